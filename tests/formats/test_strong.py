"""Strong's five dialects, each in a small file beside what must come out of it."""

from __future__ import annotations

import pytest

from legwork.formats.dates import DateOrder
from legwork.formats.strong import matches
from training_files import doubts, plan_of, read, told

PLAIN = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
UNITS = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"  # noqa: E501
NUMBERED = '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'  # noqa: E501
GERMAN = "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE\r\n"  # noqa: E501


def test_plain_weight_asks_for_the_unit_and_guesses_it() -> None:
    rows = "".join(
        f'2021-02-10 16:46:13,Wednesday,2h 18m,"Squat (Barbell)",{number},{load},8.0,0,0.0,,,\n'
        for number, load in enumerate((22.5, 42.5, 62.5, 71.25), 1)
    )
    table = read(PLAIN + rows)
    assert (table.source, table.format_name, table.unit, table.unit_asked) == ("strong", "Strong workouts", "kg", True)
    assert plan_of(table) == [
        ("2021-02-10 16:46", "Wednesday", [("Squat (Barbell)", ["22.5kg x8", "42.5kg x8", "62.5kg x8", "71.25kg x8"])])
    ]
    assert table.workouts[0].minutes == 138
    answered = read(PLAIN + rows, unit="lb")
    assert (answered.unit, answered.unit_asked) == ("lb", True)
    load = answered.workouts[0].exercises[0].sets[0].load
    assert load is not None and (load.entered, load.unit, load.value) == ("22.5", "lb", 10.205828)


def test_the_unit_of_each_row_goes_before_all_others() -> None:
    table = read(
        UNITS
        + '2023-04-01 09:00:00;"A";"Deadlift (Barbell)";W;60;kg;5;;;;0;;;45m\n'
        + '2023-04-01 09:00:00;"A";"Deadlift (Barbell)";1;225;lbs;5;9,5;;;0;;;45m\n'
        + '2023-04-01 09:00:00;"A";"Running";1;0;;0;;2,5;miles;900;;;45m\n'
        + '2023-04-01 09:00:00;"A";"Rowing (Machine)";1;;;;;500;m;120;;;45m\n',
        unit="kg",
    )
    assert (table.unit, table.unit_asked) == (None, False)
    assert plan_of(table)[0][2] == [
        ("Deadlift (Barbell)", ["warm_up 60kg x5", "225lb x5 rir 0.5"]),
        ("Running", ["900s 4023.36m"]),
        ("Rowing (Machine)", ["120s 500m"]),
    ]
    assert table.workouts[0].minutes == 45
    assert told(table) == []


def test_a_unit_that_is_none_is_told() -> None:
    row = "2023-04-01 09:00:00;A;Squat;{};9;{};5;;;;0;;;\n"
    table = read(UNITS + row.format(1, "stone") + row.format(2, "kg"))
    assert plan_of(table)[0][2] == [("Squat", ["9kg x5"])]
    assert told(table) == [
        (2, "2023-04-01 09:00:00, Squat: 9 stone × 5", "The load has a unit that is neither kg nor lb.")
    ]


def test_everything_quoted_with_numbers_of_workouts() -> None:
    table = read(
        NUMBERED
        + '"1";"2024-05-01 09:00:00";"Legs; heavy";"3600";"Squat (Barbell)";"1";"100.0";"5";"8";"";"";"deep\n""slow""";"Good day"\n'  # noqa: E501
        + '"1";"2024-05-01 09:00:00";"Legs; heavy";"3600";"Squat (Barbell)";"Rest Timer";"";"";"";"";"90";"";""\n'
        + '"1";"2024-05-01 09:00:00";"Legs; heavy";"3600";"Squat (Barbell)";"2";"100.0";"5";"";"";"";"";"Good day"\n'
        + '"2";"2024-05-01 18:00:00";"Legs; heavy";"483120";"Running";"1";"";"";"";"2500";"900";"";""\n'
    )
    assert not table.unit_asked
    assert plan_of(table) == [
        ("2024-05-01 09:00", "Legs; heavy", [("Squat (Barbell)", ["100kg x5 rir 2", "100kg x5"])]),
        ("2024-05-01 18:00", "Legs; heavy", [("Running", ["900s 2500m"])]),
    ]
    first, second = table.workouts
    assert (first.minutes, first.note, first.exercises[0].note) == (60, "Good day", 'deep\n"slow"')
    assert second.minutes == 134 * 60 + 12
    assert told(table) == [(4, "Squat (Barbell): Rest Timer", "A rest between sets, which is no set.")]
    assert doubts(table) == [(6, "2024-05-01 18:00:00: 134 h")]


