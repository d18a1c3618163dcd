"""The three questions of the Keuzehulp: asked in a terminal, given as options, or read from a file."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model import Vraag
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli._eigen import catalogus, meld_let_op
from lpi_cli.cli._interview import Interviewvraag, interview, laat_codes_kiezen
from lpi_cli.cli._keuzevraag import Keuzevraag
from lpi_cli.cli._uitvoer import is_terminal, melding
from lpi_cli.kern.kies import fout_in_antwoord
from lpi_cli.weergave.kies import MAAKT_NIET_UIT

GEEN_VOORKEUR = "maakt-niet-uit"
"""Stands for "maakt niet uit" while asking; kept as an empty list."""


def lees_antwoorden(bestand: Path) -> dict[str, list[str]]:
    """The answers that ``lpi kies --opslaan`` kept. Raises ``CatalogusFout`` with every fault."""
    from lpi_cli.catalogus.keuzebestand import lees_keuze

    def keur(onderdeel: str, antwoord: str) -> str | None:
        return fout_in_antwoord(catalogus(), onderdeel, antwoord) if zonder_voorkeur([antwoord]) else None

    let_op = list[Fout]()
    keuze = lees_keuze(bestand, keur, let_op)
    meld_let_op(let_op)
    return {onderdeel: zonder_voorkeur(gegeven) for onderdeel, gegeven in keuze._asdict().items()}


def zonder_voorkeur(antwoorden: Sequence[str]) -> list[str]:
    """The answers, or none when one says that it does not matter."""
    return [] if any(vlak(antwoord) == MAAKT_NIET_UIT for antwoord in antwoorden) else list(antwoorden)


def vul_antwoorden_aan(antwoorden: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """All answers: those given, and those asked when there is a terminal to ask on."""
    open_ = [een for een in catalogus().keuzehulp.vragen if een.id not in antwoorden]
    if open_ and not is_terminal():
        opties = ", ".join(f"--{een.id}" for een in open_)
        melding(f"Niet gevraagd, telt als '{MAAKT_NIET_UIT}': {opties}.")
        return dict(antwoorden)
    return interview([Interviewvraag(een.id.value, partial(_stel, een)) for een in open_], antwoorden)


def _stel(een: Vraag, plek: str, gegeven: Mapping[str, Sequence[str]]) -> tuple[Sequence[str] | None, bool]:
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
