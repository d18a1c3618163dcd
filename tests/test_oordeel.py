"""One judgement with three values: given this question, these fit, these may fit and these do not."""

from typing import Any

import pytest

from tests.conftest import Lpi

VOORSELECTIE = {"7roses", "bamboo", "mind-spring", "mindfit", "pm-plus"}


def _groepen(lpi: Lpi, *vraag: str) -> dict[str, dict[str, Any]]:
    """The parts of an answer: past, misschien and net_niet, each by id."""
    antwoord = lpi("zoek", *vraag, "--formaat", "json").json
    delen = {"past": "treffers", "misschien": "misschien", "net_niet": "net_niet"}
    return {deel: {een["id"]: een for een in antwoord[sleutel]} for deel, sleutel in delen.items()}


@pytest.mark.parametrize(
    ("vraag", "past", "misschien"),
    [
        ("--setting opvang-oekraine --voorselectie", VOORSELECTIE, set()),
        ("--setting amv-opvang", {"pubergroep", "teamup-opvang"}, {"pm-plus", "bethere", "ease", "tiener-veerkracht-academie"}),
        ("--leeftijd jongeren --bewijs goed-onderbouwd", set(), {"mind-spring"}),
        ("--leeftijd 20 --doelgroep man", set(), {"gouden-mannen"}),
        ("--regio Rotterdam", {"positief-gezond-leven"}, set()),
        ("--doelgroep asielzoeker", {"bamboo"}, {"samen-oplopen"}),
        ("--leeftijd kinderen --setting gemeente", set(), {"bamboo"}),
        ("--setting azc --taal arabisch --leeftijd volwassenen", set(), {"mindfit"}),
    ],
)  # fmt: skip
def test_onbekend_is_niet_nee(lpi: Lpi, vraag: str, past: set[str], misschien: set[str]) -> None:
    groepen = _groepen(lpi, *vraag.split())
    assert past <= set(groepen["past"])
    assert misschien <= set(groepen["misschien"])
