"""What lines of a plan come to together: some of it is bought for all of them at once."""

from collections.abc import Iterable, Sequence

from lpi_cli.catalogus.model import Bedrag, Bedragbereik
from lpi_cli.kern.plan.aanbod import Besteld, Celoptie
from lpi_cli.kern.plan.samen import GRATIS, samengeteld


def som_van(regels: Iterable[Celoptie]) -> Bedragbereik:
    """What is known to be paid for these lines; what is bought together is counted over all of them."""
    van = tot = GRATIS
    kopen = []
    for een in regels:
        bedrag = een.totaal or Bedragbereik(Bedrag(een.minstens), Bedrag(een.minstens))
        van, tot = van + bedrag.van, tot + bedrag.tot
        for koop in een.samen:
            van, tot = van - koop.laagste.kost(koop.aantal), tot - koop.staffel.kost(koop.aantal)
            kopen.append(koop)
    for koop in samengeteld(kopen):
        van, tot = van + koop.laagste.kost(koop.aantal), tot + koop.staffel.kost(koop.aantal)
    return Bedragbereik(Bedrag(van), Bedrag(tot))


def is_ondergrens(regels: Iterable[Celoptie]) -> bool:
    """Whether part of what is known to be paid is not known."""
    return any(een.is_ondergrens or (een.totaal is None and een.minstens) for een in regels)


def is_ongeveer(regels: Iterable[Celoptie]) -> bool:
    """Whether a source gives a price that is to be paid as about so much."""
    return any(een.raming.is_ongeveer for een in regels if een.totaal and een.totaal.tot)


def als_een_bestelling(regels: Sequence[Celoptie]) -> tuple[Celoptie, ...]:
    """With the amounts that go by the number of the whole plan: each line at that price, the first with what one buys at least."""
    geteld = {koop.wat: koop for koop in samengeteld(koop for een in regels for koop in een.samen)}
    over = {wat: max(0, koop.staffel.minste - koop.aantal) for wat, koop in geteld.items()}
    nieuw = []
    for een in regels:
        for (wat, aantal, staffel, laagste), afname in zip(
            een.samen, een.raming.afname, strict=bool(een.samen)
        ):
            samen = geteld[wat].aantal
            if een.totaal is None or not samen:
                continue  # bought whole, however often it is used
            deel = aantal + over.pop(wat, 0)
            een = een._replace(
                totaal=Bedragbereik(
                    Bedrag(een.totaal.van - laagste.kost(aantal) + laagste.per_stuk(samen) * deel),
                    Bedrag(een.totaal.tot - staffel.kost(aantal) + staffel.per_stuk(samen) * deel),
                ),
                samen=tuple(koop for koop in een.samen if koop.wat != wat),
                besteld=(*een.besteld, Besteld(afname.post, samen, staffel.per_stuk(samen))),
            )
        nieuw.append(een)
    return tuple(nieuw)


def in_plaats_van(een: Celoptie, ander: Celoptie, regels: Sequence[Celoptie]) -> Celoptie:
    """An option as it would be in the place of a line, with what the others buy at the same price."""
    plek = regels.index(een)
    return als_een_bestelling([*regels[:plek], ander, *regels[plek + 1 :]])[plek]
