"""The values of a sheet as people write them; what is not understood is kept as a remark, and told."""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.adres import BELLEN, MAIL, WEB, als_web
from lpi_cli.catalogus.fouten import citaat
from lpi_cli.catalogus.model import Btw, Celwoord, Grens, Kolom, Telling
from lpi_cli.catalogus.nieuw import maak_id
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.begrip import LIJKT, lees_begrip, lees_groep, naam, noem
from lpi_cli.kern.blad.koppen import JAAR, Kolomkop, eenheid_in, lees_eenheid
from lpi_cli.kern.filters import leeftijdsgroepen
from lpi_cli.kern.getallen import geheel_getal, lees_euro
from lpi_cli.kern.leeftijd import Leeftijdsvraag, lees_leeftijd
from lpi_cli.kern.lezing import uit_engels
from lpi_cli.kern.vraagfout import Vraagfout

BEWAARD = "; bewaard als opmerking"
"""What is told of a cell that is not understood."""
LANGSTE_CEL = 4_000
"""Characters; with its heading before it, it must fit in a remark."""
ONBEKENDE_EENHEID = "onbekend"
"""The unit of a price of which nobody says what it is for."""
LANGSTE_GETAL = 100
"""Characters of a number with all that people write around it."""
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAG_EN_MAAND = re.compile(rf"([0-9]{{1,2}})-({'|'.join(_MAANDEN)})")
"""What a spreadsheet makes of ``6-12``."""
_SCHEIDING = re.compile(r"[,;/\n()]|\s+(?:en|of|&|\+)\s+")
_ENGELS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{2}")
"""An amount as an English program writes it."""
_TUSSEN_ADRESSEN = re.compile(r"[;\n]|,\s+|\s+/\s+|\s+(?:en|of)\s+")
_AANTAL = re.compile(
    r"(?P<van>[0-9]{1,4}(?:,[0-9]+)?)\s*(?:(?:-|–|tot|t/m|à|a|of)\s*(?P<tot>[0-9]{1,4}(?:,[0-9]+)?))?"
)


class Bijzonder(NamedTuple):
    """Something that one should know of a cell or row, and what was done with it (Dutch)."""

    plek: str
    melding: str


class Cel(NamedTuple):
    kop: Kolomkop
    plek: str
    tekst: str
    adres: str


class Omgeving:
    """What all rows are read with. Sheets say the same over and over, so each word is looked up once."""

    def __init__(self, catalogus: Catalogus, bronnen: Container[str], *, vult_aan: bool = True) -> None:
        self.catalogus, self.bronnen = catalogus, bronnen
        self.meegeleverd = {
            vlak(i.naam): i.id for i in catalogus.alle if vult_aan and not catalogus.is_eigen(i.id)
        }
        """Name, as ``vlak`` has it → id, of what no own catalogue gave."""
        self.bijzonder: list[Bijzonder] = []
        self.genoemd: set[str] = set()
        """Vocabularies of which all words were told, which is long, and so done once."""
        self._kolommen: dict[tuple[str, int], tuple[int, str, int]] = {}
        """Sheet and column → where what is told of it stands, its first cell, and how many more."""
        self._codes: dict[tuple[str, str], str | None] = {}
        self._celwoorden = {
            vlak(n): Celwoord(code)
            for code, begrip in catalogus.begrippen["celwoord"].items()
            for n in (begrip.naam, *begrip.ook)
        }
        self.plaatsen = {vlak(n): p for p, plaats in catalogus.plaatsen.items() for n in (p, *plaats.ook)}
        """Name, as ``vlak`` has it → the place."""

    def vertel_van_kolom(self, cel: Cel, melding: str) -> None:
        """Tell what is wrong with a column once: at its first cell, with how many more there are."""
        kolom = (cel.plek.rpartition("!")[0], cel.kop.nr)
        plek, eerste, meer = self._kolommen.get(kolom, (len(self.bijzonder), cel.plek, -1))
        self._kolommen[kolom] = (plek, eerste, meer + 1)
        if meer == -1:
            self.bijzonder.append(Bijzonder(eerste, melding))
        else:
            self.bijzonder[plek] = self.bijzonder[plek]._replace(
                plek=f"{eerste} en nog {meer + 1} in deze kolom"
            )

    def woord(self, tekst: str) -> Celwoord | None:
        """What a word such as ``op aanvraag`` says that is no value."""
        return self._celwoorden.get(vlak(tekst))

    def code(self, lijst: str, tekst: str) -> str | None:
        """The code of a word of a vocabulary; None when it is none of its words."""
        if (lijst, tekst) not in self._codes:
            try:
                woord = uit_engels(tekst, self.catalogus.lezingen) or tekst
                self._codes[lijst, tekst] = lees_begrip(woord, self.catalogus.begrippen[lijst])
            except Vraagfout:
                self._codes[lijst, tekst] = None
        return self._codes[lijst, tekst]


