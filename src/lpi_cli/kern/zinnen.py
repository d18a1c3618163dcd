"""How values are worded in plain Dutch: lists, ages, ranges. Text only, no layout.

The views word most; it stands in ``kern`` because reasons and warnings are worded there.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lpi_cli.catalogus.model import Leeftijd, Looptijd, Periode, Tijdseenheid

NIET_GEPUBLICEERD = "niet gepubliceerd"
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def opsomming(delen: Iterable[str]) -> str:
    """``a, b en c``; "niet gepubliceerd" when there is nothing."""
    lijst = list(delen)
    if not lijst:
        return NIET_GEPUBLICEERD
    return lijst[0] if len(lijst) == 1 else f"{', '.join(lijst[:-1])} en {lijst[-1]}"


def leeftijd_in_woorden(leeftijd: Leeftijd) -> str:
    """``12-18 jaar``, ``18 jaar en ouder``, ``tot 12 jaar``."""
    van, tot = leeftijd.van, leeftijd.tot
    if van is not None and tot is not None:
        return f"{van}-{tot} jaar"
    if van is not None:
        return f"{van} jaar en ouder"
    return f"tot {tot} jaar" if tot is not None else NIET_GEPUBLICEERD


def datum_in_woorden(dag: date) -> str:
    """``1 mei 2026``."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def dag_in_woorden(dag: str) -> str:
    """The same of a day as data has it: ``2026-05-01``."""
    return datum_in_woorden(date.fromisoformat(dag))


def getal(waarde: Decimal | int) -> str:
    """A number the Dutch way, without needless decimals: ``1,5``, ``1.250``."""
    return _op_zn_nederlands(f"{Decimal(waarde).normalize():,f}")


def bereik(van: Decimal | int, tot: Decimal | int, eenheid: str = "") -> str:
    """``2 uur`` or ``1,5-2 uur``."""
    getallen = getal(van) if van == tot else f"{getal(van)}-{getal(tot)}"
    return f"{getallen} {eenheid}".strip()


def periode_in_woorden(periode: Periode) -> str:
    """``jaar`` or ``1,5 jaar``: what one amount is for."""
    return periode.eenheid if periode.aantal == 1 else f"{getal(periode.aantal)} {periode.eenheid}"


def tijd_in_woorden(looptijd: Looptijd) -> str:
    """``18-24 maanden``, ``1,5 jaar``: how long something lasts."""
    eenheid = str(looptijd.eenheid)
    if looptijd.tot != 1 and looptijd.eenheid is not Tijdseenheid.JAAR:
        eenheid = {"week": "weken", "maand": "maanden"}[eenheid]
    return bereik(looptijd.van, looptijd.tot, eenheid)


def euro(bedrag: Decimal) -> str:
    """``€ 12.000`` for whole euros, ``€ 742,50`` otherwise."""
    vorm = f"{bedrag:,.0f}" if bedrag == bedrag.to_integral_value() else f"{bedrag:,.2f}"
    return f"€ {_op_zn_nederlands(vorm)}"


def euro_met_centen(bedrag: Decimal) -> str:
    """``€ 12.000,00``; the amount must be rounded to cents already."""
    return f"€ {_op_zn_nederlands(f'{bedrag:,.2f}')}"


def _op_zn_nederlands(getal_: str) -> str:
    """Points between thousands and a decimal comma, instead of the other way round."""
    return getal_.translate(str.maketrans(",.", ".,"))
