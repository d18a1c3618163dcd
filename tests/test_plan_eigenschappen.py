"""What holds for every plan, on catalogues made by hand."""

from collections.abc import Sequence
from copy import copy
from decimal import Decimal
from operator import itemgetter
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpi_cli.catalogus import laad
from lpi_cli.catalogus.model import (
    Aard,
    Groepsgrootte,
    Interventie,
    Kostenpost,
    Staffelprijs,
    Taalgroep,
    Variant,
)
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.deelname import Deelname
from lpi_cli.kern.groepen import Telbereik
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.plan.aanbod import Celoptie
from lpi_cli.kern.plan.opgave import Offerte, Opgave, Plancel, Plancriterium
from lpi_cli.kern.plan.plannen import Plan, Plannen, maak_plannen
from tests.conftest import VANDAAG
from tests.records import interventie, kostenpost, variant

pytestmark = pytest.mark.lang

GELADEN = laad()
"""Made once: the rest of it is the same in every example."""
PRIJZEN = ("0", "930", "2500.50", "6805", "12000")
BUDGETTEN = [Decimal(b) for b in ("0", "930", "7000", "13610", "30000", "60000", "1000000")]


@st.composite
def _variant(draw: st.DrawFn) -> Variant:
    laagste, hoogste = sorted(draw(st.tuples(st.integers(1, 12), st.integers(6, 20))))
    grootte = st.builds(
        Groepsgrootte, st.sampled_from([None, laagste]), st.just(hoogste), st.sampled_from([None, *Aard])
    )
    return variant(
        groepsgrootte=draw(st.none() | grootte),
        talen=tuple(draw(st.sets(st.sampled_from(["ar", "ti", "uk"])))),
        taalgroep=draw(st.sampled_from([None, *Taalgroep])),
    )


@st.composite
def _staffelpost(draw: st.DrawFn) -> Kostenpost:
    """A price that goes by how many one buys, with perhaps a minimum."""
    treden = st.lists(
        st.tuples(st.integers(2, 9), st.sampled_from(PRIJZEN[1:])), max_size=2, unique_by=itemgetter(0)
    )
    return kostenpost(
        draw(st.sampled_from(PRIJZEN[1:])),
        eenheid=draw(st.sampled_from(["groep", "deelnemer", "bijeenkomst"])),
        staffel=tuple(Staffelprijs(vanaf, Decimal(bedrag)) for vanaf, bedrag in draw(treden)),
        minimum_eenheden=draw(st.none() | st.integers(2, 8)),
    )


@st.composite
def _interventie(draw: st.DrawFn, nr: int, *, met_prijs: bool | None = None) -> Interventie:
    soort = draw(st.sampled_from(["bekend", "kosteloos", "school", "staffel", "aanvraag"]))
    soort = {True: "bekend", False: "aanvraag", None: soort}[met_prijs]
    post = {
        "bekend": lambda: kostenpost(
            draw(st.sampled_from(PRIJZEN[1:])), eenheid=draw(st.sampled_from(["groep", "deelnemer"]))
        ),
        "kosteloos": lambda: kostenpost(gefinancierd=True),
        "staffel": lambda: draw(_staffelpost()),
        "school": lambda: kostenpost(draw(st.sampled_from(PRIJZEN[1:])), eenheid="school"),
        "aanvraag": lambda: kostenpost(op_aanvraag=True),
    }[soort]()
    return interventie(
        f"aanbod-{nr}",
        kosten=(post,),
        varianten=(draw(_variant()),),
        voorselectie=draw(st.booleans()),
        talen_open=draw(st.booleans()),
    )


@st.composite
def _aanbod(draw: st.DrawFn) -> list[Interventie]:
    return [draw(_interventie(nr)) for nr in range(draw(st.integers(1, 5)))]


@st.composite
def _cellen(draw: st.DrawFn) -> list[Plancel]:
    cellen = []
    for groep in ("jong", "oud")[: draw(st.integers(1, 2))]:
        for taal in draw(st.lists(st.sampled_from(["ar", "ti", "uk"]), min_size=1, max_size=3, unique=True)):
            vraag = {"leeftijd": ("18+",), "taal": (taal,)}
            cellen.append(Plancel(f"{groep}/{taal}", groep, taal, draw(st.integers(1, 40)), vraag))
    return cellen


