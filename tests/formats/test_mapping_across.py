"""Tables whose days stand side by side, one column for each."""

from __future__ import annotations

import pytest

from legwork.formats.mapping import Purpose, as_text, from_text
from legwork.formats.mapping_across import across_key, across_row, exercises_row, turned_rows
from legwork.formats.mapping_guess import guess, rows_in
from legwork.formats.training_records import TrainingTable
from mapping_tables import columns_of, guessed, lines, read, reasons, sets

SIZES = (
    "My sizes,,,\nMeasurement,4 Mar 2025,11 Mar 2025,18 Mar 2025\n"
    "Weight (kg),82.4,82.1,82\nLeft thigh,57.5,,57.8\nWaist,88,87.5,87\n"
)
LOG = 'Exercise,3 Mar 2025,6 Mar 2025\nBack Squat,3x8 @ 100kg,"100x8, 100x9"\nLeg Curl,2x12 @ 40kg,\nPlank,60 s,1:15\n'


def test_each_value_finds_its_day() -> None:
    found = guessed(SIZES).mapping
    assert (found.purpose, found.header, found.across) == (Purpose.READINGS, 2, True)
    assert columns_of(found) == ["name", "day", "value cm"]
    came = read(SIZES, found)
    assert lines(came) == [  # type: ignore[arg-type]
        ("2025-03-04", "body_weight", "82.4 kg"),
        ("2025-03-11", "body_weight", "82.1 kg"),
        ("2025-03-18", "body_weight", "82 kg"),
        ("2025-03-04", "mid_thigh:left", "57.5 cm"),
        ("2025-03-18", "mid_thigh:left", "57.8 cm"),
        ("2025-03-04", "waist", "88 cm"),
        ("2025-03-11", "waist", "87.5 cm"),
        ("2025-03-18", "waist", "87 cm"),
    ]
    assert reasons(came) == [(1, "It stands above the names of the columns.")]


def test_sets_find_their_day_too() -> None:
    found = guessed(LOG).mapping
    assert (found.purpose, columns_of(found)) == (Purpose.SETS, ["exercise", "day", "reps"])
    came = read(LOG, found)
    assert sets(came)[:5] == [  # type: ignore[arg-type]
        ("2025-03-03", "Back Squat", "100 kg x 8"),
        ("2025-03-03", "Back Squat", "100 kg x 8"),
        ("2025-03-03", "Back Squat", "100 kg x 8"),
        ("2025-03-03", "Leg Curl", "40 kg x 12"),
        ("2025-03-03", "Leg Curl", "40 kg x 12"),
    ]
    assert [one.seconds for one in came.workouts[1].exercises[-1].sets] == [75]  # type: ignore[union-attr]


def test_loads_below_the_days_stand_beside_the_reps_of_their_row() -> None:
    table = "Übung;Wdh.;03.03.2025;06.03.2025\nKniebeuge;8;100;102,5\nBeinbeuger;12;40;\n"
    found = guessed(table).mapping
    assert columns_of(found) == ["exercise", "reps", "day", "load"]
    assert sets(read(table, found)) == [  # type: ignore[arg-type]
        ("2025-03-03", "Kniebeuge", "100 kg x 8"),
        ("2025-03-03", "Beinbeuger", "40 kg x 12"),
        ("2025-03-06", "Kniebeuge", "102.5 kg x 8"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "2025-03-04,38\n2025-03-05,38\n",
        "Squat,100,5,2025-03-04\nLeg Curl,40,12,2025-03-06\n",
        "Name,Start,End\nBlock 1,2025-03-04,2025-03-05\nBlock 2,2025-03-11,2025-03-12\n",
        "Block,2025-03-04,2025-03-11\nBlock,2025-04-04,2025-04-11\n",
        "Steps,45000,52000\nCalories,2100,2300\n",
        "Date,4 Mar 2025\nCalf,38\n",
        "Date,Left,Right\n4 Mar 2025,38,38.2\n",
        "Date,Thigh,,Calf,\n,L,R,L,R\n4 Mar 2025,57,58,38,38.2\n",
        "Exercise,Left,Right\nSplit Squat,8,8\nLunge,10,10\n",
    ],
)
def test_other_tables_are_not_turned(table: str) -> None:
    assert across_row(rows_in(table, ",")) == 0


SIDES = (
    "Date,Where,Left,Right,Remark\n2025-03-04,Thigh,57.5,58,\n,Calf,38,38.2,tired\n2025-03-11,Thigh,,,\n"
    ",Calf,38.1,38.3,\n"
)


