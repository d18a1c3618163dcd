"""Search: given these filters, these interventions."""

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.laden import laad_basis
from lpi_cli.catalogus.model import Leeftijd
from lpi_cli.kern.zoek import Zoekresultaat, gemist, zoek
from tests.conftest import Lpi


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
    los = [_ids(zoek(catalogus, {filter_: [woord]})) for woord in (een, ander)]
    assert los[0] != los[1]
    assert _ids(zoek(catalogus, {filter_: [een, ander]})) == los[0] | los[1]


def test_bij_een_doelgroep_staat_dat_ander_aanbod_ook_kan_passen(lpi: Lpi) -> None:
    """No source names Syrians but one; what is for all refugees fits them too."""
    zin = "ander aanbod kan ook passen"
    assert zin in lpi("zoek", "--doelgroep", "syrisch").stdout
    assert zin not in lpi("zoek", "--leeftijd", "12-18").stdout


def test_onbekend_is_het_pas_als_geen_variant_het_zegt(catalogus: Catalogus) -> None:
    """One variant without an age next to one that is too old: that is no reason to ask."""
    bamboo = next(i for i in catalogus.interventies if i.id == "bamboo")
    zonder, te_oud = (
        bamboo.varianten[0]._replace(leeftijd=Leeftijd(van, tot, None))
        for van, tot in ((None, None), (40, 60))
    )
    vraag = {"leeftijd": ["12-18"], "doel": ["veerkracht"]}
    for varianten, onbekend in (((zonder, te_oud), False), ((te_oud, zonder), False), ((zonder,), True)):
        alleen = Catalogus(laad_basis())
        alleen.interventies = (bamboo._replace(varianten=varianten),)
        (gemiste,) = zoek(alleen, vraag).net_niet
        assert gemiste.onbekend is onbekend
        assert gemist(alleen.interventies[0], vraag, alleen) == gemiste.redenen


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
            {"empatia-workshops", "life-skills", "teamup-opvang", "tiener-veerkracht-academie", "vreedzaam"},
        ),
        ({"organisatie": ["zzz"]}, set()),
        ({"organisatie": ["war child"]}, {"bethere", "ease", "teamup-opvang", "teamup-school"}),
        ({"bewijs": ["eerste-aanwijzingen"]}, {"bewegen-werkt", "vreedzaam"}),
        (
            {"bewijs": ["goed onderbouwd"]},
            {
                "bewegen-werkt",
                "gouden-mannen",
                "hiro-schooljudo",
                "liever-bewegen-dan-moe",
                "mind-spring",
                "vreedzaam",
            },
        ),
        ({"leeftijd": ["ouders"], "vorm": ["individueel"]}, {"samen-oplopen"}),
        (
            {"setting": ["isk"], "leeftijd": ["12-18"]},
            {"bamboo", "mind-spring", "mindpower", "pubergroep", "teamup-school"},
        ),
        ({"doelgroep": ["lhbtiqa"]}, {"pillars-of-support"}),
    ],
)
def test_filter_geeft_precies_deze(
    catalogus: Catalogus, vraag: dict[str, list[str]], verwacht: set[str]
) -> None:
    assert _ids(zoek(catalogus, vraag)) == verwacht


@pytest.mark.parametrize("taal", ["uk", "Oekraïens", "oekraiens", "OEKRAÏENS"])
def test_een_woord_mag_als_code_of_naam_en_zonder_accent(catalogus: Catalogus, taal: str) -> None:
    gevonden = _ids(zoek(catalogus, {"taal": [taal]}))
    assert {"bamboo", "bethere", "ease", "empatia-workshops", "mind-spring"} <= gevonden
    assert "mosaic" not in gevonden, "only in Arabic"


def test_leeftijd_vorm_en_plek_moeten_bij_dezelfde_variant_kloppen(catalogus: Catalogus) -> None:
    samen = zoek(catalogus, {"leeftijd": ["kinderen"], "vorm": ["individueel"]})
    assert "safe-and-sound" in _ids(samen)
    assert "bamboo" not in _ids(samen), "BAMBOO Kids is for groups"


