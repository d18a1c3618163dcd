"""The price of an intervention at a glance: its status and the amount that counts."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from lpi_cli.catalogus.model import (
    Bedragbereik,
    Begrippen,
    Interventie,
    Kostenpost,
    Kostensoort,
    Telling,
    Variant,
)
from lpi_cli.kern.begrip import telling


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


def prijs(
    interventie: Interventie, begrippen: Begrippen, varianten: Sequence[Variant] | None = None
) -> Prijs:
    """The delivery price as published, in its own unit; of some variants, or of all.

    Training of trainers is an investment, not a delivery price, and does not count here. A price of one
    of several variants is part of what there is to know.
    """
    onder = interventie.varianten if varianten is None else varianten
    gevonden = _prijs(leveringsposten(interventie, onder), begrippen)
    is_van_een = gevonden.post is not None and gevonden.post.variant is not None and len(onder) > 1
    per_variant = (_prijs(leveringsposten(interventie, [variant]), begrippen) for variant in onder)
    kosteloos = all(een.status is Kostenstatus.KOSTELOOS for een in per_variant)
    return gevonden._replace(status=Kostenstatus.DEELS) if is_van_een and not kosteloos else gevonden


def leveringsposten(interventie: Interventie, varianten: Sequence[Variant] | None = None) -> list[Kostenpost]:
    """What its delivery costs, to some variants or all; training of one's own trainers is apart."""
    ids = {variant.id for variant in (interventie.varianten if varianten is None else varianten)}
    return [
        post
        for post in interventie.kosten
        if post.soort is not Kostensoort.OPLEIDING and (post.variant is None or post.variant in ids)
    ]


def is_onderdeel(post: Kostenpost, begrippen: Begrippen) -> bool:
    """Whether an item is part of the costs of doing it oneself, or comes on top of having it done."""
    soorten = (Kostensoort.PERSONEEL, Kostensoort.MATERIAAL, Kostensoort.LICENTIE)
    return post.soort in soorten and not is_los(post, begrippen) and not post.gefinancierd


def is_los(post: Kostenpost, begrippen: Begrippen) -> bool:
    """Whether one may buy it or not, and as many as one likes."""
    return telling(post.eenheid, begrippen) is Telling.APART


def is_bekend(post: Kostenpost) -> bool:
    """Whether there is something to count."""
    return (post.bedrag or post.uren) is not None


def _prijs(posten: Sequence[Kostenpost], begrippen: Begrippen) -> Prijs:
    """Of the items of a delivery."""
    uitvoering = [post for post in posten if post.soort is Kostensoort.UITVOERING]
    onderdelen = [post for post in posten if is_onderdeel(post, begrippen)]
    bekend = [post for post in onderdelen if is_bekend(post)]
    vrij = [post for post in uitvoering if post.gefinancierd]
    if vrij and not onderdelen:
        return Prijs(Kostenstatus.KOSTELOOS, vrij[0])
    for post in uitvoering:
        if post.bedrag is not None and not post.gefinancierd:
            return Prijs(Kostenstatus.BEKEND, post)
    if bekend or vrij:
        return Prijs(Kostenstatus.DEELS, (bekend or onderdelen)[0])
    return Prijs(Kostenstatus.OP_AANVRAAG if posten else None, None)


def is_toegevoegd(post: Kostenpost, interventie: Interventie) -> bool:
    """Whether an own catalogue added this price: what sources differ on is the price of the others."""
    bronnen = {variant.bron for variant in interventie.varianten}
    return post.bron not in bronnen | {afwijking.bron for afwijking in interventie.afwijkingen}
