"""The command line in Dutch: help, errors and "Bedoelt u", where the framework speaks English."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import click
from typer.core import TyperCommand, TyperGroup

from lpi_cli.catalogus.woorden import naaste
from lpi_cli.cli._eigen import catalogusoptie
from lpi_cli.cli._uitvoer import naar_scherm

HULP = "Toon deze uitleg."
OVERIG = "Overig"


class Commando(TyperCommand):
    """A command whose help and usage errors are Dutch; it takes own catalogues, as all do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(catalogusoptie())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _nederlandse_hulp(super().get_help_option(ctx))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _schrijf_gebruik(self, ctx, formatter)
        _schrijf_tekst(self.help, formatter)
        _schrijf_opties(self, ctx, formatter)
        _schrijf_voorbeelden(self.epilog, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise click.UsageError(f"{ctx.args[0]!r} is hier te veel.", ctx)
        return rest


class Groep(TyperGroup):
    """A group of commands whose help and usage errors are Dutch; it takes own catalogues."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(catalogusoptie())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _nederlandse_hulp(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not self.invoke_without_command and not ctx.resilient_parsing:
            _toon_hulp(ctx)
        return super().parse_args(ctx, args)

    def samenvattingen(self, ctx: click.Context) -> list[tuple[str, str]]:
        """The commands with their one-line summary."""
        commandos = [(naam, self.get_command(ctx, naam)) for naam in self.list_commands(ctx)]
        return [(naam, commando.get_short_help_str(100)) for naam, commando in commandos if commando]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _schrijf_gebruik(self, ctx, formatter)
        _schrijf_tekst(self.help, formatter)
        with formatter.section("Commando's"):
            formatter.write_dl(self.samenvattingen(ctx))
        _schrijf_opties(self, ctx, formatter)
        _schrijf_voorbeelden(self.epilog, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        naam = args[0]
        commando = self.get_command(ctx, naam)
        if commando is None and not ctx.resilient_parsing:
            if naam.startswith("-"):
                raise click.NoSuchOption(naam, ctx=ctx)
            namen = self.list_commands(ctx)
            gok = naaste(naam, namen)
            bedoeld = f" Bedoelt u {gok!r}?" if gok else f" Kies uit {', '.join(namen)}."
            raise click.UsageError(f"Ik ken het commando {naam!r} niet.{bedoeld}", ctx)
        return naam, commando, args[1:]


def _nederlandse_hulp(optie: click.Option | None) -> click.Option | None:
    if optie is not None:
        optie.help = HULP
        optie.callback = _bij_hulp
    return optie


def _bij_hulp(ctx: click.Context, param: click.Parameter, gevraagd: bool) -> None:
    if gevraagd and not ctx.resilient_parsing:
        _toon_hulp(ctx)


def _toon_hulp(ctx: click.Context) -> None:
    """The help the way of any other result, so that a full disk or a closed pipe ends the same."""
    naar_scherm(f"{ctx.get_help()}\n".encode())
    ctx.exit()


def _schrijf_gebruik(commando: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    delen = ["[OPTIES]"]
    for param in commando.params:
        if isinstance(param, click.Argument):
            naam = _metavar(param)
            delen.append((naam if param.required else f"[{naam}]") + ("…" if param.nargs == -1 else ""))
    if isinstance(commando, click.Group):
        delen.append("COMMANDO")
    formatter.write_usage(ctx.command_path, " ".join(delen), prefix="Gebruik: ")


def _schrijf_tekst(tekst: str | None, formatter: click.HelpFormatter) -> None:
    if tekst:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(tekst)


def _schrijf_opties(commando: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Options under their headings (``rich_help_panel``), in the order they were declared."""
    rubrieken: dict[str, list[tuple[str, str]]] = {}
    for param in commando.get_params(ctx):
        if isinstance(param, click.Argument):
            rubrieken.setdefault("Argumenten", []).append(
                (_metavar(param), getattr(param, "help", None) or "")
            )
        elif isinstance(param, click.Option) and not param.hidden:
            rubriek = getattr(param, "rich_help_panel", None) or OVERIG
            rubrieken.setdefault(rubriek, []).append((_optienaam(param), param.help or ""))
    for rubriek, regels in rubrieken.items():
        with formatter.section(rubriek):
            formatter.write_dl(regels)


def _optienaam(optie: click.Option) -> str:
    namen = ", ".join(optie.opts)
    return namen if optie.is_flag else f"{namen} {_metavar(optie)}"


def _metavar(param: click.Parameter) -> str:
    return param.metavar or (param.name or "").upper()


def _schrijf_voorbeelden(voorbeelden: str | None, formatter: click.HelpFormatter) -> None:
    if voorbeelden:
        with formatter.section("Voorbeelden"):
            for regel in voorbeelden.strip().splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{regel.strip()}\n")


def fout_in_woorden(fout: click.ClickException) -> str:
    """What is wrong with a command line: one Dutch line that says what to type next."""
    ctx = getattr(fout, "ctx", None)
    meer = f" Meer uitleg: {ctx.command_path} --help" if ctx else ""
    return f"{_wat_er_mis_is(fout)}{meer}"


def _wat_er_mis_is(fout: click.ClickException) -> str:
    match fout:
        case click.NoSuchOption():
            gok = naaste(fout.option_name, _opties(fout.ctx))
            return f"De optie {fout.option_name} bestaat niet." + (f" Bedoelt u {gok}?" if gok else "")
        case click.BadOptionUsage() if "does not take" in fout.message:
            return f"De optie {fout.option_name} krijgt geen waarde."
        case click.BadOptionUsage():
            return f"Achter {fout.option_name} hoort een waarde."
        case click.MissingParameter():
            param = fout.param
            naam = _optienaam(param) if isinstance(param, click.Option) else _metavar(param) if param else ""
            return f"Er ontbreekt iets: geef {naam}."
        case click.BadParameter():
            naam = fout.param.opts[0] if isinstance(fout.param, click.Option) else ""
            return f"{naam}: {fout.message}".lstrip(": ")
        case _:
            return fout.format_message()


def _opties(ctx: click.Context | None) -> Sequence[str]:
    if ctx is None:
        return ()
    return [naam for param in ctx.command.get_params(ctx) for naam in param.opts if naam.startswith("--")]


class Getal(click.ParamType):
    """A whole number within bounds, with a Dutch error."""

    name = "getal"

    def __init__(self, minimum: int, maximum: int) -> None:
        self.minimum, self.maximum = minimum, maximum

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", str(value)) or not self.minimum <= int(value) <= self.maximum:
            self.fail(
                f"{value!r} kan niet; geef een heel getal van {self.minimum} tot {self.maximum}.", param, ctx
            )
        return int(value)


class Euro(click.ParamType):
    """An amount as people write it (``95``, ``95,50``, ``€ 1.250,-``), exact, with a Dutch error."""

    name = "bedrag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        if isinstance(value, Decimal):
            return value
        kaal = re.sub(",-+$", "", str(value).replace("€", "").strip())
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,2})?", kaal):
            kaal = kaal.replace(".", "")
        if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,2})?", kaal) or not Decimal(kaal.replace(",", ".")):
            self.fail(f"{value!r} is geen bedrag; schrijf het als 95 of 95,50.", param, ctx)
        return Decimal(kaal.replace(",", "."))
