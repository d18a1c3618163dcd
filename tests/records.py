"""Records made by hand: a test says what it is about, and the rest is as in a file that leaves it out.

The intervention is for adults, given to groups of at most 15, in six meetings of two hours.
"""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.model import Bedragbereik, Begrippen, Interventie, Kostenpost, Variant
from lpi_cli.catalogus.model_uitleg import Uitleg
from lpi_cli.catalogus.record import maak
from lpi_cli.catalogus.yaml_lezer import Document
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.raming import Kostenraming
from tests.conftest import VANDAAG

R = TypeVar("R")

JAAR = VANDAAG.year
BEGRIPPEN = laad().begrippen
BRON = "gids-2025"


def record(soort: type[R], /, **velden: Any) -> R:
    """A record with these fields, written as in a file; no word of it is looked up."""
    gegevens, fouten = valideer(Document(Path("record.yaml"), velden, {}), soort, {})
    assert not fouten
    return maak(soort, gegevens)


_POST = record(Kostenpost, soort="uitvoering", eenheid="groep", bron=BRON)
_INTERVENTIE = record(
    Interventie,
    id="praatgroep",
    naam="Praatgroep",
    soort="interventie",
    organisatie="De aanbieder",
    samenvatting="Samen praten.",
    doelgroep={"omschrijving": "Iedereen."},
    doel={"categorieen": ["veerkracht"], "omschrijving": "Zich beter voelen."},
    aanpak="Er wordt gepraat.",
    varianten=[
        {
            "id": "groep",
            "naam": "Groep",
            "voor": "deelnemers",
            "leeftijd": {"van": 18},
            "vorm": ["groep"],
            "bijeenkomsten": {"aantal": 6, "duur_uren": {"van": 2, "tot": 2}},
            "groepsgrootte": {"max": 15},
            "plaats": "hele bron",
            "bron": BRON,
        }
    ],
    regio={},
    bewijs={"samenvatting": "Niet onderzocht."},
    overdraagbaarheid={"mogelijk": "onbekend"},
    bronnen=[{"bron": BRON, "plaats": "hele bron"}],
)


def bedrag(van: str, tot: str | None = None) -> Bedragbereik:
    """Euros; one price without ``tot``."""
    return Bedragbereik(Decimal(van), Decimal(tot or van))


def kostenpost(euro: str | None = None, tot: str | None = None, **velden: Any) -> Kostenpost:
    """A cost item; by default the price of a group."""
    return _POST._replace(bedrag=bedrag(euro, tot) if euro else None)._replace(**velden)


def variant(id_: str = "groep", **velden: Any) -> Variant:
    return _INTERVENTIE.varianten[0]._replace(id=id_, naam=id_.title())._replace(**velden)


def interventie(id_: str = "praatgroep", **velden: Any) -> Interventie:
    return _INTERVENTIE._replace(id=id_, naam=id_.title())._replace(**velden)


def onderwerp(id_: str, *punten: str, **velden: Any) -> Uitleg:
    """A topic to read, with these passages."""
    delen = [{"punten": list(punten), "bron": BRON}]
    kort = {"groep": "kiezen", "samenvatting": "Waar het over gaat."}
    return record(Uitleg, id=id_, titel=id_.title(), delen=delen, **kort)._replace(**velden)


def catalogus_met(**delen: Any) -> Catalogus:
    """The real catalogue with other parts, such as ``interventies``."""
    catalogus = laad()
    for naam, deel in delen.items():
        setattr(catalogus, "alle" if naam == "interventies" else naam, deel)
    return catalogus


def kosten_van(
    *posten: Kostenpost,
    deelnemers: int = 30,
    varianten: Sequence[Variant] = (),
    begrippen: Begrippen = BEGRIPPEN,
    **aannames: Any,
) -> list[Kostenraming]:
    """What an intervention with these cost items costs, for 30 people in two groups."""
    een = interventie(kosten=posten, varianten=tuple(varianten or _INTERVENTIE.varianten))
    return bereken_kosten([(een, een.varianten)], Aannames(deelnemers, VANDAAG, **aannames), begrippen)
