"""What a search found, why, and what just missed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import noem
from lpi_cli.kern.filters import FILTERS, Onbekend
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.kern.zoek import NetNiet, Reden, Treffer, Zoekresultaat
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Punten, Tabel, Toon, Velden
from lpi_cli.weergave.feiten import STREEP, id_met_merk, leeftijden_kort, merkuitleg, prijs_kort, vorm_kort
from lpi_cli.weergave.lijst import telling

_AAN_UIT = frozenset(filter_.naam for filter_ in FILTERS if filter_.schakelaar)
DEKT = Kolom("dekt", vast=True)
KOLOMMEN = (
    Kolom("id", vast=True),
    Kolom("leeftijd"),
    DEKT,
    Kolom("kosten"),
    Kolom("vorm", rang=1, vast=True),
    Kolom("naam", rang=2),
)


def zoekbeeld(resultaat: Zoekresultaat, catalogus: Catalogus) -> Beeld:
    return Beeld(
        lambda: _blokken(resultaat, catalogus),
        lambda: _gegevens(resultaat),
        CSV_KOLOMMEN,
        lambda: treffer_rijen(resultaat.treffers, catalogus) + net_niet_rijen(resultaat.net_niet, catalogus),
    )


def _blokken(resultaat: Zoekresultaat, catalogus: Catalogus) -> Iterator[Blok]:
    if resultaat.treffers:
        gevonden = telling([treffer.interventie for treffer in resultaat.treffers])
        bij = f" voor {vraag_in_woorden(resultaat, catalogus)}" if resultaat.vraag else ""
        yield Alinea(f"{gevonden}{bij}", Toon.NADRUK)
        yield treffertabel(resultaat.treffers, catalogus)
        yield from legenda(resultaat.treffers, resultaat.net_niet, catalogus)
        yield from _onbekende_plaatsen(resultaat, catalogus)
        if "bewijs" in resultaat.vraag:
            yield from _erkenningen(resultaat.treffers)
        if "doelgroep" in resultaat.vraag:
            yield Alinea(
                "doelgroep = wat een bron bij die naam noemt; ander aanbod kan ook passen.", Toon.ZACHT
            )
    else:
        yield Alinea(f"Niets gevonden voor {vraag_in_woorden(resultaat, catalogus)}.", Toon.NADRUK)
        yield from versoepelblokken(resultaat)
    yield from net_niet_blokken(resultaat.net_niet, catalogus)


def _onbekende_plaatsen(resultaat: Zoekresultaat, catalogus: Catalogus) -> Iterable[Blok]:
    """Says so when no source names an asked place, and all hits are for the whole country."""
    bekend = [vlak(plaats) for interventie in catalogus.interventies for plaats in interventie.regio.plaatsen]
    for plaats in resultaat.vraag.get("regio", ()):
        if not any(vlak(plaats) in naam for naam in bekend):
            yield Alinea(f"Geen bron noemt {plaats}: dit is aanbod voor heel Nederland.", Toon.ZACHT)


def _erkenningen(treffers: Sequence[Treffer]) -> Iterable[Blok]:
    """Where a recognition holds for a part only: another variant was not judged."""
    velden = []
    for treffer in treffers:
        erkenningen = treffer.interventie.bewijs.erkenningen
        if toelichtingen := [erkenning.toelichting for erkenning in erkenningen if erkenning.toelichting]:
            velden.append((treffer.interventie.id, toelichtingen))
    if velden:
        yield Kop("Over deze erkenningen")
        yield Velden(velden)


def treffertabel(treffers: Sequence[Treffer], catalogus: Catalogus) -> Tabel:
    """The hits under their columns; "dekt" only when some cover part of the asked ages."""
    rijen = [
        [
            id_met_merk(treffer.interventie, catalogus),
            leeftijden_kort(treffer.varianten) or STREEP,
            treffer.dekking.tekst if treffer.dekking else "",
            prijs_kort(treffer.interventie, catalogus, treffer.varianten) or STREEP,
            vorm_kort(treffer.varianten) or STREEP,
            treffer.interventie.naam,
        ]
        for treffer in treffers
    ]
    tonen = [nr for nr in range(len(KOLOMMEN)) if KOLOMMEN[nr] is not DEKT or any(rij[nr] for rij in rijen)]
    return Tabel([KOLOMMEN[nr] for nr in tonen], [[rij[nr] for nr in tonen] for rij in rijen])


def legenda(
    treffers: Sequence[Treffer], ook_getoond: Sequence[Treffer | NetNiet], catalogus: Catalogus
) -> Iterable[Blok]:
    """What the marks mean, in a table of hits and in what is shown around it."""
    regels = merkuitleg([gevonden.interventie for gevonden in (*treffers, *ook_getoond)], catalogus)
    if any(treffer.dekking for treffer in treffers):
        regels.append("dekt = welk deel van de gevraagde leeftijd; leeg = alles")
    if regels:
        yield Alinea(". ".join(regels) + ".", Toon.ZACHT)


def vraag_in_woorden(resultaat: Zoekresultaat, catalogus: Catalogus) -> str:
    delen = []
    for naam, waarden in resultaat.vraag.items():
        keuze = " of ".join(noem(waarde, catalogus.begrippen.get(naam, {})) for waarde in waarden)
        delen.append(f'"{keuze}"' if naam == "tekst" else naam if naam in _AAN_UIT else f"{naam} {keuze}")
    return opsomming(delen) if delen else "alles"


def versoepelblokken(resultaat: Zoekresultaat) -> Iterable[Blok]:
    """When nothing was found: what one can leave out, and how many there are then."""
    for woord in resultaat.onvindbaar:
        yield Alinea(f'Het woord "{woord}" staat bij geen enkele interventie.')
    if not resultaat.versoepel:
        yield Alinea("Ook zonder één van de filters is er niets. Probeer het met minder filters.")
        return
    yield Alinea("Laat iets weg:")
    yield Punten(
        [
            f"zonder {wat}: {aantal} gevonden"
            for wat, aantal in sorted(resultaat.versoepel.items(), key=lambda paar: -paar[1])
        ]
    )


def net_niet_blokken(net_niet: Sequence[NetNiet], catalogus: Catalogus) -> Iterable[Blok]:
    """Near misses, grouped by the one demand that excludes them; unknown facts apart."""

    def noem(interventie: Interventie) -> str:
        return id_met_merk(interventie, catalogus)

    if bekend := [gemist for gemist in net_niet if not gemist.onbekend]:
        yield Kop("Net niet: één antwoord past niet")
        yield Punten([f"{reden}: {ids}" for reden, ids in per_reden(bekend, noem).items()])
    for reden, ids in per_reden([gemist for gemist in net_niet if gemist.onbekend], noem).items():
        yield Kop(f"{reden[0].upper()}{reden[1:]}: vraag het na")
        yield Alinea(ids)


def per_reden(net_niet: Sequence[NetNiet], noem: Callable[[Interventie], str]) -> dict[str, str]:
    """Those that miss for the same reason, per filter; in the words of ``noem``.

    The reason is the demand that excludes them, or else all that is unknown. What is
    unknown besides stands behind a name.
    """
    groepen: dict[str, list[str]] = {}
    for gemist in sorted(net_niet, key=lambda gemist: gemist.redenen[0].filter):
        naam = noem(gemist.interventie)
        if gemist.onbekend:
            reden = _onbekend(gemist.redenen)
        else:
            uitsluitend, *verder = gemist.redenen
            reden = f"{uitsluitend.filter} ({uitsluitend.feit})"
            naam += f" ({_onbekend(verder)})" if verder else ""
        groepen.setdefault(reden, []).append(naam)
    return {reden: ", ".join(ids) for reden, ids in groepen.items()}


def _onbekend(redenen: Sequence[Reden]) -> str:
    """What no source publishes: ``leeftijd en taal niet gepubliceerd``."""
    kaal = [reden.filter for reden in redenen if reden.feit == Onbekend()]
    rest = [
        str(reden.feit)
        if isinstance(reden.feit, Onbekend) and reden.feit.zin
        else f"{reden.filter} {reden.feit}"
        for reden in redenen
        if reden.feit != Onbekend()
    ]
    return "; ".join([*([f"{opsomming(kaal)} {NIET_GEPUBLICEERD}"] if kaal else []), *rest])


Vraaggegevens = Annotated[dict[str, list[str]], "per filter of vraag de woorden; leeg: maakt niet uit"]
Dekkinggegevens = Annotated[str | None, "deel van de gevraagde leeftijd; null: alles, of niet gevraagd"]
Redengegevens = Annotated[list[str], "per filter het feit dat beslist"]
NetNietgegevens = TypedDict("NetNietgegevens", {"id": str, "naam": str, "redenen": Redengegevens})
Treffergegevens = TypedDict("Treffergegevens", {
    "id": str, "naam": str, "voorselectie": bool,
    "varianten": Annotated[list[str], "alleen die passen"],
    "dekking": Dekkinggegevens, "redenen": Redengegevens,
})  # fmt: skip
Zoekgegevens = TypedDict("Zoekgegevens", {
    "vraag": Vraaggegevens, "treffers": list[Treffergegevens], "net_niet": list[NetNietgegevens],
})  # fmt: skip


def treffer_gegevens(treffer: Treffer) -> Treffergegevens:
    return {
        "id": treffer.interventie.id,
        "naam": treffer.interventie.naam,
        "voorselectie": treffer.interventie.voorselectie,
        "varianten": [variant.id for variant in treffer.varianten],
        "dekking": treffer.dekking.code if treffer.dekking else None,
        "redenen": [str(reden) for reden in treffer.redenen],
    }


def net_niet_gegevens(interventie: Interventie, redenen: Iterable[Reden]) -> NetNietgegevens:
    return {"id": interventie.id, "naam": interventie.naam, "redenen": list(map(str, redenen))}


def _gegevens(resultaat: Zoekresultaat) -> Zoekgegevens:
    return {
        "vraag": {naam: list(waarden) for naam, waarden in resultaat.vraag.items()},
        "treffers": [treffer_gegevens(treffer) for treffer in resultaat.treffers],
        "net_niet": [net_niet_gegevens(gemist.interventie, gemist.redenen) for gemist in resultaat.net_niet],
    }


CSV_KOLOMMEN = ("id", "naam", "past", "voorselectie", "varianten", "leeftijd", "dekking", "redenen", "kosten")


def treffer_rijen(
    treffers: Sequence[Treffer], catalogus: Catalogus, past: str | None = "ja"
) -> list[list[Any]]:
    """``past`` None: not tested against answers."""
    return [
        [
            treffer.interventie.id,
            treffer.interventie.naam,
            past,
            treffer.interventie.voorselectie,
            ", ".join(variant.id for variant in treffer.varianten),
            leeftijden_kort(treffer.varianten),
            treffer.dekking.code if treffer.dekking else None,
            "; ".join(map(str, treffer.redenen)),
            prijs_kort(treffer.interventie, catalogus, treffer.varianten),
        ]
        for treffer in treffers
    ]


def net_niet_rijen(net_niet: Sequence[NetNiet], catalogus: Catalogus) -> list[list[Any]]:
    return [
        [
            gemist.interventie.id,
            gemist.interventie.naam,
            "onbekend" if gemist.onbekend else "net niet",
            gemist.interventie.voorselectie,
            "",
            leeftijden_kort(gemist.interventie.varianten),
            None,
            "; ".join(map(str, gemist.redenen)),
            prijs_kort(gemist.interventie, catalogus),
        ]
        for gemist in net_niet
    ]
