"""The ready file: a checked catalogue as JSON, one line a part, so a start only reads.

It is made when the package is built (``lpi_cli/catalog/gereed.jsonl``). A folder that
has none, such as a checkout, is checked once and its ready file kept in the user's cache
until a file in the folder changes. A cache that does not fit is made again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lpi_cli import __version__
from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import CatalogusFout
from lpi_cli.catalogus.record import maak

if TYPE_CHECKING:
    from lpi_cli.catalogus.controle import Gecontroleerd

T = TypeVar("T")
BESTANDSNAAM = "gereed.jsonl"


class Catalogus:
    """Everything the program knows. Each part is built when it is first asked for."""

    def __init__(self, delen: Mapping[str, bytes], regels: Sequence[bytes]) -> None:
        """``delen``: name → JSON of a part; ``regels``: JSON of each intervention."""
        self._delen = delen
        self._regels = regels

    def _deel(self, naam: str, soort: type[T]) -> T:
        return maak(soort, json.loads(self._delen[naam]))

    @cached_property
    def begrippen(self) -> model.Begrippen:
        """The vocabularies: name of the list → code → word."""
        return self._deel("begrippen", model.Begrippen)

    @cached_property
    def bronnen(self) -> model.Bronnen:
        return self._deel("bronnen", model.Bronnen)

    @cached_property
    def keuzehulp(self) -> model.Keuzehulp:
        return self._deel("keuzehulp", model.Keuzehulp)

    @cached_property
    def kwaliteitscriteria(self) -> model.Kwaliteitscriteria:
        return self._deel("kwaliteitscriteria", model.Kwaliteitscriteria)

    @cached_property
    def cijfers(self) -> model.Cijfers:
        return self._deel("cijfers", model.Cijfers)

    @cached_property
    def uitleg(self) -> model.Onderwerpen:
        """The topics, by id."""
        return self._deel("uitleg", model.Onderwerpen)

    @cached_property
    def _gegevens(self) -> list[dict[str, Any]]:
        return [json.loads(regel) for regel in self._regels]

    @cached_property
    def interventies(self) -> tuple[model.Interventie, ...]:
        return tuple([maak(model.Interventie, gegevens) for gegevens in self._gegevens])

    @cached_property
    def zoekteksten(self) -> tuple[str, ...]:
        """Per intervention, in the same order: all its text in the form of ``klankvorm``."""
        return tuple([gegevens["zoektekst"] for gegevens in self._gegevens])


def laad() -> Catalogus:
    """The bundled catalogue. Raises ``CatalogusFout`` when its files are wrong."""
    map_ = gebundelde_map()
    gereed = map_ / BESTANDSNAAM
    return lees(gereed.read_bytes()) if gereed.exists() else _laad_via_cache(map_)


def gebundelde_map() -> Path:
    """The folder ``catalog/``: inside the installed package, or at the top of a checkout."""
    pakket = Path(__file__).parent.parent
    in_pakket = pakket / "catalog"
    return in_pakket if in_pakket.is_dir() else pakket.parent.parent / "catalog"


def lees(inhoud: bytes) -> Catalogus:
    """The catalogue in a ready file. Raises ``ValueError`` or ``KeyError`` when it is none."""
    kop, *regels = inhoud.splitlines()
    namen = json.loads(kop)["delen"]
    return Catalogus(dict(zip(namen, regels[: len(namen)], strict=True)), regels[len(namen) :])


def schrijf(gecontroleerd: "Gecontroleerd", vingerafdruk: str = "") -> bytes:
    """The ready file of a checked catalogue. Raises ``CatalogusFout`` when it has faults."""
    from lpi_cli.catalogus.zoektekst import zoektekst

    if gecontroleerd.fouten:
        raise CatalogusFout(gecontroleerd.fouten)
    begrippen = gecontroleerd.delen["begrippen"]
    regels: list[object] = [*gecontroleerd.delen.values()]
    for gegevens in gecontroleerd.interventies:
        regels.append({**gegevens, "zoektekst": zoektekst(gegevens, begrippen)})
    inhoud = "\n".join(json.dumps(regel, ensure_ascii=False) for regel in regels).encode() + b"\n"
    kop = {"vingerafdruk": vingerafdruk, "som": _som(inhoud), "delen": list(gecontroleerd.delen)}
    return json.dumps(kop).encode() + b"\n" + inhoud


def _som(inhoud: bytes) -> str:
    """Tells a damaged cache from a whole one."""
    from hashlib import sha256

    return sha256(inhoud).hexdigest()


def _laad_via_cache(map_: Path) -> Catalogus:
    vingerafdruk = _vingerafdruk(map_)
    cache = _cachebestand(map_)
    try:
        inhoud = cache.read_bytes()
        eerste, _, rest = inhoud.partition(b"\n")
        kop = json.loads(eerste)
        if kop["vingerafdruk"] == vingerafdruk and kop["som"] == _som(rest):
            return lees(inhoud)
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no cache, or not ours: make it again

    from lpi_cli.bestanden import schrijf_atomair
    from lpi_cli.catalogus.controle import controleer_map

    inhoud = schrijf(controleer_map(map_), vingerafdruk)
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        schrijf_atomair(cache, inhoud)
    except OSError:
        pass  # a read-only home only costs the cache
    return lees(inhoud)


def _cachebestand(map_: Path) -> Path:
    from hashlib import sha256

    from platformdirs import user_cache_path

    return user_cache_path("lpi") / f"{sha256(str(map_.resolve()).encode()).hexdigest()[:16]}.jsonl"


def _vingerafdruk(map_: Path) -> str:
    """Changes whenever a file of the catalogue, this package or the version changes."""
    from hashlib import sha256

    code = sorted(Path(__file__).parent.glob("*.py"))
    staten = [(str(b), s.st_mtime_ns, s.st_size) for b in (*code, *_yaml_bestanden(map_)) for s in [b.stat()]]
    return sha256(repr((__version__, staten)).encode()).hexdigest()


def _yaml_bestanden(map_: Path) -> Iterator[Path]:
    yield from sorted(map_.glob("*.yaml"))
    yield from sorted(map_.glob("*/*.yaml"))
