"""The layers: arrows point one way, and the core neither prints nor reads."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

PAKKET = CHECKOUT / "src" / "lpi_cli"
LAGEN = ("catalogus", "kern", "weergave", "cli")
"""From low to high: a layer may use itself and those before it."""
MODULES = sorted(PAKKET.rglob("*.py"))


@cache
def _knopen(bestand: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(bestand.read_text())))


def _imports(bestand: Path) -> Iterator[str]:
    """The full name of all that a module imports: of ``from a import b`` that is ``a.b``."""
    return _imports_in(_knopen(bestand), _pakket(bestand))


def _imports_in(knopen: Iterable[ast.AST], pakket: str) -> Iterator[str]:
    for knoop in knopen:
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            module = resolve_name("." * knoop.level + (knoop.module or ""), pakket)
            yield from (f"{module}.{naam.name}" for naam in knoop.names)


def _pakket(bestand: Path) -> str:
    """The package that a module is in, from which relative names count."""
    return ".".join(("lpi_cli", *bestand.relative_to(PAKKET).parent.parts))


def _laag(bestand: Path) -> str | None:
    deel = bestand.relative_to(PAKKET).parts[0]
    return deel if deel in LAGEN else None


@pytest.mark.parametrize(
    "code",
    [
        "import lpi_cli.cli",
        "import lpi_cli.cli as x",
        "from lpi_cli import cli, weergave",
        "from lpi_cli.cli import main",
        "from .. import cli",
        "from ..cli import main",
        "from ..cli._uitvoer import melding as m",
        "def f():\n    from lpi_cli import cli",
    ],
)
def test_elke_manier_om_een_laag_te_gebruiken_wordt_gezien(code: str) -> None:
    assert _hoger("kern", _imports_in(ast.walk(ast.parse(code)), "lpi_cli.kern"))


@pytest.mark.parametrize("code", ["from lpi_cli import catalogus", "from . import zoek", "import click"])
def test_wat_een_laag_wel_mag_gebruiken_wordt_niet_geweigerd(code: str) -> None:
    assert not _hoger("kern", _imports_in(ast.walk(ast.parse(code)), "lpi_cli.kern"))


def _hoger(laag: str, imports: Iterable[str]) -> list[str]:
    """What is imported of layers that come after ``laag``."""
    hoger = [f"lpi_cli.{naam}" for naam in LAGEN[LAGEN.index(laag) + 1 :]]
    return [naam for naam in imports if any(f"{naam}.".startswith(f"{ander}.") for ander in hoger)]


@pytest.mark.parametrize("bestand", MODULES, ids=lambda b: str(b.relative_to(PAKKET)))
def test_pijlen_wijzen_een_kant_op(bestand: Path) -> None:
    laag = _laag(bestand)
    if laag is not None:
        assert _hoger(laag, _imports(bestand)) == []


def test_er_is_geen_kring_van_imports() -> None:
    assert _kring({_naam(bestand): set(_imports(bestand)) for bestand in MODULES}) == []


@pytest.mark.parametrize(
    ("code", "kring"),
    [
        (
            "if TYPE_CHECKING:\n    from lpi_cli.een import Een",
            ["lpi_cli.een", "lpi_cli.twee", "lpi_cli.een"],
        ),
        ("def f():\n    import lpi_cli.een", ["lpi_cli.een", "lpi_cli.twee", "lpi_cli.een"]),
        ("from . import een", ["lpi_cli.een", "lpi_cli.twee", "lpi_cli.een"]),
        ("from lpi_cli import __version__", []),
    ],
)
def test_elke_manier_om_een_kring_te_maken_wordt_gezien(code: str, kring: list[str]) -> None:
    imports = {"lpi_cli": set[str](), "lpi_cli.een": {"lpi_cli.twee.Twee"}}
    assert (
        _kring({**imports, "lpi_cli.twee": set(_imports_in(ast.walk(ast.parse(code)), "lpi_cli"))}) == kring
    )


def _kring(imports: dict[str, set[str]]) -> list[str]:
    """Modules that import each other, from one of them back to it; imports for types count too."""
    modules = {
        module: {naam if naam in imports else naam.rpartition(".")[0] for naam in namen}
        for module, namen in imports.items()
    }
    try:
        TopologicalSorter(modules).prepare()
    except CycleError as fout:
        return list(fout.args[1])
    return []


def _naam(bestand: Path) -> str:
    return _pakket(bestand) if bestand.stem == "__init__" else f"{_pakket(bestand)}.{bestand.stem}"


@pytest.mark.parametrize(
    "bestand", [m for m in MODULES if _laag(m) in ("kern", "weergave")], ids=lambda b: b.name
)
def test_kern_en_weergave_krijgen_de_datum_van_vandaag_en_vragen_haar_niet(bestand: Path) -> None:
    vraagt = {knoop.attr for knoop in _knopen(bestand) if isinstance(knoop, ast.Attribute)}
    assert not vraagt & {"today", "now", "utcnow"}
    assert "time" not in {module.split(".")[0] for module in _imports(bestand)}


@pytest.mark.parametrize("bestand", [m for m in MODULES if _laag(m) == "kern"], ids=lambda b: b.name)
def test_kern_leest_en_schrijft_niets(bestand: Path) -> None:
    aanroepen = {
        n.func.id for n in _knopen(bestand) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not aanroepen & {"print", "open", "input"}
    verboden = {"os", "sys", "pathlib", "rich", "typer", "click", "yaml", "pydantic", "json"}
    assert not {module.split(".")[0] for module in _imports(bestand)} & verboden


def test_een_klasse_heeft_een_naam_die_geen_andere_heeft() -> None:
    """So that a name means one thing, wherever one reads it; what is of one module alone may be called as elsewhere."""
    namen = Counter(
        knoop.name
        for bestand in MODULES
        for knoop in ast.parse(bestand.read_text()).body
        if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_")
    )
    assert [naam for naam, keer in namen.items() if keer > 1] == []


def test_geen_naam_van_een_interventie_in_de_code() -> None:
    ids = [bestand.stem for bestand in (CHECKOUT / "catalog" / "interventies").glob("*.yaml")]
    code = {
        knoop.value.lower()
        for bestand in MODULES
        if _laag(bestand) in {"catalogus", "kern", "weergave"}
        for knoop in _knopen(bestand)
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and "\n" not in knoop.value
    }
    assert not code & set(ids)
