"""The quality test: answers, verdicts, files, and the questions in a terminal."""

import re
from datetime import date
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any

import pytest
import yaml

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Kwaliteit, Kwaliteitsantwoord, Kwaliteitsvraag
from lpi_cli.kern.toets import Gegeven, Toets, toets_interventie, toets_uit_catalogus
from lpi_cli.kern.zinnen import datum_in_woorden
from lpi_cli.weergave.beeld import Alinea
from lpi_cli.weergave.toets import toetsbeeld
from tests.conftest import Lpi
from tests.records import interventie, record
from tests.terminal import CTRL_C, CTRL_D, ENTER, OMHOOG, OMLAAG, TERUG, Terminal

JA_NEE_VRAGEN = [vraag for vraag in Kwaliteitsvraag if vraag is not Kwaliteitsvraag.BEWIJS]
BEWIJZEN = ("studies", "richtlijnen", "experts")
BEWIJSANTWOORDEN = [
    *chain.from_iterable(combinations(BEWIJZEN, aantal) for aantal in (1, 2, 3)),
    ("geen",),
    ("onbekend",),
    (),
]


def _verwacht(a: dict[str, str | None], bewijs: tuple[str, ...]) -> tuple[str, int]:
    """Section 7 of the design, written down once more and independently; None is not answered."""
    meerwaarde = (a["hiaat"], a["ontlasting"])
    uitvoerders = (a["opgeleid"], a["intervisie"], a["gekwalificeerd"])
    oordelen = [
        "voldoet" if "ja" in meerwaarde else "open" if None in meerwaarde else "voldoet_niet",
        "voldoet" if set(bewijs) & set(BEWIJZEN) else "voldoet_niet" if bewijs == ("geen",) else "navragen",
        "voldoet" if "ja" in (a["betrokken"], a["cultuursensitief"]) else "navragen",
        "voldoet"
        if "ja" in uitvoerders
        else "voldoet_niet"
        if uitvoerders == ("nee", "nee", "nee")
        else "navragen",
    ]
    if "voldoet_niet" in oordelen:
        eind = "niet_inzetten"
    elif "open" in oordelen:
        eind = "onvolledig"
    else:
        eind = "navragen" if "navragen" in oordelen else "voldoet"
    return eind, oordelen.count("voldoet")


@pytest.mark.lang
def test_alle_antwoorden_geven_het_gepubliceerde_oordeel(catalogus: Catalogus) -> None:
    aantal = 0
    for woorden in product(("ja", "nee", "onbekend", None), repeat=len(JA_NEE_VRAGEN)):
        antwoorden = {vraag.value: woord for vraag, woord in zip(JA_NEE_VRAGEN, woorden, strict=True)}
        gegevens = {
            Kwaliteitsvraag(vraag): Gegeven((Kwaliteitsantwoord(woord),))
            for vraag, woord in antwoorden.items()
            if woord
        }
        for bewijs in BEWIJSANTWOORDEN:
            gegevens[Kwaliteitsvraag.BEWIJS] = Gegeven(tuple(map(Kwaliteitsantwoord, bewijs)))
            uitslag = toets_interventie(Toets("x", "y", gegevens), catalogus.kwaliteitscriteria)
            assert (uitslag.oordeel, uitslag.voldaan) == _verwacht(antwoorden, bewijs), (antwoorden, bewijs)
            aantal += 1
    assert aantal == 4**7 * 10


def test_een_vraag_zonder_antwoord_blijft_open(catalogus: Catalogus) -> None:
    uitslag = toets_interventie(Toets("x", "y", {}), catalogus.kwaliteitscriteria)
    assert [u.oordeel for u in uitslag.criteria] == ["open", "navragen", "navragen", "navragen"]
    assert len(uitslag.nog_open) == 8
    assert (uitslag.oordeel, uitslag.kan_worden) == ("onvolledig", "voldoet")


def test_een_uitsluiter_blijft_een_uitsluiter(catalogus: Catalogus) -> None:
    gegevens = {Kwaliteitsvraag.BEWIJS: Gegeven((Kwaliteitsantwoord.GEEN,))}
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
        "gekwalificeerd": None,
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
    breed = lpi("toets", *bestanden, map_=tmp_path, COLUMNS="120").stdout
    assert re.search(r"Half +●●\?● 3 van 4 +navragen +3, kan worden: voldoet", breed)
    assert re.search(r"Slecht +●○●● 3 van 4 +niet inzetten +3 +bewijs: voldoet niet", breed)
    assert "3 interventies getoetst, de beste eerst" in tekst
    assert "Getoetst voor: statushouders." in tekst


