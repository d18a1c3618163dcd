"""Lets PyYAML do without libyaml, as where it was built without: Python runs this when the folder is in ``PYTHONPATH``."""

import sys

sys.modules["yaml._yaml"] = None  # type: ignore[assignment]
