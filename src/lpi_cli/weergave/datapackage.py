"""The catalogue as a Frictionless Data Package: tables with keys, derived from the records of ``model``.

A record in a record becomes columns, a list of codes one cell, a list of records a table of its own
that refers to what it belongs to.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bron, BronId, Code, Interventie, Variant
from lpi_cli.catalogus.record import is_record, kaal
from lpi_cli.weergave.formaat.csv import voor_programmas
from lpi_cli.weergave.formaat.json import als_json
from lpi_cli.weergave.tekst import schoon

BESTANDSNAAM = "datapackage.json"
SCHEIDING = "|"
"""Between the values in one cell."""
UITLEG = {
    "interventies": "Elke rij is een interventie of praktijkvoorbeeld.",
    "varianten": "De versies van een interventie, elk met een eigen leeftijd, vorm en bijeenkomsten.",
    "erkenningen": "Oordelen in een databank met erkende interventies.",
    "onderzoek": "Onderzoek naar een interventie, met hoe het afliep.",
    "kosten": "Gepubliceerde prijzen en uren, elk in de eigen eenheid.",
    "staffel": "Prijzen vanaf een hoeveelheid, bij een rij van kosten.",
    "kwaliteit": "Wat een bron zegt over een vraag van de kwaliteitstoets.",
    "contact": "Wie men kan bellen of mailen.",
    "publicaties": "Wat er over een interventie is gepubliceerd.",
    "vindplaatsen": "Waar een interventie in een bron staat.",
    "bron_van": "De bron van een veld, als die niet die van het geheel is.",
    "aandachtspunten_deels": "Waar u op let bij een deel van de varianten of mensen.",
    "afwijkingen": "Waar een andere bron iets anders zegt.",
    "bronnen": "De publicaties waaruit de feiten komen.",
    "begrippen": "De woorden die in de tabellen staan, met hun betekenis.",
}
VARIANTVERWIJZINGEN = ("id", "variant", "varianten")
"""Columns below an intervention with ids of its variants."""
_NAMEN = {"bronnen": "vindplaatsen"}
"""A list of an intervention whose table has another name, since that one is taken."""
_NAAR_INTERVENTIE = (["interventie"], "interventies", ["id"])
_SOORTEN = {bool: "boolean", int: "integer", Decimal: "number"}


class Pakketkolom(NamedTuple):
    """One column: where its value is found from the record of its row, and what it may be."""

    naam: str
    pad: tuple[str, ...] = ()
    soort: Any = Code
    uitleg: str = ""
    is_lijst: bool = False


class Pakkettabel(NamedTuple):
    """What stands in one file. ``sleutel``: the columns that tell its rows apart, those of others first."""

    naam: str
    sleutel: Sequence[str]
    kolommen: Sequence[Pakketkolom]
    rijen: Sequence[Sequence[Any]]
    verwijzingen: Sequence[tuple[Sequence[str], str, Sequence[str]]] = ()
    """Columns, and the table and its columns that they refer to."""


def datapackage(catalogus: Catalogus) -> Mapping[str, bytes]:
    """All files of the package by name."""
    tabellen = list(_tabellen(catalogus))
    bestanden = {
        f"{tabel.naam}.csv": voor_programmas([kolom.naam for kolom in tabel.kolommen], tabel.rijen)
        for tabel in tabellen
    }
    uitgave = catalogus.uitgave
    beschrijving = {
        "profile": "tabular-data-package",
        "name": "lpi-catalogus",
        "title": schoon(uitgave.titel),
        "description": schoon(uitgave.omschrijving),
        "version": uitgave.versie,
        "created": f"{uitgave.datum}T00:00:00Z",
        "keywords": list(uitgave.trefwoorden),
        "licenses": [{"path": str(uitgave.licentie), "title": "EUPL-1.2"}],
        "sources": [
            {"title": schoon(bron.titel), **({"path": str(bron.url)} if bron.url else {})}
            for bron in catalogus.bronnen.values()
        ],
        "resources": [_beschrijving(tabel, catalogus) for tabel in tabellen],
    }
    return bestanden | {BESTANDSNAAM: als_json(beschrijving)}


# --- the tables -----------------------------------------------------------------------


def _tabellen(catalogus: Catalogus) -> Iterator[Pakkettabel]:
    interventies = catalogus.alle
    kolommen = _kolommen(Interventie)
    yield Pakkettabel("interventies", ["id"], kolommen, [_cellen(i, kolommen) for i in interventies])
    for lijst in _lijsten(Interventie):
        naam = _NAMEN.get(lijst.pad[-1], lijst.pad[-1])
        per_ouder = [((i.id,), _op(i, lijst.pad)) for i in interventies]
        yield from _deeltabellen(naam, ["interventie"], lijst.soort, per_ouder)
    van = [(i.id, veld, bron) for i in interventies for veld, ids in i.bron_van.items() for bron in ids]
    yield Pakkettabel(
        "bron_van",
        ["interventie", "veld", "bron"],
        [Pakketkolom("interventie"), Pakketkolom("veld"), Pakketkolom("bron", soort=BronId)],
        van,
        [_NAAR_INTERVENTIE, (["bron"], "bronnen", ["id"])],
    )
    velden = _kolommen(Bron)
    bronnen = [(id_, *_cellen(bron, velden)) for id_, bron in catalogus.bronnen.items()]
    yield Pakkettabel("bronnen", ["id"], [Pakketkolom("id"), *velden], bronnen)
    woorden = [(lijst, code, *b[:2]) for lijst, per in catalogus.begrippen.items() for code, b in per.items()]
    yield Pakkettabel(
        "begrippen", ["lijst", "code"], [*map(Pakketkolom, ("lijst", "code", "naam", "uitleg"))], woorden
    )


def _deeltabellen(
    naam: str, ouder: Sequence[str], soort: Any, per_ouder: Sequence[tuple[tuple[Any, ...], Sequence[Any]]]
) -> Iterator[Pakkettabel]:
    """The records of one list, each with the key of what it belongs to, and the lists in them."""
    kolommen = _kolommen(soort)
    delen = [((*sleutel, nr), deel) for sleutel, reeks in per_ouder for nr, deel in enumerate(reeks, 1)]
    rijen = [
        (*sleutel, *(_met_ouder(kolom, sleutel[0], _op(deel, kolom.pad)) for kolom in kolommen))
        for sleutel, deel in delen
    ]
    sleutelkolommen = [Pakketkolom(een, soort=int if een.endswith("nr") else Code) for een in (*ouder, "nr")]
    sleutel = ["id"] if soort is Variant else [*ouder, "nr"]
    yield Pakkettabel(naam, sleutel, [*sleutelkolommen, *kolommen], rijen, list(_verwijzingen(soort, ouder)))
    for lijst in _lijsten(soort):
        onder = [(sleutel, _op(deel, lijst.pad)) for sleutel, deel in delen]
        yield from _deeltabellen(lijst.pad[-1], [*ouder, f"{naam}_nr"], lijst.soort, onder)


def _met_ouder(kolom: Pakketkolom, interventie: str, waarde: Any) -> Any:
    """A cell; the id of a variant with that of its intervention, so that it is of one variant only."""
    if kolom.naam not in VARIANTVERWIJZINGEN:
        return _cel(waarde, is_lijst=kolom.is_lijst)
    ids = [f"{interventie}/{id_}" for id_ in (waarde if kolom.is_lijst else [waarde]) if id_]
    return _cel(ids, is_lijst=True)


def _verwijzingen(soort: Any, ouder: Sequence[str]) -> Iterator[tuple[Sequence[str], str, Sequence[str]]]:
    yield _NAAR_INTERVENTIE
    if len(ouder) > 1:
        yield list(ouder), ouder[1].removesuffix("_nr"), ["interventie", "nr"]
    for kolom in _kolommen(soort):
        if kolom.soort is BronId:
            yield [kolom.naam], "bronnen", ["id"]
        if kolom.naam == "variant":
            yield ["variant"], "varianten", ["id"]


@cache
def _velden(record: Any, voor: tuple[str, ...] = (), uitleg: str = "") -> list[Pakketkolom]:
    """The values of a record, those of the records in it among them."""
    velden = []
    for naam, annotatie in record.__annotations__.items():
        soort, pad = kaal(annotatie), (*voor, naam)
        wat = get_args(annotatie)[1] if get_origin(annotatie) is Annotated else uitleg
        if is_record(soort):
            velden += _velden(soort, pad, wat)
        elif get_origin(soort) is tuple:
            velden.append(Pakketkolom("_".join(pad), pad, get_args(soort)[0], wat, is_lijst=True))
        elif get_origin(soort) is not dict:
            velden.append(Pakketkolom("_".join(pad), pad, soort, wat))
    return velden


def _kolommen(record: Any) -> list[Pakketkolom]:
    return [veld for veld in _velden(record) if not is_record(veld.soort)]


def _lijsten(record: Any) -> list[Pakketkolom]:
    """The lists of records of a record, each of which is a table."""
    return [veld for veld in _velden(record) if is_record(veld.soort)]


def _cellen(deel: Any, kolommen: Sequence[Pakketkolom]) -> list[Any]:
    return [_cel(_op(deel, kolom.pad), is_lijst=kolom.is_lijst) for kolom in kolommen]


def _op(deel: Any, pad: Sequence[str]) -> Any:
    """The value at a path; None where something on the way is not published."""
    for naam in pad:
        deel = None if deel is None else getattr(deel, naam)
    return deel


def _cel(waarde: Any, *, is_lijst: bool) -> Any:
    if not is_lijst:
        return waarde
    return SCHEIDING.join(str(deel).replace(SCHEIDING, "/") for deel in waarde or ()) or None


# --- their description ----------------------------------------------------------------


def _beschrijving(tabel: Pakkettabel, catalogus: Catalogus) -> Mapping[str, Any]:
    schema = {
        "fields": [_veld(kolom, catalogus) for kolom in tabel.kolommen],
        "primaryKey": list(tabel.sleutel),
        "missingValues": [""],
    }
    if tabel.verwijzingen:
        schema["foreignKeys"] = [
            {"fields": list(velden), "reference": {"resource": naar, "fields": list(zijn)}}
            for velden, naar, zijn in tabel.verwijzingen
        ]
    return {
        "profile": "tabular-data-resource",
        "name": tabel.naam,
        "title": tabel.naam.capitalize().replace("_", " "),
        "description": UITLEG[tabel.naam],
        "path": f"{tabel.naam}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _veld(kolom: Pakketkolom, catalogus: Catalogus) -> Mapping[str, Any]:
    kaal_soort = getattr(kolom.soort, "__supertype__", kolom.soort)
    veld: dict[str, Any] = {"name": kolom.naam, "type": _SOORTEN.get(kaal_soort, "string")}
    if veld["type"] == "boolean":
        veld |= {"trueValues": ["ja"], "falseValues": ["nee"]}
    lijst = str(getattr(kolom.soort, "__name__", "")).lower()
    woorden = catalogus.begrippen.get(lijst)
    if kolom.is_lijst:
        veld |= {"type": "list", "delimiter": SCHEIDING}
    elif woorden:
        veld["constraints"] = {"enum": list(woorden)}
    delen = [kolom.uitleg, f"codes van de lijst {lijst} in begrippen" if woorden else ""]
    if uitleg := "; ".join(filter(None, delen)):
        veld["description"] = schoon(uitleg)
    return veld
