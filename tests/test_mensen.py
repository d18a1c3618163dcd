"""Costs for the people that a question is about: who counts, in which groups, within which budget."""

import csv
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Staffelprijs, Taalgroep
from lpi_cli.kern.aannames import Aannames, Mensen
from lpi_cli.kern.deelname import lees_wie
from lpi_cli.kern.groepen import Telbereik, aantal_groepen, groepen_per_taal
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.kostenvraag import bereken_antwoord, lees_kostenvraag
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.vind import vind_alle
from lpi_cli.weergave.kostengegevens import raminggegevens
from tests.conftest import VANDAAG, Lpi
from tests.records import BEGRIPPEN, bedrag, catalogus_met, interventie, kostenpost, variant

AFD = ("--leeftijd", "kinderen", "--leeftijd", "jongeren", "--leeftijd", "volwassenen")
"""Children, teenagers and adults in one question."""
TALEN = ("ar", "ti", "uk")


def _ramingen(
    catalogus: Catalogus, id_: str, aannames: Aannames, **filters: Sequence[str]
) -> dict[str | None, Kostenraming]:
    """What ``lpi kosten`` computes, per variant."""
    gevraagd = vind_alle(catalogus, [id_])
    vraag = lees_kostenvraag(catalogus, filters, gevraagd, aannames)
    ramingen = bereken_antwoord(vraag, aannames, catalogus, "naam")
    return {raming.variant.id if raming.variant else None: raming for raming in ramingen}


def _json(raming: Kostenraming, *sleutels: str) -> dict[str, Any]:
    gegevens: Mapping[str, Any] = raminggegevens(raming)
    return {sleutel: gegevens[sleutel] for sleutel in sleutels}


# --- who counts -------------------------------------------------------------------------


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "markdown"])
def test_zonder_aantal_per_leeftijd_is_er_geen_totaal_maar_een_prijs_per_groep(
    lpi: Lpi, formaat: str
) -> None:
    """Today all 110 were priced as adults, at € 96.000."""
    opdracht = ("kosten", "mind-spring", "--deelnemers", "110", *AFD, "--formaat", formaat)
    tekst = " ".join(lpi(*opdracht).stdout.split())
    assert "96.000" not in tekst
    assert "96000" not in tekst
    assert "--leeftijd volwassenen=AANTAL" in tekst
    if formaat in ("tabel", "markdown"):
        assert "€ 12.000 per groep" in tekst
        assert "Geef ook hoeveel mensen dit zijn" in tekst


def test_wie_niet_meetelt_staat_erbij(lpi: Lpi) -> None:
    opdracht = ("kosten", "mind-spring", "--deelnemers", "110", *AFD, "--formaat", "json")
    regels = {regel["variant"]: regel for regel in lpi(*opdracht).json["regels"]}
    assert set(regels) == {"volwassenen", "junior", "13-plus"}
    volwassen = regels["volwassenen"]
    assert (volwassen["totaal"], volwassen["mensen"], volwassen["groepen"]) == (None, None, None)
    assert volwassen["weggelaten"] == [
        {"wat": "kinderen", "aantal": None},
        {"wat": "jongeren", "aantal": None},
    ]
    rijen = {r["variant"]: r for r in csv.DictReader(lpi(*opdracht[:-1], "csv").stdout.splitlines())}
    rij = rijen["volwassenen"]
    assert (rij["mensen"], rij["weggelaten"], rij["totaal_van"]) == ("", "kinderen; jongeren", "")
    assert rij["gepubliceerde_prijs"].startswith("€ 12.000 per groep")


def test_met_aantallen_telt_elke_variant_haar_eigen_mensen(catalogus: Catalogus) -> None:
    per = {"kinderen": 30, "jongeren": 20, "volwassenen": 60}
    aannames = Aannames(110, VANDAAG, mensen=Mensen(110, per))
    ramingen = _ramingen(catalogus, "mind-spring", aannames, leeftijd=list(per))
    assert {id_: een.deelname.mensen for id_, een in ramingen.items()} == {
        "volwassenen": 60,
        "junior": 30,
        "13-plus": 20,
    }
    assert ramingen["volwassenen"].totaal == bedrag("48000")  # ⌈60/15⌉ = 4 × 12,000
    assert _json(ramingen["volwassenen"], "weggelaten")["weggelaten"] == [
        {"wat": "kinderen", "aantal": 30},
        {"wat": "jongeren", "aantal": 20},
    ]


