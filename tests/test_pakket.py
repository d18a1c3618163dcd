"""The wheel: it carries the catalogue ready-made and works in any folder."""

import ast
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT


@pytest.fixture(scope="module")
def uitgepakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this checkout, unpacked as pip would."""
    map_ = tmp_path_factory.mktemp("wheel")
    bouw = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*bouw, "--wheel-dir", str(map_), str(CHECKOUT)], check=True, capture_output=True)
    (wheel,) = map_.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(map_ / "pakket")
    return map_ / "pakket"


def _python(uitgepakt: Path, cwd: Path, *argumenten: str) -> subprocess.CompletedProcess[str]:
    omgeving = {**os.environ, "PYTHONPATH": str(uitgepakt), "HOME": str(cwd / "leeg"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *argumenten], cwd=cwd, env=omgeving, capture_output=True, text=True, check=False
    )


def test_de_catalogus_reist_mee(uitgepakt: Path) -> None:
    catalog = uitgepakt / "lpi_cli" / "catalog"
    assert len(list((catalog / "interventies").glob("*.yaml"))) == 39
    assert (catalog / "gereed.jsonl").is_file()
    assert (catalog / "schema" / "interventie.schema.json").is_file()


def test_de_handleiding_reist_mee(uitgepakt: Path) -> None:
    (handleiding,) = uitgepakt.glob("*.data/data/share/man/man1/lpi.1")
    assert handleiding.read_bytes() == (CHECKOUT / "docs" / "lpi.1").read_bytes()


def test_de_scripts_van_aanvullen_reizen_mee(uitgepakt: Path) -> None:
    scripts = {script.name for script in (uitgepakt / "lpi_cli" / "cli" / "aanvulling").iterdir()}
    assert scripts == {"lpi.bash", "lpi.fish", "lpi.ps1", "lpi.zsh"}


def test_het_werkt_in_een_andere_map_zonder_thuismap(uitgepakt: Path, tmp_path: Path) -> None:
    klaar = _python(uitgepakt, tmp_path, "-m", "lpi_cli", "lijst", "--formaat", "csv")
    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert len(klaar.stdout.splitlines()) == 40
    assert list(tmp_path.iterdir()) == [], "nothing is written"


ZWAAR = (
    "pydantic",
    "yaml",
    "questionary",
    "prompt_toolkit",
    "rich",
    "jinja2",
    "openpyxl",
    "docx",
    "platformdirs",
    "lpi_cli.catalogus.model_toets",
    "lpi_cli.catalogus.model_uitleg",
)
"""What a search must not import. Typer imports none of these by itself: rich only for its own help and
errors, which we replace, and from 0.29 on pydantic to read the words of a command, which
``_zonder_pydantic`` keeps from it."""


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "markdown"])
def test_een_start_laadt_niets_zwaars(uitgepakt: Path, tmp_path: Path, formaat: str) -> None:
    code = f"""
import sys
from lpi_cli.cli import main
sys.argv = ["lpi", "zoek", "--leeftijd", "12-18", "--formaat", "{formaat}"]
try:
    main()
except SystemExit:
    pass
print(sys.modules["lpi_cli"].__file__, [naam for naam in {ZWAAR} if naam in sys.modules], file=sys.stderr)
"""
    klaar = _python(uitgepakt, tmp_path, "-c", code)
    assert "bamboo" in klaar.stdout
    assert klaar.stderr.strip() == f"{uitgepakt / 'lpi_cli' / '__init__.py'} []"


@pytest.mark.uitgave
def test_in_het_bronpakket_kloppen_de_documenten(tmp_path: Path) -> None:
    bouw = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(tmp_path)]
    subprocess.run(bouw, cwd=CHECKOUT, check=True, capture_output=True)
    (pakket,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(pakket) as inhoud:
        inhoud.extractall(tmp_path, filter="data")
    (map_,) = (pad for pad in tmp_path.iterdir() if pad.is_dir())
    for genoemd in (".ci/run", "docs/opdrachten.md", "docs/genereer.py"):
        assert (map_ / genoemd).is_file(), "the README speaks of it"
    proef = [sys.executable, "-m", "pytest", "--quiet", "tests/test_documenten.py"]
    klaar = subprocess.run(proef, cwd=map_, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout


def test_wat_de_code_gebruikt_staat_in_de_afhankelijkheden() -> None:
    """Also what another dependency happens to bring along: it may stop doing so."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    opgegeven = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    namen = {_pakketnaam(re.split("[^A-Za-z0-9_.-]", een)[0]) for een in opgegeven}
    geleverd_door = packages_distributions()
    for module in _gebruikte_modules():
        assert namen & set(map(_pakketnaam, geleverd_door[module])), f"{module} is not declared"


def _pakketnaam(naam: str) -> str:
    return re.sub("[-_.]+", "-", naam).lower()


def _gebruikte_modules() -> set[str]:
    """The top of every import in the code, less those of Python and of the code itself."""
    knopen = [k for m in (CHECKOUT / "src").rglob("*.py") for k in ast.walk(ast.parse(m.read_text()))]
    namen = [naam.name for knoop in knopen if isinstance(knoop, ast.Import) for naam in knoop.names]
    namen += [knoop.module for knoop in knopen if isinstance(knoop, ast.ImportFrom) and knoop.module]
    return {naam.split(".")[0] for naam in namen} - sys.stdlib_module_names - {"lpi_cli"}


@pytest.mark.uitgave
def test_een_catalogus_met_fouten_wordt_niet_gebouwd(tmp_path: Path) -> None:
    import shutil

    kopie = tmp_path / "kopie"
    shutil.copytree(
        CHECKOUT, kopie, ignore=shutil.ignore_patterns(".git", ".venv", "tests", "*.egg-info", "__pycache__")
    )
    mosaic = kopie / "catalog" / "interventies" / "mosaic.yaml"
    mosaic.write_text(mosaic.read_text().replace("id: mosaic", "id: fout"))
    bouw = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    klaar = subprocess.run(
        [*bouw, "--wheel-dir", str(tmp_path), str(kopie)], capture_output=True, text=True, check=False
    )
    assert klaar.returncode != 0
    assert "moet gelijk zijn aan de bestandsnaam" in klaar.stdout + klaar.stderr
