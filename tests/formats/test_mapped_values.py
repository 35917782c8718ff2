"""Tables of measurements and food as a person explained them: what is taken, and what is told instead."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

import pytest

from legwork.domain.sites import Side
from legwork.errors import UserError
from legwork.formats.dates import DateOrder
from legwork.formats.mapping import Purpose, Role, TableMapping
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import Answers
from mapping_tables import DAY, NOTHING, food, lines, log, measure, read, reasons, use, values

CALF = measure("calf", "cm", Side.LEFT)
WEIGHT = measure("body_weight", "kg")


def test_each_column_goes_where_it_was_said() -> None:
    found = values(
        "Datum;Wade;Gewicht;Bauchfalte;kcal\n2025-03-04;38,5;82,5;30;2100\n",
        DAY, CALF, WEIGHT, measure("", "cm", label="Bauchfalte"), food("energy", "kcal"), delimiter=";",
    )  # fmt: skip
    assert lines(found) == [
        ("2025-03-04", "calf:left", "38,5 cm"),
        ("2025-03-04", "body_weight", "82,5 kg"),
        ("2025-03-04", "Bauchfalte", "30 cm"),
        ("2025-03-04", "energy", "2100 kcal"),
    ]
    assert found.format_name == "Table of measurements and food"
    assert [one.count for one in found.columns] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("unit", "cell", "cm"),
    [
        ("in", "15 1/4", 38.735),
        ("in", "15.25", 38.735),
        ("mm", "385", 38.5),
        ("cm", "15.5 in", 39.37),
        ("m", "0.38", 38.0),
    ],
)
def test_the_unit_of_the_column_holds_unless_a_cell_has_its_own(unit: str, cell: str, cm: float) -> None:
    found = values(f"Date,Calf\n2025-03-04,{cell}\n", DAY, measure("calf", unit, Side.LEFT))
    assert found.rows[0].cells[0].quantity.value == pytest.approx(cm)


def test_what_stands_above_the_header_and_below_the_rows_is_told() -> None:
    found = values("My calves\nsince March\n\nDate,Calf\n2025-03-04,38\nMean,38\n", DAY, CALF, header=3)
    assert len(found.rows) == 1
    assert [(line, reason) for line, reason in reasons(found)] == [
        (1, "It stands above the names of the columns."),
        (2, "It stands above the names of the columns."),
        (6, "This row sums up the others."),
    ]


def test_a_header_that_comes_again_is_no_row() -> None:
    found = values("Date,Calf\n2025-03-04,38\nDate,Calf\n2025-03-11,38.2\n", DAY, CALF)
    assert [row.day.day for row in found.rows] == [4, 11]
    assert reasons(found) == [(3, "The names of the columns once more.")]


def test_a_table_without_a_header() -> None:
    found = values("2025-03-04,38\n2025-03-11,38.2\n", DAY, CALF, header=0)
    assert [row.line for row in found.rows] == [1, 2]


def test_columns_that_are_left_out_are_told_once() -> None:
    found = values("Date,Calf,Mood,Empty\n2025-03-04,38,good,\n2025-03-11,38,bad,\n", DAY, CALF)
    assert [(one.text, one.reason) for one in found.skipped] == [("Mood", "This column is left out.")]


def test_days_that_are_numbers() -> None:
    assert [one[0] for one in lines(values("d,c\n45302,38\n45303.75,38.1\n", DAY, CALF))] == [
        "2024-01-11",
        "2024-01-12",
    ]
    assert [one[0] for one in lines(values("d,c\n20240115,38\n", DAY, CALF))] == ["2024-01-15"]
    for stamps in (("1705361400", "1705447800"), ("1705361400000", "1705447800000")):  # half past eleven at night, UTC
        table = "d,c\n{},38\n{},38.1\n".format(*stamps)
        for zone, day in ((UTC, "2024-01-15"), (timezone(timedelta(hours=1)), "2024-01-16")):
            found = read(table, TableMapping(Purpose.DAYS, (DAY, CALF)), Answers(zone=zone))
            assert isinstance(found, MeasurementTable) and lines(found)[0][0] == day
    mixed = values("d,c\n1705361400,38\n1705447800000,38\n", DAY, CALF)
    assert len(mixed.skipped) == 2, "two ways of counting in one column are none"


def test_the_order_of_day_and_month_is_that_of_the_file_else_the_answer() -> None:
    assert lines(values("d,c\n3/4/2025,38\n13/4/2025,38\n", DAY, CALF))[0][0] == "2025-04-03"
    for order, day in ((DateOrder.DAY_FIRST, "2025-04-03"), (DateOrder.MONTH_FIRST, "2025-03-04")):
        found = values("d,c\n3/4/2025,38\n", DAY, CALF, order=order)
        assert lines(found)[0][0] == day
        assert (found.order, found.order_asked, found.order_example) == (order, True, "3/4/2025")
    against = read("d,c\n3/4/2025,38\n", TableMapping(Purpose.DAYS, (DAY, CALF), order=DateOrder.DAY_FIRST),
                   Answers(order=DateOrder.MONTH_FIRST))  # fmt: skip
    assert lines(against)[0][0] == "2025-03-04", "an answer in the preview holds"  # type: ignore[arg-type]


def test_an_empty_day_repeats_the_one_above_only_if_so_said() -> None:
    table = "d,w,c\n2025-03-04,82,\n,,38\n2025-03-05,83,\n"
    assert [one[0] for one in lines(values(table, DAY, WEIGHT, CALF, fill=True))] == ["2025-03-04"] * 2 + ["2025-03-05"]
    assert reasons(values(table, DAY, WEIGHT, CALF)) == [(3, "There is no date.")]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("0", "Zero stands for “not measured”."),
        ("abc", "This is not a number that can be read."),
        ("380", "No human body measures this here: check the number and its unit."),
        ("-38", "This is not a number that can be read."),
    ],
)
def test_a_cell_that_is_not_taken_is_told(cell: str, reason: str) -> None:
    found = values(f"d,c\n2025-03-04,{cell}\n2025-03-05,38\n", DAY, CALF)
    assert reasons(found) == [(2, reason)]
    assert len(found.rows) == 1


def test_a_number_that_the_delimiter_tore_in_two_is_not_taken() -> None:
    found = values("d,c\n2025-03-04,38,5\n2025-03-05,38\n", DAY, CALF, NOTHING)
    assert [row.day.day for row in found.rows] == [5]
    assert [(one.line, one.reason) for one in found.skipped if "more values" in one.reason] == [
        (2, "This row has more values than there are columns, so it is not clear which is which.")
    ]


def test_a_word_behind_the_last_column_is_a_remark() -> None:
    found = values("d,c\n2025-03-04,38,after a holiday\n2025-03-05,38\n", DAY, CALF, NOTHING)
    assert [row.day.day for row in found.rows] == [4, 5]
    assert [one.reason for one in found.skipped] == ["This column is left out."]


def test_a_repeated_row_of_measurements_is_told() -> None:
    found = values("d,c\n2025-03-04,38\n2025-03-04,38\n2025-03-04,38.4\n", DAY, CALF)
    assert lines(found) == [("2025-03-04", "calf:left", "38 cm"), ("2025-03-04", "calf:left", "38.4 cm")]
    assert reasons(found) == [(3, "This row is repeated: the same one stands further up.")]


def test_meals_of_a_day_are_added_up() -> None:
    found = values(
        "d,meal,kcal,protein\n2025-03-04,breakfast,600,30\n2025-03-04,lunch,850.5,40\n2025-03-05,all,2000,\n",
        DAY, NOTHING, food("energy", "kcal"), food("protein", "g"),
    )  # fmt: skip
    assert lines(found) == [
        ("2025-03-04", "energy", "600+850.5 kcal"),
        ("2025-03-04", "protein", "30+40 g"),
        ("2025-03-05", "energy", "2000 kcal"),
    ]
    assert found.rows[0].cells[0].quantity.value == 1450.5


def test_the_same_food_twice_is_counted_and_told() -> None:
    found = values("d,f,kcal\n2025-03-04,egg,80\n2025-03-04,egg,80\n", DAY, NOTHING, food("energy", "kcal"))
    assert lines(found) == [("2025-03-04", "energy", "80+80 kcal")]
    assert [(one.line, "both are counted" in one.reason) for one in found.suspects] == [(3, True)]


def test_a_day_of_nothing_but_zeros_was_not_written_down() -> None:
    found = values("d,kcal,fat\n2025-03-04,0,0\n2025-03-05,1500,0\n", DAY, food("energy", "kcal"), food("fat", "g"))
    assert lines(found) == [("2025-03-05", "energy", "1500 kcal"), ("2025-03-05", "fat", "0 g")]


def test_kcal_and_kj_side_by_side_are_one() -> None:
    found = values(
        "d,kcal,kJ\n2025-03-04,500,2092\n2025-03-04,600,2510\n", DAY, food("energy", "kcal"), food("energy", "kJ")
    )
    assert lines(found) == [("2025-03-04", "energy", "500+600 kcal")]


@pytest.mark.parametrize(
    ("cells", "decimal", "kcal"),
    [
        (("2,100", "82.5"), "", 2100), (("2.100", "82,5"), "", 2100), (("2,100", "82"), "", 2100),
        (("1 800", "82"), "", 1800), (("1.800", "82"), ".", 1.8), (("1.800,5", "82"), "", 1800.5),
    ],
)  # fmt: skip
def test_thousands_are_told_from_decimals_by_the_other_numbers(
    cells: tuple[str, str], decimal: str, kcal: float
) -> None:
    found = values(f"d;k;w\n2025-03-04;{cells[0]};{cells[1]}\n", DAY, food("energy", "kcal"), WEIGHT, delimiter=";",
                   decimal=decimal)  # fmt: skip
    assert found.rows[0].cells[0].quantity.value == pytest.approx(kcal)


LONG = (DAY, use(Role.NAME), use(Role.VALUE, unit="cm"), use(Role.UNIT), use(Role.SIDE))


def test_a_row_for_each_value() -> None:
    found = values(
        "d,what,v,u,side\n2025-03-04,Thigh,58,cm,left\n2025-03-04,Weight,180,lb,\n2025-03-04,Kalorien,2100,kcal,\n"
        "2025-03-04,Tummy roll,30,,\n",
        *LONG, purpose=Purpose.READINGS,
    )  # fmt: skip
    assert lines(found) == [
        ("2025-03-04", "mid_thigh:left", "58 cm"),
        ("2025-03-04", "body_weight", "180 lb"),
        ("2025-03-04", "energy", "2100 kcal"),
        ("2025-03-04", "Tummy roll", "30 cm"),
    ]


def test_a_row_for_each_value_that_is_not_kept() -> None:
    found = values(
        "d,what,v,u,side\n2025-03-04,Pulse,60,bpm,\n2025-03-04,Muscle mass,40,kg,\n2025-03-04,,60,cm,\n"
        "2025-03-04,Calf,38,cm,\n",
        *LONG, purpose=Purpose.READINGS,
    )  # fmt: skip
    assert reasons(found) == [
        (2, "Legwork keeps no values in this unit."),
        (3, "Legwork keeps no values of this kind."),
        (4, "It does not say what was measured."),
    ]
    assert len(found.rows) == 1


def test_values_without_units_are_in_those_that_were_said() -> None:
    columns = (DAY, use(Role.NAME), use(Role.VALUE, unit="in"))
    found = values("d,what,v\n2025-03-04,Left calf,15\n2025-03-04,Weight,180\n2025-03-04,Body fat,18\n", *columns,
                   purpose=Purpose.READINGS)  # fmt: skip
    assert lines(found) == [
        ("2025-03-04", "calf:left", "15 in"),
        ("2025-03-04", "body_weight", "180 lb"),
        ("2025-03-04", "body_fat", "18 %"),
    ]


def test_the_same_table_is_known_again_and_another_one_is_not() -> None:
    one, again = (values(f"Date,Calf\n{day},38\n", DAY, CALF) for day in ("2025-03-04", "2025-03-11"))
    other = values("Day,My calf\n2025-03-04,38\n", DAY, CALF)
    assert one.source == again.source != other.source
    assert len(one.source) <= 40, "as much as the store keeps"


def test_what_was_not_said_is_asked_for() -> None:
    with pytest.raises(UserError, match="which column holds the day"):
        values("a,b\n1,2\n", NOTHING, CALF)
    with pytest.raises(UserError, match="at least one column"):
        values("a,b\n1,2\n", DAY, NOTHING)
    with pytest.raises(UserError, match="names what was measured"):
        values("a,b\n1,2\n", DAY, use(Role.VALUE), purpose=Purpose.READINGS)


def test_a_header_further_down_than_there_are_rows() -> None:
    with pytest.raises(UserError, match="ends before the row"):
        values("Date,Calf\n2025-03-04,38\n", DAY, CALF, header=9)


def test_two_columns_of_one_name_stay_apart() -> None:
    found = values("d,c,c\n2025-03-04,38,39\n", DAY, CALF, measure("calf", "cm", Side.RIGHT))
    assert lines(found) == [("2025-03-04", "calf:left", "38 cm"), ("2025-03-04", "calf:right", "39 cm")]


def test_a_value_that_jumps_is_worth_a_look() -> None:
    found = values("d,c\n2025-03-04,38\n2025-03-11,57\n2025-03-18,38\n", DAY, CALF)
    assert [one.line for one in found.suspects] == [3]


def test_a_row_may_name_the_unit_of_the_columns_that_it_fits() -> None:
    found = values(
        "d,w,u,t\n2025-03-04,82,kg,57\n2025-03-11,181,lbs,57\n2025-03-18,181,,57\n2025-03-25,82 kg,lb,57\n",
        DAY, measure("body_weight", "lb"), use(Role.UNIT), measure("mid_thigh", "cm"),
    )  # fmt: skip
    assert [one[2] for one in lines(found)] == [
        "82 kg", "57 cm", "181 lb", "57 cm", "181 lb", "57 cm", "82 kg", "57 cm",
    ]  # fmt: skip
    assert found.skipped == ()


def test_a_unit_that_fits_no_column_is_told() -> None:
    found = values(
        "d,w,u\n2025-03-04,82,kcal\n2025-03-11,82,hands\n2025-03-18,82,kg\n",
        DAY, measure("body_weight", "lb"), use(Role.UNIT),
    )  # fmt: skip
    assert [one[2] for one in lines(found)] == ["82 kg"]
    assert reasons(found) == [(line, "Legwork keeps no values in this unit.") for line in (2, 3)]


def test_the_sum_of_a_day_is_not_added_to_its_meals() -> None:
    found = values(
        "d,m,k\n2025-03-04,Lunch,500\n2025-03-04,Dinner,700\n2025-03-04,Total:,1200\n2025-03-05,Total,1900\n",
        DAY, NOTHING, food("energy", "kcal"),
    )  # fmt: skip
    assert [(one[0], one[2]) for one in lines(found)] == [("2025-03-04", "500+700 kcal"), ("2025-03-05", "1900 kcal")]
    assert (4, "This is the sum of the other rows of its day.") in reasons(found)


def test_grams_of_a_body_come_in_thousands() -> None:
    found = values('Day,Weight\n2025-03-04,"82,400"\n2025-03-05,"82,100"\n', DAY, measure("body_weight", "g"))
    assert [(when, shown) for when, _, shown in lines(found)] == [
        ("2025-03-04", "82400 g"),
        ("2025-03-05", "82100 g"),
    ]


def test_a_row_that_names_millilitres_has_thousands_of_them() -> None:
    table = 'Day,Unit,Water\n2025-03-04,ml,"2,300"\n2025-03-05,l,"2,300"\n'
    found = values(table, DAY, use(Role.UNIT), food("water", "L"))
    assert [shown for *_, shown in lines(found)] == ["2300 mL", "2,300 L"]


@pytest.mark.parametrize("word", ["Total", "Average:", "Total change", "Durchschnitt", "Ø Schnitt", "Moyenne"])
def test_a_row_that_sums_up_others_is_called_so(word: str) -> None:
    found = values(f"d,c\n2025-03-04,38\n{word},38\n", DAY, CALF)
    assert (len(found.rows), reasons(found)) == (1, [(3, "This row sums up the others.")])
    trained = log(f"d,e,r\n2025-03-04,Squat,8\n{word},,8\n", DAY, use(Role.EXERCISE), use(Role.REPS))
    assert reasons(trained) == [(3, "This row sums up the others.")]
    filled = values(f"d,c\n2025-03-04,38\n{word},38\n,39\n", DAY, CALF, fill=True)
    assert len(filled.rows) == 1, "what stands below it is of no day"
