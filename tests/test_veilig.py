"""Text of others stays text, and faults of the system are one line."""

import csv
import errno
import io
import os
import resource
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from lpi_cli.bestanden import oorzaak
from lpi_cli.catalogus.gereed import BESTANDSNAAM
from lpi_cli.catalogus.laden import gebundelde_map
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Punten, Scherm, Tabel, Tabelkolom, Velden
from lpi_cli.weergave.formaat import formaat
from lpi_cli.weergave.tekst import schoon
from tests.conftest import BUFFERS, Lpi

STUURTEKENS = "\x1b[31m\x1b]0;titel\x07\x9b31m\u202e\u200f\x08"
VIJANDIG = f"{STUURTEKENS}[red]rood[/] <script>alert(1)</script> [klik](javascript:alert(1)) | ![x](y) *vet*"
FORMULES = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1+1"]
BLOKKEN = [
    Kop(VIJANDIG),
    Alinea(VIJANDIG),
    Punten([VIJANDIG, "1. een", "- twee", "# drie"]),
    Velden([(VIJANDIG, [VIJANDIG])]),
    Tabel([Tabelkolom(VIJANDIG)], [[VIJANDIG]]),
]
BEELD = Beeld(
    blokken=lambda: BLOKKEN,
    gegevens=lambda: {"tekst": VIJANDIG},
    kolommen=[VIJANDIG, "=kop"],
    rijen=lambda: [[VIJANDIG, formule] for formule in FORMULES],
)


def beeld_van(*blokken: Blok) -> Beeld:
    """A result that only has something for people to read."""
    return Beeld(lambda: blokken, lambda: None, (), lambda: ())


@pytest.mark.parametrize("naam", ["tabel", "json", "csv", "markdown"])
def test_geen_formaat_laat_stuurtekens_door(naam: str) -> None:
    tekst = formaat(naam).render(BEELD, Scherm()).decode()
    for teken in ("\x1b", "\x07", "\x08", "\x9b", "\u202e", "\u200f"):
        assert teken not in tekst


def test_tabel_toont_opmaak_van_rich_als_gewone_tekst() -> None:
    assert "[red]rood[/]" in formaat("tabel").render(BEELD, Scherm(breedte=200)).decode()


def test_markdown_maakt_geen_links_html_of_lijsten_van_tekst() -> None:
    tekst = formaat("markdown").render(BEELD, Scherm()).decode()
    assert "<script>" not in tekst
    assert "\\[klik\\](javascript" in tekst
    assert "\\!\\[x" in tekst
    assert "- 1\\. een" in tekst
    assert "- \\- twee" in tekst
    assert "- \\# drie" in tekst


def test_markdown_houdt_webadressen_en_vakjes_heel() -> None:
    beeld = beeld_van(Punten(["https://a.nl/een_twee*drie"]), Punten(["doen"], afvinken=True), Alinea("a\nb"))
    tekst = formaat("markdown").render(beeld, Scherm()).decode()
    assert "- https://a.nl/een_twee" in tekst
    assert "- [ ] doen" in tekst
    assert "a<br>b" in tekst


