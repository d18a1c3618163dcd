"""The Keuzehulp as one page: its text, and the data from which it answers a question itself."""

import json
import zlib
from base64 import b64encode
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Kwaliteitsvraag, Soort
from lpi_cli.catalogus.model_afzender import Afzender
from lpi_cli.catalogus.model_toets import Bewijssoort, JaNee
from lpi_cli.catalogus.model_uitleg import Uitleg
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.filters import FILTERS
from lpi_cli.kern.toets import toets_uit_catalogus
from lpi_cli.kern.toetstabel import eindoordelen, uitkomsten
from lpi_cli.kern.uitleg import op_volgorde
from lpi_cli.kern.vergelijk import ONBEKEND, Delen, Onderwerp, Tekst
from lpi_cli.kern.vraag import MAAKT_NIET_UIT
from lpi_cli.kern.zinnen import datum_in_woorden
from lpi_cli.kern.zoek import voorselectie_eerst
from lpi_cli.weergave.beeld import Alinea, Blok, Kop
from lpi_cli.weergave.feiten import RUIT, RUIT_UITLEG, STER, STER_UITLEG, contactregels
from lpi_cli.weergave.gestopt import gestoptblokken
from lpi_cli.weergave.sjabloon import bijlage, compact, csp_som, documentstijl, vul_sjabloon
from lpi_cli.weergave.tekst import schoon
from lpi_cli.weergave.toets import OORDELEN
from lpi_cli.weergave.toon import Kaart
from lpi_cli.weergave.uitleg import onderwerpbeeld
from lpi_cli.weergave.vergelijk import onderwerpen
from lpi_cli.weergave.versie import versieregel
from lpi_cli.weergave.webgegevens import vraaggegevens

PAGINA, ALLES = "index.html", "alles.html"
"""The names of the files, which refer to each other."""
LIJSTLABELS = {"taal": "Taal", "setting": "Plek", "doelgroep": "Kenmerken van de groep"}
"""Filters of which one may choose more, each with a heading; in this order."""
REKENLABELS = {
    "budget": "Budget, in euro",
    "uurtarief": "Eigen personeel, euro per uur",
    "tolktarief": "Tolk, euro per uur",
    "groepsgrootte": "Mensen per groep, als dat niet gepubliceerd is",
    "bijeenkomsten": "Bijeenkomsten, als dat niet gepubliceerd is",
    "gezinnen": "Aantal gezinnen, voor prijzen per gezin",
}
WERKWIJZE = ("Zo gaat het", "Waardoor het werkt, volgens de bron")
SLOT = (
    "Zelf uitvoeren?",
    "Kwaliteit: wat de bronnen zeggen",
    "Waar u verder op let",
    "Publicaties",
    "Hierover verschillen de bronnen",
)
"""Headings of a card of which the text is packed, since a page is to be mailed, and opened on a telephone."""
MEESTE_KAARTEN = 200
"""With more interventions all of each is packed but what one must know to ask for it."""


class _Kaart(NamedTuple):
    """One intervention on the page, as HTML."""

    interventie: Interventie
    zichtbaar: Markup
    """What everyone can read, also without a script."""
    ingepakt: tuple[Markup, Markup]
    """The rest: how it goes, and what comes last."""
    heel: Markup
    bronnen: str


class Webpagina(NamedTuple):
    """The page, and a plain one beside it with all that the page packs, for who has no script."""

    pagina: bytes
    alles: bytes


