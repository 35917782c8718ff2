"""Numbers that are days, and thousands that are parted; and tables of rubbish, which are refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.errors import UserError
from legwork.formats.delimiters import delimiter_in
from legwork.formats.mapped_cells import days_as_text
from legwork.formats.mapping import Purpose
from legwork.formats.mapping_guess import guess_below, rows_in
from legwork.formats.number_cells import decimal_sign, is_open_number, without_thousands
from mapping_tables import guessed, read


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["45306", "45307"], "2024-01-15"),
        (["45306.75", "45307"], "2024-01-15 18:00:00"),
        (["20240115", "20240116"], "2024-01-15"),
        (["1705312800", "1705399200"], "2024-01-15T10:00:00Z"),
        (["1705312800000", "1705399200000"], "2024-01-15T10:00:00Z"),
        (["2024-01-15", "2024-01-16"], "2024-01-15"),
        (["82.5", "82.7"], "82.5"),
        (["45306", "total", "mean", "x"], "45306"),
        ([], ""),
    ],
)
def test_numbers_that_are_days(cells: list[str], first: str) -> None:
    assert days_as_text(cells)(cells[0] if cells else "") == first


@pytest.mark.parametrize(
    ("cells", "sign"),
    [(["82.5", "80"], "."), (["82,5"], ","), (["82,5", "81.5"], ""), (["1,800"], ""), (["1.800,5"], ","),
     (["1,800.5"], "."), (["82"], ""), (["1,800", "82.5"], "."), ([], "")],
)  # fmt: skip
def test_the_sign_before_decimals(cells: list[str], sign: str) -> None:
    assert decimal_sign(cells) == sign


@pytest.mark.parametrize(
    ("text", "decimal", "whole", "plain"),
    [
        ("1,800", "", False, "1,800"), ("1,800", "", True, "1800"), ("1,800", ".", False, "1800"),
        ("1,800", ",", False, "1,800"), ("1.800,5", "", False, "1800,5"), ("1 800", "", False, "1800"),
        ("1'800 kcal", "", False, "1800 kcal"), ("1,800,000", "", False, "1800000"), ("82.5", ",", True, "82.5"),
        ("82,500", ".", False, "82500"), ("0,800", ".", True, "0,800"), ("15 1/4", "", True, "15 1/4"),
        ("-1,800", "", True, "-1800"), ("abc", ".", True, "abc"), ("", "", True, ""),
    ],
)  # fmt: skip
def test_thousands(text: str, decimal: str, whole: bool, plain: str) -> None:
    assert without_thousands(text, decimal, whole) == plain


def test_numbers_that_can_be_read_in_two_ways() -> None:
    assert [text for text in ("1,800", "1.800", "82,5", "0,800", "1800", "1,800,000") if is_open_number(text)] == [
        "1,800",
        "1.800",
    ]


@given(st.text(max_size=60), st.sampled_from(["", ".", ","]), st.booleans())
def test_no_text_is_too_odd(text: str, decimal: str, whole: bool) -> None:
    without_thousands(text, decimal, whole)
    days_as_text([text])(text)
    decimal_sign([text])


CELLS = st.sampled_from(
    ["2025-03-04", "3/4/2025", "45306", "38", "38,5", "1,800", "12/10/8", "60x8", "Squat", "Left calf", "kg", "", "-",
     "0", "1e9", "99999999999999999999", "left", "W", "½", "\x00", "=1+1", "Date", "Reps", "Weight", "Exercise"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=7), min_size=1, max_size=12),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from([*Purpose]),
    st.integers(0, 3),
)
def test_whatever_a_table_holds_it_is_read_or_refused_in_a_sentence(
    rows: list[list[str]], parting: str, purpose: Purpose, header: int
) -> None:
    table = "\n".join(parting.join(row) for row in rows)
    delimiter = delimiter_in(table)
    mappings = [guessed(table).mapping, guess_below(rows_in(table, delimiter), delimiter, header, purpose).mapping]
    for mapping in mappings:
        try:
            read(table, mapping)
        except UserError as error:
            assert str(error).endswith((".", ":")) or ":" in str(error)
