"""``lpi kies`` as a person sees it: in a real pseudo-terminal, on an emulated screen."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from tests.conftest import LANG_GENOEG
from tests.terminal import CTRL_C, ENTER, OMLAAG, TERUG, Terminal


@pytest.fixture
def terminal() -> type[Terminal]:
    return Terminal


def test_met_pijltjes_en_enter(terminal: type[Terminal]) -> None:
    scherm = terminal("kies")
    eerste = scherm.wacht_op("Vraag 1 van 3", "» ○ 1. volwassenen", "maakt niet uit")
    assert "toestemming" not in eerste
    scherm.typ(OMLAAG, ENTER)
    scherm.wacht_op("Vraag 2 van 3; leeftijd: jongeren")
    scherm.typ(OMLAAG, ENTER)
    scherm.wacht_op("Vraag 3 van 3; leeftijd: jongeren; doel: klachten")
    scherm.typ(ENTER)
    einde = scherm.wacht_op("Uw antwoorden")
    assert scherm.einde() == 0
    assert "Dit past: 1 uit de voorselectie" in scherm.tekst
    assert "pm-plus ★" in scherm.tekst
    assert "Vraag 3" not in einde, "the questions make room for the answer"


def test_met_cijfers_en_meer_antwoorden(terminal: type[Terminal]) -> None:
    scherm = terminal("kies")
    scherm.wacht_op("maakt niet uit")
    scherm.typ("2", "3")
    scherm.wacht_op("● 2. jongeren", "● 3. kinderen")
    scherm.typ(ENTER)
    scherm.wacht_op("Vraag 2 van 3; leeftijd: jongeren of kinderen")
    scherm.typ("3", ENTER)
    scherm.wacht_op("doel: maakt niet uit")
    scherm.typ("3", ENTER)
    scherm.wacht_op("Uw antwoorden")
    assert scherm.einde() == 0
    assert "vorm      maakt niet uit" in scherm.tekst


def test_maakt_niet_uit_sluit_andere_antwoorden_uit(terminal: type[Terminal]) -> None:
    scherm = terminal("kies", "--doel", "klachten", "--vorm", "groep")
    scherm.wacht_op("Vraag 1 van 1", "maakt niet uit")
    scherm.typ("1")
    scherm.wacht_op("● 1. volwassenen")
    scherm.typ("5")
    scherm.wacht_op("○ 1. volwassenen", "● 5. maakt niet uit")
    scherm.typ("1")
    scherm.wacht_op("● 1. volwassenen", "○ 5. maakt niet uit")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


def test_terug_onthoudt_het_vorige_antwoord(terminal: type[Terminal]) -> None:
    scherm = terminal("kies", "--vorm", "groep")
    scherm.wacht_op("Vraag 1 van 2")
    scherm.typ("4", ENTER)
    scherm.wacht_op("Vraag 2 van 2")
    scherm.typ(TERUG)
    scherm.wacht_op("Vraag 1 van 2", "● 4. ouders en gezin")
    scherm.typ("4", "1", ENTER)
    scherm.wacht_op("leeftijd: volwassenen")
    scherm.typ("1", ENTER)
    scherm.wacht_op("Uw antwoorden")
    assert scherm.einde() == 0


def test_ctrl_c_gaat_stil_weg_en_bewaart_niets(terminal: type[Terminal], tmp_path: Path) -> None:
    scherm = terminal("kies", "--opslaan", "keuze.yaml", map_=tmp_path)
    scherm.wacht_op("Vraag 1 van 3")
    scherm.typ(ENTER)
    scherm.wacht_op("Vraag 2 van 3")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130
    assert scherm.tekst == "", "no traceback, and the question is gone"
    assert list(tmp_path.iterdir()) == []


def test_met_alle_opties_wordt_niets_gevraagd(terminal: type[Terminal]) -> None:
    scherm = terminal("kies", "--leeftijd", "ouders", "--doel", "veerkracht", "--vorm", "groep")
    assert scherm.einde() == 0
    assert "Vraag" not in scherm.tekst


@pytest.mark.parametrize("breedte", [40, 80, 120])
def test_de_vraag_past_op_elk_scherm(terminal: type[Terminal], breedte: int) -> None:
    scherm = terminal("kies", breedte=breedte)
    scherm.wacht_op(
        "mogen alleen meedoen als hun verzorgers dat goed vinden.",
        "Backspace: terug. Ctrl-C: stoppen.",
        "5. maakt niet uit",
    )
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


@pytest.mark.parametrize("hoogte", [10, 15])
def test_in_een_laag_venster_staan_alle_antwoorden_en_de_uitweg(
    terminal: type[Terminal], hoogte: int
) -> None:
    scherm = terminal("kies", breedte=40, hoogte=hoogte)
    for vraag, laatste in (("zoekt u", 5), ("bereiken?", 3), ("Individueel of", 3)):
        tekst = scherm.wacht_op(vraag, f"{laatste}. maakt niet uit", "Ctrl-C")
        assert all(f" {nr}. " in tekst for nr in range(1, laatste + 1))
        assert len(tekst.splitlines()) <= hoogte
        scherm.typ(ENTER)
    assert scherm.einde() == 0


def test_escape_doet_niets(terminal: type[Terminal]) -> None:
    scherm = terminal("kies", "--doel", "klachten", "--vorm", "groep")
    scherm.wacht_op("Vraag 1 van 1", "maakt niet uit")
    scherm.typ("\x1b", "9", "\x1b", "2")
    assert "arg" not in scherm.wacht_op("● 2. jongeren")
    scherm.typ(OMLAAG)
    assert "arg" not in scherm.wacht_op("» ○ 3. kinderen")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


def test_een_dom_scherm_vraagt_niets(terminal: type[Terminal]) -> None:
    proces = pexpect.spawn(
        sys.executable,
        ["-m", "lpi_cli", "kies"],
        env={**os.environ, "TERM": "dumb", "PYTHONUTF8": "1"},
        timeout=LANG_GENOEG,
    )
    uitvoer = proces.read().decode()
    proces.close()
    assert proces.exitstatus == 0
    assert "Niet gevraagd" in uitvoer
    assert "\x1b" not in uitvoer


def test_een_scherm_zonder_term_vraagt_gewoon(terminal: type[Terminal]) -> None:
    """As on Windows, which does not know ``TERM``."""
    scherm = terminal("kies", TERM=None)
    scherm.wacht_op("Vraag 1 van 3")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


def test_op_een_terminal_is_er_kleur_tenzij_no_color(terminal: type[Terminal]) -> None:
    for kleurloos in (False, True):
        omgeving = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
        omgeving.pop("NO_COLOR", None)
        if kleurloos:
            omgeving["NO_COLOR"] = "1"
        proces = pexpect.spawn(sys.executable, ["-m", "lpi_cli", "lijst"], env=omgeving, timeout=LANG_GENOEG)
        uitvoer = proces.read()
        proces.close()
        assert (b"\x1b[" not in uitvoer) is kleurloos
