"""What a table nobody knows is taken for, by the words of its header and by its cells."""

from __future__ import annotations

import pytest

from legwork.formats.delimiters import delimiter_in
from legwork.formats.mapping import Purpose
from legwork.formats.mapping_guess import header_row, rows_in
from legwork.formats.records import MeasurementTable
from mapping_tables import columns_of, guessed, lines, read, sets

SIZES = ["day", "measure body_weight kg", "measure mid_thigh left cm", "measure calf right cm", "measure waist cm"]


@pytest.mark.parametrize(
    "header",
    [
        "Date;Body weight;Left thigh;Right calf;Waist",
        "Date;Weight (kg);Thigh L (cm);Calf_R_cm;Waist girth",
        "Datum;Gewicht;Oberschenkel links;Wade rechts;Taille",
        "Datum;Körpergewicht [kg];Linker Oberschenkel;Rechte Wade;Bauchumfang",
        "Date;Poids;Cuisse gauche;Mollet droit;Tour de taille",
        "Date;Poids;Cuisse G;Mollet D;Taille",
        "Date;Poids (kg);Cuisse G (cm);Tour de mollet (D);Taille (cm)",
        "Data;Peso;Coxa E;Gémeo dto.;Cintura",
        "Fecha;Peso;Muslo I;Gemelo D;Cintura",
        "Data;Waga;Udo L;Łydka P;Talia",
        "Fecha;Peso;Muslo izquierdo;Pantorrilla derecha;Cintura",
        "Data;Peso;Coscia sinistra;Polpaccio destro;Vita",
        "Data;Peso;Coxa esquerda;Panturrilha direita;Cintura",
        "Datum;Gewicht;Bovenbeen links;Kuit rechts;Taille",
        "Data;Waga;Udo lewe;Łydka prawa;Talia",
        "Tarih;Kilo;Sol uyluk;Sağ baldır;Bel",
        "Datum;Vikt;Vänster lår;Höger vad;Midja",
        "Dato;Vægt;Venstre lår;Højre læg;Talje",
        "Дата;Вес;Бедро левое;Голень правая;Талия",
    ],
)
def test_sizes_in_many_languages(header: str) -> None:
    rows = "".join(f"2025-03-0{day};82,{day};58,{day};38,{day};84\n" for day in range(1, 8))
    found = guessed(f"{header}\n{rows}")
    assert found.mapping.purpose is Purpose.DAYS
    assert columns_of(found.mapping) == SIZES
    assert len(lines(read(f"{header}\n{rows}", found.mapping))) == 28  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "header",
    [
        "Date,Exercise,Weight,Reps",
        "Datum,Übung,Gewicht,Wdh",
        "Date,Exercice,Charge,Répétitions",
        "Fecha,Ejercicio,Peso,Repeticiones",
        "Data,Esercizio,Carico,Ripetizioni",
        "Data,Exercício,Carga,Repetições",
        "Datum,Oefening,Gewicht,Herhalingen",
        "Data,Ćwiczenie,Ciężar,Powtórzenia",
        "Tarih,Egzersiz,Ağırlık,Tekrar",
        "Дата,Упражнение,Вес,Повторения",
    ],
)
def test_logs_in_many_languages(header: str) -> None:
    table = f"{header}\n2025-03-04,Beinding,100,8\n2025-03-04,Beinding,100,7\n"
    found = guessed(table).mapping
    assert columns_of(found) == ["day", "exercise", "load", "reps"]
    assert len(sets(read(table, found))) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "header",
    ["Day,Calories,Protein,Carbs,Fat", "Tag,Kalorien,Eiweiß,Kohlenhydrate,Fett", "Jour,kcal,Protéines,Glucides,Lipides",
     "Día,Calorías,Proteínas,Hidratos,Grasas", "Data,Kcal,Białko,Węglowodany,Tłuszcze"],
)  # fmt: skip
def test_food_in_several_languages(header: str) -> None:
    found = guessed(f"{header}\n2025-03-04,2100,150,250,80\n2025-03-05,2200,150,250,80\n").mapping
    assert columns_of(found) == [
        "day", "nutrient energy kcal", "nutrient protein g", "nutrient carbohydrate g", "nutrient fat g",
    ]  # fmt: skip


def test_fat_alone_is_that_of_the_body() -> None:
    assert (
        columns_of(guessed("Date,Weight,Fat\n2025-03-04,82,15\n2025-03-05,82,15\n").mapping)[2] == "measure body_fat %"
    )


def test_a_row_for_each_value() -> None:
    found = guessed("Date,Body part,Value,Unit\n2025-03-04,Left thigh,58,cm\n2025-03-04,Waist,84,cm\n").mapping
    assert (found.purpose, columns_of(found)) == (Purpose.READINGS, ["day", "name", "value cm", "unit"])


