"""Build hook: check the catalogue, and put it and its ready file inside the wheel."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogusBouwer(BuildHookInterface[Any]):
    """A wheel is only built from a catalogue without faults."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return  # a checkout reads catalog/ itself
        top = Path(self.root)
        sys.path.insert(0, str(top / "src"))
        from lpi_cli.catalogus.controle import controleer_map
        from lpi_cli.catalogus.gereed import BESTANDSNAAM, schrijf

        inhoud = schrijf(controleer_map(top / "catalog"))
        self._tijdelijk = tempfile.TemporaryDirectory()
        gereed = Path(self._tijdelijk.name) / BESTANDSNAAM
        gereed.write_bytes(inhoud)
        build_data["force_include"][str(top / "catalog")] = "lpi_cli/catalog"
        build_data["force_include"][str(gereed)] = f"lpi_cli/catalog/{BESTANDSNAAM}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._tijdelijk.cleanup()
