"""Read a saved question: all faults of the file at once, each with its line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.catalogus.woorden import naaste
from lpi_cli.catalogus.yaml_lezer import Document, Pad, lees_yaml

GROEPEN = "groepen"
"""The field that makes a file a plan."""
LANGSTE_WOORD = 300
"""Characters."""

Lees = Callable[[str, str], Any]
"""Reads a value of a field as it would be typed, of words to a list. Raises ``ValueError`` with what is wrong (Dutch)."""
Tegenspraak = Callable[[Mapping[str, Any]], Iterable[tuple[str, str]]]
"""What does not add up between fields: the name of one, and what is wrong (Dutch)."""


def lees_vraagbestand(
    bestand: Path, velden: Mapping[str, Veldsoort], lees: Lees, tegenspraak: Tegenspraak, let_op: list[Fout]
) -> dict[str, Any]:
    """The values in ``bestand`` by field, words as keys with their number of people or None.

    Adds to ``let_op``. Raises ``CatalogusFout`` with every fault found.
    """
    document = lees_ingevuld(bestand, "maak het met", "lpi kies --opslaan vraag.yaml", let_op)
    if not isinstance(document.gegevens, dict):
        raise CatalogusFout(
            [document.fout((), "begin elke regel met een veld en een dubbele punt, zoals leeftijd: 12-18")]
        )
    weiger_plan(document)
    fouten: list[Fout] = []
    gelezen = lees_velden(document, (), document.gegevens, velden, lees, fouten)
    if not fouten:
        fouten += [document.fout((naam,), melding) for naam, melding in tegenspraak(gelezen)]
    if fouten:
        raise CatalogusFout(sorted(fouten, key=lambda fout: fout.regel))
    return zonder_niets(gelezen)


def lees_ingevuld(bestand: Path, aanhef: str, maak_het_met: str, let_op: list[Fout]) -> Document:
    """A file that someone filled in; adds to ``let_op``. Raises ``CatalogusFout`` when it cannot be read or is empty.

    ``maak_het_met``: the command that makes one, told behind ``aanhef``.
    """
    document = lees_yaml(bestand, maak_het_met)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    let_op += document.let_op
    if document.gegevens is None:
        raise CatalogusFout([document.fout((), f"is leeg; {aanhef}: {maak_het_met}")])
    return document


def weiger_plan(document: Document) -> None:
    """Raises ``CatalogusFout`` for a plan, which has groups: only one command takes these."""
    if isinstance(document.gegevens, dict) and GROEPEN in document.gegevens:
        from shlex import quote  # costs time, and only needed for a message

        melding = f"dit is een plan; reken het uit met: lpi plan {quote(str(document.bestand))}"
        raise CatalogusFout([document.fout((GROEPEN,), melding)])


def zonder_niets(gelezen: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in gelezen.items() if waarde is not None}


def lees_woord(lees: Lees, als: str, tekst: str) -> Any:
    """One value, as ``lees`` reads it. Raises ``ValueError``, also when it is too long to be one."""
    if len(tekst) > LANGSTE_WOORD:
        raise ValueError(f"is te lang, ten hoogste {LANGSTE_WOORD} tekens")
    return lees(als, tekst)


def lees_velden(
    document: Document,
    pad: Pad,
    gegevens: Mapping[str, Any],
    velden: Mapping[str, Veldsoort],
    lees: Lees,
    fouten: list[Fout],
) -> dict[str, Any]:
    """The values of the fields at ``pad``; adds what is wrong to ``fouten``, a field that is not known too."""
    fouten += _onbekende_velden(document, pad, gegevens, velden)
    return {
        naam: Veld(document, (*pad, naam), velden[naam], lees, fouten).lees(waarde)
        for naam, waarde in gegevens.items()
        if naam in velden
    }


def _onbekende_velden(
    document: Document, pad: Pad, gegevens: Mapping[str, Any], velden: Mapping[str, Veldsoort]
) -> Iterator[Fout]:
    for naam in gegevens.keys() - velden.keys():
        gok = naaste(naam, velden)
        bedoeld = f"; bedoelt u {gok!r}?" if gok else f"; kies uit {', '.join(velden)}"
        yield document.fout((*pad, naam), f"is geen bekend veld{bedoeld}")


class Veld:
    """One field of a file; what is wrong with it goes to ``fouten``."""

    def __init__(
        self, document: Document, pad: Pad, soort: Veldsoort, lees: Lees, fouten: list[Fout], als: str = ""
    ) -> None:
        """``als``: the field that its words are read as, where it does not have that name."""
        self.document, self.pad, self.soort, self.fouten = document, pad, soort, fouten
        self.naam = als or str(pad[-1])
        self.lees_tekst = lees

    def lees(self, waarde: Any) -> Any:
        if self.soort is Veldsoort.SCHAKELAAR:
            return self._schakelaar(waarde)
        if self.soort in (Veldsoort.TEKST, Veldsoort.WAARDE):
            return None if waarde is None else self._een(self.pad, self.naam, waarde)
        if self.soort is Veldsoort.AANTALLEN and isinstance(waarde, dict):
            return self._aantallen(waarde)
        if isinstance(waarde, dict):
            self._fout(self.pad, f"schrijf het zo: {self.naam}: […]")
            return None
        woorden = waarde if isinstance(waarde, list) else [] if waarde is None else [waarde]
        gelezen = [self._een((*self.pad, nr), self.naam, woord) or () for nr, woord in enumerate(woorden)]
        return dict.fromkeys(code for codes in gelezen for code in codes)

    def _schakelaar(self, waarde: Any) -> Any:
        if waarde in (True, "ja"):
            return {"ja": None}
        if waarde in (False, "nee", None):
            return {}
        self._fout(self.pad, "moet true of false zijn")
        return None

    def _aantallen(self, waarden: Mapping[str, Any]) -> dict[str, int | None]:
        gelezen: dict[str, int | None] = {}
        for woord, aantal in waarden.items():
            pad = (*self.pad, woord)
            codes = self._een(pad, self.naam, woord) or ()
            mensen = None if aantal is None or not codes else self._een(pad, "deelnemers", aantal)
            if mensen is not None and len(codes) > 1:
                self._fout(pad, f"staat voor {', '.join(codes)}; geef elk een eigen aantal")
            for code in codes:
                if code in gelezen:
                    self._fout(pad, f"is hetzelfde als {code!r}, dat er al staat; tel ze op")
                gelezen[code] = mensen
        return gelezen

    def _een(self, pad: Pad, als: str, waarde: Any) -> Any:
        """One value, read as the field ``als``; None when it is wrong."""
        if isinstance(waarde, bool) or not isinstance(waarde, str | int | Decimal):
            soort = "een getal" if als != self.naam or self.soort is Veldsoort.WAARDE else "tekst"
            self._fout(pad, f"moet {soort} zijn")
            return None
        try:
            return lees_woord(self.lees_tekst, als, str(waarde))
        except ValueError as fout:
            self._fout(pad, str(fout))
            return None

    def _fout(self, pad: Pad, melding: str) -> None:
        self.fouten.append(self.document.fout(pad if pad in self.document.regels else self.pad, melding))
