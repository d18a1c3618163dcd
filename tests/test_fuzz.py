"""Files, texts and command lines that nobody would write: no traceback, no hang, nothing comes alive.

A normal run takes few cases, always the same ones. The extended run takes at least 50,000, and tells how many of each:
``LPI_FUZZ=uitgebreid pytest --hypothesis-show-statistics tests/test_fuzz.py``. With the same variable ``test_zwaar``
takes all it has, ``test_storing`` more moments for a signal, and ``test_shells`` more names.
"""

import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from copy import copy
from datetime import date
from decimal import Decimal
from functools import wraps
from html.parser import HTMLParser
from pathlib import Path
from time import process_time
from typing import Annotated, Any, get_args, get_origin
from urllib.parse import urlsplit

import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from markdown_it import MarkdownIt
from typer.core import TyperGroup

from lpi_cli import cli
from lpi_cli.catalogus import Catalogus, laad, model
from lpi_cli.catalogus.controle import controleer_een, controleer_map
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.gereed import Gereed, schrijf
from lpi_cli.catalogus.model import Bron, Interventie
from lpi_cli.catalogus.record import is_record, kaal, maak
from lpi_cli.catalogus.toetsbestand import lees_toets
from lpi_cli.catalogus.waarschuwingen import waarschuwingen
from lpi_cli.catalogus.woorden import ONZICHTBAAR
from lpi_cli.catalogus.yaml_lezer import Document, Pad, lees_yaml
from lpi_cli.cli._opties import uit_bestand
from lpi_cli.cli._uitvoer import BestandFout
from lpi_cli.cli.plan import lees_opzet
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.bronnen import bronstaten
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.kies import kies
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.kostenvraag import lees_kostenvraag
from lpi_cli.kern.plan.lezen import maak_opgave
from lpi_cli.kern.plan.opgave import Opgave, Plancel
from lpi_cli.kern.plan.plannen import maak_plannen
from lpi_cli.kern.rapport import Notitieopdracht, stel_advies_op
from lpi_cli.kern.toets import toets_interventie, toets_uit_catalogus
from lpi_cli.kern.vergelijk import vergelijk
from lpi_cli.kern.vraag import Vraag, maak_vraag
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zoek import zoek
from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.bronnen import afwijkingenbeeld, bronnenbeeld, feitbronnenbeeld
from lpi_cli.weergave.formaat import formaat
from lpi_cli.weergave.kies import kiesbeeld
from lpi_cli.weergave.kosten import kostenbeeld
from lpi_cli.weergave.lijst import lijstbeeld
from lpi_cli.weergave.plan import planbeeld
from lpi_cli.weergave.rapport import rapportbeeld
from lpi_cli.weergave.toets import toetsbeeld
from lpi_cli.weergave.toon import toonbeeld
from lpi_cli.weergave.vergelijk import onderwerpen, vergelijkbeeld
from lpi_cli.weergave.verschil import verschilbeeld
from lpi_cli.weergave.zoek import zoekbeeld
from tests.conftest import CHECKOUT, VANDAAG, in_dit_proces

pytestmark = pytest.mark.lang

Test = Callable[..., None]
UITGEBREID = os.environ.get("LPI_FUZZ") == "uitgebreid"
TRAAGSTE = 2.0
"""Seconds of processor time that one case may take, however busy the machine is."""


def gevallen(gewoon: int, uitgebreid: int) -> Callable[[Test], Test]:
    """So many cases, none of which may cost more than ``TRAAGSTE``."""
    instellingen = settings(
        max_examples=uitgebreid if UITGEBREID else gewoon,
        derandomize=not UITGEBREID,
        database=None,
        suppress_health_check=list(HealthCheck),
    )

    def met_grens(test: Test) -> Test:
        @wraps(test)
        def gemeten(*waarden: Any, **namen: Any) -> None:
            begin = process_time()
            test(*waarden, **namen)
            assert process_time() - begin < TRAAGSTE

        return instellingen(gemeten)

    return met_grens


