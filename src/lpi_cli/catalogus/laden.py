"""Load the catalogue from its ready file.

The bundled one has that file since the package was built. Other folders, a checkout and own
catalogues, are checked once and their ready file is kept in the cache.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lpi_cli.catalogus.catalogus import Catalogus
from lpi_cli.catalogus.fouten import BewaardeFout, Fout
from lpi_cli.catalogus.gereed import BESTANDSNAAM, Gereed, schrijf, schrijf_delen


def laad(mappen: Sequence[Path] = ()) -> Catalogus:
    """The bundled catalogue with own ones in ``mappen`` laid over it, each over those before.

    Raises ``CatalogusFout`` when the bundled files are wrong; faults in own files are kept
    in ``Catalogus.fouten``, and ``OSError`` tells that a folder cannot be read.
    """
    basis = laad_basis()
    return _laad_eigen(mappen, basis) if mappen else Catalogus(basis)


def laad_basis() -> Gereed:
    """The ready file of the bundled catalogue. Raises ``CatalogusFout``."""
    map_ = gebundelde_map()
    gereed = map_ / BESTANDSNAAM
    if gereed.exists():
        return Gereed(gereed.read_bytes())

    from lpi_cli.catalogus.cache import via_cache

    def maak_gereed(stand: str) -> bytes:
        from lpi_cli.catalogus.controle import controleer_map

        return schrijf(controleer_map(map_), stand)

    return via_cache([map_], None, maak_gereed)


def _laad_eigen(mappen: Sequence[Path], basis: Gereed) -> Catalogus:
    from lpi_cli.catalogus.cache import via_cache

    def maak_gereed(stand: str) -> bytes:
        from lpi_cli.catalogus.eigen import controleer_eigen

        eigen = controleer_eigen(mappen, basis)
        delen = eigen.delen | {
            "fouten": _zonder_map(eigen.fouten, mappen),
            "let_op": _zonder_map(eigen.let_op, mappen),
        }
        return schrijf_delen(delen, eigen.interventies, eigen.codes, stand)

    return Catalogus(basis, via_cache(mappen, basis.kop["som"], maak_gereed), mappen)


def _zonder_map(fouten: Sequence[Fout], mappen: Sequence[Path]) -> list[dict[str, Any]]:
    """Faults with their file inside its folder, so that they hold wherever that is named from."""
    return [
        BewaardeFout(nr, str(fout.bestand.relative_to(map_)), *fout[1:])._asdict()
        for nr, map_ in enumerate(mappen)
        for fout in fouten
        if fout.van_map(mappen) == map_
    ]


def gebundelde_map() -> Path:
    """The folder ``catalog/``: inside the installed package, or at the top of a checkout."""
    pakket = Path(__file__).parent.parent
    in_pakket = pakket / "catalog"
    return in_pakket if in_pakket.is_dir() else pakket.parent.parent / "catalog"
