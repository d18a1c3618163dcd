"""Excel workbook, through openpyxl (the extra ``xlsx``)."""

from io import BytesIO

from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.cel import celwaarde, kale_celwaarde

BREEDSTE_KOLOM = 60


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """Raises ``ModuleNotFoundError`` when openpyxl is not installed."""
    if beeld.boek is not None:
        return beeld.boek()
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    boek = Workbook()
    blad = boek.active
    assert blad is not None, "a new workbook has one sheet"
    blad.title = "lpi"
    for rij in (beeld.kolommen, *beeld.rijen):
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
    boek.properties.description = blad.oddFooter.left.text = beeld.voet()  # type: ignore[union-attr]
    uitvoer = BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()
