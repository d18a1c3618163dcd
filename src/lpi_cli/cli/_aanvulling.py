"""Switch on completion with Tab, and complete ids of interventions."""

from typer import Exit
from typer._completion_shared import install

from lpi_cli.cli._uitvoer import BestandFout, melding


def zet_aan() -> None:
    """Install completion for the shell that runs this. Raises ``BestandFout``."""
    try:
        shell, pad = install(prog_name="lpi", complete_var="_LPI_COMPLETE")
    except (OSError, Exit):
        raise BestandFout(
            "Aanvullen met Tab kan hier niet worden aangezet; het kan in bash, zsh, fish en PowerShell."
        ) from None
    melding(
        f"Aanvullen met Tab staat aan voor {shell} (in {pad}). Open een nieuw venster om het te gebruiken."
    )
