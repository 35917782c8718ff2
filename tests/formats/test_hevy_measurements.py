"""Hevy's measurement_data.csv: every quirk in a small file beside what must come out of it."""

from __future__ import annotations

from datetime import date

import pytest

from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.errors import Cancelled, UserError
from legwork.formats import hevy_measurements, wide
from legwork.formats.dates import DateOrder
from legwork.formats.hevy_measurements import matches
from legwork.formats.records import Cell, Column, MeasurementTable, Row, Skipped
from legwork.formats.text import decode, read_table
from legwork.formats.training_records import NO_ANSWERS, Answers

TODAY = date(2026, 7, 1)
HEADER = (
    '"date","weight_kg","fat_percent","neck_in","shoulder_in","chest_in","left_bicep_in","right_bicep_in",'
    '"left_forearm_in","right_forearm_in","abdomen_in","waist_in","hips_in","left_thigh_in","right_thigh_in",'
    '"left_calf_in","right_calf_in"\n'
)


def read(text: str | bytes, answers: Answers = NO_ANSWERS) -> MeasurementTable:
    table = read_table(decode(text.encode() if isinstance(text, str) else text))
    assert matches(table.header)
    return hevy_measurements.read(table, TODAY, answers=answers)


def values(table: MeasurementTable) -> list[tuple[date, dict[str, float]]]:
    return [(row.day, {cell.column: cell.quantity.value for cell in row.cells}) for row in table.rows]


def reasons(table: MeasurementTable) -> list[tuple[int, str, str]]:
    return [(one.line, one.text, one.reason) for one in table.skipped]


def test_kilograms_with_inches_as_hevy_writes_them() -> None:
    table = read(
        HEADER
        + '"14 Jan 2025, 00:00",80.5,18.2,15.25,,,14.5,14.75,,,,33,,22,22.5,14.5,14.5\n'
        + '"7 Jan 2025, 00:00",81,,,,,,,,,34,,,,,,\n'
    )
    assert (table.source, table.format_name) == ("hevy", "Hevy measurements")
    assert table.columns == (
        Column("weight_kg", Spot("body_weight"), "Weight", "kg", 2),
        Column("fat_percent", Spot("body_fat"), "Fat percent", "%", 1),
        Column("neck_in", Spot("neck"), "Neck", "in", 1),
        Column("left_bicep_in", Spot("flexed_arm", Side.LEFT), "Left bicep", "in", 1),
        Column("right_bicep_in", Spot("flexed_arm", Side.RIGHT), "Right bicep", "in", 1),
        Column("abdomen_in", None, "Abdomen", "in", 1),
        Column("waist_in", Spot("waist"), "Waist", "in", 1),
        Column("left_thigh_in", Spot("mid_thigh", Side.LEFT), "Left thigh", "in", 1),
        Column("right_thigh_in", Spot("mid_thigh", Side.RIGHT), "Right thigh", "in", 1),
        Column("left_calf_in", Spot("calf", Side.LEFT), "Left calf", "in", 1),
        Column("right_calf_in", Spot("calf", Side.RIGHT), "Right calf", "in", 1),
    )
    assert table.rows[1] == Row(
        3,
        date(2025, 1, 7),
        (
            Cell("weight_kg", Quantity(81.0, "kg", "81")),
            Cell("abdomen_in", Quantity(86.36, "in", "34")),
        ),
    )
    assert table.rows[0].cells[2] == Cell("neck_in", Quantity(38.735, "in", "15.25"))
    assert table.skipped == table.suspects == ()


def test_pounds_with_centimetres_and_sites_without_a_side() -> None:
    table = read("date,weight_lbs,thigh_cm,bicep_cm,calf_cm,shoulder_cm\n2025-01-14,180,55,38,39,120\n")
    assert [column.spot for column in table.columns] == [
        Spot("body_weight"), Spot("mid_thigh"), Spot("flexed_arm"), Spot("calf"), Spot("shoulders"),
    ]  # fmt: skip
    assert table.rows[0].cells[0].quantity == Quantity(81.646627, "lb", "180")


