"""Whether the program's own file is still the one that was started: an update may come while it runs.

A standalone program reads what it needs out of that file when it is first needed; after an update it no longer can.
"""

from __future__ import annotations

import sys
from pathlib import Path


def standalone() -> Path | None:
    """The file of the standalone program; None where Legwork runs from a checkout."""
    return Path(sys.executable) if getattr(sys, "frozen", False) else None


class OwnFile:
    """Remembers a file as it was at the start."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._then = self._now()

    @property
    def replaced(self) -> bool:
        """Whether another one lies there now, or none just now."""
        return self._now() != self._then

    def _now(self) -> tuple[int, int, int] | None:
        try:
            there = self._file.stat() if self._file is not None else None
        except OSError:
            return None
        return (there.st_ino, there.st_size, there.st_mtime_ns) if there is not None else None
