"""Which variants fit a cell: the judgement of ``oordeel`` and ``filters``, with what a plan knows of its people besides."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Soort, Taalgroep, Variant, Voor
from lpi_cli.kern.begrip import lees_begrip, naam
from lpi_cli.kern.filters import FILTERS, LEEFTIJD, Eis, gevraagde_groep, lees_eisen
from lpi_cli.kern.filters.codes import SETTING, is_alleen_daar
from lpi_cli.kern.leeftijd import dekking_van
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.plan.aanbod import AANBOD, DOELGROEPDEEL, Afvaller, Open
from lpi_cli.kern.plan.opgave import Opgave, Plancel, noemt
from lpi_cli.kern.zinnen import opsomming

GEWEIGERD = Open(AANBOD, "u wilt dit niet")
"""Elsewhere, where something is fixed for a cell."""


class Celoordeel(NamedTuple):
    """A variant with what is said of it for a cell, before its size and price."""

    cel: Plancel
    interventie: Interventie
    variant: Variant
    eisen: Sequence[Eis]
    uitkomsten: Sequence[Uitkomst]
    """Per part of the question."""
    beperking: Sequence[Open]
    """To whom or where a source limits it."""
    anders: Sequence[Open]
    """What excludes it besides the question; of what fits only a fixed choice has this."""
    met_tolk: bool
    is_vast: bool

    @property
    def afstand(self) -> tuple[int, int]:
        """How far it is from what is asked: how many parts do not fit, as only a fixed choice may have, and how many are unknown."""
        return self.uitkomsten.count(Uitkomst.PAST_NIET), self.uitkomsten.count(Uitkomst.ONBEKEND)

    def open(self) -> Iterator[Open]:
        """What is open before its size and price, and of a fixed choice what does not fit."""
        for eis, uitkomst in zip(self.eisen, self.uitkomsten, strict=True):
            if uitkomst is not Uitkomst.PAST:
                niet = "" if uitkomst is Uitkomst.ONBEKEND else "past niet: "
                yield Open(eis.filter.naam, partial(_feit, eis, self.interventie, self.variant, niet))
            elif eis.filter is LEEFTIJD and (deel := dekking_van(eis.wensen, (self.variant,))):
                yield Open(eis.filter.naam, f"alleen {deel.tekst}")
        yield from self.beperking
        yield from self.anders


class Kandidaten:
    """Variants to choose from; each part of a question is judged once for all cells that ask it."""

    def __init__(self, interventies: Iterable[Interventie], niet: Collection[str]) -> None:
        """``niet``: what one does not want."""
        self.varianten = [
            (een, variant, [*_niet_te_bestellen(een, variant, niet)])
            for een in interventies
            for variant in een.varianten
        ]
        """Each with why it takes no part, whatever it is for."""
        self._uitkomsten: dict[int, Sequence[Uitkomst]] = {}
        """By the identity of what is asked."""

    def uitkomsten(self, eis: Eis) -> Sequence[Uitkomst]:
        if id(eis) not in self._uitkomsten:
            self._uitkomsten[id(eis)] = [eis.uitkomst(i, variant) for i, variant, _ in self.varianten]
        return self._uitkomsten[id(eis)]


class Beoordelaar:
    """Judges variants for the cells of one plan; what cells ask alike is understood once."""

    def __init__(self, opgave: Opgave, catalogus: Catalogus, vandaag: date) -> None:
        self.opgave, self.catalogus, self.vandaag = opgave, catalogus, vandaag
        self._vragen: dict[str, tuple[Sequence[Eis], set[str]]] = {}
        self._eisen: dict[tuple[str, tuple[str, ...]], Sequence[Eis]] = {}

    def passend(self, cel: Plancel, kandidaten: Kandidaten) -> list[Celoordeel]:
        """The variants that nothing excludes, and what is fixed."""
        return [een for een in self._weeg(cel, kandidaten, 0) if een.is_vast or not een.anders]

    def afvallers(self, cel: Plancel, kandidaten: Kandidaten) -> Iterator[Afvaller]:
        """The variants that one thing excludes, and that thing."""
        for een in self._weeg(cel, kandidaten, 1):
            buiten = een.uitkomsten.count(Uitkomst.PAST_NIET)
            if een.is_vast or buiten + len(een.anders) != 1:
                continue
            if buiten:
                eis = een.eisen[een.uitkomsten.index(Uitkomst.PAST_NIET)]
                waarom = Open(eis.filter.naam, partial(_feit, eis, een.interventie, een.variant))
            else:
                (waarom,) = een.anders
            yield Afvaller(een.interventie, een.variant, waarom)

    def _weeg(self, cel: Plancel, kandidaten: Kandidaten, meeste: int) -> Iterator[Celoordeel]:
        """Variants of which at most so many parts of the question do not fit, and what is fixed."""
        eisen, gevraagd = self._vraag(cel)
        vast = self.opgave.vast.get(cel.naam)
        per_eis = [kandidaten.uitkomsten(eis) for eis in eisen]
        for (interventie, variant, niet), *uitkomsten in zip(kandidaten.varianten, *per_eis, strict=True):
            is_vast = vast is not None and noemt(vast, interventie.id, variant.id)
            if uitkomsten.count(Uitkomst.PAST_NIET) > meeste and not is_vast:
                continue
            beperking, is_uitgesloten = self._beperking(interventie, variant, cel, gevraagd)
            anders = [open_ for open_ in niet if not is_vast or open_ is not GEWEIGERD]
            if variant.voor is not Voor.DEELNEMERS:
                anders += self._voor_anderen(variant, eisen)
            if is_uitgesloten:
                anders += beperking
            yield Celoordeel(
                cel,
                interventie,
                variant,
                eisen,
                uitkomsten,
                [*self._alleen_in(interventie, variant, cel), *beperking],
                anders,
                self._met_tolk(interventie, variant, cel),
                is_vast,
            )

    def _vraag(self, cel: Plancel) -> tuple[Sequence[Eis], set[str]]:
        """What is asked for a cell, understood once; and the codes of what it says of the people."""
        if cel.naam not in self._vragen:
            begrippen = self.catalogus.begrippen["kenmerk"]
            kenmerken = {lees_begrip(woord, begrippen) for woord in gevraagde_groep(cel.vraag)}
            eisen = [
                eis
                for filter_ in FILTERS
                if filter_.naam in cel.vraag
                for eis in self._lees_eis(filter_.naam, tuple(cel.vraag[filter_.naam]))
            ]
            self._vragen[cel.naam] = eisen, kenmerken
        return self._vragen[cel.naam]

    def _lees_eis(self, naam: str, woorden: tuple[str, ...]) -> Sequence[Eis]:
        """What is asked of one filter, read once for all cells that ask it."""
        if (naam, woorden) not in self._eisen:
            self._eisen[naam, woorden] = lees_eisen({naam: woorden}, self.catalogus, self.vandaag)
        return self._eisen[naam, woorden]

    def _voor_anderen(self, variant: Variant, eisen: Sequence[Eis]) -> Iterator[Open]:
        """Why it does not reach the people of a cell themselves: parents and families are asked as a group of their own."""
        if not any(wens.voor for eis in eisen if eis.filter is LEEFTIJD for wens in eis.wensen):
            yield Open(AANBOD, f"voor {naam(variant.voor, self.catalogus.begrippen['voor'])}")

    def _beperking(
        self, interventie: Interventie, variant: Variant, cel: Plancel, gevraagd: set[str]
    ) -> tuple[list[Open], bool]:
        """To whom a source limits it, where the question does not say that these are them; and whether they cannot be.

        Of who speaks another language than people of an origin do, one knows that they are not of it.
        """
        if not (alleen := variant.alleen or interventie.doelgroep.alleen):
            return [], False
        begrippen = self.catalogus.begrippen["kenmerk"]
        assen: dict[tuple[str, ...], list[str]] = {}
        for code in alleen:
            assen.setdefault(tuple(begrippen[code].as_), []).append(code)
        namen, uitgesloten = [], False
        for as_, codes in assen.items():
            wel = {smaller for code in codes for smaller in (code, *begrippen[code].omvat)}
            if wel & gevraagd:
                continue
            talen = {taal for code in codes for taal in begrippen[code].talen}
            anders = bool(talen) and cel.taal is not None and cel.taal not in talen
            if "taal" in as_ and talen and not anders and cel.taal:
                continue
            namen += [naam(code, begrippen) for code in codes]
            uitgesloten = uitgesloten or anders
        return [Open(DOELGROEPDEEL, f"alleen {opsomming(namen)}")] if namen else [], uitgesloten

    def _alleen_in(self, interventie: Interventie, variant: Variant, cel: Plancel) -> Iterator[Open]:
        """Where it is given only, when no place is asked."""
        if is_alleen_daar(interventie, variant) and SETTING.naam not in cel.vraag:
            begrippen = self.catalogus.begrippen["setting"]
            plekken = opsomming(naam(code, begrippen) for code in variant.setting or interventie.setting)
            yield Open(SETTING.naam, f"alleen {plekken}")

    def _met_tolk(self, interventie: Interventie, variant: Variant, cel: Plancel) -> bool:
        """Whether this language goes by way of an interpreter only."""
        if cel.taal is None or not interventie.talen_met_tolk or variant.taalgroep is Taalgroep.ZONDER_TAAL:
            return False
        return cel.taal not in (variant.talen or interventie.talen)


def _niet_te_bestellen(interventie: Interventie, variant: Variant, niet: Collection[str]) -> Iterator[Open]:
    if any(noemt(wat, interventie.id, variant.id) for wat in niet):
        yield GEWEIGERD
    if interventie.soort is Soort.PRAKTIJKVOORBEELD:
        yield Open(AANBOD, "een lokaal voorbeeld, niet te bestellen")


def _feit(eis: Eis, interventie: Interventie, variant: Variant, aanhef: str = "") -> str:
    return f"{aanhef}{eis.feit(interventie, variant)}"
