"""``lpi catalogus``: for who keeps the catalogue."""

import json
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.catalogus.gereed import gebundelde_map
from lpi_cli.cli._nederlands import Commando, Groep
from lpi_cli.cli._uitvoer import bewaar, melding, naar_scherm
from lpi_cli.kern.vraagfout import Vraagfout

app = typer.Typer(
    cls=Groep,
    rich_markup_mode=None,
    add_completion=False,
    help="Voor wie de catalogus bijhoudt: controleren en hulp voor de editor.",
)

Map = Annotated[Path | None, typer.Argument(metavar="MAP", help="De map; anders de meegeleverde catalogus.")]


def _map(gekozen: Path | None) -> Path:
    map_ = gekozen or gebundelde_map()
    if not map_.is_dir():
        raise Vraagfout(f"{map_} is geen map; geef de map waarin interventies/ staat.")
    return map_


@app.command(cls=Commando, epilog="lpi catalogus controleer\nlpi catalogus controleer catalog")
def controleer(*, map_: Map = None) -> None:
    """Controleer alle bestanden en noem alle fouten, met regel en veld."""
    from lpi_cli.catalogus.controle import controleer_map

    gecontroleerd = controleer_map(_map(map_))
    for fout in gecontroleerd.fouten:
        melding(str(fout))
    goed, fouten = len(gecontroleerd.interventies), len(gecontroleerd.fouten)
    naar_scherm(f"{goed} interventies goed, {fouten} {'fout' if fouten == 1 else 'fouten'}\n".encode())
    if fouten:
        raise typer.Exit(1)


@app.command(cls=Commando, epilog="lpi catalogus schema --uit catalog/schema --overschrijf")
def schema(
    *,
    uit: Annotated[Path, typer.Option("--uit", metavar="MAP", help="De map voor de schema's.")],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang schema's die er al zijn.")
    ] = False,
) -> None:
    """Schrijf JSON Schema's, zodat een editor meedenkt tijdens het typen."""
    from lpi_cli.catalogus.controle import controleer_map
    from lpi_cli.catalogus.schema import json_schemas

    gecontroleerd = controleer_map(gebundelde_map())
    for naam, inhoud in json_schemas(gecontroleerd.woorden).items():
        tekst = json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n"
        bewaar(_map(uit) / naam, tekst.encode(), overschrijf=overschrijf)
