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
Datum = NewType("Datum", str)
"""Calendar day, as ``2025-12-31``."""
Hoeveelheid = NewType("Hoeveelheid", Decimal)
"""Number of periods, more than 0; may be a fraction (1.5 years)."""
Versie = NewType("Versie", str)
"""Three numbers, as ``1.0.0``."""
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
BronIds = NewType("BronIds", tuple[BronId, ...])
"""One or more publications; a file may name one without a list."""


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
    GEZIN = "gezin"


class Taak(StrEnum):
    """What code does with a word of an open vocabulary, whichever word that is."""

    TOLK = "tolk"
    BTW = "btw"
    ZELF_GETELD = "zelf-geteld"


class Btw(StrEnum):
    VRIJGESTELD = "vrijgesteld"
    INCLUSIEF = "inclusief"
    EXCLUSIEF = "exclusief"


class Tijdseenheid(StrEnum):
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"


class Kolom(StrEnum):
    """What a column of a sheet with own offers may hold, in the order of an empty sheet."""

    NAAM = "naam"
    VARIANT = "variant"
    ORGANISATIE = "organisatie"
    SAMENVATTING = "samenvatting"
    DOELGROEP = "doelgroep"
    KENMERKEN = "kenmerken"
    LEEFTIJD = "leeftijd"
    DOEL = "doel"
    VORM = "vorm"
    BIJEENKOMSTEN = "bijeenkomsten"
    DUUR = "duur"
    GROEPSGROOTTE = "groepsgrootte"
    PLEK = "plek"
    TALEN = "talen"
    TOLK = "tolk"
    REGIO = "regio"
    BEDRAG = "bedrag"
    EENHEID = "eenheid"
    PRIJSPEIL = "prijspeil"
    AANPAK = "aanpak"
    UITVOERDERS = "uitvoerders"
    CONTACTPERSOON = "contactpersoon"
    EMAIL = "email"
    TELEFOON = "telefoon"
    WEBSITE = "website"
    NAGEKEKEN = "nagekeken"
    STATUS = "status"
    OPMERKING = "opmerking"
    BRON = "bron"
    VINDPLAATS = "vindplaats"


class Celwoord(StrEnum):
    """What a cell of such a sheet may say instead of a value."""

    OP_AANVRAAG = "op-aanvraag"
    GRATIS = "gratis"
    ONBEKEND = "onbekend"
    LANDELIJK = "landelijk"
    MET_TOLK = "met-tolk"
    NIET_VAN_TOEPASSING = "niet-van-toepassing"
    IDEM = "idem"
    TOTAAL = "totaal"
    EN_MEER = "en-meer"


class As(StrEnum):
    """What a kenmerk tells about people; two kenmerken on one axis are alternatives."""

    STATUS = "status"
    HERKOMST = "herkomst"
    TAAL = "taal"
    GESLACHT = "geslacht"
    LEEFTIJD = "leeftijd"
    ROL = "rol"
    SITUATIE = "situatie"


class Status(StrEnum):
    """Whether an intervention is still offered."""

    ACTIEF = "actief"
    GESTOPT = "gestopt"


class Taalgroep(StrEnum):
    """What languages the people of one group have."""

    EEN = "een"
    GEMENGD = "gemengd"
    ZONDER_TAAL = "zonder-taal"


class Aard(StrEnum):
    """How strict a published group size is."""

    EIS = "eis"
    GEBRUIKELIJK = "gebruikelijk"


class Grens(StrEnum):
    """How a published number bounds the real one; without a bound it is exact."""

    MINSTENS = "minstens"
    HOOGUIT = "hooguit"
    ONGEVEER = "ongeveer"


class Elders(StrEnum):
    """What a source says of places that it does not name."""

    OVERLEG = "overleg"
    NEE = "nee"


class Provincie(StrEnum):
    DRENTHE = "drenthe"
    FLEVOLAND = "flevoland"
    FRIESLAND = "friesland"
    GELDERLAND = "gelderland"
    GRONINGEN = "groningen"
    LIMBURG = "limburg"
    NOORD_BRABANT = "noord-brabant"
    NOORD_HOLLAND = "noord-holland"
    OVERIJSSEL = "overijssel"
    UTRECHT = "utrecht"
    ZEELAND = "zeeland"
    ZUID_HOLLAND = "zuid-holland"


