"""Texts that a spreadsheet would carry out are made harmless, numbers are not, and nothing is lost on the way back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legwork.formats.safe_cells import as_table, as_written, harmless, plain_number


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+49", "-2 cm", "@SUM(A1)", "\t1", "\r1", "\n1", "  =1", "＝1", "'=1", '=HYPERLINK("http://x","y")'],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert as_written(harmless(text)) == text


@pytest.mark.parametrize("text", ["", "Squat", "3 - 2", "a=b", "'quoted'", "5", "–", "’=1"])
def test_other_texts_stay(text: str) -> None:
    assert harmless(text) == text == as_written(text)


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n a＋,;|\""), max_size=10) | st.text(max_size=20))
@example("''=")
def test_nothing_is_lost(text: str) -> None:
    assert as_written(harmless(text)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (60.0, "60"),
        (2.5, "2.5"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1e16, "10000000000000000"),
        (-5.0, "-5"),
        (0, "0"),
    ],
)
def test_numbers_have_no_exponent(number: float, text: str) -> None:
    assert plain_number(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back(number: float) -> None:
    assert float(plain_number(number)) == number


def test_tables_keep_to_rfc_4180() -> None:
    data = as_table(("a", "b"), [("x,y", 'say "hi"'), ("two\nlines", "")])
    assert data == b'\xef\xbb\xbfa,b\r\n"x,y","say ""hi"""\r\n"two\nlines",\r\n'
    assert as_table(("a",), [("x;y",)], ";", byte_order_mark=False) == b'a\r\n"x;y"\r\n'


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_any_text_comes_back_from_a_table(rows: list[tuple[str, str]]) -> None:
    data = as_table(("a", "b"), rows)
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    expected = [[cell.replace("\x00", "") for cell in row] for row in rows]
    expected = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in expected]
    assert found == [["a", "b"], *expected]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("ok;=1+1", "ok;'=1+1"),
        ("a, -5 kg", "a,' -5 kg"),
        ("a|@b\t+1", "a|'@b\t'+1"),
        ("two\n=lines", "two\n'=lines"),
        ('x;"=1"', 'x;\'"=1"'),
        ("a;'=1", "a;''=1"),
    ],
)
def test_no_other_delimiter_makes_a_formula(text: str, safe: str) -> None:
    assert harmless(text) == safe
    assert as_written(safe) == text


def test_whatever_holds_a_delimiter_is_quoted() -> None:
    data = as_table(("a", "b"), [("x;y", "p|q"), ("m\tn", "plain")], byte_order_mark=False)
    assert data == b'a,b\r\n"x;y","p|q"\r\n"m\tn",plain\r\n'