class Rijlezing(NamedTuple):
    plek: str
    om: Omgeving
    geheel: dict[str, Any]
    variant: dict[str, Any]
    kosten: list[dict[str, Any]]
    contact: dict[str, Any]
    opmerkingen: list[str]
    overig: dict[Kolom, str]
    plekken: dict[str, str]
    """What a column is → the cell of it."""

    def bewaar(self, cel: Cel, waarom: str, tekst: str | None = None) -> None:
        """Keep what is not understood as a remark, and tell."""
        self.opmerkingen.append(f"{cel.kop.tekst}: {tekst or cel.tekst}")
        self.om.bijzonder.append(Bijzonder(cel.plek, f"{waarom.rstrip('.')}{BEWAARD}"))

    def codes(self, cel: Cel, lijst: str) -> tuple[list[str], list[str]]:
        """The words of a vocabulary in a cell, and what is none of them."""
        bekend, rest = dict[str, None](), []
        for deel in [cel.tekst] if self.om.code(lijst, cel.tekst) else delen(cel.tekst):
            if code := self.om.code(lijst, deel):
                bekend[code] = None
            else:
                rest.append(deel)
        return list(bekend), rest


def delen(tekst: str) -> list[str]:
    """``azc en gemeente``, ``Arabisch, Tigrinya`` in parts."""
    return [deel.strip() for deel in _SCHEIDING.split(tekst) if deel.strip()]


def lees_antwoord(kolom: Kolom, tekst: str, catalogus: Catalogus) -> dict[str, Any]:
    """The fields that a cell with this text would give. Raises ``Vraagfout`` when some of it is not understood."""
    rij = Rijlezing("", Omgeving(catalogus, ()), {}, {}, [], {}, [], {}, {})
    try:
        _LEZERS[kolom](rij, Cel(Kolomkop(1, "", kolom), "", tekst, ""))
    except Vraagfout as fout:
        raise Vraagfout(f"{str(fout).rstrip('.')}.") from None
    if rij.om.bijzonder:
        raise Vraagfout(f"{rij.om.bijzonder[0].melding.removesuffix(BEWAARD)}.")
    return rij.geheel | rij.variant


_VRIJ = {Kolom.SAMENVATTING, Kolom.AANPAK, Kolom.UITVOERDERS, Kolom.TOLK, Kolom.OPMERKING}
"""Columns of any text, in which no word says that there is no value."""
_BEREIKEN = {Kolom.LEEFTIJD, Kolom.BIJEENKOMSTEN, Kolom.DUUR, Kolom.GROEPSGROOTTE}
_MET_WAARDE = _BEREIKEN | {Kolom.BEDRAG, Kolom.VORM, Kolom.PLEK, Kolom.TALEN, Kolom.REGIO}


