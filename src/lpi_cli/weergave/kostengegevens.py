"""The costs as data: for JSON, with the fixed keys of the contract, and as rows of a sheet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Grens, Kostenpost
from lpi_cli.catalogus.record import Gegevens, als_object
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.budget import Budget
from lpi_cli.kern.deelname import Weggelaten
from lpi_cli.kern.groepen import Telbereik
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.kostenvraag import Kostenvraag
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Kostenraming, Prijsbron
from lpi_cli.kern.zoek import Reden, Treffer
from lpi_cli.weergave.cel import Grenzen, Woord
from lpi_cli.weergave.feiten import STATUSSEN, bronnen_kort, kostenregel
from lpi_cli.weergave.gestopt import Gestoptgegevens, gestoptgegevens
from lpi_cli.weergave.kostenwoorden import budgetoordeel, gepubliceerde_prijs, in_centen, met_opdracht
from lpi_cli.weergave.wensen import Wensgegevens, wens_in_woorden, wensgegevens
from lpi_cli.weergave.zoek import (
    Misschiengegevens,
    NetNietgegevens,
    Vraaggegevens,
    misschien_gegevens,
    net_niet_gegevens,
)

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
    "ongeveer": Annotated[bool, "true: de bron zegt dat een bedrag ongeveer zo hoog is"],
    "prijspeil": int | None, "bron": str | None, "bronnen": list[Annotated[Gegevens, Prijsbron]],
    "budget": Annotated[Gegevens, Budget] | None, "waarschuwingen": list[str],
    "opleiding": Annotated[list[Annotated[Gegevens, Kostenpost]], "van trainers; telt niet mee"],
    "wensen": Annotated[list[Wensgegevens], "wat men het liefst heeft, op volgorde; leeg: niet gevraagd"],
})  # fmt: skip

Kostengegevens = TypedDict("Kostengegevens", {
    "deelnemers": int, "aannames": Aannamegegevens, "vraag": Vraaggegevens,
    "misschien": Annotated[list[Misschiengegevens], "met wat men navraagt; uitgerekend bij regels"], "past_niet": list[NetNietgegevens],
    "gestopt": Gestoptgegevens, "regels": list[Raminggegevens],
})  # fmt: skip


def kostengegevens(
    ramingen: Sequence[Kostenraming], aannames: Aannames, gevraagd: Kostenvraag, catalogus: Catalogus
) -> Kostengegevens:
    return als_object(
        Kostengegevens,
        aannames,
        aannames=aannamegegevens(aannames),
        vraag=gevraagd.resultaat.vraag,
        misschien=list(map(misschien_gegevens, gevraagd.resultaat.misschien)),
        past_niet=[net_niet_gegevens(een.los(), redenen) for een, redenen in gevraagd.past_niet],
        gestopt=gestoptgegevens(catalogus),
        regels=regelgegevens(ramingen, (*gevraagd.resultaat.treffers, *gevraagd.resultaat.misschien)),
    )


def _wensen_van(treffers: Iterable[Treffer]) -> Callable[[Kostenraming], tuple[Reden, ...]]:
    """Of the variants of a line all that one would like, and whether they have it; nothing when nothing was asked."""
    per: dict[str, list[Treffer]] = {}
    for treffer in treffers:
        per.setdefault(treffer.interventie.id, []).append(treffer)

    def van(raming: Kostenraming) -> tuple[Reden, ...]:
        van_deze = per.get(raming.interventie.id, ())
        return next((t.wensen for t in van_deze if raming.variant in (None, *t.varianten)), ())

    return van


def aannamegegevens(aannames: Aannames) -> Aannamegegevens:
    return als_object(Aannamegegevens, aannames, jaar=aannames.vandaag.year)


def regelgegevens(ramingen: Iterable[Kostenraming], treffers: Iterable[Treffer]) -> list[Raminggegevens]:
    """``treffers``: where the judgement on each stands."""
    wensen = _wensen_van(treffers)
    return [raminggegevens(raming, wensen(raming)) for raming in ramingen]


def raminggegevens(raming: Kostenraming, wensen: Sequence[Reden] = ()) -> Raminggegevens:
    groepen = raming.groepen.precies if raming.groepen else None
    return als_object(
        Raminggegevens,
        raming,
        ongeveer=raming.is_ongeveer,
        id=raming.interventie.id,
        variant=raming.variant.id if raming.variant else None,
        past=_past(raming),
        mensen=raming.deelname.mensen,
        weggelaten=raming.deelname.weggelaten,
        groepen=groepen,
        groepen_bereik=None if groepen else raming.groepen,
        totaal=in_centen(raming.totaal),
        per_deelnemer=in_centen(raming.per_deelnemer),
        per_contactuur=in_centen(raming.per_contactuur),
        prijspeil=raming.post.prijspeil if raming.post else None,
        bron=raming.post.bron if raming.post else None,
        waarschuwingen=list(map(met_opdracht, raming.waarschuwingen)),
        wensen=wensgegevens(wensen),
    )


def _past(raming: Kostenraming) -> str:
    return "misschien" if raming.past_misschien else "ja"


def _van(bedrag: Bedragbereik | None) -> Decimal | None:
    return None if bedrag is None else centen(bedrag.van)


def _tot(bedrag: Bedragbereik | None) -> Decimal | None:
    return None if bedrag is None else centen(bedrag.tot)


CSV_CELLEN: Mapping[str, Callable[[Kostenraming, Catalogus], Any]] = {
    "id": lambda r, c: Woord(r.interventie.id, r.interventie.naam),
    "past": lambda r, c: _past(r),
    "variant": lambda r, c: Woord(r.variant.id, r.variant.naam) if r.variant else None,
    "prijs": lambda r, c: r.omschrijving,
    "mensen": lambda r, c: r.deelname.mensen,
    "weggelaten": lambda r, c: "; ".join(map(str, r.deelname.weggelaten)),
    "status": lambda r, c: Woord(r.status.value, STATUSSEN[r.status]),
    "groepen": lambda r, c: _groepen(r.groepen),
    "totaal_van": lambda r, c: _van(r.totaal),
    "totaal_tot": lambda r, c: _tot(r.totaal),
    "per_deelnemer_van": lambda r, c: _van(r.per_deelnemer),
    "per_deelnemer_tot": lambda r, c: _tot(r.per_deelnemer),
    "per_contactuur_van": lambda r, c: _van(r.per_contactuur),
    "per_contactuur_tot": lambda r, c: _tot(r.per_contactuur),
    "ondergrens": lambda r, c: r.ondergrens,
    "prijspeil": lambda r, c: _samen(bron.prijspeil for bron in r.bronnen),
    "bron": lambda r, c: _bron(list(dict.fromkeys(bron.bron for bron in r.bronnen)), c),
    "waarschuwingen": lambda r, c: "; ".join(map(met_opdracht, r.waarschuwingen)),
    "budget": lambda r, c: budgetoordeel(r.budget),
    "tekort": lambda r, c: centen(r.budget.tekort) if r.budget and r.budget.past is False else None,
    "genoeg_voor": lambda r, c: r.budget.mensen if r.budget else None,
    "gepubliceerde_prijs": gepubliceerde_prijs,
    "opleiding": lambda r, c: "; ".join(kostenregel(p, c, noem_soort=False).rstrip(".") for p in r.opleiding),
}
"""An estimate as a row of a sheet."""
CSV_KOLOMMEN = tuple(CSV_CELLEN)
MET_WENSEN = (*CSV_KOLOMMEN, "wensen")


def csv_rij(raming: Kostenraming, catalogus: Catalogus) -> list[Any]:
    return [cel(raming, catalogus) for cel in CSV_CELLEN.values()]


def rijen_met_wensen(
    ramingen: Sequence[Kostenraming], gevraagd: Kostenvraag, catalogus: Catalogus
) -> list[list[Any]]:
    wensen = _wensen_van((*gevraagd.resultaat.treffers, *gevraagd.resultaat.misschien))
    return [[*csv_rij(een, catalogus), "; ".join(map(wens_in_woorden, wensen(een)))] for een in ramingen]


def _bron(bronnen: Sequence[str], catalogus: Catalogus) -> Woord | None:
    return Woord("; ".join(bronnen), bronnen_kort(bronnen, catalogus)) if bronnen else None


def _groepen(groepen: Telbereik | None) -> Grenzen | None:
    """With a word between the bounds: a dash would make it a date."""
    return Grenzen(" tot ".join(map(str, dict.fromkeys(groepen))), *groepen) if groepen else None


def _samen(waarden: Iterable[Any]) -> Any:
    """One cell for what is known of some: the value itself when there is but one."""
    bekend = list(dict.fromkeys(waarde for waarde in waarden if waarde is not None))
    return bekend[0] if len(bekend) == 1 else "; ".join(map(str, bekend)) or None
