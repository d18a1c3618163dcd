"""A new file for an own catalogue: what is known filled in, the rest explained and ready to fill in."""

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from textwrap import wrap
from typing import NamedTuple

from lpi_cli.catalogus.model import NOG_INVULLEN, Begrippen
from lpi_cli.catalogus.nieuw import NieuweBron

BREEDTE = 96


class NieuwAanbod(NamedTuple):
    """What was asked about a new intervention; None or empty is not known."""

    id: str
    naam: str
    bron: NieuweBron
    organisatie: str | None = None
    samenvatting: str | None = None
    doelgroep: str | None = None
    van: int | None = None
    tot: int | None = None
    voor: str = "deelnemers"
    doel: Sequence[str] = ()
    vorm: Sequence[str] = ()
    bijeenkomsten: int | None = None
    bedrag: Decimal | None = None
    eenheid: str | None = None
    prijspeil: int | None = None
    email: str | None = None
    telefoon: str | None = None
    website: str | None = None


def interventiebestand(aanbod: NieuwAanbod, begrippen: Begrippen, jaar: int) -> str:
    """The text of ``interventies/<id>.yaml``: valid at once, and explained line by line.

    ``jaar``: the present year, as example of a year.
    """
    return "\n".join(_regels(aanbod, begrippen, jaar)) + "\n"


def bronregels(bron: NieuweBron, jaar: int) -> str:
    """The text of one source, to put in ``bronnen.yaml``. ``jaar``: as for ``interventiebestand``."""
    regels = [
        f"{bron.id}:",
        f"  titel: {_tekst(bron.titel)}",
        f"  jaar: {bron.jaar}" if bron.jaar else f"  # jaar: {jaar}",
        f"  datum: {_tekst(bron.datum)}",
        f"  url: {_tekst(bron.url)}" if bron.url else "  # url: https://…",
        f"  omschrijving: {_tekst('Bron van eigen aanbod.')}",
    ]
    return "\n".join(regels) + "\n"


BRONNENKOP = """\
# yaml-language-server: $schema=schema/bronnen.schema.json
#
# De bronnen van uw eigen aanbod: een website, een folder, of wat de aanbieder zelf opgaf.
"""


def _regels(a: NieuwAanbod, begrippen: Begrippen, jaar: int) -> Iterator[str]:
    """The parts of the file in the order in which one reads them, with an empty line between."""
    delen = (
        _kop(),
        _wat(a, begrippen),
        _doelgroep(a, begrippen),
        _doel(a, begrippen),
        _aanpak(),
        _varianten(a, begrippen),
        _waar(begrippen),
        _bewijs(),
        _overdraagbaarheid(begrippen),
        _kosten(a, begrippen, jaar),
        _contact(a),
        _aandachtspunten(),
        _bronnen(a),
    )
    for nr, deel in enumerate(delen):
        if nr:
            yield ""
        yield from deel


def _kop() -> Iterator[str]:
    yield "# yaml-language-server: $schema=../schema/interventie.schema.json"
    yield "#"
    yield from _uitleg(
        "Een interventie uit uw eigen catalogus. Achter # staat uitleg. Begint een regel met # en een "
        "veld, haal dan # en de spatie weg om het veld te gebruiken. Wat u niet weet, laat u weg. "
        "Controleer uw werk met: lpi catalogus controleer en de naam van de map."
    )


def _wat(a: NieuwAanbod, begrippen: Begrippen) -> Iterator[str]:
    yield from _uitleg("De naam van dit bestand, zonder .yaml.")
    yield f"id: {a.id}"
    yield f"naam: {_tekst(a.naam)}"
    yield from _uitleg(_keuzes(begrippen, "soort"))
    yield "soort: interventie"
    yield from _uitleg("Wie het aanbiedt.")
    yield f"organisatie: {_tekst(a.organisatie)}"
    yield from _uitleg("Wat is het? Een of twee zinnen.")
    yield f"samenvatting: {_tekst(a.samenvatting)}"


def _doelgroep(a: NieuwAanbod, begrippen: Begrippen) -> Iterator[str]:
    yield from _uitleg("Voor wie is het?")
    yield "doelgroep:"
    yield f"  omschrijving: {_tekst(a.doelgroep)}"
    yield from _uitleg(f"Zoekwoorden: {_codes(begrippen, 'kenmerk')}.", 2)
    yield "  # kenmerken: [statushouder]"


def _doel(a: NieuwAanbod, begrippen: Begrippen) -> Iterator[str]:
    yield from _uitleg(f"Wat levert het op? Categorieën: {_codes(begrippen, 'doel')}, of allebei.")
    yield "doel:"
    yield f"  categorieen: {_lijst(a.doel)}"
    yield f"  omschrijving: {_tekst(None)}"
    yield from _uitleg("true: de categorie is uw eigen indeling en staat niet zo in de bron.", 2)
    yield "  afgeleid: true"


def _aanpak() -> Iterator[str]:
    yield from _uitleg("Hoe gaat het?")
    yield f"aanpak: {_tekst(None)}"
    yield from _uitleg("Wie voert het uit, en met welke opleiding?")
    yield "# uitvoerders: Twee getrainde vrijwilligers."


