"""What every intervention answers to every part of a question, worked out beforehand.

A page without Python shows the Keuzehulp from these tables. It only looks up and combines:
which answers fit which variants, and the fact that decides, come from the same filters
as ``lpi kies`` and ``lpi zoek``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import MEESTE_VARIANTEN, Interventie, Keuzehulpvraag, Soort, Variant
from lpi_cli.kern.filters import FILTERS, Filter, Onbekend
from lpi_cli.kern.leeftijd import Leeftijdsvraag, dekking
from lpi_cli.kern.zoek import volgorde

T = TypeVar("T")

EXTRA_FILTERS = {"taal": "Taal", "setting": "Setting (plek)"}
"""Asked on a page besides what the Keuzehulp asks, one answer each: name and label."""

Posities = tuple[int, ...]
"""Some variants of an intervention: their places in its list, from 0."""
PerVarianten = Mapping[Posities, T]
Gekozen = tuple[str, ...]
"""The chosen answers to one part of the question, in the order in which it offers them."""


class Vraagonderdeel(NamedTuple):
    """A part of the question with the codes one can answer; ``meerdere``: more than one at a time."""

    filter: Filter
    antwoorden: tuple[str, ...]
    meerdere: bool


class Keuzekaart(NamedTuple):
    """What one intervention answers to every part of a question."""

    interventie: Interventie
    past: Mapping[str, Mapping[str, tuple[bool | None, ...]]]
    """Part → answer → for each variant whether it fits; None: not published.

    Several answers to one part fit when one of them does.
    """
    redenen: Mapping[str, Mapping[Gekozen, PerVarianten[str]]]
    """Part → chosen answers → variants that fit → the fact that decides.

    With no answers chosen: the fact that makes these variants miss.
    """
    onbekend: Mapping[str, PerVarianten[Onbekend]]
    """Part → variants → what to say of them when no source publishes the fact."""
    dekking: Mapping[Gekozen, PerVarianten[str]]
    """Chosen ages → variants that fit → the part of those ages they cover, when not all."""


def vraagonderdelen(catalogus: Catalogus) -> list[Vraagonderdeel]:
    """What the Keuzehulp asks, and the extra filters with the answers that find something."""
    filters = {filter_.naam: filter_ for filter_ in FILTERS}
    onderdelen = [
        Vraagonderdeel(filters[onderdeel.id], tuple(a.code for a in onderdeel.antwoorden), meerdere=True)
        for onderdeel in catalogus.keuzehulp.vragen
    ]
    for naam in EXTRA_FILTERS:
        onderdelen.append(Vraagonderdeel(filters[naam], _vindbaar(filters[naam], catalogus), meerdere=False))
    return onderdelen


def keuzetabel(catalogus: Catalogus, onderdelen: Sequence[Vraagonderdeel]) -> list[Keuzekaart]:
    """A card for each intervention that one can order, in the order of an answer.

    Those of ``te_veel_varianten`` are left out.
    """
    return [
        _kaart(interventie, onderdelen, catalogus)
        for interventie in sorted(catalogus.interventies, key=volgorde)
        if interventie.soort is Soort.INTERVENTIE and len(interventie.varianten) <= MEESTE_VARIANTEN
    ]


def te_veel_varianten(catalogus: Catalogus) -> list[Interventie]:
    """The interventions with more variants than can be worked out beforehand."""
    return [i for i in catalogus.interventies if len(i.varianten) > MEESTE_VARIANTEN]


def deelverzamelingen(posities: Sequence[int]) -> Iterator[Posities]:
    """Every choice of one or more of some variants."""
    for aantal in range(1, len(posities) + 1):
        yield from combinations(posities, aantal)


def _vindbaar(filter_: Filter, catalogus: Catalogus) -> tuple[str, ...]:
    past = {code: filter_.maak_past((filter_.lees(code, catalogus),)) for code in filter_.keuzes(catalogus)}
    varianten = [(i, variant) for i in catalogus.interventies for variant in i.varianten]
    return tuple(code for code in past if any(past[code](i, variant) for i, variant in varianten))


def _kaart(
    interventie: Interventie, onderdelen: Sequence[Vraagonderdeel], catalogus: Catalogus
) -> Keuzekaart:
    past = {
        onderdeel.filter.naam: {
            code: _past(onderdeel.filter, (code,), interventie, catalogus) for code in onderdeel.antwoorden
        }
        for onderdeel in onderdelen
    }
    redenen = {een.filter.naam: dict(_redenen(een, interventie, catalogus)) for een in onderdelen}
    leeftijd = next(een for een in onderdelen if een.filter.naam == Keuzehulpvraag.LEEFTIJD)
    onbekend = {onderdeel.filter.naam: _onbekend(onderdeel.filter, interventie) for onderdeel in onderdelen}
    return Keuzekaart(
        interventie, past, redenen, onbekend, dict(_dekkingen(leeftijd, interventie, catalogus))
    )


def _onbekend(filter_: Filter, interventie: Interventie) -> PerVarianten[Onbekend]:
    return _per_varianten(
        interventie,
        range(len(interventie.varianten)),
        lambda varianten: filter_.onbekend(interventie, varianten),
    )


def _past(
    filter_: Filter, gekozen: Gekozen, interventie: Interventie, catalogus: Catalogus
) -> tuple[bool | None, ...]:
    past = filter_.maak_past([filter_.lees(code, catalogus) for code in gekozen])
    return tuple(past(interventie, variant) for variant in interventie.varianten)


def _keuzes(onderdeel: Vraagonderdeel) -> Iterator[Gekozen]:
    """Every set of answers that one can choose."""
    for aantal in range(1, len(onderdeel.antwoorden) + 1 if onderdeel.meerdere else 2):
        yield from combinations(onderdeel.antwoorden, aantal)


def _redenen(
    onderdeel: Vraagonderdeel, interventie: Interventie, catalogus: Catalogus
) -> Iterator[tuple[Gekozen, PerVarianten[str]]]:
    def waarom(gekozen: Gekozen) -> Callable[[Sequence[Variant]], str]:
        wensen = [onderdeel.filter.lees(code, catalogus) for code in gekozen]
        return lambda varianten: onderdeel.filter.waarom(wensen, interventie, varianten, catalogus)

    yield (), _per_varianten(interventie, range(len(interventie.varianten)), waarom(()))
    for gekozen in _keuzes(onderdeel):
        posities = _passend(onderdeel, gekozen, interventie, catalogus)
        yield gekozen, _per_varianten(interventie, posities, waarom(gekozen))


def _dekkingen(
    onderdeel: Vraagonderdeel, interventie: Interventie, catalogus: Catalogus
) -> Iterator[tuple[Gekozen, PerVarianten[str]]]:
    for gekozen in _keuzes(onderdeel):
        wensen = tuple(onderdeel.filter.lees(code, catalogus) for code in gekozen)

        def gedekt(varianten: Sequence[Variant], wensen: tuple[Leeftijdsvraag, ...] = wensen) -> str:
            deel = dekking(wensen, tuple(variant.leeftijd for variant in varianten))
            return deel.tekst if deel else ""

        teksten = _per_varianten(interventie, _passend(onderdeel, gekozen, interventie, catalogus), gedekt)
        yield gekozen, {posities: tekst for posities, tekst in teksten.items() if tekst}


def _passend(
    onderdeel: Vraagonderdeel, gekozen: Gekozen, interventie: Interventie, catalogus: Catalogus
) -> list[int]:
    return [nr for nr, past in enumerate(_past(onderdeel.filter, gekozen, interventie, catalogus)) if past]


def _per_varianten(
    interventie: Interventie, posities: Sequence[int], feit: Callable[[Sequence[Variant]], T]
) -> PerVarianten[T]:
    return {deel: feit([interventie.varianten[nr] for nr in deel]) for deel in deelverzamelingen(posities)}
