"""``lpi web``: the page gives the same answers as the commands, to everyone, and touches no network."""

import json
import re
import shutil
import threading
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.controle import controleer_map
from lpi_cli.catalogus.gereed import Gereed, schrijf
from lpi_cli.catalogus.model import Kwaliteitsantwoord, Kwaliteitsvraag
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.keuzetabel import VAST, eisen_per_woord, rij, woorden
from lpi_cli.kern.kies import kies
from lpi_cli.kern.kosten import bereken_kosten, centen
from lpi_cli.kern.toets import Gegeven, Toets, toets_interventie
from lpi_cli.weergave.toets import OORDELEN, stippen
from lpi_cli.weergave.web import webpagina
from tests.browser import start_browser
from tests.conftest import CHECKOUT, VANDAAG, Lpi
from tests.webvragen import KOSTEN, LEES, als_paginavraag, antwoord, willekeurig

GROOTSTE = 450_000
BREEDTES = (320, 375, 560, 640, 768, 960, 1280, 1920)
VOLWASSENEN = {"leeftijd": "volwassenen", "vorm": "groep", "deelnemers": "40"}
LEES_ANTWOORD = """() => {
  const ids = (deel) => [...document.querySelectorAll(`#${deel}:not([hidden]) :is(th, li) a[href^="#toon-"]`)].map((a) => a.hash.slice(6));
  return {past: ids("deel-past"), misschien: ids("deel-misschien"), net_niet: ids("deel-net-niet"),
          let_op: [...document.querySelectorAll("#deel-let-op li:not([hidden])")].length};
}"""
BEDEKT = """() => {
  const plek = document.activeElement, vak = plek.getBoundingClientRect();
  if (plek === document.body || !vak.width || plek.matches(".sla-over")) return null;
  const x = Math.min(Math.max(vak.left + vak.width / 2, 0), innerWidth - 1);
  const y = Math.min(vak.top + Math.min(vak.height, innerHeight) / 2, vak.bottom - 1);
  const raak = document.elementFromPoint(x, y);
  const zichtbaar = raak && (raak === plek || plek.contains(raak) || raak.contains(plek));
  return zichtbaar ? null : `${plek.outerHTML.slice(0, 120)} op ${x}, ${y}`;
}"""
"""What has the focus when it is outside the window or under something else."""

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("web")
    bestand = map_ / "index.html"
    gemaakt = webpagina(laad(), VANDAAG)
    bestand.write_bytes(gemaakt.pagina)
    (map_ / "alles.html").write_bytes(gemaakt.alles)
    return bestand


def _verpakte_gegevens(pagina: Path) -> Any:
    """The data that the script of the page unpacks."""
    verpakt = re.search(r'id="gegevens">([^<]*)<', pagina.read_text())
    assert verpakt is not None
    return json.loads(zlib.decompress(b64decode(verpakt[1])))


def test_de_pagina_laat_niemand_een_opdracht_typen(pagina: Path) -> None:
    gegevens = _verpakte_gegevens(pagina)
    zichtbaar = re.sub(r"<(script|style).*?</\1>", "", pagina.read_text(), flags=re.DOTALL)
    opdracht = re.compile(r"\blpi (?!\d)[a-z]+.*| --[a-z].*")
    meldingen = [tekst for _, tekst, _, _ in gegevens["meldingen"]]
    for tekst in (
        zichtbaar,
        json.dumps([gegevens[naam] for naam in ("toets", "feiten", "inhoud", "vergelijk")]),
        *meldingen,
        *gegevens["uitleg"].values(),
    ):
        assert opdracht.findall(tekst) == []
    uitleg = gegevens["uitleg"]
    assert "Wat past, ziet u bij &#34;Kiezen&#34; op deze pagina." in uitleg["doel"]
    assert "De toets invullen kan bij &#34;Zelf toetsen&#34; op deze pagina." in uitleg["kwaliteitscriteria"]
    assert "de mening van experts." in uitleg["erkenning"]
    assert "Zoeken op niveau" not in uitleg["erkenning"]
    kopjes = re.findall(r'<li[^>]*><a href="#[a-z]+">([^<]*)</a>', zichtbaar)
    assert {"Kiezen", "Zelf toetsen"} <= set(kopjes)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with start_browser() as gestart:
        yield gestart


@pytest.fixture(scope="module")
def gevraagd() -> list[str]:
    """What the server was asked."""
    return []