class Richting(StrEnum):
    """What came out of a study."""

    GUNSTIG = "gunstig"
    GEMENGD = "gemengd"
    GEEN_EFFECT = "geen-effect"
    ONGUNSTIG = "ongunstig"
    NIET_INGEDEELD = "niet-ingedeeld"
    LOOPT = "loopt"
    ONBEKEND = "onbekend"


class Over(StrEnum):
    """Which programme a study is of."""

    DEZE = "deze"
    VERWANT = "verwant"


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
    kenmerken: Annotated[tuple[Kenmerk, ...], "genoemd in een bron"]
    alleen: Annotated[tuple[Kenmerk, ...], "een bron beperkt het tot hen, of de methode is voor hen gemaakt"]
    niet: Annotated[tuple[Kenmerk, ...], "een bron sluit hen uit, ook om gezondheid"]


class Doelstelling(NamedTuple):
    categorieen: tuple[Doel, ...]
    omschrijving: str
    afgeleid: Annotated[bool, "true: onze indeling, niet zo gepubliceerd"]


class Leeftijdskader(NamedTuple):
    """Ages of the half of the guide that something stands in: what may be, not what is published."""

    van: Jaren | None
    tot: Jaren | None


class Leeftijd(NamedTuple):
    """Ages as published; ``tot`` None is an open end, both None is not published."""

    van: Jaren | None
    tot: Jaren | None
    toelichting: str | None = None
    kader: Annotated[
        Leeftijdskader | None, "alleen zonder leeftijd: de leeftijden van dat deel van de gids; van ons"
    ] = None

    @property
    def gepubliceerd(self) -> bool:
        return self.van is not None or self.tot is not None


class Duur(NamedTuple):
    """Length of one meeting in hours, a range."""

    van: Uren
    tot: Uren


class Bijeenkomsten(NamedTuple):
    aantal: Aantal | None
    aantal_tot: Annotated[Aantal | None, "bij een bereik: het hoogste aantal"]
    aantal_grens: Annotated[Grens | None, "null: precies dit aantal"]
    duur_uren: Duur | None
    duur_grens: Annotated[Grens | None, "null: precies zo lang"]
    frequentie: Regel | None
    toelichting: str | None


class Groepsgrootte(NamedTuple):
    min: Aantal | None
    max: Aantal | None
    aard: Annotated[Aard | None, "null: de bron zegt niet of het moet"]


NOG_INVULLEN = "Nog invullen."
"""Stands in a new file where a text is needed that nobody gave yet."""


ALS_DE_INTERVENTIE = "leeg: dezelfde als de interventie; ingevuld: in plaats daarvan"


class Variant(NamedTuple):
    """A version of an intervention for its own group, age or form."""

    id: Code
    naam: Regel
    voor: Voor
    kenmerken: Annotated[tuple[Kenmerk, ...], ALS_DE_INTERVENTIE]
    alleen: Annotated[tuple[Kenmerk, ...], ALS_DE_INTERVENTIE]
    niet: Annotated[tuple[Kenmerk, ...], ALS_DE_INTERVENTIE]
    leeftijd: Leeftijd
    vorm: tuple[Vorm, ...]
    bijeenkomsten: Bijeenkomsten | None
    groepsgrootte: Groepsgrootte | None
    setting: Annotated[tuple[Setting, ...], ALS_DE_INTERVENTIE]
    setting_niet: Annotated[tuple[Setting, ...], ALS_DE_INTERVENTIE]
    setting_alleen: Annotated[bool | None, "null: dezelfde als de interventie"]
    talen: Annotated[tuple[Taal, ...], ALS_DE_INTERVENTIE]
    taalgroep: Annotated[Taalgroep | None, "null: niet gepubliceerd"]
    preventie: Annotated[tuple[Preventie, ...], ALS_DE_INTERVENTIE]
    plaats: Annotated[Regel, "waar het in de bron staat, zoals kinderen-8"]
    bron: BronId


class Regio(NamedTuple):
    landelijk: bool | None
    plaatsen: tuple[Regel, ...]
    provincies: tuple[Provincie, ...]
    elders: Annotated[Elders | None, "wat de bron zegt van plaatsen die zij niet noemt"]
    toelichting: str | None


