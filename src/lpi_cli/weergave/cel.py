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


def kale_celwaarde(waarde: Any) -> str | int | float | None:
    """Numbers stay numbers, yes/no becomes a word, text is cleaned."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
    if waarde is None or isinstance(waarde, int | float):
        return waarde
    return schoon(str(waarde))


def celwaarde(waarde: Any) -> str | int | float | None:
    """The same for a format without cell types: what may become a formula gets a ``'`` in front."""
    kaal = kale_celwaarde(waarde)
    if not isinstance(kaal, str):
        return kaal
    return "".join(_FORMULE.sub(r"\1'", deel) for deel in _SCHEIDING.split(kaal))
