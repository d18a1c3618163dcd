"""``lpi vergelijk``: two to four interventions side by side."""

from typing import Annotated

from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._opties import Vraagopties, idargument, opdracht
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.deelname import lees_wie
from lpi_cli.kern.kostenvraag import bereken_treffers
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.toon import vind
from lpi_cli.kern.vergelijk import beoordeel
from lpi_cli.kern.vergelijk import vergelijk as vergelijk_ze
from lpi_cli.weergave.vergelijk import onderwerpen, vergelijkbeeld

VOORBEELDEN = """\
lpi vergelijk mindfit mind-spring
lpi vergelijk bamboo less-stress psycho-educatie --deelnemers 24
lpi vergelijk mindfit mosaic --vraag vraag.yaml --uit vergelijking.md
"""


@opdracht(VOORBEELDEN)
def vergelijk(
    *,
    ids: Annotated[list[str], idargument("Twee tot vier id's of namen.")],
    opties: Vraagopties,
    uitvoer: Uitvoer,
) -> None:
    """Zet interventies naast elkaar: dezelfde onderwerpen voor elk. Wat verschilt, is gemerkt."""
    interventies = list(dict.fromkeys(vind(catalogus(), id_) for id_ in ids))
    vraag = opties.vraag
    opties.bewaar(vraag, overschrijf=uitvoer.overschrijf)
    oordelen = beoordeel(interventies, vraag, catalogus(), vandaag())
    ramingen: dict[str, list[Kostenraming]] = {}
    if gegeven := vraag.aannames(vandaag()):
        wie = lees_wie(vraag.filters, gegeven.deelnemers, vraag.mensen, catalogus(), vandaag())
        ramingen = {
            id_: bereken_treffers([een], gegeven, catalogus(), "naam", wie) for id_, een in oordelen.items()
        }
    vergelijkingen = vergelijk_ze(interventies, onderwerpen(catalogus(), ramingen, vandaag(), oordelen))
    uitvoer.toon(vergelijkbeeld(interventies, vergelijkingen, catalogus()))
