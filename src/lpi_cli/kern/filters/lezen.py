"""From a value as typed to the wishes in it, and what is said of it when it was not read as it stands."""

from collections.abc import Iterator
from contextlib import suppress

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.begrip import lees_groep, naam
from lpi_cli.kern.filters.basis import Filter, Wens
from lpi_cli.kern.filters.codes import TAAL
from lpi_cli.kern.filters.doelgroep import DOELGROEP
from lpi_cli.kern.lezing import in_delen, is_geen_voorkeur, lezing_van, uit_engels
from lpi_cli.kern.vraagfout import Vraagfout
from lpi_cli.kern.zinnen import opsomming

EN = "+"
"""Joins values that must hold at once: ``vrouwen+asielzoeker``."""


def lees_waarden(filter_: Filter, waarde: str, catalogus: Catalogus) -> list[tuple[Wens, ...]]:
    """What a typed value asks: each of these will do, if all wishes in it are met; none when it does not matter.

    A whole value goes first, so that ``18+`` stays what it is. Raises ``Vraagfout``.
    """
    if not filter_.vaste_woorden and is_geen_voorkeur(waarde, catalogus.lezingen):
        return []  # it reads any text
    try:
        return [(filter_.lees(waarde, catalogus),)]
    except Vraagfout:
        if is_geen_voorkeur(waarde, catalogus.lezingen):
            return []
        if tegelijk := _tegelijk(filter_, waarde, catalogus):
            return [tuple(filter_.lees(deel, catalogus) for deel in tegelijk)]
        if of := _een_van(filter_, waarde, catalogus):
            return [wensen for deel in of for wensen in lees_waarden(filter_, deel, catalogus)]
        nederlands = uit_engels(waarde, catalogus.lezingen)
        if nederlands and _kan_lezen(filter_, nederlands, catalogus):
            raise Vraagfout(f"{waarde!r} is Engels. Bedoelt u {nederlands!r}?") from None
        raise


def _kan_lezen(filter_: Filter, waarde: str, catalogus: Catalogus) -> bool:
    try:
        return bool(lees_waarden(filter_, waarde, catalogus))
    except Vraagfout:
        return False


def _tegelijk(filter_: Filter, waarde: str, catalogus: Catalogus) -> list[str]:
    """The values in one that must hold at once: with a plus, or all that is said of a group."""
    delen = [deel for deel in waarde.split(EN) if vlak(deel)]
    if len(delen) > 1:
        return delen
    return sorted(lees_groep(waarde, catalogus.begrippen["kenmerk"])) if filter_ is DOELGROEP else []


def _een_van(filter_: Filter, waarde: str, catalogus: Catalogus) -> list[str]:
    """The values that one stands for, or names beside each other. Raises ``Vraagfout`` when that is not clear."""
    if lezing := lezing_van(filter_.naam, waarde, catalogus.lezingen):
        if not lezing.leest:
            raise Vraagfout(" ".join(filter(None, [f"{waarde!r} zegt niet genoeg.", lezing.uitleg])))
        return list(lezing.leest)
    delen = in_delen(waarde)
    if len(delen) < 2:
        return []
    if filter_ is DOELGROEP:
        raise Vraagfout(
            f"{waarde!r} kan twee dingen zijn. Allebei tegelijk: {EN.join(delen)}. Het een of het ander: "
            f"geef --{filter_.naam} twee keer."
        )
    return delen


def toelichtingen(filter_: Filter, waarde: str, catalogus: Catalogus) -> Iterator[str]:
    """What is to be said of a value that can be read: what was read for it, and what that does not tell."""
    begrippen = catalogus.begrippen.get(filter_.naam, {})
    with suppress(Vraagfout):
        code = filter_.als_waarde(filter_.lees(waarde, catalogus))
        if code in begrippen and begrippen[code].omvat:
            soorten = opsomming(naam(een, begrippen) for een in begrippen[code].omvat)
            yield f"{waarde!r} kan van alles zijn: {soorten}. Weet u welke? Geef dan die."
        if filter_ is TAAL and not _wordt_genoemd(code, catalogus):
            yield f"Geen enkele interventie noemt {naam(code, begrippen)}: vraag de aanbieder of het kan."
        return
    if is_geen_voorkeur(waarde, catalogus.lezingen) or _tegelijk(filter_, waarde, catalogus):
        return
    gelezen = _een_van(filter_, waarde, catalogus)
    lezing = lezing_van(filter_.naam, waarde, catalogus.lezingen)
    if lezing and lezing.uitleg:
        namen = " of ".join(naam(een, begrippen) for een in gelezen)
        yield f"{waarde!r} leest lpi als {namen}. {lezing.uitleg}"
    for deel in gelezen:
        yield from toelichtingen(filter_, deel, catalogus)


def _wordt_genoemd(taal: str, catalogus: Catalogus) -> bool:
    return any(
        taal in talen for i in catalogus.interventies for talen in (i.talen, *(v.talen for v in i.varianten))
    )
