"""What can be wrong with a catalogue file, said in one line each."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


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
        super().__init__("\n".join(str(fout) for fout in fouten))
        self.fouten = fouten
