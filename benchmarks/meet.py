"""Measure how fast ``lpi`` starts, next to programs that one would otherwise use.

Whole processes, in turn: each round runs a reference and right after it the command, so
that a busy moment touches both. Shown are medians over all rounds; a ratio is the median
of the ratios per round. Last comes a table of the bars that hold for this project with the
newest Typer, with what was measured. Nothing is installed: the references come with the extra ``bench``.

    pip install '.[bench]' && python benchmarks/meet.py
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

HIER = Path(__file__).parent
DUIZEND, TIENDUIZEND = 1000, 10_000
"""Numbers of own interventions that have a bar."""
TYPER_TABEL = "Typer, tabel met rich"
GEBUNDELD = "lpi zoek (gebundeld)"
QUERY = "select id, leeftijd, kosten, vorm, naam from lijst"
ZOEK = ["zoek", "--leeftijd", "12-18"]
ZOEK_JSON = [*ZOEK, "--formaat", "json"]
TWAALF_CELLEN = """\
budget: 80000
groepen:
  - {naam: kinderen, leeftijd: 8-12, taal: {ar: 10, ti: 10, uk: 10}, setting: gemeente}
  - {naam: tieners, leeftijd: 12-18, taal: {ar: 17, ti: 7, uk: 16}}
  - {naam: volwassenen, leeftijd: 18+, taal: {ar: 20, ti: 20, uk: 20}}
  - {naam: ouderen, leeftijd: 55+, taal: {ar: 12, ti: 9, fa: 31}}
