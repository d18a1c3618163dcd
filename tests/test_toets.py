"""The quality test: answers, verdicts, files, and the questions in a terminal."""

import re
from datetime import date
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any

import pytest
import yaml

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Kwaliteit
from lpi_cli.catalogus.model import Kwaliteitsantwoord as Antwoord
from lpi_cli.catalogus.model import Kwaliteitsvraag as Vraag
from lpi_cli.kern.toets import Gegeven, Toets, toets_interventie, toets_uit_catalogus
from lpi_cli.kern.zinnen import datum_in_woorden
from tests.conftest import Lpi
from tests.records import interventie, record
from tests.terminal import CTRL_C, CTRL_D, ENTER, OMHOOG, OMLAAG, TERUG, Terminal

JA_NEE_VRAGEN = [vraag for vraag in Vraag if vraag is not Vraag.BEWIJS]
BEWIJZEN = ("studies", "richtlijnen", "experts")
BEWIJSANTWOORDEN = [
    *chain.from_iterable(combinations(BEWIJZEN, aantal) for aantal in (1, 2, 3)),
    ("geen",),
    ("onbekend",),
    (),
]


def _verwacht(antwoorden: dict[str, str], bewijs: tuple[str, ...]) -> tuple[str, int]:
    """Section 7 of the design, written down once more and independently."""
    a = antwoorden
    oordelen = [
        "voldoet" if "ja" in (a["hiaat"], a["ontlasting"]) else "voldoet_niet",
        "voldoet" if set(bewijs) & set(BEWIJZEN) else "voldoet_niet" if bewijs == ("geen",) else "navragen",
        "voldoet" if "ja" in (a["betrokken"], a["cultuursensitief"]) else "navragen",
        "voldoet"
        if "ja" in (a["opgeleid"], a["intervisie"], a["gekwalificeerd"])
        else "voldoet_niet"
        if a["opgeleid"] == a["intervisie"] == a["gekwalificeerd"] == "nee"
        else "navragen",
    ]
    eind = (
        "niet_inzetten" if "voldoet_niet" in oordelen else "navragen" if "navragen" in oordelen else "voldoet"
    )
    return eind, oordelen.count("voldoet")


def test_alle_antwoorden_geven_het_gepubliceerde_oordeel(catalogus: Catalogus) -> None:
    aantal = 0
    for woorden in product(("ja", "nee", "onbekend"), repeat=len(JA_NEE_VRAGEN)):
        antwoorden = {vraag.value: woord for vraag, woord in zip(JA_NEE_VRAGEN, woorden, strict=True)}
        gegevens = {Vraag(vraag): Gegeven((Antwoord(woord),)) for vraag, woord in antwoorden.items()}
        for bewijs in BEWIJSANTWOORDEN:
            gegevens[Vraag.BEWIJS] = Gegeven(tuple(map(Antwoord, bewijs)))
            uitslag = toets_interventie(Toets("x", "y", gegevens), catalogus.kwaliteitscriteria)
            assert (uitslag.oordeel, uitslag.voldaan) == _verwacht(antwoorden, bewijs), (antwoorden, bewijs)
            aantal += 1
    assert aantal == 3**7 * 10


def test_zonder_antwoorden_telt_onbekend(catalogus: Catalogus) -> None:
    uitslag = toets_interventie(Toets("x", "y", {}), catalogus.kwaliteitscriteria)
    assert [u.oordeel for u in uitslag.criteria] == ["voldoet_niet", "navragen", "navragen", "navragen"]
    assert len(uitslag.nog_open) == 8
    assert uitslag.kan_worden == "voldoet"


def test_een_uitsluiter_blijft_een_uitsluiter(catalogus: Catalogus) -> None:
    gegevens = {Vraag.BEWIJS: Gegeven((Antwoord.GEEN,))}
    uitslag = toets_interventie(Toets("x", "y", gegevens), catalogus.kwaliteitscriteria)
    assert uitslag.kan_worden == "niet_inzetten"


def _schrijf(map_: Path, naam: str, tekst: str) -> str:
    (map_ / naam).write_text(tekst)
    return naam


GOED = """\
naam: Wandelgroep Heumen
doelgroep: statushouders
antwoorden:
  hiaat: ja
  bewijs: experts
  betrokken: ja
  opgeleid: nee
  intervisie: ja
toelichting:
  hiaat: Er is niets in de buurt.
"""


