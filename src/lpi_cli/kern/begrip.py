"""Words of the vocabularies: from what people type to a code, and from a code to a name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from lpi_cli.catalogus.model import Begrip, Begrippen, Taak, Telling
from lpi_cli.catalogus.woorden import LANG_WOORD, Zoekwoord, naaste, vlak, zoekwoorden
from lpi_cli.kern.vraagfout import Vraagfout, bedoelt_u

Begrippenlijst = Mapping[str, Begrip]
MEESTE_ZOEKWOORDEN = 50
"""Each is looked for in every text."""
AFKORTING = 3
"""Codes this short say nothing unless the name has them as a word; ``uk`` does not, ``azc`` does."""

LIJKT = 0.8
"""How much a slip must look like a word; less, and another language or group would be taken for it."""


def lees_begrip(tekst: str, begrippen: Begrippenlijst) -> str:
    """The code of a word typed as code, name or synonym, or in another form of one. Raises ``Vraagfout``."""
    if tekst in begrippen:
        return tekst
    gezocht, stam = vlak(tekst), _stam(tekst)
    alle = codes_op_naam(begrippen)
    if gezocht in alle:
        return alle[gezocht]
    if len(gezocht) >= LANG_WOORD:
        for naam, code in alle.items():
            if _stam(naam) == stam:
                return code
    gok = naaste(tekst, alle, LIJKT)
    bedoeld = bedoelt_u(noem(alle[gok], begrippen) if gok else None)
    keuzes = ", ".join(noem(code, begrippen) for code in begrippen)
    raise Vraagfout(f"{tekst!r} ken ik niet; kies uit {keuzes}.{bedoeld}")


_vlak = cache(vlak)
"""For names, which many words are compared with."""


@cache
def _stam(tekst: str) -> tuple[str, ...]:
    """The part that all forms of a word, or of a name of more words, share."""
    return tuple([woord.stam for woord in zoekwoorden(tekst)])


def codes_op_naam(begrippen: Begrippenlijst) -> dict[str, str]:
    """All that a word may be called, as ``vlak`` has it → its code."""
    return {
        _vlak(naam): code for code, begrip in begrippen.items() for naam in (code, begrip.naam, *begrip.ook)
    }


def lees_zoekwoorden(tekst: str) -> list[Zoekwoord]:
    """The words of ``tekst``, to look for each of them. Raises ``Vraagfout`` when there are too many."""
    woorden = zoekwoorden(tekst)
    if len(woorden) > MEESTE_ZOEKWOORDEN:
        raise Vraagfout(f"Zoek met ten hoogste {MEESTE_ZOEKWOORDEN} woorden; u gaf er {len(woorden)}.")
    return woorden


def lees_groep(tekst: str, kenmerken: Begrippenlijst) -> set[str]:
    """The codes of all that a text says of people: ``Eritrese moeders in Heumen`` are eritrees and vrouw.

    So are ``vrouwen uit Eritrea`` and ``vrouw+eritrees``. None when it has a word that no kenmerk has, for these may be
    anyone; where they are, behind "in", does not count.
    """
    codes = codes_op_naam(kenmerken)
    rest, groep = f" {vlak(re.sub('[,;/&]', ' en ', tekst.replace('+', ' ')))} ", set()
    for naam in sorted(codes, key=len, reverse=True):
        if f" {naam} " in rest:
            rest = rest.replace(f" {naam} ", "  ")
            groep.add(codes[naam])
    rest = rest.replace(" uit ", " ")
    return groep if f"{rest.lstrip()}in ".startswith("in ") else set()


def geldt_voor(voor: Sequence[str], groep: set[str], kenmerken: Begrippenlijst) -> bool:
    """Whether what is said of ``voor`` holds for a group; codes on one axis mean "or", axes mean "and"."""
    return _assen(voor, kenmerken) <= _assen(groep, kenmerken) and kan_gelden(voor, groep, kenmerken)


def kan_gelden(voor: Sequence[str], groep: set[str], kenmerken: Begrippenlijst) -> bool:
    """The same where it is not known for sure: nobody said of the group that it is another one."""
    gedekt = {smaller for code in voor for smaller in (code, *kenmerken[code].omvat)}
    return not _assen(voor, kenmerken) & _assen(groep - gedekt, kenmerken)


def _assen(codes: Iterable[str], kenmerken: Begrippenlijst) -> set[str]:
    return {as_ for code in codes for as_ in kenmerken[code].as_ or (code,)}


def noem(code: str, begrippen: Begrippenlijst) -> str:
    """The code when it reads as a word, else its name; both are understood."""
    leesbaar = code not in begrippen or len(code) > AFKORTING or code in vlak(begrippen[code].naam).split()
    return code if leesbaar else begrippen[code].naam


def naam(code: str, begrippen: Begrippenlijst) -> str:
    """The name of a code for people."""
    return begrippen[code].naam if code in begrippen else code


def met_taak(taak: Taak, begrippen: Begrippenlijst) -> list[str]:
    """The codes with this task: that of the bundled vocabulary first, then own ones."""
    return [code for code, begrip in begrippen.items() if begrip.taak is taak]


def heeft_taak(code: str | None, taak: Taak, begrippen: Begrippenlijst) -> bool:
    begrip = begrippen.get(code or "")
    return begrip is not None and begrip.taak is taak


def telling(eenheid: str | None, begrippen: Begrippen) -> Telling | None:
    """How a unit counts; None when no one says so."""
    begrip = begrippen["eenheid"].get(eenheid or "")
    return begrip.telt if begrip else None


def enkelvoud(eenheid: str, eenheden: Begrippenlijst) -> str:
    """One of a unit: ``groep``, of which the name is ``per groep``."""
    return naam(eenheid, eenheden).removeprefix("per ")


def aantal_van(aantal: int, eenheid: str, eenheden: Begrippenlijst) -> str:
    """``1 groep``, ``4 groepen``; ``4 × dagdeel`` when the list does not say what more of them are called."""
    if aantal == 1:
        return f"1 {enkelvoud(eenheid, eenheden)}"
    meervoud = eenheden[eenheid].meervoud if eenheid in eenheden else None
    return f"{aantal} {meervoud}" if meervoud else f"{aantal} × {enkelvoud(eenheid, eenheden)}"
