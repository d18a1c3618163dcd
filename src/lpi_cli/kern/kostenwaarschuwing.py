"""What to know about an amount: what is assumed, what is missing, what the sources say. Worded here only."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from lpi_cli.catalogus.model import Afwijking, Begrippen, Duur, Jaartal, Kostenonderdeel, Kostenpost, Periode
from lpi_cli.kern.begrip import aantal_van, enkelvoud, naam
from lpi_cli.kern.leeftijd import Dekking
from lpi_cli.kern.zinnen import bereik, euro, getal, opsomming, periode_in_woorden


class Waarschuwingsoort(Enum):
    """What a warning is about, so that a view can leave it out or place it elsewhere."""

    KOSTELOOS = auto()
    """Why or for whom it is free."""
    DEKKING = auto()
    """It is for some of the asked ages only."""
    AANNAME = auto()
    """What was counted with."""
    ONTBREEKT = auto()
    """What is not in the amount, or why there is none."""
    DEELNEMERS = auto()
    """The number of people and the size of the groups."""
    PRIJS = auto()
    """What the source says of the price, or does not."""
    AFWIJKING = auto()
    """Another source gives another price."""
    OPLEIDING = auto()
    """Trainers must be trained first."""


class Waarschuwing(NamedTuple):
    """One warning; as text with what announces it."""

    soort: Waarschuwingsoort
    tekst: str
    aanhef: str = ""
    """What comes before the text, unless a heading says it already."""
    aanname: str | None = None
    """The field of ``Aannames`` that supplies what is missing here."""

    def __str__(self) -> str:
        return f"{self.aanhef}: {self.tekst}" if self.aanhef else self.tekst


VOOR_ALLE_VARIANTEN = Waarschuwing(Waarschuwingsoort.PRIJS, "prijs voor alle varianten samen")
"""Said when estimates for several variants turn out to be one."""


def deel_van_leeftijd(dekking: Dekking) -> Waarschuwing:
    """It is for some of the asked ages only."""
    return Waarschuwing(Waarschuwingsoort.DEKKING, f"dekt van de gevraagde leeftijd alleen: {dekking.tekst}")


class Waarschuwingen:
    """The warnings of one estimate, in the order in which they come up, each once."""

    def __init__(self, begrippen: Begrippen) -> None:
        self._begrippen = begrippen
        self._gemeld: dict[Waarschuwing, None] = {}

    @property
    def alle(self) -> tuple[Waarschuwing, ...]:
        return tuple(self._gemeld)

    def _meld(
        self, soort: Waarschuwingsoort, tekst: str, aanhef: str = "", aanname: str | None = None
    ) -> None:
        self._gemeld[Waarschuwing(soort, tekst, aanhef, aanname)] = None

    # --- free ---------------------------------------------------------------------------

    def kosteloos(self, posten: Iterable[Kostenpost], *, altijd: bool = True) -> None:
        """``altijd`` False: only for some clients."""
        for post in posten:
            if post.gefinancierd and post.toelichting:
                aanhef = "kosteloos" if altijd else "soms kosteloos"
                self._meld(Waarschuwingsoort.KOSTELOOS, post.toelichting, aanhef)

    # --- how many units, and what is missing to know that -----------------------------------

    def een_per(self, post: Kostenpost, waarvan: str) -> None:
        self._meld(Waarschuwingsoort.AANNAME, f"gerekend met één {self._een(post)} per {waarvan}")

    def ten_minste_een_per_groep(self, post: Kostenpost) -> None:
        meer = f": {post.toelichting}" if post.toelichting else ""
        self._meld(Waarschuwingsoort.AANNAME, f"gerekend met één {self._een(post)} per groep{meer}")

    def een_voor_allen(self, post: Kostenpost) -> None:
        self._meld(Waarschuwingsoort.AANNAME, f"gerekend met één {self._een(post)}")

    def minste_afname(self, post: Kostenpost, aantal: int) -> None:
        minste = aantal_van(aantal, post.eenheid or "", self._begrippen["eenheid"])
        self._meld(Waarschuwingsoort.AANNAME, f"afname: ten minste {minste}")

    def geen_groepsgrootte(self) -> None:
        self._meld(Waarschuwingsoort.ONTBREEKT, "groepsgrootte niet gepubliceerd", aanname="groepsgrootte")

    def geen_aantal_bijeenkomsten(self) -> None:
        tekst = "aantal bijeenkomsten niet gepubliceerd"
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst, aanname="bijeenkomsten")

    def geen_groepen(self) -> None:
        self._meld(Waarschuwingsoort.ONTBREEKT, "aantal groepen niet bekend: deze variant is individueel")

    def eenheid_telt_niet(self, post: Kostenpost) -> None:
        tekst = (
            f"niet bekend is hoe vaak een {self._een(post)} nodig is"
            if post.eenheid
            else "de bron geeft geen eenheid om mee te rekenen"
        )
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst)

    def gegeven_groepsgrootte(self, grootte: int | None) -> None:
        self._meld(Waarschuwingsoort.AANNAME, f"groepsgrootte niet gepubliceerd; gerekend met {grootte}")

    def gegeven_bijeenkomsten(self, aantal: int | None) -> None:
        tekst = f"aantal bijeenkomsten niet gepubliceerd; gerekend met {aantal}"
        self._meld(Waarschuwingsoort.AANNAME, tekst)

    # --- the size of the groups -------------------------------------------------------------

    def te_weinig_deelnemers(self, minste: int) -> None:
        tekst = f"te weinig deelnemers: een groep start met ten minste {minste}"
        self._meld(Waarschuwingsoort.DEELNEMERS, tekst)

    def kleine_groepen(self, grootte: int, minste: int) -> None:
        tekst = f"groepen van {grootte}: minder dan het gepubliceerde minimum van {minste}"
        self._meld(Waarschuwingsoort.DEELNEMERS, tekst)

    # --- staff and interpreter --------------------------------------------------------------

    def uren_niet_geteld(self, post: Kostenpost, aantal: int | None, *, tarief_ontbreekt: bool) -> None:
        tekst = self._uren(post, aantal, "niet meegeteld")
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst, aanname="uurtarief" if tarief_ontbreekt else None)

    def uren_geteld(self, post: Kostenpost, aantal: int, toelichting: str | None) -> None:
        meer = f": {toelichting}" if toelichting else ""
        self._meld(Waarschuwingsoort.AANNAME, f"{self._uren(post, aantal, 'meegeteld')}{meer}")

    def _uren(self, post: Kostenpost, aantal: int | None, geteld: str) -> str:
        """All hours of staff, how they add up and what for; per unit when it is unknown how many."""
        assert post.uren is not None
        totaal = post.uren if aantal is None else post.uren * aantal
        per = f" per {self._een(post)}" if aantal is None and post.eenheid else ""
        keer = f"{aantal} × {getal(post.uren)} uur" if aantal is not None and aantal > 1 else ""
        waarvoor = f"met {self._onderdelen(post.omvat)}" if post.omvat else ""
        hoe = ", ".join(filter(None, [keer, waarvoor]))
        return f"{getal(totaal)} uur personeel{per} {geteld}{f' ({hoe})' if hoe else ''}"

    def tolk_geteld(self, uren: Duur, reeksen: int) -> None:
        """``uren``: of one series of meetings."""
        keer = f"{reeksen} × " if reeksen > 1 else ""
        self._meld(Waarschuwingsoort.AANNAME, f"tolk meegeteld: {keer}{bereik(*uren, 'uur')}")

    def tolk_zonder_tarief(self) -> None:
        self._meld(Waarschuwingsoort.ONTBREEKT, "tolk niet meegeteld", aanname="tolktarief")

    def tolk_niet_geteld(self, waarom: str, aanname: str | None = None) -> None:
        """A rate was given, and yet the interpreter does not count."""
        self._meld(Waarschuwingsoort.ONTBREEKT, f"tolk niet meegeteld: {waarom}", aanname=aanname)

    # --- the price --------------------------------------------------------------------------

    def komt_erbij(self, posten: Iterable[Kostenpost]) -> None:
        tekst = f"komt erbij, niet meegeteld: {self._soorten(posten)}"
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst)

    def ondergrens(self) -> None:
        self._meld(Waarschuwingsoort.ONTBREEKT, "ondergrens: een deel van de kosten is niet bekend")

    def niet_inbegrepen(self, onderdelen: Sequence[Kostenonderdeel]) -> None:
        if onderdelen:
            self._meld(Waarschuwingsoort.ONTBREEKT, f"niet inbegrepen: {self._onderdelen(onderdelen)}")

    def los_te_koop(self, post: Kostenpost) -> None:
        assert post.bedrag is not None
        tekst = f"los te koop, niet meegeteld: {euro(post.bedrag.van)} per {self._een(post)}"
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst)

    def bedrag_per(self, periode: Periode) -> None:
        self._meld(Waarschuwingsoort.PRIJS, f"bedrag per {periode_in_woorden(periode)}")

    def prijspeil(self, peil: Jaartal | None, van: Iterable[Kostenpost]) -> None:
        """An old price, or one without a year; ``van``: of which items, nothing when of all."""
        waarvan = f" ({self._soorten(van)})" if van else ""
        tekst = f"oude prijs: van {peil}" if peil else "prijspeil niet gepubliceerd"
        self._meld(Waarschuwingsoort.PRIJS, f"{tekst}{waarvan}")

    def ongeveer(self) -> None:
        self._meld(Waarschuwingsoort.PRIJS, "de bron geeft het bedrag ongeveer")

    def andere_waarde(self, afwijking: Afwijking) -> None:
        tekst = f"{afwijking.waarde}. {afwijking.toelichting}"
        self._meld(Waarschuwingsoort.AFWIJKING, tekst, f"andere waarde in {afwijking.bron}")

    def opleiding_eerst(self) -> None:
        self._meld(Waarschuwingsoort.OPLEIDING, "eerst trainers opleiden; zie opleiding")

    # --- names ------------------------------------------------------------------------------

    def _een(self, post: Kostenpost) -> str:
        return enkelvoud(post.eenheid or "", self._begrippen["eenheid"])

    def _soorten(self, posten: Iterable[Kostenpost]) -> str:
        namen = self._begrippen["kostensoort"]
        return opsomming(dict.fromkeys(naam(post.soort, namen) for post in posten))

    def _onderdelen(self, codes: Iterable[Kostenonderdeel]) -> str:
        return opsomming(naam(code, self._begrippen["kostenonderdeel"]) for code in codes)