def test_wie_hetzelfde_toetsen_worden_niet_gerangschikt(lpi: Lpi, tmp_path: Path) -> None:
    _schrijf(tmp_path, "goed.yaml", GOED)
    slecht = GOED.replace("experts", "geen").replace("Wandelgroep Heumen", "wandelgroep heumen")
    _schrijf(tmp_path, "slecht.yaml", slecht)
    _schrijf(tmp_path, "ander.yaml", GOED.replace("Wandelgroep Heumen", "Ander"))
    bestanden = ("slecht.yaml", "ander.yaml", "goed.yaml")
    namen = [t["naam"] for t in lpi("toets", *bestanden, "--formaat", "json", map_=tmp_path).json]
    assert namen == ["wandelgroep heumen", "Ander", "Wandelgroep Heumen"]
    tekst = lpi("toets", *bestanden, map_=tmp_path).stdout
    assert "3 toetsen, in uw volgorde" in tekst
    assert "beste" not in tekst


def test_een_vergelijking_zegt_wat_open_is_en_voor_wie_is_getoetst(lpi: Lpi, tmp_path: Path) -> None:
    _schrijf(tmp_path, "goed.yaml", GOED)
    slecht = GOED.replace("Wandelgroep Heumen", "Slecht").replace(
        "hiaat: ja", "hiaat: nee\n  ontlasting: nee"
    )
    _schrijf(tmp_path, "slecht.yaml", slecht)
    vraag = ("toets", "goed.yaml", "slecht.yaml", "less-stress")
    breed = lpi(*vraag, map_=tmp_path, COLUMNS="120").stdout
    assert re.search(
        r"Less Stress +\?●●\? 2 van 4 +onvolledig +6, kan worden: voldoet +meerwaarde: nog open", breed
    )
    assert re.search(r"Slecht +○●●● 3 van 4 +niet inzetten +2 +meerwaarde: voldoet niet", breed)
    assert "kan worden = het oordeel als de open vragen goede antwoorden krijgen." in breed
    smal = lpi(*vraag, map_=tmp_path, COLUMNS="40").stdout
    assert "open vragen: 6, kan worden: voldoet" in smal
    for tekst in (breed, smal):
        assert "Niet voor dezelfde doelgroep getoetst" in tekst
        assert re.search(r"Less Stress\s+Oekraïense ontheemden\n", tekst)
        assert re.search(r"Slecht\s+statushouders\n", tekst)


@pytest.mark.parametrize(("bewijs", "status"), [("experts", 0), ("geen", 1), ("onbekend", 1), ("", 1)])
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
        (b"- a\n- b\n", "begin elke regel met een veld"),
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
        (GOED.replace("bewijs: experts", "bewijs: 3").encode(), "3 kan niet; kies uit"),
        (
            GOED.replace("bewijs: experts", "bewijs: studies, experts").encode(),
            "schrijf het zo: bewijs: [studies, experts]",
        ),
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
    assert criteria[3]["antwoorden"] == {"opgeleid": "nee", "intervisie": "ja", "gekwalificeerd": None}


def test_fouten_in_twee_bestanden_worden_samen_genoemd(lpi: Lpi, tmp_path: Path) -> None:
    _schrijf(tmp_path, "a.yaml", "[]")
    _schrijf(tmp_path, "b.yaml", GOED.replace("hiaat: ja", "hiaat: tja"))
    fouten = lpi("toets", "a.yaml", "b.yaml", "weg.yaml", map_=tmp_path).stderr.splitlines()
    assert [regel.split(":")[0] for regel in fouten] == ["a.yaml", "b.yaml", "weg.yaml"]


def test_sjabloon_laat_zich_lezen_en_noemt_alle_vragen(lpi: Lpi, tmp_path: Path) -> None:
    sjabloon = lpi("toets", "--sjabloon")
    assert "lpi toets BESTAND" in sjabloon.stderr
    gegevens = yaml.safe_load(sjabloon.stdout)
    assert gegevens["antwoorden"] == {vraag.value: None for vraag in Kwaliteitsvraag}
    assert max(map(len, sjabloon.stdout.splitlines())) <= 100
    _schrijf(tmp_path, "a.yaml", sjabloon.stdout.replace("naam van uw interventie", "Wandelgroep"))
    assert lpi("toets", "a.yaml", "--formaat", "json", map_=tmp_path).json["oordeel"] == "onvolledig"


