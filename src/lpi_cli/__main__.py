"""``python -m lpi_cli`` does what ``lpi`` does."""

from lpi_cli.cli import main

main()
