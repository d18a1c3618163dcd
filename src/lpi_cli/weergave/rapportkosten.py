"""The costs in a memo: in the answer, in the table of what fits too, and compared."""

from collections.abc import Iterator, Sequence
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.kern.kosten import Kostenregel
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.rapport import Advies, is_andere_prijs, minimum_niet_gehaald
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import Treffer
from lpi_cli.weergave.beeld import Alinea, Blok, Kop, Punten, Staaf, Staven, Toon, Velden
from lpi_cli.weergave.feiten import bedragbereik, eenheid, kostenregel, naam_met_merk, prijs_kort
from lpi_cli.weergave.kosten import (
    CSV_KOLOMMEN,
    Noten,
    bedrag_in_euro,
    bronnoot,
    csv_rij,
    per_interventie,
    verdeel,
)

MEESTE_NAMEN = 4
"""Names that a sentence of the answer mentions at most."""
TE_KLEIN = "een groep wordt te klein"
"""Said of an amount for groups that are smaller than the published minimum."""

KOSTENKOLOMMEN = CSV_KOLOMMEN[1:]
"""Of ``lpi kosten``, behind the id that stands in the row already."""


class Kostenvergelijking:
    """What the memo says of costs."""

    def __init__(self, advies: Advies, catalogus: Catalogus) -> None:
        self.advies = advies
        self.aannames = advies.opdracht.aannames
        self.catalogus = catalogus
        self.regels = [regel for regel in advies.kosten if not is_andere_prijs(regel)]
        """What is compared: one training stands here once."""
        self._andere = [regel for regel in advies.kosten if is_andere_prijs(regel)]
        self._noten = Noten()

    def kort(self) -> list[str]:
        """The costs in a few sentences, of what the answer is about."""
        if self.aannames is None:
            return [
                "Niet berekend, want het aantal deelnemers is niet gegeven. Prijzen staan in hun eigen eenheid."
            ]
        regels = self._van_het_antwoord()
        vergelijkbaar, kosteloos, eigen, op_aanvraag, niet_gepubliceerd = verdeel(regels)
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
        kan_starten = [r for r in heel if not self._minimum(r)]
        zinnen = [self._laagste_en_hoogste(kan_starten, ook_te_klein=len(kan_starten) < len(heel))]
        zinnen += [f"{wat}: {enkele(self._genoemd(van))}." for wat, van in delen.items() if van]
        zinnen.append(self._budget(regels))
        if vergelijkbaar:
            zinnen.append("Wat er bij een bedrag hoort, staat in de noten bij 'Kosten vergeleken'.")
        return list(filter(None, zinnen))

    def _genoemd(self, regels: Sequence[Kostenregel]) -> list[str]:
        """The names, with variant and price when the same does not hold for all of them."""
        namen = []
        for interventie, eigen in per_interventie(regels).items():
            welke = self._welke_van(interventie, eigen)
            namen.append(f"{interventie.naam} ({welke})" if welke else interventie.naam)
        return namen

    def _welke_van(self, interventie: Interventie, regels: Sequence[Kostenregel]) -> str:
        """Which variants and prices these are; empty when they are all of its lines."""
        return "" if len(regels) == len(self._regels_van(interventie)) else opsomming(map(_welke, regels))

    def _laagste_en_hoogste(self, regels: Sequence[Kostenregel], *, ook_te_klein: bool) -> str:
        if not regels:
            wie = "geen enkele die met dit aantal kan starten," if ook_te_klein else "geen enkele"
            return f"Van {wie} is het hele bedrag te berekenen."
        laag, hoog = regels[0], max(regels, key=lambda r: r.per_deelnemer.tot if r.per_deelnemer else 0)
        if laag is hoog:
            return f"Bekend: {self._bedrag(laag)}."
        return f"Laagst {self._bedrag(laag)}, hoogst {self._bedrag(hoog)}."

    def _bedrag(self, regel: Kostenregel) -> str:
        per = bedrag_in_euro(regel.per_deelnemer, regel)
        return f"{per} per deelnemer ({self._regelnaam(regel)}{self._bij_andere(regel)})"

    def _bij_andere(self, regel: Kostenregel) -> str:
        """Stands behind an amount: what another source asks for the same training."""
        return "".join(
            f"; andere prijs {self._per_eenheid(ander)} [{bronnoot(ander)[0].removeprefix('bron: ')}]"
            for ander in self._andere
            if ander.post and (ander.interventie, ander.variant) == (regel.interventie, regel.variant)
        )

    def _per_eenheid(self, regel: Kostenregel) -> str:
        """``€ 510,38 per deelnemer``; the own unit of a price that is not for this number of people."""
        if regel.is_van_geheel:
            return self._bedrag_van_geheel(regel)
        if regel.per_deelnemer is None and regel.post:
            return f"{bedragbereik(regel.post)} {eenheid(regel.post, self.catalogus)}"
        return f"{bedrag_in_euro(regel.per_deelnemer, regel)} per deelnemer"

    def _budget(self, regels: Sequence[Kostenregel]) -> str:
        if self.aannames is None or self.aannames.budget is None:
            return ""
        past = [r for r in regels if r.budget and r.budget.past]
        kan = self._genoemd([r for r in past if not self._minimum(r)])
        te_klein = self._met_minimum([r for r in past if self._minimum(r)])
        misschien = [r for r in regels if r.budget and r.budget.past is None]
        geen = "geen die met dit aantal kan starten" if te_klein else "geen waarvan alles bekend is"
        zinnen = [f"Binnen het budget: {enkele(kan) if kan else geen}."]
        if te_klein:
            zinnen.append(f"Het bedrag past, maar {TE_KLEIN}: {enkele(te_klein)}.")
        if misschien:
            zinnen.append(f"Misschien: {enkele(self._met_minimum(misschien))}.")
        return " ".join(zinnen)

    # --- groups that are too small ----------------------------------------------------

    def te_kleine_groepen(self) -> str:
        """Which groups would be smaller than published, of all that the answer is about."""
        if self.aannames is None:
            return ""
        te_klein = [regel for regel in self._van_het_antwoord() if self._minimum(regel)]
        aantal = self.aannames.deelnemers
        if not te_klein:
            return ""
        return (
            f"Met {aantal} deelnemer{'s' * (aantal != 1)} wordt een groep kleiner dan het gepubliceerde "
            f"minimum bij {opsomming(self._met_minimum(te_klein))}. Dat telt niet mee als laagste of hoogste prijs. "
            "Vraag of zo'n groep kan starten."
        )

    def _van_het_antwoord(self) -> list[Kostenregel]:
        return [regel for regel in self.regels if regel.interventie in self.advies.vergeleken]

    def _minimum(self, regel: Kostenregel) -> int | None:
        return minimum_niet_gehaald(regel, self.aannames.deelnemers) if self.aannames else None

    def _met_minimum(self, regels: Sequence[Kostenregel]) -> list[str]:
        """The names as in ``_genoemd``, each with the minimum that its groups do not make."""
        namen = []
        for interventie, eigen in per_interventie(regels).items():
            minima = dict.fromkeys(str(minimum) for r in eigen if (minimum := self._minimum(r)))
            grens = f"ten minste {' of '.join(minima)}" if minima else ""
            bij = ": ".join(filter(None, [self._welke_van(interventie, eigen), grens]))
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
        regels = self._regels_van(treffer.interventie)
        return self._noot(_met_bedrag(regels) or regels)

    def _bedragen(self, treffer: Treffer) -> str:
        regels = self._regels_van(treffer.interventie)
        bekend = _met_bedrag(regels)
        if not bekend:
            return self._gepubliceerd(treffer)
        per_tekst: dict[str, list[str]] = {}
        for regel in bekend:
            per_tekst.setdefault(self._bedrag_en_groepen(regel), []).append(
                "" if regel.is_van_geheel else _welke(regel)
            )
        if len(bekend) == len(regels) and len(per_tekst) == 1:
            return next(iter(per_tekst))
        return "; ".join(
            f"{tekst} ({opsomming(welke)})" if all(welke) else tekst for tekst, welke in per_tekst.items()
        )

    def _gepubliceerd(self, treffer: Treffer) -> str:
        """The published price in its own unit; with what belongs to it where no footnote says so."""
        post = prijs(treffer.interventie, treffer.varianten).post
        kort = prijs_kort(treffer.interventie, self.catalogus, treffer.varianten)
        if self.aannames is not None or post is None or post.bedrag is None or post.gefinancierd:
            return kort
        regel = kostenregel(post._replace(toelichting=None), self.catalogus, treffer.interventie.varianten)
        peil = "" if post.prijspeil else ", prijspeil niet gepubliceerd"
        return f"{'deels: ' if kort.startswith('deels') else ''}{regel}{peil} [{post.bron}]"

    def _bedrag_en_groepen(self, regel: Kostenregel) -> str:
        """``€ 510,38 per deelnemer, 3 groepen``, with what one must know beside it."""
        groepen = f", {_aantal_groepen(regel)}" if regel.groepen else ""
        return f"{self._per_eenheid(regel)}{groepen}{self._bij_minimum(regel)}{self._bij_andere(regel)}"

    def _bedrag_van_geheel(self, regel: Kostenregel) -> str:
        assert regel.post is not None, "the price of a whole school or location is an item"
        return f"{bedrag_in_euro(regel.totaal, regel)} {eenheid(regel.post, self.catalogus)}"

    def _bij_minimum(self, regel: Kostenregel) -> str:
        """Stands behind the amount of a group that is too small."""
        minimum = self._minimum(regel)
        return f"; {TE_KLEIN}, het minimum is {minimum}" if minimum else ""

    # --- compared ---------------------------------------------------------------------

    def _noot(self, regels: Sequence[Kostenregel]) -> str:
        """The numbers of the footnotes of some lines: source, price level and all that is said besides."""
        noten = [noot for regel in regels for noot in (*bronnoot(regel), *map(str, regel.waarschuwingen))]
        return self._noten.verwijs(dict.fromkeys(noten))

    def _met_noot(self, tekst: str, regels: Sequence[Kostenregel]) -> str:
        noot = self._noot(regels)
        return f"{tekst} (noot {noot})" if noot else tekst

    def blokken(self) -> Iterator[Blok]:
        """All costs side by side; nothing without a number of people."""
        if self.aannames is None or not self.advies.kosten:
            return
        vergelijkbaar, kosteloos, eigen, op_aanvraag, niet_gepubliceerd = verdeel(self.regels)
        per_persoon, van_geheel = _zonder_geheel(vergelijkbaar)
        yield Kop("Kosten vergeleken")
        if per_persoon:
            aantal = self.aannames.deelnemers
            yield Staven(
                f"Per deelnemer, bij {aantal} deelnemer{'s' * (aantal != 1)}",
                [self._staaf(regel) for regel in per_persoon],
            )
        if any(regel.ondergrens for regel in per_persoon):
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

    def _staaf(self, regel: Kostenregel) -> Staaf:
        assert regel.per_deelnemer is not None, "comparable lines have an amount"
        totaal = f"totaal {bedrag_in_euro(regel.totaal, regel)}"
        bij = ", ".join(filter(None, [totaal, _aantal_groepen(regel)])) + self._bij_minimum(regel)
        bij += self._bij_andere(regel)
        tekst = f"{bedrag_in_euro(regel.per_deelnemer, regel)} ({bij}; noot {self._noot([regel])})"
        return Staaf(self._regelnaam(regel), *regel.per_deelnemer, tekst)

    def _genoemd_met_noot(self, regels: Sequence[Kostenregel]) -> list[str]:
        """The names as one sentence; nothing when there are none."""
        namen = [
            self._met_noot(naam, eigen)
            for eigen in per_interventie(regels).values()
            for naam in self._genoemd(eigen)
        ]
        return [opsomming(namen)] if namen else []

    def _opleiding(self) -> list[str]:
        """Of what is not described in full: there it stands with the option."""
        overige = [treffer.interventie for treffer in self.advies.overige]
        return [
            f"{interventie.naam}: {kostenregel(post, self.catalogus, noem_soort=False)}"
            for interventie, regels in per_interventie(self.regels).items()
            if interventie in overige
            for post in regels[0].opleiding
        ]

    def _van_geheel(self, regels: Sequence[Kostenregel]) -> list[str]:
        """Not divided over the asked number: that number is not what the price is for."""
        return [
            self._met_noot(f"{r.interventie.naam}: {self._bedrag_van_geheel(r)}{self._bij_andere(r)}", [r])
            for r in regels
        ]

    def _regelnaam(self, regel: Kostenregel) -> str:
        """The name, with variant and price where more lines have the same name."""
        alleen = len(self._regels_van(regel.interventie)) == 1
        delen = [naam_met_merk(regel.interventie, self.catalogus), "" if alleen else _welke(regel)]
        return ", ".join(filter(None, delen))

    def _regels_van(self, interventie: Interventie) -> list[Kostenregel]:
        return [regel for regel in self.regels if regel.interventie is interventie]

    def _eigen_eenheid(self, regels: Sequence[Kostenregel]) -> list[str]:
        delen = []
        for interventie, eigen in per_interventie(regels).items():
            posten = dict.fromkeys(post for regel in eigen for post in regel.posten)
            kaal = [post._replace(toelichting=None) for post in posten]
            prijzen = [kostenregel(post, self.catalogus, interventie.varianten) for post in kaal]
            tekst = f"{interventie.naam}: {'; '.join(prijzen)}{self._bij_andere(eigen[0])}"
            delen.append(self._met_noot(tekst, eigen))
        return delen


