"""How the values of a question are written, on a line and in its file."""

from enum import StrEnum


class Veldsoort(StrEnum):
    """What may stand behind a name in the file of a question."""

    TEKST = "tekst"
    WAARDE = "waarde"
    """A number or an amount."""
    WOORDEN = "woorden"
    """One or more."""
    AANTALLEN = "aantallen"
    """One or more words, each perhaps with the number of people that it is about."""
    SCHAKELAAR = "schakelaar"
