"""Workbooks of the old kind (.xls), looked into before they are opened.

Owns how far their sheets reach. The library that reads them gives every empty cell memory, up to the last one that a
sheet has or says that it has, and where there is not enough it takes the whole program down; so that is found out
first. It must not read what stands in a cell.

Source: [MS-CFB] 2.2 to 2.6 (the file), [MS-XLS] 2.4 (the records).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from struct import Struct, error

from legwork.errors import Cancelled
from legwork.formats.text import never

_BOOKS = frozenset({"Workbook", "Book"})
_SMALL = 4096
"""Shorter streams lie in the sectors of another stream."""

_LAST_SECTOR = 0xFFFFFFFA
_BEGIN, _END, _SHEET, _SIZE = 0x0809, 0x000A, 0x0085, 0x0200
_ONE_CELL = frozenset({0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E})
_ROW_OF_CELLS = 0x00BD

_SIZES: dict[int, Struct] = {10: Struct("<HHHH"), 14: Struct("<IIHH")}
_TWO, _FOUR, _PLACE = Struct("<HH"), Struct("<I"), Struct("<H")
_CHECK_EVERY = 50_000


def cells_of(data: bytes, should_stop: Callable[[], bool] = never) -> int:
    """Cells of all sheets from their first place to their last, and of the largest one that a sheet claims to have.

    data: the whole file. Raises ValueError when the file is damaged, Cancelled when asked to stop.
    """
    try:
        return max((_cells(one, should_stop) for one in _streams(data)), default=0)
    except (error, IndexError) as broken:
        raise ValueError("damaged") from broken


def _cells(stream: bytes, should_stop: Callable[[], bool]) -> int:
    places = [_FOUR.unpack_from(stream, at + 4)[0] for kind, at, _ in _records(stream, 0) if kind == _SHEET]
    whole = claimed = 0
    for place in places:
        right = below = 0
        for count, (kind, at, size) in enumerate(_records(stream, place)):
            if count % _CHECK_EVERY == 0 and should_stop():
                raise Cancelled
            if kind in _ONE_CELL or kind == _ROW_OF_CELLS:
                row, column = _TWO.unpack_from(stream, at + 4)
                if kind == _ROW_OF_CELLS:
                    column = max(column, _PLACE.unpack_from(stream, at + 2 + size)[0])
                right, below = max(right, column + 1), max(below, row + 1)
            elif kind == _SIZE and size in _SIZES:
                top, bottom, first, last = _SIZES[size].unpack_from(stream, at + 4)
                if top > bottom or first > last:
                    raise ValueError("a sheet ends before it begins")
                claimed = max(claimed, (bottom - top) * (last - first))
        whole += right * below
    return max(whole, claimed)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of each record from a place on, to the end of what begins there."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = _TWO.unpack_from(stream, at)
        yield kind, at, size
        depth += (kind == _BEGIN) - (kind == _END)
        if kind == _END and depth <= 0:
            return
        at += 4 + size


def _streams(data: bytes) -> Iterator[bytes]:
    """Each stream in the file that a workbook can be."""
    shift, small_shift = _PLACE.unpack_from(data, 30)[0], _PLACE.unpack_from(data, 32)[0]
    if shift not in (9, 12) or small_shift != 6:
        raise ValueError("no size of sectors that there is")
    sectors = _Sectors(memoryview(data)[1 << shift :], 1 << shift, _table(data, shift))
    entries = sectors.read(_FOUR.unpack_from(data, 48)[0])
    small: _Sectors | None = None
    for at in range(0, len(entries) - 127, 128):
        length = min(_PLACE.unpack_from(entries, at + 64)[0], 64)
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        start, size = _FOUR.unpack_from(entries, at + 116)[0], _FOUR.unpack_from(entries, at + 120)[0]
        if name not in _BOOKS:
            continue
        if size >= _SMALL:
            yield sectors.read(start)
            continue
        if small is None:
            root = _FOUR.unpack_from(entries, 116)[0]
            numbers = array("I", sectors.read(_FOUR.unpack_from(data, 60)[0]))
            small = _Sectors(memoryview(sectors.read(root)), 64, numbers)
        yield small.read(start)


def _table(data: bytes, shift: int) -> array[int]:
    """Which sector follows which."""
    size = 1 << shift
    listed = array("I", data[76:512])
    following, steps = _FOUR.unpack_from(data, 68)[0], 0
    while following < _LAST_SECTOR and steps <= len(data) >> shift:
        more = array("I", data[(following + 1) * size : (following + 2) * size])
        listed.extend(more[:-1])
        following, steps = more[-1], steps + 1
    table = array("I")
    for one in listed:
        if one < _LAST_SECTOR:
            table.frombytes(data[(one + 1) * size : (one + 2) * size])
    return table


class _Sectors:
    """The sectors of a file, or of the stream that holds the small ones."""

    def __init__(self, data: memoryview, size: int, table: array[int]) -> None:
        self._data, self._size, self._table = data, size, table

    def read(self, start: int) -> bytes:
        """All that follows on a sector, itself included. Raises ValueError where that runs in a circle."""
        found: list[memoryview] = []
        at = start
        while at < _LAST_SECTOR:
            found.append(self._data[at * self._size : (at + 1) * self._size])
            at = self._table[at]
            if len(found) > len(self._table):
                raise ValueError("sectors in a circle")
        return b"".join(found)
