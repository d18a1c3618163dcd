"""Which options go together: exact, cell by cell, on options that know nothing of a catalogue.

Each cell is left empty or gets one option; an option may take several cells at once. A choice is worth a tuple in the
order of weight, in which more is better and amounts count as negative. Two partial choices for the same cells are
kept when neither is at least as good and as cheap as the other: what is dropped can be in no best choice, since all
that is added later is the same for both.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from heapq import merge
from itertools import islice
from typing import NamedTuple, TypeAlias

from lpi_cli.catalogus.model_plan import Criterium

GRATIS = Decimal(0)
MEESTE_GELIJK = 12
"""Equally good choices that are kept, to name them."""


class Kans(NamedTuple):
    """One thing that can be done for one or more cells, at a known amount."""

    wat: str
    cellen: tuple[str, ...]
    mensen: int
    bedrag: Decimal
    """Without what is bought once for the whole plan."""
    zeker: bool
    voorselectie: bool
    eenmalig: tuple[str, Decimal] | None = None
    """What is bought once for the whole plan, and its amount: the price of a whole school or location."""
    voorrang: int = 0
    """Of equally good ones the lowest goes first."""


class Stand(NamedTuple):
    """What a choice comes to."""

    dekking: int
    zekerheid: int
    voorselectie: int
    kosten: Decimal


class Keuze(NamedTuple):
    """The best choice, with those that are exactly as good; the first goes first."""

    stand: Stand
    gelijk: tuple[tuple[Kans, ...], ...]

    @property
    def kansen(self) -> tuple[Kans, ...]:
        return self.gelijk[0]


NIETS = 1_000_000_000
"""Stands in a choice for a cell that is left empty: after all that is something."""
_Waarde: TypeAlias = tuple[int | Decimal, ...]
_Reeks: TypeAlias = tuple[int, ...]
_Rest: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""The cells that are taken already, and what was bought once."""
_Deel: TypeAlias = tuple[_Waarde, Decimal, Sequence[_Reeks]]
"""What a partial choice is worth, what it costs, and the choices that come to that, in order."""


def kies_samen(
    kansen: Iterable[Kans],
    budget: Decimal | None,
    weging: Sequence[Criterium],
    verplicht: frozenset[str] = frozenset(),
    meeste: int = MEESTE_GELIJK,
) -> Keuze | None:
    """The best choice within ``budget`` in the order of ``weging``; None when there is no choice for ``verplicht``.

    ``verplicht``: cells that may not stay empty. ``meeste``: equally good choices that are looked for.
    """
    nodig = sorted(zinvol(kansen, meeste), key=lambda kans: (kans.cellen, kans.voorrang, kans.wat))
    cellen = sorted({cel for kans in nodig for cel in kans.cellen} | verplicht)
    per_cel: dict[str, list[int]] = {cel: [] for cel in cellen}
    for nr, kans in enumerate(nodig):
        per_cel[kans.cellen[0]].append(nr)
    waarde = _waardering(weging)
    standen: Mapping[_Rest, list[_Deel]] = {
        (frozenset(), frozenset()): [(waarde(Stand(0, 0, 0, GRATIS)), GRATIS, [()])]
    }
    for cel in cellen:
        bij_cel = [(nr, nodig[nr]) for nr in per_cel[cel]]
        standen = _met_cel(standen, cel, bij_cel, waarde, budget, meeste, mag_leeg=cel not in verplicht)
    delen = [deel for per_rest in standen.values() for deel in per_rest]
    if not delen:
        return None
    beste = max(deel[0] for deel in delen)
    reeksen = islice(merge(*(deel[2] for deel in delen if deel[0] == beste)), meeste)
    gelijk = tuple(tuple(nodig[nr] for nr in reeks if nr < len(nodig)) for reeks in reeksen)
    return Keuze(stand_van(gelijk[0]), gelijk)


def stand_van(kansen: Sequence[Kans]) -> Stand:
    """What some options come to together."""
    eenmalig = dict(kans.eenmalig for kans in kansen if kans.eenmalig)
    return Stand(
        sum(kans.mensen for kans in kansen),
        sum(kans.mensen for kans in kansen if kans.zeker),
        sum(kans.mensen for kans in kansen if kans.voorselectie),
        sum((kans.bedrag for kans in kansen), GRATIS) + sum(eenmalig.values(), GRATIS),
    )


