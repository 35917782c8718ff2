"""Bytes to text to rows: encodings, limits, delimiters, quoting."""

from __future__ import annotations

import contextlib
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.errors import Cancelled, UserError
from legwork.formats.text import MAX_BYTES, MAX_LINE, MAX_LINES, TableRow, decode, read_table


@pytest.mark.parametrize(
    "data",
    [
        "größe;Şub\n".encode(),
        "größe;Şub\n".encode("utf-8-sig"),
        "größe;Şub\n".encode("utf-16"),
        b"\xfe\xff" + "größe;Şub\n".encode("utf-16-be"),
        "größe;Şub\n".encode("utf-32"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(data: bytes) -> None:
    assert decode(data) == "größe;Şub\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(encoding: str) -> None:
    assert decode("date,waist_cm\n".encode(encoding)) == "date,waist_cm\n"


def test_what_is_not_unicode_is_western() -> None:
    assert decode("Größe – 5 €\n".encode("cp1252")) == "Größe – 5 €\n"


def test_a_letter_cut_in_half_at_the_end_does_not_spoil_the_others() -> None:
    assert decode("März,é".encode()[:-1]) == "März,\ufffd"


@pytest.mark.parametrize(
    "data", [b"\x00", b"a,b\n\x00\x01\x02\x03", bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(200)]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="text file"):
        decode(data)


def test_a_zero_byte_beyond_the_sample_is_refused_too() -> None:
    with pytest.raises(UserError, match="text file"):
        decode(b"date,waist_cm\n" * 10_000 + b"\x00")


def test_a_hundred_megabytes_of_rubbish_is_refused_at_once() -> None:
    rubbish = random.Random(1).randbytes(1_000_000)
    began = time.perf_counter()
    with pytest.raises(UserError, match="64 MB"):
        decode(rubbish * 100)
    with pytest.raises(UserError, match="text file"):
        decode((rubbish * 64)[:MAX_BYTES])
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_comes_from_the_header_alone(delimiter: str) -> None:
    text = f'date{delimiter}"a,;b"{delimiter}c\n1{delimiter}2,5;;;{delimiter}3\n'.replace("2,5;;;", '"2,5;;;\t\t"')
    table = read_table(text)
    assert table.header == ("date", "a,;b", "c")
    assert [row.cells for row in table.rows] == [("1", "2,5;;;\t\t", "3")]


def test_the_line_is_where_a_row_begins() -> None:
    table = read_table('a,b\r\n\r\n1,"two\r\nlines"\r\n3,4\r\r5,6')
    assert list(table.rows) == [
        TableRow(3, ("1", "two\r\nlines")),
        TableRow(5, ("3", "4")),
        TableRow(7, ("5", "6")),
    ]
    assert not table.whole


def test_a_separator_hint_is_followed() -> None:
    table = read_table("sep=;\na,x;b\n1;2\n")
    assert table.header == ("a,x", "b")
    assert list(table.rows) == [TableRow(3, ("1", "2"))]


def test_rows_that_cannot_be_read_are_told_and_the_rest_is_read() -> None:
    text = f'a,b\n"1"x,2\n{"9" * (MAX_LINE + 1)}\n{"8" * 200_000},1\n3,4\n5,"6\n7,8\n'
    found = list(read_table(text).rows)
    assert [row.line for row in found] == [2, 3, 4, 5, 6]
    assert found[3].cells == ("3", "4")
    assert "do not match" in found[0].problem
    assert "too long" in found[1].problem and "too long" in found[2].problem
    assert "never closed" in found[4].problem


@pytest.mark.parametrize("text", ["", "\n\n", "  \r\n", "sep=;\n", "9" * (MAX_LINE + 1)])
def test_no_header(text: str) -> None:
    table = read_table(text)
    assert table.header == ()
    assert list(table.rows) == []


def test_millions_of_lines_are_refused_at_once() -> None:
    with pytest.raises(UserError, match="lines"):
        read_table("a\n" + "\n" * (MAX_LINES + 1))


def test_reading_stops_when_asked() -> None:
    asked = iter([False, False, True])
    table = read_table("a\n" + "1\n" * 5_000, lambda: next(asked))
    with pytest.raises(Cancelled):
        list(table.rows)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UserError):
        list(read_table(decode(data)).rows)
