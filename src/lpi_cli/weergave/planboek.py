"""A plan as a workbook that recalculates: a price that is missing stays empty until someone fills it in.

Through openpyxl (the extra ``xlsx``). Only the formulas that are written here are formulas; all else is text or a number.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.planblad import BLAD, KOPPEN
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.plan.aanbod import Aanbod
from lpi_cli.kern.plan.plannen import Plan, Plannen
from lpi_cli.kern.plan.samen import GRATIS
from lpi_cli.kern.zinnen import datum_in_woorden, opsomming
from lpi_cli.weergave.cel import celwaarde, kale_celwaarde
from lpi_cli.weergave.feiten import contactregels, naam_met_merk
from lpi_cli.weergave.planwoorden import cel_in_woorden, redenen, vraagzin

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

INVULLEN, KOPKLEUR = "FFF2CC", "D9E7EA"
"""Colours (RGB) of cells to fill in and of headings; the first is told in words too."""
EURO = '"€" #,##0.00'
PER_GROEP, PER_DEELNEMER, SAMEN = "groep", "deelnemer", "samen"
EERSTE_REGEL = 5
"""The row of a plan with its first line; the budget stands above it."""
KOLOMMEN = {
    "Voor wie": 24, "Mensen": 9, "Wat": 30, "Aanbieder": 26, "Grootste groep": 10, "Groepen": 9, "Prijs per": 11,
    "Prijs, laagst": 14, "Prijs, hoogst": 14, "Aantal": 9, "Totaal, laagst": 15, "Totaal, hoogst": 15,
    "Ten minste": 9, "Past": 8, "Wat nog open is": 50, "Bron van de prijs": 28,
}  # fmt: skip
"""Heading → width in characters."""
UITLEG = (
    "Gele cellen zijn om in te vullen: een prijs die u nog moet vragen, of de grootte van een groep.",
    "Zolang een prijs leeg is, telt die niet mee en staat er bij het totaal: ten minste.",
    "Groepen, aantallen, totalen en wat er overblijft, rekent het werkblad zelf uit. Pas gerust mensen of budget aan.",
    "Een prijs voor een hele school of locatie telt één keer, in de eerste regel ervan.",
    "Wat er nog open is, verandert niet mee: dat staat er zoals het was toen lpi dit maakte.",
)


class _Rekenregel(NamedTuple):
    """How the amount of a line follows from its price."""

    per: str
    laagst: Decimal | None
    hoogst: Decimal | None
    aantal: int | None
    """None: as many as there are groups or people."""
    al_bekend: Decimal


def planboek(plannen: Plannen, catalogus: Catalogus, vandaag: date) -> bytes:
    """Raises ``ModuleNotFoundError`` when openpyxl is not installed."""
    from openpyxl import Workbook

    boek = Workbook()
    overzicht = boek.active
    assert overzicht is not None, "a new workbook has one sheet"
    overzicht.title = "Overzicht"
    bladen = [_planblad(boek, plan, catalogus) for plan in plannen.plannen]
    _overzicht(overzicht, plannen, bladen, vandaag)
    _vragenblad(boek, plannen, catalogus)
    uitvoer = BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


# --- one plan -------------------------------------------------------------------------------


class _Planblad(NamedTuple):
    """Where the results of a plan stand, to refer to."""

    plan: Plan
    titel: str
    totaalrij: int


def _planblad(boek: "Workbook", plan: Plan, catalogus: Catalogus) -> _Planblad:
    titel = f"Plan {plan.naam}"
    blad = boek.create_sheet(titel)
    _zet(blad, "A1", titel, vet=True)
    _zet(blad, "A2", "Budget")
    _formule(blad, "B2", "=Overzicht!$B$4", EURO)
    for nr, (kop, breedte) in enumerate(KOLOMMEN.items(), 1):
        cel = blad.cell(EERSTE_REGEL - 1, nr, kop)
        _kop(cel)
        blad.column_dimensions[cel.column_letter].width = breedte
    gekocht: set[object] = set()
    rij = EERSTE_REGEL
    for een in plan.regels:
        _regel(blad, rij, een, _rekenregel(een, gekocht), catalogus)
        rij += 1
    _totaal(blad, rij, plan)
    _niet_gedekt(blad, rij + 3, plan, catalogus)
    _afdruk(blad, f"{EERSTE_REGEL - 1}:{EERSTE_REGEL - 1}")
    blad.freeze_panes = f"B{EERSTE_REGEL}"
    return _Planblad(plan, titel, rij)


def _rekenregel(een: Aanbod, gekocht: set[object]) -> _Rekenregel:
    """``gekocht``: what was bought once in a line before; adds to it."""
    if een.totaal is None:
        post = een.raming.post
        prijs = post.bedrag if post is not None and not een.is_op_offerte else None
        per = PER_GROEP if een.groepen is not None or prijs is not None else PER_DEELNEMER
        return _Rekenregel(per, prijs and prijs.van, prijs and prijs.tot, None, een.minstens)
    van, tot = een.totaal
    if een.geheel is not None and een.geheel in gekocht:
        return _Rekenregel(SAMEN, max(GRATIS, van - een.geheel[1]), tot - een.geheel[1], 1, GRATIS)
    if een.geheel is not None:
        gekocht.add(een.geheel)
    elif van and een.groepen and _deelbaar(van, een.groepen) and _deelbaar(tot, een.groepen):
        return _Rekenregel(PER_GROEP, van / een.groepen, tot / een.groepen, None, GRATIS)
    elif van and een.groepen is None and _deelbaar(van, een.mensen) and _deelbaar(tot, een.mensen):
        return _Rekenregel(PER_DEELNEMER, van / een.mensen, tot / een.mensen, None, GRATIS)
    return _Rekenregel(SAMEN, van, tot, 1, GRATIS)


def _deelbaar(bedrag: Decimal, door: int) -> bool:
    """Whether an amount is a price of whole cents, so many times."""
    return centen(bedrag / door) * door == bedrag


def _regel(blad: "Worksheet", rij: int, een: Aanbod, hoe: _Rekenregel, catalogus: Catalogus) -> None:
    grootte = een.variant.groepsgrootte
    hoogste = grootte.max if grootte else None
    _zet(blad, f"A{rij}", cel_in_woorden(een.cellen, catalogus))
    _zet(blad, f"B{rij}", een.mensen)
    _zet(
        blad,
        f"C{rij}",
        " ".join(filter(None, [een.variant.naam, een.omschrijving and f"({een.omschrijving})"])),
    )
    _zet(blad, f"D{rij}", f"{naam_met_merk(een.interventie, catalogus)}, {een.interventie.organisatie}")
    in_groepen = hoe.per == PER_GROEP or een.groepen is not None
    _zet(blad, f"E{rij}", hoogste if in_groepen else None, leeg_invullen=in_groepen)
    if in_groepen:
        _formule(blad, f"F{rij}", f'=IF(E{rij}="","",ROUNDUP(B{rij}/E{rij},0))')
    _zet(blad, f"G{rij}", hoe.per)
    _zet(blad, f"H{rij}", _bedrag(hoe.laagst), EURO, leeg_invullen=True)
    if hoe.laagst == hoe.hoogst:
        _formule(blad, f"I{rij}", f'=IF(H{rij}="","",H{rij})', EURO)
    else:
        _zet(blad, f"I{rij}", _bedrag(hoe.hoogst), EURO)
    aantal = {PER_GROEP: f"=F{rij}", PER_DEELNEMER: f"=B{rij}"}.get(hoe.per, "=1")
    _formule(blad, f"J{rij}", aantal)
    for prijs, totaal in (("H", "K"), ("I", "L")):
        niets = f'OR({prijs}{rij}="",J{rij}="")'
        _formule(
            blad,
            f"{totaal}{rij}",
            f"=IF({niets},{_bedrag(hoe.al_bekend)},ROUND({prijs}{rij}*J{rij},2))",
            EURO,
        )
    _zet(blad, f"M{rij}", "ja" if een.is_ondergrens else "nee")
    _zet(blad, f"N{rij}", een.oordeel.value)
    _zet(blad, f"O{rij}", "; ".join(map(str, (*een.open, *een.let_op))))
    _zet(blad, f"P{rij}", "; ".join(map(str, een.raming.bronnen)) if een.totaal is not None else None)


def _totaal(blad: "Worksheet", rij: int, plan: Plan) -> None:
    """Sums, whether these are all, and what is left."""
    eerste, laatste = EERSTE_REGEL, rij - 1
    bij = f'COUNTBLANK(H{eerste}:H{laatste})+COUNTIF(M{eerste}:M{laatste},"ja")+COUNTIF(J{eerste}:J{laatste},"")'
    _formule(
        blad,
        f"A{rij}",
        f'=IF({bij}>0,"Totaal: ten minste","Totaal")' if plan.regels else '="Totaal"',
        vet=True,
    )
    for kolom in "KL":
        som = f"=SUM({kolom}{eerste}:{kolom}{laatste})" if plan.regels else "=0"
        _formule(blad, f"{kolom}{rij}", som, EURO, vet=True)
    _zet(blad, f"A{rij + 1}", "Over van het budget", vet=True)
    _formule(blad, f"L{rij + 1}", f'=IF(B2="","",B2-L{rij})', EURO, vet=True)


def _niet_gedekt(blad: "Worksheet", rij: int, plan: Plan, catalogus: Catalogus) -> None:
    if plan.niet_gedekt:
        _zet(blad, f"A{rij}", "Niet gedekt", vet=True)
        for nr, een in enumerate(plan.niet_gedekt, rij + 1):
            _zet(blad, f"A{nr}", cel_in_woorden([een.cel], catalogus))
            _zet(blad, f"B{nr}", een.cel.mensen)
            _zet(blad, f"C{nr}", "; ".join(list(redenen(een))[:3]))


# --- to fill in -----------------------------------------------------------------------------

VOORBEELD = (
    ("kinderen", "8-12", "Arabisch", 10, "statushouder", "gemeente"),
    ("kinderen", "8-12", "Tigrinya", 10, "statushouder", "gemeente"),
    ("kinderen", "8-12", "Oekraïens", 10, "Oekraïense ontheemden", "gemeente"),
    ("volwassenen", "18+", "Arabisch", 20, None, None),
    ("volwassenen", "18+", "Tigrinya", 20, None, None),
    ("volwassenen", "18+", "Oekraïens", 20, None, None),
)


def leeg_boek() -> bytes:
    """A plan to fill in, a row per group and language; it can be computed as it is."""
    from openpyxl import Workbook

    boek = Workbook()
    blad = boek.active
    assert blad is not None, "a new workbook has one sheet"
    blad.title = BLAD
    for rij, (naam_, waarde) in enumerate(
        (("Naam", "Gemeente Voorbeeld"), ("Budget", 50000), ("Periode", "voorjaar 2027")), 1
    ):
        _zet(blad, f"A{rij}", naam_, vet=True)
        _zet(blad, f"B{rij}", waarde, EURO if naam_ == "Budget" else "General")
    for kolom, kop in enumerate(KOPPEN, 1):
        cel = blad.cell(5, kolom, kop.capitalize())
        _kop(cel)
        blad.column_dimensions[cel.column_letter].width = 22
    for rij, cellen in enumerate(VOORBEELD, 6):
        for letter, waarde in zip("ABCDEF", cellen, strict=True):
            _zet(blad, f"{letter}{rij}", waarde)
    uitleg = boek.create_sheet("Uitleg")
    for rij, regel in enumerate(UITLEG_SJABLOON, 1):
        _zet(uitleg, f"A{rij}", regel, omslaan=False)
    _afdruk(blad, "5:5")
    uitvoer = BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


UITLEG_SJABLOON = (
    "Verander op het blad Plan wat er staat in dat van u. Reken het uit met: lpi plan BESTAND.xlsx",
    "Elke rij is een groep in één taal. Een groep zonder talen heeft één rij; laat Taal dan leeg.",
    "Doelgroep en Plek mogen leeg zijn. Meer woorden in een cel: zet er komma's tussen.",
    "Ouders zijn een groep van zichzelf, met leeftijd: ouders.",
)


# --- the other sheets -----------------------------------------------------------------------


def _overzicht(blad: "Worksheet", plannen: Plannen, bladen: Sequence[_Planblad], vandaag: date) -> None:
    opgave = plannen.opgave
    _zet(blad, "A1", f"Plan voor {opgave.naam}" if opgave.naam else "Plan", vet=True)
    _zet(blad, "A2", "Gemaakt op")
    _zet(blad, "B2", datum_in_woorden(vandaag))
    _zet(blad, "A3", "Mensen")
    _zet(blad, "B3", opgave.mensen)
    _zet(blad, "A4", "Budget")
    _zet(blad, "B4", None if opgave.budget is None else _bedrag(opgave.budget), EURO, leeg_invullen=True)
    koppen = (
        "Plan",
        "Bekend, laagst",
        "Bekend, hoogst",
        "Over",
        "Volledig",
        "Zeker, mensen",
        "Met prijs, mensen",
        "Op offerte, mensen",
    )
    for nr, kop in enumerate(koppen, 1):
        _kop(blad.cell(6, nr, kop))
    for rij, (plan, titel, totaalrij) in enumerate(bladen, 7):
        _zet(blad, f"A{rij}", titel)
        for kolom, bron in (("B", f"K{totaalrij}"), ("C", f"L{totaalrij}"), ("D", f"L{totaalrij + 1}")):
            _formule(blad, f"{kolom}{rij}", f"='{titel}'!{bron}", EURO)
        _formule(blad, f"E{rij}", f'=IF(\'{titel}\'!A{totaalrij}="Totaal","ja","ten minste")')
        for kolom, aantal in zip("FGH", (plan.zekerheid, plan.dekking, plan.op_offerte), strict=True):
            _zet(blad, f"{kolom}{rij}", aantal)
    for rij, regel in enumerate(UITLEG, 8 + len(bladen)):
        _zet(blad, f"A{rij}", regel, omslaan=False)
    for kolom, breedte in zip("ABCDEFGH", (22, 18, 18, 18, 14, 14, 18, 18), strict=True):
        blad.column_dimensions[kolom].width = breedte
    _afdruk(blad, "6:6")


def _vragenblad(boek: "Workbook", plannen: Plannen, catalogus: Catalogus) -> None:
    blad = boek.create_sheet("Vragen")
    for nr, (kop, breedte) in enumerate({"Wat": 28, "Vraag": 70, "Voor plan": 14, "Bij wie": 60}.items(), 1):
        cel = blad.cell(1, nr, kop)
        _kop(cel)
        blad.column_dimensions[cel.column_letter].width = breedte
    for rij, vraag in enumerate(plannen.vragen, 2):
        _zet(blad, f"A{rij}", vraag.interventie.naam)
        _zet(blad, f"B{rij}", vraagzin(vraag, plannen, catalogus))
        _zet(blad, f"C{rij}", opsomming(vraag.verandert))
        _zet(blad, f"D{rij}", contactregels(vraag.interventie)[0])
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = f"A1:D{max(1, len(plannen.vragen)) + 1}"
    _afdruk(blad, "1:1")


# --- cells ------------------------------------------------------------------------------------


def _bedrag(bedrag: Decimal | None) -> int | float | None:
    waarde = None if bedrag is None else kale_celwaarde(centen(bedrag))
    assert not isinstance(waarde, str)
    return waarde


def _zet(
    blad: "Worksheet",
    plek: str,
    waarde: Any,
    vorm: str = "General",
    *,
    vet: bool = False,
    leeg_invullen: bool = False,
    omslaan: bool = True,
) -> None:
    """Text or a number; text is never a formula. ``leeg_invullen``: mark it when it is empty."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cel = blad[plek]
    cel.value = kale_celwaarde(waarde)
    cel.alignment = Alignment(wrap_text=omslaan, vertical="top")
    cel.number_format = vorm
    cel.font = Font(bold=vet)
    if isinstance(cel.value, str):
        cel.data_type = "s"
        cel.quotePrefix = celwaarde(cel.value) != cel.value
    if waarde is None and leeg_invullen:
        cel.fill = PatternFill("solid", fgColor=INVULLEN)


def _formule(blad: "Worksheet", plek: str, formule: str, vorm: str = "General", *, vet: bool = False) -> None:
    """A formula of this module: no text of a catalogue is in it."""
    from openpyxl.styles import Alignment, Font

    cel = blad[plek]
    cel.value, cel.number_format, cel.font = formule, vorm, Font(bold=vet)
    cel.alignment = Alignment(wrap_text=True, vertical="top")


def _kop(cel: "Cell") -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cel.font, cel.fill = Font(bold=True), PatternFill("solid", fgColor=KOPKLEUR)
    cel.alignment = Alignment(wrap_text=True, vertical="top")


def _afdruk(blad: "Worksheet", kopregels: str) -> None:
    """Landscape, as wide as a page, with headings on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = 9  # A4
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    blad.print_title_rows = kopregels
