"""``lpi catalogus``: someone with only a text editor can add an intervention, break it and mend it."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.model import NOG_INVULLEN, Kostenpost, Status, Voor
from lpi_cli.catalogus.nieuw import NieuweBron
from lpi_cli.catalogus.waarschuwingen import waarschuwingen
from lpi_cli.weergave.feiten import veld_in_woorden
from lpi_cli.weergave.interventiesjabloon import NieuwAanbod, bronregels, interventiebestand
from tests.conftest import CHECKOUT, Lpi
from tests.terminal import CTRL_C, ENTER, TERUG, Terminal
from tests.test_eigen_catalogus import BRON, eigen_interventie, schrijf_catalogus

ANTWOORDEN = (
    ("Hoe heet de interventie?", "Praatgroep Almelo"),
    ("Welke organisatie", "Stichting Samen"),
    ("Wat is het, in een of twee zinnen?", "Zes avonden praten met elkaar."),
    ("Voor wie is het?", 'Statushouders: "iedereen" # ook u'),
    ("Voor welke leeftijd?", "16 t/m 24"),
    ("Wat is het doel?", "1"),
    ("Hoe doet men mee?", "2"),
    ("Hoeveel mensen in een groep?", "max. 12"),
    ("In welke talen?", "Arabisch, Tigrinya e.a."),
    ("Waar kan het?", "azc en gemeente"),
    ("In welke plaatsen", "Almelo, provincie Groningen"),
    ("Wordt het nu aangeboden?", "1"),
    ("Hoeveel bijeenkomsten?", "6"),
    ("Wat kost het, in euro?", "1.250,50"),
    ("Waarvoor is die prijs?", "1"),
    ("Van welk jaar is die prijs?", "2025"),
    ("Welk e-mailadres", "info@example.org"),
    ("Welk telefoonnummer?", "0546 12 34 56"),
    ("Welke website?", "https://example.org"),
    ("Waar komt dit vandaan?", "Sociale kaart Almelo"),
    ("Van welk jaar is die bron?", "2025"),
    ("Op welk webadres staat die bron?", "https://example.org/kaart"),
)
"""Question, and what is typed before Enter."""


def beantwoord(scherm: Terminal) -> None:
    """Answer every question."""
    for nr, (vraag, antwoord) in enumerate(ANTWOORDEN, 1):
        scherm.wacht_op(f"Vraag {nr} van {len(ANTWOORDEN)}", vraag)
        scherm.typ(antwoord, ENTER)


@pytest.mark.parametrize("breedte", [40, pytest.param(80, marks=pytest.mark.lang)])
def test_wie_alleen_een_tekstverwerker_kent_voegt_toe_breekt_en_herstelt(
    lpi: Lpi, tmp_path: Path, breedte: int
) -> None:
    scherm = Terminal("catalogus", "nieuw", "regio", map_=tmp_path, breedte=breedte)
    beantwoord(scherm)
    scherm.wacht_op("Controleren:")
    assert scherm.einde() == 0
    assert "Vraag" not in scherm.tekst, "the questions make room for the result"
    bestand = tmp_path / "regio" / "interventies" / "praatgroep-almelo.yaml"
    goed = bestand.read_text()

    def controleer() -> tuple[int, list[str], str]:
        uitkomst = lpi("catalogus", "controleer", "regio", map_=tmp_path)
        return uitkomst.status, uitkomst.stderr.splitlines(), uitkomst.stdout

    assert controleer()[:2] == (0, [])
    getoond = lpi("zoek", "--leeftijd", "18", "--catalogus", "regio", map_=tmp_path, COLUMNS="120").stdout
    assert "praatgroep-almelo ◆" in getoond
    assert "€ 1.250,50" in getoond
    for oud, nieuw, veld, wat_wel_mag in (
        ("samenvatting:", "samenvating:", "samenvating", "bedoelt u 'samenvatting'?"),
        ("van: 16", "van: zestien", "varianten[1].leeftijd.van", "moet een heel getal zijn"),
        ("eenheid: groep", "eenheid: groepje", "kosten[1].eenheid", "bedoelt u 'groep'?"),
        ('["info@example.org"]', '["info.example.org"]', "contact[1].email[1]", "is geen e-mailadres"),
        ("  mogelijk: onbekend", "\tmogelijk: onbekend", "", "laat regels inspringen met spaties"),
    ):
        assert oud in goed
        bestand.write_text(goed.replace(oud, nieuw, 1))
        status, fouten, _ = controleer()
        regel = goed[: goed.index(oud)].count("\n") + 1
        plek = f"regio/interventies/praatgroep-almelo.yaml:{regel}: {veld}"
        assert status == 1
        assert any(fout.startswith(plek) and wat_wel_mag in fout for fout in fouten), fouten
        bestand.write_text(goed)
        assert controleer()[:2] == (0, [])


def test_alle_antwoorden_komen_in_de_catalogus(lpi: Lpi, tmp_path: Path) -> None:
    scherm = Terminal("catalogus", "nieuw", "regio", map_=tmp_path)
    beantwoord(scherm)
    assert scherm.einde() == 0
    catalogus = laad([tmp_path / "regio"])
    gemaakt = next(i for i in catalogus.interventies if i.id == "praatgroep-almelo")
    assert gemaakt.doelgroep.omschrijving == 'Statushouders: "iedereen" # ook u'
    assert [doel.value for doel in gemaakt.doel.categorieen] == ["veerkracht"]
    (variant,) = gemaakt.varianten
    assert variant.leeftijd[:2] == (16, 24)
    assert [vorm.value for vorm in variant.vorm] == ["groep"]
    assert variant.bijeenkomsten is not None
    assert variant.bijeenkomsten.aantal == 6
    assert variant.groepsgrootte is not None
    assert variant.groepsgrootte[:2] == (None, 12)
    assert (gemaakt.talen, gemaakt.talen_open) == (("ar", "ti"), True)
    assert gemaakt.setting == ("azc", "gemeente")
    assert gemaakt.regio[:3] == (None, ("Almelo",), ("groningen",))
    assert gemaakt.status is Status.ACTIEF
    assert gemaakt.contact[0].telefoon == ("0546 12 34 56",)
    bron = catalogus.bronnen["sociale-kaart-almelo"]
    assert (bron.jaar, bron.url) == (2025, "https://example.org/kaart")


def test_een_verkeerd_antwoord_wordt_opnieuw_gevraagd(tmp_path: Path) -> None:
    scherm = Terminal("catalogus", "nieuw", "regio", map_=tmp_path)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Bamboo", ENTER)
    scherm.wacht_op("staat al in de meegeleverde catalogus")
    scherm.typ("Ouderkring", ENTER, ENTER, ENTER, ENTER)
    scherm.wacht_op("Voor welke leeftijd?")
    scherm.typ("oud", ENTER)
    scherm.wacht_op("is geen leeftijd; schrijf 15, 12-18, 18+")
    scherm.typ("ouders", ENTER)
    scherm.wacht_op("Wat is het doel?")
    scherm.typ(TERUG)
    scherm.wacht_op("Voor welke leeftijd?")
    scherm.typ("ouders", ENTER)
    scherm.wacht_op("Wat is het doel?")
    scherm.typ("3", ENTER)
    scherm.wacht_op("Hoe doet men mee?")
    scherm.typ("3", ENTER)
    scherm.wacht_op("Hoeveel mensen in een groep?")
    scherm.typ("12-8", ENTER)
    scherm.wacht_op("Fout: '12-8' loopt niet op; typ het laagste eerst")
    scherm.typ(ENTER)
    for vraag in (
        "In welke talen?",
        "Waar kan het?",
        "In welke plaatsen",
        "Wordt het nu",
        "Hoeveel bijeenkomsten?",
        "Wat kost het",
        "Welk e-mailadres",
    ):
        scherm.wacht_op(vraag)
        scherm.typ(ENTER)
    scherm.wacht_op("Welk telefoonnummer?")
    scherm.typ("geen", ENTER)
    scherm.wacht_op("Fout: 'geen' is geen telefoonnummer; schrijf het zoals 030 123 45 67.")
    scherm.typ(ENTER)
    scherm.wacht_op("Welke website?")
    scherm.typ("voorbeeld", ENTER)
    scherm.wacht_op("begin met http:// of https://")
    scherm.typ(ENTER, ENTER)
    assert scherm.einde() == 0
    catalogus = laad([tmp_path / "regio"])
    assert catalogus.fouten == ()
    (variant,) = next(i for i in catalogus.interventies if i.id == "ouderkring").varianten
    assert variant.voor is Voor.OUDERS


def test_van_een_prijs_zonder_eenheid_blijft_onbekend_waarvoor_zij_is(lpi: Lpi, tmp_path: Path) -> None:
    """And what is typed for "not known" is no fact either."""
    scherm = Terminal("catalogus", "nieuw", "regio", map_=tmp_path)
    antwoorden = {"Hoe heet": "Praatgroep", "Welke organisatie": "weet niet", "Wat kost het": "10 duizend"}
    for nr, (vraag, _) in enumerate(ANTWOORDEN, 1):
        scherm.wacht_op(f"Vraag {nr} van {len(ANTWOORDEN)}")
        getypt = next((wat for begin, wat in antwoorden.items() if vraag.startswith(begin)), None)
        scherm.typ(*([getypt] if getypt else []), ENTER)
        if vraag.startswith("Waar komt dit"):
            break
    assert scherm.einde() == 0
    catalogus = laad([tmp_path / "regio"])
    assert catalogus.fouten == ()
    gemaakt = next(i for i in catalogus.interventies if i.id == "praatgroep")
    assert (gemaakt.organisatie, gemaakt.regio.landelijk) == (NOG_INVULLEN, None)
    assert gemaakt.kosten[0].bedrag == (10_000, 10_000)
    opdracht = ("kosten", "praatgroep", "--deelnemers", "30", "--catalogus", "regio", "--formaat", "json")
    (raming,) = lpi(*opdracht, map_=tmp_path).json["regels"]
    assert raming["totaal"] is None


def test_een_leeg_veld_gaat_met_backspace_terug_en_wat_er_stond_maakt_plaats(tmp_path: Path) -> None:
    scherm = Terminal("catalogus", "nieuw", "regio", map_=tmp_path)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Praatgroep", ENTER)
    scherm.wacht_op("Welke organisatie")
    scherm.typ(TERUG)
    scherm.wacht_op("Hoe heet de interventie?", "Praatgroep")
    scherm.typ("Kookgroep")
    scherm.wacht_op("interventie? Kookgroep")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


def test_ctrl_c_bewaart_niets(tmp_path: Path) -> None:
    scherm = Terminal("catalogus", "nieuw", "regio", map_=tmp_path)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Praatgroep", ENTER)
    scherm.wacht_op("Welke organisatie")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130
    assert list(tmp_path.iterdir()) == []


def test_met_een_naam_wordt_niets_gevraagd_en_het_bestand_klopt(lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("catalogus", "nieuw", "regio", "--naam", "Écht *iets* 2", map_=tmp_path).status == 0
    bestand = tmp_path / "regio" / "interventies" / "echt-iets-2.yaml"
    for eerste in (bestand.read_text(), (tmp_path / "regio" / "bronnen.yaml").read_text()):
        schema = re.search(r"\$schema=(.*)", eerste.splitlines()[0])
        assert schema is not None
    assert (bestand.parent / "../schema/interventie.schema.json").is_file()
    uitkomst = lpi("catalogus", "controleer", "regio", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert "samenvatting: is nog niet ingevuld" in uitkomst.stdout
    opnieuw = lpi("catalogus", "nieuw", "regio", "--naam", "Echt iets 2", map_=tmp_path)
    assert (opnieuw.status, len(opnieuw.stderr.splitlines())) == (2, 1)
    assert "bestaat al; kies een andere naam" in opnieuw.stderr


# --- a price of one's own -----------------------------------------------------------------


def _eigen_posten(map_: Path, id_: str) -> list[Kostenpost]:
    catalogus = laad([map_ / "regio"])
    assert catalogus.fouten == ()
    gevonden = next(een for een in catalogus.interventies if een.id == id_)
    return [post for post in gevonden.kosten if post.bron in catalogus.bronmappen]


def test_een_prijs_ineens_telt_bij_kosten_en_in_een_plan(lpi: Lpi, tmp_path: Path) -> None:
    opdracht = ("catalogus", "nieuw", "regio", "--vult-aan")
    assert lpi(*opdracht, "mindfit=8.000/groep", map_=tmp_path).status == 0
    assert lpi(*opdracht, "mind-spring/junior=95,50/deelnemer", map_=tmp_path).status == 0
    (post,) = _eigen_posten(tmp_path, "mind-spring")
    assert (post.variant, post.eenheid, post.bedrag) == ("junior", "deelnemer", (Decimal("95.50"),) * 2)
    kosten = lpi("kosten", "mindfit", "--deelnemers", "20", "--catalogus", "regio", map_=tmp_path).stdout
    assert "Bron: eigen-prijs-mindfit-" in kosten
    assert "€ 16.000,00" in kosten
    groepen = ("--groep", "8-12:ar=10", "--groep", "18+:ar=20", "--catalogus", "regio")
    plan = lpi("plan", *groepen, "--formaat", "json", map_=tmp_path).json
    opties = [een for cel in plan["cellen"] for een in cel["opties"]]
    assert [een["totaal"]["tot"] for een in opties if een["id"] == "mindfit"] == [16000], (
        "not the published one"
    )
    assert [een["totaal"]["tot"] for een in opties if een["variant"] == "junior"] == [955]
    assert not [
        punt
        for een in plan["plannen"]
        for punt in een["kantelpunten"]
        if punt["soort"] == "prijs" and punt["id"] == "mindfit"
    ]
    scherm = lpi("plan", *groepen, map_=tmp_path, COLUMNS="120").stdout
    assert "mind-spring/junior ★ ◆" in scherm
    assert "Uw eigen prijs: eigen-prijs-mind-spring-" in scherm
    weer = lpi(*opdracht, "mindfit=7.000/groep", map_=tmp_path)
    assert (weer.status, len(weer.stderr.splitlines())) == (2, 1)
    assert "mindfit-prijs.yaml bestaat al; verander de prijs in dat bestand." in weer.stderr


def test_een_prijs_wordt_gevraagd(tmp_path: Path) -> None:
    scherm = Terminal("catalogus", "nieuw", "regio", "--vult-aan", "bamboo", map_=tmp_path)
    for vraag, antwoord in (
        ("Voor welke variant: kids, youth", "jeugd"),
        ("bamboo heeft geen variant 'jeugd'", "youth"),
        ("Wat kost het, in euro?", "2.900"),
        ("Waarvoor is die prijs?", "1"),
        ("Voor hoeveel mensen is een groep", "12"),
        ("Van welke dag is die prijs?", "2025-12-01"),
        ("Van wie kreeg u die prijs?", "GGD Twente"),
    ):
        scherm.wacht_op(vraag)
        scherm.typ(antwoord, ENTER)
    assert scherm.einde() == 0
    (post,) = _eigen_posten(tmp_path, "bamboo")
    assert (post.variant, post.bedrag, post.eenheid, post.prijspeil) == ("youth", (2900, 2900), "groep", 2025)
    assert post.groepsgrootte is not None
    assert post.groepsgrootte.max == 12
    bron = laad([tmp_path / "regio"]).bronnen[post.bron]
    assert (bron.titel, bron.jaar) == ("Prijs van GGD Twente, 1 december 2025", 2025)


@pytest.mark.parametrize(
    ("prijs", "melding"),
    [
        ("bambuu=5/groep", "--vult-aan: Ik ken geen interventie 'bambuu'. Bedoelt u 'bamboo'?"),
        ("bamboo/jeugd=5/groep", "--vult-aan: bamboo heeft geen variant 'jeugd'; kies uit kids, youth"),
        ("bamboo=5/boekje", "met een prijs per 'boekje' kan een plan niet rekenen; kies uit groep"),
        ("bamboo=veel/groep", "'veel' is geen bedrag"),
        ("bamboo", "Geef de prijs erbij: lpi catalogus nieuw mijn-regio --vult-aan bamboo=2900/groep"),
    ],
)
def test_een_prijs_die_niet_kan_is_een_regel(lpi: Lpi, tmp_path: Path, prijs: str, melding: str) -> None:
    uitkomst = lpi("catalogus", "nieuw", "regio", "--vult-aan", prijs, map_=tmp_path)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert melding in uitkomst.stderr
    assert not (tmp_path / "regio").exists()


@pytest.mark.parametrize(
    "tekst", ['Eén & "twee" <b>', "€ 12 per keer", "{{ naam }}", "# a", "l'été \\ - [x]", "&amp;"]
)
def test_tekst_komt_in_het_bestand_zoals_zij_is(catalogus: Catalogus, tmp_path: Path, tekst: str) -> None:
    """Not as on a page: YAML has its own quotes, and nothing else is special in it."""
    bron = NieuweBron("kaart", tekst, 2031, tekst, "https://example.org/?a=1&b=2")
    aanbod = NieuwAanbod("a", tekst, bron, organisatie=tekst, website="https://example.org/?a=1&b=2")
    bestand = yaml.safe_load(interventiebestand(aanbod, catalogus.begrippen, 2031))
    assert (bestand["naam"], bestand["contact"][0]["organisatie"]) == (tekst, tekst)
    assert bestand["contact"][0]["website"] == [bron.url]
    gemaakt = yaml.safe_load(bronregels(bron, 2031))["kaart"]
    assert (gemaakt["titel"], gemaakt["datum"], gemaakt["url"]) == (tekst, tekst, bron.url)


def test_alle_uitgelegde_velden_kloppen_als_men_ze_gebruikt(lpi: Lpi, tmp_path: Path) -> None:
    lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path)
    bestand = tmp_path / "regio" / "interventies" / "praatgroep.yaml"
    veld = re.compile(r"^( *)# ((?: {2}| {4})?(?:- )?[a-z_]+:(?: .*)?|  - .*)$")
    regels = [veld.sub(r"\1\2", regel) for regel in bestand.read_text().splitlines()[6:]]
    tekst = "\n".join(
        r for r in regels if not r.startswith(("interventie:", "praktijkvoorbeeld:", "  true:"))
    )
    tekst = tekst.replace("info@…", "info@example.org").replace("https://…", "https://example.org")
    bestand.write_text(tekst)
    uitkomst = lpi("catalogus", "controleer", "regio", map_=tmp_path)
    assert uitkomst.stderr == ""
    gemaakt = next(i for i in laad([tmp_path / "regio"]).interventies if i.id == "praatgroep")
    for feit in (gemaakt.kosten, gemaakt.contact, gemaakt.talen, gemaakt.setting, gemaakt.tolk):
        assert feit
    assert gemaakt.varianten[0].groepsgrootte is not None
    assert gemaakt.varianten[0].bijeenkomsten is not None


def test_een_voorbeeld_van_een_jaar_is_dit_jaar(catalogus: Catalogus, tmp_path: Path) -> None:
    bron = NieuweBron("kaart", "Sociale kaart", None, "mei 2031", None)
    assert "  # jaar: 2031\n" in bronregels(bron, 2031)
    bestand = tmp_path / "interventies" / "a.yaml"
    tekst = interventiebestand(NieuwAanbod("a", "A", bron, bedrag=Decimal(100)), catalogus.begrippen, 2031)
    assert "    # prijspeil: 2031\n" in tekst
    schrijf_catalogus(tmp_path, {"interventies/a.yaml": tekst})
    gezegd = [str(fout) for fout in waarschuwingen(tmp_path, date(2031, 1, 1)) if fout.bestand == bestand]
    assert any(een.endswith("voeg dat toe, zoals prijspeil: 2031") for een in gezegd)


def test_een_tweede_bron_komt_achter_de_eerste(lpi: Lpi, tmp_path: Path) -> None:
    for naam in ("Een", "Twee"):
        lpi("catalogus", "nieuw", "regio", "--naam", naam, map_=tmp_path)
    bronnen = laad([tmp_path / "regio"]).bronnen
    assert {"opgave-van-een", "opgave-van-twee"} <= bronnen.keys()


def _nieuw_met_bron(map_: Path, naam: str, titel: str, jaar: int) -> str:
    """Answer only the questions for the name and the source; returns the source that was chosen."""
    scherm = Terminal("catalogus", "nieuw", "regio", map_=map_)
    antwoorden = {"Hoe heet": naam, "Waar komt dit": titel, "Van welk jaar is die bron?": str(jaar)}
    for nr, (vraag, _) in enumerate(ANTWOORDEN, 1):
        if vraag not in ("Waarvoor is die prijs?", "Van welk jaar is die prijs?"):
            scherm.wacht_op(f"Vraag {nr} van {len(ANTWOORDEN)}")
            getypt = next((wat for begin, wat in antwoorden.items() if vraag.startswith(begin)), None)
            scherm.typ(*([getypt] if getypt else []), ENTER)
    assert scherm.einde() == 0
    catalogus = laad([map_ / "regio"])
    assert catalogus.fouten == ()
    return next(i for i in catalogus.interventies if i.naam == naam).bronnen[0].bron


@pytest.mark.lang
def test_een_eigen_bron_wordt_nooit_die_van_een_ander(tmp_path: Path) -> None:
    assert _nieuw_met_bron(tmp_path, "Een", "Gids 2025", 2025) == "gids-2025-2", "not the bundled guide"
    assert _nieuw_met_bron(tmp_path, "Twee", "Gids 2025", 2024) == "gids-2025-3", "of another year"
    assert _nieuw_met_bron(tmp_path, "Drie", "Gids 2025", 2025) == "gids-2025-2", "the same one"
    catalogus = laad([tmp_path / "regio"])
    een = next(interventie for interventie in catalogus.interventies if interventie.id == "een")
    assert (een.doel.categorieen, een.varianten[0].vorm) == ((), ()), "Enter alone records no fact"
    bronnen = catalogus.bronnen
    assert [bronnen[id_].jaar for id_ in ("gids-2025-2", "gids-2025-3")] == [2025, 2024]


@pytest.mark.parametrize(
    ("argumenten", "status", "zegt"),
    [
        ((), 2, "Geef een map en een naam: lpi catalogus nieuw mijn-regio --naam"),
        (("--naam", "x"), 2, "Geef een map, zoals"),
        (("regio", "--naam", "***"), 2, "Geef een naam met letters of cijfers"),
        (("bestand", "--naam", "x"), 2, "bestand is geen map"),
        ((str(CHECKOUT / "catalog"), "--naam", "x"), 2, "is een hele catalogus"),
        (("/proc/regio", "--naam", "x"), 1, "kan niet worden geschreven"),
    ],
)
def test_verkeerd_gebruik_van_nieuw_is_een_regel(
    lpi: Lpi, tmp_path: Path, argumenten: tuple[str, ...], status: int, zegt: str
) -> None:
    (tmp_path / "bestand").write_text("")
    uitkomst = lpi("catalogus", "nieuw", *argumenten, map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout, len(uitkomst.stderr.splitlines())) == (status, "", 1)
    assert zegt in uitkomst.stderr


def _inhoud(map_: Path) -> dict[str, str]:
    return {
        str(pad.relative_to(map_)): pad.read_text()
        for pad in map_.rglob("*")
        if pad.is_file() and not pad.is_symlink()
    }


@pytest.mark.parametrize(
    ("verwijzing", "doel"),
    [
        ("schema/interventie.schema.json", "kostbaar.txt"),
        ("schema/bronnen.schema.json", "nieuw.txt"),
        ("bronnen.yaml", "bronnen.txt"),
        ("schema", "ander"),
        ("interventies", "ander"),
        ("interventies/x.yaml", "nieuw.txt"),
    ],
)
def test_nieuw_schrijft_niet_door_een_verwijzing_heen(
    lpi: Lpi, tmp_path: Path, verwijzing: str, doel: str
) -> None:
    schrijf_catalogus(
        tmp_path, {"kostbaar.txt": "niet kwijt", "bronnen.txt": f"kaart: {BRON}\n", "ander/x.txt": ""}
    )
    link = tmp_path / "gekregen" / verwijzing
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / doel)
    ervoor = _inhoud(tmp_path)
    uitkomst = lpi("catalogus", "nieuw", "gekregen", "--naam", "X", map_=tmp_path)
    assert _inhoud(tmp_path) == ervoor
    assert uitkomst.status in (1, 2)
    assert f"gekregen/{verwijzing}" in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1


def test_een_gekregen_map_met_meer_verwijzingen_verandert_niets(lpi: Lpi, tmp_path: Path) -> None:
    """The schema would be lost, and the sources changed."""
    schrijf_catalogus(tmp_path, {"kostbaar.txt": "a: 1\n", "bronnen.txt": f"kaart: {BRON}\n"})
    (tmp_path / "gekregen" / "schema").mkdir(parents=True)
    (tmp_path / "gekregen" / "schema" / "interventie.schema.json").symlink_to("../../kostbaar.txt")
    (tmp_path / "gekregen" / "bronnen.yaml").symlink_to("../bronnen.txt")
    ervoor = _inhoud(tmp_path)
    uitkomst = lpi("catalogus", "nieuw", "gekregen", "--naam", "X", map_=tmp_path)
    assert (uitkomst.status, _inhoud(tmp_path)) == (1, ervoor)
    assert len(uitkomst.stderr.splitlines()) == 1


@pytest.mark.parametrize("verwijzing", ["schema/interventie.schema.json", "schema"])
def test_schema_schrijft_niet_door_een_verwijzing_heen(lpi: Lpi, tmp_path: Path, verwijzing: str) -> None:
    schrijf_catalogus(tmp_path, {"ander/interventie.schema.json": "niet kwijt"})
    link = tmp_path / "gekregen" / verwijzing
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "ander" / link.name if link.suffix else tmp_path / "ander")
    ervoor = _inhoud(tmp_path)
    uitkomst = lpi("catalogus", "schema", "--uit", "gekregen/schema", "--overschrijf", map_=tmp_path)
    assert (uitkomst.status, _inhoud(tmp_path)) == (1, ervoor)
    assert uitkomst.stderr.startswith(f"gekregen/{verwijzing}:1: is geen gewoon bestand")
    assert len(uitkomst.stderr.splitlines()) == 1


def test_schema_maakt_de_map(lpi: Lpi, tmp_path: Path) -> None:
    uitkomst = lpi("catalogus", "schema", "--uit", "nieuw/schema", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (0, "")
    gemaakt = {bestand.name: bestand.read_text() for bestand in (tmp_path / "nieuw" / "schema").iterdir()}
    assert gemaakt == {
        bestand.name: bestand.read_text() for bestand in (CHECKOUT / "catalog" / "schema").iterdir()
    }


# --- controleer -----------------------------------------------------------------------


def test_fouten_staan_per_bestand_bij_elkaar(lpi: Lpi, tmp_path: Path) -> None:
    schrijf_catalogus(
        tmp_path / "regio",
        {
            "interventies/b.yaml": eigen_interventie("b", setting="[azz]", soort="ding"),
            "interventies/a.yaml": eigen_interventie("a", talen="ar, ti"),
            "begrippen.yaml": "taal:\n  pl: {naam: Pools}\n",
        },
    )
    uitkomst = lpi("catalogus", "controleer", "regio", map_=tmp_path)
    assert uitkomst.status == 1
    plekken = [regel.split(": ")[0] for regel in uitkomst.stderr.splitlines()]
    setting = MOSAIC_REGELS.index("setting: [gemeente, buurt]") + 1
    talen = MOSAIC_REGELS.index("talen: [ar]") + 1
    assert plekken == [
        "regio/begrippen.yaml:2",
        "",
        f"regio/interventies/a.yaml:{talen}",
        "",
        "regio/interventies/b.yaml:4",
        f"regio/interventies/b.yaml:{setting}",
    ]
    assert uitkomst.stdout.splitlines()[-1].startswith("0 interventies goed, 4 fouten")


MOSAIC_REGELS = (CHECKOUT / "catalog" / "interventies" / "mosaic.yaml").read_text().splitlines()


def test_waarschuwingen_zijn_geen_fouten(lpi: Lpi, tmp_path: Path) -> None:
    nu = date.today().year  # noqa: DTZ011
    oud = nu - 4
    schrijf_catalogus(
        tmp_path / "regio",
        {
            "interventies/a.yaml": eigen_interventie("a", talen="[]", talen_toelichting="null"),
            "interventies/b.yaml": "vult_aan: mindfit\naandachtspunten: [Let op.]\n",
            "bronnen.yaml": f"oud: {BRON}\nzonder: {BRON}\n".replace("2025", str(oud), 1).replace(
                "jaar: 2025, ", ""
            ),
            "los.yaml": "",
        },
    )
    uitkomst = lpi("catalogus", "controleer", "regio", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    for waarschuwing in (
        "regio/bronnen.yaml:1: let op: oud.jaar: de bron is ouder dan 3 jaar",
        "regio/bronnen.yaml:2: let op: zonder: heeft geen jaar",
        "regio/bronnen.yaml:2: let op: zonder: heeft geen url",
        f"let op: kosten[1]: zegt niet van welk jaar de prijs is; voeg dat toe, zoals prijspeil: {nu}",
        "let op: talen: de taal is niet bekend",
        "regio/los.yaml:1: let op: wordt niet gelezen; zet een interventie in de map interventies",
    ):
        assert waarschuwing in uitkomst.stdout
    assert "b.yaml" not in uitkomst.stdout
    over_studies = uitkomst.stdout.count("let op: bewijs.onderzoek")
    assert (
        uitkomst.stdout.splitlines()[-1]
        == f"2 interventies goed, 0 fouten, {7 + over_studies} waarschuwingen"
    )
    zonder_contact = re.sub(r"contact:\n(?:  .*\n)+", "", eigen_interventie("c"))
    (tmp_path / "regio" / "interventies" / "c.yaml").write_text(zonder_contact)
    tekst = lpi("catalogus", "controleer", "regio", map_=tmp_path).stdout
    assert "let op: contact: noemt geen e-mailadres, telefoonnummer of website" in tekst


def test_de_meegeleverde_catalogus_heeft_geen_fouten(lpi: Lpi) -> None:
    uitkomst = lpi("catalogus", "controleer")
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert uitkomst.stdout.splitlines()[-1].startswith("39 interventies goed, 0 fouten")


def test_zonder_map_worden_de_eigen_catalogi_gecontroleerd(lpi: Lpi, tmp_path: Path) -> None:
    schrijf_catalogus(tmp_path / "stad", {"interventies/a.yaml": eigen_interventie("a")})
    schrijf_catalogus(tmp_path / "wijk", {"interventies/b.yaml": "vult_aan: a\naandachtspunten: [Vol.]\n"})
    mappen = {"LPI_CATALOGUS": "stad:wijk"}
    assert "2 interventies goed" in lpi("catalogus", "controleer", map_=tmp_path, **mappen).stdout
    assert "1 interventie goed" in lpi("catalogus", "controleer", "wijk", map_=tmp_path, **mappen).stdout
    assert lpi("catalogus", "controleer", "wijk", map_=tmp_path).status == 1, "it builds on the other"


# --- sources and deviations -------------------------------------------------------------


def test_bronnen_geeft_ook_elk_feit_uit_een_bron(lpi: Lpi) -> None:
    """What one must look at again when a source gets a new edition; together they are all facts there are."""
    opdracht = ("catalogus", "bronnen")
    bronnen = [een["id"] for een in lpi(*opdracht, "--formaat", "json").json]
    ids = [een["id"] for een in lpi("lijst", "--formaat", "json").json]
    per_id = lpi(*opdracht, *ids, "--formaat", "json").json
    uit = {bron: lpi(*opdracht, bron, "--formaat", "json").json for bron in bronnen}
    assert all(uit.values())
    for bron, rijen in uit.items():
        assert sorted(map(repr, rijen)) == sorted(repr(rij) for rij in per_id if rij["bron"] == bron)
    bamboo = lpi(*opdracht, "bamboo", "keuzehulp", "--formaat", "json").json
    assert bamboo == [rij for rij in uit["keuzehulp"] if rij["id"] == "bamboo"]
    assert "Mind-Spring (mind-spring ★): feiten per bron" in lpi(*opdracht, "mind-spring-folder").stdout
    assert lpi(*opdracht, "mosaic", "keuzehulp").stdout == "Hierop rust geen enkel feit.\n"


def test_bronnen_zegt_hoe_oud_en_hoe_vaak_gebruikt(lpi: Lpi, tmp_path: Path) -> None:
    tekst = eigen_interventie("a").replace("gids-2025", "kaart")
    schrijf_catalogus(tmp_path / "regio", {"interventies/a.yaml": tekst, "bronnen.yaml": f"kaart: {BRON}\n"})
    gevonden = lpi("catalogus", "bronnen", "--catalogus", "regio", "--formaat", "json", map_=tmp_path).json
    per_id = {bron["id"]: bron for bron in gevonden}
    assert gevonden[0]["id"] == "gids-2025"
    assert per_id["gids-2025"]["interventies"] == 35
    assert per_id["gids-2025"]["jaren_oud"] == date.today().year - 2025  # noqa: DTZ011
    assert (per_id["keuzehulp"]["jaren_oud"], per_id["keuzehulp"]["map"]) == (None, None)
    assert (per_id["kaart"]["interventies"], per_id["kaart"]["map"]) == (1, "regio")
    scherm = lpi("catalogus", "bronnen", "--catalogus", "regio", map_=tmp_path, COLUMNS="80").stdout
    assert "kaart ◆" in scherm
    assert re.search(r"^keuzehulp .* geen datum", scherm, re.MULTILINE)
    assert re.search(r"^gids-2025 .* 2025,", scherm, re.MULTILINE)


def test_wie_gezin_typt_krijgt_geen_aanbod_voor_ouders(tmp_path: Path) -> None:
    scherm = Terminal("catalogus", "nieuw", "regio", map_=tmp_path)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Gezinsdag", ENTER, ENTER, ENTER, ENTER)
    scherm.wacht_op("Voor welke leeftijd?")
    scherm.typ("gezin", ENTER)
    scherm.wacht_op("Wat is het doel?")
    scherm.typ(*[ENTER] * 15)
    scherm.wacht_op("Gebruiken:")
    assert "    voor: gezin\n" in (tmp_path / "regio/interventies/gezinsdag.yaml").read_text()


def test_een_prijs_van_eigen_aanbod_staat_in_zijn_eigen_bestand(lpi: Lpi, tmp_path: Path) -> None:
    """It was said to be no intervention, with the advice to look in the list that has it."""
    lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path)
    uitkomst = lpi("catalogus", "nieuw", "regio", "--vult-aan", "praatgroep=500/groep", map_=tmp_path)
    assert uitkomst.status == 2
    bestand = Path("regio/interventies/praatgroep.yaml")
    assert f"'praatgroep' is van uzelf; zet de prijs in {bestand}, bij kosten." in uitkomst.stderr


def test_bronnen_zegt_wat_een_bron_is_als_iemand_dat_opschreef(lpi: Lpi, tmp_path: Path) -> None:
    """What one had to write down, was shown nowhere; an own source may do without."""
    tekst = eigen_interventie("a").replace("gids-2025", "kaart")
    bron = BRON.replace(", omschrijving: Lijst van aanbod.", "")
    schrijf_catalogus(tmp_path / "regio", {"interventies/a.yaml": tekst, "bronnen.yaml": f"kaart: {bron}\n"})
    opdracht = ("catalogus", "bronnen", "--catalogus", "regio")
    per_id = {bron["id"]: bron for bron in lpi(*opdracht, "--formaat", "json", map_=tmp_path).json}
    assert per_id["kaart"]["omschrijving"] is None
    assert per_id["mind-spring-folder"]["omschrijving"].startswith("Folder met varianten, talen")
    scherm = lpi(*opdracht, map_=tmp_path).stdout
    assert "Folder met varianten, talen" in scherm.partition("Wat het is")[2]
    (tmp_path / "regio/bronnen.yaml").write_text(f"kaart: {BRON}\n")
    assert re.search("^kaart +Lijst van aanbod", lpi(*opdracht, map_=tmp_path).stdout, re.MULTILINE)


def test_wat_nog_niet_is_ingevuld_komt_uit_geen_bron(lpi: Lpi, tmp_path: Path) -> None:
    """Else someone looks for it in the folder that is named."""
    tekst = "id: a\nnaam: Praatgroep\nsamenvatting: Praten.\nvarianten: [{id: a, naam: A, bron: kaart}]\n"
    schrijf_catalogus(
        tmp_path / "regio",
        {
            "interventies/a.yaml": f"{tekst}bronnen: [{{bron: kaart, plaats: blad 1}}]\n",
            "bronnen.yaml": f"kaart: {BRON}\n",
        },
    )
    eigen = ("--catalogus", "regio")
    kaart = lpi("toon", "a", "--bronnen", *eigen, map_=tmp_path).stdout
    assert NOG_INVULLEN in kaart
    assert not re.search(r"(Nog invullen\.|niet gepubliceerd\.?) \[", kaart)
    feiten = lpi("catalogus", "bronnen", "a", *eigen, "--formaat", "json", map_=tmp_path).json
    assert {feit["feit"] for feit in feiten} == {"Naam", "Soort", "Samenvatting"}


@pytest.mark.parametrize(
    ("veld", "woorden"),
    [
        ("kosten", "kosten"),
        ("varianten", "varianten"),
        ("varianten.kids", "variant kids"),
        ("varianten.kids.leeftijd", "leeftijd (kids)"),
        ("varianten.kids.bijeenkomsten.duur_uren", "duur uren (kids)"),
        ("bewijs.erkenningen", "erkenningen"),
        ("doelgroep.omschrijving", "doelgroep"),
        ("werkzame_elementen", "werkzame elementen"),
    ],
)
def test_een_veld_heet_voor_mensen_zoals_zij_het_noemen(veld: str, woorden: str) -> None:
    assert veld_in_woorden(veld) == woorden


def test_afwijkingen_noemt_ze_alle(lpi: Lpi) -> None:
    alle = lpi("catalogus", "afwijkingen", "--formaat", "json").json
    verwacht = [(i.id, a.veld, a.waarde) for i in laad().interventies for a in i.afwijkingen]
    assert [(een["id"], een["veld"], een["waarde"]) for een in alle] == verwacht
    een = lpi("catalogus", "afwijkingen", "pm plus").stdout
    assert "pm-plus ★" in een
    assert "volgens verkorte-lijst: " in een
    assert "bamboo" not in een
    for scherm in (
        lpi("catalogus", "afwijkingen").stdout,
        lpi("toon", *(i.id for i in laad().interventies), "--bronnen").stdout,
    ):
        assert "groepsgrootte (volwassenen)" in scherm
        assert "bewijs.erkenningen" not in scherm
        assert "doelgroep.omschrijving" not in scherm
        assert not re.search(r"varianten\.[a-z]", scherm)
    assert "verschillen de bronnen niet" in lpi("catalogus", "afwijkingen", "mosaic").stdout


def test_controle_noemt_wat_stil_verkeerd_zou_gaan(lpi: Lpi, tmp_path: Path) -> None:
    """A name that an editor made longer, nothing to find it by, and a bundled one that is replaced."""
    lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path)
    map_ = tmp_path / "regio" / "interventies"
    (map_ / "praatgroep.yaml").rename(map_ / "praatgroep.yaml.txt")
    vergeten = lpi("catalogus", "controleer", "regio", map_=tmp_path).stdout
    assert "praatgroep.yaml.txt:1: let op: doet niet mee; noem het bestand praatgroep.yaml" in vergeten
    (map_ / "praatgroep.yaml.txt").rename(map_ / "praatgroep.yaml")
    leeg = lpi("catalogus", "controleer", "regio", map_=tmp_path).stdout
    assert "varianten[1]: leeftijd en vorm niet ingevuld; wie daarop zoekt, vindt deze niet" in leeg
    mosaic = (CHECKOUT / "catalog/interventies/mosaic.yaml").read_text()
    (map_ / "mosaic.yaml").write_text(mosaic)
    assert "dit vervangt Mosaic uit de meegeleverde catalogus" in (
        lpi("catalogus", "controleer", "regio", map_=tmp_path).stdout
    )
    (map_ / "mosaic.yaml").rename(map_ / "mosaic.yml")
    alleen_yml = lpi("catalogus", "controleer", "regio", map_=tmp_path)
    assert (alleen_yml.status, "1 interventie goed, 1 fout" in alleen_yml.stdout) == (1, True)
