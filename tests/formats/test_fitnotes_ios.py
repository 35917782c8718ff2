"""Fit Notes for the iPhone: decimal commas in quotes, UTC, and planned sets beside done ones."""

from __future__ import annotations

from training_files import plan_of, read, told

HEADER = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,"
    "Categories,Note\n"
)
SHORT = "Name,StartTime,Exercise,Reps,Weight,IsWarmup,Status\n"
START = 'Legs,2025-02-23T22:13:53Z,2025-02-23T23:08:47Z,"94,0",'


def test_decimal_commas_utc_and_equipment() -> None:
    table = read(
        HEADER
        + START + 'Squat,Barbell,5,"20,0",,,Done,true,,,"Quadriceps,Glutes",\n'
        + START + 'Squat,Barbell,8,"82,5",,,Done,false,"8,5",,"Quadriceps,Glutes",deep\n'
        + START + 'Hyperextension,None,12,"0,0",,,Done,false,,2,"Back",\n',
        unit="kg",
    )  # fmt: skip
    assert (table.source, table.unit, table.unit_asked) == ("fitnotes_ios", "kg", True)
    assert plan_of(table) == [
        (
            "2025-02-24 01:13",
            "Legs",
            [("Squat (Barbell)", ["warm_up 20kg x5", "82.5kg x8 rir 1.5"]), ("Hyperextension", ["x12 rir 2"])],
        )
    ], "22:13 in UTC is the next day three hours further east"
    [workout] = table.workouts
    assert (workout.minutes, workout.exercises[0].note) == (55, "deep")
    [(line, column, reason)] = told(table)
    assert (line, column) == (1, "BodyWeight")
    assert "no weighing of that day" in reason


def test_a_set_that_was_not_begun_is_told_and_a_failed_one_counts() -> None:
    table = read(
        SHORT
        + 'Push,2026-06-01T12:00:00Z,"Drücken, eng",5,"17,5",false,Done\n'
        + 'Push,2026-06-01T12:00:00Z,"Drücken, eng",3,20,false,Failed\n'
        + 'Push,2026-06-01T12:00:00Z,"Drücken, eng",5,20,false,NotStarted\n'
        + "Pull,2026-06-02T12:00:00Z,Row,5,40,false,NotStarted\n",
        unit="kg",
    )
    assert plan_of(table) == [("2026-06-01 15:00", "Push", [("Drücken, eng", ["17.5kg x5", "failure 20kg x3"])])]
    assert told(table) == [
        (4, "2026-06-01T12:00:00Z, Drücken, eng", "Planned, but no set was done."),
        (5, "2026-06-02T12:00:00Z, Row", "Planned, but no set was done."),
    ]


def test_a_hold_has_seconds_and_no_rep() -> None:
    table = read(HEADER + START + 'Plank,Bodyweight,1,"0,0",00:01:30,,Done,false,,,"Core",\n')
    assert plan_of(table)[0][2] == [("Plank", ["90s"])]


def test_reps_in_reserve_that_nobody_filled_in_say_nothing() -> None:
    rows = [START + f'Squat,Barbell,8,"80,0",,,Done,false,,{rir},,\n' for rir in ("0", "0")]
    assert plan_of(read(HEADER + "".join(rows), unit="kg"))[0][2] == [("Squat (Barbell)", ["80kg x8", "80kg x8"])]
    rows.append(START + 'Squat,Barbell,8,"80,0",,,Done,false,,3,,\n')
    assert plan_of(read(HEADER + "".join(rows), unit="kg"))[0][2] == [
        ("Squat (Barbell)", ["80kg x8 rir 0", "80kg x8 rir 0", "80kg x8 rir 3"])
    ]


def test_two_workouts_of_one_day_stay_two() -> None:
    table = read(
        SHORT
        + "Push,2026-06-01T06:00:00Z,Bench Press,5,60,false,Done\n"
        + "Pull,2026-06-01T15:00:00Z,Row,5,40,false,Done\n",
        unit="kg",
    )
    assert [(start, title) for start, title, _ in plan_of(table)] == [
        ("2026-06-01 09:00", "Push"),
        ("2026-06-01 18:00", "Pull"),
    ]
