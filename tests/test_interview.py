"""Every interview goes the same way: one question after the other, and back."""

from collections.abc import Mapping

from lpi_cli.cli._interview import Interviewvraag, interview


class Mens:
    """Someone who gives these answers in turn; ``TERUG`` goes back, None is not known."""

    def __init__(self, *antwoorden: str | None) -> None:
        self.antwoorden = list(antwoorden)
        self.gehoord: list[str] = []

    def vraag(self, naam: str, alleen_na: str | None = None) -> Interviewvraag[str, str]:
        def stel(plek: str, eerder: Mapping[str, str]) -> tuple[str | None, bool]:
            self.gehoord.append(f"{naam}, {plek}")
            antwoord = self.antwoorden.pop(0)
            return (eerder.get(naam), False) if antwoord == TERUG else (antwoord, True)

        return Interviewvraag(naam, stel, alleen_na)


TERUG = "terug"


def test_wat_niet_bekend_is_blijft_weg_en_wat_er_al_is_blijft_staan() -> None:
    mens = Mens("Praatgroep", None)
    antwoorden = interview([mens.vraag("naam"), mens.vraag("bedrag")], {"map": "regio"})
    assert antwoorden == {"map": "regio", "naam": "Praatgroep"}
    assert mens.gehoord == ["naam, 1 van 2", "bedrag, 2 van 2"]


def test_een_vraag_die_bij_een_andere_hoort_wordt_alleen_na_een_antwoord_gesteld() -> None:
    mens = Mens(None)
    assert interview([mens.vraag("bedrag"), mens.vraag("eenheid", "bedrag")], {}) == {}
    mens = Mens("12", "groep")
    assert interview([mens.vraag("bedrag"), mens.vraag("eenheid", "bedrag")], {})["eenheid"] == "groep"


def test_terug_gaat_ook_langs_een_vraag_die_niet_is_gesteld() -> None:
    mens = Mens(None, TERUG, "12", "groep", "hallo")
    vragen = [mens.vraag("bedrag"), mens.vraag("eenheid", "bedrag"), mens.vraag("bron")]
    assert interview(vragen, {}) == {"bedrag": "12", "eenheid": "groep", "bron": "hallo"}
    namen = [zin.partition(",")[0] for zin in mens.gehoord]
    assert namen == ["bedrag", "bron", "bedrag", "eenheid", "bron"]


def test_terug_bij_de_eerste_vraag_stelt_haar_opnieuw_en_terug_bewaart_het_antwoord() -> None:
    mens = Mens(TERUG, "groep", TERUG, None, "azc")
    vragen = [mens.vraag("vorm"), mens.vraag("setting")]
    assert interview(vragen, {}) == {"setting": "azc"}
    mens = Mens("groep", TERUG, TERUG, "alleen", "azc")
    assert list(interview([mens.vraag("vorm"), mens.vraag("setting")], {}).values()) == ["alleen", "azc"]
