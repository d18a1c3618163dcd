"""Excel workbook, through openpyxl (the extra ``xlsx``): a sheet that one can use and print as it is."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Any

from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.cel import celwaarde, kale_celwaarde
from lpi_cli.weergave.tekst import met_adressen, schoon
from lpi_cli.weergave.vel import Kolomsoort, Vel, Velkolom, als_vel

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

SMALSTE_KOLOM, BREEDSTE_KOLOM = 7, 32
LANGE_CEL = 5 * BREEDSTE_KOLOM
"""A column with more characters in a cell may be twice as wide, so that its rows are not so high."""
BREEDSTE_INVULKOLOM = 60
BREEDSTE_BLADZIJDE = 320
"""Characters beside each other on a page: more would be too small to read."""
LANGSTE_BLADNAAM = 31
"""Characters that Excel allows in the name of a sheet."""
KOPKLEUR = "E0EFF1"
EURO, TEN_MINSTE = '"€" #,##0.00', '"≥ €" #,##0.00'
OPMAAK = {Kolomsoort.EURO: EURO, Kolomsoort.GETAL: "#,##0.##", Kolomsoort.JAAR: "0"}
REGELHOOGTE, MEESTE_REGELS = 15, 27
"""Points of a line, and how many lines a row has at most: Excel knows no higher ones."""
GEMETEN_RIJEN = 500
"""Rows that tell how wide a column is."""


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """Raises ``ModuleNotFoundError`` when openpyxl is not installed."""
    if beeld.boek is not None:
        return beeld.boek()
    vel = als_vel(beeld)
    boek, werkblad = nieuw_boek(_bladnaam(beeld.titel))
    boek.properties.title, boek.properties.creator = schoon(beeld.titel), schoon(beeld.afzender)
    boek.properties.language = "nl-NL"
    boek.properties.description = beeld.voet()
    if scherm.moment:
        boek.properties.created = boek.properties.modified = scherm.moment.replace(tzinfo=None)
    kop = _schrijf_opgave(werkblad, beeld, scherm)
    _schrijf_rij(werkblad, kop, [kolom.kop for kolom in vel.kolommen])
    for nr, rij in enumerate(vel.rijen, kop + 1):
        _schrijf_rij(werkblad, nr, rij, vel.kolommen, ten_minste=vel.ten_minste[nr - kop - 1])
    _maak_op(werkblad, vel, kop)
    voet = werkblad.oddFooter
    assert voet is not None, "a new sheet has one"
    voet.left.text, voet.right.text = beeld.voet(), "Bladzijde &P van &N"
    return als_bytes(boek)


def nieuw_boek(naam: str) -> "tuple[Workbook, Worksheet]":
    """A workbook and its first sheet. Raises ``ModuleNotFoundError`` when openpyxl is not installed."""
    from openpyxl import Workbook

    boek = Workbook()
    werkblad = boek.active
    assert werkblad is not None, "a new workbook has one sheet"
    werkblad.title = naam
    return boek, werkblad


def als_bytes(boek: "Workbook") -> bytes:
    uitvoer = BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


def vul_blad(werkblad: "Worksheet", kolommen: Sequence[str], rijen: Iterable[Sequence[Any]]) -> None:
    """A heading and rows in an empty sheet to fill in, each cell safe to open."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for nr, rij in enumerate((kolommen, *rijen), 1):
        _schrijf_rij(werkblad, nr, rij)
    for kop in werkblad[1]:
        kop.font = Font(bold=True)
    for nr, kolom in enumerate(werkblad.columns, 1):
        langste = max(len(str(cel.value or "")) for cel in kolom)
        werkblad.column_dimensions[get_column_letter(nr)].width = min(langste + 2, BREEDSTE_INVULKOLOM)
    werkblad.freeze_panes = "A2"


def _bladnaam(titel: str) -> str:
    return re.sub(r"[\\/*?:\[\]']", " ", schoon(titel))[:LANGSTE_BLADNAAM].strip() or "lpi"


def _schrijf_opgave(werkblad: "Worksheet", beeld: Beeld, scherm: Scherm) -> int:
    """What the sheet is, of when, and with what was calculated; returns the row of the headings."""
    from openpyxl.styles import Font

    van = f" op {scherm.moment.day}-{scherm.moment.month}-{scherm.moment.year}" if scherm.moment else ""
    regels = [beeld.titel, f"Gemaakt met lpi{van}", *beeld.opgave]
    for nr, regel in enumerate(regels, 1):
        _vul(werkblad.cell(nr, 1), regel)
    werkblad.cell(1, 1).font = Font(bold=True, size=14)
    return len(regels) + 2


