"""Characters that one cannot see, and signs that are lpi's own: what a file may have, and what is shown of it."""

import base64
import io
import json
import re
import sys
import unicodedata
import zipfile
import zlib
from pathlib import Path

import pytest
from rich.cells import cell_len

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.controle import controleer_map
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.gereed import Gereed, schrijf
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.woorden import ALLES_ZICHTBAAR, GEVAARLIJK, ONZICHTBAAR
from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml
from lpi_cli.weergave.beeld import (
    Alinea,
    Beeld,
    Kop,
    Punten,
    Scherm,
    Staaf,
    Staven,
    Tabel,
    Tabelkolom,
    Velden,
)
from lpi_cli.weergave.feiten import RUIT, STER
from lpi_cli.weergave.formaat import EXTENSIES, formaat
from lpi_cli.weergave.tekst import schoon
from lpi_cli.weergave.web import webpagina
from tests.conftest import CHECKOUT, VANDAAG, Lpi
from tests.test_eigen_catalogus import BRON, eigen_interventie, schrijf_catalogus
from tests.test_fuzz import met_tekst
from tests.test_veilig import beeld_van

GEEN_PLEK = (
    "\xad",
    "\u061c",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u2060",
    "\u3164",
    "\ufe0f",
    "\ufeff",
    "\U000e0100",
)
"""Of no use in a Dutch word, though one copies them without knowing: soft hyphen, joiners, marks of direction."""
STURING = (
    "\x1b",
    "\x85",
    "\u2028",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\U000e0001",
    "\U000e0041",
    "\U000e007f",
    "\ufffe",
)
"""Turns text around, hides text, or steers a screen."""
BIJ_SCHRIFT = (
    "می\u200cخواهم",
    "پناه\u200cجو",
    "क्\u200dष",
    "ක්\u200dෂ",
    "ᠠ\u180b",
    "👩\u200d👧",
    "❤\ufe0f\u200d🔥",
)
"""Words that are other words, or no words, without what one cannot see in them."""


def _lees(tmp_path: Path, teken: str, *, ontsnapt: bool) -> Document | Fout:
    """A file with a character in a value on line 2, as it is or written as an escape."""
    bestand = tmp_path / "x.yaml"
    geschreven = f"\\U{ord(teken):08x}" if ontsnapt else teken
    bestand.write_text(f'a: 1\nnaam: "Praat{geschreven}groep{geschreven}"\n')
    return lees_yaml(bestand)


@pytest.mark.parametrize("teken", STURING)
@pytest.mark.parametrize("ontsnapt", [False, True])
def test_wat_tekst_stuurt_of_verbergt_wordt_geweigerd(tmp_path: Path, teken: str, ontsnapt: bool) -> None:
    fout = _lees(tmp_path, teken, ontsnapt=ontsnapt)
    assert isinstance(fout, Fout)
    assert (fout.regel, fout.melding) == (
        2,
        f"bevat een onzichtbaar teken (U+{ord(teken):04X}); haal het weg",
    )


@pytest.mark.parametrize("teken", GEEN_PLEK)
@pytest.mark.parametrize("ontsnapt", [False, True])
def test_wat_nergens_voor_dient_doet_niet_mee_en_houdt_niets_tegen(
    tmp_path: Path, teken: str, ontsnapt: bool
) -> None:
    document = _lees(tmp_path, teken, ontsnapt=ontsnapt)
    assert isinstance(document, Document)
    assert document.gegevens == {"a": 1, "naam": "Praatgroep"}
    melding = f"een onzichtbaar teken (U+{ord(teken):04X}) doet niet mee"
    assert document.let_op == [Fout(tmp_path / "x.yaml", 2, "naam", melding)]


@pytest.mark.parametrize("woord", BIJ_SCHRIFT)
def test_wat_bij_het_schrift_hoort_blijft(tmp_path: Path, woord: str) -> None:
    bestand = tmp_path / "x.yaml"
    bestand.write_text(f"naam: Groep {woord}\n")
    document = lees_yaml(bestand)
    assert isinstance(document, Document)
    assert (document.gegevens, document.let_op) == ({"naam": f"Groep {woord}"}, [])
    for naam in ("tabel", "markdown", "html"):
        assert woord in formaat(naam).render(beeld_van(Alinea(woord)), Scherm()).decode()


