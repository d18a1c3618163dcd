"""Plans as data: for programs, and as rows."""

from collections.abc import Iterator
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik
from lpi_cli.catalogus.model_plan import Criterium
from lpi_cli.catalogus.record import Gegevens, als_gegevens
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.plan.aanbod import Aanbod, Celaanbod, Oordeel
from lpi_cli.kern.plan.opgave import Cel
from lpi_cli.kern.plan.plannen import Hoogstens, Kantelpunt, Kantelsoort, Plan, Plannen, Tekort
from lpi_cli.weergave.cel import Woord
from lpi_cli.weergave.feiten import contactregels
from lpi_cli.weergave.gestopt import Gestoptgegevens, gestoptgegevens
from lpi_cli.weergave.kostenwoorden import zin
from lpi_cli.weergave.planwoorden import (
    cel_in_woorden,
    celcode,
    in_codes,
    in_namen,
    kantelzin,
    na_mens,
    prijsbronnen,
    redenen,
    vraagzin,
)

Bereik = Annotated[Gegevens, Bedragbereik]
Besteldgegevens = TypedDict("Besteldgegevens", {
    "eenheid": str | None, "aantal": Annotated[int, "in het hele plan"], "per_stuk": float,
})  # fmt: skip
Regelgegevens = TypedDict("Regelgegevens", {
    "cel": Annotated[str, "groep/taal; van cellen samen groep/taal+taal"], "mensen": int, "id": str, "variant": str,
    "omschrijving": Annotated[str, "welke prijs, als er meer dan één is"],
    "groepen": Annotated[int | None, "null: individueel, of de grootte is niet gepubliceerd"],
    "totaal": Annotated[Bereik | None, "null: de prijs is niet bekend"],
    "telt_een_keer": Annotated[bool, "true: het totaal geldt voor een hele school of locatie, hoeveel regels die ook heeft"],
    "ondergrens": Annotated[bool, "true: een deel is niet bekend, dus het is meer"],
    "status": Oordeel,
    "open": Annotated[list[str], "wat niet bekend is, of kan veranderen"],
    "bronnen": Annotated[list[str], "van de prijs"],
    "besteld": Annotated[list[Besteldgegevens], "bij een staffel of een minste afname: waarmee is gerekend"],
})  # fmt: skip
NietGedektgegevens = TypedDict("NietGedektgegevens", {"cel": str, "mensen": int, "redenen": list[str]})
Hoogstensgegevens = TypedDict("Hoogstensgegevens", {
    "id": str, "variant": str, "per": Annotated[str, "groep of deelnemer"], "aantal": int,
    "bedrag": Annotated[float, "zoveel mag de offerte zijn als de andere niets kosten"],
})  # fmt: skip
Kantelgegevens = TypedDict("Kantelgegevens", {
    "soort": Kantelsoort, "id": str, "variant": str, "cel": Annotated[str | None, "null: het hele plan"],
    "bron": Annotated[str | None, "bij een prijs: waar die andere prijs staat"],
    "mensen": Annotated[int, "één meer of minder; 0: daar gaat het niet over"],
    "zeker": Annotated[Bereik | None, "wat het plan, of bij mensen deze regel, dan kost"],
    "tekst": str,
})  # fmt: skip
Plangegeven = TypedDict("Plangegeven", {
    "naam": str, "weging": list[Criterium],
    "zeker": Annotated[Gegevens, Bedragbereik],
    "ondergrens": Annotated[bool, "true: een deel is niet bekend, dus het is meer"],
    "rest": Annotated[float | None, "null: er is geen budget gegeven"],
    "dekking": Annotated[int, "mensen met een bekende prijs"],
    "op_offerte": Annotated[int, "mensen voor wie de prijs nog gevraagd moet worden"],
    "zekerheid": Annotated[int, "mensen bij wie niets openstaat"],
    "voorselectie": Annotated[int, "mensen met iets uit de voorselectie"],
    "regels": list[Regelgegevens], "niet_gedekt": list[NietGedektgegevens],
    "hoogstens": list[Hoogstensgegevens], "kantelpunten": list[Kantelgegevens],
})  # fmt: skip
Gelijkgegevens = TypedDict("Gelijkgegevens", {
    "plan": str, "in_plaats_van": list[Regelgegevens], "regels": list[Regelgegevens],
})  # fmt: skip
Planvraaggegevens = TypedDict("Planvraaggegevens", {
    "id": str, "onderdeel": str, "vraag": str, "bij": Annotated[str, "bij wie men het navraagt"],
    "cellen": list[str], "verandert": Annotated[list[str], "de plannen waar het voor telt"],
})  # fmt: skip
Tekortgegevens = TypedDict("Tekortgegevens", {"cel": str, "id": str, "variant": str, "bedrag": float})
Afvallergegevens = TypedDict("Afvallergegevens", {"id": str, "variant": str, "reden": str})
Celgegevens = TypedDict("Celgegevens", {
    "cel": str, "mensen": int, "opties": Annotated[list[Regelgegevens], "alles wat kan of misschien kan"],
    "valt_af": Annotated[list[Afvallergegevens], "wat om één reden afvalt"],
})  # fmt: skip
Plangegevens = TypedDict("Plangegevens", {
    "naam": str | None, "budget": float | None, "weging": list[Criterium],
    "plannen": Annotated[list[Plangegeven], "ten hoogste drie"],
    "gelijk": Annotated[list[Gelijkgegevens], "keuzes die even goed zijn"],
    "vragen": Annotated[list[Planvraaggegevens], "wat de meeste plannen verandert, eerst"],
    "tekort": Annotated[Tekortgegevens | None, "als niets met een bekende prijs past: het minste dat erbij moet"],
    "cellen": list[Celgegevens], "gestopt": Gestoptgegevens,
})  # fmt: skip


