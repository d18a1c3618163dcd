"""Word document, through python-docx (the extra ``docx``): real headings, lists and tables."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never

from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
    Kolom,
    Kop,
    Punten,
    Scherm,
    Staven,
    Tabel,
    Toon,
    Velden,
    Wegwijzers,
    als_velden,
)
from lpi_cli.weergave.tekst import balklengte, bijeen, met_adressen, schoon

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

ACCENT, ZACHT, MARGE, LIJN = "0B5A68", "4D5A61", "A9C7CD", "C3CED3"
"""Colours (RGB) of headings, soft text, the uncertain part of a bar, and lines."""
LETTER = "Arial"
"""On Windows and macOS; Linux has a font of the same widths."""
BREEDTE_CM, HOOGTE_CM, RAND_CM = 21.0, 29.7, 1.2
TEKST_CM = BREEDTE_CM - 2 * RAND_CM
LABEL_CM, STAAF_CM = 3.6, 6.0
STAAFTEKEN, STAAFTEKENS, STAAF_PUNTEN = "█", 36, 6
"""What a bar is made of, how many the longest has, and their size: it fits in ``STAAF_CM``."""
BREEDSTE_CEL, SMALSTE_CEL = 40, 12
"""Characters of a column that count when the width of a table is divided."""
LINKSTIJL, PUNTSTIJL, CELSTIJL = "Hyperlink", "ListBullet", "Tabeltekst"
"""Ids of styles: by its name python-docx looks through all of them, for every paragraph."""
MEESTE_LINKS = 2_000
"""After so many in a document, addresses stay plain text."""
LANGSTE_EIGENSCHAP = 255
"""Characters that Word allows in a property of a document."""
_KOPPEN = {1: 18, 2: 13, 3: 11}
"""Levels of headings, with their size in points."""


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """Raises ``ModuleNotFoundError`` when python-docx is not installed."""
    from docx import Document

    document = Document()
    _pagina(document)
    _stijlen(document)
    _eigenschappen(document, beeld)
    document.add_heading(schoon(beeld.titel), 1)
    for blok in beeld.onder_titel:
        _blok(document, blok, beeld.dieper)
    document.sections[0].footer.paragraphs[0].text = schoon(beeld.voet())
    uitvoer = BytesIO()
    document.save(uitvoer)
    return uitvoer.getvalue()


# --- the document ---------------------------------------------------------------------


def _pagina(document: "Document") -> None:
    from docx.shared import Cm

    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(BREEDTE_CM), Cm(HOOGTE_CM)
    deel.left_margin = deel.right_margin = deel.top_margin = deel.bottom_margin = Cm(RAND_CM)


def _stijlen(document: "Document") -> None:
    """One font, Dutch, and the sizes and colours of headings and links, set in the styles themselves."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    wortel = document.styles.element
    for taal in wortel.iter(qn("w:lang")):
        taal.set(qn("w:val"), "nl-NL")
    for letter in wortel.iter(qn("w:rFonts")):
        letter.attrib.clear()  # the template names fonts of a theme, which win from ours
        for soort in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            letter.set(qn(soort), LETTER)
    for naam, punten, voor, na in (
        ("Normal", 9, 0, 3),
        ("List Bullet", 9, 1, 1),
        *((f"Heading {niveau}", punten, 7, 2) for niveau, punten in _KOPPEN.items()),
    ):
        stijl: Any = document.styles[naam]
        stijl.font.size = Pt(punten)
        stijl.paragraph_format.space_before, stijl.paragraph_format.space_after = Pt(voor), Pt(na)
        stijl.paragraph_format.line_spacing = 1.0
        if naam.startswith("Heading"):
            stijl.font.color.rgb = RGBColor.from_string(ACCENT)
    cel: Any = document.styles.add_style(CELSTIJL, WD_STYLE_TYPE.PARAGRAPH)
    cel.base_style = document.styles["Normal"]
    cel.paragraph_format.space_before = cel.paragraph_format.space_after = Pt(1)
    link: Any = document.styles.add_style(LINKSTIJL, WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(ACCENT), True


def _eigenschappen(document: "Document", beeld: Beeld) -> None:
    eigen = document.core_properties
    titel = schoon(beeld.titel)
    past = len(titel) <= LANGSTE_EIGENSCHAP
    eigen.title = titel if past else f"{titel[: LANGSTE_EIGENSCHAP - 1]}…"
    eigen.author = eigen.last_modified_by = eigen.comments = ""
    eigen.language = "nl-NL"


# --- the blocks -----------------------------------------------------------------------


def _blok(document: "Document", blok: Blok, dieper: int) -> None:
    match blok:
        case Kop(tekst, niveau):
            document.add_heading(schoon(tekst), min(niveau + dieper, max(_KOPPEN)))
        case Alinea(tekst, toon):
            _schrijf(document.add_paragraph(), tekst, toon)
        case Punten(punten, afvinken):
            _punten(document, punten, afvinken=afvinken)
        case Velden(velden):
            _velden(document, velden)
        case Tabel(kolommen, rijen, _):
            _tabel(document, kolommen, rijen)
        case Staven():
            _staven(document, blok)
        case Wegwijzers():
            _velden(document, als_velden(blok).velden)
        case _:
            assert_never(blok)


def _schrijf(alinea: "Paragraph", tekst: str, toon: Toon = Toon.GEWOON) -> None:
    """Text in a paragraph; its plain web and mail addresses can be followed, while there are not too many."""
    from docx.shared import RGBColor

    te_veel = len(alinea.part.rels) > MEESTE_LINKS
    for deel, doel in [(bijeen(tekst), None)] if te_veel else met_adressen(tekst):
        if doel is not None:
            _link(alinea, deel, doel)
            continue
        stuk = alinea.add_run(deel)
        if toon is Toon.NADRUK:
            stuk.bold = True
        if toon is Toon.ZACHT:
            stuk.font.color.rgb = RGBColor.from_string(ZACHT)


def _link(alinea: "Paragraph", tekst: str, doel: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    deel = alinea.part
    id_ = f"link{len(deel.rels)}"  # its own way to find a free one looks through all of them
    deel.load_rel(RELATIONSHIP_TYPE.HYPERLINK, doel, id_, is_external=True)
    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), id_)
    stuk = alinea.add_run(tekst)
    stuk._r.style = LINKSTIJL
    link.append(stuk._r)
    alinea._p.append(link)


