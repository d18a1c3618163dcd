"""The memo of a plan: page one is the decision, every amount is that of ``lpi plan``, and it names things as people do."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from lpi_cli.kern.zinnen import euro
from tests.conftest import Lpi

PLAN = """\
naam: Gemeente Dorp
budget: 50000
groepen:
  - naam: kinderen
    leeftijd: 8-12
    taal: {ar: 10, ti: 10, uk: 10}
    setting: [gemeente]
    doelgroep: {uk: oekraiense-ontheemde, overig: statushouder}
  - {naam: tieners, leeftijd: 12-18, taal: {ar: 7, ti: 7, uk: 6}}
  - {naam: volwassenen, leeftijd: 18+, taal: {ar: 20, ti: 20, uk: 20}}
"""
BRIEF = ("--aan", "het college", "--van", "Team Welzijn", "--voorstel", "B", "--reden", "Laat ruimte over.")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    bestand = tmp_path / "plan.yaml"
    bestand.write_text(PLAN, encoding="utf-8")
    return bestand


def _notitie(lpi: Lpi, plan: Path, *opties: str) -> str:
    uitkomst = lpi("rapport", "--plan", str(plan), *opties, "--formaat", "markdown")
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    return uitkomst.stdout.replace("\\", "")


def _bladzijde_een(tekst: str) -> str:
    return tekst[: re.search(r"^## Plan [ABC]$", tekst, re.MULTILINE).start()]  # type: ignore[union-attr]


def test_op_bladzijde_een_staan_de_vijf_dingen_om_te_besluiten(lpi: Lpi, plan: Path) -> None:
    """For whom, what is proposed, what it costs, how sure it is, and what is asked."""
    een = _bladzijde_een(_notitie(lpi, plan, *BRIEF))
    assert "- **Aan:** het college\n- **Van:** Team Welzijn\n- **Datum:** " in een
    assert "passen bij 110 mensen, met een budget van € 50.000?" in een
    assert (
        "- **kinderen:** 30 mensen: 10 Arabisch, 10 Tigrinya en 10 Oekraïens; leeftijd: 8-12 jaar; doelgroep: "
        "statushouders (Arabisch en Tigrinya) en Oekraïense ontheemden (Oekraïens); setting: gemeente\n"
    ) in een
    assert len(re.findall(r"^\| [ABC] \|", een, re.MULTILINE)) == 3
    assert (
        "- **Wij stellen voor:** Plan B: Mind-Spring Junior voor kinderen (Arabisch, Tigrinya en Oekraïens); "
    ) in een
    assert "- **Omdat:** Laat ruimte over.\n" in een
    assert (
        "- **Kosten:** Plan B: ten minste € 24.000 bekend; ten hoogste € 26.000 over van het budget; nog een "
        "offerte nodig voor Mind-Spring Junior.\n"
    ) in een
    zeker = "bij 60 mensen past alles en zijn grootte en prijs bekend, al is nog iets na te vragen"
    assert f"Plan B: {zeker}; bij 20 mensen is de prijs bekend, maar " in een
    assert "Een erkenning voor deze groep: Mind-Spring voor volwassenen (psycho-educatie).\n" in een
    assert "- [ ] Stem in met plan B, kies een ander plan, of besluit om nu niets nieuws te beginnen." in een
    assert "- [ ] Geef opdracht om offertes te vragen voor Mind-Spring Junior." in een


@pytest.mark.parametrize(
    ("wat", "rest"), [("mind-spring", ", al is nog iets na te vragen"), ("mosaic", "")], ids=str
)
def test_wat_zeker_is_maar_na_te_vragen_heet_niet_zonder_vragen(
    lpi: Lpi, tmp_path: Path, wat: str, rest: str
) -> None:
    """An expired price, and an interpreter of whom nobody wrote, stand open further on in the same memo."""
    bestand = tmp_path / "plan.yaml"
    bestand.write_text(
        f"groepen: [{{naam: groep, leeftijd: 18+, taal: {{ar: 20}}}}]\nvast: {{groep/ar: {wat}}}\n"
    )
    notitie = _notitie(lpi, bestand)
    assert f"Plan A: bij 20 mensen past alles en zijn grootte en prijs bekend{rest}." in notitie
    assert ("**Nog open:** Of een tolk bij deze prijs komt" in notitie) is bool(rest)


def test_zonder_voorstel_staan_er_regels_om_in_te_vullen_en_alle_plannen(lpi: Lpi, plan: Path) -> None:
    een = _bladzijde_een(_notitie(lpi, plan))
    for label in ("Aan", "Van", "Wij stellen voor", "Omdat"):
        assert re.search(rf"\*\*{label}:\*\* …{{10,}}\n", een)
    for naam in "ABC":
        assert re.search(rf"^  - Plan {naam}: .* bekend; .* over van het budget", een, re.MULTILINE)


def _bedragen(gegevens: Any) -> Iterator[float]:
    """All numbers in the data of a plan that may be amounts."""
    if isinstance(gegevens, dict):
        gegevens = list(gegevens.values())
    if isinstance(gegevens, list):
        for deel in gegevens:
            yield from _bedragen(deel)
    elif isinstance(gegevens, int | float) and not isinstance(gegevens, bool):
        yield gegevens


@pytest.mark.parametrize("voorstel", ["A", "B", "C"])
def test_elk_bedrag_is_dat_van_lpi_plan(lpi: Lpi, plan: Path, voorstel: str) -> None:
    gegevens = lpi("plan", str(plan), "--formaat", "json").json
    plannen = gegevens["plannen"]
    bekend = {euro(Decimal(str(getal))) for getal in _bedragen(plannen)} | {euro(Decimal(50000))}
    bekend |= {
        euro(Decimal(str(een["zeker"]["tot"] - ander["zeker"]["tot"])))
        for een in plannen
        for ander in plannen
    }  # how much dearer
    prijzen = {
        p for een in plannen for k in een["kantelpunten"] for p in re.findall(r"€ [\d.,]*\d", k["tekst"])
    }
    tekst = _notitie(lpi, plan, "--voorstel", voorstel)
    plandeel = tekst.partition("## De opties in de plannen")[0]
    assert set(re.findall(r"€ [\d.,]*\d", plandeel)) <= bekend | prijzen
    for een in plannen:
        for regel in een["regels"]:
            if regel["totaal"] and regel["totaal"]["tot"]:
                assert euro(Decimal(str(regel["totaal"]["tot"]))) in plandeel
    assert lpi("rapport", "--plan", str(plan), "--voorstel", voorstel, "--formaat", "json").json == gegevens


def test_het_voorgestelde_plan_staat_er_heel_en_elke_variant_ervan_apart(lpi: Lpi, plan: Path) -> None:
    tekst = _notitie(lpi, plan, "--voorstel", "mindfit")
    assert re.findall(r"^## (Plan .*)$", tekst, re.MULTILINE) == [
        "Plan C", "Plan A: anders dan C", "Plan B: anders dan C",
    ]  # fmt: skip
    opties = re.findall(r"^### (.*)$", tekst.partition("## De opties in de plannen")[2], re.MULTILINE)
    assert opties == [
        "Mind-Spring Junior ★", "TeamUp Opvang", "MindFit ★", "Life Skills Workshop",
        "Mind-Spring voor volwassenen (psycho-educatie) ★", "Niets nieuws doen",
    ]  # fmt: skip
    junior, volwassenen = (
        re.split(r"\n###? ", tekst.partition(f"### {naam}")[2])[0] for naam in (opties[0], opties[4])
    )
    assert "goed onderbouwd" not in junior, "that rating is of the variant for adults"
    assert "  - Erkenning: goed onderbouwd" in volwassenen
    assert "Jongere kinderen mogen alleen" in junior
    assert "Jongere kinderen mogen alleen" not in volwassenen
    assert "kan niet meer in een azc" in junior
    assert "kan niet meer in een azc" not in volwassenen, "one note once"


def test_er_staan_geen_opdrachten_en_codes(lpi: Lpi, plan: Path, catalogus: Any) -> None:
    tekst = _notitie(lpi, plan)
    assert not re.search(r"\blpi [a-z]+|--[a-z]", tekst)
    for code in (*catalogus.bronnen, *(i.id for i in catalogus.interventies if "-" in i.id)):
        if code == "psycho-educatie":
            continue  # a word too
        assert not re.search(rf"(?<![\w/.@-]){code}(?![\w.@-])", tekst.replace("keuzehulp", "")), code


def test_wat_een_offerte_mag_kosten_staat_er_alleen_voor_uzelf(lpi: Lpi, plan: Path) -> None:
    tekst = _notitie(lpi, plan)
    assert "Offerte Mind-Spring Junior ★: past tot en met € 666,66 per groep (3 groepen)." in tekst
    assert "is alleen voor uzelf: zet het niet in een aanvraag." in tekst


def test_betalen_en_vragen_staan_erin_met_bij_wie(lpi: Lpi, plan: Path) -> None:
    tekst = _notitie(lpi, plan)
    assert "## Vraag dit eerst na\n\n- **Mind-Spring:**\n" in tekst
    assert "  - Bij: Alicia Handal, mind-spring@arq.org" in tekst
    for kop in ("LPI's voor Oekraïense ontheemden", "Kosten voor de statushouder"):
        assert f"- **{kop}:**" in tekst.partition("## Hoe u het kunt betalen")[2]
    assert "Vraag voor jongere kinderen altijd toestemming" in tekst.partition("## Waar u op let")[2]


def test_een_offerte_telt_en_heeft_geen_bron(lpi: Lpi, plan: Path) -> None:
    plan.write_text(PLAN + "offertes: {mind-spring/junior: {per: groep, bedrag: 4000, datum: 2026-12-01}}\n")
    tekst = _notitie(lpi, plan)
    assert re.search(r"Mind-Spring Junior ★ \| 1 \| € 4.000 \|", tekst)
    assert "Offerte, prijs van 2026" in tekst


def test_wie_niets_krijgt_staat_er_met_waarom(lpi: Lpi, plan: Path) -> None:
    plan.write_text("groepen: [{naam: dorp, leeftijd: 18+, deelnemers: 7, organisatie: bestaat-niet}]\n")
    een = _bladzijde_een(tekst := _notitie(lpi, plan))
    assert "bij 7 mensen is er niets." in een
    assert "- [ ] Kies wat aan het plan ruimer kan, of besluit" in een
    assert "offerte" not in een.partition("## Voorstel")[2]
    assert re.search(r"### Niet gedekt\n\n- \*\*dorp:\*\*.*\n?  - .* valt af: organisatie", tekst)


def test_het_kan_in_word_en_html(lpi: Lpi, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "afzender.yaml").write_text("naam: Jo Jansen\norganisatie: Gemeente Dorp\n")
    for naam in ("n.docx", "n.html"):
        assert lpi("rapport", "--plan", str(plan), "--uit", str(tmp_path / naam)).status == 0
    document = Document(str(tmp_path / "n.docx"))
    assert document.core_properties.title == "Keuze van een plan voor Gemeente Dorp"
    assert document.core_properties.author == "Jo Jansen, Gemeente Dorp", "the sender stands beside the plan"
    html = (tmp_path / "n.html").read_text(encoding="utf-8")
    assert '<span class="heel">8-12</span> jaar' in html
    assert "w:noBreakHyphen" in document.element.xml


@pytest.mark.parametrize(
    ("opties", "status", "zegt"),
    [
        (("--plan", "weg.yaml"), 1, "weg.yaml"),
        (("--plan", "stuk.yaml"), 1, "stuk.yaml"),
        (("--plan", "plan.yaml", "--leeftijd", "18+"), 2, "Geef --plan of een vraag, niet allebei: "),
        (("--plan", "plan.yaml", "--budget", "9"), 2, "Geef --plan of een vraag, niet allebei: "),
        (("--plan", "plan.yaml", "--interventie", "mosaic"), 2, "Geef --plan of een vraag, niet allebei: "),
        (
            ("--plan", "plan.yaml", "--voorstel", "mosaic"),
            2,
            "Geen plan gebruikt 'mosaic'; kies uit A, B, C, ",
        ),
        (("--plan", "plan.yaml", "--voorstel", "d"), 2, "'D' is geen plan; kies uit A, B, C."),
        (("--plan", "plan.yaml", "--voorstel", "mindfitt"), 2, "mindfit"),
        (("--plan", "plan.yaml", "--reden", "zomaar"), 2, "Geef bij --reden ook --voorstel"),
    ],
)
def test_verkeerd_gebruik_is_een_regel(
    lpi: Lpi, plan: Path, opties: tuple[str, ...], status: int, zegt: str
) -> None:
    (plan.parent / "stuk.yaml").write_text("groepen: [{naam: x, leeftijd: blauw}]\n")
    uit = lpi("rapport", *opties, map_=plan.parent)
    assert (uit.status, uit.stdout) == (status, "")
    assert zegt in uit.stderr.splitlines()[0]
    assert len(uit.stderr.splitlines()) <= 2


def test_wie_een_groep_is_staat_er_ook_zonder_taal_en_met_meer_woorden(lpi: Lpi, tmp_path: Path) -> None:
    groepen = (
        "- {naam: dorp, leeftijd: 18+, deelnemers: 9, doelgroep: vrouwen+statushouder}\n"
        "- {naam: gezin, leeftijd: ouders+volwassenen, deelnemers: 8}\n"
    )
    (tmp_path / "plan.yaml").write_text(f"groepen:\n{groepen}", encoding="utf-8")
    uitkomst = lpi("rapport", "--plan", "plan.yaml", map_=tmp_path, COLUMNS="120")
    assert uitkomst.status == 0, uitkomst.stderr
    tekst = uitkomst.stdout
    assert "dorp   9 mensen; leeftijd: 18 jaar en ouder; doelgroep: vrouwen en statushouders" in tekst
    assert "gezin  8 mensen; leeftijd: ouders en gezin en volwassenen (18 jaar en ouder)" in tekst


def test_de_vraag_noemt_wat_vooraf_al_vaststond(lpi: Lpi, plan: Path) -> None:
    """Who decides must see what was no choice any more, by its name."""
    assert "Al besloten" not in _notitie(lpi, plan)
    vooraf = (
        "vast: {volwassenen/ar: mosaic, volwassenen/ti: mind-spring/volwassenen}\nniet: [kunstlab, bamboo/kids]\n"
        "offertes: {bamboo/youth: {per: groep, bedrag: 2900, datum: 2026-10-01}}\n"
    )
    plan.write_text(PLAN + vooraf, encoding="utf-8")
    vraag = _notitie(lpi, plan).partition("## De vraag")[2].partition("\n## ")[0]
    assert (
        "Al besloten: Mosaic voor volwassenen (Arabisch) en Mind-Spring voor volwassenen (psycho-educatie) voor "
        "volwassenen (Tigrinya). Doet niet mee: KunstLab en BAMBOO Kids. "
        "Ontvangen offertes: BAMBOO Youth € 2.900 per groep, van 1 oktober 2026." in vraag
    )
