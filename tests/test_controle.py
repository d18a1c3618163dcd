"""Files of unknown origin: every fault in one clear line, never an exception."""

import os
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from lpi_cli.catalogus.controle import _MELDINGEN, controleer_een, controleer_map, valideer
from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model import (
    Bedragbereik,
    Begrippen,
    Duur,
    Interventie,
    Leeftijd,
    Regio,
    Variant,
)
from lpi_cli.catalogus.model_eigen import Aanvulling
from lpi_cli.catalogus.toetsbestand import lees_toets
from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml
from tests.conftest import CHECKOUT, Lpi

MAP = CHECKOUT / "catalog"


def _fout(tmp_path: Path, inhoud: bytes) -> Fout:
    bestand = tmp_path / "test.yaml"
    bestand.write_bytes(inhoud)
    uitkomst = lees_yaml(bestand)
    assert isinstance(uitkomst, Fout)
    return uitkomst


@pytest.mark.parametrize(
    ("inhoud", "regel", "melding"),
    [
        (b"id: a\nid: b\n", 2, "staat er twee keer"),
        (b"a: &x 1\n", 1, "verwijzingen met & en *"),
        (b"a: 1\nb: *x\n", 2, "verwijzingen met & en *"),
        (b"a: !!python/object:os.system x\n", 1, "een type met ! mag niet"),
        (b"a:\n\tb: 1\n", 2, "tab"),
        (b"a: 1\n\tb: 2\n", 2, "tab"),
        (b"a: @x\n", 1, "geen geldige YAML"),
        (b"a: [1, 2\n", 2, "geen geldige YAML"),
        (b"a: \x1b[31m\n", 1, "onzichtbaar teken (U+001B)"),
        (b'naam: "F\\uFFFEF"\n', 1, "onzichtbaar teken (U+FFFE)"),
        ("a: 1\nnaam: F\uffff\n".encode(), 2, "onzichtbaar teken (U+FFFF)"),
        (b"a: 1\nb: \xff\n", 2, "UTF-8"),
        (b"a: 1\n---\nb: 1\n", 2, "document per bestand"),
        (b"? [a]\n: 1\n", 1, "moet tekst zijn"),
        (b"a:\n  {van: 2500,50, tot: 2500,50}\n", 2, "een punt, niet met een komma: 2500.50"),
        (b"a: {van: 2.500,50}\n", 1, "een punt, niet met een komma: 2500.50"),
        (b"a: " + b"[" * 21 + b"]" * 21, 1, "te veel niveaus"),
        (b"a: " + b"[" * 1000 + b"]" * 1000, 1, "te veel niveaus"),
        (b"a:\n" + b"- " * 1000 + b"x\n", 2, "te veel niveaus"),
        (b"x" * 5_000_001, 1, "te groot"),
    ],
)
def test_gevaarlijke_of_kapotte_yaml_is_een_regel(
    tmp_path: Path, inhoud: bytes, regel: int, melding: str
) -> None:
    fout = _fout(tmp_path, inhoud)
    assert melding in fout.melding
    assert fout.regel == regel
    assert "\n" not in str(fout)


def test_van_een_bestand_worden_niet_meer_fouten_genoemd_dan_men_leest(lpi: Lpi, tmp_path: Path) -> None:
    """The first of each file, by line; how many more there are; and that others have faults too."""
    for naam, aantal in (("a", 60), ("b", 50)):
        kleuren = "".join(f"kleur{nr}: rood\n" for nr in range(aantal - 1))
        (tmp_path / f"{naam}.yaml").write_text(f"antwoorden: {{}}\n{kleuren}")
    regels = lpi("toets", "a.yaml", "b.yaml", map_=tmp_path).stderr.splitlines()
    assert len(regels) == 50 + 1 + 50
    assert regels[0] == "a.yaml:1: naam: ontbreekt; vul dit veld in"
    assert regels[49:51] == [
        "a.yaml:50: kleur48: is geen bekend veld",
        "a.yaml: en nog 10; verbeter eerst wat hierboven staat",
    ]
    assert regels[-1] == "b.yaml:50: kleur48: is geen bekend veld"


