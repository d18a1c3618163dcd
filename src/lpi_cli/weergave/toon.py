"""Everything about an intervention, as one card."""

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Afwijking,
    Contact,
    Erkenning,
    Herkomst,
    Herkomstsoort,
    Interventie,
    Kwaliteit,
    Onderzoek,
    Soort,
    Variant,
)
from lpi_cli.catalogus.record import als_gegevens
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.uitleg import onderwerpen_bij
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kolom, Kop, Punten, Tabel, Toon, Velden, Wegwijzers
from lpi_cli.weergave.bewijs import erkenning_kort, onderzoeksregel
from lpi_cli.weergave.feit import FEITEN, Feitsoort, variantregels
from lpi_cli.weergave.feiten import (
    RUIT,
    STER_UITLEG,
    VOORBEELD_UITLEG,
    bijeenkomsten_kort,
    bronregel,
    groepsgrootte_kort,
    id_met_merk,
    kostenregel,
    met_mappen,
    met_toelichting,
    namen,
    veld_in_woorden,
    wie_en_leeftijd,
)

VARIANTKOLOMMEN = (
    Kolom("variant"),
    Kolom("leeftijd"),
    Kolom("vorm"),
    Kolom("bijeenkomsten"),
    Kolom("groepsgrootte"),
)


def toonbeeld(interventies: Sequence[Interventie], catalogus: Catalogus, *, met_bronnen: bool) -> Beeld:
    """One card per intervention; ``met_bronnen`` adds the source of each fact and the deviations.

    The data for JSON is one object for one intervention, and a list for several.
    """
    return Beeld(
        lambda: [blok for i in interventies for blok in Kaart(i, catalogus, met_bronnen).blokken()],
        lambda: als_gegevens(interventies[0] if len(interventies) == 1 else tuple(interventies)),
        ("id", "veld", "waarde", "bron"),
        lambda: [(i.id, *rij) for i in interventies for rij in _platte_rijen(als_gegevens(i))],
        titel=opsomming(i.naam for i in interventies) if len(interventies) > 1 else "",
    )


KERN = ("aanbieder", "status", "voor wie", "kenmerken", "doel", "preventie", "plek", "talen", "tolk", "regio")
"""The facts at the top of a card, in order."""
ALS_BEKEND = frozenset({"status", "preventie"})
"""Facts that few sources give, and that are left out when they do not."""


