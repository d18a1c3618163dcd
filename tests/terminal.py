"""A person at a terminal, for tests: keys go in, the screen can be read."""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

from tests.conftest import LANG_GENOEG

OMHOOG, OMLAAG, ENTER, TERUG, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\r", "\x7f", "\x03", "\x04"
HOOGTE = 200
"""Rows: high enough that no result scrolls away."""


class Terminal:
    """A terminal with a person: keys go in, the screen can be read."""

    def __init__(
        self,
        *argumenten: str,
        breedte: int = 80,
        hoogte: int = HOOGTE,
        map_: Path | None = None,
        programma: Sequence[str] = ("-m", "lpi_cli"),
        **omgeving: str | None,
    ) -> None:
        """``omgeving``: variables of the environment; None takes one away."""
        volledig = {
            **os.environ,
            "TERM": "xterm-256color",
            "PYTHONUTF8": "1",
            "PROMPT_TOOLKIT_NO_CPR": "1",
            **omgeving,
        }
        self.scherm = pyte.Screen(breedte, HOOGTE)
        self.stroom = pyte.ByteStream(self.scherm)
        self.proces = pexpect.spawn(
            sys.executable,
            [*programma, *argumenten],
            dimensions=(hoogte, breedte),
            cwd=map_,
            env={naam: waarde for naam, waarde in volledig.items() if waarde is not None},
            timeout=LANG_GENOEG,
        )
        self.proces.delaybeforesend = None
        self.proces.delayafterclose = self.proces.ptyproc.delayafterclose = 0

    @property
    def tekst(self) -> str:
        return lees(self.scherm)

    def toont(self, tekst: str) -> bool:
        """Whether ``tekst`` is on the screen, also when it is broken over lines."""
        return " ".join(tekst.split()) in " ".join(self.tekst.split())

    def wacht_op(self, *teksten: str) -> str:
        """Read until all ``teksten`` are on the screen, which comes in parts; returns the whole screen."""
        while not all(map(self.toont, teksten)):
            try:
                self.stroom.feed(self.proces.read_nonblocking(4096, timeout=LANG_GENOEG))
            except (pexpect.EOF, pexpect.TIMEOUT):
                for tekst in teksten:
                    assert self.toont(tekst), f"{tekst!r} is not on the screen:\n{self.tekst}"
        return self.tekst

    def wacht_op_rust(self) -> None:
        """Until the program waits for a key; what is on the screen says only that it drew that."""
        staat = Path(f"/proc/{self.proces.pid}/stat")
        while staat.exists() and ") S " not in staat.read_text():
            time.sleep(0.01)

    def typ(self, *toetsen: str) -> None:
        for toets in toetsen:
            self.proces.send(toets)

    def einde(self) -> int:
        """Read all that is left, and the exit status."""
        while True:
            try:
                self.stroom.feed(self.proces.read_nonblocking(4096, timeout=LANG_GENOEG))
            except pexpect.EOF:
                break
        self.proces.close()
        return self.proces.exitstatus if self.proces.exitstatus is not None else -1


def lees(scherm: pyte.Screen) -> str:
    """What is on the screen; its ``display`` would read every empty place too."""
    rijen = scherm.buffer
    return "\n".join(_regel(rijen.get(nr, {})) for nr in range(max(rijen, default=-1) + 1)).strip()


def _regel(rij: Mapping[int, pyte.screens.Char]) -> str:
    tekens = (rij[plek].data if plek in rij else " " for plek in range(max(rij, default=-1) + 1))
    return "".join(tekens).rstrip()
