"""The catalogue: its model, how it is read and checked.

Checking needs pydantic and yaml; using the catalogue does not. So this package exports
only what a start needs, and ``controle`` and ``schema`` are imported where files are checked.
"""

from lpi_cli.catalogus.catalogus import Catalogus
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.laden import laad

__all__ = ["Catalogus", "CatalogusFout", "Fout", "laad"]
