"""Random questions, and what lpi answers to them, in the form in which the engine of the page is asked."""

from collections.abc import Mapping
from random import Random
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.kern.filters import FILTERS
from lpi_cli.kern.filters.regio import REGIO
from lpi_cli.kern.keuzetabel import VAST, woorden
from lpi_cli.kern.kostenvraag import bereken_antwoord, lees_kostenvraag
from lpi_cli.kern.vraag import VELDEN, Vraag, maak_vraag, tegenspraak
from lpi_cli.kern.zoek import zoek
from lpi_cli.weergave.kostengegevens import raminggegevens
from lpi_cli.weergave.zoek import misschien_gegevens, net_niet_gegevens, treffer_gegevens
from tests.conftest import VANDAAG

LEEFTIJDEN = (
    "volwassenen",
    "jongeren",
    "kinderen",
    "ouders",
    "18+",
    "12-18",
    "8",
    "4-12",
    "15-30",
    "65+",
    "0-120",
    "16",
)
BEDRAGEN = ("45", "95,50", "120", "1.250", "20000", "7500,25", "0,01", "60000")

KOSTEN = """(vraag) => {
  const { treffers, misschien, eisen } = lpi.zoek(vraag), reken = lpi.rekenaar(vraag, eisen);
  const opWensen = (a, b) => a.map((een, nr) => een - b[nr]).find((verschil) => verschil) ?? 0;
  return [treffers, misschien].flatMap((groep) => groep
    .flatMap((treffer) => reken(treffer).map((raming) => ({ treffer, raming })))
    .sort((a, b) => lpi.opBedrag(a.raming, b.raming))
    .sort((a, b) => opWensen(a.treffer.opWensen, b.treffer.opWensen)));
}"""
"""All estimates of a question, in the order of ``lpi kosten``, each with what it is of."""
LEES = """vragen => vragen.map(vraag => {
  const resultaat = lpi.zoek(vraag), kosten = KOSTEN;
  const bron = (feit) => (feit.gezegd ? feit.bronnen : []);
  const woord = ["nee", "onbekend", "ja"];
  const treffer = (een) => ({
    id: een.kaart.id, naam: een.kaart.naam, voorselectie: een.kaart.voorselectie,
    varianten: een.welke.map(({ id }) => id),
    dekking: een.dekking?.code ?? null, dekking_taal: een.dekkingTaal?.join(", ") ?? null,
    redenen: [...een.redenen.map(({ onderdeel, feit }) => `${onderdeel}: ${feit.tekst}`),
              ...(een.beperking ? [`beperkt: alleen ${een.beperking}`] : [])],
    wensen: een.wensen.map(({ onderdeel, uitkomst, feit }) =>
      ({ onderdeel, oordeel: woord[uitkomst], feit: feit.tekst, bron: bron(feit) })),
  });
  const breuk = (paar) => paar && paar.map((een) => Number(centen(een)) / 100);
  const bereik = (paar) => paar && { van: paar[0], tot: paar[1] };
  const geld = (paar) => bereik(breuk(paar));
  const regel = ({ treffer, raming: een }) => ({
    id: een.kaart.id, variant: een.variant?.id ?? null, omschrijving: een.wat,
    past: treffer.slotsom === "misschien" ? "misschien" : "ja", mensen: een.deelname.mensen,
    weggelaten: een.deelname.weggelaten, status: een.status,
    groepen: een.groepen && een.groepen[0] === een.groepen[1] ? een.groepen[0] : null,
    groepen_bereik: een.groepen && een.groepen[0] !== een.groepen[1] ? bereik(een.groepen) : null,
    totaal: geld(een.totaal && een.totaal.map((bedrag) => ({ teller: bedrag, noemer: 1n }))),
    per_deelnemer: geld(een.perDeelnemer), ondergrens: een.ondergrens, ongeveer: een.keuze.ongeveer,
    budget: een.budget && { past: een.budget.past, tekort: Number(een.budget.tekort) / 1e8,
      mensen: een.budget.mensen, bedrag: een.budget.bedrag === null ? null : Number(een.budget.bedrag) / 1e8 },
    waarschuwingen: een.letOp.map(({ tekst, aanname }) => tekst + (aanname ? `; geef --${aanname}` : "")),
  });
  return {
    treffers: resultaat.treffers.map(treffer),
    misschien: resultaat.misschien.map((een) => ({ ...treffer(een),
      vraag_na: een.vraagNa.map(({ onderdeel, feit }) => ({ onderdeel, tekst: feit.tekst, bij: een.kaart.bij })) })),
    net_niet: resultaat.netNiet.map((een) => ({ id: een.kaart.id, naam: een.kaart.naam,
      redenen: een.redenen.map(({ onderdeel, feit }) => `${onderdeel}: ${feit.tekst}`) })),
    regels: vraag.deelnemers ? kosten(vraag).map(regel) : [],
  };
})""".replace("KOSTEN", KOSTEN)
"""Asks the engine, and tells what it says under the keys of ``lpi zoek`` and ``lpi kosten``."""


