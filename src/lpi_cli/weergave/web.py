"""The Keuzehulp as one page: everything it shows is worked out here, so the page only combines."""

import json
import zlib
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Kwaliteitsvraag, Soort
from lpi_cli.catalogus.model_toets import Bewijssoort, JaNee
from lpi_cli.catalogus.model_uitleg import Uitleg
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.filters import leeftijdsgroepen
from lpi_cli.kern.keuzetabel import (
    EXTRA_FILTERS,
    Antwoordoordeel,
    Keuzekaart,
    Posities,
    Vraagonderdeel,
    deelverzamelingen,
    keuzetabel,
    vraagonderdelen,
)
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.toetstabel import eindoordelen, uitkomsten
from lpi_cli.kern.uitleg import op_volgorde
from lpi_cli.kern.vraag import MAAKT_NIET_UIT
from lpi_cli.kern.zinnen import datum_in_woorden
from lpi_cli.kern.zoek import volgorde
from lpi_cli.weergave.beeld import Blok
from lpi_cli.weergave.feiten import (
    RUIT,
    RUIT_UITLEG,
    STER,
    STER_UITLEG,
    STREEP,
    contactregels,
    naam_met_merk,
    prijs_kort,
)
from lpi_cli.weergave.kostenwoorden import aantal_groepen, kosten_in_zin
from lpi_cli.weergave.sjabloon import bijlage, csp_som, vul_sjabloon
from lpi_cli.weergave.tekst import bijeen, schoon
from lpi_cli.weergave.toets import OORDELEN
from lpi_cli.weergave.toon import Kaart
from lpi_cli.weergave.uitleg import onderwerpbeeld
from lpi_cli.weergave.versie import versieregel

AANTALLEN = (5, 6, 8, 10, 12, 14, 15, 16, 18, 20, 22, 24, 25, 28, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100)
"""Numbers of people for which the page knows the costs."""


class _Kaart(NamedTuple):
    """One intervention on the page: its whole card, and in short its sources and whom to ask."""

    interventie: Interventie
    blokken: Sequence[Blok]
    bronnen: str
    contact: str


def webpagina(catalogus: Catalogus, vandaag: date) -> bytes:
    """The whole page. ``vandaag`` is when it is made; it tells old prices."""
    onderdelen = vraagonderdelen(catalogus, vandaag)
    stijl = bijlage("basis.css") + bijlage("web.css")
    script = bijlage("web.js")
    return vul_sjabloon(
        "web.html.j2",
        stijl=stijl,
        script=script,
        csp=f"style-src {csp_som(stijl)}; script-src {csp_som(script)}",
        gegevens=_verpakt(_gegevens(catalogus, onderdelen, vandaag)),
        keuzehulp=catalogus.keuzehulp,
        extra_onderdelen=[_extra(een, catalogus) for een in onderdelen if not een.meerdere],
        maakt_niet_uit=MAAKT_NIET_UIT,
        aantallen=AANTALLEN,
        kaarten=[_kaart(i, catalogus, vandaag) for i in sorted(catalogus.interventies, key=volgorde)],
        praktijkvoorbeeld=Soort.PRAKTIJKVOORBEELD,
        ster=STER,
        ster_uitleg=STER_UITLEG,
        ruit=RUIT,
        ruit_uitleg=RUIT_UITLEG if catalogus.herkomst else "",
        eigen=catalogus.herkomst,
        criteria=catalogus.kwaliteitscriteria,
        antwoorden={False: JaNee, True: Bewijssoort},
        bewijsvraag=Kwaliteitsvraag.BEWIJS,
        begrippen=catalogus.begrippen,
        groepen=_onderwerpgroepen(catalogus),
        bronnen=catalogus.bronnen,
        versie=versieregel(catalogus.uitgave),
        datum=datum_in_woorden(vandaag),
    )


def _kaart(interventie: Interventie, catalogus: Catalogus, vandaag: date) -> _Kaart:
    inhoud = tuple(Kaart(interventie, catalogus, vandaag, met_bronnen=True).inhoud())
    vindplaatsen = ", ".join(f"{v.bron} ({v.plaats})" for v in interventie.bronnen)
    contact = "; ".join(contactregels(interventie))
    return _Kaart(interventie, inhoud, vindplaatsen, contact)


def _onderwerpgroepen(catalogus: Catalogus) -> list[tuple[str, list[Uitleg]]]:
    namen = catalogus.begrippen["uitleggroep"]
    return [(naam(groep, namen), onderwerpen) for groep, onderwerpen in op_volgorde(catalogus).items()]


def _onderwerp(onderwerp: Uitleg, catalogus: Catalogus) -> str:
    """The HTML of one topic, without its title; who reads it has no lpi."""
    delen = tuple(
        deel._replace(
            tekst=" ".join(filter(None, [deel.tekst, deel.stap and deel.stap.op_pagina])), stap=None
        )
        for deel in onderwerp.delen
    )
    blokken = onderwerpbeeld(onderwerp._replace(delen=delen), catalogus).blokken[1:]
    return vul_sjabloon("onderwerp.html.j2", blokken=blokken).decode()


def _extra(onderdeel: Vraagonderdeel, catalogus: Catalogus) -> tuple[str, str, list[tuple[str, str]]]:
    """Id, label and answers of a filter that is asked besides the questions."""
    keuzes = onderdeel.filter.keuzes(catalogus)
    return (
        onderdeel.filter.naam,
        EXTRA_FILTERS[onderdeel.filter.naam],
        [(code, keuzes[code]) for code in onderdeel.antwoorden],
    )


