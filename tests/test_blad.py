"""Own offers from the spreadsheet that people have: read, read again, and written back."""

import json
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.blad import MEESTE_CELLEN, MEESTE_KOLOMMEN, MEESTE_RIJEN, Blad, Rij, celnaam
from lpi_cli.catalogus.gelezen import GELEZEN
from lpi_cli.catalogus.model import Kolom
from lpi_cli.kern.blad.aanbod import lees_aanbod
from lpi_cli.kern.blad.koppen import EIGEN_BLADEN, vind_koppen
from lpi_cli.weergave.blad import wat_niet_past
from tests.conftest import Lpi, Uitkomst
from tests.terminal import ENTER, Terminal

REGIO = [
    ["Naam", "Aanbieder", "Leeftijd", "Prijs per groep", "E-mail", "Talen", "Aantal bijeenkomsten", "Plek", "Opmerking"],
    ["Wandelgroep Noord", "Buurtteam Noord", "18+", "op aanvraag", "info@example.org", "Arabisch, Tigrinya", 8, "buurt", "alleen op dinsdag"],
    ["Praatgroep moeders", "Stichting Welzijn", "18 t/m 65", 1250, "praat@example.org", "Arabisch", 6, "azc en gemeente", None],
    ["Sport en rust", "Sportbedrijf", "12-18", "€ 900,-", "(053) 123 45 67", None, "10 a 12", "ISK", None],
]  # fmt: skip
"""How a region keeps its offer."""


def maak_blad(bestand: Path, rijen: Sequence[Sequence[Any]], naam: str = "Aanbod") -> Path:
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = naam
    for rij in rijen:
        blad.append(list(rij))
    boek.save(bestand)
    return bestand


@pytest.fixture
def regio(tmp_path: Path) -> Path:
    return maak_blad(tmp_path / "aanbod-regio.xlsx", REGIO)


def lees_bestand(map_: Path, id_: str) -> Any:
    return yaml.safe_load((map_ / "interventies" / f"{id_}.yaml").read_text())


def inhoud(map_: Path) -> dict[str, str]:
    return {str(b.relative_to(map_)): b.read_text() for b in sorted(map_.rglob("*")) if b.is_file()}


# --- from a sheet to a choice ---------------------------------------------------------


@pytest.mark.usefixtures("regio")
def test_van_het_blad_van_een_regio_naar_kies_zijn_twee_opdrachten(lpi: Lpi, tmp_path: Path) -> None:
    gelezen = lpi("catalogus", "lees", "aanbod-regio.xlsx", "mijn-regio", map_=tmp_path)
    assert (gelezen.status, gelezen.stdout) == (0, "")
    assert "lpi kies --catalogus mijn-regio" in gelezen.stderr
    gekozen = lpi(
        "kies", "--leeftijd", "18+", "--catalogus", "mijn-regio", "--formaat", "json", map_=tmp_path
    ).json
    assert {"wandelgroep-noord", "praatgroep-moeders"} <= {een["id"] for een in gekozen["gids"]}
    assert lpi("catalogus", "controleer", "mijn-regio", map_=tmp_path).status == 0


def test_er_staat_niets_in_dat_niet_in_het_blad_staat(lpi: Lpi, regio: Path, tmp_path: Path) -> None:
    lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)
    assert lees_bestand(tmp_path / "r", "sport-en-rust") == {
        "id": "sport-en-rust",
        "naam": "Sport en rust",
        "soort": "interventie",
        "organisatie": "Sportbedrijf",
        "varianten": [
            {
                "id": "standaard",
                "naam": "Sport en rust",
                "leeftijd": {"van": 12, "tot": 18},
                "bijeenkomsten": {"aantal": 10, "aantal_tot": 12},
                "plaats": "Aanbod, rij 4",
                "bron": "aanbod-regio",
            }
        ],
        "setting": ["isk"],
        "kosten": [
            {
                "soort": "uitvoering",
                "eenheid": "groep",
                "bedrag": {"van": 900, "tot": 900},
                "bron": "aanbod-regio",
            }
        ],
        "contact": [{"organisatie": "Sportbedrijf", "telefoon": ["(053) 123 45 67"]}],
        "bronnen": [{"bron": "aanbod-regio", "plaats": "Aanbod, rij 4"}],
    }
    wandelgroep = lees_bestand(tmp_path / "r", "wandelgroep-noord")
    assert wandelgroep["kosten"][0] == {
        "soort": "uitvoering", "eenheid": "groep", "op_aanvraag": True, "bron": "aanbod-regio"
    }  # fmt: skip
    assert (wandelgroep["talen"], wandelgroep["aandachtspunten"]) == (["ar", "ti"], ["alleen op dinsdag"])


def test_wat_in_een_andere_kolom_hoort_wordt_genoemd(lpi: Lpi, regio: Path, tmp_path: Path) -> None:
    regels = lpi("catalogus", "lees", str(regio), "r", map_=tmp_path).stderr.splitlines()
    (bijzonder,) = [regel for regel in regels if "let op" in regel]
    assert bijzonder.endswith("let op: Aanbod!E4: '(053) 123 45 67' is opgenomen als Telefoon")


EIGEN_MAKELIJ = [
    ["Sociale kaart psychosociaal aanbod regio Twente"],
    [],
    ["Activiteit", "Wie biedt het aan?", "Doelgroep", "Leeftijdscategorie", "Hoe vaak", "Kosten p.p.", "Kosten", "Contactgegevens", "Taal", "Werkgebied", "Wachtlijst", "Laatst gecontroleerd", "Bezetting"],
    ["Vrouwencafé", "Stichting Samen", "vrouwen met een vluchtachtergrond", "18 jaar en ouder", "8 x", "€ 12,50", None, "Fatima, 06-12345678, info@samen.nl", "Arabisch en Klingon", "Almelo en Hengelo", "ja", date(2026, 3, 4), 0.75],
    [],
    ["Sporten met Samen", None, "Jongeren", date(2026, 12, 8), "10", "gratis", "€ 900 per groep excl. btw", "www.samen.nl", "Nederlands e.a.", "Twente", "nee", None, None],
    ["Ouderpraat", "Mediant", "ouders", "ouders", "6 tot 8 bijeenkomsten", "± € 8 à 10", None, "info@mediant.nl", "alle talen met een tolk", "landelijk"],
    [None, "Mediant"],
]  # fmt: skip
"""A sheet of someone's own making: a title, other headings, empty rows, dates, percentages, a merged cell."""


@pytest.fixture
def eigen_makelij(tmp_path: Path) -> Path:
    bestand = maak_blad(tmp_path / "kaart.xlsx", EIGEN_MAKELIJ, "Overzicht 2026")
    boek = load_workbook(bestand)
    blad = boek["Overzicht 2026"]
    blad["M4"].number_format = "0%"
    blad.merge_cells("A1:M1")
    blad.merge_cells("B4:B6")
    boek.create_sheet("Toelichting").append(["Zo gebruikt u dit blad"])
    boek.save(bestand)
    return bestand


def test_een_blad_van_eigen_makelij_wordt_zonder_vraag_gelezen(
    lpi: Lpi, eigen_makelij: Path, tmp_path: Path
) -> None:
    gelezen = lpi("catalogus", "lees", str(eigen_makelij), "r", map_=tmp_path)
    assert gelezen.status == 0
    assert "Gelezen: 3 nieuw" in gelezen.stderr
    cafe = lees_bestand(tmp_path / "r", "vrouwencafe")
    assert cafe["varianten"][0]["leeftijd"] == {"van": 18, "tot": None}
    assert cafe["varianten"][0]["bijeenkomsten"] == {"aantal": 8}
    assert cafe["regio"] == {"plaatsen": ["Almelo", "Hengelo"]}
    assert cafe["contact"] == [
        {
            "naam": "Fatima",
            "organisatie": "Stichting Samen",
            "email": ["info@samen.nl"],
            "telefoon": ["06-12345678"],
            "nagekeken": "2026-03-04",
        }
    ]
    assert cafe["kosten"] == [
        {"soort": "uitvoering", "eenheid": "deelnemer", "bedrag": {"van": 12.5, "tot": 12.5}, "bron": "kaart"}
    ]
    assert (cafe["talen"], cafe["talen_open"]) == (["ar"], True), (
        "a language that lpi does not know excludes none"
    )
    assert cafe["aandachtspunten"] == ["Taal: Klingon", "Wachtlijst: ja", "Bezetting: 75%"]
    sport = lees_bestand(tmp_path / "r", "sporten-met-samen")
    assert sport["organisatie"] == "Stichting Samen", "the cell is merged over two rows"
    assert sport["contact"][0]["website"] == ["https://www.samen.nl"]
    assert sport["kosten"][0]["btw"] == "exclusief"
    assert "leeftijd" not in sport["varianten"][0]
    assert "Leeftijdscategorie: 2026-12-08" in sport["aandachtspunten"]
    ouders = lees_bestand(tmp_path / "r", "ouderpraat")
    assert ouders["varianten"][0]["voor"] == "ouders"
    assert ouders["varianten"][0]["bijeenkomsten"] == {"aantal": 6, "aantal_tot": 8}
    assert (ouders["talen_met_tolk"], ouders["regio"]) == (True, {"landelijk": True})
    assert ouders["kosten"][0]["bedrag"] == {"van": 8, "tot": 10}
    assert ouders["kosten"][0]["ongeveer"] is True


