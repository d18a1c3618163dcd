"""The quality test worked out for every set of answers, for a page that only looks it up."""

from collections.abc import Mapping
from itertools import chain, combinations, product
from typing import NamedTuple

from lpi_cli.catalogus.model import Kwaliteitsantwoord, Kwaliteitsvraag
from lpi_cli.catalogus.model_toets import Criterium, Toetsvraag
from lpi_cli.kern.toets import (
    BEWIJZEN,
    GEEN,
    JA,
    NEE,
    ONBEKEND,
    Criteriumoordeel,
    Eindoordeel,
    Gegeven,
    Toets,
    beste_oordeel,
    eindoordeel,
    toets_criterium,
)

Antwoorden = tuple[tuple[Kwaliteitsantwoord, ...], ...]
"""For each question of a criterion, in order, the answers given."""


class Criteriumuitkomst(NamedTuple):
    """The verdict on one criterion, and the best it can become when open questions turn out well."""

    oordeel: Criteriumoordeel
    kan_worden: Criteriumoordeel


def antwoorden_bij(toetsvraag: Toetsvraag) -> list[tuple[Kwaliteitsantwoord, ...]]:
    """Every way to answer one question or not; what kind of evidence there is may be several at once."""
    if toetsvraag.id is not Kwaliteitsvraag.BEWIJS:
        return [(JA,), (NEE,), (ONBEKEND,), ()]
    soorten = chain.from_iterable(combinations(BEWIJZEN, aantal) for aantal in range(len(BEWIJZEN) + 1))
    return [*soorten, (GEEN,), (ONBEKEND,)]


def uitkomsten(criterium: Criterium) -> Mapping[Antwoorden, Criteriumuitkomst]:

    def uitkomst(antwoorden: Antwoorden) -> Criteriumuitkomst:
        paren = zip(criterium.vragen, antwoorden, strict=True)
        toets = Toets("", "", {toetsvraag.id: Gegeven(gegeven) for toetsvraag, gegeven in paren})
        return Criteriumuitkomst(toets_criterium(criterium, toets).oordeel, beste_oordeel(criterium, toets))

    return {
        antwoorden: uitkomst(antwoorden) for antwoorden in product(*map(antwoorden_bij, criterium.vragen))
    }


def eindoordelen(aantal: int) -> Mapping[tuple[Criteriumoordeel, ...], Eindoordeel]:
    """The verdict in the end for all verdicts on ``aantal`` criteria."""
    return {oordelen: eindoordeel(oordelen) for oordelen in product(Criteriumoordeel, repeat=aantal)}
