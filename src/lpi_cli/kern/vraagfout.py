"""The one exception of the core: a question that cannot be understood."""


def bedoelt_u(gok: str | None) -> str:
    """What was probably meant, to put behind what was wrong; nothing without a guess."""
    return f" Bedoelt u {gok!r}?" if gok else ""


class Vraagfout(ValueError):
    """Wrong input. The message is one Dutch line: what was wrong and what is accepted."""

    @property
    def met_gok(self) -> bool:
        """Whether it says what was probably meant."""
        return "Bedoelt u" in str(self)
