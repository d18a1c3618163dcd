"""Signals: who stops lpi, by Ctrl-C or otherwise, has it stop at once, quietly, with nothing half done left."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from lpi_cli import AFGEBROKEN

onderweg: set[Path] = set()
"""Files that have no name of their own yet; they go when lpi is stopped."""


def luister() -> None:
    """Stop at a signal from now on, but for those that whoever started lpi wants to be ignored, as ``nohup`` does."""
    for nummer in _signalen():
        signal.signal(nummer, stop)


def stop(nummer: int, frame: object = None) -> NoReturn:
    """End now, with what one expects after this signal. Nothing is unwound, so nothing can hold it up."""
    for bestand in list(onderweg):
        with suppress(OSError):
            bestand.unlink()
    if nummer != signal.SIGINT:
        signal.signal(nummer, signal.SIG_DFL)
        signal.raise_signal(nummer)
    os._exit(AFGEBROKEN)


@contextmanager
def met_herstel() -> Iterator[None]:
    """Let a signal end a question first, so that the terminal is given back as it was; then stop."""
    ontvangen: list[int] = []

    def onderbreek(nummer: int, frame: object) -> None:
        if not ontvangen:
            ontvangen.append(nummer)
            raise KeyboardInterrupt

    eerder = [(nummer, signal.signal(nummer, onderbreek)) for nummer in _signalen()]
    try:
        yield
    finally:
        for nummer, afhandeling in eerder:
            signal.signal(nummer, afhandeling)
        if ontvangen:
            stop(ontvangen[0])


def _signalen() -> list[signal.Signals]:
    """Those that mean stop, as far as this system has them, and they are not ignored."""
    namen = {"SIGINT", "SIGTERM", "SIGHUP"} & set(signal.Signals.__members__)
    return [n for naam in namen if signal.getsignal(n := signal.Signals[naam]) is not signal.SIG_IGN]
