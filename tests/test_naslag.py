"""The reference is that of this code: its files are current, and what a command gives fits its schema."""

import json
import shlex
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docs.genereer import GEGEVENS, MAP, bestanden, opdrachten, schemabestand
from tests.conftest import CHECKOUT, Lpi, in_dit_proces

IDS = sorted(bestand.stem for bestand in (CHECKOUT / "catalog" / "interventies").glob("*.yaml"))
ONDERWERPEN = sorted(bestand.stem for bestand in (CHECKOUT / "catalog" / "uitleg").glob("*.yaml"))
LEEFTIJDEN = ("", "--leeftijd kinderen", "--leeftijd 12-18", "--leeftijd 18+", "--leeftijd ouders")
DOELEN = ("", "--doel veerkracht", "--doel klachten")
VORMEN = ("", "--vorm groep", "--vorm individueel --vorm groep")
AANTALLEN = ("--deelnemers 1", "--deelnemers 15", "--deelnemers 400")
REKENEN = ("", "--budget 9000", "--uurtarief 95.50 --tolktarief 60 --groepsgrootte 10 --bijeenkomsten 6")


def _samen(*keuzes: Sequence[str]) -> list[str]:
    """Every combination of one of each."""
    return [" ".join(combinatie) for combinatie in product(*keuzes)]


