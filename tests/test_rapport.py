"""The decision memo: the numbers of ``lpi kosten``, what is asked, bad input, and every format."""

import csv
import html
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from docx import Document

from lpi_cli.kern.zinnen import euro_met_centen
from tests.conftest import CHECKOUT, Lpi
from tests.terminal import CTRL_C, ENTER, Terminal
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus
from tests.test_veilig import VIJANDIG

JONGEREN = {"leeftijd": ["jongeren"], "doel": ["veerkracht"], "vorm": ["groep"]}
NIETS = {"leeftijd": ["ouders"], "doel": ["klachten"], "vorm": ["individueel"]}
KLACHTEN = {"leeftijd": ["volwassenen"], "doel": ["klachten"], "vorm": ["groep"]}
KEUZES = {
    "jongeren": (JONGEREN, ["--deelnemers", "40"]),
    "volwassenen": (
        {"leeftijd": ["volwassenen"], "doel": ["klachten"], "vorm": ["groep"]},
        ["--deelnemers", "24", "--budget", "15000"],
    ),
    "individueel": (
        {"leeftijd": ["volwassenen"], "doel": [], "vorm": ["individueel"]},
        ["--deelnemers", "8", "--gezinnen", "3", "--uurtarief", "95"],
    ),
    "bereik": (
        {"leeftijd": ["16-30"], "doel": ["veerkracht"], "vorm": []},
        ["--deelnemers", "30", "--tolktarief", "60,50", "--groepsgrootte", "10", "--bijeenkomsten", "8"],
    ),
    "kinderen": (
        {"leeftijd": ["kinderen"], "doel": [], "vorm": ["groep"]},
        ["--deelnemers", "1"],
    ),
}
TOETS = (
    "naam: Wandelgroep\ndoelgroep: Syrische vrouwen\nantwoorden: {hiaat: ja, bewijs: geen, betrokken: ja}\n"
)


_BEDRAG = re.compile(r"€ \d[\d.]*(?:,\d\d)?")


@pytest.fixture
def keuze(tmp_path: Path) -> Path:
    return _bewaar(tmp_path, JONGEREN)


def _bewaar(map_: Path, antwoorden: object) -> Path:
    bestand = map_ / "keuze.yaml"
    bestand.write_text(yaml.safe_dump(antwoorden))
    return bestand


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())


def _bedragen(regel: dict) -> list[str]:
    """The amounts of one line of ``lpi kosten``, as a memo writes them."""
    delen = [regel["totaal"], regel["per_deelnemer"]]
    grenzen = [deel[grens] for deel in delen if deel for grens in ("van", "tot") if deel[grens]]
    return [euro_met_centen(Decimal(str(grens))) for grens in grenzen]


def _is_van_geheel(regel: dict) -> bool:
    return any(w in ("gerekend met één locatie", "gerekend met één school") for w in regel["waarschuwingen"])


def _deel(notitie: str, kop: str) -> str:
    """What stands under a heading in a memo in Markdown."""
    begin = re.search(rf"^#+ {re.escape(kop)}.*$", notitie, re.MULTILINE)
    assert begin
    return re.split(r"\n#+ ", notitie[begin.end() :])[0]


def _passende_varianten(lpi: Lpi, id_: str) -> list[str]:
    treffers = lpi("zoek", "--leeftijd", "ouders", "--vorm", "groep", "--formaat", "json").json["treffers"]
    (varianten,) = [t["varianten"] for t in treffers if t["id"] == id_]
    return varianten


def test_wat_afviel_telt_samen_met_wat_past_op_tot_de_hele_catalogus(lpi: Lpi, keuze: Path) -> None:
    notitie = lpi("rapport", "--keuze", str(keuze), "--deelnemers", "40", "--formaat", "json").json
    weg = notitie["afgevallen"]
    assert {i["id"]: i["redenen"] for i in weg["voorselectie"]} == {
        "7roses": ["leeftijd: 18 jaar en ouder"],
        "mindfit": ["leeftijd: 18 jaar en ouder"],
        "pm-plus": ["doel: klachten"],
    }
    past = len(notitie["opties"]) + len(notitie["overige"])
    assert {t["id"] for t in weg["misschien"]} == {"bethere", "empatia-workshops"}
    assert past + len(weg["misschien"]) + len(weg["voorselectie"]) + len(weg["net_niet"]) + weg["meer"] == 35


