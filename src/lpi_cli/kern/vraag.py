"""The question: who the group is, what one would like, and what one calculates with. Said once, used everywhere.

It is read from words as they are typed, on a line or in a file. A filter in ``kern.filters`` and an option of ``kern.aannames``
is at once a part of it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, get_args, get_origin

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.catalogus.woorden import ONZICHTBAAR, vlak
from lpi_cli.kern.aannames import AANTAL, TARIEF, Aannames, Invoersoort, Mensen, lees_deelnemers
from lpi_cli.kern.filters import FILTERS, LEEFTIJD, TAAL, Filter, lees_liefst, lees_woorden
from lpi_cli.kern.vraagfout import Vraagfout

MAAKT_NIET_UIT = "maakt niet uit"
NAAM, DEELNEMERS, LIEFST = "naam", "deelnemers", "liefst"
LANGSTE_NAAM = 300


class Vraag(NamedTuple):
    """All words are in their shortest form."""

    filters: Mapping[str, tuple[str, ...]] = {}
    """Filter → words, of which one must hold; none: it does not matter; not there: not asked."""
    naam: str | None = None
    mensen: Mensen = Mensen()
    liefst: tuple[str, ...] = ()
    """What one would like, most wanted first: ``taal=ar``, ``kosteloos``."""
    rekenen: Mapping[str, Any] = {}
    """What ``Aannames`` holds besides the number of people and the year."""

    def aannames(self, vandaag: date) -> Aannames | None:
        """What to calculate with; None without a number of people."""
        if self.mensen.aantal is None:
            return None
        return Aannames(self.mensen.aantal, vandaag, mensen=self.mensen, **self.rekenen)


# --- its fields, by the names of options and keys --------------------------------------


class Vraagveld(NamedTuple):
    """A part of the question as one gives it."""

    soort: Veldsoort
    lees: Callable[[str, Catalogus], Any]
    """What one value stands for, in the shortest form: of words a list, since one may mean more. Raises ``Vraagfout``."""
    uitleg: str
    metavar: str
    filter: Filter | None = None
    """None: it is no filter."""


def _filterveld(filter_: Filter) -> Vraagveld:
    def lees(tekst: str, catalogus: Catalogus) -> list[str]:
        if not vlak(tekst):  # nothing, or in letters that no word of the catalogue has
            wat = f"{tekst!r} ken ik niet; schrijf het" if tekst.strip() else "hier hoort een waarde,"
            raise Vraagfout(f"{wat} zoals {filter_.voorbeeld}.")
        return [_op_een_regel(woord) for woord in lees_woorden(filter_, tekst, catalogus)] or [MAAKT_NIET_UIT]

    if filter_.schakelaar:
        return Vraagveld(Veldsoort.SCHAKELAAR, lees, f"{filter_.uitleg}.", "", filter_)
    uitleg = f"{filter_.uitleg}, zoals {filter_.voorbeeld}."
    if filter_.met_mensen:
        uitleg = f"{uitleg} Met hoeveel mensen: {filter_.met_mensen}."
    soort = Veldsoort.AANTALLEN if filter_.met_mensen else Veldsoort.WOORDEN
    return Vraagveld(soort, lees, uitleg, filter_.naam.upper(), filter_)


def _op_een_regel(tekst: str) -> str:
    """Raises ``Vraagfout`` for what cannot be seen, since a file with it is not read again."""
    tekst = " ".join(tekst.split())
    if ONZICHTBAAR.search(tekst) or len(tekst) > LANGSTE_NAAM:
        raise Vraagfout(f"schrijf ten hoogste {LANGSTE_NAAM} tekens, zonder onzichtbare.")
    return tekst


def _lees_liefst(tekst: str, catalogus: Catalogus) -> list[str]:
    if not vlak(tekst):
        raise Vraagfout("hier hoort een wens, zoals taal=ar of kosteloos.")
    return [lees_liefst(_op_een_regel(tekst), catalogus)]


def _rekenvelden() -> dict[str, tuple[str, Invoersoort]]:
    velden = {
        naam: get_args(soort)[1:] for naam, soort in Aannames.__annotations__.items() if get_origin(soort)
    }
    return {naam: velden[naam] for naam in sorted(velden, key=lambda naam: velden[naam][-1] is not TARIEF)}


def _rekenveld(uitleg: str, opgave: Invoersoort) -> Vraagveld:
    return Vraagveld(
        Veldsoort.WAARDE, lambda tekst, _: opgave.lees(tekst), f"{uitleg.capitalize()}.", opgave.metavar
    )


REKENVELDEN: Mapping[str, Vraagveld] = {naam: _rekenveld(*hoe) for naam, hoe in _rekenvelden().items()}
"""What one gives to calculate with, besides the number of people."""
VELDEN: Mapping[str, Vraagveld] = {
    NAAM: Vraagveld(
        Veldsoort.TEKST, lambda tekst, _: _op_een_regel(tekst), "Hoe u deze vraag noemt.", "TEKST"
    ),
    **{filter_.naam: _filterveld(filter_) for filter_ in FILTERS},
    DEELNEMERS: Vraagveld(
        Veldsoort.WAARDE, lambda tekst, _: lees_deelnemers(tekst), "Voor hoeveel mensen.", AANTAL.metavar
    ),
    LIEFST: Vraagveld(
        Veldsoort.WOORDEN,
        _lees_liefst,
        "Wat u het liefst hebt, zoals taal=ar of kosteloos. Sluit niets uit: wat eraan voldoet, komt eerst. "
        "Mag vaker; de eerste weegt het zwaarst.",
        "WENS",
    ),
    **REKENVELDEN,
}
"""All that a question may hold, in the order of its file."""


# --- from what was given to a question, and back --------------------------------------


def maak_vraag(gegeven: Mapping[str, Any]) -> Vraag:
    """The question of values that the ``lees`` of their fields gave; words are keys, each with its people or None.

    Raises ``Vraagfout`` when numbers of people do not add up.
    """
    for naam, melding in tegenspraak(gegeven):
        raise Vraagfout(f"--{naam}: {melding}")
    filters = {f.naam: gegeven[f.naam] for f in FILTERS if f.naam in gegeven}
    per = {naam: {w: n for w, n in woorden.items() if n is not None} for naam, woorden in filters.items()}
    return Vraag(
        filters={
            naam: () if MAAKT_NIET_UIT in woorden else tuple(woorden) for naam, woorden in filters.items()
        },
        naam=gegeven.get(NAAM),
        mensen=Mensen(_aantal(gegeven), per.get(LEEFTIJD.naam, {}), per.get(TAAL.naam, {})),
        liefst=tuple(gegeven.get(LIEFST, ())),
        rekenen={naam: gegeven[naam] for naam in REKENVELDEN if naam in gegeven},
    )


def als_gegeven(vraag: Vraag) -> dict[str, Any]:
    """The values of which ``maak_vraag`` makes the question again, in the order of its file."""
    per = {LEEFTIJD.naam: vraag.mensen.per_leeftijd, TAAL.naam: vraag.mensen.per_taal}
    waarden: dict[str, Any] = {
        NAAM: vraag.naam,
        **{naam: {w: per.get(naam, {}).get(w) for w in woorden} for naam, woorden in vraag.filters.items()},
        DEELNEMERS: vraag.mensen.aantal,
        LIEFST: dict.fromkeys(vraag.liefst) or None,
        **vraag.rekenen,
    }
    return {naam: waarden[naam] for naam in VELDEN if waarden.get(naam) is not None}


def _aantal(gegeven: Mapping[str, Any]) -> int | None:
    """The number of people: as given, or that of all languages or ages together."""
    samen = (sum(aantallen.values()) for _, aantallen, volledig in _verdelingen(gegeven) if volledig)
    return gegeven.get(DEELNEMERS) or next(samen, None)


def _verdelingen(gegeven: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, int], bool]]:
    """How people are divided: the field, their numbers, and whether each word has one."""
    for filter_ in FILTERS:
        woorden = gegeven.get(filter_.naam, {})
        aantallen = {woord: aantal for woord, aantal in woorden.items() if aantal is not None}
        if aantallen:
            yield filter_.naam, aantallen, len(aantallen) == len(woorden)


def tegenspraak(gegeven: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of which the numbers of people do not add up, and why."""
    aantal = _aantal(gegeven)
    for naam, aantallen, volledig in _verdelingen(gegeven):
        samen = sum(aantallen.values())
        if aantal is not None and (samen != aantal if volledig else samen >= aantal):
            delen = " + ".join(map(str, aantallen.values()))
            som = f"{delen} is {samen}" if len(aantallen) > 1 else f"het aantal is {samen}"
            meer = "" if volledig else ", zonder wie geen aantal heeft"
            yield (
                naam,
                f"{som} mensen{meer}, en {DEELNEMERS} is {aantal}. Maak ze gelijk, of laat {DEELNEMERS} weg.",
            )
