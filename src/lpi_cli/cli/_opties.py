"""Options that several commands share, as bundles: one parameter stands for a set of options.

A command declares ``vraag: Filtervraag`` or ``uitvoer: Uitvoer``; ``met_bundels`` gives it
the options of the bundle and hands it the bundle made from them. So a new filter in ``kern``
is at once an option of every command that filters.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, NewType, get_args, get_origin

import typer

from lpi_cli.catalogus.model import Keuzehulpvraag
from lpi_cli.cli._eigen import catalogus, vandaag
from lpi_cli.cli._nederlands import lezer
from lpi_cli.cli._uitvoer import Uitvoer
from lpi_cli.kern.filters import FILTERS, Filter
from lpi_cli.weergave.formaat import ALLEEN_BESTAND, EXTENSIES

if TYPE_CHECKING:
    from lpi_cli.kern.aannames import Aannames, Opgave

Filtervraag = NewType("Filtervraag", Mapping[str, Sequence[str]])
"""Filter name → words as typed, for the filters that were used."""

Keuzehulpantwoorden = NewType("Keuzehulpantwoorden", Mapping[str, Sequence[str]])
"""The same, for what the Keuzehulp asks only."""

Rekenopties = NewType("Rekenopties", Mapping[str, Any])
"""What ``Aannames`` holds besides the number of people and the year."""

REKENEN = "Rekenen"
"""Heading in the help of options to calculate with."""


def vul_ids_aan() -> list[tuple[str, str]]:
    """Ids of interventions with their names, to complete with Tab."""
    return [(interventie.id, interventie.naam) for interventie in catalogus().interventies]


class _Bundel(NamedTuple):
    parameters: Sequence[inspect.Parameter]
    maak: Callable[[dict[str, Any]], Any]


def met_bundels(functie: Callable[..., None]) -> Callable[..., None]:
    """Replace each parameter whose type is a bundle by the options of that bundle."""
    signatuur = inspect.signature(functie)
    gebruikt = {
        p.name: _BUNDELS[p.annotation]() for p in signatuur.parameters.values() if p.annotation in _BUNDELS
    }
    parameters = [
        deel
        for parameter in signatuur.parameters.values()
        for deel in (gebruikt[parameter.name].parameters if parameter.name in gebruikt else [parameter])
    ]

    def commando(**waarden: Any) -> None:
        for naam, bundel in gebruikt.items():
            eigen = {parameter.name: waarden.pop(parameter.name) for parameter in bundel.parameters}
            waarden[naam] = bundel.maak(eigen)
        functie(**waarden)

    commando.__name__, commando.__doc__ = functie.__name__, functie.__doc__
    commando.__signature__ = signatuur.replace(parameters=parameters)  # type: ignore[attr-defined]
    commando.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return commando


def _optie(naam: str, soort: Any, standaard: Any, **instellingen: Any) -> inspect.Parameter:
    optie = typer.Option(f"--{naam}", **instellingen)
    return inspect.Parameter(
        naam, inspect.Parameter.KEYWORD_ONLY, default=standaard, annotation=Annotated[soort, optie]
    )


# --- filters --------------------------------------------------------------------------


def _filterbundel() -> _Bundel:
    return _Bundel([filteroptie(filter_) for filter_ in FILTERS], _maak_filtervraag)


def _keuzehulpbundel() -> _Bundel:
    return _Bundel([filteroptie(f) for f in FILTERS if f.naam in set(Keuzehulpvraag)], _maak_filtervraag)


def filteroptie(filter_: Filter) -> inspect.Parameter:
    """One filter as an option that may be given more than once (meaning "or")."""
    if filter_.schakelaar:
        return _optie(filter_.naam, bool, False, help=f"{filter_.uitleg}.", rich_help_panel="Filters")
    return _optie(
        filter_.naam,
        list[str],
        [],
        metavar=filter_.naam.upper(),
        help=f"{filter_.uitleg}, zoals {filter_.voorbeeld}.",
        autocompletion=lambda: list(filter_.keuzes(catalogus()).items()),
        rich_help_panel="Filters",
    )


def _maak_filtervraag(waarden: dict[str, Any]) -> Any:
    return {naam: ["ja"] if waarde is True else waarde for naam, waarde in waarden.items() if waarde}


# --- costs ----------------------------------------------------------------------------


def deelnemersoptie(uitleg: str) -> Any:
    """The option that says for how many people."""
    from lpi_cli.kern.aannames import lees_deelnemers

    return typer.Option(
        "--deelnemers",
        metavar="AANTAL",
        help=uitleg,
        parser=lezer(lees_deelnemers),
        rich_help_panel=REKENEN,
    )


def aannames(deelnemers: int, rekenopties: Rekenopties) -> "Aannames":
    """What to calculate with, today."""
    from lpi_cli.kern.aannames import Aannames

    return Aannames(deelnemers, vandaag(), **rekenopties)


def _rekenbundel() -> _Bundel:
    from lpi_cli.kern.aannames import TARIEF, Aannames

    velden = {naam: get_args(soort) for naam, soort in Aannames.__annotations__.items() if get_origin(soort)}
    tarieven_eerst = sorted(velden, key=lambda naam: velden[naam][-1] is not TARIEF)
    return _Bundel([_rekenoptie(naam, *velden[naam]) for naam in tarieven_eerst], Rekenopties)


def _rekenoptie(naam: str, soort: Any, uitleg: str, opgave: "Opgave") -> inspect.Parameter:
    return _optie(
        naam,
        soort,
        None,
        metavar=opgave.metavar,
        help=f"{uitleg.capitalize()}.",
        parser=lezer(opgave.lees),
        rich_help_panel=REKENEN,
    )


# --- output ---------------------------------------------------------------------------


def _uitvoerbundel() -> _Bundel:
    op_scherm = [naam for naam in EXTENSIES if naam not in ALLEEN_BESTAND]
    return _Bundel(
        [
            _optie(
                "formaat",
                str | None,
                None,
                metavar="FORMAAT",
                help=f"Zo tonen: {', '.join(op_scherm)}. Zonder deze optie: tabel.",
                autocompletion=lambda: list(op_scherm),
                rich_help_panel="Uitvoer",
            ),
            _optie(
                "uit",
                Path | None,
                None,
                metavar="BESTAND",
                parser=Path,
                help=f"Bewaar in een bestand: {', '.join(eerste for eerste, *_ in EXTENSIES.values())}.",
                rich_help_panel="Uitvoer",
            ),
            _optie(
                "overschrijf",
                bool,
                False,
                help="Vervang een bestand dat er al is.",
                rich_help_panel="Uitvoer",
            ),
            _optie(
                "alles",
                bool,
                False,
                help="Toon lange lijsten helemaal op het scherm.",
                rich_help_panel="Uitvoer",
            ),
        ],
        _maak_uitvoer,
    )


def _maak_uitvoer(waarden: dict[str, Any]) -> Uitvoer:
    uitvoer = Uitvoer(waarden["formaat"], waarden["uit"], waarden["overschrijf"], waarden["alles"])
    uitvoer.controleer()
    return uitvoer


_BUNDELS: Mapping[Any, Callable[[], _Bundel]] = {
    Filtervraag: _filterbundel,
    Keuzehulpantwoorden: _keuzehulpbundel,
    Rekenopties: _rekenbundel,
    Uitvoer: _uitvoerbundel,
}
