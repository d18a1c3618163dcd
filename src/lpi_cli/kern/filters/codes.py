"""Filters on the codes that a variant has of one vocabulary: goal, form, place and language."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from lpi_cli.catalogus.model import Interventie, Taalgroep, Variant
from lpi_cli.kern.begrip import lees_begrip, naam
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.filters.basis import (
    ANDERE_GENOEMD,
    ONBEKEND,
    PAST,
    PAST_NIET,
    Filter,
    Vraagstelling,
    enkele_namen,
)
from lpi_cli.kern.oordeel import Beoordeel, Feit, Uitkomst

_Gezegd: TypeAlias = tuple[Sequence[str], Sequence[str], bool, str | None]
"""What the sources say of one variant, in codes of one vocabulary: which are named, which are excluded, whether
what is not named is excluded too, and why each code fits when it does. A plain tuple: it is made for each variant."""


def _doel(interventie: Interventie, variant: Variant) -> _Gezegd:
    return interventie.doel.categorieen, (), True, None


def _vorm(interventie: Interventie, variant: Variant) -> _Gezegd:
    return variant.vorm, (), True, None


def _setting(interventie: Interventie, variant: Variant) -> _Gezegd:
    niet = variant.setting_niet or interventie.setting_niet
    return variant.setting or interventie.setting, niet, is_alleen_daar(interventie, variant), None


def is_alleen_daar(interventie: Interventie, variant: Variant) -> bool:
    """Whether a variant is given only where it is named: what it says itself takes the place of the whole."""
    return interventie.setting_alleen if variant.setting_alleen is None else variant.setting_alleen


def _taal(interventie: Interventie, variant: Variant) -> _Gezegd:
    elk = "met een tolk" if interventie.talen_met_tolk else None
    if variant.taalgroep is Taalgroep.ZONDER_TAAL:
        elk = "werkt zonder taal"
    return variant.talen or interventie.talen, (), not interventie.talen_open, elk


class _Codes(NamedTuple):
    """One vocabulary, and how to know which of its codes a variant has."""

    lijst: str
    veld: str
    """The field that says which codes."""
    gezegd: Callable[[Interventie, Variant], _Gezegd]
    eigen_veld: Callable[[Variant], bool]
    """Whether a variant says it itself; else the whole does."""
    noem_code: bool = False
    """The code itself reads well, and shorter than its name."""
    eigen_lezing: Callable[[Interventie], bool] = lambda interventie: False
    """Whether no source says it so."""

    def beoordeel(self, wens: str, stelling: Vraagstelling) -> Beoordeel:
        begrippen = stelling.catalogus.begrippen[self.lijst]
        passend = {wens, *begrippen[wens].omvat}
        breder = {code for code, begrip in begrippen.items() if wens in begrip.omvat}
        gezegd = self.gezegd

        @cache  # many variants name the same few codes
        def uitkomst(weet: _Gezegd) -> Uitkomst:
            genoemd, niet, alleen, elk = weet
            if wens in niet:
                return PAST_NIET
            if elk or not passend.isdisjoint(genoemd):
                return PAST
            return PAST_NIET if genoemd and alleen and breder.isdisjoint(genoemd) else ONBEKEND

        return lambda interventie, variant: uitkomst(gezegd(interventie, variant))

    def feit(self, wens: str, interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> Feit:
        gezegd, bronnen, eigen = self.kijkt(interventie, variant)
        tekst, kort = self._tekst(wens, gezegd, stelling)
        return Feit(tekst, "onze indeling" if eigen else None, bronnen, kort)

    def kijkt(self, interventie: Interventie, variant: Variant) -> tuple[_Gezegd, tuple[str, ...], bool]:
        """What is said, by which sources, and whether it is our reading."""
        bronnen = bronnen_van(interventie, self.veld, variant if self.eigen_veld(variant) else None)
        return self.gezegd(interventie, variant), bronnen, self.eigen_lezing(interventie)

    def _tekst(self, wens: str, weet: _Gezegd, stelling: Vraagstelling) -> tuple[str | None, str | None]:
        """The fact in words, and in short where that says enough of many at once."""
        begrippen = stelling.catalogus.begrippen[self.lijst]
        genoemd, niet, alleen, elk = weet

        def noem(codes: Sequence[str]) -> str:
            return enkele_namen(codes if self.noem_code else [naam(code, begrippen) for code in codes])

        passend = [code for code in genoemd if code == wens or code in begrippen[wens].omvat]
        breder = [code for code in genoemd if wens in begrippen[code].omvat]
        if wens in niet:
            return f"niet: {noem([wens])}", None
        if passend or elk:
            return noem(passend) if passend else elk, None
        if breder:
            return f"alleen algemeen genoemd: {noem(breder)}", None
        if genoemd and not alleen:
            return f"wel genoemd: {noem(genoemd)}", ANDERE_GENOEMD
        return noem(genoemd) if genoemd else None, None

    def filter(self, naam_: str, uitleg: str, voorbeeld: str) -> Filter:
        """The filter that asks for a code of this vocabulary."""
        return Filter(
            naam=naam_,
            uitleg=uitleg,
            voorbeeld=voorbeeld,
            lees=lambda tekst, catalogus: lees_begrip(tekst, catalogus.begrippen[self.lijst]),
            beoordeel=self.beoordeel,
            feit=self.feit,
            kijkt=self.kijkt,
            keuzes=lambda catalogus: {
                code: begrip.naam for code, begrip in catalogus.begrippen[self.lijst].items()
            },
        )


DOEL = _Codes(
    "doel", "doel.categorieen", _doel, lambda v: False, noem_code=True, eigen_lezing=lambda i: i.doel.afgeleid
).filter("doel", "Het doel", "veerkracht")
VORM = _Codes("vorm", "vorm", _vorm, lambda v: True, noem_code=True).filter(
    "vorm", "Alleen of samen", "groep"
)
SETTING = _Codes("setting", "setting", _setting, lambda v: bool(v.setting)).filter(
    "setting", "De plek", "azc"
)
TAAL = (
    _Codes("taal", "talen", _taal, lambda v: bool(v.talen))
    .filter("taal", "Een taal, met code of naam", "oekraïens")
    ._replace(met_mensen="ar=10")
)
