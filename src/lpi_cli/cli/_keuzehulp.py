"""The questions of the Keuzehulp, and three more, asked in a terminal as far as they were not answered yet."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from lpi_cli.catalogus.model import Keuzehulpvraag
from lpi_cli.cli._eigen import catalogus, meld_lezing
from lpi_cli.cli._interview import Interviewvraag, interview, laat_antwoord_typen, laat_codes_kiezen
from lpi_cli.cli._keuzevraag import Keuzevraag
from lpi_cli.cli._uitvoer import is_terminal, melding
from lpi_cli.kern.lezing import in_delen, is_geen_voorkeur
from lpi_cli.kern.vraag import DEELNEMERS, MAAKT_NIET_UIT, VELDEN, Vraag, als_gegeven, maak_vraag
from lpi_cli.kern.vraagfout import Vraagfout

MAAKT_NIET_UIT_CODE = "maakt-niet-uit"
"""Stands for "maakt niet uit" while asking; kept as an empty list."""


class _Getypt(NamedTuple):
    """A typed answer, and what it says: part of the question → its value."""

    tekst: str
    woorden: Mapping[str, Any]


class _Extra(NamedTuple):
    """A question for a line of text, that one may skip; it fills these parts of the question."""

    naam: str
    tekst: str
    onderdelen: frozenset[str]
    lees: Callable[[str], Mapping[str, Any]]


def _lees_veld(naam: str, tekst: str) -> Mapping[str, Any]:
    return {naam: VELDEN[naam].lees(tekst, catalogus())}


def _lees_plek(tekst: str) -> Mapping[str, Any]:
    """Kinds of places (``azc``), and where in the country. Raises ``Vraagfout``."""
    gelezen: dict[str, tuple[str, ...]] = {}
    for deel in in_delen(tekst):
        onderdeel, woorden = _setting_of_regio(deel)
        gelezen[onderdeel] = (*gelezen.get(onderdeel, ()), *woorden)
    return gelezen


def _setting_of_regio(tekst: str) -> tuple[str, tuple[str, ...]]:
    for naam in ("setting", "regio"):
        with suppress(Vraagfout):
            return naam, VELDEN[naam].lees(tekst, catalogus())
    soorten = ", ".join(catalogus().begrippen["setting"])
    raise Vraagfout(f"{tekst!r} ken ik niet; geef een gemeente, een provincie of een plek: {soorten}.")


_EXTRA = (
    _Extra(
        "extra-taal",
        "Welke taal spreekt de groep? Zoals Arabisch, of meer talen: Dari, Pasjtoe.",
        frozenset({"taal"}),
        partial(_lees_veld, "taal"),
    ),
    _Extra(
        "extra-plek",
        "Waar is het? Een soort plek, zoals azc of basisschool, een gemeente, of allebei: azc, Almelo.",
        frozenset({"setting", "regio"}),
        _lees_plek,
    ),
    _Extra(
        "extra-aantal",
        "Om hoeveel mensen gaat het?",
        frozenset({DEELNEMERS}),
        partial(_lees_veld, DEELNEMERS),
    ),
)


def vul_antwoorden_aan(vraag: Vraag, *, verder: bool = False) -> Vraag:
    """``vraag`` with the answers that are missing, asked when there is a terminal to ask on.

    ``verder``: whoever is asked may also say the language, the place and the number of people.
    """
    open_ = [een for een in catalogus().keuzehulp.vragen if een.id not in vraag.filters]
    if not open_:
        return vraag
    if not is_terminal():
        opties = ", ".join(f"--{een.id}" for een in open_)
        melding(f"Niet gevraagd, telt als '{MAAKT_NIET_UIT}': {opties}.")
        return vraag._replace(filters={**vraag.filters, **{een.id.value: () for een in open_}})
    bekend = als_gegeven(vraag).keys()
    extra = [een for een in _EXTRA if verder and not een.onderdelen & bekend]
    vragen: list[Interviewvraag[str, Any]] = [
        Interviewvraag(een.id.value, partial(_stel, een, f"Vraag {nr} van {len(open_)}"))
        for nr, een in enumerate(open_, 1)
    ]
    vragen += [
        Interviewvraag(een.naam, partial(_stel_extra, een, f"Extra vraag {nr} van {len(extra)}"))
        for nr, een in enumerate(extra, 1)
    ]
    gegeven: dict[str, Any] = interview(vragen, vraag.filters)
    getypt = [gegeven.pop(een.naam) for een in extra if een.naam in gegeven]
    filters = {naam: tuple(codes) for naam, codes in gegeven.items()}
    woorden = {onderdeel: codes for een in getypt for onderdeel, codes in een.woorden.items()}
    aantal = woorden.pop(DEELNEMERS, vraag.mensen.aantal)
    aangevuld = vraag._replace(filters=filters | woorden, mensen=vraag.mensen._replace(aantal=aantal))
    return maak_vraag(als_gegeven(aangevuld))  # the numbers of people must still add up


def _stel(
    een: Keuzehulpvraag, stap: str, plek: str, gegeven: Mapping[str, Any]
) -> tuple[Sequence[str] | None, bool]:
    tot_nu = [
        f"{onderdeel}: {' of '.join(codes) or MAAKT_NIET_UIT}"
        for onderdeel, codes in gegeven.items()
        if onderdeel != een.id and not isinstance(codes, _Getypt)
    ]
    getypt: list[str] = []

    def lees(tekst: str) -> Sequence[str]:
        codes = VELDEN[een.id].lees(tekst, catalogus())
        getypt.append(tekst)
        return [MAAKT_NIET_UIT_CODE if code == MAAKT_NIET_UIT else code for code in codes]

    namen = {antwoord.code: antwoord.naam for antwoord in een.antwoorden}
    eerder = gegeven.get(een.id)
    keuzevraag = Keuzevraag(
        stap="; ".join([stap, *tot_nu]),
        tekst=een.vraag,
        hulp=[een.overweging],
        antwoorden=[
            *namen.items(),
            *((code, code) for code in eerder or () if code not in namen),
            (MAAKT_NIET_UIT_CODE, MAAKT_NIET_UIT),
        ],
        alleen=frozenset({MAAKT_NIET_UIT_CODE}),
        begin=MAAKT_NIET_UIT_CODE,
        lees=lees,
    )
    antwoord = laat_codes_kiezen(keuzevraag, eerder, MAAKT_NIET_UIT_CODE)
    meld_lezing({een.id: getypt})
    return antwoord


def _stel_extra(een: _Extra, stap: str, plek: str, gegeven: Mapping[str, Any]) -> tuple[_Getypt | None, bool]:
    def lees(tekst: str) -> _Getypt | None:
        if not tekst or is_geen_voorkeur(tekst, catalogus().lezingen):
            return None
        antwoord = _Getypt(tekst, een.lees(tekst))
        meld_lezing(dict.fromkeys(antwoord.woorden, in_delen(tekst)))
        return antwoord

    wat = f"{stap}. {een.tekst} Enter: overslaan. Backspace: terug."
    return laat_antwoord_typen(wat, lees, gegeven.get(een.naam), lambda antwoord: antwoord.tekst)
