"""The filters: what one can ask of an intervention. Adding one is adding it to ``FILTERS``.

A filter reads a typed word, says whether one variant fits it, and words the reason.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Antwoord,
    Interventie,
    Keuzehulpvraag,
    Kostenpost,
    Kostensoort,
    Leeftijd,
    Niveau,
    Taak,
    Variant,
    Voor,
)
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern import leeftijd
from lpi_cli.kern.begrip import lees_begrip, met_taak, naam, verwant
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, leeftijd_in_woorden, opsomming

VOOR_WIE = {Voor.OUDERS: "voor ouders", Voor.GEZIN: "voor het gezin"}
MEESTE_NAMEN = 4
"""Words that a reason mentions at most."""

Wens = Any
"""What a filter made of a typed word; only the filter itself looks inside."""


class Onbekend(NamedTuple):
    """What to say of a fact that no source publishes: what is known besides, or a sentence that names the fact."""

    bij: str | None = None
    zin: str | None = None

    def __str__(self) -> str:
        return self.zin or ", ".join(filter(None, [NIET_GEPUBLICEERD, self.bij]))


Past: TypeAlias = Callable[[Interventie, Variant], bool | None]
"""Whether one variant fits: True, False, and None when no source publishes the fact."""


class Filter(NamedTuple):
    """One thing to ask. ``schakelaar`` filters take no word: they are on or off."""

    naam: str
    uitleg: str
    lees: Callable[[str, Catalogus], Wens]
    maak_past: Callable[[Sequence[Wens]], Past]
    """How to tell what fits these wishes; made once, and asked for every variant."""
    waarom: Callable[[Sequence[Wens], Interventie, Sequence[Variant], Catalogus], str]
    """The fact that decides, for the given variants, as a short phrase."""
    voorbeeld: str = ""
    keuzes: Callable[[Catalogus], Mapping[str, str]] = lambda catalogus: {}
    """Words to offer while typing, each with a short explanation."""
    onbekend: Callable[[Interventie, Sequence[Variant]], Onbekend] = lambda i, varianten: Onbekend()
    """What to say of some variants when no source publishes the fact."""
    schakelaar: bool = False


class Eis(NamedTuple):
    """A filter with what is asked of it; several wishes for one filter mean "or"."""

    filter: Filter
    wensen: tuple[Wens, ...]
    waarden: tuple[str, ...]
    """The wishes as typed, or their codes."""
    past: Past


def lees_eisen(vraag: Mapping[str, Sequence[str]], catalogus: Catalogus) -> list[Eis]:
    """Understand typed filter words. Raises ``Vraagfout`` at the first that is unknown."""
    eisen = []
    for filter_ in FILTERS:
        if waarden := vraag.get(filter_.naam):
            if not all(vlak(waarde) for waarde in waarden):
                raise Vraagfout(f"Achter --{filter_.naam} hoort een waarde, zoals {filter_.voorbeeld}.")
            wensen = tuple(_lees(filter_, waarde, catalogus) for waarde in waarden)
            codes = tuple(_code_of_getypt(wens, waarde) for wens, waarde in zip(wensen, waarden, strict=True))
            eisen.append(Eis(filter_, wensen, codes, filter_.maak_past(wensen)))
    return eisen


def _lees(filter_: Filter, waarde: str, catalogus: Catalogus) -> Wens:
    try:
        return filter_.lees(waarde, catalogus)
    except Vraagfout as fout:
        raise Vraagfout(f"--{filter_.naam}: {fout}") from None


def _code_of_getypt(wens: Wens, waarde: str) -> str:
    return wens.tekst if isinstance(wens, leeftijd.Leeftijdsvraag | _Begripwens) else waarde


# --- ages -----------------------------------------------------------------------------


def _lees_leeftijd(tekst: str, catalogus: Catalogus) -> leeftijd.Leeftijdsvraag:
    return leeftijd.lees_leeftijd(tekst, leeftijdsgroepen(catalogus))


def leeftijdsgroepen(catalogus: Catalogus) -> Sequence[Antwoord]:
    """The named age groups of the Keuzehulp."""
    return next(een.antwoorden for een in catalogus.keuzehulp.vragen if een.id is Keuzehulpvraag.LEEFTIJD)


def _maak_leeftijd_past(wensen: Sequence[leeftijd.Leeftijdsvraag]) -> Past:
    @cache  # many variants are for the same few ages
    def past(voor: Voor, leeftijd_: Leeftijd) -> bool | None:
        uitkomsten = [leeftijd.past(wens, voor, leeftijd_) for wens in wensen]
        return True if any(uitkomsten) else None if None in uitkomsten else False

    return lambda interventie, variant: past(variant.voor, variant.leeftijd)


def _leeftijd_waarom(
    wensen: Sequence[Wens], interventie: Interventie, varianten: Sequence[Variant], catalogus: Catalogus
) -> str:
    """The ages of the variants; with several, and when it fits, also which variant that is."""
    per_leeftijd: dict[str, list[str]] = {}
    for variant in varianten:
        per_leeftijd.setdefault(_wie(variant), []).append(variant.naam)
    if not wensen or len(interventie.varianten) == 1:
        return opsomming(per_leeftijd)
    return opsomming(f"{wie} ({opsomming(namen)})" for wie, namen in per_leeftijd.items())


def _wie(variant: Variant) -> str:
    leeftijd_ = leeftijd_in_woorden(variant.leeftijd)
    if variant.voor is Voor.DEELNEMERS:
        return leeftijd_
    wie = VOOR_WIE[variant.voor]
    return f"{wie}, {leeftijd_}" if variant.leeftijd.gepubliceerd else wie


def _leeftijd_onbekend(interventie: Interventie, varianten: Sequence[Variant]) -> Onbekend:
    """Who only means parents sees that this is not for the asked people themselves."""
    wie = dict.fromkeys(VOOR_WIE[v.voor] for v in varianten if v.voor is not Voor.DEELNEMERS)
    return Onbekend(bij=opsomming(wie) if wie else None)


def _keuzes_leeftijd(catalogus: Catalogus) -> Mapping[str, str]:
    groepen = {groep.code: groep.naam for groep in leeftijdsgroepen(catalogus)}
    return groepen | {"12-18": "van 12 tot 18 jaar", "18+": "vanaf 18 jaar", "15": "één leeftijd"}


# --- words of a vocabulary ------------------------------------------------------------


class _Begripwens(NamedTuple):
    """An asked word, with all codes that satisfy it."""

    tekst: str
    passend: frozenset[str]
    meer: frozenset[str]
    """Codes that say that there are more than the source names, so that this one is not excluded."""


def _begripfilter(
    naam_: str,
    lijst: str,
    uitleg: str,
    voorbeeld: str,
    codes_van: Callable[[Interventie, Variant], Sequence[str]],
    *,
    noem_code: bool = False,
) -> Filter:
    """A filter on codes of one vocabulary. ``noem_code``: a code itself reads well, and shorter than its name."""

    def maak_past(wensen: Sequence[_Begripwens]) -> Past:
        passend = {code for wens in wensen for code in wens.passend}
        meer = {code for wens in wensen for code in wens.meer}

        def past(interventie: Interventie, variant: Variant) -> bool | None:
            aanwezig = codes_van(interventie, variant)
            if not passend.isdisjoint(aanwezig):
                return True
            return False if aanwezig and meer.isdisjoint(aanwezig) else None

        return past

    def waarom(
        wensen: Sequence[Wens], interventie: Interventie, varianten: Sequence[Variant], catalogus: Catalogus
    ) -> str:
        aanwezig = {code for variant in varianten for code in codes_van(interventie, variant)}
        gevraagd = {code for wens in wensen for code in wens.passend}
        codes = sorted(aanwezig & gevraagd) or sorted(aanwezig)
        namen = [code if noem_code else naam(code, catalogus.begrippen[lijst]) for code in codes]
        return opsomming([*namen[:MEESTE_NAMEN], "meer"] if len(namen) > MEESTE_NAMEN else namen)

    def lees(tekst: str, catalogus: Catalogus) -> _Begripwens:
        begrippen = catalogus.begrippen[lijst]
        code = lees_begrip(tekst, begrippen)
        return _Begripwens(code, verwant(code, begrippen), frozenset(met_taak(Taak.MEER_TALEN, begrippen)))

    def onbekend(interventie: Interventie, varianten: Sequence[Variant]) -> Onbekend:
        bekend = any(codes_van(interventie, variant) for variant in varianten)
        return Onbekend(zin=f"niet elke {naam_} gepubliceerd" if bekend else None)

    return Filter(
        naam=naam_,
        uitleg=uitleg,
        voorbeeld=voorbeeld,
        lees=lees,
        maak_past=maak_past,
        waarom=waarom,
        keuzes=lambda catalogus: {
            code: begrip.naam
            for code, begrip in catalogus.begrippen[lijst].items()
            if begrip.taak is not Taak.MEER_TALEN
        },
        onbekend=onbekend,
    )


# --- region, evidence, price, selection, organisation ---------------------------------


def _maak_regio_past(wensen: Sequence[str]) -> Past:
    def past(interventie: Interventie, variant: Variant) -> bool | None:
        regio = interventie.regio
        plaatsen = [f" {vlak(plaats)} " for plaats in regio.plaatsen]
        if regio.landelijk or any(f" {wens} " in plaats for wens in wensen for plaats in plaatsen):
            return True
        return None if regio.landelijk is None else False

    return past


def _regio_waarom(
    wensen: Sequence[str], interventie: Interventie, varianten: Sequence[Variant], catalogus: Catalogus
) -> str:
    regio = interventie.regio
    return "in heel Nederland" if regio.landelijk else opsomming(regio.plaatsen)


def _maak_bewijs_past(wensen: Sequence[str]) -> Past:
    laagste = min(Niveau(wens).rang for wens in wensen)

    def past(interventie: Interventie, variant: Variant) -> bool | None:
        hoogste = interventie.bewijs.hoogste_niveau
        return hoogste.rang >= laagste if hoogste else None

    return past


def _bewijs_waarom(
    wensen: Sequence[str], interventie: Interventie, varianten: Sequence[Variant], catalogus: Catalogus
) -> str:
    """The highest rating; when it fits, also what the source says of where that holds."""
    hoogste = interventie.bewijs.hoogste_niveau
    if hoogste is None:
        return ""
    niveau = naam(hoogste, catalogus.begrippen["niveau"])
    beperkt = [e.toelichting for e in interventie.bewijs.erkenningen if e.niveau is hoogste and e.toelichting]
    return f"{niveau}; {' '.join(beperkt)}" if wensen and beperkt else niveau


def _kosteloos_past(interventie: Interventie, variant: Variant) -> bool | None:
    if not interventie.kosten:
        return None
    return bool(_gratis(interventie, [variant]))


def _gratis(interventie: Interventie, varianten: Sequence[Variant]) -> list[Kostenpost]:
    """What is paid by another, at least for some who order it; training of one's own trainers apart."""
    ids = {None, *(variant.id for variant in varianten)}
    posten = [post for post in interventie.kosten if post.gefinancierd and post.variant in ids]
    return [post for post in posten if post.soort is not Kostensoort.OPLEIDING]


