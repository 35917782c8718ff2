"""What could be seen by when, against the published weeks."""

from __future__ import annotations

import math

import pytest

from legwork.domain.forecast.patience import patience, patience_words


@pytest.mark.parametrize(("rate", "weeks"), [(0.10, 10), (0.06, 14), (0.04, 19), (0.02, 30)])
def test_weeks_needed_are_the_published_ones(rate: float, weeks: int) -> None:
    found = patience(weeks, 0.5, rate)
    assert found.needed == pytest.approx(weeks, abs=0.75)
    assert found.smallest == pytest.approx(rate, rel=0.1)


def test_the_same_rate_is_seen_later_with_a_larger_error() -> None:
    assert patience(8, 0.5, 0.06).needed < patience(8, 1.0, 0.06).needed


def test_words_say_what_could_be_seen_and_what_could_not() -> None:
    early = patience_words(patience(8, 0.5, 0.06), "cm")
    assert early.startswith("After 8 weeks a change of 0.15 cm a week or more would show.")
    assert early.endswith("About 0.06 cm a week is to be expected: that takes about 7 more weeks to be seen.")
    late = patience_words(patience(20, 0.5, 0.06), "cm")
    assert late.endswith("by now it could be seen.")
    still = patience_words(patience(1, 0.5, 0.0), "cm")
    assert still == "After 1 week a change of 3.39 cm a week or more would show."


def test_no_weeks_and_no_error_are_refused() -> None:
    for weeks, error in ((0, 0.5), (8, 0), (math.nan, 0.5)):
        with pytest.raises(ValueError, match="positive"):
            patience(weeks, error, 0.06)
