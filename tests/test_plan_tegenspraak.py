"""What in a plan meets something else: two cells of one name, two prices, what is fixed and what one does not want."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Lpi

VOLWASSENEN = "{naam: v, leeftijd: 18+, taal: {ti: 20}}"
JONGEREN = "{naam: jong, leeftijd: 12-18, taal: {ar: 12}}"
HEEL = "bamboo: {per: groep, bedrag: 5000, groepsgrootte: 6}"
VARIANT = "bamboo/youth: {per: groep, bedrag: 2900, groepsgrootte: 12}"


def _plan(map_: Path, *groepen: str, rest: str = "") -> None:
    regels = "\n".join(f"- {groep}" for groep in groepen)
    (map_ / "plan.yaml").write_text(f"groepen:\n{regels}\n{rest}\n", encoding="utf-8")


def _json(lpi: Lpi, map_: Path, *groepen: str, rest: str = "") -> Any:
    _plan(map_, *groepen, rest=rest)
    uitkomst = lpi("plan", "plan.yaml", "--formaat", "json", map_=map_)
    assert uitkomst.status == 0, uitkomst.stderr
    return uitkomst.json


@pytest.mark.parametrize(
    ("groepen", "rest", "fouten"),
    [
        (
            ["{naam: a, taal: {ar: 20}}", "{naam: a/ar, deelnemers: 30}"],
            "",
            ["3: groepen[2].naam: 'a/ar' is al een cel van een andere groep; geef een andere naam"],
        ),
        (
            [VOLWASSENEN],
            "vast: {v/ti: mindfit, v/Tigrinya: mosaic}",
            ["3: vast.v/Tigrinya: is dezelfde cel als 'v/ti'; laat er één staan"],
        ),
        (
            [VOLWASSENEN],
            "offertes: {ease: {per: groep, bedrag: 5}, EASE: {per: groep, bedrag: 6}}",
            ["3: offertes.EASE: er is al een prijs voor ease; laat er één staan"],
        ),
        (
            ["{naam: a, leeftijd: 12-8, taal: {ar: 3}}", "{naam: b, taal: [ar, ti]}"],
            "budget: veel\nvast: {q: mindfit}",
            [
                "2: groepen[1].leeftijd: '12-8' loopt terug",
                "3: groepen[2].taal: geef bij elke taal hoeveel mensen",
                "4: budget: 'veel' is geen bedrag",
            ],
        ),
        (
            [VOLWASSENEN],
            "budget: veel\nvast: {q: mindfit}",
            ["3: budget: 'veel' is geen bedrag", "4: vast.q: is geen cel van dit plan"],
        ),
    ],
    ids=["cel", "vast", "offerte", "alles tegelijk", "vast en budget"],
)
def test_wat_elkaar_tegenspreekt_is_een_fout(
    lpi: Lpi, tmp_path: Path, groepen: list[str], rest: str, fouten: list[str]
) -> None:
    _plan(tmp_path, *groepen, rest=rest)
    uitkomst = lpi("plan", "plan.yaml", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    regels = uitkomst.stderr.splitlines()
    assert len(regels) == len(fouten)
    for regel, fout in zip(regels, fouten, strict=True):
        assert regel.startswith(f"plan.yaml:{fout}")


def test_een_fout_in_een_vraag_maakt_geen_tweede(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "vraag.yaml").write_text("leeftijd: 18+\ndeelnemers: x\n", encoding="utf-8")
    uitkomst = lpi("plan", "vraag.yaml", map_=tmp_path)
    assert len(uitkomst.stderr.splitlines()) == 1
    assert uitkomst.stderr.startswith("vraag.yaml:2: deelnemers: 'x' kan niet")


def test_een_veld_dat_bijna_groepen_heet_wijst_daarnaar(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(f"budget: 5\ngroepn:\n- {JONGEREN}\n", encoding="utf-8")
    assert (
        "groepn: is geen bekend veld; bedoelt u 'groepen'?" in lpi("plan", "plan.yaml", map_=tmp_path).stderr
    )


def test_twee_offertes_op_de_regel_voor_hetzelfde_kan_niet(lpi: Lpi) -> None:
    offertes = ("--offerte", "ease=5/groep", "--offerte", "EASE=6/groep")
    uitkomst = lpi("plan", "--groep", "12-18:ar=12", *offertes)
    assert (uitkomst.status, uitkomst.stdout) == (2, "")
    assert uitkomst.stderr == "Fout: --offerte: er is al een prijs voor ease; laat er één staan.\n"


@pytest.mark.parametrize("offertes", [(HEEL, VARIANT), (VARIANT, HEEL)], ids=["heel eerst", "variant eerst"])
def test_een_offerte_voor_een_variant_gaat_voor_die_voor_alles(
    lpi: Lpi, tmp_path: Path, offertes: tuple[str, str]
) -> None:
    rest = "offertes:\n" + "".join(f"  {een}\n" for een in offertes)
    cellen = _json(
        lpi, tmp_path, JONGEREN, JONGEREN.replace("jong", "kind").replace("12-18", "6-12"), rest=rest
    )
    opties = {
        een["variant"]: een for cel in cellen["cellen"] for een in cel["opties"] if een["id"] == "bamboo"
    }
    assert (opties["youth"]["groepen"], opties["youth"]["totaal"]["tot"]) == (1, 2900)
    assert (opties["kids"]["groepen"], opties["kids"]["totaal"]["tot"]) == (2, 10000)


def test_een_naam_met_een_schuine_streep_is_geen_eerste_variant(lpi: Lpi, tmp_path: Path) -> None:
    rest = "offertes: {mind-spring/: {per: groep, bedrag: 9}}"
    cel = _json(lpi, tmp_path, JONGEREN, rest=rest)["cellen"][0]
    bedragen = {een["variant"]: een["totaal"]["tot"] for een in cel["opties"] if een["id"] == "mind-spring"}
    assert bedragen == {"13-plus": 9}


def test_een_offerte_voor_kleinere_groepen_dan_gepubliceerd_telt(lpi: Lpi, tmp_path: Path) -> None:
    rest = "offertes: {mind-spring/volwassenen: {per: groep, bedrag: 4000, groepsgrootte: 6}}"
    (cel,) = _json(lpi, tmp_path, VOLWASSENEN, rest=rest)["cellen"]
    (optie,) = [
        een for een in cel["opties"] if een["variant"] == "volwassenen" and een["id"] == "mind-spring"
    ]
    assert (optie["groepen"], optie["totaal"]["tot"], optie["status"]) == (4, 16000, "zeker")


def test_vast_gaat_voor_niet_en_niet_is_geen_vraag_aan_de_aanbieder(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: v, leeftijd: 18+, taal: {ti: 20, ar: 20}}"
    gegevens = _json(lpi, tmp_path, groep, rest="niet: [mind-spring]\nvast: {v/ti: mind-spring}")
    for plan in gegevens["plannen"]:
        gekozen = {een["cel"]: een for een in plan["regels"]}
        assert (gekozen["v/ti"]["id"], gekozen["v/ti"]["status"]) == ("mind-spring", "zeker")
        assert gekozen["v/ar"]["id"] != "mind-spring"
    assert "aanbod" not in {een["onderdeel"] for een in gegevens["vragen"]}


def test_een_cel_zonder_vaste_keuze_blijft_vrij(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, tmp_path, VOLWASSENEN, rest="vast: {v/ti: }")
    assert gegevens["plannen"] == _json(lpi, tmp_path, VOLWASSENEN)["plannen"]


def test_het_eerste_plan_zegt_in_welke_volgorde_het_het_beste_is(lpi: Lpi, tmp_path: Path) -> None:
    """To order nothing costs least: that is no plan, and the next is not in the order that was asked."""
    rest = "weging: [kosten]\nbudget: 40000\nniet: [life-skills, positief-gezond-leven, mindfit]"
    (plan,) = _json(lpi, tmp_path, VOLWASSENEN, rest=rest)["plannen"]
    assert plan["weging"][0] == "dekking"
    scherm = lpi("plan", "plan.yaml", map_=tmp_path).stdout
    assert "A: uw volgorde geeft niets met een prijs; dit plan zet dekking hoger" in scherm
    assert "het beste in uw volgorde" not in scherm


def test_zonder_geld_past_geen_offerte(lpi: Lpi, tmp_path: Path) -> None:
    rest = "budget: 10000\nvast: {v/ti: mind-spring, jong/ar: mind-spring/13-plus}"
    _plan(tmp_path, VOLWASSENEN, JONGEREN, rest=rest)
    scherm = lpi("plan", "plan.yaml", map_=tmp_path).stdout
    assert "Offerte mind-spring/13-plus ★: daar is geen geld meer voor (1 groep)." in scherm


@pytest.mark.parametrize(
    ("id_", "variant", "wie"), [("mind-spring", "junior", "8-12 jaar"), ("bethere", "ouders", "ouders")]
)
def test_wat_voor_ouders_of_kinderen_is_dekt_niet_allebei(
    lpi: Lpi, tmp_path: Path, id_: str, variant: str, wie: str
) -> None:
    groep = "{naam: gezinnen, leeftijd: [ouders, 8-12], deelnemers: 12}"
    rest = f"offertes: {{{id_}/{variant}: {{per: groep, bedrag: 9}}}}"
    (cel,) = _json(lpi, tmp_path, groep, rest=rest)["cellen"]
    (optie,) = [een for een in cel["opties"] if (een["id"], een["variant"]) == (id_, variant)]
    assert optie["status"] == "vraag"
    assert f"leeftijd: alleen {wie}" in optie["open"]


def test_een_plan_zonder_onderdeel_voor_excel_zegt_wat_er_ontbreekt(
    lpi: Lpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    uitkomst = lpi("plan", "--sjabloon", "--opslaan", "x.xlsx", map_=tmp_path)
    assert uitkomst.status == 2
    assert 'pip install "lpi-cli[xlsx]"' in uitkomst.stderr


def test_elke_vraag_is_een_gewone_zin(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: v, leeftijd: 4-12, taal: {ar: 17}, kosteloos: true, doel: klachten}"
    rest = "vast: {v/ar: bamboo/kids}"
    vragen = {een["onderdeel"]: een["vraag"] for een in _json(lpi, tmp_path, groep, rest=rest)["vragen"]}
    assert vragen["kosteloos"].startswith("Is het kosteloos? ")
    groep, rest = "{naam: v, leeftijd: 18+, taal: {ti: 20}, doel: klachten}", "vast: {v/ti: ease/ouders}"
    vragen = {een["onderdeel"]: een["vraag"] for een in _json(lpi, tmp_path, groep, rest=rest)["vragen"]}
    assert vragen["aanbod"] == "Kan het hier toch? Bekend: voor ouders."


def test_een_doel_dat_niet_past_is_een_gewone_zin(lpi: Lpi, tmp_path: Path) -> None:
    groep, rest = "{naam: v, leeftijd: 18+, taal: {ti: 20}, doel: klachten}", "vast: {v/ti: 7roses/groep}"
    vragen = {een["onderdeel"]: een["vraag"] for een in _json(lpi, tmp_path, groep, rest=rest)["vragen"]}
    assert vragen["doel"].startswith("Past het doel? Bekend: past niet: ")


def test_een_prijs_die_geen_groep_kan_gebruiken_staat_er(lpi: Lpi) -> None:
    groep = ("--groep", "18+:ar=20")
    youth, mindfit = ("--offerte", "bamboo/youth=2900/groep"), ("--offerte", "mindfit=30/per persoon")
    zin = "Uw prijs voor bamboo/youth telt niet mee: geen van uw groepen kan dat krijgen."
    assert zin in lpi("plan", *groep, *youth, *mindfit).stdout
    assert "telt niet mee: geen" not in lpi("plan", *groep, *mindfit).stdout


def test_zonder_geld_blijft_over_wat_kosteloos_is(lpi: Lpi) -> None:
    plannen = lpi("plan", "--groep", "18+:ar=20,ti=20", "--budget", "0", "--formaat", "json").json["plannen"]
    assert [[regel["id"] for regel in plan["regels"]] for plan in plannen] == [["life-skills", "life-skills"]]
    assert [(plan["zeker"]["tot"], plan["rest"]) for plan in plannen] == [(0, 0)]


@pytest.mark.parametrize("eenheid", ["deelnemer", "persoon", "per persoon", "p.p.", "Deelnemer"])
def test_een_prijs_heeft_een_eenheid_zoals_men_die_schrijft(lpi: Lpi, eenheid: str) -> None:
    opdracht = ("plan", "--groep", "18+:ar=10", "--offerte", f"mindfit=100/{eenheid}", "--formaat", "json")
    (cel,) = lpi(*opdracht).json["cellen"]
    assert [een["totaal"]["tot"] for een in cel["opties"] if een["id"] == "mindfit"] == [1000]


def test_wat_op_aanvraag_is_heeft_de_groepen_van_elke_cel(lpi: Lpi) -> None:
    """An estimate on request is made once for all cells; how many groups one needs is not the same in each."""
    groepen = ("--groep", "8-12:ar=10,ti=40,uk=16")
    cellen = lpi("plan", *groepen, "--formaat", "json").json["cellen"]
    per_cel = {
        cel["cel"]: optie["groepen"]
        for cel in cellen
        for optie in cel["opties"]
        if (optie["id"], optie["variant"]) == ("mind-spring", "junior")
    }
    assert per_cel == {"8-12/ar": 1, "8-12/ti": 3, "8-12/uk": 2}


@pytest.mark.parametrize("breed", ["40", "80", "120"])
def test_hoeveel_mensen_een_regel_telt_staat_er_op_elk_scherm(lpi: Lpi, breed: str) -> None:
    scherm = lpi("plan", "--groep", "18+:ar=20,ti=17", "--budget", "50000", COLUMNS=breed).stdout
    assert {"(20)", "(17)"} <= set(scherm.split())