def test_a_row_for_each_value_without_a_header() -> None:
    found = guessed("2025-03-04;Thigh left;58;cm\n2025-03-04;Waist;84;cm\n2025-03-11;Waist;84;cm\n").mapping
    assert (found.header, columns_of(found)) == (0, ["day", "name", "value cm", "unit"])


def test_sets_without_a_header_are_told_by_their_exercises() -> None:
    found = guessed("Squat,100,5,2025-03-04\nBench Press,80,8,2025-03-04\nLeg Curl,40,12,2025-03-06\n").mapping
    assert (found.header, columns_of(found)) == (0, ["exercise", "load", "reps", "day"])


def test_a_day_and_a_number_are_a_weight() -> None:
    found = guessed("2025-03-04,82.5\n2025-03-05,82.7\n2025-03-06,82.4\n").mapping
    assert (found.header, columns_of(found)) == (0, ["day", "measure body_weight kg"])


@pytest.mark.parametrize(
    ("cells", "units"),
    [("180,15.5,33", ["lb", "in", "in"]), ("82,38,84", ["kg", "cm", "cm"]), ("82,380,840", ["kg", "cm", "cm"]),
     ("110,15,36", ["lb", "in", "in"])],
)  # fmt: skip
def test_units_that_nobody_said_are_guessed_from_the_numbers(cells: str, units: list[str]) -> None:
    found = guessed(f"Date,Weight,Calf,Waist\n2025-03-04,{cells}\n2025-03-11,{cells}\n")
    assert [one.unit for one in found.mapping.columns[1:]] == units
    assert found.units_guessed == {1, 2, 3}


def test_units_that_are_said_are_not_guessed() -> None:
    found = guessed("Date,Weight (lbs),Calf (in),Waist\n2025-03-04,180,15,33 in\n2025-03-11,180,15,33 in\n")
    assert [one.unit for one in found.mapping.columns[1:3]] == ["lb", "in"]
    assert not found.units_guessed


@pytest.mark.parametrize(
    ("weight", "thigh", "unit"), [("182", "22.5", "in"), ("82", "57", "cm"), ("130", "22.5", "in"), ("110", "57", "cm")]
)
def test_values_that_a_row_names_are_looked_at_for_their_unit(weight: str, thigh: str, unit: str) -> None:
    found = guessed(f"Date;Measurement;Value\n2025-03-04;Weight;{weight}\n2025-03-04;Left thigh;{thigh}\n")
    assert columns_of(found.mapping) == ["day", "name", f"value {unit}"]
    assert found.units_guessed == {2}


def test_named_weights_alone_are_looked_at_too() -> None:
    found = guessed("Date;Measurement;Value\n2025-03-04;Weight;182\n2025-03-04;Body fat;18\n")
    assert (columns_of(found.mapping)[2], found.units_guessed) == ("value in", {2})


def test_named_values_that_say_their_unit_are_no_guess() -> None:
    for table in (
        "Date,Body part,Value,Unit\n2025-03-04,Left thigh,22.5,in\n2025-03-04,Weight,182,lb\n",
        "Date,Body part,Value\n2025-03-04,Left thigh (in),22.5\n2025-03-04,Weight,182 lb\n",
    ):
        assert not guessed(table).units_guessed


def test_a_unit_beside_a_weight_is_seen() -> None:
    found = guessed("Date,Weight,Unit,Thigh\n2025-03-04,82,kg,57\n2025-03-11,181,lb,57\n").mapping
    assert [one.split()[0] for one in columns_of(found)] == ["day", "measure", "unit", "measure"]


def test_a_belly_is_the_waist_only_where_no_other_column_is() -> None:
    rows = "2025-03-04;86;84\n2025-03-05;86;84\n"
    assert columns_of(guessed(f"Datum;Bauch;Wade\n{rows}").mapping)[1] == "measure waist cm"
    both = guessed(f"Datum;Bauch (cm);Taille\n{rows}").mapping
    assert [one.what for one in both.columns[1:]] == ["", "waist"]


def test_the_second_column_of_a_site_is_a_site_of_its_own() -> None:
    found = guessed("Date,Thigh,Quads\n2025-03-04,58,60\n2025-03-05,58,60\n").mapping
    assert [(one.what, one.label) for one in found.columns[1:]] == [("mid_thigh", "Thigh"), ("", "Quads")]


def test_what_is_no_body_or_food_is_left_out() -> None:
    rows = "2025-03-04,180,25,9000,good,55\n2025-03-05,180,25,8000,bad,55\n"
    found = guessed(f"Date,Height (cm),BMI,Steps,Mood,Water %\n{rows}")
    assert columns_of(found.mapping)[1:] == ["nothing"] * 5


