"""How sure a memo is: ratings with what the source says of them, and research besides."""

from collections.abc import Iterator, Sequence

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Over
from lpi_cli.kern.begrip import naam
from lpi_cli.weergave.bewijs import erkenningsregel
from lpi_cli.weergave.feit import FEITEN
from lpi_cli.weergave.kosten import zin
from lpi_cli.weergave.rapportkosten import enkele


def zekerheid(interventies: Sequence[Interventie], catalogus: Catalogus) -> list[str]:
    """The highest rating, those with a remark apart, and what research there is without a rating.

    A remark may say that a rating is of one variant or of a wider programme, so a rating is
    never called the highest without it.
    """
    vast = [
        (i, e)
        for i in interventies
        for e in i.bewijs.erkenningen
        if e.niveau and not e.toelichting and e.over is Over.DEZE and not e.varianten
    ]
    hoogste = max((e.niveau.rang for _, e in vast if e.niveau), default=0)
    regels = list(_hoogste([i for i, e in vast if e.niveau and e.niveau.rang == hoogste], hoogste, catalogus))
    for interventie in interventies:
        for erkenning in interventie.bewijs.erkenningen:
            met_opmerking = (interventie, erkenning) not in vast
            if erkenning.niveau and met_opmerking and erkenning.niveau.rang >= hoogste:
                regels.append(f"{interventie.naam}: {erkenningsregel(erkenning, interventie, catalogus)}")
    return [*regels, *_zonder_erkenning(interventies, catalogus)]


def erkenningsregels(interventies: Sequence[Interventie], catalogus: Catalogus) -> list[str]:
    """Per intervention that has one: its ratings, with all that the source says of them."""
    return [
        f"{interventie.naam}: {' '.join(map(zin, FEITEN['erkenning'].regels(interventie, catalogus)))}"
        for interventie in interventies
        if interventie.bewijs.erkenningen
    ]


def _hoogste(beste: Sequence[Interventie], rang: int, catalogus: Catalogus) -> Iterator[str]:
    if beste:
        niveau = next(e.niveau for e in beste[0].bewijs.erkenningen if e.niveau and e.niveau.rang == rang)
        namen = enkele(list(dict.fromkeys(interventie.naam for interventie in beste)))
        yield f"Hoogste erkenning volgens de bron: {naam(niveau, catalogus.begrippen['niveau'])} ({namen})."


def _zonder_erkenning(interventies: Sequence[Interventie], catalogus: Catalogus) -> Iterator[str]:
    zonder = [interventie for interventie in interventies if not interventie.bewijs.erkenningen]
    if not zonder:
        return
    wie = f"{len(zonder)} van de {len(interventies)}" if len(zonder) < len(interventies) else "geen enkele"
    begin = f"Van {wie} is {'geen' if len(zonder) < len(interventies) else 'een'} erkenning gepubliceerd"
    onderzocht = _onderzocht(zonder, catalogus)
    yield f"{begin}; wel is er onderzoek naar {enkele(onderzocht)}." if onderzocht else f"{begin}."


def _onderzocht(interventies: Sequence[Interventie], catalogus: Catalogus) -> list[str]:
    """Each with the first kind of its research in the vocabulary: that goes from most to least certain.

    The pre-selected first, since those are described in full; then by that kind.
    """
    soorten = catalogus.begrippen["onderzoeksoort"]
    volgorde = list(soorten)
    gevonden = [
        (not i.voorselectie, min(volgorde.index(onderzoek.soort) for onderzoek in i.bewijs.onderzoek), i.naam)
        for i in interventies
        if i.bewijs.onderzoek
    ]
    return [f"{wie} ({soorten[volgorde[plek]].naam})" for _, plek, wie in sorted(gevonden)]
