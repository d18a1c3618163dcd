"""Make text from a catalogue harmless, whatever it holds."""

import re

_STUURTEKENS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")


def schoon(tekst: str) -> str:
    """``tekst`` without control characters, escape sequences and direction marks."""
    return _STUURTEKENS.sub("", _ANSI.sub("", tekst))
