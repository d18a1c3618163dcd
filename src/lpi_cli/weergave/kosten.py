"""The costs of a choice: what can be compared first, then what cannot, then whom to ask."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Interventie
from lpi_cli.catalogus.record import als_gegevens
from lpi_cli.kern.kosten import Aannames, Budget, Kostenregel, centen, incompany_vanaf, is_oud
from lpi_cli.kern.kostenvraag import Kostenvraag
from lpi_cli.kern.kostenwaarschuwing import Waarschuwing, Waarschuwingsoort
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, euro, euro_met_centen, opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Punten, Tabel, Toon, Velden
from lpi_cli.weergave.feiten import contactregels, id_met_merk, kostenregel, merkuitleg
from lpi_cli.weergave.tekst import balk
from lpi_cli.weergave.zoek import versoepelblokken, vraag_in_woorden

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

    vergelijkbaar: list[Kostenregel]
    """With an amount for the asked number of people."""
    kosteloos: list[Kostenregel]
    eigen_eenheid: list[Kostenregel]
    """With a price that cannot be turned into one for the asked number."""
    op_aanvraag: list[Kostenregel]
    niet_gepubliceerd: list[Kostenregel]


def verdeel(regels: Iterable[Kostenregel]) -> Verdeling:
    verdeling = Verdeling([], [], [], [], [])
    for regel in regels:
        if regel.is_niet_gepubliceerd:
            verdeling.niet_gepubliceerd.append(regel)
        elif regel.status is Kostenstatus.OP_AANVRAAG:
            verdeling.op_aanvraag.append(regel)
        elif regel.totaal is None:
            verdeling.eigen_eenheid.append(regel)
        elif regel.is_kosteloos:
            verdeling.kosteloos.append(regel)
        else:
            verdeling.vergelijkbaar.append(regel)
    return verdeling


def kostenbeeld(
    regels: Sequence[Kostenregel], aannames: Aannames, vraag: Kostenvraag, catalogus: Catalogus
) -> Beeld:
    return Beeld(
        lambda: _blokken(regels, aannames, vraag, catalogus),
        lambda: _gegevens(regels, aannames, vraag),
        CSV_KOLOMMEN,
        lambda: [csv_rij(regel, catalogus) for regel in regels],
    )


def _blokken(
    regels: Sequence[Kostenregel], aannames: Aannames, vraag: Kostenvraag, catalogus: Catalogus
) -> Iterator[Blok]:
    noten = Noten()
    vergelijkbaar, kosteloos, eigen_eenheid, op_aanvraag, niet_gepubliceerd = verdeel(regels)
    aantal = aannames.deelnemers
    bij = f", {vraag_in_woorden(vraag.resultaat, catalogus)}" if vraag.resultaat.vraag else ""
    yield Alinea(f"Kosten voor {aantal} deelnemer{'s' * (aantal != 1)}{bij}", Toon.NADRUK)
    yield from _aannames(aannames)
    if vraag.past_niet:
        yield from _past_niet(vraag, catalogus)
    elif not vraag.resultaat.treffers:
        yield Alinea("Niets gevonden.")
        yield from versoepelblokken(vraag.resultaat)
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
    if merken := merkuitleg((regel.interventie for regel in regels), catalogus):
        yield Alinea(". ".join(merken) + ".", Toon.ZACHT)
    if noten.regels:
        yield Kop("Noten")
        yield Punten(noten.regels)
    yield from _opleiding(regels, aannames.jaar, catalogus)


def _past_niet(vraag: Kostenvraag, catalogus: Catalogus) -> Iterable[Blok]:
    yield Alinea("Past niet bij de filters, en telt dus niet mee:")
    yield Punten(
        [
            f"{id_met_merk(interventie, catalogus)}: {'; '.join(map(str, redenen))}"
            for interventie, redenen in vraag.past_niet
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
    regels: Sequence[Kostenregel], aannames: Aannames, noten: Noten, catalogus: Catalogus
) -> Iterator[Blok]:
    hoogste = max((r.per_deelnemer.tot for r in regels if r.per_deelnemer), default=Decimal(0))
    rijen = [
        [
            _naam(regel, regels, catalogus),
            bedrag_in_euro(regel.per_deelnemer, regel),
            bedrag_in_euro(regel.totaal, regel),
            noten.verwijs([*bronnoot(regel), *map(met_opdracht, regel.waarschuwingen)]),
            balk(regel.per_deelnemer.tot, hoogste) if regel.per_deelnemer else "",
            "" if regel.groepen is None else str(regel.groepen),
            bedrag_in_euro(regel.per_contactuur, regel),
        ]
        for regel in regels
    ]
    kolommen = list(KOLOMMEN)
    if aannames.budget is not None:
        kolommen.insert(3, Kolom("budget"))
        for rij, regel in zip(rijen, regels, strict=True):
            rij.insert(3, _budget(regel))
    yield Tabel(kolommen, rijen)
    if any(regel.ondergrens for regel in regels):
        yield Alinea("≥ = ten minste: een deel is niet bekend.", Toon.ZACHT)


def bronnoot(regel: Kostenregel) -> list[str]:
    """Each source with its price level; prices with the same ones share a footnote."""
    return [f"bron: {bron}{f', prijs van {peil}' if peil else ''}" for bron, peil in regel.bronnen]


def _naam(regel: Kostenregel, regels: Sequence[Kostenregel], catalogus: Catalogus) -> str:
    """The id, with variant and price where more lines have the same id."""
    naam = id_met_merk(regel.interventie, catalogus)
    zelfde = [ander for ander in regels if ander.interventie is regel.interventie]
    if len(regel.interventie.varianten) > 1 and regel.variant:
        naam += f", {regel.variant.id}"
    return f"{naam}, {regel.omschrijving}" if regel.omschrijving and len(zelfde) > 1 else naam


def bedrag_in_euro(bedrag: Bedragbereik | None, regel: Kostenregel) -> str:
    """``€ 12.000,00``, a range, ``≥ …`` for a lower bound, or ``kosteloos``."""
    if bedrag is None:
        return ""
    if regel.is_kosteloos:
        return "kosteloos"
    van, tot = (euro_met_centen(centen(grens)) for grens in bedrag)
    tekst = van if van == tot else f"{van} - {tot}"
    return f"≥ {tekst}" if regel.ondergrens else tekst


def kosten_in_zin(regel: Kostenregel, catalogus: Catalogus) -> str:
    """One line of costs as a sentence: which variant and price, in total and per participant."""
    wat = ", ".join(filter(None, [regel.variant.naam if regel.variant else "", regel.omschrijving]))
    wat = f"{wat}: " if wat else ""
    if regel.totaal is None:
        return f"{wat}{gepubliceerde_prijs(regel, catalogus)}"
    if regel.is_kosteloos:
        return f"{wat}kosteloos"
    totaal, per = bedrag_in_euro(regel.totaal, regel), bedrag_in_euro(regel.per_deelnemer, regel)
    return f"{wat}{totaal}, dat is {per} per deelnemer"


def gepubliceerde_prijs(regel: Kostenregel, catalogus: Catalogus) -> str:
    """What the sources say themselves, in their own units: ``€ 11.000 per interventie``."""
    if regel.status is Kostenstatus.OP_AANVRAAG:
        return NIET_GEPUBLICEERD if regel.is_niet_gepubliceerd else "op aanvraag"
    kaal = [post._replace(toelichting=None, variant=None) for post in regel.posten]
    return "; ".join(kostenregel(post, catalogus) for post in kaal)


def _budget(regel: Kostenregel) -> str:
    if regel.budget is not None and regel.budget.past is False:
        hoe = "ten minste " if regel.kan_meer_zijn else "ongeveer " if regel.is_ongeveer else ""
        return f"{hoe}{euro_met_centen(centen(regel.budget.tekort))} te kort"
    return _oordeel(regel.budget)


def _oordeel(budget: Budget | None) -> str:
    """Whether it fits, in a word or two; nothing without a budget or an amount."""
    return "" if budget is None else {True: "past", None: "past misschien", False: "past niet"}[budget.past]


def _in_eigen_eenheid(regels: Sequence[Kostenregel], catalogus: Catalogus) -> Iterator[tuple[str, list[str]]]:
    for interventie, bijbehorend in per_interventie(regels).items():
        posten = dict.fromkeys(post for regel in bijbehorend for post in regel.posten)
        waarschuwingen = _let_op(bijbehorend)
        prijzen = [
            kostenregel(post._replace(toelichting=None), catalogus, interventie.varianten) for post in posten
        ]
        yield id_met_merk(interventie, catalogus), [*prijzen, *map(zin, waarschuwingen)]


def per_interventie(regels: Iterable[Kostenregel]) -> dict[Interventie, list[Kostenregel]]:
    groepen: dict[Interventie, list[Kostenregel]] = {}
    for regel in regels:
        groepen.setdefault(regel.interventie, []).append(regel)
    return groepen


def _voorwaarden(regels: Sequence[Kostenregel]) -> list[str]:
    """For whom it is free, and what is not in it; the source of the last."""
    teksten = dict.fromkeys(
        w.tekst if w.soort is Waarschuwingsoort.KOSTELOOS else met_opdracht(w)
        for regel in regels
        for w in regel.waarschuwingen
    )
    budget = [f"budget: {_budget(regels[0])}"] if regels[0].budget else []
    return list(map(zin, [*teksten, *budget, *bronnoot(regels[0])]))


def _let_op(regels: Iterable[Kostenregel]) -> list[str]:
    """The warnings of some lines, each once."""
    return list(dict.fromkeys(met_opdracht(w) for regel in regels for w in regel.waarschuwingen))


def met_opdracht(waarschuwing: Waarschuwing) -> str:
    """A warning with the option that supplies what is missing, for the commands that have it."""
    opdracht = f"; geef --{waarschuwing.aanname}" if waarschuwing.aanname else ""
    return f"{waarschuwing}{opdracht}"


def zin(tekst: str) -> str:
    return tekst[0].upper() + tekst[1:]


def _wie(interventie: Interventie, regels: Sequence[Kostenregel]) -> list[str]:
    """Whom to ask for a price, with what else is known."""
    alle = len({regel.variant for regel in regels}) == len(interventie.varianten)
    deel = [] if alle else ["voor: " + opsomming(regel.variant.naam for regel in regels if regel.variant)]
    return [*deel, *contactregels(interventie), *map(zin, _let_op(regels))]


def _opleiding(regels: Sequence[Kostenregel], jaar: int, catalogus: Catalogus) -> Iterator[Blok]:
    """Training of trainers: an investment, apart from the price of delivery."""
    velden = []
    for interventie, bijbehorend in per_interventie(regels).items():
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


def _gegevens(regels: Sequence[Kostenregel], aannames: Aannames, vraag: Kostenvraag) -> dict[str, Any]:
    rest = {naam: als_gegevens(waarde) for naam, waarde in aannames._asdict().items() if naam != "deelnemers"}
    return {
        "deelnemers": aannames.deelnemers,
        "aannames": rest,
        "vraag": {naam: list(waarden) for naam, waarden in vraag.resultaat.vraag.items()},
        "past_niet": [
            {"id": i.id, "naam": i.naam, "redenen": [str(reden) for reden in waarom]}
            for i, waarom in vraag.past_niet
        ],
        "regels": [regelgegevens(regel) for regel in regels],
    }


def regelgegevens(regel: Kostenregel) -> dict[str, Any]:
    return {
        "id": regel.interventie.id,
        "variant": regel.variant.id if regel.variant else None,
        "omschrijving": regel.omschrijving,
        "status": regel.status.value,
        "groepen": regel.groepen,
        "totaal": _bereikgegevens(regel.totaal),
        "per_deelnemer": _bereikgegevens(regel.per_deelnemer),
        "per_contactuur": _bereikgegevens(regel.per_contactuur),
        "ondergrens": regel.ondergrens,
        "prijspeil": regel.post.prijspeil if regel.post else None,
        "bron": regel.post.bron if regel.post else None,
        "bronnen": als_gegevens(regel.bronnen),
        "budget": als_gegevens(regel.budget),
        "waarschuwingen": list(map(met_opdracht, regel.waarschuwingen)),
        "opleiding": als_gegevens(regel.opleiding),
    }


def _bereikgegevens(bedrag: Bedragbereik | None) -> Any:
    return (
        None
        if bedrag is None
        else {naam: als_gegevens(centen(grens)) for naam, grens in bedrag._asdict().items()}
    )


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


def csv_rij(regel: Kostenregel, catalogus: Catalogus) -> list[Any]:
    """One line under ``CSV_KOLOMMEN``."""
    bedragen = [
        centen(grens) if grens is not None else None
        for bereik in (regel.totaal, regel.per_deelnemer, regel.per_contactuur)
        for grens in (bereik or (None, None))
    ]
    return [
        regel.interventie.id,
        regel.variant.id if regel.variant else None,
        regel.omschrijving,
        regel.status.value,
        regel.groepen,
        *bedragen,
        regel.ondergrens,
        _samen(peil for _, peil in regel.bronnen),
        _samen(bron for bron, _ in regel.bronnen),
        "; ".join(map(met_opdracht, regel.waarschuwingen)),
        _oordeel(regel.budget),
        centen(regel.budget.tekort) if regel.budget and regel.budget.past is False else None,
        gepubliceerde_prijs(regel, catalogus),
        "; ".join(kostenregel(p, catalogus, noem_soort=False).rstrip(".") for p in regel.opleiding),
    ]


def _samen(waarden: Iterable[Any]) -> Any:
    """One cell for what is known of some: the value itself when there is but one."""
    bekend = list(dict.fromkeys(waarde for waarde in waarden if waarde is not None))
    return bekend[0] if len(bekend) == 1 else "; ".join(map(str, bekend)) or None
