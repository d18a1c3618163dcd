"""CSV for other programs: UTF-8, commas, text in quotes, numbers with a point (for Excel there is xlsx)."""

from collections.abc import Iterable
from typing import Any

from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.cel import celwaarde


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    return "".join(map(_regel, (beeld.kolommen, *beeld.rijen))).encode()


def _regel(waarden: Iterable[Any]) -> str:
    return ",".join(map(_veld, waarden)) + "\n"


def _veld(waarde: Any) -> str:
    """Text in quotes, also when it could do without, so that it stays one cell; nothing is no text."""
    kaal = celwaarde(waarde)
    if isinstance(kaal, str):
        return '"{}"'.format(kaal.replace('"', '""'))
    return "" if kaal is None else str(kaal)
