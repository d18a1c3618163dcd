"""``lpi web``: the page gives the same answers as the commands, to everyone, and touches no network."""

import json
import re
import shutil
import threading
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, combinations, product
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.controle import controleer_map
from lpi_cli.catalogus.gereed import Gereed, schrijf
from lpi_cli.catalogus.model import Interventie, Soort
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.keuzetabel import vraagonderdelen
from lpi_cli.kern.kies import kies
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.toets import Antwoord, Gegeven, Kwaliteitsvraag, Toets, toets_interventie
from lpi_cli.kern.zoek import zoek
from lpi_cli.weergave.feiten import naam_met_merk
from lpi_cli.weergave.kostenwoorden import kosten_in_zin
from lpi_cli.weergave.toets import OORDELEN, stippen
from lpi_cli.weergave.web import AANTALLEN, webpagina
from lpi_cli.weergave.zoek import per_reden, per_vraag, redenen_met_beperking
from tests.browser import start_browser
from tests.conftest import CHECKOUT, VANDAAG, Lpi, in_dit_proces

GROOTSTE = 450_000
LEES_ANTWOORD = """() => {
  const ids = (deel) => [...document.querySelectorAll(`#${deel}:not([hidden]) .kaart`)].map((k) => k.id.slice(5));
  const gemist = (deel) => [...document.querySelectorAll(`#${deel}:not([hidden]) a`)].map((a) => a.hash.slice(6));
  const redenen = {};
  for (const kaart of document.querySelectorAll("#antwoord .kaart")) {
    const lijst = [...kaart.querySelectorAll(":scope > .redenen > *")];
    redenen[kaart.id.slice(5)] = lijst.filter((e) => e.tagName === "DT").map((dt, nr) =>
      `${dt.textContent.toLowerCase()}: ${lijst.filter((e) => e.tagName === "DD")[nr].textContent}`);
  }
  return {voorselectie: ids("deel-voorselectie"), gids: ids("deel-gids"),
          net_niet: [...gemist("deel-net-niet"), ],
          misschien: gemist("deel-misschien"), redenen,
          let_op: [...document.querySelectorAll("#deel-let-op li:not([hidden])")].length};
}"""

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("web")
    assert in_dit_proces("web", "--uit", str(map_)).status == 0
    return map_ / "index.html"


def _verpakte_gegevens(pagina: Path) -> Any:
    """The data that the script of the page unpacks."""
    verpakt = re.search(r'id="gegevens">([^<]*)<', pagina.read_text())
    assert verpakt is not None
    return json.loads(zlib.decompress(b64decode(verpakt[1])))


def test_de_pagina_laat_niemand_een_opdracht_typen(pagina: Path) -> None:
    gegevens = _verpakte_gegevens(pagina)
    zichtbaar = re.sub(r"<(script|style).*?</\1>", "", pagina.read_text(), flags=re.DOTALL)
    opdracht = re.compile(r"\blpi (?!\d)[a-z]+.*| --[a-z].*")
    for tekst in (
        zichtbaar,
        json.dumps(gegevens["toets"]),
        *gegevens["teksten"],
        *gegevens["uitleg"].values(),
    ):
        assert opdracht.findall(tekst) == []
    uitleg = gegevens["uitleg"]
    assert "Wat past, ziet u bij &#34;Kiezen&#34; op deze pagina." in uitleg["doel"]
    assert "De toets invullen kan bij &#34;Zelf toetsen&#34; op deze pagina." in uitleg["kwaliteitscriteria"]
    assert "de mening van experts." in uitleg["erkenning"]
    assert "Zoeken op niveau" not in uitleg["erkenning"]
    kopjes = re.findall(r'<li><a href="#[a-z]+">([^<]*)</a>', zichtbaar)
    assert {"Kiezen", "Zelf toetsen"} <= set(kopjes)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with start_browser() as gestart:
        yield gestart


