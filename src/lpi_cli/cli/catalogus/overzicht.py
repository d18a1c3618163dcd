"""``lpi catalogus bronnen`` and ``afwijkingen``: where facts come from, and where sources differ."""

from typing import Annotated

from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._opties import commando, idargument
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.bronnen import bronstaten
from lpi_cli.kern.vind import vind_alle
from lpi_cli.weergave.bronnen import afwijkingenbeeld, bronnenbeeld, feitbronnenbeeld


@commando(
    "lpi catalogus bronnen\nlpi catalogus bronnen bamboo --uit bamboo.xlsx\n"
    "lpi catalogus bronnen mind-spring-folder\n"
)
def bronnen(
    *,
    ids: Annotated[
        list[str] | None, idargument("Elk feit hiervan, met de plaats in de bron; of elk feit uit deze bron.")
    ] = None,
    uitvoer: Uitvoer,
) -> None:
    """Zie welke bronnen er zijn en hoe oud ze zijn, of uit welke bron elk feit komt."""
    if ids:
        bronnen_ = catalogus().bronnen.keys() - {interventie.id for interventie in catalogus().alle}
        uit = [een for een in ids if een in bronnen_]
        gekozen = [een.los() for een in vind_alle(catalogus(), (een for een in ids if een not in uit))]
        uitvoer.toon(feitbronnenbeeld(gekozen or catalogus().interventies, catalogus(), uit))
        return
    uitvoer.toon(bronnenbeeld(bronstaten(catalogus(), vandaag().year), vandaag()))


@commando("lpi catalogus afwijkingen\nlpi catalogus afwijkingen pm-plus")
def afwijkingen(
    *,
    ids: Annotated[list[str] | None, idargument("Alleen deze interventies.")] = None,
    uitvoer: Uitvoer,
) -> None:
    """Zie over welke feiten de bronnen verschillen, welke waarde wij gebruiken en waarom."""
    gekozen = [een.los() for een in vind_alle(catalogus(), ids or (), ook_gestopt=True)]
    uitvoer.toon(afwijkingenbeeld(gekozen or catalogus().alle, catalogus()))
