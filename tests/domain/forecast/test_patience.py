"""What could be seen by when, against the published weeks."""

from __future__ import annotations

import math

import pytest

from legwork.domain.forecast.patience import patience, patience_ahead, patience_words


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


def test_words_say_what_will_be_seen_after_four_eight_and_twelve_weeks() -> None:
    """SCIENCE section 2, solved for the rate: 1.96 x 0.5 x sqrt(12 / weeks^3) = 0.42, 0.15, 0.08."""
    ahead = patience_ahead(0.5, 0.06, "cm")
    assert "after 4 weeks when it is 0.42 cm a week, after 8 when it is 0.15 cm, after 12 when it is 0.08 cm" in ahead
    assert ahead.endswith("About 0.06 cm a week is to be expected: that is seen after about 15 weeks.")
    assert patience_ahead(0.5, 0.0, "cm").endswith("after 12 when it is 0.08 cm.")


def test_a_rate_that_shows_in_years_only_is_not_counted_in_weeks() -> None:
    words = patience_words(patience(8, 0.5, 0.001), "cm")
    assert words.endswith("Less than 0.01 cm a week is to be expected: too little to be seen for years.")
    assert patience_ahead(0.5, 0.001, "cm").endswith("too little to be seen for years.")
    assert "a change of 0.150 a week or more" in patience_words(patience(8, 0.5, 0.06), "")


def test_more_than_a_year_of_readings_sees_no_more() -> None:
    long = patience(300, 0.5, 0.006)
    assert long == patience(52, 0.5, 0.006) and not long.enough
    assert patience_words(long, "cm").endswith("more than a year of readings is needed to see that.")


def test_no_rate_reads_as_nothing() -> None:
    words = patience_words(patience(52, 0.05, 0.002), "cm")
    assert words.startswith("After 52 weeks a change of less than 0.01 cm a week or more would show. Less than 0.01 cm")
    assert "0.00 " not in words and "0.002 in a week" in patience_words(patience(52, 0.05, 0.002), "in")


def test_no_weeks_and_no_error_are_refused() -> None:
    for weeks, error in ((0, 0.5), (8, 0), (math.nan, 0.5)):
        with pytest.raises(ValueError, match="positive"):
            patience(weeks, error, 0.06)
