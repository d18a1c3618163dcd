"""How far a fact goes: for whom, where, how exact, how sure; in fields, so that a program can act on it."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.controle import controleer_map
from lpi_cli.catalogus.model import Interventie, Niveau, Provincie
from tests.conftest import CHECKOUT, Lpi
from tests.test_eigen_catalogus import BRON, schrijf_catalogus

EERDER = """\
id: praatgroep
naam: Praatgroep
soort: interventie
organisatie: Buurthuis De Brug
samenvatting: Samen praten.
doelgroep: {omschrijving: Statushouders., kenmerken: [statushouder, vrouw]}
doel: {categorieen: [veerkracht], omschrijving: Sterker worden., afgeleid: true}
aanpak: Praten.
varianten:
  - id: ochtend
    naam: Ochtendgroep
    voor: deelnemers
    leeftijd: {van: 18, tot: null}
    vorm: [groep]
    bijeenkomsten: {aantal: 6, duur_uren: {van: 2, tot: 2}, frequentie: wekelijks}
    groepsgrootte: {min: 8, max: 12}
    plaats: blad 1
    bron: sociale-kaart
  - {id: avond, naam: Avondgroep, voor: deelnemers, leeftijd: {}, vorm: [groep], plaats: blad 1, bron: sociale-kaart}
setting: [gemeente]
talen: [ar]
regio: {landelijk: false, plaatsen: [Enschede]}
bewijs:
  samenvatting: Een studie.
  erkenningen: [{databank: nji, niveau: goed-beschreven, toelichting: Geldt voor de avond., bron: sociale-kaart}]
  onderzoek: [{soort: rct, jaar: 2020, uitkomst: Minder stress., bron: sociale-kaart}]
