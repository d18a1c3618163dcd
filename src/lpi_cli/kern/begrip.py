"""Words of the vocabularies: from what people type to a code, and from a code to a name."""

from collections.abc import Iterator, Mapping

from lpi_cli.catalogus.model import Begrip
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.vraagfout import Vraagfout

Woordenlijst = Mapping[str, Begrip]
AFKORTING = 2
"""Codes this short, as of languages, say nothing; their names are shown instead."""


def lees_woord(tekst: str, woorden: Woordenlijst) -> str:
    """The code of a word typed as code, name or synonym. Raises ``Vraagfout``."""
    gezocht = vlak(tekst)
    for code, namen in _namen(woorden):
        if gezocht in (vlak(naam) for naam in namen):
            return code
    alle = {vlak(naam): code for code, namen in _namen(woorden) for naam in namen}
    gok = naaste(tekst, alle)
    bedoeld = f" Bedoelt u {alle[gok]!r}?" if gok else ""
    keuzes = ", ".join(begrip.naam if len(code) <= AFKORTING else code for code, begrip in woorden.items())
    raise Vraagfout(f"{tekst!r} ken ik niet; kies uit {keuzes}.{bedoeld}")


def _namen(woorden: Woordenlijst) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code, begrip in woorden.items():
        yield code, (code, begrip.naam, *begrip.ook)


def verwant(code: str, woorden: Woordenlijst) -> frozenset[str]:
    """``code`` with the words it covers and the words that cover it.

    Who asks for ``statushouder`` also means what is for all ``vluchtachtergrond``.
    """
    breder = {ander for ander, begrip in woorden.items() if code in begrip.omvat}
    return frozenset({code, *woorden[code].omvat, *breder})


def naam(code: str, woorden: Woordenlijst) -> str:
    """The name of a code for people."""
    return woorden[code].naam if code in woorden else code
