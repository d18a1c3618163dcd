"""One value for one cell of a spreadsheet, safe to open."""

import re
from decimal import Decimal
from typing import Any

from lpi_cli.weergave.tekst import schoon

_SCHEIDING = re.compile(r"([,;\t\n])")
"""Where a program that was told of another separator begins a new cell, whatever the quotes say."""
_FORMULE = re.compile(
    r'^([\s"]*)(?=[=+@\uff1d\uff0b\uff0d\uff20-])(?!(?:-[0-9]+(?:\.[0-9]+)?|\+[0-9][0-9 ()/–-]{7,18})\s*$)'
)
"""What a spreadsheet may take for a formula; not a negative number or a telephone number."""


class Woord(str):
    """A code for programs, with the word that people read."""

    woord: str

    def __new__(cls, code: str, woord: str) -> "Woord":
        zelf = super().__new__(cls, code)
        zelf.woord = woord
        return zelf


class Grenzen(str):
    """Bounds in one cell, with the numbers for cells of their own; ``woord``: where words say more than these."""

    grenzen: tuple[Any, Any]
    toon: bool
    woord: str

    def __new__(
        cls, tekst: str, van: Any, tot: Any, woord: str | None = None, *, toon: bool = False
    ) -> "Grenzen":
        zelf = super().__new__(cls, tekst)
        zelf.grenzen, zelf.toon, zelf.woord = (van, tot), toon, woord or tekst
        return zelf


def kale_celwaarde(waarde: Any) -> str | int | float | None:
    """Numbers stay numbers, yes/no becomes a word, text is cleaned."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
    if waarde is None or isinstance(waarde, int | float):
        return waarde
    return schoon(str(waarde))


_TELEFOON = re.compile(r"(\+\d\d|0\d)(\d{6,})")
"""A telephone number in digits alone, of which a spreadsheet would take the nought."""
_DATUM = re.compile(r"(\d{1,3})[-/](\d{1,3})")
"""A range that a spreadsheet takes for a date."""


def celwaarde_voor_mensen(waarde: Any) -> str:
    """The same as a Dutch spreadsheet shows it: a decimal comma, no date of a range, a telephone number as it is."""
    kaal = celwaarde(waarde)
    if not isinstance(kaal, str):
        return "" if kaal is None else str(kaal).replace(".", ",")
    if _DATUM.fullmatch(kaal):
        return _DATUM.sub(r"\1 tot \2", kaal)
    return _TELEFOON.sub("\\1\u00a0\\2", kaal) if _TELEFOON.fullmatch(kaal) else kaal


def celwaarde(waarde: Any) -> str | int | float | None:
    """The same for a format without cell types: what may become a formula gets a ``'`` in front."""
    kaal = kale_celwaarde(waarde)
    if not isinstance(kaal, str):
        return kaal
    return "".join(_FORMULE.sub(r"\1'", deel) for deel in _SCHEIDING.split(kaal))
