"""What one file may cost: no more than 2 seconds of CPU and 200 MB, whatever is in it.

Every case is a file that someone may have made to keep a machine busy, and is given to the real command. A normal
run takes some of them, the extended run (``LPI_FUZZ=uitgebreid``) all, and with them all commands on what is
accepted.
"""

import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree, rmtree
from typing import NamedTuple

import pytest

from lpi_cli.catalogus.yaml_lezer import GROOTSTE_BESTAND
from lpi_cli.weergave.tekst import met_adressen
from tests.test_fuzz import UITGEBREID

pytestmark = pytest.mark.lang

MEESTE_CPU = 2.0
"""Seconds of a whole run, with starting Python."""
MEESTE_MB = 200

METEN = """
import sys, time
from lpi_cli.cli import main
try:
    main()
finally:
    piek = next(regel for regel in open('/proc/self/status') if regel.startswith('VmHWM'))
    print('verbruik', time.process_time(), int(piek.split()[1]) / 1024, file=sys.stderr)
"""
"""Runs lpi and tells what that cost: the memory that ``wait`` tells of counts that of who started it too."""


class Verbruik(NamedTuple):
    cpu: float
    mb: float
    status: int
    stderr: str


def _meet(map_: Path, *argumenten: str) -> Verbruik:
    """The first run of three that stays within the bounds, or the third: what else a machine does only adds."""
    for nr in range(3):
        schoon = copytree(map_, map_.with_name(f"{map_.name}-{nr}"))
        verbruik = _meet_eens(schoon, *argumenten)
        rmtree(schoon)
        if _past(verbruik):
            break
    return verbruik


def _meet_eens(map_: Path, *argumenten: str) -> Verbruik:
    """As who runs it for the first time: nothing of it is in the cache."""
    klaar = subprocess.run(
        [sys.executable, "-c", METEN, *argumenten],
        cwd=map_,
        capture_output=True,
        env={"XDG_CACHE_HOME": str(map_ / "cache"), "PATH": "", "PYTHONUTF8": "1"},
        check=False,
    )
    regels = klaar.stderr.decode(errors="replace").splitlines()
    _, cpu, mb = regels.pop().split()
    return Verbruik(float(cpu), float(mb), klaar.returncode, "\n".join(regels))


def _past(verbruik: Verbruik) -> bool:
    return verbruik.cpu < MEESTE_CPU and verbruik.mb < MEESTE_MB and "Traceback" not in verbruik.stderr


def _interventie(velden: str = "", aanpak: str = "x", varianten: str = "") -> str:
    """An intervention file that is right, with more fields (YAML) or another text."""
    return f"""\
id: groot
naam: Groot
soort: interventie
organisatie: GGD
samenvatting: x
doelgroep: {{omschrijving: x}}
doel: {{categorieen: [veerkracht], omschrijving: x, afgeleid: false}}
aanpak: {aanpak}
varianten:
{varianten or VARIANT.format(0)}
bewijs: {{samenvatting: x}}
regio: {{}}
overdraagbaarheid: {{mogelijk: onbekend}}
bronnen: [{{bron: gids-2025, plaats: v11}}]
{velden}
"""


VARIANT = (
    "- {{id: v{0}, naam: v{0}, voor: deelnemers, leeftijd: {{van: 12, tot: 18}}, plaats: x, bron: gids-2025}}"
)
POST = "{soort: uitvoering, bedrag: {van: #, tot: 900}, eenheid: groep, bron: gids-2025}"


def _lijst(veld: str, aantal: int, deel: str) -> str:
    """A field with a list of so many entries, each with its number in it."""
    return f"{veld}:\n" + "".join(f"- {deel.replace('#', str(nr))}\n" for nr in range(aantal))


LIJSTEN = ("kenmerk", "setting", "taal", "databank", "onderzoeksoort", "eenheid", "kostenonderdeel")
TOETS = "naam: x\ndoelgroep: y\nantwoorden: {bewijs: [experts]}\n"