def test_de_notitie_zegt_welke_talen_een_optie_dekt(lpi: Lpi) -> None:
    opdracht = ("rapport", "--leeftijd", "18+", "--taal", "ar", "--taal", "ti", "--interventie")
    (mosaic,) = [
        o for o in lpi(*opdracht, "mosaic", "--formaat", "json").json["opties"] if o["id"] == "mosaic"
    ]
    assert mosaic["dekking_taal"] == "ar"
    assert "Dekt van de gevraagde talen alleen: Arabisch." in mosaic["beperkingen"]
    opties = lpi(*opdracht, "mind-spring", "--formaat", "json").json["opties"]
    (alles,) = [o for o in opties if o["id"] == "mind-spring"]
    assert (alles["dekking_taal"], [b for b in alles["beperkingen"] if "talen alleen" in b]) == (None, [])


def test_een_toets_toont_score_oordeel_en_wat_niet_kan(lpi: Lpi, tmp_path: Path, keuze: Path) -> None:
    (tmp_path / "t.yaml").write_text(TOETS)
    opdracht = ("rapport", "--keuze", "keuze.yaml", "--deelnemers", "12", "--toets", "t.yaml")
    tekst = _plat(lpi(*opdracht, map_=tmp_path).stdout)
    assert "Wandelgroep: ●○●? 2 van 4, niet inzetten" in tekst
    assert "Dat is: bewijs." in tekst
    assert "Zoek de open vragen uit" not in tekst
    (toets,) = lpi(*opdracht, "--formaat", "json", map_=tmp_path).json["toetsen"]
    assert toets == lpi("toets", "t.yaml", "--formaat", "json", map_=tmp_path).json


@pytest.mark.parametrize(
    ("id_", "kop"), [("mindfit", "MindFit: voldoet "), ("mosaic", "Mosaic: ?●?● 2 van 4, onvolledig")]
)
def test_een_notitie_zegt_van_een_toets_wat_lpi_toets_zegt(lpi: Lpi, id_: str, kop: str) -> None:
    opdracht = ("rapport", "--interventie", "less-stress", "--toets", id_)
    assert lpi(*opdracht, "--formaat", "json").json["toetsen"] == [
        lpi("toets", id_, "--formaat", "json").json
    ]
    notitie, toets = _plat(lpi(*opdracht).stdout), _plat(lpi("toets", id_).stdout)
    assert kop in notitie
    oordeel = toets[toets.index(kop.partition(":")[0]) :].partition(" Getoetst voor:")[0].partition(". ")[2]
    assert oordeel
    assert oordeel in notitie


def test_bij_een_voorstel_staat_wat_de_toets_ervan_zegt(lpi: Lpi, tmp_path: Path) -> None:
    """Who decides reads beside the proposal that it is not ready, and not only pages further on."""
    toets = "naam: mosaic\ndoelgroep: Syrische vrouwen\nantwoorden: {hiaat: ja, bewijs: geen}\n"
    (tmp_path / "t.yaml").write_text(toets)
    (tmp_path / "plan.yaml").write_text(
        "groepen: [{naam: g, leeftijd: 18+, taal: {ar: 9}}]\nvast: {g/ar: mosaic}\n"
    )
    regel = "- Toets van mosaic voor Syrische vrouwen: 1 van 4 criteria, niet inzetten.\n"
    for wat in (
        ("--interventie", "mosaic", "--voorstel", "mosaic"),
        ("--interventie", "mosaic"),
        ("--plan", "plan.yaml"),
    ):
        opdracht = ("rapport", *wat, "--formaat", "markdown")
        assert regel in lpi(*opdracht, "--toets", "t.yaml", map_=tmp_path).stdout
        assert "Toets van" not in lpi(*opdracht, "--toets", "mindfit", map_=tmp_path).stdout


def test_alleen_wie_nog_kan_slagen_moet_vragen_uitzoeken(lpi: Lpi, tmp_path: Path, keuze: Path) -> None:
    goed = "{hiaat: ja, bewijs: [experts], betrokken: ja, opgeleid: ja}"
    (tmp_path / "goed.yaml").write_text(f"naam: Wandelgroep\nantwoorden: {goed}\n")
    (tmp_path / "half.yaml").write_text("naam: Kookgroep\nantwoorden: {hiaat: ja}\n")
    toetsen = ("--toets", "goed.yaml", "--toets", "half.yaml")
    tekst = lpi("rapport", "--keuze", "keuze.yaml", *toetsen, "--formaat", "markdown", map_=tmp_path).stdout
    assert "Wandelgroep: ●●●● 4 van 4, voldoet" in tekst
    assert "Zoek de open vragen uit van Kookgroep, en toets opnieuw." in tekst


