"""Whether it costs the client nothing."""

from collections.abc import Iterable

from lpi_cli.catalogus.model import Interventie, Kostenpost, Variant
from lpi_cli.kern.filters.basis import ONBEKEND, PAST, PAST_NIET, Filter, Vraagstelling, aan
from lpi_cli.kern.oordeel import Beoordeel, Feit, Uitkomst
from lpi_cli.kern.prijs import Kostenstatus, is_bekend, is_los, leveringsposten, prijs
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming


def _is_kosteloos(interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> bool:
    return prijs(interventie, stelling.catalogus.begrippen, [variant]).status is Kostenstatus.KOSTELOOS


def _kost_iets(posten: Iterable[Kostenpost], stelling: Vraagstelling) -> bool:
    """Whether something of it has a price; what one need not buy does not say so."""
    return any(is_bekend(post) and not is_los(post, stelling.catalogus.begrippen) for post in posten)


def _beoordeel_kosteloos(wens: str, stelling: Vraagstelling) -> Beoordeel:
    def uitkomst(interventie: Interventie, variant: Variant) -> Uitkomst:
        posten = leveringsposten(interventie, [variant])
        if _is_kosteloos(interventie, variant, stelling):
            return PAST
        gratis = any(post.gefinancierd or post.betaald_uit for post in posten)
        return PAST_NIET if _kost_iets(posten, stelling) and not gratis else ONBEKEND

    return uitkomst


def _kosteloos_feit(wens: str, interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> Feit:
    posten = leveringsposten(interventie, [variant])
    gratis = [post for post in posten if post.gefinancierd]
    bronnen = tuple(dict.fromkeys(post.bron for post in gratis or posten))
    if _is_kosteloos(interventie, variant, stelling):
        return Feit("kosteloos", gratis[0].toelichting, bronnen)
    if gratis:
        return Feit("soms kosteloos", gratis[0].toelichting, bronnen, "soms wel")
    wetten = dict.fromkeys(post.betaald_uit for post in posten if post.betaald_uit)
    if not wetten and _kost_iets(posten, stelling):
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
