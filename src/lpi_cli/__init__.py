"""lpi: a decision aid, in Dutch, for choosing a laagdrempelige psychosociale interventie."""

__version__ = "0.1.0"
AFGEBROKEN = 130
"""Exit status after Ctrl-C, and when nobody reads the answer any more."""
