"""Read a filled-in quality test: all faults of the file at once, each with its line."""

from pathlib import Path
from shlex import quote
from typing import Any

from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_toets import SJABLOONNAAM, Bewijssoort, JaNee, Toetsbestand
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.vraagbestand import lees_ingevuld, weiger_plan
from lpi_cli.catalogus.yaml_lezer import Document


def lees_toets(bestand: Path, let_op: list[Fout]) -> Toetsbestand:
    """The test in ``bestand``; adds to ``let_op``. Raises ``CatalogusFout`` with every fault found."""
    document = lees_ingevuld(bestand, "een bestand om in te vullen geeft", "lpi toets --sjabloon", let_op)
    weiger_plan(document)
    gegevens, fouten = valideer(document, Toetsbestand, {})
    fouten += _tegenspraak(document, gegevens)
    if fouten:
        raise CatalogusFout(fouten)
    toets: Toetsbestand = maak(Toetsbestand, gegevens)
    if _is_leeg_sjabloon(toets):
        melding = (
            f"is nog niet ingevuld; vul naam en antwoorden in, en typ dan: lpi toets {quote(str(bestand))}"
        )
        raise CatalogusFout([Fout(bestand, 0, "", melding)])
    return toets


def _is_leeg_sjabloon(toets: Toetsbestand) -> bool:
    """Whether nobody filled anything in: a verdict on that would be about nothing."""
    leeg = all(waarde in _NIETS for waarde in toets.antwoorden)
    return toets.naam == SJABLOONNAAM and leeg and not any(toets.toelichting or ())


_NIETS = (None, (), JaNee.ONBEKEND, (Bewijssoort.ONBEKEND,))
"""What stands in a template that nobody filled in; those of earlier versions say that it is unknown."""


def _tegenspraak(document: Document, gegevens: Any) -> list[Fout]:
    bewijs = (gegevens["antwoorden"]["bewijs"] if gegevens else None) or []
    alleen = next((soort for soort in (Bewijssoort.GEEN, Bewijssoort.ONBEKEND) if soort in bewijs), None)
    if alleen is None or len(bewijs) == 1:
        return []
    return [document.fout(("antwoorden", "bewijs"), f"{str(alleen)!r} kan niet samen met een ander antwoord")]
