"""What can be done for each cell: every variant that fits, sized and priced, with what is open.

What it costs is computed by ``kosten``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import combinations
from operator import attrgetter

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Kostenpost, Taalgroep, Variant
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.filters import Vraagstelling
from lpi_cli.kern.filters.kosteloos import KOSTELOOS
from lpi_cli.kern.groepen import aantal_groepen, grootste_groep, is_in_groepen, te_klein
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.kostenwaarschuwing import Waarschuwingsoort
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.plan.aanbod import GROOTTE, PRIJS, TOLK, Afvaller, Celaanbod, Celoptie, Open
from lpi_cli.kern.plan.opgave import Opgave, Plancel
from lpi_cli.kern.plan.passend import Beoordelaar, Celoordeel, Kandidaten
from lpi_cli.kern.plan.prijzen import met_eigen_prijs, met_offerte
from lpi_cli.kern.plan.samen import GRATIS, Samenkoop
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Afname, Kostenraming
from lpi_cli.kern.staffel import staffels
from lpi_cli.kern.zinnen import euro, opsomming

MEESTE_TALEN = 6
"""Languages of one group of which every combination is looked at; of more only all together."""


class Keuring:
    """Judges the catalogue for the cells of one plan; every sum is made once."""

    def __init__(self, opgave: Opgave, catalogus: Catalogus, vandaag: date, aannames: Aannames) -> None:
        """``aannames``: what is counted with; its number of people does not matter."""
        self.opgave, self.catalogus, self.aannames = opgave, catalogus, aannames
        self.interventies = tuple(self._met_offertes(interventie) for interventie in catalogus.interventies)
        self._ramingen: dict[tuple[int, str, int], list[Kostenraming]] = {}
        """By the identity of an intervention, which may have other prices than published; an estimate keeps it."""
        self._op_aanvraag: dict[tuple[int, str], list[Kostenraming]] = {}
        """The same of what has no price, for however many people: how many groups these are, it does not know."""
        self._beoordelaar = Beoordelaar(opgave, catalogus, vandaag)
        self._kosteloos = KOSTELOOS.beoordeel(None, Vraagstelling(catalogus, vandaag))

    @cached_property
    def aanbod(self) -> Celaanbod:
        return self.aanbod_voor(self.opgave.cellen, self.interventies)

    def eigen_bronnen(self, interventie: Interventie) -> Collection[str]:
        """The sources of prices of one's own for what others published."""
        return () if self.catalogus.is_eigen(interventie.id) else self.catalogus.bronmappen

    def _met_offertes(self, interventie: Interventie) -> Interventie:
        if eigen := self.eigen_bronnen(interventie):
            interventie = met_eigen_prijs(interventie, eigen)
        for offerte in sorted(self.opgave.offertes, key=attrgetter("is_van_variant")):
            if offerte.wat.partition("/")[0] == interventie.id:
                interventie = met_offerte(interventie, offerte)
        return interventie

    def aanbod_voor(self, cellen: Sequence[Plancel], interventies: Sequence[Interventie]) -> Celaanbod:
        """The options of some interventions, of which the prices may be others than published."""
        opties: list[Celoptie] = []
        te_klein: dict[str, list[Afvaller]] = {cel.naam: [] for cel in cellen}
        kandidaten = Kandidaten(interventies, self.opgave.niet)
        per_groep: dict[str, dict[tuple[str, str], list[Celoordeel]]] = {}
        for cel in cellen:
            groot_genoeg = []
            for een in self._beoordelaar.passend(cel, kandidaten):
                if een.variant.taalgroep in (Taalgroep.GEMENGD, Taalgroep.ZONDER_TAAL):
                    wat = (een.interventie.id, een.variant.id)
                    per_groep.setdefault(cel.groep, {}).setdefault(wat, []).append(een)
                reden = self._te_klein(een.variant, cel.mensen, eis=True)
                if reden and not een.is_vast:
                    te_klein[cel.naam].append(Afvaller(een.interventie, een.variant, Open(GROOTTE, reden)))
                else:
                    groot_genoeg.append(een)
            opties += self._per_cel(groot_genoeg)
        for per_variant in per_groep.values():
            for oordelen in per_variant.values():
                opties += self._samen(sorted(oordelen, key=lambda een: een.cel.naam))

        def afvallers(cel: Plancel) -> list[Afvaller]:
            return [*self._beoordelaar.afvallers(cel, kandidaten), *te_klein[cel.naam]]

        return Celaanbod(opties, afvallers)

    def kantelt(self, optie: Celoptie, erbij: int) -> bool:
        """Whether so many people more make another number of groups, or groups of which the size is a question."""
        hoogste = optie.grootste_groep
        nu, dan = (
            (hoogste and aantal_groepen(mensen, hoogste), self._te_klein(optie.variant, mensen) is None)
            for mensen in (optie.mensen, optie.mensen + erbij)
        )
        return nu != dan

    def optie_voor(self, optie: Celoptie, cellen: Sequence[Plancel]) -> Celoptie | None:
        """The same option for other people in its cells; None when it is none then."""
        opties = self.aanbod_voor(cellen, [optie.interventie]).opties
        return next((een for een in opties if een.sleutel == optie.sleutel), None)

    # --- size and price -------------------------------------------------------------------

    def _per_cel(self, passend: Iterable[Celoordeel]) -> Iterator[Celoptie]:
        """The options of one cell; of an intervention only the variants of which the least is unknown."""
        per_interventie: dict[str, list[Celoordeel]] = {}
        for een in passend:
            per_interventie.setdefault(een.interventie.id, []).append(een)
        for varianten in per_interventie.values():
            afstanden = [een.afstand for een in varianten]
            kleinste = min(afstanden)
            for een, afstand in zip(varianten, afstanden, strict=True):
                zo_vast = self.opgave.vast.get(een.cel.naam) == f"{een.interventie.id}/{een.variant.id}"
                if zo_vast or afstand == kleinste:
                    yield from self._opties([een])

    def _samen(self, oordelen: Sequence[Celoordeel]) -> Iterator[Celoptie]:
        """The options of cells of one group together, where that makes fewer groups or groups that are large enough."""
        variant, aantal = oordelen[0].variant, len(oordelen)
        hoogste = self._grootste_groep(variant)
        if not hoogste:
            return
        tellen = range(2, aantal + 1) if aantal <= MEESTE_TALEN else [aantal]
        for deel in (deel for k in tellen for deel in combinations(oordelen, k)):
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

    def _opties(self, delen: Sequence[Celoordeel]) -> Iterator[Celoptie]:
        """The option at each published price."""
        een = delen[0]
        mensen = sum(deel.cel.mensen for deel in delen)
        vooraf = list(dict.fromkeys(open_ for deel in delen for open_ in deel.open()))
        if reden := self._te_klein(een.variant, mensen):
            vooraf.append(Open(GROOTTE, reden))
        if is_in_groepen(een.variant) and not (een.variant.groepsgrootte and een.variant.groepsgrootte.max):
            vooraf.append(Open(GROOTTE, "niet gepubliceerd"))
        for raming in self.ramingen(een.interventie, een.variant, mensen):
            yield self._optie(delen, vooraf, raming)

    def _optie(self, delen: Sequence[Celoordeel], vooraf: Sequence[Open], raming: Kostenraming) -> Celoptie:
        """``vooraf``: what is open, whatever the price."""
        interventie, variant = delen[0].interventie, delen[0].variant
        cellen = tuple(deel.cel for deel in delen)
        mensen = sum(cel.mensen for cel in cellen)
        is_bekend = (
            raming.status in (Kostenstatus.BEKEND, Kostenstatus.KOSTELOOS) and raming.totaal is not None
        )
        open_ = [*vooraf]
        if not is_bekend:
            open_.append(Open(PRIJS, partial(self._prijs_open, raming)))
        elif (
            raming.status is Kostenstatus.KOSTELOOS
            and self._kosteloos(interventie, variant) is not Uitkomst.PAST
        ):
            open_.append(Open(PRIJS, "soms kosteloos; vraag of dat hier geldt"))
        elif van := _van_elders(raming, cellen):
            open_.append(Open(PRIJS, f"prijs in {opsomming(van)}; vraag of die hier ook geldt"))
        if is_bekend and any(deel.met_tolk for deel in delen) and not self._is_tolk_geteld(raming):
            open_.append(Open(TOLK, "nodig voor deze taal; wat die kost, is niet bekend"))
        return Celoptie(
            wat=f"{interventie.id}/{variant.id} {raming.omschrijving}".strip(),
            interventie=interventie,
            variant=variant,
            omschrijving=raming.omschrijving,
            cellen=cellen,
            celnamen=tuple(cel.naam for cel in cellen),
            groepen=self._groepen_van(raming, variant, mensen),
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

    def _groepen_van(self, raming: Kostenraming, variant: Variant, mensen: int) -> int | None:
        """How many groups an estimate counts, or its size tells where it has no price."""
        if raming.status is Kostenstatus.OP_AANVRAAG or raming.groepen is None:
            return self._groepen(variant, mensen)
        return raming.groepen.tot

    def _groepen(self, variant: Variant, mensen: int) -> int | None:
        """How many groups it takes, also where there is no price to compute."""
        hoogste = self._grootste_groep(variant)
        return aantal_groepen(mensen, hoogste) if hoogste else None

    def _grootste_groep(self, variant: Variant, post: Kostenpost | None = None) -> int | None:
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
        wat = (id(interventie), variant.id)
        if wat in self._op_aanvraag:
            return self._op_aanvraag[wat]
        if (*wat, mensen) not in self._ramingen:
            aannames = self.aannames._replace(deelnemers=mensen, budget=None)
            ramingen = bereken_kosten([(interventie, [variant])], aannames, self.catalogus.begrippen)
            if all(raming.status is Kostenstatus.OP_AANVRAAG for raming in ramingen):
                self._op_aanvraag[wat] = ramingen
            self._ramingen[*wat, mensen] = ramingen
        return self._ramingen[*wat, mensen]


def _van_elders(raming: Kostenraming, cellen: Sequence[Plancel]) -> tuple[str, ...]:
    """Of what places a price is, where these people are asked for somewhere else, or nobody said where."""
    daar = [post.plaatsen for post in raming.posten if post.plaatsen]
    hier = {vlak(plaats) for cel in cellen for plaats in cel.vraag.get("regio", ())} if daar else set()
    return next((plaatsen for plaatsen in daar if not hier or not hier <= {*map(vlak, plaatsen)}), ())


def _samenkoop(afname: Afname) -> Samenkoop:
    """What of a price counts for the whole plan together: of the same price in all cells."""
    post = afname.post
    minste = post.minimum_eenheden or (0 if afname.aantal else 1)
    laagst, hoogst = staffels(post, afname.perioden, minste)
    wat = f"{afname.id} {post.variant or ''} {post.soort} {post.eenheid} {hoogst.treden} {laagst.treden[0]}"
    return Samenkoop(wat, afname.aantal, hoogst, laagst)
