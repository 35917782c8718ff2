"""MacroFactor's workouts: sets from its CSV and from a sheet of its workbook, with reps in reserve."""

from __future__ import annotations

from datetime import date

import pytest

from health_files import workbook
from legwork.domain.log.sets import LoggedKind
from legwork.formats.parts import Several, UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.training_records import LeftColumn, TrainingTable
from training_files import plan_of, told

TODAY = date(2026, 11, 26)
HEADER = (
    "Date,Workout Duration,Workout,Exercise,Exercise Base Weight (lbs),Set Type,Weight (lbs),Reps,RIR,Duration,"
    "Distance short (Yd),Distance long (Mi)\n"
)
ROWS = (
    "2026-02-20,3300,Push A,Machine Chest Press,55,Warm-Up Set,95,10,,,,\n"
    "2026-02-20,3300,Push A,Machine Chest Press,55,Standard Set,137.5,8,2,,,\n"
    "2026-02-20,3300,Push A,Machine Chest Press,55,Standard Set,137.5,7,0,,,\n"
    "2026-02-20,3300,Push A,Pull-Up,,Standard Set,,6,1,,,\n"
    "2026-02-20,1200,Push A,Farmer's Walk,,Standard Set,70,,,,40,\n"
    "2026-02-21,,Run,Treadmill,,Standard Set,,,,1500,,3.1\n"
)


def read(text: str) -> TrainingTable:
    found = recognise(text.encode(), TODAY)
    assert isinstance(found, TrainingTable)
    return found


def test_a_row_is_a_set_and_a_day_can_have_two_workouts() -> None:
    table = read(HEADER + ROWS)
    assert (table.source, table.unit_asked) == ("macrofactor", False)
    assert plan_of(table) == [
        ("2026-02-20", "Push A", [("Machine Chest Press", ["warm_up 95lb x10", "137.5lb x8 rir 2", "137.5lb x7 rir 0"]),
                                  ("Pull-Up", ["x6 rir 1"])]),
        ("2026-02-20", "Push A", [("Farmer's Walk", ["70lb 36.576m"])]),
        ("2026-02-21", "Run", [("Treadmill", ["1500s 4988.97m"])]),
    ]  # fmt: skip
    assert [one.minutes for one in table.workouts] == [55, 20, None]
    assert [one.has_time for one in table.workouts] == [False] * 3


def test_that_the_weight_of_the_machine_is_left_is_told() -> None:
    [left] = [one for one in read(HEADER + ROWS).skipped if isinstance(one, LeftColumn)]
    assert left.text == "Exercise Base Weight (lbs)"
    assert left.reason == "Loads are taken as they stand: what the machine itself weighs is not added."


def test_a_workbook_with_workouts_and_weights_has_two_parts() -> None:
    found = recognise(workbook({
        "Workouts": [
            ["Date", "Workout Duration", "Workout", "Exercise", "Set Type", "Weight (kg)", "Reps", "RIR"],
            [date(2026, 1, 5), 3000, "Legs", "Squat (Barbell)", "Standard Set", 102.5, 8, 2],
            [46028, 3000, "Legs", "Squat (Barbell)", "Standard Set", 105, 8, 2],
        ],
        "Scale Weight": [["Date", "Weight (kg)", "Fat Percent"], [date(2026, 1, 5), 80.4, 18]],
    }), TODAY)  # fmt: skip
    assert isinstance(found, Several)
    assert [one.name for one in found.parts] == ["MacroFactor", "Workouts"]
    log = found.parts[1].found
    assert isinstance(log, TrainingTable)
    assert plan_of(log) == [
        ("2026-01-05", "Legs", [("Squat (Barbell)", ["102.5kg x8 rir 2"])]),
        ("2026-01-06", "Legs", [("Squat (Barbell)", ["105kg x8 rir 2"])]),
    ]


def test_what_cannot_be_read_is_told_and_the_set_is_taken() -> None:
    table = read(
        HEADER + "2026-02-20,3300,Push A,Dip,,Giant Set,10,8,lots,,,\n2026-02-20,3300,Push A,,,Standard Set,10,8,1,,,\n"
        "soon,3300,Push A,Dip,,Standard Set,10,8,1,,,\n"
    )
    [workout] = table.workouts
    [one] = workout.exercises[0].sets
    assert (one.kind, one.reps, one.rir) == (LoggedKind.NORMAL, 8, None)
    assert [text for line, text, _ in told(table) if line > 1] == [
        "2026-02-20, Dip: Giant Set",
        "2026-02-20, Dip: RIR lots",
        "2026-02-20, 3300, Push A, , , Standard Set, 10, 8, 1, , ,",
        "soon, Dip: 10 lb × 8",
    ]


@pytest.mark.parametrize(
    "header",
    ["Date,Workout,Exercise,Set,Set Type,Weight (kg),Reps", "Date,Workout Duration,Exercise,Set,Reps,Weight"],
)
def test_tables_of_other_programs_are_left_to_the_person(header: str) -> None:
    found = recognise(f"{header}\n2026-03-04,Legs,Squat,1,1,100,5\n".encode(), TODAY)
    assert isinstance(found, UnknownTable)
