"""Find the interventions that meet all demands, those that may, and those that just miss."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Soort, Variant
from lpi_cli.catalogus.woorden import Zoekwoord, bevat, vlak, zoekwoorden
from lpi_cli.kern.begrip import AFKORTING, lees_zoekwoorden
from lpi_cli.kern.filters import LEEFTIJD, TAAL, Eis, beperking, lees_eisen, lees_wensen, opties_voor
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.leeftijd import Dekking, Leeftijdsvraag, dekking_van
from lpi_cli.kern.oordeel import Feit, Interventieoordeel, Slotsom, Uitkomst, feit_van, weeg
from lpi_cli.kern.vraagfout import Vraagfout

MEESTE_WOORDEN_IN_NAAM = 4
"""Of a name that is looked for in a text."""


class Reden(NamedTuple):
    """Why one demand is met, not met or open: the part of the question, and the fact that decides."""

    onderdeel: str
    feit: Feit
    uitkomst: Uitkomst

    def __str__(self) -> str:
        return f"{self.onderdeel}: {self.feit}"


class Beoordeeld:
    """An intervention with its judgement; the words for it are only made when they are asked for."""

    def __init__(
        self,
        interventie: Interventie,
        oordeel: Interventieoordeel,
        eisen: Sequence[Eis],
        catalogus: Catalogus,
        liefst: Mapping[str, Eis] = MappingProxyType({}),
    ) -> None:
        self.interventie = interventie
        self._oordeel = oordeel
        self._eisen = eisen
        self._catalogus = catalogus
        self._liefst = liefst

    @cached_property
    def varianten(self) -> tuple[Variant, ...]:
        """Those that the judgement is about."""
        return tuple(self.interventie.varianten[nr] for nr in self._oordeel.varianten)

    def _redenen(self, welke: Iterable[int]) -> tuple[Reden, ...]:
        """The facts that decide on some demands; an open one is told of the variants of which it is open."""
        return tuple(self._reden(eis.filter.naam, eis, min) for eis in (self._eisen[nr] for nr in welke))

    def _reden(self, onderdeel: str, eis: Eis, welke: Callable[[Sequence[Uitkomst]], Uitkomst]) -> Reden:
        """The best or the worst outcome of the variants, with the fact of those that have it."""
        uitkomsten = [eis.uitkomst(self.interventie, variant) for variant in self.varianten]
        beslist = welke(uitkomsten)
        over = [v for v, uitkomst in zip(self.varianten, uitkomsten, strict=True) if uitkomst is beslist]
        verschilt = welke is max and len(over) < len(uitkomsten)
        feit = feit_van(
            over,
            partial(eis.feit, self.interventie),
            noem=verschilt or (eis.filter.noem_variant and beslist is Uitkomst.PAST),
            van=len(self.interventie.varianten),
        )
        return Reden(onderdeel, feit, beslist)


class Treffer(Beoordeeld):
    """An intervention that fits or may fit, with the variants that do."""

    @classmethod
    def ongevraagd(
        cls, interventie: Interventie, catalogus: Catalogus, varianten: Collection[str]
    ) -> "Treffer":
        """Some variants of an intervention, of which nothing was asked."""
        welke = tuple(nr for nr, variant in enumerate(interventie.varianten) if variant.id in varianten)
        return cls(interventie, _weeg(interventie, ())._replace(varianten=welke), (), catalogus)

    @property
    def leeftijden(self) -> tuple[Leeftijdsvraag, ...]:
        return gevraagde_leeftijden(self._eisen)

    @cached_property
    def dekking(self) -> Dekking | None:
        """The part of the asked ages that the variants cover; None when all of it."""
        if not self.leeftijden:
            return None
        return dekking_van(self.leeftijden, self.varianten)

    @cached_property
    def dekking_taal(self) -> tuple[str, ...] | None:
        """The asked languages that fit; None when that is all of them, or none."""
        for eis in self._eisen:
            if eis.filter is TAAL:
                talen = eis.gedekt(self.interventie, self.varianten)
                return None if talen in ((), eis.gevraagd) else talen
        return None

    @cached_property
    def taal_onbekend(self) -> tuple[str, ...]:
        """Where it covers some of the asked languages: of which others it is not known."""
        eisen = [eis for eis in self._eisen if eis.filter is TAAL] if self.dekking_taal else []
        return tuple(taal for eis in eisen for taal in eis.onbekend(self.interventie, self.varianten))

    @cached_property
    def beperking(self) -> str:
        """To whom a source limits it, such as ``meisjes``; empty when to nobody."""
        return beperking(self.interventie, self.varianten, self._catalogus)

    @cached_property
    def redenen(self) -> tuple[Reden, ...]:
        return self._redenen(range(len(self._eisen)))

    @cached_property
    def wensen(self) -> tuple[Reden, ...]:
        """Of all that one would like, most wanted first, whether a variant that fits has it."""
        return tuple(self._reden(wens, eis, max) for wens, eis in self._liefst.items())

    @property
    def slotsom(self) -> Slotsom:
        return self._oordeel.slotsom

    @property
    def op_wensen(self) -> tuple[int, ...]:
        """Sort key: what meets the first wish comes first, then where it is not known; among those the second."""
        return tuple(
            -max(eis.uitkomst(self.interventie, variant) for variant in self.varianten)
            for eis in self._liefst.values()
        )

    @property
    def vraag_na(self) -> tuple[Reden, ...]:
        """What no source says, and so is to be asked; empty when it fits."""
        return tuple(reden for reden in self.redenen if reden.uitkomst is Uitkomst.ONBEKEND)


def gevraagde_leeftijden(eisen: Sequence[Eis]) -> tuple[Leeftijdsvraag, ...]:
    return tuple(wens for eis in eisen if eis.filter is LEEFTIJD for wens in eis.wensen)


class NetNiet(Beoordeeld):
    """An intervention that misses one demand."""

    @cached_property
    def redenen(self) -> tuple[Reden, ...]:
        """What its nearest variant misses: what excludes it first, then what is unknown; empty when it fits."""
        return self._redenen((*self._oordeel.uitgesloten, *self._oordeel.open))


class Zoekresultaat(NamedTuple):
    vraag: Mapping[str, tuple[str, ...]]
    """What was asked: filter name → words; ``tekst`` for free text."""
    liefst: tuple[str, ...]
    """What one would like, most wanted first."""
    treffers: tuple[Treffer, ...]
    misschien: tuple[Treffer, ...]
    """Nothing is known to exclude these, but not everything that was asked is known of them."""
    net_niet: tuple[NetNiet, ...]
    rest: tuple[Interventie, ...]
    """What does not fit and is not near it; with all words of the free text."""
    versoepel: Mapping[str, int]
    """When nothing was found: how many would be without each single filter or word."""
    onvindbaar: tuple[str, ...]
    """When nothing was found: the searched words that no intervention has."""
    precieze_opties: tuple[str, ...]
    """Options that ask exactly what a word of the free text means, such as ``--setting azc``."""


def zoek(
    catalogus: Catalogus,
    vraag: Mapping[str, Sequence[str]],
    vandaag: date,
    tekst: str = "",
    liefst: Sequence[str] = (),
) -> Zoekresultaat:
    """All interventions that meet every filter, and those that may; in the order of what one likes, best known first.

    Judged per variant: all parts must hold for the same one. ``vandaag`` tells what has ended. ``liefst`` excludes nothing.
    Raises ``Vraagfout`` when a word of the question is unknown.
    """
    eisen = lees_eisen(vraag, catalogus, vandaag)
    wensen = lees_wensen(liefst, catalogus, vandaag)
    gevonden: dict[Slotsom, list[Treffer]] = {Slotsom.PAST: [], Slotsom.MISSCHIEN: []}
    net_niet: list[NetNiet] = []
    rest: list[Interventie] = []
    plekken = _met_tekst(catalogus, tekst)
    for interventie in plekken:
        oordeel = _weeg(interventie, eisen, met_tekst=bool(tekst.strip()))
        if oordeel.slotsom in gevonden:
            gevonden[oordeel.slotsom].append(Treffer(interventie, oordeel, eisen, catalogus, wensen))
        elif oordeel.slotsom is Slotsom.NET_NIET:
            net_niet.append(NetNiet(interventie, oordeel, eisen, catalogus))
        else:
            rest.append(interventie)
    treffers, misschien = (
        tuple(
            sorted(
                groep, key=lambda t: (t.op_wensen, plekken[t.interventie], *voorselectie_eerst(t.interventie))
            )
        )
        for groep in gevonden.values()
    )
    return Zoekresultaat(
        vraag={eis.filter.naam: eis.gevraagd for eis in eisen}
        | ({"tekst": (tekst,)} if tekst.strip() else {}),
        liefst=tuple(wensen),
        treffers=treffers,
        misschien=misschien,
        net_niet=tuple(sorted(net_niet, key=lambda gemist: voorselectie_eerst(gemist.interventie))),
        rest=tuple(rest),
        versoepel={} if treffers else _versoepel(catalogus, eisen, tekst),
        onvindbaar=() if treffers else _onvindbaar(catalogus, tekst),
        precieze_opties=_precieze_opties(tekst, catalogus),
    )


def voorselectie_eerst(interventie: Interventie) -> tuple[bool, bool, str]:
    """Sort key: the pre-selected first, practice examples last, then by id."""
    return (not interventie.voorselectie, interventie.soort is Soort.PRAKTIJKVOORBEELD, interventie.id)


def _met_tekst(catalogus: Catalogus, tekst: str) -> dict[Interventie, int]:
    """The interventions with all words of ``tekst``, or all when there are none; and how far these stand.

    Nearest is the name, then what ``zoektekst`` puts after it.
    """
    woorden = lees_zoekwoorden(tekst)
    if tekst.strip() and not woorden:
        raise Vraagfout(f"In {tekst!r} staan geen letters of cijfers om op te zoeken.")
    if not woorden:
        return dict.fromkeys(catalogus.interventies, 0)
    paren = zip(catalogus.interventies, catalogus.zoekteksten, strict=True)
    plekken = {interventie: [_plek(w, lagen) for w in woorden] for interventie, lagen in paren}
    return {i: max(p for p in per if p is not None) for i, per in plekken.items() if None not in per}


def _plek(woord: Zoekwoord, lagen: Sequence[str]) -> int | None:
    return next((nr for nr, laag in enumerate(lagen) if bevat(laag, woord)), None)


def _onvindbaar(catalogus: Catalogus, tekst: str) -> tuple[str, ...]:
    nergens = (
        w for w in zoekwoorden(tekst) if all(_plek(w, lagen) is None for lagen in catalogus.zoekteksten)
    )
    return tuple(woord.tekst for woord in nergens)


def _precieze_opties(tekst: str, catalogus: Catalogus) -> tuple[str, ...]:
    """The options that ask exactly what the words of ``tekst`` mean, and names of several words before one of them."""
    opties: dict[str, None] = {}
    woorden = [woord for woord in tekst.split() if len(vlak(woord)) >= AFKORTING]
    for aantal in range(min(len(woorden), MEESTE_WOORDEN_IN_NAAM), 0, -1):
        for begin in range(len(woorden) - aantal + 1):
            if gevonden := opties_voor(" ".join(woorden[begin : begin + aantal]), catalogus):
                opties.update(dict.fromkeys(gevonden))
                woorden[begin : begin + aantal] = [""] * aantal
    return tuple(opties)


def _weeg(interventie: Interventie, eisen: Sequence[Eis], *, met_tekst: bool = False) -> Interventieoordeel:
    """``met_tekst``: it has the words that were asked, which is a part that fits."""
    erbij = (Uitkomst.PAST,) * met_tekst
    return weeg(
        tuple([(*[eis.uitkomst(interventie, v) for eis in eisen], *erbij) for v in interventie.varianten])
    )


def _weeg_deel(gevraagd: Gevraagd, eisen: Sequence[Eis]) -> Interventieoordeel:
    """As if there were no other variants than those asked."""
    interventie, varianten = gevraagd
    oordeel = _weeg(interventie._replace(varianten=varianten), eisen)
    plekken = [interventie.varianten.index(variant) for variant in varianten]
    return oordeel._replace(varianten=tuple(plekken[nr] for nr in oordeel.varianten))


def gemist(
    gevraagd: Gevraagd, vraag: Mapping[str, Sequence[str]], catalogus: Catalogus, vandaag: date
) -> tuple[Reden, ...]:
    """What it misses, as ``NetNiet.redenen``. Raises ``Vraagfout`` when a word of the question is unknown."""
    eisen = lees_eisen(vraag, catalogus, vandaag)
    return NetNiet(gevraagd.interventie, _weeg_deel(gevraagd, eisen), eisen, catalogus).redenen


def beoordeel(
    gevraagd: Gevraagd,
    vraag: Mapping[str, Sequence[str]],
    catalogus: Catalogus,
    vandaag: date,
    liefst: Sequence[str] = (),
) -> Treffer:
    """Of the nearest variants every part of the question and all one would like, whatever fits. Raises ``Vraagfout``."""
    eisen = lees_eisen(vraag, catalogus, vandaag)
    wensen = lees_wensen(liefst, catalogus, vandaag)
    return Treffer(gevraagd.interventie, _weeg_deel(gevraagd, eisen), eisen, catalogus, wensen)


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
    return sum(_weeg(interventie, eisen).slotsom is Slotsom.PAST for interventie in interventies)
