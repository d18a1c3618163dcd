"""Turn ready data (JSON) into the records of ``model``, and back.

One generic path for all records, derived from their annotations. It trusts its input:
checking is the work of ``controle``, at the door.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NewType, TypeVar, Union, get_args, get_origin

R = TypeVar("R")
Omzetter = Callable[[Any], Any]


def maak(soort: type[R], gegevens: Any) -> R:
    """Build a ``soort`` (a record of ``model``, or a dict of them) from plain JSON data."""
    omzetter = _omzetter(soort)  # type: ignore[arg-type]
    return gegevens if omzetter is None else omzetter(gegevens)  # type: ignore[no-any-return]


def is_record(soort: Any) -> bool:
    """Whether ``soort`` is a named-tuple class, as all records are."""
    return isinstance(soort, type) and issubclass(soort, tuple) and hasattr(soort, "_fields")


def kaal(soort: Any) -> Any:
    """An annotation without its description (``Annotated``) and its ``| None``."""
    if get_origin(soort) is Annotated:
        return kaal(get_args(soort)[0])
    if get_origin(soort) in (Union, UnionType):
        (soort,) = (deel for deel in get_args(soort) if deel is not NoneType)
        return kaal(soort)
    return soort


@cache
def _omzetter(soort: Any) -> Omzetter | None:
    """How to build a value of ``soort``; ``None`` when JSON data is that already."""
    soort = kaal(soort)
    if isinstance(soort, NewType):
        return _omzetter(soort.__supertype__)
    if get_origin(soort) is tuple:
        return _tuple_omzetter(get_args(soort)[0])
    if get_origin(soort) is dict:
        return _dict_omzetter(get_args(soort)[1])
    if is_record(soort):
        return _record_omzetter(soort)
    if soort is Decimal or (isinstance(soort, type) and issubclass(soort, Enum)):
        return soort
    return None


def _tuple_omzetter(soort: Any) -> Omzetter:
    omzetter = _omzetter(soort)
    if omzetter is None:
        return tuple
    return lambda waarden: tuple([omzetter(waarde) for waarde in waarden])


def _dict_omzetter(soort: Any) -> Omzetter:
    omzetter = _omzetter(soort)
    if omzetter is None:
        return dict
    return lambda waarden: {naam: omzetter(waarde) for naam, waarde in waarden.items()}


@cache
def _record_omzetter(soort: Any) -> Omzetter:
    velden = [(naam, _omzetter(type_)) for naam, type_ in soort.__annotations__.items()]

    def bouw(gegevens: dict[str, Any]) -> Any:
        waarden = []
        for naam, omzetter in velden:
            waarde = gegevens[naam]
            waarden.append(waarde if omzetter is None or waarde is None else omzetter(waarde))
        return soort._make(waarden)

    return bouw


def als_gegevens(waarde: Any) -> Any:
    """A record as plain data: mappings, lists, and amounts as JSON numbers."""
    if isinstance(waarde, tuple):
        if is_record(type(waarde)):
            return {
                naam: als_gegevens(deel)
                for naam, deel in zip(waarde._fields, waarde, strict=True)  # type: ignore[attr-defined]
            }
        return [als_gegevens(deel) for deel in waarde]
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == int(waarde) else float(waarde)
    if isinstance(waarde, Enum):
        return waarde.value
    return waarde
