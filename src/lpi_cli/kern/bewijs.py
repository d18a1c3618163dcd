"""Which evidence counts for a variant: a rating or study of another one, or of another programme, does not."""

from collections.abc import Iterable, Sequence
from datetime import date

from lpi_cli.catalogus.model import Erkenning, Interventie, Onderzoek, Over, Variant
from lpi_cli.kern.zinnen import opsomming


def is_van(varianten: Sequence[str], variant: Variant) -> bool:
    """Whether what is said of these variants, or of the whole when there are none, is said of this one."""
    return not varianten or variant.id in varianten


def hoogste(interventie: Interventie, vandaag: date) -> Erkenning | None:
    """The highest rating of this programme itself that has not ended: of the whole, or else of some variants."""
    geldig = [
        e
        for e in interventie.bewijs.erkenningen
        if e.niveau and any(geldt(e, variant, vandaag) for variant in interventie.varianten)
    ]
    return max(geldig, key=lambda e: (not e.varianten, e.niveau.rang if e.niveau else 0), default=None)


def geldt(erkenning: Erkenning, variant: Variant, vandaag: date) -> bool:
    """Whether a rating is of this variant and no wider programme, and has not ended."""
    if erkenning.over is not Over.DEZE:
        return False
    einde = erkenning.geldig_tot
    return is_van(erkenning.varianten, variant) and (einde is None or vandaag <= date.fromisoformat(einde))


def eigen_onderzoek(interventie: Interventie, variant: Variant) -> list[Onderzoek]:
    """The studies of this variant of this programme, whatever came out."""
    return [
        onderzoek
        for onderzoek in interventie.bewijs.onderzoek
        if onderzoek.over is Over.DEZE and is_van(onderzoek.varianten, variant)
    ]


def onder_wie(onderzoek: Iterable[Onderzoek]) -> str:
    """Among whom all these studies were done, to put behind what came out; nothing where one does not say so."""
    bij = dict.fromkeys(een.bij for een in onderzoek)
    return f" bij {opsomming(filter(None, bij))}" if bij and None not in bij else ""
