"""The formats. Each is one module here with ``render``; this table is all that names it."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol

from lpi_cli.weergave.beeld import Beeld, Scherm

VOOR_SCHERM = "tabel"
"""The format for people at a terminal, which needs no file."""
EXTENSIES: Mapping[str, Sequence[str]] = {
    VOOR_SCHERM: (".txt",),
    "json": (".json",),
    "csv": (".csv",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
}
"""Format name (also the name of its module) → the file extensions that mean it."""

ALLEEN_BESTAND = frozenset({"docx", "xlsx"})
"""Formats that are no text, so not for a screen."""


class Formaat(Protocol):
    """What a format module offers."""

    def render(self, beeld: Beeld, scherm: Scherm) -> bytes:
        """The whole result as bytes, ready to be written."""


def formaat(naam: str) -> Formaat:
    """The format called ``naam``; imported only now, because some need heavy libraries."""
    module: Formaat = import_module(f"lpi_cli.weergave.formaat.{naam}")
    return module
