"""Plans side by side, one of them in full, and what to ask first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import ModuleType

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.kern.begrip import aantal_van
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.plan.aanbod import Celoptie
from lpi_cli.kern.plan.bestelling import is_ongeveer
from lpi_cli.kern.plan.opgave import Plancel, Plancriterium
from lpi_cli.kern.plan.plannen import Gelijk, NietGedekt, Plan, Plannen
from lpi_cli.kern.zinnen import euro, opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Punten, Tabelkolom, Toon, Velden, tabel_van
from lpi_cli.weergave.feiten import STER, STREEP, contactregels, kostenregel, merkuitleg
from lpi_cli.weergave.gestopt import gestoptblokken
from lpi_cli.weergave.kostenwoorden import Noten, opleidingblokken
from lpi_cli.weergave.planwoorden import (
    Woordkeus,
    aantal_mensen,
    bedrag,
    cel_in_woorden,
    in_codes,
    in_euro,
    kantelzinnen,
    prijsbronnen,
    redenen,
    rest_in_euro,
    vraagzin,
)

MEESTE_REDENEN, MEESTE_GELIJKE = 3, 3
"""Reasons why a cell has nothing, and equally good choices of one plan, that a screen tells."""
CSV_KOLOMMEN = (
    "plan", "cel", "mensen", "id", "variant", "groepen", "status", "totaal_van", "totaal_tot", "telt_een_keer", "ondergrens", "open", "bronnen",
)  # fmt: skip


def planbeeld(
    plannen: Plannen,
    catalogus: Catalogus,
    vandaag: date,
    blokken: Callable[[], Iterable[Blok]] | None = None,
    afzender: str = "",
) -> Beeld:
    """``blokken``: what people read in place of the plans as they stand, and ``afzender``: who sends that."""
    voor = f"Plan voor {plannen.opgave.naam}" if plannen.opgave.naam else "Plan"
    return Beeld(
        blokken or (lambda: _blokken(plannen, catalogus)),
        lambda: _plangegevens().plangegevens(plannen, catalogus),
        CSV_KOLOMMEN,
        lambda: _plangegevens().planrijen(plannen, catalogus),
        boek=lambda: _boek(plannen, catalogus, vandaag),
        titel="" if blokken else voor,
        afzender=afzender,
    )


def _plangegevens() -> ModuleType:
    """What programs get; a screen does without."""
    from lpi_cli.weergave import plangegevens

    return plangegevens


def _boek(plannen: Plannen, catalogus: Catalogus, vandaag: date) -> bytes:
    from lpi_cli.weergave.planboek import planboek

    return planboek(plannen, catalogus, vandaag)


# --- on a screen or page --------------------------------------------------------------------


def _blokken(plannen: Plannen, catalogus: Catalogus) -> Iterator[Blok]:
    opgave = plannen.opgave
    wie = f" voor {opgave.naam}" if opgave.naam else ""
    geld = f", budget {euro(opgave.budget)}" if opgave.budget is not None else ""
    yield Alinea(f"Plan{wie}: {aantal_mensen(opgave.mensen)}{geld}", Toon.NADRUK)
    yield Alinea(f"Wat het zwaarst weegt, eerst: {', '.join(opgave.weging)}.", Toon.ZACHT)
    verslag = Planverslag(plannen, in_codes(catalogus))
    yield from verslag.naast_elkaar()
    yield from verslag.elk_plan(plannen.plannen[0])
    if noten := verslag.noten:
        yield Kop("Noten")
        yield Punten(noten)
    yield from verslag.opleiding()
    yield from verslag.vragen()
    yield from gestoptblokken(catalogus)
    yield Alinea(verslag.legenda(), Toon.ZACHT)


class Planverslag:
    """What plans hold and leave open, section by section."""

    def __init__(self, plannen: Plannen, keus: Woordkeus) -> None:
        self.plannen, self.catalogus, self.keus = plannen, keus.catalogus, keus
        self._noten = Noten()
        self._gezegd: set[str] = set()
        """Of plans that were told before."""

    def naast_elkaar(self) -> Iterator[Blok]:
        """Of each plan what it comes to, and what it gives up; or what would have to give."""
        plannen = self.plannen.plannen
        yield tabel_van(plannen, PLANKOLOMMEN)
        yield Punten([f"{plan.naam}: {_kenschets(plan, self.plannen)}" for plan in plannen])
        if (nodig := self.plannen.tekort) is not None:
            waarvoor = f"{self._wie(nodig.optie.cellen)} met {self.keus.wat(nodig.optie)}"
            yield Alinea(
                f"Geen plan met een bekende prijs past. Het minste dat erbij moet: {euro(centen(nodig.tekort))}, voor {waarvoor}.",
                Toon.NADRUK,
            )
        if ongebruikt := self.plannen.ongebruikte_offertes:
            waarvoor = opsomming(ongebruikt)
            yield Alinea(f"Uw prijs voor {waarvoor} telt niet mee: geen van uw groepen kan dat krijgen.")

    def elk_plan(self, eerste: Plan, *, nieuw_blad: bool = False) -> Iterator[Blok]:
        """One plan in full, and of the others what is different."""
        yield Kop(f"Plan {eerste.naam}", nieuw_blad=nieuw_blad)
        yield from self._regels(eerste.regels)
        yield from self._niet_gedekt(eerste.niet_gedekt)
        yield from self._gevolgen(eerste)
        gelijk = {een.sleutel for een in eerste.regels}
        for plan in self.plannen.plannen:
            if plan is not eerste:
                yield Kop(f"Plan {plan.naam}: anders dan {eerste.naam}")
                yield from self._regels([een for een in plan.regels if een.sleutel not in gelijk])
                yield from self._niet_gedekt(
                    [een for een in plan.niet_gedekt if een not in eerste.niet_gedekt]
                )
                yield from self._gevolgen(plan)

    def _niet_gedekt(self, niet_gedekt: Sequence[NietGedekt]) -> Iterator[Blok]:
        """Who has nothing, and why."""
        if niet_gedekt:
            yield Kop("Niet gedekt", 3)
            yield Velden([(self._wie([een.cel]), self._redenen(een)) for een in niet_gedekt])

    def _redenen(self, niet_gedekt: NietGedekt) -> list[str]:
        alle = [*redenen(niet_gedekt, self.keus)]
        meer = len(alle) - MEESTE_REDENEN
        return [*alle[:MEESTE_REDENEN], *([f"en nog {meer} om zo'n reden"] if meer > 0 else [])]

    @property
    def noten(self) -> list[str]:
        """What the numbers in the plans that were told mean."""
        return self._noten.regels

    def _wie(self, cellen: Sequence[Plancel]) -> str:
        return cel_in_woorden(cellen, self.catalogus)

    def _regels(self, regels: Sequence[Celoptie]) -> Iterator[Blok]:
        if not regels:
            return
        kolommen: dict[Tabelkolom, Callable[[Celoptie], str]] = {
            Tabelkolom("voor wie (mensen)", minstens=14): lambda een: (
                f"{self._wie(een.cellen)} ({een.mensen})"
            ),
            Tabelkolom("wat", minstens=16): self.keus.met_merk,
            Tabelkolom("groepen", rang=1, vast=True): lambda een: _aantal(een.groepen),
            Tabelkolom("kosten", minstens=10): bedrag,
            Tabelkolom("past", vast=True): lambda een: een.status,
            Tabelkolom("noot", minstens=5): self._noot,
        }
        yield tabel_van(regels, kolommen)

    def _noot(self, een: Celoptie) -> str:
        return self._noten.verwijs([*map(str, een.openstaand), *prijsbronnen(een, self.keus)])

    def _gevolgen(self, plan: Plan) -> Iterator[Blok]:
        """What quotes may be, what would change the plan, and what is as good."""
        punten = [*self._hoogstens(plan), *kantelzinnen(plan, self.keus)]
        gelijk = [een for een in self.plannen.gelijk if een.plan == plan.naam]
        punten += map(self._gelijk, gelijk[:MEESTE_GELIJKE])
        if (meer := len(gelijk) - MEESTE_GELIJKE) > 0:
            punten.append(
                "En nog één keuze die even goed is."
                if meer == 1
                else f"En nog {meer} keuzes die even goed zijn."
            )
        if nieuw := [punt for punt in punten if punt not in self._gezegd]:
            yield Punten(nieuw)
        self._gezegd.update(punten)

    def _hoogstens(self, plan: Plan) -> Iterator[str]:
        for een in plan.hoogstens:
            grens = (
                f"past tot en met {euro(een.bedrag)} per {een.per}"
                if een.bedrag
                else "daar is geen geld meer voor"
            )
            aantal = aantal_van(een.aantal, een.per, self.catalogus.begrippen["eenheid"])
            yield f"Offerte {self.keus.met_merk(een.optie)}: {grens} ({aantal})."
        if len(plan.hoogstens) > 1 and plan.rest is not None and plan.rest > 0:
            yield f"Dat is per offerte als de andere niets kosten; samen mogen zij {euro(centen(plan.rest))} zijn."

    def _gelijk(self, gelijk: Gelijk) -> str:
        keuzes = [f"{self.keus.wat(een)} bij {self._wie(een.cellen)}" for een in gelijk.regels]
        return f"Even goed: {opsomming(keuzes)}."

    def opleiding(self) -> Iterator[Blok]:
        alle = (een for plan in self.plannen.plannen for een in plan.regels)
        return opleidingblokken(
            {
                self.keus.geheel(een.interventie): [
                    kostenregel(post, self.catalogus, noem_soort=False) for post in een.raming.opleiding
                ]
                for een in alle
            }
        )

    def vragen(self) -> Iterator[Blok]:
        if self.plannen.vragen:
            yield Kop("Vraag dit eerst na")
            per_aanbieder: dict[Interventie, list[str]] = {}
            for vraag in self.plannen.vragen:
                regels = per_aanbieder.setdefault(vraag.interventie, [])
                wat = vraagzin(vraag, self.plannen, self.catalogus)
                regels.append(f"{wat} Telt voor plan {opsomming(vraag.verandert)}.")
            yield Velden(
                [
                    (self.keus.geheel(een), [*regels, f"Bij: {contactregels(een)[0]}"])
                    for een, regels in per_aanbieder.items()
                ]
            )

    def legenda(self) -> str:
        alle = [een for plan in self.plannen.plannen for een in plan.regels]
        uitleg = merkuitleg([een.interventie for een in alle], self.catalogus)
        uitleg.append("bekend = euro's met een gepubliceerde prijs of een offerte; gedekt = mensen daarbij")
        uitleg.append("zeker = alles past, grootte en prijs zijn bekend; vraag = er staat iets open")
        if any(plan.is_ondergrens for plan in self.plannen.plannen):
            uitleg.append("≥ = ten minste, ≤ = ten hoogste: een deel is niet bekend")
        if is_ongeveer(alle):
            uitleg.append("± = ongeveer, volgens de bron")
        return f"{'. '.join(uitleg)}."


def _aantal(aantal: int | None) -> str:
    return str(aantal) if aantal else STREEP


PLANKOLOMMEN: Mapping[Tabelkolom, Callable[[Plan], str]] = {
    Tabelkolom("plan", vast=True): lambda plan: plan.naam,
    Tabelkolom("bekend", vast=True): lambda plan: in_euro(plan.zeker, plan.is_ondergrens, plan.regels),
    Tabelkolom("over", vast=True): rest_in_euro,
    Tabelkolom("gedekt", vast=True): lambda plan: f"{plan.dekking} van {plan.mensen}",
    Tabelkolom("zeker", vast=True): lambda plan: str(plan.zekerheid),
    Tabelkolom("op offerte", rang=1, vast=True): lambda plan: _aantal(plan.op_offerte),
    Tabelkolom(STER, rang=1, vast=True): lambda plan: str(plan.voorselectie),
}


def _kenschets(plan: Plan, alle: Plannen) -> str:
    """What a plan gives up, next to the others."""
    weging, plannen = alle.opgave.weging, alle.plannen
    best = (
        "het beste in uw volgorde" if plan.weging == weging else f"zet {_eerder(plan.weging, weging)} hoger"
    )
    if plan is plannen[0] and plan.weging != weging:
        best = f"uw volgorde geeft niets met een prijs; dit plan {best}"
    if plan.rest is not None and plan.rest < 0:
        minstens = "ten minste " * plan.is_ondergrens
        best += f", maar wat vaststaat kost {minstens}{euro(centen(-plan.rest))} meer dan het budget"
    minder = [
        (max(een.dekking for een in plannen) - plan.dekking, "minder gedekt"),
        (max(een.zekerheid for een in plannen) - plan.zekerheid, "minder zeker"),
        (max(een.voorselectie for een in plannen) - plan.voorselectie, f"minder met {STER}"),
    ]
    verlies = [f"{aantal_mensen(aantal)} {wat}" for aantal, wat in minder if aantal]
    if duurder := plan.zeker.tot - min(een.zeker.tot for een in plannen):
        verlies.append(f"{euro(centen(duurder))} duurder")
    return f"{best}; geeft op: {opsomming(verlies)}." if verlies else f"{best}."


def _eerder(weging: Sequence[Plancriterium], gevraagd: Sequence[Plancriterium]) -> Plancriterium:
    """The criterion that weighs more in this order than in the one that was asked."""
    return next(een for een, ander in zip(weging, gevraagd, strict=True) if een is not ander)
