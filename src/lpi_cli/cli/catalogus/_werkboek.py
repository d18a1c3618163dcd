"""What the commands for workbooks share."""

from collections.abc import Container
from pathlib import Path
from typing import Any

from lpi_cli.kern.vraagfout import Vraagfout


def lees_werkboeknaam(tekst: str) -> Path:
    """The name of a workbook to write. Raises ``Vraagfout``."""
    if not tekst.lower().endswith(".xlsx"):
        raise Vraagfout(f"{tekst!r} kan niet; laat de naam eindigen op .xlsx.")
    return Path(tekst)


def documenten(map_: Path, met_fout: Container[Path]) -> list[dict[str, Any]]:
    """The data of the files of a folder that have no fault, each as it stands there."""
    from lpi_cli.catalogus.gewoon import bestanden_in, lees_gewoon
    from lpi_cli.catalogus.mild import mild
    from lpi_cli.catalogus.model import Interventie
    from lpi_cli.catalogus.model_eigen import Aanvulling
    from lpi_cli.catalogus.yaml_lezer import Document

    gelezen = []
    for bestand in bestanden_in(map_ / "interventies", []):
        document = lees_gewoon(bestand) if bestand not in met_fout else None
        if isinstance(document, Document) and isinstance(document.gegevens, dict):
            soort = Aanvulling if "vult_aan" in document.gegevens else Interventie
            gelezen.append(mild(document, soort)[0].gegevens)
    return gelezen
