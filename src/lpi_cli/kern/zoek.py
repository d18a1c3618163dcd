"""Find the interventions that meet all demands, and those that just miss."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Soort, Variant
from lpi_cli.catalogus.woorden import stam, vlak
from lpi_cli.kern.filters import Eis, lees_eisen
from lpi_cli.kern.leeftijd import Dekking, dekking
from lpi_cli.kern.taal import NIET_GEPUBLICEERD
from lpi_cli.kern.vraagfout import Vraagfout


class Reden(NamedTuple):
    """Why one demand is met or not: the filter, and the fact that decides."""

    filter: str
    feit: str

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
    """An intervention that meets all demands but one.

    ``onbekend``: no source publishes the fact, so it may fit after all.
    """

    interventie: Interventie
    reden: Reden
    onbekend: bool


_Misser: TypeAlias = tuple[Eis, bool]
"""A demand that a variant does not meet, and whether that is because no source publishes the fact."""


class Zoekresultaat(NamedTuple):
    vraag: Mapping[str, tuple[str, ...]]
    """What was asked: filter name → words; ``tekst`` for free text."""
    treffers: tuple[Treffer, ...]
    net_niet: tuple[NetNiet, ...]
    versoepel: Mapping[str, int]
    """When nothing was found: how many would be without each single filter."""


def zoek(catalogus: Catalogus, vraag: Mapping[str, Sequence[str]], tekst: str = "") -> Zoekresultaat:
    """All interventions that meet every filter, best known first.

    Matching is per variant: age, form, setting and language must hold for the same one.
    Raises ``Vraagfout`` when a word of the question is unknown.
    """
    eisen = lees_eisen(vraag, catalogus)
    treffers: list[Treffer] = []
    net_niet: list[NetNiet] = []
    for interventie in _met_tekst(catalogus, tekst):
        gezakt = [(variant, _missers(interventie, variant, eisen)) for variant in interventie.varianten]
        passend = [variant for variant, missers in gezakt if not missers]
        if passend:
            treffers.append(_treffer(interventie, passend, eisen, catalogus))
        elif bijna := _net_niet(interventie, gezakt, len(eisen), catalogus):
            net_niet.append(bijna)
    return Zoekresultaat(
        vraag={eis.filter.naam: eis.woorden for eis in eisen}
        | ({"tekst": (tekst,)} if tekst.strip() else {}),
        treffers=tuple(sorted(treffers, key=lambda treffer: volgorde(treffer.interventie))),
        net_niet=tuple(sorted(net_niet, key=lambda gemist: volgorde(gemist.interventie))),
        versoepel={} if treffers else _versoepel(catalogus, eisen, tekst),
    )


def volgorde(interventie: Interventie) -> tuple[bool, bool, str]:
    """Sort key: the pre-selected first, practice examples last, then by id."""
    return (not interventie.voorselectie, interventie.soort is Soort.PRAKTIJKVOORBEELD, interventie.id)


def _met_tekst(catalogus: Catalogus, tekst: str) -> Iterable[Interventie]:
    """The interventions whose text has all words of ``tekst``, or all when there are none."""
    stammen = [stam(woord) for woord in vlak(tekst).split()]
    if tekst.strip() and not stammen:
        raise Vraagfout(f"In {tekst!r} staan geen letters of cijfers om op te zoeken.")
    if not stammen:
        return catalogus.interventies
    paren = zip(catalogus.interventies, catalogus.zoekteksten, strict=True)
    return [interventie for interventie, zoektekst in paren if all(deel in zoektekst for deel in stammen)]


def _treffer(
    interventie: Interventie, varianten: Sequence[Variant], eisen: Sequence[Eis], catalogus: Catalogus
) -> Treffer:
    gedekt = None
    for eis in eisen:
        if eis.filter.naam == "leeftijd":
            gedekt = dekking(eis.wensen, tuple([variant.leeftijd for variant in varianten]))
    redenen = [
        Reden(eis.filter.naam, eis.filter.waarom(eis.wensen, interventie, varianten, catalogus))
        for eis in eisen
    ]
    return Treffer(interventie, tuple(varianten), gedekt, tuple(redenen))


def _net_niet(
    interventie: Interventie,
    gezakt: Sequence[tuple[Variant, Sequence[_Misser]]],
    aantal_eisen: int,
    catalogus: Catalogus,
) -> NetNiet | None:
    """Whether one demand excludes it; with one demand only when the fact is unknown."""
    bijna = [(variant, missers[0]) for variant, missers in gezakt if len(missers) == 1]
    if not bijna:
        return None
    eis, onbekend = bijna[0][1]
    onbekend = onbekend and all(misser == (eis, True) for _, misser in bijna)
    if aantal_eisen == 1 and not onbekend:
        return None
    feit = _feit(eis, onbekend, interventie, [variant for variant, _ in bijna], catalogus)
    return NetNiet(interventie, Reden(eis.filter.naam, feit), onbekend)


def gemist(
    interventie: Interventie, vraag: Mapping[str, Sequence[str]], catalogus: Catalogus
) -> tuple[Reden, ...]:
    """What excludes an intervention: the demands that its nearest variant does not meet.

    Empty when it fits. Raises ``Vraagfout`` when a word of the question is unknown.
    """
    eisen = lees_eisen(vraag, catalogus)
    gezakt = [(variant, dict(_missers(interventie, variant, eisen))) for variant in interventie.varianten]
    minste = min((missers for _, missers in gezakt), key=len)
    dichtbij = [(variant, missers) for variant, missers in gezakt if missers.keys() == minste.keys()]
    varianten = [variant for variant, _ in dichtbij]
    onbekend = {eis: all(missers[eis] for _, missers in dichtbij) for eis in minste}
    return tuple(
        Reden(eis.filter.naam, _feit(eis, onbekend[eis], interventie, varianten, catalogus)) for eis in minste
    )


def _feit(
    eis: Eis, onbekend: bool, interventie: Interventie, varianten: Sequence[Variant], catalogus: Catalogus
) -> str:
    """The fact that decides that these variants do not fit."""
    return NIET_GEPUBLICEERD if onbekend else eis.filter.waarom((), interventie, varianten, catalogus)


def _missers(interventie: Interventie, variant: Variant, eisen: Sequence[Eis]) -> list[_Misser]:
    return [(eis, past is None) for eis in eisen if not (past := eis.past(interventie, variant))]


def _versoepel(catalogus: Catalogus, eisen: Sequence[Eis], tekst: str) -> dict[str, int]:
    """Per filter, how many interventions there are when it is left out; the useful ones."""
    aantallen = {}
    for weg in eisen:
        rest = [eis for eis in eisen if eis is not weg]
        aantallen[weg.filter.naam] = _tel(_met_tekst(catalogus, tekst), rest)
    if tekst.strip():
        aantallen["tekst"] = _tel(catalogus.interventies, eisen)
    return {naam: aantal for naam, aantal in aantallen.items() if aantal}


def _tel(interventies: Iterable[Interventie], eisen: Sequence[Eis]) -> int:
    return sum(any(all(eis.past(i, v) for eis in eisen) for v in i.varianten) for i in interventies)
