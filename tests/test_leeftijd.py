"""Ages: spelling, boundaries, and which part of a range is covered."""

import re

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Leeftijd, Voor
from lpi_cli.kern.filters import leeftijdsgroepen
from lpi_cli.kern.leeftijd import dekking, lees_leeftijd
from lpi_cli.kern.zinnen import leeftijd_in_woorden
from lpi_cli.kern.zoek import zoek
from tests.conftest import VANDAAG, Lpi


@pytest.mark.parametrize(
    ("tekst", "van", "tot"),
    [
        ("12-18", 12, 18),
        ("12–18", 12, 18),
        ("12 tot 18", 12, 18),
        ("12 t/m 18", 12, 18),
        ("12 - 18 jaar", 12, 18),
        ("12 T/M 18 Jaar", 12, 18),
        ("18+", 18, None),
        ("18 +", 18, None),
        ("18 jaar en ouder", 18, None),
        ("55 jaar of ouder", 55, None),
        ("18 en ouder", 18, None),
        ("vanaf 16 jaar", 16, None),
        ("Vanaf 16", 16, None),
        ("tot 12 jaar", 0, 12),
        ("tot 12", 0, 12),
        ("t/m 12 jaar", 0, 12),
        ("15", 15, 15),
        ("15 jaar", 15, 15),
        (" 0-4 ", 0, 4),
        ("kinderen", 0, 12),
        ("Kind", 0, 12),
        ("jongeren", 12, 18),
        ("jongere", 12, 18),
        ("volwassenen", 18, None),
        ("volwassene", 18, None),
    ],
)
def test_spelling_van_leeftijden(catalogus: Catalogus, tekst: str, van: int, tot: int | None) -> None:
    vraag = lees_leeftijd(tekst, leeftijdsgroepen(catalogus))
    assert (vraag.van, vraag.tot) == (van, tot)


@pytest.mark.parametrize("tekst", ["ouders", "ouder", "gezin", "ouders en gezin"])
def test_ouders_en_gezin_vragen_naar_wie_meedoet(catalogus: Catalogus, tekst: str) -> None:
    assert lees_leeftijd(tekst, leeftijdsgroepen(catalogus)).voor == ("ouders", "gezin")


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("18-12", "12-18"),
        ("121", "120"),
        ("0-999", "120"),
        ("twaalf", "schrijf 15, 12-18, 18+"),
        ("huisdieren", "of een groep: volwassenen, jongeren, kinderen, ouders.\n"),
        ("", "zoals 12-18, 18+, kinderen"),
        ("9" * 5000, "schrijf 15, 12-18, 18+"),
        ("12,5", "schrijf 15, 12-18, 18+"),
        ("-5", "schrijf 15, 12-18, 18+"),
        ("12-18-20", "schrijf 15, 12-18, 18+"),
        ("volwasenen", "Bedoelt u 'volwassenen'?"),
    ],
)
def test_geen_leeftijd_geeft_een_regel_die_verder_helpt(lpi: Lpi, tekst: str, zegt: str) -> None:
    uitkomst = lpi("zoek", f"--leeftijd={tekst}")
    assert uitkomst.status == 2
    assert zegt in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1


@pytest.mark.parametrize("leeftijd", [Leeftijd(12, 18), Leeftijd(18, None), Leeftijd(None, 12)])
def test_wat_de_tool_zelf_zegt_verstaat_hij_ook(catalogus: Catalogus, leeftijd: Leeftijd) -> None:
    vraag = lees_leeftijd(leeftijd_in_woorden(leeftijd), leeftijdsgroepen(catalogus))
    assert (vraag.van, vraag.tot) == (leeftijd.van or 0, leeftijd.tot)


@pytest.mark.parametrize("tekst", ["bejaarden", "huisdieren", "baby's", "vanaf", "tot", "tot 130"])
def test_een_verre_gok_wordt_niet_gedaan(lpi: Lpi, tekst: str) -> None:
    uitkomst = lpi("zoek", "--leeftijd", tekst)
    assert uitkomst.status == 2
    assert "Bedoelt u" not in uitkomst.stderr


def _varianten(catalogus: Catalogus, leeftijd: str) -> set[tuple[str, str]]:
    treffers = zoek(catalogus, {"leeftijd": [leeftijd]}, VANDAAG).treffers
    return {(treffer.interventie.id, variant.id) for treffer in treffers for variant in treffer.varianten}


def test_op_een_grens_horen_beide_buren_bij_een_enkele_leeftijd(catalogus: Catalogus) -> None:
    assert {("bamboo", "kids"), ("bamboo", "youth")} <= _varianten(catalogus, "12")


def test_een_bereik_dat_alleen_een_grens_raakt_past_niet(catalogus: Catalogus) -> None:
    jongeren = _varianten(catalogus, "12-18")
    assert ("bamboo", "youth") in jongeren
    assert ("bamboo", "kids") not in jongeren, "6-12 only touches at 12"
    assert ("bamboo", "adults") not in jongeren, "18+ only touches at 18"
    assert ("pm-plus", "groep") in jongeren, "16+ overlaps"
    assert not any(id_ == "hiro-schooljudo" for id_, _ in jongeren), "4-12 only touches"