def test_wat_onbekend_is_heet_niet_afgevallen(lpi: Lpi, keuze: Path) -> None:
    tekst = lpi("rapport", "--keuze", str(keuze), "--deelnemers", "20", "--formaat", "markdown").stdout
    assert "BeThere" not in _deel(tekst, "Wat afviel")
    assert "- leeftijd niet gepubliceerd (voor ouders): BeThere (020-422 77 77), " in _deel(
        tekst, "Past misschien: vraag dit na"
    )


@pytest.mark.parametrize(
    ("antwoorden", "id_", "open_"),
    [
        (KLACHTEN, "positief-gezond-leven", ["leeftijd"]),
        (JONGEREN, "avres-avanti", ["leeftijd", "vorm"]),  # a practice example
    ],
)
def test_gevraagd_wat_misschien_past_heet_zo_en_telt_niet_mee(
    lpi: Lpi, tmp_path: Path, antwoorden: dict[str, list[str]], id_: str, open_: list[str]
) -> None:
    opdracht = ("rapport", "--keuze", str(_bewaar(tmp_path, antwoorden)), "--deelnemers", "15", "--formaat")
    (optie,) = lpi(*opdracht, "json", "--interventie", id_).json["opties"]
    assert (optie["past"], optie["past_niet"]) == (None, [])
    assert [reden.partition(": niet gepubliceerd")[0] for reden in optie["vraag_na"]] == open_
    tekst = lpi(*opdracht, "markdown", "--interventie", id_).stdout
    assert "Past misschien; vraag na: " in _deel(tekst, optie["naam"])
    blad = csv.DictReader(lpi(*opdracht, "csv", "--interventie", id_).stdout.splitlines())
    assert {rij["past"] for rij in blad if rij["id"] == id_} <= {"misschien"}


def test_het_rekenblad_zegt_ook_wat_misschien_past(lpi: Lpi, keuze: Path) -> None:
    for rekenen in ((), ("--deelnemers", "20")):
        uitvoer = lpi("rapport", "--keuze", str(keuze), *rekenen, "--formaat", "csv").stdout
        koppen, *rijen = csv.reader(uitvoer.splitlines())
        assert {len(rij) for rij in rijen} == {len(koppen)}
        assert {rij[0] for rij in rijen if rij[koppen.index("past")] == "misschien"} == {
            "bethere",
            "empatia-workshops",
        }


def test_zonder_aantal_staan_prijzen_in_hun_eigen_eenheid(lpi: Lpi, keuze: Path) -> None:
    uitkomst = lpi("rapport", "--keuze", str(keuze))
    assert "Zonder --deelnemers" in uitkomst.stderr
    tekst = _plat(uitkomst.stdout)
    assert "€ 6.805 per groep" in tekst
    assert "Kosten vergeleken" not in tekst


def test_zonder_keuze_is_niets_getoetst_aan_antwoorden(lpi: Lpi) -> None:
    opdracht = ("rapport", "--interventie", "mindfit", "--deelnemers", "40", "--formaat")
    assert [o["past"] for o in lpi(*opdracht, "json").json["opties"]] == [None]
    (rij,) = csv.DictReader(lpi(*opdracht, "csv").stdout.splitlines())
    assert (rij["id"], rij["past"]) == ("mindfit", "")


def test_een_gevraagd_praktijkvoorbeeld_houdt_wat_ervan_past(lpi: Lpi, tmp_path: Path) -> None:
    antwoorden = {"leeftijd": ["12-18"], "doel": [], "vorm": ["groep"]}
    opdracht = ("rapport", "--keuze", str(_bewaar(tmp_path, antwoorden)), "--deelnemers", "9")
    gevraagd = ("--interventie", "ex-amv-groep", "--formaat")
    notitie = lpi(*opdracht, *gevraagd, "json").json
    treffers = lpi("zoek", "--leeftijd", "12-18", "--vorm", "groep", "--formaat", "json").json["treffers"]
    (verwacht,) = [t for t in treffers if t["id"] == "ex-amv-groep"]
    assert verwacht["dekking"] == "17-18"
    (optie,) = notitie["opties"]
    assert optie["past"] is True
    assert (optie["dekking"], optie["varianten"]) == (verwacht["dekking"], verwacht["varianten"])
    rijen = {r["id"]: r for r in csv.DictReader(lpi(*opdracht, *gevraagd, "csv").stdout.splitlines())}
    assert (rijen["ex-amv-groep"]["past"], rijen["ex-amv-groep"]["dekking"]) == ("ja", "17-18")


