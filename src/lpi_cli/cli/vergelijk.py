"""``lpi vergelijk``: two to four interventions side by side."""

from typing import Annotated

from lpi_cli.catalogus.model import Interventie
from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._opties import Vraagopties, commando, idargument
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.deelname import lees_wie
from lpi_cli.kern.kostenvraag import bereken_treffers
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.vergelijk import vergelijk as vergelijk_ze
from lpi_cli.kern.vind import vind_wat
from lpi_cli.kern.zoek import beoordeel
from lpi_cli.weergave.vergelijk import onderwerpen, vergelijkbeeld

VOORBEELDEN = """\
lpi vergelijk mindfit mind-spring
lpi vergelijk bamboo less-stress psycho-educatie --deelnemers 24
lpi vergelijk bamboo/youth mind-spring/13-plus
lpi vergelijk mindfit mosaic --vraag vraag.yaml --uit vergelijking.md
"""


@commando(VOORBEELDEN)
def vergelijk(
    *,
    ids: Annotated[list[str], idargument("Twee tot vier id's, varianten of namen.")],
    opties: Vraagopties,
    uitvoer: Uitvoer,
) -> None:
    """Zet interventies naast elkaar: dezelfde onderwerpen voor elk. Wat verschilt, is gemerkt."""
    gevraagd = list({een.wat: een for een in (vind_wat(catalogus(), id_) for id_ in ids)}.values())
    vraag = opties.vraag
    opties.bewaar(vraag, overschrijf=uitvoer.overschrijf)
    oordelen = {
        een.los(): beoordeel(een, vraag.filters, catalogus(), vandaag(), vraag.liefst) for een in gevraagd
    }
    ramingen: dict[Interventie, list[Kostenraming]] = {}
    if gegeven := vraag.aannames(vandaag()):
        wie = lees_wie(vraag.filters, gegeven.deelnemers, vraag.mensen, catalogus(), vandaag())
        ramingen = {
            los: bereken_treffers([treffer], gegeven, catalogus(), "naam", wie)
            for los, treffer in oordelen.items()
        }
    vergelijkingen = vergelijk_ze(list(oordelen), onderwerpen(catalogus(), ramingen, vandaag(), oordelen))
    uitvoer.toon(vergelijkbeeld(gevraagd, vergelijkingen, catalogus()))
