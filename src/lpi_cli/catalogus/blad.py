"""Read a sheet of unknown origin: the text of its cells as people see it, or one clear fault.

Nothing in a file is run, followed or calculated, and what it takes to read one is bounded.
"""

import csv
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.woorden import ONZICHTBAAR

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

GROOTSTE_BESTAND, GROOTSTE_INHOUD = 10_000_000, 20_000_000
"""Bytes of a file, and of all that is packed in it."""
MEESTE_CELLEN, MEESTE_RIJEN, MEESTE_KOLOMMEN = 100_000, 5_000, 200
EXTENSIES = (".xlsx", ".xlsm", ".csv")
ANDERE = {
    ".xls": "een oud Excel-bestand",
    ".xlsb": "een binair Excel-bestand",
    ".ods": "een bestand van LibreOffice",
    ".numbers": "een bestand van Numbers",
}
"""Sheets that are not read, since no small library does so well."""
_OPSLAAN = "Open het, kies Opslaan als, en kies Excel (.xlsx)"
_OUD_OF_OP_SLOT = b"\xd0\xcf\x11\xe0"
"""How both an old Excel file and one with a password begin."""
_CEL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_SAMEN = re.compile(rb"<(?:\w+:)?mergeCell[\s/>]")
_BEREIK = re.compile(
    rb"<(?:\w+:)?mergeCell\s+ref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']"
)
_LANGSTE_LABEL = 100
"""Bytes of a tag that is looked for, which may lie over two blocks."""
_SPATIES = re.compile(r"[^\S\n]+")
_NULLEN = re.compile("0{2,15}")
"""A number format that keeps the 0 in front of a telephone number."""
_BLOK = 1 << 16


class Rij(NamedTuple):
    nr: int
    """As the sheet counts."""
    cellen: Sequence[str]


class Blad(NamedTuple):
    """One sheet: its rows that are not empty."""

    naam: str
    rijen: Sequence[Rij]
    adressen: Mapping[tuple[int, int], str]
    """Row and column → the address behind a cell that is a link."""
    breed: Mapping[tuple[int, int], int] = {}
    """Row and column of a cell that was merged over several columns → the first of those."""


class Werkboek(NamedTuple):
    bladen: Sequence[Blad]
    let_op: Sequence[str]
    """What in it does not take part (Dutch)."""


def lees_werkboek(bestand: Path) -> Werkboek:
    """The sheets of a file. Raises ``CatalogusFout``, ``OSError``, or ``ModuleNotFoundError`` without openpyxl."""
    extensie = bestand.suffix.lower()
    if extensie in ANDERE:
        raise _fout(bestand, f"is {ANDERE[extensie]}; dat leest lpi niet. {_OPSLAAN}")
    if extensie not in EXTENSIES:
        raise _fout(bestand, "is geen werkblad; geef een bestand dat eindigt op .xlsx of .csv")
    inhoud = _inhoud(bestand)
    return _lees_csv(bestand, inhoud) if extensie == ".csv" else _lees_xlsx(bestand, inhoud)


def laad_werkboek(bestand: Path) -> "Workbook":
    """An Excel file as it is, after the same look at what it holds. Raises as ``lees_werkboek``."""
    inhoud = _inhoud(bestand)
    _keur_zip(bestand, inhoud)
    return _laad(bestand, inhoud, uitkomsten=False)


def _inhoud(bestand: Path) -> bytes:
    if not bestand.is_file():
        raise _fout(bestand, "is geen gewoon bestand" if bestand.exists() else "bestaat niet")
    with bestand.open("rb") as invoer:
        inhoud = invoer.read(GROOTSTE_BESTAND + 1)
    if len(inhoud) > GROOTSTE_BESTAND:
        raise _fout(bestand, "is te groot, ten hoogste 10 MB")
    return inhoud


def celnaam(rij: int, kolom: int) -> str:
    """``D3``, as a sheet names it; both count from 1."""
    return f"{kolomnaam(kolom)}{rij}"


