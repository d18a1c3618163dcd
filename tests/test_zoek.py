"""Search: given these filters, these interventions."""

import re
from collections import Counter
from pathlib import Path

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.laden import laad_basis
from lpi_cli.catalogus.model import Leeftijd
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zoek import Zoekresultaat, gemist, zoek
from tests.conftest import VANDAAG, Lpi
from tests.test_eigen_catalogus import eigen_interventie, schrijf_catalogus


def _ids(resultaat: Zoekresultaat) -> set[str]:
    return {treffer.interventie.id for treffer in resultaat.treffers}


@pytest.mark.parametrize(
    ("filter_", "een", "ander"),
    [
        ("leeftijd", "kinderen", "55+"),
        ("vorm", "individueel", "groep"),
        ("taal", "uk", "ti"),
        ("setting", "isk", "azc"),
        ("bewijs", "goed-beschreven", "goede-aanwijzingen"),
        ("organisatie", "arq", "war child"),
    ],
)
def test_een_filter_twee_keer_betekent_of(catalogus: Catalogus, filter_: str, een: str, ander: str) -> None:
    los = [_ids(zoek(catalogus, {filter_: [woord]}, VANDAAG)) for woord in (een, ander)]
    assert los[0] != los[1]
    assert _ids(zoek(catalogus, {filter_: [een, ander]}, VANDAAG)) == los[0] | los[1]


def test_onbekend_is_het_pas_als_geen_variant_het_zegt(catalogus: Catalogus) -> None:
    """One variant without an age next to one that is too old: that one may fit, and so is to be asked about."""
    bamboo = next(i for i in catalogus.interventies if i.id == "bamboo")
    zonder, te_oud = (
        bamboo.varianten[0]._replace(leeftijd=Leeftijd(van, tot, None))
        for van, tot in ((None, None), (40, 60))
    )
    vraag = {"leeftijd": ["12-18"], "doel": ["veerkracht"]}
    alleen = Catalogus(laad_basis())
    for varianten in ((zonder, te_oud), (te_oud, zonder), (zonder,)):
        alleen.interventies = (bamboo._replace(varianten=varianten),)
        resultaat = zoek(alleen, vraag, VANDAAG)
        (misschien,) = resultaat.misschien
        assert (resultaat.treffers, resultaat.net_niet, misschien.varianten) == ((), (), (zonder,))
        assert gemist(Gevraagd.heel(alleen.interventies[0]), vraag, alleen, VANDAAG) == misschien.vraag_na
    alleen.interventies = (bamboo._replace(varianten=(te_oud,)),)
    assert zoek(alleen, vraag, VANDAAG).misschien == ()


def test_twaalf_tot_achttien_met_het_deel_dat_elk_dekt(lpi: Lpi) -> None:
    treffers = lpi("zoek", "--leeftijd", "12-18", "--formaat", "json").json["treffers"]
    assert {treffer["id"]: (treffer["varianten"], treffer["dekking"]) for treffer in treffers} == {
        "bamboo": (["youth"], None),
        "ease": (["jongeren"], "12-15"),
        "kunstlab": (["tieners"], "13-17"),
        "mindpower": (["groep"], "15-18"),
        "mind-spring": (["13-plus"], "13-18"),
        "my-identity": (["groep"], "13-18"),
        "pubergroep": (["pubergroep", "amv-groep"], None),
        "samen-oplopen": (["gezin"], None),
        "teamup-opvang": (["opvang"], None),
        "teamup-school": (["school"], None),
        "tiener-veerkracht-academie": (["jongeren-12-14", "jongeren-14-16"], "12-16"),
        "pm-plus": (["individueel", "groep"], "16-18"),
        "ex-amv-groep": (["groep"], "17-18"),
    }


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ({"voorselectie": ["ja"]}, {"7roses", "bamboo", "mind-spring", "mindfit", "pm-plus"}),
        (
            {"kosteloos": ["ja"]},
            {"empatia-workshops", "life-skills", "teamup-opvang", "tiener-veerkracht-academie"},
        ),
        ({"organisatie": ["zzz"]}, set()),
        ({"organisatie": ["war child"]}, {"bethere", "ease", "teamup-opvang", "teamup-school"}),
        ({"organisatie": ["WarChild"]}, {"bethere", "ease", "teamup-opvang", "teamup-school"}),
        ({"bewijs": ["eerste-aanwijzingen"]}, set()),
        (
            {"bewijs": ["goed onderbouwd"]},
            {"gouden-mannen", "hiro-schooljudo", "liever-bewegen-dan-moe", "mind-spring"},
        ),
        ({"leeftijd": ["ouders"], "vorm": ["individueel"]}, {"samen-oplopen"}),
        (
            {"setting": ["isk"], "leeftijd": ["12-18"]},
            {"bamboo", "mindpower", "pubergroep", "teamup-school"},
        ),
        ({"doelgroep": ["lhbtiqa"]}, {"pillars-of-support"}),
    ],
)
def test_filter_geeft_precies_deze(
    catalogus: Catalogus, vraag: dict[str, list[str]], verwacht: set[str]
) -> None:
    assert _ids(zoek(catalogus, vraag, VANDAAG)) == verwacht


