"""The ready file: a checked catalogue as JSON, one line a part, so a start only reads.

It is made when the package is built (``lpi_cli/catalog/gereed.jsonl``). Other folders, a
checkout and own catalogues, are checked once and their ready file kept in the user's cache
until a file in the folder changes. A cache that does not fit is made again, and none is kept
of files that changed just now.
"""

import json
import os
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from lpi_cli import __version__
from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.record import als_rij, maak, maak_uit_rij

if TYPE_CHECKING:
    from lpi_cli.catalogus.controle import Gecontroleerd
    from lpi_cli.catalogus.model_toets import Kwaliteitscriteria
    from lpi_cli.catalogus.model_uitleg import Cijfers, Onderwerpen

BESTANDSNAAM = "gereed.jsonl"
ZOEKTEKSTEN = "zoekteksten"
"""The part with the search text of each intervention, by id."""
GROFSTE_KLOK = 2_000_000_000
"""Nanoseconds between two times that some disks, such as FAT, tell apart."""

_Staat: TypeAlias = tuple[str, int, int, int]
"""Of a file: name, time of its text and of its entry on the disk in nanoseconds, size.

A copy may keep the first time and the size of what it replaces, but not the second time.
"""


class Gereed:
    """A ready file in memory: a line that says what is in it, the parts, the interventions."""

    def __init__(self, inhoud: bytes) -> None:
        """Raises ``ValueError``, ``KeyError`` or ``TypeError`` when it is no ready file."""
        self._inhoud = inhoud
        regels = BytesIO(inhoud)  # shares the bytes: nothing is copied
        self.kop = json.loads(regels.readline())
        self._plekken: dict[str, int] = {}
        for naam in self.kop["delen"]:
            self._plekken[naam] = regels.tell()
            regels.readline()
        self._interventies = regels.tell()

    @property
    def is_heel(self) -> bool:
        """Whether nothing was lost or changed by accident since it was written."""
        begin = self._inhoud.index(b"\n") + 1
        return bool(self.kop["som"] == _som(self.kop["delen"], memoryview(self._inhoud)[begin:]))

    def deel(self, naam: str) -> Any:
        return json.loads(next(self._regels(self._plekken[naam])))

    def interventies(self) -> Iterator[list[Any]]:
        """Each intervention as the row of its record; see ``record``."""
        return map(json.loads, self._regels(self._interventies))

    def _regels(self, vanaf: int) -> Iterator[bytes]:
        regels = BytesIO(self._inhoud)
        regels.seek(vanaf)
        return regels


