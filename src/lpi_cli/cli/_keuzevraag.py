"""A question with given answers, and what someone may do instead of answering it."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple


class Staprichting(Enum):
    """What someone may want instead of answering."""

    TERUG = "terug"
    NOTITIE = "notitie"


class Stap(NamedTuple):
    """A step back or aside instead of an answer, and how far the answer was, to go on from there."""

    richting: Staprichting
    gekozen: Sequence[str]
    """Codes that are switched on; perhaps none."""
    aangewezen: str
    """Code that the pointer stands at."""


class Keuzevraag(NamedTuple):
    """What is asked: a short step line, the question, and the text that helps to answer it."""

    stap: str
    tekst: str
    hulp: Sequence[str]
    antwoorden: Sequence[tuple[str, str]]
    """Code and name of each answer."""
    alleen: frozenset[str]
    """Codes that cannot be combined with another."""
    notitie: bool = False
    """Whether one may add a note."""
    begin: str | None = None
    """Code that the pointer starts at, so what Enter alone means; None for the first."""
    lees: Callable[[str], Sequence[str]] | None = None
    """Reads a typed word as codes, or raises ``Vraagfout``; None when one cannot type an answer."""
