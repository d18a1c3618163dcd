"""Where a result goes: the screen, a pipe or a file, in the format that was asked for."""

import errno
import os
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

import typer

from lpi_cli import AFGEBROKEN
from lpi_cli.bestanden import is_doorgang, is_er, oorzaak, schrijf_atomair
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.formaat import ALLEEN_BESTAND, EXTENSIES, VOOR_SCHERM, formaat
from lpi_cli.weergave.tekst import VASTE_SPATIE, onbreekbaar, op_een_regel

if TYPE_CHECKING:
    from datetime import date

_VERVANGING = str.maketrans(
    {"★": "*", "█": "#", "●": "*", "◆": "+", "○": "o", "€": "EUR", "–": "-", "—": "-", "×": "x", "…": "...", "’": "'", "‘": "'",
     "“": '"', "”": '"', "≥": ">=", "≤": "<=", "≠": "!", "±": "+-"}
)  # fmt: skip


MEESTE_RIJEN = 50
"""Rows of a list that a terminal shows by itself."""
EXTRA_MET = {"openpyxl": "xlsx", "docx": "docx"}
"""The module that an extra of the package brings → its name, which is that of the format."""
AANWIJZING = "Spatie\\: verder   b\\: terug   q\\: klaar"
"""What ``less`` says at the foot, where it shows only a colon by itself; signs that mean something there have a stroke."""
SMALSTE_SCHERM = 30
"""Columns; a narrower screen is written for as if it had these."""


class BestandFout(Exception):
    """A file cannot be written or read; the message is one Dutch line."""


class Uitvoer(NamedTuple):
    """How and where to show: ``formaat`` a name or None, ``bestand`` None is the screen."""

    formaat: str | None
    bestand: Path | None
    overschrijf: bool
    alles: bool = False
    """Show long lists on a terminal as a whole."""
    voet: Callable[[], str] = str
    """What stands below a document."""
    sjabloon: bytes | None = None
    """A Word document whose styles and pages to use."""
    dag: "date | None" = None
    """On which it is made."""

    def toon(self, beeld: Beeld, *, blader: bool = False) -> None:
        """Render and write. ``blader``: in a pager when it does not fit on the terminal.

        Raises ``Vraagfout`` or ``BestandFout``.
        """
        naam, beeld.voet = self.formaatnaam(), self.voet
        if self.sjabloon and naam != "docx":
            raise Vraagfout("--sjabloon is alleen voor Word. Bewaar als Word: --uit advies.docx")
        if naam == VOOR_SCHERM and not self.bestand and not self.alles and sys.stdout.isatty():
            beeld = beeld.ingekort(MEESTE_RIJEN)
        inhoud = formaat(naam).render(beeld, self._blad() if self.bestand else _scherm())
        if self.bestand is not None:
            bewaar(self.bestand, inhoud, overschrijf=self.overschrijf)
        elif blader and naam == VOOR_SCHERM and _past_niet_op_terminal(inhoud):
            _blader(inhoud.decode())
        else:
            naar_scherm(inhoud, gegevens=naam != "tabel")

    def _blad(self) -> Scherm:
        """A file, with the moment at which it is made."""
        from datetime import UTC, datetime

        nu = datetime.now(UTC)
        moment = datetime.combine(self.dag, nu.timetz()) if self.dag else nu
        return Scherm(moment=moment, sjabloon=self.sjabloon)

    def controleer(self) -> None:
        """Fail before any work when the format or file cannot be used."""
        if self.bestand is not None:
            weiger_bestaand(self.bestand, overschrijf=self.overschrijf)
        self.formaatnaam()

    def formaatnaam(self) -> str:
        """The name of the format. Raises ``Vraagfout`` when it is unknown or unclear."""
        if self.formaat is not None:
            lees_naam(self.formaat, EXTENSIES, "formaat")
        if self.bestand is None:
            naam = self.formaat or VOOR_SCHERM
            if naam in ALLEEN_BESTAND:
                raise Vraagfout(f"{naam} kan niet op het scherm. Voeg toe: --uit bestand{EXTENSIES[naam][0]}")
            return naam
        return self._uit_bestandsnaam(self.bestand)

    def _uit_bestandsnaam(self, bestand: Path) -> str:
        uit_naam = next(
            (n for n, extensies in EXTENSIES.items() if bestand.suffix.lower() in extensies), None
        )
        if self.formaat is not None and uit_naam not in (None, self.formaat):
            raise Vraagfout(
                f"--uit {bestand} en --formaat {self.formaat} spreken elkaar tegen; laat één weg."
            )
        naam = self.formaat or uit_naam
        if naam is None:
            alle = ", ".join(extensie for extensies in EXTENSIES.values() for extensie in extensies)
            raise Vraagfout(
                f"Aan {bestand.name!r} zie ik niet welk formaat u wilt; laat de naam eindigen op {alle}."
            )
        return naam


