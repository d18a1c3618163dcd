"""An own catalogue next to the bundled one: it takes part everywhere, and says so."""

import csv
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lpi_cli.catalogus import laad
from lpi_cli.catalogus.cache import GROFSTE_KLOK, _staat, via_cache
from lpi_cli.catalogus.eigen import Eigen, controleer_eigen
from lpi_cli.catalogus.gereed import Gereed, schrijf_delen
from tests.conftest import CHECKOUT, Lpi, Uitkomst

MOSAIC = (CHECKOUT / "catalog" / "interventies" / "mosaic.yaml").read_text()
BRON = "{titel: Sociale kaart, jaar: 2025, datum: maart 2025, omschrijving: Lijst van aanbod.}"
PRIJS = """\
vult_aan: mindfit
regio: {plaatsen: [Enschede]}
kosten:
  - soort: uitvoering
    variant: groep
    bedrag: {van: 5000, tot: 5000}
    eenheid: groep
    prijspeil: 2025
    bron: sociale-kaart
contact:
  - organisatie: GGD Twente
    email: [twente@example.org]
bronnen:
  - {bron: sociale-kaart, plaats: blad 2}
"""

Schrijf = Callable[..., Path]


def eigen_interventie(id_: str, **velden: str) -> str:
    """A whole intervention: that of Mosaic with another id, and other lines for some fields."""
    velden = {"id": id_, "naam": id_.title(), **velden}
    return "".join(
        f"{veld}: {velden[veld]}\n" if (veld := regel.partition(":")[0]) in velden else regel
        for regel in MOSAIC.splitlines(keepends=True)
    )


@pytest.fixture
def twente(tmp_path: Path) -> Path:
    """An own catalogue with an intervention, a supplement, a source and words."""
    return schrijf_catalogus(
        tmp_path / "twente",
        {
            "interventies/praatgroep.yaml": eigen_interventie("praatgroep", setting="[gemeente, noaberhuis]"),
            "interventies/mindfit-twente.yaml": PRIJS,
            "bronnen.yaml": f"sociale-kaart: {BRON}\n",
            "begrippen.yaml": "setting:\n  noaberhuis: {naam: noaberhuis, uitleg: Buurthuis in Twente.}\n",
        },
    )


def test_een_eigen_woord_kan_een_taak_hebben(lpi: Lpi, tmp_path: Path) -> None:
    """With that task it is what ``--tolktarief`` pays for."""
    map_ = schrijf_catalogus(
        tmp_path / "twente",
        {
            "interventies/mindfit-twente.yaml": PRIJS.replace(
                "eenheid: groep", "eenheid: groep\n    exclusief: [vertaler]"
            ),
            "bronnen.yaml": f"sociale-kaart: {BRON}\n",
            "begrippen.yaml": "kostenonderdeel:\n  vertaler: {naam: vertaler, uitleg: Spreekt beide talen., taak: tolk}\n",
        },
    )
    opdracht = ("kosten", "mindfit", "--deelnemers", "15", "--catalogus", str(map_), "--formaat", "json")
    zonder, met = (
        next(r for r in lpi(*opdracht, *tarief).json["regels"] if r["bron"] == "sociale-kaart")
        for tarief in ((), ("--tolktarief", "60"))
    )
    assert "tolk niet meegeteld; geef --tolktarief" in zonder["waarschuwingen"]
    assert met["totaal"]["van"] > zonder["totaal"]["van"] == 5000


def test_een_open_lijst_van_talen_sluit_geen_taal_uit(lpi: Lpi, tmp_path: Path) -> None:
    map_ = schrijf_catalogus(
        tmp_path / "twente",
        {
            "interventies/praatgroep.yaml": eigen_interventie("praatgroep", talen="[ar]\ntalen_open: true"),
            "interventies/leesgroep.yaml": eigen_interventie("leesgroep", talen="[ar]"),
        },
    )
    vraag = ("zoek", "--taal", "fr", "--vorm", "groep", "--catalogus", str(map_), "--formaat", "csv")
    oordelen = {rij["id"]: rij["past"] for rij in csv.DictReader(lpi(*vraag).stdout.splitlines())}
    assert (oordelen["praatgroep"], oordelen["leesgroep"]) == ("misschien", "net niet")


