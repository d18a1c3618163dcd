"""Whatever goes wrong halfway: the old file or the whole new one is there, and the message is one line."""

import os
import re
import resource
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest

from tests.conftest import LANG_GENOEG, Lpi, paren
from tests.terminal import CTRL_C, ENTER, Terminal
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus
from tests.test_fuzz import UITGEBREID

OUD = "dit stond er al\n"
SCHRIJVERS = {
    "toon": ("toon", "bamboo", "--uit", "x.md"),
    "zoek": ("zoek", "--uit", "x.xlsx"),
    "web": ("web", "--uit", "."),
    "rapport": ("rapport", "--interventie", "mosaic", "--deelnemers", "15", "--uit", "x.docx"),
    "kies": ("kies", "--opslaan", "x.yaml"),
    "toets": ("toets", "--sjabloon", "--opslaan", "x.yaml"),
}
"""Every way to write a file; ``web`` names it itself."""


def _doel(map_: Path, opdracht: tuple[str, ...]) -> Path:
    return map_ / (opdracht[-1] if opdracht[0] != "web" else "index.html")


TRAAG = """
import os, time
os.fsync = lambda greep: time.sleep(60)
from lpi_cli.__main__ import main
main()
"""


@contextmanager
def _halverwege(lpi: Lpi, map_: Path, opdracht: tuple[str, ...]) -> Iterator[subprocess.Popen[bytes]]:
    """A command that is in the midst of writing its file in ``map_``."""
    lpi("lijst")  # so that the catalogue is in the cache, and the only file written is ours
    vooraf = set(map_.iterdir())
    proces = subprocess.Popen(
        [sys.executable, "-c", TRAAG, *opdracht],
        cwd=map_,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        _wacht_tot(lambda: any(bestand.stat().st_size for bestand in set(map_.iterdir()) - vooraf))
        yield proces
    finally:
        proces.kill()
        proces.communicate()


@pytest.mark.parametrize("opdracht", SCHRIJVERS.values(), ids=SCHRIJVERS)
def test_midden_in_het_schrijven_gestopt_blijft_het_oude_bestand(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...]
) -> None:
    doel = _doel(tmp_path, opdracht)
    doel.write_text(OUD)
    with _halverwege(lpi, tmp_path, (*opdracht, "--overschrijf")):
        pass  # it is killed
    assert doel.read_text() == OUD
    assert all(re.fullmatch(r"\.lpi-.*\.tmp", naam.name) for naam in set(tmp_path.iterdir()) - {doel})
    assert lpi(*opdracht, "--overschrijf", map_=tmp_path).status == 0
    assert doel.read_bytes() != OUD.encode()


STOPPEN = {signal.SIGINT: 130, signal.SIGTERM: -signal.SIGTERM, signal.SIGHUP: -signal.SIGHUP}
"""A signal, and how a program ends by it."""


@pytest.mark.parametrize(("opdracht", "signaal"), paren(SCHRIJVERS.values(), STOPPEN))
def test_een_signaal_tijdens_het_schrijven_laat_niets_achter(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...], signaal: signal.Signals
) -> None:
    with _halverwege(lpi, tmp_path, opdracht) as proces:
        proces.send_signal(signaal)
        stdout, stderr = proces.communicate(timeout=LANG_GENOEG)
    assert (proces.returncode, stdout) == (STOPPEN[signaal], b"")
    assert b"Traceback" not in stderr
    assert list(tmp_path.iterdir()) == []


BIJ_IMPORT = """
import os, sys
module, signaal = sys.argv.pop(1), int(sys.argv.pop(1))
class Seingever:
    def find_spec(self, naam, *_):
        if naam == module:
            os.kill(os.getpid(), signaal)
sys.meta_path.insert(0, Seingever())
from lpi_cli.__main__ import main
main()
"""


MODULES = ["lpi_cli.signalen", "lpi_cli.cli", "typer", "lpi_cli.cli.lijst", "lpi_cli.weergave.formaat.tabel"]


@pytest.mark.parametrize(("module", "signaal"), paren(MODULES, STOPPEN))
def test_een_signaal_terwijl_lpi_start_eindigt_stil(module: str, signaal: signal.Signals) -> None:
    klaar = subprocess.run(
        [sys.executable, "-c", BIJ_IMPORT, module, str(signaal.value), "lijst"],
        capture_output=True,
        timeout=LANG_GENOEG,
        check=False,
    )
    assert (klaar.returncode, klaar.stdout, klaar.stderr) == (STOPPEN[signaal], b"", b"")


