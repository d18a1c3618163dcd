"""What differs between two editions of a catalogue: per intervention the facts, in the words that they are given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

LIJKT = 0.3
"""Share of two lines that is the same, from which on one is taken for the other with a change."""


class Verschilsoort(StrEnum):
    NIEUW = "nieuw"
    WEG = "weg"
    ANDERS = "anders"


class Feitenlijst(NamedTuple):
    """An intervention as one edition has it, in words."""

    id: str
    naam: str
    feiten: Mapping[str, Sequence[str]]
    """Label of a fact → its lines; a label that both editions have is the same fact."""
    lijsten: frozenset[str] = frozenset()
    """Labels of facts of which each line is one by itself."""


class Verschil(NamedTuple):
    """One difference. ``feit`` None: the whole intervention is new or gone."""

    soort: Verschilsoort
    id: str
    naam: str
    feit: str | None
    oud: Sequence[str]
    nieuw: Sequence[str]


def verschillen(paren: Iterable[tuple[Feitenlijst | None, Feitenlijst | None]]) -> list[Verschil]:
    """All differences of interventions, each as it was and as it is; None where an edition has it not."""
    return [verschil for oud, nieuw in paren for verschil in _van_een(oud, nieuw)]


def koppel(oud: Mapping[str, str], nieuw: Mapping[str, str]) -> list[tuple[str | None, str | None]]:
    """Which ids of two editions (id → name) are the same intervention: by id, or else by name."""
    anders = {naam: id_ for id_, naam in nieuw.items() if id_ not in oud}
    # one of each name: an id is in one pair
    weg = {naam: id_ for id_, naam in oud.items() if id_ not in nieuw}
    hernoemd = {id_: anders[naam] for naam, id_ in weg.items() if naam in anders}
    paren = [(id_, hernoemd.get(id_, id_ if id_ in nieuw else None)) for id_ in oud]
    erbij = nieuw.keys() - oud.keys() - set(hernoemd.values())
    return sorted([*paren, *((None, id_) for id_ in erbij)], key=lambda paar: paar[1] or paar[0] or "")


def _van_een(oud: Feitenlijst | None, nieuw: Feitenlijst | None) -> Iterator[Verschil]:
    if oud is None or nieuw is None:
        if (enige := oud or nieuw) is not None:
            soort = Verschilsoort.WEG if nieuw is None else Verschilsoort.NIEUW
            yield Verschil(soort, enige.id, enige.naam, None, (), ())
        return
    if oud.id != nieuw.id:
        yield Verschil(Verschilsoort.ANDERS, nieuw.id, nieuw.naam, "Id", [oud.id], [nieuw.id])
    for label in dict.fromkeys([*nieuw.feiten, *oud.feiten]):
        was, wordt = oud.feiten.get(label, ()), nieuw.feiten.get(label, ())
        los = label in oud.lijsten | nieuw.lijsten
        for vroeger, nu in _paren(was, wordt) if los else _heel(was, wordt):
            yield Verschil(_soort(vroeger, nu), nieuw.id, nieuw.naam, label, vroeger, nu)


def _soort(oud: Sequence[str], nieuw: Sequence[str]) -> Verschilsoort:
    if oud and nieuw:
        return Verschilsoort.ANDERS
    return Verschilsoort.WEG if oud else Verschilsoort.NIEUW


def _heel(oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The lines of a fact that changed, together."""
    if list(oud) != list(nieuw):
        weg, erbij = _zonder(oud, nieuw), _zonder(nieuw, oud)
        yield (weg, erbij) if weg or erbij else (oud, nieuw)


def _paren(oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The lines of a list that changed, each with what became of it; their order is no fact."""
    weg, erbij = _zonder(oud, nieuw), _zonder(nieuw, oud)
    gelijkenis = [
        (SequenceMatcher(None, was, wordt, autojunk=False).ratio(), nr, ander)
        for nr, was in enumerate(weg)
        for ander, wordt in enumerate(erbij)
    ]
    bij: dict[int, int] = {}
    for mate, nr, ander in sorted(gelijkenis, reverse=True):
        if mate >= LIJKT and nr not in bij and ander not in bij.values():
            bij[nr] = ander
    yield from (([was], [erbij[bij[nr]]] if nr in bij else []) for nr, was in enumerate(weg))
    yield from (([], [wordt]) for nr, wordt in enumerate(erbij) if nr not in bij.values())


def _zonder(regels: Sequence[str], andere: Sequence[str]) -> list[str]:
    """The lines that the others do not have, as often as these have them more."""
    rest, zonder = list(andere), []
    for regel in regels:
        if regel in rest:
            rest.remove(regel)
        else:
            zonder.append(regel)
    return zonder
