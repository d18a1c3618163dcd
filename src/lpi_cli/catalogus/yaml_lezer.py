"""Read YAML of unknown origin: plain data with line numbers, or one clear fault.

Only what a form needs is accepted: mappings, lists and plain values. Tags, aliases,
duplicate keys, deep nesting and large files are refused, so no file can run code or
grow when it is read. Numbers become ``int`` or exact ``Decimal``; dates and words
like ``ja`` and ``no`` stay text.
"""

import re
import stat
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from lpi_cli.bestanden import oorzaak
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.woorden import ALLES_ZICHTBAAR, GEVAARLIJK, ONZICHTBAAR

Pad: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys and list positions from the top of the file."""

GROOTSTE_BESTAND = 5_000_000
"""Bytes. The whole bundled catalogue is a tenth of this."""
DIEPSTE_NIVEAU = 20
"""Nested mappings and lists; an intervention needs six."""
TE_DIEP = f"te veel niveaus in elkaar, ten hoogste {DIEPSTE_NIVEAU}"
MEESTE_WAARDEN, MEESTE_TEKENS = 10_000, 500_000
"""Values in a file, and all text in it; the largest bundled one has 731 and 20,000."""
MEESTE_ONDERDELEN = 1_000
"""Entries of a list, or fields under one name, such as the words of a vocabulary."""
LANGSTE_VELDNAAM = 100
"""Characters."""

_GEHEEL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
"""Not with a 0 or + in front: that is a telephone number."""
_DECIMAAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,6}")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document(NamedTuple):
    """A file that could be read: its data, and on which line each field or list entry begins."""

    bestand: Path
    gegevens: Any
    regels: dict[Pad, int]
    let_op: Sequence[Fout] = ()
    """What was taken out of it."""

    def regel(self, pad: Pad) -> int:
        """Line of the value at ``pad``, or of the nearest thing around it."""
        while pad not in self.regels and pad:
            pad = pad[:-1]
        return self.regels.get(pad, 1)

    def fout(self, pad: Pad, melding: str) -> Fout:
        return Fout(self.bestand, self.regel(pad), veldnaam(pad), melding)


def veldnaam(pad: Pad) -> str:
    """``('varianten', 0, 'leeftijd')`` as people count: ``varianten[1].leeftijd``."""
    naam = ""
    for deel in pad:
        naam += f"[{deel + 1}]" if isinstance(deel, int) else f".{deel}" if naam else deel
    return naam


class _Weigering(Exception):
    def __init__(self, regel: int, veld: str, melding: str) -> None:
        super().__init__(melding)
        self.regel, self.veld, self.melding = regel, veld, melding


def lees_yaml(
    bestand: Path, maak_het_met: str = "lpi catalogus lees aanbod.xlsx mijn-regio"
) -> Document | Fout:
    """Read one file. A file that cannot be read gives a ``Fout``, never an exception.

    ``maak_het_met``: the command for who gives a file of Word or Excel.
    """
    try:
        inhoud = _inhoud(bestand)
        if inhoud is None:
            return Fout(bestand, 1, "", "is geen gewoon bestand; zet de tekst in een bestand met een naam")
        if len(inhoud) > GROOTSTE_BESTAND:
            return Fout(bestand, 1, "", "bestand is te groot, ten hoogste 5 MB")
        if inhoud.startswith(_VAN_KANTOOR):
            melding = f"is geen tekst maar een bestand van Word, Excel of een ander programma; maak het met: {maak_het_met}"
            return Fout(bestand, 1, "", melding)
        tekst = inhoud.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    except OSError as fout:
        return Fout(bestand, 0, "", f"kan niet worden gelezen: {oorzaak(fout)}")
    except UnicodeDecodeError as fout:
        regel = fout.object[: fout.start].count(b"\n") + 1
        return Fout(bestand, regel, "", "is geen tekst in UTF-8; sla het bestand op als UTF-8")
    return lees_yaml_tekst(tekst, bestand)


_VAN_KANTOOR = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How files of Word, Excel, LibreOffice and the like begin."""


