"""The real catalogue: complete, valid, and with sources and words that exist."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.controle import controleer_map
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.record import als_gegevens, maak
from lpi_cli.catalogus.schema import json_schemas
from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml
from tests.conftest import CHECKOUT, Lpi

MAP = CHECKOUT / "catalog"
KINDEREN = [
    "bamboo",
    "ease",
    "hiro-schooljudo",
    "kindergroep",
    "kunstlab",
    "mindpower",
    "mind-spring",
    "my-identity",
    "pubergroep",
    "safe-and-sound",
    "samen-oplopen",
    "taal-onthaal",
    "teamup-opvang",
    "teamup-school",
    "tiener-veerkracht-academie",
    "vreedzaam",
]
VOLWASSENEN = [
    "bamboo",
    "bethere",
    "bewegen-werkt",
    "cap-train",
    "gouden-mannen",
    "go-win",
    "kracht-van-gedachten",
    "less-stress",
    "liever-bewegen-dan-moe",
    "life-skills",
    "mindfit",
    "mind-spring",
    "mosaic",
    "pillars-of-support",
    "pm-plus",
    "positief-gezond-leven",
    "psycho-educatie",
    "seksueel-en-gendergerelateerd-geweld",
    "stabilisatie-en-herstel",
    "empatia-workshops",
    "7roses",
]
PRAKTIJK = ["meergezinsgroepen", "eritrese-oudergroepen", "ex-amv-groep", "avres-avanti"]


def test_alle_bestanden_kloppen() -> None:
    gecontroleerd = controleer_map(MAP)
    assert [str(fout) for fout in gecontroleerd.fouten] == []
    assert len(gecontroleerd.interventies) == len(list((MAP / "interventies").iterdir())) == 39


def test_alle_interventies_van_de_gids_staan_erin_met_hun_nummer(catalogus: Catalogus) -> None:
    vindplaatsen = {
        (vindplaats.plaats, interventie.id)
        for interventie in catalogus.interventies
        for vindplaats in interventie.bronnen
        if vindplaats.bron == "gids-2025"
    }
    for deel, ids in (("kinderen", KINDEREN), ("volwassenen", VOLWASSENEN)):
        for nr, id_ in enumerate(ids, 1):
            assert (f"{deel}-{nr}", id_) in vindplaatsen
    soorten = {interventie.id: interventie.soort for interventie in catalogus.interventies}
    assert soorten.keys() == {*KINDEREN, *VOLWASSENEN, *PRAKTIJK}
    assert [id_ for id_, soort in soorten.items() if soort == "praktijkvoorbeeld"] == sorted(PRAKTIJK)


def test_vijf_zijn_voorgeselecteerd(catalogus: Catalogus) -> None:
    vijf = [i for i in catalogus.interventies if i.voorselectie]
    assert {i.id for i in vijf} == {"bamboo", "mindfit", "mind-spring", "7roses", "pm-plus"}
    for interventie in vijf:
        assert not interventie.doel.afgeleid, "the Keuzehulp publishes the goal"
        assert {v.bron for v in interventie.bronnen} >= {"keuzehulp", "gids-2025", "verkorte-lijst"}


@pytest.mark.parametrize(
    ("id_", "veld", "waarde"),
    [
        ("mind-spring", "kosten", "7.572"),
        ("mindfit", "kosten", "6.200"),
        ("7roses", "kosten", "580"),
        ("pm-plus", "varianten.groep.bijeenkomsten", "5"),
        ("mindfit", "varianten.groep.vorm", "individueel"),
        ("mind-spring", "bewijs.erkenningen", "zonder variant"),
    ],
)
def test_bekende_verschillen_tussen_bronnen_zijn_vastgelegd(
    catalogus: Catalogus, id_: str, veld: str, waarde: str
) -> None:
    interventie = next(i for i in catalogus.interventies if i.id == id_)
    woord = {"5": "vijf"}.get(waarde, waarde)
    passend = [a for a in interventie.afwijkingen if a.veld.startswith(veld.split(".")[0])]
    assert any(waarde in a.waarde or woord in a.waarde for a in passend), [a.waarde for a in passend]


def test_wat_een_school_zelf_geeft_na_een_opleiding_zegt_dat(catalogus: Catalogus) -> None:
    zelf = {i.id for i in catalogus.interventies if i.overdraagbaarheid.alleen_zelf}
    assert zelf == {"taal-onthaal", "teamup-school", "vreedzaam"}


def test_het_bedrag_van_een_verschil_staat_ook_in_de_tekst(catalogus: Catalogus) -> None:
    met_bedrag = [a for i in catalogus.interventies for a in i.afwijkingen if a.bedrag]
    assert met_bedrag
    for afwijking in met_bedrag:
        assert afwijking.bedrag
        for bedrag in afwijking.bedrag:
            assert f"€ {bedrag:,}".replace(",", ".") in afwijking.waarde, afwijking


@pytest.mark.parametrize("veld", ["bamboo", "pm-plus"])
def test_leeftijden_van_de_verkorte_lijst_die_afwijken_zijn_vastgelegd(
    catalogus: Catalogus, veld: str
) -> None:
    interventie = next(i for i in catalogus.interventies if i.id == veld)
    assert any("leeftijd" in afwijking.veld for afwijking in interventie.afwijkingen)


def test_elk_bestand_wijst_naar_een_schema_dat_bestaat_en_actueel_is() -> None:
    gecontroleerd = controleer_map(MAP)
    schemas = json_schemas(gecontroleerd.codes)
    for naam, schema in schemas.items():
        assert json.loads((MAP / "schema" / naam).read_text()) == schema, (
            f"run: lpi catalogus schema ({naam})"
        )
    for bestand in MAP.rglob("*.yaml"):
        eerste = bestand.read_text().splitlines()[0]
        assert eerste.startswith("# yaml-language-server: $schema="), bestand
        assert (bestand.parent / eerste.partition("=")[2]).is_file(), bestand


def test_teksten_zijn_kort_en_zonder_stuurtekens(catalogus: Catalogus) -> None:
    for interventie in catalogus.interventies:
        assert len(interventie.samenvatting) <= 300, interventie.id
        assert json.dumps(als_gegevens(interventie), ensure_ascii=False).isprintable(), interventie.id


def test_geen_enkele_prijs_is_nul_zonder_dat_het_gratis_is(catalogus: Catalogus) -> None:
    for interventie in catalogus.interventies:
        for post in interventie.kosten:
            if post.bedrag is not None and post.bedrag.van == 0:
                assert "gratis" in (post.toelichting or "").lower(), interventie.id


def test_een_gemiddelde_prijs_is_ongeveer_zo_veel(catalogus: Catalogus) -> None:
    posten = [(een.id, post) for een in catalogus.alle for post in een.kosten if post.bedrag is not None]
    gemiddelden = [(id_, post) for id_, post in posten if "gemiddeld" in (post.toelichting or "").lower()]
    assert {id_ for id_, _ in gemiddelden} >= {"life-skills", "kunstlab", "teamup-opvang"}
    assert not [id_ for id_, post in gemiddelden if not post.ongeveer]


def test_een_record_overleeft_json(catalogus: Catalogus) -> None:
    for interventie in catalogus.interventies:
        heen = json.loads(json.dumps(als_gegevens(interventie)), parse_float=str)
        assert maak(Interventie, heen) == interventie


def test_catalogus_controleer_noemt_elke_fout_met_regel(lpi: Lpi, hele: Path) -> None:
    mosaic = hele / "interventies" / "mosaic.yaml"
    tekst = mosaic.read_text().replace("setting: [", "setting: [azz, ").replace("van: 18", "van: 180")
    mosaic.write_text(tekst + "onbekend_veld: 1\n")
    uitkomst = lpi("catalogus", "controleer", str(hele))
    assert uitkomst.status == 1
    regels = tekst.splitlines()
    setting = next(nr for nr, regel in enumerate(regels, 1) if regel.startswith("setting: [azz"))
    leeftijd = next(nr for nr, regel in enumerate(regels, 1) if "van: 180" in regel)
    assert f"{mosaic}:{setting}: setting[1]: 'azz' is geen bekend woord; bedoelt u 'azc'?" in uitkomst.stderr
    assert f"{mosaic}:{leeftijd}: varianten[1].leeftijd.van: mag ten hoogste 120 zijn" in uitkomst.stderr
    assert f"{mosaic}:{len(regels) + 1}: onbekend_veld: is geen bekend veld" in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 3
    assert "38 interventies goed, 3 fouten" in uitkomst.stdout


@pytest.mark.lang
def test_zonder_libyaml_zeggen_de_bestanden_hetzelfde(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML reads with libyaml where it was built with that, and else by itself, a little stricter."""
    bestanden = sorted((CHECKOUT / "catalog").rglob("*.yaml"))
    met = [lees_yaml(bestand) for bestand in bestanden]
    monkeypatch.setattr("lpi_cli.catalogus.yaml_lezer._LOADER", yaml.SafeLoader)
    zonder = [lees_yaml(bestand) for bestand in bestanden]
    assert all(isinstance(document, Document) for document in zonder)
    assert met == zonder


@pytest.mark.lang
def test_zonder_libyaml_werkt_wat_bestanden_leest() -> None:
    """The tests of what people write in files, in a Python of its own; see ``zonder_libyaml``."""
    namen = ("bestandsregels", "grenzen", "keuzehulp", "onzichtbaar")
    klaar = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            *(f"tests/test_{naam}.py" for naam in namen),
        ],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT / "tests" / "zonder_libyaml")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout
