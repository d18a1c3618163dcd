"""Words as people type them: read, said how, or asked again; never taken for something else."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.aannames import Mensen
from lpi_cli.kern.filters import FILTERS, leeftijdsgroepen, lees_toe, lees_woorden
from lpi_cli.kern.getallen import geheel_getal, lees_euro
from lpi_cli.kern.kies import kies
from lpi_cli.kern.leeftijd import lees_leeftijd
from lpi_cli.kern.vraag import Vraag
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.weergave.beeld import Scherm
from lpi_cli.weergave.formaat import formaat
from lpi_cli.weergave.kies import kiesbeeld
from tests.conftest import VANDAAG, Lpi

CATALOGUS = laad()
WOORDFILTERS = [filter_.naam for filter_ in FILTERS if filter_.vaste_woorden]


def _lees(onderdeel: str, tekst: str) -> list[str]:
    filter_ = next(filter_ for filter_ in FILTERS if filter_.naam == onderdeel)
    return list(lees_woorden(filter_, tekst, CATALOGUS))


@pytest.mark.parametrize(
    ("tekst", "van", "tot"),
    [
        ("tussen 12 en 18", 12, 18),
        ("tussen de 12 en 18 jaar", 12, 18),
        ("12 tot en met 18", 12, 18),
        ("12- tot 18-jarigen", 12, 18),
        ("van 8 tot 12", 8, 12),
        ("65 plus", 65, None),
        ("65-plussers", 65, None),
        ("boven de 18", 18, None),
        ("ouder dan 18", 18, None),
        ("onder de 12", 0, 12),
        ("jonger dan 12", 0, 12),
    ],
)
def test_leeftijden_zoals_men_ze_zegt(catalogus: Catalogus, tekst: str, van: int, tot: int | None) -> None:
    vraag = lees_leeftijd(tekst, leeftijdsgroepen(catalogus))
    assert (vraag.van, vraag.tot) == (van, tot)


@pytest.mark.parametrize(
    ("onderdeel", "tekst", "gelezen"),
    [
        ("leeftijd", "kinderen en jongeren", ["kinderen", "jongeren"]),
        ("leeftijd", "kinderen, jongeren of 65+", ["kinderen", "jongeren", "65+"]),
        ("leeftijd", "ouderen", ["55+"]),
        ("leeftijd", "peuters", ["2-4"]),
        ("leeftijd", "12 en 15", ["12", "15"]),
        ("leeftijd", "weet niet", []),
        ("vorm", "allebei", ["individueel", "groep"]),
        ("vorm", "maakt niet uit", []),
        ("vorm", "Geen voorkeur", []),
        ("vorm", "groepen", ["groep"]),
        ("taal", "Arabische", ["ar"]),
        ("taal", "Syrisch", ["ar"]),
        ("taal", "Eritrea", ["ti"]),
        ("taal", "Afghaans", ["prs", "ps"]),
        ("taal", "Koerdisch", ["ku"]),
        ("taal", "Sorani", ["ku"]),
        ("taal", "Tigrinja", ["ti"]),
        ("leeftijd", "moeders", ["ouders"]),
        ("taal", "Irak", ["ar"]),
        ("taal", "Arabisch/Tigrinya", ["ar", "ti"]),
        ("setting", "scholen", ["school"]),
        ("doelgroep", "Syrië", ["syrisch"]),
        ("doelgroep", "Eritrese moeders", ["eritrees+vrouw"]),
        ("regio", "Almelo of Utrecht", ["Almelo", "Utrecht"]),
    ],
)
def test_een_woord_staat_voor_wat_men_ermee_bedoelt(onderdeel: str, tekst: str, gelezen: list[str]) -> None:
    assert _lees(onderdeel, tekst) == gelezen


@pytest.mark.parametrize(
    ("onderdeel", "tekst", "gezegd"),
    [
        ("leeftijd", "ouderen", "'ouderen' leest lpi als 55+. Die grens is van ons"),
        (
            "taal",
            "Syrisch",
            "'Syrisch' leest lpi als Arabisch. Een deel van de mensen uit Syrië spreekt Koerdisch",
        ),
        ("taal", "Koerdisch", "Geen enkele interventie noemt Koerdisch"),
        ("taal", "Afghaans", "leest lpi als Dari of Pasjtoe"),
        (
            "leeftijd",
            "moeders",
            "'moeders' leest lpi als ouders. Aanbod voor ouders is voor vaders en moeders",
        ),
        ("setting", "school", "basisschool, voortgezet onderwijs, isk en mbo"),
        ("setting", "opvang", "azc, opvang Oekraïne en amv-opvang"),
    ],
)
def test_wat_men_niet_letterlijk_zei_wordt_gezegd(lpi: Lpi, onderdeel: str, tekst: str, gezegd: str) -> None:
    """Apart from the data, so that a program can still read those."""
    uitkomst = lpi("zoek", f"--{onderdeel}", tekst, "--formaat", "json")
    assert gezegd in uitkomst.stderr
    assert uitkomst.json["vraag"][onderdeel] == _lees(onderdeel, tekst)


def test_een_bestand_met_de_hand_leest_dezelfde_woorden(lpi: Lpi, tmp_path: Path) -> None:
    (tmp_path / "vraag.yaml").write_text(
        "leeftijd: ouderen\ntaal: [Syrisch, Tigrinya]\nvorm: allebei\nregio: weet niet\n"
    )
    uitkomst = lpi("zoek", "--vraag", "vraag.yaml", "--formaat", "json", map_=tmp_path)
    vraag = {"leeftijd": ["55+"], "vorm": ["individueel", "groep"], "taal": ["ar", "ti"]}
    assert uitkomst.json["vraag"] == vraag
    assert "'ouderen' leest lpi als 55+" in uitkomst.stderr
    (tmp_path / "vraag.yaml").write_text("taal: {Afghaans: 10}\n")
    uitkomst = lpi("zoek", "--vraag", "vraag.yaml", map_=tmp_path)
    assert (uitkomst.status, "vraag.yaml:1: taal.Afghaans: staat voor" in uitkomst.stderr) == (1, True)


def test_wat_er_letterlijk_staat_wordt_niet_toegelicht() -> None:
    for filter_ in FILTERS:
        brede = {c for c, b in CATALOGUS.begrippen.get(filter_.naam, {}).items() if b.omvat}
        for woord in filter_.keuzes(CATALOGUS).keys() - brede:
            gezegd = lees_toe({filter_.naam: [woord]}, CATALOGUS)
            assert not gezegd or (filter_.naam == "taal" and gezegd[0].startswith("Geen enkele interventie"))


@pytest.mark.parametrize(
    ("argumenten", "zegt"),
    [
        (("--vorm", "group"), "'group' is Engels. Bedoelt u 'groep'?"),
        (("--taal", "Arabic"), "'Arabic' is Engels. Bedoelt u 'Arabisch'?"),
        (("--leeftijd", "adults"), "'adults' is Engels. Bedoelt u 'volwassenen'?"),
        (("--doelgroep", "children"), "'children' vraagt u met --leeftijd kinderen."),
        (("--doelgroep", "jongeren"), "'jongeren' vraagt u met --leeftijd jongeren."),
        (("--taal", "azc"), "'azc' vraagt u met --setting azc."),
        (
            ("--doelgroep", "Turks"),
            "Geen bron noemt mensen uit Turkije als groep; vraag naar de taal, met --taal turks.",
        ),
        (("--taal", "Ethiopisch"), "geef de taal zelf, zoals Tigrinya of Somalisch."),
        (("--taal", "gemengd"), "Geef elke taal apart, zoals Arabisch en Tigrinya."),
        (("--taal", "geen taal"), "Geef de taal van uw groep. Wat zonder taal werkt, past bij elke taal."),
        (("--leeftijd", "pubers"), "Die leeftijd heeft geen vaste grens; geef haar zelf, zoals 12-16."),
        (("--doelgroep", "vrouwen en asielzoekers"), "Allebei tegelijk: vrouwen+asielzoekers."),
    ],
)
def test_wat_niet_te_lezen_is_zegt_in_een_regel_wat_men_typt(
    lpi: Lpi, argumenten: tuple[str, ...], zegt: str
) -> None:
    uitkomst = lpi("zoek", *argumenten)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert zegt in uitkomst.stderr


@pytest.mark.parametrize("taal", ["Servisch", "Pools", "Roemeens", "Italiaans", "Grieks", "Amhaars"])
def test_een_andere_taal_is_geen_verschrijving(lpi: Lpi, taal: str) -> None:
    uitkomst = lpi("zoek", "--taal", taal)
    assert (uitkomst.status, "Bedoelt u" in uitkomst.stderr) == (2, False)


@pytest.mark.parametrize(
    ("tekst", "opties"),
    [
        ("middelbare school", ["--setting voortgezet-onderwijs"]),
        ("Syrische vrouwen", ["--doelgroep syrisch", "--doelgroep vrouw", "--taal ar"]),
        ("Somalië", ["--taal so"]),
        ("scholen en azc", ["--setting school", "--setting azc"]),
        ("muziek", []),
    ],
)
def test_vrije_tekst_zegt_welke_optie_precies_vraagt(lpi: Lpi, tekst: str, opties: list[str]) -> None:
    gezegd = lpi("zoek", *tekst.split(), COLUMNS="200").stdout.partition("Precies vragen kan met: ")[2]
    assert sorted(filter(None, gezegd.partition("\n")[0].split(", "))) == sorted(opties)


def test_elke_lezing_is_te_lezen_en_elk_engels_woord_heeft_een_nederlands() -> None:
    lezingen = CATALOGUS.lezingen
    assert lezingen.woorden.keys() <= {filter_.naam for filter_ in FILTERS}
    for onderdeel, woorden in lezingen.woorden.items():
        filter_ = next(filter_ for filter_ in FILTERS if filter_.naam == onderdeel)
        for woord, lezing in woorden.items():
            assert lezing.leest or lezing.uitleg, woord
            for leest in lezing.leest:
                filter_.lees(leest, CATALOGUS)
            for typt in (woord, *lezing.ook):
                with pytest.raises(Vraagfout):  # else it is read as it stands, and this says nothing
                    filter_.lees(typt, CATALOGUS)
    for engels, nederlands in lezingen.engels.items():
        assert any(_leest(onderdeel, nederlands) for onderdeel in WOORDFILTERS), engels
    vertaald = set(map(vlak, lezingen.engels))
    assert len(vertaald) == len(lezingen.engels)
    assert not vertaald & set(map(vlak, lezingen.engels.values())), "a hint that asks for itself"


def _leest(onderdeel: str, woord: str) -> bool:
    try:
        return bool(_lees(onderdeel, woord))
    except Vraagfout:
        return False


@given(
    st.sampled_from(WOORDFILTERS),
    st.text(max_size=30) | st.sampled_from(["12 en", "+", " of ", "a/b", "en of"]),
)
def test_wat_men_ook_typt_het_is_een_waarde_of_een_regel(onderdeel: str, tekst: str) -> None:
    """And what is read of it is read the same again."""
    try:
        gelezen = _lees(onderdeel, tekst)
    except Vraagfout:
        return
    assert [waarde for een in gelezen for waarde in _lees(onderdeel, een)] == gelezen


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("10k", 10_000),
        ("2,5k", 2_500),
        ("10.000 euro", 10_000),
        ("10 000", 10_000),
        ("EUR 10000", 10_000),
        ("€ 10.000,-", 10_000),
        ("10 duizend", 10_000),
        ("2.500", 2_500),
        ("€1.250,50", Decimal("1250.50")),
        ("95,5", Decimal("95.5")),
    ],
)
def test_bedragen_zoals_men_ze_typt(tekst: str, bedrag: Any) -> None:
    assert lees_euro(tekst) == bedrag


@pytest.mark.parametrize("tekst", ["2.500k", "10,-0", "0k", "k", "duizend", "10 00", "1.2.3", "-5", "1e5"])
def test_een_bedrag_dat_twee_dingen_kan_zijn_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(Vraagfout, match="is geen bedrag"):
        lees_euro(tekst)


def test_een_aantal_mag_punten_bij_duizend_hebben() -> None:
    assert geheel_getal(1, 100_000)("1.250") == 1250
    with pytest.raises(Vraagfout):
        geheel_getal(1, 100_000)("1.25")


@pytest.mark.parametrize("hulp", [("-h",), ("help",)])
def test_hulp_heet_ook_h_en_help(lpi: Lpi, hulp: tuple[str]) -> None:
    assert lpi(*hulp).stdout == lpi("--help").stdout
    assert lpi("help", "kies").stdout == lpi("kies", "-h").stdout == lpi("kies", "--help").stdout
    assert lpi("help", "catalogus", "nieuw").stdout == lpi("catalogus", "nieuw", "--help").stdout
    assert "Bedoelt u 'kies'?" in lpi("help", "kiez").stderr


def test_niet_uitmaken_is_voor_elk_filter_hetzelfde_als_niet_vragen(lpi: Lpi) -> None:
    alles = lpi("zoek", "--formaat", "json").json
    for onderdeel in WOORDFILTERS:
        assert lpi("zoek", f"--{onderdeel}", "weet niet", "--formaat", "json").json == alles


@pytest.mark.parametrize(
    "antwoorden",
    [
        {},
        {"leeftijd": ["volwassenen"], "doel": ["klachten"], "vorm": ["groep"]},
        {"leeftijd": ["jongeren", "kinderen"], "taal": ["ar", "ti", "uk"], "setting": ["opvang-oekraine"]},
        {"leeftijd": ["kinderen"], "doel": ["veerkracht"], "vorm": ["individueel"], "taal": ["tr"]},
        {"leeftijd": ["ouders"], "doelgroep": ["eritrees"], "regio": ["Noord-Brabant"], "taal": ["ti"]},
    ],
)
def test_een_antwoord_past_op_een_scherm_en_is_op_bestand_heel(
    catalogus: Catalogus, antwoorden: dict[str, list[str]]
) -> None:
    vraag = Vraag({naam: tuple(woorden) for naam, woorden in antwoorden.items()}, mensen=Mensen(24))
    beeld = kiesbeeld(kies(catalogus, vraag.filters, VANDAAG), vraag, catalogus)
    kort = formaat("tabel").render(beeld.ingekort(50), Scherm(80)).decode()
    assert len(kort.splitlines()) <= 23
    assert "--alles" in kort
    heel = formaat("tabel").render(beeld, Scherm(80)).decode()
    assert "Zo gaat u verder" in heel
    for treffer in beeld.gegevens["voorselectie"]:
        assert f"{treffer['id']} ★" in kort


def test_een_woord_in_een_rijtje_staat_zonder_spaties_in_de_melding(lpi: Lpi) -> None:
    uitkomst = lpi("zoek", "--taal", "ar, qqq", COLUMNS="300")
    assert (uitkomst.status, uitkomst.stderr.partition(";")[0]) == (2, "Fout: --taal: 'qqq' ken ik niet")
