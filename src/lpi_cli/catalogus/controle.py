"""Check a catalogue folder at the door: every fault of every file, each in one line."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.record import is_record, kaal
from lpi_cli.catalogus.schema import SOORTEN, controletype
from lpi_cli.catalogus.woorden import naaste
from lpi_cli.catalogus.yaml_lezer import Document, Pad, lees_yaml

GESLOTEN = (
    model.Soort,
    model.Doel,
    model.Vorm,
    model.Voor,
    model.Preventie,
    model.Niveau,
    model.Overdracht,
    model.Kostensoort,
    model.Btw,
    model.Tijdseenheid,
    model.Kwaliteitsvraag,
    model.Kwaliteitsantwoord,
    model.Uitleggroep,
)
"""Vocabularies whose codes the program knows; ``Overdracht`` is list ``overdracht``."""


class Gecontroleerd(NamedTuple):
    """A checked catalogue folder: plain data ready to be kept, and all faults found."""

    delen: dict[str, Any]
    """Everything but the interventions, by the name of its file or folder."""
    interventies: list[dict[str, Any]]
    woorden: dict[str, Any]
    """Words and ids that may be used: name of the list → code → meaning."""
    fouten: list[Fout]


LOSSE_BESTANDEN = ("cijfers", "keuzehulp", "kwaliteitscriteria")
"""Files of which a catalogue has one, besides its words and sources."""


def controleer_map(map_: Path) -> Gecontroleerd:
    """Check all files of one catalogue folder; a fault in one does not hide the others."""
    fouten: list[Fout] = []
    delen: dict[str, Any] = {}
    for naam in ("begrippen", "bronnen"):
        delen[naam] = _controleer_bestand(map_ / f"{naam}.yaml", SOORTEN[naam], {}, fouten) or {}
    if delen["begrippen"]:
        fouten += _controleer_begrippen(map_ / "begrippen.yaml", delen["begrippen"])
    woorden = _bekende_woorden(map_, delen)
    for naam in LOSSE_BESTANDEN:
        delen[naam] = _controleer_bestand(map_ / f"{naam}.yaml", SOORTEN[naam], woorden, fouten)
        if naam == "cijfers":
            woorden["cijfer"] = delen[naam] or {}
    delen["uitleg"] = {o["id"]: o for o in _controleer_reeks(map_ / "uitleg", model.Uitleg, woorden, fouten)}
    interventies = list(_controleer_reeks(map_ / "interventies", model.Interventie, woorden, fouten))
    return Gecontroleerd(delen, interventies, woorden, fouten)


def _bekende_woorden(map_: Path, delen: Mapping[str, Any]) -> dict[str, Any]:
    """What a file may refer to: the vocabularies, and the ids that file names give."""
    ids: dict[str, Any] = {
        soort: {bestand.stem: {} for bestand in sorted((map_ / submap).glob("*.yaml"))}
        for soort, submap in (("interventie", "interventies"), ("onderwerp", "uitleg"))
    }
    return {**delen["begrippen"], "bron": delen["bronnen"], **ids}


def _controleer_reeks(
    map_: Path, soort: type, woorden: Mapping[str, Any], fouten: list[Fout]
) -> Iterator[dict[str, Any]]:
    """The files of a folder that have no faults."""
    for bestand in sorted(map_.glob("*.yaml")):
        gegevens = controleer_een(bestand, soort, woorden, fouten)
        if gegevens is not None:
            yield gegevens


def controleer_een(
    bestand: Path, soort: type, woorden: Mapping[str, Any], fouten: list[Fout]
) -> dict[str, Any] | None:
    """Check one intervention or topic; adds to ``fouten``, returns its data when there are none."""
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        fouten.append(document)
        return None
    gegevens, gevonden = valideer(document, soort, woorden)
    if gegevens is not None:
        gevonden = list(_controleer_id(document, gegevens))
        if soort is model.Interventie:
            gevonden += _samenhang(document, gegevens)
    fouten += gevonden
    return None if gevonden else gegevens


def _controleer_bestand(bestand: Path, soort: Any, context: Mapping[str, Any], fouten: list[Fout]) -> Any:
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        fouten.append(document)
        return None
    gegevens, gevonden = valideer(document, soort, context)
    fouten += gevonden
    return gegevens


@cache
def _adapter(soort: Any) -> TypeAdapter[Any]:
    return TypeAdapter(controletype(soort))


def valideer(document: Document, soort: Any, context: Mapping[str, Any]) -> tuple[Any, list[Fout]]:
    """The checked data, ready for JSON, or the faults, in the order of the file.

    ``soort`` is a record class, or a ``dict`` of them.
    """
    adapter = _adapter(soort)
    try:
        waarde = adapter.validate_python(document.gegevens, context=context)
    except ValidationError as fout:
        fouten = [document.fout(_pad(detail), _melding(detail, soort)) for detail in fout.errors()]
        return None, sorted(fouten, key=lambda f: f.regel)
    return adapter.dump_python(waarde, mode="json"), []


def _pad(detail: ErrorDetails) -> Pad:
    return tuple(deel for deel in detail["loc"] if deel != "[key]")


_MELDINGEN = {
    "missing": "ontbreekt; vul dit veld in",
    "extra_forbidden": "is geen bekend veld",
    "string_type": "moet tekst zijn; zet er zo nodig aanhalingstekens omheen",
    "int_type": "moet een heel getal zijn",
    "int_parsing": "moet een heel getal zijn",
    "decimal_type": "moet een getal zijn, zoals 12 of 12.50",
    "decimal_max_places": "ten hoogste twee cijfers achter de punt",
    "is_instance_of": "moet een getal zijn, zoals 12 of 12.50",
    "bool_type": "moet true of false zijn",
    "list_type": "moet een lijst zijn, zoals [a, b]",
    "dict_type": "moet velden hebben, elk met een naam en een dubbele punt",
    "model_type": "moet velden hebben, elk met een naam en een dubbele punt",
    "model_attributes_type": "moet velden hebben, elk met een naam en een dubbele punt",
    "greater_than_equal": "moet {ge} of hoger zijn",
    "greater_than": "moet hoger dan {gt} zijn",
    "less_than_equal": "mag ten hoogste {le} zijn",
}


def _melding(detail: ErrorDetails, wortel: Any) -> str:
    """One Dutch line for a fault that pydantic found."""
    soort, context = detail["type"], detail.get("ctx") or {}
    if soort == "lpi":
        return str(context["melding"])
    if soort == "enum":
        return f"{detail['input']!r} kan niet; kies uit {str(context['expected']).replace(' or ', ', ')}"
    if soort == "extra_forbidden":
        gok = naaste(str(detail["loc"][-1]), _velden_bij(_pad(detail), wortel))
        return _MELDINGEN[soort] + (f"; bedoelt u {gok!r}?" if gok else "")
    return _MELDINGEN.get(soort, "klopt niet").format(**context)


def _velden_bij(pad: Pad, soort: Any) -> list[str]:
    """The known fields of the mapping that the last part of ``pad`` stands in."""
    for deel in pad[:-1]:
        if is_record(soort):
            soort = kaal(soort.__annotations__.get(str(deel), str))
        elif get_origin(soort) in (tuple, dict):
            soort = kaal(get_args(soort)[-1 if get_origin(soort) is dict else 0])
    return list(soort.__annotations__) if is_record(soort) else []


def _controleer_begrippen(bestand: Path, begrippen: Mapping[str, Any]) -> Iterator[Fout]:
    """The vocabularies that the program knows must have exactly its codes."""
    for lijst, woorden in begrippen.items():
        for code, begrip in woorden.items():
            for smaller in begrip["omvat"]:
                if smaller not in woorden:
                    yield Fout(bestand, 1, f"{lijst}.{code}.omvat", f"{smaller!r} is geen woord van {lijst}")
    for soort in GESLOTEN:
        lijst = soort.__name__.lower()
        verwacht, aanwezig = {str(woord) for woord in soort}, set(begrippen.get(lijst, {}))
        for woord in sorted(verwacht ^ aanwezig):
            melding = "ontbreekt" if woord in verwacht else "kent het programma niet"
            yield Fout(bestand, 1, f"{lijst}.{woord}", melding)


def _controleer_id(document: Document, gegevens: dict[str, Any]) -> Iterator[Fout]:
    if gegevens["id"] != document.bestand.stem:
        yield document.fout(("id",), f"moet gelijk zijn aan de bestandsnaam, {document.bestand.stem!r}")


def _samenhang(document: Document, interventie: dict[str, Any]) -> Iterator[Fout]:
    """What one field cannot tell: names that must agree within the file."""
    varianten = [variant["id"] for variant in interventie["varianten"]]
    if not varianten:
        yield document.fout(("varianten",), "noem ten minste één variant")
    for nr, variant in enumerate(varianten):
        if variant in varianten[:nr]:
            yield document.fout(("varianten", nr, "id"), f"{variant!r} staat er twee keer")
    for nr, post in enumerate(interventie["kosten"]):
        yield from _controleer_kostenpost(document, nr, post, varianten)
    for nr, afwijking in enumerate(interventie["afwijkingen"]):
        veld = afwijking["veld"].split(".")
        if veld[0] not in model.Interventie._fields:
            yield document.fout(("afwijkingen", nr, "veld"), f"{veld[0]!r} is geen veld van een interventie")
        elif veld[0] == "varianten" and len(veld) > 1 and veld[1] not in varianten:
            yield document.fout(("afwijkingen", nr, "veld"), f"{veld[1]!r} is geen variant")
    for nr, feit in enumerate(interventie["kwaliteit"]):
        over_bewijs = feit["vraag"] == model.Kwaliteitsvraag.BEWIJS
        if feit["antwoord"] not in (set(model.Bewijssoort) if over_bewijs else set(model.JaNee)):
            yield document.fout(("kwaliteit", nr, "antwoord"), f"past niet bij de vraag {feit['vraag']!r}")
    yield from _controleer_bronnen(document, interventie)


def _controleer_kostenpost(
    document: Document, nr: int, post: dict[str, Any], varianten: list[str]
) -> Iterator[Fout]:
    if post["variant"] is not None and post["variant"] not in varianten:
        yield document.fout(
            ("kosten", nr, "variant"), f"{post['variant']!r} is geen variant van deze interventie"
        )
    if post["bedrag"] is not None and post["eenheid"] is None:
        yield document.fout(("kosten", nr), "een bedrag heeft een eenheid nodig, zoals groep")
    zegt_iets = (
        post["bedrag"] or post["uren"] or post["op_aanvraag"] or post["gefinancierd"] or post["staffel"]
    )
    if not zegt_iets and not post["toelichting"]:
        yield document.fout(("kosten", nr), "zegt niets; geef bedrag, uren, op_aanvraag of een toelichting")


def _controleer_bronnen(document: Document, interventie: dict[str, Any]) -> Iterator[Fout]:
    """Every source that a fact names must be in the file's own list of sources."""
    genoemd = {vindplaats["bron"] for vindplaats in interventie["bronnen"]}
    if not genoemd:
        yield document.fout(("bronnen",), "noem ten minste één bron")
    for pad, bron in _bronverwijzingen(interventie, ()):
        if bron not in genoemd:
            yield document.fout(pad, f"{bron!r} staat niet onder bronnen van dit bestand")


def _bronverwijzingen(gegevens: Any, pad: Pad) -> Iterator[tuple[Pad, str]]:
    if isinstance(gegevens, dict):
        for naam, waarde in gegevens.items():
            if naam == "bron" and isinstance(waarde, str):
                yield (*pad, naam), waarde
            elif pad or naam != "bronnen":
                yield from _bronverwijzingen(waarde, (*pad, naam))
    elif isinstance(gegevens, list):
        for nr, waarde in enumerate(gegevens):
            yield from _bronverwijzingen(waarde, (*pad, nr))
