"""What the published Keuzehulp answers must follow from the catalogue's own data."""

from itertools import product

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.kern.kies import kies
from tests.conftest import VANDAAG, Lpi
from tests.terminal import Terminal

ALLE = {"bamboo", "mindfit", "mind-spring", "7roses", "pm-plus"}
GEPUBLICEERD = {
    "leeftijd": {
        "volwassenen": ALLE,
        "jongeren": {"bamboo", "mind-spring", "pm-plus"},
        "kinderen": {"bamboo", "mind-spring"},
        "ouders": {"mind-spring"},
    },
    "doel": {"veerkracht": ALLE - {"pm-plus"}, "klachten": ALLE - {"7roses"}},
    "vorm": {"individueel": {"7roses", "pm-plus"}, "groep": ALLE},
}
COMBINATIES = list(product(*GEPUBLICEERD.values()))


@pytest.mark.parametrize(("leeftijd", "doel", "vorm"), COMBINATIES)
def test_combinatie_geeft_wat_de_keuzehulp_publiceert(lpi: Lpi, leeftijd: str, doel: str, vorm: str) -> None:
    antwoord = lpi("kies", "--leeftijd", leeftijd, "--doel", doel, "--vorm", vorm, "--formaat", "json").json
    verwacht = GEPUBLICEERD["leeftijd"][leeftijd] & GEPUBLICEERD["doel"][doel] & GEPUBLICEERD["vorm"][vorm]
    assert {treffer["id"] for treffer in antwoord["voorselectie"]} == verwacht
    assert antwoord["antwoorden"] == {"leeftijd": [leeftijd], "doel": [doel], "vorm": [vorm]}


@pytest.mark.parametrize("vraag", GEPUBLICEERD)
def test_een_antwoord_alleen_geeft_de_gepubliceerde_lijst(catalogus: Catalogus, vraag: str) -> None:
    for antwoord, verwacht in GEPUBLICEERD[vraag].items():
        keuze = kies(catalogus, {vraag: [antwoord]}, VANDAAG)
        assert {treffer.interventie.id for treffer in keuze.voorselectie} == verwacht, antwoord


def test_zonder_antwoorden_passen_alle_vijf(catalogus: Catalogus) -> None:
    keuze = kies(catalogus, {}, VANDAAG)
    assert {treffer.interventie.id for treffer in keuze.voorselectie} == ALLE
    assert keuze.net_niet == ()


def test_twee_antwoorden_op_een_vraag_betekenen_of(catalogus: Catalogus) -> None:
    keuze = kies(catalogus, {"leeftijd": ["kinderen", "ouders"], "vorm": ["groep"]}, VANDAAG)
    assert {treffer.interventie.id for treffer in keuze.voorselectie} == {"bamboo", "mind-spring"}
    mind_spring = next(t for t in keuze.voorselectie if t.interventie.id == "mind-spring")
    assert {variant.id for variant in mind_spring.varianten} == {"junior", "opvoedondersteuning"}


def test_een_bewaard_antwoord_heet_naar_wat_gevraagd_is(lpi: Lpi) -> None:
    pagina = lpi("kies", "--leeftijd", "jongeren", "--vorm", "groep", "--formaat", "html").stdout
    assert "<h1>Keuzehulp voor leeftijd jongeren (12 tot 18 jaar) en vorm in een groep</h1>" in pagina


def test_net_niet_noemt_het_ene_antwoord_dat_uitsluit(lpi: Lpi) -> None:
    antwoord = lpi("kies", "--leeftijd", "volwassenen", "--doel", "veerkracht", "--formaat", "json").json
    pm_plus = next(gemist for gemist in antwoord["net_niet"] if gemist["id"] == "pm-plus")
    assert pm_plus["redenen"] == ["doel: klachten"]


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("--doelgroep syrisch --taal ar", "past zeker bij al uw antwoorden. Kijk bij 'Past misschien' wat u navraagt."),
        ("--leeftijd kinderen --vorm individueel", "past bij al uw antwoorden. Kijk bij 'Net niet' welk antwoord niet past."),
        (
            "--leeftijd 4-5 --setting basisschool --doel veerkracht --vorm groep",
            "past zeker bij al uw antwoorden. Kijk bij 'Past misschien' wat u navraagt en bij 'Net niet' welk antwoord "
            "niet past.",
        ),
        ("--leeftijd 2 --vorm individueel --setting thuis", "past bij al uw antwoorden. Ook passend"),
    ],
)  # fmt: skip
def test_zonder_voorselectie_staat_er_waar_men_leest_waarom(lpi: Lpi, vraag: str, zin: str) -> None:
    """What is not known of a pre-selected one does not exclude it."""
    antwoord = lpi("kies", *vraag.split(), "--alles").stdout
    assert f"Geen van de vijf voorgeselecteerde LPI's {zin}" in " ".join(antwoord.split())


