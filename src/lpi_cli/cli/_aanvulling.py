"""Completion with Tab: from the words before the cursor to what can come there.

A script in ``aanvulling/`` asks for it. The first line of the answer says what its shell does besides: complete a
``map`` or a ``bestand`` by itself, or only show the ``lijst``, since not all begin with what was typed. Then each
candidate has a line, with a tab before its explanation. All is plain text; the script quotes it.
"""

import os
import shlex
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stderr, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from typer.core import TyperArgument, TyperOption

from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli._eigen import CATALOGUS, onthoud
from lpi_cli.cli._nederlands import Groep
from lpi_cli.cli._uitvoer import naar_scherm
from lpi_cli.weergave.tekst import schoon

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


def vul_aan(ctx: "Context", argumenten: Sequence[str]) -> None:
    """Answer a script; not at all when anything is wrong, since the person is still typing."""
    with suppress(Exception), Path(os.devnull).open("w", encoding="utf-8") as niets, redirect_stderr(niets):
        naar_scherm(_antwoord(ctx, os.environ["_LPI_COMPLETE"], argumenten).encode())


def _antwoord(ctx: "Context", shell: str, argumenten: Sequence[str]) -> str:
    """``argumenten``: the words up to the cursor, where a sign stands so that none is empty.

    bash gives its line instead, and the part of it that a candidate comes behind.
    """
    blijft = "|"
    if shell == "bash":
        (_, *argumenten), (*_, blijft) = map(shlex.split, argumenten)
    *ervoor, getypt = argumenten
    getypt, blijft = getypt[:-1], blijft[:-1]
    soort, gevonden = _wat_kan(ctx, ervoor, getypt)
    if len(gevonden) > 1 and not all(een.casefold().startswith(getypt.casefold()) for een in gevonden):
        soort += " lijst"
    if shell == "fish":  # shows only what begins with what was typed, which may be the name
        gevonden = {een if _begint(een, getypt) else naam: naam for een, naam in gevonden.items()}
    passend = [een for een in gevonden if een[: len(blijft)].casefold() == blijft.casefold()]
    return "\n".join([soort, *(f"{een[len(blijft) :]}\t{gevonden[een]}" for een in passend)])


def _wat_kan(ctx: "Context", ervoor: Sequence[str], getypt: str) -> tuple[str, Mapping[str, str]]:
    """What the shell completes by itself, and what ``getypt`` may become, each with its explanation."""
    optie, is_, waarde = getypt.partition("=")
    if is_ and optie.startswith("--"):
        soort, gevonden = _wat_kan(ctx, [*ervoor, optie], waarde)
        return soort, {f"{optie}={een}": uitleg for een, uitleg in gevonden.items()}
    ctx, param = _plek(ctx, ervoor)
    wat = (param.metavar or "").split() if param else []  # as help calls it: "BESTAND of ID"
    soort = "map" if "MAP" in wat else "bestand" if "BESTAND" in wat else ""
    alle = [(een.value, een.help or "") for een in param.shell_complete(ctx, "")] if param else []
    gevonden = {een: naam for een, naam in alle if _begint(een, getypt) or _begint(naam, getypt)}
    diep = {een: naam for een, naam in gevonden.items() if ("/" in een) is ("/" in getypt)}
    gevonden = diep or gevonden  # the variants of something only behind its slash, or by their own name
    if not gevonden and not isinstance(param, TyperOption) and (getypt or not soort):
        if isinstance(ctx.command, Groep) and not getypt.startswith("-"):
            alle = ctx.command.samenvattingen(ctx)
        else:
            alle = [(een.value, een.help or "") for een in ctx.command.shell_complete(ctx, "-")]
        gevonden = {naam: uitleg for naam, uitleg in alle if naam.startswith(getypt)}
    return soort, {_op_een_regel(een): _op_een_regel(uitleg) for een, uitleg in gevonden.items()}


def _plek(ctx: "Context", woorden: Iterable[str]) -> "tuple[Context, Parameter | None]":
    """The command of ``woorden`` and the parameter that comes after them; own catalogues take part from here on.

    Raises ``LookupError`` for a command or an option that does not exist.
    """
    params = ctx.command.get_params(ctx)
    opties = {naam: p for p in params if isinstance(p, TyperOption) for naam in (*p.opts, *p.secondary_opts)}
    argumenten = [p for p in params if isinstance(p, TyperArgument)]
    rest = iter(woorden)
    for woord in rest:
        naam, is_, waarde = woord.partition("=")
        if woord.startswith("-"):
            if opties[naam].is_flag:
                continue
            gegeven = waarde if is_ else next(rest, None)
            if gegeven is None:
                return ctx, opties[naam]
            if naam == CATALOGUS:
                onthoud([Path(gegeven).expanduser()])
        elif isinstance(ctx.command, Groep):
            if (commando := ctx.command.get_command(ctx, woord)) is None:
                raise LookupError(woord)
            return _plek(typer.Context(commando), rest)
        elif argumenten and argumenten[0].nargs == 1:
            argumenten.pop(0)
    return ctx, argumenten[0] if argumenten else None


def _begint(tekst: str, getypt: str) -> bool:
    """Whether ``tekst`` begins with what was typed; case and accents are forgiven."""
    vorm = vlak(getypt)
    return tekst.startswith(getypt) or (bool(vorm) and vlak(tekst).startswith(vorm))


def _op_een_regel(tekst: str) -> str:
    return " ".join(schoon(tekst).split())
