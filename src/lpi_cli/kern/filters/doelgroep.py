"""For which people: named, limited to others, excluded, or not said."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import As, Begrip, Interventie, Leeftijd, Variant, Voor
from lpi_cli.kern import leeftijd
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
from lpi_cli.kern.zinnen import leeftijd_in_woorden, opsomming


class _Groep(NamedTuple):
    """The people a variant is for, as the sources say; its own lists take the place of those of the whole."""

    genoemd: Sequence[str]
    alleen: Sequence[str]
    niet: Sequence[str]


def _groep(interventie: Interventie, variant: Variant) -> _Groep:
    geheel = interventie.doelgroep
    return _Groep(
        variant.kenmerken or geheel.kenmerken, variant.alleen or geheel.alleen, variant.niet or geheel.niet
    )


class _Kenmerkoordeel(NamedTuple):
    """The outcome for one kenmerk, and the codes in which its fact is told."""

    uitkomst: Uitkomst
    tekst: str | None
    codes: Sequence[str]


def _weeg_kenmerk(
    wens: str, groep: _Groep, van: Leeftijd, begrippen: Mapping[str, Begrip]
) -> _Kenmerkoordeel:
    """Whether people with a kenmerk can take part (design section 4, *doelgroep*)."""
    smaller = begrippen[wens].omvat

    def omvat_door(codes: Sequence[str]) -> list[str]:
        """The codes that take in all people with the kenmerk: it or a wider one, or all that it takes in."""
        if smaller and set(smaller) <= set(codes):
            return list(smaller)
        return [code for code in codes if code == wens or wens in begrippen[code].omvat]

    assen = set(begrippen[wens].as_)
    op_as = [code for code in groep.genoemd if not assen.isdisjoint(begrippen[code].as_)]
    alleen = [code for code in groep.alleen if not assen.isdisjoint(begrippen[code].as_)]
    leeftijden = begrippen[wens].leeftijd
    if uitgesloten := omvat_door(groep.niet):
        return _Kenmerkoordeel(PAST_NIET, "niet voor {}", uitgesloten)
    if alleen and not omvat_door(alleen):
        deel = any(code in smaller for code in alleen)
        return _Kenmerkoordeel(ONBEKEND if deel else PAST_NIET, "alleen {}", alleen)
    if passend := omvat_door(groep.genoemd):
        return _Kenmerkoordeel(PAST, "{}", passend)
    if As.GESLACHT in assen and not op_as:
        if leeftijden is None:
            return _Kenmerkoordeel(PAST, "geen geslacht genoemd", ())
        uitkomst = leeftijd.past(
            leeftijd.Leeftijdsvraag("", leeftijden.van or 0, leeftijden.tot), Voor.DEELNEMERS, van
        )
        tekst = (
            f"geen geslacht genoemd, {leeftijd_in_woorden(van)}"
            if van.gepubliceerd
            else "leeftijd niet gepubliceerd"
        )
        return _Kenmerkoordeel(ONBEKEND if uitkomst is None else PAST if uitkomst else PAST_NIET, tekst, ())
    return _Kenmerkoordeel(ONBEKEND, "wel genoemd: {}" if op_as else None, op_as)


def _beoordeel_groep(wens: str, stelling: Vraagstelling) -> Beoordeel:
    begrippen = stelling.catalogus.begrippen["kenmerk"]

    @cache  # many variants are for the same few groups
    def uitkomst(groep: _Groep, leeftijd_: Leeftijd) -> Uitkomst:
        return _weeg_kenmerk(wens, groep, leeftijd_, begrippen).uitkomst

    return lambda interventie, variant: uitkomst(_groep(interventie, variant), variant.leeftijd)


def _groep_feit(wens: str, interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> Feit:
    begrippen = stelling.catalogus.begrippen["kenmerk"]
    oordeel = _weeg_kenmerk(wens, _groep(interventie, variant), variant.leeftijd, begrippen)
    bronnen = _groepsbronnen(interventie, variant)
    if oordeel.tekst is None:
        return Feit(None, None, bronnen)
    namen = enkele_namen([naam(code, begrippen) for code in oordeel.codes])
    kort = ANDERE_GENOEMD if oordeel.uitkomst is ONBEKEND and oordeel.codes else None
    return Feit(oordeel.tekst.format(namen), None, bronnen, kort)


def _groepsbronnen(interventie: Interventie, variant: Variant) -> tuple[str, ...]:
    eigen = variant if variant.kenmerken or variant.alleen or variant.niet else None
    return bronnen_van(interventie, "kenmerken" if eigen else "doelgroep.kenmerken", eigen)


def namen_van_beperking(interventie: Interventie, variant: Variant, catalogus: Catalogus) -> list[str]:
    """To whom a source limits a variant; empty when to nobody."""
    begrippen = catalogus.begrippen["kenmerk"]
    return [naam(code, begrippen) for code in _groep(interventie, variant).alleen]


def beperking(interventie: Interventie, varianten: Sequence[Variant], catalogus: Catalogus) -> str:
    """To whom a source limits these variants, in a text such as ``meisjes``; empty when to nobody.

    What they share is said once; where they share nothing, each group is told with its variants.
    """
    per_variant = [(variant, namen_van_beperking(interventie, variant, catalogus)) for variant in varianten]
    gedeeld = [wie for wie in per_variant[0][1] if all(wie in namen for _, namen in per_variant)]
    if gedeeld:
        verschilt = any(len(namen) > len(gedeeld) for _, namen in per_variant)
        return opsomming(gedeeld) + (", verder per variant verschillend" if verschilt else "")
    per_groep: dict[str, list[str]] = {}
    for variant, namen in per_variant:
        if namen:
            per_groep.setdefault(opsomming(namen), []).append(variant.naam)
    return "; ".join(f"{wie} ({opsomming(namen)})" for wie, namen in per_groep.items())


DOELGROEP = Filter(
    naam="doelgroep",
    uitleg="Een kenmerk van de groep",
    voorbeeld="amv",
    lees=lambda tekst, catalogus: lees_begrip(tekst, catalogus.begrippen["kenmerk"]),
    beoordeel=_beoordeel_groep,
    feit=_groep_feit,
    kijkt=lambda i, variant: (_groep(i, variant), variant.leeftijd, _groepsbronnen(i, variant)),
    keuzes=lambda catalogus: {code: begrip.naam for code, begrip in catalogus.begrippen["kenmerk"].items()},
)
