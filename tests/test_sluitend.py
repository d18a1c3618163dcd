"""Nothing vanishes: what code does not know ends in an error, and what a table should name it names."""

from decimal import Decimal
from io import BytesIO
from typing import NamedTuple, get_args
from zipfile import ZipFile

import pytest

from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
    Kolom,
    Kop,
    Punten,
    Scherm,
    Staaf,
    Staven,
    Tabel,
    Toon,
    Velden,
    Wegwijzers,
)
from lpi_cli.weergave.formaat import formaat
from lpi_cli.weergave.formaat.tabel import STIJLEN
from lpi_cli.weergave.sjabloon import bijlage, vul_sjabloon

BLOKFORMATEN = ["tabel", "markdown", "html", "docx"]
"""The formats that show blocks; the others give data or rows."""
BLOKKEN = [
    Kop("appelboom"),
    Alinea("appelboom"),
    Punten(["appelboom"]),
    Velden([("appelboom", ["x"])]),
    Tabel([Kolom("wat")], [["appelboom"]]),
    Staven("appelboom", [Staaf("x", Decimal(1), Decimal(2), "1-2")]),
    Wegwijzers("toon", [("id", "appelboom")]),
]


class Foto(NamedTuple):
    """A block that no format knows."""

    tekst: str


def _tekst(naam: str, blok: object) -> str:
    """What a format makes of one block below a title."""
    beeld = Beeld(lambda: [Alinea("titel", Toon.NADRUK), blok], dict, (), tuple)  # type: ignore[list-item]
    inhoud = formaat(naam).render(beeld, Scherm())
    return (ZipFile(BytesIO(inhoud)).read("word/document.xml") if naam == "docx" else inhoud).decode()


def test_er_is_een_voorbeeld_van_elk_blok() -> None:
    assert {type(blok) for blok in BLOKKEN} == set(get_args(Blok))


@pytest.mark.parametrize("naam", BLOKFORMATEN)
@pytest.mark.parametrize("blok", BLOKKEN, ids=lambda blok: type(blok).__name__)
def test_elk_blok_staat_in_elk_formaat(naam: str, blok: Blok) -> None:
    assert "appelboom" in _tekst(naam, blok)


@pytest.mark.parametrize("naam", BLOKFORMATEN)
def test_een_onbekend_blok_is_een_fout(naam: str) -> None:
    with pytest.raises(AssertionError, match="Foto"):
        _tekst(naam, Foto("weg"))


def test_een_onbekend_blok_is_ook_op_de_pagina_een_fout() -> None:
    with pytest.raises(AssertionError, match="Foto"):
        vul_sjabloon("onderwerp.html.j2", blokken=[Foto("weg")])


def test_elke_toon_heeft_een_stijl() -> None:
    assert set(STIJLEN) == set(Toon)
    assert all(f"\n.{toon} {{" in bijlage("basis.css") for toon in set(Toon) - {Toon.GEWOON})


@pytest.mark.parametrize(
    ("naam", "vakje"), {"markdown": "- [ ] doen", "html": 'class="vakje"', "docx": "☐ doen"}.items()
)
def test_een_vakje_komt_van_het_blok_en_niet_van_de_tekst(naam: str, vakje: str) -> None:
    assert vakje in _tekst(naam, Punten(["doen"], afvinken=True))
    assert vakje not in _tekst(naam, Punten(["[ ] doen"]))