class Erkenning(NamedTuple):
    """A rating in a recognition database; ``niveau`` None when only listed there."""

    databank: Databank
    niveau: Niveau | None
    varianten: Annotated[tuple[Code, ...], "leeg: van de hele interventie"]
    jaar: Annotated[Jaartal | None, "jaar van de erkenning"]
    geldig_tot: Datum | None
    toelichting: str | None
    bron: BronId
    over: Annotated[Over, "verwant: van een breder of ander programma, waar dit van komt"] = Over.DEZE


class Onderzoek(NamedTuple):
    """A study; only a favourable one of this programme itself can speak for an intervention."""

    soort: Onderzoeksoort
    jaar: Jaartal | None
    auteurs: Annotated[Regel | None, "zoals gepubliceerd, bijvoorbeeld Dawson e.a."]
    varianten: Annotated[tuple[Code, ...], "leeg: van de hele interventie"]
    onafhankelijk: Annotated[bool | None, "false: gedaan door de maker of aanbieder; null: staat er niet"]
    uitkomst: str
    bron: BronId
    richting: Annotated[
        Richting, "niet-ingedeeld: een uitkomst, zonder hoe gunstig; onbekend: geen uitkomst gepubliceerd"
    ] = Richting.NIET_INGEDEELD
    over: Annotated[Over, "verwant: een ander programma, waar dit van komt"] = Over.DEZE
    bij: Annotated[Regel | None, "onder wie of waar, zoals bewoners van azc's; null: staat er niet"] = None


class Bewijs(NamedTuple):
    erkenningen: tuple[Erkenning, ...]
    onderzoek: tuple[Onderzoek, ...]
    samenvatting: str


class Overdraagbaarheid(NamedTuple):
    mogelijk: Overdracht
    omschrijving: str | None
    alleen_zelf: Annotated[
        bool, "true: een bron zegt dat men het zelf uitvoert, met eigen mensen die eerst worden opgeleid"
    ]


class Bedragbereik(NamedTuple):
    """An amount in euros; ``van`` equals ``tot`` for one price."""

    van: Bedrag
    tot: Bedrag


class Periode(NamedTuple):
    aantal: Hoeveelheid
    eenheid: Tijdseenheid


class Looptijd(NamedTuple):
    """How long something lasts, a range; ``van`` equals ``tot`` for one length."""

    van: Hoeveelheid
    tot: Hoeveelheid
    eenheid: Tijdseenheid


class Staffelprijs(NamedTuple):
    """Price per unit from a quantity on (``HiRO``: from 3 contract years)."""

    vanaf: Aantal
    bedrag: Bedrag


NAGEKEKEN = "dag waarop iemand naging of dit nog klopt"


class Kostenpost(NamedTuple):
    """One published price or cost, in its own unit (design section 6)."""

    soort: Kostensoort
    variant: Annotated[Code | None, "null: voor alle varianten"]
    bedrag: Annotated[Bedragbereik | None, "euro; null bij alleen uren of op aanvraag"]
    eenheid: Eenheid | None
    periode: Periode | None
    looptijd: Annotated[Looptijd | None, "hoe lang men heeft wat de prijs koopt"]
    groepsgrootte: Annotated[
        Groepsgrootte | None, "de groep waar deze prijs voor is; null: die van de variant"
    ]
    uren: Annotated[Uren | None, "uren personeel"]
    gefinancierd: Annotated[bool, "true: kost de opdrachtgever niets"]
    betaald_uit: Annotated[
        Regel | None, "de wet of regeling die het volgens de bron betaalt, misschien niet voor ieder"
    ]
    op_aanvraag: bool
    staffel: tuple[Staffelprijs, ...]
    minimum_eenheden: Annotated[Aantal | None, "minste aantal eenheden dat men afneemt"]
    maximum_personen: Annotated[Aantal | None, "meeste personen per eenheid"]
    ongeveer: Annotated[bool, "true: de bron geeft het bedrag ongeveer, of als schatting"]
    prijspeil: Jaartal | None
    geldig_tot: Datum | None
    btw: Btw | None
    omvat: tuple[Kostenonderdeel, ...]
    exclusief: tuple[Kostenonderdeel, ...]
    toelichting: str | None
    nagekeken: Annotated[Datum | None, NAGEKEKEN]
    bron: BronId