def test_lpi_begint_met_luisteren() -> None:
    """The command that one types starts where ``python -m lpi_cli`` does."""
    (begin,) = entry_points(group="console_scripts", name="lpi")
    assert begin.value == "lpi_cli.__main__:main"


OP_EEN_MOMENT = """
import os, sys
moment, signaal = int(sys.argv.pop(1)), int(sys.argv.pop(1))
def tel(frame, event, arg):
    global moment
    moment -= 1
    if moment == 0:
        os.kill(os.getpid(), signaal)
from lpi_cli import __main__
sys.setprofile(tel)
__main__.main()
"""


MOMENTEN = (5, 50, 500, 1_000, 10_000, 50_000, 100_000, 200_000, 400_000, 800_000)
"""Counted in calls of functions, from the first that lpi makes to beyond the last."""
MEER_MOMENTEN = Random(15).sample(range(300_000), 200) if UITGEBREID else []


@pytest.mark.lang
@pytest.mark.parametrize("signaal", STOPPEN)
def test_een_signaal_op_welk_moment_ook_eindigt_stil(
    lpi: Lpi, tmp_path: Path, signaal: signal.Signals
) -> None:
    lpi("lijst")
    for moment in (*MOMENTEN, *MEER_MOMENTEN):
        klaar = subprocess.run(
            [sys.executable, "-c", OP_EEN_MOMENT, str(moment), str(signaal.value), "lijst", "--uit", "x.csv"],
            cwd=tmp_path,
            capture_output=True,
            timeout=LANG_GENOEG,
            check=False,
        )
        assert klaar.returncode in (STOPPEN[signaal], -signaal, 0), moment
        assert klaar.stderr in (b"", b"Bewaard: x.csv\n")
        assert [bestand.name for bestand in tmp_path.iterdir() if bestand.name != "x.csv"] == []
        (tmp_path / "x.csv").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("opdracht", "signaal"), paren([("kies",), ("rapport", "--interventie", "mosaic")], STOPPEN)
)
def test_een_signaal_bij_een_vraag_geeft_het_scherm_terug(
    opdracht: tuple[str, ...], signaal: signal.Signals
) -> None:
    mens = Terminal(*opdracht)
    ervoor = termios.tcgetattr(mens.proces.child_fd)
    mens.wacht_op("Voor")
    mens.wacht_op_rust()
    assert termios.tcgetattr(mens.proces.child_fd) != ervoor, "a question takes the terminal over"
    mens.proces.kill(signaal)
    mens.einde()
    assert (mens.proces.exitstatus, mens.proces.signalstatus) == (
        (130, None) if signaal is signal.SIGINT else (None, signaal)
    )
    assert mens.tekst == "", "no traceback, and the question is gone"


BLADERAAR = "trap '' INT; cat; echo einde van de notitie; read toets </dev/tty"
"""Like ``less``: it hears Ctrl-C itself, and waits for a key."""


def test_ctrl_c_bij_het_bladeren_is_voor_wie_bladert() -> None:
    opdracht = ("rapport", "--interventie", "mosaic", "--deelnemers", "15", "--formaat", "tabel")
    mens = Terminal(*opdracht, hoogte=20, PAGER=BLADERAAR)
    mens.wacht_op("einde van de notitie")
    mens.typ(CTRL_C, ENTER)
    assert mens.einde() == 0


def test_wat_genegeerd_moet_worden_stopt_niets(lpi: Lpi, tmp_path: Path) -> None:
    """As ``nohup`` asks."""
    opdracht = (
        f"trap '' HUP; exec {sys.executable} -c '{BIJ_IMPORT}' lpi_cli.cli {signal.SIGHUP.value} --version"
    )
    klaar = subprocess.run(["sh", "-c", opdracht], capture_output=True, check=False)
    assert (klaar.returncode, klaar.stdout[:4]) == (0, b"lpi ")


