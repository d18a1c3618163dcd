"""``lpi catalogus``: for who keeps a catalogue."""

from typing import ClassVar

import typer

from lpi_cli.cli._nederlands import Groep

MODULES = {
    "nieuw": "nieuw",
    "sjabloon": "sjabloon",
    "lees": "lees",
    "controleer": "controleer",
    "schema": "schema",
    "bronnen": "overzicht",
    "afwijkingen": "overzicht",
    "verschil": "verschil",
    "exporteer": "exporteer",
}
"""Command → its module here."""


class _Catalogusgroep(Groep):
    plekken: ClassVar = {naam: f"{__name__}.{module}" for naam, module in MODULES.items()}


catalogus = typer.main.get_command(
    typer.Typer(
        cls=_Catalogusgroep,
        rich_markup_mode=None,
        add_completion=False,
        callback=lambda: None,
        help="Maak en controleer een eigen catalogus; zie waar feiten vandaan komen.",
        epilog="lpi catalogus nieuw mijn-regio\nlpi catalogus controleer mijn-regio\nlpi catalogus bronnen",
    )
)
catalogus.name = "catalogus"
