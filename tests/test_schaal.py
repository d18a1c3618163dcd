"""Very many own interventions: screens stay readable, files complete, and who waits is told."""

from pathlib import Path

import pytest

from lpi_cli.kern.toon import MEESTE_IDS
from tests.conftest import Lpi
from tests.terminal import Terminal
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus

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
