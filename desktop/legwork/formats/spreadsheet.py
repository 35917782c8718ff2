"""Workbooks (xlsx, xlsm, xls, ods): each sheet as a delimited text, so that whatever reads tables reads it too.

Owns opening a workbook with distrust, and how its cells are written as text: days as 2025-01-14, numbers with a point.
Formulas are never worked out: what the program that wrote the file last showed is read.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from legwork.errors import Cancelled, UserError
from legwork.formats.archive import Archive, bomb, is_archive, opened_archive
from legwork.formats.new_workbook import DamagedError, TooLargeError, looked_at
from legwork.formats.old_workbook import cells_of
from legwork.formats.text import MAX_BYTES, never
from legwork.i18n import tr

MAX_UNPACKED = 512 * 1024 * 1024
MAX_CELLS = 5_000_000
"""Cells from the first to the last one of a sheet, empty ones among them (convention: a lifetime in 100 columns)."""

MAX_SHEETS = 200

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Sheet:
    """A sheet. text: its rows, parted by commas, each ended; the first line is its first row."""

    name: str
    text: str


def is_old_workbook(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a workbook in the old format."""
    return head.startswith(_OLD)


def is_workbook(archive: Archive) -> bool:
    """Whether an archive is a workbook, told by what every one of them has inside."""
    names = archive.names
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return True
    return "mimetype" in names and archive.head("mimetype", 80).startswith(
        b"application/vnd.oasis.opendocument.spreadsheet"
    )


def sheets_of(data: bytes, should_stop: Callable[[], bool] = never) -> tuple[Sheet, ...]:
    """All sheets with anything in them.

    data: the whole file. should_stop: asked between sheets and every thousand rows.
    Raises UserError in one sentence for what cannot be read or is too large, Cancelled when asked to stop.
    """
    if is_archive(data[:8]):
        data = _safe(data, should_stop)
    elif len(data) > MAX_BYTES:
        raise bomb()
    elif is_old_workbook(data):
        _check_old(data, should_stop)
    found = []
    left = MAX_BYTES
    for name, rows in _opened(data):
        if should_stop():
            raise Cancelled
        text = _as_text(rows, left, should_stop)
        left -= len(text)
        if text.strip(",\r\n "):
            found.append(Sheet(name, text))
    return tuple(found)


def _check_old(data: bytes, should_stop: Callable[[], bool]) -> None:
    try:
        cells = cells_of(data, should_stop)
    except ValueError as error:
        raise _unreadable() from error
    if cells > MAX_CELLS:
        raise _too_large()


def _safe(data: bytes, should_stop: Callable[[], bool]) -> bytes:
    with opened_archive(data) as archive:
        if any(name.casefold().endswith("workbook.bin") for name in archive.names):
            raise UserError(tr("This is a binary workbook (.xlsb): save it as .xlsx or its table as CSV."))
        try:
            return looked_at(archive, MAX_UNPACKED, MAX_CELLS, MAX_BYTES, should_stop)
        except TooLargeError as error:
            raise _too_large() from error
        except DamagedError as error:
            raise _unreadable() from error


def _opened(data: bytes) -> Iterator[tuple[str, list[list[Any]]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    with _said(CalamineError):
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = workbook.sheet_names[:MAX_SHEETS]
    for name in names:
        rows: list[list[Any]] = []
        # A chart, or a sheet that is broken: the others may be whole.
        with suppress(UserError), _said(CalamineError):
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        yield name, rows


@contextmanager
def _said(fault: type[Exception]) -> Iterator[None]:
    """Whatever the library says of a file that it cannot read, as one sentence."""
    try:
        yield
    except (fault, OSError, ValueError, OverflowError, TypeError) as error:
        raise _unreadable() from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how it gives up on files that it never expected
            raise
        raise _unreadable() from None


def _unreadable() -> UserError:
    return UserError(
        tr("This workbook cannot be read: it may be damaged or locked with a password. Save its table as CSV instead.")
    )


def _too_large() -> UserError:
    return UserError(tr("A sheet of this workbook is larger than any log can be: save what you need as CSV."))


def _as_text(rows: list[list[Any]], most: int, should_stop: Callable[[], bool]) -> str:
    if len(rows) * max(map(len, rows), default=0) > MAX_CELLS:
        raise _too_large()
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for count, row in enumerate(rows):
        if count % 1_000 == 0:
            if should_stop():
                raise Cancelled
            if buffer.tell() > most:
                raise _too_large()
        writer.writerow([cell_text(one) for one in row])
    if buffer.tell() > most:
        raise _too_large()
    return buffer.getvalue()


def cell_text(value: object) -> str:
    """A cell as the text that a delimited file would have."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(round(value, 10))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        seconds = max(0, round(value.total_seconds()))
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value).replace("\x00", "")


def day_of_serial(text: str) -> str:
    """A day that a workbook counts from the end of 1899, as 2025-01-14; any other text as it is."""
    if not re.fullmatch(r"[1-9]\d{4}(?:\.0+)?", text):
        return text
    return (date(1899, 12, 30) + timedelta(days=int(float(text)))).isoformat()