def webpagina(catalogus: Catalogus, vandaag: date, afzender: Afzender | None = None) -> Webpagina:
    """``vandaag`` is when it is made; it tells old prices."""
    stijl = compact(bijlage("basis.css") + bijlage("web.css"))
    script = compact(bijlage("motor.js") + bijlage("web.js"))
    filters = {een.naam: een for een in FILTERS}
    is_kort = len(catalogus.interventies) > MEESTE_KAARTEN
    kaarten = [
        _kaart(i, catalogus, vandaag, is_kort=is_kort)
        for i in sorted(catalogus.interventies, key=voorselectie_eerst)
    ]
    uitleg = {id_: _onderwerp(een, catalogus) for id_, een in catalogus.uitleg.items()}
    gedeeld: dict[str, Any] = {
        "kaarten": kaarten,
        "gestopt": [*gestoptblokken(catalogus)],
        "groepen": _onderwerpgroepen(catalogus),
        "versie": versieregel(catalogus.uitgave),
        "datum": datum_in_woorden(vandaag),
        "pagina": PAGINA,
        "alles": ALLES,
    }
    pagina = vul_sjabloon(
        "web.html.j2",
        **gedeeld,
        stijl=stijl,
        script=script,
        csp=f"{csp_som('style', stijl)}; {csp_som('script', script)}; img-src data:",
        gegevens=_verpakt(
            {
                **vraaggegevens(catalogus, vandaag),
                "toets": _toetsgegevens(catalogus),
                "uitleg": uitleg,
                "inhoud": {kaart.interventie.id: kaart.ingepakt for kaart in kaarten},
                "vergelijk": _vergelijkgegevens(catalogus, vandaag),
            }
        ),
        catalogus=catalogus,
        lijsten=[(id_, label, filters[id_].keuzes(catalogus).items()) for id_, label in LIJSTLABELS.items()],
        bewijzen=filters["bewijs"].keuzes(catalogus).items(),
        rekenvelden=REKENLABELS.items(),
        maakt_niet_uit=MAAKT_NIET_UIT,
        toetsbaar=[(k.interventie.id, k.interventie.naam) for k in kaarten if k.interventie.kwaliteit],
        praktijkvoorbeeld=Soort.PRAKTIJKVOORBEELD,
        ster=STER,
        ster_uitleg=STER_UITLEG,
        ruit=RUIT,
        ruit_uitleg=RUIT_UITLEG if catalogus.herkomst else "",
        antwoorden={False: JaNee, True: Bewijssoort},
        bewijsvraag=Kwaliteitsvraag.BEWIJS,
        afzender=afzender,
    )
    rustig = documentstijl()
    alles = vul_sjabloon(
        "alles.html.j2", **gedeeld, uitleg=uitleg, stijl=rustig, csp=csp_som("style", rustig)
    )
    return Webpagina(pagina, alles)


def _kaart(interventie: Interventie, catalogus: Catalogus, vandaag: date, *, is_kort: bool) -> _Kaart:
    vindplaatsen = ", ".join(f"{v.bron} ({v.plaats})" for v in interventie.bronnen)
    delen: dict[str, list[Blok]] = {}
    kop = ""
    for blok in Kaart(interventie, catalogus, vandaag, met_bronnen=True).inhoud():
        kop = blok.tekst if isinstance(blok, Kop) else kop
        delen.setdefault(kop, []).append(blok)

    def samen(koppen: Iterable[str]) -> list[Blok]:
        return [blok for kop in koppen for blok in delen.get(kop, ())]

    if is_kort:
        heel = _html(samen(delen))
        contact = Alinea(f"Contact: {'; '.join(contactregels(interventie))}")
        kort = _html([Alinea(interventie.doelgroep.omschrijving), contact])
        return _Kaart(interventie, kort, (heel, Markup()), heel, vindplaatsen)
    zichtbaar = _html(samen(kop for kop in delen if kop not in (*WERKWIJZE, *SLOT)))
    werkwijze, slot = _html(samen(WERKWIJZE)), _html(samen(SLOT))
    return _Kaart(interventie, zichtbaar, (werkwijze, slot), zichtbaar + werkwijze + slot, vindplaatsen)


def _html(blokken: Sequence[Blok]) -> Markup:
    html = vul_sjabloon("onderwerp.html.j2", blokken=blokken).decode()
    return Markup(html)  # noqa: S704  made by our own template


