"""``lpi kosten``: what it costs for a number of people."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import click
import typer

from lpi_cli.cli._nederlands import Commando, Euro, Getal
from lpi_cli.cli._opties import Filtervraag, catalogus, met_bundels, vul_ids_aan
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.keuze import kies_uit
from lpi_cli.kern.kosten import SORTERINGEN, Aannames, bereken_kosten
from lpi_cli.kern.toon import vind
from lpi_cli.kern.zoek import zoek
from lpi_cli.weergave.kosten import kostenbeeld

app = typer.Typer(rich_markup_mode=None, add_completion=False)

VOORBEELDEN = """\
lpi kosten --deelnemers 40
lpi kosten mindfit mosaic --deelnemers 15
lpi kosten --deelnemers 20 --leeftijd 18+ --budget 10000
lpi kosten my-identity --deelnemers 12 --uurtarief 95
"""
REKENEN = "Rekenen"


def _reken(naam: str, metavar: str, uitleg: str, soort: click.ParamType) -> Any:
    """An option to calculate with, under its own heading in the help."""
    return typer.Option(f"--{naam}", metavar=metavar, help=uitleg, click_type=soort, rich_help_panel=REKENEN)


@app.command(cls=Commando, epilog=VOORBEELDEN)
@met_bundels
def kosten(
    *,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Alleen deze interventies.", autocompletion=vul_ids_aan),
    ] = None,
    deelnemers: Annotated[int, _reken("deelnemers", "AANTAL", "Voor hoeveel mensen.", Getal(1, 100_000))],
    uurtarief: Annotated[
        Decimal | None, _reken("uurtarief", "EURO", "Tel uren van personeel mee, per uur.", Euro())
    ] = None,
    tolktarief: Annotated[
        Decimal | None, _reken("tolktarief", "EURO", "Tel een tolk mee, per uur.", Euro())
    ] = None,
    groepsgrootte: Annotated[
        int | None,
        _reken(
            "groepsgrootte", "AANTAL", "Als de grootte van een groep niet gepubliceerd is.", Getal(1, 1000)
        ),
    ] = None,
    bijeenkomsten: Annotated[
        int | None, _reken("bijeenkomsten", "AANTAL", "Als het aantal niet gepubliceerd is.", Getal(1, 1000))
    ] = None,
    budget: Annotated[Decimal | None, _reken("budget", "EURO", "Zeg wat daarbinnen past.", Euro())] = None,
    sorteer_op: Annotated[
        str,
        typer.Option(
            "--sorteer",
            metavar="VOLGORDE",
            help=f"Volgorde: {', '.join(SORTERINGEN)}.",
            autocompletion=lambda: list(SORTERINGEN),
            rich_help_panel=REKENEN,
        ),
    ] = "per-deelnemer",
    vraag: Filtervraag,
    uitvoer: Uitvoer,
) -> None:
    """Reken uit wat interventies kosten voor uw aantal mensen. Wat niet gepubliceerd is, telt nooit als nul."""
    kies_uit(sorteer_op, SORTERINGEN, "volgorde")
    treffers = [(treffer.interventie, treffer.varianten) for treffer in zoek(catalogus(), vraag).treffers]
    if ids:
        gevraagd = {vind(catalogus(), id_).id for id_ in ids}
        treffers = [
            (interventie, varianten) for interventie, varianten in treffers if interventie.id in gevraagd
        ]
    jaar = date.today().year  # noqa: DTZ011  the user's own year
    aannames = Aannames(deelnemers, jaar, groepsgrootte, bijeenkomsten, uurtarief, tolktarief, budget)
    uitvoer.toon(kostenbeeld(bereken_kosten(treffers, aannames, sorteer_op), aannames, catalogus()))
