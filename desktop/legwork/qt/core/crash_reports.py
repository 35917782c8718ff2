"""What a report of Legwork's own mistake says, and where it waits until it was read.

Owns leaving out whatever could be somebody's: a message of an exception may quote the value that it stumbled over, so
quoted texts and numbers in messages are replaced; the lines of the program itself stay.
"""

from __future__ import annotations

import re
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion

from legwork import __version__, log

MOST_CHARACTERS = 400
"""Of one line of a message: what is longer was not written for people."""

_OF_THE_PROGRAM = (
    "AttributeError", "ImportError", "ModuleNotFoundError", "NameError", "TypeError", "UnboundLocalError",
)  # fmt: skip
"""Their messages quote names that stand in the program, never a value."""

_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|“[^”]*”|`[^`]*`")
_NUMBER = re.compile(r"\[(?:Errno|WinError) \d+\]|(?<![\w.])[-+]?\d[\d.,:/]*(?:[eE][-+]?\d+)?")
"""Or the number of an error of the system, which stays."""
_DATA = re.compile(r"\[(?:SQL|parameters|cached).*", re.DOTALL)
_PLACE = '  File "'
_STACK = (_PLACE, "    ", "  + ", "  | ")


def of(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """The traceback in words that hold nothing of anybody's data."""
    return without_data("".join(traceback.format_exception(kind, error, trace)))


def without_data(text: str) -> str:
    """A traceback without what its messages quote, and without the name of anybody's home."""
    lines: list[str] = []
    in_message = False
    for line in text.splitlines():
        if line.startswith(_PLACE):
            in_message = False
        elif not in_message:  # a message goes on to the next place: its lines may look like those of the program
            in_message = bool(line.strip()) and not line.startswith(_STACK)
        lines.append(_message(line) if in_message else line)
    return without_home("\n".join(lines))


def report(told: str, diary: Path) -> str:
    """What a person may hand on: the versions, the mistake, and what was done before it."""
    now = datetime.now()
    system = f"Legwork {__version__}, Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}"
    before = "\n".join(log.tail(diary))
    return f"{system}, {now:%Y-%m-%d %H:%M:%S}\n\n{told.strip()}\n" + (f"\nBefore that:\n{before}\n" if before else "")


def keep(diary: Path, text: str) -> None:
    """Have a report outlive the program, below an unread one, until `forget`.

    One that cannot be written is in the diary still.
    """
    with suppress(OSError):
        log.add_report(diary, text)


def kept(diary: Path) -> str:
    """The report that nobody has read yet; empty when there is none."""
    try:
        text = log.report_file(diary).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return without_home(text)


def forget(diary: Path) -> None:
    """It was read."""
    with suppress(OSError):
        log.report_file(diary).unlink(missing_ok=True)


def _message(line: str) -> str:
    line = _DATA.sub("[…]", line)
    if not line.startswith(_OF_THE_PROGRAM):
        line = _QUOTED.sub("'…'", line)
    line = _NUMBER.sub(lambda found: found[0] if found[0].startswith("[") else "#", line)
    return line if len(line) <= MOST_CHARACTERS else line[:MOST_CHARACTERS] + " …"


def without_home(text: str) -> str:
    """A text in which nobody's home is named: it often is somebody's name."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