def test_alleen_bij_de_eerste_fouten_staat_wat_men_bedoelde(tmp_path: Path) -> None:
    woorden = {"taal": {"ar": {"naam": "Arabisch", "ook": []}}, "interventie": {"mindfit": {}}}
    document = Document(tmp_path / "x.yaml", {"vult_aan": "mindfit", "talen": ["arabiesch"] * 12}, {})
    meldingen = [fout.melding for fout in valideer(document, Aanvulling, woorden)[1]]
    kort = "'arabiesch' is geen bekend woord"
    lang = f"{kort}; bedoelt u ar (Arabisch)? Een nieuw woord zet u in begrippen.yaml"
    assert meldingen == [lang] * 10 + [kort] * 2


@pytest.mark.parametrize("bron", ["null", "3", "[null]", "[[gids-2025]]", "{a: b}", "[{a: b}]"])
def test_een_bron_die_geen_naam_is_wordt_eenmaal_gemeld(tmp_path: Path, bron: str) -> None:
    bestand = tmp_path / "mosaic.yaml"
    bestand.write_text((MAP / "interventies" / "mosaic.yaml").read_text() + f"bron_van: {{tolk: {bron}}}\n")
    fouten: list[Fout] = []
    controleer_een(bestand, Interventie, controleer_map(MAP).codes, fouten)
    assert [fout.veld.split("[")[0] for fout in fouten] == ["bron_van.tolk"]


def test_een_lange_waarde_wordt_niet_heel_herhaald(tmp_path: Path) -> None:
    lang = "x" * 400
    (tmp_path / "t.yaml").write_text(f"naam: x\nantwoorden: {{hiaat: {lang}}}\n")
    with pytest.raises(CatalogusFout, match=f"'{'x' * 80}…' kan niet; kies uit"):
        lees_toets(tmp_path / "t.yaml", [])


def test_een_bestand_dat_er_niet_is_is_een_regel(tmp_path: Path) -> None:
    fout = lees_yaml(tmp_path / "weg.yaml")
    assert isinstance(fout, Fout)
    assert "bestaat niet" in fout.melding


def test_een_pijp_of_apparaat_wordt_niet_gelezen(lpi: Lpi, tmp_path: Path, hele: Path) -> None:
    os.mkfifo(hele / "uitleg" / "pijp.yaml")
    (hele / "interventies" / "nul.yaml").symlink_to("/dev/zero")
    uitkomst = lpi("catalogus", "controleer", "hele", map_=tmp_path)
    assert uitkomst.status == 1
    fouten = [regel for regel in uitkomst.stderr.splitlines() if regel]
    assert len(fouten) == 2
    assert fouten[0].startswith("hele/interventies/nul.yaml:1: is geen gewoon bestand; ")
    assert fouten[1].startswith("hele/uitleg/pijp.yaml:1: is geen gewoon bestand; ")


@pytest.mark.parametrize(
    "verwijzing", ["begrippen.yaml", "keuzehulp.yaml", "interventies/mosaic.yaml", "interventies", "uitleg"]
)
def test_ook_in_de_meegeleverde_catalogus_wordt_geen_verwijzing_gevolgd(
    lpi: Lpi, tmp_path: Path, hele: Path, verwijzing: str
) -> None:
    """Though what it names is just what should be there."""
    plek = hele / verwijzing
    plek.rename(tmp_path / "elders")
    plek.symlink_to(tmp_path / "elders")
    uitkomst = lpi("catalogus", "controleer", "hele", map_=tmp_path)
    assert uitkomst.status == 1
    assert f"hele/{verwijzing}:1: is geen gewoon bestand" in uitkomst.stderr


