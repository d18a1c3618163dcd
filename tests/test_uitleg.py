"""Topics: complete, plain, and woven into the other commands."""

import os
import re
from pathlib import Path

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model_uitleg import Uitleg
from lpi_cli.kern.uitleg import onderwerpen_bij
from tests.conftest import Lpi
from tests.terminal import Terminal

ONDERWERPEN = ["belang", "blokkades", "vormen-van-preventie", "leeftijd", "doel", "vorm", "aanbod-in-de-buurt", "kwaliteitscriteria", "erkenning", "integrale-aanpak", "vroegsignalering", "vragenlijsten", "sociale-kaart", "doorverwijzen", "tolken", "sleutelpersonen", "financiering", "voorlichting-in-eigen-taal", "deskundigheid", "oekraiense-ontheemden", "kwetsbare-groepen", "praktijkvoorbeelden", "monitoring", "verder-lezen"]  # fmt: skip
WOORD = re.compile(r"[\w'’-]+")
AFKORTING = re.compile(r"\b(?:[A-Z0-9]*[A-Z][A-Z0-9-]*[A-Z0-9]+\+?)(?![a-z])")


def _tekst(onderwerp: Uitleg) -> list[str]:
    """All running text of a topic; points and titles are no sentences."""
    return [onderwerp.samenvatting, *(deel.tekst for deel in onderwerp.delen if deel.tekst)]


def test_alle_onderwerpen_zijn_er(catalogus: Catalogus) -> None:
    assert set(catalogus.uitleg) >= set(ONDERWERPEN)


@pytest.mark.parametrize("id_", ONDERWERPEN)
def test_een_onderwerp_is_kort_en_in_gewone_zinnen(catalogus: Catalogus, id_: str) -> None:
    onderwerp = catalogus.uitleg[id_]
    zinnen = [zin for tekst in _tekst(onderwerp) for zin in re.split(r"(?<=[.!?:])\s+", tekst) if zin]
    lengtes = [len(WOORD.findall(zin)) for zin in zinnen]
    assert sum(lengtes) / len(lengtes) <= 20
    assert max(lengtes) <= 30
    assert len(re.findall(r"[.!?](?:\s|$)", onderwerp.samenvatting)) == 2, "two sentences"
    for deel in onderwerp.delen:
        assert len(deel.tekst or "") <= 5 * 90, f"{deel.kop}: more than five lines"


def test_elke_afkorting_wordt_uitgelegd(catalogus: Catalogus) -> None:
    bekend = {afkorting.lower() for afkorting in catalogus.begrippen["afkorting"]}
    onbekend = {
        (onderwerp.id, afkorting)
        for onderwerp in catalogus.uitleg.values()
        for tekst in (
            *_tekst(onderwerp),
            *(p for d in onderwerp.delen for p in d.punten),
            *onderwerp.checklist,
        )
        for afkorting in AFKORTING.findall(tekst)
        if afkorting.lower() not in bekend
    }
    eigennamen = (
        {"1112 XE"}
        | {i.naam for i in catalogus.interventies}
        | {i.id.upper() for i in catalogus.interventies}
    )
    assert {(id_, a) for id_, a in onbekend if not any(a in eigen for eigen in eigennamen)} == set()


def test_cijfers_noemen_studie_en_jaar_en_staan_maar_een_keer(catalogus: Catalogus) -> None:
    assert catalogus.cijfers
    for code, cijfer in catalogus.cijfers.items():
        assert cijfer.studie, code
        assert cijfer.jaar, code
        plekken = [o.id for o in catalogus.uitleg.values() for tekst in _tekst(o) if cijfer.waarde in tekst]
        assert plekken == [], f"{code} must be quoted by its code"
        assert any(code in onderwerp.cijfers for onderwerp in catalogus.uitleg.values()), code


def test_de_lijst_volgt_het_werk(lpi: Lpi) -> None:
    tekst = lpi("uitleg").stdout
    koppen = ["Waarom het nodig is", "Kiezen", "Regelen", "Uitvoeren", "Volgen"]
    assert [tekst.index(kop) for kop in koppen] == sorted(tekst.index(kop) for kop in koppen)
    assert all(id_ in tekst for id_ in ONDERWERPEN)


@pytest.mark.parametrize("breedte", [40, 80])
@pytest.mark.parametrize("opdracht", [("uitleg",), ("uitleg", "tolken"), ("uitleg", "vragenlijsten")])
def test_leesbaar_op_smalle_schermen(lpi: Lpi, opdracht: tuple[str, ...], breedte: int) -> None:
    regels = lpi(*opdracht, COLUMNS=str(breedte)).stdout.splitlines()
    adressen = [regel for regel in regels if len(regel) > breedte and "http" not in regel]
    assert adressen == []


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "markdown"])
@pytest.mark.parametrize("opdracht", [("uitleg",), ("uitleg", "belang"), ("uitleg", "--zoek", "tolk")])
def test_uitleg_in_elk_formaat(lpi: Lpi, opdracht: tuple[str, ...], formaat: str) -> None:
    uitkomst = lpi(*opdracht, "--formaat", formaat)
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert uitkomst.stdout


