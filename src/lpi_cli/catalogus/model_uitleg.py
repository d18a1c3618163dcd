"""The records of the topics for ``lpi uitleg``, and the figures they quote.

See ``model``; these stand apart because only the topics need them.
"""

from enum import StrEnum
from typing import Annotated, NamedTuple

from lpi_cli.catalogus.model import (
    BronId,
    CijferId,
    Code,
    InterventieId,
    Jaartal,
    Kenmerk,
    OnderwerpId,
    Regel,
    Url,
    Vervolgstap,
)


class Uitleggroep(StrEnum):
    """The order of the work, in which topics are grouped."""

    WAAROM = "waarom"
    KIEZEN = "kiezen"
    REGELEN = "regelen"
    UITVOEREN = "uitvoeren"
    VOLGEN = "volgen"


class Cijfer(NamedTuple):
    """A published figure; it stands once in the data and is quoted from there."""

    waarde: Annotated[Regel, "zoals 41% of 13 tot 25%"]
    betekenis: Annotated[Regel, "waar het cijfer over gaat, als vervolg op de waarde"]
    studie: Annotated[Regel, "het onderzoek, zonder namen van personen"]
    jaar: Jaartal | None
    bron: BronId


class Verwijzing(NamedTuple):
    """Where to read or ask more; ``url`` None when no address was published."""

    titel: Regel
    url: Url | None


class Uitlegdeel(NamedTuple):
    """One part of a topic: at most five lines of text, and points where it lists things."""

    kop: Regel | None
    tekst: str | None
    stap: Vervolgstap | None
    punten: tuple[str, ...]
    bron: BronId
    voor: Annotated[tuple[Kenmerk, ...], "over wie het gaat; leeg: iedereen"]
    interventies: Annotated[tuple[InterventieId, ...], "over welk aanbod het alleen gaat; leeg: elk"]


class Uitleg(NamedTuple):
    """One topic: what the publications say about it, in short."""

    id: Code
    titel: Regel
    groep: Uitleggroep
    samenvatting: Annotated[str, "twee zinnen"]
    delen: tuple[Uitlegdeel, ...]
    checklist: Annotated[tuple[str, ...], "wat men kan afvinken, waar de bron dat geeft"]
    cijfers: Annotated[tuple[CijferId, ...], "codes uit cijfers.yaml"]
    verwijzingen: tuple[Verwijzing, ...]
    zie_ook: Annotated[tuple[OnderwerpId, ...], "andere onderwerpen"]
    interventies: Annotated[tuple[InterventieId, ...], "interventies waarover dit onderwerp gaat"]
    kenmerken: Annotated[tuple[Kenmerk, ...], "doelgroepen waarover dit onderwerp gaat"]


Cijfers = dict[str, Cijfer]
Onderwerpen = dict[str, Uitleg]
