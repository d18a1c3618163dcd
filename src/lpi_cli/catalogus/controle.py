"""Check a catalogue folder at the door: every fault of every file, each in one line."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import LANGSTE_CITAAT, Fout, citaat
from lpi_cli.catalogus.gewoon import bestanden_in, lees_of_meld
from lpi_cli.catalogus.mild import mild
from lpi_cli.catalogus.model_uitleg import Uitleg, Uitleggroep
from lpi_cli.catalogus.record import is_record, kaal
from lpi_cli.catalogus.samenhang import Geleend, fout_in_id, samenhang
from lpi_cli.catalogus.schema import ONBEKENDE_CODE, SOORTEN, controletype, hint, veldnaam_in_bestand
from lpi_cli.catalogus.woorden import naaste
from lpi_cli.catalogus.yaml_lezer import Document, Pad

GESLOTEN = (
    model.Soort,
    model.Doel,
    model.Vorm,
    model.Voor,
    model.Preventie,
    model.Niveau,
    model.Overdracht,
    model.Kostensoort,
    model.Telling,
    model.Taak,
    model.Btw,
    model.Tijdseenheid,
    model.As,
    model.Status,
    model.Taalgroep,
    model.Aard,
    model.Grens,
    model.Elders,
    model.Provincie,
    model.Richting,
    model.Over,
    model.Kwaliteitsvraag,
    model.Kwaliteitsantwoord,
    model.Kolom,
    model.Celwoord,
    Uitleggroep,
)
"""Vocabularies whose codes the program knows; ``Overdracht`` is list ``overdracht``."""


TAKEN = {
    model.Taak.TOLK: "kostenonderdeel",
    model.Taak.BTW: "kostenonderdeel",
    model.Taak.ZELF_GETELD: "eenheid",
}
"""Of each task the open vocabulary with words that have it; in a whole catalogue at least one."""


class Gecontroleerd(NamedTuple):
    """A checked catalogue folder: plain data ready to be kept, and all faults found."""

    delen: dict[str, Any]
    """Everything but the interventions, by the name of its file or folder."""
    interventies: list[dict[str, Any]]
    codes: dict[str, Any]
    """What may be referred to, words and ids: name of the list → code → meaning."""
    fouten: list[Fout]


MEESTE_HINTS = 10
"""Faults of a file with a guess of what was meant."""
LOSSE_BESTANDEN = ("catalogus", "plaatsen", "lezingen", "cijfers", "keuzehulp", "kwaliteitscriteria")
"""Files of which a catalogue has one, besides its words and sources."""


def controleer_map(map_: Path, *, van_vroeger: bool = False) -> Gecontroleerd:
    """Check all files of one catalogue folder; a fault in one does not hide the others.

    ``van_vroeger``: of an earlier version of lpi, which did not ask all that a whole catalogue now has.
    """
    fouten: list[Fout] = []
    delen: dict[str, Any] = {"begrippen": _controleer_begrippen(map_ / "begrippen.yaml", fouten)}
    delen["bronnen"] = _controleer_bestand(map_ / "bronnen.yaml", model.Bronnen, {}, fouten) or {}
    codes = _bekende_codes(map_, delen)
    for naam in LOSSE_BESTANDEN:
        delen[naam] = _controleer_bestand(map_ / f"{naam}.yaml", SOORTEN[naam], codes, fouten)
        if naam == "cijfers":
            codes["cijfer"] = delen[naam] or {}
    delen["uitleg"] = {o["id"]: o for o in _controleer_reeks(map_ / "uitleg", Uitleg, codes, fouten)}
    reeks = _controleer_reeks(
        map_ / "interventies", model.Interventie, codes, fouten, is_van_hele=not van_vroeger
    )
    interventies = list(reeks)
    return Gecontroleerd(delen, interventies, codes, fouten)


def _bekende_codes(map_: Path, delen: Mapping[str, Any]) -> dict[str, Any]:
    """What a file may refer to: the vocabularies, and the ids that file names give."""
    ids: dict[str, Any] = {
        soort: {bestand.stem: {} for bestand in bestanden_in(map_ / submap, [])}
        for soort, submap in (("interventie", "interventies"), ("onderwerp", "uitleg"))
    }
    return {**delen["begrippen"], "bron": delen["bronnen"], **ids}


def _controleer_reeks(
    map_: Path, soort: type, codes: Mapping[str, Any], fouten: list[Fout], *, is_van_hele: bool = True
) -> Iterator[dict[str, Any]]:
    for bestand in bestanden_in(map_, fouten):
        gegevens = controleer_een(bestand, soort, codes, fouten, is_van_hele=is_van_hele)
        if gegevens is not None:
            yield gegevens


def controleer_een(
    bestand: Path, soort: type, codes: Mapping[str, Any], fouten: list[Fout], *, is_van_hele: bool = True
) -> dict[str, Any] | None:
    """Check one file of a whole catalogue; adds to ``fouten``, returns its data when there are none."""
    document = lees_of_meld(bestand, fouten)
    return document and controleer_document(document, soort, codes, fouten, is_van_hele=is_van_hele)


def controleer_document(
    document: Document,
    soort: type,
    codes: Mapping[str, Any],
    fouten: list[Fout],
    geleend: Geleend | None = None,
    *,
    is_van_hele: bool = False,
) -> dict[str, Any] | None:
    """The same for a file that was read. ``geleend``: what a supplement may refer to.

    ``is_van_hele``: of a whole catalogue, in which nothing may be left out that an own one may.
    """
    document, _ = mild(document, soort)
    gegevens, gevonden = _keur(document, soort, codes)
    if isinstance(document.gegevens, dict):
        if soort is Uitleg:
            gevonden += fout_in_id(document)
        else:
            gevonden += list(samenhang(document, gevonden, geleend, is_van_hele=is_van_hele))
    fouten += sorted(gevonden, key=lambda fout: fout.regel)
    return None if gevonden else gegevens


def _controleer_bestand(bestand: Path, soort: Any, context: Mapping[str, Any], fouten: list[Fout]) -> Any:
    document = lees_of_meld(bestand, fouten)
    if document is None:
        return None
    gegevens, gevonden = valideer(document, soort, context)
    fouten += gevonden
    return gegevens


@cache
def _adapter(soort: Any) -> TypeAdapter[Any]:
    return TypeAdapter(controletype(soort))


def valideer(
    document: Document, soort: Any, context: Mapping[str, Any], eerder: int = 0
) -> tuple[Any, list[Fout]]:
    """The checked data, ready for JSON, or the faults, in the order of the file.

    ``soort`` is a record class, or a ``dict`` of them. ``eerder``: the faults found before in the same file.
    """
    return _keur(mild(document, soort)[0], soort, context, eerder)


def _keur(
    document: Document, soort: Any, context: Mapping[str, Any], eerder: int = 0
) -> tuple[Any, list[Fout]]:
    if document.gegevens is None:
        return None, [document.fout((), "is leeg; vul het in of haal het bestand weg")]
    adapter = _adapter(soort)
    try:
        waarde = adapter.validate_python(document.gegevens, context=context)
    except ValidationError as fout:
        details = sorted(fout.errors(include_url=False), key=lambda detail: document.regel(_pad(detail)))
        return None, [
            document.fout(_pad(detail), _melding(detail, soort, context if nr < MEESTE_HINTS else None))
            for nr, detail in enumerate(details, eerder)
        ]
    return adapter.dump_python(waarde, mode="json"), []


def controleer_gegevens(gegevens: Any, soort: Any, context: Mapping[str, Any]) -> Any:
    """The checked data of something that is no file. Raises ``ValueError`` when it is no ``soort``."""
    adapter = _adapter(soort)
    return adapter.dump_python(adapter.validate_python(gegevens, context=context, strict=False), mode="json")


def _pad(detail: ErrorDetails) -> Pad:
    return tuple(deel for deel in detail["loc"] if deel != "[key]")


SCHRIJF_ZO = "schrijf het zo: {regel}"
_MELDINGEN = {
    "missing": "ontbreekt; vul dit veld in",
    "extra_forbidden": "is geen bekend veld",
    "string_type": "moet tekst zijn; zet er zo nodig aanhalingstekens omheen",
    "int_type": "moet een heel getal zijn",
    "decimal_max_places": "ten hoogste twee cijfers achter de punt",
    "is_instance_of": "moet een getal zijn, zoals 12 of 12.50",
    "bool_type": "moet true of false zijn",
    "list_type": SCHRIJF_ZO,
    "dict_type": SCHRIJF_ZO,
    "model_type": SCHRIJF_ZO,
    "greater_than_equal": "moet {ge} of hoger zijn",
    "greater_than": "moet hoger dan {gt} zijn",
    "less_than_equal": "mag ten hoogste {le} zijn",
    "too_long": "is te lang, ten hoogste {max_length} onderdelen",
    "string_too_long": "is te lang, ten hoogste {max_length} tekens",
}
"""By the type that pydantic gives a fault; our own faults (``lpi``) bring their text with them."""


def _melding(detail: ErrorDetails, wortel: Any, woorden: Mapping[str, Any] | None) -> str:
    """One Dutch line for a fault that pydantic found; with a hint from ``woorden``, which takes time."""
    soort, context = detail["type"], detail.get("ctx") or {}
    if soort == "lpi":
        return str(context["melding"])
    if soort == ONBEKENDE_CODE:
        melding = f"{citaat(detail['input'])} is geen bekend woord"
        lijst = detail["msg"]
        return (
            f"{melding}; {hint(detail['input'], lijst, woorden[lijst])}" if woorden is not None else melding
        )
    if soort == "enum":
        return f"{_zoals_getypt(detail['input'])} kan niet; kies uit {str(context['expected']).replace(' or ', ', ')}"
    if soort == "extra_forbidden":
        velden = _velden_bij(_pad(detail), wortel) if woorden is not None else ()
        gok = naaste(str(detail["loc"][-1]), velden)
        return _MELDINGEN[soort] + (f"; bedoelt u {gok!r}?" if gok else "")
    if _MELDINGEN.get(soort) == SCHRIJF_ZO:
        if not (pad := _pad(detail)):
            return GEEN_VELDEN
        context = {"regel": goede_regel(pad, _soort_bij(pad, wortel), detail["input"])}
    return _MELDINGEN.get(soort, "klopt niet").format(**context)


GEEN_VELDEN = "begin elke regel met een veld en een dubbele punt, zoals naam: Praatgroep"


def goede_regel(pad: Pad, soort: Any, waarde: Any) -> str:
    """The line as one would type it, with what stood there as far as that can be used: ``talen: [ar, ti]``."""
    naam = next(deel for deel in reversed(pad) if isinstance(deel, str))
    tekst = str(waarde) if isinstance(waarde, str | int | Decimal) else ""
    begin = "- " if isinstance(pad[-1], int) else f"{naam}: "
    soort = kaal(soort)
    if get_origin(soort) is tuple:
        deel = kaal(get_args(soort)[0])
        if is_record(deel):
            return f"{begin}[{_velden_met(deel, tekst)}]"
        delen = [_typ(stuk) for stuk in re.split("[,;/]", tekst) if stuk.strip()]
        return f"{begin}[{', '.join(delen) or '…'}]"
    if get_origin(soort) is dict:
        codes = [een for een in waarde if isinstance(een, str)] if isinstance(waarde, list) else []
        return f"{begin}{{{(codes or ['code'])[0]}: {_velden_met(kaal(get_args(soort)[1]), '')}}}"
    return begin + _velden_met(soort, tekst)


_VOORBEELDEN = {
    model.Doelgroep: "omschrijving: {}",
    model.Doelstelling: "categorieen: [{}]",
    model.Bijeenkomsten: "aantal: {}",
    model.Regio: "plaatsen: [{}]",
    model.Bewijs: "samenvatting: {}",
    model.Overdraagbaarheid: "mogelijk: {}",
    model.Kostenpost: "soort: uitvoering, bedrag: {}, eenheid: groep, bron: …",
    model.Contact: "email: [{}]",
    model.Publicatie: "titel: {}",
    model.Vindplaats: "bron: {}, plaats: hele bron",
    model.Begrip: "naam: …, uitleg: …",
}
"""By record: the fields that one fills in first, and where a value goes that stood there by itself."""


def _velden_met(soort: Any, tekst: str) -> str:
    """The fields of a record; a range with its two numbers, or its one and an open end."""
    if not is_record(soort):
        return "…"
    namen = [veldnaam_in_bestand(naam) for naam in soort._fields][:2]
    if namen in (["van", "tot"], ["min", "max"]):
        is_breuk = soort in (model.Bedragbereik, model.Duur)
        getallen = list(_getallen(tekst)) if is_breuk else re.findall("[0-9]+", tekst)
        if len(getallen) == 1 and re.search(r"\+|vanaf|ouder", tekst):
            getallen.append("null")
        elif len(getallen) == 1 and is_breuk:
            getallen *= 2
        waarden = getallen if len(getallen) == len(namen) else ["…", "…"]
        return f"{{{namen[0]}: {waarden[0]}, {namen[1]}: {waarden[1]}}}"
    vorm = _VOORBEELDEN.get(soort) or ", ".join(f"{naam}: …" for naam in namen)
    return f"{{{vorm.format(_typ(tekst) if tekst else '…')}}}"


_GETAL = re.compile(r"([0-9]{1,3}(?:[. ][0-9]{3})+(?![0-9])|[0-9]+)(?:[.,]([0-9]{1,2})(?![0-9]))?")
"""``1.250``, ``1 250,50``, ``12,50``: with a mark between thousands, and behind it what is less than one."""


def _getallen(tekst: str) -> Iterator[str]:
    """The numbers in a text, as one types them in YAML: a comma parts no two of them."""
    for heel, deel in _GETAL.findall(tekst):
        yield re.sub("[. ]", "", heel) + (f".{deel}" if deel else "")


def _typ(tekst: str) -> str:
    """A text as one types it in YAML: in quotes where it has something in it that means more there."""
    kaal_ = tekst.strip()
    if len(kaal_) > LANGSTE_CITAAT:
        return "…"
    return kaal_ if re.fullmatch(r"\w[\w .@+'€-]*", kaal_) else '"{}"'.format(kaal_.replace('"', ""))


def _zoals_getypt(waarde: Any) -> str:
    """A value in the words of its file rather than of Python."""
    if isinstance(waarde, dict | list):
        return "een lijst" if isinstance(waarde, list) else "een groep velden"
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if waarde is None:
        return "leeg"
    return citaat(waarde) if isinstance(waarde, str) else str(waarde)


def _velden_bij(pad: Pad, soort: Any) -> list[str]:
    """The known fields of the mapping that the last part of ``pad`` stands in."""
    soort = _soort_bij(pad[:-1], soort)
    return [veldnaam_in_bestand(naam) for naam in soort.__annotations__] if is_record(soort) else []


def _soort_bij(pad: Pad, soort: Any) -> Any:
    """What is due at ``pad`` in a ``soort``."""
    for deel in pad:
        if is_record(soort):
            soort = kaal(soort.__annotations__.get(str(deel), str))
        elif get_origin(soort) in (tuple, dict):
            soort = kaal(get_args(soort)[-1 if get_origin(soort) is dict else 0])
    return soort


def _controleer_begrippen(bestand: Path, fouten: list[Fout]) -> dict[str, Any]:
    """The vocabularies; those that the program knows must have exactly its codes."""
    document = lees_of_meld(bestand, fouten)
    if document is None:
        return {}
    begrippen, gevonden = valideer(document, model.Begrippen, {})
    if begrippen is not None:
        gevonden = [
            *fouten_in_begrippen(document, begrippen, begrippen),
            *_wat_ontbreekt(document, begrippen),
        ]
    fouten += sorted(gevonden, key=lambda fout: fout.regel)
    return begrippen or {}


def fouten_in_begrippen(
    document: Document, begrippen: Mapping[str, Any], bekend: Mapping[str, Mapping[str, Any]]
) -> Iterator[Fout]:
    """Words that say they cover a word that is not in ``bekend``, or that have a task of another list."""
    for lijst, in_lijst in begrippen.items():
        for code, begrip in in_lijst.items():
            for smaller in begrip["omvat"]:
                if smaller not in bekend[lijst]:
                    yield document.fout((lijst, code, "omvat"), f"{smaller!r} is geen woord van {lijst}")
            if (taak := begrip["taak"]) is not None and TAKEN[taak] != lijst:
                yield document.fout((lijst, code, "taak"), f"{taak!r} kan niet bij een woord van {lijst}")


def _wat_ontbreekt(document: Document, begrippen: Mapping[str, Any]) -> Iterator[Fout]:
    """Where a whole catalogue and the program do not know the same codes, or no word has a task."""
    for soort in GESLOTEN:
        lijst = soort.__name__.lower()
        verwacht, aanwezig = {str(code) for code in soort}, set(begrippen.get(lijst, {}))
        for code in sorted(verwacht ^ aanwezig):
            melding = "ontbreekt" if code in verwacht else "kent het programma niet"
            yield document.fout((lijst, code), melding)
    for taak, lijst in TAKEN.items():
        if not any(begrip["taak"] == taak for begrip in begrippen.get(lijst, {}).values()):
            yield document.fout((lijst,), f"geen woord heeft taak: {taak}; geef die aan een woord")
