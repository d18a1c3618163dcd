"""What the file of a plan holds (design section 11)."""

from enum import StrEnum
from typing import Annotated, NamedTuple, NewType

from lpi_cli.catalogus.model import Aantal, Bedrag, Datum, Eenheid, Regel

Woorden = NewType("Woorden", tuple[Regel, ...])
"""One word or more; a file may give one without a list, and ages as numbers."""
PerTaal = NewType("PerTaal", dict[str, Aantal | None])
"""People per language; a file may name one language without their number."""
PerTaalWoorden = NewType("PerTaalWoorden", dict[str, Woorden])
"""Words per language, or for all."""

OVERIG = "overig"
"""Stands for the languages of a group that are not named."""


class Criterium(StrEnum):
    """What a plan can be good at."""

    DEKKING = "dekking"
    ZEKERHEID = "zekerheid"
    VOORSELECTIE = "voorselectie"
    KOSTEN = "kosten"


class Plangroep(NamedTuple):
    naam: Regel
    deelnemers: Annotated[Aantal | None, "hoeveel mensen; mag weg als bij elke taal een aantal staat"]
    taal: Annotated[PerTaal, "per taal hoeveel mensen, zoals {ar: 10, ti: 10}"]
    leeftijd: Annotated[Woorden, "zoals 8-12, 18+ of ouders"]
    doelgroep: Annotated[
        PerTaalWoorden,
        "wie het zijn; per taal mag ook, zoals {uk: oekraiense-ontheemde, overig: statushouder}",
    ]
    setting: Annotated[Woorden, "waar, zoals gemeente"]
    regio: Woorden
    doel: Woorden
    vorm: Woorden
    bewijs: Woorden
    organisatie: Woorden
    kosteloos: bool
    voorselectie: bool


class Planofferte(NamedTuple):
    per: Annotated[Eenheid, "waar de prijs voor is, zoals groep"]
    bedrag: Bedrag
    datum: Datum | None
    groepsgrootte: Annotated[Aantal | None, "de grootste groep voor die prijs, als die niet gepubliceerd is"]


class Planbestand(NamedTuple):
    naam: Regel | None
    periode: Annotated[Regel | None, "wanneer, zoals voorjaar 2027; komt in de aanvragen"]
    budget: Annotated[Bedrag | None, "in euro"]
    groepen: tuple[Plangroep, ...]
    weging: Annotated[tuple[Criterium, ...], "wat het zwaarst weegt, eerst"]
    vast: Annotated[dict[str, Regel], "wat al besloten is: per cel, zoals volwassenen/ti, een id"]
    niet: Annotated[Woorden, "id's van wat u niet wilt"]
    offertes: Annotated[dict[str, Planofferte], "per id, of id/variant, een prijs die u kreeg"]
    uurtarief: Bedrag | None
    tolktarief: Bedrag | None
    groepsgrootte: Aantal | None
    bijeenkomsten: Aantal | None
    gezinnen: Annotated[Aantal | None, "hoeveel gezinnen een groep ouders samen is, voor prijzen per gezin"]
