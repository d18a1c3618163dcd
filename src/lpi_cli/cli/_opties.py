"""Commands, and the options that several share, as bundles: one parameter stands for a set of options.

A command declares ``opties: Vraagopties`` or ``uitvoer: Uitvoer``; ``commando`` gives it
the options of the bundle and hands it the bundle made from them. So a new filter in ``kern``
is at once an option of every command that takes a question.
"""

import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, NewType

import typer

from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.cli._eigen import catalogus, meld_let_op, meld_lezing, vandaag
from lpi_cli.cli._nederlands import Commando
from lpi_cli.cli._uitvoer import Uitvoer, melding, sla_op
from lpi_cli.kern.aannames import Aannames, lees_deelnemers
from lpi_cli.kern.filters import DOELGROEP, FILTERS, IS
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.vraag import (
    DEELNEMERS,
    LIEFST,
    NAAM,
    REKENVELDEN,
    VELDEN,
    Vraag,
    Vraagveld,
    maak_vraag,
    tegenspraak,
)
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.weergave.formaat import ALLEEN_BESTAND, EXTENSIES

if TYPE_CHECKING:
    from typer._click.core import Command


def vul_ids_aan() -> list[tuple[str, str]]:
    """Ids of interventions and of their variants with their names, to complete with Tab."""
    return [
        (een.wat, een.naam)
        for heel in map(Gevraagd.heel, catalogus().interventies)
        for een in (heel, *(heel._replace(varianten=(variant,)) for variant in heel.varianten))
    ]


def idargument(uitleg: str, metavar: str = "ID") -> Any:
    """The words of a command that name interventions."""
    return typer.Argument(metavar=metavar, help=uitleg, autocompletion=vul_ids_aan)


def woordoptie(
    naam: str, metavar: str, uitleg: str, woorden: Collection[str], rubriek: str | None = None
) -> Any:
    """An option of a command for one of these words, which stand in the help at ``{}``."""
    return typer.Option(
        naam,
        metavar=metavar,
        help=uitleg.format(", ".join(woorden)),
        autocompletion=lambda: list(woorden),
        rich_help_panel=rubriek,
    )


def padoptie(naam: str, metavar: str, uitleg: str, rubriek: str | None = None) -> Any:
    """An option of a command for a file or a folder."""
    return typer.Option(naam, metavar=metavar, help=uitleg, parser=Path, rich_help_panel=rubriek)


def padargument(metavar: str, uitleg: str) -> Any:
    """A word of a command that is a file or a folder."""
    return typer.Argument(metavar=metavar, help=uitleg, parser=Path)


Bewaard = NewType("Bewaard", Vraag)
"""The question where only a part of it counts. Its options are taken, so that the words of another command can be
typed again, and its file; the help names only the file."""


Rekenopties = NewType("Rekenopties", Mapping[str, Any])
"""What one gives to calculate with besides the people, where they are not those of one question."""


class _Bundel(NamedTuple):
    parameters: Sequence[inspect.Parameter]
    maak: Callable[[dict[str, Any]], Any]


def commando(
    voorbeelden: str, soort: type[Commando] = Commando
) -> "Callable[[Callable[..., None]], Command]":
    """Make a command of a function, whose name and docstring it has; with examples for its help."""

    def maak(functie: Callable[..., None]) -> "Command":
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(cls=soort, epilog=voorbeelden)(_met_bundels(functie))
        return typer.main.get_command(app)

    return maak


def _met_bundels(functie: Callable[..., None]) -> Callable[..., None]:
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

    def aanroep(**waarden: Any) -> None:
        for naam, bundel in gebruikt.items():
            eigen = {parameter.name: waarden.pop(parameter.name) for parameter in bundel.parameters}
            waarden[naam] = bundel.maak(eigen)
        functie(**waarden)

    aanroep.__name__, aanroep.__doc__ = functie.__name__, functie.__doc__
    aanroep.__signature__ = signatuur.replace(parameters=parameters)  # type: ignore[attr-defined]
    aanroep.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return aanroep


def _optie(
    naam: str, soort: Any, standaard: Any, uitleg: str, rubriek: str, **instellingen: Any
) -> inspect.Parameter:
    optie = typer.Option(f"--{naam}", help=uitleg, rich_help_panel=rubriek, **instellingen)
    return inspect.Parameter(
        naam, inspect.Parameter.KEYWORD_ONLY, default=standaard, annotation=Annotated[soort, optie]
    )


def _bestandoptie(naam: str, uitleg: str, rubriek: str, *, hidden: bool = False) -> inspect.Parameter:
    return _optie(naam, Path | None, None, uitleg, rubriek, metavar="BESTAND", parser=Path, hidden=hidden)


