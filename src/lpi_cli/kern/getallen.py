"""Numbers and amounts as people type them."""

import re
from collections.abc import Callable
from decimal import Decimal

from lpi_cli.kern.vraagfout import Vraagfout


def geheel_getal(minimum: int, maximum: int) -> Callable[[str], int]:
    """Reads a whole number from ``minimum`` to ``maximum``, or raises ``Vraagfout``."""

    def lees(tekst: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", tekst) or not minimum <= int(tekst) <= maximum:
            raise Vraagfout(f"{tekst!r} kan niet; geef een heel getal van {minimum} tot {maximum}.")
        return int(tekst)

    return lees


def lees_euro(tekst: str) -> Decimal:
    """An amount (``95``, ``95,50``, ``€ 1.250,-``) in euros, exact and more than nothing. Raises ``Vraagfout``."""
    kaal = re.sub(",-+$", "", tekst.replace("€", "").strip())
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,2})?", kaal):
        kaal = kaal.replace(".", "")
    if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,2})?", kaal) or not Decimal(kaal.replace(",", ".")):
        raise Vraagfout(f"{tekst!r} is geen bedrag; schrijf het als 95 of 95,50.")
    return Decimal(kaal.replace(",", "."))