def test_each_value_finds_its_side() -> None:
    found = guessed(SIDES).mapping
    assert (found.purpose, found.header, found.across, found.fill) == (Purpose.READINGS, 1, True, True)
    assert columns_of(found) == ["day", "name", "nothing", "side", "value cm"]
    came = read(SIDES, found)
    assert lines(came) == [  # type: ignore[arg-type]
        ("2025-03-04", "mid_thigh:left", "57.5 cm"),
        ("2025-03-04", "mid_thigh:right", "58 cm"),
        ("2025-03-04", "calf:left", "38 cm"),
        ("2025-03-04", "calf:right", "38.2 cm"),
        ("2025-03-11", "calf:left", "38.1 cm"),
        ("2025-03-11", "calf:right", "38.3 cm"),
    ], "a row without values says the day of those below"
    assert reasons(came) == [(1, "This column is left out."), (4, "This row has no values.")]
    assert from_text(as_text(found)) == found
    assert across_key(["Date", "Where", "Left", "Right"]) != across_key(["Date", "Where", "Right", "Left"])


EXERCISES = (
    'Date,Squat,Leg Press,RDL,Notes\n3.3.2025,3x8@60,2x10@120,,tired\n,,,\n6.3.2025,"60x8, 62.5x8",,8/8,\n'
    "8.3.2025,,,,rest\nTotal,5,2,2,\n"
)


def test_each_set_finds_its_exercise() -> None:
    known = {"squat", "leg press", "rdl"}
    found = guess(rows_in(EXERCISES, ","), ",", lambda name: name.casefold() in known).mapping
    assert (found.purpose, found.header, found.across) == (Purpose.SETS, 1, True)
    assert columns_of(found) == ["day", "workout_note", "exercise", "reps"]
    came = read(EXERCISES, found)
    assert isinstance(came, TrainingTable)
    assert sets(came) == [
        *[("2025-03-03", "Squat", "60 kg x 8")] * 3,
        ("2025-03-03", "Leg Press", "120 kg x 10"), ("2025-03-03", "Leg Press", "120 kg x 10"),
        ("2025-03-06", "Squat", "60 kg x 8"), ("2025-03-06", "Squat", "62.5 kg x 8"),
        ("2025-03-06", "RDL", "x 8"), ("2025-03-06", "RDL", "x 8"),
    ]  # fmt: skip
    assert [one.note for one in came.workouts] == ["tired", ""]
    assert [reason for _, reason in reasons(came)] == ["There is no exercise.", *["This row sums up the others."] * 3]


def test_sizes_are_no_exercises() -> None:
    table = "Date,Belly button,Left leg thing,Notes\n3.3.2025,84,57,\n6.3.2025,84,57,\n"
    assert exercises_row(rows_in(table, ","), lambda name: True) == 0, "no sets stand below"


def test_sides_below_the_one_site_that_stands_above_them() -> None:
    table = ",Thigh,\nDate,L,R\n2025-03-04,57.5,58\n2025-03-11,57.6,58.1\n"
    found = guessed(table).mapping
    assert columns_of(found) == ["day", "measure mid_thigh left cm", "measure mid_thigh right cm"]
    assert len(lines(read(table, found))) == 4  # type: ignore[arg-type]


def test_rows_keep_what_names_them_and_empty_cells_make_none() -> None:
    rows = [("Site", "4 Mar 2025", "Unit", "11 Mar 2025"), ("Calf", "38", "cm", ""), ("Waist", "", "cm", "88")]
    assert turned_rows(rows, 1) == [
        ("Site", "Unit", "Day", "Value"), ("Calf", "cm", "4 Mar 2025", "38"), ("Waist", "cm", "11 Mar 2025", "88"),
    ]  # fmt: skip


def test_next_months_table_is_known_again_and_a_list_is_not() -> None:
    assert across_key(["Site", "4 Mar 2025", "11 Mar 2025"]) == across_key(["site", "1 Apr 2025", "8 Apr 2025"])
    assert across_key(["Site", "4 Mar 2025", "11 Mar 2025"]) != across_key(["Lift", "4 Mar 2025", "11 Mar 2025"])


def test_it_is_kept_and_what_was_kept_before_it_came_is_read() -> None:
    mapping = guessed(SIZES).mapping
    assert from_text(as_text(mapping)) == mapping
    plain = guessed("Date,Calf\n2025-03-04,38\n").mapping
    assert "across" not in as_text(plain) and from_text(as_text(plain)) == plain
