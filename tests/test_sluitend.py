"""Nothing vanishes: what code does not know ends in an error, and what a table should name it names."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import Any, NamedTuple, get_args
from zipfile import ZipFile

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.controle import TAKEN
from lpi_cli.catalogus.model import Taak
from lpi_cli.kern.filters import Onbekend
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.uitleg import passages
from lpi_cli.kern.zoek import zoek
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
from lpi_cli.weergave.feiten import STATUSSEN, leeftijden_kort, prijs_kort, vorm_kort
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


def test_elke_toon_heeft_een_stijl_op_een_pagina() -> None:
    assert all(f"\n.{toon} {{" in bijlage("basis.css") for toon in set(Toon) - {Toon.GEWOON})


TABELLEN: dict[str, tuple[Mapping[Any, object], type[Enum]]] = {
    "tonen op het scherm": (STIJLEN, Toon),
    "statussen van een prijs": (STATUSSEN, Kostenstatus),
    "lijsten met een taak": (TAKEN, Taak),
}
"""Tables of the code with a word, a colour or a rule for each of a closed set."""


@pytest.mark.parametrize(("tabel", "soort"), TABELLEN.values(), ids=TABELLEN)
def test_een_tabel_heeft_elk_van_een_gesloten_lijst(tabel: Mapping[Any, object], soort: type[Enum]) -> None:
    assert set(tabel) == set(soort)


def test_een_feit_dat_niet_gepubliceerd_is_is_geen_tekst(catalogus: Catalogus) -> None:
    net_niet = zoek(catalogus, {"leeftijd": ["12-18"], "taal": ["uk"], "setting": ["azc"]}).net_niet
    assert {gemist.onbekend for gemist in net_niet} == {True, False}
    for gemist in net_niet:
        soorten = [isinstance(reden.feit, Onbekend) for reden in gemist.redenen]
        assert soorten == sorted(soorten)
        assert all(soorten) is gemist.onbekend


def test_een_opdracht_is_een_gegeven_en_staat_niet_in_een_tekst(catalogus: Catalogus) -> None:
    """Who reads a page or a memo has no lpi: there the command is left out, or a place is named."""
    teksten = [stap.tekst for stap in catalogus.keuzehulp.vervolg]
    for onderwerp in catalogus.uitleg.values():
        teksten += passages(onderwerp._replace(delen=tuple(d._replace(stap=None) for d in onderwerp.delen)))
    assert not [tekst for tekst in teksten if re.search(r"\blpi [a-z]", tekst)]


def test_wat_niet_gepubliceerd_is_is_geen_tekst(catalogus: Catalogus) -> None:
    """A dash is for a table; a file for programs has an empty cell."""
    leeg = catalogus.interventies[0]._replace(kosten=())
    assert (leeftijden_kort(()), vorm_kort(()), prijs_kort(leeg, catalogus)) == (None, None, None)


@pytest.mark.parametrize(
    ("naam", "vakje"), {"markdown": "- [ ] doen", "html": 'class="vakje"', "docx": "☐ doen"}.items()
)
def test_een_vakje_komt_van_het_blok_en_niet_van_de_tekst(naam: str, vakje: str) -> None:
    assert vakje in _tekst(naam, Punten(["doen"], afvinken=True))
    assert vakje not in _tekst(naam, Punten(["[ ] doen"]))
