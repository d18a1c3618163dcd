"""Every limit at its edge: what is just within it, and what is just outside."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.cache import _is_net_gewijzigd
from lpi_cli.catalogus.controle import valideer
from lpi_cli.catalogus.model import (
    Antwoord,
    Bedragbereik,
    Begrip,
    Bron,
    Contact,
    Duur,
    Groepsgrootte,
    Interventie,
    Leeftijd,
    Periode,
    Publicatie,
    Vindplaats,
)
from lpi_cli.catalogus.nieuw import maak_id
from lpi_cli.catalogus.waarschuwingen import waarschuwingen
from lpi_cli.catalogus.woorden import bevat, naaste, zoekbaar, zoekwoorden
from lpi_cli.catalogus.yaml_lezer import Document, lees_yaml, lees_yaml_tekst
from lpi_cli.kern.begrip import noem
from lpi_cli.kern.filters import lees_eisen
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.leeftijd import lees_leeftijd
from lpi_cli.kern.rapport import Notitieopdracht, stel_advies_op
from lpi_cli.kern.uitleg import Vondst, onderwerpen_bij
from lpi_cli.kern.vergelijk import vergelijk
from lpi_cli.kern.vraag import Vraag
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.beeld import Punten
from lpi_cli.weergave.rapportkosten import enkele
from lpi_cli.weergave.tekst import balk
from lpi_cli.weergave.uitleg import vondstenbeeld
from tests.conftest import VANDAAG, Lpi
from tests.records import catalogus_met, interventie, onderwerp, record, variant


def _veel(aantal: int) -> list[Interventie]:
    return [interventie(f"nummer-{nr}") for nr in range(aantal)]


# --- what a file may hold ---------------------------------------------------------------


def _fouten(soort: type, velden: Mapping[str, Any], woorden: Mapping[str, Any] | None = None) -> list[str]:
    document = Document(Path("x.yaml"), velden, {})
    return [fout.melding for fout in valideer(document, soort, woorden or {})[1]]


@pytest.mark.parametrize(
    ("soort", "velden", "laagste", "hoogste", "stap"),
    [
        (Leeftijd, ("van", "tot"), 0, 120, 1),
        (Publicatie, ("jaar",), 1900, 2100, 1),
        (Groepsgrootte, ("min", "max"), 1, 1_000_000, 1),
        (Duur, ("van", "tot"), "0.000001", 10_000, "0.000001"),
        (Bedragbereik, ("van", "tot"), 0, 100_000_000, "0.01"),
        (Periode, ("aantal",), "0.000001", 1000, "0.000001"),
    ],
)
def test_een_getal_mag_van_laagste_tot_hoogste(
    soort: type, velden: tuple[str, ...], laagste: int | str, hoogste: int, stap: int | str
) -> None:
    def getal(waarde: int | str) -> int | Decimal:
        return Decimal(waarde) if isinstance(waarde, str) else waarde

    verder = {Publicatie: {"titel": "Een boek"}, Periode: {"eenheid": "jaar"}}.get(soort, {})
    onder, boven, stap_ = getal(laagste), getal(hoogste), getal(stap)
    for waarde in (onder, boven):
        assert _fouten(soort, {**verder, **dict.fromkeys(velden, waarde)}) == [], waarde
    for waarde in (onder - stap_, boven + stap_):
        assert len(_fouten(soort, {**verder, **dict.fromkeys(velden, waarde)})) == len(velden), waarde


@pytest.mark.parametrize(
    ("bedrag", "begin"),
    [
        ("2.50", None),
        ("2.500", "2.500: een punt scheidt"),
        ("25.500", "25.500: een punt scheidt"),
        ("250.500", "250.500: een punt scheidt"),
        ("2500.500", None),
        ("2.5000", None),
        ("2.505", "2.505: een punt scheidt"),
        ("2500.505", "ten hoogste twee"),
    ],
)
def test_een_punt_voor_drie_cijfers_is_een_duizendtal(bedrag: str, begin: str | None) -> None:
    fouten = _fouten(Bedragbereik, dict.fromkeys(("van", "tot"), Decimal(bedrag)))
    assert all(fout.startswith(str(begin)) for fout in fouten)
    assert bool(fouten) is (begin is not None)


@pytest.mark.parametrize(
    ("veld", "goed", "fout"),
    [
        ("email", "a@b.nl", "a@b.n"),
        ("telefoon", "112", "11"),
        ("telefoon", "1" * 300, "1" * 301),
    ],
)
def test_een_adres_heeft_een_kortste_en_een_langste_vorm(veld: str, goed: str, fout: str) -> None:
    assert _fouten(Contact, {veld: [goed]}) == []
    assert len(_fouten(Contact, {veld: [fout]})) == 1


def test_een_code_van_drie_letters_krijgt_haar_naam_erbij() -> None:
    bronnen = {"abc": {"naam": "Het boek"}, "abcd": {"naam": "De gids"}}
    (fout,) = _fouten(Vindplaats, {"bron": "onvindbaar", "plaats": "blz. 1"}, {"bron": bronnen})
    assert "kies uit abc (Het boek), abcd." in fout


@pytest.mark.parametrize(("cijfers", "soort"), [("9" * 15, int), ("9" * 16, str)])
def test_een_getal_van_meer_cijfers_is_tekst(cijfers: str, soort: type) -> None:
    document = lees_yaml_tekst(f"a: {cijfers}\n", Path("x.yaml"))
    assert isinstance(document, Document)
    assert type(document.gegevens["a"]) is soort


@pytest.mark.parametrize(
    ("getal", "soort"),
    [
        (f"{'9' * 15}.5", Decimal),
        (f"{'9' * 16}.5", str),
        ("0.999999", Decimal),
        ("0.9999999", str),
    ],
)
def test_een_breuk_van_meer_cijfers_is_tekst(getal: str, soort: type) -> None:
    document = lees_yaml_tekst(f"a: {getal}\n", Path("x.yaml"))
    assert isinstance(document, Document)
    assert type(document.gegevens["a"]) is soort


@pytest.mark.parametrize(("niveaus", "mag"), [(20, True), (21, False)])
def test_twintig_niveaus_in_elkaar_mogen(niveaus: int, mag: bool) -> None:
    document = lees_yaml_tekst(f"a: {'[' * niveaus}{']' * niveaus}\n", Path("x.yaml"))
    assert isinstance(document, Document) is mag


@pytest.mark.parametrize(("bytes_", "mag"), [(5_000_000, True), (5_000_001, False)])
def test_een_bestand_van_vijf_megabyte_mag(tmp_path: Path, bytes_: int, mag: bool) -> None:
    bestand = tmp_path / "groot.yaml"
    bestand.write_bytes(b"#" + b"x" * (bytes_ - 2) + b"\n")
    assert isinstance(lees_yaml(bestand), Document) is mag


def _waarden(aantal: int) -> str:
    """A file with so many values; each list is one too, and the whole."""
    lijsten = "".join(f"a{nr}: [{','.join('b' * 500)}]\n" for nr in range(19))
    return lijsten + "".join(f"b{nr}: c\n" for nr in range(aantal - 1 - 19 * 501))


def _tekst(tekens: int) -> str:
    """A list of texts that have so many characters together with its name, and then one more value."""
    heel, rest = divmod(tekens - len("tekst"), 5000)
    return "tekst:\n" + "".join(f"- {'x' * lengte}\n" for lengte in (*[5000] * heel, rest, 0))


@pytest.mark.parametrize(
    ("maak", "meeste", "melding"),
    [
        (lambda n: "a:\n" + "- b\n" * n, 1000, "a: is te lang, ten hoogste 1000 onderdelen"),
        (
            lambda n: "".join(f"a{nr}: b\n" for nr in range(n)),
            1000,
            "is te lang, ten hoogste 1000 onderdelen",
        ),
        (lambda n: f"{'a' * n}: b\n", 100, "een naam voor de dubbele punt heeft ten hoogste 100 tekens"),
        (_waarden, 10_000, "te veel in één bestand, ten hoogste 10000 waarden en 500000 tekens"),
        (_tekst, 500_000, "te veel in één bestand, ten hoogste 10000 waarden en 500000 tekens"),
    ],
)
def test_een_bestand_heeft_niet_meer_dan_men_lezen_kan(
    maak: Callable[[int], str], meeste: int, melding: str
) -> None:
    assert isinstance(lees_yaml_tekst(maak(meeste), Path("x.yaml")), Document)
    fout = lees_yaml_tekst(maak(meeste + 1), Path("x.yaml"))
    assert str(fout).endswith(f": {melding}")


@pytest.mark.parametrize(
    ("soort", "veld", "langste"),
    [(Begrip, "naam", 300), (Bron, "omschrijving", 5000), (Publicatie, "url", 2000), (Antwoord, "code", 100)],
)
def test_een_tekst_is_niet_langer_dan_men_lezen_kan(soort: type, veld: str, langste: int) -> None:
    for lengte, fouten in ((langste, []), (langste + 1, [f"is te lang, ten hoogste {langste} tekens"])):
        document = Document(
            Path("x.yaml"), {veld: "https://a.nl/".ljust(lengte, "x") if veld == "url" else "x" * lengte}, {}
        )
        assert [fout.melding for fout in valideer(document, soort, {})[1] if fout.veld == veld] == fouten


@pytest.mark.parametrize(("uitgave", "oud"), [(2023, False), (2022, True)])
def test_een_bron_is_oud_na_drie_jaar(tmp_path: Path, uitgave: int, oud: bool) -> None:
    (tmp_path / "bronnen.yaml").write_text(f"boek: {{jaar: {uitgave}, url: 'https://a.nl'}}\n")
    assert [fout.veld for fout in waarschuwingen(tmp_path, VANDAAG)] == ["boek.jaar"] * oud


@pytest.mark.parametrize(("verschil", "net"), [(0, True), (1_999_999_999, True), (2_000_000_000, False)])
@pytest.mark.parametrize("moment", ["gewijzigd", "veranderd"])
def test_wie_binnen_twee_seconden_is_gewijzigd_komt_niet_in_de_cache(
    moment: str, verschil: int, net: bool
) -> None:
    nu, lang_geleden = 10**18, 10**17
    tijden = (nu - verschil, lang_geleden) if moment == "gewijzigd" else (lang_geleden, nu - verschil)
    staten = [[("oud.yaml", lang_geleden, lang_geleden, 1), ("een.yaml", *tijden, 1)]]
    assert _is_net_gewijzigd(staten, nu) is net


# --- words ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("woord", "tekst", "staat_erin"),
    [
        ("tol", "tolk", False),  # three letters: only by itself
        ("tol", "tollen", True),
        ("tolk", "tolkentelefoon", True),  # four: also the beginning of a longer word
        ("werk", "netwerk", False),
        ("groep", "praatgroep", True),  # five: anywhere in it
    ],
)
def test_hoe_langer_een_woord_hoe_ruimer_het_wordt_gezocht(woord: str, tekst: str, staat_erin: bool) -> None:
    (gezocht,) = zoekwoorden(woord)
    (in_tekst,) = zoekwoorden(tekst)
    assert bevat(zoekbaar([in_tekst.heel]), gezocht) is staat_erin


@pytest.mark.parametrize(
    ("woord", "stam"),
    [("tolks", "tolk"), ("taks", "taks"), ("polen", "pol"), ("doen", "doen")],
)
def test_van_een_uitgang_blijft_genoeg_woord_over(woord: str, stam: str) -> None:
    assert [gezocht.stam for gezocht in zoekwoorden(woord)] == [stam]


@pytest.mark.parametrize(
    ("getypt", "keuze", "lijkt"),
    [
        ("abcxy", "abcde", True),  # 6 of 10 letters
        ("abcdefghijklm012345678", "abcdefghijklmnopqrstuv", False),  # 26 of 44
    ],
)
def test_een_woord_lijkt_op_een_ander_vanaf_zes_van_de_tien_letters(
    getypt: str, keuze: str, lijkt: bool
) -> None:
    assert naaste(getypt, [keuze]) == (keuze if lijkt else None)


@pytest.mark.parametrize(
    ("getypt", "groep", "lijkt"),
    [
        ("abcdefx", "abcdefg", True),  # 12 of 14 letters
        ("abcdefghijklmnop012", "abcdefghijklmnopqrs", False),  # 32 of 38
    ],
)
def test_op_een_leeftijdsgroep_moet_een_woord_meer_lijken(getypt: str, groep: str, lijkt: bool) -> None:
    groepen = [record(Antwoord, code=groep, naam=groep, van=0, tot=12)]
    with pytest.raises(Vraagfout) as fout:
        lees_leeftijd(getypt, groepen)
    assert ("Bedoelt u" in str(fout.value)) is lijkt


def test_honderdtwintig_is_de_hoogste_leeftijd() -> None:
    assert lees_leeftijd("120", []).tot == 120
    with pytest.raises(Vraagfout, match="ten hoogste 120 jaar"):
        lees_leeftijd("121", [])


@pytest.mark.parametrize(
    ("code", "naam", "gezegd"),
    [
        ("amv", "alleenstaande minderjarige", "alleenstaande minderjarige"),
        ("amvs", "alleenstaande minderjarigen", "amvs"),
        ("azc", "asielzoekerscentrum (azc)", "azc"),
        (
            "uk",
            "Oekraïens (Zuukraïens)",
            "Oekraïens (Zuukraïens)",
        ),  # its letters are there, but not as a word
    ],
)
def test_een_code_van_drie_letters_heet_naar_haar_naam(code: str, naam: str, gezegd: str) -> None:
    assert noem(code, {code: record(Begrip, naam=naam, uitleg="Uitleg.")}) == gezegd


@pytest.mark.parametrize(("tekens", "lengte"), [(60, 60), (61, 60)])
def test_een_id_is_ten_hoogste_zestig_tekens(tekens: int, lengte: int) -> None:
    assert len(maak_id("a" * tekens)) == lengte


# --- how many ---------------------------------------------------------------------------


@pytest.mark.parametrize(("aantal", "mag"), [(1, False), (2, True), (4, True), (5, False)])
def test_twee_tot_vier_naast_elkaar(aantal: int, mag: bool) -> None:
    if mag:
        assert vergelijk(_veel(aantal), {}) == []
    else:
        with pytest.raises(Vraagfout, match="2 tot 4"):
            vergelijk(_veel(aantal), {})


@pytest.mark.parametrize(("aantal", "mag"), [(8, True), (9, False)])
def test_een_notitie_beschrijft_er_acht(catalogus: Catalogus, aantal: int, mag: bool) -> None:
    opdracht = Notitieopdracht(Vraag(), [*map(Gevraagd.heel, _veel(aantal))], None, (), VANDAAG)
    if mag:
        assert len(stel_advies_op(catalogus, opdracht).opties) == 8
    else:
        with pytest.raises(Vraagfout, match="ten hoogste 8"):
            stel_advies_op(catalogus, opdracht)


def test_van_wat_vanzelf_past_beschrijft_een_notitie_er_vijf() -> None:
    catalogus = catalogus_met(interventies=tuple(_veel(10)))
    advies = stel_advies_op(catalogus, Notitieopdracht(Vraag(), (), None, (), VANDAAG))
    assert (len(advies.opties), len(advies.overige)) == (8, 2)


def test_een_interventie_verwijst_naar_vier_onderwerpen() -> None:
    onderwerpen = {f"nr-{nr}": onderwerp(f"nr-{nr}", interventies=("praatgroep",)) for nr in range(6)}
    assert [o.id for o in onderwerpen_bij(interventie(), catalogus_met(uitleg=onderwerpen))] == [
        "nr-0",
        "nr-1",
        "nr-2",
        "nr-3",
    ]


@pytest.mark.parametrize(
    ("talen", "zin"),
    [
        (("ar", "en", "fa", "nl"), "Arabisch, Engels, Farsi en Nederlands"),
        (("ar", "en", "fa", "nl", "uk"), "Arabisch, Engels, Farsi, Nederlands en meer"),
    ],
)
def test_een_reden_noemt_vier_namen(catalogus: Catalogus, talen: tuple[str, ...], zin: str) -> None:
    (frans,) = lees_eisen({"taal": ["fr"]}, catalogus, VANDAAG)
    assert frans.feit(interventie(talen=talen), variant()).tekst == zin


@pytest.mark.parametrize(("namen", "zin"), [("abcd", "a, b, c en d"), ("abcde", "a, b, c en 2 andere")])
def test_een_zin_noemt_vier_namen(namen: str, zin: str) -> None:
    assert enkele(list(namen)) == zin


def test_van_een_onderwerp_staan_er_drie_passages() -> None:
    vondst = Vondst(onderwerp("een"), ("a", "b", "c", "d"))
    (punten,) = [blok for blok in vondstenbeeld("x", [vondst]).blokken if isinstance(blok, Punten)]
    assert punten.punten == ("a", "b", "c")


@pytest.mark.parametrize(("deel", "tekens"), [("10", 10), ("9.4", 9), ("0.6", 1), ("0.1", 1), ("0", 0)])
def test_een_balk_is_tien_tekens_en_nooit_leeg_als_er_iets_is(deel: str, tekens: int) -> None:
    assert balk(Decimal(deel), Decimal(10)) == "█" * tekens
    assert balk(Decimal(deel), Decimal(0)) == ""


@pytest.mark.parametrize(
    ("optie", "laagste", "hoogste"),
    [("deelnemers", 1, 100_000), ("groepsgrootte", 1, 1000), ("bijeenkomsten", 1, 1000)],
)
def test_een_aantal_op_de_opdrachtregel_heeft_grenzen(
    lpi: Lpi, optie: str, laagste: int, hoogste: int
) -> None:
    opdracht = ["kosten", "mindfit"] + (["--deelnemers", "10"] if optie != "deelnemers" else [])
    for aantal in (laagste, hoogste):
        assert lpi(*opdracht, f"--{optie}", str(aantal)).status == 0
    for aantal in (laagste - 1, hoogste + 1):
        uitkomst = lpi(*opdracht, f"--{optie}", str(aantal))
        assert uitkomst.status == 2
        assert f"van {laagste} tot {hoogste}" in uitkomst.stderr
