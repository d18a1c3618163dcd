"""The cache: the ready files of folders that were checked before, in the user's own place.

One is kept until a file in its folder changes. One that does not fit is made again, and none
is kept of files that changed just now.
"""

import json
import os
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from lpi_cli import __version__
from lpi_cli.catalogus.gereed import NIET_GEREED, Gereed

GROFSTE_KLOK = 2_000_000_000
"""Nanoseconds between two times that some disks, such as FAT, tell apart."""

_Staat: TypeAlias = tuple[str, int, int, int]
"""Of a file: name, time of its text and of its entry on the disk in nanoseconds, size.

A copy may keep the first time and the size of what it replaces, but not the second time.
"""


def via_cache(mappen: Sequence[Path], basis: int | None, maak_gereed: Callable[[str], bytes]) -> Gereed:
    """The ready file of some folders: the one that was kept if it fits, or a new one.

    One that fits is as lpi wrote it: nobody else could put it there, and whoever changes it changes its time.
    """
    plekken = [str(map_.resolve()) for map_ in mappen]
    cache = _cachebestand(plekken)
    nu = time.time_ns()
    staten = [[*_staten(map_)] for map_ in mappen]
    stand = json.dumps([__version__, basis, [*_codestaten()], plekken, staten])
    moment = max((gewijzigd for van_map in staten for _, gewijzigd, *_ in van_map), default=0)
    if cache is None:
        return Gereed(maak_gereed(stand))
    try:
        if _is_van_ons(cache) and abs(cache.stat().st_mtime_ns - moment) <= GROFSTE_KLOK:
            gereed = Gereed(cache.read_bytes())
            if gereed.kop["stand"] == stand and gereed.is_heel:
                return gereed
    except (OSError, *NIET_GEREED):
        pass  # no cache, or not what we keep there: make it again

    inhoud = maak_gereed(stand)
    if not _is_net_gewijzigd(staten, nu):
        _bewaar(cache, inhoud, moment)
    return Gereed(inhoud)


def _bewaar(cache: Path, inhoud: bytes, moment: int) -> None:
    """Keep a ready file, unless what is in its place is not ours: that is left alone.

    It gets the time of the newest file of which it was made, so that whoever changes it is found out.
    """
    from lpi_cli.bestanden import EIGEN, schrijf_atomair

    try:
        cache.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_van_ons(cache):
            schrijf_atomair(cache, inhoud, rechten=EIGEN)
            os.utime(cache, ns=(moment, moment))
    except OSError:
        pass  # a read-only home only costs the cache


def _is_van_ons(cache: Path) -> bool:
    """Whether only this user, or who may do everything, can have put something there. Raises ``OSError``."""
    soorten = {cache.parent: stat.S_ISDIR, cache: stat.S_ISREG}
    staten = [(is_soort, plek.lstat()) for plek, is_soort in soorten.items() if os.path.lexists(plek)]
    return all(
        is_soort(staat.st_mode)
        and (sys.platform == "win32" or (staat.st_uid in (0, os.geteuid()) and not staat.st_mode & 0o022))
        for is_soort, staat in staten
    )


def _is_net_gewijzigd(staten: Sequence[Sequence[_Staat]], nu: int) -> bool:
    """Whether a file changed so shortly ago that a coarse clock may give its next change the same time."""
    return any(
        abs(nu - moment) < GROFSTE_KLOK
        for van_map in staten
        for _, gewijzigd, veranderd, _ in van_map
        for moment in (gewijzigd, veranderd)
    )


def _cachebestand(plekken: Sequence[str]) -> Path | None:
    """Where the ready file of these folders is kept; None when this user has no place for it.

    Two that share it only push each other out.
    """
    from platformdirs import user_cache_path

    try:
        map_ = user_cache_path("lpi")
    except (RuntimeError, ValueError):  # no home; older versions give a path that begins with ~
        return None
    naam = f"{zlib.crc32(os.fsencode(os.pathsep.join(plekken))):08x}.jsonl"
    return map_ / naam if map_.is_absolute() else None


def _codestaten() -> Iterator[_Staat]:
    """The state of the code that makes a ready file: another version makes another one."""
    return (_staat(bestand.name, bestand.stat()) for bestand in sorted(Path(__file__).parent.glob("*.py")))


def _staten(map_: Path) -> Iterator[_Staat]:
    """The state of each file that may belong to a catalogue."""
    for deel in (".", "interventies", "uitleg"):
        if deel != "." and (map_ / deel).is_symlink():  # a link is refused, and so differs from a folder
            yield _staat(deel, (map_ / deel).lstat())
        elif (map_ / deel).is_dir():
            with os.scandir(map_ / deel) as bestanden:
                for bestand in sorted(bestanden, key=lambda bestand: bestand.name):
                    if bestand.name.lower().endswith((".yaml", ".yml")):
                        yield _staat(f"{deel}/{bestand.name}", bestand.stat(follow_symlinks=False))


def _staat(naam: str, staat: os.stat_result) -> _Staat:
    return naam, staat.st_mtime_ns, staat.st_ctime_ns, staat.st_size
