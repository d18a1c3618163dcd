"""Offers that seem to be in a catalogue twice: of the same name, or with the address of another one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.catalogus.yaml_lezer import Document, Pad

NAAM = "dezelfde naam"
KORTSTE_NUMMER = 8
"""Figures of a telephone number that belongs to somebody; 112 and 14 053 do not."""


class _Aanbod(NamedTuple):
    id: str
    naam: str
    organisatie: str
    document: Document | None
    """None: of the bundled catalogue."""


def dubbelen(documenten: Iterable[Document], meegeleverd: Iterable[Mapping[str, Any]]) -> Iterator[Fout]:
    """One warning for each pair of offers, at the last one. ``meegeleverd``: what the catalogue has by itself.

    A file that supplements another offer has no name, and is none.
    """
    per_kenmerk: dict[tuple[str, str], list[tuple[_Aanbod, Pad]]] = {}
    eigen = [(een.gegevens, een) for een in documenten if isinstance(een.gegevens.get("naam"), str)]
    ids = {str(gegevens.get("id")) for gegevens, _ in eigen}
    andere = [(gegevens, None) for gegevens in meegeleverd if gegevens["id"] not in ids]
    for gegevens, document in (*eigen, *andere):
        aanbod = _Aanbod(
            str(gegevens.get("id")), vlak(gegevens["naam"]), vlak(str(gegevens.get("organisatie"))), document
        )
        for kenmerk, pad in _kenmerken(gegevens):
            per_kenmerk.setdefault(kenmerk, []).append((aanbod, pad))
    gezegd = set()
    for (soort, _), plekken in per_kenmerk.items():
        eerste, *rest = sorted(plekken, key=lambda plek: plek[0].document is not None)
        for aanbod, pad in rest:
            paar = {aanbod.id, eerste[0].id}
            if aanbod.document is None or len(paar) == 1 or frozenset(paar) in gezegd:
                continue
            if soort == NAAM or _lijkt(eerste[0], aanbod):
                gezegd.add(frozenset(paar))
                yield aanbod.document.fout(pad, _melding(soort, eerste[0]))


def _melding(soort: str, ander: _Aanbod) -> str:
    if ander.document is None:
        vraag = f"is het dat, vul het dan aan met een bestand waarin staat: vult_aan: {ander.id}"
        return f"{soort} als {ander.id} uit de meegeleverde catalogus; {vraag}"
    return f"{soort} als {ander.id}; staat het er twee keer in, haal er dan een weg"


def _lijkt(een: _Aanbod, ander: _Aanbod) -> bool:
    """Whether an address in common is odd: of one organisation many offers have the same."""
    woorden, andere = set(een.naam.split()), set(ander.naam.split())
    return een.organisatie != ander.organisatie or woorden <= andere or andere <= woorden


def _kenmerken(gegevens: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Pad]]:
    yield (NAAM, vlak(gegevens["naam"])), ("naam",)
    contacten = gegevens.get("contact")
    for nr, contact in enumerate(contacten if isinstance(contacten, list) else ()):
        for veld, soort in (("email", "hetzelfde e-mailadres"), ("telefoon", "hetzelfde telefoonnummer")):
            waarden = contact.get(veld) if isinstance(contact, dict) else None
            for waarde in waarden if isinstance(waarden, list) else ():
                sleutel = re.sub("[^0-9]", "", str(waarde)) if veld == "telefoon" else str(waarde).casefold()
                if veld == "email" or len(sleutel) >= KORTSTE_NUMMER:
                    yield (soort, sleutel), ("contact", nr, veld)