MET_AANTALLEN = [
    deel for woord in ("kinderen=30", "jongeren=20", "volwassenen=60") for deel in ("--leeftijd", woord)
]


@pytest.mark.parametrize("formaat", ["tabel", "markdown"])
def test_op_de_regel_gegeven_aantallen_staan_bij_het_bedrag(lpi: Lpi, formaat: str) -> None:
    tekst = " ".join(lpi("kosten", "mind-spring", *MET_AANTALLEN, "--formaat", formaat).stdout.split())
    assert "€ 48.000,00" in tekst
    assert "voor 60 mensen" in tekst
    assert "erekend voor 60 mensen, zonder kinderen (30) en jongeren (20)" in tekst


def test_op_de_regel_gegeven_aantallen_staan_in_de_gegevens(lpi: Lpi) -> None:
    opdracht = ("kosten", "mind-spring", *MET_AANTALLEN, "--formaat")
    regels = {regel["variant"]: regel for regel in lpi(*opdracht, "json").json["regels"]}
    assert {variant_: regel["mensen"] for variant_, regel in regels.items()} == {
        "volwassenen": 60, "junior": 30, "13-plus": 20
    }  # fmt: skip
    rijen = {rij["variant"]: rij for rij in csv.DictReader(lpi(*opdracht, "csv").stdout.splitlines())}
    volwassen = rijen["volwassenen"]
    assert (volwassen["mensen"], volwassen["weggelaten"]) == ("60", "kinderen (30); jongeren (20)")


def test_de_notitie_rekent_voor_wie_het_is_met_de_gegeven_aantallen(lpi: Lpi) -> None:
    opdracht = ("rapport", *MET_AANTALLEN, "--budget", "50000", "--formaat")
    regels = {r["id"]: r for r in lpi(*opdracht, "json").json["kosten"] if r["variant"] in ("groep", None)}
    assert (regels["mindfit"]["mensen"], regels["mindfit"]["totaal"]) == (60, {"van": 27220, "tot": 27220})
    tekst = lpi(*opdracht, "markdown").stdout
    assert "Alleen voor een deel van de groep: " in tekst
    assert "€ 27.220,00 voor 60 mensen, dat is € 453,67 per deelnemer" in tekst


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "markdown"])
def test_twintig_van_elke_taal_kosten_precies_zes_groepen(lpi: Lpi, formaat: str) -> None:
    taal = [deel for een in TALEN for deel in ("--taal", f"{een}=20")]
    tekst = lpi("kosten", "mind-spring", "--leeftijd", "18+", *taal, "--formaat", formaat).stdout
    assert "72.000" in tekst or "72000" in tekst
    assert "48.000" not in tekst
    assert "48000" not in tekst


def test_een_aantal_kan_uit_de_rest_volgen(catalogus: Catalogus) -> None:
    """Of 110 people 50 are children or teenagers: 60 are adults, though nobody says so."""
    per = {"kinderen": 30, "jongeren": 20}
    aannames = Aannames(110, VANDAAG, mensen=Mensen(110, per))
    ramingen = _ramingen(catalogus, "mind-spring", aannames, leeftijd=[*per, "volwassenen"])
    assert ramingen["volwassenen"].deelname.mensen == 60
    junior = ramingen["junior"].deelname
    assert (junior.mensen, junior.weggelaten) == (30, (("jongeren en volwassenen", 80),))


def test_de_notitie_rekent_alleen_voor_wie_het_is(lpi: Lpi, tmp_path: Any) -> None:
    """Today the memo said that MindFit, for adults only, costs € 54.440 for all 110."""
    bestand = tmp_path / "keuze.yaml"
    bestand.write_text("leeftijd: [kinderen, jongeren, volwassenen]\ndoel: []\nvorm: []\n")
    opdracht = ("rapport", "--keuze", str(bestand), "--deelnemers", "110", "--budget", "50000")
    tekst = lpi(*opdracht, "--formaat", "markdown").stdout
    assert "54.440" not in tekst
    assert "Niet berekend, want voor hoeveel mensen het dan is, is niet gegeven: " in tekst
    regels = lpi(*opdracht, "--formaat", "json").json["kosten"]
    assert all(regel["totaal"] is None for regel in regels if regel["id"] == "mindfit")


