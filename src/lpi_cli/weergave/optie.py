"""One option of a memo: what concerns this question and these variants, with its strong points beside its limits."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    NOG_INVULLEN,
    BronId,
    Erkenning,
    Interventie,
    Kostenpost,
    Kwaliteitsantwoord,
    Onderzoek,
    Over,
    Overdracht,
    Regel,
    Richting,
    Soort,
    Variant,
)
from lpi_cli.catalogus.record import is_record
from lpi_cli.kern.begrip import geldt_voor, kan_gelden, naam
from lpi_cli.kern.bewijs import eigen_onderzoek, geldt, onder_wie
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.kostenwaarschuwing import Waarschuwingsoort
from lpi_cli.kern.leeftijd import Leeftijdsvraag, raakt
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.ouderdom import is_oud
from lpi_cli.kern.prijs import Kostenstatus, is_toegevoegd, prijs
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.rapport import Optie, onbekend
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.weergave.beeld import Alinea, Blok, Kop, Toon, Velden
from lpi_cli.weergave.feit import FEITEN, VARIANTFEITEN, gezegd_over
from lpi_cli.weergave.feiten import (
    STER_BETEKENIS,
    VOORBEELD_UITLEG,
    bronnen_kort,
    erkenning_kern,
    erkenningsregel,
    kostenregel,
    naam_met_merk,
    namen,
    onderzoek_kort,
    richting,
    van_het_geheel,
)
from lpi_cli.weergave.kostenwoorden import kosten_voluit, zin
from lpi_cli.weergave.vraag import wens_op_naam
from lpi_cli.weergave.wensen import WOORDEN, redenen_met_feit
from lpi_cli.weergave.zoek import talen_gedekt

OPZET = ("leeftijd", "vorm", "bijeenkomsten", "groepsgrootte")
"""What is told of each variant."""
NIET_INGEVULD = "Nog niet ingevuld."
"""Stands in a memo where an own file asks for a text."""


class Optieverhaal:
    """What the memo says of one option.

    ``groep``: who the people are, in words of the vocabulary; what is only said of others is left out.
    """

    def __init__(self, optie: Optie, groep: set[str], vandaag: date, catalogus: Catalogus) -> None:
        self.optie, self.groep, self.vandaag, self.catalogus = optie, groep, vandaag, catalogus
        self.interventie: Interventie = _zonder_opdracht(optie.interventie)

    @property
    def titel(self) -> str:
        return self.optie.naam

    @property
    def leeftijden(self) -> Sequence[Leeftijdsvraag]:
        """The asked ages; what is said of others is left out."""
        return self.optie.treffer.leeftijden

    @property
    def getoond(self) -> Interventie:
        """By the name of the option; pre-selected only for those for whom it was."""
        return self.interventie._replace(naam=Regel(self.titel), voorselectie=self.is_voorselectie)

    @property
    def naam(self) -> str:
        """With its marks, and that it is a practice example: one cannot order that."""
        soort = self.interventie.soort
        wat = (
            f" ({naam(soort, self.catalogus.begrippen['soort'])})" if soort is Soort.PRAKTIJKVOORBEELD else ""
        )
        return f"{naam_met_merk(self.getoond, self.catalogus)}{wat}"

    @property
    def is_voorselectie(self) -> bool:
        voor = self.catalogus.kwaliteitscriteria.voorselectie.voor
        return self.interventie.voorselectie and self._is_over(voor)

    def _is_over(self, voor: Sequence[str]) -> bool:
        """Whether what is said of some people is said of those asked for; of anyone when nobody was."""
        return not self.groep or not voor or geldt_voor(voor, self.groep, self.catalogus.begrippen["kenmerk"])

    def blokken(self) -> Iterator[Blok]:
        yield Kop(self.naam, 3)
        if self.interventie.soort is Soort.PRAKTIJKVOORBEELD:
            yield Alinea(VOORBEELD_UITLEG, Toon.NADRUK)
        if self.optie.past_niet:
            waarom = redenen_met_feit(self.optie.past_niet)
            yield Alinea(f"Staat hier op verzoek. Past niet bij de vraag: {waarom}.", Toon.NADRUK)
        if self.optie.vraag_na:
            wat = redenen_met_feit(self.optie.vraag_na)
            yield Alinea(f"Past misschien; vraag na: {wat}.", Toon.NADRUK)
        if deel := self.optie.genoemd and van_het_geheel(self.optie.genoemd):
            yield Alinea(deel)
        yield Alinea(self.interventie.samenvatting)
        yield Velden(list(self._velden()))

    def _velden(self) -> Iterator[tuple[str, Sequence[str]]]:
        treffer = self.optie.treffer
        weg = (*OPZET, "kosteloos") if self.interventie.doel.afgeleid else (*OPZET, "kosteloos", "doel")
        past = (r for r in treffer.redenen if r.uitkomst is Uitkomst.PAST and r.onderdeel not in weg)
        if regels := [str(reden).rstrip(".") for reden in past]:
            yield "Past bij", ["; ".join(regels)]
        yield "Opzet", [self._variant(variant) for variant in self.optie.varianten]
        if not any(reden.onderdeel == "taal" for reden in treffer.redenen):
            yield (
                "Taal",
                FEITEN["talen"].regels(self.interventie, self.catalogus, varianten=self.optie.varianten),
            )
        if self.interventie.tolk:
            yield "Tolk", [self.interventie.tolk]
        yield "Kosten", self.kosten()
        if treffer.wensen:
            yield (
                "Liefst",
                [
                    f"{wens_op_naam(wens.onderdeel, self.catalogus)}: {WOORDEN[wens.uitkomst]}, {wens.feit}"
                    for wens in treffer.wensen
                ],
            )
        yield "Sterk", self.sterke_kanten()
        yield "Let op", self.beperkingen()

    def _feit(self, naam_: str) -> list[str]:
        return FEITEN[naam_].regels(self.interventie, self.catalogus)

    def _variant(self, variant: Variant) -> str:
        """What it is made of; what nobody says of it stands with the limits."""
        feiten = {naam_: VARIANTFEITEN[naam_].kort(variant, self.catalogus) for naam_ in OPZET}
        wat = "; ".join(f"{naam_} {kort}" for naam_, kort in feiten.items() if kort)
        return wat if variant.naam == self.titel else f"{variant.naam}: {wat}"

    # --- costs ------------------------------------------------------------------------

    def kosten(self) -> list[str]:
        """The computed costs, or else the published prices; training of trainers where one must begin with that."""
        if self.optie.kosten:
            regels = list(self._berekende_kosten())
            opleiding = [
                kostenregel(post, self.catalogus, noem_soort=False).rstrip(".")
                for post in self.optie.kosten[0].opleiding
            ]
            if opleiding and self.interventie.overdraagbaarheid.alleen_zelf:
                regels.append(f"Opleiding van trainers (eenmalig, telt niet mee): {'; '.join(opleiding)}.")
            return regels
        return self.gepubliceerde_kosten()

    def _berekende_kosten(self) -> Iterator[str]:
        """Each price once, with of which variants it is and the notes of it alone; those of all prices once."""
        noten = [dict.fromkeys(self._kostennoten(raming)) for raming in self.optie.kosten]
        van_alle = [noot for noot in noten[0] if len(noten) > 1 and all(noot in van for van in noten)]
        per_prijs: dict[str, list[str]] = {}
        for raming, van in zip(self.optie.kosten, noten, strict=True):
            wat, prijs_ = kosten_voluit(raming, self.catalogus)
            eigen = [noot for noot in van if noot not in van_alle]
            tekst = f"{prijs_}. Hierbij: {_noten(eigen)}" if eigen else prijs_
            per_prijs.setdefault(tekst, []).append(wat)
        for tekst, waarvan in per_prijs.items():
            yield f"{opsomming(waarvan)}: {tekst}" if all(waarvan) else tekst
        if van_alle:
            yield f"Bij elke prijs: {_noten(van_alle)}"

    def gepubliceerde_kosten(self) -> list[str]:
        """The prices as published, each in its own unit; by which source where more give one of the same."""
        eigen = {variant.id for variant in self.optie.varianten}
        posten = [post for post in self.interventie.kosten if post.variant is None or post.variant in eigen]
        bronnen: dict[tuple[object, ...], set[str]] = {}
        for post in posten:
            bronnen.setdefault((post.soort, post.variant, post.eenheid), set()).add(post.bron)

        def regel(post: Kostenpost) -> str:
            kaal = kostenregel(post._replace(toelichting=None), self.catalogus, self.interventie.varianten)
            van_meer = len(bronnen[post.soort, post.variant, post.eenheid]) > 1
            return f"{kaal} ({bronnen_kort([post.bron], self.catalogus)})" if van_meer else kaal

        return list(map(regel, posten)) or [NIET_GEPUBLICEERD]

    def _kostennoten(self, raming: Kostenraming) -> Iterator[str]:
        """Where a price is from, and its warnings without what one may type: a memo is read away from the keyboard.

        What another source says of a price stands with the differences, what it covers with the limits.
        """
        for bron in raming.bronnen:
            yield f"bron: {bron._replace(bron=BronId(bronnen_kort([bron.bron], self.catalogus)))}"
        elders = (Waarschuwingsoort.AFWIJKING, Waarschuwingsoort.DEKKING)
        for waarschuwing in raming.waarschuwingen:
            if waarschuwing.soort is Waarschuwingsoort.OPLEIDING:
                yield "eerst eigen trainers opleiden"
            elif waarschuwing.soort not in elders:
                yield str(waarschuwing)

    # --- evidence ---------------------------------------------------------------------

    def erkenningen(self) -> list[Erkenning]:
        """The ratings of all that is described of it, which have not ended."""
        return [e for e in self.interventie.bewijs.erkenningen if self._geldt(e)]

    def _geldt(self, erkenning: Erkenning) -> bool:
        return all(geldt(erkenning, variant, self.vandaag) for variant in self.optie.varianten)

    def onderzoek(self, *, gunstig: bool) -> list[Onderzoek]:
        """The studies that speak for all that is described of it, or the others that are about some of that."""
        eigen = [eigen_onderzoek(self.interventie, variant) for variant in self.optie.varianten]

        def telt(onderzoek: Onderzoek) -> bool:
            return onderzoek.richting is Richting.GUNSTIG and all(onderzoek in van for van in eigen)

        alle = (o for o in self.interventie.bewijs.onderzoek if telt(o) or self._raakt(o.varianten))
        return [onderzoek for onderzoek in alle if telt(onderzoek) is gunstig]

    def _andere_uitkomst(self) -> list[Onderzoek]:
        """The studies of this itself with an outcome that does not speak for it, or of which nobody says that it does."""
        anders = (Richting.GEMENGD, Richting.GEEN_EFFECT, Richting.ONGUNSTIG, Richting.NIET_INGEDEELD)
        return [o for o in self.onderzoek(gunstig=False) if o.richting in anders and o.over is Over.DEZE]

    def _raakt(self, varianten: Collection[str]) -> bool:
        """Whether what is said of these variants, or of the whole, is about some of what is described."""
        return not varianten or any(variant.id in varianten for variant in self.optie.varianten)

    def bewijs_kort(self) -> str:
        """How sure it is, at a glance: of all these variants, then of some; that there is nothing only where there is."""
        van_alle = self.erkenningen()
        erkend = [opsomming(self._niveaus(van_alle))] if van_alle else []
        if not any(erkenning.niveau for erkenning in van_alle):
            erkend += self._alleen(
                lambda variant: self._niveaus(
                    [e for e in self._erkenningen_van(variant) if e not in van_alle]
                )
            )
        gunstig = self._gunstig(self.onderzoek(gunstig=True)) or self._alleen(
            lambda variant: self._gunstig(self._gunstig_van(variant))
        )
        begrippen = self.catalogus.begrippen["onderzoeksoort"]
        anders = dict.fromkeys(
            f"{richting(o, self.catalogus)}: {naam(o.soort, begrippen)}" for o in self._andere_uitkomst()
        )
        geen = f"geen {'eigen ' * bool(self.interventie.bewijs.erkenningen)}erkenning"
        if not (erkend or gunstig or anders):
            return f"{geen} of gunstig onderzoek gepubliceerd"
        return "; ".join(
            [
                *(erkend or [f"{geen} gepubliceerd"]),
                *([*gunstig, *anders] or ["geen gunstig onderzoek gepubliceerd"]),
            ]
        )

    @property
    def heeft_deels_bewijs(self) -> bool:
        """Whether there is a rating or a favourable study of some of what is described, and not of all."""
        van_alle = (*self.erkenningen(), *self.onderzoek(gunstig=True))
        return any(
            bewijs not in van_alle
            for variant in self.optie.varianten
            for bewijs in (*self._erkenningen_van(variant), *self._gunstig_van(variant))
        )

    def _erkenningen_van(self, variant: Variant) -> list[Erkenning]:
        return [e for e in self.interventie.bewijs.erkenningen if geldt(e, variant, self.vandaag)]

    def _gunstig_van(self, variant: Variant) -> list[Onderzoek]:
        return [o for o in eigen_onderzoek(self.interventie, variant) if o.richting is Richting.GUNSTIG]

    def _niveaus(self, erkenningen: Sequence[Erkenning]) -> list[str]:
        """The levels, or else where it is listed; each once."""
        niveaus = [naam(e.niveau, self.catalogus.begrippen["niveau"]) for e in erkenningen if e.niveau]
        return list(dict.fromkeys(niveaus or [erkenning_kern(e, self.catalogus) for e in erkenningen]))

    def _gunstig(self, onderzoeken: Sequence[Onderzoek]) -> list[str]:
        """The first kinds of study, in the order of how much they say, with among whom."""
        per_soort = {
            b.naam: [onderzoek for onderzoek in onderzoeken if onderzoek.soort == code]
            for code, b in self.catalogus.begrippen["onderzoeksoort"].items()
        }
        soorten = [f"{soort}{onder_wie(studies)}" for soort, studies in per_soort.items() if studies]
        meer = [f"{len(soorten) - 1} meer"] if len(soorten) > 2 else soorten[1:]
        return [f"gunstig: {opsomming([soorten[0], *meer])}"] if soorten else []

    def _alleen(self, zeg: Callable[[Variant], Iterable[str]]) -> list[str]:
        """What is said of some of the variants, each once, with of which."""
        return [f"{tekst}, alleen {opsomming(wie)}" for tekst, wie in self._per_tekst(zeg).items()]

    def _per_tekst(self, zeg: Callable[[Variant], Iterable[str]]) -> dict[str, list[str]]:
        """All that is said of variants, with the names of those that it is said of."""
        per_tekst: dict[str, list[str]] = {}
        for variant in self.optie.varianten:
            for tekst in zeg(variant):
                per_tekst.setdefault(tekst, []).append(variant.naam)
        return per_tekst

    # --- strong points and limits, from the facts ---------------------------------------

    def sterke_kanten(self) -> list[str]:
        """All that speaks for it; as complete as the limits, for a fair picture."""
        return list(self._sterk()) or [NIET_GEPUBLICEERD]

    def beperkingen(self) -> list[str]:
        """All that speaks against it or is unknown, each once; a published condition is never left out."""
        return list(dict.fromkeys(self._beperkt())) or [NIET_GEPUBLICEERD]

    def _sterk(self) -> Iterator[str]:
        if self.is_voorselectie:
            yield f"{zin(STER_BETEKENIS)}."
        for erkenning in self.erkenningen():
            van_deze = erkenning._replace(varianten=())
            yield f"Erkenning: {erkenningsregel(van_deze, self.interventie, self.catalogus)}"
        if gunstig := self.onderzoek(gunstig=True):
            korte = (
                onderzoek_kort(o._replace(varianten=()), self.interventie, self.catalogus) for o in gunstig
            )
            yield f"Onderzoek met gunstige uitkomst: {'; '.join(dict.fromkeys(korte))}."
        if ja := self._kwaliteit({Kwaliteitsantwoord.JA}):
            yield f"Kwaliteit volgens de bronnen: {ja}."
        yield from self._per_variant(lambda variant: self._over_prijs(variant, gunstig=True))
        if self.interventie.overdraagbaarheid.mogelijk is Overdracht.JA:
            yield f"{zin(self._overdracht())}."

    def _beperkt(self) -> Iterator[str]:
        yield from self._deel_van_de_groep()
        yield from self._zwak_bewijs()
        if gemist := " ".join(self._gemist()):
            yield gemist
        for wie, dezelfde in (("Andere bronnen melden", False), ("Dezelfde bron meldt ook", True)):
            if verschillen := "; ".join(self._verschillen(dezelfde=dezelfde)):
                yield f"{wie}: {verschillen}."
        yield from self._voorwaarden()

    def _deel_van_de_groep(self) -> Iterator[str]:
        """For whom of those asked it is, and of whom that is not known."""
        treffer = self.optie.treffer
        if treffer.dekking:
            yield f"Dekt van de gevraagde leeftijd alleen: {treffer.dekking.tekst}."
        if talen := talen_gedekt(treffer, self.catalogus):
            open_ = [naam(taal, self.catalogus.begrippen["taal"]) for taal in treffer.taal_onbekend]
            of_ook = f" Of het in het {opsomming(open_)} kan, is niet bekend." if open_ else ""
            yield f"Dekt van de gevraagde talen {'zeker' if open_ else 'alleen'}: {talen}.{of_ook}"
        if treffer.beperking:
            yield f"Alleen voor {treffer.beperking}."

    def _zwak_bewijs(self) -> Iterator[str]:
        """Ratings and studies that do not count here, or do not speak for it."""
        i = self.interventie
        regels = FEITEN["erkenning"].regels(i, self.catalogus, vandaag=self.vandaag)
        for erkenning, regel in zip(i.bewijs.erkenningen, regels, strict=False):
            if not self._geldt(erkenning) and self._raakt(erkenning.varianten):
                yield f"Erkenning die hier niet meetelt: {regel}"
        anders = self._andere_uitkomst()
        rest = [onderzoek for onderzoek in self.onderzoek(gunstig=False) if onderzoek not in anders]
        for wat, onderzoeken in (
            ("Ander onderzoek", anders),
            ("Onderzoek dat hier niet of voor een deel telt", rest),
        ):
            if onderzoeken:
                yield f"{wat}: {'; '.join(self._geteld(onderzoeken)).removesuffix('.')}."

    def _gemist(self) -> Iterator[str]:
        """What is not known of the price or of other facts, and what the sources deny."""
        yield from self._per_variant(lambda variant: self._over_prijs(variant, gunstig=False))
        if nee := self._kwaliteit({Kwaliteitsantwoord.NEE, Kwaliteitsantwoord.GEEN}):
            yield f"Kwaliteit, volgens de bronnen niet: {nee}."
        overdracht = self.interventie.overdraagbaarheid
        if overdracht.mogelijk is not Overdracht.JA and not overdracht.alleen_zelf:
            yield f"{zin(self._overdracht())}."
        if weg := list(onbekend(self.interventie, self.optie.varianten, self.vandaag)):
            yield f"Niet gepubliceerd: {opsomming(weg)}."

    def _overdracht(self) -> str:
        """Whether others may give it; on what terms is for who asks that."""
        return naam(self.interventie.overdraagbaarheid.mogelijk, self.catalogus.begrippen["overdracht"])

    def _voorwaarden(self) -> Iterator[str]:
        i, kenmerken = self.interventie, self.catalogus.begrippen["kenmerk"]
        if not i.regio.landelijk:
            yield f"Regio: {'; '.join(self._feit('regio'))}"
        if i.overdraagbaarheid.alleen_zelf:
            yield from map(zin, self._feit("zelf uitvoeren"))
        yield from i.aandachtspunten
        for punt in i.aandachtspunten_deels:
            over_hen = kan_gelden(punt.voor, self.groep, kenmerken) and raakt(self.leeftijden, punt.leeftijd)
            if over_hen and self._raakt(punt.varianten):
                yield self._van_welke(punt.varianten, punt.tekst)

    def _van_welke(self, varianten: Collection[str], tekst: str) -> str:
        """What is said of some of what is described, with of which."""
        wie = [variant.naam for variant in self.optie.varianten if variant.id in varianten]
        return f"{opsomming(wie)}: {tekst}" if 0 < len(wie) < len(self.optie.varianten) else tekst

    def _geteld(self, onderzoeken: Iterable[Onderzoek]) -> Iterator[str]:
        """Studies that say nothing good of what is described, with why; those of which the same holds are counted."""
        eigen = {variant.id for variant in self.optie.varianten}

        def kort(onderzoek: Onderzoek) -> str:
            van_alle = onderzoek._replace(auteurs=None, jaar=None, onafhankelijk=None)
            over = van_alle._replace(varianten=()) if eigen <= {*onderzoek.varianten} else van_alle
            return onderzoek_kort(over, self.interventie, self.catalogus)

        def uitkomst(onderzoek: Onderzoek) -> str:
            return f": {onderzoek.uitkomst}" if onderzoek.richting is Richting.NIET_INGEDEELD else ""

        teksten = [
            kort(o)
            if o.richting is Richting.GUNSTIG
            else f"{kort(o)}, {richting(o, self.catalogus)}{uitkomst(o)}"
            for o in onderzoeken
        ]
        for tekst, aantal in Counter(teksten).items():
            yield f"{tekst} ({aantal} keer)" if aantal > 1 else tekst

    def _per_variant(self, zeg: Callable[[Variant], Iterable[str]]) -> Iterator[str]:
        """What is said of each variant, once; with their names when it does not hold for all."""
        for tekst, wie in self._per_tekst(zeg).items():
            alle = len(wie) == len(self.optie.varianten)
            yield tekst if alle else f"{tekst} Dit geldt alleen voor: {opsomming(wie)}."

    def _over_prijs(self, variant: Variant, *, gunstig: bool) -> Iterator[str]:
        """What speaks for the price of a variant, or against it; a computed price may be of all variants."""
        status, post = prijs(self.interventie, self.catalogus.begrippen, [variant])
        ramingen = [raming for raming in self.optie.kosten if raming.variant in (None, variant)]
        deels = status is Kostenstatus.DEELS or any(
            raming.ondergrens and raming.totaal is not None for raming in ramingen
        )
        peil = post.prijspeil if post else None
        oud = peil is not None and is_oud(peil, self.vandaag.year)
        if gunstig and status is Kostenstatus.KOSTELOOS and all(raming.is_kosteloos for raming in ramingen):
            yield "Kosteloos voor de opdrachtgever."
        if gunstig and status is Kostenstatus.BEKEND and peil and not oud and not deels:
            yield f"De prijs is gepubliceerd, met het jaar ({peil})."
        if not gunstig and status in (None, Kostenstatus.OP_AANVRAAG):
            yield f"De prijs is {'alleen op aanvraag' if status else NIET_GEPUBLICEERD}."
        elif not gunstig and deels:
            yield "Een deel van de kosten is niet bekend."
        if not gunstig and oud:
            yield f"De prijs is oud: van {peil}."

    def _kwaliteit(self, antwoorden: Collection[Kwaliteitsantwoord]) -> str:
        """The names of the quality questions that the sources answer so, with of whom each is said."""
        per_bereik: dict[str, set[str]] = {}
        for kwaliteit in self.interventie.kwaliteit:
            if kwaliteit.antwoord in antwoorden and self._is_over(kwaliteit.voor):
                bereik = "" if self.groep else gezegd_over(kwaliteit, self.catalogus)
                per_bereik.setdefault(bereik, set()).add(kwaliteit.vraag)
        return "; ".join(
            namen(vragen, "kwaliteitsvraag", self.catalogus) + bereik for bereik, vragen in per_bereik.items()
        )

    def _verschillen(self, *, dezelfde: bool) -> Iterator[str]:
        """Where another source differs on a fact that is shown here, or the same one does; the same value is said once.

        Of a price it is said which one counts and why, so that the other is not taken for it.
        """
        eigen = {variant.id for variant in self.optie.varianten}
        onze = {veld for post in self._toegevoegde_prijzen() for veld in ("kosten", f"kosten.{post.soort}")}
        bronnen: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
        for afwijking in self.interventie.afwijkingen:
            veld, _, deel = afwijking.veld.partition(".")
            variant, _, kenmerk = deel.partition(".")
            toont = veld == "kosten" or (veld == "varianten" and variant in eigen)
            if toont and (self._bronnen_van(veld, variant, kenmerk) == {afwijking.bron}) is dezelfde:
                feit, waarde = kenmerk or veld, afwijking.waarde.rstrip(".")
                telt = feit == "kosten" and afwijking.veld not in onze
                waarom = f". {afwijking.toelichting.rstrip('.')}" if telt else ""
                verschil = waarde if feit in waarde.split()[:2] else f"{feit} {waarde}"
                ids, varianten = bronnen.setdefault((verschil, waarom), ([], []))
                ids.append(afwijking.bron)
                varianten.append(variant)
        for (verschil, waarom), (ids, varianten) in bronnen.items():
            yield f"{self._van_welke(varianten, verschil)} ({bronnen_kort(ids, self.catalogus)}){waarom}"

    def _bronnen_van(self, veld: str, deel: str, kenmerk: str) -> set[str]:
        """Who says what is shown of a fact that sources differ on: of a kind of costs, or of a variant."""
        if veld == "kosten":
            return {post.bron for post in self.interventie.kosten if deel in ("", post.soort)}
        (variant,) = (variant for variant in self.optie.varianten if variant.id == deel)
        return {*bronnen_van(self.interventie, kenmerk, variant)}

    def _toegevoegde_prijzen(self) -> Iterator[Kostenpost]:
        """The prices that count in the place of those of which the sources say which one does."""
        for variant in self.optie.varianten:
            post = prijs(self.interventie, self.catalogus.begrippen, [variant]).post
            if post and is_toegevoegd(post, self.interventie):
                yield post


def _noten(noten: Iterable[str]) -> str:
    return f"{'; '.join(noot.rstrip('.') for noot in noten)}."


def _zonder_opdracht(waarde: Any) -> Any:
    """A record in which what nobody filled in yet says so, for who cannot fill it in."""
    if waarde == NOG_INVULLEN:
        return NIET_INGEVULD
    if not isinstance(waarde, tuple):
        return waarde
    delen = [_zonder_opdracht(deel) for deel in waarde]
    return type(waarde)(*delen) if is_record(type(waarde)) else tuple(delen)
