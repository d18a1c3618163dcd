"""A plan in a workbook: the template, reading it, and what is wrong with its cell."""

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.conftest import Lpi


@pytest.fixture
def blad(lpi: Lpi, tmp_path: Path) -> Path:
    uitkomst = lpi("plan", "--sjabloon", "--opslaan", "plan.xlsx", map_=tmp_path)
    assert uitkomst.status == 0, uitkomst.stderr
    return tmp_path / "plan.xlsx"


def _zet(blad: Path, **cellen: Any) -> None:
    boek = load_workbook(blad)
    for plek, waarde in cellen.items():
        boek["Plan"][plek] = waarde
    boek.save(blad)


def test_het_sjabloon_geeft_hetzelfde_als_dat_in_yaml(lpi: Lpi, blad: Path) -> None:
    lpi("plan", "--sjabloon", "--opslaan", "plan.yaml", map_=blad.parent)
    uit_blad, uit_yaml = (
        lpi("plan", f"plan.{soort}", "--formaat", "json", map_=blad.parent) for soort in ("xlsx", "yaml")
    )
    assert uit_blad.status == 0, uit_blad.stderr
    assert uit_blad.json == uit_yaml.json


def test_elke_fout_noemt_haar_cel(lpi: Lpi, blad: Path) -> None:
    _zet(blad, B2="veel", C6="klingon", D7=-3, B8="12=18", A9=None, D10=None, C11="Arabisch")
    uitkomst = lpi("plan", "plan.xlsx", map_=blad.parent)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    assert {regel.split(": ")[1] for regel in uitkomst.stderr.splitlines()} >= {
        "B2",
        "C6",
        "D7",
        "B8",
        "A9",
        "D10",
    }
    assert "plan.xlsx:6: C6: 'klingon' ken ik niet" in uitkomst.stderr


def test_een_groep_zonder_taal_heeft_een_rij(lpi: Lpi, blad: Path) -> None:
    _zet(blad, A6="dorp", C6=None, D6=40)
    cellen = lpi("plan", "plan.xlsx", "--formaat", "json", map_=blad.parent).json["cellen"]
    assert ("dorp", 40) in [(cel["cel"], cel["mensen"]) for cel in cellen]


def test_een_offerte_komt_op_haar_blad_en_de_rest_blijft(lpi: Lpi, blad: Path) -> None:
    _zet(blad, H3="van de raad", H4="=1+1")
    opdracht = ("plan", "plan.xlsx", "--opslaan", "plan.xlsx", "--offerte")
    for prijs in ("mind-spring/junior=4.000/groep", "ease=95,50/deelnemer", "mind-spring/junior=3.500/groep"):
        uitkomst = lpi(*opdracht, prijs, map_=blad.parent)
        assert uitkomst.status == 0, uitkomst.stderr
    boek = load_workbook(blad)
    assert (boek["Plan"]["H3"].value, boek["Plan"]["H4"].value, boek["Plan"]["B2"].number_format) == (
        "van de raad",
        "=1+1",
        '"€" #,##0.00',
    )
    rijen = [rij[:3] for rij in boek["Offertes"].iter_rows(min_row=2, values_only=True)]
    assert rijen == [("mind-spring/junior", "groep", 3500), ("ease", "deelnemer", 95.5)]
    plan = lpi("plan", "plan.xlsx", "--formaat", "json", map_=blad.parent).json
    kinderen = next(cel["opties"] for cel in plan["cellen"] if cel["cel"] == "kinderen/ar")
    prijzen = {
        een["variant"]: een["totaal"]["tot"]
        for een in kinderen
        if een["bronnen"] == ["offerte, prijs van 2026"]
    }
    assert prijzen["junior"] == 3500


def test_zonder_blad_met_offertes_komt_het_erbij(lpi: Lpi, blad: Path) -> None:
    boek = load_workbook(blad)
    del boek["Offertes"]
    boek.save(blad)
    assert (
        lpi(
            "plan", "plan.xlsx", "--opslaan", "nieuw.xlsx", "--offerte", "ease=5/groep", map_=blad.parent
        ).status
        == 0
    )
    assert "Offertes" not in load_workbook(blad).sheetnames
    assert load_workbook(blad.parent / "nieuw.xlsx")["Offertes"]["C2"].value == 5


