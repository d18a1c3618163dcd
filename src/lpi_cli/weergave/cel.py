"""One value for one cell of a spreadsheet, safe to open."""

from decimal import Decimal
from typing import Any

from lpi_cli.weergave.tekst import schoon

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


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
    """The same for a format without cell types: text like a formula gets a ``'`` in front."""
    kaal = kale_celwaarde(waarde)
    is_formule = isinstance(kaal, str) and kaal.lstrip().startswith(_FORMULE)
    return f"'{kaal}" if is_formule else kaal