def test_zonder_gepubliceerde_leeftijd_past_geen_leeftijd(catalogus: Catalogus) -> None:
    for vraag in ("0-120", "18+", "30", "kinderen"):
        assert not any(id_ == "avres-avanti" for id_, _ in _varianten(catalogus, vraag)), vraag


@pytest.mark.parametrize(
    ("gevraagd", "aanbod", "verwacht"),
    [
        (["12-18"], [(16, None)], "16-18"),
        (["12-18"], [(10, 15)], "12-15"),
        (["12-18"], [(13, 17)], "13-17"),
        (["12-18"], [(6, 18)], None),
        (["12-18"], [(12, 14), (14, 16)], "12-16"),
        (["12-18"], [(12, 13), (16, 18)], "12-13, 16-18"),
        (["18+"], [(55, None)], "55+"),
        (["18+"], [(18, 23)], "18-23"),
        (["18+"], [(16, None)], None),
        (["kinderen", "jongeren"], [(6, 12), (12, 18)], "6-18"),
        (["15"], [(12, 18)], None),
        (["15", "16-20"], [(10, 15)], "15"),
        (["15", "16-20"], [(18, None)], "18-20"),
        (["15", "16-20"], [(12, 18), (18, None)], None),
        (["15", "40"], [(12, 18)], "15"),
        (["ouders", "12-18"], [(None, None)], "ouders"),
    ],
)
def test_dekking_noemt_het_deel_dat_gedekt_is(
    catalogus: Catalogus, gevraagd: list[str], aanbod: list[tuple[int, int | None]], verwacht: str | None
) -> None:
    vragen = [lees_leeftijd(tekst, leeftijdsgroepen(catalogus)) for tekst in gevraagd]
    gedekt = dekking(tuple(vragen), tuple(Leeftijd(van, tot) for van, tot in aanbod))
    assert (gedekt and gedekt.code) == verwacht


@pytest.mark.parametrize(
    ("voor", "leeftijd", "verwacht"),
    [
        ({Voor.DEELNEMERS}, (8, 12), "8-12"),
        ({Voor.DEELNEMERS}, (10, 15), "10-12"),
        ({Voor.OUDERS}, (None, None), "ouders"),
        ({Voor.DEELNEMERS, Voor.OUDERS}, (8, 12), None),
        ({Voor.DEELNEMERS, Voor.OUDERS}, (10, 15), "10-12, ouders"),
        ({Voor.DEELNEMERS}, (None, None), None),
    ],
)
def test_wie_ouders_en_kinderen_vraagt_ziet_wie_er_gedekt_is(
    catalogus: Catalogus, voor: set[Voor], leeftijd: tuple[int | None, int | None], verwacht: str | None
) -> None:
    vragen = tuple(lees_leeftijd(tekst, leeftijdsgroepen(catalogus)) for tekst in ("ouders", "8-12"))
    gedekt = dekking(vragen, (Leeftijd(*leeftijd),), frozenset(voor))
    assert (gedekt and gedekt.code) == verwacht


@pytest.mark.parametrize(
    ("leeftijd", "tekst"),
    [
        (Leeftijd(12, 18), "12-18 jaar"),
        (Leeftijd(18, None), "18 jaar en ouder"),
        (Leeftijd(None, 12), "tot 12 jaar"),
        (Leeftijd(None, None), "niet gepubliceerd"),
    ],
)
def test_leeftijd_in_gewone_woorden(leeftijd: Leeftijd, tekst: str) -> None:
    assert leeftijd_in_woorden(leeftijd) == tekst


@pytest.mark.parametrize(
    ("aanbod", "tekst"),
    [
        ([(16, None)], "vanaf 16 jaar"),
        ([(10, 15)], "12-15 jaar"),
        ([(13, 17)], "13-17 jaar"),
        ([(12, 13), (16, 18)], "12-13 jaar, vanaf 16 jaar"),
        ([(12, 13), (16, None)], "12-13 jaar, vanaf 16 jaar"),
    ],
)
def test_dekking_in_gewone_woorden(
    catalogus: Catalogus, aanbod: list[tuple[int, int | None]], tekst: str
) -> None:
    vraag = lees_leeftijd("12-18", leeftijdsgroepen(catalogus))
    gedekt = dekking((vraag,), tuple(Leeftijd(van, tot) for van, tot in aanbod))
    assert gedekt is not None
    assert gedekt.tekst == tekst


def test_wie_alleen_als_ouder_past_dekt_geen_leeftijd_maar_ouders(catalogus: Catalogus) -> None:
    treffers = {
        t.interventie.id: t.dekking
        for t in zoek(catalogus, {"leeftijd": ["ouders", "3-5"]}, VANDAAG).treffers
    }
    assert treffers["bethere"] == ("ouders", "ouders")
    assert treffers["kindergroep"] == ("4-5", "vanaf 4 jaar")
    assert treffers["samen-oplopen"] is None, "for all ages"


def test_bij_een_leeftijd_staat_wie_er_meedoet_als_dat_niet_de_mensen_zelf_zijn(lpi: Lpi) -> None:
    """Offers for parents and for families stood in one list as ``ouders`` and as ``0-23``."""
    scherm = lpi("zoek", "--leeftijd", "ouders").stdout
    assert re.search(r"^samen-oplopen +gezin 0-23 ", scherm, re.MULTILINE)
    assert re.search(r"^bethere +ouders ", scherm, re.MULTILINE)
