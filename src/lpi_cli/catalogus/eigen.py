"""Own catalogues: checked at the door, and laid over the bundled one.

A folder holds what the bundled one holds: ``interventies/``, and perhaps ``begrippen.yaml``
and ``bronnen.yaml``. A file with the id of another replaces it; a file with ``vult_aan``
adds to it. A source or word of one folder means the same in all. What is wrong does not take
part, and the rest does.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lpi_cli.catalogus import model
from lpi_cli.catalogus.controle import GEEN_VELDEN, controleer_document, fouten_in_begrippen, valideer
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.gereed import Gereed
from lpi_cli.catalogus.gewoon import bestanden_in, lees_of_meld
from lpi_cli.catalogus.model import Herkomstsoort
from lpi_cli.catalogus.model_eigen import Aanvulling
from lpi_cli.catalogus.record import uit_rij
from lpi_cli.catalogus.samenhang import Geleend
from lpi_cli.catalogus.schema import CODE, OPEN_LIJSTEN, veldnaam_in_bestand
from lpi_cli.catalogus.yaml_lezer import Document, Pad, veldnaam

UIT_TE_BREIDEN = tuple(soort.__name__.lower() for soort in OPEN_LIJSTEN)
"""The vocabularies to which an own catalogue may add words."""
VULT_AAN = "vult_aan"
"""The field that makes a file a supplement."""
_CODEVORM = "gebruik alleen kleine letters, cijfers en koppeltekens, zoals mijn-aanbod"


class Eigen(NamedTuple):
    """What own catalogues add, as plain data ready to be kept, and all faults found."""

    delen: dict[str, Any]
    """``begrippen`` and ``bronnen`` of their own, ``bronmappen``, ``herkomst`` and ``gestopt``."""
    interventies: list[dict[str, Any]]
    """Complete: those replaced and supplemented too."""
    codes: dict[str, Any]
    """What may be referred to, words and ids: name of the list → code → meaning."""
    fouten: list[Fout]
    let_op: list[Fout]
    """What is no fault, but takes away what an earlier own catalogue says."""
    bij_controle: list[Fout]
    """What only who keeps the catalogue wants to know."""


def controleer_eigen(mappen: Sequence[Path], basis: Gereed) -> Eigen:
    stapel = _Stapel(basis)
    for map_ in mappen:
        stapel.leg(map_)
    return stapel.eigen()


class _Stapel:
    """The bundled catalogue with own ones on top of it."""

    def __init__(self, basis: Gereed) -> None:
        meegeleverd = (uit_rij(model.Interventie, rij) for rij in basis.interventies())
        self.meegeleverd = {gegevens["id"]: gegevens for gegevens in meegeleverd}
        self.vaste_begrippen: dict[str, Any] = basis.deel("begrippen")
        self.vaste_bronnen: dict[str, Any] = basis.deel("bronnen")
        self.overig = {"onderwerp": basis.deel("uitleg"), "cijfer": basis.deel("cijfers")}
        self.begrippen: dict[str, dict[str, Any]] = {}
        self.bronnen: dict[str, Any] = {}
        self.bronmappen: dict[str, str] = {}
        self.interventies: dict[str, dict[str, Any]] = {}
        self.herkomst: dict[str, dict[str, Any]] = {}
        self.gestopt: dict[str, list[str]] = {}
        self.waar: dict[tuple[str, str], list[str]] = {}
        """Name of the list and code, source or intervention → the own files that say something about it."""
        self.fouten: list[Fout] = []
        self.let_op: list[Fout] = []
        self.bij_controle: list[Fout] = []

    def eigen(self) -> Eigen:
        delen = {
            "begrippen": self.begrippen,
            "bronnen": self.bronnen,
            "bronmappen": self.bronmappen,
            "herkomst": self.herkomst,
            "gestopt": self.gestopt,
        }
        interventies = list(self.interventies.values())
        return Eigen(delen, interventies, self.codes(), self.fouten, self.let_op, self.bij_controle)

    def codes(self) -> dict[str, Any]:
        return {
            **{lijst: vast | self.begrippen.get(lijst, {}) for lijst, vast in self.vaste_begrippen.items()},
            **self.overig,
            "bron": self.vaste_bronnen | self.bronnen,
            "interventie": self.meegeleverd | self.interventies,
        }

    def leg(self, map_: Path) -> None:
        fouten: list[Fout] = []
        fouten_in_bronnen: list[Fout] = []
        botsend: set[tuple[str, str]] = set()
        onleesbaar: list[str] = []
        if document := _los_bestand(map_ / "begrippen.yaml", fouten):
            botsend |= self._lees_begrippen(document, fouten)
        elif fouten:
            onleesbaar += UIT_TE_BREIDEN
        if document := _los_bestand(map_ / "bronnen.yaml", fouten_in_bronnen):
            botsend |= self._lees_bronnen(document, fouten_in_bronnen)
        elif fouten_in_bronnen:
            onleesbaar.append("bron")
        fouten += fouten_in_bronnen
        naam = _mapnaam(map_)
        codes = _zonder(self.codes(), botsend)
        codes |= {lijst: _Aangenomen(codes[lijst]) for lijst in onleesbaar}
        aanvullingen = []
        in_map: dict[str, Any] = {}
        for document in _documenten(map_ / "interventies", fouten):
            if isinstance(document.gegevens, dict) and VULT_AAN in document.gegevens:
                aanvullingen.append(document)
            else:
                in_map[document.bestand.stem] = {}
                self._lees_interventie(document, naam, codes, fouten)
        codes["interventie"] = {**codes["interventie"], **in_map}
        for document in aanvullingen:
            self._lees_aanvulling(document, naam, codes, fouten)
        for lijst in onleesbaar:
            eigen = self.bronnen if lijst == "bron" else self.begrippen.setdefault(lijst, {})
            soort = model.Bron if lijst == "bron" else model.Begrip
            eigen |= {code: _voorlopig(soort, code, {}) for code in codes[lijst].nieuw}
        self.bronmappen |= {id_: naam for id_ in self.bronnen if id_ not in self.bronmappen}
        self.fouten += sorted(fouten, key=lambda fout: (fout.bestand, fout.regel))

    def _lees_begrippen(self, document: Document, fouten: list[Fout]) -> set[tuple[str, str]]:
        """Each word by itself: a wrong one does not take the others with it. Returns what clashes."""
        botsend = set()
        for lijst, in_lijst in document.gegevens.items():
            if lijst not in UIT_TE_BREIDEN:
                keuzes = ", ".join(UIT_TE_BREIDEN)
                fouten.append(document.fout((lijst,), f"deze lijst kunt u niet uitbreiden; wel {keuzes}"))
            elif not isinstance(in_lijst, dict):
                fouten += valideer(document._replace(gegevens={lijst: in_lijst}), model.Begrippen, {})[1]
            else:
                eerder = self.begrippen.setdefault(lijst, {})
                for code in in_lijst:
                    begrip = self._lees_begrip(document, lijst, code, fouten)
                    is_nieuw = code not in self.vaste_begrippen[lijst]
                    if is_nieuw and not self._leg_vast(document, (lijst, code), eerder, begrip, fouten):
                        botsend.add((lijst, code))
        return botsend

    def _lees_begrip(self, document: Document, lijst: str, code: str, fouten: list[Fout]) -> Any:
        in_bestand = document.gegevens[lijst]
        alleen_dit = document._replace(gegevens={lijst: {code: in_bestand[code]}})
        begrippen, gevonden = valideer(alleen_dit, model.Begrippen, {}, len(fouten))
        if begrippen is not None:
            vast = self.vaste_begrippen[lijst]
            bekend = vast | self.begrippen.get(lijst, {}) | in_bestand
            gevonden = _fout_in_code(document, (lijst, code), vast)
            gevonden += fouten_in_begrippen(document, begrippen, {lijst: bekend})
        fouten += gevonden
        return _voorlopig(model.Begrip, code, in_bestand[code]) if gevonden else begrippen[lijst][code]

    def _lees_bronnen(self, document: Document, fouten: list[Fout]) -> set[tuple[str, str]]:
        """Each source by itself. Returns what clashes."""
        botsend = set()
        for id_, bron in document.gegevens.items():
            alleen_deze = document._replace(gegevens={id_: bron})
            bronnen, gevonden = valideer(alleen_deze, model.Bronnen, {}, len(fouten))
            gevonden += _fout_in_code(document, (id_,), self.vaste_bronnen)
            fouten += gevonden
            if id_ in self.vaste_bronnen:
                continue
            wat_er_staat = _voorlopig(model.Bron, id_, bron) if gevonden else bronnen[id_]
            if self._leg_vast(document, ("bron", id_), self.bronnen, wat_er_staat, fouten):
                self.bronmappen.setdefault(id_, _mapnaam(document.bestand.parent))
            else:
                botsend.add(("bron", id_))
        return botsend

    def _leg_vast(
        self, document: Document, wat: tuple[str, str], eerder: dict[str, Any], nieuw: Any, fouten: list[Fout]
    ) -> bool:
        """Add a word or source to those of folders before; False when it clashes with one of them."""
        lijst, code = wat
        if eerder.setdefault(code, nieuw) == nieuw:
            self._noteer(document, wat)
            return True
        melding = (
            f"staat anders in {self.waar[wat][0]}; schrijf het daar en hier gelijk, "
            "of kies hier een andere code"
        )
        fouten.append(document.fout((code,) if lijst == "bron" else wat, melding))
        return False

    def _noteer(self, document: Document, wat: tuple[str, str]) -> None:
        self.waar.setdefault(wat, []).append(_plek(document.bestand))

    def _lees_interventie(
        self, document: Document, map_: str, codes: Mapping[str, Any], fouten: list[Fout]
    ) -> None:
        gevonden: list[Fout] = []
        gegevens = controleer_document(document, model.Interventie, codes, gevonden)
        fouten += gevonden
        if gegevens is None and (rest := _zonder_adressen(document, gevonden)):
            gegevens = controleer_document(rest, model.Interventie, codes, [])
        if gegevens is None:
            return
        vorige = self.meegeleverd.get(gegevens["id"])
        if gegevens["voorselectie"] and not (vorige and vorige["voorselectie"]):
            melding = "de voorselectie is die van LOOP; zet hier false of haal de regel weg"
            fouten.append(document.fout(("voorselectie",), melding))
            return
        self.interventies[gegevens["id"]] = gegevens
        self._noteer_gestopt(document, gegevens, gegevens["naam"])
        soort = Herkomstsoort.VERVANGEN if vorige else Herkomstsoort.EIGEN
        if vorige:
            melding = f"dit vervangt {vorige['naam']} uit de meegeleverde catalogus, met al haar feiten"
            self.bij_controle.append(document.fout(("id",), melding))
        mappen = self._vervang(document, gegevens["id"])
        self.herkomst[gegevens["id"]] = {"soort": soort, "mappen": [*mappen, map_], "velden": []}

    def _noteer_gestopt(self, document: Document, gegevens: Mapping[str, Any], naam: str) -> None:
        """Keep and tell what an own file says is not offered, and so is left out of every answer."""
        if gegevens["status"] == model.Status.GESTOPT:
            self.gestopt[gegevens["id"]] = gegevens["aandachtspunten"]
            erbij = "; ".join(gegevens["aandachtspunten"])
            waarom = f"erbij staat: {erbij}" if erbij else "waarom staat er niet bij"
            self.let_op.append(document.fout(("status",), f"{naam} is gestopt en doet niet mee; {waarom}"))

    def _vervang(self, document: Document, id_: str) -> list[str]:
        """Tell what earlier own files said about an intervention; returns their catalogues."""
        if eerder := self.waar.pop(("interventie", id_), []):
            melding = (
                f"dit vervangt {' en '.join(eerder)}, dat nu niet meer meedoet; wilt u beide, "
                f"kies dan een ander id of vul aan met vult_aan: {id_}"
            )
            self.let_op.append(document.fout(("id",), melding))
        self._noteer(document, ("interventie", id_))
        return list(self.herkomst[id_]["mappen"]) if eerder else []

    def _lees_aanvulling(
        self, document: Document, map_: str, codes: Mapping[str, Any], fouten: list[Fout]
    ) -> None:
        id_ = str(document.gegevens[VULT_AAN])
        doel = self.interventies.get(id_) or self.meegeleverd.get(id_)
        gegevens = controleer_document(document, Aanvulling, codes, fouten, _geleend(doel))
        if gegevens is None:
            return
        if doel is None:
            melding = f"in {id_!r} zelf staat een fout; verbeter eerst dat bestand"
            fouten.append(document.fout((VULT_AAN,), melding))
            return
        velden = [veld for veld, waarde in gegevens.items() if waarde and veld != VULT_AAN]
        self.interventies[id_] = _vul_aan(doel, gegevens, velden)
        self._noteer_gestopt(document, {"id": id_, **gegevens}, doel["naam"])
        self._noteer(document, ("interventie", id_))
        vorige = self.herkomst.get(id_, {"soort": Herkomstsoort.AANGEVULD, "mappen": [], "velden": []})
        self.herkomst[id_] = vorige | {
            "mappen": list(dict.fromkeys([*vorige["mappen"], map_])),
            "velden": list(dict.fromkeys([*vorige["velden"], *velden])),
        }


class _Aangenomen(dict[str, Any]):
    """The words or sources of a file that cannot be read: what is used is taken to stand there."""

    def __init__(self, bekend: Mapping[str, Any]) -> None:
        super().__init__(bekend)
        self.nieuw: dict[str, None] = {}

    def __contains__(self, code: object) -> bool:
        if not super().__contains__(code):
            self.nieuw[str(code)] = None
        return True


def _voorlopig(soort: Any, code: str, waarde: Any) -> Any:
    """A word or source with a fault, as far as it is right, so that what refers to it takes part."""
    begin = dict.fromkeys(("naam", "titel"), code) | dict.fromkeys(("uitleg", "datum"), _FOUT)
    velden = waarde if isinstance(waarde, dict) else {}
    goed = {veld: begin[veld] for veld in soort._fields if veld in begin}
    for veld in soort._fields:
        if (in_bestand := velden.get(naam := veldnaam_in_bestand(veld))) is not None:
            _, fouten = valideer(
                Document(Path(), {code: goed | {naam: in_bestand}}, {}), dict[str, soort], {}
            )
            goed = goed if fouten else goed | {naam: in_bestand}
    return valideer(Document(Path(), {code: goed}, {}), dict[str, soort], {})[0][code]


_FOUT = "niet te lezen"
"""Stands for what a word or source says of itself where that has a fault."""


def _mapnaam(map_: Path) -> str:
    """What a catalogue is called: its folder, on one line."""
    return " ".join(map_.resolve().name.split())


def _plek(bestand: Path) -> str:
    """A file of an own catalogue with the name of its folder, which holds wherever that is named from."""
    vol = bestand.parent.resolve() / bestand.name
    begin = -3 if vol.parent.name == "interventies" else -2
    return "/".join(vol.parts[begin:])


def _zonder(codes: Mapping[str, Any], weg: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The words and ids that may be used, less some; then nothing gets the source of another."""
    rest = dict(codes)
    for lijst, code in weg:
        rest[lijst] = {ander: wat for ander, wat in rest[lijst].items() if ander != code}
    return rest


