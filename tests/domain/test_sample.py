"""The invented lifter: the same each time, humanly possible, and with legs that catch up."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from statistics import fmean

import pytest

from legwork.domain.plausibility import question_jump, require_human
from legwork.domain.sample import SampleCheckIn, sample_history
from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, DEFAULT_TRACKED, Kind, Side, Spot
from legwork.domain.tape import median, tem
from legwork.domain.units import Quantity, UnitSystem

UNTIL = date(2026, 3, 1)
EVERY = tuple(site.key for site in BUILT_IN)
TWENTY_YEARS = sample_history(UNTIL, 1040, EVERY)


def course(history: tuple[SampleCheckIn, ...], spot: Spot) -> list[float]:
    return [median(dict(one.readings)[spot]) for one in history]


def test_it_is_the_same_each_time() -> None:
    assert sample_history(UNTIL, 104, EVERY) == sample_history(UNTIL, 104, EVERY)
    assert sample_history(UNTIL, 104, EVERY) != sample_history(UNTIL, 104, EVERY, seed=8)


def test_a_spot_does_not_depend_on_the_others() -> None:
    alone = sample_history(UNTIL, 104, ["calf"])
    spot = Spot("calf", Side.LEFT)
    assert course(alone, spot) == course(sample_history(UNTIL, 104, EVERY), spot)


def test_weekly_with_gaps_up_to_the_last_day() -> None:
    days = [one.day for one in TWENTY_YEARS]
    gaps = {(later - sooner).days for sooner, later in pairwise(days)}
    assert days[-1] == UNTIL
    assert (UNTIL - days[0]).days == 1039 * 7
    assert min(gaps) == 7
    assert {gap % 7 for gap in gaps} == {0}
    assert 14 < max(gaps) <= 70
    assert 800 < len(days) < 1000


@pytest.mark.parametrize("weeks", [-1, 0, 1, 2, 3, 12, 104])
def test_any_length(weeks: int) -> None:
    history = sample_history(UNTIL, weeks, DEFAULT_TRACKED)
    assert bool(history) == (weeks > 0)
    assert len(history) <= max(weeks, 0)
    assert all(one.day <= UNTIL for one in history)


def test_every_spot_is_human_and_rounded_to_a_tenth() -> None:
    spots = [spot for site in BUILT_IN for spot in site.spots]
    for one in TWENTY_YEARS:
        assert [spot for spot, _ in one.readings] == spots
        for spot, values in one.readings:
            assert 1 <= len(values) <= 3
            for value in values:
                assert value == round(value, 1)
                require_human(BUILT_IN_BY_KEY[spot.site], Quantity(value, "cm", f"{value:g}"), UnitSystem.METRIC)


def test_hardly_a_week_would_be_questioned() -> None:
    questions = 0
    for before, now in pairwise(TWENTY_YEARS):
        last = dict(before.readings)
        for spot, values in now.readings:
            quantity = Quantity(values[0], "cm", f"{values[0]:g}")
            days = (now.day - before.day).days
            site = BUILT_IN_BY_KEY[spot.site]
            questions += question_jump(site, quantity, median(last[spot]), days, UnitSystem.METRIC) is not None
    assert questions == 0


def test_the_tape_errs_as_it_should() -> None:
    pairs = [
        (100.0, 100 * values[1] / values[0])
        for one in TWENTY_YEARS
        for spot, values in one.readings
        if len(values) > 1 and BUILT_IN_BY_KEY[spot.site].kind is Kind.GIRTH
    ]
    assert len(pairs) > 1000
    assert tem(pairs) == pytest.approx(0.7, abs=0.05)


def test_the_legs_catch_up_once_the_programme_starts() -> None:
    history = sample_history(UNTIL, 104, EVERY)
    started = next(place for place, one in enumerate(history) if one.note == "Started two leg days a week")
    assert len(history) / 4 < started < len(history) / 2
    assert not any(one.trained_legs for one in history[: started + 1])
    thigh = course(history, Spot("upper_thigh", Side.LEFT))
    arm = course(history, Spot("flexed_arm", Side.LEFT))
    assert fmean(thigh[:started]) == pytest.approx(55, abs=0.7)
    assert 2 < fmean(thigh[-8:]) - fmean(thigh[:started]) < 5
    assert abs(fmean(arm[-8:]) - fmean(arm[:started])) < 1


def test_left_and_right_differ_slightly() -> None:
    for site in BUILT_IN:
        if site.sided:
            left, right = (fmean(course(TWENTY_YEARS, spot)) for spot in site.spots)
            assert 0 < abs(right - left) < 0.03 * left


def test_notes_mornings_and_leg_days() -> None:
    notes = {one.note for one in sample_history(UNTIL, 104, EVERY)}
    assert {"", "Started two leg days a week", "Back from holiday"} <= notes
    assert fmean(one.morning for one in TWENTY_YEARS) > 0.85
    assert not all(one.morning for one in TWENTY_YEARS)
    assert 0 < fmean(one.trained_legs for one in TWENTY_YEARS) < 0.15


def test_a_site_of_ones_own_has_no_sample() -> None:
    with pytest.raises(KeyError):
        sample_history(UNTIL, 10, ["own_1"])