class Kwaliteit(NamedTuple):
    """What a source says that answers one question of the quality test."""

    vraag: Kwaliteitsvraag
    antwoord: Kwaliteitsantwoord
    voor: Annotated[tuple[Kenmerk, ...], "de mensen voor wie het antwoord geldt; leeg: voor iedereen"]
    afgeleid: Annotated[bool, "true: onze lezing, niet zo gepubliceerd"]
    toelichting: str
    bron: BronId


class Contact(NamedTuple):
    """A published professional contact."""

    naam: Regel | None
    organisatie: Regel | None
    email: tuple[Email, ...]
    telefoon: tuple[Telefoon, ...]
    website: tuple[Url, ...]
    nagekeken: Annotated[Datum | None, NAGEKEKEN]


class Publicatie(NamedTuple):
    titel: Regel
    jaar: Jaartal | None
    url: Url | None


class Vindplaats(NamedTuple):
    bron: BronId
    plaats: Regel


class Afwijking(NamedTuple):
    """A fact on which another source differs from the one we use."""

    veld: Annotated[Regel, "pad naar het veld, zoals kosten, kosten.opleiding of varianten.kids.leeftijd"]
    bron: Annotated[BronId, "de bron met de andere waarde"]
    waarde: str
    bedrag: Annotated[Bedragbereik | None, "bij een prijs om mee te rekenen: euro"]
    eenheid: Annotated[Eenheid | None, "waar dat bedrag voor is"]
    toelichting: Annotated[str, "welke waarde wij gebruiken en waarom"]


class Deelpunt(NamedTuple):
    """Something to mind that holds for some variants, or some people, only."""

    tekst: str
    varianten: Annotated[tuple[Code, ...], "leeg: elke variant"]
    voor: Annotated[tuple[Kenmerk, ...], "over wie het gaat; leeg: iedereen"]
    leeftijd: Annotated[Leeftijd | None, "over welke leeftijd het gaat; leeg: elke"]


class Interventie(NamedTuple):
    """A named method that one can order or deliver, or a local practice example."""

    id: Code
    naam: Regel
    soort: Soort
    status: Annotated[Status | None, "null: niet gepubliceerd"]
    status_sinds: Annotated[Datum | None, "dag waarop dat inging; null: niet gepubliceerd"]
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
    setting: Annotated[tuple[Setting, ...], "genoemd in een bron"]
    setting_niet: Annotated[tuple[Setting, ...], "een bron zegt: daar niet"]
    setting_alleen: Annotated[bool, "true: een bron zegt alleen daar, of de methode kan nergens anders"]
    setting_toelichting: str | None
    talen: tuple[Taal, ...]
    talen_open: Annotated[bool, "true: de bron noemt voorbeelden, er zijn er meer"]
    talen_met_tolk: Annotated[bool, "true: elke taal, met een tolk"]
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
    aandachtspunten_deels: Annotated[tuple[Deelpunt, ...], "voor een deel van de varianten of mensen"]
    bronnen: tuple[Vindplaats, ...]
    bron_van: Annotated[
        dict[str, BronIds],
        "de bron van een veld als die niet die van het geheel is, zoals talen of varianten.kids.leeftijd",
    ]
    afwijkingen: tuple[Afwijking, ...]

    def __hash__(self) -> int:
        """Of its id, which says which intervention it is; the rest need not be hashed, or hashable."""
        return hash(self.id)


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


class Gestopt(NamedTuple):
    """What is not offered any more, or not here, and so takes no part in any answer."""

    id: Code
    naam: Regel
    sinds: Annotated[Datum | None, "null: dat staat er niet bij"]
    toelichting: Annotated[tuple[str, ...], "de aandachtspunten van wie zegt dat het gestopt is"]


# --- what stands around the interventions ---------------------------------------------


class Begrip(NamedTuple):
    """A word of a vocabulary: its name for people, one line of explanation, synonyms."""

    naam: Regel
    uitleg: Regel
    ook: tuple[Regel, ...]
    omvat: Annotated[tuple[Code, ...], "alle smallere woorden van dezelfde lijst die hieronder vallen"]
    as_: Annotated[tuple[As, ...], "bij een kenmerk: wat het over mensen zegt"]
    leeftijd: Annotated[Leeftijdskader | None, "bij een kenmerk: hoe oud deze mensen zijn"]
    telt: Annotated[Telling | None, "bij een eenheid: hoe vaak zij nodig is; zonder rekent lpi er niet mee"]
    meervoud: Annotated[Regel | None, "bij een eenheid: hoe er meer dan één heten, zoals groepen"]
    talen: Annotated[
        tuple[Taal, ...],
        "bij een kenmerk: de talen van deze mensen; een andere taal zegt dat zij het niet zijn",
    ]
    taak: Annotated[Taak | None, "wat lpi met dit woord doet; de keuzes staan in begrippen.yaml bij taak"]


