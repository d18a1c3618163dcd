"""What differs between two editions of a catalogue, in the words of the card."""

from collections.abc import Iterator, Sequence
from typing import Annotated, TypedDict

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie, Uitgave, Variant
from lpi_cli.catalogus.record import als_object
from lpi_cli.kern.verschil import Feitenlijst, Verschil, Verschilsoort, koppel, verschillen
from lpi_cli.kern.zinnen import opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Toon, Velden, rijenbeeld
from lpi_cli.weergave.feit import FEITEN
from lpi_cli.weergave.feitenlijst import LIJSTFEITEN, Kaartfeit, feiten
from lpi_cli.weergave.tekst import geteld
from lpi_cli.weergave.versie import uitgave_in_woorden

VARIANT, BRON, PLAATS = "Variant", "Bron", "Plaats in de bron"
"""Labels of what is no fact of a card: the name of a variant, and where facts come from."""
Verschilgegevens = TypedDict("Verschilgegevens", {
    "id": str, "naam": str, "soort": Annotated[str, "nieuw, weg of anders"],
    "feit": Annotated[str | None, "null: de hele interventie"],
    "oud": Annotated[list[str], "leeg: er was niets"], "nieuw": Annotated[list[str], "leeg: er is niets meer"],
})  # fmt: skip


def verschilbeeld(
    oud: Sequence[Interventie],
    nieuw: Sequence[Interventie],
    woorden: Catalogus,
    uitgaven: Sequence[Uitgave | None],
) -> Beeld:
    """``woorden``: the words of both editions, so that a word with another name is no other fact."""
    alle = alle_verschillen(oud, nieuw, woorden)
    gegevens = [als_object(Verschilgegevens, een) for een in alle]
    return rijenbeeld(lambda: _blokken(alle, uitgaven), gegevens, Verschilgegevens)


def alle_verschillen(
    oud: Sequence[Interventie], nieuw: Sequence[Interventie], woorden: Catalogus
) -> list[Verschil]:
    vroeger, nu = ({str(i.id): i for i in interventies} for interventies in (oud, nieuw))
    namen, nieuwe_namen = ({id_: str(i.naam) for id_, i in per.items()} for per in (vroeger, nu))
    return verschillen(
        _feitenlijsten(vroeger.get(was or ""), nu.get(wordt or ""), woorden)
        for was, wordt in koppel(namen, nieuwe_namen)
    )


def _feitenlijsten(
    oud: Interventie | None, nieuw: Interventie | None, woorden: Catalogus
) -> tuple[Feitenlijst | None, Feitenlijst | None]:
    if oud is None or nieuw is None:
        return _naam(oud), _naam(nieuw)
    was, wordt = (list(feiten(i, woorden)) for i in _met_dezelfde_varianten(oud, nieuw))
    bron, nieuwe_bron = _andere_bronnen(was, wordt)
    return _feitenlijst(oud, nieuw, was, bron, woorden), _feitenlijst(nieuw, oud, wordt, nieuwe_bron, woorden)


def _naam(interventie: Interventie | None) -> Feitenlijst | None:
    """One that only one edition has: of that no fact is told."""
    return Feitenlijst(interventie.id, interventie.naam, {}) if interventie else None


def _feitenlijst(
    interventie: Interventie,
    ander: Interventie,
    eigen: Sequence[Kaartfeit],
    bron: Sequence[str],
    woorden: Catalogus,
) -> Feitenlijst:
    per_label = _per_label(eigen) | _varianten(interventie, ander, woorden)
    elders = {BRON: bron, PLAATS: _plaatsen(interventie, ander)}
    return Feitenlijst(interventie.id, interventie.naam, {**per_label, **elders}, _LOS)


def _met_dezelfde_varianten(oud: Interventie, nieuw: Interventie) -> Iterator[Interventie]:
    """Both with the variants of both by the newest name: which there are, and how they are called, is told apart."""
    vroeger, nu = ({variant.id: variant for variant in i.varianten} for i in (oud, nieuw))
    namen = {id_: variant.naam for id_, variant in (vroeger | nu).items()}
    for interventie, eigen, ander in ((oud, vroeger, nu), (nieuw, nu, vroeger)):
        varianten = ({**ander, **eigen}[id_]._replace(naam=namen[id_]) for id_ in {**nu, **vroeger})
        yield interventie._replace(varianten=tuple(varianten))