@pytest.fixture
def open_pagina(browser: Any, pagina: Path) -> Iterator[Open]:
    """Open the page with answers in its address; afterwards nothing else may have been fetched."""
    verzoeken: list[str] = []
    contexten, geopend = [], set()

    def open_(bestand: Path = pagina, antwoorden: dict[str, str] | None = None, **instellingen: Any) -> Any:
        context = browser.new_context(**instellingen)
        contexten.append(context)
        geopend.add(bestand.as_uri())
        blad = context.new_page()
        blad.on("request", lambda verzoek: verzoeken.append(verzoek.url.partition("#")[0]))
        blad.on("pageerror", lambda fout: pytest.fail(str(fout)))
        blad.goto(f"{bestand.as_uri()}#{urlencode(antwoorden or {})}")
        blad.locator("#telling:not(:empty)").wait_for()
        return blad

    yield open_
    for context in contexten:
        context.close()
    assert {url for url in verzoeken if not url.startswith("data:")} == geopend


def _naar(blad: Any, antwoorden: dict[str, str]) -> Any:
    blad.evaluate("adres => { location.hash = adres }", urlencode(antwoorden))
    blad.evaluate("() => new Promise((klaar) => setTimeout(klaar))")  # the page has followed
    return blad.evaluate(LEES_ANTWOORD)


def _deelverzamelingen(codes: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(codes, n) for n in range(len(codes) + 1)))


# --- the same answers -----------------------------------------------------------------


def test_elke_combinatie_van_antwoorden_geeft_wat_kies_geeft(open_pagina: Open, catalogus: Catalogus) -> None:
    """All 256: no, one or several answers to each of the three questions, with the facts that decide."""
    blad = open_pagina()
    codes = [tuple(a.code for a in vraag.antwoorden) for vraag in catalogus.keuzehulp.vragen]
    for gekozen in product(*map(_deelverzamelingen, codes)):
        antwoorden = dict(zip(("leeftijd", "doel", "vorm"), gekozen, strict=True))
        keuze = kies(catalogus, antwoorden, VANDAAG)
        op_pagina = _naar(blad, {vraag: ",".join(deel) for vraag, deel in antwoorden.items() if deel})
        assert op_pagina["voorselectie"] == [t.interventie.id for t in keuze.voorselectie], antwoorden
        assert op_pagina["gids"] == [t.interventie.id for t in keuze.gids], antwoorden
        assert sorted(op_pagina["net_niet"]) == sorted(n.interventie.id for n in keuze.net_niet), antwoorden
        assert sorted(op_pagina["misschien"]) == sorted(t.interventie.id for t in keuze.misschien), antwoorden
        assert op_pagina["let_op"] == len(keuze.aandachtspunten), antwoorden
        for treffer in (*keuze.voorselectie, *keuze.gids):
            verwacht = redenen_met_beperking(treffer)
            if treffer.dekking:
                verwacht.append(f"dekt alleen: {treffer.dekking.tekst}")
            assert op_pagina["redenen"][treffer.interventie.id][:-1] == verwacht, antwoorden


@pytest.mark.parametrize(
    "antwoorden",
    [
        {"leeftijd": "jongeren", "taal": "ti"},
        {"leeftijd": "jongeren", "doel": "klachten", "taal": "ti", "setting": "gemeente"},
        {"leeftijd": "ouders", "vorm": "individueel", "taal": "uk"},
    ],
)
def test_wat_net_niet_past_staat_er_met_dezelfde_woorden_als_bij_zoek(
    open_pagina: Open, catalogus: Catalogus, antwoorden: dict[str, str]
) -> None:
    vraag = {filter_: [code] for filter_, code in antwoorden.items()}
    assert _missers(open_pagina(antwoorden=antwoorden)) == _verwachte_missers(vraag, catalogus)


def _missers(blad: Any) -> list[str]:
    """What the page says of what may fit and of what just misses."""
    return sorted(blad.locator("#deel-misschien li, #deel-net-niet li").all_text_contents())


def _verwachte_missers(vraag: dict[str, list[str]], catalogus: Catalogus) -> list[str]:
    def noem(interventie: Interventie) -> str:
        return naam_met_merk(interventie, catalogus)

    gevonden = zoek(catalogus, vraag, VANDAAG)
    misschien = [t for t in gevonden.misschien if t.interventie.soort is Soort.INTERVENTIE]
    net_niet = [n for n in gevonden.net_niet if n.interventie.soort is Soort.INTERVENTIE]
    regels = per_vraag(misschien, noem)
    regels += [f"{reden}: {namen}" for reden, namen in per_reden(net_niet, noem).items()]
    return sorted(f"{regel[0].upper()}{regel[1:]}" for regel in regels)


