"""``lpi catalogus sjabloon``: an empty workbook for own offers."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from lpi_cli.catalogus.laden import gebundelde_map
from lpi_cli.cli._eigen import catalogus
from lpi_cli.cli._nederlands import lezer
from lpi_cli.cli._opties import commando
from lpi_cli.cli._uitvoer import bewaar, melding, weiger_bestaand
from lpi_cli.cli.catalogus._werkboek import documenten, lees_werkboeknaam

VOORBEELD = "mosaic"
"""What an empty workbook shows as example."""


@commando("lpi catalogus sjabloon --uit aanbod.xlsx")
def sjabloon(
    *,
    uit: Annotated[
        Path,
        typer.Option(
            "--uit", metavar="BESTAND", help="Het werkblad: .xlsx.", parser=lezer(lees_werkboeknaam)
        ),
    ],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")
    ] = False,
) -> None:
    """Maak een leeg werkblad voor uw eigen aanbod, met uitleg, keuzelijsten en een voorbeeld."""
    from lpi_cli.weergave.blad import leeg_werkboek

    weiger_bestaand(uit, overschrijf=overschrijf)
    voorbeelden = [een for een in documenten(gebundelde_map(), ()) if een["id"] == VOORBEELD]
    bewaar(uit, leeg_werkboek(catalogus(), voorbeelden), overschrijf=overschrijf)
    melding(f"Vul blad Aanbod in, en lees het daarna met: lpi catalogus lees {quote(str(uit))} mijn-regio")
