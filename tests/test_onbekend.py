"""Unknown stays unknown: whatever is asked, what no source says is never told as no, zero, the same or good enough.

Of a real intervention some facts are wiped, as if no source published them. Whatever part of a question
leans on such a fact must then be open in each output, and must change nothing of what the others decide.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.model import Interventie, Leeftijd, Regio, Variant, Voor
from lpi_cli.kern.aannames import Aannames
from lpi_cli.kern.filters import FILTERS
from lpi_cli.kern.kosten import bereken_kosten
from lpi_cli.kern.toets import Criteriumoordeel, toets_interventie, toets_uit_catalogus
from lpi_cli.kern.vergelijk import vergelijk
from lpi_cli.kern.zoek import Zoekresultaat, zoek
from lpi_cli.weergave.beeld import Beeld, Scherm
from lpi_cli.weergave.formaat import tabel
from lpi_cli.weergave.kostengegevens import raminggegevens
from lpi_cli.weergave.lijst import lijstbeeld
from lpi_cli.weergave.toets import toetsgegevens
from lpi_cli.weergave.vergelijk import onderwerpen
from lpi_cli.weergave.zoek import zoekbeeld
from tests.conftest import VANDAAG

pytestmark = pytest.mark.lang

CATALOGUS = laad()
"""One for all questions; what is in it changes with each."""
INTERVENTIES = CATALOGUS.interventies
LEEG: Mapping[str, Any] = {"kenmerken": (), "alleen": (), "niet": ()}
GEWIST: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {
    "leeftijd": ({}, {"leeftijd": Leeftijd(None, None, None, None), "voor": Voor.DEELNEMERS}),
    "vorm": ({}, {"vorm": ()}),
    "doelgroep": ({}, LEEG),
    "setting": (
        {"setting": (), "setting_niet": (), "setting_alleen": False},
        {"setting": (), "setting_niet": (), "setting_alleen": None},
    ),
    "taal": ({"talen": (), "talen_open": False, "talen_met_tolk": False}, {"talen": (), "taalgroep": None}),
    "regio": ({"regio": Regio(None, (), (), None, None)}, {}),
    "kosteloos": ({"kosten": ()}, {}),
    "doel": ({}, {}),
    "bewijs": ({}, {}),
}
"""Per part of a question the facts that decide it: of the whole, and of each variant."""
VERGELEKEN = {
    "leeftijd": "leeftijd", "vorm": "vorm", "setting": "plek", "taal": "talen", "regio": "regio", "kosteloos": "kosten",
    "doel": "doel", "bewijs": "erkenning",
}  # fmt: skip
"""What a comparison calls those facts."""
NIET_OP_GESLACHT = [code for code, k in CATALOGUS.begrippen["kenmerk"].items() if "geslacht" not in k.as_]
"""Who names nobody by sex takes men and women: that is known."""


def _wis(interventie: Interventie, delen: Sequence[str]) -> Interventie:
    geheel = {veld: waarde for deel in delen for veld, waarde in GEWIST[deel][0].items()}
    eigen = {veld: waarde for deel in delen for veld, waarde in GEWIST[deel][1].items()}
    if "doelgroep" in delen:
        geheel["doelgroep"] = interventie.doelgroep._replace(**LEEG)
    if "doel" in delen:
        geheel["doel"] = interventie.doel._replace(categorieen=())
    if "bewijs" in delen:
        geheel["bewijs"] = interventie.bewijs._replace(erkenningen=(), onderzoek=())
    varianten: tuple[Variant, ...] = tuple(variant._replace(**eigen) for variant in interventie.varianten)
    return interventie._replace(**geheel, varianten=varianten)


def _waarden() -> dict[str, st.SearchStrategy[list[str]]]:
    """For each part of a question what one can ask: one value or more, and some joined with a plus."""
    codes = {filter_.naam: list(filter_.keuzes(CATALOGUS)) for filter_ in FILTERS if not filter_.schakelaar}
    codes["leeftijd"] = ["kinderen", "jongeren", "volwassenen", "12-18", "18+", "15"]
    codes["doelgroep"] = [
        *NIET_OP_GESLACHT,
        *(f"{een}+{ander}" for een, ander in pairwise(NIET_OP_GESLACHT)),
    ]
    aan = {filter_.naam: st.just(["ja"]) for filter_ in FILTERS if filter_.schakelaar}
    return aan | {
        deel: st.lists(st.sampled_from(keuzes), min_size=1, max_size=2, unique=True)
        for deel, keuzes in codes.items()
    }


WAARDEN = _waarden()
VRAGEN = st.fixed_dictionaries({}, optional=WAARDEN).filter(bool)
GEWISTE_DELEN = st.lists(st.sampled_from(list(GEWIST)), min_size=1, unique=True)


def _zoek(interventie: Interventie, vraag: Mapping[str, Sequence[str]]) -> tuple[Zoekresultaat, Catalogus]:
    CATALOGUS.interventies = (interventie,)
    return zoek(CATALOGUS, vraag, VANDAAG), CATALOGUS


def _tekst(beeld: Beeld) -> str:
    return " ".join(tabel.render(beeld, Scherm(breedte=1000)).decode().split())


def _groep(resultaat: Zoekresultaat) -> str:
    """Which part of an answer the one intervention stands in."""
    delen = {"past": resultaat.treffers, "misschien": resultaat.misschien, "net niet": resultaat.net_niet}
    return next((naam for naam, groep in delen.items() if groep), "niet")


@settings(max_examples=400)
@given(st.sampled_from(INTERVENTIES), GEWISTE_DELEN, VRAGEN)
def test_wat_geen_bron_zegt_past_niet_en_sluit_niet_uit(
    interventie: Interventie, delen: list[str], vraag: dict[str, list[str]]
) -> None:
    gewist = _wis(interventie, delen)
    rest, _ = _zoek(gewist, {deel: waarden for deel, waarden in vraag.items() if deel not in delen})
    resultaat, catalogus = _zoek(gewist, vraag)
    onbekend = vraag.keys() & set(delen)
    if onbekend and _groep(rest) in ("past", "misschien"):
        assert _groep(resultaat) == "misschien"
    elif onbekend:
        assert _groep(resultaat) in ("net niet", "niet"), "what excludes it does so still"
    else:
        assert _groep(resultaat) == _groep(rest)
    beeld = zoekbeeld(resultaat, catalogus)
    for treffer in beeld.gegevens["misschien"]:
        assert onbekend <= {na["onderdeel"] for na in treffer["vraag_na"]}
    for gemist in beeld.gegevens["net_niet"]:
        assert gemist["redenen"][0].partition(":")[0] not in onbekend
    _, kop, net_niet = _tekst(beeld).partition("Net niet: één antwoord past niet")
    assert not any(net_niet.startswith(f" - {deel} ") for deel in onbekend), kop


@settings(max_examples=100)
@given(st.sampled_from(INTERVENTIES), st.sampled_from(INTERVENTIES), GEWISTE_DELEN)
def test_wat_geen_bron_zegt_is_niet_gelijk_en_niet_anders(
    een: Interventie, ander: Interventie, delen: list[str]
) -> None:
    gewist = _wis(een, delen)
    for naast in (_wis(ander, delen), ander):
        rijen = vergelijk([gewist, naast._replace(id="ander")], onderwerpen(CATALOGUS, {}, VANDAAG))  # type: ignore[arg-type]
        verschilt = {rij.onderwerp: rij.verschilt for rij in rijen}
        assert {verschilt[VERGELEKEN[deel]] for deel in delen if deel in VERGELEKEN} <= {None}


@settings(max_examples=100)
@given(st.sampled_from(INTERVENTIES), st.integers(1, 200), GEWISTE_DELEN)
def test_wat_geen_bron_zegt_kost_niet_nul(
    interventie: Interventie, deelnemers: int, delen: list[str]
) -> None:
    gewist = _wis(interventie, [*delen, "kosteloos"])
    ramingen = bereken_kosten([(gewist, gewist.varianten)], Aannames(deelnemers, 2026), CATALOGUS.begrippen)
    for raming in map(raminggegevens, ramingen):
        assert (raming["totaal"], raming["per_deelnemer"], raming["per_contactuur"]) == (None, None, None)
        assert raming["status"] not in ("kosteloos", "bekend")
    CATALOGUS.interventies = (gewist,)
    lijst = lijstbeeld({None: [gewist]}, CATALOGUS, VANDAAG)
    assert lijst.gegevens[0]["kosten"] == {"status": None, "bedrag": None, "eenheid": None}
    assert "€" not in _tekst(lijst)
    assert "kosteloos" not in _tekst(lijst)


@settings(max_examples=50)
@given(st.sampled_from(INTERVENTIES), st.sampled_from([None, "Eritrese statushouders", "iedereen"]))
def test_wat_geen_bron_zegt_voldoet_niet_en_zakt_niet(
    interventie: Interventie, doelgroep: str | None
) -> None:
    toets = toets_uit_catalogus(interventie._replace(kwaliteit=()), CATALOGUS, doelgroep)
    uitslag = toets_interventie(toets, CATALOGUS.kwaliteitscriteria)
    assert {u.oordeel for u in uitslag.criteria} == {Criteriumoordeel.OPEN, Criteriumoordeel.NAVRAGEN}
    gegevens = toetsgegevens(uitslag)
    assert gegevens["voldaan"] == 0
    assert gegevens["oordeel"] == ("voldoet" if gegevens["grond"] else "onvolledig")
    assert bool(gegevens["grond"]) == (interventie.voorselectie and doelgroep is None)


@settings(max_examples=150)
@given(VRAGEN)
@example({"bewijs": ["voor-en-nameting"]})
def test_in_de_hele_catalogus_sluit_alleen_uit_wat_gepubliceerd_is(vraag: dict[str, list[str]]) -> None:
    """As published: what just misses is told with a fact, and what fits with nothing that is open."""
    CATALOGUS.interventies = INTERVENTIES
    beeld = zoekbeeld(zoek(CATALOGUS, vraag, VANDAAG), CATALOGUS)
    for treffer in beeld.gegevens["treffers"]:
        assert not any("niet gepubliceerd" in reden for reden in treffer["redenen"]), treffer
    for gemist in beeld.gegevens["net_niet"]:
        onderdeel, _, feit = gemist["redenen"][0].partition(": ")
        assert feit
        assert "niet gepubliceerd" not in feit, gemist
        assert onderdeel in vraag
    alle = {i.id for i in INTERVENTIES}
    genoemd = [een["id"] for deel in ("treffers", "misschien", "net_niet") for een in beeld.gegevens[deel]]
    assert len(genoemd) == len(set(genoemd))
    assert set(genoemd) <= alle
