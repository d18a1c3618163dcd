"""For people at a terminal, with rich. Also readable in a pipe, in 40 columns and without colour.

Every block becomes rows of cells next to each other, whose text is broken over lines between words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeAlias, assert_never

from lpi_cli.catalogus.woorden import ALLES_ZICHTBAAR
from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
    Kop,
    Punten,
    Scherm,
    Staven,
    Tabel,
    Tabelkolom,
    Toon,
    Velden,
    Wegwijzers,
    als_velden,
)
from lpi_cli.weergave.tekst import VAKJE, VASTE_SPATIE, balk, onbreekbaar, schoon

TUSSENRUIMTE = 2
"""Spaces behind a label and every column of a table, the last one too."""
SMALSTE_WAARDE = 45
"""Characters that a value next to its label needs; with less it goes below the label."""
RUIME_KOLOM = 30
"""Characters that a column which may be left out gets at most; with less it is left out."""
KORTE_KOLOM = 20
"""Characters of a column that gets room first: short items in a pile make a row high."""
STAAFKOLOMMEN = (Tabelkolom("wie"), Tabelkolom("balk", rang=1, vast=True), Tabelkolom("hoeveel"))
BREEDSTE_TEKST = 100
"""Running text is not set wider than this; longer lines read badly."""

_HEEL = re.compile(rf"{VASTE_SPATIE}|://|@")
"""Tells a word that is left whole, also when it is wider than the screen: half of it is of no use."""
Stijl: TypeAlias = Literal["none", "bold", "dim", "bold underline"]
"""How text looks on a terminal, in the words of rich."""
STIJLEN: dict[Toon, Stijl] = {Toon.GEWOON: "none", Toon.ZACHT: "dim", Toon.NADRUK: "bold"}


class _Cel(NamedTuple):
    """Text within so many columns, and the empty ones behind it."""

    tekst: str
    breedte: int
    stijl: Stijl = "none"
    marge: int = 0


_Rij: TypeAlias = Sequence[_Cel]
_Regel: TypeAlias = Sequence[tuple[str, Stijl]]
"""Pieces of text next to each other, each with its style."""


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """The result as text, for a terminal or a file of this width."""
    inkt = _gekleurd if scherm.kleur else _kaal
    regels = ("".join(inkt(*deel) for deel in regel) for regel in _regels(beeld.blokken, scherm.breedte))
    tekst = "\n".join(regels).replace(VASTE_SPATIE, " ")
    return "\n".join(regel.rstrip() for regel in tekst.splitlines()).encode() + b"\n"


def _kaal(tekst: str, _: Stijl) -> str:
    return tekst


def _gekleurd(tekst: str, stijl: Stijl) -> str:
    """``tekst`` with the signs that make a terminal show its style."""
    from rich.color import ColorSystem  # a large part of a start, which only a terminal needs
    from rich.style import Style

    return Style.parse(stijl).render(tekst, color_system=ColorSystem.STANDARD)


def _regels(blokken: Sequence[Blok], breedte: int) -> Iterator[_Regel]:
    """All blocks, with an empty line in between; a heading stands right above what it is about."""
    for nr, blok in enumerate(blokken):
        if nr and not isinstance(blokken[nr - 1], Kop):
            yield []
        for rij in _rijen(blok, breedte):
            yield from _regels_van_rij(rij)


def _regels_van_rij(rij: _Rij) -> Iterator[_Regel]:
    """The lines of one row: as many as its longest cell needs."""
    cellen = [_breek(cel.tekst, cel.breedte, mag_breder=cel is rij[-1]) for cel in rij]
    for delen in zip_longest(*cellen, fillvalue=""):
        yield [
            (deel if cel is rij[-1] else _gevuld(deel, cel.breedte + cel.marge), cel.stijl)
            for cel, deel in zip(rij, delen, strict=True)
        ]


def _gevuld(tekst: str, breedte: int) -> str:
    return tekst + " " * (breedte - _breedte(tekst))


def _breek(tekst: str, breedte: int, *, mag_breder: bool) -> Sequence[str]:
    """``tekst`` in lines that fit; ``mag_breder``: what must stay whole may stick out."""
    if _breedte(tekst) <= breedte and "\n" not in tekst:
        return (tekst,)
    return [deel for regel in tekst.split("\n") for deel in _breek_regel(regel, breedte, mag_breder)]


def _breek_regel(regel: str, breedte: int, mag_breder: bool) -> list[str]:
    """One line as several: broken between words, and within a word that has no room."""
    regels = [""]
    for woord in regel.split(" "):
        langer = f"{regels[-1]} {woord}" if regels[-1] else woord
        if _breedte(langer) <= breedte:
            regels[-1] = langer
        elif _breedte(woord) <= breedte or (mag_breder and _HEEL.search(woord)):
            regels.append(woord)
        else:
            from rich.cells import chop_cells

            regels += chop_cells(woord, breedte)
    return regels if regels[0] else regels[1:]


def _breedte(tekst: str) -> int:
    """Columns that ``tekst`` takes."""
    if ALLES_ZICHTBAAR.fullmatch(tekst):
        return len(tekst)
    from rich.cells import cell_len  # a part of a start that few texts need

    return cell_len(tekst)


def _plat(tekst: str) -> str:
    """``tekst`` without anything that could act; what belongs together stays on one line."""
    return onbreekbaar(schoon(tekst).replace("\t", " "))


def _rijen(blok: Blok, breedte: int) -> Iterable[_Rij]:
    smal = min(breedte, BREEDSTE_TEKST)
    match blok:
        case Kop(tekst, niveau):
            return [[_Cel(_plat(tekst), breedte, "bold underline" if niveau == 1 else "bold")]]
        case Alinea(tekst, toon):
            return [[_Cel(_plat(tekst), smal, STIJLEN[toon])]]
        case Punten(punten, afvinken):
            return [_punt(VAKJE * afvinken + punt, smal) for punt in punten]
        case Velden(velden):
            return _velden(velden, smal)
        case Tabel():
            return _tabel(blok, breedte)
        case Staven(titel, _):
            return [[_Cel(_plat(titel), smal)], *_tabel(Tabel(STAAFKOLOMMEN, _staafrijen(blok)), breedte)]
        case Wegwijzers():
            return _velden(als_velden(blok).velden, smal)
        case _:
            assert_never(blok)


def _staafrijen(staven: Staven) -> list[list[str]]:
    return [[staaf.naam, balk(staaf.tot, staven.hoogste), staaf.tekst] for staaf in staven.staven]


def _punt(tekst: str, breedte: int) -> _Rij:
    return [_Cel("-", 2), _Cel(_plat(tekst), breedte - 2)]


def _velden(velden: Sequence[tuple[str, Sequence[str]]], breedte: int) -> Iterator[_Rij]:
    """Labels left of the values, or above them when the screen is narrow."""
    labels = [_plat(label) for label, _ in velden]
    labelbreedte = max(map(_breedte, labels)) + TUSSENRUIMTE
    ernaast = breedte - labelbreedte >= SMALSTE_WAARDE
    links = labelbreedte if ernaast else TUSSENRUIMTE
    for label, (_, regels) in zip(labels, velden, strict=True):
        if not ernaast:
            yield [_Cel(label, breedte, "bold")]
        for nr, regel in enumerate(regels):
            kop = _Cel(label, links, "bold") if ernaast and nr == 0 else _Cel("", links)
            rest = breedte - links
            yield [kop, *(_punt(regel, rest) if len(regels) > 1 else [_Cel(_plat(regel), rest)])]


def _tabel(tabel: Tabel, breedte: int) -> Iterator[_Rij]:
    kolommen = tabel.kolommen
    teksten = [[_plat(cel) for cel in rij] for rij in ([kolom.kop for kolom in kolommen], *tabel.rijen)]
    gemeten = [*teksten, *([_plat(cel) for cel in rij] for rij in tabel.maatstaf)]
    maten = [
        _maat(kolom, [rij[nr] for rij in gemeten], af=tabel.op_een_regel) for nr, kolom in enumerate(kolommen)
    ]
    zichtbaar = _passende_kolommen(kolommen, maten, breedte)
    if not zichtbaar:
        yield from _blokjes(kolommen, teksten, breedte)
        return
    breedtes = _verdeel([maten[nr] for nr in zichtbaar], breedte - TUSSENRUIMTE * len(zichtbaar))
    for rij in teksten:
        stijl: Stijl = "bold" if rij is teksten[0] else "none"
        cellen = [(rij[nr], breed) for nr, breed in zip(zichtbaar, breedtes, strict=True)]
        if tabel.op_een_regel:
            cellen = [(_begin(tekst, breed), breed) for tekst, breed in cellen]
        yield [_Cel(tekst, breed, stijl, TUSSENRUIMTE) for tekst, breed in cellen]


def _begin(tekst: str, breedte: int) -> str:
    """``tekst``, or the words at its beginning that fit."""
    if _breedte(tekst) <= breedte:
        return tekst
    return f"{_breek_regel(tekst, breedte - 2, mag_breder=False)[0]} …"


class _Maat(NamedTuple):
    """Characters a column needs at least, and would like."""

    nodig: int
    gewenst: int


def _maat(kolom: Tabelkolom, cellen: Sequence[str], *, af: bool) -> _Maat:
    """A column that may be left out wants all its text; another can do with its longest word.

    ``af``: what does not fit is cut off.
    """
    langste = max(len(cel) for cel in cellen)
    if kolom.vast:
        return _Maat(langste, langste)
    if af:
        return _Maat(min(langste, kolom.minstens), langste)
    langste_woord = max(len(woord) for cel in cellen for woord in cel.split() or [""])
    genoeg = min(langste, RUIME_KOLOM if kolom.rang else kolom.minstens)
    return _Maat(max(langste_woord, genoeg), langste)


def _verdeel(maten: Sequence[_Maat], breedte: int) -> list[int]:
    """Widths of columns that fit: what each needs; the rest in equal shares, short columns first."""
    breedtes = [maat.nodig for maat in maten]
    kort = [nr for nr, maat in enumerate(maten) if maat.gewenst <= KORTE_KOLOM]
    for kolommen in (kort, range(len(maten))):
        while te_smal := [nr for nr in kolommen if breedtes[nr] < maten[nr].gewenst]:
            if sum(breedtes) == breedte:
                break
            for nr in te_smal[: breedte - sum(breedtes)]:
                breedtes[nr] += 1
    return breedtes


def _passende_kolommen(kolommen: Sequence[Tabelkolom], maten: Sequence[_Maat], breedte: int) -> list[int]:
    """Positions of the columns that fit, dropping the highest rank first; none if rank 0 won't."""
    zichtbaar = list(range(len(kolommen)))
    while sum(maten[nr].nodig + TUSSENRUIMTE for nr in zichtbaar) > breedte:
        laatste = max(zichtbaar, key=lambda nr: (kolommen[nr].rang, nr))
        if kolommen[laatste].rang == 0:
            return []
        zichtbaar.remove(laatste)
    return zichtbaar


def _blokjes(
    kolommen: Sequence[Tabelkolom], teksten: Sequence[Sequence[str]], breedte: int
) -> Iterator[_Rij]:
    """Each row as its first cell with the others below, for a narrow screen."""
    koppen, *rijen = teksten
    for nr, rij in enumerate(rijen):
        if nr:
            yield [_Cel("", 0)]
        yield [_Cel(rij[0], breedte, "bold")]
        for kolom, kop, cel in zip(kolommen[1:], koppen[1:], rij[1:], strict=True):
            if "\n" in cel:
                yield _ingesprongen(f"{kop}:", 2, breedte)
                yield _ingesprongen(cel, 4, breedte)
            elif cel and kolom.rang < 3:
                yield _ingesprongen(f"{kop}: {cel}", 2, breedte)


def _ingesprongen(tekst: str, diepte: int, breedte: int) -> _Rij:
    return [_Cel("", diepte), _Cel(tekst, breedte - diepte)]
