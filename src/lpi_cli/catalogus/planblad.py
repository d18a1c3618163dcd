"""Read a plan from a workbook: a row per group and language, all faults at once with their cell.

Through openpyxl (the extra ``xlsx``). Only plain values count; a formula is no value.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from lpi_cli.bestanden import oorzaak
from lpi_cli.catalogus.blad import celnaam, laad_werkboek
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.planbestand import DUBBEL
from lpi_cli.catalogus.vraagbestand import LANGSTE_WOORD, Lees, lees_woord, zonder_niets
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.catalogus.yaml_lezer import Pad

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

BLAD = "Plan"
KOPPEN = {
    "groep": "naam",
    "leeftijd": "leeftijd",
    "taal": "taal",
    "mensen": "deelnemers",
    "doelgroep": "doelgroep",
    "plek": "setting",
}
"""Heading → field."""
BOVENAAN = {"naam": "naam", "budget": "budget", "periode": "periode"}
"""Words in the first column above the headings → field; the value stands beside it."""
OFFERTES = "Offertes"
"""The sheet with the prices that one received, when there is one."""
OFFERTEKOPPEN = {
    "wat": "vast",
    "per": "per",
    "bedrag": "bedrag",
    "datum": "datum",
    "groepsgrootte": "groepsgrootte",
}
"""Heading → field; what it is for is read as a fixed choice is."""
TOTALEN = ("totaal", "samen")
"""Names of a row that adds up the others."""
ANDERS = "is anders dan op een eerdere rij van deze groep; geef deze rij een eigen naam"
ELKE_RIJ = "elke rij van een groep heeft een eigen taal; geef deze rij anders een eigen naam"
MEESTE_RIJEN, MEESTE_KOLOMMEN = 1000, 30
"""Rows and columns that are looked at."""
GEEN_WERKBLAD = (
    "is geen werkblad van Excel dat te lezen is; begin met: lpi plan --sjabloon --opslaan plan.xlsx"
)


def lees_planblad(
    bestand: Path,
    lees: Lees,
    keur: Callable[[Mapping[str, Any]], Sequence[tuple[Pad, str]]],
    let_op: list[Fout],
) -> dict[str, Any]:
    """The values by field, as ``planbestand.lees_plan`` gives them; adds to ``let_op`` what takes no part.

    Raises ``CatalogusFout`` with every fault found.
    """
    lezer = _Lezer(bestand, lees)
    boek = _boek(bestand)
    gelezen = lezer.plan(_rijen(boek[BLAD] if BLAD in boek.sheetnames else boek.worksheets[0]))
    if OFFERTES in boek.sheetnames:
        lezer.blad = f"{OFFERTES}!"
        gelezen["offertes"] = lezer.offertes(_rijen(boek[OFFERTES]))
    if not lezer.fouten:
        lezer.fouten += [Fout(bestand, lezer.rij_van(pad), "", melding) for pad, melding in keur(gelezen)]
    if lezer.fouten:
        raise CatalogusFout(lezer.fouten)
    let_op += lezer.let_op
    return gelezen


def zet_offertes_in_blad(bestand: Path, offertes: Mapping[str, Sequence[Any]]) -> bytes:
    """The workbook with these rows on the sheet of quotes; one of before makes room.

    ``offertes``: by what they are for, the other fields in the order of ``OFFERTEKOPPEN``. Raises ``CatalogusFout``,
    also where something else would be lost, and ``ModuleNotFoundError``.
    """
    boek = _boek(bestand)
    if OFFERTES not in boek.sheetnames:
        boek.create_sheet(OFFERTES).append([kop.capitalize() for kop in OFFERTEKOPPEN])
    blad = boek[OFFERTES]
    rijen = _rijen(blad)
    nr, koppen = _koppen(rijen, "wat", OFFERTEKOPPEN)
    kolom_van = {veld: k for k, veld in koppen.items()}
    leeg = max((n for n, rij in enumerate(rijen, 1) if any(cel is not None for cel in rij)), default=0)
    for wat, velden in offertes.items():
        rij_van = {rij[kolom_van["vast"]]: n for n, rij in enumerate(rijen, 1) if n > nr} if koppen else {}
        leeg += wat not in rij_van
        for veld, waarde in zip(OFFERTEKOPPEN.values(), (wat, *velden), strict=True):
            if veld in kolom_van:
                blad.cell(rij_van.get(wat, leeg), kolom_van[veld] + 1).value = waarde
    uitvoer = BytesIO()
    boek.save(uitvoer)
    if not {"vast", "per", "bedrag"} <= kolom_van.keys() or _onderdelen(bestand) - _onderdelen(uitvoer):
        regels = "; ".join(
            ", ".join(str(waarde) for waarde in (wat, *velden) if waarde) for wat, velden in offertes.items()
        )
        koppen_ = ", ".join(OFFERTEKOPPEN).capitalize()
        melding = f"lpi zou hierin meer veranderen dan de offerte; zet zelf op het blad {OFFERTES} onder {koppen_}: {regels}"
        raise CatalogusFout([Fout(bestand, 0, "", melding)])
    return uitvoer.getvalue()


def _onderdelen(boek: Path | BytesIO) -> set[str]:
    """The parts of a workbook that a person made, such as pictures; not what every program makes anew."""
    with ZipFile(boek) as zip_:
        return {naam for naam in zip_.namelist() if not re.search(_VANZELF, naam)}


_VANZELF = (
    r"\.rels$|calcChain|sharedStrings|printerSettings|^docProps/|Content_Types|/theme/|/worksheets/sheet"
)


def _boek(bestand: Path) -> "Workbook":
    """Raises ``CatalogusFout`` and ``ModuleNotFoundError``."""
    try:
        boek = laad_werkboek(bestand)
    except OSError as fout:
        raise CatalogusFout([Fout(bestand, 0, "", f"kan niet worden gelezen: {oorzaak(fout)}")]) from None
    except CatalogusFout:
        if not bestand.is_file():
            raise
        raise CatalogusFout([Fout(bestand, 0, "", GEEN_WERKBLAD)]) from None
    if not boek.worksheets:
        raise CatalogusFout([Fout(bestand, 0, "", GEEN_WERKBLAD)])
    return boek


def _rijen(blad: "Worksheet") -> list[Sequence[Any]]:
    rijen = blad.iter_rows(max_row=MEESTE_RIJEN + 1, max_col=MEESTE_KOLOMMEN, values_only=True)
    return [list(rij) for rij in rijen]


def _koppen(
    rijen: Sequence[Sequence[Any]], eerste: str, koppen: Mapping[str, str]
) -> tuple[int, dict[int, str]]:
    """The row with the headings, counted from 1, and the field of each column; 0 and none where they are missing."""
    for nr, rij in enumerate(rijen, 1):
        namen = [vlak(str(cel)) if cel is not None else "" for cel in rij]
        if namen and namen[0] == eerste:
            return nr, {k: koppen[kop] for k, kop in enumerate(namen) if kop in koppen}
    return 0, {}


class _Lezer:
    def __init__(self, bestand: Path, lees: Lees) -> None:
        self.bestand, self.lees = bestand, lees
        self.fouten: list[Fout] = []
        self.let_op: list[Fout] = []
        self.blad = ""
        """The name of the sheet before a cell, but for the first."""
        self.rijen_van: list[int] = []
        """Of each group the row that it begins on."""

    def rij_van(self, pad: Pad) -> int:
        return self.rijen_van[pad[1]] if len(pad) > 1 and isinstance(pad[1], int) else 1

    def plan(self, rijen: Sequence[Sequence[Any]]) -> dict[str, Any]:
        gelezen: dict[str, Any] = {}
        groepen: dict[str, dict[str, Any]] = {}
        kopregel, koppen = self._koppen(rijen, "groep", KOPPEN)
        if not {"naam", "deelnemers"} <= set(koppen.values()):
            melding = f"de koppen ontbreken; zet boven de groepen: {', '.join(KOPPEN).capitalize()}"
            self._fout(kopregel or 1, 0, melding)
            koppen = {}
        for nr, rij in enumerate(rijen, 1):
            if koppen and nr > kopregel:
                self._groep(nr, rij, koppen, groepen)
            elif nr < kopregel and None not in rij[:2]:
                self._bovenaan(nr, rij, gelezen)
        return zonder_niets({**gelezen, "groepen": list(groepen.values())})

    def _bovenaan(self, nr: int, rij: Sequence[Any], gelezen: dict[str, Any]) -> None:
        """A row above the headings: a word, and the value beside it."""
        if veld := BOVENAAN.get(vlak(str(rij[0]))):
            gelezen[veld] = self._waarde(nr, 1, veld, rij[1])
        else:
            self._telt_niet(nr, 0, f"{str(rij[0])[:LANGSTE_WOORD]!r} ken ik hier niet")

    def _koppen(
        self, rijen: Sequence[Sequence[Any]], eerste: str, koppen: Mapping[str, str]
    ) -> tuple[int, dict[int, str]]:
        """The row with the headings and the field of each column, with what is not understood of them."""
        nr, gevonden = _koppen(rijen, eerste, koppen)
        velden: dict[int, str] = {}
        for k, kop in enumerate(rijen[nr - 1] if nr else ()):
            if k in gevonden and gevonden[k] in velden.values():
                self._fout(nr, k, f"de kop {kop!r} staat er twee keer; laat er één staan")
            elif k in gevonden:
                velden[k] = gevonden[k]
            elif kop not in (None, ""):
                self._telt_niet(nr, k, f"de kolom {str(kop)[:LANGSTE_WOORD]!r} ken ik niet")
        return nr, velden

    def offertes(self, rijen: Sequence[Sequence[Any]]) -> dict[str, Any]:
        gelezen: dict[str, Any] = {}
        kopregel, koppen = self._koppen(rijen, "wat", OFFERTEKOPPEN)
        if not {"vast", "per", "bedrag"} <= set(koppen.values()):
            self._fout(1, 0, f"de koppen ontbreken; zet bovenaan: {', '.join(OFFERTEKOPPEN).capitalize()}")
        for nr, rij in enumerate(rijen, 1):
            cellen = _gevuld(rij, koppen)
            if nr <= kopregel or not cellen:
                continue
            waarden = {veld: self._waarde(nr, *_met(cellen, veld)) for veld in cellen}
            for veld in ("vast", "per", "bedrag"):
                if veld not in cellen:
                    self._fout(nr, _kolom_van(veld, koppen), "is leeg; vul het in")
            wat = waarden.pop("vast", None)
            if wat is not None and wat in gelezen:
                self._fout(nr, cellen["vast"][0], DUBBEL.format(wat=wat))
            gelezen[wat] = waarden
        return gelezen

    def _groep(
        self, nr: int, rij: Sequence[Any], koppen: Mapping[int, str], groepen: dict[str, dict[str, Any]]
    ) -> None:
        """One row; rows with the same name are one group."""
        cellen = _gevuld(rij, koppen)
        if not cellen:
            return
        if "naam" not in cellen:
            self._fout(nr, 0, "geef de groep een naam")
            return
        if vlak(str(cellen["naam"][1])) in TOTALEN and not {"leeftijd", "taal"} & cellen.keys():
            self._telt_niet(nr, 0, "dit is een totaal")
            return
        naam = self._waarde(nr, *_met(cellen, "naam"))
        if naam not in groepen:
            self.rijen_van.append(nr)
        groep = groepen.setdefault(naam, {"naam": naam})
        mensen = None
        if "deelnemers" in cellen:
            mensen = self._waarde(nr, *_met(cellen, "deelnemers"))
        else:
            self._fout(nr, _kolom_van("deelnemers", koppen), "geef hoeveel mensen het zijn")
        if self._is_zoals_eerder(nr, cellen, groep):
            self._zet_mensen(nr, cellen, groep, mensen)

    def _is_zoals_eerder(self, nr: int, cellen: Mapping[str, tuple[int, Any]], groep: dict[str, Any]) -> bool:
        """Whether a row says of all of its group what an earlier one does; where it is the first it says so."""
        for veld in (een for een in ("leeftijd", "setting") if een in cellen):
            woorden = dict.fromkeys(self._woorden(nr, *_met(cellen, veld)))
            if woorden and groep.setdefault(veld, woorden) != woorden:
                self._fout(nr, cellen[veld][0], ANDERS)
                return False
        return True

    def _zet_mensen(
        self, nr: int, cellen: Mapping[str, tuple[int, Any]], groep: dict[str, Any], mensen: int | None
    ) -> None:
        """The people of one row: those of a language, or all of a group without."""
        talen = list(self._woorden(nr, *_met(cellen, "taal"))) if "taal" in cellen else []
        wie = dict.fromkeys(self._woorden(nr, *_met(cellen, "doelgroep"))) if "doelgroep" in cellen else {}
        if len(talen) == 1 and talen[0] not in groep.get("taal", {}):
            groep.setdefault("taal", {})[talen[0]] = mensen
        elif talen or "taal" in groep or "deelnemers" in groep:
            self._fout(nr, cellen.get("taal", (0, None))[0], ELKE_RIJ)
        else:
            groep["deelnemers"] = mensen
        if wie:
            groep.setdefault("overig", {})[talen[0] if talen else "overig"] = wie

    def _woorden(self, nr: int, kolom: int, veld: str, waarde: Any) -> Iterator[str]:
        """The words of one cell, with commas between them."""
        if isinstance(waarde, datetime):
            self._fout(nr, kolom, f"is een datum geworden; zet een ' voor {veld}, zoals '8-12")
            return
        for deel in str(waarde).split(","):
            yield from self._waarde(nr, kolom, veld, deel.strip()) or ()

    def _waarde(self, nr: int, kolom: int, veld: str, waarde: Any) -> Any:
        tekst = str(int(waarde)) if isinstance(waarde, float) and waarde.is_integer() else str(waarde)
        if isinstance(waarde, datetime):
            tekst = waarde.date().isoformat()
        try:
            return lees_woord(self.lees, veld, tekst)
        except ValueError as fout:
            self._fout(nr, kolom, str(fout))
            return None

    def _fout(self, nr: int, kolom: int, melding: str) -> None:
        self.fouten.append(self._op_cel(nr, kolom, melding))

    def _telt_niet(self, nr: int, kolom: int, melding: str) -> None:
        self.let_op.append(self._op_cel(nr, kolom, f"{melding}; dat telt niet mee"))

    def _op_cel(self, nr: int, kolom: int, melding: str) -> Fout:
        return Fout(self.bestand, nr, f"{self.blad}{celnaam(nr, kolom + 1)}", melding)


def _gevuld(rij: Sequence[Any], koppen: Mapping[int, str]) -> dict[str, tuple[int, Any]]:
    """By field the column of a cell with something in it, and that."""
    return {veld: (k, rij[k]) for k, veld in koppen.items() if rij[k] not in (None, "")}


def _kolom_van(veld: str, koppen: Mapping[int, str]) -> int:
    """The first where there is none with that heading."""
    return next((k for k, een in koppen.items() if een == veld), 0)


def _met(cellen: Mapping[str, tuple[int, Any]], veld: str) -> tuple[int, str, Any]:
    kolom, waarde = cellen[veld]
    return kolom, veld, waarde