BEWAAKT = """
import os, sys
VERBODEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile")
def kijk(wat, _):
    if wat.startswith(VERBODEN):
        os.write(2, wat.encode())
        os._exit(99)
sys.addaudithook(kijk)
from lpi_cli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "opdracht",
    [
        *SCHRIJVERS.values(),
        ("kosten", "--deelnemers", "15"),
        ("vergelijk", "bamboo", "mindfit"),
        ("uitleg", "tolken"),
        ("catalogus", "controleer", "eigen"),
        ("catalogus", "nieuw", "ander", "--naam", "Praat"),
    ],
    ids=" ".join,
)
def test_geen_opdracht_zoekt_verbinding_of_start_een_programma(
    tmp_path: Path, opdracht: tuple[str, ...]
) -> None:
    """Python itself tells of both, and would stop it."""
    schrijf_catalogus(tmp_path / "eigen", {"interventies/praatgroep.yaml": eigen_interventie("praatgroep")})
    klaar = subprocess.run(
        [sys.executable, "-c", BEWAAKT, *opdracht],
        cwd=tmp_path,
        env={**os.environ, "LPI_CATALOGUS": "eigen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr


def _wacht_tot(gebeurd: Callable[[], bool]) -> None:
    for _ in range(600):
        if gebeurd():
            return
        time.sleep(0.05)
    pytest.fail("het schrijven begon niet")


@pytest.fixture
def schijf(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 16 kB."""
    map_ = tmp_path / "schijf"
    map_.mkdir()
    gelukt = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(map_)], capture_output=True, check=False
    )
    if gelukt.returncode:
        pytest.skip("een eigen schijf maken mag alleen de beheerder van deze machine")
    yield map_
    subprocess.run(["umount", str(map_)], check=True)


@pytest.mark.parametrize("opdracht", SCHRIJVERS.values(), ids=SCHRIJVERS)
def test_op_een_volle_schijf_blijft_het_oude_bestand(
    lpi: Lpi, schijf: Path, opdracht: tuple[str, ...]
) -> None:
    doel = _doel(schijf, opdracht)
    doel.write_text(OUD)
    (schijf / "vol").write_bytes(b"x" * 4096 * 3)
    uitkomst = lpi(*opdracht, "--overschrijf", map_=schijf)
    assert (uitkomst.status, uitkomst.stderr.count("de schijf is vol")) == (1, 1)
    assert doel.read_text() == OUD
    assert sorted(bestand.name for bestand in schijf.iterdir()) == sorted([doel.name, "vol"])


def test_op_een_volle_schijf_blijft_een_startbestand_heel(lpi: Lpi, schijf: Path) -> None:
    (schijf / ".bashrc").write_text(OUD)
    (schijf / "vol").write_bytes(b"x" * 4096 * 3)
    with patch("lpi_cli.cli._startbestand.detect_shell", return_value=("bash", "bash")):
        uitkomst = lpi("--aanvulling", HOME=str(schijf))
    assert (uitkomst.status, uitkomst.stderr.count("de schijf is vol")) == (1, 1)
    assert (schijf / ".bashrc").read_text() == OUD


@pytest.mark.parametrize("opdracht", SCHRIJVERS.values(), ids=SCHRIJVERS)
def test_op_een_schijf_die_alleen_te_lezen_is_staat_een_regel(
    lpi: Lpi, schijf: Path, opdracht: tuple[str, ...]
) -> None:
    doel = _doel(schijf, opdracht)
    doel.write_text(OUD)
    subprocess.run(["mount", "-o", "remount,ro", str(schijf)], check=True)
    uitkomst = lpi(*opdracht, "--overschrijf", map_=schijf, HOME=str(schijf), XDG_CACHE_HOME=str(schijf))
    assert (uitkomst.status, "alleen-lezen" in uitkomst.stderr) == (1, True)
    assert doel.read_text() == OUD