def test_van_een_praktijkvoorbeeld_staan_alleen_passende_varianten_erbij(lpi: Lpi, tmp_path: Path) -> None:
    bestand = _bewaar(tmp_path, {"leeftijd": ["ouders"], "doel": [], "vorm": ["groep"]})
    opdracht = ("rapport", "--keuze", str(bestand), "--interventie", "eritrese-oudergroepen")
    (optie,) = lpi(*opdracht, "--deelnemers", "9", "--formaat", "json").json["opties"]
    assert optie["varianten"] == _passende_varianten(lpi, "eritrese-oudergroepen")
    assert len(optie["varianten"]) < 3


# --- nothing is said of all that holds for a part ------------------------------------------


def test_wat_kosteloos_is_op_een_tolk_na_heet_niet_kosteloos(lpi: Lpi) -> None:
    opdracht = ("rapport", "--interventie", "life-skills", "--deelnemers", "15", "--tolktarief", "60")
    tekst = " ".join(lpi(*opdracht, COLUMNS="120").stdout.split())
    assert "€ 1.440,00, dat is € 96,00 per deelnemer" in tekst
    assert "Kosteloos voor de opdrachtgever" not in tekst


def test_dat_iets_kosteloos_is_staat_niet_bij_wat_past(lpi: Lpi) -> None:
    """It stands with the costs, with why."""
    vraag = ("--leeftijd", "6-12", "--setting", "azc", "--kosteloos")
    tekst = lpi("rapport", *vraag, "--formaat", "markdown").stdout
    assert "- **Past bij:** setting: azc\n" in tekst
    assert "Kosteloos voor de opdrachtgever." in tekst


def test_een_prijs_van_een_variant_wordt_niet_van_alle_gezegd(lpi: Lpi) -> None:
    opdracht = ("rapport", "--interventie", "mind-spring", "--deelnemers", "12", "--formaat", "json")
    (optie,) = lpi(*opdracht).json["opties"]
    alleen = "Dit geldt alleen voor: Mind-Spring voor volwassenen (psycho-educatie)."
    assert f"De prijs is gepubliceerd, met het jaar (2025). {alleen}" in optie["sterke_kanten"]
    (aanvraag,) = [tekst for tekst in optie["beperkingen"] if "op aanvraag" in tekst]
    assert aanvraag.startswith("De prijs is alleen op aanvraag. Dit geldt alleen voor: ")
    assert "voor volwassenen" not in aanvraag
    assert all(naam in aanvraag for naam in ("Junior", "13+", "Opvoedondersteuning"))


def test_bewijs_van_een_variant_heet_niet_afwezig_en_niet_van_alle(lpi: Lpi) -> None:
    """What was studied with adults is no study of the young, and yet it was published."""
    leeftijden = ("--leeftijd", "jongeren", "--leeftijd", "volwassenen")
    tekst = lpi("rapport", *leeftijden, "--deelnemers", "45", "--formaat", "markdown").stdout
    (rij,) = [regel for regel in tekst.splitlines() if regel.startswith("| Mind-Spring ★ ")]
    alleen = "alleen Mind-Spring voor volwassenen (psycho-educatie) |"
    assert f"; gunstig: effectonderzoek en tevredenheid, {alleen}" in rij
    jong = lpi("rapport", *leeftijden[:2], "--deelnemers", "45", "--formaat", "markdown").stdout
    (rij,) = [regel for regel in jong.splitlines() if regel.startswith("| Mind-Spring ★ ")]
    assert "; geen gunstig onderzoek gepubliceerd |" in rij


