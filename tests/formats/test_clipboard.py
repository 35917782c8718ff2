"""Copy and paste with spreadsheets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.formats.clipboard import from_tsv, to_html, to_tsv


def test_a_plain_table() -> None:
    assert to_tsv(["Day", "Calf"], [["2025-01-14", "38.2"], ["2025-01-21", ""]]) == (
        "Day\tCalf\n2025-01-14\t38.2\n2025-01-21\t\n"
    )


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-x", "@SUM(A1)", " =1", "'=1", "＝1", "-1-1"])
def test_no_text_arrives_as_a_formula(text: str) -> None:
    assert to_tsv([], [[text]]) == f"'{text}\n"


@pytest.mark.parametrize("text", ["-0.4", "+0,4", "-12", "38.2", "15 1/4", "a=b"])
def test_numbers_and_other_text_stay_as_they_are(text: str) -> None:
    assert to_tsv([], [[text]]) == f"{text}\n"


def test_newlines_tabs_and_leading_quotes_are_quoted_as_spreadsheets_do() -> None:
    assert to_tsv([], [['a"b', '"c', "d\te", "f\ng"]]) == 'a"b\t"""c"\t"d\te"\t"f\ng"\n'


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("38.2", [["38.2"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\rb", [["a"], ["b"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("a\t", [["a", ""]]),
        ('"two\nlines"\t"say ""hi"""\n', [["two\nlines", 'say "hi"']]),
        ('"never closed\tb\nc', [['"never closed', "b"], ["c"]]),
        ('15"\t"x"y', [['15"', '"x"y']]),
    ],
)
def test_what_spreadsheets_copy_is_understood(text: str, cells: list[list[str]]) -> None:
    assert from_tsv(text) == cells


tables = st.lists(
    st.lists(st.text(alphabet="a1=+-@'\"\t\r\n ,.") | st.text(), min_size=1, max_size=4),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, max_examples=500)
@given(tables)
def test_round_trip(table: list[list[str]]) -> None:
    assert from_tsv(to_tsv(table[0], table[1:])) == table


@settings(deadline=None)
@given(st.text(alphabet="a\"\t\r\n'=") | st.text())
def test_any_text_can_be_pasted(text: str) -> None:
    assert all(row for row in from_tsv(text))


@pytest.mark.parametrize("text", ["", "fine", "-0.4", "a = b", "<b>", "two\nlines"])
def test_a_cell_that_runs_nowhere_is_plain_text(text: str) -> None:
    assert to_html(text) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "&#x27;=1+1<"),
        ("@SUM(A1)", "&#x27;@SUM(A1)<"),
        ("<i>\r\n=2", '&lt;i&gt;<br style="mso-data-placement:same-cell">&#x27;=2<'),
        ("fine\t=3", "fine\t=3<"),
    ],
)
def test_a_cell_that_would_run_lies_there_as_a_text_too(text: str, shown: str) -> None:
    assert shown in to_html(text) and to_html(text).startswith("<table><tr><td")
