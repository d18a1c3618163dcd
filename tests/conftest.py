"""Shared by the tests: the real command in a process of its own, on the real catalogue."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from lpi_cli.catalogus import Catalogus, laad

CHECKOUT = Path(__file__).parent.parent


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


@pytest.fixture(scope="session")
def lpi() -> Lpi:
    """Run ``lpi`` as a user would, without a terminal; keyword arguments are environment."""

    def voer_uit(*argumenten: str, map_: Path | None = None, **omgeving: str) -> Uitkomst:
        klaar = subprocess.run(
            [sys.executable, "-m", "lpi_cli", *argumenten],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=map_,
            env={**os.environ, "PYTHONUTF8": "1", **omgeving},
            timeout=30,
            check=False,
        )
        codering = omgeving.get("PYTHONIOENCODING", "utf-8")
        return Uitkomst(klaar.stdout.decode(codering), klaar.stderr.decode(codering), klaar.returncode)

    return voer_uit


@pytest.fixture(scope="session")
def catalogus() -> Catalogus:
    return laad()
