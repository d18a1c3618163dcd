"""The headings of a sheet: matched to what a column may hold by their words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.blad import Blad, kolomnaam
from lpi_cli.catalogus.model import Btw, Grens, Kolom
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.begrip import Begrippenlijst, codes_op_naam, lees_begrip
from lpi_cli.kern.vraagfout import Vraagfout

VOORBEELD, UITLEG, KEUZES, BRONNEN, PAST_NIET = EIGEN_BLADEN = (
    "Voorbeeld",
    "Uitleg",
    "Keuzes",
    "Bronnen",
    "Past niet",
)
"""The sheets of our own workbooks besides the offers: how to fill one in, words to choose from, the sources, and what
of the offers has no place in them."""
LAATSTE_KOPRIJ = 20
"""How far down the headings may stand."""
ZEKER = 0.85
"""How much a slip in a heading must look like it."""


class Kolomkop(NamedTuple):
    """A heading of a sheet and what stands under it; ``veld`` None: what lpi has no place for."""

    nr: int
    tekst: str
    veld: Kolom | None
    eenheid: str | None = None
    """Of a price, when the heading says it."""
    is_gok: bool = False
    grens: Grens | None = None
    """How it bounds the numbers under it, as ``Leeftijd vanaf`` does."""
    lijkt_op: Kolom | None = None
    """Of what lpi has no place for: what it has a word of, while its other words may say something else."""


class Koppen(NamedTuple):
    """The headings of one sheet, and the row that they are in."""

    rij: int
    koppen: Sequence[Kolomkop]


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
    """The row with most headings that are known, a name among them; None when the sheet has no such row.

    Below a row with more headings, a row is of offers, whatever their words look like.
    """
    beste: Koppen | None = None
    meeste = (1, 1)
    for koppen in koprijen(blad, catalogus, keuzes):
        is_meer = bekend(koppen) > meeste if beste else bekend(koppen) >= max(meeste, (2, 2))
        if is_meer and Kolom.NAAM in {kop.veld for kop in koppen.koppen}:
            beste = koppen
        meeste = max(meeste, bekend(koppen))
    beste = beste and _tot_en_met_tweede_rij(blad, beste, catalogus, keuzes)
    return beste and beste._replace(koppen=[*beste.koppen, *_zonder_kop(blad, beste)])


def _tot_en_met_tweede_rij(blad: Blad, koppen: Koppen, catalogus: Catalogus, keuzes: Keuzes) -> Koppen:
    """The headings with the row below them, where that only says more of some: ``van`` and ``tot``, ``per groep``."""
    op_naam = next(kop for kop in koppen.koppen if kop.veld is Kolom.NAAM)
    rij, *erna = blad.rijen[koppen.rij : koppen.rij + 2]
    teksten = {kop.nr: kop.tekst for kop in koppen.koppen}
    eigen = {nr: t for nr, t in enumerate(erna[0].cellen, 1) if t and t != teksten.get(nr)} if erna else {}

    def hoort_erbij(nr: int, tekst: str) -> bool:
        is_grens = {*vlak(tekst).split()} <= set().union(*_GRENSWOORDEN.values())
        is_deel = (rij.nr, nr) in blad.breed and not re.search("[0-9]", tekst)
        return is_deel or is_grens or eenheid_in(vlak(tekst), catalogus) is not None

    if (
        not eigen
        or erna[0].nr != rij.nr + 1
        or op_naam.nr in eigen
        or not all(map(hoort_erbij, eigen, eigen.values()))
    ):
        return koppen
    samen = list(_rij_met_koppen(blad, koppen.rij + 1, _kolomnamen(catalogus), keuzes, catalogus))
    zonder = [kop for kop in samen if kop.veld is not Kolom.NAAM]
    return Koppen(koppen.rij + 1, _zonder_dubbel([op_naam, *zonder]))


_VAN_WIE = {
    Kolom.NAAM, Kolom.ORGANISATIE, Kolom.CONTACTPERSOON, Kolom.EMAIL, Kolom.TELEFOON, Kolom.WEBSITE, Kolom.NAGEKEKEN,
    Kolom.OPMERKING,
}  # fmt: skip


def is_adreslijst(koppen: Koppen) -> bool:
    """Whether it says only who there is and how to reach them, as a sheet with people does."""
    return {kop.veld for kop in koppen.koppen} - {None} <= _VAN_WIE


def koprijen(blad: Blad, catalogus: Catalogus, keuzes: Keuzes) -> Iterator[Koppen]:
    """Each row that may hold the headings, as if it does."""
    namen = _kolomnamen(catalogus)
    if blad.naam not in EIGEN_BLADEN:
        for plek, rij in enumerate(blad.rijen[:LAATSTE_KOPRIJ]):
            if any(cel.isdecimal() and not JAAR.fullmatch(cel) for cel in rij.cellen):
                continue  # numbers stand below headings
            yield Koppen(plek, _zonder_dubbel(list(_rij_met_koppen(blad, plek, namen, keuzes, catalogus))))


def bekend(koppen: Koppen) -> tuple[int, int]:
    """How many different things the headings are, and how many of them are something."""
    velden = [kop.veld for kop in koppen.koppen if kop.veld]
    return len(set(velden)), len(velden)


def _rij_met_koppen(
    blad: Blad, plek: int, namen: Sequence[tuple[str, Kolom]], keuzes: Keuzes, catalogus: Catalogus
) -> Iterator[Kolomkop]:
    """The headings of a row, with what stands right above them where they go over two rows."""
    rij, vorige = blad.rijen[plek], blad.rijen[plek - 1]
    boven = dict(enumerate(vorige.cellen, 1)) if plek and vorige.nr == rij.nr - 1 else {}
    eigen = dict(enumerate(rij.cellen, 1))
    for nr in sorted(eigen.keys() | boven.keys()):
        tekst, erboven = eigen.get(nr, ""), boven.get(blad.breed.get((rij.nr - 1, nr), nr), "")
        kop = _kop(nr, tekst or erboven, namen, keuzes, catalogus)
        if not tekst and kop.veld is Kolom.NAAM:  # a row of values may have no name
            continue
        if kop.veld is None and tekst and (rij.nr - 1, nr) in blad.breed:
            samen = _kop(nr, f"{erboven} {tekst}", namen, keuzes, catalogus)
            kop = samen if samen.veld in (None, *_ERBIJ) else kop
        if kop.tekst:
            yield kop


def _zonder_kop(blad: Blad, koppen: Koppen) -> Iterator[Kolomkop]:
    """Columns in which something stands, but no heading: nothing of a sheet is lost."""
    met = {kop.nr for kop in koppen.koppen}
    gevuld = {nr for rij in blad.rijen[koppen.rij + 1 :] for nr, tekst in enumerate(rij.cellen, 1) if tekst}
    return (Kolomkop(nr, f"kolom {kolomnaam(nr)}", None) for nr in sorted(gevuld - met))


def _kolomnamen(catalogus: Catalogus) -> list[tuple[str, Kolom]]:
    """What a heading may be called, the longest first."""
    namen = codes_op_naam(catalogus.begrippen["kolom"])
    return sorted(((n, Kolom(code)) for n, code in namen.items()), key=lambda paar: -len(paar[0]))


def _kop(
    nr: int, tekst: str, namen: Sequence[tuple[str, Kolom]], keuzes: Keuzes, catalogus: Catalogus
) -> Kolomkop:
    tekst, vorm = " ".join(tekst.split()), vlak(tekst)
    if vorm in keuzes:
        return Kolomkop(nr, tekst, *keuzes[vorm])
    op_naam = dict(namen)
    gevonden = vorm if vorm in op_naam else _genoemd(vorm, namen)
    veld = op_naam.get(gevonden or naaste(vorm, op_naam, ZEKER) or "")
    kop = Kolomkop(
        nr, tekst, veld, eenheid_in(vorm, catalogus) if veld is Kolom.BEDRAG else None, gevonden != vorm
    )
    if gevonden == vorm or gevonden is None or veld is None:
        return kop
    if veld not in _ERBIJ:
        return Kolomkop(nr, tekst, None, lijkt_op=veld) if _TELWOORDEN & {*vorm.split()} else kop
    rest = [woord for woord in f" {vorm} ".replace(f" {gevonden} ", " ").split() if woord not in _ERBIJ[veld]]
    if veld is Kolom.BEDRAG:
        rest = [woord for woord in _rest_van_prijs(rest, catalogus) if not JAAR.fullmatch(woord)]
    grenzen = {grens for grens, woorden in _GRENSWOORDEN.items() if woorden & set(rest)}
    is_prijs_met_grens = veld is Kolom.BEDRAG and not grenzen <= {Grens.ONGEVEER}
    if not is_prijs_met_grens and set(rest) <= {w for grens in grenzen for w in _GRENSWOORDEN[grens]}:
        return kop._replace(grens=grenzen.pop() if len(grenzen) == 1 else None)
    return Kolomkop(nr, tekst, None, lijkt_op=veld)


def _genoemd(vorm: str, namen: Sequence[tuple[str, Kolom]]) -> str | None:
    """The longest name of a column that a heading has in it, sooner than one that says per what it is."""
    erin = [n for n, k in namen if f" {n} " in f" {vorm} " and k is not Kolom.EENHEID]
    voor_per = f" {vorm.partition(' per ')[0]} "
    return next((n for n in erin if " per " in n or f" {n} " in voor_per), next(iter(erin), None))


def _rest_van_prijs(rest: Sequence[str], catalogus: Catalogus) -> Iterator[str]:
    """Without what says for what a price is, known or not, and whether tax is in it."""
    begrippen, tekst = catalogus.begrippen, f" {' '.join(rest)} "
    btw = (vlak(n) for code in Btw for n in (begrippen["btw"][code].naam, *begrippen["btw"][code].ook))
    for naam_ in sorted(btw, key=len, reverse=True):
        tekst = tekst.replace(f" {naam_} ", " ")
    per = {"per", *(woord for b in begrippen["eenheid"].values() for n in b.ook for woord in vlak(n).split())}
    return takewhile(lambda woord: woord not in per, tekst.split())


JAAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""A year that a heading has in it, of which its prices are."""
_ERBIJ: Mapping[Kolom, set[str]] = {
    Kolom.LEEFTIJD: {"doelgroep", "deelnemer", "deelnemers", "jaar", "jaren", "in", "de", "het"},
    Kolom.BIJEENKOMSTEN: {"aantal", "per", "groep", "traject", "cursus", "totaal", "de", "het"},
    Kolom.DUUR: {"per", "in", "een", "sessie", "bijeenkomst", "les", "workshop", "keer", "uur", "uren", "minuten", "min"},
    Kolom.GROEPSGROOTTE: {"aantal", "per", "groep", "in", "de", "deelnemers", "personen", "mensen"},
    Kolom.BEDRAG: {"in", "euro", "eur", "de", "het", "totaal", "totale", "bedrag"},
}  # fmt: skip
"""Of columns with a number: the words of a heading that do not change what it is; with others it may be another number."""
_TELWOORDEN = {"aantal", "hoeveel", "percentage"}
"""Under a heading with one of these stands a number, whatever is counted: ``Aantal plaatsen`` is not where it is."""
_GRENSWOORDEN = {
    Grens.MINSTENS: {"min", "minimum", "minimaal", "minstens", "van", "vanaf"},
    Grens.HOOGUIT: {"max", "maximum", "maximaal", "hooguit", "tot", "t", "m", "tm", "en", "met"},
    Grens.ONGEVEER: {"ca", "circa", "ongeveer", "gemiddeld", "gemiddelde"},
}


def eenheid_in(vorm: str, catalogus: Catalogus) -> str | None:
    """The unit that a text names, as ``per groep`` or ``p p``."""
    for code, begrip in catalogus.begrippen["eenheid"].items():
        for naam_ in (begrip.naam, *begrip.ook):
            if f" {vlak(naam_)} " in f" {vorm} ":
                return code
    return None


_MEER_KEREN = {Kolom.BEDRAG, Kolom.EMAIL, Kolom.TELEFOON, Kolom.WEBSITE, Kolom.OPMERKING}


def _zonder_dubbel(koppen: Sequence[Kolomkop]) -> list[Kolomkop]:
    """Of two columns for one thing the second is a remark; those that are sure go first."""
    gezien: dict[tuple[Kolom, Grens | None], Kolomkop] = {}
    for kop in sorted(koppen, key=lambda kop: kop.is_gok):
        if kop.veld and kop.veld not in _MEER_KEREN:
            gezien.setdefault((kop.veld, kop.grens), kop)
    return [
        kop
        if kop.veld is None or kop.veld in _MEER_KEREN or gezien[kop.veld, kop.grens] is kop
        else Kolomkop(kop.nr, kop.tekst, None, lijkt_op=kop.veld)
        for kop in koppen
    ]
