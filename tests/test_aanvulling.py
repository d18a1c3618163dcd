"""Completion with Tab: what a script gets to hear, and what is written in a start file.

What shells make of it is in ``test_shells``.
"""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shellingham import ShellDetectionFailure

from lpi_cli.catalogus import Catalogus
from lpi_cli.cli import _startbestand
from lpi_cli.kern.filters import FILTERS
from tests.conftest import CHECKOUT, Lpi, Uitkomst, in_dit_proces
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus
from tests.test_shells import BOOS

SCRIPTS = CHECKOUT / "src" / "lpi_cli" / "cli" / "aanvulling"

VulAan = Callable[..., list[str]]


@pytest.fixture
def vul_aan(lpi: Lpi) -> VulAan:
    """The lines that a script gets for a line of words; the last word is still being typed."""

    def antwoord(regel: str, shell: str = "zsh", **omgeving: str) -> list[str]:
        _, *woorden = f"{regel}|".split(" ")
        uitkomst = lpi(*woorden, _LPI_COMPLETE=shell, **omgeving)
        assert (uitkomst.status, uitkomst.stderr) == (0, "")
        return uitkomst.stdout.splitlines()

    return antwoord


def waarden(antwoord: list[str]) -> list[str]:
    """The candidates without their explanations."""
    return [regel.partition("\t")[0] for regel in antwoord[1:]]


# --- what can come --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("lpi ki", ["kies"]),
        ("lpi --aanv", ["--aanvulling", "--aanvulling-uit"]),
        ("lpi catalogus afw", ["afwijkingen"]),
        ("lpi toon ba", ["bamboo"]),
        ("lpi toon bamboo mindf", ["mindfit"]),
        ("lpi toon bamboo/", ["bamboo/kids", "bamboo/youth", "bamboo/adults", "bamboo/gems"]),
        ("lpi kosten pm-plus/g", ["pm-plus/groep"]),
        ("lpi rapport --voorstel Bamboo/Y", ["bamboo/youth"]),
        ("lpi toon --bronnen less", ["less-stress"]),
        ("lpi toon pm+", ["pm-plus"]),
        ("lpi zoek --taal u", ["uk", "ur"]),
        ("lpi zoek --taal oek", ["uk"]),
        ("lpi zoek --taal OEKRAI", ["uk"]),
        ("lpi zoek --taal=oek", ["--taal=uk"]),
        ("lpi zoek --bewijs goed-o", ["goed-onderbouwd"]),
        ("lpi zoek --kosteloos --vorm g", ["groep"]),
        ("lpi zoek --organisatie war", ["War Child"]),
        ("lpi zoek --kost", ["--kosteloos"]),
        ("lpi zoek --liefst kost", ["kosteloos"]),
        ("lpi zoek --liefst taal=oek", ["taal=uk"]),
        ("lpi zoek --keu", []),
        ("lpi zoek muz", []),
        ("lpi lijst --formaat j", ["json"]),
        ("lpi lijst --sorteer le", ["leeftijd"]),
        ("lpi uitleg tolk", ["tolken"]),
        ("lpi uitleg tolken tolk", []),
        ("lpi toets --doelgroep sta", []),
        ("lpi rapport --interventie mosa", ["mosaic"]),
        ("lpi onbekend ki", []),
        ("lpi zoek --onbekend u", []),
        ("lpi zoek --onbekend=u", []),
    ],
)
def test_wat_er_kan_komen(vul_aan: VulAan, regel: str, verwacht: list[str]) -> None:
    assert waarden(vul_aan(regel)) == verwacht


def test_bij_een_code_staat_de_naam(vul_aan: VulAan) -> None:
    assert vul_aan("lpi zoek --taal uk") == ["", "uk\tOekraïens"]


def test_waar_niets_hoeft_staan_de_opties(vul_aan: VulAan) -> None:
    assert {"--leeftijd", "--uit", "--catalogus", "--help"} <= set(waarden(vul_aan("lpi zoek ")))
    assert waarden(vul_aan("lpi catalogus controleer ")) == [], "a folder comes there"


