"""What lpi hands to office programs, opened by one: LibreOffice (``soffice``).

Every command gives its CSV over texts that want to become a formula. It is opened with a comma and with
a semicolon, as programs do in the Netherlands, while formulas are worked out.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.controle import controleer_map
from lpi_cli.catalogus.gereed import Gereed, schrijf
from lpi_cli.weergave.beeld import Scherm
from lpi_cli.weergave.formaat import formaat
from tests.conftest import CHECKOUT
from tests.test_fuzz import beelden_van, zet_tekst

pytestmark = [
    pytest.mark.kantoor,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is er niet: geen soffice"),
]

FORMULES = (
    "=1+41;=1+41,=1+41\t=1+41\n=1+41",
    'x";=1+41;"=1+41,"=1+41',
    'x ; =1+41\n"=1+41\n"\n=1+41',
    "+1+41;-1+41;@SUM(1;41)",
)
SCHEIDINGEN = {"komma": 44, "puntkomma": 59}
"""Separators, each as the number of its sign."""
INLEZEN = "--infilter=CSV:{},34,76,1,,1043,true,true,false,false,false,0,true"
"""With that separator, quoted fields as text, and formulas worked out."""


@pytest.fixture
def eigen(catalogus: Catalogus) -> Catalogus:
    """A catalogue whose texts all want to become a formula."""
    eigen = Catalogus(Gereed(schrijf(controleer_map(CHECKOUT / "catalog"))))
    zet_tekst(eigen, catalogus, [(tekst, "mindfit") for tekst in FORMULES])
    return eigen


def _formules(map_: Path, *inlezen: str) -> dict[str, list[str]]:
    """Per file of a folder what became a formula."""
    opdracht = ["soffice", "--headless", f"-env:UserInstallation={(map_ / 'lo').as_uri()}", *inlezen]
    uit = map_ / "uit"
    subprocess.run(
        [*opdracht, "--convert-to", "fods", "--outdir", uit, *map_.iterdir()],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {
        bestand.stem: re.findall('table:formula="([^"]*)"', bestand.read_text()) for bestand in uit.iterdir()
    }


@pytest.mark.parametrize("scheiding", SCHEIDINGEN)
def test_geen_cel_van_een_csv_is_een_formule(eigen: Catalogus, tmp_path: Path, scheiding: str) -> None:
    beelden = beelden_van(eigen)
    for naam, beeld in beelden.items():
        (tmp_path / f"{naam}.csv").write_bytes(formaat("csv").render(beeld(), Scherm()))
    (tmp_path / "proef.csv").write_text("=1+41\n")
    formules = _formules(tmp_path, INLEZEN.format(SCHEIDINGEN[scheiding]))
    assert formules.pop("proef") == ["of:=1+41"], "a formula that is left alone is one"
    assert formules == {naam: [] for naam in beelden}


def test_geen_cel_van_een_werkblad_is_een_formule(eigen: Catalogus, tmp_path: Path) -> None:
    beelden = beelden_van(eigen)
    for naam, beeld in beelden.items():
        (tmp_path / f"{naam}.xlsx").write_bytes(formaat("xlsx").render(beeld(), Scherm()))
    assert _formules(tmp_path) == {naam: [] for naam in beelden}
