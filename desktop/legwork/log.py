"""The program's own diary: a small file that is turned over in the profile, and the last words of a crash.

Never writes a measurement, a name or a note into it.
"""

from __future__ import annotations

import faulthandler
import logging
from pathlib import Path

logger = logging.getLogger("legwork")

MAX_BYTES = 500_000


def start(file: Path) -> None:
    """Log to `file`, and have crashes of the interpreter itself written beside it. Raises OSError."""
    # Turned over at the start only: a run writes a few lines, and logging.handlers costs 5 ms of each start.
    if file.exists() and file.stat().st_size > MAX_BYTES:
        file.replace(file.with_suffix(".old.log"))
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for old in list(logger.handlers):
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    if not faulthandler.is_enabled():
        faulthandler.enable(file.with_suffix(".crash").open("a", encoding="utf-8"))


def stop() -> None:
    """Close the diary."""
    faulthandler.disable()
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
