"""At most three plans that differ in what they give up, what is left open in each, and what would change them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Interventie
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.filters import LEEFTIJD
from lpi_cli.kern.kosten import CENT
from lpi_cli.kern.plan.aanbod import AANBOD, Afvaller, Celaanbod, Celoptie, Open
from lpi_cli.kern.plan.bestelling import als_een_bestelling, in_plaats_van, is_ondergrens, som_van
from lpi_cli.kern.plan.keuring import Keuring
from lpi_cli.kern.plan.kiezen import Gekozen, Kiezer, Optieruimte, celnamen, sleutels, wegingen, zelfde
from lpi_cli.kern.plan.opgave import Opgave, Plancel, Plancriterium, noemt
from lpi_cli.kern.plan.prijzen import andere_prijzen
from lpi_cli.kern.plan.samen import GRATIS

NAMEN = "ABC"
"""Of the plans; there are as many at most."""


class Tekort(NamedTuple):
    """What would do, and costs so much more than there is."""

    optie: Celoptie
    tekort: Decimal
    """Euros."""


class NietGedekt(NamedTuple):
    """A cell for which a plan has nothing, and why."""

    cel: Plancel
    tekorten: tuple[Tekort, ...]
    """What would do with more money, cheapest first."""
    afvallers: tuple[Afvaller, ...]
    """What just falls off; told where no money helps."""


class Hoogstens(NamedTuple):
    """What a missing price may be at most, when the others of the plan cost nothing."""

    optie: Celoptie
    per: str
    """Code of a unit: ``groep`` or ``deelnemer``."""
    aantal: int
    bedrag: Decimal
    """Whole cents, rounded down: more does not fit."""


class Kantelsoort(StrEnum):
    PRIJS = "prijs"
    MENSEN = "mensen"
    ANTWOORD = "antwoord"


class Kantelpunt(NamedTuple):
    """What would change a plan: another price, one person more or less, or an answer."""

    soort: Kantelsoort
    optie: Celoptie
    """What it is about, as it is then; with people: None of its cells can have it when ``regels`` is empty."""
    regels: tuple[Celoptie, ...] | None
    """The plan as it would be; None: the same choices."""
    zeker: Bedragbereik | None
    """What the plan would cost; None where it is about people and no price is known."""
    is_ondergrens: bool
    bron: str | None = None
    """The source of the other price."""
    eerder: Celoptie | None = None
    """With people: the option as it is now."""
    mensen: int = 0
    """With people: one more or one less."""
    is_te_duur: bool = False
    """With people: the plan does not fit the budget then."""
    vraag: Open | None = None
    """The question that would be answered with yes."""


class Plan(NamedTuple):
    """A choice for the cells, with what it costs and leaves open; amounts in euros."""

    naam: str
    weging: tuple[Plancriterium, ...]
    regels: tuple[Celoptie, ...]
    niet_gedekt: tuple[NietGedekt, ...]
    zeker: Bedragbereik
    """What is known to be paid, the least and the most."""
    is_ondergrens: bool
    rest: Decimal | None
    """What is left of the budget; less than nothing where fixed choices cost more. None: no budget was given."""
    dekking: int
    """People with an option at a known price."""
    op_offerte: int
    """People with an option of which the price is to be asked."""
    zekerheid: int
    """Of these, people with an option of which nothing is open."""
    voorselectie: int
    """People with an option that LOOP chose, at a known price or not."""
    hoogstens: tuple[Hoogstens, ...]
    kantelpunten: tuple[Kantelpunt, ...]

    @property
    def mensen(self) -> int:
        """All, covered or not."""
        return self.dekking + self.op_offerte + sum(een.cel.mensen for een in self.niet_gedekt)


class Gelijk(NamedTuple):
    """Another choice that is exactly as good: the lines in which it differs."""

    plan: str
    in_plaats_van: tuple[Celoptie, ...]
    regels: tuple[Celoptie, ...]


class Planvraag(NamedTuple):
    """Something open that changes plans, with which ones."""

    interventie: Interventie
    onderdeel: str
    teksten: tuple[str, ...]
    cellen: tuple[str, ...]
    verandert: tuple[str, ...]


class Plannen(NamedTuple):
    """The plans, what sets them apart, and what to ask."""

    opgave: Opgave
    plannen: tuple[Plan, ...]
    gelijk: tuple[Gelijk, ...]
    vragen: tuple[Planvraag, ...]
    tekort: Tekort | None
    """The least that is missing, where nothing with a known price fits."""
    aanbod: Celaanbod
    """All that was looked at."""

    @property
    def ongebruikte_offertes(self) -> list[str]:
        """What a quote is for that no cell can have."""
        kan = {(een.interventie.id, een.variant.id) for een in self.aanbod.opties}
        return [
            een.wat for een in self.opgave.offertes if not any(noemt(een.wat, *variant) for variant in kan)
        ]


def maak_plannen(opgave: Opgave, catalogus: Catalogus, vandaag: date, aannames: Aannames) -> Plannen:
    """One to three plans. Raises ``Vraagfout`` for an unknown word in the question of a cell.

    ``aannames``: what is counted with; its number of people does not matter.
    """
    return _Planner(opgave, Keuring(opgave, catalogus, vandaag, aannames)).plannen()


class _Planner:
    def __init__(self, opgave: Opgave, keuring: Keuring) -> None:
        self.opgave, self.keuring = opgave, keuring
        self.opties = keuring.aanbod.opties
        self.kiezer = Kiezer(opgave, self.opties)

    def plannen(self) -> Plannen:
        alle = [self.kiezer.kies(weging) for weging in wegingen(self.opgave.weging)]
        keuzes: list[Gekozen] = []
        for gekozen in alle:
            if gekozen.gelijk[0] and all(gekozen.is_nieuw(eerder) for eerder in keuzes):
                keuzes.append(gekozen)
        met_naam = [*zip(NAMEN, keuzes or alle[:1], strict=False)]
        plannen = tuple(self._plan(naam, gekozen) for naam, gekozen in met_naam)
        return Plannen(
            self.opgave,
            plannen,
            tuple(een for naam, gekozen in met_naam for een in _gelijk(naam, gekozen)),
            _vragen(plannen),
            self._minste_tekort(plannen),
            self.keuring.aanbod,
        )

    def _minste_tekort(self, plannen: Sequence[Plan]) -> Tekort | None:
        """What would have to give: with how much more money the first people could be reached."""
        budget = self.opgave.budget
        bekend = [een for een in self.opties if een.totaal is not None and self.kiezer.mag(een)]
        if budget is None or any(plan.dekking for plan in plannen) or not bekend:
            return None
        goedkoopst = min(bekend, key=lambda een: (een.bedrag_minstens, len(een.open), *een.sleutel))
        return Tekort(goedkoopst, goedkoopst.bedrag_minstens - budget)

    # --- one plan -------------------------------------------------------------------------

    def _plan(self, naam: str, gekozen: Gekozen) -> Plan:
        regels = gekozen.regels
        zeker = som_van(regels)
        rest = None if self.opgave.budget is None else self.opgave.budget - zeker.tot
        bekend = [een for een in regels if een.totaal is not None]
        return Plan(
            naam=naam,
            weging=gekozen.weging,
            regels=als_een_bestelling(regels),
            niet_gedekt=tuple(self._niet_gedekt(regels, rest)),
            zeker=zeker,
            is_ondergrens=is_ondergrens(regels),
            rest=rest,
            dekking=sum(een.mensen for een in bekend),
            op_offerte=sum(een.mensen for een in regels) - sum(een.mensen for een in bekend),
            zekerheid=sum(een.mensen for een in bekend if not een.open),
            voorselectie=sum(een.mensen for een in regels if een.interventie.voorselectie),
            hoogstens=tuple(_hoogstens(regels, rest)),
            kantelpunten=(
                *self._andere_prijzen(gekozen),
                *self._een_mens(regels),
                *self._antwoorden(gekozen),
            ),
        )

    def _niet_gedekt(self, regels: Sequence[Celoptie], rest: Decimal | None) -> Iterator[NietGedekt]:
        gedekt = celnamen(regels)
        for cel in self.opgave.cellen:
            if cel.naam in gedekt:
                continue
            kan = sorted(
                (een for een in self.opties if een.cellen == (cel,) and self.kiezer.mag(een)),
                key=lambda een: (een.bedrag_minstens, bool(een.open), een.wat),
            )
            erbij = [(een, som_van([*regels, een]).tot - som_van(regels).tot) for een in kan]
            tekorten = [
                Tekort(een, bedrag - rest) for een, bedrag in erbij if rest is not None and bedrag > rest
            ]
            afvallers = sorted(self.keuring.aanbod.afvallers(cel), key=self._staat_achteraan)
            yield NietGedekt(cel, tuple(tekorten[:2]), () if tekorten else tuple(afvallers))

    def _staat_achteraan(self, een: Afvaller) -> tuple[bool, bool]:
        """First what one does not want oneself, last what is for other people."""
        is_geweigerd = any(noemt(wat, een.interventie.id, een.variant.id) for wat in self.opgave.niet)
        return not is_geweigerd, een.waarom.onderdeel in (AANBOD, LEEFTIJD.naam)

    # --- what would change it -----------------------------------------------------------------

    def _andere_prijzen(self, gekozen: Gekozen) -> Iterator[Kantelpunt]:
        for interventie, bron, ruimte in self._met_andere_prijs:
            nieuw = self.kiezer.anders(ruimte, gekozen)
            erin = [
                een
                for een in nieuw
                if een.interventie is interventie and een.raming.post and een.raming.post.bron == bron
            ]
            if not erin or som_van(nieuw) == som_van(gekozen.regels):
                continue
            anders = None if zelfde(nieuw, gekozen.regels) else nieuw
            yield Kantelpunt(
                Kantelsoort.PRIJS, erin[0], anders, som_van(nieuw), is_ondergrens(nieuw), bron=bron
            )

    @cached_property
    def _met_andere_prijs(self) -> list[tuple[Interventie, str, Optieruimte]]:
        """Per price of another source: the intervention at that price, the source, and all options then."""
        bekend = [een for een in self.opties if een.totaal is not None]
        anders = []
        for interventie in {een.interventie.id: een.interventie for een in bekend}.values():
            for bron, geprijsd in andere_prijzen(interventie, self.keuring.eigen_bronnen(interventie)):
                waar = celnamen(een for een in self.opties if een.interventie is interventie)
                cellen = [cel for cel in self.opgave.cellen if cel.naam in waar]
                opties = self.keuring.aanbod_voor(cellen, [geprijsd]).opties
                nieuw = [een for een in opties if een.totaal is not None]
                andere = [een for een in bekend if een.interventie is not interventie]
                ruimte = self.kiezer.ruimte(self.kiezer.zinvol([*andere, *nieuw]))
                anders.append((geprijsd, bron, ruimte))
        return anders

    def _een_mens(self, regels: Sequence[Celoptie]) -> Iterator[Kantelpunt]:
        """One person more or less, where that changes the number of groups or whether it can be done."""
        for een in regels:
            grootste = max(een.cellen, key=lambda cel: cel.mensen)
            for erbij in (-1, 1):
                if grootste.mensen + erbij < 1 or not self.keuring.kantelt(een, erbij):
                    continue
                anders = grootste._replace(mensen=grootste.mensen + erbij)
                cellen = [anders if cel is grootste else cel for cel in een.cellen]
                ander = self.keuring.optie_voor(een, cellen)
                if ander is not None and _is_zelfde_soort(een, ander):
                    continue
                nieuw = ander and in_plaats_van(een, ander, regels)
                yield Kantelpunt(
                    Kantelsoort.MENSEN,
                    nieuw or een,
                    regels=None if nieuw else (),
                    zeker=nieuw.totaal if nieuw else None,
                    is_ondergrens=nieuw is not None and nieuw.is_ondergrens,
                    eerder=in_plaats_van(een, een, regels),
                    mensen=erbij,
                    is_te_duur=ander is not None and self._is_te_duur(een, ander, regels),
                )

    def _is_te_duur(self, een: Celoptie, ander: Celoptie, regels: Sequence[Celoptie]) -> bool:
        """Whether the plan only fits without an option in the place of a line."""
        dan = som_van([ander, *(regel for regel in regels if regel is not een)])
        budget = self.opgave.budget
        return budget is not None and som_van(regels).tot <= budget < dan.tot

    def _antwoorden(self, gekozen: Gekozen) -> Iterator[Kantelpunt]:
        """A question of which the answer "yes" would make something certain that the plan then takes."""
        for vraag, ruimte in self._met_antwoord.items():
            nieuw = self.kiezer.anders(ruimte, gekozen)
            if zelfde(nieuw, gekozen.regels):
                continue
            erin = [(een, open_) for een in nieuw if (open_ := self._was_open(een, *vraag)) is not None]
            if erin:
                optie, open_ = erin[0]
                yield Kantelpunt(
                    Kantelsoort.ANTWOORD, optie, nieuw, som_van(nieuw), is_ondergrens(nieuw), vraag=open_
                )

    def _was_open(self, optie: Celoptie, id_: str, onderdeel: str) -> Open | None:
        """What was open of an option before the question was answered."""
        if optie.interventie.id != id_:
            return None
        eerder = self._per_sleutel[optie.sleutel]
        return next((open_ for open_ in eerder.open if open_.onderdeel == onderdeel), None)

    @cached_property
    def _per_sleutel(self) -> dict[tuple[str, tuple[str, ...]], Celoptie]:
        return {een.sleutel: een for een in self.opties}

    @cached_property
    def _met_antwoord(self) -> dict[tuple[str, str], Optieruimte]:
        """What matters when the answer is yes; per question that alone keeps a priced option from being certain."""
        anders: dict[tuple[str, str], list[Celoptie]] = {}
        for een in self.opties:
            onderdelen = list({open_.onderdeel for open_ in een.open})
            if een.totaal is not None and len(onderdelen) == 1 and self.kiezer.mag(een):
                anders.setdefault((een.interventie.id, onderdelen[0]), []).append(een._replace(open=()))
        met: dict[tuple[str, str], Optieruimte] = {}
        for vraag, zeker in sorted(anders.items(), key=lambda paar: paar[0]):
            cellen = {een.celnamen for een in zeker}
            blijft = self.kiezer.zinvol(
                [*zeker, *(een for een in self.kiezer.bekend if een.celnamen in cellen)]
            )
            if not {id(een) for een in zeker}.isdisjoint(map(id, blijft)):
                rest = (een for een in self.kiezer.bekend if een.celnamen not in cellen)
                met[vraag] = self.kiezer.ruimte([*blijft, *rest])
        return met


def _vragen(plannen: Sequence[Plan]) -> tuple[Planvraag, ...]:
    """What is open in the plans, and what would change them; what changes most first."""
    per_vraag: dict[tuple[str, str], list[tuple[str, Celoptie, Open]]] = {}
    for plan in plannen:
        in_plan = [(een, open_) for een in plan.regels for open_ in een.openstaand]
        in_plan += [(punt.optie, punt.vraag) for punt in plan.kantelpunten if punt.vraag is not None]
        for een, open_ in in_plan:
            per_vraag.setdefault((een.interventie.id, open_.onderdeel), []).append((plan.naam, een, open_))
    vragen = [
        Planvraag(
            interventie=keren[0][1].interventie,
            onderdeel=onderdeel,
            teksten=tuple(dict.fromkeys(open_.tekst for _, _, open_ in keren)),
            cellen=tuple(sorted(celnamen(een for _, een, _ in keren))),
            verandert=tuple(dict.fromkeys(naam for naam, _, _ in keren)),
        )
        for (_, onderdeel), keren in per_vraag.items()
    ]
    vragen.sort(key=lambda v: (-len(v.verandert), -len(v.cellen), v.interventie.id, v.onderdeel))
    return tuple(vragen)


def _hoogstens(regels: Sequence[Celoptie], rest: Decimal | None) -> Iterator[Hoogstens]:
    """Per missing quote what it may be; of one that is needed in more cells for all of these together."""
    if rest is None:
        return
    per_offerte: dict[str, list[Celoptie]] = {}
    for een in regels:
        if een.totaal is None and een.is_op_offerte:
            per_offerte.setdefault(een.wat, []).append(een)
    for delen in per_offerte.values():
        ruimte = max(GRATIS, rest + sum(een.minstens for een in delen))
        groepen = [een.groepen for een in delen]
        is_per_groep = None not in groepen
        aantal = sum(g for g in groepen if g) if is_per_groep else sum(een.mensen for een in delen)
        bedrag = (ruimte / aantal).quantize(CENT, ROUND_DOWN)
        yield Hoogstens(delen[0], "groep" if is_per_groep else "deelnemer", aantal, bedrag)


def _is_zelfde_soort(een: Celoptie, ander: Celoptie) -> bool:
    """Whether as many groups have the same parts open."""
    open_in = [{open_.onderdeel for open_ in optie.open} for optie in (een, ander)]
    return een.groepen == ander.groepen and open_in[0] == open_in[1]


def _gelijk(naam: str, gekozen: Gekozen) -> Iterator[Gelijk]:
    """Those that are no others of these together."""
    eerste, *andere = map(als_een_bestelling, gekozen.gelijk)
    verschillen = [sleutels(ander) - sleutels(eerste) for ander in andere]
    for ander, erin in zip(andere, verschillen, strict=True):
        if any(kleiner < erin for kleiner in verschillen):
            continue
        weg = sleutels(eerste) - sleutels(ander)
        yield Gelijk(
            naam,
            tuple(een for een in eerste if een.sleutel in weg),
            tuple(een for een in ander if een.sleutel in erin),
        )
