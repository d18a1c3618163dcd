"""The README tells the truth: its commands run, and its screen is what one gets."""

import re
import shlex
import textwrap
from pathlib import Path

import pytest

from lpi_cli.catalogus import Catalogus
from tests.conftest import CHECKOUT, Lpi

README = (CHECKOUT / "README.md").read_text()
TABEL = re.findall(r"\| `(lpi [^`]+)` \|", README)


def test_de_tabel_met_opdrachten_is_gevonden() -> None:
    assert len(TABEL) >= 10


@pytest.mark.parametrize("opdracht", TABEL)
def test_elke_opdracht_doet_het(lpi: Lpi, tmp_path: Path, opdracht: str) -> None:
    uitkomst = lpi(*shlex.split(opdracht)[1:], map_=tmp_path)
    assert uitkomst.status == 0
    assert uitkomst.stdout or list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("opdracht", "scherm"), re.findall(r"```console\n\$ (lpi [^\n]+)\n(.*?)```", README, re.DOTALL)
)
def test_het_getoonde_scherm_is_echt(lpi: Lpi, opdracht: str, scherm: str) -> None:
    assert lpi(*shlex.split(opdracht)[1:], COLUMNS="100").stdout == scherm


def test_alle_bronnen_worden_genoemd(catalogus: Catalogus) -> None:
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", README, re.MULTILINE)) == set(catalogus.bronnen)


def test_de_voorbeelden_van_eigen_bestanden_kloppen(lpi: Lpi, tmp_path: Path) -> None:
    bestanden = ("interventies/regioprijs.yaml", "bronnen.yaml", "begrippen.yaml")
    voorbeelden = re.findall(r"  ```yaml\n(.*?)  ```", README, re.DOTALL)
    (tmp_path / "regio" / "interventies").mkdir(parents=True)
    for bestand, voorbeeld in zip(bestanden, voorbeelden, strict=True):
        (tmp_path / "regio" / bestand).write_text(textwrap.dedent(voorbeeld))
    controle = lpi("catalogus", "controleer", "regio", map_=tmp_path)
    assert (controle.status, controle.stderr) == (0, "")
    kosten = lpi("kosten", "mindfit", "--deelnemers", "10", "--catalogus", "regio", map_=tmp_path)
    assert "€ 5.000,00" in kosten.stdout
    assert "Pools" in lpi("zoek", "--taal", "zzz", "--catalogus", "regio", map_=tmp_path).stderr