def test_een_sjabloon_dat_niet_is_ingevuld_krijgt_geen_oordeel(lpi: Lpi, tmp_path: Path) -> None:
    sjabloon = lpi("toets", "--sjabloon").stdout
    uitkomst = lpi("toets", _schrijf(tmp_path, "a.yaml", sjabloon), map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.splitlines() == [
        "a.yaml: is nog niet ingevuld; vul naam en antwoorden in, en typ dan: lpi toets a.yaml"
    ]
    begonnen = _schrijf(tmp_path, "b.yaml", sjabloon.replace("hiaat:", "hiaat: ja"))
    assert lpi("toets", begonnen, map_=tmp_path).status == 0


def test_een_sjabloon_bij_een_id_begint_met_wat_bekend_is(lpi: Lpi, tmp_path: Path) -> None:
    sjabloon = lpi("toets", "less-stress", "--sjabloon", "--doelgroep", "statushouders").stdout
    assert "# Kies: ja, nee of onbekend; leeg: nog open." in sjabloon
    gegevens = yaml.safe_load(sjabloon)
    assert (gegevens["naam"], gegevens["doelgroep"]) == ("Less Stress", "statushouders")
    assert (gegevens["antwoorden"]["hiaat"], gegevens["antwoorden"]["cultuursensitief"]) == (None, "ja")
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


VOORSELECTIE = ["bamboo", "mindfit", "mind-spring", "7roses", "pm-plus"]


@pytest.mark.parametrize("id_", VOORSELECTIE)
def test_de_voorselectie_voldoet_volgens_loop_los_van_de_vragen(lpi: Lpi, id_: str) -> None:
    toets = lpi("toets", id_, "--formaat", "json", "--streng")
    assert (toets.status, toets.json["oordeel"], toets.json["grond"]) == (0, "voldoet", "keuzehulp")
    assert '"voldoet","keuzehulp"' in lpi("toets", id_, "--formaat", "csv").stdout
    assert toets.json["criteria"][0]["oordeel"] == "open"
    assert toets.json["criteria"][0]["antwoorden"] == {"hiaat": None, "ontlasting": None}
    tekst = " ".join(lpi("toets", id_).stdout.split())
    assert "Voldoet volgens LOOP." in tekst
    assert f"{toets.json['voldaan']} van 4): onvolledig." in tekst
    assert "kan het oordeel over de vragen worden: voldoet" in tekst


@pytest.mark.parametrize("id_", VOORSELECTIE)
@pytest.mark.parametrize("doelgroep", ["Eritrese statushouders", "iedereen", "Oekraïners en Syriërs"])
def test_loop_oordeelt_niet_voor_een_andere_groep(lpi: Lpi, id_: str, doelgroep: str) -> None:
    toets = lpi("toets", id_, "--doelgroep", doelgroep, "--formaat", "json", "--streng")
    assert (toets.status, toets.json["oordeel"], toets.json["grond"]) == (1, "onvolledig", None)
    tekst = " ".join(lpi("toets", id_, "--doelgroep", doelgroep).stdout.split())
    assert f"Dat oordeel geldt niet vanzelf voor {doelgroep}. [keuzehulp]" in tekst
    assert "Voldoet volgens LOOP" not in tekst


@pytest.mark.parametrize("id_", VOORSELECTIE)
def test_loop_beantwoordt_van_de_vragen_alleen_de_cultuur(catalogus: Catalogus, id_: str) -> None:
    (interventie,) = (i for i in catalogus.interventies if i.id == id_)
    van_loop = [feit for feit in interventie.kwaliteit if feit.bron == "keuzehulp"]
    assert [(feit.vraag, feit.antwoord, feit.voor) for feit in van_loop] == [
        ("cultuursensitief", "ja", ("oekraiense-ontheemde",))
    ]


def test_een_oordeel_van_loop_verbergt_niet_wat_men_zelf_vond(catalogus: Catalogus) -> None:
    (mindfit,) = (i for i in catalogus.interventies if i.id == "mindfit")
    toets = toets_uit_catalogus(mindfit, catalogus)
    nee = dict.fromkeys(
        (Kwaliteitsvraag.HIAAT, Kwaliteitsvraag.ONTLASTING), Gegeven((Kwaliteitsantwoord.NEE,))
    )
    uitslag = toets_interventie(
        toets._replace(gegevens={**toets.gegevens, **nee}), catalogus.kwaliteitscriteria
    )
    assert (uitslag.oordeel, uitslag.grond, uitslag.op_vragen) == ("niet_inzetten", None, "niet_inzetten")
    tekst = [
        blok.tekst for blok in toetsbeeld([uitslag], catalogus, "vandaag").blokken if isinstance(blok, Alinea)
    ]
    assert tekst[0].startswith("Volgens LOOP voldoet deze LPI")
    assert tekst[0].endswith("[keuzehulp]")
    assert tekst[1].startswith("Liever niet inzetten.")
    assert "Dat is: meerwaarde." in tekst[1]
    assert toetsbeeld([uitslag], catalogus, "vandaag").titel == "MindFit: ○?●? 1 van 4, niet inzetten"


def test_buiten_de_voorselectie_weet_geen_bron_wat_iets_hier_toevoegt(lpi: Lpi, catalogus: Catalogus) -> None:
    ids = [i.id for i in catalogus.interventies if not i.voorselectie]
    assert len(ids) == 34
    for toets in lpi("toets", *ids, "--formaat", "json").json:
        oordelen = [criterium["oordeel"] for criterium in toets["criteria"]]
        assert (toets["oordeel"], toets["grond"]) == ("onvolledig", None), toets["naam"]
        assert oordelen[0] == "open"
        assert set(oordelen[1:]) <= {"voldoet", "navragen"}


# --- for whom a source speaks -------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "over", "zegt"),
    [
        ("mosaic", "Arabischsprekenden", "Een van de twee trainers is ervaringsdeskundig"),
        ("eritrese-oudergroepen", "Eritreeërs, vrouwen", "Een Eritrese cultural mediator gaf"),
    ],
)
def test_wat_over_anderen_is_gezegd_beantwoordt_de_vraag_niet(
    lpi: Lpi, id_: str, over: str, zegt: str
) -> None:
    toets = lpi("toets", id_, "--formaat", "json").json
    cultuur = toets["criteria"][2]
    assert toets["doelgroep"] == "Oekraïense ontheemden"
    assert cultuur["oordeel"] == "navragen"
    assert cultuur["antwoorden"] == {"betrokken": None, "cultuursensitief": None}
    anders = f"Gezegd over {over}: ja. {zegt}"
    assert f"nog niet beantwoord. {anders}" in " ".join(lpi("toets", id_).stdout.split())
    assert anders in lpi("toets", id_, "--formaat", "csv").stdout
    notitie = lpi("rapport", "--interventie", id_, "--toets", id_).stdout
    assert anders in " ".join(notitie.split())
    sjabloon = yaml.safe_load(lpi("toets", id_, "--sjabloon").stdout)
    assert sjabloon["antwoorden"]["betrokken"] is None
    assert sjabloon["toelichting"]["betrokken"].startswith(anders)


