"""The workbook of a plan: what is text in it, and that LibreOffice works out what ``lpi plan`` says, to the cent."""

import shutil
import subprocess
from copy import copy
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lpi_cli.catalogus import laad
from lpi_cli.catalogus.model import Contact, Regel
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.plan.opgave import Opgave, Plancel
from lpi_cli.kern.plan.plannen import maak_plannen
from lpi_cli.weergave.planboek import planboek
from tests.conftest import VANDAAG, Lpi
from tests.records import interventie, kostenpost, variant

PLAN = """\
naam: '=1+41'
budget: 50000
groepen:
  - {naam: kinderen, leeftijd: 8-12, taal: {ar: 10, ti: 10, uk: 10}, setting: gemeente}
  - {naam: '=2+2', leeftijd: 12-18, taal: {ar: 7, uk: 6}}
  - {naam: volwassenen, leeftijd: 18+, taal: {ar: 20, ti: 20, uk: 20}}
"""
SCHOOL = """\
budget: 20000
groepen:
  - {naam: klas, leeftijd: 4-12, taal: {ar: 10, ti: 12}, setting: basisschool, doelgroep: leerling}
vast: {klas/ar: taal-onthaal, klas/ti: taal-onthaal}
"""


def _boek(lpi: Lpi, map_: Path, tekst: str = PLAN) -> Path:
    (map_ / "plan.yaml").write_text(tekst, encoding="utf-8")
    assert lpi("plan", "plan.yaml", "--uit", "plan.xlsx", map_=map_).status == 0
    return map_ / "plan.xlsx"


def _plan(lpi: Lpi, map_: Path, naam: str, *opties: str) -> Any:
    plannen = lpi("plan", "plan.yaml", "--formaat", "json", *opties, map_=map_).json["plannen"]
    return next(plan for plan in plannen if plan["naam"] == naam)


def _blad(boek: Path, naam: str, *, uitgerekend: bool = False) -> Worksheet:
    blad = load_workbook(boek, data_only=uitgerekend)[naam]
    assert isinstance(blad, Worksheet)
    return blad


def _totaalrij(blad: Worksheet, aantal: int) -> int:
    return 5 + aantal


def test_tekst_is_nooit_een_formule_en_getallen_zijn_getallen(lpi: Lpi, tmp_path: Path) -> None:
    boek = load_workbook(_boek(lpi, tmp_path))
    assert boek.sheetnames[:2] == ["Overzicht", "Plan A"]
    for blad in boek.worksheets:
        for rij in blad.iter_rows():
            for cel in rij:
                if cel.data_type == "f":
                    assert "1+41" not in cel.value
                    assert "2+2" not in cel.value
    assert (boek["Overzicht"]["A1"].value, boek["Overzicht"]["A1"].data_type) == ("Plan voor =1+41", "s")
    vreemd = next(cel for cel in boek["Plan A"]["A"] if str(cel.value).startswith("=2+2"))
    assert (vreemd.data_type, vreemd.quotePrefix) == ("s", True)
    assert boek["Overzicht"]["B4"].value == 50000


def test_tekst_van_een_catalogus_is_nooit_een_formule() -> None:
    catalogus = copy(laad())
    vreemd = interventie(
        "vreemd",
        naam="=1+41",
        organisatie="+1+41",
        varianten=(variant(naam="@SUM(1;41)", talen=("ar",)),),
        kosten=(kostenpost("500"),),
        contact=(Contact(Regel("-1+41"), None, (), (), (), None),),
    )
    catalogus.interventies = (vreemd,)
    opgave = Opgave("=1+41", Decimal(9000), [Plancel("a/ar", "a", "ar", 20, {"taal": ("ar",)})], niet=())
    plannen = maak_plannen(opgave, catalogus, VANDAAG, Aannames(1, VANDAAG))
    boek = load_workbook(BytesIO(planboek(plannen, catalogus, VANDAAG)))
    teksten = {
        cel.value
        for blad in boek.worksheets
        for rij in blad.iter_rows()
        for cel in rij
        if cel.data_type == "s"
    }
    formules = {
        cel.value
        for blad in boek.worksheets
        for rij in blad.iter_rows()
        for cel in rij
        if cel.data_type == "f"
    }
    assert {"@SUM(1;41)", "=1+41, +1+41"} <= teksten
    assert not [formule for formule in formules if "41" in formule.replace("$41", "")]


def test_een_onbekende_prijs_is_leeg_en_gemarkeerd(lpi: Lpi, tmp_path: Path) -> None:
    blad = _blad(_boek(lpi, tmp_path), "Plan A")
    regels = _plan(lpi, tmp_path, "A")["regels"]
    for rij, regel in enumerate(regels, 5):
        prijs = blad[f"H{rij}"]
        assert (prijs.value is None) == (regel["totaal"] is None)
        assert (prijs.fill.fgColor.rgb[-6:] == "FFF2CC") == (regel["totaal"] is None)
        assert blad[f"P{rij}"].value == ("; ".join(regel["bronnen"]) or None)


