"""Let someone choose from given answers, or type a line, in a terminal.

Arrow keys, numbers and words all work, and one can go back or add a note. It needs questionary, so
``_interview`` imports it only when something is really asked.
"""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from shutil import get_terminal_size

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style
from questionary import Choice
from questionary.prompts.common import InquirerControl, create_inquirer_layout

from lpi_cli.cli._keuzevraag import Keuzevraag, Stap, Staprichting
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.signalen import met_herstel

UITLEG = "Pijltjes of cijfer: kiezen. Spatie: aan/uit. Enter: verder. Backspace: terug. Ctrl-C: stoppen."
UITLEG_NOTITIE = "Tab: notitie."
UITLEG_WOORD = "Een woord typen kan ook."
UITLEG_KORT = "Pijltjes en Enter. Stoppen: Ctrl-C."
"""For a low window: enough to answer, and to leave."""
BIJ_CIJFERS = "-–+"
"""Signs that make an age of the digits before them: ``12-18``, ``55+``."""
INSPRONG = 8
"""Columns before the text of an answer: pointer, dot and number."""
_STIJL = Style([("vraag", "bold"), ("stap", "italic"), ("pointer", "bold"), ("selected", "bold")])


def laat_kiezen(keuzevraag: Keuzevraag, gekozen: Sequence[str]) -> list[str] | Stap:
    """The chosen codes, at least one; or a step back or aside. Ctrl-C interrupts."""
    keuze = _Keuze(keuzevraag, gekozen)
    applicatie: Application[list[str] | Stap] = Application(
        layout=create_inquirer_layout(keuze.lijst, lambda: _kop(keuze)),
        key_bindings=_toetsen(keuze),
        style=_STIJL,
        erase_when_done=True,
    )
    with met_herstel():
        return applicatie.run()


def laat_typen(wat: str, standaard: str = "", *, terug: bool = False) -> str | None:
    """A line of text, perhaps empty; None when one goes back, if that can. Ctrl-C interrupts.

    What is filled in already makes room for what one types.
    """
    breedte = max(get_terminal_size((80, 24)).columns - 2, 20)
    toetsen = KeyBindings()
    veld = questionary.text(
        textwrap.fill(wat, breedte), default=standaard, qmark="", erase_when_done=True, key_bindings=toetsen
    )
    buffer = veld.application.current_buffer
    aangeraakt = [not standaard]
    buffer.on_text_changed += lambda _: aangeraakt.append(True)
    buffer.on_cursor_position_changed += lambda _: aangeraakt.append(True)

    def vervang(event: KeyPressEvent) -> None:
        buffer.text = ""
        buffer.insert_text(event.data)

    for toets in (Keys.Any, Keys.BracketedPaste):
        toetsen.add(toets, filter=Condition(lambda: not any(aangeraakt)))(vervang)
    if terug:
        leeg = Condition(lambda: not buffer.text)
        toetsen.add(Keys.Backspace, filter=leeg)(lambda event: event.app.exit(result=None))
    with met_herstel():
        antwoord: str | None = veld.unsafe_ask()
    return antwoord and antwoord.strip()


class _Keuze:
    """What is being chosen: the answers with those that are on, and the word that is typed instead."""

    def __init__(self, keuzevraag: Keuzevraag, gekozen: Sequence[str]) -> None:
        self.vraag = keuzevraag
        self.lijst = _keuzelijst(keuzevraag, gekozen)
        self.getypt = self.fout = ""
        self._cijfers, self._voor_cijfers = "", list[str]()

    def cijfer(self, plek: int, event: KeyPressEvent) -> None:
        """A digit by itself is an answer; in a word, such as ``van 8 tot 12``, it is a sign."""
        if self.getypt:
            self.typ(event.data)
            return
        if not self._cijfers:
            self._voor_cijfers = list(self.lijst.selected_options)
        self.wissel(plek, self._cijfers + event.data)

    def teken(self, teken: str) -> None:
        """Put a sign behind the word. After digits ``-`` and ``+`` make ages of them: they were no answers."""
        if self.vraag.lees is not None and self._cijfers and teken in BIJ_CIJFERS:
            self.lijst.selected_options = self._voor_cijfers
            teken = self._cijfers + teken
        self._cijfers = ""
        self.typ(teken)

    def typ(self, tekst: str) -> None:
        """Put a sign, or what was pasted, behind the word; a word that was refused makes room."""
        if self.vraag.lees is not None:
            self.maak_ruimte()
            self.getypt += tekst

    def spatie(self) -> None:
        """Switch what is pointed at on or off; in a word it is a sign."""
        self.maak_ruimte()
        if self.getypt:
            self.typ(" ")
        else:
            self.wissel(self.lijst.pointed_at)

    def loop(self, stap: Callable[[], None]) -> None:
        """Point at the answer above or below."""
        self.maak_ruimte()
        stap()

    def maak_ruimte(self) -> None:
        """Drop a word that was refused: it would be refused again, however one answers now."""
        if self.fout:
            self.getypt = self.fout = ""

    def wis(self, aantal: int) -> None:
        """Take the last signs of the word away."""
        self.getypt, self.fout = self.getypt[:-aantal], ""

    def wissel(self, plek: int, cijfers: str = "") -> None:
        """Switch one answer on or off; an answer that stands alone takes the others off.

        ``cijfers``: the digits that did so, this one and those just before it.
        """
        self._cijfers = cijfers
        self.lijst.pointed_at = plek
        code = str(self.lijst.choices[plek].value)
        if code in self.lijst.selected_options:
            self.lijst.selected_options.remove(code)
        else:
            self._zet_aan(code)

    def antwoord(self) -> list[str] | None:
        """What is switched on, with what is typed, or else what is pointed at; None for a word that is refused."""
        if self.getypt and self.vraag.lees is not None:
            try:
                codes = self.vraag.lees(self.getypt)
            except Vraagfout as fout:
                self.fout = str(fout)
                return None
            for code in codes:
                self._zet_aan(code)
        return list(self.lijst.selected_options or [self.lijst.get_pointed_at().value])

    def stap(self, richting: Staprichting) -> Stap:
        return Stap(richting, list(self.lijst.selected_options), str(self.lijst.get_pointed_at().value))

    def _zet_aan(self, code: str) -> None:
        alleen = self.vraag.alleen
        rest = [] if code in alleen else [c for c in self.lijst.selected_options if c not in alleen | {code}]
        self.lijst.selected_options = [*rest, code]


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


