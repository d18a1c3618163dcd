"""A decision memo: everything that a choice rests on, brought together from the other rules."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import NOG_INVULLEN, Interventie, Kostensoort, Soort, Taalgroep, Variant, Vorm
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.bewijs import geldt
from lpi_cli.kern.deelname import lees_wie
from lpi_cli.kern.filters import gevraagde_groep
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.kies import Kiesresultaat, kies
from lpi_cli.kern.kosten import STANDAARDVOLGORDE
from lpi_cli.kern.kostenvraag import bereken_treffers
from lpi_cli.kern.oordeel import Slotsom, Uitkomst
from lpi_cli.kern.prijs import Kostenstatus, Prijs, prijs
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.toets import Toetsuitslag
from lpi_cli.kern.vraag import Vraag
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.kern.zoek import NetNiet, Reden, Treffer, beoordeel, gemist

MEESTE_OPTIES = 8
"""Interventions that the memo describes in full; the others have a line each."""
PAST_BIJ = {Slotsom.PAST: True, Slotsom.MISSCHIEN: None, Slotsom.NET_NIET: False, Slotsom.NIET: False}


class Voorstel(NamedTuple):
    """What someone proposes to those who decide, and why."""

    wat: Gevraagd
    reden: str | None


class Notitieopdracht(NamedTuple):
    """What a memo is asked for."""

    vraag: Vraag
    gevraagd: Sequence[Gevraagd]
    """What to describe, whether it fits or not."""
    aannames: Aannames | None
    """None without a number of people: then nothing is computed."""
    toetsen: Sequence[Toetsuitslag]
    datum: date
    voorstel: Voorstel | None = None
    van: str | None = None
    aan: str | None = None

    @property
    def genoemd(self) -> tuple[Gevraagd, ...]:
        """What was proposed or asked, each variant that was named by itself and none twice."""
        gevraagd = [los for een in self.gevraagd for los in een.elk()]
        if self.voorstel is None:
            return tuple(gevraagd)
        wat = self.voorstel.wat
        naast = [
            een.zonder(wat.varianten) if een.interventie is wat.interventie else (een,) for een in gevraagd
        ]
        plek = next((nr for nr, een in enumerate(gevraagd) if een.interventie is wat.interventie), 0)
        return tuple(een for rest in (*naast[:plek], (wat,), *naast[plek:]) for een in rest)

    @property
    def antwoorden(self) -> Mapping[str, Sequence[str]] | None:
        """What one may fit or not; None when only ``gevraagd`` is asked."""
        return self.vraag.filters or (None if self.gevraagd else {})

    @property
    def groep(self) -> set[str]:
        """Who the people are, in words of the vocabulary; empty when nobody said."""
        return gevraagde_groep(self.vraag.filters)


class Optie(NamedTuple):
    """An intervention in the memo, with what the judgement says of it and what it costs."""

    treffer: Treffer
    kosten: tuple[Kostenraming, ...]
    """Per variant; empty without a number of people."""
    past: bool | None
    """Whether it fits the answers; None when that is not known, or when there are no answers."""
    prijzen: tuple[Prijs, ...]
    """As published, of each variant."""
    genoemd: Gevraagd | None = None
    """As someone named it, when someone did."""

    @property
    def naam(self) -> str:
        return self.genoemd.naam if self.genoemd else self.interventie.naam

    def is_van(self, raming: Kostenraming) -> bool:
        """Whether an estimate is of this, or of all variants together."""
        return raming.interventie is self.interventie and raming.variant in (None, *self.varianten)

    @property
    def interventie(self) -> Interventie:
        return self.treffer.interventie

    @property
    def varianten(self) -> tuple[Variant, ...]:
        return self.treffer.varianten

    @property
    def tellend(self) -> tuple[Kostenraming, ...]:
        """Without what another source asks for the same."""
        return tuple(raming for raming in self.kosten if not is_andere_prijs(raming))

    @property
    def past_niet(self) -> tuple[Reden, ...]:
        """Why it does not fit."""
        return tuple(reden for reden in self.treffer.redenen if reden.uitkomst is Uitkomst.PAST_NIET)

    @property
    def vraag_na(self) -> tuple[Reden, ...]:
        """What must be asked to know whether it fits."""
        return () if self.past_niet else self.treffer.vraag_na


class Afgevallen(NamedTuple):
    """What does not fit for certain: pre-selected ones with all reasons, near misses, how many more."""

    voorselectie: tuple[tuple[Interventie, tuple[Reden, ...]], ...]
    net_niet: tuple[NetNiet, ...]
    meer: int


class Advies(NamedTuple):
    opdracht: Notitieopdracht
    keuze: Kiesresultaat
    passend: tuple[Optie, ...]
    """All that fits the answers, in the order of the wishes; nothing when there were no answers."""
    misschien: tuple[Optie, ...]
    """What may fit, in that order."""
    opties: tuple[Optie, ...]
    """In full: what was asked for, or else what fits, or may when nothing does; and what is proposed."""
    kosten: tuple[Kostenraming, ...]
    """Of all that fits, may fit or was asked."""
    afgevallen: Afgevallen | None
    """None when nothing was chosen between."""

    @property
    def tabel(self) -> tuple[Optie, ...]:
        """What one chooses between on the first page."""
        eerst = [*self.opties, *(optie for optie in self.passend if optie not in self.opties)]
        return (*eerst, *(optie for optie in self.misschien if optie not in eerst))[:MEESTE_OPTIES]

    @property
    def overige(self) -> tuple[Optie, ...]:
        """What fits too, a line each."""
        return tuple(optie for optie in self.passend if optie not in self.opties)


def stel_advies_op(catalogus: Catalogus, opdracht: Notitieopdracht) -> Advies:
    """Compose the memo. Raises ``Vraagfout`` for an answer that is not understood, or too many asked."""
    if (aantal := sum(len(een.elk()) for een in opdracht.gevraagd)) > MEESTE_OPTIES:
        raise Vraagfout(f"Vraag ten hoogste {MEESTE_OPTIES} interventies; u gaf er {aantal}.")
    vraag = opdracht.vraag
    keuze = kies(catalogus, vraag.filters, opdracht.datum, vraag.liefst)
    zonder_antwoorden = opdracht.antwoorden is None
    genoemd = [_weeg(een, opdracht, catalogus) for een in opdracht.genoemd]
    gevonden = () if zonder_antwoorden else tuple(_gevonden(keuze, genoemd, opdracht, catalogus))
    past, misschien = (
        [kandidaat for kandidaat in gevonden if kandidaat.treffer.slotsom is slotsom]
        for slotsom in (Slotsom.PAST, Slotsom.MISSCHIEN)
    )
    vol = _in_detail(opdracht, genoemd, past or misschien)
    groepen = (past, misschien, [kandidaat for kandidaat in vol if kandidaat not in (*past, *misschien)])
    kosten = dict.fromkeys(
        raming
        for groep in groepen
        for raming in _kosten([treffer for treffer, _ in groep], opdracht, catalogus)
    )
    per_interventie: dict[Interventie, list[Kostenraming]] = {}
    for raming in kosten:
        per_interventie.setdefault(raming.interventie, []).append(raming)

    def optie(kandidaat: _Kandidaat) -> Optie:
        treffer, zo_genoemd = kandidaat
        of_het_past = None if zonder_antwoorden else PAST_BIJ[treffer.slotsom]
        zonder_kosten = Optie(treffer, (), of_het_past, prijzen_van(treffer, catalogus), zo_genoemd)
        eigen = filter(zonder_kosten.is_van, per_interventie.get(treffer.interventie, ()))
        return zonder_kosten._replace(kosten=tuple(eigen))

    return Advies(
        opdracht=opdracht,
        keuze=keuze,
        passend=tuple(map(optie, past)),
        misschien=tuple(map(optie, misschien)),
        opties=tuple(map(optie, vol)),
        kosten=tuple(kosten),
        afgevallen=None if zonder_antwoorden else _afgevallen(catalogus, keuze, opdracht),
    )


def prijzen_van(treffer: Treffer, catalogus: Catalogus) -> tuple[Prijs, ...]:
    """As published, of each of its variants."""
    return tuple(prijs(treffer.interventie, catalogus.begrippen, [variant]) for variant in treffer.varianten)


class _Kandidaat(NamedTuple):
    """What may be an option, and as what it was named when it was."""

    treffer: Treffer
    genoemd: Gevraagd | None


def _weeg(wat: Gevraagd, opdracht: Notitieopdracht, catalogus: Catalogus) -> _Kandidaat:
    vraag = opdracht.vraag
    return _Kandidaat(beoordeel(wat, vraag.filters, catalogus, opdracht.datum, vraag.liefst), wat)


def _gevonden(
    keuze: Kiesresultaat, genoemd: Sequence[_Kandidaat], opdracht: Notitieopdracht, catalogus: Catalogus
) -> Iterator[_Kandidaat]:
    """What fits, in the order of the wishes, and what may; what was named of it by itself, beside the rest."""
    past = sorted((*keuze.voorselectie, *keuze.gids), key=lambda treffer: treffer.op_wensen)
    for treffer in (*past, *keuze.misschien):
        zo_genoemd = [een for een in genoemd if een.treffer.interventie is treffer.interventie]
        yield from zo_genoemd
        los = {variant for een in zo_genoemd if een.genoemd for variant in een.genoemd.varianten}
        if not zo_genoemd:
            yield _Kandidaat(treffer, None)
        for rest in Gevraagd(treffer.interventie, treffer.varianten).zonder(los) if zo_genoemd else ():
            yield _weeg(rest, opdracht, catalogus)


def _in_detail(
    opdracht: Notitieopdracht, genoemd: Sequence[_Kandidaat], gevonden: Sequence[_Kandidaat]
) -> list[_Kandidaat]:
    """What is described in full: what was asked, or else what was found; and what is proposed."""
    if opdracht.gevraagd:
        return [*genoemd][:MEESTE_OPTIES]
    vol = [*gevonden][:MEESTE_OPTIES]
    return [*(een for een in genoemd if een not in vol), *vol][:MEESTE_OPTIES]


def _kosten(
    treffers: Sequence[Treffer], opdracht: Notitieopdracht, catalogus: Catalogus
) -> list[Kostenraming]:
    """In the order of ``lpi kosten``; nothing without a number of people."""
    aannames = opdracht.aannames
    if aannames is None:
        return []
    vraag = opdracht.vraag.filters
    wie = lees_wie(vraag, aannames.deelnemers, aannames.mensen, catalogus, opdracht.datum)
    return bereken_treffers(treffers, aannames, catalogus, STANDAARDVOLGORDE, wie)


def _afgevallen(catalogus: Catalogus, keuze: Kiesresultaat, opdracht: Notitieopdracht) -> Afgevallen:
    past = {treffer.interventie for treffer in (*keuze.voorselectie, *keuze.gids, *keuze.misschien)}
    weg = [i for i in catalogus.interventies if i.soort is Soort.INTERVENTIE and i not in past]
    voorselectie = tuple(
        (i, gemist(Gevraagd.heel(i), opdracht.antwoorden or {}, catalogus, opdracht.datum))
        for i in weg
        if i.voorselectie
    )
    net_niet = tuple(gemiste for gemiste in keuze.net_niet if not gemiste.interventie.voorselectie)
    return Afgevallen(voorselectie, net_niet, len(weg) - len(voorselectie) - len(net_niet))


# --- which price counts ---------------------------------------------------------------


def is_andere_prijs(raming: Kostenraming) -> bool:
    """Whether it is a second price of one training: another source has its price before this one.

    An own catalogue puts its price first, so that counts and the published one stands beside it.
    """
    if raming.status is not Kostenstatus.BEKEND or raming.post is None:
        return False
    van_variant = (None, raming.variant.id if raming.variant else None)
    bronnen = [
        post.bron
        for post in raming.interventie.kosten
        if post.soort is Kostensoort.UITVOERING and post.bedrag is not None and post.variant in van_variant
    ]
    return bool(bronnen) and raming.post.bron != bronnen[0]


# --- what is not known ----------------------------------------------------------------


def niet_ingevuld(interventie: Interventie) -> list[str]:
    """The fields of a new own intervention that still ask to be filled in."""
    return [veld for veld, waarde in interventie._asdict().items() if _vraagt_om_tekst(waarde)]


def _vraagt_om_tekst(waarde: object) -> bool:
    return waarde == NOG_INVULLEN or (isinstance(waarde, tuple) and any(map(_vraagt_om_tekst, waarde)))


def onbekend(interventie: Interventie, varianten: Sequence[Variant], vandaag: date) -> Iterator[str]:
    """The facts that matter to arrange it and that no source publishes, each in a word or two.

    Behind what is published of some variants, of which others it is not.
    """

    def mist(variant: Variant) -> dict[str, bool]:
        grootte = variant.groepsgrootte
        zonder_taal = variant.taalgroep is Taalgroep.ZONDER_TAAL
        return {
            "leeftijd": not variant.leeftijd.gepubliceerd,
            "aantal bijeenkomsten": not (variant.bijeenkomsten and variant.bijeenkomsten.aantal),
            "groepsgrootte": Vorm.GROEP in variant.vorm and not (grootte and grootte.max),
            "talen": not (variant.talen or interventie.talen or zonder_taal),
        }

    van = [(variant.naam, mist(variant)) for variant in varianten]
    for feit in dict.fromkeys(feit for _, feiten in van for feit in feiten):
        wie = [naam for naam, feiten in van if feiten[feit]]
        kan_het_hebben = [v for v in varianten if feit != "groepsgrootte" or Vorm.GROEP in v.vorm]
        if wie:
            yield feit if len(wie) == len(kan_het_hebben) else f"{feit} ({opsomming(wie)})"
    regio = interventie.regio
    if regio.landelijk is None and not (regio.plaatsen or regio.provincies or regio.toelichting):
        yield "regio"
    if not interventie.uitvoerders:
        yield "wie het uitvoert"
    eigen = [e for e in interventie.bewijs.erkenningen if all(geldt(e, v, vandaag) for v in varianten)]
    if not any(e.niveau for e in eigen):
        yield "niveau van de erkenning" if eigen else "erkenning"
    studies, ids = interventie.bewijs.onderzoek, {v.id for v in varianten}
    if not any(not studie.varianten or ids & {*studie.varianten} for studie in studies):
        yield "eigen onderzoek" if studies else "onderzoek"