@pytest.mark.parametrize(
    ("groep", "opties", "grootste"),
    [
        ("{naam: j, leeftijd: 18-23, taal: {ar: 31}, setting: azc}", ["--bijeenkomsten", "8"], 15),
        ("{naam: k, leeftijd: 4-12, taal: {ar: 31}, setting: basisschool}", ["--groepsgrootte", "25"], 25),
    ],
    ids=["van de prijs", "gegeven"],
)
def test_de_grootste_groep_is_die_waarmee_is_gerekend(
    lpi: Lpi, tmp_path: Path, groep: str, opties: list[str], grootste: int
) -> None:
    vast = "j/ar: kunstlab" if "naam: j" in groep else "k/ar: hiro-schooljudo"
    (tmp_path / "plan.yaml").write_text(f"groepen: [{groep}]\nvast: {{{vast}}}\n", encoding="utf-8")
    lpi("plan", "plan.yaml", *opties, "--uit", "plan.xlsx", map_=tmp_path)
    (regel,) = _plan(lpi, tmp_path, "A", *opties)["regels"]
    assert _blad(tmp_path / "plan.xlsx", "Plan A")["E5"].value == grootste
    assert regel["groepen"] == -(-31 // grootste)


def _uitgerekend(boek: Path) -> Path:
    """The same workbook with its formulas worked out by LibreOffice."""
    uit = boek.parent / "uit"
    soffice = ["soffice", "--headless", f"-env:UserInstallation={(boek.parent / 'lo').as_uri()}"]
    opdracht = [*soffice, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(uit), str(boek)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=300)
    return uit / boek.name


def _is_gelijk(blad: Worksheet, plan: Any) -> None:
    rij = _totaalrij(blad, len(plan["regels"]))
    assert _cent(blad[f"K{rij}"].value) == _cent(plan["zeker"]["van"])
    assert _cent(blad[f"L{rij}"].value) == _cent(plan["zeker"]["tot"])
    assert _cent(blad[f"L{rij + 1}"].value) == _cent(plan["rest"])
    onvolledig = plan["ondergrens"] or plan["op_offerte"]
    assert blad[f"A{rij}"].value == ("Totaal: ten minste" if onvolledig else "Totaal")
    for nr, regel in enumerate(plan["regels"], 5):
        if regel["totaal"] is not None:
            assert _cent(blad[f"L{nr}"].value) == _cent(regel["totaal"]["tot"])
        if regel["groepen"] is not None:
            assert blad[f"F{nr}"].value == regel["groepen"]


def _cent(bedrag: Any) -> Decimal:
    return Decimal(str(bedrag)).quantize(Decimal("0.01"))


kantoor = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is er niet: geen soffice")


@pytest.mark.kantoor
@kantoor
def test_libreoffice_rekent_hetzelfde_uit_zonder_en_met_prijzen(lpi: Lpi, tmp_path: Path) -> None:
    boek = _boek(lpi, tmp_path)
    uit = _uitgerekend(boek)
    for naam in ("A", "B", "C"):
        _is_gelijk(_blad(uit, f"Plan {naam}", uitgerekend=True), _plan(lpi, tmp_path, naam))
    plan = _plan(lpi, tmp_path, "B")
    vast = {regel["cel"]: f"{regel['id']}/{regel['variant']}" for regel in plan["regels"]}
    invullen = load_workbook(boek)
    for rij, regel in enumerate(plan["regels"], 5):
        if regel["totaal"] is None:
            invullen["Plan B"][f"H{rij}"] = 4000.35
    invullen.save(boek)
    ingevuld = _blad(_uitgerekend(boek), "Plan B", uitgerekend=True)
    regels = "".join(f"  {_aangehaald(cel)}: {wat}\n" for cel, wat in vast.items())
    (tmp_path / "plan.yaml").write_text(f"{PLAN}vast:\n{regels}", encoding="utf-8")
    _is_gelijk(ingevuld, _plan(lpi, tmp_path, "A", "--offerte", "mind-spring/junior=4000,35/groep"))


def _aangehaald(tekst: str) -> str:
    return f"'{tekst}'"


@pytest.mark.kantoor
@kantoor
def test_libreoffice_telt_de_prijs_van_een_school_een_keer(lpi: Lpi, tmp_path: Path) -> None:
    boek = _boek(lpi, tmp_path, SCHOOL)
    plan = _plan(lpi, tmp_path, "A")
    assert plan["zeker"] == {"van": 3000, "tot": 4000}
    blad = _blad(_uitgerekend(boek), "Plan A", uitgerekend=True)
    rij = _totaalrij(blad, 2)
    assert (blad[f"K{rij}"].value, blad[f"L{rij}"].value, blad[f"L{rij + 1}"].value) == (3000, 4000, 16000)


@pytest.mark.parametrize(
    ("offerte", "extra", "per", "prijs"),
    [
        ("ease=95.5/deelnemer", "", "deelnemer", 95.5),
        ("ease=95.5/groep", "", "groep", 95.5),
        ("ease=10/bijeenkomst", "", "groep", 70),
        ("ease=900/locatie", "", "samen", 900),
        ("ease=5/groep", "vast: {jong/uk: hiro-schooljudo}", "samen", 3300),
    ],
    ids=["deelnemer", "groep", "bijeenkomst", "locatie", "minste afname"],
)
def test_een_prijs_staat_per_wat_hij_is(
    lpi: Lpi, tmp_path: Path, offerte: str, extra: str, per: str, prijs: float
) -> None:
    """So that it goes up as it does in lpi when someone changes the number of people."""
    tekst = "budget: 9000\ngroepen:\n- {naam: jong, leeftijd: 10-12, taal: {uk: 20}}\n"
    (tmp_path / "plan.yaml").write_text(f"{tekst}{extra or 'vast: {jong/uk: ease}'}\n", encoding="utf-8")
    assert lpi("plan", "plan.yaml", "--offerte", offerte, "--uit", "plan.xlsx", map_=tmp_path).status == 0
    blad = _blad(tmp_path / "plan.xlsx", "Plan A")
    assert (blad["G5"].value, blad["H5"].value) == (per, prijs)