TALEN = (
    "Nederlands, Engels, Arabisch, Oekraïens, Russisch, Tigrinya, Farsi, Dari, Somalisch, Turks, Frans, Spaans, Urdu, "
    "Koerdisch, Pasjtoe"
)


def test_wat_niet_wordt_begrepen_staat_in_een_regel_met_blad_en_cel(
    lpi: Lpi, eigen_makelij: Path, tmp_path: Path
) -> None:
    regels = lpi("catalogus", "lees", str(eigen_makelij), "r", map_=tmp_path).stderr.splitlines()
    begin = f"{eigen_makelij}: let op: Overzicht 2026"
    assert [regel.removeprefix(begin) for regel in regels if "let op" in regel] == [
        f"!I4: 'Klingon' ken ik niet; kies uit {TALEN}; bewaard als opmerking",
        "!D6: hier staat een datum (2026-12-08); bedoelt u 8 t/m 12? Typ het zo; bewaard als opmerking",
        "!J6: 'Twente' is geen plaats of provincie die lpi kent; bewaard als opmerking",
        "!F6: 'gratis' zegt niet of het ook de opdrachtgever niets kost; zo ja, typ gratis per groep; bewaard als opmerking",
        ", rij 8: in A8 staat geen Activiteit; typ daar een naam, zoals Praatgroep; deze rij doet niet mee",
    ]
    assert "Niet gelezen, want er is geen rij met koppen: blad Toelichting." in regels


# --- values ---------------------------------------------------------------------------


def lees_cel(catalogus: Catalogus, kop: str, tekst: str) -> tuple[dict[str, Any], list[str]]:
    """The offer of a sheet with one more column, and what is told of it."""
    blad = Blad("Aanbod", [Rij(1, ["Naam", "Aanbieder", kop]), Rij(2, ["Praatgroep", "Wij", tekst])], {})
    koppen = vind_koppen(blad, catalogus, {})
    assert koppen is not None
    gelezen = lees_aanbod([(blad, koppen)], "blad", {"blad"}, catalogus)
    return gelezen.aanbod[0].gegevens, [een.melding for een in gelezen.bijzonder]


@pytest.mark.parametrize(
    ("kop", "tekst", "waar", "verwacht"),
    [
        ("Leeftijd", "18 t/m 65", "varianten.0.leeftijd", {"van": 18, "tot": 65}),
        ("Leeftijd", "vanaf 16 jaar", "varianten.0.leeftijd", {"van": 16, "tot": None}),
        ("Leeftijd", "6-12 jr", "varianten.0.leeftijd", {"van": 6, "tot": 12}),
        ("Leeftijd", "4 tm 12", "varianten.0.leeftijd", {"van": 4, "tot": 12}),
        ("Leeftijd", "<18", "varianten.0.leeftijd", {"van": 0, "tot": 18}),
        ("Leeftijd", "kinderen (4-12 jaar)", "varianten.0.leeftijd", {"van": 4, "tot": 12}),
        ("Leeftijd", "gezinnen", "varianten.0.voor", "gezin"),
        ("Doelgroep leeftijd", "gezin", "varianten.0.voor", "gezin"),
        ("Leeftijd", "ouders", "varianten.0.voor", "ouders"),
        ("Leeftijd vanaf", "16", "varianten.0.leeftijd", {"van": 16, "tot": None}),
        ("Prijs per groep (incl. btw)", "€ 900", "kosten.0.btw", "inclusief"),
        ("Prijs 2025 per groep", "€ 900", "kosten.0.prijspeil", 2025),
        ("Prijs (€ p.p.)", "15", "kosten.0.eenheid", "deelnemer"),
        ("Kosten", "€1.200 per groep excl. btw", "kosten.0", {"soort": "uitvoering", "eenheid": "groep", "bedrag": {"van": 1200, "tot": 1200}, "btw": "exclusief", "bron": "blad"}),
        ("Kosten", "gratis per groep", "kosten.0.gefinancierd", True),
        ("Kosten", "n.o.t.k.", "kosten.0.op_aanvraag", True),
        ("Price", "EUR 1,250.00 per group", "kosten.0.eenheid", "groep"),
        ("Max. aantal deelnemers", "12", "varianten.0.groepsgrootte", {"max": 12}),
        ("Max. deelnemers", "12", "varianten.0.groepsgrootte", {"max": 12}),
        ("Leeftijd deelnemers", "18+", "varianten.0.leeftijd", {"van": 18, "tot": None}),
        ("Aantal bijeenkomsten", "6 x 2 uur", "varianten.0.bijeenkomsten", {"aantal": 6, "duur_uren": {"van": 2, "tot": 2}}),
        ("Duur", "1½ uur", "varianten.0.bijeenkomsten.duur_uren", {"van": 1.5, "tot": 1.5}),
        ("Talen", "Ned./Eng.", "talen", ["nl", "en"]),
        ("Language", "Arabic, Dari", "talen", ["ar", "prs"]),
        ("Regio", "heel Overijssel", "regio", {"provincies": ["overijssel"]}),
        ("Telefoon", "+31 (0)53 123 45 67", "contact.0.telefoon", ["+31 (0)53 123 45 67"]),
        ("Status", "gestopt per 1-3-2026", "status_sinds", "2026-03-01"),
        ("Leeftijd", "kinderen", "varianten.0.leeftijd", {"van": 0, "tot": 12, "toelichting": "kinderen"}),
        ("Prijs per groep", "€ 1.250,50", "kosten.0.bedrag.van", 1250.5),
        ("Prijs per groep", "€ 900 - € 1.200", "kosten.0.bedrag", {"van": 900, "tot": 1200}),
        ("Prijs per groep", "gratis", "kosten.0.gefinancierd", True),
        ("Prijs per groep", "In overleg", "kosten.0.op_aanvraag", True),
        ("Kosten", "€ 12,50 p.p.", "kosten.0.eenheid", "deelnemer"),
        ("Prijs p.p.", "8 à 10", "kosten.0.bedrag", {"van": 8, "tot": 10}),
        ("Groepsgrootte", "8 à 10", "varianten.0.groepsgrootte", {"min": 8, "max": 10}),
        ("Groepsgrootte", "max. 12 personen", "varianten.0.groepsgrootte", {"max": 12}),
        ("Groepsgrootte", "minimaal 6", "varianten.0.groepsgrootte", {"min": 6}),
        ("Aantal sessies", "ca. 8", "varianten.0.bijeenkomsten", {"aantal": 8, "aantal_grens": "ongeveer"}),
        ("Duur", "1,5-2 uur", "varianten.0.bijeenkomsten.duur_uren", {"van": 1.5, "tot": 2}),
        ("Duur", "2u", "varianten.0.bijeenkomsten.duur_uren", {"van": 2, "tot": 2}),
        ("Duur", "anderhalf uur", "varianten.0.bijeenkomsten.duur_uren", {"van": 1.5, "tot": 1.5}),
        ("Vorm", "1-op-1", "varianten.0.vorm", ["individueel"]),
        ("Duur in minuten", "90", "varianten.0.bijeenkomsten.duur_uren", {"van": 1.5, "tot": 1.5}),
        ("Plek", "azc en gemeente", "setting", ["azc", "gemeente"]),
        ("Talen", "Arabisch, Tigrinya", "talen", ["ar", "ti"]),
        ("Doelgroep", "Eritrese vrouwen", "doelgroep.kenmerken", ["eritrees", "vrouw"]),
        ("Doel", "veerkracht en klachten", "doel.categorieen", ["veerkracht", "klachten"]),
        ("Doel", "Minder piekeren", "doel", {"omschrijving": "Minder piekeren"}),
        ("Vorm", "groep en individueel", "varianten.0.vorm", ["groep", "individueel"]),
        ("Regio", "Almelo, provincie Groningen", "regio", {"plaatsen": ["Almelo"], "provincies": ["groningen"]}),
        ("Telefoon", "053 123 45 67 / 06-12345678", "contact.0.telefoon", ["053 123 45 67", "06-12345678"]),
        ("Website", "www.x.nl", "contact.0.website", ["https://www.x.nl"]),
        ("E-mail", "mailto:info@x.nl", "contact.0.email", ["info@x.nl"]),
        ("E-mail", "j.d'hondt@gemeente.nl", "contact.0.email", ["j.d'hondt@gemeente.nl"]),
        ("Nagekeken", "4-3-2026", "contact", None),
        ("Status", "gestopt", "status", "gestopt"),
        ("Talen", "onbekend", "talen", None),
        ("Talen", "?", "talen", None),
    ],
)  # fmt: skip
def test_waarden_worden_gelezen_zoals_men_ze_schrijft(
    catalogus: Catalogus, kop: str, tekst: str, waar: str, verwacht: Any
) -> None:
    gegevens, bijzonder = lees_cel(catalogus, kop, tekst)
    waarde: Any = gegevens
    for deel in waar.split("."):
        waarde = waarde[int(deel)] if deel.isdecimal() else waarde.get(deel)
    assert (waarde, bijzonder) == (verwacht, [])
    assert "aandachtspunten" not in gegevens


