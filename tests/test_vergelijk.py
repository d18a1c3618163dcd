"""Side by side: the same rows for each, differences marked, gaps shown."""

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.kern.vergelijk import vergelijk
from lpi_cli.weergave.vergelijk import onderwerpen
from tests.conftest import VANDAAG, Lpi


def test_dezelfde_onderwerpen_voor_elk_en_verschillen_gemerkt(lpi: Lpi) -> None:
    antwoord = lpi("vergelijk", "mindfit", "less-stress", "--formaat", "json").json
    assert antwoord["ids"] == ["mindfit", "less-stress"]
    rijen = {rij["onderwerp"]: rij for rij in antwoord["rijen"]}
    assert all(list(rij["waarden"]) == ["mindfit", "less-stress"] for rij in rijen.values())
    assert all(waarde for rij in rijen.values() for waarde in rij["waarden"].values()), "no gap is left empty"
    assert rijen["contacturen"]["waarden"] == {"mindfit": ["18 uur"], "less-stress": ["12 uur"]}
    assert rijen["contacturen"]["verschilt"] is True
    assert rijen["vorm"]["verschilt"] is False
    assert rijen["plek"]["verschilt"] is None, "the named places are not all there are"
    assert "niet gepubliceerd" in rijen["talen"]["waarden"]["less-stress"][0]


def test_dezelfde_plekken_in_een_andere_volgorde_zijn_gelijk(catalogus: Catalogus) -> None:
    mosaic = next(i for i in catalogus.interventies if i.id == "mosaic")._replace(setting_alleen=True)
    andersom = mosaic._replace(setting=mosaic.setting[::-1])
    (plek,) = [
        v for v in vergelijk([mosaic, andersom], onderwerpen(catalogus, {}, VANDAAG)) if v.onderwerp == "plek"
    ]
    assert andersom.setting != mosaic.setting
    assert plek.verschilt is False


def test_een_prijs_noemt_de_variant_bij_naam(lpi: Lpi) -> None:
    antwoord = lpi("vergelijk", "7roses", "mind-spring", "--formaat", "json").json
    (kosten,) = [rij["waarden"] for rij in antwoord["rijen"] if rij["onderwerp"] == "kosten"]
    assert kosten["7roses"][0].startswith("Personeel, 7ROSES in een groep: 35 uur")
    assert "Personeel, 7ROSES in een groep: 35 uur" in lpi("toon", "7roses").stdout
    assert not any(regel.startswith("Volwassenen:") for regel in kosten["mind-spring"])


def test_met_deelnemers_zijn_de_kosten_uitgerekend(lpi: Lpi) -> None:
    antwoord = lpi("vergelijk", "mindfit", "mosaic", "--deelnemers", "15", "--formaat", "json").json
    (kosten,) = [rij["waarden"] for rij in antwoord["rijen"] if rij["onderwerp"] == "kosten"]
    assert kosten == {
        "mindfit": ["MindFit: € 6.805,00, dat is € 453,67 per deelnemer"],
        "mosaic": ["Mosaic: € 11.286,00, dat is € 752,40 per deelnemer"],
    }


def test_alleen_wat_te_vergelijken_is_krijgt_een_merk(lpi: Lpi) -> None:
    antwoord = lpi("vergelijk", "mindfit", "less-stress", "--formaat", "json").json
    verschilt = {rij["onderwerp"]: rij["verschilt"] for rij in antwoord["rijen"]}
    lopende_tekst = {"naam", "voor wie", "tolk", "uitvoerders", "waardoor het werkt", "let op", "contact"}
    assert {verschilt[onderwerp] for onderwerp in lopende_tekst} == {None}
    assert verschilt["talen"] is None, "not published of one"
    scherm = lpi("vergelijk", "mindfit", "mosaic", COLUMNS="80").stdout
    gemerkt = [regel.partition(" ≠")[0] for regel in scherm.splitlines() if regel[:20].find(" ≠") > 0]
    assert gemerkt == [
        "aanbieder", "doel", "bijeenkomsten", "contacturen", "zelf uitvoeren", "kosten"
    ]  # fmt: skip
    assert "Gelijk: leeftijd, vorm en regio." in scherm
    assert "≠ = hierin verschillen ze" in scherm


