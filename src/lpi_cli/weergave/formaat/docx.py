"""Word document, through python-docx (the extra ``docx``): real headings, lists and tables."""

import math
from collections.abc import Iterable, Sequence
from copy import deepcopy
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never

from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
    Kop,
    Punten,
    Scherm,
    Staaf,
    Staven,
    Tabel,
    Toon,
    Velden,
    Wegwijzers,
    als_velden,
)
from lpi_cli.weergave.plaatje import png
from lpi_cli.weergave.tekst import balklengte, bijeen, met_adressen, schoon, tussen_cijfers

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

ACCENT, ZACHT, MARGE, LIJN = "0B5A68", "4D5A61", "A9C7CD", "C3CED3"
"""Colours (RGB) of headings, soft text, the uncertain part of a bar, and lines."""
LETTER = "Arial"
"""On Windows and macOS; Linux has a font of the same widths."""
BREEDTE_CM, HOOGTE_CM, RAND_CM = 21.0, 29.7, 1.2
EMU_PER_CM = 360_000
"""Of the unit in which Word measures."""
LABEL_CM, STAAF_CM = 2.8, 6.0
STAAF_BEELDPUNTEN, STAAF_HOOG, STAAF_HOOG_CM = 600, 30, 0.3
"""Pixels of the longest bar and of its height, and that height on paper."""
LETTER_CM, RUIM, CELMARGE_CM = 0.175 / 9, 1.2, 0.4
"""Of text in a table: how wide a letter is on average in a size of one point, how much wider one of another font may
be, and the room left and right in a cell."""
LINKSTIJL, PUNTSTIJL, BIJSCHRIFT = "Hyperlink", "ListBullet", "Caption"
CELSTIJL, KLEIN = "Tabeltekst", "Tabeltekstklein"
"""Ids of styles: by its name python-docx looks through all of them, for every paragraph."""
VET = 1.15
"""How much wider bold text is."""
MEESTE_STAVEN = 15
"""Bars of a chart that stays on one page."""
PUNTEN, GEWONE_PUNTEN = 9, 11
"""Of our text, and of that of a template that does not say."""
MEESTE_KOLOMMEN, LANGSTE_CEL, KLEINE_PUNTEN, KLEINSTE_PUNTEN = 4, 400, 8, 7
"""A table with more columns, or more characters in a cell, has its text in so many points; such a cell may go on overleaf."""
MEESTE_REGELS = 3
"""Lines that a label has at most where these stay on one page."""
MEESTE_LINKS = 2_000
"""After so many in a document, addresses stay plain text."""
LANGSTE_EIGENSCHAP = 255
"""Characters that Word allows in a property of a document."""
_KOPPEN = {1: 18, 2: 13, 3: 11}
"""Levels of headings, with their size in points."""


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """Raises ``ModuleNotFoundError`` when python-docx is not installed."""
    from docx import Document

    document = Document(BytesIO(scherm.sjabloon) if scherm.sjabloon else None)
    _stijlen(document, eigen=scherm.sjabloon is not None)
    if scherm.sjabloon:
        _maak_leeg(document)
    else:
        _pagina(document)
        _voet(document, schoon(beeld.voet()))
    tabellen = [blok for blok in beeld.blokken if isinstance(blok, Tabel)]
    if _breken(document, tabellen) and scherm.sjabloon:
        _verklein(document)
    if _breken(document, tabellen):
        _leg_dwars(document)
    _eigenschappen(document, beeld, scherm)
    document.add_heading(schoon(beeld.titel), 1)
    for blok in beeld.onder_titel:
        _blok(document, blok, beeld.dieper)
    uitvoer = BytesIO()
    document.save(uitvoer)
    return uitvoer.getvalue()


# --- the document ---------------------------------------------------------------------


def _pagina(document: "Document") -> None:
    from docx.shared import Cm

    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(BREEDTE_CM), Cm(HOOGTE_CM)
    deel.left_margin = deel.right_margin = deel.top_margin = Cm(RAND_CM)
    deel.bottom_margin, deel.header_distance, deel.footer_distance = Cm(1.5), Cm(0.6), Cm(0.7)


def _leg_dwars(document: "Document") -> None:
    """Landscape, for a table that would break its words on a page that stands."""
    from docx.enum.section import WD_ORIENT

    deel = document.sections[-1]
    deel.orientation = WD_ORIENT.LANDSCAPE
    deel.page_width, deel.page_height = deel.page_height, deel.page_width


