"""Ask someone at a terminal: one question after the other, each until its answer can be used.

What shows a question stands in ``_prompt`` and is imported when it is asked. Ctrl-C interrupts.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from lpi_cli.cli._keuzevraag import Keuzevraag, Stap
from lpi_cli.cli._uitvoer import BestandFout, melding
from lpi_cli.kern.vraagfout import Vraagfout

N = TypeVar("N")
A = TypeVar("A")
T = TypeVar("T")


class Interviewvraag(NamedTuple, Generic[N, A]):
    """One question, and under which name its answer is kept."""

    naam: N
    stel: Callable[[str, Mapping[N, A]], tuple[A | None, bool]]
    """Asks it, given where one is (``3 van 8``) and all answers so far.

    Returns the answer, None when it is not known, and whether to go on; else one goes back.
    """
    alleen_na: N | None = None
    """Asked only when this other question was answered."""


def interview(interviewvragen: Sequence[Interviewvraag[N, A]], antwoorden: Mapping[N, A]) -> dict[N, A]:
    """``antwoorden`` with the answers to all questions, by name; what is not known is left out."""
    gegeven = dict(antwoorden)
    nr, verder = 0, True
    while nr < len(interviewvragen):
        naam, stel, alleen_na = interviewvragen[nr]
        if alleen_na is None or alleen_na in gegeven:
            antwoord, verder = stel(f"{nr + 1} van {len(interviewvragen)}", gegeven)
            if antwoord is None:
                gegeven.pop(naam, None)
            else:
                gegeven[naam] = antwoord
        nr = nr + 1 if verder else max(nr - 1, 0)
    return gegeven


def laat_kiezen(keuzevraag: Keuzevraag, gekozen: Sequence[str]) -> list[str] | Stap:
    """The chosen codes, at least one; or a step back or aside. ``gekozen``: those switched on at first."""
    from lpi_cli.cli import _prompt

    return _prompt.laat_kiezen(keuzevraag, gekozen)


def laat_codes_kiezen(
    keuzevraag: Keuzevraag, eerder: Sequence[str] | None, geen: str
) -> tuple[Sequence[str] | None, bool]:
    """The chosen codes without ``geen``, and ``eerder`` when one goes back; as ``Interviewvraag.stel``."""
    gekozen = laat_kiezen(keuzevraag, eerder or ())
    if isinstance(gekozen, Stap):
        return eerder, False
    return [code for code in gekozen if code != geen], True


def laat_typen(wat: str, standaard: str = "") -> str:
    """A line of text, perhaps empty."""
    from lpi_cli.cli import _prompt

    return _prompt.laat_typen(wat, standaard) or ""


def laat_antwoord_typen(
    wat: str, lees: Callable[[str], T | None], eerder: T | None, als_tekst: Callable[[T], str] = str
) -> tuple[T | None, bool]:
    """What ``lees`` makes of a line of text, which begins as ``eerder``; as ``Interviewvraag.stel``."""
    from lpi_cli.cli import _prompt

    while True:
        getypt = _prompt.laat_typen(wat, "" if eerder is None else als_tekst(eerder), terug=True)
        if getypt is None:
            return eerder, False
        try:
            return lees(getypt), True
        except Vraagfout as fout:
            melding(f"Fout: {fout}")


def laat_typen_tot_het_kan(wat: str, lees: Callable[[str], T]) -> T:
    """What ``lees`` makes of a line of text, typed again for as long as it raises a fault, which is told."""
    while True:
        try:
            return lees(laat_typen(wat))
        except (Vraagfout, BestandFout) as fout:
            melding(f"Fout: {fout}")
