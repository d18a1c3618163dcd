"""Plain data as the YAML of a catalogue file: one field per line, text in quotes, words and numbers without."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lpi_cli.catalogus.schema import CODE
from lpi_cli.weergave.tekst import yaml_tekst

_GEEN_WOORD = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
"""Words that some programs take for something else."""


def als_yaml(gegevens: Mapping[str, Any]) -> str:
    """The lines of a file; each field of the whole begins at the margin."""
    return "".join(f"{regel}\n" for veld, waarde in gegevens.items() for regel in _veld(veld, waarde))


def _veld(veld: str, waarde: Any) -> Iterator[str]:
    if isinstance(waarde, Mapping):
        yield f"{veld}:"
        yield from (f"  {regel}" for naam, deel in waarde.items() for regel in _veld(naam, deel))
    elif isinstance(waarde, Sequence) and not isinstance(waarde, str) and not _op_een_regel(waarde):
        yield f"{veld}:"
        yield from (regel for deel in waarde for regel in _onderdeel(deel))
    else:
        yield f"{veld}: {_waarde(waarde)}"


def _op_een_regel(waarden: Sequence[Any]) -> bool:
    return all(isinstance(waarde, str) and _is_woord(waarde) for waarde in waarden)


def _onderdeel(deel: Any) -> Iterator[str]:
    """One entry of a list, behind a dash."""
    regels = (
        [regel for naam, waarde in deel.items() for regel in _veld(naam, waarde)]
        if isinstance(deel, Mapping)
        else [_waarde(deel)]
    )
    yield f"  - {regels[0]}"
    yield from (f"    {regel}" for regel in regels[1:])


def _waarde(waarde: Any) -> str:
    if waarde is None or isinstance(waarde, bool):
        return {None: "null", True: "true", False: "false"}[waarde]
    if isinstance(waarde, str):
        return waarde if _is_woord(waarde) else yaml_tekst(waarde)
    return f"[{', '.join(map(_waarde, waarde))}]" if isinstance(waarde, Sequence) else str(waarde)


def _is_woord(tekst: str) -> bool:
    return bool(CODE.fullmatch(tekst)) and not tekst[0].isdecimal() and tekst not in _GEEN_WOORD