def kolomnaam(kolom: int) -> str:
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _fout(bestand: Path, melding: str) -> CatalogusFout:
    return CatalogusFout([Fout(bestand, 0, "", melding)])


def _blad(bestand: Path, naam: str, rijen: Iterable[tuple[int, list[str]]]) -> Blad:
    """Raises ``CatalogusFout`` when there is more than one can have on offer."""
    gevuld = []
    for nr, cellen in rijen:
        if any(cellen):
            gevuld.append(Rij(nr, cellen))
        if len(gevuld) > MEESTE_RIJEN or len(cellen) > MEESTE_KOLOMMEN:
            melding = (
                f"blad {naam} heeft meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen; verdeel het"
            )
            raise _fout(bestand, melding)
    return Blad(naam, gevuld, {})


def _schoon(tekst: str) -> str:
    """Text without what cannot be seen, and without needless space."""
    netjes = _SPATIES.sub(" ", ONZICHTBAAR.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n")))
    return "\n".join(regel.strip() for regel in netjes.split("\n")).strip()


# --- csv ------------------------------------------------------------------------------


def _lees_csv(bestand: Path, inhoud: bytes) -> Werkboek:
    tekst = _ontcijfer(inhoud)
    if kop := re.match(r"sep=(.)\r?\n", tekst):
        tekst, scheiding = tekst[kop.end() :], kop[1]
    else:
        eerste = re.sub(r'"[^"]*"', "", next((regel for regel in tekst.splitlines() if regel.strip()), ""))
        scheiding = max(";\t,", key=eerste.count)
    try:
        rijen = csv.reader(StringIO(tekst, newline=""), delimiter=scheiding)
        blad = _blad(
            bestand, bestand.stem, ((nr, [_schoon(cel) for cel in rij]) for nr, rij in enumerate(rijen, 1))
        )
    except csv.Error:
        raise _fout(bestand, "is geen CSV dat te lezen is; bewaar het opnieuw als CSV UTF-8") from None
    return Werkboek([blad], [])


def _ontcijfer(inhoud: bytes) -> str:
    """Text as programs save it: UTF-8, what Excel calls Unicode, or the letters of Windows."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return inhoud.decode("utf-16", "replace")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace")


# --- xlsx -----------------------------------------------------------------------------


def _lees_xlsx(bestand: Path, inhoud: bytes) -> Werkboek:
    let_op = _keur_zip(bestand, inhoud)
    boek = _laad(bestand, inhoud, uitkomsten=False)
    formules = {blad.title for blad in boek.worksheets if any(cel.data_type == "f" for cel in _cellen(blad))}
    uitkomsten = _laad(bestand, inhoud, uitkomsten=True) if formules else boek
    bladen = []
    for blad in boek.worksheets:
        uitkomst = uitkomsten[blad.title]
        leeg = [
            cel.coordinate
            for cel in _cellen(blad)
            if cel.data_type == "e" or (cel.data_type == "f" and uitkomst[cel.coordinate].value is None)
        ]
        if leeg or blad.title in formules:
            zonder = f"; zonder uitkomst, dus leeg: {_eerste(leeg)}" if leeg else ""
            let_op.append(
                f"blad {blad.title}: lpi rekent niet; van een formule telt de bewaarde uitkomst{zonder}"
            )
        let_op += _wat_niet_meedoet(blad)
        gelezen = _blad(bestand, blad.title, () if _is_verborgen(blad) else _rijen(uitkomst))
        bladen.append(gelezen._replace(adressen=_adressen(blad), breed=_breed(blad)))
    return Werkboek(bladen, let_op)


def _wat_niet_meedoet(blad: "Worksheet") -> Iterator[str]:
    """What nobody sees in a sheet as it is opened: old or not for others, so that it is only told."""
    if not any(_cellen(blad)):
        return
    if _is_verborgen(blad):
        yield f"blad {blad.title} is verborgen en doet niet mee; maak het zichtbaar als dat wel moet"
        return
    rijen, kolommen = _verborgen(blad)
    met = {plek for plek, cel in blad._cells.items() if cel.value is not None}
    weg = [f"rij {nr}" for nr in sorted({rij for rij, _ in met} & rijen)]
    weg += [f"kolom {kolomnaam(nr)}" for nr in sorted({kolom for _, kolom in met} & kolommen)]
    if weg:
        yield f"blad {blad.title}: verborgen, dus niet gelezen: {_eerste(weg)}; maak zichtbaar wat wel mee moet"
    if notities := [cel.coordinate for cel in blad._cells.values() if getattr(cel, "comment", None)]:
        yield f"blad {blad.title}: een notitie bij een cel doet niet mee; zet in een kolom wat mee moet: {_eerste(notities)}"


def _is_verborgen(blad: "Worksheet") -> bool:
    return blad.sheet_state != "visible"


def _verborgen(blad: "Worksheet") -> tuple[set[int], set[int]]:
    """The rows and columns that are hidden, by hand or by a filter."""
    rijen = {nr for nr, rij in blad.row_dimensions.items() if rij.hidden}
    reeksen = [(kolom.min or 0, kolom.max or 0) for kolom in blad.column_dimensions.values() if kolom.hidden]
    return rijen, {nr for van, tot in reeksen for nr in range(van, min(tot, MEESTE_KOLOMMEN) + 1)}


def _breed(blad: "Worksheet") -> dict[tuple[int, int], int]:
    return {
        (rij, kolom): bereik.min_col
        for bereik in blad.merged_cells.ranges
        if bereik.max_col > bereik.min_col
        for rij in range(bereik.min_row, bereik.max_row + 1)
        for kolom in range(bereik.min_col, bereik.max_col + 1)
    }


def _eerste(cellen: Sequence[str]) -> str:
    return ", ".join(cellen[:3]) + (f" en nog {len(cellen) - 3}" if len(cellen) > 3 else "")


def _keur_zip(bestand: Path, inhoud: bytes) -> list[str]:
    """What does not take part. Raises ``CatalogusFout`` for what is no sheet, or too much to read."""
    if inhoud.startswith(_OUD_OF_OP_SLOT):
        raise _fout(
            bestand, f"heeft een wachtwoord, of is een oud Excel-bestand. {_OPSLAAN}, zonder wachtwoord"
        )
    try:
        with ZipFile(BytesIO(inhoud)) as pakket:
            delen = pakket.infolist()
            if len(delen) > 1000 or sum(deel.file_size for deel in delen) > GROOTSTE_INHOUD:
                raise _fout(
                    bestand, "is uitgepakt te groot; kopieer alleen de rijen met aanbod naar een nieuw blad"
                )
            cellen = 0
            for deel in delen:
                with pakket.open(deel) as invoer:
                    cellen += _tel_cellen(bestand, invoer, is_blad="worksheets/" in deel.filename)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise _fout(bestand, f"is geen Excel-bestand dat te lezen is. {_OPSLAAN}") from None
    namen = [deel.filename for deel in delen]
    let_op = []
    if any("vbaProject" in naam for naam in namen):
        let_op.append("er zitten macro's in; die doen niet mee")
    if any("externalLinks/" in naam for naam in namen):
        let_op.append("er zijn koppelingen met andere bestanden; die worden niet gevolgd")
    return let_op


def _tel_cellen(bestand: Path, invoer: Any, *, is_blad: bool) -> int:
    """How many cells a part has. Raises ``CatalogusFout`` for too many, or for what no sheet has in it."""
    aantal, rest = 0, b""
    while blok := invoer.read(_BLOK):
        samen = rest + blok
        if b"<!DOCTYPE" in samen or b"<!ENTITY" in samen or samen.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise _fout(bestand, f"bevat iets dat niet in een werkblad hoort. {_OPSLAAN}")
        if is_blad:
            aantal += _cellen_in(samen) - _cellen_in(rest)
            if aantal > MEESTE_CELLEN:
                melding = f"heeft meer dan {MEESTE_CELLEN} cellen; kopieer alleen de rijen met aanbod naar een nieuw blad"
                raise _fout(bestand, melding)
        rest = samen[-_LANGSTE_LABEL:]
    return aantal


def _cellen_in(stuk: bytes) -> int:
    """Cells, also those that are only there since they are merged, for which openpyxl makes one each."""
    bereiken = _BEREIK.findall(stuk)
    samen = sum(
        (int(tot) - int(van) + 1) * (_kolom(rechts) - _kolom(links) + 1)
        for links, van, rechts, tot in bereiken
    )
    # written so that one cannot see how many: as good as endless
    vreemd = len(_SAMEN.findall(stuk)) - len(bereiken)
    return len(_CEL.findall(stuk)) + samen + vreemd * MEESTE_CELLEN


def _kolom(letters: bytes) -> int:
    return sum((letter - ord("A") + 1) * 26**macht for macht, letter in enumerate(reversed(letters)))


def _laad(bestand: Path, inhoud: bytes, *, uitkomsten: bool) -> "Workbook":
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that openpyxl leaves out
            return load_workbook(BytesIO(inhoud), data_only=uitkomsten, keep_links=False)
    except Exception:  # whatever another program wrote, and whatever openpyxl raises of it
        raise _fout(bestand, f"is geen Excel-bestand dat te lezen is. {_OPSLAAN}") from None


def _cellen(blad: "Worksheet") -> Iterator["Cell"]:
    return (cel for cel in blad._cells.values() if cel.value is not None)


def _rijen(blad: "Worksheet") -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet that have something in them; a cell that was merged over several rows counts for each of them."""
    samen = {
        (rij, bereik.min_col): (bereik.min_row, bereik.min_col)
        for bereik in blad.merged_cells.ranges
        for rij in range(bereik.min_row, bereik.max_row + 1)
    }
    weg, weg_kolommen = _verborgen(blad)
    plekken = {
        plek
        for plek, cel in blad._cells.items()
        if cel.value is not None and plek[0] not in weg and plek[1] not in weg_kolommen
    }
    per_rij: dict[int, dict[int, str]] = {}
    rijen = {rij for rij, _ in plekken}  # a row that only has what was merged is empty
    for plek in sorted(
        plekken | {plek for plek, van in samen.items() if van in plekken and plek[0] in rijen}
    ):
        per_rij.setdefault(plek[0], {})[plek[1]] = _tekst(blad._cells[samen.get(plek, plek)])
    for rij, cellen in per_rij.items():
        yield rij, [cellen.get(kolom, "") for kolom in range(1, max(cellen) + 1)]


def _tekst(cel: Any) -> str:
    """What a cell shows, as far as lpi can know; a date as year-month-day."""
    waarde, opmaak = cel.value, str(cel.number_format)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float):
        return _getal(waarde, opmaak)
    if isinstance(waarde, datetime):
        return waarde.date().isoformat()
    if isinstance(waarde, date):
        return waarde.isoformat()
    return "" if cel.data_type in ("e", "f") else _schoon(str(waarde))


def _getal(waarde: float, opmaak: str) -> str:
    """A number the Dutch way, without the noise of a computer."""
    if "%" in opmaak:
        return f"{round(waarde * 100, 6):g}%".replace(".", ",")
    if isinstance(waarde, int) or waarde.is_integer():
        return str(int(waarde)).zfill(len(opmaak) if _NULLEN.fullmatch(opmaak) else 0)
    return str(round(waarde, 6)).replace(".", ",")


def _adressen(blad: "Worksheet") -> dict[tuple[int, int], str]:
    return {
        plek: str(cel.hyperlink.target)
        for plek, cel in blad._cells.items()
        if cel.hyperlink is not None and cel.hyperlink.target
    }
