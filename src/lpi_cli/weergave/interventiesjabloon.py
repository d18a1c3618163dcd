"""A new file for an own catalogue: what is known filled in, the rest explained and ready to fill in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from textwrap import wrap
from typing import Any, NamedTuple

from markupsafe import Markup

from lpi_cli.catalogus.model import NOG_INVULLEN, Begrippen
from lpi_cli.catalogus.nieuw import NieuweBron
from lpi_cli.weergave.sjabloon import vul_sjabloon
from lpi_cli.weergave.tekst import yaml_tekst

BREEDTE = 96
BRONNENKOP = """\
# yaml-language-server: $schema=schema/bronnen.schema.json
#
# De bronnen van uw eigen aanbod: een website, een folder, of wat de aanbieder zelf opgaf.
"""


class NieuwAanbod(NamedTuple):
    """What was asked about a new intervention; None or empty is not known."""

    id: str
    naam: str
    bron: NieuweBron
    organisatie: str | None = None
    samenvatting: str | None = None
    doelgroep: str | None = None
    van: int | None = None
    tot: int | None = None
    voor: str = "deelnemers"
    doel: Sequence[str] = ()
    vorm: Sequence[str] = ()
    groepsgrootte: Mapping[str, int] | None = None
    talen: Sequence[str] = ()
    talen_open: bool = False
    talen_met_tolk: bool = False
    setting: Sequence[str] = ()
    regio: Mapping[str, Any] | None = None
    status: str | None = None
    bijeenkomsten: int | None = None
    bedrag: Decimal | None = None
    eenheid: str | None = None
    prijspeil: int | None = None
    email: str | None = None
    telefoon: str | None = None
    website: str | None = None


def interventiebestand(aanbod: NieuwAanbod, begrippen: Begrippen, jaar: int) -> str:
    """The text of ``interventies/<id>.yaml``: valid at once, and explained line by line.

    ``jaar``: the present year, as example of a year.
    """
    return vul_sjabloon(
        "interventie.yaml.j2",
        aanbod=aanbod,
        jaar=jaar,
        codes={lijst: ", ".join(codes) for lijst, codes in begrippen.items()},
        soorten=" ".join(f"{code}: {begrip.uitleg}" for code, begrip in begrippen["soort"].items()),
        tekst=_tekst,
        uitleg=_uitleg,
    ).decode()


def bronregels(bron: NieuweBron, jaar: int) -> str:
    """The text of one source, to put in ``bronnen.yaml``. ``jaar``: as for ``interventiebestand``."""
    return vul_sjabloon("bron.yaml.j2", bron=bron, jaar=jaar, tekst=_tekst).decode()


def _uitleg(tekst: str, inspring: int = 0) -> Markup:
    """Comment lines. YAML is no HTML: nothing in it is escaped."""
    begin = f"{'':{inspring}}# "
    regels = wrap(tekst, BREEDTE, initial_indent=begin, subsequent_indent=begin, break_on_hyphens=False)
    return Markup("\n".join(regels))  # noqa: S704


def _tekst(tekst: str | None) -> Markup:
    return Markup(yaml_tekst(tekst or NOG_INVULLEN))  # noqa: S704
