"""The judgement: whether what is asked fits, does not fit, or is not known.

Unknown is never turned into one of the other two. ``filters`` says it of one variant and one part of
a question, with the fact that decides; here that becomes the judgement on a variant and on an
intervention. Everything that asks whether something fits asks it here.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple, TypeAlias

from lpi_cli.catalogus.model import Interventie, Variant
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming


class Uitkomst(IntEnum):
    """Ordered, so that "or" is the highest and "and" the lowest of some outcomes."""

    PAST_NIET = 0
    ONBEKEND = 1
    PAST = 2

    __hash__ = int.__hash__
    """That of an enum takes long for what is counted by the thousand."""


Beoordeel: TypeAlias = Callable[[Interventie, Variant], Uitkomst]
"""The outcome of one part of a question for one variant."""


class Feit(NamedTuple):
    """What decides: in short, with the words of the source where it has some, and its sources."""

    tekst: str | None
    """None: no source says it."""
    uitleg: str | None = None
    bronnen: tuple[str, ...] = ()
    kort: str | None = None
    """The same without particulars, to tell of many at once; None: as it is."""

    def __str__(self) -> str:
        tekst = self.tekst or NIET_GEPUBLICEERD
        return f"{tekst} ({self.uitleg.rstrip('.')})" if self.uitleg else tekst


def samen(feiten: Iterable[Feit]) -> Feit:
    """Several facts as one: each text once, in the order given; at the end, once, what no source says."""
    per_tekst = {str(feit): feit for feit in feiten}
    if len(per_tekst) == 1:
        return next(iter(per_tekst.values()))
    onbekend = [feit for feit in per_tekst.values() if feit.tekst is None]
    if len(onbekend) > 1:
        return samen(
            [*(feit for feit in per_tekst.values() if feit.tekst is not None), _een_onbekend(onbekend)]
        )
    bronnen = dict.fromkeys(bron for feit in per_tekst.values() for bron in feit.bronnen)
    korte = dict.fromkeys(feit.kort or tekst for tekst, feit in per_tekst.items())
    return Feit(aaneen(per_tekst), None, tuple(bronnen), aaneen(korte))


def _een_onbekend(feiten: Sequence[Feit]) -> Feit:
    """Facts that no source says as one, with all that is told of them."""
    uitleg = "; ".join(feit.uitleg.rstrip(".") for feit in feiten if feit.uitleg)
    bronnen = dict.fromkeys(bron for feit in feiten for bron in feit.bronnen)
    return Feit(None, uitleg or None, tuple(bronnen), NIET_GEPUBLICEERD)


def aaneen(feiten: Iterable[str]) -> str:
    """Facts in words behind each other, parted so that one sees where each ends."""
    lijst = list(feiten)
    lang = any(teken in feit for feit in lijst for teken in ",:(")
    return "; ".join(lijst) if lang else opsomming(lijst)


class Slotsom(StrEnum):
    """What the judgement on an intervention comes to, best first."""

    PAST = "past"
    MISSCHIEN = "misschien"
    NET_NIET = "net-niet"
    NIET = "niet"


Uitkomsten: TypeAlias = tuple[tuple[Uitkomst, ...], ...]
"""For each variant the outcome of each part of the question."""


class Interventieoordeel(NamedTuple):
    """What the outcomes come to; variants and parts by their position."""

    slotsom: Slotsom
    varianten: tuple[int, ...]
    """Those that the judgement is about: the nearest ones."""
    open: tuple[int, ...]
    """The parts that are unknown of one of them."""
    uitgesloten: tuple[int, ...]
    """The parts that exclude them."""


@cache
def weeg(uitkomsten: Uitkomsten) -> Interventieoordeel:
    """The judgement on an intervention. Many interventions have the same outcomes.

    A near miss has one part that excludes it, and more that fit than that are unknown.
    """
    afstanden = [(rij.count(Uitkomst.PAST_NIET), rij.count(Uitkomst.ONBEKEND)) for rij in uitkomsten]
    niet, onbekend = min(afstanden)
    naaste = [nr for nr, een in enumerate(afstanden) if een == (niet, onbekend)]
    if niet:  # what excludes the first; another that is excluded by another part is another near miss
        eerste = uitkomsten[naaste[0]]
        naaste = [nr for nr in naaste if uitkomsten[nr] == eerste]
    aantal = len(uitkomsten[0])
    open_, uitgesloten = (
        tuple(eis for eis in range(aantal) if any(uitkomsten[nr][eis] is wat for nr in naaste))
        for wat in (Uitkomst.ONBEKEND, Uitkomst.PAST_NIET)
    )
    if not niet:
        slotsom = Slotsom.MISSCHIEN if onbekend else Slotsom.PAST
    else:
        dichtbij = niet == 1 and aantal - niet - onbekend > onbekend
        slotsom = Slotsom.NET_NIET if dichtbij else Slotsom.NIET
    return Interventieoordeel(slotsom, tuple(naaste), open_, uitgesloten)


def feit_van(varianten: Sequence[Variant], feit: Callable[[Variant], Feit], *, noem: bool, van: int) -> Feit:
    """The fact of some variants of an intervention that has ``van``; ``noem``: say which variant has which."""
    if not noem or van == 1:
        return samen(map(feit, varianten))
    feiten: dict[str, list[tuple[Feit, str]]] = {}
    for variant in varianten:
        een = feit(variant)
        feiten.setdefault(str(een), []).append((een, variant.naam))
    return samen(
        gelijk[0][0]._replace(
            tekst=f"{tekst} ({opsomming(naam for _, naam in gelijk)})",
            uitleg=None,
            bronnen=tuple(dict.fromkeys(bron for een, _ in gelijk for bron in een.bronnen)),
        )
        for tekst, gelijk in feiten.items()
    )
