"""What every memo has, of a choice or of a plan: who sends it, how sure things are, how to pay, and how it was made."""

from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Aandachtspunt, Interventie, Soort
from lpi_cli.catalogus.model_uitleg import Uitlegdeel
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import geldt_voor
from lpi_cli.kern.bronnen import van_wanneer
from lpi_cli.kern.rapport import Notitieopdracht
from lpi_cli.kern.uitleg import deeltekst
from lpi_cli.kern.zinnen import datum_in_woorden, opsomming
from lpi_cli.weergave.beeld import Alinea, Blok, Kop, Punten, Toon, Velden
from lpi_cli.weergave.feiten import bronnen_kort
from lpi_cli.weergave.gestopt import gestoptblokken
from lpi_cli.weergave.optie import Optieverhaal
from lpi_cli.weergave.rapportkosten import enkele
from lpi_cli.weergave.tekst import op_een_regel
from lpi_cli.weergave.toets import oordeel_voluit, toetsblokken
from lpi_cli.weergave.versie import versieregel

if TYPE_CHECKING:
    from lpi_cli.kern.rapportplan import Planopdracht

INVULLEN = "…" * 24
"""A line to write on."""
NIETS_NIEUWS, BETALEN = "belang", "financiering"
"""Topics that the memo takes up, where they are about these people."""
NIET_BEKEND = (
    "Wat geen bron zegt, heet niet gepubliceerd en telt nooit als nul of als nee. Of er nu plaats is, hoe lang "
    "het wachten is en of mensen mee willen doen, staat in geen bron."
)
ZO_GEREKEND = (
    "Kosten: het aantal groepen is het aantal deelnemers gedeeld door de grootste groep, naar boven "
    "afgerond. Een bereik blijft een bereik. Opleiding van trainers telt niet mee."
)
OF_NIETS = "of besluit om nu niets nieuws te beginnen"


def welk_geld(budget: Decimal | None) -> str:
    """What is asked of who decides about the money."""
    return f"Zeg {'welk bedrag er is' if budget is None else 'of dit budget er is'}, en uit welke pot."


