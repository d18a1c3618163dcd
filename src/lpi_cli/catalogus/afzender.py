"""Who sends what lpi makes: a small file beside the plan, or in the folder where one works."""

from collections.abc import Iterable
from pathlib import Path

from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_afzender import BESTAND, Afzender
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.yaml_lezer import lees_yaml


def lees_afzender(mappen: Iterable[Path], let_op: list[Fout]) -> Afzender | None:
    """The sender in the first of these folders that has one; adds to ``let_op``. Raises ``CatalogusFout``."""
    bestand = next((map_ / BESTAND for map_ in mappen if (map_ / BESTAND).is_file()), None)
    if bestand is None:
        return None
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    let_op += document.let_op
    gegevens, fouten = valideer(document, Afzender, {})
    if fouten:
        raise CatalogusFout(fouten)
    return maak(Afzender, gegevens)
