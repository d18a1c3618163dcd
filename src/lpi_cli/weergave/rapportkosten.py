"""The costs in a memo: at a glance for each option, and compared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.kern.groepen import TeKlein
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.rapport import Advies, Optie, is_andere_prijs
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.weergave.beeld import Blok, Kop, Staaf, Staven, Velden
from lpi_cli.weergave.feiten import bronnen_kort, eenheid, prijs_kort
from lpi_cli.weergave.kostengegevens import CSV_KOLOMMEN, csv_rij
from lpi_cli.weergave.kostenwoorden import (
    bedrag_voluit,
    budget_genoeg_voor,
    budgetoordeel,
    budgettekort,
    gepubliceerde_prijs,
    groepen_in_woorden,
    prijs_op_naam,
    verdeel,
    zin,
)
from lpi_cli.weergave.tekst import geteld

MEESTE_NAMEN = 4
"""Names that a sentence of the first page mentions at most."""
ZONDER_AANTALLEN = "Niet berekend, want voor hoeveel mensen het dan is, is niet gegeven"
BUDGET_ONBEKEND = "of dit binnen het budget past, is niet bekend"
KOSTENKOLOMMEN = CSV_KOLOMMEN[2:]
"""Of ``lpi kosten``, behind the id and whether it fits, that stand in the row already."""


class Kostenvergelijking:
    """What the memo says of costs; one training stands here once, its other prices with the option."""

    def __init__(self, advies: Advies, catalogus: Catalogus) -> None:
        self.advies, self.catalogus = advies, catalogus
        self.aannames = advies.opdracht.aannames
        over = (*advies.opties, *advies.passend)
        self._optie_van: dict[Kostenraming, Optie] = {}
        for optie in (*over, *advies.misschien):
            for raming in optie.kosten:
                self._optie_van.setdefault(raming, optie)
        eerste = (raming for raming in advies.kosten if not is_andere_prijs(raming))
        self._ramingen = {raming: nr for nr, raming in enumerate(eerste)}
        """Estimates with their places."""
        self._van_het_antwoord = self._ramingen_van(over)

    def _ramingen_van(self, opties: Iterable[Optie]) -> list[Kostenraming]:
        """Each once, in the order of all."""
        eigen = {raming for optie in opties for raming in optie.kosten}
        return sorted(eigen & self._ramingen.keys(), key=self._ramingen.__getitem__)

    @cached_property
    def _welke(self) -> dict[Kostenraming, str]:
        """Which price of its option each is, where that has more."""
        per_optie = map(self._ramingen_van, ([optie] for optie in dict.fromkeys(self._optie_van.values())))
        return dict(
            paar
            for ramingen in per_optie
            if len(ramingen) > 1
            for paar in zip(ramingen, self._welke_van(ramingen), strict=True)
        )

    def _welke_van(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        """Which price each is about, beside the others; of which variant where they are of more."""
        van_meer = len({raming.variant for raming in ramingen}) > 1
        varianten = (raming.variant.naam if raming.variant and van_meer else "" for raming in ramingen)
        prijzen = (prijs_op_naam(raming, self.catalogus) for raming in ramingen)
        return [", ".join(filter(None, paar)) for paar in zip(varianten, prijzen, strict=True)]

    def van(self, optie: Optie) -> str:
        """What it costs at a glance: computed, or else the published price."""
        kort = "\n".join(self._per_prijs(optie, self._kort))
        return kort or prijs_kort(optie.interventie, self.catalogus, optie.varianten) or NIET_GEPUBLICEERD

    def binnen_budget(self, optie: Optie) -> Iterator[str]:
        """Whether what is proposed fits the budget, where there is one; by how much it does not."""
        if self.aannames and self.aannames.budget is not None:
            yield from (
                f"{zin(tekst)}." for tekst in self._per_prijs(optie, self._budgetzin) or [BUDGET_ONBEKEND]
            )

    def _budgetzin(self, raming: Kostenraming) -> str:
        if raming.budget is None:
            return BUDGET_ONBEKEND
        tekort = f": {budgettekort(raming, raming.budget)}" if raming.budget.past is False else ""
        return f"{budgetoordeel(raming.budget)} binnen het budget{tekort}"

    def _per_prijs(self, optie: Optie, zeg: Callable[[Kostenraming], str]) -> list[str]:
        """What is said of each price, once; of which prices where it differs."""
        ramingen = self._ramingen_van([optie])
        per_tekst: dict[str, list[str]] = {}
        for raming, naam in zip(ramingen, self._welke_van(ramingen), strict=True):
            per_tekst.setdefault(zeg(raming), []).append(naam)
        if len(per_tekst) == 1:
            return [*per_tekst]
        return [f"{opsomming(filter(None, namen))}: {tekst}" for tekst, namen in per_tekst.items()]

    def _kort(self, raming: Kostenraming) -> str:
        """``ten minste € 20.415,00, zonder locatie (3 groepen, € 510,38 per deelnemer)``."""
        if raming.totaal is None:
            return gepubliceerde_prijs(raming, self.catalogus)
        bij = []
        if raming.is_van_geheel and raming.post and not raming.is_kosteloos:
            bij.append(eenheid(raming.post, self.catalogus))
        elif raming.per_deelnemer and not raming.is_kosteloos:
            bij += [
                f"{bedrag_voluit(raming.per_deelnemer, raming)} per deelnemer",
                groepen_in_woorden(raming),
            ]
        bij.append(_voor_wie(raming))
        if raming.te_klein:
            misschien = "" if raming.te_klein.is_zeker else "misschien "
            bij.append(f"groep {misschien}kleiner dan {grens(raming.te_klein)}")
        haken = f" ({'; '.join(filter(None, bij))})" if any(bij) else ""
        return f"{bedrag_voluit(raming.totaal, raming, self.catalogus)}{haken}"

    def _naam(self, raming: Kostenraming) -> str:
        """Of the option that it is of; of the whole for a price of all variants."""
        return self._optie_van[raming].naam if raming.variant else raming.interventie.naam

    def _voluit(self, raming: Kostenraming) -> str:
        """With which price of its option it is, where that has more."""
        naam, welke_ = self._naam(raming), self._welke.get(raming, "")
        return welke_ if naam.split()[0] in welke_ else ", ".join(filter(None, [naam, welke_]))

    def _namen(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        """Of an option of which not all prices are among these, which ones are."""
        deze, opties = {*ramingen}, [self._optie_van[raming] for raming in ramingen]
        is_heel = {
            nr: deze.issuperset(self._ramingen_van([optie]))
            for nr, optie in {id(optie): optie for optie in opties}.items()
        }
        return list(
            dict.fromkeys(
                self._naam(raming) if is_heel[id(optie)] else self._voluit(raming)
                for raming, optie in zip(ramingen, opties, strict=True)
            )
        )

    # --- on the first page ------------------------------------------------------------

    def kort(self) -> Iterator[str]:
        """From lowest to highest, and of which no amount is known."""
        if self.aannames is None:
            yield "Niet berekend, want het aantal deelnemers is niet gegeven. Prijzen staan in hun eigen eenheid."
            return
        bekend, kosteloos, eigen, aanvraag, niet = verdeel(self._van_het_antwoord)
        heel = [r for r in bekend if not r.is_van_geheel]
        deels = [r for r in self._van_het_antwoord if r.deelname.weggelaten]
        zonder_aantallen = [r for r in eigen if r.deelname.weggelaten and r.deelname.mensen is None]
        starten = sorted((r for r in heel if not r.te_klein), key=_per_deelnemer)
        if starten:
            grenzen = dict.fromkeys(map(self._laagste, (starten[0], starten[-1])))
            yield f"{zin(' tot '.join(grenzen))}."
        for wat, ramingen in (
            ("Kosteloos", [r for r in kosteloos if not r.kan_meer_zijn]),
            ("Kosteloos, al zit niet alles erbij", [r for r in kosteloos if r.kan_meer_zijn]),
            ("Prijs van een hele school of locatie", [r for r in bekend if r.is_van_geheel]),
            ("Niet te berekenen", [r for r in eigen if r not in zonder_aantallen]),
            ("Op aanvraag", aanvraag),
            ("Niet gepubliceerd", niet),
            ("Alleen voor een deel van de groep", [r for r in deels if r.deelname.mensen is not None]),
            (ZONDER_AANTALLEN, zonder_aantallen),
            *(
                (
                    f"Een groep wordt {mate}kleiner dan gepubliceerd",
                    [r for r in heel if r.te_klein and r.te_klein.is_zeker is zeker],
                )
                for mate, zeker in (("", True), ("misschien ", False))
            ),
        ):
            if ramingen:
                yield f"{wat}: {enkele(self._namen(ramingen))}."
        yield from self._budget()

    def _laagste(self, raming: Kostenraming) -> str:
        bedrag = bedrag_voluit(raming.totaal, raming, self.catalogus)
        return f"{bedrag} ({self._voluit(raming)})"

    def _budget(self) -> Iterator[str]:
        if self.aannames is None or self.aannames.budget is None:
            return
        past, misschien, niet = (
            [r for r in self._van_het_antwoord if r.budget and r.budget.past is wat]
            for wat in (True, None, False)
        )
        is_alles_bekend = len(niet) == len(self._van_het_antwoord)
        geen = "geen" if is_alles_bekend else "geen waarvan alles bekend is"
        delen = [f"Binnen het budget: {enkele(self._namen(past)) if past else geen}"]
        delen += [f"misschien: {enkele(self._namen(misschien))}"] if misschien else []
        delen += [f"niet: {enkele(self._namen(niet))}"] if niet else []
        yield f"{'; '.join(delen)}."

    # --- compared ---------------------------------------------------------------------

    def blokken(self) -> Iterator[Blok]:
        """All amounts side by side, the lowest first; nothing without a number of people."""
        if self.aannames is None or not self._ramingen:
            return
        getoond = (*self.advies.tabel, *self.advies.overige)
        bekend = verdeel(self._ramingen_van(getoond)).vergelijkbaar
        per_persoon = sorted((r for r in bekend if not r.is_van_geheel), key=_per_deelnemer)
        velden = [
            (kop, regels)
            for kop, regels in (
                ("Voor een hele school of locatie", [f"{self._voluit(r)}: {self._kort(r)}" for r in bekend if r.is_van_geheel]),
                ("Andere prijs", list(self._andere())),
                ("Wel genoeg budget", list(self._minder_mensen(per_persoon))),
            )
            if regels
        ]  # fmt: skip
        if not per_persoon and not velden:
            return
        yield Kop("Kosten vergeleken")
        if per_persoon:
            titel = f"Kosten per deelnemer, bij {geteld(self.aannames.deelnemers, 'deelnemer', 's')}"
            yield Staven(titel, [self._staaf(raming) for raming in per_persoon])
        if velden:
            yield Velden(velden)

    def _staaf(self, raming: Kostenraming) -> Staaf:
        assert raming.per_deelnemer is not None, "comparable estimates have an amount"
        bij = [
            f"totaal {bedrag_voluit(raming.totaal, raming)}",
            groepen_in_woorden(raming),
            _voor_wie(raming),
        ]
        if raming.past_misschien:
            bij.append("past misschien")
        tekst = f"{bedrag_voluit(raming.per_deelnemer, raming)} ({', '.join(filter(None, bij))})"
        return Staaf(self._voluit(raming), *raming.per_deelnemer, tekst)

    def _andere(self) -> Iterator[str]:
        """What another source asks for the same training."""
        for raming in self.advies.kosten:
            if is_andere_prijs(raming) and raming.post:
                bron = bronnen_kort([raming.post.bron], self.catalogus)
                yield f"{self._naam(raming)}: {self._kort(raming)}, volgens {bron}"

    def _minder_mensen(self, ramingen: Sequence[Kostenraming]) -> Iterator[str]:
        for raming in ramingen:
            if raming.budget and raming.budget.past is False and raming.budget.mensen:
                yield f"{self._voluit(raming)}: {budget_genoeg_voor(raming.budget)}"


def kostenrijen(ramingen: Sequence[Kostenraming], catalogus: Catalogus, *, rekent: bool) -> list[list[Any]]:
    """Prices under ``KOSTENKOLOMMEN``; one row without when there are none, without columns when nothing is computed."""
    return [csv_rij(raming, catalogus)[2:] for raming in ramingen] or [
        [None] * len(KOSTENKOLOMMEN) if rekent else []
    ]


def _per_deelnemer(raming: Kostenraming) -> Decimal:
    return raming.per_deelnemer.van if raming.per_deelnemer else Decimal(0)


def _voor_wie(raming: Kostenraming) -> str:
    """``voor 20 mensen``, where that is not all of them."""
    deelname = raming.deelname
    if not deelname.weggelaten or deelname.mensen is None:
        return ""
    return f"voor {geteld(deelname.mensen, 'mens', 'en')}"


def is_onbekend(optie: Optie) -> bool:
    """Whether there is a price to ask for; where nothing is computed, whether none is published."""
    if not optie.tellend:
        bekend = (Kostenstatus.BEKEND, Kostenstatus.KOSTELOOS)
        return any(prijs.status not in bekend for prijs in optie.prijzen)
    return any(
        r.totaal is None or r.status in (Kostenstatus.OP_AANVRAAG, Kostenstatus.DEELS) for r in optie.tellend
    )


def is_kosteloos(optie: Optie) -> bool:
    if not optie.tellend:
        return all(prijs.status is Kostenstatus.KOSTELOOS for prijs in optie.prijzen)
    return all(raming.is_kosteloos for raming in optie.tellend)


def grens(klein: TeKlein) -> str:
    """A minimum only where a source says so; else what is usual."""
    return f"{'minimum' if klein.is_minimum else 'gewoonlijk'} {klein.grens}"


def enkele(namen: Sequence[str]) -> str:
    """Names in a sentence; when there are many, how many more."""
    if len(namen) <= MEESTE_NAMEN:
        return opsomming(namen)
    return opsomming([*namen[: MEESTE_NAMEN - 1], f"{len(namen) - MEESTE_NAMEN + 1} andere"])
