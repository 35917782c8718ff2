"""What hatchling does before it builds or installs Legwork: the catalogues of translations are made readable."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the .mo files, which git does not keep but the program reads."""

    PLUGIN_NAME = "catalogues"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the files taken along although git overlooks them."""
        sys.path.insert(0, str(Path(__file__).resolve().parent))
        import catalogues

        catalogues.compile_all()
        build_data["artifacts"].append("resources/i18n/*/*.mo")
