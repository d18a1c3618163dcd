"""``lpi zoek``: filter everything."""

from typing import Annotated

import typer

from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._opties import Vraagopties, commando
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.zoek import zoek as zoek_in
from lpi_cli.weergave.zoek import zoekbeeld

VOORBEELDEN = """\
lpi zoek --leeftijd 12-18
lpi zoek --taal oekraïens --setting gemeente
lpi zoek muziek --leeftijd kinderen
lpi zoek --leeftijd 12-18 --liefst taal=oekraïens --liefst kosteloos
lpi zoek --doel klachten --bewijs goed-onderbouwd --formaat json
"""


@commando(VOORBEELDEN)
def zoek(
    *,
    tekst: Annotated[
        list[str] | None, typer.Argument(metavar="TEKST", help="Woorden die in de beschrijving staan.")
    ] = None,
    opties: Vraagopties,
    uitvoer: Uitvoer,
) -> None:
    """Zoek interventies. Alle filters moeten kloppen; een filter twee keer betekent: het een of het ander."""
    vraag = opties.vraag
    opties.bewaar(vraag, overschrijf=uitvoer.overschrijf)
    opties.meld_budget()
    resultaat = zoek_in(catalogus(), vraag.filters, vandaag(), " ".join(tekst or ()), vraag.liefst)
    uitvoer.toon(zoekbeeld(resultaat, catalogus()))
