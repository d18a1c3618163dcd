"""``lpi plan``: several groups, several languages, one budget."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model import Datum
from lpi_cli.catalogus.model_plan import Planbestand, Planofferte
from lpi_cli.catalogus.record import als_gegevens
from lpi_cli.cli._eigen import catalogus, meld_let_op, vandaag
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._opties import Rekenopties, met_bundels
from lpi_cli.cli._uitvoer import Uitvoer, bewaar, maak_map, melding, naar_scherm, weiger_bestaand
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.plan.lezen import LEEG, fouten_in, lees_bedrag, lees_groep, lees_offerte, maak_opgave
from lpi_cli.kern.plan.plannen import Plannen, maak_plannen
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.plan import planbeeld
from lpi_cli.weergave.plansjabloon import leeg_plan, offerteregel, plantekst

app = typer.Typer(rich_markup_mode=None, add_completion=False)

VOORBEELDEN = """\
lpi plan --sjabloon --opslaan plan.yaml
lpi plan plan.yaml
lpi plan --groep 8-12:ar=10,ti=10 --groep 18+:ar=20,ti=20 --budget 50000
lpi plan plan.yaml --offerte mind-spring/junior=4000/groep --opslaan plan.yaml
lpi plan plan.yaml --uit plan.xlsx --aanvragen brieven
"""


@app.command(cls=Commando, epilog=VOORBEELDEN)
@met_bundels
def plan(
    *,
    bestand: Annotated[
        Path | None,
        typer.Argument(
            metavar="BESTAND", help="Een plan, zoals plan.yaml, of een bewaarde vraag.", parser=Path
        ),
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
        typer.Option(
            "--opslaan",
            metavar="BESTAND",
            help="Bewaar het plan, zoals plan.yaml; een offerte komt erbij in het bestand dat er al is.",
            parser=Path,
        ),
    ] = None,
    aanvragen: Annotated[
        Path | None,
        typer.Option(
            "--aanvragen",
            metavar="MAP",
            help="Maak per aanbieder een brief in Word, met de afzender uit afzender.yaml.",
            parser=Path,
        ),
    ] = None,
    rekenopties: Rekenopties,
    uitvoer: Uitvoer,
) -> None:
    """Verdeel een budget over groepen en talen: wat kan, wat kost het, en wat moet u nog vragen."""
    if sjabloon:
        _geef_sjabloon(opslaan, uitvoer)
        return
    gevraagd = _gevraagd(bestand, groep or (), offerte or ())._replace(**rekenopties)
    rekenen = {naam: waarde for naam in _REKENEN if (waarde := getattr(gevraagd, naam)) is not None}
    aannames = Aannames(1, vandaag(), **rekenen)
    plannen = maak_plannen(maak_opgave(gevraagd, catalogus()), catalogus(), vandaag(), aannames)
    if opslaan is not None:
        _bewaar(gevraagd, bestand, offerte or (), opslaan, overschrijf=uitvoer.overschrijf)
    if aanvragen is not None:
        _schrijf_aanvragen(plannen, aanvragen, [*([bestand.parent] if bestand else []), Path()], uitvoer)
    uitvoer.toon(planbeeld(plannen, catalogus(), vandaag()))


_REKENEN = ("uurtarief", "tolktarief", "groepsgrootte", "bijeenkomsten", "gezinnen")


def _gevraagd(bestand: Path | None, groepen: Sequence[str], offertes: Sequence[str]) -> Planbestand:
    """The plan of a file or of the line, with the quotes of the line. Raises ``CatalogusFout`` or ``Vraagfout``."""
    if (bestand is None) != bool(groepen):
        raise Vraagfout(
            "Geef een plan of een groep, niet allebei."
            if groepen
            else "Geef een plan of --groep 8-12:ar=10,ti=10. Een plan om in te vullen geeft: lpi plan --sjabloon"
        )
    if bestand is not None:
        gevraagd = _lees(bestand)
    else:
        gevraagd = LEEG._replace(groepen=tuple(map(lees_groep, groepen)))
    gevraagd = gevraagd._replace(offertes={**gevraagd.offertes, **_offertes(offertes)})
    if bestand is None or offertes:
        for pad, fout in fouten_in(gevraagd, catalogus()):
            raise Vraagfout(f"--{'offerte' if pad[0] == 'offertes' else 'groep'}: {fout}")
    return gevraagd


def _offertes(getypt: Sequence[str]) -> dict[str, Planofferte]:
    try:
        return dict(lees_offerte(een, catalogus()) for een in getypt)
    except Vraagfout as fout:
        raise Vraagfout(f"--offerte: {fout}") from None


def _lees(bestand: Path) -> Planbestand:
    from lpi_cli.catalogus.planbestand import lees_plan

    let_op: list[Fout] = []
    codes = {"eenheid": als_gegevens(catalogus().begrippen["eenheid"])}
    gelezen = lees_plan(bestand, codes, lees_bedrag, lambda plan: fouten_in(plan, catalogus()), let_op)
    meld_let_op(let_op)
    return gelezen


def _bewaar(
    gevraagd: Planbestand, bestand: Path | None, offertes: Sequence[str], opslaan: Path, *, overschrijf: bool
) -> None:
    """Keep the plan: that of the line as a file, or that of a file with the quotes of the line.

    Raises ``Vraagfout``, ``CatalogusFout`` or ``BestandFout``.
    """
    if bestand is None:
        bewaar(opslaan, plantekst(gevraagd).encode(), overschrijf=overschrijf)
        return
    if not offertes:
        raise Vraagfout("--opslaan bewaart bij een plan uit een bestand wat erbij komt; geef ook --offerte.")
    from lpi_cli.catalogus.planbestand import zet_offertes

    dag = Datum(vandaag().isoformat())
    nieuw = {wat: offerte._replace(datum=dag) for wat, offerte in _offertes(offertes).items()}
    tekst = zet_offertes(bestand, {wat: offerteregel(wat, een) for wat, een in nieuw.items()})
    bewaar(opslaan, tekst.encode(), overschrijf=overschrijf or opslaan == bestand)


def _schrijf_aanvragen(plannen: Plannen, map_: Path, zoek_in: Sequence[Path], uitvoer: Uitvoer) -> None:
    """A letter per provider in a folder. ``zoek_in``: where the sender may stand.

    Raises ``Vraagfout``, ``CatalogusFout`` or ``BestandFout``.
    """
    from lpi_cli.catalogus.afzender import BESTAND, lees_afzender
    from lpi_cli.weergave.aanvraag import aanvragen

    let_op: list[Fout] = []
    afzender = lees_afzender(zoek_in, let_op)
    meld_let_op(let_op)
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
    if uitvoer.formaat is not None:
        raise Vraagfout("--sjabloon is een YAML-bestand; bewaar het met --opslaan plan.yaml.")
    if opslaan is None:
        naar_scherm(leeg_plan().encode(), gegevens=True)
    else:
        bewaar(opslaan, leeg_plan().encode(), overschrijf=uitvoer.overschrijf)
    melding(f"Vul het bestand in en reken het daarna uit met: lpi plan {opslaan or 'BESTAND'}")
