"""Find an intervention by its id, its name or part of it; or one of its variants: ``bamboo/youth``."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Deelpunt, Erkenning, Interventie, Onderzoek, Regel, Status, Variant
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.vraagfout import Vraagfout

MEESTE_IDS = 5
"""Ids that an error names when several may be meant."""
STAPPEN: Sequence[Callable[[str, list[str]], bool]] = (
    lambda vorm, namen: vorm == namen[0],
    lambda vorm, namen: vorm in namen,
    lambda vorm, namen: any(naam.startswith(vorm) for naam in namen),
    lambda vorm, namen: any(vorm.replace(" ", "") in naam.replace(" ", "") for naam in namen),
)
"""What may be meant, first of all: the id, a name, the start of one, a part of one; of the names the id is the first."""


_Code = TypeVar("_Code", bound=str)
_VanDeel = TypeVar("_VanDeel", Erkenning, Onderzoek, Deelpunt)


class Gevraagd(NamedTuple):
    """What someone names."""

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

    def los(self) -> Interventie:
        """The intervention as only these variants, by their name: what is said of others is left out."""
        if not self.is_deel:
            return self.interventie
        heel, ids = self.interventie, {variant.id for variant in self.varianten}
        groep = heel.doelgroep

        def hiervan(gezegd: Iterable[_VanDeel]) -> tuple[_VanDeel, ...]:
            return tuple(
                een._replace(varianten=tuple(id_ for id_ in een.varianten if id_ in ids))
                for een in gezegd
                if not een.varianten or not ids.isdisjoint(een.varianten)
            )

        def is_hiervan(veld: str) -> bool:
            top, _, rest = veld.partition(".")
            return top != "varianten" or not rest or rest.partition(".")[0] in ids

        def van_geheel(waarden: tuple[_Code, ...], veld: str) -> tuple[_Code, ...]:
            # what each of these has of its own takes the place of it
            return () if all(getattr(variant, veld) for variant in self.varianten) else waarden

        return heel._replace(
            naam=Regel(self.naam),
            varianten=self.varianten,
            doelgroep=groep._replace(
                kenmerken=van_geheel(groep.kenmerken, "kenmerken"),
                alleen=van_geheel(groep.alleen, "alleen"),
                niet=van_geheel(groep.niet, "niet"),
            ),
            setting=van_geheel(heel.setting, "setting"),
            setting_niet=van_geheel(heel.setting_niet, "setting_niet"),
            talen=van_geheel(heel.talen, "talen"),
            kosten=tuple(post for post in heel.kosten if post.variant in (None, *ids)),
            bewijs=heel.bewijs._replace(
                erkenningen=hiervan(heel.bewijs.erkenningen), onderzoek=hiervan(heel.bewijs.onderzoek)
            ),
            aandachtspunten_deels=hiervan(heel.aandachtspunten_deels),
            bron_van={veld: bronnen for veld, bronnen in heel.bron_van.items() if is_hiervan(veld)},
            afwijkingen=tuple(een for een in heel.afwijkingen if is_hiervan(een.veld)),
        )


def naam_van(interventie: Interventie, variant: Variant) -> str:
    """The name of a variant, with that of the intervention where it does not say so itself."""
    if interventie.naam.split()[0] in variant.naam:
        return variant.naam
    return f"{interventie.naam}: {variant.naam}"


def vind_alle(catalogus: Catalogus, gezocht: Iterable[str], *, ook_gestopt: bool = False) -> list[Gevraagd]:
    """Each intervention that is meant once, with all variants of it that are. Raises ``Vraagfout`` as ``vind_wat``."""
    per_interventie: dict[Interventie, set[str]] = {}
    for een in gezocht:
        interventie, varianten = vind_wat(catalogus, een, ook_gestopt=ook_gestopt)
        per_interventie.setdefault(interventie, set()).update(variant.id for variant in varianten)
    return [
        Gevraagd(interventie, tuple(variant for variant in interventie.varianten if variant.id in ids))
        for interventie, ids in per_interventie.items()
    ]


def vind_wat(catalogus: Catalogus, gezocht: str, *, ook_gestopt: bool = False) -> Gevraagd:
    """The intervention that is meant, or the variant of it behind a slash.

    Raises ``Vraagfout`` as ``vind``, or with the variants that there are.
    """
    id_, schuin, getypt = gezocht.rpartition("/")
    if not schuin or any(vlak(gezocht) == vlak(i.naam) for i in catalogus.alle):
        interventie = vind(catalogus, gezocht, ook_gestopt=ook_gestopt)
        return Gevraagd.heel(interventie)
    interventie = vind(catalogus, id_, ook_gestopt=ook_gestopt)
    for variant in interventie.varianten:
        if vlak(getypt) in (vlak(variant.id), vlak(variant.naam)):
            return Gevraagd(interventie, (variant,))
    ids = [variant.id for variant in interventie.varianten]
    gok = naaste(getypt, ids) if len(ids) > 1 else None
    bedoeld = f" Bedoelt u {f'{interventie.id}/{gok}'!r}?" if gok else ""
    raise Vraagfout(
        f"{interventie.id} heeft geen variant {getypt.strip()!r}; kies uit {', '.join(ids)}.{bedoeld}"
    )


def vind(catalogus: Catalogus, gezocht: str, *, ook_gestopt: bool = False) -> Interventie:
    """The one intervention meant by an id, a name, or the start or part of a name.

    Raises ``Vraagfout`` with the nearest ids when there is none, or more than one, or when it is not offered.
    """
    gevonden = _vind(catalogus, gezocht)
    if gevonden.status is Status.GESTOPT and not ook_gestopt:
        raise Vraagfout(f"{gevonden.naam} is gestopt. Lees erover met: lpi toon {gevonden.id}")
    return gevonden


def _vind(catalogus: Catalogus, gezocht: str) -> Interventie:
    vorm = vlak(gezocht)
    if not vorm:
        raise Vraagfout("Geef een id of naam; alle id's ziet u met: lpi lijst")
    namen: dict[str, list[str]] = {  # the id first
        i.id: [vlak(i.id), vlak(i.naam), *(vlak(v.naam) for v in i.varianten)] for i in catalogus.alle
    }
    for stap in STAPPEN:
        gevonden = [i for i in catalogus.alle if stap(vorm, namen[i.id])]
        if len(gevonden) == 1:
            return gevonden[0]
        if gevonden:
            meer = f" en nog {len(gevonden) - MEESTE_IDS}" if len(gevonden) > MEESTE_IDS else ""
            ids = ", ".join(i.id for i in gevonden[:MEESTE_IDS])
            raise Vraagfout(f"{gezocht!r} kan meer dan één zijn; kies uit {ids}{meer}.")
    per_naam = {naam: id_ for id_, alle in namen.items() for naam in alle}
    gok = naaste(gezocht, namen) or per_naam.get(naaste(gezocht, per_naam) or "")
    bedoeld = f" Bedoelt u {gok!r}?" if gok else ""
    raise Vraagfout(f"Ik ken geen interventie {gezocht!r}.{bedoeld} Alle id's ziet u met: lpi lijst")
