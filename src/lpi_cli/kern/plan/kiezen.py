"""Which options a plan takes, in one order of weight; and which with other prices or answers."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from lpi_cli.kern.plan.aanbod import Celoptie
from lpi_cli.kern.plan.bestelling import som_van
from lpi_cli.kern.plan.opgave import Opgave, Plancriterium, noemt
from lpi_cli.kern.plan.samen import GRATIS, MEESTE_GELIJK, Kans, Keuzeruimte, zinvol


class Gekozen(NamedTuple):
    """A choice in one order of weight: with known prices, and beside these what must be asked."""

    weging: tuple[Plancriterium, ...]
    regels: tuple[Celoptie, ...]
    gelijk: tuple[tuple[Celoptie, ...], ...]

    def is_nieuw(self, eerder: "Gekozen") -> bool:
        """Whether it is none of those that are as good as an earlier one."""
        bekend = sleutels(een for een in self.regels if een.totaal is not None)
        return all(bekend != sleutels(regels) for regels in eerder.gelijk)


class Optieruimte:
    """Options to choose from within any budget, in any order of weight; with something for each fixed cell that can have it."""

    def __init__(self, opties: Iterable[tuple[Kans, Celoptie]], vast: frozenset[str]) -> None:
        self._opties = {id(kans): (kans, een) for kans, een in opties}
        """By the identity of what they are in the merge."""
        kansen = [kans for kans, _ in self._opties.values()]
        if vast:
            vast &= {cel for kans in kansen for cel in kans.cellen}
        self._vast, self._keuzes = vast, Keuzeruimte(kansen, vast)

    def kies(
        self, budget: Decimal | None, weging: Sequence[Plancriterium], meeste: int = 1
    ) -> tuple[tuple[Celoptie, ...], ...]:
        """The best choice and those as good; where what is fixed costs more than there is, the rest may cost nothing."""
        keuze = self._keuzes.kies(budget, weging, meeste)
        if keuze is None:
            keuze = self._keuzes.kies(self._minste(weging), weging, meeste)
        assert keuze is not None, "the fixed choices fit what they cost"
        return tuple(tuple(self._opties[id(kans)][1] for kans in kansen) for kansen in keuze.gelijk)

    def _minste(self, weging: Sequence[Plancriterium]) -> Decimal:
        """What is fixed costs at least."""
        goedkoopst = sorted(weging, key=lambda criterium: criterium is not Plancriterium.KOSTEN)
        vaste = [kans for kans in self._keuzes.kansen if self._vast & set(kans.cellen)]
        keuze = Keuzeruimte(vaste, self._vast).kies(None, goedkoopst, 1)
        assert keuze is not None, "each fixed cell has an option"
        return keuze.opbrengst.kosten


class Kiezer:
    """Chooses from the options of a plan in one order of weight, and again with other options."""

    def __init__(self, opgave: Opgave, opties: Sequence[Celoptie]) -> None:
        self.opgave, self.opties = opgave, opties
        self._kansen: dict[int, tuple[Celoptie, Kans]] = {}
        """By the identity of an option, which is kept so that no other gets it."""

    def kies(self, weging: tuple[Plancriterium, ...]) -> Gekozen:
        """First what has a price, as if nothing else existed; then for the cells that are left what must be asked."""
        gelijk = self._met_prijs.kies(self.opgave.budget, weging, MEESTE_GELIJK)
        return Gekozen(weging, self._vul_aan(gelijk[0], weging), gelijk)

    @cached_property
    def bekend(self) -> list[Celoptie]:
        """What has a price, without what another is as good as in every respect."""
        return self.zinvol(een for een in self.opties if een.totaal is not None)

    @cached_property
    def _met_prijs(self) -> Optieruimte:
        return self.ruimte(self.bekend)

    @cached_property
    def _onbekend(self) -> list[Celoptie]:
        """The same of what has none."""
        return self.zinvol(een for een in self.opties if een.totaal is None)

    def zinvol(self, opties: Iterable[Celoptie]) -> list[Celoptie]:
        per_kans = {id(self._kans(een)): een for een in opties if self.mag(een)}
        return [per_kans[id(kans)] for kans in zinvol(map(self._kans, per_kans.values()), MEESTE_GELIJK)]

    def _vul_aan(
        self, gekozen: tuple[Celoptie, ...], weging: tuple[Plancriterium, ...]
    ) -> tuple[Celoptie, ...]:
        """With something of which the price must be asked for the cells that have nothing."""
        budget = self.opgave.budget
        rest = None if budget is None else max(GRATIS, budget - som_van(gekozen).tot)
        bezet = celnamen(gekozen)
        erna = [een for een in self._onbekend if bezet.isdisjoint(een.celnamen)]
        (erbij,) = self.ruimte(erna).kies(rest, weging)
        return tuple(sorted([*gekozen, *erbij], key=attrgetter("celnamen")))

    def anders(self, bekend: Optieruimte, gekozen: Gekozen) -> tuple[Celoptie, ...]:
        """A choice with other options of a known price; the same lines where it takes the same of these."""
        (anders,) = bekend.kies(self.opgave.budget, gekozen.weging)
        if zelfde(anders, (een for een in gekozen.regels if een.totaal is not None)):
            nieuw = {een.sleutel: een for een in anders}
            return tuple(nieuw.get(een.sleutel, een) for een in gekozen.regels)
        return self._vul_aan(anders, gekozen.weging)

    def ruimte(self, opties: Iterable[Celoptie]) -> Optieruimte:
        """``opties``: those that matter."""
        return Optieruimte(((self._kans(een), een) for een in opties), frozenset(self.opgave.vast))

    def _kans(self, optie: Celoptie) -> Kans:
        if id(optie) not in self._kansen:
            self._kansen[id(optie)] = (optie, optie.als_kans())
        return self._kansen[id(optie)][1]

    def mag(self, optie: Celoptie) -> bool:
        """Whether nothing else was decided for its cells."""
        vast = self.opgave.vast
        return not vast or all(
            noemt(vast[cel], optie.interventie.id, optie.variant.id) for cel in optie.celnamen if cel in vast
        )


def wegingen(weging: tuple[Plancriterium, ...]) -> Iterator[tuple[Plancriterium, ...]]:
    """The order that was asked, and those in which two neighbours change places, the least important first."""
    yield weging
    for nr in range(len(weging) - 2, -1, -1):
        yield (*weging[:nr], weging[nr + 1], weging[nr], *weging[nr + 2 :])


def celnamen(regels: Iterable[Celoptie]) -> set[str]:
    """All cells that these are for."""
    return {naam for een in regels for naam in een.celnamen}


def sleutels(regels: Iterable[Celoptie]) -> set[tuple[str, tuple[str, ...]]]:
    """What is chosen for which cells, to compare choices by; see ``Celoptie.sleutel``."""
    return {een.sleutel for een in regels}


def zelfde(een: Iterable[Celoptie], ander: Iterable[Celoptie]) -> bool:
    """Whether the same is chosen for the same cells, whatever it costs."""
    return sleutels(een) == sleutels(ander)