def test_the_file_of_2016_has_the_unit_as_a_header_and_counts_from_zero() -> None:
    lines = (
        "Date,Workout Name,Exercise Name,Set Order,{unit},Reps,{far},Seconds,Notes\r\n"
        '2016-08-27 10:14:31,"Morning","Deadlift",0,135,5,,,""\r\n'
        '2016-08-27 10:14:31,"Morning","Deadlift",1,185.5,5,,,""\r\n'
        '2016-08-27 10:14:31,"Morning","Deadlift",0,95,12,,,"again"\r\n'
        '2016-08-27 10:14:31,"Morning","Running",0,,,1,600,""\r\n'
    )
    pounds = read(lines.format(unit="lb", far="mi"))
    assert plan_of(pounds)[0][2] == [
        ("Deadlift", ["135lb x5", "185.5lb x5"]),
        ("Deadlift", ["95lb x12"]),
        ("Running", ["600s 1609.34m"]),
    ]
    assert pounds.workouts[0].exercises[1].note == "again"
    assert (pounds.unit_asked, pounds.workouts[0].minutes) == (False, None)
    kilograms = read(lines.format(unit="kg", far="km"))
    assert plan_of(kilograms)[0][2][2] == ("Running", ["600s 1000m"])


@pytest.mark.parametrize(("unit", "metres"), [("kg", "2000m"), ("lb", "3218.69m")])
def test_a_distance_without_a_unit_goes_with_the_loads(unit: str, metres: str) -> None:
    rows = "2024-01-02 07:00:00,A,,{},1,{},{},{},0,,,\n"
    table = read(PLAIN + rows.format("Squat", 100, 5, 0) + rows.format("Running", 0, 0, 2), unit=unit)
    assert plan_of(table)[0][2][1] == ("Running", [metres])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_german_headers_and_rest_rows_without_a_line_end(encoding: str) -> None:
    text = (
        GERMAN
        + '2025-08-23 17:51:23,"Ganzkörper",2h 23min,"Chest Press (Machine)",1,50.0,12.0,0,0.0,"leicht","Erstes",\r\n'
        + '2025-08-23 17:51:23,"Ganzkörper",2h 23min,"Chest Press (Machine)",Ruhezeit,0,0.0,0,120.0,,,\r\n'
        + '2025-08-23 17:51:23,"Ganzkörper",2h 23min,"Chest Press (Machine)",2,52.5,10.0,0,0.0,,,8\r\n'
        + '2025-08-23 17:51:23,"Ganzkörper",2h 23min,"Push Up",1,0,15.0,0,0.0,"",,'
    )
    table = read(text.encode(encoding))
    assert plan_of(table) == [
        ("2025-08-23 17:51", "Ganzkörper", [
            ("Chest Press (Machine)", ["50kg x12", "52.5kg x10 rir 2"]), ("Push Up", ["x15"]),
        ])
    ]  # fmt: skip
    workout = table.workouts[0]
    assert (workout.minutes, workout.note, workout.exercises[0].note) == (143, "Erstes", "leicht")
    assert [reason for _, _, reason in told(table)] == ["A rest between sets, which is no set."]


def test_kinds_of_sets_and_what_is_no_set() -> None:
    row = "2024-01-02 07:00:00,B,30m,Bench Press (Barbell),{},{},{},0,{},,,{}\n"
    table = read(
        PLAIN
        + row.format("W", 20, 10, 0, "")
        + row.format(1, 60, "8.0", 0, 9)
        + row.format("D", 40, 6, 0, "")
        + row.format("F", 60, 3, 0, "")
        + row.format("Pausa larga", 0, 0, 90, "")  # a rest in a language that is not known
        + row.format("Z", 30, 5, 0, "")  # a kind that is not known
        + row.format(2, 0, 0, 0, "")  # the exercise was added, nothing was logged
        + row.format(3, 60, 0, 0, "")  # tried, or never done
        + row.format(4, 60, "", 0, "")
        + row.format("Note", 0, 0, 0, "")
    )
    assert plan_of(table)[0][2] == [
        ("Bench Press (Barbell)", [
            "warm_up 20kg x10", "60kg x8 rir 1", "drop 40kg x6", "failure 60kg x3", "30kg x5", "60kg x0",
        ])
    ]  # fmt: skip
    assert [(line, reason) for line, _, reason in told(table)] == [
        (6, "A rest between sets, which is no set."),
        (7, "Legwork does not know this kind of set: it is taken as an ordinary one."),
        (8, "Nothing was entered in this set."),
        (10, "There is a load, but there are neither reps nor seconds."),
    ]
    assert doubts(table) == [(9, "2024-01-02 07:00:00, Bench Press (Barbell): 0")]