def test_van_leeftijd_en_taal_samen_is_niet_bekend_wie_allebei_heeft(catalogus: Catalogus) -> None:
    """30 of 60 are adults and 40 speak Arabic: how many Arabic-speaking adults there are is not given."""
    mensen = Mensen(60, {"jongeren": 30, "volwassenen": 30}, {"ar": 40, "uk": 20})
    (raming,) = _ramingen(
        catalogus,
        "mosaic",
        Aannames(60, VANDAAG, mensen=mensen),
        leeftijd=["jongeren", "volwassenen"],
        taal=["ar", "uk"],
    ).values()
    assert (raming.deelname.mensen, raming.totaal) == (None, None)


# --- languages --------------------------------------------------------------------------


def test_een_taal_per_groep_geeft_zonder_aantallen_een_bereik(lpi: Lpi) -> None:
    """Three groups of 15 and one that mixes them was € 48.000; it may take six groups."""
    taal = tuple(deel for een in TALEN for deel in ("--taal", een))
    opdracht = ("kosten", "mind-spring", "mosaic", "--deelnemers", "60", "--leeftijd", "18+", *taal)
    regels = {regel["id"]: regel for regel in lpi(*opdracht, "--formaat", "json").json["regels"]}
    lente = regels["mind-spring"]
    assert (lente["groepen"], lente["groepen_bereik"]) == (None, {"van": 4, "tot": 6})
    assert lente["totaal"] == {"van": 48000, "tot": 72000}
    assert any("hangt af van hoeveel mensen elke taal" in tekst for tekst in lente["waarschuwingen"])
    mosaic = regels["mosaic"]
    assert (mosaic["mensen"], mosaic["totaal"]) == (None, None)
    assert [weg["wat"] for weg in mosaic["weggelaten"]] == ["Tigrinya", "Oekraïens"]
    rijen = {rij["id"]: rij for rij in csv.DictReader(lpi(*opdracht, "--formaat", "csv").stdout.splitlines())}
    assert rijen["mind-spring"]["groepen"] == "4 tot 6"
    assert rijen["mosaic"]["weggelaten"] == "Tigrinya; Oekraïens"
    scherm = lpi(*opdracht, COLUMNS="80").stdout
    assert "€ 48.000,00 - 72.000,00  € 800,00 - 1.200,00" in scherm
    assert "€ 48.000,00 - 72.000,00" in lpi(*opdracht, "--formaat", "markdown").stdout


def test_twintig_van_elke_taal_zijn_precies_zes_groepen(catalogus: Catalogus) -> None:
    aannames = Aannames(60, VANDAAG, mensen=Mensen(60, per_taal=dict.fromkeys(TALEN, 20)))
    lente = _ramingen(catalogus, "mind-spring", aannames, leeftijd=["18+"], taal=TALEN)["volwassenen"]
    assert (lente.groepen, lente.totaal) == (Telbereik(6, 6), bedrag("72000"))  # 3 × ⌈20/15⌉ × 12,000
    (mosaic,) = _ramingen(catalogus, "mosaic", aannames, taal=TALEN).values()
    assert (mosaic.deelname.mensen, mosaic.totaal) == (20, bedrag("22572"))  # ⌈20/15⌉ × 11,286
    assert [tuple(weg) for weg in mosaic.deelname.weggelaten] == [("Tigrinya", 20), ("Oekraïens", 20)]


def test_wat_talen_mengt_heeft_minder_groepen_en_dat_is_niet_altijd_bekend() -> None:
    vraag = {"taal": ["ar", "uk"]}
    mensen = Mensen(30, per_taal={"ar": 10, "uk": 20})

    def raming(taalgroep: Taalgroep | None) -> Kostenraming:
        een = interventie(
            varianten=(variant(taalgroep=taalgroep),), kosten=(kostenpost("100"),), talen=("ar", "uk")
        )
        catalogus = catalogus_met(interventies=(een,))
        aannames = Aannames(30, VANDAAG, budget=Decimal(1000), mensen=mensen)
        wie = lees_wie(vraag, 30, mensen, catalogus, VANDAAG)
        (uitkomst,) = bereken_kosten([(een, een.varianten)], aannames, BEGRIPPEN, wie=wie)
        return uitkomst

    assert raming(Taalgroep.EEN).groepen == (3, 3)  # ⌈10/15⌉ + ⌈20/15⌉
    gemengd, onbekend = raming(Taalgroep.GEMENGD), raming(None)
    assert gemengd.groepen == onbekend.groepen == (2, 2)
    assert gemengd.budget is not None
    assert onbekend.budget is not None
    assert (gemengd.budget.past, onbekend.budget.past) == (True, None)


