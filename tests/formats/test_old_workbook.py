"""Workbooks of the old kind: how far their sheets reach is known before anything is given memory."""

from __future__ import annotations

import struct

import pytest

from health_files import TODAY
from legwork.errors import Cancelled, UserError
from legwork.formats.old_workbook import cells_of
from legwork.formats.parts import UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.spreadsheet import sheets_of
from old_workbooks import END, in_file, old_workbook, record

SMALL = [(0, 0, "Day"), (0, 1, "Calf"), (1, 0, 45000.0), (1, 1, 38.5)]


def test_a_small_one_is_read() -> None:
    data = old_workbook({"Legs": SMALL, "More": [(0, 0, 1.0)]}, (0, 2, 0, 2))
    assert [(one.name, one.text) for one in sheets_of(data)] == [("Legs", "Day,Calf\n45000,38.5\n"), ("More", "1\n")]
    found = recognise(old_workbook({"Legs": SMALL}), TODAY)
    assert isinstance(found, UnknownTable)
    assert found.sample == (("Day", "Calf"), ("45000", "38.5"))


def test_how_far_sheets_reach() -> None:
    assert cells_of(old_workbook({"A": SMALL})) == 4
    assert cells_of(old_workbook({"A": SMALL, "B": [(9, 4, 1.0)]})) == 4 + 50
    assert cells_of(old_workbook({"A": SMALL}, (5, 1005, 0, 7))) == 7000
    sheet = record(0x85, struct.pack("<IBBBB", 17, 0, 0, 1, 0) + b"S") + END
    two_cells_of_row_3 = record(0xBD, struct.pack("<HHHIHIH", 3, 0, 0, 6, 0, 6, 1))
    assert cells_of(in_file(sheet + two_cells_of_row_3 + END)) == 4 * 2


@pytest.mark.parametrize(
    "data",
    [
        old_workbook({"A": [(0, 0, 1.0), (65535, 255, 2.0)]}),
        old_workbook({"A": [(0, 0, 1.0), (60000, 65535, 2.0)]}),
        old_workbook({f"S{one}": [(0, 0, 1.0), (65535, 30, 2.0)] for one in range(4)}),
        old_workbook({"A": SMALL}, (0, 4_000_000_000, 0, 256)),
    ],
    ids=["a far cell", "further than there are columns", "many sheets", "a size that is claimed"],
)
def test_what_would_fill_the_memory_is_refused(data: bytes) -> None:
    assert len(data) < 10_000
    with pytest.raises(UserError, match="larger than any log"):
        sheets_of(data)


def _with(data: bytes, at: int, other: bytes) -> bytes:
    return data[:at] + other + data[at + len(other) :]


GOOD = old_workbook({"A": SMALL})
TABLE_AT = len(GOOD) - 512


@pytest.mark.parametrize(
    "data",
    [
        GOOD[:40], GOOD[:600], GOOD[:TABLE_AT], _with(GOOD, 30, b"\x1f\0"), _with(GOOD, 48, b"\xff\xff\0\0"),
        _with(GOOD, TABLE_AT, struct.pack("<I", 0)), _with(GOOD, TABLE_AT, struct.pack("<I", 70_000)),
        old_workbook({"A": SMALL}, (9, 2, 0, 2)),
    ],
    ids=["head", "first sector", "no table", "sectors", "list", "circle", "outside", "ends before it begins"],
)  # fmt: skip
def test_a_damaged_one_is_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        sheets_of(data)


def test_cancel() -> None:
    with pytest.raises(Cancelled):
        sheets_of(GOOD, lambda: True)
