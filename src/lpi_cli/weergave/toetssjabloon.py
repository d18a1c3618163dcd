"""A test file as YAML: empty with comments to fill in, or with the answers given."""

from collections.abc import Iterator
from textwrap import fill

from lpi_cli.catalogus.model import Kwaliteitsvraag
from lpi_cli.catalogus.model_toets import SJABLOONNAAM, Kwaliteitscriteria
from lpi_cli.kern.toets import Gegeven, Toets, vul_in
from lpi_cli.weergave.tekst import schoon, yaml_tekst
from lpi_cli.weergave.toets import met_zegsman

BREEDTE = 96
_BEWIJS = "studies, richtlijnen, experts (meer mag), of alleen: geen, onbekend; leeg: nog open"
_JA_NEE = "ja, nee of onbekend; leeg: nog open"


def toetsbestand(toets: Toets, criteria: Kwaliteitscriteria, *, met_uitleg: bool) -> str:
    """The text of a test file that ``lpi toets`` reads back as the same answers."""
    return "\n".join(_regels(toets, criteria, met_uitleg)) + "\n"


def _regels(toets: Toets, criteria: Kwaliteitscriteria, met_uitleg: bool) -> Iterator[str]:
    van = "een eigen interventie" if toets.naam == SJABLOONNAAM else schoon(toets.naam)
    yield f"# Kwaliteitstoets van {van}. Bekijk het oordeel met: lpi toets BESTAND"
    yield f"naam: {yaml_tekst(toets.naam)}"
    yield f"doelgroep: {yaml_tekst(toets.doelgroep)}"
    yield "antwoorden:"
    for criterium in criteria.criteria:
        if met_uitleg:
            yield ""
            yield from _uitleg(f"{criterium.naam.upper()}. {vul_in(criterium.uitleg, toets.doelgroep)}")
        for een in criterium.vragen:
            if met_uitleg:
                yield from _uitleg(f"{een.vraag} {vul_in(een.uitleg, toets.doelgroep)}")
                yield from _uitleg(f"Goed bewijs: {een.voorbeeld}")
                yield from _uitleg(f"Kies: {_BEWIJS if een.id is Kwaliteitsvraag.BEWIJS else _JA_NEE}.")
            yield f"  {een.id.value}: {_antwoord(een.id, toets.gegevens.get(een.id, Gegeven()))}".rstrip()
    toelichtingen = {v: tekst for v, g in toets.gegevens.items() if (tekst := met_zegsman(g))}
    if met_uitleg:
        yield ""
        yield "# Een notitie bij een antwoord; wat u weglaat, is leeg."
    yield "toelichting:" if toelichtingen else "toelichting: {}"
    yield from (f"  {code.value}: {yaml_tekst(tekst)}" for code, tekst in toelichtingen.items())


def _uitleg(tekst: str) -> list[str]:
    return fill(tekst, BREEDTE, initial_indent="  # ", subsequent_indent="  #   ").splitlines()


def _antwoord(code: Kwaliteitsvraag, gegeven: Gegeven) -> str:
    """Nothing, which YAML reads as null, for a question that was not answered."""
    antwoorden = ", ".join(gegeven.antwoorden)
    return f"[{antwoorden}]" if code is Kwaliteitsvraag.BEWIJS and antwoorden else antwoorden