def lees_cel(rij: Rijlezing, cel: Cel) -> None:
    if not vlak(cel.tekst) and not (cel.adres and cel.tekst):
        return
    woord = rij.om.woord(cel.tekst)
    if woord is Celwoord.ONBEKEND:
        return
    if len(cel.tekst) > LANGSTE_CEL:
        melding = f"heeft meer dan {LANGSTE_CEL} tekens; deze cel doet niet mee"
        rij.om.bijzonder.append(Bijzonder(cel.plek, melding))
        return
    zonder_waarde = woord is Celwoord.NIET_VAN_TOEPASSING and cel.kop.veld not in _VRIJ
    if cel.kop.veld is None or zonder_waarde:
        rij.opmerkingen.append(f"{cel.kop.tekst}: {cel.tekst}")
        return
    rij.plekken.setdefault(cel.kop.veld, cel.plek)
    if "*" in cel.tekst and cel.kop.veld in _MET_WAARDE:
        rij.bewaar(
            cel,
            f"{citaat(cel.tekst)} wijst met * naar iets dat lpi niet leest; geldt het zonder meer, haal de * weg",
        )
        return
    try:
        _LEZERS[cel.kop.veld](rij, cel)
    except Vraagfout as fout:
        rij.bewaar(cel, _is_datum(cel) or str(fout))


def _is_datum(cel: Cel) -> str | None:
    """What to type where a spreadsheet made a date of a range."""
    if _DATUM.fullmatch(cel.tekst):
        getallen = sorted(int(deel) for deel in cel.tekst.split("-")[1:])
    elif gevonden := _DAG_EN_MAAND.fullmatch(cel.tekst):
        getallen = sorted((int(gevonden[1]), _MAANDEN.index(gevonden[2]) + 1))
    else:
        return None
    bedoeld = f"; bedoelt u {getallen[0]} t/m {getallen[1]}? Typ het zo" if cel.kop.veld in _BEREIKEN else ""
    return f"hier staat een datum ({cel.tekst}){bedoeld}"


def _tekst(veld: str) -> Callable[[Rijlezing, Cel], None]:
    def lees(rij: Rijlezing, cel: Cel) -> None:
        rij.geheel[veld] = cel.tekst

    return lees


def _lees_naam(rij: Rijlezing, cel: Cel) -> None:
    rij.geheel["naam"] = " ".join(cel.tekst.split())


def _lees_variant(rij: Rijlezing, cel: Cel) -> None:
    if not maak_id(cel.tekst):
        raise Vraagfout(f"{citaat(cel.tekst)} heeft geen letters of cijfers")
    rij.variant["naam"] = " ".join(cel.tekst.split())


def _lees_organisatie(rij: Rijlezing, cel: Cel) -> None:
    rij.geheel["organisatie"] = rij.contact["organisatie"] = " ".join(cel.tekst.split())


def _lees_doelgroep(rij: Rijlezing, cel: Cel) -> None:
    groep = rij.geheel.setdefault("doelgroep", {})
    groep["omschrijving"] = cel.tekst
    if genoemd := sorted(lees_groep(cel.tekst, rij.om.catalogus.begrippen["kenmerk"])):
        groep.setdefault("kenmerken", genoemd)


def _lees_kenmerken(rij: Rijlezing, cel: Cel) -> None:
    if bekend := _lees_codes(rij, cel, "kenmerk"):
        rij.geheel.setdefault("doelgroep", {})["kenmerken"] = bekend


def _lees_codes(rij: Rijlezing, cel: Cel, lijst: str) -> list[str]:
    """The words of a vocabulary in a cell; what is none of them is a remark."""
    bekend, rest = rij.codes(cel, lijst)
    _bewaar_rest(rij, cel, rest, lijst)
    return bekend


def _bewaar_rest(rij: Rijlezing, cel: Cel, rest: Sequence[str], lijst: str) -> None:
    begrippen = rij.om.catalogus.begrippen[lijst]
    for deel in rest:
        wel = ""
        if gok := naaste(deel, [n for code, b in begrippen.items() for n in (code, b.naam, *b.ook)], LIJKT):
            wel = f"; bedoelt u {noem(lees_begrip(gok, begrippen), begrippen)}?"
        elif lijst not in rij.om.genoemd:
            rij.om.genoemd.add(lijst)
            wel = f"; kies uit {', '.join(noem(code, begrippen) for code in begrippen)}"
        rij.bewaar(cel, f"{citaat(deel)} ken ik niet{wel}", deel)