# --- the question ---------------------------------------------------------------------


class Vraagopties(NamedTuple):
    """The question as the line and its file give it, and where to keep it."""

    vraag: Vraag
    opslaan: Path | None

    def bewaar(self, vraag: Vraag, *, overschrijf: bool) -> None:
        """Keep the question, perhaps with more answers, when that was asked. Raises ``Vraagfout`` or ``BestandFout``."""
        if self.opslaan is not None:
            from lpi_cli.weergave.vraag import vraagbestand

            sla_op(self.opslaan, vraagbestand(vraag), overschrijf=overschrijf)

    def meld_budget(self) -> None:
        """Say that a budget does not limit what is found, to who may think so; one may also give it to keep it."""
        if "budget" in self.vraag.rekenen and self.opslaan is None:
            melding("Let op: een budget sluit hier niets uit; wat daarbinnen past, zegt lpi kosten.")


REKENEN, DE_VRAAG, UITVOER = "Rekenen", "De vraag", "Uitvoer"
"""Headings in the help."""
_RUBRIEKEN = dict.fromkeys((DEELNEMERS, *REKENVELDEN), REKENEN)


def _vraagbundel() -> _Bundel:
    velden = [_veldoptie(naam, veld) for naam, veld in VELDEN.items() if naam != NAAM]
    opslaan = _bestandoptie("opslaan", "Bewaar de vraag, zoals vraag.yaml.", DE_VRAAG)
    return _Bundel(
        [*velden, *vraagbestandopties(), opslaan],
        lambda waarden: Vraagopties(_lees_vraag(waarden), waarden["opslaan"]),
    )


def _bewaardbundel() -> _Bundel:
    """All but the target group, which the command has in its own words."""
    velden = [
        _veldoptie(naam, veld, hidden=True)
        for naam, veld in VELDEN.items()
        if naam not in (NAAM, DOELGROEP.naam)
    ]
    return _Bundel([*velden, *vraagbestandopties()], _lees_vraag)


def _veldoptie(naam: str, veld: Vraagveld, *, hidden: bool = False) -> inspect.Parameter:
    """One field as an option; one that holds words may be given more than once."""
    rubriek = _RUBRIEKEN.get(naam, DE_VRAAG)
    if veld.soort is Veldsoort.SCHAKELAAR:
        return _optie(naam, bool, False, veld.uitleg, rubriek, hidden=hidden)
    als_een = veld.soort is Veldsoort.WAARDE
    return _optie(
        naam,
        str | None if als_een else list[str],
        None if als_een else [],
        veld.uitleg,
        rubriek,
        metavar=veld.metavar,
        autocompletion=_aanvulling(naam, veld),
        hidden=hidden,
    )


def _aanvulling(naam: str, veld: Vraagveld) -> Callable[[], list[tuple[str, str]]] | None:
    if (filter_ := veld.filter) is not None:
        return lambda: list(filter_.keuzes(catalogus()).items())
    return vul_wensen_aan if naam == LIEFST else None


def vul_wensen_aan() -> list[tuple[str, str]]:
    """All that one can like: each filter with each of its words."""
    return [
        (f"{filter_.naam}{IS}{woord}", f"{filter_.naam}{IS}{uitleg}") if woord else (filter_.naam, uitleg)
        for filter_ in FILTERS
        for woord, uitleg in (filter_.keuzes(catalogus()) or {"": filter_.uitleg}).items()
    ]


def _maak_rekenopties(waarden: dict[str, Any]) -> Rekenopties:
    return Rekenopties(
        {naam: _lees(naam, REKENVELDEN[naam], waarde) for naam, waarde in waarden.items() if waarde}
    )


def vraagbestandopties() -> list[inspect.Parameter]:
    """The option for a saved question, and its name in an earlier version."""
    uitleg = "Neem een bewaarde vraag op, zoals vraag.yaml. Wat u als optie geeft, gaat voor."
    return [_bestandoptie("vraag", uitleg, DE_VRAAG), _bestandoptie("keuze", uitleg, DE_VRAAG, hidden=True)]


def _lees_vraag(waarden: dict[str, Any]) -> Vraag:
    gegeven = uit_bestand(waarden)
    for naam, veld in VELDEN.items():
        if getypt := waarden.get(naam):
            gegeven[naam] = _lees(naam, veld, getypt)
    vraag = maak_vraag(gegeven)
    woorden = {naam: getypt for naam, getypt in waarden.items() if isinstance(getypt, list)}
    meld_lezing({naam: [een.partition(IS)[0] for een in getypt] for naam, getypt in woorden.items()})
    return vraag


