"""Tables as coaches, forms and diaries have them: what they are taken for, and what is left to the person."""

from __future__ import annotations

import pytest

from legwork.formats.mapping import Purpose
from legwork.formats.records import MeasurementTable
from mapping_tables import columns_of, guessed, lines, read, reasons, sets


def test_numbers_that_say_how_it_felt_are_no_reps() -> None:
    table = "Date,Exercise,How many,Kilos,Feel\n2025-03-04,Back Squat,8,100,7\n2025-03-06,Plank,45 s,,6\n"
    found = guessed(table)
    assert columns_of(found.mapping) == ["day", "exercise", "reps", "load kg", "nothing"]
    assert found.by_cells == {2}, "“How many” is only a guess"
    came = read(table, found.mapping)
    assert came.workouts[1].exercises[0].sets[0].seconds == 45  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["Feel", "Stimmung", "Ressenti", "Sensación", "Sensação", "Week", "Woche", "Rest"])
def test_a_number_beside_the_work_is_left_out(name: str) -> None:
    table = f"Date,Exercise,Weight,{name}\n2025-03-04,Back Squat,100,7\n2025-03-06,Leg Curl,40,8\n"
    assert columns_of(guessed(table).mapping)[3] == "nothing"


@pytest.mark.parametrize(
    ("header", "unit"), [("Kilos", "kg"), ("kg", "kg"), ("Wt", "kg"), ("Pounds", "lb"), ("Gewicht kg", "kg")]
)
def test_a_column_called_by_its_unit_is_a_weight(header: str, unit: str) -> None:
    values = ("181", "180") if unit == "lb" else ("82.4", "82.1")
    found = guessed(f"Date,{header},Mood\n2025-03-04,{values[0]},good\n2025-03-11,{values[1]},bad\n")
    assert columns_of(found.mapping)[1] == f"measure body_weight {unit}"


@pytest.mark.parametrize("name", ["Steps", "Resting HR", "Sleep", "BMI", "Height"])
def test_a_day_and_a_number_of_something_else_is_no_weight(name: str) -> None:
    assert columns_of(guessed(f"Date,{name}\n2025-03-04,58\n2025-03-05,60\n").mapping) == ["day", "nothing"]


@pytest.mark.parametrize("header", ["Durée", "Time", "Zeit", "Duración", "Duração"])
@pytest.mark.parametrize("held", ["45", "0:45", "45 s"])
def test_a_length_where_no_reps_are_is_how_long_a_plank_was_held(header: str, held: str) -> None:
    table = f"Date;Exercise;Sets;Reps;{header}\n2025-03-04;Squat;3;8;\n2025-03-04;Plank;2;;{held}\n"
    found = guessed(table).mapping
    assert columns_of(found)[-1] == "seconds"
    exercises = read(table, found).workouts[0].exercises  # type: ignore[union-attr]
    assert [one.seconds for one in exercises[1].sets] == [45, 45]


def test_a_length_of_whole_workouts_stays_one() -> None:
    table = "Date,Exercise,Reps,Duration\n2025-03-04,Squat,8,65\n2025-03-04,Leg Curl,12,65\n"
    assert columns_of(guessed(table).mapping)[-1] == "length"


@pytest.mark.parametrize("cell", ["2", "2-3", "3+", "2 left", "2 RIR"])
def test_reps_left_in_words_and_ranges(cell: str) -> None:
    table = f"Date,Exercise,Load,Reps,RIR\n2025-03-04,Back Squat,100kg,8,{cell}\n2025-03-04,Leg Curl,40kg,8,{cell}\n"
    assert columns_of(guessed(table).mapping)[-1] == "rir"


def test_reps_left_are_seen_under_any_name() -> None:
    table = "When,What,How much,How many,How hard\n4/3/2025,Squat,100 kg,8,2 left\n6/3/2025,Squat,100 kg,8,1 left\n"
    assert columns_of(guessed(table).mapping) == ["day", "exercise", "load", "reps", "rir"]
    came = read(table, guessed(table).mapping)
    assert [one.rir for one in came.workouts[0].exercises[0].sets] == [2]  # type: ignore[union-attr]


