"""``lpi rapport``: a memo of a choice, for those who decide on it."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.bestanden import oorzaak
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.model_afzender import BESTAND
from lpi_cli.cli._eigen import catalogus, eigen_mappen, lees_afzender, meld_let_op, vandaag
from lpi_cli.cli._interview import laat_typen_tot_het_kan
from lpi_cli.cli._keuzehulp import vul_antwoorden_aan
from lpi_cli.cli._opties import Vraagopties, aannames, commando, padoptie, vul_ids_aan
from lpi_cli.cli._toetsen import lees_toetsen
from lpi_cli.cli._uitvoer import BestandFout, Uitvoer, is_terminal, melding
from lpi_cli.kern.aannames import lees_deelnemers
from lpi_cli.kern.rapport import Notitieopdracht, Voorstel, niet_ingevuld, stel_advies_op
from lpi_cli.kern.toets import Toetsuitslag, toets_interventie
from lpi_cli.kern.vind import vind_alle, vind_wat
from lpi_cli.kern.vraag import Vraag
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.weergave.beeld import Beeld
from lpi_cli.weergave.rapport import rapportbeeld

VOORBEELDEN = """\
lpi rapport
lpi rapport --vraag vraag.yaml --deelnemers 40 --uit advies.html
lpi rapport --vraag vraag.yaml --toets wandelgroep.yaml --uit advies.docx
lpi rapport --vraag vraag.yaml --aan "het college" --voorstel mindfit --reden "Past bij allen." --uit advies.docx
lpi rapport --interventie mindfit --interventie mosaic --deelnemers 15
lpi rapport --plan plan.yaml --aan "het college" --voorstel B --uit advies.docx
"""
NOTITIE = "De notitie"
STANDAARD = "advies.html"
"""Where a memo is kept when one does not choose."""


@commando(VOORBEELDEN)
def rapport(
    *,
    opties: Vraagopties,
    plan: Annotated[
        Path | None,
        padoptie("--plan", "BESTAND", "De notitie van een plan, zoals plan.yaml, in plaats van een vraag."),
    ] = None,
    toets: Annotated[
        list[str] | None,
        typer.Option(
            "--toets", metavar="BESTAND", help="Een toets van iets van uzelf. Mag vaker dan één keer."
        ),
    ] = None,
    interventie: Annotated[
        list[str] | None,
        typer.Option(
            "--interventie",
            metavar="ID",
            help="Beschrijf deze, ook als zij niet past. Mag vaker dan één keer.",
            autocompletion=vul_ids_aan,
        ),
    ] = None,
    voorstel: Annotated[
        str | None,
        typer.Option(
            "--voorstel",
            metavar="ID",
            help="Wat u voorstelt; met --plan mag het ook een plan zijn, zoals B. Zonder staan er regels om in te vullen.",
            autocompletion=vul_ids_aan,
            rich_help_panel=NOTITIE,
        ),
    ] = None,
    reden: Annotated[
        str | None,
        typer.Option("--reden", metavar="TEKST", help="Waarom u dat voorstelt.", rich_help_panel=NOTITIE),
    ] = None,
    aan: Annotated[
        str | None,
        typer.Option("--aan", metavar="TEKST", help="Aan wie, zoals het college.", rich_help_panel=NOTITIE),
    ] = None,
    van: Annotated[
        str | None,
        typer.Option(
            "--van",
            metavar="TEKST",
            help=f"Van wie. Zonder: wie in {BESTAND} staat, in deze map.",
            rich_help_panel=NOTITIE,
        ),
    ] = None,
    sjabloon: Annotated[
        Path | None,
        padoptie(
            "--sjabloon",
            "BESTAND",
            "Een Word-bestand waarvan stijlen, kop en voet gelden, zoals huisstijl.docx.",
            NOTITIE,
        ),
    ] = None,
    uitvoer: Uitvoer,
) -> None:
    """Maak een notitie voor collega's en bestuur: wat past, wat het kost, wat zeker is en wat niet."""
    if reden is not None and voorstel is None:
        raise Vraagfout("Geef bij --reden ook --voorstel, zoals --voorstel mindfit.")
    if sjabloon is not None:
        uitvoer = uitvoer._replace(sjabloon=_lees_sjabloon(sjabloon))
    criteria = catalogus().kwaliteitscriteria
    uitslagen = [toets_interventie(een, criteria) for een in lees_toetsen(toets or ())]
    if plan is not None:
        if opties != Vraagopties(Vraag(), None) or interventie:
            raise Vraagfout(
                "Geef --plan of een vraag, niet allebei: voor wie het is en wat er is, staat in het plan."
            )
        van = van or _afzender([plan.parent, Path()])
        _met_plek(uitvoer).toon(_van_plan(plan, voorstel, reden, uitslagen, van, aan), blader=True)
        return
    gevraagd = vind_alle(catalogus(), interventie or ())
    vraag = _met_aantal(_met_antwoorden(opties.vraag, gevraagd=bool(gevraagd)))
    opties.bewaar(vraag, overschrijf=uitvoer.overschrijf)
    advies = stel_advies_op(
        catalogus(),
        Notitieopdracht(
            vraag=vraag,
            gevraagd=gevraagd,
            aannames=vraag.aannames(vandaag()),
            toetsen=uitslagen,
            datum=vandaag(),
            voorstel=None if voorstel is None else Voorstel(vind_wat(catalogus(), voorstel), reden),
            van=van or _afzender([Path()]),
            aan=aan,
        ),
    )
    meld_let_op(_niet_af(optie.interventie for optie in (*advies.opties, *advies.overige)))
    _met_plek(uitvoer).toon(rapportbeeld(advies, catalogus()), blader=True)


