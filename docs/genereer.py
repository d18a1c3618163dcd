"""Make the reference in this folder from the code.

After a change of a command, or of what it gives as JSON: ``python docs/genereer.py``.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin, is_typeddict

import typer
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model
from pydantic.json_schema import GenerateJsonSchema
from typer.core import TyperGroup

from lpi_cli import __version__
from lpi_cli.catalogus import laad
from lpi_cli.catalogus.model import Interventie, Over, Richting, Soort
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.catalogus.record import is_record
from lpi_cli.catalogus.schema import controletype
from lpi_cli.cli import app
from lpi_cli.kern.bronnen import van_wanneer
from lpi_cli.kern.vraag import VELDEN
from lpi_cli.weergave import plansjabloon
from lpi_cli.weergave.bronnen import Afwijkinggegevens, Brongegevens, Feitbron
from lpi_cli.weergave.kies import Kiesgegevens
from lpi_cli.weergave.kostengegevens import Kostengegevens
from lpi_cli.weergave.lijst import Lijstgegevens
from lpi_cli.weergave.plangegevens import Plangegevens
from lpi_cli.weergave.rapport import Rapportgegevens
from lpi_cli.weergave.toets import Toetsgegevens
from lpi_cli.weergave.uitleg import Onderwerpgegevens, Overzichtgegevens, Vondstengegevens
from lpi_cli.weergave.vergelijk import Vergelijkgegevens
from lpi_cli.weergave.verschil import Verschilgegevens
from lpi_cli.weergave.versie import uitgave_in_woorden
from lpi_cli.weergave.vraag import SCHEMA, vraagschema
from lpi_cli.weergave.zoek import Zoekgegevens

if TYPE_CHECKING:
    from typer._click.core import Command

MAP = Path(__file__).parent
GEGEVENS: Mapping[str, Any] = {
    "kies": Kiesgegevens,
    "zoek": Zoekgegevens,
    "lijst": list[Lijstgegevens],
    "toon": Interventie | list[Interventie],
    "vergelijk": Vergelijkgegevens,
    "kosten": Kostengegevens,
    "plan": Plangegevens,
    "toets": Toetsgegevens | list[Toetsgegevens],
    "uitleg": list[Overzichtgegevens] | Onderwerpgegevens | Vondstengegevens,
    "rapport": Rapportgegevens,
    "catalogus bronnen": list[Brongegevens] | list[Feitbron],
    "catalogus afwijkingen": list[Afwijkinggegevens],
    "catalogus verschil": list[Verschilgegevens],
}
"""What each command that has ``--formaat json`` gives."""

VERANTWOORDING, BEGIN, EINDE = "verantwoording.md", "<!-- gegevens -->", "<!-- einde gegevens -->"
"""The account of how lpi was made, and the marks around what comes from the data."""
BREEDTE = 78
"""Columns of the help, as on a terminal of 80."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SOORTEN = {
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "boolean": "`true` of `false`",
    "null": "`null`",
}
VORMEN = {
    Veldsoort.TEKST: "tekst",
    Veldsoort.WAARDE: "getal",
    Veldsoort.WOORDEN: "woord, of lijst van woorden",
    Veldsoort.AANTALLEN: "woord, lijst van woorden, of woorden met elk een aantal: `{ar: 10, uk: 14}`",
    Veldsoort.SCHAKELAAR: "`true` of `false`",
}
OMGEVING = """\
LPI_CATALOGUS  mappen met een eigen catalogus, als --catalogus er niet staat
NO_COLOR       geen kleur
"""
STATUSSEN = """\
0    gelukt, ook als er niets is gevonden
1    een bestand klopt niet
2    verkeerd gebruikt
130  afgebroken
"""
INLEIDING = """\
# Naslag: commando's, opties en JSON

Gemaakt uit de code met `python docs/genereer.py`. Verander niets in dit bestand zelf.

De uitleg van elk commando is die van `lpi COMMANDO --help`. Geeft het ook JSON, dan staat erbij wat daarin zit, met een
JSON Schema om mee te controleren. Alle sleutels zijn er altijd: wat geen bron zegt, is `null` of leeg. Bedragen zijn in
euro's. Codes staan met uitleg in [`catalog/begrippen.yaml`](../catalog/begrippen.yaml), die van bronnen in
[`catalog/bronnen.yaml`](../catalog/bronnen.yaml). Een eigen catalogus kan er meer hebben.
"""