@pytest.mark.parametrize(
    ("regel", "soort"),
    [
        ("lpi catalogus controleer ", "map"),
        ("lpi lijst --catalogus ", "map"),
        ("lpi lijst --catalogus=r", "map"),
        ("lpi web --uit ", "map"),
        ("lpi lijst --uit ", "bestand"),
        ("lpi toets ", "bestand"),
        ("lpi toon ", ""),
    ],
)
def test_mappen_en_bestanden_kent_de_shell_zelf(vul_aan: VulAan, regel: str, soort: str) -> None:
    assert vul_aan(regel)[0] == soort


def test_alles_wat_wordt_aangeboden_wordt_begrepen(catalogus: Catalogus) -> None:
    for filter_ in FILTERS:
        for waarde in filter_.keuzes(catalogus):
            filter_.lees(waarde, catalogus)


def test_fish_krijgt_een_naam_als_de_code_niet_zo_begint(vul_aan: VulAan) -> None:
    """It shows nothing that is unlike what was typed."""
    assert vul_aan("lpi zoek --taal oek", "fish")[1:] == ["Oekraïens\tOekraïens"]
    assert vul_aan("lpi zoek --taal uk", "fish")[1:] == ["uk\tOekraïens"]


def test_powershell_krijgt_hetzelfde_als_zsh(vul_aan: VulAan) -> None:
    assert vul_aan("lpi toon m", "powershell") == vul_aan("lpi toon m")


@pytest.mark.parametrize(
    ("regel", "blijft", "verwacht"),
    [
        ("lpi toon ba|", "lpi toon |", ["bamboo"]),
        ("lpi zoek --taal=oe|", "lpi zoek --taal=|", ["uk"]),
        ("lpi zoek --organisatie War\\ C|", "lpi zoek --organisatie |", ["War Child"]),
        ('lpi zoek --organisatie "War C|"', 'lpi zoek --organisatie "|"', ["War Child"]),
        ("lpi zoek --organisatie 'ARQ C|'", "lpi zoek --organisatie '|'", ["ARQ Centrum '45"]),
        ("lpi zoek --organisatie arq,\\ m|", "lpi zoek --organisatie arq,|", [" met lokale professionals in Haarlem"]),
        ("lpi zoek --taal $(x) --vorm g|", "lpi zoek --taal $(x) --vorm |", ["groep"]),
        ("lpi zoek --taal 'x|", "lpi zoek --taal '|", []),
    ],
)  # fmt: skip
def test_bash_geeft_de_regel_en_waar_een_woord_achter_komt(
    lpi: Lpi, regel: str, blijft: str, verwacht: list[str]
) -> None:
    assert waarden(lpi(regel, blijft, _LPI_COMPLETE="bash").stdout.splitlines()) == verwacht


# --- own catalogues, and whatever is wrong ----------------------------------------------


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    velden = {"naam": '"[bold]Praat[/bold] [red"', "organisatie": '"Großzorg: thuis"'}
    return schrijf_catalogus(
        tmp_path / "eigen",
        {
            "interventies/praatgroep.yaml": eigen_interventie("praatgroep", **velden),
            "interventies/fout.yaml": "id: iets-anders\n",
        },
    )


def test_eigen_aanbod_doet_mee_ook_als_er_een_fout_in_staat(vul_aan: VulAan, eigen: Path) -> None:
    assert "praatgroep" in waarden(vul_aan(f"lpi --catalogus {eigen} toon praat"))
    assert "praatgroep" in waarden(vul_aan(f"lpi toon --catalogus={eigen} praat"))
    assert "praatgroep" in waarden(vul_aan("lpi toon praat", LPI_CATALOGUS=str(eigen)))
    assert "praatgroep" in waarden(vul_aan("lpi toon --catalogus ~/eigen praat", HOME=str(eigen.parent)))
    assert waarden(vul_aan("lpi toon praat")) == []


def test_opmaak_in_een_naam_is_tekst(vul_aan: VulAan, eigen: Path) -> None:
    assert vul_aan("lpi toon praat", LPI_CATALOGUS=str(eigen))[1] == "praatgroep\t[bold]Praat[/bold] [red"


