"""``lpi plan`` through the real command, on the real catalogue: the worked example, and what people do wrong."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml_tekst
from tests.conftest import CHECKOUT, Lpi
from tests.test_eigen_catalogus import BRON, schrijf_catalogus

KINDEREN = (
    "{naam: kinderen, leeftijd: 8-12, taal: {ar: 10, ti: 10, uk: 10}, setting: [gemeente], "
    "doelgroep: {uk: oekraiense-ontheemde, overig: statushouder}}"
)
TIENERS = "{naam: tieners, leeftijd: 12-18, taal: {ar: 7, ti: 7, uk: 6}}"
VOLWASSENEN = "{naam: volwassenen, leeftijd: 18+, taal: {ar: 20, ti: 20, uk: 20}}"
TALEN = ("ar", "ti", "uk")


def _plan(map_: Path, *groepen: str, rest: str = "budget: 50000") -> Path:
    bestand = map_ / "plan.yaml"
    regels = "\n".join(f"  - {groep}" for groep in groepen)
    bestand.write_text(f"naam: Gemeente\n{rest}\ngroepen:\n{regels}\n", encoding="utf-8")
    return bestand


def _json(
    lpi: Lpi, map_: Path, *groepen: str, rest: str = "budget: 50000", opties: Sequence[str] = ()
) -> Any:
    uitkomst = lpi("plan", str(_plan(map_, *groepen, rest=rest)), *opties, "--formaat", "json")
    assert uitkomst.status == 0, uitkomst.stderr
    return uitkomst.json


def _keuze(plan: Any) -> dict[str, str]:
    return {regel["cel"]: f"{regel['id']}/{regel['variant']}" for regel in plan["regels"]}


def _opties(gegevens: Any, cel: str) -> Mapping[str, Any]:
    opties = next(een["opties"] for een in gegevens["cellen"] if een["cel"] == cel)
    return {f"{een['id']}/{een['variant']}": een for een in opties}


def _bereik(bedrag: int | float) -> dict[str, int | float]:
    return {"van": bedrag, "tot": bedrag}


MIND_SPRING, LIFE_SKILLS, MINDFIT = "mind-spring/volwassenen", "life-skills/groep", "mindfit/groep"


# --- the worked example -------------------------------------------------------------------


def test_volwassenen_krijgen_drie_plannen_die_elk_iets_anders_opgeven(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, VOLWASSENEN)
    a, b, c = gegevens["plannen"]
    assert (a["zeker"], a["rest"], a["dekking"], a["zekerheid"], a["voorselectie"]) == (
        _bereik(48000),
        2000,
        60,
        60,
        40,
    )
    assert (b["zeker"], b["rest"], b["dekking"], b["zekerheid"], b["voorselectie"]) == (
        _bereik(24000),
        26000,
        60,
        60,
        20,
    )
    assert (c["zeker"], c["rest"], c["dekking"], c["zekerheid"], c["voorselectie"]) == (
        _bereik(40830),
        9170,
        60,
        0,
        60,
    )
    assert sorted(_keuze(a).values()) == [LIFE_SKILLS, MIND_SPRING, MIND_SPRING]
    assert _keuze(b) == {
        "volwassenen/ar": LIFE_SKILLS,
        "volwassenen/ti": MIND_SPRING,
        "volwassenen/uk": LIFE_SKILLS,
    }
    assert _keuze(c) == {f"volwassenen/{taal}": MINDFIT for taal in TALEN}
    assert {regel["status"] for plan in (a, b) for regel in plan["regels"]} == {"zeker"}
    for regel in c["regels"]:
        assert (regel["status"], regel["groepen"], regel["totaal"]) == ("vraag", 2, _bereik(13610))
        assert any(open_.startswith("taal: ") for open_ in regel["open"])


def test_of_arabisch_of_oekraiens_de_derde_is_maakt_niet_uit(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, VOLWASSENEN)
    (gelijk,) = [een for een in gegevens["gelijk"] if een["plan"] == "A"]
    samen = {_keuze(gegevens["plannen"][0])["volwassenen/ar"], _keuze(gelijk)["volwassenen/ar"]}
    assert samen == {LIFE_SKILLS, MIND_SPRING}
    assert sorted(_keuze(gelijk)) == ["volwassenen/ar", "volwassenen/uk"]


def test_tigrinya_is_alleen_met_mind_spring_zeker(lpi: Lpi, tmp_path: Path) -> None:
    opties = _opties(_json(lpi, tmp_path, VOLWASSENEN), "volwassenen/ti")
    assert [wat for wat, optie in opties.items() if optie["status"] == "zeker"] == [MIND_SPRING]
    assert (opties[MIND_SPRING]["groepen"], opties[MIND_SPRING]["totaal"]) == (2, _bereik(24000))


def test_de_andere_opties_voor_volwassenen_zijn_als_gepubliceerd(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, VOLWASSENEN)
    arabisch, oekraiens = (_opties(gegevens, f"volwassenen/{taal}") for taal in ("ar", "uk"))
    assert arabisch["mosaic/groep"]["totaal"] == _bereik(22572)
    assert "mosaic/groep" not in oekraiens
    empatia = oekraiens["empatia-workshops/volwassenen"]
    assert (empatia["totaal"], empatia["status"]) == (_bereik(0), "vraag")
    assert any("groepsgrootte" in open_ for open_ in empatia["open"])
    assert any("locatie" in open_ for open_ in empatia["open"])
    assert "empatia-workshops/volwassenen" not in arabisch
    for talig in (arabisch, oekraiens):
        assert talig[LIFE_SKILLS]["status"] == "zeker"
        assert talig[LIFE_SKILLS]["ondergrens"], "an interpreter may come on top"


def test_alles_met_mind_spring_is_te_veel_maar_past_met_de_oudere_prijs(lpi: Lpi, tmp_path: Path) -> None:
    zonder_grens = _json(lpi, tmp_path, VOLWASSENEN, rest="budget: 72000")["plannen"][0]
    assert (zonder_grens["zeker"], sum(regel["groepen"] for regel in zonder_grens["regels"])) == (
        _bereik(72000),
        6,
    )
    eerste = _json(lpi, tmp_path, VOLWASSENEN)["plannen"][0]
    (oudere,) = [punt for punt in eerste["kantelpunten"] if punt["soort"] == "prijs"]
    assert (oudere["bron"], oudere["zeker"]) == ("verkorte-lijst", _bereik(45432))
    assert "€ 7.572 per groep" in oudere["tekst"]
    assert "Arabisch, Tigrinya en Oekraïens" in oudere["tekst"]
    assert "€ 45.432" in lpi("plan", str(tmp_path / "plan.yaml")).stdout


def test_een_prijs_van_ongeveer_blijft_ongeveer(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: a, leeftijd: 18+, deelnemers: 12, setting: taalschool, regio: Rotterdam}"
    (tmp_path / "p.yaml").write_text(f"groepen: [{groep}]\nvast: {{a: positief-gezond-leven}}\n")
    plan = lpi("plan", "p.yaml", map_=tmp_path).stdout
    assert re.search(r"^A +± € 6\.000 ", plan, re.MULTILINE)
    assert re.search(r"positief-gezond-leven +1 +± € 6\.000 ", plan)
    assert "± = ongeveer" in " ".join(plan.split())


def test_een_bevestigde_taal_staat_bij_de_kantelpunten_en_vooraan_bij_de_vragen(
    lpi: Lpi, tmp_path: Path
) -> None:
    gegevens = _json(lpi, tmp_path, VOLWASSENEN)
    (antwoord,) = [punt for punt in gegevens["plannen"][0]["kantelpunten"] if punt["soort"] == "antwoord"]
    assert (antwoord["id"], antwoord["zeker"]) == ("mindfit", _bereik(40830))
    eerste = gegevens["vragen"][0]
    assert (eerste["id"], eerste["onderdeel"], eerste["verandert"]) == ("mindfit", "taal", ["A", "B", "C"])
    assert "mindfit@vluchtelingenwerk.nl" in eerste["bij"]


def test_tieners_krijgen_mind_spring_alleen_als_vraag(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, KINDEREN, TIENERS, VOLWASSENEN)
    for taal, aantal in (("ar", 7), ("ti", 7), ("uk", 6)):
        optie = _opties(gegevens, f"tieners/{taal}")["mind-spring/13-plus"]
        assert (optie["status"], optie["totaal"]) == ("vraag", None)
        assert f"groepsgrootte: een groep van {aantal}; een groep is gewoonlijk 10-15" in optie["open"]
        assert "prijs: op aanvraag" in optie["open"]


def test_mind_spring_junior_staat_precies_op_de_ondergrens(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, KINDEREN, TIENERS, VOLWASSENEN)
    for taal in TALEN:
        optie = _opties(gegevens, f"kinderen/{taal}")["mind-spring/junior"]
        assert optie["open"] == ["prijs: op aanvraag"]
        assert optie["groepen"] == 1
    minder = [
        punt
        for punt in gegevens["plannen"][0]["kantelpunten"]
        if punt["soort"] == "mensen" and (punt["id"], punt["variant"]) == ("mind-spring", "junior")
    ]
    assert {(punt["cel"], punt["mensen"]) for punt in minder} == {(f"kinderen/{taal}", -1) for taal in TALEN}
    assert all("een groep van 9; een groep is gewoonlijk 10-15" in punt["tekst"] for punt in minder)


def test_het_gratis_aanbod_voor_oekraiense_tieners_is_alleen_voor_hen(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, KINDEREN, TIENERS, VOLWASSENEN)
    gratis = {
        taal: [
            wat
            for wat in _opties(gegevens, f"tieners/{taal}")
            if wat.startswith("tiener-veerkracht-academie/")
        ]
        for taal in TALEN
    }
    assert gratis["ar"] == gratis["ti"] == []
    assert gratis["uk"] == [
        "tiener-veerkracht-academie/jongeren-12-14",
        "tiener-veerkracht-academie/jongeren-14-16",
    ]
    optie = _opties(gegevens, "tieners/uk")[gratis["uk"][0]]
    assert (optie["status"], optie["totaal"]) == ("vraag", _bereik(0))
    assert "doelgroep: alleen Oekraïense ontheemden" in optie["open"]


def test_per_offerte_staat_wat_zij_hoogstens_mag_zijn(lpi: Lpi, tmp_path: Path) -> None:
    a, b, _ = _json(lpi, tmp_path, KINDEREN, TIENERS, VOLWASSENEN)["plannen"]
    (hoogstens,) = a["hoogstens"]
    assert hoogstens == {
        "id": "mind-spring",
        "variant": "junior",
        "per": "groep",
        "aantal": 3,
        "bedrag": 666.66,
    }
    assert b["hoogstens"][0]["bedrag"] == 8666.66
    assert a["op_offerte"] == 30


@pytest.mark.parametrize("groepen", [(VOLWASSENEN,), (KINDEREN, TIENERS, VOLWASSENEN), (TIENERS,)])
def test_iedereen_is_gedekt_of_niet_gedekt(lpi: Lpi, tmp_path: Path, groepen: Sequence[str]) -> None:
    for budget in (1, 12000, 50000):
        gegevens = _json(lpi, tmp_path, *groepen, rest=f"budget: {budget}")
        gevraagd = sum(cel["mensen"] for cel in gegevens["cellen"])
        for plan in gegevens["plannen"]:
            niet = sum(een["mensen"] for een in plan["niet_gedekt"])
            assert plan["dekking"] + plan["op_offerte"] + niet == gevraagd
            assert sum(regel["mensen"] for regel in plan["regels"]) + niet == gevraagd


# --- a quote, what is fixed and what is not wanted ----------------------------------------------


def test_een_offerte_precies_op_de_grens_maakt_het_budget_precies_op(lpi: Lpi, tmp_path: Path) -> None:
    rest = "budget: 50001\nvast: {volwassenen/ar: life-skills, volwassenen/uk: life-skills}"
    groepen = (KINDEREN, VOLWASSENEN)
    (hoogstens,) = _json(lpi, tmp_path, *groepen, rest=rest)["plannen"][0]["hoogstens"]
    assert (hoogstens["bedrag"], hoogstens["aantal"]) == (8667, 3)
    op = _json(lpi, tmp_path, *groepen, rest=rest, opties=["--offerte", "mind-spring/junior=8667/groep"])
    assert (op["plannen"][0]["rest"], op["plannen"][0]["dekking"]) == (0, 90)
    over = _json(lpi, tmp_path, *groepen, rest=rest, opties=["--offerte", "mind-spring/junior=8667,01/groep"])
    assert all(len(_keuze(plan)) < 6 or plan["rest"] >= 0 for plan in over["plannen"])
    assert over["plannen"][0]["zeker"] != op["plannen"][0]["zeker"]


def test_een_offerte_wordt_bewaard_met_de_rest_van_het_bestand_als_het_was(lpi: Lpi, tmp_path: Path) -> None:
    bestand = _plan(tmp_path, KINDEREN, rest="budget: 50000  # van de raad\n# eigen opmerking")
    eerder = bestand.read_text(encoding="utf-8")
    opdracht = ("plan", "plan.yaml", "--opslaan", "plan.yaml", "--offerte")
    assert lpi(*opdracht, "mind-spring/junior=4.000/groep", map_=tmp_path).status == 0
    assert bestand.read_text(encoding="utf-8").startswith(eerder)
    assert lpi(*opdracht, "bamboo/kids=95,50/deelnemer", map_=tmp_path).status == 0
    assert lpi(*opdracht, "mind-spring/junior=3.500/groep", map_=tmp_path).status == 0
    tekst = bestand.read_text(encoding="utf-8")
    assert tekst.startswith(eerder)
    assert tekst.count("mind-spring/junior: {per: groep, bedrag: 3500, datum: ") == 1
    assert tekst.count("bamboo/kids: {per: deelnemer, bedrag: 95.50, datum: ") == 1
    assert "4000" not in tekst
    gegevens = lpi("plan", "plan.yaml", "--formaat", "json", map_=tmp_path).json
    assert _opties(gegevens, "kinderen/ar")["mind-spring/junior"]["totaal"] == _bereik(3500)
    assert _opties(gegevens, "kinderen/ar")["bamboo/kids"]["totaal"] == _bereik(955)


@pytest.mark.parametrize(
    ("voor", "na"),
    [
        (
            "offertes: {}\nniet: [kunstlab]",
            "offertes: {bamboo/kids: {per: groep, bedrag: 5, datum: DAG}}\nniet: [kunstlab]",
        ),
        (
            "offertes: { ease: {per: groep, bedrag: 7} ,\n   'Bamboo/kids' : {per: groep,\n bedrag: 7}}  # let op\nniet: []",
            "offertes: { ease: {per: groep, bedrag: 7} ,\n   'Bamboo/kids': {per: groep, bedrag: 5, datum: DAG}}  # let op\nniet: []",
        ),
        (
            "offertes:\n  {ease: {per: groep, bedrag: 7}}\nniet: []",
            "offertes:\n  {bamboo/kids: {per: groep, bedrag: 5, datum: DAG}, ease: {per: groep, bedrag: 7}}\nniet: []",
        ),
        (
            "offertes:   # é van wie\nniet: []",
            "offertes:   # é van wie\n  bamboo/kids: {per: groep, bedrag: 5, datum: DAG}\nniet: []",
        ),
        (
            "offertes:\n    ease: {per: groep,\n       bedrag: 7}\n\nniet: []",
            "offertes:\n    bamboo/kids: {per: groep, bedrag: 5, datum: DAG}\n    ease: {per: groep,\n       bedrag: 7}\n\nniet: []",
        ),
        (
            "offertes:\n  bamboo/kids:\n    per: groep\n    bedrag: 7  # oud\n\n# let op\nniet: []",
            "offertes:\n  bamboo/kids: {per: groep, bedrag: 5, datum: DAG}  # oud\n\n# let op\nniet: []",
        ),
    ],
)
def test_een_offerte_komt_op_haar_plaats(lpi: Lpi, tmp_path: Path, voor: str, na: str) -> None:
    bestand = _plan(tmp_path, KINDEREN, rest=voor)
    eerder = bestand.read_text(encoding="utf-8").replace("\n", "\r\n")
    bestand.write_bytes(eerder.encode())
    uitkomst = lpi(
        "plan", "plan.yaml", "--opslaan", "plan.yaml", "--offerte", "bamboo/kids=5/groep", map_=tmp_path
    )
    assert uitkomst.status == 0, uitkomst.stderr
    tekst = bestand.read_bytes().decode()
    dag = tekst.partition("bedrag: 5, datum: ")[2][:10]
    assert tekst == eerder.replace(voor.replace("\n", "\r\n"), na.replace("\n", "\r\n").replace("DAG", dag))


def test_waar_een_offerte_niet_bij_kan_staat_wat_men_zelf_doet(lpi: Lpi, tmp_path: Path) -> None:
    eerder = f"{{naam: Gemeente, groepen: [{KINDEREN}]}}\n"
    (tmp_path / "plan.yaml").write_text(eerder, encoding="utf-8")
    uitkomst = lpi("plan", "plan.yaml", "--opslaan", "plan.yaml", "--offerte", "ease=5/groep", map_=tmp_path)
    assert (uitkomst.status, (tmp_path / "plan.yaml").read_text(encoding="utf-8")) == (1, eerder)
    assert "zet zelf onder offertes: ease: {per: groep, bedrag: 5" in uitkomst.stderr


def test_een_vaste_keuze_die_niet_past_blijft_en_zegt_waarom(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, VOLWASSENEN, rest="budget: 50000\nvast: {volwassenen/tigrinya: mosaic}")
    for plan in gegevens["plannen"]:
        regel = next(een for een in plan["regels"] if een["cel"] == "volwassenen/ti")
        assert (regel["id"], regel["status"], regel["totaal"]) == ("mosaic", "vraag", _bereik(22572))
        assert any(open_.startswith("taal: past niet: ") for open_ in regel["open"])


def test_vaste_keuzes_boven_het_budget_blijven_en_de_rest_is_onder_nul(lpi: Lpi, tmp_path: Path) -> None:
    vast = ", ".join(f"volwassenen/{taal}: mind-spring" for taal in TALEN)
    plan, *_ = _json(lpi, tmp_path, VOLWASSENEN, rest=f"budget: 50000\nvast: {{{vast}}}")["plannen"]
    assert (plan["zeker"], plan["rest"]) == (_bereik(72000), -22000)
    scherm = lpi("plan", "plan.yaml", map_=tmp_path, COLUMNS="120").stdout
    assert "wat vaststaat kost € 22.000 meer dan het budget" in scherm


def test_wat_men_niet_wil_doet_niet_mee(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(
        lpi, tmp_path, VOLWASSENEN, rest="budget: 50000\nniet: [life-skills, mind-spring/volwassenen]"
    )
    for taal in TALEN:
        assert not {LIFE_SKILLS, MIND_SPRING} & _opties(gegevens, f"volwassenen/{taal}").keys()


def test_de_volgorde_van_groepen_en_talen_maakt_niet_uit(lpi: Lpi, tmp_path: Path) -> None:
    gewoon = _json(lpi, tmp_path, KINDEREN, TIENERS, VOLWASSENEN)
    omgekeerd = _json(
        lpi,
        tmp_path,
        "{naam: volwassenen, leeftijd: 18+, taal: {uk: 20, ti: 20, ar: 20}}",
        TIENERS.replace("ar: 7, ti: 7, uk: 6", "uk: 6, ti: 7, ar: 7"),
        KINDEREN,
    )
    for deel in ("plannen", "gelijk", "vragen"):
        assert gewoon[deel] == omgekeerd[deel]


PRAAT = """\
id: praat
naam: Praat
soort: interventie
organisatie: Wij
samenvatting: Praten.
doelgroep: {omschrijving: volwassenen}
doel: {categorieen: [veerkracht]}
talen: [ar, ti, uk]
regio: {landelijk: true}
varianten:
  - {id: groep, naam: Groep, leeftijd: {van: 18}, vorm: [groep], groepsgrootte: {max: 10}, taalgroep: een, bron: folder}
