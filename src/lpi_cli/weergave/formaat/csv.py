"""CSV: for other programs on a screen or in a pipe, for people in the Netherlands in a file.

For programs: UTF-8, commas, text in quotes, numbers with a point. For people what their spreadsheet opens as it is meant:
semicolons, a decimal comma, a mark at the start that says UTF-8, and the columns of the sheet.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.cel import celwaarde, celwaarde_voor_mensen
from lpi_cli.weergave.vel import als_vel

BOM = "\ufeff"


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    if not scherm.is_bestand:
        return voor_programmas(beeld.kolommen, beeld.rijen)
    vel = als_vel(beeld)
    rijen = ([kolom.kop for kolom in vel.kolommen], *vel.rijen)
    regels = (";".join(_tekst(celwaarde_voor_mensen(waarde), waarde) for waarde in rij) for rij in rijen)
    return (BOM + "".join(f"{regel}\r\n" for regel in regels)).encode()


def voor_programmas(kolommen: Sequence[str], rijen: Iterable[Sequence[Any]]) -> bytes:
    return "".join(",".join(map(_veld, rij)) + "\n" for rij in (kolommen, *rijen)).encode()


def _veld(waarde: Any) -> str:
    """Text in quotes, also when it could do without, so that it stays one cell; nothing is no text."""
    kaal = celwaarde(waarde)
    return _tekst(kaal, waarde) if isinstance(kaal, str) else "" if kaal is None else str(kaal)


def _tekst(tekst: str, waarde: Any) -> str:
    """In quotes, unless it is a number or nothing."""
    return '"{}"'.format(tekst.replace('"', '""')) if isinstance(celwaarde(waarde), str) else tekst
