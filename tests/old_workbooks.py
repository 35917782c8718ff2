"""Workbooks of the old kind (.xls), made small: numbers alone, in sheets that may claim any size."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

END = struct.pack("<HH", 0x0A, 0)
NONE, LAST, OF_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Cells = Sequence[tuple[int, int, float | str]]
"""Row and column from 0, and what stands there."""


def record(kind: int, content: bytes) -> bytes:
    """One record of a workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))


def _cell(row: int, column: int, value: float | str) -> bytes:
    if isinstance(value, str):
        return record(0x204, struct.pack("<HHHHB", row, column, 0, len(value), 0) + value.encode("latin-1"))
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def old_workbook(sheets: Mapping[str, Cells], claimed: tuple[int, int, int, int] | None = None) -> bytes:
    """A workbook. claimed: first row, the one behind the last, and the same of columns, as each sheet says it has."""
    size = b"" if claimed is None else record(0x200, struct.pack("<IIHHH", *claimed, 0))
    bodies = [_begin(0x10) + size + b"".join(_cell(*one) for one in cells) + END for cells in sheets.values()]

    def whole(places: Sequence[int]) -> bytes:
        named = b"".join(
            record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name.encode("latin-1"))
            for name, place in zip(sheets, places, strict=True)
        )
        return _begin(0x05) + record(0x42, struct.pack("<H", 1200)) + named + END

    places, at = [], len(whole([0] * len(bodies)))
    for body in bodies:
        places.append(at)
        at += len(body)
    return in_file(whole(places) + b"".join(bodies))


def in_file(stream: bytes) -> bytes:
    """The file around the records of a workbook: these, then the list of streams, then which sector follows which."""
    count = -(-max(len(stream), 4096) // 512)
    tables = -(-(count + 1) // 127)
    follows = [*range(1, count), LAST, LAST, *[OF_TABLE] * tables]
    follows += [NONE] * (tables * 128 - len(follows))
    listed = [count + 1 + one for one in range(tables)] + [NONE] * (109 - tables)
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I109I", 0, tables, count, 0, 4096, LAST, 0, LAST, 0, *listed)
    entries = _entry("Root Entry", 5, LAST, 0, 1) + _entry("Workbook", 2, 0, count * 512, NONE) + bytes(256)
    return head + stream.ljust(count * 512, b"\0") + entries + struct.pack(f"<{len(follows)}I", *follows)


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    middle = struct.pack("<HBBIII", len(letters), kind, 1, NONE, NONE, child)
    return letters.ljust(64, b"\0") + middle + bytes(36) + struct.pack("<IQ", start, size)
