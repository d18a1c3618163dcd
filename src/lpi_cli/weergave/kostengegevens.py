"""The costs as data: for JSON, with the fixed keys of the contract, and as rows of a sheet."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Grens, Kostenpost
from lpi_cli.catalogus.record import Gegevens, als_gegevens
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.budget import Budget
from lpi_cli.kern.deelname import Weggelaten
from lpi_cli.kern.groepen import Telbereik
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.kostenvraag import Kostenvraag
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Kostenraming, Prijsbron
from lpi_cli.weergave.cel import Grenzen, Woord
from lpi_cli.weergave.feiten import STATUSSEN, kostenregel
from lpi_cli.weergave.gestopt import Gestoptgegevens, gestoptgegevens
from lpi_cli.weergave.kostenwoorden import budgetoordeel, gepubliceerde_prijs, met_opdracht
from lpi_cli.weergave.zoek import (
    Misschiengegevens,
    NetNietgegevens,
    Vraaggegevens,
    misschien_gegevens,
    net_niet_gegevens,
)

TOT = " tot "
"""Between the bounds of a number in one cell: a dash would make it a date."""

Aannamegegevens = TypedDict("Aannamegegevens", {
    "jaar": int, "groepsgrootte": int | None, "bijeenkomsten": int | None,
    "gezinnen": int | None, "uurtarief": float | None, "tolktarief": float | None, "budget": float | None,
})  # fmt: skip
Bereikgegevens = Annotated[Gegevens, Bedragbereik] | None
Raminggegevens = TypedDict("Raminggegevens", {
    "id": str, "variant": Annotated[str | None, "null: alle varianten samen"],
    "omschrijving": Annotated[str, "welke prijs, als er meer dan één is"],
    "past": Annotated[str, "ja of misschien; wat men dan navraagt staat bij misschien"],
    "mensen": Annotated[int | None, "voor hoeveel mensen gerekend is; null: niet gegeven"],
    "weggelaten": Annotated[list[Annotated[Gegevens, Weggelaten]], "voor wie niet; aantal null: niet gegeven"],
    "status": Kostenstatus,
    "groepen": Annotated[int | None, "null: niet bekend, of zie groepen_bereik"],
    "groepen_bereik": Annotated[Annotated[Gegevens, Telbereik] | None, "als het ervan afhangt hoe mensen verdeeld zijn"],
    "totaal": Bereikgegevens, "per_deelnemer": Bereikgegevens, "per_contactuur": Bereikgegevens,
    "per_contactuur_grens": Annotated[Grens | None, "als de uren een grens zijn: ten minste 2 uur is hooguit zo veel"],
    "ondergrens": Annotated[bool, "true: een deel is niet bekend, dus het is meer"],
    "prijspeil": int | None, "bron": str | None, "bronnen": list[Annotated[Gegevens, Prijsbron]],
    "budget": Annotated[Gegevens, Budget] | None, "waarschuwingen": list[str],
    "opleiding": Annotated[list[Annotated[Gegevens, Kostenpost]], "van trainers; telt niet mee"],
})  # fmt: skip
Kostengegevens = TypedDict("Kostengegevens", {
    "deelnemers": int, "aannames": Aannamegegevens, "vraag": Vraaggegevens,
    "misschien": Annotated[list[Misschiengegevens], "met wat men navraagt; uitgerekend bij regels"], "past_niet": list[NetNietgegevens],
    "gestopt": Gestoptgegevens, "regels": list[Raminggegevens],
})  # fmt: skip


def kostengegevens(
    ramingen: Sequence[Kostenraming], aannames: Aannames, gevraagd: Kostenvraag, catalogus: Catalogus
) -> Kostengegevens:
    return {
        "deelnemers": aannames.deelnemers,
        "aannames": aannamegegevens(aannames),
        "vraag": {naam: list(waarden) for naam, waarden in gevraagd.resultaat.vraag.items()},
        "misschien": [misschien_gegevens(treffer) for treffer in gevraagd.resultaat.misschien],
        "past_niet": [net_niet_gegevens(*een) for een in gevraagd.past_niet],
        "gestopt": gestoptgegevens(catalogus),
        "regels": [raminggegevens(raming) for raming in ramingen],
    }


def aannamegegevens(aannames: Aannames) -> Aannamegegevens:
    return {
        "jaar": aannames.vandaag.year,
        "groepsgrootte": aannames.groepsgrootte,
        "bijeenkomsten": aannames.bijeenkomsten,
        "gezinnen": aannames.gezinnen,
        "uurtarief": als_gegevens(aannames.uurtarief),
        "tolktarief": als_gegevens(aannames.tolktarief),
        "budget": als_gegevens(aannames.budget),
    }


def raminggegevens(raming: Kostenraming) -> Raminggegevens:
    return {
        "id": raming.interventie.id,
        "variant": raming.variant.id if raming.variant else None,
        "omschrijving": raming.omschrijving,
        "past": _past(raming),
        "mensen": raming.deelname.mensen,
        "weggelaten": als_gegevens(raming.deelname.weggelaten),
        "status": raming.status,
        "groepen": raming.groepen.precies if raming.groepen else None,
        "groepen_bereik": als_gegevens(_ruim(raming.groepen)),
        "totaal": _bereikgegevens(raming.totaal),
        "per_deelnemer": _bereikgegevens(raming.per_deelnemer),
        "per_contactuur": _bereikgegevens(raming.per_contactuur),
        "per_contactuur_grens": raming.per_contactuur_grens,
        "ondergrens": raming.ondergrens,
        "prijspeil": raming.post.prijspeil if raming.post else None,
        "bron": raming.post.bron if raming.post else None,
        "bronnen": als_gegevens(raming.bronnen),
        "budget": als_gegevens(raming.budget),
        "waarschuwingen": list(map(met_opdracht, raming.waarschuwingen)),
        "opleiding": als_gegevens(raming.opleiding),
    }


def _past(raming: Kostenraming) -> str:
    return "misschien" if raming.past_misschien else "ja"


def _ruim(groepen: Telbereik | None) -> Telbereik | None:
    """A number of groups that is not exact."""
    return None if groepen is None or groepen.precies else groepen


def _bereikgegevens(bedrag: Bedragbereik | None) -> Bereikgegevens:
    return None if bedrag is None else als_gegevens(Bedragbereik._make(map(centen, bedrag)))


CSV_KOLOMMEN = (
    "id",
    "past",
    "variant",
    "prijs",
    "mensen",
    "weggelaten",
    "status",
    "groepen",
    "totaal_van",
    "totaal_tot",
    "per_deelnemer_van",
    "per_deelnemer_tot",
    "per_contactuur_van",
    "per_contactuur_tot",
    "ondergrens",
    "prijspeil",
    "bron",
    "waarschuwingen",
    "budget",
    "tekort",
    "genoeg_voor",
    "gepubliceerde_prijs",
    "opleiding",
)


def csv_rij(raming: Kostenraming, catalogus: Catalogus) -> list[Any]:
    """An estimate under ``CSV_KOLOMMEN``."""
    bedragen = [
        centen(grens) if grens is not None else None
        for bereik in (raming.totaal, raming.per_deelnemer, raming.per_contactuur)
        for grens in (bereik or (None, None))
    ]
    return [
        Woord(raming.interventie.id, raming.interventie.naam),
        _past(raming),
        Woord(raming.variant.id, raming.variant.naam) if raming.variant else None,
        raming.omschrijving,
        raming.deelname.mensen,
        "; ".join(map(str, raming.deelname.weggelaten)),
        Woord(raming.status.value, STATUSSEN[raming.status]),
        _groepen(raming.groepen),
        *bedragen,
        raming.ondergrens,
        _samen(peil for _, peil in raming.bronnen),
        _samen(bron for bron, _ in raming.bronnen),
        "; ".join(map(met_opdracht, raming.waarschuwingen)),
        budgetoordeel(raming.budget),
        centen(raming.budget.tekort) if raming.budget and raming.budget.past is False else None,
        raming.budget.mensen if raming.budget else None,
        gepubliceerde_prijs(raming, catalogus),
        "; ".join(kostenregel(p, catalogus, noem_soort=False).rstrip(".") for p in raming.opleiding),
    ]


def _groepen(groepen: Telbereik | None) -> Grenzen | None:
    return Grenzen(TOT.join(map(str, dict.fromkeys(groepen))), *groepen) if groepen else None


def _samen(waarden: Iterable[Any]) -> Any:
    """One cell for what is known of some: the value itself when there is but one."""
    bekend = list(dict.fromkeys(waarde for waarde in waarden if waarde is not None))
    return bekend[0] if len(bekend) == 1 else "; ".join(map(str, bekend)) or None