def _lees_leeftijd(rij: Rijlezing, cel: Cel) -> None:
    """A whole age, or one end of it when the heading says so."""
    leeftijd = _leeftijd(uit_engels(cel.tekst, rij.om.catalogus.lezingen) or cel.tekst, rij.om.catalogus)
    if leeftijd.voor:
        rij.variant["voor"] = leeftijd.voor[0].value
        return
    if cel.kop.grens:
        if leeftijd.van != leeftijd.tot:
            raise Vraagfout(f"{citaat(cel.tekst)} is niet één leeftijd; typ een getal, zoals 12")
        grens = "van" if cel.kop.grens is Grens.MINSTENS else "tot"
        rij.variant.setdefault("leeftijd", {"van": None, "tot": None})[grens] = leeftijd.van
        _keur_volgorde(rij, cel, "leeftijd", "van", "tot")
        return
    rij.variant["leeftijd"] = {"van": leeftijd.van, "tot": leeftijd.tot}
    if not re.search("[0-9]", cel.tekst):
        rij.variant["leeftijd"]["toelichting"] = cel.tekst


def _keur_volgorde(rij: Rijlezing, cel: Cel, veld: str, laag: str, hoog: str) -> None:
    """Bounds of two columns that run back are a remark: nobody knows which of them is wrong."""
    van, tot = (rij.variant[veld].get(grens) for grens in (laag, hoog))
    if van is not None and tot is not None and van > tot:
        del rij.variant[veld]
        rij.bewaar(cel, f"{van} tot {tot} loopt terug; typ het laagste bij het minimum", f"{van} tot {tot}")


def _leeftijd(tekst: str, catalogus: Catalogus) -> Leeftijdsvraag:
    """An age, also behind the name of the group that it is of: ``kinderen (4-12 jaar)``. Raises ``Vraagfout``."""
    groepen = leeftijdsgroepen(catalogus)
    namen = [n for groep in groepen if not groep.voor for n in (groep.code, *groep.ook)]
    zonder = _zonder(f" {tekst.lower()} ", namen).strip(" ():,")
    try:
        return lees_leeftijd(tekst, groepen)
    except Vraagfout as fout:
        if "is geen leeftijd" not in str(fout):
            raise
    try:
        leeftijd = lees_leeftijd(zonder, ())
    except Vraagfout:
        leeftijd = None
    if leeftijd is None or leeftijd.tot is None:  # of children from 14 on, nobody says up to what age
        codes = ", ".join(groep.code for groep in groepen)
        raise Vraagfout(f"{citaat(tekst)} is geen leeftijd; typ 15, 12 t/m 18, 18+, {codes}")
    return leeftijd


def _lees_doel(rij: Rijlezing, cel: Cel) -> None:
    bekend, rest = rij.codes(cel, "doel")
    rij.geheel["doel"] = {"categorieen": bekend} if not rest else {"omschrijving": cel.tekst}


def _lees_vorm(rij: Rijlezing, cel: Cel) -> None:
    if bekend := _lees_codes(rij, cel, "vorm"):
        rij.variant["vorm"] = bekend


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
    rest = re.sub(r"([0-9]?)\s*½", lambda half: f"{half[1] or 0},5", tekst.lower())
    rest = re.sub(r"\banderhal(?:f|ve)\b", "1,5", rest)
    rest = f" {re.sub('(?<=[0-9])[.](?=[0-9])', ',', rest)} "
    grens = None
    for code in Grens:
        zonder = _zonder(rest, _namen_van("grens", code, catalogus))
        grens, rest = (code, zonder) if zonder != rest else (grens, rest)
    rest = _zonder(rest, woorden)
    if not (gevonden := _AANTAL.fullmatch(rest.strip(" .()"))):
        raise Vraagfout(f"{citaat(tekst)} is geen getal; typ 8, of 8 t/m 12")
    van = Decimal(gevonden["van"].replace(",", "."))
    tot = Decimal((gevonden["tot"] or gevonden["van"]).replace(",", "."))
    if not 0 < van <= tot:
        raise Vraagfout(f"{citaat(tekst)} loopt niet op; typ het laagste eerst, zoals 8 t/m 12")
    return _Bereik(van, tot, grens)


def _geheel(getal: Decimal, tekst: str) -> int:
    if getal != int(getal):
        raise Vraagfout(f"{citaat(tekst)} is geen heel getal; typ 8, of 8 t/m 12")
    return int(getal)


