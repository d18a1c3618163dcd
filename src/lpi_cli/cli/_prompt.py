"""Let someone choose from given answers, or type a line, in a terminal.

Arrow keys and numbers both work, and one can go back or add a note. It needs questionary, so
``_interview`` imports it only when something is really asked.
"""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from shutil import get_terminal_size

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style
from questionary import Choice
from questionary.prompts.common import InquirerControl, create_inquirer_layout

from lpi_cli.cli._keuzevraag import Keuzevraag, Richting, Stap
from lpi_cli.signalen import met_herstel

UITLEG = "Pijltjes of cijfer: kiezen. Spatie: aan/uit. Enter: verder. Backspace: terug. Ctrl-C: stoppen."
UITLEG_NOTITIE = "N: notitie."
UITLEG_KORT = "Pijltjes en Enter. Stoppen: Ctrl-C."
"""For a low window: enough to answer, and to leave."""
INSPRONG = 8
"""Columns before the text of an answer: pointer, dot and number."""
_STIJL = Style([("vraag", "bold"), ("stap", "italic"), ("pointer", "bold"), ("selected", "bold")])


def laat_kiezen(keuzevraag: Keuzevraag, gekozen: Sequence[str]) -> list[str] | Stap:
    """The chosen codes, at least one; or a step back or aside. Ctrl-C interrupts."""
    lijst = _keuzelijst(keuzevraag, gekozen)
    applicatie: Application[list[str] | Stap] = Application(
        layout=create_inquirer_layout(lijst, lambda: _kop(keuzevraag, lijst)),
        key_bindings=_toetsen(lijst, keuzevraag),
        style=_STIJL,
        erase_when_done=True,
    )
    with met_herstel():
        return applicatie.run()


def laat_typen(wat: str, standaard: str = "") -> str:
    """A line of text, perhaps empty. Ctrl-C interrupts."""
    breedte = max(get_terminal_size((80, 24)).columns - 2, 20)
    veld = questionary.text(textwrap.fill(wat, breedte), default=standaard, qmark="", erase_when_done=True)
    with met_herstel():
        antwoord: str = veld.unsafe_ask()
    return antwoord.strip()


def _keuzelijst(keuzevraag: Keuzevraag, gekozen: Sequence[str]) -> InquirerControl:
    breedte = max(get_terminal_size((80, 24)).columns - INSPRONG, 20)
    keuzes = [
        Choice(textwrap.fill(f"{nr}. {naam}", breedte, subsequent_indent=" " * INSPRONG), value=code)
        for nr, (code, naam) in enumerate(keuzevraag.antwoorden, 1)
    ]
    lijst = InquirerControl(keuzes, pointer="»", use_indicator=True, show_description=False)
    lijst.selected_options = list(gekozen)
    lijst.pointed_at = next((nr for nr, keuze in enumerate(keuzes) if keuze.value == keuzevraag.begin), 0)
    return lijst


def _kop(keuzevraag: Keuzevraag, lijst: InquirerControl) -> list[tuple[str, str]]:
    """What stands above the answers: as much as the window has room for besides all of them."""
    venster = get_terminal_size((80, 24))
    ruimte = venster.lines - sum(str(keuze.title).count("\n") + 1 for keuze in lijst.choices)
    kop: list[tuple[str, str]] = []
    for kop in _koppen(keuzevraag, max(min(venster.columns, 100) - 1, 20)):
        if sum(tekst.count("\n") for _, tekst in kop) < ruimte:
            break
    return kop


def _koppen(keuzevraag: Keuzevraag, breedte: int) -> Iterator[list[tuple[str, str]]]:
    """The same from long to short: without its help, then with the keys in short, then only the question."""

    def regels(tekst: str) -> str:
        return textwrap.fill(tekst, breedte) + "\n"

    stap, zin = ("class:stap", regels(keuzevraag.stap)), ("class:vraag", regels(keuzevraag.tekst))
    toetsen = textwrap.fill(f"{UITLEG} {UITLEG_NOTITIE}" if keuzevraag.notitie else UITLEG, breedte)
    for aantal in range(len(keuzevraag.hulp), -1, -1):
        hulp = [("", "\n" + regels(alinea)) for alinea in keuzevraag.hulp[:aantal]]
        yield [stap, zin, *hulp, ("class:stap", "\n" + toetsen)]
    kort = ("class:stap", textwrap.fill(UITLEG_KORT, breedte))
    yield [stap, zin, kort]
    yield [zin, kort]


def _toetsen(lijst: InquirerControl, keuzevraag: Keuzevraag) -> KeyBindings:
    toetsen = KeyBindings()

    def bij(toets: str, doe: Callable[[KeyPressEvent], None]) -> None:
        toetsen.add(toets)(doe)

    bij(Keys.Any, lambda event: None)  # a key without a meaning does nothing
    toetsen.add(Keys.Escape, eager=True)(lambda event: None)  # nor does it begin another one
    bij(Keys.Up, lambda event: lijst.select_previous())
    bij(Keys.Down, lambda event: lijst.select_next())
    bij(" ", lambda event: _wissel(lijst, lijst.pointed_at, keuzevraag.alleen))
    for plek in range(min(len(lijst.choices), 9)):
        bij(str(plek + 1), partial(_wissel_met_cijfer, lijst, plek, keuzevraag.alleen))
    bij(Keys.ControlM, lambda event: event.app.exit(result=_antwoord(lijst)))
    for terug in (Keys.Backspace, Keys.Left):
        bij(terug, lambda event: event.app.exit(result=_stap(lijst, Richting.TERUG)))
    for notitie in ("n", "N") if keuzevraag.notitie else ():
        bij(notitie, lambda event: event.app.exit(result=_stap(lijst, Richting.NOTITIE)))
    for stop in (Keys.ControlC, Keys.SIGINT):
        bij(stop, lambda event: event.app.exit(exception=KeyboardInterrupt))
    return toetsen


def _wissel_met_cijfer(
    lijst: InquirerControl, plek: int, alleen: frozenset[str], event: KeyPressEvent
) -> None:
    _wissel(lijst, plek, alleen)


def _wissel(lijst: InquirerControl, plek: int, alleen: frozenset[str]) -> None:
    """Switch one answer on or off; an answer that stands alone takes the others off."""
    lijst.pointed_at = plek
    code = lijst.choices[plek].value
    if code in lijst.selected_options:
        lijst.selected_options.remove(code)
    elif code in alleen:
        lijst.selected_options = [code]
    else:
        lijst.selected_options = [c for c in lijst.selected_options if c not in alleen] + [code]


def _antwoord(lijst: InquirerControl) -> list[str]:
    """What is switched on, or else what the pointer stands at."""
    return list(lijst.selected_options or [lijst.get_pointed_at().value])


def _stap(lijst: InquirerControl, richting: Richting) -> Stap:
    return Stap(richting, list(lijst.selected_options), str(lijst.get_pointed_at().value))
