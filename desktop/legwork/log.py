"""The program's own diary: a small file that is turned over in the profile, and the last words of a crash.

Never writes a measurement, a name or a note into it.
"""

from __future__ import annotations

import faulthandler
import logging
from pathlib import Path
from typing import TextIO

logger = logging.getLogger("legwork")

MAX_BYTES = 500_000

_last_words: TextIO | None = None


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
        global _last_words
        _last_words = file.with_suffix(".crash").open("a", encoding="utf-8")
        faulthandler.enable(_last_words)


def stop() -> None:
    """Close the diary."""
    global _last_words
    if _last_words is not None:
        faulthandler.disable()
        _last_words.close()
        _last_words = None
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