def test_een_breder_woord_telt_mee(catalogus: Catalogus) -> None:
    statushouder = _ids(zoek(catalogus, {"doelgroep": ["statushouder"]}))
    assert "mindpower" in statushouder, "for everyone with a refugee background"
    assert "mindpower" not in _ids(zoek(catalogus, {"doelgroep": ["amv"]}))


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
    assert id_ in _ids(zoek(catalogus, {}, tekst))


def test_vrije_tekst_vraagt_alle_woorden(catalogus: Catalogus) -> None:
    assert _ids(zoek(catalogus, {}, "muziektherapie")) == {"safe-and-sound"}
    assert _ids(zoek(catalogus, {}, "muziektherapie xyzzy")) == set()
    assert _ids(zoek(catalogus, {}, "qqq")) == set()


@pytest.mark.parametrize(
    ("tekst", "wel", "niet"),
    [
        ("rouw", "mindfit", "pillars-of-support"),  # has "vrouwen"
        ("gratis", "teamup-opvang", "mosaic"),  # has "integratie"
        ("eten", "liever-bewegen-dan-moe", "bamboo"),  # has "weten"
        ("man", "gouden-mannen", "bamboo"),  # has "manier"
        ("school", "hiro-schooljudo", "mosaic"),  # has "basisschool"
        ("trauma", "stabilisatie-en-herstel", "mosaic"),  # has "psychotrauma"
    ],
)
def test_een_kort_woord_wordt_niet_in_een_ander_gevonden(
    catalogus: Catalogus, tekst: str, wel: str, niet: str
) -> None:
    gevonden = _ids(zoek(catalogus, {}, tekst))
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
    resultaat = zoek(catalogus, {"leeftijd": ["12-18"], "taal": ["ar"]})
    gemist = {gemist.interventie.id: gemist for gemist in resultaat.net_niet}
    assert [*map(str, gemist["mosaic"].redenen)] == ["leeftijd: 18 jaar en ouder"]
    assert gemist["bethere"].onbekend
    assert [*map(str, gemist["bethere"].redenen)] == ["leeftijd: niet gepubliceerd, voor ouders"]
    assert "hiro-schooljudo" not in gemist, "too young, and no language published"


def test_een_misser_en_een_onbekend_feit_is_nog_net_niet(lpi: Lpi) -> None:
    """The only offer for AMV by itself is in an azc, isk or shelter, and no source names its languages."""
    vraag = ("--leeftijd", "15-17", "--doelgroep", "amv", "--taal", "ti", "--setting", "gemeente")
    net_niet = {n["id"]: n["redenen"] for n in lpi("zoek", *vraag, "--formaat", "json").json["net_niet"]}
    assert net_niet["pubergroep"] == ["setting: amv-opvang, azc en isk", "taal: niet gepubliceerd"]
    assert "setting (amv-opvang, azc en isk): pubergroep (taal niet gepubliceerd)" in " ".join(
        lpi("zoek", *vraag).stdout.split()
    )
    assert "pillars-of-support" not in net_niet, "too old and elsewhere"


def test_wat_onbekend_is_heet_naar_het_feit(lpi: Lpi) -> None:
    """BAMBOO was studied, so that nobody published a level does not make its evidence unknown."""
    scherm = lpi("zoek", "--bewijs", "goed-onderbouwd").stdout
    assert "Geen erkenning met een niveau gepubliceerd: vraag het na" in scherm
    assert "Bewijs niet gepubliceerd" not in scherm
    assert "Prijs niet gepubliceerd: vraag het na" in lpi("zoek", "--kosteloos").stdout


def test_een_erkenning_zegt_waarvoor_die_geldt(lpi: Lpi) -> None:
    """Only the training for adults of Mind-Spring was judged, not that for 13 and older."""
    vraag = ("zoek", "--leeftijd", "jongeren", "--bewijs", "goed-onderbouwd")
    (treffer,) = lpi(*vraag, "--formaat", "json").json["treffers"]
    assert "Geldt voor Mind-Spring Psycho-educatie, de training voor volwassenen" in treffer["redenen"][-1]
    assert "Geldt voor Mind-Spring Psycho-educatie" in " ".join(lpi(*vraag).stdout.split())


