"""``lpi vergelijk``: two to four interventions side by side."""

from typing import Annotated

import typer

from lpi_cli.cli._eigen import catalogus
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._opties import Rekenopties, aannames, deelnemersoptie, met_bundels, vul_ids_aan
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.toon import vind
from lpi_cli.kern.vergelijk import vergelijk as vergelijk_ze
from lpi_cli.weergave.vergelijk import onderwerpen, vergelijkbeeld

app = typer.Typer(rich_markup_mode=None, add_completion=False)

VOORBEELDEN = """\
lpi vergelijk mindfit mind-spring
lpi vergelijk bamboo less-stress psycho-educatie --deelnemers 24
lpi vergelijk mindfit mosaic --uit vergelijking.md
"""


@app.command(cls=Commando, epilog=VOORBEELDEN)
@met_bundels
def vergelijk(
    *,
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID", help="Twee tot vier id's of namen.", autocompletion=vul_ids_aan),
    ],
    deelnemers: Annotated[int | None, deelnemersoptie("Reken de kosten uit voor dit aantal.")] = None,
    uitvoer: Uitvoer,
) -> None:
    """Zet interventies naast elkaar: dezelfde onderwerpen voor elk. Wat verschilt, is gemerkt."""
    interventies = list(dict.fromkeys(vind(catalogus(), id_) for id_ in ids))
    kosten: dict[str, list[Kostenraming]] = {}
    if deelnemers is not None:
        gegeven = aannames(deelnemers, Rekenopties({}))
        begrippen = catalogus().begrippen
        kosten = {i.id: bereken_kosten([(i, i.varianten)], gegeven, begrippen, "naam") for i in interventies}
    vergelijkingen = vergelijk_ze(interventies, onderwerpen(catalogus(), kosten))
    uitvoer.toon(vergelijkbeeld(interventies, vergelijkingen, catalogus()))
