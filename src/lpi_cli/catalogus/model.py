"""The catalogue's records: what one YAML file says, as typed, immutable values.

These are plain named tuples, because they are made at every start and must cost
nothing to define. Ranges, patterns and vocabularies belong to the *semantic types*
below (``Jaren``, ``Bedrag``, ``Taal``); ``schema`` turns record and types together
into the pydantic models that check a file. Absent facts are ``None`` or ``()``:
"niet gepubliceerd", never a guess.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NamedTuple, NewType

# --- semantic types: the constraint of each stands in ``schema`` ---------------------

Code = NewType("Code", str)
"""Identifier in lower case with hyphens, like ``mind-spring`` (also a file name)."""
Jaren = NewType("Jaren", int)
"""Age of a person in whole years, 0-120."""
Jaartal = NewType("Jaartal", int)
"""Calendar year, 1900-2100."""
Aantal = NewType("Aantal", int)
"""Number of people or meetings, at least 1."""
Uren = NewType("Uren", Decimal)
"""Duration in hours, more than 0."""
Bedrag = NewType("Bedrag", Decimal)
"""Amount of money in euros, 0 or more, exact."""
Hoeveelheid = NewType("Hoeveelheid", Decimal)
"""Number of periods, more than 0; may be a fraction (1.5 years)."""
Url = NewType("Url", str)
"""Web address: ``http(s)`` only."""
Email = NewType("Email", str)
Telefoon = NewType("Telefoon", str)
Regel = NewType("Regel", str)
"""Text on one line (names, titles, labels)."""

# Words of the open vocabularies in ``begrippen.yaml``: regions may add their own.
Kenmerk = NewType("Kenmerk", str)
Setting = NewType("Setting", str)
Taal = NewType("Taal", str)
Databank = NewType("Databank", str)
Onderzoeksoort = NewType("Onderzoeksoort", str)
Eenheid = NewType("Eenheid", str)
Kostenonderdeel = NewType("Kostenonderdeel", str)

# References to something else in the catalogue, which must exist.
BronId = NewType("BronId", str)
"""Id of a publication in ``bronnen.yaml``."""
CijferId = NewType("CijferId", str)
"""Code of a figure in ``cijfers.yaml``."""
OnderwerpId = NewType("OnderwerpId", str)
"""Id of a topic: the name of a file in ``uitleg/``."""
InterventieId = NewType("InterventieId", str)
"""Id of an intervention: the name of a file in ``interventies/``."""


# --- closed vocabularies: code depends on these values ------------------------------


class Soort(StrEnum):
    INTERVENTIE = "interventie"
    PRAKTIJKVOORBEELD = "praktijkvoorbeeld"


class Doel(StrEnum):
    VEERKRACHT = "veerkracht"
    KLACHTEN = "klachten"


class Vorm(StrEnum):
    INDIVIDUEEL = "individueel"
    GROEP = "groep"


class Voor(StrEnum):
    DEELNEMERS = "deelnemers"
    OUDERS = "ouders"
    GEZIN = "gezin"


class Preventie(StrEnum):
    UNIVERSEEL = "universeel"
    SELECTIEF = "selectief"
    GEINDICEERD = "geindiceerd"


class Niveau(StrEnum):
    """Level of recognition, from low to high (the joint Dutch erkenningstraject)."""

    GOED_BESCHREVEN = "goed-beschreven"
    GOED_ONDERBOUWD = "goed-onderbouwd"
    EERSTE_AANWIJZINGEN = "eerste-aanwijzingen"
    GOEDE_AANWIJZINGEN = "goede-aanwijzingen"
    STERKE_AANWIJZINGEN = "sterke-aanwijzingen"

    @property
    def rang(self) -> int:
        """Position from low (0) to high (4)."""
        return _RANGEN[self]


_RANGEN = {niveau: rang for rang, niveau in enumerate(Niveau)}


class Overdracht(StrEnum):
    JA = "ja"
    VOORWAARDEN = "voorwaarden"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Kostensoort(StrEnum):
    UITVOERING = "uitvoering"
    PERSONEEL = "personeel"
    MATERIAAL = "materiaal"
    OPLEIDING = "opleiding"
    LICENTIE = "licentie"


class Telling(StrEnum):
    """What there is one of for each unit of a price, so that it can be counted."""

    GROEP = "groep"
    BEGELEIDER = "begeleider"
    DEELNEMER = "deelnemer"
    BIJEENKOMST = "bijeenkomst"
    GEHEEL = "geheel"
    CURSIST = "cursist"
    APART = "apart"


class Btw(StrEnum):
    VRIJGESTELD = "vrijgesteld"
    INCLUSIEF = "inclusief"
    EXCLUSIEF = "exclusief"


class Tijdseenheid(StrEnum):
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"


class Kwaliteitsvraag(StrEnum):
    """The eight questions behind the four published quality criteria (``keuzehulp``)."""

    HIAAT = "hiaat"
    ONTLASTING = "ontlasting"
    BEWIJS = "bewijs"
    BETROKKEN = "betrokken"
    CULTUURSENSITIEF = "cultuursensitief"
    OPGELEID = "opgeleid"
    INTERVISIE = "intervisie"
    GEKWALIFICEERD = "gekwalificeerd"


class Kwaliteitsantwoord(StrEnum):
    """Answer to a quality question; ``studies`` to ``geen`` are for ``bewijs`` only."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"
    STUDIES = "studies"
    RICHTLIJNEN = "richtlijnen"
    EXPERTS = "experts"
    GEEN = "geen"