VRAGEN: Mapping[str, Sequence[str]] = {
    "kies": _samen(LEEFTIJDEN, DOELEN, VORMEN),
    "zoek": [
        *_samen(LEEFTIJDEN, DOELEN, ("", "--taal uk", "--setting azc --taal ar", "--regio Zwolle")),
        *("muziek", "xyzzy", "--kosteloos", "--voorselectie", "--bewijs goed-onderbouwd --organisatie arq"),
        *("--doelgroep amv --doelgroep vrouwen", "--catalogus regio", "praatgroep --catalogus regio"),
    ],
    "lijst": ["", "--sorteer kosten,naam", "--groepeer doel", "--catalogus regio"],
    "toon": [*IDS, " ".join(IDS), "praatgroep --catalogus regio"],
    "vergelijk": [
        *("mindfit mosaic", "bamboo ease pm-plus praatgroep --catalogus regio"),
        *_samen(("mindfit 7roses hiro-schooljudo",), AANTALLEN),
    ],
    "kosten": [
        *_samen(AANTALLEN, LEEFTIJDEN, REKENEN),
        *_samen(("mindfit bamboo less-stress praatgroep --catalogus regio",), AANTALLEN, LEEFTIJDEN),
    ],
    "plan": [
        "--groep 18+:ar=20,ti=20 --groep 8-12:10 --budget 1",
        "--groep 55+:7 --tolktarief 60",
        "plan.yaml --offerte mind-spring/junior=4000/groep --budget 60000",
    ],
    "toets": [*IDS, " ".join(IDS), "toets.yaml", "toets.yaml less-stress --doelgroep statushouders"],
    "uitleg": ["", *ONDERWERPEN, "--zoek tolk", "--zoek xyzzy"],
    "rapport": [
        *_samen(("--keuze keuze.yaml", "--keuze ruim.yaml --toets toets.yaml"), ("", *AANTALLEN)),
        *_samen(("--interventie mindfit --interventie hiro-schooljudo --deelnemers 12",), REKENEN),
        "--keuze keuze.yaml --interventie less-stress --catalogus regio",
    ],
    "catalogus bronnen": ["", *IDS, "praatgroep --catalogus regio", "--catalogus regio"],
    "catalogus afwijkingen": ["", "praatgroep --catalogus regio", "pm-plus"],
    "catalogus verschil": ["regio regio", f"{CHECKOUT} regio"],
}
"""What to ask each command."""


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Answers, a test and an own catalogue, as the commands keep them."""
    map_ = tmp_path_factory.mktemp("vragen")
    for opdracht in (
        "kies --leeftijd jongeren --doel veerkracht --opslaan keuze.yaml",
        "kies --opslaan ruim.yaml",
        "toets less-stress --opslaan toets.yaml",
        "catalogus nieuw regio --naam Praatgroep",
        "plan --sjabloon --opslaan plan.yaml",
    ):
        assert in_dit_proces(*opdracht.split(), map_=map_).status == 0
    return map_


def _schema(naam: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((MAP / schemabestand(naam)).read_text()))


def test_de_bestanden_zijn_actueel() -> None:
    er_zijn = {
        bestand: bestand.read_text() for bestand in [*MAP.glob("*.md"), MAP / "lpi.1", *MAP.glob("schema/*")]
    }
    horen_er = bestanden()
    assert er_zijn.keys() == horen_er.keys(), "run: python docs/genereer.py"
    verouderd = [bestand.name for bestand, inhoud in horen_er.items() if er_zijn[bestand] != inhoud]
    assert verouderd == [], "run: python docs/genereer.py"


def test_elk_commando_staat_in_de_naslag_zoals_men_het_ziet(lpi: Lpi) -> None:
    naslag = (MAP / "opdrachten.md").read_text()
    namen = [opdracht.naam for opdracht in opdrachten()]
    verwacht = (CHECKOUT / "tests" / "opdrachtregels.txt").read_text()
    assert {f"$ {naam} --help" for naam in namen} == {
        regel for regel in verwacht.splitlines() if regel.endswith(" --help") and regel.startswith("$ ")
    }
    for naam in namen:
        assert f"## {naam}\n\n```text\n{lpi(*naam.split()[1:], '--help').stdout}```\n" in naslag


def test_de_handleiding_noemt_elk_commando_en_is_goede_roff() -> None:
    tekst = (MAP / "lpi.1").read_text()
    for opdracht in opdrachten()[1:]:
        assert f"\n.SS {opdracht.naam}\n" in tekst
    verzoeken = {regel.split()[0] for regel in tekst.splitlines() if regel.startswith((".", "'"))}
    assert verzoeken == {".TH", ".SH", ".SS", ".nf", ".fi"}


def test_elk_commando_dat_json_geeft_heeft_een_schema_en_vragen() -> None:
    geven_json = [opdracht.naam.removeprefix("lpi ") for opdracht in opdrachten() if opdracht.geeft_json]
    assert sorted(geven_json) == sorted(GEGEVENS) == sorted(VRAGEN)
    for naam in geven_json:
        _schema(naam).check_schema(_schema(naam).schema)


@pytest.mark.parametrize(
    ("naam", "vraag"),
    [
        pytest.param(naam, vraag, marks=[pytest.mark.lang] if 1 < nr < len(vragen) else [])
        for naam, vragen in VRAGEN.items()
        for nr, vraag in enumerate(vragen, 1)
    ],
)
def test_wat_een_commando_geeft_past_bij_zijn_schema(lpi: Lpi, map_: Path, naam: str, vraag: str) -> None:
    """A plain run has the first and the last question of each."""
    uitkomst = lpi(*shlex.split(f"{naam} {vraag} --formaat json"), map_=map_)
    assert uitkomst.status == 0, uitkomst.stderr
    assert [f"{fout.json_path}: {fout.message}" for fout in _schema(naam).iter_errors(uitkomst.json)] == []


@pytest.mark.parametrize("naam", VRAGEN)
def test_een_sleutel_meer_of_minder_wordt_geweigerd(lpi: Lpi, map_: Path, naam: str) -> None:
    gegevens = lpi(*shlex.split(f"{naam} {VRAGEN[naam][-1]} --formaat json"), map_=map_).json
    object_: dict[str, Any] = gegevens[0] if isinstance(gegevens, list) else gegevens
    schema = _schema(naam)
    for sleutel, waarde in [*object_.items()]:
        del object_[sleutel]
        assert not schema.is_valid(gegevens), sleutel
        object_[sleutel] = waarde
    assert schema.is_valid(gegevens)
    object_["nieuw"] = None
    assert not schema.is_valid(gegevens)
