"""The invented lifter's workouts: the same each time, believable, and in step with check-ins, lifts and plan."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean

import pytest

from legwork.domain.log.adherence import Fate, adherence_of, planned_days
from legwork.domain.log.model import Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.model import weeks_of
from legwork.domain.sample import LIFTS, STARTED, sample_history
from legwork.domain.sample_log import PLAN_WEEKS, sample_log
from legwork.domain.sample_plan import sample_plan
from legwork.domain.sample_routine import BY_BODY_PART, PLANNED, UPPER_LOWER
from legwork.domain.sites import Side
from legwork.domain.strength import one_rep_max

UNTIL = date(2025, 6, 5)
MONDAY = date(2025, 6, 2)
PLAN = sample_plan()
LOG = sample_log(UNTIL, 104, PLAN)
CHANGED = next(one.day for one in sample_history(UNTIL, 104, ["calf"]) if one.note == STARTED)
LEG_DAYS = ("Legs", "Lower body A", "Lower body B")
HANDS = {"split_squat": 2}


def weeks(log: tuple[Workout, ...]) -> Counter[int]:
    """Workouts by how many weeks ago they were."""
    return Counter((MONDAY - one.day + timedelta(days=6)).days // 7 for one in log)


def every_set(log: tuple[Workout, ...] = LOG) -> list[LoggedSet]:
    return [done for one in log for _, done in one.sets]


def test_it_is_the_same_each_time_and_in_order() -> None:
    assert sample_log(UNTIL, 104, PLAN) == LOG
    assert [one.id for one in LOG] == list(range(1, len(LOG) + 1))
    assert sorted(one.day for one in LOG) == [one.day for one in LOG]


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("length", [-1, 0, 1, 3, 4, 5, 30])
def test_any_length_and_any_day_and_nothing_lies_ahead(length: int, weekday: int) -> None:
    until = MONDAY + timedelta(days=weekday)
    log = sample_log(until, length, PLAN)
    assert bool(log) == (length > 0)
    assert all(until - timedelta(weeks=length + 1) < one.day <= until for one in log)


def test_two_years_with_two_holidays_and_a_cold() -> None:
    found = weeks(LOG)
    away = [week for week in range(104) if not found[week]]
    assert len(away) == 2 + 2 + 1
    assert sum(later - sooner == 1 for sooner, later in pairwise(away)) == 2
    assert 3.4 < len(LOG) / 104 < 4.2


def test_legs_were_left_behind_and_are_not_any_more() -> None:
    def a_week(log: list[Workout], length: float) -> float:
        return sum(one.title in LEG_DAYS for one in log) / length

    before = [one for one in LOG if one.day < CHANGED]
    after = [one for one in LOG if one.day >= CHANGED and one.session_id is None]
    assert 0.4 < a_week(before, (CHANGED - LOG[0].day).days / 7) < 0.8
    assert 1.5 < a_week(after, (after[-1].day - CHANGED).days / 7) < 2.1
    assert min(one.rir for one in every_set(tuple(before)) if one.rir is not None) <= 1
    legs = [done.rir for one in before if one.title == "Legs" for _, done in one.sets if done.rir is not None]
    assert fmean(legs) > 4.5  # hardly a hard set among them


def test_the_change_falls_on_the_week_of_the_note() -> None:
    split = {one.name for one in BY_BODY_PART}
    last = max(one.day for one in LOG if one.title in split)
    first = min(one.day for one in LOG if one.title in {one.name for one in UPPER_LOWER})
    assert last < first
    assert CHANGED - timedelta(days=7) < first < CHANGED + timedelta(days=7)


def test_the_plan_is_followed_with_one_session_missed_and_one_moved() -> None:
    kept = adherence_of(
        planned_days(PLAN, MONDAY - timedelta(weeks=PLAN_WEEKS - 1)), LOG, UNTIL, date.min, UNTIL
    ).kept  # fmt: skip
    assert Counter(one.fate for one in kept[:16]) == {Fate.DONE: 11, Fate.MOVED: 1, Fate.MISSED: 1, Fate.OPEN: 3}
    assert kept[12].fate is Fate.DONE and kept[12].workouts[-1] == LOG[-1]
    entries = {entry.id: entry for _, week in weeks_of(PLAN) for day in week.sessions for entry in day.entries}
    for one in LOG:
        for exercise in one.exercises:
            assert (exercise.entry_id is None) == (one.session_id is None)
            if exercise.entry_id is not None:
                assert exercise.exercise == entries[exercise.entry_id].exercise


def test_all_exercises_of_the_plan_are_known() -> None:
    named = {entry.exercise for _, week in weeks_of(PLAN) for day in week.sessions for entry in day.entries}
    assert named == PLANNED.keys()


def test_all_kinds_of_sets_are_there() -> None:
    sets = every_set()
    assert len(sets) > 5000
    kinds = Counter(one.kind for one in sets)
    assert all(kinds[one] > 20 for one in (*LoggedKind,) if one is not LoggedKind.MYO)
    assert {one.side for one in sets} == set(Side)
    assert any(one.assisted for one in sets) and any(one.seconds for one in sets)
    assert any(one.load is None and one.reps for one in sets)
    worked = [one for one in sets if one.kind is LoggedKind.NORMAL and one.reps]
    assert 0.05 < fmean(one.rir is None for one in worked) < 0.3
    exercises = [one for workout in LOG for one in workout.exercises]
    assert {one.felt for one in exercises} == {None, 0, 1, 2, 3, 4}
    assert any(one.group for one in exercises) and any(one.note for one in exercises)
    assert any(one.minutes is None for one in LOG) and any(one.note for one in LOG)


@pytest.mark.parametrize("lift", LIFTS, ids=lambda one: f"{one[0]} {one[1]}")
def test_the_log_and_the_lifts_agree(lift: tuple[str, Side, float, int, float]) -> None:
    """The best set of the last half year that was logged is about as strong as the one that was typed in."""
    key, side, load, reps, left = lift
    typed = one_rep_max(load, reps, left)
    logged = [
        one_rep_max(HANDS.get(key, 1) * done.load.value, done.reps, done.rir)
        for one in LOG
        if one.day > UNTIL - timedelta(days=183)
        for exercise, done in one.sets
        if exercise.exercise == key and done.side is side and done.load and done.reps and done.rir is not None
    ]
    assert typed is not None
    best = max(one.kg for one in logged if one is not None and one.reliable)
    assert best == pytest.approx(typed.kg, rel=0.05)


def test_lifts_grow_with_ups_and_downs() -> None:
    squats = [
        max(found)
        for one in LOG
        for exercise in one.exercises
        if exercise.exercise == "squat"
        if (found := [estimate(done) for done in exercise.sets if done.rir is not None])
    ]
    assert fmean(squats[:10]) + 15 < fmean(squats[-10:])
    assert any(later < sooner for sooner, later in pairwise(squats))
    assert all(0.85 < later / sooner < 1.15 for sooner, later in pairwise(squats))


def estimate(done: LoggedSet) -> float:
    assert done.load is not None and done.reps is not None and done.rir is not None
    return done.load.value * (1 + (done.reps + done.rir) / 30)