@pytest.fixture(scope="module")
def server(pagina: Path, gevraagd: list[str]) -> Iterator[str]:
    class Server(SimpleHTTPRequestHandler):
        def log_request(self, *args: object) -> None:
            gevraagd.append(self.path)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(pagina.parent))) as gestart:
        threading.Thread(target=gestart.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{gestart.server_port}/"
        gestart.shutdown()


@pytest.fixture
def open_pagina(browser: Any, pagina: Path) -> Iterator[Open]:
    """Open the page with answers in its address; afterwards nothing else may have been fetched."""
    verzoeken: list[str] = []
    contexten, geopend = [], set()

    def open_(
        bestand: Path = pagina, antwoorden: dict[str, str] | None = None, adres: str = "", **instellingen: Any
    ) -> Any:
        context = browser.new_context(**instellingen)
        contexten.append(context)
        geopend.add(bestand.as_uri())
        blad = context.new_page()
        blad.on("request", lambda verzoek: verzoeken.append(verzoek.url.partition("#")[0]))
        blad.on("pageerror", lambda fout: pytest.fail(str(fout)))
        blad.goto(f"{bestand.as_uri()}#{adres or urlencode(antwoorden or {})}")
        if instellingen.get("java_script_enabled", True):
            blad.locator("#telling:not(:empty)").wait_for(state="attached")
        return blad

    yield open_
    for context in contexten:
        context.close()
    assert {url for url in verzoeken if not url.startswith(("data:", "blob:"))} == geopend


# --- the same answers -----------------------------------------------------------------


def _gewoon(waarde: Any) -> Any:
    """Without the spaces that keep an amount on one line, and with numbers as JSON has them."""
    if isinstance(waarde, str):
        return waarde.replace("\xa0", " ")
    if isinstance(waarde, dict):
        return {sleutel: _gewoon(een) for sleutel, een in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [_gewoon(een) for een in waarde]
    return round(float(waarde), 4) if isinstance(waarde, (float, Decimal)) else waarde


def test_vijfhonderd_willekeurige_vragen_krijgen_het_antwoord_van_lpi(
    open_pagina: Open, catalogus: Catalogus
) -> None:
    """All parts of a question: what fits, may fit with what to ask, just misses, and every amount with its warnings."""
    toeval = Random(20)
    vragen = [willekeurig(toeval, catalogus) for _ in range(500)]
    op_pagina = open_pagina().evaluate(LEES, [als_paginavraag(vraag) for vraag in vragen])
    for vraag, gevonden in zip(vragen, op_pagina, strict=True):
        verwacht = json.loads(json.dumps(antwoord(vraag, catalogus), default=float))
        assert _gewoon(gevonden) == _gewoon(verwacht), vraag
    assert any(een["regels"] for een in op_pagina)


def test_elke_prijs_is_voor_1_tot_200_mensen_die_van_python(open_pagina: Open, catalogus: Catalogus) -> None:
    rekenen = {
        "uurtarief": "95.50",
        "tolktarief": "62.35",
        "groepsgrootte": 12,
        "bijeenkomsten": 6,
        "gezinnen": 9,
    }
    op_pagina = open_pagina().evaluate(
        """rekenen => Array.from({length: 200}, (_, nr) => (KOSTEN)({deelnemers: nr + 1, rekenen}).map(({raming: een}) => [
             een.kaart.id, een.variant?.id ?? null, een.wat, een.groepen?.[0] ?? null,
             ...[een.totaal?.map((bedrag) => ({teller: bedrag, noemer: 1n})), een.perDeelnemer]
               .map((paar) => paar ? paar.map((breuk) => String(centen(breuk))) : null)]))""".replace(
            "KOSTEN", KOSTEN
        ),
        rekenen,
    )
    gegeven = {n: Decimal(w) if isinstance(w, str) else w for n, w in rekenen.items()}
    paren = [(i, i.varianten) for i in catalogus.interventies]

    def cent(bereik: Any) -> list[str] | None:
        return bereik and [str(int(centen(grens) * 100)) for grens in bereik]

    for aantal, regels in enumerate(op_pagina, 1):
        ramingen = bereken_kosten(paren, Aannames(aantal, VANDAAG, **gegeven), catalogus.begrippen)
        assert regels == [
            [r.interventie.id, r.variant.id if r.variant else None, r.omschrijving,
             r.groepen.van if r.groepen else None, cent(r.totaal), cent(r.per_deelnemer)]
            for r in ramingen
        ], aantal  # fmt: skip


@pytest.mark.parametrize(
    "antwoorden",
    [
        {},
        {"leeftijd": "volwassenen", "doel": "veerkracht", "vorm": "groep"},
        {"leeftijd": "kinderen,jongeren", "vorm": "individueel"},
        {"leeftijd": "ouders", "taal": "uk", "setting": "azc"},
        {"leeftijd": "8-12", "regio": "Rotterdam"},
        {"leeftijd": "8-12", "regio": "provincie Utrecht"},
    ],
)
def test_de_lijst_op_de_pagina_is_die_van_lpi_kies(
    open_pagina: Open, catalogus: Catalogus, antwoorden: dict[str, str]
) -> None:
    vraag = {naam: tekst.split(",") for naam, tekst in antwoorden.items()}
    keuze = kies(catalogus, vraag, VANDAAG)
    op_pagina = open_pagina(antwoorden=antwoorden).evaluate(LEES_ANTWOORD)
    assert op_pagina["past"] == [t.interventie.id for t in (*keuze.voorselectie, *keuze.gids)]
    assert op_pagina["misschien"] == [t.interventie.id for t in keuze.misschien]
    assert sorted(op_pagina["net_niet"]) == sorted(n.interventie.id for n in keuze.net_niet)
    assert op_pagina["let_op"] == len(keuze.aandachtspunten)


@pytest.mark.parametrize("filter_", [een for een in VAST if een.kijkt], ids=lambda een: een.naam)
def test_waar_een_filter_hetzelfde_ziet_zegt_het_hetzelfde(catalogus: Catalogus, filter_: Any) -> None:
    """What a page works out once for all that look the same."""
    eisen = eisen_per_woord(filter_, woorden(filter_, catalogus), catalogus, VANDAAG)
    gezien: dict[Any, Any] = {}
    for interventie in catalogus.interventies:
        for variant in interventie.varianten:
            oordelen = rij(eisen, interventie, variant)
            assert gezien.setdefault(filter_.kijkt(interventie, variant), oordelen) == oordelen
    assert len(gezien) > 1


def test_een_gemengde_uitkomst_staat_bij_het_onderzoek(open_pagina: Open) -> None:
    """The name of a study alone reads as if it speaks for it."""
    blad = open_pagina(antwoorden=VOLWASSENEN)

    def regel(id_: str) -> str:
        rij_ = blad.locator("tr.treffer", has=blad.locator(f'a[href="#toon-{id_}"]'))
        return rij_.inner_text().replace("\xad", "")

    assert "effectonderzoek: gemengd" in regel("kracht-van-gedachten")
    assert "voor- en nameting: gemengd" in regel("less-stress")
    assert "gunstig" not in regel("mindfit")


def test_een_erkenning_zonder_niveau_heet_niet_niet_gepubliceerd(open_pagina: Open) -> None:
    """Mind-Spring for parents has no level and no study of its own; that the EU lists it, is of all of it."""
    blad = open_pagina(antwoorden={"leeftijd": "ouders", "vorm": "groep"})
    rij_ = blad.locator("tr.treffer", has=blad.locator('a[href="#toon-mind-spring"]'))
    tekst = rij_.inner_text().replace("\xad", "")
    assert "opgenomen (Europese Commissie)" in tekst
    assert "bewijs" not in tekst


def test_kosten_staan_in_de_lijst_en_achter_waarom(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden=VOLWASSENEN)
    rij_ = blad.locator("tr.treffer", has=blad.locator('a[href="#toon-mindfit"]'))
    assert "€\xa020.415,00" in rij_.inner_text()
    rij_.get_by_role("button").click()
    waarom = blad.locator("#waarom-mindfit").inner_text()
    assert "€\xa020.415,00, dat is €\xa0510,38 per deelnemer (3 groepen)" in waarom
    assert "[gids-2025" in waarom
    assert "--" not in blad.locator("#antwoord").text_content()


def test_aantallen_die_niet_kloppen_worden_niet_uitgerekend(open_pagina: Open) -> None:
    blad = open_pagina(adres="taal=ar%3D10&taal=uk%3D14&deelnemers=30")
    assert "10 + 14 is 24 mensen" in blad.locator("#fout-aantal").inner_text()
    assert "€ 36.000" not in blad.locator("#deel-past").inner_text()
    blad.locator("#deelnemers").fill("24")
    assert not blad.locator("#fout-aantal").is_visible()
    blad.locator("#deelnemers").fill("veel")
    assert "heel getal" in blad.locator("#fout-aantal").inner_text()


def test_waar_aantallen_ontbreken_wijst_de_pagina_naar_het_veld(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden={"leeftijd": "jongeren,volwassenen", "deelnemers": "40"})
    blad.get_by_role("button", name="Vul de verdeling in").click()
    assert blad.evaluate("document.activeElement.id") == "n-leeftijd-volwassenen"
    blad.keyboard.type("10")
    blad.locator("#n-leeftijd-jongeren").fill("30")
    assert "leeftijd=volwassenen%3D10" in blad.url
    assert not blad.locator("#vul-verdeling").is_visible()
    rij_ = blad.locator("tr.treffer", has=blad.locator('a[href="#toon-mindfit"]'))
    assert "€\xa06.805,00" in rij_.inner_text()


def test_een_taal_heet_ook_zoals_wie_haar_spreekt_haar_noemt(open_pagina: Open) -> None:
    blad = open_pagina()
    assert blad.locator('#vragen [lang="uk"]').text_content() == "українська"
    assert blad.locator('#vragen [lang="ar"]').get_attribute("dir") == "auto"


def test_een_antwoord_loslaten_brengt_net_niet_in_de_lijst(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden={"leeftijd": "kinderen", "vorm": "individueel"})
    eerder = blad.evaluate(LEES_ANTWOORD)
    blad.get_by_role("button", name="Laat vorm los").click()
    later = blad.evaluate(LEES_ANTWOORD)
    assert len(later["past"]) > len(eerder["past"])
    assert "vorm" not in blad.url
    assert blad.evaluate("document.activeElement.id") == "antwoord"


def test_wensen_staan_op_volgorde_en_sluiten_niets_uit(open_pagina: Open, catalogus: Catalogus) -> None:
    blad = open_pagina(antwoorden=VOLWASSENEN)
    zonder = blad.evaluate(LEES_ANTWOORD)["past"]
    blad.locator("#meer-wensen > summary").click()
    for wens in ("taal=ar", "kosteloos"):
        blad.locator("#wens").select_option(wens)
        blad.locator("#voeg-wens-toe").click()
    blad.get_by_role("button", name="kosteloos zwaarder laten wegen").click()
    vraag = {"leeftijd": ["volwassenen"], "vorm": ["groep"]}
    keuze = kies(catalogus, vraag, VANDAAG, ["kosteloos", "taal=ar"])
    verwacht = sorted((*keuze.voorselectie, *keuze.gids), key=lambda treffer: treffer.op_wensen)
    gevonden = blad.evaluate(LEES_ANTWOORD)["past"]
    assert sorted(gevonden) == sorted(zonder)
    assert [t.op_wensen for t in verwacht] == [
        next(t.op_wensen for t in verwacht if t.interventie.id == id_) for id_ in gevonden
    ]


# --- the quality test -------------------------------------------------------------------


@pytest.mark.parametrize(
    "antwoorden",
    [
        {"hiaat": "ja", "bewijs": "studies,experts", "betrokken": "ja", "opgeleid": "ja"},
        {"hiaat": "nee", "ontlasting": "nee", "bewijs": "studies", "betrokken": "ja", "opgeleid": "ja"},
        {"ontlasting": "ja", "bewijs": "onbekend", "cultuursensitief": "nee", "intervisie": "nee"},
        {"hiaat": "ja", "bewijs": "geen"},
        {"hiaat": "nee", "bewijs": "experts", "betrokken": "ja", "opgeleid": "ja"},
        {"hiaat": "onbekend", "ontlasting": "onbekend"},
        {"hiaat": "ja", "bewijs": "richtlijnen", "betrokken": "ja", "opgeleid": "nee", "intervisie": "nee",
         "gekwalificeerd": "nee"},
    ],
)  # fmt: skip
def test_het_oordeel_op_de_pagina_is_dat_van_lpi_toets(
    open_pagina: Open, catalogus: Catalogus, antwoorden: dict[str, str]
) -> None:
    gegevens = {
        Kwaliteitsvraag(vraag): Gegeven(tuple(map(Kwaliteitsantwoord, woorden.split(","))))
        for vraag, woorden in antwoorden.items()
    }
    criteria = catalogus.kwaliteitscriteria
    uitslag = toets_interventie(Toets("Wandelgroep", criteria.doelgroep, gegevens), criteria)
    blad = open_pagina(antwoorden={"naam": "Wandelgroep", **antwoorden})
    oordeel = blad.locator("#eindoordeel").inner_text()
    assert oordeel.startswith("Wandelgroep: ")
    assert f"{stippen(uitslag)}. " in oordeel
    assert getattr(criteria.oordelen, uitslag.oordeel.value) in oordeel
    per_criterium = blad.locator("#per-criterium").inner_text()
    assert all(f"{c.reden} {c.advies}" in per_criterium for c in uitslag.criteria)
    assert all(
        f"{stip} {c.criterium.naam}: {woord}" in per_criterium
        for c in uitslag.criteria
        for stip, woord in [OORDELEN[c.oordeel]]
    )
    assert ("Met goede antwoorden" in oordeel) is (uitslag.kan_worden is not uitslag.oordeel)
    assert blad.locator("#per-criterium li").count() == len(uitslag.nog_open)


def test_de_bronnen_vullen_de_toets_voor_hun_eigen_groep(open_pagina: Open) -> None:
    blad = open_pagina(adres="toetsen")
    blad.locator("#toets-uit").select_option("less-stress")
    assert blad.locator("#toets-naam").input_value() == "Less Stress"
    ingevuld = blad.locator("#toets :checked[name]").count()
    assert ingevuld > 0
    assert "[gids-2025" in blad.evaluate(
        "[...document.querySelectorAll('textarea')].map((t) => t.value).join()"
    )
    blad.locator("#toets-doelgroep").fill("Eritrese moeders")
    blad.locator("#toets-doelgroep").blur()
    assert blad.locator("#toets input:checked").count() == 0
    assert "Over Oekraïense ontheemden" in blad.locator("#toets").inner_text()


def _bewaard_bestand(blad: Any, knop: str, bestand: Path) -> Path:
    with blad.expect_download() as klaar:
        blad.locator(knop).click()
    klaar.value.save_as(bestand)
    return bestand


def test_een_bewaarde_toets_leest_lpi_toets(open_pagina: Open, lpi: Lpi, tmp_path: Path) -> None:
    blad = open_pagina(antwoorden={"naam": "Praat: #groep", "hiaat": "ja", "bewijs": "studies,experts"})
    blad.locator("#waarom-hiaat").fill('Er is "niets"\nin de buurt')
    bestand = _bewaard_bestand(blad, "#bewaar-toets", tmp_path / "toets.yaml")
    uitslag = lpi("toets", str(bestand), "--formaat", "json").json
    assert uitslag["naam"] == "Praat: #groep"
    assert "onvolledig" not in uitslag["oordeel"] or uitslag["criteria"][0]["oordeel"] == "voldoet"
    assert 'Er is "niets"' in bestand.read_text().replace('\\"', '"')


@pytest.mark.parametrize(("budget", "bedrag"), [("1250,50", 1250.5), ("0", 0)])
def test_een_bewaarde_vraag_leest_elk_commando(
    open_pagina: Open, lpi: Lpi, tmp_path: Path, budget: str, bedrag: float
) -> None:
    adres = (
        "leeftijd=8-12%3D30&leeftijd=volwassenen%3D20&taal=ar&taal=uk&doelgroep=vrouw%2Basielzoeker&regio=Utrecht"
        "&kosteloos=ja&bewijs=goed-onderbouwd&liefst=taal%3Dar&deelnemers=50"
    )
    bestand = _bewaard_bestand(
        open_pagina(adres=f"{adres}&budget={budget}"), "#bewaar", tmp_path / "vraag.yaml"
    )
    vraag = lpi("zoek", "--vraag", str(bestand), "--formaat", "json").json["vraag"]
    assert vraag["leeftijd"] == ["volwassenen", "8-12"]
    assert (vraag["doelgroep"], vraag["regio"]) == (["asielzoeker+vrouw"], ["Utrecht"])
    kosten = lpi("kosten", "--vraag", str(bestand), "--formaat", "json").json
    assert (kosten["deelnemers"], kosten["aannames"]["budget"]) == (50, bedrag)


# --- for everyone -----------------------------------------------------------------------


def test_kiezen_kan_met_het_toetsenbord_en_de_link_brengt_alles_terug(open_pagina: Open) -> None:
    blad = open_pagina()
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    while blad.evaluate("document.activeElement.value") != "jongeren":
        blad.keyboard.press("Tab")
    blad.keyboard.press("Space")
    geteld = blad.locator("#telling").inner_text()
    assert "3 uit de voorselectie" in geteld
    assert "leeftijd=jongeren" in blad.url
    blad.reload()
    blad.locator("#telling:not(:empty)").wait_for()
    assert blad.locator("#telling").inner_text() == geteld
    blad.get_by_role("button", name="Begin opnieuw").first.press("Enter")
    blad.locator("#telling", has_text="35 passen").wait_for()


IN_BEELD = """id => {
  const plek = document.getElementById(id), vak = plek.getBoundingClientRect();
  return plek.checkVisibility() && vak.top < innerHeight / 2 && vak.bottom > 0;
}"""


@pytest.mark.parametrize("op_server", [False, True])
@pytest.mark.parametrize(
    ("adres", "plek"),
    [
        ("toon-bamboo", "toon-bamboo"),
        ("toetsen", "toetsen"),
        ("uitleg-tolken", "uitleg-tolken"),
        ("leeftijd=volwassenen&plek=antwoord", "antwoord"),
        ("bronnen", "bronnen"),
        ("leeftijd=jongeren&plek=toon-bamboo", "toon-bamboo"),
    ],
)
def test_elk_adres_eindigt_bij_wat_het_noemt(
    browser: Any, pagina: Path, server: str, adres: str, plek: str, op_server: bool
) -> None:
    with browser.new_page(viewport={"width": 375, "height": 667}) as blad:
        blad.goto(f"{server if op_server else pagina.as_uri()}#{adres}")
        blad.locator("#telling:not(:empty)").wait_for(state="attached")
        assert blad.evaluate(IN_BEELD, plek)
        if adres.startswith("uitleg"):
            assert blad.locator("#uitleg-tolken .inhoud").is_visible()


def test_terug_van_een_kaart_komt_uit_bij_het_antwoord_op_zijn_plek(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden=VOLWASSENEN, viewport={"width": 375, "height": 667})
    link = blad.locator('#deel-misschien a[href^="#toon-"]').last
    link.scroll_into_view_if_needed()
    hoogte, doel = blad.evaluate("scrollY"), link.get_attribute("href")
    assert hoogte > 1000
    link.click()
    assert blad.locator(doel).is_visible()
    assert not blad.locator("#antwoord").is_visible()
    assert "leeftijd=volwassenen" in blad.url
    blad.go_back()
    blad.wait_for_function("doel => document.activeElement.getAttribute('href') === doel", arg=doel)
    assert abs(blad.evaluate("scrollY") - hoogte) < 5
    blad.go_forward()
    assert blad.locator(doel).is_visible()


def test_twee_tot_vier_staan_naast_elkaar(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden=VOLWASSENEN)
    assert blad.locator("#vergelijk").get_attribute("aria-disabled") == "true"
    for naam in ("MindFit", "BAMBOO"):
        blad.get_by_label(f"{naam} vergelijken").check()
    blad.locator("#vergelijk").click()
    tekst = blad.locator("#vergelijken").inner_text()
    for stuk in (
        "Aanbieder ≠",
        "VluchtelingenWerk Nederland",
        "Kosten voor 40",
        "€\xa020.415,00",
        "Past: vorm",
    ):
        assert stuk in tekst, stuk
    assert "Leeftijd ≠" in tekst
    blad.reload()
    blad.locator("#vergelijken td").first.wait_for()
    assert "MindFit" in blad.locator("#vergelijken").inner_text()


@pytest.mark.parametrize(
    "ids",
    [
        ("mindfit", "mindpower"),
        ("less-stress", "mosaic"),
        ("ease", "bethere"),
        ("ease", "mindfit"),
        ("go-win", "gouden-mannen", "samen-oplopen"),
        ("empatia-workshops", "tiener-veerkracht-academie", "hiro-schooljudo", "vreedzaam"),
    ],
)
def test_naast_elkaar_verschilt_wat_bij_lpi_verschilt(
    open_pagina: Open, lpi: Lpi, ids: tuple[str, ...]
) -> None:
    rijen = lpi("vergelijk", *ids, "--formaat", "json").json["rijen"]
    blad = open_pagina(adres=f"plek=vergelijken&naast={','.join(ids)}")
    koppen = blad.locator("#vergelijken th[scope=row]").all_inner_texts()
    op_pagina = {kop.removesuffix(" ≠").lower() for kop in koppen if kop.endswith("≠")}
    assert op_pagina == {rij["onderwerp"] for rij in rijen if rij["verschilt"]}


def test_telefoon_en_mail_zijn_links(open_pagina: Open, catalogus: Catalogus) -> None:
    met = next(i for i in catalogus.interventies if any(c.telefoon for c in i.contact))
    nummer = next(nr for c in met.contact for nr in c.telefoon)
    blad = open_pagina(adres=f"toon-{met.id}")
    cijfers = re.sub(r"[^+0-9]", "", nummer)
    assert blad.locator(f'#toon-{met.id} a[href="tel:{cijfers}"]').count() >= 1
    assert blad.locator('#toon-bamboo a[href^="mailto:"]').count() >= 1


def test_typen_in_de_toets_verandert_alleen_het_oordeel(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden={"naam": "X", "hiaat": "ja"})
    blad.evaluate(
        "() => { window.anders = []; new MutationObserver((r) => anders.push(...r.map(({target}) => target.id || target.className || target.nodeName)))"
        ".observe(document.body, {subtree: true, childList: true, characterData: true}) }"
    )
    blad.locator("#toets-naam").press_sequentially("YZ")
    blad.evaluate("() => new Promise(requestAnimationFrame)")
    assert set(blad.evaluate("anders")) <= {"eindoordeel", "per-criterium", "doelgroep"}


def test_het_aantal_wordt_voorgelezen_en_blijft_in_beeld(open_pagina: Open) -> None:
    blad = open_pagina(viewport={"width": 1280, "height": 700})
    assert blad.locator("#telling").get_attribute("role") == "status"
    blad.get_by_label("jongeren (12 tot 18 jaar)").check()
    assert "uit de voorselectie" in blad.locator("#telling").inner_text()
    blad.evaluate("scrollTo(0, 1200)")
    assert blad.locator("#telling").bounding_box()["y"] >= 0
    smal = open_pagina(viewport={"width": 375, "height": 667})
    assert "35 passen" in smal.locator(".balk").inner_text()
    vak = smal.locator(".balk").bounding_box()
    assert 0 <= vak["y"] <= 667 - vak["height"]


def test_wat_vraag_en_toets_allebei_vragen_blijft_uit_elkaar(open_pagina: Open) -> None:
    blad = open_pagina(adres="bewijs=goed-onderbouwd&doelgroep=vrouw&bewijs=studies&hiaat=ja")
    blad.locator("#toets-doelgroep").evaluate(
        "veld => { veld.value = 'Eritrese moeders'; veld.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    for _ in range(2):
        assert blad.locator("#bewijs").input_value() == "goed-onderbouwd"
        assert blad.locator("#toets-doelgroep").input_value() == "Eritrese moeders"
        assert blad.locator("#vragen [name=doelgroep]:checked").input_value() == "vrouw"
        assert blad.locator("#toets [name=bewijs]:checked").input_value() == "studies"
        blad.reload()
        blad.locator("#telling:not(:empty)").wait_for(state="attached")


def test_geen_bewijs_en_onbekend_staan_alleen(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden={"bewijs": "studies,experts", "hiaat": "ja"})
    blad.locator("#toets input[value=geen]").check()
    assert "bewijs=geen" in blad.url
    assert not blad.locator("#toets input[value=studies]").is_checked()


def test_op_een_telefoon_staan_alle_treffers_binnen_drie_schermen(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden=VOLWASSENEN, viewport={"width": 375, "height": 667})
    vak = blad.locator("#deel-past table").bounding_box()
    assert vak["height"] <= 3 * 667


STANDEN = (
    "",
    "toon-bamboo",
    "plek=vergelijken&naast=mindfit,bamboo,pm-plus",
    "toetsen",
    "opletten",
    "over",
    "alle",
)
ALLES_OPEN = "document.querySelectorAll('details').forEach((d) => { d.open = true })"


def _stand(stand: str) -> str:
    plek = stand if "=" in stand else f"plek={stand or 'kiezen'}"
    return f"{urlencode(VOLWASSENEN)}&taal=ar%3D10&taal=uk%3D30&hiaat=ja&{plek}"


@pytest.mark.parametrize("stand", STANDEN)
@pytest.mark.parametrize(("kleur", "breedte"), [("light", 320), ("dark", 1280)])
def test_geen_fouten_in_toegankelijkheid(open_pagina: Open, stand: str, kleur: str, breedte: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    blad = open_pagina(adres=_stand(stand), color_scheme=kleur, viewport={"width": breedte, "height": 800})
    blad.evaluate(ALLES_OPEN)
    for knop in blad.locator("#antwoord button[aria-expanded=false]").all()[:3] if not stand else ():
        knop.click()
    gevonden = Axe().run(blad, options={"resultTypes": ["violations"]})
    assert gevonden.violations_count == 0, gevonden.generate_report()


@pytest.mark.parametrize("stand", STANDEN)
def test_niets_schuift_opzij(open_pagina: Open, stand: str) -> None:
    """From 320 px, which is what 400 % of 1280 comes to; targets are at least 24 px, or links in a text."""
    blad = open_pagina(adres=_stand(stand), viewport={"width": 320, "height": 800})
    blad.evaluate(ALLES_OPEN)
    for breedte in BREEDTES:
        blad.set_viewport_size({"width": breedte, "height": 800})
        assert blad.evaluate("document.documentElement.scrollWidth") <= breedte, breedte
        klein = blad.evaluate(
            "[...document.querySelectorAll('main :is(button, select, input, textarea, summary)')].filter((e) => e.checkVisibility())"
            ".map((e) => (e.matches('[type=checkbox], [type=radio]') ? e.closest('label') : e))"
            ".filter((e) => { const v = e.getBoundingClientRect(); return v.height < 24 || v.width < 24 }).map((e) => e.outerHTML.slice(0, 90))"
        )
        assert klein == [], breedte


@pytest.mark.parametrize("stand", ["", "toon-bamboo", "toetsen"])
@pytest.mark.parametrize("breedte", [320, 1280])
def test_wat_de_focus_heeft_is_altijd_te_zien(open_pagina: Open, stand: str, breedte: int) -> None:
    blad = open_pagina(
        adres=_stand(stand), viewport={"width": breedte, "height": 500}, forced_colors="active"
    )
    if not stand:
        blad.evaluate("document.querySelectorAll('.meer').forEach((d) => { d.open = true })")
    for _ in range(90):
        blad.keyboard.press("Tab")
        assert blad.evaluate(BEDEKT) is None


def test_zonder_javascript_is_alles_te_lezen_en_lijkt_niets_te_leven(
    open_pagina: Open, catalogus: Catalogus
) -> None:
    blad = open_pagina(java_script_enabled=False)
    assert blad.locator("main :is(button, input, select, textarea, form):visible").count() == 0
    tekst = blad.locator("main").inner_text()
    for interventie in catalogus.interventies:
        assert interventie.naam in tekst
        assert interventie.samenvatting[:50] in tekst
    for onderwerp in catalogus.uitleg.values():
        assert onderwerp.titel in tekst


def test_naast_de_pagina_staat_alles_te_lezen_zonder_javascript(
    browser: Any, pagina: Path, catalogus: Catalogus
) -> None:
    with browser.new_page(java_script_enabled=False, viewport={"width": 320, "height": 700}) as blad:
        blad.goto(pagina.as_uri())
        blad.locator("noscript a").click()
        tekst = blad.locator("main").inner_text()
        for interventie in catalogus.interventies:
            assert interventie.samenvatting in tekst
            assert all(punt in tekst for punt in interventie.aandachtspunten)
        for onderwerp in catalogus.uitleg.values():
            assert onderwerp.samenvatting in tekst
        assert blad.evaluate("document.documentElement.scrollWidth") <= 320


# --- safe, small, and on any server ----------------------------------------------------


def test_de_pagina_is_klein(pagina: Path) -> None:
    assert pagina.stat().st_size <= GROOTSTE


def test_elke_interventie_en_elk_onderwerp_staat_erop(open_pagina: Open, catalogus: Catalogus) -> None:
    blad = open_pagina()
    for interventie in catalogus.interventies:
        kaart = blad.locator(f"#toon-{interventie.id}").text_content()
        assert interventie.naam in kaart
        assert all(email in kaart for contact in interventie.contact for email in contact.email)
    for onderwerp in catalogus.uitleg.values():
        assert onderwerp.samenvatting[:60] in blad.locator(f"#uitleg-{onderwerp.id}").text_content()


def test_elke_verwijzing_op_de_pagina_komt_ergens_uit(open_pagina: Open) -> None:
    blad = open_pagina()
    dood = blad.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.hash.slice(1))"
        ".filter((id) => !document.getElementById(id))"
    )
    assert dood == []


def test_een_webserver_krijgt_een_verzoek(browser: Any, server: str, gevraagd: list[str]) -> None:
    gevraagd.clear()
    with browser.new_page() as blad:
        blad.goto(server)
        blad.locator("#telling:not(:empty)").wait_for()
        blad.get_by_label("in een groep").check()
    assert gevraagd == ["/"]


# --- one result as a page ---------------------------------------------------------------


def _bewaard(lpi: Lpi, map_: Path, *opdracht: str) -> Path:
    assert lpi(*opdracht, "--uit", "pagina.html", map_=map_).status == 0
    return map_ / "pagina.html"


@pytest.mark.parametrize(
    "opdracht",
    [("lijst",), ("kosten", "--deelnemers", "15"), ("vergelijk", "mindfit", "mosaic", "ease", "bamboo")],
)
def test_een_brede_tabel_schuift_en_past_op_papier(
    browser: Any, lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...]
) -> None:
    bestand = _bewaard(lpi, tmp_path, *opdracht)
    with browser.new_page(viewport={"width": 360, "height": 800}) as blad:
        blad.goto(bestand.as_uri())
        assert blad.evaluate("document.documentElement.scrollWidth") <= 360
        assert blad.evaluate("getComputedStyle(document.querySelector('.schuif')).overflowX") == "auto"
        blad.set_viewport_size({"width": 1300, "height": 800})
        assert blad.evaluate("document.querySelector('.schuif').clientWidth") > 800, "wider than the text"
        blad.set_viewport_size({"width": 695, "height": 900})  # A4 between its margins
        blad.emulate_media(media="print")
        assert blad.evaluate("document.documentElement.scrollWidth") <= 695


GEBROKEN = """() => {
  const gebroken = [];
  for (const tabel of document.querySelectorAll(".treffers")) {
    const loper = document.createTreeWalker(tabel, NodeFilter.SHOW_TEXT);
    while (loper.nextNode()) {
      const tekst = loper.currentNode;
      for (const woord of tekst.data.matchAll(/[^\\s\\u00ad-]{2,}/g)) {
        const bereik = document.createRange();
        bereik.setStart(tekst, woord.index + 1);
        bereik.setEnd(tekst, woord.index + woord[0].length);
        const hoogten = new Set([...bereik.getClientRects()].map((deel) => Math.round(deel.top)));
        if (hoogten.size > 1 && !woord[0].includes("@")) gebroken.push(woord[0]);
      }
    }
  }
  return gebroken;
}"""
"""Words and amounts of the list that stand on two lines; a browser need not know where Dutch words may break."""


@pytest.mark.parametrize(
    ("breedte", "soort"), [(768, "screen"), (1024, "screen"), (1280, "screen"), (672, "print")]
)
def test_in_de_lijst_breekt_geen_woord_of_bedrag(open_pagina: Open, breedte: int, soort: str) -> None:
    """On paper (A4 between its margins) it is a table; on a screen it is one where there is room."""
    antwoorden = {"leeftijd": "volwassenen", "doel": "klachten", "vorm": "groep", "deelnemers": "24"}
    blad = open_pagina(antwoorden=antwoorden, viewport={"width": breedte, "height": 900})
    blad.emulate_media(media=soort)
    assert set(blad.evaluate(GEBROKEN)) <= {"gendergerelateerd"}, "longer than its column"
    assert blad.evaluate("document.documentElement.scrollWidth") <= breedte
    vorm = blad.evaluate("getComputedStyle(document.querySelector('.treffers')).display")
    assert vorm == ("table" if breedte == 1280 or soort == "print" else "block")


VIJANDIG = "<img src=x onerror=alert(1)></script><script>alert(2)</script>{{7*7}}\"'&amp;"


def test_vijandige_tekst_blijft_tekst(open_pagina: Open, tmp_path: Path) -> None:
    map_ = tmp_path / "catalog"
    shutil.copytree(CHECKOUT / "catalog", map_)
    bamboo, tolken = map_ / "interventies/bamboo.yaml", map_ / "uitleg/tolken.yaml"
    tekst = VIJANDIG.replace("'", "''")
    bamboo.write_text(re.sub(r"(?m)^naam: .*", f"naam: '{tekst}'", bamboo.read_text(), count=1))
    tolken.write_text(re.sub(r"(?m)^titel: .*", f"titel: '{tekst}'", tolken.read_text(), count=1))
    catalogus = Catalogus(Gereed(schrijf(controleer_map(map_))))
    bestand = tmp_path / "vijandig.html"
    bestand.write_bytes(webpagina(catalogus, VANDAAG).pagina)
    blad = open_pagina(bestand)
    blad.on("dialog", lambda dialoog: pytest.fail("een script van de catalogus draaide"))
    assert blad.locator("#naam-bamboo").inner_text() == VIJANDIG
    assert blad.locator("#uitleg-tolken summary").text_content() == VIJANDIG
    assert blad.locator("img").count() == 0
    assert blad.locator("script").count() == 2


def test_eigen_aanbod_heet_eigen(open_pagina: Open, lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path).status == 0
    assert lpi("web", "--uit", "pagina", "--catalogus", "regio", map_=tmp_path).status == 0
    telling = open_pagina(tmp_path / "pagina/index.html").locator("#telling").inner_text()
    assert telling.startswith("36 passen")


def test_een_nieuw_eigen_bestand_houdt_al_zijn_kopjes_met_tekst(lpi: Lpi, tmp_path: Path) -> None:
    """Every text in it is still the same, "Nog invullen.": none may be taken for the summary."""
    assert lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path).status == 0
    assert lpi("web", "--uit", "pagina", "--catalogus", "regio", map_=tmp_path).status == 0
    pagina = tmp_path / "pagina/index.html"
    kaart = pagina.read_text().partition('id="toon-praatgroep"')[2].partition("</article>")[0]
    for kop, waar in (
        ("Werkt het?", kaart),
        ("Zo gaat het", _verpakte_gegevens(pagina)["inhoud"]["praatgroep"][0]),
    ):
        assert re.search(rf"<h3>{re.escape(kop)}</h3>\s*<p>Nog invullen\.", waar), kop


