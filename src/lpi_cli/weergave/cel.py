"""One value for one cell of a spreadsheet, safe to open."""

from decimal import Decimal
from typing import Any

from lpi_cli.weergave.tekst import schoon

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def celwaarde(waarde: Any) -> str | int | float | None:
    """Numbers stay numbers; text that a spreadsheet could take for a formula gets a ``'``."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
    if waarde is None or isinstance(waarde, int | float):
        return waarde
    tekst = schoon(str(waarde))
    return f"'{tekst}" if tekst.lstrip().startswith(_FORMULE) else tekst
