"""The catalogue in open standards: a Frictionless Data Package and DCAT-AP-NL, each by its own validator too."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus
from tests.conftest import CHECKOUT, Lpi
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus

AFZENDER = """\
naam: Kim de Vries
organisatie: Gemeente Voorbeeld
email: data@example.org
telefoon: 030 123 45 67
website: https://example.org/lpi
"""
SHAPES = CHECKOUT / "tests" / "dcat-ap-nl.ttl"
Nagaan = Callable[..., tuple[bool, str]]


@pytest.fixture
def standaarden() -> Nagaan:
    """Run a validator, apart from these tests since it warns; its verdict and what it says."""

    def ga_na(module: str, *argumenten: object) -> tuple[bool, str]:
        opdracht = [sys.executable, "-W", "ignore", "-m", module, *map(str, argumenten)]
        klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)
        return klaar.returncode == 0, klaar.stdout + klaar.stderr

    return ga_na


def _pakket(lpi: Lpi, map_: Path, *opties: str) -> Path:
    uitkomst = lpi("catalogus", "exporteer", "--als", "datapackage", "--uit", "pakket", *opties, map_=map_)
    assert uitkomst.status == 0, uitkomst.stderr
    return map_ / "pakket"


def _tabellen(pakket: Path) -> dict[str, list[dict[str, str]]]:
    return {
        bestand.stem: list(csv.DictReader(bestand.read_text().splitlines(keepends=True)))
        for bestand in pakket.glob("*.csv")
    }


def _bronnen(pakket: Path) -> dict[str, Any]:
    return {deel["name"]: deel for deel in json.loads((pakket / "datapackage.json").read_text())["resources"]}


def _losse_verwijzingen(pakket: Path) -> list[str]:
    """Rows that refer to what is not there."""
    tabellen, los = _tabellen(pakket), []
    for naam, deel in _bronnen(pakket).items():
        for sleutel in deel["schema"].get("foreignKeys", []):
            naar, zijn = sleutel["reference"]["resource"], sleutel["reference"]["fields"]
            er_zijn = {tuple(rij[veld] for veld in zijn) for rij in tabellen[naar]}
            gevraagd = [tuple(rij[veld] for veld in sleutel["fields"]) for rij in tabellen[naam]]
            los += [f"{naam}: {een}" for een in gevraagd if any(een) and een not in er_zijn]
    return los


# --- data package ---------------------------------------------------------------------


def test_elke_tabel_is_beschreven_en_elke_verwijzing_klopt(lpi: Lpi, tmp_path: Path) -> None:
    pakket = _pakket(lpi, tmp_path)
    bronnen, tabellen = _bronnen(pakket), _tabellen(pakket)
    assert bronnen.keys() == tabellen.keys()
    for naam, rijen in tabellen.items():
        schema = bronnen[naam]["schema"]
        assert [veld["name"] for veld in schema["fields"]] == list(rijen[0])
        sleutels = [tuple(rij[veld] for veld in schema["primaryKey"]) for rij in rijen]
        assert len(set(sleutels)) == len(sleutels)
        assert all(all(sleutel) for sleutel in sleutels)
    assert _losse_verwijzingen(pakket) == []


def test_alle_feiten_gaan_mee(lpi: Lpi, tmp_path: Path, catalogus: Catalogus) -> None:
    tabellen = _tabellen(_pakket(lpi, tmp_path))
    assert len(tabellen["interventies"]) == len(catalogus.interventies)
    for naam, lijst in (("varianten", "varianten"), ("kosten", "kosten"), ("contact", "contact"),
                        ("kwaliteit", "kwaliteit"), ("vindplaatsen", "bronnen")):  # fmt: skip
        assert len(tabellen[naam]) == sum(len(getattr(i, lijst)) for i in catalogus.interventies)
    assert len(tabellen["onderzoek"]) == sum(len(i.bewijs.onderzoek) for i in catalogus.interventies)
    (mindfit,) = (rij for rij in tabellen["kosten"] if rij["interventie"] == "mindfit")
    assert (mindfit["bedrag_van"], mindfit["eenheid"], mindfit["prijspeil"]) == ("6805", "groep", "2025")
    assert mindfit["variant"] == "", "of all variants"
    (spring,) = (rij for rij in tabellen["interventies"] if rij["id"] == "mind-spring")
    assert "ar|" in spring["talen"]
    assert spring["talen_open"] == "ja"
    assert {
        rij["naam"] for rij in tabellen["begrippen"] if (rij["lijst"], rij["code"]) == ("taal", "uk")
    } == {"Oekraïens"}


def test_velden_hebben_de_uitleg_van_het_model_en_de_woorden(lpi: Lpi, tmp_path: Path) -> None:
    velden: Mapping[str, Any] = {
        veld["name"]: veld for veld in _bronnen(_pakket(lpi, tmp_path))["kosten"]["schema"]["fields"]
    }
    assert velden["ongeveer"]["description"].startswith("true: de bron geeft het bedrag ongeveer")
    assert velden["eenheid"]["description"] == "codes van de lijst eenheid in begrippen"
    assert "groep" in velden["eenheid"]["constraints"]["enum"]
    assert velden["omvat"]["type"] == "list"
    assert velden["bedrag_van"]["type"] == "number"


def test_eigen_aanbod_gaat_mee(lpi: Lpi, tmp_path: Path) -> None:
    schrijf_catalogus(tmp_path / "regio", {"interventies/praat.yaml": eigen_interventie("praat")})
    pakket = _pakket(lpi, tmp_path, "--catalogus", "regio")
    assert "praat" in {rij["id"] for rij in _tabellen(pakket)["interventies"]}
    assert _losse_verwijzingen(pakket) == []


def test_frictionless_keurt_het_goed_en_vindt_wat_niet_klopt(
    lpi: Lpi, tmp_path: Path, standaarden: Nagaan
) -> None:
    pakket = _pakket(lpi, tmp_path)
    goed, gezegd = standaarden("frictionless", "validate", pakket / "datapackage.json")
    assert goed, gezegd
    for bestand, oud, nieuw, soort in (
        ("kosten.csv", '"gids-2025"', '"weg"', "foreign-key"),
        ("kosten.csv", '"mind-spring/', '"mind-spring/weg', "foreign-key"),
        ("staffel.csv", '"hiro-schooljudo",1', '"hiro-schooljudo",99', "foreign-key"),
        ("kosten.csv", ',"groep",', ',"groepje",', "constraint-error"),
    ):
        heel = (pakket / bestand).read_text()
        assert oud in heel
        (pakket / bestand).write_text(heel.replace(oud, nieuw, 1))
        goed, gezegd = standaarden("frictionless", "validate", "--json", pakket / "datapackage.json")
        assert not goed
        assert soort in gezegd
        (pakket / bestand).write_text(heel)


def test_een_map_die_er_is_blijft_zoals_zij_was(lpi: Lpi, tmp_path: Path) -> None:
    pakket = _pakket(lpi, tmp_path)
    (pakket / "kosten.csv").write_text("van mij")
    opnieuw = lpi("catalogus", "exporteer", "--als", "datapackage", "--uit", "pakket", map_=tmp_path)
    assert opnieuw.status == 2
    assert "bestaat al" in opnieuw.stderr
    assert (pakket / "kosten.csv").read_text() == "van mij"
    assert _pakket(lpi, tmp_path, "--overschrijf") == pakket


def test_een_onbekende_vorm_wordt_genoemd(lpi: Lpi, tmp_path: Path) -> None:
    uitkomst = lpi("catalogus", "exporteer", "--als", "dcta", "--uit", "x", map_=tmp_path)
    assert uitkomst.status == 2
    assert "'dcta' is geen vorm; kies uit blad, datapackage, dcat" in uitkomst.stderr
    assert "Bedoelt u 'dcat'?" in uitkomst.stderr


# --- dcat -----------------------------------------------------------------------------


def _dcat(lpi: Lpi, map_: Path, afzender: str | None) -> Any:
    if afzender is not None:
        (map_ / "afzender.yaml").write_text(afzender)
    return lpi("catalogus", "exporteer", "--als", "dcat", "--uit", "lpi.jsonld", map_=map_)


@pytest.mark.parametrize(
    ("afzender", "wat"),
    [(None, "organisatie: … en email: …"), ("organisatie: Gemeente Voorbeeld\n", "email: …"),
     ("email: data@example.org\n", "organisatie: …")],
)  # fmt: skip
def test_zonder_afzender_staat_er_wat_ontbreekt(
    lpi: Lpi, tmp_path: Path, afzender: str | None, wat: str
) -> None:
    uitkomst = _dcat(lpi, tmp_path, afzender)
    assert uitkomst.status == 2
    assert (
        uitkomst.stderr
        == f"Fout: voor dcat ontbreekt wie de gegevens uitgeeft. Zet in afzender.yaml: {wat}\n"
    )
    assert not (tmp_path / "lpi.jsonld").exists()


@pytest.mark.parametrize(
    ("afzender", "melding"),
    [("email: geen\n", "email: 'geen' is geen e-mailadres"), ("emial: a@b.nl\n", "bedoelt u 'email'?"),
     ("- x\n", "begin elke regel met een veld"), ("", "is leeg"), ("website: javascript:x\n", "begin met http:// of https://")],
)  # fmt: skip
def test_een_fout_in_de_afzender_is_een_regel(lpi: Lpi, tmp_path: Path, afzender: str, melding: str) -> None:
    uitkomst = _dcat(lpi, tmp_path, afzender)
    assert uitkomst.status == 1
    assert uitkomst.stderr.startswith("afzender.yaml:")
    assert melding in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1


def test_dcat_noemt_wat_bekend_is_en_verzint_geen_contact(lpi: Lpi, tmp_path: Path) -> None:
    assert _dcat(lpi, tmp_path, "organisatie: Gemeente Voorbeeld\nemail: data@example.org\n").status == 0
    geheel = json.loads((tmp_path / "lpi.jsonld").read_text())
    dataset = geheel["dcat:dataset"]
    assert dataset["dcat:version"] == "1.0.0"
    assert dataset["dct:modified"]["@value"] == "2026-11-28"
    assert "dcat:distribution" not in dataset, "where it is given out, nobody said"
    assert geheel["dcat:contactPoint"].keys() == {
        "@type",
        "vcard:fn",
        "vcard:organization-name",
        "vcard:hasEmail",
    }


@pytest.mark.parametrize("afzender", [AFZENDER, "organisatie: Gemeente Voorbeeld\nemail: data@example.org\n"])
def test_pyshacl_keurt_dcat_goed(lpi: Lpi, tmp_path: Path, standaarden: Nagaan, afzender: str) -> None:
    assert _dcat(lpi, tmp_path, afzender).status == 0
    bestand = tmp_path / "lpi.jsonld"
    goed, gezegd = standaarden("pyshacl", "-s", SHAPES, "-df", "json-ld", bestand)
    assert goed, gezegd
    for veld in ("dct:creator", "dct:accessRights", "dcat:theme", "dcat:contactPoint"):
        geheel = json.loads(bestand.read_text())
        del geheel["dcat:dataset"][veld]
        kapot = tmp_path / "kapot.jsonld"
        kapot.write_text(json.dumps(geheel))
        goed, gezegd = standaarden("pyshacl", "-s", SHAPES, "-df", "json-ld", kapot)
        assert not goed, veld
        assert "MinCountConstraintComponent" in gezegd