@pytest.mark.parametrize(
    ("kop", "tekst", "zegt"),
    [
        ("Leeftijd", "vanaf 6 maanden", "is geen leeftijd"),
        ("Leeftijd", "75%", "is geen leeftijd"),
        ("Max. deelnemers", "8 tot 10", "is niet één getal; typ onder deze kop een getal, zoals 12"),
        ("Leeftijd", "jongeren vanaf 14", "is geen leeftijd"),
        ("Prijs per groep", "gratis*", "wijst met * naar iets dat lpi niet leest"),
        ("Prijs per groep", "vanaf € 500", "is geen bedrag"),
        ("Regio", "wachtlijst", "is geen plaats of provincie"),
        ("Prijs per groep", "zie folder", "is geen bedrag"),
        (
            "Prijs",
            "€ 900",
            'waarvoor is deze prijs? Typ het erbij, zoals € 900 per groep, of geef --kolom "Prijs=bedrag/groep"',
        ),
        ("Prijs per deelnemer", "gratis", "zegt niet of het ook de opdrachtgever niets kost"),
        ("Duur", "2", "zegt niet of het uren of minuten zijn"),
        ("Groepsgrootte", "ongeveer 10", "is geen vaste grootte"),
        ("Groepsgrootte", "12-8", "loopt niet op"),
        ("Aantal bijeenkomsten", "2,5", "is geen heel getal"),
        ("Telefoon", "bel maar", "is geen e-mailadres, telefoonnummer of webadres; typ info@x.nl"),
        ("Nagekeken", "vorige week", "is geen datum"),
        ("Bron", "mijn buurman", "is geen bron die lpi kent"),
        ("Status", "misschien", "ken ik niet"),
    ],
)
def test_wat_niet_wordt_begrepen_blijft_als_opmerking(
    catalogus: Catalogus, kop: str, tekst: str, zegt: str
) -> None:
    gegevens, bijzonder = lees_cel(catalogus, kop, tekst)
    assert gegevens["aandachtspunten"] == [f"{kop}: {tekst}"]
    (melding,) = bijzonder
    assert zegt in melding
    assert melding.endswith("; bewaard als opmerking")


def test_een_prijs_waarvan_niemand_zegt_waarvoor_blijft_een_prijs(lpi: Lpi, tmp_path: Path) -> None:
    maak_blad(tmp_path / "a.xlsx", [["Naam", "Prijs"], ["Praatgroep", "€ 900"]])
    lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert lees_bestand(tmp_path / "r", "praatgroep")["kosten"] == [
        {"soort": "uitvoering", "eenheid": "onbekend", "bedrag": {"van": 900, "tot": 900}, "bron": "a"}
    ]
    assert (
        "€ 900 per onbekende eenheid" in lpi("toon", "praatgroep", "--catalogus", "r", map_=tmp_path).stdout
    )
    kosten = lpi(
        "kosten", "praatgroep", "--deelnemers", "9", "--catalogus", "r", "--formaat", "json", map_=tmp_path
    )
    assert kosten.json["regels"][0]["totaal"] is None, "nobody knows how often it counts"


@pytest.mark.parametrize(
    ("kop", "tekst", "waar", "verwacht", "zegt"),
    [
        ("Telefoon", "612345678", ["contact", 0, "telefoon"], ["0612345678"], "heeft geen 0 vooraan"),
        ("Telefoon", "31612345678", ["contact", 0, "telefoon"], ["+31612345678"], "heeft geen + vooraan"),
        ("Waar", "azc, Almelo", ["regio"], {"plaatsen": ["Almelo"]}, "'Almelo' is opgenomen bij Plaatsen"),
        ("Locatie", "Overijssel", ["regio"], {"provincies": ["overijssel"]}, "is opgenomen bij Plaatsen"),
    ],
)
def test_wat_anders_wordt_opgenomen_dan_het_er_staat_wordt_genoemd(
    catalogus: Catalogus, kop: str, tekst: str, waar: list[Any], verwacht: Any, zegt: str
) -> None:
    """A spreadsheet drops the 0 of a number, and under *Waar* people name a town."""
    waarde, bijzonder = lees_cel(catalogus, kop, tekst)
    for deel in waar:
        waarde = waarde[deel]
    assert waarde == verwacht
    assert len(bijzonder) == 1
    assert zegt in bijzonder[0]


# --- mended with what the message says alone ------------------------------------------

GOED = [
    ["Naam", "Aanbieder", "Leeftijd", "Prijs", "Talen", "Plek", "Nagekeken", "Groepsgrootte", "Status"],
    ["Theegroep", "Wij", "18+", "€ 900 per groep", "Arabisch", "azc", "4-3-2026", "8 t/m 12", "actief"],
    ["Loopgroep", "Zij", "18+", "€ 9 per groep", "Arabisch", "azc", "4-3-2026", "8 t/m 12", "actief"],
]


@pytest.mark.parametrize(
    ("cel", "fout", "zegt"),
    [
        ("E2", "Arabisch, Tigrnya", "bedoelt u (.+?)[?]"),
        ("F2", "kerk", "kies uit (.+?),"),
        ("F2", "wijkcentrm", "bedoelt u (.+?)[?]"),
        ("D2", "€ 900", "zoals (.+?), of"),
        ("D2", "rond de 100", "typ (.+?), of"),
        ("D2", "gratis", "typ (.+?);"),
        ("C2", "vanaf groep 3", "typ (.+?),"),
        ("C2", date(2026, 12, 8), "bedoelt u (.+?)[?]"),
        ("C2", "12-jun", "bedoelt u (.+?)[?]"),
        ("C2", "18-12", "eerst: (.+?);"),
        ("G2", "31-2-2026", "zoals (.+?);"),
        ("H2", "ongeveer 10", "typ (.+?),"),
        ("H2", "12-8", "zoals (.+?);"),
        ("I2", "in ontwikkeling", "typ (.+?) of"),
        ("A3", None, "zoals (.+?);"),
        ("A3", "Theegroep", "zoals (.+?);"),
    ],
)
def test_een_breuk_in_een_blad_herstelt_men_met_wat_de_melding_zegt(
    lpi: Lpi, tmp_path: Path, cel: str, fout: Any, zegt: str
) -> None:
    """What one types comes from the message, and so does where."""
    bestand = maak_blad(tmp_path / "a.xlsx", GOED)

    def typ(waar: str, waarde: Any) -> list[str]:
        boek = load_workbook(bestand)
        boek["Aanbod"][waar] = waarde
        boek.save(bestand)
        regels = lpi("catalogus", "lees", "a.xlsx", "r", "--proef", map_=tmp_path).stderr.splitlines()
        return [regel for regel in regels if "let op" in regel]

    assert typ(cel, GOED[int(cel[1]) - 1]["ABCDEFGHI".index(cel[0])]) == []
    for melding in reversed(typ(cel, fout)):
        waar, wat = re.search(rf"Aanbod(?:!|, rij \d: in )({cel})\b", melding), re.search(zegt, melding)
        assert waar is not None, melding
        assert wat is not None, melding
        over = typ(cel, wat[1])
    assert over == []


@pytest.mark.parametrize(
    ("koppen", "zegt"),
    [
        (["Wat", "Aanbieder", "Prijs per groep"], "Wat=naam"),
        (["Naam", "Aanbieder", "Kosten materiaal"], "Kosten materiaal=bedrag"),
        (["Naam", "Aanbieder", "Kosten"], "Kosten=bedrag/groep"),
    ],
)
def test_een_kop_die_niet_duidelijk_is_herstelt_men_met_wat_de_melding_zegt(
    lpi: Lpi, tmp_path: Path, koppen: list[str], zegt: str
) -> None:
    maak_blad(
        tmp_path / "a.xlsx", [koppen, ["Praatgroep", "Wij", "€ 900 per groep" if "mat" in zegt else 900]]
    )
    melding = lpi("catalogus", "lees", "a.xlsx", "r", "--proef", map_=tmp_path).stderr
    gezegd = re.search('--kolom "([^"]+)"', melding)
    assert gezegd is not None
    assert gezegd[1] == zegt
    hersteld = lpi("catalogus", "lees", "a.xlsx", "r", "--kolom", gezegd[1], map_=tmp_path)
    assert (hersteld.status, "--kolom" in hersteld.stderr, "let op" in hersteld.stderr) == (0, False, False)
    assert lees_bestand(tmp_path / "r", "praatgroep")["kosten"][0]["eenheid"] == "groep"


# --- habits ---------------------------------------------------------------------------


def lees_rijen(lpi: Lpi, map_: Path, *rijen: Sequence[Any]) -> list[str]:
    """Read a sheet into ``r``; what is told of it."""
    maak_blad(map_ / "a.xlsx", rijen)
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=map_)
    assert gelezen.status == 0, gelezen.stderr
    assert lpi("catalogus", "controleer", "r", map_=map_).status == 0
    return [regel.partition("let op: ")[2] for regel in gelezen.stderr.splitlines() if "let op" in regel]