# --- files ------------------------------------------------------------------------------

BESTANDEN = {
    naam: (CHECKOUT / "catalog" / naam).read_text(encoding="utf-8")
    for naam in ("interventies/bamboo.yaml", "interventies/mindfit.yaml", "interventies/ease.yaml")
}
TOETS = """\
naam: Wandelgroep
doelgroep: statushouders
antwoorden: {hiaat: ja, bewijs: [experts, studies], betrokken: nee}
toelichting:
  hiaat: Er is nog niets.
"""
BROKKEN = (
    "\t", "&a", "*a", "<<: *a", "!!python/object:os.system", "- ", ": ", "{", "[", "}", "]", "|", ">-", "%", "@",
    "`", "\x00", "\x1b[31m", "\u202e", "'", '"', "#", "---\n", "...\n", "null", "~", "1e999", ".inf", "0x1f", "-1",
    "99999999999999999999", "ja", "true", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "\n",
    "  ", "naam: x\n", "? ", "\r", "\u2028", "[[[[[[[[[[", "{a: {a: {a: {a: ", "\u00ad", "\u200d", "\U000e0041", "★", "x" * 6000,
)  # fmt: skip


def _met_teken(regel: str, plek: int, brok: str) -> list[str]:
    kolom = plek % (len(regel) + 1)
    return [regel[:kolom] + brok + regel[kolom:]]


INGREPEN: tuple[Callable[[str, int, str], list[str]], ...] = (
    lambda regel, plek, brok: [],
    lambda regel, plek, brok: [regel, regel],
    lambda regel, plek, brok: [" " * (plek % 9 + 1) + regel],
    lambda regel, plek, brok: [regel.lstrip(" ")],
    lambda regel, plek, brok: [f"{regel.partition(':')[0]}: {brok}\n"],
    lambda regel, plek, brok: [brok, regel],
    _met_teken,
)
"""What can happen to a line: gone, doubled, moved in or out, another value, signs put in."""


@st.composite
def verminkt(draw: DrawFn, tekst: str) -> str:
    """A real file to which something happened in a few places, perhaps cut off."""
    regels = tekst.splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 6))):
        nr, plek = draw(st.integers(0, len(regels))), draw(st.integers(0, 99))
        ingreep = draw(st.sampled_from(INGREPEN))
        brok = draw(st.sampled_from(BROKKEN) | st.text(max_size=20))
        regels[nr : nr + 1] = [nieuw for regel in regels[nr : nr + 1] for nieuw in ingreep(regel, plek, brok)]
    einde = draw(st.just(len(regels)) | st.integers(0, len(regels)))
    return "".join(regels[:einde])


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "bamboo.yaml"


@pytest.fixture(scope="module")
def codes() -> Any:
    return controleer_map(CHECKOUT / "catalog").codes


def _is_een_regel(fout: Fout) -> None:
    assert re.match(r".*bamboo\.yaml:\d+: ", str(fout))
    assert "Traceback" not in str(fout)


@given(
    inhoud=st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass"))
)
@gevallen(150, 8000)
def test_willekeurige_bytes_zijn_een_document_of_een_fout(bestand: Path, inhoud: bytes) -> None:
    bestand.write_bytes(inhoud)
    gelezen = lees_yaml(bestand)
    if isinstance(gelezen, Document):
        assert not ONZICHTBAAR.search(str(gelezen.gegevens))
    else:
        _is_een_regel(gelezen)