def test_hoe_zeker_het_is_zwijgt_niet_over_wat_van_een_variant_bekend_is(lpi: Lpi) -> None:
    def regel(*wat: str) -> str:
        ids = [deel for id_ in wat for deel in ("--interventie", id_)]
        return lpi("rapport", *ids, "--formaat", "markdown").stdout

    deels, geen = "Erkenning of gunstig onderzoek, niet van alle varianten", "Geen van beide voor deze groep"
    assert f"- {deels}: 7ROSES.\n" in regel("7roses", "mindfit")
    assert f"- {geen} gepubliceerd: 7ROSES individueel.\n" in regel("7roses/individueel", "mindfit")


def test_een_erkenning_van_een_variant_heet_niet_afwezig(lpi: Lpi, tmp_path: Path) -> None:
    erkenning = "{databank: movisie, niveau: goed-onderbouwd, varianten: [ouders], bron: gids-2025}"
    ease = (CHECKOUT / "catalog/interventies/ease.yaml").read_text(encoding="utf-8")
    erkend = ease.replace("erkenningen: []", f"erkenningen: [{erkenning}]")
    map_ = schrijf_catalogus(tmp_path / "eigen", {"interventies/ease.yaml": erkend})
    opdracht = ("rapport", "--interventie", "ease", "--deelnemers", "9", "--catalogus", str(map_))
    tekst = lpi(*opdracht, "--formaat", "markdown").stdout
    assert (
        "| goed onderbouwd, alleen EASE voor ouders en verzorgers; gunstig: tevredenheid bij jongeren en ouders in Nederlandse pilots |"
        in tekst
    )


def _nummers(noot: str) -> list[int]:
    """The numbers in ``1, 3-5``."""
    reeksen = (deel.partition("-")[::2] for deel in noot.split(", "))
    return [nr for van, tot in reeksen for nr in range(int(van), int(tot or van) + 1)]


def test_wat_van_een_prijs_geldt_staat_bij_die_prijs(lpi: Lpi) -> None:
    """Not for adults is said of the training for the young, and not of BAMBOO; what holds for all prices is said once."""
    leeftijden = ("--leeftijd", "jongeren", "--leeftijd", "volwassenen")
    tekst = lpi("rapport", *leeftijden, "--deelnemers", "45", "--formaat", "markdown").stdout
    bamboo = tekst.partition("\n### BAMBOO")[2].partition("- **Sterk:**")[0]
    niet = "voor hoeveel mensen dan wel, is niet gegeven."
    assert f"- BAMBOO Youth: op aanvraag. Hierbij: niet voor volwassenen; {niet}\n" in bamboo
    assert f"- BAMBOO Adults: op aanvraag. Hierbij: niet voor jongeren; {niet}\n" in bamboo
    judo = lpi(
        "rapport", "--interventie", "hiro-schooljudo", "--deelnemers", "40", "--formaat", "markdown"
    ).stdout
    assert re.search(r"contract van 1 jaar: [^\n]* Hierbij: bedrag per jaar\.\n", judo)
    assert judo.count("afname: ten minste 4 groepen") == 1
    assert re.search(r"- Bij elke prijs: bron: [^\n]*; afname: ten minste 4 groepen; ", judo)


def test_een_rekenblad_heeft_de_berekende_bedragen(lpi: Lpi, tmp_path: Path, keuze: Path) -> None:
    opdracht = ("rapport", "--keuze", str(keuze), "--formaat", "csv")
    zonder = [rij["id"] for rij in csv.DictReader(lpi(*opdracht).stdout.splitlines())]
    rijen = list(csv.DictReader(lpi(*opdracht, "--deelnemers", "40").stdout.splitlines()))
    assert list(dict.fromkeys(rij["id"] for rij in rijen)) == zonder
    kunstlab = {rij["prijs"]: rij for rij in rijen if rij["id"] == "kunstlab"}
    geheel = kunstlab["per locatie"]
    assert (geheel["totaal_van"], geheel["per_deelnemer_van"], geheel["past"]) == ("83000", "", "ja")
    assert [rij["per_deelnemer_van"] for rij in rijen if rij["id"] == "teamup-opvang"] == ["0"]
    bestand = str(_bewaar(tmp_path, KLACHTEN))
    klachten = ("rapport", "--keuze", bestand, "--deelnemers", "24", "--formaat", "csv")
    per_id = {rij["id"]: rij for rij in csv.DictReader(lpi(*klachten).stdout.splitlines())}
    bedragen = ("per_deelnemer_van", "per_deelnemer_tot", "totaal_van", "ondergrens")
    kosten = lpi("kosten", "mindfit", "liever-bewegen-dan-moe", "--deelnemers", "24", "--formaat", "csv")
    for regel in csv.DictReader(kosten.stdout.splitlines()):
        assert [per_id[regel["id"]][b] for b in bedragen] == [regel[b] for b in bedragen]
    assert per_id["liever-bewegen-dan-moe"]["ondergrens"] == "ja"


