"""The catalogue as DCAT-AP-NL 3 describes a data set, in JSON-LD: what is known, and nothing made up."""

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model_afzender import Afzender
from lpi_cli.weergave.formaat.json import als_json
from lpi_cli.weergave.tekst import schoon

_EU = "http://publications.europa.eu/resource/authority/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MAKERS = "de makers van lpi"
NODIG = ("organisatie", "email")
"""What DCAT-AP-NL cannot do without, of who gives it out."""


def ontbreekt(afzender: Afzender | None) -> list[str]:
    """What is missing of the sender."""
    return [veld for veld in NODIG if getattr(afzender, veld, None) is None]


def dcat(catalogus: Catalogus, afzender: Afzender) -> bytes:
    """One catalogue with one data set. ``afzender`` has what ``NODIG`` names."""
    uitgave = catalogus.uitgave
    uitgever = {"@type": "foaf:Agent", "foaf:name": _tekst(afzender.organisatie or "")}
    gedeeld: dict[str, Any] = {
        "dct:title": _tekst(uitgave.titel),
        "dct:description": _tekst(uitgave.omschrijving),
        "dct:publisher": uitgever,
        "dcat:contactPoint": _contact(afzender),
        "dct:language": _lijstwaarde("language/NLD"),
        "dct:license": {"@id": str(uitgave.licentie), "@type": "dct:LicenseDocument"},
        "dct:modified": {"@value": uitgave.datum, "@type": "xsd:date"},
        "dct:spatial": _lijstwaarde("country/NLD"),
    }
    nummer = uuid5(NAMESPACE_URL, uitgave.titel).urn
    dataset = {
        "@id": nummer,
        "@type": "dcat:Dataset",
        **{naam: waarde for naam, waarde in gedeeld.items() if naam != "dct:license"},
        "dct:identifier": nummer,
        "dcat:version": uitgave.versie,
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": _tekst(MAKERS)},
        "dcat:theme": _lijstwaarde("data-theme/HEAL"),
        "dct:accessRights": _lijstwaarde("access-right/PUBLIC"),
        "dct:accrualPeriodicity": _lijstwaarde("frequency/IRREG"),
        "dcat:keyword": [_tekst(woord) for woord in uitgave.trefwoorden],
    }
    if afzender.website:
        dataset["dcat:distribution"] = _verspreiding(afzender.website, gedeeld)
    return als_json({"@context": _CONTEXT, "@type": "dcat:Catalog", **gedeeld, "dcat:dataset": dataset})


def _contact(afzender: Afzender) -> Mapping[str, Any]:
    kaart: dict[str, Any] = {
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": _tekst(afzender.naam or afzender.organisatie or ""),
        "vcard:organization-name": _tekst(afzender.organisatie or ""),
        "vcard:hasEmail": {"@id": f"mailto:{afzender.email}"},
    }
    if afzender.telefoon:
        cijfers = "".join(teken for teken in afzender.telefoon if teken.isdigit() or teken == "+")
        kaart["vcard:hasTelephone"] = {"@id": f"tel:{cijfers}"}
    if afzender.website:
        kaart["vcard:hasURL"] = {"@id": str(afzender.website)}
    return kaart


def _verspreiding(website: str, gedeeld: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where one gets it, since the sender says where that is."""
    velden = ("dct:title", "dct:description", "dct:license", "dct:language", "dct:modified")
    profiel = "https://datapackage.org/profiles/2.0/datapackage.json"
    return {
        "@type": "dcat:Distribution",
        **{veld: gedeeld[veld] for veld in velden},
        "dcat:accessURL": {"@id": str(website)},
        "dct:format": _lijstwaarde("file-type/CSV"),
        "dct:conformsTo": {"@id": profiel, "@type": "dct:Standard"},
    }


def _tekst(tekst: str) -> Mapping[str, str]:
    return {"@value": schoon(tekst), "@language": "nl"}


def _lijstwaarde(pad: str) -> Mapping[str, str]:
    """A value of one of the lists that Europe keeps."""
    return {"@id": f"{_EU}{pad}"}