@given(
    hoogste=st.integers(1, 6),
    grenzen=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=4),
    data=st.data(),
)
def test_het_bereik_is_dat_van_alle_verdelingen(
    hoogste: int, grenzen: list[tuple[int, int]], data: st.DataObject
) -> None:
    talen = [Telbereik(min(paar), max(paar)) for paar in grenzen]
    mensen = data.draw(st.integers(sum(een.van for een in talen), sum(een.tot for een in talen)))
    aantallen = {
        sum(aantal_groepen(deel, hoogste) for deel in verdeling)
        for verdeling in product(*(een.waarden for een in talen))
        if sum(verdeling) == mensen
    }
    assert groepen_per_taal(mensen, talen, hoogste) == (min(aantallen), max(aantallen))


@given(per_taal=st.lists(st.integers(1, 80), min_size=1, max_size=5), hoogste=st.integers(1, 20))
def test_per_taal_zijn_het_nooit_minder_groepen_dan_samen(per_taal: list[int], hoogste: int) -> None:
    precies = groepen_per_taal(sum(per_taal), [Telbereik(een, een) for een in per_taal], hoogste)
    assert precies.precies is not None
    assert precies.precies >= aantal_groepen(sum(per_taal), hoogste)


# --- the people counted and the people left out are the people asked ------------------------

LEEFTIJDEN = ("0-12", "12-18", "18+", "ouders")


@settings(max_examples=15)  # each computes the whole catalogue
@given(
    per_leeftijd=st.dictionaries(st.sampled_from(LEEFTIJDEN), st.integers(1, 60), min_size=1),
    is_verdeeld=st.booleans(),
)
def test_wie_meetelt_en_wie_niet_zijn_samen_alle_mensen(
    per_leeftijd: dict[str, int], is_verdeeld: bool
) -> None:
    catalogus = catalogus_met()
    aantal = sum(per_leeftijd.values())
    aannames = Aannames(aantal, VANDAAG, mensen=Mensen(aantal, per_leeftijd if is_verdeeld else {}))
    vraag = lees_kostenvraag(catalogus, {"leeftijd": list(per_leeftijd)}, (), aannames)
    for raming in bereken_antwoord(vraag, aannames, catalogus, "naam"):
        deelname = raming.deelname
        if is_verdeeld or not deelname.weggelaten:
            assert deelname.mensen is not None
            assert deelname.mensen + sum(weg.aantal or 0 for weg in deelname.weggelaten) == aantal
        else:
            assert deelname.mensen is None
            assert raming.totaal is None or raming.is_van_geheel or raming.is_kosteloos


@settings(max_examples=30)
@given(per_taal=st.dictionaries(st.sampled_from(("ar", "uk", "so", "ti")), st.integers(1, 60), min_size=1))
def test_ook_per_taal_is_iedereen_geteld(per_taal: dict[str, int]) -> None:
    catalogus = catalogus_met()
    aantal = sum(per_taal.values())
    aannames = Aannames(aantal, VANDAAG, mensen=Mensen(aantal, per_taal=per_taal))
    vraag = lees_kostenvraag(catalogus, {"taal": list(per_taal)}, (), aannames)
    for raming in bereken_antwoord(vraag, aannames, catalogus, "naam"):
        deelname = raming.deelname
        assert deelname.mensen is not None
        assert deelname.mensen + sum(weg.aantal or 0 for weg in deelname.weggelaten) == aantal


# --- what may fit -----------------------------------------------------------------------

AZC = ("--setting", "azc", "--taal", "arabisch", "--leeftijd", "volwassenen", "--deelnemers", "30")


