"""What can be done for each cell: every variant judged, sized and priced, with what is open; or why it falls off.

Whether it fits is the judgement of ``oordeel`` and ``filters``, what it costs is computed by ``kosten``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, partial
from itertools import combinations
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Bedragbereik,
    Interventie,
    Kostenpost,
    Soort,
    Taalgroep,
    Variant,
    Voor,
    Vorm,
)
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import lees_begrip, naam
from lpi_cli.kern.filters import EN, FILTERS, LEEFTIJD, Eis, Vraagstelling, lees_eisen
from lpi_cli.kern.filters.codes import SETTING
from lpi_cli.kern.filters.doelgroep import DOELGROEP
from lpi_cli.kern.filters.kosteloos import KOSTELOOS
from lpi_cli.kern.groepen import aantal_groepen, grootste_groep, te_klein
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.kostenwaarschuwing import Waarschuwingsoort
from lpi_cli.kern.leeftijd import dekking
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.plan.opgave import Cel, Opgave, noemt
from lpi_cli.kern.plan.prijzen import met_eigen_prijs, met_offerte
from lpi_cli.kern.plan.samen import GRATIS, Kans, Samenkoop, Staffel
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Afname, Kostenraming
from lpi_cli.kern.zinnen import euro, opsomming

AANBOD = "aanbod"
"""The part of what takes no part whatever it is for."""
MEESTE_TALEN = 6
"""Languages of one group of which every combination is looked at; of more only all together."""
PRIJS, GROOTTE, DOELGROEPDEEL, KOSTEN, TOLK = "prijs", "groepsgrootte", "doelgroep", "kosten", "tolk"


class Oordeel(StrEnum):
    """What an option of a cell is."""

    ZEKER = "zeker"
    VRAAG = "vraag"


class Open:
    """What is not known of an option, and so is to be asked. It is worded when someone reads it: most are not."""

    def __init__(self, onderdeel: str, tekst: str | Callable[[], str]) -> None:
        self.onderdeel, self._tekst = onderdeel, tekst

    @cached_property
    def tekst(self) -> str:
        return self._tekst if isinstance(self._tekst, str) else self._tekst()

    def __str__(self) -> str:
        is_gezegd = self.onderdeel == AANBOD or self.onderdeel in self.tekst
        return self.tekst if is_gezegd else f"{self.onderdeel}: {self.tekst}"

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Open) and (self.onderdeel, self.tekst) == (ander.onderdeel, ander.tekst)

    def __hash__(self) -> int:
        return hash(self.onderdeel)


class Afvaller(NamedTuple):
    """What cannot be done for a cell, and why."""

    interventie: Interventie
    variant: Variant
    waarom: Open

    @property
    def reden(self) -> str:
        return str(self.waarom)


class Besteld(NamedTuple):
    """A price that goes by how many are bought, with how many the plan buys at it."""

    post: Kostenpost
    aantal: int
    per_stuk: Decimal
    """The highest, where it is a range."""


class Aanbod(NamedTuple):
    """One variant at one price, for one cell or more together."""

    wat: str
    """What it is, the same in every cell."""
    interventie: Interventie
    variant: Variant
    omschrijving: str
    """Which price, where there is more than one."""
    cellen: tuple[Cel, ...]
    groepen: int | None
    """None: individual, or its size was not published."""
    grootste_groep: int | None
    """People in one at most; None for the same reasons."""
    totaal: Bedragbereik | None
    """None: no price for these people is published."""
    minstens: Decimal
    """What is known to be paid where the whole is not."""
    samen: tuple[Samenkoop, ...]
    """What of the total is bought for all cells together: a whole school or location, or by their number."""
    open: tuple[Open, ...]
    """What keeps it from being certain."""
    is_ondergrens: bool
    """Part of a known price is not known, such as an interpreter."""
    raming: Kostenraming
    besteld: tuple[Besteld, ...] = ()
    """In a plan: what of the total goes by the number of the whole plan."""

    @property
    def let_op(self) -> tuple[Open, ...]:
        """What comes on top of a known price, or may have changed."""
        return tuple(
            dict.fromkeys(
                Open(
                    TOLK if TOLK in str(w) else PRIJS if w.soort is Waarschuwingsoort.PRIJS else KOSTEN,
                    str(w),
                )
                for w in self.raming.waarschuwingen
                if w.soort is Waarschuwingsoort.ONTBREEKT
                or (w.soort is Waarschuwingsoort.PRIJS and w.is_open)
            )
        )

    @property
    def oordeel(self) -> Oordeel:
        return Oordeel.VRAAG if self.open else Oordeel.ZEKER

    @property
    def openstaand(self) -> tuple[Open, ...]:
        """All that one should ask or know."""
        return *self.open, *self.let_op

    @property
    def celnamen(self) -> tuple[str, ...]:
        return tuple(cel.naam for cel in self.cellen)

    @property
    def sleutel(self) -> tuple[str, tuple[str, ...]]:
        """What for which cells: of no other option."""
        return self.wat, self.celnamen

    @property
    def mensen(self) -> int:
        return sum(cel.mensen for cel in self.cellen)

    @property
    def bedrag_minstens(self) -> Decimal:
        """What a budget needs for it at least: the highest that it may cost, as far as known."""
        return self.totaal.tot if self.totaal else self.minstens

    @property
    def geheel(self) -> tuple[str, Decimal] | None:
        """What is bought once, by name, and its amount."""
        return next(((koop.wat, koop.staffel.kost(0)) for koop in self.samen if not koop.aantal), None)

    @property
    def is_op_offerte(self) -> bool:
        """Whether a price is missing, and not only how often it is needed."""
        return self.raming.post is None or self.raming.post.bedrag is None or bool(self.minstens)

    def als_kans(self) -> Kans:
        """For the merge."""
        return Kans(
            wat=self.wat,
            cellen=tuple(sorted(self.celnamen)),
            mensen=self.mensen,
            bedrag=self.bedrag_minstens
            - sum((koop.staffel.kost(koop.aantal) for koop in self.samen), GRATIS),
            zeker=not self.open,
            voorselectie=self.interventie.voorselectie,
            samen=self.samen,
            voorrang=len(self.open),
        )


class Celaanbod(NamedTuple):
    """All that was looked at for the cells of a plan."""

    opties: Sequence[Aanbod]
    afvallers: Mapping[str, Sequence[Afvaller]]
    """Cell → what just falls off: for one reason."""


class _Geoordeeld(NamedTuple):
    """A variant that nothing excludes for a cell, with what is open of it before its size and price."""

    cel: Cel
    interventie: Interventie
    variant: Variant
    eisen: Sequence[Eis]
    uitkomsten: Sequence[Uitkomst]
    beperkt_tot: str
    """To whom a source limits it, where the question does not say that these are them."""
    alleen_in: str
    """Where it is given only, when no place is asked."""
    met_tolk: bool
    ondanks: Sequence[Open] = ()
    """Why it would take no part, were it not a fixed choice."""

    @property
    def tekort(self) -> tuple[int, int]:
        """How many parts do not fit, which only a fixed choice may have, and how many are unknown."""
        return self.uitkomsten.count(Uitkomst.PAST_NIET), self.uitkomsten.count(Uitkomst.ONBEKEND)

    def open(self) -> Iterator[Open]:
        """What is open before its size and price, and of a fixed choice what does not fit."""
        for eis, uitkomst in zip(self.eisen, self.uitkomsten, strict=True):
            if uitkomst is not Uitkomst.PAST:
                niet = "" if uitkomst is Uitkomst.ONBEKEND else "past niet: "
                yield Open(eis.filter.naam, partial(_feit, eis, self.interventie, self.variant, niet))
            elif eis.filter is LEEFTIJD and self.variant.leeftijd.gepubliceerd:
                wensen = tuple(wens for een in eis.waarden for wens in een.delen)
                if deel := dekking(wensen, (self.variant.leeftijd,)):
                    yield Open(eis.filter.naam, f"alleen {deel.tekst}")
        if self.alleen_in:
            yield Open(SETTING.naam, f"alleen {self.alleen_in}")
        if self.beperkt_tot:
            yield Open(DOELGROEPDEEL, f"alleen {self.beperkt_tot}")
        yield from self.ondanks


class Keuring:
    """Judges the catalogue for the cells of one plan; every sum is made once."""

    def __init__(self, opgave: Opgave, catalogus: Catalogus, vandaag: date, aannames: Aannames) -> None:
        """``aannames``: what is counted with; its number of people does not matter."""
        self.opgave, self.catalogus, self.vandaag, self.aannames = opgave, catalogus, vandaag, aannames
        self.interventies = tuple(self._met_offertes(interventie) for interventie in catalogus.interventies)
        self._eigenlijk = {interventie.id: interventie for interventie in self.interventies}
        self._ramingen: dict[tuple[str, str, int], list[Kostenraming]] = {}
        self._op_aanvraag: dict[tuple[str, str], list[Kostenraming]] = {}
        """The same of what has no price, for however many people."""
        self._vragen: dict[str, tuple[Sequence[Eis], set[str]]] = {}
        self._eisen: dict[tuple[str, tuple[str, ...]], Sequence[Eis]] = {}
        self._kosteloos = KOSTELOOS.beoordeel(None, Vraagstelling(catalogus, vandaag))

    @cached_property
    def aanbod(self) -> Celaanbod:
        """What there is for all cells."""
        return self.aanbod_voor(self.opgave.cellen, self.interventies)

    def eigen_bronnen(self, interventie: Interventie) -> Collection[str]:
        """The sources of prices of one's own for what others published."""
        return () if self.catalogus.is_eigen(interventie.id) else self.catalogus.bronmappen

    def _met_offertes(self, interventie: Interventie) -> Interventie:
        if eigen := self.eigen_bronnen(interventie):
            interventie = met_eigen_prijs(interventie, eigen)
        for offerte in self.opgave.offertes:
            if offerte.wat.partition("/")[0] == interventie.id:
                interventie = met_offerte(interventie, offerte)
        return interventie

    def aanbod_voor(self, cellen: Sequence[Cel], interventies: Sequence[Interventie]) -> Celaanbod:
        """The options of some interventions, of which the prices may be others than published."""
        opties: list[Aanbod] = []
        afvallers: dict[str, list[Afvaller]] = {}
        kandidaten = [
            (interventie, variant, tuple(self._niet_te_bestellen(interventie, variant)))
            for interventie in interventies
            for variant in interventie.varianten
        ]
        uitslagen: dict[int, Sequence[Uitkomst]] = {}
        """By the identity of what is asked, which is read once for all cells: the outcome of each candidate."""
        per_groep: dict[str, dict[tuple[str, str], list[_Geoordeeld]]] = {}
        for cel in cellen:
            afvallers[cel.naam] = []
            for eis in self._vraag(cel)[0]:
                if id(eis) not in uitslagen:
                    uitslagen[id(eis)] = [eis.uitkomst(i, variant) for i, variant, _ in kandidaten]
            passend = self._passend(cel, kandidaten, uitslagen, afvallers[cel.naam])
            for een in passend:
                if een.variant.taalgroep in (Taalgroep.GEMENGD, Taalgroep.ZONDER_TAAL):
                    wat = (een.interventie.id, een.variant.id)
                    per_groep.setdefault(cel.groep, {}).setdefault(wat, []).append(een)
            opties += self._per_cel(cel, passend, afvallers[cel.naam])
        for per_variant in per_groep.values():
            for geoordeeld in per_variant.values():
                opties += self._samen(sorted(geoordeeld, key=lambda een: een.cel.naam))
        return Celaanbod(opties, afvallers)

    # --- judging --------------------------------------------------------------------------

    def _passend(
        self,
        cel: Cel,
        kandidaten: Iterable[tuple[Interventie, Variant, Sequence[Open]]],
        uitslagen: Mapping[int, Sequence[Uitkomst]],
        afvallers: list[Afvaller],
    ) -> list[_Geoordeeld]:
        """The variants that nothing excludes; adds to ``afvallers`` what one thing excludes.

        ``kandidaten``: each with why it cannot be ordered, whatever it is for.
        """
        eisen, gevraagd = self._vraag(cel)
        passend = []
        per_eis = [uitslagen[id(eis)] for eis in eisen]
        for (interventie, variant, niet), *uitkomsten in zip(kandidaten, *per_eis, strict=True):
            is_vast = self._is_vast(cel, interventie, variant)
            if uitkomsten.count(Uitkomst.PAST_NIET) > 1 and not is_vast:
                continue
            buiten = [
                eis for eis, uitkomst in zip(eisen, uitkomsten, strict=True) if uitkomst is Uitkomst.PAST_NIET
            ]
            beperkt, uitgesloten = self._beperking(interventie, variant, cel, gevraagd)
            anders = [*niet]
            if variant.voor is not Voor.DEELNEMERS:
                anders += self._voor_anderen(variant, eisen)
            if uitgesloten:
                anders.append(Open(DOELGROEPDEEL, f"alleen {beperkt}"))
            if is_vast or not (buiten or anders):
                alleen_in = self._alleen_in(interventie, variant, cel)
                met_tolk = self._met_tolk(interventie, variant, cel)
                passend.append(
                    _Geoordeeld(
                        cel, interventie, variant, eisen, uitkomsten, beperkt, alleen_in, met_tolk, anders
                    )
                )
            elif len(buiten) + len(anders) == 1:
                redenen = [Open(e.filter.naam, partial(_feit, e, interventie, variant)) for e in buiten]
                afvallers.append(Afvaller(interventie, variant, [*redenen, *anders][0]))
        return passend

    def _vraag(self, cel: Cel) -> tuple[Sequence[Eis], set[str]]:
        """What is asked for a cell, understood once; and the codes of what it says of the people."""
        if cel.naam not in self._vragen:
            begrippen = self.catalogus.begrippen["kenmerk"]
            woorden = [deel for woord in cel.vraag.get(DOELGROEP.naam, ()) for deel in woord.split(EN)]
            kenmerken = {lees_begrip(woord, begrippen) for woord in woorden}
            eisen = [
                eis
                for filter_ in FILTERS
                if filter_.naam in cel.vraag
                for eis in self._lees_eis(filter_.naam, tuple(cel.vraag[filter_.naam]))
            ]
            self._vragen[cel.naam] = eisen, kenmerken
        return self._vragen[cel.naam]

    def _lees_eis(self, naam: str, woorden: tuple[str, ...]) -> Sequence[Eis]:
        """What is asked of one filter, read once for all cells that ask it."""
        if (naam, woorden) not in self._eisen:
            self._eisen[naam, woorden] = lees_eisen({naam: woorden}, self.catalogus, self.vandaag)
        return self._eisen[naam, woorden]

    def _is_vast(self, cel: Cel, interventie: Interventie, variant: Variant) -> bool:
        vast = self.opgave.vast.get(cel.naam)
        return vast is not None and noemt(vast, interventie.id, variant.id)

    def _niet_te_bestellen(self, interventie: Interventie, variant: Variant) -> Iterator[Open]:
        """Why it takes no part, whatever it is for."""
        if any(noemt(wat, interventie.id, variant.id) for wat in self.opgave.niet):
            yield Open(AANBOD, "u wilt dit niet")
        if interventie.soort is Soort.PRAKTIJKVOORBEELD:
            yield Open(AANBOD, "een lokaal voorbeeld, niet te bestellen")

    def _voor_anderen(self, variant: Variant, eisen: Sequence[Eis]) -> Iterator[Open]:
        """Why it does not reach the people of a cell themselves: parents and families are asked as a group of their own."""
        wensen = (
            wens for eis in eisen if eis.filter is LEEFTIJD for een in eis.waarden for wens in een.delen
        )
        if not any(wens.voor for wens in wensen):
            yield Open(AANBOD, f"voor {naam(variant.voor, self.catalogus.begrippen['voor'])}")

    def _beperking(
        self, interventie: Interventie, variant: Variant, cel: Cel, gevraagd: set[str]
    ) -> tuple[str, bool]:
        """To whom a source limits it, where the question does not say that these are them; and whether they cannot be.

        Of who speaks another language than people of an origin do, one knows that they are not of it.
        """
        if not (alleen := variant.alleen or interventie.doelgroep.alleen):
            return "", False
        begrippen = self.catalogus.begrippen["kenmerk"]
        assen: dict[tuple[str, ...], list[str]] = {}
        for code in alleen:
            assen.setdefault(tuple(begrippen[code].as_), []).append(code)
        namen, uitgesloten = [], False
        for as_, codes in assen.items():
            wel = {smaller for code in codes for smaller in (code, *begrippen[code].omvat)}
            if wel & gevraagd:
                continue
            talen = {taal for code in codes for taal in begrippen[code].talen}
            anders = bool(talen) and cel.taal is not None and cel.taal not in talen
            if "taal" in as_ and talen and not anders and cel.taal:
                continue
            namen += [naam(code, begrippen) for code in codes]
            uitgesloten = uitgesloten or anders
        return (opsomming(namen) if namen else ""), uitgesloten

    def _alleen_in(self, interventie: Interventie, variant: Variant, cel: Cel) -> str:
        alleen = interventie.setting_alleen if variant.setting_alleen is None else variant.setting_alleen
        if SETTING.naam in cel.vraag or not alleen:
            return ""
        return opsomming(
            naam(code, self.catalogus.begrippen["setting"]) for code in variant.setting or interventie.setting
        )

    def _met_tolk(self, interventie: Interventie, variant: Variant, cel: Cel) -> bool:
        """Whether this language goes by way of an interpreter only."""
        if cel.taal is None or not interventie.talen_met_tolk or variant.taalgroep is Taalgroep.ZONDER_TAAL:
            return False
        return cel.taal not in (variant.talen or interventie.talen)

    def kantelt(self, aanbod: Aanbod, erbij: int) -> bool:
        """Whether so many people more make another number of groups, or groups of which the size is a question."""
        hoogste = aanbod.grootste_groep
        nu, dan = (
            (hoogste and aantal_groepen(mensen, hoogste), self._te_klein(aanbod.variant, mensen) is None)
            for mensen in (aanbod.mensen, aanbod.mensen + erbij)
        )
        return nu != dan

    def optie_voor(self, aanbod: Aanbod, cellen: Sequence[Cel]) -> Aanbod | None:
        """The same option for other people; None when it is none then."""
        opties = self.aanbod_voor(cellen, [aanbod.interventie]).opties
        namen = [cel.naam for cel in cellen]
        return next(
            (een for een in opties if een.wat == aanbod.wat and [c.naam for c in een.cellen] == namen), None
        )

    # --- size and price -------------------------------------------------------------------

    def _per_cel(
        self, cel: Cel, passend: Sequence[_Geoordeeld], afvallers: list[Afvaller]
    ) -> Iterator[Aanbod]:
        """The options of one cell; of an intervention only the variants of which the least is unknown."""
        per_interventie: dict[str, list[tuple[tuple[int, int], _Geoordeeld]]] = {}
        for een in passend:
            reden = self._te_klein(een.variant, cel.mensen, eis=True)
            if reden and not self._is_vast(cel, een.interventie, een.variant):
                afvallers.append(Afvaller(een.interventie, een.variant, Open(GROOTTE, reden)))
                continue
            per_interventie.setdefault(een.interventie.id, []).append((een.tekort, een))
        for varianten in per_interventie.values():
            minste = min(tekort for tekort, _ in varianten)
            for tekort, een in varianten:
                if (
                    tekort == minste
                    or self.opgave.vast.get(cel.naam) == f"{een.interventie.id}/{een.variant.id}"
                ):
                    yield from self._opties([een])

    def _samen(self, geoordeeld: Sequence[_Geoordeeld]) -> Iterator[Aanbod]:
        """The options of cells of one group together, where that makes fewer groups or groups that are large enough."""
        variant, aantal = geoordeeld[0].variant, len(geoordeeld)
        hoogste = self._grootste_groep(variant)
        if not hoogste:
            return
        tellen = range(2, aantal + 1) if aantal <= MEESTE_TALEN else [aantal]
        for deel in (deel for k in tellen for deel in combinations(geoordeeld, k)):
            apart = [een.cel.mensen for een in deel]
            scheelt = aantal_groepen(sum(apart), hoogste) < sum(aantal_groepen(n, hoogste) for n in apart)
            is_beter = scheelt or any(self._te_klein(variant, n) for n in apart)
            if is_beter and not self._te_klein(variant, sum(apart), eis=True):
                yield from self._opties(deel)

    def _te_klein(self, variant: Variant, mensen: int, *, eis: bool = False) -> str | None:
        """How its groups would be smaller than published; ``eis``: only where a source says that they may not."""
        groepen = self._groepen(variant, mensen) or 1
        klein = te_klein(variant.groepsgrootte, (mensen,), groepen)
        if klein is None or (eis and not klein.is_minimum):
            return None
        groep = f"een groep van {klein.mensen}" if groepen == 1 else f"groepen van {klein.mensen}"
        return f"{groep}; een groep is {'ten minste' if klein.is_minimum else 'gewoonlijk'} {klein.grens}"

    def _opties(self, delen: Sequence[_Geoordeeld]) -> Iterator[Aanbod]:
        """The option at each published price."""
        een = delen[0]
        cellen = tuple(deel.cel for deel in delen)
        mensen = sum(cel.mensen for cel in cellen)
        vooraf = list(dict.fromkeys(open_ for deel in delen for open_ in deel.open()))
        if reden := self._te_klein(een.variant, mensen):
            vooraf.append(Open(GROOTTE, reden))
        if _is_in_groepen(een.variant) and not (een.variant.groepsgrootte and een.variant.groepsgrootte.max):
            vooraf.append(Open(GROOTTE, "niet gepubliceerd"))
        for raming in self.ramingen(een.interventie, een.variant, mensen):
            yield self._optie(
                een.interventie, een.variant, cellen, raming, vooraf, any(deel.met_tolk for deel in delen)
            )

    def _optie(
        self,
        interventie: Interventie,
        variant: Variant,
        cellen: tuple[Cel, ...],
        raming: Kostenraming,
        vooraf: Sequence[Open],
        met_tolk: bool,
    ) -> Aanbod:
        is_bekend = (
            raming.status in (Kostenstatus.BEKEND, Kostenstatus.KOSTELOOS) and raming.totaal is not None
        )
        open_ = [*vooraf]
        mensen = sum(cel.mensen for cel in cellen)
        if not is_bekend:
            open_.append(Open(PRIJS, partial(self._prijs_open, raming)))
        elif raming.status is Kostenstatus.KOSTELOOS and not self._is_altijd_kosteloos(interventie, variant):
            open_.append(Open(PRIJS, "soms kosteloos; vraag of dat hier geldt"))
        if is_bekend and met_tolk and not self._is_tolk_geteld(raming):
            open_.append(Open(TOLK, "nodig voor deze taal; wat die kost, is niet bekend"))
        return Aanbod(
            wat=f"{interventie.id}/{variant.id} {raming.omschrijving}".strip(),
            interventie=interventie,
            variant=variant,
            omschrijving=raming.omschrijving,
            cellen=cellen,
            groepen=raming.groepen.tot if raming.groepen else self._groepen(variant, mensen),
            grootste_groep=self._grootste_groep(variant, raming.post),
            totaal=raming.totaal if is_bekend else None,
            minstens=raming.totaal.van if raming.totaal is not None else GRATIS,
            samen=tuple(map(_samenkoop, raming.afname)) if is_bekend else (),
            open=tuple(open_),
            is_ondergrens=is_bekend and raming.ondergrens,
            raming=raming,
        )

    def _is_tolk_geteld(self, raming: Kostenraming) -> bool:
        """Whether the amount holds the interpreter, at the rate that was given or in the price."""
        ontbreekt = (w for w in raming.waarschuwingen if w.soort is Waarschuwingsoort.ONTBREEKT)
        return self.aannames.tolktarief is not None and not any(TOLK in str(w) for w in ontbreekt)

    def _is_altijd_kosteloos(self, interventie: Interventie, variant: Variant) -> bool:
        return self._kosteloos(interventie, variant) is Uitkomst.PAST

    def _groepen(self, variant: Variant, mensen: int) -> int | None:
        """How many groups it takes, also where there is no price to compute."""
        hoogste = self._grootste_groep(variant)
        return aantal_groepen(mensen, hoogste) if hoogste else None

    def _grootste_groep(self, variant: Variant, post: Kostenpost | None = None) -> int | None:
        """None: individual, or not published."""
        if not _is_in_groepen(variant):
            return None
        return grootste_groep(variant, post, self.aannames.groepsgrootte)

    def _prijs_open(self, raming: Kostenraming) -> str:
        if raming.is_niet_gepubliceerd:
            return "niet gepubliceerd"
        if raming.totaal is not None:
            return f"ten minste {euro(raming.totaal.van)}; de rest is niet bekend"
        if raming.post is not None and raming.post.bedrag is not None:
            eenheid = naam(raming.post.eenheid or "", self.catalogus.begrippen["eenheid"])
            return f"{euro(raming.post.bedrag.van)} {eenheid}; hoe vaak die nodig is, is niet bekend"
        return "op aanvraag"

    def ramingen(self, interventie: Interventie, variant: Variant, mensen: int) -> list[Kostenraming]:
        """What it costs for so many people, at each price; each sum is made once."""
        if interventie is not self._eigenlijk[interventie.id]:
            return self._bereken(interventie, variant, mensen)
        wat = (interventie.id, variant.id)
        if wat in self._op_aanvraag:
            return self._op_aanvraag[wat]
        if (*wat, mensen) not in self._ramingen:
            ramingen = self._bereken(interventie, variant, mensen)
            if all(raming.status is Kostenstatus.OP_AANVRAAG for raming in ramingen):
                self._op_aanvraag[wat] = ramingen
            self._ramingen[*wat, mensen] = ramingen
        return self._ramingen[*wat, mensen]

    def _bereken(self, interventie: Interventie, variant: Variant, mensen: int) -> list[Kostenraming]:
        aannames = self.aannames._replace(deelnemers=mensen, budget=None)
        return bereken_kosten([(interventie, [variant])], aannames, self.catalogus.begrippen)


def _feit(eis: Eis, interventie: Interventie, variant: Variant, aanhef: str = "") -> str:
    return f"{aanhef}{eis.feit(interventie, variant)}"


def _is_in_groepen(variant: Variant) -> bool:
    return Vorm.INDIVIDUEEL not in variant.vorm or Vorm.GROEP in variant.vorm


def _samenkoop(afname: Afname) -> Samenkoop:
    """What of a price counts for the whole plan together: of the same price in all cells."""
    post = afname.post
    laagst, hoogst = (
        Staffel(
            (
                (0, bedrag * afname.perioden),
                *((trede.vanaf, trede.bedrag * afname.perioden) for trede in sorted(post.staffel)),
            ),
            post.minimum_eenheden or (0 if afname.aantal else 1),
        )
        for bedrag in post.bedrag or ()
    )
    wat = f"{afname.id} {post.variant or ''} {post.soort} {post.eenheid} {hoogst.treden} {laagst.treden[0]}"
    return Samenkoop(wat, afname.aantal, hoogst, laagst)
