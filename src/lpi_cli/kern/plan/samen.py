"""Which options go together: exact, cell by cell, on options that know nothing of a catalogue.

Each cell is left empty or gets one option; an option may take several cells at once. A choice is worth a tuple in the
order of weight, in which more is better and amounts count as negative. Two partial choices for the same cells are
kept when neither is at least as good and as cheap as the other: what is dropped can be in no best choice, since all
that is added later is the same for both. What is bought for the whole plan together, such as groups at a price that
goes by their number, is counted along: only partial choices that bought as much of it are compared.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from operator import add, itemgetter
from typing import NamedTuple, TypeAlias

from lpi_cli.kern.plan.opgave import Plancriterium
from lpi_cli.kern.staffel import Staffel

GRATIS = Decimal(0)
MEESTE_GELIJK = 12
"""Equally good choices that are kept, to name them."""
MEESTE_KOPEN = 2
"""Things bought together beside one that is as good: more are left out."""


class Samenkoop(NamedTuple):
    """What an option takes of something that is bought for the whole plan together."""

    wat: str
    aantal: int
    """Units of it; 0: whole, however often it is used, as a price of a whole school."""
    staffel: Staffel
    laagste: Staffel
    """The same where the price is a range: the least that it may be."""


class Opbrengst(NamedTuple):
    """What a choice comes to on each ``Plancriterium``: people, and euros for the costs."""

    dekking: int
    zekerheid: int
    voorselectie: int
    kosten: Decimal


class Kans(NamedTuple):
    """One thing that can be done for one or more cells, at a known amount."""

    wat: str
    cellen: tuple[str, ...]
    mensen: int
    bedrag: Decimal
    """Without what is bought for the whole plan together."""
    zeker: bool
    voorselectie: bool
    samen: tuple[Samenkoop, ...] = ()
    voorrang: int = 0
    """Of equally good ones the lowest goes first."""

    @property
    def opbrengst(self) -> Opbrengst:
        """What it comes to, without what is bought for the whole plan together."""
        return Opbrengst(self.mensen, self.mensen * self.zeker, self.mensen * self.voorselectie, self.bedrag)


class BesteKeuze(NamedTuple):
    """The best choice, with those that are exactly as good; the first goes first."""

    opbrengst: Opbrengst
    gelijk: tuple[tuple[Kans, ...], ...]


NIETS_GEKOZEN = Opbrengst(0, 0, 0, GRATIS)
NIETS = 1_000_000_000
"""Stands in a choice for a cell that is left empty: after all that is something."""
_Waarde: TypeAlias = tuple[int | Decimal, ...]
_Reeks: TypeAlias = tuple[int, ...]
_Genummerd: TypeAlias = tuple[int, Kans, Opbrengst, frozenset[str]]
"""An option with its number, what it comes to without what is bought together, and which other cells it takes."""
_Gekocht: TypeAlias = frozenset[tuple[str, int]]
"""Of what is bought together the units so far."""
_Rest: TypeAlias = tuple[frozenset[str], _Gekocht]
"""The cells that are taken already, and what was bought that a later cell may need too."""
_Deel: TypeAlias = tuple[_Waarde, Sequence[_Reeks]]
"""What a partial choice is worth, and the choices that come to that, in order."""


class Keuzeruimte:
    """Options to choose from, laid out by cell once for every budget and order of weight."""

    def __init__(self, kansen: Iterable[Kans], verplicht: frozenset[str] = frozenset()) -> None:
        """``kansen``: first without what is not ``zinvol``, or there is more to do. ``verplicht``: cells that may not stay empty."""
        self.kansen = sorted(kansen, key=lambda kans: (kans.cellen, kans.voorrang, kans.wat))
        self._staffels = {koop.wat: koop.staffel for kans in self.kansen for koop in kans.samen}
        per_cel: dict[str, list[_Genummerd]] = {
            cel: [] for cel in sorted({cel for kans in self.kansen for cel in kans.cellen} | verplicht)
        }
        for nr, kans in enumerate(self.kansen):
            eerste, *meer = kans.cellen
            per_cel[eerste].append((nr, kans, kans.opbrengst, frozenset(meer)))
        later: frozenset[str] = frozenset()
        self._cellen: list[_Celkansen] = []
        for cel, genummerd in reversed(per_cel.items()):
            self._cellen.insert(0, _Celkansen(cel, genummerd, cel not in verplicht, later))
            later |= {koop.wat for _, kans, _, _ in genummerd for koop in kans.samen}

    def kies(
        self, budget: Decimal | None, weging: Sequence[Plancriterium], meeste: int = MEESTE_GELIJK
    ) -> BesteKeuze | None:
        """The best choice within ``budget`` in the order of ``weging``; None when the fixed cells cannot have one.

        ``meeste``: equally good choices that are looked for.
        """
        stap = _Stap(self._staffels, budget, tuple(weging))
        standen: Mapping[_Rest, list[_Deel]] = {
            (frozenset(), frozenset()): [(stap.waarde(NIETS_GEKOZEN), [()])]
        }
        for cel in self._cellen:
            nieuw = stap.na(cel, standen)
            standen = {rest: stap.zonder_mindere(delen, meeste) for rest, delen in nieuw.items() if delen}
        delen = [deel for per_rest in standen.values() for deel in per_rest if stap.past(deel)]
        if not delen:
            return None
        beste = max(waarde for waarde, _ in delen)
        reeksen = sorted(reeks for waarde, gelijk in delen if waarde == beste for reeks in gelijk)[:meeste]
        gelijk = tuple(tuple(self.kansen[nr] for nr in reeks if nr < len(self.kansen)) for reeks in reeksen)
        return BesteKeuze(opbrengst_van(gelijk[0]), gelijk)


def opbrengst_van(kansen: Sequence[Kans]) -> Opbrengst:
    """What these come to together; what is bought for the whole plan is counted once, over all of them."""
    opbrengst = NIETS_GEKOZEN
    for kans in kansen:
        opbrengst = Opbrengst(*map(add, opbrengst, kans.opbrengst))
    kopen = samengeteld(koop for kans in kansen for koop in kans.samen)
    return opbrengst._replace(
        kosten=sum((koop.staffel.kost(koop.aantal) for koop in kopen), opbrengst.kosten)
    )


def samengeteld(kopen: Iterable[Samenkoop]) -> Collection[Samenkoop]:
    """What is bought together, each once with the units of all."""
    geteld: dict[str, Samenkoop] = {}
    for koop in kopen:
        eerder = geteld[koop.wat].aantal if koop.wat in geteld else 0
        geteld[koop.wat] = koop._replace(aantal=eerder + koop.aantal)
    return geteld.values()


class _Celkansen(NamedTuple):
    cel: str
    kansen: Sequence[_Genummerd]
    mag_leeg: bool
    later: frozenset[str]
    """What is bought together, and may be in cells that come too."""


class _Stap:
    """Decides on cells, one after another, with so much to spend."""

    def __init__(
        self, staffels: Mapping[str, Staffel], budget: Decimal | None, weging: tuple[Plancriterium, ...]
    ) -> None:
        self.staffels, self.budget = staffels, budget
        self._volgorde = itemgetter(*(Opbrengst._fields.index(een) for een in weging))
        self._prijs_plek = weging.index(Plancriterium.KOSTEN)

    def waarde(self, opbrengst: Opbrengst) -> _Waarde:
        """In the order of weight; more is better, so an amount counts as negative."""
        in_volgorde: _Waarde = self._volgorde((*opbrengst[:-1], -opbrengst.kosten))
        return in_volgorde

    def past(self, deel: _Deel) -> bool:
        return self.budget is None or -deel[0][self._prijs_plek] <= self.budget

    def na(self, cel: _Celkansen, standen: Mapping[_Rest, list[_Deel]]) -> Mapping[_Rest, list[_Deel]]:
        """All partial choices with this cell decided on too."""
        nieuw: defaultdict[_Rest, list[_Deel]] = defaultdict(list)
        for (bezet, gekocht), delen in standen.items():
            blijft = gekocht and frozenset(een for een in gekocht if een[0] in cel.later)
            if cel.cel in bezet:
                nieuw[bezet - {cel.cel}, blijft] += delen
                continue
            if cel.mag_leeg:
                nieuw[bezet, blijft] += [(w, [(*reeks, NIETS) for reeks in r]) for w, r in delen]
            for nr, kans, opbrengst, meer in cel.kansen:
                if meer & bezet:
                    continue
                na = blijft
                if kans.samen:
                    samen, na = self._koop(gekocht, kans.samen, cel.later)
                    opbrengst = opbrengst._replace(kosten=opbrengst.kosten + samen)
                winst, ruimte = self.waarde(opbrengst), self._ruimte(na, opbrengst.kosten)
                nieuw[bezet | meer, na] += [
                    (tuple(map(add, w, winst)), [(*reeks, nr) for reeks in r])
                    for w, r in delen
                    if ruimte is None or -w[self._prijs_plek] <= ruimte
                ]
        return nieuw

    def _koop(
        self, gekocht: _Gekocht, erbij: Sequence[Samenkoop], later: frozenset[str]
    ) -> tuple[Decimal, _Gekocht]:
        """What it costs more to buy these too, and what was bought then as far as it matters later."""
        aantallen, meer = dict(gekocht), GRATIS
        for wat, aantal, staffel, _ in erbij:
            eerder = aantallen.get(wat)
            aantallen[wat] = (eerder or 0) + aantal
            meer += staffel.kost(aantallen[wat]) - (GRATIS if eerder is None else staffel.kost(eerder))
        return meer, frozenset(een for een in aantallen.items() if een[0] in later)

    def _ruimte(self, gekocht: _Gekocht, bedrag: Decimal) -> Decimal | None:
        """What may be spent before this amount: more than is left where buying more of something makes it cheaper."""
        if self.budget is None:
            return None
        ruimte = self.budget - bedrag
        for wat, aantal in gekocht:
            ruimte += self.staffels[wat].kost(aantal) - self.staffels[wat].kost_minstens(aantal)
        return ruimte

    def zonder_mindere(self, delen: list[_Deel], meeste: int) -> list[_Deel]:
        """Those that are better or cheaper than each other; equal ones as one."""
        delen.sort(key=itemgetter(0), reverse=True)
        blijft: list[_Deel] = []
        for waarde, reeksen in delen:
            if blijft and blijft[-1][0] == waarde:
                blijft[-1] = (waarde, sorted([*blijft[-1][1], *reeksen])[:meeste])
            elif not blijft or waarde[self._prijs_plek] > blijft[-1][0][self._prijs_plek]:
                blijft.append((waarde, reeksen))
        return blijft


def zinvol(kansen: Iterable[Kans], meeste: int) -> list[Kans]:
    """Without what for the same cells another is at least as good as in every respect, and better in one.

    Of equally good ones at most ``meeste``.
    """
    per_cellen: defaultdict[tuple[str, ...], list[Kans]] = defaultdict(list)
    for kans in _zonder_mindere_kopen(list(kansen)):
        per_cellen[kans.cellen].append(kans)
    blijft = []
    for groep in per_cellen.values():
        groep.sort(
            key=lambda kans: (kans.bedrag, not kans.zeker, not kans.voorselectie, kans.voorrang, kans.wat)
        )
        gelijken: defaultdict[object, int] = defaultdict(int)
        goed: list[Kans] = []
        for kans in groep:
            gelijken[kans[3:7]] += 1
            if gelijken[kans[3:7]] <= meeste and not any(_overtreft(ander, kans) for ander in goed):
                goed.append(kans)
        blijft += goed
    return blijft


_Koop: TypeAlias = Mapping[tuple[str, ...], Sequence[Kans]]
"""The options that take part of one thing that is bought together, by their cells."""


def _zonder_mindere_kopen(kansen: list[Kans]) -> list[Kans]:
    """Without what is bought together where something else that is so does better in each of its cells.

    Of what is as good at most ``MEESTE_KOPEN`` more.
    """
    per_koop: defaultdict[str, defaultdict[tuple[str, ...], list[Kans]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for kans in kansen:
        if len(kans.samen) == 1:
            per_koop[kans.samen[0].wat][kans.cellen].append(kans)
    weg: set[str] = set()
    goed: list[_Koop] = []
    for wat, koop in sorted(per_koop.items(), key=lambda een: (*_goedkoop(een[1]), een[0])):
        gelijk = 0
        for ander in goed:
            if _vervangt(ander, koop, is_beter=True) or (
                _vervangt(ander, koop, is_beter=False) and (gelijk := gelijk + 1) > MEESTE_KOPEN
            ):
                weg.add(wat)
                break
        else:
            goed.append(koop)
    return [kans for kans in kansen if not any(koop.wat in weg for koop in kans.samen)] if weg else kansen


def _goedkoop(koop: _Koop) -> tuple[Decimal, int]:
    """In which order they are looked at: the cheapest, and those for the most cells, are likely to be the better."""
    return min(kans.samen[0].staffel.kost(1) for delen in koop.values() for kans in delen), -len(koop)


def _vervangt(ander: _Koop, deze: _Koop, *, is_beter: bool) -> bool:
    """Whether in each cell the one can take the place of the other, for all of them at once."""
    return all(
        any(_is_minstens(een, kans, is_beter=is_beter) for een in ander.get(cellen, ()))
        for cellen, delen in deze.items()
        for kans in delen
    )


def _is_minstens(ander: Kans, kans: Kans, *, is_beter: bool) -> bool:
    """Whether one is as good, or better, and in one thing bought together of which any units are as cheap, or cheaper."""
    (koop,), (tegen,) = ander.samen, kans.samen
    return (
        koop.aantal == tegen.aantal
        and _is_zo_goed(ander, kans)
        and koop.staffel.is_nooit_duurder(tegen.staffel, is_goedkoper=is_beter and not _is_beter(ander, kans))
    )


def _overtreft(ander: Kans, kans: Kans) -> bool:
    """Whether one is as good in every respect, whatever else is chosen, and better in one."""
    if ander.samen != kans.samen and (ander.samen or not all(koop.staffel.stijgt for koop in kans.samen)):
        return False
    return _is_zo_goed(ander, kans) and _is_beter(ander, kans)


def _is_zo_goed(ander: Kans, kans: Kans) -> bool:
    """In every respect, but for what is bought together."""
    return (
        ander.zeker >= kans.zeker and ander.voorselectie >= kans.voorselectie and ander.bedrag <= kans.bedrag
    )


def _is_beter(ander: Kans, kans: Kans) -> bool:
    """In one of these respects, of what is as good."""
    return (ander.zeker, ander.voorselectie, ander.bedrag) != (kans.zeker, kans.voorselectie, kans.bedrag)
