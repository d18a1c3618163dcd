"""``lpi rapport``: a memo of a choice, for those who decide on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.catalogus.fouten import Fout
from lpi_cli.cli._eigen import catalogus, eigen_mappen, meld_let_op
from lpi_cli.cli._interview import laat_typen_tot_het_kan
from lpi_cli.cli._keuzehulp import lees_antwoorden, vul_antwoorden_aan
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._opties import (
    Rekenopties,
    aannames,
    deelnemersoptie,
    met_bundels,
    vul_ids_aan,
)
from lpi_cli.cli._toetsen import lees_toetsen
from lpi_cli.cli._uitvoer import Uitvoer, is_terminal, melding
from lpi_cli.kern.aannames import lees_deelnemers
from lpi_cli.kern.rapport import Advies, Opdracht, niet_ingevuld, stel_advies_op
from lpi_cli.kern.toets import toets_interventie
from lpi_cli.kern.toon import vind
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.weergave.rapport import rapportbeeld

app = typer.Typer(rich_markup_mode=None, add_completion=False)

VOORBEELDEN = """\
lpi rapport
lpi rapport --keuze keuze.yaml --deelnemers 40 --uit advies.html
lpi rapport --keuze keuze.yaml --toets wandelgroep.yaml --uit advies.docx
lpi rapport --interventie mindfit --interventie mosaic --deelnemers 15
"""
STANDAARD = "advies.html"
"""Where a memo is kept when one does not choose."""


@app.command(cls=Commando, epilog=VOORBEELDEN)
@met_bundels
def rapport(
    *,
    keuze: Annotated[
        list[Path] | None,
        typer.Option(
            "--keuze", metavar="BESTAND", help="De antwoorden die lpi kies --opslaan bewaarde.", parser=Path
        ),
    ] = None,
    toets: Annotated[
        list[str] | None,
        typer.Option(
            "--toets", metavar="BESTAND", help="Een toets van iets van uzelf. Mag vaker dan één keer."
        ),
    ] = None,
    interventie: Annotated[
        list[str] | None,
        typer.Option(
            "--interventie",
            metavar="ID",
            help="Beschrijf deze, ook als zij niet past. Mag vaker dan één keer.",
            autocompletion=vul_ids_aan,
        ),
    ] = None,
    deelnemers: Annotated[int | None, deelnemersoptie("Voor hoeveel mensen.")] = None,
    rekenopties: Rekenopties,
    uitvoer: Uitvoer,
) -> None:
    """Maak een notitie voor collega's en bestuur: wat past, wat het kost, wat zeker is en wat niet."""
    gevraagd = list(dict.fromkeys(vind(catalogus(), id_) for id_ in interventie or ()))
    criteria = catalogus().kwaliteitscriteria
    uitslagen = [toets_interventie(een, criteria) for een in lees_toetsen(toets or ())]
    antwoorden = _antwoorden(keuze or (), gevraagd=bool(gevraagd))
    aantal = deelnemers or _laat_aantal_typen(rekenopties)
    advies = stel_advies_op(
        catalogus(),
        Opdracht(
            antwoorden=antwoorden,
            gevraagd=gevraagd,
            aannames=None if aantal is None else aannames(aantal, rekenopties),
            toetsen=uitslagen,
            datum=date.today(),  # noqa: DTZ011  the user's own day
        ),
    )
    meld_let_op(_niet_af(advies))
    _met_plek(uitvoer).toon(rapportbeeld(advies, catalogus()), blader=True)


def _antwoorden(keuzes: Sequence[Path], *, gevraagd: bool) -> Mapping[str, Sequence[str]] | None:
    """The answers from the file, or asked; None when only some interventions are asked for.

    Raises ``Vraagfout`` for more than one file: a memo is about one choice.
    """
    if len(keuzes) > 1:
        raise Vraagfout(
            f"Geef --keuze één keer; u gaf {opsomming(map(str, keuzes))}. Maak per keuze een notitie."
        )
    if keuzes:
        return lees_antwoorden(keuzes[0])
    if gevraagd:
        return None
    if not is_terminal():
        raise Vraagfout(
            "Geef --keuze keuze.yaml (maak het met: lpi kies --opslaan keuze.yaml) of --interventie ID."
        )
    return vul_antwoorden_aan({})


def _laat_aantal_typen(rekenopties: Rekenopties) -> int | None:
    """The number of people, when someone can say it. Raises ``Vraagfout`` when it cannot be left out."""
    if not is_terminal():
        _weiger_rekenen(rekenopties)
        melding("Zonder --deelnemers staan prijzen in hun eigen eenheid en is niets uitgerekend.")
        return None
    aantal = laat_typen_tot_het_kan(
        "Voor hoeveel mensen? Druk Enter als u het nog niet weet:",
        lambda getypt: lees_deelnemers(getypt) if getypt else None,
    )
    if aantal is None:
        _weiger_rekenen(rekenopties)
    return aantal


def _niet_af(advies: Advies) -> list[Fout]:
    """The own files of what the memo shows that are not filled in yet."""
    velden = {interventie.id: niet_ingevuld(interventie) for interventie in advies.getoond}
    return [
        Fout(bestand, 0, "", f"nog niet ingevuld: {opsomming(gevraagd)}. Vul dit eerst aan")
        for id_, gevraagd in velden.items()
        for map_ in eigen_mappen()
        if gevraagd and (bestand := map_ / "interventies" / f"{id_}.yaml").is_file()
    ]


def _weiger_rekenen(rekenopties: Rekenopties) -> None:
    """Raises ``Vraagfout`` when something was given to calculate with, but not for how many people."""
    gegeven = [f"--{optie}" for optie, waarde in rekenopties.items() if waarde is not None]
    if gegeven:
        raise Vraagfout(
            f"Geef bij {opsomming(gegeven)} ook --deelnemers, zoals --deelnemers 20: zonder aantal is niets te "
            "berekenen."
        )


def _met_plek(uitvoer: Uitvoer) -> Uitvoer:
    """``uitvoer``, with a file to write when one can be asked for and none was given."""
    if uitvoer.bestand is not None or uitvoer.formaat is not None or not is_terminal():
        return uitvoer

    def naar(getypt: str) -> Uitvoer:
        gekozen = uitvoer._replace(bestand=Path(getypt or STANDAARD))
        gekozen.controleer()
        return gekozen

    wat = f"Waar bewaren? Een naam op .html, .docx of .md; Enter is {STANDAARD}."
    return laat_typen_tot_het_kan(wat, naar)
