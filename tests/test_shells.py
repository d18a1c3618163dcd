"""Completion with Tab in real shells: useful, and harmless whatever a catalogue holds."""

import json
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.shells import ENTER, PROMPT, STARTBESTANDEN, TAB, Shell
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus
from tests.test_fuzz import UITGEBREID

GEHACKT = "GEHACKT"
"""The file that a name makes when anything runs it."""
BOOS = [
    f"$(touch {GEHACKT})",
    f"`touch {GEHACKT}`",
    f"; touch {GEHACKT}; true",
    f"& touch {GEHACKT} &",
    f"| touch {GEHACKT}",
    f"' ; touch {GEHACKT} ; '",
    f'" ; touch {GEHACKT} ; "',
    rf"\$(touch {GEHACKT})",
    rf"\\; touch {GEHACKT}",
    f"(touch {GEHACKT})",
    f"<(touch {GEHACKT})",
    f"=(touch {GEHACKT})",
    f"> {GEHACKT}",
    f"${{(e):-$(touch {GEHACKT})}}",
    f"[bold]$(touch {GEHACKT})[/bold]",
    f"x:$(touch {GEHACKT})",
    f"x=$(touch {GEHACKT})",
    f"{{a,$(touch {GEHACKT})}}",
    "!! !touch !$",
    "* ? [a-z] ~ # %1 ^a^b",
    "a\tb\\",
    "é ’ “ “”",
]
"""Ends of names of organisations, each of which means something to some shell."""


NAMEN = {"los": BOOS}
if UITGEBREID:
    NAMEN["samen"] = Random(15).sample([een + ander for een, ander in product(BOOS, BOOS)], 60)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(params=STARTBESTANDEN)
def shells(request: pytest.FixtureRequest, tmp_path: Path, cache: Path) -> Iterator[Shell]:
    """Each shell, where ``lpi --aanvulling`` was typed."""
    shell = Shell(request.param, tmp_path, cache)
    shell.voer_uit("lpi --aanvulling")
    yield shell
    shell.sluit()


@pytest.fixture
def boos(tmp_path: Path) -> Path:
    return maak_boos(tmp_path, BOOS)


def maak_boos(tmp_path: Path, namen: Sequence[str]) -> Path:
    """An own catalogue of somebody who means harm, in a folder of which the name does too."""
    return schrijf_catalogus(
        tmp_path / f"boos $(touch {GEHACKT})",
        {
            f"interventies/boos-{nr:02}.yaml": eigen_interventie(
                f"boos-{nr:02}",
                naam=json.dumps(f"Naam{nr:02} {tekst}"),
                organisatie=json.dumps(f"Org{nr:02} {tekst}"),
            )
            for nr, tekst in enumerate(namen)
        },
    )


def antwoord(shell: Shell, opdracht: str, bestand: str = "antwoord.json") -> Any:
    """What the line finds, once it is completed and run."""
    shell.typ(opdracht, f" --formaat json --uit {bestand}", ENTER)
    return json.loads(shell.wacht_op_bestand(bestand))


def is_gehackt(shell: Shell) -> bool:
    """Whether a part of a name was run."""
    return bool(list(shell.map_.glob(f"*{GEHACKT}")) or list(shell.thuis.glob(f"*{GEHACKT}")))


# --- useful ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("getypt", "vraag"),
    [
        ("--organisatie Gez", {"organisatie": ["GezondheidsZorg Asielzoekers (GZA)"]}),
        ("--organisatie war", {"organisatie": ["War Child"]}),
        ('--organisatie "Stichting Saf', {"organisatie": ["Stichting Safe & Sound"]}),
        ("--organisatie 'ARQ C", {"organisatie": ["ARQ Centrum '45"]}),
        ("--taal oek", {"taal": ["uk"]}),
        ("--bewijs=ster", {"bewijs": ["sterke-aanwijzingen"]}),
    ],
)
def test_een_aangevulde_regel_vraagt_wat_bedoeld_is(shells: Shell, getypt: str, vraag: Any) -> None:
    shells.open()
    assert antwoord(shells, f"lpi zoek {getypt}{TAB}")["vraag"] == vraag


def test_commando_optie_en_id(shells: Shell) -> None:
    shells.open()
    assert antwoord(shells, f"lpi too{TAB} bam{TAB} --bron{TAB}")["id"] == "bamboo"


def test_een_lijst_noemt_ook_namen(shells: Shell) -> None:
    shells.open()
    shells.typ("lpi zoek --taal ", TAB, TAB)
    assert "Tigrinya" in shells.wacht_op("Urdu")


