"""Order and group interventions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Antwoord, Interventie
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.filters import leeftijdsgroepen
from lpi_cli.kern.keuze import kies_uit
from lpi_cli.kern.leeftijd import Leeftijdsvraag, past
from lpi_cli.kern.prijs import Kostenstatus, prijs


def _op_naam(interventie: Interventie) -> Any:
    return vlak(interventie.naam)


def _op_leeftijd(interventie: Interventie) -> Any:
    """Youngest first; without a published age last."""
    leeftijden = [v.leeftijd for v in interventie.varianten if v.leeftijd.gepubliceerd]
    return min(((leeftijd.van or 0, leeftijd.tot or 999) for leeftijd in leeftijden), default=(999, 999))


def _op_kosten(interventie: Interventie) -> Any:
    """Free first, then by price per unit; what is not known comes last, never as cheapest."""
    gevonden = prijs(interventie)
    status = list(Kostenstatus).index(gevonden.status) if gevonden.status else len(Kostenstatus)
    return status, gevonden.bedrag.van if gevonden.bedrag else Decimal("Infinity")


def _op_bewijs(interventie: Interventie) -> Any:
    """Highest recognition first."""
    hoogste = interventie.bewijs.hoogste_niveau
    return -1 - hoogste.rang if hoogste else 0


def _op_id(interventie: Interventie) -> Any:
    return interventie.id


SORTERINGEN: Mapping[str, Callable[[Interventie], Any]] = {
    "id": _op_id,
    "naam": _op_naam,
    "leeftijd": _op_leeftijd,
    "kosten": _op_kosten,
    "bewijs": _op_bewijs,
}


def sorteer(interventies: Iterable[Interventie], volgorde: str) -> list[Interventie]:
    """Sorted by one or more orders, separated by commas. Raises ``Vraagfout``."""
    sleutels = [kies_uit(deel.strip(), SORTERINGEN, "volgorde") for deel in volgorde.split(",")]
    return sorted(interventies, key=lambda i: (*(sleutel(i) for sleutel in sleutels), i.id))


def _leeftijdsgroepen(interventie: Interventie, catalogus: Catalogus) -> list[str]:
    groepen = [g for g in leeftijdsgroepen(catalogus) if _in_groep(interventie, g)]
    return [groep.naam for groep in groepen] or ["leeftijd niet gepubliceerd"]


def _in_groep(interventie: Interventie, groep: Antwoord) -> bool:
    vraag = Leeftijdsvraag(groep.code, groep.van or 0, groep.tot, groep.voor)
    return any(past(vraag, variant.voor, variant.leeftijd) for variant in interventie.varianten)


GROEPEN: Mapping[str, Callable[[Interventie, Catalogus], list[str]]] = {
    "leeftijd": _leeftijdsgroepen,
    "doel": lambda i, c: [naam(doel, c.begrippen["doel"]) for doel in i.doel.categorieen],
    "vorm": lambda i, c: (
        sorted({naam(vorm, c.begrippen["vorm"]) for v in i.varianten for vorm in v.vorm})
        or ["vorm niet gepubliceerd"]
    ),
    "organisatie": lambda i, c: [i.organisatie],
    "soort": lambda i, c: [naam(i.soort, c.begrippen["soort"])],
}


def groepeer(
    interventies: Sequence[Interventie], groepering: str | None, catalogus: Catalogus
) -> dict[str, list[Interventie]]:
    """Heading → interventions, which may stand under several. Raises ``Vraagfout``."""
    if groepering is None:
        return {"": list(interventies)}
    groepen_van = kies_uit(groepering, GROEPEN, "groep")
    groepen: dict[str, list[Interventie]] = {}
    for interventie in interventies:
        for kop in groepen_van(interventie, catalogus):
            groepen.setdefault(kop, []).append(interventie)
    return groepen