def _schrijf_rij(
    werkblad: "Worksheet", nr: int, rij: Any, kolommen: Any = (), *, ten_minste: bool = False
) -> None:
    for kolom, waarde in enumerate(rij):
        cel = werkblad.cell(nr, kolom + 1)
        _vul(cel, waarde)
        cel.alignment = _uitlijning()
        if kolommen and not isinstance(cel.value, str):
            soort = kolommen[kolom].soort
            opmaak = TEN_MINSTE if ten_minste and soort is Kolomsoort.EURO else OPMAAK.get(soort)
            cel.number_format = opmaak or cel.number_format


def zet_waarde(cel: "Cell | Any", waarde: Any) -> None:
    """A number, or text that stays text, also when it looks like a formula and someone edits it."""
    cel.value = kaal = kale_celwaarde(waarde)
    if isinstance(kaal, str):
        cel.data_type = "s"
        cel.quotePrefix = celwaarde(kaal) != kaal


def _vul(cel: "Cell | Any", waarde: Any) -> None:
    """The same, in which one address alone can be followed."""
    kaal = kale_celwaarde(waarde)
    delen = list(islice(met_adressen(kaal), 2)) if isinstance(kaal, str) and len(kaal) < 2000 else []
    if len(delen) == 1 and delen[0][1]:
        cel.hyperlink, cel.style = delen[0][1], "Hyperlink"
    zet_waarde(cel, kaal)


def _maak_op(werkblad: "Worksheet", vel: Vel, kop: int) -> None:
    """What stays in sight and is repeated on paper, a filter, widths, landscape on as few pages wide as one can read."""
    from openpyxl.utils import get_column_letter

    for cel in werkblad[kop]:
        maak_kop(cel, KOPKLEUR)
    breedtes = [_breedte(kolom, vel, nr) for nr, kolom in enumerate(vel.kolommen)]
    for nr, regel in enumerate(([kolom.kop for kolom in vel.kolommen], *vel.rijen)):
        werkblad.row_dimensions[kop + nr].height = _regels(regel, breedtes) * REGELHOOGTE
    for nr, breedte in enumerate(breedtes):
        werkblad.column_dimensions[get_column_letter(nr + 1)].width = breedte
    if vel.kolommen:
        werkblad.auto_filter.ref = f"A{kop}:{get_column_letter(len(vel.kolommen))}{kop + len(vel.rijen)}"
    werkblad.freeze_panes = f"B{kop + 1}"
    zet_afdruk(werkblad, kop, ceil(sum(breedtes) / BREEDSTE_BLADZIJDE))
    werkblad.print_title_cols = "A:A"
    marges = werkblad.page_margins
    marges.left = marges.right = marges.top = 0.4


def maak_kop(cel: "Cell | Any", kleur: str) -> None:
    """``kleur``: of the background (RGB)."""
    from openpyxl.styles import Font, PatternFill

    cel.font, cel.fill = Font(bold=True), PatternFill("solid", fgColor=kleur)
    cel.alignment = _uitlijning()


@cache
def _uitlijning() -> "Alignment":
    """Of every cell: a sheet has many."""
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=True, vertical="top")


def zet_afdruk(werkblad: "Worksheet", kop: int, breed: int = 1) -> None:
    """Landscape on A4, so many pages wide, with the row of the headings on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    werkblad.print_title_rows = f"{kop}:{kop}"
    werkblad.page_setup.orientation, werkblad.page_setup.paperSize = "landscape", 9
    werkblad.page_setup.fitToWidth, werkblad.page_setup.fitToHeight = breed, 0
    werkblad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _regels(rij: Sequence[Any], breedtes: Sequence[int]) -> int:
    """Lines that the longest text of a row takes in its column."""
    teksten = (
        (str(waarde or "").splitlines() or [""], breed) for waarde, breed in zip(rij, breedtes, strict=True)
    )
    lang = max((sum(len(deel) // breed + 1 for deel in delen) for delen, breed in teksten), default=1)
    return min(lang, MEESTE_REGELS)


def _breedte(kolom: Velkolom, vel: Vel, nr: int) -> int:
    """As its text needs, at most so wide that the next one is in sight too."""
    langste = max((len(str(rij[nr])) for rij in vel.rijen[:GEMETEN_RIJEN] if rij[nr] is not None), default=0)
    ruim = 12 if kolom.soort is Kolomsoort.EURO else 0
    woord = max(map(len, kolom.kop.split()), default=0) + 3  # room for the arrow of the filter
    breedste = BREEDSTE_KOLOM * (2 if langste > LANGE_CEL else 1)
    return min(max(langste + 2, woord, ruim, SMALSTE_KOLOM), breedste)
