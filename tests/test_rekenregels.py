"""Costs: one rule at a time, on records made by hand; the calculation stands beside it."""

from decimal import Decimal
from typing import Any

import pytest

from lpi_cli.catalogus.model import Bijeenkomsten, Groepsgrootte, Kostensoort, Staffelprijs, Vorm
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.groepen import Telbereik, aantal_groepen, te_klein
from lpi_cli.kern.kosten import bereken_kosten, centen, incompany_vanaf
from lpi_cli.kern.ouderdom import is_oud
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.rapport import is_andere_prijs
from tests.conftest import VANDAAG
from tests.records import BEGRIPPEN, bedrag, interventie, kosten_van, kostenpost, record, variant

TWEE_A_DRIE_UUR = {"bijeenkomsten": record(Bijeenkomsten, aantal=6, duur_uren={"van": 2, "tot": 3})}
"""Six meetings of 2 to 3 hours: 12 to 18 hours."""


def _een(*posten: Any, **vraag: Any) -> Kostenraming:
    (raming,) = kosten_van(*posten, **vraag)
    return raming


# --- a range keeps its bounds -----------------------------------------------------------


def test_een_contactuur_is_het_goedkoopst_als_een_bijeenkomst_lang_duurt() -> None:
    """2 groups × 540 to 1,080 for 30 people: 36 to 72 a head, for 12 to 18 hours."""
    raming = _een(kostenpost("540", "1080"), varianten=[variant(**TWEE_A_DRIE_UUR)])
    assert raming.per_contactuur == bedrag("2", "6")  # 36 / 18 and 72 / 12


def test_een_tolk_kost_meer_als_een_bijeenkomst_lang_duurt() -> None:
    """2 groups × (100 + 12 to 18 hours × 60)."""
    prijs = kostenpost("100", exclusief=("tolk",))
    raming = _een(prijs, varianten=[variant(**TWEE_A_DRIE_UUR)], tolktarief=Decimal(60))
    assert raming.totaal == bedrag("1640", "2360")


def test_de_bron_van_elke_post_staat_er_maar_een_keer() -> None:
    raming = _een(kostenpost("90"), kostenpost("10", soort=Kostensoort.MATERIAAL))
    assert len(raming.posten) == 2
    assert len(raming.bronnen) == 1


# --- steps of a quantity price ----------------------------------------------------------


@pytest.mark.parametrize(("deelnemers", "totaal"), [(30, "176"), (31, "240"), (45, "240"), (46, "280")])
def test_een_trede_geldt_vanaf_precies_dat_aantal(deelnemers: int, totaal: str) -> None:
    """88 a group, 80 from 3 groups and 70 from 4; written in any order."""
    treden = (Staffelprijs(4, bedrag("70").van), Staffelprijs(3, bedrag("80").van))
    raming = _een(kostenpost("88", staffel=treden), deelnemers=deelnemers)
    assert raming.groepen == Telbereik(*[aantal_groepen(deelnemers, 15)] * 2)
    assert raming.totaal == bedrag(totaal)


# --- training for one's own people ------------------------------------------------------


def _cursist(euro: str) -> Any:
    return kostenpost(euro, soort=Kostensoort.OPLEIDING, eenheid="cursist")


def _incompany(van: str, tot: str | None = None, hoogste: int | None = None) -> Any:
    return kostenpost(van, tot, soort=Kostensoort.OPLEIDING, eenheid="incompany", maximum_personen=hoogste)


@pytest.mark.parametrize(
    ("opleiding", "vanaf"),
    [
        ([_cursist("100"), _incompany("450")], 5),  # 4 × 100 is less, 5 × 100 is more
        ([_cursist("100"), _incompany("400")], 5),  # 4 × 100 is the same, and so not cheaper
        ([_cursist("100"), _incompany("300", "400")], 5),  # only then also at its highest price
        ([_cursist("200"), _cursist("100"), _incompany("400")], 5),  # cheaper than the cheapest
        ([_cursist("100"), _incompany("400", hoogste=5)], 5),
        ([_cursist("100"), _incompany("400", hoogste=4)], None),  # so many do not fit in it
        ([_cursist("0"), _incompany("400")], None),
        ([_incompany("400")], None),
        ([_cursist("100")], None),
    ],
)
def test_incompany_is_goedkoper_vanaf(opleiding: list[Any], vanaf: int | None) -> None:
    assert incompany_vanaf(opleiding, BEGRIPPEN) == vanaf