def test_een_bestand_geeft_een_oordeel_met_reden_en_advies(lpi: Lpi, tmp_path: Path) -> None:
    antwoord = lpi("toets", _schrijf(tmp_path, "a.yaml", GOED), "--formaat", "json", map_=tmp_path).json
    assert (antwoord["naam"], antwoord["doelgroep"]) == ("Wandelgroep Heumen", "statushouders")
    assert (antwoord["oordeel"], antwoord["voldaan"]) == ("voldoet", 4)
    assert [list(criterium) for criterium in antwoord["criteria"]] == [
        ["id", "oordeel", "antwoorden", "reden", "advies"]
    ] * 4
    assert antwoord["criteria"][1]["antwoorden"] == {"bewijs": ["experts"]}
    assert antwoord["criteria"][3]["antwoorden"] == {
        "opgeleid": "nee",
        "intervisie": "ja",
        "gekwalificeerd": "onbekend",
    }
    tekst = lpi("toets", "a.yaml", map_=tmp_path).stdout
    assert "Wandelgroep Heumen: ●●●● 4 van 4" in tekst
    assert "Er is niets in de buurt." in tekst
    assert "Getoetst voor: statushouders." in tekst
    assert "[ ] Hoeven begeleiders" in tekst


def test_meer_bestanden_geven_een_vergelijking_met_de_beste_eerst(lpi: Lpi, tmp_path: Path) -> None:
    _schrijf(tmp_path, "goed.yaml", GOED)
    _schrijf(
        tmp_path,
        "half.yaml",
        GOED.replace("Wandelgroep Heumen", "Half").replace("betrokken: ja", "betrokken: nee"),
    )
    _schrijf(tmp_path, "slecht.yaml", GOED.replace("Wandelgroep Heumen", "Slecht").replace("experts", "geen"))
    bestanden = ("slecht.yaml", "half.yaml", "goed.yaml")
    namen = [t["naam"] for t in lpi("toets", *bestanden, "--formaat", "json", map_=tmp_path).json]
    assert namen == ["Wandelgroep Heumen", "Half", "Slecht"]
    tekst = lpi("toets", *bestanden, map_=tmp_path).stdout
    assert re.search(r"Slecht +●○●● 3 van 4 +niet inzetten +3 +bewijs", tekst)
    assert "Getoetst voor: statushouders." in tekst


def test_een_vergelijking_zegt_wat_open_is_en_voor_wie_is_getoetst(lpi: Lpi, tmp_path: Path) -> None:
    _schrijf(tmp_path, "goed.yaml", GOED)
    slecht = GOED.replace("Wandelgroep Heumen", "Slecht").replace(
        "hiaat: ja", "hiaat: nee\n  ontlasting: nee"
    )
    _schrijf(tmp_path, "slecht.yaml", slecht)
    vraag = ("toets", "goed.yaml", "slecht.yaml", "less-stress")
    breed = lpi(*vraag, map_=tmp_path, COLUMNS="120").stdout
    assert re.search(r"Less Stress +○●●○ 2 van 4 +niet inzetten +6, kan worden: voldoet +meerwaarde", breed)
    assert re.search(r"Slecht +○●●● 3 van 4 +niet inzetten +2 +meerwaarde", breed)
    assert "kan worden = het oordeel als de open vragen goede antwoorden krijgen." in breed
    smal = lpi(*vraag, map_=tmp_path, COLUMNS="40").stdout
    assert "open vragen: 6, kan worden: voldoet" in smal
    for tekst in (breed, smal):
        assert "Niet voor dezelfde doelgroep getoetst" in tekst
        assert re.search(r"Less Stress\s+Oekraïense ontheemden\n", tekst)
        assert re.search(r"Slecht\s+statushouders\n", tekst)


@pytest.mark.parametrize(("bewijs", "status"), [("experts", 0), ("geen", 1), ("onbekend", 1)])
def test_streng_eindigt_met_een_als_het_niet_voldoet(
    lpi: Lpi, tmp_path: Path, bewijs: str, status: int
) -> None:
    bestand = _schrijf(tmp_path, "a.yaml", GOED.replace("experts", bewijs))
    assert lpi("toets", bestand, "--streng", map_=tmp_path).status == status
    assert lpi("toets", bestand, map_=tmp_path).status == 0