def _verklein(document: "Document") -> None:
    """Tables in smaller letters, for a template with wider letters or less room than ours."""
    from docx.shared import Pt

    document.styles[KLEIN].font.size = Pt(KLEINSTE_PUNTEN)


def _maak_leeg(document: "Document") -> None:
    """Nothing of the text of a template; its styles, pages, headers and footers stay."""
    romp = document.element.body
    for deel in [deel for deel in romp if not deel.tag.endswith("}sectPr")]:
        romp.remove(deel)


def _tekst_cm(document: "Document") -> float:
    """How wide text is on a page."""
    deel = document.sections[-1]
    breed, links, rechts = (maat or 0 for maat in (deel.page_width, deel.left_margin, deel.right_margin))
    return float(breed - links - rechts) / EMU_PER_CM


def _voet(document: "Document", gemaakt_met: str) -> None:
    """What made it, and the number of the page."""
    voet = document.sections[0].footer.paragraphs[0]
    begin = f"{gemaakt_met}. Bladzijde " if gemaakt_met else "Bladzijde "
    for tekst, veld in ((begin, "PAGE"), (" van ", "NUMPAGES")):
        voet.add_run(tekst)
        _veld(voet, veld)


def _veld(alinea: "Paragraph", opdracht: str) -> None:
    """A field that Word fills in: a page number, or the number of a caption."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    veld: Any = OxmlElement("w:fldSimple")
    veld.set(qn("w:instr"), opdracht)
    stuk = alinea.add_run("1")
    veld.append(stuk._r)
    alinea._p.append(veld)


def _stijlen(document: "Document", *, eigen: bool) -> None:
    """The styles that are used; ``eigen``: only those that a template does not have."""
    from docx.enum.style import WD_STYLE_TYPE

    aanwezig = {stijl.style_id for stijl in document.styles}
    if not eigen:
        _huisstijl(document)
    for id_, naam, soort, ouder in (
        (CELSTIJL, CELSTIJL, WD_STYLE_TYPE.PARAGRAPH, "Normal"),
        (KLEIN, KLEIN, WD_STYLE_TYPE.PARAGRAPH, "Normal"),
        (PUNTSTIJL, "List Bullet", WD_STYLE_TYPE.PARAGRAPH, "Normal"),
        (BIJSCHRIFT, "Caption", WD_STYLE_TYPE.PARAGRAPH, "Normal"),
        (LINKSTIJL, "Hyperlink", WD_STYLE_TYPE.CHARACTER, None),
        *((f"Heading{niveau}", f"Heading {niveau}", WD_STYLE_TYPE.PARAGRAPH, "Normal") for niveau in _KOPPEN),
    ):
        if id_ not in aanwezig:
            _nieuwe_stijl(document, naam, soort, ouder)


def _nieuwe_stijl(document: "Document", naam: str, soort: Any, ouder: str | None) -> None:
    from docx.shared import Pt, RGBColor

    stijl: Any = document.styles.add_style(naam, soort, builtin=naam not in (CELSTIJL, KLEIN))
    if ouder:
        stijl.base_style = document.styles[ouder]
    if naam in (CELSTIJL, KLEIN):
        stijl.paragraph_format.space_before = stijl.paragraph_format.space_after = Pt(0.5)
    if naam == KLEIN:
        stijl.font.size = Pt(KLEINE_PUNTEN)
    if naam == "Hyperlink":
        stijl.font.color.rgb, stijl.font.underline = RGBColor.from_string(ACCENT), True


def _huisstijl(document: "Document") -> None:
    """One font, Dutch, and the sizes and colours of headings and captions, set in the styles themselves."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    wortel = document.styles.element
    for taal in wortel.iter(qn("w:lang")):
        taal.set(qn("w:val"), "nl-NL")
    for letter in wortel.iter(qn("w:rFonts")):
        letter.attrib.clear()  # the template names fonts of a theme, which win from ours
        for soort in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            letter.set(qn(soort), LETTER)
    for naam, punten, voor, na in (
        ("Normal", PUNTEN, 0, 3),
        ("List Bullet", PUNTEN, 0, 0.5),
        ("Caption", PUNTEN, 3, 2),
        *((f"Heading {niveau}", punten, 6, 2) for niveau, punten in _KOPPEN.items()),
    ):
        stijl: Any = document.styles[naam]
        stijl.font.size = Pt(punten)
        stijl.paragraph_format.space_before, stijl.paragraph_format.space_after = Pt(voor), Pt(na)
        stijl.paragraph_format.line_spacing = 1.0
        if naam == "List Bullet":
            stijl.paragraph_format.left_indent, stijl.paragraph_format.first_line_indent = Cm(0.4), Cm(-0.4)
        if naam.startswith(("Heading", "Caption")):
            stijl.font.color.rgb = RGBColor.from_string(ACCENT)


