"""The pydantic models that check a catalogue file, derived from the records of ``model``.

A record says which fields there are; this module says what each semantic type may
hold. A field that may be absent (``| None``, a list, a yes/no) may be left out of the
file. Everything else is required, and nothing unknown is accepted.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, NewType, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationInfo,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from lpi_cli.catalogus import model
from lpi_cli.catalogus.adres import BELLEN, MAIL, WEB
from lpi_cli.catalogus.fouten import citaat
from lpi_cli.catalogus.model_afzender import Afzender
from lpi_cli.catalogus.model_eigen import Aanvulling
from lpi_cli.catalogus.model_toets import Kwaliteitscriteria
from lpi_cli.catalogus.model_uitleg import Cijfers, Uitleg
from lpi_cli.catalogus.record import is_record
from lpi_cli.catalogus.woorden import naaste, vlak

OPEN_LIJSTEN = (
    model.Kenmerk,
    model.Setting,
    model.Taal,
    model.Databank,
    model.Onderzoeksoort,
    model.Eenheid,
    model.Kostenonderdeel,
)
"""Semantic types whose values are the codes of an open vocabulary in ``begrippen.yaml``."""

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGSTE_TEKST, LANGSTE_REGEL, LANGSTE_ADRES, LANGSTE_CODE = 5_000, 300, 2_000, 100
"""Characters that a text may have, one on a line, an address and a code: some times those of the bundled data."""
MEESTE_RECORDS = 50
"""Entries of a list of variants, prices and the like, which are looked at together."""
_MERK = re.compile("[★⭐◆⬥♦]")
"""What lpi itself puts behind a name, and signs that look like it."""
_DUIZENDPUNT = re.compile(r"[0-9]{1,3}\.[0-9]{3}")


ONBEKENDE_CODE = "onbekende_code"
"""The type of the fault for a code that is not in its list; the message is the name of the list."""


def _fout(melding: str) -> PydanticCustomError:
    return PydanticCustomError("lpi", "{melding}", {"melding": melding})


def _patroon(patroon: re.Pattern[str], langste: int, uitleg: str) -> Any:
    def controleer(waarde: str) -> str:
        if not patroon.fullmatch(waarde):
            raise _fout(f"{citaat(waarde)} is geen {uitleg}")
        return waarde

    veld = Field(max_length=langste, json_schema_extra={"pattern": f"^{patroon.pattern}$"})
    return Annotated[str, veld, AfterValidator(controleer)]


def _een_regel(waarde: str) -> str:
    if not waarde.strip() or "\n" in waarde.strip():
        raise _fout("moet tekst op één regel zijn")
    if merk := _MERK.search(waarde):
        raise _fout(f"{merk[0]} lijkt op een teken van lpi zelf; laat het weg")
    return waarde.strip()


def _niet_leeg(waarde: Any) -> Any:
    if isinstance(waarde, str) and not waarde.strip():
        raise _fout("is leeg; vul tekst in of laat de regel weg")
    return waarde.strip() if isinstance(waarde, str) else waarde


_WAAR_NIEUW = {"bron": "Een nieuwe bron zet u in bronnen.yaml"} | dict.fromkeys(
    (lijst.__name__.lower() for lijst in OPEN_LIJSTEN), "Een nieuw woord zet u in begrippen.yaml"
)
"""Name of the list → how someone adds to it; other lists are files of their own."""
_KORT = 3
"""Letters of a code that says nothing to who does not know it, such as ``prs``."""
MEESTE_NAMEN, MEESTE_KEUZES = 500, 100
"""Names that are looked through for what someone may mean, and words that are named; longer lists take too long."""


def hint(waarde: str, lijst: str, codes: Mapping[str, Any]) -> str:
    """What may stand there instead of an unknown word, and where a new word goes."""
    namen = ((naam, code) for code, wat in codes.items() for naam in _namen(code, wat))
    op_naam = {vlak(naam): code for naam, code in islice(namen, MEESTE_NAMEN)}
    if (code := op_naam.get(vlak(waarde))) is not None:
        return f"bedoelt u {_met_naam(code, codes)}?"
    if gok := naaste(waarde, op_naam):
        code = op_naam[gok]
        hint = f"bedoelt u {code!r}?" if vlak(code) == gok else f"bedoelt u {_met_naam(code, codes)}?"
    else:
        keuzes = [_met_naam(code, codes) if len(code) <= _KORT else code for code in sorted(codes)]
        hint = f"kies uit {', '.join(keuzes[:MEESTE_KEUZES])}{' en meer' * (len(keuzes) > MEESTE_KEUZES)}."
    nieuw = _WAAR_NIEUW.get(lijst)
    return f"{hint} {nieuw}" if nieuw else hint.rstrip(".")


def _namen(code: str, wat: Any) -> list[str]:
    """What people may call a word: its code, its name and its synonyms."""
    namen = [code, wat.get("naam"), *wat.get("ook", ())] if isinstance(wat, dict) else [code]
    return [naam for naam in namen if naam]


def _met_naam(code: str, codes: Mapping[str, Any]) -> str:
    naam = next(iter(_namen(code, codes[code])[1:]), code)
    return code if naam == code else f"{code} ({naam})"


def _code_uit(lijst: str) -> Any:
    """A string that must be a code of vocabulary ``lijst`` in the validation context."""

    def controleer(waarde: str, info: ValidationInfo) -> str:
        codes: Mapping[str, Any] | None = (info.context or {}).get(lijst)
        if codes is not None and waarde not in codes:
            raise PydanticCustomError(ONBEKENDE_CODE, lijst)
        return waarde

    return Annotated[str, AfterValidator(controleer), Field(json_schema_extra={"codelijst": lijst})]


def _datum(waarde: str) -> str:
    try:
        return date.fromisoformat(waarde).isoformat()
    except ValueError:
        raise _fout(f"{waarde!r} is geen datum; schrijf jaar-maand-dag, zoals 2025-12-31") from None


def _als_lijst(waarde: Any) -> Any:
    return [waarde] if isinstance(waarde, str) else waarde


def _als_decimaal(waarde: Any) -> Any:
    return Decimal(waarde) if type(waarde) is int else waarde


def _geen_duizendpunt(waarde: Any) -> Any:
    """Refuse ``2.500``: YAML reads two and a half, but its writer means 2500."""
    if isinstance(waarde, Decimal) and _DUIZENDPUNT.fullmatch(str(waarde)):
        bedoeld = str(waarde).replace(".", "")
        raise _fout(f"{waarde}: een punt scheidt hier euro's en centen; bedoelt u {bedoeld}?")
    return waarde


def _decimaal(**grenzen: Any) -> Any:
    return Annotated[
        Decimal, BeforeValidator(_als_decimaal), Field(**grenzen), WithJsonSchema({"type": "number"})
    ]


_TYPEN: dict[Any, Any] = {
    model.Code: _patroon(CODE, LANGSTE_CODE, "code; gebruik kleine letters, cijfers en koppeltekens"),
    model.Jaren: Annotated[int, Field(ge=0, le=120)],
    model.Jaartal: Annotated[int, Field(ge=1900, le=2100)],
    model.Aantal: Annotated[int, Field(ge=1, le=1_000_000)],
    model.Uren: _decimaal(gt=0, le=10_000),
    model.Bedrag: Annotated[
        _decimaal(ge=0, le=100_000_000, decimal_places=2), BeforeValidator(_geen_duizendpunt)
    ],
    model.Datum: Annotated[str, AfterValidator(_datum), Field(json_schema_extra={"format": "date"})],
    model.Hoeveelheid: _decimaal(gt=0, le=1000),
    model.Versie: _patroon(
        re.compile(r"[0-9]+\.[0-9]+\.[0-9]+"), LANGSTE_CODE, "versie; schrijf haar zoals 1.0.0"
    ),
    model.Url: _patroon(WEB, LANGSTE_ADRES, "webadres; begin met http:// of https://"),
    model.Email: _patroon(MAIL, LANGSTE_REGEL, "e-mailadres"),
    model.Telefoon: _patroon(BELLEN, LANGSTE_REGEL, "telefoonnummer; schrijf het zoals 030 123 45 67"),
    model.Regel: Annotated[str, Field(max_length=LANGSTE_REGEL), AfterValidator(_een_regel)],
    model.BronId: _code_uit("bron"),
    model.BronIds: Annotated[
        list[_code_uit("bron")],  # type: ignore[misc]
        BeforeValidator(_als_lijst, json_schema_input_type=list[_code_uit("bron")] | _code_uit("bron")),  # type: ignore[misc]
    ],
    model.CijferId: _code_uit("cijfer"),
    model.OnderwerpId: _code_uit("onderwerp"),
    model.InterventieId: _code_uit("interventie"),
    str: Annotated[str, Field(max_length=LANGSTE_TEKST), BeforeValidator(_niet_leeg)],
} | {lijst: _code_uit(lijst.__name__.lower()) for lijst in OPEN_LIJSTEN}


def _oplopend(van: str, tot: str) -> Callable[[Any], None]:
    def controleer(waarde: Any) -> None:
        onder, boven = getattr(waarde, van), getattr(waarde, tot)
        if onder is not None and boven is not None and onder > boven:
            raise _fout(f"{van} ({onder}) is hoger dan {tot} ({boven})")

    return controleer


def _alleen_met(veld: str, *nodig: str) -> Callable[[Any], None]:
    """``veld`` says how exact one of the ``nodig`` is, and nothing without."""

    def controleer(waarde: Any) -> None:
        if getattr(waarde, veld) is not None and all(getattr(waarde, ander) is None for ander in nodig):
            raise _fout(f"{veld} zegt niets zonder {' of '.join(nodig)}; vul dat in of haal {veld} weg")

    return controleer


def _kader_zonder_leeftijd(leeftijd: Any) -> None:
    if leeftijd.kader is not None and (leeftijd.van, leeftijd.tot) != (None, None):
        raise _fout("kader hoort alleen bij een leeftijd die niet gepubliceerd is; haal kader weg")


def _elders_zonder_landelijk(regio: Any) -> None:
    if regio.elders is not None and regio.landelijk:
        raise _fout("elders kan niet bij landelijk: true, want dan is het overal; laat één van beide staan")


_SAMENHANG: dict[type, tuple[Callable[[Any], None], ...]] = {
    model.Leeftijd: (_oplopend("van", "tot"), _kader_zonder_leeftijd),
    model.Leeftijdskader: (_oplopend("van", "tot"),),
    model.Duur: (_oplopend("van", "tot"),),
    model.Looptijd: (_oplopend("van", "tot"),),
    model.Bedragbereik: (_oplopend("van", "tot"),),
    model.Groepsgrootte: (_oplopend("min", "max"), _alleen_met("aard", "min", "max")),
    model.Bijeenkomsten: (
        _alleen_met("aantal_tot", "aantal"),
        _oplopend("aantal", "aantal_tot"),
        _alleen_met("aantal_grens", "aantal"),
        _alleen_met("duur_grens", "duur_uren"),
    ),
    model.Regio: (_elders_zonder_landelijk,),
}
"""Rules between the fields of one record; each raises a fault."""


ANDERE_TALEN = "mul"
"""Stood in a list of languages (ISO 639-2) before ``talen_open`` said that there are more."""


def _talen_open(gegevens: Any) -> Any:
    """A file of before ``talen_open``, in today's fields, so that an own catalogue stays valid."""
    delen = [gegevens, *_lijst(gegevens, "varianten")]
    if all(ANDERE_TALEN not in _lijst(deel, "talen") for deel in delen):
        return gegevens
    zonder = [
        {**deel, "talen": [taal for taal in _lijst(deel, "talen") if taal != ANDERE_TALEN]}
        if ANDERE_TALEN in _lijst(deel, "talen")
        else deel
        for deel in delen
    ]
    varianten = {"varianten": zonder[1:]} if zonder[1:] else {}
    return {**zonder[0], **varianten, "talen_open": True}


