"""What someone names: an intervention, or some of its variants with only what holds for these."""

from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from lpi_cli.catalogus.model import Code, Deelpunt, Erkenning, Interventie, Onderzoek, Regel, Variant

_Code = TypeVar("_Code", bound=str)
_VanDeel = TypeVar("_VanDeel", Erkenning, Onderzoek, Deelpunt)


class Gevraagd(NamedTuple):
    interventie: Interventie
    varianten: tuple[Variant, ...]
    """Those that were named; all when none was."""

    @classmethod
    def heel(cls, interventie: Interventie) -> "Gevraagd":
        return cls(interventie, interventie.varianten)

    @property
    def is_deel(self) -> bool:
        return len(self.varianten) < len(self.interventie.varianten)

    @property
    def wat(self) -> str:
        """As one types it: ``bamboo``, or ``bamboo/youth`` when it is a part."""
        if not self.is_deel:
            return self.interventie.id
        return " + ".join(f"{self.interventie.id}/{variant.id}" for variant in self.varianten)

    @property
    def naam(self) -> str:
        if not self.is_deel:
            return self.interventie.naam
        return " + ".join(naam_van(self.interventie, variant) for variant in self.varianten)

    def omvat(self, interventie: Interventie, varianten: Iterable[Variant]) -> bool:
        return self.interventie is interventie and all(variant in self.varianten for variant in varianten)

    def elk(self) -> tuple["Gevraagd", ...]:
        """Each named variant by itself: what fits of one need not of another."""
        if not self.is_deel:
            return (self,)
        return tuple(Gevraagd(self.interventie, (variant,)) for variant in self.varianten)

    def zonder(self, varianten: Collection[Variant]) -> tuple["Gevraagd", ...]:
        """What is left of it without some variants; nothing when that is nothing."""
        rest = tuple(variant for variant in self.varianten if variant not in varianten)
        return (Gevraagd(self.interventie, rest),) if rest else ()

    def los(self) -> Interventie:
        """The intervention as only these variants, by their name: what is said of others is left out."""
        heel = self.interventie
        if not self.is_deel:
            return heel
        return heel._replace(
            naam=Regel(self.naam),
            varianten=self.varianten,
            doelgroep=heel.doelgroep._replace(
                kenmerken=self._van_geheel(heel.doelgroep.kenmerken, "kenmerken"),
                alleen=self._van_geheel(heel.doelgroep.alleen, "alleen"),
                niet=self._van_geheel(heel.doelgroep.niet, "niet"),
            ),
            setting=self._van_geheel(heel.setting, "setting"),
            setting_niet=self._van_geheel(heel.setting_niet, "setting_niet"),
            talen=self._van_geheel(heel.talen, "talen"),
            preventie=self._van_geheel(heel.preventie, "preventie"),
            kosten=tuple(post for post in heel.kosten if post.variant in (None, *self._ids)),
            bewijs=heel.bewijs._replace(
                erkenningen=self._hiervan(heel.bewijs.erkenningen),
                onderzoek=self._hiervan(heel.bewijs.onderzoek),
            ),
            aandachtspunten_deels=self._hiervan(heel.aandachtspunten_deels),
            bron_van={veld: bronnen for veld, bronnen in heel.bron_van.items() if self._is_hiervan(veld)},
            afwijkingen=tuple(een for een in heel.afwijkingen if self._is_hiervan(een.veld)),
        )

    @property
    def _ids(self) -> set[Code]:
        return {variant.id for variant in self.varianten}

    def _van_geheel(self, waarden: tuple[_Code, ...], veld: str) -> tuple[_Code, ...]:
        """What is said of the whole, unless each of these has its own in the place of it."""
        return () if all(getattr(variant, veld) for variant in self.varianten) else waarden

    def _hiervan(self, gezegd: Iterable[_VanDeel]) -> tuple[_VanDeel, ...]:
        """What is said of the whole or of one of these, of only these."""
        return tuple(
            een._replace(varianten=tuple(id_ for id_ in een.varianten if id_ in self._ids))
            for een in gezegd
            if not een.varianten or not self._ids.isdisjoint(een.varianten)
        )

    def _is_hiervan(self, veld: str) -> bool:
        """Whether a path such as ``varianten.kids.leeftijd`` leads to none of the other variants."""
        top, _, rest = veld.partition(".")
        return top != "varianten" or not rest or rest.partition(".")[0] in self._ids


def naam_van(interventie: Interventie, variant: Variant) -> str:
    """The name of a variant, with that of the intervention where it does not say so itself."""
    if interventie.naam.split()[0] in variant.naam:
        return variant.naam
    return f"{interventie.naam}: {variant.naam}"
