"""What a plan weighs."""

from enum import StrEnum


class Criterium(StrEnum):
    """What a plan can be good at."""

    DEKKING = "dekking"
    ZEKERHEID = "zekerheid"
    VOORSELECTIE = "voorselectie"
    KOSTEN = "kosten"
