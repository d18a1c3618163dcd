"""Order and group interventions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Antwoord, Interventie
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.bewijs import hoogste
from lpi_cli.kern.filters import leeftijdsgroepen
from lpi_cli.kern.leeftijd import Leeftijdsvraag, past
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD


def _op_leeftijd(interventie: Interventie, vandaag: date) -> Any:
    """Youngest first; without a published age last."""
    leeftijden = [v.leeftijd for v in interventie.varianten if v.leeftijd.gepubliceerd]
    return min(((leeftijd.van or 0, leeftijd.tot or 999) for leeftijd in leeftijden), default=(999, 999))


def _op_kosten(interventie: Interventie, vandaag: date) -> Any:
    """Free first, then by price per unit; what is not known comes last, never as cheapest."""
    gevonden = prijs(interventie)
    status = list(Kostenstatus).index(gevonden.status) if gevonden.status else len(Kostenstatus)
    return status, gevonden.bedrag.van if gevonden.bedrag else Decimal("Infinity")


def _op_bewijs(interventie: Interventie, vandaag: date) -> Any:
    """Highest recognition first; that of some variants, which is not known of the others, after that of a whole."""
    erkend = hoogste(interventie, vandaag)
    return (bool(erkend.varianten), -erkend.niveau.rang) if erkend and erkend.niveau else (True, 0)


SORTERINGEN: Mapping[str, Callable[[Interventie, date], Any]] = {
    "id": lambda interventie, vandaag: interventie.id,
    "naam": lambda interventie, vandaag: vlak(interventie.naam),
    "leeftijd": _op_leeftijd,
    "kosten": _op_kosten,
    "bewijs": _op_bewijs,
}


def lees_volgorde(tekst: str) -> list[str]:
    """One or more orders, separated by commas. Raises ``Vraagfout``."""
    volgorde = [deel.strip() for deel in tekst.split(",")]
    for deel in volgorde:
        lees_naam(deel, SORTERINGEN, "volgorde")
    return volgorde


def sorteer(interventies: Iterable[Interventie], volgorde: Sequence[str], vandaag: date) -> list[Interventie]:
    """Sorted by one or more of ``SORTERINGEN``; ``vandaag`` tells which ratings ended."""
    sleutels = [SORTERINGEN[deel] for deel in volgorde]
    return sorted(interventies, key=lambda i: (*(sleutel(i, vandaag) for sleutel in sleutels), i.id))


class Groepering(NamedTuple):
    """A way to put interventions under headings."""

    koppen_van: Callable[[Interventie, Catalogus], Iterable[str]]
    """The headings that one intervention stands under; none when no source says it."""
    volgorde: Callable[[Catalogus], Sequence[str]]
    """The headings in the order of the vocabulary; those that it does not name stand by alphabet."""


def _in_groep(interventie: Interventie, groep: Antwoord) -> bool:
    gevraagd = Leeftijdsvraag(groep.code, groep.van or 0, groep.tot, groep.voor)
    return any(past(gevraagd, variant.voor, variant.leeftijd) for variant in interventie.varianten)


def _op_begrip(lijst: str, codes: Callable[[Interventie], Iterable[str]]) -> Groepering:
    """Grouped by the words of one vocabulary."""
    return Groepering(
        lambda i, c: [naam(code, c.begrippen[lijst]) for code in dict.fromkeys(codes(i))],
        lambda c: [begrip.naam for begrip in c.begrippen[lijst].values()],
    )


GROEPERINGEN: Mapping[str, Groepering] = {
    "leeftijd": Groepering(
        lambda i, c: [groep.naam for groep in leeftijdsgroepen(c) if _in_groep(i, groep)],
        lambda c: [groep.naam for groep in leeftijdsgroepen(c)],
    ),
    "doel": _op_begrip("doel", lambda i: i.doel.categorieen),
    "vorm": _op_begrip("vorm", lambda i: (vorm for variant in i.varianten for vorm in variant.vorm)),
    "organisatie": Groepering(lambda i, c: [i.organisatie], lambda c: ()),
    "soort": _op_begrip("soort", lambda i: [i.soort]),
}


def groepeer(
    interventies: Sequence[Interventie], groepering: str | None, catalogus: Catalogus
) -> dict[str | None, list[Interventie]]:
    """Heading → interventions, which may stand under several; None for all. Raises ``Vraagfout``."""
    if groepering is None:
        return {None: list(interventies)}
    koppen_van, volgorde = lees_naam(groepering, GROEPERINGEN, "groep")
    groepen: dict[str | None, list[Interventie]] = {}
    for interventie in interventies:
        for kop in tuple(koppen_van(interventie, catalogus)) or (None,):
            groepen.setdefault(kop, []).append(interventie)
    plek: dict[str | None, int] = {kop: nr for nr, kop in enumerate(volgorde(catalogus))}
    koppen = sorted(groepen, key=lambda kop: (kop is None, plek.get(kop, len(plek)), vlak(kop or "")))
    return {kop or f"{groepering} {NIET_GEPUBLICEERD}": groepen[kop] for kop in koppen}
