"""A seal in a backup by which it is known, years later and on another disk, whether a single bit of it has changed.

SQLite keeps no sums of its pages: its own check finds what no longer holds together, but not a 4 that became a 5.
The seal is a sum over the whole file, kept in the four bytes that SQLite leaves to programs (`user_version`), so that
it goes where the file goes, whatever it is called there. Only a finished copy has one, never an open database.
"""

from __future__ import annotations

import os
import zlib
from enum import Enum
from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_PLACE, _LENGTH = 60, 4
_JOURNAL = 18
"""Where a database says how it is written; 1: plainly, as a finished copy, 2: with a log beside it, as an open one."""
_CHUNK = 1 << 20


class Seal(Enum):
    """What the seal of a file says. NONE: it has none, as copies of older versions have not."""

    NONE = "none"
    WHOLE = "whole"
    BROKEN = "broken"


def put_on(file: Path) -> None:
    """Seal a finished copy. Raises OSError."""
    sum_ = _sum(file)
    with file.open("rb+") as stream:
        stream.seek(_PLACE)
        stream.write(sum_)
        stream.flush()
        os.fsync(stream.fileno())


def take_off(file: Path) -> None:
    """Make a copy into a database again. Raises OSError."""
    with file.open("rb+") as stream:
        stream.seek(_PLACE)
        stream.write(bytes(_LENGTH))


def state_of(file: Path) -> Seal:
    """Whether a file is as it was when it was sealed. Raises OSError."""
    with file.open("rb") as stream:
        head = stream.read(_PLACE + _LENGTH)
    written = head[_PLACE:]
    if not head.startswith(_MAGIC) or len(written) < _LENGTH or head[_JOURNAL] != 1 or not any(written):
        return Seal.NONE
    return Seal.WHOLE if written == _sum(file) else Seal.BROKEN


def _sum(file: Path) -> bytes:
    """Finds every change of a single bit, and of any that lie within 32 of each other."""
    found = 0
    with file.open("rb") as stream:
        while part := stream.read(_CHUNK):
            if stream.tell() == len(part):  # the first one, in which the seal itself lies
                part = part[:_PLACE] + bytes(_LENGTH) + part[_PLACE + _LENGTH :]
            found = zlib.crc32(part, found)
    return (found or 1).to_bytes(_LENGTH, "big")