def test_koppen_over_twee_rijen_en_een_kolom_zonder_kop(lpi: Lpi, tmp_path: Path) -> None:
    bestand = maak_blad(
        tmp_path / "a.xlsx",
        [
            ["Naam", "Aanbieder", "Leeftijd", None, "Prijs", None, "Locatie"],
            [None, None, "van", "tot", "per groep", "p.p.", None, None],
            ["Yoga", "Buurthuis", 18, 65, 150, 15, "azc", "bij regen binnen"],
        ],
    )
    boek = load_workbook(bestand)
    for bereik in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
        boek["Aanbod"].merge_cells(bereik)
    boek.save(bestand)
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert "  kolom H: bewaard als opmerking" in gelezen.stderr.splitlines()
    yoga = lees_bestand(tmp_path / "r", "yoga")
    assert yoga["varianten"][0]["leeftijd"] == {"van": 18, "tot": 65}
    assert [(p["eenheid"], p["bedrag"]["van"]) for p in yoga["kosten"]] == [("groep", 150), ("deelnemer", 15)]
    assert (yoga["setting"], yoga["aandachtspunten"]) == (["azc"], ["kolom H: bij regen binnen"])


def test_van_een_kop_over_twee_rijen_gaat_de_tweede_niet_verloren(lpi: Lpi, tmp_path: Path) -> None:
    """Also where the first row alone has more headings that are known."""
    bestand = maak_blad(
        tmp_path / "a.xlsx",
        [
            ["Titel", "Organisatie", "Prijs", None, "Taal"],
            [None, None, "van", "tot", None],
            ["Yoga", "Buurthuis", 1000, 1500, "Arabisch"],
            ["Titel", "Organisatie", "van", "tot", "Taal"],
        ],
    )
    boek = load_workbook(bestand)
    for bereik in ("A1:A2", "B1:B2", "C1:D1"):
        boek["Aanbod"].merge_cells(bereik)
    boek.save(bestand)
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert "koppen op rij 2" in gelezen.stderr
    yoga = lees_bestand(tmp_path / "r", "yoga")
    assert ("kosten" in yoga, yoga["aandachtspunten"]) == (False, ["Prijs van: 1000", "Prijs tot: 1500"])