GEWEIGERD = {
    "een woord van 40 kB": ("interventies/groot.yaml", _interventie(aanpak="a" * 40_000)),
    "een halve punt van een mailadres": (
        "interventies/groot.yaml",
        _interventie(aanpak="www" * 15_000 + "@1.1.1."),
    ),
    "een adres van punten": ("interventies/groot.yaml", _interventie(aanpak="https://" + "." * 40_000)),
    "een adres dat nergens eindigt": (
        "interventies/groot.yaml",
        _interventie(_lijst("contact", 49, "{website: ['https://" + "." * 9_500 + " x']}")),
    ),
    "adressen die nergens eindigen": (
        "interventies/groot.yaml",
        _interventie(
            _lijst("contact", 49, "{website: [" + ", ".join(["'https://" + "." * 1_900 + " x'"] * 5) + "]}")
        ),
    ),
    "een lange lijst": ("interventies/groot.yaml", _interventie("talen: [" + "a," * 2_400_000 + "]")),
    "veel velden": ("interventies/groot.yaml", _interventie("".join(f"v{nr}: x\n" for nr in range(300_000)))),
    "veel varianten": ("interventies/groot.yaml", _interventie(varianten="- {id: a}\n" * 400_000)),
    "veel dezelfde varianten": (
        "interventies/groot.yaml",
        _interventie(varianten=_lijst("", 499, "{id: a}")[2:]),
    ),
    "lijsten in lijsten": (
        "interventies/groot.yaml",
        _interventie(_lijst("kosten", 490, "{staffel: [" + "{}," * 3_000 + "]}")),
    ),
    "veel fouten": (
        "interventies/groot.yaml",
        _interventie(_lijst("kosten", 49, "{staffel: [" + "{}," * 49 + "]}")),
    ),
    "veel onbekende woorden": (
        "interventies/groot.yaml",
        _interventie(
            _lijst("kosten", 48, "{omvat: [" + ",".join(f"foutwoord{nr}" for nr in range(190)) + "]}")
        ),
    ),
    "veel onbekende velden": (
        "interventies/groot.yaml",
        _interventie("".join(f"{'aanpak' * 6}{nr}: x\n" for nr in range(970))),
    ),
    "veel tekst": (
        "interventies/groot.yaml",
        _interventie(_lijst("aandachtspunten", 990, "woord " * 830)),
    ),
    "niveaus": ("interventies/groot.yaml", _interventie(aanpak="[" * 4_900_000)),
    "cijfers": ("interventies/groot.yaml", "id: " + "9" * 4_900_000),
    "veel woorden": (
        "begrippen.yaml",
        "setting:\n" + "".join(f"  w{nr}: {{naam: w, uitleg: x}}\n" for nr in range(150_000)),
    ),
    "veel woorden met een fout": (
        "begrippen.yaml",
        "".join(
            f"{lijst}:\n" + "".join(f"  w{nr}: {{{'naam' * 9}: w}}\n" for nr in range(999))
            for lijst in LIJSTEN
        ),
    ),
    "veel bronnen": (
        "bronnen.yaml",
        "".join(f"b{nr}: {{titel: t, datum: x, omschrijving: x}}\n" for nr in range(100_000)),
    ),
    "veel bronnen met fouten": (
        "bronnen.yaml",
        "".join(f"b{nr}: {{{','.join(f'x{veld}: 1' for veld in range(8))}}}\n" for nr in range(999)),
    ),
    "een antwoord dat geen antwoord is": ("keuze.yaml", "leeftijd: [" + "a," * 2_400_000 + "]\n"),
    "antwoorden die geen antwoord zijn": ("keuze.yaml", "leeftijd: [" + "jongerem," * 990 + "]\n"),
    "een lang antwoord": ("keuze.yaml", "leeftijd: [" + "a" * 4_900_000 + "]\n"),
    "een lange toelichting": ("toets.yaml", f"{TOETS}toelichting: {{hiaat: {'a' * 4_900_000}}}\n"),
    "veel velden in een toets": ("toets.yaml", TOETS + "".join(f"v{nr}: x\n" for nr in range(300_000))),
}
"""What a file may hold to keep a machine busy: its place in a catalogue, and its text."""
GEWOON = ("een woord van 40 kB", "adressen die nergens eindigen", "veel dezelfde varianten", "veel fouten", "veel onbekende woorden", "veel woorden")  # fmt: skip
OPDRACHTEN = {"keuze.yaml": ("rapport", "--keuze", "keuze.yaml"), "toets.yaml": ("toets", "toets.yaml")}