@pytest.mark.parametrize(
    ("vraag", "id_", "feit"),
    [
        ({"kosteloos": ["ja"]}, "vreedzaam", "soms kosteloos (Gratis voor een school die al een Vreedzame"),
        (
            {"bewijs": ["eerste-aanwijzingen"]},
            "bewegen-werkt",
            "eerste aanwijzingen voor effectiviteit, van een ander of breder programma (",
        ),
        (
            {"bewijs": ["goed-onderbouwd"]},
            "vreedzaam",
            "eerste aanwijzingen voor effectiviteit, van een ander of breder programma (",
        ),
        ({"setting": ["isk"], "leeftijd": ["12-18"]}, "mind-spring", "alleen algemeen genoemd: school"),
    ],
)
def test_wat_een_bron_maar_ten_dele_zegt_past_misschien(
    catalogus: Catalogus, vraag: dict[str, list[str]], id_: str, feit: str
) -> None:
    """Under a condition, of another programme, or in general words."""
    misschien = {t.interventie.id: t.vraag_na for t in zoek(catalogus, vraag, VANDAAG).misschien}
    (reden,) = misschien[id_]
    assert str(reden.feit).startswith(feit)


@pytest.mark.parametrize("taal", ["uk", "Oekraïens", "oekraiens", "OEKRAÏENS"])
def test_een_woord_mag_als_code_of_naam_en_zonder_accent(catalogus: Catalogus, taal: str) -> None:
    gevonden = _ids(zoek(catalogus, {"taal": [taal]}, VANDAAG))
    assert {"bamboo", "bethere", "ease", "empatia-workshops", "mind-spring"} <= gevonden
    assert "mosaic" not in gevonden, "only in Arabic"


def test_leeftijd_vorm_en_plek_moeten_bij_dezelfde_variant_kloppen(catalogus: Catalogus) -> None:
    samen = zoek(catalogus, {"leeftijd": ["kinderen"], "vorm": ["individueel"]}, VANDAAG)
    assert "safe-and-sound" in _ids(samen)
    assert "bamboo" not in _ids(samen), "BAMBOO Kids is for groups"


def test_een_breder_woord_telt_mee(catalogus: Catalogus) -> None:
    statushouder = _ids(zoek(catalogus, {"doelgroep": ["statushouder"]}, VANDAAG))
    assert "mindpower" in statushouder, "for everyone with a refugee background"
    assert "mindpower" not in _ids(zoek(catalogus, {"doelgroep": ["amv"]}, VANDAAG))


@pytest.mark.parametrize(
    ("tekst", "id_"),
    [
        ("muziektherapie", "safe-and-sound"),
        ("MUZIEK", "safe-and-sound"),
        ("oekraiense ontheemden", "empatia-workshops"),
        ("scholen", "teamup-school"),
        ("basisscholen", "hiro-schooljudo"),
        ("gezinnen", "samen-oplopen"),
        ("vrouw", "seksueel-en-gendergerelateerd-geweld"),
        ("tigrinya", "mind-spring"),
        ("goed onderbouwd", "gouden-mannen"),
    ],
)
def test_vrije_tekst_vergeeft_accenten_hoofdletters_en_woordvormen(
    catalogus: Catalogus, tekst: str, id_: str
) -> None:
    assert id_ in _ids(zoek(catalogus, {}, VANDAAG, tekst))


