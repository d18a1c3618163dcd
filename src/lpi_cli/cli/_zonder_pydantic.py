"""Keep pydantic out of a plain start.

Typer 0.29 and later has pydantic turn each word of the command line into its value, and loading that
takes longer than most commands. Ours are text, switches, or read by a function (``parser``), which
needs no help. What is replaced here is private to Typer: where a version does not have it, or no
longer looks at it, starting is slower and nothing else changes.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from typer.core import TyperArgument, TyperOption

PLEK = "_runtime_param"
"""Where such a Typer keeps what turns the words of a parameter into its value."""


class _Omzetter(NamedTuple):
    lees: Callable[[str], Any]

    def coerce(self, value: Any, param: TyperArgument | TyperOption, ctx: object) -> Any:
        """The value of a parameter, under the name and with the arguments that Typer uses."""
        meer = (param.nargs == -1) if isinstance(param, TyperArgument) else param.multiple
        if value is None:
            return () if meer else None
        return [self.lees(deel) for deel in value] if meer else self.lees(value)


def zonder_pydantic(param: object) -> None:
    """Let a parameter of text, or one with a ``parser``, be read without pydantic where Typer would use it."""
    info = getattr(getattr(param, "type_descriptor", None), "parameter_info", None)
    if hasattr(param, PLEK) and info is not None:
        setattr(param, PLEK, _Omzetter(info.parser or str))
