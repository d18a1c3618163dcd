"""JSON, for other programs: the keys are fixed by the data contract."""

from json import dumps
from typing import Any

from lpi_cli.catalogus.woorden import ONZICHTBAAR
from lpi_cli.weergave.beeld import Beeld, Scherm


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    return als_json(beeld.gegevens)


def als_json(gegevens: Any) -> bytes:
    """Lines that one can read too; a character that does not show is written as its number."""
    tekst = dumps(gegevens, ensure_ascii=False, indent=2)
    return ONZICHTBAAR.sub(lambda tekens: dumps(tekens.group())[1:-1], tekst).encode() + b"\n"
