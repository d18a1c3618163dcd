"""What a sheet with someone's own offer says: its headings by their words, its values as people write them.

What is not understood is kept as a remark and told; nothing is made up to fill a gap.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, count
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.adres import BELLEN, MAIL, WEB, als_web
from lpi_cli.catalogus.blad import Blad, celnaam
from lpi_cli.catalogus.fouten import citaat
from lpi_cli.catalogus.gelezen import Aanbod
from lpi_cli.catalogus.model import Btw, Celwoord, Grens, Kolom, Telling
from lpi_cli.catalogus.nieuw import NieuweBron, maak_id
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.begrip import Begrippenlijst, lees_begrip, lees_groep, naam
from lpi_cli.kern.filters import leeftijdsgroepen
from lpi_cli.kern.getallen import geheel_getal, lees_euro
from lpi_cli.kern.leeftijd import lees_leeftijd
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD

VOORBEELD, UITLEG, KEUZES, BRONNEN = EIGEN_BLADEN = ("Voorbeeld", "Uitleg", "Keuzes", "Bronnen")
"""The sheets of our own workbooks besides the offers: how to fill one in, words to choose from, and the sources."""
LAATSTE_KOPRIJ = 20
"""How far down the headings may stand."""
ZEKER = 0.85
"""How much a slip in a heading must look like it."""
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SCHEIDING = re.compile(r"[,;/\n]|\s+(?:en|of|&|\+)\s+")
_ENGELS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{2}")
"""An amount as an English program writes it."""
_TUSSEN_ADRESSEN = re.compile(r"[;\n]|,\s+|\s+/\s+|\s+(?:en|of)\s+")
_AANTAL = re.compile(
    r"(?P<van>[0-9]{1,4}(?:,[0-9]+)?)\s*(?:(?:-|–|tot|t/m|à|a|of)\s*(?P<tot>[0-9]{1,4}(?:,[0-9]+)?))?"
)


# --- headings -------------------------------------------------------------------------


class Kop(NamedTuple):
    """A heading of a sheet and what stands under it; ``veld`` None: what lpi has no place for."""

    nr: int
    tekst: str
    veld: Kolom | None
    eenheid: str | None = None
    """Of a price, when the heading says it."""
    is_gok: bool = False


class Koppen(NamedTuple):
    """The headings of one sheet, and the row that they are in."""

    rij: int
    koppen: Sequence[Kop]


Keuzes = Mapping[str, tuple[Kolom, str | None]]
"""What someone said a heading is: the heading as ``vlak`` has it → column and perhaps unit."""


def lees_kolomkeuze(tekst: str, catalogus: Catalogus) -> tuple[str, tuple[Kolom, str | None]]:
    """``Prijs p.p.=bedrag/deelnemer``. Raises ``Vraagfout``."""
    kop, is_, wat = tekst.rpartition("=")
    veld, _, eenheid = wat.partition("/")
    if not (is_ and vlak(kop)):
        raise Vraagfout(f'{tekst!r} kan niet; schrijf kop=kolom, zoals "Prijs p.p.=bedrag/deelnemer".')
    kolom = Kolom(lees_begrip(veld, catalogus.begrippen["kolom"]))
    return vlak(kop), (kolom, _lees_eenheid(eenheid, catalogus.begrippen["eenheid"]) if eenheid else None)


def _lees_eenheid(tekst: str, eenheden: Begrippenlijst) -> str:
    """A unit with or without ``per``. Raises ``Vraagfout``."""
    try:
        return lees_begrip(f"per {tekst.strip().removeprefix('per ')}", eenheden)
    except Vraagfout:
        return lees_begrip(tekst, eenheden)


def vind_koppen(blad: Blad, catalogus: Catalogus, keuzes: Keuzes) -> Koppen | None:
    """The row with most headings that are known, a name among them; None when the sheet has no such row."""
    if blad.naam in EIGEN_BLADEN:
        return None
    namen = _kolomnamen(catalogus)
    beste: Koppen | None = None
    for plek, rij in enumerate(blad.rijen[:LAATSTE_KOPRIJ]):
        koppen = _zonder_dubbel(
            [_kop(nr, tekst, namen, keuzes, catalogus) for nr, tekst in enumerate(rij.cellen, 1) if tekst]
        )
        velden = {kop.veld for kop in koppen if kop.veld}
        meer = beste is None or len(velden) > len({kop.veld for kop in beste.koppen if kop.veld})
        if Kolom.NAAM in velden and len(velden) > 1 and meer:
            beste = Koppen(plek, koppen)
    return beste


def _kolomnamen(catalogus: Catalogus) -> list[tuple[str, Kolom]]:
    """What a heading may be called, the longest first."""
    begrippen = catalogus.begrippen["kolom"].items()
    namen = {vlak(n): Kolom(code) for code, begrip in begrippen for n in (code, begrip.naam, *begrip.ook)}
    return sorted(namen.items(), key=lambda paar: -len(paar[0]))


def _kop(
    nr: int, tekst: str, namen: Sequence[tuple[str, Kolom]], keuzes: Keuzes, catalogus: Catalogus
) -> Kop:
    vorm = vlak(tekst)
    if vorm in keuzes:
        return Kop(nr, tekst, *keuzes[vorm])
    precies = dict(namen).get(vorm)
    veld = precies or next(
        (k for naam_, k in namen if f" {naam_} " in f" {vorm} " and k is not Kolom.EENHEID), None
    )
    if veld is None and (gok := naaste(vorm, [naam_ for naam_, _ in namen], ZEKER)):
        veld = dict(namen)[gok]
    eenheid = _eenheid_in(vorm, catalogus) if veld is Kolom.BEDRAG else None
    return Kop(nr, tekst, veld, eenheid, is_gok=precies is None)


def _eenheid_in(vorm: str, catalogus: Catalogus) -> str | None:
    """The unit that a text names, as ``per groep`` or ``p p``."""
    for code, begrip in catalogus.begrippen["eenheid"].items():
        for naam_ in (begrip.naam, *begrip.ook):
            if f" {vlak(naam_)} " in f" {vorm} ":
                return code
    return None


_MEER_KEREN = {Kolom.BEDRAG, Kolom.EMAIL, Kolom.TELEFOON, Kolom.WEBSITE, Kolom.OPMERKING}


def _zonder_dubbel(koppen: Sequence[Kop]) -> list[Kop]:
    """Of two columns for one thing the second is a remark; those that are sure go first."""
    gezien: dict[Kolom, Kop] = {}
    for kop in sorted(koppen, key=lambda kop: kop.is_gok):
        if kop.veld and kop.veld not in _MEER_KEREN:
            gezien.setdefault(kop.veld, kop)
    return [
        kop
        if kop.veld is None or kop.veld in _MEER_KEREN or gezien[kop.veld] is kop
        else kop._replace(veld=None)
        for kop in koppen
    ]


# --- rows -----------------------------------------------------------------------------


class Bijzonder(NamedTuple):
    """Something that one should know of a cell or row, and what was done with it (Dutch)."""

    plek: str
    melding: str


class Gelezen(NamedTuple):
    aanbod: Sequence[Aanbod]
    bijzonder: Sequence[Bijzonder]


class _Cel(NamedTuple):
    kop: Kop
    plek: str
    tekst: str
    adres: str


class _Omgeving(NamedTuple):
    """What all rows are read with."""

    catalogus: Catalogus
    bronnen: Container[str]
    meegeleverd: Mapping[str, str]
    """Name, as ``vlak`` has it → id, of what no own catalogue gave."""
    bijzonder: list[Bijzonder]


class _Rij(NamedTuple):
    """One row while it is read."""

    plek: str
    om: _Omgeving
    geheel: dict[str, Any]
    variant: dict[str, Any]
    kosten: list[dict[str, Any]]
    contact: dict[str, Any]
    opmerkingen: list[str]
    overig: dict[Kolom, str]

    def bewaar(self, cel: _Cel, waarom: str, tekst: str | None = None) -> None:
        """Keep what is not understood as a remark, and tell."""
        self.opmerkingen.append(f"{cel.kop.tekst}: {tekst or cel.tekst}")
        self.om.bijzonder.append(Bijzonder(cel.plek, f"{waarom.rstrip('.')}; bewaard als opmerking"))

    def codes(self, cel: _Cel, lijst: str) -> tuple[list[str], list[str]]:
        """The words of a vocabulary in a cell, and what is none of them."""
        bekend, rest = [], []
        for deel in self._delen(cel.tekst, lijst):
            try:
                bekend.append(lees_begrip(deel, self.om.catalogus.begrippen[lijst]))
            except Vraagfout:
                rest.append(deel)
        return list(dict.fromkeys(bekend)), rest

    def _delen(self, tekst: str, lijst: str) -> list[str]:
        """A cell as one word of the vocabulary, or else in parts."""
        try:
            lees_begrip(tekst, self.om.catalogus.begrippen[lijst])
        except Vraagfout:
            return delen(tekst)
        return [tekst]

    def woord(self, tekst: str) -> Celwoord | None:
        """What a word such as ``op aanvraag`` says that is no value."""
        try:
            return Celwoord(lees_begrip(tekst, self.om.catalogus.begrippen["celwoord"]))
        except Vraagfout:
            return None


def delen(tekst: str) -> list[str]:
    """``azc en gemeente``, ``Arabisch, Tigrinya`` in parts."""
    return [deel.strip() for deel in _SCHEIDING.split(tekst) if deel.strip()]


def lees_aanbod(
    bladen: Sequence[tuple[Blad, Koppen]], bron: str, bronnen: Container[str], catalogus: Catalogus
) -> Gelezen:
    """The offers of some sheets. ``bron``: the source of what names no other; ``bronnen``: all that there are."""
    meegeleverd = {vlak(i.naam): i.id for i in catalogus.alle if not catalogus.is_eigen(i.id)}
    om = _Omgeving(catalogus, bronnen, meegeleverd, [])
    per_id: dict[str, list[_Rij]] = {}
    for rij in (rij for blad, koppen in bladen for rij in _rijen(blad, koppen, om)):
        per_id.setdefault(_vrij_id(rij, per_id), []).append(rij)
    aanbod = []
    for id_, van_aanbod in per_id.items():
        bekend = meegeleverd.get(vlak(van_aanbod[0].geheel["naam"]))
        gegevens = _aanvulling(bekend, van_aanbod, bron) if bekend else _gegevens(id_, van_aanbod, bron)
        aanbod.append(Aanbod(id_, gegevens, van_aanbod[0].plek))
    return Gelezen(aanbod, om.bijzonder)


def _vrij_id(rij: _Rij, per_id: Mapping[str, Sequence[_Rij]]) -> str:
    """The id for a row: that of its name; of a second row only when it names another variant."""
    begin = maak_id(rij.geheel["naam"])
    if vlak(rij.geheel["naam"]) in rij.om.meegeleverd:
        begin += "-eigen"
        rij.om.bijzonder.append(
            Bijzonder(rij.plek, f"{rij.geheel['naam']} staat al in de catalogus; dit vult het aan")
        )
    for id_ in chain([begin], (f"{begin}-{nr}" for nr in count(2))):
        eerder = per_id.get(id_)
        if eerder is None:
            return id_
        namen = {een.variant.get("naam") for een in eerder}
        if "naam" in rij.variant and None not in namen and rij.variant["naam"] not in namen:
            return id_
        if id_ == begin:
            melding = f"{rij.geheel['naam']} staat ook op {eerder[0].plek}; nu zijn het er twee. Een andere versie? Vul een kolom Variant"
            rij.om.bijzonder.append(Bijzonder(rij.plek, melding))
    raise AssertionError("count has no end")


def _rijen(blad: Blad, koppen: Koppen, om: _Omgeving) -> Iterator[_Rij]:
    """The rows below the headings that have a name; what is in others is told."""
    op_naam = next(kop for kop in koppen.koppen if kop.veld is Kolom.NAAM)
    for rij in blad.rijen[koppen.rij + 1 :]:
        tekst = dict(enumerate(rij.cellen, 1))
        plek = f"{blad.naam}, rij {rij.nr}"
        if tekst.get(op_naam.nr) == op_naam.tekst:  # the headings again
            continue
        if not maak_id(tekst.get(op_naam.nr, "")):
            om.bijzonder.append(Bijzonder(plek, f"geen {op_naam.tekst}; deze rij doet niet mee"))
            continue
        gelezen = _Rij(plek, om, {}, {}, [], {}, [], {})
        vult_aan = vlak(tekst[op_naam.nr]) in om.meegeleverd
        for kop in sorted(koppen.koppen, key=lambda kop: kop.veld is Kolom.BEDRAG):  # after its year and unit
            veld = None if vult_aan and kop.veld not in _VULT_AAN else kop.veld
            celplek = f"{blad.naam}!{celnaam(rij.nr, kop.nr)}"
            adres = blad.adressen.get((rij.nr, kop.nr), "")
            _lees_cel(gelezen, _Cel(kop._replace(veld=veld), celplek, tekst.get(kop.nr, ""), adres))
        yield gelezen


def _lees_cel(rij: _Rij, cel: _Cel) -> None:
    if not vlak(cel.tekst) and not (cel.adres and cel.tekst):
        return
    if rij.woord(cel.tekst) is Celwoord.ONBEKEND:
        return
    if cel.kop.veld is None:
        rij.opmerkingen.append(f"{cel.kop.tekst}: {cel.tekst}")
        return
    try:
        _LEZERS[cel.kop.veld](rij, cel)
    except Vraagfout as fout:
        waarom = str(fout)
        if _DATUM.fullmatch(cel.tekst):
            waarom = f"hier staat een datum ({cel.tekst}); bedoelt u iets als 4-12, typ het dan als tekst"
        rij.bewaar(cel, waarom)


# --- values ---------------------------------------------------------------------------


def _tekst(veld: str) -> Callable[[_Rij, _Cel], None]:
    def lees(rij: _Rij, cel: _Cel) -> None:
        rij.geheel[veld] = cel.tekst

    return lees


def _lees_naam(rij: _Rij, cel: _Cel) -> None:
    rij.geheel["naam"] = " ".join(cel.tekst.split())


def _lees_variant(rij: _Rij, cel: _Cel) -> None:
    if not maak_id(cel.tekst):
        raise Vraagfout(f"{citaat(cel.tekst)} heeft geen letters of cijfers")
    rij.variant["naam"] = " ".join(cel.tekst.split())


def _lees_organisatie(rij: _Rij, cel: _Cel) -> None:
    rij.geheel["organisatie"] = rij.contact["organisatie"] = " ".join(cel.tekst.split())


def _lees_doelgroep(rij: _Rij, cel: _Cel) -> None:
    groep = rij.geheel.setdefault("doelgroep", {})
    groep["omschrijving"] = cel.tekst
    if genoemd := sorted(lees_groep(cel.tekst, rij.om.catalogus.begrippen["kenmerk"])):
        groep.setdefault("kenmerken", genoemd)


def _lees_kenmerken(rij: _Rij, cel: _Cel) -> None:
    bekend, rest = rij.codes(cel, "kenmerk")
    if bekend:
        rij.geheel.setdefault("doelgroep", {})["kenmerken"] = bekend
    _bewaar_rest(rij, cel, rest)


def _bewaar_rest(rij: _Rij, cel: _Cel, rest: Sequence[str]) -> None:
    for deel in rest:
        rij.bewaar(cel, f"{citaat(deel)} ken ik niet", deel)


def _lees_leeftijd(rij: _Rij, cel: _Cel) -> None:
    leeftijd = lees_leeftijd(cel.tekst, leeftijdsgroepen(rij.om.catalogus))
    if leeftijd.voor:
        rij.variant["voor"] = leeftijd.voor[0].value
        return
    rij.variant["leeftijd"] = {"van": leeftijd.van, "tot": leeftijd.tot}
    if not re.search("[0-9]", cel.tekst):
        rij.variant["leeftijd"]["toelichting"] = cel.tekst


def _lees_doel(rij: _Rij, cel: _Cel) -> None:
    bekend, rest = rij.codes(cel, "doel")
    rij.geheel["doel"] = {"categorieen": bekend} if not rest else {"omschrijving": cel.tekst}


def _lees_vorm(rij: _Rij, cel: _Cel) -> None:
    bekend, rest = rij.codes(cel, "vorm")
    if bekend:
        rij.variant["vorm"] = bekend
    _bewaar_rest(rij, cel, rest)


class _Bereik(NamedTuple):
    van: Decimal
    tot: Decimal
    grens: Grens | None


def _zonder(tekst: str, woorden: Sequence[str]) -> str:
    """A text in lower case without some words, and the brackets around them."""
    for woord in sorted(woorden, key=len, reverse=True):
        tekst = re.sub(rf"\(?(?<![a-z]){re.escape(woord.lower())}(?![a-z])\)?", " ", tekst)
    return tekst


def _lees_bereik(tekst: str, catalogus: Catalogus, woorden: Sequence[str]) -> _Bereik:
    """A number or two with perhaps a bound and one of ``woorden`` around it. Raises ``Vraagfout``."""
    rest = f" {tekst.lower().replace('.', ',') if re.search('[0-9][.][0-9]', tekst) else tekst.lower()} "
    grens = None
    for code in Grens:
        zonder = _zonder(rest, _namen_van("grens", code, catalogus))
        grens, rest = (code, zonder) if zonder != rest else (grens, rest)
    rest = _zonder(rest, woorden)
    if not (gevonden := _AANTAL.fullmatch(rest.strip(" .()"))):
        raise Vraagfout(f"{citaat(tekst)} is geen getal")
    van = Decimal(gevonden["van"].replace(",", "."))
    tot = Decimal((gevonden["tot"] or gevonden["van"]).replace(",", "."))
    if not 0 < van <= tot:
        raise Vraagfout(f"{citaat(tekst)} loopt niet op")
    return _Bereik(van, tot, grens)


def _geheel(getal: Decimal, tekst: str) -> int:
    if getal != int(getal):
        raise Vraagfout(f"{citaat(tekst)} is geen heel getal")
    return int(getal)


def _namen_van(lijst: str, code: str, catalogus: Catalogus) -> list[str]:
    begrip = catalogus.begrippen[lijst][code]
    return [begrip.naam.removeprefix("per "), *begrip.ook, *filter(None, [begrip.meervoud])]


def _lees_bijeenkomsten(rij: _Rij, cel: _Cel) -> None:
    woorden = _namen_van("eenheid", "bijeenkomst", rij.om.catalogus)
    bereik = _lees_bereik(cel.tekst, rij.om.catalogus, woorden)
    van, tot = _geheel(bereik.van, cel.tekst), _geheel(bereik.tot, cel.tekst)
    bijeenkomsten = rij.variant.setdefault("bijeenkomsten", {})
    bijeenkomsten |= {"aantal": van} | ({"aantal_tot": tot} if tot > van else {})
    if bereik.grens:
        bijeenkomsten["aantal_grens"] = bereik.grens.value


def _lees_duur(rij: _Rij, cel: _Cel) -> None:
    """In hours; the unit stands in the cell or in the heading."""
    samen = f"{cel.tekst} {cel.kop.tekst}".lower()
    uren, minuten = (re.search(woord, samen) for woord in (r"\b(uur|uren|u)\b", r"\b(minuten|min)\b"))
    if (uren is None) == (minuten is None):
        raise Vraagfout(f"{citaat(cel.tekst)} zegt niet of het uren of minuten zijn")
    bereik = _lees_bereik(cel.tekst, rij.om.catalogus, ("uur", "uren", "u", "minuten", "min"))
    per_uur = 1 if uren else 60
    bijeenkomsten = rij.variant.setdefault("bijeenkomsten", {})
    bijeenkomsten["duur_uren"] = {"van": _kort(bereik.van / per_uur), "tot": _kort(bereik.tot / per_uur)}
    if bereik.grens:
        bijeenkomsten["duur_grens"] = bereik.grens.value


def _kort(getal: Decimal) -> int | Decimal:
    """A number as a file has it: whole where it is; of a part of an hour four decimals."""
    return int(getal) if getal == int(getal) else round(getal, 4).normalize()


def _lees_groepsgrootte(rij: _Rij, cel: _Cel) -> None:
    woorden = _namen_van("eenheid", "deelnemer", rij.om.catalogus)
    bereik = _lees_bereik(cel.tekst, rij.om.catalogus, woorden)
    van, tot = _geheel(bereik.van, cel.tekst), _geheel(bereik.tot, cel.tekst)
    if bereik.grens is Grens.ONGEVEER:
        raise Vraagfout(f"{citaat(cel.tekst)} is geen vaste grootte")
    rij.variant["groepsgrootte"] = {
        naam_: getal
        for naam_, getal, grens in (("min", van, Grens.HOOGUIT), ("max", tot, Grens.MINSTENS))
        if bereik.grens is not grens
    }


def _lees_plek(rij: _Rij, cel: _Cel) -> None:
    bekend, rest = rij.codes(cel, "setting")
    if bekend:
        rij.geheel["setting"] = bekend
    _bewaar_rest(rij, cel, rest)


def _lees_talen(rij: _Rij, cel: _Cel) -> None:
    """A language that lpi does not know leaves the list open, so that nobody is told it is not there."""
    if rij.woord(cel.tekst) is Celwoord.MET_TOLK:
        rij.geheel["talen_met_tolk"] = True
        return
    tekst = cel.tekst
    for woord in (n for n in _namen_van("celwoord", Celwoord.EN_MEER, rij.om.catalogus)):
        if re.search(rf"(?<!\w){re.escape(woord)}(?!\w)", tekst, re.IGNORECASE):
            tekst = re.sub(rf"(?<!\w){re.escape(woord)}(?!\w)", ",", tekst, flags=re.IGNORECASE)
            rij.geheel["talen_open"] = True
    bekend, rest = rij.codes(cel._replace(tekst=tekst.strip(" ,")), "taal")
    if bekend:
        rij.geheel["talen"] = bekend
    if rest:
        rij.geheel["talen_open"] = True
    _bewaar_rest(rij, cel, rest)


def _lees_regio(rij: _Rij, cel: _Cel) -> None:
    """Places by name; what cannot be one is a remark."""
    regio: dict[str, Any] = {}
    provincies = rij.om.catalogus.begrippen["provincie"]
    plaatsen = {vlak(n): p for p, plaats in rij.om.catalogus.plaatsen.items() for n in (p, *plaats.ook)}
    heel = [cel.tekst] if vlak(cel.tekst) in plaatsen else delen(cel.tekst)
    for deel in heel:
        if vlak(deel) in plaatsen:
            regio.setdefault("plaatsen", []).append(plaatsen[vlak(deel)])
        elif rij.woord(deel) is Celwoord.LANDELIJK:
            regio["landelijk"] = True
        else:
            try:
                regio.setdefault("provincies", []).append(
                    lees_begrip(deel.removeprefix("provincie "), provincies)
                )
            except Vraagfout:
                rij.bewaar(cel, f"{citaat(deel)} is geen plaats of provincie die lpi kent", deel)
    regio = {veld: waarde for veld, waarde in regio.items() if waarde}
    if regio:
        rij.geheel["regio"] = regio


def _lees_bedrag(rij: _Rij, cel: _Cel) -> None:
    eenheden = rij.om.catalogus.begrippen["eenheid"]
    vorm = vlak(cel.tekst)
    eenheid = _eenheid_in(vorm, rij.om.catalogus) or cel.kop.eenheid or rij.overig.get(Kolom.EENHEID)
    post: dict[str, Any] = {"soort": "uitvoering"} | ({"eenheid": eenheid} if eenheid else {})
    woord = rij.woord(cel.tekst)
    if woord is Celwoord.OP_AANVRAAG:
        post["op_aanvraag"] = True
    elif woord is Celwoord.GRATIS:
        if eenheid is None or eenheden[eenheid].telt is Telling.DEELNEMER:
            raise Vraagfout(f"{citaat(cel.tekst)} zegt niet of het ook de opdrachtgever niets kost")
        post["gefinancierd"] = True
    else:
        post |= _bedrag(cel.tekst, eenheid, rij.om.catalogus)
        if eenheid is None:
            uitleg = f'waarvoor is deze prijs? Geef --kolom "{cel.kop.tekst}=bedrag/groep" of een kolom Per'
            raise Vraagfout(uitleg)
    if jaar := rij.overig.get(Kolom.PRIJSPEIL):
        post["prijspeil"] = int(jaar)
    rij.kosten.append(post)


def _bedrag(tekst: str, eenheid: str | None, catalogus: Catalogus) -> dict[str, Any]:
    """An amount or two, with what stands around it. Raises ``Vraagfout``."""
    rest, post = f" {tekst.lower()} ", dict[str, Any]()
    gezegd: list[tuple[str, str, dict[str, Any]]] = [("btw", str(code), {"btw": str(code)}) for code in Btw]
    for lijst, code, velden in [*gezegd, ("grens", Grens.ONGEVEER.value, {"ongeveer": True})]:
        zonder = _zonder(rest, _namen_van(lijst, code, catalogus))
        if zonder != rest:
            rest, post = zonder, post | velden
    if eenheid:
        begrip = catalogus.begrippen["eenheid"][eenheid]
        rest = _zonder(rest, [begrip.naam, *begrip.ook])
    rest = _ENGELS.sub(lambda bedrag: bedrag[0].replace(",", ""), _zonder(rest, ["euro", "eur"])).strip(" .")
    bedragen = (
        [rest] if _is_euro(rest) else re.split(r"(?<![,])\s*(?:–|-|\btot\b|\bà\b|\ba\b)\s*", rest, maxsplit=1)
    )
    van, tot = (lees_euro(bedragen[nr].strip()) for nr in (0, -1))
    if van > tot:
        raise Vraagfout(f"{citaat(tekst)} loopt niet op")
    return {"bedrag": {"van": _geld(van), "tot": _geld(tot)}} | post


def _is_euro(tekst: str) -> bool:
    try:
        lees_euro(tekst)
    except Vraagfout:
        return False
    return True


def _geld(bedrag: Decimal) -> int | Decimal:
    return int(bedrag) if bedrag == int(bedrag) else bedrag


def _lees_eenheidskolom(rij: _Rij, cel: _Cel) -> None:
    rij.overig[Kolom.EENHEID] = _lees_eenheid(cel.tekst, rij.om.catalogus.begrippen["eenheid"])


def _lees_prijspeil(rij: _Rij, cel: _Cel) -> None:
    jaar = cel.tekst[:4] if _DATUM.fullmatch(cel.tekst) else cel.tekst
    rij.overig[Kolom.PRIJSPEIL] = str(geheel_getal(1990, 2100)(jaar))


def _lees_adres(rij: _Rij, cel: _Cel) -> None:
    """Addresses and numbers by how they look, since people put them in each other's column."""
    rest = []
    for deel in _TUSSEN_ADRESSEN.split(cel.tekst):
        if not (stuk := deel.strip()):
            continue
        soort = _soort_adres(stuk) or _soort_adres(cel.adres)
        if soort is None:
            rest.append(stuk)
            continue
        waarde = stuk if _soort_adres(stuk) else cel.adres.removeprefix("mailto:")
        reeks = rij.contact.setdefault(soort.value, [])
        reeks += [als_web(waarde) if soort is Kolom.WEBSITE else waarde]
        if soort is not cel.kop.veld and cel.kop.veld is not Kolom.CONTACTPERSOON:
            kolom = naam(soort.value, rij.om.catalogus.begrippen["kolom"])
            rij.om.bijzonder.append(Bijzonder(cel.plek, f"{citaat(stuk)} is opgenomen als {kolom}"))
    _bewaar_rest(rij, cel, rest)


