"""Giving a file the name of another, also where somebody looks into one of them just then.

Owns the waiting. What the files are is for the caller to know.
"""

from __future__ import annotations

import time
from pathlib import Path

PATIENCE_S = 1.0
_PAUSE_S = 0.02
_HELD = (5, 32, 33)
"""What Windows says of a file that another program has open: a virus scanner, for some milliseconds."""


def replace(file: Path, target: Path) -> None:
    """Move `file` to `target`, in place of what is there. Raises OSError, of a file in use after a second only."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            file.replace(target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE_S)
