"""The same intervention at another price: one of one's own, an offer, or that of another source."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from lpi_cli.catalogus.model import (
    Aantal,
    Bedrag,
    Bedragbereik,
    Groepsgrootte,
    Interventie,
    Kostenpost,
    Kostensoort,
    Variant,
)
from lpi_cli.kern.plan.opgave import Offerte, noemt

OFFERTE = "offerte"
"""Stands for the source of a price that was offered."""


_LEGE_POST: Mapping[str, Any] = dict.fromkeys(Kostenpost._fields) | {
    "soort": Kostensoort.UITVOERING,
    **dict.fromkeys(("gefinancierd", "op_aanvraag", "ongeveer"), False),
    **dict.fromkeys(("staffel", "omvat", "exclusief"), ()),
}


def met_prijs(
    interventie: Interventie,
    varianten: Iterable[str],
    bedrag: Bedragbereik,
    eenheid: str,
    bron: str,
    jaar: int | None,
) -> Interventie:
    """The same with another price of delivery for some variants; it takes the place of all that was published of it."""
    ids = set(varianten)
    kosten = _zonder_prijs(interventie, ids)
    nieuw = {**_LEGE_POST, "bedrag": bedrag, "eenheid": eenheid, "bron": bron, "prijspeil": jaar}
    voor = [variant.id for variant in interventie.varianten if variant.id in ids]
    kosten += [
        Kostenpost(**{**nieuw, "variant": id_})
        for id_ in (voor if len(voor) < len(interventie.varianten) else [None])
    ]
    return interventie._replace(kosten=tuple(kosten))


def _zonder_prijs(
    interventie: Interventie, ids: Collection[str], behoud: Collection[str] = ()
) -> list[Kostenpost]:
    """What it costs without what was published of some variants, but for training and for what has a source to keep."""
    andere = [variant.id for variant in interventie.varianten if variant.id not in ids]
    kosten = []
    for post in interventie.kosten:
        if post.soort is Kostensoort.OPLEIDING or post.variant in andere or post.bron in behoud:
            kosten.append(post)
        elif post.variant is None:
            kosten += [post._replace(variant=id_) for id_ in andere]
    return kosten


def met_eigen_prijs(interventie: Interventie, eigen: Collection[str]) -> Interventie:
    """The same at the prices from one's own sources alone, for the variants that these are for."""
    prijzen = [
        post
        for post in interventie.kosten
        if post.bron in eigen and post.soort is Kostensoort.UITVOERING and post.bedrag is not None
    ]
    per_variant = {
        variant.id: post
        for variant in interventie.varianten
        for post in prijzen
        if post.variant in (None, variant.id)
    }
    if not per_variant:
        return interventie
    groottes = {id_: post.groepsgrootte for id_, post in per_variant.items() if post.groepsgrootte}
    return interventie._replace(
        kosten=tuple(_zonder_prijs(interventie, per_variant, eigen)),
        varianten=tuple(
            _met_grootte(variant, groottes[variant.id].max) if variant.id in groottes else variant
            for variant in interventie.varianten
        ),
    )


def met_offerte(interventie: Interventie, offerte: Offerte) -> Interventie:
    """The same at an offered price, and for groups of the offered size."""
    ids = [variant.id for variant in interventie.varianten if noemt(offerte.wat, interventie.id, variant.id)]
    bedrag = Bedragbereik(Bedrag(offerte.bedrag), Bedrag(offerte.bedrag))
    jaar = int(offerte.datum[:4]) if offerte.datum else None
    geprijsd = met_prijs(interventie, ids, bedrag, offerte.per, OFFERTE, jaar) if ids else interventie
    return geprijsd._replace(
        varianten=tuple(
            _met_grootte(variant, offerte.groepsgrootte) if variant.id in ids else variant
            for variant in interventie.varianten
        )
    )


def _met_grootte(variant: Variant, hoogste: int | None) -> Variant:
    if hoogste is None:
        return variant
    grootte = variant.groepsgrootte or Groepsgrootte(None, None, None)
    is_kleiner = grootte.min is not None and grootte.min > hoogste  # who offers it makes the groups smaller
    minste = None if is_kleiner else grootte.min
    return variant._replace(groepsgrootte=grootte._replace(min=minste, max=Aantal(hoogste)))


def andere_prijzen(interventie: Interventie, eigen: Collection[str]) -> Iterator[tuple[str, Interventie]]:
    """The same at each deviating price of what was published, with its source. ``eigen``: sources of one's own."""
    geprijsd = {
        post.variant or variant.id
        for post in interventie.kosten
        if post.bedrag and post.soort is Kostensoort.UITVOERING and post.bron not in (OFFERTE, *eigen)
        for variant in interventie.varianten
    }
    for afwijking in interventie.afwijkingen if geprijsd else ():
        if afwijking.bedrag is not None and afwijking.eenheid is not None:
            bron = str(afwijking.bron)
            yield bron, met_prijs(interventie, geprijsd, afwijking.bedrag, afwijking.eenheid, bron, None)