def test_het_korte_antwoord_zegt_wat_men_navraagt_en_waartoe_iets_beperkt_is(lpi: Lpi) -> None:
    """In a line of a narrow screen, where it said only that there was something to ask."""

    def regels(*vraag: str) -> dict[str, str]:
        scherm = Terminal("kies", *vraag, "--vorm", "groep", hoogte=24)
        assert scherm.einde() == 0
        return {regel.split()[0]: regel for regel in scherm.tekst.splitlines() if regel}

    vraag = ("--leeftijd", "18+", "--doelgroep", "syrisch", "--doel", "klachten", "--taal", "ti")
    misschien = regels(*vraag, "--setting", "gemeente")
    assert misschien["id"].endswith("vraag na")
    assert misschien["mindfit"].endswith(" doelgroep en taal")
    past = regels("--leeftijd", "kinderen", "--doel", "veerkracht", "--setting", "azc")
    assert " dekt vanaf 6 jaar" in past["bamboo"]
    mosaic = regels("--doelgroep", "syrisch", "--doel", "veerkracht", "--leeftijd", "18+")["mosaic"]
    assert " alleen Arabischsprekenden" in mosaic


def test_gids_en_voorselectie_overlappen_niet_en_praktijkvoorbeelden_doen_niet_mee(lpi: Lpi) -> None:
    antwoord = lpi("kies", "--leeftijd", "jongeren", "--formaat", "json").json
    gids = {treffer["id"] for treffer in antwoord["gids"]}
    assert {"pubergroep", "my-identity"} <= gids
    assert not gids & ALLE
    assert "ex-amv-groep" not in gids


def test_aandachtspunten_horen_bij_het_antwoord(lpi: Lpi) -> None:
    kinderen = lpi("kies", "--leeftijd", "kinderen", "--formaat", "json").json["aandachtspunten"]
    volwassenen = lpi("kies", "--leeftijd", "volwassenen", "--formaat", "json").json["aandachtspunten"]
    assert any("toestemming" in punt for punt in kinderen)
    assert not any("toestemming" in punt for punt in volwassenen)
    assert any("regio" in punt for punt in volwassenen)


def test_zonder_terminal_wordt_niet_gewacht_en_gezegd_wat_openbleef(lpi: Lpi) -> None:
    uitkomst = lpi("kies", "--leeftijd", "ouders")
    assert uitkomst.status == 0
    assert "mind-spring ★" in uitkomst.stdout
    assert "--doel, --vorm" in uitkomst.stderr


def test_opslaan_bewaart_de_antwoorden_en_vervangt_niets_ongevraagd(lpi: Lpi, tmp_path) -> None:
    import yaml

    bestand = tmp_path / "keuze.yaml"
    opdracht = ("kies", "--leeftijd", "12 t/m 18", "--doel", "klachten", "--opslaan", str(bestand))
    assert lpi(*opdracht).status == 0
    assert yaml.safe_load(bestand.read_text()) == {"leeftijd": ["12-18"], "doel": ["klachten"], "vorm": []}
    tweede = lpi(*opdracht)
    assert (tweede.status, "bestaat al" in tweede.stderr) == (2, True)
    assert lpi(*opdracht, "--overschrijf").status == 0


@pytest.mark.parametrize(
    ("leeftijd", "toestemming", "signalen"),
    [
        ("kinderen", True, False),
        ("6-11", True, False),
        ("8", True, False),
        ("12-18", False, False),
        ("volwassenen", False, True),
        ("18-65", False, True),
        ("10-30", True, True),
        ("ouders", False, False),
    ],
)
def test_wat_men_moet_weten_volgt_de_leeftijd_hoe_men_die_ook_schrijft(
    lpi: Lpi, leeftijd: str, toestemming: bool, signalen: bool
) -> None:
    """Consent for children, and signals that adults do not name themselves."""
    punten = " ".join(lpi("kies", "--leeftijd", leeftijd, "--formaat", "json").json["aandachtspunten"])
    assert ("toestemming aan de verzorgers" in punten) is toestemming
    assert ("Zorg dat iemand de signalen ziet" in punten) is signalen
