"""``lpi kosten``: what it costs for a number of people."""

from typing import Annotated

from lpi_cli.cli._eigen import catalogus
from lpi_cli.cli._opties import REKENEN, Vraagopties, aannames, commando, idargument, woordoptie
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.kosten import SORTERINGEN, STANDAARDVOLGORDE
from lpi_cli.kern.kostenvraag import bereken_antwoord, lees_kostenvraag
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.vind import vind_alle
from lpi_cli.weergave.kosten import kostenbeeld

VOORBEELDEN = """\
lpi kosten --deelnemers 40
lpi kosten mindfit mosaic --deelnemers 15
lpi kosten --deelnemers 20 --leeftijd 18+ --budget 10000
lpi kosten --vraag vraag.yaml --liefst taal=ar
lpi kosten my-identity --deelnemers 12 --uurtarief 95
"""


@commando(VOORBEELDEN)
def kosten(
    *,
    ids: Annotated[
        list[str] | None, idargument("Alleen deze interventies, of varianten zoals bamboo/kids.")
    ] = None,
    opties: Vraagopties,
    sorteer_op: Annotated[
        str, woordoptie("--sorteer", "VOLGORDE", "Volgorde: {}.", SORTERINGEN, REKENEN)
    ] = STANDAARDVOLGORDE,
    uitvoer: Uitvoer,
) -> None:
    """Reken uit wat interventies kosten voor uw aantal mensen. Wat niet gepubliceerd is, telt nooit als nul."""
    lees_naam(sorteer_op, SORTERINGEN, "volgorde")
    gevraagd = vind_alle(catalogus(), ids or ())
    vraag = opties.vraag
    gegeven = aannames(vraag)
    opties.bewaar(vraag, overschrijf=uitvoer.overschrijf)
    kostenvraag = lees_kostenvraag(catalogus(), vraag.filters, gevraagd, gegeven, vraag.liefst)
    ramingen = bereken_antwoord(kostenvraag, gegeven, catalogus(), sorteer_op)
    uitvoer.toon(kostenbeeld(ramingen, gegeven, kostenvraag, catalogus(), sorteer_op))