def test_wat_dan_verloren_gaat_blijft_staan(lpi: Lpi, blad: Path) -> None:
    with ZipFile(blad, "a") as zip_:
        zip_.writestr("xl/media/image1.png", b"plaatje")
    eerder = blad.read_bytes()
    uitkomst = lpi(
        "plan", "plan.xlsx", "--opslaan", "plan.xlsx", "--offerte", "ease=5/groep", map_=blad.parent
    )
    assert (uitkomst.status, blad.read_bytes()) == (1, eerder)
    assert (
        "zet zelf op het blad Offertes onder Wat, per, bedrag, datum, groepsgrootte: ease, groep, 5, 20"
        in uitkomst.stderr
    )


def test_een_fout_bij_een_offerte_noemt_blad_en_cel(lpi: Lpi, blad: Path) -> None:
    boek = load_workbook(blad)
    for rij in (("bambuu", "groep", 5), ("ease", "boekje", "veel"), (None, "groep", 5)):
        boek["Offertes"].append(rij)
    boek.save(blad)
    regels = lpi("plan", "plan.xlsx", map_=blad.parent).stderr.splitlines()
    assert [regel.split(": ")[1] for regel in regels] == [
        "Offertes!A2",
        "Offertes!B3",
        "Offertes!C3",
        "Offertes!A4",
    ]


@pytest.mark.parametrize("inhoud", [b"", b"naam: x\n", b"PK\x03\x04rommel", b"\x00" * 2000])
def test_wat_geen_werkblad_is_geeft_een_regel(lpi: Lpi, tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "plan.xlsx").write_bytes(inhoud)
    uitkomst = lpi("plan", "plan.xlsx", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    assert "is geen werkblad van Excel" in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1


def test_een_formule_is_geen_waarde(lpi: Lpi, blad: Path) -> None:
    _zet(blad, D6="=1+41")
    assert "plan.xlsx:6: D6: '=1+41' kan niet" in lpi("plan", "plan.xlsx", map_=blad.parent).stderr


@pytest.mark.parametrize(
    ("cellen", "fouten"),
    [
        ({"B7": "12-18"}, ["B7: is anders dan op een eerdere rij van deze groep"]),
        ({"F7": "azc"}, ["F7: is anders dan op een eerdere rij van deze groep"]),
        ({"D6": "10 mensen"}, ["D6: '10 mensen' kan niet"]),
        ({"B6": date(2026, 12, 8)}, ["B6: is een datum geworden; zet een ' voor leeftijd, zoals '8-12"]),
        ({"D5": "Aantal"}, ["A5: de koppen ontbreken"]),
        ({"G5": "Leeftijd", "G6": "50+"}, ["G5: de kop 'Leeftijd' staat er twee keer"]),
        ({"C7": None}, ["A7: elke rij van een groep heeft een eigen taal"]),
    ],
    ids=["leeftijd", "plek", "mensen", "datum", "kop weg", "kop twee keer", "geen taal"],
)
def test_een_fout_is_een_regel(lpi: Lpi, blad: Path, cellen: dict[str, Any], fouten: list[str]) -> None:
    _zet(blad, **cellen)
    uitkomst = lpi("plan", "plan.xlsx", map_=blad.parent)
    assert uitkomst.status == 1
    regels = uitkomst.stderr.splitlines()
    assert [fout in regel for regel, fout in zip(regels, fouten, strict=True)] == [True] * len(fouten)


def test_wat_op_een_eerdere_rij_staat_hoeft_niet_nog_eens(lpi: Lpi, blad: Path) -> None:
    eerder = lpi("plan", "plan.xlsx", "--formaat", "json", map_=blad.parent).json
    _zet(blad, B7=None, B8=None, F7=None, F8=None)
    assert lpi("plan", "plan.xlsx", "--formaat", "json", map_=blad.parent).json == eerder


def test_wat_niet_meetelt_staat_er(lpi: Lpi, blad: Path) -> None:
    eerder = lpi("plan", "plan.xlsx", "--formaat", "json", map_=blad.parent).json
    _zet(blad, A4="Weging", B4="kosten", G5="Regio", G6="Utrecht", A12="Totaal", D12=90)
    uitkomst = lpi("plan", "plan.xlsx", "--formaat", "json", map_=blad.parent)
    assert uitkomst.json == eerder
    assert [regel.split(": ")[2] for regel in uitkomst.stderr.splitlines()] == ["G5", "A4", "A12"]


def test_twee_prijzen_voor_hetzelfde_is_een_fout(lpi: Lpi, blad: Path) -> None:
    boek = load_workbook(blad)
    for wat in ("ease", "EASE"):
        boek["Offertes"].append((wat, "groep", 5))
    boek.save(blad)
    uitkomst = lpi("plan", "plan.xlsx", map_=blad.parent)
    assert uitkomst.stderr == "plan.xlsx:3: Offertes!A3: er is al een prijs voor ease; laat er één staan\n"