def ontbrekend(module: str | None) -> str:
    """Say what to install where a module is not there, for the Python that lpi runs in."""
    extra = EXTRA_MET.get(module or "")
    wat = f'"lpi-cli[{extra}]"' if extra else module
    python = sys.executable or "python"
    python = f'"{python}"' if " " in python else python
    return f"{extra or 'dit'} kan nog niet: er ontbreekt een onderdeel. Installeer het met: {python} -m pip install {wat}"


def weiger_bestaand(bestand: Path, *, overschrijf: bool) -> None:
    """Fail before any work when a file cannot be written there. Raises ``Vraagfout`` or ``BestandFout``."""
    try:
        if bestand.is_dir():
            raise Vraagfout(f"{bestand} is een map; geef de naam van een bestand.")
        if not bestand.parent.is_dir():
            raise BestandFout(f"{bestand} kan niet worden bewaard: de map {bestand.parent} bestaat niet.")
        if is_er(bestand) and not overschrijf and not is_doorgang(bestand):
            raise _bestaat_al(bestand)
    except OSError as fout:
        raise _niet_te_bewaren(bestand, fout) from None


def weiger_opslaan(bestand: Path, *, overschrijf: bool) -> None:
    """As ``weiger_bestaand``, and when the name promises something else than the YAML that comes in it."""
    if any(
        bestand.suffix.lower() in extensies for naam, extensies in EXTENSIES.items() if naam != VOOR_SCHERM
    ):
        raise Vraagfout(f"--opslaan {bestand} kan niet: hier komt YAML in; laat de naam eindigen op .yaml.")
    weiger_bestaand(bestand, overschrijf=overschrijf)


def sla_op(bestand: Path, tekst: str, *, overschrijf: bool) -> None:
    """Keep what was asked or answered, as YAML. Raises ``Vraagfout`` or ``BestandFout``."""
    weiger_opslaan(bestand, overschrijf=overschrijf)
    bewaar(bestand, tekst.encode(), overschrijf=overschrijf)


def geef_sjabloon(tekst: str, opslaan: Path | None, uitvoer: Uitvoer, voorbeeld: str) -> None:
    """YAML to fill in, on the screen or kept as ``opslaan``. Raises ``Vraagfout`` or ``BestandFout``.

    ``voorbeeld``: a name for such a file.
    """
    if uitvoer.formaat is not None:
        raise Vraagfout(f"--sjabloon is een YAML-bestand; bewaar het met --opslaan {voorbeeld}.")
    if opslaan is None:
        naar_scherm(tekst.encode(), gegevens=True)
    else:
        sla_op(opslaan, tekst, overschrijf=uitvoer.overschrijf)


def maak_map(map_: Path) -> None:
    """Make a folder when it is not there yet. Raises ``Vraagfout`` or ``BestandFout``."""
    try:
        if map_.exists() and not map_.is_dir():
            raise Vraagfout(f"{map_} is een bestand; geef de naam van een map.")
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise BestandFout(f"de map {map_} kan niet worden gemaakt: {oorzaak(fout)}.") from None


def bewaar(bestand: Path, inhoud: bytes, *, overschrijf: bool) -> None:
    """Write a file in one step and say so. Raises ``Vraagfout`` or ``BestandFout``."""
    weiger_bestaand(bestand, overschrijf=overschrijf)
    try:
        let_op = schrijf_atomair(bestand, inhoud, vervang=overschrijf)
    except FileExistsError:
        raise _bestaat_al(bestand) from None
    except OSError as fout:
        raise _niet_te_bewaren(bestand, fout) from None
    melding(f"Bewaard: {bestand}", *(f"Let op: {een}" for een in let_op))


def _bestaat_al(bestand: Path) -> Vraagfout:
    return Vraagfout(f"{bestand} bestaat al; kies een andere naam of voeg --overschrijf toe.")


def _niet_te_bewaren(bestand: Path, fout: OSError) -> BestandFout:
    return BestandFout(f"{bestand} kan niet worden bewaard: {oorzaak(fout)}.")


def is_terminal() -> bool:
    """Whether a person sits at a terminal that can show more than plain lines."""
    return sys.stdin.isatty() and _is_slim(sys.stdout)