def test_driehonderd_willekeurige_vragen_geven_wat_zoek_geeft(
    open_pagina: Open, catalogus: Catalogus
) -> None:
    """Over all parts that the page asks: what the Keuzehulp does, place and language; the other parts are to come."""
    blad = open_pagina()
    kiezer = Random(1)
    onderdelen = vraagonderdelen(catalogus, VANDAAG)
    for _ in range(300):
        vraag = {
            o.filter.naam: kiezer.sample(o.antwoorden, kiezer.randint(1, 2 if o.meerdere else 1))
            for o in kiezer.sample(onderdelen, kiezer.randint(1, len(onderdelen)))
        }
        vraag = {
            o.filter.naam: [c for c in o.antwoorden if c in vraag[o.filter.naam]]
            for o in onderdelen
            if o.filter.naam in vraag
        }
        op_pagina = _naar(blad, {naam: ",".join(codes) for naam, codes in vraag.items()})
        gevonden = [
            t for t in zoek(catalogus, vraag, VANDAAG).treffers if t.interventie.soort is Soort.INTERVENTIE
        ]
        assert op_pagina["voorselectie"] + op_pagina["gids"] == [t.interventie.id for t in gevonden], vraag
        for treffer in gevonden:
            assert op_pagina["redenen"][treffer.interventie.id][: len(vraag)] == [
                *map(str, treffer.redenen)
            ], vraag
        assert _missers(blad) == _verwachte_missers(vraag, catalogus), vraag


@pytest.mark.parametrize(
    "antwoorden",
    [
        {"leeftijd": "volwassenen", "doel": "veerkracht", "vorm": "groep"},
        {"leeftijd": "kinderen", "vorm": "individueel"},
        {"leeftijd": "ouders", "doel": "klachten"},
    ],
)
def test_de_pagina_en_het_commando_zeggen_hetzelfde(
    open_pagina: Open, lpi: Lpi, antwoorden: dict[str, str]
) -> None:
    opties = chain.from_iterable((f"--{vraag}", code) for vraag, code in antwoorden.items())
    gekozen = lpi("kies", *opties, "--formaat", "json").json
    op_pagina = open_pagina(antwoorden=antwoorden).evaluate(LEES_ANTWOORD)
    for deel in ("voorselectie", "gids"):
        assert op_pagina[deel] == [treffer["id"] for treffer in gekozen[deel]]


@pytest.mark.parametrize(
    "antwoorden",
    [
        {"taal": "uk"},
        {"taal": "ti", "setting": "azc"},
        {"leeftijd": "jongeren", "setting": "isk"},
        {"leeftijd": "volwassenen", "vorm": "groep", "taal": "ar", "setting": "gemeente"},
    ],
)
def test_taal_en_plek_filteren_zoals_zoek(
    open_pagina: Open, catalogus: Catalogus, antwoorden: dict[str, str]
) -> None:
    gezocht = zoek(catalogus, {filter_: [code] for filter_, code in antwoorden.items()}, VANDAAG)
    op_pagina = open_pagina(antwoorden=antwoorden).evaluate(LEES_ANTWOORD)
    verwacht = [t.interventie.id for t in gezocht.treffers if t.interventie.soort == "interventie"]
    assert op_pagina["voorselectie"] + op_pagina["gids"] == verwacht


@pytest.mark.parametrize("deelnemers", [AANTALLEN[0], 40, AANTALLEN[-1]])
def test_kosten_op_de_pagina_zijn_die_van_lpi_kosten(
    open_pagina: Open, catalogus: Catalogus, deelnemers: int
) -> None:
    blad = open_pagina(antwoorden={"leeftijd": "volwassenen", "deelnemers": str(deelnemers)})
    treffers = [
        (t.interventie, t.varianten) for t in zoek(catalogus, {"leeftijd": ["volwassenen"]}, VANDAAG).treffers
    ]
    regels = bereken_kosten(treffers, Aannames(deelnemers, VANDAAG), catalogus.begrippen)
    assert any(regel.totaal for regel in regels)
    for regel in regels:
        if regel.interventie.soort == "interventie":
            bedragen = kosten_in_zin(regel, catalogus).rpartition(": ")[2]  # without which variant
            kaart = blad.locator(f"#toon-{regel.interventie.id} > .redenen").inner_text()
            assert bedragen in kaart.replace("\xa0", " ")


