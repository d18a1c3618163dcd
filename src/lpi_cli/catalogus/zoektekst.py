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
    "aandachtspunten",
    "aandachtspunten_deels",
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
"""Fields that do not say what an intervention is for, or warn for what it is not."""


LAGEN = ("naam", "samenvatting", "doelgroep")
"""Fields of which a word tells most of what an intervention is for, best first; then comes the rest."""


def zoektekst(interventie: Mapping[str, Any], begrippen: Mapping[str, Any]) -> list[str]:
    """The words of one intervention to search in with ``bevat``: those of each layer, then of all the rest.

    What it is not for is no word of it, also where a text says so.
    """
    rest = {veld: waarde for veld, waarde in interventie.items() if veld not in LAGEN}
    niet = set(_uitgesloten(interventie, begrippen))
    lagen = [*({veld: interventie[veld]} for veld in LAGEN), rest]
    return [zoekbaar(woord for woord in _woorden(laag, begrippen) if woord not in niet) for laag in lagen]


def _woorden(gegevens: Any, begrippen: Mapping[str, Any]) -> list[str]:
    """Each word once."""
    woorden = dict.fromkeys(" ".join(_teksten(gegevens, begrippen)).split())
    return list(dict.fromkeys(" ".join(map(klankvorm, woorden)).split()))


def _uitgesloten(interventie: Mapping[str, Any], begrippen: Mapping[str, Any]) -> Iterator[str]:
    """The words by which people or places are called that a source excludes; of several words none by itself."""
    delen = [interventie["doelgroep"], interventie, *interventie["varianten"]]
    for veld, lijst in (("niet", "kenmerk"), ("setting_niet", "setting")):
        for code in {code for deel in delen for code in deel.get(veld, ())}:
            begrip = begrippen[lijst].get(code, {"ook": []})
            yield from (vorm for naam in (code, *begrip["ook"]) if " " not in (vorm := klankvorm(naam)))


def _teksten(gegevens: Any, begrippen: Mapping[str, Any], veld: str = "") -> Iterator[str]:
    if isinstance(gegevens, dict):
        for naam, waarde in gegevens.items():
            if waarde and naam not in NIET_DOORZOEKEN:
                yield from _teksten(waarde, begrippen, naam)
    elif isinstance(gegevens, list):
        for waarde in gegevens:
            yield from _teksten(waarde, begrippen, veld)
    elif isinstance(gegevens, str):
        begrip = begrippen.get(CODEVELDEN.get(veld, ""), {}).get(gegevens)
        yield gegevens
        if begrip:
            yield " ".join([begrip["naam"], *begrip["ook"]])