"""
PLAN = "lpi plan (twaalf cellen)"
KEREN_IN_PROCES = 21
RUST = 3
"""Seconds that files must lie still; of what changed just now lpi keeps no cache."""


class Meting(NamedTuple):
    """One run of one process."""

    seconden: float
    piek: float
    """Most memory at one moment, in MB."""


class Grens(NamedTuple):
    """A bar: what is measured, what it may be at most, and what it was."""

    wat: str
    hoogste: str
    gemeten: str


class Opdracht(NamedTuple):
    """A process to measure, with the extra environment it needs."""

    naam: str
    argv: Sequence[str]
    omgeving: Mapping[str, str]


class Proef(NamedTuple):
    """A command, and what it is compared with."""

    opdracht: Opdracht
    referentie: Opdracht


class Uitslag(NamedTuple):
    """What the rounds of a trial came to."""

    seconden: float
    piek: float
    """Most memory in any round, in MB."""
    verhouding: float
    """How many times as long as what it is compared with."""


def meet(opdracht: Opdracht) -> Meting:
    """Run a process once. Raises ``CalledProcessError`` when it fails.

    The memory of a child counts from that of this process, so this one stays small.
    """
    begin = time.perf_counter()
    proces = subprocess.Popen(
        opdracht.argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **opdracht.omgeving},
    )
    _, status, verbruik = os.wait4(proces.pid, 0)
    seconden = time.perf_counter() - begin
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        raise subprocess.CalledProcessError(proces.returncode, opdracht.argv)
    return Meting(seconden, verbruik.ru_maxrss / 1024)


def vergelijk(proeven: Sequence[Proef], rondes: int) -> dict[str, Uitslag]:
    """Measure all trials in turn, after a warm-up, and print them as a Markdown table."""
    for proef in proeven:
        meet(proef.referentie)
        meet(proef.opdracht)
    paren: list[list[tuple[Meting, Meting]]] = [[] for _ in proeven]
    for _ in range(rondes):
        for eigen, proef in zip(paren, proeven, strict=True):
            eigen.append((meet(proef.referentie), meet(proef.opdracht)))

    uitslagen = {}
    print("| opdracht | tijd | geheugen | verhouding | tot |")
    print("|---|--:|--:|--:|---|")
    for (opdracht, referentie), metingen in zip(proeven, paren, strict=True):
        uitslag = Uitslag(
            seconden=median(eigen.seconden for _, eigen in metingen),
            piek=max(eigen.piek for _, eigen in metingen),
            verhouding=median(eigen.seconden / ander.seconden for ander, eigen in metingen),
        )
        uitslagen[opdracht.naam] = uitslag
        print(
            f"| `{opdracht.naam}` | {ms(uitslag.seconden)} | {mb(uitslag.piek)}"
            f" | {uitslag.verhouding:.2f} | `{referentie.naam}` |"
        )
    return uitslagen


def ms(seconden: float) -> str:
    return f"{seconden * 1000:.0f} ms"


def mb(piek: float) -> str:
    return f"{piek:.0f} MB"


def starten(lpi: Path, map_: Path) -> list[Proef]:
    """The trials on the bundled catalogue; ``map_`` is for the database of a reference, and a plan."""
    python = str(lpi.with_name("python"))
    kaal = Opdracht("python -c pass", [python, "-c", "pass"], {})
    typer = Opdracht("Typer, één regel", [python, str(HIER / "kaal_typer.py"), "zeg", "ada"], {})
    rich = Opdracht(TYPER_TABEL, [python, str(HIER / "kaal_tabel.py"), "zeg", "ada"], {})
    database = Opdracht(
        "sqlite-utils query … --table",
        [str(lpi.with_name("sqlite-utils")), "query", maak_database(lpi, map_), QUERY, "--table"],
        {},
    )

    def eigen(*argumenten: str) -> Opdracht:
        return Opdracht(naam(argumenten), [str(lpi), *argumenten], {})

    tab = [python, "-P", "-m", "lpi_cli", "toon", "bam|"]
    plan = map_ / "plan.yaml"
    plan.write_text(TWAALF_CELLEN, encoding="utf-8")
    return [
        Proef(kaal, kaal),
        Proef(typer, kaal),
        Proef(rich, kaal),
        Proef(database, kaal),
        Proef(eigen("--version"), typer),
        Proef(eigen(*ZOEK), database),
        Proef(eigen(*ZOEK_JSON), typer),
        Proef(eigen("lijst"), database),
        Proef(eigen("toon", "bamboo"), database),
        Proef(eigen("kosten", "--deelnemers", "40"), database),
        Proef(eigen("kies", "--leeftijd", "jongeren", "--doel", "veerkracht", "--vorm", "groep"), database),
        Proef(Opdracht(PLAN, [str(lpi), "plan", str(plan)], {}), eigen(*ZOEK)),
        Proef(Opdracht("lpi toon bam<Tab>", tab, {"_LPI_COMPLETE": "zsh"}), typer),
    ]


def versies(lpi: Path) -> str:
    """Which Python and Typer are measured."""
    code = "import platform, typer; print('Python', platform.python_version() + ', Typer', typer.__version__)"
    return subprocess.run(
        [lpi.with_name("python"), "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def naam(argumenten: Sequence[str]) -> str:
    return f"lpi {' '.join(argumenten)}"


def maak_database(lpi: Path, map_: Path) -> str:
    """The rows of ``lpi lijst`` in SQLite: what a handy colleague would search in instead."""
    bestand = str(map_ / "lijst.db")
    lijst = subprocess.run([lpi, "lijst", "--formaat", "json"], capture_output=True, check=True)
    sqlite = [str(lpi.with_name("sqlite-utils")), "insert", bestand, "lijst", "-", "--pk", "id"]
    subprocess.run(sqlite, input=lijst.stdout, check=True)
    return bestand


# --- scale ----------------------------------------------------------------------------


def maak_catalogus(lpi: Path, map_: Path, aantal: int) -> Path:
    """A folder of own interventions: the bundled ones again, each with an id and name of its own."""
    code = "from lpi_cli.catalogus.laden import gebundelde_map as m; print(m())"
    gebundeld = subprocess.run(
        [lpi.with_name("python"), "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    bronnen = sorted((Path(gebundeld) / "interventies").glob("*.yaml"))
    (map_ / "interventies").mkdir(parents=True)
    for nr in range(aantal):
        bron = bronnen[nr % len(bronnen)]
        id_ = f"{bron.stem}-{nr}"
        tekst = bron.read_text(encoding="utf-8").replace(f"\nid: {bron.stem}\n", f"\nid: {id_}\n", 1)
        tekst = re.sub(r"(?m)^naam: .*$", f"naam: Eigen {nr}", tekst, count=1)
        tekst = tekst.replace("\nvoorselectie: true\n", "\n", 1)  # that is LOOP's to say
        (map_ / "interventies" / f"{id_}.yaml").write_text(tekst, encoding="utf-8")
    return map_


def schaal(lpi: Path, map_: Path, aantallen: Sequence[int], rondes: int) -> dict[str, Uitslag]:
    """Own catalogues of growing size: first without a cache, then from it."""
    gebundeld = Opdracht(GEBUNDELD, [str(lpi), *ZOEK], {})
    proeven = [Proef(gebundeld, gebundeld)]
    print("\n| eigen catalogus, zonder cache | tijd | geheugen |\n|---|--:|--:|")
    for aantal in aantallen:
        eigen = maak_catalogus(lpi, map_ / str(aantal), aantal)
        time.sleep(RUST)
        opdracht = Opdracht(
            met_eigen(aantal),
            [str(lpi), *ZOEK, "--catalogus", str(eigen)],
            {"XDG_CACHE_HOME": str(map_ / "cache")},
        )
        koud = meet(opdracht)
        print(f"| {aantal} | {koud.seconden:.2f} s | {mb(koud.piek)} |", flush=True)
        if aantal == DUIZEND:
            meet_pagina(lpi, eigen, map_)
        proeven.append(Proef(opdracht, gebundeld))
    print()
    return vergelijk(proeven, rondes)


def meet_pagina(lpi: Path, eigen: Path, map_: Path) -> None:
    """The page of many interventions, from the cache: at most 5 s and 3 MB."""
    uit = map_ / "pagina"
    opdracht = [str(lpi), "web", "--uit", str(uit), "--catalogus", str(eigen)]
    gemeten = meet(Opdracht("lpi web", opdracht, {"XDG_CACHE_HOME": str(map_ / "cache")}))
    grootte = (uit / "index.html").stat().st_size / 1_000_000
    print(f"| als pagina, {grootte:.1f} MB | {gemeten.seconden:.2f} s | {mb(gemeten.piek)} |", flush=True)


def met_eigen(aantal: int) -> str:
    return f"lpi zoek ({aantal} eigen)"


IN_PROCES = """
import gc, json, sys, time
from datetime import date
gc.disable()  # as a run of lpi does
from lpi_cli.catalogus import laad
from lpi_cli.kern.zoek import zoek
catalogus = laad()
basis, n = catalogus.interventies, int(sys.argv[1])
catalogus.interventies = tuple(
    basis[nr % len(basis)]._replace(id=f"{basis[nr % len(basis)].id}-{nr}") for nr in range(n)
)
tijden = []
for _ in range(int(sys.argv[2])):
    begin = time.perf_counter()
    zoek(catalogus, json.loads(sys.argv[3]), date.today())
    tijden.append(time.perf_counter() - begin)