def test_drie_fouten_worden_alle_drie_genoemd_met_hun_regel(lpi: Lpi, tmp_path: Path) -> None:
    fout = (
        GOED.replace("hiaat: ja", "hiaat: misschien")
        .replace("betrokken", "betroken")
        .replace("naam: W", "naamm: W")
    )
    uitkomst = lpi("toets", _schrijf(tmp_path, "a.yaml", fout), map_=tmp_path)
    assert uitkomst.status == 1
    assert uitkomst.stdout == ""
    regels = uitkomst.stderr.splitlines()
    assert "a.yaml:1: naamm: is geen bekend veld; bedoelt u 'naam'?" in regels
    assert "a.yaml:4: antwoorden.hiaat: 'misschien' kan niet; kies uit 'ja', 'nee', 'onbekend'" in regels
    assert "a.yaml:6: antwoorden.betroken: is geen bekend veld; bedoelt u 'betrokken'?" in regels
    assert "a.yaml:1: naam: ontbreekt; vul dit veld in" in regels
    assert len(regels) == 4


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        (b"- a\n- b\n", "moet velden hebben"),
        (b"", "is leeg; een bestand om in te vullen geeft: lpi toets --sjabloon"),
        (b"# later\n", "is leeg"),
        (
            GOED.replace("hiaat: ja", "hiaat: true").encode(),
            "hiaat: true kan niet; kies uit 'ja', 'nee', 'onbekend'",
        ),
        (bytes(range(256)) * 10, "UTF-8"),
        (b"naam: " + b"x" * 10_000_000, "te groot"),
        (b"a: 1\n" + b"".join(b"veld%d: 1\n" % nr for nr in range(50)), "is geen bekend veld"),
        (
            GOED.replace("bewijs: experts", "bewijs: [geen, experts]").encode(),
            "'geen' kan niet samen met een ander",
        ),
        (GOED.replace("bewijs: experts", "bewijs: 3").encode(), "moet een lijst zijn"),
    ],
)
def test_een_onbruikbaar_bestand_krijgt_duidelijke_regels(
    lpi: Lpi, tmp_path: Path, inhoud: bytes, zegt: str
) -> None:
    (tmp_path / "a.yaml").write_bytes(inhoud)
    uitkomst = lpi("toets", "a.yaml", map_=tmp_path)
    assert uitkomst.status == 1
    assert zegt in uitkomst.stderr
    assert all(regel.startswith("a.yaml:") for regel in uitkomst.stderr.splitlines())


def test_hoofdletters_in_een_antwoord_maken_niet_uit(lpi: Lpi, tmp_path: Path) -> None:
    hoofdletters = GOED.replace(": ja", ": Ja").replace("experts", "[Studies, EXPERTS]").replace("nee", "NEE")
    _schrijf(tmp_path, "a.yaml", hoofdletters)
    criteria = lpi("toets", "a.yaml", "--formaat", "json", map_=tmp_path).json["criteria"]
    assert criteria[1]["antwoorden"] == {"bewijs": ["studies", "experts"]}
    assert criteria[3]["antwoorden"] == {"opgeleid": "nee", "intervisie": "ja", "gekwalificeerd": "onbekend"}


def test_fouten_in_twee_bestanden_worden_samen_genoemd(lpi: Lpi, tmp_path: Path) -> None:
    _schrijf(tmp_path, "a.yaml", "[]")
    _schrijf(tmp_path, "b.yaml", GOED.replace("hiaat: ja", "hiaat: tja"))
    fouten = lpi("toets", "a.yaml", "b.yaml", "weg.yaml", map_=tmp_path).stderr.splitlines()
    assert [regel.split(":")[0] for regel in fouten] == ["a.yaml", "b.yaml", "weg.yaml"]


def test_sjabloon_laat_zich_lezen_en_noemt_alle_vragen(lpi: Lpi, tmp_path: Path) -> None:
    sjabloon = lpi("toets", "--sjabloon")
    assert "lpi toets BESTAND" in sjabloon.stderr
    gegevens = yaml.safe_load(sjabloon.stdout)
    assert list(gegevens["antwoorden"]) == [vraag.value for vraag in Vraag]
    assert max(map(len, sjabloon.stdout.splitlines())) <= 100
    _schrijf(tmp_path, "a.yaml", sjabloon.stdout.replace("naam van uw interventie", "Wandelgroep"))
    assert lpi("toets", "a.yaml", "--formaat", "json", map_=tmp_path).json["oordeel"] == "niet_inzetten"


