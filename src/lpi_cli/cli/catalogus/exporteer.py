"""``lpi catalogus exporteer``: a catalogue in a form for other programs."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.catalogus import laad
from lpi_cli.catalogus.laden import gebundelde_map
from lpi_cli.cli._eigen import controleer_eigen_map, eigen_mappen, meld_fouten
from lpi_cli.cli._nederlands import Commando, lezer
from lpi_cli.cli._uitvoer import bewaar, melding, weiger_bestaand
from lpi_cli.cli.catalogus._werkboek import documenten, lees_werkboeknaam, met_openpyxl
from lpi_cli.kern.namen import lees_naam

VOORBEELDEN = """\
lpi catalogus exporteer mijn-regio --als blad --uit aanbod.xlsx
"""


def registreer(app: typer.Typer) -> None:
    app.command(cls=Commando, epilog=VOORBEELDEN)(exporteer)


def _als_blad(map_: Path, uit: Path) -> bytes:
    """A workbook that ``lees`` reads back. Raises ``Vraagfout``."""
    from lpi_cli.weergave.blad import wat_niet_past, werkboek

    lees_werkboeknaam(str(uit))
    geladen = laad(() if map_.samefile(gebundelde_map()) else (map_,))
    meld_fouten(geladen.fouten, [map_])
    interventies = documenten(map_, {fout.bestand for fout in geladen.fouten})
    inhoud = met_openpyxl(lambda: werkboek(interventies, geladen))
    if past_niet := wat_niet_past(interventies, geladen):
        melding(
            "Dit staat niet, of anders, in het werkblad:",
            *(f"  {id_}: {', '.join(velden)}" for id_, velden in past_niet.items()),
        )
    return inhoud


VORMEN: Mapping[str, Callable[[Path, Path], bytes]] = {"blad": _als_blad}
"""By name: what makes it of a folder, for a file with that name."""


def exporteer(
    *,
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="De map; anders de meegeleverde catalogus.", parser=Path),
    ] = None,
    als: Annotated[
        Callable[[Path, Path], bytes],
        typer.Option(
            "--als",
            metavar="VORM",
            help=f"De vorm: {', '.join(VORMEN)}.",
            parser=lezer(lambda tekst: lees_naam(tekst, VORMEN, "vorm")),
            autocompletion=lambda: list(VORMEN),
        ),
    ],
    uit: Annotated[Path, typer.Option("--uit", metavar="BESTAND", help="Waar het komt.", parser=Path)],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")
    ] = False,
) -> None:
    """Bewaar een catalogus in een vorm voor andere programma's, zoals een werkblad om in verder te werken."""
    map_ = map_ or next(iter(eigen_mappen()), gebundelde_map())
    if not (map_.is_dir() and map_.samefile(gebundelde_map())):
        controleer_eigen_map(map_)
    weiger_bestaand(uit, overschrijf=overschrijf)
    bewaar(uit, als(map_, uit), overschrijf=overschrijf)
