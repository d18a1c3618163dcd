"""How ratings and studies are worded, each with its scope: of which variant, by whom, and with what outcome."""

from collections.abc import Sequence

from lpi_cli.catalogus import Catalogus
from lpi_cli.catalogus.model import Erkenning, Interventie, Onderzoek, Over, Richting
from lpi_cli.kern.begrip import naam
from lpi_cli.kern.zinnen import dag_in_woorden, opsomming
from lpi_cli.weergave.feiten import met_toelichting


def erkenningsregel(erkenning: Erkenning, interventie: Interventie, catalogus: Catalogus) -> str:
    """``goed onderbouwd (Loket Gezond Leven (RIVM)), alleen Mind-Spring voor volwassenen``, and its remark."""
    niveau = naam(erkenning.niveau, catalogus.begrippen["niveau"]) if erkenning.niveau else "opgenomen"
    kern = f"{niveau} ({naam(erkenning.databank, catalogus.begrippen['databank'])})"
    delen = [kern, _reikwijdte(erkenning.varianten, erkenning.over, interventie)]
    if erkenning.jaar:
        delen.append(str(erkenning.jaar))
    if erkenning.geldig_tot:
        delen.append(f"geldig tot en met {dag_in_woorden(erkenning.geldig_tot)}")
    return met_toelichting(", ".join(filter(None, delen)), erkenning.toelichting)


def onderzoek_kort(onderzoek: Onderzoek, interventie: Interventie, catalogus: Catalogus) -> str:
    """``gerandomiseerd onderzoek (Dawson e.a., 2015), door de aanbieder zelf``; without its outcome."""
    wanneer = ", ".join(filter(None, [onderzoek.auteurs, str(onderzoek.jaar or "")]))
    soort = naam(onderzoek.soort, catalogus.begrippen["onderzoeksoort"])
    delen = [f"{soort} ({wanneer})" if wanneer else soort]
    delen.append(_reikwijdte(onderzoek.varianten, onderzoek.over, interventie))
    if onderzoek.onafhankelijk is not None:
        delen.append("onafhankelijk" if onderzoek.onafhankelijk else "door de maker of aanbieder zelf")
    return ", ".join(filter(None, delen))


def onderzoeksregel(onderzoek: Onderzoek, interventie: Interventie, catalogus: Catalogus) -> str:
    """A study with its outcome; what came out is named where the text alone might be read too well."""
    kort = onderzoek_kort(onderzoek, interventie, catalogus)
    uitkomst = "" if onderzoek.richting is Richting.GUNSTIG else f" [{richting(onderzoek, catalogus)}]"
    return f"{kort[0].upper()}{kort[1:]}{uitkomst}: {onderzoek.uitkomst}"


def richting(onderzoek: Onderzoek, catalogus: Catalogus) -> str:
    return naam(onderzoek.richting, catalogus.begrippen["richting"])


def _reikwijdte(varianten: Sequence[str], over: Over, interventie: Interventie) -> str:
    """Of what it is, where that is not the whole intervention."""
    if over is Over.VERWANT:
        return "van een ander of breder programma"
    if not varianten or len(varianten) == len(interventie.varianten):
        return ""
    return f"alleen {opsomming(v.naam for v in interventie.varianten if v.id in varianten)}"