def bestanden() -> dict[Path, str]:
    """All files of the reference, with what they hold."""
    per_commando, delen = _definities()
    schemas = {
        MAP / schemabestand(naam): json.dumps(_heel(naam, schema, delen), ensure_ascii=False, indent=2) + "\n"
        for naam, schema in per_commando.items()
    }
    catalogus = laad()
    van_bestanden = {SCHEMA: vraagschema(catalogus), plansjabloon.SCHEMA: plansjabloon.planschema(catalogus)}
    naslag = {
        "opdrachten.md": "\n".join(_pagina(per_commando, delen)),
        "lpi.1": "\n".join(_man()) + "\n",
        VERANTWOORDING: _verantwoording((MAP / VERANTWOORDING).read_text(encoding="utf-8")),
        **{
            f"schema/{naam}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
            for naam, schema in van_bestanden.items()
        },
    }
    return {**{MAP / naam: tekst for naam, tekst in naslag.items()}, **schemas}


def schemabestand(naam: str) -> str:
    """Where the schema of a command is, from this folder."""
    return f"schema/{naam.replace(' ', '-')}.schema.json"


# --- schemas --------------------------------------------------------------------------


class _Uitvoerschema(GenerateJsonSchema):
    """Of what is written, not of what is read: each key is there, and amounts are numbers."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def decimal_schema(self, schema: Any) -> dict[str, Any]:
        return {"type": "number"}

    def list_schema(self, schema: Any) -> dict[str, Any]:
        eigen = schema.copy()  # the schema itself is shared with what reads files
        eigen.pop("max_length", None)  # that is for one file: several may add to the same list
        return super().list_schema(eigen)


def _definities() -> tuple[dict[str, Any], dict[str, Any]]:
    """What each command gives, and the objects and vocabularies in all of that by name."""
    soorten = [(naam, TypeAdapter(_pydantisch(soort))) for naam, soort in GEGEVENS.items()]
    per_commando, alle = TypeAdapter.json_schemas(
        [(naam, "serialization", soort) for naam, soort in soorten], schema_generator=_Uitvoerschema
    )
    for deel in alle["$defs"].values():
        if "enum" in deel:
            deel.pop("description", None)  # for who reads the code
    return {naam: schema for (naam, _), schema in per_commando.items()}, alle["$defs"]


def _heel(naam: str, schema: Any, delen: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of one command, with all that it refers to."""
    return {
        "$schema": DIALECT,
        "description": f"Wat lpi {naam} --formaat json geeft.",
        **schema,
        "$defs": {deel: delen[deel] for deel in sorted(_genoemd(schema, delen))},
    }


def _genoemd(schema: Any, delen: Mapping[str, Any]) -> set[str]:
    namen = set(re.findall(r"#/\$defs/(\w+)", json.dumps(schema)))
    return namen.union(*(_genoemd(delen[naam], delen) for naam in namen))


def _pydantisch(soort: Any) -> Any:
    """``soort`` as a type of pydantic, in which a record is the mapping that JSON has of it."""
    delen = get_args(soort)
    match get_origin(soort):
        case None if is_typeddict(soort):
            return _model(soort)
        case None:
            return controletype(soort) if is_record(soort) else soort
        case type() as verzameling if verzameling in (list, dict):
            return verzameling[*map(_pydantisch, delen)]
        case vereniging if vereniging in (Union, UnionType):
            return Union[*map(_pydantisch, delen)]
    waarde, wat = delen  # Annotated: a record, or what one must know of the value
    return controletype(wat) if is_record(wat) else Annotated[_pydantisch(waarde), Field(description=wat)]


