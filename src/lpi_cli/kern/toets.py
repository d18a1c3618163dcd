"""The quality test: answers become verdicts per criterion, and one verdict in the end.

The rules are those of the published criteria (``keuzehulp``, the part on
Kwaliteitscriteria); what a verdict means in words is data.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from lpi_cli.catalogus.model import Interventie, Kwaliteitsvraag
from lpi_cli.catalogus.model import Kwaliteitsantwoord as Antwoord
from lpi_cli.catalogus.model_toets import (
    Criterium,
    Criteriumcode,
    Kwaliteitscriteria,
    Toetsbestand,
    Toetsvraag,
    Uitspraak,
)

JA, NEE, ONBEKEND, GEEN = Antwoord.JA, Antwoord.NEE, Antwoord.ONBEKEND, Antwoord.GEEN
BEWIJZEN = (Antwoord.STUDIES, Antwoord.RICHTLIJNEN, Antwoord.EXPERTS)


class Criteriumoordeel(StrEnum):
    VOLDOET = "voldoet"
    NAVRAGEN = "navragen"
    VOLDOET_NIET = "voldoet_niet"


class Oordeel(StrEnum):
    """The verdict on the whole, best first."""

    VOLDOET = "voldoet"
    NAVRAGEN = "navragen"
    NIET_INZETTEN = "niet_inzetten"


class Gegeven(NamedTuple):
    """The answers to one question, with a note and, from the catalogue, the source."""

    antwoorden: tuple[Antwoord, ...] = ()
    toelichting: str | None = None
    bron: str | None = None

    @property
    def open(self) -> bool:
        """Whether the question still has to be answered."""
        return not self.antwoorden or ONBEKEND in self.antwoorden

    def beantwoord(self, antwoorden: tuple[Antwoord, ...]) -> "Gegeven":
        """With someone's answer: what a source says of its own answer does not hold for another."""
        if self.bron is None:
            return self._replace(antwoorden=antwoorden)
        return self if antwoorden == self.antwoorden else Gegeven(antwoorden)

    def noteer(self, notitie: str) -> "Gegeven":
        """With someone's own note, which takes the place of what a source says; empty is no note."""
        if self.bron is not None and not notitie:
            return self
        return Gegeven(self.antwoorden, notitie or None)


class Toets(NamedTuple):
    """What is to be tested: a name, for whom, and all that was answered so far."""

    naam: str
    doelgroep: str
    gegevens: Mapping[Kwaliteitsvraag, Gegeven]
    voorselectie: bool = False


class Criteriumuitslag(NamedTuple):
    criterium: Criterium
    oordeel: Criteriumoordeel
    gegevens: Mapping[Kwaliteitsvraag, Gegeven]
    reden: str
    advies: str


class Toetsuitslag(NamedTuple):
    """``kan_worden``: the best verdict if all open questions turn out well."""

    toets: Toets
    oordeel: Oordeel
    kan_worden: Oordeel
    criteria: tuple[Criteriumuitslag, ...]
    nog_open: tuple[Toetsvraag, ...]

    @property
    def voldaan(self) -> int:
        """The number of criteria met, 0-4. It never hides a knock-out: see ``oordeel``."""
        return sum(uitslag.oordeel is Criteriumoordeel.VOLDOET for uitslag in self.criteria)


def _meerwaarde(antwoorden: Sequence[Antwoord]) -> Criteriumoordeel:
    """Unknown on both questions counts as no."""
    return Criteriumoordeel.VOLDOET if JA in antwoorden else Criteriumoordeel.VOLDOET_NIET


def _bewijs(antwoorden: Sequence[Antwoord]) -> Criteriumoordeel:
    if any(antwoord in BEWIJZEN for antwoord in antwoorden):
        return Criteriumoordeel.VOLDOET
    return Criteriumoordeel.VOLDOET_NIET if GEEN in antwoorden else Criteriumoordeel.NAVRAGEN


def _cultuur(antwoorden: Sequence[Antwoord]) -> Criteriumoordeel:
    """Never a knock-out: with two times no one asks the participants first."""
    return Criteriumoordeel.VOLDOET if JA in antwoorden else Criteriumoordeel.NAVRAGEN


def _uitvoerders(antwoorden: Sequence[Antwoord]) -> Criteriumoordeel:
    if JA in antwoorden:
        return Criteriumoordeel.VOLDOET
    alle_nee = all(antwoord is NEE for antwoord in antwoorden)
    return Criteriumoordeel.VOLDOET_NIET if alle_nee else Criteriumoordeel.NAVRAGEN


OORDEEL_OVER: Mapping[Criteriumcode, Callable[[Sequence[Antwoord]], Criteriumoordeel]] = {
    Criteriumcode.MEERWAARDE: _meerwaarde,
    Criteriumcode.BEWIJS: _bewijs,
    Criteriumcode.CULTUUR: _cultuur,
    Criteriumcode.UITVOERDERS: _uitvoerders,
}
"""Per criterion the published rule, on the answers to all its questions."""


