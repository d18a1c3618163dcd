"""For people at a terminal, with rich. Also readable in a pipe, in 40 columns and without colour."""

from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.style import Style
from rich.table import Table
from rich.text import Text

from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
    Kolom,
    Kop,
    Punten,
    Scherm,
    Staven,
    Tabel,
    Toon,
    Velden,
    Wegwijzers,
    als_velden,
)
from lpi_cli.weergave.tekst import balk, schoon

TUSSENRUIMTE = 2
"""Spaces behind every column, the last one too."""
SMALSTE_WAARDE = 45
"""Characters that a value next to its label needs; with less it goes below the label."""
RUIME_KOLOM = 30
"""Characters that a column which may be left out gets at most; with less it is left out."""
STAAFKOLOMMEN = (Kolom("wie"), Kolom("balk", rang=1, vast=True), Kolom("hoeveel"))
BREEDSTE_TEKST = 100
"""Running text is not set wider than this; longer lines read badly."""

_VASTE_SPATIE = "\ue000"
"""Stands for a space that no line may break at, until the text is laid out."""
_VET = Style(bold=True)
_STIJLEN = {Toon.GEWOON: "", Toon.ZACHT: "dim", Toon.NADRUK: "bold"}


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """The result as text, for a terminal or a file of this width."""
    console = Console(
        file=StringIO(),
        force_terminal=scherm.kleur,
        no_color=not scherm.kleur,
        width=scherm.breedte,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as uitvoer:
        for nr, blok in enumerate(beeld.blokken):
            if nr and not isinstance(beeld.blokken[nr - 1], Kop):
                console.print()
            for deel in _blok(blok, console.width):
                console.print(deel)
    tekst = uitvoer.get().replace(_VASTE_SPATIE, " ")
    return "\n".join(regel.rstrip() for regel in tekst.splitlines()).encode() + b"\n"


def _blok(blok: Blok, breedte: int) -> Iterator[RenderableType]:
    smal = min(breedte, BREEDSTE_TEKST)
    match blok:
        case Kop(tekst, niveau):
            yield _tekst(tekst, "bold underline" if niveau == 1 else "bold")
        case Alinea(tekst, toon):
            yield _Smal(_tekst(tekst, _STIJLEN[toon]), smal)
        case Punten(punten):
            yield from (_Smal(_met_teken(punt), smal) for punt in punten)
        case Velden(velden):
            yield from _velden(velden, smal)
        case Tabel(kolommen, rijen):
            yield from _tabel(kolommen, rijen, breedte)
        case Staven(titel, _):
            yield _tekst(titel)
            yield from _tabel(STAAFKOLOMMEN, _staafrijen(blok), breedte)
        case Wegwijzers():
            yield from _velden(als_velden(blok).velden, smal)


def _staafrijen(staven: Staven) -> list[list[str]]:
    return [[staaf.naam, balk(staaf.tot, staven.hoogste), staaf.tekst] for staaf in staven.staven]


class _Smal:
    """Limits the width of running text."""

    def __init__(self, inhoud: RenderableType, breedte: int) -> None:
        self.inhoud, self.breedte = inhoud, breedte

    def __rich_console__(self, console: Console, opties: ConsoleOptions) -> Iterator[RenderableType]:
        yield from console.render(self.inhoud, opties.update_width(self.breedte))  # type: ignore[misc]


def _tekst(tekst: str, stijl: str = "") -> Text:
    """Text that is only text."""
    return Text(_plat(tekst), style=stijl, overflow="fold")


def _plat(tekst: str) -> str:
    """``tekst`` without anything that could act; an amount is kept on one line with its €."""
    return schoon(tekst).replace("€ ", f"€{_VASTE_SPATIE}")


def _met_teken(tekst: str) -> Table:
    rooster = Table.grid(padding=(0, 1, 0, 0))
    rooster.add_column(no_wrap=True)
    rooster.add_column(overflow="fold")
    rooster.add_row("-", _tekst(tekst))
    return rooster


def _velden(velden: Sequence[tuple[str, Sequence[str]]], breedte: int) -> Iterator[RenderableType]:
    """Labels left of the values, or above them when the screen is narrow."""
    labelbreedte = max(len(label) for label, _ in velden) + 2
    if breedte - labelbreedte < SMALSTE_WAARDE:
        for label, regels in velden:
            yield _tekst(label, "bold")
            yield from (Padding(_regel(regel, len(regels)), (0, 0, 0, 2)) for regel in regels)
        return
    rooster = Table.grid(padding=(0, 2, 0, 0))
    rooster.add_column(no_wrap=True, width=labelbreedte - 2)
    rooster.add_column(overflow="fold")
    for label, regels in velden:
        for nr, regel in enumerate(regels):
            rooster.add_row(_tekst("" if nr else label, "bold"), _regel(regel, len(regels)))
    yield _Smal(rooster, breedte)


def _regel(regel: str, aantal: int) -> RenderableType:
    return _met_teken(regel) if aantal > 1 else _tekst(regel)


def _tabel(
    kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], breedte: int
) -> Iterator[RenderableType]:
    teksten = [[_plat(cel) for cel in rij] for rij in ([kolom.kop for kolom in kolommen], *rijen)]
    maten = [_maat(kolom, [rij[nr] for rij in teksten]) for nr, kolom in enumerate(kolommen)]
    zichtbaar = _passende_kolommen(kolommen, maten, breedte)
    if not zichtbaar:
        yield from _blokjes(kolommen, rijen)
        return
    breedtes = _verdeel([maten[nr] for nr in zichtbaar], breedte - TUSSENRUIMTE * len(zichtbaar))
    zichtbare = [[rij[nr] for nr in zichtbaar] for rij in teksten]
    for past, groep in groupby(zichtbare, lambda rij: _past_op_een_regel(rij, breedtes)):
        # only rows that must be broken over lines need the layout of rich; most do not
        maak = _regels if past else _rooster
        yield maak(list(groep), breedtes, kop=zichtbare[0])


