"""How many groups some people make, and whether these are smaller than a source says.

Where every group has one language the groups are formed per language. How people divide over the
languages is often not given: then the number of groups lies within bounds.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lpi_cli.catalogus.model import Aard, Groepsgrootte, Kostenpost, Variant, Vorm


class Telbereik(NamedTuple):
    """A whole number within bounds; exact when these are equal."""

    van: int
    tot: int

    @property
    def precies(self) -> int | None:
        return self.van if self.van == self.tot else None

    def maal(self, factor: int) -> "Telbereik":
        return Telbereik(self.van * factor, self.tot * factor)

    @property
    def waarden(self) -> range:
        return range(self.van, self.tot + 1)


class TeKlein(NamedTuple):
    """A group smaller than published: how many people it has, and the size that a source gives."""

    mensen: int
    gepubliceerd: Groepsgrootte
    is_zeker: bool = True
    """Whether it is so in every way in which people may divide over the languages."""

    @property
    def is_minimum(self) -> bool:
        """Whether a source says that it must be larger, and not only that it usually is."""
        return self.gepubliceerd.aard is Aard.EIS

    @property
    def grens(self) -> str:
        """``8`` of a minimum, else the whole size: ``10-15``."""
        van, tot = self.gepubliceerd.min, self.gepubliceerd.max
        return f"{van}-{tot}" if tot and not self.is_minimum else str(van)


def aantal_groepen(mensen: int, hoogste: int) -> int:
    """How many groups of at most ``hoogste`` people it takes."""
    return -(-mensen // hoogste)


def is_in_groepen(variant: Variant) -> bool:
    """Whether it may be done in groups, also when no source says how."""
    return Vorm.INDIVIDUEEL not in variant.vorm or Vorm.GROEP in variant.vorm


def grootste_groep(variant: Variant, post: Kostenpost | None, gegeven: int | None) -> int | None:
    """The largest group: the one that a price is for, else that of the variant, else as given; None: individual, or unknown."""
    if not is_in_groepen(variant):
        return None
    grootte = (post and post.groepsgrootte) or variant.groepsgrootte
    return grootte.max if grootte and grootte.max else gegeven


def groepen_per_taal(mensen: int, talen: Sequence[Telbereik], hoogste: int) -> Telbereik:
    """The fewest and the most groups over all ways to divide people over these languages.

    >>> groepen_per_taal(60, [Telbereik(1, 58)] * 3, 15)
    Telbereik(van=4, tot=6)
    """
    minste = [aantal_groepen(taal.van, hoogste) for taal in talen]
    rest = mensen - sum(taal.van for taal in talen)
    paren = list(zip(talen, minste, strict=True))
    return Telbereik(
        sum(minste) + _zo_min_mogelijk(rest, paren, hoogste),
        sum(minste) + _zo_veel_mogelijk(rest, paren, hoogste),
    )


_Paren = Sequence[tuple[Telbereik, int]]
"""The bounds of each language, with the groups that its least number of people makes."""


def _zo_min_mogelijk(rest: int, paren: _Paren, hoogste: int) -> int:
    """How many more groups at least: places that are left are filled first, then groups that get full."""
    rest -= sum(min(taal.tot, groepen * hoogste) - taal.van for taal, groepen in paren)
    plaatsen = [max(0, taal.tot - groepen * hoogste) for taal, groepen in paren]
    vol = sum(ruimte // hoogste for ruimte in plaatsen)
    if rest <= vol * hoogste:
        return max(0, aantal_groepen(rest, hoogste))
    meer, rest = vol, rest - vol * hoogste
    for deel in sorted((ruimte % hoogste for ruimte in plaatsen), reverse=True):
        if rest <= 0:
            break
        meer, rest = meer + 1, rest - deel
    return meer


def _zo_veel_mogelijk(rest: int, paren: _Paren, hoogste: int) -> int:
    """How many more groups at most: one person too many starts a group, then every full one does."""
    meer = verder = 0
    for eerste, taal in sorted((groepen * hoogste + 1 - taal.van, taal) for taal, groepen in paren):
        if eerste <= min(rest, taal.tot - taal.van):
            meer, rest = meer + 1, rest - eerste
            verder += (taal.tot - taal.van - eerste) // hoogste
    return meer + min(rest // hoogste, verder)


def te_klein(grootte: Groepsgrootte | None, per_taal: Sequence[int], groepen: int) -> TeKlein | None:
    """The smallest group where people are spread evenly and it is smaller than published; else None.

    ``per_taal``: the people who may be in a group together, who make ``groepen`` groups in all.
    """
    if grootte is None or grootte.min is None or not per_taal:
        return None
    if len(per_taal) == 1:
        kleinste = per_taal[0] // groepen
    else:
        hoogste = grootte.max or max(per_taal)
        kleinste = min(mensen // aantal_groepen(mensen, hoogste) for mensen in per_taal)
    return TeKlein(kleinste, grootte) if kleinste < grootte.min else None
