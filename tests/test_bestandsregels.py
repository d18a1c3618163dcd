"""Files that people write: one rule at a time."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import CatalogusFout, laad
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model import Bron
from lpi_cli.catalogus.model_toets import SJABLOONNAAM
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.catalogus.nieuw import NieuweBron, met_vrij_id
from lpi_cli.catalogus.record import als_gegevens
from lpi_cli.catalogus.toetsbestand import lees_toets
from lpi_cli.catalogus.vraagbestand import lees_vraagbestand
from lpi_cli.catalogus.woorden import bevat, zoekbaar, zoekwoorden
from lpi_cli.catalogus.yaml_lezer import lees_yaml_tekst
from tests.records import record
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus

BOEK = NieuweBron("boek", "Een boek", 2025, "mei 2025", None)


# --- own catalogues ---------------------------------------------------------------------


def test_wat_een_aanvulling_ook_noemt_staat_er_maar_een_keer(tmp_path: Path) -> None:
    """Mosaic is in Arabic, in a municipality or a neighbourhood; own words come first."""
    aanvulling = "vult_aan: mosaic\ntalen: [nl, ar]\nsetting: [buurt]\n"
    map_ = schrijf_catalogus(tmp_path / "regio", {"interventies/mosaic.yaml": aanvulling})
    catalogus = laad([map_])
    (mosaic,) = [i for i in catalogus.interventies if i.id == "mosaic"]
    assert catalogus.fouten == ()
    assert (mosaic.talen, mosaic.setting) == (("nl", "ar"), ("buurt", "gemeente"))


@pytest.mark.parametrize(("id_", "mag"), [("mosaic", False), ("mindfit", True), ("praatgroep", False)])
def test_alleen_wie_in_de_voorselectie_staat_blijft_daarin(tmp_path: Path, id_: str, mag: bool) -> None:
    """Of these LOOP chose only MindFit; whoever replaces that may say so again."""
    eigen = eigen_interventie(id_, voorselectie="true")
    map_ = schrijf_catalogus(tmp_path / "regio", {f"interventies/{id_}.yaml": eigen})
    catalogus = laad([map_])
    assert [fout.veld for fout in catalogus.fouten] == ["voorselectie"] * (not mag)
    assert catalogus.herkomst.keys() == ({id_} if mag else set())


@pytest.mark.parametrize(
    ("bekend", "id_"),
    [
        ({}, "boek"),
        ({"boek": 2025}, "boek"),  # the same source
        ({"boek": 2024}, "boek-2"),  # another edition
        ({"boek": 2024, "boek-2": 2023}, "boek-3"),
        ({"boek": 2024, "boek-2": 2025}, "boek-2"),
    ],
)
def test_een_andere_bron_krijgt_het_volgende_nummer(tmp_path: Path, bekend: dict[str, int], id_: str) -> None:
    def bron(jaar: int) -> Bron:
        return record(Bron, titel="Een boek", jaar=jaar, datum="ooit", omschrijving="Een boek.")

    bronnen = {code: bron(jaar) for code, jaar in bekend.items()}
    assert met_vrij_id(BOEK, tmp_path, bronnen).id == id_


# --- answers and tests ------------------------------------------------------------------


def test_in_bewaarde_antwoorden_is_ja_of_nee_geen_antwoord(tmp_path: Path) -> None:
    """An age may be a number; ``true`` is no word that someone typed."""
    bestand = tmp_path / "vraag.yaml"
    velden = {"leeftijd": Veldsoort.AANTALLEN, "vorm": Veldsoort.WOORDEN}

    def lees() -> dict[str, Any]:
        return lees_vraagbestand(bestand, velden, lambda veld, tekst: tekst, lambda gegeven: (), [])

    bestand.write_text("leeftijd: 15\nvorm: groep\n")
    assert lees() == {"leeftijd": {"15": None}, "vorm": {"groep": None}}
    bestand.write_text("vorm: true\n")
    with pytest.raises(CatalogusFout, match=r"vorm.*: moet tekst zijn"):
        lees()


@pytest.mark.parametrize(
    ("rest", "is_leeg"),
    [
        ("antwoorden: {hiaat: onbekend}\n", True),
        ("antwoorden: {hiaat: ja}\n", False),
        ("antwoorden: {}\ntoelichting: {hiaat: Wij weten het niet.}\n", False),
    ],
)
def test_een_toets_met_alleen_een_notitie_is_niet_leeg(tmp_path: Path, rest: str, is_leeg: bool) -> None:
    bestand = tmp_path / "toets.yaml"
    bestand.write_text(f"naam: {SJABLOONNAAM}\n{rest}")
    if is_leeg:
        with pytest.raises(CatalogusFout, match="nog niet ingevuld"):
            lees_toets(bestand, [])
    else:
        assert lees_toets(bestand, []).naam == SJABLOONNAAM


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("a:\n\tb: [1\n", "er staat een tab; laat regels inspringen met spaties"),
        (
            "a: [1,\t2: 3: 4]\n",
            "is geen geldige YAML; kijk naar inspringen, dubbele punten en aanhalingstekens",
        ),
    ],
)
def test_alleen_een_tab_waarmee_een_regel_inspringt_is_de_fout(tekst: str, melding: str) -> None:
    fout = lees_yaml_tekst(tekst, Path("x.yaml"))
    assert isinstance(fout, Fout)
    assert fout.melding == melding


# --- values and words -------------------------------------------------------------------


@pytest.mark.parametrize(("bedrag", "tekst"), [("20415.00", "20415"), ("510.50", "510.5"), ("0", "0")])
def test_een_heel_bedrag_is_in_json_een_heel_getal(bedrag: str, tekst: str) -> None:
    assert json.dumps(als_gegevens(Decimal(bedrag))) == tekst


@pytest.mark.parametrize(
    ("gezocht", "tekst", "staat_erin"),
    [
        ("groepen", "groep", True),  # another form of the word
        ("groep", "groepswerk", True),  # at the beginning of a longer one, as it was typed
        ("groepen", "groepswerk", False),  # in another form: "psychose" would be in "psychosociaal"
        ("groep", "praatgroepen", True),  # in it, as it was typed
        ("groepen", "praatgroep", False),  # in it, in another form: that is in too many words
    ],
)
def test_in_een_langer_woord_telt_alleen_het_hele_gezochte_woord(
    gezocht: str, tekst: str, staat_erin: bool
) -> None:
    (zoekwoord,), (in_tekst,) = zoekwoorden(gezocht), zoekwoorden(tekst)
    assert bevat(zoekbaar([in_tekst.heel]), zoekwoord) is staat_erin
