"""``lpi kies``: the Keuzehulp, asked or answered with options."""

from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._keuzehulp import vul_antwoorden_aan, zonder_voorkeur
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._opties import Keuzehulpantwoorden, met_bundels
from lpi_cli.cli._uitvoer import Uitvoer, bewaar, weiger_bestaand
from lpi_cli.kern.filters import lees_eisen
from lpi_cli.kern.kies import Keuze
from lpi_cli.kern.kies import kies as kies_in
from lpi_cli.weergave.kies import kiesbeeld

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
    antwoorden: Keuzehulpantwoorden,
    opslaan: Annotated[
        Path | None,
        typer.Option(
            "--opslaan", metavar="BESTAND", help="Bewaar de antwoorden, zoals keuze.yaml.", parser=Path
        ),
    ] = None,
    uitvoer: Uitvoer,
) -> None:
    """Beantwoord drie vragen en zie wat past. Met opties vraagt lpi alleen wat nog ontbreekt."""
    if opslaan is not None:
        weiger_bestaand(opslaan, overschrijf=uitvoer.overschrijf)
    gegeven = {onderdeel: zonder_voorkeur(waarden) for onderdeel, waarden in antwoorden.items()}
    lees_eisen(gegeven, catalogus(), vandaag())  # a wrong word is told before anything is asked
    keuze = kies_in(catalogus(), vul_antwoorden_aan(gegeven), vandaag())
    if opslaan is not None:
        bewaar(opslaan, _als_yaml(keuze), overschrijf=uitvoer.overschrijf)
    uitvoer.toon(kiesbeeld(keuze, catalogus()))


def _als_yaml(keuze: Keuze) -> bytes:
    import yaml

    antwoorden = {vraag: list(codes) for vraag, codes in keuze.antwoorden.items()}
    kop = "# Antwoorden van de Keuzehulp. Een lege lijst betekent: maakt niet uit.\n"
    return (
        kop + yaml.safe_dump(antwoorden, allow_unicode=True, sort_keys=False, default_flow_style=None)
    ).encode()