def test_een_bestand_dat_niet_groter_mag_worden_is_een_regel(tmp_path: Path) -> None:
    klaar = subprocess.run(
        [sys.executable, "-m", "lpi_cli", "lijst", "--uit", "x.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
        check=False,
    )
    assert (klaar.returncode, klaar.stderr.count("\n")) == (1, 1)
    assert klaar.stderr.startswith("Fout: x.json kan niet worden bewaard: ")
    assert list(tmp_path.iterdir()) == []


def _met_stroom(stroom: str, *opdracht: str) -> subprocess.CompletedProcess[str]:
    """Run ``lpi`` with a stream as the shell writes it, such as ``>&-`` for one that is closed."""
    return subprocess.run(
        ["sh", "-c", f'"$0" -m lpi_cli "$@" {stroom}', sys.executable, *opdracht],
        capture_output=True,
        text=True,
        timeout=LANG_GENOEG,
        check=False,
    )


@pytest.mark.parametrize(
    "opdracht",
    [("lijst",), ("toon", "bamboo", "--formaat", "json"), ("uitleg",), ("--help",), ("--version",)],
)
def test_een_gesloten_uitvoer_eindigt_gewoon_en_stil(opdracht: tuple[str, ...]) -> None:
    klaar = _met_stroom(">&-", *opdracht)
    assert (klaar.returncode, klaar.stdout) == (0, "")
    assert "Fout" not in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_met_gesloten_uitvoer_blijft_een_fout_te_lezen() -> None:
    klaar = _met_stroom(">&-", "zoek", "--leeftijd", "foo")
    assert (klaar.returncode, len(klaar.stderr.splitlines())) == (2, 1)
    assert "is geen leeftijd" in klaar.stderr


def test_met_gesloten_meldingen_komt_het_antwoord_er_gewoon_uit() -> None:
    klaar = _met_stroom("2>&-", "lijst", "--formaat", "csv")
    assert (klaar.returncode, len(klaar.stdout.splitlines())) == (0, 40)


@pytest.mark.parametrize(
    ("opdracht", "status"),
    [(("lijst", "--uit", "x.csv"), 0), (("zoek", "--leeftijd", "foo"), 2), (("toets", "weg.yaml"), 1)],
)
def test_meldingen_die_niet_te_schrijven_zijn_veranderen_de_afloop_niet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opdracht: tuple[str, ...], status: int
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _met_stroom("2>/dev/full", *opdracht).returncode == status
    assert [bestand.name for bestand in tmp_path.iterdir()] == (["x.csv"] if status == 0 else [])


def test_met_gesloten_invoer_wordt_niets_gevraagd() -> None:
    klaar = _met_stroom("<&-", "kies", "--leeftijd", "ouders")
    assert (klaar.returncode, "mind-spring" in klaar.stdout) == (0, True)
    assert "Niet gevraagd" in klaar.stderr


def test_meldingen_die_niemand_leest_veranderen_de_uitkomst_niet() -> None:
    lezen, schrijven = os.pipe()
    os.close(lezen)
    klaar = subprocess.run(
        [sys.executable, "-m", "lpi_cli", "toets", "bamboo", "--streng"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=schrijven,
        check=False,
    )
    os.close(schrijven)
    assert klaar.returncode == 0
    assert b"BAMBOO: voldoet" in klaar.stdout


PROMPTS = {
    "kies-leeftijd": (("kies",), [], "Voor wie zoekt u"),
    "kies-doel": (("kies",), [ENTER], "Wat wilt u vooral bereiken"),
    "kies-vorm": (("kies",), [ENTER, ENTER], "Individueel of in een groep"),
    "toets-naam": (("toets",), [], "Hoe heet de interventie"),
    "toets-doelgroep": (("toets",), ["x" + ENTER], "Voor welke doelgroep"),
    "toets-id-doelgroep": (("toets", "less-stress"), [], "Voor welke doelgroep"),
    "toets-vraag": (("toets", "less-stress"), [ENTER], "vraag 1 van"),
    "rapport-leeftijd": (("rapport",), [], "Voor wie zoekt u"),
    "rapport-aantal": (("rapport", "--interventie", "mosaic"), [], "Voor hoeveel mensen"),
    "rapport-bestand": (("rapport", "--interventie", "mosaic"), ["15" + ENTER], "Waar bewaren"),
    "nieuw-map": (("catalogus", "nieuw"), [], "In welke map"),
    "nieuw-naam": (("catalogus", "nieuw", "regio"), [], "Hoe heet de interventie"),
    "toets-notitie": (("toets", "less-stress"), [ENTER, "\t"], "Notitie bij dit antwoord"),
}
"""Every prompt: the command, the keys that lead to it, and what it says."""


LAATSTE = {opdracht: naam for naam, (opdracht, *_) in PROMPTS.items()}.values()
"""Of every command the prompt that is furthest away."""


@pytest.mark.parametrize(
    ("opdracht", "toetsen", "prompt"),
    [
        pytest.param(*prompt, id=naam, marks=[] if naam in LAATSTE else [pytest.mark.lang])
        for naam, prompt in PROMPTS.items()
    ],
)
def test_ctrl_c_bij_elke_vraag_eindigt_stil(
    tmp_path: Path, opdracht: tuple[str, ...], toetsen: list[str], prompt: str
) -> None:
    mens = Terminal(*opdracht, map_=tmp_path)
    for nr, toets in enumerate(toetsen):
        mens.wacht_op(list(_vragen(opdracht))[nr])
        mens.typ(toets)
    mens.wacht_op(prompt)
    mens.typ(CTRL_C)
    assert mens.einde() == 130
    assert "Traceback" not in mens.tekst
    assert list(tmp_path.iterdir()) == []


def _vragen(opdracht: tuple[str, ...]) -> Iterator[str]:
    """The prompts of a command, in the order in which they come."""
    yield from (prompt for ander, _, prompt in PROMPTS.values() if ander == opdracht)
