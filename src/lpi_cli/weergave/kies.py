"""The answer of the Keuzehulp."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Regel, Vervolgstap
from lpi_cli.catalogus.record import als_object
from lpi_cli.kern.kies import Kiesresultaat
from lpi_cli.kern.vraag import DEELNEMERS, LIEFST, Vraag
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import Treffer
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
    RUIT,
    STREEP,
    id_met_merk,
    leeftijden_kort,
    met_mappen,
    prijs_kort,
    vorm_kort,
)
from lpi_cli.weergave.gestopt import Gestoptgegevens, gestoptblokken, gestoptgegevens, gestoptregels
from lpi_cli.weergave.vraag import als_opties, mensen_in_woorden, vraag_in_woorden, woorden_in_woorden
from lpi_cli.weergave.wensen import wens_in_woorden, wensenblokken
from lpi_cli.weergave.zoek import (
    CSV_KOLOMMEN,
    Misschiengegevens,
    NetNietgegevens,
    Treffergegevens,
    Vraaggegevens,
    antwoordrijen,
    dekkingen,
    legenda,
    misschien_blokken,
    misschien_gegevens,
    net_niet_blokken,
    net_niet_gegevens,
    redenen_met_beperking,
    restblokken,
    treffer_gegevens,
    treffertabel,
)

VOORBEELDAANTAL = 20
"""People to calculate for in an example, when one did not say how many."""
GEEN_VOORKEUR = "geen-voorkeur"
"""That it does not matter, as one word for a command to copy."""
MEESTE_REGELS = 8
"""Hits that a screen of 24 lines has room for, a line each."""


def kiesbeeld(keuze: Kiesresultaat, vraag: Vraag, catalogus: Catalogus) -> Beeld:
    return Beeld(
        lambda: _blokken(keuze, vraag, catalogus),
        lambda: _gegevens(keuze, catalogus),
        CSV_KOLOMMEN,
        lambda: antwoordrijen((*keuze.voorselectie, *keuze.gids), keuze.misschien, keuze.net_niet, catalogus),
        titel=_titel(keuze, catalogus),
        opgave=lambda: gestoptregels(catalogus),
        kort=lambda: _korte_blokken(keuze, vraag, catalogus),
    )


def _titel(keuze: Kiesresultaat, catalogus: Catalogus) -> str:
    gegeven = any(keuze.antwoorden.values())
    return f"Keuzehulp voor {vraag_in_woorden(keuze.antwoorden, catalogus)}" if gegeven else "Keuzehulp"


def _blokken(keuze: Kiesresultaat, vraag: Vraag, catalogus: Catalogus) -> Iterator[Blok]:
    yield Kop("Uw antwoorden")
    yield Velden(list(_antwoorden(keuze, vraag, catalogus)))
    yield Kop(f"Dit past: {len(keuze.voorselectie)} uit de voorselectie van LOOP")
    if keuze.voorselectie:
        yield Velden(
            [(id_met_merk(t.interventie, catalogus), _waarom(t, catalogus)) for t in keuze.voorselectie]
        )
    else:
        yield Alinea(_geen_voorselectie(keuze))
    if keuze.gids:
        yield Kop(f"Ook passend, {waarvandaan(keuze.gids, catalogus)}")
        yield treffertabel(keuze.gids, catalogus)
        yield from legenda(keuze.gids, (*keuze.voorselectie, *keuze.misschien, *keuze.net_niet), catalogus)
    else:
        yield Alinea("Uit de gids past verder niets bij al uw antwoorden.")
    yield from misschien_blokken(keuze.misschien, catalogus)
    yield from wensenblokken((*keuze.gids, *keuze.misschien), catalogus)
    yield from net_niet_blokken(keuze.net_niet, catalogus)
    yield from restblokken(len(keuze.rest))
    yield from gestoptblokken(catalogus)
    yield Kop("Let op")
    yield Punten(
        [
            f"{punt.tekst} Lees meer: lpi uitleg {punt.onderwerp}" if punt.onderwerp else punt.tekst
            for punt in keuze.aandachtspunten
        ]
    )
    yield Kop("Zo gaat u verder")
    yield Punten(_stappen(keuze, vraag, catalogus))
    yield Alinea(
        "De tool kiest niet voor u. Hij laat zien wat past volgens de gepubliceerde bronnen.", Toon.ZACHT
    )


def _geen_voorselectie(keuze: Kiesresultaat) -> str:
    """Where one reads why none of the pre-selected fits: what is not known of one does not exclude it."""
    misschien = any(treffer.interventie.voorselectie for treffer in keuze.misschien)
    net_niet = any(gemist.interventie.voorselectie for gemist in keuze.net_niet)
    waar = [
        *(["bij 'Past misschien' wat u navraagt"] if misschien else []),
        *(["bij 'Net niet' welk antwoord niet past"] if net_niet else []),
    ]
    zeker = " zeker" if misschien else ""
    kijk = f" Kijk {opsomming(waar)}." if waar else ""
    return f"Geen van de vijf voorgeselecteerde LPI's past{zeker} bij al uw antwoorden.{kijk}"


def _antwoorden(
    keuze: Kiesresultaat, vraag: Vraag, catalogus: Catalogus
) -> Iterator[tuple[str, Sequence[str]]]:
    for onderdeel, codes in keuze.antwoorden.items():
        yield onderdeel, [woorden_in_woorden(onderdeel, codes, catalogus)]
    if mensen := list(mensen_in_woorden(vraag.mensen, catalogus)):
        yield DEELNEMERS, ["; ".join(mensen)]
    if keuze.liefst:
        yield LIEFST, [", dan ".join(keuze.liefst)]


def _korte_blokken(keuze: Kiesresultaat, vraag: Vraag, catalogus: Catalogus) -> Iterator[Blok]:
    """What fits, a line each; the rest is counted, with how to see it."""
    passend = (*keuze.voorselectie, *keuze.gids)
    aantallen = f"{len(keuze.voorselectie)} uit de voorselectie van LOOP (★) en {len(keuze.gids)} andere"
    gevonden = f"Dit past: {aantallen}." if passend else "Niets past zeker."
    yield Alinea(f"{_titel(keuze, catalogus)}. {gevonden}", Toon.NADRUK)
    if passend:
        waarom = Tabelkolom("waarom", rang=3, minstens=16)
        yield _korte_tabel(passend[:MEESTE_REGELS], waarom, lambda t: _kort_waarom(t, catalogus), catalogus)
    elif keuze.misschien:
        yield Alinea("Dit past misschien:")
        vraag_na = Tabelkolom("vraag na", rang=3, minstens=16)
        yield _korte_tabel(keuze.misschien[:MEESTE_REGELS], vraag_na, _onderdelen, catalogus)
    yield Punten(list(_geteld(keuze, len(passend))))
    leeg = "".join(f" --{naam} {GEEN_VOORKEUR}" for naam, codes in keuze.antwoorden.items() if not codes)
    alles = (
        f"Alles zien: {met_mappen(f'lpi kies {als_opties(vraag)}'.strip() + f'{leeg} --alles', catalogus)}"
    )
    yield Punten([alles, *_stappen(keuze, vraag, catalogus)[:1]])


def _korte_tabel(
    treffers: Sequence[Treffer], laatste: Tabelkolom, zeg: Callable[[Treffer], str], catalogus: Catalogus
) -> Tabel:
    tabel = tabel_van(
        treffers,
        {
            Tabelkolom("id", vast=True): lambda t: id_met_merk(t.interventie, catalogus),
            Tabelkolom("leeftijd", rang=1, vast=True): lambda t: leeftijden_kort(t.varianten) or STREEP,
            Tabelkolom("kosten", rang=2, minstens=18): lambda t: _prijs(t, catalogus),
            laatste: zeg,
        },
    )
    return tabel._replace(op_een_regel=True)


def _prijs(treffer: Treffer, catalogus: Catalogus) -> str:
    return prijs_kort(treffer.interventie, catalogus, treffer.varianten) or STREEP


def _kort_waarom(treffer: Treffer, catalogus: Catalogus) -> str:
    """What it is limited to first, for a narrow screen cuts off the rest."""
    dekt = [f"dekt {dekking}" for dekking in dekkingen(treffer, catalogus)]
    feiten = [str(reden.feit) for reden in treffer.redenen if reden.onderdeel != "leeftijd"]
    return "; ".join([*_alleen(treffer), *dekt, *feiten]) or vorm_kort(treffer.varianten) or STREEP


def _onderdelen(treffer: Treffer) -> str:
    """What is not known, without what is: a line has no room for that."""
    return "; ".join([*_alleen(treffer), opsomming(reden.onderdeel for reden in treffer.vraag_na)])


def _alleen(treffer: Treffer) -> list[str]:
    return [f"alleen {treffer.beperking}"] if treffer.beperking else []


def _geteld(keuze: Kiesresultaat, passend: int) -> Iterator[str]:
    if passend > MEESTE_REGELS:
        yield f"Past ook: nog {passend - MEESTE_REGELS}."
    if keuze.misschien:
        yield f"Past misschien: {len(keuze.misschien)}. Daarvan is niet alles bekend; vraag het na."
    if keuze.net_niet:
        rest = f" Past verder niet: {len(keuze.rest)}." if keuze.rest else ""
        yield f"Net niet: {len(keuze.net_niet)}. Daar past één antwoord niet.{rest}"
    elif keuze.rest:
        yield f"Past niet: {len(keuze.rest)}."
    if punten := keuze.aandachtspunten:
        yield f"Aandachtspunt 1 van {len(punten)}: {punten[0].tekst.partition('. ')[0].removesuffix('.')}."


def _stap(stap: Vervolgstap, ids: Sequence[str], opties: str, catalogus: Catalogus) -> str:
    """With the first hits and the given answers in its command, so that it can be copied."""
    if (opdracht := stap.opdracht) is None:
        return stap.tekst
    for id_ in ids:
        opdracht = Regel(opdracht.replace("{id}", id_, 1))
    return f"{stap.tekst}: {met_mappen(opdracht.replace('{vraag}', opties).strip(), catalogus)}"


def _waarom(treffer: Treffer, catalogus: Catalogus) -> list[str]:
    regels = [treffer.interventie.samenvatting]
    regels += redenen_met_beperking(treffer)
    regels += [f"liefst {wens_in_woorden(wens)}" for wens in treffer.wensen]
    regels += [f"dekt alleen: {dekking}" for dekking in dekkingen(treffer, catalogus)]
    return [*regels, f"kosten: {_prijs(treffer, catalogus)}"]


def waarvandaan(treffers: Sequence[Treffer], catalogus: Catalogus) -> str:
    """How many are in the guide, and how many in an own catalogue alone; of one hit or more."""
    eigen = sum(catalogus.is_eigen(treffer.interventie.id) for treffer in treffers)
    delen = [f"uit de gids ({len(treffers) - eigen})"] if eigen < len(treffers) else []
    delen += [f"uit uw eigen catalogus ({eigen}, met {RUIT})"] if eigen else []
    return opsomming(delen)


def _stappen(keuze: Kiesresultaat, vraag: Vraag, catalogus: Catalogus) -> list[str]:
    """What one can do next, with the hits that it needs."""
    ids = [t.interventie.id for t in (*keuze.voorselectie, *keuze.gids)]
    aantal = "" if vraag.mensen.aantal else f"--{DEELNEMERS} {VOORBEELDAANTAL} "
    opties = f"{aantal}{als_opties(vraag)}"
    return [
        _stap(stap, ids, opties, catalogus)
        for stap in catalogus.keuzehulp.vervolg
        if (stap.opdracht or "").count("{id}") <= len(ids)
    ]


Kiesgegevens = TypedDict("Kiesgegevens", {
    "antwoorden": Vraaggegevens, "voorselectie": list[Treffergegevens], "gids": list[Treffergegevens],
    "misschien": list[Misschiengegevens], "net_niet": list[NetNietgegevens], "gestopt": Gestoptgegevens,
    "aandachtspunten": list[str],
})  # fmt: skip


def _gegevens(keuze: Kiesresultaat, catalogus: Catalogus) -> Kiesgegevens:
    return als_object(
        Kiesgegevens,
        keuze,
        voorselectie=list(map(treffer_gegevens, keuze.voorselectie)),
        gids=list(map(treffer_gegevens, keuze.gids)),
        misschien=list(map(misschien_gegevens, keuze.misschien)),
        net_niet=[net_niet_gegevens(gemist.interventie, gemist.redenen) for gemist in keuze.net_niet],
        gestopt=gestoptgegevens(catalogus),
        aandachtspunten=[punt.tekst for punt in keuze.aandachtspunten],
    )