def _lijst(gegevens: Any, veld: str) -> list[Any]:
    """The list in a field of what is not checked yet; empty where there is none."""
    waarde = gegevens.get(veld) if isinstance(gegevens, dict) else None
    return waarde if isinstance(waarde, list) else []


_VROEGER: dict[type, dict[str, Any]] = {
    record: {"talen_open_van_vroeger": model_validator(mode="before")(_talen_open)}
    for record in (model.Interventie, Aanvulling)
}


@cache
def pydantic_model(record: type) -> type[BaseModel]:
    """The strict pydantic model with the fields of a record class."""
    velden: dict[str, Any] = {}
    for naam, annotatie in record.__annotations__.items():
        soort, standaard = _veldtype(annotatie), _standaard(record, naam)
        velden[naam] = (Annotated[soort, Field(alias=veldnaam_in_bestand(naam))], standaard)
    return create_model(
        record.__name__,
        __config__=ConfigDict(extra="forbid", strict=True, frozen=True),
        __validators__=_VROEGER.get(record, {}),
        **velden,
    )


def veldnaam_in_bestand(naam: str) -> str:
    """The key of a field: a word of Python, such as ``as``, has an underscore behind it in a record."""
    return naam.removesuffix("_")


def _veldtype(annotatie: Any) -> Any:
    """The pydantic type for one annotation of a record."""
    if get_origin(annotatie) is Annotated:
        soort, uitleg, *_ = get_args(annotatie)
        return Annotated[_veldtype(soort), Field(description=uitleg)]
    if get_origin(annotatie) in (Union, UnionType):
        (soort,) = (deel for deel in get_args(annotatie) if deel is not NoneType)
        return _veldtype(soort) | None
    if get_origin(annotatie) is tuple:
        deel = get_args(annotatie)[0]
        meeste = MEESTE_RECORDS if is_record(deel) else None
        return Annotated[list[_veldtype(deel)], Field(max_length=meeste)]  # type: ignore[misc]
    if get_origin(annotatie) is dict:
        return dict[str, _veldtype(get_args(annotatie)[1])]  # type: ignore[misc]
    if is_record(annotatie):
        return _met_samenhang(annotatie)
    if isinstance(annotatie, type) and issubclass(annotatie, StrEnum):
        return Annotated[annotatie, Field(strict=False)]
    if annotatie is bool:
        return bool
    if annotatie in _TYPEN:
        return _TYPEN[annotatie]
    assert not isinstance(annotatie, NewType), f"geen regel voor {annotatie}"
    return annotatie


