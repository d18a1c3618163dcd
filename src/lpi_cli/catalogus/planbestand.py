"""Read the file of a plan: all faults at once, each with its line. A saved question is a plan of one group."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from lpi_cli.catalogus.fouten import CatalogusFout, Fout
from lpi_cli.catalogus.model_vraag import Veldsoort
from lpi_cli.catalogus.vraagbestand import GROEPEN, Lees, Veld, lees_ingevuld, lees_velden, zonder_niets
from lpi_cli.catalogus.yaml_lezer import Document, Pad, lees_yaml_tekst

Plancontrole = Callable[[Mapping[str, Any]], Iterable[tuple[Pad, str]]]
"""What does not add up in a plan of which each value is understood: where, and what (Dutch)."""
VELDEN_NODIG = "moet velden hebben, elk met een naam en een dubbele punt"
DUBBEL = "er is al een prijs voor {wat}; laat er één staan"
VAST, OFFERTES, DOELGROEP, TAAL, OVERIG = "vast", "offertes", "doelgroep", "taal", "overig"
"""Fields of a plan that hold more than values, those of a group that go by language, and all other languages."""


class Planvelden(NamedTuple):
    plan: Mapping[str, Veldsoort]
    groep: Mapping[str, Veldsoort]
    vraag: Mapping[str, Veldsoort]
    """Of a saved question."""
    offerte: Mapping[str, Veldsoort]


def lees_plan(
    bestand: Path, velden: Planvelden, lees: Lees, keur: Plancontrole, let_op: list[Fout]
) -> dict[str, Any]:
    """The values in ``bestand`` by field; adds to ``let_op``. Raises ``CatalogusFout`` with every fault found."""
    document = lees_ingevuld(bestand, "een plan om in te vullen geeft", "lpi plan --sjabloon", let_op)
    if not isinstance(document.gegevens, dict):
        raise CatalogusFout([document.fout((), VELDEN_NODIG)])
    lezer = _Lezer(document, velden, lees)
    gelezen = lezer.plan()
    fouten = [*lezer.fouten, *lezer.tegenspraak(keur(gelezen))]
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
            vraag = self._velden((), self.gegevens, self.velden.vraag)
            bij_plan = {naam: waarde for naam, waarde in vraag.items() if naam in self.velden.plan}
            groep = {naam: waarde for naam, waarde in vraag.items() if naam in self.velden.groep}
            return zonder_niets({**bij_plan, GROEPEN: [zonder_niets(groep)]})
        delen = {GROEPEN: self._groepen, VAST: self._vast, OFFERTES: self._offertes}
        waarden = {naam: waarde for naam, waarde in self.gegevens.items() if naam not in delen}
        velden = {**self.velden.plan, **dict.fromkeys(delen, Veldsoort.TEKST)}
        gelezen = self._velden((), waarden, velden)
        gelezen |= {
            naam: lees(self.gegevens[naam])
            for naam, lees in delen.items()
            if self.gegevens.get(naam) is not None
        }
        return zonder_niets(gelezen)

    def tegenspraak(self, keuring: Iterable[tuple[Pad, str]]) -> list[Fout]:
        """What does not add up, but where a value that is wrong may be why."""
        return [
            self.document.fout(self._plek(pad), melding)
            for pad, melding in keuring
            if not self._is_gevolg(pad)
        ]

    def _is_gevolg(self, pad: Pad) -> bool:
        """Whether a fault in the same group, or for what is not of one group in any, may be the cause."""
        if self.is_vraag:
            return bool(self.fouten)
        waar = (
            [self.document.fout(pad[:2], "").veld] if pad[0] == GROEPEN and len(pad) > 1 else [GROEPEN, VAST]
        )
        return any(fout.veld.startswith(tuple(waar)) for fout in self.fouten)

    def _plek(self, pad: Pad) -> Pad:
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
        gelezen = self._velden(pad, rest, self.velden.groep)
        if isinstance(per_taal, dict):
            per_code = {
                taal: self._waarde((*pad, DOELGROEP, getypt), DOELGROEP, wie, Veldsoort.WOORDEN)
                for getypt, wie in per_taal.items()
                if (taal := self._taal((*pad, DOELGROEP, getypt), getypt)) is not None
            }
            gelezen[OVERIG] = zonder_niets(per_code)
        return zonder_niets(gelezen)

    def _taal(self, pad: Pad, getypt: str) -> Any:
        if getypt == OVERIG:
            return OVERIG
        codes = self._waarde(pad, TAAL, getypt)
        if codes is not None and len(codes) > 1:
            self._fout(pad, f"staat voor {', '.join(codes)}; noem één taal")
        return codes and codes[0]

    def _vast(self, waarde: Any) -> dict[str, Any]:
        if not isinstance(waarde, dict):
            self._fout((VAST,), "moet per cel een id hebben, zoals {volwassenen/ti: mindfit}")
            return {}
        return zonder_niets({cel: self._waarde((VAST, cel), VAST, wat) for cel, wat in waarde.items()})

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
            id_ = self._waarde(pad, VAST, wat)
            if id_ is not None and id_ in gelezen:
                self._fout(pad, DUBBEL.format(wat=id_))
            gelezen[id_] = zonder_niets(self._velden(pad, offerte, self.velden.offerte))
            for nodig in ("per", "bedrag"):
                if offerte.get(nodig) is None:
                    self._fout(pad, f"{nodig} ontbreekt; schrijf het zoals {{per: groep, bedrag: 2900}}")
        return gelezen

    def _velden(
        self, pad: Pad, waarden: Mapping[str, Any], velden: Mapping[str, Veldsoort]
    ) -> dict[str, Any]:
        return lees_velden(self.document, pad, waarden, velden, self.lees, self.fouten)

    def _waarde(self, pad: Pad, als: str, waarde: Any, soort: Veldsoort = Veldsoort.TEKST) -> Any:
        """What stands at ``pad``, read as the field ``als``."""
        return Veld(self.document, pad, soort, self.lees, self.fouten, als).lees(waarde)

    def _fout(self, pad: Pad, melding: str) -> None:
        self.fouten.append(self.document.fout(pad, melding))


def zet_offertes(bestand: Path, offertes: Mapping[str, str], lees: Lees) -> str:
    """The text of a plan with these under ``offertes``, and each other sign of it as it was.

    ``offertes``: the fields of each, between braces, by what it is for. Raises ``CatalogusFout`` when it cannot be done.
    """
    tekst = bestand.read_bytes().decode("utf-8")
    eerder = _gelezen(tekst, bestand)
    if GROEPEN not in eerder.gegevens:
        melding = "dit is een vraag, en die houdt geen offertes; maak er een plan van, zoals in: lpi plan --sjabloon"
        raise CatalogusFout([eerder.fout((), melding)])
    nieuw = tekst
    for van, tot, erin in sorted(_wijzigingen(tekst, offertes, lees), reverse=True):
        nieuw = nieuw[:van] + erin + nieuw[tot:]
    try:
        erna = _rest(_gelezen(nieuw, bestand).gegevens, offertes, lees)
        kan = erna == (_rest(eerder.gegevens, offertes, lees)[0], len(offertes))
    except CatalogusFout:
        kan = False
    if not kan:
        regels = "; ".join(f"{wat}: {velden}" for wat, velden in offertes.items())
        melding = f"in dit bestand kan ik de offerte niet zetten; zet zelf onder offertes: {regels}"
        raise CatalogusFout([eerder.fout((OFFERTES,), melding)])
    return nieuw


def _gelezen(tekst: str, bestand: Path) -> Document:
    """Raises ``CatalogusFout``."""
    document = lees_yaml_tekst(tekst.replace("\r\n", "\n").removeprefix("\ufeff"), bestand)
    if isinstance(document, Fout):
        raise CatalogusFout([document])
    return document


def _wijzigingen(tekst: str, offertes: Mapping[str, str], lees: Lees) -> Iterator[tuple[int, int, str]]:
    """Which signs make room for which others: the quotes that there are, and a place for those that are new."""
    wortel = yaml.compose(tekst, yaml.SafeLoader)
    assert isinstance(wortel, yaml.MappingNode), "a plan has fields"
    velden = {veld.value: (veld.end_mark.index, waarde) for veld, waarde in wortel.value}
    einde = "\r\n" if "\r\n" in tekst else "\n"
    regels = [f"{wat}: {velden_}" for wat, velden_ in offertes.items()]
    if OFFERTES not in velden:
        los = "" if tekst.endswith("\n") else einde
        yield (
            len(tekst),
            len(tekst),
            einde.join([f"{los}{OFFERTES}:", *(f"  {regel}" for regel in regels), ""]),
        )
        return
    dubbelepunt, waarde = velden[OFFERTES]
    begin, slot = waarde.start_mark.index, waarde.end_mark.index
    if not isinstance(waarde, yaml.MappingNode):
        achter = re.compile("[^\r\n]*").match(tekst, slot)
        assert achter is not None, "perhaps of no signs"
        yield dubbelepunt, slot, ":"
        yield achter.end(), achter.end(), "".join(f"{einde}  {regel}" for regel in regels)
        return
    rest = dict(offertes)
    for wat, velden_ in waarde.value:
        if (id_ := lees(VAST, wat.value)) in rest:
            yield wat.end_mark.index, _einde(velden_), f": {rest.pop(id_)}"
    regels = [f"{wat}: {velden_}" for wat, velden_ in rest.items()]
    if waarde.flow_style:
        achteraan = ", " if waarde.value and regels else ""
        yield begin + 1, begin + 1, ", ".join(regels) + achteraan
    else:
        inspring = " " * waarde.start_mark.column
        yield begin, begin, "".join(f"{regel}{einde}{inspring}" for regel in regels)


def _einde(knoop: yaml.Node) -> int:
    """Where the last value in it ends: what follows may be a remark."""
    if isinstance(knoop, yaml.MappingNode) and not knoop.flow_style and knoop.value:
        return _einde(knoop.value[-1][1])
    return knoop.end_mark.index


def _rest(gegevens: Mapping[str, Any], offertes: Mapping[str, str], lees: Lees) -> tuple[Any, int]:
    """All but some quotes, and how many of these are there."""
    bekend = {lees(VAST, wat): offerte for wat, offerte in (gegevens.get(OFFERTES) or {}).items()}
    andere = {wat: offerte for wat, offerte in bekend.items() if wat not in offertes}
    return {**gegevens, OFFERTES: andere}, len(bekend) - len(andere)
