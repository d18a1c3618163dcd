"""``lpi uitleg``: what to think of."""

from typing import Annotated

import typer

from lpi_cli.cli._eigen import catalogus
from lpi_cli.cli._opties import commando
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.uitleg import op_volgorde, vind_onderwerp, zoek_uitleg
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.uitleg import onderwerpbeeld, onderwerpenbeeld, vondstenbeeld

VOORBEELDEN = """\
lpi uitleg
lpi uitleg tolken
lpi uitleg --zoek tolk
lpi uitleg vragenlijsten --uit vragenlijsten.md
"""


def _vul_onderwerp_aan() -> list[tuple[str, str]]:
    return [(onderwerp.id, onderwerp.titel) for onderwerp in catalogus().uitleg.values()]


@commando(VOORBEELDEN)
def uitleg(
    *,
    onderwerp: Annotated[
        str | None,
        typer.Argument(metavar="ONDERWERP", help="Waarover u wilt lezen.", autocompletion=_vul_onderwerp_aan),
    ] = None,
    zoek: Annotated[
        str | None, typer.Option("--zoek", metavar="WOORDEN", help="Zoek in alle onderwerpen.")
    ] = None,
    uitvoer: Uitvoer,
) -> None:
    """Lees waar u op let bij kiezen, regelen en uitvoeren. Zonder onderwerp ziet u de lijst."""
    if onderwerp is not None and zoek is not None:
        raise Vraagfout("Geef een onderwerp of --zoek, niet allebei.")
    if zoek is not None:
        beeld = vondstenbeeld(zoek, zoek_uitleg(catalogus(), zoek))
    elif onderwerp is not None:
        beeld = onderwerpbeeld(vind_onderwerp(catalogus(), onderwerp), catalogus())
    else:
        beeld = onderwerpenbeeld(op_volgorde(catalogus()), catalogus())
    uitvoer.toon(beeld, blader=True)
