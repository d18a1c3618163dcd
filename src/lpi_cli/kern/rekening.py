"""The calculation for one variant: an estimate for each published price, with every assumption in it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from lpi_cli.catalogus.model import (
    Bedragbereik,
    Begrippen,
    Btw,
    Grens,
    Interventie,
    Kostenonderdeel,
    Kostenpost,
    Kostensoort,
    Taak,
    Taalgroep,
    Telling,
    Variant,
    Vorm,
)
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import enkelvoud, heeft_taak, met_taak, telling
from lpi_cli.kern.budget import Budget, beoordeel_budget
from lpi_cli.kern.contacturen import bijeenkomsten, contacturen, grens_per_uur
from lpi_cli.kern.deelname import Deelname
from lpi_cli.kern.groepen import TeKlein, Telbereik, grootste_groep, is_in_groepen, te_klein
from lpi_cli.kern.kostenwaarschuwing import GEEN_GROEPEN, GEEN_UREN, Waarschuwingen
from lpi_cli.kern.ouderdom import is_oud, is_voorbij
from lpi_cli.kern.prijs import Kostenstatus, is_bekend, is_los, is_onderdeel, is_toegevoegd
from lpi_cli.kern.raming import Afname, Kostenraming, bedrag_tussen
from lpi_cli.kern.staffel import staffels
from lpi_cli.kern.zinnen import getal, opsomming


class Prijskeuze(NamedTuple):
    """What one buys: the items that count together, and for how long."""

    omschrijving: str
    """Which price it is, where there are more."""
    posten: Sequence[Kostenpost]
    status: Kostenstatus
    ernaast: Sequence[Kostenpost] = ()
    """Items that come on top of these, without an amount or hours to count."""
    perioden: int = 1
    """For how many of its periods a price is bought at once: the years of a contract."""


class Rekening:
    """Everything that one variant may cost the people who take part."""

    def __init__(
        self,
        interventie: Interventie,
        variant: Variant,
        deelname: Deelname,
        aannames: Aannames,
        begrippen: Begrippen,
    ) -> None:
        self.interventie = interventie
        self.variant = variant
        self.deelname = deelname
        self.aannames = aannames
        self.begrippen = begrippen
        self.is_in_groepen = is_in_groepen(variant)
        self.posten = [post for post in interventie.kosten if post.variant in (None, variant.id)]

    def ramingen(self) -> Iterator[Kostenraming]:
        return (Berekening(self, keuze).uitkomst() for keuze in self.keuzes())

    # --- what there is to choose ------------------------------------------------------

    def keuzes(self) -> Iterator[Prijskeuze]:
        uitvoering = [post for post in self.posten if post.soort is Kostensoort.UITVOERING]
        vrij = [post for post in uitvoering if post.gefinancierd]
        prijzen = [post for post in uitvoering if post.bedrag is not None and not post.gefinancierd]
        onderdelen = [post for post in self.posten if is_onderdeel(post, self.begrippen)]
        bekend = [post for post in onderdelen if is_bekend(post)]
        onbekend = [post for post in onderdelen if not is_bekend(post)]
        if vrij and onderdelen:
            yield Prijskeuze("", [*vrij, *bekend], Kostenstatus.DEELS, onbekend)
        elif vrij:
            yield Prijskeuze("", vrij, Kostenstatus.KOSTELOOS)
        yield from self._prijzen(prijzen, bekend, onbekend, is_enige=not vrij)
        if vrij or prijzen:
            return
        if bekend:
            yield Prijskeuze("", bekend, Kostenstatus.DEELS, onbekend)
        else:
            yield Prijskeuze("", (), Kostenstatus.OP_AANVRAAG)

    def _prijzen(
        self,
        prijzen: Sequence[Kostenpost],
        erbij: Sequence[Kostenpost],
        ernaast: Sequence[Kostenpost],
        *,
        is_enige: bool,
    ) -> Iterator[Prijskeuze]:
        """Each price with what comes on top; named when there is another, or when it may be free too."""
        mogelijkheden = [keuze for post in prijzen for keuze in self._contracten(post)]
        namen = [omschrijving for omschrijving, _, _ in mogelijkheden]
        met_bron = [(omschrijving, post.bron) for omschrijving, post, _ in mogelijkheden]
        for omschrijving, post, perioden in mogelijkheden:
            tekst = "" if is_enige and len(mogelijkheden) == 1 else omschrijving
            if namen.count(omschrijving) > 1:  # as when an own catalogue adds its price
                is_van_daar = met_bron.count((omschrijving, post.bron)) > 1 and post.plaatsen
                daar = f" in {opsomming(post.plaatsen)}" if is_van_daar else ""
                tekst = f"{omschrijving}{daar} ({post.bron})"
            yield Prijskeuze(tekst, [post, *erbij], Kostenstatus.BEKEND, ernaast, perioden)

    def _contracten(self, post: Kostenpost) -> Iterator[tuple[str, Kostenpost, int]]:
        """The prices of one item: when steps go by contract length, each is a contract of its own."""
        if post.periode is None or not post.staffel:
            yield f"per {enkelvoud(post.eenheid or '', self.begrippen['eenheid'])}", post, 1
            return
        duur = post.periode.eenheid
        yield f"contract van {getal(post.periode.aantal)} {duur}", post._replace(staffel=()), 1
        for trede in post.staffel:
            bedrag = Bedragbereik(trede.bedrag, trede.bedrag)
            contract = post._replace(bedrag=bedrag, staffel=())
            yield f"contract van {trede.vanaf} {duur}", contract, int(trede.vanaf / post.periode.aantal)


class Berekening:
    """The estimate of one choice. Collects warnings as it goes."""

    def __init__(self, rekening: Rekening, keuze: Prijskeuze) -> None:
        self.rekening, self.keuze = rekening, keuze
        self.variant, self.interventie = rekening.variant, rekening.interventie
        self.deelname, self.aannames = rekening.deelname, rekening.aannames
        self.mensen = rekening.deelname.mensen
        self.let_op = Waarschuwingen(rekening.begrippen)
        self.begrippen = rekening.begrippen
        self.eenheden = rekening.begrippen["eenheid"]
        self.posten = tuple(keuze.posten)
        self.is_van_geheel = bool(keuze.posten) and self._telling(keuze.posten[0]) is Telling.GEHEEL

    def uitkomst(self) -> Kostenraming:
        status = self.keuze.status
        self.let_op.deelname(self.deelname, is_van_geheel=self.is_van_geheel)
        self.waarschuw_kosteloos()
        if status is Kostenstatus.OP_AANVRAAG:
            totaal, ondergrens = None, False
        elif status is Kostenstatus.KOSTELOOS:
            bedragen = [bedrag_tussen(Decimal(0), Decimal(0)), *self._tolk()]
            totaal, ondergrens = _som(bedragen), None in bedragen
        else:
            totaal, ondergrens = self._betaald()
            if status is Kostenstatus.DEELS and not ondergrens:
                status = Kostenstatus.BEKEND
        klein = self._waarschuw_groepen()
        if totaal is not None and ondergrens:
            self.let_op.ondergrens()
        self.waarschuw_prijs()
        self.waarschuw_opleiding()
        return self._maak(status, totaal, klein, ondergrens=ondergrens)

    def _betaald(self) -> tuple[Bedragbereik | None, bool]:
        """The total of what is known, and whether a part is not."""
        betaald = [post for post in self.posten if not post.gefinancierd]
        bedragen = [self._post_bedrag(post) for post in betaald] + self._tolk()
        ondergrens = bool(self.keuze.ernaast) or None in bedragen or self._zijn_uren_het_minste()
        ondergrens = ondergrens or any(map(self._kan_er_meer_nodig_hebben, betaald))
        ondergrens = ondergrens or (self.keuze.status is Kostenstatus.DEELS and bool(self.erbij()))
        self.waarschuw_ernaast()
        return _som(bedragen), ondergrens

    def _maak(
        self, status: Kostenstatus, totaal: Bedragbereik | None, klein: TeKlein | None, *, ondergrens: bool
    ) -> Kostenraming:
        raming = Kostenraming(
            interventie=self.interventie,
            variant=self.variant,
            omschrijving=self.keuze.omschrijving,
            posten=self.posten,
            erbij=self.erbij(),
            is_van_geheel=self.is_van_geheel,
            status=status,
            deelname=self.deelname,
            groepen=self._groepen(self._hoofdpost),
            te_klein=klein,
            totaal=totaal,
            per_deelnemer=None,
            per_contactuur=None,
            per_contactuur_grens=None,
            ondergrens=ondergrens,
            budget=None,
            waarschuwingen=self.let_op.alle,
            opleiding=tuple(p for p in self.rekening.posten if p.soort is Kostensoort.OPLEIDING),
            afname=tuple(self._afname()),
            zonder_tolk=self._niet_getelde_tolk(),
        )
        if totaal is not None and self.mensen and (raming.is_kosteloos or not self.is_van_geheel):
            raming = self._gedeeld(raming, totaal, self.mensen)
        budget = self._budget(raming)
        return raming if budget is None else raming._replace(budget=budget)

    def _afname(self) -> Iterator[Afname]:
        """Only of exact numbers, which can be added to those of others."""
        for post in self.posten:
            is_geheel = self._telling(post) is Telling.GEHEEL
            if post.bedrag is None or post.gefinancierd:
                continue
            if is_geheel or post.staffel or post.minimum_eenheden:
                nodig = None if is_geheel else self._nodig(post)
                if nodig.precies if nodig else is_geheel or post.minimum_eenheden:
                    perioden = self.keuze.perioden if post.periode else 1
                    yield Afname(self.interventie.id, post, nodig.van if nodig else 0, perioden)

    def _gedeeld(self, raming: Kostenraming, totaal: Bedragbereik, mensen: int) -> Kostenraming:
        """With the amount per participant and per contact hour."""
        per_mens = bedrag_tussen(totaal.van / mensen, totaal.tot / mensen)
        uren = contacturen(self.variant, self.aannames.bijeenkomsten)
        if uren is None:
            return raming._replace(per_deelnemer=per_mens)
        laagste, hoogste = (mensen * een * self.keuze.perioden for een in (uren.van, uren.tot))
        grens = grens_per_uur(uren.grens, is_ruim=raming.ondergrens or raming.is_ongeveer)
        per_uur = bedrag_tussen(totaal.van / hoogste, totaal.tot / laagste)
        return raming._replace(per_deelnemer=per_mens, per_contactuur=per_uur, per_contactuur_grens=grens)

    def _budget(self, raming: Kostenraming) -> Budget | None:
        if self.aannames.budget is None or raming.totaal is None:
            return None
        kan_minder = not self.is_van_geheel and self.mensen is not None
        return beoordeel_budget(
            raming.totaal,
            self.aannames.budget,
            is_open=any(waarschuwing.is_open for waarschuwing in raming.waarschuwingen),
            mensen=self.mensen if kan_minder and self.mensen else 1,
            voor=self._kosten_voor,
        )

    def _kosten_voor(self, mensen: int) -> Decimal | None:
        """What fewer people would cost at most; None for a group that a source says is too small."""
        minder = Rekening(
            self.interventie,
            self.variant,
            self.deelname.met(mensen),
            self.aannames._replace(budget=None),
            self.begrippen,
        )
        raming = Berekening(minder, self.keuze).uitkomst()
        mag_niet = raming.te_klein is not None and raming.te_klein.is_minimum
        return None if raming.totaal is None or mag_niet else raming.totaal.tot

    # --- numbers ----------------------------------------------------------------------

    @property
    def _hoofdpost(self) -> Kostenpost | None:
        return self.posten[0] if self.posten else None

    def _telling(self, post: Kostenpost) -> Telling | None:
        return telling(post.eenheid, self.begrippen)

    def _hoogste(self, post: Kostenpost | None) -> int | None:
        return grootste_groep(self.variant, post, self.aannames.groepsgrootte)

    def _groepen(self, post: Kostenpost | None) -> Telbereik | None:
        """How many groups are needed; None for individual work, without a size or without people."""
        hoogste = self._hoogste(post)
        if hoogste is None:
            return None
        return self.deelname.groepen(hoogste, self.variant.taalgroep)

    def _reeksen(self, post: Kostenpost | None) -> Telbereik | None:
        """How many times the meetings are held: for each group, or for each participant alone."""
        if self.rekening.is_in_groepen:
            return self._groepen(post)
        return None if self.mensen is None else Telbereik(self.mensen, self.mensen)

    def _bijeenkomsten(self) -> Telbereik | None:
        return bijeenkomsten(self.variant, self.aannames.bijeenkomsten)

    def _nodig(self, post: Kostenpost) -> Telbereik | None:
        """How many units of a price are needed; None when it cannot be known."""
        match self._telling(post):
            case Telling.GROEP | Telling.BEGELEIDER:
                return self._groepen(post)
            case Telling.DEELNEMER:
                return _precies(self.mensen)
            case Telling.GEZIN:
                return _precies(None if self.mensen is None else self.aannames.gezinnen)
            case Telling.BIJEENKOMST:
                reeksen, per_reeks = self._reeksen(post), self._bijeenkomsten()
                if reeksen is None or per_reeks is None:
                    return None
                return Telbereik(reeksen.van * per_reeks.van, reeksen.tot * per_reeks.tot)
            case Telling.GEHEEL:
                return _precies(1)
            case Telling.CURSIST | Telling.APART | None:
                return None
            case onbekend:
                assert_never(onbekend)

    def _aantal(self, post: Kostenpost) -> Telbereik | None:
        """How many units of a price count; None when it cannot be known, with what would help."""
        nodig = self._nodig(post)
        self._waarschuw_zonder_groepen(post)
        self.waarschuw_eenheid(post)
        if self.mensen is None and nodig is None:
            return None
        minste = post.minimum_eenheden
        if not minste or (nodig is not None and nodig.van >= minste):
            return nodig
        self.let_op.minste_afname(post, minste)
        return Telbereik(minste, max(minste, nodig.tot if nodig else minste))

    def _kan_er_meer_nodig_hebben(self, post: Kostenpost) -> bool:
        """Whether what counts is only the least: of who leads it, or a minimum for lack of a number."""
        is_minimum = post.minimum_eenheden is not None and self._nodig(post) is None
        return is_minimum or self._telling(post) is Telling.BEGELEIDER

    def _zijn_uren_het_minste(self) -> bool:
        """Whether there are at least so many meetings, and one pays for each."""
        gepubliceerd = self.variant.bijeenkomsten
        grens = gepubliceerd.aantal_grens if gepubliceerd else None
        per_keer = any(self._telling(post) is Telling.BIJEENKOMST for post in self.posten)
        return per_keer and grens is Grens.MINSTENS

    def _post_bedrag(self, post: Kostenpost) -> Bedragbereik | None:
        """What one item costs here; None when that is not known."""
        aantal = self._aantal(post)
        perioden = self.keuze.perioden if post.periode else 1
        self.waarschuw_duur(post)
        if post.bedrag is not None:
            return None if aantal is None else _voor_aantal(post, aantal, perioden)
        if post.uren is None:
            return None
        tarief = self.aannames.uurtarief
        if tarief is None or aantal is None:
            self.let_op.uren_niet_geteld(post, aantal, tarief_ontbreekt=tarief is None)
            return None
        is_gezegd = self._telling(post) is Telling.BEGELEIDER  # with how many are counted
        self.let_op.uren_geteld(post, aantal, None if is_gezegd else post.toelichting)
        return bedrag_tussen(*(post.uren * tarief * aantal_ * perioden for aantal_ in aantal))

    @property
    def is_zonder_tolk(self) -> bool:
        """Whether a price leaves out the interpreter."""
        return any(self._is_tolk(deel) for post in self.posten for deel in post.exclusief)

    @property
    def is_met_tolk(self) -> bool:
        return any(self._is_tolk(deel) for post in self.posten for deel in post.omvat)

    def _is_tolk(self, deel: Kostenonderdeel) -> bool:
        return heeft_taak(deel, Taak.TOLK, self.begrippen["kostenonderdeel"])

    def _tolk(self) -> list[Bedragbereik | None]:
        """The interpreter, when the price leaves one out: an amount, or unknown."""
        tarief = self.aannames.tolktarief
        if not self.is_zonder_tolk:
            if not self.is_met_tolk and (tarief is not None or self.interventie.tolk):
                self.let_op.tolk_misschien()
            return []
        uren = contacturen(self.variant, self.aannames.bijeenkomsten)
        reeksen = self._reeksen(self._hoofdpost)
        if tarief is None:
            self.let_op.tolk_zonder_tarief()
        elif uren is None:
            is_duur_bekend = contacturen(self.variant, 1) is not None
            aanname = "bijeenkomsten" if is_duur_bekend else None
            self.let_op.tolk_niet_geteld(GEEN_UREN, aanname)
        elif reeksen is None and self.mensen is not None:
            self.let_op.tolk_niet_geteld(GEEN_GROEPEN, "groepsgrootte")
        if uren is None or tarief is None or reeksen is None:
            return [None]
        self.let_op.tolk_geteld(uren, reeksen.maal(self.keuze.perioden))
        laagste, hoogste = uren.van * tarief * reeksen.van, uren.tot * tarief * reeksen.tot
        bedrag = bedrag_tussen(laagste * self.keuze.perioden, hoogste * self.keuze.perioden)
        return [bedrag, None] if uren.grens is Grens.MINSTENS else [bedrag]

    def _niet_getelde_tolk(self) -> tuple[Kostenonderdeel, ...]:
        uren = contacturen(self.variant, self.aannames.bijeenkomsten)
        if None not in (uren, self.aannames.tolktarief, self._reeksen(self._hoofdpost)):
            return ()
        return tuple(
            dict.fromkeys(deel for post in self.posten for deel in post.exclusief if self._is_tolk(deel))
        )

    def erbij(self) -> tuple[Kostenonderdeel, ...]:
        delen = [deel for post in self.posten for deel in post.exclusief if not self._is_tolk(deel)]
        if any(post.btw is Btw.EXCLUSIEF for post in self.posten):
            delen += map(Kostenonderdeel, met_taak(Taak.BTW, self.begrippen["kostenonderdeel"])[:1])
        return tuple(dict.fromkeys(delen))

    # --- warnings ---------------------------------------------------------------------

    def waarschuw_kosteloos(self) -> None:
        op_aanvraag = self.keuze.status is Kostenstatus.OP_AANVRAAG
        self.let_op.kosteloos(self.rekening.posten if op_aanvraag else self.posten, altijd=not op_aanvraag)

    def waarschuw_ernaast(self) -> None:
        if self.keuze.ernaast:
            self.let_op.komt_erbij(self.keuze.ernaast)

    def waarschuw_eenheid(self, post: Kostenpost) -> None:
        """What is assumed of a unit, or that it does not say how often one needs it."""
        match soort := self._telling(post):
            case Telling.BEGELEIDER:
                self.let_op.een_per(post, "groep", post.toelichting)
            case Telling.GROEP | Telling.DEELNEMER | Telling.BIJEENKOMST:
                if not heeft_taak(post.eenheid, Taak.ZELF_GETELD, self.eenheden):
                    self.let_op.een_per(post, soort.value)
            case Telling.GEHEEL:
                self.let_op.een_per(post)
            case Telling.GEZIN:
                self.let_op.een_per_gezin(post, self.aannames.gezinnen)
            case Telling.CURSIST | Telling.APART | None:
                self.let_op.eenheid_telt_niet(post)
            case _:
                assert_never(soort)

    def waarschuw_duur(self, post: Kostenpost) -> None:
        """How long one has what a price buys."""
        if post.periode is not None:
            self.let_op.bedrag_per(post, self.keuze.perioden)
        if post.looptijd is not None:
            self.let_op.bedrag_voor(post.looptijd)

    def _waarschuw_zonder_groepen(self, post: Kostenpost) -> None:
        """What is missing to know how many units are needed of what goes by groups or meetings."""
        soort = self._telling(post)
        if soort not in (Telling.GROEP, Telling.BEGELEIDER, Telling.BIJEENKOMST):
            return
        if not self.rekening.is_in_groepen:
            if soort is not Telling.BIJEENKOMST:
                self.let_op.geen_groepen()
        elif self._hoogste(post) is None:
            self.let_op.geen_groepsgrootte()
        if soort is Telling.BIJEENKOMST and self._bijeenkomsten() is None:
            self.let_op.geen_aantal_bijeenkomsten()

    def _waarschuw_groepen(self) -> TeKlein | None:
        """What is assumed of the groups; the smallest when it is too small."""
        grootte = self.variant.groepsgrootte
        if self._groepen(None) and self.posten and not (grootte and grootte.max):
            self.let_op.gegeven_groepsgrootte(self.aannames.groepsgrootte)
        gepubliceerd = self.variant.bijeenkomsten
        if self._bijeenkomsten() and self.posten and not (gepubliceerd and gepubliceerd.aantal):
            self.let_op.gegeven_bijeenkomsten(self.aannames.bijeenkomsten)
        self.waarschuw_andere_groep()
        if Vorm.INDIVIDUEEL in self.variant.vorm or self.is_van_geheel:
            return None
        self._waarschuw_talen()
        return self._te_klein()

    def waarschuw_andere_groep(self) -> None:
        van_prijs, grootte = self._hoofdpost and self._hoofdpost.groepsgrootte, self.variant.groepsgrootte
        if van_prijs and van_prijs != grootte:
            self.let_op.andere_groep(van_prijs, grootte)

    def _waarschuw_talen(self) -> None:
        """How people divide over the groups, where they have more languages."""
        if len(self.deelname.talen) < 2 or not self.rekening.is_in_groepen:
            return
        match self.variant.taalgroep:
            case Taalgroep.EEN:
                is_verdeeld = all(taal.precies is not None for taal in self.deelname.talen)
                self.let_op.groep_per_taal(is_verdeeld=is_verdeeld)
            case None:
                self.let_op.talen_samen()

    def _te_klein(self) -> TeKlein | None:
        """Also said when the price is on request; without a largest size all are one group."""
        per_taal = self.deelname.per_groepstaal(self.variant.taalgroep)
        groepen = self._groepen(None) or Telbereik(1, 1)
        klein = te_klein(self.variant.groepsgrootte, per_taal, groepen.tot)
        if klein is None:
            return None
        klein = klein._replace(is_zeker=groepen.precies is not None)
        self.let_op.kleine_groep(klein, groepen)
        return klein

    def waarschuw_prijs(self) -> None:
        """What holds for however many people: of the price, what is in it, what others say of it, and what is sold apart."""
        if self.posten:
            self._waarschuw_posten()
        for post in self.rekening.posten:
            if is_los(post, self.rekening.begrippen) and post.bedrag and post not in self.posten:
                self.let_op.los_te_koop(post)

    def _waarschuw_posten(self) -> None:
        self._waarschuw_prijspeil([post for post in self.posten if post.bedrag and not post.gefinancierd])
        if any(post.ongeveer and not post.gefinancierd for post in self.posten):
            self.let_op.ongeveer()
        self.let_op.niet_inbegrepen(self.erbij())
        if self.keuze.status is Kostenstatus.KOSTELOOS:
            return
        over = {"kosten", *(f"kosten.{post.soort}" for post in self.posten)}
        for afwijking in self.interventie.afwijkingen:
            if afwijking.veld in over and not self._is_extra_prijs(self.posten[0]):
                self.let_op.andere_waarde(afwijking)

    def _is_extra_prijs(self, post: Kostenpost) -> bool:
        """Whether an own catalogue added this price to those of the sources."""
        if not is_toegevoegd(post, self.interventie):
            return False
        return not all(is_toegevoegd(ander, self.interventie) for ander in self.rekening.posten)

    def _waarschuw_prijspeil(self, prijzen: Sequence[Kostenpost]) -> None:
        """Each year that is old, and no year at all; with what it is the price of, when not of everything."""
        vandaag = self.aannames.vandaag
        for peil in sorted({post.prijspeil for post in prijzen}, key=lambda peil: peil or 0):
            if peil is None or is_oud(peil, vandaag.year):
                deel = [post for post in prijzen if post.prijspeil == peil]
                self.let_op.prijspeil(peil, deel if len(deel) < len(prijzen) else ())
        for post in prijzen:
            if is_voorbij(post.geldig_tot, vandaag):
                self.let_op.verlopen(post)

    def waarschuw_opleiding(self) -> None:
        """Where a source says that one must deliver it oneself, one's own people are trained first."""
        is_zelf = self.interventie.overdraagbaarheid.alleen_zelf
        if is_zelf and any(p.soort is Kostensoort.OPLEIDING for p in self.rekening.posten):
            self.let_op.opleiding_eerst()


def _precies(aantal: int | None) -> Telbereik | None:
    return None if aantal is None else Telbereik(aantal, aantal)


def _voor_aantal(post: Kostenpost, aantal: Telbereik, perioden: int) -> Bedragbereik:
    """The price of so many units; with steps more of them may cost less, so each number is looked at."""
    if not post.staffel:
        assert post.bedrag is not None
        van, tot = post.bedrag
        return bedrag_tussen(van * aantal.van * perioden, tot * aantal.tot * perioden)
    laagste, hoogste = staffels(post, perioden)
    return bedrag_tussen(min(map(laagste.kost, aantal.waarden)), max(map(hoogste.kost, aantal.waarden)))


def _som(bedragen: Sequence[Bedragbereik | None]) -> Bedragbereik | None:
    """What is known together; None when nothing is."""
    bekend = [bedrag for bedrag in bedragen if bedrag is not None]
    if not bekend:
        return None
    return bedrag_tussen(sum((b.van for b in bekend), Decimal(0)), sum((b.tot for b in bekend), Decimal(0)))