@pytest.mark.parametrize("naam", GEWEIGERD if UITGEBREID else GEWOON)
def test_wat_te_veel_is_kost_weinig_en_geeft_korte_regels(tmp_path: Path, naam: str) -> None:
    (tmp_path / "interventies").mkdir()
    bestand, inhoud = GEWEIGERD[naam]
    assert len(inhoud) <= GROOTSTE_BESTAND
    (tmp_path / bestand).write_text(inhoud)
    eigen = [
        ("catalogus", "controleer", "."),
        ("lijst", "--catalogus", "."),
        ("toon", "groot", "--formaat", "html", "--catalogus", "."),
    ]
    for opdracht in [OPDRACHTEN[bestand]] if bestand in OPDRACHTEN else eigen:
        verbruik = _meet(tmp_path, *opdracht)
        assert _past(verbruik), (opdracht, verbruik)
        assert f"{bestand}:" in verbruik.stderr
        assert len(verbruik.stderr.splitlines()) <= 51
        assert all(len(regel) < 2000 for regel in verbruik.stderr.splitlines())


AANVAARD = {
    "veel woorden": _interventie(_lijst("aandachtspunten", 490, "woord " * 160 + "x")),
    "veel regels": _interventie(_lijst("aandachtspunten", 490, "|\n" + "  a\n" * 230)),
    "veel opmaak": _interventie(_lijst("aandachtspunten", 490, "'" + "*_|<&" * 190 + "'")),
    "veel mailadressen": _interventie(_lijst("aandachtspunten", 490, "a@b.nl " * 135 + "x")),
    "veel webadressen": _interventie(_lijst("aandachtspunten", 490, "http://a#.nl " * 65 + "x")),
    "veel contacten": _interventie(
        _lijst("contact", 49, "{naam: x, website: [" + "'http://a.nl/#'," * 195 + "]}")
    ),
    "veel prijzen": _interventie(
        _lijst("kosten", 49, POST),
        varianten="\n".join(VARIANT.format(nr) for nr in range(49)),
    ),
    "lange letters": _interventie(_lijst("aandachtspunten", 190, "\ufdfa" * 780)),
}
"""As much as an intervention may hold."""
WEERGAVEN = [
    ("web", "--uit", "w"),
    ("toon", "groot", "--uit", "toon.docx"),
    ("rapport", "--interventie", "groot", "--deelnemers", "40", "--uit", "rapport.docx"),
    ("catalogus", "controleer", "."),
    ("toon", "groot"),
    ("toon", "groot", "--uit", "toon.xlsx"),
    *(("toon", "groot", "--formaat", naam) for naam in ("json", "csv", "markdown", "html")),
    ("vergelijk", "groot", "mindfit"),
    ("kosten", "groot", "--deelnemers", "40"),
    ("kosten", "groot", "--deelnemers", "40", "--uit", "kosten.xlsx"),
    ("zoek", "woord"),
    ("lijst",),
    ("toets", "groot"),
]


@pytest.mark.parametrize(
    "tekst", ["w", "w.", "www…@1.1.1.", "a@1.", "https://", "https://....", "+-.", "a@b.", "\x1b["]
)
def test_adressen_zoeken_kost_niet_meer_dan_de_tekst_lang_is(tekst: str) -> None:
    begin = time.process_time()
    list(met_adressen(tekst * (400_000 // len(tekst))))
    assert time.process_time() - begin < MEESTE_CPU


@pytest.mark.parametrize("naam", AANVAARD if UITGEBREID else ("veel contacten", "veel prijzen"))
def test_het_grootste_dat_mag_kost_weinig_in_elke_vorm(tmp_path: Path, naam: str) -> None:
    (tmp_path / "interventies").mkdir()
    bestand = tmp_path / "interventies" / "groot.yaml"
    bestand.write_text(AANVAARD[naam])
    assert bestand.stat().st_size <= GROOTSTE_BESTAND
    for opdracht in WEERGAVEN if UITGEBREID else WEERGAVEN[:3]:
        eigen = () if opdracht[0] == "catalogus" else ("--catalogus", ".")
        verbruik = _meet(tmp_path, *opdracht, *eigen)
        assert "groot.yaml" not in verbruik.stderr, "it takes part"
        assert (verbruik.status, _past(verbruik)) == (0, True), (opdracht, verbruik)
