"""How well it is known to work: a rating or a study, for the variant that it is of."""

from collections.abc import Sequence
from datetime import date

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Erkenning, Interventie, Niveau, Onderzoek, Over, Richting, Variant
from lpi_cli.kern.begrip import lees_begrip, naam
from lpi_cli.kern.bewijs import eigen_onderzoek, geldt, is_van, onder_wie
from lpi_cli.kern.filters.basis import ONBEKEND, PAST, PAST_NIET, Filter, Vraagstelling
from lpi_cli.kern.oordeel import Beoordeel, Feit, Uitkomst
from lpi_cli.kern.zinnen import opsomming

GOEDE_RICHTINGEN = frozenset({Richting.GUNSTIG, Richting.GEMENGD})
"""Outcomes of which one is enough."""


def _lees_bewijs(tekst: str, catalogus: Catalogus) -> Niveau | str:
    """A level, or the code of a kind of study."""
    niveaus, soorten = (catalogus.begrippen[lijst] for lijst in ("niveau", "onderzoeksoort"))
    code = lees_begrip(tekst, {**niveaus, **soorten})
    return Niveau(code) if code in niveaus else code


def _van_soort(soort: str, interventie: Interventie, variant: Variant) -> list[Onderzoek]:
    return [onderzoek for onderzoek in eigen_onderzoek(interventie, variant) if onderzoek.soort == soort]


def _beoordeel_bewijs(wens: Niveau | str, stelling: Vraagstelling) -> Beoordeel:
    def niveau(interventie: Interventie, variant: Variant) -> Uitkomst:
        assert isinstance(wens, Niveau)
        hoogste = _hoogste(interventie, variant, stelling.vandaag)
        return ONBEKEND if hoogste is None else PAST if hoogste.rang >= wens.rang else PAST_NIET

    def onderzoek(interventie: Interventie, variant: Variant) -> Uitkomst:
        richtingen = {een.richting for een in _van_soort(wens, interventie, variant)}
        if richtingen & GOEDE_RICHTINGEN:
            return PAST
        is_slecht = richtingen and richtingen <= {Richting.GEEN_EFFECT, Richting.ONGUNSTIG}
        return PAST_NIET if is_slecht else ONBEKEND

    return niveau if isinstance(wens, Niveau) else onderzoek


def _hoogste(interventie: Interventie, variant: Variant, vandaag: date) -> Niveau | None:
    niveaus = [e.niveau for e in interventie.bewijs.erkenningen if e.niveau and geldt(e, variant, vandaag)]
    return max(niveaus, key=lambda niveau: niveau.rang, default=None)


def _bewijs_feit(
    wens: Niveau | str, interventie: Interventie, variant: Variant, stelling: Vraagstelling
) -> Feit:
    begrippen = stelling.catalogus.begrippen
    if not isinstance(wens, Niveau):
        studies = _van_soort(wens, interventie, variant)
        zonder = (Richting.NIET_INGEDEELD, Richting.LOOPT, Richting.ONBEKEND)
        if any(
            een.richting in GOEDE_RICHTINGEN for een in studies
        ):  # what has no outcome decides nothing any more
            studies = [een for een in studies if een.richting not in zonder]
        richtingen = dict.fromkeys(naam(een.richting, begrippen["richting"]) for een in studies)
        soort = naam(wens, begrippen["onderzoeksoort"])
        uitkomst = f"{soort}: {opsomming(richtingen)}{onder_wie(studies)}"
        tekst = uitkomst if studies else f"geen {soort} van deze variant gepubliceerd"
        return Feit(tekst, None, tuple(dict.fromkeys(een.bron for een in studies)))
    met_niveau = [e for e in interventie.bewijs.erkenningen if e.niveau]
    geldig = [e for e in met_niveau if geldt(e, variant, stelling.vandaag)]
    hoogste = _hoogste(interventie, variant, stelling.vandaag)
    tellen = [e for e in geldig if e.niveau is hoogste] or met_niveau
    bronnen = tuple(dict.fromkeys(e.bron for e in tellen))
    if not met_niveau:
        return Feit("geen erkenning met een niveau gepubliceerd")
    niveaus = opsomming(dict.fromkeys(naam(e.niveau or "", begrippen["niveau"]) for e in tellen))
    toelichting = " ".join(e.toelichting for e in tellen if e.toelichting) or None
    if geldig:
        return Feit(niveaus, toelichting, bronnen)
    return Feit(f"{niveaus}, {_waarvan(met_niveau, variant)}", toelichting, bronnen)


def _waarvan(erkenningen: Sequence[Erkenning], variant: Variant) -> str:
    """Why no rating counts for a variant."""
    eigen = [e for e in erkenningen if e.over is Over.DEZE]
    if not eigen:
        return "van een ander of breder programma"
    return "verlopen" if any(is_van(e.varianten, variant) for e in eigen) else "van een andere variant"


BEWIJS = Filter(
    naam="bewijs",
    uitleg="Ten minste deze erkenning, of een soort onderzoek",
    voorbeeld="goed-onderbouwd",
    lees=_lees_bewijs,
    beoordeel=_beoordeel_bewijs,
    feit=_bewijs_feit,
    kijkt=lambda i, variant: (i.bewijs.erkenningen, i.bewijs.onderzoek, variant.id),
    keuzes=lambda catalogus: {
        code: begrip.naam
        for lijst in ("niveau", "onderzoeksoort")
        for code, begrip in catalogus.begrippen[lijst].items()
    },
)
