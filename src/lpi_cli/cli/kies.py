"""``lpi kies``: the Keuzehulp, asked or answered with options."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.catalogus.model import Vraag
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._opties import Keuzehulpvraag, catalogus, met_bundels
from lpi_cli.cli._uitvoer import Uitvoer, bewaar, is_terminal, melding, weiger_bestaand
from lpi_cli.kern.filters import lees_eisen
from lpi_cli.kern.kies import Keuze
from lpi_cli.kern.kies import kies as kies_uit
from lpi_cli.weergave.kies import MAAKT_NIET_UIT, kiesbeeld

GEEN_VOORKEUR = "maakt-niet-uit"
"""Stands for "maakt niet uit" while asking; kept as an empty list."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)

VOORBEELDEN = """\
lpi kies
lpi kies --leeftijd jongeren --doel veerkracht
lpi kies --leeftijd volwassenen --doel klachten --vorm groep --uit keuze.md
lpi kies --opslaan keuze.yaml
"""


@app.command(cls=Commando, epilog=VOORBEELDEN)
@met_bundels
def kies(
    *,
    antwoorden: Keuzehulpvraag,
    opslaan: Annotated[
        Path | None,
        typer.Option("--opslaan", metavar="BESTAND", help="Bewaar de antwoorden, zoals keuze.yaml."),
    ] = None,
    uitvoer: Uitvoer,
) -> None:
    """Beantwoord drie vragen en zie wat past. Met opties vraagt lpi alleen wat nog ontbreekt."""
    if opslaan is not None:
        weiger_bestaand(opslaan, overschrijf=uitvoer.overschrijf)
    gegeven = {vraag: _zonder_voorkeur(woorden) for vraag, woorden in antwoorden.items()}
    lees_eisen(gegeven, catalogus())  # a wrong word is told before anything is asked
    keuze = kies_uit(catalogus(), _vraag_wat_ontbreekt(gegeven))
    if opslaan is not None:
        bewaar(opslaan, _als_yaml(keuze), overschrijf=uitvoer.overschrijf)
    uitvoer.toon(kiesbeeld(keuze, catalogus()))


def _zonder_voorkeur(woorden: Sequence[str]) -> list[str]:
    """The words, or none when one says that it does not matter."""
    return [] if any(vlak(woord) == MAAKT_NIET_UIT for woord in woorden) else list(woorden)


def _vraag_wat_ontbreekt(antwoorden: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
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


def _als_yaml(keuze: Keuze) -> bytes:
    import yaml

    antwoorden = {vraag: list(codes) for vraag, codes in keuze.antwoorden.items()}
    kop = "# Antwoorden van de Keuzehulp. Een lege lijst betekent: maakt niet uit.\n"
    return (
        kop + yaml.safe_dump(antwoorden, allow_unicode=True, sort_keys=False, default_flow_style=None)
    ).encode()
