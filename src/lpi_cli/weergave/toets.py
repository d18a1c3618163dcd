"""The outcome of the quality test: dots, one sentence, and what to do next."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Kwaliteitsantwoord, Kwaliteitsvraag
from lpi_cli.catalogus.model_toets import Criteriumcode
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.toets import (
    Criteriumoordeel,
    Criteriumuitslag,
    Gegeven,
    Oordeel,
    Toetsuitslag,
    volgorde,
    vul_in,
)
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Punten, Tabel, Toon, Velden

STIPPEN = {Criteriumoordeel.VOLDOET: "●", Criteriumoordeel.NAVRAGEN: "○", Criteriumoordeel.VOLDOET_NIET: "○"}
OORDELEN = {
    Criteriumoordeel.VOLDOET: "voldoet",
    Criteriumoordeel.NAVRAGEN: "navragen",
    Criteriumoordeel.VOLDOET_NIET: "voldoet niet",
}
EINDOORDELEN = {
    Oordeel.VOLDOET: "voldoet",
    Oordeel.NAVRAGEN: "navragen",
    Oordeel.NIET_INZETTEN: "niet inzetten",
}


def toetsbeeld(uitslagen: Sequence[Toetsuitslag], catalogus: Catalogus, datum: str) -> Beeld:
    """One outcome in full; several as a comparison, best first. ``datum``: when was tested, in words."""
    gesorteerd = sorted(uitslagen, key=volgorde)
    enige = gesorteerd[0] if len(gesorteerd) == 1 else None
    return Beeld(
        lambda: _een(enige, catalogus, datum) if enige else _vergelijking(gesorteerd, datum),
        lambda: toetsgegevens(enige) if enige else [toetsgegevens(uitslag) for uitslag in gesorteerd],
        CSV_KOLOMMEN,
        lambda: [rij for uitslag in gesorteerd for rij in _csv_rijen(uitslag)],
    )


def stippen(uitslag: Toetsuitslag) -> str:
    """``●●●○ 3 van 4``: one dot per criterion, in their order."""
    return f"{''.join(map(stip, uitslag.criteria))} {uitslag.voldaan} van {len(uitslag.criteria)}"


def _een(uitslag: Toetsuitslag, catalogus: Catalogus, datum: str) -> Iterator[Blok]:
    yield Kop(f"{uitslag.toets.naam}: {stippen(uitslag)}", 1)
    yield Alinea(getattr(catalogus.kwaliteitscriteria.oordelen, uitslag.oordeel.value), Toon.NADRUK)
    if uitslag.kan_worden is not uitslag.oordeel:
        yield Alinea(
            f"Er staan nog vragen open. Met goede antwoorden kan het oordeel worden: {EINDOORDELEN[uitslag.kan_worden]}."
        )
    if uitslag.toets.voorselectie:
        yield Alinea(
            "LOOP koos deze LPI vooraf: volgens LOOP voldoet zij aan zijn kwaliteitseisen. [keuzehulp]"
        )
    yield Alinea(f"Getoetst voor: {uitslag.toets.doelgroep}. Datum: {datum}.", Toon.ZACHT)
    for criterium in uitslag.criteria:
        yield Kop(f"{stip(criterium)} {criterium.criterium.naam}: {OORDELEN[criterium.oordeel]}")
        yield Velden(list(_criterium(criterium, catalogus)))
    if uitslag.nog_open:
        yield Kop("Nog na te vragen")
        yield open_toetsvragen(uitslag)


def stip(criterium: Criteriumuitslag) -> str:
    return STIPPEN[criterium.oordeel]


def _criterium(uitslag: Criteriumuitslag, catalogus: Catalogus) -> Iterator[tuple[str, Sequence[str]]]:
    for code, gegeven in uitslag.gegevens.items():
        yield naam(code, catalogus.begrippen["kwaliteitsvraag"]), [antwoord_in_woorden(gegeven, catalogus)]
    yield "Waarom", [uitslag.reden]
    yield "Doe nu", [uitslag.advies]


def antwoord_in_woorden(gegeven: Gegeven, catalogus: Catalogus) -> str:
    """The answers to one question, with the note and the source."""
    begrippen = catalogus.begrippen["kwaliteitsantwoord"]
    antwoord = opsomming(naam(a, begrippen) for a in gegeven.antwoorden) if gegeven.antwoorden else "onbekend"
    bron = f" [{gegeven.bron}]" if gegeven.bron else ""
    return f"{antwoord}. {gegeven.toelichting}{bron}" if gegeven.toelichting else f"{antwoord}{bron}"


def met_zegsman(gegeven: Gegeven) -> str | None:
    """The note to an answer; what a source says is told as its words, so that nobody takes them for his own."""
    if gegeven.bron is None or gegeven.toelichting is None:
        return gegeven.toelichting
    return f"Volgens {gegeven.bron}: {gegeven.toelichting}"


def open_toetsvragen(uitslag: Toetsuitslag) -> Punten:
    """What is still to be asked, and of whom."""
    teksten = (f"{toetsvraag.vraag} {toetsvraag.navragen}" for toetsvraag in uitslag.nog_open)
    return Punten([vul_in(tekst, uitslag.toets.doelgroep) for tekst in teksten], afvinken=True)


def _vergelijking(uitslagen: Sequence[Toetsuitslag], datum: str) -> Iterator[Blok]:
    yield Alinea(f"{len(uitslagen)} interventies getoetst, de beste eerst", Toon.NADRUK)
    yield Tabel(
        (
            Kolom("naam", minstens=20),
            Kolom("score", vast=True),
            Kolom("oordeel"),
            Kolom("open vragen"),
            Kolom("voldoet niet"),
            Kolom("navragen", rang=1),
        ),
        [
            [
                uitslag.toets.naam,
                stippen(uitslag),
                EINDOORDELEN[uitslag.oordeel],
                _open(uitslag),
                ", ".join(criteria_met(uitslag, Criteriumoordeel.VOLDOET_NIET)),
                ", ".join(criteria_met(uitslag, Criteriumoordeel.NAVRAGEN)),
            ]
            for uitslag in uitslagen
        ],
    )
    if any(uitslag.kan_worden is not uitslag.oordeel for uitslag in uitslagen):
        yield Alinea("kan worden = het oordeel als de open vragen goede antwoorden krijgen.", Toon.ZACHT)
    yield from _doelgroepen(uitslagen)
    yield Alinea(f"Datum: {datum}.", Toon.ZACHT)
    yield Alinea("Alles over één toets ziet u met lpi toets en één bestand of id.", Toon.ZACHT)


def _open(uitslag: Toetsuitslag) -> str:
    """How many questions are open, and what that leaves possible: unknown is not the same as bad."""
    if uitslag.kan_worden is uitslag.oordeel:
        return str(len(uitslag.nog_open))
    return f"{len(uitslag.nog_open)}, kan worden: {EINDOORDELEN[uitslag.kan_worden]}"


def _doelgroepen(uitslagen: Sequence[Toetsuitslag]) -> Iterator[Blok]:
    """For whom was tested: once, or of each when that is not the same."""
    if len({uitslag.toets.doelgroep for uitslag in uitslagen}) == 1:
        yield Alinea(f"Getoetst voor: {uitslagen[0].toets.doelgroep}.", Toon.ZACHT)
        return
    yield Kop("Niet voor dezelfde doelgroep getoetst")
    yield Velden([(uitslag.toets.naam, [uitslag.toets.doelgroep]) for uitslag in uitslagen])


def criteria_met(uitslag: Toetsuitslag, oordeel: Criteriumoordeel) -> list[str]:
    """The names of the criteria with this verdict, as words in a sentence."""
    return [u.criterium.naam.lower() for u in uitslag.criteria if u.oordeel is oordeel]


Antwoordgegevens = Kwaliteitsantwoord | list[Kwaliteitsantwoord]
Criteriumgegevens = TypedDict("Criteriumgegevens", {
    "id": Criteriumcode, "oordeel": Criteriumoordeel,
    "antwoorden": Annotated[dict[str, Antwoordgegevens], "per vraag; bij bewijs een lijst"],
    "reden": str, "advies": str,
})  # fmt: skip
Toetsgegevens = TypedDict("Toetsgegevens", {
    "naam": str, "doelgroep": str, "oordeel": Oordeel,
    "voldaan": Annotated[int, "aan hoeveel criteria"], "criteria": list[Criteriumgegevens],
})  # fmt: skip


def toetsgegevens(uitslag: Toetsuitslag) -> Toetsgegevens:
    return {
        "naam": uitslag.toets.naam,
        "doelgroep": uitslag.toets.doelgroep,
        "oordeel": uitslag.oordeel,
        "voldaan": uitslag.voldaan,
        "criteria": [
            {
                "id": criterium.criterium.id,
                "oordeel": criterium.oordeel,
                "antwoorden": {code: _antwoordgegevens(code, g) for code, g in criterium.gegevens.items()},
                "reden": criterium.reden,
                "advies": criterium.advies,
            }
            for criterium in uitslag.criteria
        ],
    }


def _antwoordgegevens(code: Kwaliteitsvraag, gegeven: Gegeven) -> Antwoordgegevens:
    antwoorden = list(gegeven.antwoorden) or [Kwaliteitsantwoord.ONBEKEND]
    return antwoorden if code is Kwaliteitsvraag.BEWIJS else antwoorden[0]


CSV_KOLOMMEN = (
    "naam",
    "doelgroep",
    "oordeel",
    "voldaan",
    "criterium",
    "criteriumoordeel",
    "vraag",
    "antwoord",
    "toelichting",
    "bron",
)


def _csv_rijen(uitslag: Toetsuitslag) -> Iterable[Sequence[Any]]:
    for criterium in uitslag.criteria:
        for code, gegeven in criterium.gegevens.items():
            antwoord = _antwoordgegevens(code, gegeven)
            yield (
                uitslag.toets.naam,
                uitslag.toets.doelgroep,
                uitslag.oordeel.value,
                uitslag.voldaan,
                criterium.criterium.id,
                criterium.oordeel.value,
                code.value,
                antwoord if isinstance(antwoord, str) else ", ".join(antwoord),
                gegeven.toelichting,
                gegeven.bron,
            )
