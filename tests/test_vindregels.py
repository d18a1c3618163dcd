"""Search, ages and sources: one rule at a time, on records made by hand."""

from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Bewijs,
    Bron,
    Doelgroep,
    Interventie,
    Leeftijd,
    Niveau,
    Vindplaats,
    Voor,
)
from lpi_cli.kern.bronnen import bronstaten
from lpi_cli.kern.leeftijd import dekking, lees_leeftijd, past
from lpi_cli.kern.lijst import sorteer
from lpi_cli.kern.uitleg import onderwerpen_bij, zoek_uitleg
from lpi_cli.kern.vind import vind
from lpi_cli.kern.zoek import zoek
from tests.conftest import VANDAAG
from tests.records import BRON, catalogus_met, interventie, onderwerp, record, variant


def _gevonden(catalogus: Catalogus, **vraag: Any) -> tuple[list[str], list[str]]:
    """The ids that fit, and those that just miss."""
    resultaat = zoek(catalogus, {naam: [woorden] for naam, woorden in vraag.items()}, VANDAAG)
    return [t.interventie.id for t in resultaat.treffers], [n.interventie.id for n in resultaat.net_niet]


# --- topics -----------------------------------------------------------------------------


def test_bovenaan_staat_het_onderwerp_met_de_woorden_bij_elkaar() -> None:
    """Then those with the words here and there, in the order of the catalogue."""
    onderwerpen = [
        onderwerp("los", "Een tolk.", "Een school."),
        onderwerp("een", "Een tolk.", "Niets."),
        onderwerp("samen", "Niets.", "Een tolk op school."),
        onderwerp("ook-los", "Een school.", "Een tolk."),
    ]
    catalogus = catalogus_met(uitleg={str(o.id): o for o in onderwerpen})
    vondsten = zoek_uitleg(catalogus, "tolk school")
    assert [vondst.onderwerp.id for vondst in vondsten] == ["samen", "los", "ook-los"]
    assert [vondst.passages for vondst in vondsten] == [
        ("Een tolk op school.",),
        ("Een tolk.", "Een school."),
        ("Een school.", "Een tolk."),
    ]


def test_een_onderwerp_over_de_interventie_staat_voorop_en_maar_een_keer() -> None:
    kenmerk = "amv"
    onderwerpen = [
        onderwerp("groep", kenmerken=(kenmerk,)),
        onderwerp("allebei", kenmerken=(kenmerk,), interventies=("praatgroep",)),
        onderwerp("ander", kenmerken=("syrisch",)),
        onderwerp("zelf", interventies=("praatgroep",)),
    ]
    catalogus = catalogus_met(uitleg={str(o.id): o for o in onderwerpen})
    een = interventie(doelgroep=record(Doelgroep, omschrijving="Jongeren.", kenmerken=[kenmerk]))
    assert [o.id for o in onderwerpen_bij(een, catalogus)] == ["allebei", "zelf", "groep"]


# --- ages -------------------------------------------------------------------------------


def _dekt(gevraagd: list[str], *aanbod: tuple[int, int | None]) -> tuple[str, str] | None:
    vragen = tuple(lees_leeftijd(tekst, []) for tekst in gevraagd)
    return dekking(vragen, tuple(Leeftijd(van, tot) for van, tot in aanbod))


@pytest.mark.parametrize(
    ("gevraagd", "aanbod", "code", "tekst"),
    [
        (["12-18"], [(10, 16)], "12-16", "12-16 jaar"),
        (["12-18"], [(14, 23)], "14-18", "vanaf 14 jaar"),
        (["12-18"], [(12, 17), (13, 15)], "12-17", "12-17 jaar"),
        (["12-18"], [(12, 14), (16, 25)], "12-14, 16-18", "12-14 jaar, vanaf 16 jaar"),
        (["12-18", "30-40"], [(12, 18)], "12-18", "12-18 jaar"),
        (["18+"], [(25, None)], "25+", "vanaf 25 jaar"),
    ],
)
def test_wat_het_aanbod_van_de_vraag_dekt_loopt_er_niet_buiten(
    gevraagd: list[str], aanbod: list[tuple[int, int | None]], code: str, tekst: str
) -> None:
    assert _dekt(gevraagd, *aanbod) == (code, tekst)


