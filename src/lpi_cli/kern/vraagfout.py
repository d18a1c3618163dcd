"""The one exception of the core: a question that cannot be understood."""


class Vraagfout(ValueError):
    """Wrong input. The message is one Dutch line: what was wrong and what is accepted."""
