"""The memo as the one who decides gets it: page one is the decision, and nothing that does not concern the question."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from lpi_cli.kern.zinnen import euro_met_centen
from tests.browser import start_browser
from tests.conftest import Lpi
from tests.test_eigen_catalogus import schrijf_catalogus

STATUSHOUDERS = (
    "--leeftijd", "volwassenen", "--doel", "klachten", "--vorm", "groep", "--doelgroep", "statushouder",
    "--taal", "ar=20", "--taal", "ti=10", "--setting", "gemeente", "--regio", "Enschede",
)  # fmt: skip
TIENERS = ("--leeftijd", "jongeren", "--vorm", "groep", "--deelnemers", "12")
VIJF = (
    "--leeftijd", "volwassenen", "--doel", "klachten", "--vorm", "groep", "--taal", "ar",
    "--doelgroep", "asielzoeker", "--deelnemers", "24",
)  # fmt: skip
"""A question that five interventions fit."""
VOORSTEL = ("--voorstel", "mind-spring", "--reden", "Elke groep heeft haar eigen taal.")
OP_PAPIER = [
    ((*VIJF, *VOORSTEL), 4),
    (STATUSHOUDERS, 4),
    (("--leeftijd", "jongeren", "--taal", "ar", "--deelnemers", "14"), 4),
    (("--leeftijd", "volwassenen", "--setting", "opvang-oekraine", "--taal", "uk", "--deelnemers", "24"), 4),
    (("--leeftijd", "ouders", "--deelnemers", "16"), 4),
    (("--leeftijd", "kinderen", "--vorm", "groep", "--deelnemers", "20"), 6),
]
"""Questions, and how many pages their memos take at most; the last one describes eight options."""


def _notitie(lpi: Lpi, *opdracht: str) -> str:
    uitkomst = lpi("rapport", *opdracht, "--formaat", "markdown")
    assert uitkomst.status == 0
    return uitkomst.stdout.replace("\\", "")


def _bladzijde_een(tekst: str) -> str:
    return tekst.partition("\n## De opties\n")[0]


def test_op_bladzijde_een_staan_de_vijf_dingen_om_te_besluiten(lpi: Lpi) -> None:
    """For whom, what is proposed, what it costs, how sure it is, and what is asked."""
    een = _bladzijde_een(
        _notitie(lpi, *STATUSHOUDERS, *VOORSTEL, "--aan", "het college", "--van", "Team Welzijn")
    )
    assert "- **Aan:** het college\n- **Van:** Team Welzijn\n- **Datum:** " in een
    assert "past bij 30 mensen (taal: 20 Arabisch en 10 Tigrinya)?" in een
    for deel in ("Doelgroep: statushouders.", "Setting: gemeente.", "Regio: Enschede."):
        assert deel in een
    assert "- **Wij stellen voor:** Mind-Spring\n- **Omdat:** Elke groep heeft haar eigen taal." in een
    assert "- **Kosten:** € 36.000,00 (€ 1.200,00 per deelnemer; 3 groepen)" in een
    assert "- **Hoe zeker:** Past bij alle antwoorden; goed onderbouwd; gunstig: " in een
    assert "- [ ] Stem in met Mind-Spring, kies een andere optie, of besluit om nu niets nieuws" in een


@pytest.mark.parametrize(
    ("voorstel", "zegt"),
    [
        ("mosaic", "Past niet binnen het budget: € 13.858,00 te kort; voor 15 deelnemers is het budget genoeg: € 11.286,00."),
        ("life-skills", "Past misschien binnen het budget."),
        ("bamboo", "Of dit binnen het budget past, is niet bekend."),
    ],
)  # fmt: skip
def test_bij_een_voorstel_staat_of_het_binnen_het_budget_past(lpi: Lpi, voorstel: str, zegt: str) -> None:
    vraag = ("--leeftijd", "18+", "--taal", "ar", "--deelnemers", "40")
    een = _bladzijde_een(_notitie(lpi, *vraag, "--voorstel", voorstel, "--budget", "20000"))
    assert zegt in een
    assert "Zeg of dit budget er is, en uit welke pot." in een
    assert "budget past" not in _bladzijde_een(_notitie(lpi, *vraag, "--voorstel", voorstel))


def test_bij_een_voorstel_dat_niet_past_staat_waarom(lpi: Lpi) -> None:
    een = _bladzijde_een(_notitie(lpi, "--leeftijd", "12-18", "--voorstel", "mosaic"))
    assert "**Hoe zeker:** Past niet: leeftijd (18 jaar en ouder); geen erkenning" in een


def test_hoe_zeker_telt_alles_wat_past_en_niet_alleen_wat_beschreven_is(lpi: Lpi) -> None:
    een = _bladzijde_een(_notitie(lpi, "--leeftijd", "18+", "--deelnemers", "20"))
    assert "Een erkenning voor deze groep: Mind-Spring, Liever bewegen dan moe en Samen Oplopen." in een


def test_zonder_voorstel_staan_er_regels_om_in_te_vullen(lpi: Lpi) -> None:
    een = _bladzijde_een(_notitie(lpi, *STATUSHOUDERS))
    for label in ("Aan", "Van", "Wij stellen voor", "Omdat"):
        assert re.search(rf"\*\*{label}:\*\* …{{10,}}\n", een)
    assert "- € 36.000,00 (Mind-Spring) tot € 47.850,00, zonder locatie (Trauma Company" in een


def test_wat_voorgesteld_wordt_is_beschreven_ook_als_het_misschien_past(lpi: Lpi) -> None:
    tekst = _notitie(lpi, *VIJF, "--voorstel", "mindfit")
    assert "\n### MindFit\n" in tekst
    assert "**Hoe zeker:** Past misschien; " in tekst
    assert "Nog open: taal, prijs en bijkomende kosten." in tekst, (
        "its price was until 2025, and of an interpreter no source says"
    )


def test_de_tabel_staat_op_volgorde_van_de_wensen(lpi: Lpi) -> None:
    def namen(*liefst: str) -> list[str]:
        rijen = re.findall(r"^\| ([^|]+) \| (?:ja|misschien) \|", _notitie(lpi, *TIENERS, *liefst), re.M)
        return [rij.removesuffix(" ★") for rij in rijen]

    gewoon, kosteloos = namen(), namen("--liefst", "kosteloos")
    assert gewoon[0] == "BAMBOO"
    gevonden = lpi("zoek", *TIENERS[:4], "--liefst", "kosteloos", "--formaat", "json").json["treffers"]
    interventies = {i["id"] for i in lpi("lijst", "--formaat", "json").json if i["soort"] == "interventie"}
    verwacht = [treffer["naam"] for treffer in gevonden if treffer["id"] in interventies]
    assert kosteloos == verwacht[: len(kosteloos)]
    assert kosteloos != gewoon
    assert len(kosteloos) == 8


def test_voor_statushouders_staat_niets_dat_alleen_voor_oekraiense_ontheemden_is(lpi: Lpi) -> None:
    tekst = _notitie(lpi, *STATUSHOUDERS).partition("## Bronnen en werkwijze")[0]
    for verboden in (
        "ontheemde",
        "Oekraïner",
        "BooO",
        "meerkosten",
        "LOOP vooraf",
        "★",
        "Empatia",
        "Work for Ukraine",
    ):
        assert verboden not in tekst
    voor_hen = _notitie(lpi, "--doelgroep", "oekraiense-ontheemde", "--taal", "uk", "--deelnemers", "20")
    assert "BooO van de NOO" in voor_hen
    assert "★ = door LOOP vooraf gekozen" in voor_hen
    assert "Voor Oekraïners heeft ARQ twintig trainers opgeleid." in voor_hen
    assert "Voorbeeld Haarlem" in tekst
    for verboden in ("Voorbeeld Haarlem", "kwetsbare statushouders", "Eritrese vrouwen"):
        assert verboden not in voor_hen


def test_voor_tieners_staat_er_geen_opmerking_over_volwassenen(lpi: Lpi) -> None:
    tekst = _notitie(lpi, *TIENERS, "--doel", "klachten")
    opties = tekst.partition("## De opties")[2].partition("### Niets nieuws doen")[0]
    opmerkingen = "\n".join(
        r for r in opties.splitlines() if r.lstrip().startswith("- ") and "Andere bronnen melden" not in r
    )
    assert opmerkingen
    assert not re.search(r"\bvolwassenen|Adults|18 jaar en ouder|Eritrese moeders", opmerkingen)
    assert "statushouders noemen psychische klachten" not in tekst
    volwassenen = _notitie(lpi, *STATUSHOUDERS)
    assert "\n### PM+" in volwassenen
    for verboden in ("Jongere kinderen mogen alleen", "jongere tieners staat EASE"):
        assert verboden not in volwassenen
    assert "jongere tieners staat EASE" in _notitie(lpi, *TIENERS, "--interventie", "pm-plus")


def test_er_staan_geen_opdrachten_en_codes(lpi: Lpi, catalogus: Any) -> None:
    for vraag in (STATUSHOUDERS, TIENERS, VIJF):
        tekst = _notitie(lpi, *vraag, "--budget", "20000")
        assert not re.search(r"\blpi [a-z]+|--[a-z]", tekst)
        for bron in catalogus.bronnen:
            assert not re.search(rf"(?<![\w/.-]){bron}(?![\w.-])", tekst.replace("keuzehulp", "")), bron
        assert "zie opleiding" not in tekst


@pytest.mark.parametrize("vraag", [STATUSHOUDERS, TIENERS, VIJF, ("--leeftijd", "18+", "--deelnemers", "40")])
def test_elk_bedrag_is_dat_van_lpi_kosten(lpi: Lpi, vraag: tuple[str, ...]) -> None:
    regels = lpi("kosten", *vraag, "--formaat", "json").json["regels"]
    notitie = lpi("rapport", *vraag, "--formaat", "json").json
    soort = {i["id"]: i["soort"] for i in lpi("lijst", "--formaat", "json").json}
    assert notitie["kosten"] == [r for r in regels if soort[r["id"]] == "interventie"]
    bekend = {
        euro_met_centen(Decimal(str(regel[deel][grens])))
        for regel in regels
        for deel in ("totaal", "per_deelnemer")
        if regel[deel]
        for grens in ("van", "tot")
    }
    een = _bladzijde_een(_notitie(lpi, *vraag))
    assert set(re.findall(r"€ [\d.]+,\d\d", een)) <= bekend


def test_een_bedrag_neemt_mee_wat_het_niet_is(lpi: Lpi) -> None:
    tekst = _notitie(lpi, "--leeftijd", "18+", "--deelnemers", "24")
    assert "kosten: ten minste ongeveer € 14.160,00, zonder materiaal en eenmalige kosten" in tekst
    assert "kosteloos, zonder locatie en apparatuur" in tekst


def test_de_afzender_komt_uit_zijn_bestand(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "afzender.yaml").write_text("naam: Jo Jansen\norganisatie: Gemeente Dorp\n")
    uit = lpi("rapport", *TIENERS, "--formaat", "markdown", map_=tmp_path)
    assert "- **Van:** Jo Jansen, Gemeente Dorp\n" in uit.stdout
    (tmp_path / "afzender.yaml").write_text("namm: x\n")
    fout = lpi("rapport", *TIENERS, map_=tmp_path)
    assert (fout.status, len(fout.stderr.splitlines())) == (1, 1)


@pytest.mark.parametrize(
    ("opties", "zegt"),
    [
        (("--reden", "zomaar"), "Geef bij --reden ook --voorstel"),
        (("--voorstel", "bamboe"), "Bedoelt u 'bamboo'?"),
        (("--sjabloon", "weg.docx", "--uit", "a.docx"), "weg.docx kan niet worden gelezen"),
        (("--sjabloon", "geen.docx", "--uit", "a.docx"), "geen.docx is geen Word-bestand"),
    ],
)
def test_verkeerd_gebruik_is_een_regel(lpi: Lpi, tmp_path: Path, opties: tuple[str, ...], zegt: str) -> None:
    (tmp_path / "geen.docx").write_text("geen Word")
    uit = lpi("rapport", *TIENERS, *opties, map_=tmp_path)
    assert uit.status in (1, 2)
    assert zegt in uit.stderr.splitlines()[-1]
    assert not (tmp_path / "a.docx").exists()


# --- Word -----------------------------------------------------------------------------


def _word(lpi: Lpi, map_: Path, *opties: str) -> Any:
    assert lpi("rapport", *VIJF, *VOORSTEL, "--van", "Jo", *opties, "--uit", "n.docx", map_=map_).status == 0
    return Document(map_ / "n.docx")


def test_word_heeft_stijlen_koprijen_bijschriften_en_bladnummers(lpi: Lpi, tmp_path: Path) -> None:
    document = _word(lpi, tmp_path)
    eigen = document.core_properties
    assert (eigen.author, eigen.title, eigen.language) == ("Jo", document.paragraphs[0].text, "nl-NL")
    assert eigen.created.date() == eigen.modified.date() == date.today()  # noqa: DTZ011  the day it is made
    bijschriften = [
        "".join(t.text for t in a._p.iter(qn("w:t")))
        for a in document.paragraphs
        if a.style.name == "Caption"
    ]
    assert bijschriften == ["Tabel 1. Waaruit u kiest", "Figuur 1. Kosten per deelnemer, bij 24 deelnemers"]
    tabel, figuur = [t for t in document.tables if t._tbl.tblPr.find(qn("w:tblCaption")) is not None]
    for een in (tabel, figuur):
        assert "w:tblHeader" in een.rows[0]._tr.xml
    beelden = figuur._tbl.findall(f".//{qn('wp:docPr')}")
    bedragen = [rij.cells[2].text for rij in figuur.rows[1:]]
    assert len(beelden) == len(bedragen)
    for beeld, bedrag in zip(beelden, bedragen, strict=True):
        assert beeld.get("descr").replace("\u00a0", " ").endswith(bedrag.replace("\u00a0", " "))
    voet = document.sections[0].footer._element.xml
    assert 'w:instr="PAGE"' in voet
    assert 'w:instr="NUMPAGES"' in voet


def test_een_eigen_sjabloon_houdt_zijn_stijlen_en_kop(lpi: Lpi, tmp_path: Path) -> None:
    sjabloon = Document()
    sjabloon.styles["Heading 1"].font.name = "Comic Neue"
    sjabloon.sections[0].header.paragraphs[0].text = "Gemeente Dorp"
    sjabloon.add_paragraph("Voorbeeldtekst van het sjabloon")
    sjabloon.save(tmp_path / "huisstijl.docx")
    document = _word(lpi, tmp_path, "--sjabloon", "huisstijl.docx")
    assert document.styles["Heading 1"].font.name == "Comic Neue"
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Dorp"
    assert "Voorbeeldtekst van het sjabloon" not in [a.text for a in document.paragraphs]
    assert document.paragraphs[0].style.name == "Heading 1"


@pytest.mark.parametrize(("punten", "rand", "dwars"), [(10, 2.5, False), (12, 5, True)])
def test_in_een_eigen_sjabloon_met_brede_letters_breekt_geen_woord(
    lpi: Lpi, tmp_path: Path, punten: int, rand: float, dwars: bool
) -> None:
    """Counted with letters of 0.6 of their size, as those of Verdana are."""
    from docx import Document
    from docx.shared import Cm, Pt

    sjabloon = Document()
    deel = sjabloon.sections[0]
    deel.page_width, deel.page_height, deel.left_margin, deel.right_margin = map(Cm, (21, 29.7, rand, rand))
    letter = sjabloon.styles["Normal"].font
    letter.name, letter.size = "Verdana", Pt(punten)
    sjabloon.save(str(tmp_path / "huisstijl.docx"))
    document = _word(lpi, tmp_path, "--sjabloon", "huisstijl.docx")
    assert (document.sections[0].page_width > document.sections[0].page_height) is dwars
    tabel = next(tabel for tabel in document.tables if len(tabel.columns) > 4)
    for kolom in tabel.columns:
        maat = kolom.cells[1].paragraphs[0].style.font.size.pt
        langste = max(len(woord) for cel in kolom.cells[1:] for woord in cel.text.split())
        assert kolom.width.cm >= langste * maat * 0.6 * 2.54 / 72 + 0.38, kolom.cells[0].text


def test_een_sjabloon_dat_niet_meedoet_is_een_regel(lpi: Lpi, tmp_path: Path) -> None:
    Document().save(tmp_path / "huisstijl.docx")
    opdracht = ("rapport", "--interventie", "mindfit", "--sjabloon", "huisstijl.docx", "--uit", "a.html")
    fout = lpi(*opdracht, map_=tmp_path)
    assert fout.status == 2
    assert fout.stderr.endswith("Fout: --sjabloon is alleen voor Word. Bewaar als Word: --uit advies.docx\n")
    assert not (tmp_path / "a.html").exists()


@pytest.mark.parametrize(("opdracht", "dwars"), [(("lijst",), True), (("toon", "mindfit"), False)])
def test_een_brede_tabel_ligt_dwars(lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...], dwars: bool) -> None:
    assert lpi(*opdracht, "--uit", "x.docx", map_=tmp_path).status == 0
    blad = Document(tmp_path / "x.docx").sections[0]
    assert (blad.page_width > blad.page_height) is dwars


# --- on paper and on a screen ---------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with start_browser() as gestart:
        yield gestart


@pytest.mark.browser
def test_axe_vindt_niets(lpi: Lpi, tmp_path: Path, browser: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    assert lpi("rapport", *VIJF, *VOORSTEL, "--uit", "n.html", map_=tmp_path).status == 0
    for naam, opdracht in (
        ("n", None),
        ("v", ("vergelijk", "bamboo", "mindfit", "mosaic")),
        ("l", ("lijst",)),
    ):
        if opdracht:
            assert lpi(*opdracht, "--uit", f"{naam}.html", map_=tmp_path).status == 0
        for breed in (320, 1280):
            pagina = browser.new_page(viewport={"width": breed, "height": 800}, bypass_csp=True)
            pagina.goto((tmp_path / f"{naam}.html").as_uri())
            gevonden = Axe().run(pagina).response["violations"]
            assert [(een["id"], een["nodes"][0]["html"]) for een in gevonden] == []
            assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no sideways scroll"
            pagina.close()


@pytest.mark.browser
@pytest.mark.parametrize(("vraag", "meeste"), OP_PAPIER)
def test_html_past_geprint_op_zo_weinig_bladzijden(
    lpi: Lpi, tmp_path: Path, browser: Any, vraag: tuple[str, ...], meeste: int
) -> None:
    assert lpi("rapport", *vraag, "--uit", "n.html", map_=tmp_path).status == 0
    pagina = browser.new_page()
    pagina.goto((tmp_path / "n.html").as_uri())
    pdf = pagina.pdf(prefer_css_page_size=True)
    assert 0 < len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) <= meeste
    pagina.close()


@pytest.mark.browser
def test_de_kop_en_de_eerste_kolom_blijven_in_zicht(lpi: Lpi, tmp_path: Path, browser: Any) -> None:
    assert lpi("lijst", "--uit", "l.html", map_=tmp_path).status == 0
    pagina = browser.new_page(viewport={"width": 400, "height": 800})
    pagina.goto((tmp_path / "l.html").as_uri())
    plek = "(el) => { const r = el.getBoundingClientRect(); return [Math.round(r.x), Math.round(r.y)] }"
    kop, rij = pagina.locator("thead th").first, pagina.locator("tbody th").nth(5)
    eerder = kop.evaluate(plek), rij.evaluate(plek)[0]
    pagina.locator(".schuif").first.evaluate("(el) => el.scrollTo(200, 150)")
    assert (kop.evaluate(plek), rij.evaluate(plek)[0]) == eerder
    pagina.close()


@pytest.mark.kantoor
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is er niet: geen soffice")
@pytest.mark.parametrize(("vraag", "meeste"), OP_PAPIER)
def test_word_past_op_zo_weinig_bladzijden(
    lpi: Lpi, tmp_path: Path, vraag: tuple[str, ...], meeste: int
) -> None:
    assert lpi("rapport", *vraag, "--uit", "n.docx", map_=tmp_path).status == 0
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--convert-to", "pdf", "n.docx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    bladzijden = re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "n.pdf").read_bytes())
    assert 0 < len(bladzijden) <= meeste


def test_een_plaatje_is_een_png_van_de_gevraagde_maat() -> None:
    from docx.image.image import Image

    from lpi_cli.weergave.plaatje import png

    beeld = Image.from_blob(png([("0B5A68", 40), ("A9C7CD", 20)], 30))
    assert (beeld.px_width, beeld.px_height, beeld.content_type) == (60, 30, "image/png")
    assert BytesIO(beeld.blob).read(4) == b"\x89PNG"


def test_een_erkenning_die_is_verlopen_telt_niet_in_de_lijst(catalogus: Any) -> None:
    from lpi_cli.kern.lijst import sorteer
    from lpi_cli.weergave.lijst import lijstbeeld

    i = next(i for i in catalogus.interventies if i.id == "hiro-schooljudo")
    erkenningen = tuple(e._replace(geldig_tot="2025-12-31") for e in i.bewijs.erkenningen)
    verlopen = i._replace(bewijs=i.bewijs._replace(erkenningen=erkenningen))
    for dag, niveau in ((date(2025, 12, 31), "goed-onderbouwd"), (date(2026, 1, 1), None)):
        beeld = lijstbeeld({None: [verlopen]}, catalogus, dag)
        assert beeld.gegevens[0]["bewijs"] == niveau
        assert ("goed onderbouwd" in str(beeld.blokken)) is (niveau is not None)
        ander = next(een for een in catalogus.interventies if een.id == "samen-oplopen")
        assert sorteer([ander, verlopen], ["bewijs"], catalogus, dag)[0] is (verlopen if niveau else ander)


def test_de_kosten_zeggen_tot_wie_een_aanbod_beperkt_is(lpi: Lpi) -> None:
    for formaat in ("tabel", "csv", "markdown"):
        tekst = lpi("kosten", "my-identity", "mosaic", "--deelnemers", "12", "--formaat", formaat).stdout
        assert "lleen voor meisjes" in tekst
        assert "lleen voor Arabischsprekenden" in tekst


# --- sheets ---------------------------------------------------------------------------


def test_een_csv_in_een_bestand_is_voor_mensen_in_nederland(lpi: Lpi, tmp_path: Path) -> None:
    import csv

    def lees(*opdracht: str) -> list[dict[str, str]]:
        assert lpi(*opdracht, "--uit", "x.csv", "--overschrijf", map_=tmp_path).status == 0
        inhoud = (tmp_path / "x.csv").read_bytes()
        assert inhoud.startswith(b"\xef\xbb\xbf")
        return list(csv.DictReader(inhoud.decode("utf-8-sig").splitlines(), delimiter=";"))

    lijst = {rij["Code"]: rij for rij in lees("lijst")}
    assert (lijst["ease"]["Leeftijd van"], lijst["ease"]["Leeftijd tot"]) == ("10", "15")
    assert lijst["bamboo"]["Leeftijd in woorden"] == "6 tot 12 jaar; 12 tot 18 jaar; 18 jaar en ouder"
    assert not [cel for rij in lijst.values() for cel in rij.values() if re.fullmatch(r"\d+-\d+", cel)]
    (mindfit,) = lees("kosten", "mindfit", "--deelnemers", "40")
    assert (mindfit["Interventie"], mindfit["Per deelnemer van (€)"], mindfit["Groepen van"]) == (
        "MindFit",
        "510,38",
        "3",
    )
    (telefoon,) = [r["Waarde"] for r in lees("toon", "mindfit") if "telefoon" in r["Veld"]]
    assert telefoon == "06\u00a023570723", "no number that loses its nought"
    voor_programmas = lpi("kosten", "mindfit", "--deelnemers", "40", "--formaat", "csv").stdout
    assert voor_programmas.startswith('"id","past"')


def test_een_rekenblad_noemt_namen_en_elke_kop_een_keer(lpi: Lpi, tmp_path: Path) -> None:
    import csv

    vraag = ("--leeftijd", "18+", "--deelnemers", "20")
    plan = ("plan", "--groep", "18+:ar=20,ti=20", "--budget", "50000")
    for opdracht in (("kosten", *vraag), ("rapport", *vraag), plan):
        assert lpi(*opdracht, "--uit", "x.csv", "--overschrijf", map_=tmp_path).status == 0
        tekst = (tmp_path / "x.csv").read_text("utf-8-sig")
        koppen, *rijen = csv.reader(tekst.splitlines(), delimiter=";")
        assert len(set(koppen)) == len(koppen)
        bron = koppen.index("Bronnen" if opdracht is plan else "Bron")
        assert any("de gids van Pharos uit 2025" in rij[bron] for rij in rijen)
        assert not any("gids-2025" in rij[bron] for rij in rijen)
    assert '"18+, Arabisch"' in tekst


def test_een_werkblad_is_klaar_om_te_gebruiken_en_te_printen(lpi: Lpi, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    opdracht = ("kosten", "mindfit", "liever-bewegen-dan-moe", "--deelnemers", "24", "--uurtarief", "60")
    assert lpi(*opdracht, "--uit", "x.xlsx", map_=tmp_path).status == 0
    blad = load_workbook(tmp_path / "x.xlsx").active
    assert blad.title == "Kosten voor 24 deelnemers"
    boven = [blad.cell(nr, 1).value for nr in range(1, 5)]
    assert boven[2:] == ["Aantal mensen: 24", "Personeel € 60 per uur"]
    dag = date.today()  # noqa: DTZ011  the day it is made
    assert boven[1] == f"Gemaakt met lpi op {dag.day}-{dag.month}-{dag.year}"
    kop = 6
    koppen = [cel.value for cel in blad[kop]]
    totaal = koppen.index("Totaal van (€)")
    opmaak = {blad.cell(nr, 1).value: blad.cell(nr, totaal + 1).number_format for nr in (kop + 1, kop + 2)}
    assert opmaak == {"MindFit": '"€" #,##0.00', "Liever bewegen dan moe": '"≥ €" #,##0.00'}
    assert "_" not in "".join(koppen)
    assert (blad.freeze_panes, blad.print_title_rows) == (f"B{kop + 1}", f"${kop}:${kop}")
    assert blad.auto_filter.ref.startswith(f"A{kop}:")
    assert (blad.page_setup.orientation, blad.page_setup.fitToWidth, blad.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert blad.sheet_properties.pageSetUpPr.fitToPage
    assert blad.print_title_cols == "$A:$A"


def test_een_breed_werkblad_komt_op_meer_bladzijden_naast_elkaar(lpi: Lpi, tmp_path: Path) -> None:
    """On one, its text would be too small to read."""
    from openpyxl import load_workbook

    breed = ("kosten", "--leeftijd", "18+", "--deelnemers", "24")
    for naam, opdracht, naast in (("k", breed, 2), ("l", ("lijst",), 1)):
        assert lpi(*opdracht, "--uit", f"{naam}.xlsx", map_=tmp_path).status == 0
        assert load_workbook(tmp_path / f"{naam}.xlsx").active.page_setup.fitToWidth == naast


@pytest.mark.kantoor
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is er niet: geen soffice")
def test_een_nederlands_rekenblad_opent_de_csv_zoals_bedoeld(lpi: Lpi, tmp_path: Path) -> None:
    """Read with Dutch settings (1043), semicolons and UTF-8, as numbers and dates where it sees them."""
    for naam, opdracht in (
        ("lijst", ("lijst",)), ("kosten", ("kosten", "mindfit", "--deelnemers", "40")), ("toon", ("toon", "mindfit")),
    ):  # fmt: skip
        assert lpi(*opdracht, "--uit", f"{naam}.csv", map_=tmp_path).status == 0
    inlezen = "--infilter=CSV:59,34,76,1,,1043,false,true,false"
    lo = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    namen = ["lijst.csv", "kosten.csv", "toon.csv"]
    subprocess.run(
        ["soffice", "--headless", lo, inlezen, "--convert-to", "fods", *namen],
        cwd=tmp_path, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    lijst, kosten, toon = (Path(tmp_path, naam).with_suffix(".fods").read_text() for naam in namen)
    assert 'office:value-type="date"' not in lijst + kosten
    assert 'office:value="510.38"' in kosten
    assert re.search(r'office:value="10"(?s:.*?)office:value="15"', lijst)
    assert "06\u00a023570723" in toon
    assert 'office:value="623570723"' not in toon


def test_een_prijs_die_gold_tot_een_dag_is_nog_open(lpi: Lpi) -> None:
    (rij,) = [regel for regel in _notitie(lpi, *VIJF).splitlines() if regel.startswith("| Mind-Spring")]
    assert rij.endswith("| prijs en bijkomende kosten |")


def test_wat_niet_bekend_is_staat_niet_als_reden_dat_iets_afviel(lpi: Lpi) -> None:
    """Nor is what may be for these people counted as meant for others."""
    oekraiens = ("--doelgroep", "oekraiense-ontheemde", "--setting", "gemeente", "--taal", "uk")
    afgevallen = _notitie(lpi, "--leeftijd", "12-18", *oekraiens).partition("## Wat afviel")[2]
    assert "- 7ROSES: leeftijd (18 jaar en ouder); nog open: taal niet gepubliceerd\n" in afgevallen
    minderjarig = _notitie(lpi, "--leeftijd", "12-18", "--doelgroep", "amv").partition("## Wat afviel")[2]
    assert (
        "- 7ROSES: leeftijd (18 jaar en ouder); nog open: doelgroep niet genoemd, andere wel\n" in minderjarig
    )


def test_van_een_optie_met_meer_prijzen_staat_bij_elk_bedrag_welke_variant(lpi: Lpi) -> None:
    """Or it would cost an amount and have no published price at once."""
    een = _bladzijde_een(_notitie(lpi, "--interventie", "7roses", "--deelnemers", "14", "--uurtarief", "90"))
    assert (
        "  - Ten minste € 6.300,00, zonder tolk (7ROSES in een groep).\n  - Niet gepubliceerd: 7ROSES individueel."
        in een
    )
    beide = _bladzijde_een(_notitie(lpi, "--interventie", "pm-plus", "--deelnemers", "14"))
    assert "**Kosten:** Op aanvraag: PM+ (Problem Management Plus)." in beide


def test_wat_over_een_van_de_varianten_gaat_noemt_die(lpi: Lpi) -> None:
    beide = _notitie(lpi, "--interventie", "7roses")
    assert "bijeenkomsten 9 × 2,5 uur" in beide
    assert "  - 7ROSES individueel: Het aantal bijeenkomsten is niet gepubliceerd." in beide
    assert "; 7ROSES individueel: vorm alleen een groep (de verkorte lijst)" in beide
    alleen = _notitie(lpi, "--interventie", "7roses/individueel")
    assert "  - Het aantal bijeenkomsten is niet gepubliceerd." in alleen
    assert "; vorm alleen een groep (de verkorte lijst)" in alleen


def test_de_volgende_stappen_vragen_wat_open_is_voor_wie_mee_kan_doen(lpi: Lpi) -> None:
    """What the first page calls open, and for no people whom it does not take."""
    vraag = (
        "--leeftijd",
        "18+",
        "--doelgroep",
        "statushouder",
        "--setting",
        "gemeente",
        "--deelnemers",
        "35",
    )

    def stappen(*talen: str) -> str:
        return _notitie(lpi, *vraag, *talen).partition("## Volgende stappen")[2]

    met_aantal = stappen("--taal", "ar=20", "--taal", "ti=15")
    assert "Mosaic: vraag naar een offerte voor 20 mensen en de planning." in met_aantal
    assert (
        "Mind-Spring: vraag naar een offerte voor 35 mensen, bijkomende kosten en de planning." in met_aantal
    )
    zonder = stappen("--taal", "ar", "--taal", "ti")
    assert "Mosaic: vraag naar de prijs voor een deel van de 35 mensen en de planning." in zonder
    klein = _notitie(lpi, "--leeftijd", "18+", "--deelnemers", "3", "--voorstel", "mind-spring")
    assert "Nog open: prijs, bijkomende kosten en hoe klein een groep mag zijn." in klein
    assert (
        "voor 3 mensen, bijkomende kosten en de planning; vraag ook na: hoe klein een groep mag zijn."
        in klein
    )


def test_een_gevraagde_taal_waarvan_niet_bekend_is_of_zij_kan_is_open(lpi: Lpi) -> None:
    """PM+ names some of its languages; Mosaic is for Arabic alone."""
    tekst = _notitie(lpi, "--leeftijd", "18+", "--taal", "ar=20", "--taal", "ti=15", "--setting", "gemeente")
    assert (
        "- Dekt van de gevraagde talen zeker: Arabisch. Of het in het Tigrinya kan, is niet bekend." in tekst
    )
    assert re.search(r"^\| PM\+ .*\| taal \(Tigrinya\) en prijs \|$", tekst, re.M)
    assert "vraag naar de prijs voor 20 mensen en de planning; vraag ook na: taal (Tigrinya)." in tekst
    mosaic = tekst.partition("\n### Mosaic")[2].partition("\n### ")[0]
    assert "Dekt van de gevraagde talen alleen: Arabisch.\n" in mosaic


def test_bij_een_vergeleken_bedrag_voor_een_deel_van_de_mensen_staat_voor_hoeveel(lpi: Lpi) -> None:
    """The bars stand under the number of all."""
    vergeleken = _notitie(lpi, "--leeftijd", "18+", "--taal", "ar=20", "--taal", "ti=15").partition(
        "Kosten per deelnemer, bij 35 deelnemers"
    )[2]
    assert "- **Mosaic:** € 1.128,60 (totaal € 22.572,00, 2 groepen, voor 20 mensen)" in vergeleken
    assert "- **Mind-Spring:** € 1.028,57 (totaal € 36.000,00, 3 groepen)" in vergeleken


def test_een_wens_staat_bij_elke_optie_in_woorden(lpi: Lpi) -> None:
    tekst = _notitie(lpi, *VIJF, "--liefst", "taal=ti", "--liefst", "setting=azc")
    assert "taal=" not in tekst
    assert "  - taal Tigrinya: ja, Tigrinya\n  - setting azc: " in tekst


def test_van_wat_zonder_taal_werkt_staat_niet_dat_de_talen_niet_bekend_zijn(lpi: Lpi) -> None:
    def niet_gepubliceerd(id_: str) -> str:
        tekst = _notitie(lpi, "--interventie", id_)
        return re.findall(r"Niet gepubliceerd: ([^.]*)\.", tekst)[0]

    assert niet_gepubliceerd("teamup-opvang") == "aantal bijeenkomsten, groepsgrootte en erkenning"
    assert "talen" in niet_gepubliceerd("mindfit")


@pytest.fixture
def met_eigen_prijs(tmp_path: Path) -> tuple[str, ...]:
    bestanden = {
        "bronnen.yaml": "prijslijst: {titel: Onze prijslijst, jaar: 2026, datum: mei 2026, omschrijving: Prijzen.}\n",
        "interventies/mind-spring.yaml": "vult_aan: mind-spring\nkosten:\n  - {soort: uitvoering, "
        "variant: volwassenen, bedrag: {van: 9000, tot: 9000}, eenheid: groep, "
        f"prijspeil: {date.today().year}, bron: prijslijst}}\n"  # noqa: DTZ011
        "bronnen: [{bron: prijslijst, plaats: bladzijde 1}]\n",
    }
    return ("--catalogus", str(schrijf_catalogus(tmp_path, bestanden)))


def test_met_een_eigen_prijs_spreekt_de_notitie_zichzelf_niet_tegen(
    lpi: Lpi, met_eigen_prijs: tuple[str, ...]
) -> None:
    """The published price counts no more, so it is neither what one reckons with nor what is open."""
    opdracht = ("--interventie", "mind-spring/volwassenen", "--deelnemers", "16")
    assert "Wij rekenen met € 12.000" in _notitie(lpi, *opdracht)
    eigen = _notitie(lpi, *opdracht, *met_eigen_prijs)
    assert "Wij rekenen met € 12.000" not in eigen
    assert "| € 18.000,00 (€ 1.125,00 per deelnemer; 2 groepen) | bijkomende kosten |" in eigen
    assert "Andere bronnen melden: kosten € 7.572 per groep" in eigen


def test_bij_een_prijs_staan_geen_tekens_en_geen_ids_van_bronnen(
    lpi: Lpi, met_eigen_prijs: tuple[str, ...]
) -> None:
    eigen = _notitie(lpi, "--interventie", "mind-spring", "--deelnemers", "16", *met_eigen_prijs)
    assert "per groep (Onze prijslijst): € 18.000,00, dat is" in eigen
    assert "per groep (de gids van Pharos uit 2025): € 24.000,00" in eigen
    ondergrens = _notitie(lpi, "--interventie", "7roses/groep", "--deelnemers", "14", "--uurtarief", "90")
    assert (
        "7ROSES in een groep: ten minste € 6.300,00, dat is ten minste € 450,00 per deelnemer." in ondergrens
    )
    assert "≥" not in ondergrens


def test_wat_kosteloos_is_zonder_tolk_staat_zo_op_bladzijde_een_als_in_een_plan(lpi: Lpi) -> None:
    vraag = ("--leeftijd", "18+", "--taal", "ar", "--deelnemers", "20", "--voorstel", "life-skills")
    zonder = _bladzijde_een(_notitie(lpi, *vraag))
    assert re.search(r"^\| Life Skills Workshop \|.*\| kosteloos, zonder tolk \|", zonder, re.M)
    assert "- **Kosten:** kosteloos, zonder tolk\n" in zonder
    plan = lpi("plan", "--groep", "18+:ar=20", "--budget", "5", "--formaat", "markdown")
    assert "| kosteloos, zonder tolk |" in plan.stdout
    assert "  - Kosteloos, al zit niet alles erbij: Life Skills Workshop" in _bladzijde_een(
        _notitie(lpi, *vraag[:-2])
    )
    geteld = _bladzijde_een(_notitie(lpi, *vraag, "--tolktarief", "60"))
    assert "zonder tolk" not in "".join(r for r in geteld.splitlines() if "Life Skills" in r)


def test_van_alles_in_de_tabel_staat_waar_men_leest_bij_wie_het_na_te_vragen_is(lpi: Lpi) -> None:
    def zegt(*opdracht: str) -> tuple[str, str]:
        een, _, rest = _notitie(lpi, *opdracht).partition("\n## De opties\n")
        return re.findall(r"Bij wie, staat bij (.*)\.", een)[0], rest

    assert zegt(*TIENERS, "--taal", "uk")[0] == "de volgende stappen en ‘Past misschien’"
    waar, rest = zegt("--leeftijd", "18+", "--interventie", "mosaic")
    assert waar == "de volgende stappen en ‘Past ook’"
    assert "\n- CAP TRAIN (http://www.doktersvandewereld.org): " in rest.partition("\n## Past ook\n")[2]
    assert zegt("--interventie", "mosaic")[0] == "de volgende stappen"


def test_de_vraag_noemt_hoeveel_mensen_van_welke_leeftijd_het_zijn(lpi: Lpi) -> None:
    def vraag(*opdracht: str) -> str:
        return _notitie(lpi, *opdracht).partition("## De vraag\n\n")[2].partition("?")[0]

    verdeeld = vraag("--leeftijd", "8-12=30", "--leeftijd", "18+=5")
    assert verdeeld.endswith("past bij 35 mensen (leeftijd: 30 van 8-12 jaar en 5 van 18 jaar en ouder)")
    assert vraag("--leeftijd", "kinderen=30").endswith(
        "past bij 30 mensen (leeftijd: 30 kinderen (tot 12 jaar))"
    )
    assert vraag("--leeftijd", "18+", "--deelnemers", "1").endswith("past bij 1 mens")


def test_zonder_aantal_mensen_is_een_gepubliceerde_prijs_niet_open(lpi: Lpi) -> None:
    """What is free is not asked for a price; what was until a day that has passed, is."""
    tekst = _notitie(lpi, "--leeftijd", "18+", "--taal", "ar")
    open_ = dict(re.findall(r"^\| ([^|]+?) ★? ?\|.*\| ([^|]+) \|$", tekst, re.M))
    assert open_["Mosaic"] == "planning"
    assert open_["Life Skills Workshop"] == "bijkomende kosten"
    assert open_["Mind-Spring"] == open_["BAMBOO"] == "prijs"
    assert "- [ ] Life Skills Workshop: vraag naar bijkomende kosten en de planning." in tekst
    assert "- [ ] Mosaic: vraag naar een offerte en de planning." in tekst


def test_op_bladzijde_een_staat_ook_wat_niet_binnen_het_budget_past(lpi: Lpi) -> None:
    vraag = ("--leeftijd", "18+", "--deelnemers", "18", "--budget", "100", "--bewijs", "goed-onderbouwd")
    te_duur = _bladzijde_een(_notitie(lpi, *vraag, "--doelgroep", "vrouwen"))
    assert "  - Binnen het budget: geen; niet: Mind-Spring en Liever bewegen dan moe." in te_duur
    deels = _bladzijde_een(
        _notitie(lpi, "--leeftijd", "18+", "--deelnemers", "18", "--budget", "100", "--voorselectie")
    )
    assert "  - Binnen het budget: geen waarvan alles bekend is; niet: " in deels


def test_bewijs_van_een_van_de_varianten_telt_ook_naast_een_erkenning_zonder_niveau(lpi: Lpi) -> None:
    een = _bladzijde_een(_notitie(lpi, "--interventie", "mind-spring", "--interventie", "bamboo"))
    assert "  - Een erkenning zonder gepubliceerd niveau: Mind-Spring.\n" in een
    assert "  - Erkenning of gunstig onderzoek, niet van alle varianten: Mind-Spring en BAMBOO.\n" in een
    tieners = _bladzijde_een(_notitie(lpi, "--interventie", "mind-spring/13-plus"))
    assert "niet van alle varianten" not in tieners


def test_in_de_tabel_staat_wat_een_praktijkvoorbeeld_is_en_welke_leeftijd_niet_bekend_is(lpi: Lpi) -> None:
    een = _bladzijde_een(_notitie(lpi, "--interventie", "avres-avanti", "--interventie", "mosaic"))
    assert "\n| Avres AVANTI (praktijkvoorbeeld) | - | leeftijd niet gepubliceerd | " in een
    assert "\n| Mosaic | - | 18+; " in een


def test_wat_op_aantallen_wacht_heet_niet_ook_onberekenbaar(lpi: Lpi) -> None:
    vraag = ("--leeftijd", "12-18", "--leeftijd", "18+", "--taal", "ar", "--deelnemers", "30")
    een = _bladzijde_een(_notitie(lpi, *vraag, "--interventie", "mosaic"))
    assert "Niet berekend, want voor hoeveel mensen het dan is, is niet gegeven: " in een
    assert "Niet te berekenen" not in een
    wacht = re.findall(r"voor hoeveel mensen het dan is, is niet gegeven: (.*)\.", een)
    assert len(wacht) == 1
    assert "Mosaic" in wacht[0]
    assert "BAMBOO" not in wacht[0], "of that no price is published"


def test_op_bladzijde_een_staat_het_niveau_van_een_erkenning_ook_als_het_van_een_variant_is(lpi: Lpi) -> None:
    een = _bladzijde_een(_notitie(lpi, "--interventie", "mind-spring"))
    volwassenen = "alleen Mind-Spring voor volwassenen (psycho-educatie)"
    assert f"| opgenomen (Europese Commissie); goed onderbouwd, {volwassenen}; gunstig: " in een


def _optie(lpi: Lpi, id_: str) -> str:
    opdracht = ("--interventie", id_, "--deelnemers", "13")
    return _notitie(lpi, *opdracht).partition("## De opties\n")[2].partition("### Niets nieuws")[0]


def test_wat_van_een_van_de_varianten_niet_bekend_is_staat_erbij(lpi: Lpi) -> None:
    pubers = _optie(lpi, "pubergroep")
    jong = "Groep voor jongvolwassenen"
    assert (
        f"Niet gepubliceerd: leeftijd ({jong}), aantal bijeenkomsten ({jong}), groepsgrootte, talen" in pubers
    )
    assert "groepsgrootte (PM+" not in _optie(lpi, "pm-plus"), "individually there is no group"


def test_een_prijs_die_niet_is_uit_te_rekenen_heet_niet_deels_onbekend(lpi: Lpi) -> None:
    """It is published per group; how many groups that makes is not."""
    assert "€ 6.805 per groep" in _optie(lpi, "mindpower")
    assert "Een deel van de kosten is niet bekend" not in _optie(lpi, "mindpower")
    assert "Een deel van de kosten is niet bekend" in _optie(lpi, "my-identity")


def test_wat_dezelfde_bron_ergens_anders_zegt_heet_geen_andere_bron(lpi: Lpi) -> None:
    assert "Dezelfde bron meldt ook: bijeenkomsten Een looptijd van 1,5 jaar" in _optie(lpi, "gouden-mannen")
    roses = _optie(lpi, "7roses")
    assert "Andere bronnen melden: kosten training voor nieuwe trainers € 580" in roses
    assert "Dezelfde bron" not in roses


def test_wat_twee_keer_voor_een_beperking_staat_komt_een_keer_in_de_notitie(lpi: Lpi) -> None:
    assert _optie(lpi, "my-identity").count("- Alleen voor meisjes.") == 1


def test_van_een_praktijkvoorbeeld_vraagt_men_geen_prijs_om_het_te_bestellen(lpi: Lpi) -> None:
    stappen = _notitie(lpi, "--interventie", "meergezinsgroepen", "--deelnemers", "9").partition(
        "Volgende stappen"
    )[2]
    assert "- [ ] Meergezinsgroepen: vraag hoe het is opgezet en wat het kostte. Larissa van Beek" in stappen


def test_een_prijs_die_voor_meer_varianten_gelijk_is_staat_er_een_keer(lpi: Lpi) -> None:
    assert "Kosten:** Pubergroep, Amv-groep en Groep voor jongvolwassenen: op aanvraag\n" in _optie(
        lpi, "pubergroep"
    )
    assert _optie(lpi, "kunstlab").count("Ongeveer € 416 per bijeenkomst") == 1


def test_bij_meer_gepubliceerde_prijzen_van_hetzelfde_staat_van_wie_elk_is(
    lpi: Lpi, met_eigen_prijs: tuple[str, ...]
) -> None:
    tekst = _notitie(lpi, "--interventie", "mind-spring/volwassenen", *met_eigen_prijs)
    assert re.search(r"€ 9\.000 per groep, prijs van \d+ \(Onze prijslijst\)\n", tekst)
    assert "geldig tot en met 31 december 2025 (de gids van Pharos uit 2025)\n" in tekst
    assert "2025 (de gids van Pharos uit 2025)\n" not in _notitie(lpi, "--interventie", "mindfit")


def test_of_talen_samen_in_een_groep_kunnen_is_open_waar_dat_niet_bekend_is(lpi: Lpi) -> None:
    """Then the budget is only met perhaps, and the reader must know why."""
    vraag = (
        "--leeftijd",
        "18+",
        "--taal",
        "ar=5",
        "--taal",
        "es=3",
        "--tolktarief",
        "50",
        "--budget",
        "3000",
    )
    tekst = _notitie(lpi, *vraag, "--voorstel", "life-skills")
    assert "Past misschien binnen het budget." in tekst
    assert "Nog open: of talen samen in een groep kunnen." in tekst
    assert (
        "vraag naar een offerte voor 8 mensen en de planning; vraag ook na: of talen samen in een groep kunnen."
        in tekst
    )