def test_blocks_and_workouts_stay_apart() -> None:
    def row(hour: int, name: str, order: object, load: float) -> str:
        return f"2024-01-02 {hour:02}:00:00,A,,{name},{order},{load},5,0,0,,,\n"

    table = read(
        PLAIN
        + row(7, "Squat", "W", 20) + row(7, "Squat", 1, 100) + row(7, "Squat", 2, 100)
        + row(7, "Row", 1, 50) + row(7, "Row", "W", 20) + row(7, "Row", 1, 60)  # begins again with a warm-up
        + row(7, "Squat", 1, 80)  # later again
        + row(18, "Squat", 1, 70)  # the same title in the evening
        + row(7, "Curl", 1, 20) + row(7, "Press", 1, 40) + row(7, "Curl", 2, 22.5)  # in turns
    )  # fmt: skip
    assert plan_of(table) == [
        ("2024-01-02 07:00", "A", [
            ("Squat", ["warm_up 20kg x5", "100kg x5", "100kg x5"]),
            ("Row", ["50kg x5"]),
            ("Row", ["warm_up 20kg x5", "60kg x5"]),
            ("Squat", ["80kg x5"]),
            ("Curl", ["20kg x5", "22.5kg x5"]),
            ("Press", ["40kg x5"]),
        ]),
        ("2024-01-02 18:00", "A", [("Squat", ["70kg x5"])]),
    ]  # fmt: skip


def test_a_file_with_everything_twice_gives_it_once() -> None:
    rows = "".join(
        f"2024-01-0{day} 07:00:00,A,1h,Squat,{number},100,5,0,0,,,\n" for day in (2, 4) for number in (1, 2, 3)
    )
    once, twice = read(PLAIN + rows), read(PLAIN + rows + rows)
    assert once.workouts == twice.workouts
    assert [reason for _, _, reason in told(twice)] == ["This row is repeated: the same one stands further up."] * 6


def test_help_is_no_load_to_be_proud_of() -> None:
    row = "2024-01-02 07:00:00,A,,{},1,{},5,0,0,,,\n"
    table = read(
        PLAIN
        + row.format("Pull Up (Assisted)", 20)
        + row.format("Pull Up (Band)", 15)
        + row.format("Chin Up", -10)
        + row.format("Chest Fly (Band)", 5)
        + row.format("Bench Press (Barbell)", -60)
        + row.format("Chest Dip (Assisted)", 0),
        unit="kg",
    )
    assert [records[0] for _, records in plan_of(table)[0][2]] == [
        "help 20kg x5", "help 15kg x5", "help 10kg x5", "5kg x5", "help 60kg x5", "x5",
    ]  # fmt: skip
    assert not table.workouts[0].exercises[-1].sets[0].assisted, "help of nothing is none"
    assert doubts(table) == [(6, "2024-01-02 07:00:00, Bench Press (Barbell): -60")]


def test_what_cannot_be_read_is_told_with_its_row() -> None:
    table = read(
        PLAIN
        + "2024-01-02 07:00:00,A,soon,Squat,1,heavy,5,0,0,,,\n"
        + "2024-01-02 07:00:00,A,soon,Squat,2,100,five,0,0,,,\n"
        + "2024-01-02 07:00:00,A,soon,Squat,3,100,5,0,0,,,eleven\n"
        + "2024-01-02 07:00:00,A,soon,,1,100,5,0,0,,,\n"
        + "yesterday,A,,Squat,1,100,5,0,0,,,\n"
        + "2031-01-02 07:00:00,A,,Squat,1,100,5,0,0,,,\n"
        + "2024-01-02 07:00:00,A,,Squat,4,100,5,0,0,,,,,oops\n"
        + '2024-01-02 07:00:00,A,,"Squat"s,4,100,5,0,0,,,\n'
        + "2024-01-02 07:00:00,A,,Squat,4,100000001,5,0,0,,,\n"
        + "2024-01-02 07:00:00,A,,Squat,5,100,5"
    )
    assert plan_of(table) == [("2024-01-02 07:00", "A", [("Squat", ["100kg x5"])])]
    assert [(line, reason) for line, _, reason in told(table)] == [
        (2, "The load is not a number that can be read."),
        (2, "The length of this workout cannot be read."),
        (3, "The reps are not a number that can be read."),
        (4, "This is not an RPE: it goes from 1 to 10."),
        (5, "There is no exercise."),
        (6, "The date cannot be read."),
        (7, "The date lies in the future."),
        (8, "This row has more values than there are columns, so it is not clear which is which."),
        (9, "The quotation marks in this row do not match."),
        (10, "The load is not a number that can be read."),
        (11, "The file ends in the middle of this row."),
    ]


