"""What can be wrong with a catalogue file, said in one line each."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

MEESTE_FOUTEN = 50
"""Faults of one file that are told; who has more sees the rest when these are mended."""
LANGSTE_CITAAT = 80
"""Characters of what someone wrote that are repeated, to find it by."""


class Fout(NamedTuple):
    """One fault: where it stands (``regel`` 0: the whole file), and what is wrong and accepted (Dutch)."""

    bestand: Path
    regel: int
    veld: str
    melding: str

    def __str__(self) -> str:
        return self.als_regel()

    def als_regel(self, soort: str = "") -> str:
        """One line; ``soort`` says that it is no fault, such as ``let op``."""
        plek = f"{self.bestand}:{self.regel}" if self.regel else str(self.bestand)
        return ": ".join(deel for deel in (plek, soort, self.veld, self.melding) if deel)

    def van_map(self, mappen: Iterable[Path]) -> Path | None:
        """The catalogue of ``mappen`` that the file belongs to: of folders in each other the innermost."""
        erboven = [map_ for map_ in mappen if self.bestand.is_relative_to(map_)]
        return max(erboven, key=lambda map_: len(map_.parts), default=None)


class BewaardeFout(NamedTuple):
    """A fault as it is kept: with the number of its folder, which may be named otherwise next time."""

    map_: int
    bestand: str
    regel: int
    veld: str
    melding: str


class CatalogusFout(Exception):
    """The catalogue cannot be used; carries every fault that was found."""

    def __init__(self, fouten: list[Fout]) -> None:
        self.fouten = fouten
        self.regels = [regel for regels in per_bestand(fouten) for regel in regels]
        super().__init__("\n".join(self.regels))


def per_bestand(fouten: Iterable[Fout], soort: str = "") -> Iterator[list[str]]:
    """The lines for each file, by file and line: not more than one can mend at once, and how many more there are."""
    gesorteerd = sorted(fouten, key=lambda fout: (str(fout.bestand), fout.regel))
    for bestand, groep in groupby(gesorteerd, key=lambda fout: fout.bestand):
        van_bestand = list(groep)
        regels = [fout.als_regel(soort) for fout in van_bestand[:MEESTE_FOUTEN]]
        if rest := len(van_bestand[MEESTE_FOUTEN:]):
            meer = Fout(bestand, 0, "", f"en nog {rest}; verbeter eerst wat hierboven staat")
            regels.append(meer.als_regel(soort))
        yield regels


def citaat(tekst: str) -> str:
    """What someone wrote, in quotes; of a long text only how it begins."""
    return repr(tekst if len(tekst) <= LANGSTE_CITAAT else f"{tekst[:LANGSTE_CITAAT]}…")