def test_een_sjabloon_dat_niet_is_ingevuld_krijgt_geen_oordeel(lpi: Lpi, tmp_path: Path) -> None:
    sjabloon = lpi("toets", "--sjabloon").stdout
    uitkomst = lpi("toets", _schrijf(tmp_path, "a.yaml", sjabloon), map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.splitlines() == [
        "a.yaml: is nog niet ingevuld; vul naam en antwoorden in, en typ dan: lpi toets a.yaml"
    ]
    begonnen = _schrijf(tmp_path, "b.yaml", sjabloon.replace("hiaat: onbekend", "hiaat: ja"))
    assert lpi("toets", begonnen, map_=tmp_path).status == 0


def test_een_sjabloon_bij_een_id_begint_met_wat_bekend_is(lpi: Lpi, tmp_path: Path) -> None:
    sjabloon = lpi("toets", "less-stress", "--sjabloon", "--doelgroep", "statushouders").stdout
    assert "# Kies: ja, nee of onbekend." in sjabloon
    gegevens = yaml.safe_load(sjabloon)
    assert (gegevens["naam"], gegevens["doelgroep"]) == ("Less Stress", "statushouders")
    assert (gegevens["antwoorden"]["hiaat"], gegevens["antwoorden"]["cultuursensitief"]) == ("onbekend", "ja")
    for wat in ([_schrijf(tmp_path, "a.yaml", GOED)], ["less-stress", "bamboo"]):
        uitkomst = lpi("toets", *wat, "--sjabloon", map_=tmp_path)
        assert (uitkomst.status, uitkomst.stdout) == (2, "")
        assert "lpi toets less-stress --sjabloon" in uitkomst.stderr


@pytest.mark.parametrize(
    ("opties", "zegt"),
    [
        (("--sjabloon", "--uit", "s.yaml"), "--opslaan s.yaml"),
        (("--sjabloon", "--uit", "s.md"), "--opslaan toets.yaml"),
        (("--sjabloon", "--uit", "s"), "--opslaan toets.yaml"),
        (("less-stress", "--uit", "s.yml"), "--opslaan s.yml"),
    ],
)
def test_wie_yaml_met_uit_wil_bewaren_leest_wat_te_typen(
    lpi: Lpi, tmp_path: Path, opties: tuple[str, ...], zegt: str
) -> None:
    uitkomst = lpi("toets", *opties, map_=tmp_path)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert zegt in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []


def test_een_bewaarde_toets_houdt_naam_bron_en_datum(lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("toets", "less-stress", "--opslaan", "ls.yaml", map_=tmp_path).status == 0
    bewaard = (tmp_path / "ls.yaml").read_text()
    assert bewaard.startswith("# Kwaliteitstoets van Less Stress.")
    assert yaml.safe_load(bewaard)["toelichting"]["bewijs"].startswith("Volgens gids-2025: ")
    vandaag = datum_in_woorden(date.today())  # noqa: DTZ011
    assert lpi("toets", "ls.yaml", "--uit", "oordeel.md", map_=tmp_path).status == 0
    assert f"Datum: {vandaag}." in (tmp_path / "oordeel.md").read_text()
    assert f"Datum: {vandaag}." in lpi("toets", "ls.yaml", "bamboo", map_=tmp_path).stdout


@pytest.mark.parametrize("id_", ["bamboo", "mindfit", "mind-spring", "7roses", "pm-plus"])
def test_de_voorselectie_voldoet_volgens_loop(lpi: Lpi, id_: str) -> None:
    uitkomst = lpi("toets", id_)
    assert "●●●● 4 van 4" in uitkomst.stdout
    assert "LOOP koos deze LPI vooraf" in uitkomst.stdout
    assert "[keuzehulp]" in uitkomst.stdout


def test_een_interventie_uit_de_gids_toont_wat_bekend_is_en_wat_open_is(lpi: Lpi) -> None:
    tekst = lpi("toets", "less-stress").stdout
    assert "[gids-2025]" in tekst
    assert "Nog na te vragen" in tekst
    assert "Met goede antwoorden kan het oordeel worden: voldoet." in " ".join(tekst.split())
    assert "LOOP koos" not in tekst


def test_een_id_wordt_getoetst_voor_de_groep_die_men_geeft(lpi: Lpi, tmp_path: Path) -> None:
    toets = ("toets", "less-stress", "--formaat", "json")
    assert lpi(*toets).json["doelgroep"] == "Oekraïense ontheemden"
    assert (
        lpi(*toets, "--doelgroep", " statushouders\nin Heumen ").json["doelgroep"]
        == "statushouders in Heumen"
    )
    bestand = _schrijf(tmp_path, "a.yaml", GOED)
    for wat, groep, zegt in ((bestand, "asielzoekers", "in het bestand"), ("less-stress", " ", "is leeg")):
        uitkomst = lpi("toets", wat, "--doelgroep", groep, map_=tmp_path)
        assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
        assert zegt in uitkomst.stderr
    samen = lpi(
        "toets", bestand, "less-stress", "--doelgroep", "asielzoekers", "--formaat", "json", map_=tmp_path
    )
    assert {t["naam"]: t["doelgroep"] for t in samen.json} == {
        "Wandelgroep Heumen": "statushouders",
        "Less Stress": "asielzoekers",
    }


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "markdown"])
@pytest.mark.parametrize("wat", [("mosaic",), ("mosaic", "bamboo")])
def test_toets_in_elk_formaat(lpi: Lpi, formaat: str, wat: tuple[str, ...]) -> None:
    uitkomst = lpi("toets", *wat, "--formaat", formaat)
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert "Mosaic" in uitkomst.stdout


