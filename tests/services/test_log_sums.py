"""The log as numbers, straight from the store: the same as the workouts that a person sees, whatever became of them."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import fields, replace
from datetime import date, time, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from done_workouts import AddWorkout
from helpers import MONDAY, TUESDAY, day, opened, somebody
from legwork.domain.log.columns import SetColumns, columns_of, rows_of
from legwork.domain.log.estimates import estimates_of
from legwork.domain.log.model import Workout
from legwork.domain.log.records import RecordKind, records_of
from legwork.domain.log.sums import What, rows_behind, week_count, weekly
from legwork.domain.log.workout_edits import with_sets
from legwork.domain.sites import Region
from legwork.services.catalogue import catalogue
from legwork.services.check_ins import RecordReadings
from legwork.services.exercise_history import pasts_of, times_of
from legwork.services.log_sums import counted_log, log_columns
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_from
from legwork.services.profile import Profile
from legwork.services.workouts import ChangeWorkout, sets_by_id, workouts_of
from log_strategies import LOGS
from workout_texts import add_workout, did, typed

LOOKUP = lookup_from(catalogue())


def as_rows(columns: SetColumns) -> list[tuple[object, ...]]:
    """What stands in the columns but for the ids, exercises by name; NaN as None."""
    names = [field.name for field in fields(columns) if field.name not in ("set_id", "workout_id", "exercises")]
    found = []
    for at in range(len(columns)):
        cells = []
        for name in names:
            value = getattr(columns, name)[at].item()
            cells.append(columns.exercises[value] if name == "exercise" else None if value != value else value)
        found.append(tuple(cells))
    return found


@settings(max_examples=25, deadline=None)
@given(LOGS, LOGS)
def test_they_are_those_of_the_workouts(log: tuple[Workout, ...], other: tuple[Workout, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = opened(Path(folder))
        ada, ben = somebody(profile), somebody(profile, "Ben")
        for one in log:
            profile.apply(AddWorkout(ada.id, one))
        for one in other:
            profile.apply(AddWorkout(ben.id, one))
        for one, after in zip(workouts_of(profile, ada.id), other, strict=False):
            profile.apply(ChangeWorkout(one.workout, replace(after, id=one.workout.id), "x"))
        shown = [one.workout for one in workouts_of(profile, ada.id)]
        assert as_rows(log_columns(profile, ada.id)) == as_rows(columns_of(rows_of(shown)))
        early, late = date(2024, 1, 8), date(2024, 1, 20)
        some = [one for one in shown if early <= one.day <= late]
        assert as_rows(log_columns(profile, ada.id, early, late)) == as_rows(columns_of(rows_of(some)))
        profile.close()


def test_nothing_logged_is_no_fault(profile: Profile, person: Person) -> None:
    counted = counted_log(profile, person, LOOKUP)
    assert (len(counted.columns), weekly(counted).starts, records_of(counted)) == (0, (), ())
    assert times_of(profile, person.id, ["squat"]) == {}


def test_a_week_adds_up_with_the_body_weight_of_its_day(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, body_weight="80"), day(TUESDAY, body_weight="90"))))
    add_workout(profile, person, MONDAY, did("squat", "w 60x8", "100x8@2", "100x8@6 RIR"), did("pull_up", "BWx10"))
    add_workout(profile, person, TUESDAY, did("pull_up", "+10x10", "-20x10"), did("split_squat", "L 20x10 / R 20x10"))
    count = week_count(counted_log(profile, person, LOOKUP), MONDAY)
    squats, pairs = 2 * 8 * 100, 2 * 10 * 40
    assert count.tonnage_kg[Region.LOWER] == pytest.approx(squats + pairs)
    assert count.tonnage_kg[Region.UPPER] == pytest.approx(80 * 10 + 100 * 10 + 70 * 10)
    assert (count.lower, count.upper) == (2.0, 3.0), "an easy set is not hard, and a pair is one"


def test_the_sets_behind_a_number_are_found(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("squat", "w 60x8", "100x8@2"), did("row", "60x8"))
    add_workout(profile, person, TUESDAY, did("leg_extension", "40x12"), title="Legs")
    counted = counted_log(profile, person, LOOKUP)
    rows, brought = rows_behind(counted, What.HARD, MONDAY, TUESDAY, muscle="quadriceps")
    sets = sets_by_id(profile, counted.columns.set_id[rows].tolist())
    assert [(one.day, one.title, one.exercise, one.done.reps) for one in sets] == [
        (MONDAY, "", "squat", 8),
        (TUESDAY, "Legs", "leg_extension", 12),
    ]
    assert brought.tolist() == [1.0, 1.0]


def test_a_workout_that_moves_moves_in_the_sums(profile: Profile, person: Person) -> None:
    later = add_workout(profile, person, MONDAY + timedelta(days=14), did("squat", "110x5@0"))
    add_workout(profile, person, MONDAY + timedelta(days=7), did("squat", "100x5@0"))
    [record] = [one for one in records_of(counted_log(profile, person, LOOKUP)) if one.kind is RecordKind.E1RM]
    assert record.workout_id == later.id
    profile.apply(ChangeWorkout(later, replace(later, day=MONDAY, start=None), "Day"))
    counted = counted_log(profile, person, LOOKUP)
    assert [one for one in records_of(counted) if one.kind is RecordKind.E1RM] == []
    assert estimates_of(counted).day.tolist() == [MONDAY.toordinal(), MONDAY.toordinal() + 7]
    assert np.allclose(weekly(counted).region_sets(Region.LOWER), [1.0, 1.0])


def test_the_times_of_an_exercise_stand_in_their_order_newest_last(profile: Profile, person: Person) -> None:
    third = add_workout(profile, person, TUESDAY, did("squat", "100x8"))
    add_workout(profile, person, MONDAY, did("squat", "90x8"), did("row", "60x8"), did("squat", "50x15"))
    add_workout(profile, person, MONDAY - timedelta(days=7), did("squat", "80x8"))
    add_workout(profile, person, TUESDAY, did("squat"))  # nothing was done of it
    add_workout(profile, somebody(profile, "Ben"), TUESDAY, did("squat", "140x8"))
    found = times_of(profile, person.id, ["squat", "leg_curl"])
    assert list(found) == ["squat"]
    assert [one.done.sets[0].load.value for one in found["squat"]] == [80.0, 90.0, 50.0, 100.0]
    assert found["squat"][-1].workout_id == third.id
    assert [one.day for one in times_of(profile, person.id, ["squat"], MONDAY, most=2)["squat"]] == [MONDAY, MONDAY]
    pasts = pasts_of(profile, found["squat"])
    assert [(one.day, one.done[0].reps, one.done[0].load_kg, one.asked) for one in pasts][-1] == (
        TUESDAY, 8, 100.0, None,
    )  # fmt: skip


def test_a_set_that_was_just_done_counts_at_once(profile: Profile, person: Person) -> None:
    done = add_workout(profile, person, MONDAY, did("squat", "100x8"), did("row", "60x8"))
    profile.apply(ChangeWorkout(done, with_sets(done, 0, 0, 0, typed("100x9")), "Set"))
    assert log_columns(profile, person.id).reps.tolist() == [9.0, 8.0, 8.0], "new rows come last in the store"
    add_workout(profile, person, MONDAY, did("row", "60x12"), start=time(7, 0))
    add_workout(profile, person, MONDAY, did("row", "60x11"), start=time(6, 0))
    assert log_columns(profile, person.id).reps.tolist() == [9.0, 8.0, 8.0, 11.0, 12.0], "by the clock within a day"


@pytest.mark.parametrize(
    "wrong",
    [
        "reps = -5",
        "reps = 1000000000000",
        "value = -20.0",
        "value = 9e999",
        "value = 1e300",
        "seconds = -30, reps = NULL",
        "rir = -1",
        "rir = 3.7",
        "position = -4",
        "position = 1000000000",
        "kind = 'giant', side = ''",
        "reps = NULL, seconds = NULL, value = NULL",
        "assisted = 1, value = NULL",
    ],
)
def test_a_row_that_somebody_else_spoilt_stops_no_count(profile: Profile, person: Person, wrong: str) -> None:
    """What another program wrote into the file, or a damaged disk: the other sets count as ever."""
    done = add_workout(profile, person, MONDAY, did("squat", "100x8", "100x8"), did("pull_up", "BWx8", "-20x8"))
    add_workout(profile, person, TUESDAY, did("squat", "100x5"))
    with closing(sqlite3.connect(profile.paths.database)) as connection:
        connection.execute(f"UPDATE workout_set SET {wrong} WHERE id IN (1, 3)")
        connection.commit()
    counted = counted_log(profile, person, LOOKUP)
    assert counted.columns.set_id.tolist() == [1, 2, 3, 4, 5] or "position" in wrong
    sums = weekly(counted)
    for numbers in (sums.sets, sums.hard, sums.tonnage_kg, sums.unknown):
        assert np.all(np.isfinite(numbers)) and np.all(numbers >= 0)
    assert rows_behind(counted, What.TONNAGE, TUESDAY, TUESDAY)[1].tolist() == [500.0]
    assert records_of(counted) is not None and len(estimates_of(counted).kg) >= 1
    assert len(list(workouts_of(profile, person.id)[0].workout.sets)) == len(list(done.sets))
    assert set(times_of(profile, person.id, ["squat", "pull_up"])) == {"squat", "pull_up"}
