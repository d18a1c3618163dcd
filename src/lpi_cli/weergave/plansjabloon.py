"""The file of a plan as YAML: with explanation to fill in, or as it was given on the line."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.kern.filters import DOELGROEP
from lpi_cli.kern.plan.lezen import GROEPVELDEN, Plangroep, Planopzet
from lpi_cli.kern.plan.opgave import Offerte, Plancriterium
from lpi_cli.kern.vraag import REKENVELDEN, VELDEN
from lpi_cli.weergave.sjabloon import vul_sjabloon
from lpi_cli.weergave.tekst import yaml_tekst
from lpi_cli.weergave.vraag import veldschema

SCHEMA = "planbestand.schema.json"


def leeg_plan() -> str:
    """A plan with explanation, which can be computed as it is."""
    return vul_sjabloon("plan.yaml.j2", schema=SCHEMA, weging=list(Plancriterium)).decode()


def plantekst(opzet: Planopzet) -> str:
    """The text of a file that reads back as a plan of the line."""
    return "\n".join(_regels(opzet)) + "\n"


def _regels(opzet: Planopzet) -> Iterator[str]:
    yield "# Reken dit plan uit met: lpi plan BESTAND"
    yield from (f"{naam}: {yaml_getal(waarde)}" for naam, waarde in opzet.rekenen.items())
    yield "groepen:"
    yield from (f"  - {{{', '.join(_groep(groep))}}}" for groep in opzet.groepen)
    if opzet.offertes:
        yield "offertes:"
        yield from (f"  {offerte.wat}: {offertevelden(offerte)}" for offerte in opzet.offertes.values())


def _groep(groep: Plangroep) -> Iterator[str]:
    yield f"naam: {yaml_tekst(groep.naam)}"
    yield f"leeftijd: {yaml_tekst(groep.vraag.filters['leeftijd'][0])}"
    mensen = groep.vraag.mensen
    if mensen.per_taal:
        yield f"taal: {{{', '.join(f'{yaml_tekst(taal)}: {aantal}' for taal, aantal in mensen.per_taal.items())}}}"
    else:
        yield f"deelnemers: {mensen.aantal}"


def offertevelden(offerte: Offerte) -> str:
    """A quote as it stands in the file, behind what it is for."""
    delen = [f"per: {offerte.per}", f"bedrag: {yaml_getal(offerte.bedrag)}"]
    delen += [f"datum: {offerte.datum}"] if offerte.datum else []
    delen += [f"groepsgrootte: {offerte.groepsgrootte}"] if offerte.groepsgrootte else []
    return f"{{{', '.join(delen)}}}"


def yaml_getal(waarde: Decimal | int) -> str:
    """A number as YAML reads it back: without point where it is whole, so that none looks like thousands."""
    return str(int(waarde)) if waarde == int(waarde) else f"{waarde:.2f}"


def planschema(catalogus: Catalogus) -> dict[str, Any]:
    """The JSON Schema of that file, for editors."""
    eenheden = [code for code, begrip in catalogus.begrippen["eenheid"].items() if begrip.telt]
    groepvelden = {
        naam: {"description": VELDEN[naam].uitleg, **veldschema(naam, VELDEN[naam], catalogus)}
        for naam in GROEPVELDEN
    }
    doelgroep = groepvelden[DOELGROEP.naam]
    doelgroep["anyOf"] = [
        *doelgroep["anyOf"],
        {"type": "object", "additionalProperties": {"anyOf": doelgroep["anyOf"]}},
    ]
    bedrag = {"type": ["number", "string"]}
    offerte = _object(
        {
            "per": {"enum": eenheden},
            "bedrag": bedrag,
            "datum": {"type": "string", "format": "date"},
            "groepsgrootte": _AANTAL,
        },
        ["per", "bedrag"],
    )
    ids = {"type": "array", "items": {"type": "string"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "description": "Een plan voor lpi plan.",
        **_object(
            {
                "naam": {"type": "string"},
                "periode": {
                    "type": "string",
                    "description": "Wanneer, zoals voorjaar 2027; komt in de aanvragen.",
                },
                **{
                    naam: {"description": VELDEN[naam].uitleg, "type": ["number", "string", "null"]}
                    for naam in REKENVELDEN
                },
                "groepen": {"type": "array", "minItems": 1, "items": _object(groepvelden, ["naam"])},
                "weging": {"type": "array", "items": {"enum": list(Plancriterium)}, "uniqueItems": True},
                "vast": {"type": "object", "additionalProperties": {"type": "string"}},
                "niet": ids,
                "offertes": {"type": "object", "additionalProperties": offerte},
            },
            ["groepen"],
        ),
    }


_AANTAL = {"type": "integer", "minimum": 1}


def _object(velden: dict[str, Any], nodig: list[str]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": velden, "required": nodig}
