"""The sources: how old each is, how much rests on it, and which one a field has."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bron, BronIds, Interventie, Variant
from lpi_cli.kern.zinnen import dag_in_woorden


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
        for interventie in catalogus.alle
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


def van_wanneer(bron: Bron) -> str:
    """What is known of its date; of one without a year also when it was read."""
    gelezen = bron.gelezen and f"gelezen op {dag_in_woorden(bron.gelezen)}"
    return ", ".join(filter(None, [bron.datum, gelezen]))


def bronnen_van(interventie: Interventie, veld: str, variant: Variant | None = None) -> tuple[str, ...]:
    """The sources of a field: its own (``bron_van``, the most precise path), the variant's, or those of the whole.

    ``veld`` is a path such as ``regio.provincies``; with ``variant`` it is a field of that variant.
    """
    if variant is not None:
        eigen = _bron_van(interventie.bron_van, f"varianten.{variant.id}.{veld}")
        return eigen or (variant.bron,)
    return _bron_van(interventie.bron_van, veld) or tuple(
        dict.fromkeys(vindplaats.bron for vindplaats in interventie.bronnen)
    )


def _bron_van(bron_van: Mapping[str, BronIds], pad: str) -> tuple[str, ...]:
    while pad:
        if pad in bron_van:
            return tuple(bron_van[pad])
        pad = pad.rpartition(".")[0]
    return ()
