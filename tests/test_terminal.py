"""``lpi kies`` as a person sees it: in a real pseudo-terminal, on an emulated screen."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from tests.conftest import LANG_GENOEG
from tests.terminal import CTRL_C, ENTER, OMHOOG, OMLAAG, TERUG, Terminal


@pytest.fixture
def terminal() -> type[Terminal]:
    return Terminal


def _sla_extra_vragen_over(scherm: Terminal) -> None:
    for nr in (1, 2, 3):
        scherm.wacht_op(f"Extra vraag {nr} van 3")
        scherm.typ(ENTER)


def test_met_pijltjes_en_enter(terminal: type[Terminal]) -> None:
    scherm = terminal("kies")
    eerste = scherm.wacht_op("Vraag 1 van 3", "1. volwassenen", "» ○ 5. maakt niet uit")
    assert "toestemming" not in eerste
    scherm.typ(OMLAAG, OMLAAG, ENTER)
    scherm.wacht_op("Vraag 2 van 3; leeftijd: jongeren")
    scherm.typ(OMHOOG, ENTER)
    scherm.wacht_op("Vraag 3 van 3; leeftijd: jongeren; doel: klachten")
    scherm.typ(OMLAAG, ENTER)
    _sla_extra_vragen_over(scherm)
    einde = scherm.wacht_op("Dit past: 1 uit de voorselectie", "pm-plus ★")
    assert scherm.einde() == 0
    assert " van 3" not in einde, "the questions make room for the answer"


def test_wie_alleen_op_enter_drukt_zegt_dat_het_niet_uitmaakt(terminal: type[Terminal]) -> None:
    """And the answer fits a screen of 24 lines."""
    scherm = terminal("kies", hoogte=24)
    for nr in (1, 2, 3):
        scherm.wacht_op(f"Vraag {nr} van 3", "» ○", "maakt niet uit")
        scherm.typ(ENTER)
    _sla_extra_vragen_over(scherm)
    assert scherm.einde() == 0
    assert scherm.toont("Keuzehulp. Dit past: 5 uit de voorselectie van LOOP (★) en 30 andere.")
    opdracht = "--leeftijd geen-voorkeur --doel geen-voorkeur --vorm geen-voorkeur --alles"
    assert opdracht in scherm.tekst.replace("\n", "")
    assert len(scherm.tekst.splitlines()) < 24


def test_getypte_woorden_kiezen_of_worden_geweigerd(terminal: type[Terminal]) -> None:
    scherm = terminal("kies")
    scherm.wacht_op("Vraag 1 van 3", "maakt niet uit")
    scherm.typ("bejaarden", ENTER)
    scherm.wacht_op("'bejaarden' zegt niet genoeg. Die leeftijd heeft geen vaste grens")
    scherm.typ("ouderen", ENTER)
    scherm.wacht_op("'ouderen' leest lpi als 55+. Die grens is van ons", "Vraag 2 van 3; leeftijd: 55+")
    scherm.typ("weet niet", ENTER)
    scherm.wacht_op("Vraag 3 van 3; leeftijd: 55+; doel: maakt niet uit")
    scherm.typ("x", TERUG, "allebei", ENTER)
    scherm.wacht_op("Extra vraag 1 van 3")
    scherm.typ(TERUG)
    scherm.wacht_op("Vraag 3 van 3", "● 1. individueel", "● 2. in een groep")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


@pytest.mark.parametrize("toetsen", [(OMHOOG, ENTER), (OMHOOG, " ", ENTER)], ids=["enter", "spatie"])
def test_na_een_geweigerd_woord_kiest_men_met_pijltjes(
    terminal: type[Terminal], toetsen: tuple[str, ...]
) -> None:
    """The word makes room: else it would be refused again at every Enter."""
    scherm = terminal("kies", "--leeftijd", "18+", "--vorm", "groep")
    scherm.wacht_op("maakt niet uit")
    scherm.typ("resilience", ENTER)
    scherm.wacht_op("'resilience' is Engels")
    scherm.typ(*toetsen)
    scherm.wacht_op("Extra vraag 1 van 3")
    scherm.typ(ENTER, ENTER, ENTER)
    scherm.wacht_op("doel mentaal welzijn en voorkomen van ergere klachten")
    assert scherm.einde() == 0


def test_een_leeftijd_met_cijfers_kiest_geen_antwoord_per_ongeluk(terminal: type[Terminal]) -> None:
    scherm = terminal("kies", "--doel", "klachten", "--vorm", "groep")
    scherm.wacht_op("Vraag 1 van 1", "maakt niet uit")
    scherm.typ("1", "2")
    scherm.wacht_op("● 1. volwassenen", "● 2. jongeren")
    scherm.typ("-", "1", "6")
    scherm.wacht_op("Getypt: 12-16", "○ 1. volwassenen", "○ 2. jongeren")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


def test_drie_vragen_die_men_mag_overslaan_gaan_mee_als_opties(terminal: type[Terminal]) -> None:
    scherm = terminal("kies", "--leeftijd", "volwassenen", "--vorm", "groep")
    scherm.wacht_op("Vraag 1 van 1", "maakt niet uit")
    scherm.typ(ENTER)
    scherm.wacht_op("Extra vraag 1 van 3")
    scherm.typ("klingon", ENTER)
    scherm.wacht_op("'klingon' ken ik niet", "Extra vraag 1 van 3")
    scherm.typ("Syrisch", ENTER)
    scherm.wacht_op("'Syrisch' leest lpi als Arabisch", "Extra vraag 2 van 3")
    scherm.typ(TERUG)
    scherm.wacht_op("Extra vraag 1 van 3", "terug. Syrisch")
    scherm.typ("Tigrinya", ENTER)
    scherm.wacht_op("Extra vraag 2 van 3")
    scherm.typ("azc, Almelo", ENTER)
    scherm.wacht_op("Extra vraag 3 van 3")
    scherm.typ("24", ENTER)
    scherm.wacht_op("lpi toon")
    assert scherm.einde() == 0
    assert scherm.toont("setting azc; taal Tigrinya; regio Almelo")
    opdracht = scherm.tekst.replace("\n", "")
    assert "--setting azc --taal ti --regio Almelo --deelnemers 24" in opdracht


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
    _sla_extra_vragen_over(scherm)
    assert scherm.einde() == 0
    assert scherm.toont(
        "Keuzehulp voor leeftijd jongeren (12 tot 18 jaar) of kinderen (tot 12 jaar). Dit past"
    )


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
    _sla_extra_vragen_over(scherm)
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
        "Backspace: terug. Ctrl-C: stoppen. Een woord typen kan ook.",
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
    _sla_extra_vragen_over(scherm)
    assert scherm.einde() == 0


def test_escape_doet_niets(terminal: type[Terminal]) -> None:
    scherm = terminal("kies", "--doel", "klachten", "--vorm", "groep")
    scherm.wacht_op("Vraag 1 van 1", "maakt niet uit")
    scherm.typ("\x1b", "\x1b", "2")
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
