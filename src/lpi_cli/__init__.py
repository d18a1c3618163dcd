"""lpi: a decision aid, in Dutch, for choosing a laagdrempelige psychosociale interventie."""

__version__ = "0.1.0"
