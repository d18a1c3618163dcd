"""How wide things are, at the column where it makes a difference."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Begrip
from lpi_cli.catalogus.nieuw import NieuweBron
from lpi_cli.cli import startscherm
from lpi_cli.cli._keuzevraag import Keuzevraag
from lpi_cli.cli._prompt import _keuzelijst
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.toets import Toets
from lpi_cli.kern.vergelijk import Vergelijking
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Scherm, Tabel, Tabelkolom, Toon, Velden
from lpi_cli.weergave.formaat import docx, tabel, xlsx
from lpi_cli.weergave.interventiesjabloon import NieuwAanbod, interventiebestand
from lpi_cli.weergave.kosten import NOOT, WAT
from lpi_cli.weergave.toetssjabloon import toetsbestand
from lpi_cli.weergave.vergelijk import vergelijkbeeld
from tests.conftest import Lpi
from tests.records import BEGRIPPEN, JAAR, interventie, record
from tests.test_eigen_catalogus import schrijf_catalogus

WOORDEN = "woord woord woord woord woord woord woord woord"
"""Running text of 47 characters that may break anywhere."""


def _beeld(*blokken: Blok, kolommen: Sequence[str] = (), rij: Sequence[str] = ()) -> Beeld:
    return Beeld(lambda: blokken, dict, kolommen, lambda: [rij])


def _regels(breedte: int, *blokken: Blok) -> list[str]:
    return tabel.render(_beeld(*blokken), Scherm(breedte)).decode().splitlines()


# --- on a screen ------------------------------------------------------------------------


def _smalste(blok: Tabel) -> int:
    """The least columns at which a table still is one; on less each row becomes a small block."""
    kop = blok.kolommen[-1].kop
    return next(breedte for breedte in range(10, 200) if kop in _regels(breedte, blok)[0].split())


@pytest.mark.parametrize(
    ("kolommen", "cellen", "smalste"),
    [
        ((Tabelkolom("a", vast=True), Tabelkolom("b", vast=True)), ("aaaaa", "bbbbb"), 5 + 2 + 5 + 2),
        ((Tabelkolom("a"), Tabelkolom("b")), (WOORDEN, WOORDEN), 12 + 2 + 12 + 2),
        ((Tabelkolom("a"), Tabelkolom("b", minstens=20)), (WOORDEN, WOORDEN), 12 + 2 + 20 + 2),
        (
            (Tabelkolom("a"), Tabelkolom("b", minstens=3)),
            (WOORDEN, WOORDEN),
            12 + 2 + 5 + 2,
        ),  # no word breaks
        ((Tabelkolom("a"), Tabelkolom("b")), (WOORDEN, "kort"), 12 + 2 + 4 + 2),
        # the notes of costs may stand in a pile
        ((WAT, NOOT), ("a", "1, 3, 5, 7"), 3 + 2 + 8 + 2),
    ],
)
def test_een_tabel_blijft_een_tabel_zolang_elke_kolom_past(
    kolommen: tuple[Tabelkolom, ...], cellen: tuple[str, ...], smalste: int
) -> None:
    assert _smalste(Tabel(kolommen, [cellen])) == smalste


def test_een_kolom_die_weg_mag_gaat_weg_als_zij_geen_dertig_tekens_krijgt() -> None:
    blok = Tabel((Tabelkolom("a", vast=True), Tabelkolom("b", rang=1)), [("aaaaa", WOORDEN)])
    assert _regels(5 + 2 + 30 + 2, blok)[0].split() == ["a", "b"]
    assert _regels(5 + 2 + 29 + 2, blok)[0].split() == ["a"]


@pytest.mark.parametrize(("tekens", "breedte"), [(20, 20), (21, 13)])
def test_een_kolom_tot_twintig_tekens_krijgt_het_eerst_ruimte(tekens: int, breedte: int) -> None:
    """There is room for 15 more than both need; a longer column gets half of that."""
    kort = f"{WOORDEN[:17]} {'x' * (tekens - 18)}"
    blok = Tabel((Tabelkolom("a", minstens=5), Tabelkolom("b")), [(kort, WOORDEN)])
    assert _regels(5 + 2 + 12 + 2 + 15, blok)[0].index("b") == breedte + 2


def test_in_een_blokje_blijven_de_minst_belangrijke_kolommen_weg() -> None:
    kolommen = (
        Tabelkolom("naam"),
        Tabelkolom("breed"),
        *(Tabelkolom(f"rang{nr}", rang=nr) for nr in (1, 2, 3)),
    )
    blok = Tabel(kolommen, [("een", "x" * 50, "b", "c", "d")])
    (_, _, *rest) = _regels(40, blok)
    assert [regel.split(":")[0].strip() for regel in rest if ":" in regel] == ["rang1", "rang2"]


def test_een_waarde_staat_naast_haar_label_vanaf_vijfenveertig_tekens() -> None:
    blok = Velden([("Label", [WOORDEN])])
    assert _regels(5 + 2 + 45, blok)[0].split()[:2] == ["Label", "woord"]
    assert _regels(5 + 2 + 44, blok)[0] == "Label"


@pytest.mark.parametrize(("laatste", "regels"), [("12345", 1), ("123456", 2)])
def test_tekst_wordt_niet_breder_dan_honderd_tekens(laatste: str, regels: int) -> None:
    assert len(_regels(150, Alinea(f"{'1234 ' * 19}{laatste}"))) == regels


@pytest.mark.parametrize(("laatste", "regels"), [("12345", 1), ("123456", 2)])
def test_een_bestand_is_honderd_tekens_breed(laatste: str, regels: int) -> None:
    inhoud = tabel.render(_beeld(Kop(f"{'1234 ' * 19}{laatste}")), Scherm()).decode()
    assert len(inhoud.splitlines()) == regels


@pytest.mark.parametrize(
    ("nummer", "regels"), [("030 12345", ["bel", "030 12345"]), ("030 1234", ["bel 030", "1234"])]
)
def test_vanaf_negen_tekens_is_een_nummer_een_telefoonnummer(nummer: str, regels: list[str]) -> None:
    assert _regels(10, Alinea(f"bel {nummer}")) == regels


def test_twee_interventies_staan_naast_elkaar_op_elk_achtentwintig_tekens(catalogus: Catalogus) -> None:
    waarden = ((WOORDEN,), (WOORDEN,))
    vergelijking = Vergelijking("bijeenkomsten", waarden, verschilt=True)
    twee = interventie("een"), interventie("ander")
    beeld = vergelijkbeeld([*map(Gevraagd.heel, twee)], [vergelijking], catalogus)
    (blok,) = [blok for blok in beeld.blokken if isinstance(blok, Tabel)]
    assert _smalste(blok) == len("bijeenkomsten ≠") + 2 + 28 + 2 + 28 + 2


@pytest.mark.parametrize(("breedte", "als"), [(29, 30), (30, 30), (31, 31)])
def test_smaller_dan_dertig_kolommen_wordt_niet_geschreven(lpi: Lpi, breedte: int, als: int) -> None:
    def scherm(kolommen: int) -> str:
        return lpi("toon", "mindfit", COLUMNS=str(kolommen)).stdout

    assert (scherm(breedte) == scherm(30)) is (als == 30)


@pytest.mark.parametrize(("laatste", "heel"), [("12345", True), ("123456", False)])
def test_het_startscherm_wordt_niet_breder_dan_tachtig(
    monkeypatch: pytest.MonkeyPatch, laatste: str, heel: bool
) -> None:
    inleiding = f"{'1234 ' * 15}{laatste}"
    monkeypatch.setattr("lpi_cli.cli.INLEIDING", inleiding)
    assert (startscherm(120).splitlines()[0] == inleiding) is heel


def test_op_het_startscherm_staat_uitleg_naast_een_opdracht_vanaf_vierentwintig_tekens() -> None:
    opdracht = "  lpi zoek --leeftijd 12-18 --vorm groep"
    naast = [b for b in range(30, 81) if f"{opdracht}  zelf" in startscherm(b)]
    assert naast == list(range(len(opdracht) + 2 + 24, 81))


@pytest.mark.parametrize(("letters", "regels"), [(49, 1), (50, 2)])
def test_voor_een_antwoord_staan_acht_tekens(
    monkeypatch: pytest.MonkeyPatch, letters: int, regels: int
) -> None:
    """A pointer, a dot and a space; the number stands in the text, and its next lines below that."""
    monkeypatch.setenv("COLUMNS", "60")
    antwoord = f"{'a' * 20} {'b' * (letters - 21)}"
    keuzevraag = Keuzevraag("", "", (), [("code", antwoord)], frozenset())
    (keuze,) = _keuzelijst(keuzevraag, []).choices
    assert str(keuze.title).splitlines() == (
        [f"1. {antwoord}"] if regels == 1 else [f"1. {'a' * 20}", f"{' ' * 8}{'b' * 29}"]
    )


@pytest.mark.parametrize(
    ("fouten", "regels", "rest"), [(10, 10, None), (11, 11, "en nog 1 fout"), (12, 11, "en nog 2 fouten")]
)
def test_van_een_eigen_catalogus_komen_tien_fouten_op_het_scherm(
    lpi: Lpi, tmp_path: Path, fouten: int, regels: int, rest: str | None
) -> None:
    leeg = {f"interventies/nr-{nr}.yaml": "" for nr in range(fouten)}
    eigen = schrijf_catalogus(tmp_path / "regio", leeg)
    *gemeld, let_op = lpi("lijst", "--catalogus", str(eigen)).stderr.splitlines()
    assert len(gemeld) == regels
    assert let_op.startswith("Let op: wat fout is, doet niet mee.")
    assert rest is None or gemeld[-1] == rest


# --- in files ---------------------------------------------------------------------------


@pytest.mark.parametrize(("letters", "regels"), [(87, 1), (88, 2)])
def test_een_nieuw_bestand_is_zesennegentig_tekens_breed(letters: int, regels: int) -> None:
    begrippen = BEGRIPPEN | {"setting": {"x" * letters: record(Begrip, naam="x", uitleg="x")}}
    tekst = interventiebestand(
        NieuwAanbod("een", "Een", NieuweBron("boek", "Boek", None, "ooit", None)), begrippen, JAAR
    )
    assert (f"# Waar? {'x' * letters}." in tekst.splitlines()) is (regels == 1)
    assert (f"# {'x' * letters}." in tekst.splitlines()) is (regels == 2)


@pytest.mark.parametrize(("letters", "regels"), [(79, 1), (80, 2)])
def test_een_toetsbestand_is_zesennegentig_tekens_breed(
    catalogus: Catalogus, letters: int, regels: int
) -> None:
    criteria = catalogus.kwaliteitscriteria
    eerste = criteria.criteria[0]
    vraag = eerste.vragen[0]._replace(voorbeeld="x" * letters)
    toets = Toets("Wandelgroep", "iedereen", {})
    tekst = toetsbestand(
        toets, criteria._replace(criteria=(eerste._replace(vragen=(vraag,)),)), met_uitleg=True
    )
    assert (f"  # Goed bewijs: {'x' * letters}" in tekst.splitlines()) is (regels == 1)


@pytest.mark.parametrize(("tekens", "breedte"), [(29, 31), (30, 32), (31, 32), (70, 32)])
def test_een_kolom_van_excel_is_ten_hoogste_tweeendertig_tekens(tekens: int, breedte: int) -> None:
    beeld = _beeld(kolommen=["a"], rij=["x" * tekens])
    blad = load_workbook(BytesIO(xlsx.render(beeld, Scherm()))).active
    assert blad is not None
    assert blad.column_dimensions["A"].width == breedte


def _breedtes_in_word(*cellen: str) -> list[int]:
    blok = Tabel([Tabelkolom(str(nr)) for nr in range(len(cellen))], [cellen])
    document = Document(BytesIO(docx.render(_beeld(blok), Scherm())))
    return [kolom.width for kolom in document.tables[0].columns]


@pytest.mark.parametrize(("een", "ander", "verhouding"), [(8, 8, 1), (400, 100, 2), (900, 100, 3)])
def test_een_kolom_in_word_is_breder_naar_de_wortel_van_haar_tekst(
    een: int, ander: int, verhouding: int
) -> None:
    """So that the rows of the table are as low as they can be."""
    links, rechts = _breedtes_in_word("x " * (een // 2), "x " * (ander // 2))
    assert links == pytest.approx(verhouding * rechts, rel=0.02)


def test_een_kop_in_word_gaat_niet_dieper_dan_de_stijlen() -> None:
    """Below the title of the document all headings go one down, and the third stays the third."""
    blokken = (Alinea("Titel", Toon.NADRUK), Kop("een", 1), Kop("twee", 2), Kop("drie", 3))
    document = Document(BytesIO(docx.render(_beeld(*blokken), Scherm())))
    koppen = {alinea.text: str(alinea.style.name) for alinea in document.paragraphs if alinea.style}
    assert (koppen["een"], koppen["twee"], koppen["drie"]) == ("Heading 2", "Heading 3", "Heading 3")
