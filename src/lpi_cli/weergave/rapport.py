"""The decision memo: page one is the decision, then the options, what they cost, and how to go on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, TypedDict

from lpi_cli import __version__
from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Keuzehulponderdeel, Soort
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.filters import DOELGROEP, TAAL
from lpi_cli.kern.kostenwaarschuwing import Waarschuwingsoort
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.ouderdom import is_oud, is_voorbij
from lpi_cli.kern.rapport import Advies, Afgevallen, Optie
from lpi_cli.kern.toets import Eindoordeel, Toetsuitslag
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.kern.zoek import NetNiet, Treffer
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Punten, Tabel, Tabelkolom, Toon, Velden
from lpi_cli.weergave.feiten import STREEP, contactregels, leeftijden_kort, merkuitleg, naam_met_merk
from lpi_cli.weergave.gestopt import Gestoptgegevens, gestoptgegevens, gestoptregels
from lpi_cli.weergave.kostengegevens import Aannamegegevens, Raminggegevens, aannamegegevens, regelgegevens
from lpi_cli.weergave.kostenwoorden import aannames_in_woorden, opgave, zin
from lpi_cli.weergave.optie import Optieverhaal
from lpi_cli.weergave.rapportdelen import INVULLEN, OF_NIETS, ZO_GEREKEND, Notitiedelen, welk_geld
from lpi_cli.weergave.rapportkosten import (
    KOSTENKOLOMMEN,
    Kostenvergelijking,
    is_kosteloos,
    is_onbekend,
    kostenrijen,
)
from lpi_cli.weergave.tekst import geteld
from lpi_cli.weergave.toets import Toetsgegevens, toetsgegevens
from lpi_cli.weergave.vraag import mensen_in_woorden, wens_op_naam, woorden_in_woorden
from lpi_cli.weergave.wensen import Wensgegevens, oordelen_kort, redenen_met_feit, wensgegevens
from lpi_cli.weergave.zoek import (
    CSV_KOLOMMEN,
    Dekkinggegevens,
    Misschiengegevens,
    NetNietgegevens,
    Taaldekkinggegevens,
    Treffergegevens,
    Vraaggegevens,
    dekkingen,
    misschien_gegevens,
    net_niet_gegevens,
    net_niet_rij,
    open_in_woorden,
    per_reden,
    per_vraag,
    taaldekking,
    treffer_gegevens,
    treffer_rij,
)

BIJKOMEND = {Waarschuwingsoort.ONTBREEKT, Waarschuwingsoort.ONDERGRENS}
"""Warnings that something may come on top of a price."""
LEEFTIJD_ONBEKEND = f"leeftijd {NIET_GEPUBLICEERD}"
BIJKOMENDE_KOSTEN = "bijkomende kosten"
PAST_OOK, PAST_MISSCHIEN = "Past ook", "Past misschien"
"""Headings of what is not described in full."""
MEESTE_CONTACTEN = 2
"""People to ask, for each option."""


def rapportbeeld(advies: Advies, catalogus: Catalogus) -> Beeld:
    rekent = advies.opdracht.aannames is not None
    return Beeld(
        lambda: _Notitie(advies, catalogus).blokken(),
        lambda: _gegevens(advies, catalogus),
        (*CSV_KOLOMMEN, *KOSTENKOLOMMEN) if rekent else CSV_KOLOMMEN,
        lambda: _rijen(advies, catalogus),
        afzender=advies.opdracht.van or "",
        opgave=lambda: [
            *(opgave(aannames) if (aannames := advies.opdracht.aannames) else []),
            *gestoptregels(catalogus),
        ],
    )


def _rijen(advies: Advies, catalogus: Catalogus) -> list[list[Any]]:
    """Of all that fits, may fit or was asked, a row for each of its prices when those are computed; then what just misses."""
    zonder = advies.opdracht.antwoorden is None
    woord = {True: "ja", None: "misschien", False: "niet"}
    alle = dict.fromkeys((*advies.passend, *advies.misschien, *advies.opties))
    rijen = [
        (treffer_rij(optie.treffer, catalogus, None if zonder else woord[optie.past]), optie.kosten)
        for optie in alle
    ]
    getoond = {optie.interventie for optie in alle}
    net_niet = advies.afgevallen.net_niet if advies.afgevallen else ()
    rijen += [(net_niet_rij(een, catalogus), ()) for een in net_niet if een.interventie not in getoond]
    return [
        [*rij, *kosten]
        for rij, ramingen in rijen
        for kosten in kostenrijen(ramingen, catalogus, rekent=advies.opdracht.aannames is not None)
    ]


class _Notitie(Notitiedelen):
    """The memo of a choice, section by section."""

    def __init__(self, advies: Advies, catalogus: Catalogus) -> None:
        super().__init__(advies.opdracht, [advies.opdracht.groep], catalogus)
        self.advies, self.opdracht = advies, advies.opdracht
        self.kosten = Kostenvergelijking(advies, catalogus)

    def verhaal(self, optie: Optie) -> Optieverhaal:
        return Optieverhaal(optie, self.opdracht.groep, self.opdracht.datum, self.catalogus)

    def blokken(self) -> Iterator[Blok]:
        yield Kop(self._titel(), 1)
        yield from self._besluit()
        if self.advies.opties:
            yield Kop("De opties", nieuw_blad=True)
            for optie in self.advies.opties:
                yield from self.verhaal(optie).blokken()
            yield from self._niets_nieuws()
        yield from self._overige()
        yield from self.kosten.blokken()
        yield from self._misschien()
        yield from self._afgevallen()
        getoond = [optie.interventie for optie in self.advies.tabel]
        punten = self.advies.keuze.aandachtspunten
        yield from self._slot(getoond, punten, self._stappen(), self._werkwijze())

    # --- page one -----------------------------------------------------------------------

    def _titel(self) -> str:
        if self.opdracht.antwoorden is None:
            return f"Notitie: {opsomming(i.naam for i in self.opdracht.gevraagd)}"
        gegeven = self.advies.keuze.antwoorden[Keuzehulponderdeel.LEEFTIJD]
        leeftijd = gegeven and woorden_in_woorden(Keuzehulponderdeel.LEEFTIJD, gegeven, self.catalogus)
        voor = self.opdracht.vraag.naam or leeftijd
        return f"Keuze van een LPI voor {voor}" if voor else "Keuze van een LPI"

    def _besluit(self) -> Iterator[Blok]:
        yield self._hoofd()
        yield Kop("De vraag")
        yield Alinea(" ".join(self._vraag()))
        yield Kop("Wat past")
        yield Alinea(" ".join(self._past()))
        if self.advies.tabel:
            yield self._tabel()
            getoond = [self.verhaal(optie).getoond for optie in self.advies.tabel]
            if uitleg := merkuitleg(getoond, self.catalogus):
                yield Alinea(f"{'. '.join(uitleg)}.", Toon.ZACHT)
        yield Kop("Voorstel")
        yield Velden(list(self._voorstel()))
        yield Kop("Wat wij u vragen")
        yield Punten(list(self._gevraagd()), afvinken=True)

    def _vraag(self) -> Iterator[str]:
        """The whole question, for who did not ask it."""
        mensen = self.opdracht.vraag.mensen
        onbekend = "een groep; hoeveel mensen het zijn, is niet gegeven"
        wie = onbekend if mensen.aantal is None else geteld(mensen.aantal, "mens", "en")
        delen = list(mensen_in_woorden(mensen._replace(aantal=None), self.catalogus))
        verdeling = f" ({'; '.join(delen)})" if delen else ""
        yield f"Welke laagdrempelige psychosociale interventie (LPI) past bij {wie}{verdeling}?"
        if self.opdracht.antwoorden is not None:
            for onderdeel, woorden in self.advies.keuze.antwoorden.items():
                yield f"{zin(onderdeel)}: {woorden_in_woorden(onderdeel, woorden, self.catalogus)}."
        if self.opdracht.gevraagd:
            yield f"Gevraagd is naar {opsomming(i.naam for i in self.opdracht.gevraagd)}."
        if liefst := self.advies.keuze.liefst:
            yield f"Liefst: {', dan '.join(wens_op_naam(wens, self.catalogus) for wens in liefst)}."
        if self.opdracht.aannames and (gegeven := aannames_in_woorden(self.opdracht.aannames)):
            yield f"Gerekend met: {opsomming(gegeven)}."

    def _past(self) -> Iterator[str]:
        if self.opdracht.antwoorden is None:
            yield "Of het past, is niet nagegaan: er is geen vraag gegeven."
            return
        past, misschien = len(self.advies.passend), len(self.advies.misschien)
        if past:
            yield f"Bij alle antwoorden {'passen' if past > 1 else 'past'} er {past}."
        else:
            yield "Geen enkele interventie past bij alle antwoorden."
        if misschien:
            pas = "passen" if misschien > 1 else "past"
            yield f"{misschien} {pas} misschien: daarvan is niet alles gepubliceerd."
        if niet := [optie.naam for optie in self.advies.opties if optie.past is False]:
            yield f"Op verzoek ook beschreven, maar past niet: {opsomming(niet)}."
        if meer := past + misschien - sum(optie.past is not False for optie in self.advies.tabel):
            yield f"Niet in deze tabel, wel verderop: {meer}."

    def _tabel(self) -> Tabel:
        """The options that fit or may fit, in the order of the wishes."""
        rijen = [self._rij(optie) for optie in self.advies.tabel]
        koppen = ["optie", "past", "voor wie", "bewijs voor deze groep", "kosten", "nog open"]
        if self.advies.keuze.liefst:
            koppen.insert(2, "liefst")
        return Tabel([Tabelkolom(kop, minstens=8) for kop in koppen], rijen, titel="Waaruit u kiest")

    def _rij(self, optie: Optie) -> list[str]:
        verhaal, treffer = self.verhaal(optie), optie.treffer
        zonder = self.opdracht.antwoorden is None
        past = STREEP if zonder else {True: "ja", None: "misschien", False: "nee"}[optie.past]
        beperking = f"alleen {treffer.beperking}" if treffer.beperking else ""
        dekt = [f"dekt {deel}" for deel in dekkingen(treffer, self.catalogus)]
        wie = "; ".join(
            filter(None, [leeftijden_kort(treffer.varianten) or LEEFTIJD_ONBEKEND, *dekt, beperking])
        )
        liefst = [oordelen_kort(treffer)] if self.advies.keuze.liefst else []
        return [
            verhaal.naam,
            past,
            *liefst,
            wie,
            verhaal.bewijs_kort(),
            self.kosten.van(optie),
            self._open(optie),
        ]

    def _open(self, optie: Optie) -> str:
        """What one must know before it can start."""
        delen = self._of_het_past(optie)
        delen += ["prijs"] if is_onbekend(optie) or self._is_prijs_van_toen(optie) else []
        delen += [BIJKOMENDE_KOSTEN] if _komt_er_iets_bij(optie) else []
        delen += _over_groepen(optie)
        return opsomming(dict.fromkeys(delen)) if delen else "planning"

    def _is_prijs_van_toen(self, optie: Optie) -> bool:
        """Whether the price may be another by now, as computed or else as published."""
        if optie.tellend:
            return Waarschuwingsoort.PRIJS in _openstaand(optie)
        vandaag = self.opdracht.datum
        return any(
            is_voorbij(post.geldig_tot, vandaag) or (post.prijspeil and is_oud(post.prijspeil, vandaag.year))
            for post in (prijs.post for prijs in optie.prijzen)
            if post
        )

    def _of_het_past(self, optie: Optie) -> list[str]:
        """The parts of the question of which it is not known whether they fit, for all or for some of the languages."""
        talen = [naam(taal, self.catalogus.begrippen["taal"]) for taal in optie.treffer.taal_onbekend]
        return [
            *(reden.onderdeel for reden in optie.vraag_na),
            *([f"{TAAL.naam} ({opsomming(talen)})"] if talen else []),
        ]

    def _voorstel(self) -> Iterator[tuple[str, Sequence[str]]]:
        """What is proposed, why, for how much and how sure; lines to fill in where nobody said."""
        voorstel = self.opdracht.voorstel
        optie = next((o for o in self._alle() if voorstel and o.genoemd == voorstel.wat), None)
        yield "Wij stellen voor", [self.verhaal(optie).naam if optie else INVULLEN]
        yield "Omdat", [(voorstel.reden if voorstel else None) or INVULLEN]
        if optie is None:
            if self.advies.opties:
                yield "Kosten", list(self.kosten.kort())
                van = dict.fromkeys((*self.advies.opties, *self.advies.passend))
                yield "Hoe zeker", list(self._zekerheid([self.verhaal(optie) for optie in van]))
            return
        yield "Kosten", [self.kosten.van(optie), *self.kosten.binnen_budget(optie)]
        past = {
            True: "past bij alle antwoorden",
            None: "past misschien",
            False: f"past niet: {redenen_met_feit(optie.past_niet)}",
        }
        zeker = self.verhaal(optie).bewijs_kort()
        hoe = zeker if self.opdracht.antwoorden is None else f"{past[optie.past]}; {zeker}"
        getoetst = self._getoetst([self.verhaal(optie)])
        yield "Hoe zeker", [f"{zin(hoe)}. Nog open: {self._open(optie)}.", *getoetst]

    def _alle(self) -> Iterable[Optie]:
        return dict.fromkeys((*self.advies.opties, *self.advies.passend, *self.advies.misschien))

    def _gevraagd(self) -> Iterator[str]:
        voorstel = self.opdracht.voorstel
        if voorstel:
            yield f"Stem in met {voorstel.wat.naam}, kies een andere optie, {OF_NIETS}."
        elif self.advies.tabel:
            yield f"Kies een optie, {OF_NIETS}."
        else:
            yield f"Kies welk antwoord op de vraag ruimer kan, {OF_NIETS}."
        if self.advies.tabel:
            yield welk_geld(self.opdracht.aannames and self.opdracht.aannames.budget)
            yield f"Geef opdracht om na te vragen wat nog open is. Bij wie, staat bij {opsomming(self._waar_bij_wie())}."

    def _waar_bij_wie(self) -> Iterator[str]:
        """Where whom to ask stands of what is in the table."""
        if self.advies.opties:
            yield "de volgende stappen"
        rest = [optie for optie in self.advies.tabel if optie not in self.advies.opties]
        if any(optie in self.advies.passend for optie in rest):
            yield f"‘{PAST_OOK}’"
        if any(optie in self.advies.misschien for optie in rest):
            yield f"‘{PAST_MISSCHIEN}’"

    # --- the options ------------------------------------------------------------------

    def _overige(self) -> Iterator[Blok]:
        if self.advies.overige:
            yield Kop(PAST_OOK)
            yield Punten([self._in_een_regel(optie) for optie in self.advies.overige])

    def _in_een_regel(self, optie: Optie) -> str:
        verhaal = self.verhaal(optie)
        alleen = f"alleen {optie.treffer.beperking}; " if optie.treffer.beperking else ""
        kosten = self.kosten.van(optie).replace("\n", "; ")
        return f"{verhaal.naam} ({_adres(optie)}): {alleen}{verhaal.bewijs_kort()}; kosten: {kosten}"

    # --- what may fit, and what fell off ------------------------------------------------

    def _misschien(self) -> Iterator[Blok]:
        """What may fit after all, and what to ask whom to know."""
        rest = [optie.treffer for optie in self.advies.misschien if optie not in self.advies.opties]
        if rest:
            yield Kop(f"{PAST_MISSCHIEN}: vraag dit na")
            yield Punten(per_vraag(rest, self._met_adres))

    def _met_adres(self, treffer: Treffer) -> str:
        optie = next(optie for optie in self.advies.misschien if optie.treffer is treffer)
        return f"{optie.naam} ({_adres(optie)})"

    def _afgevallen(self) -> Iterator[Blok]:
        weg = self.advies.afgevallen
        if weg is None:
            return
        regels = list(self._redenen(weg))
        if regels:
            yield Kop("Wat afviel, en waarom")
            yield Punten(regels)

    def _redenen(self, weg: Afgevallen) -> Iterator[str]:
        """A line per reason; what is not meant for these people is only counted."""
        over, anderen = list[NetNiet](), weg.meer
        for een in weg.net_niet:
            if een.redenen[0].onderdeel == DOELGROEP.naam:
                anderen += 1
            else:
                over.append(een)
        for interventie, redenen in weg.voorselectie:
            niet = [reden for reden in redenen if reden.uitkomst is Uitkomst.PAST_NIET]
            if any(reden.onderdeel == DOELGROEP.naam for reden in niet):
                anderen += 1
            else:
                open_ = open_in_woorden([reden for reden in redenen if reden not in niet])
                ook = f"; nog open: {open_}" if open_ else ""
                yield f"{interventie.naam}: {redenen_met_feit(niet)}{ook}"
        for reden, namen in per_reden(
            over, lambda i: naam_met_merk(i._replace(voorselectie=False), self.catalogus)
        ).items():
            yield f"{reden}: {namen}"
        if anderen:
            yield f"{zin('nog ')}{anderen} andere: voor andere mensen, of op meer antwoorden niet passend."

    # --- next steps, sources, method --------------------------------------------------

    def _stappen(self) -> list[str]:
        stappen = [self._na_te_vragen(optie) for optie in self.advies.opties]
        stappen = stappen or ["Kijk welk antwoord ruimer kan, en maak de keuze opnieuw."]
        if open_ := [uitslag.toets.naam for uitslag in self.opdracht.toetsen if _kan_nog_anders(uitslag)]:
            stappen.append(f"Zoek de open vragen uit van {opsomming(open_)}, en toets opnieuw.")
        if self.advies.opties:
            stappen.append("Kies, en schrijf op waarom. Leg vast hoe u volgt of het werkt.")
        return stappen

    def _na_te_vragen(self, optie: Optie) -> str:
        """Whom to ask what, with all ways to reach them."""
        wat = "de prijs" if is_onbekend(optie) else "een offerte"
        vragen = [] if is_kosteloos(optie) else [f"{wat}{self._voor_hoeveel(optie)}"]
        vragen += [*([BIJKOMENDE_KOSTEN] if _komt_er_iets_bij(optie) else []), "de planning"]
        ook = ", ".join([*self._of_het_past(optie), *_over_groepen(optie)])
        na = f"; vraag ook na: {ook}" if ook else ""
        contact = "; ".join(contactregels(self.verhaal(optie).interventie)[:MEESTE_CONTACTEN])
        if optie.interventie.soort is Soort.PRAKTIJKVOORBEELD:
            return f"{optie.naam}: vraag hoe het is opgezet en wat het kostte. {contact}"
        return f"{optie.naam}: vraag naar {opsomming(vragen)}{na}. {contact}"

    def _voor_hoeveel(self, optie: Optie) -> str:
        """Those of the people who can take part; nothing without a number."""
        if (aannames := self.opdracht.aannames) is None:
            return ""
        mensen = {raming.deelname.mensen for raming in optie.kosten} or {aannames.deelnemers}
        bekend = sorted(aantal for aantal in mensen if aantal is not None)
        if len(bekend) < len(mensen):
            return f" voor een deel van de {aannames.deelnemers} mensen"
        return f" voor {' of '.join(map(str, bekend))} {'mens' if bekend == [1] else 'mensen'}"

    def _werkwijze(self) -> Iterator[str]:
        liefst = "wat u het liefst hebt, dan " if self.advies.keuze.liefst else ""
        yield f"De volgorde is geen rangorde: eerst {liefst}de voorselectie, dan op alfabet."
        if self.opdracht.aannames is not None:
            yield ZO_GEREKEND


def _adres(optie: Optie) -> str:
    """The first way to reach who offers it."""
    wegen = [weg for c in optie.interventie.contact for weg in (*c.telefoon, *c.email, *c.website)]
    return (wegen or [optie.interventie.organisatie])[0]


def _openstaand(optie: Optie) -> set[Waarschuwingsoort]:
    """Of what kind the questions are that the computed prices leave."""
    return {w.soort for raming in optie.tellend for w in raming.waarschuwingen if w.is_open}


def _komt_er_iets_bij(optie: Optie) -> bool:
    """Whether something may come on top of the price; where nothing is computed, whether a source says so."""
    if not optie.tellend:
        return any(prijs.post and prijs.post.exclusief for prijs in optie.prijzen)
    return bool(_openstaand(optie) & BIJKOMEND)


def _over_groepen(optie: Optie) -> list[str]:
    """What is to be asked of the groups that were counted with."""
    vragen = {
        "hoe klein een groep mag zijn": any(raming.te_klein for raming in optie.tellend),
        "of talen samen in een groep kunnen": any(
            raming.totaal is not None and waarschuwing.soort is Waarschuwingsoort.TALEN
            for raming in optie.tellend
            for waarschuwing in raming.waarschuwingen
        ),
    }
    return [vraag for vraag, is_open in vragen.items() if is_open]


def _kan_nog_anders(uitslag: Toetsuitslag) -> bool:
    """Whether the open questions still matter: not once it has passed, or cannot pass any more."""
    staat_vast = uitslag.oordeel is Eindoordeel.VOLDOET or uitslag.kan_worden is Eindoordeel.NIET_INZETTEN
    return bool(uitslag.nog_open) and not staat_vast


Optiegegevens = TypedDict("Optiegegevens", {
    "id": str, "naam": str,
    "past": Annotated[bool | None, "null: misschien, of er zijn geen antwoorden om aan te toetsen"],
    "past_niet": Annotated[list[str], "waarom niet"],
    "vraag_na": Annotated[list[str], "wat men eerst moet weten"], "varianten": list[str], "dekking": Dekkinggegevens,
    "dekking_taal": Taaldekkinggegevens,
    "wensen": list[Wensgegevens],
    "sterke_kanten": list[str], "beperkingen": list[str],
})  # fmt: skip
Afgevallengegevens = TypedDict("Afgevallengegevens", {
    "misschien": list[Misschiengegevens], "voorselectie": list[NetNietgegevens], "net_niet": list[NetNietgegevens],
    "meer": Annotated[int, "hoeveel andere er niet passen"],
})  # fmt: skip
Voorstelgegevens = TypedDict("Voorstelgegevens", {"id": str, "reden": str | None})


class Opgavegegevens(Aannamegegevens):
    deelnemers: int


Rapportgegevens = TypedDict("Rapportgegevens", {
    "datum": Annotated[str, "jjjj-mm-dd"], "versie": Annotated[str, "van lpi"], "van": str | None, "aan": str | None,
    "voorstel": Voorstelgegevens | None, "antwoorden": Vraaggegevens,
    "aannames": Opgavegegevens | None, "opties": list[Optiegegevens],
    "overige": Annotated[list[Treffergegevens], "wat ook past"], "kosten": list[Raminggegevens],
    "afgevallen": Annotated[Afgevallengegevens | None, "null: er was niets om uit te kiezen"],
    "gestopt": Gestoptgegevens, "toetsen": list[Toetsgegevens], "aandachtspunten": list[str],
})  # fmt: skip


def _gegevens(advies: Advies, catalogus: Catalogus) -> Rapportgegevens:
    opdracht, weg, voorstel = advies.opdracht, advies.afgevallen, advies.opdracht.voorstel
    return {
        "datum": opdracht.datum.isoformat(),
        "versie": __version__,
        "van": opdracht.van,
        "aan": opdracht.aan,
        "voorstel": voorstel and {"id": voorstel.wat.wat, "reden": voorstel.reden},
        "antwoorden": {onderdeel: list(codes) for onderdeel, codes in advies.keuze.antwoorden.items()},
        "aannames": opdracht.aannames
        and {"deelnemers": opdracht.aannames.deelnemers, **aannamegegevens(opdracht.aannames)},
        "opties": [_optiegegevens(optie, advies, catalogus) for optie in advies.opties],
        "overige": [treffer_gegevens(optie.treffer) for optie in advies.overige],
        "kosten": regelgegevens(
            advies.kosten, (een.treffer for een in (*advies.opties, *advies.overige, *advies.misschien))
        ),
        "afgevallen": None
        if weg is None
        else {
            "misschien": [misschien_gegevens(optie.treffer) for optie in advies.misschien],
            "voorselectie": [net_niet_gegevens(*gevallen) for gevallen in weg.voorselectie],
            "net_niet": [net_niet_gegevens(gemist.interventie, gemist.redenen) for gemist in weg.net_niet],
            "meer": weg.meer,
        },
        "gestopt": gestoptgegevens(catalogus),
        "toetsen": [toetsgegevens(uitslag) for uitslag in opdracht.toetsen],
        "aandachtspunten": [punt.tekst for punt in advies.keuze.aandachtspunten],
    }


def _optiegegevens(optie: Optie, advies: Advies, catalogus: Catalogus) -> Optiegegevens:
    verhaal = Optieverhaal(optie, advies.opdracht.groep, advies.opdracht.datum, catalogus)
    treffer = optie.treffer
    return {
        "id": optie.interventie.id,
        "naam": optie.naam,
        "past": optie.past,
        "past_niet": [str(reden) for reden in optie.past_niet],
        "vraag_na": [str(reden) for reden in optie.vraag_na],
        "varianten": [variant.id for variant in optie.varianten],
        "dekking": treffer.dekking.code if treffer.dekking else None,
        "dekking_taal": taaldekking(treffer),
        "wensen": wensgegevens(treffer.wensen),
        "sterke_kanten": verhaal.sterke_kanten(),
        "beperkingen": verhaal.beperkingen(),
    }