WEGINGEN = st.permutations(list(Plancriterium)).map(tuple)


def _plannen(
    aanbod: Sequence[Interventie], cellen: Sequence[Plancel], budget: Decimal | None, **opgave: Any
) -> Plannen:
    catalogus = copy(GELADEN)
    catalogus.interventies = tuple(sorted(aanbod, key=lambda een: een.id))
    return maak_plannen(Opgave(None, budget, cellen, **opgave), catalogus, VANDAAG, Aannames(1, VANDAAG))


def _regels(regels: Sequence[Celoptie]) -> list[tuple[object, ...]]:
    return [(een.wat, [cel.naam for cel in een.cellen], een.totaal, een.open) for een in regels]


def _bekend(plan: Plan) -> tuple[object, ...]:
    bekend = [een for een in plan.regels if een.totaal is not None]
    return _regels(bekend), plan.zeker, plan.rest, plan.dekking, plan.zekerheid


@settings(max_examples=50)
@given(_aanbod(), _cellen(), st.none() | st.sampled_from(BUDGETTEN), WEGINGEN)
def test_gedekt_en_niet_gedekt_zijn_samen_wie_er_gevraagd_zijn(
    aanbod: list[Interventie],
    cellen: list[Plancel],
    budget: Decimal | None,
    weging: tuple[Plancriterium, ...],
) -> None:
    plannen = _plannen(aanbod, cellen, budget, weging=weging)
    assert 1 <= len(plannen.plannen) <= 3
    for plan in plannen.plannen:
        gedekt = [cel.naam for een in plan.regels for cel in een.cellen]
        niet = [een.cel.naam for een in plan.niet_gedekt]
        assert sorted([*gedekt, *niet]) == sorted(cel.naam for cel in cellen)
        assert (
            plan.dekking + plan.op_offerte + sum(een.cel.mensen for een in plan.niet_gedekt)
            == plannen.opgave.mensen
        )
        assert plan.rest is None or plan.rest >= 0
        assert plan.zekerheid <= plan.dekking


@settings(max_examples=25)
@given(_aanbod(), _cellen())
def test_met_meer_budget_worden_nooit_minder_mensen_gedekt(
    aanbod: list[Interventie], cellen: list[Plancel]
) -> None:
    gedekt = [_plannen(aanbod, cellen, budget).plannen[0].dekking for budget in BUDGETTEN]
    assert gedekt == sorted(gedekt)
    assert gedekt[-1] <= _plannen(aanbod, cellen, None).plannen[0].dekking


@settings(max_examples=50)
@given(_aanbod(), _interventie(9, met_prijs=False), _cellen(), st.sampled_from(BUDGETTEN), WEGINGEN)
def test_wat_geen_prijs_heeft_verandert_het_zekere_deel_niet(
    aanbod: list[Interventie],
    zonder: Interventie,
    cellen: list[Plancel],
    budget: Decimal,
    weging: tuple[Plancriterium, ...],
) -> None:
    eerst = _plannen(aanbod, cellen, budget, weging=weging).plannen[0]
    erbij = _plannen([*aanbod, zonder], cellen, budget, weging=weging).plannen[0]
    assert _bekend(eerst) == _bekend(erbij)
    assert erbij.dekking + erbij.op_offerte >= eerst.dekking + eerst.op_offerte


@settings(max_examples=50)
@given(_aanbod(), _cellen(), st.sampled_from(BUDGETTEN), WEGINGEN, st.randoms(use_true_random=False))
def test_de_volgorde_van_groepen_maakt_niet_uit(
    aanbod: list[Interventie],
    cellen: list[Plancel],
    budget: Decimal,
    weging: tuple[Plancriterium, ...],
    toeval: Random,
) -> None:
    gewoon = _plannen(aanbod, cellen, budget, weging=weging)
    geschud = _plannen(aanbod, toeval.sample(cellen, len(cellen)), budget, weging=weging)
    assert [_regels(plan.regels) for plan in gewoon.plannen] == [
        _regels(plan.regels) for plan in geschud.plannen
    ]
    assert [een[1:] for een in gewoon.vragen] == [een[1:] for een in geschud.vragen]
    assert [_regels(een.regels) for een in gewoon.gelijk] == [_regels(een.regels) for een in geschud.gelijk]


