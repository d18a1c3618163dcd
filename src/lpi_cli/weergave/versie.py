"""What made an answer, and from which facts: it stands below everything that is kept or passed on."""

from datetime import date

from lpi_cli import __version__
from lpi_cli.catalogus.model import Uitgave
from lpi_cli.kern.zinnen import datum_in_woorden


def versieregel(uitgave: Uitgave) -> str:
    """``lpi 0.1.0, catalogus 1.0.0 van 28 november 2026``."""
    datum = datum_in_woorden(date.fromisoformat(uitgave.datum))
    return f"lpi {__version__}, catalogus {uitgave.versie} van {datum}"
