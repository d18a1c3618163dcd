"""The command line: one thin module per command, imported only when that command runs."""

import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from lpi_cli import AFGEBROKEN
from lpi_cli.bestanden import oorzaak
from lpi_cli.catalogus.fouten import CatalogusFout
from lpi_cli.cli._eigen import begin_opnieuw, met_catalogus
from lpi_cli.cli._nederlands import Groep, Opdrachtfout, fout_in_woorden
from lpi_cli.cli._uitvoer import BestandFout, melding, naar_scherm, ontbrekend, schermbreedte
from lpi_cli.kern.vraagfout import Vraagfout

if TYPE_CHECKING:
    from typer._click.core import Context

COMMANDOS = {
    "kies": "Beantwoord drie vragen en zie welke interventies passen.",
    "zoek": "Zoek en filter op leeftijd, doel, vorm, taal en meer.",
    "lijst": "Bekijk de hele catalogus.",
    "toon": "Lees alles over een interventie.",
    "vergelijk": "Zet twee tot vier interventies naast elkaar.",
    "kosten": "Reken uit wat het kost voor uw aantal mensen.",
    "plan": "Verdeel een budget over groepen en talen.",
    "toets": "Toets iets van uzelf aan de kwaliteitscriteria.",
    "uitleg": "Lees waar u op let: tolken, vragenlijsten en meer.",
    "rapport": "Maak een notitie van uw keuze voor collega's en bestuur.",
    "web": "Maak van de Keuzehulp een pagina voor collega's.",
    "catalogus": "Maak een eigen catalogus; zie waar feiten vandaan komen.",
}
"""Command, which is also its module here, and its one-line summary."""

INLEIDING = (
    "lpi helpt u een laagdrempelige psychosociale interventie (LPI) te kiezen"
    " voor vluchtelingen en ontheemden. Alles komt uit gepubliceerde bronnen."
)
BEGIN = {
    "lpi kies": "drie vragen, dan een antwoord",
    "lpi zoek --leeftijd 12-18 --vorm groep": "zelf zoeken en filteren",
    "lpi toon bamboo": "alles over één interventie",
}
"""Examples to copy, with what they do."""
BREEDSTE_START, SMALSTE_UITLEG = 80, 24
"""Columns of the start screen at most, and those that an explanation needs to stand beside its command."""

GEDAAN, FOUTE_INVOER, VERKEERD_GEBRUIK = 0, 1, 2
"""Exit statuses: done, wrong file or catalogue, wrong use of the command."""


class _Hoofdgroep(Groep):
    plekken: ClassVar = {naam: f"lpi_cli.cli.{naam}" for naam in COMMANDOS}

    def samenvattingen(self, ctx: "Context") -> list[tuple[str, str]]:
        return list(COMMANDOS.items())


app = typer.Typer(cls=_Hoofdgroep, add_completion=False, rich_markup_mode=None)


def _toon_versie(gevraagd: bool) -> None:
    if gevraagd:
        from lpi_cli.catalogus import Catalogus
        from lpi_cli.catalogus.laden import laad_basis
        from lpi_cli.weergave.versie import versieregel

        naar_scherm(f"{versieregel(Catalogus(laad_basis()).uitgave)}\n".encode())
        raise typer.Exit


def _zet_aanvulling(aan: bool | None) -> None:
    if aan is not None:
        from lpi_cli.cli._startbestand import zet_aanvulling

        zet_aanvulling(aan=aan)
        raise typer.Exit


@app.callback(
    invoke_without_command=True,
    help="Keuzehulp voor laagdrempelige psychosociale interventies (LPI) voor vluchtelingen en ontheemden.",
    epilog="lpi kies\nlpi zoek --leeftijd 12-18\nlpi toon bamboo --bronnen",
)
def start(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Toon de versie, ook van de catalogus.", callback=_toon_versie, is_eager=True
        ),
    ] = False,
    aanvulling: Annotated[
        bool | None,
        typer.Option(
            "--aanvulling/--aanvulling-uit",
            help="Zet aanvullen met Tab aan, of uit, voor uw shell.",
            callback=_zet_aanvulling,
            is_eager=True,
        ),
    ] = None,
) -> None:
    """Show the start screen when no command was given."""
    if ctx.invoked_subcommand is None:
        naar_scherm(startscherm(schermbreedte()).encode())