def test_zonder_terminal_en_zonder_bestand_staat_er_wat_te_doen(lpi: Lpi) -> None:
    uitkomst = lpi("toets")
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert "lpi toets --sjabloon" in uitkomst.stderr


# --- in a terminal ----------------------------------------------------------------------


def test_vragen_met_notitie_en_terug_en_bewaren(tmp_path: Path) -> None:
    scherm = Terminal("toets", map_=tmp_path)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Wandelgroep", ENTER)
    scherm.wacht_op("Voor welke doelgroep? Oekraïense ontheemden")
    scherm.typ(ENTER)
    scherm.wacht_op("Wandelgroep: vraag 1 van 8", "Goed bewijs:")
    scherm.typ("n")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("De GGD weet niets", ENTER)
    scherm.wacht_op("Uw notitie: De GGD weet niets")
    scherm.typ("2", ENTER)
    scherm.wacht_op("vraag 2 van 8")
    scherm.typ(TERUG)
    scherm.wacht_op("vraag 1 van 8", "● 2. nee")
    scherm.typ("1", ENTER)
    scherm.wacht_op("vraag 2 van 8")
    scherm.typ("3", ENTER)
    scherm.wacht_op("vraag 3 van 8")
    scherm.typ("1", "3")
    scherm.wacht_op("● 1. studies", "● 3. experts")
    scherm.typ(ENTER)
    for nr in range(4, 9):
        scherm.wacht_op(f"vraag {nr} van 8")
        scherm.typ("1", ENTER)
    scherm.wacht_op("Antwoorden bewaren?")
    assert "Wandelgroep: ●●●● 4 van 4" in scherm.tekst
    scherm.typ("wandelgroep", ENTER)
    assert scherm.einde() == 0
    assert "lpi toets wandelgroep.yaml" in scherm.tekst
    bewaard = yaml.safe_load((tmp_path / "wandelgroep.yaml").read_text())
    assert bewaard["antwoorden"]["bewijs"] == ["studies", "experts"]
    assert bewaard["antwoorden"]["ontlasting"] == "onbekend"
    assert bewaard["toelichting"] == {"hiaat": "De GGD weet niets"}