def _geleend(doel: Mapping[str, Any] | None) -> Geleend:
    if doel is None:
        return Geleend()
    return Geleend(
        frozenset(variant["id"] for variant in doel["varianten"]),
        frozenset(vindplaats["bron"] for vindplaats in doel["bronnen"]),
    )


def _zonder_adressen(document: Document, fouten: Iterable[Fout]) -> Document | None:
    """A file whose faults are all in addresses, without those: they are told, and the rest takes part."""
    velden = ("contact", "publicaties")
    if not all(re.split(r"[.\[]", fout.veld)[0] in velden for fout in fouten):
        return None
    met_fout = {fout.veld for fout in fouten}

    def zonder(waarde: Any, pad: Pad) -> Any:
        if isinstance(waarde, dict):
            delen = {naam: zonder(deel, (*pad, naam)) for naam, deel in waarde.items()}
            return {naam: deel for naam, deel in delen.items() if veldnaam((*pad, naam)) not in met_fout}
        if isinstance(waarde, list):
            return [
                zonder(deel, (*pad, nr))
                for nr, deel in enumerate(waarde)
                if veldnaam((*pad, nr)) not in met_fout
            ]
        return waarde

    return document._replace(gegevens=zonder(document.gegevens, ()))


def _vul_aan(doel: Mapping[str, Any], aanvulling: Mapping[str, Any], velden: Sequence[str]) -> dict[str, Any]:
    """The intervention with the own facts first, so that a price or contact nearby is seen first."""
    nieuw = dict(doel)
    for veld in velden:
        if veld == "regio":
            plaatsen = _eigen_eerst(aanvulling[veld]["plaatsen"], doel[veld]["plaatsen"])
            nieuw[veld] = doel[veld] | {"plaatsen": plaatsen}
        elif veld in ("status", "status_sinds", "talen_open"):
            nieuw[veld] = aanvulling[veld]
        else:
            nieuw[veld] = _eigen_eerst(aanvulling[veld], doel[veld])
    if "kosten" in velden and "regio" in velden:
        daar = {"plaatsen": aanvulling["regio"]["plaatsen"]}
        posten = [post if post["plaatsen"] else post | daar for post in aanvulling["kosten"]]
        nieuw["kosten"] = _eigen_eerst(posten, doel["kosten"])
    nieuw["bron_van"] = _bron_van(doel, aanvulling, velden)
    return nieuw


