"""The decision memo of a plan: page one is the decision, then the plans, the options in them, and how to go on."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lpi_cli.catalogus import Catalogus
from lpi_cli.kern.begrip import aantal_van, naam
from lpi_cli.kern.filters import FILTERS, TAAL, gevraagde_groep
from lpi_cli.kern.kies import aandachtspunten
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.leeftijd import Leeftijdsvraag
from lpi_cli.kern.plan.aanbod import Celoptie, Optiestatus
from lpi_cli.kern.plan.bestelling import is_ongeveer
from lpi_cli.kern.plan.opgave import Offerte, Plancel
from lpi_cli.kern.plan.plannen import Plan
from lpi_cli.kern.rapportplan import Planopdracht, Planoptie, planopties
from lpi_cli.kern.vind import vind_wat
from lpi_cli.kern.zinnen import dag_in_woorden, euro, opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Punten, Toon, Velden
from lpi_cli.weergave.kostenwoorden import aannames_in_woorden, zin
from lpi_cli.weergave.optie import OPZET, Optieverhaal
from lpi_cli.weergave.plan import Planverslag, planbeeld
from lpi_cli.weergave.planwoorden import (
    aantal_mensen,
    bedrag,
    bereik_in_euro,
    cel_in_woorden,
    cellen_in_woorden,
    in_namen,
    wat_naam,
)
from lpi_cli.weergave.rapportdelen import INVULLEN, OF_NIETS, ZO_GEREKEND, Notitiedelen, welk_geld
from lpi_cli.weergave.vraag import woorden_in_woorden


def planrapportbeeld(opdracht: Planopdracht, catalogus: Catalogus) -> Beeld:
    """For people the memo; for programs and spreadsheets the plans, as ``lpi plan`` gives them."""
    notitie = _Plannotitie(opdracht, catalogus)
    return planbeeld(opdracht.plannen, catalogus, opdracht.datum, notitie.blokken, opdracht.van or "")


class _Plannotitie(Notitiedelen):
    """The memo of a plan, section by section."""

    def __init__(self, opdracht: Planopdracht, catalogus: Catalogus) -> None:
        self.opdracht, self.opgave = opdracht, opdracht.plannen.opgave
        super().__init__(opdracht, [gevraagde_groep(cel.vraag) for cel in self.opgave.cellen], catalogus)
        self.keus = in_namen(catalogus)
        self.verslag = Planverslag(opdracht.plannen, self.keus)
        opties = planopties(opdracht, catalogus)
        self.verhalen = [_Planverhaal(optie, opdracht.datum, catalogus) for optie in opties]
        punten = (punt for cel in self.opgave.cellen for punt in aandachtspunten(catalogus, cel.vraag))
        self.punten = list(dict.fromkeys(punten))

    def blokken(self) -> Iterator[Blok]:
        yield Kop(" ".join(["Keuze van een plan", *self._voor()]), 1)
        yield from self._besluit()
        yield from self.verslag.elk_plan(self.opdracht.eerste, nieuw_blad=True)
        if self.verhalen:
            yield Alinea(f"Noten: {'; '.join(self.verslag.noten)}.", Toon.ZACHT)
            yield Kop("De opties in de plannen")
            gezegd: dict[str, set[str]] = {}
            for verhaal in self.verhalen:
                verhaal.gezegd = gezegd.setdefault(verhaal.interventie.id, set())
                yield from verhaal.blokken()
            yield from self._niets_nieuws()
        yield from self.verslag.vragen()
        yield from self.verslag.opleiding()
        getoond = [verhaal.interventie for verhaal in self.verhalen]
        yield from self._slot(getoond, self.punten, list(self._stappen()), self._werkwijze())

    def _voor(self) -> list[str]:
        return [f"voor {self.opgave.naam}"] if self.opgave.naam else []

    # --- page one -----------------------------------------------------------------------

    def _besluit(self) -> Iterator[Blok]:
        yield self._hoofd()
        yield Kop("De vraag")
        yield Alinea(" ".join(self._vraag()))
        groepen: dict[str, list[Plancel]] = {}
        for cel in self.opgave.cellen:
            groepen.setdefault(cel.groep, []).append(cel)
        yield Velden([(groep, [self._groep(cellen)]) for groep, cellen in groepen.items()])
        yield Kop("Wat kan")
        yield from self.verslag.naast_elkaar()
        yield Alinea(self.verslag.legenda(), Toon.ZACHT)
        yield Kop("Voorstel")
        yield Velden(list(self._voorstel()))
        yield Kop("Wat wij u vragen")
        yield Punten(list(self._gevraagd()), afvinken=True)

    def _vraag(self) -> Iterator[str]:
        budget = self.opgave.budget
        geld = "; een budget is niet gegeven" if budget is None else f", met een budget van {euro(budget)}"
        mensen = aantal_mensen(self.opgave.mensen)
        yield f"Welke laagdrempelige psychosociale interventies (LPI's) passen bij {mensen}{geld}?"
        if self.opgave.periode:
            yield f"Periode: {self.opgave.periode}."
        yield f"Wat het zwaarst weegt, eerst: {', '.join(self.opgave.weging)}."
        if gegeven := aannames_in_woorden(self.opdracht.aannames):
            yield f"Gerekend met: {opsomming(gegeven)}."
        yield from self._besloten()

    def _besloten(self) -> Iterator[str]:
        """What was settled before there was a plan: what is taken for whom, what is not, and which quotes came in."""
        vast: dict[str, list[Plancel]] = {}
        for cel in self.opgave.cellen:
            if wat := self.opgave.vast.get(cel.naam):
                vast.setdefault(self._wat(wat), []).append(cel)
        if vast:
            delen = (
                f"{wat} voor {cellen_in_woorden(cellen, self.catalogus)}" for wat, cellen in vast.items()
            )
            yield f"Al besloten: {opsomming(delen)}."
        if self.opgave.niet:
            yield f"Doet niet mee: {opsomming(map(self._wat, self.opgave.niet))}."
        if offertes := [self._offerte(offerte) for offerte in self.opgave.offertes]:
            yield f"Ontvangen offertes: {opsomming(offertes)}."

    def _wat(self, wat: str) -> str:
        """By its name what is given as an id, or id and variant."""
        return vind_wat(self.catalogus, wat, ook_gestopt=True).naam

    def _offerte(self, offerte: Offerte) -> str:
        """``BAMBOO Youth € 2.900 per groep, van 1 oktober 2026``."""
        van = f", van {dag_in_woorden(offerte.datum)}" if offerte.datum else ""
        per = naam(offerte.per, self.catalogus.begrippen["eenheid"])
        return f"{self._wat(offerte.wat)} {euro(offerte.bedrag)} {per}{van}"

    def _groep(self, cellen: Sequence[Plancel]) -> str:
        """Who a group is, each part of the question once; with the languages where it differs for these."""
        talen = [f"{cel.mensen} {self._taal(cel)}" for cel in cellen if cel.taal]
        per_taal = f": {opsomming(talen)}" if talen else ""
        delen = [f"{aantal_mensen(sum(cel.mensen for cel in cellen))}{per_taal}"]
        for filter_ in FILTERS:
            per: dict[str, list[Plancel]] = {}
            for cel in cellen:
                if filter_ is not TAAL and (woorden := cel.vraag.get(filter_.naam)):
                    wie = woorden_in_woorden(filter_.naam, woorden, self.catalogus)
                    per.setdefault(wie, []).append(cel)
            gezegd = [
                f"{wie} ({opsomming(map(self._taal, van))})" if len(van) < len(cellen) else wie
                for wie, van in per.items()
            ]
            delen += [f"{filter_.naam}: {opsomming(gezegd)}"] if gezegd else []
        return "; ".join(delen)

    def _taal(self, cel: Plancel) -> str:
        return naam(cel.taal or "", self.catalogus.begrippen["taal"])

    def _voorstel(self) -> Iterator[tuple[str, Sequence[str]]]:
        """What is proposed, why, for how much and how sure; lines to fill in where nobody said."""
        voorstel = self.opdracht.voorstel
        plannen = [voorstel.plan] if voorstel else self.opdracht.plannen.plannen
        yield "Wij stellen voor", [self._inhoud(voorstel.plan) if voorstel else INVULLEN]
        yield "Omdat", [(voorstel.reden if voorstel else None) or INVULLEN]
        yield "Kosten", [f"Plan {plan.naam}: {self._kosten(plan)}" for plan in plannen]
        wat = {self.keus.wat(een) for plan in plannen for een in plan.regels}
        over = [verhaal for verhaal in self.verhalen if verhaal.titel in wat]
        yield "Hoe zeker", [*(f"Plan {p.naam}: {_hoe_zeker(p)}" for p in plannen), *self._zekerheid(over)]

    def _inhoud(self, plan: Plan) -> str:
        """What is taken for whom, in a line."""
        per: dict[str, list[Plancel]] = {}
        for een in plan.regels:
            per.setdefault(self.keus.wat(een), []).extend(een.cellen)
        delen = [f"{wat} voor {cellen_in_woorden(cellen, self.catalogus)}" for wat, cellen in per.items()]
        return f"Plan {plan.naam}: {'; '.join(delen)}."

    def _kosten(self, plan: Plan) -> str:
        """What is certain to be paid, what is left, and which prices are still to come."""
        ongeveer = "ongeveer " * is_ongeveer(plan.regels)
        delen = [f"{'ten minste ' * plan.is_ondergrens}{ongeveer}{bereik_in_euro(plan.zeker)} bekend"]
        if plan.rest is not None:
            wat = "te veel" if plan.rest < 0 else "over van het budget"
            grens = "ten hoogste " * (plan.is_ondergrens and plan.rest > 0)
            delen.append(f"{grens}{ongeveer}{euro(centen(abs(plan.rest)))} {wat}")
        if offertes := self._op_offerte([plan]):
            delen.append(f"nog een offerte nodig voor {opsomming(offertes)}")
        return f"{'; '.join(delen)}."

    def _op_offerte(self, plannen: Iterable[Plan]) -> list[str]:
        """Of what the price is still to be asked."""
        return list(
            dict.fromkeys(self.keus.wat(een) for p in plannen for een in p.regels if een.totaal is None)
        )

    def _gevraagd(self) -> Iterator[str]:
        voorstel = self.opdracht.voorstel
        if not self.verhalen:
            yield f"Kies wat aan het plan ruimer kan, {OF_NIETS}."
            return
        if voorstel:
            yield f"Stem in met plan {voorstel.plan.naam}, kies een ander plan, {OF_NIETS}."
        else:
            yield f"Kies een plan, {OF_NIETS}."
        yield welk_geld(self.opgave.budget)
        if offertes := self._op_offerte([voorstel.plan] if voorstel else self.opdracht.plannen.plannen):
            yield f"Geef opdracht om offertes te vragen voor {opsomming(offertes)}."
        if self.opdracht.plannen.vragen:
            yield "Geef opdracht om na te vragen wat nog open is. Wat en bij wie, staat bij ‘Vraag dit eerst na’."

    # --- how to go on, and how it was made ------------------------------------------------

    def _stappen(self) -> Iterator[str]:
        if any(plan.hoogstens for plan in self.opdracht.plannen.plannen):
            yield "Vraag de offertes aan. Tot welk bedrag een offerte past, is alleen voor uzelf: zet het niet in een aanvraag."
        yield "Vraag na wat open is, reken het plan opnieuw uit en kies. Schrijf op waarom, en hoe u volgt of het werkt."

    def _werkwijze(self) -> Iterator[str]:
        yield (
            "De plannen zijn de beste verdelingen in de volgorde van wat het zwaarst weegt; elk geeft iets anders op. "
            "Eerst telt wat een prijs heeft; wie dan niets heeft, krijgt iets waarvan de prijs nog gevraagd moet worden."
        )
        yield ZO_GEREKEND


def _hoe_zeker(plan: Plan) -> str:
    """For how many people all fits, something is open, the price is, or there is nothing.

    Where all fits, something may come on top of the price, or the price may be another by now.
    """
    na_te_vragen = any(een.let_op for een in plan.regels if een.status is Optiestatus.ZEKER)
    delen = [
        (
            plan.zekerheid,
            f"past alles en zijn grootte en prijs bekend{', al is nog iets na te vragen' * na_te_vragen}",
        ),
        (plan.dekking - plan.zekerheid, "is de prijs bekend, maar staat nog iets open"),
        (plan.op_offerte, "is de prijs nog niet bekend"),
        (plan.mensen - plan.dekking - plan.op_offerte, "is er niets"),
    ]
    return f"{'; '.join(f'bij {aantal_mensen(aantal)} {wat}' for aantal, wat in delen if aantal)}."


class _Planverhaal(Optieverhaal):
    """What the memo says of a variant in the plans: for whom, what fits there, and what is open."""

    def __init__(self, planoptie: Planoptie, vandaag: date, catalogus: Catalogus) -> None:
        super().__init__(planoptie.optie, planoptie.groep, vandaag, catalogus)
        self.planoptie = planoptie
        self.gezegd: set[str] = set()
        """What was told to mind of another variant."""

    @property
    def titel(self) -> str:
        return wat_naam(self.planoptie.inzet[0][0])

    @property
    def leeftijden(self) -> Sequence[Leeftijdsvraag]:
        return self.planoptie.leeftijden

    def _velden(self) -> Iterator[tuple[str, Sequence[str]]]:
        inzet = self.planoptie.inzet
        per_plannen: dict[str, list[str]] = {}
        for een, plannen in inzet:
            per_plannen.setdefault(opsomming(sorted(plannen)), []).append(self._regel(een))
        yield "Waarvoor", [f"Plan {plannen}: {'; '.join(delen)}" for plannen, delen in per_plannen.items()]
        past = [(reden, cel) for reden, cel in self.planoptie.past if reden.onderdeel not in OPZET]
        talen = dict.fromkeys(str(reden) for reden, _ in past if reden.onderdeel == TAAL.naam)
        rest = ((str(reden), [cel]) for reden, cel in past if reden.onderdeel != TAAL.naam)
        if regels := "; ".join([*self._per_cel(rest), *talen]):
            yield "Past bij", [regels]
        open_ = ((str(vraag), een.cellen) for een, _ in inzet for vraag in een.openstaand)
        if regels := "; ".join(self._per_cel(open_)):
            yield "Nog open", [f"{zin(regels)}."]
        yield from super()._velden()

    def _regel(self, een: Celoptie) -> str:
        """``volwassenen, Arabisch (20 mensen, 2 groepen, € 24.000)``."""
        eenheden = self.catalogus.begrippen["eenheid"]
        groepen = [aantal_van(een.groepen, "groep", eenheden)] if een.groepen else []
        prijs = f"{een.omschrijving}: {bedrag(een)}" if een.omschrijving else bedrag(een)
        return f"{cel_in_woorden(een.cellen, self.catalogus)} ({', '.join([aantal_mensen(een.mensen), *groepen, prijs])})"

    def beperkingen(self) -> list[str]:
        """Without what was told of another variant of it."""
        alle = super().beperkingen()
        nieuw = [regel for regel in alle if regel not in self.gezegd]
        self.gezegd.update(alle)
        return nieuw or ["Hetzelfde als hierboven."]

    def _per_cel(self, gezegd: Iterable[tuple[str, Sequence[Plancel]]]) -> Iterator[str]:
        """What is said of cells, each once; with their names when it does not hold for all."""
        per_tekst: dict[str, dict[str, Plancel]] = {}
        for tekst, cellen in gezegd:
            per_tekst.setdefault(tekst, {}).update((cel.naam, cel) for cel in cellen)
        for tekst, van in per_tekst.items():
            alle = len(van) == len(self.planoptie.cellen)
            yield tekst if alle else f"{tekst} (bij {cellen_in_woorden(van.values(), self.catalogus)})"

    def kosten(self) -> list[str]:
        """What the sources say; what these groups cost stands with what it is for."""
        return self.gepubliceerde_kosten()