def test_een_map_is_nooit_de_meegeleverde_om_wat_erin_staat(lpi: Lpi, tmp_path: Path) -> None:
    """A stranger can put any file in a folder of own offer; it is checked as what it is used for."""
    lpi("catalogus", "nieuw", "regio", "--naam", "Een", map_=tmp_path)
    for bestand in MAP.glob("*.yaml"):
        if not (tmp_path / "regio" / bestand.name).exists():
            shutil.copy(bestand, tmp_path / "regio")
    (tmp_path / "regio" / "begrippen.yaml").unlink()
    een = tmp_path / "regio" / "interventies" / "een.yaml"
    een.write_text(een.read_text() + "voorselectie: true\n")
    in_gebruik = lpi("lijst", "--catalogus", "regio", map_=tmp_path).stderr.splitlines()[0]
    assert "voorselectie: de voorselectie is die van LOOP" in in_gebruik
    uitkomst = lpi("catalogus", "controleer", "regio", map_=tmp_path)
    assert (uitkomst.status, uitkomst.stderr.splitlines()) == (1, [in_gebruik])
    assert "regio/keuzehulp.yaml:1: let op: wordt niet gelezen" in uitkomst.stdout
    assert lpi("catalogus", "nieuw", "regio", "--naam", "Twee", map_=tmp_path).status == 0


def test_van_een_bestand_dat_groeit_wordt_niet_meer_gelezen_dan_mag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "test.yaml").write_bytes(b"x" * 10)
    monkeypatch.setattr("lpi_cli.catalogus.yaml_lezer.GROOTSTE_BESTAND", 4)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("reads the file whole"))
    fout = lees_yaml(tmp_path / "test.yaml")
    assert isinstance(fout, Fout)
    assert "te groot" in fout.melding


GOED = (MAP / "interventies" / "mosaic.yaml").read_text()


def _fouten(tmp_path: Path, tekst: str, naam: str = "mosaic.yaml") -> list[str]:
    bestand = tmp_path / naam
    bestand.write_text(tekst)
    fouten: list[Fout] = []
    gecontroleerd = controleer_map(MAP)
    controleer_een(bestand, Interventie, gecontroleerd.codes, fouten)
    return [f"{fout.veld}: {fout.melding}" for fout in fouten]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("id: mosaic", "id: Mosaic!", "id: 'Mosaic!' is geen code"),
        ("id: mosaic", "id: mozaiek", "id: moet gelijk zijn aan de bestandsnaam, 'mosaic'"),
        ("naam: Mosaic", "namm: Mosaic", "namm: is geen bekend veld; bedoelt u 'naam'?"),
        ("naam: Mosaic", "namm: Mosaic", "naam: ontbreekt; vul dit veld in"),
        (
            "vorm: [groep]",
            "vorm: [samen]",
            "varianten[1].vorm[1]: 'samen' kan niet; kies uit 'individueel', 'groep'",
        ),
        (
            "vorm: [groep]",
            "vorm: groep, individueel",
            "varianten[1].vorm: schrijf het zo: vorm: [groep, individueel]",
        ),
        ("aantal: 6", "aantal: zes", "varianten[1].bijeenkomsten.aantal: moet een heel getal zijn"),
        ("bron: gids-2025", "bron: internet", "varianten[1].bron: 'internet' is geen bekend woord"),
        ("bron: gids-2025", "bron: internet", "Een nieuwe bron zet u in bronnen.yaml"),
        (
            "[groep]",
            "[groep]\n    talen: [Nederlands]",
            "talen[1]: 'Nederlands' is geen bekend woord; bedoelt u nl (Nederlands)?",
        ),
        ("[groep]", "[groep]\n    talen: [perzisch]", "bedoelt u fa (Farsi)?"),
        (
            "[groep]",
            "[groep]\n    talen: [Pools]",
            "uk (Oekraïens), ur (Urdu). Een nieuw woord zet u in begrippen.yaml",
        ),
        ("[groep]", "[1]", "varianten[1].vorm[1]: 1 kan niet; kies uit 'individueel', 'groep'"),
        ("[groep]", "[2.50]", "varianten[1].vorm[1]: 2.50 kan niet"),
        ("[groep]", "[true]", "varianten[1].vorm[1]: true kan niet"),
        ("[groep]", "[[]]", "varianten[1].vorm[1]: een lijst kan niet"),
        ("bron: gids-2025", "bron: keuzehulp", "varianten[1].bron: 'keuzehulp' staat niet onder bronnen"),
        (
            "{van: 2, tot: 2}",
            "{van: 3, tot: 2}",
            "varianten[1].bijeenkomsten.duur_uren: van (3) is hoger dan tot (2)",
        ),
        (
            "{van: 11286, tot: 11286}",
            "{van: 11286.555, tot: 11287}",
            "kosten[1].bedrag.van: ten hoogste twee",
        ),
        (
            "{van: 11286, tot: 11286}",
            "{van: 11.286, tot: 11.286}",
            "kosten[1].bedrag.van: 11.286: een punt scheidt hier euro's en centen; bedoelt u 11286?",
        ),
        (
            "{van: 11286, tot: 11286}",
            "11286 euro",
            "kosten[1].bedrag: schrijf het zo: bedrag: {van: 11286, tot: 11286}",
        ),
        *(
            (
                "{van: 11286, tot: 11286}",
                getypt,
                f"kosten[1].bedrag: schrijf het zo: bedrag: {{van: {bedoeld}, tot: {bedoeld}}}",
            )
            for getypt, bedoeld in {
                "€ 1.250,-": "1250",
                '"1 250"': "1250",
                '"1250,50"': "1250.50",
                "€ 10.000,5": "10000.5",
                "12.50 euro": "12.50",
            }.items()
        ),
        (
            "{van: 2, tot: 2}",
            "1,5 tot 2 uur",
            "varianten[1].bijeenkomsten.duur_uren: schrijf het zo: duur_uren: {van: 1.5, tot: 2}",
        ),
        ("https://runomi.org", "javascript:alert(1)//runomi.org", "is geen webadres; begin met http"),
        ("runomi@ru.nl", "runomi-ru.nl", "'runomi-ru.nl' is geen e-mailadres"),
    ],
)
def test_een_fout_in_een_veld_zegt_wat_er_wel_mag(
    tmp_path: Path, oud: str, nieuw: str, verwacht: str
) -> None:
    assert oud in GOED
    assert any(verwacht in fout for fout in _fouten(tmp_path, GOED.replace(oud, nieuw, 1)))