@settings(max_examples=40)
@given(_interventie(0, met_prijs=True), st.integers(4, 20) | st.none(), _cellen(), st.sampled_from(BUDGETTEN))
def test_een_offerte_op_haar_grens_past_net(
    met_prijs: Interventie, hoogste: int | None, cellen: list[Plancel], budget: Decimal
) -> None:
    grootte = Groepsgrootte(None, hoogste, None) if hoogste else None
    gevraagd = variant(talen=("ar", "ti", "uk"), taalgroep=Taalgroep.EEN, groepsgrootte=grootte)
    zonder = interventie("zonder", kosten=(kostenpost(op_aanvraag=True),), varianten=(gevraagd,))
    een_taal = met_prijs.varianten[0]._replace(
        taalgroep=Taalgroep.EEN, groepsgrootte=Groepsgrootte(None, 15, None)
    )
    aanbod = [met_prijs._replace(varianten=(een_taal,)), zonder]
    plan = _plannen(aanbod, cellen, budget).plannen[0]
    if not plan.hoogstens:
        return
    (hoogstens,) = plan.hoogstens
    assert plan.rest is not None
    over = plan.rest - hoogstens.bedrag * hoogstens.aantal
    assert 0 <= over < hoogstens.aantal * Decimal("0.01")
    vast = {een.cellen[0].naam: een.interventie.id for een in plan.regels}

    def met(bedrag: Decimal) -> Plan:
        offerte = Offerte("zonder", hoogstens.per, bedrag)
        return _plannen(aanbod, cellen, budget, vast=vast, offertes=(offerte,)).plannen[0]

    assert (met(hoogstens.bedrag).rest, met(hoogstens.bedrag).op_offerte) == (over, 0)
    te_veel = met(hoogstens.bedrag + Decimal("0.01")).rest
    assert te_veel is not None
    assert te_veel < 0


@settings(max_examples=50)
@given(_aanbod(), _cellen(), st.sampled_from(BUDGETTEN), WEGINGEN)
def test_een_vaste_keuze_staat_in_elk_plan(
    aanbod: list[Interventie], cellen: list[Plancel], budget: Decimal, weging: tuple[Plancriterium, ...]
) -> None:
    vast = {cellen[0].naam: aanbod[0].id}
    for plan in _plannen(aanbod, cellen, budget, weging=weging, vast=vast).plannen:
        (regel,) = [een for een in plan.regels if cellen[0].naam in {cel.naam for cel in een.cellen}]
        assert regel.interventie.id == aanbod[0].id


@settings(max_examples=20)
@given(_cellen(), st.integers(1, 3))
def test_de_prijs_van_een_hele_school_telt_een_keer(cellen: list[Plancel], keer: int) -> None:
    school = interventie(
        "school",
        kosten=(kostenpost("4000", eenheid="school"),),
        varianten=(variant(talen=("ar", "ti", "uk")),),
    )
    plan = _plannen([school], cellen, Decimal(4000 * keer)).plannen[0]
    assert (plan.dekking, plan.zeker.tot) == (sum(cel.mensen for cel in cellen), 4000)


@settings(max_examples=50)
@given(_staffelpost(), _cellen())
def test_een_staffel_telt_over_het_hele_plan_zoals_bij_de_kosten(
    post: Kostenpost, cellen: list[Plancel]
) -> None:
    een = interventie(kosten=(post,), varianten=(variant(talen=("ar", "ti", "uk"), taalgroep=Taalgroep.EEN),))
    (plan,) = _plannen([een], cellen, None).plannen
    deelname = Deelname(
        sum(cel.mensen for cel in cellen), tuple(Telbereik(cel.mensen, cel.mensen) for cel in cellen)
    )
    (raming,) = bereken_kosten(
        [(een, een.varianten)], Aannames(1, VANDAAG), GELADEN.begrippen, wie=lambda *_: deelname
    )
    assert (plan.zeker, plan.rest) == (raming.totaal, None)
    assert sum(regel.totaal.tot for regel in plan.regels if regel.totaal) == plan.zeker.tot
    assert {besteld.aantal for regel in plan.regels for besteld in regel.besteld} == (
        {afname.aantal for afname in raming.afname}
    )


