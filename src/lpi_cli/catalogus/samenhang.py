"""What one field cannot tell: names that must agree within an intervention's file.

These checks look at the file as it was read, so that they are told together with the
faults in single fields. What has the wrong type is passed over: ``schema`` tells that.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lpi_cli.catalogus import model
from lpi_cli.catalogus.fouten import Fout, citaat
from lpi_cli.catalogus.model_toets import Bewijssoort, JaNee
from lpi_cli.catalogus.record import is_record, kaal
from lpi_cli.catalogus.schema import MAG_LATER
from lpi_cli.catalogus.yaml_lezer import Document, Pad

_EINDE = re.compile(r"[.\[]|$")
"""Where the name of a field ends, or of one that it stands in."""


class Geleend(NamedTuple):
    """Names that a file may use though it does not give them: those of what it supplements."""

    varianten: frozenset[str] = frozenset()
    bronnen: frozenset[str] = frozenset()


def samenhang(
    document: Document, veldfouten: Sequence[Fout], geleend: Geleend | None, *, is_van_hele: bool
) -> Iterator[Fout]:
    """All faults between fields; not those that follow from a fault in a field.

    ``geleend`` None: a whole intervention, else a file that supplements one. ``is_van_hele``: of a whole
    catalogue, and not of an own one.
    """
    controle = _Samenhang(document, veldfouten, geleend, is_van_hele=is_van_hele)
    for fout in controle.fouten():
        if not controle.heeft_fout(fout.veld):
            yield fout


def fout_in_id(document: Document) -> Iterator[Fout]:
    """A file is found by its name, so what is in it has that as its id."""
    verwacht = document.bestand.stem
    if document.gegevens.get("id") != verwacht:
        yield document.fout(("id",), f"moet gelijk zijn aan de bestandsnaam, {verwacht!r}")


class _Samenhang:
    def __init__(
        self, document: Document, veldfouten: Sequence[Fout], geleend: Geleend | None, *, is_van_hele: bool
    ) -> None:
        self.document = document
        self.met_fout = {
            fout.veld[: einde.start()] for fout in veldfouten for einde in _EINDE.finditer(fout.veld)
        }
        self.is_aanvulling = geleend is not None
        self.is_van_hele = is_van_hele
        self.geleend = geleend or Geleend()
        self.varianten = [_tekst(variant.get("id")) for _, variant in self._lijst("varianten")]

    def fouten(self) -> Iterator[Fout]:
        if not self.is_aanvulling:
            yield from fout_in_id(self.document)
        if self.is_van_hele:
            yield from self._wat_ontbreekt()
        yield from self._varianten()
        yield from self._wie_en_waar()
        yield from self._bewijs()
        for nr, post in self._lijst("kosten"):
            yield from self._kostenpost(nr, post)
        for nr, afwijking in self._lijst("afwijkingen"):
            yield from self._afwijking(nr, str(afwijking.get("veld")))
        for nr, feit in self._lijst("kwaliteit"):
            yield from self._kwaliteit(nr, feit)
        yield from self._bronnen()
        for veld in _velden(self.document.gegevens, "bron_van"):
            yield from self._bron_van(veld)

    def heeft_fout(self, veld: str) -> bool:
        """Whether a field, or something in it, is wrong in itself."""
        return veld in self.met_fout

    def _wat_ontbreekt(self) -> Iterator[Fout]:
        """What only an own offer may leave out until later."""
        delen: list[tuple[Pad, type, Any]] = [((), model.Interventie, self.document.gegevens)]
        delen += [(("varianten", nr), model.Variant, variant) for nr, variant in self._lijst("varianten")]
        for pad, soort, gegevens in delen:
            for veld in MAG_LATER[soort]:
                deel = kaal(soort.__annotations__[veld])
                if veld not in gegevens:
                    yield self.document.fout((*pad, veld), "ontbreekt; vul dit veld in")
                elif deel in MAG_LATER and isinstance(gegevens[veld], dict):
                    delen.append(((*pad, veld), deel, gegevens[veld]))

    def _lijst(self, veld: str) -> list[tuple[int, dict[str, Any]]]:
        return _delen(self.document.gegevens, veld)

    def _varianten(self) -> Iterator[Fout]:
        if not self.varianten and not self.is_aanvulling:
            yield self.document.fout(("varianten",), "noem ten minste één variant")
        for nr, variant in enumerate(self.varianten):
            if variant and (variant in self.varianten[:nr] or variant in self.geleend.varianten):
                yield self.document.fout(("varianten", nr, "id"), f"{citaat(variant)} staat er twee keer")

    def _kent_variant(self, variant: str) -> bool:
        return variant in self.varianten or variant in self.geleend.varianten

    def _onbekende_variant(self, pad: Pad, variant: Any) -> Iterator[Fout]:
        if isinstance(variant, str) and not self._kent_variant(variant) and not self.heeft_fout("varianten"):
            keuzes = ", ".join(map(str, [*self.geleend.varianten, *self.varianten]))
            yield self.document.fout(
                pad, f"{citaat(variant)} is geen variant van deze interventie; kies uit {keuzes}"
            )

    def _wie_en_waar(self) -> Iterator[Fout]:
        """Who and where, of the whole and of each variant; an empty list of a variant is that of the whole."""
        geheel = self.document.gegevens
        wie, waar = _velden(geheel, "doelgroep"), geheel
        yield from self._wie(("doelgroep",), wie)
        yield from self._waar(("setting",), waar)
        for nr, variant in self._lijst("varianten"):
            eigen = {veld: waarde for veld, waarde in variant.items() if waarde not in (None, [])}
            if eigen.keys() & {"kenmerken", "alleen", "niet"}:
                yield from self._wie(("varianten", nr), wie | eigen)
            if eigen.keys() & {"setting", "setting_niet", "setting_alleen"}:
                yield from self._waar(("varianten", nr), waar | eigen)

    def _wie(self, pad: Pad, wie: dict[str, Any]) -> Iterator[Fout]:
        for code in _codes(wie, "alleen"):
            if code not in _codes(wie, "kenmerken"):
                melding = f"{code!r} staat bij alleen en niet bij kenmerken; noem een groep ook daar"
                yield self.document.fout(pad, melding)
        yield from self._tegelijk(pad, wie, "kenmerken", "niet")

    def _waar(self, pad: Pad, waar: dict[str, Any]) -> Iterator[Fout]:
        if waar.get("setting_alleen") is True and not _codes(waar, "setting"):
            yield self.document.fout(pad, "setting_alleen zegt niet waar; vul ook setting in")
        yield from self._tegelijk(pad, waar, "setting", "setting_niet")

    def _tegelijk(self, pad: Pad, gegevens: dict[str, Any], wel: str, niet: str) -> Iterator[Fout]:
        for code in _codes(gegevens, niet):
            if code in _codes(gegevens, wel):
                melding = f"{code!r} staat bij {wel} en bij {niet}; laat één van beide staan"
                yield self.document.fout(pad, melding)

    def _bewijs(self) -> Iterator[Fout]:
        bewijs = _velden(self.document.gegevens, "bewijs")
        for soort in ("erkenningen", "onderzoek"):
            for nr, feit in _delen(bewijs, soort):
                for variant in _codes(feit, "varianten"):
                    yield from self._onbekende_variant(("bewijs", soort, nr, "varianten"), variant)
        for nr, studie in _delen(bewijs, "onderzoek") if self.is_van_hele else ():
            if studie.get("richting") is None:
                melding = "zegt niet hoe het afliep; voeg richting toe, zoals richting: onbekend"
                yield self.document.fout(("bewijs", "onderzoek", nr), melding)

    def _bron_van(self, veld: str) -> Iterator[Fout]:
        """A field is named by its path; a variant in it by its id."""
        delen = veld.split(".")
        soort: Any = model.Interventie
        if delen[0] == "varianten" and len(delen) > 1:
            yield from self._onbekende_variant(("bron_van", veld), delen[1])
            delen, soort = delen[2:], model.Variant
        for deel in delen:
            if not is_record(soort) or deel not in soort._fields:
                melding = "is geen veld; schrijf het zoals talen, regio.plaatsen of varianten.kids.leeftijd"
                yield self.document.fout(("bron_van", veld), melding)
                return
            soort = kaal(soort.__annotations__[deel])

    def _kostenpost(self, nr: int, post: dict[str, Any]) -> Iterator[Fout]:
        yield from self._onbekende_variant(("kosten", nr, "variant"), post.get("variant"))
        if post.get("bedrag") is not None and post.get("eenheid") is None:
            yield self.document.fout(
                ("kosten", nr), "een bedrag heeft een eenheid nodig, zoals eenheid: groep"
            )
        if not any(post.get(veld) for veld in _ZEGT_IETS):
            yield self.document.fout(
                ("kosten", nr), "zegt niets; geef bedrag, uren, op_aanvraag of een toelichting"
            )

    def _afwijking(self, nr: int, veld: str) -> Iterator[Fout]:
        naam, _, rest = veld.partition(".")
        variant = rest.partition(".")[0]
        if naam not in model.Interventie._fields:
            yield self.document.fout(
                ("afwijkingen", nr, "veld"), f"{citaat(naam)} is geen veld van een interventie"
            )
        elif naam == "varianten" and variant and not self._kent_variant(variant):
            yield self.document.fout(("afwijkingen", nr, "veld"), f"{citaat(variant)} is geen variant")
        elif naam == "kosten" and rest and rest not in [*model.Kostensoort]:
            kosten = ", ".join(f"kosten.{soort}" for soort in model.Kostensoort)
            melding = f"{citaat(veld)} kan niet; kies uit kosten, {kosten}"
            yield self.document.fout(("afwijkingen", nr, "veld"), melding)

    def _kwaliteit(self, nr: int, feit: dict[str, Any]) -> Iterator[Fout]:
        kwaliteitsvraag = feit.get("vraag")
        over_bewijs = kwaliteitsvraag == model.Kwaliteitsvraag.BEWIJS
        keuzes = [str(antwoord) for antwoord in (Bewijssoort if over_bewijs else JaNee)]
        if feit.get("antwoord") not in keuzes and not self.heeft_fout(f"kwaliteit[{nr + 1}].vraag"):
            yield self.document.fout(
                ("kwaliteit", nr, "antwoord"),
                f"past niet bij de vraag {kwaliteitsvraag!r}; kies uit {', '.join(keuzes)}",
            )

    def _bronnen(self) -> Iterator[Fout]:
        """Every source that a fact names must be in the file's own list of sources."""
        genoemd = {_tekst(vindplaats.get("bron")) for _, vindplaats in self._lijst("bronnen")}
        if not genoemd and not self.is_aanvulling:
            yield self.document.fout(("bronnen",), "noem ten minste één bron")
        if self.heeft_fout("bronnen"):
            return
        for pad, bron in _bronverwijzingen(self.document.gegevens, ()):
            if bron not in genoemd and bron not in self.geleend.bronnen:
                yield self.document.fout(
                    pad, f"{citaat(bron)} staat niet onder bronnen van dit bestand; zet de bron daar ook"
                )


