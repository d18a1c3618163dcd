"""The command line in Dutch: help, errors and "Bedoelt u", where the framework speaks English.

All that knows the inside of Typer stands here and in ``_zonder_pydantic``. Typer carries Click as a
private part of itself: its errors are found beside the one that Typer exports, its types only by the
type checker.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from lpi_cli.catalogus.woorden import naaste
from lpi_cli.cli._eigen import catalogusoptie
from lpi_cli.cli._uitvoer import naar_scherm, schermbreedte
from lpi_cli.cli._zonder_pydantic import zonder_pydantic
from lpi_cli.kern.vraagfout import Vraagfout

if TYPE_CHECKING:
    from typer._click.core import Command, Context, Parameter
    from typer._click.exceptions import UsageError
    from typer._click.formatting import HelpFormatter

    _Basis = Command
else:
    _Basis = object

LIJKT_OP = 0.7
"""How much a slip must look like a command; commands are short words, of which many look like each other."""
HULP = "Toon deze uitleg."
HULPNAMEN = ["-h", "--help"]
HULPWOORD = "help"
"""As the name of a command: ``lpi help kies`` is ``lpi kies --help``."""
OVERIG = "Overig"
BREEDSTE_HULP, SMALSTE_NAAST, KANTLIJN = 80, 50, 2
"""Columns of help at most, those at which a name and what it means fit side by side, and those that stay empty."""

_fouten = sys.modules[typer.BadParameter.__module__]
Opdrachtfout: "type[UsageError]" = _fouten.UsageError
"""What Typer raises about a command line, with all its kinds."""

T = TypeVar("T")


def lezer(lees: Callable[[str], T]) -> Callable[[str], T]:
    """``lees``, which raises ``Vraagfout``, as the ``parser`` of an option: its error names the option."""

    def lees_waarde(tekst: str) -> T:
        try:
            return lees(tekst)
        except Vraagfout as fout:
            raise typer.BadParameter(str(fout)) from None

    return lees_waarde


class _Nederlands(_Basis):
    """What commands and groups of them share: Dutch help, and the option for own catalogues."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, catalogusoptie()]
        for param in self.params:
            zonder_pydantic(param)

    def get_help_option_names(self, ctx: "Context") -> list[str]:
        return HULPNAMEN

    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help, optie.callback = HULP, _bij_hulp
            zonder_pydantic(optie)
        return optie

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        # Typer writes no narrower than 50 columns by itself, also on a screen of 40.
        formatter.width = min(schermbreedte(), BREEDSTE_HULP) - KANTLIJN
        _schrijf_gebruik(self, ctx, formatter)
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(self.help)
        if isinstance(self, Groep):
            with formatter.section("Commando's"):
                _schrijf_lijst(self.samenvattingen(ctx), formatter)
        _schrijf_opties(self, ctx, formatter)
        _schrijf_voorbeelden(self.epilog, formatter)