def _kosteloos_waarom(
    wensen: Sequence[Wens], interventie: Interventie, varianten: Sequence[Variant], catalogus: Catalogus
) -> str:
    gratis = _gratis(interventie, varianten)
    if not gratis:
        return "niet kosteloos"
    altijd = prijs(interventie, varianten).status is Kostenstatus.KOSTELOOS
    wanneer = "kosteloos" if altijd else "soms kosteloos"
    return f"{wanneer}; {gratis[0].toelichting}" if gratis[0].toelichting else wanneer


def _maak_organisatie_past(wensen: Sequence[str]) -> Past:
    def past(interventie: Interventie, variant: Variant) -> bool:
        eigen = vlak(interventie.organisatie)
        return any(wens in eigen for wens in wensen)

    return past


def _organisaties(catalogus: Catalogus) -> Mapping[str, str]:
    return {interventie.organisatie: "" for interventie in catalogus.interventies}


def _aan(tekst: str, catalogus: Catalogus) -> bool:
    return True


FILTERS: tuple[Filter, ...] = (
    Filter(
        naam="leeftijd",
        uitleg="Voor wie: een leeftijd, een bereik of een groep",
        voorbeeld="12-18, 18+, kinderen",
        lees=_lees_leeftijd,
        maak_past=_maak_leeftijd_past,
        waarom=_leeftijd_waarom,
        keuzes=_keuzes_leeftijd,
        onbekend=_leeftijd_onbekend,
    ),
    _begripfilter("doel", "doel", "Het doel", "veerkracht", lambda i, v: i.doel.categorieen, noem_code=True),
    _begripfilter("vorm", "vorm", "Alleen of samen", "groep", lambda i, v: v.vorm, noem_code=True),
    _begripfilter(
        "doelgroep",
        "kenmerk",
        "Een kenmerk van de groep",
        "amv",
        lambda i, v: v.kenmerken or i.doelgroep.kenmerken,
    ),
    _begripfilter("setting", "setting", "De plek", "azc", lambda i, v: v.setting or i.setting),
    _begripfilter(
        "taal",
        "taal",
        "Een taal, met code of naam",
        "oekraïens",
        lambda i, v: v.talen or i.talen,
    ),
    Filter(
        naam="regio",
        uitleg="Een plaats of provincie; landelijk aanbod telt mee",
        voorbeeld="Rotterdam",
        lees=lambda tekst, catalogus: vlak(tekst),
        maak_past=_maak_regio_past,
        waarom=_regio_waarom,
        keuzes=lambda catalogus: {plaats: "" for i in catalogus.interventies for plaats in i.regio.plaatsen},
    ),
    Filter(
        naam="bewijs",
        uitleg="Ten minste deze erkenning",
        voorbeeld="goed-onderbouwd",
        lees=lambda tekst, catalogus: lees_begrip(tekst, catalogus.begrippen["niveau"]),
        maak_past=_maak_bewijs_past,
        waarom=_bewijs_waarom,
        keuzes=lambda catalogus: {
            code: begrip.naam for code, begrip in catalogus.begrippen["niveau"].items()
        },
        onbekend=lambda i, varianten: Onbekend(zin="geen erkenning met een niveau gepubliceerd"),
    ),
    Filter(
        naam="kosteloos",
        uitleg="Alleen wat de opdrachtgever niets kost",
        lees=_aan,
        maak_past=lambda wensen: _kosteloos_past,
        waarom=_kosteloos_waarom,
        onbekend=lambda i, varianten: Onbekend(zin="prijs niet gepubliceerd"),
        schakelaar=True,
    ),
    Filter(
        naam="voorselectie",
        uitleg="Alleen de vijf die LOOP vooraf koos",
        lees=_aan,
        maak_past=lambda wensen: lambda i, variant: i.voorselectie,
        waarom=lambda wensen, i, varianten, catalogus: (
            "in de voorselectie van LOOP" if i.voorselectie else "niet in de voorselectie"
        ),
        schakelaar=True,
    ),
    Filter(
        naam="organisatie",
        uitleg="De aanbieder, of een deel van de naam",
        voorbeeld="ARQ",
        lees=lambda tekst, catalogus: vlak(tekst),
        maak_past=_maak_organisatie_past,
        waarom=lambda wensen, i, varianten, catalogus: i.organisatie,
        keuzes=_organisaties,
    ),
)
