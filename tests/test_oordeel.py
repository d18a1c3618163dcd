"""One judgement with three values: given this question, these fit, these may fit and these do not."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.weergave.beeld import Alinea, Punten, Tabel, Velden
from lpi_cli.weergave.feit import FEITEN
from lpi_cli.weergave.feiten import VOORBEELD_UITLEG
from lpi_cli.weergave.toon import Kaart
from tests.conftest import VANDAAG, Lpi

VOORSELECTIE = {"7roses", "bamboo", "mind-spring", "mindfit", "pm-plus"}


def _groepen(lpi: Lpi, *vraag: str) -> dict[str, dict[str, Any]]:
    """The parts of an answer: past, misschien and net_niet, each by id."""
    antwoord = lpi("zoek", *vraag, "--formaat", "json").json
    delen = {"past": "treffers", "misschien": "misschien", "net_niet": "net_niet"}
    return {deel: {een["id"]: een for een in antwoord[sleutel]} for deel, sleutel in delen.items()}


@pytest.mark.parametrize(
    ("vraag", "past", "misschien"),
    [
        ("--setting opvang-oekraine --voorselectie", VOORSELECTIE, set()),
        ("--setting amv-opvang", {"pubergroep", "teamup-opvang"}, {"pm-plus", "bethere", "ease", "tiener-veerkracht-academie"}),
        ("--leeftijd jongeren --bewijs goed-onderbouwd", set(), {"mind-spring"}),
        ("--leeftijd 20 --doelgroep man", set(), {"gouden-mannen"}),
        ("--regio Rotterdam", {"positief-gezond-leven"}, set()),
        ("--doelgroep asielzoeker", {"bamboo"}, {"samen-oplopen"}),
        ("--leeftijd kinderen --setting gemeente", set(), {"bamboo"}),
        ("--setting azc --taal arabisch --leeftijd volwassenen", set(), {"mindfit"}),
        ("--kosteloos", {"teamup-opvang"}, {"vreedzaam", "liever-bewegen-dan-moe"}),  # on terms; from the Wmo
        ("--leeftijd 20", set(), {"pubergroep"}),  # "op indicatie ook jongvolwassen groepen"
    ],
)  # fmt: skip
def test_onbekend_is_niet_nee(lpi: Lpi, vraag: str, past: set[str], misschien: set[str]) -> None:
    groepen = _groepen(lpi, *vraag.split())
    assert past <= set(groepen["past"])
    assert misschien <= set(groepen["misschien"])


def test_ouders_zijn_niet_alleen_moeders(lpi: Lpi) -> None:
    vaders = _groepen(lpi, "--leeftijd", "ouders", "--doelgroep", "vaders")
    gevonden = {**vaders["past"], **vaders["misschien"]}
    assert "moeders" not in gevonden.get("eritrese-oudergroepen", {}).get("varianten", [])
    assert "mind-spring" in gevonden, "takes parents and names no sex"


@pytest.mark.parametrize(
    ("id_", "vraag", "wie"),
    [
        ("my-identity", ("--leeftijd", "12-18"), "alleen meisjes"),
        ("tiener-veerkracht-academie", ("--leeftijd", "12-18"), "alleen Oekraïense ontheemden"),
        ("empatia-workshops", ("--taal", "uk", "--leeftijd", "18+"), "alleen Oekraïense ontheemden"),
    ],
)
def test_tot_wie_het_beperkt_is_staat_bij_elk_antwoord(
    lpi: Lpi, id_: str, vraag: tuple[str, ...], wie: str
) -> None:
    groepen = _groepen(lpi, *vraag)
    (treffer,) = (groep[id_] for groep in groepen.values() if id_ in groep)
    assert f"beperkt: {wie}" in treffer["redenen"]
    assert wie.removeprefix("alleen ") in " ".join(lpi("zoek", *vraag).stdout.split())


@pytest.mark.parametrize("tekst", ["dissociatie", "psychose"])
def test_wat_het_uitsluit_is_geen_vindplaats(lpi: Lpi, tekst: str) -> None:
    antwoord = lpi("zoek", tekst, "--formaat", "json").json
    assert antwoord["treffers"] == []
    uitgesloten = _groepen(lpi, "--doelgroep", tekst)
    assert not {"cap-train", "pillars-of-support"} & (
        set(uitgesloten["past"]) | set(uitgesloten["misschien"])
    )


def test_een_los_zoekwoord_wijst_op_de_precieze_optie(lpi: Lpi) -> None:
    assert "--setting azc" in lpi("zoek", "azc").stdout


@pytest.mark.parametrize(
    ("tekst", "woord"), [("niet in azc", "niet"), ("Zonder tolk", "zonder"), ("tolk", None)]
)
def test_wie_zoekt_op_wat_niet_moet_hoort_dat_dat_niet_kan(lpi: Lpi, tekst: str, woord: str | None) -> None:
    scherm = lpi("zoek", tekst).stdout
    assert ("sluit hier niets uit" in scherm) is (woord is not None)
    assert woord is None or f'Let op: "{woord}"' in scherm


def test_woorden_met_een_plus_moeten_allebei_kloppen(lpi: Lpi) -> None:
    beide = _groepen(lpi, "--doelgroep", "vrouwen+asielzoeker")["past"]
    los = [_groepen(lpi, "--doelgroep", wie)["past"] for wie in ("vrouwen", "asielzoeker")]
    assert beide.keys() == los[0].keys() & los[1].keys()
    assert lpi("zoek", "--leeftijd", "18+").status == 0


def test_van_meer_talen_staat_welk_deel_er_is(lpi: Lpi) -> None:
    talen = ("--taal", "ar", "--taal", "ti", "--taal", "uk", "--leeftijd", "18+")
    past = _groepen(lpi, *talen)["past"]
    assert past["mosaic"]["dekking_taal"] == "ar"
    assert past["mind-spring"]["dekking_taal"] is None
    (mosaic,) = [
        rij
        for rij in csv.DictReader(lpi("zoek", *talen, "--formaat", "csv").stdout.splitlines())
        if rij["id"] == "mosaic"
    ]
    assert mosaic["dekking_taal"] == "ar"


def _kanten(lpi: Lpi, *opdracht: str) -> dict[str, tuple[str, str]]:
    """The strong sides and the limits of each option of a memo, as one text each."""
    opties = lpi("rapport", *opdracht, "--formaat", "json").json["opties"]
    return {o["id"]: (" ".join(o["sterke_kanten"]), " ".join(o["beperkingen"])) for o in opties}


@pytest.mark.parametrize(
    ("id_", "onderzoek"),
    [
        ("taal-onthaal", "effectonderzoek, van een ander of breder programma"),
        ("mindfit", "lopend onderzoek"),
        ("teamup-opvang", "procesevaluatie"),
        ("mosaic", "lopend"),
    ],
)
def test_alleen_gunstig_onderzoek_van_deze_interventie_is_sterk(lpi: Lpi, id_: str, onderzoek: str) -> None:
    sterk, beperkt = _kanten(lpi, "--interventie", id_)[id_]
    assert onderzoek not in sterk
    if id_ != "mosaic":
        assert onderzoek in beperkt


def test_een_proef_met_volwassenen_is_niet_sterk_voor_jongeren(lpi: Lpi, tmp_path: Path) -> None:
    keuze = tmp_path / "keuze.yaml"
    for leeftijd, sterk_voor in (("jongeren", False), ("volwassenen", True)):
        lpi("kies", "--leeftijd", leeftijd, "--opslaan", str(keuze), "--overschrijf")
        sterk, beperkt = _kanten(lpi, "--keuze", str(keuze))["bamboo"]
        assert ("gerandomiseerd onderzoek" in sterk) is sterk_voor
        assert "gerandomiseerd onderzoek" not in beperkt, "a memo says nothing of other variants"


@pytest.mark.parametrize(
    ("vraag", "tabel", "zeker"),
    [
        (
            "--interventie go-win",
            "opgenomen (Movisie); gunstig: ",
            "Een erkenning zonder gepubliceerd niveau",
        ),
        ("--interventie gouden-mannen", "goed onderbouwd; geen gunstig", "Een erkenning voor deze groep"),
        (
            "--interventie bewegen-werkt",
            "geen eigen erkenning of gunstig onderzoek",
            "Geen van beide voor deze groep",
        ),
        ("--interventie cap-train", "geen erkenning of gunstig onderzoek", "Geen van beide voor deze groep"),
    ],
)
def test_een_notitie_zegt_overal_hetzelfde_van_een_erkenning(
    lpi: Lpi, vraag: str, tabel: str, zeker: str
) -> None:
    notitie = " ".join(lpi("rapport", *vraag.split(), "--formaat", "markdown").stdout.split())
    assert f"| {tabel}" in notitie
    assert f"**Hoe zeker:** {'- ' * ('go-win' in vraag)}{zeker}" in notitie
    assert ("talen en niveau van de erkenning" in notitie) is ("go-win" in vraag)


@pytest.mark.parametrize("formaat", ["tabel", "csv", "markdown"])
def test_een_lijst_zegt_van_welk_deel_een_erkenning_of_prijs_is(lpi: Lpi, formaat: str) -> None:
    """Mind-Spring is rated, and priced, for adults; of its other variants neither is known."""
    regels = lpi(
        "lijst", "--sorteer", "bewijs,kosten", "--formaat", formaat, COLUMNS="260"
    ).stdout.splitlines()
    (mind_spring,) = [regel for regel in regels if "mind-spring" in regel]
    assert "goed onderbouwd (alleen 18+)" in mind_spring
    assert "deels" in mind_spring
    (beschreven,) = [nr for nr, regel in enumerate(regels) if "goed beschreven" in regel]
    assert beschreven < regels.index(mind_spring), "what is known of the whole comes first"


def test_een_lijst_in_json_zegt_niets_van_een_deel_als_van_het_geheel(lpi: Lpi) -> None:
    lijst = {regel["id"]: regel for regel in lpi("lijst", "--formaat", "json").json}
    assert lijst["mind-spring"]["bewijs"] is None
    assert lijst["mind-spring"]["kosten"]["status"] == "deels"
    assert lijst["gouden-mannen"]["bewijs"] == "goed-onderbouwd"


def test_een_notitie_zegt_van_een_variant_niet_wat_over_een_andere_is_gezegd(
    lpi: Lpi, tmp_path: Path
) -> None:
    """The short list names other languages for BAMBOO Gems, which is not for teenagers."""
    keuze = tmp_path / "keuze.yaml"
    lpi("kies", "--leeftijd", "jongeren", "--opslaan", str(keuze))
    talen = "BAMBOO Gems (veerkracht voor de inburgering): Nederlands, Engels, Arabisch"
    assert talen in lpi("rapport", "--interventie", "bamboo", COLUMNS="300").stdout
    assert talen not in lpi("rapport", "--keuze", str(keuze), COLUMNS="300").stdout


def test_twee_onbekende_prijzen_zijn_niet_gelijk(lpi: Lpi) -> None:
    rijen = lpi("vergelijk", "less-stress", "cap-train", "--formaat", "json").json["rijen"]
    assert {rij["onderwerp"]: rij["verschilt"] for rij in rijen}["kosten"] is None


def test_een_vergelijking_zegt_wat_de_kaart_zegt(lpi: Lpi) -> None:
    rijen = lpi("vergelijk", "teamup-opvang", "mindfit", "--formaat", "json").json["rijen"]
    per_onderwerp = {rij["onderwerp"]: rij["waarden"] for rij in rijen}
    for id_ in ("teamup-opvang", "mindfit"):
        kaart = " ".join(lpi("toon", id_, COLUMNS="400").stdout.split())
        for onderwerp in ("talen", "regio", "plek"):
            for regel in per_onderwerp[onderwerp][id_]:
                assert " ".join(regel.split()) in kaart
    assert per_onderwerp["talen"]["teamup-opvang"] != ["niet gepubliceerd"]


def test_studies_hebben_schrijvers_en_jaar(lpi: Lpi) -> None:
    kaart = lpi("toon", "pm-plus").stdout
    assert "zonder titel" not in kaart
    assert "(Dawson e.a., 2015)" in kaart


def test_elk_feit_op_een_kaart_noemt_een_bron(catalogus: Catalogus) -> None:
    """Each line of a list, and of a field or paragraph its last: what is shown rests on a source that exists."""
    los = re.compile(r"\[([a-z0-9-]+(?:[,;] [^]]*)?)\]$|: volgens ([a-z0-9-]+) ")
    for interventie in catalogus.interventies:
        teksten, varianten = [], []
        for blok in Kaart(interventie, catalogus, VANDAAG, met_bronnen=True).inhoud():
            match blok:
                case Velden(velden):
                    teksten += [regels[-1] for _, regels in velden]
                case Punten(punten):
                    teksten += punten
                case Tabel(_, rijen):
                    varianten += [rij[0] for rij in rijen]
                case Alinea(tekst):
                    teksten.append(tekst)
        teksten = [tekst for tekst in teksten if tekst not in ("niet gepubliceerd", VOORBEELD_UITLEG)]
        gevonden = [los.search(tekst) for tekst in teksten]
        assert [tekst for tekst, met in zip(teksten, gevonden, strict=True) if met is None] == []
        eerste = {(met[1] or met[2]).split(",")[0].split(";")[0] for met in gevonden if met}
        assert eerste <= set(catalogus.bronnen), interventie.id
        assert [naam for naam in varianten if not any(t.startswith(f"{naam}: ") for t in teksten)] == []


def test_elk_gegeven_van_de_catalogus_staat_met_een_bron_op_de_kaart(catalogus: Catalogus) -> None:
    """No fact has been left out of the card, so that its source could not be missing."""
    for interventie in catalogus.interventies:
        for naam, soort in FEITEN.items():
            regels = soort.zeg(interventie, catalogus)
            gezegd = [regel for regel in regels if not regel.tekst.endswith("niet gepubliceerd")]
            if naam not in ("naam", "verschillen") and gezegd:
                assert gezegd[-1].bronnen, (interventie.id, naam)
                assert {bron for regel in regels for bron in regel.bronnen} <= set(catalogus.bronnen)


def test_tot_wie_het_beperkt_is_staat_ook_in_de_notitie(lpi: Lpi, tmp_path: Path) -> None:
    keuze = tmp_path / "keuze.yaml"
    lpi("kies", "--leeftijd", "jongeren", "--doel", "klachten", "--opslaan", str(keuze))
    regels = lpi("rapport", "--keuze", str(keuze), "--formaat", "markdown").stdout.splitlines()
    (my_identity,) = [regel for regel in regels if regel.startswith("| My Identity |")]
    assert "; alleen meisjes |" in my_identity
