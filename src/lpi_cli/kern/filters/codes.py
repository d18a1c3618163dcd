"""Filters on the codes that a variant has of one vocabulary: goal, form, place and language."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

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


class _Bekend(NamedTuple):
    """What the sources say of one variant, in codes of one vocabulary."""

    genoemd: Sequence[str]
    veld: str
    """The field that says so."""
    variant: Variant | None
    """The variant that has the field; None when it is of the whole."""
    niet: Sequence[str] = ()
    alleen: bool = True
    """Whether what is not named is excluded."""
    elk: str | None = None
    """Why each code fits, when it does."""


def _doel(interventie: Interventie, variant: Variant) -> _Bekend:
    return _Bekend(interventie.doel.categorieen, "doel.categorieen", None)


def _vorm(interventie: Interventie, variant: Variant) -> _Bekend:
    return _Bekend(variant.vorm, "vorm", variant)


def _setting(interventie: Interventie, variant: Variant) -> _Bekend:
    eigen = variant if variant.setting else None
    alleen = interventie.setting_alleen if variant.setting_alleen is None else variant.setting_alleen
    niet = variant.setting_niet or interventie.setting_niet
    return _Bekend(variant.setting or interventie.setting, "setting", eigen, niet, alleen)


def _taal(interventie: Interventie, variant: Variant) -> _Bekend:
    eigen = variant if variant.talen else None
    elk = "met een tolk" if interventie.talen_met_tolk else None
    if variant.taalgroep is Taalgroep.ZONDER_TAAL:
        elk = "werkt zonder taal"
    talen = variant.talen or interventie.talen
    return _Bekend(talen, "talen", eigen, alleen=not interventie.talen_open, elk=elk)


class _Codes(NamedTuple):
    """One vocabulary, and how to know which of its codes a variant has."""

    lijst: str
    bekend: Callable[[Interventie, Variant], _Bekend]
    noem_code: bool = False
    """The code itself reads well, and shorter than its name."""
    eigen_lezing: Callable[[Interventie], bool] = lambda interventie: False
    """Whether no source says it so."""

    def beoordeel(self, wens: str, stelling: Vraagstelling) -> Beoordeel:
        begrippen = stelling.catalogus.begrippen[self.lijst]
        passend = {wens, *begrippen[wens].omvat}
        breder = {code for code, begrip in begrippen.items() if wens in begrip.omvat}
        bekend = self.bekend

        def uitkomst(interventie: Interventie, variant: Variant) -> Uitkomst:
            weet = bekend(interventie, variant)
            if wens in weet.niet:
                return PAST_NIET
            if weet.elk or not passend.isdisjoint(weet.genoemd):
                return PAST
            return PAST_NIET if weet.genoemd and weet.alleen and breder.isdisjoint(weet.genoemd) else ONBEKEND

        return uitkomst

    def feit(self, wens: str, interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> Feit:
        weet = self.bekend(interventie, variant)
        onze = "onze indeling" if self.eigen_lezing(interventie) else None
        bronnen = bronnen_van(interventie, weet.veld, weet.variant)
        tekst, kort = self._tekst(wens, weet, stelling)
        return Feit(tekst, onze, bronnen, kort)

    def _tekst(self, wens: str, weet: _Bekend, stelling: Vraagstelling) -> tuple[str | None, str | None]:
        """The fact in words, and in short where that says enough of many at once."""
        begrippen = stelling.catalogus.begrippen[self.lijst]

        def noem(codes: Sequence[str]) -> str:
            return enkele_namen(codes if self.noem_code else [naam(code, begrippen) for code in codes])

        passend = [code for code in weet.genoemd if code == wens or code in begrippen[wens].omvat]
        breder = [code for code in weet.genoemd if wens in begrippen[code].omvat]
        if wens in weet.niet:
            return f"niet: {noem([wens])}", None
        if passend or weet.elk:
            return noem(passend) if passend else weet.elk, None
        if breder:
            return f"alleen algemeen genoemd: {noem(breder)}", None
        if weet.genoemd and not weet.alleen:
            return f"wel genoemd: {noem(weet.genoemd)}", ANDERE_GENOEMD
        return noem(weet.genoemd) if weet.genoemd else None, None

    def filter(self, naam_: str, uitleg: str, voorbeeld: str) -> Filter:
        """The filter that asks for a code of this vocabulary."""
        return Filter(
            naam=naam_,
            uitleg=uitleg,
            voorbeeld=voorbeeld,
            lees=lambda tekst, catalogus: lees_begrip(tekst, catalogus.begrippen[self.lijst]),
            beoordeel=self.beoordeel,
            feit=self.feit,
            keuzes=lambda catalogus: {
                code: begrip.naam for code, begrip in catalogus.begrippen[self.lijst].items()
            },
        )


DOEL = _Codes("doel", _doel, noem_code=True, eigen_lezing=lambda i: i.doel.afgeleid).filter(
    "doel", "Het doel", "veerkracht"
)
VORM = _Codes("vorm", _vorm, noem_code=True).filter("vorm", "Alleen of samen", "groep")
SETTING = _Codes("setting", _setting).filter("setting", "De plek", "azc")
TAAL = _Codes("taal", _taal).filter("taal", "Een taal, met code of naam", "oekraïens")
