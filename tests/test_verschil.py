"""``lpi catalogus verschil`` and ``bronnen ID``: what changed between two editions, and what each fact rests on."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.gereed import Gereed
from lpi_cli.catalogus.laden import laad_basis
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.record import als_gegevens, maak
from lpi_cli.kern.verschil import Feitenlijst, Verschilsoort, koppel, verschillen
from lpi_cli.weergave.feit import FEITEN
from lpi_cli.weergave.verschil import alle_verschillen
from tests.conftest import CHECKOUT, Lpi
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus

NIEUWE_VARIANT = """\
varianten:
  - id: gezin
    naam: EASE voor het gezin
    voor: gezin
    leeftijd: {van: 10, tot: null}
    vorm: [groep]
    plaats: kinderen-2
    bron: gids-2025
"""
WIJZIGINGEN = (
    ("mindfit", "van: 6805, tot: 6805", "van: 7100, tot: 7100"),
    ("mindfit", "Xandra Spijker", "Kim de Vries"),
    ("gouden-mannen", "niveau: goed-onderbouwd", "niveau: goed-onderbouwd\n      geldig_tot: 2026-06-30"),
    ("ease", "varianten:\n", NIEUWE_VARIANT),
    ("mosaic", "naam: Mosaic\n", "naam: Mosaic Werk\n"),
    ("mosaic", "    naam: Mosaic\n", "    naam: Mosaic in een groep\n"),
    ("pm-plus", "talen: [ar, ur, nl]", "talen: [ar, ur, nl, so]"),
    ("less-stress", "groepsgrootte: {min: 6, max: 15}", "groepsgrootte: {min: 8, max: 12}"),
    ("hiro-schooljudo", "status: actief", "status: gestopt"),
    ("bamboo", "mogelijk: voorwaarden", "mogelijk: nee"),
)
"""Ten changes of facts: file, what stood there, what stands there now. With one that is new and one gone: twelve."""
GENOEMD = {
    ("mindfit", "Kosten", "€ 7.100 per groep"),
    ("mindfit", "Contact", "Kim de Vries"),
    ("gouden-mannen", "Erkenning", "geldig tot en met 30 juni 2026"),
    ("ease", "Variant gezin", "EASE voor het gezin: leeftijd voor gezin, 10 jaar en ouder; vorm groep"),
    ("mosaic", "Naam", "Mosaic Werk"),
    ("mosaic", "Variant groep", "Mosaic in een groep"),
    ("pm-plus", "Talen", "Somali"),
    ("less-stress", "Groepsgrootte (Less Stress)", "8-12"),
    ("hiro-schooljudo", "Nu", "niet meer"),
    ("bamboo", "Zelf uitvoeren", "niet overdraagbaar"),
    ("praat", None, ""),
    ("kunstlab", None, ""),
}
"""Of each of the twelve: which intervention, which fact, and words that it is told with."""


@pytest.fixture
def nieuw(tmp_path: Path) -> Path:
    map_ = tmp_path / "nieuw"
    shutil.copytree(CHECKOUT / "catalog", map_)
    for id_, oud, anders in WIJZIGINGEN:
        bestand = map_ / "interventies" / f"{id_}.yaml"
        tekst = bestand.read_text()
        assert oud in tekst
        bestand.write_text(tekst.replace(oud, anders, 1))
    (map_ / "interventies" / "kunstlab.yaml").unlink()
    (map_ / "interventies" / "praat.yaml").write_text(eigen_interventie("praat"))
    return map_


def test_twaalf_wijzigingen_zijn_precies_twaalf_verschillen_in_woorden(lpi: Lpi, nieuw: Path) -> None:
    gevonden = lpi("catalogus", "verschil", str(CHECKOUT), str(nieuw), "--formaat", "json").json
    assert {(een["id"], een["feit"]) for een in gevonden} == {een[:2] for een in GENOEMD}
    assert len(gevonden) == 12
    for id_, feit, woorden in GENOEMD:
        (een,) = (v for v in gevonden if (v["id"], v["feit"]) == (id_, feit))
        assert woorden in " ".join(een["nieuw"])
    soorten = {een["id"]: een["soort"] for een in gevonden}
    assert (soorten["praat"], soorten["kunstlab"], soorten["ease"]) == ("nieuw", "weg", "nieuw")


@pytest.mark.parametrize("formaat", ["tabel", "markdown", "html"])
def test_men_leest_wat_het_was_en_wat_het_is(lpi: Lpi, nieuw: Path, formaat: str) -> None:
    opties = ("--formaat", formaat, "--alles")
    getoond = lpi("catalogus", "verschil", str(CHECKOUT / "catalog"), str(nieuw), *opties, COLUMNS="200")
    tekst = re.sub(r"<[^>]*>|\\|\*", "", getoond.stdout).replace("\u00a0", " ")
    assert "12 verschillen bij 10 interventies" in tekst
    assert "Van catalogus 1.0.0 van 28 november 2026 naar catalogus 1.0.0" in tekst
    assert re.search(r"was: € 6.805 per groep, prijs van 2025[^\n]*", tekst)
    assert re.search(r"nu: € 7.100 per groep, prijs van 2025[^\n]*", tekst)
    assert re.search(r"Weg[\s-]+kunstlab:?\s+KunstLab", tekst)
    assert not re.search(r"gids-2025|True|None|\[\]", tekst), "facts, not codes"


def test_andersom_is_nieuw_weg(lpi: Lpi, nieuw: Path) -> None:
    heen, terug = (
        lpi("catalogus", "verschil", *map(str, paar), "--formaat", "json").json
        for paar in ((CHECKOUT, nieuw), (nieuw, CHECKOUT))
    )
    omgekeerd = {"nieuw": "weg", "weg": "nieuw", "anders": "anders"}
    assert {(een["id"], omgekeerd[een["soort"]]) for een in terug} == {
        (een["id"], een["soort"]) for een in heen
    }


def test_zonder_wijziging_is_er_geen_verschil(lpi: Lpi) -> None:
    zelf = (str(CHECKOUT), str(CHECKOUT / "catalog"))
    assert lpi("catalogus", "verschil", *zelf, "--formaat", "json").json == []
    assert lpi("catalogus", "verschil", *zelf).stdout.startswith("Geen verschillen")


def test_een_ander_woord_voor_hetzelfde_is_geen_ander_feit(lpi: Lpi, nieuw: Path, tmp_path: Path) -> None:
    map_ = tmp_path / "woorden"
    shutil.copytree(CHECKOUT / "catalog", map_)
    begrippen = map_ / "begrippen.yaml"
    begrippen.write_text(
        begrippen.read_text().replace("naam: veerkracht en zelfred", "naam: kracht en zelfred")
    )
    assert lpi("catalogus", "verschil", str(CHECKOUT), str(map_), "--formaat", "json").json == []


def test_een_nieuw_id_met_dezelfde_naam_is_dezelfde_interventie(lpi: Lpi, tmp_path: Path) -> None:
    map_ = tmp_path / "anders"
    shutil.copytree(CHECKOUT / "catalog", map_)
    oud = map_ / "interventies" / "mosaic.yaml"
    (map_ / "interventies" / "mosaic-werk.yaml").write_text(
        oud.read_text().replace("id: mosaic", "id: mosaic-werk")
    )
    oud.unlink()
    (een,) = lpi("catalogus", "verschil", str(CHECKOUT), str(map_), "--formaat", "json").json
    assert (een["feit"], een["oud"], een["nieuw"]) == ("Id", ["mosaic"], ["mosaic-werk"])


def test_een_andere_bron_van_hetzelfde_is_een_verschil(lpi: Lpi, tmp_path: Path) -> None:
    """A next edition of the guide that says the same: one line, not one for each fact."""
    map_ = tmp_path / "gids"
    shutil.copytree(CHECKOUT / "catalog", map_)
    for bestand in [map_ / "bronnen.yaml", *(map_ / "interventies").glob("mosaic.yaml")]:
        tekst = bestand.read_text()
        gids = tekst[tekst.index("gids-2025:") :].partition("\n\n")[0] if "gids-2025:" in tekst else ""
        bestand.write_text(
            f"{tekst}\n{gids.replace('gids-2025', 'gids-2027')}\n"
            if gids
            else tekst.replace("gids-2025", "gids-2027")
        )
    gevonden = lpi("catalogus", "verschil", str(CHECKOUT), str(map_), "--formaat", "json").json
    assert {een["feit"] for een in gevonden} == {"Bron", "Plaats in de bron"}
    (bron,) = (een for een in gevonden if een["feit"] == "Bron")
    assert bron["oud"][0].startswith("gids-2025: Naam, ")
    assert bron["nieuw"][0].startswith("gids-2027: Naam, ")


# --- where an edition may be --------------------------------------------------------------


def test_een_kant_en_klaar_bestand_en_een_geinstalleerd_pakket(lpi: Lpi, nieuw: Path, tmp_path: Path) -> None:
    pakket = tmp_path / "pakket" / "lpi_cli" / "catalog"
    shutil.copytree(nieuw, pakket)
    gereed = tmp_path / "gereed.jsonl"
    gereed.write_bytes(laad_basis()._inhoud)
    assert Gereed(gereed.read_bytes()).is_heel
    vraag = ("catalogus", "verschil", str(gereed), str(tmp_path / "pakket"), "--formaat", "json")
    assert len(lpi(*vraag).json) == 12


def test_een_werkmap_van_git_van_voor_de_uitgaven(lpi: Lpi, nieuw: Path, tmp_path: Path) -> None:
    """Of a version of lpi that did not ask all that a catalogue has now."""
    vroeger = tmp_path / "vroeger"
    shutil.copytree(nieuw, vroeger / "catalog")
    (vroeger / "catalog" / "catalogus.yaml").unlink()
    begrippen = vroeger / "catalog" / "begrippen.yaml"
    begrippen.write_text(begrippen.read_text().replace("elders:\n", "elders_van_vroeger:\n"))
    mosaic = vroeger / "catalog" / "interventies" / "mosaic.yaml"
    mosaic.write_text(mosaic.read_text().replace("      richting: gunstig\n", "", 1))
    subprocess.run(["git", "init", "--quiet", vroeger], check=True)
    uitkomst = lpi("catalogus", "verschil", str(vroeger), str(CHECKOUT))
    assert uitkomst.status == 0, uitkomst.stderr
    assert "Van een catalogus zonder nummer naar catalogus 1.0.0" in uitkomst.stdout


def test_een_eigen_catalogus_van_vorig_jaar(lpi: Lpi, tmp_path: Path) -> None:
    for jaar, prijs in ((2025, "1000"), (2026, "1200")):
        tekst = eigen_interventie("praat").replace("11286", prijs)
        schrijf_catalogus(tmp_path / str(jaar), {"interventies/praat.yaml": tekst})
    (een,) = lpi("catalogus", "verschil", "2025", "2026", "--formaat", "json", map_=tmp_path).json
    assert (een["id"], een["feit"]) == ("praat", "Kosten")
    assert "€ 1.000" in een["oud"][0]
    assert "€ 1.200" in een["nieuw"][0]


def test_een_fout_in_een_van_beide_is_een_regel(lpi: Lpi, nieuw: Path, tmp_path: Path) -> None:
    mosaic = nieuw / "interventies" / "mosaic.yaml"
    mosaic.write_text(mosaic.read_text().replace("voor: deelnemers", "voor: iedereen"))
    uitkomst = lpi("catalogus", "verschil", str(CHECKOUT), str(nieuw))
    assert uitkomst.status == 1
    assert "mosaic.yaml:" in uitkomst.stderr
    assert "iedereen" in uitkomst.stderr
    kapot = tmp_path / "gereed.jsonl"
    for inhoud in (b"", b"{}", b"\xff\x00", b'{"delen": ["begrippen"], "som": 1}\n{}\n[1]\n'):
        kapot.write_bytes(inhoud)
        uitkomst = lpi("catalogus", "verschil", str(kapot), str(CHECKOUT))
        assert uitkomst.status == 1
        assert "is geen catalogus van deze versie van lpi" in uitkomst.stderr


# --- every change of a fact is one difference ---------------------------------------------


def _bladeren(gegevens: Any, pad: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every text and number in an intervention, with where it stands; not its id, or that of something in it.

    Nor the amount of a deviation, which is the one in its text (see ``test_catalogus``).
    """
    for naam, deel in gegevens.items() if isinstance(gegevens, dict) else enumerate(gegevens):
        if naam in ("id", "bron_van", "bronnen", "bron", "kader") or (
            naam == "bedrag" and "afwijkingen" in pad
        ):
            continue
        if isinstance(deel, dict | list):
            yield from _bladeren(deel, (*pad, naam))
        elif naam not in ZONDER_BETEKENIS and (isinstance(deel, int | float) or naam in TEKSTEN):
            yield (*pad, naam), deel


