"""Read saved answers of the Keuzehulp: all faults of the file at once, each with its line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model import Regel
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.schema import LANGSTE_REGEL
from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml

Keuring = Callable[[str, str], str | None]
"""What is wrong with an answer to one part of the question (Dutch); None when it is understood."""


class Keuzebestand(NamedTuple):
    """Saved answers of the Keuzehulp, per ``Keuzehulpvraag``; none means that it does not matter."""

    leeftijd: tuple[Regel, ...]
    doel: tuple[Regel, ...]
    vorm: tuple[Regel, ...]


def lees_keuze(bestand: Path, keur: Keuring, let_op: list[Fout]) -> Keuzebestand:
    """The answers in ``bestand``; adds to ``let_op``. Raises ``CatalogusFout`` with every fault found."""
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    let_op += document.let_op
    if document.gegevens is None:
        raise CatalogusFout([document.fout((), "is leeg; maak het met: lpi kies --opslaan keuze.yaml")])
    _maak_lijsten(document.gegevens)
    gegevens, fouten = valideer(document, Keuzebestand, {})
    fouten += _onbekende_antwoorden(document, keur)
    if fouten:
        raise CatalogusFout(sorted(fouten, key=lambda fout: fout.regel))
    return maak(Keuzebestand, gegevens)


def _maak_lijsten(gegevens: Any) -> None:
    """``vorm: groep`` means ``vorm: [groep]``, ``vorm:`` means ``vorm: []``, and ages may be numbers."""
    if not isinstance(gegevens, dict):
        return
    for onderdeel, waarde in gegevens.items():
        antwoorden = waarde if isinstance(waarde, list) else [] if waarde is None else [waarde]
        if not any(isinstance(antwoord, dict) for antwoord in antwoorden):
            gegevens[onderdeel] = [str(een) if type(een) is int else een for een in antwoorden]


def _onbekende_antwoorden(document: Document, keur: Keuring) -> Iterator[Fout]:
    """The answers that are not understood, also when something else in the file is wrong."""
    gegevens = document.gegevens if isinstance(document.gegevens, dict) else {}
    for onderdeel in Keuzebestand._fields:
        antwoorden = gegevens.get(onderdeel)
        for nr, antwoord in enumerate(antwoorden if isinstance(antwoorden, list) else ()):
            is_antwoord = isinstance(antwoord, str) and 0 < len(antwoord.strip()) <= LANGSTE_REGEL
            if is_antwoord and (melding := keur(onderdeel, antwoord)):
                pad = (onderdeel, nr) if (onderdeel, nr) in document.regels else (onderdeel,)
                yield document.fout(pad, melding)
