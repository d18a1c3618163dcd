"""The documents around the code: there, short, true to the version, and valid."""

import re

import pytest
import yaml

from lpi_cli import __version__
from lpi_cli.cli import COMMANDOS
from tests.conftest import CHECKOUT

PUBLICCODE = yaml.safe_load((CHECKOUT / "publiccode.yml").read_text())
SOFTWARETYPEN = {
    "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
    "standalone/other", "addon", "library", "configurationFiles",
}  # fmt: skip
"""Allowed by publiccode.yml 0.4, as are the values below."""


def test_publiccode_heeft_wat_de_standaard_eist() -> None:
    assert PUBLICCODE["publiccodeYmlVersion"] == "0.4"
    assert PUBLICCODE["name"] == "lpi"
    assert re.fullmatch(r"https?://\S+", PUBLICCODE["url"])
    assert PUBLICCODE["softwareVersion"] == __version__
    assert set(PUBLICCODE["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert PUBLICCODE["categories"] == ["knowledge-management"], "a tag of the list in the standard"
    assert set(PUBLICCODE["intendedAudience"]["scope"]) <= {
        "healthcare",
        "local-authorities",
        "society",
        "welfare",
    }
    assert PUBLICCODE["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert PUBLICCODE["softwareType"] in SOFTWARETYPEN
    assert PUBLICCODE["legal"]["license"] == "EUPL-1.2"
    assert PUBLICCODE["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}


def test_publiccode_beschrijft_de_tool_in_de_gevraagde_lengte() -> None:
    beschrijving = PUBLICCODE["description"]["nl"]
    assert len(beschrijving["genericName"]) <= 35
    assert 0 < len(beschrijving["shortDescription"]) <= 150
    assert 150 <= len(beschrijving["longDescription"]) <= 10_000
    assert beschrijving["features"]
    assert all(0 < len(kenmerk) <= 100 for kenmerk in beschrijving["features"])


def test_publiccode_noemt_een_contact_als_er_onderhoud_is() -> None:
    onderhoud = PUBLICCODE["maintenance"]
    assert onderhoud["type"] in {"internal", "contract", "community", "none"}
    assert onderhoud["type"] != "contract" or onderhoud["contractors"]
    assert onderhoud["type"] not in {"internal", "community"} or onderhoud["contacts"]


def test_de_wijzigingen_noemen_deze_versie_en_elk_commando() -> None:
    tekst = (CHECKOUT / "CHANGELOG.md").read_text()
    assert f"## [{__version__}]" in tekst
    for commando in COMMANDOS:
        assert f"`lpi {commando}`" in tekst


@pytest.mark.parametrize(
    ("naam", "regels"), [("SECURITY.md", 40), ("CONTRIBUTING.md", 40), ("CHANGELOG.md", 100)]
)
def test_de_documenten_zijn_kort_en_noemen_geen_verzonnen_adres(naam: str, regels: int) -> None:
    tekst = (CHECKOUT / naam).read_text()
    assert len(tekst.splitlines()) <= regels
    assert not re.search(r"[\w.]+@[\w.]+", tekst)
    for verwijzing in re.findall(r"\]\((?!https?://)([^)#]+)\)", tekst):
        assert (CHECKOUT / verwijzing).exists()
