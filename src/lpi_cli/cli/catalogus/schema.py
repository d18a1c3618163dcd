"""``lpi catalogus schema``: JSON Schemas for editors."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.catalogus.fouten import CatalogusFout
from lpi_cli.catalogus.laden import laad_basis
from lpi_cli.cli._eigen import catalogus, eigen_mappen
from lpi_cli.cli._opties import commando, padoptie
from lpi_cli.cli._uitvoer import bewaar, maak_map
from lpi_cli.weergave import plansjabloon
from lpi_cli.weergave.formaat.json import als_json
from lpi_cli.weergave.vraag import SCHEMA, vraagschema

EIGEN_SCHEMAS = tuple(f"{naam}.schema.json" for naam in ("interventie", "aanvulling", "begrippen", "bronnen"))
"""Those of the files that an own catalogue may have."""


@commando("lpi catalogus schema --uit catalog/schema --overschrijf")
def schema(
    *,
    uit: Annotated[Path, padoptie("--uit", "MAP", "De map voor de schema's.")],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang schema's die er al zijn.")
    ] = False,
) -> None:
    """Schrijf JSON Schema's, zodat een editor meedenkt tijdens het typen."""
    inhouden = {
        **schemas(eigen_mappen()),
        SCHEMA: als_json(vraagschema(catalogus())),
        plansjabloon.SCHEMA: als_json(plansjabloon.planschema(catalogus())),
    }
    weiger_verwijzingen([uit, *(uit / naam for naam in inhouden)])
    maak_map(uit)
    for naam, inhoud in inhouden.items():
        bewaar(uit / naam, inhoud, overschrijf=overschrijf)


def weiger_verwijzingen(paden: Iterable[Path]) -> None:
    """A folder from another may hold links, and writing follows them. Raises ``CatalogusFout``."""
    from lpi_cli.catalogus.gewoon import verwijzingen

    if gevonden := verwijzingen(paden):
        raise CatalogusFout(gevonden[:1])  # one is enough to stop for


def schemas(mappen: tuple[Path, ...]) -> dict[str, bytes]:
    """The schemas by file name, with the words and ids of own catalogues."""
    from lpi_cli.catalogus.eigen import controleer_eigen
    from lpi_cli.catalogus.schema import json_schemas

    codes = controleer_eigen(mappen, laad_basis()).codes
    return {naam: als_json(inhoud) for naam, inhoud in json_schemas(codes).items()}