@given(data=st.data())
@gevallen(120, 9000)
def test_een_verminkte_interventie_is_goed_of_geeft_regels(
    bestand: Path, codes: Any, catalogus: Catalogus, data: st.DataObject
) -> None:
    tekst = data.draw(st.sampled_from(sorted(BESTANDEN)).flatmap(lambda naam: verminkt(BESTANDEN[naam])))
    bestand.write_text(tekst, encoding="utf-8", errors="surrogatepass", newline="")
    fouten: list[Fout] = []
    gegevens = controleer_een(bestand, Interventie, codes, fouten)
    for fout in fouten:
        _is_een_regel(fout)
    assert (gegevens is None) == bool(fouten)
    if gegevens is not None:
        beeld = toonbeeld([Gevraagd.heel(maak(Interventie, gegevens))], catalogus, VANDAAG, met_bronnen=True)
        formaat("tabel").render(beeld, Scherm(40))


VORMEN = (None, 3, True, "x", [], [None], [[1]], {}, {"a": None}, [{"a": 1}])
"""Values of every shape, of which few fit where they are put."""


def _plekken(gegevens: Any, pad: Pad = ()) -> Iterator[Pad]:
    """Where each value of a file stands."""
    yield pad
    delen = (
        gegevens.items()
        if isinstance(gegevens, dict)
        else enumerate(gegevens)
        if isinstance(gegevens, list)
        else ()
    )
    for plek, deel in delen:
        yield from _plekken(deel, (*pad, plek))


def _met(gegevens: Any, pad: Pad, waarde: Any) -> Any:
    """The same data with another value in one place."""
    if not pad:
        return waarde
    nieuw = copy(gegevens)
    nieuw[pad[0]] = _met(gegevens[pad[0]], pad[1:], waarde)
    return nieuw


def test_een_waarde_van_een_andere_vorm_geeft_regels(tmp_path: Path, codes: Any) -> None:
    (tmp_path / "interventies").mkdir()
    bestand = tmp_path / "interventies" / "bamboo.yaml"
    heel = lees_yaml(CHECKOUT / "catalog" / "interventies" / "bamboo.yaml")
    assert isinstance(heel, Document)
    gevallen_ = [(pad, vorm) for pad in _plekken(heel.gegevens) for vorm in VORMEN]
    for pad, vorm in gevallen_ if UITGEBREID else gevallen_[::17]:
        bestand.write_text(json.dumps(_met(heel.gegevens, pad, vorm)))
        fouten: list[Fout] = []
        controleer_een(bestand, Interventie, codes, fouten)
        for fout in [*fouten, *waarschuwingen(tmp_path, VANDAAG)]:
            _is_een_regel(fout)


VRAAG = """\
# Een vraag.
naam: Jongeren in het azc
leeftijd: {jongeren: 10, 8-12: 14}
doel: [veerkracht]
vorm: []
taal: [ar, uk]
kosteloos: true
deelnemers: 24
liefst: [taal=ar, kosteloos]
budget: 10000.50
"""


def _lees_vraag(bestand: Path) -> None:
    try:
        maak_vraag(uit_bestand({"vraag": bestand, "keuze": None}))
    except CatalogusFout as fout:
        for een in fout.fouten:
            _is_een_regel(een)


@given(tekst=verminkt(VRAAG))
@gevallen(100, 5000)
def test_een_verminkte_vraag_is_goed_of_geeft_regels(bestand: Path, tekst: str) -> None:
    bestand.write_text(tekst, encoding="utf-8", errors="surrogatepass", newline="")
    _lees_vraag(bestand)


def test_een_waarde_van_een_andere_vorm_in_een_vraag_geeft_regels(tmp_path: Path) -> None:
    bestand = tmp_path / "bamboo.yaml"
    bestand.write_text(VRAAG)
    heel = lees_yaml(bestand)
    assert isinstance(heel, Document)
    for pad in _plekken(heel.gegevens):
        for vorm in VORMEN:
            bestand.write_text(json.dumps(_met(heel.gegevens, pad, vorm), default=str))
            _lees_vraag(bestand)


