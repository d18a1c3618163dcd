"""The Word document, read back with python-docx."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from lpi_cli.weergave.beeld import Alinea as Tekstblok
from lpi_cli.weergave.beeld import (
    Beeld,
    Kop,
    Punten,
    Scherm,
    Staaf,
    Staven,
    Tabel,
    Tabelkolom,
    Toon,
    Velden,
    Wegwijzers,
)
from lpi_cli.weergave.formaat import formaat
from tests.conftest import Lpi
from tests.test_veilig import BEELD, beeld_van


def _lees(beeld: Beeld):
    return Document(BytesIO(formaat("docx").render(beeld, Scherm())))


def test_koppen_lijsten_en_tabellen_zijn_echt(lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("toon", "mindfit", "--uit", "kaart.docx", map_=tmp_path).status == 0
    document = Document(tmp_path / "kaart.docx")
    stijlen = {alinea.style.name for alinea in document.paragraphs}
    assert {"Heading 1", "Heading 2", "List Bullet"} <= stijlen
    varianten = next(t for t in document.tables if t.cell(0, 0).text == "variant")
    assert varianten.cell(1, 1).text == "18 jaar en ouder"
    assert "w:tblHeader" in varianten.rows[0]._tr.xml
    assert all(stuk.bold for stuk in varianten.cell(0, 0).paragraphs[0].runs)
    assert document.core_properties.title == "MindFit (mindfit ★)"
    assert document.core_properties.author == ""
    links = {relatie.target_ref for relatie in document.part.rels.values() if relatie.is_external}
    assert "mailto:mindfit@vluchtelingenwerk.nl" in links


def test_bladzijde_is_a4_en_nederlands() -> None:
    document = _lees(beeld_van(Kop("Titel", 1), Tekstblok("zacht", Toon.ZACHT)))
    deel = document.sections[0]
    assert (round(deel.page_width.cm, 1), round(deel.page_height.cm, 1)) == (21.0, 29.7)
    assert round(deel.left_margin.cm, 1) == 1.2
    assert 'w:lang w:val="nl-NL"' in document.styles.element.xml


def test_vijandige_tekst_blijft_tekst() -> None:
    document = _lees(BEELD)
    tekst = "\n".join(alinea.text for alinea in document.paragraphs)
    assert "<script>alert(1)</script> [klik](javascript:alert(1))" in tekst
    assert not any(teken in document.element.xml for teken in "\x1b\x07\x08\x9b\u202e\u200f")
    assert not [relatie for relatie in document.part.rels.values() if relatie.is_external]


def test_staven_staan_naar_verhouding_met_het_getal_ernaast() -> None:
    staven = [
        Staaf("a", Decimal(50), Decimal(100), "€ 50 - € 100"),
        Staaf("b", Decimal(50), Decimal(50), "€ 50"),
        Staaf("c", Decimal(0), Decimal(0), "kosteloos"),
    ]
    tabel = _lees(beeld_van(Staven("Kosten", staven))).tables[0]
    assert [cel.text for cel in tabel.rows[0].cells] == ["wie", "naar verhouding", "hoeveel"]
    beelden = [rij.cells[1]._tc.findall(f".//{qn('wp:extent')}") for rij in tabel.rows[1:]]
    breedtes = [int(beeld.get("cx")) for rij in beelden for beeld in rij]
    assert breedtes[0] == pytest.approx(2 * breedtes[1], rel=0.01)
    assert beelden[2] == [], "nothing has no length"
    assert [rij.cells[2].text for rij in tabel.rows[1:]] == [
        "€\u00a050 - €\u00a0100",
        "€\u00a050",
        "kosteloos",
    ]


def test_vakjes_velden_en_wegwijzers() -> None:
    document = _lees(
        beeld_van(
            Punten(["doen"], afvinken=True),
            Punten(["weten"]),
            Velden([("Een", ["x"]), ("Meer", ["y", "z"])]),
            Wegwijzers("uitleg", [("tolken", "Werken met tolken")]),
        )
    )
    assert [a.text for a in document.paragraphs if a.text] == ["lpi", "☐ doen", "weten"]
    velden, wegwijzers = document.tables
    assert [a.text for a in velden.cell(1, 1).paragraphs] == ["y", "z"]
    assert wegwijzers.cell(0, 0).text == "lpi uitleg tolken"


@pytest.mark.proces
@pytest.mark.parametrize(("formaat_", "module"), [("docx", "docx"), ("xlsx", "openpyxl")])
def test_zonder_het_extra_onderdeel_staat_er_wat_te_doen(
    lpi: Lpi, tmp_path: Path, formaat_: str, module: str
) -> None:
    (tmp_path / f"{module}.py").write_text(f"raise ModuleNotFoundError(name={module!r})")
    uitkomst = lpi("lijst", "--uit", f"x.{formaat_}", map_=tmp_path, PYTHONPATH=str(tmp_path))
    assert uitkomst.status == 2
    assert f'pip install "lpi-cli[{formaat_}]"' in uitkomst.stderr
    assert len(uitkomst.stderr.splitlines()) == 1
    assert not (tmp_path / f"x.{formaat_}").exists()


def test_een_lange_titel_staat_heel_in_het_document_en_kort_in_de_eigenschappen(
    lpi: Lpi, tmp_path: Path
) -> None:
    ids = [i["id"] for i in lpi("lijst", "--formaat", "json").json][:14]
    uitkomst = lpi("toon", *ids, "--uit", "kaarten.docx", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stderr) == (0, "Bewaard: kaarten.docx\n")
    document = Document(tmp_path / "kaarten.docx")
    heel, kort = document.paragraphs[0].text, document.core_properties.title
    assert len(heel) > 255
    assert kort == f"{heel[:254]}…"


@pytest.mark.parametrize("lengte", [255, 256, 5000])
def test_een_naam_van_elke_lengte_past_in_word(lengte: int) -> None:
    titel = "x" * lengte
    document = _lees(beeld_van(Kop(titel, 1)))
    assert document.paragraphs[0].text == titel
    assert document.core_properties.title == (titel if lengte == 255 else f"{titel[:254]}…")


def test_alleen_een_lange_rij_gaat_verder_op_de_volgende_bladzijde() -> None:
    beeld = beeld_van(
        Tabel([Tabelkolom("wat"), Tabelkolom("tekst")], [["kort", "woord"], ["lang", "woord " * 80]])
    )
    kop, kort, lang = _lees(beeld).tables[0].rows
    assert ["w:cantSplit" in rij._tr.xml for rij in (kop, kort, lang)] == [True, True, False]


def test_een_bereik_en_een_telefoonnummer_breken_niet() -> None:
    document = _lees(beeld_van(Tekstblok("12-18 jaar, 020-422 77 77, a-b")))
    alinea = document.paragraphs[-1]
    assert alinea.text == "12-18 jaar, 020-422\u00a077\u00a077, a-b"
    assert alinea._p.xml.count("w:noBreakHyphen") == 2