def test_ook_zonder_samenvoegen_hoort_een_rij_met_van_en_tot_bij_de_koppen(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Naam;Leeftijd;;Prijs;\n;van;tot;van;tot\nYoga;18;65;100;200\n")
    gelezen = lpi("catalogus", "lees", "a.csv", "r", map_=tmp_path)
    assert "koppen op rij 2" in gelezen.stderr
    yoga = lees_bestand(tmp_path / "r", "yoga")
    assert "kosten" not in yoga
    assert yoga["aandachtspunten"] == ["van: 18", "tot: 65", "van: 100", "tot: 200"]


@pytest.mark.parametrize(
    "eerst",
    [
        ["Wat", "Omschrijving", "Tarief", "Min", "Jaar"],
        ["Wat", "Omschrijving", "Tarief", "Min", "Leeftijd max"],
    ],
)
def test_een_rij_met_aanbod_wordt_niet_voor_koppen_genomen(
    lpi: Lpi, tmp_path: Path, eerst: list[str]
) -> None:
    """A name such as ``Training A`` looks like a heading, and a number never is one."""
    maak_blad(
        tmp_path / "a.xlsx",
        [
            eerst,
            ["Training A", "Cursus", 1500, "zes", None],
            ["Training B", "Cursus", "op aanvraag", "x", ""],
        ],
    )
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert (gelezen.status, 'zoals: --kolom "Wat=naam"' in gelezen.stderr) == (2, True)
    assert lpi("catalogus", "lees", "a.xlsx", "r", "--kolom", "Wat=naam", map_=tmp_path).status == 0
    assert lees_bestand(tmp_path / "r", "training-a")["kosten"][0]["bedrag"]["van"] == 1500


def test_grenzen_die_teruglopen_kosten_het_aanbod_niet(lpi: Lpi, tmp_path: Path) -> None:
    rijen = [["Naam", "Leeftijd min", "Leeftijd max"], ["Yoga", 65, 18]]
    assert lees_rijen(lpi, tmp_path, *rijen) == [
        "Aanbod!C2: 65 tot 18 loopt terug; typ het laagste bij het minimum; bewaard als opmerking"
    ]
    assert lees_bestand(tmp_path / "r", "yoga")["aandachtspunten"] == ["Leeftijd max: 65 tot 18"]


def test_een_blad_met_mensen_is_geen_aanbod(lpi: Lpi, tmp_path: Path) -> None:
    boek = load_workbook(maak_blad(tmp_path / "a.xlsx", [["Naam", "Leeftijd"], ["Yoga", "18+"]]))
    mensen = boek.create_sheet("Contacten")
    for rij in (["Naam", "Telefoon"], ["Jan Bos", "0612345678"]):
        mensen.append(rij)
    boek.save(tmp_path / "a.xlsx")
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert "Niet gelezen, want er staan alleen namen en adressen: blad Contacten." in gelezen.stderr
    assert [bestand.name for bestand in (tmp_path / "r" / "interventies").iterdir()] == ["yoga.yaml"]


def test_een_tweede_blad_zonder_kop_voor_de_naam_zegt_wat_men_typt(lpi: Lpi, tmp_path: Path) -> None:
    """Its offers were left out with as reason that it has no headings."""
    boek = Workbook()
    bladen = {
        "Aanbod": [["Naam", "Aanbieder"], ["Praatgroep", "Wij"]],
        "Scholen": [["Project", "Aanbieder", "Voertaal"], ["Weerbaar", "Zij", "NL"]],
        "Vakanties": [["Week", "Wie"], ["8", "Jan"]],
    }
    for naam, rijen in bladen.items():
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
    boek.remove(boek["Sheet"])
    boek.save(tmp_path / "a.xlsx")
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert "geen rij met koppen: blad Vakanties." in gelezen.stderr
    wat = re.search('blad Scholen. Zeg welke dat is, zoals: --kolom "(.+?)"', gelezen.stderr)
    assert wat
    lpi("catalogus", "lees", "a.xlsx", "r", "--kolom", wat[1], map_=tmp_path)
    assert lees_bestand(tmp_path / "r", "weerbaar")["talen"] == ["nl"]


def test_een_prijs_zonder_waarvoor_is_een_regel_per_kolom(lpi: Lpi, tmp_path: Path) -> None:
    rijen = [["Naam", "Kosten"], *([f"Yoga {nr}", 100 + nr] for nr in range(30))]
    gezegd = lees_rijen(lpi, tmp_path, *rijen)
    assert len(gezegd) == 1
    assert gezegd[0].startswith("Aanbod!B2 en nog 29 in deze kolom: waarvoor is deze prijs?")
    assert lees_bestand(tmp_path / "r", "yoga-29")["aandachtspunten"] == ["Kosten: 129"]


def test_waarom_geen_rij_aanbod_is_staat_er_ook_als_er_geen_enkele_is(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('Naam;Opmerking\n"Praat;zonder einde\nTwee;x\n')
    gelezen = lpi("catalogus", "lees", "a.csv", "r", map_=tmp_path)
    assert (gelezen.status, "alleen A2 is gevuld" in gelezen.stderr) == (2, True)


def test_wat_verborgen_is_doet_niet_mee_en_wordt_genoemd(lpi: Lpi, tmp_path: Path) -> None:
    rijen = [["Naam", "Aanbieder", "Intern"], ["Koken", "Wij", "ruzie"], ["Oud", "Wij", ""]]
    bestand = maak_blad(tmp_path / "a.xlsx", rijen)
    boek = load_workbook(bestand)
    blad = boek["Aanbod"]
    blad.row_dimensions[3].hidden = blad.column_dimensions["C"].hidden = True
    blad["A2"].comment = Comment("tot mei", "jan")
    archief = boek.create_sheet("Archief")
    archief.append(["Naam", "Aanbieder"])
    archief.sheet_state = "hidden"
    boek.save(bestand)
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert [regel.partition("let op: ")[2] for regel in gelezen.stderr.splitlines() if "let op" in regel] == [
        "blad Aanbod: verborgen, dus niet gelezen: rij 3, kolom C; maak zichtbaar wat wel mee moet",
        "blad Aanbod: een notitie bij een cel doet niet mee; zet in een kolom wat mee moet: A2",
        "blad Archief is verborgen en doet niet mee; maak het zichtbaar als dat wel moet",
    ]
    assert "aandachtspunten" not in lees_bestand(tmp_path / "r", "koken")
    assert not (tmp_path / "r" / "interventies" / "oud.yaml").exists()


def test_een_totaal_een_tussenkop_en_een_voetnoot_zijn_geen_aanbod(lpi: Lpi, tmp_path: Path) -> None:
    gezegd = lees_rijen(
        lpi,
        tmp_path,
        ["Naam", "Prijs per groep"],
        ["KINDEREN"],
        ["Yoga", 9],
        ["Totaal", 9],
        ["* gratis voor buren"],
    )
    assert [regel.partition(": ")[2].partition(";")[0] for regel in gezegd] == [
        "alleen A2 is gevuld, als bij een tussenkop",
        "telt op",
        "alleen A5 is gevuld, als bij een tussenkop",
    ]
    assert [b.stem for b in (tmp_path / "r" / "interventies").iterdir()] == ["yoga"]


def test_idem_is_wat_erboven_staat_en_nvt_blijft_een_opmerking(lpi: Lpi, tmp_path: Path) -> None:
    gezegd = lees_rijen(
        lpi,
        tmp_path,
        ["Naam", "Aanbieder", "Talen", "Tolk", "Prijs per groep"],
        ["Een", "Stichting", "Arabisch", "zie boven", 9],
        ["Twee", "idem", '"', "n.v.t.", "n.v.t."],
    )
    assert gezegd == []
    twee = lees_bestand(tmp_path / "r", "twee")
    assert (twee["organisatie"], twee["talen"], twee["tolk"]) == ("Stichting", ["ar"], "n.v.t.")
    assert ("kosten" in twee, twee["aandachtspunten"]) == (False, ["Prijs per groep: n.v.t."])


@pytest.mark.parametrize(
    ("kop", "waarde", "veld"),
    [
        ("Kosten materiaal", 250, "kosten"),
        ("Prijs vanaf (per groep)", 250, "kosten"),
        ("Prijs van", 250, "kosten"),
        ("Aantal plaatsen", 250, "regio"),
        ("Bijdrage deelnemers", 250, "doelgroep"),
        ("Aantal deelnemers per jaar", 250, "groepsgrootte"),
        ("Leeftijd in maanden", "6-18", "leeftijd"),
        ("Leeftijd kinderen", "4-12", "leeftijd"),
        ("Totale duur", "12 uur", "bijeenkomsten"),
        ("Bijeenkomsten per week", 2, "bijeenkomsten"),
    ],
)
def test_een_kop_die_iets_anders_zegt_is_geen_ander_getal(
    lpi: Lpi, tmp_path: Path, kop: str, waarde: Any, veld: str
) -> None:
    assert lees_rijen(lpi, tmp_path, ["Naam", "Aanbieder", kop], ["Yoga", "Wij", waarde]) == []
    yoga = lees_bestand(tmp_path / "r", "yoga")
    assert veld not in (*yoga, *yoga["varianten"][0])
    assert yoga["aandachtspunten"] == [f"{kop}: {waarde}"]


def test_wat_al_in_de_catalogus_staat_wordt_aangevuld_en_niet_vervangen(lpi: Lpi, tmp_path: Path) -> None:
    rijen = [["Naam", "Leeftijd", "Plaats", "Prijs per groep"], ["MindFit", "18+", "Enschede", "€ 5.000"]]
    maak_blad(tmp_path / "a.xlsx", rijen)
    lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    gegevens = lees_bestand(tmp_path / "r", "mindfit-eigen")
    assert gegevens["vult_aan"] == "mindfit"
    assert gegevens["regio"] == {"plaatsen": ["Enschede"]}
    assert gegevens["aandachtspunten"] == ["Leeftijd: 18+"]
    assert lpi("catalogus", "controleer", "r", map_=tmp_path).status == 0
    kaart = lpi("toon", "mindfit", "--catalogus", "r", map_=tmp_path).stdout
    assert "€ 5.000" in kaart
    assert "€ 6.805" in kaart


def test_een_prijs_van_een_variant_uit_de_catalogus_blijft_van_die_variant(lpi: Lpi, tmp_path: Path) -> None:
    gezegd = lees_rijen(
        lpi,
        tmp_path,
        ["Naam", "Variant", "Prijs per groep", "Prijs per locatie", "Talen"],
        ["Mind-Spring", "Junior", 4000, None, "Arabisch"],
        ["Mind-Spring", None, None, 900, None],
        ["Mind-Spring", "Opa's", 1, None, None],
    )
    assert [regel.partition(": ")[2] for regel in gezegd] == [
        "Mind-Spring staat al in de catalogus; dit vult het aan",
        '"Opa\'s" is geen variant in de catalogus; kies uit volwassenen, junior, 13-plus, opvoedondersteuning; bewaard als opmerking',
    ]
    gegevens = lees_bestand(tmp_path / "r", "mind-spring-eigen")
    assert [(post.get("variant"), post["eenheid"]) for post in gegevens["kosten"]] == [
        ("junior", "groep"),
        (None, "locatie"),
    ]
    assert "talen" not in gegevens
    assert gegevens["aandachtspunten"] == [
        "Talen: Arabisch", "Variant: Opa's", "Prijs per groep: 1"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("leeftijd", "variant"),
    [("18+", "volwassenen"), ("ouders", "opvoedondersteuning"), ("8-18", None), ("heel jong", None)],
)
def test_een_prijs_gaat_niet_verder_dan_de_leeftijd_in_zijn_rij(
    lpi: Lpi, tmp_path: Path, leeftijd: str, variant: str | None
) -> None:
    rijen = [["Naam", "Leeftijd", "Prijs per groep"], ["Mind-Spring", leeftijd, 11000]]
    gezegd = lees_rijen(lpi, tmp_path, *rijen)
    gegevens = lees_bestand(tmp_path / "r", "mind-spring-eigen")
    kosten = gegevens.get("kosten", [])
    assert [post["variant"] for post in kosten] == ([variant] if variant else [])
    bewaard = "Prijs per groep: 11000" in gegevens["aandachtspunten"]
    gevraagd = any("zeg het in een kolom Variant: volwassenen, junior" in regel for regel in gezegd)
    assert (bewaard, gevraagd) == (variant is None, variant is None)
    kinderen = lpi("kosten", "mind-spring", "--leeftijd", "8-12", "--deelnemers", "20", "--catalogus", "r", map_=tmp_path)  # fmt: skip
    assert "22.000" not in kinderen.stdout


def test_rijen_met_een_naam_en_een_variant_zijn_samen_een_aanbod(lpi: Lpi, tmp_path: Path) -> None:
    koppen = ["Naam", "Variant", "Leeftijd", "Prijs per groep", "Talen"]
    rijen = [
        ["Praat", "Kids", "8-12", 100, "Arabisch"],
        ["Praat", "Groot", "18+", 200, "Tigrinya"],
        ["Praat", "", "4-6"],
    ]
    maak_blad(tmp_path / "a.xlsx", [koppen, *rijen])
    gelezen = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    praat = lees_bestand(tmp_path / "r", "praat")
    assert [variant["id"] for variant in praat["varianten"]] == ["kids", "groot"]
    assert [post["variant"] for post in praat["kosten"]] == ["kids", "groot"]
    assert praat["varianten"][1]["talen"] == ["ti"]
    assert (
        "Aanbod!A4: Praat staat ook op Aanbod, rij 2; nu zijn het er 2. Typ hier een andere naam, zoals Praat 2"
        in gelezen.stderr
    )
    assert lees_bestand(tmp_path / "r", "praat-2")["varianten"][0]["leeftijd"] == {"van": 4, "tot": 6}
    assert lpi("catalogus", "controleer", "r", map_=tmp_path).status == 0


def test_wat_een_rij_van_een_variant_zegt_geldt_niet_voor_de_andere(lpi: Lpi, tmp_path: Path) -> None:
    """A group of men for whom the file says women, and in the place of the other: nobody finds it as it is."""
    gezegd = lees_rijen(
        lpi,
        tmp_path,
        ["Naam", "Variant", "Aanbieder", "Doelgroep", "Regio", "Waar", "Aanpak"],
        ["Praat", "vrouwen", "Welzijn A", "Vrouwen", "Almelo", None, None],
        ["Praat", "mannen", "Welzijn B", "Mannen", "Hengelo", "azc", "Praten."],
    )
    praat = lees_bestand(tmp_path / "r", "praat")
    assert [variant["kenmerken"] for variant in praat["varianten"]] == [["vrouw"], ["man"]]
    assert [variant.get("setting") for variant in praat["varianten"]] == [None, ["azc"]]
    assert not praat.keys() & {"doelgroep", "regio", "setting"}
    assert (praat["organisatie"], praat["aanpak"]) == ("Welzijn A", "Praten.")
    assert praat["aandachtspunten"] == [
        "Doelgroep (vrouwen): Vrouwen",
        "Regio (vrouwen): Almelo",
        "Aanbieder (mannen): Welzijn B",
        "Doelgroep (mannen): Mannen",
        "Regio (mannen): Hengelo",
    ]
    cellen = ["C3", "D2", "D3", "E2", "E3"]
    assert [regel.partition("!")[2].partition(":")[0] for regel in gezegd] == cellen
    vraag = ("zoek", "praat", "--doelgroep", "vrouwen", "--catalogus", "r", "--formaat", "json")
    treffers = {een["id"]: een["varianten"] for een in lpi(*vraag, map_=tmp_path).json["treffers"]}
    assert treffers["praat"] == ["vrouwen"]


def test_van_een_aanvulling_op_meer_rijen_gaat_niets_verloren(lpi: Lpi, tmp_path: Path) -> None:
    gezegd = lees_rijen(
        lpi,
        tmp_path,
        ["Naam", "Regio", "Waar", "Talen", "Prijs per groep"],
        ["MindFit", "Almelo", "azc", "Arabisch", 5000],
        ["MindFit", "Hengelo, Overijssel", "buurt", "Tigrinya", 6000],
    )
    gegevens = lees_bestand(tmp_path / "r", "mindfit-eigen")
    assert gegevens["regio"] == {"plaatsen": ["Almelo", "Hengelo"]}
    assert (gegevens["setting"], gegevens["talen"]) == (["azc", "buurt"], ["ar", "ti"])
    assert [post["plaatsen"] for post in gegevens["kosten"]] == [["Almelo"], ["Hengelo"]]
    assert "Regio: Hengelo, Overijssel" in gegevens["aandachtspunten"]
    assert any("B3: 'Hengelo, Overijssel' kan een aanvulling niet zeggen" in regel for regel in gezegd)


def test_een_bron_komt_terug_zoals_zij_was(lpi: Lpi, tmp_path: Path) -> None:
    lees_rijen(lpi, tmp_path, ["Naam", "Aanbieder"], ["Praatgroep", "Wij"])
    bron = {
        "titel": "Sociale kaart", "uitgever": "GGD Twente", "gelezen": "2026-05-01", "kort": "de kaart",
        "jaar": 2026, "datum": "mei 2026", "url": "https://kaart.example", "omschrijving": "Wat er in Twente is.",
    }  # fmt: skip
    (tmp_path / "r/bronnen.yaml").write_text(yaml.safe_dump({"a": bron}, allow_unicode=True))
    lpi("catalogus", "exporteer", "r", "--als", "blad", "--uit", "terug.xlsx", map_=tmp_path)
    assert lpi("catalogus", "lees", "terug.xlsx", "r2", map_=tmp_path).status == 0
    assert yaml.safe_load((tmp_path / "r2/bronnen.yaml").read_text()) == {"a": bron}


def test_wie_een_aanvulling_aanbiedt_komt_mee_en_terug(lpi: Lpi, tmp_path: Path) -> None:
    """The national provider has the name of its organisation; that of a region is a contact."""
    rijen = [["MindFit", "GGD Twente", None], ["Mosaic", "Stichting Oost", "oost@example.org"]]
    lees_rijen(lpi, tmp_path, ["Naam", "Aanbieder", "E-mail"], *rijen)
    assert lees_bestand(tmp_path / "r", "mindfit-eigen")["contact"] == [{"organisatie": "GGD Twente"}]
    eerst = inhoud(tmp_path / "r/interventies")
    gemaakt = lpi("catalogus", "exporteer", "r", "--als", "blad", "--uit", "t.xlsx", map_=tmp_path)
    assert "Dit staat niet" not in gemaakt.stderr
    lpi("catalogus", "lees", "t.xlsx", "r2", map_=tmp_path)
    assert inhoud(tmp_path / "r2/interventies") == eerst


# --- headings -------------------------------------------------------------------------


def test_met_kolom_zegt_men_wat_een_kop_is(lpi: Lpi, tmp_path: Path) -> None:
    maak_blad(tmp_path / "a.xlsx", [["Wat", "Door", "Prijs"], ["Praatgroep", "Wij", "€ 10"]])
    zonder = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert (zonder.status, len(zonder.stderr.splitlines())) == (2, 1)
    assert 'rij 1 staan: Wat, Door. Zeg welke de naam is, zoals: --kolom "Wat=naam"' in zonder.stderr
    opties = ("--kolom", "Wat=naam", "--kolom", "door=organisatie", "--kolom", "Prijs=bedrag/deelnemer")
    assert lpi("catalogus", "lees", "a.xlsx", "r", *opties, map_=tmp_path).status == 0
    gegevens = lees_bestand(tmp_path / "r", "praatgroep")
    assert gegevens["organisatie"] == "Wij"
    assert gegevens["kosten"][0]["eenheid"] == "deelnemer"


@pytest.mark.parametrize(
    ("kolom", "zegt"),
    [
        ("Prijs", "schrijf kop=kolom"),
        ("=naam", "schrijf kop=kolom"),
        ("Prijs=bedrog", "Bedoelt u 'bedrag'?"),
        ("Prijs=bedrag/groepje", "Bedoelt u 'groep'?"),
    ],
)
@pytest.mark.usefixtures("regio")
def test_een_kolom_die_niet_kan_is_een_regel(lpi: Lpi, tmp_path: Path, kolom: str, zegt: str) -> None:
    uitkomst = lpi("catalogus", "lees", "aanbod-regio.xlsx", "r", "--kolom", kolom, map_=tmp_path)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert zegt in uitkomst.stderr
    assert not (tmp_path / "r").exists()


def test_op_een_terminal_keurt_men_de_koppen_goed_en_zegt_men_waarvoor_een_prijs_is(tmp_path: Path) -> None:
    maak_blad(tmp_path / "a.xlsx", [["Activiteit", "Kosten"], ["Praatgroep", "€ 10"]])
    scherm = Terminal("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    scherm.wacht_op("Activiteit: Naam", "Waarvoor is de prijs in kolom Kosten?")
    scherm.typ("2", ENTER)
    scherm.wacht_op("Klopt dit?")
    scherm.typ(ENTER)
    scherm.wacht_op("Gelezen: 1 nieuw")
    assert scherm.einde() == 0
    assert lees_bestand(tmp_path / "r", "praatgroep")["kosten"][0]["eenheid"] == "deelnemer"


def test_op_een_terminal_zegt_men_welke_kop_de_naam_is(tmp_path: Path) -> None:
    maak_blad(tmp_path / "a.xlsx", [["Nr", "Wat", "Prijs"], [1, "Praatgroep", "€ 10 per groep"]])
    scherm = Terminal("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    scherm.wacht_op("Welke kop is de naam van het aanbod?", "1. Wat")
    scherm.typ(ENTER)
    scherm.wacht_op("Klopt dit?")  # each price says what it is for
    scherm.typ(ENTER)
    assert scherm.einde() == 0
    assert lees_bestand(tmp_path / "r", "praatgroep")["aandachtspunten"] == ["Nr: 1"]


def test_wie_de_koppen_afkeurt_schrijft_niets(tmp_path: Path) -> None:
    maak_blad(tmp_path / "a.xlsx", [["Activiteit", "Aanbieder"], ["Praatgroep", "Wij"]])
    scherm = Terminal("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    scherm.wacht_op("Klopt dit?")
    scherm.typ("2", ENTER)
    scherm.wacht_op("Zeg het met --kolom")
    assert scherm.einde() != 0
    assert not (tmp_path / "r").exists()


# --- again, and back ------------------------------------------------------------------


def test_met_proef_ziet_men_wat_er_zou_gebeuren(lpi: Lpi, regio: Path, tmp_path: Path) -> None:
    proef = lpi("catalogus", "lees", str(regio), "r", "--proef", map_=tmp_path)
    assert proef.stderr.splitlines()[-1] == "Zou worden gelezen: 3 nieuw, 0 bijgewerkt, 0 gelijk gebleven."
    assert not (tmp_path / "r").exists()


def test_opnieuw_lezen_vernieuwt_wat_uit_het_blad_kwam_en_laat_eigen_werk_staan(
    lpi: Lpi, regio: Path, tmp_path: Path
) -> None:
    map_ = tmp_path / "r"

    def lees() -> Uitkomst:
        return lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)

    lees()
    eerst = inhoud(map_)
    assert "0 nieuw, 0 bijgewerkt, 3 gelijk gebleven" in lees().stderr
    assert inhoud(map_) == eerst
    bestand = map_ / "interventies" / "sport-en-rust.yaml"
    eigen = bestand.read_text().replace("setting: [isk]", "# ook op school\nsetting: [isk, school]")
    bestand.write_text(eigen + "samenvatting: Sporten en praten.\n")
    rijen = [list(rij) for rij in REGIO]
    rijen[3][3], rijen[3][7], rijen[2][6] = "€ 950", "buurt", 7
    maak_blad(regio, [*rijen[:1], *rijen[2:], ["Nieuwe groep", "Wij"]])
    opnieuw = lees()
    assert "Gelezen: 1 nieuw, 2 bijgewerkt, 0 gelijk gebleven." in opnieuw.stderr
    assert (
        f"{Path('r', 'interventies', 'sport-en-rust.yaml')}: let op: setting met de hand veranderd"
        in opnieuw.stderr
    )
    assert "wandelgroep-noord.yaml: let op: staat niet meer in het werkblad" in opnieuw.stderr
    gegevens = lees_bestand(map_, "sport-en-rust")
    assert gegevens["kosten"][0]["bedrag"] == {"van": 950, "tot": 950}
    assert (gegevens["setting"], gegevens["samenvatting"]) == (["isk", "school"], "Sporten en praten.")
    assert "# ook op school\n" in bestand.read_text()
    assert lees_bestand(map_, "praatgroep-moeders")["varianten"][0]["bijeenkomsten"] == {"aantal": 7}
    assert (map_ / "interventies" / "wandelgroep-noord.yaml").exists()
    assert lpi("catalogus", "controleer", "r", map_=tmp_path).status == 0


def test_wat_uit_een_ander_blad_kwam_wordt_genoemd(lpi: Lpi, regio: Path, tmp_path: Path) -> None:
    """A newer sheet under another name, or another offer that has the same name: nobody but the reader knows."""
    lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)
    maak_blad(tmp_path / "b.xlsx", [["Naam", "Leeftijd"], ["Sport en rust", "55+"], ["Koken", "18+"]])
    for opties in (("--proef",), ()):
        gelezen = lpi("catalogus", "lees", "b.xlsx", "r", *opties, map_=tmp_path)
        assert "uit een ander werkblad, en nu zoals in dit: sport-en-rust. Is het" in gelezen.stderr
    assert "ander werkblad" not in lpi("catalogus", "lees", "b.xlsx", "r", map_=tmp_path).stderr


def test_een_bestand_dat_niet_uit_een_blad_kwam_wordt_niet_overschreven(
    lpi: Lpi, regio: Path, tmp_path: Path
) -> None:
    lpi("catalogus", "nieuw", "r", "--naam", "Sport en rust", map_=tmp_path)
    bestand = tmp_path / "r" / "interventies" / "sport-en-rust.yaml"
    eerst = bestand.read_text()
    gelezen = lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)
    assert "sport-en-rust.yaml: let op: met de hand gemaakt of weggehaald; blijft zo" in gelezen.stderr
    assert bestand.read_text() == eerst
    assert "2 nieuw" in gelezen.stderr


@pytest.mark.parametrize("kapot", ["geen json", "[]", '{"sport-en-rust": 1}', "[" * 100_000])
def test_een_kapot_geheugen_kost_geen_eigen_werk(lpi: Lpi, regio: Path, tmp_path: Path, kapot: str) -> None:
    lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)
    eerst = inhoud(tmp_path / "r" / "interventies")
    (tmp_path / "r" / GELEZEN).write_text(kapot)
    gelezen = lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)
    assert gelezen.stderr.count("blijft zo") == 3
    assert inhoud(tmp_path / "r" / "interventies") == eerst