def controletype(soort: Any) -> Any:
    """What pydantic checks for ``soort``: a record class, or a ``dict`` of them."""
    if get_origin(soort) is dict:
        return dict[str, controletype(get_args(soort)[1])]  # type: ignore[misc]
    return pydantic_model(soort)


def _met_samenhang(record: type) -> Any:
    def controleer(waarde: Any) -> Any:
        for controle in _SAMENHANG.get(record, ()):
            controle(waarde)
        return waarde

    return Annotated[pydantic_model(record), AfterValidator(controleer)]


MAG_LATER: Mapping[type, Mapping[str, Any]] = {
    model.Interventie: {
        "soort": model.Soort.INTERVENTIE,
        "organisatie": model.NOG_INVULLEN,
        "samenvatting": model.NOG_INVULLEN,
        "doelgroep": model.Doelgroep,
        "doel": model.Doelstelling,
        "aanpak": model.NOG_INVULLEN,
        "regio": model.Regio,
        "bewijs": model.Bewijs,
        "overdraagbaarheid": model.Overdraagbaarheid,
    },
    model.Doelgroep: {"omschrijving": model.NOG_INVULLEN},
    model.Doelstelling: {"omschrijving": model.NOG_INVULLEN},
    model.Bewijs: {"samenvatting": model.NOG_INVULLEN},
    model.Overdraagbaarheid: {"mogelijk": model.Overdracht.ONBEKEND},
    model.Variant: {"voor": model.Voor.DEELNEMERS, "leeftijd": model.Leeftijd, "plaats": "hele bron"},
}
"""What an own offer may leave out until someone knows it, and what it is until then; never of a whole catalogue."""


