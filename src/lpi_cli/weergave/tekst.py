"""Text for any format: harmless whatever a catalogue holds, and bars made of characters."""

import re
from decimal import Decimal

from lpi_cli.catalogus.woorden import ONZICHTBAAR

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")

LANGSTE_BALK = 10
"""Characters of the longest bar."""


def schoon(tekst: str) -> str:
    """``tekst`` without control characters, escape sequences and direction marks."""
    return ONZICHTBAAR.sub("", _ANSI.sub("", tekst))


def balk(deel: Decimal, geheel: Decimal) -> str:
    """A bar for ``deel`` of ``geheel``; at least one character when there is something."""
    return "█" * max(1, round(LANGSTE_BALK * deel / geheel)) if deel and geheel else ""