PLAN = """\
naam: Gemeente
periode: voorjaar 2027
budget: 50000.50
groepen:
  - {naam: kinderen, leeftijd: 8-12, taal: {ar: 10, uk: 10}, setting: [gemeente], doelgroep: {uk: vrouwen, overig: statushouder}}
  - {naam: dorp, leeftijd: {12-18: 5, 18+: 9}, vorm: groep, kosteloos: true}
weging: [kosten, dekking]
vast: {kinderen/ar: mindfit}
niet: [kunstlab]
offertes: {bamboo/youth: {per: groep, bedrag: 2900, datum: 2026-12-01, groepsgrootte: 12}}
tolktarief: 60
"""


def _reken_plan_uit(bestand: Path, catalogus: Catalogus) -> None:
    """What can be read can be computed and shown."""
    try:
        opgave = maak_opgave(lees_opzet(bestand), catalogus)
    except CatalogusFout as fout:
        for een in fout.fouten:
            _is_een_regel(een)
        return
    plannen = maak_plannen(opgave, catalogus, VANDAAG, Aannames(1, VANDAAG))
    beeld = planbeeld(plannen, catalogus, VANDAAG)
    assert all(formaat(naam).render(beeld, Scherm()) for naam in ("tabel", "json", "csv"))


@given(tekst=verminkt(PLAN))
@gevallen(60, 5000)
def test_een_verminkt_plan_is_goed_of_geeft_regels(bestand: Path, catalogus: Catalogus, tekst: str) -> None:
    bestand.write_text(tekst, encoding="utf-8", errors="surrogatepass", newline="")
    _reken_plan_uit(bestand, catalogus)


def test_een_waarde_van_een_andere_vorm_in_een_plan_geeft_regels(
    tmp_path: Path, catalogus: Catalogus
) -> None:
    bestand = tmp_path / "bamboo.yaml"
    bestand.write_text(PLAN, encoding="utf-8")
    heel = lees_yaml(bestand)
    assert isinstance(heel, Document)
    for pad in _plekken(heel.gegevens):
        for vorm in VORMEN:
            bestand.write_text(json.dumps(_met(heel.gegevens, pad, vorm), default=str))
            _reken_plan_uit(bestand, catalogus)


EIGEN = """\
vult_aan: mindfit
kosten:
  - {soort: uitvoering, bedrag: {van: 100, tot: 200}, eenheid: groep, prijspeil: 2025, bron: gids-2025}
contact:
  - {naam: Loket, organisatie: GGD, email: [a@b.nl], telefoon: ['0612345678'], website: []}
aandachtspunten: [Bel eerst.]
bronnen: [{bron: gids-2025, plaats: v11}]
"""


@given(
    tekst=verminkt(EIGEN),
    begrippen=verminkt("setting:\n  wijkhuis: {naam: wijkhuis, uitleg: Een huis in de wijk.}\n"),
)
@gevallen(60, 2500)
def test_een_verminkte_eigen_catalogus_laat_de_rest_werken(
    eigen_map: Path, catalogus: Catalogus, tekst: str, begrippen: str
) -> None:
    (eigen_map / "interventies" / "mindfit.yaml").write_text(tekst, errors="surrogatepass", newline="")
    (eigen_map / "begrippen.yaml").write_text(begrippen, errors="surrogatepass", newline="")
    geladen = laad([eigen_map])
    assert {i.id for i in catalogus.interventies} == {i.id for i in geladen.interventies}
    for fout in geladen.fouten:
        assert re.match(r".*(mindfit|begrippen)\.yaml:\d+: ", str(fout))
    mindfit = next(i for i in geladen.interventies if i.id == "mindfit")
    formaat("tabel").render(
        toonbeeld([Gevraagd.heel(mindfit)], geladen, VANDAAG, met_bronnen=True), Scherm(80)
    )


