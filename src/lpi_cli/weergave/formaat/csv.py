"""CSV for a spreadsheet: UTF-8 with a byte-order mark and semicolons, as Dutch Excel reads it."""

from csv import writer
from io import StringIO

from lpi_cli.weergave.beeld import Beeld
from lpi_cli.weergave.cel import celwaarde


def render(beeld: Beeld) -> bytes:
    uitvoer = StringIO()
    schrijver = writer(uitvoer, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(beeld.kolommen)
    for rij in beeld.rijen:
        schrijver.writerow([_als_tekst(celwaarde(waarde)) for waarde in rij])
    return uitvoer.getvalue().encode("utf-8-sig")


def _als_tekst(waarde: str | int | float | None) -> str:
    if isinstance(waarde, float):
        return str(waarde).replace(".", ",")
    return "" if waarde is None else str(waarde)
