"""Whether an amount fits a budget, and for how many people the budget would do."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, NamedTuple

from lpi_cli.catalogus.model import Bedragbereik


class Budget(NamedTuple):
    """Whether a total fits; None when it may, as long as something is open."""

    past: Annotated[bool | None, "null: misschien, want er staat iets open"]
    tekort: Annotated[Decimal, "hoeveel ten minste te kort, of 0"]
    mensen: Annotated[int | None, "als het niet past: voor hoeveel mensen het budget wel genoeg is"] = None
    bedrag: Annotated[Decimal | None, "wat het voor die mensen kost"] = None

    def met_open_vraag(self) -> "Budget":
        """The same as long as something must be asked: what fits, may fit."""
        return self._replace(past=None) if self.past else self


def beoordeel_budget(
    totaal: Bedragbereik,
    budget: Decimal,
    *,
    is_open: bool,
    mensen: int,
    voor: Callable[[int], Decimal | None],
) -> Budget:
    """Whether a total fits a budget, both in euros; what is short, and for how many of ``mensen`` it does.

    ``is_open``: whether something of it must be asked first. ``voor``: what so many people would cost at most;
    None when that cannot be said.
    """
    if totaal.van <= budget:
        return Budget(past=None if is_open or totaal.tot > budget else True, tekort=Decimal(0))
    aantal, bedrag = _meeste(budget, mensen, voor)
    return Budget(past=False, tekort=totaal.van - budget, mensen=aantal, bedrag=bedrag)


def _meeste(
    budget: Decimal, mensen: int, voor: Callable[[int], Decimal | None]
) -> tuple[int, Decimal] | tuple[None, None]:
    """The most people that the budget does for, and what they cost."""
    kan, te_veel, bedrag = 0, mensen, Decimal(0)
    while te_veel - kan > 1:
        midden = (kan + te_veel) // 2
        kosten = voor(midden)
        if kosten is not None and kosten <= budget:
            kan, bedrag = midden, kosten
        else:
            te_veel = midden
    return (kan, bedrag) if kan else (None, None)
