"""Reads and mends one thing in a library of Linux: the folders that it was told to look for others in.

A Python built from source tells its libraries the folder where it was built. On another computer that folder is not
there, or is somebody's who could put a library into it. Owns the byte offsets of 64-bit ELF; writes nothing else.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_LOAD, _DYNAMIC = 1, 2
_STRINGS, _OLD_PATHS, _PATHS = 5, 15, 29


def paths_of(content: bytes) -> list[tuple[int, str]]:
    """Where in the file each list of folders stands, and what it says; nothing for a file that is no 64-bit ELF."""
    if content[:6] != b"\x7fELF\x02\x01":
        return []
    parts = list(_parts(content))
    entries = [
        entry for kind, offset, _, size in parts if kind == _DYNAMIC for entry in _entries(content, offset, size)
    ]
    strings = next((value for tag, value in entries if tag == _STRINGS), None)
    if strings is None:
        return []
    base = next(
        (off + strings - at for kind, off, at, size in parts if kind == _LOAD and at <= strings < at + size), None
    )
    if base is None:
        return []
    places = [base + value for tag, value in entries if tag in (_OLD_PATHS, _PATHS)]
    return [(place, content[place : content.index(b"\0", place)].decode("utf-8", "replace")) for place in places]


def _parts(content: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Kind, offset in the file, address in memory and size of each part."""
    (table,) = struct.unpack_from("<Q", content, 32)
    length, count = struct.unpack_from("<HH", content, 54)
    for number in range(count):
        kind, _, offset, address, _, size = struct.unpack_from("<IIQQQQ", content, table + number * length)
        yield kind, offset, address, size


def _entries(content: bytes, offset: int, size: int) -> Iterator[tuple[int, int]]:
    for place in range(offset, offset + size - 15, 16):
        tag, value = struct.unpack_from("<QQ", content, place)
        if tag == 0:
            return
        yield tag, value


def forget_builder(file: Path) -> bool:
    """Take out of a library the folders of the computer that built it; whether there were any.

    Only the first byte is cleared: the loader passes over an empty list, and the end of the text may serve as the end
    of another name. Folders told from where the library itself lies ($ORIGIN) stay.
    """
    content = bytearray(file.read_bytes())
    foreign = [place for place, said in paths_of(bytes(content)) if said and not said.startswith("$ORIGIN")]
    for place in foreign:
        content[place] = 0
    if foreign:
        file.write_bytes(content)
    return bool(foreign)