def _past_op_een_regel(rij: Sequence[str], breedtes: Sequence[int]) -> bool:
    return all(
        cell_len(cel) <= breedte and "\n" not in cel for cel, breedte in zip(rij, breedtes, strict=True)
    )


def _regels(rijen: Sequence[Sequence[str]], breedtes: Sequence[int], *, kop: Sequence[str]) -> RenderableType:
    """Rows of one line each; ``kop`` is the one that is a heading."""
    delen = []
    for rij in rijen:
        cellen = [
            set_cell_size(cel, breedte + TUSSENRUIMTE) for cel, breedte in zip(rij, breedtes, strict=True)
        ]
        delen.append(Segment("".join(cellen), _VET if rij is kop else None))
    return Segments(delen, new_lines=True)


def _rooster(
    rijen: Sequence[Sequence[str]], breedtes: Sequence[int], *, kop: Sequence[str]
) -> RenderableType:
    rooster = Table.grid(padding=(0, TUSSENRUIMTE, 0, 0))
    for breedte in breedtes:
        rooster.add_column(width=breedte, overflow="fold")
    for rij in rijen:
        rooster.add_row(*[Text(cel, overflow="fold") for cel in rij], style=_VET if rij is kop else None)
    return rooster


class _Maat(NamedTuple):
    """Characters a column needs at least, and would like."""

    nodig: int
    gewenst: int


def _maat(kolom: Kolom, cellen: Sequence[str]) -> _Maat:
    """A column that may be left out wants all its text; another can do with its longest word."""
    langste = max(len(cel) for cel in cellen)
    if kolom.vast:
        return _Maat(langste, langste)
    langste_woord = max(len(woord) for cel in cellen for woord in cel.split() or [""])
    genoeg = min(langste, RUIME_KOLOM if kolom.rang else kolom.minstens)
    return _Maat(max(langste_woord, genoeg), langste)


def _verdeel(maten: Sequence[_Maat], breedte: int) -> list[int]:
    """Widths of the columns: what each needs, and an equal share of what is left."""
    breedtes = [maat.nodig for maat in maten]
    while sum(breedtes) < breedte:
        te_smal = [nr for nr, maat in enumerate(maten) if breedtes[nr] < maat.gewenst]
        if not te_smal:
            break
        for nr in te_smal[: breedte - sum(breedtes)]:
            breedtes[nr] += 1
    return breedtes


def _passende_kolommen(kolommen: Sequence[Kolom], maten: Sequence[_Maat], breedte: int) -> list[int]:
    """Positions of the columns that fit, dropping the highest rank first; none if rank 0 won't."""
    zichtbaar = list(range(len(kolommen)))
    while sum(maten[nr].nodig + TUSSENRUIMTE for nr in zichtbaar) > breedte:
        laatste = max(zichtbaar, key=lambda nr: (kolommen[nr].rang, nr))
        if kolommen[laatste].rang == 0:
            return []
        zichtbaar.remove(laatste)
    return zichtbaar


def _blokjes(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    """Each row as its first cell with the others below, for a narrow screen."""
    for nr, rij in enumerate(rijen):
        if nr:
            yield ""
        yield _tekst(rij[0], "bold")
        for kolom, cel in zip(kolommen[1:], rij[1:], strict=True):
            if "\n" in cel:
                yield Padding(_tekst(f"{kolom.kop}:"), (0, 0, 0, 2))
                yield Padding(_tekst(cel), (0, 0, 0, 4))
            elif cel and kolom.rang < 3:
                yield Padding(_tekst(f"{kolom.kop}: {cel}"), (0, 0, 0, 2))
