"""Make text from a catalogue harmless, whatever it holds."""

import re

from lpi_cli.catalogus.woorden import ONZICHTBAAR

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")


def schoon(tekst: str) -> str:
    """``tekst`` without control characters, escape sequences and direction marks."""
    return ONZICHTBAAR.sub("", _ANSI.sub("", tekst))
