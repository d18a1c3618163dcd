"""A variant named where an id can be: ``bamboo/youth``. What is said of another never shows."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.weergave.beeld import Scherm
from lpi_cli.weergave.formaat import formaat
from lpi_cli.weergave.toon import toonbeeld
from tests.conftest import VANDAAG, Lpi
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus


def _gegevens(lpi: Lpi, *argumenten: str) -> Any:
    uitkomst = lpi(*argumenten, "--formaat", "json")
    assert uitkomst.status == 0, uitkomst.stderr
    return json.loads(uitkomst.stdout)


# --- what is meant --------------------------------------------------------------------


@pytest.mark.parametrize("getypt", ["bamboo/kids", "BAMBOO/Kids", " bamboo / kids ", "bamboo/BAMBOO Kids"])
def test_een_variant_heet_naar_haar_id_of_naam(lpi: Lpi, getypt: str) -> None:
    kaart = _gegevens(lpi, "toon", getypt)
    assert (kaart["id"], kaart["naam"]) == ("bamboo", "BAMBOO Kids")
    assert [variant["id"] for variant in kaart["varianten"]] == ["kids"]


@pytest.mark.parametrize(
    ("getypt", "melding"),
    [
        ("bamboo/kidz", "bamboo heeft geen variant 'kidz'; kies uit kids, youth, adults, gems. Bedoelt u 'bamboo/kids'?"),
        ("bambi/kids", "Ik ken geen interventie 'bambi'. Bedoelt u 'bamboo'? Alle id's ziet u met: lpi lijst"),
        ("mindfit/kids", "mindfit heeft geen variant 'kids'; kies uit groep."),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "opdracht",
    [("toon",), ("vergelijk", "mindfit"), ("kosten", "--deelnemers", "5"), ("catalogus", "bronnen"),
     ("catalogus", "afwijkingen"), ("rapport", "--interventie"), ("rapport", "--leeftijd", "18+", "--deelnemers", "5", "--voorstel")],
)  # fmt: skip
def test_een_onbekende_variant_is_een_regel(
    lpi: Lpi, opdracht: tuple[str, ...], getypt: str, melding: str
) -> None:
    uitkomst = lpi(*opdracht, getypt, COLUMNS="200")
    assert (uitkomst.status, uitkomst.stdout, uitkomst.stderr) == (2, "", f"Fout: {melding}\n")


def test_een_naam_met_een_schuine_streep_blijft_een_naam(lpi: Lpi, tmp_path: Path) -> None:
    eigen = {"interventies/samen.yaml": eigen_interventie("samen", naam="Samen/Thuis")}
    map_ = schrijf_catalogus(tmp_path / "eigen", eigen)
    for getypt in ("samen/thuis", "samen/groep", "Samen/Thuis/groep"):
        assert _gegevens(lpi, "--catalogus", str(map_), "toon", getypt)["naam"] == "Samen/Thuis"


# --- what holds for it ----------------------------------------------------------------


def test_wat_van_een_andere_variant_is_staat_er_niet(catalogus: Catalogus) -> None:
    for heel in catalogus.alle:
        for variant in heel.varianten:
            los = Gevraagd(heel, (variant,)).los()
            assert los.varianten == (variant,)
            delen = (*los.bewijs.erkenningen, *los.bewijs.onderzoek, *los.aandachtspunten_deels)
            assert {id_ for deel in delen for id_ in deel.varianten} <= {variant.id}
            assert {post.variant for post in los.kosten} <= {None, variant.id}
            anderen = tuple(f"varianten.{ander.id}." for ander in heel.varianten if ander is not variant)
            velden = [*los.bron_van, *(afwijking.veld for afwijking in los.afwijkingen)]
            assert not [veld for veld in velden if veld.startswith(anderen)]
            beeld = toonbeeld([Gevraagd(heel, (variant,))], catalogus, VANDAAG, met_bronnen=True)
            assert variant.naam in formaat("tabel").render(beeld, Scherm(300)).decode()


def test_kids_is_niet_voor_wie_alleen_bij_het_geheel_staat(lpi: Lpi) -> None:
    geheel, kids = (lpi("toon", wat, COLUMNS="200").stdout for wat in ("bamboo", "bamboo/kids"))
    assert "Kenmerken  - asielzoekers, statushouders en Oekraïense ontheemden" in geheel
    assert "Kenmerken  asielzoekers en Oekraïense ontheemden" in kids
    assert "★)\nDit is een deel van BAMBOO. Wat hier in zinnen staat, gaat over heel BAMBOO" in kids
    assert "Alles leest u met: lpi toon bamboo" in kids
    assert "een deel van" not in geheel
    assert "BAMBOO Youth" not in kids


def test_de_prijs_van_volwassenen_is_niet_die_van_junior(lpi: Lpi) -> None:
    (junior,) = _gegevens(lpi, "kosten", "mind-spring/junior", "--deelnemers", "20")["regels"]
    assert (junior["id"], junior["variant"], junior["totaal"]) == ("mind-spring", "junior", None)
    beide = _gegevens(lpi, "kosten", "mind-spring/junior", "mind-spring/volwassenen", "--deelnemers", "20")
    assert {rij["variant"]: rij["totaal"] for rij in beide["regels"]} == {
        "volwassenen": {"van": 24000.0, "tot": 24000.0},
        "junior": None,
    }


def test_de_prijs_van_een_locatie_blijft_die_van_alle_varianten(lpi: Lpi) -> None:
    regels = _gegevens(lpi, "kosten", "kunstlab/tieners", "--deelnemers", "10")["regels"]
    (locatie,) = [regel for regel in regels if regel["variant"] is None]
    assert locatie["totaal"] == {"van": 83000.0, "tot": 83000.0}
    assert "prijs voor alle varianten samen" in locatie["waarschuwingen"]
    assert {regel["variant"] for regel in regels} == {None, "tieners"}


def test_een_variant_past_niet_omdat_een_andere_dat_wel_doet(lpi: Lpi) -> None:
    opties = ("--leeftijd", "12-18", "--deelnemers", "10")
    (gemist,) = _gegevens(lpi, "kosten", "bamboo/kids", *opties)["past_niet"]
    assert (gemist["id"], gemist["naam"]) == ("bamboo", "BAMBOO Kids")
    assert _gegevens(lpi, "kosten", "bamboo", *opties)["past_niet"] == []


def test_wat_van_een_variant_onbekend_is_staat_niet_bij_het_geheel(lpi: Lpi) -> None:
    kids = lpi("kosten", "bamboo/kids", "--setting", "gemeente", "--deelnemers", "10").stdout
    assert "- setting niet genoemd, andere wel: bamboo/kids ★" in kids
    heel = lpi("kosten", "bamboo", "--setting", "gemeente", "--deelnemers", "10").stdout
    assert "setting niet genoemd" not in heel


def test_twee_varianten_staan_naast_elkaar(lpi: Lpi) -> None:
    naast = _gegevens(
        lpi, "vergelijk", "bamboo/kids", "bamboo/youth", "--leeftijd", "12-18", "--deelnemers", "9"
    )
    assert naast["ids"] == ["bamboo/kids", "bamboo/youth"]
    rijen = {rij["onderwerp"]: rij for rij in naast["rijen"]}
    assert rijen["past"]["waarden"] == {"bamboo/kids": ["nee"], "bamboo/youth": ["ja"]}
    assert rijen["leeftijd"]["waarden"] == {"bamboo/kids": ["6-12 jaar"], "bamboo/youth": ["12-18 jaar"]}
    assert rijen["leeftijd"]["verschilt"] is True


def test_dezelfde_twee_keer_is_er_een(lpi: Lpi) -> None:
    uitkomst = lpi("vergelijk", "bamboo/kids", "Bamboo/kids")
    assert "u gaf er 1" in uitkomst.stderr
    assert len(_gegevens(lpi, "toon", "bamboo/kids", "bamboo/youth")["varianten"]) == 2


def test_een_notitie_gaat_over_de_variant_die_men_noemt(lpi: Lpi, tmp_path: Path) -> None:
    notitie = tmp_path / "notitie.md"
    argumenten = (
        "rapport",
        "--interventie",
        "bamboo/kids",
        "--voorstel",
        "bamboo/kids",
        "--reden",
        "wij kennen GZA",
    )
    assert lpi(*argumenten, "--uit", str(notitie)).status == 0
    tekst = notitie.read_text(encoding="utf-8")
    assert "**Wij stellen voor:** BAMBOO Kids ★" in tekst
    assert "Stem in met BAMBOO Kids" in tekst
    assert "BAMBOO Youth" not in tekst
    gegevens = _gegevens(lpi, *argumenten)
    assert gegevens["voorstel"]["id"] == "bamboo/kids"
    assert [(optie["naam"], optie["varianten"]) for optie in gegevens["opties"]] == [
        ("BAMBOO Kids", ["kids"])
    ]


def test_een_notitie_noemt_een_variant_die_niet_past_geen_optie_die_past(lpi: Lpi) -> None:
    opties = ("--leeftijd", "12-18", "--doel", "veerkracht", "--vorm", "groep")
    (kids,) = _gegevens(lpi, "rapport", *opties, "--interventie", "bamboo/kids")["opties"]
    (heel,) = _gegevens(lpi, "rapport", *opties, "--interventie", "bamboo")["opties"]
    assert (kids["past"], kids["varianten"], heel["past"], heel["varianten"]) == (
        False,
        ["kids"],
        True,
        ["youth"],
    )


def test_de_bronnen_van_een_variant(lpi: Lpi) -> None:
    feiten = _gegevens(lpi, "catalogus", "bronnen", "pm-plus/groep")
    assert {feit["variant"] for feit in feiten} == {None, "PM+ in een groep"}
    verschillen = _gegevens(lpi, "catalogus", "afwijkingen", "pm-plus/individueel")
    assert not [een for een in verschillen if een["veld"].startswith("varianten.groep")]


def test_een_toets_is_van_het_geheel(lpi: Lpi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert _gegevens(lpi, "toets", "bamboo/kids") == _gegevens(lpi, "toets", "bamboo")
    assert (
        "De toets gaat over heel BAMBOO, niet over BAMBOO Kids alleen." in lpi("toets", "bamboo/kids").stderr
    )
    assert "De toets gaat over heel" not in lpi("toets", "bamboo").stderr
    assert _gegevens(lpi, "toets", "BAMBOO/Kids") == _gegevens(lpi, "toets", "bamboo")
    assert "map/bestand: kan niet worden gelezen" in lpi("toets", "map/bestand").stderr
    (tmp_path / "bamboo").mkdir()
    (tmp_path / "bamboo" / "kids").write_text("naam: van ons\n", encoding="utf-8")
    assert "bamboo/kids:1: " in lpi("toets", "bamboo/kids").stderr, "a file that is there goes first"


# --- what is said of the whole is no fact of a part, and the other way round ------------


def test_wat_in_zinnen_staat_is_van_het_geheel(lpi: Lpi, tmp_path: Path) -> None:
    notitie = tmp_path / "notitie.md"
    lpi("rapport", "--interventie", "bamboo/gems", "--uit", str(notitie))
    zin = "Dit is een deel van BAMBOO. Wat hier in zinnen staat, gaat over heel BAMBOO en geldt niet altijd"
    assert zin in notitie.read_text(encoding="utf-8")
    uitleg = "Wat in zinnen staat, gaat over het geheel"
    assert uitleg in lpi("vergelijk", "bamboo/gems", "mindfit", COLUMNS="200").stdout
    assert uitleg not in lpi("vergelijk", "bamboo", "mindfit", COLUMNS="200").stdout


def test_een_variant_die_nergens_anders_kan_zegt_dat(lpi: Lpi) -> None:
    assert "alleen basisschool" in lpi("toon", "safe-and-sound/groep", COLUMNS="200").stdout
    assert (
        "Safe & Sound in de klas: alleen basisschool" in lpi("toon", "safe-and-sound", COLUMNS="200").stdout
    )
    assert "alleen basisschool" not in lpi("toon", "safe-and-sound/individueel", COLUMNS="200").stdout


def test_de_preventie_van_kinderen_is_niet_die_van_volwassenen(lpi: Lpi) -> None:
    assert "geïndiceerde preventie" in lpi("toon", "mind-spring/junior", COLUMNS="200").stdout
    assert "Preventie" not in lpi("toon", "mind-spring/volwassenen", COLUMNS="200").stdout
    geheel = lpi("toon", "mind-spring", COLUMNS="200").stdout
    assert "Mind-Spring Junior: selectieve preventie en geïndiceerde preventie" in geheel


def test_een_prijs_van_trainers_maakt_de_rest_niet_op_aanvraag(lpi: Lpi) -> None:
    assert "Prijs niet gepubliceerd" in lpi("kosten", "7roses/individueel", "--deelnemers", "8").stdout
    licentie = lpi("kosten", "teamup-school", "--deelnemers", "8").stdout
    assert "Prijs op aanvraag" in licentie


# --- each named variant is judged by itself --------------------------------------------


@pytest.mark.parametrize(
    ("getypt", "varianten"),
    [
        ("Mind-Spring Junior", ["junior"]),
        ("bamboo-kids", ["kids"]),
        ("MindFit", ["groep"]),  # the only variant, with the name of the whole
        ("mind-spring", ["13-plus", "junior", "opvoedondersteuning", "volwassenen"]),
    ],
)
def test_de_naam_van_een_variant_is_die_variant(lpi: Lpi, getypt: str, varianten: list[str]) -> None:
    """What adults pay is no price of Mind-Spring Junior."""
    regels = _gegevens(lpi, "kosten", getypt, "--deelnemers", "20")["regels"]
    assert sorted({regel["variant"] for regel in regels}) == varianten


def test_kosten_zeggen_van_elke_variant_die_men_noemt_of_zij_past(lpi: Lpi) -> None:
    argumenten = ("kosten", "bamboo/kids", "bamboo/youth", "--leeftijd", "12-18", "--deelnemers", "9")
    antwoord = _gegevens(lpi, *argumenten)
    assert [regel["variant"] for regel in antwoord["regels"]] == ["youth"]
    assert [gemist["naam"] for gemist in antwoord["past_niet"]] == ["BAMBOO Kids"]


def test_een_voorstel_is_de_variant_die_men_voorstelt(lpi: Lpi, tmp_path: Path) -> None:
    notitie = tmp_path / "notitie.md"
    argumenten = ("rapport", "--interventie", "mind-spring/volwassenen", "--voorstel", "mind-spring/junior")
    assert lpi(*argumenten, "--deelnemers", "12", "--uit", str(notitie)).status == 0
    tekst = notitie.read_text(encoding="utf-8")
    assert "**Wij stellen voor:** Mind-Spring Junior ★\n" in tekst
    assert "- **Kosten:** op aanvraag\n" in tekst, "not the price of adults"
    assert (
        "- **Mind-Spring voor volwassenen (psycho-educatie):** € 1.000,00 (totaal € 12.000,00, 1 groep)"
        in tekst
    )
    (junior, volwassenen) = _gegevens(lpi, *argumenten, "--deelnemers", "12")["opties"]
    assert (junior["varianten"], volwassenen["varianten"]) == (["junior"], ["volwassenen"])


def test_wat_men_voorstelt_neemt_de_plaats_niet_in_van_wat_past(lpi: Lpi) -> None:
    vraag = ("--leeftijd", "8-12", "--deelnemers", "12")
    gevonden = {treffer["id"] for treffer in _gegevens(lpi, "zoek", *vraag)["treffers"]}
    notitie = _gegevens(lpi, "rapport", *vraag, "--voorstel", "mind-spring/volwassenen")
    passend = [optie for optie in notitie["opties"] if optie["past"]] + notitie["overige"]
    assert {een["id"] for een in passend} == gevonden
    assert [(een["naam"], een["past"]) for een in notitie["opties"] if een["id"] == "mind-spring"] == [
        ("Mind-Spring voor volwassenen (psycho-educatie)", False),
        ("Mind-Spring Junior", True),
    ]


def test_twee_varianten_in_een_notitie_zijn_twee_opties(lpi: Lpi, tmp_path: Path) -> None:
    twee = ("rapport", "--interventie", "kunstlab/kinderen", "--interventie", "kunstlab/tieners")
    vraag = ("--leeftijd", "4-12", "--deelnemers", "20", "--bijeenkomsten", "10")
    kinderen, tieners = _gegevens(lpi, *twee, *vraag)["opties"]
    assert (kinderen["naam"], kinderen["past"]) == ("KunstLab kinderen", True)
    assert (tieners["naam"], tieners["past"]) == ("KunstLab tieners", False)
    tabel = tmp_path / "notitie.csv"
    assert lpi(*twee, *vraag, "--uit", str(tabel)).status == 0
    rijen = csv.DictReader(tabel.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    assert [
        (rij["Varianten"], rij["Variant"], rij["Past"]) for rij in rijen if rij["Code"] == "kunstlab"
    ] == [
        ("kinderen", "KunstLab kinderen", "ja"),
        ("kinderen", "", "ja"),
        ("tieners", "", "niet"),
        ("tieners", "KunstLab tieners", "niet"),
    ]


def test_een_variant_zonder_bedrag_verdwijnt_niet_achter_een_met_bedrag(lpi: Lpi) -> None:
    scherm = lpi("kosten", "mind-spring", "--taal", "turks", "--deelnemers", "12").stdout
    zonder = "mind-spring/junior + mind-spring/13-plus + mind-spring/opvoedondersteuning ★"
    assert f"- taal niet genoemd, andere wel: {zonder}" in " ".join(scherm.split())


def test_onderzoek_van_een_ander_is_geen_eigen_onderzoek(lpi: Lpi) -> None:
    for wat, mist in (
        ("mind-spring/junior", True),
        ("mind-spring/volwassenen", False),
        ("ease/ouders", False),
    ):
        (optie,) = _gegevens(lpi, "rapport", "--interventie", wat)["opties"]
        assert ("eigen onderzoek" in " ".join(optie["beperkingen"])) is mist


@pytest.mark.parametrize(
    ("wat", "ander", "tekst"),
    [
        ("7roses/individueel", "7roses/groep", "Het aantal bijeenkomsten is niet gepubliceerd."),
        ("ease/jongeren", "ease/ouders", "Het past bij jongeren met lichte klachten."),
        ("eritrese-oudergroepen/moeders", "eritrese-oudergroepen/mannen", "een van de sterke punten"),
        ("eritrese-oudergroepen/vrouwen-digitaal", "eritrese-oudergroepen/moeders", "Beroepsonderwijs (WEB)"),
        ("7roses/groep", "7roses/individueel", "Voorbeeld Dordrecht"),
        ("pubergroep/jongvolwassenen", "pubergroep/amv-groep", "Deze groep kan alleen op indicatie."),
        ("pubergroep/amv-groep", "pubergroep/pubergroep", "Zoek voor de werving contact met scholen"),
        ("pubergroep/pubergroep", "pubergroep/jongvolwassenen", "Altijd twee begeleiders, van wie"),
        ("mind-spring/volwassenen", "mind-spring/junior", "Vooral de gemeente zoekt de deelnemers"),
        ("pillars-of-support/vrouwen", "pillars-of-support/lhbtqi", "zitten in aparte groepen"),
    ],
)
def test_een_aandachtspunt_van_een_variant_staat_niet_bij_een_andere(
    lpi: Lpi, wat: str, ander: str, tekst: str
) -> None:
    eigen, andere = (" ".join(lpi("toon", een).stdout.split()) for een in (wat, ander))
    assert tekst in eigen
    assert tekst not in andere
