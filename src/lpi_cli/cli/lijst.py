"""``lpi lijst``: the whole catalogue."""

from typing import Annotated

from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._opties import commando, woordoptie
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.lijst import GROEPERINGEN, SORTERINGEN, groepeer, lees_volgorde, sorteer
from lpi_cli.weergave.lijst import lijstbeeld

VOORBEELDEN = """\
lpi lijst
lpi lijst --sorteer kosten
lpi lijst --groepeer doel
lpi lijst --uit interventies.xlsx
"""


@commando(VOORBEELDEN)
def lijst(
    *,
    uitvoer: Uitvoer,
    sorteer_op: Annotated[
        str,
        woordoptie("--sorteer", "VOLGORDE", "Volgorde: {}; meer dan één met een komma.", SORTERINGEN),
    ] = "id",
    groepeer_op: Annotated[
        str | None, woordoptie("--groepeer", "GROEP", "Zet bij elkaar op: {}.", GROEPERINGEN)
    ] = None,
) -> None:
    """Bekijk alle interventies en praktijkvoorbeelden."""
    volgorde = lees_volgorde(sorteer_op)
    gesorteerd = sorteer(catalogus().interventies, volgorde, vandaag())
    uitvoer.toon(lijstbeeld(groepeer(gesorteerd, groepeer_op, catalogus()), catalogus(), vandaag(), volgorde))
