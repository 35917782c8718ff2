"""Logs of training as a person explained them: workouts from rows, and what is told instead."""

from __future__ import annotations

import pytest

from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import Side
from legwork.formats.dates import DateOrder
from legwork.formats.mapped_cell_sets import sets_in
from legwork.formats.mapping import Role
from mapping_tables import DAY, NOTHING, log, reasons, sets, use

EXERCISE, REPS, SETS = use(Role.EXERCISE), use(Role.REPS), use(Role.SETS)
LOAD = use(Role.LOAD, unit="kg")


def test_a_row_for_each_set() -> None:
    found = log(
        "Date,Exercise,kg,Reps\n2025-03-04,Squat,100,8\n2025-03-04,Squat,102.5,6\n2025-03-06,Bench Press,80,5\n",
        DAY, EXERCISE, LOAD, REPS,
    )  # fmt: skip
    assert sets(found) == [
        ("2025-03-04", "Squat", "100 kg x 8"),
        ("2025-03-04", "Squat", "102.5 kg x 6"),
        ("2025-03-06", "Bench Press", "80 kg x 5"),
    ]
    assert not found.unit_asked


def test_a_row_for_several_equal_sets() -> None:
    found = log("d,e,s,r,w\n2025-03-04,Squat,3,5,100\n2025-03-04,Leg Curl,2,12,40\n", DAY, EXERCISE, SETS, REPS, LOAD)
    assert [one[2] for one in sets(found)] == ["100 kg x 5"] * 3 + ["40 kg x 12"] * 2


def test_a_column_for_each_set() -> None:
    found = log(
        "d,e,w,1,2,3\n2025-03-04,Squat,100,8,8,7\n2025-03-04,Leg Curl,40,12,,\n",
        DAY, EXERCISE, LOAD, REPS, REPS, REPS,
    )  # fmt: skip
    assert [one[2] for one in sets(found)] == ["100 kg x 8", "100 kg x 8", "100 kg x 7", "40 kg x 12"]


def test_a_column_for_load_and_reps_of_each_set() -> None:
    found = log("d,e,w1,r1,w2,r2\n2025-03-04,Squat,100,8,105,6\n", DAY, EXERCISE, LOAD, REPS, LOAD, REPS)
    assert [one[2] for one in sets(found)] == ["100 kg x 8", "105 kg x 6"]


@pytest.mark.parametrize(
    ("cell", "load", "expected"),
    [
        ("8", "60", [("8", "60", "")]),
        ("8.0", "60", [("8.0", "60", "")]),
        ("8,0", "60", [("8,0", "60", "")]),
        ("3x10", "60", [("10", "60", "")] * 3),
        ("3 × 10 reps", "60", [("10", "60", "")] * 3),
        ("5x5", "", [("5", "", "")] * 5),
        ("60x8", "", [("8", "60", "")]),
        ("60kg x 8", "", [("8", "60", "kg")]),
        ("60x8, 62.5x6 / 65x5", "", [("8", "60", ""), ("6", "62.5", ""), ("5", "65", "")]),
        ("5x8, 7.5x6", "", [("8", "5", ""), ("6", "7.5", "")]),
        ("5x5 @ 100 kg", "", [("5", "100", "kg")] * 5),
        ("2x8 with 45lbs", "", [("8", "45", "lb")] * 2),
        ("3x8, 40 kg", "", [("8", "40", "kg")] * 3),
        ("2x8 45", "", [("8", "45", "")] * 2),
        ("2x8 @ 45", "40", [("8", "45", "")] * 2),
        ("2x8@80, 1x12@60", "", [("8", "80", ""), ("8", "80", ""), ("12", "60", "")]),
        ("2x8@82,5; 1x12@60", "", [("8", "82,5", ""), ("8", "82,5", ""), ("12", "60", "")]),
        ("1x5 @ 100 kg / 1x8 @ 80 kg", "", [("5", "100", "kg"), ("8", "80", "kg")]),
        ("100x12x3", "", [("12", "100", "")] * 3),
        ("22,5 x 12 x 3", "", [("12", "22,5", "")] * 3),
        ("20 kg x 12 x 2 sets", "", [("12", "20", "kg")] * 2),
        ("2x8x60", "", [("8", "60", "")] * 2),
        ("12/10/8", "40", [("12", "40", ""), ("10", "40", ""), ("8", "40", "")]),
        ("12, 10", "40", [("12", "40", ""), ("10", "40", "")]),
        ("12-10-8", "40", [("12", "40", ""), ("10", "40", ""), ("8", "40", "")]),
    ],
)
def test_several_sets_in_one_cell(cell: str, load: str, expected: list[tuple[str, str, str]]) -> None:
    found = sets_in(cell, load)
    assert [(one.reps, one.load, one.unit) for one in found] == expected  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("8-12", "range of reps or two sets"),
        ("0x5", "no set was done"),
        ("99x5 @ 20", "so many sets"),
        ("20x5@20; 20x5@30", "so many sets"),
        ("2x8-10; 1x12@60", "not clear"),
    ],
)
def test_a_cell_that_may_mean_two_things_is_told(cell: str, said: str) -> None:
    found = log(f"d,e,r\n2025-03-04,Squat,{cell}\n2025-03-04,Leg Curl,8\n", DAY, EXERCISE, REPS)
    assert [(line, said in reason) for line, reason in reasons(found)] == [(2, True)]
    assert [one[1] for one in sets(found)] == ["Leg Curl"]


