"""The quality test worked out for every set of answers, for a page that only looks it up."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from lpi_cli.catalogus.model import Kwaliteitsantwoord as Antwoord
from lpi_cli.catalogus.model import Kwaliteitsvraag
from lpi_cli.catalogus.model_toets import Criterium, Toetsvraag
from lpi_cli.kern.toets import (
    BEWIJZEN,
    GEEN,
    JA,
    NEE,
    ONBEKEND,
    Criteriumoordeel,
    Gegeven,
    Oordeel,
    Toets,
    beste_oordeel,
    eindoordeel,
    toets_criterium,
)

Antwoorden = tuple[tuple[Antwoord, ...], ...]
"""For each question of a criterion, in order, the answers given."""


class Criteriumuitkomst(NamedTuple):
    """The verdict on one criterion, and the best it can become when open questions turn out well."""

    oordeel: Criteriumoordeel
    kan_worden: Criteriumoordeel


def antwoorden_bij(toetsvraag: Toetsvraag) -> list[tuple[Antwoord, ...]]:
    """Every way to answer one question; what kind of evidence there is may be several at once."""
    if toetsvraag.id is not Kwaliteitsvraag.BEWIJS:
        return [(JA,), (NEE,), (ONBEKEND,)]
    soorten = [
        tuple(soort for soort, gekozen in zip(BEWIJZEN, keuze, strict=True) if gekozen)
        for keuze in product((True, False), repeat=len(BEWIJZEN))
    ]
    return [*(soort for soort in soorten if soort), (GEEN,), (ONBEKEND,)]


def uitkomsten(criterium: Criterium) -> Mapping[Antwoorden, Criteriumuitkomst]:
    """The verdict on one criterion for all answers to its questions."""
    return dict(_uitkomsten(criterium))


def _uitkomsten(criterium: Criterium) -> Iterator[tuple[Antwoorden, Criteriumuitkomst]]:
    for antwoorden in product(*(antwoorden_bij(toetsvraag) for toetsvraag in criterium.vragen)):
        gegevens = {
            toetsvraag.id: Gegeven(gegeven)
            for toetsvraag, gegeven in zip(criterium.vragen, antwoorden, strict=True)
        }
        toets = Toets("", "", gegevens)
        yield (
            antwoorden,
            Criteriumuitkomst(toets_criterium(criterium, toets).oordeel, beste_oordeel(criterium, toets)),
        )


def eindoordelen(aantal: int) -> Mapping[tuple[Criteriumoordeel, ...], Oordeel]:
    """The verdict in the end for all verdicts on ``aantal`` criteria."""
    return {oordelen: eindoordeel(oordelen) for oordelen in product(Criteriumoordeel, repeat=aantal)}
