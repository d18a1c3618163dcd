"""Nothing vanishes: what code does not know ends in an error, and what a table should name it names."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pkgutil import iter_modules
from typing import Any, NamedTuple, get_args
from zipfile import ZipFile

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.controle import TAKEN
from lpi_cli.catalogus.model import Kwaliteitsvraag, Taak, Voor
from lpi_cli.catalogus.model_toets import (
    Criterium,
    Eindoordelen,
    Toetsantwoorden,
    Toetstoelichting,
    Uitspraak,
)
from lpi_cli.kern.filters.leeftijd import VOOR_WIE
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.toets import GEVOLGEN, Criteriumoordeel, Eindoordeel
from lpi_cli.kern.uitleg import passages
from lpi_cli.kern.zoek import zoek
from lpi_cli.weergave import formaat as formaten
from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Blok,
    Kop,
    Punten,
    Scherm,
    Staaf,
    Staven,
    Tabel,
    Tabelkolom,
    Toon,
    Velden,
    Wegwijzers,
)
from lpi_cli.weergave.feiten import STATUSSEN, leeftijden_kort, prijs_kort, vorm_kort
from lpi_cli.weergave.formaat import EXTENSIES, formaat
from lpi_cli.weergave.formaat.tabel import STIJLEN
from lpi_cli.weergave.sjabloon import bijlage, vul_sjabloon
from lpi_cli.weergave.toets import EINDOORDELEN, OORDELEN
from tests.conftest import VANDAAG, Lpi

BLOKFORMATEN = ["tabel", "markdown", "html", "docx"]
"""The formats that show blocks; the others give data or rows."""
BLOKKEN = [
    Kop("appelboom"),
    Alinea("appelboom"),
    Punten(["appelboom"]),
    Velden([("appelboom", ["x"])]),
    Tabel([Tabelkolom("wat")], [["appelboom"]]),
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
    "oordelen": (OORDELEN, Criteriumoordeel),
    "gevolgen": (GEVOLGEN, Criteriumoordeel),
    "eindoordelen": (EINDOORDELEN, Eindoordeel),
}
"""Tables of the code with a word, a colour or a rule for each of a closed set."""


@pytest.mark.parametrize(("tabel", "soort"), TABELLEN.values(), ids=TABELLEN)
def test_een_tabel_heeft_elk_van_een_gesloten_lijst(tabel: Mapping[Any, object], soort: type[Enum]) -> None:
    assert set(tabel) == set(soort)


def test_wie_geen_deelnemer_is_heeft_een_naam() -> None:
    assert set(VOOR_WIE) == set(Voor) - {Voor.DEELNEMERS}


VELDEN: dict[type[NamedTuple], type[Enum]] = {
    Eindoordelen: Eindoordeel,
    Toetsantwoorden: Kwaliteitsvraag,
    Toetstoelichting: Kwaliteitsvraag,
}
"""Records with a field for each of a closed set, which code finds by its name."""


@pytest.mark.parametrize(("soort", "gesloten"), VELDEN.items())
def test_een_record_heeft_een_veld_voor_elk(soort: type[NamedTuple], gesloten: type[Enum]) -> None:
    assert set(soort._fields) == {een.value for een in gesloten}


def test_een_criterium_heeft_een_uitspraak_bij_elk_oordeel() -> None:
    uitspraken = [veld for veld, type_ in Criterium.__annotations__.items() if type_ is Uitspraak]
    assert set(uitspraken) == {oordeel.value for oordeel in Criteriumoordeel}


def test_elk_formaat_heeft_een_module_en_elke_module_een_naam() -> None:
    assert {module.name for module in iter_modules(formaten.__path__)} == set(EXTENSIES)


def test_een_feit_dat_niet_gepubliceerd_is_is_geen_tekst(catalogus: Catalogus) -> None:
    vraag = {"leeftijd": ["12-18"], "taal": ["uk"], "setting": ["azc"]}
    gevonden = zoek(catalogus, vraag, VANDAAG)
    assert gevonden.misschien
    assert gevonden.net_niet
    open_ = [reden for treffer in gevonden.misschien for reden in treffer.vraag_na]
    assert {reden.uitkomst for reden in open_} == {Uitkomst.ONBEKEND}
    assert None in {reden.feit.tekst for reden in open_}
    for gemist in gevonden.net_niet:
        uitkomsten = [reden.uitkomst for reden in gemist.redenen]
        assert uitkomsten[0] is Uitkomst.PAST_NIET
        assert set(uitkomsten[1:]) <= {Uitkomst.ONBEKEND}


def test_een_opdracht_is_een_gegeven_en_staat_niet_in_een_tekst(catalogus: Catalogus) -> None:
    """Who reads a page or a memo has no lpi: there the command is left out, or a place is named."""
    delen = [deel for onderwerp in catalogus.uitleg.values() for deel in onderwerp.delen]
    stappen = [*catalogus.keuzehulp.vervolg, *(deel.stap for deel in delen if deel.stap)]
    assert all(deel.stap.opdracht for deel in delen if deel.stap)
    teksten = [tekst for stap in stappen for tekst in (stap.tekst, stap.op_pagina) if tekst]
    for onderwerp in catalogus.uitleg.values():
        teksten += passages(onderwerp._replace(delen=tuple(d._replace(stap=None) for d in onderwerp.delen)))
    assert not [tekst for tekst in teksten if re.search(r"\blpi [a-z]", tekst)]


def test_een_stap_die_men_typt_staat_niet_in_een_notitie(lpi: Lpi) -> None:
    notitie = lpi("rapport", "--interventie", "mindfit", "--deelnemers", "15").stdout
    assert "mindfit@vluchtelingenwerk.nl" in notitie
    assert "Lees alles over een interventie" not in notitie


def test_een_stap_die_meer_treffers_vraagt_dan_er_zijn_vervalt(lpi: Lpi) -> None:
    antwoord = lpi("kies", "--leeftijd", "0-4", "--doel", "klachten", "--vorm", "individueel").stdout
    stappen = antwoord.partition("Zo gaat u verder")[2]
    assert "Bel of mail de aanbieder" in stappen
    assert "lpi" not in stappen


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


def test_een_lijst_zonder_groepen_heeft_geen_kop(lpi: Lpi) -> None:
    assert "#" not in lpi("lijst", "--formaat", "markdown").stdout
    assert "# " in lpi("lijst", "--groepeer", "doel", "--formaat", "markdown").stdout
