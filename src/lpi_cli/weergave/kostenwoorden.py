"""The costs in words: amounts, groups, budgets and notes, as every view says them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.budget import Budget
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.kostenwaarschuwing import Waarschuwing
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, euro, euro_met_centen
from lpi_cli.weergave.beeld import Blok, Kop, Velden
from lpi_cli.weergave.feiten import bronnen_kort, kostenregel, met_grens, namen
from lpi_cli.weergave.tekst import geteld


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


def _reeksen(nummers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, those that follow each other as ``3-7``."""
    begin = vorige = None
    for nummer in (*nummers, None):
        if vorige is not None and nummer != vorige + 1:
            yield str(vorige) if begin == vorige else f"{begin}-{vorige}"
            begin = None
        begin = nummer if begin is None else begin
        vorige = nummer


GEGEVEN: Mapping[str, Callable[[Any], str]] = {
    "uurtarief": lambda bedrag: f"personeel {euro(bedrag)} per uur",
    "tolktarief": lambda bedrag: f"tolk {euro(bedrag)} per uur",
    "groepsgrootte": lambda aantal: f"groepen van {aantal} als de grootte niet gepubliceerd is",
    "bijeenkomsten": lambda aantal: f"{aantal} bijeenkomsten als het aantal niet gepubliceerd is",
    "gezinnen": lambda aantal: f"{aantal} gezinnen",
    "budget": lambda bedrag: f"budget {euro(bedrag)}",
}
"""By the name of its option."""


def aannames_in_woorden(aannames: Aannames) -> list[str]:
    """What the user gave to calculate with, besides the number of people."""
    opties = aannames.opties
    return [zeg(opties[optie]) for optie, zeg in GEGEVEN.items() if optie in opties]


def opgave(aannames: Aannames) -> list[str]:
    """For how many people it was computed, and with what."""
    return [f"Aantal mensen: {aannames.deelnemers}", *map(zin, aannames_in_woorden(aannames))]


def bronnoot(raming: Kostenraming) -> list[str]:
    """Each source with its price level; prices with the same ones share a footnote."""
    return [f"bron: {prijsbron}" for prijsbron in raming.bronnen]


def bedrag_in_euro(bedrag: Bedragbereik | None, raming: Kostenraming) -> str:
    """``€ 12.000,00``, a range, ``≥ …`` for a lower bound, ``± …`` for about that, or ``kosteloos``."""
    if bedrag is None:
        return ""
    if raming.is_kosteloos:
        return "kosteloos"
    tekens = "≥" * raming.ondergrens + "±" * raming.is_ongeveer
    return " ".join(filter(None, [tekens, _in_euro(bedrag)]))


def in_centen(bedrag: Bedragbereik | None) -> Bedragbereik | None:
    """For output; an amount is exact until then."""
    return bedrag and Bedragbereik._make(map(centen, bedrag))


def _in_euro(bedrag: Bedragbereik) -> str:
    van, tot = (euro_met_centen(centen(grens)) for grens in bedrag)
    return van if van == tot else f"{van} - {tot}"


def opleidingblokken(per_naam: Mapping[str, Sequence[str]]) -> Iterator[Blok]:
    """Training of trainers: an investment, apart from the price of delivery."""
    if velden := [(naam, regels) for naam, regels in per_naam.items() if regels]:
        yield Kop("Opleiding van trainers (eenmalig, telt hierboven niet mee)")
        yield Velden(velden)


def bedrag_voluit(
    bedrag: Bedragbereik | None, raming: Kostenraming, catalogus: Catalogus | None = None
) -> str:
    """The same in words that travel with it: ``ten minste € 12.000,00, zonder locatie``.

    ``catalogus``: to name what comes on top.
    """
    if bedrag is None or raming.is_kosteloos:
        kern = "kosteloos" if bedrag is not None else ""
    else:
        hoe = "ten minste " * raming.ondergrens + "ongeveer " * raming.is_ongeveer
        kern = hoe + _in_euro(bedrag)
    zonder = (*raming.zonder_tolk, *raming.erbij)
    if catalogus is None or not zonder or not kern:
        return kern
    return f"{kern}, zonder {namen(zonder, 'kostenonderdeel', catalogus)}"