def test_numbers_of_sets_count_nothing() -> None:
    table = "Fecha,Ejercicio,Serie,Reps\n2025-03-04,Squat,1,8\n2025-03-04,Squat,2,8\n2025-03-04,Leg Curl,1,9\n"
    assert columns_of(guessed(table).mapping) == ["day", "exercise", "nothing", "reps"]
    counts = "Date,Exercise,Sets,Reps\n2025-03-04,Squat,3,8\n2025-03-04,Leg Curl,3,8\n"
    assert columns_of(guessed(counts).mapping) == ["day", "exercise", "sets", "reps"]


def test_a_column_for_each_set() -> None:
    found = guessed("Datum;Übung;Satz 1;Satz 2;Gewicht\n2025-03-04;Squat;8;8;80\n2025-03-06;Squat;8;7;80\n").mapping
    assert columns_of(found) == ["day", "exercise", "reps", "reps", "load"]
    pairs = guessed("Date,Exercise,Set 1 kg,Set 1 reps,Set 2 kg,Set 2 reps\n2025-03-04,Squat,100,5,105,4\n").mapping
    assert columns_of(pairs) == ["day", "exercise", "load kg", "reps", "load kg", "reps"]


def test_cells_that_are_written_once_are_seen() -> None:
    assert guessed(
        "Date,Exercise,Reps\n2025-03-04,Squat,8\n,Leg Curl,9\n,Deadlift,5\n2025-03-06,Squat,8\n"
    ).mapping.fill
    assert not guessed("Date,Exercise,Reps\n2025-03-04,Squat,8\n2025-03-04,Leg Curl,9\n").mapping.fill


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","), ("a;b;c\n1,5;2,5;3,5\n", ";"), ("a\tb\n1,5\t2,5\n", "\t"), ("a|b|c\n1|2|3\n", "|"),
        ("My log; kept by hand\n\ndate,calf,waist\n2025-03-04,38,84\n2025-03-05,38,84\n", ","),
        ('"a, the first";b\n"x, y";2\n', ";"), ("alone\n1\n", ","),
    ],
)  # fmt: skip
def test_where_a_text_is_parted(text: str, delimiter: str) -> None:
    assert delimiter_in(text) == delimiter


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Date,Calf\n2025-03-04,38\n", 1),
        ("Report\nof,Alex\nDate,Calf\n2025-03-04,38\n", 3),
        ("2025-03-04,38\n2025-03-05,38\n", 0),
        ("Foo,Bar\n1,2\n3,4\n", 1),
        ("x\n", 0),
        ("", 0),
    ],
)
def test_which_row_names_the_columns(text: str, row: int) -> None:
    assert header_row(rows_in(text, ",")) == row


def test_an_empty_table_is_no_error() -> None:
    assert columns_of(guessed("").mapping) == []
    assert columns_of(guessed(",,,\n,,,\n").mapping) == []


def test_loads_and_reps_that_have_the_number_of_their_set() -> None:
    found = guessed(
        "Date,Exercise,Set 1,kg 1,Set 2,kg 2\n2025-03-04,Squat,8,100,7,\n2025-03-06,Squat,8,100,7,\n"
    ).mapping
    assert columns_of(found) == ["day", "exercise", "reps", "load kg", "reps", "load kg"]
    pairs = guessed("Date,Exercise,Reps 1,Weight 1,Reps 2,Weight 2\n2025-03-04,Squat,8,100,7,110\n").mapping
    assert columns_of(pairs) == ["day", "exercise", "reps", "load", "reps", "load"]


def test_a_share_of_fat_is_that_of_the_body() -> None:
    found = guessed("Fecha;Peso;% grasa\n2025-03-04;82;18\n2025-03-11;82;18\n").mapping
    assert columns_of(found)[2] == "measure body_fat %"


def test_a_letter_behind_what_has_no_sides_is_no_side() -> None:
    found = guessed("Day,Protein G,Fat g,Carbs g,Anca\n2025-03-04,150,70,200,99\n2025-03-05,140,60,210,99\n")
    assert columns_of(found.mapping) == [
        "day", "nutrient protein g", "nutrient fat g", "nutrient carbohydrate g", "measure hips cm",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Weight (st:lb)", "Weight st/lb", "Weight"])
@pytest.mark.parametrize("cells", [("13 st 2", "13 st 1.5"), ("13st 2lb", "13st 1.5lbs")])
def test_stones_and_pounds_in_one_cell(name: str, cells: tuple[str, str]) -> None:
    table = f"Day,{name}\n2025-03-04,{cells[0]}\n2025-03-05,{cells[1]}\n"
    found = guessed(table).mapping
    assert columns_of(found) == ["day", "measure body_weight st"]
    made = read(table, found)
    assert isinstance(made, MeasurementTable)
    assert [round(row.cells[0].quantity.value, 2) for row in made.rows] == [83.46, 83.23]
