"""Hevy's list of workouts: every layout and quirk in a small file beside what must come out of it."""

from __future__ import annotations

import pytest

from legwork.formats.hevy_workouts import matches
from training_files import doubts, plan_of, read, told

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_{w}","reps","distance_{d}","duration_seconds","rpe"\n'
)
KG = HEADER.format(w="kg", d="km")


def row(
    title: str = "Legs", start: str = "15 Sep 2025, 07:48", end: str = "15 Sep 2025, 09:13", about: str = "",
    exercise: str = "Squat (Barbell)", group: object = "", note: str = "", index: object = 0, kind: str = "normal",
    load: object = 100, reps: object = 5, far: object = "", seconds: object = "", rpe: object = "",
) -> str:  # fmt: skip
    cells = (title, start, end, about, exercise, group, note, index, kind, load, reps, far, seconds, rpe)
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def test_kinds_efforts_groups_and_notes() -> None:
    table = read(
        KG
        + row(index=0, kind="warmup", load=60, reps=8, rpe=6, note="Low\\nand slow", about="With Ada\nand Ben")
        + row(index=1, rpe="9.5", note="Low\\nand slow", about="With Ada\nand Ben")
        + row(index=2, kind="dropset", load="61.234966995")
        + row(index=3, kind="failure", reps=3)
        + row(exercise="Leg Curl", group=0, load=40)
        + row(exercise="Calf Raise", group=0, load=50)
        + row(exercise="Plank", load="", reps=0, seconds=90)
        + row(exercise="Running", load="", reps="", far="2.5", seconds=600)
    )
    assert (table.source, table.unit_asked, table.unit) == ("hevy", False, None)
    assert plan_of(table) == [
        ("2025-09-15 07:48", "Legs", [
            ("Squat (Barbell)", [
                "warm_up 60kg x8 rir 4", "100kg x5 rir 0.5", "drop 61.234967kg x5", "failure 100kg x3",
            ]),
            ("Leg Curl", ["40kg x5"]),
            ("Calf Raise", ["50kg x5"]),
            ("Plank", ["90s"]),
            ("Running", ["600s 2500m"]),
        ])
    ]  # fmt: skip
    workout = table.workouts[0]
    assert (workout.minutes, workout.note) == (85, "With Ada\nand Ben")
    assert [exercise.group for exercise in workout.exercises] == [None, 1, 1, None, None]
    assert workout.exercises[0].note == "Low\nand slow"
    assert table.skipped == table.suspects == ()


def test_pounds_with_kilometres_and_kilograms_with_miles() -> None:
    table = read(HEADER.format(w="lbs", d="km") + row(load=225, far=1))
    assert plan_of(table)[0][2] == [("Squat (Barbell)", ["225lb x5 1000m"])]
    table = read(HEADER.format(w="kg", d="miles") + row(load=100, far=1))
    assert plan_of(table)[0][2] == [("Squat (Barbell)", ["100kg x5 1609.34m"])]


def test_the_layout_of_2023_has_no_supersets() -> None:
    header = (
        "title,start_time,end_time,description,exercise_title,exercise_notes,set_index,set_type,weight_lbs,reps,"
        "distance_miles,duration_seconds,rpe\n"
    )
    table = read(header + 'Guy,"22 Jul 2023, 07:22","23 Jul 2023, 18:14",,21s Bicep Curl,,0,normal,8,8,,,\n')
    assert plan_of(table) == [("2023-07-22 07:22", "Guy", [("21s Bicep Curl", ["8lb x8"])])]
    assert table.workouts[0].minutes == 34 * 60 + 52
    assert doubts(table) == [(2, "22 Jul 2023, 07:22: 35 h")]


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("5 Mai 2026, 18:02", "2026-05-05 18:02"),
        ("11 Nis 2026, 08:15", "2026-04-11 08:15"),
        ("Jun 11, 2026, 1:01 PM", "2026-06-11 13:01"),
        ("Jun 11, 2026, 12:01 AM", "2026-06-11 00:01"),
        ("14 févr. 2025, 9:05", "2025-02-14 09:05"),
        ("2026-01-01T22:30:00Z", "2026-01-02 01:30"),
        ("2026-01-01T22:30:00+01:00", "2026-01-01 22:30"),
        ("2026-01-01 22:30:00 UTC", "2026-01-02 01:30"),
    ],
)
def test_months_in_many_languages_and_universal_time(start: str, said: str) -> None:
    assert [found for found, _, _ in plan_of(read(KG + row(start=start, end="")))] == [said]


def test_the_newest_workout_stands_first_in_the_file_and_last_here() -> None:
    table = read(
        KG
        + row(start="15 Sep 2025, 18:00", exercise="Press", load=40)
        + row(start="15 Sep 2025, 07:00", exercise="Squat", index=0)
        + row(start="15 Sep 2025, 07:00", exercise="Squat", index=1)
        + row(start="15 Sep 2025, 07:00", exercise="Squat", index=0, load=80)  # the exercise once more
        + row(start="13 Sep 2025, 07:00", exercise="Row", load=50)
    )
    assert plan_of(table) == [
        ("2025-09-13 07:00", "Legs", [("Row", ["50kg x5"])]),
        ("2025-09-15 07:00", "Legs", [("Squat", ["100kg x5", "100kg x5"]), ("Squat", ["80kg x5"])]),
        ("2025-09-15 18:00", "Legs", [("Press", ["40kg x5"])]),
    ]


def test_names_of_exercises_stay_as_they_are_written() -> None:
    table = read(KG + row(exercise="Agachamento Livre (Barra)") + row(exercise="Barfiks (Destekli)", load=20))
    assert plan_of(table)[0][2] == [
        ("Agachamento Livre (Barra)", ["100kg x5"]), ("Barfiks (Destekli)", ["help 20kg x5"]),
    ]  # fmt: skip


def test_what_is_odd_or_missing() -> None:
    table = read(
        KG
        + row(index=0, reps="")
        + row(index=1, reps=0)
        + row(index=2, kind="partial")
        + row(start="14 Sep 2025, 10:00", end="14 Sep 2025, 09:00")  # the clock jumped back
        + row(exercise="")
        + row(load="", reps="", start="13 Sep 2025, 10:00")
        + row(start="15 Apr 202")
    )
    assert [(start, [records for _, records in exercises]) for start, _, exercises in plan_of(table)] == [
        ("2025-09-14 10:00", [["100kg x5"]]),
        ("2025-09-15 07:48", [["100kg x0", "100kg x5"]]),
    ]
    assert table.workouts[0].minutes is None
    assert [(line, reason) for line, _, reason in told(table)] == [
        (2, "There is a load, but there are neither reps nor seconds."),
        (4, "Legwork does not know this kind of set: it is taken as an ordinary one."),
        (5, "The workout ends before it begins, so its length is not known."),
        (6, "There is no exercise."),
        (7, "Nothing was entered in this set."),
        (8, "The date cannot be read."),
    ]
    assert doubts(table) == [(3, "15 Sep 2025, 07:48, Squat (Barbell): 0")]


def test_columns_that_are_new_are_told() -> None:
    table = read(KG.replace('"rpe"', '"rpe","mood"') + row().strip() + ',"fine"\n')
    assert told(table) == [(1, "mood", "Legwork keeps no values of this kind.")]
    assert table.set_count == 1


@pytest.mark.parametrize(
    "header", ["date,weight_kg,fat_percent", "title,start_time,weight_kg", "Date,Workout Name,Reps"]
)
def test_other_tables_are_not_taken_for_it(header: str) -> None:
    assert not matches(header.split(","))
