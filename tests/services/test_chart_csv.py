"""The file of shown data: read back as any program would, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.services.chart_csv import HEADER, ShownRow, as_csv

DAY = date(2026, 11, 23)
NAN = math.nan
NUMBERS = st.one_of(st.floats(-99_999, 99_999, allow_nan=False), st.just(NAN))


def row(measure: str = "Calf", value: float = 36.4, **others: float) -> ShownRow:
    numbers = {"error": 0.2, "trend": 36.3, "low": 36.1, "high": 36.5} | others
    return ShownRow(DAY, measure, "left", "cm", value, **numbers)


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_is_a_point_with_an_iso_date_and_decimal_points() -> None:
    [found] = read(as_csv([row()]))
    assert found == {
        "day": "2026-11-23", "measure": "Calf", "side": "left", "unit": "cm", "value": "36.4", "error": "0.2",
        "trend": "36.3", "trend_low": "36.1", "trend_high": "36.5",
    }  # fmt: skip


def test_no_rows_is_a_heading_alone() -> None:
    assert as_csv([]).decode("utf-8-sig") == ",".join(HEADER) + "\r\n"


def test_spreadsheets_are_told_that_it_is_utf_8() -> None:
    data = as_csv([row("Wäde – 小腿")])
    assert data.startswith(b"\xef\xbb\xbf")
    assert read(data)[0]["measure"] == "Wäde – 小腿"


def test_lines_end_as_the_standard_says() -> None:
    data = as_csv([row(), row()])
    assert data.count(b"\r\n") == 3
    assert data.count(b"\n") == 3


def test_what_is_not_known_is_an_empty_cell() -> None:
    [found] = read(as_csv([row(value=36.4, error=NAN, trend=NAN, low=NAN, high=NAN)]))
    assert [found[name] for name in ("error", "trend", "trend_low", "trend_high")] == [""] * 4


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x")'])
def test_a_site_of_ones_own_cannot_become_a_formula(name: str) -> None:
    [found] = read(as_csv([row(name)]))
    assert not found["measure"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert found["measure"].endswith(name), "and is all there"


@pytest.mark.parametrize("name", ['Calf, "lower"', "two\nlines", "a;b", "'quoted'", "x=1"])
def test_any_other_name_comes_back_as_it_is(name: str) -> None:
    assert read(as_csv([row(name)]))[0]["measure"] == name


@given(st.lists(NUMBERS, min_size=5, max_size=5))
def test_numbers_come_back_to_four_places(numbers: list[float]) -> None:
    [found] = read(as_csv([ShownRow(DAY, "Calf", "", "cm", *numbers)]))
    for text, number in zip(list(found.values())[4:], numbers, strict=True):
        if math.isnan(number):
            assert text == ""
        else:
            assert float(text) == pytest.approx(number, abs=0.00005000001)
            assert "," not in text


def test_a_negative_difference_is_still_a_number() -> None:
    assert float(read(as_csv([row("Calf, left − right", value=-0.4)]))[0]["value"]) == -0.4
