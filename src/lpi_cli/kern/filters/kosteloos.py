"""Whether it costs the client nothing."""

from lpi_cli.catalogus.model import Interventie, Kostenpost, Kostensoort, Variant
from lpi_cli.kern.filters.basis import ONBEKEND, PAST, PAST_NIET, Filter, Vraagstelling, aan
from lpi_cli.kern.oordeel import Beoordeel, Feit, Uitkomst
from lpi_cli.kern.prijs import Kostenstatus, prijs
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming


def _betaald(interventie: Interventie, variant: Variant) -> list[Kostenpost]:
    """What its delivery costs; training of one's own trainers is apart."""
    posten = [post for post in interventie.kosten if post.variant in (None, variant.id)]
    return [post for post in posten if post.soort is not Kostensoort.OPLEIDING]


def _beoordeel_kosteloos(wens: str, stelling: Vraagstelling) -> Beoordeel:
    def uitkomst(interventie: Interventie, variant: Variant) -> Uitkomst:
        posten = _betaald(interventie, variant)
        if prijs(interventie, [variant]).status is Kostenstatus.KOSTELOOS:
            return PAST
        gratis = any(post.gefinancierd or post.betaald_uit for post in posten)
        bekend = any(post.bedrag or post.uren for post in posten)
        return PAST_NIET if bekend and not gratis else ONBEKEND

    return uitkomst


def _kosteloos_feit(wens: str, interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> Feit:
    posten = _betaald(interventie, variant)
    gratis = [post for post in posten if post.gefinancierd]
    bronnen = tuple(dict.fromkeys(post.bron for post in gratis or posten))
    if gratis and prijs(interventie, [variant]).status is Kostenstatus.KOSTELOOS:
        return Feit("kosteloos", gratis[0].toelichting, bronnen)
    if gratis:
        return Feit("soms kosteloos", gratis[0].toelichting, bronnen, "soms wel")
    wetten = dict.fromkeys(post.betaald_uit for post in posten if post.betaald_uit)
    if not wetten and any(post.bedrag or post.uren for post in posten):
        return Feit("niet kosteloos", None, bronnen)
    aanvraag = "op aanvraag" if any(post.op_aanvraag for post in posten) else NIET_GEPUBLICEERD
    tekst = f"betaald uit {opsomming(wetten)}" if wetten else f"prijs {aanvraag}"
    return Feit(tekst, None, bronnen, f"niet bekend ({tekst})")


KOSTELOOS = Filter(
    naam="kosteloos",
    uitleg="Alleen wat de opdrachtgever niets kost",
    lees=aan,
    beoordeel=_beoordeel_kosteloos,
    feit=_kosteloos_feit,
    schakelaar=True,
    vaste_woorden=False,
)
