"""Turn plain data into the records of ``model``, and back.

Data comes in two forms: mappings, as in a file, and rows, in which a record is a list of
its values in the order of its fields. Rows are shorter and faster to read, so the ready file
has those. One generic path for all records, derived from their annotations. It trusts its
input: checking is the work of ``controle``, at the door.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, NewType, TypeVar, Union, get_args, get_origin

R = TypeVar("R")
Omzetter = Callable[[Any], Any]
Gegevens = dict[str, Any]
"""A record as plain data; ``Annotated[Gegevens, Kostenpost]`` says of which."""


def maak(soort: type[R], gegevens: Any) -> R:
    """Build a ``soort`` (a record of ``model``, or a dict of them) from mappings."""
    return maak_uit_rij(soort, als_rij(soort, gegevens))


def maak_uit_rij(soort: type[R], rij: Any) -> R:
    """Build a ``soort`` from its row; the row is used up."""
    omzetter = _omzetter(soort)  # type: ignore[arg-type]
    return rij if omzetter is None else omzetter(rij)  # type: ignore[no-any-return]


def als_rij(soort: Any, gegevens: Any) -> Any:
    """Mappings as rows: each record a list of its values, in the order of its fields."""
    rijmaker = _rijmaker(soort)
    return gegevens if rijmaker is None else rijmaker(gegevens)


@cache
def _rijmaker(soort: Any) -> Omzetter | None:
    """How to make a row of the data of ``soort``; ``None`` when it has no records in it."""
    soort = kaal(soort)
    if is_record(soort):
        makers = [(naam, _rijmaker(type_)) for naam, type_ in soort.__annotations__.items()]
        return lambda deel: [_via(maker, deel[naam]) for naam, maker in makers]
    if get_origin(soort) not in (tuple, dict):
        return None
    maker = _rijmaker(get_args(soort)[-1 if get_origin(soort) is dict else 0])
    if maker is None:
        return None
    if get_origin(soort) is tuple:
        return lambda delen: [maker(deel) for deel in delen]
    return lambda delen: {naam: maker(deel) for naam, deel in delen.items()}


def _via(omzetter: Omzetter | None, waarde: Any) -> Any:
    return waarde if omzetter is None or waarde is None else omzetter(waarde)


def uit_rij(soort: Any, rij: Any) -> Any:
    """The row of a record as mappings again."""
    return _via(_rijlezer(soort), rij)


@cache
def _rijlezer(soort: Any) -> Omzetter | None:
    """How to make data of a row of ``soort``; ``None`` when it has no records in it."""
    soort = kaal(soort)
    if is_record(soort):
        lezers = [(naam, _rijlezer(type_)) for naam, type_ in soort.__annotations__.items()]
        return lambda rij: {naam: _via(lezer, deel) for (naam, lezer), deel in zip(lezers, rij, strict=True)}
    if get_origin(soort) is not tuple:
        return None
    lezer = _rijlezer(get_args(soort)[0])
    return list if lezer is None else lambda rij: [lezer(deel) for deel in rij]


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
    """How to build a value of ``soort`` from its row; ``None`` when it is that already."""
    soort = kaal(soort)
    if isinstance(soort, NewType):
        return _omzetter(soort.__supertype__)
    if get_origin(soort) in (tuple, dict):
        is_lijst = get_origin(soort) is tuple
        omzetter = _omzetter(get_args(soort)[0 if is_lijst else 1])
        if omzetter is None:
            return tuple if is_lijst else dict
        if is_lijst:
            return lambda delen: tuple([omzetter(deel) for deel in delen]) if delen else ()
        return lambda delen: {naam: omzetter(deel) for naam, deel in delen.items()}
    if is_record(soort):
        return _record_omzetter(soort)
    if isinstance(soort, type) and issubclass(soort, Enum):
        return {lid.value: lid for lid in soort}.__getitem__
    return soort if soort is Decimal else None


def _record_omzetter(soort: Any) -> Omzetter:
    """Builds the values that are no plain data yet, in place; most are, and are left alone."""
    omzetters = [(nr, _omzetter(type_)) for nr, type_ in enumerate(soort.__annotations__.values())]
    te_bouwen = [(nr, omzetter) for nr, omzetter in omzetters if omzetter is not None]
    nieuw = partial(tuple.__new__, soort)  # as ``_make``, without counting the fields again

    def bouw(rij: list[Any]) -> Any:
        for nr, omzetter in te_bouwen:
            if rij[nr] is not None:
                rij[nr] = omzetter(rij[nr])
        return nieuw(rij)

    return bouw


def als_object(soort: type[R], bron: Any, /, **eigen: Any) -> R:
    """The JSON object ``soort``, a ``TypedDict``: each key has the value in ``eigen``, or else what ``bron`` calls so."""
    return {  # type: ignore[return-value]
        sleutel: als_gegevens(eigen[sleutel] if sleutel in eigen else getattr(bron, sleutel))
        for sleutel in soort.__annotations__
    }


def als_gegevens(waarde: Any) -> Any:
    """A record as plain data: mappings, lists, and amounts as JSON numbers."""
    if isinstance(waarde, tuple):
        if is_record(type(waarde)):
            return {
                naam: als_gegevens(deel)
                for naam, deel in zip(waarde._fields, waarde, strict=True)  # type: ignore[attr-defined]
            }
        return [als_gegevens(deel) for deel in waarde]
    if isinstance(waarde, dict):
        return {naam: als_gegevens(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == int(waarde) else float(waarde)
    if isinstance(waarde, Enum):
        return waarde.value
    return waarde
