"""One HTML page for colleagues: nothing to load from elsewhere, and it prints well on A4."""

from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.sjabloon import csp_som, documentstijl, vul_sjabloon


def render(beeld: Beeld, scherm: Scherm) -> bytes:
    """The result as a whole page, styled for screen and paper."""
    stijl = documentstijl()
    return vul_sjabloon("document.html.j2", beeld=beeld, stijl=stijl, csp=csp_som("style", stijl))
