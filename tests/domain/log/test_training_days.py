"""What a day's training was: legs, upper body, both or something else, and how strongly it is drawn."""

from __future__ import annotations

from datetime import date

import pytest

from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import count_sets
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.log.training_days import NOTHING, Trained, added, counted_workouts, tone, trained
from legwork.domain.plan.counting import Lookup
from legwork.domain.sites import Region
from legwork.domain.units import Quantity

LOOKUP = Lookup(regions={"squat": Region.LOWER, "bench": Region.UPPER, "crunch": Region.TRUNK}, hard_rir=3)


def sets(number: int, kg: float = 0, rir: float | None = None) -> tuple[LoggedSet, ...]:
    load = Quantity(kg, "kg", f"{kg:g}") if kg else None
    return (LoggedSet(reps=10, load=load, rir=rir),) * number


def workout(number: int, **exercises: tuple[LoggedSet, ...]) -> Workout:
    done = tuple(LoggedExercise(key, each) for key, each in exercises.items())
    return Workout(number, date(2025, 1, 6), exercises=done)


@pytest.mark.parametrize(
    ("lower", "upper", "whole", "called"),
    [
        (3, 0, 3, Trained.LEGS),
        (15, 2, 17, Trained.LEGS),
        (2.5, 12, 14.5, Trained.UPPER),
        (3, 3, 6, Trained.BOTH),
        (2, 1, 3, Trained.LEGS),
        (2, 2, 4, Trained.BOTH),
        (0, 1, 1, Trained.UPPER),
        (1, 0, 9, Trained.OTHER),
        (0, 0, 4, Trained.OTHER),
        (0, 0, 0, Trained.OTHER),
    ],
)
def test_what_a_day_was(lower: float, upper: float, whole: float, called: Trained) -> None:
    assert trained(lower, upper, whole) is called


def test_tones() -> None:
    assert [tone(hard) for hard in (0, 0.5, 6, 7, 12.5, 13, 18, 19, 60)] == [0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_workouts_are_counted_each() -> None:
    warm = (LoggedSet(LoggedKind.WARM_UP, reps=5, load=Quantity(40, "kg", "40")),)
    log = [
        workout(7, squat=warm + sets(3, 100), crunch=sets(2)),
        workout(3, bench=sets(4, 60, rir=5), squat=sets(1, 100, rir=1)),
    ]
    found = counted_workouts(count_sets(columns_of(rows_of(log)), LOOKUP))
    assert set(found) == {3, 7}
    legs, press = found[7], found[3]
    assert (legs.sets, legs.hard, legs.lower, legs.upper) == (5, 5, 3, 0)
    assert (legs.tonnage_kg, legs.unknown) == (3000, 2), "3 x 10 x 100 kg; the load of a crunch is not known"
    assert (press.sets, press.hard, press.lower, press.sets_upper) == (5, 1, 1, 4)
    assert (legs.trained, press.trained) == (Trained.LEGS, Trained.LEGS), "only one set of it was hard, and for legs"
    both = added([legs, press])
    assert (both.sets, both.hard, both.tonnage_kg) == (10, 6, 3000 + 2400 + 1000)


def test_a_workout_without_a_hard_set_goes_by_its_sets() -> None:
    [easy] = counted_workouts(count_sets(columns_of(rows_of([workout(1, bench=sets(4, 40, rir=8))])), LOOKUP)).values()
    assert (easy.hard, easy.trained, tone(easy.hard)) == (0, Trained.UPPER, 0)
    assert counted_workouts(count_sets(columns_of([]), LOOKUP)) == {} and NOTHING.trained is Trained.OTHER