def toets_interventie(toets: Toets, criteria: Kwaliteitscriteria) -> Toetsuitslag:
    """The verdict on one intervention, with reasons, advice and what is still to be asked."""
    uitslagen = tuple(toets_criterium(criterium, toets) for criterium in criteria.criteria)
    toetsvragen = [toetsvraag for criterium in criteria.criteria for toetsvraag in criterium.vragen]
    return Toetsuitslag(
        toets=toets,
        oordeel=eindoordeel([uitslag.oordeel for uitslag in uitslagen]),
        kan_worden=eindoordeel([beste_oordeel(criterium, toets) for criterium in criteria.criteria]),
        criteria=uitslagen,
        nog_open=tuple(toetsvraag for toetsvraag in toetsvragen if _gegeven(toets, toetsvraag).open),
    )


def volgorde(uitslag: Toetsuitslag) -> tuple[int, int, str]:
    """Sort key: best first; a knock-out comes after everything without one."""
    return list(Oordeel).index(uitslag.oordeel), -uitslag.voldaan, uitslag.toets.naam


def toets_criterium(criterium: Criterium, toets: Toets) -> Criteriumuitslag:
    gegevens = {toetsvraag.id: _gegeven(toets, toetsvraag) for toetsvraag in criterium.vragen}
    oordeel = OORDEEL_OVER[criterium.id](_antwoorden(gegevens.values()))
    uitspraak: Uitspraak = getattr(criterium, oordeel.value)
    advies = vul_in(uitspraak.advies, toets.doelgroep)
    return Criteriumuitslag(criterium, oordeel, gegevens, vul_in(uitspraak.reden, toets.doelgroep), advies)


def beste_oordeel(criterium: Criterium, toets: Toets) -> Criteriumoordeel:
    """The verdict on a criterion if each open question is answered for the better."""
    antwoorden: list[Antwoord] = []
    for toetsvraag in criterium.vragen:
        gegeven = _gegeven(toets, toetsvraag)
        goed = BEWIJZEN if toetsvraag.id is Kwaliteitsvraag.BEWIJS else (JA,)
        antwoorden += goed if gegeven.open else gegeven.antwoorden
    return OORDEEL_OVER[criterium.id](antwoorden)


GEVOLGEN = {
    Criteriumoordeel.VOLDOET: Oordeel.VOLDOET,
    Criteriumoordeel.NAVRAGEN: Oordeel.NAVRAGEN,
    Criteriumoordeel.VOLDOET_NIET: Oordeel.NIET_INZETTEN,
}
"""The best verdict that the whole can have with this one on a criterion."""


def eindoordeel(oordelen: Iterable[Criteriumoordeel]) -> Oordeel:
    return max((GEVOLGEN[oordeel] for oordeel in oordelen), key=list(Oordeel).index)


def _gegeven(toets: Toets, toetsvraag: Toetsvraag) -> Gegeven:
    return toets.gegevens.get(toetsvraag.id, Gegeven())


def _antwoorden(gegevens: Iterable[Gegeven]) -> list[Antwoord]:
    """All answers; an unanswered question counts as unknown."""
    return list(chain.from_iterable(gegeven.antwoorden or (ONBEKEND,) for gegeven in gegevens))


def vul_in(tekst: str, doelgroep: str) -> str:
    """``tekst`` with the target group of this test in its place."""
    return tekst.replace("{doelgroep}", doelgroep)


def toets_uit_bestand(bestand: Toetsbestand, criteria: Kwaliteitscriteria) -> Toets:
    """The test that a file describes."""
    gegevens = {}
    for code in Kwaliteitsvraag:
        antwoord = getattr(bestand.antwoorden, code.value)
        antwoorden = antwoord if isinstance(antwoord, tuple) else (antwoord,) if antwoord else ()
        toelichting = getattr(bestand.toelichting, code.value) if bestand.toelichting else None
        gegevens[code] = Gegeven(tuple(Antwoord(str(a)) for a in antwoorden), toelichting)
    return Toets(bestand.naam, bestand.doelgroep or criteria.doelgroep, gegevens)


def toets_uit_catalogus(
    interventie: Interventie, criteria: Kwaliteitscriteria, doelgroep: str | None = None
) -> Toets:
    """What the sources already answer about an intervention; the rest stays open.

    ``doelgroep``: for whom it is tested; None is the group that the criteria speak of.
    """
    gegevens: dict[Kwaliteitsvraag, Gegeven] = {}
    for feit in interventie.kwaliteit:
        eerder = gegevens.get(feit.vraag)
        if eerder is None or eerder.open:
            gegevens[feit.vraag] = Gegeven((feit.antwoord,), feit.toelichting, feit.bron)
        elif feit.antwoord not in eerder.antwoorden and feit.antwoord is not ONBEKEND:
            antwoorden = (*eerder.antwoorden, feit.antwoord)
            tekst = f"{eerder.toelichting} {feit.toelichting}"
            gegevens[feit.vraag] = Gegeven(antwoorden, tekst, f"{eerder.bron}, {feit.bron}")
    return Toets(interventie.naam, doelgroep or criteria.doelgroep, gegevens, interventie.voorselectie)
