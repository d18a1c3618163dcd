"""``lpi web``: the Keuzehulp as one page that works from disk and from any web server."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from lpi_cli.catalogus.model_afzender import BESTAND
from lpi_cli.cli._eigen import catalogus, lees_afzender, vandaag
from lpi_cli.cli._opties import commando, padoptie
from lpi_cli.cli._uitvoer import bewaar, maak_map, melding, weiger_bestaand
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.web import ALLES, PAGINA, webpagina


@commando("lpi web --uit keuzehulp\nlpi web --uit keuzehulp --overschrijf")
def web(
    *,
    uit: Annotated[Path, padoptie("--uit", "MAP", "De map waarin de pagina komt.")],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang een pagina die er al is.")
    ] = False,
) -> None:
    """Maak van de Keuzehulp een pagina voor collega's: zij werkt zonder internet."""
    if uit.suffix.lower() in (".html", ".htm") and not uit.is_dir():
        raise Vraagfout(
            f"--uit is hier een map; geef bijvoorbeeld: lpi web --uit {quote(str(uit.with_suffix('')))}"
        )
    maak_map(uit)
    afzender = lees_afzender([uit, Path()])
    for naam in (PAGINA, ALLES):
        weiger_bestaand(uit / naam, overschrijf=overschrijf)
    gemaakt = webpagina(catalogus(), vandaag(), afzender)
    bewaar(uit / ALLES, gemaakt.alles, overschrijf=overschrijf)
    bewaar(uit / PAGINA, gemaakt.pagina, overschrijf=overschrijf)
    if afzender is None:
        melding(f"Van wie de pagina is, staat er niet op. Zet dat in {BESTAND}, naast de pagina of hier.")
    melding(f"Open {uit / PAGINA} in een browser, of zet de map op een website.")
