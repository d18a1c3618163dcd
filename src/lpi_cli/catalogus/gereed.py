"""The ready file: a checked catalogue as JSON, one line a part, so a start only reads."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import CatalogusFout
from lpi_cli.catalogus.record import als_rij

if TYPE_CHECKING:
    from lpi_cli.catalogus.controle import Gecontroleerd

BESTANDSNAAM = "gereed.jsonl"
"""Of the bundled catalogue, beside its other files: made when the package is built."""
ZOEKTEKSTEN = "zoekteksten"
"""The part with the search text of each intervention, by id."""

NIET_GEREED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What comes of reading a file that is no ready file."""


class Gereed:
    """A ready file in memory: a line that says what is in it, the parts, the interventions."""

    def __init__(self, inhoud: bytes) -> None:
        """Raises one of ``NIET_GEREED`` when it is no ready file."""
        self._inhoud = inhoud
        regels = BytesIO(inhoud)  # shares the bytes: nothing is copied
        self.kop = json.loads(regels.readline())
        self._plekken: dict[str, int] = {}
        for naam in self.kop["delen"]:
            self._plekken[naam] = regels.tell()
            regels.readline()
        self._interventies = regels.tell()

    @property
    def is_heel(self) -> bool:
        """Whether nothing was lost or changed by accident since it was written."""
        begin = self._inhoud.index(b"\n") + 1
        return bool(self.kop["som"] == _som(self.kop["delen"], memoryview(self._inhoud)[begin:]))

    def deel(self, naam: str) -> Any:
        return json.loads(next(self._regels(self._plekken[naam])))

    def interventies(self) -> Iterator[list[Any]]:
        """Each intervention as the row of its record; see ``record``."""
        return map(json.loads, self._regels(self._interventies))

    def _regels(self, vanaf: int) -> Iterator[bytes]:
        regels = BytesIO(self._inhoud)
        regels.seek(vanaf)
        return regels


def schrijf(gecontroleerd: "Gecontroleerd", stand: str = "") -> bytes:
    """The ready file of a checked catalogue. Raises ``CatalogusFout`` when it has faults.

    ``stand``: of what it was made, for a file that is kept in the cache.
    """
    if gecontroleerd.fouten:
        raise CatalogusFout(gecontroleerd.fouten)
    delen = gecontroleerd.delen
    return schrijf_delen(delen, gecontroleerd.interventies, delen["begrippen"], stand)


def schrijf_delen(
    delen: Mapping[str, Any],
    interventies: Sequence[Mapping[str, Any]],
    begrippen: Mapping[str, Any],
    stand: str,
) -> bytes:
    """``begrippen``: the words whose names belong to what one can search."""
    from lpi_cli.catalogus.zoektekst import zoektekst

    delen = {**delen, ZOEKTEKSTEN: {een["id"]: zoektekst(een, begrippen) for een in interventies}}
    rijen = [als_rij(model.Interventie, een) for een in interventies]
    regels = [
        json.dumps(deel, ensure_ascii=False, separators=(",", ":")) for deel in (*delen.values(), *rijen)
    ]
    inhoud = "\n".join(regels).encode(errors="surrogatepass") + b"\n"  # names of files may be no UTF-8
    kop = {"stand": stand, "som": _som(list(delen), inhoud), "delen": list(delen)}
    return json.dumps(kop).encode() + b"\n" + inhoud


def _som(delen: Sequence[str], inhoud: bytes | memoryview) -> int:
    """Tells a damaged file from a whole one: of the names of the parts, and all that comes after them."""
    return zlib.crc32(inhoud, zlib.crc32(json.dumps(delen).encode()))
