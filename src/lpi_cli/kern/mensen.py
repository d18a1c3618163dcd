"""For how many people somebody asks, and how they divide over the ages and the languages of the question."""

from collections.abc import Mapping
from typing import NamedTuple


class Mensen(NamedTuple):
    """Numbers of people, as asked. A number that is not given is unknown: never zero, and never an equal share.

    `per_leeftijd` and `per_taal` hold the people per word, spelled as in the options (`8-12`, `kinderen`, `arabisch`);
    a word that is asked without a number has no key, and an empty mapping means that nobody divided the people.
    """

    aantal: int | None = None
    per_leeftijd: Mapping[str, int] = {}
    per_taal: Mapping[str, int] = {}
