"""A workbook for own offers: empty to fill in, or with those of a catalogue, in the words that ``kern.blad`` reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.blad import Blad, Rij
from lpi_cli.catalogus.model import Celwoord, Kolom, Voor
from lpi_cli.kern.begrip import naam, noem
from lpi_cli.kern.blad.aanbod import BRONKOPPEN, BRONVELDEN, lees_aanbod
from lpi_cli.kern.blad.koppen import BRONNEN, KEUZES, PAST_NIET, UITLEG, VOORBEELD, vind_koppen
from lpi_cli.kern.zinnen import euro, getal
from lpi_cli.weergave.feiten import met_grens, veld_in_woorden
from lpi_cli.weergave.formaat.xlsx import als_bytes, nieuw_boek, vul_blad

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

AANBOD = "Aanbod"
"""The name of the sheet to fill in."""
Gegevens = Mapping[str, Any]
"""An intervention or supplement as its file has it."""
_KEUZEKOLOMMEN = {
    Kolom.DOEL: "doel",
    Kolom.VORM: "vorm",
    Kolom.PLEK: "setting",
    Kolom.TALEN: "taal",
    Kolom.KENMERKEN: "kenmerk",
    Kolom.EENHEID: "eenheid",
    Kolom.STATUS: "status",
}
"""Columns with a list to choose from, and its vocabulary."""
_RIJEN_MET_KEUZE = 500


def leeg_werkboek(catalogus: Catalogus, voorbeelden: Iterable[Gegevens]) -> bytes:
    """Raises ``ModuleNotFoundError`` without openpyxl."""
    boek, blad = nieuw_boek(AANBOD)
    begrippen = catalogus.begrippen["kolom"]
    koppen = [begrippen[kolom].naam for kolom in Kolom]
    vul_blad(blad, koppen, [])
    vul_blad(boek.create_sheet(VOORBEELD), *_tabel(voorbeelden, catalogus))
    uitleg = [(begrippen[kolom].naam, begrippen[kolom].uitleg) for kolom in Kolom]
    vul_blad(boek.create_sheet(UITLEG), ["Kolom", "Wat u invult"], [*_TOELICHTING, *uitleg])
    keuzes = {
        kolom: [noem(code, catalogus.begrippen[lijst]) for code in catalogus.begrippen[lijst]]
        for kolom, lijst in _KEUZEKOLOMMEN.items()
    }
    rijen = zip_longest(*keuzes.values())
    vul_blad(boek.create_sheet(KEUZES), [begrippen[kolom].naam for kolom in keuzes], rijen)
    _zet_keuzelijsten(blad, {kolom: len(woorden) for kolom, woorden in keuzes.items()})
    return als_bytes(boek)


def _zet_keuzelijsten(blad: "Worksheet", aantallen: Mapping[Kolom, int]) -> None:
    """Columns of ``blad`` with a list to choose from, which stands in the next column of the sheet of choices."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for nr, (kolom, aantal) in enumerate(aantallen.items(), 1):
        letter, plek = get_column_letter(nr), get_column_letter(list(Kolom).index(kolom) + 1)
        waar = f"{KEUZES}!${letter}$2:${letter}${aantal + 1}"
        lijst = DataValidation("list", formula1=waar, allow_blank=True)
        lijst.showErrorMessage = False  # more than one word, or another, may be typed too
        lijst.add(f"{plek}2:{plek}{_RIJEN_MET_KEUZE}")
        blad.add_data_validation(lijst)


_TOELICHTING = [
    ("Zo werkt het", "Vul op blad Aanbod een rij per aanbod in. Wat u niet weet, laat u leeg. Verzin niets."),
    ("Daarna", "Typ: lpi catalogus lees aanbod.xlsx mijn-regio. Dat kan na een wijziging opnieuw."),
    ("Meer kolommen", "Wat in een kolom staat die lpi niet kent, blijft als opmerking bewaard."),
]


