"""The letters that ask providers for an offer."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import Lpi

PLAN = """\
naam: Gemeente Voorbeeld
periode: voorjaar 2027
budget: 50000
groepen:
  - {naam: kinderen, leeftijd: 8-12, taal: {ar: 10, ti: 10, uk: 10}, setting: gemeente, doelgroep: {uk: oekraiense-ontheemde, overig: statushouder}}
  - {naam: volwassenen, leeftijd: 18+, taal: {ar: 20, ti: 20, uk: 20}}
"""
AFZENDER = """\
naam: A. Jansen
organisatie: Gemeente Voorbeeld
adres: Dorpsstraat 1, 1234 AB Dorp
email: a.jansen@example.nl
telefoon: 030 123 45 67
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "afzender.yaml").write_text(AFZENDER, encoding="utf-8")
    return tmp_path


def _tekst(brief: Path) -> str:
    """All text of a document, a paragraph to a line; what does not break there is a space or a hyphen."""
    regels = [
        "".join(deel.text or "-" for deel in alinea.iter(qn("w:t"), qn("w:noBreakHyphen")))
        for alinea in Document(str(brief)).element.iter(qn("w:p"))
    ]
    return "\n".join(regels).replace("\u00a0", " ")


def test_elke_aanbieder_krijgt_een_brief_met_wie_wat_waar_en_wanneer(lpi: Lpi, map_: Path) -> None:
    assert lpi("plan", "plan.yaml", "--aanvragen", "brieven", map_=map_).status == 0
    brieven = {brief.name for brief in (map_ / "brieven").iterdir()}
    assert brieven == {"aanvraag-mind-spring.docx", "aanvraag-life-skills.docx", "aanvraag-mindfit.docx"}
    tekst = _tekst(map_ / "brieven" / "aanvraag-mind-spring.docx")
    for deel in (
        *(
            "A. Jansen",
            "Gemeente Voorbeeld",
            "Dorpsstraat 1, 1234 AB Dorp",
            "a.jansen@example.nl",
            "030 123 45 67",
        ),
        *(
            "Beste Alicia Handal,",
            "mind-spring@arq.org",
            "Mind-Spring Junior",
            "Mind-Spring voor volwassenen",
        ),
        *(
            "kinderen (8-12, Oekraïense ontheemden)",
            "Arabisch",
            "Tigrinya",
            "gemeente",
            "Periode: voorjaar 2027.",
        ),
        *("Onze vragen", "uiterlijk op "),
    ):
        assert deel in tekst, deel


def test_een_brief_vraagt_wat_open_is(lpi: Lpi, map_: Path) -> None:
    lpi("plan", "plan.yaml", "--aanvragen", "brieven", map_=map_)
    assert "Kan het in het Arabisch, Tigrinya en Oekraïens?" in _tekst(
        map_ / "brieven" / "aanvraag-mindfit.docx"
    )
    assert "Is er een tolk nodig, en wat kost die?" in _tekst(map_ / "brieven" / "aanvraag-life-skills.docx")


def test_geen_brief_noemt_een_bedrag(lpi: Lpi, map_: Path) -> None:
    lpi("plan", "plan.yaml", "--aanvragen", "brieven", map_=map_)
    hoogstens = lpi("plan", "plan.yaml", "--formaat", "json", map_=map_).json["plannen"][0]["hoogstens"]
    assert hoogstens
    for brief in (map_ / "brieven").iterdir():
        assert "€" not in _tekst(brief)
        assert "50000" not in _tekst(brief)


def test_een_brief_die_er_is_wordt_niet_zomaar_vervangen(lpi: Lpi, map_: Path) -> None:
    opdracht = ("plan", "plan.yaml", "--aanvragen", "brieven")
    assert lpi(*opdracht, map_=map_).status == 0
    tweede = lpi(*opdracht, map_=map_)
    assert (tweede.status, tweede.stdout) == (2, "")
    assert "bestaat al" in tweede.stderr
    assert lpi(*opdracht, "--overschrijf", map_=map_).status == 0


def test_zonder_afzender_staat_er_wat_nog_moet(lpi: Lpi, map_: Path) -> None:
    (map_ / "afzender.yaml").unlink()
    uitkomst = lpi("plan", "plan.yaml", "--aanvragen", "brieven", map_=map_)
    assert uitkomst.status == 0
    assert "in afzender.yaml" in uitkomst.stderr
    assert "[nog invullen]" in _tekst(map_ / "brieven" / "aanvraag-mindfit.docx")


def test_een_fout_in_de_afzender_is_een_duidelijke_regel(lpi: Lpi, map_: Path) -> None:
    (map_ / "afzender.yaml").write_text("naam: A\ne-mail: a@b.nl\ntelefoon: bel mij\n", encoding="utf-8")
    uitkomst = lpi("plan", "plan.yaml", "--aanvragen", "brieven", map_=map_)
    assert uitkomst.status == 1
    assert "afzender.yaml:2: e-mail: is geen bekend veld; bedoelt u 'email'?" in uitkomst.stderr
    assert "afzender.yaml:3: telefoon: " in uitkomst.stderr
    assert not (map_ / "brieven").exists()


def test_een_brief_noemt_mensen_en_plek_bij_hun_naam(lpi: Lpi, tmp_path: Path) -> None:
    groep = "{naam: v, leeftijd: 18+, taal: {ar: 9}, doelgroep: vrouwen+statushouder, setting: gemeente+azc}"
    (tmp_path / "plan.yaml").write_text(f"groepen:\n- {groep}\nvast: {{v/ar: mindfit}}\n", encoding="utf-8")
    lpi("plan", "plan.yaml", "--aanvragen", "brieven", map_=tmp_path)
    brief = _tekst(tmp_path / "brieven" / "aanvraag-mindfit.docx")
    assert "v (18+, vrouwen en statushouders)" in brief
    assert "gemeente en azc" in brief
