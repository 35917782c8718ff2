"""Numbers as people read them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from legwork import numerals


@pytest.fixture(autouse=True)
def point() -> Iterator[None]:
    before = numerals.decimal_sign()
    yield
    numerals.use_decimal_sign(before)


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (38.25, 1, "38.3"), (-0.04, 1, "0.0"), (-0.05, 1, "−0.1"), (1234.5, 1, "1\u202f234.5"),
        (999.96, 1, "1\u202f000.0"),
        (73_200, 0, "73\u202f200"), (0.5, 0, "1"), (1.005, 2, "1.01"), (-1_000_000, 0, "−1\u202f000\u202f000"),
    ],
)  # fmt: skip
def test_a_number_is_rounded_as_on_paper_and_grouped(value: float, places: int, written: str) -> None:
    assert numerals.number(value, places) == written


def test_a_sign_is_written_only_where_something_is_left_of_the_number() -> None:
    assert [numerals.number(one, 1, signed=True) for one in (0.3, -0.3, 0.04, -0.04)] == ["+0.3", "−0.3", "0.0", "0.0"]


def test_the_decimal_sign_is_that_of_the_place_and_groups_are_never_points() -> None:
    numerals.use_decimal_sign(",")
    assert numerals.number(-12345.678, 2) == "−12\u202f345,68"
    assert numerals.short_number(2.50) == "2,5"
    assert numerals.localised("38.2") == numerals.localised("38,2") == "38,2"


@pytest.mark.parametrize(("value", "written"), [(60, "60"), (2.5, "2.5"), (0.754, "0.75"), (100, "100"), (0, "0")])
def test_a_short_number_has_no_idle_decimals(value: float, written: str) -> None:
    assert numerals.short_number(value) == written


def test_only_a_point_or_a_comma_parts_decimals() -> None:
    with pytest.raises(ValueError, match=";"):
        numerals.use_decimal_sign(";")
    assert numerals.number(1.5, 1) == "1.5"