def test_csv_en_xlsx_rekenen_geen_formules_uit(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rijen = list(csv.reader(io.StringIO(formaat("csv").render(BEELD, Scherm()).decode())))
    assert all(cel.lstrip().startswith("'") for cel in (rijen[0][1], *(rij[1] for rij in rijen[1:])))
    bestand = tmp_path / "x.xlsx"
    bestand.write_bytes(formaat("xlsx").render(BEELD, Scherm()))
    blad = load_workbook(bestand).active
    assert all(cel.data_type == "s" for rij in blad for cel in rij if cel.value is not None)
    onder_titel = list(blad.iter_rows(min_row=int(blad.freeze_panes[1:]) - 1))
    assert len(onder_titel) == 1 + len(BEELD.rijen)
    assert all(rij[1].quotePrefix for rij in onder_titel), "it stays text when someone edits the cell"


def _csv_van(*waarden: object) -> str:
    """The row of a CSV file with these values."""
    beeld = Beeld(lambda: (), lambda: None, ["kop"], lambda: [waarden])
    return formaat("csv").render(beeld, Scherm()).decode().partition("\n")[2]


def test_csv_zet_tekst_tussen_aanhalingstekens_en_getallen_niet() -> None:
    rij = _csv_van("azc", "", 'zegt "ja"', None, 12, Decimal("12.50"), Decimal(-3), True)
    assert rij == '"azc","","zegt ""ja""",,12,12.5,-3,"ja"\n'


@pytest.mark.parametrize("scheiding", ["", "x,", "x;", "x\t", "x\n", "x; ", 'x;"', "\t"])
@pytest.mark.parametrize("formule", ["=1+41", "+1+41", "-1+41", "@SUM(A1)", "＝1+41", "-A1", "+31 A1"])
def test_csv_maakt_een_formule_overal_onschadelijk(scheiding: str, formule: str) -> None:
    """Also where a cell begins for who opens the file with another separator, or without quotes."""
    (cel,) = next(csv.reader(io.StringIO(_csv_van(scheiding + formule))))
    assert cel == f"{scheiding}'{formule}"


@pytest.mark.parametrize(
    "tekst",
    [
        "+31 6 12345678",
        "+31612345678",
        "+31 (0)53-1234567",
        "-3",
        "-2,50",
        "-2.50",
        "bel +31 6 12345678; +32 3 1234567",
    ],
)
def test_csv_laat_telefoonnummers_en_negatieve_getallen_heel(tekst: str) -> None:
    assert _csv_van(tekst) == f'"{tekst}"\n'


def test_wat_overblijft_mag_in_word_en_excel_staan() -> None:
    """Both are XML, which allows only these characters: https://www.w3.org/TR/xml/#charsets"""
    for nummer in range(sys.maxunicode + 1):
        mag = (
            nummer in (0x9, 0xA, 0xD)
            or 0x20 <= nummer <= 0xD7FF
            or 0xE000 <= nummer <= 0xFFFD
            or nummer > 0xFFFF
        )
        assert mag or schoon(chr(nummer)) == "", hex(nummer)


@pytest.mark.parametrize("extensie", ["docx", "xlsx", "html", "json"])
@pytest.mark.parametrize("teken", ["\ufffe", "\uffff"])
def test_een_teken_dat_geen_teken_is_komt_in_geen_bestand(
    lpi: Lpi, tmp_path: Path, teken: str, extensie: str
) -> None:
    bestand = tmp_path / f"x.{extensie}"
    uitkomst = lpi("zoek", f"muziek{teken}", "--uit", str(bestand))
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (0, 1)
    assert teken.encode() not in bestand.read_bytes()


def test_een_stuurteken_in_een_veldnaam_komt_niet_op_het_scherm(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text('naam: x\n"a\\e[31m": 1\n')
    uitkomst = lpi("toets", "a.yaml", map_=tmp_path)
    assert uitkomst.status == 1
    assert "\x1b" not in uitkomst.stderr
    assert "onzichtbaar teken (U+001B)" in uitkomst.stderr


@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_bestanden_van_windows_worden_gelezen(lpi: Lpi, tmp_path: Path, begin: str) -> None:
    tekst = "naam: Wandelgroep\r\nantwoorden:\r\n  hiaat: ja\r\n"
    (tmp_path / "a.yaml").write_bytes((begin + tekst).encode())
    assert lpi("toets", "a.yaml", "--formaat", "json", map_=tmp_path).json["naam"] == "Wandelgroep"


@pytest.mark.parametrize("buffer", BUFFERS.values(), ids=BUFFERS)
@pytest.mark.parametrize("opdracht", ["lijst", "--help", "toon bamboo --formaat json"])
def test_een_volle_schijf_is_een_regel(opdracht: str, buffer: str) -> None:
    klaar = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m lpi_cli {opdracht} > /dev/full"],
        env={**os.environ, "PYTHONUNBUFFERED": buffer},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (klaar.returncode, klaar.stderr) == (1, "Fout: schrijven lukt niet: de schijf is vol.\n")


@pytest.mark.parametrize("buffer", BUFFERS.values(), ids=BUFFERS)
@pytest.mark.parametrize("opdracht", [("lijst",), ("--help",)], ids=" ".join)
def test_een_antwoord_dat_maar_voor_een_deel_past_is_een_regel(
    tmp_path: Path, opdracht: tuple[str, ...], buffer: str
) -> None:
    """The file may not grow past 100 bytes: the first write succeeds, but takes no more than that."""
    with (tmp_path / "uit.txt").open("wb") as uit:
        klaar = subprocess.run(
            [sys.executable, "-m", "lpi_cli", *opdracht],
            env={**os.environ, "PYTHONUNBUFFERED": buffer, "XDG_CACHE_HOME": "/proc/lpi"},
            stdout=uit,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
            check=False,
        )
    assert (tmp_path / "uit.txt").stat().st_size == 100
    assert (klaar.returncode, len(klaar.stderr.splitlines())) == (1, 1)
    assert klaar.stderr.startswith("Fout: schrijven lukt niet: ")


def test_halve_tekens_in_een_zoekwoord_geven_geen_traceback(lpi: Lpi) -> None:
    for formaat_ in ("tabel", "json", "csv", "markdown"):
        uitkomst = lpi("zoek", os.fsdecode(b"muziek\xff"), "--formaat", formaat_)
        assert (uitkomst.status, "Traceback" in uitkomst.stderr) == (0, False)


@pytest.mark.parametrize("tekst", ["!!!", "مرحبا"])
def test_zoeken_zonder_letters_vindt_niet_alles(lpi: Lpi, tekst: str) -> None:
    uitkomst = lpi("zoek", tekst)
    assert (uitkomst.status, uitkomst.stdout) == (2, "")


@pytest.mark.skipif(
    (gebundelde_map() / BESTANDSNAAM).exists(), reason="een geïnstalleerd pakket heeft geen cache nodig"
)
@pytest.mark.parametrize("schade", ["leeg", "regel", "kop", "delen", "diep"])
def test_een_kapotte_cache_wordt_opnieuw_gemaakt(lpi: Lpi, tmp_path: Path, schade: str) -> None:
    omgeving = {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    goed = lpi("lijst", **omgeving).stdout
    (cache,) = (tmp_path / "lpi").iterdir()
    regels = cache.read_bytes().splitlines(keepends=True)
    kapot = {
        "leeg": b"",
        "regel": b"".join([*regels[:-1], b"{}\n"]),
        "kop": b"{}\n" + b"".join(regels[1:]),
        "delen": b"".join(regels).replace(b'"begrippen"', b'"begripqen"', 1),
        "diep": b"[" * 200_000,
    }
    cache.write_bytes(kapot[schade])
    assert lpi("lijst", **omgeving).stdout == goed
    assert cache.read_bytes() == b"".join(regels)


def test_zonder_schrijfbare_thuismap_werkt_alles(lpi: Lpi) -> None:
    assert lpi("lijst", XDG_CACHE_HOME="/proc/lpi", HOME="/proc/lpi").status == 0


def test_bewaren_in_een_map_die_er_niet_is_faalt_voor_het_werk(lpi: Lpi, tmp_path: Path) -> None:
    for opdracht in (
        ("lijst", "--uit", "weg/x.csv"),
        ("kies", "--opslaan", "weg/k.yaml"),
        ("toets", "--opslaan", "weg/t.yaml"),
    ):
        uitkomst = lpi(*opdracht, map_=tmp_path)
        assert (uitkomst.status, uitkomst.stdout) == (1, "")
        assert "de map weg bestaat niet" in uitkomst.stderr


LANG = "x" * 300


@pytest.mark.parametrize(
    ("opdracht", "status", "zegt"),
    [
        (("toets", LANG), 2, f"Fout: Ik ken geen interventie '{LANG}'."),
        (("toets", f"{LANG}.yaml"), 1, f"{LANG}.yaml: kan niet worden gelezen: de naam is te lang"),
        (("catalogus", "controleer", LANG), 1, f"Fout: {LANG} kan niet worden gebruikt: de naam is te lang."),
        (
            ("lijst", "--uit", f"{LANG}.md"),
            1,
            f"Fout: {LANG}.md kan niet worden bewaard: de naam is te lang.",
        ),
        (("kies", "--opslaan", LANG), 1, f"Fout: {LANG} kan niet worden bewaard: de naam is te lang."),
        (("web", "--uit", LANG), 1, f"Fout: de map {LANG} kan niet worden gemaakt: de naam is te lang."),
    ],
)
def test_een_te_lange_naam_zegt_of_lezen_of_bewaren_niet_lukt(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...], status: int, zegt: str
) -> None:
    uitkomst = lpi(*opdracht, map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout, len(uitkomst.stderr.splitlines())) == (status, "", 1)
    assert uitkomst.stderr.startswith(zegt)


WAT_BESTANDEN_GEVEN = """
EACCES EAGAIN EBADF EBUSY EDEADLK EDQUOT EEXIST EFBIG EILSEQ EINTR EINVAL EIO EISDIR ELOOP EMFILE EMLINK ENAMETOOLONG
ENFILE ENODEV ENOENT ENOLCK ENOMEM ENOSPC ENOSYS ENOTDIR ENOTEMPTY ENOTTY ENXIO EOPNOTSUPP ENOTSUP EOVERFLOW EPERM
EPIPE EROFS ESPIPE ESTALE ETIMEDOUT ETXTBSY EXDEV
"""
"""The errors that manual pages name for opening, reading, writing, naming, linking, locking and removing."""


@pytest.mark.parametrize("naam", WAT_BESTANDEN_GEVEN.split())
def test_elke_gewone_reden_van_het_systeem_is_nederlands(naam: str) -> None:
    reden = oorzaak(OSError(getattr(errno, naam), "in English"))
    assert naam not in reden
    assert "English" not in reden


def test_een_bestand_dat_in_excel_open_staat_is_in_gebruik() -> None:
    fout = PermissionError(errno.EACCES, "Permission denied")
    fout.winerror = 32  # type: ignore[attr-defined]
    assert oorzaak(fout) == "is nu in gebruik"


def test_een_zeldzame_reden_heet_naar_zijn_code() -> None:
    assert oorzaak(OSError(errno.EPROTO, "Protocol error")) == "het systeem geeft fout EPROTO"
    assert oorzaak(OSError("no number at all")) == "het systeem geeft fout zonder naam"


@pytest.mark.parametrize(
    ("opdracht", "status", "zegt"),
    [
        (("toets", "./kring"), 1, "kring: kan niet worden gelezen: de verwijzing wijst in een kring"),
        (("rapport", "--keuze", "kring"), 1, "kring: kan niet worden gelezen: de verwijzing wijst in een kring"),
        (("lijst", "--catalogus", "kring"), 1, "Fout: kring kan niet worden gelezen: de verwijzing wijst in een kring."),
        (("web", "--uit", "kring"), 1, "Fout: de map kring kan niet worden gemaakt: er staat al iets met die naam."),
        (("catalogus", "nieuw", "kring", "--naam", "x"), 1, "Fout: In kring kan niet worden geschreven: er staat al iets met die naam."),
        (("lijst", "--uit", "map.csv"), 2, "Fout: map.csv is een map; geef de naam van een bestand."),
        (("toets", "map.csv/x.yaml"), 1, "map.csv/x.yaml: kan niet worden gelezen: bestaat niet"),
    ],
)  # fmt: skip
def test_wat_met_een_pad_niet_kan_is_een_nederlandse_regel(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...], status: int, zegt: str
) -> None:
    (tmp_path / "kring").symlink_to("kring")
    (tmp_path / "map.csv").mkdir()
    uitkomst = lpi(*opdracht, map_=tmp_path)
    assert (uitkomst.status, uitkomst.stdout, uitkomst.stderr) == (status, "", f"{zegt}\n")


@pytest.mark.parametrize(
    "opdracht",
    [
        ("toets", "{}.yaml"),
        ("lijst", "--uit", "{}.csv"),
        ("lijst", "--uit", "weg/{}.csv"),
        ("kies", "--leeftijd", "12-18", "--opslaan", "{}.yaml"),
        ("web", "--uit", "{}"),
        ("lijst", "--catalogus", "{}"),
        ("lijst", "--catalogus", "regio{}"),
        ("toon", "praatgroep", "--catalogus", "regio{}"),
        ("kies", "--leeftijd", "12-18", "--catalogus", "regio{}"),
        ("rapport", "--interventie", "praatgroep", "--catalogus", "regio{}"),
        ("catalogus", "controleer", "regio{}"),
        ("catalogus", "bronnen", "--catalogus", "regio{}"),
        ("catalogus", "nieuw", "nieuw{}", "--naam", "x"),
        ("zoek", "--taal", "{}"),
        ("{}",),
    ],
    ids=" ".join,
)
def test_een_naam_met_een_regeleinde_maakt_geen_regel(
    lpi: Lpi, tmp_path: Path, opdracht: tuple[str, ...]
) -> None:
    vals = "\nFout: alles is kwijt"
    lpi("catalogus", "nieuw", f"regio{vals}", "--naam", "Praatgroep", map_=tmp_path)
    (tmp_path / f"regio{vals}" / "interventies" / f"b{vals}.yaml").write_text(
        "'a\nFout: alles is kwijt': 1\n"
    )
    (tmp_path / f"regio{vals}" / "interventies" / "c.yaml").write_text('"a\\nFout: alles is kwijt": 1\n')
    uitkomst = lpi(*(deel.replace("{}", vals) for deel in opdracht), map_=tmp_path, COLUMNS="500")
    regels = [*uitkomst.stdout.splitlines(), *uitkomst.stderr.splitlines()]
    assert any("alles is kwijt" in regel for regel in regels), "the name is told"
    assert [regel for regel in regels if regel.startswith("Fout: alles")] == []


def test_de_langste_naam_die_de_schijf_toelaat_kan(lpi: Lpi, tmp_path: Path) -> None:
    naam = "x" * (os.pathconf(tmp_path, "PC_NAME_MAX") - len(".csv")) + ".csv"
    assert lpi("lijst", "--uit", naam, map_=tmp_path).status == 0
    assert [bestand.name for bestand in tmp_path.iterdir()] == [naam]


def test_een_onderdeel_dat_bij_lpi_zelf_hoort_wordt_zelf_genoemd(tmp_path: Path) -> None:
    """There is no extra for HTML, as there is for Word and Excel."""
    code = "import sys; sys.modules['jinja2'] = None; from lpi_cli.cli import main; main()"
    klaar = subprocess.run(
        [sys.executable, "-c", code, "lijst", "--uit", "x.html"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (klaar.returncode, len(klaar.stderr.splitlines())) == (2, 1)
    opdracht = f"{sys.executable} -m pip install jinja2"
    assert klaar.stderr.endswith(f"er ontbreekt een onderdeel. Installeer het met: {opdracht}\n")


@pytest.mark.parametrize(
    ("module", "opdracht"),
    [
        ("openpyxl", "lijst --uit x.xlsx"),
        ("openpyxl", "plan --sjabloon --opslaan x.xlsx"),
        ("openpyxl", "plan nep.xlsx"),
        ("openpyxl", "catalogus sjabloon --uit x.xlsx"),
        ("openpyxl", "catalogus lees nep.xlsx regio"),
        ("openpyxl", "catalogus exporteer --als blad --uit x.xlsx"),
        ("docx", "lijst --uit x.docx"),
        ("docx", "plan --groep 18+:20 --aanvragen brieven"),
    ],
)
def test_wat_een_extra_nodig_heeft_zegt_hoe_men_het_installeert(
    tmp_path: Path, module: str, opdracht: str
) -> None:
    """Whatever command needs it; and for the Python in which lpi runs, also when that is not switched on."""
    Workbook().save(tmp_path / "nep.xlsx")
    code = f"import sys; sys.modules['{module}'] = None; from lpi_cli.cli import main; main()"
    klaar = subprocess.run(
        [sys.executable, "-c", code, *opdracht.split()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (klaar.returncode, len(klaar.stderr.splitlines())) == (2, 1), klaar.stderr
    extra = "xlsx" if module == "openpyxl" else module
    assert klaar.stderr.endswith(f'Installeer het met: {sys.executable} -m pip install "lpi-cli[{extra}]"\n')
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize(
    "opdracht",
    [
        "zoek --leeftijd 18+ --opslaan vraag.xlsx",
        "kies --opslaan vraag.json",
        "plan --groep 18+:20 --opslaan plan.xlsx",
        "plan --sjabloon --opslaan plan.docx",
        "toets less-stress --opslaan toets.docx",
        "toets --sjabloon --opslaan toets.CSV",
    ],
)
def test_een_naam_die_iets_anders_belooft_krijgt_geen_yaml(lpi: Lpi, tmp_path: Path, opdracht: str) -> None:
    """Excel would not open it, and neither would lpi itself."""
    uitkomst = lpi(*opdracht.split(), map_=tmp_path)
    assert (uitkomst.status, list(tmp_path.iterdir())) == (2, [])
    assert "kan niet: hier komt YAML in; laat de naam eindigen op .yaml." in uitkomst.stderr


def test_een_plan_in_excel_blijft_in_excel(lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("plan", "--sjabloon", "--opslaan", "plan.xlsx", map_=tmp_path).status == 0
    offerte = ("plan", "plan.xlsx", "--offerte", "mindfit=4000/groep", "--opslaan")
    assert lpi(*offerte, "nieuw.yaml", map_=tmp_path).status == 2
    assert lpi(*offerte, "nieuw.xlsx", map_=tmp_path).status == 0
    assert sorted(een.name for een in tmp_path.iterdir()) == ["nieuw.xlsx", "plan.xlsx"]


def test_sjabloon_en_antwoorden_worden_bewaard_waar_gevraagd(lpi: Lpi, tmp_path: Path) -> None:
    assert lpi("toets", "--sjabloon", "--opslaan", "leeg.yaml", map_=tmp_path).status == 0
    assert lpi("toets", "less-stress", "--opslaan", "vol.yaml", map_=tmp_path).status == 0
    assert lpi("toets", "vol.yaml", "--opslaan", "kopie.yaml", map_=tmp_path).status == 0
    assert (tmp_path / "kopie.yaml").read_text().startswith("# Kwaliteitstoets")
    assert lpi("toets", "--sjabloon", "--formaat", "json", map_=tmp_path).status == 2


def test_de_prijs_hoort_bij_de_variant_die_past(lpi: Lpi) -> None:
    jongeren = lpi("kies", "--leeftijd", "17").stdout
    assert "12.000" not in jongeren
    assert "€ 12.000 per groep" in lpi("kies", "--leeftijd", "volwassenen").stdout


def test_een_hele_catalogus_met_een_vreemd_bestand_noemt_alles(lpi: Lpi, hele: Path) -> None:
    (hele / "interventies" / "raar.yaml").write_bytes(b"\xff\xfe")
    uitkomst = lpi("catalogus", "controleer", str(hele))
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (1, 1)
    assert "39 interventies goed, 1 fout" in uitkomst.stdout
