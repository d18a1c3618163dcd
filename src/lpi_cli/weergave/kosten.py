"""The costs of a choice: what can be compared first, then what cannot, then whom to ask."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Any, NamedTuple, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Grens, Interventie, Kostenpost
from lpi_cli.catalogus.record import Gegevens, als_gegevens
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.budget import Budget
from lpi_cli.kern.deelname import Weggelaten
from lpi_cli.kern.groepen import Telbereik
from lpi_cli.kern.kosten import centen, incompany_vanaf
from lpi_cli.kern.kostenvraag import Kostenvraag
from lpi_cli.kern.kostenwaarschuwing import Waarschuwing, Waarschuwingsoort
from lpi_cli.kern.prijs import Kostenstatus, is_oud
from lpi_cli.kern.raming import Kostenraming, Prijsbron
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, bereik, euro, euro_met_centen, getal, opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Punten, Tabel, Toon, Velden
from lpi_cli.weergave.feiten import (
    bedragbereik,
    eenheid,
    id_met_merk,
    kostenregel,
    merkuitleg,
    met_grens,
    met_mappen,
)
from lpi_cli.weergave.tekst import balk
from lpi_cli.weergave.zoek import (
    Misschiengegevens,
    NetNietgegevens,
    Vraaggegevens,
    misschien_gegevens,
    net_niet_gegevens,
    per_vraag,
    versoepelblokken,
    vraag_in_woorden,
)

WAT, NOOT = Kolom("wat", minstens=36), Kolom("noot", minstens=8)
LET_OP, BUDGET = Kolom("let op", minstens=8), Kolom("budget", minstens=14)
TOTAAL, PER_DEELNEMER = Kolom("totaal", minstens=23), Kolom("per deelnemer", minstens=19)
BALK = Kolom("balk", rang=1, vast=True)
GROEPEN, PER_CONTACTUUR = Kolom("groepen", rang=2, vast=True), Kolom("per contactuur", rang=3, vast=True)
TOT = " tot "


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
    ramingen: Sequence[Kostenraming], aannames: Aannames, gevraagd: Kostenvraag, catalogus: Catalogus
) -> Beeld:
    return Beeld(
        lambda: _Kostenbeeld(ramingen, aannames, gevraagd, catalogus).blokken(),
        lambda: _gegevens(ramingen, aannames, gevraagd),
        CSV_KOLOMMEN,
        lambda: [csv_rij(raming, catalogus) for raming in ramingen],
    )


class _Kostenbeeld:
    """The costs of a question: one line for each, with at most one remark; the rest stands in the notes."""

    def __init__(
        self,
        ramingen: Sequence[Kostenraming],
        aannames: Aannames,
        gevraagd: Kostenvraag,
        catalogus: Catalogus,
    ) -> None:
        self.ramingen, self.aannames, self.gevraagd = ramingen, aannames, gevraagd
        self.catalogus = catalogus
        self.noten = Noten()

    def blokken(self) -> Iterator[Blok]:
        yield Alinea(self._kop(), Toon.NADRUK)
        yield from _aannames(self.aannames)
        if geef := dict.fromkeys(wat for raming in self.ramingen for wat in raming.deelname.geef):
            yield Alinea("Niet alles is voor uw hele groep. Geef ook hoeveel mensen dit zijn:")
            yield Punten([f"--{een}" for een in geef])
        yield from self._zonder_treffers()
        yield from self._passend([raming for raming in self.ramingen if not raming.past_misschien])
        yield from self._misschien([raming for raming in self.ramingen if raming.past_misschien])
        if merken := merkuitleg((raming.interventie for raming in self.ramingen), self.catalogus):
            yield Alinea(". ".join(merken) + ".", Toon.ZACHT)
        if self.noten.regels:
            yield Kop("Noten")
            yield Punten(self.noten.regels)
        yield from _opleiding(self.ramingen, self.aannames.vandaag.year, self.catalogus)

    def _kop(self) -> str:
        aantal, resultaat = self.aannames.deelnemers, self.gevraagd.resultaat
        bij = f", {vraag_in_woorden(resultaat, self.catalogus)}" if resultaat.vraag else ""
        return f"Kosten voor {aantal} deelnemer{'s' * (aantal != 1)}{bij}"

    def _zonder_treffers(self) -> Iterator[Blok]:
        resultaat = self.gevraagd.resultaat
        if self.gevraagd.past_niet:
            yield from _past_niet(self.gevraagd, self.catalogus)
        elif not resultaat.treffers and (resultaat.versoepel or not resultaat.misschien):
            yield Alinea("Niets gevonden.")
            yield from versoepelblokken(resultaat)

    def _passend(self, ramingen: Sequence[Kostenraming]) -> Iterator[Blok]:
        verdeling = verdeel(ramingen)
        if verdeling.vergelijkbaar:
            yield from self._bedragen(verdeling.vergelijkbaar)
        if verdeling.kosteloos:
            yield Kop("Kosteloos voor de opdrachtgever")
            yield self._kosteloos(verdeling.kosteloos)
        if verdeling.eigen_eenheid:
            yield Kop("Wel een prijs, maar niet om te rekenen naar uw aantal")
            yield self._eigen_eenheid(verdeling.eigen_eenheid)
        for kop, groep in (
            ("Prijs op aanvraag: vraag het aan", verdeling.op_aanvraag),
            ("Prijs niet gepubliceerd: vraag het na", verdeling.niet_gepubliceerd),
        ):
            if groep:
                yield Kop(kop)
                yield self._op_aanvraag(groep)

    def _bedragen(self, ramingen: Sequence[Kostenraming]) -> Iterator[Blok]:
        hoogste = max((r.per_deelnemer.tot for r in ramingen if r.per_deelnemer), default=Decimal(0))
        yield _tabel(
            [WAT, TOTAAL, self._per_deelnemer, BUDGET, LET_OP, NOOT, BALK, GROEPEN, PER_CONTACTUUR],
            [
                [
                    self._naam(raming, ramingen),
                    _smal(raming.totaal, raming),
                    _smal(raming.per_deelnemer, raming),
                    _budget(raming),
                    self._opmerking(raming),
                    self._noot(raming),
                    balk(raming.per_deelnemer.tot, hoogste) if raming.per_deelnemer else "",
                    "" if raming.groepen is None else bereik(*raming.groepen),
                    per_contactuur(raming),
                ]
                for raming in ramingen
            ],
        )
        if any(raming.ondergrens for raming in ramingen):
            yield Alinea("≥ = ten minste: een deel is niet bekend.", Toon.ZACHT)

    @property
    def _per_deelnemer(self) -> Kolom:
        """The verdict on a budget is what one looks for, when there is one."""
        return PER_DEELNEMER if self.aannames.budget is None else PER_DEELNEMER._replace(rang=4)

    def _kosteloos(self, ramingen: Sequence[Kostenraming]) -> Tabel:
        return _tabel(
            [WAT, BUDGET, LET_OP, NOOT],
            [
                [self._naam(raming, ramingen), _budget(raming), self._opmerking(raming), self._noot(raming)]
                for raming in ramingen
            ],
        )

    def _eigen_eenheid(self, ramingen: Sequence[Kostenraming]) -> Tabel:
        return _tabel(
            [WAT, Kolom("prijs"), Kolom("nodig"), NOOT],
            [
                [
                    self._naam(raming, ramingen),
                    _eerste_prijs(raming, self.catalogus),
                    _nodig(raming),
                    self._noot(raming, self._prijsnoten(raming)),
                ]
                for raming in ramingen
            ],
        )

    def _prijsnoten(self, raming: Kostenraming) -> list[str]:
        """Each price, where the line has no room for all of them."""
        if len(raming.posten) == 1:
            return []
        return [kostenregel(post._replace(toelichting=None), self.catalogus) for post in raming.posten]

    def _op_aanvraag(self, ramingen: Sequence[Kostenraming]) -> Tabel:
        """Whom to ask; variants of which the same is known on one line."""
        rijen: dict[tuple[Interventie, str, str, str], list[str]] = {}
        for raming in ramingen:
            wie, noot = aanvraagadres(raming), self._noot(raming)
            sleutel = (raming.interventie, wie, self._opmerking(raming), noot)
            rijen.setdefault(sleutel, []).append(raming.variant.id if raming.variant else "")
        return _tabel(
            [WAT, Kolom("vraag aan"), LET_OP, NOOT],
            [
                [self._met_varianten(interventie, varianten), wie, opmerking, noot]
                for (interventie, wie, opmerking, noot), varianten in rijen.items()
            ],
        )

    def _met_varianten(self, interventie: Interventie, varianten: Sequence[str]) -> str:
        naam = id_met_merk(interventie, self.catalogus)
        return naam if len(varianten) == len(interventie.varianten) else f"{naam}, {opsomming(varianten)}"

    def _misschien(self, ramingen: Sequence[Kostenraming]) -> Iterator[Blok]:
        """What may fit, with what to ask first; computed too where that can be."""
        if not ramingen:
            return
        met_bedrag = [raming for raming in ramingen if raming.totaal is not None]
        is_apart = {raming.interventie for raming in ramingen} - {raming.interventie for raming in met_bedrag}
        yield Kop(f"Past misschien ({len(self.gevraagd.resultaat.misschien)}): vraag dit eerst na")
        if met_bedrag:
            yield _tabel(
                [
                    WAT._replace(minstens=27),
                    TOTAAL,
                    PER_DEELNEMER._replace(rang=1),
                    BUDGET,
                    Kolom("vraag na", minstens=8),
                    NOOT,
                ],
                [
                    [
                        self._naam(raming, met_bedrag),
                        _smal(raming.totaal, raming),
                        _smal(raming.per_deelnemer, raming),
                        _budget(raming),
                        opsomming(reden.onderdeel for reden in raming.vraag_na),
                        self._noot(raming),
                    ]
                    for raming in met_bedrag
                ],
            )
        if is_apart:
            rest = [t for t in self.gevraagd.resultaat.misschien if t.interventie in is_apart]
            yield Alinea("Zonder bedrag: op aanvraag, of niet om te rekenen naar uw aantal.")
            yield Punten(per_vraag(rest, lambda interventie: id_met_merk(interventie, self.catalogus)))
        yield Alinea(
            f"Bij wie u dat navraagt, staat bij: {met_mappen('lpi toon ID', self.catalogus)}", Toon.ZACHT
        )

    def _naam(self, raming: Kostenraming, ramingen: Sequence[Kostenraming]) -> str:
        """The id, with variant and price where more estimates have the same id, or it is the price of a whole."""
        delen = [id_met_merk(raming.interventie, self.catalogus)]
        zelfde = [ander for ander in ramingen if ander.interventie is raming.interventie]
        if len(raming.interventie.varianten) > 1 and raming.variant:
            delen.append(raming.variant.id)
        if raming.is_van_geheel and raming.post and not raming.is_kosteloos:
            delen.append(naam(raming.post.eenheid or "", self.catalogus.begrippen["eenheid"]))
        elif raming.omschrijving and len(zelfde) > 1:
            delen.append(raming.omschrijving)
        return ", ".join(delen)

    def _opmerking(self, raming: Kostenraming) -> str:
        """What one must know at a glance, the first that holds: for whom it is, or whether a group can start."""
        deelname, klein = raming.deelname, raming.te_klein
        if deelname.weggelaten:
            return "deel van de groep" if deelname.mensen is None else f"voor {deelname.mensen} mensen"
        if klein:
            return "groep te klein" if klein.is_minimum else "kleine groep"
        return deelname.dekking.tekst if deelname.dekking else ""

    def _noot(self, raming: Kostenraming, ook: Iterable[str] = ()) -> str:
        return self.noten.verwijs([*ook, *schermnoten(raming)])


def schermnoten(raming: Kostenraming) -> Iterator[str]:
    """What one must know of an estimate: the price with its source first, then what is in it and what is not.

    That a part is unknown is said by the sign before the amount.
    """
    van_prijs = [str(w) for w in raming.waarschuwingen if w.soort is Waarschuwingsoort.PRIJS]
    if delen := [*bronnoot(raming), *van_prijs]:
        yield "; ".join(delen)
    for waarschuwing in raming.waarschuwingen:
        if waarschuwing.soort not in (Waarschuwingsoort.PRIJS, Waarschuwingsoort.ONDERGRENS):
            yield met_opdracht(waarschuwing)
    if raming.budget and raming.budget.past is False:
        yield _budgetnoot(raming, raming.budget)


def _tabel(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> Tabel:
    """A table without the columns in which nothing stands."""
    tonen = [nr for nr in range(len(kolommen)) if any(rij[nr] for rij in rijen)]
    return Tabel([kolommen[nr] for nr in tonen], [[rij[nr] for nr in tonen] for rij in rijen])


def _eerste_prijs(raming: Kostenraming, catalogus: Catalogus) -> str:
    """The first price in its own unit, and how many there are besides."""
    post, verder = raming.posten[0], len(raming.posten) - 1
    if post.bedrag:
        tekst = f"{bedragbereik(post)} {eenheid(post, catalogus)}"
    else:
        tekst = f"{getal(post.uren or 0)} uur {eenheid(post, catalogus)}"
    return f"{tekst.strip()} en {verder} meer" if verder else tekst.strip()


def _nodig(raming: Kostenraming) -> str:
    """The option that makes it an amount, where there is one."""
    opties = (w.aanname.partition(" ")[0] for w in raming.waarschuwingen if w.aanname)
    return ", ".join(f"--{optie}" for optie in dict.fromkeys(opties))


def aanvraagadres(raming: Kostenraming) -> str:
    """Where to ask for the price: the address that a source names with it, else that of the first contact."""
    contacten = raming.interventie.contact
    adressen = [
        adres for contact in contacten for adres in (*contact.email, *contact.telefoon, *contact.website)
    ]
    gezegd = " ".join(
        post.toelichting or ""
        for post in raming.interventie.kosten
        if post.op_aanvraag and post.variant in (None, raming.variant.id if raming.variant else None)
    )
    genoemd = [adres for adres in adressen if adres in gezegd]
    return next(iter(genoemd or adressen), raming.interventie.organisatie)


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
        nummers = {self._nummers.setdefault(tekst, len(self._nummers) + 1) for tekst in waarschuwingen}
        return ", ".join(_reeksen(sorted(nummers)))

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
    if aannames.gezinnen is not None:
        delen.append(f"{aannames.gezinnen} gezinnen")
    if aannames.budget is not None:
        delen.append(f"budget {euro(aannames.budget)}")
    return delen


def bronnoot(raming: Kostenraming) -> list[str]:
    """Each source with its price level; prices with the same ones share a footnote."""
    return [f"bron: {prijsbron}" for prijsbron in raming.bronnen]


def bedrag_in_euro(bedrag: Bedragbereik | None, raming: Kostenraming) -> str:
    """``€ 12.000,00``, a range, ``≥ …`` for a lower bound, or ``kosteloos``."""
    if bedrag is None:
        return ""
    if raming.is_kosteloos:
        return "kosteloos"
    tekst = _in_euro(bedrag)
    return f"≥ {tekst}" if raming.ondergrens else tekst


def _in_euro(bedrag: Bedragbereik) -> str:
    van, tot = (euro_met_centen(centen(grens)) for grens in bedrag)
    return van if van == tot else f"{van} - {tot}"


def _smal(bedrag: Bedragbereik | None, raming: Kostenraming) -> str:
    """An amount for a table: ``€ 48.000,00 - 72.000,00``."""
    return bedrag_in_euro(bedrag, raming).replace("- € ", "- ")


def per_contactuur(raming: Kostenraming) -> str:
    """The amount per hour, with how it bounds the real one: of at least so many hours it is at most so much."""
    if raming.per_contactuur is None or raming.is_kosteloos or raming.per_contactuur_grens is None:
        return bedrag_in_euro(raming.per_contactuur, raming)
    return met_grens(_in_euro(raming.per_contactuur), raming.per_contactuur_grens)


def kosten_in_zin(raming: Kostenraming, catalogus: Catalogus) -> str:
    """An estimate as a sentence: which variant and price, in total and per participant."""
    wat = ", ".join(filter(None, [raming.variant.naam if raming.variant else "", raming.omschrijving]))
    wat = f"{wat}: " if wat else ""
    if raming.totaal is None:
        return f"{wat}{gepubliceerde_prijs(raming, catalogus)}"
    if raming.is_kosteloos:
        return f"{wat}kosteloos"
    totaal, per = bedrag_in_euro(raming.totaal, raming), bedrag_in_euro(raming.per_deelnemer, raming)
    voor = f" voor {raming.deelname.mensen} mensen" if raming.deelname.weggelaten and per else ""
    return f"{wat}{totaal}{voor}, dat is {per} per deelnemer" if per else f"{wat}{totaal}"


def aantal_groepen(raming: Kostenraming) -> str:
    """``1 groep``, ``4 tot 6 groepen``; nothing when not known."""
    if raming.groepen is None:
        return ""
    van, tot = raming.groepen
    if van == tot:
        return "1 groep" if van == 1 else f"{van} groepen"
    return f"{van} tot {tot} groepen"


def gepubliceerde_prijs(raming: Kostenraming, catalogus: Catalogus) -> str:
    """What the sources say themselves, in their own units: ``€ 11.000 per interventie``."""
    if raming.status is Kostenstatus.OP_AANVRAAG:
        return NIET_GEPUBLICEERD if raming.is_niet_gepubliceerd else "op aanvraag"
    kaal = [post._replace(toelichting=None, variant=None) for post in raming.posten]
    return "; ".join(kostenregel(post, catalogus) for post in kaal)


def _budget(raming: Kostenraming) -> str:
    """Whether it fits, or for how many people it does."""
    budget = raming.budget
    return f"voor {budget.mensen} wel" if budget and budget.mensen else _oordeel(budget)


def _budgetnoot(raming: Kostenraming, budget: Budget) -> str:
    """By how much it does not fit, and for how many people the budget would do."""
    hoe = "ten minste " if raming.kan_meer_zijn else "ongeveer " if raming.is_ongeveer else ""
    tekort = f"{hoe}{euro_met_centen(centen(budget.tekort))} te kort"
    return f"{tekort}; {budget_genoeg_voor(budget)}" if budget.mensen else tekort


def budget_genoeg_voor(budget: Budget) -> str:
    assert budget.bedrag is not None
    mensen = "1 deelnemer" if budget.mensen == 1 else f"{budget.mensen} deelnemers"
    return f"voor {mensen} is het budget genoeg: {euro_met_centen(centen(budget.bedrag))}"


def _oordeel(budget: Budget | None) -> str:
    """Whether it fits, in a word or two; nothing without a budget or an amount."""
    return "" if budget is None else {True: "past", None: "past misschien", False: "past niet"}[budget.past]


def per_interventie(ramingen: Iterable[Kostenraming]) -> dict[Interventie, list[Kostenraming]]:
    groepen: dict[Interventie, list[Kostenraming]] = {}
    for raming in ramingen:
        groepen.setdefault(raming.interventie, []).append(raming)
    return groepen


def met_opdracht(waarschuwing: Waarschuwing) -> str:
    """A warning with the option that supplies what is missing, for the commands that have it."""
    opdracht = f"; geef --{waarschuwing.aanname}" if waarschuwing.aanname else ""
    return f"{waarschuwing}{opdracht}"


def zin(tekst: str) -> str:
    return "E" + tekst[1:] if tekst.startswith("één ") else tekst[0].upper() + tekst[1:]


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
            if vanaf := incompany_vanaf(posten, catalogus.begrippen):
                teksten.append(f"Incompany is goedkoper vanaf {vanaf} cursisten.")
            velden.append((id_met_merk(interventie, catalogus), teksten))
    if velden:
        yield Kop("Opleiding van trainers (eenmalig, telt hierboven niet mee)")
        yield Velden(velden)


Aannamegegevens = TypedDict("Aannamegegevens", {
    "jaar": int, "groepsgrootte": int | None, "bijeenkomsten": int | None,
    "gezinnen": int | None, "uurtarief": float | None, "tolktarief": float | None, "budget": float | None,
})  # fmt: skip
Bereikgegevens = Annotated[Gegevens, Bedragbereik] | None
Raminggegevens = TypedDict("Raminggegevens", {
    "id": str, "variant": Annotated[str | None, "null: alle varianten samen"],
    "omschrijving": Annotated[str, "welke prijs, als er meer dan één is"],
    "past": Annotated[str, "ja of misschien; wat men dan navraagt staat bij misschien"],
    "mensen": Annotated[int | None, "voor hoeveel mensen gerekend is; null: niet gegeven"],
    "weggelaten": Annotated[list[Annotated[Gegevens, Weggelaten]], "voor wie niet; aantal null: niet gegeven"],
    "status": Kostenstatus,
    "groepen": Annotated[int | None, "null: niet bekend, of zie groepen_bereik"],
    "groepen_bereik": Annotated[Annotated[Gegevens, Telbereik] | None, "als het ervan afhangt hoe mensen verdeeld zijn"],
    "totaal": Bereikgegevens, "per_deelnemer": Bereikgegevens, "per_contactuur": Bereikgegevens,
    "per_contactuur_grens": Annotated[Grens | None, "als de uren een grens zijn: ten minste 2 uur is hooguit zo veel"],
    "ondergrens": Annotated[bool, "true: een deel is niet bekend, dus het is meer"],
    "prijspeil": int | None, "bron": str | None, "bronnen": list[Annotated[Gegevens, Prijsbron]],
    "budget": Annotated[Gegevens, Budget] | None, "waarschuwingen": list[str],
    "opleiding": Annotated[list[Annotated[Gegevens, Kostenpost]], "van trainers; telt niet mee"],
})  # fmt: skip
Kostengegevens = TypedDict("Kostengegevens", {
    "deelnemers": int, "aannames": Aannamegegevens, "vraag": Vraaggegevens,
    "misschien": Annotated[list[Misschiengegevens], "met wat men navraagt; uitgerekend bij regels"], "past_niet": list[NetNietgegevens],
    "regels": list[Raminggegevens],
})  # fmt: skip


def _gegevens(ramingen: Sequence[Kostenraming], aannames: Aannames, gevraagd: Kostenvraag) -> Kostengegevens:
    return {
        "deelnemers": aannames.deelnemers,
        "aannames": aannamegegevens(aannames),
        "vraag": {naam: list(waarden) for naam, waarden in gevraagd.resultaat.vraag.items()},
        "misschien": [misschien_gegevens(treffer) for treffer in gevraagd.resultaat.misschien],
        "past_niet": [net_niet_gegevens(*een) for een in gevraagd.past_niet],
        "regels": [raminggegevens(raming) for raming in ramingen],
    }


def aannamegegevens(aannames: Aannames) -> Aannamegegevens:
    return {
        "jaar": aannames.vandaag.year,
        "groepsgrootte": aannames.groepsgrootte,
        "bijeenkomsten": aannames.bijeenkomsten,
        "gezinnen": aannames.gezinnen,
        "uurtarief": als_gegevens(aannames.uurtarief),
        "tolktarief": als_gegevens(aannames.tolktarief),
        "budget": als_gegevens(aannames.budget),
    }


def raminggegevens(raming: Kostenraming) -> Raminggegevens:
    return {
        "id": raming.interventie.id,
        "variant": raming.variant.id if raming.variant else None,
        "omschrijving": raming.omschrijving,
        "past": _past(raming),
        "mensen": raming.deelname.mensen,
        "weggelaten": als_gegevens(raming.deelname.weggelaten),
        "status": raming.status,
        "groepen": raming.groepen.precies if raming.groepen else None,
        "groepen_bereik": als_gegevens(_ruim(raming.groepen)),
        "totaal": _bereikgegevens(raming.totaal),
        "per_deelnemer": _bereikgegevens(raming.per_deelnemer),
        "per_contactuur": _bereikgegevens(raming.per_contactuur),
        "per_contactuur_grens": raming.per_contactuur_grens,
        "ondergrens": raming.ondergrens,
        "prijspeil": raming.post.prijspeil if raming.post else None,
        "bron": raming.post.bron if raming.post else None,
        "bronnen": als_gegevens(raming.bronnen),
        "budget": als_gegevens(raming.budget),
        "waarschuwingen": list(map(met_opdracht, raming.waarschuwingen)),
        "opleiding": als_gegevens(raming.opleiding),
    }


def _past(raming: Kostenraming) -> str:
    return "misschien" if raming.past_misschien else "ja"


def _ruim(groepen: Telbereik | None) -> Telbereik | None:
    """A number of groups that is not exact."""
    return None if groepen is None or groepen.precies else groepen


def _bereikgegevens(bedrag: Bedragbereik | None) -> Bereikgegevens:
    return None if bedrag is None else als_gegevens(Bedragbereik._make(map(centen, bedrag)))


CSV_KOLOMMEN = (
    "id",
    "past",
    "variant",
    "prijs",
    "mensen",
    "weggelaten",
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
    "genoeg_voor",
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
        _past(raming),
        raming.variant.id if raming.variant else None,
        raming.omschrijving,
        raming.deelname.mensen,
        "; ".join(map(str, raming.deelname.weggelaten)),
        raming.status.value,
        TOT.join(map(str, dict.fromkeys(raming.groepen))) if raming.groepen else None,
        *bedragen,
        raming.ondergrens,
        _samen(peil for _, peil in raming.bronnen),
        _samen(bron for bron, _ in raming.bronnen),
        "; ".join(map(met_opdracht, raming.waarschuwingen)),
        _oordeel(raming.budget),
        centen(raming.budget.tekort) if raming.budget and raming.budget.past is False else None,
        raming.budget.mensen if raming.budget else None,
        gepubliceerde_prijs(raming, catalogus),
        "; ".join(kostenregel(p, catalogus, noem_soort=False).rstrip(".") for p in raming.opleiding),
    ]


def _reeksen(nummers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, those that follow each other as ``3-7``."""
    begin = vorige = None
    for nummer in (*nummers, None):
        if vorige is not None and nummer != vorige + 1:
            yield str(vorige) if begin == vorige else f"{begin}-{vorige}"
            begin = None
        begin = nummer if begin is None else begin
        vorige = nummer


def _samen(waarden: Iterable[Any]) -> Any:
    """One cell for what is known of some: the value itself when there is but one."""
    bekend = list(dict.fromkeys(waarde for waarde in waarden if waarde is not None))
    return bekend[0] if len(bekend) == 1 else "; ".join(map(str, bekend)) or None
