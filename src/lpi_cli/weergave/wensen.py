"""What one would like: in words, and of each result whether it has it, with the fact."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.record import als_object
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import Reden, Treffer
from lpi_cli.weergave.beeld import Alinea, Blok, Kop, Punten, Toon
from lpi_cli.weergave.feiten import id_met_merk


class Oordeelwoord(StrEnum):
    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


WOORDEN = {
    Uitkomst.PAST: Oordeelwoord.JA,
    Uitkomst.ONBEKEND: Oordeelwoord.ONBEKEND,
    Uitkomst.PAST_NIET: Oordeelwoord.NEE,
}
Wensgegevens = TypedDict("Wensgegevens", {
    "onderdeel": str, "oordeel": Oordeelwoord, "feit": str, "bron": list[str],
})  # fmt: skip


def wensgegevens(wensen: Sequence[Reden]) -> list[Wensgegevens]:
    return [
        als_object(Wensgegevens, een, oordeel=WOORDEN[een.uitkomst], feit=str(een.feit), bron=_bronnen(een))
        for een in wensen
    ]


def oordelen_kort(treffer: Treffer) -> str:
    """``ja, onbekend``, in the order of the wishes."""
    return ", ".join(WOORDEN[wens.uitkomst] for wens in treffer.wensen)


def wens_in_woorden(wens: Reden) -> str:
    """``taal=ar: ja, Arabisch [gids-2025]``."""
    return f"{wens.onderdeel}: {oordeel_met_feit(wens)}"


def oordeel_met_feit(wens: Reden) -> str:
    """``ja, Arabisch [gids-2025]``: the same for a part of the question."""
    bron = ", ".join(_bronnen(wens))
    return f"{WOORDEN[wens.uitkomst]}, {wens.feit}{f' [{bron}]' if bron else ''}"


def redenen_met_feit(redenen: Iterable[Reden]) -> str:
    """``leeftijd (18 jaar en ouder) en taal (niet genoemd)``: parts of the question, each with the fact that decides."""
    return opsomming(f"{reden.onderdeel} ({reden.feit})" for reden in redenen)


def _bronnen(wens: Reden) -> list[str]:
    """Who says it; nobody says what is not published."""
    return [] if wens.feit.tekst is None else list(wens.feit.bronnen)


def wensenblokken(treffers: Sequence[Treffer], catalogus: Catalogus) -> Iterator[Blok]:
    """Per wish which results have it, those with the same fact together."""
    per_wens: dict[str, dict[tuple[Uitkomst, str], list[str]]] = {}
    for treffer in treffers:
        for wens in treffer.wensen:
            feiten = per_wens.setdefault(wens.onderdeel, {})
            feiten.setdefault((wens.uitkomst, oordeel_met_feit(wens)), []).append(
                id_met_merk(treffer.interventie, catalogus)
            )
    for onderdeel, feiten in per_wens.items():
        yield Kop(f"Liefst {onderdeel}")
        gesorteerd = sorted(feiten.items(), key=lambda feit: -feit[0][0])
        yield Punten([f"{oordeel}: {', '.join(ids)}" for (_, oordeel), ids in gesorteerd])


def volgorderegel(liefst: Sequence[str], daarna: Iterable[str]) -> Alinea:
    """By what results are sorted."""
    wensen = [f"liefst {wens}" for wens in liefst]
    return Alinea(f"Volgorde: {', dan '.join([*wensen, *daarna])}.", Toon.ZACHT)
