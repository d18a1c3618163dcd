"""Plans as data: for programs, and as rows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik
from lpi_cli.catalogus.record import Gegevens, als_object
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.plan.aanbod import Celaanbod, Celoptie, Optiestatus
from lpi_cli.kern.plan.opgave import Plancel, Plancriterium
from lpi_cli.kern.plan.plannen import Kantelpunt, Kantelsoort, Plan, Plannen, Tekort
from lpi_cli.weergave.cel import Woord
from lpi_cli.weergave.feiten import contactregels
from lpi_cli.weergave.gestopt import Gestoptgegevens, gestoptgegevens
from lpi_cli.weergave.kostenwoorden import in_centen, zin
from lpi_cli.weergave.planwoorden import (
    Woordkeus,
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
    "status": Optiestatus,
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
    "naam": str, "weging": list[Plancriterium],
    "zeker": Bereik,
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
    "naam": str | None, "budget": float | None, "weging": list[Plancriterium],
    "plannen": Annotated[list[Plangegeven], "ten hoogste drie"],
    "gelijk": Annotated[list[Gelijkgegevens], "keuzes die even goed zijn"],
    "vragen": Annotated[list[Planvraaggegevens], "wat de meeste plannen verandert, eerst"],
    "tekort": Annotated[Tekortgegevens | None, "als niets met een bekende prijs past: het minste dat erbij moet"],
    "cellen": list[Celgegevens], "gestopt": Gestoptgegevens,
})  # fmt: skip


def plangegevens(plannen: Plannen, catalogus: Catalogus) -> Plangegevens:
    return als_object(
        Plangegevens,
        plannen.opgave,
        plannen=[_plangegeven(plan, catalogus) for plan in plannen.plannen],
        gelijk=[
            als_object(
                Gelijkgegevens,
                een,
                in_plaats_van=_regels(een.in_plaats_van),
                regels=_regels(een.regels),
            )
            for een in plannen.gelijk
        ],
        vragen=[
            als_object(
                Planvraaggegevens,
                vraag,
                id=vraag.interventie.id,
                vraag=vraagzin(vraag, plannen, catalogus),
                bij=contactregels(vraag.interventie)[0],
            )
            for vraag in plannen.vragen
        ],
        tekort=plannen.tekort and _tekortgegevens(plannen.tekort),
        cellen=[_celgegevens(cel, plannen.aanbod) for cel in plannen.opgave.cellen],
        gestopt=gestoptgegevens(catalogus),
    )


def _plangegeven(plan: Plan, catalogus: Catalogus) -> Plangegeven:
    keus = in_codes(catalogus)
    return als_object(
        Plangegeven,
        plan,
        zeker=in_centen(plan.zeker),
        ondergrens=plan.is_ondergrens,
        rest=None if plan.rest is None else centen(plan.rest),
        regels=_regels(plan.regels),
        niet_gedekt=[
            als_object(NietGedektgegevens, een.cel, cel=een.cel.naam, redenen=[*redenen(een, keus)])
            for een in plan.niet_gedekt
        ],
        hoogstens=[als_object(Hoogstensgegevens, een, **_wat(een.optie)) for een in plan.hoogstens],
        kantelpunten=[_kantelgegevens(punt, keus) for punt in plan.kantelpunten],
    )


def _wat(een: Celoptie) -> Mapping[str, str]:
    return {"id": een.interventie.id, "variant": een.variant.id}


def _regels(regels: Iterable[Celoptie]) -> list[Regelgegevens]:
    return [
        als_object(
            Regelgegevens,
            een,
            **_wat(een),
            cel=celcode(een.cellen),
            totaal=in_centen(een.totaal),
            telt_een_keer=een.geheel is not None,
            ondergrens=een.is_ondergrens,
            status=een.status,
            open=[*map(str, een.openstaand)],
            bronnen=[] if een.totaal is None else [*map(str, een.raming.bronnen)],
            besteld=[
                als_object(
                    Besteldgegevens, besteld, eenheid=besteld.post.eenheid, per_stuk=centen(besteld.per_stuk)
                )
                for besteld in een.besteld
            ],
        )
        for een in regels
    ]


def _tekortgegevens(tekort: Tekort) -> Tekortgegevens:
    een = tekort.optie
    return als_object(
        Tekortgegevens, tekort, **_wat(een), cel=celcode(een.cellen), bedrag=centen(tekort.tekort)
    )


def _kantelgegevens(punt: Kantelpunt, keus: Woordkeus) -> Kantelgegevens:
    is_mens = punt.soort is Kantelsoort.MENSEN
    return als_object(
        Kantelgegevens,
        punt,
        **_wat(punt.optie),
        cel=celcode(punt.optie.cellen) if is_mens else None,
        zeker=in_centen(punt.zeker),
        tekst=zin(na_mens(punt, keus)) if is_mens else kantelzin(punt, keus),
    )


def _celgegevens(cel: Plancel, aanbod: Celaanbod) -> Celgegevens:
    return als_object(
        Celgegevens,
        cel,
        cel=cel.naam,
        opties=_regels(een for een in aanbod.opties if cel.naam in een.celnamen),
        valt_af=[
            {"id": een.interventie.id, "variant": een.variant.id, "reden": een.reden}
            for een in aanbod.afvallers(cel)
        ],
    )


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
            een.status.value,
            van,
            tot,
            een.geheel is not None,
            een.is_ondergrens or een.totaal is None,
            "; ".join(map(str, een.openstaand)),
            Woord(*("; ".join(prijsbronnen(een, keus)) for keus in (codes, namen))),
        ]
    for niet in plan.niet_gedekt:
        wie = Woord(niet.cel.naam, cel_in_woorden([niet.cel], catalogus))
        rij = [plan.naam, wie, niet.cel.mensen, None, None, None, "niet gedekt", *[None] * 4]
        yield [*rij, Woord(*("; ".join(redenen(niet, keus)) for keus in (codes, namen))), None]
