"""The one exception of the core: a question that cannot be understood."""


class Vraagfout(ValueError):
    """Wrong input. The message is one Dutch line: what was wrong and what is accepted."""

    @property
    def met_gok(self) -> bool:
        """Whether it says what was probably meant."""
        return "Bedoelt u" in str(self)
