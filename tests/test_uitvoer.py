"""Every command in every format, to the screen and to a file, on any terminal."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli import BEGIN, COMMANDOS
from lpi_cli.kern.zoek import zoek
from lpi_cli.weergave.beeld import Alinea, Beeld, Scherm, Tabel, Tabelkolom
from lpi_cli.weergave.formaat import formaat
from lpi_cli.weergave.zoek import zoekbeeld
from tests.conftest import BUFFERS, VANDAAG, Lpi
from tests.terminal import Terminal

OPDRACHTEN = {
    "lijst": ("lijst",),
    "zoek": ("zoek", "--leeftijd", "12-18", "--taal", "ar"),
    "toon": ("toon", "mind-spring", "--bronnen"),
    "kies": ("kies", "--leeftijd", "volwassenen", "--doel", "klachten", "--vorm", "groep"),
}


HEEL = re.compile(r" *(- )?(https?://\S+|lpi .+|\S+@\S+)")
"""A line with nothing but what one copies: an address or a command."""


@pytest.mark.parametrize("opdracht", OPDRACHTEN.values(), ids=OPDRACHTEN)
@pytest.mark.parametrize("naam", ["tabel", "json", "csv", "markdown"])
def test_elk_commando_in_elk_formaat(lpi: Lpi, opdracht: tuple[str, ...], naam: str) -> None:
    uitkomst = lpi(*opdracht, "--formaat", naam)
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert "mind-spring" in uitkomst.stdout
    match naam:
        case "json":
            json.loads(uitkomst.stdout)
        case "csv":
            rijen = list(csv.reader(io.StringIO(uitkomst.stdout)))
            assert {len(rij) for rij in rijen} == {len(rijen[0])}
            assert rijen[0][0] == "id"
        case "markdown":
            assert "\x1b" not in uitkomst.stdout


@pytest.mark.parametrize(
    ("naam", "gemaakt"),
    {"tabel": "blokken", "markdown": "blokken", "json": "gegevens", "csv": "rijen"}.items(),
)
def test_een_formaat_maakt_alleen_wat_het_toont(naam: str, gemaakt: str) -> None:
    """Most of the work of a command is for one form; the others would make it slower for nothing."""
    gevraagd = []

    def onthoud(wat: str, inhoud):
        gevraagd.append(wat)
        return inhoud

    beeld = Beeld(
        lambda: onthoud("blokken", [Alinea("a")]),
        lambda: onthoud("gegevens", {}),
        ("a",),
        lambda: onthoud("rijen", [("a",)]),
    )
    formaat(naam).render(beeld, Scherm())
    assert gevraagd == [gemaakt]


def test_zoeken_maakt_voor_json_geen_scherm(catalogus: Catalogus, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_: object) -> None:
        raise AssertionError("only JSON was asked for")

    monkeypatch.setattr("lpi_cli.weergave.zoek._blokken", weiger)
    monkeypatch.setattr("lpi_cli.weergave.zoek.antwoordrijen", weiger)
    beeld = zoekbeeld(zoek(catalogus, {"leeftijd": ["12-18"]}, VANDAAG), catalogus)
    assert b'"bamboo"' in formaat("json").render(beeld, Scherm())


def test_een_tab_in_een_cel_verschuift_geen_kolommen() -> None:
    tabel = Tabel([Tabelkolom("een"), Tabelkolom("twee")], [["a\tb", "x"]])
    beeld = Beeld(lambda: [tabel], dict, (), tuple)
    assert formaat("tabel").render(beeld, Scherm()).decode().splitlines() == ["een  twee", "a b  x"]


@pytest.mark.parametrize("opdracht", OPDRACHTEN.values(), ids=OPDRACHTEN)
@pytest.mark.parametrize("extensie", [".txt", ".json", ".csv", ".md", ".xlsx"])
def test_bewaren_kiest_het_formaat_uit_de_naam(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...], extensie: str
) -> None:
    bestand = tmp_path / f"uit{extensie}"
    uitkomst = lpi(*opdracht, "--uit", str(bestand))
    assert (uitkomst.status, uitkomst.stdout) == (0, "")
    assert str(bestand) in uitkomst.stderr
    if extensie == ".xlsx":
        from openpyxl import load_workbook

        waarden = [cel for rij in load_workbook(bestand).active.iter_rows(values_only=True) for cel in rij]
        assert "mind-spring" in waarden
    else:
        assert "mind-spring" in bestand.read_text()


def test_een_bestaand_bestand_wordt_niet_ongevraagd_vervangen(lpi: Lpi, tmp_path: Path) -> None:
    bestand = tmp_path / "lijst.csv"
    bestand.write_text("van mij")
    geweigerd = lpi("lijst", "--uit", str(bestand))
    assert (geweigerd.status, bestand.read_text()) == (2, "van mij")
    assert "--overschrijf" in geweigerd.stderr
    assert lpi("lijst", "--uit", str(bestand), "--overschrijf").status == 0
    assert bestand.read_text().startswith('\ufeff"Code";"Naam"')
    assert list(tmp_path.iterdir()) == [bestand], "no temporary file is left"


@pytest.mark.parametrize(
    ("argumenten", "status", "zegt"),
    [
        (("--uit", "weg/lijst.csv"), 1, "de map weg bestaat niet"),
        (("--uit", "."), 2, "is een map"),
        (("--uit", "lijst.pdf"), 2, ".md, .markdown, .html, .htm, .docx, .xlsx"),
        (("--uit", "lijst.csv", "--formaat", "json"), 2, "spreken elkaar tegen"),
        (("--formaat", "xlsx"), 2, "--uit bestand.xlsx"),
        (("--sorteer", "kleur"), 2, "kies uit id, naam, leeftijd, kosten, bewijs"),
        (("--groepeer", "vrom"), 2, "Bedoelt u 'vorm'?"),
        (("extra",), 2, "'extra' is hier te veel."),
    ],
)
def test_verkeerde_uitvoer_is_een_regel(
    lpi: Lpi, tmp_path: Path, argumenten: tuple[str, ...], status: int, zegt: str
) -> None:
    uitkomst = lpi("lijst", *argumenten, map_=tmp_path)
    assert uitkomst.status == status
    assert zegt in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1


def test_lijst_json_volgt_het_contract(lpi: Lpi) -> None:
    lijst = lpi("lijst", "--formaat", "json").json
    assert len(lijst) == 39
    assert sum(regel["voorselectie"] for regel in lijst) == 5
    velden = [
        "id",
        "naam",
        "organisatie",
        "soort",
        "voorselectie",
        "leeftijd",
        "vorm",
        "doel",
        "bewijs",
        "kosten",
    ]
    assert all(list(regel) == velden for regel in lijst)
    bamboo = next(regel for regel in lijst if regel["id"] == "bamboo")
    assert {"van": 6, "tot": 12} in bamboo["leeftijd"]
    mosaic = next(regel for regel in lijst if regel["id"] == "mosaic")
    assert mosaic["kosten"] == {
        "status": "bekend",
        "bedrag": {"van": 11286, "tot": 11286},
        "eenheid": "groep",
    }


def test_toon_json_heeft_voor_elk_precies_de_velden_van_het_contract(lpi: Lpi, catalogus: Catalogus) -> None:
    kaarten = lpi("toon", *[i.id for i in catalogus.interventies], "--formaat", "json").json
    assert len(kaarten) == 39
    for kaart in kaarten:
        assert list(kaart) == list(Interventie._fields)
    een = lpi("toon", "less-stress", "--formaat", "json").json
    assert een["id"] == "less-stress"
    assert een["varianten"][0]["bijeenkomsten"]["duur_uren"] == {"van": 2, "tot": 2}


@pytest.mark.parametrize("gezocht", ["mind-spring", "Mind-Spring", "mind spring", "MINDSPRING", "mind-spr"])
def test_toon_verstaat_namen_en_delen_van_namen(lpi: Lpi, gezocht: str) -> None:
    assert lpi("toon", gezocht).stdout.startswith("Mind-Spring (mind-spring ★)")


@pytest.mark.parametrize(
    ("gezocht", "zegt"),
    [
        ("bamboe", "Bedoelt u 'bamboo'?"),
        ("mind", "kies uit mind-spring, mindfit, mindpower"),
        ("qqqq", "lpi lijst"),
        ("", "lpi lijst"),
    ],
)
def test_toon_wijst_de_weg_bij_een_onbekende_naam(lpi: Lpi, gezocht: str, zegt: str) -> None:
    uitkomst = lpi("toon", gezocht)
    assert (uitkomst.status, zegt in uitkomst.stderr) == (2, True)


def test_toon_met_bronnen_noemt_bron_en_verschillen(lpi: Lpi) -> None:
    zonder, met = lpi("toon", "mindfit").stdout, lpi("toon", "mindfit", "--bronnen").stdout
    assert "[gids-2025]" in met
    assert "6.200" in met
    assert "[gids-2025]" not in zonder
    assert "lpi toon mindfit --bronnen" in zonder


def test_wat_niet_gepubliceerd_is_staat_er_ook_zo(lpi: Lpi) -> None:
    kaart = lpi("toon", "avres-avanti").stdout
    assert "niet gepubliceerd" in kaart


def test_sorteren_zet_onbekend_nooit_vooraan(lpi: Lpi) -> None:
    kosten = [
        regel["kosten"]["status"] for regel in lpi("lijst", "--sorteer", "kosten", "--formaat", "json").json
    ]
    volgorde = {"kosteloos": 0, "bekend": 1, "deels": 2, "op_aanvraag": 3, None: 4}
    assert kosten == sorted(kosten, key=lambda status: volgorde[status])
    bewijs = [regel["bewijs"] for regel in lpi("lijst", "--sorteer", "bewijs", "--formaat", "json").json]
    bekend = [niveau for niveau in bewijs if niveau]
    assert bekend == ["goed-onderbouwd"] * 3 + ["goed-beschreven"], (
        "the rating of a wider programme is not theirs, nor that of one variant of the whole"
    )
    assert bewijs == bekend + [None] * (len(bewijs) - len(bekend))


@pytest.mark.parametrize("groep", ["leeftijd", "doel", "vorm", "organisatie", "soort"])
def test_groeperen_laat_niets_weg(lpi: Lpi, catalogus: Catalogus, groep: str) -> None:
    tekst = lpi("lijst", "--groepeer", groep, COLUMNS="120").stdout
    assert all(interventie.id in tekst for interventie in catalogus.interventies)


@pytest.mark.parametrize("breedte", [80, 100, 160])
@pytest.mark.parametrize(
    ("volgorde", "kolom"), [("bewijs", "erkenning"), ("naam", "naam"), ("kosten,bewijs", "erkenning")]
)
def test_de_kolom_waarop_is_gesorteerd_is_te_zien(lpi: Lpi, breedte: int, volgorde: str, kolom: str) -> None:
    tekst = lpi("lijst", "--sorteer", volgorde, COLUMNS=str(breedte)).stdout
    (koppen,) = [regel.split() for regel in tekst.splitlines() if regel.startswith("id ")]
    assert kolom in koppen
    if volgorde.startswith("kosten"):
        assert "kosten" in koppen


def test_een_volgorde_die_uitleg_vraagt_krijgt_die(lpi: Lpi) -> None:
    kosten = " ".join(lpi("lijst", "--sorteer", "kosten").stdout.split())
    assert "de eenheden verschillen. Reken uit met: lpi kosten --deelnemers N" in kosten
    assert "hoogste erkenning eerst" in lpi("lijst", "--sorteer", "bewijs").stdout
    gewoon = lpi("lijst").stdout
    assert "eenheden verschillen" not in gewoon
    assert "erkenning eerst" not in gewoon


def _groepskoppen(tekst: str) -> list[str]:
    return [regel.rpartition(" (")[0] for regel in tekst.splitlines() if re.search(r"\(\d+\)$", regel)]


def test_groepen_staan_in_de_volgorde_van_de_woorden(lpi: Lpi, catalogus: Catalogus) -> None:
    leeftijd, doel = catalogus.keuzehulp.vragen[0], catalogus.begrippen["doel"]
    per_leeftijd = _groepskoppen(lpi("lijst", "--groepeer", "leeftijd").stdout)
    assert per_leeftijd == [*(a.naam for a in leeftijd.antwoorden), "leeftijd niet gepubliceerd"]
    assert _groepskoppen(lpi("lijst", "--groepeer", "doel").stdout) == [b.naam for b in doel.values()]
    vorm = _groepskoppen(lpi("lijst", "--groepeer", "vorm", "--sorteer", "kosten").stdout)
    assert vorm == ["individueel", "groep", "vorm niet gepubliceerd"]
    organisaties = _groepskoppen(lpi("lijst", "--groepeer", "organisatie", COLUMNS="200").stdout)
    assert len(organisaties) > 20
    assert organisaties == sorted(organisaties, key=vlak)


@pytest.mark.parametrize("breedte", [80, 120])
def test_kolommen_zijn_in_elke_groep_even_breed(lpi: Lpi, breedte: int) -> None:
    tekst = lpi("lijst", "--groepeer", "leeftijd", COLUMNS=str(breedte)).stdout
    koppen = {regel for regel in tekst.splitlines() if regel.startswith("id ")}
    assert len(koppen) == 1


@pytest.mark.parametrize("opdracht", OPDRACHTEN.values(), ids=OPDRACHTEN)
@pytest.mark.parametrize("breedte", [40, 80, 120])
def test_niets_is_breder_dan_het_scherm_en_ids_blijven_heel(
    lpi: Lpi, catalogus: Catalogus, opdracht: tuple[str, ...], breedte: int
) -> None:
    tekst = lpi(*opdracht, COLUMNS=str(breedte)).stdout
    te_breed = [regel for regel in tekst.splitlines() if len(regel) > breedte]
    assert [regel for regel in te_breed if not HEEL.fullmatch(regel)] == [], (
        "only what one copies may be wider"
    )
    if opdracht[0] == "lijst":
        assert all(interventie.id in tekst for interventie in catalogus.interventies)


@pytest.mark.parametrize("breedte", [30, 40, 80])
def test_een_opdracht_en_een_webadres_zijn_in_een_keer_te_kopieren(
    lpi: Lpi, catalogus: Catalogus, breedte: int
) -> None:
    kolommen = str(breedte)
    verder = lpi("kies", "--leeftijd", "volwassenen", "--doel", "klachten", COLUMNS=kolommen).stdout
    regels = [regel.rpartition(": ")[2].removeprefix("  ") for regel in verder.splitlines()]
    assert "lpi kosten bamboo --deelnemers 20 --leeftijd volwassenen --doel klachten" in regels
    assert "lpi uitleg aanbod-in-de-buurt" in regels
    verwijzing = catalogus.uitleg["verder-lezen"].verwijzingen[0]
    assert verwijzing.url in lpi("uitleg", "verder-lezen", COLUMNS=kolommen).stdout
    school = lpi("toon", "teamup-school", COLUMNS=kolommen).stdout
    adressen = [
        web for i in catalogus.interventies if i.id == "teamup-school" for web in i.contact[0].website
    ]
    assert adressen
    assert all(adres in school for adres in adressen)


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("Lees een onderwerp: lpi uitleg tolken. Meer", ["Lees een onderwerp:", "lpi uitleg tolken.", "Meer"]),
        ("Alles ziet u met lpi toets en de naam van een bestand.", ["Alles ziet u met", "lpi toets en de naam", "van een bestand."]),
        ("lpi kosten bamboo --deelnemers 20", ["lpi kosten bamboo --deelnemers 20"]),
        ("Tolken inzetten (lpi uitleg tolken)", ["Tolken inzetten", "(lpi uitleg tolken)"]),
        ("★ = gekozen. - = niet bekend", ["★ = gekozen.", "- = niet bekend"]),
        ("een lang_woord_zonder_spaties_erin", ["een", "lang_woord_zonder_sp", "aties_erin"]),
    ],
)  # fmt: skip
def test_een_regel_breekt_niet_in_een_opdracht(tekst: str, regels: list[str]) -> None:
    beeld = Beeld(lambda: [Alinea(tekst)], dict, (), tuple)
    assert formaat("tabel").render(beeld, Scherm(20)).decode().splitlines() == regels


def test_een_korte_kolom_krijgt_het_eerst_ruimte() -> None:
    tabel = Tabel(
        [Tabelkolom("naam"), Tabelkolom("noot", minstens=5)],
        [["een heel lange naam van een variant", "1, 2, 13, 14"]],
    )
    beeld = Beeld(lambda: [tabel], dict, (), tuple)
    regels = formaat("tabel").render(beeld, Scherm(32)).decode().splitlines()
    assert regels[1].endswith("  1, 2, 13, 14")


def test_een_telefoonnummer_blijft_op_een_regel(lpi: Lpi, catalogus: Catalogus) -> None:
    met = [i for i in catalogus.interventies if any(c.telefoon for c in i.contact)]
    nummers = {nummer for i in met for c in i.contact for nummer in c.telefoon}
    tekst = lpi("toon", *(i.id for i in met), COLUMNS="30").stdout
    genoemd = [nummer for nummer in nummers if "".join(nummer.split()) in "".join(tekst.split())]
    assert len(genoemd) > 10
    assert [nummer for nummer in genoemd if nummer not in tekst] == []


@pytest.mark.parametrize("omgeving", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_in_een_pijp_staat_geen_kleur(lpi: Lpi, omgeving: dict[str, str]) -> None:
    assert "\x1b" not in lpi("lijst", **omgeving).stdout


@pytest.mark.parametrize("codering", ["ascii", "latin-1"])
def test_een_scherm_zonder_utf8_krijgt_leesbare_tekst(lpi: Lpi, codering: str) -> None:
    uitkomst = lpi("lijst", PYTHONUTF8="0", PYTHONIOENCODING=codering)
    assert uitkomst.status == 0
    assert "bamboo *" in uitkomst.stdout
    assert "EUR 11.286 per groep" in " ".join(uitkomst.stdout.split())
    naast_elkaar = lpi("vergelijk", "mindfit", "mosaic", PYTHONUTF8="0", PYTHONIOENCODING=codering).stdout
    assert "kosten ! " in naast_elkaar, "the sign of a difference does not become that of the same"
    fout = lpi("zoek", "--taal", "klingon", PYTHONUTF8="0", PYTHONIOENCODING=codering)
    assert fout.status == 2


@pytest.mark.parametrize(
    "opdracht",
    [
        *(("toon", "bamboo", "--formaat", naam) for naam in ("json", "csv", "markdown", "html")),
        ("toets", "--sjabloon", "--doelgroep", "Oekraïners"),
    ],
    ids=" ".join,
)
def test_gegevens_in_een_pijp_zijn_overal_dezelfde(lpi: Lpi, opdracht: tuple[str, ...]) -> None:
    """What another program reads may not depend on the language of the computer that made it."""
    elders = lpi(*opdracht, PYTHONIOENCODING="latin-1")
    assert elders.stdout.encode("latin-1").decode() == lpi(*opdracht).stdout
    assert elders.stdout != lpi(*opdracht).stdout, "there are signs in it that differ"


def test_een_sjabloon_uit_een_windowsvenster_is_te_lezen(tmp_path: Path) -> None:
    omgeving = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    basis = [sys.executable, "-m", "lpi_cli", "toets"]
    with (tmp_path / "x.yaml").open("wb") as bestand:
        subprocess.run(
            [*basis, "--sjabloon", "--doelgroep", "Oekraïners"], stdout=bestand, env=omgeving, check=True
        )
    tekst = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    (tmp_path / "x.yaml").write_text(tekst.replace("naam: ", "naam: Één ", 1), encoding="utf-8")
    opdracht = [*basis, "x.yaml", "--formaat", "json"]
    klaar = subprocess.run(opdracht, cwd=tmp_path, env=omgeving, capture_output=True, check=True)
    assert json.loads(klaar.stdout)["doelgroep"] == "Oekraïners"


def test_op_een_terminal_zonder_utf8_zijn_ook_gegevens_leesbaar() -> None:
    opdracht = ("uitleg", "financiering", "--formaat", "json")
    scherm = Terminal(*opdracht, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert scherm.einde() == 0
    assert scherm.toont("Oekraiense ontheemden")


def test_een_melding_zonder_utf8_is_leesbaar(lpi: Lpi) -> None:
    fout = lpi("zoek", "--taal", "Oekraïns€", PYTHONIOENCODING="ascii").stderr
    assert "OekrainsEUR" in fout


@pytest.mark.parametrize("buffer", BUFFERS.values(), ids=BUFFERS)
def test_een_gesloten_pijp_eindigt_stil(catalogus: Catalogus, buffer: str) -> None:
    """The answer is far more than a pipe holds, so that it is closed before all is written."""
    alle = " ".join(interventie.id for interventie in catalogus.interventies)
    opdracht = f"{sys.executable} -m lpi_cli toon {alle} --formaat json | head -c 10"
    klaar = subprocess.run(
        ["bash", "-o", "pipefail", "-c", opdracht],
        env={**os.environ, "PYTHONUNBUFFERED": buffer},
        capture_output=True,
        check=False,
    )
    assert (klaar.returncode, klaar.stderr) == (130, b"")


@pytest.mark.parametrize("buffer", BUFFERS.values(), ids=BUFFERS)
@pytest.mark.parametrize("opdracht", [("--help",), ("catalogus",), ("--version",)], ids=" ".join)
def test_ook_hulp_in_een_gesloten_pijp_eindigt_stil(opdracht: tuple[str, ...], buffer: str) -> None:
    lezen, schrijven = os.pipe()
    os.close(lezen)
    klaar = subprocess.run(
        [sys.executable, "-m", "lpi_cli", *opdracht],
        env={**os.environ, "PYTHONUNBUFFERED": buffer},
        stdout=schrijven,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(schrijven)
    assert (klaar.returncode, klaar.stderr) == (130, b"")


@pytest.mark.parametrize(
    "opdracht", [(), ("--help",), ("kies", "--help"), ("zoek", "--help"), ("toon", "--help")]
)
def test_start_en_hulp_zijn_nederlands_en_hebben_voorbeelden(lpi: Lpi, opdracht: tuple[str, ...]) -> None:
    uitkomst = lpi(*opdracht)
    assert uitkomst.status == 0
    for engels in ("Usage", "Options", "Commands", "Show this", "default", "Arguments"):
        assert engels not in uitkomst.stdout
    assert uitkomst.stdout.count("lpi ") >= 3


@pytest.mark.parametrize("breedte", [40, 60, 80, 200])
def test_het_startscherm_past_op_elk_scherm(lpi: Lpi, breedte: int) -> None:
    tekst = lpi(COLUMNS=str(breedte)).stdout
    regels = tekst.splitlines()
    te_breed = [regel for regel in regels if len(regel) > breedte]
    assert all(regel.strip() in BEGIN for regel in te_breed), "only a command to copy may be wider"
    assert all(opdracht in tekst for opdracht in BEGIN)
    assert all(uitleg in " ".join(tekst.split()) for uitleg in COMMANDOS.values()), "no word is broken"
    if breedte >= 80:
        assert len(regels) <= 22
        assert [regel for regel in regels if regel.startswith("      ")] == [], "each command has one line"


@pytest.mark.parametrize(
    ("opdracht", "titel"),
    [
        (("kosten", "--deelnemers", "15"), "Kosten voor 15 deelnemers"),
        (
            ("zoek", "--leeftijd", "12-18", "--taal", "uk"),
            "5 interventies voor leeftijd 12-18 jaar en taal Oekraïens",
        ),
        (("zoek", "sprookjeskasteel"), "Niets gevonden voor &#34;sprookjeskasteel&#34;"),
        (("vergelijk", "mindfit", "mosaic"), "MindFit en Mosaic vergeleken"),
        (("toon", "bamboo"), "BAMBOO (bamboo ★)"),
        (("toon", "mindfit", "mosaic"), "MindFit en Mosaic"),
        (("uitleg", "tolken"), "Tolken inzetten en betalen"),
    ],
)
def test_een_pagina_heet_naar_wat_is_gevraagd(lpi: Lpi, opdracht: tuple[str, ...], titel: str) -> None:
    pagina = lpi(*opdracht, "--formaat", "html").stdout
    assert re.findall("<title>(.*)</title>", pagina) == [titel]
    assert re.findall("<h1>(.*)</h1>", pagina) == [titel], "and it is the only heading of the first level"
    assert f"{titel}</p>" not in pagina
    assert f'"nadruk">{titel}' not in pagina, "nor said twice"


def test_een_bedrag_breekt_niet_af_op_een_pagina(lpi: Lpi) -> None:
    for opdracht in (("kosten", "--deelnemers", "15"), ("toon", "mindfit"), ("lijst",)):
        pagina = lpi(*opdracht, "--formaat", "html").stdout
        assert "€\u00a0" in pagina
        assert "€ " not in pagina
    assert "≥\u00a0€\u00a0" in lpi("kosten", "--deelnemers", "15", "--formaat", "html").stdout


def test_versie(lpi: Lpi) -> None:
    from lpi_cli import __version__

    assert lpi("--version").stdout == f"lpi {__version__}, catalogus 1.0.0 van 28 november 2026\n"


def test_onder_elk_document_staat_welke_catalogus_het_was(lpi: Lpi, tmp_path: Path) -> None:
    versie = lpi("--version").stdout.strip()
    for naam in ("a.html", "a.docx", "a.xlsx"):
        assert lpi("toon", "bamboo", "--uit", naam, map_=tmp_path).status == 0
    assert f'<footer class="zacht">{versie}</footer>' in (tmp_path / "a.html").read_text()
    with ZipFile(tmp_path / "a.docx") as docx:
        assert any(versie in docx.read(deel).decode() for deel in docx.namelist() if "footer" in deel)
    with ZipFile(tmp_path / "a.xlsx") as xlsx:
        assert f"<oddFooter>&amp;L{versie}" in xlsx.read("xl/worksheets/sheet1.xml").decode()
        assert versie in xlsx.read("docProps/core.xml").decode()
    memo = ("rapport", "--interventie", "bamboo", "--formaat", "markdown")
    assert f"Gemaakt met {versie}" in lpi(*memo).stdout.replace("\\", "")
    lpi("web", "--uit", "pagina", map_=tmp_path)
    assert f"met {versie}" in (tmp_path / "pagina" / "index.html").read_text()


@pytest.mark.parametrize("versie", ["2025", "1.0", "v1.0.0", "één"])
def test_een_versie_van_de_catalogus_heeft_drie_getallen(lpi: Lpi, hele: Path, versie: str) -> None:
    bestand = hele / "catalogus.yaml"
    bestand.write_text(bestand.read_text().replace("versie: 1.0.0", f"versie: '{versie}'"))
    uitkomst = lpi("catalogus", "controleer", str(hele))
    assert uitkomst.status == 1
    assert uitkomst.stderr.endswith("is geen versie; schrijf haar zoals 1.0.0\n")
    assert "catalogus.yaml:" in uitkomst.stderr


def test_een_opdracht_in_een_melding_blijft_heel_op_een_smal_scherm(tmp_path: Path) -> None:
    mens = Terminal("catalogus", "sjabloon", "--uit", "leeg.xlsx", breedte=40, map_=tmp_path)
    assert mens.einde() == 0
    assert "lpi catalogus lees leeg.xlsx mijn-regio" in mens.tekst.splitlines()
