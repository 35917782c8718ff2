"""Legwork's own tables go out and come in again as they were, through the door that every file comes in by."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export_cases import FIRST_DAY, STARTS, check_ins, logs, plain_load
from legwork.domain.food.amounts import MOST, Nutrient, quantity_of
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem, decimal_text
from legwork.formats import food_csv, measurements_csv, sets_csv, strong_csv
from legwork.formats.dates import DateOrder
from legwork.formats.recognise import recognise
from legwork.formats.records import (
    CheckInRecord,
    CustomSiteRecord,
    FoodAmountRecord,
    FoodDayRecord,
    KeptWorkout,
    MeasurementTable,
    PersonRecord,
    ReadingRecord,
)
from legwork.formats.safe_cells import as_written
from legwork.formats.training_records import Answers, TrainingTable

TODAY = date(2026, 11, 26)


def training(data: bytes) -> TrainingTable:
    found = recognise(data, TODAY)
    assert isinstance(found, TrainingTable)
    return found


def measured(data: bytes) -> MeasurementTable:
    found = recognise(data, TODAY)
    assert isinstance(found, MeasurementTable)
    return found


def ada(*days: CheckInRecord, own: tuple[CustomSiteRecord, ...] = ()) -> PersonRecord:
    return PersonRecord("a" * 32, "Ada", None, None, None, UnitSystem.METRIC, 0, (), own, days)


def numbers(one: LoggedSet) -> tuple[object, ...]:
    load = plain_load(one.load)
    return (
        one.kind, one.side, one.reps, one.seconds, load and (load.entered, load.unit, load.value), one.assisted,
        one.rir, one.note, one.distance_m,
    )  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(logs())
def test_every_set_comes_back(log: tuple[KeptWorkout, ...]) -> None:
    table = training(sets_csv.write(log, str))
    assert (table.skipped, table.suspects, table.unit_asked) == ((), (), False)
    assert [one.uid for one in table.workouts] == [one.uid for one in log]
    for record, kept in zip(table.workouts, log, strict=True):
        one = kept.workout
        assert (record.day, record.has_time) == (one.day, one.start is not None)
        assert one.start is None or record.start.time() == one.start
        assert (record.title, record.note) == (one.title, one.note)
        assert (record.minutes, record.utc_offset_minutes) == (one.minutes, one.utc_offset_minutes)
        assert [(each.name, each.note, each.group, each.felt) for each in record.exercises] == [
            (each.exercise, each.note, each.group, each.felt) for each in one.exercises
        ]
        for block, exercise in zip(record.exercises, one.exercises, strict=True):
            assert [numbers(LoggedSet(*_fields(each))) for each in block.sets] == [
                numbers(each) for each in exercise.sets
            ]


def _fields(record: object) -> tuple[object, ...]:
    names = ("kind", "side", "reps", "seconds", "load", "assisted", "rir", "note", "distance_m")
    return tuple(getattr(record, name) for name in names)


def workout(*exercises: LoggedExercise, title: str = "Legs") -> KeptWorkout:
    return KeptWorkout("f" * 32, Workout(0, FIRST_DAY, None, None, 60, title, exercises), True, "typed", False, None)


TEN = LoggedSet(reps=10, load=Quantity(62.5, "kg", "62,5"))


def test_the_table_reads_well_in_a_spreadsheet() -> None:
    one = LoggedExercise("squat", (replace(TEN, side=Side.LEFT, rir=2.0), LoggedSet(LoggedKind.WARM_UP, reps=5)))
    first, second, third, *_ = (
        sets_csv.write([workout(one)], {"squat": "Back squat"}.get).decode("utf-8-sig").splitlines()
    )
    assert first.startswith("date,start,workout,exercise,set,kind,side,reps,load,unit,load_kg,assisted,rir,")
    assert second.startswith("2024-01-01,,Legs,Back squat,1,normal,left,10,62.5,kg,62.5,,2,")
    assert third.startswith("2024-01-01,,Legs,Back squat,2,warm_up,,5,,,,,,")


def test_rows_may_be_sorted_otherwise_and_columns_may_be_gone() -> None:
    one = LoggedExercise("squat", (TEN, replace(TEN, reps=8)), note="deep")
    head, *rows = sets_csv.write([workout(one, LoggedExercise("bench_press", (TEN,)))], str).splitlines()
    table = training(b"\r\n".join([head, *reversed(rows)]) + b"\r\n")
    [back] = table.workouts
    assert [(each.name, [done.reps for done in each.sets]) for each in back.exercises] == [
        ("squat", [10, 8]),
        ("bench_press", [10]),
    ]
    assert back.exercises[0].note == "deep"


def test_a_spreadsheet_may_have_written_it_anew() -> None:
    """As a German one does: semicolons, decimal commas, days with dots, and no numbers where a person added rows."""
    text = sets_csv.write([workout(LoggedExercise("squat", (TEN,)))], str).decode("utf-8-sig")
    text = text.replace(",", ";").replace("62.5", "62,5").replace("2024-01-01;;", "14.03.2024;6:05 PM;")
    text += "14.03.2024;18:05:00;Legs;squat;;;;8;60;kg" + ";" * 14 + "f" * 32 + "\r\n"
    text += "14.03.2024;18:05:00;Legs;leg curl;;;;12;30;kg" + ";" * 14 + "f" * 32 + "\r\n"
    text += "15.03.2024;;Arms;curl;;;;12;10;kg" + ";" * 14 + "\r\n"
    table = training(text.encode())
    assert table.skipped == ()
    legs, arms = table.workouts
    assert (legs.start.isoformat(), legs.uid, arms.day, arms.uid) == (
        "2024-03-14T18:05:00", "f" * 32, date(2024, 3, 15), "",
    )  # fmt: skip
    assert [(one.name, [each.reps for each in one.sets]) for one in legs.exercises] == [
        ("squat", [10, 8]),
        ("leg curl", [12]),
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"62.5,kg", b"62.5,stone", "The load has a unit that is neither kg nor lb."),
        (b"62.5,kg", b"heavy,kg", "The load is not a number that can be read."),
        (b",normal,", b",brutal,", "This kind of set is none: write normal, warm_up, drop, myo or failure."),
        (b"2024-01-01,,", b"2024-01-01,noon,", "The time cannot be read: write it like 18:05, or leave it empty."),
        (b"2024-01-01", b"2035-01-01", "The date lies in the future."),
        (b"squat", b"", "There is no exercise."),
        (b",10,62.5", b",ten,62.5", "There is a number that cannot be read, or that is larger than any that there is."),
        (b",10,62.5", b",10.5,62.5", "A number that can only be whole has a fraction."),
        (b",10,62.5", b",,62.5", "Nothing was entered in this set."),
    ],
)
def test_what_was_changed_for_the_worse_is_told(old: bytes, new: bytes, reason: str) -> None:
    head, row = sets_csv.write([workout(LoggedExercise("squat", (TEN,)))], str).splitlines()
    table = training(head + b"\n" + row.replace(old, new) + b"\n")
    assert table.workouts == ()
    assert [(one.line, one.reason) for one in table.skipped] == [(2, reason)]


def test_the_same_row_twice_is_one_set() -> None:
    head, row = sets_csv.write([workout(LoggedExercise("squat", (TEN,)))], str).splitlines()
    table = training(b"\n".join([head, row, row, b""]))
    assert table.set_count == 1
    assert [one.reason for one in table.skipped] == ["This row is repeated: the same one stands further up."]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(check_ins())
def test_every_reading_comes_back(days: tuple[CheckInRecord, ...]) -> None:
    table = measured(measurements_csv.write(ada(*days)))
    assert table.skipped == ()
    spots = {one.header: one.spot for one in table.columns}
    found = [(row.day, spots[cell.column], cell.quantity) for row in table.rows for cell in row.cells]
    expected = [(one.day, each.spot, each.quantity) for one in days for each in one.readings]
    assert [(day, spot, each.unit, each.entered) for day, spot, each in found] == [
        (day, spot, each.unit, decimal_text(each)) for day, spot, each in expected
    ]
    assert [each.value for *_, each in found] == pytest.approx([each.value for *_, each in expected], abs=1e-5)


@pytest.mark.parametrize("start", STARTS)
def test_own_sites_come_back_under_their_names(start: str) -> None:
    name = f"{start}Belly, high".strip()
    reading = ReadingRecord(Spot("own_x"), Quantity(90.0, "cm", "90"), "typed")
    one = CheckInRecord(FIRST_DAY, "", None, None, (reading,))
    [column] = measured(measurements_csv.write(ada(one, own=(CustomSiteRecord("own_x", name, False),)))).columns
    assert (column.spot, column.label, column.unit) == (None, name, "cm")


@pytest.mark.parametrize("note", ["=1+1", "@SUM(A1)", "'=x", "fine;=1+1"])
def test_notes_of_measurements_run_in_no_spreadsheet(note: str) -> None:
    reading = ReadingRecord(Spot("neck"), Quantity(38.0, "cm", "38"), "typed")
    for readings in ((), (reading,)):
        one = CheckInRecord(FIRST_DAY, note, None, None, readings)
        whole = measurements_csv.write(ada(one)).decode("utf-8-sig")
        written = list(csv.reader(io.StringIO(whole)))[1][-1]
        assert written.replace("'", "") == note.replace("'", "") and as_written(written) == note
        assert not re.search(r"(?:^|;)[=@]", written)


def test_what_no_body_measures_is_told() -> None:
    text = (
        "date,time,site,side,value,unit,note\n2024-01-01,,Calf,left,3.9,cm,\n2024-01-01,,Calf,up,39,cm,\n"
        "2024-01-01,,Calf,left,39,,\n2024-01-01,,Calf,left,39,kg,\n2024-01-01,,,,,,a note\n2024-01-01,,,left,39,cm,\n"
        "2024-01-01,,calf,left,39,cm,\n"
    )
    table = measured(text.encode())
    assert [(row.day.isoformat(), row.cells[0].quantity.value) for row in table.rows] == [("2024-01-01", 39.0)]
    assert [(one.line, one.reason) for one in table.skipped] == [
        (2, "No human body measures this here: check the number and its unit."),
        (3, "This side is none: write left or right, or leave it empty."),
        (4, "There is no unit: write cm, mm, in, kg, lb or %."),
        (5, "This is not a number with a unit that can be measured here."),
        (6, "Notes of check-ins stay in the file: only the JSON export brings them back."),
        (7, "It is not said what was measured: write it under site."),
    ]


AMOUNTS = st.fixed_dictionaries(
    {},
    optional={
        one: st.integers(0, int(MOST[one] * 100)).map(lambda hundredths: hundredths / 100) for one in Nutrient
    },
)  # fmt: skip


@given(st.dictionaries(st.dates(date(2020, 1, 1), TODAY), AMOUNTS.filter(bool), min_size=1, max_size=5))
def test_every_amount_comes_back(days: dict[date, dict[Nutrient, float]]) -> None:
    units = {Nutrient.ENERGY: "kcal", Nutrient.WATER: "L"}
    records = []
    for day, found in sorted(days.items()):
        amounts = ((one, quantity_of(f"{value}", units.get(one, "g"))) for one, value in found.items())
        records.append(FoodDayRecord(day, tuple(FoodAmountRecord(one, quantity) for one, quantity in amounts)))
    table = measured(food_csv.write(records))
    assert table.skipped == ()
    nutrients = {one.header: one.nutrient for one in table.columns}
    assert {
        row.day: {nutrients[cell.column]: cell.quantity.value for cell in row.cells} for row in table.rows
    } == days  # fmt: skip


def test_what_is_left_out_of_view_has_no_column() -> None:
    amounts = (
        FoodAmountRecord(Nutrient.ENERGY, quantity_of("1800+240", "kcal")),
        FoodAmountRecord(Nutrient.WATER, quantity_of("500", "mL")),
    )
    one = FoodDayRecord(FIRST_DAY, amounts)
    assert food_csv.write([one], {Nutrient.ENERGY}).decode("utf-8-sig").splitlines() == [
        "date,protein_g,carbohydrate_g,fat_g,water_l",
        "2024-01-01,,,,0.5",
    ]
    assert food_csv.write([one]).decode("utf-8-sig").splitlines()[1] == "2024-01-01,2040,,,,0.5"
    only_energy = FoodDayRecord(FIRST_DAY, amounts[:1])
    assert len(food_csv.write([only_energy], {Nutrient.ENERGY}).splitlines()) == 1


def test_food_that_nobody_eats_is_told() -> None:
    text = "date,energy_kcal,protein_g\n2024-01-01,99999,100\n2024-01-01,2000,90\n2024-01-02,many,\nyesterday,2000,\n"
    table = measured(text.encode())
    assert [(row.line, [cell.column for cell in row.cells]) for row in table.rows] == [(2, ["protein_g"])]
    assert [(one.line, one.reason) for one in table.skipped] == [
        (2, "Nobody takes in more than 20\N{NARROW NO-BREAK SPACE}000 kcal a day: check the number."),
        (3, "This day stands further up already: a day has one row."),
        (4, "This is not a number that can be read."),
        (5, "The date cannot be read."),
    ]


def test_thousands_of_kilocalories_are_read() -> None:
    table = measured(b'date,energy_kcal,protein_g\n2024-01-01,"2,100","150,5"\n2024-01-02,2100 kJ,\n')
    assert [[cell.quantity.value for cell in row.cells] for row in table.rows] == [[2100.0, 150.5]]
    assert [one.line for one in table.skipped] == [3]


def energies(*rows: str) -> list[float]:
    table = measured(("date;energy_kcal;protein_g\n" + "".join(f"2024-01-0{1 + at};{one}\n" for at, one in
                      enumerate(rows))).encode())  # fmt: skip
    return [row.cells[0].quantity.value for row in table.rows]


def test_thousands_are_told_from_decimals_by_the_rest_of_the_table() -> None:
    assert energies("2.100;150,5", "1.950,5;90") == [2100.0, 1950.5]
    assert energies("2.100;150", "1.950;90") == [2100.0, 1950.0]
    assert energies("2.125;150.5", "1950;90") == [2.125, 1950.0]
    assert energies("512.125;150", "640.375;90") == [512.125, 640.375], "nobody eats half a million"


def test_thousandths_of_a_kilocalorie_come_back() -> None:
    amount = FoodAmountRecord(Nutrient.ENERGY, quantity_of("12.125", "kcal"))
    [row] = measured(food_csv.write([FoodDayRecord(FIRST_DAY, (amount,))])).rows
    assert row.cells[0].quantity.value == 12.125


@pytest.mark.parametrize(
    "text",
    ["Date,Site,Side,Value,Unit\n03/04/2025,Waist,,84,cm\n05/06/2025,Waist,,85,cm\n",
     "date,energy_kcal\n03/04/2025,2000\n05/06/2025,2100\n"],
)  # fmt: skip
def test_the_order_of_day_and_month_is_asked(text: str) -> None:
    for order, month in ((DateOrder.DAY_FIRST, 4), (DateOrder.MONTH_FIRST, 3)):
        table = recognise(text.encode(), TODAY, answers=Answers(order=order))
        assert isinstance(table, MeasurementTable)
        assert (table.order_asked, table.order, table.order_example) == (True, order, "03/04/2025")
        assert table.rows[0].day.month == month
        assert table.skipped == ()
    assert len(measured(text.encode()).rows) == 2


def test_the_order_of_the_days_of_workouts_is_asked() -> None:
    head, row = sets_csv.write([workout(LoggedExercise("squat", (TEN,)))], str).splitlines()
    data = head + b"\n" + row.replace(b"2024-01-01", b"01/02/2024") + b"\n"
    table = recognise(data, TODAY, answers=Answers(order=DateOrder.DAY_FIRST))
    assert isinstance(table, TrainingTable)
    assert (table.order_asked, table.workouts[0].day) == (True, date(2024, 2, 1))


def test_texts_come_back_from_a_table_in_the_shape_of_strong() -> None:
    one = LoggedExercise("-squat", (replace(TEN, note="-5 kg next time; -2 reps"), TEN))
    kept = workout(one, title="=Legs")
    kept = replace(kept, workout=replace(kept.workout, note="@home"))
    data = strong_csv.write([kept], str, "Workout")
    assert b";'=Legs;'-squat;" in data
    [back] = training(data).workouts
    assert (back.title, back.note, back.exercises[0].name) == ("=Legs", "@home", "-squat")
    assert "-5 kg next time; -2 reps" in (back.exercises[0].note, back.exercises[0].sets[0].note)
    head, row, *_ = data.decode().splitlines()
    theirs = training(f"{head}\n{row.replace('@home', '').replace(chr(39) + ';', ';')}\n".encode())
    assert theirs.workouts[0].exercises[0].name == "'-squat", "Strong itself puts nothing in front"
