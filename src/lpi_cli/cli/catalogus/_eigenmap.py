"""The folder of an own catalogue, for the commands that write in it."""

from pathlib import Path
from shlex import quote

from lpi_cli.bestanden import schrijf_atomair
from lpi_cli.catalogus.gelezen import GELEZEN
from lpi_cli.catalogus.laden import gebundelde_map
from lpi_cli.catalogus.nieuw import BRONNEN
from lpi_cli.cli._uitvoer import melding
from lpi_cli.cli.catalogus.schema import EIGEN_SCHEMAS, schemas, weiger_verwijzingen
from lpi_cli.kern.vraagfout import Vraagfout


def weiger_map(map_: Path) -> None:
    """Raises ``Vraagfout`` or ``CatalogusFout`` when one's own offer cannot be written there."""
    if map_.exists():
        if not map_.is_dir():
            raise Vraagfout(f"{map_} is geen map; kies een andere naam.")
        if map_.samefile(gebundelde_map()):
            raise Vraagfout(f"{map_} is een hele catalogus; geef een map voor alleen uw eigen aanbod.")
    schemamap = map_ / "schema"
    schemabestanden = [schemamap / naam for naam in EIGEN_SCHEMAS]
    weiger_verwijzingen([map_ / "interventies", map_ / BRONNEN, map_ / GELEZEN, schemamap, *schemabestanden])


def schrijf_schemas(map_: Path) -> None:
    """Renew the schemas, which the program makes. Raises ``OSError``."""
    inhoud = schemas((map_,))
    for naam in EIGEN_SCHEMAS:
        schrijf_atomair(map_ / "schema" / naam, inhoud[naam])


def wijs_verder(map_: Path, gebruik: str) -> None:
    """The commands that come next, ready to be copied."""
    pad = quote(str(map_))
    melding(
        f"Controleren: lpi catalogus controleer {pad}",
        f"Gebruiken:   {gebruik} --catalogus {pad}",
    )
