"""The costs in a memo: in the answer, in the table of what fits too, and compared."""

from collections.abc import Iterator, Sequence
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.kern.groepen import TeKlein
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.rapport import Advies, is_andere_prijs
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import Treffer
from lpi_cli.weergave.beeld import Alinea, Blok, Kop, Punten, Staaf, Staven, Toon, Velden
from lpi_cli.weergave.feiten import STREEP, bedragbereik, eenheid, kostenregel, naam_met_merk, prijs_kort
from lpi_cli.weergave.kostengegevens import CSV_KOLOMMEN, csv_rij
from lpi_cli.weergave.kostenwoorden import (
    Noten,
    aantal_groepen,
    bedrag_in_euro,
    bronnoot,
    budget_genoeg_voor,
    per_interventie,
    verdeel,
    zin,
)

MEESTE_NAMEN = 4
"""Names that a sentence of the answer mentions at most."""
TE_KLEIN = "een groep wordt kleiner dan gepubliceerd"
"""Said of an amount for such groups."""

KOSTENKOLOMMEN = CSV_KOLOMMEN[2:]
"""Of ``lpi kosten``, behind the id and whether it fits, that stand in the row already."""


class Kostenvergelijking:
    """What the memo says of costs."""

    def __init__(self, advies: Advies, catalogus: Catalogus) -> None:
        self.advies = advies
        self.aannames = advies.opdracht.aannames
        self.catalogus = catalogus
        self.ramingen = [raming for raming in advies.kosten if not is_andere_prijs(raming)]
        """What is compared: one training stands here once."""
        self._andere = [raming for raming in advies.kosten if is_andere_prijs(raming)]
        self._per_interventie = per_interventie(self.ramingen)
        self._noten = Noten()

    def kort(self) -> list[str]:
        """The costs in a few sentences, of what the answer is about."""
        if self.aannames is None:
            return [
                "Niet berekend, want het aantal deelnemers is niet gegeven. Prijzen staan in hun eigen eenheid."
            ]
        ramingen = self._van_het_antwoord()
        vergelijkbaar, kosteloos, eigen, op_aanvraag, niet_gepubliceerd = verdeel(ramingen)
        per_persoon, van_geheel = _zonder_geheel(vergelijkbaar)
        delen = {
            "Deels bekend": [r for r in per_persoon if r.ondergrens],
            "Prijs van een hele school of locatie": van_geheel,
            "Kosteloos": kosteloos,
            "Niet te berekenen": eigen,
            "Op aanvraag": op_aanvraag,
            "Niet gepubliceerd": niet_gepubliceerd,
        }
        heel = [r for r in per_persoon if not r.ondergrens]
        kan_starten = [r for r in heel if not r.te_klein]
        zinnen = [self._laagste_en_hoogste(kan_starten, ook_te_klein=len(kan_starten) < len(heel))]
        zinnen += [f"{wat}: {enkele(self._genoemd(van))}." for wat, van in delen.items() if van]
        zinnen += [*self._voor_wie(ramingen), self._budget(ramingen)]
        if vergelijkbaar:
            zinnen.append("Wat er bij een bedrag hoort, staat in de noten bij 'Kosten vergeleken'.")
        return list(filter(None, zinnen))

    def _genoemd(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        """The names, with variant and price when the same does not hold for all of them."""
        namen = []
        for interventie, eigen in per_interventie(ramingen).items():
            welke = self._welke_van(interventie, eigen)
            namen.append(f"{interventie.naam} ({welke})" if welke else interventie.naam)
        return namen

    def _welke_van(self, interventie: Interventie, ramingen: Sequence[Kostenraming]) -> str:
        """Which variants and prices these are; empty when they are all of its estimates."""
        return (
            "" if len(ramingen) == len(self._ramingen_van(interventie)) else opsomming(map(_welke, ramingen))
        )

    def _laagste_en_hoogste(self, ramingen: Sequence[Kostenraming], *, ook_te_klein: bool) -> str:
        if not ramingen:
            wie = "geen enkele die met dit aantal kan starten," if ook_te_klein else "geen enkele"
            return f"Van {wie} is het hele bedrag te berekenen."
        laag, hoog = ramingen[0], max(ramingen, key=lambda r: r.per_deelnemer.tot if r.per_deelnemer else 0)
        if laag is hoog:
            return f"Bekend: {self._bedrag(laag)}."
        return f"Laagst {self._bedrag(laag)}, hoogst {self._bedrag(hoog)}."

    def _bedrag(self, raming: Kostenraming) -> str:
        per = bedrag_in_euro(raming.per_deelnemer, raming)
        return f"{per} per deelnemer ({self._ramingnaam(raming)}{self._bij_andere(raming)})"

    def _bij_andere(self, raming: Kostenraming) -> str:
        """Stands behind an amount: what another source asks for the same training."""
        return "".join(
            f"; andere prijs {self._per_eenheid(ander)} [{ander.bronnen[0]}]"
            for ander in self._andere
            if ander.post and (ander.interventie, ander.variant) == (raming.interventie, raming.variant)
        )

    def _per_eenheid(self, raming: Kostenraming) -> str:
        """``€ 510,38 per deelnemer``; the own unit of a price that is not for this number of people."""
        if raming.is_van_geheel:
            return self._bedrag_van_geheel(raming)
        if raming.per_deelnemer is None and raming.post:
            return f"{bedragbereik(raming.post)} {eenheid(raming.post, self.catalogus)}"
        return f"{bedrag_in_euro(raming.per_deelnemer, raming)} per deelnemer"

    def _budget(self, ramingen: Sequence[Kostenraming]) -> str:
        if self.aannames is None or self.aannames.budget is None:
            return ""
        past, misschien, niet = (
            [r for r in ramingen if r.budget and r.budget.past is wat] for wat in (True, None, False)
        )
        namen = self._genoemd(past)
        zinnen = [f"Binnen het budget: {enkele(namen) if namen else 'geen waarvan alles bekend is'}."]
        if misschien:
            zinnen.append(f"Misschien: {enkele(self._met_minimum(misschien))}.")
        genoeg = [
            f"{self._ramingnaam(r)}: {budget_genoeg_voor(r.budget)}"
            for r in niet
            if r.budget and r.budget.mensen
        ]
        if genoeg:
            zinnen.append(f"Wel voor minder mensen. {'; '.join(genoeg[:MEESTE_NAMEN])}.")
        return " ".join(zinnen)

    def _voor_wie(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        """For how many people it was computed, where that is not all of them."""
        deels = [raming for raming in ramingen if raming.deelname.weggelaten and not raming.is_van_geheel]
        per_deel: dict[str, list[Kostenraming]] = {}
        for raming in deels:
            if raming.deelname.mensen is not None:
                weg = opsomming(map(str, raming.deelname.weggelaten))
                per_deel.setdefault(f"voor {raming.deelname.mensen} mensen, zonder {weg}", []).append(raming)
        zinnen = [f"{zin(deel)}: {enkele(self._genoemd(eigen))}." for deel, eigen in per_deel.items()]
        if open_ := [raming for raming in deels if raming.deelname.mensen is None]:
            zinnen.append(
                f"Voor een deel van de groep, en zonder aantal niet berekend: {enkele(self._genoemd(open_))}. "
                "Geef hoeveel mensen elke leeftijd en taal heeft."
            )
        return zinnen

    # --- groups that are too small ----------------------------------------------------

    def te_kleine_groepen(self) -> str:
        """Which groups would be smaller than published, of all that the answer is about."""
        te_klein = [raming for raming in self._van_het_antwoord() if raming.te_klein]
        if self.aannames is None or not te_klein:
            return ""
        aantal = self.aannames.deelnemers
        return (
            f"Met {aantal} deelnemer{'s' * (aantal != 1)} wordt een groep kleiner dan gepubliceerd "
            f"bij {opsomming(self._met_minimum(te_klein))}. Dat telt niet mee als laagste of hoogste prijs. "
            "Vraag of zo'n groep kan starten."
        )

    def _van_het_antwoord(self) -> list[Kostenraming]:
        over = set(self.advies.vergeleken)
        return [raming for raming in self.ramingen if raming.interventie in over]

    def _met_minimum(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        """The names as in ``_genoemd``, each with the size that its groups do not make."""
        namen = []
        for interventie, eigen in per_interventie(ramingen).items():
            grenzen = dict.fromkeys(_grens(raming.te_klein) for raming in eigen if raming.te_klein)
            bij = ": ".join(filter(None, [self._welke_van(interventie, eigen), " of ".join(grenzen)]))
            namen.append(f"{interventie.naam} ({bij})" if bij else interventie.naam)
        return namen

    # --- of what fits too -------------------------------------------------------------

    def prijs(self, treffer: Treffer) -> str:
        """Per person where it is computed, else the published price; of which variants when not of all."""
        statussen = {prijs(treffer.interventie, [v]).status for v in treffer.varianten}
        aanvraag = Kostenstatus.OP_AANVRAAG in statussen and len(statussen) > 1
        return self._bedragen(treffer) + ("; andere variant op aanvraag" if aanvraag else "")

    def noot(self, treffer: Treffer) -> str:
        """The numbers of the footnotes that belong to ``prijs``."""
        ramingen = self._ramingen_van(treffer.interventie)
        return self._noot(_met_bedrag(ramingen) or ramingen)

    def _bedragen(self, treffer: Treffer) -> str:
        ramingen = self._ramingen_van(treffer.interventie)
        bekend = _met_bedrag(ramingen)
        if not bekend:
            return self._gepubliceerd(treffer)
        per_tekst: dict[str, list[str]] = {}
        for raming in bekend:
            per_tekst.setdefault(self._bedrag_en_groepen(raming), []).append(
                "" if raming.is_van_geheel else _welke(raming)
            )
        if len(bekend) == len(ramingen) and len(per_tekst) == 1:
            return next(iter(per_tekst))
        return "; ".join(
            f"{tekst} ({opsomming(welke)})" if all(welke) else tekst for tekst, welke in per_tekst.items()
        )

    def _gepubliceerd(self, treffer: Treffer) -> str:
        """The published price in its own unit; with what belongs to it where no footnote says so."""
        status, post = prijs(treffer.interventie, treffer.varianten)
        if self.aannames is not None or post is None or post.bedrag is None or post.gefinancierd:
            return prijs_kort(treffer.interventie, self.catalogus, treffer.varianten) or STREEP
        raming = kostenregel(post._replace(toelichting=None), self.catalogus, treffer.interventie.varianten)
        peil = "" if post.prijspeil else ", prijspeil niet gepubliceerd"
        return f"{'deels: ' if status is Kostenstatus.DEELS else ''}{raming}{peil} [{post.bron}]"

    def _bedrag_en_groepen(self, raming: Kostenraming) -> str:
        """``€ 510,38 per deelnemer, 3 groepen``, with what one must know beside it."""
        groepen = f", {aantal_groepen(raming)}" if raming.groepen else ""
        return f"{self._per_eenheid(raming)}{groepen}{self._bij_minimum(raming)}{self._bij_andere(raming)}"

    def _bedrag_van_geheel(self, raming: Kostenraming) -> str:
        assert raming.post is not None, "the price of a whole school or location is an item"
        return f"{bedrag_in_euro(raming.totaal, raming)} {eenheid(raming.post, self.catalogus)}"

    def _bij_minimum(self, raming: Kostenraming) -> str:
        """Stands behind the amount of a group that is too small."""
        return f"; {TE_KLEIN}: {_grens(raming.te_klein)}" if raming.te_klein else ""

    # --- compared ---------------------------------------------------------------------

    def _noot(self, ramingen: Sequence[Kostenraming]) -> str:
        """The numbers of the footnotes of some estimates: source, price level and all that is said besides."""
        noten = [
            noot for raming in ramingen for noot in (*bronnoot(raming), *map(str, raming.waarschuwingen))
        ]
        return self._noten.verwijs(dict.fromkeys(noten))

    def _met_noot(self, tekst: str, ramingen: Sequence[Kostenraming]) -> str:
        noot = self._noot(ramingen)
        return f"{tekst} (noot {noot})" if noot else tekst

    def blokken(self) -> Iterator[Blok]:
        """All costs side by side; nothing without a number of people."""
        if self.aannames is None or not self.advies.kosten:
            return
        vergelijkbaar, kosteloos, eigen, op_aanvraag, niet_gepubliceerd = verdeel(self.ramingen)
        per_persoon, van_geheel = _zonder_geheel(vergelijkbaar)
        yield Kop("Kosten vergeleken")
        if per_persoon:
            aantal = self.aannames.deelnemers
            yield Staven(
                f"Per deelnemer, bij {aantal} deelnemer{'s' * (aantal != 1)}",
                [self._staaf(raming) for raming in per_persoon],
            )
        if any(raming.ondergrens for raming in per_persoon):
            yield Alinea("≥ = ten minste: een deel is niet bekend.", Toon.ZACHT)
        apart = [
            ("Voor een hele school of locatie", self._van_geheel(van_geheel)),
            ("Kosteloos", self._genoemd_met_noot(kosteloos)),
            ("Eigen eenheid", self._eigen_eenheid(eigen)),
            ("Op aanvraag", self._genoemd_met_noot(op_aanvraag)),
            ("Niet gepubliceerd", self._genoemd_met_noot(niet_gepubliceerd)),
            ("Opleiding van trainers", self._opleiding()),
        ]
        if velden := [(label, delen) for label, delen in apart if delen]:
            yield Velden(velden)
        if self._noten.regels:
            yield Kop("Noten bij de kosten", 3)
            yield Punten(self._noten.regels)

    def _staaf(self, raming: Kostenraming) -> Staaf:
        assert raming.per_deelnemer is not None, "comparable estimates have an amount"
        totaal = f"totaal {bedrag_in_euro(raming.totaal, raming)}"
        bij = ", ".join(filter(None, [totaal, aantal_groepen(raming)])) + self._bij_minimum(raming)
        bij += self._bij_andere(raming)
        tekst = f"{bedrag_in_euro(raming.per_deelnemer, raming)} ({bij}; noot {self._noot([raming])})"
        return Staaf(self._ramingnaam(raming), *raming.per_deelnemer, tekst)

    def _genoemd_met_noot(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        """The names as one sentence; nothing when there are none."""
        namen = [
            self._met_noot(naam, eigen)
            for eigen in per_interventie(ramingen).values()
            for naam in self._genoemd(eigen)
        ]
        return [opsomming(namen)] if namen else []

    def _opleiding(self) -> list[str]:
        """Of what is not described in full: there it stands with the option."""
        overige = [treffer.interventie for treffer in self.advies.overige]
        return [
            f"{interventie.naam}: {kostenregel(post, self.catalogus, noem_soort=False)}"
            for interventie, ramingen in self._per_interventie.items()
            if interventie in overige
            for post in ramingen[0].opleiding
        ]

    def _van_geheel(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        """Not divided over the asked number: that number is not what the price is for."""
        return [
            self._met_noot(f"{r.interventie.naam}: {self._bedrag_van_geheel(r)}{self._bij_andere(r)}", [r])
            for r in ramingen
        ]

    def _ramingnaam(self, raming: Kostenraming) -> str:
        """The name, with variant and price where more estimates have the same name."""
        alleen = len(self._ramingen_van(raming.interventie)) == 1
        delen = [naam_met_merk(raming.interventie, self.catalogus), "" if alleen else _welke(raming)]
        return ", ".join(filter(None, delen))

    def _ramingen_van(self, interventie: Interventie) -> list[Kostenraming]:
        return self._per_interventie.get(interventie, [])

    def _eigen_eenheid(self, ramingen: Sequence[Kostenraming]) -> list[str]:
        delen = []
        for interventie, eigen in per_interventie(ramingen).items():
            posten = dict.fromkeys(post for raming in eigen for post in raming.posten)
            kaal = [post._replace(toelichting=None) for post in posten]
            prijzen = [kostenregel(post, self.catalogus, interventie.varianten) for post in kaal]
            tekst = f"{interventie.naam}: {'; '.join(prijzen)}{self._bij_andere(eigen[0])}"
            delen.append(self._met_noot(tekst, eigen))
        return delen


def kostenrijen(advies: Advies, interventie: Interventie, catalogus: Catalogus) -> list[list[Any]]:
    """The prices of an intervention under ``KOSTENKOLOMMEN``; one row without, when it has none."""
    leeg = [None] * len(KOSTENKOLOMMEN) if advies.opdracht.aannames else []
    rijen = [csv_rij(raming, catalogus)[2:] for raming in advies.kosten if raming.interventie is interventie]
    return rijen or [leeg]


def _met_bedrag(ramingen: Sequence[Kostenraming]) -> list[Kostenraming]:
    return [raming for raming in ramingen if raming.totaal and not raming.is_kosteloos]


def _zonder_geheel(ramingen: Sequence[Kostenraming]) -> tuple[list[Kostenraming], list[Kostenraming]]:
    """Amounts for the asked number of people, and those for a whole school or location."""
    van_geheel = [raming for raming in ramingen if raming.is_van_geheel]
    return [raming for raming in ramingen if not raming.is_van_geheel], van_geheel


def _grens(klein: TeKlein) -> str:
    """A minimum only where a source says so; else what is usual."""
    return f"{'minimum' if klein.is_minimum else 'gewoonlijk'} {klein.grens}"


def _welke(raming: Kostenraming) -> str:
    """Which variant and price an estimate is about."""
    variant = raming.variant.naam if raming.variant and raming.variant.naam != raming.interventie.naam else ""
    return ", ".join(filter(None, [variant, raming.omschrijving]))


def enkele(namen: Sequence[str]) -> str:
    """Names in a sentence; when there are many, how many more."""
    if len(namen) <= MEESTE_NAMEN:
        return opsomming(namen)
    return opsomming([*namen[: MEESTE_NAMEN - 1], f"{len(namen) - MEESTE_NAMEN + 1} andere"])