def test_de_afzender_staat_erop_of_dat_hij_er_niet_is(lpi: Lpi, tmp_path: Path) -> None:
    zonder = lpi("web", "--uit", "zonder", map_=tmp_path)
    assert "afzender.yaml" in zonder.stderr
    assert "Dat is niet opgegeven" in (tmp_path / "zonder/index.html").read_text()
    (tmp_path / "afzender.yaml").write_text(
        "organisatie: Gemeente <Voorbeeld>\nemail: lpi@voorbeeld.nl\ntelefoon: 010 123 45 67\n"
        "toegankelijkheid: https://voorbeeld.nl/toegankelijk\n"
    )
    assert "afzender" not in lpi("web", "--uit", "met", map_=tmp_path).stderr
    tekst = (tmp_path / "met/index.html").read_text()
    for stuk in (
        "Gemeente &lt;Voorbeeld&gt;", 'href="mailto:lpi@voorbeeld.nl"', 'href="tel:', 'href="https://voorbeeld.nl/toegankelijk"'
    ):  # fmt: skip
        assert stuk in tekst
    (tmp_path / "afzender.yaml").write_text("email: geen adres\n")
    fout = lpi("web", "--uit", "fout", map_=tmp_path)
    assert (fout.status, fout.stderr.count("\n")) == (1, 1)


