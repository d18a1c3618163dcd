"""The rows of a sheet as the offers that they make, ready for their files; nothing is made up to fill a gap."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.blad import Blad, celnaam
from lpi_cli.catalogus.fouten import citaat
from lpi_cli.catalogus.gelezen import Aanbod
from lpi_cli.catalogus.model import Celwoord, Kolom, Variant, Voor
from lpi_cli.catalogus.nieuw import NieuweBron, maak_id
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.blad.cellen import BEWAARD, Bijzonder, Cel, Omgeving, Rijlezing, lees_antwoord, lees_cel
from lpi_cli.kern.blad.koppen import BRONNEN, Kolomkop, Koppen
from lpi_cli.kern.leeftijd import Leeftijdsvraag, past
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD


class Gelezen(NamedTuple):
    aanbod: Sequence[Aanbod]
    bijzonder: Sequence[Bijzonder]


def lees_aanbod(
    bladen: Sequence[tuple[Blad, Koppen]],
    bron: str,
    bronnen: Container[str],
    catalogus: Catalogus,
    *,
    vult_aan: bool = True,
) -> Gelezen:
    """The offers of some sheets. ``bron``: the source of what names no other; ``bronnen``: all that there are.

    ``vult_aan``: what has the name of one in the catalogue adds to it.
    """
    om = Omgeving(catalogus, bronnen, vult_aan=vult_aan)
    per_id: dict[str, list[Rijlezing]] = {}
    for rij in (rij for blad, koppen in bladen for rij in _rijen(blad, koppen, om)):
        per_id.setdefault(_vrij_id(rij, per_id), []).append(rij)
    aanbod = []
    for id_, van_aanbod in per_id.items():
        bekend = om.meegeleverd.get(vlak(van_aanbod[0].geheel["naam"]))
        gegevens = _aanvulling(bekend, van_aanbod, bron) if bekend else _gegevens(id_, van_aanbod, bron)
        aanbod.append(Aanbod(id_, gegevens, van_aanbod[0].plek, van_aanbod[0].plekken))
    return Gelezen(aanbod, om.bijzonder)


def _vrij_id(rij: Rijlezing, per_id: Mapping[str, Sequence[Rijlezing]]) -> str:
    """The id for a row: that of its name; of a second row only when it names another variant, or adds to the same."""
    begin = maak_id(rij.geheel["naam"])
    if vlak(rij.geheel["naam"]) in rij.om.meegeleverd:
        begin += "-eigen"
        if begin not in per_id:
            melding = f"{rij.geheel['naam']} staat al in de catalogus; dit vult het aan"
            rij.om.bijzonder.append(Bijzonder(rij.plek, melding))
        return begin
    for nr in count(1):
        id_ = begin if nr == 1 else f"{begin}-{nr}"
        eerder = per_id.get(id_)
        if eerder is None:
            if nr > 1:
                _meld_dubbel(rij, per_id[begin][0].plek, nr)
            return id_
        namen = {een.variant.get("naam") for een in eerder}
        if "naam" in rij.variant and None not in namen and rij.variant["naam"] not in namen:
            return id_
    raise AssertionError("count has no end")


def _meld_dubbel(rij: Rijlezing, eerder: str, nr: int) -> None:
    naam_ = rij.geheel["naam"]
    melding = (
        f"{naam_} staat ook op {eerder}; nu zijn het er {nr}. Typ hier een andere naam, zoals {naam_} {nr}; "
        "of geef elke rij een eigen Variant, of haal of verberg er een"
    )
    rij.om.bijzonder.append(Bijzonder(rij.plekken[Kolom.NAAM], melding))


def _rijen(blad: Blad, koppen: Koppen, om: Omgeving) -> Iterator[Rijlezing]:
    """The rows below the headings that are an offer; what is in others is told."""
    op_naam = next(kop for kop in koppen.koppen if kop.veld is Kolom.NAAM)
    kopteksten = {kop.nr: kop.tekst for kop in koppen.koppen}
    eenheden = om.catalogus.begrippen["eenheid"]
    vorige: Mapping[int, str] = {}
    for rij in blad.rijen[koppen.rij + 1 :]:
        vorige = tekst = {nr: _als_erboven(t, vorige.get(nr), om) for nr, t in enumerate(rij.cellen, 1) if t}
        plek = f"{blad.naam}, rij {rij.nr}"
        if tekst.items() <= kopteksten.items():  # the headings again
            continue
        if geen := _geen_aanbod(tekst, op_naam, rij.nr, om):
            om.bijzonder.append(Bijzonder(plek, f"{geen}; deze rij doet niet mee"))
            continue
        gelezen = Rijlezing(plek, om, {}, {}, [], {}, [], {}, {})
        neemt = _neemt(gelezen, tekst, koppen)
        for kop in sorted(koppen.koppen, key=lambda kop: kop.veld is Kolom.BEDRAG):  # after its year and unit
            veld = kop.veld if kop.veld in neemt else None
            celplek = f"{blad.naam}!{celnaam(rij.nr, kop.nr)}"
            adres = blad.adressen.get((rij.nr, kop.nr), "")
            lees_cel(gelezen, Cel(kop._replace(veld=veld), celplek, tekst.get(kop.nr, ""), adres))
        # as one writes them back
        gelezen.kosten.sort(key=lambda post: ["", *eenheden].index(post.get("eenheid", "")))
        yield gelezen


def _neemt(rij: Rijlezing, tekst: Mapping[int, str], koppen: Koppen) -> Container[Kolom | None]:
    """What a row can say: all; or what can be added to what is in the catalogue, or to a variant of that."""
    op_kolom = {kop.veld: kop for kop in koppen.koppen}
    id_ = rij.om.meegeleverd.get(vlak(tekst[op_kolom[Kolom.NAAM].nr]))
    if id_ is None:
        return tuple(Kolom)
    varianten = next(i for i in rij.om.catalogus.alle if i.id == id_).varianten
    kop = op_kolom.get(Kolom.VARIANT)
    if kop and (naam_ := tekst.get(kop.nr)):
        bedoeld = [v for v in varianten if vlak(naam_) in (vlak(v.id), vlak(v.naam))]
        plek, niet = f"{rij.plek}, {kop.tekst}", f"{citaat(naam_)} is geen variant in de catalogus; kies uit"
    else:
        zegt = [(k.veld, tekst[k.nr]) for k in koppen.koppen if k.veld in _BEPERKT and k.nr in tekst]
        bedoeld = [v for v in varianten if all(_kan_zijn(v, *een, rij.om.catalogus) for een in zegt)]
        if len(bedoeld) == len(varianten):
            return _VULT_AAN
        plek, niet = rij.plek, "niet duidelijk is voor welke variant dit is; zeg het in een kolom Variant:"
    if len(bedoeld) == 1:
        rij.variant["id"] = bedoeld[0].id
        return _VULT_AAN - {Kolom.PLEK, Kolom.TALEN} | {Kolom.VARIANT}
    melding = f"{niet} {', '.join(v.id for v in varianten)}{BEWAARD}"
    rij.om.bijzonder.append(Bijzonder(plek, melding))
    return _VULT_AAN - {Kolom.PLEK, Kolom.TALEN, Kolom.BEDRAG}


_BEPERKT = (Kolom.LEEFTIJD, Kolom.VORM)
"""What tells one variant from another; a price goes no further than the variants that it can be of."""


def _kan_zijn(variant: Variant, kolom: Kolom, tekst: str, catalogus: Catalogus) -> bool:
    """Whether a cell may be about a variant; what is not understood may be about any, so that it says none."""
    try:
        gezegd = lees_antwoord(kolom, tekst, catalogus)
    except Vraagfout:
        return False
    if kolom is Kolom.VORM:
        return bool({*gezegd["vorm"]} & {*variant.vorm})
    voor = (Voor(gezegd["voor"]),) if "voor" in gezegd else ()
    van, tot = (gezegd.get("leeftijd", {}).get(grens) for grens in ("van", "tot"))
    return past(Leeftijdsvraag(tekst, van or 0, tot, voor), variant.voor, variant.leeftijd) is True


_HERHALING = {'"', "''", "”", "„", "〃"}


def _als_erboven(tekst: str, erboven: str | None, om: Omgeving) -> str:
    """What a cell says, where people write that it is the same as above."""
    is_zo = tekst in _HERHALING or om.woord(tekst) is Celwoord.IDEM
    return erboven if is_zo and erboven else tekst


def _geen_aanbod(tekst: Mapping[int, str], op_naam: Kolomkop, nr: int, om: Omgeving) -> str | None:
    """Why a row is none."""
    naam_, cel = tekst.get(op_naam.nr, ""), celnaam(nr, op_naam.nr)
    if not maak_id(naam_):
        return f"in {cel} staat geen {op_naam.tekst}; typ daar een naam, zoals Praatgroep"
    if om.woord(re.sub("[0-9]+", "", naam_)) is Celwoord.TOTAAL:
        return "telt op"
    if len(tekst) == 1:
        return f"alleen {cel} is gevuld, als bij een tussenkop; is het aanbod, vul dan nog een cel"
    return None


_VULT_AAN = {
    Kolom.NAAM, Kolom.ORGANISATIE, Kolom.PLEK, Kolom.TALEN, Kolom.REGIO, Kolom.BEDRAG, Kolom.EENHEID, Kolom.PRIJSPEIL,
    Kolom.CONTACTPERSOON, Kolom.EMAIL, Kolom.TELEFOON, Kolom.WEBSITE, Kolom.NAGEKEKEN, Kolom.OPMERKING, Kolom.BRON,
    Kolom.VINDPLAATS,
}  # fmt: skip
"""What a sheet can add to what is in the catalogue; the rest is a remark there."""
_ALLEEN_HEEL = (
    "status",
    "status_sinds",
    "organisatie",
    "samenvatting",
    "doelgroep",
    "doel",
    "aanpak",
    "uitvoerders",
)
_PER_VARIANT = ("setting", "talen")
_VELDEN = (*_ALLEEN_HEEL, "varianten", "setting", "talen", "talen_open", "talen_met_tolk", "tolk", "regio")


def _gegevens(id_: str, rijen: Sequence[Rijlezing], bron: str) -> dict[str, Any]:
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


def _variant_id(rijen: Sequence[Rijlezing], nr: int) -> str:
    naam_ = rijen[nr].variant.get("naam")
    return maak_id(naam_) if naam_ else "standaard"


def _samen(rijen: Sequence[Rijlezing]) -> dict[str, Any]:
    """What holds for all rows of an offer; a field that a later row has differently is told, or its variant's."""
    geheel = dict(rijen[0].geheel)
    for rij in rijen[1:]:
        for veld, waarde in rij.geheel.items():
            if geheel.setdefault(veld, waarde) != waarde and veld not in _PER_VARIANT:
                melding = f"{veld} staat op {rijen[0].plek} anders; dat geldt"
                rij.om.bijzonder.append(Bijzonder(rij.plek, melding))
    return geheel


