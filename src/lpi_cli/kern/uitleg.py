"""Topics to read: find one, search in all, and which concern an intervention."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.model_uitleg import Uitleg, Uitlegdeel, Uitleggroep
from lpi_cli.catalogus.woorden import Zoekwoord, bevat, klankvorm, naaste, vlak, zoekbaar
from lpi_cli.kern.begrip import lees_zoekwoorden
from lpi_cli.kern.vraagfout import Vraagfout, bedoelt_u

MEESTE_VERWIJZINGEN = 4
"""Topics that one intervention refers to at most."""


class Vondst(NamedTuple):
    """A topic in which searched words stand, with the passages that have them."""

    onderwerp: Uitleg
    passages: tuple[str, ...]


def op_volgorde(catalogus: Catalogus) -> dict[Uitleggroep, list[Uitleg]]:
    """All topics in the order of the work: why, choose, arrange, carry out, follow up."""
    return {groep: [o for o in catalogus.uitleg.values() if o.groep is groep] for groep in Uitleggroep}


def vind_onderwerp(catalogus: Catalogus, gezocht: str) -> Uitleg:
    """The topic meant by an id or title. Raises ``Vraagfout`` with the nearest."""
    namen = {vlak(naam): o for o in catalogus.uitleg.values() for naam in (o.id, o.titel)}
    vorm = vlak(gezocht)
    if vorm in namen:
        return namen[vorm]
    delen = {o.id: o for naam, o in namen.items() if vorm and vorm in naam}
    if len(delen) == 1:
        return next(iter(delen.values()))
    gok = naaste(gezocht, delen or catalogus.uitleg)
    hoe = "Alle onderwerpen ziet u met: lpi uitleg"
    if vorm and not gok and zoek_uitleg(catalogus, gezocht):
        from shlex import quote  # costs time, and only needed for a message

        hoe = f"Het staat wel in de uitleg: lpi uitleg --zoek {quote(gezocht)}"
    raise Vraagfout(f"Ik ken geen onderwerp {gezocht!r}.{bedoelt_u(gok)} {hoe}")


def zoek_uitleg(catalogus: Catalogus, tekst: str) -> list[Vondst]:
    """The topics that have all words of ``tekst``, those with most of them together first.

    Of each topic the passages that have most of the words. Raises ``Vraagfout`` when there
    are no words.
    """
    woorden = lees_zoekwoorden(tekst)
    if not woorden:
        raise Vraagfout("Geef een woord om te zoeken, zoals --zoek tolk.")
    vondsten = []
    for onderwerp in catalogus.uitleg.values():
        raak = _passages_met(woorden, onderwerp)
        if {woord for _, gevonden in raak for woord in gevonden} == set(woorden):
            meeste = max(len(gevonden) for _, gevonden in raak)
            beste = tuple(passage for passage, gevonden in raak if len(gevonden) == meeste)
            vondsten.append((meeste, Vondst(onderwerp, beste)))
    return [vondst for _, vondst in sorted(vondsten, key=lambda paar: -paar[0])]


def _passages_met(woorden: Sequence[Zoekwoord], onderwerp: Uitleg) -> list[tuple[str, list[Zoekwoord]]]:
    """The passages that have any of the words, each with those that it has."""
    teksten = ((passage, zoekbaar(klankvorm(passage).split())) for passage in passages(onderwerp))
    per_passage = [(passage, [woord for woord in woorden if bevat(vorm, woord)]) for passage, vorm in teksten]
    return [(passage, gevonden) for passage, gevonden in per_passage if gevonden]


def passages(onderwerp: Uitleg) -> Iterator[str]:
    yield onderwerp.titel
    yield onderwerp.samenvatting
    for deel in onderwerp.delen:
        yield " ".join(filter(None, [deel.kop and f"{deel.kop}:", deeltekst(deel)]))
        yield from deel.punten
    yield from onderwerp.checklist
    yield from (verwijzing.titel for verwijzing in onderwerp.verwijzingen)


def deeltekst(deel: Uitlegdeel) -> str | None:
    """The text of a part, with what one can do."""
    return " ".join(filter(None, [deel.tekst, str(deel.stap or "")])) or None


def onderwerpen_bij(interventie: Interventie, catalogus: Catalogus) -> list[Uitleg]:
    """The topics that are about this intervention, then those about its target group."""
    kenmerken = set(interventie.doelgroep.kenmerken)
    zelf = [o for o in catalogus.uitleg.values() if str(interventie.id) in o.interventies]
    groep = [o for o in catalogus.uitleg.values() if o not in zelf and kenmerken.intersection(o.kenmerken)]
    return (zelf + groep)[:MEESTE_VERWIJZINGEN]
