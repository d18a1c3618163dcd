"""The layers: arrows point one way, and the core neither prints nor reads."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

PAKKET = CHECKOUT / "src" / "lpi_cli"
LAGEN = ("catalogus", "kern", "weergave", "cli")
"""From low to high: a layer may use itself and those before it."""
MODULES = sorted(PAKKET.rglob("*.py"))


def _imports(bestand: Path) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(bestand.read_text())):
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield knoop.module


def _laag(bestand: Path) -> str | None:
    deel = bestand.relative_to(PAKKET).parts[0]
    return deel if deel in LAGEN else None


@pytest.mark.parametrize("bestand", MODULES, ids=lambda b: str(b.relative_to(PAKKET)))
def test_pijlen_wijzen_een_kant_op(bestand: Path) -> None:
    laag = _laag(bestand)
    if laag is None:
        return
    hoger = LAGEN[LAGEN.index(laag) + 1 :]
    for module in _imports(bestand):
        deel = module.removeprefix("lpi_cli.").split(".")[0] if module.startswith("lpi_cli.") else None
        assert deel not in hoger, f"{laag} uses {module}"


@pytest.mark.parametrize("bestand", [m for m in MODULES if _laag(m) == "kern"], ids=lambda b: b.name)
def test_kern_leest_en_schrijft_niets(bestand: Path) -> None:
    boom = ast.parse(bestand.read_text())
    aanroepen = {
        n.func.id for n in ast.walk(boom) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not aanroepen & {"print", "open", "input"}
    verboden = {"os", "sys", "pathlib", "rich", "typer", "click", "yaml", "pydantic", "json"}
    assert not {module.split(".")[0] for module in _imports(bestand)} & verboden


def test_geen_naam_van_een_interventie_in_de_code() -> None:
    ids = [bestand.stem for bestand in (CHECKOUT / "catalog" / "interventies").glob("*.yaml")]
    code = {
        knoop.value.lower()
        for bestand in MODULES
        if _laag(bestand) in {"catalogus", "kern", "weergave"}
        for knoop in ast.walk(ast.parse(bestand.read_text()))
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and "\n" not in knoop.value
    }
    assert not code & set(ids)
