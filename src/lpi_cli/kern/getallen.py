"""Numbers and amounts as people type them."""

import re
from collections.abc import Callable
from decimal import Decimal

from lpi_cli.kern.vraagfout import Vraagfout

_DUIZENDTALLEN = r"[0-9]{1,3}(?:[. ][0-9]{3})+"


def geheel_getal(minimum: int, maximum: int) -> Callable[[str], int]:
    """Reads a whole number from ``minimum`` to ``maximum``, or raises ``Vraagfout``."""

    def lees(tekst: str) -> int:
        kaal = _zonder_duizendteken(tekst)
        if not re.fullmatch(r"[0-9]{1,9}", kaal) or not minimum <= int(kaal) <= maximum:
            raise Vraagfout(f"{tekst!r} kan niet; geef een heel getal van {minimum} tot {maximum}.")
        return int(kaal)

    return lees


def lees_euro(tekst: str, *, ook_nul: bool = False) -> Decimal:
    """An amount (``95``, ``95,50``, ``€ 1.250,-``, ``10k``) in euros, exact; more than nothing, unless ``ook_nul``.

    Raises ``Vraagfout``.
    """
    klein = " ".join(tekst.lower().split())
    kaal = re.sub(r",[-–]+$", "", re.sub(r"^(?:€|euro?)\s*|\s*(?:€|euro?)$", "", klein))
    duizend = re.fullmatch(r"([0-9]{1,6}(?:[.,][0-9]{1,2})?) ?(?:k|duizend)", kaal)
    kaal = duizend[1] if duizend else _zonder_duizendteken(kaal)
    is_getal = re.fullmatch(r"[0-9]{1,9}(?:[.,][0-9]{1,2})?", kaal)
    bedrag = Decimal(kaal.replace(",", ".")) * (1000 if duizend else 1) if is_getal else None
    if bedrag is None or (not bedrag and not ook_nul):
        raise Vraagfout(f"{tekst!r} is geen bedrag; schrijf het als 95 of 95,50.")
    return bedrag


def _zonder_duizendteken(tekst: str) -> str:
    """A number in groups of three digits (``2.500``, ``10 000``) as ``2500`` and ``10000``."""
    heel, komma, cent = tekst.strip().partition(",")
    is_in_groepen = re.fullmatch(_DUIZENDTALLEN, heel)
    return (re.sub("[. ]", "", heel) if is_in_groepen else heel) + komma + cent
