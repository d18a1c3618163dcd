"""``lpi catalogus nieuw``: ask the essentials, and write a file that explains itself."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from lpi_cli.bestanden import alleen_in, oorzaak
from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.model import Kolom, Lezingen
from lpi_cli.catalogus.nieuw import BRONNEN, NieuweBron, interventiepad, maak_id, met_vrij_id, voeg_bron_toe
from lpi_cli.cli._eigen import vandaag
from lpi_cli.cli._interview import (
    Interviewvraag,
    interview,
    laat_antwoord_typen,
    laat_codes_kiezen,
    laat_typen,
)
from lpi_cli.cli._keuzevraag import Keuzevraag
from lpi_cli.cli._opties import commando, padargument, vul_ids_aan
from lpi_cli.cli._uitvoer import BestandFout, bewaar, is_terminal, melding
from lpi_cli.cli.catalogus._eigenmap import schrijf_schemas, weiger_map, wijs_verder
from lpi_cli.kern.begrip import Begrippenlijst, lees_begrip, naam
from lpi_cli.kern.blad.cellen import ONBEKENDE_EENHEID, lees_antwoord
from lpi_cli.kern.filters import LEEFTIJD, lees_waarden
from lpi_cli.kern.getallen import geheel_getal, lees_euro
from lpi_cli.kern.leeftijd import OUDSTE, Leeftijdsvraag
from lpi_cli.kern.lezing import is_geen_voorkeur
from lpi_cli.kern.plan.lezen import lees_offerte, lees_veld, lees_wat, telbare_eenheden
from lpi_cli.kern.plan.opgave import Offerte
from lpi_cli.kern.vind import vind
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import datum_in_woorden
from lpi_cli.weergave.tekst import schoon

if TYPE_CHECKING:
    from lpi_cli.weergave.interventiesjabloon import NieuwAanbod

STANDAARDMAP = "eigen-catalogus"
VOORBEELDEN = """\
lpi catalogus nieuw
lpi catalogus nieuw mijn-regio
lpi catalogus nieuw mijn-regio --naam "Praatgroep Almelo"
lpi catalogus nieuw mijn-regio --vult-aan mindfit=6500/groep
"""
ANDERE_NAAM = "kies een andere naam"
PRIJSKOP = """\
# yaml-language-server: $schema=../schema/aanvulling.schema.json
#
# Een prijs die u kreeg. Zet er gerust meer bij, zoals omvat, exclusief, geldig_tot of toelichting.
"""


@commando(VOORBEELDEN)
def nieuw(
    *,
    map_: Annotated[Path | None, padargument("MAP", "De map van uw eigen catalogus; mag nieuw zijn.")] = None,
    naam_: Annotated[
        str | None, typer.Option("--naam", metavar="NAAM", help="De naam; dan vraagt lpi verder niets.")
    ] = None,
    vult_aan: Annotated[
        str | None,
        typer.Option(
            "--vult-aan",
            metavar="PRIJS",
            help="Neem een prijs op die u kreeg voor wat er al is: het id, of alles ineens, "
            "zoals bamboo/youth=2900/groep.",
            autocompletion=vul_ids_aan,
        ),
    ] = None,
) -> None:
    """Voeg een interventie of een prijs van uzelf toe. U krijgt een bestand met uitleg, om verder in te vullen."""
    if naam_ is not None and vult_aan is not None:
        raise Vraagfout("Geef --naam voor iets nieuws of --vult-aan voor wat er al is, niet allebei.")
    if naam_ is None and "=" not in (vult_aan or "") and not is_terminal():
        raise Vraagfout(
            'Geef een map en een naam: lpi catalogus nieuw mijn-regio --naam "Praatgroep"'
            if vult_aan is None
            else f"Geef de prijs erbij: lpi catalogus nieuw mijn-regio --vult-aan {vult_aan}=2900/groep"
        )
    meegeleverd = laad()
    wat = _lees_vult_aan(vult_aan, meegeleverd) if vult_aan is not None else None
    if map_ is None:
        if not is_terminal():
            raise Vraagfout("Geef een map, zoals: lpi catalogus nieuw mijn-regio --naam ...")
        map_ = Path(laat_typen("In welke map bewaart u uw eigen catalogus?", STANDAARDMAP) or STANDAARDMAP)
    weiger_map(map_)
    nieuw_ = _interventie(naam_, map_, meegeleverd) if wat is None else _prijs(wat, meegeleverd)
    try:
        map_.mkdir(parents=True, exist_ok=True)
        with alleen_in(map_):
            _schrijf(map_, nieuw_, meegeleverd)
    except OSError as fout:
        raise BestandFout(f"In {map_} kan niet worden geschreven: {oorzaak(fout)}.") from None
    melding("Vul het bestand verder in met een tekstverwerker voor platte tekst, zoals Kladblok.")
    wijs_verder(map_, nieuw_.bekijk)


class _Nieuw(NamedTuple):
    """What is to be written."""

    id: str
    bron: NieuweBron
    tekst: Callable[[NieuweBron], str]
    """The file, given its source with the id that this got."""
    bekijk: str
    """The command that shows it."""
    bij_dubbel: str
    """What to do when it is there already."""


# --- asking ---------------------------------------------------------------------------


class Celantwoord(NamedTuple):
    """What someone typed, read as a cell of a sheet is, and the fields that it gives."""

    tekst: str
    velden: Mapping[str, Any]


_Antwoorden = Mapping[str, Any]
WEET_NIET = "weet-niet"
"""Stands for "weet ik niet" while asking."""


def _interview(map_: Path, meegeleverd: Catalogus) -> dict[str, Any]:
    """The answers, by field; what is not known is left out or empty."""

    def naam_(tekst: str) -> str:
        return _lees_naam(tekst, map_, meegeleverd)

    def leeftijd(tekst: str) -> Leeftijdsvraag:
        wensen = lees_waarden(LEEFTIJD, tekst, meegeleverd)
        if len(wensen) != 1:
            raise Vraagfout(f"{tekst!r} is meer dan één leeftijd; geef er één, zoals 4-18.")
        leeftijdsvraag: Leeftijdsvraag = wensen[0][0]
        return leeftijdsvraag

    def cel(kolom: Kolom) -> Callable[[str], Celantwoord]:
        return lambda tekst: Celantwoord(tekst, lees_antwoord(kolom, tekst, meegeleverd))

    typ, kies = (partial(maak, meegeleverd.lezingen) for maak in (_typ, _kies))
    begrippen = meegeleverd.begrippen
    eenheden = {code: begrip for code, begrip in begrippen["eenheid"].items() if code != ONBEKENDE_EENHEID}
    melding(
        "Weet u iets niet? Druk dan op Enter. U kunt het later in het bestand invullen.",
        "Terug naar de vorige vraag: Backspace in een leeg veld.",
    )
    return interview(
        (
            typ("naam", "Hoe heet de interventie?", naam_, verplicht=True),
            typ("organisatie", "Welke organisatie biedt het aan?", partial(_lees_contact, "organisatie")),
            typ("samenvatting", "Wat is het, in een of twee zinnen?"),
            typ("doelgroep", "Voor wie is het?"),
            typ("leeftijd", "Voor welke leeftijd? Zoals 12-18, 18+ of ouders.", leeftijd),
            kies("doel", "Wat is het doel?", begrippen["doel"]),
            kies("vorm", "Hoe doet men mee?", begrippen["vorm"]),
            typ("groepsgrootte", "Hoeveel mensen in een groep? Zoals 8-12.", cel(Kolom.GROEPSGROOTTE)),
            typ("talen", "In welke talen? Zoals Arabisch, Tigrinya.", cel(Kolom.TALEN)),
            typ("setting", "Waar kan het? Zoals azc, gemeente of buurt.", cel(Kolom.PLEK)),
            typ("regio", "In welke plaatsen of provincies? Of typ landelijk.", cel(Kolom.REGIO)),
            kies("status", "Wordt het nu aangeboden?", begrippen["status"], een=True),
            typ("bijeenkomsten", "Hoeveel bijeenkomsten?", geheel_getal(1, 1000)),
            typ("bedrag", "Wat kost het, in euro? Zoals 1250 of 12,50.", lees_euro),
            kies("eenheid", "Waarvoor is die prijs?", eenheden, "bedrag", een=True),
            typ("prijspeil", "Van welk jaar is die prijs?", geheel_getal(1990, 2100), "bedrag"),
            typ("email", "Welk e-mailadres heeft het contact?", partial(_lees_contact, "email")),
            typ("telefoon", "Welk telefoonnummer?", partial(_lees_contact, "telefoon")),
            typ("website", "Welke website? Begin met https://", partial(_lees_contact, "website")),
            typ(
                "bron",
                "Waar komt dit vandaan? De titel van een website of folder.",
                partial(_lees_contact, "naam"),
            ),
            typ("bron_jaar", "Van welk jaar is die bron?", geheel_getal(1900, 2100), "bron"),
            typ("bron_url", "Op welk webadres staat die bron?", partial(_lees_contact, "website"), "bron"),
        ),
        {},
    )


def _lees_vult_aan(getypt: str, meegeleverd: Catalogus) -> str | Offerte:
    """A price, or what it is to be asked for. Raises ``Vraagfout``."""
    try:
        return lees_offerte(getypt, meegeleverd) if "=" in getypt else lees_wat(getypt, meegeleverd)
    except Vraagfout as fout:
        raise Vraagfout(f"--vult-aan: {fout}") from None


def _vraag_prijs(wat: str, meegeleverd: Catalogus) -> dict[str, Any]:
    """The answers, by field; what is not known is left out."""
    interventie = vind(meegeleverd, wat.partition("/")[0])
    typ, kies = (partial(maak, meegeleverd.lezingen) for maak in (_typ, _kies))

    def veld(naam: str) -> Callable[[str], Any]:
        return lambda tekst: lees_veld(naam, tekst, meegeleverd)

    vragen = [
        typ("bedrag", "Wat kost het, in euro? Zoals 1250 of 12,50.", veld("bedrag"), verplicht=True),
        kies("eenheid", "Waarvoor is die prijs?", telbare_eenheden(meegeleverd), een=True),
        typ("groepsgrootte", "Voor hoeveel mensen is een groep, ten hoogste?", veld("groepsgrootte")),
        typ("datum", "Van welke dag is die prijs? Zoals 2026-12-01. Leeg: van vandaag.", veld("datum")),
        typ(
            "van",
            f"Van wie kreeg u die prijs? Leeg: van {interventie.organisatie}.",
            partial(_lees_contact, "organisatie"),
        ),
    ]
    if "/" not in wat and len(interventie.varianten) > 1:
        ids = ", ".join(variant.id for variant in interventie.varianten)
        vraag = f"Voor welke variant: {ids}? Leeg: voor alle."
        vragen.insert(0, typ("wat", vraag, lambda tekst: lees_wat(f"{wat}/{tekst}", meegeleverd)))
    return interview(vragen, {"wat": wat} if len(vragen) == 5 else {})


def _typ(
    lezingen: Lezingen,
    veld: str,
    tekst: str,
    lees: Callable[[str], Any] = str,
    alleen_na: str | None = None,
    *,
    verplicht: bool = False,
) -> Interviewvraag[str, Any]:
    """A question for a line of text; an empty answer means that it is not known."""

    def lees_schoon(getypt: str) -> Any:
        netjes = schoon(getypt)
        bekend = netjes and not is_geen_voorkeur(netjes, lezingen)
        return lees(netjes) if bekend or verplicht else None

    def stel(plek: str, antwoorden: _Antwoorden) -> tuple[Any, bool]:
        return laat_antwoord_typen(f"Vraag {plek}. {tekst}", lees_schoon, antwoorden.get(veld), _als_tekst)

    return Interviewvraag(veld, stel, alleen_na)


def _als_tekst(antwoord: Any) -> str:
    """An answer as one could have typed it."""
    return antwoord.tekst if isinstance(antwoord, Leeftijdsvraag | Celantwoord) else str(antwoord)


def _kies(
    lezingen: Lezingen,
    veld: str,
    tekst: str,
    begrippen: Begrippenlijst,
    alleen_na: str | None = None,
    *,
    een: bool = False,
) -> Interviewvraag[str, Any]:
    """A question with the codes of a vocabulary as answers; ``een``: only one answer can be."""

    def lees(getypt: str) -> list[str]:
        return [WEET_NIET if is_geen_voorkeur(getypt, lezingen) else lees_begrip(getypt, begrippen)]

    def stel(plek: str, antwoorden: _Antwoorden) -> tuple[Any, bool]:
        keuzevraag = Keuzevraag(
            stap=f"Vraag {plek}",
            tekst=tekst,
            hulp=[],
            antwoorden=[*((code, naam(code, begrippen)) for code in begrippen), (WEET_NIET, "weet ik niet")],
            alleen=frozenset({WEET_NIET, *(begrippen if een else ())}),
            begin=WEET_NIET,
            lees=lees,
        )
        return laat_codes_kiezen(keuzevraag, antwoorden.get(veld), WEET_NIET)

    return Interviewvraag(veld, stel, alleen_na)


def _lees_naam(tekst: str, map_: Path, meegeleverd: Catalogus) -> str:
    """A name for which there is no file yet. Raises ``Vraagfout``."""
    netjes = " ".join(schoon(tekst).split())
    id_ = maak_id(netjes)
    if not id_:
        raise Vraagfout("Geef een naam met letters of cijfers, zoals Praatgroep Almelo.")
    if any(interventie.id == id_ for interventie in meegeleverd.alle):
        raise Vraagfout(
            f"{id_!r} staat al in de meegeleverde catalogus. Kies een andere naam, of neem een prijs op "
            f"met: --vult-aan {id_}"
        )
    _weiger_dubbel(interventiepad(map_, id_))
    return _lees_contact("naam", netjes)


def _weiger_dubbel(bestand: Path, doe: str = ANDERE_NAAM) -> None:
    """Raises ``Vraagfout`` when there is an intervention with this name."""
    if os.path.lexists(bestand):
        raise Vraagfout(f"{bestand} bestaat al; {doe}.")


def _lees_contact(veld: str, tekst: str) -> str:
    """A name or address as a catalogue accepts it. Raises ``Vraagfout``."""
    from lpi_cli.catalogus.controle import valideer
    from lpi_cli.catalogus.model import Contact
    from lpi_cli.catalogus.yaml_lezer import Document

    waarde = tekst if veld in ("naam", "organisatie") else [tekst]
    _, fouten = valideer(Document(Path(), {veld: waarde}, {}), Contact, {})
    if fouten:
        raise Vraagfout(f"{fouten[0].melding}.")
    return tekst


# --- writing --------------------------------------------------------------------------


def _interventie(naam_: str | None, map_: Path, meegeleverd: Catalogus) -> _Nieuw:
    """An intervention of that name, or as someone answers. Raises ``Vraagfout``."""
    from lpi_cli.weergave.interventiesjabloon import interventiebestand

    if naam_ is None:
        antwoorden = _interview(map_, meegeleverd)
    else:
        antwoorden = {"naam": _lees_naam(naam_, map_, meegeleverd)}
    dag = vandaag()

    def tekst(bron: NieuweBron) -> str:
        return interventiebestand(_aanbod(antwoorden, bron), meegeleverd.begrippen, dag.year)

    return _Nieuw(maak_id(antwoorden["naam"]), _bron(antwoorden, dag), tekst, "lpi zoek", ANDERE_NAAM)


def _prijs(wat: str | Offerte, meegeleverd: Catalogus) -> _Nieuw:
    """A price for an intervention that there is."""
    if isinstance(wat, str):
        antwoorden = _vraag_prijs(wat, meegeleverd)
        eenheid = next(iter(antwoorden.get("eenheid", ())), ONBEKENDE_EENHEID)
        rest = {naam: antwoorden.get(naam) for naam in ("datum", "groepsgrootte")}
        offerte = Offerte(antwoorden.get("wat", wat), eenheid, antwoorden["bedrag"], **rest)
    else:
        antwoorden, offerte = {}, wat
    id_, _, variant = offerte.wat.partition("/")
    dag = date.fromisoformat(offerte.datum) if offerte.datum else vandaag()
    titel = (
        f"Prijs van {antwoorden.get('van') or vind(meegeleverd, id_).organisatie}, {datum_in_woorden(dag)}"
    )

    def tekst(bron: NieuweBron) -> str:
        from lpi_cli.weergave.yaml import als_yaml

        post = {
            "soort": "uitvoering",
            "variant": variant,
            "bedrag": dict.fromkeys(("van", "tot"), offerte.bedrag),
            "eenheid": offerte.per,
            "groepsgrootte": offerte.groepsgrootte and {"max": offerte.groepsgrootte},
            "prijspeil": dag.year,
            "bron": bron.id,
        }
        gegevens = {
            "vult_aan": id_,
            "kosten": [{veld: waarde for veld, waarde in post.items() if waarde}],
            "bronnen": [{"bron": bron.id, "plaats": "hele bron"}],
        }
        return PRIJSKOP + als_yaml(gegevens)

    bron = NieuweBron(f"eigen-prijs-{id_}-{dag}", titel, dag.year, datum_in_woorden(dag), None)
    bekijk, anders = f"lpi kosten {id_} --deelnemers 20", "verander de prijs in dat bestand"
    return _Nieuw(f"{maak_id(offerte.wat)}-prijs", bron, tekst, bekijk, anders)


def _bron(antwoorden: Mapping[str, Any], vandaag: date) -> NieuweBron:
    """The source that was named, or else what the provider itself says."""
    datum = f"genoteerd op {vandaag.day}-{vandaag.month}-{vandaag.year}"
    if titel := antwoorden.get("bron"):
        jaar, url = antwoorden.get("bron_jaar"), antwoorden.get("bron_url")
    else:
        titel = f"Opgave van {antwoorden.get('organisatie') or antwoorden['naam']}"
        jaar, url = vandaag.year, antwoorden.get("website")
    return NieuweBron(maak_id(titel) or "eigen-opgave", titel, jaar, datum, url)


def _aanbod(antwoorden: Mapping[str, Any], bron: NieuweBron) -> "NieuwAanbod":
    from lpi_cli.weergave.interventiesjabloon import NieuwAanbod

    gegeven = dict(antwoorden)
    for antwoord in antwoorden.values():
        if isinstance(antwoord, Celantwoord):
            gegeven |= antwoord.velden
    rest = {veld: waarde for veld, waarde in gegeven.items() if veld in NieuwAanbod._fields}
    rest["status"] = next(iter(antwoorden.get("status", ())), None)
    if leeftijd := antwoorden.get("leeftijd"):
        rest["van"] = leeftijd.van or None if leeftijd.voor else leeftijd.van
        rest["tot"] = leeftijd.tot if leeftijd.tot is None else min(leeftijd.tot, OUDSTE)
        if leeftijd.voor:
            rest["voor"] = leeftijd.voor[0].value
    if antwoorden.get("bedrag") is not None:
        rest["eenheid"] = next(iter(antwoorden.get("eenheid", ())), ONBEKENDE_EENHEID)
    return NieuwAanbod(**{**rest, "id": maak_id(antwoorden["naam"]), "bron": bron})


def _schrijf(map_: Path, nieuw_: _Nieuw, meegeleverd: Catalogus) -> None:
    """Write the file, its source and the schemas, when nobody else writes in the folder.

    Raises ``Vraagfout``, ``BestandFout``, ``CatalogusFout`` or ``OSError``.
    """
    from lpi_cli.weergave.interventiesjabloon import BRONNENKOP, bronregels

    bron = met_vrij_id(nieuw_.bron, map_, meegeleverd.bronnen)
    bestand = interventiepad(map_, nieuw_.id)
    _weiger_dubbel(bestand, nieuw_.bij_dubbel)
    for deel in (bestand.parent, map_ / "schema"):
        deel.mkdir(exist_ok=True)
    if bron.id not in meegeleverd.bronnen:
        voeg_bron_toe(map_ / BRONNEN, bron.id, bronregels(bron, vandaag().year), BRONNENKOP)
    bewaar(bestand, nieuw_.tekst(bron).encode(), overschrijf=False)
    schrijf_schemas(map_)
