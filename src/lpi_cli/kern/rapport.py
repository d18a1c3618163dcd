"""A decision memo: everything that a choice rests on, brought together from the other rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import NOG_INVULLEN, Interventie, Kostensoort, Soort, Variant, Vorm
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.deelname import lees_wie
from lpi_cli.kern.kies import Keuze, kies
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.kostenvraag import met_vraag
from lpi_cli.kern.leeftijd import Dekking
from lpi_cli.kern.oordeel import Uitkomst
from lpi_cli.kern.prijs import Kostenstatus
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.toets import Toetsuitslag
from lpi_cli.kern.vraag import Vraag
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zoek import NetNiet, Reden, Treffer, beoordeel, gemist

MEESTE_OPTIES = 5
"""Interventions that the memo describes in full; the others stand in one table."""


class Opdracht(NamedTuple):
    """What a memo is asked for."""

    vraag: Vraag
    gevraagd: Sequence[Interventie]
    """Interventions to describe, whether they fit or not."""
    aannames: Aannames | None
    """None without a number of people: then nothing is computed."""
    toetsen: Sequence[Toetsuitslag]
    datum: date

    @property
    def antwoorden(self) -> Mapping[str, Sequence[str]] | None:
        """What one may fit or not; None when only ``gevraagd`` is asked."""
        return self.vraag.filters or (None if self.gevraagd else {})


class Optie(NamedTuple):
    """An intervention in the memo, with the variants that it is about."""

    interventie: Interventie
    varianten: tuple[Variant, ...]
    dekking: Dekking | None
    past: bool | None
    """Whether it fits the answers; None when that is not known, or when there are no answers."""
    past_niet: tuple[Reden, ...]
    """Why it does not fit."""
    vraag_na: tuple[Reden, ...]
    """What must be asked to know whether it fits."""
    wensen: tuple[Reden, ...]
    """Whether it has what one would like."""
    kosten: tuple[Kostenraming, ...]
    """What it costs, per variant; empty without a number of people."""


class Afgevallen(NamedTuple):
    """What does not fit for certain: what may fit, pre-selected ones with all reasons, near misses, how many more."""

    misschien: tuple[Treffer, ...]
    voorselectie: tuple[tuple[Interventie, tuple[Reden, ...]], ...]
    net_niet: tuple[NetNiet, ...]
    meer: int


class Advies(NamedTuple):
    """The content of a memo."""

    opdracht: Opdracht
    keuze: Keuze
    opties: tuple[Optie, ...]
    """In full."""
    overige: tuple[Treffer, ...]
    """What fits too, in one table."""
    kosten: tuple[Kostenraming, ...]
    """Of all that fits or was asked, lowest amount per person first."""
    afgevallen: Afgevallen | None
    """None when nothing was chosen between."""

    @property
    def passend(self) -> tuple[Treffer, ...]:
        """All that fits the answers: pre-selected first; nothing when there were no answers."""
        return () if self.opdracht.antwoorden is None else (*self.keuze.voorselectie, *self.keuze.gids)

    @property
    def vergeleken(self) -> tuple[Interventie, ...]:
        """What the answer is about: all that fits; or what was asked for, without answers."""
        zonder_antwoorden = self.opdracht.antwoorden is None
        gevraagd = (optie.interventie for optie in self.opties if optie.past or zonder_antwoorden)
        return tuple(dict.fromkeys((*(treffer.interventie for treffer in self.passend), *gevraagd)))

    @property
    def getoond(self) -> tuple[Interventie, ...]:
        """All that is described, in full or in the table."""
        return (*(optie.interventie for optie in self.opties), *(t.interventie for t in self.overige))


def stel_advies_op(catalogus: Catalogus, opdracht: Opdracht) -> Advies:
    """Compose the memo. Raises ``Vraagfout`` for an answer that is not understood, or too many asked."""
    if len(opdracht.gevraagd) > MEESTE_OPTIES:
        raise Vraagfout(f"Vraag ten hoogste {MEESTE_OPTIES} interventies; u gaf er {len(opdracht.gevraagd)}.")
    keuze = kies(catalogus, opdracht.vraag.filters, opdracht.datum, opdracht.vraag.liefst)
    passend = {} if opdracht.antwoorden is None else _per_interventie((*keuze.voorselectie, *keuze.gids))
    ook = _per_interventie((*keuze.voorbeelden, *keuze.misschien))
    gevonden = {} if opdracht.antwoorden is None else passend | ook
    vol = (opdracht.gevraagd or _vanzelf(keuze))[:MEESTE_OPTIES]
    getoond = dict.fromkeys((*opdracht.gevraagd, *passend))
    kosten = _kosten(getoond, gevonden, opdracht, catalogus)
    return Advies(
        opdracht=opdracht,
        keuze=keuze,
        opties=tuple(_optie(i, gevonden.get(i), kosten, opdracht, catalogus) for i in vol),
        overige=tuple(treffer for interventie, treffer in passend.items() if interventie not in vol),
        kosten=tuple(kosten),
        afgevallen=None if opdracht.antwoorden is None else _afgevallen(catalogus, keuze, opdracht),
    )


def _vanzelf(keuze: Keuze) -> list[Interventie]:
    """What to describe when nothing is asked for: the pre-selected, or else the first of the guide."""
    return [treffer.interventie for treffer in keuze.voorselectie or keuze.gids]


def _per_interventie(treffers: Iterable[Treffer]) -> dict[Interventie, Treffer]:
    return {treffer.interventie: treffer for treffer in treffers}


def _kosten(
    interventies: Iterable[Interventie],
    gevonden: Mapping[Interventie, Treffer],
    opdracht: Opdracht,
    catalogus: Catalogus,
) -> list[Kostenraming]:
    aannames = opdracht.aannames
    if aannames is None:
        return []
    vraag = opdracht.antwoorden or {}
    wie = lees_wie(vraag, aannames.deelnemers, aannames.mensen, catalogus, opdracht.datum)
    paren = [(i, gevonden[i].varianten if i in gevonden else i.varianten) for i in interventies]
    return [
        met_vraag(raming, gevonden[raming.interventie].vraag_na if raming.interventie in gevonden else ())
        for raming in bereken_kosten(paren, aannames, catalogus.begrippen, wie=wie)
    ]


def _optie(
    interventie: Interventie,
    treffer: Treffer | None,
    kosten: Sequence[Kostenraming],
    opdracht: Opdracht,
    catalogus: Catalogus,
) -> Optie:
    redenen = (
        treffer.vraag_na
        if treffer
        else gemist(interventie, opdracht.antwoorden or {}, catalogus, opdracht.datum)
    )
    vraag = opdracht.vraag
    gewogen = treffer or beoordeel(interventie, vraag.filters, catalogus, opdracht.datum, vraag.liefst)
    valt_af = any(reden.uitkomst is Uitkomst.PAST_NIET for reden in redenen)
    is_open = bool(redenen) and not valt_af
    return Optie(
        interventie=interventie,
        varianten=treffer.varianten if treffer else interventie.varianten,
        dekking=treffer.dekking if treffer else None,
        past=None if opdracht.antwoorden is None or is_open else not valt_af,
        past_niet=redenen if valt_af else (),
        vraag_na=redenen if is_open else (),
        wensen=gewogen.wensen,
        kosten=tuple(raming for raming in kosten if raming.interventie is interventie),
    )


def _afgevallen(catalogus: Catalogus, keuze: Keuze, opdracht: Opdracht) -> Afgevallen:
    past = {treffer.interventie for treffer in (*keuze.voorselectie, *keuze.gids, *keuze.misschien)}
    weg = [i for i in catalogus.interventies if i.soort is Soort.INTERVENTIE and i not in past]
    voorselectie = tuple(
        (i, gemist(i, opdracht.antwoorden or {}, catalogus, opdracht.datum)) for i in weg if i.voorselectie
    )
    net_niet = tuple(gemiste for gemiste in keuze.net_niet if not gemiste.interventie.voorselectie)
    return Afgevallen(keuze.misschien, voorselectie, net_niet, len(weg) - len(voorselectie) - len(net_niet))


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


def onbekend(interventie: Interventie, varianten: Sequence[Variant]) -> Iterator[str]:
    """The facts that matter to arrange it and that no source publishes, each in a word or two."""
    if not any(v.leeftijd.gepubliceerd for v in varianten):
        yield "leeftijd"
    if not any(v.bijeenkomsten and v.bijeenkomsten.aantal for v in varianten):
        yield "aantal bijeenkomsten"
    if any(Vorm.GROEP in v.vorm for v in varianten) and not any(
        v.groepsgrootte and v.groepsgrootte.max for v in varianten
    ):
        yield "groepsgrootte"
    if not any(v.talen or interventie.talen for v in varianten):
        yield "talen"
    regio = interventie.regio
    if regio.landelijk is None and not (regio.plaatsen or regio.provincies or regio.toelichting):
        yield "regio"
    if not interventie.uitvoerders:
        yield "wie het uitvoert"
    if interventie.bewijs.hoogste is None:
        yield "erkenning"
    if not interventie.bewijs.onderzoek:
        yield "onderzoek"
