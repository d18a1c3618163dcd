"""For which ages: as published, or unknown with the words of the source."""

from collections.abc import Mapping, Sequence
from functools import cache

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Antwoord, Interventie, Keuzehulponderdeel, Leeftijd, Variant, Voor
from lpi_cli.kern import leeftijd
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.filters.basis import ONBEKEND, PAST, PAST_NIET, Filter, Vraagstelling
from lpi_cli.kern.oordeel import Beoordeel, Feit, Uitkomst
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, leeftijd_in_woorden

VOOR_WIE = {Voor.OUDERS: "voor ouders", Voor.GEZIN: "voor het gezin"}


def _lees_leeftijd(tekst: str, catalogus: Catalogus) -> leeftijd.Leeftijdsvraag:
    return leeftijd.lees_leeftijd(tekst, leeftijdsgroepen(catalogus))


def leeftijdsgroepen(catalogus: Catalogus) -> Sequence[Antwoord]:
    """The named age groups of the Keuzehulp."""
    return next(een.antwoorden for een in catalogus.keuzehulp.vragen if een.id is Keuzehulponderdeel.LEEFTIJD)


def _beoordeel_leeftijd(wens: leeftijd.Leeftijdsvraag, stelling: Vraagstelling) -> Beoordeel:
    @cache  # many variants are for the same few ages
    def past(voor: Voor, gepubliceerd: Leeftijd) -> Uitkomst:
        uitkomst = leeftijd.past(wens, voor, gepubliceerd)
        if uitkomst is None:
            return PAST_NIET if _is_buiten_kader(wens, gepubliceerd) else ONBEKEND
        return PAST if uitkomst else PAST_NIET

    return lambda interventie, variant: past(variant.voor, variant.leeftijd)


def _is_buiten_kader(wens: leeftijd.Leeftijdsvraag, zonder_leeftijd: Leeftijd) -> bool:
    """Whether the half of the guide that it stands in leaves no room for the asked ages."""
    kader = zonder_leeftijd.kader
    return kader is not None and not leeftijd.past(wens, Voor.DEELNEMERS, Leeftijd(kader.van, kader.tot))


def _leeftijd_feit(
    wens: leeftijd.Leeftijdsvraag, interventie: Interventie, variant: Variant, stelling: Vraagstelling
) -> Feit:
    """The ages of the variant, or the words of the source where it has no number."""
    gegeven, wie = variant.leeftijd, VOOR_WIE.get(variant.voor)
    bronnen = bronnen_van(interventie, "leeftijd", variant)
    if wie and wens.voor:
        return Feit(wie, None, bronnen)
    if gegeven.gepubliceerd:
        jaren = leeftijd_in_woorden(gegeven)
        return Feit(f"{wie}, {jaren}" if wie else jaren, None, bronnen)
    if gegeven.kader and _is_buiten_kader(wens, gegeven):
        kader = leeftijd_in_woorden(Leeftijd(gegeven.kader.van, gegeven.kader.tot))
        return Feit(f"geen leeftijd gepubliceerd, wel in het deel voor {kader}", None, bronnen)
    if wie:
        return Feit(None, wie, bronnen)
    return Feit(None, gegeven.toelichting, bronnen, NIET_GEPUBLICEERD)


def _keuzes_leeftijd(catalogus: Catalogus) -> Mapping[str, str]:
    groepen = {groep.code: groep.naam for groep in leeftijdsgroepen(catalogus)}
    return groepen | {"12-18": "van 12 tot 18 jaar", "18+": "vanaf 18 jaar", "15": "één leeftijd"}


LEEFTIJD = Filter(
    naam="leeftijd",
    uitleg="Voor wie: een leeftijd, een bereik of een groep",
    voorbeeld="12-18, 18+, kinderen",
    lees=_lees_leeftijd,
    beoordeel=_beoordeel_leeftijd,
    feit=_leeftijd_feit,
    keuzes=_keuzes_leeftijd,
    als_waarde=lambda wens: wens.tekst,
    noem_variant=True,
    met_mensen="8-12=30",
)
