"""The text of an intervention that free-text search looks in, made when it is checked."""

from collections.abc import Iterator, Mapping
from typing import Any

from lpi_cli.catalogus.woorden import klankvorm, zoekbaar

CODEVELDEN = {
    "kenmerken": "kenmerk",
    "provincies": "provincie",
    "setting": "setting",
    "talen": "taal",
    "databank": "databank",
    "voor": "voor",
    "vorm": "vorm",
    "preventie": "preventie",
    "niveau": "niveau",
}
"""Fields that hold codes, and the vocabulary with the names people search for."""
NIET_DOORZOEKEN = {
    "bron",
    "plaats",
    "url",
    "soort",
    "eenheid",
    "btw",
    "antwoord",
    "vraag",
    "afwijkingen",
    "mogelijk",
    "alleen",
    "niet",
    "setting_niet",
    "status",
    "taalgroep",
    "aard",
    "aantal_grens",
    "duur_grens",
    "elders",
    "richting",
    "over",
    "geldig_tot",
    "nagekeken",
    "bron_van",
}


def zoektekst(interventie: Mapping[str, Any], begrippen: Mapping[str, Any]) -> str:
    """All words of one intervention, each once, to search in with ``bevat``."""
    woorden: dict[str, None] = {}
    for tekst in _teksten(interventie, begrippen):
        woorden.update(dict.fromkeys(klankvorm(tekst).split()))
    return zoekbaar(woorden)


def _teksten(gegevens: Any, begrippen: Mapping[str, Any], veld: str = "") -> Iterator[str]:
    if isinstance(gegevens, Mapping):
        for naam, waarde in gegevens.items():
            if naam not in NIET_DOORZOEKEN:
                yield from _teksten(waarde, begrippen, naam)
    elif isinstance(gegevens, list):
        for waarde in gegevens:
            yield from _teksten(waarde, begrippen, veld)
    elif isinstance(gegevens, str):
        begrip = begrippen.get(CODEVELDEN.get(veld, ""), {}).get(gegevens)
        yield gegevens
        if begrip:
            yield " ".join([begrip["naam"], *begrip["ook"]])
