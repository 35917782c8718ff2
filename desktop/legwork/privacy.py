"""Whom the files are for that are written: this user alone, but for those that are meant to leave.

Owns the umask of the process. Imports nothing of ours, and is there before anything is written.
"""

from __future__ import annotations

import contextlib
import os
import stat
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
    """Give a file on a stick, or another disk than the home, the permissions that any other program would give it.

    There it is to be read on another computer, where the same user may have another number; many sticks know no
    permissions anyway. On the disk of the home, and in a folder for everybody as /tmp, it stays with this user alone.
    """
    if _given and os.name == "posix":
        with contextlib.suppress(OSError, RuntimeError):
            folder = file.parent.stat()
            if folder.st_dev != Path.home().stat().st_dev and not folder.st_mode & stat.S_ISVTX:
                file.chmod(0o666 & ~_given[0])
