"""Find an intervention by its id, its name or part of it; or one of its variants: ``bamboo/youth``."""

from collections.abc import Callable, Iterable, Sequence

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Status
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.vraagfout import Vraagfout, bedoelt_u

MEESTE_IDS = 5
"""Ids that an error names when several may be meant."""
STAPPEN: Sequence[Callable[[str, list[str]], bool]] = (
    lambda vorm, namen: vorm == namen[0],
    lambda vorm, namen: vorm in namen,
    lambda vorm, namen: any(naam.startswith(vorm) for naam in namen),
    lambda vorm, namen: any(vorm.replace(" ", "") in naam.replace(" ", "") for naam in namen),
)
"""What may be meant, first of all: the id, a name, the start of one, a part of one; of the names the id is the first."""


def vind_alle(catalogus: Catalogus, gezocht: Iterable[str], *, ook_gestopt: bool = False) -> list[Gevraagd]:
    """Each intervention that is meant once, with all variants of it that are. Raises ``Vraagfout`` as ``vind_wat``."""
    per_interventie: dict[Interventie, set[str]] = {}
    for een in gezocht:
        interventie, varianten = vind_wat(catalogus, een, ook_gestopt=ook_gestopt)
        per_interventie.setdefault(interventie, set()).update(variant.id for variant in varianten)
    return [
        Gevraagd(interventie, tuple(variant for variant in interventie.varianten if variant.id in ids))
        for interventie, ids in per_interventie.items()
    ]


def vind_wat(catalogus: Catalogus, gezocht: str, *, ook_gestopt: bool = False) -> Gevraagd:
    """The intervention that is meant, or the variant of it behind a slash or with that whole name.

    Raises ``Vraagfout`` as ``vind``, or with the variants that there are.
    """
    id_, schuin, getypt = gezocht.rpartition("/")
    if not schuin or any(vlak(gezocht) == vlak(i.naam) for i in catalogus.alle):
        interventie = vind(catalogus, gezocht, ook_gestopt=ook_gestopt)
        zo_heten = [v for v in interventie.varianten if vlak(v.naam) == vlak(gezocht)]
        is_deel = zo_heten and vlak(gezocht) not in (vlak(interventie.id), vlak(interventie.naam))
        return Gevraagd(interventie, tuple(zo_heten)) if is_deel else Gevraagd.heel(interventie)
    interventie = vind(catalogus, id_, ook_gestopt=ook_gestopt)
    for variant in interventie.varianten:
        if vlak(getypt) in (vlak(variant.id), vlak(variant.naam)):
            return Gevraagd(interventie, (variant,))
    ids = [variant.id for variant in interventie.varianten]
    gok = naaste(getypt, ids) if len(ids) > 1 else None
    bedoeld = bedoelt_u(f"{interventie.id}/{gok}" if gok else None)
    raise Vraagfout(
        f"{interventie.id} heeft geen variant {getypt.strip()!r}; kies uit {', '.join(ids)}.{bedoeld}"
    )


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
    raise Vraagfout(f"Ik ken geen interventie {gezocht!r}.{bedoelt_u(gok)} Alle id's ziet u met: lpi lijst")