def test_stuurtekens_halen_de_shell_niet(vul_aan: VulAan) -> None:
    """No catalogue holds them: this is a second door."""
    aanbod = [SimpleNamespace(id="praat\x1b[31m\ngroep", naam="Praat\t\x07\u202egroep", varianten=())]
    with patch("lpi_cli.cli._opties.catalogus", return_value=SimpleNamespace(interventies=aanbod)):
        assert vul_aan("lpi toon praat") == ["", "praat groep\tPraat groep"]


def test_een_dubbele_punt_in_een_naam(lpi: Lpi, eigen: Path) -> None:
    """Where bash begins a new word."""
    regel = "lpi zoek --organisatie großzorg:"
    antwoord = lpi(f"{regel}|", f"{regel}|", _LPI_COMPLETE="bash", LPI_CATALOGUS=str(eigen))
    assert waarden(antwoord.stdout.splitlines()) == [" thuis"]


@pytest.mark.parametrize("map_", ["er-niet", "bestand", "leeg", "\x1b[31m"])
def test_een_catalogus_die_niet_kan_geeft_niets(vul_aan: VulAan, tmp_path: Path, map_: str) -> None:
    (tmp_path / "bestand").touch()
    (tmp_path / "leeg").mkdir()
    assert vul_aan("lpi toon ba", LPI_CATALOGUS=str(tmp_path / map_)) == []
    assert vul_aan(f"lpi toon --catalogus {tmp_path / map_} ba") == []


def test_een_fout_van_lpi_zelf_geeft_niets(vul_aan: VulAan) -> None:
    with patch("lpi_cli.cli._aanvulling._plek", side_effect=RecursionError):
        assert vul_aan("lpi toon ba") == []


@pytest.mark.parametrize("oud", ["complete_bash", "complete_zsh", "complete_fish", "source_zsh", ""])
def test_een_script_van_een_eerdere_versie_krijgt_niets(lpi: Lpi, oud: str) -> None:
    """That of zsh runs what it gets."""
    omgeving = {"_TYPER_COMPLETE_ARGS": "lpi toon ba", "COMP_WORDS": "lpi toon ba", "COMP_CWORD": "2"}
    assert lpi(_LPI_COMPLETE=oud, **omgeving) == Uitkomst("", "", 0)


# --- the scripts ------------------------------------------------------------------------


def test_geen_script_voert_iets_uit() -> None:
    for script in SCRIPTS.iterdir():
        regels = [regel for regel in script.read_text().splitlines() if not regel.lstrip().startswith("#")]
        assert not re.search(r"\b(eval|iex|Invoke-Expression|InvokeScript)\b", "\n".join(regels)), script.name


def test_powershell_laat_alleen_kaal_wat_niets_betekent() -> None:
    script = (SCRIPTS / "lpi.ps1").read_text()
    (kaal,) = re.findall(r"-notmatch '(.*)'", script)
    assert not any(re.match(kaal, naam) for naam in BOOS)
    assert not any(re.match(kaal, teken) for teken in " $`'\"‘’“”;&|(){}@#<>,%*?\\!~^")
    assert all(re.match(kaal, woord) for woord in ("bamboo", "18+", "--taal=uk"))
    assert "EscapeSingleQuotedStringContent($waarde)" in script


# --- the start file ---------------------------------------------------------------------


