"""Ages: how people write them, when two ranges meet, and how much is covered.

Sources never say whether the upper bound counts, so ranges that only touch at a
boundary do not match, while a single age at a boundary matches both neighbours.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lpi_cli.catalogus.model import Antwoord, Leeftijd, Variant, Voor
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.vraagfout import Vraagfout

OUDSTE = 120
_ZONDER_EINDE = 1000
"""Stands for an open upper end in comparisons; above any age."""

_JAAR = r"(?:\s*jaar)?"
_BEREIK = re.compile(rf"(\d+)\s*(?:-|–|tot|t/m)\s*(\d+){_JAAR}", re.IGNORECASE)
_VANAF = re.compile(rf"(\d+)\s*\+{_JAAR}")
_ENKEL = re.compile(rf"(\d+){_JAAR}", re.IGNORECASE)
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
    kaal = tekst.strip()
    if bereik := _BEREIK.fullmatch(kaal):
        return _vraag(tekst, int(bereik[1]), int(bereik[2]))
    if vanaf := _VANAF.fullmatch(kaal):
        return _vraag(tekst, int(vanaf[1]), None)
    if enkel := _ENKEL.fullmatch(kaal):
        return _vraag(tekst, int(enkel[1]), int(enkel[1]))
    raise Vraagfout(_geen_leeftijd(tekst, groepen))


def _geen_leeftijd(tekst: str, groepen: Sequence[Antwoord]) -> str:
    codes = [groep.code for groep in groepen]
    gok = naaste(tekst, codes)
    bedoeld = f" Bedoelt u {gok!r}?" if gok else ""
    return f"{tekst!r} is geen leeftijd; {_UITLEG.format(groepen=', '.join(codes))}.{bedoeld}"


def _vraag(tekst: str, van: int, tot: int | None) -> Leeftijdsvraag:
    if max(van, tot or 0) > OUDSTE:
        raise Vraagfout(f"{tekst!r} is geen leeftijd; ten hoogste {OUDSTE} jaar.")
    if tot is not None and van > tot:
        raise Vraagfout(f"{tekst!r} loopt terug; schrijf de laagste leeftijd eerst: {tot}-{van}.")
    kort = f"{van}+" if tot is None else str(van) if van == tot else f"{van}-{tot}"
    return Leeftijdsvraag(kort, van, tot)


def past(vraag: Leeftijdsvraag, variant: Variant) -> bool | None:
    """Whether a variant is for the asked age; None when its age was not published."""
    if vraag.voor:
        return variant.voor in vraag.voor
    leeftijd = variant.leeftijd
    if leeftijd.van is None and leeftijd.tot is None:
        return None
    van = 0 if leeftijd.van is None else leeftijd.van
    tot = _ZONDER_EINDE if leeftijd.tot is None else leeftijd.tot
    if vraag.van == vraag.tot:
        return van <= vraag.van <= tot
    boven = _ZONDER_EINDE if vraag.tot is None else vraag.tot
    return max(vraag.van, van) < min(boven, tot)


def dekking(vragen: Iterable[Leeftijdsvraag], leeftijden: Iterable[Leeftijd]) -> str | None:
    """The part of the asked ages that is covered, like ``16-18``; None when all of it is.

    ``leeftijden`` are those of the variants that match.
    """
    aanbod = sorted((l.van or 0, _ZONDER_EINDE if l.tot is None else l.tot) for l in leeftijden if l.gepubliceerd)
    delen: list[str] = []
    volledig = True
    for vraag in vragen:
        if vraag.voor or vraag.van == vraag.tot:
            continue
        gevraagd = (vraag.van, _ZONDER_EINDE if vraag.tot is None else vraag.tot)
        gedekt = _gedekt(gevraagd, aanbod)
        volledig = volledig and gedekt == [gevraagd]
        delen += [_bereiknaam(*deel) for deel in gedekt]
    return None if volledig else ", ".join(delen)


def _gedekt(gevraagd: tuple[int, int], aanbod: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of one asked range that sorted ranges cover, joined where they meet."""
    delen: list[tuple[int, int]] = []
    for van, tot in aanbod:
        deel = (max(van, gevraagd[0]), min(tot, gevraagd[1]))
        if deel[0] >= deel[1]:
            continue
        if delen and deel[0] <= delen[-1][1]:
            delen[-1] = (delen[-1][0], max(delen[-1][1], deel[1]))
        else:
            delen.append(deel)
    return delen


def _bereiknaam(van: int, tot: int) -> str:
    return f"{van}+" if tot == _ZONDER_EINDE else f"{van}-{tot}"
