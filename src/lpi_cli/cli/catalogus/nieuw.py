"""``lpi catalogus nieuw``: ask the essentials, and write a file that explains itself."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from lpi_cli.bestanden import oorzaak, schrijf_atomair
from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.nieuw import BRONNEN, NieuweBron, interventiepad, maak_id, met_vrij_id, voeg_bron_toe
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._uitvoer import BestandFout, bewaar, is_terminal, melding
from lpi_cli.cli.catalogus.controleer import HERKEN_HELE
from lpi_cli.cli.catalogus.schema import EIGEN_SCHEMAS, schemas, weiger_verwijzingen
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.filters import leeftijdsgroepen
from lpi_cli.kern.getallen import geheel_getal, lees_euro
from lpi_cli.kern.leeftijd import OUDSTE, lees_leeftijd
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.tekst import schoon

if TYPE_CHECKING:
    from lpi_cli.weergave.interventiesjabloon import NieuwAanbod

STANDAARDMAP = "eigen-catalogus"
VOORBEELDEN = """\
lpi catalogus nieuw
lpi catalogus nieuw mijn-regio
lpi catalogus nieuw mijn-regio --naam "Praatgroep Almelo"
"""


def registreer(app: typer.Typer) -> None:
    app.command(cls=Commando, epilog=VOORBEELDEN)(nieuw)


def nieuw(
    *,
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="De map van uw eigen catalogus; mag nieuw zijn.", parser=Path),
    ] = None,
    naam_: Annotated[
        str | None, typer.Option("--naam", metavar="NAAM", help="De naam; dan vraagt lpi verder niets.")
    ] = None,
) -> None:
    """Voeg een interventie van uzelf toe. U krijgt een bestand met uitleg, om verder in te vullen."""
    if naam_ is None and not is_terminal():
        raise Vraagfout('Geef een map en een naam: lpi catalogus nieuw mijn-regio --naam "Praatgroep"')
    if map_ is None:
        if not is_terminal():
            raise Vraagfout("Geef een map, zoals: lpi catalogus nieuw mijn-regio --naam ...")
        map_ = _vraag_map()
    _weiger_verkeerde_map(map_)
    _weiger_verwijzingen(map_)
    meegeleverd = laad()
    if naam_ is None:
        antwoorden = _Vragen(map_, meegeleverd).stel()
    else:
        antwoorden = {"naam": _lees_naam(naam_, map_, meegeleverd)}
    vandaag = date.today()  # noqa: DTZ011  the user's own day
    bron = met_vrij_id(_bron(antwoorden, vandaag), map_, meegeleverd.bronnen)
    _schrijf(map_, _aanbod(antwoorden, bron), meegeleverd, vandaag.year)


def _vraag_map() -> Path:
    from lpi_cli.cli._vragen import vraag_tekst

    return Path(vraag_tekst("In welke map bewaart u uw eigen catalogus?", STANDAARDMAP) or STANDAARDMAP)


def _weiger_verkeerde_map(map_: Path) -> None:
    if map_.exists() and not map_.is_dir():
        raise Vraagfout(f"{map_} is geen map; kies een andere naam.")
    if (map_ / HERKEN_HELE).exists():
        raise Vraagfout(f"{map_} is een hele catalogus; geef een map voor alleen uw eigen aanbod.")


def _weiger_verwijzingen(map_: Path) -> None:
    schemamap = map_ / "schema"
    schemabestanden = [schemamap / naam_ for naam_ in EIGEN_SCHEMAS]
    weiger_verwijzingen([map_ / "interventies", map_ / BRONNEN, schemamap, *schemabestanden])


# --- asking ---------------------------------------------------------------------------

Lezer = Callable[[str], Any]


class _Vraag(NamedTuple):
    """One question for a line of text; an empty answer means that it is not known."""

    veld: str
    tekst: str
    lees: Lezer
    alleen_na: str | None = None
    """Asked only when this other question was answered."""
    verplicht: bool = False


class _Keuze(NamedTuple):
    """One question with given answers: the codes of a vocabulary."""

    veld: str
    tekst: str
    lijst: str
    alleen_na: str | None = None
    een: bool = False
    """Whether only one answer can be."""


class _Vragen:
    """Asks all questions, one after the other, each until the answer can be used."""

    def __init__(self, map_: Path, meegeleverd: Catalogus) -> None:
        self.meegeleverd = meegeleverd
        self.vragen: Sequence[_Vraag | _Keuze] = (
            _Vraag("naam", "Hoe heet de interventie?", lambda t: _lees_naam(t, map_, meegeleverd), verplicht=True),
            _Vraag("organisatie", "Welke organisatie biedt het aan?", str),
            _Vraag("samenvatting", "Wat is het, in een of twee zinnen?", str),
            _Vraag("doelgroep", "Voor wie is het?", str),
            _Vraag("leeftijd", "Voor welke leeftijd? Zoals 12-18, 18+ of ouders.", self._lees_leeftijd),
            _Keuze("doel", "Wat is het doel?", "doel"),
            _Keuze("vorm", "Hoe doet men mee?", "vorm"),
            _Vraag("bijeenkomsten", "Hoeveel bijeenkomsten?", geheel_getal(1, 1000)),
            _Vraag("bedrag", "Wat kost het, in euro? Zoals 1250 of 12,50.", lees_euro),
            _Keuze("eenheid", "Waarvoor is die prijs?", "eenheid", alleen_na="bedrag", een=True),
            _Vraag("prijspeil", "Van welk jaar is die prijs?", geheel_getal(1990, 2100), "bedrag"),
            _Vraag("email", "Welk e-mailadres heeft het contact?", lambda t: _lees_contact("email", t)),
            _Vraag("telefoon", "Welk telefoonnummer?", lambda t: _lees_contact("telefoon", t)),
            _Vraag("website", "Welke website? Begin met https://", lambda t: _lees_contact("website", t)),
            _Vraag("bron", "Waar komt dit vandaan? De titel van een website of folder.", str),
            _Vraag("bron_jaar", "Van welk jaar is die bron?", geheel_getal(1900, 2100), "bron"),
            _Vraag("bron_url", "Op welk webadres staat die bron?", lambda t: _lees_contact("website", t), "bron"),
        )  # fmt: skip

    def stel(self) -> dict[str, Any]:
        """The answers, by field; what is not known is left out. Ctrl-C interrupts."""
        melding("Weet u iets niet? Druk dan op Enter. U kunt het later in het bestand invullen.")
        antwoorden: dict[str, Any] = {}
        nr = 0
        while nr < len(self.vragen):
            vraag = self.vragen[nr]
            if vraag.alleen_na is not None and vraag.alleen_na not in antwoorden:
                nr += 1
                continue
            antwoord = (
                self._kies(nr, vraag, antwoorden) if isinstance(vraag, _Keuze) else self._typ(nr, vraag)
            )
            if antwoord is _TERUG:
                nr -= 1
                continue
            antwoorden.pop(vraag.veld, None)
            if antwoord:
                antwoorden[vraag.veld] = antwoord
            nr += 1
        return antwoorden

    def _stap(self, nr: int) -> str:
        return f"Vraag {nr + 1} van {len(self.vragen)}"

    def _typ(self, nr: int, vraag: _Vraag) -> Any:
        from lpi_cli.cli._vragen import vraag_tekst

        while True:
            getypt = schoon(vraag_tekst(f"{self._stap(nr)}. {vraag.tekst}"))
            if not getypt and not vraag.verplicht:
                return None
            try:
                return vraag.lees(getypt)
            except Vraagfout as fout:
                melding(f"Fout: {fout}")

    def _kies(self, nr: int, vraag: _Keuze, antwoorden: Mapping[str, Any]) -> Any:
        from lpi_cli.cli._vragen import Keuzevraag, Stap, vraag_keuzes

        begrippen = self.meegeleverd.begrippen[vraag.lijst]
        codes = [(code, naam(code, begrippen)) for code in begrippen]
        weet_niet = "weet-niet"
        gekozen = vraag_keuzes(
            Keuzevraag(
                stap=self._stap(nr),
                vraag=vraag.tekst,
                hulp=[],
                antwoorden=[*codes, (weet_niet, "weet ik niet")],
                alleen=frozenset(code for code, _ in codes) | {weet_niet}
                if vraag.een
                else frozenset({weet_niet}),
                begin=weet_niet,
            ),
            antwoorden.get(vraag.veld, ()),
        )
        return _TERUG if isinstance(gekozen, Stap) else [code for code in gekozen if code != weet_niet]

    def _lees_leeftijd(self, tekst: str) -> Any:
        return lees_leeftijd(tekst, leeftijdsgroepen(self.meegeleverd))


_TERUG = object()
"""Stands for going back to the question before."""


def _lees_naam(tekst: str, map_: Path, meegeleverd: Catalogus) -> str:
    """A name for which there is no file yet. Raises ``Vraagfout``."""
    netjes = " ".join(schoon(tekst).split())
    id_ = maak_id(netjes)
    if not id_:
        raise Vraagfout("Geef een naam met letters of cijfers, zoals Praatgroep Almelo.")
    if any(interventie.id == id_ for interventie in meegeleverd.interventies):
        raise Vraagfout(
            f"{id_!r} staat al in de meegeleverde catalogus. Kies een andere naam, of vul aan met een "
            f"bestand waarin staat: vult_aan: {id_}"
        )
    bestand = interventiepad(map_, id_)
    if os.path.lexists(bestand):
        raise Vraagfout(f"{bestand} bestaat al; kies een andere naam.")
    return netjes


def _lees_contact(veld: str, tekst: str) -> str:
    """An address as a catalogue accepts it. Raises ``Vraagfout``."""
    from lpi_cli.catalogus.controle import valideer
    from lpi_cli.catalogus.model import Contact
    from lpi_cli.catalogus.yaml_lezer import Document

    _, fouten = valideer(Document(Path(), {veld: [tekst]}, {}), Contact, {})
    if fouten:
        raise Vraagfout(f"{fouten[0].melding}.")
    return tekst


# --- writing --------------------------------------------------------------------------


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

    rest = {veld: waarde for veld, waarde in antwoorden.items() if veld in NieuwAanbod._fields}
    if leeftijd := antwoorden.get("leeftijd"):
        rest["van"] = leeftijd.van or None if leeftijd.voor else leeftijd.van
        rest["tot"] = leeftijd.tot if leeftijd.tot is None else min(leeftijd.tot, OUDSTE)
        if leeftijd.voor:
            rest["voor"] = leeftijd.voor[0].value
    if eenheid := antwoorden.get("eenheid"):
        rest["eenheid"] = eenheid[0]
    return NieuwAanbod(**{**rest, "id": maak_id(antwoorden["naam"]), "bron": bron})


def _schrijf(map_: Path, aanbod: "NieuwAanbod", meegeleverd: Catalogus, jaar: int) -> None:
    """Write the intervention, its source and the schemas. Raises ``BestandFout`` or ``CatalogusFout``."""
    from lpi_cli.weergave.interventiesjabloon import BRONNENKOP, bronregels, interventiebestand

    bestand = interventiepad(map_, aanbod.id)
    try:
        for deel in (bestand.parent, map_ / "schema"):
            deel.mkdir(parents=True, exist_ok=True)
        if aanbod.bron.id not in meegeleverd.bronnen:
            voeg_bron_toe(map_ / BRONNEN, aanbod.bron.id, bronregels(aanbod.bron, jaar), BRONNENKOP)
        bewaar(bestand, interventiebestand(aanbod, meegeleverd.begrippen, jaar).encode(), overschrijf=False)
        inhoud = schemas((map_,))
        for naam_ in EIGEN_SCHEMAS:
            schrijf_atomair(map_ / "schema" / naam_, inhoud[naam_])  # made by the program, so always renewed
    except OSError as fout:
        raise BestandFout(f"In {map_} kan niet worden geschreven: {oorzaak(fout)}.") from None
    melding(
        f"Vul het bestand verder in met een tekstverwerker voor platte tekst, zoals Kladblok.\n"
        f"Controleren: lpi catalogus controleer {map_}\nGebruiken:   lpi zoek --catalogus {map_}"
    )
