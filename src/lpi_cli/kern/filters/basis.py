"""What a filter is: how it reads a typed word, judges one variant on it, and words the fact that decides."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Variant
from lpi_cli.kern.oordeel import Beoordeel, Feit, Uitkomst
from lpi_cli.kern.zinnen import opsomming

PAST, ONBEKEND, PAST_NIET = Uitkomst.PAST, Uitkomst.ONBEKEND, Uitkomst.PAST_NIET
ANDERE_GENOEMD = "niet genoemd, andere wel"
"""In short of a fact that names others than the asked one."""
MEESTE_NAMEN = 4
"""Names that a fact mentions at most."""

Wens = Any
"""What a filter made of a typed word; only the filter itself looks inside."""


class Vraagstelling(NamedTuple):
    """What a judgement needs besides the intervention: the catalogue with its words, and the day it is asked."""

    catalogus: Catalogus
    vandaag: date


class Filter(NamedTuple):
    """One thing to ask. ``schakelaar`` filters take no word: they are on or off."""

    naam: str
    uitleg: str
    lees: Callable[[str, Catalogus], Wens]
    beoordeel: Callable[[Wens, Vraagstelling], Beoordeel]
    """How to judge one wish; made once, and asked for every variant."""
    feit: Callable[[Wens, Interventie, Variant, Vraagstelling], Feit]
    """The fact that decides, whatever the outcome is."""
    voorbeeld: str = ""
    keuzes: Callable[[Catalogus], Mapping[str, str]] = lambda catalogus: {}
    """Words to offer while typing, each with a short explanation."""
    als_waarde: Callable[[Wens], str] = str
    """A wish as one could have typed it, in its shortest form."""
    schakelaar: bool = False
    vaste_woorden: bool = True
    """Whether what it reads are words of a vocabulary, ages or places, and not any text."""
    noem_variant: bool = False
    """Whether a fact that fits says which variant has it, since they differ in it."""
    kijkt: Callable[[Interventie, Variant], Hashable] | None = None
    """All that it looks at, where that is little: what is the same in this, gets the same outcome and fact."""
    met_mensen: str = ""
    """How to say for how many people a word is, where one can; it is an example."""


def enkele_namen(namen: Sequence[str]) -> str:
    """The first names, and whether there are more."""
    return opsomming([*namen[:MEESTE_NAMEN], "meer"] if len(namen) > MEESTE_NAMEN else namen)


def ja_nee(past: Callable[[Interventie], bool]) -> Beoordeel:
    """For what is known of every intervention."""
    return lambda interventie, variant: PAST if past(interventie) else PAST_NIET


def aan(tekst: str, catalogus: Catalogus) -> str:
    """The wish of a filter that takes no word."""
    return "ja"
