"""The whole catalogue as a table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, Doel, Interventie, Niveau, Soort, Vorm
from lpi_cli.catalogus.record import Gegevens, als_object
from lpi_cli.kern.bewijs import hoogste
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Tabel, Tabelkolom, Toon
from lpi_cli.weergave.cel import Woord
from lpi_cli.weergave.feiten import (
    STATUSSEN,
    STREEP,
    STREEP_UITLEG,
    erkenning_kort,
    id_met_merk,
    leeftijdcel,
    leeftijden_kort,
    merkuitleg,
    met_mappen,
    prijs_kort,
    vorm_kort,
    vormen,
)
from lpi_cli.weergave.gestopt import gestoptblokken, gestoptregels
from lpi_cli.weergave.tekst import geteld

KOLOMMEN: Mapping[str, tuple[Tabelkolom, Callable[[Interventie, Catalogus, date], str | None]]] = {
    "id": (Tabelkolom("id", vast=True), lambda i, c, dag: id_met_merk(i, c)),
    "leeftijd": (Tabelkolom("leeftijd"), lambda i, c, dag: leeftijden_kort(i.varianten)),
    "vorm": (Tabelkolom("vorm", rang=1, vast=True), lambda i, c, dag: vorm_kort(i.varianten)),
    "kosten": (Tabelkolom("kosten"), lambda i, c, dag: prijs_kort(i, c)),
    "naam": (Tabelkolom("naam", rang=2), lambda i, c, dag: i.naam),
    "doel": (Tabelkolom("doel", rang=3), lambda i, c, dag: ", ".join(i.doel.categorieen)),
    "bewijs": (Tabelkolom("erkenning", rang=4, minstens=19), erkenning_kort),
    "organisatie": (Tabelkolom("organisatie", rang=5), lambda i, c, dag: i.organisatie),
}
"""By the name of the fact, which may be an order; with what it says."""
VOLGORDE_UITLEG = {
    "kosten": "Volgorde op bedrag; de eenheden verschillen. Reken uit met: lpi kosten --deelnemers N",
    "bewijs": "Volgorde: de hoogste erkenning eerst; daarna wat alleen voor een deel is erkend.",
}
"""What one must know of an order to read the list well."""


def lijstbeeld(
    groepen: Mapping[str | None, Sequence[Interventie]],
    catalogus: Catalogus,
    vandaag: date,
    volgorde: Sequence[str] = (),
) -> Beeld:
    """``groepen``: heading → interventions; one group without a heading is a plain list.

    ``vandaag`` tells which ratings ended. ``volgorde``: what they are sorted on, so that those columns are shown.
    """
    alle = list(dict.fromkeys(i for groep in groepen.values() for i in groep))
    return Beeld(
        lambda: _blokken(groepen, alle, catalogus, vandaag, volgorde),
        lambda: [_gegevens(interventie, vandaag) for interventie in alle],
        CSV_KOLOMMEN,
        lambda: [_csv_rij(interventie, catalogus, vandaag) for interventie in alle],
        opgave=lambda: gestoptregels(catalogus),
    )


def _blokken(
    groepen: Mapping[str | None, Sequence[Interventie]],
    alle: Sequence[Interventie],
    catalogus: Catalogus,
    vandaag: date,
    volgorde: Sequence[str],
) -> Iterator[Blok]:
    yield Alinea(aantal_in_woorden(alle), Toon.NADRUK)
    kolommen = _kolommen(volgorde)
    rij_van = {interventie.id: _rij(interventie, catalogus, vandaag) for interventie in alle}
    maatstaf = _breedste(rij_van.values()) if len(groepen) > 1 else ()
    for kop, groep in groepen.items():
        if kop is not None:
            yield Kop(f"{kop} ({len(groep)})")
        yield Tabel(kolommen, [rij_van[interventie.id] for interventie in groep], maatstaf)
    yield from gestoptblokken(catalogus)
    uitleg = [*merkuitleg(alle, catalogus), STREEP_UITLEG]
    yield Alinea(". ".join(uitleg) + ".", Toon.ZACHT)
    for deel in volgorde:
        if deel in VOLGORDE_UITLEG:
            yield Alinea(VOLGORDE_UITLEG[deel], Toon.ZACHT)
    yield Alinea(met_mappen("Meer over één interventie: lpi toon ID", catalogus), Toon.ZACHT)


def _kolommen(volgorde: Sequence[str]) -> Sequence[Tabelkolom]:
    """The columns, of which those sorted on always show; where one comes in, others make room for it."""
    kolommen = {feit: kolom for feit, (kolom, _) in KOLOMMEN.items()}
    if all(kolommen[deel].rang == 0 for deel in volgorde):
        return list(kolommen.values())
    blijft = {"id", *volgorde}
    return [kolom._replace(rang=0 if feit in blijft else kolom.rang + 1) for feit, kolom in kolommen.items()]


def _breedste(rijen: Iterable[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Of each column the longest cell, and the cell with the longest word: they decide how wide it is."""
    kolommen = list(zip(*rijen, strict=True))
    return (
        [max(cellen, key=len) for cellen in kolommen],
        [max(cellen, key=lambda cel: max(map(len, cel.split()), default=0)) for cellen in kolommen],
    )