def _standaard(record: Any, naam: str) -> Any:
    """Absent is the word that the record has for it, null, empty or false; else a field must be filled in."""
    if (later := MAG_LATER.get(record, {}).get(naam)) is not None:
        return Field(default_factory=lambda: pydantic_model(later)()) if is_record(later) else later
    annotatie, standaard = record.__annotations__[naam], record._field_defaults.get(naam)
    if isinstance(standaard, StrEnum):
        return standaard
    soort = get_args(annotatie)[0] if get_origin(annotatie) is Annotated else annotatie
    if get_origin(soort) in (Union, UnionType):
        return None
    if get_origin(soort) is tuple:
        return Field(default_factory=list)
    if get_origin(soort) is dict:
        return Field(default_factory=dict)
    return False if soort is bool else ...


SOORTEN: Mapping[str, Any] = {
    "catalogus": model.Uitgave,
    "begrippen": model.Begrippen,
    "bronnen": model.Bronnen,
    "plaatsen": model.Plaatsen,
    "lezingen": model.Lezingen,
    "cijfers": Cijfers,
    "keuzehulp": model.Keuzehulp,
    "kwaliteitscriteria": Kwaliteitscriteria,
    "uitleg": Uitleg,
    "interventie": model.Interventie,
    "aanvulling": Aanvulling,
    "afzender": Afzender,
}
"""What each kind of file holds, by the name of its schema."""


def json_schemas(codes: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """JSON Schemas for editors, by file name; known words and ids are filled in as choices."""
    return {
        f"{naam}.schema.json": {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_met_codes(_schema(naam), codes),
        }
        for naam in SOORTEN
    }


@cache
def _schema(naam: str) -> Any:
    """What a kind of file holds, whichever words are known."""
    return TypeAdapter(controletype(SOORTEN[naam])).json_schema()


def _met_codes(schema: Any, codes: Mapping[str, Mapping[str, Any]]) -> Any:
    """``schema`` with the codes of a vocabulary where one must be used."""
    if isinstance(schema, list):
        return [_met_codes(deel, codes) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    rest = {naam: _met_codes(deel, codes) for naam, deel in schema.items() if naam != "codelijst"}
    return rest | {"enum": sorted(codes[schema["codelijst"]])} if "codelijst" in schema else rest
