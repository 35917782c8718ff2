"""The program's own diary: a small file that is turned over in the profile, and the last words of a crash.

Never writes a measurement, a name or a note into it. What the interpreter wrote when it died is made into a report at
the next start; the report stays on the disk until somebody has read it.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TextIO

logger = logging.getLogger("legwork")

MAX_BYTES = 500_000
ENDED = "ended"
"""The last line of a run that came to its end by itself."""

LINES_BEFORE = 14
"""How much of the diary a report quotes: what was done just before."""

_MOST_WORDS = 60_000

_last_words: TextIO | None = None


class _Diary(logging.FileHandler):
    """Goes on without the words that a full disk does not take, and is closed though some are left unwritten."""

    def handleError(self, record: logging.LogRecord) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def close(self) -> None:
        with suppress(OSError):
            super().close()


def start(file: Path) -> OSError | None:
    """Log to `file`, and have crashes of the interpreter itself written beside it.

    Returns why some of that cannot be written, None when all of it can: the program goes on without.
    """
    troubles: list[OSError] = []
    for step in (_keep_last_words, _turn_over):
        try:
            step(file)
        except OSError as error:
            troubles.append(error)
    handler: logging.Handler
    try:
        handler = _Diary(file, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        troubles.append(error)
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for old in list(logger.handlers):
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    if not faulthandler.is_enabled():
        global _last_words
        try:
            _last_words = _words_file(file).open("w", encoding="utf-8")
        except OSError as error:
            troubles.append(error)
        else:
            faulthandler.enable(_last_words)
    for trouble in troubles:
        logger.warning("not all can be written down: %s", trouble)
    return troubles[0] if troubles else None


def stop() -> None:
    """Close the diary."""
    global _last_words
    if _last_words is not None:
        faulthandler.disable()
        file = Path(_last_words.name)
        _last_words.close()
        _last_words = None
        # On Windows it also hears of faults that were dealt with; the program ends well, so this was no death.
        if words := _read(file).strip():
            logger.warning("a fault that was dealt with:\n%s", words[:_MOST_WORDS])
        file.unlink(missing_ok=True)
    logger.info(ENDED)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def old_file(file: Path) -> Path:
    """Where the diary before this one is."""
    return file.with_suffix(".old.log")


def report_file(file: Path) -> Path:
    """Where a report waits to be read, beside the diary `file`."""
    return file.with_suffix(".report")


def tail(file: Path, lines: int = LINES_BEFORE) -> list[str]:
    """The last lines of the diary; empty when there is none or it cannot be read."""
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - 400 * lines))
            return stream.read().decode(errors="replace").splitlines()[-lines:]
    except OSError:
        return []


def add_report(file: Path, text: str) -> None:
    """Have a report wait beside the diary `file`, below an unread one; whole or not at all. Raises OSError."""
    kept = report_file(file)
    unread = _read(kept).strip()[-_MOST_WORDS:]
    partial = kept.with_suffix(".report.partial")
    try:
        both = (unread + "\n\n" if unread else "") + text.rstrip() + "\n"
        partial.write_text(both, encoding="utf-8", errors="backslashreplace")
        partial.replace(kept)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def _turn_over(file: Path) -> None:
    # At the start only: a run writes a few lines, and logging.handlers costs 5 ms of each start.
    if file.is_file() and file.stat().st_size > MAX_BYTES:
        file.replace(old_file(file))


def _words_file(file: Path) -> Path:
    return file.with_suffix(".crash")


def _keep_last_words(file: Path) -> None:
    """Make a report of what the last run wrote when it died."""
    words_file = _words_file(file)
    words = _read(words_file).strip()[-_MOST_WORDS:]
    if not words:
        return
    died = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(words_file.stat().st_mtime))
    parts = [f"Ended without being asked to, {died}", words, "Before that:", *tail(file)]
    add_report(file, "\n".join(parts))
    words_file.unlink()


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