def aantal_in_woorden(interventies: Sequence[Interventie]) -> str:
    """``35 interventies en 4 praktijkvoorbeelden``."""
    voorbeelden = sum(i.soort is Soort.PRAKTIJKVOORBEELD for i in interventies)
    rest = len(interventies) - voorbeelden
    delen = [geteld(rest, "interventie", "s")] if rest or not voorbeelden else []
    if voorbeelden:
        delen.append(geteld(voorbeelden, "praktijkvoorbeeld", "en"))
    return " en ".join(delen)


def _rij(interventie: Interventie, catalogus: Catalogus, vandaag: date) -> list[str]:
    return [zeg(interventie, catalogus, vandaag) or STREEP for _, zeg in KOLOMMEN.values()]


Leeftijdgegevens = TypedDict("Leeftijdgegevens", {"van": int | None, "tot": int | None})
Prijsgegevens = TypedDict("Prijsgegevens", {
    "status": Kostenstatus | None, "bedrag": Annotated[Gegevens, Bedragbereik] | None, "eenheid": str | None,
})  # fmt: skip
Lijstgegevens = TypedDict("Lijstgegevens", {
    "id": str, "naam": str, "organisatie": str, "soort": Soort, "voorselectie": bool,
    "leeftijd": list[Leeftijdgegevens], "vorm": list[Vorm], "doel": list[Doel],
    "bewijs": Annotated[Niveau | None, "de hoogste erkenning van het geheel; null: ook als alleen een variant er een heeft"], "kosten": Prijsgegevens,
})  # fmt: skip


def _gegevens(interventie: Interventie, vandaag: date) -> Lijstgegevens:
    gevonden, erkend = prijs(interventie), hoogste(interventie, vandaag)
    leeftijden = dict.fromkeys(v.leeftijd[:2] for v in interventie.varianten if v.leeftijd.gepubliceerd)
    eenheid = gevonden.post.eenheid if gevonden.post else None
    return als_object(
        Lijstgegevens,
        interventie,
        leeftijd=[{"van": van, "tot": tot} for van, tot in leeftijden],
        vorm=vormen(interventie.varianten),
        doel=interventie.doel.categorieen,
        bewijs=erkend.niveau if erkend and not erkend.varianten else None,
        kosten=als_object(Prijsgegevens, gevonden, eenheid=eenheid),
    )


CSV_KOLOMMEN = (*Lijstgegevens.__annotations__, "kosten_van", "kosten_tot", "eenheid")


def _csv_rij(interventie: Interventie, catalogus: Catalogus, vandaag: date) -> list[Any]:
    """The same with lists in one cell; an age that is not published is no age, whoever takes part."""
    gegevens = _gegevens(interventie, vandaag)
    kosten, bedrag = gegevens["kosten"], gegevens["kosten"]["bedrag"] or {}
    in_een_cel = {
        "leeftijd": leeftijdcel(interventie.varianten),
        "vorm": ", ".join(gegevens["vorm"]),
        "doel": ", ".join(gegevens["doel"]),
        "bewijs": erkenning_kort(interventie, catalogus, vandaag),
        "kosten": Woord(kosten["status"], STATUSSEN[kosten["status"]]) if kosten["status"] else None,
    }
    return [*{**gegevens, **in_een_cel}.values(), bedrag.get("van"), bedrag.get("tot"), kosten["eenheid"]]
