"""Where the profile of a journey lies; each journey opens and closes the program itself."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"