_MET_EIGEN_BRON = ("id", "bronnen", "bron_van", "varianten", "kosten", "kwaliteit", "afwijkingen")
"""Of these no source is looked for by the path of the field."""
_PER_STUK = ("contact", "publicaties", "aandachtspunten")
"""Lists of which each part is told with its own source, at the path with its place: ``contact.0``."""


def _bron_van(
    doel: Mapping[str, Any], aanvulling: Mapping[str, Any], velden: Sequence[str]
) -> dict[str, list[str]]:
    """The source of each field: that of before, since what is added has one of its own."""
    eigen, eerder = (
        list(dict.fromkeys(een["bron"] for een in deel["bronnen"])) for deel in (aanvulling, doel)
    )
    al = {veld: eerder for veld in doel if veld not in _MET_EIGEN_BRON} | doel["bron_van"]
    nieuw = dict(al)
    for veld in velden:
        if veld in _PER_STUK:
            oud = {pad: nieuw.pop(pad) for pad in al if pad.startswith(f"{veld}.")}
            for nr, deel in enumerate(_eigen_eerst(aanvulling[veld], doel[veld])):
                plek = doel[veld].index(deel) if deel in doel[veld] else None
                van_eerder = [] if plek is None else oud.get(f"{veld}.{plek}", al[veld])
                van_eigen = eigen if deel in aanvulling[veld] else []
                if (bronnen := _eigen_eerst(van_eigen, van_eerder)) != al[veld]:
                    nieuw[f"{veld}.{nr}"] = bronnen
        elif veld in ("status", "status_sinds", "talen_open"):
            nieuw[veld] = eigen
        elif veld == "regio":
            nieuw |= {f"regio.{deel}": al.get(f"regio.{deel}", al["regio"]) for deel in doel["regio"]}
            for pad in ("regio", "regio.plaatsen"):
                nieuw[pad] = _eigen_eerst(eigen, nieuw[pad])
        elif veld in al:
            nieuw[veld] = _eigen_eerst(eigen, al[veld])
    return nieuw