def plangegevens(plannen: Plannen, catalogus: Catalogus) -> Plangegevens:
    opgave = plannen.opgave
    return {
        "naam": opgave.naam,
        "budget": als_gegevens(opgave.budget),
        "weging": list(opgave.weging),
        "plannen": [_plangegevens(plan, catalogus) for plan in plannen.plannen],
        "gelijk": [
            {
                "plan": een.plan,
                "in_plaats_van": [_regelgegevens(regel) for regel in een.in_plaats_van],
                "regels": [_regelgegevens(regel) for regel in een.regels],
            }
            for een in plannen.gelijk
        ],
        "vragen": [
            {
                "id": vraag.interventie.id,
                "onderdeel": vraag.onderdeel,
                "vraag": vraagzin(vraag, plannen, catalogus),
                "bij": contactregels(vraag.interventie)[0],
                "cellen": list(vraag.cellen),
                "verandert": list(vraag.verandert),
            }
            for vraag in plannen.vragen
        ],
        "tekort": _tekortgegevens(plannen.tekort),
        "cellen": [_celgegevens(cel, plannen.aanbod) for cel in opgave.cellen],
        "gestopt": gestoptgegevens(catalogus),
    }


def _tekortgegevens(tekort: Tekort | None) -> Tekortgegevens | None:
    if tekort is None:
        return None
    een = tekort.aanbod
    return {
        "cel": celcode(een.cellen),
        "id": een.interventie.id,
        "variant": een.variant.id,
        "bedrag": als_gegevens(centen(tekort.tekort)),
    }


def _plangegevens(plan: Plan, catalogus: Catalogus) -> Plangegeven:
    return {
        "naam": plan.naam,
        "weging": list(plan.weging),
        "zeker": _bereikgegevens(plan.zeker),
        "ondergrens": plan.is_ondergrens,
        "rest": None if plan.rest is None else als_gegevens(centen(plan.rest)),
        "dekking": plan.dekking,
        "op_offerte": plan.op_offerte,
        "zekerheid": plan.zekerheid,
        "voorselectie": plan.voorselectie,
        "regels": [_regelgegevens(regel) for regel in plan.regels],
        "niet_gedekt": [
            {
                "cel": een.cel.naam,
                "mensen": een.cel.mensen,
                "redenen": list(redenen(een, in_codes(catalogus))),
            }
            for een in plan.niet_gedekt
        ],
        "hoogstens": [_hoogstensgegevens(een) for een in plan.hoogstens],
        "kantelpunten": [_kantelgegevens(punt, catalogus) for punt in plan.kantelpunten],
    }


