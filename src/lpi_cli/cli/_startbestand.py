"""The start file of a shell: one line in it switches completion with Tab on, and comes out again to the byte."""

import os
import re
import shlex
import subprocess
import sys
from codecs import BOM_UTF16_LE
from pathlib import Path

from shellingham import detect_shell  # type: ignore[import-untyped]

from lpi_cli.bestanden import oorzaak, schrijf_atomair
from lpi_cli.cli._uitvoer import BestandFout, melding

MERK = "# lpi: aanvullen met Tab; weg met: lpi --aanvulling-uit"
"""Ends our line."""
OUD = {"bash": ".bash_completions/lpi.sh", "zsh": ".zfunc/_lpi", "fish": ".config/fish/completions/lpi.fish"}
"""By shell: where in the home earlier versions put the script of Typer."""
VRAAG_PROFIEL = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
VAN_TYPER = b"_LPI_COMPLETE=complete_"
_ONZE = re.compile(
    rb"(?:\A\n|(?<=\n)\n|\n(?=.*\n?\Z))?^"
    rb"(?:.*%b|source .*/\.bash_completions/lpi\.sh'?|complete .*%b.*)\r?(?:\n|\Z)"
    % (re.escape(MERK.encode()), VAN_TYPER),
    re.MULTILINE,
)
"""A line of ours or of Typer, and the line break before it, unless that ends a line with others behind ours."""


def zet_aanvulling(*, aan: bool) -> None:
    """Switch completion on or off in the shell that runs this, and say so. Raises ``BestandFout``."""
    stand = "aan" if aan else "uit"
    try:
        shell, programma = detect_shell()
        bestand, regel = _startbestand(shell, programma)
    except (OSError, RuntimeError, LookupError, subprocess.SubprocessError):
        raise BestandFout(
            f"aanvullen met Tab kan hier niet {stand}. Het kan in een venster met bash, zsh, fish of PowerShell, "
            "van een gebruiker met een thuismap."
        ) from None
    try:
        veranderd = _zet(bestand, os.fsencode(f"{regel} {MERK}\n") if aan else b"")
        oud = Path.home() / OUD.get(shell, "")
        if oud.is_file() and VAN_TYPER in oud.read_bytes():
            oud.unlink()
    except OSError as fout:
        raise BestandFout(f"{bestand} kan niet worden veranderd: {oorzaak(fout)}.") from None
    hoe, verder = ("staat", " Open een nieuw venster om het te merken.") if veranderd else ("stond al", "")
    melding(f"Aanvullen met Tab {hoe} {stand} voor {shell}, in {bestand}.{verder}")


def _startbestand(shell: str, programma: str) -> tuple[Path, str]:
    """What ``shell`` reads when it starts, and what makes it read our script and know which Python has lpi.

    Raises ``LookupError`` when there is no completion for it.
    """
    scripts = Path(__file__).with_name("aanvulling")
    script, python = shlex.quote(str(scripts / f"lpi.{shell}")), shlex.quote(sys.executable)
    regel = f"test -r {script} && source {script} {python}"
    match shell:
        case "bash":
            return Path.home() / ".bashrc", regel
        case "zsh":
            return Path(os.environ.get("ZDOTDIR") or Path.home(), ".zshrc"), regel
        case "fish":
            map_ = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
            return Path(map_, "fish", "completions", "lpi.fish"), regel
        case "powershell" | "pwsh":
            vraag = [programma, "-NoProfile", "-Command", VRAAG_PROFIEL]
            profiel = subprocess.run(vraag, capture_output=True, check=True).stdout.decode().strip()  # noqa: S603
            paden = (str(scripts / "lpi.ps1"), sys.executable)
            script, python = (re.sub("['‘’‚‛]", r"\g<0>\g<0>", pad) for pad in paden)
            return Path(profiel), f"if (Test-Path -LiteralPath '{script}') {{ . '{script}' '{python}' }}"
    raise LookupError(shell)


def _zet(bestand: Path, regel: bytes) -> bool:
    """Let ``regel`` be the only line of ours in a file; whether that changed it. Raises ``OSError`` and ``BestandFout``."""
    if bestand.exists() and not bestand.is_file():
        raise BestandFout(f"{bestand} is geen gewoon bestand.")
    try:
        inhoud = bestand.read_bytes()
    except FileNotFoundError:
        inhoud = None
    tekst = inhoud or b""
    if tekst.startswith(BOM_UTF16_LE):
        raise BestandFout(f"{bestand} is opgeslagen als UTF-16. Bewaar het als UTF-8 en typ dit opnieuw.")
    if [een.strip() for een in _ONZE.findall(tekst)] == regel.splitlines():
        return False
    rest = _ONZE.sub(b"", tekst)
    van_ons = inhoud is None or (bool(tekst) and not rest and not tekst.startswith(b"\n"))
    if van_ons and not regel:
        bestand.resolve().unlink()
    else:
        bestand.parent.mkdir(parents=True, exist_ok=True)
        schrijf_atomair(bestand, rest + (b"" if van_ons or not regel else b"\n") + regel)
    return True
