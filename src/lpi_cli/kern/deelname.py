"""Who counts: for how many of the people of a question a price is computed, and who is left out.

What takes part of the asked ages or languages is never computed for all. Without numbers for each of these
it is not known how many people that are: then nothing is computed for them, and the numbers are asked.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Taalgroep, Variant
from lpi_cli.kern.aannames import Mensen
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.filters import LEEFTIJD, TAAL, Eis, Wensen, lees_eisen
from lpi_cli.kern.filters.basis import ONBEKEND
from lpi_cli.kern.groepen import Telbereik, aantal_groepen, groepen_per_taal
from lpi_cli.kern.leeftijd import Dekking, dekking_van


class Weggelaten(NamedTuple):
    """People of the question for whom it was not computed; ``aantal`` None: how many is not given."""

    wat: str
    aantal: int | None

    def __str__(self) -> str:
        return self.wat if self.aantal is None else f"{self.wat} ({self.aantal})"


class Deelname(NamedTuple):
    """The people of a question that a variant is computed for."""

    mensen: int | None
    """None: not known, as it takes part of them and nobody said how many these are."""
    talen: tuple[Telbereik, ...] = ()
    """How many of them have each of the asked languages."""
    weggelaten: tuple[Weggelaten, ...] = ()
    geef: tuple[str, ...] = ()
    """The values without a number that is needed, as typed, each behind the name of its option."""
    dekking: Dekking | None = None
    """The part of the ages of these people that it is for; None: all of it."""

    def groepen(self, hoogste: int, taalgroep: Taalgroep | None) -> Telbereik | None:
        """How many groups of at most ``hoogste`` people they make."""
        if self.mensen is None:
            return None
        if len(self.talen) > 1 and taalgroep is Taalgroep.EEN:
            return groepen_per_taal(self.mensen, self.talen, hoogste)
        aantal = aantal_groepen(self.mensen, hoogste)
        return Telbereik(aantal, aantal)

    def per_groepstaal(self, taalgroep: Taalgroep | None) -> tuple[int, ...]:
        """The people who may be in one group; those of every language where that is given and matters."""
        precies = [taal.precies for taal in self.talen]
        if len(precies) > 1 and taalgroep is Taalgroep.EEN and None not in precies:
            return tuple(aantal for aantal in precies if aantal)
        return () if self.mensen is None else (self.mensen,)

    def met(self, mensen: int) -> "Deelname":
        """The same for fewer people, whoever of them these are."""
        talen = tuple(Telbereik(0, min(taal.tot, mensen)) for taal in self.talen)
        return self._replace(mensen=mensen, talen=talen)


Wie: TypeAlias = Callable[[Interventie, Sequence[Variant]], Deelname]
"""Who of a question takes part in some variants together."""


def iedereen(mensen: int) -> Wie:
    """For a question without ages and languages."""
    return lambda interventie, varianten: Deelname(mensen)


class _Deel(NamedTuple):
    """A value of the question with the people it stands for."""

    waarde: str
    """As typed."""
    naam: str
    mensen: int | None
    wensen: Wensen


class _Helft(NamedTuple):
    """One part of the question, ages or languages: which values count and which do not."""

    optie: str
    tellen_mee: tuple[_Deel, ...]
    vallen_af: tuple[_Deel, ...]
    is_onbekend: bool
    """Whether of some that fall off it is unknown if they can."""


def lees_wie(
    vraag: Mapping[str, Sequence[str]], aantal: int, mensen: Mensen, catalogus: Catalogus, vandaag: date
) -> Wie:
    """Who takes part, judged as everywhere. ``aantal``: all people of the question, to which the numbers add up.

    Raises ``Vraagfout`` for an unknown word.
    """
    eisen = {eis.filter.naam: eis for eis in lees_eisen(vraag, catalogus, vandaag)}
    gegeven = {LEEFTIJD.naam: mensen.per_leeftijd, TAAL.naam: mensen.per_taal}
    delen = {
        onderdeel: _delen(vraag[onderdeel], eisen[onderdeel], per_waarde, catalogus)
        for onderdeel, per_waarde in gegeven.items()
        if onderdeel in eisen
    }

    def wie(interventie: Interventie, varianten: Sequence[Variant]) -> Deelname:
        helften = [_helft(onderdeel, een, interventie, varianten) for onderdeel, een in delen.items()]
        return _deelname(aantal, helften)._replace(dekking=_dekking(helften, varianten))

    return wie


def _delen(
    waarden: Sequence[str], eis: Eis, per_waarde: Mapping[str, int], catalogus: Catalogus
) -> list[_Deel]:
    """The values, each once however often and in whatever words it is asked."""
    namen = catalogus.begrippen["taal"] if eis.filter is TAAL else {}
    delen = {
        wensen.waarde: _Deel(
            waarde, naam(wensen.waarde, namen), per_waarde.get(waarde, per_waarde.get(wensen.waarde)), wensen
        )
        for waarde, wensen in zip(waarden, eis.waarden, strict=True)
    }
    return list(delen.values())


def _helft(
    optie: str, delen: Sequence[_Deel], interventie: Interventie, varianten: Sequence[Variant]
) -> _Helft:
    """The values with the best outcome count: those that fit, or else those that may."""
    uitkomsten = [max(deel.wensen.uitkomst(interventie, variant) for variant in varianten) for deel in delen]
    paren = list(zip(delen, uitkomsten, strict=True))
    beste = max(uitkomsten)
    return _Helft(
        optie,
        tuple(deel for deel, uitkomst in paren if uitkomst is beste),
        tuple(deel for deel, uitkomst in paren if uitkomst is not beste),
        is_onbekend=beste is not ONBEKEND and ONBEKEND in uitkomsten,
    )


def _dekking(helften: Sequence[_Helft], varianten: Sequence[Variant]) -> Dekking | None:
    wensen = tuple(
        wens
        for helft in helften
        if helft.optie == LEEFTIJD.naam
        for deel in helft.tellen_mee
        for wens in deel.wensen.delen
    )
    return dekking_van(wensen, varianten) if wensen else None


def _deelname(aantal: int, helften: Sequence[_Helft]) -> Deelname:
    deels = [helft for helft in helften if helft.vallen_af]
    tellingen = [_telling(helft, aantal) for helft in deels]
    mensen = tellingen[0] if len(deels) == 1 else None if deels else aantal
    """Who has both the ages and the languages is not given with the numbers of each."""
    return Deelname(
        mensen,
        _talen(helften, aantal, mensen),
        tuple(een for helft in deels for een in _weggelaten(helft, aantal)),
        tuple(
            f"{helft.optie} {_gequoot(deel.waarde)}=AANTAL"
            for helft, telling in zip(deels, tellingen, strict=True)
            if telling is None
            for deel in helft.tellen_mee
            if deel.mensen is None
        ),
    )


def _gequoot(waarde: str) -> str:
    return f'"{waarde}"' if " " in waarde else waarde


def _telling(helft: _Helft, aantal: int) -> int | None:
    """How many people count: those of the values, or all but those of the others."""
    mee, weg = _som(helft.tellen_mee), _som(helft.vallen_af)
    if mee is not None:
        return mee
    return None if weg is None else aantal - weg


def _som(delen: Sequence[_Deel]) -> int | None:
    aantallen = [deel.mensen for deel in delen]
    return None if None in aantallen else sum(een for een in aantallen if een)


def _weggelaten(helft: _Helft, aantal: int) -> list[Weggelaten]:
    """Each value with its people; together where only that number is known."""
    bij = " (niet bekend of het kan)" if helft.is_onbekend else ""
    som, mee = _som(helft.vallen_af), _som(helft.tellen_mee)
    if som is None and mee is not None:
        namen = " en ".join(deel.naam for deel in helft.vallen_af)
        return [Weggelaten(f"{namen}{bij}", aantal - mee)]
    return [Weggelaten(f"{deel.naam}{bij}", deel.mensen) for deel in helft.vallen_af]


def _talen(helften: Sequence[_Helft], aantal: int, mensen: int | None) -> tuple[Telbereik, ...]:
    """Per language that counts how many people have it, within bounds where that is not given."""
    helft = next((een for een in helften if een.optie == TAAL.naam), None)
    if helft is None or mensen is None:
        return ()
    anders = 0 if helft.vallen_af else aantal - mensen
    """People who do not take part because of their age; which language they have is not given."""
    zonder = sum(deel.mensen is None for deel in helft.tellen_mee)
    rest = mensen + anders - sum(deel.mensen or 0 for deel in helft.tellen_mee)
    minste = 1 if rest >= zonder else 0
    open_ = Telbereik(minste, rest - minste * max(0, zonder - 1))
    grenzen = [
        open_ if deel.mensen is None else Telbereik(deel.mensen, deel.mensen) for deel in helft.tellen_mee
    ]
    return tuple(Telbereik(max(0, een.van - anders), min(een.tot, mensen)) for een in grenzen)