@pytest.mark.parametrize("volgorde", [1, -1])
def test_opleiding_van_eigen_trainers_is_geen_prijs_van_de_uitvoering(volgorde: int) -> None:
    opleiding = _cursist("100")
    assert prijs(interventie(kosten=(opleiding,)), BEGRIPPEN) == (None, None), (
        "of delivery itself nobody says anything"
    )
    aanvraag = kostenpost(op_aanvraag=True)
    assert prijs(interventie(kosten=(opleiding, aanvraag)[::volgorde]), BEGRIPPEN) == (
        Kostenstatus.OP_AANVRAAG,
        None,
    )
    gratis = kostenpost(gefinancierd=True)
    assert prijs(interventie(kosten=(opleiding, gratis)[::volgorde]), BEGRIPPEN) == (
        Kostenstatus.KOSTELOOS,
        gratis,
    )


# --- the size of a group ----------------------------------------------------------------

ACHT_TOT_TWAALF = record(Groepsgrootte, min=8, max=12)


@pytest.mark.parametrize(("deelnemers", "groepen"), [(1, 1), (12, 1), (13, 2), (24, 2), (25, 3)])
def test_een_groep_meer_zodra_een_niet_meer_past(deelnemers: int, groepen: int) -> None:
    assert aantal_groepen(deelnemers, 12) == groepen


@pytest.mark.parametrize(
    ("deelnemers", "minimum"), [(7, 8), (8, None), (12, None), (13, 8), (15, 8), (16, None)]
)
def test_een_groep_is_te_klein_onder_het_minimum_en_niet_erop(deelnemers: int, minimum: int | None) -> None:
    klein = te_klein(ACHT_TOT_TWAALF, [deelnemers], aantal_groepen(deelnemers, 12))
    assert (klein and klein.gepubliceerd.min) == minimum


@pytest.mark.parametrize(
    ("vorm", "minimum"),
    [((Vorm.GROEP,), 8), ((Vorm.INDIVIDUEEL,), None), ((Vorm.GROEP, Vorm.INDIVIDUEEL), None)],
)
def test_waar_een_mens_alleen_mee_kan_doen_hoeft_geen_groep_te_starten(
    vorm: tuple[Vorm, ...], minimum: int | None
) -> None:
    soort = variant(vorm=vorm, groepsgrootte=ACHT_TOT_TWAALF)
    raming = _een(kostenpost("90", eenheid="deelnemer"), deelnemers=3, varianten=[soort])
    assert (raming.te_klein and raming.te_klein.gepubliceerd.min) == minimum


# --- which price counts, and in which order ---------------------------------------------


def test_de_prijs_van_een_andere_variant_is_geen_tweede_prijs() -> None:
    """Each variant has one price, of a source of its own."""
    een = kostenpost("100", variant="een", bron="gids-2025")
    ander = kostenpost("200", variant="ander", bron="verkorte-lijst")
    ramingen = kosten_van(een, ander, varianten=[variant("een"), variant("ander")])
    assert len(ramingen) == 2
    assert not any(map(is_andere_prijs, ramingen))


def test_van_twee_bronnen_heeft_de_tweede_een_andere_prijs() -> None:
    ramingen = kosten_van(kostenpost("200", bron="gids-2025"), kostenpost("100", bron="verkorte-lijst"))
    assert {raming.post.bron: is_andere_prijs(raming) for raming in ramingen if raming.post} == {
        "gids-2025": False,
        "verkorte-lijst": True,
    }


def test_een_bereik_staat_op_de_plek_van_zijn_laagste_bedrag() -> None:
    breed = interventie("zz-breed", kosten=(kostenpost("100", "900"),))
    smal = interventie("aa-smal", kosten=(kostenpost("200", "300"),))
    paren = [(een, een.varianten) for een in (smal, breed)]
    for volgorde in ("per-deelnemer", "totaal", "per-contactuur"):
        ramingen = bereken_kosten(paren, Aannames(15, VANDAAG), BEGRIPPEN, volgorde)
        assert [raming.interventie.id for raming in ramingen] == ["zz-breed", "aa-smal"], volgorde


# --- amounts and years ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bedrag_", "afgerond"), [("0.004", "0.00"), ("0.005", "0.01"), ("0.015", "0.02"), ("0.014999", "0.01")]
)
def test_een_halve_cent_gaat_naar_boven(bedrag_: str, afgerond: str) -> None:
    assert str(centen(Decimal(bedrag_))) == afgerond


@pytest.mark.parametrize(("prijspeil", "oud"), [(2023, True), (2024, False), (2026, False)])
def test_een_prijs_is_oud_na_twee_jaar(prijspeil: int, oud: bool) -> None:
    assert is_oud(prijspeil, 2026) is oud
