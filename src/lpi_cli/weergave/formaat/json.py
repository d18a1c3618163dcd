"""JSON, for other programs: the keys are fixed by the data contract."""

from json import dumps

from lpi_cli.weergave.beeld import Beeld


def render(beeld: Beeld) -> bytes:
    return dumps(beeld.gegevens, ensure_ascii=False, indent=2).encode() + b"\n"
