"""What is in a folder itself: a catalogue of another may hold links, and those are not followed."""

import os
from collections.abc import Iterable
from pathlib import Path

from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml


def lees_gewoon(bestand: Path) -> Document | Fout:
    """Read one file, when it is one; see ``lees_yaml``."""
    if os.path.lexists(bestand) and (bestand.is_symlink() or not bestand.is_file()):
        return Fout(bestand, 1, "", "is geen gewoon bestand; zet het bestand zelf in de map, geen verwijzing")
    return lees_yaml(bestand)


def lees_of_meld(bestand: Path, fouten: list[Fout]) -> Document | None:
    """The same; what cannot be read goes to ``fouten``."""
    document = lees_gewoon(bestand)
    if isinstance(document, Fout):
        fouten.append(document)
        return None
    return document


def bestanden_in(map_: Path, fouten: list[Fout], patroon: str = "*.yaml") -> list[Path]:
    """What is in a folder and has a name like ``patroon``; adds a fault when the folder is a link."""
    if geweigerd := verwijzingen([map_]):
        fouten += geweigerd
        return []
    return sorted(map_.glob(patroon))


def verwijzingen(paden: Iterable[Path]) -> list[Fout]:
    """A fault for each path that is a link or a device: who reads or writes there is in another place."""
    melding = "is geen gewoon bestand of gewone map; zet het hier zelf neer, geen verwijzing"
    return [
        Fout(pad, 1, "", melding)
        for pad in paden
        if os.path.lexists(pad) and (pad.is_symlink() or not (pad.is_file() or pad.is_dir()))
    ]