@cache
def _model(soort: Any) -> type[BaseModel]:
    velden: dict[str, Any] = {
        sleutel: (_pydantisch(type_), ...) for sleutel, type_ in soort.__annotations__.items()
    }
    return create_model(soort.__name__, __config__=ConfigDict(extra="forbid"), **velden)


# --- the page -------------------------------------------------------------------------


class Opdracht(NamedTuple):
    """A command as one types it, and its help."""

    naam: str
    hulp: str
    geeft_json: bool


def opdrachten() -> list[Opdracht]:
    """The program and all of its commands, each before those below it."""
    programma = typer.main.get_command(app)
    return list(_opdrachten(programma, typer.Context(programma, info_name="lpi", terminal_width=BREEDTE)))


def _opdrachten(commando: "Command", ctx: typer.Context) -> Iterator[Opdracht]:
    geeft_json = any(optie.name == "formaat" for optie in commando.params)
    yield Opdracht(ctx.command_path, commando.get_help(ctx), geeft_json)
    if isinstance(commando, TyperGroup):
        for naam in commando.list_commands(ctx):
            if onderdeel := commando.get_command(ctx, naam):
                yield from _opdrachten(onderdeel, typer.Context(onderdeel, parent=ctx, info_name=naam))


def _pagina(per_commando: Mapping[str, Any], delen: Mapping[str, Any]) -> Iterator[str]:
    yield INLEIDING
    for opdracht in opdrachten():
        yield f"## {opdracht.naam}\n\n```text\n{opdracht.hulp}\n```\n"
        if opdracht.geeft_json:
            naam = opdracht.naam.removeprefix("lpi ")
            wat = _in_woorden(per_commando[naam], delen)
            yield f"Met `--formaat json`: {wat}. Schema: [`{schemabestand(naam)}`]({schemabestand(naam)}).\n"
    yield from _vraagbestand()
    yield "## De sleutels van de JSON\n"
    for naam, schema in delen.items():
        if schema["type"] == "object":
            yield f"### {naam}\n\n| sleutel | waarde | uitleg |\n|---|---|---|"
            for sleutel, waarde in schema["properties"].items():
                yield f"| `{sleutel}` | {_in_woorden(waarde, delen)} | {waarde.get('description', '')} |"
            yield ""


def _vraagbestand() -> Iterator[str]:
    """What the file of a question may hold."""
    yield "## Het bestand van een vraag\n"
    yield (
        "Wat `--opslaan vraag.yaml` bewaart en `--vraag vraag.yaml` opneemt. Een lege lijst betekent: maakt niet uit. "
        f"Schema, voor een editor: [`schema/{SCHEMA}`](schema/{SCHEMA}).\n"
    )
    yield "| sleutel | waarde | uitleg |\n|---|---|---|"
    for naam, veld in VELDEN.items():
        yield f"| `{naam}` | {VORMEN[veld.soort]} | {veld.uitleg} |"
    yield ""


# --- the account of oneself -----------------------------------------------------------


def _verantwoording(tekst: str) -> str:
    """The text with today's figures between its marks."""
    voor, _, rest = tekst.partition(BEGIN)
    _, _, na = rest.partition(EINDE)
    return f"{voor}{BEGIN}\n\n{_cijfers()}\n\n{EINDE}{na}"


