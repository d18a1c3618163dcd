"""How a plan is worded: cells, options, amounts, what would change it and what is to be asked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Bedragbereik, BronId, Interventie
from lpi_cli.kern.begrip import aantal_van, naam
from lpi_cli.kern.gevraagd import naam_van
from lpi_cli.kern.kosten import centen
from lpi_cli.kern.plan.aanbod import TOLK, Afvaller, Celoptie
from lpi_cli.kern.plan.bestelling import is_ondergrens, is_ongeveer, som_van
from lpi_cli.kern.plan.opgave import Plancel
from lpi_cli.kern.plan.plannen import Kantelpunt, Kantelsoort, NietGedekt, Plan, Plannen, Planvraag
from lpi_cli.kern.plan.prijzen import OFFERTE
from lpi_cli.kern.raming import Prijsbron
from lpi_cli.kern.zinnen import euro, opsomming
from lpi_cli.weergave.feiten import STREEP, bronnen_kort, merken

VRAAGZINNEN = {
    "taal": "Kan het in het {talen}?",
    "prijs": "Wat kost het?",
    "groepsgrootte": "Hoe groot is een groep, en kan het met dit aantal mensen?",
    "setting": "Kan het op uw plek?",
    "leeftijd": "Is het voor deze leeftijd?",
    "doelgroep": "Is het voor deze mensen?",
    "tolk": "Is er een tolk nodig, en wat kost die?",
    "kosten": "Wat komt er nog bij?",
    "regio": "Kan het bij u in de buurt?",
    "bewijs": "Welk onderzoek is er?",
    "aanbod": "Kan het hier toch?",
    "doel": "Past het doel?",
    "kosteloos": "Is het kosteloos?",
}
"""By the part that is open; another part is asked by its name."""


def cel_in_woorden(cellen: Sequence[Plancel], catalogus: Catalogus) -> str:
    """``volwassenen, Arabisch``; of cells together ``kinderen, Arabisch en Tigrinya``."""
    talen = [naam(cel.taal, catalogus.begrippen["taal"]) for cel in cellen if cel.taal]
    return f"{cellen[0].groep}, {opsomming(talen)}" if talen else cellen[0].groep


def cellen_in_woorden(cellen: Iterable[Plancel], catalogus: Catalogus) -> str:
    """Cells of any groups, each group once: ``kinderen (Arabisch en Tigrinya) en volwassenen (Oekraïens)``."""
    per_groep: dict[str, list[str]] = {}
    for cel in cellen:
        talen = per_groep.setdefault(cel.groep, [])
        talen += [naam(cel.taal, catalogus.begrippen["taal"])] if cel.taal else []
    return opsomming(
        f"{groep} ({opsomming(talen)})" if talen else groep for groep, talen in per_groep.items()
    )


def celcode(cellen: Sequence[Plancel]) -> str:
    """``volwassenen/ar``, as one writes it in the file; of cells together ``kinderen/ar+ti``."""
    eerste, *andere = cellen
    return "+".join([eerste.naam, *(cel.taal for cel in andere if cel.taal)])


def wat_code(optie: Celoptie | Afvaller) -> str:
    """``bamboo/youth``, or the id alone where there is one variant."""
    id_ = optie.interventie.id
    return f"{id_}/{optie.variant.id}" if len(optie.interventie.varianten) > 1 else id_


def wat_naam(optie: Celoptie | Afvaller) -> str:
    """The name of the variant, with that of the intervention where it does not say so itself."""
    interventie = optie.interventie
    return interventie.naam if len(interventie.varianten) == 1 else naam_van(interventie, optie.variant)


class Woordkeus(NamedTuple):
    """What options and sources are called: as one types them, or as people know them."""

    wat: Callable[[Celoptie | Afvaller], str]
    geheel: Callable[[Interventie], str]
    bron: Callable[[str], str]
    catalogus: Catalogus

    def met_merk(self, optie: Celoptie) -> str:
        """With what one should see at a glance: pre-selected, from an own catalogue, and which price."""
        prijs = [f"({optie.omschrijving})"] if optie.omschrijving else []
        return " ".join([self.wat(optie), *merken(optie.interventie, self.catalogus), *prijs])

    def prijsbron(self, bron: Prijsbron) -> str:
        """Where a price comes from."""
        if bron.bron == OFFERTE:
            return str(bron)
        aanhef = "uw eigen prijs" if bron.bron in self.catalogus.bronmappen else "bron"
        return f"{aanhef}: {bron._replace(bron=BronId(self.bron(bron.bron)))}"


def in_codes(catalogus: Catalogus) -> Woordkeus:
    """For who types them."""
    return Woordkeus(wat_code, attrgetter("id"), str, catalogus)


def in_namen(catalogus: Catalogus) -> Woordkeus:
    """For who does not sit at the keyboard."""
    return Woordkeus(wat_naam, attrgetter("naam"), lambda id_: bronnen_kort([id_], catalogus), catalogus)


def bedrag(optie: Celoptie) -> str:
    """What an option costs, as far as it is known."""
    if optie.totaal is None:
        return f"≥ {euro(centen(optie.minstens))}" if optie.minstens else "offerte"
    if not optie.totaal.tot:
        zonder = any(open_.onderdeel == TOLK for open_ in optie.let_op)
        return "kosteloos, zonder tolk" if zonder else "≥ € 0" if optie.is_ondergrens else "kosteloos"
    eens = ", telt één keer" if optie.geheel else ""
    return f"{in_euro(optie.totaal, optie.is_ondergrens, [optie])}{eens}"


def prijsbronnen(optie: Celoptie, keus: Woordkeus) -> list[str]:
    """Where the price of an option comes from, and what was counted where it goes by number."""
    if optie.totaal is None:
        return []
    return [*map(keus.prijsbron, optie.raming.bronnen), *besteld_in_woorden(optie, keus.catalogus)]


def besteld_in_woorden(optie: Celoptie, catalogus: Catalogus) -> Iterator[str]:
    """Of a price that goes by how many are bought: what was counted, over the whole plan."""
    eenheden = catalogus.begrippen["eenheid"]
    for post, aantal, per_stuk in optie.besteld:
        eenheid = post.eenheid or ""
        geteld = f"het hele plan telt {aantal_van(aantal, eenheid, eenheden)}"
        if post.minimum_eenheden and aantal < post.minimum_eenheden:
            geteld += f", en de afname is ten minste {post.minimum_eenheden}"
        yield f"{euro(centen(per_stuk))} {naam(eenheid, eenheden)}: {geteld}"


def in_euro(bereik: Bedragbereik, is_minstens: bool, regels: Iterable[Celoptie]) -> str:
    """What is known of the costs of these options."""
    return _met_tekens("≥" * bool(is_minstens) + "±" * is_ongeveer(regels), bereik_in_euro(bereik))


def rest_in_euro(plan: Plan) -> str:
    """What is left of the budget, as far as is known."""
    if plan.rest is None:
        return STREEP
    return _met_tekens("≤" * plan.is_ondergrens + "±" * is_ongeveer(plan.regels), euro(centen(plan.rest)))


def _met_tekens(tekens: str, bedrag: str) -> str:
    return f"{tekens} {bedrag}" if tekens else bedrag


def bereik_in_euro(bereik: Bedragbereik) -> str:
    van, tot = euro(centen(bereik.van)), euro(centen(bereik.tot))
    return van if van == tot else f"{van} tot {tot}"


def aantal_mensen(aantal: int) -> str:
    return f"{aantal} {'persoon' if aantal == 1 else 'mensen'}"


def redenen(niet_gedekt: NietGedekt, keus: Woordkeus) -> Iterator[str]:
    """Why a cell has nothing."""
    for een in niet_gedekt.tekorten:
        nodig = euro(centen(een.optie.bedrag_minstens))
        yield f"{keus.met_merk(een.optie)} kost {nodig}: {euro(centen(een.tekort))} te kort"
    for afvaller in niet_gedekt.afvallers:
        yield f"{keus.wat(afvaller)} valt af: {afvaller.reden}"
    if not niet_gedekt.tekorten and not niet_gedekt.afvallers:
        yield "niets in de catalogus komt in de buurt"


def kantelzinnen(plan: Plan, keus: Woordkeus) -> list[str]:
    """What would change a plan; the same of several cells once."""
    per_zin: dict[tuple[str, str], list[Plancel]] = {}
    for punt in plan.kantelpunten:
        if punt.soort is Kantelsoort.MENSEN:
            wie = f"Eén persoon {'minder' if punt.mensen < 0 else 'meer'}"
            per_zin.setdefault((wie, na_mens(punt, keus)), []).extend(punt.optie.cellen)
        else:
            per_zin.setdefault(("", kantelzin(punt, keus)), [])
    return [
        f"{wie} bij {cellen_in_woorden(cellen, keus.catalogus)}: {zin}." if wie else zin
        for (wie, zin), cellen in per_zin.items()
    ]


def na_mens(punt: Kantelpunt, keus: Woordkeus) -> str:
    """What an option is with one person more or less."""
    assert punt.eerder is not None
    nu, dan = punt.eerder, punt.optie
    wat = keus.wat(nu)
    if punt.regels is not None:
        return f"{wat} kan niet meer"
    eerst, straks = ({open_.onderdeel: open_.tekst for open_ in een.open} for een in (nu, dan))
    gevolgen = [tekst for onderdeel, tekst in straks.items() if onderdeel not in eerst]
    gevolgen += [f"{onderdeel} is dan geen vraag meer" for onderdeel in eerst if onderdeel not in straks]
    gevolgen += ["dat past niet in het budget"] * punt.is_te_duur
    if dan.groepen is None or dan.groepen == nu.groepen:
        return f"{wat}: {'; '.join(gevolgen)}"
    groepen = aantal_van(dan.groepen, "groep", keus.catalogus.begrippen["eenheid"])
    is_anders = dan.totaal and bedrag(dan) != bedrag(nu)
    kost = f", {bedrag(dan)} in plaats van {bedrag(nu)}" if is_anders else ""
    return "; ".join([f"{wat} wordt {groepen} in plaats van {nu.groepen}{kost}", *gevolgen])


def kantelzin(punt: Kantelpunt, keus: Woordkeus) -> str:
    assert punt.zeker is not None
    daarbij = [een for een in punt.regels or () if _raakt(punt, een)]
    is_een_variant = len({een.variant for een in daarbij}) <= 1
    wat = keus.wat(punt.optie) if is_een_variant else keus.geheel(punt.optie.interventie)
    totaal = in_euro(punt.zeker, punt.is_ondergrens, punt.regels or [punt.optie])
    if punt.soort is Kantelsoort.PRIJS:
        post = punt.optie.raming.post
        assert post is not None
        assert post.bedrag is not None
        prijs = (
            f"{bereik_in_euro(post.bedrag)} {naam(post.eenheid or '', keus.catalogus.begrippen['eenheid'])}"
        )
        als = f"Met de prijs van {wat} in {keus.bron(punt.bron or '')} ({prijs})"
    else:
        assert punt.vraag is not None
        als = f"Is {punt.vraag.onderdeel} bij {wat} geen bezwaar, dan"
    if punt.regels is None:
        return f"{als} kost dit plan {totaal}."
    som = in_euro(som_van(daarbij), is_ondergrens(daarbij), daarbij)
    deel = f" ({som})" if som != totaal else ""
    wie = cellen_in_woorden((cel for een in daarbij for cel in een.cellen), keus.catalogus)
    return f"{als} past {wat} bij {wie}{deel}; het plan kost dan {totaal}."


def _raakt(punt: Kantelpunt, regel: Celoptie) -> bool:
    """Whether a line has the other price, or is certain after the answer."""
    if regel.interventie.id != punt.optie.interventie.id or regel.totaal is None:
        return False
    if punt.soort is Kantelsoort.ANTWOORD:
        return not regel.open
    return regel.raming.post is not None and regel.raming.post.bron == punt.bron


def vraagzin(vraag: Planvraag, plannen: Plannen, catalogus: Catalogus) -> str:
    """An open fact as a question, with what is known of it."""
    return f"{vraagkort(vraag, plannen, catalogus)} Bekend: {'; '.join(vraag.teksten)}."


def vraagkort(vraag: Planvraag, plannen: Plannen, catalogus: Catalogus) -> str:
    """An open fact as a question."""
    taal_van = {cel.naam: cel.taal for cel in plannen.opgave.cellen}
    talen = dict.fromkeys(taal for cel in vraag.cellen if (taal := taal_van[cel]))
    in_woorden = opsomming(naam(taal, catalogus.begrippen["taal"]) for taal in talen) if talen else "die taal"
    return VRAAGZINNEN.get(vraag.onderdeel, f"Past de {vraag.onderdeel}?").format(talen=in_woorden)