def uit_bestand(waarden: Mapping[str, Any]) -> dict[str, Any]:
    """What the saved question holds; nothing without one. Raises ``CatalogusFout`` with every fault."""
    bestanden = [bestand for naam in ("vraag", "keuze") if (bestand := waarden[naam]) is not None]
    if len(bestanden) > 1:
        raise Vraagfout("Geef --vraag of --keuze, niet allebei.")
    if not bestanden:
        return {}
    from lpi_cli.catalogus.vraagbestand import lees_vraagbestand

    let_op: list[Fout] = []
    getypt: dict[str, list[str]] = {}

    def lees(naam: str, tekst: str) -> Any:
        getypt.setdefault(naam, []).append(tekst)
        return VELDEN[naam].lees(tekst, catalogus())

    soorten = {naam: veld.soort for naam, veld in VELDEN.items()}
    gegeven = lees_vraagbestand(bestanden[0], soorten, lees, tegenspraak, let_op)
    meld_let_op(let_op)
    meld_lezing(getypt)
    return gegeven


def _lees(naam: str, veld: Vraagveld, getypt: Any) -> Any:
    """The value of an option in its shortest form. Raises ``Vraagfout`` that names the option."""
    try:
        if veld.soort is Veldsoort.SCHAKELAAR:
            return dict.fromkeys(veld.lees("ja", catalogus()))
        if veld.soort is Veldsoort.WAARDE:
            return veld.lees(getypt, catalogus())
        gelezen: dict[str, int | None] = {}
        for tekst in getypt:
            woord, aantal = _met_aantal(tekst) if veld.soort is Veldsoort.AANTALLEN else (tekst, None)
            codes = veld.lees(woord, catalogus())
            if aantal is not None and len(codes) > 1:
                raise Vraagfout(f"{woord!r} staat voor {', '.join(codes)}; geef elk een eigen aantal.")
            for code in codes:
                if code in gelezen and (aantal, gelezen[code]) != (None, None):
                    raise Vraagfout(f"{code!r} staat er twee keer, met een aantal; tel ze op.")
                gelezen[code] = aantal
        return gelezen
    except Vraagfout as fout:
        raise Vraagfout(f"--{naam}: {fout}") from None


def aannames(vraag: Vraag) -> Aannames:
    """What to calculate with, today. Raises ``Vraagfout`` when one did not say for how many people."""
    gegeven = vraag.aannames(vandaag())
    if gegeven is None:
        erbij = f" bij {opsomming(f'--{naam}' for naam in vraag.rekenen)} ook" if vraag.rekenen else ""
        raise Vraagfout(
            f"Geef{erbij} --{DEELNEMERS}, zoals --{DEELNEMERS} 20: zonder aantal is niets te berekenen."
        )
    return gegeven


def _met_aantal(tekst: str) -> tuple[str, int | None]:
    """``ar=10`` is a word and for how many people it is."""
    woord, is_, aantal = tekst.rpartition(IS)
    return (woord, lees_deelnemers(aantal)) if is_ else (tekst, None)


# --- output ---------------------------------------------------------------------------


def _uitvoerbundel() -> _Bundel:
    op_scherm = [naam for naam in EXTENSIES if naam not in ALLEEN_BESTAND]
    tonen = f"Zo tonen: {', '.join(op_scherm)}. Zonder deze optie: tabel."
    bewaren = f"Bewaar in een bestand: {', '.join(eerste for eerste, *_ in EXTENSIES.values())}."
    opties = [
        _optie(
            "formaat", str | None, None, tonen, UITVOER, metavar="FORMAAT", autocompletion=lambda: op_scherm
        ),
        _bestandoptie("uit", bewaren, UITVOER),
        _optie("overschrijf", bool, False, "Vervang een bestand dat er al is.", UITVOER),
        _optie("alles", bool, False, "Toon lange lijsten helemaal op het scherm.", UITVOER),
    ]
    return _Bundel(opties, _maak_uitvoer)


def _maak_uitvoer(waarden: dict[str, Any]) -> Uitvoer:
    uitvoer = Uitvoer(
        waarden["formaat"], waarden["uit"], waarden["overschrijf"], waarden["alles"], _voet, dag=vandaag()
    )
    uitvoer.controleer()
    return uitvoer


def _voet() -> str:
    from lpi_cli.weergave.versie import versieregel

    return versieregel(catalogus().uitgave)


_BUNDELS: Mapping[Any, Callable[[], _Bundel]] = {
    Bewaard: _bewaardbundel,
    Vraagopties: _vraagbundel,
    Rekenopties: lambda: _Bundel([*starmap(_veldoptie, REKENVELDEN.items())], _maak_rekenopties),
    Uitvoer: _uitvoerbundel,
}
