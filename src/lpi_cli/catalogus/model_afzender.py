"""Who sends what lpi makes: letters, and the catalogue as open data."""

from typing import Annotated, NamedTuple

from lpi_cli.catalogus.model import Email, Regel, Telefoon, Url

BESTAND = "afzender.yaml"


class Afzender(NamedTuple):
    naam: Regel | None
    organisatie: Regel | None
    adres: Annotated[Regel | None, "op één regel, zoals Dorpsstraat 1, 1234 AB Dorp"]
    email: Email | None
    telefoon: Telefoon | None
    website: Annotated[Url | None, "waar men vindt wat u uitgeeft"] = None
    toegankelijkheid: Annotated[
        Url | None, "waar uw verklaring staat over hoe toegankelijk een pagina van u is"
    ] = None
