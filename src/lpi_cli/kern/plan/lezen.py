"""From what was written, in a file or on the line, to what a plan is asked for.

A group is a question as everywhere (``kern.vraag``), of which each language is a cell.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Begrip, Telling
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.kern.aannames import AANTAL, lees_deelnemers
from lpi_cli.kern.begrip import lees_begrip
from lpi_cli.kern.filters import DOELGROEP, FILTERS, LEEFTIJD, TAAL
from lpi_cli.kern.getallen import lees_euro
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.plan.opgave import WEGING, Offerte, Opgave, Plancel, Plancriterium
from lpi_cli.kern.vraag import DEELNEMERS, NAAM, REKENVELDEN, VELDEN, Vraag, maak_vraag, tegenspraak
from lpi_cli.kern.vraagfout import Vraagfout

Pad: TypeAlias = tuple[str | int, ...]
Veldwaarden: TypeAlias = Mapping[str, Any]
"""The values of a file by field, words as keys."""
GROEP, OVERIG = "groep", "overig"
"""The name of a group without one, and all languages that are not named."""
BUDGET = "budget"
PLANVELDEN: Mapping[str, Veldsoort] = {
    NAAM: Veldsoort.TEKST,
    "periode": Veldsoort.TEKST,
    "weging": Veldsoort.WOORDEN,
    "niet": Veldsoort.WOORDEN,
    **dict.fromkeys(REKENVELDEN, Veldsoort.WAARDE),
}
GROEPVELDEN: Mapping[str, Veldsoort] = {
    naam: VELDEN[naam].soort for naam in (NAAM, *(filter_.naam for filter_ in FILTERS), DEELNEMERS)
}
OFFERTEVELDEN: Mapping[str, Veldsoort] = {
    "per": Veldsoort.TEKST,
    "bedrag": Veldsoort.WAARDE,
    "datum": Veldsoort.TEKST,
    "groepsgrootte": Veldsoort.WAARDE,
}
_TELBAAR = (Telling.GROEP, Telling.DEELNEMER, Telling.BIJEENKOMST, Telling.GEHEEL)
GROEP_UITLEG = "schrijf leeftijd en aantallen per taal, zoals 8-12:ar=10,ti=10, of 18+:40 zonder taal"
OFFERTE_UITLEG = "schrijf een id, een bedrag en waar het voor is, zoals bamboo/youth=2900/groep"


class Plangroep(NamedTuple):
    """A group of people as it was given: each of its languages becomes a cell."""

    naam: str
    vraag: Vraag
    per_taal: Mapping[str, tuple[str, ...]] = {}
    """Who they are, by language, where that differs."""


class Planopzet(NamedTuple):
    """A plan as it was given, in a file or on the line."""

    naam: str | None
    periode: str | None
    groepen: tuple[Plangroep, ...]
    weging: tuple[Plancriterium, ...]
    vast: Mapping[str, str]
    niet: tuple[str, ...]
    offertes: Mapping[str, Offerte]
    rekenen: Mapping[str, Any]
    """The budget, and what else one gives to calculate with."""


# --- one value ----------------------------------------------------------------------------


def lees_veld(naam: str, tekst: str, catalogus: Catalogus) -> Any:
    """A value of a plan as it was typed, by the name of its field. Raises ``Vraagfout``."""
    match naam:
        case "vast":
            return lees_wat(tekst, catalogus)
        case "niet":
            return [lees_wat(tekst, catalogus)]
        case "weging":
            namen = {criterium.value: criterium for criterium in Plancriterium}
            return [lees_naam(tekst, namen, "criterium")]
        case "bedrag":
            return lees_euro(tekst)
        case "per":
            return _lees_eenheid(tekst, catalogus)
        case "datum":
            return _lees_datum(tekst)
        case "groepsgrootte":
            return AANTAL.lees(tekst)
        case "periode":
            return VELDEN[NAAM].lees(tekst, catalogus)
    return VELDEN[naam].lees(tekst, catalogus)


def lees_wat(getypt: str, catalogus: Catalogus) -> str:
    """``bamboo`` or ``bamboo/youth``. Raises ``Vraagfout`` when there is no such intervention or variant."""
    from lpi_cli.kern.vind import vind_wat  # most plans name nothing

    return vind_wat(catalogus, getypt).wat


def telbare_eenheden(catalogus: Catalogus) -> dict[str, Begrip]:
    """The units with which a plan can compute."""
    return {code: een for code, een in catalogus.begrippen["eenheid"].items() if een.telt in _TELBAAR}


def _lees_eenheid(tekst: str, catalogus: Catalogus) -> str:
    kan = telbare_eenheden(catalogus)
    try:
        return lees_begrip(tekst.strip(), kan)
    except Vraagfout:
        raise Vraagfout(
            f"met een prijs per {tekst.strip()!r} kan een plan niet rekenen; kies uit {', '.join(kan)}."
        ) from None


def _lees_datum(tekst: str) -> str:
    try:
        return date.fromisoformat(tekst).isoformat()
    except ValueError:
        raise Vraagfout(f"{tekst!r} is geen datum; schrijf jaar-maand-dag, zoals 2026-12-01.") from None


# --- what does not add up ------------------------------------------------------------------


def fouten_in(gelezen: Veldwaarden, catalogus: Catalogus) -> Iterator[tuple[Pad, str]]:
    """All that does not add up in values that are understood, with where it stands."""
    groepen = gelezen.get("groepen", [])
    if not groepen:
        yield ("groepen",), "er is geen groep; geef er ten minste één, met naam, leeftijd en aantallen"
    namen = Counter(groep.get(NAAM, GROEP) for groep in groepen)
    fouten: list[tuple[Pad, str]] = []
    for nr, groep in enumerate(groepen):
        naam = groep.get(NAAM, GROEP)
        if namen[naam] > 1:
            melding = f"{naam!r} is de naam van meer groepen; geef elk een eigen naam"
            fouten.append((("groepen", nr, NAAM), melding))
        fouten += [(("groepen", nr, *pad), melding) for pad, melding in _fouten_in_groep(groep)]
    yield from fouten
    if fouten:
        return
    cellen: list[str] = []
    for nr, een in enumerate(maak_opzet({"groepen": groepen}).groepen):
        eigen = [cel.naam for cel in _cellen(een)]
        for cel in set(cellen).intersection(eigen):
            yield ("groepen", nr, NAAM), f"{cel!r} is al een cel van een andere groep; geef een andere naam"
        cellen += eigen
    yield from _fouten_in_vast([*gelezen.get("vast", {})], cellen, catalogus)


def _fouten_in_vast(
    vast: Sequence[str], cellen: Sequence[str], catalogus: Catalogus
) -> Iterator[tuple[Pad, str]]:
    """Cells that are not of the plan, or that something was decided for before."""
    besloten: dict[str | None, str] = {}
    for getypt in vast:
        cel = _cel(getypt, cellen, catalogus)
        if cel is None:
            yield ("vast", getypt), f"is geen cel van dit plan; kies uit {', '.join(cellen)}"
        elif cel in besloten:
            yield ("vast", getypt), f"is dezelfde cel als {besloten[cel]!r}; laat er één staan"
        besloten[cel] = getypt


def _fouten_in_groep(groep: Veldwaarden) -> Iterator[tuple[Pad, str]]:
    """Numbers of people that are missing or do not add up, and languages that are not of the group."""
    talen, leeftijden = groep.get(TAAL.naam, {}), groep.get(LEEFTIJD.naam, {})
    for naam, melding in tegenspraak(groep):
        yield (naam,), melding
    if len(talen) > 1 and None in talen.values():
        yield (TAAL.naam,), "geef bij elke taal hoeveel mensen, zoals {ar: 10, ti: 10}"
    elif DEELNEMERS not in groep and not any(v and None not in v.values() for v in (talen, leeftijden)):
        yield (
            (),
            "er staat niet hoeveel mensen het zijn; geef deelnemers, of taal met aantallen, zoals {ar: 10, ti: 10}",
        )
    if talen and len(leeftijden) > 1 and any(leeftijden.values()):
        yield (
            (LEEFTIJD.naam,),
            "van wie welke leeftijd en welke taal heeft, staat er niet; maak per leeftijd een groep",
        )
    for taal in groep.get(OVERIG, {}):
        if taal != OVERIG and taal not in talen:
            keuzes = ", ".join([*talen, OVERIG])
            yield (DOELGROEP.naam,), f"{taal!r} is geen taal van deze groep; kies uit {keuzes}"


def _cel(getypt: str, cellen: Sequence[str], catalogus: Catalogus) -> str | None:
    """The cell that is meant; its language may have been written out."""
    groep, schuin, taal = getypt.rpartition("/")
    if getypt in cellen or not schuin:
        return getypt if getypt in cellen else None
    try:
        kort = [f"{groep}/{code}" for code in VELDEN[TAAL.naam].lees(taal, catalogus)]
    except Vraagfout:
        return None
    return next((cel for cel in kort if cel in cellen), None)


# --- what is asked ------------------------------------------------------------------------


def maak_opzet(gelezen: Veldwaarden) -> Planopzet:
    """What values without faults say."""
    return Planopzet(
        naam=gelezen.get(NAAM),
        periode=gelezen.get("periode"),
        groepen=tuple(
            Plangroep(
                groep.get(NAAM, GROEP),
                maak_vraag({veld: waarde for veld, waarde in groep.items() if veld != OVERIG}),
                {taal: tuple(woorden) for taal, woorden in groep.get(OVERIG, {}).items()},
            )
            for groep in gelezen.get("groepen", [])
        ),
        weging=tuple(gelezen.get("weging", {})),
        vast=gelezen.get("vast", {}),
        niet=tuple(gelezen.get("niet", {})),
        offertes={wat: Offerte(wat, **offerte) for wat, offerte in gelezen.get("offertes", {}).items()},
        rekenen={naam: gelezen[naam] for naam in REKENVELDEN if naam in gelezen},
    )


def maak_opgave(opzet: Planopzet, catalogus: Catalogus) -> Opgave:
    """The same, ready to compute: each group in cells. ``catalogus``: to understand the cells of fixed choices."""
    cellen = [cel for groep in opzet.groepen for cel in _cellen(groep)]
    namen = [cel.naam for cel in cellen]
    return Opgave(
        naam=opzet.naam,
        periode=opzet.periode,
        budget=opzet.rekenen.get(BUDGET),
        cellen=cellen,
        weging=(*opzet.weging, *(criterium for criterium in WEGING if criterium not in opzet.weging)),
        vast={_cel(cel, namen, catalogus) or cel: wat for cel, wat in opzet.vast.items()},
        niet=opzet.niet,
        offertes=tuple(opzet.offertes.values()),
    )


def _cellen(groep: Plangroep) -> Iterator[Plancel]:
    """The people of each language; without languages those of each age that has a number, else all."""
    vraag, mensen = groep.vraag, groep.vraag.mensen
    gevraagd = {naam: woorden for naam, woorden in vraag.filters.items() if woorden}
    talen = gevraagd.get(TAAL.naam, ())
    assert mensen.aantal is not None, "a group without faults has people"
    for taal in talen:
        wie = groep.per_taal.get(taal, groep.per_taal.get(OVERIG, gevraagd.get(DOELGROEP.naam, ())))
        bij_taal = {**gevraagd, TAAL.naam: (taal,), **({DOELGROEP.naam: wie} if wie else {})}
        yield Plancel(
            f"{groep.naam}/{taal}", groep.naam, taal, mensen.per_taal.get(taal, mensen.aantal), bij_taal
        )
    if talen:
        return
    if OVERIG in groep.per_taal:
        gevraagd[DOELGROEP.naam] = groep.per_taal[OVERIG]
    if len(mensen.per_leeftijd) > 1:
        for leeftijd, aantal in mensen.per_leeftijd.items():
            bij_leeftijd = {**gevraagd, LEEFTIJD.naam: (leeftijd,)}
            yield Plancel(f"{groep.naam}/{leeftijd}", f"{groep.naam} {leeftijd}", None, aantal, bij_leeftijd)
    else:
        yield Plancel(groep.naam, groep.naam, None, mensen.aantal, gevraagd)


# --- on the line --------------------------------------------------------------------------


def lees_plangroep(getypt: str, catalogus: Catalogus) -> dict[str, Any]:
    """``8-12:ar=10,ti=10`` or ``18+:40``, as a group of a file. Raises ``Vraagfout``."""
    leeftijd, dubbelepunt, rest = getypt.rpartition(":")
    if not dubbelepunt or not leeftijd.strip():
        raise Vraagfout(f"{getypt!r} is geen groep; {GROEP_UITLEG}.")
    groep: dict[str, Any] = {
        NAAM: leeftijd.strip(),
        LEEFTIJD.naam: dict.fromkeys(VELDEN[LEEFTIJD.naam].lees(leeftijd.strip(), catalogus)),
    }
    talen: dict[str, int] = {}
    for deel in rest.split(","):
        taal, is_, aantal = deel.partition("=")
        codes = VELDEN[TAAL.naam].lees(taal.strip(), catalogus) if is_ else []
        if len(codes) == 1 and codes[0] not in talen:
            talen[codes[0]] = lees_deelnemers(aantal.strip())
        elif is_ or "," in rest:
            raise Vraagfout(f"{deel.strip()!r} kan hier niet; {GROEP_UITLEG}.")
        else:
            groep[DEELNEMERS] = lees_deelnemers(deel.strip())
    return {**groep, TAAL.naam: talen} if talen else groep


def lees_offertes(getypt: Sequence[str], catalogus: Catalogus) -> dict[str, Offerte]:
    """By what they are for. Raises ``Vraagfout``, also for two of the same."""
    gelezen: dict[str, Offerte] = {}
    for een in getypt:
        offerte = lees_offerte(een, catalogus)
        if offerte.wat in gelezen:
            raise Vraagfout(f"er is al een prijs voor {offerte.wat}; laat er één staan.")
        gelezen[offerte.wat] = offerte
    return gelezen


def lees_offerte(getypt: str, catalogus: Catalogus) -> Offerte:
    """``bamboo/youth=2900/groep``. Raises ``Vraagfout``."""
    wat, is_, prijs = getypt.partition("=")
    bedrag, schuin, per = prijs.rpartition("/")
    if not (is_ and schuin and wat.strip() and per.strip()):
        raise Vraagfout(f"{getypt!r} is geen offerte; {OFFERTE_UITLEG}.")
    return Offerte(
        lees_wat(wat.strip(), catalogus), _lees_eenheid(per, catalogus), Decimal(lees_euro(bedrag))
    )