@pytest.fixture(scope="module")
def eigen_map(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    map_ = tmp_path_factory.mktemp("eigen")
    (map_ / "interventies").mkdir()
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("XDG_CACHE_HOME", str(map_ / "cache"))
        yield map_


@given(tekst=verminkt(TOETS))
@gevallen(120, 7000)
def test_een_verminkt_toetsbestand_is_goed_of_geeft_regels(bestand: Path, tekst: str) -> None:
    bestand.write_text(tekst, encoding="utf-8", errors="surrogatepass", newline="")
    try:
        lees_toets(bestand, [])
    except CatalogusFout as fout:
        for een in fout.fouten:
            _is_een_regel(een)


# --- text in every field, in every format -------------------------------------------------

GEVAARLIJK = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", ";=1+1;", ",+1+1", "\n=1+1", ';"-1+1', "=HYPERLINK(\"http://x\")", "[klik](javascript:alert(1))", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "</script>", "</style>", "]]>", "<!--", "&lt;b&gt;", "{{7*7}}", "{% raw %}", "[red]x[/red]",
    "[bold", "\x1b[31mrood", "\x1b]0;titel\x07", "\x9b31m", "\u202eabc", "\u2028", "\x00", "\r", "**vet**", "# kop", "- punt",
    "1. een", "| a | b |", "```", "![a](http://x/y.png)", "<http://x.nl>", "javascript:alert(1)", "http://x.nl/\"onx=1",
    "a@b.nl", "https://x.nl/<b>", "$(id)", "\u00ad", "a\u200d", "م\u200cن", "\U000e0041", "\ufe0f", "`id`", "\\", "\ufeff", "\ud800", "\ufffe", "\uffff",
)  # fmt: skip
TEKST: SearchStrategy[str] = st.lists(
    st.sampled_from(GEVAARLIJK) | st.text(st.characters(), max_size=12), min_size=1, max_size=4
).map("".join)


def met_tekst(waarde: Any, soort: Any, tekst: str) -> Any:
    """The same record with other text in every field that holds free text."""
    soort = get_args(soort)[0] if get_origin(soort) is Annotated else soort
    if waarde is None:
        return None
    if get_origin(kaal(soort)) is tuple:
        return tuple(met_tekst(deel, get_args(kaal(soort))[0], tekst) for deel in waarde)
    if is_record(kaal(soort)):
        velden = kaal(soort).__annotations__
        return waarde._replace(**{v: met_tekst(getattr(waarde, v), t, tekst) for v, t in velden.items()})
    vrij = (str, model.Regel, model.Email, model.Telefoon, model.Url)
    return tekst if kaal(soort) in vrij else waarde


@pytest.fixture(scope="module")
def twee() -> Catalogus:
    """A catalogue of its own, whose interventions the cases replace."""
    return Catalogus(Gereed(schrijf(controleer_map(CHECKOUT / "catalog"))))


def zet_tekst(eigen: Catalogus, catalogus: Catalogus, teksten: Iterable[tuple[str, str]]) -> None:
    """Let ``eigen`` have these texts, each in all of the intervention with the id beside it, and in its sources."""
    per_id = {i.id: i for i in catalogus.interventies}
    teksten = tuple(teksten)
    eigen.__dict__["interventies"] = tuple(
        met_tekst(per_id[id_], Interventie, tekst)._replace(id=f"eigen-{nr}")
        for nr, (tekst, id_) in enumerate(teksten)
    )
    eigen.__dict__["bronnen"] = {
        id_: met_tekst(bron, Bron, teksten[0][0]) for id_, bron in catalogus.bronnen.items()
    }


def _planbeeld(catalogus: Catalogus) -> Beeld:
    """Its workbook has formulas of its own, and a test in ``test_planboek``; here are its rows."""
    cellen = [
        Plancel(f"groep/{taal}", "groep", taal, 12, {"leeftijd": ("18+",), "taal": (taal,)})
        for taal in ("ar", "ti")
    ]
    opgave = Opgave("Gemeente", Decimal(30000), cellen)
    beeld = planbeeld(maak_plannen(opgave, catalogus, VANDAAG, Aannames(1, VANDAAG)), catalogus, VANDAAG)
    beeld.boek = None
    return beeld


