"""Ask a question of which several answers may be chosen, in a terminal.

Arrow keys and numbers both work, and one can go back. Imported only when something is
really asked: it needs questionary.
"""

import os
import sys
import textwrap
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import Any, NamedTuple

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style
from questionary import Choice
from questionary.prompts.common import InquirerControl, create_inquirer_layout

UITLEG = "Pijltjes of cijfer: kiezen. Spatie: aan/uit. Enter: verder. Backspace: terug."
_STIJL = Style(
    [("vraag", "bold"), ("uitleg", ""), ("stap", "italic"), ("pointer", "bold"), ("selected", "bold")]
)


class Keuzevraag(NamedTuple):
    """What is asked: a short step line, the question, and the consideration behind it."""

    stap: str
    vraag: str
    overweging: str
    antwoorden: Sequence[tuple[str, str]]
    """Code and name of each answer."""
    geen_voorkeur: str
    """The name of the answer that leaves the question open."""


def kan_vragen() -> bool:
    """Whether there is a person at a terminal that can show a question."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def vraag_keuzes(vraag: Keuzevraag, gekozen: Sequence[str]) -> list[str] | None:
    """The chosen codes, empty for no preference; None to go back. Ctrl-C interrupts."""
    lijst = _keuzelijst(vraag, gekozen)
    applicatie: Application[list[str] | None] = Application(
        layout=create_inquirer_layout(lijst, lambda: _kop(vraag)),
        key_bindings=_toetsen(lijst),
        style=_STIJL,
        erase_when_done=True,
    )
    return applicatie.run()


def _keuzelijst(vraag: Keuzevraag, gekozen: Sequence[str]) -> InquirerControl:
    namen = [*vraag.antwoorden, ("", vraag.geen_voorkeur)]
    keuzes = [Choice(f"{nr}. {naam}", value=code) for nr, (code, naam) in enumerate(namen, 1)]
    lijst = InquirerControl(keuzes, pointer="»", use_indicator=True, show_description=False)
    lijst.selected_options = list(gekozen)
    return lijst


def _kop(vraag: Keuzevraag) -> list[tuple[str, str]]:
    breedte = max(min(get_terminal_size((80, 24)).columns, 100) - 1, 20)

    def regels(tekst: str) -> str:
        return textwrap.fill(tekst, breedte) + "\n"

    return [
        ("class:stap", regels(vraag.stap)),
        ("class:vraag", regels(vraag.vraag)),
        ("class:uitleg", "\n" + regels(vraag.overweging) + "\n"),
        ("class:stap", textwrap.fill(UITLEG, breedte)),
    ]


def _toetsen(lijst: InquirerControl) -> KeyBindings:
    toetsen = KeyBindings()

    def wissel(plek: int) -> None:
        """Switch one answer on or off; "no preference" and real answers exclude each other."""
        lijst.pointed_at = plek
        code = lijst.choices[plek].value
        aan = [ander for ander in lijst.selected_options if ander and code]
        lijst.selected_options = (
            [a for a in aan if a != code] if code in lijst.selected_options else [*aan, code]
        )

    @toetsen.add(Keys.Up)
    def _(event: KeyPressEvent) -> None:
        lijst.select_previous()

    @toetsen.add(Keys.Down)
    def _(event: KeyPressEvent) -> None:
        lijst.select_next()

    @toetsen.add(" ")
    def _(event: KeyPressEvent) -> None:
        wissel(lijst.pointed_at)

    for plek in range(min(len(lijst.choices), 9)):
        toetsen.add(str(plek + 1))(lambda event, plek=plek: wissel(plek))

    @toetsen.add(Keys.ControlM)
    def _(event: KeyPressEvent) -> None:
        gekozen: Any = lijst.selected_options or [lijst.get_pointed_at().value]
        event.app.exit(result=[code for code in gekozen if code])

    @toetsen.add(Keys.Backspace)
    @toetsen.add(Keys.Left)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=None)

    @toetsen.add(Keys.ControlC)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    return toetsen
