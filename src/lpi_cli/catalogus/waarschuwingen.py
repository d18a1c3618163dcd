"""What is no fault, but makes a catalogue less useful: a price without a year, an old source.

Like ``samenhang`` this looks at files as they were read, so that a fault hides no warning.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lpi_cli.catalogus.controle import LOSSE_BESTANDEN
from lpi_cli.catalogus.fouten import Fout
from lpi_cli.catalogus.gewoon import bestanden_in, lees_gewoon
from lpi_cli.catalogus.laden import gebundelde_map
from lpi_cli.catalogus.model import NOG_INVULLEN
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.catalogus.yaml_lezer import Document, Pad

OUDSTE_BRON = 3
"""Years after which a source may no longer hold."""


def waarschuwingen(map_: Path, jaar: int) -> list[Fout]:
    """All warnings about a catalogue folder, by file and line. ``jaar``: the present year."""
    gelezen = _VAN_ELKE | (set(LOSSE_BESTANDEN) if map_.samefile(gebundelde_map()) else set())
    gevonden = [
        Fout(los, 1, "", "wordt niet gelezen; zet een interventie in de map interventies")
        for los in sorted(map_.glob("*.yaml"))
        if los.stem not in gelezen
    ]
    if document := _leesbaar(map_ / "begrippen.yaml"):
        gevonden += document.let_op
    if document := _leesbaar(map_ / "bronnen.yaml"):
        gevonden += [*document.let_op, *_bronnen(document, jaar)]
    for bestand in bestanden_in(map_ / "interventies", [], "*.yaml.*"):
        gevonden.append(Fout(bestand, 1, "", f"doet niet mee; noem het bestand {bestand.stem}"))
    for bestand in bestanden_in(map_ / "interventies", []):
        if document := _leesbaar(bestand):
            gevonden += [*document.let_op, *_interventie(document, jaar)]
    return gevonden


_VAN_ELKE = {"begrippen", "bronnen"}
"""The files beside the folders of any catalogue; the bundled one has more."""


def _leesbaar(bestand: Path) -> Document | None:
    document = lees_gewoon(bestand)
    return document if isinstance(document, Document) and isinstance(document.gegevens, dict) else None


def _bronnen(document: Document, jaar: int) -> Iterator[Fout]:
    for id_, bron in document.gegevens.items():
        if not isinstance(bron, dict):
            continue
        if bron.get("url") is None:
            yield document.fout((id_,), "heeft geen url; met een webadres kan een ander het nalezen")
        uitgave = bron.get("jaar")
        if uitgave is None:
            yield document.fout((id_,), "heeft geen jaar; zonder jaar weet niemand of het nog geldt")
        elif isinstance(uitgave, int) and uitgave < jaar - OUDSTE_BRON:
            yield document.fout(
                (id_, "jaar"), f"de bron is ouder dan {OUDSTE_BRON} jaar; ga na of alles nog klopt"
            )


def _interventie(document: Document, jaar: int) -> Iterator[Fout]:
    gegevens = document.gegevens
    for pad, tekst in _teksten(gegevens, ()):
        if tekst == NOG_INVULLEN:
            yield document.fout(pad, "is nog niet ingevuld")
    for nr, post in enumerate(_lijst(gegevens, "kosten")):
        if post.get("bedrag") is not None and post.get("prijspeil") is None:
            yield document.fout(
                ("kosten", nr), f"zegt niet van welk jaar de prijs is; voeg dat toe, zoals prijspeil: {jaar}"
            )
    if "vult_aan" in gegevens:
        return
    if not any(contact.get(weg) for contact in _lijst(gegevens, "contact") for weg in _WEGEN):
        yield document.fout(("contact",), "noemt geen e-mailadres, telefoonnummer of website")
    for nr, variant in enumerate(_lijst(gegevens, "varianten")):
        leeg = [wat for wat in ("leeftijd", "vorm") if not _is_ingevuld(variant.get(wat))]
        if leeg:
            yield document.fout(
                ("varianten", nr), f"{' en '.join(leeg)} niet ingevuld; wie daarop zoekt, vindt deze niet"
            )
    yield from _bewijs(document)
    talen = [gegevens.get("talen"), gegevens.get("talen_toelichting")]
    if not any([*talen, *(variant.get("talen") for variant in _lijst(gegevens, "varianten"))]):
        yield document.fout(("talen",), "de taal is niet bekend; vul talen of talen_toelichting in")


def _bewijs(document: Document) -> Iterator[Fout]:
    """What makes evidence count for less than it is, or for more."""
    varianten = _lijst(document.gegevens, "varianten")
    bewijs = document.gegevens.get("bewijs")
    for soort in ("erkenningen", "onderzoek"):
        for nr, feit in enumerate(_lijst(bewijs, soort)):
            pad = ("bewijs", soort, nr)
            if soort == "onderzoek" and feit.get("richting") is None:
                yield document.fout(
                    pad, "zegt niet hoe het afliep en telt niet als sterk punt; zoals richting: gunstig"
                )
            genoemd = [variant for variant in varianten if _noemt(feit, variant)]
            if not feit.get("varianten") and len(varianten) > 1 and len(genoemd) == 1:
                id_ = genoemd[0].get("id")
                yield document.fout(
                    pad, f"noemt één variant; gaat het alleen daarover, voeg dan toe: varianten: [{id_}]"
                )


def _noemt(feit: dict[str, Any], variant: dict[str, Any]) -> bool:
    """Whether the text of a rating or study has the id or name of a variant in it."""
    tekst = f" {vlak(str(feit.get('toelichting') or feit.get('uitkomst')))} "
    return any(f" {vlak(str(variant.get(veld)))} " in tekst for veld in ("id", "naam"))


_WEGEN = ("email", "telefoon", "website")


def _is_ingevuld(waarde: Any) -> bool:
    delen = waarde.values() if isinstance(waarde, dict) else waarde if isinstance(waarde, list) else [waarde]
    return any(deel is not None for deel in delen)


def _lijst(gegevens: Any, veld: str) -> list[dict[str, Any]]:
    waarde = gegevens.get(veld) if isinstance(gegevens, dict) else None
    return [deel if isinstance(deel, dict) else {} for deel in waarde] if isinstance(waarde, list) else []


def _teksten(gegevens: Any, pad: Pad) -> Iterator[tuple[Pad, str]]:
    if isinstance(gegevens, dict):
        for naam, waarde in gegevens.items():
            yield from _teksten(waarde, (*pad, naam))
    elif isinstance(gegevens, list):
        for nr, waarde in enumerate(gegevens):
            yield from _teksten(waarde, (*pad, nr))
    elif isinstance(gegevens, str):
        yield pad, gegevens
