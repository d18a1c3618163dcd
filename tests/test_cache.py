"""The cache is a shortcut, never a source: what lpi did not put there itself changes nothing."""

import json
import os
import pwd
import shutil
import stat
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.cache import GROFSTE_KLOK
from lpi_cli.catalogus.gereed import Gereed, _som
from tests.conftest import Lpi
from tests.test_eigen_catalogus import PRIJS, eigen_interventie, schrijf_catalogus
from tests.test_plek import BEHEERDER, als_iemand_anders

BRON = "{titel: Sociale kaart, jaar: 2025, datum: maart 2025, omschrijving: Lijst van aanbod.}"


@pytest.fixture
def regio(tmp_path: Path) -> Path:
    """An own catalogue that has something in every part, faults too."""
    return schrijf_catalogus(
        tmp_path / "regio",
        {
            "interventies/praatgroep.yaml": eigen_interventie("praatgroep", setting="[noaberhuis]"),
            "interventies/mindfit-regio.yaml": PRIJS,
            "interventies/kapot.yaml": "naam: [\n",
            "bronnen.yaml": f"sociale-kaart: {BRON}\n",
            "begrippen.yaml": "setting:\n  noaberhuis: {naam: noaberhuis, uitleg: Buurthuis in Twente.}\n",
        },
    )


@pytest.fixture
def cachemap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache; what changed just now is kept there as well."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("lpi_cli.catalogus.cache.GROFSTE_KLOK", 0)
    return tmp_path / "cache" / "lpi"


def _alles(catalogus: Catalogus) -> list[Any]:
    delen = ("begrippen", "bronnen", "keuzehulp", "kwaliteitscriteria", "cijfers", "uitleg", "interventies")
    eigen = ("zoekteksten", "herkomst", "bronmappen", "fouten", "let_op")
    return [getattr(catalogus, naam) for naam in (*delen, *eigen)]


def _cache_van(regio: Path, cachemap: Path) -> Path:
    """The file that is kept of an own catalogue, beside that of the bundled one."""
    laad([regio])
    (cache,) = [bestand for bestand in cachemap.iterdir() if b"Praatgroep" in bestand.read_bytes()]
    return cache


def _met_goede_som(inhoud: bytes, wijzig: Callable[[list[Any]], None]) -> bytes:
    """A ready file with other lines, and a sum that is right for them."""
    kop, *regels = [json.loads(regel) for regel in inhoud.splitlines()]
    wijzig(regels)
    rest = "".join(f"{json.dumps(regel, ensure_ascii=False, separators=(',', ':'))}\n" for regel in regels)
    kop["som"] = _som(kop["delen"], rest.encode())
    vervalst = json.dumps(kop).encode() + b"\n" + rest.encode()
    assert Gereed(vervalst).is_heel
    return vervalst


def _vervals(cache: Path, wijzig: Callable[[list[Any]], None]) -> None:
    """What only its owner, or who may do everything, can do: another text, with the sum and time of the old."""
    toen = cache.stat()
    cache.write_bytes(_met_goede_som(cache.read_bytes(), wijzig))
    os.utime(cache, ns=(toen.st_atime_ns, toen.st_mtime_ns))


# --- whose it is ----------------------------------------------------------------------


def _als_verwijzing(plek: Path) -> None:
    plek.rename(plek.with_name("elders"))
    plek.symlink_to("elders")


VREEMD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "map waarin de groep mag schrijven": ("map", lambda plek: plek.chmod(0o775)),
    "map waarin ieder mag schrijven": ("map", lambda plek: plek.chmod(0o777)),
    "map die een verwijzing is": ("map", _als_verwijzing),
    "map van een ander": ("map", lambda plek: os.chown(plek, 1234, -1)),
    "bestand dat de groep mag wijzigen": ("bestand", lambda plek: plek.chmod(0o664)),
    "bestand dat een verwijzing is": ("bestand", _als_verwijzing),
    "bestand van een ander": ("bestand", lambda plek: os.chown(plek, 1234, -1)),
}


@pytest.mark.parametrize(
    ("plek", "maak_vreemd"),
    [
        pytest.param(*een, id=naam, marks=[BEHEERDER] if "ander" in naam else [])
        for naam, een in VREEMD.items()
    ],
)
def test_wat_een_ander_in_de_cache_kon_leggen_wordt_niet_gebruikt_en_blijft_liggen(
    lpi: Lpi, regio: Path, cachemap: Path, plek: str, maak_vreemd: Callable[[Path], object]
) -> None:
    cache = _cache_van(regio, cachemap)
    _vervals(cache, _hernoem)
    opdracht = ("lijst", "--catalogus", str(regio), "--formaat", "csv")
    assert "Spookgroep" in lpi(*opdracht).stdout, "of oneself it would be used: all is right"
    maak_vreemd(cachemap if plek == "map" else cache)
    ervoor = _staten(cachemap.parent)
    uitkomst = lpi(*opdracht)
    assert (uitkomst.status, "Praatgroep" in uitkomst.stdout, "Spookgroep" in uitkomst.stdout) == (
        0,
        True,
        False,
    )
    assert _staten(cachemap.parent) == ervoor


def _staten(map_: Path) -> dict[Path, tuple[int, ...]]:
    staten = [(pad, pad.lstat()) for pad in map_.rglob("*")]
    return {pad: (staat.st_mode, staat.st_ino, staat.st_uid, staat.st_mtime_ns) for pad, staat in staten}


