"""A ``Beeld`` is a result ready to be shown, before anyone chose a format.

It can give the same result in three ways: blocks for people (terminal, Markdown, pages),
plain data for programs (JSON) and rows for spreadsheets (CSV, xlsx). Text is data: a
format makes sure that nothing in it is taken for markup, a formula or a control code.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias, TypeVar

D = TypeVar("D")


class Toon(StrEnum):
    """How a paragraph should come across. Never the only carrier of meaning."""

    GEWOON = "gewoon"
    ZACHT = "zacht"
    NADRUK = "nadruk"


class Kop(NamedTuple):
    tekst: str
    niveau: int = 2
    nieuw_blad: bool = False
    """On paper it begins a page."""


class Alinea(NamedTuple):
    tekst: str
    toon: Toon = Toon.GEWOON


class Punten(NamedTuple):
    punten: Sequence[str]
    afvinken: bool = False
    """To tick off one by one: each has a box."""


class Velden(NamedTuple):
    """Label and value, one below the other; a value of several lines is a list."""

    velden: Sequence[tuple[str, Sequence[str]]]


class Tabelkolom(NamedTuple):
    """``rang`` 0 is always shown; the highest go first when the screen is narrow."""

    kop: str
    rang: int = 0
    vast: bool = False
    """Never broken over lines."""
    minstens: int = 12
    """Characters that running text in this column needs to read well."""


class Tabel(NamedTuple):
    """Rows under columns; on a narrow screen each row becomes a small block."""

    kolommen: Sequence[Tabelkolom]
    rijen: Sequence[Sequence[str]]
    maatstaf: Sequence[Sequence[str]] = ()
    """Cells of other tables that the columns must have room for as well, so that all line up."""
    op_een_regel: bool = False
    """In a terminal each row is one line: what does not fit in a cell is left out, between words."""
    titel: str = ""
    """What it is, for a document that names its tables."""


def tabel_van(delen: Sequence[D], cellen: Mapping[Tabelkolom, Callable[[D], str]]) -> Tabel:
    """A row for each part, with what each column says of it; a column with nothing in it is left out."""
    gevuld = {kolom: [cel(deel) for deel in delen] for kolom, cel in cellen.items()}
    tonen = {kolom: teksten for kolom, teksten in gevuld.items() if any(teksten)}
    return Tabel(list(tonen), list(zip(*tonen.values(), strict=True)))


class Staaf(NamedTuple):
    """One bar of a chart: its length, or a range, and the same in words."""

    naam: str
    van: Decimal
    tot: Decimal
    tekst: str


class Staven(NamedTuple):
    """A bar chart; the numbers always stand beside it as text."""

    titel: str
    staven: Sequence[Staaf]

    @property
    def hoogste(self) -> Decimal:
        """The length that fills the whole width; more than 0."""
        return max((staaf.tot for staaf in self.staven), default=Decimal(0)) or Decimal(1)


class Wegwijzers(NamedTuple):
    """Where to read on: ids that ``commando`` shows, each with its title."""

    commando: str
    doelen: Sequence[tuple[str, str]]


Blok: TypeAlias = Kop | Alinea | Punten | Velden | Tabel | Staven | Wegwijzers


def als_velden(wegwijzers: Wegwijzers) -> Velden:
    """For formats in which one types a command to read on."""
    return Velden([(f"lpi {wegwijzers.commando} {id_}", [titel]) for id_, titel in wegwijzers.doelen])


LANGSTE_TEKST = 4000
"""Characters of one text on a screen; only a list of hundreds of names has more."""


class Scherm(NamedTuple):
    """What a result is shown on; the defaults are those of a file."""

    breedte: int = 100
    kleur: bool = False
    moment: datetime | None = None
    """When a document is made; None: it does not say."""
    sjabloon: bytes | None = None
    """A Word document whose styles and pages to use."""

    @property
    def is_bestand(self) -> bool:
        """Whether it is kept, for people to open."""
        return self.moment is not None


class Beeld:
    """A result in three ways, each made when a format asks for it: most runs need only one."""

    def __init__(
        self,
        blokken: Callable[[], Iterable[Blok]],
        gegevens: Callable[[], Any],
        kolommen: Sequence[str],
        rijen: Callable[[], Iterable[Sequence[Any]]],
        titel: str = "",
        kort: Callable[[], Iterable[Blok]] | None = None,
        boek: Callable[[], bytes] | None = None,
        afzender: str = "",
        opgave: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """``titel``: what the result is about, where it does not open with that itself.

        ``kort``: blocks that fit a terminal, which say how to see the others. ``boek``: the workbook of a result
        that is more than rows. ``afzender``: who sends a document. ``opgave``: with what was calculated, for a
        sheet, which has no blocks.
        """
        self._blokken, self._gegevens, self._rijen, self._titel = blokken, gegevens, rijen, titel
        self._kort = kort or blokken
        self.kolommen, self.boek, self.afzender, self._opgave = kolommen, boek, afzender, opgave
        self.voet: Callable[[], str] = str
        """What made it, for a format that is kept; empty until it is told."""

    @cached_property
    def blokken(self) -> Sequence[Blok]:
        return tuple(self._blokken())

    def ingekort(self, meeste: int) -> "Beeld":
        """Its blocks for a terminal: in short, and of long lists the first ``meeste`` rows or points."""
        return Beeld(
            lambda: (deel for blok in self._kort() for deel in _ingekort(blok, meeste)),
            self._gegevens,
            self.kolommen,
            self._rijen,
        )

    @cached_property
    def gegevens(self) -> Any:
        """Plain data for JSON, with the fixed keys of the data contract."""
        return self._gegevens()

    @cached_property
    def rijen(self) -> Sequence[Sequence[Any]]:
        """Plain values (text, numbers, None) under ``kolommen``."""
        return tuple(self._rijen())

    @property
    def opgave(self) -> Sequence[str]:
        """With what was calculated, a line each."""
        return self._opgave()

    @property
    def titel(self) -> str:
        """What was asked or shown, as the title of a document."""
        return self._titel or (self._opening.tekst.rstrip(".") if self._opening else "lpi")

    @property
    def onder_titel(self) -> Sequence[Blok]:
        """The blocks of a document below its title: without the block that says the same."""
        return self.blokken[1:] if self._opening and not self._titel else self.blokken

    @property
    def dieper(self) -> int:
        """Levels that the headings of a document go down, so that only its title has the first."""
        return int(any(isinstance(blok, Kop) and blok.niveau == 1 for blok in self.onder_titel))

    @property
    def _opening(self) -> Kop | Alinea | None:
        """The heading or stressed sentence that comes first."""
        match self.blokken:
            case [Kop() as eerste, *_] | [Alinea(_, Toon.NADRUK) as eerste, *_]:
                return eerste
        return None


def _ingekort(blok: Blok, meeste: int) -> Iterator[Blok]:
    match blok:
        case Tabel(_, rijen) if len(rijen) > meeste:
            yield blok._replace(rijen=rijen[:meeste])
            yield _vervolg(meeste, len(rijen))
        case Punten(punten) if len(punten) > meeste:
            yield blok._replace(punten=[_kort(punt) for punt in punten[:meeste]])
            yield _vervolg(meeste, len(punten))
        case Punten(punten):
            yield blok._replace(punten=[_kort(punt) for punt in punten])
        case Velden(velden) if len(velden) > meeste:
            yield Velden(velden[:meeste])
            yield _vervolg(meeste, len(velden))
        case Staven(titel, staven) if len(staven) > meeste:
            yield Staven(titel, staven[:meeste])
            yield _vervolg(meeste, len(staven))
        case Alinea(tekst):
            yield blok._replace(tekst=_kort(tekst))
        case _:
            yield blok


def _vervolg(getoond: int, aantal: int) -> Alinea:
    return Alinea(
        f"Dit zijn de eerste {getoond} van {aantal}. Alles ziet u met --alles, of bewaar het met --uit BESTAND.",
        Toon.NADRUK,
    )


def _kort(tekst: str) -> str:
    """A text that names very many, up to where it stays readable."""
    if len(tekst) <= LANGSTE_TEKST:
        return tekst
    return f"{tekst[:LANGSTE_TEKST].rpartition(', ')[0]} … (alles: --alles)"


def rijenbeeld(blokken: Callable[[], Iterable[Blok]], gegevens: Sequence[Any], soort: type) -> Beeld:
    """A list of ``soort``, a ``TypedDict``: its keys are the columns of a sheet, a list in it is a cell of lines."""
    return Beeld(
        blokken,
        lambda: gegevens,
        tuple(soort.__annotations__),
        lambda: [
            ["\n".join(deel) if isinstance(deel, list) else deel for deel in een.values()] for een in gegevens
        ],
    )


PLATTE_KOLOMMEN = ("id", "veld", "waarde", "bron")


def platte_rijen(
    id_: str, gegevens: Any, pad: str = "", bron: str | None = None
) -> Iterator[tuple[str, str, Any, str | None]]:
    """Every filled-in fact of some data under ``PLATTE_KOLOMMEN``, for a spreadsheet."""
    if isinstance(gegevens, dict):
        eigen_bron = gegevens.get("bron", bron)
        for naam, waarde in gegevens.items():
            if naam != "bron" or not pad:
                yield from platte_rijen(id_, waarde, f"{pad}.{naam}" if pad else naam, eigen_bron)
    elif isinstance(gegevens, list):
        for nr, waarde in enumerate(gegevens, 1):
            yield from platte_rijen(id_, waarde, f"{pad}[{nr}]", bron)
    elif gegevens is not None:
        yield id_, pad, gegevens, bron
