"""The three questions of the Keuzehulp: asked in a terminal, given as options, or read from a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from lpi_cli.catalogus.model import Vraag
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli._eigen import catalogus
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

    keuze = lees_keuze(bestand, keur)
    return {onderdeel: zonder_voorkeur(gegeven) for onderdeel, gegeven in keuze._asdict().items()}


def zonder_voorkeur(antwoorden: Sequence[str]) -> list[str]:
    """The answers, or none when one says that it does not matter."""
    return [] if any(vlak(antwoord) == MAAKT_NIET_UIT for antwoord in antwoorden) else list(antwoorden)


def vraag_wat_ontbreekt(antwoorden: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """All answers: those given, and those asked when there is a terminal to ask on."""
    vragen = [vraag for vraag in catalogus().keuzehulp.vragen if vraag.id not in antwoorden]
    if not vragen:
        return dict(antwoorden)
    if not is_terminal():
        open_ = ", ".join(f"--{vraag.id}" for vraag in vragen)
        melding(f"Niet gevraagd, telt als '{MAAKT_NIET_UIT}': {open_}.")
        return dict(antwoorden)
    return _vraag(vragen, antwoorden)


def _vraag(vragen: Sequence[Vraag], antwoorden: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    from lpi_cli.cli._vragen import Keuzevraag, Stap, vraag_keuzes

    gegeven = dict(antwoorden)
    nr = 0
    while nr < len(vragen):
        vraag = vragen[nr]
        tot_nu = [
            f"{v}: {' of '.join(codes) or MAAKT_NIET_UIT}" for v, codes in gegeven.items() if v != vraag.id
        ]
        gekozen = vraag_keuzes(
            Keuzevraag(
                stap="; ".join([f"Vraag {nr + 1} van {len(vragen)}", *tot_nu]),
                vraag=vraag.vraag,
                hulp=[vraag.overweging],
                antwoorden=[*((a.code, a.naam) for a in vraag.antwoorden), (GEEN_VOORKEUR, MAAKT_NIET_UIT)],
                alleen=frozenset({GEEN_VOORKEUR}),
            ),
            gegeven.get(vraag.id, ()),
        )
        if isinstance(gekozen, Stap):
            nr = max(nr - 1, 0)
        else:
            gegeven[vraag.id] = [code for code in gekozen if code != GEEN_VOORKEUR]
            nr += 1
    return gegeven