@pytest.mark.parametrize(
    ("id_", "doelgroep", "antwoord"),
    [
        ("mosaic", "Arabischsprekenden", "ja"),
        ("mosaic", "Arabischtalige vrouwen in Heumen", "ja"),
        ("mosaic", "Syriërs", None),
        ("pm-plus", "Syriërs", None),  # the helpers fled too, and "often" share the culture
        ("pm-plus", "vluchtelingen", "ja"),
        ("mosaic", "Arabischsprekende en Eritrese statushouders", None),
        ("mosaic", "Arabischsprekenden en hun buren", None),
        ("eritrese-oudergroepen", "Eritrese moeders", "ja"),
        ("eritrese-oudergroepen", "moeders", None),
        ("eritrese-oudergroepen", "Eritreeërs", None),
        ("eritrese-oudergroepen", "Eritrese vaders", None),
        ("eritrese-oudergroepen", "Eritreeërs, moeders", None),
    ],
)
def test_een_antwoord_telt_voor_de_mensen_over_wie_het_gaat(
    lpi: Lpi, id_: str, doelgroep: str, antwoord: str | None
) -> None:
    cultuur = lpi("toets", id_, "--doelgroep", doelgroep, "--formaat", "json").json["criteria"][2]
    assert cultuur["antwoorden"]["betrokken"] == antwoord
    assert cultuur["oordeel"] == ("voldoet" if antwoord else "navragen")