class Catalogus:
    """Everything the program knows. Each part is built when it is first asked for."""

    def __init__(self, basis: Gereed, eigen: Gereed | None = None, mappen: Sequence[Path] = ()) -> None:
        """``eigen``: what the own catalogues in ``mappen`` lay over the bundled ``basis``."""
        self._basis = basis
        self._eigen = eigen
        self.mappen = mappen

    def _uit_eigen(self, naam: str) -> dict[str, Any]:
        return self._eigen.deel(naam) if self._eigen else {}

    @cached_property
    def begrippen(self) -> model.Begrippen:
        """The vocabularies: name of the list → code → word."""
        gegevens = self._basis.deel("begrippen")
        for lijst, woorden in self._uit_eigen("begrippen").items():
            gegevens[lijst] |= woorden
        return maak(model.Begrippen, gegevens)

    @cached_property
    def bronnen(self) -> model.Bronnen:
        return maak(model.Bronnen, self._basis.deel("bronnen") | self._uit_eigen("bronnen"))

    @cached_property
    def keuzehulp(self) -> model.Keuzehulp:
        return maak(model.Keuzehulp, self._basis.deel("keuzehulp"))

    @cached_property
    def kwaliteitscriteria(self) -> "Kwaliteitscriteria":
        from lpi_cli.catalogus.model_toets import Kwaliteitscriteria

        return maak(Kwaliteitscriteria, self._basis.deel("kwaliteitscriteria"))

    @cached_property
    def cijfers(self) -> "Cijfers":
        from lpi_cli.catalogus.model_uitleg import Cijfers

        return maak(Cijfers, self._basis.deel("cijfers"))

    @cached_property
    def uitleg(self) -> "Onderwerpen":
        """The topics, by id."""
        from lpi_cli.catalogus.model_uitleg import Onderwerpen

        return maak(Onderwerpen, self._basis.deel("uitleg"))

    @cached_property
    def interventies(self) -> tuple[model.Interventie, ...]:
        """All interventions, by id; an own one stands in the place of the bundled one."""
        alle = [maak_uit_rij(model.Interventie, rij) for rij in self._basis.interventies()]
        if self._eigen is not None:
            alle = [interventie for interventie in alle if interventie.id not in self.herkomst]
            alle += [maak_uit_rij(model.Interventie, rij) for rij in self._eigen.interventies()]
            alle.sort(key=lambda interventie: interventie.id)
        return tuple(alle)

    @cached_property
    def zoekteksten(self) -> tuple[str, ...]:
        """Per intervention, in the same order: all its text, to search in with ``woorden.bevat``."""
        teksten = self._basis.deel(ZOEKTEKSTEN) | self._uit_eigen(ZOEKTEKSTEN)
        return tuple([teksten[interventie.id] for interventie in self.interventies])

    @cached_property
    def herkomst(self) -> Mapping[str, model.Herkomst]:
        """By id: the interventions in which an own catalogue had a part."""
        return maak(dict[str, model.Herkomst], self._uit_eigen("herkomst"))

    def is_eigen(self, id_: str) -> bool:
        """Whether an intervention is an own catalogue's alone, in no publication of the bundled one."""
        return id_ in self.herkomst and self.herkomst[id_].soort is model.Herkomstsoort.EIGEN

    @cached_property
    def bronmappen(self) -> Mapping[str, str]:
        """The own sources: id → name of the own catalogue that has it."""
        return self._uit_eigen("bronmappen")

    @cached_property
    def fouten(self) -> tuple[Fout, ...]:
        """What is wrong in the own catalogues, and so does not take part."""
        return self._meldingen("fouten")

    @cached_property
    def let_op(self) -> tuple[Fout, ...]:
        """Where an own catalogue takes away what an earlier own one says."""
        return self._meldingen("let_op")

    def _meldingen(self, deel: str) -> tuple[Fout, ...]:
        if self._eigen is None:
            return ()
        return tuple(Fout(self.mappen[nr] / pad, *rest) for nr, pad, *rest in self._eigen.deel(deel))


def laad(mappen: Sequence[Path] = ()) -> Catalogus:
    """The bundled catalogue with own ones in ``mappen`` laid over it, each over those before.

    Raises ``CatalogusFout`` when the bundled files are wrong; faults in own files are kept
    in ``Catalogus.fouten``, and ``OSError`` tells that a folder cannot be read.
    """
    basis = laad_basis()
    return Catalogus(basis, _laad_eigen(mappen, basis), mappen) if mappen else Catalogus(basis)


def laad_basis() -> Gereed:
    """The ready file of the bundled catalogue. Raises ``CatalogusFout``."""
    map_ = gebundelde_map()
    gereed = map_ / BESTANDSNAAM
    if gereed.exists():
        return Gereed(gereed.read_bytes())

    def maak_gereed(stand: str) -> bytes:
        from lpi_cli.catalogus.controle import controleer_map

        return schrijf(controleer_map(map_), stand)

    return _via_cache([map_], None, maak_gereed)


def _laad_eigen(mappen: Sequence[Path], basis: Gereed) -> Gereed:
    def maak_gereed(stand: str) -> bytes:
        from lpi_cli.catalogus.eigen import controleer_eigen

        eigen = controleer_eigen(mappen, basis)
        delen = eigen.delen | {
            "fouten": _zonder_map(eigen.fouten, mappen),
            "let_op": _zonder_map(eigen.let_op, mappen),
        }
        return _gereed(delen, eigen.interventies, eigen.woorden, stand)

    return _via_cache(mappen, basis.kop["som"], maak_gereed)


def _zonder_map(fouten: Sequence[Fout], mappen: Sequence[Path]) -> list[list[Any]]:
    """Faults with their file inside its folder, so that they hold wherever that is named from."""
    return [
        [nr, str(fout.bestand.relative_to(map_)), *fout[1:]]
        for nr, map_ in enumerate(mappen)
        for fout in fouten
        if fout.van_map(mappen) == map_
    ]


def gebundelde_map() -> Path:
    """The folder ``catalog/``: inside the installed package, or at the top of a checkout."""
    pakket = Path(__file__).parent.parent
    in_pakket = pakket / "catalog"
    return in_pakket if in_pakket.is_dir() else pakket.parent.parent / "catalog"


def lees(inhoud: bytes) -> Catalogus:
    """The catalogue in a ready file. Raises ``ValueError`` or ``KeyError`` when it is none."""
    return Catalogus(Gereed(inhoud))


