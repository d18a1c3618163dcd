"""Names of what the program itself has, such as formats, orders and groupings."""

from collections.abc import Mapping
from typing import TypeVar

from lpi_cli.catalogus.woorden import naaste
from lpi_cli.kern.vraagfout import Vraagfout, bedoelt_u

T = TypeVar("T")


def lees_naam(tekst: str, namen: Mapping[str, T], soort: str) -> T:
    """What has the name ``tekst``. Raises ``Vraagfout`` that tells the names and the nearest."""
    if tekst in namen:
        return namen[tekst]
    gok = naaste(tekst, namen)
    raise Vraagfout(f"{tekst!r} is geen {soort}; kies uit {', '.join(namen)}.{bedoelt_u(gok)}")