@pytest.mark.parametrize(
    ("naamwoord", "werkwoord"),
    [("opvoeding", "opvoeden"), ("verwerking", "verwerken"), ("signalering", "signaleren")],
)
def test_een_werkwoord_vindt_men_ook_als_naamwoord(
    catalogus: Catalogus, naamwoord: str, werkwoord: str
) -> None:
    als_werkwoord = _ids(zoek(catalogus, {}, VANDAAG, werkwoord))
    assert als_werkwoord
    assert als_werkwoord <= _ids(zoek(catalogus, {}, VANDAAG, naamwoord))


def test_vrije_tekst_vraagt_alle_woorden(catalogus: Catalogus) -> None:
    assert _ids(zoek(catalogus, {}, VANDAAG, "muziektherapie")) == {"safe-and-sound"}
    assert _ids(zoek(catalogus, {}, VANDAAG, "muziektherapie xyzzy")) == set()
    assert _ids(zoek(catalogus, {}, VANDAAG, "qqq")) == set()


@pytest.mark.parametrize(
    ("tekst", "wel", "niet"),
    [
        ("rouw", "mindfit", "pillars-of-support"),  # has "vrouwen"
        ("gratis", "teamup-opvang", "mosaic"),  # has "integratie"
        ("eten", "liever-bewegen-dan-moe", "bamboo"),  # has "weten"
        ("man", "gouden-mannen", "bamboo"),  # has "manier"
        ("school", "hiro-schooljudo", "mosaic"),  # has "basisschool"
        ("ouders", "bethere", "bewegen-werkt"),  # has "statushouders"
        ("trauma", "stabilisatie-en-herstel", "mosaic"),  # has "psychotrauma"
    ],
)
def test_een_kort_woord_wordt_niet_in_een_ander_gevonden(
    catalogus: Catalogus, tekst: str, wel: str, niet: str
) -> None:
    gevonden = _ids(zoek(catalogus, {}, VANDAAG, tekst))
    assert wel in gevonden
    assert niet not in gevonden


def test_onzin_geeft_niets_en_zegt_welk_woord_nergens_staat(lpi: Lpi) -> None:
    for onzin in ("zzz", "qq", "AVG"):
        assert lpi("zoek", onzin, "--formaat", "json").json["treffers"] == []
        assert lpi("uitleg", "--zoek", onzin, "--formaat", "json").json["treffers"] == []
    scherm = lpi("zoek", "tigrynia", "muziek").stdout
    assert 'Het woord "tigrynia" staat bij geen enkele interventie.' in scherm
    assert 'zonder het woord "tigrynia": 3 gevonden' in scherm


def test_net_niet_mist_een_filter_en_onbekend_staat_apart(catalogus: Catalogus) -> None:
    resultaat = zoek(catalogus, {"leeftijd": ["12-18"], "taal": ["ar"]}, VANDAAG)
    gemist = {gemist.interventie.id: gemist for gemist in resultaat.net_niet}
    assert [*map(str, gemist["mosaic"].redenen)] == ["leeftijd: 18 jaar en ouder"]
    misschien = {treffer.interventie.id: treffer for treffer in resultaat.misschien}
    assert [*map(str, misschien["bethere"].vraag_na)] == ["leeftijd: niet gepubliceerd (voor ouders)"]
    assert "hiro-schooljudo" not in gemist | misschien, "too young, and no language published"


def test_een_misser_en_een_onbekend_feit_is_nog_net_niet(lpi: Lpi) -> None:
    """Mosaic is for adults in Arabic; of its target group no source says whether amv's belong to it."""
    vraag = ("--leeftijd", "15-17", "--doelgroep", "amv", "--taal", "ar", "--vorm", "groep")
    net_niet = {n["id"]: n["redenen"] for n in lpi("zoek", *vraag, "--formaat", "json").json["net_niet"]}
    assert net_niet["mosaic"][0] == "leeftijd: 18 jaar en ouder"
    assert net_niet["mosaic"][1].startswith("doelgroep: wel genoemd: ")
    scherm = " ".join(lpi("zoek", *vraag).stdout.split())
    assert re.search(
        r"leeftijd \(18 jaar en ouder\): [^:]*\bmosaic \(doelgroep niet genoemd, andere wel\)", scherm
    )


