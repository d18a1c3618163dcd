"""What is shown: one rule at a time, on records made by hand."""

import pytest

from lpi_cli.catalogus.model import Contact, Kostensoort, Leeftijd, Soort
from lpi_cli.kern.gevraagd import Gevraagd
from lpi_cli.kern.oordeel import Feit, Uitkomst, weeg
from lpi_cli.kern.zoek import NetNiet, Reden
from lpi_cli.weergave.cel import celwaarde
from lpi_cli.weergave.feiten import contactregels, leeftijden_kort
from lpi_cli.weergave.kostengegevens import CSV_KOLOMMEN, csv_rij
from lpi_cli.weergave.kostenwoorden import Noten
from lpi_cli.weergave.lijst import aantal_in_woorden
from lpi_cli.weergave.toon import toonbeeld
from lpi_cli.weergave.zoek import per_reden
from tests.conftest import VANDAAG
from tests.records import catalogus_met, interventie, kosten_van, kostenpost, record, variant

# --- ages and addresses -----------------------------------------------------------------


def test_leeftijden_staan_van_jong_naar_oud_en_zonder_einde_het_laatst() -> None:
    leeftijden = [(12, None), (12, 18), (None, None), (6, 12), (12, 18)]
    varianten = [variant(leeftijd=Leeftijd(*leeftijd)) for leeftijd in leeftijden]
    assert leeftijden_kort(varianten) == "6-12, 12-18, 12+"


@pytest.mark.parametrize(
    ("organisatie", "email", "regel"),
    [
        ("De aanbieder", ("a@b.nl",), "Jan, a@b.nl"),
        ("GGD", ("a@b.nl",), "Jan, GGD, a@b.nl"),
        ("GGD", (), "Jan"),  # without an address it is no help to know where
    ],
)
def test_een_contact_van_elders_wordt_genoemd_als_men_er_terecht_kan(
    organisatie: str, email: tuple[str, ...], regel: str
) -> None:
    contact = record(Contact, naam="Jan", organisatie=organisatie, email=list(email))
    assert contactregels(interventie(contact=(contact,))) == [regel]


# --- notes and cells --------------------------------------------------------------------


def test_noten_hebben_een_nummer_overal_en_staan_van_laag_naar_hoog() -> None:
    noten = Noten()
    assert noten.verwijs(["een", "twee", "drie"]) == "1-3"
    assert noten.verwijs(["drie", "vier", "een"]) == "1, 3-4"
    assert noten.regels == ["[1] Een", "[2] Twee", "[3] Drie", "[4] Vier"]


def test_een_cel_noemt_alle_bronnen_en_jaren_van_een_bedrag() -> None:
    (regel,) = kosten_van(
        kostenpost("90", bron="gids-2025", prijspeil=2025),
        kostenpost("10", bron="verkorte-lijst", prijspeil=2023, soort=Kostensoort.MATERIAAL),
        kostenpost("10", bron="gids-2025", prijspeil=2025, soort=Kostensoort.LICENTIE),
    )
    cellen = dict(zip(CSV_KOLOMMEN, csv_rij(regel, catalogus_met()), strict=True))
    assert (cellen["bron"], cellen["prijspeil"]) == ("gids-2025; verkorte-lijst", "2025; 2023")
    (regel,) = kosten_van(kostenpost("90", prijspeil=2025))
    cellen = dict(zip(CSV_KOLOMMEN, csv_rij(regel, catalogus_met()), strict=True))
    assert (cellen["bron"], cellen["prijspeil"]) == ("gids-2025", 2025)


@pytest.mark.parametrize("tekst", ["=1+1", " =1+1", "\t@som"])
def test_een_cel_rekent_niet_ook_niet_na_een_spatie(tekst: str) -> None:
    assert str(celwaarde(tekst)).lstrip().startswith("'")
    assert celwaarde(f"a{tekst.strip()}") == f"a{tekst.strip()}"


@pytest.mark.parametrize("tekst", ["-2", "+31 53 123 45 67"])
def test_een_getal_of_telefoonnummer_blijft_wat_het_is(tekst: str) -> None:
    assert celwaarde(tekst) == tekst


def test_een_feit_in_een_rij_heet_naar_zijn_plaats_geteld_vanaf_een() -> None:
    twee = interventie(varianten=(variant("een"), variant("ander")))
    rijen = {
        veld: waarde
        for _, veld, waarde, _ in toonbeeld(
            [Gevraagd.heel(twee)], catalogus_met(), VANDAAG, met_bronnen=False
        ).rijen
    }
    assert (rijen["varianten[1].id"], rijen["varianten[2].id"]) == ("een", "ander")
    assert "varianten[0].id" not in rijen


@pytest.mark.parametrize(
    ("interventies", "voorbeelden", "gezegd"),
    [
        (0, 0, "0 interventies"),
        (1, 0, "1 interventie"),
        (2, 1, "2 interventies en 1 praktijkvoorbeeld"),
        (0, 2, "2 praktijkvoorbeelden"),
    ],
)
def test_niets_is_ook_een_aantal(interventies: int, voorbeelden: int, gezegd: str) -> None:
    voorbeeld = interventie(soort=Soort.PRAKTIJKVOORBEELD)
    assert aantal_in_woorden([interventie()] * interventies + [voorbeeld] * voorbeelden) == gezegd


# --- reasons ----------------------------------------------------------------------------


def test_redenen_staan_bij_elkaar_per_filter() -> None:
    gemist = [("vorm", "groep"), ("leeftijd", "18+"), ("vorm", "individueel"), ("leeftijd", "12-18")]
    net_niet = []
    for nr, (onderdeel, feit) in enumerate(gemist):
        een = NetNiet(interventie(f"nr-{nr}"), weeg(((),)), (), catalogus_met())
        een.redenen = (Reden(onderdeel, Feit(feit), Uitkomst.PAST_NIET),)
        net_niet.append(een)
    assert list(per_reden(net_niet, lambda i: i.id).items()) == [
        ("leeftijd (18+)", "nr-1"),
        ("leeftijd (12-18)", "nr-3"),
        ("vorm (groep)", "nr-0"),
        ("vorm (individueel)", "nr-2"),
    ]