def test_een_notitie_laat_het_gekozen_antwoord_staan(tmp_path: Path) -> None:
    scherm = Terminal("toets", "--opslaan", "a.yaml", map_=tmp_path)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Wandelgroep", ENTER)
    scherm.wacht_op("Voor welke doelgroep?")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 1 van 8")
    scherm.typ("1")
    scherm.wacht_op("● 1. ja")
    scherm.typ("n")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("gevraagd aan de GGD", ENTER)
    scherm.wacht_op("Uw notitie: gevraagd aan de GGD", "● 1. ja")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 2 van 8")
    scherm.typ(OMHOOG, OMHOOG)  # only pointed at, which is what Enter would take
    scherm.wacht_op("» ○ 1. ja")
    scherm.typ("n")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("ook gevraagd", ENTER)
    scherm.wacht_op("Uw notitie: ook gevraagd", "» ○ 1. ja")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 3 van 8")
    scherm.typ("1", "3")
    scherm.wacht_op("● 1. studies", "● 3. experts")
    scherm.typ("n")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("twee studies", ENTER)
    scherm.wacht_op("Uw notitie: twee studies", "● 1. studies", "● 3. experts")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 4 van 8")
    scherm.typ("2", TERUG)
    scherm.wacht_op("vraag 3 van 8", "● 1. studies")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 4 van 8", "● 2. nee")
    for nr in range(4, 9):
        scherm.wacht_op(f"vraag {nr} van 8")
        scherm.typ(ENTER)
    assert scherm.einde() == 0
    bewaard = yaml.safe_load((tmp_path / "a.yaml").read_text())
    assert bewaard["antwoorden"] == {
        **dict.fromkeys(map(str, Vraag), "onbekend"),
        "hiaat": "ja",
        "ontlasting": "ja",
        "bewijs": ["studies", "experts"],
        "betrokken": "nee",
    }
    assert bewaard["toelichting"] == {
        "hiaat": "gevraagd aan de GGD",
        "ontlasting": "ook gevraagd",
        "bewijs": "twee studies",
    }


def test_ctrl_c_halverwege_laat_niets_half_achter(tmp_path: Path) -> None:
    (tmp_path / "eerder.yaml").write_text(GOED)
    scherm = Terminal("toets", "less-stress", "--opslaan", "nieuw.yaml", map_=tmp_path)
    scherm.wacht_op("Voor welke doelgroep? Oekraïense ontheemden")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 1 van 6")
    scherm.typ("1", ENTER)
    scherm.wacht_op("vraag 2 van 6")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130
    assert "Traceback" not in scherm.tekst
    assert [bestand.name for bestand in tmp_path.iterdir()] == ["eerder.yaml"]
    assert (tmp_path / "eerder.yaml").read_text() == GOED


def test_ctrl_d_bij_een_lege_regel_stopt_ook() -> None:
    scherm = Terminal("toets")
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ(CTRL_D)
    assert scherm.einde() == 130
    assert "Traceback" not in scherm.tekst


def test_wie_alleen_op_enter_drukt_keurt_niets_goed() -> None:
    scherm = Terminal("toets")
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Wandelgroep", ENTER)
    scherm.wacht_op("Voor welke doelgroep?")
    scherm.typ(ENTER)
    for nr in range(1, 9):
        scherm.wacht_op(f"vraag {nr} van 8", "» ○")
        scherm.typ(ENTER)
    scherm.wacht_op("Antwoorden bewaren?", "Wandelgroep: ○○○○ 0 van 4")
    scherm.typ(ENTER)
    assert scherm.einde() == 0


def test_bij_een_id_wordt_de_doelgroep_en_alleen_het_onbekende_gevraagd(tmp_path: Path) -> None:
    scherm = Terminal("toets", "less-stress", "--uit", "oordeel.md", map_=tmp_path)
    scherm.wacht_op("Voor welke doelgroep? Oekraïense ontheemden")
    scherm.typ("\x15", "statushouders", ENTER)  # Ctrl-U empties the line
    scherm.wacht_op("Less Stress: vraag 1 van 6")
    for nr in range(1, 7):
        scherm.wacht_op(f"vraag {nr} van 6")
        scherm.typ(OMLAAG, ENTER)
    scherm.wacht_op("Antwoorden bewaren?")
    scherm.typ(ENTER)
    assert scherm.einde() == 0
    oordeel = (tmp_path / "oordeel.md").read_text()
    assert oordeel.startswith("# Less Stress: ")
    assert "Getoetst voor: statushouders." in oordeel


def test_met_een_doelgroep_erbij_wordt_die_niet_gevraagd() -> None:
    scherm = Terminal("toets", "less-stress", "--doelgroep", "statushouders")
    scherm.wacht_op("Less Stress: vraag 1 van 6")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


BRONTEKST = "Er is onderzoek met goede uitkomsten naar het Amerikaanse voorbeeld SoulShoppe"
"""What the guide says of Taal Onthaal, which leaves the question of its evidence open."""


