"""What takes no part in an answer since it is not offered any more, or not here: the same in every form."""

from collections.abc import Iterator
from typing import Annotated

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Gestopt
from lpi_cli.catalogus.record import Gegevens, als_gegevens
from lpi_cli.kern.zinnen import dag_in_woorden
from lpi_cli.weergave.beeld import Blok, Kop, Punten

Gestoptgegevens = Annotated[
    list[Annotated[Gegevens, Gestopt]], "wat niet meer of hier niet wordt aangeboden, en dus niet meedoet"
]

KOP = "Doet niet mee, want gestopt"


def gestoptgegevens(catalogus: Catalogus) -> Gestoptgegevens:
    return als_gegevens(catalogus.gestopt)  # type: ignore[no-any-return]


def gestoptblokken(catalogus: Catalogus) -> Iterator[Blok]:
    if catalogus.gestopt:
        yield Kop(KOP)
        yield Punten([_in_woorden(een) for een in catalogus.gestopt])


def gestoptregels(catalogus: Catalogus) -> list[str]:
    """For a sheet, which has no blocks."""
    return [f"{KOP}: {_in_woorden(een)}" for een in catalogus.gestopt]


def _in_woorden(een: Gestopt) -> str:
    sinds = f", sinds {dag_in_woorden(een.sinds)}" if een.sinds else " (sinds wanneer, staat er niet bij)"
    erbij = "; ".join(een.toelichting)
    return f"{een.naam}{sinds}. {f'Erbij staat: {erbij}' if erbij else 'Waarom staat er niet bij.'}"
