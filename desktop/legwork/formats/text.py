"""From bytes to text, and from text to the rows of a delimited table.

Owns the encodings, the limits on size, and how a delimiter is found. It must not know what any column means.
Every table of text comes through here, so rubbish is refused in one place, by its first 64 KB.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from legwork.errors import Cancelled, UserError
from legwork.i18n import tr

MAX_BYTES = 64 * 1024 * 1024
"""More than any table of measurements or workouts: 20 years of daily rows are 2 MB (convention)."""

SAMPLE_BYTES = 64 * 1024
MAX_LINE = 1_000_000
"""Letters in one line; a longer one is not a row of a table (convention)."""

MAX_LINES = 2_000_000
"""Ten sets a day for a lifetime, a note of five lines with each (convention)."""

_CHECK_EVERY = 1_000
_MAX_CONTROL_SHARE = 0.02
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NO_END = "unexpected end of data"  # as Python's reader says it
_SEPARATOR_HINT = re.compile(r"sep=([,;\t])", re.IGNORECASE)


def never() -> bool:
    """The `should_stop` of work that nobody can cancel."""
    return False


@dataclass(frozen=True)
class TableRow:
    """One row of a table. line: where it begins, from 1. problem: why it cannot be read, or "". open_end: it runs on to
    the end of the text, because a quotation mark in it is never closed."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""
    open_end: bool = False


@dataclass(frozen=True)
class Table:
    """The header, read; the rows, read as they are asked for, once.

    whole: the text ends with its last line, so it was not cut off in the middle of one.
    """

    header: tuple[str, ...]
    rows: Iterator[TableRow]
    whole: bool = True


def decode(data: bytes, max_bytes: int = MAX_BYTES) -> str:
    """The text of a file: UTF-8 with or without a mark, else UTF-16, else Windows' Western code page.

    Returns the text without a byte order mark. Raises UserError when the file is too large or is not text.
    """
    if len(data) > max_bytes:
        raise UserError(
            tr(
                "This file is larger than {size} MB, more than any log can be: choose another one.",
                size=max_bytes // (1024 * 1024),
            )
        )
    sample = data[:SAMPLE_BYTES]
    encoding = _wide_encoding(sample)
    _check_text(sample.decode(encoding or "latin-1", errors="ignore"))
    text = _decode_wide(data, encoding) if encoding else _decode_narrow(data)
    if "\x00" in text:
        raise _not_text()
    return text.removeprefix("\ufeff")


def read_table(text: str, should_stop: Callable[[], bool] = never) -> Table:
    """Split a delimited text into a header and rows.

    text: as `decode` returns it. should_stop: asked every thousand rows. Blank lines are passed over. The
    delimiter (comma, semicolon or tab) is the one that the header line has most of. Quoted cells may hold
    newlines. Returns a Table whose header is empty when there is none that can be read. Raises UserError when
    there are too many lines, Cancelled when asked to stop, while rows are read too.
    """
    if text.count("\n") > MAX_LINES or text.count("\r") > MAX_LINES:
        raise UserError(tr("This file has more lines than any log can have: choose another one."))
    lines = _Lines(text)
    delimiter = None
    try:
        for first in lines:
            hint = _SEPARATOR_HINT.fullmatch(first.strip('\r\n "'))
            if hint:
                delimiter = hint[1]
            elif first.strip():
                break
        else:
            return Table((), iter(()))
    except csv.Error:  # the first line has no end: whatever it is, it is no header
        return Table((), iter(()))
    lines.push_back(first)
    rows = _rows(lines, delimiter or _delimiter(first), should_stop)
    header = next(rows, None)
    return Table(header.cells if header else (), rows, text.endswith(("\n", "\r")))


def raw_rows(text: str, delimiter: str, should_stop: Callable[[], bool] = never) -> Iterator[TableRow]:
    """All rows of a text from its first line on, header or not, split at this delimiter; else as `read_table`."""
    return _rows(_Lines(text), delimiter, should_stop)


class _Lines:
    """Physical lines with their ends, none copied before its turn; can be read on after an over-long one."""

    def __init__(self, text: str) -> None:
        self._found = _LINE.finditer(text)
        self._pushed: str | None = None
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        self.number += 1
        if self._pushed is not None:
            line, self._pushed = self._pushed, None
            return line
        match = next(self._found)
        if match.end() - match.start() > MAX_LINE:
            raise csv.Error("line too long")
        return match[0]

    def push_back(self, line: str) -> None:
        self._pushed = line
        self.number -= 1


def _rows(lines: _Lines, delimiter: str, should_stop: Callable[[], bool]) -> Iterator[TableRow]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    count = 0
    while True:
        if count % _CHECK_EVERY == 0 and should_stop():
            raise Cancelled
        count += 1
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield TableRow(line, (), _problem(str(error)), _NO_END in str(error))
            continue
        if any(map(str.strip, cells)):
            yield TableRow(line, tuple(cells))


def _problem(error: str) -> str:
    if _NO_END in error:
        return tr("A quotation mark is opened here and never closed, so nothing after it can be read.")
    if "limit" in error or "too long" in error:
        return tr("This line is too long to be a row of a table.")
    return tr("The quotation marks in this row do not match.")


def _delimiter(header: str) -> str:
    outside = re.sub(r'"[^"]*"', "", header)
    return max(",;\t", key=outside.count)


def _wide_encoding(sample: bytes) -> str | None:
    if sample.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = sample[0::2], sample[1::2]
    if not odd:
        return None
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.4 and zeros_even < 0.05:
        return "utf-16-le"
    if zeros_even > 0.4 and zeros_odd < 0.05:
        return "utf-16-be"
    return None


def _check_text(sample: str) -> None:
    if "\x00" in sample or len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample):
        raise _not_text()


def _decode_wide(data: bytes, encoding: str) -> str:
    width = 4 if encoding == "utf-32" else 2
    try:
        return data[: len(data) - len(data) % width].decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text() from error


def _decode_narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        if error.reason == "unexpected end of data" and not whole.isascii():  # cut in the middle of a letter
            return whole.decode("utf-8-sig") + "\ufffd"
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _not_text() from error


def _not_text() -> UserError:
    return UserError(tr("This does not look like a text file: choose the file that the other program exported."))
