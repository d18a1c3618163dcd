"""Costs for the people of a question, from published prices in many units.

Exact decimals; a range stays a range. What is unknown is never counted as 0: an amount
with a missing part is a lower bound and says so, and a price that cannot be turned into
one for these people stays in its own unit. Every assumption is in the result.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from lpi_cli.catalogus.model import Bedragbereik, Begrippen, Interventie, Kostenpost, Telling, Variant
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import telling
from lpi_cli.kern.deelname import Wie, iedereen
from lpi_cli.kern.kostenwaarschuwing import VOOR_ALLE_VARIANTEN
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.rekening import Rekening

CENT = Decimal("0.01")
STANDAARDVOLGORDE = "per-deelnemer"


def bereken_kosten(
    keuze: Iterable[tuple[Interventie, Sequence[Variant]]],
    aannames: Aannames,
    begrippen: Begrippen,
    sorteer_op: str = STANDAARDVOLGORDE,
    wie: Wie | None = None,
) -> list[Kostenraming]:
    """The costs of each variant of each intervention. Raises ``KeyError`` for an unknown order.

    ``begrippen``: the vocabularies, which say how units count and what things are called. ``wie``: who of
    the people takes part in what; everyone in everything without it.
    """
    wie = wie or iedereen(aannames.deelnemers)
    ramingen: list[Kostenraming] = []
    for interventie, varianten in keuze:
        per_variant = [
            raming
            for variant in varianten
            for raming in Rekening(
                interventie, variant, wie(interventie, [variant]), aannames, begrippen
            ).ramingen()
        ]
        ramingen += _samengevoegd(per_variant, interventie, varianten, wie, begrippen)
    return sorted(ramingen, key=SORTERINGEN[sorteer_op])


def _samengevoegd(
    ramingen: Iterable[Kostenraming],
    interventie: Interventie,
    varianten: Sequence[Variant],
    wie: Wie,
    begrippen: Begrippen,
) -> Iterable[Kostenraming]:
    """One estimate for what variants buy together: the price of a whole school or location.

    It is the price of them all, also when only one of them was asked for.
    """
    samen: dict[object, Kostenraming] = {}
    for raming in ramingen:
        if len(interventie.varianten) > 1 and is_voor_alle_varianten(raming.post, begrippen):
            raming = raming._replace(
                variant=None,
                deelname=wie(interventie, varianten),
                groepen=None,
                te_klein=None,
                waarschuwingen=(*raming.waarschuwingen, VOOR_ALLE_VARIANTEN),
            )
        sleutel = len(samen) if raming.variant else (raming.omschrijving, raming.post)
        samen.setdefault(sleutel, raming)
    return samen.values()


def is_voor_alle_varianten(post: Kostenpost | None, begrippen: Begrippen) -> bool:
    return post is not None and telling(post.eenheid, begrippen) is Telling.GEHEEL and post.variant is None


def _op_bedrag(bedrag: Bedragbereik | None, raming: Kostenraming) -> tuple[bool, bool, Decimal, str]:
    """What is unknown comes last, never as cheapest; so does an amount of which a part is unknown."""
    return bedrag is None, raming.ondergrens, bedrag.van if bedrag else Decimal(0), raming.interventie.id


SORTERINGEN: Mapping[str, Callable[[Kostenraming], tuple[object, ...]]] = {
    STANDAARDVOLGORDE: lambda raming: _op_bedrag(raming.per_deelnemer, raming),
    "totaal": lambda raming: _op_bedrag(raming.totaal, raming),
    "per-contactuur": lambda raming: _op_bedrag(raming.per_contactuur, raming),
    "naam": lambda raming: (raming.interventie.id,),
}


def centen(bedrag: Decimal) -> Decimal:
    """Rounded half up to cents; only for output."""
    return bedrag.quantize(CENT, ROUND_HALF_UP)


def incompany_vanaf(opleiding: Sequence[Kostenpost], begrippen: Begrippen) -> int | None:
    """From how many trainees a training for one's own people is cheaper than per trainee."""
    tellingen = [(post, telling(post.eenheid, begrippen)) for post in opleiding]
    per_cursist = [p.bedrag.van for p, t in tellingen if t is Telling.CURSIST and p.bedrag and p.bedrag.van]
    incompany = [post for post, t in tellingen if t is Telling.GEHEEL and post.bedrag]
    if not per_cursist or not incompany or incompany[0].bedrag is None:
        return None
    vanaf = int(incompany[0].bedrag.tot // min(per_cursist)) + 1
    hoogste = incompany[0].maximum_personen
    return vanaf if hoogste is None or vanaf <= hoogste else None
