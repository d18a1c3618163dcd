"""A plan as a workbook that recalculates: a price that is missing stays empty until someone fills it in.

Through openpyxl (the extra ``xlsx``). Only the formulas that are written here are formulas; all else is text or a number.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Telling
from lpi_cli.catalogus.planblad import BLAD, KOPPEN, OFFERTEKOPPEN, OFFERTES
from lpi_cli.kern.begrip import telling
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.plan.aanbod import Celoptie
from lpi_cli.kern.plan.plannen import Plan, Plannen
from lpi_cli.kern.plan.samen import GRATIS
from lpi_cli.kern.zinnen import datum_in_woorden, opsomming
from lpi_cli.weergave.cel import kale_celwaarde
from lpi_cli.weergave.feiten import contactregels, naam_met_merk
from lpi_cli.weergave.formaat.xlsx import EURO, als_bytes, maak_kop, nieuw_boek, zet_afdruk, zet_waarde
from lpi_cli.weergave.planwoorden import besteld_in_woorden, cel_in_woorden, in_codes, redenen, vraagzin

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

INVULLEN, KOPKLEUR = "FFF2CC", "D9E7EA"
"""Colours (RGB) of cells to fill in and of headings; the first is told in words too."""
PER_GROEP, PER_DEELNEMER, SAMEN = "groep", "deelnemer", "samen"
EERSTE_REGEL = 5
"""The row of a plan with its first line; the budget stands above it."""
KOLOMMEN = {
    "Voor wie": 24, "Mensen": 9, "Wat": 30, "Aanbieder": 26, "Grootste groep": 10, "Groepen": 9, "Prijs per": 11,
    "Prijs, laagst": 14, "Prijs, hoogst": 14, "Aantal": 9, "Totaal, laagst": 15, "Totaal, hoogst": 15,
    "Ten minste": 9, "Past": 8, "Wat nog open is": 50, "Bron van de prijs": 28,
}  # fmt: skip
OVERZICHTKOLOMMEN = {
    "Plan": 22, "Bekend, laagst": 18, "Bekend, hoogst": 18, "Over": 18, "Volledig": 14, "Zeker, mensen": 14,
    "Met prijs, mensen": 18, "Op offerte, mensen": 18,
}  # fmt: skip
"""Heading → width in characters."""
UITLEG = (
    "Gele cellen zijn om in te vullen: een prijs die u nog moet vragen, of de grootte van een groep.",
    "Zolang een prijs leeg is, telt die niet mee en staat er bij het totaal: ten minste.",
    "Groepen, aantallen, totalen en wat er overblijft, rekent het werkblad zelf uit. Pas gerust mensen of budget aan.",
    "Een prijs voor een hele school of locatie telt één keer, in de eerste regel ervan.",
    "Een bedrag met 'samen' en een staffelprijs veranderen niet mee: die zijn zoals toen lpi dit maakte.",
    "Wat er nog open is, verandert niet mee: dat staat er zoals het was toen lpi dit maakte.",
)


class _Rekenregel(NamedTuple):
    """How the amount of a line follows from its price."""

    per: str
    laagst: Decimal | None
    hoogst: Decimal | None
    al_bekend: Decimal


def planboek(plannen: Plannen, catalogus: Catalogus, vandaag: date) -> bytes:
    """Raises ``ModuleNotFoundError`` when openpyxl is not installed."""
    boek, overzicht = nieuw_boek("Overzicht")
    _overzicht(overzicht, plannen, vandaag)
    for plan in plannen.plannen:
        _planblad(boek.create_sheet(_titel(plan)), plan, catalogus)
    _vragenblad(boek, plannen, catalogus)
    return als_bytes(boek)


# --- one plan -------------------------------------------------------------------------------


def _titel(plan: Plan) -> str:
    return f"Plan {plan.naam}"


def _totaalrij(plan: Plan) -> int:
    return EERSTE_REGEL + len(plan.regels)


def _planblad(blad: "Worksheet", plan: Plan, catalogus: Catalogus) -> None:
    _rij(blad, 1, {"A": _titel(plan)}, vet=True)
    _rij(blad, 2, {"A": "Budget", "B": _Formule("=Overzicht!$B$4")}, euro="B")
    _koppen(blad, EERSTE_REGEL - 1, KOLOMMEN)
    blad.freeze_panes = f"B{EERSTE_REGEL}"
    gekocht: set[object] = set()
    for rij, een in enumerate(plan.regels, EERSTE_REGEL):
        _regel(blad, rij, een, _rekenregel(een, gekocht, catalogus), catalogus)
    _totaal(blad, _totaalrij(plan), plan)
    _niet_gedekt(blad, _totaalrij(plan) + 3, plan, catalogus)


def _rekenregel(een: Celoptie, gekocht: set[object], catalogus: Catalogus) -> _Rekenregel:
    """``gekocht``: what was bought once in a line before; adds to it."""
    if een.totaal is None:
        post = een.raming.post
        prijs = post.bedrag if post is not None and not een.is_op_offerte else None
        per = PER_GROEP if een.groepen is not None or prijs is not None else PER_DEELNEMER
        return _Rekenregel(per, prijs and prijs.van, prijs and prijs.tot, een.minstens)
    van, tot = een.totaal
    if een.geheel is not None and een.geheel in gekocht:
        return _Rekenregel(SAMEN, max(GRATIS, van - een.geheel[1]), tot - een.geheel[1], GRATIS)
    gekocht.add(een.geheel)
    per = _prijs_per(een, catalogus)
    aantal = (een.groepen if per == PER_GROEP else een.mensen) or 1
    if van and per != SAMEN and _deelbaar(van, aantal) and _deelbaar(tot, aantal):
        return _Rekenregel(per, van / aantal, tot / aantal, GRATIS)
    return _Rekenregel(SAMEN, van, tot, GRATIS)


def _prijs_per(een: Celoptie, catalogus: Catalogus) -> str:
    """By what the amount goes up: groups or people; else it is one amount, as for a least number that one buys."""
    posten = [post for post in een.raming.posten if not post.gefinancierd]
    tellingen = {telling(post.eenheid, catalogus.begrippen) for post in posten}
    if any(post.minimum_eenheden and aantal < post.minimum_eenheden for post, aantal, _ in een.besteld):
        return SAMEN
    if een.groepen:
        if tellingen <= {Telling.GROEP, Telling.BEGELEIDER, Telling.BIJEENKOMST}:
            return PER_GROEP
        per_mens = sum((post.bedrag.van for post in posten if post.bedrag), GRATIS)
        # Not where an interpreter comes per group.
        is_alles = een.totaal is not None and een.totaal.van == per_mens * een.mensen
        return PER_DEELNEMER if tellingen == {Telling.DEELNEMER} and is_alles else SAMEN
    return PER_DEELNEMER if tellingen <= {Telling.DEELNEMER, Telling.BIJEENKOMST} else SAMEN


def _deelbaar(bedrag: Decimal, door: int) -> bool:
    """Whether an amount is a price of whole cents, so many times."""
    return centen(bedrag / door) * door == bedrag


def _regel(blad: "Worksheet", rij: int, een: Celoptie, hoe: _Rekenregel, catalogus: Catalogus) -> None:
    in_groepen = hoe.per == PER_GROEP or een.groepen is not None
    bronnen = [*map(str, een.raming.bronnen), *besteld_in_woorden(een, catalogus)]
    cellen = {
        "A": cel_in_woorden(een.cellen, catalogus),
        "B": een.mensen,
        "C": " ".join(filter(None, [een.variant.naam, een.omschrijving and f"({een.omschrijving})"])),
        "D": f"{naam_met_merk(een.interventie, catalogus)}, {een.interventie.organisatie}",
        "E": een.grootste_groep if in_groepen else None,
        "G": hoe.per,
        "H": _bedrag(hoe.laagst),
        "I": _bedrag(hoe.hoogst),
        "J": _Formule({PER_GROEP: f"=F{rij}", PER_DEELNEMER: f"=B{rij}"}.get(hoe.per, "=1")),
        "M": "ja" if een.is_ondergrens else "nee",
        "N": een.status.value,
        "O": "; ".join(map(str, een.openstaand)),
        "P": "; ".join(bronnen) if een.totaal is not None else None,
    }
    if in_groepen:
        cellen["F"] = _Formule(f'=IF(E{rij}="","",ROUNDUP(B{rij}/E{rij},0))')
    if hoe.laagst == hoe.hoogst:
        cellen["I"] = _Formule(f'=IF(H{rij}="","",H{rij})')
    for prijs, totaal in (("H", "K"), ("I", "L")):
        niets = f'OR({prijs}{rij}="",J{rij}="")'
        bedrag = f"ROUND({prijs}{rij}*J{rij},2)"
        cellen[totaal] = _Formule(f"=IF({niets},{_bedrag(hoe.al_bekend)},{bedrag})")
    _rij(blad, rij, cellen, euro="HIKL", invullen="EH" if in_groepen else "H")


def _totaal(blad: "Worksheet", rij: int, plan: Plan) -> None:
    """Sums, whether these are all, and what is left."""
    formules = {"A": '="Totaal"', "K": "=0", "L": "=0"}
    if plan.regels:
        cellen = {kolom: f"{kolom}{EERSTE_REGEL}:{kolom}{rij - 1}" for kolom in "HJKLM"}
        bij = 'COUNTBLANK({H})+COUNTIF({M},"ja")+COUNTIF({J},"")'.format(**cellen)
        formules = {kolom: f"=SUM({cellen[kolom]})" for kolom in "KL"}
        formules["A"] = f'=IF({bij}>0,"Totaal: ten minste","Totaal")'
    _rij(blad, rij, {kolom: _Formule(een) for kolom, een in formules.items()}, euro="KL", vet=True)
    over = _Formule(f'=IF(B2="","",B2-L{rij})')
    _rij(blad, rij + 1, {"A": "Over van het budget", "L": over}, euro="L", vet=True)


def _niet_gedekt(blad: "Worksheet", rij: int, plan: Plan, catalogus: Catalogus) -> None:
    if plan.niet_gedekt:
        _rij(blad, rij, {"A": "Niet gedekt"}, vet=True)
    for nr, een in enumerate(plan.niet_gedekt, rij + 1):
        waarom = "; ".join(list(redenen(een, in_codes(catalogus)))[:3])
        _rij(blad, nr, {"A": cel_in_woorden([een.cel], catalogus), "B": een.cel.mensen, "C": waarom})


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
    boek, blad = nieuw_boek(BLAD)
    opgave = {"Naam": "Gemeente Voorbeeld", "Budget": 50000, "Periode": "voorjaar 2027"}
    for rij, (naam, waarde) in enumerate(opgave.items(), 1):
        _rij(blad, rij, {"A": naam}, vet=True)
        _rij(blad, rij, {"B": waarde}, euro="B" if naam == "Budget" else "")
    _koppen(blad, 5, {kop.capitalize(): 22 for kop in KOPPEN})
    for rij, cellen in enumerate(VOORBEELD, 6):
        _rij(blad, rij, dict(zip("ABCDEF", cellen, strict=True)))
    _koppen(boek.create_sheet(OFFERTES), 1, {kop.capitalize(): 22 for kop in OFFERTEKOPPEN})
    uitleg = boek.create_sheet("Uitleg")
    for rij, regel in enumerate(UITLEG_SJABLOON, 1):
        _rij(uitleg, rij, {"A": regel}, omslaan=False)
    return als_bytes(boek)


UITLEG_SJABLOON = (
    "Verander op het blad Plan wat er staat in dat van u. Reken het uit met: lpi plan BESTAND.xlsx",
    "Elke rij is een groep in één taal. Een groep zonder talen heeft één rij; laat Taal dan leeg.",
    "Leeftijd en Plek zijn op elke rij van een groep hetzelfde. Is dat niet zo? Geef dan elk een eigen naam.",
    "Doelgroep en Plek mogen leeg zijn. Meer woorden in een cel: zet er komma's tussen.",
    "Ouders zijn een groep van zichzelf, met leeftijd: ouders.",
    "Kreeg u een prijs? Zet die op het blad Offertes: bamboo/youth, groep, 2900, 2026-12-01.",
)


# --- the other sheets -----------------------------------------------------------------------


def _overzicht(blad: "Worksheet", plannen: Plannen, vandaag: date) -> None:
    opgave = plannen.opgave
    _rij(blad, 1, {"A": f"Plan voor {opgave.naam}" if opgave.naam else "Plan"}, vet=True)
    _rij(blad, 2, {"A": "Gemaakt op", "B": datum_in_woorden(vandaag)})
    _rij(blad, 3, {"A": "Mensen", "B": opgave.mensen})
    _rij(blad, 4, {"A": "Budget", "B": _bedrag(opgave.budget)}, euro="B", invullen="B")
    _koppen(blad, 6, OVERZICHTKOLOMMEN)
    for rij, plan in enumerate(plannen.plannen, 7):
        daar, totaalrij = f"'{_titel(plan)}'!", _totaalrij(plan)
        cellen = {
            "A": _titel(plan),
            "B": _Formule(f"={daar}K{totaalrij}"),
            "C": _Formule(f"={daar}L{totaalrij}"),
            "D": _Formule(f"={daar}L{totaalrij + 1}"),
            "E": _Formule(f'=IF({daar}A{totaalrij}="Totaal","ja","ten minste")'),
            "F": plan.zekerheid,
            "G": plan.dekking,
            "H": plan.op_offerte,
        }
        _rij(blad, rij, cellen, euro="BCD")
    for rij, regel in enumerate(UITLEG, 8 + len(plannen.plannen)):
        _rij(blad, rij, {"A": regel}, omslaan=False)


def _vragenblad(boek: "Workbook", plannen: Plannen, catalogus: Catalogus) -> None:
    blad = boek.create_sheet("Vragen")
    _koppen(blad, 1, {"Wat": 28, "Vraag": 70, "Voor plan": 14, "Bij wie": 60})
    for rij, vraag in enumerate(plannen.vragen, 2):
        cellen = {
            "A": vraag.interventie.naam,
            "B": vraagzin(vraag, plannen, catalogus),
            "C": opsomming(vraag.verandert),
            "D": contactregels(vraag.interventie)[0],
        }
        _rij(blad, rij, cellen)
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = f"A1:D{max(1, len(plannen.vragen)) + 1}"


# --- cells ------------------------------------------------------------------------------------


class _Formule(str):
    """A formula of this module: no text of a catalogue is in it."""

    __slots__ = ()


def _bedrag(bedrag: Decimal | None) -> int | float | None:
    waarde = None if bedrag is None else kale_celwaarde(centen(bedrag))
    assert not isinstance(waarde, str)
    return waarde


def _koppen(blad: "Worksheet", rij: int, breedtes: Mapping[str, int]) -> None:
    """Headings, each with the width of its column, which stand on every page."""
    for nr, (kop, breedte) in enumerate(breedtes.items(), 1):
        cel = blad.cell(rij, nr, kop)
        maak_kop(cel, KOPKLEUR)
        blad.column_dimensions[cel.column_letter].width = breedte
    zet_afdruk(blad, rij)


def _rij(
    blad: "Worksheet",
    rij: int,
    cellen: Mapping[str, Any],
    *,
    euro: str = "",
    invullen: str = "",
    vet: bool = False,
    omslaan: bool = True,
) -> None:
    """Formulas, numbers and text, by column. ``euro``: columns of amounts; ``invullen``: those that are marked when empty."""
    from openpyxl.styles import Alignment, Font, PatternFill

    for kolom, waarde in cellen.items():
        cel = blad[f"{kolom}{rij}"]
        if isinstance(waarde, _Formule):
            cel.value = str(waarde)
        else:
            zet_waarde(cel, waarde)
        cel.alignment, cel.font = Alignment(wrap_text=omslaan, vertical="top"), Font(bold=vet)
        cel.number_format = EURO if kolom in euro else "General"
        if waarde is None and kolom in invullen:
            cel.fill = PatternFill("solid", fgColor=INVULLEN)