def _varianten(a: NieuwAanbod, begrippen: Begrippen) -> Iterator[str]:
    yield from _uitleg(
        "Een of meer versies. De leeftijd is in jaren; null betekent: geen grens, of onbekend."
    )
    yield "varianten:"
    yield "  - id: standaard"
    yield f"    naam: {_tekst(a.naam)}"
    yield from _uitleg(f"Wie doet mee? {_codes(begrippen, 'voor')}.", 4)
    yield f"    voor: {a.voor}"
    yield f"    leeftijd: {{van: {_getal(a.van)}, tot: {_getal(a.tot)}}}"
    yield from _uitleg(f"{_codes(begrippen, 'vorm')}, of allebei.", 4)
    yield f"    vorm: {_lijst(a.vorm)}"
    if a.bijeenkomsten is None:
        yield "    # bijeenkomsten:"
        yield "    #   aantal: 6"
        yield "    #   duur_uren: {van: 2, tot: 2}"
        yield "    #   frequentie: wekelijks"
    else:
        yield "    bijeenkomsten:"
        yield f"      aantal: {a.bijeenkomsten}"
        yield "      # duur_uren: {van: 2, tot: 2}"
        yield "      # frequentie: wekelijks"
    yield "    # groepsgrootte: {min: 8, max: 12}"
    yield "    plaats: hele bron"
    yield f"    bron: {a.bron.id}"


def _waar(begrippen: Begrippen) -> Iterator[str]:
    yield from _uitleg(f"Waar? {_codes(begrippen, 'setting')}.")
    yield "# setting: [gemeente]"
    yield from _uitleg(f"In welke talen? {_codes(begrippen, 'taal')}.")
    yield "# talen: [nl, uk]"
    yield from _uitleg("Is er een tolk, en wie betaalt die?")
    yield "# tolk: De gemeente betaalt een tolk."
    yield from _uitleg("In welke plaatsen? true: in heel Nederland.")
    yield "regio:"
    yield "  landelijk: false"
    yield "  # plaatsen: [Almelo, Hengelo]"


def _bewijs() -> Iterator[str]:
    yield from _uitleg("Werkt het, en hoe weet men dat?")
    yield "bewijs:"
    yield f"  samenvatting: {_tekst(None)}"


def _overdraagbaarheid(begrippen: Begrippen) -> Iterator[str]:
    yield from _uitleg(f"Mag een ander het ook uitvoeren? {_codes(begrippen, 'overdracht')}.")
    yield "overdraagbaarheid:"
    yield "  mogelijk: onbekend"


def _kosten(a: NieuwAanbod, begrippen: Begrippen, jaar: int) -> Iterator[str]:
    yield from _uitleg(
        f"Wat kost het, in euro, zonder punt bij duizend? Eenheid: {_codes(begrippen, 'eenheid')}. "
        "Prijspeil: het jaar van de prijs. Alleen op aanvraag? Schrijf dan op_aanvraag: true."
    )
    bedrag = 2500 if a.bedrag is None else a.bedrag
    los = "# " if a.bedrag is None else ""
    yield f"{los}kosten:"
    yield f"{los}  - soort: uitvoering"
    yield f"{los}    bedrag: {{van: {bedrag}, tot: {bedrag}}}"
    yield f"{los}    eenheid: {a.eenheid or 'groep'}"
    peil = "" if a.prijspeil or los else "# "
    yield f"{los}    {peil}prijspeil: {a.prijspeil or jaar}"
    yield f"{los}    bron: {a.bron.id}"


def _contact(a: NieuwAanbod) -> Iterator[str]:
    yield from _uitleg("Wie belt of mailt men? Een telefoonnummer staat tussen aanhalingstekens.")
    velden = [
        ("email", a.email, "info@…"),
        ("telefoon", a.telefoon, "'0123456789'"),
        ("website", a.website, "https://…"),
    ]
    bekend = any(waarde for _, waarde, _ in velden)
    yield "contact:" if bekend else "# contact:"
    yield f"  - organisatie: {_tekst(a.organisatie)}" if bekend else "#   - organisatie: Onze stichting"
    for veld, waarde, voorbeeld in velden:
        if waarde:
            yield f"    {veld}: [{_tekst(waarde)}]"
        else:
            yield f"    # {veld}: [{voorbeeld}]" if bekend else f"#     {veld}: [{voorbeeld}]"


def _aandachtspunten() -> Iterator[str]:
    yield from _uitleg("Waar let men op? Een regel per punt.")
    yield "# aandachtspunten:"
    yield "#   - Er is plaats voor twaalf mensen."


def _bronnen(a: NieuwAanbod) -> Iterator[str]:
    yield from _uitleg("Waar komt dit vandaan? De bron staat met titel en jaar in bronnen.yaml.")
    yield "bronnen:"
    yield f"  - {{bron: {a.bron.id}, plaats: hele bron}}"


def _uitleg(tekst: str, inspring: int = 0) -> list[str]:
    begin = " " * inspring
    return wrap(
        tekst, BREEDTE, initial_indent=f"{begin}# ", subsequent_indent=f"{begin}# ", break_on_hyphens=False
    )


def _codes(begrippen: Begrippen, lijst: str) -> str:
    return ", ".join(begrippen[lijst])


def _keuzes(begrippen: Begrippen, lijst: str) -> str:
    return " ".join(f"{code}: {begrip.uitleg}" for code, begrip in begrippen[lijst].items())


def _tekst(tekst: str | None) -> str:
    """A quoted text that YAML reads back exactly; JSON strings are YAML strings."""
    return json.dumps(tekst or NOG_INVULLEN, ensure_ascii=False)


def _lijst(codes: Iterable[str]) -> str:
    return f"[{', '.join(codes)}]"


def _getal(getal: int | None) -> str:
    return "null" if getal is None else str(getal)