def _bereikgegevens(bereik: Bedragbereik) -> Any:
    return als_gegevens(Bedragbereik._make(map(centen, bereik)))


def _regelgegevens(een: Aanbod) -> Regelgegevens:
    return {
        "cel": celcode(een.cellen),
        "mensen": een.mensen,
        "id": een.interventie.id,
        "variant": een.variant.id,
        "omschrijving": een.omschrijving,
        "groepen": een.groepen,
        "totaal": None if een.totaal is None else _bereikgegevens(een.totaal),
        "telt_een_keer": een.geheel is not None,
        "ondergrens": een.is_ondergrens,
        "status": een.oordeel,
        "open": list(map(str, (*een.open, *een.let_op))),
        "bronnen": [] if een.totaal is None else list(map(str, een.raming.bronnen)),
        "besteld": [
            {"eenheid": post.eenheid, "aantal": aantal, "per_stuk": als_gegevens(centen(per_stuk))}
            for post, aantal, per_stuk in een.besteld
        ],
    }


def _hoogstensgegevens(een: Hoogstens) -> Hoogstensgegevens:
    return {
        "id": een.aanbod.interventie.id,
        "variant": een.aanbod.variant.id,
        "per": een.per,
        "aantal": een.aantal,
        "bedrag": als_gegevens(een.bedrag),
    }


def _kantelgegevens(punt: Kantelpunt, catalogus: Catalogus) -> Kantelgegevens:
    is_mens, keus = punt.soort is Kantelsoort.MENSEN, in_codes(catalogus)
    return {
        "soort": punt.soort,
        "id": punt.aanbod.interventie.id,
        "variant": punt.aanbod.variant.id,
        "cel": celcode(punt.aanbod.cellen) if is_mens else None,
        "bron": punt.bron,
        "mensen": punt.mensen,
        "zeker": None if punt.zeker is None else _bereikgegevens(punt.zeker),
        "tekst": zin(na_mens(punt, keus)) if is_mens else kantelzin(punt, keus),
    }


def _celgegevens(cel: Cel, aanbod: Celaanbod) -> Celgegevens:
    return {
        "cel": cel.naam,
        "mensen": cel.mensen,
        "opties": [_regelgegevens(een) for een in aanbod.opties if cel.naam in {c.naam for c in een.cellen}],
        "valt_af": [
            {"id": een.interventie.id, "variant": een.variant.id, "reden": een.reden}
            for een in aanbod.afvallers[cel.naam]
        ],
    }


def planrijen(plannen: Plannen, catalogus: Catalogus) -> list[list[Any]]:
    """The rows of a CSV file."""
    return [rij for plan in plannen.plannen for rij in _rijen(plan, catalogus)]


def _rijen(plan: Plan, catalogus: Catalogus) -> Iterator[list[Any]]:
    """A row per line of a plan, and per cell that it does not cover."""
    codes, namen = in_codes(catalogus), in_namen(catalogus)
    for een in plan.regels:
        van, tot = (None, None) if een.totaal is None else map(centen, een.totaal)
        yield [
            plan.naam,
            Woord(celcode(een.cellen), cel_in_woorden(een.cellen, catalogus)),
            een.mensen,
            Woord(een.interventie.id, een.interventie.naam),
            Woord(een.variant.id, een.variant.naam),
            een.groepen,
            een.oordeel.value,
            van,
            tot,
            een.geheel is not None,
            een.is_ondergrens or een.totaal is None,
            "; ".join(map(str, (*een.open, *een.let_op))),
            Woord(*("; ".join(prijsbronnen(een, keus)) for keus in (codes, namen))),
        ]
    for niet in plan.niet_gedekt:
        wie = Woord(niet.cel.naam, cel_in_woorden([niet.cel], catalogus))
        rij = [plan.naam, wie, niet.cel.mensen, None, None, None, "niet gedekt", *[None] * 4]
        yield [*rij, Woord(*("; ".join(redenen(niet, keus)) for keus in (codes, namen))), None]