def per_contactuur(raming: Kostenraming) -> str:
    """The amount per hour, with how it bounds the real one: of at least so many hours it is at most so much."""
    if raming.per_contactuur is None or raming.is_kosteloos or raming.per_contactuur_grens is None:
        return bedrag_in_euro(raming.per_contactuur, raming)
    return met_grens(_in_euro(raming.per_contactuur), raming.per_contactuur_grens)


def prijs_op_naam(raming: Kostenraming, catalogus: Catalogus) -> str:
    """Which price it is, by its source as people call it where others are so much alike."""
    if raming.post is None:
        return raming.omschrijving
    op_naam = bronnen_kort([raming.post.bron], catalogus)
    return raming.omschrijving.replace(f"({raming.post.bron})", f"({op_naam})")


def kosten_in_zin(raming: Kostenraming, catalogus: Catalogus) -> str:
    """An estimate as a sentence: which variant and price, in total and per participant."""
    wat = ", ".join(filter(None, [raming.variant.naam if raming.variant else "", raming.omschrijving]))
    tekst = _kosten_in_zin(raming, catalogus, bedrag_in_euro)
    return f"{wat}: {tekst}" if wat else tekst


def kosten_voluit(raming: Kostenraming, catalogus: Catalogus) -> tuple[str, str]:
    """The same in two parts, without signs and ids: which variant and price, and what it costs."""
    wat = [raming.variant.naam if raming.variant else "", prijs_op_naam(raming, catalogus)]
    return ", ".join(filter(None, wat)), _kosten_in_zin(raming, catalogus, bedrag_voluit)


def _kosten_in_zin(
    raming: Kostenraming, catalogus: Catalogus, bedrag: Callable[[Bedragbereik | None, Kostenraming], str]
) -> str:
    if raming.totaal is None:
        return gepubliceerde_prijs(raming, catalogus)
    if raming.is_kosteloos:
        return "kosteloos"
    totaal, per = bedrag(raming.totaal, raming), bedrag(raming.per_deelnemer, raming)
    mensen = raming.deelname.mensen if raming.deelname.weggelaten and per else None
    voor = "" if mensen is None else f" voor {geteld(mensen, 'mens', 'en')}"
    return f"{totaal}{voor}, dat is {per} per deelnemer" if per else totaal


def groepen_in_woorden(raming: Kostenraming) -> str:
    """``1 groep``, ``4 tot 6 groepen``; nothing when not known."""
    if raming.groepen is None:
        return ""
    aantal = " tot ".join(map(str, dict.fromkeys(raming.groepen)))
    return "1 groep" if aantal == "1" else f"{aantal} groepen"


def gepubliceerde_prijs(raming: Kostenraming, catalogus: Catalogus) -> str:
    """What the sources say themselves, in their own units: ``€ 11.000 per interventie``."""
    if raming.status is Kostenstatus.OP_AANVRAAG:
        return NIET_GEPUBLICEERD if raming.is_niet_gepubliceerd else "op aanvraag"
    kaal = [post._replace(toelichting=None, variant=None) for post in raming.posten]
    return "; ".join(kostenregel(post, catalogus) for post in kaal)


def budget_genoeg_voor(budget: Budget) -> str:
    assert budget.bedrag is not None
    mensen = "1 deelnemer" if budget.mensen == 1 else f"{budget.mensen} deelnemers"
    return f"voor {mensen} is het budget genoeg: {euro_met_centen(centen(budget.bedrag))}"


def budgettekort(raming: Kostenraming, budget: Budget) -> str:
    """By how much it does not fit, and for how many people the budget would do."""
    hoe = "ten minste " if raming.kan_meer_zijn else "ongeveer " if raming.is_ongeveer else ""
    tekort = f"{hoe}{euro_met_centen(centen(budget.tekort))} te kort"
    return f"{tekort}; {budget_genoeg_voor(budget)}" if budget.mensen else tekort


def budgetoordeel(budget: Budget | None) -> str:
    """Whether it fits, in a word or two; nothing without a budget or an amount."""
    return "" if budget is None else {True: "past", None: "past misschien", False: "past niet"}[budget.past]


def met_opdracht(waarschuwing: Waarschuwing) -> str:
    """A warning with the option that supplies what is missing, for the commands that have it."""
    opdracht = f"; geef --{waarschuwing.aanname}" if waarschuwing.aanname else ""
    return f"{waarschuwing}{opdracht}"


def zin(tekst: str) -> str:
    return "E" + tekst[1:] if tekst.startswith("één ") else tekst[0].upper() + tekst[1:]
