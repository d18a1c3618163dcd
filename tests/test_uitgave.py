"""A release: the same bytes twice, and it installs and runs wherever there is a Python."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

PYTHON = getattr(sys, "_base_executable", sys.executable)
"""Without the packages of these tests."""
NIET_MEE = shutil.ignore_patterns(".git", ".venv*", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")
Bouw = Callable[..., Path]


@pytest.fixture(scope="session")
def uitgave(tmp_path_factory: pytest.TempPathFactory) -> Bouw:
    """Build wheel and sdist from a copy of this checkout, made at another time, place and moment."""

    def bouw(naam: str, **omgeving: str) -> Path:
        top = tmp_path_factory.mktemp(naam)
        shutil.copytree(CHECKOUT, top / "kopie", ignore=NIET_MEE)
        if naam == "later":
            for bestand in (top / "kopie").rglob("*"):
                os.utime(bestand, (1_000_000_000, 1_000_000_000))
                bestand.chmod(bestand.stat().st_mode | 0o020)
        _voer_uit(
            sys.executable, "-m", "hatchling", "build", "-d", top / "uit", cwd=top / "kopie", **omgeving
        )
        return top / "uit"

    return bouw


@pytest.fixture(scope="session")
def wheel(uitgave: Bouw) -> Path:
    (gebouwd,) = uitgave("eerst").glob("*.whl")
    return gebouwd


def _voer_uit(*opdracht: object, cwd: Path, **omgeving: str) -> subprocess.CompletedProcess[str]:
    klaar = subprocess.run(
        [*map(str, opdracht)],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    return klaar


def test_twee_keer_bouwen_geeft_dezelfde_bytes(uitgave: Bouw) -> None:
    een = uitgave("nu", TZ="UTC", PYTHONHASHSEED="1")
    ander = uitgave("later", TZ="Asia/Tokyo", PYTHONHASHSEED="2")
    namen = sorted(bestand.name for bestand in een.iterdir())
    assert [naam.rpartition(".")[2] for naam in namen] == ["whl", "gz"]
    for naam in namen:
        assert (een / naam).read_bytes() == (ander / naam).read_bytes(), naam


def test_een_bestand_draait_met_alleen_python(wheel: Path, tmp_path: Path) -> None:
    enkel, thuis = tmp_path / "lpi.pyz", tmp_path / "thuis"
    thuis.mkdir()
    shiv = ("shiv", "--console-script", "lpi", "--output-file", enkel, wheel)
    _voer_uit(sys.executable, "-m", *shiv, cwd=tmp_path)
    kaal = {"HOME": str(thuis), "SHIV_ROOT": str(thuis / "uitgepakt"), "PATH": "/nergens"}

    def lpi(*argumenten: str) -> str:
        return _voer_uit(PYTHON, "-I", "-S", enkel, *argumenten, cwd=tmp_path, **kaal).stdout

    antwoord = lpi("kies", "--leeftijd", "jongeren", "--doel", "veerkracht", "--vorm", "groep")
    assert "mind-spring ★" in antwoord
    uitgepakt = {bestand: bestand.stat().st_mtime_ns for bestand in thuis.rglob("*.py")}
    assert lpi("kies", "--leeftijd", "jongeren", "--doel", "veerkracht", "--vorm", "groep") == antwoord
    assert {bestand: bestand.stat().st_mtime_ns for bestand in thuis.rglob("*.py")} == uitgepakt, (
        "unpacked once"
    )
    assert "MindFit" in lpi("toon", "mindfit")
    assert "geen bekend veld" in _eigen(lpi, tmp_path), "also what needs pydantic and yaml"


def _eigen(lpi: Callable[..., str], map_: Path) -> str:
    lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep")
    bestand = map_ / "regio" / "interventies" / "praatgroep.yaml"
    bestand.write_text(bestand.read_text() + "weg: 1\n")
    opdracht = [PYTHON, "-I", "-S", "lpi.pyz", "catalogus", "controleer", "regio"]
    omgeving = {**os.environ, "SHIV_ROOT": str(map_ / "thuis" / "uitgepakt"), "PYTHONUTF8": "1"}
    klaar = subprocess.run(opdracht, cwd=map_, env=omgeving, capture_output=True, text=True, check=False)
    return klaar.stderr


@pytest.mark.parametrize("programma", ["pipx", "uv"])
def test_het_installeert_als_programma(wheel: Path, tmp_path: Path, programma: str) -> None:
    bin_, man = tmp_path / "bin", tmp_path / "man"
    if programma == "pipx":
        waar = {"PIPX_HOME": str(tmp_path / "px"), "PIPX_BIN_DIR": str(bin_), "PIPX_MAN_DIR": str(man)}
        opdracht = ("pipx", "install", wheel)
    else:
        waar = {"UV_TOOL_DIR": str(tmp_path / "uv"), "UV_TOOL_BIN_DIR": str(bin_)}
        opdracht = ("uv", "tool", "install", wheel)
    _voer_uit(sys.executable, "-m", *opdracht, cwd=tmp_path, **waar)
    versie = _voer_uit(bin_ / "lpi", "--version", cwd=tmp_path).stdout
    assert versie.startswith("lpi 0.1.0, catalogus 1.0.0")
    assert programma == "uv" or (man / "man1" / "lpi.1").exists(), "pipx shows the manual page too"
