"""The outcome of the quality test: dots, one sentence, and what to do next."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import BronId, Kwaliteitsantwoord, Kwaliteitsvraag
from lpi_cli.catalogus.model_toets import Criteriumcode
from lpi_cli.catalogus.record import als_object
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.toets import (
    Criteriumoordeel,
    Criteriumuitslag,
    Eindoordeel,
    Gegeven,
    Toetsuitslag,
    beste_eerst,
    vul_in,
)
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Punten, Tabel, Tabelkolom, Toon, Velden

ONBEANTWOORD = "nog niet beantwoord"
OORDELEN = {
    Criteriumoordeel.VOLDOET: ("●", "voldoet"),
    Criteriumoordeel.NAVRAGEN: ("?", "navragen"),
    Criteriumoordeel.OPEN: ("?", "nog open"),
    Criteriumoordeel.VOLDOET_NIET: ("○", "voldoet niet"),
}
"""The mark of a verdict on one criterion, and its word."""
EINDOORDELEN = {oordeel: oordeel.value.replace("_", " ") for oordeel in Eindoordeel}


def toetsbeeld(uitslagen: Sequence[Toetsuitslag], catalogus: Catalogus, datum: str) -> Beeld:
    """One outcome in full; several as a comparison, best first unless some test the same thing.

    ``datum``: when was tested, in words.
    """
    rangorde = len({vlak(uitslag.toets.naam) for uitslag in uitslagen}) == len(uitslagen)
    getoond = sorted(uitslagen, key=beste_eerst) if rangorde else uitslagen
    enige = getoond[0] if len(getoond) == 1 else None
    hoe = "interventies getoetst, de beste eerst" if rangorde else "toetsen, in uw volgorde"
    return Beeld(
        lambda: (
            [*toetsblokken(enige, catalogus), Alinea(f"Datum: {datum}.", Toon.ZACHT)]
            if enige
            else _vergelijking(getoond, hoe, datum)
        ),
        lambda: toetsgegevens(enige) if enige else [toetsgegevens(uitslag) for uitslag in getoond],
        CSV_KOLOMMEN,
        lambda: [rij for uitslag in getoond for rij in _csv_rijen(uitslag)],
    )


def stippen(uitslag: Toetsuitslag) -> str:
    """``●●?○ 2 van 4``: one mark per criterion, in their order, and how many are met."""
    return f"{''.join(OORDELEN[u.oordeel][0] for u in uitslag.criteria)} {uitslag.voldaan} van {len(uitslag.criteria)}"


def oordeel_kort(uitslag: Toetsuitslag) -> str:
    """``●●?○ 2 van 4, navragen``; without a score where the verdict is not by the questions."""
    score = "" if uitslag.grond else f"{stippen(uitslag)}, "
    return f"{score}{EINDOORDELEN[uitslag.oordeel]}"


def oordeel_voluit(uitslag: Toetsuitslag) -> str:
    """``2 van 4 criteria, navragen``: the same where nothing says what the marks mean."""
    score = "" if uitslag.grond else f"{uitslag.voldaan} van {len(uitslag.criteria)} criteria, "
    return f"{score}{EINDOORDELEN[uitslag.oordeel]}"


def toetsblokken(uitslag: Toetsuitslag, catalogus: Catalogus, niveau: int = 1) -> Iterator[Blok]:
    """One outcome in full, under a heading of that level."""
    yield Kop(f"{uitslag.toets.naam}: {oordeel_kort(uitslag)}", niveau)
    yield from _oordeelregels(uitslag, catalogus)
    yield Alinea(f"Getoetst voor: {uitslag.toets.doelgroep}.", Toon.ZACHT)
    for criterium in uitslag.criteria:
        stip, woord = OORDELEN[criterium.oordeel]
        yield Kop(f"{stip} {criterium.criterium.naam}: {woord}", niveau + 1)
        yield Velden(list(_criterium(criterium, catalogus)))
    if uitslag.nog_open:
        teksten = (f"{toetsvraag.vraag} {toetsvraag.navragen}" for toetsvraag in uitslag.nog_open)
        yield Kop("Nog na te vragen", niveau + 1)
        yield Punten([vul_in(tekst, uitslag.toets.doelgroep) for tekst in teksten], afvinken=True)


def _oordeelregels(uitslag: Toetsuitslag, catalogus: Catalogus) -> Iterator[Blok]:
    """The verdict in words; that of who pre-selected it stands apart from what the single questions say."""
    criteria, toets = catalogus.kwaliteitscriteria, uitslag.toets
    vragen = getattr(criteria.oordelen, uitslag.op_vragen.value)
    zakt = [u.criterium.naam.lower() for u in uitslag.criteria if u.oordeel is Criteriumoordeel.VOLDOET_NIET]
    if zakt:
        vragen += f" Dat is: {opsomming(zakt)}."
    if toets.grond and not uitslag.grond:
        yield Alinea(f"{criteria.voorselectie.zakt} [{toets.grond}]")
    if uitslag.grond:
        yield Alinea(f"{criteria.voorselectie.voldoet} [{uitslag.grond}]", Toon.NADRUK)
        vragen = f"De losse vragen ({stippen(uitslag)}): {EINDOORDELEN[uitslag.op_vragen]}. {vragen}"
    yield Alinea(vragen, Toon.GEWOON if uitslag.grond else Toon.NADRUK)
    if uitslag.kan_worden is not uitslag.op_vragen:
        wat = "het oordeel over de vragen" if uitslag.grond else "het oordeel"
        kan = f"Met goede antwoorden kan {wat} worden: {EINDOORDELEN[uitslag.kan_worden]}."
        yield Alinea(f"Er staan nog vragen open. {kan}")
    if toets.voorselectie and not toets.grond:
        tekst = vul_in(criteria.voorselectie.niet_voor_hen, toets.doelgroep)
        yield Alinea(f"{tekst} [{criteria.voorselectie.bron}]")


def _criterium(uitslag: Criteriumuitslag, catalogus: Catalogus) -> Iterator[tuple[str, Sequence[str]]]:
    for code, gegeven in uitslag.gegevens.items():
        yield naam(code, catalogus.begrippen["kwaliteitsvraag"]), [_antwoord(gegeven, catalogus)]
    yield "Waarom", [uitslag.reden]
    yield "Doe nu", [uitslag.advies]


def _antwoord(gegeven: Gegeven, catalogus: Catalogus) -> str:
    """The answers to one question, with the note and the source; while it is open, what these say of others."""
    begrippen = catalogus.begrippen["kwaliteitsantwoord"]
    antwoord = (
        opsomming(naam(a, begrippen) for a in gegeven.antwoorden) if gegeven.antwoorden else ONBEANTWOORD
    )
    bron = f"[{gegeven.bron}]" if gegeven.bron else None
    rest = " ".join(filter(None, (gegeven.toelichting, bron, gegeven.anderen)))
    return f"{antwoord}. {rest}" if rest else antwoord


def met_zegsman(gegeven: Gegeven) -> str | None:
    """The note to an answer; what a source says is told as its words, so that nobody takes them for his own."""
    if gegeven.bron is None:
        return gegeven.toelichting or gegeven.anderen
    return " ".join(filter(None, (f"Volgens {gegeven.bron}: {gegeven.toelichting}", gegeven.anderen)))


def _vergelijking(uitslagen: Sequence[Toetsuitslag], hoe: str, datum: str) -> Iterator[Blok]:
    yield Alinea(f"{len(uitslagen)} {hoe}", Toon.NADRUK)
    yield Tabel(
        (
            Tabelkolom("naam", minstens=20),
            Tabelkolom("score", vast=True),
            Tabelkolom("oordeel"),
            Tabelkolom("open vragen"),
            Tabelkolom("wat nog niet voldoet"),
        ),
        [
            [
                uitslag.toets.naam,
                stippen(uitslag),
                EINDOORDELEN[uitslag.oordeel] + (f" [{uitslag.grond}]" if uitslag.grond else ""),
                _open(uitslag),
                _tekort(uitslag),
            ]
            for uitslag in uitslagen
        ],
    )
    if any(uitslag.kan_worden is not uitslag.oordeel for uitslag in uitslagen):
        yield Alinea("kan worden = het oordeel als de open vragen goede antwoorden krijgen.", Toon.ZACHT)
    if len({uitslag.toets.doelgroep for uitslag in uitslagen}) == 1:
        yield Alinea(f"Getoetst voor: {uitslagen[0].toets.doelgroep}.", Toon.ZACHT)
    else:
        yield Kop("Niet voor dezelfde doelgroep getoetst")
        yield Velden([(uitslag.toets.naam, [uitslag.toets.doelgroep]) for uitslag in uitslagen])
    yield Alinea(f"Datum: {datum}.", Toon.ZACHT)
    yield Alinea("Alles over één toets ziet u met lpi toets en één bestand of id.", Toon.ZACHT)


def _open(uitslag: Toetsuitslag) -> str:
    """How many questions are open, and what that leaves possible: unknown is not the same as bad."""
    if uitslag.kan_worden is uitslag.oordeel:
        return str(len(uitslag.nog_open))
    return f"{len(uitslag.nog_open)}, kan worden: {EINDOORDELEN[uitslag.kan_worden]}"


def _tekort(uitslag: Toetsuitslag) -> str:
    """The criteria that are not met, each with the word of its verdict."""
    tekort = [u for u in uitslag.criteria if u.oordeel is not Criteriumoordeel.VOLDOET]
    return ", ".join(f"{u.criterium.naam.lower()}: {OORDELEN[u.oordeel][1]}" for u in tekort)


Antwoordgegevens = Kwaliteitsantwoord | list[Kwaliteitsantwoord] | None
Criteriumgegevens = TypedDict("Criteriumgegevens", {
    "id": Criteriumcode, "oordeel": Criteriumoordeel,
    "antwoorden": Annotated[dict[str, Antwoordgegevens], "per vraag; bij bewijs een lijst; null: niet beantwoord"],
    "reden": str, "advies": str,
})  # fmt: skip
Toetsgegevens = TypedDict("Toetsgegevens", {
    "naam": str, "doelgroep": str, "oordeel": Eindoordeel,
    "grond": Annotated[BronId | None, "de bron die voor deze groep over het geheel oordeelt; null: de losse vragen"],
    "voldaan": Annotated[int, "aan hoeveel criteria"], "criteria": list[Criteriumgegevens],
})  # fmt: skip


def toetsgegevens(uitslag: Toetsuitslag) -> Toetsgegevens:
    criteria = [
        als_object(
            Criteriumgegevens,
            criterium,
            id=criterium.criterium.id,
            antwoorden={code: _antwoordgegevens(code, g) for code, g in criterium.gegevens.items()},
        )
        for criterium in uitslag.criteria
    ]
    toets = uitslag.toets
    return als_object(Toetsgegevens, uitslag, naam=toets.naam, doelgroep=toets.doelgroep, criteria=criteria)


def _antwoordgegevens(code: Kwaliteitsvraag, gegeven: Gegeven) -> Antwoordgegevens:
    antwoorden = list(gegeven.antwoorden) or None
    return antwoorden if code is Kwaliteitsvraag.BEWIJS or antwoorden is None else antwoorden[0]


CSV_KOLOMMEN = (
    "naam", "doelgroep", "oordeel", "grond", "voldaan",
    "criterium", "criteriumoordeel", "vraag", "antwoord", "toelichting", "bron",
)  # fmt: skip


def _csv_rijen(uitslag: Toetsuitslag) -> Iterable[Sequence[Any]]:
    toets = uitslag.toets
    geheel = (toets.naam, toets.doelgroep, uitslag.oordeel.value, uitslag.grond, uitslag.voldaan)
    for criterium in uitslag.criteria:
        for code, gegeven in criterium.gegevens.items():
            yield (
                *geheel, criterium.criterium.id, criterium.oordeel.value, code.value,
                ", ".join(gegeven.antwoorden) or None, gegeven.toelichting or gegeven.anderen, gegeven.bron,
            )  # fmt: skip
