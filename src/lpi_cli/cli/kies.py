"""``lpi kies``: the Keuzehulp, asked or answered with options."""

from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._keuzehulp import vul_antwoorden_aan
from lpi_cli.cli._opties import Vraagopties, commando
from lpi_cli.cli._uitvoer import Uitvoer, weiger_opslaan
from lpi_cli.kern.kies import kies as kies_in
from lpi_cli.weergave.kies import kiesbeeld

VOORBEELDEN = """\
lpi kies
lpi kies --leeftijd jongeren --doel veerkracht
lpi kies --leeftijd volwassenen --doel klachten --vorm groep --uit keuze.md
lpi kies --leeftijd jongeren --taal ar=10 --taal uk=14 --setting azc
lpi kies --opslaan vraag.yaml
"""


@commando(VOORBEELDEN)
def kies(*, opties: Vraagopties, uitvoer: Uitvoer) -> None:
    """Beantwoord drie vragen en zie wat past. Met opties vraagt lpi alleen wat nog ontbreekt."""
    if opties.opslaan is not None:
        weiger_opslaan(opties.opslaan, overschrijf=uitvoer.overschrijf)
    vraag = vul_antwoorden_aan(opties.vraag, verder=True)
    opties.bewaar(vraag, overschrijf=uitvoer.overschrijf)
    opties.meld_budget()
    keuze = kies_in(catalogus(), vraag.filters, vandaag(), vraag.liefst)
    uitvoer.toon(kiesbeeld(keuze, vraag, catalogus()))
