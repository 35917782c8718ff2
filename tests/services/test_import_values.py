"""What a foreign table is seen to hold before it comes in, in the person's own units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from legwork.domain.food.amounts import KJ, FoodUnits
from legwork.domain.sites import Side, Spot
from legwork.domain.units import UnitSystem
from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from legwork.services import importing
from legwork.services.import_values import facts_of, name_in_file, newest_days, other_names
from legwork.services.importing import LEAVE_OUT, OWN_SITE
from legwork.services.people import Person

PERSON = Person(1, "u", "Ann", None, None, None, UnitSystem.METRIC, 0, (), ())
FOOD = FoodUnits()


def read(text: str) -> MeasurementTable:
    found = recognise(text.encode(), date(2026, 11, 26))
    assert isinstance(found, MeasurementTable)
    return found


HEVY = read(
    "date,weight_kg,fat_percent,left_thigh_in,abdomen_in\n"
    '"14 Dec 2024, 00:00",82.1,,21.5,33\n"28 Jan 2025, 00:00",82.4,18,21.6,33\n"28 Jan 2025, 00:00",82.6,,,\n'
    '"21 Jan 2025, 00:00",81,,,32.5\n'
)
CHOICES = importing.proposed(HEVY)


def test_of_each_column_its_days_and_its_ends_are_told_in_the_units_of_the_person() -> None:
    facts = facts_of(HEVY, PERSON, FOOD)
    assert {header: (one.days, one.values) for header, one in facts.items()} == {
        "weight_kg": ("14 Dec 2024 to 28 Jan 2025", "81.0 to 82.6 kg"),
        "fat_percent": ("28 Jan 2025", "18.0 %"),
        "left_thigh_in": ("14 Dec 2024 to 28 Jan 2025", "54.6 to 54.9 cm"),
        "abdomen_in": ("14 Dec 2024 to 28 Jan 2025", "82.6 to 83.8 cm"),
    }
    pounds = facts_of(HEVY, replace(PERSON, units=UnitSystem.IMPERIAL), FOOD)
    assert (pounds["weight_kg"].values, pounds["left_thigh_in"].values) == ("178.6 to 182.1 lb", "21.50 to 21.60 in")


def test_the_newest_days_come_first_and_what_follows_is_counted() -> None:
    shown = newest_days(HEVY, PERSON, FOOD, CHOICES, most=2)
    assert shown.titles == ("Body weight (kg)", "Body fat (%)", "Mid-thigh, left (cm)", "Abdomen (cm)")
    assert shown.names == ("Weight", "Fat percent", "Left thigh", "Abdomen")
    assert shown.days == ("28 Jan 2025", "21 Jan 2025")
    assert [[one.text for one in line] for line in shown.cells] == [
        ["82.4 + 82.6", "18.0", "54.9", "83.8"],
        ["81.0", "", "", "82.6"],
    ]
    assert [one.as_written for one in shown.cells[0]] == ["", "", "21.6 in", "33 in"]
    assert (shown.more, shown.more_words) == (1, "and 1 more day")
    assert newest_days(HEVY, PERSON, FOOD, CHOICES).more_words == ""


def test_what_is_left_out_is_not_shown_and_its_days_are_not_counted() -> None:
    only_fat = dict.fromkeys(CHOICES, LEAVE_OUT) | {"fat_percent": "body_fat"}
    shown = newest_days(HEVY, PERSON, FOOD, only_fat)
    assert (shown.titles, shown.days, shown.more) == (("Body fat (%)",), ("28 Jan 2025",), 0)
    nothing = newest_days(HEVY, PERSON, FOOD, dict.fromkeys(CHOICES, LEAVE_OUT))
    assert (nothing.titles, nothing.days) == ((), ())


def test_another_place_is_another_title() -> None:
    shown = newest_days(HEVY, PERSON, FOOD, {**CHOICES, "left_thigh_in": OWN_SITE, "abdomen_in": "waist"})
    assert shown.titles[2:] == ("Left thigh (cm)", "Waist (cm)")


def test_food_is_shown_in_its_units() -> None:
    table = read("Date,Meal,Calories,Fat (g)\n2026-01-05,Dinner,1000,20\n2026-01-06,Dinner,500,8.4\n")
    shown = newest_days(table, PERSON, FoodUnits(energy=KJ), importing.proposed(table))
    assert shown.titles == ("Energy (kJ)", "Fat (g)")
    assert [[one.text for one in line] for line in shown.cells] == [["2\u202f092", "8"], ["4\u202f184", "20"]]
    assert shown.cells[0][0].as_written == "500 kcal"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Gewicht (kg)", "Gewicht"), ("left_thigh_in", "Left thigh"), ("Oberschenkel [cm]", "Oberschenkel"),
        ("Gewicht kg", "Gewicht"), ("BODY_FAT", "Body fat"), ("(cm)", "Left thigh"), ("Arm L", "Arm L"),
        ("leftthigh", "Left thigh"), ("wade", "Wade"),
    ],
)  # fmt: skip
def test_a_column_is_called_as_the_file_calls_it(header: str, name: str) -> None:
    label = "Body fat" if header == "BODY_FAT" else "Left thigh"
    assert (
        name_in_file(replace(HEVY.columns[2], header=header, label=label, unit="kg" if "kg" in header else "in"))
        == name
    )


def test_what_the_file_calls_otherwise_is_told() -> None:
    assert other_names(HEVY, CHOICES) == "“Thigh” is taken as Mid-thigh. Where that is wrong, choose another place."
    german = replace(
        HEVY,
        columns=(
            replace(HEVY.columns[0], header="Gewicht (kg)"), replace(HEVY.columns[2], header="Oberschenkel (cm)"),
            replace(HEVY.columns[2], header="Oberschenkel rechts", spot=Spot("mid_thigh", Side.RIGHT)),
        ),
    )  # fmt: skip
    choices = importing.proposed(german)
    assert other_names(german, choices) == (
        "“Gewicht” is taken as Body weight, “Oberschenkel” as Mid-thigh. Where that is wrong, choose another place."
    )
    assert other_names(german, choices | {"Oberschenkel (cm)": "calf", "Oberschenkel rechts": "calf"}) == (
        "“Gewicht” is taken as Body weight. Where that is wrong, choose another place."
    ), "the person chose"


def test_names_that_say_the_same_are_no_other_names() -> None:
    table = read('date,weight_kg,fat_percent,waist_cm,left_calf_in,neck_in\n"14 Jan 2025, 00:00",82,18,84,15,15.5\n')
    assert other_names(table, importing.proposed(table)) == ""