print(sorted(tijden)[len(tijden) // 2])
"""
"""``kern.zoek`` over so many interventions in one process: prints the median in seconds."""

VRAGEN: Sequence[Mapping[str, Sequence[str]]] = (
    {"leeftijd": ["12-18"]},
    {"leeftijd": ["12-18"], "vorm": ["groep"], "taal": ["uk"]},
)


def kern_in_proces(lpi: Path, aantallen: Sequence[int]) -> dict[int, float]:
    """For each number of interventions, the seconds of the question that takes longest."""
    langste = {}
    print("\n| `kern.zoek` in één proces | vraag | tijd |\n|--:|---|--:|")
    for aantal in aantallen:
        tijden = []
        for vraag in VRAGEN:
            argv = [
                lpi.with_name("python"),
                "-c",
                IN_PROCES,
                str(aantal),
                str(KEREN_IN_PROCES),
                json.dumps(vraag),
            ]
            tijden.append(float(subprocess.run(argv, capture_output=True, text=True, check=True).stdout))
            print(f"| {aantal} | {' + '.join(vraag)} | {tijden[-1] * 1000:.1f} ms |", flush=True)
        langste[aantal] = max(tijden)
    return langste


# --- the bars -------------------------------------------------------------------------


def grenzen(uitslagen: Mapping[str, Uitslag], kern: Mapping[int, float]) -> Iterator[Grens]:
    """The bars on the bundled catalogue, and on the core as far as that was measured."""
    tabel, json_ = uitslagen[naam(ZOEK)], uitslagen[naam(ZOEK_JSON)]
    piek = max(uitslag.piek for wat, uitslag in uitslagen.items() if wat.startswith("lpi "))
    tot_rich = tabel.seconden / uitslagen[TYPER_TABEL].seconden
    yield Grens(f"`{naam(ZOEK)}` tot `sqlite-utils query`", "0.75", f"{tabel.verhouding:.2f}")
    yield Grens("hetzelfde tot het kleinste Typer-programma met een tabel", "0.85", f"{tot_rich:.2f}")
    yield Grens("hetzelfde als JSON tot het kleinste Typer-programma", "0.85", f"{json_.verhouding:.2f}")
    yield Grens("`lpi plan` met twaalf cellen tot `lpi zoek`", "1.50", f"{uitslagen[PLAN].verhouding:.2f}")
    yield Grens("meeste geheugen van een commando", "40 MB", mb(piek))
    if TIENDUIZEND in kern:
        gemeten = f"{kern[TIENDUIZEND] * 1000:.1f} ms"
        yield Grens("`kern.zoek` over 10.000 interventies, in één proces", "50 ms", gemeten)


def grenzen_van_schaal(uitslagen: Mapping[str, Uitslag]) -> Iterator[Grens]:
    """The bars on own catalogues, as far as those were measured."""
    duizend, tienduizend = uitslagen.get(met_eigen(DUIZEND)), uitslagen.get(met_eigen(TIENDUIZEND))
    if duizend:
        gemeten = f"{duizend.verhouding:.2f}"
        yield Grens("1.000 eigen interventies tot de meegeleverde, met cache", "2.00", gemeten)
    if tienduizend:
        gemeten = f"{ms(tienduizend.seconden)}, {mb(tienduizend.piek)}"
        yield Grens("10.000 eigen interventies, met cache", "1200 ms, 300 MB", gemeten)
    if duizend and tienduizend:
        begin = uitslagen[GEBUNDELD].seconden
        groei = (tienduizend.seconden - begin) / (duizend.seconden - begin)
        yield Grens("groei van wat erbij komt, van 1.000 naar 10.000", "8 tot 12 keer", f"{groei:.1f} keer")


def main() -> None:
    vraag = argparse.ArgumentParser(description="Meet hoe snel lpi start.")
    vraag.add_argument(
        "--lpi",
        type=Path,
        default=Path(sys.executable).with_name("lpi"),
        help="de geïnstalleerde lpi, met python en sqlite-utils ernaast (gewoon: die bij deze Python)",
    )
    vraag.add_argument("--rondes", type=int, default=20, help="hoe vaak alles wordt gemeten")
    vraag.add_argument("--schaal", action="store_true", help="meet ook grote eigen catalogi (duurt lang)")
    vraag.add_argument(
        "--aantallen", type=int, nargs="+", default=[100, DUIZEND, TIENDUIZEND], help="hoe groot die zijn"
    )
    keuze = vraag.parse_args()

    print(f"{os.cpu_count()} kernen, {versies(keuze.lpi)}, {keuze.rondes} rondes\n")
    with tempfile.TemporaryDirectory() as tijdelijk:
        uitslagen = vergelijk(starten(keuze.lpi, Path(tijdelijk)), keuze.rondes)
        regels = [*grenzen(uitslagen, kern_in_proces(keuze.lpi, keuze.aantallen))]
        if keuze.schaal:
            eigen = schaal(keuze.lpi, Path(tijdelijk), keuze.aantallen, keuze.rondes)
            regels += grenzen_van_schaal(eigen)
    print("\n| wat | ten hoogste | gemeten |\n|---|--:|--:|")
    for wat, hoogste, gemeten in regels:
        print(f"| {wat} | {hoogste} | {gemeten} |")


if __name__ == "__main__":
    main()