@pytest.mark.parametrize(
    "encoded",
    [
        "date;waist_cm\r\n14 mär. 2025, 00:00;80,5\r\n".encode("cp1252"),
        "date;waist_cm\r\n14 Mär. 2025, 00:00;80,5\r\n".encode("utf-8-sig"),
        "date\twaist_cm\n14 мар. 2025 г., 00:00\t80,5\n".encode("utf-16"),
        b'DATE , Waist CM\r"14 Mart 2025, 00:00","80,5"\r',
        b"date,waist_cm\n14 Mar 2025, 00:00,80.5\n",  # the quotation marks of the date are lost
        b"\n\nsep=,\ndate,waist_cm,\n2025-03-14,80.5,\n",
        b"waist_cm,date\n80.500000000000014,14/3/2025 10:00",
    ],
)
def test_encodings_delimiters_line_ends_and_languages(encoded: bytes) -> None:
    table = read(encoded)
    assert values(table) == [(date(2025, 3, 14), {table.columns[0].header: 80.5})]
    assert table.skipped == ()


def test_what_is_not_taken_is_told_with_its_line_and_reason() -> None:
    table = read(
        "date,weight_kg,waist_cm,mood\n"
        "14 Jan 2025,80,0,\n"  # line 2: zero is absent
        "15 Jan 2025,0.0,85 apples,fine\n"  # 3: nothing left of it
        "16 Jan 2025,877777,85,\n"  # 4: no human weighs that
        "17 Jan 2025,,,\n"  # 5: no values
        ",80,85,\n"  # 6: no date
        "18 Jan 2999,80,85,\n"  # 7: the future
        "14 Jan 2025,80,0,\n"  # 8: line 2 again
        "19 Jan 2025,80,85,5,7,9\n"  # 9: too many values
        "20 Jan 2025,-5,85,\n"  # 10: negative
        '21 Jan 2025,"80"5,85,\n'  # 11: quotation marks
        "22 Jan 2025,81\n"  # 12: short, yet whole
    )
    assert values(table) == [
        (date(2025, 1, 14), {"weight_kg": 80.0}),
        (date(2025, 1, 16), {"waist_cm": 85.0}),
        (date(2025, 1, 20), {"waist_cm": 85.0}),
        (date(2025, 1, 22), {"weight_kg": 81.0}),
    ]
    zero = "Zero stands for “not measured”."
    unread = "This is not a number that can be read."
    assert reasons(table) == [
        (2, "waist_cm: 0", zero),
        (3, "weight_kg: 0.0", zero),
        (3, "waist_cm: 85 apples", unread),
        (3, "mood: fine", "Legwork keeps no values of this kind."),
        (4, "weight_kg: 877777", "No human body measures this here: check the number and its unit."),
        (5, "17 Jan 2025, , ,", "This row has no values."),
        (6, ", 80, 85,", "There is no date."),
        (7, "18 Jan 2999, 80, 85,", "The date lies in the future."),
        (8, "14 Jan 2025, 80, 0,", "This row is repeated: the same one stands further up."),
        (
            9,
            "19 Jan 2025, 80, 85, 5, 7, 9",
            "This row has more values than there are columns, so it is not clear which is which.",
        ),
        (10, "weight_kg: -5", unread),
        (11, "", "The quotation marks in this row do not match."),
    ]


def test_two_different_rows_of_one_day_are_both_taken() -> None:
    table = read("date,left_calf_cm\n14 Jan 2025,38.2\n14 Jan 2025,38.4\n")
    assert values(table) == [
        (date(2025, 1, 14), {"left_calf_cm": 38.2}),
        (date(2025, 1, 14), {"left_calf_cm": 38.4}),
    ]


def test_unknown_girths_are_offered_and_names_stay_apart() -> None:
    table = read(
        "date,waist_cm,glutes_cm,left_neck_cm,abdomen_cm,abdomen_in\n14 Jan 2025,80,100,9,88,\n21 Jan 2025,,,,,35\n"
    )
    assert [(column.header, column.spot, column.label) for column in table.columns] == [
        ("waist_cm", Spot("waist"), "Waist"),
        ("glutes_cm", None, "Glutes"),
        ("left_neck_cm", None, "Left neck"),
        ("abdomen_cm", None, "Abdomen"),
        ("abdomen_in", None, "Abdomen (2)"),
    ]


def test_one_value_in_two_columns_is_taken_once() -> None:
    table = read("date,weight_kg,weight_lbs,waist_cm,waist_cm\n14 Jan 2025,80,176,85,85\n21 Jan 2025,,176,,84\n")
    assert [list(cells) for _, cells in values(table)] == [
        ["weight_kg", "waist_cm"],
        ["weight_lbs", "waist_cm (2)"],
    ]
    assert [(line, text) for line, text, _ in reasons(table)] == [
        (2, "weight_lbs: 176"),
        (2, "waist_cm (2): 85"),
    ]