kosten:
  - soort: uitvoering
    bedrag: {van: 1000, tot: 1000}
    eenheid: groep
    staffel: [{vanaf: 4, bedrag: 800}]
    minimum_eenheden: 3
    prijspeil: 2026
    bron: folder
bronnen: [{bron: folder, plaats: hele bron}]
"""


@pytest.mark.parametrize(
    ("talen", "bedragen", "geteld"),
    [
        ("ar: 20, ti: 8, uk: 12", [1600, 800, 1600], "€ 800 per groep: het hele plan telt 5 groepen"),
        ("ar: 20, ti: 8", [2000, 1000], "€ 1.000 per groep: het hele plan telt 3 groepen"),
        ("ar: 8, ti: 8", [2000, 1000], "het hele plan telt 2 groepen, en de afname is ten minste 3"),
    ],
)
def test_een_staffel_gaat_over_alle_cellen_samen(
    lpi: Lpi, tmp_path: Path, talen: str, bedragen: Sequence[int], geteld: str
) -> None:
    schrijf_catalogus(
        tmp_path / "eigen", {"bronnen.yaml": f"folder: {BRON}\n", "interventies/praat.yaml": PRAAT}
    )
    groep = f"{{naam: a, leeftijd: 18+, taal: {{{talen}}}}}"
    rest = "budget: 5000\nniet: [life-skills, empatia-workshops]\nvast: {a/ar: praat, a/ti: praat}"
    gegevens = _json(lpi, tmp_path, groep, rest=rest, opties=["--catalogus", str(tmp_path / "eigen")])
    plan = gegevens["plannen"][0]
    assert [regel["totaal"] for regel in plan["regels"]] == list(map(_bereik, bedragen))
    assert plan["zeker"] == _bereik(sum(bedragen))
    scherm = lpi("plan", "plan.yaml", "--catalogus", "eigen", map_=tmp_path, COLUMNS="200").stdout
    assert geteld in scherm
    meer = {punt["cel"]: punt["zeker"] for punt in plan["kantelpunten"] if punt["mensen"] == 1}
    if talen == "ar: 20, ti: 8":
        assert meer == {"a/ar": _bereik(2400)}, "a fourth group makes all of them cheaper"


# --- what would change it, in the words of what it is -------------------------------------------


def _kantelteksten(plan: Any) -> list[str]:
    return [punt["tekst"] for punt in plan["kantelpunten"]]


def test_een_tolk_die_nodig_is_en_niet_is_meegeteld_blijft_een_vraag(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: a, leeftijd: 18+, taal: {ti: 6}}"
    gegevens = _json(lpi, tmp_path, groep, opties=["--tolktarief", "75"])
    optie = _opties(gegevens, "a/ti")["stabilisatie-en-herstel/groep"]
    assert (optie["status"], optie["totaal"]) == ("vraag", _bereik(7975))
    assert "tolk: nodig voor deze taal; wat die kost, is niet bekend" in optie["open"]


def test_een_mens_meer_of_minder_zegt_alles_wat_verandert(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: a, leeftijd: 18+, taal: {ar: 12, tr: 7}}"
    (plan,) = _json(lpi, tmp_path, groep, rest="vast: {a/ar: life-skills, a/tr: life-skills}")["plannen"]
    assert (
        "Life-skills wordt 2 groepen in plaats van 1; groepen van 6; een groep is gewoonlijk 8-12"
        in _kantelteksten(plan)
    )
    assert "Life-skills: groepsgrootte is dan geen vraag meer" in _kantelteksten(plan)
    groep = "{naam: a, leeftijd: 18+, taal: {ti: 16}}"
    (plan,) = _json(lpi, tmp_path, groep, rest="budget: 25000\nvast: {a/ti: mind-spring}")["plannen"]
    assert _kantelteksten(plan)[1:2] == [
        "Mind-spring/volwassenen wordt 1 groep in plaats van 2, € 12.000 in plaats van € 24.000"
    ]
    groep = "{naam: a, leeftijd: 18+, taal: {ti: 30}}"
    (plan,) = _json(lpi, tmp_path, groep, rest="budget: 25000\nvast: {a/ti: mind-spring}")["plannen"]
    assert _kantelteksten(plan)[1].endswith(
        "3 groepen in plaats van 2, € 36.000 in plaats van € 24.000; dat past niet in het budget"
    )


def test_een_prijs_voor_kleinere_groepen_kantelt_bij_die_groepen(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: j, leeftijd: 18-23, setting: [azc], taal: {ar: 31}}"
    (plan,) = _json(
        lpi, tmp_path, groep, rest="budget: 12000\nvast: {j/ar: kunstlab}", opties=["--bijeenkomsten", "8"]
    )["plannen"]
    assert (plan["regels"][0]["groepen"], plan["zeker"]) == (3, _bereik(9984))
    minder = "wordt 2 groepen in plaats van 3, ± € 6.656 in plaats van ± € 9.984"
    assert [tekst.endswith(minder) for tekst in _kantelteksten(plan)] == [True]


def test_wat_overblijft_is_ongeveer_waar_een_prijs_dat_is(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: j, leeftijd: 18-23, setting: [azc], taal: {ar: 31}}"
    plan = _plan(tmp_path, groep, rest="budget: 12000\nvast: {j/ar: kunstlab}")
    scherm = lpi("plan", str(plan), "--bijeenkomsten", "8").stdout
    assert re.search(r"^A +± € 9\.984 +± € 2\.016 ", scherm, re.MULTILINE)


def test_een_andere_prijs_noemt_alleen_wie_die_prijs_krijgt(lpi: Lpi, tmp_path: Path) -> None:
    rest = "budget: 60000\noffertes: {mind-spring/junior: {per: groep, bedrag: 4000}}"
    plan, *_ = _json(lpi, tmp_path, KINDEREN.replace("uk: 10", "uk: 12"), VOLWASSENEN, rest=rest)["plannen"]
    assert (
        "past mind-spring/volwassenen bij volwassenen (Arabisch, Tigrinya en Oekraïens) (€ 45.432);"
        in _kantelteksten(plan)[0]
    )


def test_een_antwoord_zegt_niets_over_wie_dan_nog_iets_openstaat(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: a, leeftijd: 18+, setting: [azc], taal: {ar: 22, fa: 13}}"
    _, plan, *_ = _json(lpi, tmp_path, groep, rest="budget: 60000")["plannen"]
    assert _keuze(plan)["a/fa"] == LIFE_SKILLS
    (setting,) = (een for een in _kantelteksten(plan) if een.startswith("Is setting bij life-skills"))
    assert "past life-skills bij a (Arabisch);" in setting


def test_een_antwoord_over_meer_varianten_noemt_het_geheel(lpi: Lpi, tmp_path: Path) -> None:
    groepen = [
        "{naam: t, leeftijd: 13-17, setting: [azc], taal: {ar: 16}}",
        "{naam: k, leeftijd: 6-12, setting: [azc], taal: {ar: 20}}",
    ]
    (plan,) = _json(lpi, tmp_path, *groepen, opties=["--offerte", "kunstlab=5000/locatie"])["plannen"]
    assert "Is taal bij kunstlab geen bezwaar, dan past kunstlab bij k (Arabisch) en t (Arabisch)" in str(
        _kantelteksten(plan)
    )


def test_wie_in_een_ander_plan_niets_heeft_staat_daar(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: v, leeftijd: 18+, voorselectie: true, taal: {ar: 15, ti: 15}}"
    _plan(tmp_path, groep, rest="budget: 13700\nniet: [bamboo, 7roses, pm-plus]")
    scherm = lpi("plan", "plan.yaml", map_=tmp_path).stdout
    assert "Niet gedekt" not in scherm.partition("Plan B: anders dan A")[0]
    assert "mindfit ★ kost € 6.805: € 5.105 te kort" in scherm.partition("Plan B: anders dan A")[2]


def test_wat_men_zelf_niet_wil_staat_voor_wat_voor_anderen_is(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: v, leeftijd: 18+, voorselectie: true, taal: {ar: 15}}"
    _plan(tmp_path, groep, rest="niet: [bamboo, 7roses, pm-plus, mindfit, mind-spring]")
    scherm = lpi("plan", "plan.yaml", map_=tmp_path, COLUMNS="120").stdout
    assert scherm.count("valt af: u wilt dit niet") == 3
    assert "en nog " in scherm


def test_een_prijs_die_een_keer_telt_zegt_dat_ook_aan_programmas(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: k, leeftijd: 6-18, setting: [amv-opvang], taal: {ar: 30, ti: 30}}"
    offerte = ["--offerte", "teamup-opvang=20000/locatie"]
    (plan,) = _json(lpi, tmp_path, groep, opties=offerte)["plannen"]
    assert plan["zeker"] == _bereik(20000)
    assert [(regel["totaal"], regel["telt_een_keer"]) for regel in plan["regels"]] == [
        (_bereik(20000), True)
    ] * 2
    csv = lpi("plan", "plan.yaml", *offerte, "--formaat", "csv", map_=tmp_path).stdout
    assert csv.count('20000,20000,"ja","nee"') == 2


# --- what stands in the way -----------------------------------------------------------------


def test_past_er_niets_dan_staat_er_wat_er_moet_wijken(lpi: Lpi, tmp_path: Path) -> None:
    rest = "budget: 1000\nniet: [life-skills, empatia-workshops]"
    uitkomst = lpi("plan", str(_plan(tmp_path, VOLWASSENEN, rest=rest)))
    assert uitkomst.status == 0
    assert "Geen plan met een bekende prijs past." in uitkomst.stdout
    assert "Het minste dat erbij moet: € " in uitkomst.stdout


def test_wat_men_niet_wil_staat_er_zo(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: dorp, leeftijd: 8-12, taal: {ar: 20}, organisatie: GezondheidsZorg Asielzoekers}"
    (plan,) = _json(lpi, tmp_path, groep, rest="niet: [bamboo]")["plannen"]
    (niet,) = plan["niet_gedekt"]
    assert "bamboo/kids valt af: u wilt dit niet" in niet["redenen"]


def test_zonder_enige_optie_staat_er_per_cel_wat_in_de_weg_staat(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: dorp, leeftijd: 18+, deelnemers: 7, organisatie: bestaat-niet}"
    gegevens = _json(lpi, tmp_path, groep)
    (plan,) = gegevens["plannen"]
    assert plan["regels"] == []
    (niet,) = plan["niet_gedekt"]
    assert niet["cel"] == "dorp"
    assert niet["redenen"]


FOUT = {
    "budget in woorden": (
        "budget: vijftigduizend",
        VOLWASSENEN,
        "plan.yaml:2: budget: 'vijftigduizend' is geen bedrag; schrijf het als 95 of 95,50.",
    ),
    "mensen tellen niet op": (
        "budget: 1",
        "{naam: a, leeftijd: 18+, deelnemers: 30, taal: {ar: 10, ti: 10}}",
        "plan.yaml:4: groepen[1].taal: 10 + 10 is 20 mensen, en deelnemers is 30",
    ),
    "onbekende taal": (
        "budget: 1",
        "{naam: a, leeftijd: 18+, taal: {klingon: 10}}",
        "plan.yaml:4: groepen[1].taal.klingon: 'klingon' ken ik niet; kies uit ",
    ),
    "geen aantal": (
        "budget: 1",
        "{naam: a, leeftijd: 18+, taal: [ar, ti]}",
        "geef bij elke taal hoeveel mensen",
    ),
    "geen mensen": ("budget: 1", "{naam: a, leeftijd: 18+}", "er staat niet hoeveel mensen het zijn"),
    "negatief": (
        "budget: 1",
        "{naam: a, taal: {ar: -3}}",
        "groepen[1].taal.ar: '-3' kan niet; geef een heel getal van 1",
    ),
    "onbekend veld": ("budgt: 1", VOLWASSENEN, "budgt: is geen bekend veld; bedoelt u 'budget'?"),
    "onbekend id": (
        "niet: [mindfid]",
        VOLWASSENEN,
        "niet[1]: Ik ken geen interventie 'mindfid'. Bedoelt u 'mindfit'?",
    ),
    "onbekende variant": (
        "offertes: {bamboo/jeugd: {per: groep, bedrag: 5}}",
        VOLWASSENEN,
        "bamboo heeft geen variant 'jeugd'; kies uit kids, youth, adults, gems",
    ),
    "eenheid die niet telt": (
        "offertes: {bamboo: {per: boekje, bedrag: 5}}",
        VOLWASSENEN,
        "met een prijs per 'boekje' kan een plan niet rekenen; kies uit groep, deelnemer",
    ),
    "geen cel": (
        "vast: {volwassenen/fr: mindfit}",
        VOLWASSENEN,
        "vast.volwassenen/fr: is geen cel van dit plan; kies uit volwassenen/ar, volwassenen/ti, volwassenen/uk",
    ),
    "dubbele taal": (
        "budget: 1",
        "{naam: a, taal: {ar: 3, arabisch: 3}}",
        "groepen[1].taal.arabisch: is hetzelfde als 'ar', dat er al staat; tel ze op",
    ),
    "doelgroep van een andere taal": (
        "budget: 1",
        "{naam: a, taal: {ar: 3}, doelgroep: {uk: vrouwen}}",
        "groepen[1].doelgroep: 'uk' is geen taal van deze groep; kies uit ar, overig",
    ),
}


@pytest.mark.parametrize(("rest", "groep", "melding"), FOUT.values(), ids=FOUT)
def test_een_fout_in_het_bestand_is_een_duidelijke_regel(
    lpi: Lpi, tmp_path: Path, rest: str, groep: str, melding: str
) -> None:
    _plan(tmp_path, groep, rest=rest)
    uitkomst = lpi("plan", "plan.yaml", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    assert melding in uitkomst.stderr
    assert all(regel.startswith("plan.yaml:") for regel in uitkomst.stderr.splitlines())


def test_alle_fouten_komen_tegelijk(lpi: Lpi, tmp_path: Path) -> None:
    _plan(
        tmp_path, "{naam: a, leeftijd: 12=18, taal: {xx: 1}}", "{naem: a, deelnemers: 2}", rest="niet: [xyz]"
    )
    uitkomst = lpi("plan", "plan.yaml", map_=tmp_path)
    assert [regel.split(": ")[1] for regel in uitkomst.stderr.splitlines()] == [
        "niet[1]",
        "groepen[1].leeftijd",
        "groepen[1].taal.xx",
        "groepen[2].naem",
    ]
    _plan(tmp_path, "{naam: a, deelnemers: 2}", "{naam: a, taal: [ar, ti]}", rest="vast: {b: mindfit}")
    uitkomst = lpi("plan", "plan.yaml", map_=tmp_path)
    assert [regel.split(": ")[1] for regel in uitkomst.stderr.splitlines()] == [
        "groepen[1].naam",
        "groepen[2].naam",
        "groepen[2].taal",
    ]


@pytest.mark.parametrize("budget", ["50.000", "€ 50.000", "'50.000,-'", "50000"])
def test_een_budget_zoals_men_het_schrijft(lpi: Lpi, tmp_path: Path, budget: str) -> None:
    assert _json(lpi, tmp_path, VOLWASSENEN, rest=f"budget: {budget}")["budget"] == 50000


def test_mensen_per_leeftijd_zijn_cellen(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, "{naam: wijk, leeftijd: {12-18: 12, 18+: 30}}")
    assert {cel["cel"]: cel["mensen"] for cel in gegevens["cellen"]} == {"wijk/12-18": 12, "wijk/18+": 30}
    assert {regel["cel"] for regel in gegevens["plannen"][0]["regels"]} == {"wijk/12-18", "wijk/18+"}


@pytest.mark.parametrize(
    ("opdracht", "melding"),
    [
        ((), "Geef een plan of --groep"),
        (("--groep", "8-12"), "'8-12' is geen groep; schrijf leeftijd en aantallen per taal"),
        (("--groep", "8-12:ar=x"), "'x' kan niet; geef een heel getal"),
        (("--groep", "12=18:10"), "--groep: '12=18' is geen leeftijd"),
        (("--groep", "8-12:xx=10"), "--groep: 'xx' ken ik niet"),
        (("--groep", "18+:10", "--groep", "18+:20"), "'18+' is de naam van meer groepen"),
        (
            ("--groep", "18+:10", "--offerte", "bamboo"),
            "'bamboo' is geen offerte; schrijf een id, een bedrag",
        ),
        (("--groep", "18+:10", "--offerte", "bambuu=5/groep"), "--offerte: Ik ken geen interventie 'bambuu'"),
        (("--groep", "18+:10", "--budget", "veel"), "'veel' is geen bedrag"),
        (
            ("--groep", "18+:10", "--offerte", "mindfit=95/uur"),
            "--offerte: met een prijs per 'uur' kan een plan niet rekenen; kies uit groep, deelnemer,",
        ),
        (("--groep", "18+:10", "--offerte", "mindfit=0/groep"), "'0' is geen bedrag"),
        (("--sjabloon", "--formaat", "json"), "--sjabloon is een YAML-bestand"),
        (("--sjabloon", "--groep", "18+:10"), "--sjabloon geeft een leeg plan"),
        (("--sjabloon", "plan.yaml"), "--sjabloon geeft een leeg plan"),
    ],
)
def test_een_fout_op_de_regel_is_verkeerd_gebruik(lpi: Lpi, opdracht: tuple[str, ...], melding: str) -> None:
    uitkomst = lpi("plan", *opdracht)
    assert (uitkomst.status, uitkomst.stdout) == (2, "")
    assert melding in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1


# --- files and the line -------------------------------------------------------------------------


def test_het_sjabloon_is_een_plan_dat_uitkomt(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(lpi("plan", "--sjabloon").stdout, encoding="utf-8")
    gegevens = lpi("plan", "plan.yaml", "--formaat", "json", map_=tmp_path).json
    assert (gegevens["budget"], [cel["mensen"] for cel in gegevens["cellen"]]) == (
        50000,
        [10, 10, 10, 20, 20, 20],
    )


def test_een_plan_van_de_regel_wordt_bewaard_en_gelezen(lpi: Lpi, tmp_path: Path) -> None:
    regel = ("--groep", "8-12:arabisch=10,ti=10", "--groep", "18+:40", "--budget", "30000")
    op_regel = lpi("plan", *regel, "--opslaan", "plan.yaml", "--formaat", "json", map_=tmp_path)
    assert [cel["cel"] for cel in op_regel.json["cellen"]] == ["8-12/ar", "8-12/ti", "18+"]
    assert lpi("plan", "plan.yaml", "--formaat", "json", map_=tmp_path).json == op_regel.json


def test_een_bewaarde_vraag_is_een_plan_van_een_groep(lpi: Lpi, tmp_path: Path) -> None:
    vraag = "naam: Wijk\nleeftijd: 18+\nvorm: groep\ntaal: {ar: 20, ti: 20}\nliefst: [taal=ar]\nbudget: € 30.000\n"
    (tmp_path / "vraag.yaml").write_text(vraag, encoding="utf-8")
    gegevens = lpi("plan", "vraag.yaml", "--formaat", "json", map_=tmp_path).json
    assert (gegevens["naam"], gegevens["budget"]) == ("Wijk", 30000)
    assert {cel["cel"]: cel["mensen"] for cel in gegevens["cellen"]} == {"Wijk/ar": 20, "Wijk/ti": 20}
    (tmp_path / "vraag.yaml").write_text(vraag.replace("ti: 20", "xx: 20"), encoding="utf-8")
    assert lpi("plan", "vraag.yaml", map_=tmp_path).stderr.startswith("vraag.yaml:4: ")


@pytest.mark.parametrize(
    "opdracht",
    [("zoek", "--vraag"), ("kies", "--vraag"), ("kosten", "--vraag"), ("rapport", "--vraag"), ("toets",)],
)
def test_een_plan_waar_een_vraag_hoort_wijst_de_weg(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...]
) -> None:
    _plan(tmp_path, KINDEREN, rest="niet: [kunstlab]").rename(tmp_path / "ons plan.yaml")
    uitkomst = lpi(*opdracht, "ons plan.yaml", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr == (
        "ons plan.yaml:3: groepen: dit is een plan; reken het uit met: lpi plan 'ons plan.yaml'\n"
    )


def test_een_vraag_houdt_geen_offerte(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "vraag.yaml").write_text("leeftijd: 18+\ndeelnemers: 20\n", encoding="utf-8")
    opdracht = ("plan", "vraag.yaml", "--opslaan", "vraag.yaml", "--offerte", "ease=5/groep")
    uitkomst = lpi(*opdracht, map_=tmp_path)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (1, 1)
    assert "maak er een plan van, zoals in: lpi plan --sjabloon" in uitkomst.stderr
    assert lpi("zoek", "--vraag", "vraag.yaml", map_=tmp_path).status == 0


@pytest.mark.parametrize("breedte", ["40", "60", "80", "120"])
def test_het_scherm_past(lpi: Lpi, tmp_path: Path, breedte: str) -> None:
    bestand = _plan(tmp_path, KINDEREN, TIENERS, VOLWASSENEN)
    scherm = lpi("plan", str(bestand), COLUMNS=breedte).stdout
    heel = ("jantsje.koopman@savethechildren.nl", "tiener-veerkracht-academie/")
    te_breed = [regel for regel in scherm.splitlines() if len(regel) > int(breedte)]
    assert not [regel for regel in te_breed if not any(een in regel for een in heel)]
    assert "Plan A" in scherm
    assert "Vraag dit eerst na" in scherm


@pytest.mark.parametrize("formaat", ["markdown", "html", "csv"])
def test_elk_formaat_heeft_elk_plan(lpi: Lpi, tmp_path: Path, formaat: str) -> None:
    uitkomst = lpi("plan", str(_plan(tmp_path, KINDEREN, VOLWASSENEN)), "--formaat", formaat)
    assert uitkomst.status == 0
    assert uitkomst.stdout.count("mind-spring/junior" if formaat != "csv" else "junior") >= 2


def test_json_is_gelijk_hoe_vaak_men_ook_vraagt(lpi: Lpi, tmp_path: Path) -> None:
    een, ander = (json.dumps(_json(lpi, tmp_path, KINDEREN, VOLWASSENEN)) for _ in range(2))
    assert een == ander


SCHEMA = Draft202012Validator(
    json.loads((CHECKOUT / "docs" / "schema" / "planbestand.schema.json").read_text(encoding="utf-8"))
)


def _als_gegevens(tekst: str) -> Any:
    document = lees_yaml_tekst(tekst, Path("plan.yaml"))
    assert isinstance(document, Document)
    return document.gegevens


def test_het_schema_neemt_het_sjabloon_en_een_plan_aan(lpi: Lpi, tmp_path: Path) -> None:
    rest = "budget: 50000\nvast: {volwassenen/ti: mind-spring}\nniet: [kunstlab]\noffertes: {bamboo: {per: groep, bedrag: 5}}"
    for tekst in (
        lpi("plan", "--sjabloon").stdout,
        _plan(tmp_path, KINDEREN, TIENERS, rest=rest).read_text(encoding="utf-8"),
    ):
        assert [fout.message for fout in SCHEMA.iter_errors(_als_gegevens(tekst))] == []


@pytest.mark.parametrize("naam", ["onbekend veld", "geen cel"])
def test_het_schema_kent_de_velden(tmp_path: Path, naam: str) -> None:
    rest, groep, _ = FOUT[naam]
    gegevens = _als_gegevens(_plan(tmp_path, groep, rest=rest).read_text(encoding="utf-8"))
    assert bool([*SCHEMA.iter_errors(gegevens)]) == (naam == "onbekend veld")