def test_mappen_en_bestanden(shells: Shell) -> None:
    schrijf_catalogus(shells.map_, {"wandel groep/interventies/a.txt": "", "wandelen.yaml": ""})
    shells.open()
    shells.typ(f"lpi lijst --catalogus wandel{TAB} --uit lijst.csv", ENTER)
    assert shells.wacht_op_bestand("lijst.csv"), "the folder, as the file is none"
    shells.typ(f"lpi lijst > wandele{TAB}", ENTER)
    shells.wacht(lambda: "bamboo" in (shells.map_ / "wandelen.yaml").read_text())
    shells.typ(f"lpi toets wandele{TAB}")
    shells.wacht_op("lpi toets wandelen.yaml")


@pytest.mark.parametrize("shells", ["bash", "zsh"], indirect=True)  # fish gives the names, which do begin so
def test_wat_getypt_is_wordt_niet_korter(shells: Shell) -> None:
    """Two names begin with it, but their codes share less."""
    woorden = "taal:\n  tk: {naam: Turkmeens, uitleg: De taal van Turkmenistan.}\n"
    schrijf_catalogus(shells.map_ / "eigen", {"begrippen.yaml": woorden, "interventies/a.txt": ""})
    shells.open(LPI_CATALOGUS="eigen")
    shells.typ("lpi zoek --taal turk", TAB, TAB)
    shells.wacht_op("Turkmeens")
    assert antwoord(shells, "s")["vraag"] == {"taal": ["tr"]}


@pytest.mark.parametrize("catalogus", ["er-niet", "bestand"])
def test_een_eigen_catalogus_die_niet_kan_geeft_niets(shells: Shell, catalogus: str) -> None:
    (shells.map_ / "bestand").touch()
    shells.open(LPI_CATALOGUS=catalogus)
    regel = "lpi toon bam"
    shells.typ(regel, TAB, TAB, "x")
    assert shells.wacht_op(f"{regel}x") == f"{PROMPT}{regel}x"


# --- harmless -------------------------------------------------------------------------


@pytest.mark.parametrize("namen", NAMEN)
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_een_boze_naam_wordt_tekst_op_een_regel_die_werkt(
    shells: Shell, tmp_path: Path, quote: str, namen: str
) -> None:
    shells.open(LPI_CATALOGUS=str(maak_boos(tmp_path, NAMEN[namen])))
    for nr, tekst in enumerate(NAMEN[namen]):
        gevonden = antwoord(shells, f"lpi zoek --organisatie {quote}Org{nr:02}{TAB}", f"{nr}.json")
        assert [treffer["id"] for treffer in gevonden["treffers"]] == [f"boos-{nr:02}"], tekst
    assert not is_gehackt(shells)


def test_boze_namen_in_een_lijst_doen_niets(shells: Shell, boos: Path) -> None:
    shells.open(LPI_CATALOGUS=str(boos))
    for getypt in ("toon boos-0", "toon Naam0", "zoek --organisatie Org0", "zoek --organisatie=Org0"):
        shells.typ(f"lpi {getypt}", TAB, TAB)
        assert f"touch {GEHACKT}" in shells.wacht_op("08 ")


def test_een_boze_map_kan_op_de_regel_staan(shells: Shell, boos: Path) -> None:
    shells.open()
    gevonden = antwoord(shells, f"lpi toon --catalogus boos{TAB} Naam03{TAB}")
    assert gevonden["id"] == "boos-03"
    assert not is_gehackt(shells)


def test_python_in_de_map_waar_men_staat_doet_niet_mee(shells: Shell) -> None:
    for module in ("typer", "lpi_cli", "shlex"):
        (shells.map_ / f"{module}.py").write_text(f"open('{GEHACKT}', 'w')")
    shells.open()
    shells.typ("lpi toon bam", TAB)
    shells.wacht_op("lpi toon bamboo")
    assert not is_gehackt(shells)


# --- on and off -----------------------------------------------------------------------


def test_uit_zet_alles_terug(shells: Shell) -> None:
    _, inhoud = STARTBESTANDEN[shells.naam]
    assert "staat uit" in shells.voer_uit("lpi --aanvulling-uit")
    assert shells.startbestand.read_text() == inhoud
    assert not (shells.thuis / ".config" / "fish" / "completions" / "lpi.fish").exists()
    shells.open()
    shells.typ("lpi toon bam", TAB, "x")
    shells.wacht_op("lpi toon bamx")


def test_een_shell_start_stil_als_lpi_weg_is(shells: Shell) -> None:
    bestand = (
        shells.thuis / ".config/fish/completions/lpi.fish" if shells.naam == "fish" else shells.startbestand
    )
    bestand.write_text(bestand.read_text().replace("/lpi.", "/weg."))
    shells.open()
    shells.typ("lpi toon bam", TAB, "x")
    assert shells.wacht_op("lpi toon bamx") == f"{PROMPT}lpi toon bamx"
