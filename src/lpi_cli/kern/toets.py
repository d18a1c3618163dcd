"""The quality test: answers become verdicts per criterion, and one verdict in the end.

The rules are those of the published criteria (``keuzehulp``, the part on
Kwaliteitscriteria); what a verdict means in words is data.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, assert_never

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Begrippen,
    BronId,
    Interventie,
    Kwaliteit,
    Kwaliteitsantwoord,
    Kwaliteitsvraag,
)
from lpi_cli.catalogus.model_toets import (
    Criterium,
    Criteriumcode,
    Kwaliteitscriteria,
    Toetsbestand,
    Toetsvraag,
    Uitspraak,
)
from lpi_cli.kern.begrip import geldt_voor, lees_groep, naam

JA, NEE, ONBEKEND, GEEN = (
    Kwaliteitsantwoord.JA,
    Kwaliteitsantwoord.NEE,
    Kwaliteitsantwoord.ONBEKEND,
    Kwaliteitsantwoord.GEEN,
)
BEWIJZEN = (Kwaliteitsantwoord.STUDIES, Kwaliteitsantwoord.RICHTLIJNEN, Kwaliteitsantwoord.EXPERTS)
GOEDE_ANTWOORDEN = (JA, *BEWIJZEN)
"""Answers of which one is enough."""


class Criteriumoordeel(StrEnum):
    """The verdict on one criterion."""

    VOLDOET = "voldoet"
    NAVRAGEN = "navragen"
    OPEN = "open"
    VOLDOET_NIET = "voldoet_niet"


class Eindoordeel(StrEnum):
    """The verdict on the whole, best first."""

    VOLDOET = "voldoet"
    NAVRAGEN = "navragen"
    ONVOLLEDIG = "onvolledig"
    NIET_INZETTEN = "niet_inzetten"


class Gegeven(NamedTuple):
    """The answers to one question, none when it was not answered, with a note and, from the catalogue, the source."""

    antwoorden: tuple[Kwaliteitsantwoord, ...] = ()
    toelichting: str | None = None
    bron: str | None = None
    over_anderen: str | None = None
    """What sources answer of other people, in words; that is no answer."""

    @property
    def open(self) -> bool:
        """Whether the question still has to be answered, or its answer to be found out."""
        return not self.antwoorden or ONBEKEND in self.antwoorden

    @property
    def anderen(self) -> str | None:
        """What sources answer of other people, as long as it is not known of these."""
        return self.over_anderen if self.open else None

    def beantwoord(self, antwoorden: tuple[Kwaliteitsantwoord, ...]) -> "Gegeven":
        """With someone's answer: what a source says of its own answer does not hold for another."""
        if self.bron is None:
            return self._replace(antwoorden=antwoorden)
        return self if antwoorden == self.antwoorden else Gegeven(antwoorden, over_anderen=self.over_anderen)

    def noteer(self, notitie: str) -> "Gegeven":
        """With someone's own note, which takes the place of what a source says; empty is no note."""
        if self.bron is not None and not notitie:
            return self
        return Gegeven(self.antwoorden, notitie or None, over_anderen=self.over_anderen)


class Toets(NamedTuple):
    """What is to be tested: a name, for whom, and all that was answered so far."""

    naam: str
    doelgroep: str
    gegevens: Mapping[Kwaliteitsvraag, Gegeven]
    voorselectie: bool = False
    grond: BronId | None = None
    """The source that says of the whole, for these people, that it meets the criteria."""


class Criteriumuitslag(NamedTuple):
    """The verdict on one criterion, with the answers that it rests on."""

    criterium: Criterium
    oordeel: Criteriumoordeel
    gegevens: Mapping[Kwaliteitsvraag, Gegeven]
    reden: str
    advies: str


class Toetsuitslag(NamedTuple):
    """``op_vragen``: what the single questions come to; ``kan_worden``: at best, if the open ones turn out well.

    ``grond``: the source whose verdict on the whole it is; None when the single questions decide, as
    they do when one of them fails: what someone knows here goes before what was said in general.
    """

    toets: Toets
    oordeel: Eindoordeel
    grond: BronId | None
    op_vragen: Eindoordeel
    kan_worden: Eindoordeel
    criteria: tuple[Criteriumuitslag, ...]
    nog_open: tuple[Toetsvraag, ...]

    @property
    def voldaan(self) -> int:
        """The number of criteria met, 0-4. It never hides a knock-out: see ``oordeel``."""
        return sum(uitslag.oordeel is Criteriumoordeel.VOLDOET for uitslag in self.criteria)


