"""A letter to a provider: for whom one asks an offer, and what one wants to know. Never what it may cost."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Interventie
from lpi_cli.catalogus.model_afzender import Afzender
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.plan.aanbod import Celoptie
from lpi_cli.kern.plan.opgave import Plancel
from lpi_cli.kern.plan.plannen import Plannen
from lpi_cli.kern.zinnen import datum_in_woorden, opsomming
from lpi_cli.weergave.beeld import Alinea, Beeld, Blok, Kop, Punten, Tabel, Tabelkolom, Velden
from lpi_cli.weergave.planwoorden import vraagkort
from lpi_cli.weergave.vraag import woorden_in_woorden

ANTWOORD_BINNEN = timedelta(weeks=3)
"""How long a provider has to answer."""
LANGSTE_BESTANDSNAAM = 60
"""Characters of the name of a letter, without what comes before and behind."""
ALTIJD = ("prijs", "kosten", "setting")
"""Parts that every letter asks, with other words."""
ALTIJD_GEVRAAGD = (
    "Kan het in deze periode, en op deze plek?",
    "Wat kost het in totaal, en wat zit daarin?",
)
IN_TE_VULLEN = "[nog invullen]"
KOLOMMEN = (
    Tabelkolom("wat"),
    Tabelkolom("voor wie"),
    Tabelkolom("taal"),
    Tabelkolom("mensen"),
    Tabelkolom("groepen"),
    Tabelkolom("plek"),
)


class Aanvraag(NamedTuple):
    """A letter to one organisation."""

    plannen: Plannen
    regels: Sequence[Celoptie]
    afzender: Afzender
    catalogus: Catalogus
    vandaag: date

    @property
    def bestandsnaam(self) -> str:
        ids = "-".join(een.id for een in self._interventies)
        return f"aanvraag-{ids[:LANGSTE_BESTANDSNAAM].rstrip('-')}.docx"

    @property
    def beeld(self) -> Beeld:
        return Beeld(self._blokken, dict, (), list, titel=f"Aanvraag: {self._namen()}")

    @property
    def _interventies(self) -> list[Interventie]:
        return list(dict.fromkeys(een.interventie for een in self.regels))

    def _namen(self) -> str:
        return opsomming(een.naam for een in self._interventies)

    def _blokken(self) -> Iterator[Blok]:
        yield Velden([*self._wie(), ("Datum", [datum_in_woorden(self.vandaag)])])
        contact = next((c.naam for i in self._interventies for c in i.contact if c.naam), None)
        yield Alinea(f"Beste {contact or 'heer of mevrouw'},")
        van = self.plannen.opgave.naam or self.afzender.organisatie
        waarvoor = f" voor {van}" if van else ""
        yield Alinea(
            f"Wij maken een plan{waarvoor}. Daarin past misschien uw aanbod: {self._namen()}. Het gaat om:"
        )
        yield Tabel(KOLOMMEN, [self._rij(een) for een in self.regels])
        yield Alinea(f"Periode: {self.plannen.opgave.periode or IN_TE_VULLEN}.")
        yield Kop("Onze vragen")
        yield Punten([*self._vragen(), *ALTIJD_GEVRAAGD])
        voor = datum_in_woorden(self.vandaag + ANTWOORD_BINNEN)
        yield Alinea(f"Wij horen graag van u, liefst met een offerte, uiterlijk op {voor}.")
        yield Alinea("Met vriendelijke groet,")
        yield Alinea(", ".join(filter(None, [self.afzender.naam or IN_TE_VULLEN, self.afzender.organisatie])))

    def _wie(self) -> Iterator[tuple[str, Sequence[str]]]:
        afzender = self.afzender
        wegen = [afzender.adres, afzender.email, afzender.telefoon]
        yield "Van", [een for een in (afzender.naam, afzender.organisatie, *wegen) if een] or [IN_TE_VULLEN]
        contacten = [contact for interventie in self._interventies for contact in interventie.contact]
        mail = dict.fromkeys(adres for contact in contacten[:1] for adres in contact.email)
        yield "Aan", [self._interventies[0].organisatie, *mail]

    def _rij(self, een: Celoptie) -> list[str]:
        talen = [naam(cel.taal, self.catalogus.begrippen["taal"]) for cel in een.cellen if cel.taal]
        return [
            een.variant.naam,
            self._voor_wie(een.cellen[0]),
            opsomming(talen) if talen else "-",
            str(een.mensen),
            "-" if een.groepen is None else str(een.groepen),
            self._plek(een.cellen[0]),
        ]

    def _voor_wie(self, cel: Plancel) -> str:
        woorden = [*cel.vraag.get("leeftijd", ()), *self._namen_van("doelgroep", cel)]
        return f"{cel.groep} ({', '.join(woorden)})" if woorden and woorden != [cel.groep] else cel.groep

    def _plek(self, cel: Plancel) -> str:
        plekken = [*self._namen_van("setting", cel), *cel.vraag.get("regio", ())]
        return opsomming(plekken) if plekken else IN_TE_VULLEN

    def _namen_van(self, onderdeel: str, cel: Plancel) -> list[str]:
        woorden = cel.vraag.get(onderdeel, ())
        return [woorden_in_woorden(onderdeel, [woord], self.catalogus) for woord in woorden]

    def _vragen(self) -> list[str]:
        ids = {interventie.id for interventie in self._interventies}
        noem = len(ids) > 1
        return [
            f"{vraag.interventie.naam}: {zin}" if noem else zin
            for vraag in self.plannen.vragen
            if vraag.interventie.id in ids and vraag.onderdeel not in ALTIJD
            for zin in [vraagkort(vraag, self.plannen, self.catalogus)]
        ]


def aanvragen(
    plannen: Plannen, afzender: Afzender | None, catalogus: Catalogus, vandaag: date
) -> list[Aanvraag]:
    """A letter to each organisation of which something is in one of the plans."""
    per_organisatie: dict[str, dict[tuple[str, tuple[str, ...]], Celoptie]] = {}
    for plan in plannen.plannen:
        for een in plan.regels:
            per_organisatie.setdefault(een.interventie.organisatie, {}).setdefault(een.sleutel, een)
    van = afzender or Afzender(*[None] * 5)
    return [
        Aanvraag(plannen, list(regels.values()), van, catalogus, vandaag)
        for regels in per_organisatie.values()
    ]
