"""Text for any format: harmless whatever a catalogue holds, counted words, and bars made of characters."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from lpi_cli.catalogus.woorden import ALLES_ZICHTBAAR, ONZICHTBAAR

_ANSI = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])"
_VOOR_BEDRAG = r"([€≥±]) (?=[€\d])"
"""A sign and the space between it and the amount."""
VASTE_SPATIE = "\u2800"
"""Stands for a space that no line may break at, until the text is laid out.

It is a blank of braille: no white space to Python, and one of the signs of which rich knows the width at once.
"""
_BIJEEN = (
    r"(?m)€ |(?<=\w) (?=[★◆])|(?<!\S)\S = |(?<!\d)[+0][\d ()-]{7,}\d"
    r"|^lpi .+(?<![.?!])$|(?<=: )lpi .+?(?=\.?$|\. |\), )|(?<=\()lpi [^()\n]+(?=\))"
    r"|\blpi (?=[a-z])| -m pip install "
)
"""What no line may break in: an amount behind its sign, a mark behind which stands what it means, a
telephone number, and a command to copy. Such a command is a whole line, or stands behind a colon or in
brackets; it ends where the sentence does.
"""
_ADRES = (
    r"(?P<web>https?://[^\s<>()\[\]{}\"'`|\\^]+[^\s<>()\[\]{}\"'`|\\^.,;:!?])"
    r"|(?P<mail>(?<![\w.+-])(?<!\w')[\w.+-]+(?:'[\w.+-]+)*@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,})"
)
"""What becomes a link: web and mail addresses, without the full stop of the sentence.

A mail address is looked for where a word begins only: from each letter would take the square of its length.

All are compiled by ``re`` at their first use: JSON needs none.
"""

MEESTE_LINKS = 25
"""In one text; what comes after them stays plain."""
VAKJE = "[ ] "
"""Stands in plain text before a point to tick off."""
LANGSTE_BALK = 10
"""Characters of the longest bar."""


def schoon(tekst: str) -> str:
    """``tekst`` without control characters, escape sequences and direction marks."""
    if ALLES_ZICHTBAAR.fullmatch(tekst):
        return tekst
    return ONZICHTBAAR.sub("", re.sub(_ANSI, "", tekst))


def yaml_tekst(tekst: str) -> str:
    """A quoted text that YAML reads back exactly; JSON strings are YAML strings."""
    return json.dumps(tekst, ensure_ascii=False)


def op_een_regel(tekst: str) -> str:
    """``tekst`` cleaned, with its lines as one, so that a name with a line break adds no line."""
    return schoon(" ".join(tekst.splitlines()))


def onbreekbaar(tekst: str) -> str:
    """``tekst`` with a ``VASTE_SPATIE`` where no line may break, such as in a command to copy."""
    return re.sub(_BIJEEN, lambda deel: deel[0].replace(" ", VASTE_SPATIE), tekst)


def bijeen(tekst: str) -> str:
    """``tekst`` cleaned, with an amount and its sign on one line, for what breaks lines by itself."""
    kaal = schoon(tekst)
    return re.sub(_VOOR_BEDRAG, "\\1\u00a0", kaal) if "€" in kaal or "≥" in kaal else kaal


def tussen_cijfers(tekst: str) -> list[str]:
    """The parts of a text between the hyphens at which no range or telephone number may break: ``12`` and ``18``.

    At its spaces a number does not break either.
    """
    return re.split(r"(?<=\d)-(?=\d)", re.sub(r"(?<=\d) (?=\d)", "\u00a0", tekst))


def geteld(aantal: int, woord: str, meer: str) -> str:
    """``1 fout``, ``2 fouten``; ``meer``: what comes behind the word of more than one."""
    return f"{aantal} {woord}" if aantal == 1 else f"{aantal} {woord}{meer}"


def balk(deel: Decimal, geheel: Decimal) -> str:
    """A bar for ``deel`` of ``geheel``; at least one character when there is something."""
    return "█" * balklengte(deel, geheel, LANGSTE_BALK)


def balklengte(deel: Decimal, geheel: Decimal, langste: int) -> int:
    """Characters for ``deel`` when ``geheel`` has ``langste``; at least one when there is something."""
    return max(1, round(langste * deel / geheel)) if deel and geheel else 0


def met_adressen(tekst: str) -> Iterator[tuple[str, str | None]]:
    """The parts of ``tekst``, cleaned, each with where it links to; None for plain text."""
    kaal, vorige = bijeen(tekst), 0
    kan = "@" in kaal or "://" in kaal
    for adres in islice(re.finditer(_ADRES, kaal) if kan else (), MEESTE_LINKS):
        if adres.start() > vorige:
            yield kaal[vorige : adres.start()], None
        yield adres[0], adres[0] if adres["web"] else f"mailto:{adres[0]}"
        vorige = adres.end()
    if vorige < len(kaal):
        yield kaal[vorige:], None