def beelden_van(catalogus: Catalogus) -> dict[str, Callable[[], Beeld]]:
    interventies = catalogus.interventies
    gevraagd = [Gevraagd.heel(interventie) for interventie in interventies]
    antwoorden = {"leeftijd": ["volwassenen"], "vorm": ["groep"]}
    aannames = Aannames(12, VANDAAG)
    return {
        "lijst": lambda: lijstbeeld({"": interventies}, catalogus, VANDAAG),
        "toon": lambda: toonbeeld(gevraagd, catalogus, VANDAAG, met_bronnen=True),
        "zoek": lambda: zoekbeeld(zoek(catalogus, antwoorden, VANDAAG), catalogus),
        "kies": lambda: kiesbeeld(kies(catalogus, antwoorden, VANDAAG), Vraag(antwoorden), catalogus),
        "kosten": lambda: kostenbeeld(
            bereken_kosten([(i, i.varianten) for i in interventies], aannames, catalogus.begrippen),
            aannames,
            lees_kostenvraag(catalogus, {}, (), aannames),
            catalogus,
        ),
        "vergelijk": lambda: vergelijkbeeld(
            gevraagd, vergelijk(interventies, onderwerpen(catalogus, {}, VANDAAG)), catalogus
        ),
        "rapport": lambda: rapportbeeld(
            stel_advies_op(
                catalogus, Notitieopdracht(Vraag(antwoorden), gevraagd, aannames, (), date(2026, 5, 1))
            ),
            catalogus,
        ),
        "plan": lambda: _planbeeld(catalogus),
        "afwijkingen": lambda: afwijkingenbeeld(interventies, catalogus),
        "bronnen": lambda: bronnenbeeld(bronstaten(catalogus, 2026), VANDAAG),
        "feitbronnen": lambda: feitbronnenbeeld(interventies, catalogus),
        "verschil": lambda: verschilbeeld((), interventies, catalogus, (None, None)),
        "anders": lambda: verschilbeeld(
            [i._replace(aandachtspunten=()) for i in interventies], interventies, catalogus, (None, None)
        ),
        "toets": lambda: toetsbeeld(
            [
                toets_interventie(toets_uit_catalogus(i, catalogus, i.naam), catalogus.kwaliteitscriteria)
                for i in interventies
            ],
            catalogus,
            "1 mei 2026",
        ),
    }


@given(tekst=TEKST, ids=st.tuples(*[st.sampled_from(sorted(BESTANDEN))] * 2), data=st.data())
@gevallen(60, 2500)
def test_tekst_van_een_catalogus_komt_nergens_tot_leven(
    twee: Catalogus, catalogus: Catalogus, tekst: str, ids: tuple[str, str], data: st.DataObject
) -> None:
    zet_tekst(twee, catalogus, [(tekst, Path(naam).stem) for naam in ids])
    beeld = beelden_van(twee)[data.draw(st.sampled_from(sorted(beelden_van(twee))))]()
    scherm = Scherm(data.draw(st.sampled_from((30, 40, 80, 120))), kleur=data.draw(st.booleans()))
    for naam, controleer in CONTROLES.items():
        controleer(formaat(naam).render(beeld, scherm))


def _tabel_is_veilig(inhoud: bytes) -> None:
    zonder_stijl = re.sub(r"\x1b\[[0-9;]*m", "", inhoud.decode())
    assert not ONZICHTBAAR.search(zonder_stijl)


def _json_is_veilig(inhoud: bytes) -> None:
    assert not ONZICHTBAAR.search(inhoud.decode())
    json.loads(inhoud)


def _csv_is_veilig(inhoud: bytes) -> None:
    rijen = list(csv.reader(io.StringIO(inhoud.decode())))
    assert len({len(rij) for rij in rijen}) == 1
    for cel in (cel for rij in rijen for cel in rij):
        assert not ONZICHTBAAR.search(cel)
        assert not any(
            re.match(r"[\s\"]*([=+@＝＋－＠]|-(?![0-9.]+$))", deel) for deel in re.split("[,;\t\n]", cel)
        )


