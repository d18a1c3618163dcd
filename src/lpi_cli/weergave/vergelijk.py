"""Interventions side by side; on a narrow screen one block per subject."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Annotated, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Variant, Voor
from lpi_cli.kern.contacturen import contacturen
from lpi_cli.kern.oordeel import Slotsom, Uitkomst
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.vergelijk import Onderwerp, Regels, Vergelijking
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, bereik, leeftijd_in_woorden, opsomming
from lpi_cli.kern.zoek import Reden, Treffer
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Tabel, Toon
from lpi_cli.weergave.bewijs import erkenningen, onderzoeksregel
from lpi_cli.weergave.feit import FEITEN
from lpi_cli.weergave.feiten import (
    bijeenkomsten_kort,
    contactregels,
    groepsgrootte_kort,
    id_met_merk,
    kostenregel,
    merkuitleg,
    met_grens,
    met_toelichting,
)
from lpi_cli.weergave.kostenwoorden import kosten_in_zin
from lpi_cli.weergave.wensen import oordeel_met_feit

LEESBAAR = 28
"""Characters that a column of running text needs to be read: two stand side by side on 80 columns."""
ANDERS = "≠"
BREEDSTE_ONDERWERP = f"bijeenkomsten {ANDERS}"


def vergelijkbeeld(
    interventies: Sequence[Interventie], vergelijkingen: Sequence[Vergelijking], catalogus: Catalogus
) -> Beeld:
    ids = [str(interventie.id) for interventie in interventies]
    return Beeld(
        lambda: _blokken(interventies, vergelijkingen, catalogus),
        lambda: _gegevens(ids, vergelijkingen),
        ("onderwerp", "verschilt", *ids),
        lambda: [
            (v.onderwerp, v.verschilt, *("; ".join(waarde) for waarde in v.waarden)) for v in vergelijkingen
        ],
    )


def _blokken(
    interventies: Sequence[Interventie], vergelijkingen: Sequence[Vergelijking], catalogus: Catalogus
) -> Iterator[Blok]:
    yield Alinea(f"{opsomming(i.naam for i in interventies)} vergeleken", Toon.NADRUK)
    if gelijk := [v.onderwerp for v in vergelijkingen if v.verschilt is False]:
        yield Alinea(f"Gelijk: {opsomming(gelijk)}.")
    kolommen = [
        Kolom("onderwerp", minstens=len(BREEDSTE_ONDERWERP)),
        *(Kolom(id_met_merk(i, catalogus), minstens=LEESBAAR) for i in interventies),
    ]
    rijen = [
        [f"{v.onderwerp} {ANDERS}" if v.verschilt else v.onderwerp, *(_cel(waarde) for waarde in v.waarden)]
        for v in vergelijkingen
    ]
    yield Tabel(kolommen, rijen)
    uitleg = [
        f"{ANDERS} = hierin verschillen ze",
        "Zonder teken: gelijk, niet van elk gepubliceerd, of tekst om zelf te lezen",
        *merkuitleg(interventies, catalogus),
    ]
    yield Alinea(". ".join(uitleg) + ".", Toon.ZACHT)


def _cel(regels: Regels) -> str:
    return regels[0] if len(regels) == 1 else "\n".join(f"- {regel}" for regel in regels)


Rijgegevens = TypedDict("Rijgegevens", {
    "onderwerp": str, "verschilt": Annotated[bool | None, "null: niet van elk gepubliceerd, of lopende tekst"],
    "waarden": Annotated[dict[str, list[str]], "per id wat bekend is"],
})  # fmt: skip
Vergelijkgegevens = TypedDict("Vergelijkgegevens", {"ids": list[str], "rijen": list[Rijgegevens]})


def _gegevens(ids: Sequence[str], vergelijkingen: Sequence[Vergelijking]) -> Vergelijkgegevens:
    rijen: list[Rijgegevens] = [
        {
            "onderwerp": v.onderwerp,
            "verschilt": v.verschilt,
            "waarden": {id_: list(waarde) for id_, waarde in zip(ids, v.waarden, strict=True)},
        }
        for v in vergelijkingen
    ]
    return {"ids": list(ids), "rijen": rijen}


def onderwerpen(
    catalogus: Catalogus,
    kosten: Mapping[str, Sequence[Kostenraming]],
    oordelen: Mapping[str, Treffer] = MappingProxyType({}),
) -> dict[str, Onderwerp]:
    """What is compared, in order, called as on the card of ``lpi toon``.

    ``kosten``: per id the computed costs, empty without a number. ``oordelen``: per id whether it fits the question.
    """
    return {
        "naam": Onderwerp(lambda i: [i.naam]),
        **_bij_de_vraag(oordelen),
        **_feiten(("aanbieder", "voor wie", "kenmerken"), catalogus),
        "leeftijd": _per_variant(_leeftijd),
        **_feiten(("doel",), catalogus),
        "vorm": _per_variant(lambda v: opsomming(v.vorm) if v.vorm else None),
        "bijeenkomsten": _per_variant(lambda v: bijeenkomsten_kort(v.bijeenkomsten)),
        "contacturen": _per_variant(_contacturen),
        "groepsgrootte": _per_variant(lambda v: groepsgrootte_kort(v.groepsgrootte)),
        **_feiten(("plek", "talen", "tolk", "regio", "uitvoerders"), catalogus),
        "erkenning": Onderwerp(
            lambda i: (
                [
                    met_toelichting(kort, erkenning.toelichting)
                    for kort, erkenning in zip(erkenningen(i, catalogus), i.bewijs.erkenningen, strict=True)
                ]
                or [NIET_GEPUBLICEERD]
            ),
            lambda i: frozenset(erkenningen(i, catalogus)) or None,
        ),
        "onderzoek": Onderwerp(lambda i: _onderzoek(i, catalogus)),
        **_feiten(("zelf uitvoeren",), catalogus),
        "kosten": Onderwerp(
            lambda i: _kosten(i, kosten.get(i.id, ()), catalogus), lambda i: _prijs(i, kosten.get(i.id, ()))
        ),
        "waardoor het werkt": Onderwerp(lambda i: i.werkzame_elementen or [NIET_GEPUBLICEERD]),
        "let op": Onderwerp(lambda i: i.aandachtspunten or [NIET_GEPUBLICEERD]),
        "contact": Onderwerp(contactregels),
    }


SLOTSOMMEN = {
    Slotsom.PAST: "ja",
    Slotsom.MISSCHIEN: "misschien",
    Slotsom.NET_NIET: "nee",
    Slotsom.NIET: "nee",
}


def _bij_de_vraag(oordelen: Mapping[str, Treffer]) -> dict[str, Onderwerp]:
    """Whether each fits: in all, then per part of the question and per wish with the fact; nothing when nothing was asked."""
    if (een := next(iter(oordelen.values()), None)) is None:
        return {}
    geheel = Onderwerp(
        lambda i: [SLOTSOMMEN[oordelen[i.id].slotsom]], lambda i: _bekend(oordelen[i.id].slotsom)
    )
    delen = {"past": geheel} if een.redenen else {}
    for nr, reden in enumerate(een.redenen):
        delen[f"past: {reden.onderdeel}"] = _redenonderwerp(
            {id_: oordeel.redenen[nr] for id_, oordeel in oordelen.items()}
        )
    for nr, wens in enumerate(een.wensen):
        delen[f"liefst {wens.onderdeel}"] = _redenonderwerp(
            {id_: oordeel.wensen[nr] for id_, oordeel in oordelen.items()}
        )
    return delen


def _redenonderwerp(redenen: Mapping[str, Reden]) -> Onderwerp:
    """What is unknown is not the same as anything."""
    return Onderwerp(
        lambda i: [oordeel_met_feit(redenen[i.id])],
        lambda i: None if redenen[i.id].uitkomst is Uitkomst.ONBEKEND else redenen[i.id].uitkomst,
    )


def _bekend(slotsom: Slotsom) -> str | None:
    return None if slotsom is Slotsom.MISSCHIEN else SLOTSOMMEN[slotsom]


def _feiten(namen_: Sequence[str], catalogus: Catalogus) -> dict[str, Onderwerp]:
    """Facts of the whole, in the words of the card."""
    return {
        naam_: Onderwerp(partial(FEITEN[naam_].regels, catalogus=catalogus), FEITEN[naam_].gelijk)
        for naam_ in namen_
    }


def _per_variant(beschrijf: Callable[[Variant], str | None]) -> Onderwerp:
    """A fact of variants, None when not published: one phrase when it is the same for all, else one per variant."""

    def regels(interventie: Interventie) -> Regels:
        per_variant = {v.naam: beschrijf(v) or NIET_GEPUBLICEERD for v in interventie.varianten}
        if len(set(per_variant.values())) == 1:
            return list(per_variant.values())[:1]
        return [f"{naam_}: {tekst}" for naam_, tekst in per_variant.items()]

    def feit(interventie: Interventie) -> Hashable:
        return frozenset(map(beschrijf, interventie.varianten)) - {None} or None

    return Onderwerp(regels, feit)


def _leeftijd(variant: Variant) -> str | None:
    tekst = leeftijd_in_woorden(variant.leeftijd)
    if variant.voor is not Voor.DEELNEMERS:
        return f"voor {variant.voor.value}; leeftijd {tekst}"
    return tekst if variant.leeftijd.gepubliceerd else None


def _contacturen(variant: Variant) -> str | None:
    uren = contacturen(variant)
    return met_grens(bereik(uren.van, uren.tot, "uur"), uren.grens) if uren else None


def _onderzoek(interventie: Interventie, catalogus: Catalogus) -> Regels:
    regels = [onderzoeksregel(o, interventie, catalogus) for o in interventie.bewijs.onderzoek]
    return regels or [NIET_GEPUBLICEERD]


def _prijs(interventie: Interventie, ramingen: Sequence[Kostenraming]) -> Hashable:
    """The computed costs, or else the published price with what it is a price of."""
    gevonden = prijs(interventie)
    if gevonden.status in (None, Kostenstatus.OP_AANVRAAG, Kostenstatus.DEELS):
        return None
    if any(raming.ondergrens for raming in ramingen):
        return None
    if ramingen:
        return frozenset((raming.status, raming.totaal, raming.ondergrens) for raming in ramingen)
    post = gevonden.post
    return gevonden.status, gevonden.bedrag, post and (post.eenheid, post.periode)


def _kosten(interventie: Interventie, ramingen: Sequence[Kostenraming], catalogus: Catalogus) -> Regels:
    if not ramingen:
        posten = [kostenregel(post, catalogus, interventie.varianten) for post in interventie.kosten]
        return posten or [NIET_GEPUBLICEERD]
    return [_met_reden(raming, catalogus) for raming in ramingen]


def _met_reden(raming: Kostenraming, catalogus: Catalogus) -> str:
    """The costs, and where they could not be computed why not."""
    zin = kosten_in_zin(raming, catalogus)
    is_uitgerekend = raming.totaal is not None or raming.status is Kostenstatus.OP_AANVRAAG
    return zin if is_uitgerekend else "; ".join([zin, *(str(w).rstrip(".") for w in raming.waarschuwingen)])
