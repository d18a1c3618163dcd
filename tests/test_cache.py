"""The cache is a shortcut, never a source: what lpi did not put there itself changes nothing."""

import json
import os
import pwd
import shutil
import stat
from collections.abc import Callable, Iterator
from functools import partial, reduce
from itertools import cycle, islice, product
from operator import getitem
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.gereed import NIET_GEREED, Gereed, _som
from lpi_cli.catalogus.laden import laad_basis
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.record import klopt
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
    cache.write_bytes(_met_goede_som(cache.read_bytes(), _hernoem))
    opdracht = ("lijst", "--catalogus", str(regio), "--formaat", "csv")
    assert "Spookgroep" in lpi(*opdracht).stdout, "of oneself it would be used: the sum is right"
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
        cache.write_bytes(_met_goede_som(cache.read_bytes(), _hernoem))
        for pad in (cache.parent, cache):
            pad.chmod(0o755)
        os.seteuid(65534)
        assert "Spookgroep" in {interventie.naam for interventie in laad([map_ / "regio"]).interventies}


def test_de_cache_is_van_niemand_anders_te_lezen(regio: Path, cachemap: Path) -> None:
    cache = _cache_van(regio, cachemap)
    assert [stat.S_IMODE(pad.stat().st_mode) for pad in (cachemap, cache)] == [0o700, 0o600]


# --- what is in it --------------------------------------------------------------------

VORMLOOS = [None, 5, "tekst", ["tekst"], [[]], {"a": 5}, {"a": {"b": 5}}]


@pytest.mark.parametrize("van", ["eigen", "meegeleverd"])
def test_een_deel_met_een_verkeerde_vorm_wordt_opnieuw_gemaakt(regio: Path, cachemap: Path, van: str) -> None:
    cache = _cache_van(regio, cachemap)
    if van == "meegeleverd":
        (cache,) = set(cachemap.iterdir()) - {cache}
    goed, inhoud = _alles(laad([regio])), cache.read_bytes()
    delen = [*json.loads(inhoud.splitlines()[0])["delen"], "interventie"]
    for (nr, deel), vormloos in zip(enumerate(delen), cycle(VORMLOOS), strict=False):
        cache.write_bytes(_met_goede_som(inhoud, partial(_zet, nr, vormloos)))
        assert _alles(laad([regio])) == goed, (deel, vormloos)
        assert cache.read_bytes() == inhoud, (deel, vormloos)


def test_elke_verkeerde_vorm_van_een_deel_wordt_gezien(regio: Path, cachemap: Path) -> None:
    inhoud, basis = _cache_van(regio, cachemap).read_bytes(), laad_basis()
    delen = [*json.loads(inhoud.splitlines()[0])["delen"], "interventie"]
    for (nr, deel), vormloos in product(enumerate(delen), VORMLOOS):
        vervalst = Gereed(_met_goede_som(inhoud, partial(_zet, nr, vormloos)), vertrouwd=False)
        with pytest.raises(NIET_GEREED):
            pytest.fail(f"{deel}: {Catalogus(basis, vervalst, [regio]).bouw()}")


def test_elke_verkeerde_vorm_van_een_veld_wordt_gezien() -> None:
    """However deep it stands: of a list of rows the first stands for all."""
    gezien = 0
    for rij in islice(laad_basis().interventies(), 5):
        assert klopt(Interventie, rij)
        for *erheen, laatste in _paden(rij):
            plek = reduce(getitem, erheen, rij)
            goed = plek[laatste]
            ander = ["tekst" if isinstance(goed, int) else 5, {"a": 5}]
            for plek[laatste] in ander if goed is not None else ander[1:]:
                assert not klopt(Interventie, rij), (*erheen, laatste)
                gezien += 1
            plek[laatste] = goed
    assert gezien > 500


def _paden(rij: list[Any]) -> Iterator[tuple[int, ...]]:
    """Where a value stands in a row; of a list with rows in it only those of the first."""
    is_lijst = bool(rij) and all(isinstance(deel, list) for deel in rij)
    for nr, deel in enumerate(rij[:1] if is_lijst else rij):
        yield (nr,)
        if isinstance(deel, list):
            yield from ((nr, *pad) for pad in _paden(deel))


@pytest.mark.parametrize("aantal", [-1, 1])
def test_een_veld_te_veel_of_te_weinig_wordt_gezien(aantal: int) -> None:
    rij = next(laad_basis().interventies())
    assert klopt(Interventie, rij)
    assert not klopt(Interventie, rij[:-1] if aantal < 0 else [*rij, None])


def _zet(nr: int, waarde: Any, regels: list[Any]) -> None:
    regels[nr] = waarde


@pytest.mark.parametrize("deel", ["herkomst", "zoekteksten"])
def test_een_deel_dat_leeg_is_maar_het_niet_kan_zijn_wordt_opnieuw_gemaakt(
    regio: Path, cachemap: Path, deel: str
) -> None:
    cache = _cache_van(regio, cachemap)
    goed, inhoud = _alles(laad([regio])), cache.read_bytes()
    nr = json.loads(inhoud.splitlines()[0])["delen"].index(deel)
    cache.write_bytes(_met_goede_som(inhoud, partial(_zet, nr, {})))
    assert (_alles(laad([regio])), cache.read_bytes()) == (goed, inhoud)


def test_een_deel_dat_ontbreekt_wordt_opnieuw_gemaakt(regio: Path, cachemap: Path) -> None:
    cache = _cache_van(regio, cachemap)
    goed, inhoud = _alles(laad([regio])), cache.read_bytes()
    kop, _, *regels = inhoud.splitlines(keepends=True)
    zonder = json.loads(kop)
    del zonder["delen"][0]
    zonder["som"] = _som(zonder["delen"], b"".join(regels))
    cache.write_bytes(json.dumps(zonder).encode() + b"\n" + b"".join(regels))
    assert (_alles(laad([regio])), cache.read_bytes()) == (goed, inhoud)


def test_wat_lpi_zelf_bewaarde_kost_geen_tweede_blik(
    regio: Path, cachemap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large catalogue would start a third slower."""
    cache = _cache_van(regio, cachemap)
    bekeken: list[object] = []
    monkeypatch.setattr("lpi_cli.catalogus.gereed.klopt", lambda soort, rij: not bekeken.append(soort))
    goed = _alles(laad([regio]))
    assert bekeken == []
    cache.write_bytes(cache.read_bytes())
    assert _alles(laad([regio])) == goed
    assert Interventie in bekeken, "another wrote it, though the same"


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
