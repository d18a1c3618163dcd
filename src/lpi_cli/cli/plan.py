"""``lpi plan``: several groups, several languages, one budget."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model_afzender import BESTAND
from lpi_cli.cli._eigen import catalogus, lees_afzender, meld_let_op, vandaag
from lpi_cli.cli._opties import Rekenopties, commando, padargument, padoptie
from lpi_cli.cli._uitvoer import Uitvoer, bewaar, geef_sjabloon, maak_map, melding, sla_op, weiger_bestaand
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.plan.lezen import (
    BUDGET,
    GROEPVELDEN,
    OFFERTEVELDEN,
    PLANVELDEN,
    Pad,
    Planopzet,
    fouten_in,
    lees_offertes,
    lees_plangroep,
    lees_veld,
    maak_opgave,
    maak_opzet,
)
from lpi_cli.kern.plan.opgave import Offerte
from lpi_cli.kern.plan.plannen import Plannen, maak_plannen
from lpi_cli.kern.vraag import VELDEN
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.plan import planbeeld

VOORBEELDEN = """\
lpi plan --sjabloon --opslaan plan.yaml
lpi plan plan.yaml
lpi plan --groep 8-12:ar=10,ti=10 --groep 18+:ar=20,ti=20 --budget 50000
lpi plan plan.yaml --offerte mind-spring/junior=4000/groep --opslaan plan.yaml
lpi plan plan.yaml --uit plan.xlsx --aanvragen brieven
"""


@commando(VOORBEELDEN)
def plan(
    *,
    bestand: Annotated[
        Path | None, padargument("BESTAND", "Een plan, zoals plan.yaml of plan.xlsx, of een bewaarde vraag.")
    ] = None,
    groep: Annotated[
        list[str] | None,
        typer.Option(
            "--groep", metavar="GROEP", help="Een groep: leeftijd en mensen per taal, zoals 8-12:ar=10,ti=10."
        ),
    ] = None,
    offerte: Annotated[
        list[str] | None,
        typer.Option(
            "--offerte", metavar="PRIJS", help="Een prijs die u kreeg, zoals bamboo/youth=2900/groep."
        ),
    ] = None,
    sjabloon: Annotated[
        bool, typer.Option("--sjabloon", help="Geef een plan met uitleg om in te vullen.")
    ] = False,
    opslaan: Annotated[
        Path | None,
        padoptie(
            "--opslaan",
            "BESTAND",
            "Bewaar het plan, zoals plan.yaml; een offerte komt erbij in het bestand dat er al is.",
        ),
    ] = None,
    aanvragen: Annotated[
        Path | None,
        padoptie(
            "--aanvragen", "MAP", "Maak per aanbieder een brief in Word, met de afzender uit afzender.yaml."
        ),
    ] = None,
    rekenopties: Rekenopties,
    uitvoer: Uitvoer,
) -> None:
    """Verdeel een budget over groepen en talen: wat kan, wat kost het, en wat moet u nog vragen."""
    if sjabloon:
        if bestand or groep or offerte or aanvragen:
            raise Vraagfout("--sjabloon geeft een leeg plan; vraag dat apart, met alleen --opslaan erbij.")
        _geef_sjabloon(opslaan, uitvoer)
        return
    opzet = _opzet(bestand, groep or (), offerte or ())
    opzet = opzet._replace(rekenen={**opzet.rekenen, **rekenopties})
    plannen, _ = reken_uit(opzet)
    if opslaan is not None:
        _bewaar(opzet, bestand, offerte or (), opslaan, overschrijf=uitvoer.overschrijf)
    if aanvragen is not None:
        _schrijf_aanvragen(plannen, aanvragen, [*([bestand.parent] if bestand else []), Path()], uitvoer)
    uitvoer.toon(planbeeld(plannen, catalogus(), vandaag()))


def reken_uit(opzet: Planopzet) -> tuple[Plannen, Aannames]:
    """The plans, and what was calculated with besides the budget. Raises ``Vraagfout``."""
    rekenen = {naam: waarde for naam, waarde in opzet.rekenen.items() if naam != BUDGET}
    aannames = Aannames(1, vandaag(), **rekenen)
    return maak_plannen(maak_opgave(opzet, catalogus()), catalogus(), vandaag(), aannames), aannames


def _opzet(bestand: Path | None, groepen: Sequence[str], offertes: Sequence[str]) -> Planopzet:
    """The plan of a file or of the line, with the quotes of the line. Raises ``CatalogusFout`` or ``Vraagfout``."""
    if (bestand is None) != bool(groepen):
        raise Vraagfout(
            "Geef een plan of een groep, niet allebei."
            if groepen
            else "Geef een plan of --groep 8-12:ar=10,ti=10. Een plan om in te vullen geeft: lpi plan --sjabloon"
        )
    opzet = maak_opzet(_van_regel(groepen)) if bestand is None else lees_opzet(bestand)
    return opzet._replace(offertes={**opzet.offertes, **_offertes(offertes)})


def _van_regel(groepen: Sequence[str]) -> Mapping[str, Any]:
    try:
        gelezen = {"groepen": [lees_plangroep(een, catalogus()) for een in groepen]}
        for _, fout in fouten_in(gelezen, catalogus()):
            raise Vraagfout(fout)
    except Vraagfout as fout:
        raise Vraagfout(f"--groep: {fout}") from None
    return gelezen


def lees_opzet(bestand: Path) -> Planopzet:
    """The plan of a file. Raises ``CatalogusFout`` with every fault, or ``Vraagfout``."""
    lees, let_op = partial(lees_veld, catalogus=catalogus()), list[Fout]()

    def keur(gelezen: Mapping[str, Any]) -> list[tuple[Pad, str]]:
        return list(fouten_in(gelezen, catalogus()))

    if bestand.suffix.lower() == ".xlsx":
        from lpi_cli.catalogus.planblad import lees_planblad

        gelezen = lees_planblad(bestand, lees, keur, let_op)
    else:
        from lpi_cli.catalogus.planbestand import Planvelden, lees_plan

        soorten = {naam: veld.soort for naam, veld in VELDEN.items()}
        velden = Planvelden(PLANVELDEN, GROEPVELDEN, soorten, OFFERTEVELDEN)
        gelezen = lees_plan(bestand, velden, lees, keur, let_op)
    meld_let_op(let_op)
    return maak_opzet(gelezen)


def _offertes(getypt: Sequence[str]) -> dict[str, Offerte]:
    try:
        return lees_offertes(getypt, catalogus())
    except Vraagfout as fout:
        raise Vraagfout(f"--offerte: {fout}") from None


def _bewaar(
    opzet: Planopzet, bestand: Path | None, offertes: Sequence[str], opslaan: Path, *, overschrijf: bool
) -> None:
    """Keep the plan: that of the line as a file, or that of a file with the quotes of the line.

    Raises ``Vraagfout``, ``CatalogusFout`` or ``BestandFout``.
    """
    from lpi_cli.weergave.plansjabloon import offertevelden, plantekst

    if bestand is None:
        sla_op(opslaan, plantekst(opzet), overschrijf=overschrijf)
        return
    if not offertes:
        raise Vraagfout("--opslaan zet bij een plan uit een bestand een prijs erbij; geef ook --offerte.")
    dag = vandaag()
    nieuw = {wat: offerte._replace(datum=dag.isoformat()) for wat, offerte in _offertes(offertes).items()}
    if bestand.suffix.lower() == ".xlsx":
        from lpi_cli.catalogus.planblad import zet_offertes_in_blad

        if opslaan.suffix.lower() != ".xlsx":
            raise Vraagfout(
                f"--opslaan {opslaan} kan niet: {bestand} is een werkblad; laat de naam eindigen op .xlsx."
            )
        rijen = {wat: (een.per, een.bedrag, dag, een.groepsgrootte) for wat, een in nieuw.items()}
        bewaar(opslaan, zet_offertes_in_blad(bestand, rijen), overschrijf=overschrijf or opslaan == bestand)
    else:
        from lpi_cli.catalogus.planbestand import zet_offertes

        velden = {wat: offertevelden(een) for wat, een in nieuw.items()}
        inhoud = zet_offertes(bestand, velden, partial(lees_veld, catalogus=catalogus()))
        sla_op(opslaan, inhoud, overschrijf=overschrijf or opslaan == bestand)


def _schrijf_aanvragen(plannen: Plannen, map_: Path, zoek_in: Sequence[Path], uitvoer: Uitvoer) -> None:
    """A letter per provider in a folder. ``zoek_in``: where the sender may stand.

    Raises ``Vraagfout``, ``CatalogusFout`` or ``BestandFout``.
    """
    from lpi_cli.weergave.aanvraag import aanvragen

    afzender = lees_afzender(zoek_in)
    brieven = aanvragen(plannen, afzender, catalogus(), vandaag())
    maak_map(map_)
    for brief in brieven:
        weiger_bestaand(map_ / brief.bestandsnaam, overschrijf=uitvoer.overschrijf)
    for brief in brieven:
        Uitvoer(None, map_ / brief.bestandsnaam, uitvoer.overschrijf).toon(brief.beeld)
    if afzender is None:
        melding(
            f"Wie de aanvraag stuurt, is nog leeg. Zet naam, organisatie, adres, email en telefoon in {BESTAND}."
        )


def _geef_sjabloon(opslaan: Path | None, uitvoer: Uitvoer) -> None:
    """A plan to fill in, on the screen or in a file."""
    from shlex import quote

    from lpi_cli.weergave.plansjabloon import leeg_plan

    if opslaan and opslaan.suffix.lower() == ".xlsx" and uitvoer.formaat is None:
        from lpi_cli.weergave.planboek import leeg_boek

        bewaar(opslaan, leeg_boek(), overschrijf=uitvoer.overschrijf)
    else:
        geef_sjabloon(leeg_plan(), opslaan, uitvoer, "plan.yaml")
    melding(
        f"Vul het bestand in en reken het daarna uit met: lpi plan {quote(str(opslaan)) if opslaan else 'BESTAND'}"
    )