# --- one intervention ----------------------------------------------------------------


class Doelgroep(NamedTuple):
    omschrijving: str
    kenmerken: tuple[Kenmerk, ...] = ()


class Doelstelling(NamedTuple):
    categorieen: tuple[Doel, ...]
    omschrijving: str
    afgeleid: Annotated[bool, "true: onze indeling, niet zo gepubliceerd"]


class Leeftijd(NamedTuple):
    """Ages as published; ``tot`` None is an open end, both None is not published."""

    van: Jaren | None
    tot: Jaren | None
    toelichting: str | None = None

    @property
    def gepubliceerd(self) -> bool:
        return self.van is not None or self.tot is not None


class Duur(NamedTuple):
    """Length of one meeting in hours, a range."""

    van: Uren
    tot: Uren


class Bijeenkomsten(NamedTuple):
    aantal: Aantal | None
    duur_uren: Duur | None
    frequentie: Regel | None
    toelichting: str | None = None


class Groepsgrootte(NamedTuple):
    min: Aantal | None
    max: Aantal | None


NOG_INVULLEN = "Nog invullen."
"""Stands in a new file where a text is needed that nobody gave yet."""
MEESTE_VARIANTEN = 8
"""Of one intervention in the Keuzehulp of a page: every set of them has its own facts worked out
beforehand, so their number doubles with each."""


class Variant(NamedTuple):
    """A version of an intervention for its own group, age or form."""

    id: Code
    naam: Regel
    voor: Voor
    leeftijd: Leeftijd
    vorm: tuple[Vorm, ...]
    bijeenkomsten: Bijeenkomsten | None
    groepsgrootte: Groepsgrootte | None
    setting: Annotated[tuple[Setting, ...], "leeg: dezelfde als de interventie"]
    talen: Annotated[tuple[Taal, ...], "leeg: dezelfde als de interventie"]
    plaats: Annotated[Regel, "waar het in de bron staat, zoals kinderen-8"]
    bron: BronId


class Regio(NamedTuple):
    landelijk: bool | None
    plaatsen: tuple[Regel, ...]
    toelichting: str | None


class Erkenning(NamedTuple):
    """A rating in a recognition database; ``niveau`` None when only listed there."""

    databank: Databank
    niveau: Niveau | None
    toelichting: str | None
    bron: BronId


class Onderzoek(NamedTuple):
    soort: Onderzoeksoort
    jaar: Jaartal | None
    uitkomst: str
    bron: BronId


class Bewijs(NamedTuple):
    erkenningen: tuple[Erkenning, ...]
    onderzoek: tuple[Onderzoek, ...]
    samenvatting: str

    @property
    def hoogste_niveau(self) -> Niveau | None:
        niveaus = [e.niveau for e in self.erkenningen if e.niveau is not None]
        return max(niveaus, key=lambda niveau: niveau.rang, default=None)


class Overdraagbaarheid(NamedTuple):
    mogelijk: Overdracht
    omschrijving: str | None


class Bedragbereik(NamedTuple):
    """An amount in euros; ``van`` equals ``tot`` for one price."""

    van: Bedrag
    tot: Bedrag


class Periode(NamedTuple):
    aantal: Hoeveelheid
    eenheid: Tijdseenheid


class Staffelprijs(NamedTuple):
    """Price per unit from a quantity on (``HiRO``: from 3 contract years)."""

    vanaf: Aantal
    bedrag: Bedrag


class Kostenpost(NamedTuple):
    """One published price or cost, in its own unit (design section 6)."""

    soort: Kostensoort
    variant: Annotated[Code | None, "null: voor alle varianten"]
    bedrag: Annotated[Bedragbereik | None, "euro; null bij alleen uren of op aanvraag"]
    eenheid: Eenheid | None
    periode: Periode | None
    uren: Annotated[Uren | None, "uren personeel"]
    gefinancierd: Annotated[bool, "true: kost de opdrachtgever niets"]
    op_aanvraag: bool
    staffel: tuple[Staffelprijs, ...]
    minimum_eenheden: Annotated[Aantal | None, "minste aantal eenheden dat men afneemt"]
    maximum_personen: Annotated[Aantal | None, "meeste personen per eenheid"]
    ongeveer: Annotated[bool, "true: de bron geeft het bedrag ongeveer, of als schatting"]
    prijspeil: Jaartal | None
    btw: Btw | None
    omvat: tuple[Kostenonderdeel, ...]
    exclusief: tuple[Kostenonderdeel, ...]
    toelichting: str | None
    bron: BronId