def test_wat_onbekend_is_heet_naar_het_feit(lpi: Lpi) -> None:
    """BAMBOO was studied, so that nobody published a level does not make its evidence unknown."""
    scherm = lpi("zoek", "--bewijs", "goed-onderbouwd").stdout
    assert "bewijs geen erkenning met een niveau gepubliceerd: " in scherm
    assert "bewijs niet gepubliceerd" not in scherm
    scherm = lpi("zoek", "--kosteloos").stdout
    for feit in ("niet bekend (prijs op aanvraag)", "niet bekend (betaald uit de Wmo)", "soms wel"):
        assert f"- kosteloos {feit}: " in scherm
    assert "kosteloos niet bekend (prijs niet gepubliceerd): " in scherm


def test_een_erkenning_zegt_waarvoor_die_geldt(lpi: Lpi) -> None:
    """Only the training for adults of Mind-Spring was judged, not that for 13 and older."""
    vraag = ("zoek", "--leeftijd", "jongeren", "--bewijs", "goed-onderbouwd")
    antwoord = lpi(*vraag, "--formaat", "json").json
    assert "mind-spring" not in [treffer["id"] for treffer in antwoord["treffers"]]
    (mind_spring,) = (treffer for treffer in antwoord["misschien"] if treffer["id"] == "mind-spring")
    (na,) = mind_spring["vraag_na"]
    assert na["onderdeel"] == "bewijs"
    assert na["tekst"].startswith("goed onderbouwd, van een andere variant")
    volwassenen = lpi("zoek", "--leeftijd", "18+", "--bewijs", "goed-onderbouwd", "--formaat", "json").json
    assert "mind-spring" in [treffer["id"] for treffer in volwassenen["treffers"]]


def test_een_taal_die_er_misschien_ook_is_sluit_niets_uit(lpi: Lpi) -> None:
    """PM+ is given in many languages of which the sources name three; Mosaic is in Arabic only."""
    antwoord = lpi("zoek", "--taal", "fr", "--leeftijd", "18+", "--formaat", "json").json
    misschien = [treffer["id"] for treffer in antwoord["misschien"]]
    assert "pm-plus" in misschien
    assert "mosaic" not in misschien
    assert next(n["redenen"] for n in antwoord["net_niet"] if n["id"] == "mosaic") == ["taal: Arabisch"]


def test_wie_een_interventie_noemt_leest_waarom_zij_niet_past(lpi: Lpi) -> None:
    """That it has the words is a part that fits, so one filter that it misses is a near miss."""
    antwoord = lpi("zoek", "mosaic", "--taal", "tigrinya", "--formaat", "json").json
    assert [(n["id"], n["redenen"]) for n in antwoord["net_niet"]] == [("mosaic", ["taal: Arabisch"])]
    assert "- taal (Arabisch): mosaic\n" in lpi("zoek", "mosaic", "--taal", "tigrinya").stdout


def test_met_een_filter_is_er_geen_net_niet(catalogus: Catalogus) -> None:
    """What misses the only demand misses all; what is not known of it may fit."""
    resultaat = zoek(catalogus, {"leeftijd": ["18+"]}, VANDAAG)
    assert resultaat.net_niet == ()
    ids = {treffer.interventie.id for treffer in resultaat.misschien}
    assert {"bethere", "avres-avanti", "eritrese-oudergroepen", "meergezinsgroepen"} <= ids


def test_niets_gevonden_zegt_welk_filter_ruimer_kan(lpi: Lpi) -> None:
    uitkomst = lpi("zoek", "--taal", "ur", "--doelgroep", "lhbtiqa")
    assert uitkomst.status == 0
    assert "Niets gevonden voor doelgroep lhbtiqa+ en taal Urdu." in uitkomst.stdout
    assert "zonder --taal: 1 gevonden" in uitkomst.stdout
    assert "taal niet genoemd, andere wel: pillars-of-support" in uitkomst.stdout, "what may fit is shown"