@pytest.mark.parametrize("cell", ["3x8-12", "3 x 8 - 12", "3x8–12", "3x10,12"])
@pytest.mark.parametrize("load", ["", "150"])
def test_a_range_behind_a_count_of_sets_is_no_load(cell: str, load: str) -> None:
    found = sets_in(cell, load)
    assert isinstance(found, str) and "not clear" in found


def test_in_a_row_with_a_load_no_other_one_stands_behind_the_reps_without_a_word() -> None:
    for cell in ("3x8-12 kg", "3x8, 12 kg", "3x8 12"):
        found = sets_in(cell, "150")
        assert isinstance(found, str) and "not clear" in found


def test_days_exercises_and_titles_that_are_written_once() -> None:
    table = (
        "Day,Workout,Lift,Reps\n2025-03-04,Legs,Squat,8\n,,,7\n,,Leg Curl,12\n"
        "2025-03-06,Push,Bench Press,5\n2025-03-08,,Squat,5\n"
    )
    found = log(table, DAY, use(Role.WORKOUT), EXERCISE, REPS, fill=True)
    assert [(one.title, [(each.name, len(each.sets)) for each in one.exercises]) for one in found.workouts] == [
        ("Legs", [("Squat", 2), ("Leg Curl", 1)]),
        ("Push", [("Bench Press", 1)]),
        ("", [("Squat", 1)]),
    ]
    alone = log(table, DAY, use(Role.WORKOUT), EXERCISE, REPS)
    assert reasons(alone) == [(3, "There is no date."), (4, "There is no date.")]


def test_an_exercise_is_not_carried_over_to_another_day() -> None:
    found = log("d,e,r\n2025-03-04,Squat,8\n2025-03-06,,5\n", DAY, EXERCISE, REPS, fill=True)
    assert reasons(found) == [(3, "There is no exercise.")]


def test_time_title_length_and_notes() -> None:
    found = log(
        "d,t,w,l,e,r,n,wn\n2025-03-04 00:00:00,17:30,Legs,75,Squat,8,slow,tired\n",
        DAY, use(Role.TIME), use(Role.WORKOUT), use(Role.LENGTH), EXERCISE, REPS, use(Role.NOTE),
        use(Role.WORKOUT_NOTE),
    )  # fmt: skip
    (one,) = found.workouts
    assert (one.start.isoformat(), one.has_time, one.title, one.minutes, one.note) == (
        "2025-03-04T17:30:00", True, "Legs", 75, "tired",
    )  # fmt: skip
    assert one.exercises[0].sets[0].note == "slow"


def test_kind_side_and_effort() -> None:
    found = log(
        "d,e,r,k,s,rir\n2025-03-04,Squat,8,Aufwärmsatz,,\n2025-03-04,Squat,8,work,links,2\n"
        "2025-03-04,Squat,8,drop set,R,2+\n2025-03-04,Squat,8,F,,0\n2025-03-04,Squat,8,odd one,,1.5\n",
        DAY, EXERCISE, REPS, use(Role.KIND), use(Role.SIDE), use(Role.RIR),
    )  # fmt: skip
    done = [one for each in found.workouts[0].exercises for one in each.sets]
    assert [(one.kind, one.side, one.rir) for one in done] == [
        (LoggedKind.WARM_UP, Side.NONE, None),
        (LoggedKind.NORMAL, Side.LEFT, 2),
        (LoggedKind.DROP, Side.RIGHT, 2),
        (LoggedKind.FAILURE, Side.NONE, 0),
        (LoggedKind.NORMAL, Side.NONE, 1.5),
    ]
    assert [one.text.endswith("odd one") for one in found.skipped] == [True]


