"""Who offers it, and whether LOOP chose it."""

from lpi_cli.catalogus.woorden import vlak
from lpi_cli.kern.bronnen import bronnen_van
from lpi_cli.kern.filters.basis import Filter, aan, ja_nee
from lpi_cli.kern.oordeel import Feit


def aaneengeschreven(naam: str) -> str:
    """A name without capitals, accents and spaces, to compare: ``WarChild`` is War Child."""
    return vlak(naam).replace(" ", "")


VOORSELECTIE = Filter(
    naam="voorselectie",
    uitleg="Alleen de vijf die LOOP vooraf koos",
    lees=aan,
    beoordeel=lambda wens, stelling: ja_nee(lambda i: i.voorselectie),
    feit=lambda wens, i, variant, stelling: Feit(
        "in de voorselectie van LOOP" if i.voorselectie else "niet in de voorselectie",
        None,
        bronnen_van(i, "voorselectie"),
    ),
    schakelaar=True,
    vaste_woorden=False,
)

ORGANISATIE = Filter(
    naam="organisatie",
    uitleg="De aanbieder, of een deel van de naam",
    voorbeeld="ARQ",
    lees=lambda tekst, catalogus: tekst,
    beoordeel=lambda wens, stelling: ja_nee(
        lambda i: aaneengeschreven(wens) in aaneengeschreven(i.organisatie)
    ),
    feit=lambda wens, i, variant, stelling: Feit(i.organisatie, None, bronnen_van(i, "organisatie")),
    vaste_woorden=False,
    keuzes=lambda catalogus: {interventie.organisatie: "" for interventie in catalogus.interventies},
)