def test_van_drie_verschillen_er_twee_al_is_een_onbekend(lpi: Lpi) -> None:
    ids = ("mindfit", "mosaic", "ease")
    rijen = {rij["onderwerp"]: rij for rij in lpi("vergelijk", *ids, "--formaat", "json").json["rijen"]}
    assert "niet gepubliceerd" in rijen["talen"]["waarden"]["mindfit"][0]
    assert rijen["talen"]["verschilt"] is True


def _verschilt(lpi: Lpi, onderwerp: str, *ids: str) -> object:
    rijen = lpi("vergelijk", *ids, "--formaat", "json").json["rijen"]
    (rij,) = [rij for rij in rijen if rij["onderwerp"] == onderwerp]
    return rij["verschilt"]


@pytest.mark.parametrize(
    ("onderwerp", "ids", "verschilt"),
    [
        ("groepsgrootte", ("mindfit", "mosaic"), None),  # 8-15 against at most 15
        ("bijeenkomsten", ("life-skills", "mosaic"), None),  # at most 6
        ("leeftijd", ("bethere", "meergezinsgroepen"), None),  # for parents, for families: no age of either
        ("leeftijd", ("bamboo", "mindfit"), True),  # 6-12 is none of MindFit, whatever age Gems is for
        ("kosten", ("mindfit", "mind-spring"), True),  # one price of Mind-Spring is known, and it is another
        ("kosten", ("mosaic", "less-stress"), None),
        (
            "kosten",
            ("empatia-workshops", "tiener-veerkracht-academie"),
            None,
        ),  # both nothing, and both without a place; the one says that it takes equipment
        ("kosten", ("empatia-workshops", "empatia-workshops/ouders"), False),
        ("kosten", ("life-skills", "empatia-workshops"), None),  # both nothing, one without an interpreter
        ("bijeenkomsten", ("less-stress", "mosaic"), None),  # 6 of 2 hours; of one it is not said how often
        ("bijeenkomsten", ("mindpower", "mind-spring"), True),  # 6 and 8, however long those of MindPower are
        ("bijeenkomsten", ("less-stress", "kracht-van-gedachten"), None),  # how often is said of neither
        ("bijeenkomsten", ("pubergroep/jongvolwassenen", "taal-onthaal"), None),  # nothing is said of either
        (
            "bijeenkomsten",
            ("stabilisatie-en-herstel", "seksueel-en-gendergerelateerd-geweld"),
            None,
        ),  # how long
        ("bijeenkomsten", ("bamboo/kids", "bamboo/youth"), False),
        ("contacturen", ("less-stress", "kracht-van-gedachten"), False),
        ("preventie", ("mind-spring/junior", "mind-spring/13-plus"), False),
        ("preventie", ("mind-spring/junior", "mind-spring/volwassenen"), None),  # said of children only
        ("groepsgrootte", ("mind-spring", "mindfit"), True),  # Junior is 10-15
        ("zelf uitvoeren", ("mindfit", "mindpower"), False),  # both not; our words are not theirs
        ("zelf uitvoeren", ("ease", "bethere"), None),  # on terms, to read
        ("zelf uitvoeren", ("ease", "mindfit"), True),
        ("erkenning", ("go-win", "gouden-mannen"), None),  # both with Movisie, the level of one is not said
        (
            "erkenning",
            ("hiro-schooljudo", "vreedzaam"),
            None,
        ),  # of one it is the main programme that is rated
        ("erkenning", ("samen-oplopen", "gouden-mannen"), True),
        ("plek", ("safe-and-sound/groep", "taal-onthaal"), False),  # both only at a primary school
        ("plek", ("safe-and-sound/individueel", "taal-onthaal"), None),
        ("erkenning", ("mind-spring/volwassenen", "mind-spring/junior"), None),  # a rating of only one
        ("erkenning", ("mind-spring/volwassenen", "liever-bewegen-dan-moe"), None),  # the same, and one more
        ("erkenning", ("mind-spring/volwassenen", "samen-oplopen"), True),
        ("erkenning", ("hiro-schooljudo", "liever-bewegen-dan-moe"), None),  # one more databank
    ],
)
def test_een_grens_of_onbekende_is_niet_gelijk_en_niet_anders(
    lpi: Lpi, onderwerp: str, ids: tuple[str, ...], verschilt: bool | None
) -> None:
    assert _verschilt(lpi, onderwerp, *ids) is verschilt