_ZEGT_IETS = ("bedrag", "uren", "op_aanvraag", "gefinancierd", "staffel", "toelichting")
"""A cost item needs one of these to mean anything."""


def _delen(gegevens: dict[str, Any], veld: str) -> list[tuple[int, dict[str, Any]]]:
    """The entries of a list, with their place, that have fields."""
    waarde = gegevens.get(veld)
    delen = waarde if isinstance(waarde, list) else []
    return [(nr, deel) for nr, deel in enumerate(delen) if isinstance(deel, dict)]


def _velden(gegevens: dict[str, Any], veld: str) -> dict[str, Any]:
    """The fields in a field, none when something else stands in their place."""
    waarde = gegevens.get(veld)
    return waarde if isinstance(waarde, dict) else {}


def _codes(gegevens: dict[str, Any], veld: str) -> list[str]:
    waarde = gegevens.get(veld)
    return [code for code in waarde if isinstance(code, str)] if isinstance(waarde, list) else []


def _tekst(waarde: Any) -> str | None:
    """A name, or None when something else stands in its place."""
    return waarde if isinstance(waarde, str) else None


def _bronverwijzingen(gegevens: Any, pad: Pad) -> Iterator[tuple[Pad, str]]:
    if isinstance(gegevens, dict):
        for naam, waarde in gegevens.items():
            if naam == "bron" and isinstance(waarde, str):
                yield (*pad, naam), waarde
            elif naam == "bron_van" and isinstance(waarde, dict):
                for veld, bronnen in waarde.items():
                    alle = bronnen if isinstance(bronnen, list) else [bronnen]
                    yield from (((naam, veld), bron) for bron in alle if isinstance(bron, str))
            elif isinstance(waarde, dict | list) and (pad or naam != "bronnen"):
                yield from _bronverwijzingen(waarde, (*pad, naam))
    elif isinstance(gegevens, list):
        for nr, waarde in enumerate(gegevens):
            yield from _bronverwijzingen(waarde, (*pad, nr))
