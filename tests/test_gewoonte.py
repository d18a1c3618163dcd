"""Mild about habit: what people really type in a directory is taken or warned about, and one fault is one fault.

The kinds of faults are those that people report of tools of this sort.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from lpi_cli.catalogus import laad
from lpi_cli.catalogus.waarschuwingen import waarschuwingen
from tests.conftest import VANDAAG, Lpi
from tests.test_eigen_catalogus import schrijf_catalogus

AANBOD = """\
id: praat-een
naam: Praatgroep
soort: interventie
organisatie: Stichting Proef
samenvatting: Een proef.
doelgroep: {omschrijving: Proef., kenmerken: [statushouder]}
doel: {categorieen: [klachten], omschrijving: Proef., afgeleid: true}
aanpak: Proef.
varianten:
  - id: standaard
    naam: Praatgroep
    voor: deelnemers
    leeftijd: {van: 18, tot: null}
    vorm: [groep]
    bijeenkomsten: {aantal: 6, duur_uren: {van: 2, tot: 2}}
    groepsgrootte: {min: 8, max: 12}
    plaats: hele bron
    bron: opgave
setting: [gemeente]
talen: [nl]
regio: {landelijk: false, plaatsen: [Almelo]}
bewijs: {samenvatting: Niets bekend.}
overdraagbaarheid: {mogelijk: onbekend}
kosten: []
contact: [{organisatie: Stichting, email: [info@example.org]}]
bronnen: [{bron: opgave, plaats: hele bron}]
"""
BRONNEN = (
    "opgave: {titel: Opgave, jaar: 2026, datum: mei 2026, omschrijving: Opgave., url: https://example.org}\n"
)


def maak(map_: Path, *wijzigingen: tuple[str, str], bronnen: str = BRONNEN, **bestanden: str) -> Path:
    """An own catalogue with one offer, in which something was typed otherwise."""
    tekst = AANBOD
    for oud, nieuw in wijzigingen:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    vast = {"interventies/praat-een.yaml": tekst, "bronnen.yaml": bronnen}
    return schrijf_catalogus(
        map_, vast | {naam.replace("__", "/") + ".yaml": b for naam, b in bestanden.items()}
    )


def anders(id_: str) -> str:
    return AANBOD.replace("praat-een", id_).replace("naam: Praatgroep\nsoort", f"naam: {id_.title()}\nsoort")


CONTACT = "[{organisatie: Stichting, email: [info@example.org]}]"


@pytest.mark.parametrize(
    ("oud", "nieuw", "waar", "verwacht"),
    [
        (CONTACT, '[{telefoon: ["(053) 123 45 67"]}]', "contact.0.telefoon", ["(053) 123 45 67"]),
        (CONTACT, '[{telefoon: ["14 053"]}]', "contact.0.telefoon", ["14 053"]),
        (CONTACT, "[{telefoon: 0612345678}]", "contact.0.telefoon", ["0612345678"]),
        (CONTACT, "[{telefoon: +31612345678}]", "contact.0.telefoon", ["+31612345678"]),
        (CONTACT, """[{email: "j.d'hondt@gemeente.nl"}]""", "contact.0.email", ["j.d'hondt@gemeente.nl"]),
        (CONTACT, "[{website: www.x.nl}]", "contact.0.website", ["https://www.x.nl"]),
        (CONTACT, "[{website: x.nl/groep}]", "contact.0.website", ["https://x.nl/groep"]),
        (CONTACT, "{email: [a@x.nl], nagekeken: 4-3-2026}", "contact.0.nagekeken", "2026-03-04"),
        ("talen: [nl]", "talen: nl", "talen", ["nl"]),
        ("vorm: [groep]", "vorm: Groep", "varianten.0.vorm", ["groep"]),
        ("duur_uren: {van: 2, tot: 2}", "duur_uren: 2", "varianten.0.bijeenkomsten.duur_uren.tot", "2"),
        ("kosten: []", "kosten: {soort: uitvoering, bedrag: 900, eenheid: groep, bron: opgave}", "kosten.0.bedrag.van", "900"),
        ("kosten: []", "kosten: [{soort: uitvoering, bedrag: Op aanvraag, bron: opgave}]", "kosten.0.op_aanvraag", True),
        ("samenvatting: Een proef.", "samenvatting: 2026", "samenvatting", "2026"),
        ("plaats: hele bron}", "plaats: 12}", "bronnen.0.plaats", "12"),
    ],
)  # fmt: skip
def test_wat_men_typt_wordt_genomen_zoals_het_is_bedoeld(
    tmp_path: Path, oud: str, nieuw: str, waar: str, verwacht: Any
) -> None:
    from lpi_cli.catalogus.eigen import controleer_eigen
    from lpi_cli.catalogus.laden import laad_basis

    eigen = controleer_eigen([maak(tmp_path, (oud, nieuw))], laad_basis())
    assert eigen.fouten == []
    waarde: Any = eigen.interventies[0]
    for deel in waar.split("."):
        waarde = waarde[int(deel)] if deel.isdecimal() else waarde[deel]
    assert waarde == verwacht
    assert [f for f in waarschuwingen(tmp_path, VANDAAG) if "prijs" not in f.melding] == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "waarschuwing"),
    [
        (CONTACT, '[{telefoon: ["053-1234567 (ma-vr)"]}]', "zet elk nummer apart"),
        (CONTACT, '[{telefoon: ["053 123 45 67 / 06 12345678"]}]', "zet elk nummer apart"),
        ("{van: 18, tot: null}", "{van: 18 maanden, tot: 4}", "18 maanden is gelezen als 1 jaar"),
        ("{van: 18, tot: null}", "{van: 0, tot: 30 maanden}", "30 maanden is gelezen als 3 jaar"),
    ],
)
def test_wat_meer_is_dan_een_gewoonte_krijgt_een_waarschuwing(
    lpi: Lpi, tmp_path: Path, oud: str, nieuw: str, waarschuwing: str
) -> None:
    uitkomst = lpi("catalogus", "controleer", str(maak(tmp_path, (oud, nieuw))))
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert waarschuwing in uitkomst.stdout
    assert uitkomst.stdout.splitlines()[-1] == "1 interventie goed, 0 fouten, 1 waarschuwing"


# --- one fault is one fault -----------------------------------------------------------


@pytest.mark.parametrize("bedrag", ["0", "{van: 0, tot: 0}", "gratis", "Kosteloos"])
def test_een_prijs_van_niets_is_overal_kosteloos(lpi: Lpi, tmp_path: Path, bedrag: str) -> None:
    """It was free on the card, not free in search, and the cheapest of all in a table of costs."""
    post = f"{{soort: uitvoering, bedrag: {bedrag}, eenheid: groep, bron: opgave}}"
    map_ = str(maak(tmp_path, ("kosten: []", f"kosten: [{post}]")))
    mee = ("--catalogus", map_, "--formaat", "json")
    assert "praat-een" in [t["id"] for t in lpi("zoek", "--kosteloos", *mee).json["treffers"]]
    (prijs,) = [een["kosten"] for een in lpi("lijst", *mee).json if een["id"] == "praat-een"]
    assert (prijs["status"], prijs["bedrag"]) == ("kosteloos", None)
    (regel,) = lpi("kosten", "praat-een", "--deelnemers", "20", *mee).json["regels"]
    assert (regel["status"], regel["totaal"]) == ("kosteloos", {"van": 0, "tot": 0})


def test_een_gratis_opleiding_maakt_het_aanbod_niet_kosteloos(lpi: Lpi, tmp_path: Path) -> None:
    post = "{soort: opleiding, bedrag: gratis, eenheid: cursist, bron: opgave}"
    map_ = str(maak(tmp_path, ("kosten: []", f"kosten: [{post}]")))
    antwoord = lpi("zoek", "--kosteloos", "--catalogus", map_, "--formaat", "json").json
    assert "praat-een" in [t["id"] for t in antwoord["misschien"]]
    (gegevens,) = [lpi("toon", "praat-een", "--catalogus", map_, "--formaat", "json").json]
    assert (gegevens["kosten"][0]["bedrag"], gegevens["kosten"][0]["gefinancierd"]) == (
        {"van": 0, "tot": 0},
        False,
    )


@pytest.mark.parametrize(
    ("bedrag", "eenheid"),
    [
        ("false", "groep"),
        ("nee", "groep"),
        ("{van: 0, tot: 10}", "groep"),
        ("gratis", "deelnemer"),  # which says nothing of the client
    ],
)
def test_wat_niet_niets_is_wordt_niet_kosteloos(lpi: Lpi, tmp_path: Path, bedrag: str, eenheid: str) -> None:
    post = f"{{soort: uitvoering, bedrag: {bedrag}, eenheid: {eenheid}, bron: opgave}}"
    map_ = str(maak(tmp_path, ("kosten: []", f"kosten: [{post}]")))
    antwoord = lpi("zoek", "--kosteloos", "--catalogus", map_, "--formaat", "json").json
    assert "praat-een" not in [t["id"] for t in antwoord["treffers"]]


def test_een_jaartal_als_datum_van_een_bron_is_goed(lpi: Lpi, tmp_path: Path) -> None:
    map_ = maak(tmp_path, bronnen=BRONNEN.replace("mei 2026", "2026"), interventies__twee=anders("twee"))
    assert lpi("catalogus", "controleer", str(map_)).status == 0
    assert laad([map_]).bronnen["opgave"].datum == "2026"


@pytest.mark.parametrize(
    "bronnen",
    [
        BRONNEN.replace("mei 2026", "[mei]"),
        BRONNEN.replace("titel: Opgave", "titel: [x]"),
        BRONNEN.replace("jaar: 2026", "jaar: 20266"),
        "opgave: zomaar\n",
        "opgave: {titel: : x}\n",
        "- opgave\n",
    ],
)
def test_een_fout_in_een_bron_neemt_geen_aanbod_mee(lpi: Lpi, tmp_path: Path, bronnen: str) -> None:
    map_ = maak(tmp_path, bronnen=bronnen, interventies__twee=anders("twee"))
    uitkomst = lpi("catalogus", "controleer", str(map_))
    assert uitkomst.status == 1
    (regel,) = uitkomst.stderr.splitlines()
    assert regel.startswith(f"{map_ / 'bronnen.yaml'}:1: ")
    assert "2 interventies goed, 1 fout" in uitkomst.stdout
    kaart = lpi("toon", "praat-een", "--bronnen", "--catalogus", str(map_))
    assert (kaart.status, "opgave" in kaart.stdout) == (0, True)


@pytest.mark.parametrize(
    "begrippen", ["setting:\n  noaberhuis: {naam: [x], uitleg: Buurthuis.}\n", "setting: {: x\n"]
)
def test_een_fout_in_een_woord_neemt_geen_aanbod_mee(lpi: Lpi, tmp_path: Path, begrippen: str) -> None:
    map_ = maak(tmp_path, ("setting: [gemeente]", "setting: [noaberhuis]"), begrippen=begrippen)
    uitkomst = lpi("catalogus", "controleer", str(map_))
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (1, 1)
    gezocht = lpi("zoek", "--setting", "noaberhuis", "--catalogus", str(map_), "--formaat", "json").json
    assert "praat-een" in {een["id"] for een in gezocht["treffers"]}


@pytest.mark.parametrize(
    "contact",
    [
        "[{email: [info.example.org]}]",
        "[{email: [goed@example.org, fout]}]",
        "[{telefoon: [bel maar]}]",
        "[{email: [a@x.nl], nagekeken: vorige week}]",
        "[{website: ['javascript:alert(1)']}]",
    ],
)
def test_een_fout_in_een_adres_kost_het_aanbod_niet(lpi: Lpi, tmp_path: Path, contact: str) -> None:
    map_ = maak(tmp_path, (CONTACT, contact))
    assert len(lpi("catalogus", "controleer", str(map_)).stderr.splitlines()) == 1
    getoond = lpi("toon", "praat-een", "--catalogus", str(map_))
    assert getoond.status == 0
    assert not any(
        fout in getoond.stdout for fout in ("info.example.org", "bel maar", "vorige week", "javascript")
    )


# --- the right line -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel"),
    [
        ("talen: [nl]", "talen: ar, ti", "talen: [ar, ti]"),
        ("leeftijd: {van: 18, tot: null}", "leeftijd: 12-18", "leeftijd: {van: 12, tot: 18}"),
        ("leeftijd: {van: 18, tot: null}", "leeftijd: 18+", "leeftijd: {van: 18, tot: null}"),
        ("leeftijd: {van: 18, tot: null}", "leeftijd: vanaf 16 jaar", "leeftijd: {van: 16, tot: null}"),
        ("groepsgrootte: {min: 8, max: 12}", "groepsgrootte: 8 tot 12", "groepsgrootte: {min: 8, max: 12}"),
        ("bijeenkomsten: {aantal: 6, duur_uren: {van: 2, tot: 2}}", "bijeenkomsten: 6", "bijeenkomsten: {aantal: 6}"),
        ("regio: {landelijk: false, plaatsen: [Almelo]}", "regio: Almelo", "regio: {plaatsen: [Almelo]}"),
        ("{omschrijving: Proef., kenmerken: [statushouder]}", "moeders: jong", "doelgroep: {omschrijving: …}"),
        ("bewijs: {samenvatting: Niets bekend.}", "bewijs: Niets: nog", "bewijs: {samenvatting: …}"),
        (CONTACT, "info@x.nl", "contact: [{email: [info@x.nl]}]"),
        ("bronnen: [{bron: opgave, plaats: hele bron}]", "bronnen: opgave", "bronnen: [{bron: opgave, plaats: hele bron}]"),
        ("kosten: []", "kosten: op aanvraag", "kosten: [{soort: uitvoering, bedrag: op aanvraag, eenheid: groep, bron: …}]"),
        ("kosten: []", "kosten: gratis", "kosten: [{soort: uitvoering, bedrag: gratis, eenheid: groep, bron: …}]"),
    ],
)  # fmt: skip
def test_een_melding_toont_de_goede_regel_en_die_is_goed(
    lpi: Lpi, tmp_path: Path, oud: str, nieuw: str, regel: str
) -> None:
    map_ = maak(tmp_path, (oud, nieuw.replace(": jong", "").replace(": nog", "")))
    fouten = lpi("catalogus", "controleer", str(map_)).stderr
    assert "moet velden hebben" not in fouten
    gezegd = re.search(r"schrijf het zo: (.*)", fouten)
    assert gezegd is not None
    veld = regel.partition(":")[0]
    if "…" not in regel:
        assert gezegd[1] == regel
        gemaakt = maak(tmp_path, (f"{veld}: {oud}" if oud == CONTACT else oud, gezegd[1]))
        assert lpi("catalogus", "controleer", str(gemaakt)).status == 0
    else:
        assert gezegd[1].startswith(regel.partition("…")[0])


@pytest.mark.parametrize(
    ("breuk", "zegt", "herstel"),
    [
        (
            ("naam: Praatgroep\nsoort", "naam Praatgroep\nsoort"),
            "is geen geldige YAML",
            ("naam Praat", "naam: Praat"),
        ),
        (
            ("talen: [nl]", "talen: nl, ar"),
            "schrijf het zo: talen: [nl, ar]",
            ("talen: nl, ar", "talen: [nl, ar]"),
        ),
        (("aanpak:", "aanpakk:"), "bedoelt u 'aanpak'?", ("aanpakk:", "aanpak:")),
        (("bron: opgave\nsetting", "bron: opgaaf\nsetting"), "bedoelt u 'opgave'?", ("opgaaf", "opgave")),
        (
            ("setting: [gemeente]", "setting: [asielzoekerscentrum]"),
            "bedoelt u azc",
            ("asielzoekerscentrum", "azc"),
        ),
    ],
)
def test_een_breuk_herstelt_men_met_wat_de_melding_zegt(
    lpi: Lpi, tmp_path: Path, breuk: tuple[str, str], zegt: str, herstel: tuple[str, str]
) -> None:
    map_ = maak(tmp_path, breuk)
    (fout,) = lpi("catalogus", "controleer", str(map_)).stderr.splitlines()
    assert zegt in fout
    bestand = map_ / "interventies" / "praat-een.yaml"
    bestand.write_text(bestand.read_text().replace(*herstel, 1))
    assert lpi("catalogus", "controleer", str(map_)).status == 0


# --- what a sheet cannot know ---------------------------------------------------------

KORT = """\
id: kort
naam: Praatgroep kort
varianten: [{id: standaard, naam: Praatgroep kort, bron: opgave}]
bronnen: [{bron: opgave, plaats: hele bron}]
"""


def test_wat_men_nog_niet_weet_mag_ontbreken_en_wordt_gevraagd(lpi: Lpi, tmp_path: Path) -> None:
    map_ = schrijf_catalogus(tmp_path, {"interventies/kort.yaml": KORT, "bronnen.yaml": BRONNEN})
    controle = lpi("catalogus", "controleer", str(map_))
    assert controle.status == 0
    assert "nog niet ingevuld: organisatie, samenvatting, doelgroep, doel, aanpak, regio" in controle.stdout
    kort = lpi("toon", "kort", "--catalogus", str(map_), "--formaat", "json").json
    assert (kort["regio"]["landelijk"], kort["doel"]["categorieen"]) == (None, [])
    gezocht = lpi(
        "zoek", "--regio", "Almelo", "--doel", "klachten", "--catalogus", str(map_), "--formaat", "json"
    ).json
    assert "kort" in {een["id"] for een in gezocht["misschien"]}, "unknown is not no"


def test_in_de_meegeleverde_catalogus_mag_niets_daarvan_ontbreken(lpi: Lpi, hele: Path) -> None:
    bestand = hele / "interventies" / "mosaic.yaml"
    bestand.write_text(re.sub(r"(?m)^aanpak: .*\n(?:  .*\n)*", "", bestand.read_text()))
    fouten = lpi("catalogus", "controleer", str(hele)).stderr
    assert "mosaic.yaml" in fouten
    assert "aanpak: ontbreekt; vul dit veld in" in fouten


# --- warnings that stop nothing -------------------------------------------------------


def test_wat_niet_meedoet_wordt_genoemd_met_wat_men_ermee_doet(lpi: Lpi, tmp_path: Path) -> None:
    map_ = maak(tmp_path / "r", interventies__2026__oud=anders("oud"))
    for naam in ("aanbod.csv", "aanbod.json", "a b.xlsx", "oud.ods", "folder.docx", "groep.yaml.txt"):
        (map_ / "interventies" / naam).write_text("x")
    controle = lpi("catalogus", "controleer", "r", map_=tmp_path)
    assert controle.status == 0
    regels = [
        regel.removeprefix("r/interventies/") for regel in controle.stdout.splitlines() if "let op" in regel
    ]
    assert regels == [
        "2026/oud.yaml:1: let op: doet niet mee; zet het in r/interventies zelf, niet in een map daarin",
        "a b.xlsx:1: let op: doet niet mee; lees het met: lpi catalogus lees 'r/interventies/a b.xlsx' r",
        "aanbod.csv:1: let op: doet niet mee; lees het met: lpi catalogus lees r/interventies/aanbod.csv r",
        "aanbod.json:1: let op: doet niet mee; neem het over met: lpi catalogus nieuw r",
        "folder.docx:1: let op: doet niet mee; neem het over met: lpi catalogus nieuw r",
        "groep.yaml.txt:1: let op: doet niet mee; noem het bestand groep.yaml",
        "oud.ods:1: let op: doet niet mee; bewaar het als .xlsx en lees het met: lpi catalogus lees r/interventies/oud.xlsx r",
    ]


@pytest.mark.parametrize(
    ("naam", "contact", "zegt"),
    [
        ("naam: Praatgroep", "[{email: [b@x.nl]}]", "naam: dezelfde naam als praat-een"),
        ("naam: Loopgroep", "[{email: [INFO@example.org]}]", "hetzelfde e-mailadres als praat-een"),
        ("naam: Praatgroep Almelo", "[{telefoon: [0531234567]}]", "hetzelfde telefoonnummer als praat-een"),
        ("naam: MindFit", "[{email: [b@x.nl]}]", "dezelfde naam als mindfit uit de meegeleverde catalogus"),
    ],
)
def test_dubbelen_worden_genoemd(tmp_path: Path, naam: str, contact: str, zegt: str) -> None:
    eigen = CONTACT.replace("}]", ", telefoon: ['053-123 45 67']}]")
    twee = AANBOD.replace("praat-een", "twee").replace(CONTACT, contact)
    twee = twee.replace("naam: Praatgroep\nsoort", f"{naam}\nsoort", 1)
    if "Loop" in naam:
        twee = twee.replace("organisatie: Stichting Proef", "organisatie: Een ander")
    map_ = maak(tmp_path, (CONTACT, eigen), interventies__twee=twee)
    (dubbel,) = [str(fout) for fout in waarschuwingen(map_, VANDAAG) if "zelfde" in fout.melding]
    assert "twee.yaml" in dubbel
    assert zegt in dubbel


def test_meer_aanbod_van_een_aanbieder_is_niet_dubbel(tmp_path: Path) -> None:
    map_ = maak(tmp_path, interventies__loop=anders("loop"))
    assert waarschuwingen(map_, VANDAAG) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "zegt"),
    [
        ("kosten: []", "kosten: [{soort: uitvoering, bedrag: 9, eenheid: groep, prijspeil: 2027, bron: opgave}]", "2027 moet nog komen"),
        ("kosten: []", "kosten: [{soort: uitvoering, bedrag: 9, eenheid: groep, prijspeil: 2025, geldig_tot: 2026-01-01, bron: opgave}]", "gold tot 2026-01-01"),
        ("bewijs: {", "bewijs: {erkenningen: [{databank: nji, geldig_tot: 2026-11-27, bron: opgave}], ", "gold tot 2026-11-27"),
        (CONTACT, "[{email: [a@x.nl], nagekeken: 2026-11-29}]", "2026-11-29 moet nog komen"),
        ("soort: interventie", "status: gestopt\nstatus_sinds: 2027-01-01", "2027-01-01 moet nog komen"),
        (CONTACT, "[{website: ['https://nog.in/vullen', 'https://a.b']}]", "'https://a.b' lijkt geen webadres dat bestaat"),
    ],
)  # fmt: skip
def test_wat_nog_moet_komen_of_voorbij_is_wordt_genoemd(
    tmp_path: Path, oud: str, nieuw: str, zegt: str
) -> None:
    map_ = maak(tmp_path, (oud, nieuw))
    (waarschuwing,) = [fout.melding for fout in waarschuwingen(map_, VANDAAG)]
    assert waarschuwing.startswith(zegt)


# --- not here -------------------------------------------------------------------------

NIET_HIER = "vult_aan: mindfit\nstatus: gestopt\nstatus_sinds: 2026-03-01\naandachtspunten: [Geen trainers in Twente.]\n"
GESTOPT = {
    "id": "mindfit",
    "naam": "MindFit",
    "sinds": "2026-03-01",
    "toelichting": ["Geen trainers in Twente."],
}


def test_wat_hier_niet_is_doet_nergens_mee_en_dat_wordt_gezegd(lpi: Lpi, tmp_path: Path) -> None:
    map_ = schrijf_catalogus(tmp_path / "r", {"interventies/mindfit-hier.yaml": NIET_HIER})
    for opdracht in (
        ("kies", "--leeftijd", "18+", "--vorm", "groep"),
        ("zoek", "--leeftijd", "18+"),
        ("lijst",),
        ("kosten", "--leeftijd", "18+", "--deelnemers", "20"),
    ):
        uitkomst = lpi(*opdracht, "--catalogus", str(map_), "--formaat", "json")
        json = uitkomst.json
        if isinstance(json, dict):
            assert json.pop("gestopt") == [GESTOPT]
        assert (uitkomst.status, "'mindfit'" in str(json)) == (0, False)
        assert (
            "status: MindFit is gestopt en doet niet mee; erbij staat: Geen trainers in Twente."
            in uitkomst.stderr
        )
        zonder = lpi(*opdracht, "--formaat", "json")
        assert '"mindfit"' in zonder.stdout
    kaart = lpi("toon", "mindfit", "--catalogus", str(map_)).stdout
    assert "Het wordt niet meer aangeboden." in kaart
    assert "Sinds 1 maart 2026." in kaart
    assert "Geen trainers in Twente." in kaart
    kosten = lpi("kosten", "mindfit", "--deelnemers", "20", "--catalogus", "r", map_=tmp_path)
    assert kosten.status == 2
    assert kosten.stderr.splitlines()[-1] == (
        "Fout: MindFit is gestopt. Lees erover met: lpi toon mindfit --catalogus r"
    )


@pytest.mark.parametrize(
    "opdracht",
    [
        ("zoek", "--leeftijd", "18+"),
        ("kies", "--leeftijd", "18+"),
        ("lijst",),
        ("kosten", "--leeftijd", "18+", "--deelnemers", "20"),
        ("plan", "--groep", "18+:ar=20"),
        ("rapport", "--leeftijd", "18+", "--deelnemers", "20"),
        ("rapport", "--plan", "plan.yaml"),
    ],
)
def test_elk_antwoord_zegt_wat_is_gestopt_sinds_wanneer_en_waarom(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...]
) -> None:
    map_ = schrijf_catalogus(tmp_path / "r", {"interventies/mindfit-hier.yaml": NIET_HIER})
    lpi("plan", "--groep", "18+:ar=20", "--opslaan", "plan.yaml", map_=tmp_path)
    regel = "MindFit, sinds 1 maart 2026. Erbij staat: Geen trainers in Twente."
    getoond = lpi(*opdracht, "--catalogus", str(map_), "--formaat", "markdown", map_=tmp_path).stdout
    assert f"## Doet niet mee, want gestopt\n\n- {regel}\n" in getoond
    assert "gestopt" not in lpi(*opdracht, "--formaat", "markdown", map_=tmp_path).stdout
    if opdracht[0] != "lijst":
        assert lpi(*opdracht, "--catalogus", str(map_), "--formaat", "json", map_=tmp_path).json[
            "gestopt"
        ] == [GESTOPT]
    if "plan" not in str(opdracht):
        lpi(*opdracht, "--catalogus", str(map_), "--uit", "a.xlsx", map_=tmp_path)
        cellen = [cel.value for cel in load_workbook(tmp_path / "a.xlsx").worksheets[0]["A"]]
        assert f"Doet niet mee, want gestopt: {regel}" in cellen


def test_de_pagina_zegt_wat_is_gestopt(lpi: Lpi, tmp_path: Path) -> None:
    zonder_datum = NIET_HIER.replace("status_sinds: 2026-03-01\n", "").partition("aandachtspunten")[0]
    map_ = schrijf_catalogus(tmp_path / "r", {"interventies/mindfit-hier.yaml": zonder_datum})
    lpi("web", "--uit", "w", "--catalogus", str(map_), map_=tmp_path)
    for pagina in ("index.html", "alles.html"):
        tekst = (tmp_path / "w" / pagina).read_text()
        assert "<li>MindFit (sinds wanneer, staat er niet bij). Waarom staat er niet bij.\n" in tekst
        assert 'id="toon-mindfit"' not in tekst


def test_eigen_aanbod_dat_is_gestopt_doet_niet_mee(lpi: Lpi, tmp_path: Path) -> None:
    map_ = maak(tmp_path, ("soort: interventie", "soort: interventie\nstatus: gestopt"))
    gezocht = lpi("zoek", "praatgroep", "--catalogus", str(map_))
    assert "praat-een" not in gezocht.stdout
    assert "Praatgroep is gestopt en doet niet mee" in gezocht.stderr


@pytest.mark.parametrize(
    "opdracht",
    [
        ("toon", "praat-een"),
        ("vergelijk", "praat-een", "mosaic", "--formaat", "csv"),
        ("rapport", "--interventie", "praat-een"),
        ("zoek", "praatgroep", "--taal", "uk", "--formaat", "json"),
    ],
)
def test_wanneer_een_contact_is_nagekeken_staat_erbij(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...]
) -> None:
    map_ = maak(
        tmp_path, (CONTACT, "[{email: [a@x.nl], nagekeken: 2026-03-04}]"), ("talen: [nl]", "talen_open: true")
    )
    getoond = " ".join(lpi(*opdracht, "--catalogus", str(map_)).stdout.split())
    assert re.search(r"a@x\.nl,? \(?nagekeken op 4 maart 2026", getoond)


def test_wanneer_een_contact_is_nagekeken_staat_op_de_pagina(lpi: Lpi, tmp_path: Path) -> None:
    map_ = maak(tmp_path / "r", (CONTACT, "[{email: [a@x.nl], nagekeken: 2026-03-04}]"))
    lpi("web", "--uit", "w", "--catalogus", str(map_), map_=tmp_path)
    assert "nagekeken op 4 maart 2026" in (tmp_path / "w" / "index.html").read_text()


# --- evidence, commands and other files -----------------------------------------------

STUDIE = (
    "onderzoek: [{soort: rct, jaar: 2024, uitkomst: Geen verschil met de controlegroep., bron: opgave%s}], "
)


@pytest.mark.parametrize(
    ("richting", "kort", "lang"),
    [
        ("", "niet gezegd of dit gunstig is", "niet gezegd of dit gunstig is: Geen verschil met de controlegroep."),
        (", richting: geen-effect", "geen effect", "geen effect."),
    ],
)  # fmt: skip
def test_onderzoek_zonder_effect_heet_zo_en_nergens_sterk(
    lpi: Lpi, tmp_path: Path, richting: str, kort: str, lang: str
) -> None:
    """Also on the first page, and never as an outcome that nobody published."""
    map_ = maak(tmp_path, ("bewijs: {", "bewijs: {" + STUDIE % richting))
    opdracht = ("rapport", "--interventie", "praat-een", "--catalogus", str(map_))
    tekst = lpi(*opdracht, "--formaat", "markdown").stdout
    assert f"| geen erkenning gepubliceerd; {kort}: gerandomiseerd onderzoek |" in tekst
    assert f"- Ander onderzoek: gerandomiseerd onderzoek, {lang}\n" in tekst
    kaart = lpi("toon", "praat-een", "--catalogus", str(map_)).stdout
    assert (f"[{kort}]" in kaart, "uitkomst niet gepubliceerd" in kaart + tekst) == (True, False)
    notitie = lpi(*opdracht).stdout
    sterk = re.search(r"(?s)Sterk(.*?)Let op", notitie)
    assert sterk is not None
    assert "onderzoek" not in sterk[1].lower()
    gezocht = lpi("zoek", "praatgroep", "--bewijs", "rct", "--catalogus", str(map_), "--formaat", "json").json
    assert "praat-een" not in {een["id"] for een in gezocht["treffers"]}


@pytest.mark.parametrize(
    ("opdracht", "zegt"),
    [
        (("toets", "a b.xlsx"), "maak het met: lpi toets --sjabloon"),
        (
            ("catalogus", "controleer", "a b.xlsx"),
            "neem het over met: lpi catalogus lees 'a b.xlsx' mijn-regio",
        ),
        (("lijst", "--catalogus", "a b.xlsx"), "neem het over met: lpi catalogus lees 'a b.xlsx' mijn-regio"),
    ],
)
def test_een_bestand_van_excel_krijgt_de_goede_opdracht(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...], zegt: str
) -> None:
    Workbook().save(tmp_path / "a b.xlsx")
    uitkomst = lpi(*opdracht, map_=tmp_path)
    assert len(uitkomst.stderr.splitlines()) == 1
    assert zegt in uitkomst.stderr


def test_een_opdracht_in_een_melding_kan_men_overtypen(lpi: Lpi, tmp_path: Path) -> None:
    maak(tmp_path / "mijn regio", ("talen: [nl]", "talen: [xx]"))
    uitkomst = lpi("toon", "zzz", "--catalogus", "mijn regio", map_=tmp_path)
    assert "lpi catalogus controleer 'mijn regio'" in uitkomst.stderr
    assert uitkomst.stderr.splitlines()[-1].endswith("met: lpi lijst --catalogus 'mijn regio'")


def test_een_venster_zonder_console_is_een_regel(
    lpi: Lpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in Git Bash on Windows."""

    def vraag(*_: object) -> None:
        raise type("NoConsoleScreenBufferError", (Exception,), {})

    monkeypatch.setattr("lpi_cli.cli.catalogus.nieuw.is_terminal", lambda: True)
    monkeypatch.setattr("lpi_cli.cli.catalogus.nieuw.laat_typen", vraag)
    uitkomst = lpi("catalogus", "nieuw", map_=tmp_path)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (1, 1)
    assert "Geef uw antwoorden als opties" in uitkomst.stderr
