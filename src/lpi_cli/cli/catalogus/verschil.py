"""``lpi catalogus verschil``: which facts differ between two editions of a catalogue."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lpi_cli.bestanden import oorzaak
from lpi_cli.cli._eigen import even_geduld
from lpi_cli.cli._opties import commando, padargument
from lpi_cli.cli._uitvoer import BestandFout, Uitvoer
from lpi_cli.kern.vraagfout import Vraagfout

if TYPE_CHECKING:
    from lpi_cli.catalogus.editie import Editie

VOORBEELDEN = """\
lpi catalogus verschil catalogus-2025 catalogus-2027
lpi catalogus verschil ../lpi-oud . --uit verschil.md
"""


@commando(VOORBEELDEN)
def verschil(
    *,
    oud: Annotated[Path, padargument("OUD", "De oude catalogus: een map, of een bestand gereed.jsonl.")],
    nieuw: Annotated[Path, padargument("NIEUW", "De nieuwe catalogus.")],
    uitvoer: Uitvoer,
) -> None:
    """Zie welke feiten verschillen tussen twee catalogi: wat er nieuw is, weg is of anders."""
    from lpi_cli.weergave.verschil import verschilbeeld

    with even_geduld():
        vroeger, nu = _lees(oud), _lees(nieuw)
    woorden = nu.catalogus.met_woorden_van(vroeger.catalogus)
    uitvoer.toon(verschilbeeld(vroeger.interventies, nu.interventies, woorden, (vroeger.uitgave, nu.uitgave)))


def _lees(pad: Path) -> "Editie":
    """Raises ``Vraagfout`` or ``BestandFout`` when there is no catalogue there, ``CatalogusFout`` with its faults."""
    from lpi_cli.catalogus.editie import lees_editie

    try:
        return lees_editie(pad)
    except FileNotFoundError:
        waarom = "daarin staat geen map interventies/" if pad.is_dir() else "dat bestaat niet"
        raise Vraagfout(
            f"{pad}: {waarom}. Geef de map van een catalogus, of een bestand gereed.jsonl."
        ) from None
    except ValueError:
        raise BestandFout(
            f"{pad} is geen catalogus van deze versie van lpi; geef de map waarin interventies/ staat."
        ) from None
    except OSError as fout:
        raise BestandFout(f"{pad} kan niet worden gelezen: {oorzaak(fout)}.") from None
