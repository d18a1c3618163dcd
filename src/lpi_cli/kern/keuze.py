"""Choose from a few words of the program itself, such as orders and groupings."""

from collections.abc import Mapping
from typing import TypeVar

from lpi_cli.catalogus.woorden import naaste
from lpi_cli.kern.vraagfout import Vraagfout

T = TypeVar("T")


def kies_uit(woord: str, keuzes: Mapping[str, T], soort: str) -> T:
    """What ``woord`` stands for. Raises ``Vraagfout`` that names the choices and the nearest."""
    if woord in keuzes:
        return keuzes[woord]
    gok = naaste(woord, keuzes)
    bedoeld = f" Bedoelt u {gok!r}?" if gok else ""
    raise Vraagfout(f"{woord!r} is geen {soort}; kies uit {', '.join(keuzes)}.{bedoeld}")
