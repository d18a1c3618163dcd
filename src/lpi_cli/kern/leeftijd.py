"""Ages: how people write them, when two ranges meet, and how much is covered.

Sources never say whether the upper bound counts, so ranges that only touch at a
boundary do not match, while a single age at a boundary matches both neighbours.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from lpi_cli.catalogus.model import Antwoord, Leeftijd, Variant, Voor
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.vraagfout import Vraagfout, bedoelt_u

OUDSTE = 120
ZEKER = 0.85
"""How much a slip must look like the name of a group; less close, and adults may be told to be parents."""
_ZONDER_EINDE = 1000
"""Stands for an open upper end in comparisons; above any age."""

_GETAL = r"(\d{1,3})"
_JAAR = r"(?:[\s-]*(?:jaar|jarigen?|jr\.?))?"
_TOT_WOORD = r"(?:tot\s+en\s+met|tot|t/m|tm)"
_BEREIK = (
    rf"(?:van\s+)?{_GETAL}{_JAAR}\s*(?:-\s*|–\s*)?(?:-|–|{_TOT_WOORD})\s*{_GETAL}{_JAAR}"
    rf"|tussen\s+(?:de\s+)?{_GETAL}{_JAAR}\s+en\s+(?:de\s+)?{_GETAL}{_JAAR}"
)
_VANAF = (
    rf"{_GETAL}\s*(?:\+|-?\s*plus)\s*(?:-?\s*(?:sers|ers))?{_JAAR}"
    rf"|(?:vanaf|boven|ouder\s+dan)\s+(?:de\s+)?{_GETAL}{_JAAR}"
    rf"|{_GETAL}{_JAAR}\s+(?:en|of)\s+ouder"
)
_TOT = rf"(?:(?:{_TOT_WOORD}|onder|jonger\s+dan)\s+|<\s*)(?:de\s+)?{_GETAL}{_JAAR}|{_GETAL}{_JAAR}\s+(?:en|of)\s+jonger"
_ENKEL = rf"{_GETAL}{_JAAR}"
PATRONEN = (_BEREIK, _VANAF, _TOT, _ENKEL)
"""How an age may be written, in the order in which it is tried; a page tries them too."""
_BEREIKEN: tuple[Callable[..., tuple[int, int | None]], ...] = (
    lambda van, tot: (van, tot),
    lambda van: (van, None),
    lambda tot: (0, tot),
    lambda jaar: (jaar, jaar),
)
_UITLEG = "schrijf 15, 12-18, 18+ of een groep: {groepen}"


class Leeftijdsvraag(NamedTuple):
    """An asked age: a range in years (``tot`` None is open), or takers such as parents."""

    tekst: str
    van: int
    tot: int | None
    voor: tuple[Voor, ...] = ()


def lees_leeftijd(tekst: str, groepen: Sequence[Antwoord]) -> Leeftijdsvraag:
    """Understand an age as typed. Raises ``Vraagfout`` when it is not an age.

    >>> lees_leeftijd("12 t/m 18 jaar", []).van
    12
    """
    gezocht = vlak(tekst)
    for groep in groepen:
        if gezocht in {vlak(naam) for naam in (groep.code, groep.naam, *groep.ook)}:
            return Leeftijdsvraag(groep.code, groep.van or 0, groep.tot, groep.voor)
    kaal = tekst.strip().lower()
    for patroon, maak in zip(PATRONEN, _BEREIKEN, strict=True):
        if gevonden := re.fullmatch(patroon, kaal):
            return _leeftijdsvraag(tekst, *maak(*[int(jaar) for jaar in gevonden.groups() if jaar]))
    raise Vraagfout(_geen_leeftijd(tekst, groepen))


def _geen_leeftijd(tekst: str, groepen: Sequence[Antwoord]) -> str:
    codes = [groep.code for groep in groepen]
    gok = naaste(tekst, (naam for groep in groepen for naam in (groep.code, *groep.ook)), ZEKER)
    return f"{tekst!r} is geen leeftijd; {_UITLEG.format(groepen=', '.join(codes))}.{bedoelt_u(gok)}"


def _leeftijdsvraag(tekst: str, van: int, tot: int | None) -> Leeftijdsvraag:
    if max(van, tot or 0) > OUDSTE:
        raise Vraagfout(f"{tekst!r} is geen leeftijd; ten hoogste {OUDSTE} jaar.")
    if tot is not None and van > tot:
        raise Vraagfout(f"{tekst!r} loopt terug; schrijf de laagste leeftijd eerst: {tot}-{van}.")
    kort = f"{van}+" if tot is None else str(van) if van == tot else f"{van}-{tot}"
    return Leeftijdsvraag(kort, van, tot)


def past(gevraagd: Leeftijdsvraag, voor: Voor, leeftijd: Leeftijd) -> bool | None:
    """Whether a variant with these takers and ages is for the asked age; None when that was not published."""
    if gevraagd.voor:
        return voor in gevraagd.voor
    if leeftijd.van is None and leeftijd.tot is None:
        return None
    van, tot = leeftijd.van or 0, _boven(leeftijd.tot)
    if gevraagd.van == gevraagd.tot:
        return van <= gevraagd.van <= tot
    return max(gevraagd.van, van) < min(_boven(gevraagd.tot), tot)


def raakt(gevraagd: Collection[Leeftijdsvraag], leeftijd: Leeftijd | None) -> bool:
    """Whether what is said of some ages, or of all, is about the people themselves of these ages; of anyone when nobody asked."""
    return not gevraagd or leeftijd is None or any(past(een, Voor.DEELNEMERS, leeftijd) for een in gevraagd)


class Dekking(NamedTuple):
    """The part of the asked ages that is covered: ``16-18``, in words ``vanaf 16 jaar``."""

    code: str
    tekst: str


@cache
def dekking(
    leeftijdsvragen: tuple[Leeftijdsvraag, ...],
    leeftijden: tuple[Leeftijd, ...],
    voor: frozenset[Voor] = frozenset(Voor),
) -> Dekking | None:
    """What the variants that match cover of the asked ages; None when that is all of it. ``voor``: whom they take.

    Many interventions are for the same few ages, so each answer is kept.
    """
    aanbod = [(leeftijd.van or 0, _boven(leeftijd.tot)) for leeftijd in leeftijden if leeftijd.gepubliceerd]
    gevraagd = _gevraagd(leeftijdsvragen)
    gedekt = [(bereik, deel) for bereik in gevraagd for deel in _gedekt(bereik, aanbod)]
    anderen = [een for een in leeftijdsvragen if een.voor]
    gedekte = [een.tekst for een in anderen if voor.intersection(een.voor)]
    if [deel for _, deel in gedekt] == gevraagd and len(gedekte) == len(anderen):
        return None
    if not gedekt and not gedekte:
        return None
    return Dekking(
        ", ".join([*(_bereiknaam(*deel) for _, deel in gedekt), *gedekte]),
        ", ".join([*(_in_woorden(deel, bereik) for bereik, deel in gedekt), *gedekte]),
    )


def dekking_van(leeftijdsvragen: tuple[Leeftijdsvraag, ...], varianten: Iterable[Variant]) -> Dekking | None:
    alle = [*varianten]
    voor = frozenset(variant.voor for variant in alle)
    return dekking(leeftijdsvragen, tuple(variant.leeftijd for variant in alle), voor)


def _gevraagd(leeftijdsvragen: Iterable[Leeftijdsvraag]) -> list[tuple[int, int]]:
    """The asked ages from low to high, joined where they meet; a single age is a range of itself."""
    bereiken = [(v.van, _boven(v.tot)) for v in leeftijdsvragen if not v.voor]
    delen = _samengevoegd(bereiken)
    enkele = {(van, tot) for van, tot in bereiken if van == tot}
    return sorted([*delen, *(een for een in enkele if not any(van <= een[0] <= tot for van, tot in delen))])


def _gedekt(gevraagd: tuple[int, int], aanbod: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of one asked range that the offered ranges cover."""
    if gevraagd[0] == gevraagd[1]:
        return [gevraagd] if any(van <= gevraagd[0] <= tot for van, tot in aanbod) else []
    return _samengevoegd((max(gevraagd[0], van), min(gevraagd[1], tot)) for van, tot in aanbod)


def _in_woorden(deel: tuple[int, int], gevraagd: tuple[int, int]) -> str:
    """A covered part next to what was asked: ``vanaf 16 jaar``, ``12-15 jaar``.

    Not "tot 15 jaar": that leaves 15 out, and the sources do not say so.
    """
    van, tot = deel
    if van > gevraagd[0] and tot == gevraagd[1]:
        return f"vanaf {van} jaar"
    return f"{van} jaar en ouder" if tot == _ZONDER_EINDE else f"{_bereiknaam(van, tot)} jaar"


def _samengevoegd(bereiken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges from low to high, joined where they meet; empty ones left out."""
    delen: list[tuple[int, int]] = []
    for van, tot in sorted(bereik for bereik in bereiken if bereik[0] < bereik[1]):
        if delen and van <= delen[-1][1]:
            delen[-1] = (delen[-1][0], max(delen[-1][1], tot))
        else:
            delen.append((van, tot))
    return delen


def _boven(tot: int | None) -> int:
    return _ZONDER_EINDE if tot is None else tot


def _bereiknaam(van: int, tot: int) -> str:
    if tot == _ZONDER_EINDE:
        return f"{van}+"
    return str(van) if van == tot else f"{van}-{tot}"
