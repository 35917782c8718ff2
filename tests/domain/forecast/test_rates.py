"""How a rate is written, and what is said of one that is too small for its digits."""

from __future__ import annotations

import pytest

from legwork.domain.forecast.rates import rate_digits, small_rate


@pytest.mark.parametrize(("unit", "digits"), [("cm", 2), ("kg", 2), ("in", 3), ("L", 3), ("", 3)])
def test_digits_of_each_unit(unit: str, digits: int) -> None:
    assert rate_digits(unit) == digits


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.004, "cm", "less than 0.01"), (-0.004, "cm", "less than 0.01"), (0.0, "cm", "less than 0.01"),
        (0.006, "cm", ""), (0.004, "in", ""), (0.0004, "in", "less than 0.001"), (-0.2, "kg", ""),
    ],
)  # fmt: skip
def test_what_would_read_as_nothing_is_said_in_words(value: float, unit: str, words: str) -> None:
    assert small_rate(value, unit) == words
