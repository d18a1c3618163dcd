"""Who gives something out or asks something: a small file of the user's own, named by all that needs a sender."""

from pathlib import Path

from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_eigen import Afzender as Afzender
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.yaml_lezer import lees_yaml


def lees_afzender(bestand: Path, let_op: list[Fout]) -> Afzender:
    """The sender in ``bestand``; adds to ``let_op``. Raises ``CatalogusFout`` with every fault found."""
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    let_op += document.let_op
    gegevens, fouten = valideer(document, Afzender, {})
    if fouten:
        raise CatalogusFout(fouten)
    return maak(Afzender, gegevens)
