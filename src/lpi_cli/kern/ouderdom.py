"""How old a fact is: said wherever it matters, in the same way, and never a reason to hide it."""

from datetime import date
from typing import NamedTuple

from lpi_cli.kern.zinnen import dag_in_woorden

OUD_VANAF = 3
"""Years from which on a fact or a price is called old: after more than two (design section 6)."""
_TELWOORDEN = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


class Tijd(NamedTuple):
    """Of when a fact is: its year, the last day that it was said to hold, the day on which someone checked it."""

    jaar: int | None = None
    geldig_tot: str | None = None
    nagekeken: str | None = None


def is_oud(van: int, nu: int) -> bool:
    """Whether what is of one year is called old in another."""
    return nu - van >= OUD_VANAF


def is_voorbij(geldig_tot: str | None, vandaag: date) -> bool:
    """Whether something was until a day that has passed."""
    return geldig_tot is not None and geldig_tot < vandaag.isoformat()


def let_op(tijd: Tijd, vandaag: date) -> str | None:
    """``let op: drie jaar oud``; nothing for what is of these years, or of when nobody knows."""
    if tijd.geldig_tot and is_voorbij(tijd.geldig_tot, vandaag):
        return f"let op: gold tot en met {dag_in_woorden(tijd.geldig_tot)}"
    gezien = date.fromisoformat(tijd.nagekeken).year if tijd.nagekeken else None
    jaren = [jaar for jaar in (tijd.jaar, gezien) if jaar is not None]
    oud = vandaag.year - max(jaren) if jaren else 0
    if oud < OUD_VANAF:
        return None
    aantal = _TELWOORDEN[oud] if oud < len(_TELWOORDEN) else str(oud)
    return f"let op: {aantal} jaar {'niet nagekeken' if gezien == max(jaren) else 'oud'}"
