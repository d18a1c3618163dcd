"""All facts of an intervention in a row, each with its label, words and sources: to list, and to lay beside others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Variant
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.weergave.feit import FEITEN, VARIANTFEITEN, Feitregel

LIJSTFEITEN = frozenset(
    {"erkenning", "onderzoek", "kosten", "waardoor het werkt", "let op", "kwaliteit", "contact", "publicaties"}
)  # fmt: skip
"""Facts of which each line is one by itself."""
AFGELEID = frozenset({"contacturen"})
"""Facts that follow from others, and are in no source as such."""


class Kaartfeit(NamedTuple):
    """One fact: of the whole, of a variant, or one line of a list."""

    naam: str
    """As in ``FEITEN``."""
    label: str
    regels: Sequence[str]
    bronnen: Sequence[str]
    variant: Variant | None = None

    @property
    def kop(self) -> str:
        return f"{self.label} ({self.variant.naam})" if self.variant else self.label


def feiten(interventie: Interventie, catalogus: Catalogus) -> Iterator[Kaartfeit]:
    """All that is published of it, in the order of its card."""
    for naam_, soort in FEITEN.items():
        if naam_ in VARIANTFEITEN or naam_ == "verschillen":
            continue
        regels = soort.zeg(interventie, catalogus)
        for deel in [[regel] for regel in regels] if naam_ in LIJSTFEITEN else _met_bron(regels):
            bronnen = dict.fromkeys(bron for regel in deel for bron in regel.bronnen)
            yield Kaartfeit(naam_, soort.label, [regel.tekst for regel in deel], list(bronnen))
        if naam_ == "doel":
            yield from _van_varianten(interventie, catalogus)
    verschillen = FEITEN["verschillen"]
    for regel, afwijking in zip(
        verschillen.zeg(interventie, catalogus), interventie.afwijkingen, strict=True
    ):
        yield Kaartfeit("verschillen", verschillen.label, [regel.tekst], [afwijking.bron])


def _van_varianten(interventie: Interventie, catalogus: Catalogus) -> Iterator[Kaartfeit]:
    for variant in interventie.varianten:
        for naam_, feit in VARIANTFEITEN.items():
            tekst = None if naam_ in AFGELEID else feit.tekst(variant, catalogus)
            if tekst:
                yield Kaartfeit(
                    naam_, FEITEN[naam_].label, [tekst], bronnen_van(interventie, naam_, variant), variant
                )


def _met_bron(regels: Sequence[Feitregel]) -> Iterator[Sequence[Feitregel]]:
    """The lines up to and with one that names their source."""
    deel: list[Feitregel] = []
    for regel in regels:
        deel.append(regel)
        if regel.bronnen:
            yield deel
            deel = []
    if deel:
        yield deel