@pytest.mark.parametrize(("doelgroep", "antwoord"), [("Oekraïners", "ja"), ("statushouders", None)])
def test_wat_voor_oekraiense_jongeren_is_gemaakt_past_niet_vanzelf_bij_anderen(
    lpi: Lpi, doelgroep: str, antwoord: str | None
) -> None:
    toets = lpi("toets", "tiener-veerkracht-academie", "--doelgroep", doelgroep, "--formaat", "json").json
    assert toets["criteria"][2]["antwoorden"]["cultuursensitief"] == antwoord


def test_een_antwoord_dat_onze_lezing_is_zegt_dat(lpi: Lpi) -> None:
    tekst = " ".join(lpi("toets", "eritrese-oudergroepen").stdout.split())
    assert "noemt dit als voorbeeld. Het antwoord is onze lezing. [handreiking-statushouders]" in tekst


def test_bamboo_zegt_niet_wie_in_een_register_staat(lpi: Lpi) -> None:
    toets = lpi("toets", "bamboo", "--formaat", "json").json
    assert toets["criteria"][3]["antwoorden"]["gekwalificeerd"] == "onbekend"


def test_wie_zelf_antwoordt_leest_niet_meer_over_anderen() -> None:
    gegeven = Gegeven(over_anderen="Gezegd over: ja.")
    assert gegeven.beantwoord((Kwaliteitsantwoord.ONBEKEND,)).anderen == gegeven.anderen == "Gezegd over: ja."
    assert gegeven.beantwoord((Kwaliteitsantwoord.JA,)).anderen is None
    assert gegeven.beantwoord((Kwaliteitsantwoord.JA,)).beantwoord(()) == gegeven
    assert gegeven.noteer("Gebeld.").anderen == gegeven.anderen
    van_bron = gegeven._replace(
        antwoorden=(Kwaliteitsantwoord.ONBEKEND,), toelichting="Onduidelijk.", bron="gids-2025"
    )
    assert van_bron.beantwoord(()) == gegeven


def test_wat_een_bron_niet_weet_staat_naast_wat_een_ander_over_anderen_zegt(lpi: Lpi) -> None:
    opdracht = ("toets", "pm-plus", "--doelgroep", "Eritrese statushouders")
    loop = "[gids-2025] Gezegd over Oekraïense ontheemden: ja. LOOP noemt alle vijf"
    assert loop in " ".join(lpi(*opdracht).stdout.split())
    bewaard = yaml.safe_load(lpi(*opdracht, "--sjabloon").stdout)
    assert bewaard["antwoorden"]["cultuursensitief"] == "onbekend"
    assert re.match(r"Volgens gids-2025: .* Gezegd over", bewaard["toelichting"]["cultuursensitief"])


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


def _bij_vraag_1(map_: Path) -> Terminal:
    scherm = Terminal("toets", map_=map_)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Wandelgroep", ENTER)
    scherm.wacht_op("Voor welke doelgroep? Oekraïense ontheemden")
    scherm.typ(ENTER)
    scherm.wacht_op("Wandelgroep: vraag 1 van 8", "Goed bewijs:")
    return scherm


def test_vragen_met_notitie_en_terug_en_bewaren(tmp_path: Path) -> None:
    scherm = _bij_vraag_1(tmp_path)
    scherm.typ("\t")
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
    scherm.typ("1", "6")
    scherm.wacht_op("○ 1. studies", "● 6. open laten")
    scherm.typ("1", "3")
    scherm.wacht_op("● 1. studies", "● 3. experts", "○ 6. open laten")
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