def _eigen_eerst(eigen: Sequence[Any], ander: Sequence[Any]) -> list[Any]:
    return [*eigen, *(deel for deel in ander if deel not in eigen)]


def _fout_in_code(document: Document, pad: tuple[str, ...], vast: Mapping[str, Any]) -> list[Fout]:
    """A new code at the end of ``pad`` that cannot be: of a wrong form, or of the bundled catalogue."""
    if pad[-1] in vast:
        return [document.fout(pad, "staat al in de meegeleverde catalogus; kies een andere code")]
    if not CODE.fullmatch(pad[-1]):
        return [document.fout(pad, f"kan geen code zijn; {_CODEVORM}")]
    return []


def _los_bestand(bestand: Path, fouten: list[Fout]) -> Document | None:
    """A file that may be absent, when it can be read and has fields."""
    if bestand.with_suffix(".yml").exists():
        fouten.append(_verkeerde_extensie(bestand.with_suffix(".yml")))
    if not os.path.lexists(bestand):
        return None
    document = lees_of_meld(bestand, fouten)
    if document is None or document.gegevens is None:  # only comments
        return None
    if not isinstance(document.gegevens, dict):
        fouten.append(document.fout((), GEEN_VELDEN))
        return None
    return document


def _documenten(map_: Path, fouten: list[Fout]) -> Iterator[Document]:
    """The files of a folder that can be read, one by one; only plain ``.yaml`` files of a plain folder."""
    for bestand in bestanden_in(map_, fouten, "*"):
        if bestand.name.startswith(".") or bestand.suffix.lower() not in (".yaml", ".yml"):
            continue
        if bestand.suffix != ".yaml":
            fouten.append(_verkeerde_extensie(bestand))
        elif not CODE.fullmatch(bestand.stem):
            fouten.append(Fout(bestand, 1, "", f"de bestandsnaam wordt het id; {_CODEVORM}.yaml"))
        elif document := lees_of_meld(bestand, fouten):
            yield document


def _verkeerde_extensie(bestand: Path) -> Fout:
    return Fout(bestand, 1, "", f"doet niet mee; noem het bestand {bestand.stem}.yaml")
