"""Which people a text is about, and whether what is said of some holds for them."""

import pytest

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Begrip
from lpi_cli.kern.begrip import geldt_voor, lees_groep
from tests.records import record


@pytest.mark.parametrize(
    ("tekst", "groep"),
    [
        ("Oekraïense ontheemden", {"oekraiense-ontheemde"}),
        ("oekraïners in de gemeente Heumen", {"oekraiense-ontheemde"}),
        ("Syrische ouders en verzorgers", {"syrisch", "ouder"}),
        ("Eritrese statushouders", {"eritrees"}),
        ("mannen", {"man"}),
        ("ontheemden uit Oekraïne", {"oekraiense-ontheemde"}),
        ("vrouwen uit Eritrea in Heumen", {"vrouw", "eritrees"}),
        ("vrouwen uit Marokko", set()),
        ("arabisch-sprekend+statushouder", {"arabisch-sprekend", "statushouder"}),
        ("lhbtiqa+", {"lhbtiqa"}),
        ("Marokkaanse ouders", set()),
        ("Syriërs en Marokkanen", set()),
        ("iedereen", set()),
    ],
)
def test_een_onbekend_woord_maakt_het_een_onbekende_groep(
    catalogus: Catalogus, tekst: str, groep: set[str]
) -> None:
    assert lees_groep(tekst, catalogus.begrippen["kenmerk"]) == groep


@pytest.mark.parametrize(
    ("voor", "groep", "geldt"),
    [
        ((), set(), True),
        (("syrisch",), set(), False),
        (("vluchtachtergrond",), {"statushouder"}, True),
        (("statushouder",), {"vluchtachtergrond"}, False),
        (("syrisch", "iraaks"), {"iraaks", "man"}, True),
        (("syrisch",), {"syrisch", "iraaks"}, False),
        (("oekraiense-ontheemde",), {"oekraiense-ontheemde", "statushouder"}, False),
    ],
)
def test_op_een_as_is_het_of_en_tussen_assen_en(
    catalogus: Catalogus, voor: tuple[str, ...], groep: set[str], geldt: bool
) -> None:
    assert geldt_voor(voor, groep, catalogus.begrippen["kenmerk"]) is geldt


def test_een_eigen_kenmerk_zonder_as_geldt_niet_voor_iedereen() -> None:
    kenmerken = {code: record(Begrip, naam=code, uitleg="Eigen.") for code in ("dorp", "stad")}
    assert geldt_voor(("dorp",), {"dorp"}, kenmerken)
    assert not geldt_voor(("dorp",), {"stad"}, kenmerken)
