"""What a plan is asked for: groups of people, one budget, and what was decided already."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Plancriterium(StrEnum):
    """What plans are compared by, in the order of weight of who gives none."""

    DEKKING = "dekking"
    ZEKERHEID = "zekerheid"
    VOORSELECTIE = "voorselectie"
    KOSTEN = "kosten"


WEGING = tuple(Plancriterium)
"""The order of weight of who gives none."""


class Plancel(NamedTuple):
    """The people of a group that have one language, or all of a group without languages."""

    naam: str
    """Group and language, as ``volwassenen/ti``."""
    groep: str
    taal: str | None
    mensen: int
    vraag: Mapping[str, tuple[str, ...]]
    """What is asked for them: filter → words, the language too."""


class Offerte(NamedTuple):
    """A price that a provider offered."""

    wat: str
    """Id, or id and variant: ``bamboo/youth``."""
    per: str
    """Code of a unit."""
    bedrag: Decimal
    """Euros."""
    datum: str | None = None
    groepsgrootte: int | None = None
    """The largest group that it is for, where that was not published."""

    @property
    def is_van_variant(self) -> bool:
        """Whether it is for one variant, which goes before a price for all of them."""
        return "/" in self.wat


class Opgave(NamedTuple):
    """What a plan is asked for, with all words understood."""

    naam: str | None
    budget: Decimal | None
    """Euros; None: no limit was given."""
    cellen: Sequence[Plancel]
    weging: tuple[Plancriterium, ...] = WEGING
    vast: Mapping[str, str] = {}
    """Cell → what was decided for it: an id, or id and variant."""
    niet: tuple[str, ...] = ()
    """What takes no part: ids, or id and variant."""
    offertes: tuple[Offerte, ...] = ()
    periode: str | None = None

    @property
    def mensen(self) -> int:
        return sum(cel.mensen for cel in self.cellen)


def noemt(wat: str, id_: str, variant: str) -> bool:
    """Whether a name of an intervention, or of one of its variants, means this one."""
    return wat in (id_, f"{id_}/{variant}")