@pytest.mark.parametrize(
    ("getypt", "woord", "kop"),
    [
        ("limburg", "limburg", "Limburg"),
        ("Noord Brabant", "noord-brabant", "Noord-Brabant"),
        ("Fryslân", "friesland", "Friesland"),
        ("Utrecht", "Utrecht", "Utrecht"),
        ("provincie Utrecht", "provincie utrecht", "provincie Utrecht"),
        ("Provincie Limburg", "limburg", "Limburg"),
    ],
)
def test_een_provincie_heet_bij_haar_naam_en_niet_naar_een_stad(
    lpi: Lpi, tmp_path: Path, getypt: str, woord: str, kop: str
) -> None:
    vraag = tmp_path / "vraag.yaml"
    assert f"regio {kop}\n" in lpi("zoek", "--regio", getypt, "--opslaan", str(vraag)).stdout
    gegevens = lpi("zoek", "--vraag", str(vraag), "--formaat", "json").json
    assert gegevens["vraag"] == {"regio": [woord]}


GEMEENTEN = {
    "groningen": 10, "friesland": 18, "drenthe": 12, "overijssel": 25, "flevoland": 6, "gelderland": 51,
    "utrecht": 26, "noord-holland": 44, "zuid-holland": 50, "zeeland": 13, "noord-brabant": 56, "limburg": 31,
}  # fmt: skip
"""How many there are in each province since 2023."""


def test_elke_gemeente_is_bekend(catalogus: Catalogus) -> None:
    assert Counter(plaats.provincie for plaats in catalogus.plaatsen.values()) == GEMEENTEN
    for plaats, een in catalogus.plaatsen.items():
        for naam in (plaats, *een.ook):
            assert zoek(catalogus, {"regio": [naam]}, VANDAAG).vraag == {"regio": (plaats,)}


@pytest.mark.parametrize(
    ("getypt", "melding"),
    [
        ("Bergen", "Er zijn er twee; schrijf Bergen (Noord-Holland) of Bergen (Limburg)."),
        ("de Achterhoek", "Geef een gemeente, zoals Doetinchem, of de hele provincie Gelderland."),
    ],
)
def test_een_streek_of_dubbele_naam_krijgt_een_aanwijzing(lpi: Lpi, getypt: str, melding: str) -> None:
    uitkomst = lpi("zoek", "--regio", getypt, COLUMNS="200")
    assert (uitkomst.status, uitkomst.stderr) == (
        2,
        f"Fout: --regio: {getypt!r} zegt niet genoeg. {melding}\n",
    )


def test_wat_in_een_plaats_is_is_niet_in_de_stad_met_de_naam_van_de_provincie(
    lpi: Lpi, tmp_path: Path
) -> None:
    praatgroep = eigen_interventie("praatgroep").replace(
        "landelijk: true\n  plaatsen: []", "landelijk: false\n  plaatsen: [Amersfoort]"
    )
    map_ = schrijf_catalogus(tmp_path / "eigen", {"interventies/praatgroep.yaml": praatgroep})
    for regio, misschien in (("Utrecht", False), ("provincie Utrecht", True)):
        gegevens = lpi("--catalogus", str(map_), "zoek", "--regio", regio, "--formaat", "json").json
        assert ("praatgroep" in [treffer["id"] for treffer in gegevens["misschien"]]) is misschien
        assert "praatgroep" not in [treffer["id"] for treffer in gegevens["treffers"]]


def test_regio_vindt_de_plaats_en_wat_landelijk_is(catalogus: Catalogus) -> None:
    rotterdam = _ids(zoek(catalogus, {"regio": ["rotterdam"]}, VANDAAG))
    haarlem = _ids(zoek(catalogus, {"regio": ["Haarlem"]}, VANDAAG))
    assert rotterdam - haarlem == {"ex-amv-groep", "positief-gezond-leven"}, "the second in its province"
    assert haarlem - rotterdam == {"meergezinsgroepen"}
    assert "mindfit" in rotterdam & haarlem


