"""Fitbod's sets: kilograms, padded numbers, and workouts told apart by the time between their sets."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from legwork.domain.log.sets import LoggedKind
from legwork.formats.parts import UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.training_records import LeftColumn, TrainingTable

TODAY = date(2026, 11, 26)
HEADER = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n"
ROWS = (
    "2026-09-05 10:12:33 +0100,Barbell Back Squat, 10, 60.0,0.0,0.0,0.0,0.0,true,,1.0\n"
    "2026-09-05 10:16:33 +0100,Barbell Back Squat, 8, 22.679618,0.0,0.0,0.0,0.0,false,few in reserve,1.0\n"
    "2026-09-05 10:27:00 +0100,Plank,0,0,45,0,0,0,false,,1\n"
    "2026-09-05 17:27:00 +0100,Pull Up,6,0,0,0,0,0,false,,1\n"
)


def read(text: str) -> TrainingTable:
    found = recognise(text.encode(), TODAY)
    assert isinstance(found, TrainingTable)
    return found


def test_two_visits_to_the_gym_on_one_day_stay_two() -> None:
    table = read(HEADER + ROWS)
    assert (table.source, table.unit_asked) == ("fitbod", False)
    assert [one.start for one in table.workouts] == [datetime(2026, 9, 5, 10, 12, 33), datetime(2026, 9, 5, 17, 27)]
    morning, evening = table.workouts
    squat, plank = morning.exercises
    warm_up, work = squat.sets
    assert (warm_up.kind, warm_up.reps, warm_up.load and warm_up.load.value) == (LoggedKind.WARM_UP, 10, 60.0)
    assert work.load is not None and (work.kind, work.reps, work.note) == (LoggedKind.NORMAL, 8, "few in reserve")
    assert work.load.value == 22.679618
    [held] = plank.sets
    assert (held.reps, held.seconds, held.load) == (None, 45, None)
    [pull] = evening.exercises[0].sets
    assert (pull.reps, pull.load) == (6, None), "no load is body weight"


def test_a_file_with_the_newest_row_first_begins_at_the_earliest() -> None:
    rows = ROWS.splitlines(keepends=True)
    table = read(HEADER + "".join(reversed(rows)))
    assert [one.start for one in table.workouts] == [datetime(2026, 9, 5, 10, 12, 33), datetime(2026, 9, 5, 17, 27)]


def test_pounds_are_read_where_the_header_says_so() -> None:
    table = read(HEADER.replace("(kg)", "(lbs)") + "2024-07-05 06:00:00 +0000,Goblet Squat,10,45,0,0,0,0,False,,1\n")
    [one] = table.workouts[0].exercises[0].sets
    assert one.load is not None and (one.load.unit, one.load.entered) == ("lb", "45")


def test_miles_are_read_where_the_header_says_so() -> None:
    header = HEADER.replace("(kg)", "(lbs)").replace("Distance(m)", "Distance(mi)")
    table = read(header + "2024-07-05 06:00:00 +0000,Running,0,0,1500,3.1,0,0,false,,1\n")
    [one] = table.workouts[0].exercises[0].sets
    assert (one.seconds, one.distance_m) == (1500, 4988.966)


def test_what_is_not_kept_is_told() -> None:
    table = read(
        HEADER + ROWS + "yesterday,Curl,8,10,0,0,0,0,false,,1\n2026-09-06 10:00:00 +0100,,8,10,0,0,0,0,false,,1\n"
    )
    assert [one.text for one in table.skipped if isinstance(one, LeftColumn)] == ["Incline", "Resistance"]
    assert [one.line for one in table.skipped if not isinstance(one, LeftColumn)] == [6, 7]


@pytest.mark.parametrize(
    "header",
    ["Date,Exercise,Reps,Weight,WeightUnit,IsWarmup", "Date,Exercise,Reps,Weight,Note,IsWarmup",
     "Date,Exercise,Reps,Weight(kg),Unit,isWarmup,multiplier"],
)  # fmt: skip
def test_a_table_that_may_be_in_pounds_is_left_to_the_person(header: str) -> None:
    found = recognise(f"{header}\n2024-03-04,Squat,5,225,lb,false\n".encode(), TODAY)
    assert isinstance(found, UnknownTable)