def _inhoud(bestand: Path) -> bytes | None:
    """At most one byte more than may be; None for a pipe or a device, which may never end.

    Raises ``OSError``.
    """
    soort = bestand.stat().st_mode
    if not (stat.S_ISREG(soort) or stat.S_ISDIR(soort)):  # opening a folder gives an error that names it
        return None
    with bestand.open("rb") as invoer:
        return invoer.read(GROOTSTE_BESTAND + 1)


def lees_yaml_tekst(tekst: str, bestand: Path) -> Document | Fout:
    """Read YAML text; ``bestand`` is only named in faults."""
    is_schoon = bool(ALLES_ZICHTBAAR.fullmatch(tekst))
    if not is_schoon and (teken := GEVAARLIJK.search(tekst)):
        return Fout(bestand, tekst.count("\n", 0, teken.start()) + 1, "", _onzichtbaar(teken))
    try:
        lezer = _Lezer(tekst, is_schoon=is_schoon and "\\" not in tekst)
        document = Document(bestand, lezer.document(), lezer.regels)
        weg = "een onzichtbaar teken (U+{:04X}) doet niet mee"
        return document._replace(
            let_op=[document.fout(pad, weg.format(ord(teken))) for pad, teken in lezer.weggehaald.items()]
        )
    except _Weigering as weigering:
        return Fout(bestand, weigering.regel, weigering.veld, weigering.melding)
    except yaml.MarkedYAMLError as fout:
        plek = fout.problem_mark or fout.context_mark
        regel = plek.line + 1 if plek else 1
        if "nesting depth" in (fout.problem or ""):  # some versions of libyaml refuse it before we can
            return Fout(bestand, regel, "", TE_DIEP)
        return Fout(bestand, regel, "", _yaml_melding(tekst.splitlines()[regel - 1 : regel]))
    except yaml.YAMLError:
        return Fout(bestand, 1, "", "is geen geldige YAML")


def _yaml_melding(regel: list[str]) -> str:
    if any(deel[: len(deel) - len(deel.lstrip())].count("\t") for deel in regel):
        return "er staat een tab; laat regels inspringen met spaties"
    return "is geen geldige YAML; kijk naar inspringen, dubbele punten en aanhalingstekens"


def _onzichtbaar(teken: re.Match[str]) -> str:
    return f"bevat een onzichtbaar teken (U+{ord(teken.group()):04X}); haal het weg"


