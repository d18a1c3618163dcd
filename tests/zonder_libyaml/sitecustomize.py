"""Lets PyYAML do without libyaml, as where it was built without.

Python runs this when the folder is in its path: ``PYTHONPATH=tests/zonder_libyaml pytest`` tests all of lpi so.
"""

import sys

sys.modules["yaml._yaml"] = None  # type: ignore[assignment]