def test_een_taal_die_er_misschien_ook_is_sluit_niets_uit(lpi: Lpi) -> None:
    """PM+ is given in many languages of which the sources name three; Mosaic is in Arabic only."""
    scherm = " ".join(lpi("zoek", "--taal", "fr", "--leeftijd", "18+").stdout.split())
    onbekend = scherm.partition("Niet elke taal gepubliceerd: vraag het na ")[2].partition(":")[0]
    assert "pm-plus" in onbekend
    assert "stabilisatie-en-herstel" in onbekend
    assert "mosaic" not in onbekend
    assert "taal (Arabisch): mosaic" in scherm


def test_met_een_filter_zijn_alleen_onbekende_feiten_net_niet(catalogus: Catalogus) -> None:
    net_niet = zoek(catalogus, {"leeftijd": ["18+"]}).net_niet
    assert {gemist.interventie.id for gemist in net_niet} == {
        "bethere",
        "avres-avanti",
        "eritrese-oudergroepen",
        "meergezinsgroepen",
    }
    assert all(gemist.onbekend for gemist in net_niet)


def test_niets_gevonden_zegt_welk_filter_ruimer_kan(lpi: Lpi) -> None:
    uitkomst = lpi("zoek", "--taal", "ur", "--doelgroep", "man")
    assert uitkomst.status == 0
    assert "Niets gevonden voor doelgroep man en taal Urdu." in uitkomst.stdout
    assert "zonder --taal: 3 gevonden" in uitkomst.stdout
    assert "pm-plus" in uitkomst.stdout, "the nearest misses are shown"


def test_regio_vindt_de_plaats_en_wat_landelijk_is(catalogus: Catalogus) -> None:
    rotterdam = _ids(zoek(catalogus, {"regio": ["rotterdam"]}))
    haarlem = _ids(zoek(catalogus, {"regio": ["Haarlem"]}))
    assert rotterdam - haarlem == {"ex-amv-groep"}
    assert haarlem - rotterdam == {"meergezinsgroepen"}
    assert "mindfit" in rotterdam & haarlem


def test_een_plaats_is_geen_deel_van_een_andere_naam(catalogus: Catalogus) -> None:
    (plaats,) = {p for i in catalogus.interventies if i.id == "ex-amv-groep" for p in i.regio.plaatsen}
    assert "ex-amv-groep" in _ids(zoek(catalogus, {"regio": [plaats]}))
    assert "ex-amv-groep" not in _ids(zoek(catalogus, {"regio": [plaats[2:]]}))


def test_wat_elders_in_overleg_kan_valt_niet_af(catalogus: Catalogus) -> None:
    net_niet = zoek(catalogus, {"regio": ["Den Haag"], "leeftijd": ["18+"]}).net_niet
    assert {n.interventie.id: n.onbekend for n in net_niet}["positief-gezond-leven"]


def test_een_prijs_van_een_variant_noemt_voor_wie_die_is(lpi: Lpi) -> None:
    """Mind-Spring has a price for adults; that of Junior and 13+ is on request."""
    assert "€ 12.000 per groep (18+)" in lpi("zoek", "--doelgroep", "statushouder", COLUMNS="160").stdout
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
        (("--taal",), "Achter --taal hoort een waarde."),
        (("--taal", ""), "Achter --taal hoort een waarde, zoals oekraïens."),
        (("--regio", " "), "Achter --regio hoort een waarde, zoals Rotterdam."),
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


def test_een_plaats_die_geen_bron_noemt_geeft_landelijk_aanbod_en_zegt_dat(lpi: Lpi) -> None:
    assert "Geen bron noemt Timboektoe" in lpi("zoek", "--regio", "Timboektoe").stdout
    assert "Geen bron noemt" not in lpi("zoek", "--regio", "Rotterdam").stdout


@pytest.mark.parametrize("opdracht", [("zoek",), ("uitleg", "--zoek")])
def test_men_zoekt_met_ten_hoogste_vijftig_woorden(lpi: Lpi, opdracht: tuple[str, ...]) -> None:
    assert lpi(*opdracht, "tolk " * 50).status == 0
    te_veel = lpi(*opdracht, "tolk " * 51)
    assert (te_veel.status, te_veel.stdout) == (2, "")
    assert te_veel.stderr == "Fout: Zoek met ten hoogste 50 woorden; u gaf er 51.\n"