def test_talen_gaan_samen_waar_de_groep_gemengd_mag_zijn() -> None:
    cellen = [Plancel(f"oud/{taal}", "oud", taal, 8, {"taal": (taal,)}) for taal in ("ar", "uk")]
    for taalgroep, totaal in (
        (Taalgroep.GEMENGD, 5000),
        (Taalgroep.ZONDER_TAAL, 5000),
        (Taalgroep.EEN, 10000),
        (None, 10000),
    ):
        een = interventie(
            kosten=(kostenpost("5000"),),
            varianten=(
                variant(talen=("ar", "uk"), taalgroep=taalgroep, groepsgrootte=Groepsgrootte(None, 16, None)),
            ),
        )
        assert _plannen([een], cellen, Decimal(10000)).plannen[0].zeker.tot == totaal


def test_wat_er_te_kort_is_en_wat_een_offerte_mag_zijn() -> None:
    cel = Plancel("oud/ar", "oud", "ar", 20, {"taal": ("ar",)})  # two groups
    ar = (variant(talen=("ar",)),)
    duur = interventie("duur", kosten=(kostenpost("6000"),), varianten=ar)
    (niet,) = _plannen([duur], [cel], Decimal(7000)).plannen[0].niet_gedekt
    assert [een.tekort for een in niet.tekorten] == [5000]
    deels = interventie(
        "deels",
        kosten=(kostenpost("500", soort="materiaal"), kostenpost(soort="personeel", uren=10)),
        varianten=ar,
    )
    (plan,) = _plannen([deels], [cel], Decimal(7000)).plannen
    assert (plan.rest, [(een.aantal, een.bedrag) for een in plan.hoogstens]) == (6000, [(2, 3500)])


def test_wat_even_goed_is_staat_er_een_voor_een() -> None:
    cellen = [Plancel(f"oud/{taal}", "oud", taal, 10, {"taal": (taal,)}) for taal in ("ar", "uk")]
    gelijk = [
        interventie(id_, kosten=(kostenpost("500"),), varianten=(variant(talen=("ar", "uk")),))
        for id_ in "ab"
    ]
    andere = [[een.wat for een in keuze.regels] for keuze in _plannen(gelijk, cellen, None).gelijk]
    assert andere == [["b/groep"], ["b/groep"]]


def test_een_te_kleine_groep_valt_af_of_is_een_vraag() -> None:
    cellen = [Plancel("oud/ar", "oud", "ar", 16, {"taal": ("ar",)})]  # two groups of 8
    for aard, uitkomst in ((Aard.EIS, None), (Aard.GEBRUIKELIJK, "vraag"), (None, "vraag")):
        een = interventie(
            kosten=(kostenpost("5000"),),
            varianten=(variant(talen=("ar",), groepsgrootte=Groepsgrootte(9, 15, aard)),),
        )
        plannen = _plannen([een], cellen, None)
        assert [optie.status for optie in plannen.aanbod.opties] == ([] if uitkomst is None else [uitkomst])
        if uitkomst is None:
            (niet,) = plannen.plannen[0].niet_gedekt
            assert "een groep is ten minste 9" in niet.afvallers[0].reden


def test_een_mens_meer_of_minder_staat_erbij_waar_dat_uitmaakt() -> None:
    een = interventie(
        kosten=(kostenpost("5000"),),
        varianten=(variant(talen=("ar",), groepsgrootte=Groepsgrootte(8, 15, Aard.EIS)),),
    )

    def punten(mensen: int) -> list[tuple[int, int | None]]:
        plan = _plannen([een], [Plancel("oud/ar", "oud", "ar", mensen, {"taal": ("ar",)})], None).plannen[0]
        return [
            (punt.mensen, punt.optie.groepen if punt.regels is None else None) for punt in plan.kantelpunten
        ]

    assert punten(8) == [(-1, None)]
    assert punten(10) == []
    assert punten(30) == [(1, 3)]
    assert punten(16) == [(-1, 1)]