overdraagbaarheid: {mogelijk: onbekend}
kosten: [{soort: uitvoering, bedrag: {van: 900, tot: 900}, eenheid: groep, prijspeil: 2025, bron: sociale-kaart}]
kwaliteit: [{vraag: opgeleid, antwoord: ja, toelichting: Een dag., bron: sociale-kaart}]
contact: [{organisatie: De Brug, telefoon: [053 123 45 67]}]
bronnen: [{bron: sociale-kaart, plaats: blad 1}]
"""
"""A whole intervention as one wrote it before facts had a scope."""


def _catalogus(map_: Path, tekst: str = EERDER, **bestanden: str) -> Path:
    vast = {"interventies/praatgroep.yaml": tekst, "bronnen.yaml": f"sociale-kaart: {BRON}\n"}
    return schrijf_catalogus(map_ / "regio", {**vast, **bestanden})


def _json(lpi: Lpi, id_: str, *argumenten: str) -> Any:
    return lpi("toon", id_, "--formaat", "json", *argumenten).json


# --- what an earlier version wrote -------------------------------------------------------


def test_een_eerdere_catalogus_blijft_goed_en_hoort_wat_er_nieuw_is(lpi: Lpi, tmp_path: Path) -> None:
    uitkomst = lpi("catalogus", "controleer", str(_catalogus(tmp_path)))
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    regel = "praatgroep.yaml:{}: let op: bewijs.{}[1]: {}"
    nieuw = (
        (26, "onderzoek", "zegt niet hoe het afliep en telt niet als sterk punt; zoals richting: gunstig"),
        (25, "erkenningen", "noemt één variant; gaat het alleen daarover, voeg dan toe: varianten: [avond]"),
    )
    for nr, soort, melding in nieuw:
        assert regel.format(nr, soort, melding) in uitkomst.stdout
    assert uitkomst.stdout.count("bewijs.") == len(nieuw)


@pytest.mark.parametrize(
    ("oud", "nieuw", "talen"),
    [
        ("talen: [ar]", "talen: [ar, mul]", ["ar"]),
        ("talen: [ar]", "talen: [mul]", []),
        ("plaats: blad 1\n    bron", "talen: [tr, mul]\n    plaats: blad 1\n    bron", ["ar"]),
    ],
)
def test_andere_talen_van_vroeger_zijn_een_open_lijst(
    lpi: Lpi, tmp_path: Path, oud: str, nieuw: str, talen: list[str]
) -> None:
    map_ = _catalogus(tmp_path, EERDER.replace(oud, nieuw))
    interventie = _json(lpi, "praatgroep", "--catalogus", str(map_))
    assert interventie["talen"] == talen
    assert interventie["talen_open"] is True


@pytest.mark.parametrize(
    ("aanvulling", "talen"),
    [
        ("talen: [so, mul]", ["so", "ar"]),
        ("talen: [mul]", ["ar"]),
        ("talen: [so]\ntalen_open: true", ["so", "ar"]),
    ],
)
def test_een_aanvulling_met_andere_talen_laat_de_lijst_open(
    lpi: Lpi, tmp_path: Path, aanvulling: str, talen: list[str]
) -> None:
    """Mosaic is for Arabic speakers alone; its supplement says that here it is given in more languages."""
    tekst = f"vult_aan: mosaic\n{aanvulling}\nbronnen: [{{bron: sociale-kaart, plaats: blad 2}}]\n"
    eigen = ("--catalogus", str(_catalogus(tmp_path, **{"interventies/mosaic-regio.yaml": tekst})))
    uitkomst = lpi("catalogus", "controleer", eigen[1])
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert (_json(lpi, "mosaic")["talen"], _json(lpi, "mosaic")["talen_open"]) == (["ar"], False)
    mosaic = _json(lpi, "mosaic", *eigen)
    assert (mosaic["talen"], mosaic["talen_open"]) == (talen, True)


def test_wat_niet_bekend_is_staat_toch_in_json(lpi: Lpi, tmp_path: Path) -> None:
    gegevens = _json(lpi, "praatgroep", "--catalogus", str(_catalogus(tmp_path)))
    ochtend, avond = gegevens["varianten"]
    assert gegevens["doelgroep"] == {
        "omschrijving": "Statushouders.",
        "kenmerken": ["statushouder", "vrouw"],
        "alleen": [],
        "niet": [],
    }
    open_ = ("status", "setting_niet", "setting_alleen", "setting_toelichting")
    assert [gegevens[veld] for veld in open_] == [None, [], False, None]
    assert [gegevens[veld] for veld in ("talen_open", "talen_met_tolk", "bron_van")] == [False, False, {}]
    assert gegevens["regio"] == {
        "landelijk": False,
        "plaatsen": ["Enschede"],
        "provincies": [],
        "elders": None,
        "toelichting": None,
    }
    assert avond["leeftijd"] == {"van": None, "tot": None, "toelichting": None, "kader": None}
    leeg = ("kenmerken", "alleen", "niet", "setting", "setting_niet", "talen")
    assert [avond[veld] for veld in leeg] == [[]] * len(leeg)
    assert (avond["setting_alleen"], avond["taalgroep"]) == (None, None)
    assert ochtend["groepsgrootte"] == {"min": 8, "max": 12, "aard": None}
    grenzen = ("aantal_tot", "aantal_grens", "duur_grens")
    assert [ochtend["bijeenkomsten"][veld] for veld in grenzen] == [None] * 3
    (erkenning,), (studie,) = gegevens["bewijs"]["erkenningen"], gegevens["bewijs"]["onderzoek"]
    assert [erkenning[veld] for veld in ("varianten", "jaar", "geldig_tot")] == [[], None, None]
    velden = ("varianten", "auteurs", "onafhankelijk", "richting", "over")
    assert [studie[veld] for veld in velden] == [[], None, None, "niet-ingedeeld", "deze"]
    (post,), (feit,), (contact,) = gegevens["kosten"], gegevens["kwaliteit"], gegevens["contact"]
    velden = ("groepsgrootte", "looptijd", "geldig_tot", "nagekeken")
    assert [post[veld] for veld in velden] == [None] * 4
    assert (feit["voor"], feit["afgeleid"], contact["nagekeken"]) == ([], False, None)


# --- what contradicts itself --------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (
            "vrouw]}",
            "vrouw], alleen: [meisje]}",
            "doelgroep: 'meisje' staat bij alleen en niet bij kenmerken; noem een groep ook daar",
        ),
        (
            "vrouw]}",
            "vrouw], niet: [vrouw]}",
            "doelgroep: 'vrouw' staat bij kenmerken en bij niet; laat één van beide staan",
        ),
        ("    vorm: [groep]\n", "    vorm: [groep]\n    niet: [statushouder]\n", "varianten[1]: 'statushouder' staat bij kenmerken en bij niet"),
        ("setting: [gemeente]", "setting: [gemeente]\nsetting_niet: [gemeente]", "setting: 'gemeente' staat bij setting en bij setting_niet"),
        ("bron: sociale-kaart}\nset", "setting: [azc], bron: sociale-kaart}\nsetting_niet: [azc]\nset", "varianten[2]: 'azc' staat bij"),
        ("    vorm: [groep]\n", "    vorm: [groep]\n    kenmerken: [man]\n    alleen: [vrouw]\n", "varianten[1]: 'vrouw' staat bij alleen"),
        ("setting: [gemeente]", "setting_alleen: true", "setting: setting_alleen zegt niet waar; vul ook setting in"),
        (
            "{van: 18, tot: null}",
            "{van: 18, tot: null, kader: {van: 18, tot: null}}",
            "varianten[1].leeftijd: kader hoort alleen bij een leeftijd die niet gepubliceerd is; haal kader weg",
        ),
        ("leeftijd: {}", "leeftijd: {kader: {van: 18, tot: 0}}", "leeftijd.kader: van (18) is hoger dan tot (0)"),
        ("{min: 8, max: 12}", "{aard: eis}", "varianten[1].groepsgrootte: aard zegt niets zonder min of max"),
        ("aantal: 6,", "aantal: 6, aantal_tot: 5,", "bijeenkomsten: aantal (6) is hoger dan aantal_tot (5)"),
        ("aantal: 6,", "aantal_tot: 8,", "varianten[1].bijeenkomsten: aantal_tot zegt niets zonder aantal"),
        ("aantal: 6,", "aantal_grens: minstens,", "bijeenkomsten: aantal_grens zegt niets zonder aantal"),
        ("{van: 2, tot: 2}", "null, duur_grens: hooguit", "bijeenkomsten: duur_grens zegt niets zonder duur_uren"),
        (
            "landelijk: false",
            "landelijk: true, elders: nee",
            "regio: elders kan niet bij landelijk: true, want dan is het overal; laat één van beide staan",
        ),
        ("[Enschede]", "[Enschede], provincies: [twente]", "regio.provincies[1]: 'twente' kan niet; kies uit 'drenthe'"),
        (
            "databank: nji,",
            "databank: nji, varianten: [nacht],",
            "bewijs.erkenningen[1].varianten: 'nacht' is geen variant van deze interventie; kies uit ochtend, avond",
        ),
        ("soort: rct,", "soort: rct, varianten: [nacht],", "bewijs.onderzoek[1].varianten: 'nacht' is geen variant"),
        ("soort: rct,", "soort: rct, richting: goed,", "bewijs.onderzoek[1].richting: 'goed' kan niet; kies uit 'gun"),
        (
            "prijspeil: 2025,",
            "prijspeil: 2025, geldig_tot: 31-13-2025,",
            "kosten[1].geldig_tot: '2025-13-31' is geen datum; schrijf jaar-maand-dag, zoals 2025-12-31",
        ),
        (
            "prijspeil: 2025,",
            "looptijd: {van: 24, tot: 18, eenheid: maand},",
            "kosten[1].looptijd: van (24) is hoger dan tot (18)",
        ),
        ("antwoord: ja,", "antwoord: ja, voor: [arabisch],", "kwaliteit[1].voor[1]: 'arabisch' is geen bekend woord"),
        (
            "bronnen: [",
            "bron_van: {talenn: sociale-kaart}\nbronnen: [",
            "bron_van.talenn: is geen veld; schrijf het zoals talen, regio.plaatsen of varianten.kids.leeftijd",
        ),
        (
            "bronnen: [",
            "afwijkingen: [{veld: kosten.cursus, bron: sociale-kaart, waarde: x, toelichting: y}]\nbronnen: [",
            "afwijkingen[1].veld: 'kosten.cursus' kan niet; kies uit kosten, kosten.uitvoering, kosten.personeel",
        ),
        ("bronnen: [", "bron_van: {talen.ar: sociale-kaart}\nbronnen: [", "bron_van.talen.ar: is geen veld"),
        (
            "bronnen: [",
            "bron_van: {varianten.nacht.talen: sociale-kaart}\nbronnen: [",
            "bron_van.varianten.nacht.talen: 'nacht' is geen variant van deze interventie",
        ),
        ("bronnen: [", "bron_van: {talen: gids-2025}\nbronnen: [", "bron_van.talen: 'gids-2025' staat niet onder"),
        ("bronnen: [", "bron_van: {talen: internet}\nbronnen: [", "'internet' is geen bekend woord"),
    ],
)  # fmt: skip
def test_wat_zichzelf_tegenspreekt_wordt_geweigerd(
    lpi: Lpi, tmp_path: Path, oud: str, nieuw: str, verwacht: str
) -> None:
    assert oud in EERDER
    uitkomst = lpi("catalogus", "controleer", str(_catalogus(tmp_path, EERDER.replace(oud, nieuw, 1))))
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (1, 1), uitkomst.stderr
    assert verwacht in uitkomst.stderr


# --- sources of fields --------------------------------------------------------------------


def test_een_veld_noemt_een_of_meer_bronnen(lpi: Lpi, tmp_path: Path) -> None:
    bron_van = "bron_van: {talen: sociale-kaart, varianten.avond.vorm: [sociale-kaart]}\nbronnen: ["
    eigen = _catalogus(tmp_path, EERDER.replace("bronnen: [", bron_van))
    gegevens = _json(lpi, "praatgroep", "--catalogus", str(eigen))
    assert gegevens["bron_van"] == {"talen": ["sociale-kaart"], "varianten.avond.vorm": ["sociale-kaart"]}


def test_een_aanvulling_voegt_haar_bron_toe_aan_wat_zij_aanvult(lpi: Lpi, tmp_path: Path) -> None:
    aanvulling = "vult_aan: mind-spring\ntalen: [so]\nbronnen: [{bron: sociale-kaart, plaats: blad 2}]\n"
    eigen = _catalogus(tmp_path, **{"interventies/mind-spring-regio.yaml": aanvulling})
    gids, regio = (_json(lpi, "mind-spring", *meer) for meer in ((), ("--catalogus", str(eigen))))
    assert regio["bron_van"]["talen"] == ["sociale-kaart", *gids["bron_van"]["talen"]]
    over = {veld: bronnen for veld, bronnen in regio["bron_van"].items() if veld != "talen"}
    assert over.items() >= {veld: b for veld, b in gids["bron_van"].items() if veld != "talen"}.items()
    assert not any("sociale-kaart" in bronnen for bronnen in over.values())
    van_geheel = list(dict.fromkeys(een["bron"] for een in gids["bronnen"]))
    assert all(over[veld] == van_geheel for veld in over.keys() - gids["bron_van"])


# --- who, and where -----------------------------------------------------------------------


def test_een_groep_die_bij_een_variant_is_genoemd_geldt_daar(lpi: Lpi) -> None:
    treffers = lpi("zoek", "--doelgroep", "amv", "--formaat", "json").json["treffers"]
    (mind_spring,) = [treffer for treffer in treffers if treffer["id"] == "mind-spring"]
    assert mind_spring["varianten"] == ["13-plus"]


@pytest.mark.parametrize("woord", ["psychose", "dissociatie"])
def test_op_wie_is_uitgesloten_zoekt_men_niet(lpi: Lpi, woord: str) -> None:
    """Two interventions exclude them; "psychosociaal", which many are, is another word."""
    assert lpi("zoek", woord, "--formaat", "json").json["treffers"] == []
    assert f"Precies vragen kan met: --doelgroep {woord}" in lpi("zoek", woord).stdout


def test_op_waar_het_niet_kan_zoekt_men_niet(lpi: Lpi) -> None:
    """Of Mind-Spring a source says, in a field and in its text, that it is no longer given there."""
    gevonden = {treffer["id"] for treffer in lpi("zoek", "azc", "--formaat", "json").json["treffers"]}
    assert "mindfit" in gevonden
    assert "mind-spring" not in gevonden


def test_elk_kenmerk_zegt_waarover_het_gaat(catalogus: Catalogus) -> None:
    kenmerken = catalogus.begrippen["kenmerk"]
    for code, kenmerk in kenmerken.items():
        assert kenmerk.as_, code
        for smaller in kenmerk.omvat:
            assert set(kenmerk.as_) == set(kenmerken[smaller].as_), (code, smaller)


def test_een_ruim_woord_noemt_alle_smallere(catalogus: Catalogus) -> None:
    """So who reads ``omvat`` need not look further."""
    for lijst in catalogus.begrippen.values():
        for code, begrip in lijst.items():
            assert {woord for smaller in begrip.omvat for woord in lijst[smaller].omvat} <= {*begrip.omvat}, (
                code
            )


@pytest.mark.parametrize(
    ("ruim", "wel", "niet"),
    [
        ("migratieachtergrond", {"vluchtachtergrond", "asielzoeker", "statushouder"}, {"oekraiense-ontheemde", "amv"}),
        ("vluchtachtergrond", {"asielzoeker", "statushouder"}, {"oekraiense-ontheemde", "amv"}),
    ],
)  # fmt: skip
def test_ruime_groepen_nemen_alleen_mee_wie_de_gids_meent(
    catalogus: Catalogus, ruim: str, wel: set[str], niet: set[str]
) -> None:
    omvat = set(catalogus.begrippen["kenmerk"][ruim].omvat)
    assert wel <= omvat
    assert not niet & omvat


def test_plaatsen_liggen_in_een_provincie(catalogus: Catalogus) -> None:
    namen = [naam for plaats, wat in catalogus.plaatsen.items() for naam in (plaats, *wat.ook)]
    assert len(namen) == len({naam.casefold() for naam in namen}), "a name means one place"
    assert {wat.provincie for wat in catalogus.plaatsen.values()} == set(Provincie)
    assert catalogus.plaatsen["Rotterdam"].provincie is Provincie.ZUID_HOLLAND
    provincies = {begrip.naam for begrip in catalogus.begrippen["provincie"].values()}
    for interventie in catalogus.interventies:
        for plaats in interventie.regio.plaatsen:
            assert plaats in {*namen, *provincies}, (interventie.id, plaats)


# --- the catalogue itself -----------------------------------------------------------------


def test_de_erkenning_van_mind_spring_is_die_voor_volwassenen(catalogus: Catalogus) -> None:
    mind_spring = _interventie(catalogus, "mind-spring")
    (erkend,) = [e for e in mind_spring.bewijs.erkenningen if e.niveau is Niveau.GOED_ONDERBOUWD]
    assert erkend.varianten == ("volwassenen",)
    assert mind_spring.setting_niet == ("azc",)
    assert {variant.taalgroep for variant in mind_spring.varianten} == {"een"}
    eisen = {
        variant.id: variant.groepsgrootte and variant.groepsgrootte.aard for variant in mind_spring.varianten
    }
    assert eisen == {"volwassenen": "eis", "junior": None, "13-plus": None, "opvoedondersteuning": None}


def test_elk_onderzoek_van_de_catalogus_zegt_hoe_het_afliep(tmp_path: Path) -> None:
    """An own catalogue may leave it out, and is told; the bundled one may not."""
    heel = tmp_path / "catalog"
    shutil.copytree(CHECKOUT / "catalog", heel)
    assert controleer_map(heel).fouten == []
    bestand = heel / "interventies" / "mindfit.yaml"
    bestand.write_text(re.sub(r"\n      richting: .*", "", bestand.read_text(), count=1))
    (fout,) = controleer_map(heel).fouten
    assert "bewijs.onderzoek[1]: zegt niet hoe het afliep; voeg richting toe" in str(fout)


@pytest.mark.parametrize(
    ("opdracht", "zegt"),
    [
        (
            ("zoek", "--bewijs", "effectonderzoek"),
            "effectonderzoek: gunstig bij gevluchte Syriërs in Libanon",
        ),
        (
            ("rapport", "--interventie", "bethere"),
            "gunstig: effectonderzoek bij gevluchte Syriërs in Libanon",
        ),
        (
            ("rapport", "--interventie", "bamboo/kids"),
            "gunstig: voor- en nameting bij bewoners van azc's en 2 meer",
        ),
        (("rapport", "--interventie", "mosaic"), "effectonderzoek en procesevaluatie"),
        (("toon", "bethere"), "- Effectonderzoek, door de maker of aanbieder zelf: War Child onderzocht"),
    ],
)
def test_een_onderzoek_in_het_kort_zegt_onder_wie_het_was(
    lpi: Lpi, opdracht: tuple[str, ...], zegt: str
) -> None:
    """What was found among some people is not said of others; in full the text says it already."""
    assert zegt in lpi(*opdracht, "--formaat", "markdown").stdout


def _interventie(catalogus: Catalogus, id_: str) -> Interventie:
    return next(interventie for interventie in catalogus.interventies if interventie.id == id_)
