"""The Keuzehulp: from the answers to three questions to what fits."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Aandachtspunt, Interventie, Keuzehulponderdeel, Leeftijd, Soort, Voor
from lpi_cli.kern.begrip import kan_gelden
from lpi_cli.kern.filters import EN, LEEFTIJD, gevraagde_groep, leeftijdsgroepen
from lpi_cli.kern.filters.lezen import lees_waarden
from lpi_cli.kern.leeftijd import past
from lpi_cli.kern.zoek import NetNiet, Treffer, zoek


class Kiesresultaat(NamedTuple):
    """What fits the answers: pre-selected first, then the guide, then what may fit, then near misses."""

    antwoorden: Mapping[str, tuple[str, ...]]
    """Part of the question → words, those of the Keuzehulp always; an empty tuple means "maakt niet uit"."""
    liefst: tuple[str, ...]
    voorselectie: tuple[Treffer, ...]
    gids: tuple[Treffer, ...]
    misschien: tuple[Treffer, ...]
    net_niet: tuple[NetNiet, ...]
    rest: tuple[Interventie, ...]
    """What does not fit and is not near it."""
    aandachtspunten: tuple[Aandachtspunt, ...]


def kies(
    catalogus: Catalogus, antwoorden: Mapping[str, Sequence[str]], vandaag: date, liefst: Sequence[str] = ()
) -> Kiesresultaat:
    """Answer the Keuzehulp. Raises ``Vraagfout`` when an answer is not understood.

    Which interventions fit follows from their own data; practice examples cannot be ordered and are left out.
    """
    resultaat = zoek(catalogus, antwoorden, vandaag, liefst=liefst)
    treffers = [t for t in resultaat.treffers if t.interventie.soort is Soort.INTERVENTIE]
    gepubliceerd: dict[str, tuple[str, ...]] = {een.id.value: () for een in catalogus.keuzehulp.vragen}
    gegeven = {**gepubliceerd, **resultaat.vraag}
    return Kiesresultaat(
        antwoorden=gegeven,
        liefst=resultaat.liefst,
        voorselectie=tuple(t for t in treffers if t.interventie.voorselectie),
        gids=tuple(t for t in treffers if not t.interventie.voorselectie),
        misschien=tuple(t for t in resultaat.misschien if t.interventie.soort is Soort.INTERVENTIE),
        net_niet=tuple(n for n in resultaat.net_niet if n.interventie.soort is Soort.INTERVENTIE),
        rest=tuple(i for i in resultaat.rest if i.soort is Soort.INTERVENTIE),
        aandachtspunten=aandachtspunten(catalogus, gegeven),
    )


def _leeftijdsgroepen(leeftijden: Sequence[str], catalogus: Catalogus) -> Iterator[str]:
    """The age groups that asked ages fall in: who asks for 6-11 asks for children."""
    groepen = leeftijdsgroepen(catalogus)
    wensen = [
        een for tekst in leeftijden for delen in lees_waarden(LEEFTIJD, tekst, catalogus) for een in delen
    ]
    for gevraagd in wensen:
        for groep in groepen:
            if not groep.voor and past(gevraagd, Voor.DEELNEMERS, Leeftijd(groep.van, groep.tot)):
                yield groep.code


def aandachtspunten(
    catalogus: Catalogus, antwoorden: Mapping[str, Sequence[str]]
) -> tuple[Aandachtspunt, ...]:
    """The points that go with these answers, those for every choice last."""
    gegeven = {deel for codes in antwoorden.values() for code in codes for deel in (code, *code.split(EN))}
    gegeven.update(_leeftijdsgroepen(antwoorden.get(Keuzehulponderdeel.LEEFTIJD, ()), catalogus))
    groep = gevraagde_groep(antwoorden)
    kenmerken = catalogus.begrippen["kenmerk"]
    punten = [p for p in catalogus.keuzehulp.aandachtspunten if kan_gelden(p.voor, groep, kenmerken)]
    bij_antwoord = tuple(punt for punt in punten if gegeven.intersection(punt.bij))
    return bij_antwoord + tuple(punt for punt in punten if not punt.bij)
