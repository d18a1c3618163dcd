"""Read saved answers of the Keuzehulp: all faults of the file at once, each with its line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model import Regel
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml

Keuring = Callable[[str, str], str | None]
"""What is wrong with a word as answer to a question (Dutch); None when it is understood."""


class Keuzebestand(NamedTuple):
    """Saved answers of the Keuzehulp, per ``Keuzehulpvraag``; none means that it does not matter."""

    leeftijd: tuple[Regel, ...]
    doel: tuple[Regel, ...]
    vorm: tuple[Regel, ...]


def lees_keuze(bestand: Path, keur: Keuring) -> Keuzebestand:
    """The answers in ``bestand``. Raises ``CatalogusFout`` with every fault found."""
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    if document.gegevens is None:
        raise CatalogusFout([document.fout((), "is leeg; maak het met: lpi kies --opslaan keuze.yaml")])
    _maak_lijsten(document.gegevens)
    gegevens, fouten = valideer(document, Keuzebestand, {})
    fouten += _onbekende_woorden(document, keur)
    if fouten:
        raise CatalogusFout(sorted(fouten, key=lambda fout: fout.regel))
    return maak(Keuzebestand, gegevens)


def _maak_lijsten(gegevens: Any) -> None:
    """``vorm: groep`` means ``vorm: [groep]``, ``vorm:`` means ``vorm: []``, and ages may be numbers."""
    if not isinstance(gegevens, dict):
        return
    for vraag, antwoord in gegevens.items():
        woorden = antwoord if isinstance(antwoord, list) else [] if antwoord is None else [antwoord]
        if not any(isinstance(woord, dict) for woord in woorden):
            gegevens[vraag] = [str(woord) if type(woord) is int else woord for woord in woorden]


def _onbekende_woorden(document: Document, keur: Keuring) -> Iterator[Fout]:
    """The words that are no answer, also when something else in the file is wrong."""
    antwoorden = document.gegevens if isinstance(document.gegevens, dict) else {}
    for vraag in Keuzebestand._fields:
        woorden = antwoorden.get(vraag)
        for nr, woord in enumerate(woorden if isinstance(woorden, list) else ()):
            if isinstance(woord, str) and woord.strip() and (melding := keur(vraag, woord)):
                pad = (vraag, nr) if (vraag, nr) in document.regels else (vraag,)
                yield document.fout(pad, melding)