def _eigenschappen(document: "Document", beeld: Beeld, scherm: Scherm) -> None:
    eigen = document.core_properties
    titel = schoon(beeld.titel)
    past = len(titel) <= LANGSTE_EIGENSCHAP
    eigen.title = titel if past else f"{titel[: LANGSTE_EIGENSCHAP - 1]}…"
    eigen.author = eigen.last_modified_by = schoon(beeld.afzender)[:LANGSTE_EIGENSCHAP]
    eigen.comments, eigen.language, eigen.revision = "", "nl-NL", 1
    if scherm.moment:
        eigen.created = eigen.modified = scherm.moment


# --- the blocks -----------------------------------------------------------------------


def _blok(document: "Document", blok: Blok, dieper: int) -> None:
    match blok:
        case Kop(tekst, niveau, nieuw_blad):
            kop = document.add_heading(schoon(tekst), min(niveau + dieper, max(_KOPPEN)))
            kop.paragraph_format.page_break_before = nieuw_blad or None
        case Alinea(tekst, toon):
            _schrijf(document.add_paragraph(), tekst, toon)
        case Punten(punten, afvinken):
            _punten(document, punten, afvinken=afvinken)
        case Velden(velden):
            _velden(document, velden)
        case Tabel():
            _tabel(document, blok)
        case Staven():
            _staven(document, blok)
        case Wegwijzers():
            _velden(document, als_velden(blok).velden)
        case _:
            assert_never(blok)


def _schrijf(alinea: "Paragraph", tekst: str, toon: Toon = Toon.GEWOON) -> None:
    """Text in a paragraph; its plain web and mail addresses can be followed, while there are not too many."""
    from docx.shared import Pt, RGBColor

    te_veel = len(alinea.part.rels) > MEESTE_LINKS
    for deel, doel in [(bijeen(tekst), None)] if te_veel else met_adressen(tekst):
        if doel is not None:
            stuk = _link(alinea, deel, doel)
        else:
            stuk = _stuk(alinea, deel)
            stuk.bold = True if toon is Toon.NADRUK else None
        if toon is Toon.ZACHT:
            stuk.font.size = Pt(KLEINE_PUNTEN)
            stuk.font.color.rgb = None if doel else RGBColor.from_string(ZACHT)


def _stuk(alinea: "Paragraph", tekst: str) -> "Run":
    """Text of which ranges and telephone numbers stay on one line."""
    from docx.oxml import OxmlElement

    begin, *rest = tussen_cijfers(tekst)
    stuk = alinea.add_run(begin)
    for deel in rest:
        stuk._r.append(OxmlElement("w:noBreakHyphen"))
        stuk.add_text(deel)
    return stuk


def _link(alinea: "Paragraph", tekst: str, doel: str) -> "Run":
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
    return stuk


def _punten(waar: "Document | _Cell", punten: Sequence[str], *, afvinken: bool = False) -> None:
    """Each with a bullet, or with a box to tick."""
    from docx.shared import Cm, Pt

    for punt in punten:
        alinea = waar.add_paragraph()
        if afvinken:
            opmaak = alinea.paragraph_format
            opmaak.space_after, opmaak.left_indent, opmaak.first_line_indent = Pt(1), Cm(0.4), Cm(-0.4)
            _schrijf(alinea, f"☐ {punt}")
        else:
            alinea._p.style = PUNTSTIJL
            _schrijf(alinea, punt)


def _velden(document: "Document", velden: Sequence[tuple[str, Sequence[str]]]) -> None:
    waarde_cm = _tekst_cm(document) - LABEL_CM
    tabel = _leeg(document, len(velden), [LABEL_CM, waarde_cm], met_lijnen=False)
    for (label, regels), rij in zip(velden, tabel.rows, strict=True):
        _vul(rij.cells[0], label, Toon.NADRUK)
        if len(regels) <= MEESTE_REGELS:
            _houd_bijeen(rij._tr)
        if len(regels) == 1:
            _vul(rij.cells[1], regels[0])
        else:
            _vul_met_punten(rij.cells[1], regels)
    _na(document)