@pytest.fixture
def vreemd(tmp_path: Path) -> Path:
    """A sheet with what people write otherwise, and lpi still reads."""
    rijen = [
        ["Naam", "Aanbieder", "Prijs 2025 (excl. btw)", "Status", "Duur", "Regio", "Leeftijd"],
        ["Kring", "Wij", 900, "gestopt per 1-3-2026", "6 x 1½ uur", "Almelo e.o.", "kinderen 4-12 jr"],
        ["Tuin", "idem", "€ 12,50 p.p.", "loopt", "90 min.", "heel Overijssel", "<18"],
    ]
    for rij, tijd in zip(rijen, ("Dag\nen tijd", "ma 10 uur\ndi 11 uur", None), strict=True):
        rij.append(tijd)
    return maak_blad(tmp_path / "vreemd.xlsx", rijen)


@pytest.fixture
def prijzen(tmp_path: Path) -> Path:
    """More prices in a row, one with cents as a number, and one of a variant that is in the catalogue."""
    rijen = [
        ["Naam", "Leeftijd", "Kosten", "Prijs per deelnemer", "Prijs per groep"],
        ["Kring", "18+", 900, 125.5, None],
        ["Mind-Spring", "18+", None, None, 11000],
    ]
    return maak_blad(tmp_path / "prijzen.xlsx", rijen)


