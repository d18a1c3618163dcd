"""What can be done for a cell of a plan, with what is open; or why it falls off."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from lpi_cli.catalogus.model import Bedragbereik, Interventie, Kostenpost, Variant
from lpi_cli.kern.kostenwaarschuwing import Waarschuwingsoort
from lpi_cli.kern.plan.opgave import Plancel
from lpi_cli.kern.plan.samen import GRATIS, Kans, Samenkoop
from lpi_cli.kern.raming import Kostenraming

AANBOD = "aanbod"
"""The part of what takes no part whatever it is for."""
PRIJS, GROOTTE, DOELGROEPDEEL, KOSTEN, TOLK = "prijs", "groepsgrootte", "doelgroep", "kosten", "tolk"


class Optiestatus(StrEnum):
    """Whether all of an option is known, or something is to be asked."""

    ZEKER = "zeker"
    VRAAG = "vraag"


class Open:
    """What is not known of an option, and so is to be asked. It is worded when someone reads it: most are not."""

    def __init__(self, onderdeel: str, tekst: str | Callable[[], str]) -> None:
        self.onderdeel, self._tekst = onderdeel, tekst

    @cached_property
    def tekst(self) -> str:
        return self._tekst if isinstance(self._tekst, str) else self._tekst()

    def __str__(self) -> str:
        is_gezegd = self.onderdeel == AANBOD or self.onderdeel in self.tekst
        return self.tekst if is_gezegd else f"{self.onderdeel}: {self.tekst}"

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Open) and (self.onderdeel, self.tekst) == (ander.onderdeel, ander.tekst)

    def __hash__(self) -> int:
        return hash(self.onderdeel)


class Afvaller(NamedTuple):
    """What cannot be done for a cell, and why."""

    interventie: Interventie
    variant: Variant
    waarom: Open

    @property
    def reden(self) -> str:
        return str(self.waarom)


class Besteld(NamedTuple):
    """A price that goes by how many are bought, with how many the plan buys at it."""

    post: Kostenpost
    aantal: int
    per_stuk: Decimal
    """The highest, where it is a range."""


class Celoptie(NamedTuple):
    """One variant at one price, for one cell or more together."""

    wat: str
    """What it is, the same in every cell."""
    interventie: Interventie
    variant: Variant
    omschrijving: str
    """Which price, where there is more than one."""
    cellen: tuple[Plancel, ...]
    celnamen: tuple[str, ...]
    """Of these cells: what is chosen is compared by them all the time."""
    groepen: int | None
    """None: individual, or its size was not published."""
    grootste_groep: int | None
    """People in one at most; None for the same reasons."""
    totaal: Bedragbereik | None
    """None: no price for these people is published."""
    minstens: Decimal
    """What is known to be paid where the whole is not."""
    samen: tuple[Samenkoop, ...]
    """What of the total is bought for all cells together: a whole school or location, or by their number."""
    open: tuple[Open, ...]
    """What keeps it from being certain."""
    is_ondergrens: bool
    """Part of a known price is not known, such as an interpreter."""
    raming: Kostenraming
    besteld: tuple[Besteld, ...] = ()
    """In a plan: what of the total goes by the number of the whole plan."""

    @property
    def let_op(self) -> tuple[Open, ...]:
        """What comes on top of a known price, or may have changed."""
        return tuple(
            dict.fromkeys(
                Open(
                    TOLK if TOLK in str(w) else PRIJS if w.soort is Waarschuwingsoort.PRIJS else KOSTEN,
                    str(w),
                )
                for w in self.raming.waarschuwingen
                if w.soort is Waarschuwingsoort.ONTBREEKT
                or (w.soort is Waarschuwingsoort.PRIJS and w.is_open)
            )
        )

    @property
    def status(self) -> Optiestatus:
        return Optiestatus.VRAAG if self.open else Optiestatus.ZEKER

    @property
    def openstaand(self) -> tuple[Open, ...]:
        """All that one should ask or know."""
        return *self.open, *self.let_op

    @property
    def sleutel(self) -> tuple[str, tuple[str, ...]]:
        """What for which cells: of no other option."""
        return self.wat, self.celnamen

    @property
    def mensen(self) -> int:
        return sum(cel.mensen for cel in self.cellen)

    @property
    def bedrag_minstens(self) -> Decimal:
        """What a budget needs for it at least: the highest that it may cost, as far as known."""
        return self.totaal.tot if self.totaal else self.minstens

    @property
    def geheel(self) -> tuple[str, Decimal] | None:
        """What is bought once, by name, and its amount."""
        return next(((koop.wat, koop.staffel.kost(0)) for koop in self.samen if not koop.aantal), None)

    @property
    def is_op_offerte(self) -> bool:
        """Whether a price is missing, and not only how often it is needed."""
        return self.raming.post is None or self.raming.post.bedrag is None or bool(self.minstens)

    def als_kans(self) -> Kans:
        return Kans(
            wat=self.wat,
            cellen=tuple(sorted(self.celnamen)),
            mensen=self.mensen,
            bedrag=self.bedrag_minstens
            - sum((koop.staffel.kost(koop.aantal) for koop in self.samen), GRATIS),
            zeker=not self.open,
            voorselectie=self.interventie.voorselectie,
            samen=self.samen,
            voorrang=len(self.open),
        )


class Celaanbod(NamedTuple):
    """What can be done for the cells of a plan."""

    opties: Sequence[Celoptie]
    afvallers: Callable[[Plancel], Sequence[Afvaller]]
    """What just falls off for a cell: for one reason."""
