"""Pages from templates (jinja2): text is always text, and only safe addresses become links."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any, assert_never, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from lpi_cli.weergave.beeld import Blok, Toon
from lpi_cli.weergave.tekst import bijeen, met_adressen


@cache
def omgeving() -> Environment:
    """The templates of this package: autoescape on, unknown names are an error."""
    sjablonen = Environment(
        loader=PackageLoader("lpi_cli.weergave", "sjablonen"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda waarde: bijeen(waarde) if type(waarde) is str else waarde,
    )
    sjablonen.filters["met_links"] = met_links
    sjablonen.globals |= {"assert_never": assert_never, "Toon": Toon}
    for soort in get_args(Blok):
        sjablonen.tests[soort.__name__.lower()] = lambda blok, soort=soort: isinstance(blok, soort)
    return sjablonen


def vul_sjabloon(naam: str, **waarden: Any) -> bytes:
    """A page as bytes, in UTF-8."""
    return omgeving().get_template(naam).render(**waarden).encode()


def bijlage(naam: str) -> Markup:
    """A style sheet or script of this package, to stand inside a page."""
    bron, _, _ = omgeving().loader.get_source(omgeving(), naam)  # type: ignore[union-attr]
    return Markup(bron)  # noqa: S704  our own file, not text of a catalogue


def documentstijl() -> Markup:
    """The style sheet of a page to read."""
    return bijlage("basis.css") + bijlage("document.css")


def compact(bron: str) -> Markup:
    """A style sheet or script without what only its maintainers read: remarks on a line of their own, and margins."""
    regels = (regel.strip() for regel in bron.splitlines())
    kaal = "\n".join(regel for regel in regels if regel and not regel.startswith(("//", "/*")))
    return Markup(kaal)  # noqa: S704  our own file


def csp_som(soort: str, inhoud: str) -> str:
    """What a Content-Security-Policy must say to allow one inline ``style`` or ``script``."""
    return f"{soort}-src 'sha256-{b64encode(sha256(inhoud.encode()).digest()).decode()}'"


def met_links(tekst: str) -> Markup:
    """``tekst`` as HTML in which only plain web and mail addresses are links."""
    link = Markup('<a href="%s">%s</a>')
    return Markup("").join(link % (doel, deel) if doel else _heel(deel) for deel, doel in met_adressen(tekst))


def _heel(tekst: str) -> Markup:
    """``tekst`` of which ranges and telephone numbers stay on one line."""
    veilig = re.sub(
        r"\+?\d+(?:(?: - |[- ]| ?\(0\))\d+)+", r'<span class="heel">\g<0></span>', str(escape(tekst))
    )
    return Markup(veilig)  # noqa: S704  escaped before
