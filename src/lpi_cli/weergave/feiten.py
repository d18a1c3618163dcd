"""Facts of an intervention as short Dutch phrases, shared by all views."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Aard,
    Bijeenkomsten,
    Erkenning,
    Groepsgrootte,
    Interventie,
    Kostenpost,
    Kostensoort,
    Leeftijd,
    Onderzoek,
    Over,
    Richting,
    Variant,
    Voor,
    Vorm,
)
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.bewijs import hoogste
from lpi_cli.kern.bronnen import van_wanneer
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.zinnen import (
    NIET_GEPUBLICEERD,
    bereik,
    dag_in_woorden,
    euro,
    getal,
    leeftijd_in_woorden,
    opsomming,
    periode_in_woorden,
    tijd_in_woorden,
)
from lpi_cli.weergave.cel import Grenzen
from lpi_cli.weergave.tekst import op_een_regel

STER = "★"
"""Marks the pre-selected five, so that they stand out without colour."""
VOORBEELD_UITLEG = "Een lokaal voorbeeld ter inspiratie. U kunt het niet landelijk bestellen."
"""Said of every practice example."""
STER_BETEKENIS = "door LOOP vooraf gekozen op kwaliteit en aansluiting bij de cultuur"
STER_UITLEG = f"{STER} = {STER_BETEKENIS}"


RUIT = "◆"
"""Marks what comes, in full or in part, from an own catalogue."""
RUIT_UITLEG = f"{RUIT} = uit uw eigen catalogus, of daarmee aangevuld"


def id_met_merk(interventie: Interventie, catalogus: Catalogus) -> str:
    """The id with what one should see at a glance: pre-selected, or from an own catalogue."""
    return " ".join([interventie.id, *merken(interventie, catalogus)])


def wat_met_merk(gevraagd: Gevraagd, catalogus: Catalogus) -> str:
    """What was named, as one types it, with the same marks."""
    return " ".join([gevraagd.wat, *merken(gevraagd.interventie, catalogus)])


def van_het_geheel(gevraagd: Gevraagd) -> str | None:
    """Of a part: that running text, which has no variant in its scope, is about all of the intervention."""
    if not gevraagd.is_deel:
        return None
    heel = gevraagd.interventie.naam
    return f"Dit is een deel van {heel}. Wat hier in zinnen staat, gaat over heel {heel} en geldt niet altijd voor dit deel."


def naam_met_merk(interventie: Interventie, catalogus: Catalogus) -> str:
    """The name with the same marks."""
    return " ".join([interventie.naam, *merken(interventie, catalogus)])


def merken(interventie: Interventie, catalogus: Catalogus) -> Iterator[str]:
    if interventie.voorselectie:
        yield STER
    if interventie.id in catalogus.herkomst:
        yield RUIT


def merkuitleg(interventies: Iterable[Interventie], catalogus: Catalogus) -> list[str]:
    """What the marks of these interventions mean."""
    gebruikt = {merk for interventie in interventies for merk in merken(interventie, catalogus)}
    return [uitleg for merk, uitleg in ((STER, STER_UITLEG), (RUIT, RUIT_UITLEG)) if merk in gebruikt]


STREEP = "-"
"""Stands in a cell for what is not published."""
STREEP_UITLEG = f"{STREEP} = {NIET_GEPUBLICEERD}"
STATUSSEN = {
    Kostenstatus.KOSTELOOS: "kosteloos",
    Kostenstatus.BEKEND: "bekend",
    Kostenstatus.DEELS: "deels bekend",
    Kostenstatus.OP_AANVRAAG: "op aanvraag",
}


def leeftijden_kort(varianten: Iterable[Variant]) -> str | None:
    """All published ages of some variants, each once, youngest first; or else who takes part: ``ouders 18+``, ``ouders``."""
    varianten = list(varianten)
    bekend = sorted(
        (v for v in varianten if v.leeftijd.gepubliceerd),
        key=lambda v: (v.leeftijd.van or 0, v.leeftijd.tot or 999),
    )
    leeftijden = (f"{_wie(v)} {_leeftijd_kort(v.leeftijd)}".lstrip() for v in bekend)
    return ", ".join(dict.fromkeys(leeftijden) or dict.fromkeys(filter(None, map(_wie, varianten)))) or None


def _wie(variant: Variant) -> str:
    """Who takes part, where that is not the people themselves."""
    return "" if variant.voor is Voor.DEELNEMERS else variant.voor.value


def leeftijdcel(varianten: Sequence[Variant]) -> Grenzen | None:
    """All ages in one cell, and from the lowest to the highest; None when none is published. Open ends stay empty."""
    bekend = [variant.leeftijd for variant in varianten if variant.leeftijd.gepubliceerd]
    tekst = leeftijden_kort(varianten)
    if not bekend or tekst is None:
        return None
    van = [leeftijd.van for leeftijd in bekend if leeftijd.van is not None]
    tot = [leeftijd.tot for leeftijd in bekend if leeftijd.tot is not None]
    woord = "; ".join(
        dict.fromkeys(leeftijd_in_woorden(leeftijd).replace("-", " tot ") for leeftijd in bekend)
    )
    return Grenzen(
        tekst,
        min(van) if len(van) == len(bekend) else None,
        max(tot) if len(tot) == len(bekend) else None,
        woord,
        toon=len(bekend) > 1,
    )


def _leeftijd_kort(leeftijd: Leeftijd) -> str:
    """``12-18``, ``18+``, ``tot 12``; of an age that is published."""
    if leeftijd.van is None:
        return f"tot {leeftijd.tot}"
    return f"{leeftijd.van}+" if leeftijd.tot is None else f"{leeftijd.van}-{leeftijd.tot}"


def vormen(varianten: Iterable[Variant]) -> list[Vorm]:
    aanwezig = {vorm for variant in varianten for vorm in variant.vorm}
    return [vorm for vorm in Vorm if vorm in aanwezig]


def vorm_kort(varianten: Iterable[Variant]) -> str | None:
    gevonden = vormen(varianten)
    return "beide" if len(gevonden) == len(Vorm) else next(iter(gevonden), None)


def prijs_kort(
    interventie: Interventie, catalogus: Catalogus, varianten: Sequence[Variant] | None = None
) -> str | None:
    """The price at a glance, of some variants or all: ``€ 6.805 per groep``, ``op aanvraag``."""
    status, post = gevonden = prijs(interventie, catalogus.begrippen, varianten)
    if gevonden.bedrag is not None and post is not None:
        tekst = f"{bedragbereik(post)} {eenheid(post, catalogus)}".strip()
        if van := van_deel([post.variant], interventie.varianten if varianten is None else varianten):
            tekst += f" ({van})"
        return f"deels: {tekst}" if status is Kostenstatus.DEELS else tekst
    soms = status is not Kostenstatus.KOSTELOOS and any(post.gefinancierd for post in interventie.kosten)
    delen = [STATUSSEN[status] if status else None, "soms kosteloos" if soms else None]
    return ", ".join(filter(None, delen)) or None


def erkenning_kort(interventie: Interventie, catalogus: Catalogus, vandaag: date) -> str | None:
    """The highest rating at a glance: ``goed onderbouwd``, ``goed onderbouwd (alleen 18+)``."""
    erkend = hoogste(interventie, vandaag)
    if erkend is None or erkend.niveau is None:
        return None
    van = van_deel(erkend.varianten, interventie.varianten)
    return naam(erkend.niveau, catalogus.begrippen["niveau"]) + (f" (alleen {van})" if van else "")


def van_deel(ids: Collection[str | None], varianten: Sequence[Variant]) -> str:
    """For what ages or takers something is, or else for which variants; nothing when it is for all of them."""
    eigen = [variant for variant in varianten if variant.id in ids]
    if len(eigen) in (0, len(varianten)):
        return ""
    kort = leeftijden_kort(eigen)
    ook_van_ander = any(kort == leeftijden_kort([v]) for v in varianten if v not in eigen)
    return kort if kort and not ook_van_ander else opsomming(variant.naam for variant in eigen)


def bedragbereik(post: Kostenpost) -> str:
    if post.bedrag is None:
        return ""
    van, tot = post.bedrag
    if not tot:
        return "gratis"
    tekst = euro(van) if van == tot else f"{euro(van)} tot {euro(tot)}"
    return f"ongeveer {tekst}" if post.ongeveer else tekst


def eenheid(post: Kostenpost, catalogus: Catalogus) -> str:
    """For each of what: ``per groep``, ``per school per jaar``; nothing when that is not published."""
    tekst = naam(post.eenheid, catalogus.begrippen["eenheid"]) if post.eenheid else ""
    return f"{tekst} per {periode_in_woorden(post.periode)}".strip() if post.periode else tekst


def kostenregel(
    post: Kostenpost, catalogus: Catalogus, varianten: Iterable[Variant] = (), *, noem_soort: bool = True
) -> str:
    """One cost item with everything that is known of it, as one sentence.

    ``varianten``: those of the intervention, to name the one that the item is for.
    """
    soort = naam(post.soort, catalogus.begrippen["kostensoort"])
    delen = [f"{bedragbereik(post)} {eenheid(post, catalogus)}".strip()] if post.bedrag else []
    bij = "" if post.bedrag else eenheid(post, catalogus)
    if post.uren is not None:
        delen.append(f"{getal(post.uren)} uur {bij}".strip())
    if post.gefinancierd:
        delen.append("kosteloos voor de opdrachtgever" + (" (dit is de kostprijs)" if post.bedrag else ""))
    if post.betaald_uit:
        delen.append(f"betaald uit {post.betaald_uit}")
    if post.op_aanvraag:
        delen.append("op aanvraag" if post.uren is not None else f"op aanvraag {bij}".strip())
    delen += [f"vanaf {trede.vanaf}: {euro(trede.bedrag)}" for trede in post.staffel]
    if post.minimum_eenheden is not None:
        delen.append(f"ten minste {post.minimum_eenheden} keer")
    if post.maximum_personen is not None:
        delen.append(f"voor ten hoogste {post.maximum_personen} personen")
    delen += _reikwijdte(post)
    if post.btw is not None:
        delen.append(naam(post.btw, catalogus.begrippen["btw"]))
    delen += _onderdelen("met", post.omvat, catalogus) + _onderdelen("zonder", post.exclusief, catalogus)
    kop = soort if noem_soort and (post.soort is not Kostensoort.UITVOERING or post.variant) else ""
    variant = next((v.naam for v in varianten if v.id == post.variant), post.variant)
    kop = ", ".join(filter(None, [kop, variant]))
    regel = ", ".join(delen) or NIET_GEPUBLICEERD
    regel = f"{kop}: {regel}" if kop else regel
    regel = regel[0].upper() + regel[1:]
    return f"{regel}. {post.toelichting}" if post.toelichting else regel


def _reikwijdte(post: Kostenpost) -> Iterator[str]:
    """Where, and for what group and time a price is, and of when."""
    if post.plaatsen:
        yield f"in {opsomming(post.plaatsen)}"
    if groep := groepsgrootte_kort(post.groepsgrootte):
        yield f"voor een groep van {groep}"
    if post.looptijd is not None:
        yield f"voor {tijd_in_woorden(post.looptijd)}"
    if post.prijspeil is not None:
        yield f"prijs van {post.prijspeil}"
    if post.geldig_tot is not None:
        yield f"geldig tot en met {dag_in_woorden(post.geldig_tot)}"
    if post.nagekeken is not None:
        yield f"nagekeken op {dag_in_woorden(post.nagekeken)}"


def _onderdelen(aanhef: str, codes: Sequence[str], catalogus: Catalogus) -> list[str]:
    namen = [naam(code, catalogus.begrippen["kostenonderdeel"]) for code in codes]
    return [f"{aanhef} {opsomming(namen)}"] if namen else []


def bijeenkomsten_kort(bijeenkomsten: Bijeenkomsten | None) -> str | None:
    """``6 × 3 uur, wekelijks``; ``minstens 8 × ongeveer 2 uur``."""
    if bijeenkomsten is None:
        return None
    aantal, tot = bijeenkomsten.aantal, bijeenkomsten.aantal_tot
    aantal_kort = "" if aantal is None else f"{aantal}-{tot}" if tot and tot != aantal else str(aantal)
    keren = met_grens(aantal_kort, bijeenkomsten.aantal_grens)
    duur_kort = bereik(*bijeenkomsten.duur_uren, "uur") if bijeenkomsten.duur_uren else ""
    duur = met_grens(duur_kort, bijeenkomsten.duur_grens)
    keer = f"{keren} × {duur}" if keren and duur else f"{keren} keer" if keren else duur
    return ", ".join(filter(None, [keer, bijeenkomsten.frequentie])) or None


AARD_IN_WOORDEN: Mapping[Aard | None, str] = {
    None: "{}",
    Aard.EIS: "{} (eis)",
    Aard.GEBRUIKELIJK: "gewoonlijk {}",
}
"""How a group size is told, by how strict it is."""


def groepsgrootte_kort(grootte: Groepsgrootte | None) -> str | None:
    if grootte is None or (grootte.min is None and grootte.max is None):
        return None
    if grootte.min is None:
        kort = f"ten hoogste {grootte.max}"
    elif grootte.max is None:
        kort = f"ten minste {grootte.min}"
    else:
        kort = str(grootte.min) if grootte.min == grootte.max else f"{grootte.min}-{grootte.max}"
    return AARD_IN_WOORDEN[grootte.aard].format(kort)


def met_grens(getal_: str, grens: str | None) -> str:
    """A number with how it bounds the real one, as a record or a file has it: ``minstens 8``."""
    return f"{grens} {getal_}" if getal_ and grens else getal_


def namen(codes: Iterable[str], lijst: str, catalogus: Catalogus) -> str:
    """The names of some codes of one vocabulary, in its order, as a list in words."""
    gekozen = set(codes)
    return opsomming(begrip.naam for code, begrip in catalogus.begrippen[lijst].items() if code in gekozen)


def contactregels(interventie: Interventie) -> list[str]:
    """Whom to ask, one line per contact; the organisation when no address was published.

    A contact of another organisation, such as one in the region, is named with it.
    """
    regels = []
    for contact in interventie.contact:
        ander = contact.organisatie if contact.organisatie != interventie.organisatie else None
        wegen = [*contact.email, *contact.telefoon] or contact.website
        regel = ", ".join(filter(None, [contact.naam, ander if wegen else None, *wegen]))
        if regel and contact.nagekeken:
            regel += f" (nagekeken op {dag_in_woorden(contact.nagekeken)})"
        regels.append(regel)
    return [regel for regel in regels if regel] or [interventie.organisatie]


def bronregel(id_: str, catalogus: Catalogus, plaats: str = "") -> str:
    """A publication with its date, and where in it a fact stands."""
    bron = catalogus.bronnen[id_]
    delen = [bron.titel, bron.uitgever or "uitgever niet gepubliceerd", van_wanneer(bron), plaats]
    return f"{id_}: {', '.join(filter(None, delen))}"


def bronnen_kort(ids: Iterable[str], catalogus: Catalogus) -> str:
    """Publications as people call them, for who has no list of ids."""
    return opsomming(
        dict.fromkeys(catalogus.bronnen[id_].kort or catalogus.bronnen[id_].titel for id_ in ids)
    )


def met_mappen(opdracht: str, catalogus: Catalogus) -> str:
    """A command that sees the same own catalogues, so that it works when it is copied."""
    if not catalogus.mappen:
        return opdracht
    from shlex import quote

    return opdracht + "".join(f" --catalogus {op_een_regel(quote(str(map_)))}" for map_ in catalogus.mappen)


def met_toelichting(feit: str, toelichting: str | None) -> str:
    """A fact as a sentence, with what a source says of where it holds."""
    return " ".join(filter(None, [f"{feit.removesuffix('.')}.", toelichting]))


def veld_in_woorden(veld: str) -> str:
    """The path of a field as people say it: ``varianten.kids.leeftijd`` is ``leeftijd (kids)``."""
    top, *rest = veld.split(".")
    variant = rest.pop(0) if top == "varianten" and rest else ""
    # Every object has a description: what it is of says more.
    naam_ = next((deel for deel in reversed(rest) if deel != "omschrijving"), "" if variant else top)
    leesbaar = naam_.replace("_", " ")
    if not leesbaar:
        return f"variant {variant}"
    return f"{leesbaar} ({variant})" if variant else leesbaar


# --- ratings and studies, each with its scope: of which variant, by whom, and with what outcome ---


def erkenning_kern(erkenning: Erkenning, catalogus: Catalogus) -> str:
    """``goed onderbouwd (Movisie)``; without a level ``opgenomen (Movisie)``."""
    niveau = naam(erkenning.niveau, catalogus.begrippen["niveau"]) if erkenning.niveau else "opgenomen"
    return f"{niveau} ({naam(erkenning.databank, catalogus.begrippen['databank'])})"


def erkenningsregel(erkenning: Erkenning, interventie: Interventie, catalogus: Catalogus) -> str:
    """``goed onderbouwd (Loket Gezond Leven (RIVM)), alleen Mind-Spring voor volwassenen``, and its remark."""
    delen = [erkenning_kern(erkenning, catalogus), _waarvan(erkenning.varianten, erkenning.over, interventie)]
    if erkenning.jaar:
        delen.append(str(erkenning.jaar))
    if erkenning.geldig_tot:
        delen.append(f"geldig tot en met {dag_in_woorden(erkenning.geldig_tot)}")
    return met_toelichting(", ".join(filter(None, delen)), erkenning.toelichting)


def onderzoek_kort(onderzoek: Onderzoek, interventie: Interventie, catalogus: Catalogus) -> str:
    """``effectonderzoek (Dawson e.a., 2015) bij ouders in Libanon, door de aanbieder zelf``; without its outcome."""
    wanneer = ", ".join(filter(None, [onderzoek.auteurs, str(onderzoek.jaar or "")]))
    soort = naam(onderzoek.soort, catalogus.begrippen["onderzoeksoort"])
    wat = f"{soort} ({wanneer})" if wanneer else soort
    delen = [f"{wat} bij {onderzoek.bij}" if onderzoek.bij else wat]
    delen.append(_waarvan(onderzoek.varianten, onderzoek.over, interventie))
    if onderzoek.onafhankelijk is not None:
        delen.append("onafhankelijk" if onderzoek.onafhankelijk else "door de maker of aanbieder zelf")
    return ", ".join(filter(None, delen))


def onderzoeksregel(onderzoek: Onderzoek, interventie: Interventie, catalogus: Catalogus) -> str:
    """A study with its outcome, that says who took part; how it ended is named where the text may be read too well."""
    kort = onderzoek_kort(onderzoek._replace(bij=None), interventie, catalogus)
    uitkomst = "" if onderzoek.richting is Richting.GUNSTIG else f" [{richting(onderzoek, catalogus)}]"
    return f"{kort[0].upper()}{kort[1:]}{uitkomst}: {onderzoek.uitkomst}"


def richting(onderzoek: Onderzoek, catalogus: Catalogus) -> str:
    return naam(onderzoek.richting, catalogus.begrippen["richting"])


def _waarvan(varianten: Sequence[str], over: Over, interventie: Interventie) -> str:
    """Of what it is, where that is not the whole intervention."""
    if over is Over.VERWANT:
        return "van een ander of breder programma"
    if not varianten or len(varianten) == len(interventie.varianten):
        return ""
    return f"alleen {opsomming(v.naam for v in interventie.varianten if v.id in varianten)}"
