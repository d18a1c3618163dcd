"""``lpi`` and ``python -m lpi_cli`` begin here, with only what Python itself has loaded by then.

So lpi is stopped quietly from its first line on. ``signal`` would have to be loaded first, and what
is raised meanwhile gets lost in the callbacks of ``import``.
"""

import os
from _signal import SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found]

from lpi_cli import AFGEBROKEN


def main() -> None:
    """Run the command line and exit with its status."""
    if getsignal(SIGINT) is default_int_handler:  # who started lpi may want it ignored
        signal(SIGINT, lambda *_: os._exit(AFGEBROKEN))
    from lpi_cli.signalen import luister

    luister()
    from lpi_cli.cli import main as voer_uit

    voer_uit()


if __name__ == "__main__":
    main()
