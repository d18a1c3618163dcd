"""Very many own interventions: screens stay readable, files complete, and who waits is told."""

import re
import sys
from pathlib import Path

import pytest

from lpi_cli.kern.vind import MEESTE_IDS
from tests.conftest import CHECKOUT, Lpi
from tests.terminal import Terminal
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus

pytestmark = pytest.mark.lang

AANTAL = 60


@pytest.fixture
def groot(tmp_path: Path) -> Path:
    bestanden = {f"interventies/praat-{nr}.yaml": eigen_interventie(f"praat-{nr}") for nr in range(AANTAL)}
    return schrijf_catalogus(tmp_path / "groot", bestanden)


def _scherm(groot: Path, *opdracht: str) -> str:
    scherm = Terminal(*opdracht, "--catalogus", str(groot))
    assert scherm.einde() == 0
    return scherm.tekst


def test_een_terminal_toont_de_eerste_vijftig_en_hoe_men_alles_ziet(groot: Path) -> None:
    kort = _scherm(groot, "zoek", "--leeftijd", "18+")
    assert "Dit zijn de eerste 50 van" in kort
    assert "--alles" in kort
    assert "Dit zijn de eerste" not in _scherm(groot, "zoek", "--leeftijd", "18+", "--alles")


@pytest.mark.parametrize(("formaat", "naam"), [("json", "l.json"), ("csv", "l.csv"), ("markdown", "l.md")])
def test_gegevens_en_bestanden_zijn_altijd_heel(
    lpi: Lpi, groot: Path, tmp_path: Path, formaat: str, naam: str
) -> None:
    opdracht = ("lijst", "--catalogus", str(groot), "--formaat", formaat)
    assert f"praat-{AANTAL - 1}" in lpi(*opdracht).stdout
    bestand = tmp_path / naam
    assert lpi(*opdracht, "--uit", str(bestand)).status == 0
    assert all(f"praat-{nr}" in bestand.read_text() for nr in range(AANTAL))


def test_door_een_pijp_komt_alles(lpi: Lpi, groot: Path) -> None:
    scherm = lpi("lijst", "--catalogus", str(groot)).stdout
    assert all(f"praat-{nr}" in scherm for nr in range(AANTAL))


def test_een_fout_noemt_er_ten_hoogste_vijf(lpi: Lpi, groot: Path) -> None:
    fout = lpi("toon", "praat-", "--catalogus", str(groot)).stderr
    assert fout.count("praat-") == 1 + MEESTE_IDS
    assert f"en nog {AANTAL - MEESTE_IDS}" in fout


def test_wie_lang_wacht_krijgt_dat_te_horen(groot: Path) -> None:
    """In a process in which waiting begins at once."""
    begin = "import lpi_cli.cli._eigen as e; e.GEDULD = 0.0; from lpi_cli.cli import main; main()"
    scherm = Terminal("lijst", "--catalogus", str(groot), programma=("-c", begin))
    assert scherm.einde() == 0
    assert scherm.toont("Even geduld")


# --- work in proportion -----------------------------------------------------------------

GEWOON = ("mindfit", "bamboo", "mosaic", "7roses")
"""Bundled interventions that many own ones are made of."""


def _als_meegeleverd(map_: Path, aantal: int) -> Path:
    bestanden = {}
    for nr in range(aantal):
        id_ = GEWOON[nr % len(GEWOON)]
        tekst = (CHECKOUT / "catalog" / "interventies" / f"{id_}.yaml").read_text()
        tekst = re.sub(r"(?m)^id: .*$", f"id: {id_}-{nr}", tekst.replace("\nvoorselectie: true\n", "\n"))
        bestanden[f"interventies/{id_}-{nr}.yaml"] = tekst
    return schrijf_catalogus(map_ / str(aantal), bestanden)


def _stappen(lpi: Lpi, *opdracht: str) -> int:
    """How many lines of Python a command takes: more loops, more lines, however fast they are."""
    stappen = 0

    def tel(*_: object) -> object:
        nonlocal stappen
        stappen += 1
        return tel

    assert lpi(*opdracht).status == 0, "the first time it imports"
    sys.settrace(tel)
    try:
        lpi(*opdracht)
    finally:
        sys.settrace(None)
    return stappen


@pytest.mark.parametrize(
    "opdracht",
    [
        ("rapport", "--keuze", "keuze.yaml", "--deelnemers", "40", "--formaat", "markdown"),
        ("kosten", "--deelnemers", "40"),
        ("lijst",),
        ("zoek", "--leeftijd", "18+"),
        ("vergelijk", "bamboo", "mindfit"),
        ("catalogus", "controleer"),
    ],
    ids=" ".join,
)
def test_werk_groeit_als_de_catalogus(
    lpi: Lpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opdracht: tuple[str, ...]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("lpi_cli.catalogus.cache.GROFSTE_KLOK", 0)  # what changed just now is kept too
    monkeypatch.chdir(tmp_path)
    Path("keuze.yaml").write_text("leeftijd: [volwassenen]\ndoel: [veerkracht]\nvorm: [groep]\n")
    stappen = []
    for aantal in (20, 60, 180):
        map_ = str(_als_meegeleverd(tmp_path, aantal))
        waar = (map_,) if opdracht[0] == "catalogus" else ("--catalogus", map_)
        stappen.append(_stappen(lpi, *opdracht, *waar))
    weinig, meer, veel = stappen
    assert (veel - meer) / (meer - weinig) < 3.6, "of what grows with the square this is nine"
