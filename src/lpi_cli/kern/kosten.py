"""Costs for a number of people, from published prices in many units.

Exact decimals; a range stays a range. What is unknown is never counted as 0: an amount
with a missing part is a lower bound and says so, and a price that cannot be turned into
one for this group stays in its own unit. Every assumption is in the result.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, NamedTuple, assert_never

from lpi_cli.catalogus.model import (
    Bedrag,
    Bedragbereik,
    Begrippen,
    BronId,
    Btw,
    Code,
    Duur,
    Groepsgrootte,
    Interventie,
    Jaartal,
    Kostenonderdeel,
    Kostenpost,
    Kostensoort,
    Taak,
    Telling,
    Uren,
    Variant,
    Vorm,
)
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import Begrippenlijst, enkelvoud, met_taak
from lpi_cli.kern.kostenwaarschuwing import (
    VOOR_ALLE_VARIANTEN,
    Waarschuwing,
    Waarschuwingen,
    deel_van_leeftijd,
)
from lpi_cli.kern.leeftijd import Dekking
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.zinnen import getal, periode_in_woorden

CENT = Decimal("0.01")
_NAAR_MENSEN = (Telling.GROEP, Telling.DEELNEMER, Telling.BIJEENKOMST)
"""Counts that follow from the number of people."""
OUDE_PRIJS = 2
"""A price level of more years ago than this is flagged (design section 6)."""


class Prijsbron(NamedTuple):
    """Where a price comes from, and of which year it is."""

    bron: BronId
    prijspeil: Jaartal | None

    def __str__(self) -> str:
        return f"{self.bron}, prijs van {self.prijspeil}" if self.prijspeil else self.bron


class Budget(NamedTuple):
    """Whether a total fits; None when it may, as long as something is open.

    ``tekort``: by how much it does not, at least.
    """

    past: Annotated[bool | None, "null: misschien, want er staat iets open"]
    tekort: Annotated[Decimal, "hoeveel ten minste te kort, of 0"]


class Kostenraming(NamedTuple):
    """The costs of one variant at one published price, for the asked number of people."""

    interventie: Interventie
    variant: Variant | None
    """None: for all variants together, such as a price for a whole location."""
    omschrijving: str
    """Which price this is, when a variant has more than one; otherwise empty."""
    posten: tuple[Kostenpost, ...]
    """The published items that count."""
    erbij: tuple[Kostenonderdeel, ...]
    """What comes on top of these; not the interpreter, who is counted or missing."""
    is_van_geheel: bool
    """The price of a whole school or location, not of the asked number of people alone."""
    status: Kostenstatus
    groepen: int | None
    totaal: Bedragbereik | None
    per_deelnemer: Bedragbereik | None
    per_contactuur: Bedragbereik | None
    ondergrens: bool
    """Part is unknown, so the real amount is higher."""
    budget: Budget | None
    waarschuwingen: tuple[Waarschuwing, ...]
    opleiding: tuple[Kostenpost, ...]

    @property
    def is_niet_gepubliceerd(self) -> bool:
        """No source says anything of what it costs, not even that one may ask."""
        varianten = None if self.variant is None else [self.variant]
        return prijs(self.interventie, varianten).status is None

    @property
    def is_kosteloos(self) -> bool:
        """Free for who orders it, and nothing besides is known to cost anything."""
        return self.status is Kostenstatus.KOSTELOOS and self.totaal is not None and not self.totaal.tot

    @property
    def is_ongeveer(self) -> bool:
        """Whether a source gives an amount as about."""
        return any(post.ongeveer for post in self.posten)

    @property
    def kan_meer_zijn(self) -> bool:
        """Whether the amount is the least it can be: a range, a lower bound, or something comes on top."""
        bereik = self.totaal is not None and self.totaal.van != self.totaal.tot
        return bereik or self.ondergrens or bool(self.erbij)

    @property
    def post(self) -> Kostenpost | None:
        """The first item that counts."""
        return self.posten[0] if self.posten else None

    @property
    def bronnen(self) -> tuple[Prijsbron, ...]:
        """The sources and price levels of all items that count, each once."""
        return tuple(dict.fromkeys(Prijsbron(post.bron, post.prijspeil) for post in self.posten))


def bereken_kosten(
    keuze: Iterable[tuple[Interventie, Sequence[Variant]]],
    aannames: Aannames,
    begrippen: Begrippen,
    sorteer_op: str = "per-deelnemer",
) -> list[Kostenraming]:
    """The costs of each variant of each intervention. Raises ``KeyError`` for an unknown order.

    ``begrippen``: the vocabularies, which say how units count and what things are called.
    """
    ramingen = [
        raming
        for interventie, varianten in keuze
        for variant in varianten
        for raming in _Rekening(interventie, variant, aannames, begrippen).ramingen()
    ]
    return sorted(_samengevoegd(ramingen, begrippen["eenheid"]), key=SORTERINGEN[sorteer_op])


def _samengevoegd(ramingen: Iterable[Kostenraming], eenheden: Begrippenlijst) -> list[Kostenraming]:
    """One estimate for what variants buy together: the price of a whole school or location.

    It is the price of them all, also when only one of them was asked for.
    """
    samen: dict[object, Kostenraming] = {}
    for raming in ramingen:
        if len(raming.interventie.varianten) > 1 and _is_voor_alle_varianten(raming.post, eenheden):
            raming = raming._replace(
                variant=None,
                groepen=None,
                per_contactuur=None,
                waarschuwingen=(*raming.waarschuwingen, VOOR_ALLE_VARIANTEN),
            )
        sleutel = len(samen) if raming.variant else (raming.interventie.id, raming.omschrijving, raming.post)
        samen.setdefault(sleutel, raming)
    return list(samen.values())


def _is_voor_alle_varianten(post: Kostenpost | None, eenheden: Begrippenlijst) -> bool:
    return post is not None and _telling(post, eenheden) is Telling.GEHEEL and post.variant is None


def _telling(post: Kostenpost, eenheden: Begrippenlijst) -> Telling | None:
    """How the unit of an item counts; None when no one says so."""
    eenheid = eenheden.get(post.eenheid or "")
    return eenheid.telt if eenheid else None


def met_dekking(ramingen: Iterable[Kostenraming], dekkingen: Mapping[Code, Dekking]) -> list[Kostenraming]:
    """The same estimates, each with what it covers of the asked ages, where that is not all; by intervention."""
    return [
        raming._replace(waarschuwingen=(deel_van_leeftijd(dekkingen[id_]), *raming.waarschuwingen))
        if (id_ := raming.interventie.id) in dekkingen
        else raming
        for raming in ramingen
    ]


def _op_bedrag(bedrag: Bedragbereik | None, raming: Kostenraming) -> tuple[bool, bool, Decimal, str]:
    """What is unknown comes last, never as cheapest; so does an amount of which a part is unknown."""
    return bedrag is None, raming.ondergrens, bedrag.van if bedrag else Decimal(0), raming.interventie.id


SORTERINGEN: Mapping[str, Callable[[Kostenraming], tuple[object, ...]]] = {
    "per-deelnemer": lambda raming: _op_bedrag(raming.per_deelnemer, raming),
    "totaal": lambda raming: _op_bedrag(raming.totaal, raming),
    "per-contactuur": lambda raming: _op_bedrag(raming.per_contactuur, raming),
    "naam": lambda raming: (raming.interventie.id,),
}


STANDAARDVOLGORDE = "per-deelnemer"


def centen(bedrag: Decimal) -> Decimal:
    """Rounded half up to cents; only for output."""
    return bedrag.quantize(CENT, ROUND_HALF_UP)


def is_oud(prijspeil: int, jaar: int) -> bool:
    """Whether a price level is more than two years old in ``jaar``."""
    return prijspeil < jaar - OUDE_PRIJS


def aantal_groepen(deelnemers: int, hoogste: int) -> int:
    """How many groups of at most ``hoogste`` people it takes."""
    return -(-deelnemers // hoogste)


def onder_minimum(grootte: Groepsgrootte | None, deelnemers: int, groepen: int) -> int | None:
    """The published minimum when people spread evenly make groups smaller than that; else None."""
    minste = grootte.min if grootte else None
    return minste if minste is not None and deelnemers // groepen < minste else None


def contacturen(variant: Variant, aantal: int | None) -> Duur | None:
    """Hours of ``aantal`` meetings of a variant together, a range; None when not published."""
    bijeenkomsten = variant.bijeenkomsten
    if bijeenkomsten is None or bijeenkomsten.duur_uren is None or aantal is None:
        return None
    van, tot = bijeenkomsten.duur_uren
    return Duur(Uren(van * aantal), Uren(tot * aantal))


def incompany_vanaf(opleiding: Sequence[Kostenpost], eenheden: Begrippenlijst) -> int | None:
    """From how many trainees a training for one's own people is cheaper than per trainee."""
    tellingen = [(post, _telling(post, eenheden)) for post in opleiding]
    per_cursist = [p.bedrag.van for p, t in tellingen if t is Telling.CURSIST and p.bedrag and p.bedrag.van]
    incompany = [post for post, telling in tellingen if telling is Telling.GEHEEL and post.bedrag]
    if not per_cursist or not incompany or incompany[0].bedrag is None:
        return None
    vanaf = int(incompany[0].bedrag.tot // min(per_cursist)) + 1
    hoogste = incompany[0].maximum_personen
    return vanaf if hoogste is None or vanaf <= hoogste else None


class _Rekening:
    """The calculation for one variant. Collects warnings as it goes."""

    def __init__(
        self, interventie: Interventie, variant: Variant, aannames: Aannames, begrippen: Begrippen
    ) -> None:
        self.interventie = interventie
        self.variant = variant
        self.aannames = aannames
        self.begrippen = begrippen
        self.eenheden = begrippen["eenheid"]
        self.zelf = frozenset(met_taak(Taak.ZELF_GETELD, self.eenheden))
        self.tolken = frozenset(met_taak(Taak.TOLK, begrippen["kostenonderdeel"]))
        self.is_in_groepen = Vorm.INDIVIDUEEL not in variant.vorm or Vorm.GROEP in variant.vorm
        self.posten = [post for post in interventie.kosten if post.variant in (None, variant.id)]
        self.let_op = Waarschuwingen(begrippen)
        """Those of the estimate that is being made."""

    def ramingen(self) -> Iterator[Kostenraming]:
        uitvoering = [post for post in self.posten if post.soort is Kostensoort.UITVOERING]
        vrij = [post for post in uitvoering if post.gefinancierd]
        prijzen = [post for post in uitvoering if post.bedrag is not None and not post.gefinancierd]
        onderdelen = [post for post in self.posten if self._is_onderdeel(post)]
        bekend = [post for post in onderdelen if (post.bedrag or post.uren) is not None]
        onbekend = [post for post in onderdelen if (post.bedrag or post.uren) is None]
        if vrij and onderdelen:
            yield self._raming("", [*vrij, *bekend], Kostenstatus.DEELS, ernaast=onbekend)
        elif vrij:
            yield self._kosteloos(vrij)
        yield from self._prijzen(prijzen, bekend, onbekend, is_enige=not vrij)
        if vrij or prijzen:
            return
        if bekend:
            yield self._raming("", bekend, Kostenstatus.DEELS, ernaast=onbekend)
        else:
            yield self._op_aanvraag()

    def _prijzen(
        self,
        prijzen: Sequence[Kostenpost],
        erbij: Sequence[Kostenpost],
        ernaast: Sequence[Kostenpost],
        *,
        is_enige: bool,
    ) -> Iterator[Kostenraming]:
        """An estimate for each price with what comes on top; named when there is another, or when it may be free too."""
        mogelijkheden = [keuze for post in prijzen for keuze in self._contractprijzen(post)]
        gelijk = Counter(omschrijving for omschrijving, _ in mogelijkheden)
        for omschrijving, post in mogelijkheden:
            tekst = "" if is_enige and len(mogelijkheden) == 1 else omschrijving
            if gelijk[omschrijving] > 1:  # as when an own catalogue adds its price
                tekst = f"{omschrijving} ({post.bron})"
            yield self._raming(tekst, [post, *erbij], Kostenstatus.BEKEND, ernaast=ernaast)

    def _is_onderdeel(self, post: Kostenpost) -> bool:
        """Whether an item is part of the costs of doing it oneself, or comes on top of having it done."""
        soorten = (Kostensoort.PERSONEEL, Kostensoort.MATERIAAL, Kostensoort.LICENTIE)
        is_apart = _telling(post, self.eenheden) is Telling.APART
        return post.soort in soorten and not is_apart and not post.gefinancierd

    def _contractprijzen(self, post: Kostenpost) -> Iterator[tuple[str, Kostenpost]]:
        """The prices of one item: when steps go by contract length, each is a price of its own."""
        if post.periode is None or not post.staffel:
            yield f"per {enkelvoud(post.eenheid or '', self.eenheden)}", post
            return
        # one must not take it for the price of the whole contract
        per = f"per {periode_in_woorden(post.periode)}, bij een contract van"
        yield f"{per} {getal(post.periode.aantal)} {post.periode.eenheid}", post._replace(staffel=())
        for trede in post.staffel:
            bedrag = Bedragbereik(trede.bedrag, trede.bedrag)
            yield f"{per} {trede.vanaf} {post.periode.eenheid}", post._replace(bedrag=bedrag, staffel=())

    # --- the kinds of estimate --------------------------------------------------------

    def _kosteloos(self, posten: Sequence[Kostenpost]) -> Kostenraming:
        """Free for this client, but for an interpreter when that is left out."""
        self.let_op = Waarschuwingen(self.begrippen)
        self.let_op.kosteloos(posten)
        groepen = self._groepen()
        tolk = self._tolk(posten, groepen)
        totaal = _som([_bereik(Decimal(0), Decimal(0)), *(bedrag for bedrag in tolk if bedrag is not None)])
        self._waarschuw_groepen(groepen)
        self.let_op.niet_inbegrepen(self._erbij(posten))
        return self._maak("", posten, Kostenstatus.KOSTELOOS, groepen, totaal, ondergrens=None in tolk)

    def _op_aanvraag(self) -> Kostenraming:
        self.let_op = Waarschuwingen(self.begrippen)
        self.let_op.kosteloos(self.posten, altijd=False)
        self._waarschuw_opleiding_eerst()
        return self._maak("", (), Kostenstatus.OP_AANVRAAG, None, None, ondergrens=False)

    def _raming(
        self,
        omschrijving: str,
        posten: Sequence[Kostenpost],
        status: Kostenstatus,
        ernaast: Sequence[Kostenpost] = (),
    ) -> Kostenraming:
        """``ernaast``: items that come on top of these, without an amount or hours to count."""
        self.let_op = Waarschuwingen(self.begrippen)
        self.let_op.kosteloos(posten)
        groepen = self._groepen()
        betaald = [post for post in posten if not post.gefinancierd]
        bedragen = [self._post_bedrag(post, groepen) for post in betaald] + self._tolk(posten, groepen)
        bekend = [bedrag for bedrag in bedragen if bedrag is not None]
        ondergrens = bool(ernaast) or len(bekend) < len(bedragen)
        ondergrens = ondergrens or any(self._kan_er_meer_nodig_hebben(post, groepen) for post in betaald)
        ondergrens = ondergrens or (status is Kostenstatus.DEELS and bool(self._erbij(posten)))
        if ernaast:
            self.let_op.komt_erbij(ernaast)
        totaal = _som(bekend) if bekend else None
        if status is Kostenstatus.DEELS and not ondergrens:
            status = Kostenstatus.BEKEND
        self._waarschuw_groepen(groepen)
        if totaal is not None and ondergrens:
            self.let_op.ondergrens()
        self._waarschuw_prijs(posten)
        return self._maak(omschrijving, posten, status, groepen, totaal, ondergrens=ondergrens)

    def _maak(
        self,
        omschrijving: str,
        posten: Sequence[Kostenpost],
        status: Kostenstatus,
        groepen: int | None,
        totaal: Bedragbereik | None,
        *,
        ondergrens: bool,
    ) -> Kostenraming:
        raming = Kostenraming(
            interventie=self.interventie,
            variant=self.variant,
            omschrijving=omschrijving,
            posten=tuple(posten),
            erbij=self._erbij(posten),
            is_van_geheel=bool(posten) and _telling(posten[0], self.eenheden) is Telling.GEHEEL,
            status=status,
            groepen=groepen,
            totaal=totaal,
            per_deelnemer=_gedeeld(
                totaal, Decimal(self.aannames.deelnemers), Decimal(self.aannames.deelnemers)
            ),
            per_contactuur=self._per_contactuur(totaal),
            ondergrens=ondergrens,
            budget=None,
            waarschuwingen=self.let_op.alle,
            opleiding=tuple(post for post in self.posten if post.soort is Kostensoort.OPLEIDING),
        )
        return raming._replace(budget=self._budget(raming))

    # --- numbers ----------------------------------------------------------------------

    def _groepen(self) -> int | None:
        """How many groups are needed; None for individual work or without a size."""
        if not self.is_in_groepen:
            return None
        grootte = self.variant.groepsgrootte
        hoogste = grootte.max if grootte and grootte.max else self.aannames.groepsgrootte
        return aantal_groepen(self.aannames.deelnemers, hoogste) if hoogste else None

    def _reeksen(self, groepen: int | None) -> int | None:
        """How many times the meetings are held: for each group, or for each participant alone."""
        return groepen if self.is_in_groepen else self.aannames.deelnemers

    def _bijeenkomsten(self) -> int | None:
        bijeenkomsten = self.variant.bijeenkomsten
        aantal = bijeenkomsten.aantal if bijeenkomsten else None
        return aantal or self.aannames.bijeenkomsten

    def _uren_per_groep(self) -> Duur | None:
        return contacturen(self.variant, self._bijeenkomsten())

    def _nodig(self, post: Kostenpost, groepen: int | None) -> int | None:
        """How many units of a price are needed; None when it cannot be known."""
        match _telling(post, self.eenheden):
            case Telling.GROEP | Telling.BEGELEIDER:
                return groepen
            case Telling.DEELNEMER:
                return self.aannames.deelnemers
            case Telling.BIJEENKOMST:
                reeksen, bijeenkomsten = self._reeksen(groepen), self._bijeenkomsten()
                return reeksen * bijeenkomsten if reeksen and bijeenkomsten else None
            case Telling.GEHEEL:
                return 1
            case Telling.CURSIST | Telling.APART | None:
                return None
            case onbekend:
                assert_never(onbekend)

    def _aantal(self, post: Kostenpost, groepen: int | None) -> int | None:
        """How many units of a price count; None when it cannot be known, with what would help."""
        nodig = self._nodig(post, groepen)
        self._waarschuw_telling(post, groepen)
        if post.minimum_eenheden and (nodig is None or nodig < post.minimum_eenheden):
            self.let_op.minste_afname(post, post.minimum_eenheden)
            return post.minimum_eenheden
        return nodig

    def _kan_er_meer_nodig_hebben(self, post: Kostenpost, groepen: int | None) -> bool:
        """Whether what counts is only the least: of who leads it, or a minimum for lack of a number."""
        is_minimum = post.minimum_eenheden is not None and self._nodig(post, groepen) is None
        return is_minimum or _telling(post, self.eenheden) is Telling.BEGELEIDER

    def _post_bedrag(self, post: Kostenpost, groepen: int | None) -> Bedragbereik | None:
        """What one item costs here; None when that is not known."""
        aantal = self._aantal(post, groepen)
        if post.periode is not None and aantal is not None:
            self.let_op.bedrag_per(post.periode)
        if post.bedrag is not None:
            van, tot = _staffelprijs(post, aantal)
            return None if aantal is None else _bereik(van * aantal, tot * aantal)
        if post.uren is None:
            return None
        tarief = self.aannames.uurtarief
        if tarief is None or aantal is None:
            self.let_op.uren_niet_geteld(post, aantal, tarief_ontbreekt=tarief is None)
            return None
        is_gezegd = _telling(post, self.eenheden) is Telling.BEGELEIDER  # with how many are counted
        self.let_op.uren_geteld(post, aantal, None if is_gezegd else post.toelichting)
        bedrag = post.uren * tarief * aantal
        return _bereik(bedrag, bedrag)

    def _tolk(self, posten: Sequence[Kostenpost], groepen: int | None) -> list[Bedragbereik | None]:
        """The interpreter, when the price leaves one out: an amount, or unknown."""
        uren, tarief = self._uren_per_groep(), self.aannames.tolktarief
        if all(self.tolken.isdisjoint(post.exclusief) for post in posten):
            if tarief is not None and all(self.tolken.isdisjoint(post.omvat) for post in posten):
                self.let_op.tolk_niet_geteld("of die bij deze prijs komt, is niet gepubliceerd")
            return []
        reeksen = self._reeksen(groepen)
        if tarief is None:
            self.let_op.tolk_zonder_tarief()
        elif uren is None:
            is_duur_bekend = contacturen(self.variant, 1) is not None
            aanname = "bijeenkomsten" if is_duur_bekend else None
            self.let_op.tolk_niet_geteld("het aantal contacturen is niet bekend", aanname)
        elif reeksen is None:
            self.let_op.tolk_niet_geteld("het aantal groepen is niet bekend", "groepsgrootte")
        if uren is None or tarief is None or reeksen is None:
            return [None]
        self.let_op.tolk_geteld(uren, reeksen)
        return [_bereik(uren.van * tarief * reeksen, uren.tot * tarief * reeksen)]

    def _per_contactuur(self, totaal: Bedragbereik | None) -> Bedragbereik | None:
        uren = self._uren_per_groep()
        if uren is None:
            return None
        deelnemers = self.aannames.deelnemers
        return _gedeeld(totaal, deelnemers * uren.tot, deelnemers * uren.van)

    def _budget(self, raming: Kostenraming) -> Budget | None:
        budget = self.aannames.budget
        if budget is None or raming.totaal is None:
            return None
        if raming.totaal.van > budget:
            return Budget(past=False, tekort=raming.totaal.van - budget)
        is_zeker = raming.totaal.tot <= budget and not raming.ondergrens
        is_alles = not raming.erbij and not raming.is_ongeveer
        return Budget(past=True if is_zeker and is_alles else None, tekort=Decimal(0))

    # --- warnings ---------------------------------------------------------------------

    def _waarschuw_telling(self, post: Kostenpost, groepen: int | None) -> None:
        """What is assumed of how many units are needed, or what is missing to know it."""
        telling = _telling(post, self.eenheden)
        match telling:
            case Telling.GROEP | Telling.BEGELEIDER if not self.is_in_groepen:
                self.let_op.geen_groepen()
            case Telling.GROEP | Telling.BEGELEIDER:
                self._waarschuw_zonder_groepen(groepen)
            case Telling.BIJEENKOMST:
                self._waarschuw_zonder_groepen(self._reeksen(groepen))
                if self._bijeenkomsten() is None:
                    self.let_op.geen_aantal_bijeenkomsten()
            case Telling.GEHEEL:
                self.let_op.een_voor_allen(post)
            case Telling.DEELNEMER:
                pass
            case Telling.CURSIST | Telling.APART | None:
                self.let_op.eenheid_telt_niet(post)
            case _:
                assert_never(telling)
        if telling is Telling.BEGELEIDER:
            self.let_op.ten_minste_een_per_groep(post)
        elif telling in _NAAR_MENSEN and post.eenheid not in self.zelf:
            self.let_op.een_per(post, telling.value)

    def _waarschuw_zonder_groepen(self, groepen: int | None) -> None:
        if groepen is None:
            self.let_op.geen_groepsgrootte()

    def _waarschuw_groepen(self, groepen: int | None) -> None:
        grootte, deelnemers = self.variant.groepsgrootte, self.aannames.deelnemers
        if groepen and not (grootte and grootte.max):
            self.let_op.gegeven_groepsgrootte(self.aannames.groepsgrootte)
        if self._bijeenkomsten() and not (self.variant.bijeenkomsten and self.variant.bijeenkomsten.aantal):
            self.let_op.gegeven_bijeenkomsten(self.aannames.bijeenkomsten)
        if not groepen or (minste := onder_minimum(grootte, deelnemers, groepen)) is None:
            return
        if deelnemers < minste:
            self.let_op.te_weinig_deelnemers(minste)
        else:
            self.let_op.kleine_groepen(deelnemers // groepen, minste)

    def _waarschuw_prijs(self, posten: Sequence[Kostenpost]) -> None:
        self._waarschuw_prijspeil([post for post in posten if post.bedrag and not post.gefinancierd])
        if any(post.ongeveer for post in posten):
            self.let_op.ongeveer()
        self.let_op.niet_inbegrepen(self._erbij(posten))
        for afwijking in self.interventie.afwijkingen:
            if afwijking.veld.partition(".")[0] == "kosten" and not self._is_extra_prijs(posten[0]):
                self.let_op.andere_waarde(afwijking)
        for post in self.posten:
            if _telling(post, self.eenheden) is Telling.APART and post.bedrag and post not in posten:
                self.let_op.los_te_koop(post)
        self._waarschuw_opleiding_eerst()

    def _is_extra_prijs(self, post: Kostenpost) -> bool:
        """Whether an own catalogue added this price: what sources differ on is the price of the others."""
        bronnen = {variant.bron for variant in self.interventie.varianten}
        bronnen |= {afwijking.bron for afwijking in self.interventie.afwijkingen}
        return post.bron not in bronnen and any(ander.bron in bronnen for ander in self.posten)

    def _waarschuw_prijspeil(self, prijzen: Sequence[Kostenpost]) -> None:
        """Each year that is old, and no year at all; with what it is the price of, when not of everything."""
        for peil in sorted({post.prijspeil for post in prijzen}, key=lambda peil: peil or 0):
            if peil is not None and not is_oud(peil, self.aannames.jaar):
                continue
            deel = [post for post in prijzen if post.prijspeil == peil]
            self.let_op.prijspeil(peil, deel if len(deel) < len(prijzen) else ())

    def _erbij(self, posten: Sequence[Kostenpost]) -> tuple[Kostenonderdeel, ...]:
        delen = [deel for post in posten for deel in post.exclusief if deel not in self.tolken]
        if any(post.btw is Btw.EXCLUSIEF for post in posten):
            delen += map(Kostenonderdeel, met_taak(Taak.BTW, self.begrippen["kostenonderdeel"])[:1])
        return tuple(dict.fromkeys(delen))

    def _waarschuw_opleiding_eerst(self) -> None:
        """Without a price to have it done, one's own people must be trained first."""
        gedaan = (p for p in self.posten if p.soort is Kostensoort.UITVOERING)
        eigen = not any(p.bedrag or p.gefinancierd for p in gedaan)
        if eigen and any(p.soort is Kostensoort.OPLEIDING for p in self.posten):
            self.let_op.opleiding_eerst()


def _staffelprijs(post: Kostenpost, aantal: int | None) -> Bedragbereik:
    """The price per unit at this quantity."""
    assert post.bedrag is not None
    prijs = post.bedrag
    for trede in sorted(post.staffel):
        if aantal is not None and aantal >= trede.vanaf:
            prijs = Bedragbereik(trede.bedrag, trede.bedrag)
    return prijs


def _bereik(van: Decimal, tot: Decimal) -> Bedragbereik:
    return Bedragbereik(Bedrag(van), Bedrag(tot))


def _som(bedragen: Sequence[Bedragbereik]) -> Bedragbereik:
    return _bereik(sum((b.van for b in bedragen), Decimal(0)), sum((b.tot for b in bedragen), Decimal(0)))


def _gedeeld(bedrag: Bedragbereik | None, door_van: Decimal, door_tot: Decimal) -> Bedragbereik | None:
    if bedrag is None:
        return None
    return _bereik(bedrag.van / door_van, bedrag.tot / door_tot)
