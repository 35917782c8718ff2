"""Whom the files are for that are written: this user alone, but for those that are meant to leave.

Owns the umask of the process. Imports nothing of ours, and is there before anything is written.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

_PRIVATE = 0o077
_given: list[int] = []  # the umask that the user has set; empty until ours is in its place


def begin() -> None:
    """From here on what is written, exports too, is for the eyes of this user until they say otherwise."""
    given = os.umask(_PRIVATE)
    if not _given:
        _given.append(given)


@contextlib.contextmanager
def as_the_user_has_it() -> Iterator[None]:
    """For the start of another program: it inherits the umask, and what somebody makes with it is not ours to hide.

    Counts for the whole process, so be quick; the program's own folder stays closed to others by its own permissions.
    """
    if not _given:
        yield
        return
    ours = os.umask(_given[0])
    try:
        yield
    finally:
        os.umask(ours)


def lend(file: Path) -> None:
    """Give a file the permissions that any other program of this user would have given it.

    For what is to be read on another computer, where the user has another number. Many sticks know no permissions.
    """
    if _given and os.name == "posix":
        with contextlib.suppress(OSError):
            file.chmod(0o666 & ~_given[0])