def werkboek(
    interventies: Sequence[Gegevens], past_niet: Mapping[str, Sequence[str]], catalogus: Catalogus
) -> bytes:
    """What there is on offer, with its sources, and what of it is not here. Raises ``ModuleNotFoundError`` without openpyxl."""
    boek, blad = nieuw_boek(AANBOD)
    vul_blad(blad, *_tabel(interventies, catalogus))
    genoemd = {vindplaats["bron"] for een in interventies for vindplaats in een["bronnen"]}
    bronnen = [
        (id_, *(getattr(bron, veld) for veld in BRONVELDEN))
        for id_, bron in catalogus.bronnen.items()
        if id_ in genoemd
    ]
    vul_blad(boek.create_sheet(BRONNEN), [kop.title() for kop in BRONKOPPEN], bronnen)
    if past_niet:
        regels = [(id_, veld_in_woorden(veld)) for id_, velden in past_niet.items() for veld in velden]
        vul_blad(boek.create_sheet(PAST_NIET), ["Code", "Staat niet, of anders, in dit werkboek"], regels)
    return als_bytes(boek)


def wat_niet_past(
    interventies: Sequence[Gegevens], catalogus: Catalogus, *, is_eigen: bool = True
) -> dict[str, list[str]]:
    """By id the fields that would not be the same when the workbook is read back, as own offers."""
    koppen, rijen = _tabel(interventies, catalogus)
    blad = Blad(AANBOD, [Rij(nr, rij) for nr, rij in enumerate([koppen, *rijen], 1)], {})
    gevonden = vind_koppen(blad, catalogus, {})
    assert gevonden is not None, "what is on offer has a name"
    gelezen = lees_aanbod([(blad, gevonden)], "", catalogus.bronnen, catalogus, vult_aan=is_eigen)
    terug = {
        sleutel: een.gegevens for een in gelezen.aanbod for sleutel in (een.gegevens.get("naam"), een.id)
    }
    anders = {}
    for een in interventies:
        id_ = een.get("id") or f"{een['vult_aan']}-eigen"
        anders[id_] = [
            veld for veld in een if een[veld] != (terug.get(id_) or terug.get(een.get("naam"), {})).get(veld)
        ]
    return {id_: velden for id_, velden in anders.items() if velden}


def _tabel(interventies: Iterable[Gegevens], catalogus: Catalogus) -> tuple[list[str], list[list[str]]]:
    """Headings and rows; of the columns that nothing stands in only those of an empty sheet are left out."""
    rijen = [rij for een in interventies for rij in _rijen(een, catalogus)]
    gebruikt = {kop for rij in rijen for kop, tekst in rij.items() if tekst}
    begrippen = catalogus.begrippen["kolom"]
    prijzen = [f"{begrippen[Kolom.BEDRAG].naam} {b.naam}" for b in catalogus.begrippen["eenheid"].values()]
    koppen = [
        kop
        for kolom in Kolom
        for kop in [begrippen[kolom].naam, *(prijzen if kolom is Kolom.BEDRAG else [])]
        if kop in gebruikt
    ]
    return koppen, [[rij.get(kop, "") for kop in koppen] for rij in rijen]


