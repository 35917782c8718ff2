"""Liftosaur's history: what was done beside what was required, and units row by row."""

from __future__ import annotations

from datetime import date

from legwork.domain.log.sets import LoggedKind
from legwork.formats.recognise import recognise
from legwork.formats.training_records import TrainingTable

TODAY = date(2026, 11, 26)
NEW = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,"
    "Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,"
    "Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes\n"
    '2026-03-01T12:00:00.000Z,Mine,Day 1,"Squat, Barbell",1,5,5,0,,,0,95,lb,95,lb,0,,,,\n'
    '2026-03-01T12:00:00.000Z,Mine,Day 1,"Squat, Barbell",0,5,6,0,8,8.5,1,225,lb,230,lb,0,2026-03-01T12:05:00Z,,,deep\n'
    '2026-03-01T12:00:00.000Z,Mine,Day 1,"Squat, Barbell",0,5,,0,,,0,225,lb,,,0,,,,\n'
    '2026-03-01T12:00:00.000Z,Mine,Day 1,"Leg Curl, Leverage Machine",0,10,10,0,,,0,40,kg,40,kg,0,,,,\n'
)
OLD = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,RPE,Is AMRAP?,Weight Value,"
    "Weight Unit,Completed Reps Time,Target Muscles,Synergist Muscles,Notes\n"
    '2024-03-01T12:00:00.000Z,Mine,Day 2,"Deadlift, Barbell",0,5,5,,0,140,kg,,,,\n'
)


def read(text: str) -> TrainingTable:
    found = recognise(text.encode(), TODAY)
    assert isinstance(found, TrainingTable)
    return found


def test_what_was_done_counts_and_not_what_was_required() -> None:
    table = read(NEW)
    [workout] = table.workouts
    assert (table.source, workout.title) == ("liftosaur", "Day 1")
    squat, curl = workout.exercises
    warm_up, work = squat.sets
    assert warm_up.kind is LoggedKind.WARM_UP
    assert work.load is not None and (work.reps, work.load.entered, work.load.unit, work.rir) == (6, "230", "lb", 1.5)
    assert squat.note == "deep"
    [curled] = curl.sets
    assert curled.load is not None and curled.load.unit == "kg", "the unit is that of its own row"


def test_a_set_that_was_only_planned_is_told_and_is_no_set() -> None:
    table = read(NEW)
    assert table.set_count == 3
    assert [(one.line, one.reason) for one in table.skipped] == [(4, "Planned, but no set was done.")]


def test_the_older_layout_has_one_pair_of_columns_for_the_load() -> None:
    [workout] = read(OLD).workouts
    [one] = workout.exercises[0].sets
    assert one.load is not None and (one.load.value, one.reps, one.rir) == (140.0, 5, None)
