"""JSON, for other programs: the keys are fixed by the data contract."""

from json import dumps

from lpi_cli.catalogus.woorden import ONZICHTBAAR
from lpi_cli.weergave.beeld import Beeld, Scherm


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    tekst = dumps(beeld.gegevens, ensure_ascii=False, indent=2)
    return ONZICHTBAAR.sub(lambda tekens: dumps(tekens.group())[1:-1], tekst).encode() + b"\n"
