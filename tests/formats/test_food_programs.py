"""MyFitnessPal, Cronometer, Fitbit and MacroFactor: what a day came to, in the file's own units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from health_files import MFP_BODY, MFP_EXERCISE, MFP_FOOD, TODAY, days, read, workbook, zipped
from legwork.errors import Cancelled, UserError
from legwork.formats import fitbit
from legwork.formats.dates import DateOrder
from legwork.formats.parts import Part, Several, UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import Answers

MON, TUE = date(2026, 1, 5), date(2026, 1, 6)


def test_meals_are_added_up_to_days() -> None:
    table = read(MFP_FOOD)
    assert (table.source, table.format_name) == ("myfitnesspal", "MyFitnessPal")
    assert days(table) == {
        MON: {"energy": "1568 kcal", "fat": "59 g", "carbohydrate": "116.7 g", "protein": "73.1 g"},
        TUE: {"energy": "700.5 kcal", "fat": "20 g", "carbohydrate": "60 g", "protein": "40 g"},
    }, "a day of zeros was not written down"
    assert {one.text for one in table.skipped if one.line == 1} == {
        "Meal",
        "Saturated Fat",
        "Sodium (mg)",
        "Fiber",
        "Vitamin A",
        "Note",
    }
    assert table.suspects == ()


def test_two_equal_meals_are_two() -> None:
    row = "2026-01-05,Snacks,100,1,0,0,10,0,5,0,\n"
    table = read(MFP_FOOD.splitlines(keepends=True)[0] + row + row)
    assert days(table)[MON]["energy"] == "200 kcal"


def test_french_headings_semicolons_and_decimal_commas() -> None:
    table = read(
        "Date;Repas;Calories;Lipides (g);Glucides (g);Protéines (g);Remarque\n"
        "30/09/2025;Déjeuner;512,4;12,1;70,2;25,3;\n30/09/2025;Dîner;1 650;20;70;40;\n"
    )
    assert days(table) == {
        date(2025, 9, 30): {
            "energy": "2162.4 kcal", "fat": "32.1 g", "carbohydrate": "140.2 g", "protein": "65.3 g",
        }
    }  # fmt: skip


def test_weights_without_a_unit_are_asked_about_with_a_guess() -> None:
    table = read(MFP_BODY)
    assert (table.unit_asked, table.unit, table.length_asked, table.length) == (True, "lb", True, "in")
    assert table.unit_why.startswith("Pounds are likelier: the weights lie around 176")
    assert table.length_why == "Inches are likelier, by girths like 33.5."
    assert days(table)[MON] == {"body_fat": "18.5 %", "body_weight": "175.0 lb", "waist": "33 in"}
    said = read(MFP_BODY.replace("175.0", "95").replace("176.0", "96"), Answers(unit="kg", length="in"))
    assert days(said)[TUE] == {"body_weight": "96 kg", "waist": "33.5 in"}
    assert said.unit_asked and said.unit == "kg"


def test_exercises_without_sets_are_refused_with_what_to_choose() -> None:
    with pytest.raises(UserError, match="choose its nutrition or measurement summary"):
        read(MFP_EXERCISE)


def test_the_whole_zip_is_one_preview() -> None:
    data = zipped({
        "File-Export/Nutrition-Summary.csv": MFP_FOOD, "File-Export/Measurement-Summary.csv": MFP_BODY,
        "File-Export/Exercise-Summary.csv": MFP_EXERCISE, "__MACOSX/._Nutrition-Summary.csv": "x",
    })  # fmt: skip
    table = read(data)
    assert days(table)[MON] == {
        "energy": "1568 kcal", "fat": "59 g", "carbohydrate": "116.7 g", "protein": "73.1 g", "body_fat": "18.5 %",
        "body_weight": "175.0 lb", "waist": "33 in",
    }  # fmt: skip
    assert table.unit_asked and table.length_asked
    assert any(one.text == "Exercise-Summary.csv" and "sets apart" in one.reason for one in table.skipped)
    assert days(read(data, Answers(unit="kg", length="cm")))[MON]["body_weight"] == "175.0 kg"


@pytest.mark.parametrize(("unit", "shown"), [("kcal", "2100.5 kcal"), ("kJ", "2101 kJ")])
def test_cronometers_days(unit: str, shown: str) -> None:
    table = read(
        f"Date,Energy ({unit}),Alcohol (g),Water (g),Carbs (g),Net Carbs (g),Fat (g),Protein (g),Completed\n"
        "2025-06-27,2100.53,0,2100.3,301.2,263.1,82.6,158.3,true\n2025-06-28,0.0,0,0,0,0,0,0,false\n"
    )
    assert days(table) == {
        date(2025, 6, 27): {
            "energy": shown, "water": "2100 mL", "carbohydrate": "301.2 g", "fat": "82.6 g", "protein": "158.3 g",
        }
    }  # fmt: skip
    assert "Net Carbs (g)" in {one.text for one in table.skipped}


def test_cronometers_foods_are_added_up() -> None:
    head = "Day,Time,Group,Food Name,Amount,Energy (kcal),Carbs (g),Fat (g),Protein (g),Category\n"
    rows = (
        '2026-02-11,07:30 PM,Dinner,"Beef, lean",150.00 g,306,0,13.5,46.01,Beef\n'
        "2026-02-11,,Snacks,Oats,1,100,20,2,4,\n"
    )
    assert days(read(head + rows)) == {
        date(2026, 2, 11): {"energy": "406 kcal", "carbohydrate": "20 g", "fat": "15.5 g", "protein": "50.01 g"}
    }
    with pytest.raises(UserError, match=r"dailysummary\.csv"):
        read("Day,Time,Group,Food Name,Amount,Category\n2025-06-27,08:15 ,B,Oat,1 cup,C\n")


def test_cronometers_biometrics() -> None:
    table = read(
        "Day,Time,Group,Metric,Unit,Amount\n2025-06-27,06:00 ,Data,Weight (Apple Health),lbs,180\n"
        "2025-06-27,7:00 AM,Uncategorized,Body Fat,%,18.2\n2025-06-28,,Data,Blood Pressure,mmHg,120/80\n"
        "2025-06-28,,Data,Weight,kg,81.5\n2025-06-29,,D,Waist Size,cm,84\n"
    )
    assert days(table) == {
        date(2025, 6, 27): {"body_weight": "180 lb", "body_fat": "18.2 %"},
        date(2025, 6, 28): {"body_weight": "81.5 kg"},
        date(2025, 6, 29): {"waist": "84 cm"},
    }
    assert [one.text for one in table.skipped] == ["Blood Pressure (mmHg)"]


FITBIT = (
    'Body\nDate,Weight,BMI,Fat\n"01-12-2015","113.44","32.44","0"\n"13-12-2015","112.4","32.2","20"\n\n'
    'Foods\nDate,Calories In\n"01-12-2015","2,100"\n"02-12-2015","1,900"\n\n'
    'Food Log 20151201\nMeal,Food,Calories\n"Breakfast"\n"","Oats","150"\nDaily Totals\n"","Calories","2,205"\n'
    '"","Fat","60 g"\n"","Protein","120 g"\n"","Water","48 fl oz"\n\nActivities\nDate,Steps\n"01-12-2015","9,000"\n'
)


def test_fitbits_sections_have_one_order_of_days_and_the_index_tells_the_unit() -> None:
    table = read(FITBIT)
    assert days(table) == {
        date(2015, 12, 1): {
            "body_weight": "113.44 kg", "energy": "2205 kcal", "fat": "60 g", "protein": "120 g", "water": "48 fl oz",
        },
        date(2015, 12, 2): {"energy": "1900 kcal"},
        date(2015, 12, 13): {"body_weight": "112.4 kg", "body_fat": "20 %"},
    }  # fmt: skip
    assert not table.order_asked, "13-12 is in no thirteenth month, for Foods as well"
    assert (table.unit_asked, table.unit) == (True, "kg")
    assert table.unit_why.startswith("Kilograms fit:"), "it can be put right, with what the guess is made from"
    assert days(read(FITBIT, Answers(unit="lb")))[date(2015, 12, 13)]["body_weight"] == "112.4 lb"
    pounds = read(FITBIT.replace('"113.44"', '"250.1"').replace('"112.4"', '"247.8"'))
    assert days(pounds)[date(2015, 12, 13)]["body_weight"] == "247.8 lb"


def test_millilitres_of_a_day_come_in_thousands() -> None:
    table = read(FITBIT.replace("48 fl oz", "2,300 ml"))
    assert days(table)[date(2015, 12, 1)]["water"] == "2300 mL"


def test_a_broken_row_of_fitbits_is_reported_and_the_rest_is_read() -> None:
    table = read(FITBIT.replace('"13-12-2015","112.4"', '"14-12-2015",x"112.4"') + '"open')
    assert date(2015, 12, 1) in days(table)
    assert any("quotation marks" in one.reason or "number" in one.reason for one in table.skipped)


def test_fitbits_weights_without_an_index_are_asked_about() -> None:
    table = read("Body\nDate,Weight\n2015-12-01,181\n2015-12-02,180\n")
    assert (table.unit_asked, table.unit) == (True, "lb")


def test_fitbits_pieces_and_googles_tables_come_together() -> None:
    piece = '[{"logId" : 1, "weight" : %s, "bmi" : 25.3, "date" : "%s", "time" : "07:12:05", "source" : "Aria"}]'
    data = zipped({
        "Takeout/Fitbit/weight-2020-01-01.json": piece % (181.4, "01/31/20"),
        "Takeout/Fitbit/weight-2020-02-01.json": piece % (180.2, "02/05/20"),
        "Takeout/Fitbit/steps-2020-01-01.json": '[{"dateTime": "01/31/20", "value": "12"}]',
        "Takeout/Fitbit/body_fat_2020-02-01.csv":
            "timestamp,body fat percentage,data source\n2020-02-05T12:00:00.1Z,19.5,App\n",
        "Takeout/Fitbit/weight.csv": "timestamp,weight grams,data source\n2020-02-06T12:00:00Z,81900,App\n",
        "Takeout/Fitbit/sleep.csv": "a,b\n1,2\n",
    })  # fmt: skip
    table = read(data)
    assert days(table) == {
        date(2020, 1, 31): {"body_weight": "181.4 lb"},
        date(2020, 2, 5): {"body_weight": "180.2 lb", "body_fat": "19.5 %"},
        date(2020, 2, 6): {"body_weight": "81.9 kg"},
    }
    assert table.unit == "lb" and table.unit_why.startswith("Pounds fit:")
    assert {"sleep.csv", ".json: 1"} <= {one.text for one in table.skipped}


def test_macrofactors_workbook_is_one_preview_without_doubles() -> None:
    table = read(workbook({
        "Quick Export": [
            ["Date", "Expenditure", "Trend Weight (kg)", "Weight (kg)", "Steps", "Calories (kcal)", "Protein (g)",
             "Fat (g)", "Carbs (g)", "Target Calories (kcal)"],
            [MON, 2500, 80.1, 80.4, 9000, 2300, 170.25, 70, 240, 2400],
            [46028, 2500, 80.1, None, 9000, 2200, 160, 70, 230, 2400],
        ],
        "Scale Weight": [["Date", "Weight (kg)", "Fat Percent"], [MON, 80.4, 18], [TUE, 80.2, None]],
        "Body Metrics": [["Date", "Left Thigh", "Right Thigh"], [MON, 58.5, 59]],
        "Muscle Groups": [["Week", "Chest"], ["2026-01", 12]],
    }))  # fmt: skip
    assert days(table) == {
        MON: {
            "body_weight": "80.4 kg", "energy": "2300 kcal", "protein": "170.25 g", "fat": "70 g",
            "carbohydrate": "240 g", "body_fat": "18 %", "mid_thigh:left": "58.5 cm", "mid_thigh:right": "59 cm",
        },
        TUE: {
            "energy": "2200 kcal", "protein": "160 g", "fat": "70 g", "carbohydrate": "230 g",
            "body_weight": "80.2 kg",
        },
    }  # fmt: skip
    assert (table.length_asked, table.length, table.unit_asked) == (True, "cm", False)
    reasons = {one.text: one.reason for one in table.skipped}
    assert reasons["Scale Weight: 1"] == "Another table of this file gives the same."
    assert "No program is known" in reasons["Muscle Groups"]


def test_macrofactors_long_table() -> None:
    table = read(
        "sheet,date,metric,value\nCalories & Macros,2026-05-26,Calories (kcal),2466\n"
        "Scale Weight,2026-05-26,Weight (lbs),200.6\nSteps,2026-05-26,Steps,8701\n"
    )
    assert days(table) == {date(2026, 5, 26): {"energy": "2466 kcal", "body_weight": "200.6 lb"}}


def test_a_day_beyond_belief_is_reported() -> None:
    table = read(MFP_FOOD.replace("700.5", "70050"))
    assert "energy" not in days(table)[TUE]
    [one] = [one for one in table.skipped if "Nobody eats" in one.reason]
    assert (one.line, one.text) == (4, "2026-01-06, Calories: 70050 kcal")


def test_days_in_numbers_are_asked_about() -> None:
    text = (
        MFP_FOOD.replace("2026-01-05", "1/5/2026").replace("2026-01-06", "1/6/2026").replace("2026-01-07", "1/7/2026")
    )
    assert read(text).order_asked
    said = read(text, Answers(order=DateOrder.MONTH_FIRST))
    assert set(days(said)) == {MON, TUE}


def test_an_unknown_sheet_among_none_that_is_known_is_handed_over() -> None:
    from legwork.formats.recognise import recognise

    found = recognise(workbook({"A": [["Tag", "Arm"], ["1.2.2025", 38]], "B": [["x", "y"], [1, 2]]}), MON)
    assert isinstance(found, Several)
    assert [(one.name, one.found.header, one.found.delimiter) for one in found.parts] == [  # type: ignore[union-attr]
        ("A", ("Tag", "Arm"), ""), ("B", ("x", "y"), ""),
    ]  # fmt: skip


@pytest.mark.parametrize("table", ["Date,Weight\n2026-01-05,180\n", 'Date,Weight\n"Tue, Mar 4, 2025",182\n'])
def test_a_day_and_a_weight_have_many_programs(table: str) -> None:
    assert isinstance(recognise(table.encode(), date(2026, 11, 26)), UnknownTable)
    inside = read(zipped({"File-Export/Measurement-Summary-2026.csv": table}))
    assert inside.source == "myfitnesspal"
    assert inside.unit_asked


def test_a_day_of_zeros_is_told() -> None:
    head = "Date,Meal,Calories,Fat (g),Carbohydrates (g),Protein (g)\n"
    table = read(head + "2026-01-05,Dinner,700,0,60,40\n2026-01-05,Snacks,100,3,0,0\n2026-01-06,Dinner,0,0,60,40\n")
    assert [(one.line, one.text, one.reason) for one in table.skipped if one.line > 1] == [
        (4, "Calories: 0", "Zero stands for “not written down”."),
        (4, "Fat (g): 0", "Zero stands for “not written down”."),
    ]


WEIGHT = '{"logId" : 1, "weight" : 181.4, "bmi" : 25.3, "date" : "01/31/20", "time" : "07:12:05"}'


@pytest.mark.parametrize(("limit", "most"), [("MAX_PIECE", 250), ("MAX_PIECES", 500), ("MAX_WEIGHTS", 5)])
def test_more_pieces_of_fitbits_than_anybody_has_are_told(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    data = zipped({f"weight-{at}.json": f"[{WEIGHT}, {WEIGHT}, {WEIGHT}]" for at in range(2)} | {"m.csv": MFP_BODY})
    assert "fitbit" in {one.found.source for one in _parts(data) if isinstance(one.found, MeasurementTable)}
    monkeypatch.setattr(fitbit, limit, most)
    found = read(data)
    assert found.source != "fitbit" and "weights" in {one.text for one in found.skipped}


def test_what_is_no_weight_in_a_piece_of_fitbits_takes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitbit, "MAX_WEIGHTS", 1)
    assert days(read(f"[{WEIGHT}{', {}' * 50}]")) == {date(2020, 1, 31): {"body_weight": "181.4 lb"}}


def test_pieces_of_fitbits_are_left_when_asked_to_stop() -> None:
    taken = []

    def pieces() -> Iterator[bytes]:
        for at in range(9):
            taken.append(at)
            yield f"[{WEIGHT}]".encode()

    with pytest.raises(Cancelled):
        fitbit.read_pieces(pieces(), TODAY, lambda: len(taken) > 2)
    assert len(taken) == 3


def _parts(data: bytes) -> tuple[Part, ...]:
    found = recognise(data, TODAY)
    assert isinstance(found, Several)
    return found.parts