def _per_label(alle: Sequence[Kaartfeit]) -> dict[str, list[str]]:
    per: dict[str, list[str]] = {}
    for feit in alle:
        per.setdefault(feit.kop, []).extend(feit.regels)
    return per


def _varianten(interventie: Interventie, ander: Interventie, woorden: Catalogus) -> dict[str, list[str]]:
    """The name of each variant, with what is known of it when the other edition does not have it."""
    elders = {variant.id for variant in ander.varianten}
    return {
        f"{VARIANT} {variant.id}": [
            variant.naam if variant.id in elders else _beschreven(interventie, variant, woorden)
        ]
        for variant in interventie.varianten
    }


def _beschreven(interventie: Interventie, variant: Variant, woorden: Catalogus) -> str:
    zonder, met = (
        _per_label(list(feiten(interventie._replace(varianten=v), woorden))) for v in ((), (variant,))
    )
    delen = [
        f"{label.partition(' (')[0].lower()} {', '.join(eigen)}"
        for label, regels in met.items()
        if (eigen := [regel for regel in regels if regel not in zonder.get(label, ())])
    ]
    return f"{variant.naam}: {'; '.join(delen)}"


def _andere_bronnen(oud: Sequence[Kaartfeit], nieuw: Sequence[Kaartfeit]) -> tuple[list[str], list[str]]:
    """Of facts that stayed the same: which ones now come from elsewhere, by where they came from."""
    vroeger = {(feit.kop, tuple(feit.regels)): feit.bronnen for feit in oud}
    groepen: dict[tuple[str, str], dict[str, None]] = {}
    for feit in nieuw:
        was = vroeger.get((feit.kop, tuple(feit.regels)), feit.bronnen)
        if list(was) != list(feit.bronnen):
            groepen.setdefault((opsomming(was), opsomming(feit.bronnen)), {})[feit.kop] = None
    van = [f"{was}: {', '.join(koppen)}" for (was, _), koppen in groepen.items()]
    naar = [f"{wordt}: {', '.join(koppen)}" for (_, wordt), koppen in groepen.items()]
    return van, naar


def _plaatsen(interventie: Interventie, ander: Interventie) -> list[str]:
    """Where in a source the intervention stands, and each variant that both editions have."""
    elders = {variant.id for variant in ander.varianten}
    varianten = [f"{v.id}: {v.bron}, {v.plaats}" for v in interventie.varianten if v.id in elders]
    return [*(f"{plek.bron}, {plek.plaats}" for plek in interventie.bronnen), *varianten]


_LOS = frozenset({*(FEITEN[naam].label for naam in LIJSTFEITEN), FEITEN["verschillen"].label})


# --- to show --------------------------------------------------------------------------


def _blokken(alle: Sequence[Verschil], uitgaven: Sequence[Uitgave | None]) -> Iterator[Blok]:
    per_id: dict[str, list[Verschil]] = {}
    for verschil in alle:
        per_id.setdefault(verschil.id, []).append(verschil)
    telling = f"{geteld(len(alle), 'verschil', 'len')} bij {geteld(len(per_id), 'interventie', 's')}"
    yield Alinea(telling if alle else "Geen verschillen", Toon.NADRUK)
    if any(uitgaven):
        van, naar = (uitgave_in_woorden(een) if een else "een catalogus zonder nummer" for een in uitgaven)
        yield Alinea(f"Van {van} naar {naar}.", Toon.ZACHT)
    for soort, kop in ((Verschilsoort.NIEUW, "Erbij"), (Verschilsoort.WEG, "Weg")):
        if heel := [v for v in alle if v.feit is None and v.soort is soort]:
            yield Kop(kop)
            yield Velden([(v.id, [v.naam]) for v in heel])
    for van_een in per_id.values():
        if feiten_ := [(v.feit, _was_en_nu(v)) for v in van_een if v.feit]:
            yield Kop(f"{van_een[0].naam} ({van_een[0].id})")
            yield Velden(feiten_)


def _was_en_nu(verschil: Verschil) -> list[str]:
    was, nu = ("was", "nu") if verschil.oud and verschil.nieuw else ("weg", "nieuw")
    return [*(f"{was}: {regel}" for regel in verschil.oud), *(f"{nu}: {regel}" for regel in verschil.nieuw)]