@pytest.mark.parametrize(
    ("gevraagd", "van", "tot", "verwacht"),
    [
        ("12-18", 6, 12, False),
        ("12-18", 6, 13, True),
        ("12-18", 18, 25, False),
        ("12-18", 17, 25, True),
        ("12-18", 13, 14, True),
        ("13-14", 12, 18, True),
        ("30-40", 12, 18, False),
        ("6-10", 12, 18, False),
        ("12", 6, 12, True),
        ("12", 12, 18, True),
        ("11", 12, 18, False),
        ("19", 12, 18, False),
        ("18+", 12, 18, False),
        ("17+", 12, 18, True),
    ],
)
def test_een_bereik_past_als_het_meer_deelt_dan_een_grens(
    gevraagd: str, van: int, tot: int, verwacht: bool
) -> None:
    leeftijd = Leeftijd(van, tot)
    assert past(lees_leeftijd(gevraagd, []), Voor.DEELNEMERS, leeftijd) is verwacht


def test_van_even_jong_begin_staat_het_vroegste_einde_voorop(catalogus: Catalogus) -> None:
    leeftijden = {"open": (12, None), "kort": (12, 18), "jonger": (6, None), "geen": (None, None)}
    interventies = [
        interventie(naam, varianten=(variant(leeftijd=Leeftijd(*leeftijd)),))
        for naam, leeftijd in leeftijden.items()
    ]
    assert [i.id for i in sorteer(interventies, ["leeftijd"], catalogus, VANDAAG)] == [
        "jonger",
        "kort",
        "open",
        "geen",
    ]


# --- sources and names ------------------------------------------------------------------


def test_een_bron_is_nooit_jonger_dan_nul_jaar() -> None:
    jaren = {"later": 2027, "nu": 2026, "eerder": 2020, "ooit": None}
    een = {"titel": "Een boek", "datum": "ooit", "omschrijving": "Een boek."}
    bronnen = {id_: record(Bron, **een, jaar=jaar) for id_, jaar in jaren.items()}
    staten = bronstaten(catalogus_met(bronnen=bronnen, interventies=()), 2026)
    assert {staat.id: staat.leeftijd for staat in staten} == {"later": 0, "nu": 0, "eerder": 6, "ooit": None}


def test_een_interventie_die_een_bron_op_twee_plaatsen_noemt_telt_een_keer() -> None:
    twee_plaatsen = (Vindplaats(BRON, "blz. 1"), Vindplaats(BRON, "blz. 9"))
    catalogus = catalogus_met(interventies=(interventie(bronnen=twee_plaatsen), interventie("ander")))
    assert {staat.id: staat.interventies for staat in bronstaten(catalogus, 2026)}[BRON] == 2


@pytest.mark.parametrize(
    ("gezocht", "gevonden"),
    [
        ("nu", "nu"),  # an id goes before all names
        ("Samen", "een"),  # a whole name before the beginning of another
        ("meer", "ander"),  # the beginning of a name before a part of one
    ],
)
def test_wat_het_meest_precies_is_genoemd_is_bedoeld(gezocht: str, gevonden: str) -> None:
    namen = {"een": "Samen", "ander": "Meer samen", "nu": "Later", "later": "Nu", "lang": "Samen meer"}
    catalogus = catalogus_met(interventies=tuple(interventie(id_, naam=naam) for id_, naam in namen.items()))
    assert vind(catalogus, gezocht).id == gevonden


# --- what fits, and what just misses ----------------------------------------------------

GROEP = variant("groep")
"""For adults, in a group; of no language is anything published."""


@pytest.mark.parametrize(
    ("vraag", "bijna"),
    [
        ({"leeftijd": "12-18", "taal": "ar"}, False),  # one excludes, one is unknown
        ({"leeftijd": "12-18", "taal": "ar", "vorm": "groep"}, False),  # and one fits
        ({"leeftijd": "12-18", "taal": "ar", "vorm": "groep", "doel": "veerkracht"}, True),  # and two fit
        ({"leeftijd": "12-18", "vorm": "groep"}, True),
        ({"leeftijd": "12-18"}, False),  # nothing fits
        ({"leeftijd": "12-18", "vorm": "individueel"}, False),  # two exclude
        ({"leeftijd": "12-18", "vorm": "individueel", "doel": "veerkracht", "regio": "Almelo"}, False),
    ],
)
def test_net_niet_mist_een_eis_en_voldoet_aan_meer_dan_er_onbekend_is(
    vraag: dict[str, str], bijna: bool
) -> None:
    treffers, net_niet = _gevonden(catalogus_met(interventies=(interventie(varianten=(GROEP,)),)), **vraag)
    assert treffers == []
    assert net_niet == ["praatgroep"] * bijna


