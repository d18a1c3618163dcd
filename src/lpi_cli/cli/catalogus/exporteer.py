"""``lpi catalogus exporteer``: the catalogue in a form that other programs and registers know."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from lpi_cli.catalogus.model_afzender import BESTAND
from lpi_cli.cli._eigen import catalogus, eigen_mappen, lees_afzender, onthoud
from lpi_cli.cli._opties import commando, padargument, padoptie
from lpi_cli.cli._uitvoer import bewaar, maak_map, melding, weiger_bestaand
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import opsomming

VOORBEELDEN = """\
lpi catalogus exporteer mijn-regio --als blad --uit aanbod.xlsx
lpi catalogus exporteer --als datapackage --uit pakket
lpi catalogus exporteer --als dcat --uit catalogus.jsonld
"""


MEESTE_REGELS = 10
"""What does not fit that is told; all of it is in the workbook."""


class Exportvorm(NamedTuple):
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
    from lpi_cli.weergave.dcat import dcat, ontbreekt

    afzender = lees_afzender([uit.parent, Path()])
    weg = ontbreekt(afzender)
    if afzender is None or weg:
        velden = opsomming(f"{veld}: …" for veld in weg)
        raise Vraagfout(f"voor dcat ontbreekt wie de gegevens uitgeeft. Zet in {BESTAND}: {velden}")
    return {"": dcat(catalogus(), afzender)}


def _blad(uit: Path) -> Mapping[str, bytes]:
    """A workbook that ``lees`` reads back. Raises ``Vraagfout``."""
    from lpi_cli.catalogus.laden import gebundelde_map
    from lpi_cli.cli.catalogus._werkboek import documenten, lees_werkboeknaam
    from lpi_cli.kern.blad.koppen import PAST_NIET
    from lpi_cli.weergave.blad import wat_niet_past, werkboek

    lees_werkboeknaam(str(uit))
    eigen, met_fout = eigen_mappen(), {fout.bestand for fout in catalogus().fouten}
    interventies = [een for map_ in eigen or [gebundelde_map()] for een in documenten(map_, met_fout)]
    past_niet = wat_niet_past(interventies, catalogus(), is_eigen=bool(eigen)) if interventies else {}
    inhoud = werkboek(interventies, past_niet, catalogus())
    if past_niet:
        regels = [f"  {id_}: {', '.join(velden)}" for id_, velden in past_niet.items()]
        over = len(regels) - MEESTE_REGELS
        melding(
            f"Dit staat niet, of anders, in het werkblad (ook op blad {PAST_NIET}):",
            *regels[:MEESTE_REGELS],
            *([f"  en nog {over}"] if over > 0 else []),
        )
    return {"": inhoud}


VORMEN: Mapping[str, Exportvorm] = {
    "blad": Exportvorm("werkblad dat lpi catalogus lees weer leest", _blad),
    "datapackage": Exportvorm("tabellen (CSV) met beschrijving", _datapackage, is_map=True),
    "dcat": Exportvorm(
        "beschrijving voor een dataregister (DCAT-AP-NL), met wie in afzender.yaml staat", _dcat
    ),
}


@commando(VOORBEELDEN)
def exporteer(
    *,
    map_: Annotated[Path | None, padargument("MAP", "Uw eigen catalogus, als bij --catalogus.")] = None,
    als: Annotated[
        str,
        typer.Option(
            "--als",
            metavar="VORM",
            help=f"{'; '.join(f'{naam}: {vorm.uitleg}' for naam, vorm in VORMEN.items())}.",
            autocompletion=lambda: [(naam, vorm.uitleg) for naam, vorm in VORMEN.items()],
        ),
    ],
    uit: Annotated[Path, padoptie("--uit", "BESTAND", "Waar het komt; een map bij datapackage.")],
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang bestanden die er al zijn.")
    ] = False,
) -> None:
    """Geef de catalogus in een vorm die andere programma's en registers kennen, met uw eigen aanbod erbij."""
    vorm = lees_naam(als, VORMEN, "vorm")
    onthoud([map_] if map_ else [])
    bestanden = {uit / naam if vorm.is_map else uit: inhoud for naam, inhoud in vorm.maak(uit).items()}
    if vorm.is_map:
        maak_map(uit)
    for bestand in bestanden:
        weiger_bestaand(bestand, overschrijf=overschrijf)
    for bestand, inhoud in bestanden.items():
        bewaar(bestand, inhoud, overschrijf=overschrijf)
