"""Which options go together: the merge cell by cell against brute force, and against a solver."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations, product
from random import Random
from typing import Any

import highspy
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lpi_cli.kern.plan.opgave import Plancriterium
from lpi_cli.kern.plan.samen import (
    MEESTE_GELIJK,
    BesteKeuze,
    Kans,
    Keuzeruimte,
    Opbrengst,
    Samenkoop,
    opbrengst_van,
    zinvol,
)
from lpi_cli.kern.staffel import Staffel

pytestmark = pytest.mark.lang

MENSEN = {"a": 7, "b": 10, "c": 10, "d": 20}
WEGINGEN = list(permutations(Plancriterium))
BEDRAGEN = st.sampled_from([Decimal(b) for b in ("0", "0.01", "5000", "6805", "6805.50", "12000", "24000")])


def _koop(wat: str, aantal: int, treden: dict[int, int], minste: int = 0) -> Samenkoop:
    staffel = Staffel(tuple((vanaf, Decimal(bedrag)) for vanaf, bedrag in treden.items()), minste)
    return Samenkoop(wat, aantal, staffel, staffel)


_KOOP = st.sampled_from([_koop("school", 0, {0: 4000}, 1), _koop("locatie", 0, {0: 20000}, 1), _koop("hal", 0, {0: 4000}, 1)]) | st.builds(
    lambda soort, aantal: _koop(soort[0], aantal, *soort[1:]),
    st.sampled_from(
        [
            ("per groep", {0: 5000, 2: 4000, 4: 3000}),
            ("korting", {0: 5000, 3: 1000}),
            ("afname", {0: 3000}, 4),
            ("dure afname", {0: 3500}, 4),
            ("toeslag", {0: 1000, 3: 3000}),
        ]
    ),
    st.integers(1, 2),
)  # fmt: skip


@st.composite
def _kansen(draw: st.DrawFn) -> list[Kans]:
    kansen = []
    for nr in range(draw(st.integers(0, 7))):
        cellen = tuple(sorted(draw(st.sets(st.sampled_from(list(MENSEN)), min_size=1, max_size=2))))
        kansen.append(
            Kans(
                wat=f"optie-{nr}",
                cellen=cellen,
                mensen=sum(MENSEN[cel] for cel in cellen),
                bedrag=draw(BEDRAGEN),
                zeker=draw(st.booleans()),
                voorselectie=draw(st.booleans()),
                samen=draw(st.just(()) | st.tuples(_KOOP)),
                voorrang=draw(st.integers(0, 2)),
            )
        )
    return kansen


@st.composite
def _bestellingen(draw: st.DrawFn) -> tuple[list[Kans], Decimal | None]:
    """Few cells with much that is bought together, and a budget of which one choice takes all."""
    prijzen = st.lists(st.sampled_from([0, 1000, 2000, 2500, 3000, 4000]), min_size=3, max_size=3)
    prijzen = draw(st.sampled_from([prijzen, prijzen.map(lambda een: sorted(een, reverse=True))]))
    waren = [
        (f"waar-{nr}", dict(zip((0, 2, 4), draw(prijzen), strict=True)), draw(st.sampled_from([0, 0, 3])))
        for nr in range(draw(st.integers(1, 3)))
    ]
    vlaggen = draw(st.sampled_from([st.just((True, False)), st.sampled_from([(True, False), (False, True)])]))
    kansen = []
    for cel in list(MENSEN)[:3]:
        for nr, waar in enumerate(draw(st.sets(st.integers(-1, len(waren) - 1), max_size=3))):
            samen = () if waar < 0 else (_koop(waren[waar][0], draw(st.integers(1, 2)), *waren[waar][1:]),)
            bedrag = Decimal(draw(st.sampled_from([0, 0, 1500])) if samen else draw(st.integers(0, 2)) * 1000)
            kansen.append(Kans(f"{cel}-{nr}", (cel,), MENSEN[cel], bedrag, *draw(vlaggen), samen))
    kosten = sorted({opbrengst_van(keuze).kosten for keuze in _alle_keuzes(kansen)})
    return kansen, draw(st.none() | st.sampled_from(kosten))


BUDGETTEN = st.none() | st.sampled_from(
    [Decimal(b) for b in ("0", "4000", "12000", "18805.49", "30000", "60000")]
)
VERPLICHT = st.frozensets(st.sampled_from(list(MENSEN)), max_size=2)


def _alle_keuzes(kansen: Sequence[Kans]) -> Iterator[tuple[Kans, ...]]:
    for aan in product([False, True], repeat=len(kansen)):
        keuze = tuple(kans for kans, is_aan in zip(kansen, aan, strict=True) if is_aan)
        cellen = [cel for kans in keuze for cel in kans.cellen]
        if len(cellen) == len(set(cellen)):
            yield keuze


def _kies(
    kansen: Sequence[Kans],
    budget: Decimal | None,
    weging: Sequence[Plancriterium],
    verplicht: frozenset[str] = frozenset(),
) -> BesteKeuze | None:
    return Keuzeruimte(zinvol(kansen, MEESTE_GELIJK), verplicht).kies(budget, weging)


def _waarde(opbrengst: Opbrengst, weging: Sequence[Plancriterium]) -> tuple[Decimal | int, ...]:
    return tuple(
        -opbrengst.kosten if c is Plancriterium.KOSTEN else opbrengst[Opbrengst._fields.index(c)]
        for c in weging
    )


@given(_kansen(), BUDGETTEN, st.sampled_from(WEGINGEN), VERPLICHT)
def test_stap_voor_stap_is_gelijk_aan_alles_proberen(
    kansen: list[Kans], budget: Decimal | None, weging: Sequence[Plancriterium], verplicht: frozenset[str]
) -> None:
    _is_als_alles_proberen(kansen, budget, weging, verplicht)


def _om_te_kopen(*waren: Samenkoop) -> list[Kans]:
    """Each of these in each of two cells."""
    kansen = enumerate(product(("a", "b"), waren))
    return [
        Kans(f"{cel}-{nr}", (cel,), MENSEN[cel], Decimal(0), True, False, (waar,))
        for nr, (cel, waar) in kansen
    ]


_OPLOPEND = [_koop("x", 1, {0: 1000, 2: 3000}), _koop("y", 1, {0: 1500, 2: 3500})]


@settings(max_examples=300)
@example((_om_te_kopen(_koop("pas samen goedkoop", 1, {0: 4000, 2: 1000})), Decimal(2000)), WEGINGEN[0])
@example((_om_te_kopen(_koop("nooit genoeg", 1, {0: 4000, 3: 500})), Decimal(2000)), WEGINGEN[0])
@example((_om_te_kopen(*_OPLOPEND), None), WEGINGEN[0])
@example((_om_te_kopen(_koop("veel", 2, {0: 1000}), _koop("weinig", 1, {0: 1500})), None), WEGINGEN[0])
@given(_bestellingen(), st.sampled_from(WEGINGEN))
def test_wat_samen_wordt_gekocht_is_gelijk_aan_alles_proberen(
    bestellingen: tuple[list[Kans], Decimal | None], weging: Sequence[Plancriterium]
) -> None:
    _is_als_alles_proberen(*bestellingen, weging, frozenset())


def _is_als_alles_proberen(
    kansen: list[Kans], budget: Decimal | None, weging: Sequence[Plancriterium], verplicht: frozenset[str]
) -> None:
    mogelijk = {
        frozenset(keuze): opbrengst
        for keuze in _alle_keuzes(kansen)
        for opbrengst in [opbrengst_van(keuze)]
        if verplicht <= {cel for kans in keuze for cel in kans.cellen}
        and (budget is None or opbrengst.kosten <= budget)
    }
    gekozen = _kies(kansen, budget, weging, verplicht)
    if not mogelijk:
        assert gekozen is None
        return
    assert gekozen is not None
    beste = max(_waarde(opbrengst, weging) for opbrengst in mogelijk.values())
    assert _waarde(gekozen.opbrengst, weging) == beste
    gelijk = {keuze for keuze, opbrengst in mogelijk.items() if _waarde(opbrengst, weging) == beste}
    assert {frozenset(keuze) for keuze in gekozen.gelijk} <= gelijk
    assert len(gekozen.gelijk) == len(set(gekozen.gelijk)) >= min(2, len(gelijk))


@given(_kansen(), BUDGETTEN, st.sampled_from(WEGINGEN), st.randoms(use_true_random=False))
def test_de_volgorde_van_wat_er_is_maakt_niet_uit(
    kansen: list[Kans], budget: Decimal | None, weging: Sequence[Plancriterium], toeval: Random
) -> None:
    geschud = toeval.sample(kansen, len(kansen))
    assert _kies(geschud, budget, weging) == _kies(kansen, budget, weging)


@given(_kansen(), st.sampled_from([w for w in WEGINGEN if w[0] is Plancriterium.DEKKING]))
def test_met_meer_budget_worden_nooit_minder_mensen_bereikt(
    kansen: list[Kans], weging: Sequence[Plancriterium]
) -> None:
    gedekt = []
    for budget in ("0", "5000", "6805.50", "13000", "30000", "100000"):
        gekozen = _kies(kansen, Decimal(budget), weging)
        assert gekozen is not None
        gedekt.append(gekozen.opbrengst.dekking)
    assert gedekt == sorted(gedekt)


@given(_kansen(), BUDGETTEN, st.sampled_from(WEGINGEN))
def test_een_oplosser_vindt_hetzelfde_beste(
    kansen: list[Kans], budget: Decimal | None, weging: Sequence[Plancriterium]
) -> None:
    gekozen = _kies(kansen, budget, weging)
    assert gekozen is not None
    assert _volgens_highs(kansen, budget, weging) == gekozen.opbrengst


def _volgens_highs(
    kansen: Sequence[Kans], budget: Decimal | None, weging: Sequence[Plancriterium]
) -> Opbrengst:
    """The best by a solver: criterion after criterion, each held where it came out; amounts in whole cents."""
    model, aan, gekocht = _model(kansen)

    def som(weeg: Sequence[int]) -> highspy.highs.highs_linear_expression:
        uit = highspy.highs.highs_linear_expression()
        for x, gewicht in zip(aan, weeg, strict=True):
            uit += gewicht * x
        return uit

    kosten = som([int(kans.bedrag * 100) for kans in kansen])
    for bedrag, x in gekocht:
        kosten += int(bedrag * 100) * x
    doelen = {
        Plancriterium.DEKKING: som([kans.mensen for kans in kansen]),
        Plancriterium.ZEKERHEID: som([kans.mensen * kans.zeker for kans in kansen]),
        Plancriterium.VOORSELECTIE: som([kans.mensen * kans.voorselectie for kans in kansen]),
        Plancriterium.KOSTEN: -1 * kosten,
    }
    if budget is not None:
        model.addConstr(doelen[Plancriterium.KOSTEN] >= -int(budget * 100))
    uitkomst = dict.fromkeys(Plancriterium, 0)
    for criterium in weging if kansen else ():
        model.maximize(doelen[criterium])
        uitkomst[criterium] = round(model.getObjectiveValue())
        model.addConstr(doelen[criterium] >= uitkomst[criterium] - 0.5)
    *mensen, winst = (uitkomst[criterium] for criterium in Plancriterium)
    return Opbrengst(*mensen, -Decimal(winst) / 100)


def _model(kansen: Sequence[Kans]) -> tuple[highspy.Highs, list[Any], list[tuple[Decimal, Any]]]:
    """At most one option per cell; of what is bought together a yes or no for each number, with what so many cost."""
    model = highspy.Highs()
    model.silent()
    aan = [model.addBinary() for _ in kansen]
    for cel in MENSEN:
        samen = [x for x, kans in zip(aan, kansen, strict=True) if cel in kans.cellen]
        if samen:
            model.addConstr(sum(samen) <= 1)
    gekocht = []
    for wat, staffel in sorted({(koop.wat, koop.staffel) for kans in kansen for koop in kans.samen}):
        delen = [
            (x, koop.aantal or 1)
            for x, kans in zip(aan, kansen, strict=True)
            for koop in kans.samen
            if koop.wat == wat
        ]
        keuzes = [(n, model.addBinary()) for n in range(1 + sum(aantal for _, aantal in delen))]
        model.addConstr(sum(y for _, y in keuzes) == 1)
        model.addConstr(sum(aantal * x for x, aantal in delen) == sum(n * y for n, y in keuzes))
        is_geheel = any(not koop.aantal for kans in kansen for koop in kans.samen if koop.wat == wat)
        gekocht += [(staffel.kost(0 if is_geheel else n), y) for n, y in keuzes if n]
    return model, aan, gekocht
