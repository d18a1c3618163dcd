"""Excel workbook, through openpyxl (the extra ``xlsx``)."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.cel import celwaarde, kale_celwaarde

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

BREEDSTE_KOLOM = 60


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """Raises ``ModuleNotFoundError`` when openpyxl is not installed."""
    if beeld.boek is not None:
        return beeld.boek()
    from openpyxl import Workbook

    boek = Workbook()
    blad = boek.active
    assert blad is not None, "a new workbook has one sheet"
    blad.title = "lpi"
    vul_blad(blad, beeld.kolommen, beeld.rijen)
    boek.properties.description = blad.oddFooter.left.text = beeld.voet()  # type: ignore[union-attr]
    return als_bytes(boek)


def als_bytes(boek: "Workbook") -> bytes:
    uitvoer = BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


def vul_blad(blad: "Worksheet", kolommen: Sequence[str], rijen: Iterable[Sequence[Any]]) -> None:
    """A heading and rows in an empty sheet, each cell safe to open."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for rij in (kolommen, *rijen):
        blad.append([kale_celwaarde(waarde) for waarde in rij])
    for kop in blad[1]:
        kop.font = Font(bold=True)
    for nr, kolom in enumerate(blad.columns, 1):
        langste = max(len(str(cel.value or "")) for cel in kolom)
        blad.column_dimensions[get_column_letter(nr)].width = min(langste + 2, BREEDSTE_KOLOM)
        for cel in kolom:
            cel.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cel.value, str):
                cel.data_type = "s"  # text, also when it looks like a formula
                cel.quotePrefix = celwaarde(cel.value) != cel.value  # and when someone edits it
    blad.freeze_panes = "A2"