def test_uren_van_een_grens_zijn_een_grens(lpi: Lpi) -> None:
    rijen = lpi("vergelijk", "hiro-schooljudo", "mindfit", "--formaat", "json").json["rijen"]
    (uren,) = [rij["waarden"] for rij in rijen if rij["onderwerp"] == "contacturen"]
    assert uren == {"hiro-schooljudo": ["minstens 4,5 uur"], "mindfit": ["18 uur"]}


def test_een_doel_dat_ontbreekt_is_niet_gepubliceerd_en_geen_verschil(catalogus: Catalogus) -> None:
    mindfit, mosaic = (i for i in catalogus.interventies if i.id in ("mindfit", "mosaic"))
    zonder = mosaic._replace(doel=mosaic.doel._replace(categorieen=()))
    (doel,) = [
        v for v in vergelijk([mindfit, zonder], onderwerpen(catalogus, {}, VANDAAG)) if v.onderwerp == "doel"
    ]
    assert (doel.waarden[1][0], doel.verschilt) == ("niet gepubliceerd", None)


def test_onderwerpen_heten_zoals_bij_toon(lpi: Lpi) -> None:
    kaart = lpi("toon", "mindfit").stdout.lower()
    onderwerpen = [
        rij["onderwerp"] for rij in lpi("vergelijk", "mindfit", "mosaic", "--formaat", "json").json["rijen"]
    ]
    anders = [onderwerp for onderwerp in onderwerpen if onderwerp not in kaart]
    assert anders == ["naam", "preventie", "contacturen", "erkenning"], (
        "what the card leaves out, or says otherwise"
    )


def test_wat_vergelijk_niet_kan_krijgen_raadt_het_niet_aan(lpi: Lpi) -> None:
    """Only ``lpi kosten`` takes the size of a group."""
    antwoord = lpi("vergelijk", "go-win", "mindfit", "--deelnemers", "20", "--formaat", "json").json
    (kosten,) = [rij["waarden"] for rij in antwoord["rijen"] if rij["onderwerp"] == "kosten"]
    assert "groepsgrootte niet gepubliceerd" in kosten["go-win"][0]
    assert "--" not in kosten["go-win"][0]


@pytest.mark.parametrize(("breedte", "naast_elkaar"), [(40, False), (80, True), (120, True)])
def test_op_een_smal_scherm_een_blok_per_onderwerp(lpi: Lpi, breedte: int, naast_elkaar: bool) -> None:
    regels = lpi("vergelijk", "mindfit", "mosaic", COLUMNS=str(breedte)).stdout.splitlines()
    assert max(map(len, regels)) <= breedte
    assert regels[0] == "MindFit en Mosaic vergeleken"
    assert (regels[4].split() == ["onderwerp", "mindfit", "★", "mosaic"]) is naast_elkaar
    if not naast_elkaar:
        assert regels[4:7] == ["naam", "  mindfit ★: MindFit", "  mosaic: Mosaic"]


@pytest.mark.parametrize(
    "ids", [["mindfit"], ["mindfit", "MindFit"], ["mindfit", "mosaic", "ease", "bethere", "bamboo"]]
)
def test_te_weinig_of_te_veel_is_een_regel(lpi: Lpi, ids: list[str]) -> None:
    uitkomst = lpi("vergelijk", *ids)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert "2 tot 4" in uitkomst.stderr
