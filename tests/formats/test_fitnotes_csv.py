"""FitNotes' table of workouts: every quirk in a small file beside what must come out of it."""

from __future__ import annotations

import pytest

from legwork.formats.fitnotes_csv import matches
from training_files import doubts, plan_of, read, told

HEADER = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
KEPT_NOT = (1, "Category", "Legwork keeps no values of this kind.")


def test_one_workout_a_day_without_an_hour() -> None:
    table = read(
        HEADER
        + "2023-11-21,Pull Up,Back,0.0,kgs,8,,,\n"
        + "2023-11-21,Barbell Squat,Legs,60.5,kgs,10,,,\n"
        + "2023-11-21,Pull Up,Back,10.0,kgs,6,,,\n"  # in turns
        + "2023-11-22,Running (Treadmill),Cardio,,,,1.23,mi,0:09:21\n"
        + "2023-11-22,Plank,Abs,0.0,kgs,0,,,0:01:30\n"
        + "2023-11-22,Barbell Squat,Legs,135,lbs,0,,,\n"
    )
    assert (table.source, table.format_name, table.unit_asked) == ("fitnotes", "FitNotes workouts", False)
    assert plan_of(table) == [
        ("2023-11-21", "", [("Pull Up", ["x8", "10kg x6"]), ("Barbell Squat", ["60.5kg x10"])]),
        ("2023-11-22", "", [
            ("Running (Treadmill)", ["561s 1979.49m"]), ("Plank", ["90s"]), ("Barbell Squat", ["135lb x0"]),
        ]),
    ]  # fmt: skip
    assert not table.workouts[0].has_time and table.workouts[0].minutes is None
    assert told(table) == [KEPT_NOT]
    assert doubts(table) == [(7, "2023-11-22, Barbell Squat: 0")]


@pytest.mark.parametrize(
    ("header", "cells", "unit"),
    [
        ("Weight (lbs)", "135.0", "lb"),
        ("Weight (kgs)", "61.2", "kg"),
        ("Weight (kg),Weight (lbs)", "70.00,154.32", "kg"),
        ("Weight (kg),Weight (lbs)", "102.06,225.00", "lb"),
        ("Weight (kg),Weight (lbs)", ",135", "lb"),
    ],
)
def test_the_unit_may_stand_in_the_header(header: str, cells: str, unit: str) -> None:
    table = read(
        f"Date,Exercise,Category,{header},Reps,Distance,Distance Unit,Time,Notes,Kind\n"
        f"2020-01-13,Bench Press,Chest,{cells},5,,,,slow,wr\n"
    )
    load = table.workouts[0].exercises[0].sets[0].load
    assert load is not None and load.unit == unit
    assert table.workouts[0].exercises[0].sets[0].note == "slow"
    assert not table.unit_asked


def test_a_weight_without_end_is_no_fault() -> None:
    table = read(
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time\n"
        f"2020-01-13,Bench Press,Chest,{'9' * 400},135,5,,,\n"
    )
    load = table.workouts[0].exercises[0].sets[0].load
    assert load is not None and (load.entered, load.unit) == ("135", "lb")


def test_a_weight_without_a_unit_is_asked_about() -> None:
    header = "Date,Exercise,Category,Weight,Reps,Distance,Distance Unit,Time\n"
    rows = "".join(f"2020-01-13,Bench Press,Chest,{load},5,,,\n" for load in (95, 135, 155, 185, 205))
    table = read(header + rows)
    assert (table.unit, table.unit_asked) == ("lb", True)


def test_commas_in_names_are_put_back() -> None:
    table = read(
        HEADER
        + "2020-01-13,Curl, seated, slow,Biceps,20.0,kgs,8,,,\n"
        + "2020-01-13,Squat, deep,Legs,60.0,kgs,5,,,\n"
        + "2020-01-13,Run, easy,Cardio,,,,5,km,0:30:00\n"
    )
    assert plan_of(table)[0][2] == [
        ("Curl, seated, slow", ["20kg x8"]),
        ("Squat, deep", ["60kg x5"]),
        ("Run, easy", ["1800s 5000m"]),
    ]
    assert told(table) == [KEPT_NOT]


def test_commas_in_comments_are_put_back_too() -> None:
    table = read(
        HEADER.strip() + ",Comment\n"
        "2020-01-13,Squat,Legs,60.0,kgs,5,,,,good, but slow\n"
        "2020-01-13,Squat, deep,Legs,60.0,kgs,5,,,,\n"
        "2020-01-13,Squat, deep,Legs,60.0,kgs,6,,,,good, but slow\n"
    )
    assert plan_of(table)[0][2] == [
        ("Squat", ["60kg x5 “good, but slow”"]),
        ("Squat, deep", ["60kg x5", "60kg x6 “good, but slow”"]),
    ]


def test_a_file_with_everything_twice_gives_it_once() -> None:
    rows = "".join(f"2020-01-{day},Squat,Legs,60.0,kgs,{reps},,,\n" for day in (13, 14) for reps in (5, 5, 4))
    once, twice = read(HEADER + rows), read(HEADER + rows + rows)
    assert once.workouts == twice.workouts
    assert once.set_count == 6
    assert [reason for _, _, reason in told(twice)[1:]] == ["This row is repeated: the same one stands further up."] * 6


def test_rows_that_cannot_be_repaired_are_told() -> None:
    table = read(
        HEADER
        + "2020-01-13,Squat,Legs,60.0,kgs,5,,,,x,y\n"
        + "2020-01-13,,Legs,60.0,kgs,5,,,\n"
        + "2020-01-13,Squat,Legs,60.0,bananas,5,,,\n"
        + "2020-01-13,Squat,Legs,,kgs,,,,\n"
        + "2020-01-13,Squat,Legs,60.0,kgs,5,,,soon\n"
        + "2020-01-13,Squat,Legs,60.0,k"
    )
    assert table.workouts == ()
    assert [(line, reason) for line, _, reason in told(table)[1:]] == [
        (2, "This row has more values than there are columns, so it is not clear which is which."),
        (3, "There is no exercise."),
        (4, "The load has a unit that is neither kg nor lb."),
        (5, "Nothing was entered in this set."),
        (6, "The time is not one that can be read."),
        (7, "The file ends in the middle of this row."),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Date,Time,Measurement,Value,Unit",
        "Date,Exercise,Category,Weight,Reps,IsWarmup,Status",
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps",
        "Date,Exercise,Reps,Weight",
    ],
)
def test_other_tables_are_not_taken_for_it(header: str) -> None:
    assert not matches(header.split(","))
