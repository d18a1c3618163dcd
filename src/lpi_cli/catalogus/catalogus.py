"""The catalogue as the program uses it: the bundled one, with own ones laid over it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import BewaardeFout, Fout
from lpi_cli.catalogus.gereed import ZOEKTEKSTEN, Gereed
from lpi_cli.catalogus.record import maak, maak_uit_rij

if TYPE_CHECKING:
    from lpi_cli.catalogus.model_toets import Kwaliteitscriteria
    from lpi_cli.catalogus.model_uitleg import Cijfers, Onderwerpen

_OOK_EIGEN = (
    "begrippen", "bronnen", "bronmappen", "herkomst", "interventies", ZOEKTEKSTEN, "fouten", "let_op",
)  # fmt: skip
_ALLEEN_BASIS = ("plaatsen", "keuzehulp", "kwaliteitscriteria", "cijfers", "uitleg")
"""What a catalogue has that may come from own ones, and what may not."""


class Catalogus:
    """Everything the program knows. Each part is built when it is first asked for."""

    def __init__(self, basis: Gereed, eigen: Gereed | None = None, mappen: Sequence[Path] = ()) -> None:
        """``eigen``: what the own catalogues in ``mappen`` lay over the bundled ``basis``."""
        self._basis = basis
        self._eigen = eigen
        self.mappen = mappen

    def bouw(self) -> "Catalogus":
        """Build all that comes from the ready file on top. Raises one of ``NIET_GEREED`` when something cannot be."""
        for naam in _OOK_EIGEN if self._eigen else (*_OOK_EIGEN, *_ALLEEN_BASIS):
            getattr(self, naam)
        return self

    def _uit_eigen(self, naam: str, soort: Any) -> Any:
        return self._eigen.deel(naam, soort) if self._eigen else {}

    @cached_property
    def begrippen(self) -> model.Begrippen:
        """The vocabularies: name of the list → code → word."""
        gegevens = self._basis.deel("begrippen", model.Begrippen)
        for lijst, begrippen in self._uit_eigen("begrippen", model.Begrippen).items():
            gegevens[lijst] |= begrippen
        return maak(model.Begrippen, gegevens)

    @cached_property
    def bronnen(self) -> model.Bronnen:
        soort = model.Bronnen
        return maak(soort, self._basis.deel("bronnen", soort) | self._uit_eigen("bronnen", soort))

    @cached_property
    def plaatsen(self) -> model.Plaatsen:
        """Places by name, with the province that each lies in."""
        return maak(model.Plaatsen, self._basis.deel("plaatsen", model.Plaatsen))

    @cached_property
    def keuzehulp(self) -> model.Keuzehulp:
        return maak(model.Keuzehulp, self._basis.deel("keuzehulp", model.Keuzehulp))

    @cached_property
    def kwaliteitscriteria(self) -> "Kwaliteitscriteria":
        from lpi_cli.catalogus.model_toets import Kwaliteitscriteria

        return maak(Kwaliteitscriteria, self._basis.deel("kwaliteitscriteria", Kwaliteitscriteria))

    @cached_property
    def cijfers(self) -> "Cijfers":
        from lpi_cli.catalogus.model_uitleg import Cijfers

        return maak(Cijfers, self._basis.deel("cijfers", Cijfers))

    @cached_property
    def uitleg(self) -> "Onderwerpen":
        """The topics, by id."""
        from lpi_cli.catalogus.model_uitleg import Onderwerpen

        return maak(Onderwerpen, self._basis.deel("uitleg", Onderwerpen))

    @cached_property
    def interventies(self) -> tuple[model.Interventie, ...]:
        """All interventions, by id; an own one stands in the place of the bundled one."""
        alle = [maak_uit_rij(model.Interventie, rij) for rij in self._basis.interventies()]
        if self._eigen is not None:
            eigen = [maak_uit_rij(model.Interventie, rij) for rij in self._eigen.interventies()]
            if {interventie.id for interventie in eigen} != self.herkomst.keys():
                raise LookupError("herkomst")
            alle = [interventie for interventie in alle if interventie.id not in self.herkomst] + eigen
            alle.sort(key=lambda interventie: interventie.id)
        return tuple(alle)

    @cached_property
    def zoekteksten(self) -> tuple[Sequence[str], ...]:
        """Per intervention, in the same order: the words of its ``zoektekst``, to search in with ``bevat``."""
        soort = dict[str, tuple[str, ...]]
        teksten = self._basis.deel(ZOEKTEKSTEN, soort) | self._uit_eigen(ZOEKTEKSTEN, soort)
        return tuple([teksten[interventie.id] for interventie in self.interventies])

    @cached_property
    def herkomst(self) -> Mapping[str, model.Herkomst]:
        """By id: the interventions in which an own catalogue had a part."""
        soort = dict[str, model.Herkomst]
        return maak(soort, self._uit_eigen("herkomst", soort))

    def is_eigen(self, id_: str) -> bool:
        """Whether an intervention is an own catalogue's alone, in no publication of the bundled one."""
        return id_ in self.herkomst and self.herkomst[id_].soort is model.Herkomstsoort.EIGEN

    @cached_property
    def bronmappen(self) -> Mapping[str, str]:
        """The own sources: id → name of the own catalogue that has it."""
        soort = dict[str, str]
        return maak(soort, self._uit_eigen("bronmappen", soort))

    @cached_property
    def fouten(self) -> tuple[Fout, ...]:
        """What is wrong in the own catalogues, and so does not take part."""
        return self._meldingen("fouten")

    @cached_property
    def let_op(self) -> tuple[Fout, ...]:
        """Where an own catalogue takes away what an earlier own one says."""
        return self._meldingen("let_op")

    def _meldingen(self, deel: str) -> tuple[Fout, ...]:
        soort = tuple[BewaardeFout, ...]
        bewaard = maak(soort, self._uit_eigen(deel, soort) or ())
        return tuple(Fout(self.mappen[een.map_] / een.bestand, *een[2:]) for een in bewaard)
