"""``lpi catalogus``: for who keeps a catalogue."""

import typer

from lpi_cli.cli._nederlands import Groep
from lpi_cli.cli.catalogus import controleer, exporteer, lees, nieuw, overzicht, schema, sjabloon, verschil

app = typer.Typer(
    cls=Groep,
    rich_markup_mode=None,
    add_completion=False,
    help="Maak en controleer een eigen catalogus; zie waar feiten vandaan komen.",
    epilog="lpi catalogus nieuw mijn-regio\nlpi catalogus controleer mijn-regio\nlpi catalogus bronnen",
)

for module in (nieuw, sjabloon, lees, controleer, schema, overzicht, verschil, exporteer):
    module.registreer(app)