class Kwaliteit(NamedTuple):
    """What a source says that answers one question of the quality test."""

    vraag: Kwaliteitsvraag
    antwoord: Kwaliteitsantwoord
    toelichting: str
    bron: BronId


class Contact(NamedTuple):
    """A published professional contact."""

    naam: Regel | None
    organisatie: Regel | None
    email: tuple[Email, ...]
    telefoon: tuple[Telefoon, ...]
    website: tuple[Url, ...]


class Publicatie(NamedTuple):
    titel: Regel
    jaar: Jaartal | None
    url: Url | None


class Vindplaats(NamedTuple):
    bron: BronId
    plaats: Regel


class Afwijking(NamedTuple):
    """A fact on which another source differs from the one we use."""

    veld: Annotated[Regel, "pad naar het veld, zoals kosten of varianten.kids.leeftijd"]
    bron: Annotated[BronId, "de bron met de andere waarde"]
    waarde: str
    toelichting: Annotated[str, "welke waarde wij gebruiken en waarom"]


class Interventie(NamedTuple):
    """A named method that one can order or deliver, or a local practice example."""

    id: Code
    naam: Regel
    soort: Soort
    voorselectie: bool
    organisatie: Regel
    samenvatting: str
    doelgroep: Doelgroep
    doel: Doelstelling
    preventie: tuple[Preventie, ...]
    aanpak: str
    uitvoering: str | None
    uitvoerders: str | None
    werkzame_elementen: tuple[str, ...]
    varianten: tuple[Variant, ...]
    setting: tuple[Setting, ...]
    talen: tuple[Taal, ...]
    talen_toelichting: str | None
    tolk: str | None
    regio: Regio
    bewijs: Bewijs
    overdraagbaarheid: Overdraagbaarheid
    kosten: tuple[Kostenpost, ...]
    kwaliteit: tuple[Kwaliteit, ...]
    contact: tuple[Contact, ...]
    publicaties: tuple[Publicatie, ...]
    aandachtspunten: tuple[str, ...]
    bronnen: tuple[Vindplaats, ...]
    afwijkingen: tuple[Afwijking, ...]


# --- an own catalogue: what it adds to another's intervention --------------------------


class Herkomstsoort(StrEnum):
    """How an own catalogue had a part in an intervention."""

    EIGEN = "eigen"
    VERVANGEN = "vervangen"
    AANGEVULD = "aangevuld"


class Herkomst(NamedTuple):
    """Where an intervention that is not only the bundled one comes from."""

    soort: Herkomstsoort
    mappen: tuple[str, ...]
    """Names of the own catalogues, in the order in which they had a part in it."""
    velden: tuple[str, ...]
    """The fields to which something was added."""


# --- what stands around the interventions ---------------------------------------------


class Begrip(NamedTuple):
    """A word of a vocabulary: its name for people, one line of explanation, synonyms."""

    naam: Regel
    uitleg: Regel
    ook: tuple[Regel, ...]
    omvat: Annotated[tuple[Code, ...], "smallere woorden van dezelfde lijst die hieronder vallen"]
    telt: Annotated[Telling | None, "bij een eenheid: hoe vaak zij nodig is; zonder rekent lpi er niet mee"]
    meervoud: Annotated[Regel | None, "bij een eenheid: hoe er meer dan één heten, zoals groepen"]


class Bron(NamedTuple):
    """A publication that facts come from."""

    titel: Regel
    uitgever: Regel | None
    jaar: Annotated[Jaartal | None, "jaar van uitgave; null als het er niet in staat"]
    datum: Annotated[Regel, "wat er over de datum bekend is"]
    url: Url | None
    omschrijving: str


class Keuzehulpvraag(StrEnum):
    """The three published questions; each is also a filter."""

    LEEFTIJD = "leeftijd"
    DOEL = "doel"
    VORM = "vorm"


class Antwoord(NamedTuple):
    """An answer of the Keuzehulp; age groups say which ages or takers they stand for."""

    code: Code
    naam: Regel
    ook: tuple[Regel, ...]
    van: Jaren | None
    tot: Jaren | None
    voor: tuple[Voor, ...]


class Vraag(NamedTuple):
    """A question of the Keuzehulp with the consideration behind it."""

    id: Keuzehulpvraag
    vraag: Regel
    overweging: str
    antwoorden: tuple[Antwoord, ...]


class Aandachtspunt(NamedTuple):
    """Something to mind; only with one of these answers, or always when there are none."""

    bij: tuple[Code, ...]
    tekst: str
    onderwerp: Annotated[OnderwerpId | None, "waar men er meer over leest, met lpi uitleg"]
    bron: BronId


class Keuzehulp(NamedTuple):
    """The published decision aid: questions, points to mind, next steps."""

    inleiding: str
    vragen: tuple[Vraag, ...]
    aandachtspunten: tuple[Aandachtspunt, ...]
    vervolg: tuple[str, ...]


# --- the parts of a catalogue ---------------------------------------------------------

Begrippen = dict[str, dict[str, Begrip]]
Bronnen = dict[str, Bron]