def _namen_van(lijst: str, code: str, catalogus: Catalogus) -> list[str]:
    begrip = catalogus.begrippen[lijst][code]
    return [begrip.naam.removeprefix("per "), *begrip.ook, *filter(None, [begrip.meervoud])]


_KEREN = re.compile(
    r"(.+?)\s*(?:\b[x×]|×|\bkeer|\b(?:bijeenkomsten|sessies|lessen) van)\s+(.+(?:uur|uren|min|minuten)\.?)"
)


def _lees_bijeenkomsten(rij: Rijlezing, cel: Cel) -> None:
    """How many, and perhaps how long: ``6 x 2 uur``."""
    if len(cel.tekst) <= LANGSTE_GETAL and (keren := _KEREN.fullmatch(cel.tekst.lower())):
        _lees_aantal(rij, cel._replace(tekst=keren[1]))
        _lees_lengte(rij, cel._replace(tekst=keren[2]))
    elif cel.kop.veld is Kolom.DUUR:
        _lees_lengte(rij, cel)
    else:
        _lees_aantal(rij, cel)


def _lees_aantal(rij: Rijlezing, cel: Cel) -> None:
    woorden = _namen_van("eenheid", "bijeenkomst", rij.om.catalogus)
    bereik = _lees_bereik(cel.tekst, rij.om.catalogus, woorden)
    van, tot = _geheel(bereik.van, cel.tekst), _geheel(bereik.tot, cel.tekst)
    bijeenkomsten = rij.variant.setdefault("bijeenkomsten", {})
    bijeenkomsten |= {"aantal": van} | ({"aantal_tot": tot} if tot > van else {})
    if grens := bereik.grens or cel.kop.grens:
        bijeenkomsten["aantal_grens"] = grens.value


def _lees_lengte(rij: Rijlezing, cel: Cel) -> None:
    """In hours; the unit stands in the cell or in the heading."""
    samen = f"{cel.tekst} {cel.kop.tekst}".lower()
    uren, minuten = (
        re.search(woord, samen) for woord in (r"(?<![^\W\d])(uur|uren|u)\b", r"(?<![^\W\d])(minuten|min)\b")
    )
    if (uren is None) == (minuten is None):
        raise Vraagfout(
            f"{citaat(cel.tekst)} zegt niet of het uren of minuten zijn; typ 2 uur, of 90 minuten"
        )
    bereik = _lees_bereik(cel.tekst, rij.om.catalogus, ("uur", "uren", "u", "minuten", "min"))
    per_uur = 1 if uren else 60
    bijeenkomsten = rij.variant.setdefault("bijeenkomsten", {})
    duur = {"van": _kort(bereik.van / per_uur), "tot": _kort(bereik.tot / per_uur)}
    if bijeenkomsten.setdefault("duur_uren", duur) != duur:
        raise Vraagfout(f"{citaat(cel.tekst)} is anders dan wat in deze rij al staat")
    if grens := bereik.grens or cel.kop.grens:
        bijeenkomsten["duur_grens"] = grens.value


def _kort(getal: Decimal) -> int | Decimal:
    """A number as a file has it: whole where it is; of a part of an hour four decimals."""
    return int(getal) if getal == int(getal) else round(getal, 4).normalize()


def _lees_groepsgrootte(rij: Rijlezing, cel: Cel) -> None:
    woorden = ["per groep", *_namen_van("eenheid", "deelnemer", rij.om.catalogus)]
    bereik = _lees_bereik(cel.tekst, rij.om.catalogus, woorden)
    van, tot = _geheel(bereik.van, cel.tekst), _geheel(bereik.tot, cel.tekst)
    eigen = bereik.grens or cel.kop.grens
    if eigen is Grens.ONGEVEER or (eigen and van != tot):
        raise Vraagfout(f"{citaat(cel.tekst)} is geen vaste grootte; typ 8 t/m 12, of hooguit 12")
    rij.variant.setdefault("groepsgrootte", {}).update(
        {
            naam_: getal
            for naam_, getal, grens in (("min", van, Grens.HOOGUIT), ("max", tot, Grens.MINSTENS))
            if eigen is not grens
        }
    )
    _keur_volgorde(rij, cel, "groepsgrootte", "min", "max")