def _soort_adres(tekst: str) -> Kolom | None:
    if MAIL.fullmatch(tekst.removeprefix("mailto:")):
        return Kolom.EMAIL
    if WEB.fullmatch(als_web(tekst)):
        return Kolom.WEBSITE
    return Kolom.TELEFOON if BELLEN.fullmatch(tekst) and not re.search("[A-Za-z]{12}|@", tekst) else None


def _lees_contactpersoon(rij: _Rij, cel: _Cel) -> None:
    """A name, perhaps with addresses behind it."""
    stukken = [stuk.strip() for stuk in _TUSSEN_ADRESSEN.split(cel.tekst) if stuk.strip()]
    if adressen := [stuk for stuk in stukken if _soort_adres(stuk)]:
        _lees_adres(rij, cel._replace(tekst="\n".join(adressen)))
    if namen := [stuk for stuk in stukken if not _soort_adres(stuk)]:
        rij.contact["naam"] = ", ".join(" ".join(naam_.split()) for naam_ in namen)


def _lees_nagekeken(rij: _Rij, cel: _Cel) -> None:
    if dag := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", cel.tekst):
        rij.contact["nagekeken"] = f"{dag[3]}-{int(dag[2]):02}-{int(dag[1]):02}"
    elif _DATUM.fullmatch(cel.tekst):
        rij.contact["nagekeken"] = cel.tekst
    else:
        raise Vraagfout(f"{citaat(cel.tekst)} is geen datum")


