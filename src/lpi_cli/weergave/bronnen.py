"""Where facts come from, and on which facts sources differ."""

from collections.abc import Iterator, Sequence
from typing import Annotated, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Afwijking, Interventie
from lpi_cli.kern.bronnen import Bronstaat, van_wanneer
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Tabel, Toon, Velden
from lpi_cli.weergave.feiten import RUIT, STREEP, STREEP_UITLEG, id_met_merk, veld_in_woorden

KOLOMMEN = (
    Kolom("id"),
    Kolom("titel", minstens=16),
    Kolom("interventies", vast=True),
    Kolom("van wanneer"),
    Kolom("uitgever", rang=2),
)
Brongegevens = TypedDict("Brongegevens", {
    "id": str, "titel": str, "uitgever": str | None, "jaar": int | None, "datum": str,
    "gelezen": Annotated[str | None, "bij een bron zonder jaar: dag waarop zij is gelezen"], "jaren_oud": int | None,
    "interventies": Annotated[int, "hoeveel deze bron gebruiken"],
    "url": str | None, "map": Annotated[str | None, "de eigen catalogus; null: meegeleverd"],
})  # fmt: skip


def bronnenbeeld(staten: Sequence[Bronstaat]) -> Beeld:
    gegevens = [_brongegevens(staat) for staat in staten]
    return Beeld(
        lambda: _bronblokken(staten),
        lambda: gegevens,
        tuple(Brongegevens.__annotations__),
        lambda: [list(bron.values()) for bron in gegevens],
    )


def _bronblokken(staten: Sequence[Bronstaat]) -> Iterator[Blok]:
    yield Alinea(f"{len(staten)} bronnen, de meest gebruikte eerst", Toon.NADRUK)
    yield Tabel(KOLOMMEN, [_rij(staat) for staat in staten])
    yield Alinea(f"interventies = hoeveel er deze bron gebruiken. {STREEP_UITLEG}.", Toon.ZACHT)
    if eigen := [staat for staat in staten if staat.map]:
        yield Kop(f"{RUIT} uit uw eigen catalogus")
        yield Velden([(staat.id, [staat.map or ""]) for staat in eigen])


def _rij(staat: Bronstaat) -> list[str]:
    return [
        f"{staat.id} {RUIT}" if staat.map else staat.id,
        staat.bron.titel,
        str(staat.interventies),
        van_wanneer(staat.bron),
        staat.bron.uitgever or STREEP,
    ]


def _brongegevens(staat: Bronstaat) -> Brongegevens:
    bron = staat.bron
    return {
        "id": staat.id, "titel": bron.titel, "uitgever": bron.uitgever, "jaar": bron.jaar, "datum": bron.datum,
        "gelezen": bron.gelezen, "jaren_oud": staat.leeftijd, "interventies": staat.interventies, "url": bron.url, "map": staat.map,
    }  # fmt: skip


Afwijkinggegevens = TypedDict("Afwijkinggegevens", {
    "id": str, "naam": str, "veld": str, "bron": Annotated[str, "de bron met de andere waarde"],
    "waarde": str, "toelichting": Annotated[str, "welke waarde wij gebruiken en waarom"],
})  # fmt: skip


def afwijkingenbeeld(interventies: Sequence[Interventie], catalogus: Catalogus) -> Beeld:
    """Per intervention the facts on which another source differs from the one we use."""
    verschillen = [(i, afwijking) for i in interventies for afwijking in i.afwijkingen]
    met = [interventie for interventie in interventies if interventie.afwijkingen]
    gegevens = [_afwijkinggegevens(interventie, afwijking) for interventie, afwijking in verschillen]
    return Beeld(
        lambda: _afwijkingblokken(met, len(verschillen), catalogus),
        lambda: gegevens,
        tuple(Afwijkinggegevens.__annotations__),
        lambda: [list(verschil.values()) for verschil in gegevens],
    )


def _afwijkinggegevens(i: Interventie, a: Afwijking) -> Afwijkinggegevens:
    return {
        "id": i.id, "naam": i.naam, "veld": a.veld, "bron": a.bron, "waarde": a.waarde, "toelichting": a.toelichting,
    }  # fmt: skip


def _afwijkingblokken(met: Sequence[Interventie], aantal: int, catalogus: Catalogus) -> Iterator[Blok]:
    if not met:
        yield Alinea("Hierover verschillen de bronnen niet.", Toon.NADRUK)
        return
    punten = f"{aantal} punt{'en' * (aantal != 1)}"
    yield Alinea(
        f"Bronnen verschillen op {punten}, bij {len(met)} interventie{'s' * (len(met) != 1)}", Toon.NADRUK
    )
    for interventie in met:
        yield Kop(f"{interventie.naam} ({id_met_merk(interventie, catalogus)})")
        yield Velden([(veld_in_woorden(a.veld), _afwijking(a)) for a in interventie.afwijkingen])


def _afwijking(afwijking: Afwijking) -> list[str]:
    return [f"volgens {afwijking.bron}: {afwijking.waarde}", afwijking.toelichting]
