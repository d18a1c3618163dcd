"""A result as a sheet for people: Dutch headings and words, bounds in columns of their own, amounts as amounts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from typing import Any, NamedTuple

from lpi_cli.weergave.beeld import Beeld
from lpi_cli.weergave.cel import Grenzen, Woord


class Kolomsoort(Enum):
    """What stands in a column, by which it gets its layout."""

    TEKST = auto()
    GETAL = auto()
    EURO = auto()
    JAAR = auto()
    """A whole number without points in it."""


class Velkolom(NamedTuple):
    kop: str
    soort: Kolomsoort


class Vel(NamedTuple):
    kolommen: Sequence[Velkolom]
    rijen: Sequence[Sequence[Any]]
    ten_minste: Sequence[bool]
    """Per row whether its amounts are lower bounds."""


KOPPEN = {
    "id": "Code", "voorselectie": "Voorselectie van LOOP", "dekking": "Dekt van de leeftijd",
    "dekking_taal": "Dekt van de talen", "redenen": "Waarom", "wensen": "Liefst", "bewijs": "Erkenning",
    "kosten": "Prijs", "prijs": "Welke prijs", "cel": "Voor wie", "kosten_van": "Prijs van (€)", "kosten_tot": "Prijs tot (€)", "mensen": "Aantal mensen",
    "weggelaten": "Niet voor", "status": "Wat bekend is", "totaal_van": "Totaal van (€)",
    "totaal_tot": "Totaal tot (€)", "per_deelnemer_van": "Per deelnemer van (€)",
    "per_deelnemer_tot": "Per deelnemer tot (€)", "per_contactuur_van": "Per contactuur van (€)",
    "per_contactuur_tot": "Per contactuur tot (€)", "ondergrens": "Bedrag is ten minste",
    "prijspeil": "Prijs van het jaar", "waarschuwingen": "Let op", "budget": "Binnen het budget",
    "tekort": "Tekort (€)", "genoeg_voor": "Budget genoeg voor (mensen)", "opleiding": "Opleiding van trainers",
}  # fmt: skip
"""Where a heading for people is not the name that programs know, with a capital."""
ONDERGRENS = "ondergrens"


def als_vel(beeld: Beeld) -> Vel:
    """Without the columns in which nothing stands."""
    if not beeld.rijen:
        return Vel([Velkolom(_kop(naam), Kolomsoort.TEKST) for naam in beeld.kolommen], [], [])
    delen = [
        deel
        for naam, kolom in zip(beeld.kolommen, zip(*beeld.rijen, strict=True), strict=False)
        if any(cel not in (None, "") for cel in kolom)
        for deel in _delen(naam, kolom)
    ]
    grens = beeld.kolommen.index(ONDERGRENS) if ONDERGRENS in beeld.kolommen else None
    ten_minste = [grens is not None and bool(rij[grens]) for rij in beeld.rijen]
    rijen = list(zip(*(cellen for _, cellen in delen), strict=True))
    return Vel([kolom for kolom, _ in delen], rijen, ten_minste)


def _kop(naam: str) -> str:
    return KOPPEN.get(naam) or naam[:1].upper() + naam[1:].replace("_", " ")


def _delen(naam: str, cellen: Sequence[Any]) -> Iterator[tuple[Velkolom, Sequence[Any]]]:
    """One column, or two where it holds bounds."""
    kop = "Interventie" if naam == "id" and any(isinstance(cel, Woord) for cel in cellen) else _kop(naam)
    if any(isinstance(cel, Grenzen) for cel in cellen):
        grenzen = [cel.grenzen if isinstance(cel, Grenzen) else (None, None) for cel in cellen]
        for woord, deel in zip(("van", "tot"), zip(*grenzen, strict=True), strict=True):
            yield Velkolom(f"{kop} {woord}", Kolomsoort.GETAL), deel
        if not any(isinstance(cel, Grenzen) and cel.toon for cel in cellen):
            return
        kop = f"{kop} in woorden"
    leesbaar = [cel.woord if isinstance(cel, Woord | Grenzen) else cel for cel in cellen]
    yield Velkolom(kop, _soort(kop, leesbaar)), leesbaar


def _soort(kop: str, cellen: Sequence[Any]) -> Kolomsoort:
    if kop.endswith("(€)"):
        return Kolomsoort.EURO
    getallen = [cel for cel in cellen if isinstance(cel, int | float | Decimal) and not isinstance(cel, bool)]
    if not getallen:
        return Kolomsoort.TEKST
    return Kolomsoort.JAAR if all(1900 < getal < 2200 for getal in getallen) else Kolomsoort.GETAL