def _bijschrift(document: "Document", soort: str, tekst: str) -> None:
    """``Tabel 1. Waaruit u kiest``, above what it names; Word counts."""
    alinea = document.add_paragraph(f"{soort} ")
    alinea._p.style = BIJSCHRIFT
    alinea.paragraph_format.keep_with_next = True
    _veld(alinea, f"SEQ {soort} \\* ARABIC")
    alinea.add_run(f". {schoon(tekst)}")


def _tabel(document: "Document", blok: Tabel) -> None:
    if blok.titel:
        _bijschrift(document, "Tabel", blok.titel)
    koppen = [kolom.kop for kolom in blok.kolommen]
    tabel = _leeg(document, len(blok.rijen) + 1, _breedtes(blok, document), _celstijl(blok))
    _noem(tabel, blok.titel or f"Tabel: {', '.join(koppen)}")
    _kopregel(tabel, koppen)
    for rij, cellen in zip(tabel.rows[1:], blok.rijen, strict=True):
        if not _is_lang(cellen):
            _houd_bijeen(rij._tr)
        for cel, tekst in zip(rij.cells, cellen, strict=True):
            _vul(cel, tekst)
    _na(document)


def _staven(document: "Document", staven: Staven) -> None:
    """A chart as a table: the name, a bar as a picture, and the number."""
    _bijschrift(document, "Figuur", staven.titel)
    tekst_cm = _tekst_cm(document)
    naam_cm = (tekst_cm - STAAF_CM) * 0.4
    tabel = _leeg(document, len(staven.staven) + 1, [naam_cm, STAAF_CM, tekst_cm - STAAF_CM - naam_cm])
    _noem(tabel, staven.titel)
    _kopregel(tabel, ("wie", "naar verhouding", "hoeveel"))
    for rij, staaf in zip(tabel.rows[1:], staven.staven, strict=True):
        _vul(rij.cells[0], staaf.naam)
        _houd_bijeen(rij._tr)
        _teken_staaf(rij.cells[1].paragraphs[0], staaf, staven.hoogste)
        _vul(rij.cells[2], staaf.tekst)
        if len(staven.staven) <= MEESTE_STAVEN and staaf is not staven.staven[-1]:
            for alinea in rij.cells[0].paragraphs:
                alinea.paragraph_format.keep_with_next = True
    _na(document)