@pytest.mark.parametrize("ook", [(), ("--doelgroep", "vrouwen")])
def test_wat_misschien_past_is_uitgerekend_met_wat_men_navraagt(lpi: Lpi, ook: tuple[str, ...]) -> None:
    antwoord = lpi("kosten", *AZC, *ook, "--formaat", "json").json
    regels = {regel["id"]: regel for regel in antwoord["regels"]}
    fit = regels["mindfit"]
    assert (fit["past"], fit["totaal"], fit["mensen"]) == ("misschien", {"van": 13610, "tot": 13610}, 30)
    (na,) = [een["vraag_na"] for een in antwoord["misschien"] if een["id"] == "mindfit"]
    assert "taal" in [vraag["onderdeel"] for vraag in na]
    assert (regels["pillars-of-support"]["past"], regels["pillars-of-support"]["status"]) == (
        "misschien",
        "op_aanvraag",
    )
    rijen = {
        r["id"]: r for r in csv.DictReader(lpi("kosten", *AZC, *ook, "--formaat", "csv").stdout.splitlines())
    }
    assert (rijen["mindfit"]["past"], rijen["mindfit"]["totaal_van"]) == ("misschien", "13610")
    for formaat in ("tabel", "markdown"):
        tekst = lpi("kosten", *AZC, *ook, "--formaat", formaat).stdout
        past, misschien = tekst.split("Past misschien")
        assert "mindfit" not in past
        assert any("13.610,00" in regel and "taal" in regel for regel in misschien.splitlines())
        assert "pillars-of-support" in misschien


def test_in_de_notitie_heet_wat_misschien_past_zo(lpi: Lpi, tmp_path: Any) -> None:
    bestand = tmp_path / "keuze.yaml"
    bestand.write_text("leeftijd: [volwassenen]\ndoel: []\nvorm: []\n")
    opdracht = ("rapport", "--keuze", str(bestand), "--deelnemers", "30", "--interventie", "gouden-mannen")
    regels = {regel["id"]: regel["past"] for regel in lpi(*opdracht, "--formaat", "json").json["kosten"]}
    assert (regels["gouden-mannen"], regels["mindfit"]) == ("misschien", "ja")


# --- too few people ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leeftijd", "zegt", "kort"),
    [
        ("12-18", "weinig deelnemers: een groep is gewoonlijk 10-15", "kleine groep"),
        ("18+", "te weinig deelnemers: een groep start met ten minste 8", "groep te klein"),
    ],
)
def test_te_weinig_mensen_staat_er_ook_bij_een_prijs_op_aanvraag(
    lpi: Lpi, leeftijd: str, zegt: str, kort: str
) -> None:
    """Of adults a source says at least eight; of teenagers only how many there usually are."""
    opdracht = ("kosten", "mind-spring", "--deelnemers", "6", "--leeftijd", leeftijd)
    (regel,) = lpi(*opdracht, "--formaat", "json").json["regels"]
    assert zegt in regel["waarschuwingen"]
    (rij,) = csv.DictReader(lpi(*opdracht, "--formaat", "csv").stdout.splitlines())
    assert zegt in rij["waarschuwingen"]
    for formaat in ("tabel", "markdown"):
        tekst = lpi(*opdracht, "--formaat", formaat).stdout
        assert kort in tekst
        assert zegt[1:] in tekst
    assert ("minimum" in zegt or "ten minste" in zegt) is (leeftijd == "18+")


# --- a price is for its own group, its own time and until its own date ----------------------


def test_een_prijs_is_voor_zijn_eigen_groep(lpi: Lpi) -> None:
    """€ 416 is for 10 to 15 children: 20 are two groups, 50 times."""
    vraag = ("--deelnemers", "20", "--bijeenkomsten", "50", "--leeftijd", "kinderen")
    regels = lpi("kosten", "kunstlab", *vraag, "--formaat", "json").json["regels"]
    (per_keer,) = [regel for regel in regels if regel["omschrijving"] == "per bijeenkomst"]
    assert (per_keer["groepen"], per_keer["totaal"]) == (2, {"van": 41600, "tot": 41600})
    teksten = " ".join(per_keer["waarschuwingen"])
    assert "prijs voor een groep van gewoonlijk 10-15; de groepen zelf zijn gewoonlijk 15-20" in teksten
    assert "het bedrag is volgens de bron ongeveer zo veel" in teksten
    assert "ten minste 15" not in teksten


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "markdown"])
def test_de_prijs_van_een_locatie_wordt_nergens_gedeeld(lpi: Lpi, formaat: str) -> None:
    for opdracht in (
        ("kosten", "kunstlab", "--deelnemers", "40"),
        ("vergelijk", "kunstlab", "mosaic", "--deelnemers", "40"),
        ("rapport", "--interventie", "kunstlab", "--deelnemers", "40"),
    ):
        tekst = lpi(*opdracht, "--formaat", formaat).stdout
        assert "2.075" not in tekst, opdracht
        assert "2075" not in tekst, opdracht
        assert "83.000" in tekst or "83000" in tekst