@pytest.mark.parametrize("maak", ["regio", "eigen_makelij", "vreemd", "prijzen"])
def test_van_blad_naar_bestanden_naar_blad_geeft_dezelfde_bestanden(
    lpi: Lpi, tmp_path: Path, maak: str, request: pytest.FixtureRequest
) -> None:
    lpi("catalogus", "lees", str(request.getfixturevalue(maak)), "een", map_=tmp_path)
    opdracht = ("catalogus", "exporteer", "een", "--als", "blad", "--uit", "weer.xlsx")
    gemaakt = lpi(*opdracht, map_=tmp_path)
    assert (gemaakt.status, gemaakt.stderr.splitlines()[-1], "Past niet" in gemaakt.stderr) == (
        0,
        "Bewaard: weer.xlsx",
        False,
    )
    lpi("catalogus", "lees", "weer.xlsx", "twee", map_=tmp_path)
    assert inhoud(tmp_path / "twee") == inhoud(tmp_path / "een")


def test_wat_niet_in_een_blad_past_wordt_genoemd(lpi: Lpi, regio: Path, tmp_path: Path) -> None:
    lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)
    bestand = tmp_path / "r" / "interventies" / "sport-en-rust.yaml"
    bestand.write_text(bestand.read_text() + "werkzame_elementen: [sport]\n")
    gemaakt = lpi("catalogus", "exporteer", "r", "--als", "blad", "--uit", "a.xlsx", map_=tmp_path)
    assert "  sport-en-rust: werkzame_elementen" in gemaakt.stderr.splitlines()


def test_van_de_meegeleverde_catalogus_verdwijnt_niets_in_stilte(lpi: Lpi, tmp_path: Path) -> None:
    gemaakt = lpi("catalogus", "exporteer", "--als", "blad", "--uit", "a.xlsx", map_=tmp_path)
    assert gemaakt.status == 0
    regels = gemaakt.stderr.splitlines()
    assert regels[0] == "Dit staat niet, of anders, in het werkblad (ook op blad Past niet):"
    assert regels[-2].startswith("  en nog ")
    boek = load_workbook(tmp_path / "a.xlsx")
    past_niet = {(rij[0].value, rij[1].value) for rij in boek["Past niet"].iter_rows(min_row=2)}
    assert {("mindfit", "bewijs"), ("mindfit", "overdraagbaarheid"), ("bamboo", "publicaties")} <= past_niet
    assert ("mindfit", "organisatie") not in past_niet
    assert ("mindfit", "naam") not in past_niet
    weer = lpi("catalogus", "lees", "a.xlsx", "r", "--proef", map_=tmp_path)
    assert "Past niet" not in weer.stderr


WOORDEN = st.sampled_from(["groep", "praten", "Samen sterk", "één & twee", "x"])
GEGEVENS = st.fixed_dictionaries(
    {},
    optional={
        "samenvatting": WOORDEN,
        "leeftijd": st.tuples(st.integers(0, 60), st.none() | st.integers(61, 99)),
        "aantal": st.tuples(st.integers(1, 20), st.integers(0, 5)),
        "grootte": st.tuples(st.none() | st.integers(1, 8), st.none() | st.integers(9, 20)),
        "duur": st.tuples(st.sampled_from(["0.5", "1", "1.25"]), st.sampled_from(["1.5", "2"])),
        "talen": st.lists(st.sampled_from(["ar", "ti", "uk", "prs"]), min_size=1, unique=True),
        "setting": st.lists(st.sampled_from(["azc", "opvang-oekraine", "isk"]), min_size=1, unique=True),
        "bedrag": st.tuples(st.integers(0, 999_999), st.integers(0, 10_000)),
        "opmerkingen": st.lists(WOORDEN, min_size=1, unique=True),
    },
)


@given(GEGEVENS)
def test_wat_een_blad_zegt_leest_men_zo_terug(catalogus: Catalogus, velden: dict[str, Any]) -> None:
    from decimal import Decimal

    variant: dict[str, Any] = {"id": "standaard", "naam": "Praatgroep"}
    if "leeftijd" in velden:
        variant["leeftijd"] = dict(zip(("van", "tot"), velden["leeftijd"], strict=True))
    if "aantal" in velden:
        aantal, meer = velden["aantal"]
        variant["bijeenkomsten"] = {"aantal": aantal} | ({"aantal_tot": aantal + meer} if meer else {})
    if "duur" in velden:
        duur = dict(zip(("van", "tot"), map(Decimal, velden["duur"]), strict=True))
        variant.setdefault("bijeenkomsten", {})["duur_uren"] = duur
    if any(velden.get("grootte", ())):
        variant["groepsgrootte"] = {n: g for n, g in zip(("min", "max"), velden["grootte"], strict=True) if g}
    een: dict[str, Any] = {"id": "praatgroep", "naam": "Praatgroep", "soort": "interventie"}
    een |= {veld: velden[veld] for veld in ("samenvatting",) if veld in velden}
    een["varianten"] = [variant | {"plaats": "blad 2", "bron": "gids-2025"}]
    een |= {veld: velden[veld] for veld in ("setting", "talen") if veld in velden}
    if "bedrag" in velden:
        centen, meer = velden["bedrag"]
        bedrag = {"van": Decimal(centen + 1) / 100, "tot": Decimal(centen + 1 + meer) / 100}
        een["kosten"] = [{"soort": "uitvoering", "eenheid": "groep", "bedrag": bedrag, "bron": "gids-2025"}]
    if "opmerkingen" in velden:
        een["aandachtspunten"] = velden["opmerkingen"]
    een["bronnen"] = [{"bron": "gids-2025", "plaats": "blad 2"}]
    assert wat_niet_past([een], catalogus) == {}


def test_het_lege_werkblad_leest_men_na_invullen(lpi: Lpi, tmp_path: Path) -> None:
    gemaakt = lpi("catalogus", "sjabloon", "--uit", "aanbod.xlsx", map_=tmp_path)
    assert gemaakt.status == 0
    assert gemaakt.stderr.endswith("lees het daarna met: lpi catalogus lees aanbod.xlsx mijn-regio\n")
    leeg = lpi("catalogus", "lees", "aanbod.xlsx", "r", map_=tmp_path)
    assert leeg.status == 2
    assert leeg.stderr.splitlines()[-1].startswith("Fout: In aanbod.xlsx staat nog geen aanbod")
    boek = load_workbook(tmp_path / "aanbod.xlsx")
    assert tuple(boek.sheetnames) == ("Aanbod", *EIGEN_BLADEN[:-2])
    blad, voorbeeld = boek["Aanbod"], boek["Voorbeeld"]
    koppen = [cel.value for cel in blad[1]]
    assert len(koppen) == len(Kolom)
    assert len(blad.data_validations.dataValidation) == 7
    for kop, cel in zip(voorbeeld[1], voorbeeld[2], strict=True):
        if kop.value in koppen and kop.value != "Naam":
            blad.cell(2, koppen.index(kop.value) + 1, cel.value)
    blad["A2"] = "Onze groep"
    boek.save(tmp_path / "aanbod.xlsx")
    gelezen = lpi("catalogus", "lees", "aanbod.xlsx", "r", map_=tmp_path)
    assert (gelezen.status, "let op" in gelezen.stderr) == (0, False)
    assert lees_bestand(tmp_path / "r", "onze-groep")["talen"] == ["ar"]