def test_een_plaats_is_geen_deel_van_een_andere_naam(catalogus: Catalogus) -> None:
    (plaats,) = {p for i in catalogus.interventies if i.id == "ex-amv-groep" for p in i.regio.plaatsen}
    assert "ex-amv-groep" in _ids(zoek(catalogus, {"regio": [plaats]}, VANDAAG))
    with pytest.raises(Vraagfout, match="ken ik niet"):
        zoek(catalogus, {"regio": [plaats[2:]]}, VANDAAG)


def test_wat_elders_in_overleg_kan_valt_niet_af(catalogus: Catalogus) -> None:
    misschien = zoek(catalogus, {"regio": ["Almelo"], "leeftijd": ["18+"]}, VANDAAG).misschien
    assert "positief-gezond-leven" in {treffer.interventie.id for treffer in misschien}


def test_een_prijs_van_een_variant_noemt_voor_wie_die_is(lpi: Lpi) -> None:
    """Mind-Spring has a price for adults; that of Junior and 13+ is on request."""
    assert "€ 12.000 per groep (18+)" in lpi("zoek", "--doelgroep", "statushouder", "--formaat", "csv").stdout
    assert "12.000" not in lpi("zoek", "--leeftijd", "15").stdout
    assert "€ 12.000 per groep  " in lpi("zoek", "--leeftijd", "18+", COLUMNS="160").stdout


def test_een_woord_als_waarde_van_een_filter_is_geen_schakelaar(lpi: Lpi) -> None:
    assert "Niets gevonden voor organisatie ja." in lpi("zoek", "--organisatie", "ja").stdout


@pytest.mark.parametrize(
    ("argumenten", "zegt"),
    [
        (("--taal", "oekrains"), "Bedoelt u 'Oekraïens'?"),
        (("--taal", "klingon"), "Farsi, Dari, "),
        (("--doel", "veerkrcht"), "Bedoelt u 'veerkracht'?"),
        (("--bewijs", "heel goed"), "goed-beschreven, goed-onderbouwd"),
        (("--setting", "maan"), "kies uit azc"),
        (("--leeftyd", "12"), "Bedoelt u --leeftijd?"),
        (("--taal",), "Achter --taal hoort een waarde. Een taal, met code of naam, zoals oekraïens."),
        (("--taal", ""), "--taal: hier hoort een waarde, zoals oekraïens."),
        (("--taal", "العربية"), "--taal: 'العربية' ken ik niet; schrijf het zoals oekraïens."),
        (("--leeftijd", "١٢"), "ken ik niet; schrijf het zoals 12-18"),
        (("--regio", " "), "--regio: hier hoort een waarde, zoals Rotterdam."),
        (("--kosteloos=nee",), "krijgt geen waarde"),
        (("--formaat", "jsn"), "Bedoelt u 'json'?"),
    ],
)
def test_verkeerd_gebruik_is_een_nederlandse_regel_en_status_twee(
    lpi: Lpi, argumenten: tuple[str, ...], zegt: str
) -> None:
    uitkomst = lpi("zoek", *argumenten)
    assert uitkomst.status == 2
    assert zegt in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1
    assert uitkomst.stdout == ""


def test_een_plaats_die_niemand_kent_wordt_teruggevraagd(lpi: Lpi) -> None:
    uitkomst = lpi("zoek", "--regio", "Roterdam")
    assert (uitkomst.status, uitkomst.stdout) == (2, "")
    assert "geef de naam van een gemeente of een provincie. Bedoelt u 'Rotterdam'?" in uitkomst.stderr


@pytest.mark.parametrize("opdracht", [("zoek",), ("uitleg", "--zoek")])
def test_men_zoekt_met_ten_hoogste_vijftig_woorden(lpi: Lpi, opdracht: tuple[str, ...]) -> None:
    assert lpi(*opdracht, "tolk " * 50).status == 0
    te_veel = lpi(*opdracht, "tolk " * 51)
    assert (te_veel.status, te_veel.stdout) == (2, "")
    assert te_veel.stderr == "Fout: Zoek met ten hoogste 50 woorden; u gaf er 51.\n"