def _tot_het_bewijs(map_: Path) -> Terminal:
    """Taal Onthaal, whose third open question has words of the guide."""
    scherm = Terminal("toets", "taal-onthaal", "--doelgroep", "leerlingen", "--opslaan", "x.yaml", map_=map_)
    for nr in (1, 2):
        scherm.wacht_op(f"vraag {nr} van 6")
        scherm.typ(ENTER)
    scherm.wacht_op("vraag 3 van 6", f"Volgens gids-2025: {BRONTEKST}")
    assert "Uw notitie" not in scherm.tekst
    return scherm


def _rond_af(scherm: Terminal, map_: Path) -> dict[str, Any]:
    """Enter at the question of the evidence and after it; returns what is kept."""
    scherm.typ(ENTER)
    for nr in (4, 5, 6):
        scherm.wacht_op(f"vraag {nr} van 6")
        scherm.typ(ENTER)
    assert scherm.einde() == 0
    return yaml.safe_load((map_ / "x.yaml").read_text())


def test_wie_het_antwoord_van_de_bron_houdt_bewaart_ook_wie_het_zegt(tmp_path: Path) -> None:
    scherm = _tot_het_bewijs(tmp_path)
    bewaard = _rond_af(scherm, tmp_path)
    assert bewaard["antwoorden"]["bewijs"] == ["onbekend"]
    assert bewaard["toelichting"]["bewijs"].startswith(f"Volgens gids-2025: {BRONTEKST}")
    assert bewaard["toelichting"]["opgeleid"].startswith("Volgens gids-2025: ")


def test_wie_anders_antwoordt_krijgt_de_woorden_van_de_bron_niet_als_grond(tmp_path: Path) -> None:
    scherm = _tot_het_bewijs(tmp_path)
    scherm.typ("3")
    scherm.wacht_op("● 3. experts")
    bewaard = _rond_af(scherm, tmp_path)
    assert bewaard["antwoorden"]["bewijs"] == ["experts"]
    assert "bewijs" not in bewaard["toelichting"]
    assert BRONTEKST not in " ".join(scherm.tekst.split())


def test_een_eigen_notitie_staat_naast_de_woorden_van_de_bron(tmp_path: Path) -> None:
    scherm = _tot_het_bewijs(tmp_path)
    scherm.typ("n")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("Gebeld met de school", ENTER)
    scherm.wacht_op("Uw notitie: Gebeld met de school", f"Volgens gids-2025: {BRONTEKST}")
    bewaard = _rond_af(scherm, tmp_path)
    assert bewaard["toelichting"]["bewijs"] == "Gebeld met de school"


def test_een_lege_notitie_laat_de_woorden_van_de_bron_staan() -> None:
    van_bron = Gegeven((Antwoord.ONBEKEND,), "Volgens de gids onbekend.", "gids-2025")
    assert van_bron.noteer("") == van_bron
    assert Gegeven((), "Eigen.").noteer("") == Gegeven()
    assert Gegeven((), "Eigen.").beantwoord((Antwoord.JA,)) == Gegeven((Antwoord.JA,), "Eigen.")


# --- what several sources answer --------------------------------------------------------


@pytest.mark.parametrize(
    ("antwoorden", "samen", "bron", "toelichting"),
    [
        (("ja", "onbekend"), ("ja",), "een", "Volgens een."),
        (("onbekend", "ja"), ("ja",), "twee", "Volgens twee."),
        (("ja", "ja"), ("ja",), "een", "Volgens een."),
        (("ja", "nee"), ("ja", "nee"), "een, twee", "Volgens een. Volgens twee."),
        (("onbekend", "onbekend"), ("onbekend",), "twee", "Volgens twee."),
    ],
)
def test_wie_het_niet_weet_voegt_niets_toe_aan_wie_het_wel_weet(
    catalogus: Catalogus, antwoorden: tuple[str, str], samen: tuple[str, ...], bron: str, toelichting: str
) -> None:
    feiten = tuple(
        record(Kwaliteit, vraag="hiaat", antwoord=antwoord, toelichting=f"Volgens {id_}.", bron=id_)
        for id_, antwoord in zip(("een", "twee"), antwoorden, strict=True)
    )
    toets = toets_uit_catalogus(interventie(kwaliteit=feiten), catalogus.kwaliteitscriteria)
    assert toets.gegevens[Vraag.HIAAT] == Gegeven(tuple(map(Antwoord, samen)), toelichting, bron)