def _rijen(een: Gegevens, catalogus: Catalogus) -> Iterator[dict[str, str]]:
    """A row for each variant, by heading; what is said of the whole stands in the first."""
    begrippen = catalogus.begrippen["kolom"]
    varianten: Sequence[Gegevens] = een.get("varianten") or list(_aangevuld(een))
    for nr, variant in enumerate(varianten):
        cellen = dict(_van_variant(een, variant, catalogus))
        if nr == 0:
            cellen |= dict(_van_geheel(een, catalogus))
        contacten = een.get("contact", ())
        contact: Gegevens = contacten[nr] if nr < len(contacten) else {}
        cellen |= dict(_van_contact(contact))
        if "vult_aan" in een:
            cellen[Kolom.ORGANISATIE] = contact.get("organisatie") or ""
        posten = [
            p
            for p in een.get("kosten", ())
            if p.get("variant") == variant.get("id") or (nr == 0 and not p.get("variant"))
        ]
        jaren = {str(post["prijspeil"]) for post in posten if post.get("prijspeil")}
        rij = {str(begrippen[kolom].naam): tekst for kolom, tekst in cellen.items()}
        rij |= {begrippen[Kolom.PRIJSPEIL].naam: jaren.pop()} if len(jaren) == 1 else {}
        for post in posten:
            eenheid = post.get("eenheid")
            kop = f"{begrippen[Kolom.BEDRAG].naam} {naam(eenheid, catalogus.begrippen['eenheid']) if eenheid else ''}"
            rij.setdefault(kop.strip(), _prijs(post, catalogus))
        yield rij


def _aangevuld(een: Gegevens) -> Iterator[Gegevens]:
    """A row for each variant of which the prices add to what is in the catalogue."""
    bronnen: Sequence[Gegevens] = een["bronnen"]
    for nr, id_ in enumerate(dict.fromkeys(post.get("variant") for post in een.get("kosten", ())) or [None]):
        yield {**bronnen[min(nr, len(bronnen) - 1)], **({"id": id_, "naam": id_} if id_ else {})}


def _van_variant(een: Gegevens, variant: Gegevens, catalogus: Catalogus) -> Iterator[tuple[Kolom, str]]:
    meegeleverd = {i.id: i.naam for i in catalogus.alle}
    naam_ = meegeleverd[een["vult_aan"]] if "vult_aan" in een else een["naam"]
    yield Kolom.NAAM, naam_
    if "naam" in variant and (variant["naam"] != naam_ or variant["id"] != "standaard"):
        yield Kolom.VARIANT, variant["naam"]
    yield Kolom.LEEFTIJD, _leeftijd(variant)
    yield Kolom.VORM, _woorden(variant.get("vorm"), "vorm", catalogus)
    bijeenkomsten: Gegevens = variant.get("bijeenkomsten") or {}
    if aantal := bijeenkomsten.get("aantal"):
        tekst = _reeks(aantal, bijeenkomsten.get("aantal_tot") or aantal)
        yield Kolom.BIJEENKOMSTEN, met_grens(tekst, bijeenkomsten.get("aantal_grens"))
    if duur := bijeenkomsten.get("duur_uren"):
        tekst = f"{_reeks(duur['van'], duur['tot'])} uur"
        yield Kolom.DUUR, met_grens(tekst, bijeenkomsten.get("duur_grens"))
    grootte: Gegevens = variant.get("groepsgrootte") or {}
    van, tot = grootte.get("min"), grootte.get("max")
    if van and tot:
        yield Kolom.GROEPSGROOTTE, _reeks(van, tot)
    elif van or tot:
        yield Kolom.GROEPSGROOTTE, f"{'minstens' if van else 'hooguit'} {van or tot}"
    yield Kolom.PLEK, _woorden(variant.get("setting") or een.get("setting"), "setting", catalogus)
    yield Kolom.TALEN, _talen(variant.get("talen") or een.get("talen"), een, catalogus)
    if variant.get("kenmerken"):
        yield Kolom.KENMERKEN, _woorden(variant["kenmerken"], "kenmerk", catalogus)
    yield Kolom.BRON, variant["bron"]
    yield Kolom.VINDPLAATS, variant.get("plaats", "")


