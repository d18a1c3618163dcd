"""One option of a memo: what it is, what it costs, and its strong points beside its limits."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import (
    Erkenning,
    Interventie,
    Kwaliteitsantwoord,
    Onderzoek,
    Overdracht,
    Richting,
    Soort,
    Variant,
)
from lpi_cli.kern.bewijs import eigen_onderzoek, geldt
from lpi_cli.kern.kostenwaarschuwing import Waarschuwingsoort
from lpi_cli.kern.prijs import Kostenstatus, is_oud, prijs
from lpi_cli.kern.raming import Kostenraming
from lpi_cli.kern.rapport import Optie, onbekend
from lpi_cli.kern.zinnen import NIET_GEPUBLICEERD, opsomming
from lpi_cli.weergave.beeld import Alinea, Blok, Kop, Toon, Velden
from lpi_cli.weergave.bewijs import erkenningsregel, onderzoek_kort, richting
from lpi_cli.weergave.feit import FEITEN, VARIANTFEITEN, gezegd_over
from lpi_cli.weergave.feiten import (
    STER_BETEKENIS,
    VOORBEELD_UITLEG,
    contactregels,
    kostenregel,
    naam_met_merk,
    namen,
)
from lpi_cli.weergave.kostenwoorden import bronnoot, kosten_in_zin, zin
from lpi_cli.weergave.wensen import wens_in_woorden

OPZET = ("leeftijd", "vorm", "bijeenkomsten", "groepsgrootte")
"""What is told of each variant."""
_GETOONDE_VELDEN = ("kosten", "talen", "tolk", "bewijs")
"""Facts of an intervention that an option shows; its variants besides."""


def optieblokken(optie: Optie, vandaag: date, catalogus: Catalogus) -> Iterator[Blok]:
    """``vandaag`` tells old prices, and ratings that ended."""
    i = optie.interventie
    yield Kop(naam_met_merk(i, catalogus), 3)
    if i.soort is Soort.PRAKTIJKVOORBEELD:
        yield Alinea(VOORBEELD_UITLEG, Toon.NADRUK)
    if optie.past_niet:
        waarom = opsomming(f"{reden.onderdeel} ({reden.feit})" for reden in optie.past_niet)
        yield Alinea(f"Staat hier op verzoek. Past niet bij de vraag: {waarom}.", Toon.NADRUK)
    if optie.vraag_na:
        wat = opsomming(f"{reden.onderdeel} ({reden.feit})" for reden in optie.vraag_na)
        yield Alinea(f"Staat hier op verzoek. Past misschien; vraag na: {wat}.", Toon.NADRUK)
    yield Alinea(i.samenvatting)
    yield Velden(list(_velden(optie, vandaag, catalogus)))


def _velden(optie: Optie, vandaag: date, catalogus: Catalogus) -> Iterator[tuple[str, Sequence[str]]]:
    i = optie.interventie
    yield "Voor wie", [i.doelgroep.omschrijving]
    yield "Opzet", [_variant(variant, catalogus) for variant in optie.varianten]
    talen = FEITEN["talen"].regels(i, catalogus, varianten=optie.varianten)
    yield "Taal", [*talen, *([i.tolk] if i.tolk else [])]
    yield "Werkt het?", [" ".join([i.bewijs.samenvatting, *_zonder_niveau(i, catalogus)])]
    if i.regio.landelijk:
        yield "Regio", _feit("regio", i, catalogus)
    yield "Kosten", kostenregels(optie, catalogus)
    if optie.wensen:
        yield "Liefst", [wens_in_woorden(wens) for wens in optie.wensen]
    yield "Sterk", sterke_kanten(optie, vandaag, catalogus)
    yield "Let op", beperkingen(optie, vandaag, catalogus)
    if verschillen := "; ".join(_verschillen(optie)):
        yield "Ook gemeld", [f"{zin(verschillen)}."]
    wie = dict.fromkeys([i.organisatie, "; ".join(contactregels(i))])  # without an address they are the same
    yield "Contact", [": ".join(wie)]


def _feit(naam_: str, interventie: Interventie, catalogus: Catalogus) -> list[str]:
    return FEITEN[naam_].regels(interventie, catalogus)


def _zonder_niveau(interventie: Interventie, catalogus: Catalogus) -> Iterator[str]:
    """Where it is listed without a level, or that it is not; a level stands with the strong points."""
    if not interventie.bewijs.erkenningen:
        yield f"Erkenning: {NIET_GEPUBLICEERD}."
    for erkenning in interventie.bewijs.erkenningen:
        if erkenning.niveau is None:
            yield f"Erkenning: {erkenningsregel(erkenning, interventie, catalogus)}"


def _geldt_voor(optie: Optie, erkenning: Erkenning, vandaag: date) -> bool:
    """Whether a rating is of all that the memo describes of it."""
    return all(geldt(erkenning, variant, vandaag) for variant in optie.varianten)


def _gunstig(optie: Optie) -> list[Onderzoek]:
    """The studies that speak for all that the memo describes of it."""
    return [
        o
        for o in optie.interventie.bewijs.onderzoek
        if o.richting is Richting.GUNSTIG and _is_eigen(o, optie)
    ]


def _is_eigen(onderzoek: Onderzoek, optie: Optie) -> bool:
    return all(onderzoek in eigen_onderzoek(optie.interventie, variant) for variant in optie.varianten)


def _variant(variant: Variant, catalogus: Catalogus) -> str:
    """What it is made of; what nobody says of it stands with the limits."""
    feiten = {naam_: VARIANTFEITEN[naam_].kort(variant, catalogus) for naam_ in OPZET}
    return f"{variant.naam}: {'; '.join(f'{naam_} {kort}' for naam_, kort in feiten.items() if kort)}"


def kostenregels(optie: Optie, catalogus: Catalogus) -> list[str]:
    """The computed costs, or else the published prices; training of trainers is always apart."""
    i = optie.interventie
    if optie.kosten:
        regels = [kosten_in_zin(raming, catalogus) for raming in optie.kosten]
        noten = dict.fromkeys(
            noot for raming in optie.kosten for noot in (*bronnoot(raming), *_let_op(raming))
        )
        if noten:
            hierbij = f"Hierbij: {'; '.join(noot.rstrip('.') for noot in noten)}."
            regels = [f"{regels[0]}. {hierbij}"] if len(regels) == 1 else [*regels, hierbij]
        opleiding = [
            kostenregel(post, catalogus, noem_soort=False).rstrip(".") for post in optie.kosten[0].opleiding
        ]
        if opleiding:
            regels.append(f"Opleiding van trainers (eenmalig, telt niet mee): {'; '.join(opleiding)}.")
        return regels
    eigen = {variant.id for variant in optie.varianten}
    posten = [post for post in i.kosten if post.variant is None or post.variant in eigen]
    kaal = [post._replace(toelichting=None) for post in posten]
    return [kostenregel(post, catalogus, i.varianten) for post in kaal] or [NIET_GEPUBLICEERD]


def _let_op(raming: Kostenraming) -> list[str]:
    """The warnings without what one may type, as a memo is read away from the keyboard.

    What another source says of a price stands with the differences, what it covers with the limits.
    """
    elders = (Waarschuwingsoort.AFWIJKING, Waarschuwingsoort.DEKKING)
    return [str(w) for w in raming.waarschuwingen if w.soort not in elders]


# --- strong points and limits, from the facts -----------------------------------------


def sterke_kanten(optie: Optie, vandaag: date, catalogus: Catalogus) -> list[str]:
    """All that speaks for it; as complete as the limits, for a fair picture."""
    return list(_sterk(optie, vandaag, catalogus)) or [NIET_GEPUBLICEERD]


def beperkingen(optie: Optie, vandaag: date, catalogus: Catalogus) -> list[str]:
    """All that speaks against it or is unknown; a published condition is never left out."""
    return list(_beperkt(optie, vandaag, catalogus)) or [NIET_GEPUBLICEERD]


def _sterk(optie: Optie, vandaag: date, catalogus: Catalogus) -> Iterator[str]:
    i = optie.interventie
    if i.voorselectie:
        yield f"{zin(STER_BETEKENIS)}."
    for erkenning in i.bewijs.erkenningen:
        if erkenning.niveau and _geldt_voor(optie, erkenning, vandaag):
            yield f"Erkenning: {erkenningsregel(erkenning, i, catalogus)}"
    for onderzoek in _gunstig(optie):
        yield f"Onderzoek met gunstige uitkomst: {onderzoek_kort(onderzoek, i, catalogus)}."
    if ja := _kwaliteit(optie, {Kwaliteitsantwoord.JA}, catalogus):
        yield f"Kwaliteit volgens de bronnen: {ja}."
    yield from _per_variant(optie, lambda variant: _over_prijs(optie, variant, vandaag, gunstig=True))
    if i.overdraagbaarheid.mogelijk is Overdracht.JA:
        yield from map(zin, _feit("zelf uitvoeren", i, catalogus))


def _per_variant(optie: Optie, zeg: Callable[[Variant], Iterable[str]]) -> Iterator[str]:
    """What is said of each variant, once; with their names when it does not hold for all."""
    gezegd: dict[str, list[str]] = {}
    for variant in optie.varianten:
        for tekst in zeg(variant):
            gezegd.setdefault(tekst, []).append(variant.naam)
    for tekst, wie in gezegd.items():
        alle = len(wie) == len(optie.varianten)
        yield tekst if alle else f"{tekst} Dit geldt alleen voor: {opsomming(wie)}."


def _over_prijs(optie: Optie, variant: Variant, vandaag: date, *, gunstig: bool) -> Iterator[str]:
    """What speaks for the price of a variant, or against it; a computed price may be of all variants."""
    status, post = prijs(optie.interventie, [variant])
    ramingen = [raming for raming in optie.kosten if raming.variant in (None, variant)]
    deels = status is Kostenstatus.DEELS or any(raming.ondergrens for raming in ramingen)
    peil = post.prijspeil if post else None
    oud = peil is not None and is_oud(peil, vandaag.year)
    if gunstig and status is Kostenstatus.KOSTELOOS and all(raming.is_kosteloos for raming in ramingen):
        yield "Kosteloos voor de opdrachtgever."
    if gunstig and status is Kostenstatus.BEKEND and peil and not oud and not deels:
        yield f"De prijs is gepubliceerd, met het jaar ({peil})."
    if not gunstig and status in (None, Kostenstatus.OP_AANVRAAG):
        yield f"De prijs is {'alleen op aanvraag' if status else NIET_GEPUBLICEERD}."
    elif not gunstig and deels:
        yield "Een deel van de kosten is niet bekend."
    if not gunstig and oud:
        yield f"De prijs is oud: van {peil}."


def _beperkt(optie: Optie, vandaag: date, catalogus: Catalogus) -> Iterator[str]:
    i = optie.interventie
    if optie.dekking:
        yield f"Dekt van de gevraagde leeftijd alleen: {optie.dekking.tekst}."
    regels = FEITEN["erkenning"].regels(i, catalogus, vandaag=vandaag)
    for erkenning, regel in zip(i.bewijs.erkenningen, regels, strict=False):
        if erkenning.niveau and not _geldt_voor(optie, erkenning, vandaag):
            yield f"Erkenning: {regel}"
    for onderzoek in i.bewijs.onderzoek:
        if onderzoek not in _gunstig(optie):
            yield f"Onderzoek dat hier niet meetelt: {_niet_geteld(onderzoek, optie, catalogus)}."
    yield from _per_variant(optie, lambda variant: _over_prijs(optie, variant, vandaag, gunstig=False))
    if nee := _kwaliteit(optie, {Kwaliteitsantwoord.NEE, Kwaliteitsantwoord.GEEN}, catalogus):
        yield f"Kwaliteit, volgens de bronnen niet: {nee}."
    if weg := list(onbekend(i, optie.varianten)):
        yield f"Niet gepubliceerd: {opsomming(weg)}."
    if not i.regio.landelijk:
        yield f"Regio: {'; '.join(_feit('regio', i, catalogus))}"
    if i.overdraagbaarheid.mogelijk is not Overdracht.JA:
        yield from map(zin, _feit("zelf uitvoeren", i, catalogus))
    yield from i.aandachtspunten


def _niet_geteld(onderzoek: Onderzoek, optie: Optie, catalogus: Catalogus) -> str:
    """A study that says nothing good of what is described, with why."""
    kort = onderzoek_kort(onderzoek, optie.interventie, catalogus)
    return kort if onderzoek.richting is Richting.GUNSTIG else f"{kort}, {richting(onderzoek, catalogus)}"


def _kwaliteit(optie: Optie, antwoorden: Iterable[Kwaliteitsantwoord], catalogus: Catalogus) -> str:
    """The names of the quality questions that the sources answer so, with of whom each is said."""
    per_bereik: dict[str, set[str]] = {}
    for kwaliteit in optie.interventie.kwaliteit:
        if kwaliteit.antwoord in antwoorden:
            per_bereik.setdefault(gezegd_over(kwaliteit, catalogus), set()).add(kwaliteit.vraag)
    return "; ".join(
        namen(vragen, "kwaliteitsvraag", catalogus) + bereik for bereik, vragen in per_bereik.items()
    )


def _verschillen(optie: Optie) -> Iterator[str]:
    """Where another source differs on a fact that is shown here; the same value is said once.

    Of a price it is said which one counts and why, so that the other is not taken for it.
    """
    eigen = {variant.id for variant in optie.varianten}
    bronnen: dict[tuple[str, str], list[str]] = {}
    for afwijking in optie.interventie.afwijkingen:
        veld, _, deel = afwijking.veld.partition(".")
        variant, _, kenmerk = deel.partition(".")
        if veld in _GETOONDE_VELDEN or (veld == "varianten" and (not variant or variant in eigen)):
            feit, waarde = kenmerk or veld, afwijking.waarde.rstrip(".")
            waarom = f" ({afwijking.toelichting.rstrip('.')})" if feit == "kosten" else ""
            bronnen.setdefault((f"{feit}: {waarde}", waarom), []).append(afwijking.bron)
    for (verschil, waarom), ids in bronnen.items():
        yield f"{verschil} [{', '.join(dict.fromkeys(ids))}]{waarom}"