# --- csv ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bytes_",
    [
        'Naam;Prijs per groep;Talen\nPraatgroep;"€ 1.250,50";"Arabisch, Oekraïens"\n'.encode("cp1252"),
        '﻿Naam;Prijs per groep;Talen\r\nPraatgroep;1250,50;"Arabisch, Oekraïens"\r\n'.encode(),
        'Naam,Prijs per groep,Talen\nPraatgroep,1250.50,"Arabisch, Oekraïens"\n'.encode(),
        'sep=,\nNaam,Prijs per groep,Talen\nPraatgroep,"1,250.50","Arabisch, Oekraïens"\n'.encode(),
        "Naam\tPrijs per groep\tTalen\nPraatgroep\t1.250,50\tArabisch, Oekraïens\n".encode("utf-16"),
    ],
    ids=["windows", "excel", "engels", "sep", "unicode"],
)
def test_csv_met_nederlandse_en_engelse_gewoonten(lpi: Lpi, tmp_path: Path, bytes_: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(bytes_)
    gelezen = lpi("catalogus", "lees", "a.csv", "r", map_=tmp_path)
    assert (gelezen.status, "let op" in gelezen.stderr) == (0, False)
    gegevens = lees_bestand(tmp_path / "r", "praatgroep")
    assert gegevens["talen"] == ["ar", "uk"]
    assert gegevens["kosten"][0]["bedrag"] == {"van": 1250.5, "tot": 1250.5}


# --- sheets of others -----------------------------------------------------------------


def verander(bestand: Path, deel: str, maak: Callable[[bytes], bytes], **extra: bytes) -> None:
    """Rewrite one part of a workbook, and add parts."""
    met = BytesIO()
    with zipfile.ZipFile(bestand) as oud, zipfile.ZipFile(met, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            tekst = oud.read(naam)
            nieuw.writestr(naam, maak(tekst) if naam.endswith(deel) else tekst)
        for naam, tekst in extra.items():
            nieuw.writestr(f"xl/{naam}", tekst)
    bestand.write_bytes(met.getvalue())


def _entiteiten(tekst: bytes) -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>' + tekst


def _samengevoegd(bereik: str) -> Callable[[bytes], bytes]:
    deel = f'</sheetData><mergeCells count="1"><mergeCell {bereik}/></mergeCells>'.encode()
    return lambda tekst: tekst.replace(b"</sheetData>", deel)


def _ver(tekst: bytes) -> bytes:
    return tekst.replace(b'r="A4"', b'r="XFD4"')


CELLEN = b'<c r="A9"/>' * (MEESTE_CELLEN + 1)


@pytest.mark.parametrize(
    ("maak", "extra", "zegt"),
    [
        (_entiteiten, {}, "bevat iets dat niet in een werkblad hoort"),
        (_samengevoegd('ref="A2:XFD1048576"'), {}, f"heeft meer dan {MEESTE_CELLEN} cellen"),
        (_samengevoegd("ref='A2:XFD1048576'"), {}, f"heeft meer dan {MEESTE_CELLEN} cellen"),
        (_samengevoegd('ref="&#65;2:XFD1048576"'), {}, f"heeft meer dan {MEESTE_CELLEN} cellen"),
        (
            lambda t: t.replace(b"</sheetData>", CELLEN + b"</sheetData>"),
            {},
            f"heeft meer dan {MEESTE_CELLEN} cellen",
        ),
        (_ver, {}, f"meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen"),
        (bytes, {"media/bom.bin": bytes(50_000_000)}, "is uitgepakt te groot"),
        (lambda t: t[: len(t) // 2], {}, "is geen Excel-bestand dat te lezen is"),
        (lambda t: b"\xff\xfe" + t, {}, "bevat iets dat niet in een werkblad hoort"),
    ],
    ids=["entiteiten", "samen", "samen-enkel", "samen-verhuld", "cellen", "ver", "bom", "half", "utf-16"],
)
def test_een_blad_dat_te_veel_vraagt_is_een_regel(
    lpi: Lpi, regio: Path, tmp_path: Path, maak: Callable[[bytes], bytes], extra: dict[str, bytes], zegt: str
) -> None:
    verander(regio, "sheet1.xml", maak, **extra)
    uitkomst = lpi("catalogus", "lees", str(regio), "r", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout, len(uitkomst.stderr.splitlines())) == (1, "", 1)
    assert zegt in uitkomst.stderr
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize(
    ("naam", "tekst", "zegt"),
    [
        ("a.xlsx", b"geen zip", "is geen Excel-bestand dat te lezen is"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0rest", "heeft een wachtwoord, of is een oud Excel-bestand"),
        ("a.xls", b"", "is een oud Excel-bestand; dat leest lpi niet"),
        ("a.ods", b"", "is een bestand van LibreOffice; dat leest lpi niet"),
        ("a.pdf", b"", "is geen werkblad; geef een bestand dat eindigt op .xlsx of .csv"),
        ("a.csv", b'Naam,x\n"' + b"x" * 200_000, "is geen CSV dat te lezen is"),
        ("a.xlsx", None, "bestaat niet"),
    ],
)
def test_wat_geen_blad_is_krijgt_een_regel(
    lpi: Lpi, tmp_path: Path, naam: str, tekst: bytes | None, zegt: str
) -> None:
    if tekst is not None:
        (tmp_path / naam).write_bytes(tekst)
    uitkomst = lpi("catalogus", "lees", naam, "r", map_=tmp_path)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (1, 1)
    assert zegt in uitkomst.stderr


def test_formules_koppelingen_en_macros_doen_niets_en_worden_genoemd(lpi: Lpi, tmp_path: Path) -> None:
    bestand = maak_blad(
        tmp_path / "a.xlsx", [["Naam", "Aanbieder", "Website"], ["Praat", "=cmd|' /C calc'!A0", "hier"]]
    )
    boek = load_workbook(bestand)
    boek["Aanbod"]["C2"].hyperlink = "https://example.org/praat"
    boek.save(bestand)
    verander(bestand, "-", bytes, **{"vbaProject.bin": b"x", "externalLinks/externalLink1.xml": b"<x/>"})
    regels = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path).stderr.splitlines()
    assert [regel.removeprefix("a.xlsx: let op: ") for regel in regels if "let op" in regel] == [
        "er zitten macro's in; die doen niet mee",
        "er zijn koppelingen met andere bestanden; die worden niet gevolgd",
        "blad Aanbod: lpi rekent niet; van een formule telt de bewaarde uitkomst; zonder uitkomst, dus leeg: B2",
    ]
    praat = lees_bestand(tmp_path / "r", "praat")
    assert "organisatie" not in praat
    assert praat["contact"][0]["website"] == ["https://example.org/praat"]


def test_wat_een_catalogus_niet_neemt_wordt_per_rij_genoemd_en_neemt_de_rest_niet_mee(
    lpi: Lpi, tmp_path: Path
) -> None:
    maak_blad(tmp_path / "a.xlsx", [["Naam", "Aanbieder"], ["Praat ★", "Wij"], ["Loop", "Wij"]])
    uitkomst = lpi("catalogus", "lees", "a.xlsx", "r", map_=tmp_path)
    assert uitkomst.status == 1
    assert "a.xlsx: Aanbod!A2: ★ lijkt op een teken van lpi zelf" in uitkomst.stderr
    assert [b.name for b in (tmp_path / "r" / "interventies").iterdir()] == ["loop.yaml"]


def test_een_cel_heet_zoals_in_een_werkblad() -> None:
    assert [celnaam(3, nr) for nr in (1, 26, 27, 52, 703)] == ["A3", "Z3", "AA3", "AZ3", "AAA3"]


def test_wat_is_gelezen_kent_controleer(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    maak_blad(tmp_path / "r" / "aanbod.xlsx", REGIO)
    lpi("catalogus", "lees", "r/aanbod.xlsx", "r", map_=tmp_path)
    assert set(json.loads((tmp_path / "r" / GELEZEN).read_text())) == {
        "wandelgroep-noord",
        "praatgroep-moeders",
        "sport-en-rust",
    }
    assert "doet niet mee" not in lpi("catalogus", "controleer", "r", map_=tmp_path).stdout


@pytest.mark.parametrize(
    "tekst", [" " * 60_000 + "x" + " " * 60_000 + "y", "en " * 40_000, "1" * 120_000, "a@" * 50_000]
)
def test_een_lange_cel_kost_weinig_en_doet_niet_mee(lpi: Lpi, tmp_path: Path, tekst: str) -> None:
    koppen = "Naam;Talen;E-mail;Prijs per groep;Leeftijd;Regio;Iets"
    (tmp_path / "a.csv").write_text(f"{koppen}\nPraat;{';'.join([tekst] * 6)}\n")
    uitkomst = lpi("catalogus", "lees", "a.csv", "r", map_=tmp_path)
    assert uitkomst.status == 0
    assert all(len(regel) < 400 for regel in uitkomst.stderr.splitlines())
    assert lpi("catalogus", "controleer", "r", map_=tmp_path).status == 0
