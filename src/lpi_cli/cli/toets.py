"""``lpi toets``: an own intervention against the published quality criteria."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, assert_never

import typer

from lpi_cli.catalogus.model import Kwaliteitsantwoord, Kwaliteitsvraag
from lpi_cli.catalogus.model_toets import SJABLOONNAAM, Bewijssoort, JaNee, Kwaliteitscriteria, Toetsvraag
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._interview import Interviewvraag, interview, laat_kiezen, laat_typen, laat_typen_tot_het_kan
from lpi_cli.cli._keuzevraag import Keuzevraag, Stap, Staprichting
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._opties import Bewaard, commando, idargument, padoptie
from lpi_cli.cli._toetsen import alleen_bestanden, lees_toetsen
from lpi_cli.cli._uitvoer import Uitvoer, geef_sjabloon, is_terminal, melding, sla_op, weiger_opslaan
from lpi_cli.kern.begrip import lees_begrip, naam
from lpi_cli.kern.filters import DOELGROEP
from lpi_cli.kern.toets import Eindoordeel, Gegeven, Toets, toets_interventie, vul_in
from lpi_cli.kern.vraag import NAAM, Vraag, als_gegeven
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import datum_in_woorden
from lpi_cli.weergave.tekst import schoon
from lpi_cli.weergave.toets import met_zegsman, toetsbeeld
from lpi_cli.weergave.toetssjabloon import toetsbestand
from lpi_cli.weergave.vraag import doelgroep_in_woorden

if TYPE_CHECKING:
    from typer._click.core import Context

OPEN, OPEN_LATEN = "open", "open laten"
"""Chosen by who leaves a question open, as Enter alone does."""
VOORBEELDEN = """\
lpi toets
lpi toets --sjabloon > wandelgroep.yaml
lpi toets wandelgroep.yaml
lpi toets less-stress --doelgroep statushouders
lpi toets less-stress --vraag vraag.yaml
"""


class _Toetscommando(Commando):
    """Says where YAML can be kept, before ``--uit`` looks for a format of the verdict in the name."""

    def invoke(self, ctx: "Context") -> Any:
        uit, sjabloon = str(ctx.params["uit"] or ""), ctx.params["sjabloon"]
        is_yaml = uit.lower().endswith((".yaml", ".yml"))
        if is_yaml or (uit and sjabloon):
            wat = "Een sjabloon" if sjabloon else "Een YAML-bestand met antwoorden"
            bestand = uit if is_yaml else "toets.yaml"
            raise Vraagfout(f"{wat} bewaart u met --opslaan {bestand}, zonder --uit.")
        return super().invoke(ctx)


@commando(VOORBEELDEN, _Toetscommando)
def toets(
    *,
    wat: Annotated[
        list[str] | None, idargument("Toetsbestanden, of id's uit de catalogus.", "BESTAND of ID")
    ] = None,
    sjabloon: Annotated[
        bool, typer.Option("--sjabloon", help="Geef een toetsbestand met uitleg om in te vullen.")
    ] = False,
    doelgroep: Annotated[
        list[str],
        typer.Option("--doelgroep", metavar="TEKST", help="Toets voor deze groep, zoals statushouders."),
    ] = [],  # noqa: B006  not changed, and Typer knows no other default of a list
    bewaard: Bewaard,
    opslaan: Annotated[
        Path | None, padoptie("--opslaan", "BESTAND", "Bewaar de antwoorden, zoals toets.yaml.")
    ] = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="Eindig met 1 als het oordeel niet 'voldoet' is.")
    ] = False,
    uitvoer: Uitvoer,
) -> None:
    """Toets een interventie aan de vier kwaliteitscriteria: meerwaarde, bewijs, cultuur en uitvoerders."""
    criteria = catalogus().kwaliteitscriteria
    if opslaan is not None:
        weiger_opslaan(opslaan, overschrijf=uitvoer.overschrijf)
    van_vraag = _doelgroep_van(bewaard)
    groep = _gekozen_doelgroep(doelgroep, wat or ()) or van_vraag
    if sjabloon:
        inhoud = toetsbestand(_sjabloontoets(wat or (), criteria, groep), criteria, met_uitleg=True)
        geef_sjabloon(inhoud, opslaan, uitvoer, "toets.yaml")
        bestand = quote(str(opslaan)) if opslaan else "BESTAND"
        melding(f"Vul het bestand in en bekijk daarna het oordeel met: lpi toets {bestand}")
        return
    toetsen = lees_toetsen(wat, groep) if wat else [_nieuwe_toets(criteria, groep)]
    if opslaan is not None and len(toetsen) > 1:
        raise Vraagfout("--opslaan kan bij één toets; geef één bestand of id.")
    te_vragen = len(toetsen) == 1 and not alleen_bestanden(wat or ())
    if te_vragen:
        if wat and groep is None and is_terminal():
            toetsen = lees_toetsen(wat, _laat_doelgroep_typen(criteria))
        toetsen = [_vul_aan(toetsen[0], criteria)]
    if opslaan is not None:
        inhoud = toetsbestand(toetsen[0], criteria, met_uitleg=False)
        sla_op(opslaan, inhoud, overschrijf=uitvoer.overschrijf)
    uitslagen = [toets_interventie(een, criteria) for een in toetsen]
    uitvoer.toon(toetsbeeld(uitslagen, catalogus(), datum_in_woorden(vandaag())))
    if uitvoer.bestand is None and uitvoer.formaat is None:
        melding("Bewaren voor uw dossier: zet achter de opdracht --uit oordeel.md")
    if te_vragen and opslaan is None:
        _bied_bewaren_aan(toetsen[0], criteria)
    if streng and any(uitslag.oordeel is not Eindoordeel.VOLDOET for uitslag in uitslagen):
        raise typer.Exit(1)


def _sjabloontoets(wat: Sequence[str], criteria: Kwaliteitscriteria, doelgroep: str | None) -> Toets:
    """What a template begins with: nothing, or what the catalogue knows about one intervention."""
    if not wat:
        return Toets(SJABLOONNAAM, doelgroep or criteria.doelgroep, {})
    if len(wat) > 1 or alleen_bestanden(wat):
        raise Vraagfout("--sjabloon kan leeg of bij één id, zoals: lpi toets less-stress --sjabloon")
    return lees_toetsen(wat, doelgroep)[0]


def _gekozen_doelgroep(doelgroep: Sequence[str], wat: Sequence[str]) -> str | None:
    """The target group from the option, on one line. Raises ``Vraagfout`` when it says nothing."""
    if not doelgroep:
        return None
    if alleen_bestanden(wat):
        raise Vraagfout(
            "--doelgroep kan niet bij een bestand: daar staat de doelgroep in. Pas haar aan in het bestand."
        )
    groepen = [" ".join(schoon(een).split()) for een in doelgroep]
    if not all(groepen):
        raise Vraagfout("--doelgroep is leeg; geef een groep, zoals --doelgroep statushouders.")
    return " en ".join(groepen)


def _doelgroep_van(vraag: Vraag) -> str | None:
    """Who the group of a question is; whose other parts do not count, which is said."""
    if als_gegeven(vraag).keys() - {NAAM, DOELGROEP.naam}:
        melding("Bij de toets telt van uw vraag alleen de doelgroep mee.")
    return doelgroep_in_woorden(vraag, catalogus())


def _nieuwe_toets(criteria: Kwaliteitscriteria, doelgroep: str | None) -> Toets:
    """A test of something of one's own: ask its name and for whom it is."""
    if not is_terminal():
        raise Vraagfout("Geef een toetsbestand of een id. Een leeg bestand maakt u met: lpi toets --sjabloon")
    naam_ = laat_typen("Hoe heet de interventie?") or "Eigen interventie"
    return Toets(naam_, doelgroep or _laat_doelgroep_typen(criteria), {})


