"""For how many weeks something was trained in a row: breaks begin it anew."""

from __future__ import annotations

from datetime import date

from legwork.domain.log.kept_up import training_days, weeks_kept_up
from log_cases import counted, workout
from plan_strategies import LOOKUP

MONDAY = date(2025, 1, 6).toordinal()


def test_weeks_since_the_first_day_or_the_last_break() -> None:
    assert weeks_kept_up([], MONDAY) == 0
    assert weeks_kept_up([MONDAY, MONDAY + 2, MONDAY + 6], MONDAY + 6) == 1
    assert weeks_kept_up([MONDAY, MONDAY + 7, MONDAY + 14], MONDAY + 20) == 3
    assert weeks_kept_up([MONDAY, MONDAY + 20], MONDAY + 20) == 2, "20 days are no break"
    assert weeks_kept_up([MONDAY, MONDAY + 7, MONDAY + 28, MONDAY + 30], MONDAY + 30) == 1, "21 days are one"
    assert weeks_kept_up([MONDAY, MONDAY + 7], MONDAY + 27) == 2
    assert weeks_kept_up([MONDAY, MONDAY + 7], MONDAY + 28) == 0, "the break is still going on"
    assert weeks_kept_up([MONDAY, MONDAY + 7, MONDAY + 14], MONDAY + 7) == 2, "later days do not count"


def test_days_on_which_a_muscle_was_trained_directly_and_hard() -> None:
    done = [
        workout(date(2025, 1, 6), {"back_squat": ["100x5@2"], "bench": ["80x5"]}),
        workout(date(2025, 1, 8), {"back_squat": ["w 60x5"], "row": ["60x8"]}),
        workout(date(2025, 1, 10), {"leg_curl": ["40x10@3"], "split_squat": ["20x10"]}),
        workout(date(2025, 1, 12), {"unheard_of": ["40x10"]}),
    ]
    found = counted(done, LOOKUP)
    days = {one: {date.fromordinal(day).day for day in training_days(found, one)} for one in ("quadriceps", "triceps")}
    assert days == {"quadriceps": {6, 10}, "triceps": set()}, "an indirect set is none, and a warm-up neither"
    assert {date.fromordinal(day).day for day in training_days(found)} == {6, 8, 10, 12}
    assert training_days(counted([], LOOKUP), "quadriceps") == frozenset()
