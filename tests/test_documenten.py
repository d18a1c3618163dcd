"""The documents around the code: there, short, true to the version, and valid."""

import re
import shlex

import pytest
import yaml

from lpi_cli import __version__
from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Soort
from lpi_cli.cli import COMMANDOS
from lpi_cli.kern.zinnen import dag_in_woorden
from tests.conftest import CHECKOUT, Lpi

PUBLICCODE = yaml.safe_load((CHECKOUT / "publiccode.yml").read_text())
VERANTWOORDING = (CHECKOUT / "docs" / "verantwoording.md").read_text()
SOFTWARETYPEN = {
    "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
    "standalone/other", "addon", "library", "configurationFiles",
}  # fmt: skip
"""Allowed by publiccode.yml 0.7, as are the values below; its own validator is in no registry of Python or npm."""
SLEUTELS = {
    "publiccodeYmlVersion", "name", "url", "softwareVersion", "platforms", "categories", "developmentStatus",
    "softwareType", "intendedAudience", "description", "supports", "legal", "maintenance", "localisation",
}  # fmt: skip
"""Of that version: those it asks, and those we fill in."""


def test_publiccode_heeft_wat_de_standaard_eist() -> None:
    assert PUBLICCODE["publiccodeYmlVersion"] == "0.7"
    assert PUBLICCODE.keys() == SLEUTELS
    assert all(re.fullmatch(r"(https?://|urn:|alias:)\S+", een["id"]) for een in PUBLICCODE["supports"])
    assert PUBLICCODE["name"] == "lpi"
    assert re.fullmatch(r"https?://\S+", PUBLICCODE["url"])
    assert PUBLICCODE["softwareVersion"] == __version__
    assert set(PUBLICCODE["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert PUBLICCODE["categories"] == ["knowledge-management"], "a tag of the list in the standard"
    assert set(PUBLICCODE["intendedAudience"]["scope"]) <= {
        "healthcare",
        "local-authorities",
        "society",
        "welfare",
    }
    assert PUBLICCODE["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert PUBLICCODE["softwareType"] in SOFTWARETYPEN
    assert PUBLICCODE["legal"]["license"] == "EUPL-1.2"
    assert PUBLICCODE["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}


def test_publiccode_beschrijft_de_tool_in_de_gevraagde_lengte() -> None:
    beschrijving = PUBLICCODE["description"]["nl"]
    assert "genericName" not in beschrijving, "deprecated"
    assert 0 < len(beschrijving["shortDescription"]) <= 150
    assert 150 <= len(beschrijving["longDescription"]) <= 10_000
    assert beschrijving["features"]
    assert all(0 < len(kenmerk) <= 100 for kenmerk in beschrijving["features"])


def test_publiccode_noemt_een_contact_als_er_onderhoud_is() -> None:
    onderhoud = PUBLICCODE["maintenance"]
    assert onderhoud["type"] in {"internal", "contract", "community", "none"}
    assert onderhoud["type"] != "contract" or onderhoud["contractors"]
    assert onderhoud["type"] not in {"internal", "community"} or onderhoud["contacts"]


EISEN = re.findall(r"^\| ([KC]\d+)\. [^|]+ \| ([^|]+) \| ([^|]+) \|([^|]*)\|$", VERANTWOORDING, re.MULTILINE)
"""Of each item of IPDAS: its number, whether it is met, where one sees that, and a remark."""


def test_elke_eis_van_ipdas_heeft_een_plaats_of_niet() -> None:
    assert [eis for eis, *_ in EISEN] == [
        *(f"K{nr}" for nr in range(1, 7)),
        *(f"C{nr}" for nr in range(1, 11)),
    ]
    for eis, voldoet, waar, uitleg in EISEN:
        assert voldoet in {"ja", "deels", "niet", "niet van toepassing"}, eis
        assert (waar == "niet") is voldoet.startswith("niet"), eis
        assert voldoet not in {"deels", "niet"} or uitleg.strip(), f"{eis}: why"


@pytest.mark.parametrize(
    ("eis", "waar"), [(eis, waar) for eis, _, waar, _ in EISEN if waar != "niet"], ids=lambda een: een[:3]
)
def test_de_plaats_van_een_eis_bestaat(lpi: Lpi, eis: str, waar: str) -> None:
    if kop := re.fullmatch(r"\[(.+)\]\(#(.+)\)", waar):
        assert f"\n## {kop[1]}\n" in VERANTWOORDING
        assert kop[2] == kop[1].lower().replace(" ", "-")
        return
    plek = re.fullmatch(r'`lpi ?([^`]*)`: "(.+)"', waar)
    assert plek, waar
    uitkomst = lpi(*shlex.split(plek[1]))
    assert uitkomst.status == 0
    assert plek[2] in " ".join(uitkomst.stdout.split())


def test_de_verantwoording_zegt_wie_hoe_en_wat_niet() -> None:
    for zin in (
        "De makers van lpi.",
        "Er is geen financiering",
        "Er is geen proef gedaan",
        "geen vast ritme",
    ):
        assert zin in VERANTWOORDING


def test_de_wijzigingen_in_feiten_noemen_deze_uitgave(catalogus: Catalogus) -> None:
    uitgave = catalogus.uitgave
    tekst = (CHECKOUT / "catalog" / "WIJZIGINGEN.md").read_text()
    assert f"## {uitgave.versie} ({dag_in_woorden(uitgave.datum)})" in tekst
    feiten = [i for i in catalogus.interventies if i.soort is Soort.INTERVENTIE]
    assert (
        f"{len(feiten)} interventies en {len(catalogus.interventies) - len(feiten)} praktijkvoorbeelden"
        in tekst
    )


def test_de_wijzigingen_noemen_deze_versie_en_elk_commando() -> None:
    tekst = (CHECKOUT / "CHANGELOG.md").read_text()
    assert f"## [{__version__}]" in tekst
    for commando in COMMANDOS:
        assert f"`lpi {commando}`" in tekst


@pytest.mark.parametrize(
    ("naam", "regels"), [("SECURITY.md", 40), ("CONTRIBUTING.md", 40), ("CHANGELOG.md", 100)]
)
def test_de_documenten_zijn_kort_en_noemen_geen_verzonnen_adres(naam: str, regels: int) -> None:
    tekst = (CHECKOUT / naam).read_text()
    assert len(tekst.splitlines()) <= regels
    assert not re.search(r"[\w.]+@[\w.]+", tekst)
    for verwijzing in re.findall(r"\]\((?!https?://)([^)#]+)\)", tekst):
        assert (CHECKOUT / verwijzing).exists()


BELOFTEN = {
    "Geen netwerk.": "geen_opdracht_zoekt_verbinding sjabloon_en_antwoorden_worden_bewaard_waar ctrl_c_bewaart_niets",
    "Gegevens van anderen zijn alleen gegevens.": "gevaarlijke_of_kapotte_yaml geen_opdracht_zoekt_verbinding "
    "tekst_van_een_catalogus_komt_nergens_tot_leven geen_formaat_laat_stuurtekens_door",
    "Ook Tab voert niets uit.": "een_boze_naam_wordt_tekst boze_namen_in_een_lijst een_boze_map_kan "
    "aan_is_een_regel_en_uit_neemt_alles_terug uit_zet_alles_terug wat_er_al_stond_blijft_gelijk_tot_op_de_byte",
    "Ook een ander programma rekent niets uit.": "csv_zet_tekst_tussen csv_maakt_een_formule_overal_onschadelijk "
    "geen_cel_van_een_csv geen_cel_van_een_werkblad csv_en_xlsx_rekenen_geen_formules_uit",
    "Namen doen zich niet voor als een merk van `lpi`.": "een_eigen_naam_lijkt_niet_op_een_merk "
    "wat_tekst_stuurt_of_verbergt_wordt_geweigerd wat_bij_het_schrift_hoort_blijft wat_nergens_voor_dient",
    "Een fout is één regel.": "gevaarlijke_of_kapotte_yaml een_kapot_bestand_laat_de_rest_werken "
    "een_naam_met_een_regeleinde_maakt_geen_regel",
    "Een bestand houdt uw computer niet bezig.": "een_bestand_heeft_niet_meer_dan wat_te_veel_is_kost_weinig "
    "het_grootste_dat_mag_kost_weinig een_tekst_is_niet_langer_dan",
    "Verwijzingen worden niet gevolgd.": "verwijzingen_en_andere_bestanden_worden_niet_gelezen "
    "een_map_die_een_verwijzing_is nieuw_schrijft_niet_door_een_verwijzing",
    "Uw bestanden blijven heel.": "midden_in_het_schrijven_gestopt een_bestaand_bestand_wordt_niet_ongevraagd "
    "rechten_blijven de_eigenaar_blijft wie_tegelijk een_apparaat_krijgt een_pijp_brengt waar_een_verwijzing_heen",
    "Stoppen is stoppen.": "een_signaal_tijdens een_signaal_op_welk_moment een_signaal_bij_een_vraag "
    "midden_in_het_schrijven_gestopt",
    "De cache is geen bron.": "wat_iets_anders_schreef_wordt_opnieuw_gemaakt wat_een_ander_in_de_cache_kon_leggen "
    "een_kapotte_cache een_cache_geldt_alleen",
}
"""What SECURITY.md promises, and how the names begin of the tests that hold it."""


def test_elke_belofte_van_veiligheid_heeft_haar_tests() -> None:
    beloofd = re.findall(r"(?m)^- \*\*(.*?)\*\*", (CHECKOUT / "SECURITY.md").read_text())
    assert beloofd == list(BELOFTEN)
    tests = "".join(bestand.read_text() for bestand in (CHECKOUT / "tests").glob("test_*.py"))
    for namen in BELOFTEN.values():
        for naam in namen.split():
            assert f"\ndef test_{naam}" in tests, naam
