"""Quality tests that someone names: files, or ids of the catalogue."""

import os
from collections.abc import Sequence
from pathlib import Path

from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli._eigen import catalogus, meld_let_op
from lpi_cli.cli._uitvoer import melding
from lpi_cli.kern.toets import Toets, toets_uit_bestand, toets_uit_catalogus
from lpi_cli.kern.vind import vind_wat


def _is_bestand(wat: str) -> bool:
    """Whether a word names a file rather than an id, which may have a slash too: ``bamboo/youth``."""
    is_er = os.path.isfile(wat)  # noqa: PTH113  Path raises when a name is too long for a file
    return wat.lower().endswith((".yaml", ".yml")) or is_er or (os.sep in wat and not _is_van_aanbod(wat))


def _is_van_aanbod(wat: str) -> bool:
    """Whether what stands before the last slash is an intervention by its id or name."""
    gezocht = vlak(wat.rpartition("/")[0])
    return any(gezocht in (vlak(een.id), vlak(een.naam)) for een in catalogus().alle)


def alleen_bestanden(wat: Sequence[str]) -> bool:
    return bool(wat) and all(_is_bestand(een) for een in wat)


def lees_toetsen(wat: Sequence[str], doelgroep: str | None = None) -> list[Toets]:
    """The tests asked for; all faults of all files at once.

    ``doelgroep``: for whom an id is tested; a file says that itself.
    """
    from lpi_cli.catalogus.toetsbestand import lees_toets

    toetsen, fouten, let_op = [], list[Fout](), list[Fout]()
    for een in wat:
        try:
            if _is_bestand(een):
                gelezen = lees_toets(Path(een), let_op)
                toetsen.append(toets_uit_bestand(gelezen, catalogus().kwaliteitscriteria))
            else:
                gevraagd = vind_wat(catalogus(), een)
                heel = gevraagd.interventie
                if gevraagd.is_deel:
                    melding(f"De toets gaat over heel {heel.naam}, niet over {gevraagd.naam} alleen.")
                toetsen.append(toets_uit_catalogus(heel, catalogus(), doelgroep))
        except CatalogusFout as fout:
            fouten += fout.fouten
    meld_let_op(let_op)
    if fouten:
        raise CatalogusFout(fouten)
    return toetsen
