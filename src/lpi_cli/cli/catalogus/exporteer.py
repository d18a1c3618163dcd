"""``lpi catalogus exporteer``: a catalogue in a form for other programs."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from lpi_cli.catalogus import laad
from lpi_cli.catalogus.laden import gebundelde_map
from lpi_cli.cli._eigen import controleer_eigen_map, eigen_mappen, meld_fouten
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._uitvoer import bewaar, maak_map, melding, weiger_bestaand
from lpi_cli.cli.catalogus._werkboek import documenten, lees_werkboeknaam, met_openpyxl
from lpi_cli.kern.namen import lees_naam

VOORBEELDEN = """\
lpi catalogus exporteer mijn-regio --als blad --uit aanbod.xlsx
"""


class Exportvraag(NamedTuple):
    """What to export, and where to."""

    map_: Path | None
    uit: Path


class Vorm(NamedTuple):
    """A form to export to: what it is, and the content of each file."""

    uitleg: str
    maak: Callable[[Exportvraag], Mapping[str, bytes]]
    """By file name; one form makes one file, with the name that was asked for."""
    is_map: bool = False
    """Several files, in a folder."""


def _blad(vraag: Exportvraag) -> Mapping[str, bytes]:
    """A workbook that ``lees`` reads back. Raises ``Vraagfout``."""
    from lpi_cli.weergave.blad import wat_niet_past, werkboek

    lees_werkboeknaam(str(vraag.uit))
    map_ = vraag.map_ or next(iter(eigen_mappen()), gebundelde_map())
    is_gebundeld = map_.is_dir() and map_.samefile(gebundelde_map())
    if not is_gebundeld:
        controleer_eigen_map(map_)
    geladen = laad(() if is_gebundeld else (map_,))
    meld_fouten(geladen.fouten, [map_])
    interventies = documenten(map_, {fout.bestand for fout in geladen.fouten})
    inhoud = met_openpyxl(lambda: werkboek(interventies, geladen))
    if past_niet := {} if is_gebundeld else wat_niet_past(interventies, geladen):
        melding("Dit staat niet, of anders, in het werkblad:")
        melding(*(f"  {id_}: {', '.join(velden)}" for id_, velden in past_niet.items()))
    return {"": inhoud}


VORMEN: Mapping[str, Vorm] = {"blad": Vorm("werkblad dat lpi catalogus lees weer leest", _blad)}


def registreer(app: typer.Typer) -> None:
    app.command(cls=Commando, epilog=VOORBEELDEN)(exporteer)


def exporteer(
    *,
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="De map; anders de meegeleverde catalogus.", parser=Path),
    ] = None,
    als: Annotated[
        str,
        typer.Option(
            "--als",
            metavar="VORM",
            help=f"{'; '.join(f'{naam}: {vorm.uitleg}' for naam, vorm in VORMEN.items())}.",
            autocompletion=lambda: [(naam, vorm.uitleg) for naam, vorm in VORMEN.items()],
        ),
    ],
    uit: Annotated[Path, typer.Option("--uit", metavar="BESTAND", help="Waar het komt.", parser=Path)],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang bestanden die er al zijn.")
    ] = False,
) -> None:
    """Bewaar een catalogus in een vorm voor andere programma's, zoals een werkblad om in verder te werken."""
    vorm = lees_naam(als, VORMEN, "vorm")
    if not vorm.is_map:
        weiger_bestaand(uit, overschrijf=overschrijf)
    inhouden = vorm.maak(Exportvraag(map_, uit))
    if vorm.is_map:
        maak_map(uit)
    bestanden = {uit / naam if vorm.is_map else uit: inhoud for naam, inhoud in inhouden.items()}
    for bestand in bestanden:
        weiger_bestaand(bestand, overschrijf=overschrijf)
    for bestand, inhoud in bestanden.items():
        bewaar(bestand, inhoud, overschrijf=overschrijf)