def _lees_status(rij: _Rij, cel: _Cel) -> None:
    rij.geheel["status"] = lees_begrip(cel.tekst, rij.om.catalogus.begrippen["status"])


def _lees_opmerking(rij: _Rij, cel: _Cel) -> None:
    rij.opmerkingen.extend(regel for regel in cel.tekst.split("\n") if regel)


def _lees_bron(rij: _Rij, cel: _Cel) -> None:
    if cel.tekst not in rij.om.bronnen:
        raise Vraagfout(f"{citaat(cel.tekst)} is geen bron die lpi kent")
    rij.overig[Kolom.BRON] = cel.tekst


def _lees_vindplaats(rij: _Rij, cel: _Cel) -> None:
    rij.overig[Kolom.VINDPLAATS] = " ".join(cel.tekst.split())


_LEZERS: Mapping[Kolom, Callable[[_Rij, _Cel], None]] = {
    Kolom.NAAM: _lees_naam,
    Kolom.VARIANT: _lees_variant,
    Kolom.ORGANISATIE: _lees_organisatie,
    Kolom.SAMENVATTING: _tekst("samenvatting"),
    Kolom.DOELGROEP: _lees_doelgroep,
    Kolom.KENMERKEN: _lees_kenmerken,
    Kolom.LEEFTIJD: _lees_leeftijd,
    Kolom.DOEL: _lees_doel,
    Kolom.AANPAK: _tekst("aanpak"),
    Kolom.UITVOERDERS: _tekst("uitvoerders"),
    Kolom.VORM: _lees_vorm,
    Kolom.BIJEENKOMSTEN: _lees_bijeenkomsten,
    Kolom.DUUR: _lees_duur,
    Kolom.GROEPSGROOTTE: _lees_groepsgrootte,
    Kolom.PLEK: _lees_plek,
    Kolom.TALEN: _lees_talen,
    Kolom.TOLK: _tekst("tolk"),
    Kolom.REGIO: _lees_regio,
    Kolom.BEDRAG: _lees_bedrag,
    Kolom.EENHEID: _lees_eenheidskolom,
    Kolom.PRIJSPEIL: _lees_prijspeil,
    Kolom.CONTACTPERSOON: _lees_contactpersoon,
    Kolom.EMAIL: _lees_adres,
    Kolom.TELEFOON: _lees_adres,
    Kolom.WEBSITE: _lees_adres,
    Kolom.NAGEKEKEN: _lees_nagekeken,
    Kolom.STATUS: _lees_status,
    Kolom.OPMERKING: _lees_opmerking,
    Kolom.BRON: _lees_bron,
    Kolom.VINDPLAATS: _lees_vindplaats,
}


