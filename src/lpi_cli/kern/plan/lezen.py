"""From what was written, in a file or on the line, to what a plan is asked for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Aantal, Bedrag, Eenheid, Regel, Telling
from lpi_cli.catalogus.model_plan import (
    OVERIG,
    PerTaal,
    PerTaalWoorden,
    Planbestand,
    Plangroep,
    Planofferte,
    Woorden,
)
from lpi_cli.kern.aannames import lees_deelnemers
from lpi_cli.kern.begrip import lees_begrip
from lpi_cli.kern.filters import EN, FILTERS, Filter
from lpi_cli.kern.getallen import lees_euro
from lpi_cli.kern.plan.opgave import WEGING, Cel, Offerte, Opgave
from lpi_cli.kern.toon import vind
from lpi_cli.kern.vraagfout import Vraagfout

Pad: TypeAlias = tuple[str | int, ...]
_PER = {filter_.naam: filter_ for filter_ in FILTERS}
_TELBAAR = (Telling.GROEP, Telling.DEELNEMER, Telling.BIJEENKOMST, Telling.GEHEEL)
GROEP_UITLEG = "schrijf leeftijd en aantallen per taal, zoals 8-12:ar=10,ti=10, of 18+:40 zonder taal"
OFFERTE_UITLEG = "schrijf een id, een bedrag en waar het voor is, zoals bamboo/youth=2900/groep"


# --- what is wrong with a file ----------------------------------------------------------


def fouten_in(plan: Planbestand, catalogus: Catalogus) -> Iterator[tuple[Pad, str]]:
    """All that is not understood or does not add up, with where it stands."""
    if not plan.groepen:
        yield ("groepen",), "er is geen groep; geef er ten minste één, met naam, leeftijd en aantallen"
    yield from _fouten_in_groepen(plan.groepen, catalogus)
    for nr, criterium in enumerate(plan.weging):
        if criterium in plan.weging[:nr]:
            yield ("weging", nr), f"{str(criterium)!r} staat er twee keer; laat één staan"
    cellen = [cel for groep in plan.groepen for cel in _celnamen(groep, catalogus)]
    for cel in plan.vast:
        if _cel(cel, cellen, catalogus) is None:
            yield ("vast", cel), f"is geen cel van dit plan; kies uit {', '.join(cellen) or 'groep/taal'}"
    for wat, offerte in plan.offertes.items():
        if melding := _fout_eenheid(offerte.per, catalogus):
            yield ("offertes", wat, "per"), melding
    genoemd: list[tuple[Pad, str]] = [
        *((("vast", cel), str(wat)) for cel, wat in plan.vast.items()),
        *((("niet", nr), str(wat)) for nr, wat in enumerate(plan.niet)),
        *((("offertes", wat), wat) for wat in plan.offertes),
    ]
    for pad, wat in genoemd:
        try:
            lees_wat(wat, catalogus)
        except Vraagfout as fout:
            yield pad, str(fout)


def _fouten_in_groepen(groepen: Sequence[Plangroep], catalogus: Catalogus) -> Iterator[tuple[Pad, str]]:
    namen = Counter(groep.naam for groep in groepen)
    for nr, groep in enumerate(groepen):
        if namen[groep.naam] > 1:
            yield (
                ("groepen", nr, "naam"),
                f"{groep.naam!r} is de naam van meer groepen; geef elk een eigen naam",
            )
        for pad, melding in (*_fout_aantal(groep), *_onbekende_woorden(groep, catalogus)):
            yield ("groepen", nr, *pad), melding


def _fout_aantal(groep: Plangroep) -> Iterator[tuple[Pad, str]]:
    """Numbers of people that are missing or do not add up."""
    aantallen = [aantal for aantal in groep.taal.values() if aantal is not None]
    if not groep.taal and groep.deelnemers is None:
        yield (
            (),
            "er staat niet hoeveel mensen het zijn; geef deelnemers, of taal met aantallen, zoals {ar: 10, ti: 10}",
        )
    elif len(groep.taal) > 1 and len(aantallen) < len(groep.taal):
        yield ("taal",), "geef bij elke taal hoeveel mensen, zoals {ar: 10, ti: 10}"
    elif len(groep.taal) == 1 and not aantallen and groep.deelnemers is None:
        yield ("taal",), f"geef hoeveel mensen, zoals {{{next(iter(groep.taal))}: 10}}"
    elif aantallen and groep.deelnemers is not None and sum(aantallen) != groep.deelnemers:
        som = " + ".join(map(str, aantallen))
        is_ = f"{som} is {sum(aantallen)}" if len(aantallen) > 1 else f"bij taal staat {som}"
        yield (
            ("deelnemers",),
            f"{is_} mensen, en deelnemers is {groep.deelnemers}; maak ze gelijk of laat deelnemers weg",
        )


def _onbekende_woorden(groep: Plangroep, catalogus: Catalogus) -> Iterator[tuple[Pad, str]]:
    talen: set[str] = set()
    for taal in groep.taal:
        if _melding(_PER["taal"], taal, catalogus) is None and (code := _code(taal, catalogus)) in talen:
            yield ("taal", taal), f"is hetzelfde als {code!r}, dat er al staat; tel ze op"
        talen.add(_code(taal, catalogus))
    for taal in groep.doelgroep:
        if taal != OVERIG and _code(taal, catalogus) not in talen:
            yield (
                ("doelgroep", taal),
                f"is geen taal van deze groep; kies uit {', '.join([*sorted(talen), OVERIG])}",
            )
    gegeven: list[tuple[Pad, str, str]] = [
        *(
            ((naam, nr), naam, woord)
            for naam, woorden in _woorden(groep).items()
            for nr, woord in enumerate(woorden)
        ),
        *((("taal", taal), "taal", taal) for taal in groep.taal),
        *(
            (("doelgroep", taal), "doelgroep", woord)
            for taal, woorden in groep.doelgroep.items()
            for woord in woorden
        ),
    ]
    for pad, naam, woord in gegeven:
        if melding := _melding(_PER[naam], woord, catalogus):
            yield pad, melding


def _melding(filter_: Filter, woord: str, catalogus: Catalogus) -> str | None:
    """What is wrong with a word; a whole value goes first, then each part of it."""
    try:
        filter_.lees(woord, catalogus)
    except Vraagfout as fout:
        delen = [deel for deel in woord.split(EN) if deel.strip()]
        if len(delen) < 2:
            return str(fout)
        return next((melding for deel in delen if (melding := _melding(filter_, deel, catalogus))), None)
    return None


def _fout_eenheid(per: str, catalogus: Catalogus) -> str | None:
    eenheden = catalogus.begrippen["eenheid"]
    kan = [code for code, eenheid in eenheden.items() if eenheid.telt in _TELBAAR]
    return None if per in kan else f"met {per!r} kan een plan niet rekenen; kies uit {', '.join(kan)}"


# --- what is asked ----------------------------------------------------------------------


def maak_opgave(plan: Planbestand, catalogus: Catalogus) -> Opgave:
    """What a file without faults asks."""
    cellen = [cel for groep in plan.groepen for cel in _cellen(groep, catalogus)]
    namen = [cel.naam for cel in cellen]
    return Opgave(
        naam=plan.naam,
        periode=plan.periode,
        budget=plan.budget,
        cellen=cellen,
        weging=(*plan.weging, *(criterium for criterium in WEGING if criterium not in plan.weging)),
        vast={_cel(cel, namen, catalogus) or cel: lees_wat(wat, catalogus) for cel, wat in plan.vast.items()},
        niet=tuple(lees_wat(wat, catalogus) for wat in plan.niet),
        offertes=tuple(
            Offerte(lees_wat(wat, catalogus), o.per, o.bedrag, o.datum, o.groepsgrootte)
            for wat, o in plan.offertes.items()
        ),
    )


def _cellen(groep: Plangroep, catalogus: Catalogus) -> Iterator[Cel]:
    """The people of each language; of a group without languages all."""
    gevraagd = {naam: tuple(woorden) for naam, woorden in _woorden(groep).items() if woorden}
    doelgroep = {_code(taal, catalogus): tuple(woorden) for taal, woorden in groep.doelgroep.items()}
    for taal, aantal in (groep.taal or {None: groep.deelnemers}).items():
        code = None if taal is None else _code(taal, catalogus)
        vraag = {**gevraagd, **({} if code is None else {"taal": (code,)})}
        if wie := doelgroep.get(code or OVERIG, doelgroep.get(OVERIG)):
            vraag["doelgroep"] = wie
        mensen = aantal or groep.deelnemers
        assert mensen is not None, "a plan without faults has people in each cell"
        yield Cel(groep.naam if code is None else f"{groep.naam}/{code}", groep.naam, code, mensen, vraag)


def _celnamen(groep: Plangroep, catalogus: Catalogus) -> list[str]:
    return [f"{groep.naam}/{_code(taal, catalogus)}" for taal in groep.taal] or [groep.naam]


def _cel(getypt: str, cellen: Sequence[str], catalogus: Catalogus) -> str | None:
    """The cell that is meant; its language may have been written out."""
    groep, schuin, taal = getypt.rpartition("/")
    kandidaten = (getypt, f"{groep}/{_code(taal, catalogus)}" if schuin else getypt)
    return next((cel for cel in kandidaten if cel in cellen), None)


def _woorden(groep: Plangroep) -> Mapping[str, Sequence[str]]:
    """Filter → words, without what is per language."""
    velden = groep._asdict()
    return {
        naam: (("ja",) if velden[naam] else ()) if filter_.schakelaar else velden[naam]
        for naam, filter_ in _PER.items()
        if naam in velden and naam not in ("taal", "doelgroep")
    }


def _code(taal: str, catalogus: Catalogus) -> str:
    """The code of a language; a word that is none stays as it is."""
    try:
        return lees_begrip(taal, catalogus.begrippen["taal"])
    except Vraagfout:
        return taal


def lees_wat(getypt: str, catalogus: Catalogus) -> str:
    """``bamboo`` or ``bamboo/youth``. Raises ``Vraagfout`` when there is no such intervention or variant."""
    id_, schuin, gevraagd = getypt.partition("/")
    interventie = vind(catalogus, id_.strip())
    varianten = [variant.id for variant in interventie.varianten]
    if not schuin:
        return interventie.id
    if gevraagd.strip() not in varianten:
        raise Vraagfout(
            f"{interventie.id} heeft geen variant {gevraagd.strip()!r}; kies uit {', '.join(varianten)}."
        )
    return f"{interventie.id}/{gevraagd.strip()}"


# --- on the line --------------------------------------------------------------------------


def lees_groep(getypt: str) -> Plangroep:
    """``8-12:ar=10,ti=10`` or ``18+:40``. Raises ``Vraagfout``."""
    leeftijd, dubbelepunt, rest = getypt.rpartition(":")
    if not dubbelepunt or not leeftijd.strip():
        raise Vraagfout(f"{getypt!r} is geen groep; {GROEP_UITLEG}.")
    talen: dict[str, Aantal | None] = {}
    deelnemers = None
    for deel in rest.split(","):
        taal, is_, aantal = deel.partition("=")
        if is_ and taal.strip() not in talen:
            talen[taal.strip()] = Aantal(lees_deelnemers(aantal.strip()))
        elif is_ or "," in rest:
            raise Vraagfout(f"{deel.strip()!r} kan hier niet; {GROEP_UITLEG}.")
        else:
            deelnemers = Aantal(lees_deelnemers(deel.strip()))
    leeg = Woorden(())
    return Plangroep(
        naam=Regel(leeftijd.strip()),
        deelnemers=deelnemers,
        taal=PerTaal(talen),
        leeftijd=Woorden((Regel(leeftijd.strip()),)),
        doelgroep=PerTaalWoorden({}),
        setting=leeg, regio=leeg, doel=leeg, vorm=leeg, bewijs=leeg, organisatie=leeg,
        kosteloos=False,
        voorselectie=False,
    )  # fmt: skip


def lees_offerte(getypt: str, catalogus: Catalogus) -> tuple[str, Planofferte]:
    """``bamboo/youth=2900/groep``: for what, and the price. Raises ``Vraagfout``."""
    wat, is_, prijs = getypt.partition("=")
    bedrag, schuin, per = prijs.rpartition("/")
    if not (is_ and schuin and wat.strip() and per.strip()):
        raise Vraagfout(f"{getypt!r} is geen offerte; {OFFERTE_UITLEG}.")
    return lees_wat(wat.strip(), catalogus), Planofferte(
        Eenheid(per.strip()), Bedrag(lees_euro(bedrag)), None, None
    )


def lees_bedrag(getypt: str) -> Decimal | None:
    """An amount as people type it in a file; None when it is none."""
    try:
        return lees_euro(getypt)
    except Vraagfout:
        return None


LEEG = Planbestand(None, None, None, (), (), {}, Woorden(()), {}, None, None, None, None, None)
"""A plan in which nothing was said."""
