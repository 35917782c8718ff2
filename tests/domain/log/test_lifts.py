"""The lifts of a log: how often, when last, and what became of them in three months; worked by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import Counted, count_sets
from legwork.domain.log.estimates import estimates_of
from legwork.domain.log.lifts import Use, change_of, lines_of, uses_of
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import parse_set
from legwork.domain.sites import Side
from legwork.domain.units import UnitSystem
from plan_strategies import LOOKUP

MONDAY = date(2025, 1, 6)


def log(*days: tuple[int, str, str]) -> Counted:
    """days: (days after MONDAY, exercise, one set); the workouts are numbered from 1."""
    workouts = []
    for number, (after, key, text) in enumerate(days, 1):
        done = LoggedExercise(key, parse_set(text, UnitSystem.METRIC))
        workouts.append(Workout(number, MONDAY + timedelta(days=after), exercises=(done,)))
    return count_sets(columns_of(rows_of(workouts)), LOOKUP)


def test_how_often_and_when_last() -> None:
    found = log((7, "bench", "80x5"), (0, "bench", "80x5"), (9, "row", "w 40x8"), (7, "squat", "BWx5"))
    day = MONDAY.toordinal()
    assert uses_of(found.columns) == (Use("bench", 2, day + 7, 1), Use("squat", 1, day + 7, 4))
    assert uses_of(log().columns) == ()


def test_the_newer_of_both_ways_to_write_a_lift_stands_for_it() -> None:
    both = [(day, "lunge", "20x5") for day in range(0, 21, 7)]
    sides = [(day, "lunge", "L 20x5 / R 22x5") for day in range(21, 42, 7)]
    assert set(lines_of(estimates_of(log(*both, *sides)), "lunge")) == {Side.LEFT, Side.RIGHT}
    assert set(lines_of(estimates_of(log(*both)), "lunge")) == {Side.NONE}
    assert lines_of(estimates_of(log()), "lunge") == {}


def test_a_change_is_from_about_three_months_before() -> None:
    """Ninety-one days with two and a half kilograms more every week: 13 steps, each a true single."""
    rising = log(*((7 * week, "bench", f"{100 + 2.5 * week:g}x1@0") for week in range(20)))
    change = change_of(list(lines_of(estimates_of(rising), "bench").values()))
    assert change is not None and change.delta == pytest.approx(13 * 2.5, abs=2) and 0 < change.sd < 4


@pytest.mark.parametrize("days", [(0,), (0, 30), (0, 59), (0, 140), ()])
def test_without_a_day_about_three_months_before_there_is_no_change(days: tuple[int, ...]) -> None:
    found = log(*((day, "bench", "100x1@0") for day in days))
    assert change_of(list(lines_of(estimates_of(found), "bench").values())) is None


def test_both_sides_change_together() -> None:
    """The left one gains 13 kg, the right one none: together half of it."""
    found = log(*((7 * week, "lunge", f"L {40 + week}x1@0 / R 40x1@0") for week in range(14)))
    change = change_of(list(lines_of(estimates_of(found), "lunge").values()))
    assert change is not None and change.delta == pytest.approx(6.5, abs=1)