def _lees_plek(rij: Rijlezing, cel: Cel) -> None:
    if bekend := _lees_codes(rij, cel, "setting"):
        rij.geheel["setting"] = bekend


def _lees_talen(rij: Rijlezing, cel: Cel) -> None:
    """A language that lpi does not know leaves the list open, so that nobody is told it is not there."""
    if rij.om.woord(cel.tekst) is Celwoord.MET_TOLK:
        rij.geheel["talen_met_tolk"] = True
        return
    tekst = cel.tekst
    for woord in _namen_van("celwoord", Celwoord.EN_MEER, rij.om.catalogus):
        tekst, keren = re.subn(rf"(?<!\w){re.escape(woord)}(?!\w)", ",", tekst, flags=re.IGNORECASE)
        if keren:
            rij.geheel["talen_open"] = True
    bekend, rest = rij.codes(cel._replace(tekst=tekst.strip(" ,")), "taal")
    if bekend:
        rij.geheel["talen"] = bekend
    if rest:
        rij.geheel["talen_open"] = True
    _bewaar_rest(rij, cel, rest, "taal")


def _lees_regio(rij: Rijlezing, cel: Cel) -> None:
    """Places by name; what cannot be one is a remark."""
    regio: dict[str, Any] = {}
    heel = [cel.tekst] if vlak(cel.tekst) in rij.om.plaatsen else delen(cel.tekst)
    for deel in heel:
        if plaats := rij.om.plaatsen.get(vlak(_BIJ_PLAATS.sub("", deel))):
            regio.setdefault("plaatsen", []).append(plaats)
        elif rij.om.woord(deel) is Celwoord.LANDELIJK:
            regio["landelijk"] = True
        elif provincie := rij.om.code("provincie", _BIJ_PROVINCIE.sub("", deel)):
            regio.setdefault("provincies", []).append(provincie)
        else:
            gok = naaste(deel, [*rij.om.plaatsen.values()], LIJKT)
            bedoeld = f"; bedoelt u {gok}?" if gok else ""
            rij.bewaar(cel, f"{citaat(deel)} is geen plaats of provincie die lpi kent{bedoeld}", deel)
        if plaats and _BIJ_PLAATS.search(deel):  # and around it
            rij.opmerkingen.append(f"{cel.kop.tekst}: {deel}")
    if regio:
        rij.geheel["regio"] = regio


_BIJ_PLAATS = re.compile(r"^gemeente\s+|\s+e\.?o\.?$", re.IGNORECASE)
_BIJ_PROVINCIE = re.compile(r"^(?:heel|provincie)\s+", re.IGNORECASE)


def _lees_bedrag(rij: Rijlezing, cel: Cel) -> None:
    eenheden = rij.om.catalogus.begrippen["eenheid"]
    eigen = eenheid_in(vlak(cel.tekst), rij.om.catalogus)
    eenheid = eigen or cel.kop.eenheid or rij.overig.get(Kolom.EENHEID)
    post: dict[str, Any] = {"soort": "uitvoering"} | ({"eenheid": eenheid} if eenheid else {})
    woord = rij.om.woord(_zonder_eenheid(cel.tekst.lower(), eigen, rij.om.catalogus))
    if woord is Celwoord.OP_AANVRAAG:
        post["op_aanvraag"] = True
    elif woord is Celwoord.GRATIS:
        if eenheid is None or eenheden[eenheid].telt is Telling.DEELNEMER:
            uitleg = "zegt niet of het ook de opdrachtgever niets kost; zo ja, typ gratis per groep"
            raise Vraagfout(f"{citaat(cel.tekst)} {uitleg}")
        post["gefinancierd"] = True
    else:
        post |= {"eenheid": eenheid or ONBEKENDE_EENHEID} | _bedrag(cel.tekst, eenheid, rij.om.catalogus)
        _, in_kop = _zeg_erbij(f" {cel.kop.tekst.lower()} ", rij.om.catalogus)
        post |= {veld: waarde for veld, waarde in in_kop.items() if veld not in post}
        if eenheid is None:
            rij.opmerkingen.append(f"{cel.kop.tekst}: {cel.tekst}")
            rij.om.vertel_van_kolom(
                cel,
                f"waarvoor is deze prijs? Typ het erbij, zoals {cel.tekst} per groep, of geef --kolom "
                f'"{cel.kop.tekst}=bedrag/groep"; nu een prijs per onbekende eenheid{BEWAARD}',
            )
    if jaar := rij.overig.get(Kolom.PRIJSPEIL) or next(iter(JAAR.findall(cel.kop.tekst)), None):
        post["prijspeil"] = int(jaar)
    rij.kosten.append(post)


