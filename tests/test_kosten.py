"""Costs: the calculation by hand next to what the tool says."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.model import Btw, Kostensoort, Vorm
from lpi_cli.kern.aannames import Aannames, Mensen
from lpi_cli.kern.budget import Budget
from lpi_cli.kern.groepen import Telbereik
from lpi_cli.kern.kosten import SORTERINGEN, bereken_kosten, centen, incompany_vanaf
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.weergave.kostengegevens import raminggegevens
from lpi_cli.weergave.kostenwoorden import bronnoot, met_opdracht
from tests.conftest import VANDAAG, Lpi
from tests.records import BEGRIPPEN, interventie, kosten_van, kostenpost, variant
from tests.test_eigen_catalogus import MOSAIC, eigen_interventie, schrijf_catalogus

ALLE = [(een, een.varianten) for een in laad().interventies]


def _ramingen(catalogus: Catalogus, id_: str, deelnemers: int, **aannames: Any) -> list[Kostenraming]:
    interventie = next(i for i in catalogus.interventies if i.id == id_)
    return bereken_kosten(
        [(interventie, interventie.varianten)], Aannames(deelnemers, VANDAAG, **aannames), catalogus.begrippen
    )


def _bedragen(bereik: Any) -> tuple[str, str] | None:
    return None if bereik is None else (str(centen(bereik.van)), str(centen(bereik.tot)))


def _een(catalogus: Catalogus, id_: str, deelnemers: int, **aannames: Any) -> Kostenraming:
    (raming,) = [r for r in _ramingen(catalogus, id_, deelnemers, **aannames) if r.status != "op_aanvraag"]
    return raming


def _let_op(raming: Kostenraming) -> list[str]:
    """The warnings, as ``lpi kosten`` says them."""
    return [met_opdracht(waarschuwing) for waarschuwing in raming.waarschuwingen]


@pytest.mark.parametrize(
    ("id_", "deelnemers", "groepen", "totaal", "per_deelnemer", "per_contactuur"),
    [
        # ⌈40/15⌉ = 3 groups × 6,805; /40; /(40 × 6 × 3 h)
        ("mindfit", 40, 3, "20415.00", "510.38", "28.35"),
        # ⌈15/15⌉ = 1 × 11,286; /15; /(15 × 6 × 2 h)
        ("mosaic", 15, 1, "11286.00", "752.40", "62.70"),
        # ⌈12/15⌉ = 1 × 12,000; /12; /(12 × 8 × 2 h)
        ("mind-spring", 12, 1, "12000.00", "1000.00", "62.50"),
        # ⌈40/15⌉ = 3 × 12,000; /40; /(40 × 16 h)
        ("mind-spring", 40, 3, "36000.00", "900.00", "56.25"),
        # ⌈7/6⌉ = 2 × 7,975; /7; /(7 × 5 × 2.5 h)
        ("stabilisatie-en-herstel", 7, 2, "15950.00", "2278.57", "182.29"),
        # ⌈30/15⌉ = 2 × 6,000; /30; /(30 × 12 × 1.5 h)
        ("positief-gezond-leven", 30, 2, "12000.00", "400.00", "22.22"),
    ],
)
def test_prijs_per_groep(
    catalogus: Catalogus,
    id_: str,
    deelnemers: int,
    groepen: int,
    totaal: str,
    per_deelnemer: str,
    per_contactuur: str,
) -> None:
    raming = _een(catalogus, id_, deelnemers)
    assert raming.status == "bekend"
    assert raming.groepen == Telbereik(groepen, groepen)
    assert _bedragen(raming.totaal) == (totaal, totaal)
    assert _bedragen(raming.per_deelnemer) == (per_deelnemer, per_deelnemer)
    assert _bedragen(raming.per_contactuur) == (per_contactuur, per_contactuur)
    assert not raming.ondergrens


def test_hiro_drie_contracten_en_minstens_vier_groepen(catalogus: Catalogus) -> None:
    # 100 children in classes of 25 are 4 groups: 4 × 825 for a year, 4 × 742.50 × 3 and 4 × 701.25 × 6
    ramingen = _ramingen(catalogus, "hiro-schooljudo", 100, groepsgrootte=25)
    assert {r.omschrijving: _bedragen(r.totaal) for r in ramingen} == {
        "contract van 1 jaar": ("3300.00", "3300.00"),
        "contract van 3 jaar": ("8910.00", "8910.00"),
        "contract van 6 jaar": ("16830.00", "16830.00"),
    }
    vast = "bedrag voor 6 jaar samen, want zo lang legt u zich vast: € 701,25 per groep per jaar"
    assert vast in _let_op(ramingen[-1])
    assert all("groepsgrootte niet gepubliceerd; gerekend met 25" in _let_op(r) for r in ramingen)
    # 40 children are 2 classes, but a school takes at least 4 groups
    twee_klassen = _ramingen(catalogus, "hiro-schooljudo", 40, groepsgrootte=25)
    assert {_bedragen(r.totaal) for r in twee_klassen} == {_bedragen(r.totaal) for r in ramingen}
    assert all("afname: ten minste 4 groepen" in _let_op(r) for r in twee_klassen)
    # without a size the minimum is all that is certain
    zonder = _ramingen(catalogus, "hiro-schooljudo", 40)
    assert all(r.ondergrens and r.groepen is None for r in zonder)


def test_kunstlab_per_workshop_en_per_jaar(catalogus: Catalogus) -> None:
    ramingen = _ramingen(catalogus, "kunstlab", 40)
    (per_jaar,) = [r for r in ramingen if r.omschrijving == "per locatie"]
    assert per_jaar.variant is None, "one price for all age groups together"
    assert _bedragen(per_jaar.totaal) == ("83000.00", "83000.00")
    assert per_jaar.per_deelnemer is per_jaar.per_contactuur is None, "a location is not one of 40"
    assert "gerekend met één locatie" in _let_op(per_jaar)
    assert "bedrag per jaar" in _let_op(per_jaar)
    per_workshop = [r for r in ramingen if r.omschrijving == "per bijeenkomst"]
    assert len(per_workshop) == 3
    assert all(r.totaal is None for r in per_workshop)
    assert all(
        "aantal bijeenkomsten niet gepubliceerd; geef --bijeenkomsten" in _let_op(r) for r in per_workshop
    )
    # ⌈40/15⌉ = 3 groups of the size that the price is for, × 10 workshops × 416
    tien = [
        r
        for r in _ramingen(catalogus, "kunstlab", 40, bijeenkomsten=10)
        if r.omschrijving == "per bijeenkomst"
    ]
    assert {_bedragen(r.totaal) for r in tien} == {("12480.00", "12480.00")}


def test_de_prijs_van_een_locatie_is_niet_die_van_een_variant(lpi: Lpi) -> None:
    """Only the teenagers are asked for, but the € 83.000 is for all age groups."""
    regels = lpi("kosten", "kunstlab", "--leeftijd", "12-18", "--deelnemers", "30", "--formaat", "json").json[
        "regels"
    ]
    (per_jaar,) = [regel for regel in regels if regel["totaal"] == {"van": 83000, "tot": 83000}]
    assert per_jaar["variant"] is None
    assert "prijs voor alle varianten samen" in per_jaar["waarschuwingen"]


def test_een_koppeling_is_een_gezin_en_niet_een_mens(catalogus: Catalogus) -> None:
    zonder = _een(catalogus, "samen-oplopen", 20)
    assert zonder.totaal is None
    vraag = "één koppeling is één gezin; hoeveel gezinnen het zijn, is niet gegeven; geef --gezinnen"
    assert {vraag, "bedrag voor 18-24 maanden"} <= set(_let_op(zonder))
    met = _een(catalogus, "samen-oplopen", 20, gezinnen=5)
    assert _bedragen(met.totaal) == ("14000.00", "15000.00")  # 5 × 2,800 to 5 × 3,000
    assert _bedragen(met.per_deelnemer) == ("700.00", "750.00")


def test_my_identity_met_en_zonder_uurtarief(catalogus: Catalogus) -> None:
    zonder = _een(catalogus, "my-identity", 20)  # ⌈20/12⌉ = 2 groups × 450 material
    assert (zonder.status, zonder.ondergrens) == ("deels", True)
    assert _bedragen(zonder.totaal) == ("900.00", "900.00")
    assert "84 uur personeel niet meegeteld (2 × 42 uur); geef --uurtarief" in _let_op(zonder)
    met = _een(catalogus, "my-identity", 20, uurtarief=Decimal(95))  # 2 × (450 + 42 × 95)
    assert (met.status, met.ondergrens) == ("bekend", False)
    assert _bedragen(met.totaal) == ("8880.00", "8880.00")


def test_go_win_heeft_een_groepsgrootte_nodig(catalogus: Catalogus) -> None:
    zonder = _een(catalogus, "go-win", 20)
    assert zonder.totaal is None
    assert "groepsgrootte niet gepubliceerd; geef --groepsgrootte" in _let_op(zonder)
    # 2 groups × (560 + (4 + 4 + 40 h) × 90)
    met = _een(catalogus, "go-win", 20, groepsgrootte=10, uurtarief=Decimal(90))
    assert _bedragen(met.totaal) == ("9760.00", "9760.00")
    assert not any("opleiden" in tekst for tekst in _let_op(met)), "trainers of Indigo can give it too"


@pytest.mark.parametrize(
    ("id_", "deelnemers", "aannames", "uren"),
    [
        ("7roses", 40, {}, ["140 uur personeel niet meegeteld (4 × 35 uur)"]),
        ("7roses", 12, {}, ["35 uur personeel niet meegeteld"]),
        ("7roses", 40, {"uurtarief": Decimal(95)}, ["140 uur personeel meegeteld (4 × 35 uur)"]),
        (
            "go-win",
            20,
            {"groepsgrootte": 10},
            [
                "8 uur personeel niet meegeteld (2 × 4 uur, met werving)",
                "8 uur personeel niet meegeteld (2 × 4 uur, met opleiding)",
                "80 uur personeel niet meegeteld (2 × 40 uur, met voorbereiding en evaluatie)",
            ],
        ),
        (
            "go-win",
            20,
            {"uurtarief": Decimal(95)},
            [
                "4 uur personeel per sleutelpersoon niet meegeteld (met werving)",
                "4 uur personeel per sleutelpersoon niet meegeteld (met opleiding)",
                "40 uur personeel per groep niet meegeteld (met voorbereiding en evaluatie)",
            ],
        ),
    ],
)
def test_uren_zijn_die_van_alle_groepen_en_zeggen_waarvoor(
    catalogus: Catalogus, id_: str, deelnemers: int, aannames: dict[str, Any], uren: list[str]
) -> None:
    raming = _een(catalogus, id_, deelnemers, **aannames)
    gezegd = [tekst.partition("; geef")[0] for tekst in _let_op(raming) if "uur personeel" in tekst]
    assert gezegd == uren


def test_teamup_school_is_opleiding_en_geen_uitvoering(catalogus: Catalogus) -> None:
    (raming,) = _ramingen(catalogus, "teamup-school", 60)
    assert (raming.status, raming.totaal) == ("op_aanvraag", None)
    assert [str(p.bedrag.van) for p in raming.opleiding if p.bedrag] == ["1250", "4000"]


def test_7roses_uren_tolk_en_incompany(catalogus: Catalogus) -> None:
    zonder = _een(catalogus, "7roses", 20)
    assert (zonder.status, zonder.totaal, zonder.groepen) == ("deels", None, (2, 2))
    # 2 groups × (35 h × 100 + 9 × 2.5 h interpreter × 60)
    met = _een(catalogus, "7roses", 20, uurtarief=Decimal(100), tolktarief=Decimal(60))
    assert _bedragen(met.totaal) == ("9700.00", "9700.00")
    # 6,565 / 890 = 7.4: from 8 trainees; at most 10 fit in one training
    assert incompany_vanaf(met.opleiding, catalogus.begrippen) == 8


def test_zonder_tolktarief_is_het_een_ondergrens(catalogus: Catalogus) -> None:
    raming = _een(catalogus, "7roses", 20, uurtarief=Decimal(100))
    assert _bedragen(raming.totaal) == ("7000.00", "7000.00")
    assert raming.ondergrens
    assert "tolk niet meegeteld; geef --tolktarief" in _let_op(raming)


@pytest.mark.parametrize(
    ("id_", "waarschuwing"),
    [
        ("my-identity", "of een tolk bij deze prijs komt, is niet gepubliceerd"),
        ("my-identity", "126 uur personeel meegeteld (3 × 42 uur): De gemeente koopt de cursus in."),
    ],
)
def test_wat_is_aangenomen_staat_erbij(catalogus: Catalogus, id_: str, waarschuwing: str) -> None:
    raming = _een(catalogus, id_, 30, uurtarief=Decimal(95), tolktarief=Decimal(60))
    assert any(tekst.startswith(waarschuwing) for tekst in _let_op(raming))


@pytest.mark.parametrize(
    ("velden", "waarom"),
    [
        ({"bijeenkomsten": None}, "het aantal contacturen is niet bekend"),
        ({"groepsgrootte": None}, "het aantal groepen is niet bekend; geef --groepsgrootte"),
    ],
)
def test_een_tolktarief_dat_niet_meetelt_zegt_waarom(velden: dict[str, Any], waarom: str) -> None:
    prijs = kostenpost("80", eenheid="deelnemer", exclusief=("tolk",))
    (raming,) = kosten_van(prijs, varianten=[variant(**velden)], tolktarief=Decimal(60))
    assert raming.ondergrens
    assert f"tolk niet meegeteld: {waarom}" in _let_op(raming)


def test_met_een_trainer_per_groep_is_het_een_ondergrens(catalogus: Catalogus) -> None:
    """The sources prefer two, and say no amount: one is the least it can be."""
    groep, _ = _ramingen(
        catalogus, "7roses", 12, uurtarief=Decimal(95), tolktarief=Decimal(60), budget=Decimal(20000)
    )
    assert groep.ondergrens
    assert groep.budget is not None
    assert groep.budget.past is None


def test_niet_gepubliceerd_is_iets_anders_dan_op_aanvraag(lpi: Lpi) -> None:
    tekst = lpi("kosten", "ex-amv-groep", "less-stress", "--deelnemers", "12").stdout
    op_aanvraag, niet_gepubliceerd = tekst.split("Prijs niet gepubliceerd: vraag het na")
    assert "\nless-stress" in op_aanvraag.partition("Prijs op aanvraag: vraag het aan")[2]
    assert "\nex-amv-groep" in niet_gepubliceerd


def test_op_aanvraag_noemt_het_adres(lpi: Lpi) -> None:
    uitkomst = lpi("kosten", "less-stress", "--deelnemers", "12")
    assert "interculturalisatie@ggnet.nl" in uitkomst.stdout
    (regel,) = lpi("kosten", "less-stress", "--deelnemers", "12", "--formaat", "json").json["regels"]
    assert (regel["status"], regel["totaal"], regel["per_deelnemer"]) == ("op_aanvraag", None, None)


@pytest.mark.parametrize("id_", ["mind-spring", "mindfit"])
def test_beide_prijzen_zijn_zichtbaar_met_welke_telt_en_waarom(lpi: Lpi, id_: str) -> None:
    tekst = " ".join(lpi("kosten", id_, "--deelnemers", "10").stdout.split())
    telt, ander = {"mind-spring": ("12.000", "7.572"), "mindfit": ("6.805", "6.200")}[id_]
    assert f"€ {telt},00" in tekst
    assert f"€ {ander}" in tekst
    assert f"Wij rekenen met € {telt} uit de gids van 2025, de nieuwste bron" in tekst


@pytest.mark.parametrize(
    ("id_", "deelnemers", "waarschuwing"),
    [
        ("mind-spring", 5, "te weinig deelnemers: een groep start met ten minste 8"),
        ("mindfit", 5, "weinig deelnemers: een groep is gewoonlijk 8-15"),
        ("mindfit", 16, None),
        ("positief-gezond-leven", 16, "groepen van 8: een groep is gewoonlijk 12-15"),
        ("positief-gezond-leven", 24, "niet inbegrepen: locatie"),
        ("stabilisatie-en-herstel", 6, "los te koop, niet meegeteld: € 19,95 per boekje"),
        ("taal-onthaal", 50, "gerekend met één school"),
    ],
)
def test_waarschuwingen(catalogus: Catalogus, id_: str, deelnemers: int, waarschuwing: str | None) -> None:
    waarschuwingen = _let_op(_een(catalogus, id_, deelnemers))
    if waarschuwing is None:
        assert not any("gewoonlijk" in tekst or "weinig" in tekst for tekst in waarschuwingen)
    else:
        assert waarschuwing in waarschuwingen


def test_een_oude_prijs_valt_op(catalogus: Catalogus) -> None:
    mosaic = next(i for i in catalogus.interventies if i.id == "mosaic")
    oud = mosaic._replace(kosten=(mosaic.kosten[0]._replace(prijspeil=2023),))
    (raming,) = bereken_kosten([(oud, oud.varianten)], Aannames(10, VANDAAG), catalogus.begrippen)
    assert "oude prijs: van 2023" in _let_op(raming)
    (nog_net,) = bereken_kosten(
        [(oud, oud.varianten)], Aannames(10, VANDAAG.replace(year=2025)), catalogus.begrippen
    )
    assert not any("oude prijs" in tekst for tekst in _let_op(nog_net))


def test_van_elke_post_die_telt_doen_bron_en_prijspeil_ertoe() -> None:
    """A new price of material does not make the old one of the licence new, nor hide its source."""
    (raming,) = kosten_van(
        kostenpost("450", soort=Kostensoort.MATERIAAL, prijspeil=2025),
        kostenpost("100", soort=Kostensoort.LICENTIE, prijspeil=2019, bron="verkorte-lijst"),
    )
    assert "oude prijs: van 2019 (licentie)" in _let_op(raming)
    assert bronnoot(raming) == ["bron: gids-2025, prijs van 2025", "bron: verkorte-lijst, prijs van 2019"]
    assert raminggegevens(raming)["bronnen"] == [
        {"bron": "gids-2025", "prijspeil": 2025, "plaatsen": []},
        {"bron": "verkorte-lijst", "prijspeil": 2019, "plaatsen": []},
    ]


def test_alleen_een_bedrag_heeft_een_prijspeil(catalogus: Catalogus) -> None:
    """Of 7ROSES only hours are published; hours grow no dearer."""
    assert not any("prijspeil" in tekst for tekst in _let_op(_een(catalogus, "7roses", 20)))


def test_een_bedrag_dat_de_bron_ongeveer_geeft_heet_overal_ongeveer(lpi: Lpi) -> None:
    """The guide says "rond de € 6000" of one and an exact price of the other."""
    rond, precies = lpi(
        "kosten", "positief-gezond-leven", "mosaic", "--deelnemers", "15", "--formaat", "json"
    ).json["regels"]
    assert "het bedrag is volgens de bron ongeveer zo veel" in rond["waarschuwingen"]
    assert "het bedrag is volgens de bron ongeveer zo veel" not in precies["waarschuwingen"]
    for commando in ("lijst", "toon positief-gezond-leven", "vergelijk positief-gezond-leven mosaic"):
        tekst = " ".join(lpi(*commando.split(), "--formaat", "markdown").stdout.split())
        assert "ngeveer € 6.000 per groep" in tekst
        assert "ngeveer € 11.286" not in tekst


def test_een_tolk_die_meetelt_staat_erbij(catalogus: Catalogus) -> None:
    """Life Skills is free but for an interpreter: 6 workshops of 2 hours for each of 2 groups."""
    (raming,) = _ramingen(catalogus, "life-skills", 15, tolktarief=Decimal(70))
    assert _bedragen(raming.totaal) == ("1680.00", "1680.00")
    assert "tolk meegeteld: 2 × hooguit 12 uur" in [str(w) for w in raming.waarschuwingen]


def test_ook_gratis_groepen_kunnen_te_klein_worden(catalogus: Catalogus) -> None:
    """Life Skills takes 8 to 12 people: 15 make groups of 8 and 7."""
    gewaarschuwd = [str(w) for w in _ramingen(catalogus, "life-skills", 15)[0].waarschuwingen]
    assert "groepen van 7: een groep is gewoonlijk 8-12" in gewaarschuwd


def test_wat_bij_een_prijs_komt_telt_mee() -> None:
    """30 people at 90, with material of 20 each and 10 hours of staff for each of 2 groups."""
    prijs = kostenpost("90", eenheid="deelnemer")
    materiaal = kostenpost("20", eenheid="deelnemer", soort=Kostensoort.MATERIAAL)
    uren = kostenpost(soort=Kostensoort.PERSONEEL, uren=Decimal(10))
    (zonder,) = kosten_van(prijs, materiaal, uren)
    assert (_bedragen(zonder.totaal), zonder.ondergrens) == (("3300.00", "3300.00"), True)
    (met,) = kosten_van(prijs, materiaal, uren, uurtarief=Decimal(50), budget=Decimal(4000))
    assert (_bedragen(met.totaal), met.ondergrens) == (("4300.00", "4300.00"), False)
    genoeg = {"mensen": 27, "bedrag": Decimal(3970)}  # 27 × 110, and 10 hours for each of 2 groups
    assert met.budget == Budget(past=False, tekort=Decimal(300), **genoeg)


def test_bij_een_eigen_prijs_staat_niet_waarover_de_bronnen_verschillen(catalogus: Catalogus) -> None:
    mindfit = next(i for i in catalogus.interventies if i.id == "mindfit")
    eigen = mindfit.kosten[0]._replace(bron="onze-regio", toelichting=None)
    samen = mindfit._replace(kosten=(eigen, *mindfit.kosten))
    van_ons, van_de_gids = bereken_kosten(
        [(samen, samen.varianten)], Aannames(20, VANDAAG), catalogus.begrippen, "naam"
    )
    assert not [w for w in van_ons.waarschuwingen if "verkorte-lijst" in str(w)]
    assert [w for w in van_de_gids.waarschuwingen if "verkorte-lijst" in str(w)]


def test_wat_kosteloos_is_zegt_of_het_in_het_budget_past(lpi: Lpi) -> None:
    scherm = lpi("kosten", "teamup-opvang", "--deelnemers", "20", "--budget", "100").stdout
    assert "past" in next(regel for regel in scherm.splitlines() if regel.startswith("teamup-opvang"))


def test_wat_een_teken_bij_een_naam_betekent_staat_er_ook_zonder_tabel(lpi: Lpi) -> None:
    assert "★ = door LOOP vooraf gekozen" in lpi("kosten", "bamboo", "--deelnemers", "20").stdout


def test_gratis_alleen_als_het_echt_gratis_is(lpi: Lpi) -> None:
    regels = lpi("kosten", "--deelnemers", "40", "--formaat", "json").json["regels"]
    nul = {regel["id"] for regel in regels if regel["totaal"] and regel["totaal"]["tot"] == 0}
    assert nul == {"empatia-workshops", "life-skills", "teamup-opvang", "tiener-veerkracht-academie"}
    assert all(r["status"] == "kosteloos" for r in regels if r["id"] in nul)
    tekst = lpi("kosten", "--deelnemers", "40").stdout
    assert "€ 0" not in tekst
    assert "Gratis voor een school die al een Vreedzame School is" in " ".join(tekst.split())


def test_een_ondergrens_staat_nooit_als_goedkoopste_bovenaan(lpi: Lpi) -> None:
    """Of My Identity only the material is known, € 45 a head; MindFit is known in full."""
    regels = lpi("kosten", "my-identity", "mindfit", "--deelnemers", "40", "--formaat", "json").json["regels"]
    assert [(r["id"], r["ondergrens"]) for r in regels] == [("mindfit", False), ("my-identity", True)]


# --- units ------------------------------------------------------------------------------

PER_DAGDEEL = """\
vult_aan: mosaic
kosten:
  - {soort: uitvoering, bedrag: {van: 300, tot: 300}, eenheid: dagdeel, prijspeil: 2026, bron: prijslijst}