def _waardering(weging: Sequence[Criterium]) -> Callable[[Stand], _Waarde]:
    plekken = [Stand._fields.index(criterium) for criterium in weging]
    kosten = Stand._fields.index(Criterium.KOSTEN)

    def waarde(stand: Stand) -> _Waarde:
        return tuple([-stand[plek] if plek == kosten else stand[plek] for plek in plekken])

    return waarde


def _met_cel(
    standen: Mapping[_Rest, list[_Deel]],
    cel: str,
    kansen: Sequence[tuple[int, Kans]],
    waarde: Callable[[Stand], _Waarde],
    budget: Decimal | None,
    meeste: int,
    *,
    mag_leeg: bool,
) -> dict[_Rest, list[_Deel]]:
    """All partial choices with one more cell decided on, without those that others are as good and as cheap as."""
    nieuw: defaultdict[_Rest, list[_Deel]] = defaultdict(list)
    erbij = [(nr, kans, waarde(stand_van([kans._replace(eenmalig=None)]))) for nr, kans in kansen]
    prijs_plek = waarde(Stand(0, 0, 0, Decimal(-1))).index(1)
    for (bezet, gekocht), delen in standen.items():
        if cel in bezet:
            nieuw[bezet - {cel}, gekocht] += delen
            continue
        if mag_leeg:
            nieuw[bezet, gekocht] += [(w, k, [(*reeks, NIETS) for reeks in r]) for w, k, r in delen]
        for nr, kans, winst in erbij:
            meer = frozenset(kans.cellen[1:])
            if meer & bezet:
                continue
            bedrag, na = kans.bedrag, gekocht
            if kans.eenmalig and kans.eenmalig[0] not in gekocht:
                bedrag, na = bedrag + kans.eenmalig[1], gekocht | {kans.eenmalig[0]}
                winst = (*winst[:prijs_plek], -bedrag, *winst[prijs_plek + 1 :])
            ruimte = None if budget is None else budget - bedrag
            nieuw[bezet | meer, na] += [
                (
                    tuple([a + b for a, b in zip(w, winst, strict=True)]),
                    k + bedrag,
                    [(*reeks, nr) for reeks in r],
                )
                for w, k, r in delen
                if ruimte is None or k <= ruimte
            ]
    return {rest: _zonder_mindere(delen, meeste) for rest, delen in nieuw.items() if delen}


def _zonder_mindere(delen: list[_Deel], meeste: int) -> list[_Deel]:
    """Those that are better or cheaper than each other; equal ones as one."""
    delen.sort(key=lambda deel: (deel[0], -deel[1]), reverse=True)
    blijft: list[_Deel] = []
    for waarde, kosten, reeksen in delen:
        if blijft and blijft[-1][0] == waarde:
            samen = list(islice(merge(blijft[-1][2], reeksen), meeste))
            blijft[-1] = (waarde, kosten, samen)
        elif not blijft or kosten < blijft[-1][1]:
            blijft.append((waarde, kosten, reeksen))
    return blijft


def zinvol(kansen: Iterable[Kans], meeste: int) -> list[Kans]:
    """Without what for the same cells another is at least as good as in every respect, and better in one.

    Of equally good ones at most ``meeste``.
    """
    per_cellen: defaultdict[tuple[str, ...], list[Kans]] = defaultdict(list)
    for kans in kansen:
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


def _overtreft(ander: Kans, kans: Kans) -> bool:
    """Whether one is as good in every respect, whatever else is chosen, and better in one."""
    if ander.eenmalig not in (None, kans.eenmalig):
        return False
    beter: list[tuple[Decimal | int, Decimal | int]] = [
        (ander.zeker, kans.zeker),
        (ander.voorselectie, kans.voorselectie),
        (-ander.bedrag, -kans.bedrag),
    ]
    return all(a >= b for a, b in beter) and any(a > b for a, b in beter)
