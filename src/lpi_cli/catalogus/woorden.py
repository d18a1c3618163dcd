"""Compare words the way people mean them: accents, case and small slips forgiven."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_STUREND = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f"
)
_LOOS = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    r"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e0fff"
)
_VERBINDER = r"\u180b-\u180f\u200c\u200d\ufe00-\ufe0f"
_VERBONDEN = (
    r"\u0600-\u061b\u061d-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u1cff\u2190-\u2bff\ua800-\uaadf"
    r"\ufb50-\ufdff\ufe70-\ufefe\U00010a00-\U00011fff\U0001e900-\U0001faff"
)
"""Scripts whose letters need joiners: Arabic, those of India and around it, Mongolian; and emoji."""
GEVAARLIJK = re.compile(f"[{_STUREND}]")
"""What steers a screen or hides text: control characters, overrides of direction, tags, half characters."""
ONZICHTBAAR = re.compile(f"[{_STUREND}{_LOOS}]|(?<![{_VERBONDEN}{_VERBINDER}])[{_VERBINDER}]+")
"""That and all else that cannot be seen (Unicode's default ignorable): only in some scripts a joiner says something."""
ALLES_ZICHTBAAR = re.compile("[\t\n -~\xa0-\xac\xae-\u024f\u2010-\u2027\u20a0-\u20bf→≠≤≥█★◆●○☐\u2800]*")
"""Text in which that need not be looked for: what most texts have only, and is told twenty times as fast.

Each of its signs takes one column.
"""

KORT_WOORD, LANG_WOORD = 3, 5
"""Letters of a word that is only looked for by itself, and of one that is looked for inside others."""
LANGSTE_GOK = 40
"""Characters of a word that may be a slip of another."""

_GEEN_WOORDTEKEN = re.compile(r"[^0-9a-z+]+")
_DUBBEL = r"([a-z])\1"
_UITGANGEN = ("", "en", "er", "e", "s", "ing", "ingen")
_UITGANG = r"(?<=[a-z]{4})(?:en|er|e|s)$|(?<=[a-z]{3})en$"
_ING = r"(?<=[a-z]{5})ing$"
"""Patterns that few runs need; ``re`` compiles them at their first use, and keeps them."""


def vlak(tekst: str) -> str:
    """Lower case, without accents, words separated by one space."""
    klein = tekst.casefold()
    if not klein.isascii():
        ontleed = unicodedata.normalize("NFKD", klein)
        klein = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return _GEEN_WOORDTEKEN.sub(" ", klein).strip()


@lru_cache(maxsize=2**15)  # texts have the same words
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
    romp: str
    """What it shares with its verb too: that of ``opvoeding`` and ``opvoeden``."""


def zoekwoorden(tekst: str) -> list[Zoekwoord]:
    """The words of ``tekst``, to look for each of them."""
    heel = [(woord, klankvorm(woord)) for woord in vlak(tekst).split()]
    stammen = [(woord, vorm, re.sub(_UITGANG, "", vorm)) for woord, vorm in heel]
    return [Zoekwoord(*woord, re.sub(_ING, "", woord[-1])) for woord in stammen]


def bevat(tekst: str, woord: Zoekwoord) -> bool:
    """Whether a word, in any of its forms, stands in a ``zoekbaar`` text.

    Whole, it may begin a longer word, and a word of some length may be any part of one: ``school`` is in
    ``basisschool``, but ``rouw`` not in ``vrouw``, and ``psychose`` not in ``psychosociaal``. No Dutch word
    ends in h but for ch, so ``ouders`` is not in ``statushouders``. The shortest words must stand by themselves.
    """
    if any(f" {woord.romp}{uitgang} " in tekst for uitgang in _UITGANGEN):
        return True
    if len(woord.heel) <= KORT_WOORD:
        return False
    if len(woord.heel) < LANG_WOORD or woord.heel not in tekst:
        return f" {woord.heel}" in tekst
    return re.search(rf"(?:[^h]|ch){re.escape(woord.heel)}", tekst) is not None


def naaste(woord: str, keuzes: Iterable[str], gelijkenis: float = 0.6) -> str | None:
    """The choice that looks most like ``woord``; None when none comes as near as ``gelijkenis`` (0 to 1).

    Only of words that are not long: comparing takes the square of their length.
    """
    from difflib import get_close_matches  # costs time, and only needed for a slip

    op_vorm = {vlak(keuze): keuze for keuze in keuzes if len(keuze) <= LANGSTE_GOK}
    gezocht = vlak(woord[: LANGSTE_GOK + 1])
    gevonden = get_close_matches(gezocht, op_vorm, n=1, cutoff=gelijkenis)
    return op_vorm[gevonden[0]] if gevonden else None