@pytest.mark.parametrize("tekst", ["", "# later\n", "null\n"])
def test_een_leeg_bestand_is_een_fout(tmp_path: Path, tekst: str) -> None:
    assert _fouten(tmp_path, tekst) == [": is leeg; vul het in of haal het bestand weg"]


@pytest.mark.parametrize("tekst", ["- a\n- b\n", "zomaar tekst\n"])
def test_een_bestand_zonder_velden_is_een_fout(tmp_path: Path, tekst: str) -> None:
    assert _fouten(tmp_path, tekst) == [
        ": begin elke regel met een veld en een dubbele punt, zoals naam: Praatgroep"
    ]


def test_het_goede_bestand_heeft_geen_fouten(tmp_path: Path) -> None:
    assert _fouten(tmp_path, GOED) == []


def test_fouten_tussen_velden_wachten_niet_op_fouten_in_een_veld(tmp_path: Path) -> None:
    tekst = GOED.replace("van: 18, tot", "van: 180, tot").replace("    eenheid: groep\n", "")
    tekst = tekst.replace("    antwoord: studies", "    antwoord: ja")
    assert _fouten(tmp_path, tekst) == [
        "varianten[1].leeftijd.van: mag ten hoogste 120 zijn",
        "kosten[1]: een bedrag heeft een eenheid nodig, zoals eenheid: groep",
        "kwaliteit[3].antwoord: past niet bij de vraag 'bewijs'; "
        "kies uit studies, richtlijnen, experts, geen, onbekend",
    ]


def test_een_schrijffout_bij_de_bronnen_geeft_geen_fout_bij_elk_feit(tmp_path: Path) -> None:
    tekst = GOED.replace("{bron: gids-2025, plaats", "{bron: gids-2052, plaats")
    (fout,) = _fouten(tmp_path, tekst)
    assert (
        fout
        == "bronnen[1].bron: 'gids-2052' is geen bekend woord; bedoelt u 'gids-2025'? Een nieuwe bron zet u in bronnen.yaml"
    )


