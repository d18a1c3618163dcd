"""``lpi catalogus controleer``: all faults of all files, each with its line and what is accepted."""

import sys
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.catalogus.fouten import Fout, per_bestand
from lpi_cli.catalogus.laden import gebundelde_map, laad_basis
from lpi_cli.cli._eigen import LET_OP, controleer_eigen_map, eigen_mappen, even_geduld, geen_map, vandaag
from lpi_cli.cli._opties import commando, padargument
from lpi_cli.cli._uitvoer import melding, naar_scherm, passend
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.tekst import geteld, op_een_regel

VOORBEELDEN = """\
lpi catalogus controleer
lpi catalogus controleer mijn-regio
"""


@commando(VOORBEELDEN)
def controleer(
    *,
    map_: Annotated[Path | None, padargument("MAP", "De map; anders de meegeleverde catalogus.")] = None,
) -> None:
    """Controleer alle bestanden en noem alle fouten, met regel en veld. Daarna volgt wat beter kan."""
    from lpi_cli.catalogus.waarschuwingen import waarschuwingen

    te_doen = [map_] if map_ else [*eigen_mappen()] or [gebundelde_map()]
    goed, fouten, let_op = 0, list[Fout](), list[Fout]()
    with even_geduld():
        for een in te_doen:
            aantal, gevonden, kan_beter = _controleer(een)
            goed += aantal
            fouten += gevonden
            let_op += kan_beter
            let_op += waarschuwingen(een, vandaag())
    fout_in = {(fout.bestand, fout.veld) for fout in fouten}
    let_op = [een for een in let_op if (een.bestand, een.veld) not in fout_in]
    if fouten:
        melding(*_regels(fouten))
    regels = [*([""] if fouten else []), *_regels(let_op, LET_OP), ""] if let_op else []
    telling = [f"{geteld(goed, 'interventie', 's')} goed", geteld(len(fouten), "fout", "en")]
    if let_op:
        telling.append(geteld(len(let_op), "waarschuwing", "en"))
    regels.append(", ".join(telling))
    naar_scherm("".join(f"{passend(op_een_regel(regel), sys.stdout)}\n" for regel in regels).encode())
    if fouten:
        raise typer.Exit(1)


def _controleer(map_: Path) -> tuple[int, list[Fout], list[Fout]]:
    """How many interventions of a folder are right, all its faults, and what could be better.

    Raises ``Vraagfout``.
    """
    if not map_.is_dir():
        raise Vraagfout(geen_map(str(map_), map_))
    if map_.samefile(gebundelde_map()):
        from lpi_cli.catalogus.controle import controleer_map

        gecontroleerd = controleer_map(map_)
        return len(gecontroleerd.interventies), gecontroleerd.fouten, []

    from lpi_cli.catalogus.eigen import controleer_eigen

    controleer_eigen_map(map_)
    eronder = list(takewhile(lambda ander: not ander.samefile(map_), eigen_mappen()))
    mappen = [*eronder, map_]
    eigen = controleer_eigen(mappen, laad_basis())
    fouten, let_op = (
        [een for een in meldingen if een.van_map(mappen) == map_]
        for meldingen in (eigen.fouten, eigen.let_op + eigen.bij_controle)
    )
    met_fout = {fout.bestand for fout in fouten}
    goed = [
        bestand
        for bestand in (map_ / "interventies").glob("*.yaml")
        if not met_fout & {bestand, bestand.parent}  # of the folder itself: then none of it takes part
    ]
    return len(goed), fouten, let_op


def _regels(fouten: Sequence[Fout], soort: str = "") -> list[str]:
    """One line each, with an empty line between files."""
    return [regel for van_bestand in per_bestand(fouten, soort) for regel in ("", *van_bestand)][1:]