def schrijf(gecontroleerd: "Gecontroleerd", stand: str = "") -> bytes:
    """The ready file of a checked catalogue. Raises ``CatalogusFout`` when it has faults.

    ``stand``: of what it was made, for a file that is kept in the cache.
    """
    if gecontroleerd.fouten:
        raise CatalogusFout(gecontroleerd.fouten)
    delen = gecontroleerd.delen
    return _gereed(delen, gecontroleerd.interventies, delen["begrippen"], stand)


def _gereed(
    delen: Mapping[str, Any],
    interventies: Sequence[Mapping[str, Any]],
    begrippen: Mapping[str, Any],
    stand: str,
) -> bytes:
    """``begrippen``: the words whose names belong to what one can search."""
    from lpi_cli.catalogus.zoektekst import zoektekst

    delen = {**delen, ZOEKTEKSTEN: {een["id"]: zoektekst(een, begrippen) for een in interventies}}
    rijen = [als_rij(model.Interventie, een) for een in interventies]
    regels = [
        json.dumps(deel, ensure_ascii=False, separators=(",", ":")) for deel in (*delen.values(), *rijen)
    ]
    inhoud = "\n".join(regels).encode(errors="surrogatepass") + b"\n"  # names of files may be no UTF-8
    kop = {"stand": stand, "som": _som(list(delen), inhoud), "delen": list(delen)}
    return json.dumps(kop).encode() + b"\n" + inhoud


def _som(delen: Sequence[str], inhoud: bytes | memoryview) -> int:
    """Tells a damaged file from a whole one: of the names of the parts, and all that comes after them."""
    return zlib.crc32(inhoud, zlib.crc32(json.dumps(delen).encode()))


def _via_cache(mappen: Sequence[Path], basis: int | None, maak_gereed: Callable[[str], bytes]) -> Gereed:
    """The ready file of some folders: the one that was kept if it still fits, or a new one."""
    plekken = [str(map_.resolve()) for map_ in mappen]
    cache = _cachebestand(plekken)
    nu = time.time_ns()
    staten = [[*_staten(map_)] for map_ in mappen]
    stand = json.dumps([__version__, basis, [*_codestaten()], plekken, staten])
    try:
        gereed = Gereed(cache.read_bytes())
        if gereed.kop["stand"] == stand and gereed.is_heel:
            return gereed
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # no cache, or not ours: make it again

    from lpi_cli.bestanden import schrijf_atomair

    inhoud = maak_gereed(stand)
    if _is_net_gewijzigd(staten, nu):
        return Gereed(inhoud)
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        schrijf_atomair(cache, inhoud)
    except OSError:
        pass  # a read-only home only costs the cache
    return Gereed(inhoud)


def _is_net_gewijzigd(staten: Sequence[Sequence[_Staat]], nu: int) -> bool:
    """Whether a file changed so shortly ago that a coarse clock may give its next change the same time."""
    return any(
        abs(nu - moment) < GROFSTE_KLOK
        for van_map in staten
        for _, gewijzigd, veranderd, _ in van_map
        for moment in (gewijzigd, veranderd)
    )


def _cachebestand(plekken: Sequence[str]) -> Path:
    """Where the ready file of these folders is kept. Two that share it only push each other out."""
    from platformdirs import user_cache_path

    return user_cache_path("lpi") / f"{zlib.crc32(os.fsencode(os.pathsep.join(plekken))):08x}.jsonl"


def _codestaten() -> Iterator[_Staat]:
    """The state of the code that makes a ready file: another version makes another one."""
    return (_staat(bestand.name, bestand.stat()) for bestand in sorted(Path(__file__).parent.glob("*.py")))


def _staten(map_: Path) -> Iterator[_Staat]:
    """The state of each file that may belong to a catalogue."""
    for deel in (".", "interventies", "uitleg"):
        if deel != "." and (map_ / deel).is_symlink():  # a link is refused, and so differs from a folder
            yield _staat(deel, (map_ / deel).lstat())
        if (map_ / deel).is_dir():
            with os.scandir(map_ / deel) as bestanden:
                for bestand in sorted(bestanden, key=lambda bestand: bestand.name):
                    if bestand.name.lower().endswith((".yaml", ".yml")):
                        yield _staat(f"{deel}/{bestand.name}", bestand.stat(follow_symlinks=False))


def _staat(naam: str, staat: os.stat_result) -> _Staat:
    return naam, staat.st_mtime_ns, staat.st_ctime_ns, staat.st_size
