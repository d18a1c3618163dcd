"""Compare words the way people mean them: accents, case and small slips forgiven."""

import re
import unicodedata
from collections.abc import Iterable

ONZICHTBAAR = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters, direction marks and half characters: no text needs them."""

_GEEN_WOORDTEKEN = re.compile(r"[^0-9a-z+]+")
_DUBBEL = r"([a-z])\1"
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


def stam(woord: str) -> str:
    """The part of one search word that all its word forms share, as ``klankvorm``."""
    return re.sub(_UITGANG, "", klankvorm(woord))


def naaste(woord: str, keuzes: Iterable[str]) -> str | None:
    """The choice that looks most like ``woord``; None when none comes near."""
    from difflib import get_close_matches  # costs time, and only needed for a slip

    op_vorm = {vlak(keuze): keuze for keuze in keuzes}
    gevonden = get_close_matches(vlak(woord), op_vorm, n=1, cutoff=0.6)
    return op_vorm[gevonden[0]] if gevonden else None