def _van_geheel(een: Gegevens, catalogus: Catalogus) -> Iterator[tuple[Kolom, str]]:
    for kolom in (
        Kolom.ORGANISATIE,
        Kolom.SAMENVATTING,
        Kolom.AANPAK,
        Kolom.UITVOERDERS,
        Kolom.TOLK,
    ):
        yield kolom, een.get(kolom) or ""
    sinds = [een["status_sinds"]] if een.get("status_sinds") else []
    yield (
        Kolom.STATUS,
        " sinds ".join([een.get("status") or "", *("-".join(dag.split("-")[::-1]) for dag in sinds)]),
    )
    groep: Gegevens = een.get("doelgroep") or {}
    yield Kolom.DOELGROEP, groep.get("omschrijving") or ""
    if groep.get("kenmerken"):
        yield Kolom.KENMERKEN, _woorden(groep["kenmerken"], "kenmerk", catalogus)
    doel: Gegevens = een.get("doel") or {}
    yield Kolom.DOEL, _woorden(doel.get("categorieen"), "doel", catalogus) or doel.get("omschrijving") or ""
    regio: Gegevens = een.get("regio") or {}
    provincies = [
        f"provincie {naam(code, catalogus.begrippen['provincie'])}" for code in regio.get("provincies") or ()
    ]
    landelijk = [naam(Celwoord.LANDELIJK, catalogus.begrippen["celwoord"])] if regio.get("landelijk") else []
    yield Kolom.REGIO, ", ".join([*(regio.get("plaatsen") or ()), *provincies, *landelijk])
    yield Kolom.OPMERKING, "\n".join(een.get("aandachtspunten") or ())


def _van_contact(contact: Gegevens) -> Iterator[tuple[Kolom, str]]:
    yield Kolom.CONTACTPERSOON, contact.get("naam") or ""
    for kolom in (Kolom.EMAIL, Kolom.TELEFOON, Kolom.WEBSITE):
        yield kolom, "\n".join(contact.get(kolom) or ())
    yield Kolom.NAGEKEKEN, contact.get("nagekeken") or ""


def _woorden(codes: Sequence[str] | None, lijst: str, catalogus: Catalogus) -> str:
    return ", ".join(noem(code, catalogus.begrippen[lijst]) for code in codes or ())


def _talen(codes: Sequence[str] | None, een: Gegevens, catalogus: Catalogus) -> str:
    woorden = catalogus.begrippen["celwoord"]
    if een.get("talen_met_tolk"):
        return naam(Celwoord.MET_TOLK, woorden)
    meer = [naam(Celwoord.EN_MEER, woorden)] if een.get("talen_open") else []
    return ", ".join([*(naam(code, catalogus.begrippen["taal"]) for code in codes or ()), *meer])


def _leeftijd(variant: Gegevens) -> str:
    """With ``t/m``, since a spreadsheet takes ``4-12`` for a day in December."""
    if variant.get("voor") in (Voor.OUDERS, Voor.GEZIN):
        return str(variant["voor"])
    leeftijd: Gegevens = variant.get("leeftijd") or {}
    van, tot = leeftijd.get("van"), leeftijd.get("tot")
    if leeftijd.get("toelichting"):
        return str(leeftijd["toelichting"])
    if van is None:
        return "" if tot is None else f"tot {tot}"
    return f"{van}+" if tot is None else str(van) if van == tot else f"{van} t/m {tot}"


def _reeks(van: int | Decimal, tot: int | Decimal) -> str:
    return getal(van) if van == tot else f"{getal(van)} tot {getal(tot)}"


def _prijs(post: Gegevens, catalogus: Catalogus) -> str:
    woorden = catalogus.begrippen["celwoord"]
    if post.get("op_aanvraag"):
        return naam(Celwoord.OP_AANVRAAG, woorden)
    if post.get("gefinancierd"):
        return naam(Celwoord.GRATIS, woorden)
    if not (bedrag := post.get("bedrag")):
        return ""
    van, tot = Decimal(bedrag["van"]), Decimal(bedrag["tot"])
    tekst = euro(van) if van == tot else f"{euro(van)} tot {euro(tot)}"
    btw = naam(post["btw"], catalogus.begrippen["btw"]) if post.get("btw") else ""
    return " ".join(filter(None, ["ongeveer" if post.get("ongeveer") else "", tekst, btw]))