def test_de_kosten_zijn_de_gepubliceerde(open_pagina: Open) -> None:
    """The worked example of MindFit, and a price that cannot be turned into one for the group."""
    blad = open_pagina(antwoorden={"deelnemers": "40"})
    mindfit = blad.locator("#toon-mindfit > .redenen").inner_text()
    assert "€\u00a020.415,00, dat is €\u00a0510,38 per deelnemer (3 groepen)" in mindfit
    kunstlab = blad.locator("#toon-kunstlab > .redenen").inner_text().replace("\xa0", " ")
    assert "KunstLab tieners, per bijeenkomst: Ongeveer € 416 per bijeenkomst" in kunstlab
    assert "Per locatie: € 83.000,00\n" in kunstlab, "not divided over the 40"
    assert "--" not in blad.locator("#antwoord").text_content()


def test_wat_voor_een_deel_van_de_leeftijden_is_wordt_niet_voor_allen_berekend(open_pagina: Open) -> None:
    antwoorden = {"leeftijd": "jongeren,volwassenen", "deelnemers": "40"}
    mindfit = open_pagina(antwoorden=antwoorden).locator("#toon-mindfit > .redenen").inner_text()
    assert "20.415" not in mindfit
    assert "€\u00a06.805 per groep" in mindfit
    assert "dit is voor een deel van de gevraagde leeftijden" in mindfit


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
        Kwaliteitsvraag(vraag): Gegeven(tuple(map(Antwoord, woorden.split(","))))
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


# --- for everyone -----------------------------------------------------------------------


def test_kiezen_kan_met_het_toetsenbord_en_de_link_brengt_alles_terug(open_pagina: Open) -> None:
    blad = open_pagina()
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.activeElement.textContent") == "Naar het antwoord"
    while blad.evaluate("document.activeElement.value") != "jongeren":
        blad.keyboard.press("Tab")
    blad.keyboard.press("Space")
    geteld = blad.locator("#telling").inner_text()
    assert "3 uit de voorselectie" in geteld
    while blad.evaluate("document.activeElement.textContent") != "Alles over BAMBOO":
        blad.keyboard.press("Tab")
    blad.keyboard.press("Enter")
    assert blad.locator("#toon-bamboo > details").get_attribute("open") is not None
    assert "leeftijd=jongeren" in blad.url
    blad.reload()
    blad.locator("#telling:not(:empty)").wait_for()
    assert blad.locator("#telling").inner_text() == geteld
    blad.get_by_role("button", name="Begin opnieuw").first.press("Enter")
    blad.locator("#telling", has_text="35 interventies").wait_for()


def test_een_link_opent_de_kaart_en_laat_de_antwoorden_staan(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden={"leeftijd": "kinderen", "vorm": "individueel"})
    blad.locator("#deel-net-niet a").first.press("Enter")
    assert blad.evaluate("document.activeElement.matches('.kaart:has(> details[open])')")
    assert "leeftijd=kinderen" in blad.url


def test_het_aantal_wordt_voorgelezen(open_pagina: Open) -> None:
    blad = open_pagina()
    assert blad.get_by_role("status").first.get_attribute("id") == "telling"
    blad.get_by_label("jongeren (12 tot 18 jaar)").check()
    assert "uit de voorselectie" in blad.get_by_role("status").first.inner_text()


def test_geen_bewijs_en_onbekend_staan_alleen(open_pagina: Open) -> None:
    blad = open_pagina(antwoorden={"bewijs": "studies,experts"})
    blad.locator("#toets input[value=geen]").check()
    assert "bewijs=geen" in blad.url
    assert not blad.locator("#toets input[value=studies]").is_checked()


