"""``lpi toon``: everything about an intervention."""

from typing import Annotated

import typer

from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._opties import commando, idargument
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.vind import vind_alle
from lpi_cli.weergave.toon import toonbeeld

VOORBEELDEN = """\
lpi toon bamboo
lpi toon "mind spring" --bronnen
lpi toon bamboo/kids
lpi toon ease bethere --uit war-child.md
"""


@commando(VOORBEELDEN)
def toon(
    *,
    ids: Annotated[
        list[str], idargument("Een id, een variant zoals bamboo/kids, of een (deel van een) naam.")
    ],
    uitvoer: Uitvoer,
    bronnen: Annotated[
        bool, typer.Option("--bronnen", help="Toon bij elk feit de bron, en waar bronnen verschillen.")
    ] = False,
) -> None:
    """Lees alles over een interventie: voor wie, hoe, bewijs, kosten, contact."""
    gevraagd = vind_alle(catalogus(), ids, ook_gestopt=True)
    uitvoer.toon(toonbeeld(gevraagd, catalogus(), vandaag(), met_bronnen=bronnen))