def _laat_doelgroep_typen(criteria: Kwaliteitscriteria) -> str:
    return laat_typen("Voor welke doelgroep?", criteria.doelgroep) or criteria.doelgroep


def _vul_aan(toets_: Toets, criteria: Kwaliteitscriteria) -> Toets:
    """Ask what is not known yet, when there is someone to ask."""
    if not is_terminal():
        return toets_
    alle = [een for criterium in criteria.criteria for een in criterium.vragen]
    open_ = [een for een in alle if toets_.gegevens.get(een.id, Gegeven()).open]
    interviewvragen = [Interviewvraag(een.id, partial(_stel, een, toets_)) for een in open_]
    return toets_._replace(gegevens=interview(interviewvragen, toets_.gegevens))


def _stel(
    toetsvraag: Toetsvraag, toets_: Toets, plek: str, gegevens: Mapping[Kwaliteitsvraag, Gegeven]
) -> tuple[Gegeven, bool]:
    """The answer to one question, perhaps with a note, and whether to go on.

    ``toets_`` is what was known before anything was asked.
    """
    vooraf = toets_.gegevens.get(toetsvraag.id, Gegeven())
    gegeven = gegevens.get(toetsvraag.id, vooraf)
    keuzevraag = _keuzevraag(f"{toets_.naam}: vraag {plek}", toetsvraag, toets_.doelgroep)
    begin = OPEN
    while True:
        hulp = [*keuzevraag.hulp, *_grond(vooraf, gegeven)]
        gekozen = [antwoord.value for antwoord in gegeven.antwoorden]
        antwoord = laat_kiezen(keuzevraag._replace(hulp=hulp, begin=begin), gekozen)
        # What was chosen but not yet confirmed is kept too: who writes a note first chose an answer.
        codes = antwoord.gekozen if isinstance(antwoord, Stap) else antwoord
        gegeven = gegeven.beantwoord(tuple(Kwaliteitsantwoord(code) for code in codes if code != OPEN))
        if not isinstance(antwoord, Stap):
            return gegeven, True
        match antwoord.richting:
            case Staprichting.TERUG:
                return gegeven, False
            case Staprichting.NOTITIE:
                begin = antwoord.aangewezen
                eigen = gegeven.toelichting if gegeven.bron is None else None
                gegeven = gegeven.noteer(laat_typen("Notitie bij dit antwoord:", eigen or ""))
            case _:
                assert_never(antwoord.richting)


