"""Read a catalogue that is not the one in use: an edition of it, wherever it stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lpi_cli.catalogus import model
from lpi_cli.catalogus.catalogus import Catalogus
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.gereed import BESTANDSNAAM, NIET_GEREED, Gereed, schrijf
from lpi_cli.catalogus.laden import laad
from lpi_cli.catalogus.record import uit_rij

if TYPE_CHECKING:
    from lpi_cli.catalogus.controle import Gecontroleerd

_IN = ("", "catalog", "lpi_cli/catalog")
"""Where in a folder a catalogue may be: itself, in a checkout, and where a package was installed."""
_DELEN: dict[str, Any] = {"catalogus": model.Uitgave, "begrippen": model.Begrippen, "bronnen": model.Bronnen}
"""The parts of a ready file that facts need."""
_VAN_HELE = "keuzehulp.yaml"
"""What a whole catalogue has, and an own one has not."""


class Editie(NamedTuple):
    """The interventions of one edition, with the words in which they speak."""

    catalogus: Catalogus
    interventies: Sequence[model.Interventie]
    uitgave: model.Uitgave | None
    """None of an own catalogue, and of one of before there were editions."""


def lees_editie(pad: Path) -> Editie:
    """The catalogue in a folder, a checkout, an installed package or a ready file.

    Raises ``FileNotFoundError`` when there is none, ``CatalogusFout`` with the faults in it, and ``ValueError``
    for a ready file of another version of lpi.
    """
    if pad.is_file():
        return _uit_gereed(pad.read_bytes())
    map_ = next((pad / deel for deel in _IN if (pad / deel / "interventies").is_dir()), None)
    if map_ is None:
        raise FileNotFoundError(pad)
    if (map_ / _VAN_HELE).is_file():
        return _uit_hele(map_)
    eigen = laad([map_])
    if eigen.fouten:
        raise CatalogusFout(list(eigen.fouten))
    return Editie(eigen, [i for i in eigen.alle if i.id in eigen.herkomst], None)


def _uit_gereed(inhoud: bytes) -> Editie:
    """A ready file that lpi did not make just now, so each part of it is checked as a file would be."""
    from lpi_cli.catalogus.controle import Gecontroleerd, controleer_gegevens

    try:
        gereed = Gereed(inhoud)
        rijen = [uit_rij(model.Interventie, rij) for rij in gereed.interventies()]
        ruw = {naam: gereed.deel(naam) for naam in _DELEN if naam in gereed.kop["delen"]}
        ruw["begrippen"] = {
            lijst: {code: _zoals_in_bestand(begrip) for code, begrip in begrippen.items()}
            for lijst, begrippen in ruw["begrippen"].items()
        }
        delen = {naam: controleer_gegevens(deel, _DELEN[naam], {}) for naam, deel in ruw.items()}
        codes = delen["begrippen"] | {"bron": delen["bronnen"]}
        interventies = [controleer_gegevens(een, model.Interventie, codes) for een in rijen]
    except NIET_GEREED as fout:  # a fault that the check finds is a ValueError too
        raise ValueError(BESTANDSNAAM) from fout
    return _editie(Gecontroleerd(delen, interventies, codes, []))


def _zoals_in_bestand(begrip: dict[str, Any]) -> dict[str, Any]:
    from lpi_cli.catalogus.schema import veldnaam_in_bestand

    return {veldnaam_in_bestand(naam): waarde for naam, waarde in begrip.items()}


def _uit_hele(map_: Path) -> Editie:
    """A whole catalogue, perhaps of another version of lpi: only what is wrong in facts and their sources counts."""
    from lpi_cli.catalogus.controle import controleer_map

    gecontroleerd = controleer_map(map_, van_vroeger=True)
    if fouten := [fout for fout in gecontroleerd.fouten if _telt(fout, map_)]:
        raise CatalogusFout(fouten)
    return _editie(gecontroleerd)


def _telt(fout: Fout, map_: Path) -> bool:
    return fout.bestand.parent == map_ / "interventies" or fout.bestand == map_ / "bronnen.yaml"


def _editie(gecontroleerd: "Gecontroleerd") -> Editie:
    catalogus = Catalogus(Gereed(schrijf(gecontroleerd._replace(fouten=[]))))
    heeft_uitgave = gecontroleerd.delen.get("catalogus") is not None
    return Editie(catalogus, catalogus.alle, catalogus.uitgave if heeft_uitgave else None)