def test_answers_to_a_form() -> None:
    table = (
        '"Timestamp","What is your body weight this morning? (kg)","Left thigh circumference (cm)","How was sleep?"\n'
        '"2025/03/04 7:12:33 AM GMT+1","82.4","57.5","4"\n"2025/03/11 7:02:10 AM GMT+1","82.1","57.6","3"\n'
    )
    found = guessed(table).mapping
    assert columns_of(found) == ["day", "measure body_weight kg", "measure mid_thigh left cm", "nothing"]
    assert lines(read(table, found))[0] == ("2025-03-04", "body_weight", "82.4 kg")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "question", ["How happy are you with your thighs? (1-10)", "Thigh gap satisfaction", "Did you weigh in?"]
)
def test_a_question_about_something_else_is_left_out(question: str) -> None:
    found = guessed(f"Date,Weight (kg),{question}\n2025-03-04,82.4,7\n2025-03-11,82.1,8\n")
    assert columns_of(found.mapping)[2] == "nothing"


def test_the_day_it_is_about_counts_and_not_when_it_was_written_down() -> None:
    table = "Timestamp,Date,Weight (kg)\n2025-03-05 8:00,2025-03-04,82\n2025-03-12 8:00,2025-03-11,82\n"
    assert columns_of(guessed(table).mapping) == ["nothing", "day", "measure body_weight kg"]


def test_two_tables_side_by_side_are_not_mixed_up() -> None:
    table = "Date,Weight,,Date,Waist\n2025-03-04,82.4,,2025-03-05,88\n2025-03-11,82.1,,2025-03-12,87.5\n"
    assert columns_of(guessed(table).mapping) == ["day", "measure body_weight kg", "nothing", "nothing", "nothing"]


def test_a_second_table_below_is_told_and_not_read() -> None:
    table = (
        "Date,Weight kg,Waist cm\n2025-03-04,82,88\n\nFood,,\nDate,Calories,Protein\n2025-03-04,2100,150\n"
        "2025-03-05,2200,140\n"
    )
    came = read(table, guessed(table).mapping)
    assert lines(came) == [("2025-03-04", "body_weight", "82 kg"), ("2025-03-04", "waist", "88 cm")]  # type: ignore[arg-type]
    assert [line for line, reason in reasons(came) if "Another table begins in line 5" in reason] == [5, 6, 7]


def test_names_that_are_repeated_with_other_left_out_ones_part_nothing() -> None:
    table = "Date,Weight kg,Mood\n2025-03-04,82,good\nDate,Weight kg,Feeling\n2025-03-11,81,bad\n"
    assert len(lines(read(table, guessed(table).mapping))) == 2  # type: ignore[arg-type]


def test_stones_and_pounds_in_two_columns_are_one_weight() -> None:
    table = "Date,Stone,Pounds,Waist (in)\n04/03/2025,13,2,34.5\n11/03/2025,13,1.5,34\n28/03/2025,,181,34\n"
    found = guessed(table).mapping
    assert columns_of(found)[1:3] == ["measure body_weight st", "measure body_weight lb"]
    weights = [value for _, place, value in lines(read(table, found)) if place == "body_weight"]  # type: ignore[arg-type]
    assert weights == ["13 st 2 lb", "13 st 1.5 lb", "181 lb"]


def test_sides_above_the_names() -> None:
    table = ",Left,,Right,\nDate,Thigh,Calf,Thigh,Calf\n2025-03-03,57.5,38,58,38.2\n2025-03-10,57.6,38,58.1,38.2\n"
    assert columns_of(guessed(table).mapping)[1:] == [
        "measure mid_thigh left cm", "measure calf left cm", "measure mid_thigh right cm", "measure calf right cm",
    ]  # fmt: skip


def test_a_log_whose_exercises_nobody_knows() -> None:
    table = "Datum|Was|Gewicht|Sätze x Wdh|Gefühl\n1.3.25|Kniebeuge|100 kg|3x8|gut\n3.3.25|Beinpresse|160|4 x 10|mies\n"
    found = guessed(table)
    assert columns_of(found.mapping) == ["day", "exercise", "load", "reps", "nothing"]
    assert 1 in found.by_cells
    assert len(sets(read(table, found.mapping))) == 7  # type: ignore[arg-type]


def test_a_side_and_a_girth_in_each_row() -> None:
    table = "Datum;Körperteil;Seite;Umfang\n03.03.2025;Oberschenkel;links;57,5\n03.03.2025;Wade;rechts;38\n"
    found = guessed(table).mapping
    assert (found.purpose, columns_of(found)) == (Purpose.READINGS, ["day", "name", "side", "value cm"])