def test_belang_noemt_de_cijfers_met_studie(lpi: Lpi) -> None:
    tekst = " ".join(lpi("uitleg", "belang").stdout.split())
    assert "13 tot 25%" in tekst
    assert "2016) [handreiking-statushouders]" in tekst


def test_zoeken_vindt_woordvormen_in_alle_onderwerpen(lpi: Lpi) -> None:
    treffers = {t["id"] for t in lpi("uitleg", "--zoek", "tolk", "--formaat", "json").json["treffers"]}
    assert {"tolken", "financiering"} <= treffers
    assert treffers == {
        t["id"] for t in lpi("uitleg", "--zoek", "TOLKEN", "--formaat", "json").json["treffers"]
    }
    assert "Probeer een ander woord" in lpi("uitleg", "--zoek", "xyzzy").stdout


@pytest.mark.parametrize(
    ("argumenten", "zegt"),
    [
        (("tolkn",), "Bedoelt u 'tolken'?"),
        (("xyzzy",), "Alle onderwerpen ziet u met: lpi uitleg\n"),
        (("eigen risico",), "Het staat wel in de uitleg: lpi uitleg --zoek 'eigen risico'\n"),
        (("tolken", "--zoek", "x"), "niet allebei"),
        (("--zoek", " "), "--zoek tolk"),
    ],
)
def test_een_onbekend_onderwerp_wijst_de_weg(lpi: Lpi, argumenten: tuple[str, ...], zegt: str) -> None:
    uitkomst = lpi("uitleg", *argumenten)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert zegt in uitkomst.stderr


def test_kies_verwijst_bij_elk_punt_naar_uitleg(lpi: Lpi) -> None:
    tekst = " ".join(lpi("kies", "--leeftijd", "kinderen", "--vorm", "groep").stdout.split())
    assert "toestemming aan de verzorgers. Lees meer: lpi uitleg leeftijd" in tekst
    assert "regel een tolk, liever geen familielid of kennis. Lees meer: lpi uitleg tolken" in tekst


def test_toon_verwijst_naar_onderwerpen_die_erover_gaan(lpi: Lpi, catalogus: Catalogus) -> None:
    assert "lpi uitleg praktijkvoorbeelden" in lpi("toon", "meergezinsgroepen").stdout
    mind_spring = next(i for i in catalogus.interventies if i.id == "mind-spring")
    assert {"praktijkvoorbeelden", "oekraiense-ontheemden"} <= {
        o.id for o in onderwerpen_bij(mind_spring, catalogus)
    }


def test_een_lang_onderwerp_gaat_in_een_bladeraar() -> None:
    scherm = Terminal("uitleg", "belang", hoogte=12, PAGER="cat -A")
    assert scherm.einde() == 0
    assert "$" in scherm.tekst, "the pager marked the ends of the lines"


def test_onder_aan_de_bladeraar_staat_hoe_men_eruit_komt(tmp_path: Path) -> None:
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\ncat > /dev/null\nprintf "%s\\n" "$@"\n')
    less.chmod(0o755)
    pad = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    scherm = Terminal("uitleg", "belang", hoogte=12, PATH=pad, PAGER=None, LESS=None)
    assert scherm.einde() == 0
    for voet in ("-Ps", "-Pm", "-PM"):
        assert f"{voet}Spatie\\: verder" in scherm.tekst


@pytest.mark.parametrize("onderwerp", ["belang", "financiering"])
def test_elk_deel_noemt_zijn_bron(lpi: Lpi, catalogus: Catalogus, onderwerp: str) -> None:
    scherm = lpi("uitleg", onderwerp, COLUMNS="300").stdout
    delen = catalogus.uitleg[onderwerp].delen
    assert scherm.count("Bron: ") == len(delen)
    assert {catalogus.bronnen[deel.bron].titel for deel in delen} <= set(re.findall(r"Bron: (.*)", scherm))


def test_een_pot_staat_bij_de_mensen_voor_wie_hij_is(catalogus: Catalogus) -> None:
    """The gift paid a whole project for status holders, the other money one group of Eritrean women."""
    voor = {
        pot: deel.voor
        for deel in catalogus.uitleg["financiering"].delen
        for pot in ("Gieskes-Strijbis", "Aanpak Laaggeletterdheid")
        if pot in " ".join(deel.punten)
    }
    assert voor == {"Gieskes-Strijbis": ("statushouder",), "Aanpak Laaggeletterdheid": ("eritrees",)}


def test_wat_wij_uitleggen_heet_onze_uitleg(lpi: Lpi) -> None:
    """LOOP only gives the short names of the two arrangements."""
    assert "is onze uitleg; LOOP geeft alleen de korte namen" in " ".join(
        lpi("uitleg", "financiering").stdout.split()
    )
