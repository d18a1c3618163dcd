"""JSON, for other programs: the keys are fixed by the data contract."""

from json import dumps

from lpi_cli.catalogus.woorden import ONZICHTBAAR
from lpi_cli.weergave.beeld import Beeld, Scherm


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    tekst = dumps(beeld.gegevens, ensure_ascii=False, indent=2)
    return ONZICHTBAAR.sub(lambda teken: f"\\u{ord(teken.group()):04x}", tekst).encode() + b"\n"