def test_een_contract_is_zo_lang_als_het_is(lpi: Lpi) -> None:
    vraag = ("--deelnemers", "100", "--groepsgrootte", "25", "--budget", "4000")
    regels = lpi("kosten", "hiro-schooljudo", *vraag, "--formaat", "json").json["regels"]
    assert {regel["omschrijving"]: (regel["totaal"]["tot"], regel["budget"]["past"]) for regel in regels} == {
        "contract van 1 jaar": (3300, True),
        "contract van 3 jaar": (8910, False),
        "contract van 6 jaar": (16830, False),
    }
    scherm = " ".join(lpi("kosten", "hiro-schooljudo", *vraag).stdout.split())
    assert "hiro-schooljudo, contract van 3 jaar € 8.910,00" in scherm
    assert "bedrag voor 3 jaar samen, want zo lang legt u zich vast: € 742,50 per groep per jaar" in scherm


def test_wat_de_bron_ongeveer_noemt_is_overal_ongeveer(lpi: Lpi) -> None:
    opdracht = ("positief-gezond-leven", "--deelnemers", "30")
    scherm = lpi("kosten", *opdracht, COLUMNS="120").stdout
    assert re.search(r"positief-gezond-leven +± € 12\.000,00 +± € 400,00 ", scherm)
    assert "± = ongeveer, volgens de bron." in scherm
    assert [een["ongeveer"] for een in lpi("kosten", *opdracht, "--formaat", "json").json["regels"]] == [True]
    notitie = lpi("rapport", "--interventie", *opdracht, "--formaat", "markdown").stdout.replace("\xa0", " ")
    assert set(re.findall(r"([\w±]+) € (?:12\.000|400),00", notitie)) == {"ongeveer", "Ongeveer"}
    naast = lpi("vergelijk", opdracht[0], "mosaic", *opdracht[1:], "--formaat", "json").json["rijen"]
    (kosten,) = [rij["waarden"][opdracht[0]] for rij in naast if rij["onderwerp"] == "kosten"]
    assert kosten[0].endswith(": ± € 12.000,00, dat is ± € 400,00 per deelnemer")
    assert "±" not in lpi("kosten", "mosaic", "teamup-opvang", *opdracht[1:]).stdout, "that one is free"


def test_per_uur_is_hooguit_zo_veel_waar_een_les_minstens_zo_lang_duurt(lpi: Lpi) -> None:
    """Six lessons of at least 45 minutes for 100 children: 3,300 / (100 × 4.5) at most."""
    regels = lpi(
        "kosten", "hiro-schooljudo", "--deelnemers", "100", "--groepsgrootte", "25", "--formaat", "json"
    ).json["regels"]
    assert regels[0]["per_contactuur"] == {"van": 7.33, "tot": 7.33}
    assert regels[0]["per_contactuur_grens"] == "hooguit"


def test_een_gezin_telt_als_gezin(lpi: Lpi) -> None:
    opdracht = ("kosten", "samen-oplopen", "--deelnemers", "20")
    (zonder,) = lpi(*opdracht, "--formaat", "json").json["regels"]
    assert zonder["totaal"] is None
    scherm = " ".join(lpi(*opdracht).stdout.split())
    assert "€ 2.800 tot € 3.000 per koppeling" in scherm
    assert "hoeveel gezinnen het zijn, is niet gegeven; geef --gezinnen" in scherm
    assert "18-24 maanden" in scherm
    (met,) = lpi(*opdracht, "--gezinnen", "5", "--formaat", "json").json["regels"]
    assert met["totaal"] == {"van": 14000, "tot": 15000}