# --- files ----------------------------------------------------------------------------

_VULT_AAN = {
    Kolom.NAAM, Kolom.ORGANISATIE, Kolom.PLEK, Kolom.TALEN, Kolom.REGIO, Kolom.BEDRAG, Kolom.EENHEID, Kolom.PRIJSPEIL,
    Kolom.CONTACTPERSOON, Kolom.EMAIL, Kolom.TELEFOON, Kolom.WEBSITE, Kolom.NAGEKEKEN, Kolom.OPMERKING, Kolom.BRON,
    Kolom.VINDPLAATS,
}  # fmt: skip
"""What a sheet can add to what is in the catalogue; the rest is a remark there."""
_ALLEEN_HEEL = ("status", "organisatie", "samenvatting", "doelgroep", "doel", "aanpak", "uitvoerders")
_PER_VARIANT = ("setting", "talen")
_VELDEN = (*_ALLEEN_HEEL, "varianten", "setting", "talen", "talen_open", "talen_met_tolk", "tolk", "regio")


def _gegevens(id_: str, rijen: Sequence[_Rij], bron: str) -> dict[str, Any]:
    """The file of a new offer; each row is a variant of it."""
    geheel = _samen(rijen)
    varianten = []
    for nr, rij in enumerate(rijen):
        eigen = {v: rij.geheel[v] for v in _PER_VARIANT if v in rij.geheel and rij.geheel[v] != geheel.get(v)}
        naam_ = rij.variant.get("naam", geheel["naam"])
        varianten.append(
            {"id": _variant_id(rijen, nr), "naam": naam_}
            | {veld: rij.variant[veld] for veld in _VARIANTVELDEN if veld in rij.variant}
            | eigen
            | {"plaats": _vindplaats(rij), "bron": _bron(rij, bron)}
        )
    delen_ = geheel | {"varianten": varianten}
    begin = {"id": id_, "naam": geheel["naam"], "soort": "interventie"}
    return (
        begin
        | {veld: delen_[veld] for veld in _VELDEN if veld in delen_}
        | _rest(rijen, bron, per_variant=len(rijen) > 1)
    )


