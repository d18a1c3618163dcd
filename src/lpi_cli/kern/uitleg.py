"""Topics to read: find one, search in all, and which concern an intervention."""

from collections.abc import Iterator
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.model_uitleg import Uitleg, Uitleggroep
from lpi_cli.catalogus.woorden import klankvorm, naaste, stam, vlak
from lpi_cli.kern.vraagfout import Vraagfout

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
    bedoeld = f" Bedoelt u {gok!r}?" if gok else ""
    raise Vraagfout(f"Ik ken geen onderwerp {gezocht!r}.{bedoeld} Alle onderwerpen ziet u met: lpi uitleg")


def zoek_uitleg(catalogus: Catalogus, tekst: str) -> list[Vondst]:
    """The topics that have all words of ``tekst``. Raises ``Vraagfout`` when there are no words."""
    stammen = [stam(woord) for woord in vlak(tekst).split()]
    if not stammen:
        raise Vraagfout("Geef een woord om te zoeken, zoals --zoek tolk.")
    vondsten = []
    for onderwerp in catalogus.uitleg.values():
        teksten = list(passages(onderwerp))
        vormen = [klankvorm(tekst_) for tekst_ in teksten]
        if all(any(deel in vorm for vorm in vormen) for deel in stammen):
            raak = [
                p for p, vorm in zip(teksten, vormen, strict=True) if any(deel in vorm for deel in stammen)
            ]
            vondsten.append(Vondst(onderwerp, tuple(raak)))
    return vondsten


def passages(onderwerp: Uitleg) -> Iterator[str]:
    """All texts of a topic, one by one."""
    yield onderwerp.titel
    yield onderwerp.samenvatting
    for deel in onderwerp.delen:
        yield " ".join(filter(None, [deel.kop and f"{deel.kop}:", deel.tekst]))
        yield from deel.punten
    yield from onderwerp.checklist
    yield from (verwijzing.titel for verwijzing in onderwerp.verwijzingen)


def onderwerpen_bij(interventie: Interventie, catalogus: Catalogus) -> list[Uitleg]:
    """The topics that are about this intervention, then those about its target group."""
    kenmerken = set(interventie.doelgroep.kenmerken)
    zelf = [o for o in catalogus.uitleg.values() if str(interventie.id) in o.interventies]
    groep = [o for o in catalogus.uitleg.values() if o not in zelf and kenmerken.intersection(o.kenmerken)]
    return (zelf + groep)[:MEESTE_VERWIJZINGEN]
