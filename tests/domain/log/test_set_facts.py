"""What a set is counted from, row by row, and leg days counted in three ways that agree."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import Counted, count_sets
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_facts import SetCounting, order_of
from legwork.domain.log.sums import What, leg_days, rows_behind, week_count
from legwork.domain.plan.counting import Lookup
from legwork.domain.sites import Region
from log_strategies import FIRST_DAY, LOGS
from workout_texts import did

LOOKUP = Lookup(
    shares={"back_squat": {"quadriceps": 1.0, "glutes": 0.5}, "split_squat": {"quadriceps": 1.0}},
    regions={"back_squat": Region.LOWER, "split_squat": Region.LOWER, "rdl": Region.LOWER, "bench": Region.UPPER},
    hands={"db_press": 2, "split_squat": 2},
    on_body={"pull_up": 1, "helped_pull_up": -1},
    body_shares={"pull_up": 0.95},
    one_sided=frozenset({"split_squat"}),
    body_kg=80.0,
)
LAST_DAY = FIRST_DAY + timedelta(days=60)


def counted(*exercises: LoggedExercise) -> Counted:
    """One workout."""
    return count_sets(columns_of(rows_of([Workout(1, FIRST_DAY, exercises=exercises)])), LOOKUP)


def test_the_load_is_taken_apart_as_it_was_put_together() -> None:
    facts = SetCounting(counted(did("pull_up", "+10x8@2"), did("helped_pull_up", "30x8"), did("split_squat", "20x8")))
    plus, minus, both = (facts.of(row, 1.0, None) for row in range(3))
    assert (plus.load_kg, plus.body, plus.body_kg, plus.rir) == (10.0, 0.95, 80.0, 2.0)
    assert (minus.load_kg, minus.body, minus.body_kg, minus.rir) == (-30.0, 1.0, 80.0, None)
    assert (both.hands, both.sides, both.body_kg, both.load_kg) == (2, 2, None, 20.0)


def test_tails_belong_to_the_set_before_them_on_their_side() -> None:
    found = counted(
        did("split_squat", "L 20x10 / R 20x10", "d L 15x8", "d L 10x8", "d R 15x8", "w 10x5", "L 20x9 / R 20x9"),
        did("split_squat", "L 20x8"), did("back_squat", "100x5", "d 80x5"),
    )  # fmt: skip
    facts = SetCounting(found)
    opening = [row for row in range(len(found.columns)) if found.columns.opens[row]]
    assert [facts.of(row, 1.0, None).tails for row in opening] == [2, 1, 0, 0, 0, 1]


def _by_hand(log: tuple[Workout, ...], first: date, last: date) -> int:
    """Leg days, each day counted by itself: all its workouts together."""
    days = {one.day for one in log if first <= one.day <= last}
    sums = [
        week_count(count_sets(columns_of(rows_of([one for one in log if one.day == day])), LOOKUP), day, days=1)
        for day in days
    ]
    return sum(one.lower >= 3 for one in sums)


@given(LOGS, st.integers(0, 40), st.integers(0, 40))
def test_leg_days_are_alike_however_they_are_counted(log: tuple[Workout, ...], start: int, length: int) -> None:
    found = count_sets(columns_of(rows_of(log)), LOOKUP)
    first = FIRST_DAY + timedelta(days=start)
    last = first + timedelta(days=length)
    assert (
        leg_days(found, first, last)
        == rows_behind(found, What.LEG_DAYS, first, last)[1].sum()
        == _by_hand(log, first, last)
    )
    week = first + timedelta(days=6)
    assert leg_days(found, first, week) == week_count(found, first).leg_days


@given(LOGS)
def test_direct_and_indirect_sets_are_all_sets_of_a_muscle(log: tuple[Workout, ...]) -> None:
    found = count_sets(columns_of(rows_of(log)), LOOKUP)

    def brought(direct: bool | None) -> float:
        return float(rows_behind(found, What.HARD, date.min, date.max, muscle="glutes", direct=direct)[1].sum())

    assert brought(True) == 0.0 and brought(False) == brought(None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3))))
def test_rows_are_ordered_by_the_first_column_then_by_the_next(rows: list[tuple[int, int]]) -> None:
    columns = [[float(row[at]) for row in rows] for at in (0, 1)]
    assert order_of(*columns) == sorted(range(len(rows)), key=rows.__getitem__)