def test_een_fout_in_de_begrippen_noemt_de_regel(tmp_path: Path) -> None:
    eigen = tmp_path / "catalog"
    shutil.copytree(MAP, eigen)
    begrippen = eigen / "begrippen.yaml"
    tekst = begrippen.read_text().replace("  groep: {naam: groep,", "  club: {naam: club, omvat: [kring],", 1)
    begrippen.write_text(tekst)
    regel = next(nr for nr, r in enumerate(tekst.splitlines(), 1) if r.startswith("  club:"))
    gevonden = {(fout.regel, fout.veld, fout.melding) for fout in controleer_map(eigen).fouten}
    assert (regel, "vorm.club.omvat", "'kring' is geen woord van vorm") in gevonden
    assert (regel, "vorm.club", "kent het programma niet") in gevonden
    assert any(veld == "vorm.groep" and melding == "ontbreekt" for _, veld, melding in gevonden)


@pytest.mark.parametrize(
    ("taak", "lijst"),
    {
        "tolk": "kostenonderdeel",
        "btw": "kostenonderdeel",
        "zelf-geteld": "eenheid",
    }.items(),
)
def test_een_taak_zonder_woord_is_een_fout(tmp_path: Path, taak: str, lijst: str) -> None:
    """Without the word lpi would count no interpreter, or call a language excluded that is not."""
    map_ = tmp_path / "catalog"
    shutil.copytree(MAP, map_)
    tekst = (map_ / "begrippen.yaml").read_text()
    (map_ / "begrippen.yaml").write_text(tekst.replace(f", taak: {taak}}}", "}"))
    (fout,) = controleer_map(map_).fouten
    regel = tekst.splitlines().index(f"{lijst}:") + 1
    assert str(fout) == (
        f"{map_}/begrippen.yaml:{regel}: {lijst}: geen woord heeft taak: {taak}; geef die aan een woord"
    )


def test_een_taak_van_een_andere_lijst_is_een_fout(tmp_path: Path) -> None:
    map_ = tmp_path / "catalog"
    shutil.copytree(MAP, map_)
    tekst = (map_ / "begrippen.yaml").read_text()
    tekst = tekst.replace("  nl: {naam: Nederlands,", "  nl: {taak: tolk, naam: Nederlands,")
    (map_ / "begrippen.yaml").write_text(tekst)
    (fout,) = controleer_map(map_).fouten
    assert (fout.veld, fout.melding) == ("taal.nl.taak", "'tolk' kan niet bij een woord van taal")


SOORTEN_FOUT = {
    "missing": (Variant, {}),
    "extra_forbidden": (Variant, {"naam": "x", "kleur": "rood"}),
    "string_type": (Variant, {"naam": []}),
    "int_type": (Leeftijd, {"van": "zes"}),
    "decimal_max_places": (Bedragbereik, {"van": Decimal("1.5555")}),
    "is_instance_of": (Bedragbereik, {"van": "zes"}),
    "bool_type": (Regio, {"landelijk": "ja"}),
    "list_type": (Regio, {"plaatsen": {}}),
    "dict_type": (Begrippen, {"taal": []}),
    "model_type": (Variant, {"leeftijd": "x"}),
    "greater_than_equal": (Leeftijd, {"van": -1}),
    "greater_than": (Duur, {"van": 0}),
    "less_than_equal": (Leeftijd, {"van": 121}),
    "too_long": (Interventie, {"kosten": [{}] * 101}),
    "string_too_long": (Variant, {"naam": "x" * 301}),
}
"""Per type of fault something that has it."""


def test_elke_soort_fout_heeft_een_eigen_melding_en_elke_melding_komt_voor() -> None:
    assert SOORTEN_FOUT.keys() == _MELDINGEN.keys()
    for fout, (soort, gegevens) in SOORTEN_FOUT.items():
        _, fouten = valideer(Document(Path("x.yaml"), gegevens, {}), soort, {})
        begin = _MELDINGEN[fout].partition("{")[0]
        assert any(een.melding.startswith(begin) for een in fouten), fout
