"""The headings of a sheet: matched to what a column may hold by their words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.blad import Blad
from lpi_cli.catalogus.model import Kolom
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.begrip import Begrippenlijst, lees_begrip
from lpi_cli.kern.vraagfout import Vraagfout

VOORBEELD, UITLEG, KEUZES, BRONNEN = EIGEN_BLADEN = ("Voorbeeld", "Uitleg", "Keuzes", "Bronnen")
"""The sheets of our own workbooks besides the offers: how to fill one in, words to choose from, and the sources."""
LAATSTE_KOPRIJ = 20
"""How far down the headings may stand."""
ZEKER = 0.85
"""How much a slip in a heading must look like it."""


class Kop(NamedTuple):
    """A heading of a sheet and what stands under it; ``veld`` None: what lpi has no place for."""

    nr: int
    tekst: str
    veld: Kolom | None
    eenheid: str | None = None
    """Of a price, when the heading says it."""
    is_gok: bool = False


class Koppen(NamedTuple):
    """The headings of one sheet, and the row that they are in."""

    rij: int
    koppen: Sequence[Kop]


Keuzes = Mapping[str, tuple[Kolom, str | None]]
"""What someone said a heading is: the heading as ``vlak`` has it → column and perhaps unit."""


def lees_kolomkeuze(tekst: str, catalogus: Catalogus) -> tuple[str, tuple[Kolom, str | None]]:
    """``Prijs p.p.=bedrag/deelnemer``. Raises ``Vraagfout``."""
    kop, is_, wat = tekst.rpartition("=")
    veld, _, eenheid = wat.partition("/")
    if not (is_ and vlak(kop)):
        raise Vraagfout(f'{tekst!r} kan niet; schrijf kop=kolom, zoals "Prijs p.p.=bedrag/deelnemer".')
    kolom = Kolom(lees_begrip(veld, catalogus.begrippen["kolom"]))
    return vlak(kop), (kolom, lees_eenheid(eenheid, catalogus.begrippen["eenheid"]) if eenheid else None)


def lees_eenheid(tekst: str, eenheden: Begrippenlijst) -> str:
    """A unit with or without ``per``. Raises ``Vraagfout``."""
    try:
        return lees_begrip(f"per {tekst.strip().removeprefix('per ')}", eenheden)
    except Vraagfout:
        return lees_begrip(tekst, eenheden)


def vind_koppen(blad: Blad, catalogus: Catalogus, keuzes: Keuzes) -> Koppen | None:
    """The row with most headings that are known, a name among them; None when the sheet has no such row."""
    if blad.naam in EIGEN_BLADEN:
        return None
    namen = _kolomnamen(catalogus)
    beste: Koppen | None = None
    for plek, rij in enumerate(blad.rijen[:LAATSTE_KOPRIJ]):
        koppen = _zonder_dubbel(
            [_kop(nr, tekst, namen, keuzes, catalogus) for nr, tekst in enumerate(rij.cellen, 1) if tekst]
        )
        velden = {kop.veld for kop in koppen if kop.veld}
        meer = beste is None or len(velden) > len({kop.veld for kop in beste.koppen if kop.veld})
        if Kolom.NAAM in velden and len(velden) > 1 and meer:
            beste = Koppen(plek, koppen)
    return beste


def _kolomnamen(catalogus: Catalogus) -> list[tuple[str, Kolom]]:
    """What a heading may be called, the longest first."""
    begrippen = catalogus.begrippen["kolom"].items()
    namen = {vlak(n): Kolom(code) for code, begrip in begrippen for n in (code, begrip.naam, *begrip.ook)}
    return sorted(namen.items(), key=lambda paar: -len(paar[0]))


def _kop(
    nr: int, tekst: str, namen: Sequence[tuple[str, Kolom]], keuzes: Keuzes, catalogus: Catalogus
) -> Kop:
    vorm = vlak(tekst)
    if vorm in keuzes:
        return Kop(nr, tekst, *keuzes[vorm])
    precies = dict(namen).get(vorm)
    veld = precies or next(
        (k for naam_, k in namen if f" {naam_} " in f" {vorm} " and k is not Kolom.EENHEID), None
    )
    if veld is None and (gok := naaste(vorm, [naam_ for naam_, _ in namen], ZEKER)):
        veld = dict(namen)[gok]
    eenheid = eenheid_in(vorm, catalogus) if veld is Kolom.BEDRAG else None
    return Kop(nr, tekst, veld, eenheid, is_gok=precies is None)


def eenheid_in(vorm: str, catalogus: Catalogus) -> str | None:
    """The unit that a text names, as ``per groep`` or ``p p``."""
    for code, begrip in catalogus.begrippen["eenheid"].items():
        for naam_ in (begrip.naam, *begrip.ook):
            if f" {vlak(naam_)} " in f" {vorm} ":
                return code
    return None


_MEER_KEREN = {Kolom.BEDRAG, Kolom.EMAIL, Kolom.TELEFOON, Kolom.WEBSITE, Kolom.OPMERKING}


def _zonder_dubbel(koppen: Sequence[Kop]) -> list[Kop]:
    """Of two columns for one thing the second is a remark; those that are sure go first."""
    gezien: dict[Kolom, Kop] = {}
    for kop in sorted(koppen, key=lambda kop: kop.is_gok):
        if kop.veld and kop.veld not in _MEER_KEREN:
            gezien.setdefault(kop.veld, kop)
    return [
        kop
        if kop.veld is None or kop.veld in _MEER_KEREN or gezien[kop.veld] is kop
        else kop._replace(veld=None)
        for kop in koppen
    ]
