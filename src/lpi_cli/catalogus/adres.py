"""Addresses as people write them: what is one, and how a catalogue keeps it."""

import re

WEB = re.compile(r"https?://[^\s<>\"'`\\.]+\.[^\s<>\"'`\\]+")
MAIL = re.compile(r"[^@\s<>\"`\\]+@[^@\s<>\"'`\\]+\.[a-zA-Z]{2,}")
"""With an apostrophe before the @, as in a name."""
NUMMER = re.compile(r"\+?\(?[0-9][0-9 ()/–-]{1,18}[0-9]")
"""One telephone number and nothing else: ``(053) 123 45 67``, ``14 053``."""
BELLEN = re.compile(r"(?:[^0-9\n]{0,50}[0-9]){3}.*")
"""What a person can call, perhaps with a remark or a second number."""
_ZONDER_BEGIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/[^\s<>\"'`\\]*)?", re.IGNORECASE)


def als_web(tekst: str) -> str:
    """``www.x.nl`` with what a browser puts before it; anything else as it is."""
    return f"https://{tekst}" if _ZONDER_BEGIN.fullmatch(tekst) else tekst