def willekeurig(toeval: Random, catalogus: Catalogus) -> Vraag:
    """A question with some of all parts, of which the numbers of people add up."""
    while True:
        gegeven = _gegeven(toeval, catalogus)
        if not list(tegenspraak(gegeven)):
            return maak_vraag(gegeven)


def _keuzes(catalogus: Catalogus) -> Mapping[str, list[str]]:
    plaatsen = REGIO.keuzes(catalogus)
    return {
        "leeftijd": list(LEEFTIJDEN),
        "regio": [*plaatsen, *(plaats for i in catalogus.interventies for plaats in i.regio.plaatsen)],
        "organisatie": ["ARQ", "ggz", "WarChild", "Pharos", *(i.organisatie for i in catalogus.interventies)],
        **{filter_.naam: list(woorden(filter_, catalogus)) for filter_ in VAST},
    }


def _gegeven(toeval: Random, catalogus: Catalogus) -> dict[str, Any]:
    alle = _keuzes(catalogus)
    gegeven: dict[str, Any] = {}
    for filter_ in toeval.sample(FILTERS, toeval.choice((0, 1, 1, 2, 2, 3, 4))):
        woorden_ = toeval.sample(
            alle[filter_.naam], min(toeval.choice((1, 1, 2, 3)), len(alle[filter_.naam]))
        )
        if filter_.naam in ("doelgroep", "taal", "setting") and len(woorden_) == 2 and toeval.random() < 0.4:
            woorden_ = ["+".join(woorden_)]
        lees = VELDEN[filter_.naam].lees
        per = toeval.random() < 0.5 and bool(filter_.met_mensen)
        gegeven[filter_.naam] = {
            gelezen: toeval.randint(1, 60) if per and toeval.random() < 0.8 else None
            for woord in woorden_
            for gelezen in lees(woord, catalogus)
        }
    if toeval.random() < 0.7:
        gegeven["deelnemers"] = toeval.choice((1, 7, 15, 24, 40, 63, 100, 200, toeval.randint(1, 3000)))
    for naam, kans in (("uurtarief", 0.3), ("tolktarief", 0.4), ("budget", 0.5)):
        if toeval.random() < kans:
            bedragen = (*BEDRAGEN, "0") if naam == "budget" else BEDRAGEN
            gegeven[naam] = VELDEN[naam].lees(toeval.choice(bedragen), catalogus)
    for naam in ("groepsgrootte", "bijeenkomsten", "gezinnen"):
        if toeval.random() < 0.3:
            gegeven[naam] = toeval.randint(1, 20)
    liefst = []
    for filter_ in toeval.sample(FILTERS, toeval.choice((0, 0, 1, 2, 3))):
        woord = "" if filter_.schakelaar else f"={toeval.choice(alle[filter_.naam])}"
        liefst.extend(VELDEN["liefst"].lees(f"{filter_.naam}{woord}", catalogus))
    gegeven["liefst"] = dict.fromkeys(liefst)
    return gegeven


def als_paginavraag(vraag: Vraag) -> dict[str, Any]:
    """The question as the engine of the page takes it."""
    return {
        **{naam: list(woorden_) for naam, woorden_ in vraag.filters.items()},
        "per": {"leeftijd": dict(vraag.mensen.per_leeftijd), "taal": dict(vraag.mensen.per_taal)},
        "deelnemers": vraag.mensen.aantal,
        "liefst": list(vraag.liefst),
        "rekenen": {
            naam: waarde if isinstance(waarde, int) else str(waarde) for naam, waarde in vraag.rekenen.items()
        },
    }


def antwoord(vraag: Vraag, catalogus: Catalogus) -> dict[str, Any]:
    """What ``lpi zoek`` and ``lpi kosten`` answer."""
    resultaat = zoek(catalogus, vraag.filters, VANDAAG, liefst=vraag.liefst)
    aannames, regels = vraag.aannames(VANDAAG), []
    if aannames:
        gevraagd = lees_kostenvraag(catalogus, vraag.filters, [], aannames, vraag.liefst)
        regels = bereken_antwoord(gevraagd, aannames, catalogus, "per-deelnemer")
    return {
        "treffers": [treffer_gegevens(een) for een in resultaat.treffers],
        "misschien": [misschien_gegevens(een) for een in resultaat.misschien],
        "net_niet": [net_niet_gegevens(een.interventie, een.redenen) for een in resultaat.net_niet],
        "regels": [_regel(raminggegevens(een)) for een in regels],
    }


def _regel(raming: Any) -> dict[str, Any]:
    """Without what does not depend on the question, what the page does not tell, and wishes, which stand with hits."""
    weg = ("prijspeil", "bron", "bronnen", "opleiding", "wensen", "per_contactuur", "per_contactuur_grens")
    return {naam: waarde for naam, waarde in raming.items() if naam not in weg}