class Uitgave(NamedTuple):
    """Which edition of the catalogue this is, apart from the version of the program."""

    titel: Regel
    omschrijving: str
    versie: Annotated[Versie, "wat de drie getallen zeggen, staat in WIJZIGINGEN.md"]
    datum: Annotated[Datum, "dag van de laatste wijziging van feiten"]
    trefwoorden: tuple[Regel, ...]
    licentie: Annotated[Url, "adres van de licentie"]


class Bron(NamedTuple):
    """A publication that facts come from."""

    titel: Regel
    uitgever: Regel | None
    jaar: Annotated[Jaartal | None, "jaar van uitgave; null als het er niet in staat"]
    datum: Annotated[Regel, "wat er over de datum bekend is"]
    gelezen: Annotated[Datum | None, "bij een bron zonder jaar: dag waarop zij is gelezen"]
    url: Url | None
    omschrijving: str
    kort: Annotated[Regel | None, "hoe een notitie haar noemt; zonder de titel"]


class Keuzehulponderdeel(StrEnum):
    """What the three published questions ask for; each is also a filter."""

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


class Keuzehulpvraag(NamedTuple):
    """A question of the Keuzehulp with the consideration behind it."""

    id: Keuzehulponderdeel
    vraag: Regel
    overweging: str
    antwoorden: tuple[Antwoord, ...]


class Aandachtspunt(NamedTuple):
    """Something to mind; only with one of these answers, or always when there are none."""

    bij: tuple[Code, ...]
    voor: Annotated[tuple[Kenmerk, ...], "over wie het gaat; leeg: iedereen"]
    tekst: str
    onderwerp: Annotated[OnderwerpId | None, "waar men er meer over leest, met lpi uitleg"]
    bron: BronId


class Vervolgstap(NamedTuple):
    """Something that a reader can do, and perhaps the command that does it."""

    tekst: str
    opdracht: Annotated[
        Regel | None, "komt achter de tekst; {id} is wat past, {vraag} zijn de opties van de vraag"
    ]
    op_pagina: Annotated[str | None, "voor wie geen lpi heeft, in plaats van de stap; zonder vervalt hij"]

    def __str__(self) -> str:
        return ": ".join(filter(None, [self.tekst, self.opdracht]))


class Keuzehulp(NamedTuple):
    """The published decision aid: questions, points to mind, next steps."""

    vragen: tuple[Keuzehulpvraag, ...]
    aandachtspunten: tuple[Aandachtspunt, ...]
    vervolg: tuple[Vervolgstap, ...]


class Lezing(NamedTuple):
    """What a word that people type stands for, where it is no word of a vocabulary."""

    ook: tuple[Regel, ...]
    leest: Annotated[
        tuple[Regel, ...], "de woorden die lpi ervoor neemt; zonder vraagt lpi het anders te zeggen"
    ]
    uitleg: Annotated[
        Regel | None, "wat lpi erbij zegt: deze lezing is van ons; zonder zegt lpi er niets van"
    ]


class Lezingen(NamedTuple):
    """What people type where the program asks for words that it knows."""

    geen_voorkeur: Annotated[tuple[Regel, ...], "antwoorden die betekenen dat het niet uitmaakt"]
    woorden: Annotated[dict[str, dict[str, Lezing]], "per onderdeel van de vraag"]
    engels: Annotated[dict[str, Regel], "Engels woord, en het Nederlandse om te typen"]


class Plaats(NamedTuple):
    """A municipality or town, so that it is known which province it lies in."""

    provincie: Provincie
    ook: tuple[Regel, ...]


# --- the parts of a catalogue ---------------------------------------------------------

Begrippen = dict[str, dict[str, Begrip]]
Bronnen = dict[str, Bron]
Plaatsen = dict[str, Plaats]
"""By name."""
