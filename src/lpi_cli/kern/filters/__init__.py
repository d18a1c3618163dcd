"""The filters: what one can ask of an intervention. Adding one is a module here, and its name in ``FILTERS``.

What no source says is unknown: not yes, and not no either.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Variant
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.filters.aanbieder import ORGANISATIE, VOORSELECTIE
from lpi_cli.kern.filters.basis import ONBEKEND, PAST, Filter, Vraagstelling, Wens
from lpi_cli.kern.filters.bewijs import BEWIJS
from lpi_cli.kern.filters.codes import DOEL, SETTING, TAAL, VORM
from lpi_cli.kern.filters.doelgroep import DOELGROEP, beperking, namen_van_beperking
from lpi_cli.kern.filters.kosteloos import KOSTELOOS
from lpi_cli.kern.filters.leeftijd import LEEFTIJD, leeftijdsgroepen
from lpi_cli.kern.filters.lezen import EN, lees_waarden, toelichtingen
from lpi_cli.kern.filters.regio import REGIO
from lpi_cli.kern.lezing import lezing_van, uit_engels
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.oordeel import Beoordeel, Feit, Uitkomst, samen
from lpi_cli.kern.vraagfout import Vraagfout

__all__ = [
    "DOELGROEP",
    "EN",
    "FILTERS",
    "IS",
    "LEEFTIJD",
    "TAAL",
    "Eis",
    "Filter",
    "Vraagstelling",
    "Wensen",
    "beperking",
    "leeftijdsgroepen",
    "lees_eisen",
    "lees_liefst",
    "lees_toe",
    "lees_waarden",
    "lees_wensen",
    "lees_woorden",
    "namen_van_beperking",
    "opties_voor",
]

FILTERS: tuple[Filter, ...] = (
    LEEFTIJD, DOEL, VORM, DOELGROEP, SETTING, TAAL, REGIO, BEWIJS, KOSTELOOS, VOORSELECTIE, ORGANISATIE
)  # fmt: skip


class Wensen(NamedTuple):
    """One value of a demand: the wishes in it, which must all be met, and how to judge each."""

    waarde: str
    """As typed, or in its shortest form."""
    delen: tuple[Wens, ...]
    beoordelingen: tuple[Beoordeel, ...]
    uitkomst: Beoordeel
    """The worst outcome of the wishes."""


class Eis(NamedTuple):
    """A filter with what is asked of it; several values for one filter mean "or"."""

    filter: Filter
    waarden: tuple[Wensen, ...]
    stelling: Vraagstelling
    uitkomst: Beoordeel
    """The best outcome of the values."""

    @property
    def wensen(self) -> tuple[Wens, ...]:
        return tuple(wens for een in self.waarden for wens in een.delen)

    @property
    def gevraagd(self) -> tuple[str, ...]:
        return tuple(wensen.waarde for wensen in self.waarden)

    def feit(self, interventie: Interventie, variant: Variant) -> Feit:
        """What decides: of the wishes that have the outcome of the whole."""
        beslist = self.uitkomst(interventie, variant)
        return samen(
            self.filter.feit(wens, interventie, variant, self.stelling)
            for wensen in self.waarden
            if wensen.uitkomst(interventie, variant) is beslist
            for wens, beoordeel in zip(wensen.delen, wensen.beoordelingen, strict=True)
            if beoordeel(interventie, variant) is beslist
        )

    def per_waarde(self) -> Iterator["Eis"]:
        return (self._replace(waarden=(wensen,), uitkomst=wensen.uitkomst) for wensen in self.waarden)

    def gedekt(self, interventie: Interventie, varianten: Sequence[Variant]) -> tuple[str, ...]:
        """The asked values that fit one of these variants."""
        return self._waarden_met(PAST, interventie, varianten)

    def onbekend(self, interventie: Interventie, varianten: Sequence[Variant]) -> tuple[str, ...]:
        """The asked values that fit none of these variants, but may."""
        return self._waarden_met(ONBEKEND, interventie, varianten)

    def _waarden_met(
        self, beste: Uitkomst, interventie: Interventie, varianten: Sequence[Variant]
    ) -> tuple[str, ...]:
        return tuple(
            wensen.waarde
            for wensen in self.waarden
            if max(wensen.uitkomst(interventie, variant) for variant in varianten) is beste
        )


def lees_eisen(vraag: Mapping[str, Sequence[str]], catalogus: Catalogus, vandaag: date) -> list[Eis]:
    """Understand typed filter words. Raises ``Vraagfout`` at the first that is unknown."""
    stelling = Vraagstelling(catalogus, vandaag)
    eisen = []
    for filter_ in FILTERS:
        if waarden := vraag.get(filter_.naam):
            try:
                eis = _eis(filter_, waarden, stelling)
            except Vraagfout as fout:
                raise Vraagfout(f"--{filter_.naam}: {fout}") from None
            if eis.waarden:
                eisen.append(eis)
    return eisen


def _eis(filter_: Filter, waarden: Sequence[str], stelling: Vraagstelling) -> Eis:
    wensen = tuple([een for waarde in waarden for een in _wensen(filter_, waarde, stelling)])
    return Eis(filter_, wensen, stelling, _samen(max, [een.uitkomst for een in wensen]))


def _wensen(filter_: Filter, waarde: str, stelling: Vraagstelling) -> Iterator[Wensen]:
    for delen in lees_waarden(filter_, waarde, stelling.catalogus):
        beoordelingen = tuple(filter_.beoordeel(wens, stelling) for wens in delen)
        yield Wensen(_als_waarde(filter_, delen), delen, beoordelingen, _samen(min, beoordelingen))


def lees_woorden(filter_: Filter, tekst: str, catalogus: Catalogus) -> tuple[str, ...]:
    """What a typed value of one filter stands for, in the shortest form; nothing when it does not matter.

    Raises ``Vraagfout`` when it is unknown; if another option knows it, that says so.
    """
    try:
        return tuple(_als_waarde(filter_, delen) for delen in lees_waarden(filter_, tekst, catalogus))
    except Vraagfout as fout:
        if lezing_van(filter_.naam, tekst, catalogus.lezingen) is None:
            woord = uit_engels(tekst, catalogus.lezingen) or tekst
            elders = opties_voor(woord, catalogus)
            is_hier = any(optie.startswith(f"--{filter_.naam} ") for optie in elders)
            if elders and not is_hier and (_is_keuze(woord, catalogus) or not fout.met_gok):
                raise Vraagfout(f"{tekst!r} vraagt u met {' of '.join(elders)}.") from None
        raise


def _is_keuze(woord: str, catalogus: Catalogus) -> bool:
    """Whether it is, letter for letter, a code or a name that some filter offers."""
    gezocht = vlak(woord)
    keuzes = (paar for filter_ in FILTERS for paar in filter_.keuzes(catalogus).items())
    return any(gezocht in map(vlak, paar) for paar in keuzes)


def opties_voor(woord: str, catalogus: Catalogus) -> list[str]:
    """The options that ask exactly what a word, or a name of more words, means."""
    opties = []
    for filter_ in (filter_ for filter_ in FILTERS if filter_.vaste_woorden):
        lezing = lezing_van(filter_.naam, woord, catalogus.lezingen)
        for gelezen in lezing.leest if lezing else (woord,):
            with suppress(Vraagfout):
                waarde = filter_.als_waarde(filter_.lees(gelezen, catalogus))
                opties.append(
                    f'--{filter_.naam} "{waarde}"' if " " in waarde else f"--{filter_.naam} {waarde}"
                )
    return opties


def lees_toe(vraag: Mapping[str, Sequence[str]], catalogus: Catalogus) -> list[str]:
    """What is to be said of the words of a question that ``lees_woorden`` understands, each once."""
    gezegd: dict[str, None] = {}
    for filter_ in FILTERS:
        for waarde in vraag.get(filter_.naam, ()):
            with suppress(Vraagfout):
                gezegd.update(dict.fromkeys(toelichtingen(filter_, waarde, catalogus)))
    return list(gezegd)


def _als_waarde(filter_: Filter, delen: Iterable[Wens]) -> str:
    return EN.join(map(filter_.als_waarde, delen))


def gevraagde_groep(vraag: Mapping[str, Sequence[str]]) -> set[str]:
    """Who the people of a question are, in words of the vocabulary; empty when nobody said."""
    return {deel for woord in vraag.get(DOELGROEP.naam, ()) for deel in woord.split(EN)}


IS = "="
"""Stands in what one would like between a filter and its value: ``taal=ar``."""


def lees_liefst(tekst: str, catalogus: Catalogus) -> str:
    """What one would like, in its shortest form: ``taal=ar``, ``kosteloos``. Raises ``Vraagfout``."""
    filter_, waarde = _gesplitst(tekst)
    if filter_.schakelaar:
        return filter_.naam
    woorden = lees_woorden(filter_, waarde, catalogus)
    if len(woorden) != 1:
        raise Vraagfout(f"{tekst!r} is niet één wens; schrijf er een, of geef er meer na elkaar.")
    return f"{filter_.naam}{IS}{woorden[0]}"


def lees_wensen(liefst: Sequence[str], catalogus: Catalogus, vandaag: date) -> dict[str, Eis]:
    """What one would like, by how one says it, as demands to judge. Raises ``Vraagfout``."""
    stelling = Vraagstelling(catalogus, vandaag)
    gesplitst = {tekst: _gesplitst(tekst) for tekst in liefst}
    return {tekst: _eis(filter_, [waarde], stelling) for tekst, (filter_, waarde) in gesplitst.items()}


def _gesplitst(tekst: str) -> tuple[Filter, str]:
    naam, _, waarde = tekst.partition(IS)
    filter_ = lees_naam(naam.strip(), {filter_.naam: filter_ for filter_ in FILTERS}, "wens")
    if filter_.schakelaar and waarde.strip() not in ("", "ja"):
        raise Vraagfout(f"{tekst!r} kan niet; schrijf alleen {filter_.naam}.")
    if not filter_.schakelaar and not vlak(waarde):
        raise Vraagfout(
            f"{tekst!r} kan niet; schrijf ook welke, zoals {filter_.naam}{IS}{filter_.voorbeeld.split(',')[0]}."
        )
    return filter_, waarde or "ja"


def _samen(kies: Callable[[list[Uitkomst]], Uitkomst], beoordelingen: Sequence[Beoordeel]) -> Beoordeel:
    """Several judgements as one: the best or the worst of their outcomes."""
    if len(beoordelingen) == 1:
        return beoordelingen[0]
    return lambda interventie, variant: kies([een(interventie, variant) for een in beoordelingen])
