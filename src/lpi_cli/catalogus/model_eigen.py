"""The records of what only an own catalogue has: facts that supplement another's intervention.

See ``model``; these stand apart because only the check of an own catalogue needs them.
"""

from typing import Annotated, NamedTuple

from lpi_cli.catalogus.model import (
    Afwijking,
    Contact,
    Datum,
    InterventieId,
    Kostenpost,
    Kwaliteit,
    Publicatie,
    Regel,
    Setting,
    Status,
    Taal,
    Variant,
    Vindplaats,
)


class Aanvullingsregio(NamedTuple):
    plaatsen: tuple[Regel, ...]


class Aanvulling(NamedTuple):
    """What an own catalogue knows more about an intervention, such as a regional price."""

    vult_aan: Annotated[InterventieId, "het id van de interventie die u aanvult"]
    status: Annotated[
        Status | None, "gestopt: het wordt hier niet aangeboden; zeg waarom bij aandachtspunten"
    ]
    status_sinds: Annotated[Datum | None, "dag waarop dat inging"]
    varianten: tuple[Variant, ...]
    setting: tuple[Setting, ...]
    talen: tuple[Taal, ...]
    talen_open: Annotated[bool, "true: er zijn meer talen dan bij talen staan"]
    regio: Aanvullingsregio | None
    kosten: tuple[Kostenpost, ...]
    kwaliteit: tuple[Kwaliteit, ...]
    contact: tuple[Contact, ...]
    publicaties: tuple[Publicatie, ...]
    aandachtspunten: tuple[str, ...]
    bronnen: tuple[Vindplaats, ...]
    afwijkingen: tuple[Afwijking, ...]