class Kaart:
    """The card of one intervention, block by block."""

    def __init__(self, interventie: Interventie, catalogus: Catalogus, met_bronnen: bool) -> None:
        self.interventie = interventie
        self.catalogus = catalogus
        self.met_bronnen = met_bronnen

    def blokken(self) -> Iterator[Blok]:
        yield Kop(f"{self.interventie.naam} ({id_met_merk(self.interventie, self.catalogus)})", 1)
        yield from self._voorbeeld()
        yield Alinea(self.interventie.samenvatting)
        if self.interventie.voorselectie:
            yield Alinea(f"{STER_UITLEG}.", Toon.ZACHT)
        yield from self._herkomst()
        yield from self._feiten()
        yield from self._bronnen()

    def inhoud(self) -> Iterator[Blok]:
        """The card for a page that shows the name, the summary, the marks and the sources itself."""
        yield from self._voorbeeld()
        yield from self._herkomst()
        yield from self._feiten()

    def _voorbeeld(self) -> Iterator[Blok]:
        if self.interventie.soort is Soort.PRAKTIJKVOORBEELD:
            yield Alinea(VOORBEELD_UITLEG, Toon.NADRUK)

    def _herkomst(self) -> Iterator[Blok]:
        if herkomst := self.catalogus.herkomst.get(self.interventie.id):
            yield Alinea(_herkomst_in_woorden(herkomst), Toon.NADRUK)

    def _feiten(self) -> Iterator[Blok]:
        yield Velden(list(self._kern()))
        yield Kop("Varianten")
        yield Tabel(VARIANTKOLOMMEN, [self._variant(variant) for variant in self.interventie.varianten])
        if toelichtingen := list(self._variant_toelichtingen()):
            yield Punten(toelichtingen)
        yield from self._werkwijze()
        yield from self._bewijs()
        yield Kop("Kosten")
        yield Punten(
            [
                self._met_bron(kostenregel(p, self.catalogus, self.interventie.varianten), p.bron)
                for p in self.interventie.kosten
            ]
            or [NIET_GEPUBLICEERD]
        )
        yield from self._overdracht()
        punten = [self._met_bron_van(p, "aandachtspunten") for p in self.interventie.aandachtspunten]
        yield from self._lijst("Let op", punten)
        yield from self._kwaliteit()
        yield from self._contact()
        yield from self._uitleg()
        yield from self._lijst(
            "Publicaties",
            [self._met_bron_van(self._publicatie(p), "publicaties") for p in self.interventie.publicaties],
        )
        if self.met_bronnen:
            punten = [self._afwijking(afwijking) for afwijking in self.interventie.afwijkingen]
            yield from self._lijst("Hierover verschillen de bronnen", punten)

    def _kern(self) -> Iterator[tuple[str, Sequence[str]]]:
        for naam_ in KERN:
            soort = FEITEN[naam_]
            if naam_ in ALS_BEKEND and not soort.zeg(self.interventie, self.catalogus):
                continue
            yield self._veld(soort)

    def _veld(self, soort: Feitsoort) -> tuple[str, Sequence[str]]:
        """A fact with its sources, when those are asked; nobody is the source of what is not published."""
        regels = soort.regels(self.interventie, self.catalogus)
        if self.met_bronnen and soort.zeg(self.interventie, self.catalogus):
            *eerder, laatste = regels
            regels = [*eerder, self._met_bron(laatste, ", ".join(soort.bronnen(self.interventie)))]
        return soort.label, regels

    def _variant(self, variant: Variant) -> list[str]:
        return [
            variant.naam,
            ", ".join(wie_en_leeftijd(variant, self.catalogus)),
            opsomming(variant.vorm),
            bijeenkomsten_kort(variant.bijeenkomsten) or NIET_GEPUBLICEERD,
            groepsgrootte_kort(variant.groepsgrootte) or NIET_GEPUBLICEERD,
        ]

    def _variant_toelichtingen(self) -> Iterator[str]:
        for variant in self.interventie.varianten:
            delen = [variant.leeftijd.toelichting]
            delen.append(variant.bijeenkomsten.toelichting if variant.bijeenkomsten else None)
            delen += variantregels(variant, self.catalogus)
            tekst = self._met_bron(" ".join(filter(None, delen)), f"{variant.bron}, {variant.plaats}").strip()
            if tekst:
                yield f"{variant.naam}: {tekst}"

    def _werkwijze(self) -> Iterator[Blok]:
        i = self.interventie
        yield Kop("Zo gaat het")
        yield Alinea(self._met_bron_van(i.aanpak, "aanpak"))
        if i.uitvoering:
            yield Alinea(self._met_bron_van(i.uitvoering, "uitvoering"))
        yield Velden([self._veld(FEITEN["uitvoerders"])])
        elementen = [self._met_bron_van(element, "werkzame_elementen") for element in i.werkzame_elementen]
        yield from self._lijst("Waardoor het werkt, volgens de bron", elementen)

    def _bewijs(self) -> Iterator[Blok]:
        bewijs = self.interventie.bewijs
        yield Kop("Werkt het?")
        yield Alinea(self._met_bron_van(bewijs.samenvatting, "bewijs.samenvatting"))
        regels = [*map(self._erkenning, bewijs.erkenningen), *map(self._onderzoek, bewijs.onderzoek)]
        if regels:
            yield Punten(regels)

    def _erkenning(self, erkenning: Erkenning) -> str:
        kort = f"Erkenning: {erkenning_kort(erkenning, self.interventie, self.catalogus)}"
        return self._met_bron(met_toelichting(kort, erkenning.toelichting), erkenning.bron)

    def _onderzoek(self, onderzoek: Onderzoek) -> str:
        return self._met_bron(onderzoeksregel(onderzoek, self.interventie, self.catalogus), onderzoek.bron)

    def _overdracht(self) -> Iterator[Blok]:
        yield Kop("Zelf uitvoeren?")
        _, regels = self._veld(FEITEN["zelf uitvoeren"])
        yield from map(Alinea, regels)

    def _kwaliteit(self) -> Iterator[Blok]:
        vragen = self.catalogus.begrippen["kwaliteitsvraag"]
        antwoorden = self.catalogus.begrippen["kwaliteitsantwoord"]
        yield from self._lijst(
            "Kwaliteit: wat de bronnen zeggen",
            [
                self._met_bron(
                    f"{naam(k.vraag, vragen)}: {naam(k.antwoord, antwoorden)}{self._over(k)}. {k.toelichting}",
                    k.bron,
                )
                for k in self.interventie.kwaliteit
            ],
        )

    def _over(self, kwaliteit: Kwaliteit) -> str:
        """Of whom a quality answer is said, and whether it is our reading."""
        wie = f"gezegd over {namen(kwaliteit.voor, 'kenmerk', self.catalogus)}" if kwaliteit.voor else None
        delen = [deel for deel in (wie, "onze lezing" if kwaliteit.afgeleid else None) if deel]
        return f" ({'; '.join(delen)})" if delen else ""

    def _contact(self) -> Iterator[Blok]:
        yield Kop("Contact")
        if self.interventie.contact and self.met_bronnen:
            yield Alinea(self._met_bron_van("Gegevens van de aanbieder", "contact"), Toon.ZACHT)
        if self.interventie.contact:
            yield Velden([self._een_contact(contact) for contact in self.interventie.contact])
        else:
            yield Alinea(f"{NIET_GEPUBLICEERD.capitalize()}.")

    def _een_contact(self, contact: Contact) -> tuple[str, Sequence[str]]:
        kop = contact.naam or "Algemeen"
        regels = [contact.organisatie, *contact.email, *contact.telefoon, *contact.website]
        return kop, [regel for regel in regels if regel] or [NIET_GEPUBLICEERD]

    def _publicatie(self, publicatie: Any) -> str:
        jaar = f" ({publicatie.jaar})" if publicatie.jaar else ""
        return f"{publicatie.titel}{jaar}" + (f" {publicatie.url}" if publicatie.url else "")

    def _uitleg(self) -> Iterator[Blok]:
        onderwerpen = onderwerpen_bij(self.interventie, self.catalogus)
        if onderwerpen:
            yield Kop("Waar u verder op let")
            yield Wegwijzers("uitleg", [(onderwerp.id, onderwerp.titel) for onderwerp in onderwerpen])

    def _bronnen(self) -> Iterator[Blok]:
        i = self.interventie
        if not self.met_bronnen:
            aantal = len(i.afwijkingen)
            telt = f"Bronnen verschillen op {aantal} punt{'en' * (aantal != 1)}. " if aantal else ""
            yield Alinea(f"{telt}De bron per feit en alle verschillen ziet u met:", Toon.ZACHT)
            yield Alinea(met_mappen(f"lpi toon {i.id} --bronnen", self.catalogus))
            return
        yield Kop("Bronnen")
        yield Punten([bronregel(v.bron, self.catalogus, v.plaats) for v in i.bronnen])

    def _afwijking(self, afwijking: Afwijking) -> str:
        veld = veld_in_woorden(afwijking.veld)
        return f"{veld}: volgens {afwijking.bron} {afwijking.waarde}. {afwijking.toelichting}".replace(
            "..", "."
        )

    def _met_bron(self, tekst: str, bron: str) -> str:
        return f"{tekst} [{bron}]" if self.met_bronnen else tekst

    def _met_bron_van(self, tekst: str, veld: str) -> str:
        return self._met_bron(tekst, ", ".join(bronnen_van(self.interventie, veld)))

    @staticmethod
    def _lijst(kop: str, punten: Sequence[str]) -> Iterator[Blok]:
        if punten:
            yield Kop(kop)
            yield Punten(punten)