def test_een_opleiding_is_alleen_nodig_waar_men_het_zelf_moet_geven(lpi: Lpi) -> None:
    """War Child gives EASE itself too; of TeamUp the people of the school do it."""
    ids = ("ease", "teamup-school", "pm-plus", "7roses")
    regels = lpi("kosten", *ids, "--deelnemers", "20", "--formaat", "json").json["regels"]
    eerst = {
        regel["id"] for regel in regels if any("eerst eigen trainers" in w for w in regel["waarschuwingen"])
    }
    assert eerst == {"teamup-school"}
    assert all(regel["opleiding"] for regel in regels)
    notitie = lpi("rapport", "--interventie", "ease", "--deelnemers", "20", "--formaat", "markdown").stdout
    assert "trainers opleiden" not in notitie


# --- a budget ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opdracht", "open_"),
    [
        (("mindfit", "--deelnemers", "40", "--budget", "20415"), "prijs gold tot en met 31 december 2025"),
        (
            ("mind-spring", "--deelnemers", "15", "--leeftijd", "18+", "--budget", "12000"),
            "of een tolk bij deze prijs komt, is niet gepubliceerd",
        ),
    ],
)
def test_wat_open_staat_past_misschien(lpi: Lpi, opdracht: tuple[str, ...], open_: str) -> None:
    (regel,) = [r for r in lpi("kosten", *opdracht, "--formaat", "json").json["regels"] if r["totaal"]]
    assert regel["budget"]["past"] is None
    assert any(tekst.startswith(open_) for tekst in regel["waarschuwingen"])
    assert "past misschien" in " ".join(lpi("kosten", *opdracht).stdout.split())
    assert "past misschien" in lpi("kosten", *opdracht, "--formaat", "markdown").stdout
    assert "past misschien" in lpi("kosten", *opdracht, "--formaat", "csv").stdout


def test_een_budget_zegt_voor_hoeveel_mensen_het_genoeg_is(lpi: Lpi, tmp_path: Any) -> None:
    """60 adults with € 20.000: MindFit is € 7.220 too dear, but 2 groups of 15 cost € 13.610."""
    vraag = ("--deelnemers", "60", "--leeftijd", "18+", "--budget", "20000")
    regels = {r["id"]: r for r in lpi("kosten", *vraag, "--formaat", "json").json["regels"]}
    assert regels["mindfit"]["budget"] == {"past": False, "tekort": 7220, "mensen": 30, "bedrag": 13610}
    assert regels["mosaic"]["budget"]["mensen"] == 15
    rijen = {
        r["id"]: r for r in csv.DictReader(lpi("kosten", *vraag, "--formaat", "csv").stdout.splitlines())
    }
    assert (rijen["mindfit"]["budget"], rijen["mindfit"]["genoeg_voor"]) == ("past niet", "30")
    for formaat in ("tabel", "markdown"):
        tekst = " ".join(lpi("kosten", *vraag, "--formaat", formaat).stdout.split())
        assert "voor 30 wel" in tekst
        assert "€ 7.220,00 te kort; voor 30 deelnemers is het budget genoeg: € 13.610,00" in tekst
    bestand = tmp_path / "keuze.yaml"
    bestand.write_text("leeftijd: [18+]\ndoel: []\nvorm: []\n")
    notitie = lpi("rapport", "--keuze", str(bestand), *vraag[:2], *vraag[4:], "--formaat", "markdown").stdout
    assert "MindFit: voor 30 deelnemers is het budget genoeg: € 13.610,00" in notitie


@given(aantal=st.integers(1, 200), budget=st.integers(1, 3000), prijs=st.integers(1, 400))
def test_voor_een_mens_meer_is_het_budget_niet_genoeg(aantal: int, budget: int, prijs: int) -> None:
    een = interventie(kosten=(kostenpost(str(prijs)),))

    def raming(mensen: int) -> Kostenraming:
        aannames = Aannames(mensen, VANDAAG, budget=Decimal(budget))
        (uitkomst,) = bereken_kosten([(een, een.varianten)], aannames, BEGRIPPEN)
        return uitkomst

    verdict = raming(aantal).budget
    assert verdict is not None
    if verdict.mensen:
        past = raming(verdict.mensen)
        assert past.totaal == bedrag(str(verdict.bedrag))
        assert past.totaal.tot <= budget
        te_veel = raming(verdict.mensen + 1)
        assert te_veel.totaal is not None
        assert te_veel.totaal.tot > budget


