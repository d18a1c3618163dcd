"""Markdown, to paste in a document or a wiki. No text of the catalogue becomes markup."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
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
from lpi_cli.weergave.tekst import VAKJE, schoon

_OPMAAK = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_LIJSTTEKEN = re.compile(r"^([-+=])")
_LIJSTNUMMER = re.compile(r"^(\d+)([.)])(?= |$)")
_WEBADRES = re.compile(r"(https?://[^\s<>()\[\]*`|\\]+)")


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    regels = [regel for blok in beeld.blokken for regel in (*_blok(blok), "")]
    return ("\n".join(regels).strip() + "\n").encode()


def _blok(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop(tekst, niveau):
            yield f"{'#' * niveau} {_plat(tekst)}"
        case Alinea(tekst, toon):
            yield f"**{_plat(tekst)}**" if toon is Toon.NADRUK else _plat(tekst)
        case Punten(punten, afvinken):
            yield from (f"- {VAKJE * afvinken}{_plat(punt)}" for punt in punten)
        case Velden(velden):
            for label, regels in velden:
                yield from _veld(label, regels)
        case Tabel(kolommen, rijen, _):
            yield _rij([_plat(kolom.kop) for kolom in kolommen])
            yield _rij(["---"] * len(kolommen))
            yield from (_rij([_plat(cel) for cel in rij]) for rij in rijen)
        case Staven(titel, staven):
            yield from (f"{_plat(titel)}", "")
            yield from (f"- **{_plat(staaf.naam)}:** {_plat(staaf.tekst)}" for staaf in staven)
        case Wegwijzers():
            yield from _blok(als_velden(blok))
        case _:
            assert_never(blok)


def _veld(label: str, regels: Sequence[str]) -> Iterator[str]:
    kop = _plat(label) if label.endswith("?") else f"{_plat(label)}:"
    if len(regels) == 1:
        yield f"- **{kop}** {_plat(regels[0])}"
        return
    yield f"- **{kop}**"
    yield from (f"  - {_plat(regel)}" for regel in regels)


def _rij(cellen: Sequence[str]) -> str:
    return f"| {' | '.join(cellen)} |"


def _plat(tekst: str) -> str:
    """Text that shows as it is: markup escaped, its lines kept in one block."""
    regels = [" ".join(regel.split()) for regel in schoon(tekst).splitlines()]
    return "<br>".join(_plat_regel(regel) for regel in regels if regel)


def _plat_regel(regel: str) -> str:
    """One line; a plain web address in it stays as it is, so that it can be followed."""
    delen = _WEBADRES.split(regel)
    for nr in range(0, len(delen), 2):
        delen[nr] = _OPMAAK.sub(r"\\\1", delen[nr].replace("&", "&amp;"))
    return _LIJSTNUMMER.sub(r"\1\\\2", _LIJSTTEKEN.sub(r"\\\1", "".join(delen)))