TEKSTEN = frozenset({"naam", "organisatie", "omschrijving", "toelichting", "uitkomst", "samenvatting", "aanpak", "tolk",
    "uitvoering", "uitvoerders", "waarde", "titel", "frequentie", "auteurs", "plaats"})  # fmt: skip


ZONDER_BETEKENIS = frozenset({"setting_alleen", "talen_open", "ongeveer"})
"""What says nothing of a list or an amount that is not there."""


@given(st.data())
def test_elk_ander_feit_is_precies_een_verschil(catalogus: Catalogus, data: st.DataObject) -> None:
    interventie = data.draw(st.sampled_from(catalogus.interventies))
    gegevens = als_gegevens(interventie)
    pad, waarde = data.draw(
        st.sampled_from([een for een in _bladeren(gegevens) if een[1] or een[1] is False])
    )
    *erheen, laatste = pad
    deel = gegevens
    for stap in erheen:
        deel = deel[stap]
    match waarde:
        case bool():
            deel[laatste] = not waarde
        case str():
            deel[laatste] = f"{waarde} Anders"
        case _:
            deel[laatste] = waarde + 1
    anders = maak(Interventie, gegevens)
    assert len(alle_verschillen([interventie], [anders], catalogus)) == 1, pad
    assert alle_verschillen([anders], [anders], catalogus) == []