def _xlsx_is_veilig(inhoud: bytes) -> None:
    from openpyxl import load_workbook

    cellen = [cel for rij in load_workbook(io.BytesIO(inhoud)).active.iter_rows() for cel in rij]
    assert all(cel.data_type != "f" and cel.hyperlink is None for cel in cellen)


def _markdown_is_veilig(inhoud: bytes) -> None:
    assert not ONZICHTBAAR.search(inhoud.decode())
    for teken in _alle(MarkdownIt("commonmark").enable("table").parse(inhoud.decode())):
        assert teken.type not in ("image", "html_block", "fence", "code_block"), teken
        if teken.type == "html_inline":
            assert teken.content == "<br>"
        if teken.type == "link_open":
            assert urlsplit(str(teken.attrs["href"])).scheme in ("http", "https", "mailto")


def _alle(tekens: list[Any]) -> Iterator[Any]:
    for teken in tekens:
        yield teken
        yield from _alle(teken.children or [])


class _Pagina(HTMLParser):
    """Collects what a page holds that could do something."""

    TOEGESTAAN = frozenset(
        [
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "h1",
            "h2",
            "h3",
            "p",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "div",
            "table",
            "caption",
            "footer",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "br",
            "a",
            "figure",
            "figcaption",
            "svg",
            "rect",
            "span",
            "code",
        ]
    )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.TOEGESTAAN, tag
        for naam, waarde in attrs:
            assert not naam.startswith("on")
            assert naam not in ("src", "srcset", "style", "action", "formaction")
            if naam == "href":
                assert urlsplit(waarde or "").scheme in ("http", "https", "mailto"), waarde


def _docx_is_veilig(inhoud: bytes) -> None:
    from docx import Document

    document = Document(io.BytesIO(inhoud))
    for relatie in document.part.rels.values():
        if relatie.is_external:
            assert urlsplit(relatie.target_ref).scheme in ("http", "https", "mailto")
    assert "w:instrText" not in document.element.xml, "a field that Word would work out"


def _html_is_veilig(inhoud: bytes) -> None:
    assert not ONZICHTBAAR.search(inhoud.decode())
    _Pagina().feed(inhoud.decode())


CONTROLES: dict[str, Callable[[bytes], None]] = {
    "tabel": _tabel_is_veilig,
    "json": _json_is_veilig,
    "csv": _csv_is_veilig,
    "xlsx": _xlsx_is_veilig,
    "markdown": _markdown_is_veilig,
    "html": _html_is_veilig,
    "docx": _docx_is_veilig,
}


# --- command lines ------------------------------------------------------------------------


def _opties() -> dict[str, list[str]]:
    """The options of every command."""
    groep = typer.main.get_command(cli.app)
    assert isinstance(groep, TyperGroup)
    context = groep.make_context("lpi", [], resilient_parsing=True)
    opties = {}
    for naam in groep.list_commands(context):
        commando = groep.get_command(context, naam)
        assert commando is not None
        delen = (commando, *getattr(commando, "commands", {}).values())
        namen = {optie for deel in delen for param in deel.params for optie in param.opts}
        opties[naam] = sorted({"--help", *(optie for optie in namen if optie.startswith("-"))})
    return opties