class Commando(_Nederlands, TyperCommand):
    """A command whose help and usage errors are Dutch; it takes own catalogues, as all do."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        with _optiegebruik(self):
            self._weiger_dubbele(ctx, args)
            rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            ctx.fail(f"{ctx.args[0]!r} is hier te veel.")
        return rest

    def _weiger_dubbele(self, ctx: "Context", args: list[str]) -> None:
        """An option that holds one value is given once: the last would go before the first, and nobody would know."""
        *_, volgorde = self.make_parser(ctx).parse_args(list(args))
        if ctx.resilient_parsing:
            return
        for param in volgorde:
            if (
                isinstance(param, TyperOption)
                and not (param.multiple or param.is_flag)
                and volgorde.count(param) > 1
            ):
                raise Opdrachtfout(f"De optie {param.opts[0]} kan maar één keer; laat er één staan.", ctx=ctx)


class Groep(_Nederlands, TyperGroup):
    """A group of commands whose help and usage errors are Dutch; it takes own catalogues."""

    plekken: ClassVar[Mapping[str, str]]
    """Command → the module that has it under its own name, loaded when it is asked for."""

    def list_commands(self, ctx: "Context") -> list[str]:
        return list(self.plekken)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        if cmd_name not in self.plekken:
            return None
        commando: Command = getattr(import_module(self.plekken[cmd_name]), cmd_name)
        return commando

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        if args[:1] == [HULPWOORD]:
            args = [*args[1:], HULPNAMEN[-1]]
        if not args and not self.invoke_without_command and not ctx.resilient_parsing:
            _toon_hulp(ctx)
        with _optiegebruik(self):
            return super().parse_args(ctx, args)

    def samenvattingen(self, ctx: "Context") -> list[tuple[str, str]]:
        """The commands with their one-line summary."""
        commandos = [(naam, self.get_command(ctx, naam)) for naam in self.list_commands(ctx)]
        return [(naam, commando.get_short_help_str(100)) for naam, commando in commandos if commando]

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, Command | None, list[str]]":
        naam = args[0]
        commando = self.get_command(ctx, naam)
        if commando is None and not ctx.resilient_parsing:
            if naam.startswith("-"):
                raise _fouten.NoSuchOption(naam, ctx=ctx)
            namen = self.list_commands(ctx)
            gok = naaste(naam, namen, LIJKT_OP)
            bedoeld = f" Bedoelt u {gok!r}?" if gok else f" Kies uit {', '.join(namen)}."
            ctx.fail(f"Ik ken het commando {naam!r} niet.{bedoeld}")
        return naam, commando, args[1:]


@contextmanager
def _optiegebruik(commando: "Command") -> Iterator[None]:
    """Say in Dutch that a switch got a value, or another option none, with what it takes."""
    try:
        yield
    except _fouten.BadOptionUsage as fout:
        opties = (p for p in commando.params if isinstance(p, TyperOption))
        optie = next(p for p in opties if fout.option_name in (*p.opts, *p.secondary_opts))
        if optie.is_flag:
            raise Opdrachtfout(f"De optie {fout.option_name} krijgt geen waarde.") from None
        raise Opdrachtfout(f"Achter {fout.option_name} hoort een waarde. {optie.help}") from None


def _bij_hulp(ctx: "Context", param: "Parameter", gevraagd: bool) -> None:
    if gevraagd and not ctx.resilient_parsing:
        _toon_hulp(ctx)


def _toon_hulp(ctx: "Context") -> None:
    """The help the way of any other result, so that a full disk or a closed pipe ends the same."""
    naar_scherm(f"{ctx.get_help()}\n".encode())
    ctx.exit()


def _schrijf_gebruik(commando: "Command", ctx: "Context", formatter: "HelpFormatter") -> None:
    delen = ["[OPTIES]"]
    for param in commando.params:
        if isinstance(param, TyperArgument):
            naam = _metavar(param)
            delen.append((naam if param.required else f"[{naam}]") + ("…" if param.nargs == -1 else ""))
    if isinstance(commando, TyperGroup):
        delen.append("COMMANDO")
    formatter.write_usage(ctx.command_path, " ".join(delen), prefix="Gebruik: ")


def _schrijf_opties(commando: "Command", ctx: "Context", formatter: "HelpFormatter") -> None:
    """Options under their headings (``rich_help_panel``), in the order they were declared."""
    rubrieken: dict[str, list[tuple[str, str]]] = {}
    for param in commando.get_params(ctx):
        if isinstance(param, TyperArgument):
            rubrieken.setdefault("Argumenten", []).append((_metavar(param), param.help or ""))
        elif isinstance(param, TyperOption) and not param.hidden:
            rubriek = param.rich_help_panel or OVERIG
            rubrieken.setdefault(rubriek, []).append((_optienaam(param), param.help or ""))
    for rubriek, regels in rubrieken.items():
        with formatter.section(rubriek):
            _schrijf_lijst(regels, formatter)


def _schrijf_lijst(regels: Sequence[tuple[str, str]], formatter: "HelpFormatter") -> None:
    """Names with what they mean beside them, or below them on a narrow screen."""
    ernaast = formatter.width >= SMALSTE_NAAST
    formatter.write_dl(regels, **({} if ernaast else {"col_max": KANTLIJN}))


def _optienaam(optie: TyperOption) -> str:
    namen = ", ".join([*optie.opts, *optie.secondary_opts])
    return namen if optie.is_flag else f"{namen} {_metavar(optie)}"


def _metavar(param: "Parameter") -> str:
    return param.metavar or (param.name or "").upper()


def _schrijf_voorbeelden(voorbeelden: str | None, formatter: "HelpFormatter") -> None:
    if voorbeelden:
        with formatter.section("Voorbeelden"):
            for regel in voorbeelden.strip().splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{regel.strip()}\n")


def fout_in_woorden(fout: "UsageError") -> str:
    """What is wrong with a command line: one Dutch line that says what to type next."""
    meer = f" Meer uitleg: {fout.ctx.command_path} --help" if fout.ctx else ""
    return f"{_wat_er_mis_is(fout)}{meer}"


def _wat_er_mis_is(fout: Any) -> str:
    match fout:
        case _fouten.NoSuchOption():
            return _onbekende_optie(fout.option_name, _opties(fout.ctx))
        case _fouten.MissingParameter():
            naam = _optienaam(fout.param) if isinstance(fout.param, TyperOption) else _metavar(fout.param)
            return f"Er ontbreekt iets: geef {naam}."
        case typer.BadParameter():
            naam = fout.param.opts[0] if isinstance(fout.param, TyperOption) else ""
            return f"{naam}: {fout.message}".lstrip(": ")
        case _:
            return str(fout.message)


def _onbekende_optie(naam: str, opties: Sequence[str]) -> str:
    """What is near; of a part of the question where one can ask it, for another option only looks like it."""
    from lpi_cli.kern.filters import FILTERS  # only for who mistypes

    for filter_ in FILTERS:
        if naam == f"--{filter_.naam}":
            if "--groep" in opties:
                waar = "Een plan heeft dat per groep, in het bestand: lpi plan --sjabloon"
            else:
                voorbeeld = filter_.voorbeeld.partition(",")[0]
                waar = f"Zoeken kan ermee: lpi zoek {naam} {voorbeeld}".rstrip()
            return f"De optie {naam} bestaat hier niet. {waar}."
    gok = naaste(naam, opties)
    return f"De optie {naam} bestaat niet." + (f" Bedoelt u {gok}?" if gok else "")


def _opties(ctx: "Context | None") -> Sequence[str]:
    if ctx is None:
        return ()
    params = ctx.command.get_params(ctx)
    return [naam for p in params for naam in (*p.opts, *p.secondary_opts) if naam.startswith("--")]
