"""What made an answer, and from which facts: it stands below everything that is kept or passed on."""

from lpi_cli import __version__
from lpi_cli.catalogus.model import Uitgave
from lpi_cli.kern.zinnen import dag_in_woorden


def versieregel(uitgave: Uitgave) -> str:
    """``lpi 0.1.0, catalogus 1.0.0 van 28 november 2026``."""
    return f"lpi {__version__}, {uitgave_in_woorden(uitgave)}"


def uitgave_in_woorden(uitgave: Uitgave) -> str:
    return f"catalogus {uitgave.versie} van {dag_in_woorden(uitgave.datum)}"
