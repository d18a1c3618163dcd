"""Help and messages of the command line, to the letter: the framework may change, what one reads may not.

``opdrachtregels.txt`` holds each command line with its exit status and all that it says.
After a change that is meant: ``python -m tests.test_opdrachtregel > tests/opdrachtregels.txt``.
"""

import shlex
from collections.abc import Iterator
from textwrap import wrap

import pytest

from lpi_cli.weergave.tekst import VASTE_SPATIE, onbreekbaar
from tests.conftest import CHECKOUT, Lpi, in_dit_proces

VERWACHT = CHECKOUT / "tests" / "opdrachtregels.txt"
OPDRACHTEN = """\
lpi
lpi --help
lpi --version
lpi kies --help
lpi zoek --help
lpi lijst --help
lpi toon --help
lpi vergelijk --help
lpi kosten --help
lpi plan --help
lpi toets --help
lpi uitleg --help
lpi rapport --help
lpi web --help
lpi catalogus --help
lpi catalogus
lpi catalogus nieuw --help
lpi catalogus sjabloon --help
lpi catalogus lees --help
lpi catalogus controleer --help
lpi catalogus exporteer --help
lpi catalogus schema --help
lpi catalogus bronnen --help
lpi catalogus afwijkingen --help
lpi catalogus verschil --help
lpi catalogus exporteer --help
lpi kie
lpi xyz
lpi catalogus controler
lpi catalogus sjabloon --uit aanbod.ods
lpi catalogus exporteer --als boek --uit a.xlsx
lpi catalogus lees aanbod.ods mijn-regio
lpi --taal uk
lpi --versie
lpi zoek --leeftyd 12
lpi zoek --qqq
lpi zoek -x
lpi zoek --leeftijd
lpi zoek --kosteloos=ja
lpi zoek --taal klingon
lpi zoek --formaat pdf
lpi zoek --catalogus weg
lpi kosten
lpi plan
lpi plan --groep 8-12
lpi kosten --deelnemers
lpi kosten --deelnemers veel
lpi kosten --deelnemers 0
lpi kosten mindfit --deelnemers 20 --uurtarief veel
lpi kosten mindfit --deelnemers 20 --budget -5
lpi kosten mindfit --deelnemers 20 --groepsgrootte 1001
lpi kosten mindfit --deelnemers 20 --sorteer prijs
lpi catalogus verschil catalog
lpi catalogus verschil catalog weg
lpi catalogus verschil catalog src
lpi catalogus verschil README.md catalog
lpi catalogus exporteer --als xml --uit x
lpi lijst te veel
lpi toon
lpi toon zzzz
lpi web
lpi web --uit
lpi rapport --deelnemers x
lpi toets --sjabloon --uit x.yaml
lpi toets weg.yaml
lpi catalogus nieuw
lpi catalogus schema
lpi catalogus controleer weg
lpi kies --leeftijd 12 --doel klachten --vorm groep --opslaan weg/vraag.yaml
lpi kosten --deelnemers 30 --deelnemers 20
lpi kosten --budget 9000
lpi kosten --taal ar=10 --taal uk=14 --deelnemers 30
lpi zoek --vraag weg.yaml
lpi zoek --taal ar=veel
lpi zoek --liefst taal
lpi zoek --liefst goedkoop
lpi zoek --regio Rotterdam --voorselectie --liefst taal=uk --liefst kosteloos
""".splitlines()


def _verslag() -> Iterator[str]:
    for opdracht in OPDRACHTEN:
        uitkomst = in_dit_proces(*shlex.split(opdracht)[1:])
        yield f"$ {opdracht}\n{uitkomst.stdout}{uitkomst.stderr}= {uitkomst.status}\n"


def test_hulp_en_fouten_blijven_gelijk_tot_op_de_letter() -> None:
    gegeven = "\n".join(_verslag())
    assert gegeven == VERWACHT.read_text(encoding="utf-8")


@pytest.mark.parametrize("breedte", [40, 51])
@pytest.mark.parametrize("opdracht", ["", "kies", "toets", "catalogus", "catalogus exporteer"])
def test_hulp_past_ook_op_een_smal_scherm(lpi: Lpi, opdracht: str, breedte: int) -> None:
    """All but the examples, which are commands to copy."""
    hulp, voorbeelden = lpi(*opdracht.split(), "--help", COLUMNS=str(breedte)).stdout.split("Voorbeelden:")
    assert max(map(len, hulp.splitlines())) <= breedte
    assert "  lpi " in voorbeelden


def test_een_opdracht_tussen_haakjes_houdt_een_regel_niet_bijeen() -> None:
    heel = onbreekbaar("Geef een vraag (maak hem met: lpi kies --opslaan vraag.yaml), of opties.")
    assert max(map(len, wrap(heel, 40, break_long_words=False))) <= 40
    assert f"lpi{VASTE_SPATIE}kies{VASTE_SPATIE}--opslaan{VASTE_SPATIE}vraag.yaml), of" in heel


if __name__ == "__main__":
    print("\n".join(_verslag()), end="")