def test_een_staffel_telt_elk_aantal_groepen_dat_kan() -> None:
    """2 or 3 groups: 3 × 60 is less than 2 × 100."""
    een = interventie(
        varianten=(variant(taalgroep=Taalgroep.EEN),),
        kosten=(kostenpost("100", staffel=(Staffelprijs(3, Decimal(60)),)),),  # type: ignore[arg-type]
        talen=("ar", "uk"),
    )
    wie = lees_wie({"taal": ["ar", "uk"]}, 30, Mensen(30), catalogus_met(interventies=(een,)), VANDAAG)
    (raming,) = bereken_kosten([(een, een.varianten)], Aannames(30, VANDAAG), BEGRIPPEN, wie=wie)
    assert (raming.groepen, raming.totaal) == ((2, 3), bedrag("180", "200"))


# --- the screen -------------------------------------------------------------------------


def test_elke_mogelijkheid_is_een_regel_op_tachtig_kolommen(lpi: Lpi) -> None:
    opdracht = ("kosten", "--deelnemers", "60", "--leeftijd", "18+", "--budget", "20000")
    scherm = lpi(*opdracht, COLUMNS="80").stdout
    tabel = next(blok for blok in scherm.split("\n\n") if blok.startswith("wat ")).splitlines()
    assert tabel[0].split() == ["wat", "totaal", "budget", "let", "op", "noot"]
    assert sum(not regel.startswith(" ") for regel in tabel) == 1 + 6
    assert len(tabel) <= 1 + 6 + 1, "one may have more notes than fit"
    assert all(len(regel) <= 80 for regel in scherm.splitlines())


def test_noten_tellen_door_vanaf_boven_en_staan_er_een_keer(lpi: Lpi) -> None:
    scherm = lpi("kosten", "--deelnemers", "60", "--leeftijd", "18+", "--formaat", "markdown").stdout
    noten = [regel for regel in scherm.replace("\\", "").splitlines() if regel.startswith("- [")]
    teksten = [regel.partition("] ")[2] for regel in noten]
    assert [regel[3 : regel.index("]")] for regel in noten] == [str(nr + 1) for nr in range(len(noten))]
    assert len(set(teksten)) == len(teksten)


@pytest.mark.parametrize("breedte", [40, 80, 120])
def test_een_id_breekt_nooit_af(lpi: Lpi, breedte: int) -> None:
    opdracht = ("kosten", "--deelnemers", "30", "--setting", "azc", "--taal", "arabisch")
    ids = {regel["id"] for regel in lpi(*opdracht, "--formaat", "json").json["regels"]}
    scherm = lpi(*opdracht, COLUMNS=str(breedte)).stdout
    assert all(id_ in scherm for id_ in ids)


def test_ook_bij_een_prijs_op_aanvraag_staat_hoeveel_groepen_men_vraagt(lpi: Lpi) -> None:
    """One asks for a number of groups; only how large they are must be published."""

    def regels(*opties: str) -> dict[str, tuple[int | None, dict[str, int] | None]]:
        gevraagd = (
            "ease/jongeren",
            "less-stress",
            "pm-plus/individueel",
            "teamup-school",
            "mind-spring/13-plus",
        )
        uitkomst = lpi("kosten", *gevraagd, *opties, "--formaat", "json").json
        assert {regel["status"] for regel in uitkomst["regels"]} == {"op_aanvraag"}
        return {regel["id"]: (regel["groepen"], regel["groepen_bereik"]) for regel in uitkomst["regels"]}

    zonder = {"pm-plus": (None, None), "teamup-school": (None, None)}
    assert regels("--deelnemers", "40") == {
        **zonder, "ease": (4, None), "less-stress": (3, None), "mind-spring": (3, None)
    }  # fmt: skip
    per_taal = regels("--deelnemers", "40", "--taal", "ar", "--taal", "uk")
    assert per_taal["mind-spring"] == (None, {"van": 3, "tot": 4})
