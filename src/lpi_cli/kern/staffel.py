"""A price that goes by how many one buys."""

from decimal import Decimal
from typing import NamedTuple

from lpi_cli.catalogus.model import Kostenpost


class Staffel(NamedTuple):
    """What so many units cost together: all at the price of the highest step that is reached."""

    treden: tuple[tuple[int, Decimal], ...]
    """From how many units on, and the price per unit; the first from 0."""
    minste: int = 0
    """The units that one pays at least."""

    def kost(self, aantal: int) -> Decimal:
        return self.per_stuk(aantal) * max(aantal, self.minste)

    def per_stuk(self, aantal: int) -> Decimal:
        if len(self.treden) == 1:  # most prices
            return self.treden[0][1]
        aantal = max(aantal, self.minste)
        return next(bedrag for vanaf, bedrag in reversed(self.treden) if vanaf <= aantal)

    def kost_minstens(self, aantal: int) -> Decimal:
        """What so many units or more cost at least."""
        return min(map(self.kost, (aantal, *(vanaf for vanaf, _ in self.treden if vanaf > aantal))))

    @property
    def stijgt(self) -> bool:
        """Whether more units never cost less."""
        return all(self.kost(vanaf - 1) <= self.kost(vanaf) for vanaf, _ in self.treden[1:])

    def is_nooit_duurder(self, ander: "Staffel", *, is_goedkoper: bool) -> bool:
        """Whether any units cost as much or less, also those of more orders together; ``is_goedkoper``: always less."""
        per_stuk = [bedrag for _, bedrag in self.treden]
        buigt = {
            n for een in (self, ander) for vanaf, _ in een.treden for n in (vanaf - 1, vanaf, een.minste)
        }
        kosten = [(self.kost(n), ander.kost(n)) for n in {1, *buigt} if n > 0]
        return (
            per_stuk == sorted(per_stuk, reverse=True)
            and per_stuk[-1] <= ander.treden[-1][1]
            and all(a < b if is_goedkoper else a <= b for a, b in kosten)
        )


def staffels(post: Kostenpost, perioden: int, minste: int = 0) -> list[Staffel]:
    """The lowest and the highest price of an item for so many of its periods; none where it has no amount."""
    treden = [(trede.vanaf, trede.bedrag * perioden) for trede in sorted(post.staffel)]
    return [Staffel(((0, bedrag * perioden), *treden), minste) for bedrag in post.bedrag or ()]
