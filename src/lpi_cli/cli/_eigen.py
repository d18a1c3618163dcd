"""The own catalogues of this run: ``--catalogus MAP``, before or after the name of a command."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpi_cli.bestanden import oorzaak
from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model_afzender import BESTAND, Afzender
from lpi_cli.cli._uitvoer import BestandFout, melding
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.tekst import geteld

if TYPE_CHECKING:
    from typer._click.core import Parameter

CATALOGUS = "--catalogus"
OMGEVING = "LPI_CATALOGUS"
"""The variable that names own catalogues when no option does."""
MEESTE_FOUTEN = 10
"""Faults in own catalogues that are told with every command; the check tells all."""
GEDULD = 2.0
"""Seconds after which one says that it takes longer."""
LET_OP = "let op"
"""Marks what is no fault."""

_gekozen: list[Path] = []


def catalogusoptie() -> "Parameter":
    """The option, new for each command, as Typer makes it of a signature."""
    drager = typer.Typer(add_completion=False)
    drager.command()(_drager)
    return typer.main.get_command(drager).params[0]


def onthoud(mappen: Sequence[Path] | None) -> None:
    """Let own catalogues take part in this run."""
    _gekozen.extend(map_ for map_ in mappen or () if map_ not in _gekozen)


def _drager(
    catalogus: Annotated[
        list[Path] | None,
        typer.Option(
            CATALOGUS,
            metavar="MAP",
            help=f"Neem uw eigen catalogus mee; mag vaker. Of zet de map in {OMGEVING}.",
            parser=Path,
            expose_value=False,
            callback=onthoud,
            is_eager=True,
        ),
    ] = None,
) -> None:
    """Do nothing: it only carries the option."""


def begin_opnieuw() -> None:
    """Start a run without the folders of the one before, and read again what it read."""
    _gekozen.clear()
    _laad.cache_clear()


def catalogus() -> Catalogus:
    """The catalogue of this run with the own ones that were asked for, read once.

    Raises ``Vraagfout`` or ``BestandFout`` when an own one is no folder with interventions, or cannot be read.
    """
    return _laad(eigen_mappen())


@cache
def _laad(mappen: tuple[Path, ...]) -> Catalogus:
    with even_geduld():
        geladen = laad(mappen)
    meld_fouten(geladen.fouten, mappen)
    meld_let_op(geladen.let_op)
    return geladen


def eigen_mappen() -> tuple[Path, ...]:
    """The folders, each once, in the order given. Raises ``Vraagfout`` or ``BestandFout`` when one cannot be used."""
    uit_omgeving = [Path(deel) for deel in os.environ.get(OMGEVING, "").split(os.pathsep) if deel]
    mappen = tuple(dict.fromkeys(_gekozen or uit_omgeving))
    for map_ in mappen:
        controleer_eigen_map(map_)
    return tuple({map_.resolve(): map_ for map_ in mappen}.values())


def controleer_eigen_map(map_: Path) -> None:
    """Raises ``Vraagfout`` when ``map_`` is no folder with interventions, ``BestandFout`` when it cannot be read."""
    waarvandaan = "" if map_ in _gekozen or OMGEVING not in os.environ else f" (uit {OMGEVING})"
    try:
        with os.scandir(map_), os.scandir(map_ / "interventies"):
            pass
    except NotADirectoryError:
        raise Vraagfout(geen_map(f"{map_}{waarvandaan}", map_)) from None
    except FileNotFoundError:
        waarom = "daarin staat geen map interventies/" if map_.is_dir() else "die map bestaat niet"
        raise Vraagfout(
            f"{map_}{waarvandaan}: {waarom}. Maak een eigen catalogus met: lpi catalogus nieuw {_getypt(map_)}"
        ) from None
    except ValueError:
        raise Vraagfout(f"{map_}{waarvandaan} kan niet worden gelezen: de naam kan niet.") from None
    except OSError as fout:
        raise BestandFout(f"{map_}{waarvandaan} kan niet worden gelezen: {oorzaak(fout)}.") from None


def geen_map(naam: str, bestand: Path) -> str:
    """What to do with a file where a folder is due: a sheet becomes one."""
    from lpi_cli.catalogus.blad import EXTENSIES  # heavy

    if bestand.suffix.lower() in EXTENSIES:
        return f"{naam} is geen map; neem het over met: lpi catalogus lees {_getypt(bestand)} mijn-regio"
    return f"{naam} is geen map; geef de map waarin interventies/ staat."


def _getypt(pad: Path) -> str:
    """A file or folder as one types it in a command."""
    from shlex import quote  # costs time, and only needed for a message

    return quote(str(pad))


def met_catalogus(zin: str) -> str:
    """A message that ends with a command, which then sees the same own catalogues."""
    if not _gekozen or not re.search(r": lpi (?:lijst|toon|uitleg)\b[^:]*$", zin):
        return zin
    return zin + "".join(f" {CATALOGUS} {_getypt(map_)}" for map_ in _gekozen)


def meld_fouten(fouten: Sequence[Fout], mappen: Sequence[Path]) -> None:
    """Tell what in own catalogues does not take part, and how to see it all."""
    if not fouten:
        return
    regels = _eerste([str(fout) for fout in fouten], "fout")
    met_fout = {fout.van_map(mappen) for fout in fouten}
    for map_ in (map_ for map_ in mappen if map_ in met_fout):
        regels.append(
            f"Let op: wat fout is, doet niet mee. Alles nakijken: lpi catalogus controleer {_getypt(map_)}"
        )
    melding(*regels)


def meld_let_op(let_op: Sequence[Fout]) -> None:
    """Tell where an own catalogue takes away what an earlier own one says."""
    if let_op:
        melding(*_eerste([een.als_regel(LET_OP) for een in let_op], "waarschuwing"))


def _eerste(regels: list[str], woord: str) -> list[str]:
    """Not more lines than one reads, and how many more there are."""
    rest = len(regels) - MEESTE_FOUTEN
    return regels if rest <= 0 else [*regels[:-rest], f"en nog {geteld(rest, woord, 'en')}"]


def lees_afzender(mappen: Sequence[Path]) -> Afzender | None:
    """Who sends, where a file in one of these folders says so; tells what to mind. Raises ``CatalogusFout``."""
    if not any((map_ / BESTAND).is_file() for map_ in mappen):
        return None
    from lpi_cli.catalogus import afzender  # heavy

    gelezen = afzender.lees_afzender(mappen, let_op := list[Fout]())
    meld_let_op(let_op)
    return gelezen


def meld_lezing(vraag: Mapping[str, Sequence[str]]) -> None:
    """Say of the words of a question how they are read, where that is not what they say."""
    from lpi_cli.kern.filters import lees_toe

    for zin in lees_toe(vraag, catalogus()):
        melding(f"Let op: {zin}")


def vandaag() -> date:
    """The day on which this user asks."""
    return date.today()  # noqa: DTZ011  the user's own day


@contextmanager
def even_geduld() -> Iterator[None]:
    """Say on a terminal that work goes on, when it takes long."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    wekker = Timer(
        GEDULD,
        melding,
        ["Even geduld: alle eigen bestanden worden nagekeken. Na een wijziging duurt dat even."],
    )
    wekker.daemon = True
    wekker.start()
    try:
        yield
    finally:
        wekker.cancel()