def _is_slim(stroom: TextIO) -> bool:
    """Whether a stream goes to a terminal that can do more than lines; Windows sets no ``TERM``, and can."""
    return stroom.isatty() and os.environ.get("TERM") != "dumb"


def _scherm() -> Scherm:
    """The terminal, without colour in a pipe."""
    kleur = _is_slim(sys.stdout) and not os.environ.get("NO_COLOR")
    return Scherm(schermbreedte(), kleur)


def schermbreedte() -> int:
    """Columns of the terminal, or 80 in a pipe; never so narrow that words break."""
    from shutil import get_terminal_size

    return max(get_terminal_size((80, 24)).columns, SMALSTE_SCHERM)


def _past_niet_op_terminal(inhoud: bytes) -> bool:
    from shutil import get_terminal_size

    return is_terminal() and inhoud.count(b"\n") >= get_terminal_size().lines


def _blader(tekst: str) -> None:
    """Page by page, in the program that this user has for it, which hears Ctrl-C itself."""
    from pydoc import pager
    from shlex import quote
    from shutil import which
    from signal import SIGINT, signal

    if which("less") and "LESS" not in os.environ:
        # As options, since Python 3.13 sets prompts of its own in LESS; -R: colours instead of their codes.
        voet = " ".join(quote(f"-P{soort}{AANWIJZING}$") for soort in "smM")
        os.environ.setdefault("PAGER", f"less -R {voet}")
    eerder = signal(SIGINT, lambda *_: None)
    pager(_leesbaar_op(sys.stdout, tekst))
    signal(SIGINT, eerder)


def naar_scherm(inhoud: bytes, *, gegevens: bool = False) -> None:
    """Write all of it to standard output; ends the program quietly when nobody reads it any more.

    ``gegevens``: for programs, so UTF-8 wherever it goes, but to a terminal that shows other signs.
    Raises ``BestandFout`` when it cannot be written.
    """
    if sys.stdout.isatty() or not gegevens:
        inhoud = _leesbaar_op(sys.stdout, inhoud.decode()).encode(_codering(sys.stdout))
    try:
        sys.stdout.flush()
        _schrijf_helemaal(sys.stdout.buffer, inhoud)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _laat_los(sys.stdout)
        raise typer.Exit(AFGEBROKEN) from None
    except OSError as fout:
        _laat_los(sys.stdout)
        raise BestandFout(f"schrijven lukt niet: {oorzaak(fout)}.") from None


def _schrijf_helemaal(stroom: BinaryIO, inhoud: bytes) -> None:
    """Without a buffer, which ``PYTHONUNBUFFERED`` asks for, one write may take only a part. Raises ``OSError``."""
    rest = memoryview(inhoud)
    while rest:
        geschreven = stroom.write(rest)
        if geschreven is None:  # nothing for now, as a stream with a buffer tells with this error
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        rest = rest[geschreven:]


def _laat_los(stroom: TextIO) -> None:
    """Write nothing more to it; what still waits would fail again at the end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stroom.fileno())


def _codering(stroom: TextIO) -> str:
    return stroom.encoding or "utf-8"


def _leesbaar_op(stroom: TextIO, tekst: str) -> str:
    """``tekst`` for a terminal that does not know all signs: € becomes EUR, ï becomes i."""
    codering = _codering(stroom)
    try:
        tekst.encode(codering)
    except UnicodeEncodeError:
        ontleed = unicodedata.normalize("NFKD", tekst.translate(_VERVANGING))
        kaal = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
        return kaal.encode(codering, "replace").decode(codering)
    return tekst


def passend(regel: str, stroom: TextIO) -> str:
    """A line broken between words on a terminal that is too narrow; elsewhere lines stay whole."""
    if not stroom.isatty():
        return regel
    from textwrap import fill

    inspringen = " " * (len(regel) - len(regel.lstrip()))
    gevuld = fill(
        onbreekbaar(regel),
        schermbreedte(),
        subsequent_indent=inspringen,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return gevuld.replace(VASTE_SPATIE, " ")


def melding(*regels: str) -> None:
    """Lines for the person at the screen, apart from the data: on standard error, if that can be written."""
    if not regels:
        return
    tekst = "\n".join(passend(op_een_regel(regel), sys.stderr) for regel in regels)
    try:
        print(_leesbaar_op(sys.stderr, tekst), file=sys.stderr)
    except OSError:  # what was done stays done, and there is no other place to tell it
        _laat_los(sys.stderr)
