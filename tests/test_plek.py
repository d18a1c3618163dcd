"""Where something is written may be odd, or wanted by two at once: nothing of another is lost."""

import errno
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from lpi_cli.bestanden import alleen_in, schrijf_atomair
from lpi_cli.catalogus import laad
from tests.conftest import LANG_GENOEG, Lpi

MANIEREN = {"nieuw": (), "over iets heen": ("--overschrijf",)}
BEHEERDER = pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() != 0, reason="dit mag alleen de beheerder van deze machine"
)


def _bewaar(lpi: Lpi, bestand: Path, *opties: str) -> tuple[int, str]:
    """The status of writing an answer as JSON, and the message."""
    uitkomst = lpi("toon", "bamboo", "--formaat", "json", "--uit", str(bestand), *opties)
    assert uitkomst.stdout == ""
    return uitkomst.status, uitkomst.stderr.replace(str(bestand), bestand.name)


def _bestaat_al(naam: str) -> tuple[int, str]:
    return 2, f"Fout: {naam} bestaat al; kies een andere naam of voeg --overschrijf toe.\n"


# --- what is no plain file ------------------------------------------------------------


@BEHEERDER
@pytest.mark.parametrize("opties", MANIEREN.values(), ids=MANIEREN)
def test_een_apparaat_krijgt_de_uitvoer_en_blijft_een_apparaat(
    lpi: Lpi, tmp_path: Path, opties: tuple[str, ...]
) -> None:
    """Like ``/dev/null`` and ``/dev/full``, but not those that the machine needs."""
    leeg, vol = tmp_path / "leeg", tmp_path / "vol"
    for apparaat, nummer in ((leeg, 3), (vol, 7)):
        os.mknod(apparaat, stat.S_IFCHR | 0o666, os.makedev(1, nummer))
    assert _bewaar(lpi, leeg, *opties) == (0, "Bewaard: leeg\n")
    assert _bewaar(lpi, vol, *opties) == (1, "Fout: vol kan niet worden bewaard: de schijf is vol.\n")
    assert [bestand.is_char_device() for bestand in tmp_path.iterdir()] == [True, True]


@pytest.mark.parametrize("opties", MANIEREN.values(), ids=MANIEREN)
def test_een_pijp_brengt_de_uitvoer_naar_wie_leest(lpi: Lpi, tmp_path: Path, opties: tuple[str, ...]) -> None:
    pijp = tmp_path / "pijp"
    os.mkfifo(pijp)
    with os.fdopen(os.open(pijp, os.O_RDONLY | os.O_NONBLOCK), "rb") as lezer:
        assert _bewaar(lpi, pijp, *opties) == (0, "Bewaard: pijp\n")
        assert json.loads(lezer.read())["id"] == "bamboo"
    zonder_lezer = "Fout: pijp kan niet worden bewaard: het apparaat is er niet, of niemand leest de pijp.\n"
    assert _bewaar(lpi, pijp, *opties) == (1, zonder_lezer)
    assert pijp.is_fifo()


@pytest.mark.parametrize("opties", MANIEREN.values(), ids=MANIEREN)
def test_een_verwijzing_in_een_kring_blijft_wat_zij_is(
    lpi: Lpi, tmp_path: Path, opties: tuple[str, ...]
) -> None:
    kring = tmp_path / "kring"
    kring.symlink_to("kring")
    assert _bewaar(lpi, kring, *opties) == (
        1,
        "Fout: kring kan niet worden bewaard: de verwijzing wijst in een kring.\n",
    )
    assert str(kring.readlink()) == "kring"


