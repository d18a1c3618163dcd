"""A person at the prompt of bash, zsh or fish, for tests of completion."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from tests.terminal import lees

TAB, ENTER = "\t", "\r"
PROMPT = "» "
GEDULD = 120
"""Seconds after which nothing more comes of a line, however busy the machine is."""
STARTBESTANDEN = {
    "bash": (".bashrc", f"PS1='{PROMPT}'\n"),
    "zsh": (".zshrc", f"PS1='{PROMPT}'\n"),
    "fish": (
        ".config/fish/config.fish",
        f"set -g fish_greeting\nfunction fish_prompt; echo -n '{PROMPT}'; end\n",
    ),
}


class Shell:
    """A shell of somebody with an own home, who works in the folder ``map_``; lpi is on the path."""

    def __init__(self, naam: str, map_: Path, cache: Path) -> None:
        self.naam, self.map_, self.thuis = naam, map_, map_ / "thuis"
        programma = shutil.which(naam)
        if programma is None:
            pytest.fail(f"geen {naam}: installeer het")
        self.programma = programma
        bestand, inhoud = STARTBESTANDEN[naam]
        self.proces: Any = None
        self.startbestand = self.thuis / bestand
        self.startbestand.parent.mkdir(parents=True)
        self.startbestand.write_text(inhoud)
        self._zonder_handleidingen()
        self.omgeving = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "HOME": str(self.thuis),
            "XDG_CACHE_HOME": str(cache),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
        }

    def _zonder_handleidingen(self) -> None:
        """In a new home fish would read all manuals of the machine, and go on after the test."""
        (self.thuis / ".local" / "share" / "fish" / "generated_completions").mkdir(parents=True)

    def voer_uit(self, opdracht: str) -> str:
        """What a command says on standard error, without a person at the prompt."""
        klaar = subprocess.run(
            [self.programma, "-c", f"{opdracht}; true"],  # more than one, so that the shell stays
            capture_output=True,
            text=True,
            cwd=self.map_,
            env=self.omgeving,
            check=True,
        )
        return klaar.stderr

    def open(self, **omgeving: str) -> None:
        """A new window instead of the one there was; ``omgeving``: variables that are set there."""
        self.sluit()
        self.scherm = pyte.Screen(120, 60)
        self.stroom = pyte.ByteStream(self.scherm)
        self.proces = pexpect.spawn(
            self.programma,
            ["-d", "-i"] if self.naam == "zsh" else ["-i"],  # -d: without the start files of the machine
            dimensions=(60, 120),
            cwd=self.map_,
            env={**self.omgeving, **omgeving},
        )
        self.wacht(lambda: PROMPT.strip() in self.tekst)

    def sluit(self) -> None:
        if self.proces is not None:
            self.proces.close(force=True)

    @property
    def tekst(self) -> str:
        return lees(self.scherm)

    def typ(self, *toetsen: str) -> None:
        self.proces.send("".join(toetsen))

    def wacht(self, klaar: Callable[[], bool]) -> None:
        """Read what the shell writes until ``klaar`` says so."""
        einde = time.monotonic() + GEDULD
        while not klaar():
            assert time.monotonic() < einde, f"nothing comes of it:\n{self.tekst}"
            with suppress(pexpect.TIMEOUT):
                self.stroom.feed(self.proces.read_nonblocking(65536, timeout=0.05))

    def wacht_op(self, tekst: str) -> str:
        """The whole screen, when ``tekst`` is on it."""
        self.wacht(lambda: tekst in self.tekst)
        return self.tekst

    def wacht_op_bestand(self, naam: str) -> str:
        """What is in a file, when it is there."""
        self.wacht((self.map_ / naam).exists)
        return (self.map_ / naam).read_text()