def test_a_column_that_only_says_whether_it_is_a_warm_up() -> None:
    found = log("d,e,r,Warmup\n2025-03-04,Squat,8,1\n2025-03-04,Squat,8,0\n2025-03-04,Squat,8,\n", DAY, EXERCISE, REPS,
                use(Role.KIND))  # fmt: skip
    kinds = [one.kind for one in found.workouts[0].exercises[0].sets]
    assert kinds == [LoggedKind.WARM_UP, LoggedKind.NORMAL, LoggedKind.NORMAL]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("BW", "x 8"), ("bodyweight", "x 8"), ("-", "x 8"), ("BW+10", "10 kg x 8"), ("+10", "10 kg x 8"), ("0", "x 8"),
     ("KG", "x 8"), ("KG + 10", "10 kg x 8"), ("bw 10", "10 kg x 8"), ("10 kg", "10 kg x 8"), ("22 lbs", "22 lb x 8")],
)  # fmt: skip
def test_loads_on_the_own_body(cell: str, expected: str) -> None:
    found = log(f"d,e,w,r\n2025-03-04,Pull Up,{cell},8\n", DAY, EXERCISE, LOAD, REPS)
    assert [one[2] for one in sets(found)] == [expected]


@pytest.mark.parametrize("unit", ["kg", "lb", ""])
def test_a_unit_in_the_cell_goes_before_that_of_the_column(unit: str) -> None:
    found = log("d,e,w,r\n2025-03-04,Squat,100 kg,8\n2025-03-04,Squat,100kgs,8\n2025-03-04,Squat,225 lb,8\n",
                DAY, EXERCISE, use(Role.LOAD, unit=unit), REPS)  # fmt: skip
    assert [one[2] for one in sets(found)] == ["100 kg x 8", "100 kg x 8", "225 lb x 8"]
    assert not found.unit_asked


def test_a_load_without_a_unit_is_asked_about() -> None:
    found = log("d,e,w,r\n2025-03-04,Squat,135,8\n2025-03-04,Squat,225,5\n", DAY, EXERCISE, use(Role.LOAD), REPS)
    assert (found.unit, found.unit_asked) == ("lb", True)
    said = log("d,e,w,u,r\n2025-03-04,Squat,135,lbs,8\n", DAY, EXERCISE, use(Role.LOAD), use(Role.UNIT), REPS)
    assert not said.unit_asked and sets(said)[0][2] == "135 lb x 8"


def test_seconds_and_distance_are_sets_too() -> None:
    found = log("d,e,s,m\n2025-03-04,Plank,1:30,\n2025-03-04,Sled,,40\n", DAY, EXERCISE, use(Role.SECONDS),
                use(Role.DISTANCE, unit="yd"))  # fmt: skip
    done = [one for each in found.workouts[0].exercises for one in each.sets]
    assert [(one.seconds, one.distance_m) for one in done] == [(90, None), (None, 36.576)]


def test_rows_that_are_no_sets_are_told() -> None:
    found = log(
        "d,e,s,r\n2025-03-04,Squat,0,5\n2025-03-04,Squat,3,\n2025-03-04,Squat,x,5\nlater,Squat,3,5\n2025-03-04,,3,5\n"
        "2025-03-04,Squat,31,5\n2025-03-04,Squat,3,abc\n",
        DAY, EXERCISE, SETS, REPS,
    )  # fmt: skip
    assert found.workouts == ()
    assert [line for line, _ in reasons(found)] == [2, 3, 4, 5, 5, 5, 6, 7, 8, 8, 8]


def test_the_order_that_was_said_holds_where_the_file_leaves_it_open() -> None:
    found = log("d,e,r\n3/4/2025,Squat,8\n", DAY, EXERCISE, REPS, order=DateOrder.MONTH_FIRST)
    assert (found.workouts[0].day.isoformat(), found.order_asked) == ("2025-03-04", True)
    plain = log("d,e,r\n13/4/2025,Squat,8\n", DAY, EXERCISE, REPS, order=DateOrder.MONTH_FIRST)
    assert (plain.workouts[0].day.isoformat(), plain.order_asked) == ("2025-04-13", False)


def test_columns_that_are_left_out_are_told_once() -> None:
    found = log("d,e,r,mood\n2025-03-04,Squat,8,good\n2025-03-04,Squat,8,good\n", DAY, EXERCISE, REPS, NOTHING)
    assert [(one.text, one.reason) for one in found.skipped] == [("mood", "This column is left out.")]


def test_a_number_that_the_delimiter_tore_in_two_is_not_taken() -> None:
    found = log("d,e,r,w\n2025-03-04,Squat,8,82,5\n2025-03-04,Squat,8,80\n", DAY, EXERCISE, REPS, LOAD, NOTHING)
    assert [one[2] for one in sets(found)] == ["80 kg x 8"]
    assert any(line == 2 and "more values than there are columns" in reason for line, reason in reasons(found))