def _kop(keuze: _Keuze) -> list[tuple[str, str]]:
    """What stands above the answers: as much as the window has room for besides all of them."""
    venster = get_terminal_size((80, 24))
    breedte = max(min(venster.columns, 100) - 1, 20)
    getypt = [textwrap.fill(f"Getypt: {keuze.getypt}", breedte)] if keuze.getypt else []
    getypt += [textwrap.fill(keuze.fout, breedte)] if keuze.fout else []
    onder = "".join(f"\n{regel}" for regel in getypt)
    ruimte = venster.lines - sum(str(een.title).count("\n") + 1 for een in keuze.lijst.choices)
    kop: list[tuple[str, str]] = []
    for boven in _koppen(keuze.vraag, breedte):
        kop = [*boven, ("class:vraag", onder)]
        if sum(tekst.count("\n") for _, tekst in kop) < ruimte:
            break
    return kop


def _koppen(keuzevraag: Keuzevraag, breedte: int) -> Iterator[list[tuple[str, str]]]:
    """The same from long to short: without its help, then with the keys in short, then only the question."""

    def regels(tekst: str) -> str:
        return textwrap.fill(tekst, breedte) + "\n"

    stap, zin = ("class:stap", regels(keuzevraag.stap)), ("class:vraag", regels(keuzevraag.tekst))
    ook = [UITLEG_NOTITIE] * keuzevraag.notitie + [UITLEG_WOORD] * (keuzevraag.lees is not None)
    toetsen = textwrap.fill(" ".join([UITLEG, *ook]), breedte)
    for aantal in range(len(keuzevraag.hulp), -1, -1):
        hulp = [("", "\n" + regels(alinea)) for alinea in keuzevraag.hulp[:aantal]]
        yield [stap, zin, *hulp, ("class:stap", "\n" + toetsen)]
    kort = ("class:stap", textwrap.fill(UITLEG_KORT, breedte))
    yield [stap, zin, kort]
    yield [zin, kort]


def _toetsen(keuze: _Keuze) -> KeyBindings:
    toetsen, lijst = KeyBindings(), keuze.lijst

    def bij(toets: str, doe: Callable[[KeyPressEvent], None]) -> None:
        toetsen.add(toets)(doe)

    bij(Keys.Any, lambda event: _bij_teken(keuze, event))  # a key without a meaning does nothing
    bij(Keys.BracketedPaste, lambda event: keuze.typ(" ".join(event.data.split())))
    toetsen.add(Keys.Escape, eager=True)(lambda event: None)  # nor does it begin another one
    bij(Keys.Up, lambda event: keuze.loop(lijst.select_previous))
    bij(Keys.Down, lambda event: keuze.loop(lijst.select_next))
    bij(" ", lambda event: keuze.spatie())
    for plek in range(min(len(lijst.choices), 9)):
        bij(str(plek + 1), partial(keuze.cijfer, plek))
    bij(Keys.ControlM, partial(_bij_enter, keuze))
    for terug in (Keys.Backspace, Keys.Left):
        bij(terug, partial(_bij_terug, keuze))
    if keuze.vraag.notitie:
        bij(Keys.Tab, lambda event: event.app.exit(result=keuze.stap(Staprichting.NOTITIE)))
    for stop in (Keys.ControlC, Keys.SIGINT):
        bij(stop, lambda event: event.app.exit(exception=KeyboardInterrupt))
    return toetsen


def _bij_teken(keuze: _Keuze, event: KeyPressEvent) -> None:
    toets = event.key_sequence[0].key
    if len(toets) == 1 and toets.isprintable():
        keuze.teken(toets)


def _bij_enter(keuze: _Keuze, event: KeyPressEvent) -> None:
    if (antwoord := keuze.antwoord()) is not None:
        event.app.exit(result=antwoord)


def _bij_terug(keuze: _Keuze, event: KeyPressEvent) -> None:
    if keuze.getypt:
        keuze.wis(1)
    else:
        event.app.exit(result=keuze.stap(Staprichting.TERUG))
