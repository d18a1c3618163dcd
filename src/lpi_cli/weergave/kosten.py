"""The costs of a choice: what can be compared first, then what cannot, then whom to ask."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Any, NamedTuple, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Interventie, Kostenpost
from lpi_cli.catalogus.record import Gegevens, als_gegevens
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.kosten import (
    STANDAARDVOLGORDE,
    Budget,
    Kostenraming,
    Prijsbron,
    centen,
    incompany_vanaf,
    is_oud,
)
from lpi_cli.kern.kostenvraag import Kostenvraag
from lpi_cli.kern.kostenwaarschuwing import Waarschuwing, Waarschuwingsoort
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, euro, euro_met_centen, opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Punten, Tabel, Toon, Velden
from lpi_cli.weergave.feiten import contactregels, id_met_merk, kostenregel, merkuitleg
from lpi_cli.weergave.tekst import balk
from lpi_cli.weergave.wensen import volgorderegel, wensenblokken
from lpi_cli.weergave.zoek import (
    Misschiengegevens,
    NetNietgegevens,
    Vraaggegevens,
    misschien_blokken,
    misschien_gegevens,
    net_niet_gegevens,
    versoepelblokken,
    vraag_in_woorden,
)

KOLOMMEN = (
    Kolom("id"),
    Kolom("per deelnemer"),
    Kolom("totaal"),
    Kolom("noot", minstens=5),
    Kolom("balk", rang=1, vast=True),
    Kolom("groepen", rang=2, vast=True),
    Kolom("per contactuur", rang=3, vast=True),
)


class Verdeling(NamedTuple):
    """Lines of costs by what one can do with them."""

    vergelijkbaar: list[Kostenraming]
    """With an amount for the asked number of people."""
    kosteloos: list[Kostenraming]
    eigen_eenheid: list[Kostenraming]
    """With a price that cannot be turned into one for the asked number."""
    op_aanvraag: list[Kostenraming]
    niet_gepubliceerd: list[Kostenraming]


def verdeel(ramingen: Iterable[Kostenraming]) -> Verdeling:
    verdeling = Verdeling([], [], [], [], [])
    for raming in ramingen:
        if raming.is_niet_gepubliceerd:
            verdeling.niet_gepubliceerd.append(raming)
        elif raming.status is Kostenstatus.OP_AANVRAAG:
            verdeling.op_aanvraag.append(raming)
        elif raming.totaal is None:
            verdeling.eigen_eenheid.append(raming)
        elif raming.is_kosteloos:
            verdeling.kosteloos.append(raming)
        else:
            verdeling.vergelijkbaar.append(raming)
    return verdeling


def kostenbeeld(
    ramingen: Sequence[Kostenraming],
    aannames: Aannames,
    gevraagd: Kostenvraag,
    catalogus: Catalogus,
    sorteer_op: str = STANDAARDVOLGORDE,
) -> Beeld:
    return Beeld(
        lambda: _blokken(ramingen, aannames, gevraagd, catalogus, sorteer_op),
        lambda: _gegevens(ramingen, aannames, gevraagd),
        CSV_KOLOMMEN,
        lambda: [csv_rij(raming, catalogus) for raming in ramingen],
    )


def _blokken(
    ramingen: Sequence[Kostenraming],
    aannames: Aannames,
    gevraagd: Kostenvraag,
    catalogus: Catalogus,
    sorteer_op: str,
) -> Iterator[Blok]:
    noten = Noten()
    vergelijkbaar, kosteloos, eigen_eenheid, op_aanvraag, niet_gepubliceerd = verdeel(ramingen)
    aantal = aannames.deelnemers
    bij = f", {vraag_in_woorden(gevraagd.resultaat, catalogus)}" if gevraagd.resultaat.vraag else ""
    yield Alinea(f"Kosten voor {aantal} deelnemer{'s' * (aantal != 1)}{bij}", Toon.NADRUK)
    yield from _aannames(aannames)
    yield volgorderegel(gevraagd.resultaat.liefst, [sorteer_op])
    if gevraagd.past_niet:
        yield from _past_niet(gevraagd, catalogus)
    elif not gevraagd.resultaat.treffers and (
        gevraagd.resultaat.versoepel or not gevraagd.resultaat.misschien
    ):
        yield Alinea("Niets gevonden.")
        yield from versoepelblokken(gevraagd.resultaat)
    if vergelijkbaar:
        yield from _tabel(vergelijkbaar, aannames, noten, catalogus)
    if kosteloos:
        yield Kop("Kosteloos voor de opdrachtgever")
        yield Velden(
            [(id_met_merk(i, catalogus), _voorwaarden(r)) for i, r in per_interventie(kosteloos).items()]
        )
    if eigen_eenheid:
        yield Kop("Wel een prijs, maar niet om te rekenen naar uw aantal")
        yield Velden(list(_in_eigen_eenheid(eigen_eenheid, catalogus)))
    for kop, groep in (
        ("Prijs op aanvraag: vraag het aan", op_aanvraag),
        ("Prijs niet gepubliceerd: vraag het na", niet_gepubliceerd),
    ):
        if groep:
            yield Kop(kop)
            yield Velden([(id_met_merk(i, catalogus), _wie(i, r)) for i, r in per_interventie(groep).items()])
    if merken := merkuitleg((raming.interventie for raming in ramingen), catalogus):
        yield Alinea(". ".join(merken) + ".", Toon.ZACHT)
    if noten.regels:
        yield Kop("Noten")
        yield Punten(noten.regels)
    yield from _opleiding(ramingen, aannames.jaar, catalogus)
    yield from misschien_blokken(gevraagd.resultaat.misschien, catalogus)
    yield from wensenblokken((*gevraagd.resultaat.treffers, *gevraagd.resultaat.misschien), catalogus)


def _past_niet(gevraagd: Kostenvraag, catalogus: Catalogus) -> Iterable[Blok]:
    yield Alinea("Past niet bij de filters, en telt dus niet mee:")
    yield Punten(
        [
            f"{id_met_merk(interventie, catalogus)}: {'; '.join(map(str, redenen))}"
            for interventie, redenen in gevraagd.past_niet
        ]
    )


class Noten:
    """Footnotes: the same warning has one number wherever it holds."""

    def __init__(self) -> None:
        self._nummers: dict[str, int] = {}

    def verwijs(self, waarschuwingen: Iterable[str]) -> str:
        nummers = [self._nummers.setdefault(tekst, len(self._nummers) + 1) for tekst in waarschuwingen]
        return ", ".join(map(str, sorted(nummers)))

    @property
    def regels(self) -> list[str]:
        return [f"[{nr}] {zin(tekst)}" for tekst, nr in self._nummers.items()]


def _aannames(aannames: Aannames) -> Iterable[Blok]:
    if delen := aannames_in_woorden(aannames):
        yield Alinea(f"Opgegeven: {opsomming(delen)}.", Toon.ZACHT)


def aannames_in_woorden(aannames: Aannames) -> list[str]:
    """What the user gave to calculate with, besides the number of people."""
    delen = []
    if aannames.uurtarief is not None:
        delen.append(f"personeel {euro(aannames.uurtarief)} per uur")
    if aannames.tolktarief is not None:
        delen.append(f"tolk {euro(aannames.tolktarief)} per uur")
    if aannames.groepsgrootte is not None:
        delen.append(f"groepen van {aannames.groepsgrootte} als de grootte niet gepubliceerd is")
    if aannames.bijeenkomsten is not None:
        delen.append(f"{aannames.bijeenkomsten} bijeenkomsten als het aantal niet gepubliceerd is")
    if aannames.budget is not None:
        delen.append(f"budget {euro(aannames.budget)}")
    return delen


def _tabel(
    ramingen: Sequence[Kostenraming], aannames: Aannames, noten: Noten, catalogus: Catalogus
) -> Iterator[Blok]:
    hoogste = max((r.per_deelnemer.tot for r in ramingen if r.per_deelnemer), default=Decimal(0))
    rijen = [
        [
            _naam(raming, ramingen, catalogus),
            bedrag_in_euro(raming.per_deelnemer, raming),
            bedrag_in_euro(raming.totaal, raming),
            noten.verwijs([*bronnoot(raming), *map(met_opdracht, raming.waarschuwingen)]),
            balk(raming.per_deelnemer.tot, hoogste) if raming.per_deelnemer else "",
            "" if raming.groepen is None else str(raming.groepen),
            bedrag_in_euro(raming.per_contactuur, raming),
        ]
        for raming in ramingen
    ]
    kolommen = list(KOLOMMEN)
    if aannames.budget is not None:
        kolommen.insert(3, Kolom("budget"))
        for rij, raming in zip(rijen, ramingen, strict=True):
            rij.insert(3, _budget(raming))
    yield Tabel(kolommen, rijen)
    if any(raming.ondergrens for raming in ramingen):
        yield Alinea("≥ = ten minste: een deel is niet bekend.", Toon.ZACHT)


def bronnoot(raming: Kostenraming) -> list[str]:
    """Each source with its price level; prices with the same ones share a footnote."""
    return [f"bron: {prijsbron}" for prijsbron in raming.bronnen]


def _naam(raming: Kostenraming, ramingen: Sequence[Kostenraming], catalogus: Catalogus) -> str:
    """The id, with variant and price where more estimates have the same id."""
    naam = id_met_merk(raming.interventie, catalogus)
    zelfde = [ander for ander in ramingen if ander.interventie is raming.interventie]
    if len(raming.interventie.varianten) > 1 and raming.variant:
        naam += f", {raming.variant.id}"
    return f"{naam}, {raming.omschrijving}" if raming.omschrijving and len(zelfde) > 1 else naam


def bedrag_in_euro(bedrag: Bedragbereik | None, raming: Kostenraming) -> str:
    """``€ 12.000,00``, a range, ``≥ …`` for a lower bound, or ``kosteloos``."""
    if bedrag is None:
        return ""
    if raming.is_kosteloos:
        return "kosteloos"
    van, tot = (euro_met_centen(centen(grens)) for grens in bedrag)
    tekst = van if van == tot else f"{van} - {tot}"
    return f"≥ {tekst}" if raming.ondergrens else tekst


def kosten_in_zin(raming: Kostenraming, catalogus: Catalogus) -> str:
    """An estimate as a sentence: which variant and price, in total and per participant."""
    wat = ", ".join(filter(None, [raming.variant.naam if raming.variant else "", raming.omschrijving]))
    wat = f"{wat}: " if wat else ""
    if raming.totaal is None:
        return f"{wat}{gepubliceerde_prijs(raming, catalogus)}"
    if raming.is_kosteloos:
        return f"{wat}kosteloos"
    totaal, per = bedrag_in_euro(raming.totaal, raming), bedrag_in_euro(raming.per_deelnemer, raming)
    return f"{wat}{totaal}, dat is {per} per deelnemer"


def gepubliceerde_prijs(raming: Kostenraming, catalogus: Catalogus) -> str:
    """What the sources say themselves, in their own units: ``€ 11.000 per interventie``."""
    if raming.status is Kostenstatus.OP_AANVRAAG:
        return NIET_GEPUBLICEERD if raming.is_niet_gepubliceerd else "op aanvraag"
    kaal = [post._replace(toelichting=None, variant=None) for post in raming.posten]
    return "; ".join(kostenregel(post, catalogus) for post in kaal)


def _budget(raming: Kostenraming) -> str:
    if raming.budget is not None and raming.budget.past is False:
        hoe = "ten minste " if raming.kan_meer_zijn else "ongeveer " if raming.is_ongeveer else ""
        return f"{hoe}{euro_met_centen(centen(raming.budget.tekort))} te kort"
    return _oordeel(raming.budget)


def _oordeel(budget: Budget | None) -> str:
    """Whether it fits, in a word or two; nothing without a budget or an amount."""
    return "" if budget is None else {True: "past", None: "past misschien", False: "past niet"}[budget.past]


def _in_eigen_eenheid(
    ramingen: Sequence[Kostenraming], catalogus: Catalogus
) -> Iterator[tuple[str, list[str]]]:
    for interventie, bijbehorend in per_interventie(ramingen).items():
        posten = dict.fromkeys(post for raming in bijbehorend for post in raming.posten)
        waarschuwingen = _let_op(bijbehorend)
        prijzen = [
            kostenregel(post._replace(toelichting=None), catalogus, interventie.varianten) for post in posten
        ]
        yield id_met_merk(interventie, catalogus), [*prijzen, *map(zin, waarschuwingen)]


def per_interventie(ramingen: Iterable[Kostenraming]) -> dict[Interventie, list[Kostenraming]]:
    groepen: dict[Interventie, list[Kostenraming]] = {}
    for raming in ramingen:
        groepen.setdefault(raming.interventie, []).append(raming)
    return groepen


def _voorwaarden(ramingen: Sequence[Kostenraming]) -> list[str]:
    """For whom it is free, and what is not in it; the source of the last."""
    teksten = dict.fromkeys(
        w.tekst if w.soort is Waarschuwingsoort.KOSTELOOS else met_opdracht(w)
        for raming in ramingen
        for w in raming.waarschuwingen
    )
    budget = [f"budget: {_budget(ramingen[0])}"] if ramingen[0].budget else []
    return list(map(zin, [*teksten, *budget, *bronnoot(ramingen[0])]))


def _let_op(ramingen: Iterable[Kostenraming]) -> list[str]:
    """The warnings of some estimates, each once."""
    return list(dict.fromkeys(met_opdracht(w) for raming in ramingen for w in raming.waarschuwingen))


def met_opdracht(waarschuwing: Waarschuwing) -> str:
    """A warning with the option that supplies what is missing, for the commands that have it."""
    opdracht = f"; geef --{waarschuwing.aanname}" if waarschuwing.aanname else ""
    return f"{waarschuwing}{opdracht}"


def zin(tekst: str) -> str:
    return tekst[0].upper() + tekst[1:]


def _wie(interventie: Interventie, ramingen: Sequence[Kostenraming]) -> list[str]:
    """Whom to ask for a price, with what else is known."""
    alle = len({raming.variant for raming in ramingen}) == len(interventie.varianten)
    deel = (
        [] if alle else ["voor: " + opsomming(raming.variant.naam for raming in ramingen if raming.variant)]
    )
    return [*deel, *contactregels(interventie), *map(zin, _let_op(ramingen))]


def _opleiding(ramingen: Sequence[Kostenraming], jaar: int, catalogus: Catalogus) -> Iterator[Blok]:
    """Training of trainers: an investment, apart from the price of delivery."""
    velden = []
    for interventie, bijbehorend in per_interventie(ramingen).items():
        posten = bijbehorend[0].opleiding
        if posten:
            teksten = [
                kostenregel(post, catalogus, noem_soort=False)
                + (" Oude prijs." if post.prijspeil and is_oud(post.prijspeil, jaar) else "")
                for post in posten
            ]
            if vanaf := incompany_vanaf(posten, catalogus.begrippen["eenheid"]):
                teksten.append(f"Incompany is goedkoper vanaf {vanaf} cursisten.")
            velden.append((id_met_merk(interventie, catalogus), teksten))
    if velden:
        yield Kop("Opleiding van trainers (eenmalig, telt hierboven niet mee)")
        yield Velden(velden)


Aannamegegevens = TypedDict("Aannamegegevens", {
    "jaar": int, "groepsgrootte": int | None, "bijeenkomsten": int | None,
    "uurtarief": float | None, "tolktarief": float | None, "budget": float | None,
})  # fmt: skip
Bereikgegevens = Annotated[Gegevens, Bedragbereik] | None
Raminggegevens = TypedDict("Raminggegevens", {
    "id": str, "variant": Annotated[str | None, "null: alle varianten samen"],
    "omschrijving": Annotated[str, "welke prijs, als er meer dan één is"],
    "status": Kostenstatus, "groepen": int | None,
    "totaal": Bereikgegevens, "per_deelnemer": Bereikgegevens, "per_contactuur": Bereikgegevens,
    "ondergrens": Annotated[bool, "true: een deel is niet bekend, dus het is meer"],
    "prijspeil": int | None, "bron": str | None, "bronnen": list[Annotated[Gegevens, Prijsbron]],
    "budget": Annotated[Gegevens, Budget] | None, "waarschuwingen": list[str],
    "opleiding": Annotated[list[Annotated[Gegevens, Kostenpost]], "van trainers; telt niet mee"],
})  # fmt: skip
Kostengegevens = TypedDict("Kostengegevens", {
    "deelnemers": int, "aannames": Aannamegegevens, "vraag": Vraaggegevens,
    "misschien": Annotated[list[Misschiengegevens], "niet uitgerekend"], "past_niet": list[NetNietgegevens],
    "regels": list[Raminggegevens],
})  # fmt: skip


def _gegevens(ramingen: Sequence[Kostenraming], aannames: Aannames, gevraagd: Kostenvraag) -> Kostengegevens:
    rest = als_gegevens(aannames)
    return {
        "deelnemers": rest.pop("deelnemers"),
        "aannames": rest,
        "vraag": {naam: list(waarden) for naam, waarden in gevraagd.resultaat.vraag.items()},
        "misschien": [misschien_gegevens(treffer) for treffer in gevraagd.resultaat.misschien],
        "past_niet": [net_niet_gegevens(*een) for een in gevraagd.past_niet],
        "regels": [raminggegevens(raming) for raming in ramingen],
    }


def raminggegevens(raming: Kostenraming) -> Raminggegevens:
    return {
        "id": raming.interventie.id,
        "variant": raming.variant.id if raming.variant else None,
        "omschrijving": raming.omschrijving,
        "status": raming.status,
        "groepen": raming.groepen,
        "totaal": _bereikgegevens(raming.totaal),
        "per_deelnemer": _bereikgegevens(raming.per_deelnemer),
        "per_contactuur": _bereikgegevens(raming.per_contactuur),
        "ondergrens": raming.ondergrens,
        "prijspeil": raming.post.prijspeil if raming.post else None,
        "bron": raming.post.bron if raming.post else None,
        "bronnen": als_gegevens(raming.bronnen),
        "budget": als_gegevens(raming.budget),
        "waarschuwingen": list(map(met_opdracht, raming.waarschuwingen)),
        "opleiding": als_gegevens(raming.opleiding),
    }


def _bereikgegevens(bedrag: Bedragbereik | None) -> Bereikgegevens:
    return None if bedrag is None else als_gegevens(Bedragbereik._make(map(centen, bedrag)))


CSV_KOLOMMEN = (
    "id",
    "variant",
    "prijs",
    "status",
    "groepen",
    "totaal_van",
    "totaal_tot",
    "per_deelnemer_van",
    "per_deelnemer_tot",
    "per_contactuur_van",
    "per_contactuur_tot",
    "ondergrens",
    "prijspeil",
    "bron",
    "waarschuwingen",
    "budget",
    "tekort",
    "gepubliceerde_prijs",
    "opleiding",
)


def csv_rij(raming: Kostenraming, catalogus: Catalogus) -> list[Any]:
    """An estimate under ``CSV_KOLOMMEN``."""
    bedragen = [
        centen(grens) if grens is not None else None
        for bereik in (raming.totaal, raming.per_deelnemer, raming.per_contactuur)
        for grens in (bereik or (None, None))
    ]
    return [
        raming.interventie.id,
        raming.variant.id if raming.variant else None,
        raming.omschrijving,
        raming.status.value,
        raming.groepen,
        *bedragen,
        raming.ondergrens,
        _samen(peil for _, peil in raming.bronnen),
        _samen(bron for bron, _ in raming.bronnen),
        "; ".join(map(met_opdracht, raming.waarschuwingen)),
        _oordeel(raming.budget),
        centen(raming.budget.tekort) if raming.budget and raming.budget.past is False else None,
        gepubliceerde_prijs(raming, catalogus),
        "; ".join(kostenregel(p, catalogus, noem_soort=False).rstrip(".") for p in raming.opleiding),
    ]


def _samen(waarden: Iterable[Any]) -> Any:
    """One cell for what is known of some: the value itself when there is but one."""
    bekend = list(dict.fromkeys(waarde for waarde in waarden if waarde is not None))
    return bekend[0] if len(bekend) == 1 else "; ".join(map(str, bekend)) or None