class Notitiedelen:
    """``groepen``: who the people are, in words of the vocabulary, a set for each group of them."""

    def __init__(
        self, opdracht: "Notitieopdracht | Planopdracht", groepen: Sequence[set[str]], catalogus: Catalogus
    ) -> None:
        self._brief, self._groepen, self.catalogus = opdracht, groepen, catalogus

    def _hoofd(self) -> Velden:
        return Velden(
            [
                ("Aan", [self._brief.aan or INVULLEN]),
                ("Van", [self._brief.van or INVULLEN]),
                ("Datum", [datum_in_woorden(self._brief.datum)]),
            ]
        )

    def _zekerheid(self, verhalen: Sequence[Optieverhaal]) -> Iterator[str]:
        """Which of the options have evidence for these people, and what a test in the memo says of them."""
        erkend = [v.titel for v in verhalen if any(e.niveau for e in v.erkenningen())]
        onderzocht = [v.titel for v in verhalen if v.onderzoek(gunstig=True)]
        opgenomen = [v.titel for v in verhalen if v.erkenningen() and v.titel not in erkend]
        deels = [v.titel for v in verhalen if v.heeft_deels_bewijs and v.titel not in (*erkend, *onderzocht)]
        met = {*erkend, *opgenomen, *onderzocht, *deels}
        for wat, namen in (
            ("Een erkenning voor deze groep", erkend),
            ("Een erkenning zonder gepubliceerd niveau", opgenomen),
            ("Onderzoek met gunstige uitkomst", onderzocht),
            ("Erkenning of gunstig onderzoek, niet van alle varianten", deels),
            (
                "Geen van beide voor deze groep gepubliceerd",
                [v.titel for v in verhalen if v.titel not in met],
            ),
        ):
            if namen:
                yield f"{wat}: {opsomming(namen) if namen is erkend else enkele(namen)}."
        yield from self._getoetst(verhalen)

    def _getoetst(self, verhalen: Iterable[Optieverhaal]) -> Iterator[str]:
        """The verdict of a test further on, where one decides: it may be that it is not ready yet."""
        namen = {vlak(verhaal.interventie.naam) for verhaal in verhalen}
        for uitslag in self._brief.toetsen:
            if vlak(uitslag.toets.naam) in namen:
                yield f"Toets van {uitslag.toets.naam} voor {uitslag.toets.doelgroep}: {oordeel_voluit(uitslag)}."

    def _niets_nieuws(self) -> Iterator[Blok]:
        """Doing nothing new is an option too."""
        onderwerp = self.catalogus.uitleg.get(NIETS_NIEUWS)
        if onderwerp:
            yield Kop("Niets nieuws doen", 3)
            yield Alinea(f"Ook dat is een keuze. {onderwerp.samenvatting}")
            for deel in onderwerp.delen:
                if deel.voor and self._geldt(deel):
                    yield Alinea(self._met_bron(deel))

    def _geldt(self, deel: Uitlegdeel) -> bool:
        """Whether a part of a topic is about these people, and about no offer that stands with the options itself."""
        kenmerken = self.catalogus.begrippen["kenmerk"]
        return not deel.interventies and any(
            geldt_voor(deel.voor, groep, kenmerken) for groep in self._groepen
        )

    def _met_bron(self, deel: Uitlegdeel) -> str:
        return f"{deeltekst(deel)} (Volgens {bronnen_kort([deel.bron], self.catalogus)}.)"

    def _betalen(self) -> Iterator[Blok]:
        onderwerp = self.catalogus.uitleg.get(BETALEN)
        if delen := [deel for deel in onderwerp.delen if self._geldt(deel)] if onderwerp else []:
            yield Kop("Hoe u het kunt betalen")
            yield Velden([(deel.kop or "", [*deel.punten, self._met_bron(deel)]) for deel in delen])

    def _toetsen(self) -> Iterator[Blok]:
        if self._brief.toetsen:
            yield Kop("Eigen interventies getoetst")
            for uitslag in self._brief.toetsen:
                yield from toetsblokken(uitslag, self.catalogus, niveau=3)

    def _slot(
        self,
        getoond: Iterable[Interventie],
        punten: Sequence[Aandachtspunt],
        stappen: Sequence[str],
        werkwijze: Iterable[str],
    ) -> Iterator[Blok]:
        """What comes behind the choice: what takes no part, own tests, money, what to mind, how to go on, sources."""
        yield from gestoptblokken(self.catalogus)
        yield from self._toetsen()
        yield from self._betalen()
        if punten:
            yield Kop("Waar u op let")
            yield Punten([punt.tekst for punt in punten])
        yield Kop("Volgende stappen")
        yield Punten(stappen, afvinken=True)
        bronnen = {plek.bron for een in getoond for plek in een.bronnen} | {punt.bron for punt in punten}
        yield from self._verantwoording(bronnen, werkwijze)

    def _verantwoording(self, bronnen: Container[str], werkwijze: Iterable[str]) -> Iterator[Blok]:
        """The sources of all that is shown, how it was made and what nobody knows."""
        yield Kop("Bronnen en werkwijze")
        op_volgorde = (self._bron(bron) for bron in self.catalogus.bronnen if bron in bronnen)
        yield Alinea(f"Bronnen: {'; '.join(op_volgorde)}.", Toon.ZACHT)
        yield Alinea(" ".join([self._gemaakt(), *werkwijze, NIET_BEKEND]), Toon.ZACHT)

    def _bron(self, id_: str) -> str:
        bron = self.catalogus.bronnen[id_]
        delen = [bron.titel, bron.uitgever, van_wanneer(bron), bron.url]
        return f"{bronnen_kort([id_], self.catalogus)} ({', '.join(filter(None, delen))})"

    def _gemaakt(self) -> str:
        aantal = sum(i.soort is Soort.INTERVENTIE for i in self.catalogus.interventies)
        eigen = [op_een_regel(str(map_)) for map_ in self.catalogus.mappen]
        ook = f" Uw eigen catalogus deed mee: {opsomming(eigen)}." if eigen else ""
        return f"Gemaakt met {versieregel(self.catalogus.uitgave)}, zonder internet, met {aantal} interventies.{ook}"
