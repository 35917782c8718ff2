"""StrongLifts' two layouts, each in a small file beside what must come out of it."""

from __future__ import annotations

import pytest

from legwork.formats.dates import DateOrder
from legwork.formats.stronglifts import matches
from training_files import doubts, plan_of, read, told

BLOCK = "Weight (KG),Weight (LB),Set 1,Set 2,Set 3"
OLD = f"Date,Note,Body Weight (KG),Body Weight (LB),Exercise 1,{BLOCK},Exercise 2,{BLOCK},\n"
NEW = (
    "\ufeffDate (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
    "End Time (h:mm),Notes,Set 1 (Reps), Set 1 (KG),Set 2 (Reps), Set 2 (KG),Set 3 (Reps), Set 3 (KG)\n"
)
REPEATED = (
    "Programs repeat the last body weight they know beside each workout, so this is no weighing of that day: bring in "
    "the weights themselves, or the export of a scale."
)
BODY = [(1, "Body Weight (KG)", REPEATED), (1, "Body Weight (LB)", REPEATED)]


def test_the_old_layout_has_a_workout_in_each_row() -> None:
    table = read(
        OLD
        + "19/11/18,first day,91,,Squat,40,,5,5,4,Deadlift,60,,,,,\n"  # the deadlift was planned only
        + "22/11/18,,91,,Squat,,95,5,0,,Planks,0,,30,30,\n"
        + "22/11/18,,91,,Bench Press,40,,5,,,,,,,,\n"  # a second workout on that day
        + "22/11/18,,91,,Bench Press,40,,5,,,,,,,,\n"  # the same row again
    )
    assert (table.order, table.order_asked, table.unit_asked) == (DateOrder.DAY_FIRST, False, False)
    assert plan_of(table) == [
        ("2018-11-19", "", [("Squat", ["40kg x5", "40kg x5", "40kg x4"])]),
        ("2018-11-22", "", [("Squat", ["95lb x5", "95lb x0"]), ("Planks", ["x30", "x30"])]),
        ("2018-11-22", "", [("Bench Press", ["40kg x5"])]),
    ]
    assert table.workouts[0].note == "first day"
    assert told(table) == [
        *BODY,
        (2, "19/11/18, Deadlift 60 kg", "Planned, but no set was done."),
        (5, "22/11/18, , 91, , Bench Press, 40, , 5, , , , , , , , ,",
         "This row is repeated: the same one stands further up."),
    ]  # fmt: skip
    assert doubts(table) == [(3, "22/11/18, Squat: 0")]


def test_days_under_the_same_header_may_begin_with_the_month() -> None:
    row = "{},,,,Squat,40,,5,,,,,,,,\n"
    months = read(OLD + row.format("11/19/18") + row.format("1/2/19"))
    assert [start for start, _, _ in plan_of(months)] == ["2018-11-19", "2019-01-02"]
    unclear = read(OLD + row.format("2/1/19") + row.format("2/3/19") + row.format("2/5/19"))
    assert (unclear.order, unclear.order_asked) == (DateOrder.MONTH_FIRST, True)  # the guess runs evenly
    answered = read(OLD + row.format("2/1/19") + row.format("2/3/19"), order=DateOrder.DAY_FIRST)
    assert [start for start, _, _ in plan_of(answered)] == ["2019-01-02", "2019-03-02"]
    assert answered.order_asked


def test_values_beyond_the_last_column_are_told() -> None:
    table = read(OLD.replace("Set 3,\n", "Set 3\n") + "19/11/18,,,,Squat,40,,5,,,Row,30,,5,,,Curl,20,,8\n")
    assert plan_of(table)[0][2] == [("Squat", ["40kg x5"]), ("Row", ["30kg x5"])]
    assert told(table)[2:] == [(2, "Curl, 20, 8", "These values stand beyond the last column.")]


def test_the_new_layout_has_an_exercise_in_each_row() -> None:
    def row(exercise: str, cells: str, workout: int = 1, times: str = "7:37 PM,8:37 PM", note: str = "") -> str:
        return f'2015/05/25,{workout},Workout A,5×5,87,{exercise},3x5,,,,,,,1,{times},"{note}",{cells}\n'

    table = read(
        NEW
        + row("Squat", "5,20,5,20,4,22.5", note="Second week, more next time")
        + row("Chinups", "10,-5,8,-5,,", note="Second week, more next time")
        + row("Deadlift", ",,,,,")
        + row("Squat", "5,60,,,,", workout=2, times="11:30 PM,12:15 AM")
        + row("Squat", "5,20,5,20,4,22.5")  # copied from above
    )
    assert plan_of(table) == [
        ("2015-05-25 19:37", "Workout A", [("Squat", ["20kg x5", "20kg x5", "22.5kg x4"]),
                                           ("Chinups", ["help 5kg x10", "help 5kg x8"])]),
        ("2015-05-25 23:30", "Workout A", [("Squat", ["60kg x5"])]),
    ]  # fmt: skip
    assert [workout.minutes for workout in table.workouts] == [60, 45]
    assert table.workouts[0].note == "Second week, more next time"
    assert not table.order_asked
    assert [(line, reason) for line, _, reason in told(table)] == [
        (1, "Legwork keeps no values of this kind."),
        (1, REPEATED),
        (4, "Planned, but no set was done."),
        (6, "This row is repeated: the same one stands further up."),
    ]


@pytest.mark.parametrize(("order", "day"), [("dd/mm/yyyy", "2015-05-02"), ("mm/dd/yyyy", "2015-02-05")])
def test_the_new_header_tells_the_order_of_days(order: str, day: str) -> None:
    table = read(f"Date ({order}),Workout,Exercise,Set 1 (Reps),Set 1 (LB)\n02/05/2015,1,Squat,5,135\n")
    assert plan_of(table) == [(day, "", [("Squat", ["135lb x5"])])]
    assert not table.order_asked


def test_sets_of_time_and_lengths_in_hours() -> None:
    table = read(
        "Date (yyyy/mm/dd),Workout,Exercise,Duration (hours),Set 1 (Time),Set 1 (KG),Set 2 (Reps),Set 2 (KG)\n"
        "2015/05/25,1,Plank,0.6,0:45,10,,\n"
    )
    assert plan_of(table) == [("2015-05-25", "", [("Plank", ["10kg 45s"])])]
    assert table.workouts[0].minutes == 36


@pytest.mark.parametrize(
    "header", ["Date,Exercise 1,Weight (KG)", "Date,Set 1", "Date,Exercise,Set 1", "Exercise,Set 1 (Reps)", ""]
)
def test_other_tables_are_not_taken_for_it(header: str) -> None:
    assert not matches(header.split(","))