_VARIANTVELDEN = ("voor", "leeftijd", "vorm", "bijeenkomsten", "groepsgrootte")


def _variant_id(rijen: Sequence[_Rij], nr: int) -> str:
    naam_ = rijen[nr].variant.get("naam")
    return maak_id(naam_) if naam_ else "standaard"


def _samen(rijen: Sequence[_Rij]) -> dict[str, Any]:
    """What holds for all rows of an offer; a field that a later row has differently is told, or its variant's."""
    geheel = dict(rijen[0].geheel)
    for rij in rijen[1:]:
        for veld, waarde in rij.geheel.items():
            if geheel.setdefault(veld, waarde) != waarde and veld not in _PER_VARIANT:
                melding = f"{veld} staat op {rijen[0].plek} anders; dat geldt"
                rij.om.bijzonder.append(Bijzonder(rij.plek, melding))
    return geheel


def _aanvulling(bekend: str, rijen: Sequence[_Rij], bron: str) -> dict[str, Any]:
    """The file of what is in the catalogue already: what is offered of it here."""
    geheel = _samen(rijen)
    regio = {"plaatsen": geheel["regio"]["plaatsen"]} if geheel.get("regio", {}).get("plaatsen") else None
    velden = {veld: geheel[veld] for veld in ("setting", "talen") if veld in geheel} | (
        {"regio": regio} if regio else {}
    )
    return {"vult_aan": bekend} | velden | _rest(rijen, bron, per_variant=False)