def _noem(tabel: "Table", tekst: str) -> None:
    """What a table is, for who hears it read."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for soort in ("w:tblCaption", "w:tblDescription"):
        naam: Any = OxmlElement(soort)
        naam.set(qn("w:val"), schoon(tekst))
        tabel._tbl.tblPr.append(naam)


# --- tables ---------------------------------------------------------------------------


def _leeg(
    document: "Document",
    rijen: int,
    breedtes_cm: Sequence[float],
    stijl: str = CELSTIJL,
    *,
    met_lijnen: bool = True,
) -> "Table":
    """A table without text, as wide as the page."""
    from docx.shared import Cm

    tabel: Table = document.add_table(rows=1, cols=len(breedtes_cm))
    tabel.autofit = False
    for kolom, breedte in zip(tabel.columns, breedtes_cm, strict=True):
        kolom.width = Cm(breedte)
    rij = tabel.rows[0]
    for cel, breedte in zip(rij.cells, breedtes_cm, strict=True):
        cel.width = Cm(breedte)
        cel.paragraphs[0]._p.style = stijl
    for _ in range(rijen - 1):  # far quicker than making each
        tabel._tbl.append(deepcopy(rij._tr))
    if met_lijnen:
        _lijnen(tabel)
    return tabel


def _houd_bijeen(rij: Any) -> None:
    """A row stays on one page."""
    from docx.oxml import OxmlElement

    rij.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


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
    _houd_bijeen(rij._tr)
    rij._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cel, kop in zip(rij.cells, koppen, strict=True):
        _vul(cel, kop, Toon.NADRUK)
        cel.paragraphs[0].paragraph_format.keep_with_next = True


def _vul(cel: "_Cell", tekst: str, toon: Toon = Toon.GEWOON) -> None:
    """Text in a cell, each line a paragraph."""
    for nr, regel in enumerate(bijeen(tekst).splitlines()):
        alinea = cel.add_paragraph() if nr else cel.paragraphs[0]
        alinea._p.style = cel.paragraphs[0]._p.style
        _schrijf(alinea, regel, toon)


def _vul_met_punten(cel: "_Cell", regels: Sequence[str]) -> None:
    _punten(cel, regels)
    leeg = cel.paragraphs[0]._p
    if len(cel.paragraphs) > 1:
        leeg.getparent().remove(leeg)


def _teken_staaf(alinea: "Paragraph", staaf: Staaf, hoogste: Decimal) -> None:
    """A picture as wide as its amount, the uncertain part lighter; with the same in words."""
    from docx.shared import Cm

    lang = balklengte(staaf.tot, hoogste, STAAF_BEELDPUNTEN)
    if not lang:
        return
    zeker = min(balklengte(staaf.van, hoogste, STAAF_BEELDPUNTEN), lang)
    beeld = png([(ACCENT, zeker), (MARGE, lang - zeker)], STAAF_HOOG)
    breed = Cm((STAAF_CM - CELMARGE_CM) * lang / STAAF_BEELDPUNTEN)
    tekening = alinea.add_run().add_picture(BytesIO(beeld), width=breed, height=Cm(STAAF_HOOG_CM))
    tekening._inline.docPr.set("descr", f"Staaf: {schoon(staaf.naam)}, {schoon(staaf.tekst)}")


def _na(document: "Document") -> None:
    """Room below a table: Word joins two tables that touch."""
    from docx.shared import Pt

    alinea = document.add_paragraph()
    alinea.paragraph_format.space_after = Pt(0)
    alinea.paragraph_format.line_spacing = Pt(4)


def _is_lang(rij: Sequence[str]) -> bool:
    return any(len(cel) > LANGSTE_CEL for cel in rij)


def _celstijl(tabel: Tabel) -> str:
    return KLEIN if len(tabel.kolommen) > MEESTE_KOLOMMEN or any(map(_is_lang, tabel.rijen)) else CELSTIJL


def _kolommen(tabel: Tabel) -> list[tuple[str, ...]]:
    """The cells of each column, with its heading."""
    return list(zip([kolom.kop for kolom in tabel.kolommen], *tabel.rijen, strict=True))


def _letter_cm(document: "Document", stijl: str) -> float:
    """How wide a letter is; in a font that is not ours it may be wider."""
    from docx.oxml.ns import qn

    stijlen: Any = document.styles
    letters = {letter.get(qn("w:ascii")) for letter in stijlen.element.iter(qn("w:rFonts"))}
    maat = stijlen[stijl].font.size or stijlen["Normal"].font.size
    return LETTER_CM * (maat.pt if maat else GEWONE_PUNTEN) * (1 if letters <= {LETTER, None} else RUIM)


def _nodig(tabel: Tabel, document: "Document") -> list[float]:
    """Centimetres that the longest word of each column takes."""
    letter = _letter_cm(document, _celstijl(tabel))

    def langste(teksten: Iterable[str]) -> int:
        return max((len(woord) for tekst in teksten for woord in tekst.split()), default=0)

    return [
        max(langste([kop]) * VET, langste(cellen)) * letter + CELMARGE_CM for kop, *cellen in _kolommen(tabel)
    ]


def _breken(document: "Document", tabellen: Iterable[Tabel]) -> bool:
    """Whether there are words that do not all fit beside each other."""
    return any(sum(_nodig(tabel, document)) > _tekst_cm(document) for tabel in tabellen)


def _breedtes(tabel: Tabel, document: "Document") -> list[float]:
    """Centimetres per column, by the text it holds, so that rows are low; no word breaks where all words fit."""
    tekst_cm = _tekst_cm(document)
    gewichten = [math.sqrt(1 + sum(map(len, kolom))) for kolom in _kolommen(tabel)]
    breedtes = [tekst_cm * gewicht / sum(gewichten) for gewicht in gewichten]
    nodig = _nodig(tabel, document)
    tekort = sum(max(0.0, minst - breed) for minst, breed in zip(nodig, breedtes, strict=True))
    over = sum(max(0.0, breed - minst) for minst, breed in zip(nodig, breedtes, strict=True))
    if tekort > over:
        return breedtes
    return [
        minst if breed < minst else breed - (breed - minst) * tekort / over if over else breed
        for minst, breed in zip(nodig, breedtes, strict=True)
    ]
