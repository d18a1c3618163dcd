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
    van, tot = leeftijd.van or 0, _boven(leeftijd.tot)
    if vraag.van == vraag.tot:
        return van <= vraag.van <= tot
    return max(vraag.van, van) < min(_boven(vraag.tot), tot)


def dekking(vragen: Iterable[Leeftijdsvraag], leeftijden: Iterable[Leeftijd]) -> str | None:
    """The part of the asked ages that is covered, like ``16-18``; None when all of it is.

    ``leeftijden`` are those of the variants that match.
    """
    gevraagd = _samengevoegd((v.van, _boven(v.tot)) for v in vragen if not v.voor and v.van != v.tot)
    aanbod = [(leeftijd.van or 0, _boven(leeftijd.tot)) for leeftijd in leeftijden if leeftijd.gepubliceerd]
    gedekt = _samengevoegd(
        (max(van, onder), min(tot, boven))
        for van, tot in gevraagd
        for onder, boven in aanbod
        if max(van, onder) < min(tot, boven)
    )
    return None if gedekt == gevraagd else ", ".join(_bereiknaam(*deel) for deel in gedekt)


def _samengevoegd(bereiken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges from low to high, joined where they meet."""
    delen: list[tuple[int, int]] = []
    for van, tot in sorted(bereiken):
        if delen and van <= delen[-1][1]:
            delen[-1] = (delen[-1][0], max(delen[-1][1], tot))
        else:
            delen.append((van, tot))
    return delen


def _boven(tot: int | None) -> int:
    return _ZONDER_EINDE if tot is None else tot


def _bereiknaam(van: int, tot: int) -> str:
    return f"{van}+" if tot == _ZONDER_EINDE else f"{van}-{tot}"
