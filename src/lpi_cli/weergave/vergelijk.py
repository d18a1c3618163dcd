"""Interventions side by side; on a narrow screen one block per subject."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Variant
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.kosten import Kostenregel, contacturen
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.taal import NIET_GEPUBLICEERD, bereik, leeftijd_in_woorden, opsomming
from lpi_cli.kern.vergelijk import Regels, Vergelijking
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Tabel, Toon
from lpi_cli.weergave.feiten import (
    bijeenkomsten_kort,
    contactregels,
    erkenningen,
    groepsgrootte_kort,
    id_met_merk,
    kostenregel,
    merkuitleg,
    namen,
)
from lpi_cli.weergave.kosten import kosten_in_zin

LEESBAAR = 36
"""Characters a column of running text needs to be read with ease."""
ANDERS = "≠"


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
    kolommen = [
        Kolom("onderwerp"),
        *(Kolom(id_met_merk(i, catalogus), minstens=LEESBAAR) for i in interventies),
    ]
    rijen = [
        [f"{v.onderwerp} {ANDERS}" if v.verschilt else v.onderwerp, *(_cel(waarde) for waarde in v.waarden)]
        for v in vergelijkingen
    ]
    yield Tabel(kolommen, rijen)
    uitleg = [f"{ANDERS} = hierin verschillen ze", *merkuitleg(interventies, catalogus)]
    yield Alinea(". ".join(uitleg) + ".", Toon.ZACHT)


def _cel(regels: Regels) -> str:
    return regels[0] if len(regels) == 1 else "\n".join(f"- {regel}" for regel in regels)


def _gegevens(ids: Sequence[str], vergelijkingen: Sequence[Vergelijking]) -> dict[str, Any]:
    rijen = [
        {
            "onderwerp": v.onderwerp,
            "verschilt": v.verschilt,
            "waarden": {id_: list(waarde) for id_, waarde in zip(ids, v.waarden, strict=True)},
        }
        for v in vergelijkingen
    ]
    return {"ids": list(ids), "rijen": rijen}


def onderwerpen(
    catalogus: Catalogus, kosten: Mapping[str, Sequence[Kostenregel]]
) -> dict[str, Callable[[Interventie], Regels]]:
    """What is compared, in order. ``kosten``: per id the computed costs, empty without a number."""
    return {
        "naam": lambda i: [i.naam],
        "aanbieder": lambda i: [i.organisatie],
        "voor wie": lambda i: [i.doelgroep.omschrijving],
        "leeftijd": lambda i: _per_variant(i, _leeftijd),
        "doel": lambda i: [_doel(i, catalogus)],
        "vorm": lambda i: _per_variant(i, lambda v: opsomming(v.vorm)),
        "bijeenkomsten": lambda i: _per_variant(i, lambda v: bijeenkomsten_kort(v.bijeenkomsten)),
        "contacturen": lambda i: _per_variant(i, _contacturen),
        "groepsgrootte": lambda i: _per_variant(i, lambda v: groepsgrootte_kort(v.groepsgrootte)),
        "plek": lambda i: [namen(i.setting, "setting", catalogus)],
        "talen": lambda i: [namen(i.talen, "taal", catalogus)],
        "tolk": lambda i: [i.tolk or NIET_GEPUBLICEERD],
        "uitvoerders": lambda i: [i.uitvoerders or NIET_GEPUBLICEERD],
        "erkenning": lambda i: erkenningen(i, catalogus) or [NIET_GEPUBLICEERD],
        "onderzoek": lambda i: _onderzoek(i, catalogus),
        "zelf uitvoeren": lambda i: [_overdracht(i, catalogus)],
        "kosten": lambda i: _kosten(i, kosten.get(i.id, ()), catalogus),
        "sterke kanten": lambda i: i.werkzame_elementen or [NIET_GEPUBLICEERD],
        "let op": lambda i: i.aandachtspunten or [NIET_GEPUBLICEERD],
        "contact": contactregels,
    }


def _per_variant(interventie: Interventie, beschrijf: Callable[[Variant], str]) -> Regels:
    """One phrase when it is the same for all variants, else one per variant."""
    per_variant = {variant.naam: beschrijf(variant) for variant in interventie.varianten}
    if len(set(per_variant.values())) == 1:
        return list(per_variant.values())[:1]
    return [f"{naam_}: {tekst}" for naam_, tekst in per_variant.items()]


def _leeftijd(variant: Variant) -> str:
    tekst = leeftijd_in_woorden(variant.leeftijd)
    return tekst if variant.voor == "deelnemers" else f"voor {variant.voor.value}; leeftijd {tekst}"


def _doel(interventie: Interventie, catalogus: Catalogus) -> str:
    tekst = "; ".join(naam(doel, catalogus.begrippen["doel"]) for doel in interventie.doel.categorieen)
    return f"{tekst} (onze indeling)" if interventie.doel.afgeleid else tekst


def _contacturen(variant: Variant) -> str:
    aantal = variant.bijeenkomsten.aantal if variant.bijeenkomsten else None
    uren = contacturen(variant, aantal)
    return bereik(*uren, "uur") if uren else NIET_GEPUBLICEERD


def _onderzoek(interventie: Interventie, catalogus: Catalogus) -> Regels:
    regels = [
        f"{naam(o.soort, catalogus.begrippen['onderzoeksoort'])}{f' ({o.jaar})' if o.jaar else ''}: {o.uitkomst}"
        for o in interventie.bewijs.onderzoek
    ]
    return regels or [NIET_GEPUBLICEERD]


def _overdracht(interventie: Interventie, catalogus: Catalogus) -> str:
    overdracht = interventie.overdraagbaarheid
    tekst = naam(overdracht.mogelijk, catalogus.begrippen["overdracht"])
    return f"{tekst}. {overdracht.omschrijving}" if overdracht.omschrijving else tekst


def _kosten(interventie: Interventie, regels: Sequence[Kostenregel], catalogus: Catalogus) -> Regels:
    if not regels:
        posten = [kostenregel(post, catalogus) for post in interventie.kosten]
        return posten or [NIET_GEPUBLICEERD]
    return [_met_reden(regel, catalogus) for regel in regels]


def _met_reden(regel: Kostenregel, catalogus: Catalogus) -> str:
    """The costs, and where they could not be computed why not."""
    zin = kosten_in_zin(regel, catalogus)
    is_uitgerekend = regel.totaal is not None or regel.status is Kostenstatus.OP_AANVRAAG
    return zin if is_uitgerekend else "; ".join([zin, *regel.waarschuwingen])