OPTIES = _opties()
WOORDEN = (
    *cli.COMMANDOS, "controleer", "schema", "bamboo", "mind spring", "7roses", "tolken", "12-18", "18+", "jongeren",
    "volwassenen", "ouders", "groep", "individueel", "veerkracht", "oekraïens", "azc", "40", "0", "-1", "99999999999",
    "95,50", "naam", "json", "csv", "markdown", "html", "tabel", "xlsx", "a.json", "b.md", "c.csv", "d.html", "e.xlsx", "map",
    "keuze.yaml", "advies.docx", "nieuw", "bronnen", "afwijkingen", "maakt niet uit", "goed-onderbouwd", "Rotterdam", "", "-", "--", "=", "\x1b[31m", "\u202e", "\udcff", "[red]", "x" * 300, "\ufffe",
)  # fmt: skip
_ARGUMENT = st.text(st.characters(exclude_characters="\x00/\\", exclude_categories=["Cs"]), max_size=12)


@st.composite
def opdrachten(draw: DrawFn) -> list[str]:
    """A command with some of its options, each with a value that may fit, and words in between."""
    woord = st.sampled_from(WOORDEN) | _ARGUMENT
    commando = draw(st.sampled_from(sorted(OPTIES)))
    optie = st.sampled_from(OPTIES[commando])
    delen = draw(st.lists(st.tuples(optie, woord) | st.tuples(woord) | st.tuples(optie), max_size=4))
    begin = [commando] if draw(st.integers(0, 19)) else [draw(woord)]
    return [*begin, *(deel for groep in delen for deel in groep)]


@given(opdracht=opdrachten())
@gevallen(200, 14000)
def test_elke_opdracht_eindigt_netjes(
    opdracht: list[str], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_werkmap(tmp_path_factory))
    uit, fout = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(uit), redirect_stderr(fout):
        status = cli._status(opdracht)
    gezegd, geklaagd = uit.buffer.getvalue().decode(), fout.buffer.getvalue().decode()
    assert status in (0, 1, 2), opdracht
    assert "Traceback" not in geklaagd
    assert not ONZICHTBAAR.search(gezegd), opdracht
    assert not ONZICHTBAAR.search(geklaagd), opdracht
    if status == 2:
        assert geklaagd.startswith("Fout: "), opdracht


def _werkmap(fabriek: pytest.TempPathFactory) -> Path:
    map_ = fabriek.getbasetemp() / "opdrachten"
    map_.mkdir(exist_ok=True)
    return map_


# --- completion -------------------------------------------------------------------------


@st.composite
def regels(draw: DrawFn) -> list[str]:
    """The words before the cursor, of which the last is still being typed."""
    (*ervoor, getypt) = draw(
        st.sampled_from((["toon", ""], ["toon", "ei"], ["zoek", "--organisatie", ""], ["zoek", "--taal=o"]))
        | opdrachten()
    )
    return [*ervoor, f"{getypt}|"]


@given(tekst=TEKST, regel=regels(), shell=st.sampled_from(("bash", "zsh", "fish", "powershell")))
@gevallen(60, 3000)
def test_aanvullen_geeft_regels_zonder_sturing(
    twee: Catalogus,
    catalogus: Catalogus,
    monkeypatch: pytest.MonkeyPatch,
    tekst: str,
    regel: list[str],
    shell: str,
) -> None:
    """What is wrong while one types is passed over; this lets through what lpi itself does wrong."""
    zet_tekst(twee, catalogus, [(tekst, "bamboo")])
    monkeypatch.setattr("lpi_cli.cli._opties.catalogus", lambda: twee)
    verwacht = (LookupError, ValueError, OSError, Vraagfout, BestandFout)
    monkeypatch.setattr("lpi_cli.cli._aanvulling.suppress", lambda _: suppress(*verwacht))
    argumenten = [" ".join(regel)] * 2 if shell == "bash" else regel
    uitkomst = in_dit_proces(*argumenten, _LPI_COMPLETE=shell)
    assert (uitkomst.status, uitkomst.stderr) == (0, "")
    assert not ONZICHTBAAR.search(uitkomst.stdout)
    for een in uitkomst.stdout.split("\n")[1:]:
        assert een.count("\t") <= 1
    if regel == ["toon", "ei|"] and shell != "bash":
        assert "eigen-0\t" in uitkomst.stdout
