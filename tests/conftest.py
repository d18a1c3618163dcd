"""Shared by the tests: the real command on the real catalogue, in the process of the test itself.

A test marked ``proces`` gets a process of its own, which costs ten times as much.
"""

import gc
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import settings

from lpi_cli import cli
from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.cli._eigen import begin_opnieuw

CHECKOUT = Path(__file__).parent.parent
VANDAAG = date(2026, 11, 28)
"""The day on which the tests ask, for what tells what has ended."""
LANG_GENOEG = 600
"""Seconds after which a process hangs; no test depends on how fast anything is."""
ZWAAR = {
    "browser": "een browser",
    "kantoor": "kantoorprogramma's",
    "shells": "zsh en fish",
    "lang": "heel veel of heel grote gevallen",
    "standaarden": "frictionless en pyshacl",
    "uitgave": "pipx, uv en shiv",
}
"""Fixtures that mark their tests, which ``pyproject.toml`` leaves out of a plain run; and what they need."""

settings.register_profile("lpi", deadline=None)  # a busy machine is no fault
settings.load_profile("lpi")
for naam in ("COLUMNS", "LINES", "LPI_CATALOGUS", "NO_COLOR"):
    os.environ.pop(naam, None)  # what whoever runs the tests likes, and what xdist sets


def paren(eerste: Iterable[Any], tweede: Iterable[Any]) -> list[Any]:
    """All pairs of two kinds of cases, for ``parametrize``; a plain run has only those with the first case of either kind."""
    return [
        pytest.param(een, ander, marks=[pytest.mark.lang] if nr and ander_nr else [])
        for nr, een in enumerate(eerste)
        for ander_nr, ander in enumerate(tweede)
    ]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for test in items:
        for naam in ZWAAR.keys() & set(getattr(test, "fixturenames", ())):
            test.add_marker(naam)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if weggelaten := [naam for naam in ZWAAR if f"not {naam}" in config.option.markexpr]:
        waarmee = " en ".join(ZWAAR[naam] for naam in weggelaten)
        opdracht = f'pytest -m "{" or ".join(weggelaten)}"'
        terminalreporter.write_line(f"Weggelaten: tests met {waarmee}. Die draaien met: {opdracht}")


class Uitkomst(NamedTuple):
    stdout: str
    stderr: str
    status: int

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


Lpi = Callable[..., Uitkomst]

BUFFERS = {"met buffer": "", "zonder buffer": "1"}
"""What ``PYTHONUNBUFFERED`` may be: it changes how Python writes, and many a container sets it."""


def in_dit_proces(*argumenten: str, map_: Path | None = None, **omgeving: str) -> Uitkomst:
    """Run ``lpi`` as a user would, without a terminal; keyword arguments are environment.

    What a user would see as a traceback comes out of this as the exception itself.
    """
    codering = omgeving.get("PYTHONIOENCODING", "utf-8")
    stdout, stderr = (
        io.TextIOWrapper(io.BytesIO(), encoding=codering, errors=fouten, write_through=True)
        for fouten in ("strict", "backslashreplace")
    )
    with (
        patch.dict(os.environ, omgeving),
        chdir(map_) if map_ else nullcontext(),
        _als_programma(stdout, stderr),
        pytest.raises(SystemExit) as einde,
    ):
        cli.main(argumenten)
    assert isinstance(einde.value.code, int)
    return Uitkomst(
        *(stroom.buffer.getvalue().decode(codering) for stroom in (stdout, stderr)), einde.value.code
    )  # type: ignore[attr-defined]


@contextmanager
def _als_programma(stdout: io.TextIOWrapper, stderr: io.TextIOWrapper) -> Iterator[None]:
    """The streams of a program that was just started, and afterwards the memory as it was before it."""
    with (
        Path(os.devnull).open(encoding="utf-8") as stdin,
        patch.multiple(sys, stdin=stdin, stdout=stdout, __stdout__=stdout, stderr=stderr),
    ):
        try:
            yield
        finally:
            begin_opnieuw()
            gc.unfreeze()
            gc.enable()


def in_eigen_proces(*argumenten: str, map_: Path | None = None, **omgeving: str) -> Uitkomst:
    """The same in a process of its own."""
    klaar = subprocess.run(
        [sys.executable, "-m", "lpi_cli", *argumenten],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=map_,
        env={**os.environ, "PYTHONUTF8": "1", **omgeving},
        timeout=LANG_GENOEG,
        check=False,
    )
    codering = omgeving.get("PYTHONIOENCODING", "utf-8")
    return Uitkomst(klaar.stdout.decode(codering), klaar.stderr.decode(codering), klaar.returncode)


@pytest.fixture
def lpi(request: pytest.FixtureRequest) -> Lpi:
    """Run ``lpi``: in this process, or in one of its own for a test marked ``proces``."""
    return in_eigen_proces if request.node.get_closest_marker("proces") else in_dit_proces


@pytest.fixture
def hele(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled catalogue that is checked as the bundled one, which no other folder is."""
    map_ = tmp_path / "hele"
    shutil.copytree(CHECKOUT / "catalog", map_)
    monkeypatch.setattr("lpi_cli.cli.catalogus.controleer.gebundelde_map", lambda: map_)
    return map_


@pytest.fixture(scope="session")
def catalogus() -> Catalogus:
    return laad()
