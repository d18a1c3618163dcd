"""What people really type in a file, as what they mean by it: mild about habit, before the strict check.

Only where it can mean one thing: ``vorm: groep`` is a list of one, ``www.x.nl`` a web address, 2026 as a date a
text. What is a little more than that is told as a warning.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, NewType, TypeAlias, get_args, get_origin

from lpi_cli.catalogus import model
from lpi_cli.catalogus.adres import BELLEN, NUMMER, als_web
from lpi_cli.catalogus.fouten import citaat
from lpi_cli.catalogus.record import is_record, kaal
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.catalogus.yaml_lezer import Document, Pad

Meldingen: TypeAlias = list[tuple[Pad, str]]
_Lezer: TypeAlias = Callable[[Any, Pad, Meldingen], Any]

_DATUM = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_MAANDEN = re.compile(r"([0-9]{1,3}) ?(?:maanden|maand|mnd)")


def mild(document: Document, soort: Any) -> tuple[Document, Meldingen]:
    """The document as it was meant, and what was read in another way than it stands there."""
    meldingen: Meldingen = []
    lezer = _lezer(soort)
    gegevens = lezer(document.gegevens, (), meldingen) if lezer else document.gegevens
    return document._replace(gegevens=gegevens), meldingen


@cache
def _lezer(soort: Any) -> _Lezer | None:
    """How to read what stands where ``soort`` is due; None when only that itself will do."""
    soort = kaal(soort)
    if soort in _LEZERS:
        return _LEZERS[soort]
    if isinstance(soort, NewType):
        return _lezer(soort.__supertype__)
    if is_record(soort):
        return _recordlezer(soort)
    if isinstance(soort, type) and issubclass(soort, StrEnum):
        return _woordlezer(frozenset(soort))
    if get_origin(soort) is dict:
        return _dictlezer(_lezer(get_args(soort)[1]))
    if get_origin(soort) is tuple:
        return _lijstlezer(get_args(soort)[0])
    return None


def _recordlezer(soort: Any) -> _Lezer:
    lezers = {naam.removesuffix("_"): _lezer(type_) for naam, type_ in soort.__annotations__.items()}
    geheel = _GEHEEL.get(soort)

    def lees(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
        if geheel:
            waarde = geheel(waarde)
        if not isinstance(waarde, dict):
            return waarde
        return {
            naam: lezer(deel, (*pad, naam), meldingen) if (lezer := lezers.get(naam)) else deel
            for naam, deel in waarde.items()
        }

    return lees


def _dictlezer(lezer: _Lezer | None) -> _Lezer | None:
    def lees(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
        if lezer is None or not isinstance(waarde, dict):
            return waarde
        return {naam: lezer(deel, (*pad, naam), meldingen) for naam, deel in waarde.items()}

    return lees if lezer else None


def _lijstlezer(soort: Any) -> _Lezer:
    """One value is a list of one; of words only when there is no comma in it, which may part two."""
    lezer = _lezer(soort)
    is_tekst = soort in (str, model.Regel)

    def lees(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
        if not is_record(soort) and isinstance(waarde, str | int) and not isinstance(waarde, bool):
            if not is_tekst and re.search("[,;]", str(waarde)):
                return waarde
            waarde = [waarde]
        if is_record(soort) and isinstance(waarde, dict):
            waarde = [waarde]
        if lezer is None or not isinstance(waarde, list):
            return waarde
        return [lezer(deel, (*pad, nr), meldingen) for nr, deel in enumerate(waarde)]

    return lees


def _woordlezer(woorden: frozenset[str]) -> _Lezer:
    """A word with a capital is that word."""

    def lees(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
        klein = waarde.strip().lower() if isinstance(waarde, str) else waarde
        return klein if isinstance(klein, str) and klein in woorden else waarde

    return lees


def _tekst(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
    return str(waarde) if type(waarde) in (int, Decimal) else waarde


def _web(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
    return als_web(waarde.strip()) if isinstance(waarde, str) else waarde


def _mail(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
    return waarde.strip().removeprefix("mailto:") if isinstance(waarde, str) else waarde


def _telefoon(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
    nummer = str(waarde).strip() if isinstance(waarde, str | int) else waarde
    if isinstance(nummer, str) and BELLEN.fullmatch(nummer) and not NUMMER.fullmatch(nummer):
        meldingen.append(
            (pad, f"{citaat(nummer)} is meer dan een nummer; zet elk nummer apart, zonder tekst")
        )
    return nummer


def _datum(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
    if isinstance(waarde, str) and (dag := _DATUM.fullmatch(waarde.strip())):
        return f"{dag[3]}-{int(dag[2]):02}-{int(dag[1]):02}"
    return waarde


def _jaren(waarde: Any, pad: Pad, meldingen: Meldingen) -> Any:
    """An age in months in whole years, so that nobody of that age is left out."""
    if not (isinstance(waarde, str) and (maanden := _MAANDEN.fullmatch(waarde.strip().lower()))):
        return waarde
    jaren = int(maanden[1]) // 12 if pad[-1] == "van" else -(-int(maanden[1]) // 12)
    meldingen.append((pad, f"{waarde} is gelezen als {jaren} jaar; lpi rekent in hele jaren"))
    return jaren


def _kostenpost(waarde: Any) -> Any:
    """``bedrag: op aanvraag`` says that there is no amount, and whom to ask is known; none at all is free of charge.

    Of a training nothing is to pay by some alone, such as members; there it stays an amount.
    """
    if not isinstance(waarde, dict):
        return waarde
    if vlak(str(waarde.get("bedrag"))) == "op aanvraag":
        return waarde | {"bedrag": None, "op_aanvraag": True}
    if not _is_niets(waarde):
        return waarde
    is_opleiding = vlak(str(waarde.get("soort"))) == model.Kostensoort.OPLEIDING
    return waarde | ({"bedrag": 0} if is_opleiding else {"bedrag": None, "gefinancierd": True})


def _is_niets(post: dict[Any, Any]) -> bool:
    """Whether a price is nothing; free for a participant does not say that the client pays nothing either."""
    bedrag = post.get("bedrag")
    if isinstance(bedrag, str):
        return vlak(bedrag) in ("gratis", "kosteloos") and post.get("eenheid") not in (None, "deelnemer")
    return not isinstance(bedrag, bool) and bedrag in ({"van": 0, "tot": 0}, 0)


def _bereik(waarde: Any) -> Any:
    return {"van": waarde, "tot": waarde} if type(waarde) in (int, Decimal) else waarde


_LEZERS: dict[Any, _Lezer] = {
    str: _tekst,
    model.Regel: _tekst,
    model.Url: _web,
    model.Email: _mail,
    model.Telefoon: _telefoon,
    model.Datum: _datum,
    model.Jaren: _jaren,
}
_GEHEEL: dict[Any, Callable[[Any], Any]] = {
    model.Kostenpost: _kostenpost,
    model.Bedragbereik: _bereik,
    model.Duur: _bereik,
}
"""Records for which something else may stand."""