@pytest.fixture
def fijne_klok(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that were written just now are old enough to be kept in the cache."""
    monkeypatch.setattr("lpi_cli.catalogus.cache.GROFSTE_KLOK", 0)


def schrijf_catalogus(map_: Path, bestanden: dict[str, str]) -> Path:
    for naam, tekst in bestanden.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_text(tekst)
    return map_


@pytest.mark.parametrize(
    "opdracht",
    [
        ("zoek", "--regio", "Enschede"),
        ("zoek", "--setting", "noaberhuis"),
        ("zoek", "noaberhuis"),
        ("lijst",),
        ("kies", "--leeftijd", "volwassenen", "--doel", "veerkracht", "--vorm", "groep"),
        ("vergelijk", "praatgroep", "mindfit"),
        ("kosten", "praatgroep", "mindfit", "--deelnemers", "20"),
        ("toon", "praatgroep"),
    ],
)
def test_eigen_aanbod_doet_overal_mee_en_is_te_herkennen(
    lpi: Lpi, twente: Path, opdracht: tuple[str, ...]
) -> None:
    ervoor = lpi("--catalogus", str(twente), *opdracht)
    erna = lpi(*opdracht, "--catalogus", str(twente))
    omgeving = lpi(*opdracht, LPI_CATALOGUS=str(twente))
    assert ervoor == erna == omgeving
    assert (ervoor.status, "traceback" in ervoor.stderr.lower()) == (0, False)
    assert "praatgroep ◆" in ervoor.stdout
    tekst = " ".join(ervoor.stdout.split())
    assert "◆ = uit uw eigen catalogus" in tekst or "◆ Uit uw eigen catalogus: twente." in tekst


def test_zonder_eigen_catalogus_is_er_geen_merk(lpi: Lpi) -> None:
    assert "◆" not in lpi("lijst").stdout


def test_toets_kent_eigen_aanbod(lpi: Lpi, twente: Path) -> None:
    assert (
        lpi("toets", "praatgroep", "--catalogus", str(twente), "--formaat", "json").json["naam"]
        == "Praatgroep"
    )


def test_de_pagina_voor_collegas_noemt_eigen_aanbod(lpi: Lpi, twente: Path, tmp_path: Path) -> None:
    assert lpi("web", "--uit", "pagina", "--catalogus", str(twente), map_=tmp_path).status == 0
    pagina = (tmp_path / "pagina" / "index.html").read_text()
    assert "◆ Uit uw eigen catalogus: twente." in pagina
    assert "◆ Aangevuld door uw eigen catalogus twente" in pagina


def test_de_sleutels_van_json_blijven_gelijk(lpi: Lpi, twente: Path) -> None:
    gewoon = lpi("toon", "mindfit", "--formaat", "json").json
    aangevuld = lpi("toon", "mindfit", "--formaat", "json", "--catalogus", str(twente)).json
    assert gewoon.keys() == aangevuld.keys()


def test_een_aanvulling_komt_vooraan_en_zegt_het(lpi: Lpi, twente: Path) -> None:
    kaart = lpi("toon", "mindfit", "--catalogus", str(twente))
    assert "mindfit ★ ◆" in kaart.stdout
    assert "◆ Aangevuld door uw eigen catalogus twente: regio, kosten en contact." in kaart.stdout
    assert "heel Nederland, onder meer Enschede" in kaart.stdout
    assert kaart.stdout.index("€ 5.000 per groep") < kaart.stdout.index("€ 6.805 per groep")
    assert kaart.stdout.index("twente@example.org") < kaart.stdout.index("mindfit@vluchtelingenwerk.nl")
    assert "€ 5.000 per groep" in lpi("zoek", "mindfit", "--catalogus", str(twente)).stdout


def test_een_aanvulling_is_alleen_de_bron_van_wat_zij_aanvult(lpi: Lpi, twente: Path, tmp_path: Path) -> None:
    """Else a reader looks in the price list of a region for what the guide says, or the other way around."""
    vraag = ("catalogus", "bronnen", "mindfit", "--formaat", "json")
    zonder = lpi(*vraag).json
    met = lpi(*vraag, "--catalogus", str(twente)).json
    van_eigen = {feit["feit"]: feit["tekst"] for feit in met if feit["bron"] == "sociale-kaart"}
    assert van_eigen.keys() == {"Regio", "Kosten", "Contact"}
    assert van_eigen["Contact"] == ["GGD Twente, twente@example.org"]
    over = [feit for feit in met if feit["bron"] != "sociale-kaart" and feit["feit"] != "Regio"]
    assert over == [feit for feit in zonder if feit["feit"] != "Regio"]
    # another supplement, with the same contact and one of its own before it
    verder = PRIJS.replace("sociale-kaart", "gids-twente").replace("GGD Twente", "Rijnstate", 1)
    verder = verder.replace(
        "bronnen:\n", "  - {organisatie: GGD Twente, email: [twente@example.org]}\nbronnen:\n"
    )
    bestanden = {"interventies/mindfit.yaml": verder, "bronnen.yaml": f"gids-twente: {BRON}\n"}
    buren = str(schrijf_catalogus(tmp_path / "buren", bestanden))
    per_contact: dict[str, set[str]] = {}
    for feit in lpi(*vraag, "--catalogus", str(twente), "--catalogus", buren).json:
        if feit["feit"] == "Contact":
            per_contact.setdefault(feit["tekst"][0].partition(",")[0], set()).add(feit["bron"])
    assert per_contact.pop("Rijnstate") == {"gids-twente"}
    assert per_contact.pop("GGD Twente") == {"gids-twente", "sociale-kaart"}
    assert set.union(*per_contact.values()) == {feit["bron"] for feit in zonder if feit["feit"] == "Contact"}


@pytest.mark.parametrize(
    "opdracht",
    [
        ("toon", "mindfit"),
        ("kosten", "mindfit", "--deelnemers", "20", "--regio", "Groningen"),
        ("plan", "--groep", "18+:ar=20", "--budget", "20000"),
        ("rapport", "--interventie", "mindfit", "--deelnemers", "20", "--formaat", "markdown"),
    ],
    ids=lambda opdracht: opdracht[0],
)
def test_een_prijs_van_een_plaats_zegt_overal_waar(lpi: Lpi, twente: Path, opdracht: tuple[str, ...]) -> None:
    """Else what one town pays looks like the price for the whole country."""
    tekst = " ".join(lpi(*opdracht, "--catalogus", str(twente)).stdout.split())
    assert re.search("(?i)(€ 5.000 per groep, in|prijs in) Enschede", tekst)
    zonder = lpi("toon", "mindfit", "--catalogus", str(twente), "--formaat", "json").json
    assert [post["plaatsen"] for post in zonder["kosten"]] == [["Enschede"], []]


@pytest.mark.parametrize(("plaats", "past"), [("Enschede", "zeker"), ("Groningen", "vraag"), (None, "vraag")])
def test_in_een_plan_is_een_prijs_van_elders_een_vraag(
    lpi: Lpi, twente: Path, tmp_path: Path, plaats: str | None, past: str
) -> None:
    regio = f", regio: {plaats}" if plaats else ""
    groep = "{naam: a, leeftijd: 18+, doelgroep: statushouder, deelnemers: 12" + regio + "}"
    (tmp_path / "plan.yaml").write_text(f"budget: 9000\ngroepen: [{groep}]\nvast: {{a: mindfit/groep}}\n")
    opdracht = ("plan", str(tmp_path / "plan.yaml"), "--catalogus", str(twente), "--formaat", "json")
    plannen = lpi(*opdracht).json["plannen"]
    regel = plannen[0]["regels"][0]
    assert regel["status"] == past
    gezegd = any("prijs in Enschede; vraag of die hier ook geldt" in str(een) for een in regel["open"])
    assert gezegd is (past == "vraag")


def test_twee_prijzen_van_een_bron_zijn_uit_elkaar_te_houden(lpi: Lpi, twente: Path) -> None:
    """Each had the same name, in the table and in a plan."""
    ander = PRIJS.replace("5000", "6000").replace("Enschede", "Almelo")
    schrijf_catalogus(twente, {"interventies/mindfit-almelo.yaml": ander})
    opdracht = ("kosten", "mindfit", "--deelnemers", "15", "--catalogus", str(twente), "--formaat", "json")
    namen = {regel["omschrijving"]: regel["totaal"]["van"] for regel in lpi(*opdracht).json["regels"]}
    assert namen["per groep in Almelo (sociale-kaart)"] == 6000
    assert namen["per groep in Enschede (sociale-kaart)"] == 5000


def test_een_bestand_met_een_bekend_id_vervangt_en_zegt_het(lpi: Lpi, tmp_path: Path) -> None:
    eigen = schrijf_catalogus(
        tmp_path / "regio", {"interventies/ease.yaml": eigen_interventie("ease", naam="Ease bij ons")}
    )
    kaart = lpi("toon", "ease", "--catalogus", str(eigen)).stdout
    assert "Ease bij ons (ease ◆)" in kaart
    assert "◆ Vervangen door uw eigen catalogus regio" in " ".join(kaart.split())
    assert lpi("lijst", "--catalogus", str(eigen), "--formaat", "csv").stdout.count('\n"ease",') == 1


def test_een_eigen_interventie_zonder_doel_zegt_dat_het_niet_gepubliceerd_is(
    lpi: Lpi, tmp_path: Path
) -> None:
    lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path)
    kaart = lpi("toon", "praatgroep", "--catalogus", "regio", map_=tmp_path).stdout
    assert re.search(r"^Doel +- niet gepubliceerd$", kaart, re.MULTILINE)
    assert "onze indeling" not in kaart


def test_een_volgende_map_vult_een_eerdere_aan(lpi: Lpi, twente: Path, tmp_path: Path) -> None:
    stad = schrijf_catalogus(
        tmp_path / "stad",
        {"interventies/extra.yaml": "vult_aan: praatgroep\naandachtspunten: [Alleen in de stad.]\n"},
    )
    uitkomst = lpi("--catalogus", str(twente), "toon", "praatgroep", "--catalogus", str(stad))
    assert "◆ Uit uw eigen catalogus: twente en stad." in uitkomst.stdout
    assert "Alleen in de stad." in uitkomst.stdout
    alleen = lpi("lijst", "--catalogus", str(stad))
    assert "vult_aan: 'praatgroep' is geen bekend woord" in alleen.stderr


def test_kies_zet_eigen_aanbod_bij_wat_verder_past(lpi: Lpi, twente: Path) -> None:
    antwoord = ("kies", "--leeftijd", "volwassenen", "--doel", "veerkracht", "--vorm", "groep")
    gevonden = lpi(*antwoord, "--catalogus", str(twente), "--formaat", "json").json
    assert gevonden.keys() == {
        "antwoorden",
        "voorselectie",
        "gids",
        "misschien",
        "net_niet",
        "gestopt",
        "aandachtspunten",
    }
    assert "praatgroep" in {treffer["id"] for treffer in gevonden["gids"]}
    assert "uit uw eigen catalogus (1, met ◆)" in lpi(*antwoord, "--catalogus", str(twente)).stdout


@pytest.mark.parametrize(
    "opdracht", ["kies", "zoek", "lijst", "toon", "vergelijk", "kosten", "toets", "uitleg", "web", ""]
)
def test_de_optie_staat_een_keer_in_de_hulp(lpi: Lpi, opdracht: str) -> None:
    assert lpi(*opdracht.split(), "--help").stdout.count("--catalogus MAP") == 1


# --- faults ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("maak", "zegt"),
    [
        (lambda map_: None, "die map bestaat niet. Maak een eigen catalogus met: lpi catalogus nieuw"),
        (lambda map_: map_.mkdir(), "daarin staat geen map interventies/"),
        (lambda map_: map_.write_text(""), "is geen map; geef de map waarin interventies/ staat"),
    ],
)
def test_een_map_die_niet_kan_is_een_regel(
    lpi: Lpi, tmp_path: Path, maak: Callable[[Path], object], zegt: str
) -> None:
    maak(tmp_path / "regio")
    for uitkomst in (
        lpi("lijst", "--catalogus", "regio", map_=tmp_path),
        lpi("lijst", map_=tmp_path, LPI_CATALOGUS="regio"),
    ):
        assert (uitkomst.status, uitkomst.stdout) == (2, "")
        assert zegt in uitkomst.stderr
        assert len(uitkomst.stderr.splitlines()) == 1
    assert "(uit LPI_CATALOGUS)" in uitkomst.stderr


@pytest.mark.usefixtures("fijne_klok")
def test_een_kapot_bestand_laat_de_rest_werken(lpi: Lpi, twente: Path) -> None:
    (twente / "interventies" / "kapot.yaml").write_text(eigen_interventie("kapot", naam="[een, twee]"))
    for _ in ("made", "from the cache"):
        uitkomst = lpi("zoek", "noaberhuis", "--catalogus", "twente", map_=twente.parent)
        assert uitkomst.status == 0
        assert "praatgroep ◆" in uitkomst.stdout
        fout, wenk = uitkomst.stderr.splitlines()
        assert fout.startswith("twente/interventies/kapot.yaml:3: naam: moet tekst zijn")
        assert wenk.endswith("lpi catalogus controleer twente")
    assert lpi("catalogus", "controleer", str(twente)).status == 1


@pytest.mark.parametrize(
    ("bestand", "tekst", "fout"),
    [
        ("begrippen.yaml", "vorm:\n  club: {naam: c, uitleg: u}\n", "begrippen.yaml:1: vorm: deze lijst kunt u niet uitbreiden; wel kenmerk, setting, taal,"),
        ("begrippen.yaml", "taal:\n  nl: {naam: c, uitleg: u}\n", "begrippen.yaml:2: taal.nl: staat al in de meegeleverde catalogus; kies een andere code"),
        ("begrippen.yaml", "taal:\n  P L: {naam: c, uitleg: u}\n", "begrippen.yaml:2: taal.P L: kan geen code zijn"),
        ("begrippen.yaml", "taal: [pl]\n", "begrippen.yaml:1: taal: schrijf het zo: taal: {pl: {naam: …, uitleg: …}}"),
        ("begrippen.yaml", "- pl\n", "begrippen.yaml:1: begin elke regel met een veld"),
        ("begrippen.yml", "taal: {}\n", "begrippen.yml:1: doet niet mee; noem het bestand begrippen.yaml"),
        ("bronnen.yaml", f"keuzehulp: {BRON}\n", "bronnen.yaml:1: keuzehulp: staat al in de meegeleverde catalogus"),
        ("bronnen.yaml", "kaart:\n  titel: x\n", "bronnen.yaml:1: kaart.datum: ontbreekt; vul dit veld in"),
        ("interventies/x.yml", "", "x.yml:1: doet niet mee; noem het bestand x.yaml"),
        ("interventies/Mijn Aanbod.yaml", "", "Mijn Aanbod.yaml:1: de bestandsnaam wordt het id; gebruik alleen kleine letters"),
        ("interventies/a.yaml", eigen_interventie("a", voorselectie="true"), "a.yaml:5: voorselectie: de voorselectie is die van LOOP"),
        ("interventies/a.yaml", PRIJS.replace("variant: groep", "variant: kring"), "a.yaml:5: kosten[1].variant: 'kring' is geen variant van deze interventie; kies uit groep"),
        ("interventies/a.yaml", PRIJS.replace("vult_aan: mindfit", "vult_aan: mindfut"), "a.yaml:1: vult_aan: 'mindfut' is geen bekend woord; bedoelt u 'mindfit'?"),
        ("interventies/a.yaml", PRIJS.replace("vult_aan: mindfit", "vult_aan: Mind Fit"), "a.yaml:1: vult_aan: 'Mind Fit' is geen bekend woord; bedoelt u 'mindfit'?"),
        ("interventies/a.yaml", PRIJS.replace("vult_aan: mindfit", "vult_aan: MindFit"), "a.yaml:1: vult_aan: 'MindFit' is geen bekend woord; bedoelt u mindfit (MindFit)?"),
        ("interventies/a.yaml", "", "a.yaml:1: is leeg; vul het in of haal het bestand weg"),
        ("interventies/a.yaml", "vult_aan: mindfit\nnaam: Anders\n", "a.yaml:2: naam: is geen bekend veld"),
        ("interventies/a.yaml", PRIJS[: PRIJS.index("bronnen:")], "a.yaml:9: kosten[1].bron: 'sociale-kaart' staat niet onder bronnen van dit bestand"),
    ],
)  # fmt: skip
def test_een_fout_in_een_eigen_bestand_noemt_regel_en_wat_wel_mag(
    twente: Path, bestand: str, tekst: str, fout: str
) -> None:
    (twente / bestand).write_text(tekst)
    if bestand.endswith(".yml") and bestand.startswith("begrippen"):
        (twente / "begrippen.yaml").unlink()
    fouten = [str(gevonden) for gevonden in laad([twente]).fouten]
    assert any(fout in gevonden for gevonden in fouten), fouten


def test_een_fout_woord_neemt_de_andere_niet_mee(twente: Path) -> None:
    begrippen = twente / "begrippen.yaml"
    begrippen.write_text(begrippen.read_text() + "  kapot: {naam: [1]}\n")
    catalogus = laad([twente])
    assert len(catalogus.fouten) == 2, "name and explanation of one word"
    assert "noaberhuis" in catalogus.begrippen["setting"]
    assert "praatgroep" in catalogus.herkomst


def test_verwijzingen_en_andere_bestanden_worden_niet_gelezen(twente: Path, tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.yaml"
    geheim.write_text(eigen_interventie("link"))
    (twente / "interventies" / "link.yaml").symlink_to(geheim)
    (twente / "interventies" / "map.yaml").mkdir()
    os.mkfifo(twente / "interventies" / "pijp.yaml")
    (twente / "interventies" / "._praatgroep.yaml").write_bytes(b"\x00\x05")
    (twente / "interventies" / "lees-mij.txt").write_text("geen YAML: [")
    fouten = laad([twente]).fouten
    assert {fout.bestand.name for fout in fouten} == {"link.yaml", "map.yaml", "pijp.yaml"}
    assert {fout.melding.partition(";")[0] for fout in fouten} == {"is geen gewoon bestand"}


@pytest.mark.usefixtures("fijne_klok")
def test_een_map_die_een_verwijzing_is_wordt_niet_gelezen(
    lpi: Lpi, twente: Path, tmp_path: Path, cache: dict[str, str]
) -> None:
    (twente / "interventies").rename(tmp_path / "elders")
    (twente / "interventies").symlink_to(tmp_path / "elders")
    fout = (
        "twente/interventies:1: is geen gewoon bestand of gewone map; zet het hier zelf neer, geen verwijzing"
    )
    for _ in ("made", "from the cache"):
        uitkomst = lpi("lijst", "--catalogus", "twente", map_=tmp_path, **cache)
        assert (uitkomst.status, "praatgroep" in uitkomst.stdout) == (0, False)
        assert uitkomst.stderr.splitlines()[0] == fout
    gecontroleerd = lpi("catalogus", "controleer", "twente", map_=tmp_path)
    assert (gecontroleerd.status, gecontroleerd.stderr.splitlines()) == (1, [fout])
    assert gecontroleerd.stdout.splitlines()[-1].startswith("0 interventies goed, 1 fout")
    assert "interventies/" not in gecontroleerd.stdout
    (twente / "interventies").unlink()
    (tmp_path / "elders").rename(twente / "interventies")
    hersteld = lpi("lijst", "--catalogus", "twente", map_=tmp_path, **cache)
    assert (hersteld.stderr, "praatgroep" in hersteld.stdout) == ("", True)


@pytest.mark.usefixtures("fijne_klok")
def test_namen_in_een_andere_codering_zijn_een_regel(lpi: Lpi, twente: Path) -> None:
    latijn = Path(os.fsdecode(os.fsencode(twente.parent) + b"/caf\xe9"))
    twente.rename(latijn)
    (latijn / "interventies" / os.fsdecode(b"th\xe9.yaml")).write_text("")
    for _ in ("made", "from the cache"):
        uitkomst = lpi("toon", "praatgroep", "--catalogus", str(latijn))
        assert uitkomst.status == 0
        assert "de bestandsnaam wordt het id" in uitkomst.stderr
        assert "Traceback" not in uitkomst.stderr


@pytest.mark.parametrize(
    "waarde", ["[a]", "{a: b}", "12", "null", "true", "[[a]]", "[{bron: [x]}]", "'a\x00b'"]
)
@pytest.mark.parametrize(
    "veld",
    ["id", "vult_aan", "varianten", "kosten", "bronnen", "kwaliteit", "afwijkingen", "contact", "regio"],
)
def test_een_verkeerd_soort_waarde_is_een_fout_en_geen_crash(twente: Path, veld: str, waarde: str) -> None:
    rest = "" if veld == "id" else "id: a\n"
    (twente / "interventies" / "a.yaml").write_text(f"{rest}{veld}: {waarde}\n")
    catalogus = laad([twente])
    assert "praatgroep" in catalogus.herkomst
    assert {fout.bestand.name for fout in catalogus.fouten} == {"a.yaml"}


@pytest.mark.parametrize(
    "deel",
    ["id: [x]", "id: {a: b}", "variant: [x]", "bron: [x]", "bron: {a: b}", "vraag: [x]", "veld: {a: 1}"],
)
def test_een_lijst_waar_een_naam_hoort_is_een_fout(twente: Path, deel: str) -> None:
    for lijst in ("varianten", "kosten", "bronnen", "kwaliteit", "afwijkingen"):
        (twente / "interventies" / "a.yaml").write_text(f"id: a\n{lijst}:\n  - {deel}\n")
        (twente / "interventies" / "b.yaml").write_text(f"vult_aan: mindfit\n{lijst}:\n  - {deel}\n")
        assert {fout.bestand.name for fout in laad([twente]).fouten} == {"a.yaml", "b.yaml"}


# --- clashes of two folders -----------------------------------------------------------


def test_een_volgende_map_verandert_een_bron_of_woord_niet(lpi: Lpi, twente: Path, tmp_path: Path) -> None:
    stad = schrijf_catalogus(
        tmp_path / "stad",
        {
            "interventies/theekring.yaml": eigen_interventie("theekring", setting="[noaberhuis]"),
            "interventies/prijs.yaml": PRIJS.replace("2025", "2019"),
            "bronnen.yaml": f"eigen: {BRON}\nsociale-kaart: {BRON.replace('2025', '2019')}\n",
            "begrippen.yaml": "setting:\n  noaberhuis: {naam: noaberhuis, uitleg: Café in de stad.}\n",
        },
    )
    catalogus = laad([twente, stad])
    assert catalogus.bronnen["sociale-kaart"].jaar == 2025
    assert catalogus.bronmappen == {"sociale-kaart": "twente", "eigen": "stad"}
    assert catalogus.begrippen["setting"]["noaberhuis"].uitleg == "Buurthuis in Twente."
    assert "theekring" not in catalogus.herkomst, "its word would get the meaning of the other"
    assert catalogus.herkomst["mindfit"].mappen == ("twente",), "its price would get the other's source"
    fouten = lpi("lijst", "--catalogus", "twente", "--catalogus", "stad", map_=tmp_path).stderr
    assert "stad/begrippen.yaml:2: setting.noaberhuis: staat anders in twente/begrippen.yaml; " in fouten
    assert "stad/bronnen.yaml:2: sociale-kaart: staat anders in twente/bronnen.yaml; " in fouten


def test_dezelfde_bron_en_hetzelfde_woord_mogen_in_twee_mappen(twente: Path, tmp_path: Path) -> None:
    stad = schrijf_catalogus(
        tmp_path / "stad",
        {
            "interventies/theekring.yaml": eigen_interventie("theekring", setting="[noaberhuis]"),
            "bronnen.yaml": (twente / "bronnen.yaml").read_text(),
            "begrippen.yaml": (twente / "begrippen.yaml").read_text(),
        },
    )
    catalogus = laad([twente, stad])
    assert catalogus.fouten == ()
    assert "theekring" in catalogus.herkomst
    assert catalogus.bronmappen == {"sociale-kaart": "twente"}


@pytest.mark.usefixtures("fijne_klok")
def test_wie_een_eerdere_eigen_map_vervangt_krijgt_het_te_horen(
    lpi: Lpi, twente: Path, tmp_path: Path
) -> None:
    schrijf_catalogus(
        tmp_path / "stad",
        {
            "interventies/praatgroep.yaml": eigen_interventie("praatgroep", naam="Praten in de stad"),
            "interventies/mindfit.yaml": eigen_interventie("mindfit"),
            "interventies/ease.yaml": eigen_interventie("ease"),
        },
    )
    mappen = ("--catalogus", "twente", "--catalogus", "stad")
    for _ in ("made", "from the cache"):
        uitkomst = lpi("toon", "praatgroep", *mappen, map_=tmp_path)
        assert uitkomst.status == 0
        assert "Praten in de stad" in uitkomst.stdout
        assert "◆ Uit uw eigen catalogus: twente en stad." in uitkomst.stdout
        verwacht = (("mindfit", "mindfit-twente"), ("praatgroep", "praatgroep"))
        for regel, (id_, eerder) in zip(uitkomst.stderr.splitlines(), verwacht, strict=True):
            assert regel.startswith(
                f"stad/interventies/{id_}.yaml:2: let op: id: "
                f"dit vervangt twente/interventies/{eerder}.yaml, dat nu niet meer meedoet; "
            )
    herkomst = laad([twente, tmp_path / "stad"]).herkomst
    assert [herkomst[id_].mappen for id_ in ("mindfit", "ease")] == [("twente", "stad"), ("stad",)]
    gecontroleerd = lpi("catalogus", "controleer", *mappen, map_=tmp_path)
    assert gecontroleerd.stdout.count("let op: id: dit vervangt twente/") == 2
    assert lpi("lijst", "--catalogus", "stad", map_=tmp_path).stderr == ""


def test_dezelfde_map_met_een_andere_naam_vervangt_niets(lpi: Lpi, twente: Path) -> None:
    voluit, kort = ("--catalogus", str(twente)), ("--catalogus", "twente")
    assert lpi("lijst", *voluit, *kort, map_=twente.parent).stderr == ""
    gecontroleerd = lpi("catalogus", "controleer", "twente", map_=twente.parent, LPI_CATALOGUS=str(twente))
    assert (gecontroleerd.status, "dit vervangt" in gecontroleerd.stdout) == (0, False)


@pytest.mark.parametrize("mappen", [("twente", "twente/stad"), ("twente/stad", "twente")])
@pytest.mark.usefixtures("fijne_klok")
def test_een_fout_in_een_map_in_een_map_staat_er_een_keer(
    lpi: Lpi, twente: Path, mappen: tuple[str, str], cache: dict[str, str]
) -> None:
    schrijf_catalogus(
        twente / "stad",
        {
            "interventies/kapot.yaml": eigen_interventie("kapot", naam="[een, twee]"),
            "interventies/praatgroep.yaml": eigen_interventie("praatgroep"),
        },
    )
    opties = [deel for map_ in mappen for deel in ("--catalogus", map_)]
    for _ in ("made", "from the cache"):
        fout, wenk, let_op = lpi("lijst", *opties, map_=twente.parent, **cache).stderr.splitlines()
        assert fout.startswith("twente/stad/interventies/kapot.yaml:3: naam: moet tekst zijn")
        assert wenk.endswith("lpi catalogus controleer twente/stad")
        assert ": let op: id: dit vervangt " in let_op
    gecontroleerd = lpi("catalogus", "controleer", *opties, map_=twente.parent)
    assert gecontroleerd.stderr.splitlines() == [fout]
    assert "3 interventies goed, 1 fout" in gecontroleerd.stdout


# --- the cache ------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path) -> dict[str, str]:
    """Environment with a cache folder of its own."""
    return {"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}


def _lijst(lpi: Lpi, eigen: Path, cache: dict[str, str]) -> Uitkomst:
    return lpi("lijst", "--catalogus", str(eigen), "--formaat", "csv", **cache)


@pytest.mark.usefixtures("fijne_klok")
def test_een_wijziging_is_meteen_te_zien(lpi: Lpi, twente: Path, cache: dict[str, str]) -> None:
    assert "Praatgroep" in _lijst(lpi, twente, cache).stdout
    bestand = twente / "interventies" / "praatgroep.yaml"
    bestand.write_text(bestand.read_text().replace("naam: Praatgroep", "naam: Theekring"))
    assert "Theekring" in _lijst(lpi, twente, cache).stdout
    bestand.unlink()
    uitkomst = _lijst(lpi, twente, cache)
    assert (uitkomst.status, "Theekring" in uitkomst.stdout) == (0, False)


@pytest.mark.usefixtures("fijne_klok")
def test_een_kopie_met_dezelfde_tijd_en_grootte_is_meteen_te_zien(
    lpi: Lpi, twente: Path, cache: dict[str, str]
) -> None:
    assert "Praatgroep" in _lijst(lpi, twente, cache).stdout
    bestand = twente / "interventies" / "praatgroep.yaml"
    staat = bestand.stat()
    bestand.write_text(bestand.read_text().replace("naam: Praatgroep", "naam: Theegroepe"))
    os.utime(bestand, ns=(staat.st_atime_ns, staat.st_mtime_ns))
    assert (bestand.stat().st_mtime_ns, bestand.stat().st_size) == (staat.st_mtime_ns, staat.st_size)
    assert "Theegroepe" in _lijst(lpi, twente, cache).stdout


def test_ook_met_een_grove_klok_is_een_wijziging_meteen_te_zien(
    twente: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fijn = _staat

    def grof(naam: str, staat: os.stat_result) -> tuple[str, int, int, int]:
        _, gewijzigd, veranderd, grootte = fijn(naam, staat)
        klok = GROFSTE_KLOK
        return naam, gewijzigd // klok * klok, veranderd // klok * klok, grootte

    monkeypatch.setattr("lpi_cli.catalogus.cache._staat", grof)
    bestand = twente / "interventies" / "praatgroep.yaml"
    for naam in ("Theegroep1", "Theegroep2", "Theegroep3"):
        bestand.write_text(eigen_interventie("praatgroep", naam=naam))
        assert naam in {interventie.naam for interventie in laad([twente]).interventies}


def test_een_id_wint_van_een_naam_die_gelijk_is(lpi: Lpi, tmp_path: Path) -> None:
    """The own one keeps the variant of Mosaic, with the name Mosaic."""
    schrijf_catalogus(tmp_path / "regio", {"interventies/praatgroep.yaml": eigen_interventie("praatgroep")})
    kaart = lpi("toon", "mosaic", "--catalogus", "regio", "--formaat", "json", map_=tmp_path).json
    assert kaart["id"] == "mosaic"


def test_een_eigen_prijs_heet_naar_zijn_bron(lpi: Lpi, twente: Path) -> None:
    opdracht = ("kosten", "mindfit", "--deelnemers", "10", "--catalogus", str(twente))
    tekst = " ".join(lpi(*opdracht, COLUMNS="120").stdout.split())
    assert "per groep (sociale-kaart)" in tekst
    assert "per groep (gids-2025)" in tekst


@pytest.mark.usefixtures("fijne_klok")
def test_een_kapotte_cache_wordt_nooit_vertrouwd(lpi: Lpi, twente: Path, cache: dict[str, str]) -> None:
    goed = _lijst(lpi, twente, cache)
    for schade in (b"", b"{}\n", b'{"stand": "x"', b"\xff\xfe", None):
        bestanden = list(Path(cache["XDG_CACHE_HOME"], "lpi").iterdir())
        assert any(b"Praatgroep" in bestand.read_bytes() for bestand in bestanden)
        for bestand in bestanden:
            inhoud, toen = bestand.read_bytes(), bestand.stat()
            bestand.write_bytes(inhoud.replace(b"Praatgroep", b"Spookgroep") if schade is None else schade)
            os.utime(bestand, ns=(toen.st_atime_ns, toen.st_mtime_ns))  # a disk that fails does not tell
        assert _lijst(lpi, twente, cache) == goed


@pytest.mark.parametrize("anders", ["de map", "de meegeleverde catalogus", "de code", "niets"])
def test_een_cache_geldt_alleen_voor_waaruit_hij_is_gemaakt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anders: str
) -> None:
    """Also when another cache has the same name, and the files look the same."""
    monkeypatch.setattr("lpi_cli.catalogus.cache._cachebestand", lambda plekken: tmp_path / "cache.jsonl")
    monkeypatch.setattr("lpi_cli.catalogus.cache._staten", lambda map_: iter([("bestand.yaml", 1, 1, 1)]))
    gemaakt = []

    def maak_gereed(stand: str) -> bytes:
        gemaakt.append(stand)
        return schrijf_delen({}, [], {}, stand)

    via_cache([tmp_path / "een"], 1, maak_gereed)
    if anders == "de code":
        monkeypatch.setattr("lpi_cli.catalogus.cache._codestaten", lambda: iter([("record.py", 2, 2, 2)]))
    map_ = tmp_path / ("ander" if anders == "de map" else "een")
    via_cache([map_], 2 if anders == "de meegeleverde catalogus" else 1, maak_gereed)
    assert len(gemaakt) == (1 if anders == "niets" else 2)


def test_uit_de_cache_wordt_niets_zwaars_geladen(twente: Path) -> None:
    code = f"""
import sys
from lpi_cli.cli import main
sys.argv = ["lpi", "--catalogus", {str(twente)!r}, "zoek", "noaberhuis"]
try:
    main()
except SystemExit:
    pass
print([naam for naam in ("pydantic", "yaml", "questionary") if naam in sys.modules], file=sys.stderr)
"""
    time.sleep(GROFSTE_KLOK / 1e9)  # only then are files kept in the cache
    for verwacht in ("['pydantic', 'yaml']", "[]"):
        klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert "praatgroep ◆" in klaar.stdout
        assert klaar.stderr.strip() == verwacht


@pytest.mark.usefixtures("fijne_klok")
def test_wat_in_de_cache_staat_wordt_niet_opnieuw_gecontroleerd(
    twente: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    gecontroleerd = []

    def controleer(mappen: Sequence[Path], basis: Gereed) -> Eigen:
        gecontroleerd.append(mappen)
        return controleer_eigen(mappen, basis)

    monkeypatch.setattr("lpi_cli.catalogus.eigen.controleer_eigen", controleer)
    eerste, tweede = laad([twente]), laad([twente])
    assert gecontroleerd == [[twente]], "once, though it was loaded twice"
    assert eerste.interventies == tweede.interventies


def test_een_opdracht_om_over_te_nemen_ziet_hetzelfde_eigen_aanbod(lpi: Lpi, twente: Path) -> None:
    """What is advised works as it stands: with the own catalogue behind it."""
    antwoord = lpi("kies", "--leeftijd", "18+", "--catalogus", str(twente), COLUMNS="200").stdout
    assert f"lpi vergelijk 7roses bamboo --catalogus {twente}" in antwoord
    kaart = lpi("toon", "praatgroep", "--catalogus", str(twente), COLUMNS="200").stdout
    (advies,) = [regel for regel in kaart.splitlines() if regel.startswith("lpi toon praatgroep --bronnen")]
    assert lpi(*advies.split()[1:]).status == 0
    assert "--catalogus" not in lpi("kies", "--leeftijd", "18+").stdout
