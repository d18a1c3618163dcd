"""Put interventions side by side: the same subjects for each, in equal detail."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from itertools import combinations, zip_longest
from typing import NamedTuple, TypeAlias

from lpi_cli.catalogus.model import Interventie, Kostenonderdeel
from lpi_cli.kern.vraagfout import Vraagfout

MINSTE, MEESTE = 2, 4
"""How many interventions can be compared."""

Bekend: TypeAlias = Set[Hashable]
"""What is known of a fact: one value, or one for each variant; ``ONBEKEND`` for a value that is not known."""
ONBEKEND = None


class Delen(tuple[Hashable, ...]):
    """A value of parts, ``ONBEKEND`` for one that is not known: what is known of both still can differ."""


class Tekst(str):
    """Running text: other words may say the same."""


def zonder(exclusief: Iterable[Kostenonderdeel]) -> Tekst:
    """What a price leaves out: of what only one leaves out, no source says that the other has it."""
    return Tekst(" ".join(sorted(exclusief)))


class Onderwerp(NamedTuple):
    """Something to compare: what is said of it, and what in it can be the same or differ."""

    beschrijf: Callable[[Interventie], Sequence[str]]
    bekend: Callable[[Interventie], Bekend] | None = None
    """Without this: running text, which always differs."""


class Vergelijking(NamedTuple):
    """One subject with what is known of each intervention, in the order asked."""

    onderwerp: str
    waarden: tuple[tuple[str, ...], ...]
    verschilt: bool | None
    """None: running text, or not published of each."""


def vergelijk(
    interventies: Sequence[Interventie], onderwerpen: Mapping[str, Onderwerp]
) -> list[Vergelijking]:
    """Every subject for every intervention. Raises ``Vraagfout`` for fewer than 2 or more than 4."""
    if not MINSTE <= len(interventies) <= MEESTE:
        raise Vraagfout(
            f"Vergelijk {MINSTE} tot {MEESTE} verschillende interventies; u gaf er {len(interventies)}."
        )
    return [
        Vergelijking(
            naam,
            tuple(tuple(onderwerp.beschrijf(interventie)) for interventie in interventies),
            _verschilt(interventies, onderwerp),
        )
        for naam, onderwerp in onderwerpen.items()
    ]


def _verschilt(interventies: Sequence[Interventie], onderwerp: Onderwerp) -> bool | None:
    """Whether the known facts differ; None when that cannot be said."""
    if onderwerp.bekend is None:
        return None
    paren = [_anders(*paar) for paar in combinations(map(onderwerp.bekend, interventies), 2)]
    return True if True in paren else None if None in paren else False


def _anders(een: Bekend, ander: Bekend) -> bool | None:
    """Whether a value of one is none of the other for certain: what is not known may be that value."""
    for deze, die in ((een, ander), (ander, een)):
        if any(all(_is_ongelijk(feit, elk) for elk in die) for feit in deze):
            return True
    return False if een == ander and all(map(_is_bekend, een)) else None


def _is_bekend(feit: Hashable) -> bool:
    """Whether all of a value is known: what is not known of both need not be the same."""
    return ONBEKEND not in (feit if isinstance(feit, Delen) else (feit,))


def _is_ongelijk(een: Hashable, ander: Hashable) -> bool:
    """Whether two values differ for certain: in a part that is known of both."""
    delen = zip_longest(*(waarde if isinstance(waarde, Delen) else (waarde,) for waarde in (een, ander)))
    return any(x != y and ONBEKEND not in (x, y) and not isinstance(x, Tekst) for x, y in delen)