def kostenrijen(advies: Advies, interventie: Interventie, catalogus: Catalogus) -> list[list[Any]]:
    """The prices of an intervention under ``KOSTENKOLOMMEN``; one empty row when nothing is computed.

    That of a whole school or location is not divided over the asked number of people.
    """
    regels = [
        regel._replace(per_deelnemer=None, per_contactuur=None)
        if regel.is_van_geheel and not regel.is_kosteloos
        else regel
        for regel in advies.kosten
        if regel.interventie is interventie
    ]
    return [csv_rij(regel, catalogus)[1:] for regel in regels] or [[]]


def _met_bedrag(regels: Sequence[Kostenregel]) -> list[Kostenregel]:
    return [regel for regel in regels if regel.totaal and not regel.is_kosteloos]


def _zonder_geheel(regels: Sequence[Kostenregel]) -> tuple[list[Kostenregel], list[Kostenregel]]:
    """Amounts for the asked number of people, and those for a whole school or location."""
    van_geheel = [regel for regel in regels if regel.is_van_geheel]
    return [regel for regel in regels if not regel.is_van_geheel], van_geheel


def _aantal_groepen(regel: Kostenregel) -> str:
    if not regel.groepen:
        return ""
    return "1 groep" if regel.groepen == 1 else f"{regel.groepen} groepen"


def _welke(regel: Kostenregel) -> str:
    """Which variant and price a line is about."""
    variant = regel.variant.naam if regel.variant and regel.variant.naam != regel.interventie.naam else ""
    return ", ".join(filter(None, [variant, regel.omschrijving]))


def enkele(namen: Sequence[str]) -> str:
    """Names in a sentence; when there are many, how many more."""
    if len(namen) <= MEESTE_NAMEN:
        return opsomming(namen)
    return opsomming([*namen[: MEESTE_NAMEN - 1], f"{len(namen) - MEESTE_NAMEN + 1} andere"])