def test_woorden_met_een_plus_heten_bij_hun_naam(lpi: Lpi) -> None:
    eerste = lpi("zoek", "--taal", "Engels+Arabisch", "--leeftijd", "18+").stdout.splitlines()[0]
    assert eerste.endswith("voor leeftijd 18 jaar en ouder; taal Engels en Arabisch")


def test_wat_van_meer_varianten_niet_is_gepubliceerd_staat_er_een_keer(lpi: Lpi) -> None:
    """With all that is told of each of them; and nobody is the source of it."""
    vraag = ("zoek", "--leeftijd", "30-40", "--taal", "uk", "--liefst", "leeftijd=30-40")
    gevonden = next(
        t for t in lpi(*vraag, "--formaat", "json").json["misschien"] if t["id"].startswith("eritrese")
    )
    leeftijd = next(een["tekst"] for een in gevonden["vraag_na"] if een["onderdeel"] == "leeftijd")
    assert leeftijd.count("niet gepubliceerd") == 1
    assert leeftijd.startswith("niet gepubliceerd (voor ouders; De handreiking noemt mannen, ")
    assert leeftijd.endswith(
        "; De handreiking noemt vrouwen, zonder leeftijd. Of zij moeder zijn, staat er niet)"
    )
    assert (gevonden["wensen"][0]["feit"], gevonden["wensen"][0]["bron"]) == (leeftijd, [])
    scherm = " ".join(lpi(*vraag).stdout.split())
    assert "leeftijd en taal niet gepubliceerd: " in scherm
    assert "niet gepubliceerd; niet gepubliceerd" not in scherm


@pytest.mark.parametrize(
    ("argumenten", "zegt"),
    [
        (("lijst", "--leeftijd", "6-12"), "Zoeken kan ermee: lpi zoek --leeftijd 12-18."),
        (("toon", "bamboo", "--taal", "ti"), "Zoeken kan ermee: lpi zoek --taal oekraïens."),
        (("plan", "--groep", "18+:9", "--doelgroep", "vrouw"), "per groep, in het bestand: lpi plan --sjabloon."),
    ],
)  # fmt: skip
def test_een_filter_bij_een_ander_commando_zegt_waar_het_wel_kan(
    lpi: Lpi, argumenten: tuple[str, ...], zegt: str
) -> None:
    """``--doelgroep`` is not a slip of ``--groep``."""
    uitkomst = lpi(*argumenten)
    assert (uitkomst.status, uitkomst.stdout, uitkomst.stderr.count("\n")) == (2, "", 1)
    assert " bestaat hier niet. " in uitkomst.stderr
    assert zegt in uitkomst.stderr


@pytest.mark.parametrize(
    "vraag",
    [
        ("--leeftijd", "12-18", "--taal", "uk"),
        ("--setting", "azc"),
        ("--kosteloos",),
        ("--leeftijd", "kinderen", "--vorm", "individueel"),
    ],
)
@pytest.mark.parametrize(("opdracht", "alle"), [("zoek", 39), ("kies", 35)])
def test_wat_er_niet_staat_is_geteld(lpi: Lpi, opdracht: str, alle: int, vraag: tuple[str, ...]) -> None:
    """A kies is about what one can order, so not about the four examples."""
    antwoord = lpi(opdracht, *vraag, "--formaat", "json").json
    delen = ("treffers", "voorselectie", "gids", "misschien", "net_niet")
    rest = alle - sum(len(antwoord.get(deel, ())) for deel in delen)
    assert rest > 1
    assert f"\nNog {rest} andere passen niet.\n" in lpi(opdracht, *vraag).stdout


def test_bij_zoekwoorden_is_de_rest_die_met_die_woorden(lpi: Lpi) -> None:
    assert (
        "\nNog één andere met uw woorden past niet.\n"
        in lpi("zoek", "muziek", "--leeftijd", "ouders", "--doel", "klachten").stdout
    )
    assert "past niet" not in lpi("zoek", "muziek").stdout
    assert "andere" not in lpi("zoek", "--organisatie", "zzz").stdout