def _rest(rijen: Sequence[_Rij], bron: str, *, per_variant: bool) -> dict[str, Any]:
    """Costs, contact, remarks and sources, of all rows; a price is that of its row's variant, or of all."""
    kosten = [
        {"soort": post["soort"]}
        | ({"variant": _variant_id(rijen, nr)} if per_variant else {})
        | {veld: waarde for veld, waarde in post.items() if veld != "soort"}
        | {"bron": _bron(rij, bron)}
        for nr, rij in enumerate(rijen)
        for post in rij.kosten
    ]
    contact = [_contact(rij) for rij in rijen if rij.contact.keys() - {"nagekeken", "organisatie"}]
    opmerkingen = list(dict.fromkeys(tekst for rij in rijen for tekst in rij.opmerkingen))
    bronnen = [{"bron": _bron(rij, bron), "plaats": _vindplaats(rij)} for rij in rijen]
    velden: dict[str, list[Any]] = {
        "kosten": kosten,
        "contact": [een for nr, een in enumerate(contact) if een not in contact[:nr]],
    }
    velden |= {"aandachtspunten": opmerkingen, "bronnen": bronnen}
    return {veld: reeks for veld, reeks in velden.items() if reeks}


def _contact(rij: _Rij) -> dict[str, Any]:
    volgorde = ("naam", "organisatie", "email", "telefoon", "website", "nagekeken")
    return {veld: rij.contact[veld] for veld in volgorde if veld in rij.contact}


def _bron(rij: _Rij, bron: str) -> str:
    return rij.overig.get(Kolom.BRON, bron)


def _vindplaats(rij: _Rij) -> str:
    return rij.overig.get(Kolom.VINDPLAATS, rij.plek)


BRONKOPPEN = ("code", "titel", "jaar", "datum", "url")
"""The headings of a sheet with sources, as an exported one has them."""


def lees_bronnen(bladen: Sequence[Blad]) -> Iterator[NieuweBron]:
    """The sources of a sheet that was exported."""
    for blad in bladen:
        if blad.naam == BRONNEN and blad.rijen and tuple(map(vlak, blad.rijen[0].cellen)) == BRONKOPPEN:
            for rij in blad.rijen[1:]:
                code, titel, jaar, dag, url = (*rij.cellen, *[""] * len(BRONKOPPEN))[: len(BRONKOPPEN)]
                if (id_ := maak_id(code)) and titel:
                    yield NieuweBron(
                        id_,
                        titel,
                        int(jaar) if re.fullmatch("[0-9]{4}", jaar) else None,
                        dag or NIET_GEPUBLICEERD,
                        url or None,
                    )