def criteriumoordeel(
    criterium: Criteriumcode, antwoorden: Sequence[Kwaliteitsantwoord | None]
) -> Criteriumoordeel:
    """The published rule, on the answers to all questions of a criterion; None for each that was not answered."""
    if any(antwoord in GOEDE_ANTWOORDEN for antwoord in antwoorden):
        return Criteriumoordeel.VOLDOET
    zakt, navragen = Criteriumoordeel.VOLDOET_NIET, Criteriumoordeel.NAVRAGEN
    match criterium:
        case Criteriumcode.MEERWAARDE:
            # unknown counts as no; not answered does not: only people there can say it
            return Criteriumoordeel.OPEN if None in antwoorden else zakt
        case Criteriumcode.BEWIJS:
            return zakt if GEEN in antwoorden else navragen
        case Criteriumcode.CULTUUR:  # never a knock-out: with two times no one asks the participants first
            return navragen
        case Criteriumcode.UITVOERDERS:
            return zakt if all(antwoord is NEE for antwoord in antwoorden) else navragen
    assert_never(criterium)


def toets_interventie(toets: Toets, criteria: Kwaliteitscriteria) -> Toetsuitslag:
    """The verdict on one intervention, with reasons, advice and what is still to be asked."""
    uitslagen = tuple(toets_criterium(criterium, toets) for criterium in criteria.criteria)
    toetsvragen = [toetsvraag for criterium in criteria.criteria for toetsvraag in criterium.vragen]
    op_vragen = eindoordeel([uitslag.oordeel for uitslag in uitslagen])
    grond = None if op_vragen is Eindoordeel.NIET_INZETTEN else toets.grond
    return Toetsuitslag(
        toets=toets,
        oordeel=Eindoordeel.VOLDOET if grond else op_vragen,
        grond=grond,
        op_vragen=op_vragen,
        kan_worden=eindoordeel([beste_oordeel(criterium, toets) for criterium in criteria.criteria]),
        criteria=uitslagen,
        nog_open=tuple(toetsvraag for toetsvraag in toetsvragen if _gegeven(toets, toetsvraag).open),
    )


def beste_eerst(uitslag: Toetsuitslag) -> tuple[int, int, str]:
    """Sort key: best first; a knock-out comes after everything without one."""
    return list(Eindoordeel).index(uitslag.oordeel), -uitslag.voldaan, uitslag.toets.naam


def toets_criterium(criterium: Criterium, toets: Toets) -> Criteriumuitslag:
    """The verdict on one criterion, with its reason and advice for the people of this test."""
    gegevens = {toetsvraag.id: _gegeven(toets, toetsvraag) for toetsvraag in criterium.vragen}
    antwoorden = [antwoord for gegeven in gegevens.values() for antwoord in gegeven.antwoorden or (None,)]
    oordeel = criteriumoordeel(criterium.id, antwoorden)
    uitspraak: Uitspraak = getattr(criterium, oordeel.value)
    reden, advies = (vul_in(tekst, toets.doelgroep) for tekst in uitspraak)
    return Criteriumuitslag(criterium, oordeel, gegevens, reden, advies)


def beste_oordeel(criterium: Criterium, toets: Toets) -> Criteriumoordeel:
    """The verdict on a criterion if each open question is answered for the better."""
    gegevens = [_gegeven(toets, toetsvraag) for toetsvraag in criterium.vragen]
    antwoorden = [antwoord for g in gegevens for antwoord in (GOEDE_ANTWOORDEN if g.open else g.antwoorden)]
    return criteriumoordeel(criterium.id, antwoorden)