def test_eigen_aanbod_heeft_zijn_merk(lpi: Lpi, tmp_path: Path) -> None:
    praatgroep = {"interventies/praatgroep.yaml": eigen_interventie("praatgroep")}
    twente = schrijf_catalogus(tmp_path / "mijn twente", praatgroep)
    antwoorden = {"leeftijd": ["volwassenen"], "doel": ["veerkracht"], "vorm": ["groep"]}
    eigen = ("--catalogus", str(twente))
    opdracht = ("rapport", "--keuze", str(_bewaar(tmp_path, antwoorden)), "--deelnemers", "20")
    tekst = lpi(*opdracht, *eigen, "--formaat", "markdown").stdout.replace("\\_", "_")
    assert "Praatgroep ◆" in tekst
    assert f"Uw eigen catalogus deed mee: {twente}." in tekst


def test_wat_niet_is_ingevuld_heet_zo_en_het_bestand_wordt_genoemd(lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("catalogus", "nieuw", "eigen", "--naam", "Praatgroep", map_=tmp_path).status == 0
    opdracht = ("--catalogus", "eigen", "--deelnemers", "9", "--formaat", "markdown")
    uitkomst = lpi("rapport", "--interventie", "praatgroep", *opdracht, map_=tmp_path)
    assert "Nog invullen." not in uitkomst.stdout
    assert (
        "Praatgroep: vraag naar de prijs voor 9 mensen en de planning. Nog niet ingevuld." in uitkomst.stdout
    )
    (melding,) = uitkomst.stderr.splitlines()
    bestand = Path("eigen", "interventies", "praatgroep.yaml")
    assert melding.startswith(f"{bestand}: let op: nog niet ingevuld: organisatie, samenvatting, ")
    assert lpi("rapport", "--interventie", "mosaic", *opdracht, map_=tmp_path).stderr == ""


@pytest.mark.parametrize(
    ("leeftijd", "titel"),
    [
        ("30-40", "30-40 jaar"),
        ("15", "15 jaar"),
        ("18+", "18 jaar en ouder"),
        ("kinderen", "kinderen (tot 12 jaar)"),
    ],
)
def test_de_titel_noemt_de_leeftijd_in_woorden(lpi: Lpi, tmp_path: Path, leeftijd: str, titel: str) -> None:
    bestand = _bewaar(tmp_path, {"leeftijd": [leeftijd], "doel": [], "vorm": []})
    regels = lpi("rapport", "--keuze", str(bestand), "--formaat", "markdown").stdout.splitlines()
    assert regels[0] == f"# Keuze van een LPI voor {titel}"


# --- formats --------------------------------------------------------------------------


def test_html_laadt_niets_van_elders_en_docx_heeft_koppen_en_tabellen(
    lpi: Lpi, tmp_path: Path, keuze: Path
) -> None:
    for naam in ("advies.html", "advies.docx", "advies.md"):
        uitkomst = lpi("rapport", "--keuze", "keuze.yaml", "--deelnemers", "40", "--uit", naam, map_=tmp_path)
        assert (uitkomst.status, uitkomst.stderr) == (0, f"Bewaard: {naam}\n")
    pagina = (tmp_path / "advies.html").read_text()
    assert not re.search(r"(?:src|srcset|data)\s*=|<link|<script|@import|url\(", pagina)
    assert set(re.findall(r'href="([a-z]+):', pagina)) == {"https", "mailto"}
    assert "default-src 'none'" in pagina
    document = Document(tmp_path / "advies.docx")
    koppen = [(a.style.name, a.text) for a in document.paragraphs if a.style.name.startswith("Heading")]
    assert koppen[0] == ("Heading 1", "Keuze van een LPI voor jongeren (12 tot 18 jaar)")
    assert ("Heading 2", "Kosten vergeleken") in koppen
    assert ("Heading 3", "BAMBOO ★") in koppen
    overige = next(t for t in document.tables if t.cell(0, 0).text == "optie")
    assert "KunstLab" in [rij.cells[0].text for rij in overige.rows]
    markdown = (tmp_path / "advies.md").read_text()
    assert [f"{'#' * int(stijl[-1])} {tekst}" for stijl, tekst in koppen] == [
        regel for regel in markdown.splitlines() if regel.startswith("#")
    ]


def test_vijandige_tekst_in_een_toets_blijft_tekst(lpi: Lpi, tmp_path: Path, keuze: Path) -> None:
    zichtbaar = VIJANDIG[VIJANDIG.index("[red]") :]
    (tmp_path / "t.yaml").write_text(yaml.safe_dump({"naam": zichtbaar, "antwoorden": {"hiaat": "ja"}}))
    for naam in ("a.html", "a.md", "a.docx"):
        opdracht = ("rapport", "--keuze", "keuze.yaml", "--deelnemers", "9", "--toets", "t.yaml")
        assert lpi(*opdracht, "--uit", naam, map_=tmp_path).status == 0
    pagina = (tmp_path / "a.html").read_text()
    assert html.escape(zichtbaar, quote=False) in pagina
    assert "<script>" not in pagina
    markdown = (tmp_path / "a.md").read_text()
    assert "<script>" not in markdown
    assert "\\[klik\\](javascript" in markdown
    document = Document(tmp_path / "a.docx")
    assert any(zichtbaar in alinea.text for alinea in document.paragraphs)
    assert not any("javascript" in relatie.target_ref for relatie in document.part.rels.values())


# --- bad input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        ("", ["keuze.yaml:1: is leeg; maak het met: lpi kies --opslaan vraag.yaml"]),
        (
            "[a]\n",
            ["keuze.yaml:1: begin elke regel met een veld en een dubbele punt, zoals leeftijd: 12-18"],
        ),
        (
            "leeftyd: [x]\ndoel: [klagten]\nvorm: {a: b}\n",
            [
                "keuze.yaml:1: leeftyd: is geen bekend veld; bedoelt u 'leeftijd'?",
                "keuze.yaml:2: doel[1]: 'klagten' ken ik niet; kies uit veerkracht, klachten. "
                "Bedoelt u 'klachten'?",
                "keuze.yaml:3: vorm: schrijf het zo: vorm: […]",
            ],
        ),
        ("leeftijd: 300\n", ["keuze.yaml:1: leeftijd: '300' is geen leeftijd; ten hoogste 120 jaar."]),
        ("doel: [a\n", ["keuze.yaml:2: is geen geldige YAML"]),
    ],
)
def test_een_fout_keuzebestand_noemt_elke_fout(
    lpi: Lpi, tmp_path: Path, inhoud: str, zegt: list[str]
) -> None:
    (tmp_path / "keuze.yaml").write_text(inhoud)
    uitkomst = lpi("rapport", "--keuze", "keuze.yaml", "--deelnemers", "5", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    regels = uitkomst.stderr.splitlines()
    assert len(regels) == len(zegt)
    for regel, begin in zip(regels, zegt, strict=True):
        assert regel.startswith(begin)


@pytest.mark.parametrize(
    "inhoud", ["vorm: groep\nleeftijd: 15\ndoel:\n", "{vorm: [groep], leeftijd: ['15']}"]
)
def test_een_keuzebestand_mag_met_de_hand_geschreven_zijn(lpi: Lpi, tmp_path: Path, inhoud: str) -> None:
    (tmp_path / "keuze.yaml").write_text(inhoud)
    notitie = lpi("rapport", "--keuze", "keuze.yaml", "--formaat", "json", map_=tmp_path).json
    assert notitie["antwoorden"] == {"leeftijd": ["15"], "doel": [], "vorm": ["groep"]}


def test_wat_kies_bewaart_leest_rapport(lpi: Lpi, tmp_path: Path) -> None:
    lpi("kies", "--leeftijd", "12 t/m 18", "--vorm", "maakt niet uit", "--opslaan", "k.yaml", map_=tmp_path)
    notitie = lpi("rapport", "--keuze", "k.yaml", "--formaat", "json", map_=tmp_path).json
    assert notitie["antwoorden"] == {"leeftijd": ["12-18"], "doel": [], "vorm": []}


@pytest.mark.parametrize(
    ("argumenten", "status", "zegt"),
    [
        ((), 2, "lpi kies --opslaan vraag.yaml"),
        (("--keuze", "weg.yaml"), 1, "weg.yaml: kan niet worden gelezen: bestaat niet"),
        (("--interventie", "bamboe"), 2, "Bedoelt u 'bamboo'?"),
        (
            ("--keuze", "keuze.yaml", "--keuze", "twee.yaml"),
            2,
            "De optie --keuze kan maar één keer",
        ),
        (("--keuze", "keuze.yaml", "--budget", "9000"), 2, "Geef bij --budget ook --deelnemers"),
        (
            ("--interventie", "mosaic", "--uurtarief", "60", "--groepsgrootte", "8"),
            2,
            "Geef bij --uurtarief en --groepsgrootte ook --deelnemers",
        ),
        (("--keuze", "keuze.yaml", "--deelnemers", "0"), 2, "--deelnemers: '0' kan niet"),
        (("--keuze", "keuze.yaml", "--uit", "weg/advies.html"), 1, "de map weg bestaat niet"),
        (("--keuze", "keuze.yaml", "--uit", "keuze.yaml"), 2, "bestaat al"),
        (("--keuze", "keuze.yaml", "--formaat", "docx"), 2, "--uit bestand.docx"),
        (("--keuze", "keuze.yaml", "--toets", "weg.yaml"), 1, "weg.yaml: kan niet worden gelezen"),
        (
            (
                *(
                    d
                    for i in [
                        "bamboo",
                        "mindfit",
                        "mosaic",
                        "ease",
                        "go-win",
                        "7roses",
                        "less-stress",
                        "pm-plus",
                        "kunstlab",
                    ]
                    for d in ("--interventie", i)
                ),
            ),
            2,
            "ten hoogste 8 interventies; u gaf er 9",
        ),
    ],
)
def test_verkeerd_gebruik_is_een_regel(
    lpi: Lpi, tmp_path: Path, keuze: Path, argumenten: tuple[str, ...], status: int, zegt: str
) -> None:
    uitkomst = lpi("rapport", *argumenten, map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (status, "")
    assert zegt in uitkomst.stderr.splitlines()[-1]
    assert list(tmp_path.iterdir()) == [keuze]


# --- in a terminal --------------------------------------------------------------------


def test_wat_ontbreekt_wordt_gevraagd(tmp_path: Path) -> None:
    scherm = Terminal("rapport", map_=tmp_path)
    for vraag, antwoord in (("Vraag 1 van 3", "1"), ("Vraag 2 van 3", ""), ("Vraag 3 van 3", "")):
        scherm.wacht_op(vraag)
        scherm.typ(*antwoord, ENTER)
    scherm.wacht_op("Voor hoeveel mensen?")
    scherm.typ("veel", ENTER)
    scherm.wacht_op("'veel' kan niet; geef een heel getal")
    scherm.typ("12", ENTER)
    scherm.wacht_op("advies.html")
    scherm.typ(ENTER)
    scherm.wacht_op("Bewaard: advies.html")
    assert scherm.einde() == 0
    pagina = (tmp_path / "advies.html").read_text()
    assert "volwassenen (18 jaar en ouder)" in pagina
    assert "past bij 12 mensen" in pagina


def test_een_plek_die_niet_kan_wordt_opnieuw_gevraagd(tmp_path: Path, keuze: Path) -> None:
    scherm = Terminal("rapport", "--keuze", "keuze.yaml", "--deelnemers", "9", map_=tmp_path)
    scherm.wacht_op("Waar bewaren")
    scherm.typ("keuze.yaml", ENTER)
    scherm.wacht_op("bestaat al")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130
    assert list(tmp_path.iterdir()) == [keuze]


def test_met_alles_gegeven_wordt_niets_gevraagd(tmp_path: Path, keuze: Path) -> None:
    opdracht = ("rapport", "--keuze", "keuze.yaml", "--deelnemers", "9", "--uit", "a.md")
    scherm = Terminal(*opdracht, map_=tmp_path)
    assert scherm.einde() == 0
    assert scherm.tekst == "Bewaard: a.md"


def test_een_eigen_toets_staat_er_met_antwoorden_en_toelichting_in(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "toets.yaml").write_text(
        "naam: Wandelgroep\nantwoorden: {hiaat: ja, opgeleid: nee}\ntoelichting: {hiaat: Sociale kaart 2026}\n"
    )
    notitie = lpi("rapport", "--interventie", "mosaic", "--toets", "toets.yaml", map_=tmp_path).stdout
    assert "ja. Sociale kaart 2026" in " ".join(notitie.split())