def _punten(waar: "Document | _Cell", punten: Sequence[str], *, afvinken: bool = False) -> None:
    """Each with a bullet, or with a box to tick."""
    for punt in punten:
        if afvinken:
            _schrijf(waar.add_paragraph(), f"☐ {punt}")
        else:
            alinea = waar.add_paragraph()
            alinea._p.style = PUNTSTIJL
            _schrijf(alinea, punt)


def _velden(document: "Document", velden: Sequence[tuple[str, Sequence[str]]]) -> None:
    tabel = _leeg(document, len(velden), [LABEL_CM, TEKST_CM - LABEL_CM], met_lijnen=False)
    for (label, regels), rij in zip(velden, tabel.rows, strict=True):
        _vul(rij.cells[0], label, Toon.NADRUK)
        if len(regels) == 1:
            _vul(rij.cells[1], regels[0])
        else:
            _vul_met_punten(rij.cells[1], regels)
    _na(document)


def _tabel(document: "Document", kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> None:
    koppen = [kolom.kop for kolom in kolommen]
    tabel = _leeg(document, len(rijen) + 1, _breedtes([koppen, *rijen]))
    _kopregel(tabel, koppen)
    for rij, cellen in zip(tabel.rows[1:], rijen, strict=True):
        for cel, tekst in zip(rij.cells, cellen, strict=True):
            _vul(cel, tekst)
    _na(document)


def _staven(document: "Document", staven: Staven) -> None:
    """A chart as a table: the name, a coloured bar, and the number."""
    _schrijf(kop := document.add_paragraph(), staven.titel, Toon.NADRUK)
    kop.paragraph_format.keep_with_next = True
    naam_cm = (TEKST_CM - STAAF_CM) * 0.45
    tabel = _leeg(document, len(staven.staven), [naam_cm, STAAF_CM, TEKST_CM - STAAF_CM - naam_cm])
    for rij, staaf in zip(tabel.rows, staven.staven, strict=True):
        _vul(rij.cells[0], staaf.naam)
        lang = balklengte(staaf.tot, staven.hoogste, STAAFTEKENS)
        zeker = min(balklengte(staaf.van, staven.hoogste, STAAFTEKENS), lang)
        _teken_staaf(rij.cells[1].paragraphs[0], zeker, ACCENT)
        _teken_staaf(rij.cells[1].paragraphs[0], lang - zeker, MARGE)
        _vul(rij.cells[2], staaf.tekst)
    _na(document)


# --- tables ---------------------------------------------------------------------------


def _leeg(
    document: "Document", rijen: int, breedtes_cm: Sequence[float], *, met_lijnen: bool = True
) -> "Table":
    """A table without text, as wide as the page; its rows stay on one page when it has lines."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    tabel: Table = document.add_table(rows=1, cols=len(breedtes_cm))
    tabel.autofit = False
    for kolom, breedte in zip(tabel.columns, breedtes_cm, strict=True):
        kolom.width = Cm(breedte)
    rij = tabel.rows[0]
    if met_lijnen:
        rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cel, breedte in zip(rij.cells, breedtes_cm, strict=True):
        cel.width = Cm(breedte)
        cel.paragraphs[0]._p.style = CELSTIJL
    for _ in range(rijen - 1):  # far quicker than making each
        tabel._tbl.append(deepcopy(rij._tr))
    if met_lijnen:
        _lijnen(tabel)
    return tabel


def _lijnen(tabel: "Table") -> None:
    """A thin line under each row."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    randen: Any = OxmlElement("w:tblBorders")
    for kant in ("w:bottom", "w:insideH"):
        lijn: Any = OxmlElement(kant)
        for naam, waarde in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", LIJN)):
            lijn.set(qn(naam), waarde)
        randen.append(lijn)
    tabel._tbl.tblPr.find(qn("w:tblW")).addnext(randen)  # Word wants this order


def _kopregel(tabel: "Table", koppen: Sequence[str]) -> None:
    """The first row, repeated on every page that the table covers."""
    from docx.oxml import OxmlElement

    rij = tabel.rows[0]
    rij._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cel, kop in zip(rij.cells, koppen, strict=True):
        _vul(cel, kop, Toon.NADRUK)
        cel.paragraphs[0].paragraph_format.keep_with_next = True


def _vul(cel: "_Cell", tekst: str, toon: Toon = Toon.GEWOON) -> None:
    """Text in a cell, each line a paragraph."""
    for nr, regel in enumerate(bijeen(tekst).splitlines()):
        alinea = cel.add_paragraph() if nr else cel.paragraphs[0]
        if nr:
            alinea._p.style = CELSTIJL
        _schrijf(alinea, regel, toon)


def _vul_met_punten(cel: "_Cell", regels: Sequence[str]) -> None:
    _punten(cel, regels)
    leeg = cel.paragraphs[0]._p
    if len(cel.paragraphs) > 1:
        leeg.getparent().remove(leeg)


def _teken_staaf(alinea: "Paragraph", tekens: int, kleur: str) -> None:
    from docx.shared import Pt, RGBColor

    stuk = alinea.add_run(STAAFTEKEN * tekens)
    stuk.font.size = Pt(STAAF_PUNTEN)
    stuk.font.color.rgb = RGBColor.from_string(kleur)


def _na(document: "Document") -> None:
    """Room below a table: Word joins two tables that touch."""
    from docx.shared import Pt

    alinea = document.add_paragraph()
    alinea.paragraph_format.space_after = Pt(0)
    alinea.paragraph_format.line_spacing = Pt(4)


def _breedtes(rijen: Sequence[Sequence[str]]) -> list[float]:
    """Centimetres per column, by the text it holds."""
    langste = [
        min(max(max((len(regel) for regel in cel.splitlines()), default=0) for cel in kolom), BREEDSTE_CEL)
        for kolom in zip(*rijen, strict=True)
    ]
    gewichten = [max(lengte, SMALSTE_CEL) for lengte in langste]
    return [TEKST_CM * gewicht / sum(gewichten) for gewicht in gewichten]
