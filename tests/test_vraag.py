"""One question, said once: every command takes it, and what one likes never excludes."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.cli._opties import uit_bestand
from lpi_cli.kern.filters import FILTERS, lees_wensen
from lpi_cli.kern.vraag import VELDEN, als_gegeven, maak_vraag, tegenspraak
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zoek import zoek
from lpi_cli.weergave.vraag import als_opties, vraagbestand, vraagschema
from tests.conftest import CHECKOUT, VANDAAG, Lpi

CATALOGUS = laad()


# --- six stories ----------------------------------------------------------------------

VERHALEN = {
    "24 Oekraïense tieners in de opvang": (
        "--leeftijd jongeren=24 --doelgroep oekraiense-ontheemde --taal uk --setting opvang-oekraine",
        ["jongeren (12 tot 18 jaar)", "Oekraïense ontheemden", "Oekraïens", "opvang Oekraïne", "24"],
    ),
    "Arabischsprekende vrouwen in een azc": (
        "--leeftijd volwassenen --doelgroep vrouwen --taal arabisch=30 --setting azc --liefst taal=ar",
        ["volwassenen (18 jaar en ouder)", "vrouwen", "Arabisch", "azc", "30"],
    ),
    "een ISK-klas van 15": (
        "--leeftijd 12-18 --vorm groep --setting isk --deelnemers 15",
        ["12-18 jaar", "groep", "isk", "15"],
    ),
    "60 volwassen statushouders met € 20.000": (
        "--leeftijd 18+ --doelgroep statushouders --setting gemeente --deelnemers 60 --budget 20000",
        ["18 jaar en ouder", "statushouders", "gemeente", "60", "€ 20.000"],
    ),
    "Eritrese ouders van peuters": (
        "--leeftijd ouders --doelgroep eritreeërs --taal tigrinya=12 --liefst kosteloos --liefst taal=ti",
        ["Eritreeërs", "Tigrinya", "12", "kosteloos, dan taal Tigrinya"],
    ),
    "mannen voor een wandelgroep": (
        "--leeftijd 18+ --vorm groep --doelgroep mannen --deelnemers 20 --regio Zwolle --liefst bewijs=goed-onderbouwd",
        ["18 jaar en ouder", "mannen", "Zwolle", "20"],
    ),
}


@pytest.mark.parametrize(("opties", "woorden"), VERHALEN.values(), ids=VERHALEN)
def test_van_kies_tot_notitie_gaat_elke_uitvoer_over_dezelfde_groep(
    lpi: Lpi, tmp_path: Path, opties: str, woorden: list[str]
) -> None:
    def vraag(*opdracht: str) -> Any:
        uitkomst = lpi(*opdracht, "--formaat", "json", map_=tmp_path)
        assert uitkomst.status == 0, uitkomst.stderr
        return uitkomst.json

    gekozen = vraag("kies", *shlex.split(opties), "--opslaan", "vraag.yaml")
    bewaard = ("--vraag", "vraag.yaml")
    gezocht, kosten = vraag("zoek", *bewaard), vraag("kosten", *bewaard)
    notitie = vraag("rapport", *bewaard)
    gevraagd = {onderdeel: codes for onderdeel, codes in gekozen["antwoorden"].items() if codes}
    assert gezocht["vraag"] == kosten["vraag"] == gevraagd
    assert notitie["antwoorden"] == gekozen["antwoorden"]
    past = {een["id"] for een in (*gekozen["voorselectie"], *gekozen["gids"])}
    assert past <= {een["id"] for een in gezocht["treffers"]}
    beschreven = {een["id"] for een in (*notitie["opties"], *notitie["overige"])}
    misschien = {een["id"] for een in gekozen["misschien"]}
    assert beschreven == past if past else beschreven <= misschien
    assert {regel["id"] for regel in notitie["kosten"]} <= past | misschien
    assert notitie["aannames"]["deelnemers"] == kosten["deelnemers"]

    naast = vraag("vergelijk", "mindfit", "bamboo", *bewaard)["rijen"]
    oordelen = {
        rij["onderwerp"].removeprefix("past: ") for rij in naast if rij["onderwerp"].startswith("past: ")
    }
    assert oordelen == set(gevraagd)

    tekst = lpi("rapport", *bewaard, "--formaat", "markdown", map_=tmp_path).stdout
    de_vraag = tekst[tekst.index("## De vraag") : tekst.index("## Wat past")]
    assert [woord for woord in woorden if woord not in de_vraag] == []

    sjabloon = lpi("toets", "--sjabloon", *bewaard, map_=tmp_path).stdout
    groep = yaml.safe_load(sjabloon)["doelgroep"]
    if "doelgroep" in gevraagd:
        assert groep in de_vraag
    else:
        assert groep == CATALOGUS.kwaliteitscriteria.doelgroep


def test_wat_kies_aanraadt_vraagt_hetzelfde(lpi: Lpi, catalogus: Catalogus) -> None:
    """The command under the answer asks for the same people, and can be run as it stands."""
    opties = "--leeftijd 18+ --taal ar=10 --taal uk=5 --organisatie 'ARQ Nationaal' --liefst kosteloos --voorselectie"
    scherm = lpi("kies", *shlex.split(opties)).stdout
    (opdracht,) = [regel.strip() for regel in scherm.splitlines() if regel.strip().startswith("lpi kosten")]
    gekozen = lpi("kies", *shlex.split(opties), "--formaat", "json").json
    kosten = lpi(*shlex.split(opdracht)[1:], "--formaat", "json").json
    assert kosten["deelnemers"] == 15
    assert kosten["vraag"] == {naam: codes for naam, codes in gekozen["antwoorden"].items() if codes}


# --- on the line and in a file --------------------------------------------------------


def test_elk_filter_is_een_optie_een_sleutel_een_wens_en_staat_in_het_schema(
    lpi: Lpi, catalogus: Catalogus
) -> None:
    schema = vraagschema(catalogus)["properties"]
    assert list(schema) == list(VELDEN)
    for opdracht in ("kies", "zoek", "kosten", "vergelijk", "rapport"):
        hulp = lpi(opdracht, "--help").stdout
        assert [naam for naam in VELDEN if naam != "naam" and f"--{naam}" not in hulp] == []
    for filter_ in FILTERS:
        woord = next(iter(filter_.keuzes(catalogus)), "x")
        wens = filter_.naam if filter_.schakelaar else f"{filter_.naam}={woord}"
        assert list(lees_wensen([wens], catalogus, VANDAAG)) == [wens]


def test_een_optie_gaat_voor_het_bestand_en_vervangt_haar_helemaal(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "vraag.yaml").write_text(
        "taal: {ar: 10, uk: 14}\nleeftijd: [12-18]\ndeelnemers: 24\nliefst: [kosteloos]\n"
    )
    opdracht = ("kosten", "--vraag", "vraag.yaml", "--formaat", "json")
    uit_bestand_ = lpi(*opdracht, map_=tmp_path).json
    assert uit_bestand_["vraag"] == {"leeftijd": ["12-18"], "taal": ["ar", "uk"]}
    op_de_regel = lpi(*opdracht, "--taal", "ti", "--deelnemers", "8", map_=tmp_path).json
    assert (op_de_regel["vraag"], op_de_regel["deelnemers"]) == ({"leeftijd": ["12-18"], "taal": ["ti"]}, 8)
    zonder = lpi(*opdracht, "--leeftijd", "maakt niet uit", map_=tmp_path).json
    assert zonder["vraag"] == {"taal": ["ar", "uk"]}


@pytest.mark.parametrize("optie", ["--vraag", "--keuze"])
def test_antwoorden_van_een_eerdere_versie_blijven_leesbaar(lpi: Lpi, tmp_path: Path, optie: str) -> None:
    (tmp_path / "keuze.yaml").write_text(
        "# Antwoorden van de Keuzehulp. Een lege lijst betekent: maakt niet uit.\n"
        "leeftijd: [jongeren, '15']\ndoel: [maakt niet uit]\nvorm: []\n"
    )
    notitie = lpi("rapport", optie, "keuze.yaml", "--formaat", "json", map_=tmp_path).json
    assert notitie["antwoorden"] == {"leeftijd": ["jongeren", "15"], "doel": [], "vorm": []}


def test_opslaan_vervangt_niets_ongevraagd(lpi: Lpi, tmp_path: Path) -> None:
    for opdracht in (
        ["zoek"],
        ["kosten", "--deelnemers", "9"],
        ["vergelijk", "mindfit", "mosaic"],
        ["rapport"],
    ):
        vragen = [*opdracht, "--taal", "ar", "--opslaan", "v.yaml"]
        assert lpi(*vragen, map_=tmp_path).status == 0
        eerst = (tmp_path / "v.yaml").read_text()
        tweede = lpi(*vragen, "--vorm", "groep", map_=tmp_path)
        assert (tweede.status, "bestaat al" in tweede.stderr) == (2, True)
        assert (tmp_path / "v.yaml").read_text() == eerst
        assert lpi(*vragen, "--vorm", "groep", "--overschrijf", map_=tmp_path).status == 0
        assert yaml.safe_load((tmp_path / "v.yaml").read_text())["vorm"] == ["groep"]
        (tmp_path / "v.yaml").unlink()


FOUT = """\
leeftyd: [x]
taal: {ar: 10, arabisch: 3, klingon: 4, uk: -3}
doel: [klagten]
vorm: {a: b}
kosteloos: misschien
deelnemers: -2
budget: veel
liefst: [tal=ar, taal=klingon, kosteloos=nee]
naam: true
"""


def test_alle_fouten_in_een_vraag_tegelijk(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "v.yaml").write_text(FOUT)
    for opdracht in ("kies", "zoek", "kosten", "rapport", "toets"):
        uitkomst = lpi(opdracht, "--vraag", "v.yaml", map_=tmp_path)
        assert (uitkomst.status, uitkomst.stdout) == (1, "")
        begin = [
            "v.yaml:1: leeftyd: is geen bekend veld; bedoelt u 'leeftijd'?",
            "v.yaml:2: taal.arabisch: is hetzelfde als 'ar', dat er al staat; tel ze op",
            "v.yaml:2: taal.klingon: 'klingon' ken ik niet; kies uit Nederlands",
            "v.yaml:2: taal.uk: '-3' kan niet; geef een heel getal van 1 tot",
            "v.yaml:3: doel[1]: 'klagten' ken ik niet; kies uit veerkracht, klachten. Bedoelt u 'klachten'?",
            "v.yaml:4: vorm: schrijf het zo: vorm: […]",
            "v.yaml:5: kosteloos: moet true of false zijn",
            "v.yaml:6: deelnemers: '-2' kan niet; geef een heel getal van 1 tot",
            "v.yaml:7: budget: 'veel' is geen bedrag",
            "v.yaml:8: liefst[1]: 'tal' is geen wens; kies uit leeftijd",
            "v.yaml:8: liefst[2]: 'klingon' ken ik niet",
            "v.yaml:8: liefst[3]: 'kosteloos=nee' kan niet; schrijf alleen kosteloos",
            "v.yaml:9: naam: moet tekst zijn",
        ]
        regels = uitkomst.stderr.splitlines()
        assert [r for r, b in zip(regels, begin, strict=True) if not r.startswith(b)] == []


@pytest.mark.parametrize(
    ("inhoud", "opties", "zegt"),
    [
        ("taal: {ar: 10, uk: 5}\ndeelnemers: 24", "--taal ar=10 --taal uk=5 --deelnemers 24", "10 + 5 is 15 mensen, en deelnemers is 24"),
        ("taal: {ar: 9}\nleeftijd: {12-18: 10}", "--taal ar=9 --leeftijd 12-18=10", "het aantal is 9 mensen, en deelnemers is 10"),
        ("taal: {ar: 9, uk: }\ndeelnemers: 9", "--taal ar=9 --taal uk --deelnemers 9", "het aantal is 9 mensen, zonder wie geen aantal heeft, en deelnemers is 9"),
    ],
)  # fmt: skip
def test_aantallen_die_niet_kloppen_zijn_een_fout_in_het_bestand_en_op_de_regel(
    lpi: Lpi, tmp_path: Path, inhoud: str, opties: str, zegt: str
) -> None:
    (tmp_path / "v.yaml").write_text(inhoud)
    uitkomst = lpi("zoek", "--vraag", "v.yaml", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stderr.startswith("v.yaml:1: taal: ")) == (1, True)
    assert zegt in uitkomst.stderr
    uitkomst = lpi("zoek", *opties.split())
    assert (uitkomst.status, uitkomst.stderr.startswith(f"Fout: --taal: {zegt}")) == (2, True)


@pytest.mark.parametrize(
    ("opties", "zegt"),
    [
        ("--deelnemers 30 --deelnemers 20", "De optie --deelnemers kan maar één keer; laat er één staan."),
        ("--vraag a.yaml --vraag b.yaml", "De optie --vraag kan maar één keer"),
        ("--vraag a.yaml --keuze b.yaml", "Geef --vraag of --keuze, niet allebei."),
        ("--formaat json --formaat csv", "De optie --formaat kan maar één keer"),
        ("--taal ar=10 --taal arabisch=4", "--taal: 'ar' staat er twee keer, met een aantal; tel ze op."),
        ("--taal ar=veel", "--taal: 'veel' kan niet; geef een heel getal"),
        ("--taal =5", "--taal: hier hoort een waarde, zoals oekraïens."),
        ("--setting azc=5", "--setting: 'azc=5' ken ik niet"),
        ("--liefst tal=ar", "--liefst: 'tal' is geen wens; kies uit"),
        ("--liefst taal", "--liefst: 'taal' kan niet; schrijf ook welke, zoals taal=oekraïens."),
        ("--liefst ''", "--liefst: hier hoort een wens, zoals taal=ar of kosteloos."),
    ],
)
def test_verkeerde_opties_zijn_een_regel(lpi: Lpi, opties: str, zegt: str) -> None:
    uitkomst = lpi("zoek", *shlex.split(opties))
    assert (uitkomst.status, uitkomst.stdout, len(uitkomst.stderr.splitlines())) == (2, "", 1)
    assert zegt in uitkomst.stderr


# --- what one likes -------------------------------------------------------------------


def test_wat_aan_de_eerste_wens_voldoet_komt_eerst_en_dan_de_tweede(lpi: Lpi) -> None:
    zonder = lpi("zoek", "--leeftijd", "18+", "--formaat", "json").json
    liefst = ("--liefst", "taal=arabisch", "--liefst", "kosteloos")
    met = lpi("zoek", "--leeftijd", "18+", *liefst, "--formaat", "json").json
    rang = {"ja": 0, "onbekend": 1, "nee": 2}
    for groep in ("treffers", "misschien"):
        eerst = [een["id"] for een in zonder[groep]]
        verwacht = sorted(
            met[groep], key=lambda een: ([rang[w["oordeel"]] for w in een["wensen"]], eerst.index(een["id"]))
        )
        assert met[groep] == verwacht
        assert sorted(een["id"] for een in met[groep]) == sorted(eerst)
    assert len({tuple(w["oordeel"] for w in een["wensen"]) for een in met["treffers"]}) > 4
    mosaic = next(een for een in met["treffers"] if een["id"] == "mosaic")
    assert [(w["onderdeel"], w["oordeel"], w["feit"]) for w in mosaic["wensen"]] == [
        ("taal=ar", "ja", "Arabisch"),
        ("kosteloos", "nee", "niet kosteloos"),
    ]
    assert all(w["bron"] for w in mosaic["wensen"])
    scherm = lpi("zoek", "--leeftijd", "18+", *liefst).stdout
    assert "Volgorde: liefst taal=ar, dan liefst kosteloos, dan voorselectie, dan op id." in scherm


def test_een_wens_die_een_variant_heeft_noemt_die_variant(lpi: Lpi) -> None:
    """A fact of one variant is not told of the others that fit."""
    treffers = lpi("zoek", "--liefst", "leeftijd=kinderen", "--formaat", "json").json["treffers"]
    (bamboo,) = [een for een in treffers if een["id"] == "bamboo"]
    (wens,) = bamboo["wensen"]
    assert (wens["oordeel"], "BAMBOO Kids" in wens["feit"]) == ("ja", True)


def test_kosten_zet_eerst_wat_men_liefst_heeft(lpi: Lpi) -> None:
    opdracht = ("kosten", "--leeftijd", "18+", "--deelnemers", "15", "--liefst", "taal=ar")
    antwoord = lpi(*opdracht, "--formaat", "json").json["regels"]
    regels = [regel["id"] for regel in antwoord if regel["past"] == "ja"]
    treffers = lpi("zoek", "--leeftijd", "18+", "--liefst", "taal=ar", "--formaat", "json").json["treffers"]
    rang = {een["id"]: ("ja", "onbekend", "nee").index(een["wensen"][0]["oordeel"]) for een in treffers}
    volgorde = [rang[id_] for id_ in regels]
    assert volgorde == sorted(volgorde)
    assert len(set(volgorde)) > 1
    scherm = lpi(*opdracht).stdout
    assert "Volgorde: liefst taal=ar, dan per-deelnemer." in scherm
    assert "Volgorde: per-deelnemer." in lpi("kosten", "--deelnemers", "15").stdout


@pytest.mark.parametrize(
    ("opdracht", "totalen"),
    [
        ("mind-spring --leeftijd 18+ --taal ar=20 --taal ti=20 --taal uk=20", {("volwassenen", 60): (72000, 72000)}),
        ("mosaic --leeftijd 18+ --taal ar=20 --taal ti=20 --taal uk=20", {(None, 20): (22572, 22572)}),
        (
            "mind-spring --leeftijd kinderen=40 --leeftijd jongeren=30 --leeftijd 18+=40",
            {("volwassenen", 40): (36000, 36000), ("junior", 40): None, ("13-plus", 30): None},
        ),
    ],
)  # fmt: skip
def test_aantallen_per_taal_en_leeftijd_gaan_mee_naar_kosten_vergelijk_en_notitie(
    lpi: Lpi, tmp_path: Path, opdracht: str, totalen: dict[Any, Any]
) -> None:
    id_, *opties = opdracht.split()

    def gevonden(regels: list[Any]) -> dict[Any, Any]:
        varianten = {r["id"]: len({een["variant"] for een in regels if een["id"] == r["id"]}) for r in regels}
        return {
            (r["variant"] if varianten[id_] > 1 or r["variant"] == "volwassenen" else None, r["mensen"]): r[
                "totaal"
            ]
            and (r["totaal"]["van"], r["totaal"]["tot"])
            for r in regels
            if r["id"] == id_
        }

    kosten = lpi("kosten", id_, *opties, "--opslaan", "v.yaml", "--formaat", "json", map_=tmp_path).json
    assert gevonden(kosten["regels"]) == totalen
    uit_bestand_ = lpi("kosten", id_, "--vraag", "v.yaml", "--formaat", "json", map_=tmp_path).json
    assert uit_bestand_ == kosten
    notitie = lpi(
        "rapport", "--vraag", "v.yaml", "--interventie", id_, "--formaat", "json", map_=tmp_path
    ).json
    assert gevonden(notitie["kosten"]) == totalen
    naast = lpi("vergelijk", id_, "mindfit", "--vraag", "v.yaml", "--formaat", "json", map_=tmp_path).json
    (cel,) = [" ".join(rij["waarden"][id_]) for rij in naast["rijen"] if rij["onderwerp"] == "kosten"]
    assert [t for t in totalen.values() if t and f"{t[0]:,}".replace(",", ".") not in cel] == []


def test_vergelijk_zegt_per_deel_of_elk_past_met_het_feit_en_de_bron(lpi: Lpi) -> None:
    opdracht = (
        "vergelijk",
        "mindfit",
        "mind-spring",
        "--setting",
        "azc",
        "--taal",
        "uk",
        "--liefst",
        "kosteloos",
    )
    rijen = {rij["onderwerp"]: rij for rij in lpi(*opdracht, "--formaat", "json").json["rijen"]}
    assert rijen["past"]["waarden"] == {"mindfit": ["misschien"], "mind-spring": ["nee"]}
    assert rijen["past"]["verschilt"] is None
    assert rijen["past: setting"]["waarden"]["mind-spring"] == ["nee, niet: azc [gids-2025, keuzehulp]"]
    assert (rijen["past: setting"]["verschilt"], rijen["past: taal"]["verschilt"]) == (True, None)
    assert rijen["liefst kosteloos"]["waarden"]["mindfit"] == ["nee, niet kosteloos [gids-2025]"]
    zonder = lpi("vergelijk", "mindfit", "mind-spring", "--formaat", "json").json["rijen"]
    assert not any(rij["onderwerp"].startswith(("past", "liefst")) for rij in zonder)


def test_vergelijk_noemt_niet_gelijk_wat_een_ander_deel_van_de_vraag_dekt(lpi: Lpi) -> None:
    talen = ("--leeftijd", "16+", "--taal", "ar", "--taal", "uk", "--taal", "ti")
    uitkomst = lpi("vergelijk", "life-skills", "mosaic", *talen, "--formaat", "json").json
    rijen = {rij["onderwerp"]: rij for rij in uitkomst["rijen"]}
    assert rijen["past"]["waarden"]["mosaic"] == ["ja", "dekt alleen: vanaf 18 jaar", "dekt alleen: Arabisch"]
    assert [rijen[f"past{deel}"]["verschilt"] for deel in ("", ": leeftijd", ": taal")] == [True, False, True]
    uitkomst = lpi(
        "vergelijk", "ease", "bamboo", "--leeftijd", "12-18", "--taal", "uk", "--formaat", "json"
    ).json
    rijen = {rij["onderwerp"]: rij for rij in uitkomst["rijen"]}
    assert rijen["past"]["waarden"] == {"ease": ["ja", "dekt alleen: 12-15 jaar"], "bamboo": ["ja"]}
    assert (rijen["past: leeftijd"]["verschilt"], rijen["past: taal"]["verschilt"]) == (True, False)


def test_toets_neemt_de_doelgroep_van_de_vraag(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "v.yaml").write_text("doelgroep: [statushouder, vrouwen]\n")
    toets = ("toets", "less-stress", "--vraag", "v.yaml", "--formaat", "json")
    assert lpi(*toets, map_=tmp_path).json["doelgroep"] == "statushouders en vrouwen"
    assert lpi(*toets, "--doelgroep", "amv's", map_=tmp_path).json["doelgroep"] == "amv's"


@pytest.mark.parametrize(
    "opties",
    [
        ("--leeftijd", "18+", "--taal", "ar=10", "--taal", "uk=14", "--setting", "azc", "--regio", "Almelo"),
        ("--doel", "klachten", "--vorm", "groep", "--bewijs", "rct", "--kosteloos", "--voorselectie"),
        (
            "--organisatie",
            "ARQ",
            "--liefst",
            "taal=ar",
            "--deelnemers",
            "24",
            "--budget",
            "10k",
            "--uurtarief",
            "95",
        ),
    ],
)
def test_toets_neemt_de_opties_van_elke_vraag_en_zegt_wat_telt(lpi: Lpi, opties: tuple[str, ...]) -> None:
    """What one typed for another command works here too; nothing is left aside without a word."""
    kaal = ("toets", "mindfit", "--formaat", "json")
    met = lpi(*kaal, *opties)
    assert (met.status, met.stdout) == (0, lpi(*kaal).stdout)
    assert "Bij de toets telt van uw vraag alleen de doelgroep mee." in met.stderr
    assert "telt van uw vraag" not in lpi(*kaal, "--doelgroep", "vrouwen").stderr


def test_toets_leest_de_vraag_zoals_elk_commando(lpi: Lpi) -> None:
    assert lpi("toets", "mindfit", "--leeftijd", "12-").status == 2
    twee = lpi(
        "toets", "mindfit", "--doelgroep", "vrouwen", "--doelgroep", "mannen", "--formaat", "json"
    ).json
    assert twee["doelgroep"] == "vrouwen en mannen"
    samen = lpi("toets", "mosaic", "--doelgroep", "arabisch-sprekend+statushouder", "--formaat", "json").json
    assert samen["criteria"][2]["antwoorden"]["betrokken"] == "ja"


# --- what holds for every question ----------------------------------------------------

WOORDEN = {
    filter_.naam: ["ja"] if filter_.schakelaar else [*filter_.keuzes(CATALOGUS)][:40] for filter_ in FILTERS
}
wensen = st.lists(
    st.sampled_from([naam if woorden == ["ja"] else f"{naam}={woord}" for naam, woorden in WOORDEN.items() for woord in woorden]),
    max_size=4,
)  # fmt: skip
filters_ = st.dictionaries(st.sampled_from(list(WOORDEN)), st.none(), max_size=4).flatmap(
    lambda namen: st.fixed_dictionaries(
        {naam: st.lists(st.sampled_from(WOORDEN[naam]), min_size=1, max_size=3) for naam in namen}
    )
)


@given(filters=filters_, liefst=wensen)
def test_een_wens_verandert_nooit_wie_past(filters: dict[str, list[str]], liefst: list[str]) -> None:
    zonder, met = zoek(CATALOGUS, filters, VANDAAG), zoek(CATALOGUS, filters, VANDAAG, liefst=liefst)
    for groep in ("treffers", "misschien", "net_niet"):
        ids = [
            sorted((een.interventie.id, [v.id for v in een.varianten]) for een in getattr(antwoord, groep))
            for antwoord in (zonder, met)
        ]
        assert ids[0] == ids[1]
    assert zonder.versoepel == met.versoepel
    for treffer in (*met.treffers, *met.misschien):
        assert [wens.onderdeel for wens in treffer.wensen] == list(dict.fromkeys(met.liefst))
        assert treffer.op_wensen == tuple(-wens.uitkomst for wens in treffer.wensen)


getypt_aantal = st.none() | st.integers(1, 400)


@st.composite
def gegevens(draw: st.DrawFn) -> dict[str, Any]:
    """What the fields of a question may give, of which the numbers of people add up."""
    gegeven: dict[str, Any] = {}
    for naam, woorden in draw(filters_).items():
        code = [code for woord in woorden for code in VELDEN[naam].lees(woord, CATALOGUS)]
        met_mensen = VELDEN[naam].soort is Veldsoort.AANTALLEN
        gegeven[naam] = {woord: draw(getypt_aantal) if met_mensen else None for woord in code}
    for naam in draw(st.sets(st.sampled_from(list(WOORDEN)), max_size=2)):
        gegeven.setdefault(naam, {})
    if liefst := draw(wensen):
        gegeven["liefst"] = dict.fromkeys(
            een for wens in liefst for een in VELDEN["liefst"].lees(wens, CATALOGUS)
        )
    for naam, waarden in (
        ("naam", st.sampled_from(["Tieners: azc #1", "ja", "12", "- x", "'", "é"])),
        ("deelnemers", st.integers(1, 1000)),
        ("budget", st.decimals(1, 999_999, places=2)),
        ("uurtarief", st.decimals(1, 200, places=2)),
        ("groepsgrootte", st.integers(1, 30)),
    ):
        if draw(st.booleans()):
            gegeven[naam] = draw(waarden)
    if list(tegenspraak(gegeven)):
        gegeven.pop("deelnemers", None)
        for naam in ("leeftijd", "taal"):
            gegeven[naam] = dict.fromkeys(gegeven.get(naam, {}))
    return gegeven


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vraag") / "vraag.yaml"


def _lees(bestand: Path) -> dict[str, Any]:
    return uit_bestand({"vraag": bestand, "keuze": None})


SCHEMA = Draft202012Validator(json.loads((CHECKOUT / "docs" / "schema" / "vraag.schema.json").read_text()))


@given(gegeven=gegevens())
@example(gegeven={"leeftijd": {"volwassenen": 1, "15": None}})
def test_een_bewaarde_vraag_is_dezelfde_vraag(bestand: Path, gegeven: dict[str, Any]) -> None:
    vraag = maak_vraag(gegeven)
    assert maak_vraag(als_gegeven(vraag)) == vraag
    bestand.write_text(vraagbestand(vraag), encoding="utf-8")
    assert maak_vraag(_lees(bestand)) == vraag
    eerste, *_ = vraagbestand(vraag).splitlines()
    assert eerste == "# yaml-language-server: $schema=schema/vraag.schema.json"
    assert [fout.message for fout in SCHEMA.iter_errors(yaml.safe_load(bestand.read_text()) or {})] == []


@given(een=gegevens(), ander=gegevens())
def test_een_optie_vervangt_wat_in_het_bestand_staat(
    bestand: Path, een: dict[str, Any], ander: dict[str, Any]
) -> None:
    """What stands in the file holds for all that the line leaves out, and for nothing else."""
    bestand.write_text(vraagbestand(maak_vraag(een)), encoding="utf-8")
    try:
        samen = maak_vraag({**_lees(bestand), **ander})
    except Vraagfout:
        assert list(tegenspraak({**_lees(bestand), **ander}))
        return
    in_bestand, op_regel = (als_gegeven(maak_vraag(gegeven)) for gegeven in (een, ander))
    for naam, waarde in als_gegeven(samen).items():
        if naam != "deelnemers":  # may follow from the languages of the one, or the ages of the other
            assert waarde == (op_regel if naam in ander else in_bestand)[naam]


@given(gegeven=gegevens())
def test_een_vraag_als_opties_is_dezelfde_vraag(gegeven: dict[str, Any]) -> None:
    gegeven.pop("naam", None)
    vraag = maak_vraag({naam: waarde for naam, waarde in gegeven.items() if waarde != {}})
    opnieuw = _getypt(als_opties(vraag))
    assert maak_vraag(opnieuw) == vraag


def _getypt(opties: str) -> dict[str, Any]:
    """What the commands make of these options."""
    from lpi_cli.cli._opties import _lees as lees_optie

    per_optie: dict[str, Any] = {}
    woorden = iter(shlex.split(opties))
    for optie in woorden:
        naam = optie.removeprefix("--")
        if VELDEN[naam].soort is Veldsoort.SCHAKELAAR:
            per_optie[naam] = True
        elif VELDEN[naam].soort is Veldsoort.WAARDE:
            per_optie[naam] = next(woorden)
        else:
            per_optie.setdefault(naam, []).append(next(woorden))
    return {naam: lees_optie(naam, VELDEN[naam], waarde) for naam, waarde in per_optie.items()}


@pytest.mark.parametrize("opdracht", ["zoek", "kies"])
def test_een_budget_dat_niets_uitsluit_zegt_dat(lpi: Lpi, tmp_path: Path, opdracht: str) -> None:
    vraag = (opdracht, "--leeftijd", "18+", "--doel", "klachten", "--vorm", "groep", "--deelnemers", "45")
    zonder, met = lpi(*vraag), lpi(*vraag, "--budget", "30000")
    assert "budget" not in zonder.stderr
    assert met.stderr == "Let op: een budget sluit hier niets uit; wat daarbinnen past, zegt lpi kosten.\n"
    bewaren = lpi(*vraag, "--budget", "30000", "--opslaan", str(tmp_path / "vraag.yaml"))
    assert "een budget sluit" not in bewaren.stderr


def test_kosten_zegt_bij_elke_regel_aan_welke_wensen_zij_voldoet(lpi: Lpi, tmp_path: Path) -> None:
    """As search does, per line: the variants of one intervention may differ in what one would like."""
    opdracht = ("kosten", "--leeftijd", "18+", "--voorselectie", "--deelnemers", "20", "--liefst", "taal=ar")
    regels = lpi(*opdracht, "--liefst", "kosteloos", "--formaat", "json").json["regels"]
    zoek = lpi("zoek", *opdracht[1:4], *opdracht[6:], "--liefst", "kosteloos", "--formaat", "json").json
    assert {r["id"]: r["wensen"] for r in regels} == {t["id"]: t["wensen"] for t in zoek["treffers"]}
    (mindfit,) = [regel["wensen"] for regel in regels if regel["id"] == "mindfit"]
    assert [wens["oordeel"] for wens in mindfit] == ["onbekend", "nee"]
    zonder = lpi("kosten", "mindfit", "--deelnemers", "20", "--formaat", "json").json["regels"]
    assert [regel["wensen"] for regel in zonder] == [[]]
    apart = ("kosten", "bamboo/youth", "bamboo/adults", "--deelnemers", "20", "--liefst", "leeftijd=12-18")
    per_variant = {
        r["variant"]: r["wensen"][0]["oordeel"] for r in lpi(*apart, "--formaat", "json").json["regels"]
    }
    assert per_variant == {"youth": "ja", "adults": "nee"}
    lpi(*opdracht, "--uit", "k.csv", map_=tmp_path)
    assert "taal=ar: ja, Arabisch" in (tmp_path / "k.csv").read_text("utf-8-sig")