def test_slips_are_taken_and_pointed_at() -> None:
    row = "2024-01-{:02} 07:00:00,A,{},Bench Press (Barbell),1,{},{},0,0,,,\n"
    rows = "".join(row.format(day, "1h", 80 + day, 8) for day in range(1, 9))
    table = read(PLAIN + rows + row.format(10, "1h", 860, 8) + row.format(11, "134h", 86, 877777))
    assert doubts(table) == [
        (10, "2024-01-10 07:00:00, Bench Press (Barbell): 860 kg"),
        (11, "2024-01-11 07:00:00, Bench Press (Barbell): × 877777"),
        (11, "2024-01-11 07:00:00: 134 h"),
    ]
    assert table.set_count == 10
    assert table.workouts[-1].minutes == 134 * 60


def test_steady_progress_is_no_slip() -> None:
    row = "2024-01-{:02} 07:00:00,A,1h,Leg Press,1,{},{},0,0,,,\n"
    loads = (40, 40, 40, 40, 40, 60, 80, 100, 140, 200)
    steady = "".join(row.format(day, load, 8) for day, load in enumerate(loads, 1))
    assert doubts(read(PLAIN + steady, unit="kg")) == []
    assert doubts(read(PLAIN + steady + row.format(12, 400, 8), unit="kg")) == [
        (12, "2024-01-12 07:00:00, Leg Press: 400 kg")
    ]
    two_ways = "".join(row.format(day, 20 if day % 2 else 200, 8) for day in range(1, 20))
    assert doubts(read(PLAIN + two_ways, unit="kg")) == []
    few = row.format(1, 40, 5) + row.format(2, 200, 30)
    assert doubts(read(PLAIN + few, unit="kg")) == []


def test_a_clock_that_was_reset_and_midnight() -> None:
    table = read(PLAIN + "1970-01-01 00:00:00,A,,Squat,1,100,5,0,0,,,\n2024-01-02 23:59:59,B,2h,Squat,1,100,5,0,0,,,\n")
    assert [start for start, _, _ in plan_of(table)] == ["1970-01-01 00:00", "2024-01-02 23:59"]
    assert table.workouts[0].has_time
    assert [one.reason for one in table.suspects] == ["This day lies before 2000: the clock may have been wrong."]


def test_days_in_numbers_have_one_order_for_the_whole_file() -> None:
    rows = "{}/{}/2024 07:00,A,,Squat,1,100,5,0,0,,,\n"
    told_by_the_file = read(PLAIN + rows.format(1, 2) + rows.format(13, 2))
    assert [start for start, _, _ in plan_of(told_by_the_file)] == ["2024-02-01 07:00", "2024-02-13 07:00"]
    assert not told_by_the_file.order_asked
    unclear = read(PLAIN + rows.format(1, 2) + rows.format(3, 2) + rows.format(5, 2))
    assert (unclear.order_asked, unclear.order) == (True, DateOrder.DAY_FIRST)
    answered = read(PLAIN + rows.format(1, 2) + rows.format(3, 2), order=DateOrder.MONTH_FIRST)
    assert [start for start, _, _ in plan_of(answered)] == ["2024-01-02 07:00", "2024-03-02 07:00"]


@pytest.mark.parametrize(
    "header",
    [
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time",
        "date,weight_kg,waist_cm",
        "title,start_time,exercise_title,weight_kg,reps",
        "Date,Workout Name,Exercise Name",
        "",
    ],
)
def test_other_tables_are_not_taken_for_it(header: str) -> None:
    assert not matches(header.split(","))
