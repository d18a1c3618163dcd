"""The ready file: a checked catalogue as JSON, one line a part, so a start only reads.

It is made when the package is built (``lpi_cli/catalog/gereed.jsonl``). A folder that
has none, such as a checkout, is checked once and its ready file kept in the user's cache
until a file in the folder changes. A cache that does not fit is made again.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lpi_cli import __version__
from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import CatalogusFout
from lpi_cli.catalogus.model import Begrip, Bron, Interventie, Keuzehulp, Kwaliteitscriteria
from lpi_cli.catalogus.record import maak

if TYPE_CHECKING:
    from lpi_cli.catalogus.controle import Gecontroleerd

BESTANDSNAAM = "gereed.jsonl"


class Catalogus(NamedTuple):
    """Everything the program knows, in memory."""

    begrippen: Mapping[str, Mapping[str, Begrip]]
    bronnen: Mapping[str, Bron]
    keuzehulp: Keuzehulp
    kwaliteitscriteria: Kwaliteitscriteria
    interventies: tuple[Interventie, ...]
    zoekteksten: tuple[str, ...]
    """Per intervention, in the same order: all its text in the form of ``klankvorm``."""


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
    """Build the catalogue from a ready file."""
    _, begrippen, bronnen, keuzehulp, criteria, *regels = inhoud.splitlines()
    interventies = [json.loads(regel) for regel in regels]
    return Catalogus(
        begrippen={
            lijst: {code: maak(Begrip, begrip) for code, begrip in woorden.items()}
            for lijst, woorden in json.loads(begrippen).items()
        },
        bronnen={id_: maak(Bron, bron) for id_, bron in json.loads(bronnen).items()},
        keuzehulp=maak(Keuzehulp, json.loads(keuzehulp)),
        kwaliteitscriteria=maak(Kwaliteitscriteria, json.loads(criteria)),
        interventies=tuple([maak(Interventie, gegevens) for gegevens in interventies]),
        zoekteksten=tuple([gegevens["zoektekst"] for gegevens in interventies]),
    )


def schrijf(gecontroleerd: "Gecontroleerd", vingerafdruk: str = "") -> bytes:
    """The ready file of a checked catalogue. Raises ``CatalogusFout`` when it has faults."""
    from lpi_cli.catalogus.zoektekst import zoektekst

    if gecontroleerd.fouten or gecontroleerd.keuzehulp is None:
        raise CatalogusFout(gecontroleerd.fouten)
    delen: list[object] = [
        {"vingerafdruk": vingerafdruk},
        gecontroleerd.begrippen,
        gecontroleerd.bronnen,
        gecontroleerd.keuzehulp,
        gecontroleerd.kwaliteitscriteria,
    ]
    for gegevens in gecontroleerd.interventies:
        delen.append({**gegevens, "zoektekst": zoektekst(gegevens, gecontroleerd.begrippen)})
    return "\n".join(json.dumps(deel, ensure_ascii=False) for deel in delen).encode() + b"\n"


def _laad_via_cache(map_: Path) -> Catalogus:
    vingerafdruk = _vingerafdruk(map_)
    cache = _cachebestand(map_)
    try:
        inhoud = cache.read_bytes()
        if json.loads(inhoud.split(b"\n", 1)[0])["vingerafdruk"] == vingerafdruk:
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
    from platformdirs import user_cache_path

    return user_cache_path("lpi") / f"{sha256(str(map_.resolve()).encode()).hexdigest()[:16]}.jsonl"


def _vingerafdruk(map_: Path) -> str:
    """Changes whenever a file of the catalogue, the model or the version changes."""
    bestanden = [Path(model.__file__), *_yaml_bestanden(map_)]
    staten = [(str(b), s.st_mtime_ns, s.st_size) for b in bestanden for s in [b.stat()]]
    return sha256(repr((__version__, staten)).encode()).hexdigest()


def _yaml_bestanden(map_: Path) -> Iterator[Path]:
    yield from sorted(map_.glob("*.yaml"))
    yield from sorted(map_.glob("*/*.yaml"))
