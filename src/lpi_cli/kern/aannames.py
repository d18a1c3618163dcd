"""What someone says to calculate costs with; each field is an option of the commands that calculate."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, NamedTuple, get_origin

from lpi_cli.kern.getallen import geheel_getal, lees_euro


class Invoersoort(NamedTuple):
    """How a value is given: what stands for it in the help, and how it is read."""

    metavar: str
    lees: Callable[[str], Any]


AANTAL = Invoersoort("AANTAL", geheel_getal(1, 1000))
BEDRAG = Invoersoort("EURO", partial(lees_euro, ook_nul=True))
"""What there is to spend, which may be nothing."""
TARIEF = Invoersoort("EURO", lees_euro)
"""An amount per hour."""
lees_deelnemers = geheel_getal(1, 100_000)
"""A number of people that costs can be computed for."""


class Mensen(NamedTuple):
    """Numbers of people, as asked. A number that is not given is unknown: never zero, and never an equal share.

    `per_leeftijd` and `per_taal` hold the people per word, spelled as in the options (`8-12`, `kinderen`, `arabisch`);
    a word that is asked without a number has no key, and an empty mapping means that nobody divided the people.
    """

    aantal: int | None = None
    per_leeftijd: Mapping[str, int] = {}
    per_taal: Mapping[str, int] = {}


class Aannames(NamedTuple):
    """Sizes and numbers only fill in what no source publishes."""

    deelnemers: int
    """All people of the question."""
    vandaag: date
    """To tell old prices, and those that ended."""
    groepsgrootte: Annotated[int | None, "als de grootte van een groep niet gepubliceerd is", AANTAL] = None
    bijeenkomsten: Annotated[int | None, "als het aantal niet gepubliceerd is", AANTAL] = None
    gezinnen: Annotated[
        int | None, "hoeveel gezinnen de deelnemers samen zijn, voor prijzen per gezin", AANTAL
    ] = None
    uurtarief: Annotated[Decimal | None, "tel uren van personeel mee, per uur", TARIEF] = None
    tolktarief: Annotated[Decimal | None, "tel een tolk mee, per uur", TARIEF] = None
    budget: Annotated[Decimal | None, "zeg wat daarbinnen past", BEDRAG] = None
    mensen: Mensen = Mensen()
    """How they divide over the ages and languages of the question."""

    @property
    def opties(self) -> Mapping[str, Any]:
        """What was given besides the people, by the names of the options."""
        namen = [naam for naam, soort in self.__annotations__.items() if get_origin(soort)]
        return {naam: waarde for naam in namen if (waarde := getattr(self, naam)) is not None}
