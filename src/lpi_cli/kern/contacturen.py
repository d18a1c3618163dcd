"""How many meetings there are, and how many hours these take together: a bound stays a bound."""

from decimal import Decimal
from typing import NamedTuple

from lpi_cli.catalogus.model import Grens, Variant
from lpi_cli.kern.groepen import Telbereik


class Contacturen(NamedTuple):
    """Hours of one series of meetings, a range; ``grens``: how they bound the real ones."""

    van: Decimal
    tot: Decimal
    grens: Grens | None


def bijeenkomsten(variant: Variant, gegeven: int | None = None) -> Telbereik | None:
    """How many meetings are published, a range; ``gegeven`` where no source says it."""
    gepubliceerd = variant.bijeenkomsten
    if gepubliceerd is None or gepubliceerd.aantal is None:
        return Telbereik(gegeven, gegeven) if gegeven else None
    return Telbereik(gepubliceerd.aantal, gepubliceerd.aantal_tot or gepubliceerd.aantal)


def contacturen(variant: Variant, gegeven: int | None = None) -> Contacturen | None:
    """The hours of all meetings; None when not published and not given."""
    aantal, gepubliceerd = bijeenkomsten(variant, gegeven), variant.bijeenkomsten
    if aantal is None or gepubliceerd is None or gepubliceerd.duur_uren is None:
        return None
    van, tot = gepubliceerd.duur_uren
    grenzen = {gepubliceerd.aantal_grens, gepubliceerd.duur_grens} - {None}
    grens = Grens.ONGEVEER if len(grenzen) > 1 else next(iter(grenzen), None)
    return Contacturen(van * aantal.van, tot * aantal.tot, grens)


def grens_per_uur(grens: Grens | None, *, is_ruim: bool) -> Grens | None:
    """How an amount per hour bounds the real one: of at least so many hours it is at most so much.

    Of an amount that is itself a lower bound, or about so much (``is_ruim``), no bound is left.
    """
    if grens is Grens.MINSTENS:
        return Grens.ONGEVEER if is_ruim else Grens.HOOGUIT
    if grens is Grens.HOOGUIT:
        return Grens.MINSTENS
    return grens
