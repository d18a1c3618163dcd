"""The price of an intervention at a glance: its status and the amount that counts."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from lpi_cli.catalogus.model import Bedragbereik, Interventie, Kostenpost, Kostensoort, Variant


class Kostenstatus(StrEnum):
    """What is known of the costs, from most to least certain for a budget."""

    KOSTELOOS = "kosteloos"
    BEKEND = "bekend"
    DEELS = "deels"
    OP_AANVRAAG = "op_aanvraag"


class Prijs(NamedTuple):
    """``status`` None: no source says anything. ``post`` is the price that counts."""

    status: Kostenstatus | None
    post: Kostenpost | None

    @property
    def bedrag(self) -> Bedragbereik | None:
        """The amount per unit; None when free or unknown."""
        return self.post.bedrag if self.post and not self.post.gefinancierd else None


def prijs(interventie: Interventie, varianten: Sequence[Variant] | None = None) -> Prijs:
    """The delivery price as published, in its own unit; of some variants, or of all.

    Training of trainers is an investment, not a delivery price, and does not count here. A price of one
    of several variants is part of what there is to know.
    """
    ids = {variant.id for variant in (interventie.varianten if varianten is None else varianten)}
    gevonden = _prijs(interventie, ids)
    is_van_een = gevonden.post is not None and gevonden.post.variant is not None and len(ids) > 1
    kosteloos = all(_prijs(interventie, {id_}).status is Kostenstatus.KOSTELOOS for id_ in ids)
    return gevonden._replace(status=Kostenstatus.DEELS) if is_van_een and not kosteloos else gevonden


def _prijs(interventie: Interventie, ids: Collection[str]) -> Prijs:
    posten = [post for post in interventie.kosten if post.variant is None or post.variant in ids]
    uitvoering = [post for post in posten if post.soort is Kostensoort.UITVOERING]
    deel = [post for post in posten if _komt_erbij(post)]
    for post in uitvoering:
        if post.gefinancierd and not deel:
            return Prijs(Kostenstatus.KOSTELOOS, post)
    for post in uitvoering:
        if post.bedrag is not None and not post.gefinancierd:
            return Prijs(Kostenstatus.BEKEND, post)
    if deel:
        return Prijs(Kostenstatus.DEELS, deel[0])
    gevraagd = any(post.soort is not Kostensoort.OPLEIDING for post in posten)
    return Prijs(Kostenstatus.OP_AANVRAAG if gevraagd else None, None)


def _komt_erbij(post: Kostenpost) -> bool:
    """Whether an item costs something besides having it done."""
    is_erbij = post.soort not in (Kostensoort.UITVOERING, Kostensoort.OPLEIDING)
    return is_erbij and not post.gefinancierd and (post.bedrag or post.uren) is not None


def is_toegevoegd(post: Kostenpost, interventie: Interventie) -> bool:
    """Whether an own catalogue added this price: what sources differ on is the price of the others."""
    bronnen = {variant.bron for variant in interventie.varianten}
    return post.bron not in bronnen | {afwijking.bron for afwijking in interventie.afwijkingen}
