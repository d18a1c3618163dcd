"""The costs of a choice on a screen: what can be compared first, then what cannot, then whom to ask."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Interventie, Kostensoort, Variant
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.kosten import STANDAARDVOLGORDE, incompany_vanaf
from lpi_cli.kern.kostenvraag import Kostenvraag
from lpi_cli.kern.kostenwaarschuwing import Waarschuwingsoort
from lpi_cli.kern.ouderdom import is_oud
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.zinnen import bereik, getal, opsomming
from lpi_cli.kern.zoek import Treffer
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Punten, Tabel, Tabelkolom, Toon, tabel_van
from lpi_cli.weergave.feiten import bedragbereik, eenheid, id_met_merk, kostenregel, merkuitleg, wat_met_merk
from lpi_cli.weergave.gestopt import gestoptblokken, gestoptregels
from lpi_cli.weergave.kostengegevens import MET_WENSEN, kostengegevens, rijen_met_wensen
from lpi_cli.weergave.kostenwoorden import (
    Noten,
    aannames_in_woorden,
    bedrag_in_euro,
    bronnoot,
    budgetoordeel,
    budgettekort,
    met_opdracht,
    opgave,
    opleidingblokken,
    per_contactuur,
    verdeel,
)
from lpi_cli.weergave.tekst import balk, geteld
from lpi_cli.weergave.vraag import vraag_in_woorden
from lpi_cli.weergave.wensen import volgorderegel, wensenblokken
from lpi_cli.weergave.zoek import navraagregel, per_vraag, versoepelblokken

WAT, NOOT = Tabelkolom("wat", minstens=36), Tabelkolom("noot", minstens=8)
LET_OP, BUDGET = Tabelkolom("let op", minstens=8), Tabelkolom("budget", minstens=14)
TOTAAL, PER_DEELNEMER = Tabelkolom("totaal", minstens=23), Tabelkolom("per deelnemer", minstens=19)
BALK = Tabelkolom("balk", rang=1, vast=True)
GROEPEN, PER_CONTACTUUR = (
    Tabelkolom("groepen", rang=2, vast=True),
    Tabelkolom("per contactuur", rang=3, vast=True),
)


def kostenbeeld(
    ramingen: Sequence[Kostenraming],
    aannames: Aannames,
    gevraagd: Kostenvraag,
    catalogus: Catalogus,
    sorteer_op: str = STANDAARDVOLGORDE,
) -> Beeld:
    return Beeld(
        lambda: _Kostenbeeld(ramingen, aannames, gevraagd, catalogus, sorteer_op, Noten()).blokken(),
        lambda: kostengegevens(ramingen, aannames, gevraagd, catalogus),
        MET_WENSEN,
        lambda: rijen_met_wensen(ramingen, gevraagd, catalogus),
        opgave=lambda: [*opgave(aannames), *gestoptregels(catalogus)],
    )


class _Kostenbeeld(NamedTuple):
    """The costs of a question: one line for each, with at most one remark; the rest stands in the notes."""

    ramingen: Sequence[Kostenraming]
    aannames: Aannames
    gevraagd: Kostenvraag
    catalogus: Catalogus
    sorteer_op: str
    noten: Noten

    def blokken(self) -> Iterator[Blok]:
        yield Alinea(self._kop(), Toon.NADRUK)
        if gegeven := aannames_in_woorden(self.aannames):
            yield Alinea(f"Opgegeven: {opsomming(gegeven)}.", Toon.ZACHT)
        yield volgorderegel(self.gevraagd.resultaat.liefst, [self.sorteer_op])
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
        yield from opleidingblokken(self._opleiding())
        resultaat = self.gevraagd.resultaat
        yield from wensenblokken((*resultaat.treffers, *resultaat.misschien), self.catalogus)
        yield from gestoptblokken(self.catalogus)

    def _kop(self) -> str:
        resultaat = self.gevraagd.resultaat
        bij = f", {vraag_in_woorden(resultaat.vraag, self.catalogus)}" if resultaat.vraag else ""
        return f"Kosten voor {geteld(self.aannames.deelnemers, 'deelnemer', 's')}{bij}"

    def _zonder_treffers(self) -> Iterator[Blok]:
        resultaat = self.gevraagd.resultaat
        if self.gevraagd.past_niet:
            yield Alinea("Past niet bij de filters, en telt dus niet mee:")
            yield Punten(
                [
                    f"{wat_met_merk(een, self.catalogus)}: {'; '.join(map(str, redenen))}"
                    for een, redenen in self.gevraagd.past_niet
                ]
            )
        elif not resultaat.treffers and (resultaat.versoepel or not resultaat.misschien):
            yield Alinea("Niets gevonden.")
            yield from versoepelblokken(resultaat)

    def _passend(self, ramingen: Sequence[Kostenraming]) -> Iterator[Blok]:
        verdeling = verdeel(ramingen)
        if verdeling.vergelijkbaar:
            yield from self._bedragen(verdeling.vergelijkbaar)
        if verdeling.kosteloos:
            yield Kop("Kosteloos voor de opdrachtgever")
            cellen = {BUDGET: _budget, LET_OP: _opmerking, NOOT: self._noot}
            yield self._tabel(WAT, verdeling.kosteloos, cellen)
        if verdeling.eigen_eenheid:
            yield Kop("Wel een prijs, maar niet om te rekenen naar uw aantal")
            yield self._tabel(
                WAT,
                verdeling.eigen_eenheid,
                {
                    Tabelkolom("prijs"): self._eerste_prijs,
                    Tabelkolom("nodig"): _nodig,
                    NOOT: lambda raming: self._noot(raming, self._prijsnoten(raming)),
                },
            )
        for kop, groep in (
            ("Prijs op aanvraag: vraag het aan", verdeling.op_aanvraag),
            ("Prijs niet gepubliceerd: vraag het na", verdeling.niet_gepubliceerd),
        ):
            if groep:
                yield Kop(kop)
                yield self._op_aanvraag(groep)

    def _tabel(
        self,
        wat: Tabelkolom,
        ramingen: Sequence[Kostenraming],
        cellen: Mapping[Tabelkolom, Callable[[Kostenraming], str]],
    ) -> Tabel:
        """A line for each, under its name."""
        prijzen = Counter[str](raming.interventie.id for raming in ramingen)
        return tabel_van(ramingen, {wat: lambda raming: self._naam(raming, prijzen), **cellen})

    def _bedragen(self, ramingen: Sequence[Kostenraming]) -> Iterator[Blok]:
        hoogste = max((r.per_deelnemer.tot for r in ramingen if r.per_deelnemer), default=Decimal(0))
        # the verdict on a budget is what one looks for, when there is one
        per_deelnemer = PER_DEELNEMER if self.aannames.budget is None else PER_DEELNEMER._replace(rang=4)
        yield self._tabel(
            WAT,
            ramingen,
            {
                TOTAAL: lambda raming: _smal(raming.totaal, raming),
                per_deelnemer: lambda raming: _smal(raming.per_deelnemer, raming),
                BUDGET: _budget,
                LET_OP: _opmerking,
                NOOT: self._noot,
                BALK: lambda raming: balk(raming.per_deelnemer.tot, hoogste) if raming.per_deelnemer else "",
                GROEPEN: lambda raming: bereik(*raming.groepen) if raming.groepen else "",
                PER_CONTACTUUR: per_contactuur,
            },
        )
        if any(raming.ondergrens for raming in ramingen):
            yield Alinea("≥ = ten minste: een deel is niet bekend.", Toon.ZACHT)
        if any(raming.is_ongeveer for raming in ramingen):
            yield Alinea("± = ongeveer, volgens de bron.", Toon.ZACHT)

    def _eerste_prijs(self, raming: Kostenraming) -> str:
        """The first price in its own unit, and how many there are besides."""
        post, verder = raming.posten[0], len(raming.posten) - 1
        wat = bedragbereik(post) if post.bedrag else f"{getal(post.uren or 0)} uur"
        tekst = f"{wat} {eenheid(post, self.catalogus)}".strip()
        return f"{tekst} en {verder} meer" if verder else tekst

    def _prijsnoten(self, raming: Kostenraming) -> list[str]:
        """Each price, where the line has no room for all of them."""
        if len(raming.posten) == 1:
            return []
        return [kostenregel(post._replace(toelichting=None), self.catalogus) for post in raming.posten]

    def _op_aanvraag(self, ramingen: Sequence[Kostenraming]) -> Tabel:
        """Whom to ask; variants of which the same is known on one line."""
        groepen: dict[tuple[Interventie, str, str, str], list[Kostenraming]] = {}
        for raming in ramingen:
            sleutel = (raming.interventie, aanvraagadres(raming), _opmerking(raming), self._noot(raming))
            groepen.setdefault(sleutel, []).append(raming)
        return tabel_van(
            list(groepen.values()),
            {
                WAT: self._met_varianten,
                Tabelkolom("vraag aan"): lambda groep: aanvraagadres(groep[0]),
                LET_OP: lambda groep: _opmerking(groep[0]),
                NOOT: lambda groep: self._noot(groep[0]),
            },
        )

    def _met_varianten(self, ramingen: Sequence[Kostenraming]) -> str:
        interventie = ramingen[0].interventie
        naam, ids = id_met_merk(interventie, self.catalogus), [r.variant.id for r in ramingen if r.variant]
        return naam if len(ids) in (0, len(interventie.varianten)) else f"{naam}, {opsomming(ids)}"

    def _misschien(self, ramingen: Sequence[Kostenraming]) -> Iterator[Blok]:
        """What may fit, with what to ask first; computed too where that can be."""
        if not ramingen:
            return
        met_bedrag = [raming for raming in ramingen if raming.totaal is not None]
        zonder_bedrag = {
            treffer: rest
            for treffer in self.gevraagd.resultaat.misschien
            for rest in Gevraagd(treffer.interventie, treffer.varianten).zonder(
                _varianten_van(met_bedrag, treffer)
            )
        }
        yield Kop(f"Past misschien ({len(self.gevraagd.resultaat.misschien)}): vraag dit eerst na")
        if met_bedrag:
            yield self._tabel(
                WAT._replace(minstens=27),
                met_bedrag,
                {
                    TOTAAL: lambda raming: _smal(raming.totaal, raming),
                    PER_DEELNEMER._replace(rang=1): lambda raming: _smal(raming.per_deelnemer, raming),
                    BUDGET: _budget,
                    Tabelkolom("vraag na", minstens=8): lambda raming: opsomming(
                        r.onderdeel for r in raming.vraag_na
                    ),
                    NOOT: self._noot,
                },
            )
        if zonder_bedrag:
            yield Alinea("Zonder bedrag: op aanvraag, of niet om te rekenen naar uw aantal.")
            yield Punten(
                per_vraag([*zonder_bedrag], lambda treffer: self._noem(treffer, zonder_bedrag[treffer]))
            )
        yield navraagregel(self.catalogus)

    def _noem(self, treffer: Treffer, wat: Gevraagd) -> str:
        """As it was named, or as only the variants that it is about."""
        heel = len(wat.varianten) == len(treffer.varianten)
        return wat_met_merk(self.gevraagd.genoemd(treffer) if heel else wat, self.catalogus)

    def _opleiding(self) -> Mapping[str, list[str]]:
        """By intervention, once, whatever it has of prices."""
        per_id: dict[str, list[str]] = {}
        for raming in self.ramingen:
            id_ = id_met_merk(raming.interventie, self.catalogus)
            per_id.setdefault(id_, list(self._opleidingsregels(raming)))
        return per_id

    def _opleidingsregels(self, raming: Kostenraming) -> Iterator[str]:
        posten = raming.opleiding
        for post in posten:
            oud = post.prijspeil and is_oud(post.prijspeil, self.aannames.vandaag.year)
            yield kostenregel(post, self.catalogus, noem_soort=False) + (" Oude prijs." if oud else "")
        if vanaf := incompany_vanaf(posten, self.catalogus.begrippen):
            yield f"Incompany is goedkoper vanaf {vanaf} cursisten."
        for ander in raming.interventie.afwijkingen if posten else ():
            if ander.veld == f"kosten.{Kostensoort.OPLEIDING}":
                yield f"Andere waarde in {ander.bron}: {ander.waarde}. {ander.toelichting}"

    def _naam(self, raming: Kostenraming, prijzen: Mapping[str, int]) -> str:
        """The id, with variant and price where more estimates have the same id, or it is the price of a whole."""
        delen = [id_met_merk(raming.interventie, self.catalogus)]
        if len(raming.interventie.varianten) > 1 and raming.variant:
            delen.append(raming.variant.id)
        if raming.is_van_geheel and raming.post and not raming.is_kosteloos:
            delen.append(naam(raming.post.eenheid or "", self.catalogus.begrippen["eenheid"]))
        elif raming.omschrijving and prijzen[raming.interventie.id] > 1:
            delen.append(raming.omschrijving)
        return ", ".join(delen)

    def _noot(self, raming: Kostenraming, ook: Iterable[str] = ()) -> str:
        return self.noten.verwijs([*ook, *schermnoten(raming)])


def _varianten_van(ramingen: Iterable[Kostenraming], treffer: Treffer) -> list[Variant]:
    """The variants of one that some estimates are of; all of them where one is of all together."""
    van = [raming.variant for raming in ramingen if raming.interventie is treffer.interventie]
    return [*treffer.varianten] if None in van else [variant for variant in van if variant]


def _opmerking(raming: Kostenraming) -> str:
    """What one must know at a glance, the first that holds: for whom it is, or whether a group can start."""
    deelname, klein = raming.deelname, raming.te_klein
    if deelname.weggelaten:
        return "deel van de groep" if deelname.mensen is None else f"voor {deelname.mensen} mensen"
    if klein:
        if klein.is_minimum:
            return f"groep {'' if klein.is_zeker else 'misschien '}te klein"
        return f"{'' if klein.is_zeker else 'misschien '}kleine groep"
    return deelname.dekking.tekst if deelname.dekking else ""


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
        yield budgettekort(raming, raming.budget)


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


def _smal(bedrag: Bedragbereik | None, raming: Kostenraming) -> str:
    """An amount for a table: ``€ 48.000,00 - 72.000,00``."""
    return bedrag_in_euro(bedrag, raming).replace("- € ", "- ")


def _budget(raming: Kostenraming) -> str:
    """Whether it fits, or for how many people it does."""
    budget = raming.budget
    return f"voor {budget.mensen} wel" if budget and budget.mensen else budgetoordeel(budget)
