"""Compare words the way people mean them: accents, case and small slips forgiven."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

ONZICHTBAAR = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, direction marks, half characters and those that XML forbids: no text needs them."""

KORT_WOORD, LANG_WOORD = 3, 5
"""Letters of a word that is only looked for by itself, and of one that is looked for inside others."""

_GEEN_WOORDTEKEN = re.compile(r"[^0-9a-z+]+")
_DUBBEL = r"([a-z])\1"
_UITGANGEN = ("", "en", "er", "e", "s")
_UITGANG = r"(?<=[a-z]{4})(?:en|er|e|s)$|(?<=[a-z]{3})en$"
"""Patterns that few runs need; ``re`` compiles them at their first use, and keeps them."""


def vlak(tekst: str) -> str:
    """Lower case, without accents, words separated by one space."""
    klein = tekst.casefold()
    if not klein.isascii():
        ontleed = unicodedata.normalize("NFKD", klein)
        klein = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return _GEEN_WOORDTEKEN.sub(" ", klein).strip()


def klankvorm(tekst: str) -> str:
    """``tekst`` with Dutch spelling of word forms evened out, to search in.

    ``scholen`` and ``school``, ``brieven`` and ``brief``, ``gezinnen`` and ``gezin``
    share their beginning after this: v as f, z as s, and doubled letters count once.
    """
    return re.sub(_DUBBEL, r"\1", vlak(tekst).replace("v", "f").replace("z", "s"))


def zoekbaar(woorden: Iterable[str]) -> str:
    """Words in the form of ``klankvorm`` as one text for ``bevat``."""
    return f" {' '.join(woorden)} "


class Zoekwoord(NamedTuple):
    """A word to look for in texts."""

    tekst: str
    heel: str
    """The word in the form of ``klankvorm``."""
    stam: str
    """The part of it that all its word forms share."""


def zoekwoorden(tekst: str) -> list[Zoekwoord]:
    """The words of ``tekst``, to look for each of them."""
    heel = [(woord, klankvorm(woord)) for woord in vlak(tekst).split()]
    return [Zoekwoord(woord, vorm, re.sub(_UITGANG, "", vorm)) for woord, vorm in heel]


def bevat(tekst: str, woord: Zoekwoord) -> bool:
    """Whether a word, in any of its forms, stands in a ``zoekbaar`` text.

    Whole, it may begin a longer word, and a word of some length may be any part of one: ``school`` is in
    ``basisschool``, but ``rouw`` not in ``vrouw``, and ``psychose`` not in ``psychosociaal``. The shortest
    words must stand by themselves.
    """
    if any(f" {woord.stam}{uitgang} " in tekst for uitgang in _UITGANGEN):
        return True
    if len(woord.heel) <= KORT_WOORD:
        return False
    return f" {woord.heel}" in tekst or (len(woord.heel) >= LANG_WOORD and woord.heel in tekst)


def naaste(woord: str, keuzes: Iterable[str], gelijkenis: float = 0.6) -> str | None:
    """The choice that looks most like ``woord``; None when none comes as near as ``gelijkenis`` (0 to 1)."""
    from difflib import get_close_matches  # costs time, and only needed for a slip

    op_vorm = {vlak(keuze): keuze for keuze in keuzes}
    gevonden = get_close_matches(vlak(woord), op_vorm, n=1, cutoff=gelijkenis)
    return op_vorm[gevonden[0]] if gevonden else None
