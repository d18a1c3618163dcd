"""Find an intervention by its id, its name or part of it."""

from collections.abc import Callable, Sequence

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Status
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.vraagfout import Vraagfout

MEESTE_IDS = 5
"""Ids that an error names when several may be meant."""
STAPPEN: Sequence[Callable[[str, list[str]], bool]] = (
    lambda vorm, namen: vorm == namen[0],
    lambda vorm, namen: vorm in namen,
    lambda vorm, namen: any(naam.startswith(vorm) for naam in namen),
    lambda vorm, namen: any(vorm.replace(" ", "") in naam.replace(" ", "") for naam in namen),
)
"""What may be meant, first of all: the id, a name, the start of one, a part of one; of the names the id is the first."""


def vind(catalogus: Catalogus, gezocht: str, *, ook_gestopt: bool = False) -> Interventie:
    """The one intervention meant by an id, a name, or the start or part of a name.

    Raises ``Vraagfout`` with the nearest ids when there is none, or more than one, or when it is not offered.
    """
    gevonden = _vind(catalogus, gezocht)
    if gevonden.status is Status.GESTOPT and not ook_gestopt:
        raise Vraagfout(f"{gevonden.naam} is gestopt. Lees erover met: lpi toon {gevonden.id}")
    return gevonden


def _vind(catalogus: Catalogus, gezocht: str) -> Interventie:
    vorm = vlak(gezocht)
    if not vorm:
        raise Vraagfout("Geef een id of naam; alle id's ziet u met: lpi lijst")
    namen: dict[str, list[str]] = {  # the id first
        i.id: [vlak(i.id), vlak(i.naam), *(vlak(v.naam) for v in i.varianten)] for i in catalogus.alle
    }
    for stap in STAPPEN:
        gevonden = [i for i in catalogus.alle if stap(vorm, namen[i.id])]
        if len(gevonden) == 1:
            return gevonden[0]
        if gevonden:
            meer = f" en nog {len(gevonden) - MEESTE_IDS}" if len(gevonden) > MEESTE_IDS else ""
            ids = ", ".join(i.id for i in gevonden[:MEESTE_IDS])
            raise Vraagfout(f"{gezocht!r} kan meer dan één zijn; kies uit {ids}{meer}.")
    per_naam = {naam: id_ for id_, alle in namen.items() for naam in alle}
    gok = naaste(gezocht, namen) or per_naam.get(naaste(gezocht, per_naam) or "")
    bedoeld = f" Bedoelt u {gok!r}?" if gok else ""
    raise Vraagfout(f"Ik ken geen interventie {gezocht!r}.{bedoeld} Alle id's ziet u met: lpi lijst")
