"""The data with which the page answers a question itself: judgements, people and prices, each text once."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from decimal import Decimal
from itertools import islice
from operator import methodcaller
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Aard,
    Grens,
    Interventie,
    Kostenpost,
    Niveau,
    Richting,
    Soort,
    Taalgroep,
    Variant,
    Vorm,
)
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import enkelvoud, naam, telling
from lpi_cli.kern.bewijs import geldt
from lpi_cli.kern.contacturen import bijeenkomsten, contacturen
from lpi_cli.kern.deelname import Deelname
from lpi_cli.kern.filters import FILTERS, Eis, Filter, Vraagstelling, leeftijdsgroepen, namen_van_beperking
from lpi_cli.kern.filters.aanbieder import aaneengeschreven
from lpi_cli.kern.filters.regio import provincienamen
from lpi_cli.kern.groepen import TeKlein, Telbereik
from lpi_cli.kern.keuzetabel import (
    VAST,
    Antwoordoordeel,
    Streken,
    eisen_per_woord,
    leeftijdfeiten,
    organisatiefeit,
    rij,
    woorden,
)
from lpi_cli.kern.kosten import is_voor_alle_varianten
from lpi_cli.kern.kostenwaarschuwing import (
    GEEN_GROEPEN,
    GEEN_UREN,
    VOOR_ALLE_VARIANTEN,
    Waarschuwing,
    Waarschuwingen,
)
from lpi_cli.kern.leeftijd import PATRONEN
from lpi_cli.kern.oordeel import Feit, Uitkomst
from lpi_cli.kern.rekening import Berekening, Prijskeuze, Rekening
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import voorselectie_eerst
from lpi_cli.weergave.feiten import (
    STREEP,
    bijeenkomsten_kort,
    contactregels,
    erkenning_kern,
    leeftijden_kort,
    prijs_kort,
)
from lpi_cli.weergave.kostenwoorden import gepubliceerde_prijs
from lpi_cli.weergave.tekst import bijeen, schoon

GETAL: Any = "{n}"
"""Stands in a text for a number that the page computes."""


class Lijst(dict[Any, int]):
    """Every value once, with its number, which stands for it elsewhere."""

    def nummer(self, waarde: Hashable) -> int:
        return self.setdefault(waarde, len(self))


def exact_getal(waarde: Decimal | None) -> str | None:
    """An exact number as text, since the page counts in whole parts of it."""
    return None if waarde is None else f"{waarde.normalize():f}"


def vraaggegevens(catalogus: Catalogus, vandaag: date) -> dict[str, Any]:
    """Everything of which the page makes an answer."""
    return _Gegevens(catalogus, vandaag).alles()


class _Gegevens:
    def __init__(self, catalogus: Catalogus, vandaag: date) -> None:
        self.catalogus, self.vandaag = catalogus, vandaag
        self.begrippen = catalogus.begrippen
        self.stelling = Vraagstelling(catalogus, vandaag)
        self._nummers: dict[Feit, int] = {}
        self._rijnummers: dict[Hashable, int] = {}
        self.feiten, self.meldingen, self.posten = Lijst(), Lijst(), Lijst()
        self.rijen = {filter_.naam: Lijst() for filter_ in VAST}
        self.streken, self.regiorijen = Streken(catalogus, vandaag), Lijst()
        self.eisen = {
            filter_.naam: eisen_per_woord(filter_, woorden(filter_, catalogus), catalogus, vandaag)
            for filter_ in VAST
        }

    def alles(self) -> dict[str, Any]:
        kaarten = [self._kaart(i) for i in sorted(self.catalogus.interventies, key=voorselectie_eerst)]
        return {
            "filters": [{"naam": een.naam, "noem": een.noem_variant} for een in FILTERS],
            "woorden": {naam_: list(eisen) for naam_, eisen in self.eisen.items()},
            "rijen": {naam_: list(lijst) for naam_, lijst in self.rijen.items()},
            "regio": [dict(paren) for paren in self.regiorijen],
            "provincies": provincienamen(self.begrippen["provincie"]),
            "plaatsen": self._plaatsen(),
            "leeftijden": {
                groep.code: {
                    "namen": [vlak(een) for een in (groep.code, groep.naam, *groep.ook)],
                    "van": groep.van or 0,
                    "tot": groep.tot,
                    "voor": groep.voor,
                }
                for groep in leeftijdsgroepen(self.catalogus)
            },
            "patronen": PATRONEN,
            "talen": {code: begrip.naam for code, begrip in self.begrippen["taal"].items()},
            "vast": self._vast(),
            "kaarten": kaarten,
            "feiten": list(self.feiten),
            "meldingen": list(self.meldingen),
        }

    def _plaatsen(self) -> dict[str, list[list[str]]]:
        """Province → its places, each with what else they are called; those of which it is not known last, by no name."""
        per_provincie: dict[str, list[list[str]]] = {}
        for plaats, code in self.streken.plaatsen.items():
            namen = [schoon(een) for een in (plaats, *self.streken.ook.get(plaats, ()))]
            per_provincie.setdefault(code or "", []).append(namen)
        return per_provincie

    # --- judgements -----------------------------------------------------------------------

    def _feit(self, feit: Feit) -> int:
        """The fact in words, in short, its sources, and whether one says it."""
        if (nummer := self._nummers.get(feit)) is None:
            kort = feit.kort and bijeen(feit.kort)
            woorden_ = (bijeen(str(feit)), kort, feit.bronnen, feit.tekst is not None)
            nummer = self._nummers[feit] = self.feiten.nummer(woorden_)
        return nummer

    def _rij(self, oordelen: Iterable[Antwoordoordeel]) -> tuple[int, ...]:
        """Outcome and fact of each word, as one number: the page takes it apart."""
        return tuple(self._feit(feit) * 3 + int(uitkomst) for uitkomst, feit in oordelen)

    def _rijnummer(self, filter_: Filter, interventie: Interventie, variant: Variant) -> int:
        """Of what a variant answers to each word; what looks the same to a filter is worked out once."""
        gezien = (filter_.naam, filter_.kijkt(interventie, variant) if filter_.kijkt else None)
        if filter_.kijkt is None or gezien not in self._rijnummers:
            oordelen = rij(self.eisen[filter_.naam], interventie, variant)
            self._rijnummers[gezien] = self.rijen[filter_.naam].nummer(self._rij(oordelen))
        return self._rijnummers[gezien]

    def _kaart(self, interventie: Interventie) -> dict[str, Any]:
        regio = tuple(
            (schoon(plek), self._rij([oordeel])[0]) for plek, oordeel in self.streken.rij(interventie)
        )
        return {
            "id": interventie.id,
            "naam": schoon(interventie.naam),
            "voorselectie": interventie.voorselectie,
            "voorbeeld": interventie.soort is Soort.PRAKTIJKVOORBEELD,
            "eigen": interventie.id in self.catalogus.herkomst,
            "bij": bijeen(next(iter(contactregels(interventie)), interventie.organisatie)),
            "organisatie": aaneengeschreven(interventie.organisatie),
            "tolk": bool(interventie.tolk),
            "aanbieder": self._feit(organisatiefeit(interventie, self.stelling)),
            "regio": self.regiorijen.nummer(regio),
            "varianten": [self._variant(interventie, variant) for variant in interventie.varianten],
        }

    def _variant(self, interventie: Interventie, variant: Variant) -> dict[str, Any]:
        kader = variant.leeftijd.kader
        rekening = Rekening(interventie, variant, Deelname(None), Aannames(1, self.vandaag), self.begrippen)
        bewijs, rang = self._bewijs(interventie, variant)
        return {
            "id": variant.id,
            "naam": schoon(variant.naam),
            "rijen": [self._rijnummer(filter_, interventie, variant) for filter_ in VAST],
            "voor": variant.voor,
            "leeftijd": variant.leeftijd[:2] if variant.leeftijd.gepubliceerd else None,
            "kader": kader and (kader.van, kader.tot),
            "feiten": [self._feit(feit) for feit in leeftijdfeiten(interventie, variant, self.stelling)],
            "beperking": [schoon(een) for een in namen_van_beperking(interventie, variant, self.catalogus)],
            "kort": [
                bijeen(een or STREEP)
                for een in (
                    leeftijden_kort([variant]),
                    bijeenkomsten_kort(variant.bijeenkomsten),
                    self._talen(interventie, variant),
                    prijs_kort(interventie, self.catalogus, [variant]),
                    bewijs,
                )
            ],
            "rang": rang,
            **self._reeks(variant),
            "keuzes": [self._keuze(interventie, rekening, keuze) for keuze in rekening.keuzes()],
        }

    def _bewijs(self, interventie: Interventie, variant: Variant) -> tuple[str | None, int]:
        """The highest level that this variant has, with the first kind of study that counts; and its rank.

        What came out of it is said where that is not favourable alone. Without either: where it is listed.
        """
        eisen = self.eisen["bewijs"]
        gehaald = [niveau for niveau in Niveau if _haalt(eisen[niveau], interventie, variant)]
        rang = max((niveau.rang for niveau in gehaald), default=-1)
        delen = [naam(een, self.begrippen["niveau"]) for een in gehaald if een.rang == rang]
        tellen = (c for c in self.begrippen["onderzoeksoort"] if _haalt(eisen[c], interventie, variant))
        goed = f": {naam(Richting.GUNSTIG, self.begrippen['richting'])}"
        delen += [
            str(eisen[code].feit(interventie, variant)).replace(goed, "", 1) for code in islice(tellen, 1)
        ]
        vermeld = [
            erkenning_kern(e, self.catalogus)
            for e in interventie.bewijs.erkenningen
            if not e.niveau and geldt(e, variant, self.vandaag)
        ]
        return ", ".join(delen or vermeld) or None, rang

    def _talen(self, interventie: Interventie, variant: Variant) -> str | None:
        """The languages at a glance; open lists and interpreters are told."""
        if variant.taalgroep is Taalgroep.ZONDER_TAAL:
            return "zonder taal"
        talen = [naam(code, self.begrippen["taal"]) for code in variant.talen or interventie.talen]
        meer = [f"{len(talen) - 2} meer"] if len(talen) > 3 else []
        genoemd = opsomming([*talen[:2], *meer] if meer else talen) if talen else ""
        if interventie.talen_met_tolk:
            return f"{genoemd}; andere met tolk" if talen else "elke taal, met tolk"
        return f"onder andere {genoemd}" if talen and interventie.talen_open else genoemd or None

    # --- costs ------------------------------------------------------------------------------

    def _meld(self, *meld: Callable[[Waarschuwingen], None]) -> list[int]:
        """The warnings as numbers, worded where all are."""
        let_op = Waarschuwingen(self.begrippen)
        for een in meld:
            een(let_op)
        return [self._melding(een) for een in let_op.alle]

    def _melding(self, een: Waarschuwing) -> int:
        return self.meldingen.nummer((een.soort.name, bijeen(str(een)), een.aanname, een.is_open))

    def _vast(self) -> dict[str, Any]:
        """Warnings that hold for any price, by the name they have in ``kostenwaarschuwing``."""
        kaal = ("geen_groepen", "geen_groepsgrootte", "geen_aantal_bijeenkomsten", "talen_samen", "ondergrens",
                "tolk_misschien", "tolk_zonder_tarief")  # fmt: skip
        met_getal = ("gegeven_groepsgrootte", "gegeven_bijeenkomsten")
        meldingen: dict[str, Callable[[Waarschuwingen], None]] = {
            **{een: methodcaller(een) for een in kaal},
            **{een: methodcaller(een, GETAL) for een in met_getal},
            "taal_verdeeld": methodcaller("groep_per_taal", is_verdeeld=True),
            "taal_onverdeeld": methodcaller("groep_per_taal", is_verdeeld=False),
            "tolk_geen_duur": methodcaller("tolk_niet_geteld", GEEN_UREN),
            "tolk_geen_keren": methodcaller("tolk_niet_geteld", GEEN_UREN, "bijeenkomsten"),
            "tolk_geen_groepen": methodcaller("tolk_niet_geteld", GEEN_GROEPEN, "groepsgrootte"),
        }
        vast = {naam_: self._meld(meld)[0] for naam_, meld in meldingen.items()}
        return {**vast, "alle_varianten": self._melding(VOOR_ALLE_VARIANTEN)}

    def _reeks(self, variant: Variant) -> dict[str, Any]:
        """Groups, meetings and hours of a variant."""
        grootte, gepubliceerd = variant.groepsgrootte, variant.bijeenkomsten
        uren = contacturen(variant, 1)
        return {
            "in_groepen": Vorm.INDIVIDUEEL not in variant.vorm or Vorm.GROEP in variant.vorm,
            "individueel": Vorm.INDIVIDUEEL in variant.vorm,
            "per_taal": variant.taalgroep is Taalgroep.EEN,
            "talen_open": variant.taalgroep is None,
            "groep": grootte and (grootte.min, grootte.max, grootte.aard is Aard.EIS),
            "te_klein": grootte
            and grootte.min
            and [
                self._meld(methodcaller("kleine_groep", TeKlein(GETAL, grootte, n.precies is not None), n))[0]
                for n in (Telbereik(1, 1), Telbereik(2, 2), Telbereik(1, 2))
            ],
            "keren": bijeenkomsten(variant),
            "duur": gepubliceerd
            and gepubliceerd.duur_uren
            and [exact_getal(een) for een in gepubliceerd.duur_uren],
            "grens": uren and uren.grens,
            "keren_minstens": bool(gepubliceerd and gepubliceerd.aantal_grens is Grens.MINSTENS),
        }

    def _keuze(self, interventie: Interventie, rekening: Rekening, keuze: Prijskeuze) -> dict[str, Any]:
        raming = Berekening(rekening, keuze).uitkomst()
        hoofdpost = raming.post

        def meld(*waarvoor: Callable[[Berekening], None]) -> list[int]:
            berekening = Berekening(rekening, keuze)
            for een in waarvoor:
                een(berekening)
            return [self._melding(een) for een in berekening.let_op.alle]

        def van_post(post: Kostenpost) -> dict[str, Any]:
            return {
                **self._post(post),
                "eenheid": meld(lambda b: b.waarschuw_eenheid(post)),
                "looptijd": meld(lambda b: b.waarschuw_duur(post)),
            }

        berekening = Berekening(rekening, keuze)
        return {
            "wat": schoon(keuze.omschrijving),
            "status": keuze.status,
            "perioden": keuze.perioden,
            "posten": [van_post(post) for post in keuze.posten],
            "geheel": raming.is_van_geheel,
            "ongeveer": raming.is_ongeveer,
            "samen": len(interventie.varianten) > 1
            and is_voor_alle_varianten(hoofdpost, self.begrippen)
            and self.posten.nummer((keuze.omschrijving, hoofdpost)) + 1,
            "ernaast": bool(keuze.ernaast),
            "erbij": bool(raming.erbij),
            "tolk": "apart" if berekening.is_zonder_tolk else "in" if berekening.is_met_tolk else "onbekend",
            "prijs": bijeen(gepubliceerde_prijs(raming, self.catalogus)),
            "bronnen": [str(bron) for bron in raming.bronnen],
            "kosteloos": meld(Berekening.waarschuw_kosteloos),
            "niet_geteld": meld(Berekening.waarschuw_ernaast),
            "andere_groep": meld(Berekening.waarschuw_andere_groep),
            "slot": meld(Berekening.waarschuw_prijs, Berekening.waarschuw_opleiding),
        }

    def _post(self, post: Kostenpost) -> dict[str, Any]:
        groep = post.groepsgrootte
        minste, eenheid = post.minimum_eenheden, enkelvoud(post.eenheid or "", self.begrippen["eenheid"])
        onderdelen = (naam(een, self.begrippen["kostenonderdeel"]) for een in post.omvat)
        return {
            "telt": telling(post.eenheid, self.begrippen),
            "gratis": post.gefinancierd,
            "bedrag": post.bedrag and [exact_getal(een) for een in post.bedrag],
            "staffel": [(trede.vanaf, exact_getal(trede.bedrag)) for trede in sorted(post.staffel)],
            "heeft_periode": post.periode is not None,
            "groep": groep and (groep.max,),
            "minste": minste,
            "minste_afname": minste and self._meld(lambda w: w.minste_afname(post, minste)),
            "gezin": [self._meld(methodcaller("een_per_gezin", post, n))[0] for n in (None, GETAL)],
            "uren": exact_getal(post.uren),
            "per": schoon(eenheid),
            "waarvoor": schoon(f"met {opsomming(onderdelen)}") if post.omvat else "",
            "toelichting": post.toelichting and bijeen(post.toelichting),
        }


def _haalt(eis: Eis, interventie: Interventie, variant: Variant) -> bool:
    return eis.uitkomst(interventie, variant) is Uitkomst.PAST
