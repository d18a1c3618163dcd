"""Read the file of a plan: all faults at once, each with its line. A saved question is a plan of one group."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_plan import Planbestand, Plangroep
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.yaml_lezer import Document, Pad, lees_yaml

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
