"""What a new intervention in an own catalogue needs: an id, a file, and a source of its own."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple

from lpi_cli.bestanden import schrijf_atomair
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model import Bronnen
from lpi_cli.catalogus.woorden import vlak

BRONNEN = "bronnen.yaml"
"""The file of an own catalogue that has its sources."""
LANGSTE_ID = 60
"""Characters; a longer name is cut off."""
_UITGAVE = ("titel", "jaar", "url")
"""The fields that make a source the same as another."""


class NieuweBron(NamedTuple):
    """Where the facts of a new intervention come from."""

    id: str
    titel: str
    jaar: int | None
    datum: str
    url: str | None
    uitgever: str | None = None
    gelezen: str | None = None
    omschrijving: str | None = None
    kort: str | None = None


def maak_id(tekst: str) -> str:
    """The id for a name or title; empty when there are no letters or digits in it."""
    return "-".join(re.findall("[a-z0-9]+", vlak(tekst)))[:LANGSTE_ID].strip("-")


def interventiepad(map_: Path, id_: str) -> Path:
    return map_ / "interventies" / f"{id_}.yaml"


def met_vrij_id(bron: NieuweBron, map_: Path, meegeleverd: Bronnen) -> NieuweBron:
    """The source with the id of the same source, or else with one that no source has.

    The sources are those of the bundled catalogue and of the own one in ``map_``. Raises ``CatalogusFout``.
    """
    bekend = _uitgaven(map_, meegeleverd)
    deze = _uitgave(bron._asdict())
    ids = chain([bron.id], (f"{bron.id}-{nr}" for nr in count(2)))
    return bron._replace(id=next(id_ for id_ in ids if bekend.get(id_, deze) == deze))


def voeg_bron_toe(bestand: Path, id_: str, regels: str, kop: str) -> None:
    """Put a source at the end of the own sources, unless it is there. Raises ``CatalogusFout`` or ``OSError``.

    ``regels``: the source as YAML. ``kop``: how the file begins when it is not there yet.
    """
    from lpi_cli.catalogus.yaml_lezer import lees_yaml_tekst  # heavy

    if id_ in _eigen_bronnen(bestand):
        return
    tekst = bestand.read_text(encoding="utf-8-sig").rstrip() + "\n" if bestand.exists() else kop
    samen = f"{tekst}\n{regels}"
    if isinstance(lees_yaml_tekst(samen, bestand), Fout):
        melding = f"hier kan geen bron bij; zet {id_!r} er zelf in, een veld per regel"
        raise CatalogusFout([Fout(bestand, 1, "", melding)])
    schrijf_atomair(bestand, samen.encode())


def _uitgaven(map_: Path, meegeleverd: Bronnen) -> dict[str, Sequence[Any]]:
    """Id → the fields of ``_UITGAVE``, of all sources that there are. Raises ``CatalogusFout``."""
    return {id_: _uitgave(bron._asdict()) for id_, bron in meegeleverd.items()} | {
        id_: _uitgave(bron if isinstance(bron, dict) else {})
        for id_, bron in _eigen_bronnen(map_ / BRONNEN).items()
    }


def _uitgave(bron: Mapping[str, Any]) -> Sequence[Any]:
    return [bron.get(veld) for veld in _UITGAVE]


def _eigen_bronnen(bestand: Path) -> dict[str, Any]:
    """The sources in an own file, as they stand there. Raises ``CatalogusFout``."""
    from lpi_cli.catalogus.gewoon import lees_gewoon  # heavy

    if not bestand.exists():
        return {}
    huidig = lees_gewoon(bestand)
    if isinstance(huidig, Fout):
        raise CatalogusFout([huidig])
    return huidig.gegevens if isinstance(huidig.gegevens, dict) else {}
