"""Each fact of an intervention, said once: its label, its words with their scope, its source, and when two are equal.

The card and the comparison name the facts that they show, and word none themselves.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Elders, Interventie, Overdracht, Variant
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.weergave.feiten import met_toelichting, namen

Regels = Sequence[str]


class Feitsoort(NamedTuple):
    """One kind of fact, of a whole intervention."""

    label: str
    zeg: Callable[[Interventie, Catalogus], Regels]
    """The fact in words; nothing when no source says it."""
    velden: tuple[str, ...]
    """The fields that it tells of, for their sources."""
    gelijk: Callable[[Interventie], Hashable] | None = None
    """What can be the same or differ, None when that is not known. Without this: running text."""

    def regels(self, interventie: Interventie, catalogus: Catalogus) -> Regels:
        return self.zeg(interventie, catalogus) or [NIET_GEPUBLICEERD]

    def bronnen(self, interventie: Interventie) -> tuple[str, ...]:
        """The sources of what is said, each once."""
        alle = (bron for veld in self.velden for bron in bronnen_van(interventie, veld))
        return tuple(dict.fromkeys(alle))


def _zinnen(*delen: str | None) -> Regels:
    return [deel for deel in delen if deel]


def _kenmerken(interventie: Interventie, catalogus: Catalogus) -> Regels:
    groep = interventie.doelgroep
    return groepsregels(groep.kenmerken, groep.alleen, groep.niet, catalogus)


def groepsregels(
    kenmerken: Sequence[str], alleen: Sequence[str], niet: Sequence[str], catalogus: Catalogus
) -> Regels:
    """Who is named, to whom it is limited, and who is excluded."""
    return _zinnen(
        namen(kenmerken, "kenmerk", catalogus) if kenmerken else None,
        f"alleen voor {namen(alleen, 'kenmerk', catalogus)}" if alleen else None,
        f"niet voor {namen(niet, 'kenmerk', catalogus)}" if niet else None,
    )


def _doel(interventie: Interventie, catalogus: Catalogus) -> Regels:
    doelen = "; ".join(naam(doel, catalogus.begrippen["doel"]) for doel in interventie.doel.categorieen)
    onze = " (onze indeling; niet zo gepubliceerd)" if doelen and interventie.doel.afgeleid else ""
    return _zinnen(doelen + onze or NIET_GEPUBLICEERD, interventie.doel.omschrijving)


def _plek(interventie: Interventie, catalogus: Catalogus) -> Regels:
    regels = plekregels(interventie.setting, interventie.setting_niet, interventie.setting_alleen, catalogus)
    return _zinnen(*regels, interventie.setting_toelichting)


def plekregels(
    setting: Sequence[str], niet: Sequence[str], alleen: bool | None, catalogus: Catalogus
) -> Regels:
    """The places that are named, whether only those, and where not."""
    genoemd = namen(setting, "setting", catalogus) if setting else None
    return _zinnen(
        f"alleen {genoemd}" if genoemd and alleen else genoemd,
        f"niet in {namen(niet, 'setting', catalogus)}" if niet else None,
    )


def _talen(interventie: Interventie, catalogus: Catalogus) -> Regels:
    talen = namen(interventie.talen, "taal", catalogus) if interventie.talen else None
    return _zinnen(
        f"onder andere {talen}" if talen and interventie.talen_open else talen,
        "elke taal, met een tolk" if interventie.talen_met_tolk else None,
        interventie.talen_toelichting,
    )


def _tolk(interventie: Interventie, catalogus: Catalogus) -> Regels:
    return _zinnen(interventie.tolk)


def _regio(interventie: Interventie, catalogus: Catalogus) -> Regels:
    regio = interventie.regio
    provincies = [naam(code, catalogus.begrippen["provincie"]) for code in regio.provincies]
    plaatsen = opsomming([*regio.plaatsen, *provincies]) if regio.plaatsen or provincies else None
    if regio.landelijk:
        plaatsen = f"heel Nederland, onder meer {plaatsen}" if plaatsen else "heel Nederland"
    elders = naam(regio.elders, catalogus.begrippen["elders"]) if regio.elders else None
    if plaatsen and regio.elders is Elders.NEE:
        plaatsen, elders = f"alleen {plaatsen}", None
    return _zinnen(plaatsen, elders, regio.toelichting)


def _preventie(interventie: Interventie, catalogus: Catalogus) -> Regels:
    return _zinnen(namen(interventie.preventie, "preventie", catalogus) if interventie.preventie else None)


def _status(interventie: Interventie, catalogus: Catalogus) -> Regels:
    status = interventie.status
    return _zinnen(catalogus.begrippen["status"][status].uitleg if status else None)


def _zelf(interventie: Interventie, catalogus: Catalogus) -> Regels:
    overdracht = interventie.overdraagbaarheid
    kort = naam(overdracht.mogelijk, catalogus.begrippen["overdracht"])
    return [met_toelichting(kort, overdracht.omschrijving)]


def _zelf_gelijk(interventie: Interventie) -> Hashable:
    """Whether others may give it, and on what terms: "with terms" alone does not make two the same."""
    overdracht = interventie.overdraagbaarheid
    return None if overdracht.mogelijk is Overdracht.ONBEKEND else overdracht


def _plek_gelijk(interventie: Interventie) -> Hashable:
    """Known when the list of places is closed: what is only named may be given elsewhere too."""
    return frozenset(interventie.setting) if interventie.setting and interventie.setting_alleen else None


def _talen_gelijk(interventie: Interventie) -> Hashable:
    open_ = interventie.talen_open or interventie.talen_met_tolk
    return frozenset(interventie.talen) if interventie.talen and not open_ else None


def _regio_gelijk(interventie: Interventie) -> Hashable:
    regio = interventie.regio
    onbekend = regio.landelijk is None and regio.elders is not Elders.NEE
    return None if onbekend else (regio.landelijk, frozenset(regio.plaatsen), frozenset(regio.provincies))


FEITEN: dict[str, Feitsoort] = {
    "aanbieder": Feitsoort(
        "Aanbieder", lambda i, c: [i.organisatie], ("organisatie",), lambda i: i.organisatie
    ),
    "status": Feitsoort("Nu", _status, ("status",), lambda i: i.status),
    "voor wie": Feitsoort("Voor wie", lambda i, c: [i.doelgroep.omschrijving], ("doelgroep.omschrijving",)),
    "kenmerken": Feitsoort(
        "Kenmerken", _kenmerken, ("doelgroep.kenmerken", "doelgroep.alleen", "doelgroep.niet")
    ),
    "doel": Feitsoort(
        "Doel",
        _doel,
        ("doel.categorieen", "doel.omschrijving"),
        lambda i: frozenset(i.doel.categorieen) or None,
    ),
    "preventie": Feitsoort("Preventie", _preventie, ("preventie",), lambda i: frozenset(i.preventie) or None),
    "plek": Feitsoort(
        "Plek", _plek, ("setting", "setting_niet", "setting_alleen", "setting_toelichting"), _plek_gelijk
    ),
    "talen": Feitsoort("Talen", _talen, ("talen", "talen_open", "talen_toelichting"), _talen_gelijk),
    "tolk": Feitsoort("Tolk", _tolk, ("tolk",)),
    "regio": Feitsoort("Regio", _regio, ("regio",), _regio_gelijk),
    "uitvoerders": Feitsoort("Uitvoerders", lambda i, c: _zinnen(i.uitvoerders), ("uitvoerders",)),
    "zelf uitvoeren": Feitsoort("Zelf uitvoeren", _zelf, ("overdraagbaarheid",), _zelf_gelijk),
}
"""By the name that a comparison gives it."""


def variantregels(variant: Variant, catalogus: Catalogus) -> Iterator[str]:
    """What a variant has of its own besides its age, form and sizes."""
    eigen = groepsregels(variant.kenmerken, variant.alleen, variant.niet, catalogus)
    if eigen:
        yield f"Voor: {'; '.join(eigen)}."
    plek = plekregels(variant.setting, variant.setting_niet, variant.setting_alleen, catalogus)
    if plek:
        yield f"Plek: {'; '.join(plek)}."
    if variant.talen:
        yield f"Talen: {namen(variant.talen, 'taal', catalogus)}."
    if variant.taalgroep:
        yield f"Taal van een groep: {naam(variant.taalgroep, catalogus.begrippen['taalgroep'])}."
