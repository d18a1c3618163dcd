"""A decision memo of a plan: what each intervention in the plans is for, and what fits there."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.filters import gevraagde_groep, lees_eisen
from lpi_cli.kern.leeftijd import Leeftijdsvraag
from lpi_cli.kern.namen import lees_naam
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.plan.aanbod import Celoptie
from lpi_cli.kern.plan.lezen import lees_wat
from lpi_cli.kern.plan.opgave import Plancel, noemt
from lpi_cli.kern.plan.plannen import Plan, Plannen
from lpi_cli.kern.rapport import Optie, prijzen_van
from lpi_cli.kern.toets import Toetsuitslag
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zoek import Reden, Treffer, gevraagde_leeftijden


class Planvoorstel(NamedTuple):
    """The plan that someone proposes to those who decide, and why."""

    plan: Plan
    reden: str | None


class Planopdracht(NamedTuple):
    """What a memo of a plan is asked for."""

    plannen: Plannen
    aannames: Aannames
    """What was calculated with; its number of people does not matter."""
    toetsen: Sequence[Toetsuitslag]
    datum: date
    voorstel: Planvoorstel | None = None
    van: str | None = None
    aan: str | None = None

    @property
    def eerste(self) -> Plan:
        """The plan that is told in full."""
        return self.voorstel.plan if self.voorstel else self.plannen.plannen[0]


class Planoptie(NamedTuple):
    """A variant of the plans."""

    optie: Optie
    inzet: Sequence[tuple[Celoptie, Sequence[str]]]
    """For which cells it is in which plans."""
    past: Sequence[tuple[Reden, Plancel]]
    """The facts that make it fit, each for a cell."""
    leeftijden: tuple[Leeftijdsvraag, ...]
    """Of all its cells."""

    @property
    def cellen(self) -> list[Plancel]:
        return list({cel.naam: cel for een, _ in self.inzet for cel in een.cellen}.values())

    @property
    def groep(self) -> set[str]:
        """Who they are; empty when not all of them are the same people."""
        eerste, *andere = (gevraagde_groep(cel.vraag) for cel in self.cellen)
        return eerste if all(eerste == ander for ander in andere) else set()


def kies_plan(getypt: str, plannen: Plannen, catalogus: Catalogus) -> Plan:
    """The plan with this name, or the first that uses what has it. Raises ``Vraagfout``."""
    namen = {plan.naam: plan for plan in plannen.plannen}
    if len(getypt) == 1:
        return lees_naam(getypt.upper(), namen, "plan")
    wat = lees_wat(getypt, catalogus)
    for plan in plannen.plannen:
        if any(noemt(wat, een.interventie.id, een.variant.id) for een in plan.regels):
            return plan
    gebruikt = dict.fromkeys(een.interventie.id for plan in plannen.plannen for een in plan.regels)
    raise Vraagfout(f"Geen plan gebruikt {wat!r}; kies uit {', '.join([*namen, *gebruikt])}.")


def planopties(opdracht: Planopdracht, catalogus: Catalogus) -> list[Planoptie]:
    """Each variant of the plans, those of the plan that is told in full first."""
    plannen = [opdracht.eerste, *(p for p in opdracht.plannen.plannen if p is not opdracht.eerste)]
    per_variant: dict[tuple[str, str], dict[tuple[str, ...], tuple[Celoptie, list[str]]]] = {}
    for plan in plannen:
        for een in plan.regels:
            inzet = per_variant.setdefault((een.interventie.id, een.variant.id), {})
            sleutel = (een.wat, *(cel.naam for cel in een.cellen))
            inzet.setdefault(sleutel, (een, []))[1].append(plan.naam)
    gepubliceerd = {str(interventie.id): interventie for interventie in catalogus.interventies}
    return [
        _planoptie(gepubliceerd[id_], variant, list(inzet.values()), opdracht.datum, catalogus)
        for (id_, variant), inzet in per_variant.items()
    ]


def _planoptie(
    interventie: Interventie,
    variant: str,
    inzet: Sequence[tuple[Celoptie, list[str]]],
    datum: date,
    catalogus: Catalogus,
) -> Planoptie:
    treffer = Treffer.ongevraagd(interventie, catalogus, {variant})
    eisen = [
        (eis, cel)
        for een, _ in inzet
        for cel in een.cellen
        for eis in lees_eisen(cel.vraag, catalogus, datum)
    ]
    past = [
        (Reden(eis.filter.naam, eis.feit(interventie, zelf), Uitkomst.PAST), cel)
        for eis, cel in eisen
        for zelf in treffer.varianten
        if eis.uitkomst(interventie, zelf) is Uitkomst.PAST
    ]
    ramingen = tuple(een.raming for een, _ in inzet)
    optie = Optie(treffer, ramingen, None, prijzen_van(treffer, catalogus))
    return Planoptie(optie, inzet, past, gevraagde_leeftijden([eis for eis, _ in eisen]))
