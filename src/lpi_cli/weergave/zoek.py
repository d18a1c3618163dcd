"""What a search found, why, and what just missed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Variant
from lpi_cli.catalogus.record import als_object
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import NetNiet, Reden, Treffer, Zoekresultaat
from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
    Kop,
    Punten,
    Tabel,
    Tabelkolom,
    Toon,
    Velden,
    tabel_van,
)
from lpi_cli.weergave.feiten import (
    STREEP,
    contactregels,
    id_met_merk,
    leeftijdcel,
    leeftijden_kort,
    merkuitleg,
    met_mappen,
    prijs_kort,
    vorm_kort,
)
from lpi_cli.weergave.gestopt import Gestoptgegevens, gestoptblokken, gestoptgegevens, gestoptregels
from lpi_cli.weergave.lijst import aantal_in_woorden
from lpi_cli.weergave.vraag import vraag_in_woorden
from lpi_cli.weergave.wensen import (
    Wensgegevens,
    oordelen_kort,
    volgorderegel,
    wens_in_woorden,
    wensenblokken,
    wensgegevens,
)

ONTKENNINGEN = ("niet", "geen", "zonder", "behalve")
DEKT_UITLEG = "dekt = welk deel van wat u vroeg; leeg = alles"


def zoekbeeld(resultaat: Zoekresultaat, catalogus: Catalogus) -> Beeld:
    return Beeld(
        lambda: _blokken(resultaat, catalogus),
        lambda: _gegevens(resultaat, catalogus),
        CSV_KOLOMMEN,
        lambda: antwoordrijen(resultaat.treffers, resultaat.misschien, resultaat.net_niet, catalogus),
        opgave=lambda: gestoptregels(catalogus),
    )


def _blokken(resultaat: Zoekresultaat, catalogus: Catalogus) -> Iterator[Blok]:
    if resultaat.treffers:
        gevonden = aantal_in_woorden([treffer.interventie for treffer in resultaat.treffers])
        bij = f" voor {vraag_in_woorden(resultaat.vraag, catalogus)}" if resultaat.vraag else ""
        yield Alinea(f"{gevonden}{bij}", Toon.NADRUK)
        yield treffertabel(resultaat.treffers, catalogus)
        yield from legenda(resultaat.treffers, resultaat.net_niet, catalogus)
        tekst = ["waar uw woorden staan"] if "tekst" in resultaat.vraag else []
        yield volgorderegel(resultaat.liefst, [*tekst, "voorselectie", "op id"])
        if "bewijs" in resultaat.vraag:
            yield Kop("Over dit bewijs")
            yield Velden(  # with its limits: it holds for these variants, and no others
                [
                    (t.interventie.id, [str(r.feit) for r in t.redenen if r.onderdeel == "bewijs"])
                    for t in resultaat.treffers
                ]
            )
    else:
        yield Alinea(f"Niets gevonden voor {vraag_in_woorden(resultaat.vraag, catalogus)}.", Toon.NADRUK)
        yield from versoepelblokken(resultaat)
    if ontkenning := [
        woord for woord in vlak(*resultaat.vraag.get("tekst", [""])).split() if woord in ONTKENNINGEN
    ]:
        yield Alinea(f'Let op: "{ontkenning[0]}" sluit hier niets uit; lpi zoekt waar de woorden staan.')
    if resultaat.precieze_opties:
        yield Alinea(f"Precies vragen kan met: {', '.join(resultaat.precieze_opties)}", Toon.ZACHT)
    yield from misschien_blokken(resultaat.misschien, catalogus)
    yield from wensenblokken((*resultaat.treffers, *resultaat.misschien), catalogus)
    yield from net_niet_blokken(resultaat.net_niet, catalogus)
    if resultaat.treffers or resultaat.misschien or resultaat.net_niet:
        yield from restblokken(len(resultaat.rest), "met uw woorden" if "tekst" in resultaat.vraag else "")
    yield from gestoptblokken(catalogus)


def treffertabel(treffers: Sequence[Treffer], catalogus: Catalogus) -> Tabel:
    return tabel_van(
        treffers,
        {
            Tabelkolom("id", vast=True): lambda treffer: id_met_merk(treffer.interventie, catalogus),
            Tabelkolom("leeftijd", minstens=8): lambda treffer: leeftijden_kort(treffer.varianten) or STREEP,
            Tabelkolom("dekt", minstens=8): lambda treffer: "; ".join(dekkingen(treffer, catalogus)),
            Tabelkolom("alleen voor", minstens=8): lambda treffer: treffer.beperking,
            Tabelkolom("liefst"): oordelen_kort,
            Tabelkolom("kosten"): lambda treffer: (
                prijs_kort(treffer.interventie, catalogus, treffer.varianten) or STREEP
            ),
            Tabelkolom("vorm", rang=1, vast=True): lambda treffer: vorm_kort(treffer.varianten) or STREEP,
            Tabelkolom("naam", rang=2): lambda treffer: treffer.interventie.naam,
        },
    )


def dekkingen(treffer: Treffer, catalogus: Catalogus) -> list[str]:
    """The part of the asked ages and languages that it covers, where that is not all."""
    leeftijd = treffer.dekking.tekst if treffer.dekking else ""
    return [*filter(None, [leeftijd, talen_gedekt(treffer, catalogus)])]


def talen_gedekt(treffer: Treffer, catalogus: Catalogus) -> str:
    """The asked languages that it covers; empty when that is all of them, or none."""
    talen = [naam(code, catalogus.begrippen["taal"]) for code in treffer.dekking_taal or ()]
    return opsomming(talen) if talen else ""


def legenda(
    treffers: Sequence[Treffer], ook_getoond: Sequence[Treffer | NetNiet], catalogus: Catalogus
) -> Iterable[Blok]:
    """What the marks mean, in a table of hits and in what is shown around it."""
    regels = merkuitleg([gevonden.interventie for gevonden in (*treffers, *ook_getoond)], catalogus)
    if any(treffer.dekking or treffer.dekking_taal for treffer in treffers):
        regels.append(DEKT_UITLEG)
    if regels:
        yield Alinea(". ".join(regels) + ".", Toon.ZACHT)


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


def misschien_blokken(misschien: Sequence[Treffer], catalogus: Catalogus) -> Iterable[Blok]:
    """What may fit, and what to ask to know."""
    if misschien:
        yield Kop(f"Past misschien ({len(misschien)}): vraag dit na")
        yield Punten(per_vraag(misschien, lambda treffer: id_met_merk(treffer.interventie, catalogus)))
        yield navraagregel(catalogus)


def navraagregel(catalogus: Catalogus) -> Alinea:
    return Alinea(f"Bij wie u dat navraagt, staat bij: {met_mappen('lpi toon ID', catalogus)}", Toon.ZACHT)


def per_vraag(misschien: Sequence[Treffer], noem: Callable[[Treffer], str]) -> list[str]:
    """What is to be asked, each once, and of which; with to whom those are limited."""
    groepen: dict[str, list[str]] = {}
    for treffer in sorted(misschien, key=lambda treffer: treffer.vraag_na[0].onderdeel):
        naam_ = noem(treffer) + (f" (alleen {treffer.beperking})" if treffer.beperking else "")
        groepen.setdefault(open_in_woorden(treffer.vraag_na), []).append(naam_)
    return [f"{wat}: {', '.join(namen)}" for wat, namen in groepen.items()]


def net_niet_blokken(net_niet: Sequence[NetNiet], catalogus: Catalogus) -> Iterable[Blok]:
    """Near misses, grouped by the one demand that excludes them."""
    if net_niet:
        yield Kop("Net niet: één antwoord past niet")
        redenen = per_reden(net_niet, lambda interventie: id_met_merk(interventie, catalogus))
        yield Punten([f"{reden}: {ids}" for reden, ids in redenen.items()])


def restblokken(aantal: int, welke: str = "") -> Iterable[Blok]:
    """How many there are besides, which are not near."""
    if aantal:
        wat = f"Nog {aantal if aantal > 1 else 'één'} andere {welke}".rstrip()
        yield Alinea(f"{wat} {'passen' if aantal > 1 else 'past'} niet.", Toon.ZACHT)


def per_reden(net_niet: Sequence[NetNiet], noem: Callable[[Interventie], str]) -> dict[str, str]:
    """Those that miss for the same reason, by demand, in the words of ``noem``; behind a name what is unknown."""
    groepen: dict[str, list[str]] = {}
    for gemist in sorted(net_niet, key=lambda gemist: gemist.redenen[0].onderdeel):
        uitsluitend, *verder = gemist.redenen
        naam_ = noem(gemist.interventie) + (f" ({open_in_woorden(verder)})" if verder else "")
        groepen.setdefault(f"{uitsluitend.onderdeel} ({uitsluitend.feit})", []).append(naam_)
    return {reden: ", ".join(namen) for reden, namen in groepen.items()}


def open_in_woorden(redenen: Sequence[Reden]) -> str:
    """What is not known: ``leeftijd en taal niet gepubliceerd``."""
    per_feit: dict[str, list[str]] = {}
    for reden in redenen:
        per_feit.setdefault(reden.feit.kort or str(reden.feit), []).append(reden.onderdeel)
    return "; ".join(f"{opsomming(onderdelen)} {feit}" for feit, onderdelen in per_feit.items())


Vraaggegevens = Annotated[dict[str, list[str]], "per filter of vraag de woorden; leeg: maakt niet uit"]
Dekkinggegevens = Annotated[str | None, "deel van de gevraagde leeftijd; null: alles, of niet gevraagd"]
Taaldekkinggegevens = Annotated[str | None, "deel van de gevraagde talen; null: alle, of niet gevraagd"]
Redengegevens = Annotated[list[str], "per filter het feit dat beslist"]
NetNietgegevens = TypedDict("NetNietgegevens", {"id": str, "naam": str, "redenen": Redengegevens})
Treffergegevens = TypedDict("Treffergegevens", {
    "id": str, "naam": str, "voorselectie": bool,
    "varianten": Annotated[list[str], "alleen die passen"],
    "dekking": Dekkinggegevens,
    "dekking_taal": Taaldekkinggegevens,
    "redenen": Redengegevens,
    "wensen": Annotated[list[Wensgegevens], "wat men het liefst heeft, op volgorde; leeg: niet gevraagd"],
})  # fmt: skip
Vraagnagegevens = TypedDict("Vraagnagegevens", {
    "onderdeel": str, "tekst": str, "bij": Annotated[str, "bij wie men het navraagt"],
})  # fmt: skip


class Misschiengegevens(Treffergegevens):
    vraag_na: Annotated[list[Vraagnagegevens], "wat geen bron zegt"]


Zoekgegevens = TypedDict("Zoekgegevens", {
    "vraag": Vraaggegevens, "treffers": list[Treffergegevens],
    "misschien": list[Misschiengegevens], "net_niet": list[NetNietgegevens], "gestopt": Gestoptgegevens,
})  # fmt: skip


def taaldekking(treffer: Treffer) -> str | None:
    """``dekking_taal`` as it stands in the JSON."""
    return ", ".join(treffer.dekking_taal) if treffer.dekking_taal else None


def treffer_gegevens(treffer: Treffer) -> Treffergegevens:
    return als_object(
        Treffergegevens,
        treffer.interventie,
        varianten=[variant.id for variant in treffer.varianten],
        dekking=treffer.dekking.code if treffer.dekking else None,
        dekking_taal=taaldekking(treffer),
        redenen=redenen_met_beperking(treffer),
        wensen=wensgegevens(treffer.wensen),
    )


def redenen_met_beperking(treffer: Treffer) -> list[str]:
    """The facts that decide, and to whom it is limited whatever was asked."""
    redenen = [str(reden) for reden in treffer.redenen]
    return [*redenen, f"beperkt: alleen {treffer.beperking}"] if treffer.beperking else redenen


def misschien_gegevens(treffer: Treffer) -> Misschiengegevens:
    bij = next(iter(contactregels(treffer.interventie)), treffer.interventie.organisatie)
    return {
        **treffer_gegevens(treffer),
        "vraag_na": [
            {"onderdeel": reden.onderdeel, "tekst": str(reden.feit), "bij": bij} for reden in treffer.vraag_na
        ],
    }


def net_niet_gegevens(interventie: Interventie, redenen: Iterable[Reden]) -> NetNietgegevens:
    return als_object(NetNietgegevens, interventie, redenen=list(map(str, redenen)))


def _gegevens(resultaat: Zoekresultaat, catalogus: Catalogus) -> Zoekgegevens:
    return als_object(
        Zoekgegevens,
        resultaat,
        treffers=list(map(treffer_gegevens, resultaat.treffers)),
        misschien=list(map(misschien_gegevens, resultaat.misschien)),
        net_niet=[net_niet_gegevens(gemist.interventie, gemist.redenen) for gemist in resultaat.net_niet],
        gestopt=gestoptgegevens(catalogus),
    )


CSV_KOLOMMEN = (
    "id", "naam", "past", "voorselectie", "varianten", "leeftijd", "dekking", "dekking_taal", "redenen", "kosten",
    "wensen",
)  # fmt: skip


def antwoordrijen(
    past: Sequence[Treffer], misschien: Sequence[Treffer], net_niet: Sequence[NetNiet], catalogus: Catalogus
) -> list[list[Any]]:
    """All of an answer, a row each."""
    return [
        *(treffer_rij(treffer, catalogus, "ja") for treffer in past),
        *(treffer_rij(treffer, catalogus, "misschien") for treffer in misschien),
        *(net_niet_rij(gemist, catalogus) for gemist in net_niet),
    ]


def treffer_rij(treffer: Treffer, catalogus: Catalogus, past: str | None) -> list[Any]:
    """``past`` None: not tested against answers."""
    rij = _rij(treffer.interventie, past, treffer.varianten, treffer_gegevens(treffer), catalogus)
    return [*rij, "; ".join(map(wens_in_woorden, treffer.wensen))]


def net_niet_rij(gemist: NetNiet, catalogus: Catalogus) -> list[Any]:
    gegevens = net_niet_gegevens(gemist.interventie, gemist.redenen)
    return [*_rij(gemist.interventie, "net niet", gemist.interventie.varianten, gegevens, catalogus), ""]


def _rij(
    i: Interventie, past: str | None, varianten: Sequence[Variant], gegevens: Mapping[str, Any], catalogus: Catalogus
) -> list[Any]:  # fmt: skip
    """The JSON of it with lists in one cell, and its ages and price at a glance."""
    ids, redenen = ", ".join(gegevens.get("varianten", ())), "; ".join(gegevens["redenen"])
    dekking, dekking_taal = gegevens.get("dekking"), gegevens.get("dekking_taal")
    leeftijd = leeftijdcel(varianten) or leeftijden_kort(varianten)
    kosten = prijs_kort(i, catalogus, varianten)
    return [i.id, i.naam, past, i.voorselectie, ids, leeftijd, dekking, dekking_taal, redenen, kosten]
