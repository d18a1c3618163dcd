"""What people type where a word of a vocabulary is asked, and which words are read for it."""

import re

from lpi_cli.catalogus.model import Lezing, Lezingen
from lpi_cli.catalogus.woorden import vlak

_NAAST_ELKAAR = r",(?=\s|[^\W\d])|\s*[;&]\s*|\s+(?:en|of|/)\s+|(?<=\w{2})/(?=[^\W\d]{2})"


def is_geen_voorkeur(tekst: str, lezingen: Lezingen) -> bool:
    """Whether someone says that it does not matter, or that it is not known."""
    return vlak(tekst) in map(vlak, lezingen.geen_voorkeur)


def lezing_van(onderdeel: str, tekst: str, lezingen: Lezingen) -> Lezing | None:
    """How a word for a part of the question is read, when it is one of those that people type."""
    gezocht = vlak(tekst)
    for woord, lezing in lezingen.woorden.get(onderdeel, {}).items():
        if gezocht in map(vlak, (woord, *lezing.ook)):
            return lezing
    return None


def uit_engels(tekst: str, lezingen: Lezingen) -> str | None:
    """The Dutch word to type for an English one."""
    gezocht = vlak(tekst)
    return next(
        (nederlands for engels, nederlands in lezingen.engels.items() if vlak(engels) == gezocht), None
    )


def in_delen(tekst: str) -> list[str]:
    """What ``tekst`` names beside each other: ``kinderen en jongeren`` are two groups."""
    return [deel.strip() for deel in re.split(_NAAST_ELKAAR, tekst) if vlak(deel)]
