"""What of an own catalogue was read from a sheet, so that reading it again leaves alone what was edited by hand.

Beside the files stands ``gelezen.json`` with each file as lpi last made it. A field that is still so in the file may
be renewed from the sheet; one that differs is someone's own.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from lpi_cli.catalogus.catalogus import Catalogus
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.nieuw import interventiepad

GELEZEN = "gelezen.json"
GROOTSTE = 50_000_000
"""Bytes; that of five thousand offers is a tenth."""
_BEGIN_VELD = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


class Aanbod(NamedTuple):
    """One offer as the data of its file, and where in the sheet it stands."""

    id: str
    gegevens: dict[str, Any]
    plek: str
    cellen: Mapping[str, str] = {}
    """What a column is → the cell of it."""


class Bijwerksoort(Enum):
    """What reading a sheet again does with a file."""

    NIEUW = "nieuw"
    BIJGEWERKT = "bijgewerkt"
    GELIJK = "gelijk gebleven"
    BLIJFT = "met de hand gemaakt of weggehaald; blijft zo"


class Bijwerking(NamedTuple):
    id: str
    soort: Bijwerksoort
    tekst: str
    """What the file will hold."""
    eigen: tuple[str, ...] = ()
    """The fields that the sheet has otherwise, and that stay as someone wrote them."""


def lees_gelezen(map_: Path) -> dict[str, str]:
    """By id the text as it was last made; empty when there is none, or it is no longer what lpi wrote."""
    bestand = map_ / GELEZEN
    try:
        if bestand.is_symlink() or bestand.stat().st_size > GROOTSTE:
            return {}
        gelezen = json.loads(bestand.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    goed = isinstance(gelezen, dict) and all(isinstance(tekst, str) for tekst in gelezen.values())
    return gelezen if goed else {}


def als_json(gelezen: Mapping[str, str]) -> bytes:
    return (json.dumps(dict(sorted(gelezen.items())), ensure_ascii=False, indent=0) + "\n").encode()


def werk_bij(map_: Path, teksten: Mapping[str, str], gelezen: Mapping[str, str]) -> list[Bijwerking]:
    """What each file becomes when its text in the sheet is now ``teksten``. Raises ``OSError``."""
    return [
        _werk_bij(interventiepad(map_, id_), id_, nieuw, gelezen.get(id_)) for id_, nieuw in teksten.items()
    ]


def _werk_bij(bestand: Path, id_: str, nieuw: str, vorige: str | None) -> Bijwerking:
    if not bestand.exists() and vorige is None:
        return Bijwerking(id_, Bijwerksoort.NIEUW, nieuw)
    from lpi_cli.catalogus.gewoon import lees_gewoon  # heavy

    document = lees_gewoon(bestand)
    if vorige is None or isinstance(document, Fout):
        return Bijwerking(id_, Bijwerksoort.BLIJFT, "")
    nu = bestand.read_text(encoding="utf-8-sig")
    if nu == vorige:
        return Bijwerking(id_, Bijwerksoort.GELIJK if nieuw == vorige else Bijwerksoort.BIJGEWERKT, nieuw)
    toen, straks, hier = _velden(vorige), _velden(nieuw), document.gegevens
    if not isinstance(hier, dict):
        return Bijwerking(id_, Bijwerksoort.BLIJFT, "")
    anders = [veld for veld in {**toen, **straks} if toen.get(veld) != straks.get(veld)]
    over = [veld for veld in anders if hier.get(veld) == toen.get(veld)]
    eigen = tuple(veld for veld in anders if veld not in over and hier.get(veld) != straks.get(veld))
    samen = _vervang(nu, nieuw, over)
    return Bijwerking(id_, Bijwerksoort.GELIJK if samen == nu else Bijwerksoort.BIJGEWERKT, samen, eigen)


def _velden(tekst: str) -> dict[str, Any]:
    from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml_tekst  # heavy

    document = lees_yaml_tekst(tekst, Path(GELEZEN))
    return document.gegevens if isinstance(document, Document) and isinstance(document.gegevens, dict) else {}


def _vervang(tekst: str, nieuw: str, velden: Iterable[str]) -> str:
    """``tekst`` with some fields as ``nieuw`` has them, or without those that it has no more; the rest to the letter."""
    blokken, van_nieuw = _blokken(tekst), _blokken(nieuw)
    for veld in velden:
        if veld in van_nieuw:
            blokken[veld] = van_nieuw[veld] + _wat_erachter_staat(blokken.get(veld, ""))
        else:
            blokken[""] = blokken.get("", "") + _wat_erachter_staat(blokken.pop(veld, ""))
    return "".join(blok if blok.endswith("\n") or not blok else f"{blok}\n" for blok in blokken.values())


def _blokken(tekst: str) -> dict[str, str]:
    """The lines of each field of the whole, by its name; what stands before them under no name."""
    return {
        blok.partition(":")[0] if _BEGIN_VELD.match(blok) else "": blok for blok in _BEGIN_VELD.split(tekst)
    }


def _wat_erachter_staat(blok: str) -> str:
    """The remarks and empty lines at the end of a field, which belong to what comes after it."""
    gevonden = re.search(r"(?:^(?:#.*)?\n)+\Z", blok, re.MULTILINE)
    return gevonden[0] if gevonden else ""


# --- the check ------------------------------------------------------------------------


def keur(
    aanbod: Sequence[Aanbod], bestand: Path, bronnen: Sequence[str], catalogus: Catalogus
) -> tuple[list[Aanbod], list[Fout]]:
    """The offers that a catalogue takes, and what is wrong with the others. ``bronnen``: sources that are yet to come."""
    from lpi_cli.catalogus.controle import controleer_document  # heavy
    from lpi_cli.catalogus.model_eigen import Aanvulling
    from lpi_cli.catalogus.samenhang import Geleend
    from lpi_cli.catalogus.yaml_lezer import Document

    bekend = {i.id: i for i in catalogus.alle}
    codes = {**catalogus.begrippen, "bron": {*catalogus.bronnen, *bronnen}, "interventie": bekend}
    goed, fouten = [], []
    for een in aanbod:
        document = Document(interventiepad(Path(), een.id), een.gegevens, {})
        doel = bekend.get(een.gegevens.get("vult_aan", ""))
        geleend = (
            Geleend(frozenset(v.id for v in doel.varianten), frozenset(v.bron for v in doel.bronnen))
            if doel
            else None
        )
        gevonden: list[Fout] = []
        controleer_document(document, Aanvulling if doel else Interventie, codes, gevonden, geleend)
        fouten += [
            Fout(bestand, 0, een.cellen.get(fout.veld, f"{een.plek}: {fout.veld}"), fout.melding)
            for fout in gevonden
        ]
        if not gevonden:
            goed.append(een)
    return goed, fouten
