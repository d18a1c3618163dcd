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


class Catalogus:
    """Everything the program knows. Each part is built when it is first asked for."""

    def __init__(self, basis: Gereed, eigen: Gereed | None = None, mappen: Sequence[Path] = ()) -> None:
        """``eigen``: what the own catalogues in ``mappen`` lay over the bundled ``basis``."""
        self._basis = basis
        self._eigen = eigen
        self.mappen = mappen

    def _uit_eigen(self, naam: str) -> Any:
        return self._eigen.deel(naam) if self._eigen else {}

    @cached_property
    def begrippen(self) -> model.Begrippen:
        """The vocabularies: name of the list → code → word."""
        gegevens = self._basis.deel("begrippen")
        for lijst, begrippen in self._uit_eigen("begrippen").items():
            gegevens[lijst] |= begrippen
        return maak(model.Begrippen, gegevens)

    def met_woorden_van(self, ander: "Catalogus") -> "Catalogus":
        """The same, with the words too that only another one has."""
        samen = {lijst: ander.begrippen.get(lijst, {}) | eigen for lijst, eigen in self.begrippen.items()}
        self.begrippen = samen
        return self

    @cached_property
    def bronnen(self) -> model.Bronnen:
        return maak(model.Bronnen, self._basis.deel("bronnen") | self._uit_eigen("bronnen"))

    @cached_property
    def uitgave(self) -> model.Uitgave:
        return maak(model.Uitgave, self._basis.deel("catalogus"))

    @cached_property
    def plaatsen(self) -> model.Plaatsen:
        """Places by name, with the province that each lies in."""
        return maak(model.Plaatsen, self._basis.deel("plaatsen"))

    @cached_property
    def lezingen(self) -> model.Lezingen:
        return maak(model.Lezingen, self._basis.deel("lezingen"))

    @cached_property
    def keuzehulp(self) -> model.Keuzehulp:
        return maak(model.Keuzehulp, self._basis.deel("keuzehulp"))

    @cached_property
    def kwaliteitscriteria(self) -> "Kwaliteitscriteria":
        from lpi_cli.catalogus.model_toets import Kwaliteitscriteria

        return maak(Kwaliteitscriteria, self._basis.deel("kwaliteitscriteria"))

    @cached_property
    def cijfers(self) -> "Cijfers":
        from lpi_cli.catalogus.model_uitleg import Cijfers

        return maak(Cijfers, self._basis.deel("cijfers"))

    @cached_property
    def uitleg(self) -> "Onderwerpen":
        """The topics, by id."""
        from lpi_cli.catalogus.model_uitleg import Onderwerpen

        return maak(Onderwerpen, self._basis.deel("uitleg"))

    @cached_property
    def interventies(self) -> tuple[model.Interventie, ...]:
        """The interventions that are offered, by id; an own one stands in the place of the bundled one."""
        return tuple([i for i in self.alle if i.status is not model.Status.GESTOPT])

    @cached_property
    def gestopt(self) -> tuple[model.Gestopt, ...]:
        """The others, each with what who says so adds to it."""
        eigen = self._uit_eigen("gestopt")
        return tuple(
            model.Gestopt(i.id, i.naam, i.status_sinds, tuple(eigen.get(i.id, i.aandachtspunten)))
            for i in self.alle
            if i.status is model.Status.GESTOPT
        )

    @cached_property
    def alle(self) -> tuple[model.Interventie, ...]:
        """All that is known, also what is not offered any more."""
        alle = [maak_uit_rij(model.Interventie, rij) for rij in self._basis.interventies()]
        if self._eigen is not None:
            eigen = [maak_uit_rij(model.Interventie, rij) for rij in self._eigen.interventies()]
            alle = [interventie for interventie in alle if interventie.id not in self.herkomst] + eigen
            alle.sort(key=lambda interventie: interventie.id)
        return tuple(alle)

    @cached_property
    def zoekteksten(self) -> tuple[Sequence[str], ...]:
        """Per intervention, in the same order: the words of its ``zoektekst``, to search in with ``bevat``."""
        teksten = self._basis.deel(ZOEKTEKSTEN) | self._uit_eigen(ZOEKTEKSTEN)
        return tuple([teksten[interventie.id] for interventie in self.interventies])

    @cached_property
    def herkomst(self) -> Mapping[str, model.Herkomst]:
        """By id: the interventions in which an own catalogue had a part."""
        return maak(dict[str, model.Herkomst], self._uit_eigen("herkomst"))

    def is_eigen(self, id_: str) -> bool:
        """Whether an intervention is an own catalogue's alone, in no publication of the bundled one."""
        return id_ in self.herkomst and self.herkomst[id_].soort is model.Herkomstsoort.EIGEN

    @cached_property
    def bronmappen(self) -> Mapping[str, str]:
        """The own sources: id → name of the own catalogue that has it."""
        return maak(dict[str, str], self._uit_eigen("bronmappen"))

    @cached_property
    def fouten(self) -> tuple[Fout, ...]:
        """What is wrong in the own catalogues, and so does not take part."""
        return self._meldingen("fouten")

    @cached_property
    def let_op(self) -> tuple[Fout, ...]:
        """Where an own catalogue takes away what an earlier own one says."""
        return self._meldingen("let_op")

    def _meldingen(self, deel: str) -> tuple[Fout, ...]:
        bewaard = maak(tuple[BewaardeFout, ...], self._uit_eigen(deel) or ())
        return tuple(Fout(self.mappen[een.map_] / een.bestand, *een[2:]) for een in bewaard)