def _grond(vooraf: Gegeven, gegeven: Gegeven) -> Iterator[str]:
    """What an answer may rest on: the words of a source, which stay, and one's own note."""
    if tekst := met_zegsman(vooraf):
        yield tekst
    if gegeven.bron is None and gegeven.toelichting:
        yield f"Uw notitie: {gegeven.toelichting}"


def _keuzevraag(stap: str, toetsvraag: Toetsvraag, doelgroep: str) -> Keuzevraag:
    bewijs = toetsvraag.id is Kwaliteitsvraag.BEWIJS
    codes = [antwoord.value for antwoord in (Bewijssoort if bewijs else JaNee)]
    begrippen = catalogus().begrippen["kwaliteitsantwoord"]
    namen = {code: f"{naam(code, begrippen)}: {begrippen[code].uitleg}" if bewijs else code for code in codes}
    namen[OPEN] = OPEN_LATEN
    return Keuzevraag(
        stap=stap,
        tekst=vul_in(toetsvraag.vraag, doelgroep),
        hulp=[
            vul_in(toetsvraag.uitleg, doelgroep),
            f"Goed bewijs: {vul_in(toetsvraag.voorbeeld, doelgroep)}",
        ],
        antwoorden=list(namen.items()),
        alleen=frozenset({Bewijssoort.GEEN, Bewijssoort.ONBEKEND, OPEN} if bewijs else namen),
        notitie=True,
        lees=partial(_lees_antwoord, codes),
    )


def _lees_antwoord(codes: Sequence[str], getypt: str) -> list[str]:
    """The code of a typed answer. Raises ``Vraagfout``."""
    if vlak(getypt) in (OPEN, vlak(OPEN_LATEN)):
        return [OPEN]
    begrippen = catalogus().begrippen["kwaliteitsantwoord"]
    return [lees_begrip(getypt, {code: begrippen[code] for code in codes})]


def _bied_bewaren_aan(toets_: Toets, criteria: Kwaliteitscriteria) -> None:
    """At a terminal, ask where to keep the answers until they are kept or not wanted."""
    if not is_terminal():
        return

    def bewaar_in(getypt: str) -> None:
        if getypt:
            pad = Path(getypt if getypt.lower().endswith((".yaml", ".yml")) else f"{getypt}.yaml")
            sla_op(pad, toetsbestand(toets_, criteria, met_uitleg=False), overschrijf=False)
            melding(f"Later opnieuw bekijken: lpi toets {quote(str(pad))}")

    laat_typen_tot_het_kan(
        "Antwoorden bewaren? Geef een bestandsnaam, of druk Enter om niets te bewaren:", bewaar_in
    )