def _cijfers() -> str:
    """What the catalogue holds, counted."""
    catalogus = laad()
    alle = catalogus.interventies
    onderzoek = Counter(een.richting for i in alle for een in i.bewijs.onderzoek if een.over is Over.DEZE)
    richtingen = ", ".join(
        f"{begrip.naam}: {onderzoek[Richting(code)]}"
        for code, begrip in catalogus.begrippen["richting"].items()
    )
    posten = [post for i in alle for post in i.kosten if post.bedrag]
    gebruik = Counter(bron for i in alle for bron in {str(plek.bron) for plek in i.bronnen})
    punten = [
        f"Uitgave: {uitgave_in_woorden(catalogus.uitgave)}.",
        f"Interventies: {sum(i.soort is Soort.INTERVENTIE for i in alle)}, en "
        f"{sum(i.soort is Soort.PRAKTIJKVOORBEELD for i in alle)} praktijkvoorbeelden.",
        f"Met een erkenning: {sum(any(e.niveau for e in i.bewijs.erkenningen) for i in alle)}. "
        f"Zonder enig onderzoek: {sum(not i.bewijs.onderzoek for i in alle)}.",
        f"Onderzoek naar de uitkomst ({richtingen}).",
        f"Bedragen: {len(posten)}, waarvan met een jaar: {sum(post.prijspeil is not None for post in posten)}.",
        f"Punten waarop bronnen verschillen: {sum(len(i.afwijkingen) for i in alle)}.",
        f"Contacten die iemand heeft nagekeken: {sum(bool(c.nagekeken) for i in alle for c in i.contact)} "
        f"van {sum(len(i.contact) for i in alle)}.",
    ]
    bronnen = [
        f"| {bron.titel} | {bron.uitgever or 'niet gepubliceerd'} | {van_wanneer(bron)} | {gebruik[id_]} |"
        for id_, bron in catalogus.bronnen.items()
    ]
    kop = ["| bron | uitgever | van wanneer | interventies |", "|---|---|---|---|"]
    return "\n".join([*(f"- {punt}" for punt in punten), "", *kop, *bronnen])


# --- the manual page ------------------------------------------------------------------


def _man() -> Iterator[str]:
    """For ``man lpi``, from the same help."""
    programma, *andere = opdrachten()
    yield f'.TH LPI 1 "" "lpi {__version__}" "Handleiding"'
    yield ".SH NAAM\nlpi \\- keuzehulp voor laagdrempelige psychosociale interventies"
    yield f".SH OVERZICHT\n{_roff(programma.hulp)}"
    yield ".SH OPDRACHTEN"
    for opdracht in andere:
        yield f".SS {_roff_regel(opdracht.naam)}\n{_roff(opdracht.hulp)}"
    yield f".SH OMGEVING\n{_roff(OMGEVING)}\n.SH AFSLUITSTATUS\n{_roff(STATUSSEN)}"


def _roff(tekst: str) -> str:
    """Text as it stands, line by line."""
    return "\n".join([".nf", *map(_roff_regel, tekst.rstrip().splitlines()), ".fi"])


def _roff_regel(regel: str) -> str:
    """A line in which nothing is a request of roff, and each hyphen one that can be copied."""
    veilig = regel.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{veilig}" if veilig.startswith(".") else veilig


def _in_woorden(schema: Any, delen: Mapping[str, Any]) -> str:
    """What a value may be, with a link to each object."""
    match schema:
        case {"$ref": pad}:
            naam = pad.rpartition("/")[2]
            is_object = delen[naam]["type"] == "object"
            return f"[{naam}](#{naam.lower()})" if is_object else _in_woorden(delen[naam], delen)
        case {"anyOf": keuzes}:
            return " of ".join(_in_woorden(keuze, delen) for keuze in keuzes)
        case {"enum": woorden}:
            return ", ".join(f"`{woord}`" for woord in woorden)
        case {"items": elk}:
            return f"lijst: {_in_woorden(elk, delen)}"
        case {"additionalProperties": elk}:
            return f"onder elke sleutel: {_in_woorden(elk, delen)}"
        case {"codelijst": lijst}:
            return f"code van een {lijst}"
    return SOORTEN[schema["type"]]


if __name__ == "__main__":
    nieuw = bestanden()
    for oud in MAP.glob("schema/*"):
        oud.unlink()
    for bestand, inhoud in nieuw.items():
        bestand.parent.mkdir(exist_ok=True)
        bestand.write_text(inhoud, encoding="utf-8")