def test_jumps_are_taken_but_pointed_at() -> None:
    def lines(*numbers: float) -> list[int]:
        rows = [f"2025-01-{day:02},{number}\n" for day, number in enumerate(numbers, start=1)]
        return [suspect.line for suspect in read("date,left_thigh_cm\n" + "".join(rows)).suspects]

    assert lines(55, 56, 57) == []
    assert lines(55) == []
    assert lines(55, 80) == [3]
    assert lines(55, 80, 56, 55) == [3]
    assert lines(80, 55, 56) == [2]
    assert lines(55, 55, 80, 80, 80) == [4]
    assert lines(40, 50) == []


def test_a_suspect_shows_both_values() -> None:
    table = read("date,left_thigh_cm\n8 Jan 2025,80\n1 Jan 2025,55\n")
    assert table.suspects == (
        Skipped(
            2,
            "left_thigh_cm: 80 cm (55 cm)",
            "It differs by more than a quarter from the value next to it in time.",
        ),
    )


def test_dates_in_numbers_are_read_when_the_file_tells_their_order() -> None:
    assert [row.day for row in read("date,waist_cm\n1/14/2025,80\n2/3/2025,81\n").rows] == [
        date(2025, 1, 14),
        date(2025, 2, 3),
    ]


def test_dates_that_can_be_read_in_two_ways_are_asked_about() -> None:
    text = "date,waist_cm\n1/2/2025,80\n2/2/2025,81\n3/2/2025,81\n"
    unclear = read(text)
    assert (unclear.order_asked, unclear.order, unclear.order_example) == (True, DateOrder.DAY_FIRST, "1/2/2025")
    assert next(row.day for row in unclear.rows) == date(2025, 2, 1), "the days then follow each other"
    said = read(text, answers=Answers(order=DateOrder.MONTH_FIRST))
    assert [row.day for row in said.rows] == [date(2025, 1, 2), date(2025, 2, 2), date(2025, 3, 2)]
    assert said.order_asked


def test_a_file_cut_off_anywhere_gives_whole_rows_only() -> None:
    text = HEADER + "".join(
        f'"{day} Jan 2025, 00:00",80.5,18.2,15.25,48,42,14.5,14.75,12,12,34,33,40,22,22.5,14.5,14.25\n'
        for day in range(1, 4)
    )
    whole = read(text).rows
    for end in range(len(HEADER), len(text)):
        table = read(text[:end])
        complete = text[:end].count("\n") - 1
        assert table.rows[:complete] == whole[:complete]
        if len(table.rows) > complete:  # cut in its last cell: the rest of the row is right
            assert table.rows[complete].cells[:15] == whole[complete].cells[:15]
        elif not text[:end].endswith("\n"):
            assert table.skipped[-1].line == complete + 2


def test_header_only() -> None:
    table = read(HEADER)
    assert (table.columns, table.rows, table.skipped) == ((), (), ())


@pytest.mark.parametrize(
    "header",
    [
        ("date", "exercise", "weight_kg"),
        ("title", "start_time", "weight_kg"),
        ("weight_kg",),
        ("date", "weight"),
        ("date", "glutes_cm"),
        (),
    ],
)
def test_other_tables_are_not_taken_for_it(header: tuple[str, ...]) -> None:
    assert not matches(header)


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(UserError, match="lifetime"):
        read("date,waist_cm\n" + "1,2\n" * (wide.MAX_ROWS + 1))
    with pytest.raises(UserError, match="columns"):
        read("date,waist_cm" + ",a_cm" * wide.MAX_COLUMNS)


def test_it_stops_when_asked() -> None:
    with pytest.raises(Cancelled):
        hevy_measurements.read(read_table("date,waist_cm\n1,2\n"), TODAY, lambda: True)


@pytest.mark.parametrize(
    "header",
    [
        "Date,Calf L (cm),Calf R (cm),Thigh L,Thigh R,Weight kg",
        "Date,Weight kg,Wade li,Wade re",
        "date,weight_kg,calf_l_cm",
        "date,weight_kg,waist_cm,thigh",
        "date,weight_kg,mood",
        "date,neck_cm,mood,sleep",
    ],
)
def test_a_table_of_one_s_own_is_not_hevys(header: str) -> None:
    assert not matches(header.split(","))


@pytest.mark.parametrize("header", ["date,weight_kg", "date,weight_kg,waist_cm,mood", "DATE,Weight_KG,head_cm,"])
def test_what_hevy_may_add_does_not_hide_its_own(header: str) -> None:
    assert matches(header.split(","))