def _herkomst_in_woorden(herkomst: Herkomst) -> str:
    mappen = opsomming(herkomst.mappen)
    velden = opsomming(veld_in_woorden(veld) for veld in herkomst.velden if veld != "bronnen")
    match herkomst.soort:
        case Herkomstsoort.AANGEVULD:
            return f"{RUIT} Aangevuld door uw eigen catalogus {mappen}: {velden}."
        case Herkomstsoort.VERVANGEN:
            return f"{RUIT} Vervangen door uw eigen catalogus {mappen}; wat de gids zegt, ziet u hier niet."
        case Herkomstsoort.EIGEN:
            return f"{RUIT} Uit uw eigen catalogus: {mappen}."
        case _:
            assert_never(herkomst.soort)


def _platte_rijen(
    gegevens: Any, pad: str = "", bron: str | None = None
) -> Iterator[tuple[str, Any, str | None]]:
    """Every filled-in fact as ``(field path, value, source)``, for a spreadsheet."""
    if isinstance(gegevens, dict):
        eigen_bron = gegevens.get("bron", bron)
        for naam_, waarde in gegevens.items():
            if naam_ != "bron" or not pad:
                yield from _platte_rijen(waarde, f"{pad}.{naam_}" if pad else naam_, eigen_bron)
    elif isinstance(gegevens, list):
        for nr, waarde in enumerate(gegevens, 1):
            yield from _platte_rijen(waarde, f"{pad}[{nr}]", bron)
    elif gegevens is not None:
        yield pad, gegevens, bron