def test_een_naam_met_een_zacht_streepje_wordt_gevonden(lpi: Lpi, tmp_path: Path) -> None:
    regio = schrijf_catalogus(
        tmp_path / "regio",
        {
            "interventies/praatgroep.yaml": eigen_interventie("praatgroep", naam="Praat\xadgroep"),
            "begrippen.yaml": "setting:\n  huis: {naam: buurt\xadhuis, uitleg: x}\n",
            "bronnen.yaml": "lijst: " + BRON.replace("kaart", "ka\xadart") + "\n",
        },
    )
    gevonden = lpi("zoek", "praatgroep", "--catalogus", str(regio), "--formaat", "json")
    assert (gevonden.status, gevonden.stderr) == (0, "")
    assert [een["naam"] for een in gevonden.json["treffers"]] == ["Praatgroep"]
    controle = lpi("catalogus", "controleer", str(regio))
    assert (controle.status, controle.stderr) == (0, "")
    for plek in (
        "praatgroep.yaml:3: let op: naam",
        "begrippen.yaml:2: let op: setting.huis.naam",
        "bronnen.yaml:1: let op: lijst.titel",
    ):
        assert f"{plek}: een onzichtbaar teken (U+00AD) doet niet mee\n" in controle.stdout


def test_ook_een_veldnaam_en_een_getal_doen_mee(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text("\u200bnaam: Wandelgroep\nantwoorden: {hi\xadaat: j\u200ba}\n")
    uitkomst = lpi("toets", "t.yaml", "--formaat", "json", map_=tmp_path)
    assert (uitkomst.status, uitkomst.json["naam"]) == (0, "Wandelgroep")
    assert uitkomst.stderr.splitlines() == [
        "t.yaml:1: let op: een onzichtbaar teken (U+200B) doet niet mee",
        "t.yaml:2: let op: antwoorden: een onzichtbaar teken (U+00AD) doet niet mee",
        "t.yaml:2: let op: antwoorden.hiaat: een onzichtbaar teken (U+200B) doet niet mee",
    ]


def test_een_keuze_met_een_zacht_streepje_wordt_begrepen(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "k.yaml").write_text("leeftijd: [jon\xadgeren]\ndoel: []\nvorm: []\n")
    uitkomst = lpi("rapport", "--keuze", "k.yaml", "--formaat", "json", map_=tmp_path)
    assert (uitkomst.status, uitkomst.json["antwoorden"]["leeftijd"]) == (0, ["jongeren"])
    assert "k.yaml:1: let op: leeftijd[1]: een onzichtbaar teken (U+00AD) doet niet mee" in uitkomst.stderr


def test_alles_wat_men_niet_ziet_is_bekend() -> None:
    """All format and control characters of Unicode, but those of numbers and verses that one does see."""
    zichtbaar = re.compile(
        "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]"
    )
    for teken in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.category(teken) in ("Cc", "Cf", "Cs") and teken not in "\t\n":
            assert ONZICHTBAAR.fullmatch(teken) or zichtbaar.match(teken), hex(ord(teken))
        if GEVAARLIJK.match(teken):
            assert ONZICHTBAAR.match(teken), hex(ord(teken))


def test_een_tekst_die_niet_wordt_doorzocht_heeft_niets_onzichtbaars() -> None:
    tekens = [teken for teken in map(chr, range(sys.maxunicode + 1)) if ALLES_ZICHTBAAR.fullmatch(teken)]
    assert {"a", "é", "€", "–", "★", "\n"} <= set(tekens)
    assert not ONZICHTBAAR.search("".join(tekens))
    assert {cell_len(teken) for teken in tekens if teken not in "\t\n"} == {1}, "a table counts on it"


def test_wat_eenmaal_schoon_is_blijft_zo() -> None:
    tekens = ("a", "م", "❤", *GEEN_PLEK, *STURING)
    for drie in ((een, twee, drie) for een in tekens for twee in tekens for drie in tekens):
        kaal = schoon("".join(drie))
        assert schoon(kaal) == kaal, drie


# --- the second door: where text is shown -----------------------------------------------

VIJANDIG = "x".join((*GEEN_PLEK, *STURING, "x"))
BEELD = Beeld(
    blokken=lambda: (
        Kop(VIJANDIG, 1),
        Alinea(VIJANDIG),
        Punten([VIJANDIG]),
        Velden([(VIJANDIG, [VIJANDIG, VIJANDIG])]),
        Tabel([Tabelkolom(VIJANDIG)], [[VIJANDIG]]),
        Staven(VIJANDIG, [Staaf(VIJANDIG, 1, 2, VIJANDIG)]),
    ),
    gegevens=lambda: {VIJANDIG: [VIJANDIG]},
    kolommen=[VIJANDIG],
    rijen=lambda: [[VIJANDIG]],
)


@pytest.mark.parametrize("naam", EXTENSIES)
def test_geen_formaat_toont_wat_men_niet_ziet(naam: str) -> None:
    inhoud = formaat(naam).render(BEELD, Scherm())
    if inhoud.startswith(b"PK"):
        met = zipfile.ZipFile(io.BytesIO(inhoud))
        inhoud = b"".join(met.read(deel) for deel in met.namelist() if deel.endswith(".xml"))
    assert not ONZICHTBAAR.search(inhoud.decode().replace("\r\n", "\n"))
    if naam == "json":
        assert json.loads(inhoud) == {VIJANDIG: [VIJANDIG]}, "for programs nothing is lost"


def test_de_pagina_toont_niet_wat_men_niet_ziet(catalogus: Catalogus) -> None:
    eigen = Catalogus(Gereed(schrijf(controleer_map(CHECKOUT / "catalog"))))
    eigen.__dict__["interventies"] = tuple(
        met_tekst(een, Interventie, VIJANDIG)._replace(id=een.id) for een in catalogus.interventies
    )
    gemaakt = webpagina(eigen, VANDAAG)
    pagina = gemaakt.pagina.decode()
    assert not ONZICHTBAAR.search(pagina)
    assert not ONZICHTBAAR.search(gemaakt.alles.decode())
    (verpakt,) = re.findall(r">\s*(eN[\w+/=]{1000,})\s*<", pagina)
    assert not ONZICHTBAAR.search(zlib.decompress(base64.b64decode(verpakt)).decode())


# --- lpi's own signs ----------------------------------------------------------------------


@pytest.mark.parametrize("merk", [STER, RUIT, "⭐", "♦"])
def test_een_eigen_naam_lijkt_niet_op_een_merk_van_lpi(lpi: Lpi, tmp_path: Path, merk: str) -> None:
    regio = schrijf_catalogus(
        tmp_path / "regio",
        {
            "interventies/praatgroep.yaml": eigen_interventie(
                "praatgroep", naam=f"Praat {merk}", organisatie=f"GGD {merk}"
            ),
            "bronnen.yaml": f"lijst: {BRON.replace('Sociale', merk)}\n",
            "begrippen.yaml": f"setting:\n  huis: {{naam: huis {merk}, uitleg: x}}\n",
        },
    )
    uitkomst = lpi("catalogus", "controleer", str(regio))
    for plek in (
        "praatgroep.yaml:3: naam",
        "praatgroep.yaml:6: organisatie",
        "bronnen.yaml:1: lijst.titel",
        "begrippen.yaml:2: setting.huis.naam",
    ):
        assert f"{plek}: {merk} lijkt op een teken van lpi zelf; laat het weg\n" in f"{uitkomst.stderr}\n"
    (tmp_path / "t.yaml").write_text(f"naam: Wandelgroep {merk}\nantwoorden: {{hiaat: ja}}\n")
    assert lpi("toets", "t.yaml", map_=tmp_path).stderr.startswith(f"t.yaml:1: naam: {merk} lijkt op")
    nieuw = lpi("catalogus", "nieuw", "nieuw", "--naam", f"Groep {merk}", map_=tmp_path)
    assert (nieuw.status, (tmp_path / "nieuw").exists()) == (2, False)