GEVOLGEN = {
    Criteriumoordeel.VOLDOET: Eindoordeel.VOLDOET,
    Criteriumoordeel.NAVRAGEN: Eindoordeel.NAVRAGEN,
    Criteriumoordeel.OPEN: Eindoordeel.ONVOLLEDIG,
    Criteriumoordeel.VOLDOET_NIET: Eindoordeel.NIET_INZETTEN,
}
"""The best verdict that the whole can have with this one on a criterion."""


def eindoordeel(oordelen: Iterable[Criteriumoordeel]) -> Eindoordeel:
    """The verdict on the whole: as the worst on a criterion allows. Raises ``ValueError`` without any."""
    return max((GEVOLGEN[oordeel] for oordeel in oordelen), key=list(Eindoordeel).index)


def _gegeven(toets: Toets, toetsvraag: Toetsvraag) -> Gegeven:
    return toets.gegevens.get(toetsvraag.id, Gegeven())


def vul_in(tekst: str, doelgroep: str) -> str:
    """``tekst`` with the target group of this test in its place."""
    return tekst.replace("{doelgroep}", doelgroep)


def toets_uit_bestand(bestand: Toetsbestand, criteria: Kwaliteitscriteria) -> Toets:
    """What a file answers, for the people that it names, or else for those that the criteria speak of."""
    gegevens = {}
    for code in Kwaliteitsvraag:
        antwoord = getattr(bestand.antwoorden, code.value)
        antwoorden = antwoord if isinstance(antwoord, tuple) else (antwoord,) if antwoord else ()
        toelichting = getattr(bestand.toelichting, code.value) if bestand.toelichting else None
        gegevens[code] = Gegeven(tuple(Kwaliteitsantwoord(str(a)) for a in antwoorden), toelichting)
    return Toets(bestand.naam, bestand.doelgroep or criteria.doelgroep, gegevens)


def toets_uit_catalogus(
    interventie: Interventie, catalogus: Catalogus, doelgroep: str | None = None
) -> Toets:
    """What the sources already answer about an intervention; the rest stays open.

    ``doelgroep``: for whom it is tested; None is the group that the criteria speak of. What a source
    says of other people does not answer the question for these.
    """
    criteria, kenmerken = catalogus.kwaliteitscriteria, catalogus.begrippen["kenmerk"]
    voor = doelgroep or criteria.doelgroep
    groep = lees_groep(voor, kenmerken)
    gegevens: dict[Kwaliteitsvraag, Gegeven] = {}
    for feit in interventie.kwaliteit:
        eerder = gegevens.get(feit.vraag, Gegeven())
        if geldt_voor(feit.voor, groep, kenmerken):
            gegevens[feit.vraag] = _met_feit(eerder, feit)
        else:
            anderen = filter(None, (eerder.over_anderen, _over_anderen(feit, catalogus.begrippen)))
            gegevens[feit.vraag] = eerder._replace(over_anderen=" ".join(anderen))
    keuze = criteria.voorselectie
    grond = keuze.bron if interventie.voorselectie and geldt_voor(keuze.voor, groep, kenmerken) else None
    return Toets(interventie.naam, voor, gegevens, interventie.voorselectie, grond)


def _met_feit(eerder: Gegeven, feit: Kwaliteit) -> Gegeven:
    """What sources answer together: who does not know adds nothing to who does."""
    if eerder.open:
        return eerder._replace(antwoorden=(feit.antwoord,), toelichting=_toelichting(feit), bron=feit.bron)
    if feit.antwoord in (*eerder.antwoorden, ONBEKEND):
        return eerder
    return eerder._replace(
        antwoorden=(*eerder.antwoorden, feit.antwoord),
        toelichting=f"{eerder.toelichting} {_toelichting(feit)}",
        bron=f"{eerder.bron}, {feit.bron}",
    )


def _toelichting(feit: Kwaliteit) -> str:
    return f"{feit.toelichting} Het antwoord is onze lezing." if feit.afgeleid else feit.toelichting


def _over_anderen(feit: Kwaliteit, begrippen: Begrippen) -> str:
    anderen = ", ".join(naam(code, begrippen["kenmerk"]) for code in feit.voor)
    antwoord = naam(feit.antwoord, begrippen["kwaliteitsantwoord"])
    return f"Gezegd over {anderen}: {antwoord}. {_toelichting(feit)} [{feit.bron}]"
