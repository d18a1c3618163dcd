"""What to know about an amount: what is assumed, what is missing, what the sources say. Worded here only."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from lpi_cli.catalogus.model import (
    Aard,
    Afwijking,
    Begrippen,
    Groepsgrootte,
    Jaartal,
    Kostenonderdeel,
    Kostenpost,
    Looptijd,
)
from lpi_cli.kern.begrip import aantal_van, enkelvoud, naam
from lpi_cli.kern.contacturen import Contacturen
from lpi_cli.kern.deelname import Deelname
from lpi_cli.kern.groepen import TeKlein, Telbereik
from lpi_cli.kern.zinnen import (
    bereik,
    dag_in_woorden,
    euro,
    getal,
    opsomming,
    periode_in_woorden,
    tijd_in_woorden,
)


class Waarschuwingsoort(Enum):
    """What a warning is about, so that a view can leave it out or place it elsewhere."""

    KOSTELOOS = auto()
    """Why or for whom it is free."""
    DEKKING = auto()
    """It is for some of the asked ages only."""
    MENSEN = auto()
    """It is computed for some of the asked people only, or for none as nobody said how many they are."""
    AANNAME = auto()
    """What was counted with."""
    TALEN = auto()
    """It was counted with more languages in one group."""
    ONTBREEKT = auto()
    """What is not in the amount, or why there is none."""
    ONDERGRENS = auto()
    """A part of the amount is not known."""
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
    """The option that supplies what is missing here, without its dashes; with a value where it says which."""
    is_open: bool = False
    """Whether it keeps one from saying that an amount fits a budget."""

    def __str__(self) -> str:
        return f"{self.aanhef}: {self.tekst}" if self.aanhef else self.tekst


GEEN_UREN, GEEN_GROEPEN = "het aantal contacturen is niet bekend", "het aantal groepen is niet bekend"
"""Why an interpreter cannot be counted."""
VOOR_ALLE_VARIANTEN = Waarschuwing(Waarschuwingsoort.PRIJS, "prijs voor alle varianten samen")
"""Said when estimates for several variants turn out to be one."""


class Waarschuwingen:
    """The warnings of one estimate, in the order in which they come up, each once."""

    def __init__(self, begrippen: Begrippen) -> None:
        self._begrippen = begrippen
        self._gemeld: dict[Waarschuwing, None] = {}

    @property
    def alle(self) -> tuple[Waarschuwing, ...]:
        return tuple(self._gemeld)

    def _meld(
        self,
        soort: Waarschuwingsoort,
        tekst: str,
        aanhef: str = "",
        aanname: str | None = None,
        *,
        is_open: bool = False,
    ) -> None:
        self._gemeld[Waarschuwing(soort, tekst, aanhef, aanname, is_open)] = None

    # --- who counts ---------------------------------------------------------------------

    def deelname(self, deelname: Deelname, *, is_van_geheel: bool) -> None:
        """For how many people it is, and who is left out; a price of the whole is for all who can."""
        if deelname.weggelaten:
            weg = opsomming(map(str, deelname.weggelaten))
            if is_van_geheel:
                tekst = f"niet voor {weg}"
            elif deelname.mensen is None:
                tekst = f"niet voor {weg}; voor hoeveel mensen dan wel, is niet gegeven"
            else:
                tekst = f"gerekend voor {deelname.mensen} mensen, zonder {weg}"
            aanname = " --".join(deelname.geef) if deelname.geef and not is_van_geheel else None
            self._meld(Waarschuwingsoort.MENSEN, tekst, aanname=aanname)
        if deelname.dekking:
            tekst = f"dekt van de gevraagde leeftijd alleen: {deelname.dekking.tekst}"
            self._meld(Waarschuwingsoort.DEKKING, tekst, is_open=True)

    def groep_per_taal(self, *, is_verdeeld: bool) -> None:
        tekst = "één taal per groep"
        if is_verdeeld:
            self._meld(Waarschuwingsoort.DEELNEMERS, tekst)
        else:
            tekst += ": het aantal groepen hangt af van hoeveel mensen elke taal spreken"
            self._meld(Waarschuwingsoort.DEELNEMERS, tekst, aanname="taal TAAL=AANTAL")

    def talen_samen(self) -> None:
        tekst = "gerekend met talen samen in één groep; of dat kan, is niet gepubliceerd"
        self._meld(Waarschuwingsoort.TALEN, tekst, is_open=True)

    # --- free ---------------------------------------------------------------------------

    def kosteloos(self, posten: Iterable[Kostenpost], *, altijd: bool = True) -> None:
        """``altijd`` False: only for some clients."""
        for post in posten:
            if post.gefinancierd and post.toelichting:
                aanhef = "kosteloos" if altijd else "soms kosteloos"
                self._meld(Waarschuwingsoort.KOSTELOOS, post.toelichting, aanhef)

    # --- how many units, and what is missing to know that -----------------------------------

    def een_per(self, post: Kostenpost, waarvan: str | None = None, meer: str | None = None) -> None:
        """``waarvan`` None: one for all together."""
        per = f" per {waarvan}" if waarvan else ""
        erbij = f": {meer}" if meer else ""
        self._meld(Waarschuwingsoort.AANNAME, f"gerekend met één {self._een(post)}{per}{erbij}")

    def een_per_gezin(self, post: Kostenpost, gezinnen: int | None) -> None:
        if gezinnen is None:
            tekst = f"één {self._een(post)} is één gezin; hoeveel gezinnen het zijn, is niet gegeven"
            self._meld(Waarschuwingsoort.ONTBREEKT, tekst, aanname="gezinnen")
        else:
            self.een_per(post, "gezin", str(gezinnen))

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

    def kleine_groep(self, klein: TeKlein, groepen: Telbereik) -> None:
        """A minimum only where a source says so; else what is usual."""
        wat = "een groep start met ten minste" if klein.is_minimum else "een groep is gewoonlijk"
        te_weinig = "te weinig deelnemers" if klein.is_minimum else "weinig deelnemers"
        hier = te_weinig if groepen.tot == 1 else f"groepen van {klein.mensen}"
        if not klein.is_zeker:
            hier = f"groepen worden misschien {'te klein' if klein.is_minimum else 'kleiner'}"
        self._meld(Waarschuwingsoort.DEELNEMERS, f"{hier}: {wat} {klein.grens}", is_open=True)

    def andere_groep(self, van_prijs: Groepsgrootte, van_variant: Groepsgrootte | None) -> None:
        """A price is for its own group size."""
        tekst = f"prijs voor een groep van {_grootte(van_prijs)}"
        if van_variant:
            tekst += f"; de groepen zelf zijn {_grootte(van_variant)}"
        self._meld(Waarschuwingsoort.PRIJS, tekst)

    # --- staff and interpreter --------------------------------------------------------------

    def uren_niet_geteld(self, post: Kostenpost, aantal: Telbereik | None, *, tarief_ontbreekt: bool) -> None:
        tekst = self._uren(post, aantal, "niet meegeteld")
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst, aanname="uurtarief" if tarief_ontbreekt else None)

    def uren_geteld(self, post: Kostenpost, aantal: Telbereik, toelichting: str | None) -> None:
        meer = f": {toelichting}" if toelichting else ""
        self._meld(Waarschuwingsoort.AANNAME, f"{self._uren(post, aantal, 'meegeteld')}{meer}")

    def _uren(self, post: Kostenpost, aantal: Telbereik | None, geteld: str) -> str:
        """All hours of staff, how they add up and what for; per unit when it is unknown how many."""
        assert post.uren is not None
        keren = aantal or Telbereik(1, 1)
        totaal = bereik(post.uren * keren.van, post.uren * keren.tot)
        per = f" per {self._een(post)}" if aantal is None and post.eenheid else ""
        keer = f"{bereik(*keren)} × {getal(post.uren)} uur" if keren.tot > 1 else ""
        waarvoor = f"met {self._onderdelen(post.omvat)}" if post.omvat else ""
        hoe = ", ".join(filter(None, [keer, waarvoor]))
        return f"{totaal} uur personeel{per} {geteld}{f' ({hoe})' if hoe else ''}"

    def tolk_geteld(self, uren: Contacturen, reeksen: Telbereik) -> None:
        """``uren``: of one series of meetings."""
        keer = f"{bereik(*reeksen)} × " if reeksen.tot > 1 else ""
        grens = f"{uren.grens} " if uren.grens else ""
        tekst = f"tolk meegeteld: {keer}{grens}{bereik(uren.van, uren.tot, 'uur')}"
        self._meld(Waarschuwingsoort.AANNAME, tekst, is_open=uren.grens is not None)

    def tolk_misschien(self) -> None:
        tekst = "of een tolk bij deze prijs komt, is niet gepubliceerd"
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst, is_open=True)

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
        tekst = "ondergrens: een deel van de kosten is niet bekend"
        self._meld(Waarschuwingsoort.ONDERGRENS, tekst, is_open=True)

    def niet_inbegrepen(self, onderdelen: Sequence[Kostenonderdeel]) -> None:
        if onderdelen:
            tekst = f"niet inbegrepen: {self._onderdelen(onderdelen)}"
            self._meld(Waarschuwingsoort.ONTBREEKT, tekst, is_open=True)

    def los_te_koop(self, post: Kostenpost) -> None:
        assert post.bedrag is not None
        tekst = f"los te koop, niet meegeteld: {euro(post.bedrag.van)} per {self._een(post)}"
        self._meld(Waarschuwingsoort.ONTBREEKT, tekst)

    def bedrag_per(self, post: Kostenpost, perioden: int) -> None:
        """``perioden``: for how many of them one signs at once."""
        assert post.periode is not None
        per = periode_in_woorden(post.periode)
        tekst = f"bedrag per {per}"
        if perioden > 1 and post.bedrag:
            duur = f"{getal(post.periode.aantal * perioden)} {post.periode.eenheid}"
            prijs = f"{euro(post.bedrag.van)} per {self._een(post)} per {per}"
            tekst = f"bedrag voor {duur} samen, want zo lang legt u zich vast: {prijs}"
        self._meld(Waarschuwingsoort.PRIJS, tekst)

    def bedrag_voor(self, looptijd: Looptijd) -> None:
        self._meld(Waarschuwingsoort.PRIJS, f"bedrag voor {tijd_in_woorden(looptijd)}")

    def verlopen(self, post: Kostenpost) -> None:
        dag = dag_in_woorden(str(post.geldig_tot))
        self._meld(
            Waarschuwingsoort.PRIJS, f"prijs gold tot en met {dag}; vraag of hij nog klopt", is_open=True
        )

    def prijspeil(self, peil: Jaartal | None, van: Iterable[Kostenpost]) -> None:
        """An old price, or one without a year; ``van``: of which items, nothing when of all."""
        waarvan = f" ({self._soorten(van)})" if van else ""
        tekst = f"oude prijs: van {peil}" if peil else "prijspeil niet gepubliceerd"
        self._meld(Waarschuwingsoort.PRIJS, f"{tekst}{waarvan}", is_open=peil is not None)

    def ongeveer(self) -> None:
        self._meld(Waarschuwingsoort.PRIJS, "het bedrag is volgens de bron ongeveer zo veel", is_open=True)

    def andere_waarde(self, afwijking: Afwijking) -> None:
        tekst = f"{afwijking.waarde}. {afwijking.toelichting}"
        self._meld(Waarschuwingsoort.AFWIJKING, tekst, f"andere waarde in {afwijking.bron}")

    def opleiding_eerst(self) -> None:
        self._meld(Waarschuwingsoort.OPLEIDING, "eerst eigen trainers opleiden; zie opleiding")

    # --- names ------------------------------------------------------------------------------

    def _een(self, post: Kostenpost) -> str:
        return enkelvoud(post.eenheid or "", self._begrippen["eenheid"])

    def _soorten(self, posten: Iterable[Kostenpost]) -> str:
        namen = self._begrippen["kostensoort"]
        return opsomming(dict.fromkeys(naam(post.soort, namen) for post in posten))

    def _onderdelen(self, codes: Iterable[Kostenonderdeel]) -> str:
        return opsomming(naam(code, self._begrippen["kostenonderdeel"]) for code in codes)


def _grootte(grootte: Groepsgrootte) -> str:
    gewoonlijk = "" if grootte.aard is Aard.EIS else "gewoonlijk "
    return f"{gewoonlijk}{bereik(grootte.min or grootte.max or 0, grootte.max or grootte.min or 0)}"
