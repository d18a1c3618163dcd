"""Measure how fast ``lpi`` starts, next to programs that one would otherwise use.

Whole processes, in turn: each round runs a reference and right after it the command, so
that a busy moment touches both. Shown are medians over all rounds; a ratio is the median
of the ratios per round. Nothing is installed: the references come with the extra ``bench``.

    pip install '.[bench]' && python benchmarks/meet.py
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

HIER = Path(__file__).parent
QUERY = "select id, leeftijd, kosten, vorm, naam from lijst"
KEREN_IN_PROCES = 21
RUST = 3
"""Seconds that files must lie still; of what changed just now lpi keeps no cache."""


class Meting(NamedTuple):
    """One run of one process."""

    seconden: float
    piek: float
    """Most memory at one moment, in MB."""


class Opdracht(NamedTuple):
    """A process to measure, with the extra environment it needs."""

    naam: str
    argv: Sequence[str]
    omgeving: Mapping[str, str]


class Proef(NamedTuple):
    """A command, what it is compared with, and the ratio that it may have at most."""

    opdracht: Opdracht
    referentie: Opdracht
    grens: float | None = None


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


def vergelijk(proeven: Sequence[Proef], rondes: int) -> None:
    """Measure all trials in turn, after a warm-up, and print them as a Markdown table."""
    for proef in proeven:
        meet(proef.referentie)
        meet(proef.opdracht)
    paren: list[list[tuple[Meting, Meting]]] = [[] for _ in proeven]
    for _ in range(rondes):
        for eigen, proef in zip(paren, proeven, strict=True):
            eigen.append((meet(proef.referentie), meet(proef.opdracht)))

    print("| opdracht | tijd | geheugen | verhouding | ten hoogste | tot |")
    print("|---|--:|--:|--:|--:|---|")
    for proef, metingen in zip(proeven, paren, strict=True):
        tijd = median(meting.seconden for _, meting in metingen)
        piek = max(meting.piek for _, meting in metingen)
        verhouding = median(meting.seconden / referentie.seconden for referentie, meting in metingen)
        grens = "" if proef.grens is None else f"{proef.grens:.2f}"
        print(
            f"| `{proef.opdracht.naam}` | {tijd * 1000:.0f} ms | {piek:.0f} MB"
            f" | {verhouding:.2f} | {grens} | `{proef.referentie.naam}` |"
        )


def starten(lpi: Path, map_: Path) -> list[Proef]:
    """The trials on the bundled catalogue; ``map_`` is for the database of a reference."""
    python = str(lpi.with_name("python"))
    kaal = Opdracht("python -c pass", [python, "-c", "pass"], {})
    typer = Opdracht("Typer, één regel", [python, str(HIER / "kaal_typer.py"), "zeg", "ada"], {})
    rich = Opdracht("Typer, tabel met rich", [python, str(HIER / "kaal_tabel.py"), "zeg", "ada"], {})
    database = Opdracht(
        "sqlite-utils query … --table",
        [str(lpi.with_name("sqlite-utils")), "query", maak_database(lpi, map_), QUERY, "--table"],
        {},
    )

    def eigen(*argumenten: str) -> Opdracht:
        return Opdracht(f"lpi {' '.join(argumenten)}", [str(lpi), *argumenten], {})

    aanvullen = {"_LPI_COMPLETE": "complete_bash", "COMP_WORDS": "lpi toon bam", "COMP_CWORD": "2"}
    return [
        Proef(kaal, kaal),
        Proef(typer, kaal),
        Proef(rich, kaal),
        Proef(database, kaal),
        Proef(eigen("--version"), typer),
        Proef(eigen("zoek", "--leeftijd", "12-18"), database, 0.75),
        Proef(eigen("zoek", "--leeftijd", "12-18", "--formaat", "json"), typer, 1.3),
        Proef(eigen("lijst"), database),
        Proef(eigen("toon", "bamboo"), database),
        Proef(eigen("kosten", "--deelnemers", "40"), database),
        Proef(eigen("kies", "--leeftijd", "jongeren", "--doel", "veerkracht", "--vorm", "groep"), database),
        Proef(Opdracht("lpi toon bam<Tab>", [str(lpi)], aanvullen), typer),
    ]


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
    code = "from lpi_cli.catalogus.gereed import gebundelde_map as m; print(m())"
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


def schaal(lpi: Path, map_: Path, aantallen: Sequence[int], rondes: int) -> None:
    """Own catalogues of growing size: first without a cache, then from it; and the core alone."""
    zoek = ["zoek", "--leeftijd", "12-18"]
    gebundeld = Opdracht("lpi zoek (gebundeld)", [str(lpi), *zoek], {})
    proeven = []
    print("\n| eigen catalogus, zonder cache | tijd | geheugen |\n|---|--:|--:|")
    for aantal in aantallen:
        eigen = maak_catalogus(lpi, map_ / str(aantal), aantal)
        time.sleep(RUST)
        opdracht = Opdracht(
            f"lpi zoek ({aantal} eigen)",
            [str(lpi), *zoek, "--catalogus", str(eigen)],
            {"XDG_CACHE_HOME": str(map_ / "cache")},
        )
        koud = meet(opdracht)
        print(f"| {aantal} | {koud.seconden:.2f} s | {koud.piek:.0f} MB |", flush=True)
        proeven.append(Proef(opdracht, gebundeld, 2.0 if aantal == 1000 else None))
    print()
    vergelijk(proeven, rondes)


IN_PROCES = """
import gc, json, sys, time
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
    zoek(catalogus, json.loads(sys.argv[3]))
    tijden.append(time.perf_counter() - begin)
print(sorted(tijden)[len(tijden) // 2])
"""
"""``kern.zoek`` over so many interventions in one process: prints the median in seconds."""

VRAGEN: Sequence[Mapping[str, Sequence[str]]] = (
    {"leeftijd": ["12-18"]},
    {"leeftijd": ["12-18"], "vorm": ["groep"], "taal": ["uk"]},
)


def kern_in_proces(lpi: Path, aantallen: Sequence[int]) -> None:
    print("\n| `kern.zoek` in één proces | vraag | tijd |\n|--:|---|--:|")
    for aantal in aantallen:
        for vraag in VRAGEN:
            argv = [
                lpi.with_name("python"),
                "-c",
                IN_PROCES,
                str(aantal),
                str(KEREN_IN_PROCES),
                json.dumps(vraag),
            ]
            uit = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
            print(f"| {aantal} | {' + '.join(vraag)} | {float(uit) * 1000:.1f} ms |", flush=True)


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
        "--aantallen", type=int, nargs="+", default=[100, 1000, 10_000], help="hoe groot die zijn"
    )
    keuze = vraag.parse_args()

    print(f"{os.cpu_count()} kernen, Python {platform.python_version()}, {keuze.rondes} rondes\n")
    with tempfile.TemporaryDirectory() as tijdelijk:
        vergelijk(starten(keuze.lpi, Path(tijdelijk)), keuze.rondes)
        kern_in_proces(keuze.lpi, keuze.aantallen)
        if keuze.schaal:
            schaal(keuze.lpi, Path(tijdelijk), keuze.aantallen, keuze.rondes)


if __name__ == "__main__":
    main()