def _van_plan(
    bestand: Path,
    voorstel: str | None,
    reden: str | None,
    toetsen: Sequence[Toetsuitslag],
    van: str | None,
    aan: str | None,
) -> Beeld:
    """Raises ``CatalogusFout`` for a file that is wrong, or ``Vraagfout``."""
    from lpi_cli.cli.plan import lees_opzet, reken_uit
    from lpi_cli.kern.rapportplan import Planopdracht, Planvoorstel, kies_plan
    from lpi_cli.weergave.rapportplan import planrapportbeeld

    plannen, aannames = reken_uit(lees_opzet(bestand))
    gekozen = None if voorstel is None else Planvoorstel(kies_plan(voorstel, plannen, catalogus()), reden)
    meld_let_op(_niet_af(een.interventie for plan in plannen.plannen for een in plan.regels))
    opdracht = Planopdracht(plannen, aannames, toetsen, vandaag(), gekozen, van, aan)
    return planrapportbeeld(opdracht, catalogus())


def _lees_sjabloon(bestand: Path) -> bytes:
    """Raises ``BestandFout`` when it cannot be read, ``Vraagfout`` when it is no Word document."""
    try:
        inhoud = bestand.read_bytes()
    except OSError as fout:
        raise BestandFout(f"{bestand} kan niet worden gelezen: {oorzaak(fout)}.") from None
    try:
        from docx import Document

        Document(BytesIO(inhoud))
    except ModuleNotFoundError:
        return inhoud  # writing says what to install
    except Exception:
        raise Vraagfout(f"{bestand} is geen Word-bestand; geef een bestand op .docx.") from None
    return inhoud


def _afzender(zoek_in: Sequence[Path]) -> str | None:
    """Who sends it, by name and organisation, where a file in one of these folders says so. Raises ``CatalogusFout``."""
    afzender = lees_afzender(zoek_in)
    return ", ".join(filter(None, [afzender.naam, afzender.organisatie])) if afzender else None


def _met_antwoorden(vraag: Vraag, *, gevraagd: bool) -> Vraag:
    """``vraag`` with the answers of the Keuzehulp, asked when nothing was; without when only interventions are asked for.

    Raises ``Vraagfout`` when there is nothing to write a memo about.
    """
    if vraag.filters or gevraagd:
        return vraag
    if not is_terminal():
        raise Vraagfout(
            "Geef --vraag vraag.yaml (maak het met: lpi kies --opslaan vraag.yaml), opties zoals --leeftijd 18+, "
            "of --interventie ID."
        )
    return vul_antwoorden_aan(vraag)


def _met_aantal(vraag: Vraag) -> Vraag:
    """``vraag`` with the number of people, asked when someone can say it.

    Raises ``Vraagfout`` when it cannot be left out.
    """
    if vraag.mensen.aantal is None and is_terminal():
        aantal = laat_typen_tot_het_kan(
            "Voor hoeveel mensen? Druk Enter als u het nog niet weet:",
            lambda getypt: lees_deelnemers(getypt) if getypt else None,
        )
        vraag = vraag._replace(mensen=vraag.mensen._replace(aantal=aantal))
    if vraag.rekenen:
        aannames(vraag)
    if vraag.mensen.aantal is None and not is_terminal():
        melding("Zonder --deelnemers staan prijzen in hun eigen eenheid en is niets uitgerekend.")
    return vraag


def _niet_af(getoond: Iterable[Interventie]) -> list[Fout]:
    """The own files of what the memo shows that are not filled in yet."""
    velden = {interventie.id: niet_ingevuld(interventie) for interventie in getoond}
    return [
        Fout(bestand, 0, "", f"nog niet ingevuld: {opsomming(gevraagd)}. Vul dit eerst aan")
        for id_, gevraagd in velden.items()
        for map_ in eigen_mappen()
        if gevraagd and (bestand := map_ / "interventies" / f"{id_}.yaml").is_file()
    ]


def _met_plek(uitvoer: Uitvoer) -> Uitvoer:
    """``uitvoer``, with a file to write when one can be asked for and none was given."""
    if uitvoer.bestand is not None or uitvoer.formaat is not None or not is_terminal():
        return uitvoer

    def naar(getypt: str) -> Uitvoer:
        gekozen = uitvoer._replace(bestand=Path(getypt or STANDAARD))
        gekozen.controleer()
        return gekozen

    wat = f"Waar bewaren? Een naam op .html, .docx of .md; Enter is {STANDAARD}."
    return laat_typen_tot_het_kan(wat, naar)
