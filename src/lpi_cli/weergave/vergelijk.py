"""Interventions side by side; on a narrow screen one block per subject."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Annotated, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.record import als_object
from lpi_cli.kern.filters import LEEFTIJD, TAAL
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.oordeel import Slotsom, Uitkomst
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.vergelijk import ONBEKEND, Delen, Onderwerp, Vergelijking, zonder
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import Reden, Treffer
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Tabel, Tabelkolom, Toon
from lpi_cli.weergave.feit import FEITEN
from lpi_cli.weergave.feiten import contactregels, merkuitleg, wat_met_merk
from lpi_cli.weergave.kostenwoorden import kosten_in_zin
from lpi_cli.weergave.wensen import oordeel_met_feit
from lpi_cli.weergave.zoek import dekkingen

ONDERWERPEN = (
    "naam", "aanbieder", "status", "voor wie", "kenmerken", "leeftijd", "doel", "preventie", "vorm", "bijeenkomsten",
    "contacturen", "groepsgrootte", "plek", "talen", "tolk", "regio", "uitvoerders", "erkenning", "onderzoek",
    "zelf uitvoeren", "kosten", "waardoor het werkt", "let op", "kwaliteit", "contact",
)  # fmt: skip
"""The facts that are compared, in order."""
LEESBAAR = 28
"""Characters that a column of running text needs to be read: two stand side by side on 80 columns."""
ANDERS = "≠"
BREEDSTE_ONDERWERP = f"bijeenkomsten {ANDERS}"


def vergelijkbeeld(
    gevraagd: Sequence[Gevraagd], vergelijkingen: Sequence[Vergelijking], catalogus: Catalogus
) -> Beeld:
    ids = [een.wat for een in gevraagd]
    return Beeld(
        lambda: _blokken(gevraagd, vergelijkingen, catalogus),
        lambda: Vergelijkgegevens(
            ids=ids,
            rijen=[
                als_object(Rijgegevens, v, waarden=dict(zip(ids, v.waarden, strict=True)))
                for v in vergelijkingen
            ],
        ),
        ("onderwerp", "verschilt", *ids),
        lambda: [
            (v.onderwerp, v.verschilt, *("; ".join(waarde) for waarde in v.waarden)) for v in vergelijkingen
        ],
    )


def _blokken(
    gevraagd: Sequence[Gevraagd], vergelijkingen: Sequence[Vergelijking], catalogus: Catalogus
) -> Iterator[Blok]:
    yield Alinea(f"{opsomming(een.naam for een in gevraagd)} vergeleken", Toon.NADRUK)
    if gelijk := [v.onderwerp for v in vergelijkingen if v.verschilt is False]:
        yield Alinea(f"Gelijk: {opsomming(gelijk)}.")
    kolommen = [
        Tabelkolom("onderwerp", minstens=len(BREEDSTE_ONDERWERP)),
        *(Tabelkolom(wat_met_merk(een, catalogus), minstens=LEESBAAR) for een in gevraagd),
    ]
    rijen = [
        [f"{v.onderwerp} {ANDERS}" if v.verschilt else v.onderwerp, *(_cel(waarde) for waarde in v.waarden)]
        for v in vergelijkingen
    ]
    yield Tabel(kolommen, rijen)
    uitleg = [
        f"{ANDERS} = hierin verschillen ze",
        "Zonder teken: gelijk, niet van elk gepubliceerd, of tekst om zelf te lezen",
        *merkuitleg((een.interventie for een in gevraagd), catalogus),
    ]
    if any(een.is_deel for een in gevraagd):
        uitleg.insert(2, "Wat in zinnen staat, gaat over het geheel en geldt niet altijd voor het deel")
    yield Alinea(". ".join(uitleg) + ".", Toon.ZACHT)


def _cel(regels: Sequence[str]) -> str:
    return regels[0] if len(regels) == 1 else "\n".join(f"- {regel}" for regel in regels)


Rijgegevens = TypedDict("Rijgegevens", {
    "onderwerp": str, "verschilt": Annotated[bool | None, "null: niet van elk gepubliceerd, of lopende tekst"],
    "waarden": Annotated[dict[str, list[str]], "per id wat bekend is"],
})  # fmt: skip
Vergelijkgegevens = TypedDict("Vergelijkgegevens", {"ids": list[str], "rijen": list[Rijgegevens]})


def onderwerpen(
    catalogus: Catalogus,
    kosten: Mapping[Interventie, Sequence[Kostenraming]],
    vandaag: date,
    oordelen: Mapping[Interventie, Treffer] = MappingProxyType({}),
) -> dict[str, Onderwerp]:
    """What is compared, in the words of the card of ``lpi toon``.

    ``kosten``: for each the computed costs, which take the place of prices; empty without a number.
    ``oordelen``: for each whether it fits the question.
    """
    feiten = {
        naam: Onderwerp(
            partial(FEITEN[naam].regels, catalogus=catalogus, vandaag=vandaag), FEITEN[naam].bekend
        )
        for naam in ONDERWERPEN
    }
    gevonden = {"naam": feiten.pop("naam"), **_bij_de_vraag(oordelen, catalogus), **feiten}
    gevonden["contact"] = Onderwerp(contactregels)  # a web address can be too long to stand side by side
    if kosten:
        gevonden["kosten"] = Onderwerp(
            lambda i: [_met_reden(raming, catalogus) for raming in kosten[i]],
            lambda i: {_uitgerekend(raming) for raming in kosten[i]},
        )
    return gevonden


def _uitgerekend(raming: Kostenraming) -> Hashable:
    if raming.totaal is None or raming.ondergrens or raming.is_ongeveer:
        return ONBEKEND
    return Delen(((raming.status, raming.totaal), zonder(raming.erbij)))


NEE = "nee"
SLOTSOMMEN = {
    Slotsom.PAST: "ja",
    Slotsom.MISSCHIEN: "misschien",
    Slotsom.NET_NIET: NEE,
    Slotsom.NIET: NEE,
}


def _bij_de_vraag(oordelen: Mapping[Interventie, Treffer], catalogus: Catalogus) -> dict[str, Onderwerp]:
    """Whether each fits: in all, then per part of the question and per wish with the fact; nothing when nothing was asked."""
    if (een := next(iter(oordelen.values()), None)) is None:
        return {}
    geheel = Onderwerp(
        lambda i: [SLOTSOMMEN[oordelen[i].slotsom], *_dekt(oordelen[i], catalogus)],
        lambda i: {_bekend(oordelen[i], catalogus)},
    )
    delen = {"past": geheel} if een.redenen else {}
    koppen = [f"past: {r.onderdeel}" for r in een.redenen] + [f"liefst {w.onderdeel}" for w in een.wensen]
    for nr, kop in enumerate(koppen):
        delen[kop] = _redenonderwerp(nr, oordelen)
    return delen


def _redenonderwerp(nr: int, oordelen: Mapping[Interventie, Treffer]) -> Onderwerp:
    """What is unknown is not the same as anything, nor is what fits for another part of what was asked."""

    def reden(interventie: Interventie) -> Reden:
        oordeel = oordelen[interventie]
        return [*oordeel.redenen, *oordeel.wensen][nr]

    def bekend(interventie: Interventie) -> Hashable:
        deze, oordeel = reden(interventie), oordelen[interventie]
        if deze.uitkomst is Uitkomst.ONBEKEND:
            return ONBEKEND
        delen = {LEEFTIJD.naam: oordeel.dekking, TAAL.naam: oordeel.dekking_taal}
        return deze.uitkomst, delen.get(deze.onderdeel) if deze.uitkomst is Uitkomst.PAST else None

    return Onderwerp(lambda i: [oordeel_met_feit(reden(i))], lambda i: {bekend(i)})


def _dekt(oordeel: Treffer, catalogus: Catalogus) -> list[str]:
    """For which part of the asked ages and languages it fits, where that is not all."""
    if SLOTSOMMEN[oordeel.slotsom] == NEE:
        return []
    return [f"dekt alleen: {deel}" for deel in dekkingen(oordeel, catalogus)]


def _bekend(oordeel: Treffer, catalogus: Catalogus) -> Hashable:
    if oordeel.slotsom is Slotsom.MISSCHIEN:
        return ONBEKEND
    return (SLOTSOMMEN[oordeel.slotsom], *_dekt(oordeel, catalogus))


def _met_reden(raming: Kostenraming, catalogus: Catalogus) -> str:
    """The costs, and where they could not be computed why not."""
    zin = kosten_in_zin(raming, catalogus)
    is_uitgerekend = raming.totaal is not None or raming.status is Kostenstatus.OP_AANVRAAG
    return zin if is_uitgerekend else "; ".join([zin, *(str(w).rstrip(".") for w in raming.waarschuwingen)])
