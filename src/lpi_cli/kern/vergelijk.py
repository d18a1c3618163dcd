"""Put interventions side by side: the same subjects for each, in equal detail."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.vraagfout import Vraagfout

MINSTE, MEESTE = 2, 4
"""How many interventions can be compared."""

Regels = Sequence[str]


class Vergelijking(NamedTuple):
    """One subject with what is known of each intervention, in the order asked."""

    onderwerp: str
    waarden: tuple[tuple[str, ...], ...]
    verschilt: bool


def vergelijk(
    interventies: Sequence[Interventie], onderwerpen: Mapping[str, Callable[[Interventie], Regels]]
) -> list[Vergelijking]:
    """Every subject for every intervention. Raises ``Vraagfout`` for fewer than 2 or more than 4."""
    if not MINSTE <= len(interventies) <= MEESTE:
        raise Vraagfout(
            f"Vergelijk {MINSTE} tot {MEESTE} verschillende interventies; u gaf er {len(interventies)}."
        )
    vergelijkingen = []
    for onderwerp, beschrijf in onderwerpen.items():
        waarden = tuple(tuple(beschrijf(interventie)) for interventie in interventies)
        verschilt = len({vlak(" ".join(waarde)) for waarde in waarden}) > 1
        vergelijkingen.append(Vergelijking(onderwerp, waarden, verschilt))
    return vergelijkingen
