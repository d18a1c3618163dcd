"""The records of the quality test: the published criteria, and a filled-in test of one intervention.

See ``model``; these stand apart because only the quality test needs them.
"""

from enum import StrEnum
from typing import Annotated, NamedTuple

from lpi_cli.catalogus.model import BronId, Kenmerk, Kwaliteitsvraag, Regel

# --- the published criteria -----------------------------------------------------------


class Criteriumcode(StrEnum):
    """The four published quality criteria, each with a rule of its own in ``kern.toets``."""

    MEERWAARDE = "meerwaarde"
    BEWIJS = "bewijs"
    CULTUUR = "cultuur"
    UITVOERDERS = "uitvoerders"


class Toetsvraag(NamedTuple):
    """One question of the quality test; texts may hold ``{doelgroep}``."""

    id: Kwaliteitsvraag
    vraag: Regel
    uitleg: str
    voorbeeld: Annotated[str, "een voorbeeld van goed bewijs"]
    navragen: Annotated[str, "wie men wat vraagt zolang het antwoord niet bekend is"]


class Uitspraak(NamedTuple):
    """What a verdict on one criterion rests on, and what to do next."""

    reden: str
    advies: str


class Criterium(NamedTuple):
    """One of the four published quality criteria (``keuzehulp``)."""

    id: Criteriumcode
    naam: Regel
    uitleg: str
    vragen: tuple[Toetsvraag, ...]
    voldoet: Uitspraak
    voldoet_niet: Uitspraak
    navragen: Uitspraak
    open: Uitspraak


class Eindoordelen(NamedTuple):
    voldoet: str
    navragen: str
    onvolledig: str
    niet_inzetten: str


class Voorselectieoordeel(NamedTuple):
    """The verdict of who pre-selected some interventions, on each as a whole; texts may hold ``{doelgroep}``."""

    bron: BronId
    voor: Annotated[tuple[Kenmerk, ...], "de mensen voor wie dit oordeel geldt"]
    voldoet: str
    zakt: Annotated[str, "als de losse antwoorden toch een criterium laten zakken"]
    niet_voor_hen: Annotated[str, "als men voor een andere groep toetst"]


class Kwaliteitscriteria(NamedTuple):
    """The quality test: its criteria, questions and what its verdicts mean."""

    doelgroep: Annotated[Regel, "de groep als het toetsbestand er geen noemt"]
    criteria: tuple[Criterium, ...]
    oordelen: Eindoordelen
    voorselectie: Voorselectieoordeel


# --- the test of an own intervention, as a file ---------------------------------------

SJABLOONNAAM = "naam van uw interventie"
"""Stands in an empty test file where the name of the intervention comes."""


class JaNee(StrEnum):
    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Bewijssoort(StrEnum):
    STUDIES = "studies"
    RICHTLIJNEN = "richtlijnen"
    EXPERTS = "experts"
    GEEN = "geen"
    ONBEKEND = "onbekend"


class Toetsantwoorden(NamedTuple):
    """The answers as in a test file; an absent answer is not given, which is not the answer ``onbekend``."""

    hiaat: JaNee | None
    ontlasting: JaNee | None
    bewijs: tuple[Bewijssoort, ...] | None
    betrokken: JaNee | None
    cultuursensitief: JaNee | None
    opgeleid: JaNee | None
    intervisie: JaNee | None
    gekwalificeerd: JaNee | None


class Toetstoelichting(NamedTuple):
    """A note to each answer, where one was made."""

    hiaat: str | None
    ontlasting: str | None
    bewijs: str | None
    betrokken: str | None
    cultuursensitief: str | None
    opgeleid: str | None
    intervisie: str | None
    gekwalificeerd: str | None


class Toetsbestand(NamedTuple):
    """A filled-in quality test of one intervention (design section 7)."""

    naam: Regel
    doelgroep: Regel | None
    antwoorden: Toetsantwoorden
    toelichting: Toetstoelichting | None