def _bedrag(tekst: str, eenheid: str | None, catalogus: Catalogus) -> dict[str, Any]:
    """An amount or two, with what stands around it. Raises ``Vraagfout``."""
    rest, post = _zeg_erbij(f" {tekst.lower()} ", catalogus)
    rest = _zonder_eenheid(rest, eenheid, catalogus)
    rest = _ENGELS.sub(lambda bedrag: bedrag[0].replace(",", ""), _zonder(rest, ["euro", "eur"])).strip(" .")
    bedragen = (
        [rest] if _is_euro(rest) else re.split(r"(?<![,])\s*(?:–|-|\btot\b|\bà\b|\ba\b)\s*", rest, maxsplit=1)
    )
    if not all(map(_is_euro, bedragen)):
        per = "" if eenheid else " per groep"
        raise Vraagfout(f"{citaat(tekst)} is geen bedrag dat lpi kent; typ 95{per}, of op aanvraag")
    van, tot = (lees_euro(bedragen[nr].strip()) for nr in (0, -1))
    if van > tot:
        raise Vraagfout(f"{citaat(tekst)} loopt niet op; typ het laagste eerst, zoals 900 tot 1200")
    return {"bedrag": {"van": _kort(van), "tot": _kort(tot)}} | post


def _zeg_erbij(tekst: str, catalogus: Catalogus) -> tuple[str, dict[str, Any]]:
    """A text without what it says of tax and of how exact it is, and what that is."""
    post: dict[str, Any] = {}
    for btw in Btw:
        zonder = _zonder(tekst, _namen_van("btw", btw, catalogus))
        if zonder != tekst:
            tekst, post["btw"] = zonder, btw.value
    zonder = _zonder(tekst, _namen_van("grens", Grens.ONGEVEER, catalogus))
    if zonder != tekst:
        post["ongeveer"] = True
    return zonder, post


def _zonder_eenheid(tekst: str, eenheid: str | None, catalogus: Catalogus) -> str:
    begrip = catalogus.begrippen["eenheid"].get(eenheid or "")
    return _zonder(tekst, [begrip.naam, *begrip.ook]) if begrip else tekst


def _is_euro(tekst: str) -> bool:
    try:
        lees_euro(tekst.strip())
    except Vraagfout:
        return False
    return True


def _lees_eenheidskolom(rij: Rijlezing, cel: Cel) -> None:
    begrippen = rij.om.catalogus.begrippen["eenheid"]
    try:
        rij.overig[Kolom.EENHEID] = lees_eenheid(cel.tekst, begrippen)
    except Vraagfout:
        keuzes = ", ".join(begrippen)
        raise Vraagfout(f"{citaat(cel.tekst)} ken ik niet; kies uit {keuzes}") from None


def _lees_prijspeil(rij: Rijlezing, cel: Cel) -> None:
    jaar = cel.tekst[:4] if _DATUM.fullmatch(cel.tekst) else cel.tekst
    rij.overig[Kolom.PRIJSPEIL] = str(geheel_getal(1990, 2100)(jaar))