def test_een_getypt_woord_is_het_antwoord_of_wordt_geweigerd(tmp_path: Path) -> None:
    scherm = _bij_vraag_1(tmp_path)
    scherm.wacht_op("Een woord typen kan ook.")
    scherm.typ("nou", ENTER)
    scherm.wacht_op("'nou' ken ik niet; kies uit ja, nee, onbekend.")
    scherm.typ("nee", ENTER)
    scherm.wacht_op("vraag 2 van 8")
    scherm.typ("open laten", ENTER)
    scherm.wacht_op("vraag 3 van 8")
    scherm.typ("geen aanwijzing", ENTER)
    scherm.wacht_op("vraag 4 van 8")
    scherm.typ("weet ik niet", ENTER)
    scherm.wacht_op("vraag 5 van 8")
    scherm.typ(TERUG)
    scherm.wacht_op("vraag 4 van 8", "● 3. onbekend")
    scherm.typ(TERUG)
    scherm.wacht_op("vraag 3 van 8", "● 4. geen")
    scherm.typ(TERUG)
    scherm.wacht_op("vraag 2 van 8", "» ○ 4. open laten")
    scherm.typ(TERUG)
    scherm.wacht_op("vraag 1 van 8", "● 2. nee")


def test_een_notitie_laat_het_gekozen_antwoord_staan(tmp_path: Path) -> None:
    scherm = Terminal("toets", "--opslaan", "a.yaml", map_=tmp_path)
    scherm.wacht_op("Hoe heet de interventie?")
    scherm.typ("Wandelgroep", ENTER)
    scherm.wacht_op("Voor welke doelgroep?")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 1 van 8")
    scherm.typ("1")
    scherm.wacht_op("● 1. ja")
    scherm.typ("\t")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("gevraagd aan de GGD", ENTER)
    scherm.wacht_op("Uw notitie: gevraagd aan de GGD", "● 1. ja")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 2 van 8")
    scherm.typ(OMHOOG, OMHOOG, OMHOOG)  # only pointed at, which is what Enter would take
    scherm.wacht_op("» ○ 1. ja")
    scherm.typ("\t")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("ook gevraagd", ENTER)
    scherm.wacht_op("Uw notitie: ook gevraagd", "» ○ 1. ja")
    scherm.typ(ENTER)
    scherm.wacht_op("vraag 3 van 8")
    scherm.typ("1", "3")
    scherm.wacht_op("● 1. studies", "● 3. experts")
    scherm.typ("\t")
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
        **dict.fromkeys(map(str, Kwaliteitsvraag)),
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
    scherm.wacht_op("Antwoorden bewaren?", "Wandelgroep: ???? 0 van 4", "Nog geen oordeel")
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


def test_voor_de_getypte_groep_is_open_wat_geen_bron_van_haar_zegt() -> None:
    scherm = Terminal("toets", "mosaic")
    scherm.wacht_op("Voor welke doelgroep? Oekraïense ontheemden")
    scherm.typ("\x15", "Arabischsprekenden", ENTER)
    scherm.wacht_op("Mosaic: vraag 1 van 5")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130
    scherm = Terminal("toets", "mosaic", "--doelgroep", "Somaliërs")
    for nr in (1, 2):
        scherm.wacht_op(f"vraag {nr} van 6")
        scherm.typ(ENTER)
    scherm.wacht_op("vraag 3 van 6", "Gezegd over Arabischsprekenden: ja.")
    scherm.typ(CTRL_C)
    assert scherm.einde() == 130


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
    scherm.typ("\t")
    scherm.wacht_op("Notitie bij dit antwoord:")
    scherm.typ("Gebeld met de school", ENTER)
    scherm.wacht_op("Uw notitie: Gebeld met de school", f"Volgens gids-2025: {BRONTEKST}")
    bewaard = _rond_af(scherm, tmp_path)
    assert bewaard["toelichting"]["bewijs"] == "Gebeld met de school"


def test_een_lege_notitie_laat_de_woorden_van_de_bron_staan() -> None:
    van_bron = Gegeven((Kwaliteitsantwoord.ONBEKEND,), "Volgens de gids onbekend.", "gids-2025")
    assert van_bron.noteer("") == van_bron
    assert Gegeven((), "Eigen.").noteer("") == Gegeven()
    assert Gegeven((), "Eigen.").beantwoord((Kwaliteitsantwoord.JA,)) == Gegeven(
        (Kwaliteitsantwoord.JA,), "Eigen."
    )


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
    toets = toets_uit_catalogus(interventie(kwaliteit=feiten), catalogus)
    assert toets.gegevens[Kwaliteitsvraag.HIAAT] == Gegeven(
        tuple(map(Kwaliteitsantwoord, samen)), toelichting, bron
    )