def test_een_variant_die_misschien_past_gaat_voor_een_die_niet_past() -> None:
    """Of each one demand is not met for certain; in what order they stand makes no difference."""
    te_oud, vorm_onbekend = variant("te-oud"), variant("onbekend", leeftijd=Leeftijd(12, 18), vorm=())
    for varianten in ((te_oud, vorm_onbekend), (vorm_onbekend, te_oud)):
        catalogus = catalogus_met(interventies=(interventie(varianten=varianten),))
        resultaat = zoek(catalogus, {"leeftijd": ["12-18"], "vorm": ["groep"]}, VANDAAG)
        (misschien,) = resultaat.misschien
        assert (resultaat.treffers, resultaat.net_niet) == ((), ())
        assert misschien.varianten == (vorm_onbekend,)
        assert [str(reden) for reden in misschien.vraag_na] == ["vorm: niet gepubliceerd"]


def _met_bewijs(id_: str, niveau: Niveau, toelichting: str | None = None) -> Interventie:
    erkenning = {"databank": "nji", "niveau": niveau, "toelichting": toelichting, "bron": BRON}
    return interventie(id_, bewijs=record(Bewijs, erkenningen=[erkenning], samenvatting="Onderzocht."))


def test_twee_erkenningen_vragen_is_ten_minste_de_laagste() -> None:
    onderbouwd = _met_bewijs("onderbouwd", Niveau.GOED_ONDERBOUWD)
    beschreven = _met_bewijs("beschreven", Niveau.GOED_BESCHREVEN)
    catalogus = catalogus_met(interventies=(onderbouwd, beschreven))
    for volgorde in (1, -1):
        vraag = ["goed-onderbouwd", "sterke-aanwijzingen"][::volgorde]
        resultaat = zoek(catalogus, {"bewijs": vraag}, VANDAAG)
        assert [t.interventie.id for t in resultaat.treffers] == ["onderbouwd"]


def test_wat_een_bron_over_een_erkenning_zegt_hoort_bij_wat_past() -> None:
    """And to what misses, since too low a rating may not be of all of it either."""
    beperkt = _met_bewijs("beperkt", Niveau.GOED_ONDERBOUWD, "Alleen voor jongeren.")
    catalogus = catalogus_met(interventies=(beperkt,))
    (past_,) = zoek(catalogus, {"bewijs": ["goed-beschreven"]}, VANDAAG).treffers
    assert str(past_.redenen[0]) == "bewijs: goed onderbouwd (Alleen voor jongeren)"
    (past_niet,) = zoek(catalogus, {"bewijs": ["sterke-aanwijzingen"], "vorm": ["groep"]}, VANDAAG).net_niet
    assert str(past_niet.redenen[0]) == "bewijs: goed onderbouwd (Alleen voor jongeren)"


@pytest.mark.parametrize(
    ("erkenning", "feit"),
    [
        ({"varianten": ["avond"]}, "goed onderbouwd, van een andere variant"),
        ({"geldig_tot": "2026-11-27"}, "goed onderbouwd, verlopen"),
        ({"over": "verwant"}, "goed onderbouwd, van een ander of breder programma"),
    ],
)
def test_een_erkenning_die_niet_telt_zegt_waarom(erkenning: dict[str, Any], feit: str) -> None:
    """A day later than it lasted, or of something else: then it is to be asked, and not too low."""
    bewijs = record(
        Bewijs,
        erkenningen=[{"databank": "nji", "niveau": Niveau.GOED_ONDERBOUWD, "bron": BRON, **erkenning}],
        samenvatting="Onderzocht.",
    )
    catalogus = catalogus_met(interventies=(interventie(bewijs=bewijs),))
    (misschien,) = zoek(catalogus, {"bewijs": ["goed-beschreven"]}, VANDAAG).misschien
    assert [str(reden) for reden in misschien.vraag_na] == [f"bewijs: {feit}"]


@pytest.mark.parametrize(
    ("richtingen", "feit"),
    [
        (("geen-effect", "loopt"), "gerandomiseerd onderzoek: geen effect en loopt nog"),
        (("ongunstig", "onbekend"), "gerandomiseerd onderzoek: ongunstig en uitkomst niet gepubliceerd"),
        (("loopt",), "gerandomiseerd onderzoek: loopt nog"),
    ],
)
def test_wat_bij_onderzoek_is_na_te_vragen_noemt_wat_nog_open_is(
    richtingen: tuple[str, ...], feit: str
) -> None:
    """One without effect decides nothing while another runs: that is why it is not known."""
    studies = [
        {"soort": "rct", "uitkomst": "x", "bron": BRON, "richting": richting} for richting in richtingen
    ]
    bewijs = record(Bewijs, onderzoek=studies, samenvatting="Onderzocht.")
    catalogus = catalogus_met(interventies=(interventie(bewijs=bewijs),))
    (misschien,) = zoek(catalogus, {"bewijs": ["rct"]}, VANDAAG).misschien
    assert [str(reden) for reden in misschien.vraag_na] == [f"bewijs: {feit}"]
