"""What logged work adds up to, worked by hand; that it is what the plan counts; and the sets behind every number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import count as counter
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.columns import SetRow, columns_of, rows_of
from legwork.domain.log.counting import Counted, count_sets, signed_kg
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.log.sums import (
    What,
    daily,
    leg_days,
    maintenance_sets,
    rows_behind,
    sums_of,
    week_count,
    week_starts,
    weekly,
)
from legwork.domain.plan.counting import Lookup, WeekCount, count_week, tonnage_kg
from legwork.domain.plan.model import Entry, Session, Week
from legwork.domain.plan.prescription import BodyWeight, Effort, Prescription, Target, Weight
from legwork.domain.sites import Region, Side
from legwork.domain.units import UnitSystem
from log_strategies import FIRST_DAY, LOGS
from plan_strategies import EFFORTS, LOOKUP, QUANTITIES

MONDAY = date(2024, 1, 1)
SIDED = replace(
    LOOKUP,
    regions={**LOOKUP.regions, "helped_pull_up": Region.UPPER},
    on_body={"pull_up": 1, "helped_pull_up": -1},
    one_sided=frozenset({"split_squat"}),
)
_IDS = counter(1)


def sets(*texts: str) -> tuple[LoggedSet, ...]:
    return tuple(one for text in texts for one in parse_set(text, UnitSystem.METRIC))


def workout(day: date, **exercises: tuple[LoggedSet, ...]) -> Workout:
    return Workout(next(_IDS), day, exercises=tuple(LoggedExercise(key, done) for key, done in exercises.items()))


def counted(*workouts: Workout, lookup: Lookup = SIDED, body: dict[int, float] | None = None) -> Counted:
    return count_sets(columns_of(rows_of(workouts)), lookup, body)


def week(*workouts: Workout) -> WeekCount:
    return week_count(counted(*workouts), MONDAY)


def test_direct_and_indirect_sets_by_hand() -> None:
    found = week(
        workout(MONDAY, back_squat=sets("w 60x8", "100x6@2", "100x6@5", "100x5 f"), split_squat=sets("20x10", "20x10")),
        workout(MONDAY + timedelta(days=3), rdl=sets("80x8", "80x0", "80x8")),
    )
    muscles = {key: (one.direct, one.indirect) for key, one in found.muscles.items()}
    assert muscles == {
        "quadriceps": (4, 0), "glutes": (6, 0), "adductors": (0, 1), "hamstrings": (2, 0.5), "lower_back": (0, 1),
    }  # fmt: skip
    assert found.muscles["hamstrings"].sources == {"split_squat": 0.5, "rdl": 2}
    assert (found.lower, found.upper, found.unknown_loads) == (6, 0, 0)
    assert found.pattern_sets == {"squat": 2, "lunge": 2, "hinge": 2}
    assert found.tonnage_kg == {Region.LOWER: 600 + 600 + 500 + 2 * 2 * 200 + 1280}
    assert found.leg_sets_6_to_12 == 5
    assert [one.weekday for one in found.leg_sessions] == [0] and found.leg_days == 1


@pytest.mark.parametrize(
    ("exercise", "texts", "hard", "kg"),
    [
        ("split_squat", ["L 24x10 / R 24x9"], 1, 24 * 19),
        ("split_squat", ["L 24x10", "L 24x9", "R 24x8", "R 24x8"], 2, 24 * 35),
        ("split_squat", ["L 24x10 / R 24x9", "L 24x8"], 2, 24 * 27),
        ("split_squat", ["L 24x10 @6 RIR / R 24x10 @1"], 1, 24 * 20),
        ("split_squat", ["L 24x10@1", "L 24x10 @6 RIR", "R 24x10 @6 RIR", "R 24x10@1"], 2, 24 * 40),
        ("split_squat", ["L 24x10 @6 RIR / R 24x10 @6 RIR"], 0, 24 * 20),
        ("split_squat", ["w L 24x10 / R 24x10", "L 24x10 / R 24x0"], 1, 240),
        ("db_press", ["20x10"], 1, 400),
        ("db_press", ["L 20x10 / R 20x8"], 1, 360),
        ("bench", ["60x8", "d 40x8", "d 30x8"], 1, 60 * 8 + 40 * 8 + 30 * 8),
        ("bench", ["d 60x10", "d 60x9", "d 60x8"], 3, 60 * 27),
        ("bench", ["d 60x10", "d 40x8", "d 60x10", "d 40x6"], 2, 60 * 20 + 40 * 14),
        ("bench", ["m 40x20", "m 40x5", "m 40x5", "m 40x4", "m 40x15", "m 40x5"], 2, 40 * 54),
        ("bench", ["60x8", "m 40x20", "m 40x5"], 2, 480 + 1000),
        ("bench", ["m 40x20", "m 40x4", "m 40x5"], 1, 40 * 29),
        ("bench", ["60x15", "m 60x4", "m 60x4"], 1, 60 * 23),
        ("pull_up", ["BWx5", "d -20x5"], 1, 400 + 300),
        ("pull_up", ["+10x5", "BW-20x5"], 2, 450 + 300),
        ("helped_pull_up", ["-20x5"], 1, 300),
        ("helped_pull_up", ["20x5"], 1, 300),
        ("helped_pull_up", ["-90x5"], 1, 0),
        ("bench", ["100lbx10"], 1, 453.59237),
        ("bench", ["60x0"], 0, 0),
    ],
)
def test_sets_and_tonnage_by_hand(exercise: str, texts: list[str], hard: float, kg: float) -> None:
    found = week(workout(MONDAY, **{exercise: sets(*texts)}))
    region = SIDED.regions[exercise]
    assert (found.region_sets.get(region, 0.0), found.tonnage_kg.get(region, 0.0)) == (hard, pytest.approx(kg))
    assert found.unknown_loads == 0


def test_what_is_not_known_is_told_and_not_counted() -> None:
    found = week(workout(MONDAY, bench=sets("BWx10", "60x10"), rdl=sets("BW 30s"), unknown=sets("50x10")))
    assert found.tonnage_kg == {Region.UPPER: 600}
    assert (found.unknown_loads, found.upper, found.lower) == (2, 2, 1)
    nobody_weighed = count_sets(
        columns_of(rows_of([workout(MONDAY, pull_up=sets("BWx10"))])), replace(SIDED, body_kg=None)
    )
    assert week_count(nobody_weighed, MONDAY).unknown_loads == 1


def test_body_weight_is_that_of_the_day() -> None:
    days = [MONDAY + timedelta(days=away) for away in (0, 7, 20)]
    body = {days[1].toordinal(): 80.0, days[2].toordinal(): 90.0}
    found = counted(*(workout(day, pull_up=sets("BWx1")) for day in days), body=body)
    assert found.tonnage_kg.tolist() == [80, 80, 90]
    assert np.isnan(counted(workout(MONDAY, pull_up=sets("BWx1")), body={}).tonnage_kg).all()


def test_a_large_log_is_added_up_in_the_time_of_a_few_plain_passes() -> None:
    keys = list(LOOKUP.regions)
    rows = [
        SetRow(n, n // 20, MONDAY.toordinal() + n // 30, n // 5 % 4, keys[n // 5 % len(keys)],
               "drop" if n % 11 == 0 else "normal", ("none", "left", "right")[n // 5 % 3 and n % 3], 8, None, 60.0,
               False, None if n % 2 else 2.0)
        for n in range(30_000)
    ]  # fmt: skip

    def seconds(work: Callable[[], object]) -> float:
        times = []
        for _ in range(3):
            start = process_time()
            work()
            times.append(process_time() - start)
        return min(times)

    def plain() -> dict[tuple[int, str], float]:
        sums: dict[tuple[int, str], float] = {}
        for row in rows:
            key = (row.day // 7, row.exercise)
            sums[key] = sums.get(key, 0.0) + (row.reps or 0) * (row.load_kg or 0.0)
        return sums

    def whole() -> list[object]:
        sums = weekly(count_sets(columns_of(rows), SIDED))
        return [sums.muscle(one) for one in sums.muscles()]

    assert seconds(whole) < 15 * seconds(plain)


def test_the_same_exercise_twice_in_a_workout_and_two_workouts_a_day_stay_apart() -> None:
    twice = Workout(1, MONDAY, exercises=(LoggedExercise("split_squat", sets("L 20x8")),
                                          LoggedExercise("split_squat", sets("R 20x8"))))  # fmt: skip
    later = Workout(2, MONDAY, exercises=(LoggedExercise("split_squat", sets("R 20x8", "L 20x8", "d L 10x8")),))
    assert week(twice, later).lower == 3
    legs = workout(MONDAY, back_squat=sets("100x5", "100x5"))
    assert week(legs).leg_days == 0
    twice_a_day = counted(legs, replace(legs, id=999))
    rows, brought = rows_behind(twice_a_day, What.LEG_DAYS, MONDAY, MONDAY)
    assert (rows.tolist(), brought.tolist()) == ([2], [1.0]), "the third set of the day makes it one"
    assert leg_days(twice_a_day, MONDAY, MONDAY) == week_count(twice_a_day, MONDAY).leg_days == 1
    assert [one.id for one in week_count(twice_a_day, MONDAY).leg_sessions] == [legs.id, 999]
    assert week(legs, replace(legs, id=999, day=MONDAY + timedelta(days=1))).leg_days == 0
    assert (
        week(workout(MONDAY, back_squat=sets(*["100x5"] * 3)), workout(MONDAY, rdl=sets(*["80x5"] * 3))).leg_days == 1
    )


def test_weeks_days_and_blocks() -> None:
    log = counted(
        workout(MONDAY + timedelta(days=6), back_squat=sets("100x5")),
        workout(MONDAY + timedelta(days=7), back_squat=sets("100x5", "100x4"), bench=sets("60x10")),
        workout(MONDAY + timedelta(days=28), back_squat=sets("100x3")),
    )
    found = weekly(log)
    assert found.starts == tuple(MONDAY.toordinal() + 7 * week for week in range(5))
    assert found.region_sets(Region.LOWER).tolist() == [1, 2, 0, 0, 1]
    assert found.region_tonnage_kg(Region.LOWER).tolist() == [500, 900, 0, 0, 300]
    assert found.region_tonnage_kg(Region.UPPER).tolist() == [0, 600, 0, 0, 0]
    assert [one.tolist() for one in found.muscle("adductors")] == [[0] * 5, [0.5, 1, 0, 0, 0.5]]
    assert weekly(log, MONDAY + timedelta(days=40)).region_sets(Region.LOWER).tolist() == [1, 2, 0, 0, 1, 0]
    assert daily(log).region_sets(Region.LOWER).tolist() == [1, 2, 1]
    blocks = sums_of(log, [(MONDAY + timedelta(days=7)).toordinal()], (MONDAY + timedelta(days=28)).toordinal())
    assert blocks.region_sets(Region.LOWER).tolist() == [2]
    with pytest.raises(ValueError):
        sums_of(log, [2, 1])
    assert week_starts(MONDAY, MONDAY + timedelta(days=6)) == (MONDAY.toordinal(),)


def test_a_third_of_the_best_weeks_holds_what_was_built() -> None:
    assert maintenance_sets([12] * 8) == pytest.approx(4)
    assert maintenance_sets([0] * 10 + [9] * 8 + [3] * 20) == pytest.approx(3)
    assert maintenance_sets([30] * 8 + [6] * 52) == pytest.approx(2), "of the last year"
    assert maintenance_sets([12] * 7) is None and maintenance_sets([0] * 20) is None


def test_an_empty_log() -> None:
    log = counted()
    assert (weekly(log).starts, daily(log).starts) == ((), ())
    assert len(rows_behind(log, What.HARD, MONDAY, MONDAY)[0]) == leg_days(log, MONDAY, MONDAY) == 0
    assert week_count(log, MONDAY) == WeekCount(MONDAY.toordinal())


def test_a_row_that_is_cut_short_is_refused() -> None:
    with pytest.raises(ValueError):
        columns_of([(1, 2, 3)])


def test_minutes_and_names_of_the_week() -> None:
    done = workout(MONDAY, back_squat=sets(*["100x5"] * 3))
    found = week_count(counted(done), MONDAY, {done.id: "Legs"}, {done.id: 55, 12345: 10})
    assert found.session_minutes == {done.id: 55}
    assert [(one.id, one.name) for one in found.leg_sessions] == [(done.id, "Legs")]


LOADS = st.one_of(
    st.none(), st.builds(Weight, QUANTITIES), st.just(BodyWeight()), st.builds(BodyWeight, QUANTITIES, st.booleans())
)
CELLS = st.builds(
    lambda sets, reps, load, effort, sided: Prescription((Target(reps, reps),) * sets, load, effort, per_side=sided),
    st.integers(1, 5), st.integers(1, 30), LOADS, EFFORTS, st.booleans(),
)  # fmt: skip
KEYS = st.sampled_from(["back_squat", "split_squat", "db_press", "pull_up", "helped_pull_up", "bench"])


def _done(cell: Prescription) -> tuple[LoggedSet, ...]:
    """The sets of a cell done just as it says."""
    load, assisted = None, False
    match cell.load:
        case Weight(quantity):
            load = quantity
        case BodyWeight(added, helped):
            load, assisted = added, helped
    rir = cell.effort.rir if isinstance(cell.effort, Effort) else None
    sides = (Side.LEFT, Side.RIGHT) if cell.per_side else (Side.NONE,)
    return tuple(
        LoggedSet(LoggedKind.NORMAL, side, target.low, None, load, assisted, rir)
        for target in cell.targets
        for side in sides
    )


@given(KEYS, CELLS)
def test_a_plan_done_to_the_letter_counts_as_the_plan(key: str, cell: Prescription) -> None:
    on_body = key in SIDED.on_body
    if isinstance(cell.load, BodyWeight) and (not on_body or (cell.load.added and key == "helped_pull_up")):
        return  # a log has no body weight beside other loads, and help only where help is counted
    entry = Entry(1, key, cell)
    wanted = count_week(Week(1, (Session(1, entries=(entry,)),)), SIDED)
    found = week(workout(MONDAY, **{key: _done(cell)}))
    assert {key: (one.direct, one.indirect, one.sources) for key, one in found.muscles.items()} == {
        key: (one.direct, one.indirect, one.sources) for key, one in wanted.muscles.items()
    }
    assert found.region_sets == wanted.region_sets and found.pattern_sets == wanted.pattern_sets
    assert found.leg_sets_6_to_12 == wanted.leg_sets_6_to_12
    if not (isinstance(cell.load, BodyWeight) and key == "helped_pull_up"):
        assert found.unknown_loads == wanted.unknown_loads
        assert sum(found.tonnage_kg.values()) == pytest.approx(tonnage_kg(entry, SIDED) or 0.0)


def _one_by_one(row: SetRow, lookup: Lookup) -> Fraction | None:
    """The tonnage of a set, written down once more in the plainest way."""
    if row.kind == "warm_up" or row.reps == 0:
        return Fraction(0)
    load = None if row.load_kg is None else Fraction(row.load_kg)
    if row.reps is None:
        return None
    if row.assisted or row.exercise in lookup.on_body:
        helps = row.assisted or lookup.on_body[row.exercise] < 0
        if lookup.body_kg is None or (load is None and helps):
            return None
        moved = max(Fraction(0), Fraction(lookup.body_kg) + (-1 if helps else 1) * (load or 0))
    elif load is None:
        return None
    else:
        one_hand = row.side != "none" and row.exercise not in lookup.one_sided
        moved = load * (1 if one_hand else lookup.hands.get(row.exercise, 1))
    both = row.side == "none" and row.exercise in lookup.one_sided
    return row.reps * moved * (2 if both else 1)


@given(LOGS)
def test_all_at_once_is_what_one_by_one_is(log: tuple[Workout, ...]) -> None:
    rows = rows_of(log)
    found = count_sets(columns_of(rows), SIDED)
    for row, kg, moved in zip(rows, found.tonnage_kg.tolist(), found.moved_kg.tolist(), strict=True):
        wanted = _one_by_one(row, SIDED)
        assert (kg != kg) if wanted is None else kg == pytest.approx(float(wanted)), row
        assert moved != moved or moved >= 0
    for one, hard in zip(found.sets.tolist(), found.hard.tolist(), strict=True):
        assert one in (0, 0.5, 1) and hard >= 0 and (hard <= one or (one, hard) == (0.5, 1))


@given(LOGS, st.sampled_from(["quadriceps", "lats", "hamstrings"]), st.sampled_from(Region))
def test_the_sets_behind_a_number_bring_just_that_number(log: tuple[Workout, ...], muscle: str, region: Region) -> None:
    found = count_sets(columns_of(rows_of(log)), SIDED)
    sums = weekly(found)
    for place, start in enumerate(sums.starts):
        first = date.fromordinal(start)
        last = first + timedelta(days=6)

        def total(what: What, muscle: str | None = None, region: Region | None = None) -> float:
            return float(rows_behind(found, what, first, last, muscle, region)[1].sum())  # noqa: B023

        direct, indirect = sums.muscle(muscle)
        assert total(What.HARD, muscle) == pytest.approx(direct[place] + indirect[place])
        assert total(What.HARD, region=region) == pytest.approx(sums.region_sets(region)[place])
        assert total(What.TONNAGE, region=region) == pytest.approx(sums.region_tonnage_kg(region)[place])
        assert total(What.UNKNOWN) == pytest.approx(sums.unknown[place].sum())
        assert total(What.SETS) == pytest.approx(sums.sets[place].sum())
        count = week_count(found, first)
        assert count.region_sets.get(region, 0.0) == pytest.approx(sums.region_sets(region)[place])
        assert count.tonnage_kg.get(region, 0.0) == pytest.approx(sums.region_tonnage_kg(region)[place])
        muscles = count.muscles.get(muscle)
        assert (muscles.total if muscles else 0.0) == pytest.approx(direct[place] + indirect[place])


@given(LOGS)
def test_a_wider_effort_counts_no_fewer_hard_sets(log: tuple[Workout, ...]) -> None:
    columns = columns_of(rows_of(log))
    narrow, wide = (count_sets(columns, replace(SIDED, hard_rir=rir)).hard.sum() for rir in (1.0, 4.0))
    assert narrow <= wide


def test_more_is_always_harder_in_signed_loads() -> None:
    done = workout(MONDAY, pull_up=sets("-20x5", "BWx5", "+10x5"), helped_pull_up=sets("20x5", "-5x5"),
                   bench=sets("60x5", "BWx5"))  # fmt: skip
    found = signed_kg(columns_of(rows_of([done])), SIDED).tolist()
    assert found[:6] == [-20, 0, 10, -20, -5, 60] and found[6] != found[6]
    assert FIRST_DAY == MONDAY
