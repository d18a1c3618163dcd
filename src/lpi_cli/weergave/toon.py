"""Everything about an intervention, as one card."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Herkomst, Herkomstsoort, Interventie, Soort, Variant
from lpi_cli.catalogus.record import als_gegevens
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.uitleg import onderwerpen_bij
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.weergave.beeld import (
    PLATTE_KOLOMMEN,
    Alinea,
    Beeld,
    Blok,
    Kop,
    Punten,
    Tabel,
    Tabelkolom,
    Toon,
    Velden,
    Wegwijzers,
    platte_rijen,
)
from lpi_cli.weergave.feit import FEITEN, VARIANTFEITEN
from lpi_cli.weergave.feiten import (
    RUIT,
    STER_UITLEG,
    VOORBEELD_UITLEG,
    bronregel,
    id_met_merk,
    met_mappen,
    van_het_geheel,
    veld_in_woorden,
)
from lpi_cli.weergave.tekst import geteld


def toonbeeld(
    gevraagd: Sequence[Gevraagd], catalogus: Catalogus, vandaag: date, *, met_bronnen: bool
) -> Beeld:
    """One card per intervention, of a part only what holds for that; ``met_bronnen`` adds the source of each fact and the deviations.

    ``vandaag``: the day on which one asks, to say what is old.

    The data for JSON is one object for one intervention, and a list for several.
    """
    interventies = [een.los() for een in gevraagd]

    def blokken() -> Iterator[Blok]:
        for een, interventie in zip(gevraagd, interventies, strict=True):
            kaart = Kaart(interventie, catalogus, vandaag, met_bronnen).blokken()
            yield next(kaart)
            if deel := van_het_geheel(een):
                yield Alinea(f"{deel} Alles leest u met: lpi toon {een.interventie.id}", Toon.NADRUK)
            yield from kaart

    return Beeld(
        blokken,
        lambda: als_gegevens(interventies[0] if len(interventies) == 1 else tuple(interventies)),
        PLATTE_KOLOMMEN,
        lambda: [rij for i in interventies for rij in platte_rijen(i.id, als_gegevens(i))],
        titel=opsomming(i.naam for i in interventies) if len(interventies) > 1 else "",
    )


KERN = ("aanbieder", "status", "voor wie", "kenmerken", "doel", "preventie", "plek", "talen", "tolk", "regio")
"""The facts at the top of a card, in order."""
ALS_BEKEND = frozenset({"status", "preventie"})
"""Facts that few sources give, and that are left out when they do not."""
VARIANTKOLOMMEN = ("leeftijd", "vorm", "bijeenkomsten", "groepsgrootte")
"""What stands of each variant in their table."""


class Kaart(NamedTuple):
    """The card of one intervention, block by block."""

    interventie: Interventie
    catalogus: Catalogus
    vandaag: date
    met_bronnen: bool

    def blokken(self) -> Iterator[Blok]:
        yield Kop(f"{self.interventie.naam} ({id_met_merk(self.interventie, self.catalogus)})", 1)
        yield from self._voorbeeld()
        yield Alinea(self.interventie.samenvatting)
        if self.interventie.voorselectie:
            yield Alinea(f"{STER_UITLEG}.", Toon.ZACHT)
        yield from self._feiten()
        yield from self._bronnen()

    def inhoud(self) -> Iterator[Blok]:
        """The card for a page that shows the name, the summary, the marks and the sources itself."""
        yield from self._voorbeeld()
        yield from self._feiten()

    def _voorbeeld(self) -> Iterator[Blok]:
        if self.interventie.soort is Soort.PRAKTIJKVOORBEELD:
            yield Alinea(VOORBEELD_UITLEG, Toon.NADRUK)

    def _feiten(self) -> Iterator[Blok]:
        if herkomst := self.catalogus.herkomst.get(self.interventie.id):
            yield Alinea(_herkomst_in_woorden(herkomst), Toon.NADRUK)
        yield self._velden(*(feit for feit in KERN if feit not in ALS_BEKEND or self._bekend(feit)))
        yield Kop("Varianten")
        yield from self._varianten()
        yield Kop("Zo gaat het")
        yield from self._alineas("aanpak", *(["uitvoering"] if self._bekend("uitvoering") else []))
        yield self._velden("uitvoerders")
        yield from self._punten("Waardoor het werkt, volgens de bron", "waardoor het werkt")
        yield Kop("Werkt het?")
        yield from self._alineas("bewijs")
        if regels := [
            *(f"Erkenning: {regel}" for regel in self._bekend("erkenning")),
            *self._bekend("onderzoek"),
        ]:
            yield Punten(regels)
        yield Kop("Kosten")
        yield Punten(self._regels("kosten"))
        yield Kop("Zelf uitvoeren?")
        yield from self._alineas("zelf uitvoeren")
        yield from self._punten("Let op", "let op")
        yield from self._punten("Kwaliteit: wat de bronnen zeggen", "kwaliteit")
        yield Kop("Contact")
        yield Punten(self._regels("contact"))
        yield from self._uitleg()
        yield from self._punten("Publicaties", "publicaties")
        if self.met_bronnen:
            yield from self._punten(FEITEN["verschillen"].label, "verschillen")

    def _regels(self, feit: str) -> list[str]:
        return FEITEN[feit].regels(
            self.interventie, self.catalogus, met_bronnen=self.met_bronnen, vandaag=self.vandaag
        )

    def _bekend(self, feit: str) -> list[str]:
        """What is said of it; nothing when no source says it."""
        return self._regels(feit) if FEITEN[feit].zeg(self.interventie, self.catalogus) else []

    def _velden(self, *feiten: str) -> Velden:
        return Velden([(FEITEN[feit].label, self._regels(feit)) for feit in feiten])

    def _alineas(self, *feiten: str) -> Iterator[Blok]:
        return (Alinea(regel) for feit in feiten for regel in self._regels(feit))

    def _punten(self, kop: str, feit: str) -> Iterator[Blok]:
        if regels := self._bekend(feit):
            yield Kop(kop)
            yield Punten(regels)

    def _varianten(self) -> Iterator[Blok]:
        varianten, feiten = self.interventie.varianten, [VARIANTFEITEN[feit] for feit in VARIANTKOLOMMEN]
        rijen = [
            [v.naam, *(feit.kort(v, self.catalogus) or NIET_GEPUBLICEERD for feit in feiten)]
            for v in varianten
        ]
        yield Tabel([Tabelkolom("variant"), *map(Tabelkolom, VARIANTKOLOMMEN)], rijen)
        regels = []
        for variant in varianten:
            bron = self._bronnen_van(variant) if self.met_bronnen else None
            if gezegd := list(filter(None, [*(feit.toelichting(variant) for feit in feiten), bron])):
                regels.append(f"{variant.naam}: {' '.join(gezegd)}")
        if regels:
            yield Punten(regels)

    def _bronnen_van(self, variant: Variant) -> str:
        """Where a variant is described; what of it has another source is named with that."""
        eigen = {feit: bronnen_van(self.interventie, feit, variant) for feit in VARIANTKOLOMMEN}
        anders = [f"{feit}: {', '.join(ids)}" for feit, ids in eigen.items() if ids != (variant.bron,)]
        return f"[{'; '.join([f'{variant.bron}, {variant.plaats}', *anders])}]"

    def _uitleg(self) -> Iterator[Blok]:
        if onderwerpen := onderwerpen_bij(self.interventie, self.catalogus):
            yield Kop("Waar u verder op let")
            yield Wegwijzers("uitleg", [(onderwerp.id, onderwerp.titel) for onderwerp in onderwerpen])

    def _bronnen(self) -> Iterator[Blok]:
        i = self.interventie
        if not self.met_bronnen:
            aantal = len(i.afwijkingen)
            telt = f"Bronnen verschillen op {geteld(aantal, 'punt', 'en')}. " if aantal else ""
            yield Alinea(f"{telt}De bron per feit en alle verschillen ziet u met:", Toon.ZACHT)
            yield Alinea(met_mappen(f"lpi toon {i.id} --bronnen", self.catalogus))
            return
        yield Kop("Bronnen")
        yield Punten([bronregel(v.bron, self.catalogus, v.plaats) for v in i.bronnen])


def _herkomst_in_woorden(herkomst: Herkomst) -> str:
    mappen = opsomming(herkomst.mappen)
    velden = opsomming(veld_in_woorden(veld) for veld in herkomst.velden if veld != "bronnen")
    woorden = {
        Herkomstsoort.AANGEVULD: f"Aangevuld door uw eigen catalogus {mappen}: {velden}.",
        Herkomstsoort.VERVANGEN: f"Vervangen door uw eigen catalogus {mappen}; wat de gids zegt, ziet u hier niet.",
        Herkomstsoort.EIGEN: f"Uit uw eigen catalogus: {mappen}.",
    }
    return f"{RUIT} {woorden[herkomst.soort]}"