@pytest.fixture(params=["bash", "zsh", "fish"])
def startbestand(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The start file of the shell that runs the test, which is not there yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for naam in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setattr(_startbestand, "detect_shell", lambda: (request.param, request.param))
    bestand = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/completions/lpi.fish"}[request.param]
    (tmp_path / bestand).parent.mkdir(parents=True, exist_ok=True)
    return tmp_path / bestand


@pytest.fixture
def bashrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(_startbestand, "detect_shell", lambda: ("bash", "bash"))
    return tmp_path / ".bashrc"


def test_aan_is_een_regel_en_uit_neemt_alles_terug(lpi: Lpi, startbestand: Path) -> None:
    uitkomst = lpi("--aanvulling")
    assert uitkomst.stderr.startswith("Aanvullen met Tab staat aan voor ")
    assert str(startbestand) in uitkomst.stderr
    assert len(startbestand.read_text().splitlines()) == 1
    assert "Aanvullen met Tab staat uit voor " in lpi("--aanvulling-uit").stderr
    assert not startbestand.exists(), "it was not there before either"
    assert "stond al uit" in lpi("--aanvulling-uit").stderr


def test_nog_eens_aan_verandert_niets(lpi: Lpi, startbestand: Path) -> None:
    startbestand.write_text("# van mij\n")
    lpi("--aanvulling")
    eerst, toen = startbestand.read_bytes(), startbestand.stat()
    assert "stond al aan" in lpi("--aanvulling").stderr
    startbestand.write_bytes(eerst + b"# later\n")
    lpi("--aanvulling")
    assert startbestand.read_bytes() == eerst + b"# later\n"
    assert startbestand.stat().st_ino == toen.st_ino


def test_een_verouderde_regel_wordt_vervangen(lpi: Lpi, startbestand: Path) -> None:
    startbestand.write_text("# van mij")
    lpi("--aanvulling")
    actueel = startbestand.read_text()
    startbestand.write_text(actueel.replace("lpi_cli", "elders"))
    assert "staat aan" in lpi("--aanvulling").stderr
    assert startbestand.read_text() == actueel


@given(inhoud=st.binary(max_size=12) | st.text("a\r\n\ufeff#", max_size=6).map(str.encode))
def test_wat_er_al_stond_blijft_gelijk_tot_op_de_byte(
    inhoud: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assume(not inhoud.startswith(b"\xff\xfe"))
    bestand = tmp_path_factory.mktemp("thuis") / ".bashrc"
    bestand.write_bytes(inhoud)
    with patch.object(_startbestand, "detect_shell", lambda: ("bash", "bash")):
        in_dit_proces("--aanvulling", HOME=str(bestand.parent))
        met_regel = bestand.read_bytes()
        assert met_regel.startswith(inhoud + b"\ntest -r ")
        in_dit_proces("--aanvulling-uit", HOME=str(bestand.parent))
        assert bestand.read_bytes() == inhoud
        bestand.write_bytes(met_regel + b"later")
        in_dit_proces("--aanvulling-uit", HOME=str(bestand.parent))
    overgang = b"" if inhoud.endswith(b"\n") or not inhoud else b"\n"
    assert bestand.read_bytes() == inhoud + overgang + b"later"


def test_een_verwijzing_blijft_een_verwijzing(lpi: Lpi, bashrc: Path, tmp_path: Path) -> None:
    echt = tmp_path / "dotfiles" / "bashrc"
    echt.parent.mkdir()
    echt.write_text("# van mij\n")
    echt.chmod(0o640)
    bashrc.symlink_to(echt)
    lpi("--aanvulling")
    assert bashrc.is_symlink()
    assert _startbestand.MERK in echt.read_text()
    assert stat.S_IMODE(echt.stat().st_mode) == 0o640


def test_andere_plekken_voor_instellingen(
    lpi: Lpi, startbestand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZDOTDIR", str(tmp_path / "z"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "x"))
    lpi("--aanvulling")
    gemaakt = {str(een.relative_to(tmp_path)) for een in tmp_path.rglob("*") if een.is_file()}
    assert gemaakt in ({".bashrc"}, {"z/.zshrc"}, {"x/fish/completions/lpi.fish"})


VAN_TYPER = "_LPI_COMPLETE=complete_"


def test_wat_een_eerdere_versie_schreef_gaat_weg(lpi: Lpi, startbestand: Path, tmp_path: Path) -> None:
    oud = schrijf_catalogus(
        tmp_path,
        {
            ".bash_completions/lpi.sh": f"_lpi_completion() {{ env {VAN_TYPER}bash $1; }}\n",
            ".bashrc": f"# van mij\n\nsource '{tmp_path}/.bash_completions/lpi.sh'\n",
            ".zfunc/_lpi": f"#compdef lpi\neval $(env {VAN_TYPER}zsh lpi)\n",
            ".zshrc": "# van mij\n",
            ".config/fish/completions/lpi.fish": f'complete --command lpi --arguments "(env {VAN_TYPER}fish lpi)"\n',
        },
    )
    lpi("--aanvulling")
    tekst = startbestand.read_text()
    assert tekst.count("\n") == (1 if startbestand.suffix == ".fish" else 3)
    assert tekst.endswith(f"{_startbestand.MERK}\n")
    lpi("--aanvulling-uit")
    assert not startbestand.exists() or startbestand.read_text() == "# van mij\n"
    over = {een.name for een in oud.rglob("*") if een.is_file() and VAN_TYPER in een.read_text()}
    van_deze_shell = {".bashrc": "lpi.sh", ".zshrc": "_lpi", "lpi.fish": "lpi.fish"}[startbestand.name]
    assert over == {"lpi.sh", "_lpi", "lpi.fish"} - {van_deze_shell}


def test_een_script_van_iemand_anders_blijft_staan(lpi: Lpi, bashrc: Path) -> None:
    ander = bashrc.parent / ".bash_completions" / "lpi.sh"
    ander.parent.mkdir()
    ander.write_text("complete -W 'a b' lpi\n")
    lpi("--aanvulling")
    assert ander.exists()


def test_powershell_zegt_zelf_waar_zijn_startbestand_is(
    lpi: Lpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profiel, pwsh = tmp_path / "Documenten" / "profiel.ps1", tmp_path / "pwsh"
    pwsh.write_text(f"#!/bin/sh\necho '{profiel}'\n")
    pwsh.chmod(0o755)
    monkeypatch.setattr(_startbestand, "detect_shell", lambda: ("pwsh", str(pwsh)))
    monkeypatch.setattr(_startbestand.sys, "executable", "/thuis/d’Arc's/python")
    lpi("--aanvulling")
    regel = profiel.read_text()
    assert regel.startswith("if (Test-Path -LiteralPath '")
    assert f"lpi.ps1' '/thuis/d’’Arc''s/python' }} {_startbestand.MERK}\n" in regel
    profiel.write_text("# van mij\n", encoding="utf-16")
    eerst = profiel.read_bytes()
    uitkomst = lpi("--aanvulling")
    assert (uitkomst.status, uitkomst.stderr.count("\n")) == (1, 1)
    assert "UTF-16" in uitkomst.stderr
    assert profiel.read_bytes() == eerst


@pytest.mark.parametrize(
    ("maak", "zegt"),
    [
        (lambda bashrc: bashrc.mkdir(), "geen gewoon bestand"),
        (lambda bashrc: os.mkfifo(bashrc), "geen gewoon bestand"),
        (lambda bashrc: bashrc.symlink_to("/dev/null"), "geen gewoon bestand"),
        (lambda bashrc: bashrc.symlink_to(bashrc), "kan niet worden veranderd"),
        (lambda bashrc: bashrc.symlink_to(bashrc.parent / "er" / "niet"), "kan niet worden veranderd"),
    ],
)
def test_een_startbestand_dat_niet_kan_is_een_regel(
    lpi: Lpi, bashrc: Path, maak: Callable[[Path], object], zegt: str
) -> None:
    maak(bashrc)
    uitkomst = lpi("--aanvulling")
    assert (uitkomst.status, uitkomst.stdout, uitkomst.stderr.count("\n")) == (1, "", 1)
    assert uitkomst.stderr.startswith("Fout: ")
    assert zegt in uitkomst.stderr


@pytest.mark.parametrize("shell", ["sh", "nu", None])
def test_een_andere_shell_is_een_regel(lpi: Lpi, shell: str | None) -> None:
    uitkomst = ShellDetectionFailure() if shell is None else [(shell, shell)]
    with patch.object(_startbestand, "detect_shell", side_effect=uitkomst):
        gezegd = lpi("--aanvulling")
    assert (gezegd.status, gezegd.stderr.count("\n")) == (1, 1)
    assert "bash, zsh, fish of PowerShell" in gezegd.stderr