REGELS = st.lists(st.sampled_from(["a 1", "a 2", "b", "b b"]), max_size=4)


@given(REGELS, REGELS)
def test_wat_weg_is_en_wat_erbij_kwam_maakt_van_oud_nieuw(oud: list[str], nieuw: list[str]) -> None:
    """For a list in any order, so also with the same line twice."""
    lijsten = (Feitenlijst("x", "X", {"lijst": regels}, frozenset({"lijst"})) for regels in (oud, nieuw))
    over = list(oud)
    for verschil in verschillen([tuple(lijsten)]):  # type: ignore[list-item]
        assert verschil.soort is not Verschilsoort.ANDERS or (verschil.oud and verschil.nieuw)
        for regel in verschil.oud:
            over.remove(regel)
        over += verschil.nieuw
    assert sorted(over) == sorted(nieuw)


NAMEN = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["A", "B", "C"]), max_size=4)


@given(NAMEN, NAMEN)
def test_elke_interventie_staat_in_precies_een_paar(oud: dict[str, str], nieuw: dict[str, str]) -> None:
    paren = koppel(oud, nieuw)
    assert sorted(was for was, _ in paren if was) == sorted(oud)
    assert sorted(wordt for _, wordt in paren if wordt) == sorted(nieuw)


# --- lpi catalogus bronnen ID -------------------------------------------------------------


