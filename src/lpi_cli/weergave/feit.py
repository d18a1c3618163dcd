"""Each fact of an intervention, said once: its label, its words with their scope, its source, and when two are equal.

A card, a comparison and a memo name the facts that they show, and word none themselves.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Afwijking,
    Contact,
    Doelgroep,
    Elders,
    Erkenning,
    Interventie,
    Kwaliteit,
    Over,
    Overdraagbaarheid,
    Overdracht,
    Publicatie,
    Variant,
    Voor,
)
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.contacturen import contacturen
from lpi_cli.kern.filters.codes import is_alleen_daar
from lpi_cli.kern.ouderdom import Tijd, let_op
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.vergelijk import ONBEKEND, Bekend, Delen, Tekst, zonder
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, bereik, dag_in_woorden, leeftijd_in_woorden, opsomming
from lpi_cli.weergave.feiten import (
    STER_BETEKENIS,
    bijeenkomsten_kort,
    erkenningsregel,
    groepsgrootte_kort,
    kostenregel,
    met_grens,
    met_toelichting,
    namen,
    onderzoeksregel,
    veld_in_woorden,
)


class Feitregel(NamedTuple):
    """One line of a fact, with the sources that say it; without, they stand with the last line."""

    tekst: str
    bronnen: Sequence[str] = ()
    variant: Variant | None = None
    """The only one that it is said of; None: of the whole."""
    tijd: Tijd = Tijd()

    def in_woorden(self, *, met_bronnen: bool, vandaag: date | None) -> str:
        oud = let_op(self.tijd, vandaag) if vandaag else None
        bronnen = ", ".join(dict.fromkeys(self.bronnen)) if met_bronnen else ""
        return f"{self.tekst}{f' ({oud})' if oud else ''}{f' [{bronnen}]' if bronnen else ''}"


class Feitsoort(NamedTuple):
    """One kind of fact of an intervention."""

    label: str
    zeg: Callable[[Interventie, Catalogus], Sequence[Feitregel]]
    """The fact in words; nothing when no source says it."""
    bekend: Callable[[Interventie], Bekend] | None = None
    """What can be the same or differ. Without this: running text."""

    def regels(
        self,
        interventie: Interventie,
        catalogus: Catalogus,
        *,
        met_bronnen: bool = False,
        varianten: Sequence[Variant] | None = None,
        vandaag: date | None = None,
    ) -> list[str]:
        """The fact in words, also when nobody says it; nobody is the source of that.

        ``varianten``: those that it is about; None is all. ``vandaag``: to say of what is old that it is.
        """
        over = (None, *(interventie.varianten if varianten is None else varianten))
        regels = [regel for regel in self.zeg(interventie, catalogus) if regel.variant in over]
        return [
            regel.in_woorden(met_bronnen=met_bronnen, vandaag=vandaag)
            for regel in regels or [Feitregel(NIET_GEPUBLICEERD)]
        ]


class Variantfeit(NamedTuple):
    """A fact that each variant has for itself: in short, what of it can be the same, and the words of the source."""

    kort: Callable[[Variant, Catalogus], str | None]
    bekend: Callable[[Variant], Hashable]
    toelichting: Callable[[Variant], str | None] = lambda variant: None

    def tekst(self, variant: Variant, catalogus: Catalogus) -> str | None:
        kort, toelichting = self.kort(variant, catalogus), self.toelichting(variant)
        return met_toelichting(kort or NIET_GEPUBLICEERD, toelichting) if toelichting else kort


# --- kinds of facts -------------------------------------------------------------------


def _geheel(
    label: str,
    zeg: Callable[[Interventie, Catalogus], Iterable[str | None]],
    *velden: str,
    bekend: Callable[[Interventie], Hashable] | None = None,
) -> Feitsoort:
    """A fact of the whole, with the sources of the fields that it tells of."""

    def regels(interventie: Interventie, catalogus: Catalogus) -> list[Feitregel]:
        teksten = [tekst for tekst in zeg(interventie, catalogus) if tekst]
        bronnen = [bron for veld in velden for bron in bronnen_van(interventie, veld)]
        return [*map(Feitregel, teksten[:-1]), *(Feitregel(tekst, bronnen) for tekst in teksten[-1:])]

    return Feitsoort(label, regels, (lambda i: {bekend(i)}) if bekend else None)


def _met_eigen(
    soort: Feitsoort, veld: str, zeg: Callable[[Variant, Interventie, Catalogus], Iterable[str | None]]
) -> Feitsoort:
    """The same, and behind it what a variant has of its own."""

    def regels(interventie: Interventie, catalogus: Catalogus) -> list[Feitregel]:
        eigen = {
            v: [tekst for tekst in zeg(v, interventie, catalogus) if tekst] for v in interventie.varianten
        }
        return [*soort.zeg(interventie, catalogus)] + [
            Feitregel(
                f"{v.naam}: " * (len(eigen) > 1) + "; ".join(teksten), bronnen_van(interventie, veld, v), v
            )
            for v, teksten in eigen.items()
            if teksten
        ]

    return soort._replace(zeg=regels)


def _elk(
    label: str,
    delen: Callable[[Interventie], Sequence[Any]],
    zeg: Callable[[Any, Interventie, Catalogus], str],
    bekend: Callable[[Interventie], Bekend] | None = None,
    veld: str | None = None,
    tijd: Callable[[Any], Tijd] = lambda deel: Tijd(),
) -> Feitsoort:
    """A line for each of some parts, with its own source or that of their field, and of when it is."""

    def regels(interventie: Interventie, catalogus: Catalogus) -> list[Feitregel]:
        return [
            Feitregel(
                zeg(deel, interventie, catalogus),
                bronnen_van(interventie, veld) if veld else [deel.bron],
                tijd=tijd(deel),
            )
            for deel in delen(interventie)
        ]

    return Feitsoort(label, regels, bekend)


def _per_variant(label: str, feit: Variantfeit, veld: str) -> Feitsoort:
    """One line when it is the same for all variants, else one for each."""

    def regels(interventie: Interventie, catalogus: Catalogus) -> list[Feitregel]:
        teksten = [(variant, feit.tekst(variant, catalogus)) for variant in interventie.varianten]
        gelijk = len({tekst for _, tekst in teksten}) == 1
        return [
            Feitregel(
                (tekst or NIET_GEPUBLICEERD) if gelijk else f"{variant.naam}: {tekst or NIET_GEPUBLICEERD}",
                bronnen_van(interventie, veld, variant) if tekst else (),
                None if gelijk else variant,
            )
            for variant, tekst in (teksten[:1] if gelijk else teksten)
        ]

    return Feitsoort(label, regels, lambda i: {feit.bekend(variant) for variant in i.varianten})


# --- what a source says, in words -----------------------------------------------------


def _groep(wie: Doelgroep | Variant, catalogus: Catalogus) -> Iterator[str]:
    """Who is named, to whom it is limited, and who is excluded."""
    for aanhef, codes in (("", wie.kenmerken), ("alleen voor ", wie.alleen), ("niet voor ", wie.niet)):
        if codes:
            yield f"{aanhef}{namen(codes, 'kenmerk', catalogus)}"


def _plek(waar: Interventie | Variant, catalogus: Catalogus) -> Iterator[str]:
    """The places that are named, whether only those, and where not."""
    if waar.setting:
        yield f"{'alleen ' if waar.setting_alleen else ''}{namen(waar.setting, 'setting', catalogus)}"
    if waar.setting_niet:
        yield f"niet in {namen(waar.setting_niet, 'setting', catalogus)}"


def _eigen_plek(variant: Variant, interventie: Interventie, catalogus: Catalogus) -> Iterator[str]:
    """Also that it is only where the whole is, or only at its own places because the whole is."""
    daar = variant.setting or (interventie.setting if variant.setting_alleen else ())
    alleen = is_alleen_daar(interventie, variant)
    return _plek(variant._replace(setting=daar, setting_alleen=alleen), catalogus)


def _doel(interventie: Interventie, catalogus: Catalogus) -> Iterator[str | None]:
    doelen = "; ".join(naam(doel, catalogus.begrippen["doel"]) for doel in interventie.doel.categorieen)
    onze = " (onze indeling; niet zo gepubliceerd)" if doelen and interventie.doel.afgeleid else ""
    yield from (doelen + onze or NIET_GEPUBLICEERD, interventie.doel.omschrijving)


def _preventie(wat: Interventie | Variant, catalogus: Catalogus) -> Iterator[str]:
    if wat.preventie:
        yield namen(wat.preventie, "preventie", catalogus)


def _talen(interventie: Interventie, catalogus: Catalogus) -> Iterator[str | None]:
    if interventie.talen:
        open_ = "onder andere " if interventie.talen_open else ""
        yield f"{open_}{namen(interventie.talen, 'taal', catalogus)}"
    if interventie.talen_met_tolk:
        yield "elke taal, met een tolk"
    yield interventie.talen_toelichting


def _eigen_talen(variant: Variant, catalogus: Catalogus) -> Iterator[str]:
    if variant.talen:
        yield namen(variant.talen, "taal", catalogus)
    if variant.taalgroep:
        yield f"taal van een groep: {naam(variant.taalgroep, catalogus.begrippen['taalgroep'])}"


def _wie_en_leeftijd(variant: Variant, catalogus: Catalogus) -> Iterator[str]:
    """Who takes part when that is not the people themselves, and the age."""
    if variant.voor is not Voor.DEELNEMERS:
        yield f"voor {naam(variant.voor, catalogus.begrippen['voor'])}"
    if variant.leeftijd.gepubliceerd:
        yield leeftijd_in_woorden(variant.leeftijd)


def _contacturen(variant: Variant) -> str | None:
    uren = contacturen(variant)
    return met_grens(bereik(uren.van, uren.tot, "uur"), uren.grens) if uren else None


def _regio(interventie: Interventie, catalogus: Catalogus) -> Iterator[str | None]:
    regio = interventie.regio
    provincies = [naam(code, catalogus.begrippen["provincie"]) for code in regio.provincies]
    plaatsen = opsomming([*regio.plaatsen, *provincies]) if regio.plaatsen or provincies else None
    if regio.landelijk:
        plaatsen = f"heel Nederland, onder meer {plaatsen}" if plaatsen else "heel Nederland"
    elders = naam(regio.elders, catalogus.begrippen["elders"]) if regio.elders else None
    if plaatsen and regio.elders is Elders.NEE:
        plaatsen, elders = f"alleen {plaatsen}", None
    yield from (plaatsen, elders, regio.toelichting)


def gezegd_over(kwaliteit: Kwaliteit, catalogus: Catalogus) -> str:
    """Behind a quality answer: of whom it is said, and whether it is our reading."""
    delen = [f"gezegd over {namen(kwaliteit.voor, 'kenmerk', catalogus)}"] if kwaliteit.voor else []
    delen += ["onze lezing"] if kwaliteit.afgeleid else []
    return f" ({'; '.join(delen)})" if delen else ""


def _overdracht(overdracht: Overdraagbaarheid, catalogus: Catalogus) -> str:
    zelf = "men voert het zelf uit, met eigen mensen die eerst worden opgeleid"
    delen = [naam(overdracht.mogelijk, catalogus.begrippen["overdracht"]), *[zelf] * overdracht.alleen_zelf]
    return met_toelichting("; ".join(delen), overdracht.omschrijving)


def _kwaliteit(kwaliteit: Kwaliteit, interventie: Interventie, catalogus: Catalogus) -> str:
    vraag = naam(kwaliteit.vraag, catalogus.begrippen["kwaliteitsvraag"])
    antwoord = naam(kwaliteit.antwoord, catalogus.begrippen["kwaliteitsantwoord"])
    return f"{vraag}: {antwoord}{gezegd_over(kwaliteit, catalogus)}. {kwaliteit.toelichting}"


def _let_op(interventie: Interventie, catalogus: Catalogus) -> Iterator[Feitregel]:
    """What holds for all of it, then what holds for some variants or people, with their names."""
    for tekst in interventie.aandachtspunten:
        yield Feitregel(tekst, bronnen_van(interventie, "aandachtspunten"))
    for punt in interventie.aandachtspunten_deels:
        wie = [v.naam for v in interventie.varianten if v.id in punt.varianten]
        mensen = [namen(punt.voor, "kenmerk", catalogus)] if punt.voor else []
        mensen += [leeftijd_in_woorden(punt.leeftijd)] if punt.leeftijd else []
        delen = [opsomming(wie), *mensen] if wie else mensen
        yield Feitregel(
            f"{', '.join(delen)}: {punt.tekst}", bronnen_van(interventie, "aandachtspunten_deels")
        )


def _publicatie(publicatie: Publicatie, interventie: Interventie, catalogus: Catalogus) -> str:
    jaar = f"({publicatie.jaar})" if publicatie.jaar else None
    return " ".join(filter(None, [publicatie.titel, jaar, publicatie.url]))


def _contact(contact: Contact, interventie: Interventie, catalogus: Catalogus) -> str:
    wegen = (*contact.email, *contact.telefoon, *contact.website)
    nagekeken = contact.nagekeken and f"nagekeken op {dag_in_woorden(contact.nagekeken)}"
    return (
        ", ".join(filter(None, [contact.naam, contact.organisatie, *wegen, nagekeken])) or NIET_GEPUBLICEERD
    )


def _afwijking(afwijking: Afwijking, interventie: Interventie, catalogus: Catalogus) -> str:
    elders = met_toelichting(f"volgens {afwijking.bron} {afwijking.waarde}", afwijking.toelichting)
    return f"{veld_in_woorden(afwijking.veld)}: {elders}"


# --- what can be the same -------------------------------------------------------------


def _bekende_plek(variant: Variant, interventie: Interventie) -> Hashable:
    """What is only named may be given elsewhere too."""
    plekken = frozenset(variant.setting or interventie.setting)
    return plekken if plekken and is_alleen_daar(interventie, variant) else ONBEKEND


def _bekende_talen(variant: Variant, interventie: Interventie) -> Hashable:
    talen = frozenset(variant.talen or interventie.talen)
    open_ = interventie.talen_open or interventie.talen_met_tolk
    return talen if talen and not open_ else ONBEKEND


def _bekende_regio(interventie: Interventie) -> Hashable:
    regio = interventie.regio
    if regio.landelijk is None and regio.elders is not Elders.NEE:
        return ONBEKEND
    return regio.landelijk, frozenset(regio.plaatsen), frozenset(regio.provincies)


def _bekende_overdracht(interventie: Interventie) -> Hashable:
    """Whether others may give it, and on what terms: "with terms" alone does not make two the same."""
    mogelijk, zelf = interventie.overdraagbaarheid.mogelijk, interventie.overdraagbaarheid.alleen_zelf
    if mogelijk is Overdracht.ONBEKEND:
        return ONBEKEND
    voorwaarden = mogelijk is Overdracht.VOORWAARDEN and interventie.overdraagbaarheid.omschrijving
    return Delen((mogelijk, zelf, Tekst(voorwaarden or "")))


def _bekende_erkenning(erkenning: Erkenning, interventie: Interventie) -> Hashable:
    """How high it is rated itself, and whether all of it is; that it is in another databank too, nobody denies."""
    if erkenning.over is Over.VERWANT:
        return ONBEKEND
    van_alle = not erkenning.varianten or {v.id for v in interventie.varianten} <= {*erkenning.varianten}
    return Delen((Tekst(erkenning.databank), erkenning.niveau, van_alle or ONBEKEND))


def _bekende_prijs(interventie: Interventie, variant: Variant) -> Hashable:
    """The published price, with what it is a price of and what it leaves out; nothing is nothing, whatever it is counted by."""
    status, post = gevonden = prijs(interventie, [variant])
    if status in (None, Kostenstatus.OP_AANVRAAG, Kostenstatus.DEELS) or (post and post.ongeveer):
        return ONBEKEND
    waarvan = gevonden.bedrag and post and (post.eenheid, post.periode)
    return Delen(((status, gevonden.bedrag, waarvan), zonder(post.exclusief if post else ())))


def _bekende_bijeenkomsten(variant: Variant) -> Hashable:
    """How many, how long and how often, as far as that is exact."""
    if (b := variant.bijeenkomsten) is None:
        return ONBEKEND
    aantal = ONBEKEND if b.aantal is None or b.aantal_grens else (b.aantal, b.aantal_tot)
    return Delen((aantal, ONBEKEND if b.duur_grens else b.duur_uren, b.frequentie))


def _bekende_uren(variant: Variant) -> Hashable:
    uren = contacturen(variant)
    return ONBEKEND if uren is None or uren.grens else uren


def _bekende_groepsgrootte(variant: Variant) -> Hashable:
    grootte = variant.groepsgrootte
    if grootte is None or grootte.min is None or grootte.max is None:
        return ONBEKEND
    return Delen(((grootte.min, grootte.max), grootte.aard))


# --- all facts ------------------------------------------------------------------------

VARIANTFEITEN: dict[str, Variantfeit] = {
    "leeftijd": Variantfeit(
        lambda v, c: ", ".join(_wie_en_leeftijd(v, c)) or None,
        lambda v: (v.voor, v.leeftijd.van, v.leeftijd.tot) if v.leeftijd.gepubliceerd else ONBEKEND,
        lambda v: v.leeftijd.toelichting,
    ),
    "vorm": Variantfeit(
        lambda v, c: opsomming(v.vorm) if v.vorm else None, lambda v: frozenset(v.vorm) or ONBEKEND
    ),
    "bijeenkomsten": Variantfeit(
        lambda v, c: bijeenkomsten_kort(v.bijeenkomsten),
        _bekende_bijeenkomsten,
        lambda v: v.bijeenkomsten.toelichting if v.bijeenkomsten else None,
    ),
    "contacturen": Variantfeit(
        lambda v, c: _contacturen(v),
        _bekende_uren,
    ),
    "groepsgrootte": Variantfeit(
        lambda v, c: groepsgrootte_kort(v.groepsgrootte), _bekende_groepsgrootte
    ),
}  # fmt: skip
"""What each variant has of its own; by name, as below."""
FEITEN: dict[str, Feitsoort] = {
    "naam": _geheel("Naam", lambda i, c: [i.naam], "naam"),
    "soort": _geheel("Soort", lambda i, c: [naam(i.soort, c.begrippen["soort"])], "soort"),
    "samenvatting": _geheel("Samenvatting", lambda i, c: [i.samenvatting], "samenvatting"),
    "voorselectie": _geheel(
        "Voorselectie", lambda i, c: [STER_BETEKENIS] if i.voorselectie else [], "voorselectie"
    ),
    "aanbieder": _geheel(
        "Aanbieder", lambda i, c: [i.organisatie], "organisatie", bekend=lambda i: i.organisatie
    ),
    "status": _geheel(
        "Nu", lambda i, c: [i.status and c.begrippen["status"][i.status].uitleg, i.status_sinds and f"Sinds {dag_in_woorden(i.status_sinds)}."],
        "status", "status_sinds", bekend=lambda i: i.status,
    ),
    "voor wie": _geheel("Voor wie", lambda i, c: [i.doelgroep.omschrijving], "doelgroep.omschrijving"),
    "kenmerken": _met_eigen(
        _geheel(
            "Kenmerken", lambda i, c: _groep(i.doelgroep, c),
            "doelgroep.kenmerken", "doelgroep.alleen", "doelgroep.niet",
        ),
        "kenmerken", lambda v, i, c: _groep(v, c),
    ),
    "doel": _geheel(
        "Doel", _doel, "doel.categorieen", "doel.omschrijving",
        bekend=lambda i: frozenset(i.doel.categorieen) or ONBEKEND,
    ),
    "preventie": _met_eigen(
        _geheel("Preventie", _preventie, "preventie"), "preventie", lambda v, i, c: _preventie(v, c)
    )._replace(bekend=lambda i: {frozenset(v.preventie or i.preventie) or ONBEKEND for v in i.varianten}),
    **{naam_: _per_variant(naam_.capitalize(), feit, naam_) for naam_, feit in VARIANTFEITEN.items()},
    "plek": _met_eigen(
        _geheel(
            "Plek", lambda i, c: [*_plek(i, c), i.setting_toelichting],
            "setting", "setting_niet", "setting_alleen", "setting_toelichting",
        ),
        "setting", _eigen_plek,
    )._replace(bekend=lambda i: {_bekende_plek(v, i) for v in i.varianten}),
    "talen": _met_eigen(
        _geheel("Talen", _talen, "talen", "talen_open", "talen_toelichting"),
        "talen", lambda v, i, c: _eigen_talen(v, c),
    )._replace(bekend=lambda i: {_bekende_talen(v, i) for v in i.varianten}),
    "tolk": _geheel("Tolk", lambda i, c: [i.tolk], "tolk"),
    "regio": _geheel("Regio", _regio, "regio", bekend=_bekende_regio),
    "aanpak": _geheel("Aanpak", lambda i, c: [i.aanpak], "aanpak"),
    "uitvoering": _geheel("Uitvoering", lambda i, c: [i.uitvoering], "uitvoering"),
    "uitvoerders": _geheel("Uitvoerders", lambda i, c: [i.uitvoerders], "uitvoerders"),
    "bewijs": _geheel("Werkt het?", lambda i, c: [i.bewijs.samenvatting], "bewijs.samenvatting"),
    "erkenning": _elk(
        "Erkenning", lambda i: i.bewijs.erkenningen, erkenningsregel,
        lambda i: {_bekende_erkenning(een, i) for een in i.bewijs.erkenningen} or {ONBEKEND},
        tijd=lambda erkenning: Tijd(erkenning.jaar, erkenning.geldig_tot),
    ),
    "onderzoek": _elk("Onderzoek", lambda i: i.bewijs.onderzoek, onderzoeksregel),
    "zelf uitvoeren": _geheel(
        "Zelf uitvoeren", lambda i, c: [_overdracht(i.overdraagbaarheid, c)],
        "overdraagbaarheid", bekend=_bekende_overdracht,
    ),
    "kosten": _elk(
        "Kosten", lambda i: i.kosten, lambda post, i, c: kostenregel(post, c, i.varianten),
        lambda i: {_bekende_prijs(i, variant) for variant in i.varianten},
        tijd=lambda post: Tijd(post.prijspeil, post.geldig_tot, post.nagekeken),
    ),
    "waardoor het werkt": _elk(
        "Waardoor het werkt", lambda i: i.werkzame_elementen, lambda tekst, i, c: tekst, veld="werkzame_elementen"
    ),
    "let op": Feitsoort("Let op", lambda i, c: [*_let_op(i, c)]),
    "kwaliteit": _elk("Kwaliteit", lambda i: i.kwaliteit, _kwaliteit),
    "contact": _elk(
        "Contact", lambda i: i.contact, _contact, veld="contact", tijd=lambda contact: Tijd(nagekeken=contact.nagekeken)
    ),
    "publicaties": _elk("Publicaties", lambda i: i.publicaties, _publicatie, veld="publicaties"),
    "verschillen": Feitsoort(
        "Hierover verschillen de bronnen", lambda i, c: [Feitregel(_afwijking(a, i, c)) for a in i.afwijkingen]
    ),
}  # fmt: skip
"""By the name that a comparison gives it."""