@pytest.mark.parametrize("kleur", ["light", "dark"])
@pytest.mark.parametrize("breedte", [320, 1280])
def test_geen_fouten_in_toegankelijkheid(open_pagina: Open, kleur: str, breedte: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    antwoorden = {"leeftijd": "jongeren", "vorm": "individueel", "deelnemers": "20", "hiaat": "ja"}
    blad = open_pagina(antwoorden=antwoorden, color_scheme=kleur, viewport={"width": breedte, "height": 800})
    blad.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    gevonden = Axe().run(blad, options={"resultTypes": ["violations"]})
    assert gevonden.violations_count == 0, gevonden.generate_report()
    assert blad.evaluate("document.documentElement.scrollWidth") <= breedte


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


def test_een_webserver_krijgt_een_verzoek(browser: Any, pagina: Path) -> None:
    gevraagd: list[str] = []

    class Server(SimpleHTTPRequestHandler):
        def log_request(self, *args: object) -> None:
            gevraagd.append(self.path)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(pagina.parent))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        blad = browser.new_page()
        blad.goto(f"http://127.0.0.1:{server.server_port}/")
        blad.locator("#telling:not(:empty)").wait_for()
        blad.get_by_label("in een groep").check()
        blad.close()
        server.shutdown()
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
    bestand.write_bytes(webpagina(catalogus, VANDAAG))
    blad = open_pagina(bestand)
    blad.on("dialog", lambda dialoog: pytest.fail("een script van de catalogus draaide"))
    assert blad.locator("#naam-bamboo").inner_text() == VIJANDIG
    assert blad.locator("#uitleg-tolken summary").text_content() == VIJANDIG
    assert blad.locator("img").count() == 0
    assert blad.locator("script").count() == 2


def test_met_te_veel_varianten_blijft_de_kaart_maar_niet_het_antwoord(
    open_pagina: Open, lpi: Lpi, tmp_path: Path
) -> None:
    (tmp_path / "regio" / "interventies").mkdir(parents=True)
    mosaic = (CHECKOUT / "catalog/interventies/mosaic.yaml").read_text()
    kop, midden, staart = re.split(r"(?ms)(^varianten:\n.*?\n)(?=^\w)", mosaic)
    variant = midden.removeprefix("varianten:\n")
    veel = "".join(re.sub(r"(?m)^  - id: .*$", f"  - id: v{nr}", variant) for nr in range(9))
    (tmp_path / "regio/interventies/mosaic.yaml").write_text(f"{kop}varianten:\n{veel}{staart}")
    gemaakt = lpi("web", "--uit", "pagina", "--catalogus", "regio", map_=tmp_path)
    assert (gemaakt.status, "mosaic heeft meer dan 8 varianten" in gemaakt.stderr) == (0, True)
    blad = open_pagina(tmp_path / "pagina/index.html")
    assert blad.locator("#rest #toon-mosaic").count() == 1
    assert blad.locator("#telling").inner_text().startswith("34 ")


def test_eigen_aanbod_heet_eigen(open_pagina: Open, lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path).status == 0
    assert lpi("web", "--uit", "pagina", "--catalogus", "regio", map_=tmp_path).status == 0
    telling = open_pagina(tmp_path / "pagina/index.html").locator("#telling").inner_text()
    assert telling.endswith("5 uit de voorselectie, 30 uit de gids en 1 uit uw eigen catalogus.")


def test_een_nieuw_eigen_bestand_houdt_al_zijn_kopjes_met_tekst(lpi: Lpi, tmp_path: Path) -> None:
    """Every text in it is still the same, "Nog invullen.": none may be taken for the summary."""
    assert lpi("catalogus", "nieuw", "regio", "--naam", "Praatgroep", map_=tmp_path).status == 0
    assert lpi("web", "--uit", "pagina", "--catalogus", "regio", map_=tmp_path).status == 0
    pagina = (tmp_path / "pagina/index.html").read_text()
    kaart = pagina.partition('id="toon-praatgroep"')[2].partition("</article>")[0]
    for kop in ("Zo gaat het", "Werkt het?"):
        assert re.search(rf"<h5>{re.escape(kop)}</h5>\s*<p>Nog invullen\.", kaart), kop


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