def _aanvulling(bekend: str, rijen: Sequence[Rijlezing], bron: str) -> dict[str, Any]:
    """The file of what is in the catalogue already: what is offered of it here."""
    geheel = _samen(rijen)
    regio = {"plaatsen": geheel["regio"]["plaatsen"]} if geheel.get("regio", {}).get("plaatsen") else None
    velden = {veld: geheel[veld] for veld in ("setting", "talen") if veld in geheel} | (
        {"regio": regio} if regio else {}
    )
    return {"vult_aan": bekend} | velden | _rest(rijen, bron, per_variant=False)


def _rest(rijen: Sequence[Rijlezing], bron: str, *, per_variant: bool) -> dict[str, Any]:
    """Costs, contact, remarks and sources, of all rows; a price is that of its row's variant, or of all."""
    kosten = [
        {"soort": post["soort"]}
        | (
            {"variant": rij.variant.get("id") or _variant_id(rijen, nr)}
            if per_variant or "id" in rij.variant
            else {}
        )
        | {veld: waarde for veld, waarde in post.items() if veld != "soort"}
        | {"bron": _bron(rij, bron)}
        for nr, rij in enumerate(rijen)
        for post in rij.kosten
    ]
    contact = [_contact(rij) for rij in rijen if rij.contact.keys() - {"nagekeken", "organisatie"}]
    opmerkingen = list(dict.fromkeys(tekst.replace("\n", "; ") for rij in rijen for tekst in rij.opmerkingen))
    bronnen = [{"bron": _bron(rij, bron), "plaats": _vindplaats(rij)} for rij in rijen]
    velden: dict[str, list[Any]] = {
        "kosten": kosten,
        "contact": [een for nr, een in enumerate(contact) if een not in contact[:nr]],
    }
    velden |= {"aandachtspunten": opmerkingen, "bronnen": bronnen}
    return {veld: reeks for veld, reeks in velden.items() if reeks}


def _contact(rij: Rijlezing) -> dict[str, Any]:
    volgorde = ("naam", "organisatie", "email", "telefoon", "website", "nagekeken")
    return {veld: rij.contact[veld] for veld in volgorde if veld in rij.contact}


def _bron(rij: Rijlezing, bron: str) -> str:
    return rij.overig.get(Kolom.BRON, bron)


def _vindplaats(rij: Rijlezing) -> str:
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
