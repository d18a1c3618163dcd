"""The decision memo: question, answer, options, costs, what fell off, next steps and sources."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypedDict

from lpi_cli import __version__
from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import NOG_INVULLEN, Keuzehulpvraag, Soort
from lpi_cli.catalogus.record import is_record
from lpi_cli.kern.mensen import Mensen
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.rapport import Advies, Afgevallen, Optie, onbekend
from lpi_cli.kern.toets import Oordeel, Toetsuitslag
from lpi_cli.kern.vraag import Vraag
from lpi_cli.kern.zinnen import datum_in_woorden, opsomming
from lpi_cli.kern.zoek import Treffer
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Punten, Toon, Velden
from lpi_cli.weergave.feit import FEITEN
from lpi_cli.weergave.feiten import (
    STREEP,
    bronregel,
    contactregels,
    merkuitleg,
    met_mappen,
    naam_met_merk,
    vorm_kort,
)
from lpi_cli.weergave.kies import waarvandaan
from lpi_cli.weergave.kostengegevens import Aannamegegevens, Raminggegevens, aannamegegevens, raminggegevens
from lpi_cli.weergave.kostenwoorden import aannames_in_woorden, zin
from lpi_cli.weergave.optie import beperkingen, optieblokken, sterke_kanten
from lpi_cli.weergave.rapportkosten import KOSTENKOLOMMEN, Kostenvergelijking, enkele, kostenrijen
from lpi_cli.weergave.tekst import op_een_regel
from lpi_cli.weergave.toets import (
    Toetsgegevens,
    toetsblokken,
    toetsgegevens,
)
from lpi_cli.weergave.versie import versieregel
from lpi_cli.weergave.vraag import als_opties, mensen_in_woorden, wens_op_naam, woorden_in_woorden
from lpi_cli.weergave.wensen import Wensgegevens, wensgegevens
from lpi_cli.weergave.zoek import (
    CSV_KOLOMMEN,
    DEKT_UITLEG,
    Cellen,
    Dekkinggegevens,
    Misschiengegevens,
    NetNietgegevens,
    Treffergegevens,
    Vraaggegevens,
    antwoordrijen,
    misschien_gegevens,
    net_niet_gegevens,
    per_reden,
    per_vraag,
    tabel_van,
    treffer_gegevens,
    treffer_rij,
    treffercellen,
)

NIET_INGEVULD = "Nog niet ingevuld."
"""Stands in a memo where an own file asks for a text."""


def rapportbeeld(advies: Advies, catalogus: Catalogus) -> Beeld:
    rekent = advies.opdracht.aannames is not None
    return Beeld(
        lambda: _Notitie(advies, catalogus).blokken(),
        lambda: _gegevens(advies, catalogus),
        (*CSV_KOLOMMEN, *KOSTENKOLOMMEN) if rekent else CSV_KOLOMMEN,
        lambda: _rijen(advies, catalogus),
    )


def _rijen(advies: Advies, catalogus: Catalogus) -> list[list[Any]]:
    """Of all that fits, or may, with a row for each of its prices when those are computed; then what just misses."""
    past = None if advies.opdracht.antwoorden is None else "ja"
    weg = advies.afgevallen
    misschien, net_niet = (weg.misschien, weg.net_niet) if weg else ((), ())
    rijen = [
        *(treffer_rij(treffer, catalogus, past) for treffer in _treffers(advies, catalogus)),
        *antwoordrijen((), misschien, net_niet, catalogus),
    ]
    van = {interventie.id: interventie for interventie in catalogus.interventies}
    return [[*rij, *kosten] for rij in rijen for kosten in kostenrijen(advies, van[rij[0]], catalogus)]


def _treffers(advies: Advies, catalogus: Catalogus) -> list[Treffer]:
    """What the answer is about; all that was asked for when there were no answers."""
    gevonden = {treffer.interventie: treffer for treffer in (*advies.passend, *advies.keuze.voorbeelden)}
    return [gevonden.get(i) or Treffer.ongevraagd(i, catalogus) for i in advies.vergeleken]


class _Notitie:
    """The memo, section by section."""

    def __init__(self, advies: Advies, catalogus: Catalogus) -> None:
        self.advies = advies
        self.opdracht = advies.opdracht
        self.aannames = advies.opdracht.aannames
        self.catalogus = catalogus
        self.kosten = Kostenvergelijking(advies, catalogus)

    def blokken(self) -> Iterator[Blok]:
        yield Kop(self._titel(), 1)
        yield Alinea(
            f"{zin(datum_in_woorden(self.opdracht.datum))}. Over laagdrempelige psychosociale interventies (LPI's). "
            "Deze notitie laat zien wat past en wat bekend is. Zij kiest niet voor u.",
            Toon.ZACHT,
        )
        yield Kop("De vraag")
        yield Velden(list(self._vraag()))
        yield Kop("Het antwoord")
        yield Velden(list(self._antwoord()))
        yield from self._toetsen()
        yield from self._opties()
        yield from self._overige()
        yield from self.kosten.blokken()
        yield from self._afgevallen()
        yield Kop("Waar u op let")
        yield Punten([f"{punt.tekst} [{punt.bron}]" for punt in self.advies.keuze.aandachtspunten])
        yield from self._stappen()
        yield Kop("Bronnen")
        yield Punten([self._bron(bron) for bron in self._bronnen()])
        yield from self._verantwoording()

    # --- question and answer ----------------------------------------------------------

    def _titel(self) -> str:
        if self.opdracht.antwoorden is None:
            return f"Notitie: {opsomming(i.naam for i in self.opdracht.gevraagd)}"
        naam_ = self.opdracht.vraag.naam
        gegeven = self.advies.keuze.antwoorden[Keuzehulpvraag.LEEFTIJD]
        voor = naam_ or (gegeven and woorden_in_woorden(Keuzehulpvraag.LEEFTIJD, gegeven, self.catalogus))
        return f"Keuze van een LPI voor {voor}" if voor else "Keuze van een LPI"

    def _vraag(self) -> Iterator[tuple[str, Sequence[str]]]:
        if self.opdracht.antwoorden is not None:
            for onderdeel, woorden in self.advies.keuze.antwoorden.items():
                yield zin(onderdeel), [woorden_in_woorden(onderdeel, woorden, self.catalogus)]
        if self.opdracht.gevraagd:
            yield "Gevraagd", [opsomming(i.naam for i in self.opdracht.gevraagd)]
        mensen = list(mensen_in_woorden(self.opdracht.vraag.mensen, self.catalogus))
        yield "Deelnemers", mensen or ["aantal niet gegeven"]
        if liefst := self.advies.keuze.liefst:
            yield "Liefst", [", dan ".join(wens_op_naam(wens, self.catalogus) for wens in liefst)]
        if self.aannames and (gegeven := aannames_in_woorden(self.aannames)):
            yield "Opgegeven", [zin(opsomming(gegeven))]

    def _antwoord(self) -> Iterator[tuple[str, Sequence[str]]]:
        yield "Past", [self._past()]
        if self.advies.vergeleken:
            if te_klein := self.kosten.te_kleine_groepen():
                yield "Groepen", [te_klein]
            yield "Kosten", self.kosten.kort()
            yield "Zekerheid", list(self._zekerheid())

    def _zekerheid(self) -> Iterator[str]:
        """Each rating, with all that limits it; research stands with the options, as it is of some variants."""
        zonder = [i for i in self.advies.vergeleken if not i.bewijs.erkenningen]
        for i in self.advies.vergeleken:
            for regel in FEITEN["erkenning"].regels(i, self.catalogus) if i not in zonder else ():
                yield f"{i.naam}: {regel}"
        if zonder:
            yield f"Geen erkenning gepubliceerd: {enkele([i.naam for i in zonder])}."

    def _past(self) -> str:
        if self.opdracht.antwoorden is None:
            return "Niet nagegaan: er zijn geen antwoorden op de vragen van de Keuzehulp gegeven."
        return " ".join(
            [self._wat_past(), *self._gevraagd_maar("misschien", None), *self._gevraagd_maar("niet", False)]
        )

    def _gevraagd_maar(self, oordeel: str, past: bool | None) -> Iterator[str]:
        """Of what was described because it was asked for: what does not fit, or may."""
        if namen := [optie.interventie.naam for optie in self.advies.opties if optie.past is past]:
            yield f"Op verzoek ook beschreven, maar past {oordeel}: {opsomming(namen)}."

    def _wat_past(self) -> str:
        if not self.advies.passend:
            return "Geen enkele interventie past bij alle antwoorden. Hieronder staat wat net niet past, en waarom."
        gekozen = [treffer.interventie.naam for treffer in self.advies.keuze.voorselectie]
        gids = self.advies.keuze.gids
        ook = waarvandaan(gids, self.catalogus) if gids else "niets"
        if not gekozen:
            return f"Geen van de voorgeselecteerde LPI's. Wel {ook}."
        return f"Uit de voorselectie van LOOP: {opsomming(gekozen)}. Daarnaast {ook}."

    # --- options ----------------------------------------------------------------------

    def _opties(self) -> Iterator[Blok]:
        if not self.advies.opties:
            return
        yield Kop("De opties" if len(self.advies.opties) > 1 else "De optie")
        for optie in self.advies.opties:
            leesbaar = optie._replace(interventie=_zonder_opdracht(optie.interventie))
            yield from optieblokken(leesbaar, self.opdracht.datum, self.catalogus)
        if uitleg := merkuitleg(self.advies.getoond, self.catalogus):
            yield Alinea(f"{'. '.join(uitleg)}.", Toon.ZACHT)

    def _overige(self) -> Iterator[Blok]:
        if not self.advies.overige:
            return
        yield Kop("Past ook")
        noot = Kolom("noot", minstens=5)
        cellen: Cellen = {
            Kolom("naam"): lambda treffer: naam_met_merk(treffer.interventie, self.catalogus),
            **treffercellen(self.catalogus),
            Kolom("vorm", minstens=5): lambda treffer: vorm_kort(treffer.varianten) or STREEP,
            Kolom("kosten"): self.kosten.prijs,
            noot: self.kosten.noot,
        }
        yield (tabel := tabel_van(self.advies.overige, cellen))
        if any(treffer.dekking for treffer in self.advies.overige):
            yield Alinea(f"{DEKT_UITLEG}.", Toon.ZACHT)
        if noot in tabel.kolommen:
            yield Alinea("De noten staan bij 'Kosten vergeleken'.", Toon.ZACHT)

    # --- what fell off ----------------------------------------------------------------

    def _afgevallen(self) -> Iterator[Blok]:
        weg = self.advies.afgevallen
        if weg is None:
            return
        yield from self._misschien(weg.misschien)
        if weg.voorselectie or weg.net_niet or weg.meer:
            yield Kop("Wat afviel, en waarom")
        if weg.voorselectie:
            yield Punten(
                [
                    f"{naam_met_merk(i, self.catalogus)}: {opsomming(f'{r.onderdeel} ({r.feit})' for r in redenen)}"
                    for i, redenen in weg.voorselectie
                ]
            )
        if weg.net_niet:
            yield Alinea("Van deze past één antwoord niet:")
            redenen = per_reden(weg.net_niet, lambda i: i.naam)
            yield Punten([f"{reden}: {namen}" for reden, namen in redenen.items()])
        if weg.meer:
            yield Alinea(self._nog_meer(weg))

    def _misschien(self, misschien: Sequence[Treffer]) -> Iterator[Blok]:
        """What may fit after all, and what to ask to know."""
        if misschien:
            yield Kop("Past misschien: vraag dit na")
            yield Punten(per_vraag(misschien, lambda i: naam_met_merk(i, self.catalogus)))

    def _nog_meer(self, weg: Afgevallen) -> str:
        gegeven = sum(bool(codes) for codes in self.advies.keuze.antwoorden.values())
        waarop = "op twee of meer antwoorden" if gegeven > 1 else "bij het antwoord"
        return f"Nog {weg.meer} andere pas{'sen' if weg.meer != 1 else 't'} {waarop} niet."

    # --- own tests --------------------------------------------------------------------

    def _toetsen(self) -> Iterator[Blok]:
        if not self.opdracht.toetsen:
            return
        yield Kop("Eigen interventies getoetst")
        for uitslag in self.opdracht.toetsen:
            yield from toetsblokken(uitslag, self.catalogus, niveau=3)

    # --- next steps, sources, method --------------------------------------------------

    def _stappen(self) -> Iterator[Blok]:
        yield Kop("Volgende stappen")
        algemeen = [stap.tekst for stap in self.catalogus.keuzehulp.vervolg if stap.opdracht is None]
        stappen = [self._na_te_vragen(optie) for optie in self.advies.opties]
        if not stappen:
            stappen = ["Kijk welk antwoord ruimer kan, en maak de keuze opnieuw."]
            algemeen = []
        open_ = [uitslag.toets.naam for uitslag in self.opdracht.toetsen if _kan_nog_anders(uitslag)]
        if open_:
            stappen.append(f"Zoek de open vragen uit van {opsomming(open_)}, en toets opnieuw.")
        if self.advies.opties:
            stappen.append("Kies, en schrijf op waarom. Leg vast hoe u volgt of het werkt.")
        yield from (Alinea(stap) for stap in algemeen)
        yield Punten(stappen, afvinken=True)

    def _na_te_vragen(self, optie: Optie) -> str:
        """Whom to ask what: a price, the planning and the facts that are not published."""
        i = optie.interventie
        aantal = f" voor {self.aannames.deelnemers} deelnemers" if self.aannames else ""
        status = prijs(i, optie.varianten).status
        wat = "een offerte" if status in (Kostenstatus.BEKEND, Kostenstatus.DEELS) else "de prijs"
        offerte = [] if status is Kostenstatus.KOSTELOOS else [f"{wat}{aantal}"]
        weg = list(onbekend(i, optie.varianten))
        ook = f" Niet gepubliceerd, dus vraag ook: {opsomming(weg)}." if weg else ""
        return f"{i.naam}: vraag naar {opsomming([*offerte, 'de planning'])}.{ook} {contactregels(_zonder_opdracht(i))[0]}"

    def _bronnen(self) -> list[str]:
        """The sources of all that is shown, in the order of the catalogue."""
        gebruikt = {vindplaats.bron for i in self.advies.getoond for vindplaats in i.bronnen}
        gebruikt |= {punt.bron for punt in self.advies.keuze.aandachtspunten}
        return [bron for bron in self.catalogus.bronnen if bron in gebruikt]

    def _bron(self, id_: str) -> str:
        url = self.catalogus.bronnen[id_].url
        return f"{bronregel(id_, self.catalogus)}{f', {url}' if url else ''}"

    def _verantwoording(self) -> Iterator[Blok]:
        yield Kop("Hoe dit is gemaakt, en wat onbekend is")
        yield Punten(list(self._regels()))

    def _regels(self) -> Iterator[str]:
        aantal = sum(i.soort is Soort.INTERVENTIE for i in self.catalogus.interventies)
        eigen = (
            f" Uw eigen catalogus deed mee: {opsomming(op_een_regel(str(map_)) for map_ in self.catalogus.mappen)}."
            if self.catalogus.mappen
            else ""
        )
        yield f"Gemaakt met {versieregel(self.catalogus.uitgave)}, zonder internet, met {aantal} interventies.{eigen}"
        if self.opdracht.antwoorden is not None:
            yield (
                "Een interventie past als één variant bij alle antwoorden past. Eén leeftijd op de grens past; een "
                "bereik van leeftijden dat alleen de grens raakt, past niet. De volgorde is geen rangorde: "
                f"{'eerst wat u het liefst hebt, dan' if self.advies.keuze.liefst else 'eerst'} de voorselectie, dan op alfabet."
            )
        if self.aannames is not None:
            yield (
                "Kosten: het aantal groepen is het aantal deelnemers gedeeld door de grootste groep, naar boven "
                "afgerond. Wat niet gepubliceerd is, telt nooit als nul. Een bereik blijft een bereik. Opleiding "
                "van trainers telt niet mee. De prijs van een hele school of locatie is niet over de deelnemers "
                "verdeeld."
            )
        yield (
            "Spreken bronnen elkaar tegen, dan geldt voor feiten en prijzen de nieuwste bron met een datum. Wat de "
            "Keuzehulp antwoordt, beslist de Keuzehulp. Niet elke bron heeft een datum. De andere waarde staat erbij."
        )
        yield (
            "Wat geen bron zegt, heet niet gepubliceerd. De tool weet niet of er nu plaats is, hoe lang het wachten "
            "is en of mensen mee willen doen. Vraag dat zelf na."
        )
        ids = " ".join(optie.interventie.id for optie in self.advies.opties)
        if ids:
            yield met_mappen(f"Elk feit met zijn bron: lpi toon {ids} --bronnen", self.catalogus)
        if self.aannames is not None and self.advies.kosten:
            yield f"Elk bedrag: {' en '.join(self._opdrachten())}"

    def _opdrachten(self) -> Iterator[str]:
        """The commands that compute the same amounts: by the answers, and for what does not fit them."""
        vraag = self.opdracht.vraag
        if self.opdracht.antwoorden is not None and self.advies.vergeleken:
            yield met_mappen(f"lpi kosten {als_opties(vraag)}", self.catalogus)
        if rest := [optie.interventie.id for optie in self.advies.opties if not optie.past]:
            zonder = als_opties(Vraag(mensen=Mensen(vraag.mensen.aantal), rekenen=vraag.rekenen))
            yield met_mappen(f"lpi kosten {' '.join(rest)} {zonder}", self.catalogus)


def _zonder_opdracht(waarde: Any) -> Any:
    """A record in which what nobody filled in yet says so, for who cannot fill it in."""
    if waarde == NOG_INVULLEN:
        return NIET_INGEVULD
    if not isinstance(waarde, tuple):
        return waarde
    delen = [_zonder_opdracht(deel) for deel in waarde]
    return type(waarde)(*delen) if is_record(type(waarde)) else tuple(delen)


def _kan_nog_anders(uitslag: Toetsuitslag) -> bool:
    """Whether the open questions still matter: not once it has passed, or cannot pass any more."""
    staat_vast = uitslag.oordeel is Oordeel.VOLDOET or uitslag.kan_worden is Oordeel.NIET_INZETTEN
    return bool(uitslag.nog_open) and not staat_vast


Optiegegevens = TypedDict("Optiegegevens", {
    "id": str, "naam": str,
    "past": Annotated[bool | None, "null: er zijn geen antwoorden om aan te toetsen"],
    "past_niet": Annotated[list[str], "waarom niet"],
    "vraag_na": Annotated[list[str], "wat men eerst moet weten"], "varianten": list[str], "dekking": Dekkinggegevens,
    "wensen": list[Wensgegevens],
    "sterke_kanten": list[str], "beperkingen": list[str],
})  # fmt: skip
Afgevallengegevens = TypedDict("Afgevallengegevens", {
    "misschien": list[Misschiengegevens], "voorselectie": list[NetNietgegevens], "net_niet": list[NetNietgegevens],
    "meer": Annotated[int, "hoeveel andere er niet passen"],
})  # fmt: skip


class Opgavegegevens(Aannamegegevens):
    deelnemers: int


Rapportgegevens = TypedDict("Rapportgegevens", {
    "datum": Annotated[str, "jjjj-mm-dd"], "versie": Annotated[str, "van lpi"], "antwoorden": Vraaggegevens,
    "aannames": Opgavegegevens | None, "opties": list[Optiegegevens],
    "overige": Annotated[list[Treffergegevens], "wat ook past"], "kosten": list[Raminggegevens],
    "afgevallen": Annotated[Afgevallengegevens | None, "null: er was niets om uit te kiezen"],
    "toetsen": list[Toetsgegevens], "aandachtspunten": list[str],
})  # fmt: skip


def _gegevens(advies: Advies, catalogus: Catalogus) -> Rapportgegevens:
    opdracht, weg = advies.opdracht, advies.afgevallen
    return {
        "datum": opdracht.datum.isoformat(),
        "versie": __version__,
        "antwoorden": {onderdeel: list(codes) for onderdeel, codes in advies.keuze.antwoorden.items()},
        "aannames": opdracht.aannames
        and {"deelnemers": opdracht.aannames.deelnemers, **aannamegegevens(opdracht.aannames)},
        "opties": [
            {
                "id": optie.interventie.id,
                "naam": optie.interventie.naam,
                "past": optie.past,
                "past_niet": [str(reden) for reden in optie.past_niet],
                "vraag_na": [str(reden) for reden in optie.vraag_na],
                "varianten": [variant.id for variant in optie.varianten],
                "dekking": optie.dekking.code if optie.dekking else None,
                "wensen": wensgegevens(optie.wensen),
                "sterke_kanten": sterke_kanten(optie, opdracht.datum, catalogus),
                "beperkingen": beperkingen(optie, opdracht.datum, catalogus),
            }
            for optie in advies.opties
        ],
        "overige": [treffer_gegevens(treffer) for treffer in advies.overige],
        "kosten": [raminggegevens(raming) for raming in advies.kosten],
        "afgevallen": None
        if weg is None
        else {
            "misschien": [misschien_gegevens(treffer) for treffer in weg.misschien],
            "voorselectie": [net_niet_gegevens(*gevallen) for gevallen in weg.voorselectie],
            "net_niet": [net_niet_gegevens(gemist.interventie, gemist.redenen) for gemist in weg.net_niet],
            "meer": weg.meer,
        },
        "toetsen": [toetsgegevens(uitslag) for uitslag in opdracht.toetsen],
        "aandachtspunten": [punt.tekst for punt in advies.keuze.aandachtspunten],
    }
