"""The three questions of the Keuzehulp, asked in a terminal as far as they were not answered yet."""

from collections.abc import Mapping, Sequence
from functools import partial

from lpi_cli.catalogus.model import Vraag as Keuzehulpvraag
from lpi_cli.cli._eigen import catalogus
from lpi_cli.cli._interview import Interviewvraag, interview, laat_codes_kiezen
from lpi_cli.cli._keuzevraag import Keuzevraag
from lpi_cli.cli._uitvoer import is_terminal, melding
from lpi_cli.kern.vraag import MAAKT_NIET_UIT, Vraag

GEEN_VOORKEUR = "maakt-niet-uit"
"""Stands for "maakt niet uit" while asking; kept as an empty list."""


def vul_antwoorden_aan(vraag: Vraag) -> Vraag:
    """``vraag`` with the answers that are missing, asked when there is a terminal to ask on."""
    open_ = [een for een in catalogus().keuzehulp.vragen if een.id not in vraag.filters]
    if open_ and not is_terminal():
        opties = ", ".join(f"--{een.id}" for een in open_)
        melding(f"Niet gevraagd, telt als '{MAAKT_NIET_UIT}': {opties}.")
        return vraag._replace(filters={**vraag.filters, **{een.id.value: () for een in open_}})
    interviewvragen = [Interviewvraag(een.id.value, partial(_stel, een)) for een in open_]
    antwoorden: Mapping[str, Sequence[str]] = interview(interviewvragen, vraag.filters)
    return vraag._replace(filters={naam: tuple(codes) for naam, codes in antwoorden.items()})


def _stel(
    een: Keuzehulpvraag, plek: str, gegeven: Mapping[str, Sequence[str]]
) -> tuple[Sequence[str] | None, bool]:
    tot_nu = [
        f"{onderdeel}: {' of '.join(codes) or MAAKT_NIET_UIT}"
        for onderdeel, codes in gegeven.items()
        if onderdeel != een.id
    ]
    keuzevraag = Keuzevraag(
        stap="; ".join([f"Vraag {plek}", *tot_nu]),
        tekst=een.vraag,
        hulp=[een.overweging],
        antwoorden=[*((a.code, a.naam) for a in een.antwoorden), (GEEN_VOORKEUR, MAAKT_NIET_UIT)],
        alleen=frozenset({GEEN_VOORKEUR}),
    )
    return laat_codes_kiezen(keuzevraag, gegeven.get(een.id), GEEN_VOORKEUR)
