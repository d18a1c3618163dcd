"""CSV for other programs: UTF-8, commas, numbers with a point (for Excel there is xlsx)."""

from csv import writer
from io import StringIO

from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.cel import celwaarde


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    uitvoer = StringIO()
    schrijver = writer(uitvoer, lineterminator="\n")
    schrijver.writerow([celwaarde(kop) for kop in beeld.kolommen])
    for rij in beeld.rijen:
        schrijver.writerow([celwaarde(waarde) for waarde in rij])
    return uitvoer.getvalue().encode()