class _Lezer:
    """Builds data from parser events, so that nothing is made that was not checked."""

    def __init__(self, tekst: str, *, is_schoon: bool) -> None:
        """``is_schoon``: no value can have something invisible in it, so none is looked through."""
        self._volgende: Callable[[], Any] = _LOADER(tekst).get_event
        self.is_schoon = is_schoon
        self.regels: dict[Pad, int] = {}
        self.tekens = 0
        self.weggehaald: dict[Pad, str] = {}
        """Where something invisible was left out, and the first such character."""

    def document(self) -> Any:
        gegevens: Any = None
        while not isinstance(event := self._volgende(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if self.regels:
                    raise _Weigering(_regel(event), "", "één document per bestand, zonder tweede ---")
                gegevens = self._waarde(self._volgende(), ())
        return gegevens

    def _waarde(self, event: Any, pad: Pad) -> Any:
        self.regels[pad] = _regel(event)
        self._weiger_vreemd(event, pad)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(pad, op_een_regel=bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._lijst(pad)
        assert isinstance(event, yaml.ScalarEvent)
        is_kaal = event.implicit[0]  # a plain word, not in quotes or a block
        tekst = self._zichtbaar(event.value, pad)
        return _gewoon(tekst) if is_kaal else tekst

    def _zichtbaar(self, tekst: str, pad: Pad) -> str:
        """Text without what only some scripts need, such as a soft hyphen that was copied along."""
        self.tekens += len(tekst)
        if not self.is_schoon and (teken := ONZICHTBAAR.search(tekst)):
            self.weggehaald[pad] = teken[0][0]
            return ONZICHTBAAR.sub("", tekst)
        return tekst

    def _weiger_vreemd(self, event: Any, pad: Pad) -> None:
        if event.anchor:  # an alias has one too
            melding = "verwijzingen met & en * mogen niet; schrijf de waarde voluit"
        elif event.tag:
            melding = "een type met ! mag niet; schrijf alleen de waarde"
        elif (
            not self.is_schoon
            and isinstance(event, yaml.ScalarEvent)
            and (teken := GEVAARLIJK.search(event.value))
        ):
            raise _Weigering(_regel(event), veldnaam(pad[:1]), _onzichtbaar(teken))
        elif len(pad) > DIEPSTE_NIVEAU:
            melding = TE_DIEP
        elif len(self.regels) > MEESTE_WAARDEN or self.tekens > MEESTE_TEKENS:
            melding = (
                f"te veel in één bestand, ten hoogste {MEESTE_WAARDEN} waarden en {MEESTE_TEKENS} tekens"
            )
        else:
            return
        raise _Weigering(_regel(event), veldnaam(pad[:3]), melding)

    def _mapping(self, pad: Pad, *, op_een_regel: bool) -> dict[str, Any]:
        """The fields at ``pad``; ``op_een_regel``: between braces, where a comma ends a value."""
        waarden: dict[str, Any] = {}
        vorige = ""
        while not isinstance(event := self._volgende(), yaml.MappingEndEvent):
            self._weiger_vreemd(event, pad)
            if not isinstance(event, yaml.ScalarEvent):
                raise _Weigering(
                    _regel(event), veldnaam(pad), "een naam voor de dubbele punt moet tekst zijn"
                )
            sleutel = self._zichtbaar(event.value, pad)
            if len(sleutel) > LANGSTE_VELDNAAM:
                melding = f"een naam voor de dubbele punt heeft ten hoogste {LANGSTE_VELDNAAM} tekens"
                raise _Weigering(_regel(event), veldnaam(pad), melding)
            self._weiger_te_veel(event, pad, len(waarden))
            if sleutel in waarden:
                raise _Weigering(
                    _regel(event), veldnaam((*pad, sleutel)), "staat er twee keer; laat één staan"
                )
            plek = (*pad, sleutel)
            waarden[sleutel] = self._waarde(self._volgende(), plek)
            self.regels[plek] = _regel(event)
            if (
                op_een_regel
                and event.implicit[0]  # a number in quotes is a name, such as an age
                and waarden[sleutel] is None
                and (getal := _met_punt(waarden.get(vorige), sleutel))
            ):
                melding = f"schrijf een getal met een punt, niet met een komma: {getal}"
                raise _Weigering(_regel(event), veldnaam((*pad, vorige)), melding)
            vorige = sleutel
        return waarden

    def _lijst(self, pad: Pad) -> list[Any]:
        waarden: list[Any] = []
        while not isinstance(event := self._volgende(), yaml.SequenceEndEvent):
            self._weiger_te_veel(event, pad, len(waarden))
            waarden.append(self._waarde(event, (*pad, len(waarden))))
        return waarden

    def _weiger_te_veel(self, event: Any, pad: Pad, aantal: int) -> None:
        if aantal == MEESTE_ONDERDELEN:
            melding = f"is te lang, ten hoogste {MEESTE_ONDERDELEN} onderdelen"
            raise _Weigering(_regel(event), veldnaam(pad), melding)


def _met_punt(geheel: Any, centen: str) -> str | None:
    """``2500.50`` when someone wrote ``2500,50``, which YAML reads as two fields; else None."""
    if type(geheel) in (int, Decimal) and centen.isdecimal():
        return f"{str(geheel).replace('.', '')}.{centen}"
    return None


def _regel(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _gewoon(tekst: str) -> Any:
    """The value of an unquoted word: YAML 1.2's null, booleans and numbers, else text."""
    if tekst in ("", "null", "~"):
        return None
    if tekst in ("true", "false"):
        return tekst == "true"
    if _GEHEEL.fullmatch(tekst):
        return int(tekst)
    if _DECIMAAL.fullmatch(tekst):
        return Decimal(tekst)
    return tekst