def startscherm(breedte: int) -> str:
    """What one can do, in half a screen of this width; no word is broken and no command either."""
    from textwrap import fill

    breedte = min(breedte, BREEDSTE_START)
    commandos = {f"lpi {naam}": uitleg for naam, uitleg in COMMANDOS.items()}
    regels = [
        fill(INLEIDING, breedte),
        "",
        "Begin zo:",
        *_uitgelijnd(BEGIN, breedte),
        "",
        "Ook (uitleg: lpi COMMANDO --help):",
        *_uitgelijnd(commandos, breedte),
    ]
    return "\n".join(regels) + "\n"


def _uitgelijnd(opdrachten: Mapping[str, str], breedte: int) -> Iterator[str]:
    """Commands with their explanation beside them, or below where there is no room."""
    from textwrap import fill

    marge = max(map(len, opdrachten)) + 4
    ernaast = breedte - marge >= SMALSTE_UITLEG
    inspring = " " * (marge if ernaast else 4)
    for opdracht, uitleg in opdrachten.items():
        kop = f"  {opdracht}"
        if not ernaast:
            yield kop
        yield fill(
            uitleg,
            breedte,
            initial_indent=f"{kop:<{marge}}" if ernaast else inspring,
            subsequent_indent=inspring,
            break_on_hyphens=False,
        )


GEEN_CONSOLE = "NoConsoleScreenBufferError"
"""What prompt_toolkit raises where Windows gives it no console, as in Git Bash; elsewhere it cannot be imported."""


def main(argumenten: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status; every known fault is one Dutch line."""
    gc.disable()  # a run is over before looking for cycles pays; records by the thousand have none
    _open_gesloten_stromen()
    status = _status(argumenten)
    gc.freeze()  # nor is it worth it at the end, where Python would look through everything twice
    sys.exit(status)


def _open_gesloten_stromen() -> None:
    """Give each stream that who started us closed an empty one; the others keep their place."""
    for naam, manier in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, naam) is None:
            setattr(sys, naam, Path(os.devnull).open(manier, encoding="utf-8"))  # noqa: SIM115  for the whole run


def _verkeerd_gebruik(fout: Exception) -> str:
    """What was asked that cannot be, and what to type instead."""
    if isinstance(fout, Opdrachtfout):
        return fout_in_woorden(fout)
    return ontbrekend(fout.name) if isinstance(fout, ModuleNotFoundError) else met_catalogus(str(fout))


def _status(argumenten: Sequence[str] | None) -> int:
    begin_opnieuw()
    if "_LPI_COMPLETE" in os.environ:
        from lpi_cli.cli._aanvulling import vul_aan

        vul_aan(
            typer.Context(typer.main.get_command(app)), sys.argv[1:] if argumenten is None else argumenten
        )
        return GEDAAN
    try:
        uitkomst = typer.main.get_command(app).main(argumenten, prog_name="lpi", standalone_mode=False)
    except (Opdrachtfout, Vraagfout, ModuleNotFoundError) as fout:
        melding(f"Fout: {_verkeerd_gebruik(fout)}")
        return VERKEERD_GEBRUIK
    except CatalogusFout as fout:
        melding(*fout.regels)
        return FOUTE_INVOER
    except BestandFout as fout:
        melding(f"Fout: {fout}")
        return FOUTE_INVOER
    except OSError as fout:
        wat = f"{fout.filename} kan niet worden gebruikt" if fout.filename else "lezen of schrijven lukt niet"
        melding(f"Fout: {wat}: {oorzaak(fout)}.")
        return FOUTE_INVOER
    except (KeyboardInterrupt, typer.Abort):
        return AFGEBROKEN
    except Exception as fout:
        if type(fout).__name__ != GEEN_CONSOLE:
            raise
        melding(
            "Fout: in dit venster kan lpi niets vragen. Geef uw antwoorden als opties (zie --help), "
            "of gebruik een ander venster, zoals PowerShell."
        )
        return FOUTE_INVOER
    return uitkomst if isinstance(uitkomst, int) else GEDAAN
