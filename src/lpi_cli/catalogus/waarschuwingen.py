"""What is no fault, but makes a catalogue less useful: a price without a year, an old source.

Like ``samenhang`` this looks at files as they were read, so that a fault hides no warning.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from lpi_cli.catalogus.adres import WEB
from lpi_cli.catalogus.controle import LOSSE_BESTANDEN
from lpi_cli.catalogus.dubbel import dubbelen
from lpi_cli.catalogus.eigen import VULT_AAN
from lpi_cli.catalogus.fouten import Fout, citaat
from lpi_cli.catalogus.gewoon import bestanden_in, lees_gewoon
from lpi_cli.catalogus.laden import gebundelde_map, laad_basis
from lpi_cli.catalogus.mild import mild
from lpi_cli.catalogus.model import NOG_INVULLEN, Interventie
from lpi_cli.catalogus.model_eigen import Aanvulling
from lpi_cli.catalogus.overig import doet_niet_mee
from lpi_cli.catalogus.record import uit_rij
from lpi_cli.catalogus.schema import MAG_LATER
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.catalogus.yaml_lezer import Document, Pad

OUDSTE_BRON = 3
"""Years after which a source may no longer hold."""


def waarschuwingen(map_: Path, vandaag: date) -> list[Fout]:
    """All warnings about a catalogue folder, by file and line. ``vandaag`` tells what is old or yet to come."""
    gevonden = list(doet_niet_mee(map_, LOSSE_BESTANDEN if map_.samefile(gebundelde_map()) else ()))
    if document := _leesbaar(map_ / "begrippen.yaml"):
        gevonden += document.let_op
    if document := _leesbaar(map_ / "bronnen.yaml"):
        gevonden += [*document.let_op, *_bronnen(document, vandaag)]
    documenten = []
    for bestand in bestanden_in(map_ / "interventies", []):
        if document := _leesbaar(bestand):
            mild_document, gelezen_als = mild(
                document, Aanvulling if VULT_AAN in document.gegevens else Interventie
            )
            gevonden += [*document.let_op, *(document.fout(pad, melding) for pad, melding in gelezen_als)]
            gevonden += _interventie(mild_document, vandaag)
            documenten.append(mild_document)
    if not map_.samefile(gebundelde_map()):
        meegeleverd = (uit_rij(Interventie, rij) for rij in laad_basis().interventies())
        gevonden += dubbelen(documenten, meegeleverd)
    return gevonden


def _leesbaar(bestand: Path) -> Document | None:
    document = lees_gewoon(bestand)
    return document if isinstance(document, Document) and isinstance(document.gegevens, dict) else None


def _bronnen(document: Document, vandaag: date) -> Iterator[Fout]:
    yield from _tijden(document, vandaag)
    for id_, bron in document.gegevens.items():
        if not isinstance(bron, dict):
            continue
        if bron.get("url") is None:
            yield document.fout((id_,), "heeft geen url; met een webadres kan een ander het nalezen")
        uitgave = bron.get("jaar")
        if uitgave is None:
            yield document.fout((id_,), "heeft geen jaar; zonder jaar weet niemand of het nog geldt")
        elif isinstance(uitgave, int) and uitgave < vandaag.year - OUDSTE_BRON:
            yield document.fout(
                (id_, "jaar"), f"de bron is ouder dan {OUDSTE_BRON} jaar; ga na of alles nog klopt"
            )


def _interventie(document: Document, vandaag: date) -> Iterator[Fout]:
    gegevens = document.gegevens
    yield from _tijden(document, vandaag)
    for pad, tekst in _waarden(gegevens, ()):
        if tekst == NOG_INVULLEN:
            yield document.fout(pad, "is nog niet ingevuld")
    yield from _kosten(document, vandaag)
    if VULT_AAN in gegevens:
        return
    if later := [veld for veld in MAG_LATER[Interventie] if veld not in gegevens and veld in _VAN_BELANG]:
        yield document.fout((), f"nog niet ingevuld: {', '.join(later)}; vul in wat u weet")
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


def _kosten(document: Document, vandaag: date) -> Iterator[Fout]:
    for nr, post in enumerate(_lijst(document.gegevens, "kosten")):
        if post.get("bedrag") is not None and post.get("prijspeil") is None:
            yield document.fout(
                ("kosten", nr),
                f"zegt niet van welk jaar de prijs is; voeg dat toe, zoals prijspeil: {vandaag.year}",
            )


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


_VAN_BELANG = ("organisatie", "samenvatting", "doelgroep", "doel", "aanpak", "regio")
"""What one misses most while it is not filled in."""
_WEGEN = ("email", "telefoon", "website")


def _is_ingevuld(waarde: Any) -> bool:
    delen = waarde.values() if isinstance(waarde, dict) else waarde if isinstance(waarde, list) else [waarde]
    return any(deel is not None for deel in delen)


def _lijst(gegevens: Any, veld: str) -> list[dict[str, Any]]:
    waarde = gegevens.get(veld) if isinstance(gegevens, dict) else None
    return [deel if isinstance(deel, dict) else {} for deel in waarde] if isinstance(waarde, list) else []


def _tijden(document: Document, vandaag: date) -> Iterator[Fout]:
    """Years and days that are yet to come, and what has ended."""
    for pad, waarde in _waarden(document.gegevens, ()):
        veld = next((deel for deel in reversed(pad) if isinstance(deel, str)), "")
        if (veld in ("jaar", "prijspeil") and type(waarde) is int and waarde > vandaag.year) or (
            veld in ("nagekeken", "status_sinds") and _dag(waarde) > vandaag.isoformat()
        ):
            yield document.fout(pad, f"{waarde} moet nog komen; klopt dat?")
        elif veld == "geldig_tot" and "" < _dag(waarde) < vandaag.isoformat():
            yield document.fout(pad, f"gold tot {waarde}; ga na wat nu geldt")
        elif (
            veld in ("url", "website")
            and isinstance(waarde, str)
            and WEB.fullmatch(waarde)
            and not _GASTHEER.match(waarde)
        ):
            yield document.fout(pad, f"{citaat(waarde)} lijkt geen webadres dat bestaat")


def _dag(waarde: Any) -> str:
    return waarde if isinstance(waarde, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde) else ""


_GASTHEER = re.compile(r"https?://([\w-]+\.)+[a-z]{2,}(?=[:/?#]|$)", re.IGNORECASE)


def _waarden(gegevens: Any, pad: Pad) -> Iterator[tuple[Pad, Any]]:
    if isinstance(gegevens, dict):
        for naam, waarde in gegevens.items():
            yield from _waarden(waarde, (*pad, naam))
    elif isinstance(gegevens, list):
        for nr, waarde in enumerate(gegevens):
            yield from _waarden(waarde, (*pad, nr))
    else:
        yield pad, gegevens
