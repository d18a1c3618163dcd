"""What every intervention answers to every part of a question, worked out beforehand.

A page without Python shows the Keuzehulp from these tables. It only looks up and combines, per variant:
which answers fit, and the fact that decides, come from the same filters as ``lpi kies`` and ``lpi zoek``.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import MEESTE_VARIANTEN, Interventie, Soort
from lpi_cli.kern.filters import FILTERS, Eis, Filter, lees_eisen, namen_van_beperking
from lpi_cli.kern.oordeel import Feit, Uitkomst
from lpi_cli.kern.zoek import volgorde

EXTRA_FILTERS = {"setting": "Setting (plek)", "taal": "Taal"}
"""Asked on a page besides what the Keuzehulp asks, one answer each, in the order of ``FILTERS``: name and label."""

Posities = tuple[int, ...]
"""Some variants of an intervention: their places in its list, from 0."""


class Vraagonderdeel(NamedTuple):
    """A part of the question with the codes one can answer; ``meerdere``: more than one at a time."""

    filter: Filter
    antwoorden: tuple[str, ...]
    meerdere: bool


class Antwoordoordeel(NamedTuple):
    """What one variant answers to one code of a part of the question."""

    uitkomst: Uitkomst
    feit: Feit


class Keuzekaart(NamedTuple):
    """What one intervention answers to every part of a question; the page joins it as ``zoek`` does."""

    interventie: Interventie
    oordelen: Mapping[str, Mapping[str, tuple[Antwoordoordeel, ...]]]
    """Part → answer → the judgement on each variant."""
    beperkingen: tuple[list[str], ...]
    """For each variant to whom a source limits it; empty when to nobody."""


def vraagonderdelen(catalogus: Catalogus, vandaag: date) -> list[Vraagonderdeel]:
    """What the Keuzehulp asks, and the extra filters with the answers that find something."""
    filters = {filter_.naam: filter_ for filter_ in FILTERS}
    onderdelen = [
        Vraagonderdeel(filters[onderdeel.id], tuple(a.code for a in onderdeel.antwoorden), meerdere=True)
        for onderdeel in catalogus.keuzehulp.vragen
    ]
    for naam in EXTRA_FILTERS:
        antwoorden = _vindbaar(filters[naam], catalogus, vandaag)
        onderdelen.append(Vraagonderdeel(filters[naam], antwoorden, meerdere=False))
    return onderdelen


def keuzetabel(catalogus: Catalogus, onderdelen: Sequence[Vraagonderdeel], vandaag: date) -> list[Keuzekaart]:
    """A card for each intervention that one can order, in the order of an answer.

    Those of ``te_veel_varianten`` are left out.
    """
    vraag = {onderdeel.filter.naam: onderdeel.antwoorden for onderdeel in onderdelen}
    eisen = lees_eisen(vraag, catalogus, vandaag)
    return [
        _kaart(interventie, eisen, catalogus)
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


def _vindbaar(filter_: Filter, catalogus: Catalogus, vandaag: date) -> tuple[str, ...]:
    (eis,) = lees_eisen({filter_.naam: tuple(filter_.keuzes(catalogus))}, catalogus, vandaag)
    gevonden = {code for i in catalogus.interventies for code in eis.gedekt(i, i.varianten)}
    return tuple(code for code in eis.gevraagd if code in gevonden)


def _kaart(interventie: Interventie, eisen: Sequence[Eis], catalogus: Catalogus) -> Keuzekaart:
    oordelen = {
        eis.filter.naam: {
            een.gevraagd[0]: tuple(
                Antwoordoordeel(een.uitkomst(interventie, variant), een.feit(interventie, variant))
                for variant in interventie.varianten
            )
            for een in eis.per_waarde()
        }
        for eis in eisen
    }
    beperkingen = tuple(namen_van_beperking(interventie, v, catalogus) for v in interventie.varianten)
    return Keuzekaart(interventie, oordelen, beperkingen)