def test_bronnen_en_kaart_noemen_dezelfde_feiten_met_dezelfde_bron(lpi: Lpi, catalogus: Catalogus) -> None:
    for interventie in catalogus.interventies:
        rijen = lpi("catalogus", "bronnen", interventie.id, "--formaat", "json").json
        genoemd = {(rij["tekst"][-1], rij["bron"]) for rij in rijen}
        op_kaart = {
            (tekst, bron)
            for naam, soort in FEITEN.items()
            for regel in soort.zeg(interventie, catalogus)
            for tekst in [regel.tekst if naam not in VARIANTFEITEN_OP_KAART else None]
            for bron in regel.bronnen
            if tekst is not None
        }
        assert op_kaart <= genoemd
        kaart = lpi("toon", interventie.id, "--bronnen", "--formaat", "markdown").stdout.replace("\\", "")
        for rij in rijen:
            if rij["feit"] not in ("Naam", "Soort", "Samenvatting", "Voorselectie"):
                bron = re.escape(rij["bron"])
                assert re.search(rf"\[[^\]]*\b{bron}\b|volgens {bron}\b", kaart)
        assert {rij["bron"] for rij in rijen} == {plek.bron for plek in interventie.bronnen}


VARIANTFEITEN_OP_KAART = {"leeftijd", "vorm", "bijeenkomsten", "contacturen", "groepsgrootte"}
"""On a card these stand in a table, whose sources are told below it."""


def test_elk_feit_heeft_een_plaats_die_de_bron_ook_echt_heeft(lpi: Lpi, catalogus: Catalogus) -> None:
    for interventie in catalogus.interventies:
        plaatsen = {(plek.bron, plek.plaats) for plek in interventie.bronnen}
        for rij in lpi("catalogus", "bronnen", interventie.id, "--formaat", "json").json:
            assert rij["plaats"]
            assert {(rij["bron"], plaats) for plaats in rij["plaats"].split("; ")} <= plaatsen
    spring = lpi("catalogus", "bronnen", "mind-spring", "--formaat", "json").json
    assert {rij["plaats"] for rij in spring if rij["feit"] == "Leeftijd" and rij["bron"] == "gids-2025"} == {
        "kinderen-7",
        "volwassenen-12",
    }


def test_van_een_bron_zonder_jaar_staat_er_wanneer_zij_is_gelezen(lpi: Lpi) -> None:
    rijen = lpi("catalogus", "bronnen", "mindfit", "--formaat", "json").json
    wanneer = {rij["bron"]: rij["van_wanneer"] for rij in rijen}
    assert wanneer["keuzehulp"] == "geen datum op de pagina, gelezen op 22 november 2026"
    assert wanneer["gids-2025"] == "2025, derde uitgave (eerder 2018 en 2021)"
    assert "gelezen op 22 november 2026" in lpi("toon", "mindfit", "--bronnen", COLUMNS="300").stdout
    getoond = lpi("catalogus", "bronnen", "mindfit", COLUMNS="300").stdout
    assert "verkorte-lijst: Verkorte lijst preventieve interventies" in getoond
    assert "€ 6.805 per groep" in getoond
