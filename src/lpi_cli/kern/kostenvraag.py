"""The costs of what filters find, or of what is asked by name as far as it fits them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.kosten import Kostenraming, bereken_kosten, met_dekking
from lpi_cli.kern.zoek import Reden, Zoekresultaat, gemist, zoek


class Kostenvraag(NamedTuple):
    """Of what the costs are asked."""

    resultaat: Zoekresultaat
    """What fits the filters or may, and was asked."""
    past_niet: tuple[tuple[Interventie, tuple[Reden, ...]], ...]
    """What was asked by name and does not fit, with why."""


def lees_kostenvraag(
    catalogus: Catalogus,
    filters: Mapping[str, Sequence[str]],
    gevraagd: Sequence[Interventie],
    vandaag: date,
    liefst: Sequence[str] = (),
) -> Kostenvraag:
    """``gevraagd``: only these; all when there are none. Raises ``Vraagfout`` for an unknown word."""
    resultaat = zoek(catalogus, filters, vandaag, liefst=liefst)
    if not gevraagd:
        return Kostenvraag(resultaat, ())
    ids = {interventie.id for interventie in gevraagd}
    treffers, misschien = (
        tuple(treffer for treffer in groep if treffer.interventie.id in ids)
        for groep in (resultaat.treffers, resultaat.misschien)
    )
    gevonden = {treffer.interventie.id for treffer in (*treffers, *misschien)}
    weg = dict.fromkeys(interventie for interventie in gevraagd if interventie.id not in gevonden)
    past_niet = tuple((interventie, gemist(interventie, filters, catalogus, vandaag)) for interventie in weg)
    return Kostenvraag(resultaat._replace(treffers=treffers, misschien=misschien), past_niet)


def bereken_antwoord(
    kostenvraag: Kostenvraag, aannames: Aannames, catalogus: Catalogus, sorteer_op: str
) -> list[Kostenraming]:
    """The costs of what fits, with a warning where that covers only part of the asked ages.

    In the order of what one likes, then ``sorteer_op``. Raises ``KeyError`` for an unknown order.
    """
    treffers = kostenvraag.resultaat.treffers
    dekkingen = {treffer.interventie.id: treffer.dekking for treffer in treffers if treffer.dekking}
    paren = [(treffer.interventie, treffer.varianten) for treffer in treffers]
    ramingen = met_dekking(bereken_kosten(paren, aannames, catalogus.begrippen, sorteer_op), dekkingen)
    wensen = {treffer.interventie.id: treffer.op_wensen for treffer in treffers}
    return sorted(ramingen, key=lambda raming: wensen[raming.interventie.id])
