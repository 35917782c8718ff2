"""The US Navy equations against their worked values, and what they refuse."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.bodyfat import navy_arithmetic, navy_percent
from legwork.errors import UserError


def test_worked_values() -> None:
    assert navy_percent("male", 178, 39, 85, None) == pytest.approx(15.69, abs=5e-3)
    assert navy_percent("female", 165, 32, 72, 98) == pytest.approx(27.71, abs=5e-3)


def test_the_inch_equations_agree() -> None:
    """The published inch constants, fed with the same body in inches, give the same percentage."""
    height, neck, waist, hips = (one / 2.54 for one in (178, 39, 85, 98))
    male = 86.010 * math.log10(waist - neck) - 70.041 * math.log10(height) + 36.76
    female = 163.205 * math.log10(waist + hips - neck) - 97.684 * math.log10(height) - 78.387
    assert navy_percent("male", 178, 39, 85) == pytest.approx(male, abs=0.1)
    assert navy_percent("female", 178, 39, 85, 98) == pytest.approx(female, abs=0.1)


def test_the_arithmetic_is_shown() -> None:
    assert navy_arithmetic("male", 178, 39, 85) == (
        "86.010 × log10(85.0 − 39.0) − 70.041 × log10(178.0) + 30.295 = 15.7 %"
    )
    assert navy_arithmetic("female", 165, 32, 72, 98).endswith(
        "log10(72.0 + 98.0 − 32.0) − 97.684 × log10(165.0) − 104.912 = 27.7 %"
    )


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (("male", 178, 85, 85, None), "larger than the neck"),
        (("male", 178, 90, 85, None), "larger than the neck"),
        (("female", 165, 32, 72, None), "hips"),
        (("female", 165, 32, 72, 0), "above zero"),
        (("male", 0, 39, 85, None), "above zero"),
        (("male", math.nan, 39, 85, None), "above zero"),
        (("male", 178, 39, math.inf, None), "above zero"),
        (("male", 178, 39, 41, None), "cannot be"),
        (("female", 120, 30, 250, 250), "cannot be"),
    ],
)
def test_impossible_input_is_refused(numbers: tuple, says: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(UserError, match=says):
        navy_percent(*numbers)
    with pytest.raises(UserError, match=says):
        navy_arithmetic(*numbers)


@settings(deadline=None)
@given(st.floats(150, 200), st.floats(30, 40), st.floats(80, 120), st.floats(0.5, 10))
def test_a_larger_waist_is_more_fat(stature: float, neck: float, waist: float, more: float) -> None:
    assert navy_percent("male", stature, neck, waist + more) > navy_percent("male", stature, neck, waist)
