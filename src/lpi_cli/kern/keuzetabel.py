"""What every variant answers to every word that one can ask, for a page without Python.

Which answers fit, and the fact that decides, come from the same filters as ``lpi zoek``; the page only joins them. Ages are
not a list of words: of those it gets the few facts there can be. Many variants answer the same, so each row is kept once.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Variant
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import codes_op_naam
from lpi_cli.kern.filters import FILTERS, LEEFTIJD, Eis, Filter, Vraagstelling, lees_eisen
from lpi_cli.kern.filters.aanbieder import ORGANISATIE
from lpi_cli.kern.filters.regio import REGIO, provinciewoorden
from lpi_cli.kern.leeftijd import Leeftijdsvraag
from lpi_cli.kern.oordeel import Feit, Uitkomst

VAST = tuple(een for een in FILTERS if een not in (LEEFTIJD, REGIO, ORGANISATIE))
"""The filters of which all words are known beforehand."""
AAN = "ja"
"""The only word of a filter that takes none."""
ELDERS = "*"
"""Before a province: any place in it that is not named."""


class Antwoordoordeel(NamedTuple):
    uitkomst: Uitkomst
    feit: Feit


def woorden(filter_: Filter, catalogus: Catalogus) -> tuple[str, ...]:
    return (AAN,) if filter_.schakelaar else tuple(filter_.keuzes(catalogus))


def eisen_per_woord(
    filter_: Filter, alle: Sequence[str], catalogus: Catalogus, vandaag: date
) -> Mapping[str, Eis]:
    if not alle:
        return {}
    (eis,) = lees_eisen({filter_.naam: alle}, catalogus, vandaag)
    return dict(zip(alle, eis.per_waarde(), strict=True))


def rij(eisen: Mapping[str, Eis], interventie: Interventie, variant: Variant) -> list[Antwoordoordeel]:
    return [_oordeel(eis, interventie, variant) for eis in eisen.values()]


def _oordeel(eis: Eis, interventie: Interventie, variant: Variant) -> Antwoordoordeel:
    """Of a demand of one word, of which the fact need not be joined."""
    feit = eis.filter.feit(eis.waarden[0].delen[0], interventie, variant, eis.stelling)
    return Antwoordoordeel(eis.uitkomst(interventie, variant), feit)


class Leeftijdfeiten(NamedTuple):
    """The facts on ages that a variant can have: who takes part, the age, and where it is bound to be outside."""

    voor: Feit
    leeftijd: Feit
    buiten: Feit


def leeftijdfeiten(interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> Leeftijdfeiten:
    gevraagd = (
        Leeftijdsvraag("", 0, None, (variant.voor,)),
        Leeftijdsvraag("", 0, None),
        Leeftijdsvraag("", -1, -1),
    )
    return Leeftijdfeiten(*(LEEFTIJD.feit(een, interventie, variant, stelling) for een in gevraagd))


class Streken:
    """What interventions answer to a place: to those that they name, and to the rest of each province alike."""

    def __init__(self, catalogus: Catalogus, vandaag: date) -> None:
        self.ook = {plaats: een.ook for plaats, een in catalogus.plaatsen.items()}
        bekend = {vlak(een) for plaats, ook in self.ook.items() for een in (plaats, *ook)}
        bekend |= codes_op_naam(catalogus.begrippen["provincie"]).keys()
        eigen = (plaats for i in catalogus.interventies for plaats in i.regio.plaatsen)
        self.plaatsen: dict[str, str | None] = {
            **{plaats: een.provincie for plaats, een in catalogus.plaatsen.items()},
            **{plaats: None for plaats in eigen if vlak(plaats) not in bekend},
        }
        """Place → province; None: not known, since it is an own one."""
        self._per_provincie: dict[str | None, list[str]] = {}
        for plaats, provincie in self.plaatsen.items():
            self._per_provincie.setdefault(provincie, []).append(plaats)
        woorden = provinciewoorden(catalogus)
        eisen = eisen_per_woord(REGIO, tuple(woorden.values()), catalogus, vandaag)
        self._provincies = dict(zip(woorden, eisen.values(), strict=True))
        self._eisen = eisen_per_woord(REGIO, tuple(self.plaatsen), catalogus, vandaag)

    def rij(self, interventie: Interventie) -> Iterator[tuple[str, Antwoordoordeel]]:
        """By province, by named place, and by ``ELDERS`` with a province."""
        variant = interventie.varianten[0]
        genoemd = {vlak(een) for p in interventie.regio.plaatsen for een in (p, *self.ook.get(p, ()))}
        for code, eis in self._provincies.items():
            yield code, _oordeel(eis, interventie, variant)
        for provincie, plaatsen in self._per_provincie.items():
            elders = next((plaats for plaats in plaatsen if vlak(plaats) not in genoemd), None)
            if elders:
                yield f"{ELDERS}{provincie or ''}", _oordeel(self._eisen[elders], interventie, variant)
        if genoemd:
            for plaats, eis in self._eisen.items():
                if vlak(plaats) in genoemd:
                    yield plaats, _oordeel(eis, interventie, variant)


def organisatiefeit(interventie: Interventie, stelling: Vraagstelling) -> Feit:
    return ORGANISATIE.feit("", interventie, interventie.varianten[0], stelling)
