"""``lpi catalogus lees``: own offers from the spreadsheet that people have."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from lpi_cli.bestanden import alleen_in, oorzaak, schrijf_atomair
from lpi_cli.catalogus import Catalogus, laad
from lpi_cli.catalogus.blad import Blad, kolomnaam, lees_werkboek
from lpi_cli.catalogus.fouten import Fout, per_bestand
from lpi_cli.catalogus.gelezen import (
    GELEZEN,
    Aanbod,
    Bijwerking,
    Bijwerksoort,
    als_json,
    keur,
    lees_gelezen,
    werk_bij,
)
from lpi_cli.catalogus.model import Kolom
from lpi_cli.catalogus.nieuw import BRONNEN, NieuweBron, interventiepad, maak_id, met_vrij_id, voeg_bron_toe
from lpi_cli.catalogus.woorden import vlak
from lpi_cli.cli._eigen import LET_OP, vandaag
from lpi_cli.cli._opties import commando, padargument
from lpi_cli.cli._uitvoer import BestandFout, is_terminal, melding
from lpi_cli.cli.catalogus._eigenmap import schrijf_schemas, weiger_map, wijs_verder
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.blad.aanbod import lees_aanbod, lees_bronnen
from lpi_cli.kern.blad.cellen import ONBEKENDE_EENHEID, Bijzonder
from lpi_cli.kern.blad.koppen import (
    EIGEN_BLADEN,
    Keuzes,
    Kolomkop,
    Koppen,
    bekend,
    eenheid_in,
    is_adreslijst,
    koprijen,
    lees_kolomkeuze,
    vind_koppen,
)
from lpi_cli.kern.vraagfout import Vraagfout

VOORBEELDEN = """\
lpi catalogus lees aanbod.xlsx mijn-regio
lpi catalogus lees aanbod.xlsx mijn-regio --proef
lpi catalogus lees aanbod.csv mijn-regio --kolom "Prijs p.p.=bedrag/deelnemer"
"""
KOP = """\
# yaml-language-server: $schema=../schema/interventie.schema.json
#
# Gelezen uit een werkblad. Wat u hier zelf verandert, blijft zo als u het werkblad opnieuw leest.
"""
AANVULLINGKOP = KOP.replace("interventie.schema", "aanvulling.schema")


@commando(VOORBEELDEN)
def lees(
    *,
    bestand: Annotated[Path, padargument("BESTAND", "Het werkblad: .xlsx of .csv.")],
    map_: Annotated[Path, padargument("MAP", "De map van uw eigen catalogus; mag nieuw zijn.")],
    kolom: Annotated[
        list[str] | None,
        typer.Option(
            "--kolom", metavar="KOP=KOLOM", help='Wat een kop is, zoals "Prijs=bedrag/groep"; mag vaker.'
        ),
    ] = None,
    proef: Annotated[
        bool, typer.Option("--proef", help="Laat zien wat er zou gebeuren; schrijf niets.")
    ] = False,
) -> None:
    """Neem aanbod over uit een werkblad. Wat lpi niet begrijpt, blijft als opmerking staan en wordt genoemd."""
    weiger_map(map_)
    boek = lees_werkboek(bestand)
    catalogus = laad((map_,) if (map_ / "interventies").is_dir() else ())
    keuzes = dict(lees_kolomkeuze(een, catalogus) for een in kolom or ())
    bladen = _bevestigd(_herkend(bestand, boek.bladen, catalogus, keuzes), catalogus)
    dit_blad = NieuweBron(maak_id(bestand.stem) or "werkblad", bestand.name, None, _gelezen_op(), None)
    bron = met_vrij_id(dit_blad, map_, catalogus.bronnen)
    bronnen = [een for een in (*lees_bronnen(boek.bladen), bron) if een.id not in catalogus.bronnen]
    gelezen = lees_aanbod(bladen, bron.id, {*catalogus.bronnen, *(een.id for een in bronnen)}, catalogus)
    if not gelezen.aanbod:
        _vertel_van_cellen(bestand, boek.let_op, gelezen.bijzonder, ())
        raise Vraagfout(f"In {bestand} staat nog geen aanbod; vul onder de koppen een rij in, met een naam.")
    goed, fouten = keur(gelezen.aanbod, bestand, [een.id for een in bronnen], catalogus)
    _vertel_van_cellen(bestand, boek.let_op, gelezen.bijzonder, fouten)
    gebruikt = {vindplaats["bron"] for een in goed for vindplaats in een.gegevens["bronnen"]}
    _schrijf(map_, bron.id, _teksten(goed), [een for een in bronnen if een.id in gebruikt], proef=proef)
    if not proef:
        wijs_verder(map_, "lpi kies")
    if fouten:
        raise typer.Exit(1)


def _vertel_van_cellen(
    bestand: Path, let_op: Sequence[str], bijzonder: Sequence[Bijzonder], fouten: Sequence[Fout]
) -> None:
    """What does not take part, or not as it stands there: each in one line with its sheet and cell."""
    alle = [Fout(bestand, 0, "", een) for een in let_op]
    alle += [Fout(bestand, 0, een.plek, een.melding) for een in bijzonder]
    for soort, reeks in ((LET_OP, alle), ("", fouten)):
        melding(*(regel for regels in per_bestand(reeks, soort) for regel in regels))


def _teksten(aanbod: Sequence[Aanbod]) -> dict[str, str]:
    """By id what the file of each offer holds."""
    from lpi_cli.weergave.yaml import als_yaml

    koppen = {een.id: AANVULLINGKOP if "vult_aan" in een.gegevens else KOP for een in aanbod}
    return {een.id: koppen[een.id] + als_yaml(een.gegevens) for een in aanbod}


def _gelezen_op() -> str:
    dag = vandaag()
    return f"gelezen op {dag.day}-{dag.month}-{dag.year}"


# --- headings -------------------------------------------------------------------------


def _herkend(
    bestand: Path, bladen: Sequence[Blad], catalogus: Catalogus, keuzes: Keuzes
) -> list[tuple[Blad, Koppen]]:
    """The sheets with offers. Raises ``Vraagfout`` when there is none."""
    gevonden = [(blad, vind_koppen(blad, catalogus, keuzes)) for blad in bladen]
    met = [(blad, koppen) for blad, koppen in gevonden if koppen]
    if not met:
        kop = _wat_is_de_naam(bestand, bladen, catalogus, keuzes)
        return _herkend(bestand, bladen, catalogus, {**keuzes, vlak(kop): (Kolom.NAAM, None)})
    aanbod = [(blad, koppen) for blad, koppen in met if not is_adreslijst(koppen)] or met
    for blad, koppen in aanbod:
        melding(f"Blad {blad.naam}, koppen op rij {blad.rijen[koppen.rij].nr}:")
        als_wat = [(kop.tekst, _als_wat(kop, koppen.koppen, catalogus)) for kop in koppen.koppen]
        if gelijk := [tekst for tekst, wat in als_wat if vlak(tekst) == vlak(wat)]:
            melding(f"  zoals ze heten: {', '.join(gelijk)}")
        melding(*(f"  {tekst}: {wat}" for tekst, wat in als_wat if vlak(tekst) != vlak(wat)))
    niet = [blad.naam for blad, koppen in gevonden if not koppen and blad.rijen]
    if over := [naam_ for naam_ in niet if naam_ not in EIGEN_BLADEN]:
        melding(f"Niet gelezen, want er is geen rij met koppen: blad {', '.join(over)}.")
    if wie := [blad.naam for blad, koppen in met if (blad, koppen) not in aanbod]:
        melding(
            f"Niet gelezen, want er staan alleen namen en adressen: blad {', '.join(wie)}. Zet wat bij aanbod hoort in "
            "een kolom van dat blad."
        )
    return aanbod


def _wat_is_de_naam(bestand: Path, bladen: Sequence[Blad], catalogus: Catalogus, keuzes: Keuzes) -> str:
    """The heading of the names, asked where one can. Raises ``Vraagfout``."""
    rijen = [(blad, koppen) for blad in bladen for koppen in koprijen(blad, catalogus, keuzes)]
    blad, koppen = max(rijen, key=lambda rij: bekend(rij[1]), default=(Blad("", (), {}), Koppen(0, ())))
    velden = {kop.veld for kop in koppen.koppen} - {None}
    waaruit = [
        kop.tekst
        for kop in koppen.koppen
        if kop.veld is None and not all(map(str.isdecimal, _cellen(blad, koppen, kop)))
    ]
    if not velden or Kolom.NAAM in velden or not waaruit:
        raise Vraagfout(
            f"In {bestand} vind ik geen rij met koppen zoals Naam en Aanbieder. Zeg van ten minste twee koppen wat zij "
            'zijn, zoals: --kolom "Activiteit=naam". Een leeg werkblad geeft: lpi catalogus sjabloon --uit aanbod.xlsx'
        )
    if is_terminal():
        return _kies("Welke kop is de naam van het aanbod?", [(tekst, tekst) for tekst in waaruit])
    raise Vraagfout(
        f"In {bestand} vind ik geen kop voor de naam; op blad {blad.naam}, rij {blad.rijen[koppen.rij].nr} staan: "
        f'{", ".join(waaruit)}. Zeg welke de naam is, zoals: --kolom "{waaruit[0]}=naam"'
    )


def _cellen(blad: Blad, koppen: Koppen, kop: Kolomkop) -> Iterator[str]:
    """What stands under a heading."""
    return (cel for rij in blad.rijen[koppen.rij + 1 :] for cel in rij.cellen[kop.nr - 1 : kop.nr] if cel)


def _als_wat(kop: Kolomkop, alle: Sequence[Kolomkop], catalogus: Catalogus) -> str:
    kolommen = catalogus.begrippen["kolom"]
    if kop.veld is None and kop.lijkt_op is None:
        return "bewaard als opmerking"
    if kop.lijkt_op and (eerst := next((een for een in alle if een.veld is kop.lijkt_op), None)):
        return f"bewaard als opmerking, want {naam(kop.lijkt_op, kolommen)} is al kolom {kolomnaam(eerst.nr)}"
    if kop.lijkt_op:
        return f'bewaard als opmerking; is het toch {naam(kop.lijkt_op, kolommen)}, zeg dan: --kolom "{kop.tekst}={kop.lijkt_op}"'
    assert kop.veld is not None
    eenheid = f" {naam(kop.eenheid, catalogus.begrippen['eenheid'])}" if kop.eenheid else ""
    return f"{naam(kop.veld, kolommen)}{eenheid}"


def _bevestigd(bladen: list[tuple[Blad, Koppen]], catalogus: Catalogus) -> list[tuple[Blad, Koppen]]:
    """The same, with what someone at a terminal said of them; elsewhere as they were found."""
    if not is_terminal():
        return bladen
    bladen = [
        (blad, koppen._replace(koppen=_met_eenheid(blad, koppen, catalogus))) for blad, koppen in bladen
    ]
    if _kies("Klopt dit?", [("ja", "ja, lees het zo"), ("nee", "nee, stop")]) != "ja":
        melding('Zeg het met --kolom, zoals: --kolom "Prijs p.p.=bedrag/deelnemer"')
        raise typer.Abort
    return bladen


def _met_eenheid(blad: Blad, koppen: Koppen, catalogus: Catalogus) -> list[Kolomkop]:
    """Prices with what they are for, which is asked where the sheet does not say it."""
    if any(kop.veld is Kolom.EENHEID for kop in koppen.koppen):
        return list(koppen.koppen)
    eenheden = catalogus.begrippen["eenheid"]

    def zonder_eenheid(tekst: str) -> bool:
        return bool(re.search("[0-9]", tekst)) and eenheid_in(vlak(tekst), catalogus) is None

    keuzes = [
        *((code, begrip.naam) for code, begrip in eenheden.items() if code != ONBEKENDE_EENHEID),
        ("", "dat verschilt, of weet ik niet"),
    ]
    return [
        kop._replace(eenheid=_kies(f"Waarvoor is de prijs in kolom {kop.tekst}?", keuzes) or None)
        if kop.veld is Kolom.BEDRAG
        and kop.eenheid is None
        and any(map(zonder_eenheid, _cellen(blad, koppen, kop)))
        else kop
        for kop in koppen.koppen
    ]


def _kies(tekst: str, keuzes: Sequence[tuple[str, str]]) -> str:
    from lpi_cli.cli._interview import laat_kiezen
    from lpi_cli.cli._keuzevraag import Keuzevraag, Stap

    alleen = frozenset(code for code, _ in keuzes)
    while isinstance(gekozen := laat_kiezen(Keuzevraag("", tekst, [], keuzes, alleen), ()), Stap):
        pass
    return gekozen[0]


# --- writing --------------------------------------------------------------------------


def _schrijf(
    map_: Path, bron: str, teksten: dict[str, str], bronnen: Sequence[NieuweBron], *, proef: bool
) -> None:
    """Write what is new or renewed, and say what becomes of each file. Raises ``BestandFout`` or ``CatalogusFout``."""
    try:
        if proef:
            gelezen = lees_gelezen(map_)
            bijwerkingen = werk_bij(map_, teksten, gelezen)
            _vertel(map_, bijwerkingen, _van_bron(gelezen, bron), proef=True)
            _vertel_van_ander_blad(bijwerkingen, teksten, gelezen)
            return
        (map_ / "interventies").mkdir(parents=True, exist_ok=True)
        (map_ / "schema").mkdir(exist_ok=True)
        with alleen_in(map_):
            gelezen = lees_gelezen(map_)
            bijwerkingen = werk_bij(map_, teksten, gelezen)
            _schrijf_bronnen(map_, bronnen)
            for een in bijwerkingen:
                if een.soort in (Bijwerksoort.NIEUW, Bijwerksoort.BIJGEWERKT):
                    schrijf_atomair(interventiepad(map_, een.id), een.tekst.encode())
            onthouden = {
                een.id: teksten[een.id] for een in bijwerkingen if een.soort is not Bijwerksoort.BLIJFT
            }
            schrijf_atomair(map_ / GELEZEN, als_json(gelezen | onthouden))
            schrijf_schemas(map_)
    except OSError as fout:
        raise BestandFout(f"In {map_} kan niet worden geschreven: {oorzaak(fout)}.") from None
    _vertel(map_, bijwerkingen, _van_bron(gelezen, bron), proef=False)
    _vertel_van_ander_blad(bijwerkingen, teksten, gelezen)


def _van_bron(gelezen: Mapping[str, str], bron: str) -> list[str]:
    """What was read from this sheet before."""
    return [id_ for id_, tekst in gelezen.items() if f"bron: {bron}\n" in tekst]


def _vertel_van_ander_blad(
    bijwerkingen: Sequence[Bijwerking], teksten: Mapping[str, str], gelezen: Mapping[str, str]
) -> None:
    """What came from another sheet and is now as this one has it, in one line: it may be a newer one, or another offer."""

    def bronnen(tekst: str) -> set[str]:
        return set(re.findall(r"bron: (\S+)\n", tekst))

    ander = [
        een.id
        for een in bijwerkingen
        if een.soort is Bijwerksoort.BIJGEWERKT
        and bronnen(gelezen[een.id]).isdisjoint(bronnen(teksten[een.id]))
    ]
    if ander:
        melding(
            f"{LET_OP}: uit een ander werkblad, en nu zoals in dit: {', '.join(ander)}. Is het ander aanbod, geef het "
            "hier dan een andere naam, en lees beide opnieuw."
        )


def _schrijf_bronnen(map_: Path, bronnen: Sequence[NieuweBron]) -> None:
    from lpi_cli.weergave.interventiesjabloon import BRONNENKOP, bronregels

    for bron in bronnen:
        voeg_bron_toe(map_ / BRONNEN, bron.id, bronregels(bron, vandaag().year), BRONNENKOP)


def _vertel(map_: Path, bijwerkingen: Sequence[Bijwerking], eerder: Sequence[str], *, proef: bool) -> None:
    """How many are new, renewed and the same; and by name what stays as someone made it."""
    for een in bijwerkingen:
        if een.soort is Bijwerksoort.BLIJFT or een.eigen:
            wat = (
                een.soort.value
                if een.soort is Bijwerksoort.BLIJFT
                else f"{', '.join(een.eigen)} met de hand veranderd; blijft zo"
            )
            melding(f"{interventiepad(map_, een.id)}: {LET_OP}: {wat}")
    weg = [
        id_
        for id_ in eerder
        if id_ not in {een.id for een in bijwerkingen} and interventiepad(map_, id_).exists()
    ]
    for id_ in weg:
        melding(f"{interventiepad(map_, id_)}: {LET_OP}: staat niet meer in het werkblad; haal het zelf weg")
    aantallen = [
        f"{sum(een.soort is soort for een in bijwerkingen)} {soort.value}"
        for soort in (Bijwerksoort.NIEUW, Bijwerksoort.BIJGEWERKT, Bijwerksoort.GELIJK)
    ]
    melding(f"{'Zou worden gelezen' if proef else 'Gelezen'}: {', '.join(aantallen)}.")
