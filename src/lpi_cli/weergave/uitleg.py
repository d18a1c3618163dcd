"""Topics to read: the list, one topic, or what a search found."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Code
from lpi_cli.catalogus.model_uitleg import Cijfer, Uitleg, Uitleggroep, Verwijzing
from lpi_cli.catalogus.record import Gegevens, als_object
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.uitleg import Vondst, deeltekst, passages
from lpi_cli.weergave.beeld import (
    PLATTE_KOLOMMEN,
    Alinea,
    Beeld,
    Blok,
    Kop,
    Punten,
    Toon,
    Velden,
    Wegwijzers,
    platte_rijen,
    rijenbeeld,
)
from lpi_cli.weergave.tekst import geteld

PASSAGES = 3
"""Passages shown for one topic that a search found."""
Overzichtgegevens = TypedDict(
    "Overzichtgegevens", {"id": str, "titel": str, "groep": Uitleggroep, "samenvatting": str}
)


def onderwerpenbeeld(groepen: Mapping[Uitleggroep, Sequence[Uitleg]], catalogus: Catalogus) -> Beeld:
    """All topics, in groups that follow the work."""
    alle = [onderwerp for onderwerpen in groepen.values() for onderwerp in onderwerpen]
    gegevens = [als_object(Overzichtgegevens, onderwerp) for onderwerp in alle]
    return rijenbeeld(lambda: _overzicht(groepen, catalogus), gegevens, Overzichtgegevens)


def _overzicht(groepen: Mapping[Uitleggroep, Sequence[Uitleg]], catalogus: Catalogus) -> Iterator[Blok]:
    yield Alinea("Waar u op let, in de volgorde van het werk", Toon.NADRUK)
    for groep, onderwerpen in groepen.items():
        yield Kop(naam(groep, catalogus.begrippen["uitleggroep"]))
        yield Velden([(onderwerp.id, [onderwerp.titel]) for onderwerp in onderwerpen])
    yield Alinea("Lees een onderwerp: lpi uitleg tolken. Zoek in alles: lpi uitleg --zoek tolk", Toon.ZACHT)


Deelgegevens = TypedDict(
    "Deelgegevens", {"kop": str | None, "tekst": str | None, "punten": list[str], "bron": str}
)
Onderwerpgegevens = TypedDict("Onderwerpgegevens", {
    "id": str, "titel": str, "groep": Uitleggroep, "samenvatting": str,
    "delen": list[Deelgegevens], "checklist": list[str],
    "cijfers": list[Annotated[Gegevens, Cijfer]], "verwijzingen": list[Annotated[Gegevens, Verwijzing]],
    "zie_ook": list[str], "interventies": list[str], "kenmerken": list[str],
})  # fmt: skip


def onderwerpbeeld(onderwerp: Uitleg, catalogus: Catalogus) -> Beeld:
    """One topic in full."""
    cijfers = [catalogus.cijfers[code] for code in onderwerp.cijfers]
    return Beeld(
        lambda: _blokken(onderwerp, cijfers, catalogus),
        lambda: _gegevens(onderwerp, cijfers),
        PLATTE_KOLOMMEN,
        lambda: platte_rijen(onderwerp.id, _gegevens(onderwerp, cijfers)),
    )


def _afkortingen(onderwerp: Uitleg, catalogus: Catalogus) -> list[str]:
    """The abbreviations that the topic uses, each with what it stands for."""
    tekst = " ".join(passages(onderwerp))
    return [
        f"{afkorting}: {begrip.naam}"
        for afkorting, begrip in catalogus.begrippen["afkorting"].items()
        if re.search(rf"(?<![\w-]){re.escape(afkorting)}(?![\w-])", tekst)
    ]


def _blokken(onderwerp: Uitleg, cijfers: Sequence[Cijfer], catalogus: Catalogus) -> Iterator[Blok]:
    yield Kop(onderwerp.titel, 1)
    yield Alinea(onderwerp.samenvatting, Toon.NADRUK)
    if cijfers:
        yield Punten([_cijfer(cijfer) for cijfer in cijfers])
    for deel in onderwerp.delen:
        if deel.kop:
            yield Kop(deel.kop)
        if tekst := deeltekst(deel):
            yield Alinea(tekst)
        if deel.punten:
            yield Punten(deel.punten)
        yield Alinea(f"Bron: {catalogus.bronnen[deel.bron].titel}", Toon.ZACHT)
    yield from _verder(onderwerp, catalogus)


def _verder(onderwerp: Uitleg, catalogus: Catalogus) -> Iterator[Blok]:
    """What to do with it, where to read on, and where it comes from."""
    if onderwerp.checklist:
        yield Kop("Om af te vinken")
        yield Punten(onderwerp.checklist, afvinken=True)
    if onderwerp.verwijzingen:
        yield Kop("Verder lezen")
        yield Punten([f"{v.titel}: {v.url}" if v.url else v.titel for v in onderwerp.verwijzingen])
    if onderwerp.zie_ook:
        yield Kop("Zie ook")
        yield Wegwijzers("uitleg", [(ander, catalogus.uitleg[ander].titel) for ander in onderwerp.zie_ook])
    if onderwerp.interventies:
        namen = {interventie.id: interventie.naam for interventie in catalogus.alle}
        yield Kop("Interventies")
        yield Wegwijzers("toon", [(id_, namen[Code(id_)]) for id_ in onderwerp.interventies])
    verder = [("Bron", [", ".join(dict.fromkeys(deel.bron for deel in onderwerp.delen))])]
    if afkortingen := _afkortingen(onderwerp, catalogus):
        verder.insert(0, ("Afkortingen", afkortingen))
    yield Velden(verder)


def _cijfer(cijfer: Cijfer) -> str:
    jaar = f", {cijfer.jaar}" if cijfer.jaar else ""
    return f"{cijfer.waarde} {cijfer.betekenis} ({cijfer.studie}{jaar}) [{cijfer.bron}]"


def _gegevens(onderwerp: Uitleg, cijfers: Sequence[Cijfer]) -> Onderwerpgegevens:
    delen = [als_object(Deelgegevens, deel, tekst=deeltekst(deel)) for deel in onderwerp.delen]
    return als_object(Onderwerpgegevens, onderwerp, delen=delen, cijfers=tuple(cijfers))


Vondstgegevens = TypedDict("Vondstgegevens", {"id": str, "titel": str, "passages": list[str]})
Vondstengegevens = TypedDict("Vondstengegevens", {"zoek": str, "treffers": list[Vondstgegevens]})


def vondstenbeeld(tekst: str, vondsten: Sequence[Vondst]) -> Beeld:
    """The topics in which the searched words stand, with some passages."""
    return Beeld(
        lambda: _vondstblokken(tekst, vondsten),
        lambda: Vondstengegevens(
            zoek=tekst,
            treffers=[als_object(Vondstgegevens, v.onderwerp, passages=v.passages) for v in vondsten],
        ),
        ("id", "titel", "passage"),
        lambda: [(v.onderwerp.id, v.onderwerp.titel, passage) for v in vondsten for passage in v.passages],
    )


def _vondstblokken(tekst: str, vondsten: Sequence[Vondst]) -> Iterator[Blok]:
    yield Alinea(f'{geteld(len(vondsten), "onderwerp", "en")} met "{tekst}"', Toon.NADRUK)
    if not vondsten:
        yield Alinea("Probeer een ander woord, of bekijk alle onderwerpen met: lpi uitleg")
    for vondst in vondsten:
        yield Kop(f"{vondst.onderwerp.titel} (lpi uitleg {vondst.onderwerp.id})")
        yield Punten(vondst.passages[:PASSAGES])