def test_days_without_a_year_say_what_to_do() -> None:
    for day in ("4/3", "4.3.", "4 Mar"):
        table = f"Date,Weight (kg)\n{day},82.4\n{day},82.1\n"
        found = read(table, guessed("Date,Weight (kg)\n2025-03-04,82.4\n").mapping)
        assert "no year" in reasons(found)[0][1]
    month = read("Date,Weight (kg)\nMar 2025,82\n", guessed("Date,Weight (kg)\n2025-03-04,82.4\n").mapping)
    assert "a month without a day" in reasons(month)[0][1]


@pytest.mark.parametrize(
    "header",
    ["Fecha;Peso;Muslo dcho;Muslo izq;Gemelo", "Data;Peso;Coxa direita;Coxa esquerda;Panturrilha",
     "Date;Poids;Cuisse droite;Cuisse gauche;Tour de mollet", "Datum;Gewicht;Oberschenkel re;Oberschenkel li;Wade"],
)  # fmt: skip
def test_short_sides_in_several_languages(header: str) -> None:
    found = guessed(f"{header}\n04/03/2025;82,4;58;57,5;38\n11/03/2025;82,1;58;57,6;38\n").mapping
    assert columns_of(found)[2:] == ["measure mid_thigh right cm", "measure mid_thigh left cm", "measure calf cm"]


def test_a_share_behind_its_word() -> None:
    found = guessed("Date\tkg\tfat %\tBMI\n03.03.2025\t82,4\t18,2\t24\n04.03.2025\t82,1\t18,1\t24\n").mapping
    assert columns_of(found) == ["day", "measure body_weight kg", "measure body_fat %", "nothing"]


def test_a_heading_alone_makes_no_export_of_another_program() -> None:
    from datetime import date

    from legwork.formats.parts import UnknownTable
    from legwork.formats.recognise import recognise

    table = b"Body,,\nDate,Weight in kg,Waist\n2025-03-04,82.4,88\n2025-03-11,82.1,87.5\n"
    assert isinstance(recognise(table, date(2025, 12, 31)), UnknownTable)


@pytest.mark.parametrize(
    "table",
    [
        "Date,Thigh,,Calf,,Weight\n,L,R,L,R,lb\n2025-03-03,57.5,58,38,38.2,182\n2025-03-10,57.6,58.1,38,38.2,181\n",
        "My year\n,Oberschenkel,,Wade,,Gewicht\nDatum,links,rechts,links,rechts,(lb)\n"
        "3.3.2025,57.5,58,38,38.2,182\n10.3.2025,57.6,58.1,38,38.2,181\n",
        "Date,Thigh,,Calf,,Weight\n,L,R,L,R,\n,cm,cm,cm,cm,lb\n2025-03-03,57.5,58,38,38.2,182\n"
        "2025-03-10,57.6,58.1,38,38.2,181\n",
    ],
    ids=["below", "the day below too", "sides, then units"],
)
def test_sides_and_units_below_the_names_of_merged_cells(table: str) -> None:
    found = guessed(table).mapping
    assert columns_of(found) == [
        "day", "measure mid_thigh left cm", "measure mid_thigh right cm", "measure calf left cm",
        "measure calf right cm", "measure body_weight lb",
    ]  # fmt: skip
    made = read(table, found)
    assert isinstance(made, MeasurementTable)
    assert lines(made)[:3] == [
        ("2025-03-03", "mid_thigh:left", "57.5 cm"), ("2025-03-03", "mid_thigh:right", "58 cm"),
        ("2025-03-03", "calf:left", "38 cm"),
    ]  # fmt: skip
    assert len(made.rows) == 2
    assert [reason for _, reason in reasons(made) if "above" not in reason] == [], "all rows of names are names"
    assert made.columns[1].header.startswith(("Thigh R", "Oberschenkel rechts"))


def test_units_below_the_columns_of_a_log() -> None:
    table = "Date,Exercise,Weight,Reps\n,,lb,\n2025-03-03,Squat,135,8\n2025-03-03,Squat,145,8\n"
    found = read(table, guessed(table).mapping)
    assert not isinstance(found, MeasurementTable)
    assert sets(found) == [("2025-03-03", "Squat", "135 lb x 8"), ("2025-03-03", "Squat", "145 lb x 8")]
