"""The costs of what filters find or may fit, or of what is asked by name as far as it fits them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.deelname import Wie, lees_wie
from lpi_cli.kern.filters import beperking
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.kostenwaarschuwing import Waarschuwing, Waarschuwingsoort
from lpi_cli.kern.oordeel import Slotsom
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.zoek import Reden, Treffer, Zoekresultaat, beoordeel, gemist, zoek


class Kostenvraag(NamedTuple):
    resultaat: Zoekresultaat
    """What fits the filters or may, and was asked."""
    past_niet: tuple[tuple[Gevraagd, tuple[Reden, ...]], ...]
    """What was asked by name and does not fit, with why."""
    wie: Wie
    gevraagd: Sequence[Gevraagd] = ()
    """What was asked by name, each variant by itself."""

    def genoemd(self, treffer: Treffer) -> Gevraagd:
        """As it was named, or all of it."""
        heel = Gevraagd.heel(treffer.interventie)
        return next((een for een in self.gevraagd if een.omvat(treffer.interventie, treffer.varianten)), heel)


def lees_kostenvraag(
    catalogus: Catalogus,
    filters: Mapping[str, Sequence[str]],
    gevraagd: Sequence[Gevraagd],
    aannames: Aannames,
    liefst: Sequence[str] = (),
) -> Kostenvraag:
    """``gevraagd``: only these; all when there are none.

    Raises ``Vraagfout`` for an unknown word, or for numbers of people that do not add up.
    """
    vandaag = aannames.vandaag
    resultaat = zoek(catalogus, filters, vandaag, liefst=liefst)
    wie = lees_wie(filters, aannames.deelnemers, aannames.mensen, catalogus, vandaag)
    if not gevraagd:
        return Kostenvraag(resultaat, (), wie)
    gevraagd = [los for een in gevraagd for los in een.elk()]
    beoordeeld = [(een, beoordeel(een, filters, catalogus, vandaag, liefst)) for een in gevraagd]
    treffers, misschien = (
        tuple(treffer for _, treffer in beoordeeld if treffer.slotsom is slotsom)
        for slotsom in (Slotsom.PAST, Slotsom.MISSCHIEN)
    )
    past_niet = tuple(
        (een, gemist(een, filters, catalogus, vandaag))
        for een, treffer in beoordeeld
        if treffer not in (*treffers, *misschien)
    )
    return Kostenvraag(resultaat._replace(treffers=treffers, misschien=misschien), past_niet, wie, gevraagd)


def bereken_antwoord(
    kostenvraag: Kostenvraag, aannames: Aannames, catalogus: Catalogus, sorteer_op: str
) -> list[Kostenraming]:
    """The costs of what fits, then of what may fit. Raises ``KeyError`` for an unknown order."""
    resultaat = kostenvraag.resultaat
    return [
        raming
        for treffers in (resultaat.treffers, resultaat.misschien)
        for raming in bereken_treffers(treffers, aannames, catalogus, sorteer_op, kostenvraag.wie)
    ]


def bereken_treffers(
    treffers: Iterable[Treffer], aannames: Aannames, catalogus: Catalogus, sorteer_op: str, wie: Wie
) -> list[Kostenraming]:
    """The costs of what was found in the order of what one likes, each with what must be asked before it fits."""
    per_interventie: dict[Interventie, list[Treffer]] = {}
    for treffer in treffers:
        per_interventie.setdefault(treffer.interventie, []).append(treffer)
    paren = [(i, [v for treffer in van for v in treffer.varianten]) for i, van in per_interventie.items()]

    def treffer_van(raming: Kostenraming) -> Treffer:
        """The one with its variant; the first for a price of all."""
        van = per_interventie[raming.interventie]
        return next((treffer for treffer in van if raming.variant in treffer.varianten), van[0])

    ramingen = bereken_kosten(paren, aannames, catalogus.begrippen, sorteer_op, wie)
    return [
        met_vraag(_met_beperking(raming, catalogus), treffer_van(raming).vraag_na)
        for raming in sorted(ramingen, key=lambda raming: treffer_van(raming).op_wensen)
    ]


def _met_beperking(raming: Kostenraming, catalogus: Catalogus) -> Kostenraming:
    """An estimate that says to whom a source limits what it is for."""
    varianten = raming.interventie.varianten if raming.variant is None else [raming.variant]
    alleen = beperking(raming.interventie, varianten, catalogus)
    if not alleen:
        return raming
    waarschuwing = Waarschuwing(Waarschuwingsoort.DEKKING, f"alleen voor {alleen}")
    return raming._replace(waarschuwingen=(*raming.waarschuwingen, waarschuwing))


def met_vraag(raming: Kostenraming, vraag_na: tuple[Reden, ...]) -> Kostenraming:
    """An estimate of what may fit, as long as this is not known; then its budget may fit too."""
    if not vraag_na:
        return raming
    budget = raming.budget.met_open_vraag() if raming.budget else None
    return raming._replace(vraag_na=vraag_na, budget=budget)