bronnen:
  - {bron: prijslijst, plaats: blad 1}
"""


def _eigen_eenheid(lpi: Lpi, map_: Path, dagdeel: str) -> Any:
    """The line of Mosaic with an own price per part of a day; ``dagdeel`` says what that is."""
    bestanden = {
        "interventies/mosaic-hier.yaml": PER_DAGDEEL,
        "bronnen.yaml": "prijslijst: {titel: Prijslijst, jaar: 2026, datum: mei 2026, omschrijving: Onze prijzen.}\n",
        "begrippen.yaml": f"eenheid:\n  dagdeel: {dagdeel}\n",
    }
    eigen = schrijf_catalogus(map_ / "regio", bestanden)
    opdracht = ("kosten", "mosaic", "--deelnemers", "30", "--catalogus", str(eigen), "--formaat", "json")
    (regel,) = [r for r in lpi(*opdracht).json["regels"] if r["bron"] == "prijslijst"]
    return regel


def test_een_eigen_eenheid_zegt_zelf_hoe_zij_telt(lpi: Lpi, tmp_path: Path) -> None:
    dagdeel = "{naam: per dagdeel, uitleg: Een ochtend of middag., telt: bijeenkomst, meervoud: dagdelen}"
    regel = _eigen_eenheid(lpi, tmp_path, dagdeel)
    assert regel["totaal"] == {"van": 3600, "tot": 3600}  # 2 groups × 6 meetings × 300
    assert "gerekend met één dagdeel per bijeenkomst" in regel["waarschuwingen"]


def test_van_een_eenheid_die_niets_zegt_is_niet_bekend_hoe_vaak(lpi: Lpi, tmp_path: Path) -> None:
    regel = _eigen_eenheid(lpi, tmp_path, "{naam: per dagdeel, uitleg: Een ochtend of middag.}")
    assert regel["totaal"] is None
    assert "niet bekend is hoe vaak een dagdeel nodig is" in regel["waarschuwingen"]


def test_de_taak_van_een_woord_telt_en_niet_zijn_code() -> None:
    """Another catalogue may have other codes for an interpreter, for tax and for a group."""
    andere_codes = {"tolk": "vertaler", "btw": "heffing", "groep": "ploeg"}
    begrippen = {
        lijst: {andere_codes.get(code, code): begrip for code, begrip in in_lijst.items()}
        for lijst, in_lijst in BEGRIPPEN.items()
    }
    begrippen["kostenonderdeel"]["heffing"] = BEGRIPPEN["kostenonderdeel"]["btw"]._replace(naam="heffing")
    post = kostenpost("500", exclusief=("tolk",), btw=Btw.EXCLUSIEF)
    andere = post._replace(exclusief=("vertaler",), eenheid="ploeg")
    (nu,) = kosten_van(post, tolktarief=Decimal(60))
    (anders,) = kosten_van(andere, tolktarief=Decimal(60), begrippen=begrippen)
    assert _bedragen(nu.totaal) == _bedragen(anders.totaal)
    assert _let_op(anders) == [tekst.replace("btw", "heffing") for tekst in _let_op(nu)]
    assert "niet inbegrepen: heffing" in _let_op(anders)
    assert any(tekst.startswith("tolk meegeteld") for tekst in _let_op(anders))
    assert not any(tekst.startswith("gerekend met één groep") for tekst in _let_op(anders))


def test_waarschuwingen_noemen_namen_en_geen_codes(catalogus: Catalogus) -> None:
    raming = _een(catalogus, "liever-bewegen-dan-moe", 30)
    assert "niet inbegrepen: materiaal en eenmalige kosten" in _let_op(raming)


def test_een_prijs_per_trainer_is_het_minste_want_er_kunnen_er_meer_nodig_zijn() -> None:
    (raming,) = kosten_van(kostenpost("500", eenheid="trainer"))
    assert (_bedragen(raming.totaal), raming.ondergrens) == (("1000.00", "1000.00"), True)


# --- one at a time ----------------------------------------------------------------------

ALLEEN = variant(vorm=(Vorm.INDIVIDUEEL,), groepsgrootte=None)
"""Given to one person at a time: six meetings of two hours."""


def test_individueel_is_elke_deelnemer_een_reeks_bijeenkomsten() -> None:
    (raming,) = kosten_van(kostenpost("80", eenheid="bijeenkomst"), deelnemers=5, varianten=[ALLEEN])
    assert _bedragen(raming.totaal) == ("2400.00", "2400.00")  # 5 × 6 × 80
    assert not any("groepsgrootte" in tekst for tekst in _let_op(raming))


def test_individueel_telt_de_tolk_bij_elke_deelnemer() -> None:
    prijs = kostenpost("80", eenheid="deelnemer", exclusief=("tolk",))
    (raming,) = kosten_van(prijs, deelnemers=5, varianten=[ALLEEN], tolktarief=Decimal(60))
    assert _bedragen(raming.totaal) == ("4000.00", "4000.00")  # 5 × 80 + 5 × 6 × 2 h × 60


def test_een_prijs_per_groep_van_wat_individueel_is_vraagt_geen_groepsgrootte() -> None:
    (raming,) = kosten_van(kostenpost("80"), varianten=[ALLEEN], groepsgrootte=10)
    assert raming.totaal is None
    assert "aantal groepen niet bekend: deze variant is individueel" in _let_op(raming)


# --- free, but for what comes on top of it ----------------------------------------------


def test_wat_naast_een_gratis_uitvoering_geld_kost_telt_mee() -> None:
    """Having it done is free, but two groups need € 450 of material each."""
    gratis = kostenpost(gefinancierd=True, toelichting="Het Rijk betaalt.")
    materiaal = kostenpost("450", soort=Kostensoort.MATERIAAL)
    (raming,) = kosten_van(gratis, materiaal)
    assert _bedragen(raming.totaal) == ("900.00", "900.00")
    assert (raming.status, raming.ondergrens, raming.is_kosteloos) == ("bekend", False, False)
    assert "kosteloos: Het Rijk betaalt." in _let_op(raming)


def test_wat_naast_een_gratis_uitvoering_geld_kost_heet_ook_elders_niet_kosteloos() -> None:
    """Else ``lpi zoek --kosteloos`` finds it, and the list and the memo call it free."""
    gratis = kostenpost(gefinancierd=True)
    materiaal = kostenpost("450", soort=Kostensoort.MATERIAAL)
    assert prijs(interventie(kosten=(gratis,)), BEGRIPPEN) == (Kostenstatus.KOSTELOOS, gratis)
    assert prijs(interventie(kosten=(gratis, materiaal)), BEGRIPPEN) == (Kostenstatus.DEELS, materiaal)


_LOS = "{soort: materiaal, bedrag: {van: 20, tot: 20}, eenheid: boekje, bron: gids-2025}"
_OP_AANVRAAG = "{soort: materiaal, op_aanvraag: true, bron: gids-2025}"
_UREN = "{soort: personeel, uren: 20, eenheid: groep, bron: gids-2025}"
_GRATIS = "{soort: uitvoering, gefinancierd: true, bron: gids-2025}"


def _praatgroep(map_: Path, *kosten: str) -> tuple[str, str]:
    """An own offer with these costs, as the option that adds it."""
    posten = MOSAIC[MOSAIC.index("\nkosten:\n") : MOSAIC.index("\nkwaliteit:\n")]
    tekst = eigen_interventie("praatgroep").replace(posten, f"\nkosten: [{', '.join(kosten)}]")
    map_ = schrijf_catalogus(map_ / "twente", {"interventies/praatgroep.yaml": tekst})
    return "--catalogus", str(map_)


@pytest.mark.parametrize(
    ("kosten", "status", "zegt", "kosteloos"),
    [
        ((_GRATIS, _LOS), "kosteloos", "los te koop, niet meegeteld: € 20 per boekje", "treffers"),
        ((_GRATIS, _OP_AANVRAAG), "deels", "komt erbij, niet meegeteld: materiaal", "misschien"),
        ((_LOS,), "op_aanvraag", "los te koop, niet meegeteld: € 20 per boekje", "misschien"),
    ],
    ids=["gratis-met-boekje", "gratis-met-materiaal-op-aanvraag", "alleen-een-boekje"],
)
def test_in_het_kort_en_uitgerekend_is_er_een_status(
    lpi: Lpi, tmp_path: Path, kosten: tuple[str, ...], status: str, zegt: str, kosteloos: str
) -> None:
    """What one need not buy costs nothing; what has no price yet may cost something."""
    eigen = _praatgroep(tmp_path, *kosten)

    def vraag(*opdracht: str) -> Any:
        return lpi(*opdracht, *eigen, "--formaat", "json").json

    in_het_kort = next(een for een in vraag("lijst") if een["id"] == "praatgroep")
    (regel,) = vraag("kosten", "praatgroep", "--deelnemers", "10")["regels"]
    assert (in_het_kort["kosten"]["status"], regel["status"]) == (status, status)
    assert zegt in regel["waarschuwingen"]
    assert "praatgroep" in {een["id"] for een in vraag("zoek", "--kosteloos")[kosteloos]}


@pytest.mark.parametrize(
    ("kosten", "prijs_"), [((_GRATIS, _OP_AANVRAAG), "deels bekend"), ((_GRATIS, _UREN), "20 uur per groep")]
)
def test_wat_gratis_is_heet_niet_nul_uur(
    lpi: Lpi, tmp_path: Path, kosten: tuple[str, ...], prijs_: str
) -> None:
    tekst = lpi("kosten", "praatgroep", "--deelnemers", "10", *_praatgroep(tmp_path, *kosten)).stdout
    assert prijs_ in tekst
    assert "  0 uur" not in tekst


@pytest.mark.parametrize(
    "ernaast",
    [
        {"soort": Kostensoort.PERSONEEL, "uren": Decimal(12)},
        {"soort": Kostensoort.LICENTIE, "op_aanvraag": True},
    ],
)
def test_wat_naast_een_gratis_uitvoering_niet_te_tellen_is_maakt_haar_niet_gratis(
    ernaast: dict[str, Any],
) -> None:
    (raming,) = kosten_van(kostenpost(gefinancierd=True), kostenpost(**ernaast))
    assert (raming.status, raming.totaal) == ("deels", None)
    assert (raming.ondergrens, raming.is_kosteloos) == (True, False)
    assert any("niet meegeteld" in tekst for tekst in _let_op(raming))


def test_een_prijs_verdwijnt_niet_achter_een_gratis_aanbod() -> None:
    """As when an own catalogue adds its price to what is free elsewhere."""
    ramingen = kosten_van(kostenpost("5000"), kostenpost(gefinancierd=True))
    assert {(r.omschrijving, r.is_kosteloos, _bedragen(r.totaal)) for r in ramingen} == {
        ("", True, ("0.00", "0.00")),
        ("per groep", False, ("10000.00", "10000.00")),
    }


@pytest.mark.parametrize("geschreven", ["7000", "7.000", "7.000,-", "€ 7.000,00", "€7000,--"])
def test_een_bedrag_zoals_mensen_het_schrijven(lpi: Lpi, geschreven: str) -> None:
    opdracht = ("kosten", "mindfit", "--deelnemers", "15", "--budget", geschreven, "--formaat", "json")
    assert lpi(*opdracht).json["aannames"]["budget"] == 7000


def test_budget_zegt_wat_past_en_hoeveel_er_ontbreekt(lpi: Lpi) -> None:
    regels = lpi(
        "kosten", "mindfit", "mosaic", "--deelnemers", "15", "--budget", "7.000", "--formaat", "json"
    ).json
    budget = {regel["id"]: regel["budget"] for regel in regels["regels"]}
    assert budget == {
        "mindfit": {"past": None, "tekort": 0, "mensen": None, "bedrag": None},  # its price was until 2025
        "mosaic": {"past": False, "tekort": 4286, "mensen": None, "bedrag": None},  # one group is too much
    }


@pytest.mark.parametrize(
    ("post", "past"),
    [
        ({}, True),
        ({"exclusief": ("locatie",)}, None),
        ({"btw": Btw.EXCLUSIEF}, None),
        ({"btw": Btw.INCLUSIEF}, True),
        ({"ongeveer": True}, None),
        ({"prijspeil": 2023}, None),
        ({"geldig_tot": "2026-11-27"}, None),
        ({"geldig_tot": "2026-11-28"}, True),
    ],
)
def test_binnen_budget_is_pas_zeker_als_er_niets_open_staat(post: dict[str, Any], past: bool | None) -> None:
    (raming,) = kosten_van(kostenpost("3000", **post), budget=Decimal(6000))
    assert raming.budget is not None
    assert (_bedragen(raming.totaal), raming.budget.past) == (("6000.00", "6000.00"), past)


def test_van_wat_meer_kan_zijn_is_het_tekort_ten_minste(lpi: Lpi) -> None:
    ids = ("mosaic", "samen-oplopen", "my-identity", "liever-bewegen-dan-moe")
    vraag = ("--deelnemers", "15", "--gezinnen", "5", "--budget", "500")
    tekst = lpi("kosten", *ids, *vraag, "--formaat", "markdown").stdout
    assert " € 10.786,00 te kort" in tekst, "one price"
    assert " Ten minste € 13.500,00 te kort" in tekst, "a range, of € 14.000 to € 15.000"
    assert " Ten minste € 400,00 te kort" in tekst, "a lower bound: € 900 of material, and hours"


def test_een_rij_zegt_of_het_past_en_wat_er_gepubliceerd_is(lpi: Lpi) -> None:
    ids = ("mindfit", "mosaic", "seksueel-en-gendergerelateerd-geweld", "less-stress", "teamup-school")
    opdracht = ("kosten", *ids, "--deelnemers", "15", "--formaat", "csv")
    rijen = {rij["id"]: rij for rij in csv.DictReader(lpi(*opdracht, "--budget", "7000").stdout.splitlines())}
    assert (rijen["mindfit"]["budget"], rijen["mindfit"]["tekort"]) == ("past misschien", "")
    assert (rijen["mosaic"]["budget"], rijen["mosaic"]["tekort"]) == ("past niet", "4286")
    geweld = rijen["seksueel-en-gendergerelateerd-geweld"]
    assert (geweld["totaal_van"], geweld["budget"]) == ("", "")
    assert geweld["gepubliceerde_prijs"] == "Ongeveer € 11.000 per interventie"
    assert rijen["less-stress"]["gepubliceerde_prijs"] == "op aanvraag"
    assert "€ 1.250 per cursist" in rijen["teamup-school"]["opleiding"]
    zonder_budget = csv.DictReader(lpi(*opdracht).stdout.splitlines())
    assert {rij["budget"] for rij in zonder_budget} == {""}, "the columns are the same"


def test_json_volgt_het_contract(lpi: Lpi) -> None:
    antwoord = lpi("kosten", "mindfit", "--deelnemers", "40", "--formaat", "json").json
    assert antwoord["deelnemers"] == 40
    (regel,) = antwoord["regels"]
    assert regel["totaal"] == {"van": 20415, "tot": 20415}
    assert regel["per_deelnemer"] == {"van": 510.38, "tot": 510.38}
    assert regel["per_contactuur"] == {"van": 28.35, "tot": 28.35}
    assert (regel["prijspeil"], regel["bron"]) == (2025, "gids-2025")


@pytest.mark.parametrize(
    ("argumenten", "zegt"),
    [
        ((), "Geef --deelnemers, zoals --deelnemers 20"),
        (("--deelnemers", "0"), "van 1 tot 100000"),
        (("--deelnemers", "veel"), "van 1 tot 100000"),
        (("--deelnemers", "10", "--uurtarief", "duur"), "schrijf het als 95 of 95,50"),
        (("--deelnemers", "10", "--uurtarief", "0"), "schrijf het als 95 of 95,50"),
        (
            ("--deelnemers", "10", "--sorteer", "prijs"),
            "kies uit per-deelnemer, totaal, per-contactuur, naam",
        ),
        (("mindfitt", "--deelnemers", "10"), "Bedoelt u 'mindfit'?"),
    ],
)
def test_verkeerd_gebruik_is_een_regel(lpi: Lpi, argumenten: tuple[str, ...], zegt: str) -> None:
    uitkomst = lpi("kosten", *argumenten)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert zegt in uitkomst.stderr


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "markdown"])
@pytest.mark.parametrize("opdracht", [("kosten", "--deelnemers", "25"), ("vergelijk", "mindfit", "mosaic")])
def test_kosten_en_vergelijk_in_elk_formaat(lpi: Lpi, opdracht: tuple[str, ...], formaat: str) -> None:
    uitkomst = lpi(*opdracht, "--formaat", formaat)
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert "mindfit" in uitkomst.stdout


# --- which filters ----------------------------------------------------------------------


def test_de_kop_en_het_bestand_zeggen_welke_filters_er_zijn_gevraagd(lpi: Lpi) -> None:
    opdracht = ("kosten", "--deelnemers", "40", "--leeftijd", "volwassenen", "--setting", "azc")
    kop = lpi(*opdracht).stdout.splitlines()[0]
    assert kop == "Kosten voor 40 deelnemers, leeftijd volwassenen (18 jaar en ouder); setting azc"
    assert lpi(*opdracht, "--formaat", "json").json["vraag"] == {
        "leeftijd": ["volwassenen"],
        "setting": ["azc"],
    }
    assert lpi("kosten", "--deelnemers", "40").stdout.splitlines()[0] == "Kosten voor 40 deelnemers"


def test_zonder_treffers_staat_er_welk_filter_weg_kan(lpi: Lpi) -> None:
    filters = ("--leeftijd", "3", "--setting", "azc", "--taal", "tr")
    advies = [regel for regel in lpi("zoek", *filters).stdout.splitlines() if regel.startswith("- zonder")]
    uitkomst = lpi("kosten", "--deelnemers", "40", *filters)
    assert uitkomst.status == 0
    assert advies
    assert set(advies) <= set(uitkomst.stdout.splitlines())


def test_wat_bij_naam_is_gevraagd_en_niet_past_verdwijnt_niet(lpi: Lpi) -> None:
    opdracht = ("kosten", "mindfit", "ease", "--deelnemers", "20", "--leeftijd", "12-18")
    antwoord = lpi(*opdracht, "--formaat", "json").json
    assert {regel["id"] for regel in antwoord["regels"]} == {"ease"}
    assert antwoord["past_niet"] == [
        {"id": "mindfit", "naam": "MindFit", "redenen": ["leeftijd: 18 jaar en ouder"]}
    ]
    assert "mindfit ★: leeftijd: 18 jaar en ouder" in lpi(*opdracht).stdout


def test_wat_bij_naam_is_gevraagd_en_misschien_past_heet_zo(lpi: Lpi) -> None:
    """Of Gouden Mannen no age is published; its price is on request."""
    opdracht = ("kosten", "gouden-mannen", "mindfit", "--deelnemers", "20", "--leeftijd", "18+")
    antwoord = lpi(*opdracht, "--formaat", "json").json
    past = {regel["id"]: regel["past"] for regel in antwoord["regels"]}
    assert (past, antwoord["past_niet"]) == ({"mindfit": "ja", "gouden-mannen": "misschien"}, [])
    ((id_, vraag_na),) = [(een["id"], een["vraag_na"]) for een in antwoord["misschien"]]
    assert (id_, [na["onderdeel"] for na in vraag_na]) == ("gouden-mannen", ["leeftijd"])
    scherm = lpi("kosten", "gouden-mannen", *opdracht[3:]).stdout
    assert "- leeftijd niet gepubliceerd: gouden-mannen (alleen mannen)" in scherm
    assert "niet bij" not in scherm
    assert "Niets gevonden" not in scherm


def test_dat_een_prijs_een_deel_van_de_leeftijd_dekt_staat_bij_de_regel(lpi: Lpi) -> None:
    """KunstLab is for adults up to 23 years only."""
    opdracht = ("kosten", "kunstlab", "mindfit", "--deelnemers", "20", "--leeftijd", "volwassenen")
    regels = lpi(*opdracht, "--formaat", "json").json["regels"]
    noot = "dekt van de gevraagde leeftijd alleen: 18-23 jaar"
    assert {r["id"] for r in regels if noot in r["waarschuwingen"]} == {"kunstlab"}
    assert noot[1:] in " ".join(lpi(*opdracht).stdout.split())


# --- properties: for any number of people, with any assumptions ------------------------

aantallen = st.integers(1, 5000)
tarieven = st.none() | st.decimals("0.01", "500", places=2)
aannames_ = st.builds(
    Aannames,
    deelnemers=aantallen,
    vandaag=st.just(VANDAAG),
    groepsgrootte=st.none() | st.integers(1, 40),
    bijeenkomsten=st.none() | st.integers(1, 60),
    uurtarief=tarieven,
    tolktarief=tarieven,
    gezinnen=st.none() | st.integers(1, 1000),
    budget=st.none(),
    mensen=st.just(Mensen()),
)


def _per_prijs(aannames: Aannames) -> dict[tuple[str, str, str], Kostenraming]:
    return {
        (r.interventie.id, r.variant.id if r.variant else "", r.omschrijving): r
        for r in bereken_kosten(ALLE, aannames, BEGRIPPEN)
    }


@given(aannames=aannames_, meer=st.integers(1, 100))
def test_totalen_dalen_nooit_als_er_meer_mensen_komen(aannames: Aannames, meer: int) -> None:
    nu, later = _per_prijs(aannames), _per_prijs(aannames._replace(deelnemers=aannames.deelnemers + meer))
    for sleutel, raming in nu.items():
        straks = later[sleutel]
        if raming.totaal is not None:
            assert straks.totaal is not None
            assert (straks.totaal.van, straks.totaal.tot) >= (raming.totaal.van, raming.totaal.tot)


@given(aannames=aannames_)
def test_per_deelnemer_maal_deelnemers_is_het_totaal(aannames: Aannames) -> None:
    for raming in bereken_kosten(ALLE, aannames, BEGRIPPEN):
        if raming.totaal is not None and raming.per_deelnemer is not None:
            for per, totaal in zip(raming.per_deelnemer, raming.totaal, strict=True):
                assert abs(per * aannames.deelnemers - totaal) < Decimal("0.01")


@given(aannames=aannames_)
def test_groepen_bieden_plaats_aan_iedereen_en_niet_een_te_veel(aannames: Aannames) -> None:
    for raming in bereken_kosten(ALLE, aannames, BEGRIPPEN):
        if raming.groepen is not None and raming.variant is not None and raming.post is not None:
            grootte = raming.post.groepsgrootte or raming.variant.groepsgrootte
            hoogste = (grootte.max if grootte else None) or aannames.groepsgrootte
            groepen = raming.groepen.precies
            assert hoogste is not None
            assert groepen is not None
            assert (groepen - 1) * hoogste < aannames.deelnemers <= groepen * hoogste


@given(aannames=aannames_)
def test_onbekend_wordt_nooit_een_getal(aannames: Aannames) -> None:
    for raming in bereken_kosten(ALLE, aannames, BEGRIPPEN):
        if raming.status is Kostenstatus.OP_AANVRAAG:
            assert raming.totaal is raming.per_deelnemer is raming.per_contactuur is None
        if raming.totaal is not None and raming.totaal.van == 0:
            assert raming.status is Kostenstatus.KOSTELOOS


@given(aannames=aannames_, volgorde=st.sampled_from(sorted(SORTERINGEN)))
def test_sorteren_zet_onbekend_nooit_vooraan(aannames: Aannames, volgorde: str) -> None:
    veld = {"totaal": "totaal", "per-deelnemer": "per_deelnemer", "per-contactuur": "per_contactuur"}.get(
        volgorde
    )
    ramingen = bereken_kosten(ALLE, aannames, BEGRIPPEN, volgorde)
    if veld is not None:
        bekend = [getattr(raming, veld) is not None for raming in ramingen]
        assert bekend == sorted(bekend, reverse=True)
        laagste = [
            (raming.ondergrens, getattr(raming, veld).van) for raming in ramingen if getattr(raming, veld)
        ]
        assert laagste == sorted(laagste), "a lower bound may be the dearest: it comes after what is known"


@pytest.mark.parametrize(
    ("talen", "melding"),
    [
        (("--deelnemers", "20", "--taal", "ar", "--taal", "ti"), "groepen worden misschien te klein: een groep start met ten minste 8"),
        (("--taal", "ar=10", "--taal", "ti=6"), "groepen van 6: een groep start met ten minste 8"),
    ],
)  # fmt: skip
def test_hoe_klein_een_groep_wordt_weet_niemand_zonder_aantallen_per_taal(
    lpi: Lpi, talen: tuple[str, ...], melding: str
) -> None:
    (regel,) = lpi("kosten", "mind-spring/volwassenen", *talen, "--formaat", "json").json["regels"]
    assert melding in regel["waarschuwingen"]


def test_de_andere_prijs_van_een_opleiding_staat_bij_de_opleiding(lpi: Lpi) -> None:
    scherm = lpi("kosten", "7roses", "--deelnemers", "10", COLUMNS="200").stdout
    boven, _, opleiding = scherm.partition("Opleiding van trainers")
    assert "€ 580" not in boven, "it is no price of the groups"
    assert "Andere waarde in verkorte-lijst: training voor nieuwe trainers € 580 per cursist." in opleiding
    regels = lpi("kosten", "7roses", "--deelnemers", "10", "--formaat", "json").json["regels"]
    assert not [regel for regel in regels if "580" in " ".join(regel["waarschuwingen"])]