def _onderwerpgroepen(catalogus: Catalogus) -> list[tuple[str, list[Uitleg]]]:
    namen = catalogus.begrippen["uitleggroep"]
    return [(naam(groep, namen), onderwerpen) for groep, onderwerpen in op_volgorde(catalogus).items()]


def _onderwerp(onderwerp: Uitleg, catalogus: Catalogus) -> Markup:
    """The HTML of one topic, without its title; who reads it has no lpi."""
    delen = tuple(
        deel._replace(
            tekst=" ".join(filter(None, [deel.tekst, deel.stap and deel.stap.op_pagina])), stap=None
        )
        for deel in onderwerp.delen
    )
    return _html(onderwerpbeeld(onderwerp._replace(delen=delen), catalogus).blokken[1:])


# --- the data of the page ---------------------------------------------------------------

OP_DE_KAART = {
    "onderzoek": "werkt het?", "zelf uitvoeren": "zelf uitvoeren?", "waardoor het werkt": WERKWIJZE[1].lower(),
    "kwaliteit": SLOT[1].lower(),
    **{een: een for een in ("aanbieder", "voor wie", "kenmerken", "doel", "plek", "talen", "tolk", "regio",
                            "uitvoerders", "kosten", "let op", "contact")},
}  # fmt: skip
"""Subjects of a comparison that a card has under a label or heading; the others are told apart."""


def _vergelijkgegevens(catalogus: Catalogus, vandaag: date) -> list[Any]:
    """Each subject, where it stands on a card, and of each intervention what can be the same, as numbers; else its lines.

    The numbers go by the words of a fact, so that the same catalogue makes the same page.
    """
    bekend: dict[Hashable, int] = {ONBEKEND: -1}

    def code(waarde: Hashable) -> int:
        return bekend.setdefault(waarde, len(bekend))

    def nummer(feit: Hashable) -> int | list[int]:
        """Of a value or of its parts; below zero is what may be the same."""
        if isinstance(feit, Delen):
            return [bekend[ONBEKEND] if isinstance(deel, Tekst) else code(deel) for deel in feit]
        return code(feit)

    def rij(interventie: Interventie, onderwerp: Onderwerp, *, op_de_kaart: bool) -> list[Any]:
        feiten = onderwerp.bekend(interventie) if onderwerp.bekend else None
        nummers = feiten and sorted(map(nummer, sorted(feiten, key=repr)), key=str)
        return [nummers, *([] if op_de_kaart else map(schoon, onderwerp.beschrijf(interventie)))]

    return [
        [
            naam_,
            OP_DE_KAART.get(naam_),
            {i.id: rij(i, een, op_de_kaart=naam_ in OP_DE_KAART) for i in catalogus.interventies},
        ]
        for naam_, een in onderwerpen(catalogus, {}, vandaag).items()
        if naam_ != "naam"
    ]


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
        "bekend": {i.id: _bekend(i, catalogus) for i in catalogus.interventies if i.kwaliteit},
        "eindoordelen": {",".join(per): eind for per, eind in eindoordelen(len(criteria.criteria)).items()},
        "oordelen": criteria.oordelen._asdict(),
    }


def _bekend(interventie: Interventie, catalogus: Catalogus) -> Mapping[str, Any]:
    """What the sources answer for the group that the criteria speak of; of other people it is no answer."""
    toets = toets_uit_catalogus(interventie, catalogus)
    return {
        "grond": toets.grond,
        "antwoorden": {
            vraag.value: [
                ",".join(gegeven.antwoorden),
                schoon(f"{gegeven.toelichting} [{gegeven.bron}]") if gegeven.bron else "",
                schoon(gegeven.over_anderen or ""),
            ]
            for vraag, gegeven in toets.gegevens.items()
        },
    }


def _verpakt(gegevens: Any) -> str:
    """Compressed JSON as plain letters, so that the page stays small; its script unpacks it."""
    tekst = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"))
    return b64encode(zlib.compress(tekst.encode(), 9)).decode()