def test_een_bestand_als_map_krijgt_een_aanwijzing(lpi: Lpi, tmp_path: Path) -> None:
    uitkomst = lpi("web", "--uit", "onze keuzehulp.html", map_=tmp_path)
    melding = "Fout: --uit is hier een map; geef bijvoorbeeld: lpi web --uit 'onze keuzehulp'\n"
    assert (uitkomst.status, uitkomst.stderr) == (2, melding)
    assert list(tmp_path.iterdir()) == []


def test_een_pagina_die_er_al_is_blijft_staan(lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("web", "--uit", "keuze", map_=tmp_path).status == 0
    weer = lpi("web", "--uit", "keuze", map_=tmp_path)
    assert (weer.status, "bestaat al" in weer.stderr) == (2, True)
    assert lpi("web", "--uit", "keuze", "--overschrijf", map_=tmp_path).status == 0


def test_een_map_die_niet_kan_is_een_regel(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    assert "is een bestand" in lpi("web", "--uit", "bestand", map_=tmp_path).stderr
    onder = lpi("web", "--uit", "bestand/dieper", map_=tmp_path)
    assert (onder.status, onder.stderr.count("\n")) == (1, 1)
    assert "geen map" in onder.stderr
    geen = lpi("web")
    assert (geen.status, "--uit" in geen.stderr) == (2, True)


@pytest.mark.proces
@pytest.mark.lang
def test_dezelfde_catalogus_geeft_dezelfde_pagina(lpi: Lpi, tmp_path: Path) -> None:
    """Whatever order Python gives a set of words, which differs from run to run."""
    for zaad in "123":
        assert lpi("web", "--uit", str(tmp_path / zaad), PYTHONHASHSEED=zaad).status == 0
    assert len({(tmp_path / zaad / "index.html").read_bytes() for zaad in "123"}) == 1
