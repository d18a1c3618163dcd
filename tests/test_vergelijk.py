"""Side by side: the same rows for each, differences marked, gaps shown."""

import pytest

from tests.conftest import Lpi


def test_dezelfde_onderwerpen_voor_elk_en_verschillen_gemerkt(lpi: Lpi) -> None:
    antwoord = lpi("vergelijk", "mindfit", "less-stress", "--formaat", "json").json
    assert antwoord["ids"] == ["mindfit", "less-stress"]
    rijen = {rij["onderwerp"]: rij for rij in antwoord["rijen"]}
    assert all(list(rij["waarden"]) == ["mindfit", "less-stress"] for rij in rijen.values())
    assert all(waarde for rij in rijen.values() for waarde in rij["waarden"].values()), "no gap is left empty"
    assert rijen["contacturen"]["waarden"] == {"mindfit": ["18 uur"], "less-stress": ["12 uur"]}
    assert rijen["contacturen"]["verschilt"]
    assert not rijen["vorm"]["verschilt"]
    assert not rijen["plek"]["verschilt"], "the same places in another order"
    assert rijen["talen"]["waarden"]["less-stress"] == ["niet gepubliceerd"]


def test_met_deelnemers_zijn_de_kosten_uitgerekend(lpi: Lpi) -> None:
    antwoord = lpi("vergelijk", "mindfit", "mosaic", "--deelnemers", "15", "--formaat", "json").json
    (kosten,) = [rij["waarden"] for rij in antwoord["rijen"] if rij["onderwerp"] == "kosten"]
    assert kosten == {
        "mindfit": ["MindFit: € 6.805,00, dat is € 453,67 per deelnemer"],
        "mosaic": ["Mosaic: € 11.286,00, dat is € 752,40 per deelnemer"],
    }


@pytest.mark.parametrize(("breedte", "naast_elkaar"), [(40, False), (80, False), (120, True)])
def test_op_een_smal_scherm_een_blok_per_onderwerp(lpi: Lpi, breedte: int, naast_elkaar: bool) -> None:
    regels = lpi("vergelijk", "mindfit", "mosaic", COLUMNS=str(breedte)).stdout.splitlines()
    assert max(map(len, regels)) <= breedte
    assert (regels[0].split() == ["onderwerp", "mindfit", "★", "mosaic"]) is naast_elkaar
    if not naast_elkaar:
        assert regels[:3] == ["naam ≠", "  mindfit ★: MindFit", "  mosaic: Mosaic"]


@pytest.mark.parametrize(
    "ids", [["mindfit"], ["mindfit", "MindFit"], ["mindfit", "mosaic", "ease", "bethere", "bamboo"]]
)
def test_te_weinig_of_te_veel_is_een_regel(lpi: Lpi, ids: list[str]) -> None:
    uitkomst = lpi("vergelijk", *ids)
    assert (uitkomst.status, len(uitkomst.stderr.splitlines())) == (2, 1)
    assert "2 tot 4" in uitkomst.stderr