def test_een_bestand_van_een_soort_die_niets_bewaart_wordt_geweigerd(lpi: Lpi, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as aansluiting:
        aansluiting.bind(str(tmp_path / "socket"))
    assert _bewaar(lpi, tmp_path / "socket", "--overschrijf") == (
        1,
        "Fout: socket kan niet worden bewaard: dat kan op deze plek niet.\n",
    )
    assert (tmp_path / "socket").is_socket()


def test_waar_een_verwijzing_heen_wijst_wordt_bewaard(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "verwijzing").symlink_to("doel")
    assert _bewaar(lpi, tmp_path / "verwijzing") == (0, "Bewaard: verwijzing\n")
    assert _bewaar(lpi, tmp_path / "verwijzing") == _bestaat_al("verwijzing")
    assert (str((tmp_path / "verwijzing").readlink()), (tmp_path / "doel").is_file()) == ("doel", True)


# --- whose it is, and what else it is called ------------------------------------------


def test_een_andere_naam_van_hetzelfde_bestand_houdt_wat_er_stond_en_dat_staat_er(
    lpi: Lpi, tmp_path: Path
) -> None:
    bestand, ander = tmp_path / "x.json", tmp_path / "ander"
    bestand.write_text("van mij")
    ander.hardlink_to(bestand)
    status, melding = _bewaar(lpi, bestand, "--overschrijf")
    assert (status, ander.read_text()) == (0, "van mij")
    assert melding.splitlines() == [
        "Bewaard: x.json",
        "Let op: x.json had nog een naam (harde link); daar staat nu nog wat er stond.",
    ]


def test_rechten_blijven(lpi: Lpi, tmp_path: Path) -> None:
    bestand = tmp_path / "x.json"
    bestand.write_text("van mij")
    bestand.chmod(0o640)
    os.utime(bestand, (0, 0))
    assert _bewaar(lpi, bestand, "--overschrijf") == (0, "Bewaard: x.json\n")
    staat = bestand.stat()
    assert (stat.S_IMODE(staat.st_mode), staat.st_mtime > 0) == (0o640, True)


@BEHEERDER
def test_de_eigenaar_blijft(lpi: Lpi, tmp_path: Path) -> None:
    bestand = tmp_path / "x.json"
    bestand.write_text("van mij")
    os.chown(bestand, 1234, 2345)
    assert _bewaar(lpi, bestand, "--overschrijf") == (0, "Bewaard: x.json\n")
    assert (bestand.stat().st_uid, bestand.stat().st_gid) == (1234, 2345)


@contextmanager
def als_iemand_anders() -> Iterator[Path]:
    """In the rights of a user who is nobody special, with a folder in which all may write."""
    map_ = Path(tempfile.mkdtemp())
    map_.chmod(0o777)
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield map_
    finally:
        os.seteuid(0)
        os.setegid(0)
        shutil.rmtree(map_)


@BEHEERDER
def test_een_bestand_van_een_ander_wordt_niet_ongemerkt_van_u() -> None:
    with als_iemand_anders() as map_:
        os.seteuid(0)
        (map_ / "x.json").write_text("van mij")
        (map_ / "x.json").chmod(0o666)
        os.seteuid(65534)
        let_op = schrijf_atomair(map_ / "x.json", b"nieuw")
        assert (map_ / "x.json").read_text() == "nieuw"
    assert let_op == ["x.json had een andere eigenaar of groep; nu is het bestand van u."]


@BEHEERDER
def test_wat_u_niet_mag_wijzigen_wordt_niet_vervangen() -> None:
    """Though the folder allows it."""
    with als_iemand_anders() as map_:
        (map_ / "x.json").write_text("van mij")
        (map_ / "x.json").chmod(0o444)
        with pytest.raises(PermissionError):
            schrijf_atomair(map_ / "x.json", b"nieuw")
        assert [(een.name, een.read_text()) for een in map_.iterdir()] == [("x.json", "van mij")]


# --- two at once ----------------------------------------------------------------------


@pytest.mark.parametrize("schijf", ["met harde links", "zonder harde links"])
def test_wie_een_naam_het_eerst_gebruikt_houdt_zijn_bestand(
    lpi: Lpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schijf: str
) -> None:
    def weiger(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def ander_is_eerder(greep: int) -> None:
        (tmp_path / "x.json").write_text("van een ander")

    if schijf == "zonder harde links":
        monkeypatch.setattr(Path, "hardlink_to", weiger)
    assert _bewaar(lpi, tmp_path / "y.json") == (0, "Bewaard: y.json\n")
    monkeypatch.setattr(os, "fsync", ander_is_eerder)
    assert _bewaar(lpi, tmp_path / "x.json") == _bestaat_al("x.json")
    assert (tmp_path / "x.json").read_text() == "van een ander"
    assert json.loads((tmp_path / "y.json").read_text())["id"] == "bamboo"
    assert sorted(bestand.name for bestand in tmp_path.iterdir()) == ["x.json", "y.json"]


def _tegelijk(map_: Path, *opdrachten: tuple[str, ...]) -> list[tuple[int, str]]:
    """Status and messages of commands that run at the same time."""
    processen = [
        subprocess.Popen(
            [sys.executable, "-m", "lpi_cli", *opdracht],
            cwd=map_,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for opdracht in opdrachten
    ]
    meldingen = [proces.communicate(timeout=LANG_GENOEG)[1] for proces in processen]
    return [(proces.returncode, melding) for proces, melding in zip(processen, meldingen, strict=True)]


def test_wie_tegelijk_iets_toevoegt_raakt_niets_kwijt(tmp_path: Path) -> None:
    namen = ["een", "twee", "drie", "vier", "vijf", "zes"]
    uitkomsten = _tegelijk(tmp_path, *(("catalogus", "nieuw", "regio", "--naam", naam) for naam in namen))
    assert [status for status, _ in uitkomsten] == [0] * len(namen)
    catalogus = laad([tmp_path / "regio"])
    assert catalogus.fouten == ()
    assert catalogus.herkomst.keys() == set(namen)
    assert {f"opgave-van-{naam}" for naam in namen} <= catalogus.bronnen.keys()
    mappen = {
        str(pad.relative_to(tmp_path)) for pad in tmp_path.rglob("*") if pad.suffix not in (".yaml", ".json")
    }
    assert mappen == {"regio", "regio/interventies", "regio/schema"}, "nothing else is left"


def test_wie_tegelijk_dezelfde_naam_kiest_hoort_het(tmp_path: Path) -> None:
    uitkomsten = sorted(_tegelijk(tmp_path, *[("catalogus", "nieuw", "regio", "--naam", "een")] * 3))
    geweigerd = (2, "Fout: regio/interventies/een.yaml bestaat al; kies een andere naam.\n")
    assert (uitkomsten[0][0], uitkomsten[1:]) == (0, [geweigerd] * 2)
    assert laad([tmp_path / "regio"]).fouten == ()


def test_ook_op_windows_is_een_map_van_een_tegelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There a folder cannot be locked: a file in it is, which goes when nobody has it any more."""
    op_slot: list[list[str]] = []

    def locking(greep: int, manier: int, aantal: int) -> None:
        op_slot.append([bestand.name for bestand in tmp_path.iterdir()])

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_LOCK=1))
    with alleen_in(tmp_path):
        assert op_slot == [[".lpi.slot"]]
    assert list(tmp_path.iterdir()) == []
