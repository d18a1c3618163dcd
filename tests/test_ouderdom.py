"""How old a fact is: the same words everywhere, and nothing is hidden for it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from lpi_cli.kern.ouderdom import Tijd, let_op
from tests.conftest import CHECKOUT, VANDAAG, Lpi


@pytest.mark.parametrize(
    ("tijd", "gezegd"),
    [
        (Tijd(), None),
        (Tijd(2024), None),
        (Tijd(2023), "let op: drie jaar oud"),
        (Tijd(2010), "let op: 16 jaar oud"),
        (Tijd(2030), None),
        (Tijd(2026, "2026-11-27"), "let op: gold tot en met 27 november 2026"),
        (Tijd(2026, "2026-11-28"), None),
        (Tijd(2020, nagekeken="2025-01-01"), None),
        (Tijd(2020, nagekeken="2022-01-01"), "let op: vier jaar niet nagekeken"),
        (Tijd(nagekeken="2023-05-01"), "let op: drie jaar niet nagekeken"),
        (Tijd(2020, "2025-12-31", "2026-01-01"), "let op: gold tot en met 31 december 2025"),
    ],
)
def test_wat_oud_is_heet_oud(tijd: Tijd, gezegd: str | None) -> None:
    assert let_op(tijd, VANDAAG) == gezegd


def _tekst(getoond: str) -> str:
    """Without the ends of lines, which differ with the width."""
    return " ".join(getoond.split())


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three years after the prices of the guide."""
    for module in ("toon", "vergelijk", "catalogus.overzicht"):
        monkeypatch.setattr(f"lpi_cli.cli.{module}.vandaag", lambda: date(2028, 3, 1))


@pytest.mark.usefixtures("later")
def test_kaart_vergelijking_en_bronnen_zeggen_hetzelfde(lpi: Lpi) -> None:
    op_kaart = _tekst(lpi("toon", "go-win", "--bronnen").stdout)
    assert "(let op: vijf jaar oud) [gids-2025]" in op_kaart
    assert "€ 320 per" in op_kaart, "it stays"
    assert "(let op: vijf jaar oud)" in lpi("vergelijk", "go-win", "mindfit", "--formaat", "csv").stdout
    assert "(let op: drie jaar oud)" in _tekst(lpi("catalogus", "bronnen", "--formaat", "markdown").stdout)
    verlopen = _tekst(lpi("toon", "mindfit").stdout)
    assert "geldig tot en met 31 december 2025" in verlopen
    assert "(let op: gold tot en met 31 december 2025)" in verlopen


def test_erkenning_en_contact_kunnen_oud_zijn(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "interventies").mkdir()
    eigen = tmp_path / "interventies" / "gouden-mannen.yaml"
    shutil.copy(CHECKOUT / "catalog" / "interventies" / "gouden-mannen.yaml", eigen)
    tekst = eigen.read_text().replace(
        "niveau: goed-onderbouwd", "niveau: goed-onderbouwd\n      geldig_tot: 2020-01-31"
    )
    eigen.write_text(
        tekst.replace(
            "    telefoon: ['06-24665493']", "    telefoon: ['06-24665493']\n    nagekeken: 2020-02-01"
        )
    )
    mee = ("--catalogus", str(tmp_path))
    kaart = _tekst(lpi("toon", "gouden-mannen", *mee).stdout)
    assert "geldig tot en met 31 januari 2020" in kaart
    assert "(let op: gold tot en met 31 januari 2020)" in kaart
    assert "nagekeken op 1 februari 2020" in kaart
    assert "jaar niet nagekeken)" in kaart
    memo = lpi("rapport", "--interventie", "gouden-mannen", "--formaat", "markdown", *mee).stdout
    assert "let op: gold tot en met 31 januari 2020" in memo
    met = [een["id"] for een in lpi("zoek", "gouden", "--formaat", "json", *mee).json["treffers"]]
    assert "gouden-mannen" in met, "old is no reason to hide it"
