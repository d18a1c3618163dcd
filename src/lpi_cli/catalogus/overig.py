"""The files in a catalogue's folder that take no part, each with what to do about it."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from shlex import quote

from lpi_cli.catalogus.blad import ANDERE, EXTENSIES
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.gelezen import GELEZEN, lees_gelezen
from lpi_cli.catalogus.nieuw import maak_id

MEESTE = 200
"""Files that are told; a folder with more is no catalogue."""
_VAN_ELKE = ("begrippen.yaml", "bronnen.yaml", "begrippen.yml", "bronnen.yml", GELEZEN)
"""The files beside the folders of any catalogue: read, or told as a fault."""
_GELEZEN_MAPPEN = ("schema", "uitleg")


def doet_niet_mee(map_: Path, ook_gelezen: Iterable[str]) -> Iterator[Fout]:
    """A warning for each file that is not read. ``ook_gelezen``: what the bundled catalogue has more."""
    bekend = {map_ / naam for naam in (*_VAN_ELKE, *(f"{naam}.yaml" for naam in ook_gelezen))}
    gelezen = lees_gelezen(map_)
    for bestand in islice(_bestanden(map_), MEESTE):
        if bestand not in bekend and not _doet_mee(bestand, map_):
            if bestand.suffix.lower() in EXTENSIES and _is_gelezen(bestand, gelezen.values()):
                continue
            yield Fout(bestand, 1, "", _wat_te_doen(bestand, map_))


def _bestanden(map_: Path) -> Iterator[Path]:
    """All files, by name; not what is hidden, nor what another program keeps in a folder of its own."""
    for plek, mappen, namen in os.walk(map_):
        mappen[:] = sorted(naam for naam in mappen if not naam.startswith((".", "__")))
        if Path(plek) == map_:
            mappen[:] = [naam for naam in mappen if naam not in _GELEZEN_MAPPEN]
        yield from (
            Path(plek) / naam
            for naam in sorted(namen)
            if not naam.startswith((".", "~$", "README", "LICENSE"))
        )


def _doet_mee(bestand: Path, map_: Path) -> bool:
    return bestand.parent == map_ / "interventies" and bestand.suffix in (".yaml", ".yml")


def _is_gelezen(bestand: Path, teksten: Iterable[str]) -> bool:
    return any(f"bron: {maak_id(bestand.stem)}\n" in tekst for tekst in teksten)


def _wat_te_doen(bestand: Path, map_: Path) -> str:
    extensie, pad = bestand.suffix.lower(), quote(str(bestand))
    if extensie in EXTENSIES:
        return f"doet niet mee; lees het met: lpi catalogus lees {pad} {quote(str(map_))}"
    if extensie in ANDERE:
        return f"doet niet mee; bewaar het als .xlsx en lees het met: lpi catalogus lees {quote(str(bestand.with_suffix('.xlsx')))} {quote(str(map_))}"
    if ".yaml" in bestand.suffixes[:-1]:
        return f"doet niet mee; noem het bestand {bestand.stem}"
    if extensie in (".yaml", ".yml") and bestand.parent == map_:
        return "wordt niet gelezen; zet een interventie in de map interventies"
    if extensie in (".yaml", ".yml"):
        return f"doet niet mee; zet het in {map_ / 'interventies'} zelf, niet in een map daarin"
    return f"doet niet mee; neem het over met: lpi catalogus nieuw {quote(str(map_))}"
