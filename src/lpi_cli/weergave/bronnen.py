"""Where facts come from, and on which facts sources differ."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Annotated, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.record import als_object
from lpi_cli.kern.bronnen import Bronstaat, van_wanneer
from lpi_cli.kern.ouderdom import Tijd, let_op
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Tabel, Tabelkolom, Toon, Velden, rijenbeeld
from lpi_cli.weergave.feiten import RUIT, STREEP, STREEP_UITLEG, bronregel, id_met_merk, veld_in_woorden
from lpi_cli.weergave.feitenlijst import Kaartfeit, feiten
from lpi_cli.weergave.tekst import geteld

KOLOMMEN = (
    Tabelkolom("id"),
    Tabelkolom("titel", minstens=16),
    Tabelkolom("interventies", vast=True),
    Tabelkolom("van wanneer"),
    Tabelkolom("uitgever", rang=2),
)
Brongegevens = TypedDict("Brongegevens", {
    "id": str, "titel": str, "uitgever": str | None, "jaar": int | None, "datum": str,
    "gelezen": Annotated[str | None, "bij een bron zonder jaar: dag waarop zij is gelezen"], "jaren_oud": int | None,
    "interventies": Annotated[int, "hoeveel deze bron gebruiken"],
    "url": str | None, "map": Annotated[str | None, "de eigen catalogus; null: meegeleverd"],
})  # fmt: skip


def bronnenbeeld(staten: Sequence[Bronstaat], vandaag: date) -> Beeld:
    gegevens = [
        als_object(
            Brongegevens,
            een.bron,
            id=een.id,
            jaren_oud=een.leeftijd,
            interventies=een.interventies,
            map=een.map,
        )
        for een in staten
    ]
    return rijenbeeld(lambda: _bronblokken(staten, vandaag), gegevens, Brongegevens)


def _bronblokken(staten: Sequence[Bronstaat], vandaag: date) -> Iterator[Blok]:
    yield Alinea(f"{len(staten)} bronnen, de meest gebruikte eerst", Toon.NADRUK)
    yield Tabel(KOLOMMEN, [_rij(staat, vandaag) for staat in staten])
    yield Alinea(f"interventies = hoeveel er deze bron gebruiken. {STREEP_UITLEG}.", Toon.ZACHT)
    if eigen := [staat for staat in staten if staat.map]:
        yield Kop(f"{RUIT} uit uw eigen catalogus")
        yield Velden([(staat.id, [staat.map or ""]) for staat in eigen])


def _rij(staat: Bronstaat, vandaag: date) -> list[str]:
    oud = let_op(Tijd(staat.bron.jaar, nagekeken=staat.bron.gelezen), vandaag)
    return [
        f"{staat.id} {RUIT}" if staat.map else staat.id,
        staat.bron.titel,
        str(staat.interventies),
        " ".join(filter(None, [van_wanneer(staat.bron), oud and f"({oud})"])),
        staat.bron.uitgever or STREEP,
    ]


Feitbron = TypedDict("Feitbron", {
    "id": str, "feit": str, "variant": Annotated[str | None, "null: van het geheel"], "tekst": list[str],
    "bron": str, "plaats": Annotated[str, "waar het in de bron staat"],
    "van_wanneer": Annotated[str, "datum van de bron; zonder jaar ook de dag waarop zij is gelezen"],
})  # fmt: skip


def feitbronnenbeeld(
    interventies: Sequence[Interventie], catalogus: Catalogus, uit: Collection[str] = ()
) -> Beeld:
    """Each fact that rests on a source, with its place in it; a fact of two sources stands there twice.

    ``uit``: only what rests on these; all when there are none.
    """
    alle = (rij for interventie in interventies for rij in _feitbronnen(interventie, catalogus))
    gegevens = [rij for rij in alle if not uit or rij["bron"] in uit]
    return rijenbeeld(lambda: _feitbronblokken(interventies, gegevens, catalogus), gegevens, Feitbron)


def _feitbronnen(interventie: Interventie, catalogus: Catalogus) -> Iterator[Feitbron]:
    for feit in feiten(interventie, catalogus):
        for bron in dict.fromkeys(feit.bronnen):
            yield {
                "id": interventie.id, "feit": feit.label, "variant": feit.variant and feit.variant.naam,
                "tekst": list(feit.regels), "bron": bron, "plaats": _plaats(interventie, feit, bron),
                "van_wanneer": van_wanneer(catalogus.bronnen[bron]),
            }  # fmt: skip


def _plaats(interventie: Interventie, feit: Kaartfeit, bron: str) -> str:
    """Where the variant stands in this source, or else each place of the intervention in it."""
    if feit.variant is not None and feit.variant.bron == bron:
        return feit.variant.plaats
    return _plaatsen(interventie, bron)


def _plaatsen(interventie: Interventie, bron: str) -> str:
    return "; ".join(plek.plaats for plek in interventie.bronnen if plek.bron == bron)


def _feitbronblokken(
    interventies: Sequence[Interventie], gegevens: Sequence[Feitbron], catalogus: Catalogus
) -> Iterator[Blok]:
    per: dict[str, dict[str, list[Feitbron]]] = {}
    for rij in gegevens:
        per.setdefault(rij["id"], {}).setdefault(rij["bron"], []).append(rij)
    if not per:
        yield Alinea("Hierop rust geen enkel feit.", Toon.NADRUK)
    for i in interventies:
        if i.id not in per:
            continue
        yield Kop(f"{i.naam} ({id_met_merk(i, catalogus)}): feiten per bron", 1)
        for bron in catalogus.bronnen:
            if rijen := per[i.id].get(bron):
                overal = _plaatsen(i, bron)
                yield Kop(bronregel(bron, catalogus, overal))
                yield Velden([_feitveld(rij, overal) for rij in rijen])


def _feitveld(rij: Feitbron, overal: str) -> tuple[str, list[str]]:
    """With its place, where that is more precise than all places of its intervention."""
    kop = f"{rij['feit']} ({rij['variant']})" if rij["variant"] else rij["feit"]
    return kop, [*rij["tekst"], *([] if rij["plaats"] == overal else [f"in: {rij['plaats']}"])]


Afwijkinggegevens = TypedDict("Afwijkinggegevens", {
    "id": str, "naam": str, "veld": str, "bron": Annotated[str, "de bron met de andere waarde"],
    "waarde": str, "toelichting": Annotated[str, "welke waarde wij gebruiken en waarom"],
})  # fmt: skip


def afwijkingenbeeld(interventies: Sequence[Interventie], catalogus: Catalogus) -> Beeld:
    """Per intervention the facts on which another source differs from the one we use."""
    met = [interventie for interventie in interventies if interventie.afwijkingen]
    gegevens = [als_object(Afwijkinggegevens, a, id=i.id, naam=i.naam) for i in met for a in i.afwijkingen]
    return rijenbeeld(lambda: _afwijkingblokken(met, len(gegevens), catalogus), gegevens, Afwijkinggegevens)


def _afwijkingblokken(met: Sequence[Interventie], aantal: int, catalogus: Catalogus) -> Iterator[Blok]:
    if not met:
        yield Alinea("Hierover verschillen de bronnen niet.", Toon.NADRUK)
        return
    punten, bij = geteld(aantal, "punt", "en"), geteld(len(met), "interventie", "s")
    yield Alinea(f"Bronnen verschillen op {punten}, bij {bij}", Toon.NADRUK)
    for interventie in met:
        yield Kop(f"{interventie.naam} ({id_met_merk(interventie, catalogus)})")
        yield Velden(
            [
                (veld_in_woorden(a.veld), [f"volgens {a.bron}: {a.waarde}", a.toelichting])
                for a in interventie.afwijkingen
            ]
        )
