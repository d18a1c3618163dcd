"""``lpi catalogus exporteer``: the catalogue in a form that other programs and registers know."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from lpi_cli.cli._eigen import catalogus, meld_let_op
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._uitvoer import bewaar, maak_map, weiger_bestaand
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import opsomming

VOORBEELDEN = """\
lpi catalogus exporteer --als datapackage --uit pakket
lpi catalogus exporteer --als dcat --uit catalogus.jsonld
"""


class Vorm(NamedTuple):
    """A form to export to: what it is, and the content of each file."""

    uitleg: str
    maak: Callable[[Path], Mapping[str, bytes]]
    """By file name, given where they go; one file has the name that was asked for."""
    is_map: bool = False
    """Several files, in a folder."""


def _datapackage(uit: Path) -> Mapping[str, bytes]:
    from lpi_cli.weergave.datapackage import datapackage

    return datapackage(catalogus())


def _dcat(uit: Path) -> Mapping[str, bytes]:
    from lpi_cli.catalogus.afzender import BESTAND, lees_afzender
    from lpi_cli.catalogus.fouten import Fout
    from lpi_cli.weergave.dcat import dcat, ontbreekt

    let_op = list[Fout]()
    afzender = lees_afzender([uit.parent, Path()], let_op)
    meld_let_op(let_op)
    weg = ontbreekt(afzender)
    if afzender is None or weg:
        velden = opsomming(f"{veld}: …" for veld in weg)
        raise Vraagfout(f"voor dcat ontbreekt wie de gegevens uitgeeft. Zet in {BESTAND}: {velden}")
    return {"": dcat(catalogus(), afzender)}


VORMEN: Mapping[str, Vorm] = {
    "datapackage": Vorm("tabellen (CSV) met beschrijving", _datapackage, is_map=True),
    "dcat": Vorm("beschrijving voor een dataregister (DCAT-AP-NL), met wie in afzender.yaml staat", _dcat),
}


def registreer(app: typer.Typer) -> None:
    app.command(cls=Commando, epilog=VOORBEELDEN)(exporteer)


def exporteer(
    *,
    als: Annotated[
        str,
        typer.Option(
            "--als",
            metavar="VORM",
            help=f"{'; '.join(f'{naam}: {vorm.uitleg}' for naam, vorm in VORMEN.items())}.",
            autocompletion=lambda: [(naam, vorm.uitleg) for naam, vorm in VORMEN.items()],
        ),
    ],
    uit: Annotated[
        Path,
        typer.Option("--uit", metavar="BESTAND", help="Waar het komt; een map bij datapackage.", parser=Path),
    ],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang bestanden die er al zijn.")
    ] = False,
) -> None:
    """Geef de catalogus in een vorm die andere programma's en registers kennen, met uw eigen aanbod erbij."""
    vorm = lees_naam(als, VORMEN, "vorm")
    bestanden = {uit / naam if vorm.is_map else uit: inhoud for naam, inhoud in vorm.maak(uit).items()}
    if vorm.is_map:
        maak_map(uit)
    for bestand in bestanden:
        weiger_bestaand(bestand, overschrijf=overschrijf)
    for bestand, inhoud in bestanden.items():
        bewaar(bestand, inhoud, overschrijf=overschrijf)
