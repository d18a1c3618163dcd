"""The question in words, as options of a command, and as a file with its schema."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.catalogus.record import als_gegevens
from lpi_cli.kern.aannames import Mensen
from lpi_cli.kern.filters import DOELGROEP, EN, FILTERS, IS, LEEFTIJD, TAAL
from lpi_cli.kern.vraag import DEELNEMERS, MAAKT_NIET_UIT, NAAM, VELDEN, Vraag, Vraagveld, als_gegeven
from lpi_cli.kern.zinnen import opsomming

_FILTERS = {filter_.naam: filter_ for filter_ in FILTERS}

# --- in words -------------------------------------------------------------------------


def vraag_in_woorden(vraag: Mapping[str, Sequence[str]], catalogus: Catalogus) -> str:
    """A question as one text: ``leeftijd 12-18 jaar en taal Arabisch of Oekraïens``; ``alles`` when nothing is asked."""
    delen = [
        _deel_in_woorden(onderdeel, woorden, catalogus) for onderdeel, woorden in vraag.items() if woorden
    ]
    is_lang = len(delen) > 1 and any(" en " in deel for deel in delen)
    return "; ".join(delen) if is_lang else opsomming(delen or ["alles"])


def _deel_in_woorden(onderdeel: str, woorden: Sequence[str], catalogus: Catalogus) -> str:
    if onderdeel not in _FILTERS:  # free text
        return f'"{" ".join(woorden)}"'
    if _FILTERS[onderdeel].schakelaar:
        return onderdeel
    return f"{onderdeel} {woorden_in_woorden(onderdeel, woorden, catalogus)}"


def woorden_in_woorden(onderdeel: str, woorden: Sequence[str], catalogus: Catalogus) -> str:
    """The words of one part by their names: ``Arabisch of Oekraïens``."""
    if _FILTERS[onderdeel].schakelaar:
        return "ja" if woorden else MAAKT_NIET_UIT
    antwoorden = [een.antwoorden for een in catalogus.keuzehulp.vragen if een.id == onderdeel]
    namen = (
        {str(antwoord.code): str(antwoord.naam) for antwoord in antwoorden[0]}
        if antwoorden
        else _FILTERS[onderdeel].keuzes(catalogus)
    )
    return " of ".join(_op_naam(woord, namen) for woord in woorden) or MAAKT_NIET_UIT


def _op_naam(woord: str, namen: Mapping[str, str]) -> str:
    """The name of a word, of an age without a name ``30-40 jaar``, of others the word itself."""
    if naam := namen.get(woord):
        return naam
    if woord[0].isdigit():
        return f"{woord.removesuffix('+')} jaar{' en ouder' if woord.endswith('+') else ''}"
    return " en ".join(namen.get(deel) or deel for deel in woord.split(EN))


def doelgroep_in_woorden(vraag: Vraag, catalogus: Catalogus) -> str | None:
    """Who the group is, as one text: ``vrouwen en asielzoekers``; None when the question does not say."""
    woorden = vraag.filters.get(DOELGROEP.naam, ())
    return (
        opsomming(woorden_in_woorden(DOELGROEP.naam, [een], catalogus) for een in woorden)
        if woorden
        else None
    )


def wens_op_naam(wens: str, catalogus: Catalogus) -> str:
    """``taal Arabisch``, ``kosteloos``."""
    onderdeel, _, woord = wens.partition(IS)
    return _deel_in_woorden(onderdeel, [woord], catalogus)


def mensen_in_woorden(mensen: Mensen, catalogus: Catalogus) -> Iterator[str]:
    """``24``, and how they divide: ``taal: 10 Arabisch en 14 Oekraïens``."""
    if mensen.aantal is not None:
        yield str(mensen.aantal)
    for onderdeel, per in ((LEEFTIJD.naam, mensen.per_leeftijd), (TAAL.naam, mensen.per_taal)):
        if per:
            delen = [
                f"{aantal} {'van ' * woord[0].isdigit()}{woorden_in_woorden(onderdeel, [woord], catalogus)}"
                for woord, aantal in per.items()
            ]
            yield f"{onderdeel}: {opsomming(delen)}"


# --- as options -----------------------------------------------------------------------


def als_opties(vraag: Vraag, *weg: str) -> str:
    """What one types to ask it again, quoted where a shell needs that; without the fields ``weg``."""
    from shlex import quote

    delen = []
    for naam, waarde in als_gegeven(vraag).items():
        if naam not in (NAAM, *weg):
            delen += [
                f"--{naam}{f' {quote(een)}' if een else ''}" for een in _als_getypt(VELDEN[naam], waarde)
            ]
    return " ".join(delen)


def _als_getypt(veld: Vraagveld, waarde: Any) -> list[str]:
    """The values of one option; an empty one for a switch."""
    if veld.soort is Veldsoort.SCHAKELAAR:
        return [""] if waarde else []
    if isinstance(waarde, dict):
        return [woord if aantal is None else f"{woord}{IS}{aantal}" for woord, aantal in waarde.items()]
    return [str(waarde)]


# --- as a file ------------------------------------------------------------------------

SCHEMA = "vraag.schema.json"
KOP = f"""\
# yaml-language-server: $schema=schema/{SCHEMA}
#
# Een vraag voor lpi. Gebruik haar met --vraag, zoals: lpi rapport --vraag BESTAND
# Een lege lijst betekent: {MAAKT_NIET_UIT}. Laat een editor meedenken met: lpi catalogus schema --uit schema
"""


def vraagbestand(vraag: Vraag) -> str:
    """The text of a file that is read back as the same question."""
    import yaml

    waarden = {naam: _als_yaml(VELDEN[naam], waarde) for naam, waarde in als_gegeven(vraag).items()}
    return KOP + yaml.safe_dump(
        waarden, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000
    )


def _als_yaml(veld: Vraagveld, waarde: Any) -> Any:
    if veld.soort is Veldsoort.SCHAKELAAR:
        return bool(waarde)
    if isinstance(waarde, dict):
        return waarde if any(waarde.values()) else list(waarde)
    return als_gegevens(waarde) if isinstance(waarde, Decimal) else waarde


def vraagschema(catalogus: Catalogus) -> dict[str, Any]:
    """The JSON Schema of that file, for editors: the words of this catalogue are offered, others are read too."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "description": "Een vraag die lpi met --opslaan bewaart en met --vraag opneemt.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            naam: {"description": veld.uitleg, **veldschema(naam, veld, catalogus)}
            for naam, veld in VELDEN.items()
        },
    }


def veldschema(naam: str, veld: Vraagveld, catalogus: Catalogus) -> dict[str, Any]:
    """The JSON Schema of one field of a question."""
    aantal = {"type": "integer", "minimum": 1}
    if veld.soort is Veldsoort.SCHAKELAAR:
        return {"type": "boolean"}
    if veld.soort is Veldsoort.TEKST:
        return {"type": "string"}
    if veld.soort is Veldsoort.WAARDE:
        return aantal if naam == DEELNEMERS else {"type": ["number", "string"]}
    woord: dict[str, Any] = {"type": ["string", "integer"]}
    if veld.filter is None:  # a wish
        woord = {"type": "string", "pattern": f"^({'|'.join(_FILTERS)})({IS}.+)?$"}
    elif veld.filter.vaste_woorden:
        woord = {"anyOf": [{"enum": list(veld.filter.keuzes(catalogus))}, woord]}
    vormen = [woord, {"type": "array", "items": woord}]
    if veld.soort is Veldsoort.AANTALLEN:
        elk = {"anyOf": [aantal, {"type": "null"}]}
        vormen.append({"type": "object", "additionalProperties": elk})
    return {"anyOf": [*vormen, {"type": "null"}]}