# --- the data of the page ---------------------------------------------------------------


class _Teksten:
    """Every text once; elsewhere only its number."""

    def __init__(self) -> None:
        self._nummers: dict[str, int] = {}

    def nummer(self, tekst: str) -> int:
        return self._nummers.setdefault(bijeen(tekst), len(self._nummers))

    @property
    def lijst(self) -> list[str]:
        return list(self._nummers)


def _gegevens(catalogus: Catalogus, onderdelen: Sequence[Vraagonderdeel], vandaag: date) -> dict[str, Any]:
    teksten = _Teksten()
    kaarten = [
        _kaartgegevens(kaart, catalogus, vandaag, teksten)
        for kaart in keuzetabel(catalogus, onderdelen, vandaag)
    ]
    return {
        "vragen": [
            {"id": onderdeel.filter.naam, "antwoorden": onderdeel.antwoorden, "meerdere": onderdeel.meerdere}
            for onderdeel in onderdelen
        ],
        "leeftijden": {
            groep.code: None if groep.voor else [groep.van, groep.tot]
            for groep in leeftijdsgroepen(catalogus)
        },
        "teksten": teksten.lijst,
        "kaarten": kaarten,
        "toets": _toetsgegevens(catalogus),
        "uitleg": {id_: _onderwerp(onderwerp, catalogus) for id_, onderwerp in catalogus.uitleg.items()},
    }


def _kaartgegevens(
    kaart: Keuzekaart, catalogus: Catalogus, vandaag: date, teksten: _Teksten
) -> dict[str, Any]:
    interventie = kaart.interventie
    return {
        "id": interventie.id,
        "naam": schoon(naam_met_merk(interventie, catalogus)),
        "voorselectie": interventie.voorselectie,
        "eigen": catalogus.is_eigen(interventie.id),
        "varianten": [
            {
                "naam": schoon(variant.naam),
                "leeftijd": [variant.leeftijd.van, variant.leeftijd.tot],
                "beperking": [schoon(naam) for naam in wie],
            }
            for variant, wie in zip(interventie.varianten, kaart.beperkingen, strict=True)
        ],
        "oordelen": {
            onderdeel: {
                code: [_oordeelgegevens(een, teksten) for een in per_variant]
                for code, per_variant in antwoorden.items()
            }
            for onderdeel, antwoorden in kaart.oordelen.items()
        },
        "prijs": {
            _masker(deel): teksten.nummer(
                prijs_kort(interventie, catalogus, [interventie.varianten[nr] for nr in deel]) or STREEP
            )
            for deel in deelverzamelingen(range(len(interventie.varianten)))
        },
        "kosten": {
            aantal: {
                _masker(deel): _kostenramingen(
                    interventie, deel, Aannames(aantal, vandaag), catalogus, teksten
                )
                for deel in deelverzamelingen(range(len(interventie.varianten)))
            }
            for aantal in AANTALLEN
        },
    }


def _oordeelgegevens(oordeel: Antwoordoordeel, teksten: _Teksten) -> list[int]:
    """The outcome, its fact, and that fact in short."""
    feit = oordeel.feit
    return [int(oordeel.uitkomst), teksten.nummer(str(feit)), teksten.nummer(feit.kort or str(feit))]


def _masker(deel: Posities) -> str:
    """A set of variants as a number: bit ``n`` stands for variant ``n``."""
    return str(sum(1 << nr for nr in deel))


def _kostenramingen(
    interventie: Interventie, deel: Posities, aannames: Aannames, catalogus: Catalogus, teksten: _Teksten
) -> list[tuple[int, list[int]]]:
    """Lines of costs of some variants: the sentence, and what to mind about it."""
    varianten = [interventie.varianten[nr] for nr in deel]
    return [
        (
            teksten.nummer(_met_groepen(raming, catalogus)),
            [teksten.nummer(str(waarschuwing)) for waarschuwing in raming.waarschuwingen],
        )
        for raming in bereken_kosten([(interventie, varianten)], aannames, catalogus.begrippen, "naam")
    ]


def _met_groepen(raming: Kostenraming, catalogus: Catalogus) -> str:
    zin = kosten_in_zin(raming, catalogus)
    groepen = aantal_groepen(raming)
    return f"{zin} ({groepen})" if raming.totaal is not None and groepen else zin


def _toetsgegevens(catalogus: Catalogus) -> dict[str, Any]:
    criteria = catalogus.kwaliteitscriteria
    return {
        "doelgroep": criteria.doelgroep,
        "criteria": [
            {
                "id": criterium.id.value,
                "naam": criterium.naam,
                "vragen": [
                    {"id": v.id.value, "navragen": f"{v.vraag} {v.navragen}"} for v in criterium.vragen
                ],
                "uitspraken": {
                    oordeel: {"stip": stip, "woord": woord, **getattr(criterium, oordeel.value)._asdict()}
                    for oordeel, (stip, woord) in OORDELEN.items()
                },
                "uitkomsten": {
                    "|".join(",".join(antwoord) for antwoord in antwoorden): uitkomst
                    for antwoorden, uitkomst in uitkomsten(criterium).items()
                },
            }
            for criterium in criteria.criteria
        ],
        "eindoordelen": {",".join(per): eind for per, eind in eindoordelen(len(criteria.criteria)).items()},
        "oordelen": criteria.oordelen._asdict(),
    }


def _verpakt(gegevens: Any) -> str:
    """Compressed JSON as plain letters, so that the page stays small; its script unpacks it."""
    tekst = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"))
    return b64encode(zlib.compress(tekst.encode(), 9)).decode()