def _lees_adres(rij: Rijlezing, cel: Cel) -> None:
    """Addresses and numbers by how they look, since people put them in each other's column."""
    rest = []
    for deel in _TUSSEN_ADRESSEN.split(cel.tekst):
        if not (stuk := deel.strip()):
            continue
        soort = _soort_adres(stuk) or _soort_adres(cel.adres)
        if soort is None:
            rest.append(stuk)
            continue
        waarde = (stuk if _soort_adres(stuk) else cel.adres).removeprefix("mailto:")
        reeks = rij.contact.setdefault(soort.value, [])
        reeks += [als_web(waarde) if soort is Kolom.WEBSITE else waarde]
        if soort is not cel.kop.veld and cel.kop.veld is not Kolom.CONTACTPERSOON:
            kolom = naam(soort.value, rij.om.catalogus.begrippen["kolom"])
            rij.om.bijzonder.append(Bijzonder(cel.plek, f"{citaat(stuk)} is opgenomen als {kolom}"))
    for deel in rest:
        waarom = "is geen e-mailadres, telefoonnummer of webadres; typ info@x.nl, 030 123 45 67 of www.x.nl"
        rij.bewaar(cel, f"{citaat(deel)} {waarom}", deel)


def _soort_adres(tekst: str) -> Kolom | None:
    if MAIL.fullmatch(tekst.removeprefix("mailto:")):
        return Kolom.EMAIL
    if WEB.fullmatch(als_web(tekst)):
        return Kolom.WEBSITE
    return Kolom.TELEFOON if BELLEN.fullmatch(tekst) and not re.search("[A-Za-z]{12}|@", tekst) else None


def _lees_contactpersoon(rij: Rijlezing, cel: Cel) -> None:
    """A name, perhaps with addresses behind it."""
    stukken = [stuk.strip() for stuk in _TUSSEN_ADRESSEN.split(cel.tekst) if stuk.strip()]
    if adressen := [stuk for stuk in stukken if _soort_adres(stuk)]:
        _lees_adres(rij, cel._replace(tekst="\n".join(adressen)))
    if namen := [stuk for stuk in stukken if not _soort_adres(stuk)]:
        rij.contact["naam"] = ", ".join(" ".join(naam_.split()) for naam_ in namen)


def _lees_nagekeken(rij: Rijlezing, cel: Cel) -> None:
    rij.contact["nagekeken"] = _dag(cel.tekst)


def _dag(tekst: str) -> str:
    """``4-3-2026`` as year-month-day. Raises ``Vraagfout``."""
    anders = re.sub(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", r"\3-\2-\1", tekst)
    delen_ = [int(deel) for deel in anders.split("-") if deel.isdecimal()]
    try:
        return date(*delen_).isoformat()
    except (TypeError, ValueError, OverflowError):
        raise Vraagfout(f"{citaat(tekst)} is geen datum; typ dag-maand-jaar, zoals 31-12-2025") from None


_SINDS = re.compile(r"(\w+)\s*(?:\(?(?:per|sinds|op|vanaf)?\s*([0-9./-]+)\)?)?")
"""``gestopt per 1-3-2026``."""


def _lees_status(rij: Rijlezing, cel: Cel) -> None:
    begrippen = rij.om.catalogus.begrippen["status"]
    if (gevonden := _SINDS.fullmatch(cel.tekst)) and (status := rij.om.code("status", gevonden[1])):
        rij.geheel["status"] = status
        if gevonden[2]:
            rij.geheel["status_sinds"] = _dag(gevonden[2])
    else:
        raise Vraagfout(f"{citaat(cel.tekst)} ken ik niet; typ {' of '.join(begrippen)}")


def _lees_opmerking(rij: Rijlezing, cel: Cel) -> None:
    rij.opmerkingen.extend(regel for regel in cel.tekst.split("\n") if regel)


def _lees_bron(rij: Rijlezing, cel: Cel) -> None:
    if cel.tekst not in rij.om.bronnen:
        raise Vraagfout(
            f"{citaat(cel.tekst)} is geen bron die lpi kent; laat de cel leeg, of typ een code van blad Bronnen"
        )
    rij.overig[Kolom.BRON] = cel.tekst


def _lees_vindplaats(rij: Rijlezing, cel: Cel) -> None:
    rij.overig[Kolom.VINDPLAATS] = " ".join(cel.tekst.split())


_LEZERS: Mapping[Kolom, Callable[[Rijlezing, Cel], None]] = {
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
    Kolom.DUUR: _lees_bijeenkomsten,
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
