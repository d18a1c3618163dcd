"""What one variant costs at one published price: the result of a calculation, before it is worded."""

from decimal import Decimal
from typing import NamedTuple

from lpi_cli.catalogus.model import (
    Bedrag,
    Bedragbereik,
    BronId,
    Grens,
    Interventie,
    Jaartal,
    Kostenonderdeel,
    Kostenpost,
    Variant,
)
from lpi_cli.kern.budget import Budget
from lpi_cli.kern.deelname import Deelname
from lpi_cli.kern.groepen import TeKlein, Telbereik
from lpi_cli.kern.kostenwaarschuwing import Waarschuwing
from lpi_cli.kern.prijs import Kostenstatus, leveringsposten
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import Reden


class Prijsbron(NamedTuple):
    """Where a price comes from, of which year it is, and of which places when it is of some only."""

    bron: BronId
    prijspeil: Jaartal | None
    plaatsen: tuple[str, ...] = ()

    def __str__(self) -> str:
        peil = [f"prijs van {self.prijspeil}"] if self.prijspeil else []
        daar = [f"prijs in {opsomming(self.plaatsen)}"] if self.plaatsen else []
        return ", ".join([self.bron, *peil, *daar])


class Afname(NamedTuple):
    """What is bought of an item of which the amount does not simply grow with the number."""

    id: str
    """Of the intervention."""
    post: Kostenpost
    aantal: int
    """Units; 0: of a whole school or location, or when only the least one takes is known."""
    perioden: int
    """How many times the amount is paid: the years of a contract."""


class Kostenraming(NamedTuple):
    """The costs of one variant at one published price, for the people of the question that it takes."""

    interventie: Interventie
    variant: Variant | None
    """None: for all variants together, such as a price for a whole location."""
    omschrijving: str
    """Which price this is, when a variant has more than one; otherwise empty."""
    posten: tuple[Kostenpost, ...]
    """The published items that count."""
    erbij: tuple[Kostenonderdeel, ...]
    """What comes on top of these; not the interpreter, who is counted or missing."""
    is_van_geheel: bool
    """The price of a whole school or location, not of a number of people: it is not divided over them."""
    status: Kostenstatus
    deelname: Deelname
    groepen: Telbereik | None
    te_klein: TeKlein | None
    """The smallest group, where it is smaller than published."""
    totaal: Bedragbereik | None
    per_deelnemer: Bedragbereik | None
    per_contactuur: Bedragbereik | None
    per_contactuur_grens: Grens | None
    """How the amount per hour bounds the real one, when the hours are a bound; None: it does not."""
    ondergrens: bool
    """Part is unknown, so the real amount is higher."""
    budget: Budget | None
    waarschuwingen: tuple[Waarschuwing, ...]
    opleiding: tuple[Kostenpost, ...]
    vraag_na: tuple[Reden, ...] = ()
    """What must be asked to know whether it fits the question; empty: it fits."""
    afname: tuple[Afname, ...] = ()
    """What others may buy together with these people: at a price by number, with a minimum, or as a whole."""
    zonder_tolk: tuple[Kostenonderdeel, ...] = ()
    """The interpreter, where the price leaves one out and none could be counted."""

    @property
    def past_misschien(self) -> bool:
        return bool(self.vraag_na)

    @property
    def is_niet_gepubliceerd(self) -> bool:
        """No source says anything of what it costs, not even that one may ask."""
        varianten = None if self.variant is None else [self.variant]
        return not leveringsposten(self.interventie, varianten)

    @property
    def is_kosteloos(self) -> bool:
        """Free for who orders it, and nothing besides is known to cost anything."""
        return self.status is Kostenstatus.KOSTELOOS and self.totaal is not None and not self.totaal.tot

    @property
    def is_ongeveer(self) -> bool:
        """Whether a source gives an amount as about."""
        return any(post.ongeveer and not post.gefinancierd for post in self.posten)

    @property
    def kan_meer_zijn(self) -> bool:
        """Whether the amount is the least it can be: a range, a lower bound, or something comes on top."""
        bereik = self.totaal is not None and self.totaal.van != self.totaal.tot
        return bereik or self.ondergrens or bool(self.erbij)

    @property
    def post(self) -> Kostenpost | None:
        return self.posten[0] if self.posten else None

    @property
    def bronnen(self) -> tuple[Prijsbron, ...]:
        """The sources and price levels of all items that count, each once."""
        return tuple(
            dict.fromkeys(Prijsbron(post.bron, post.prijspeil, post.plaatsen) for post in self.posten)
        )


def bedrag_tussen(van: Decimal, tot: Decimal) -> Bedragbereik:
    """A range of euros, from the least to the most; equal for one amount."""
    return Bedragbereik(Bedrag(van), Bedrag(tot))
