"""The sources: how old each is, and how much rests on it."""

from collections import Counter
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bron


class Bronstaat(NamedTuple):
    """One source. ``leeftijd``: years since it appeared, None when that year is not known."""

    id: str
    bron: Bron
    leeftijd: int | None
    interventies: int
    """How many interventions use it."""
    map: str | None
    """The own catalogue that has it; None for a bundled source."""


def bronstaten(catalogus: Catalogus, jaar: int) -> list[Bronstaat]:
    """All sources, most used first."""
    gebruik = Counter(
        bron
        for interventie in catalogus.interventies
        for bron in {str(vindplaats.bron) for vindplaats in interventie.bronnen}
    )
    staten = [
        Bronstaat(
            id=id_,
            bron=bron,
            leeftijd=None if bron.jaar is None else max(jaar - bron.jaar, 0),
            interventies=gebruik[id_],
            map=catalogus.bronmappen.get(id_),
        )
        for id_, bron in catalogus.bronnen.items()
    ]
    return sorted(staten, key=lambda staat: (-staat.interventies, staat.id))
