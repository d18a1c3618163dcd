"""Read the file of a plan: all faults at once, each with its line. A saved question is a plan of one group."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_plan import Planbestand, Plangroep
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.yaml_lezer import Document, Pad, lees_yaml, lees_yaml_tekst

Keuring = Callable[[Planbestand], Iterable[tuple[Pad, str]]]
"""What is wrong with a plan of which the form is right: where, and what (Dutch)."""
LeesBedrag = Callable[[str], Decimal | None]
"""An amount as people type it; None when it is none."""
GROEP = "groep"
"""The name of the group of a question without one."""
BEDRAGEN = ("budget", "uurtarief", "tolktarief", "bedrag")


def lees_plan(
    bestand: Path, codes: dict[str, Any], lees_bedrag: LeesBedrag, keur: Keuring, let_op: list[Fout]
) -> Planbestand:
    """The plan in ``bestand``; adds to ``let_op``. Raises ``CatalogusFout`` with every fault found."""
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    let_op += document.let_op
    if document.gegevens is None:
        raise CatalogusFout(
            [document.fout((), "is leeg; een plan om in te vullen geeft: lpi plan --sjabloon")]
        )
    document = _van_vraag(document)
    _lees_bedragen(document.gegevens, lees_bedrag)
    gegevens, fouten = valideer(document, Planbestand, codes)
    if fouten:
        raise CatalogusFout(fouten)
    plan: Planbestand = maak(Planbestand, gegevens)
    fouten = [document.fout(pad, melding) for pad, melding in keur(plan)]
    if fouten:
        raise CatalogusFout(fouten)
    return plan


def _van_vraag(document: Document) -> Document:
    """A saved question as a plan of one group; its lines stay where they are. What is no part of a plan is left out."""
    vraag = document.gegevens
    if (
        not isinstance(vraag, dict)
        or "groepen" in vraag
        or not vraag.keys() & (set(Plangroep._fields) - {"naam"})
    ):
        return document
    groep = {
        naam: waarde for naam, waarde in vraag.items() if naam in Plangroep._fields and waarde is not None
    }
    if isinstance(leeftijd := groep.get("leeftijd"), dict):
        groep["leeftijd"] = list(leeftijd)
        aantallen = [aantal for aantal in leeftijd.values() if type(aantal) is int]
        if not groep.get("taal") and len(aantallen) == len(leeftijd):
            groep.setdefault("deelnemers", sum(aantallen))
    rest = {
        naam: waarde
        for naam, waarde in vraag.items()
        if naam not in groep and naam != "liefst" and waarde is not None
    }
    groep.setdefault("naam", GROEP)
    regels = {**document.regels, **{("groepen", 0, *pad): regel for pad, regel in document.regels.items()}}
    return document._replace(gegevens={**rest, "naam": vraag.get("naam"), "groepen": [groep]}, regels=regels)


def _lees_bedragen(waarde: Any, lees_bedrag: LeesBedrag) -> None:
    """Amounts as people write them, such as ``€ 50.000``, become numbers; what is no amount stays as it is."""
    if not isinstance(waarde, dict):
        return
    for naam, deel in waarde.items():
        if naam in BEDRAGEN and isinstance(deel, str):
            waarde[naam] = lees_bedrag(deel) or deel
        elif naam == "offertes" and isinstance(deel, dict):
            for offerte in deel.values():
                _lees_bedragen(offerte, lees_bedrag)


def zet_offertes(bestand: Path, regels: Mapping[str, str]) -> str:
    """The text of a plan with these lines under ``offertes``, and the rest as it was; a line of before goes out.

    ``regels``: by what they are for, without indent. Raises ``CatalogusFout`` when it cannot be done.
    """
    tekst = bestand.read_bytes().decode("utf-8")
    document = lees_yaml_tekst(tekst.replace("\r\n", "\n").removeprefix("\ufeff"), bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    einde = "\r\n" if "\r\n" in tekst else "\n"
    nieuw = einde.join(_met_offertes(tekst.replace("\r\n", "\n").split("\n"), document, regels))
    gelezen = lees_yaml_tekst(nieuw.replace("\r\n", "\n").removeprefix("\ufeff"), bestand)
    if isinstance(gelezen, Fout) or not _zelfde_rest(document.gegevens, gelezen.gegevens, regels):
        melding = f"in dit bestand kan ik de offerte niet zetten; zet zelf onder offertes: {'; '.join(regels.values())}"
        raise CatalogusFout([document.fout(("offertes",), melding)])
    return nieuw


def _met_offertes(rijen: list[str], document: Document, regels: Mapping[str, str]) -> list[str]:
    """The lines of a file with those of some quotes; quotes between braces get a line each."""
    bekend = document.gegevens.get("offertes") or {}
    if "offertes" not in document.gegevens:
        kaal = rijen[:-1] if rijen[-1] == "" else rijen
        return [*kaal, "offertes:", *(f"  {regel}" for regel in regels.values()), ""]
    begin = document.regels[("offertes",)]
    einde = _einde(rijen, begin)
    eerste = next((rij for rij in rijen[begin:einde] if rij.strip() and not rij.lstrip().startswith("#")), "")
    inspring = eerste[: len(eerste) - len(eerste.lstrip())] or "  "
    nieuw = [f"{inspring}{regel}" for regel in regels.values()]
    if rijen[begin - 1].partition("#")[0].strip() == "offertes:":
        weg = {
            nr
            for wat in regels.keys() & bekend.keys()
            for nr in _rijen_van(rijen, document.regels[("offertes", wat)], einde)
        }
        return [
            *rijen[:begin],
            *nieuw,
            *(rij for nr, rij in enumerate(rijen[begin:], begin) if nr not in weg),
        ]
    if not bekend:
        return [*rijen[: begin - 1], "offertes:", *nieuw, *rijen[begin:]]
    return rijen


def _einde(rijen: Sequence[str], begin: int) -> int:
    """The number of the line with which the next field at the top begins."""
    return next(
        (nr for nr in range(begin, len(rijen)) if rijen[nr][:1] not in ("", " ", "#", "-")), len(rijen)
    )


def _rijen_van(rijen: Sequence[str], regel: int, einde: int) -> range:
    """The lines of one field: up to the next that is indented no deeper."""
    diepte = len(rijen[regel - 1]) - len(rijen[regel - 1].lstrip())
    laatste = regel
    for nr in range(regel, einde):
        if rijen[nr].strip():
            if len(rijen[nr]) - len(rijen[nr].lstrip()) <= diepte:
                break
            laatste = nr + 1
    return range(regel - 1, laatste)


def _zelfde_rest(eerder: Any, nieuw: Any, regels: Mapping[str, str]) -> bool:
    """Whether nothing but the quotes changed, and each of these is there."""
    if not isinstance(nieuw, dict) or not isinstance(nieuw.get("offertes"), dict):
        return False
    oude = eerder.get("offertes") or {}
    rest = {wat: offerte for wat, offerte in nieuw["offertes"].items() if wat not in regels}
    gelijk = {naam: waarde for naam, waarde in nieuw.items() if naam != "offertes"}
    return (
        regels.keys() <= nieuw["offertes"].keys()
        and rest == {wat: offerte for wat, offerte in oude.items() if wat not in regels}
        and gelijk == {naam: waarde for naam, waarde in eerder.items() if naam != "offertes"}
    )