def _hernoem(regels: list[Any]) -> None:
    for regel in regels:
        if isinstance(regel, list) and regel[:1] == ["praatgroep"]:
            regel[regel.index("Praatgroep")] = "Spookgroep"


@pytest.mark.parametrize("maak", [os.mkfifo, os.mkdir], ids=["een pijp", "een map"])
def test_wat_geen_bestand_is_houdt_niets_op(
    lpi: Lpi, regio: Path, cachemap: Path, maak: Callable[[Path], None]
) -> None:
    cache = _cache_van(regio, cachemap)
    cache.unlink()
    maak(cache)
    assert lpi("lijst", "--catalogus", str(regio)).status == 0
    assert not cache.is_file()


@BEHEERDER
def test_wat_de_beheerder_klaarzette_wordt_gebruikt(
    regio: Path, cachemap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with als_iemand_anders() as map_:
        os.seteuid(0)
        monkeypatch.setenv("XDG_CACHE_HOME", str(map_))
        shutil.copytree(regio, map_ / "regio")
        cache = _cache_van(map_ / "regio", map_ / "lpi")
        _vervals(cache, _hernoem)
        for pad in (cache.parent, cache):
            pad.chmod(0o755)
        os.seteuid(65534)
        assert "Spookgroep" in {interventie.naam for interventie in laad([map_ / "regio"]).interventies}


def test_de_cache_is_van_niemand_anders_te_lezen(regio: Path, cachemap: Path) -> None:
    cache = _cache_van(regio, cachemap)
    assert [stat.S_IMODE(pad.stat().st_mode) for pad in (cachemap, cache)] == [0o700, 0o600]


# --- what is in it --------------------------------------------------------------------

VORMEN = [None, 5, "tekst", ["tekst"], [[]], {"a": 5}, {"a": {"b": 5}}]


@pytest.mark.parametrize("van", ["eigen", pytest.param("meegeleverd", marks=pytest.mark.lang)])
def test_wat_iets_anders_schreef_wordt_opnieuw_gemaakt(regio: Path, cachemap: Path, van: str) -> None:
    """Whatever it holds, and though the sum is right."""
    cache = _cache_van(regio, cachemap)
    if van == "meegeleverd":
        (cache,) = set(cachemap.iterdir()) - {cache}
    goed, inhoud = _alles(laad([regio])), cache.read_bytes()
    delen = [*json.loads(inhoud.splitlines()[0])["delen"], "interventie"]
    anders = [partial(_zet, nr, vorm) for nr, vorm in zip(range(len(delen)), cycle(VORMEN), strict=False)]
    for wijzig in (*anders, _hernoem, _maak_onzin, lambda regels: None):
        cache.write_bytes(_met_goede_som(inhoud, wijzig))
        assert _alles(laad([regio])) == goed, wijzig
        assert cache.read_bytes() == inhoud, wijzig


def _maak_onzin(regels: list[Any]) -> None:
    """Of the right type all the way down, but no word that exists."""
    regels[-1] = json.loads(json.dumps(regels[-1]).replace('"deelnemers"', '"onzin"'))


def _zet(nr: int, waarde: Any, regels: list[Any]) -> None:
    regels[nr] = waarde


def test_een_deel_dat_ontbreekt_wordt_opnieuw_gemaakt(regio: Path, cachemap: Path) -> None:
    cache = _cache_van(regio, cachemap)
    goed, inhoud = _alles(laad([regio])), cache.read_bytes()
    kop, _, *regels = inhoud.splitlines(keepends=True)
    zonder = json.loads(kop)
    del zonder["delen"][0]
    zonder["som"] = _som(zonder["delen"], b"".join(regels))
    cache.write_bytes(json.dumps(zonder).encode() + b"\n" + b"".join(regels))
    assert (_alles(laad([regio])), cache.read_bytes()) == (goed, inhoud)


def test_een_schijf_met_een_grove_klok_houdt_een_cache(
    regio: Path, cachemap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gives a file a time that is a little off."""
    cache = _cache_van(regio, cachemap)
    toen = cache.stat().st_mtime_ns
    _vervals(cache, _hernoem)
    os.utime(cache, ns=(toen, toen - 1_500_000_000))
    monkeypatch.setattr("lpi_cli.catalogus.cache.GROFSTE_KLOK", GROFSTE_KLOK)
    assert "Spookgroep" in {interventie.naam for interventie in laad([regio]).interventies}


# --- who has no place for it ----------------------------------------------------------


@pytest.mark.parametrize("thuis", [None, "", "hier"])
def test_zonder_thuismap_en_zonder_account_werkt_alles_zonder_cache(
    lpi: Lpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, thuis: str | None
) -> None:
    def onbekend(nummer: int) -> None:
        raise KeyError(f"getpwuid(): uid not found: {nummer}")

    monkeypatch.setattr(pwd, "getpwuid", onbekend)
    monkeypatch.setattr("lpi_cli.catalogus.cache.GROFSTE_KLOK", 0)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("HOME")
    if thuis is not None:
        monkeypatch.setenv("HOME", thuis)
    (tmp_path / "hier").mkdir()
    uitkomst = lpi("lijst", map_=tmp_path / "hier")
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert list((tmp_path / "hier").iterdir()) == []
