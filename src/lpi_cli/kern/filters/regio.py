"""Where in the country: a place lies in a province, and what says nothing of its own is national."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Begrip, Elders, Interventie, Variant
from lpi_cli.catalogus.woorden import naaste, vlak
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.filters.basis import ONBEKEND, PAST, PAST_NIET, Filter, Vraagstelling
from lpi_cli.kern.oordeel import Feit, Uitkomst
from lpi_cli.kern.vraagfout import Vraagfout, bedoelt_u
from lpi_cli.kern.zinnen import opsomming

PROVINCIE = "provincie"
"""Stands before the name of a province to tell it from the town of that name."""


class _Streek(NamedTuple):
    """An asked place with its province, or a province alone."""

    plaats: str | None
    provincie: str | None
    tekst: str
    """As one types it."""


def _lees_streek(tekst: str, catalogus: Catalogus) -> _Streek:
    """Raises ``Vraagfout`` for a place that is not known, since one cannot say what lies near it."""
    gezocht = vlak(tekst)
    plaatsen = {
        vlak(n): (p, plaats.provincie) for p, plaats in catalogus.plaatsen.items() for n in (p, *plaats.ook)
    }
    provincies = provincienamen(catalogus.begrippen["provincie"])
    eigen = {vlak(plaats): plaats for i in catalogus.interventies for plaats in i.regio.plaatsen}
    if gezocht in plaatsen:
        plaats, provincie = plaatsen[gezocht]
        return _Streek(plaats, provincie, plaats)
    if code := provincies.get(gezocht):
        return _Streek(None, code, provinciewoorden(catalogus)[code])
    if gezocht in eigen:
        return _Streek(eigen[gezocht], None, eigen[gezocht])
    gok = naaste(
        tekst,
        [*(p for p in catalogus.plaatsen), *(b.naam for b in catalogus.begrippen["provincie"].values())],
    )
    raise Vraagfout(f"{tekst!r} ken ik niet; geef de naam van een gemeente of een provincie.{bedoelt_u(gok)}")


def provincienamen(provincies: Mapping[str, Begrip]) -> dict[str, str]:
    """What one may type for a province → its code."""
    return {
        vlak(f"{aanhef}{een}"): code
        for code, begrip in provincies.items()
        for een in (code, begrip.naam, *begrip.ook)
        for aanhef in ("", f"{PROVINCIE} ")
    }


def _keuzes(catalogus: Catalogus) -> dict[str, str]:
    provincies = catalogus.begrippen["provincie"]
    woorden = provinciewoorden(catalogus)
    namen = {
        woord: provincies[code].naam if woord == code else f"{PROVINCIE} {provincies[code].naam}"
        for code, woord in woorden.items()
    }
    return {**namen, **dict.fromkeys(catalogus.plaatsen, "")}


def provinciewoorden(catalogus: Catalogus) -> dict[str, str]:
    """Code of a province → the word that asks it, also where a town has its name."""
    plaatsen = {vlak(plaats) for plaats in catalogus.plaatsen}
    codes = catalogus.begrippen["provincie"]
    return {code: f"{PROVINCIE} {code}" if vlak(code) in plaatsen else code for code in codes}


def _weeg_regio(
    wens: _Streek, interventie: Interventie, stelling: Vraagstelling
) -> tuple[Uitkomst, str | None, str]:
    """The outcome, its fact in words, and the field that says so."""
    regio, plaatsen = interventie.regio, stelling.catalogus.plaatsen
    provincies = [naam(code, stelling.catalogus.begrippen["provincie"]) for code in regio.provincies]
    genoemd = opsomming([*regio.plaatsen, *provincies])
    if wens.plaats and any(
        vlak(wens.plaats) in (vlak(p), *map(vlak, _ook(p, stelling))) for p in regio.plaatsen
    ):
        return PAST, genoemd, "regio.plaatsen"
    if wens.provincie in regio.provincies:
        return PAST, opsomming(provincies), "regio.provincies"
    if regio.landelijk:
        return PAST, "in heel Nederland", "regio.landelijk"
    in_provincie = [p for p in regio.plaatsen if p in plaatsen and plaatsen[p].provincie == wens.provincie]
    if wens.plaats is None and in_provincie:
        return ONBEKEND, f"wel in {opsomming(in_provincie)}", "regio.plaatsen"
    if regio.elders is Elders.OVERLEG:
        return (
            ONBEKEND,
            f"{genoemd}; elders in overleg" if regio.plaatsen or provincies else "in overleg",
            "regio.elders",
        )
    if regio.landelijk is None and regio.elders is None:
        return (ONBEKEND, f"wel genoemd: {genoemd}" if regio.plaatsen or provincies else None, "regio")
    return PAST_NIET, f"alleen {genoemd}", "regio.elders" if regio.elders else "regio.landelijk"


def _ook(plaats: str, stelling: Vraagstelling) -> Sequence[str]:
    bekend = stelling.catalogus.plaatsen.get(plaats)
    return bekend.ook if bekend else ()


def _regio_feit(wens: _Streek, interventie: Interventie, variant: Variant, stelling: Vraagstelling) -> Feit:
    _, tekst, veld = _weeg_regio(wens, interventie, stelling)
    return Feit(tekst, None, bronnen_van(interventie, veld))


REGIO = Filter(
    naam="regio",
    uitleg="Een plaats of provincie; landelijk aanbod telt mee",
    voorbeeld="Rotterdam",
    lees=_lees_streek,
    beoordeel=lambda wens, stelling: lambda i, variant: _weeg_regio(wens, i, stelling)[0],
    feit=_regio_feit,
    als_waarde=lambda wens: wens.tekst,
    keuzes=_keuzes,
)
