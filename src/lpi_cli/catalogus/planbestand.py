"""Read the file of a plan: all faults at once, each with its line. A saved question is a plan of one group."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.catalogus.vraagbestand import Lees, Veld, lees_velden
from lpi_cli.catalogus.yaml_lezer import Document, Pad, lees_yaml, lees_yaml_tekst

Keuring = Callable[[Mapping[str, Any]], Iterable[tuple[Pad, str]]]
"""What does not add up in a plan of which each value is understood: where, and what (Dutch)."""
VELDEN_NODIG = "moet velden hebben, elk met een naam en een dubbele punt"
GROEPEN, VAST, OFFERTES, DOELGROEP, TAAL, OVERIG = (
    "groepen",
    "vast",
    "offertes",
    "doelgroep",
    "taal",
    "overig",
)
"""Fields of a plan that hold more than values, those of a group that go by language, and all other languages."""


class Planvelden(NamedTuple):
    """The fields that hold values."""

    plan: Mapping[str, Veldsoort]
    groep: Mapping[str, Veldsoort]
    vraag: Mapping[str, Veldsoort]
    """Of a saved question."""
    offerte: Mapping[str, Veldsoort]


def lees_plan(
    bestand: Path, velden: Planvelden, lees: Lees, keur: Keuring, let_op: list[Fout]
) -> dict[str, Any]:
    """The values in ``bestand`` by field; adds to ``let_op``. Raises ``CatalogusFout`` with every fault found."""
    document = lees_yaml(bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    let_op += document.let_op
    if document.gegevens is None:
        raise CatalogusFout(
            [document.fout((), "is leeg; een plan om in te vullen geeft: lpi plan --sjabloon")]
        )
    if not isinstance(document.gegevens, dict):
        raise CatalogusFout([document.fout((), VELDEN_NODIG)])
    lezer = _Lezer(document, velden, lees)
    gelezen = lezer.plan()
    fouten = lezer.fouten or [document.fout(lezer.plek(pad), melding) for pad, melding in keur(gelezen)]
    if fouten:
        raise CatalogusFout(sorted(fouten, key=lambda fout: fout.regel))
    return gelezen


class _Lezer:
    """Reads the parts of one file; what is wrong goes to ``fouten``."""

    def __init__(self, document: Document, velden: Planvelden, lees: Lees) -> None:
        self.document, self.velden, self.lees = document, velden, lees
        self.gegevens: dict[str, Any] = document.gegevens
        self.fouten: list[Fout] = []
        self.is_vraag = GROEPEN not in self.gegevens and not self.gegevens.keys().isdisjoint(
            velden.groep.keys() - velden.plan.keys()
        )

    def plan(self) -> dict[str, Any]:
        if self.is_vraag:
            vraag = lees_velden(self.document, (), self.gegevens, self.velden.vraag, self.lees, self.fouten)
            bij_plan = {naam: waarde for naam, waarde in vraag.items() if naam in self.velden.plan}
            groep = {naam: waarde for naam, waarde in vraag.items() if naam in self.velden.groep}
            return _zonder_niets({**bij_plan, GROEPEN: [_zonder_niets(groep)]})
        delen = {GROEPEN: self._groepen, VAST: self._vast, OFFERTES: self._offertes}
        waarden = {naam: waarde for naam, waarde in self.gegevens.items() if naam not in delen}
        gelezen = lees_velden(self.document, (), waarden, self.velden.plan, self.lees, self.fouten)
        gelezen |= {
            naam: lees(self.gegevens[naam])
            for naam, lees in delen.items()
            if self.gegevens.get(naam) is not None
        }
        return _zonder_niets(gelezen)

    def plek(self, pad: Pad) -> Pad:
        """Where something stands: of a question not in a group."""
        return pad[2:] if self.is_vraag and pad[:1] == (GROEPEN,) else pad

    def _groepen(self, waarde: Any) -> list[dict[str, Any]]:
        if not isinstance(waarde, list):
            self._fout((GROEPEN,), "moet een lijst zijn: elke groep begint met een streepje")
            return []
        return [self._groep((GROEPEN, nr), groep) for nr, groep in enumerate(waarde)]

    def _groep(self, pad: Pad, groep: Any) -> dict[str, Any]:
        if not isinstance(groep, dict):
            self._fout(pad, VELDEN_NODIG)
            return {}
        per_taal = groep.get(DOELGROEP)
        rest = {
            naam: waarde
            for naam, waarde in groep.items()
            if naam != DOELGROEP or not isinstance(per_taal, dict)
        }
        gelezen = lees_velden(self.document, pad, rest, self.velden.groep, self.lees, self.fouten)
        if isinstance(per_taal, dict):
            gelezen[OVERIG] = {
                taal: Veld(
                    self.document,
                    (*pad, DOELGROEP, getypt),
                    Veldsoort.WOORDEN,
                    self.lees,
                    self.fouten,
                    DOELGROEP,
                ).lees(wie)
                for getypt, wie in per_taal.items()
                if (taal := self._taal((*pad, DOELGROEP, getypt), getypt)) is not None
            }
        return _zonder_niets(gelezen)

    def _taal(self, pad: Pad, getypt: str) -> Any:
        if getypt == OVERIG:
            return OVERIG
        codes = Veld(self.document, pad, Veldsoort.TEKST, self.lees, self.fouten, TAAL).lees(getypt)
        if codes is not None and len(codes) > 1:
            self._fout(pad, f"staat voor {', '.join(codes)}; noem één taal")
        return codes and codes[0]

    def _vast(self, waarde: Any) -> dict[str, Any]:
        if not isinstance(waarde, dict):
            self._fout((VAST,), "moet per cel een id hebben, zoals {volwassenen/ti: mindfit}")
            return {}
        return {
            cel: Veld(self.document, (VAST, cel), Veldsoort.TEKST, self.lees, self.fouten, VAST).lees(wat)
            for cel, wat in waarde.items()
        }

    def _offertes(self, waarde: Any) -> dict[str, dict[str, Any]]:
        if not isinstance(waarde, dict):
            self._fout(
                (OFFERTES,), "moet per id een prijs hebben, zoals {mindfit: {per: groep, bedrag: 6500}}"
            )
            return {}
        gelezen = {}
        for wat, offerte in waarde.items():
            pad = (OFFERTES, wat)
            if not isinstance(offerte, dict):
                self._fout(
                    pad, "schrijf waar de prijs voor is en het bedrag, zoals {per: groep, bedrag: 2900}"
                )
                continue
            id_ = Veld(self.document, pad, Veldsoort.TEKST, self.lees, self.fouten, VAST).lees(wat)
            gelezen[id_] = _zonder_niets(
                lees_velden(self.document, pad, offerte, self.velden.offerte, self.lees, self.fouten)
            )
            for nodig in ("per", "bedrag"):
                if offerte.get(nodig) is None:
                    self._fout(pad, f"{nodig} ontbreekt; schrijf het zoals {{per: groep, bedrag: 2900}}")
        return gelezen

    def _fout(self, pad: Pad, melding: str) -> None:
        self.fouten.append(self.document.fout(pad, melding))


def _zonder_niets(gelezen: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in gelezen.items() if waarde is not None}


def zet_offertes(bestand: Path, regels: Mapping[str, str]) -> str:
    """The text of a plan with these lines under ``offertes``, and the rest as it was; a line of before goes out.

    ``regels``: by what they are for, without indent. Raises ``CatalogusFout`` when it cannot be done.
    """
    tekst = bestand.read_bytes().decode("utf-8")
    document = lees_yaml_tekst(tekst.replace("\r\n", "\n").removeprefix("\ufeff"), bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    einde = "\r\n" if "\r\n" in tekst else "\n"
    nieuw = einde.join(_met_offertes(tekst.replace("\r\n", "\n").split("\n"), document, regels))
    gelezen = lees_yaml_tekst(nieuw.replace("\r\n", "\n").removeprefix("\ufeff"), bestand)
    if isinstance(gelezen, Fout) or not _zelfde_rest(document.gegevens, gelezen.gegevens, regels):
        melding = f"in dit bestand kan ik de offerte niet zetten; zet zelf onder offertes: {'; '.join(regels.values())}"
        raise CatalogusFout([document.fout(("offertes",), melding)])
    return nieuw


def _met_offertes(rijen: list[str], document: Document, regels: Mapping[str, str]) -> list[str]:
    """The lines of a file with those of some quotes; quotes between braces get a line each."""
    bekend = document.gegevens.get("offertes") or {}
    if "offertes" not in document.gegevens:
        kaal = rijen[:-1] if rijen[-1] == "" else rijen
        return [*kaal, "offertes:", *(f"  {regel}" for regel in regels.values()), ""]
    begin = document.regels[("offertes",)]
    einde = _einde(rijen, begin)
    eerste = next((rij for rij in rijen[begin:einde] if rij.strip() and not rij.lstrip().startswith("#")), "")
    inspring = eerste[: len(eerste) - len(eerste.lstrip())] or "  "
    nieuw = [f"{inspring}{regel}" for regel in regels.values()]
    if rijen[begin - 1].partition("#")[0].strip() == "offertes:":
        weg = {
            nr
            for wat in regels.keys() & bekend.keys()
            for nr in _rijen_van(rijen, document.regels[("offertes", wat)], einde)
        }
        return [
            *rijen[:begin],
            *nieuw,
            *(rij for nr, rij in enumerate(rijen[begin:], begin) if nr not in weg),
        ]
    if not bekend:
        return [*rijen[: begin - 1], "offertes:", *nieuw, *rijen[begin:]]
    return rijen


def _einde(rijen: Sequence[str], begin: int) -> int:
    """The number of the line with which the next field at the top begins."""
    return next(
        (nr for nr in range(begin, len(rijen)) if rijen[nr][:1] not in ("", " ", "#", "-")), len(rijen)
    )


def _rijen_van(rijen: Sequence[str], regel: int, einde: int) -> range:
    """The lines of one field: up to the next that is indented no deeper."""
    diepte = len(rijen[regel - 1]) - len(rijen[regel - 1].lstrip())
    laatste = regel
    for nr in range(regel, einde):
        if rijen[nr].strip():
            if len(rijen[nr]) - len(rijen[nr].lstrip()) <= diepte:
                break
            laatste = nr + 1
    return range(regel - 1, laatste)


def _zelfde_rest(eerder: Any, nieuw: Any, regels: Mapping[str, str]) -> bool:
    """Whether nothing but the quotes changed, and each of these is there."""
    if not isinstance(nieuw, dict) or not isinstance(nieuw.get("offertes"), dict):
        return False
    oude = eerder.get("offertes") or {}
    rest = {wat: offerte for wat, offerte in nieuw["offertes"].items() if wat not in regels}
    gelijk = {naam: waarde for naam, waarde in nieuw.items() if naam != "offertes"}
    return (
        regels.keys() <= nieuw["offertes"].keys()
        and rest == {wat: offerte for wat, offerte in oude.items() if wat not in regels}
        and gelijk == {naam: waarde for naam, waarde in eerder.items() if naam != "offertes"}
    )
