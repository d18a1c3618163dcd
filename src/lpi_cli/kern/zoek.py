"""Find the interventions that meet all demands, and those that just miss."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Keuzehulpvraag, Soort, Variant
from lpi_cli.catalogus.woorden import bevat, zoekwoorden
from lpi_cli.kern.begrip import lees_zoekwoorden
from lpi_cli.kern.filters import Eis, Onbekend, lees_eisen
from lpi_cli.kern.leeftijd import Dekking, dekking
from lpi_cli.kern.vraagfout import Vraagfout


class Reden(NamedTuple):
    """Why one demand is met or not: the filter, and the fact that decides."""

    filter: str
    feit: str | Onbekend

    def __str__(self) -> str:
        return f"{self.filter}: {self.feit}"


class Treffer(NamedTuple):
    """An intervention that fits, with the variants that do.

    ``dekking`` is the part of the asked ages that these cover, None when all of it.
    """

    interventie: Interventie
    varianten: tuple[Variant, ...]
    dekking: Dekking | None
    redenen: tuple[Reden, ...]


class NetNiet(NamedTuple):
    """An intervention that misses one demand, or of which a fact that was asked is not published.

    ``onbekend``: nothing is known to exclude it, so it may fit after all. The demand that
    excludes it is the first of ``redenen``; the others are facts that no source publishes.
    """

    interventie: Interventie
    redenen: tuple[Reden, ...]
    onbekend: bool


_Uitkomsten: TypeAlias = tuple[tuple[bool | None, ...], ...]
"""For each variant and each demand: whether it fits; None when no source publishes the fact."""


class _Oordeel(NamedTuple):
    """What the outcomes of all demands come to; variants and demands by their position."""

    varianten: tuple[int, ...]
    """Those that fit, or else those that miss least."""
    missers: tuple[tuple[int, bool], ...]
    """The demands that these miss, each with whether it is unknown; what excludes them first."""
    is_dichtbij: bool
    """Whether it fits, or so nearly that it is worth naming."""


class Zoekresultaat(NamedTuple):
    vraag: Mapping[str, tuple[str, ...]]
    """What was asked: filter name → values; ``tekst`` for free text."""
    treffers: tuple[Treffer, ...]
    net_niet: tuple[NetNiet, ...]
    versoepel: Mapping[str, int]
    """When nothing was found: how many would be without each single filter or word."""
    onvindbaar: tuple[str, ...]
    """When nothing was found: the searched words that no intervention has."""


def zoek(catalogus: Catalogus, vraag: Mapping[str, Sequence[str]], tekst: str = "") -> Zoekresultaat:
    """All interventions that meet every filter, best known first.

    Matching is per variant: age, form, setting and language must hold for the same one.
    Raises ``Vraagfout`` when a word of the question is unknown.
    """
    eisen = lees_eisen(vraag, catalogus)
    treffers: list[Treffer] = []
    net_niet: list[NetNiet] = []
    for interventie in _met_tekst(catalogus, tekst):
        oordeel = _weeg(_uitkomsten(interventie, eisen))
        if not oordeel.missers:
            varianten = [interventie.varianten[nr] for nr in oordeel.varianten]
            treffers.append(_treffer(interventie, varianten, eisen, catalogus))
        elif oordeel.is_dichtbij:
            redenen = _redenen(interventie, oordeel, eisen, catalogus)
            net_niet.append(NetNiet(interventie, redenen, all(onbekend for _, onbekend in oordeel.missers)))
    return Zoekresultaat(
        vraag={eis.filter.naam: eis.waarden for eis in eisen}
        | ({"tekst": (tekst,)} if tekst.strip() else {}),
        treffers=tuple(sorted(treffers, key=lambda treffer: volgorde(treffer.interventie))),
        net_niet=tuple(sorted(net_niet, key=lambda gemist: volgorde(gemist.interventie))),
        versoepel={} if treffers else _versoepel(catalogus, eisen, tekst),
        onvindbaar=() if treffers else _onvindbaar(catalogus, tekst),
    )


def volgorde(interventie: Interventie) -> tuple[bool, bool, str]:
    """Sort key: the pre-selected first, practice examples last, then by id."""
    return (not interventie.voorselectie, interventie.soort is Soort.PRAKTIJKVOORBEELD, interventie.id)


def _met_tekst(catalogus: Catalogus, tekst: str) -> Iterable[Interventie]:
    """The interventions whose text has all words of ``tekst``, or all when there are none."""
    woorden = lees_zoekwoorden(tekst)
    if tekst.strip() and not woorden:
        raise Vraagfout(f"In {tekst!r} staan geen letters of cijfers om op te zoeken.")
    if not woorden:
        return catalogus.interventies
    paren = zip(catalogus.interventies, catalogus.zoekteksten, strict=True)
    return [interventie for interventie, zoektekst in paren if all(bevat(zoektekst, w) for w in woorden)]


def _onvindbaar(catalogus: Catalogus, tekst: str) -> tuple[str, ...]:
    """The words of ``tekst`` that no intervention has."""
    woorden = zoekwoorden(tekst)
    return tuple(
        w.tekst for w in woorden if not any(bevat(zoektekst, w) for zoektekst in catalogus.zoekteksten)
    )


def _treffer(
    interventie: Interventie, varianten: Sequence[Variant], eisen: Sequence[Eis], catalogus: Catalogus
) -> Treffer:
    gedekt = None
    for eis in eisen:
        if eis.filter.naam == Keuzehulpvraag.LEEFTIJD:
            gedekt = dekking(eis.wensen, tuple([variant.leeftijd for variant in varianten]))
    redenen = [
        Reden(eis.filter.naam, eis.filter.waarom(eis.wensen, interventie, varianten, catalogus))
        for eis in eisen
    ]
    return Treffer(interventie, tuple(varianten), gedekt, tuple(redenen))


def _uitkomsten(interventie: Interventie, eisen: Sequence[Eis]) -> _Uitkomsten:
    return tuple([tuple([eis.past(interventie, v) for eis in eisen]) for v in interventie.varianten])


@cache
def _weeg(uitkomsten: _Uitkomsten) -> _Oordeel:
    """Which variants are nearest, and what they miss. Many interventions have the same outcomes."""
    gemist_ = [[nr for nr, past in enumerate(per_eis) if not past] for per_eis in uitkomsten]
    naaste = min(range(len(gemist_)), key=lambda nr: (len(gemist_[nr]), uitkomsten[nr].count(False)))
    minste = gemist_[naaste]
    varianten = tuple(nr for nr, missers in enumerate(gemist_) if missers == minste)
    onbekend = {eis: all(uitkomsten[nr][eis] is None for nr in varianten) for eis in minste}
    missers = sorted(onbekend.items(), key=lambda misser: misser[1])
    return _Oordeel(varianten, tuple(missers), _is_dichtbij(onbekend.values(), len(uitkomsten[0])))


def _is_dichtbij(onbekend: Collection[bool], aantal_eisen: int) -> bool:
    """Whether at most one of the missed demands excludes it, and enough is known of the others."""
    uitgesloten, voldaan = len(onbekend) - sum(onbekend), aantal_eisen - len(onbekend)
    if uitgesloten:
        return uitgesloten == 1 and voldaan > sum(onbekend)
    return len(onbekend) <= 1 or voldaan > 0


def _redenen(
    interventie: Interventie, oordeel: _Oordeel, eisen: Sequence[Eis], catalogus: Catalogus
) -> tuple[Reden, ...]:
    """The fact that decides for each demand that is missed."""
    waarvan = interventie, [interventie.varianten[nr] for nr in oordeel.varianten]
    redenen = []
    for nr, onbekend in oordeel.missers:
        filter_ = eisen[nr].filter
        feit = filter_.onbekend(*waarvan) if onbekend else filter_.waarom((), *waarvan, catalogus)
        redenen.append(Reden(filter_.naam, feit))
    return tuple(redenen)


def gemist(
    interventie: Interventie, vraag: Mapping[str, Sequence[str]], catalogus: Catalogus
) -> tuple[Reden, ...]:
    """What excludes an intervention: the demands that its nearest variant does not meet.

    Empty when it fits. Raises ``Vraagfout`` when a word of the question is unknown.
    """
    eisen = lees_eisen(vraag, catalogus)
    return _redenen(interventie, _weeg(_uitkomsten(interventie, eisen)), eisen, catalogus)


def _versoepel(catalogus: Catalogus, eisen: Sequence[Eis], tekst: str) -> dict[str, int]:
    """What one can leave out, and how many interventions there are then; the useful ones."""
    aantallen = {}
    for weg in eisen:
        rest = [eis for eis in eisen if eis is not weg]
        aantallen[f"--{weg.filter.naam}"] = _tel(_met_tekst(catalogus, tekst), rest)
    woorden = [woord for woord in tekst.split() if zoekwoorden(woord)]
    for nr, woord in enumerate(woorden if len(woorden) > 1 else []):
        rest_ = " ".join(woorden[:nr] + woorden[nr + 1 :])
        aantallen[f'het woord "{woord}"'] = _tel(_met_tekst(catalogus, rest_), eisen)
    if woorden:
        aantallen["de zoekwoorden"] = _tel(catalogus.interventies, eisen)
    return {naam: aantal for naam, aantal in aantallen.items() if aantal}


def _tel(interventies: Iterable[Interventie], eisen: Sequence[Eis]) -> int:
    return sum(any(all(eis.past(i, v) for eis in eisen) for v in i.varianten) for i in interventies)
