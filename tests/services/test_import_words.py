"""What an import did is said in one form, whatever came in, with the right plural."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from legwork.services.edit import Changes
from legwork.services.import_food import FoodPlan
from legwork.services.import_words import brought_in, document_done, measured_done
from legwork.services.importing import Day, Plan

NOTHING = Plan((), (), 0, 0, 0, 0, 0, 0, 0, FoodPlan())
DAYS = tuple(Day(date(2025, 1, day), ()) for day in (1, 2, 3))


@pytest.mark.parametrize(
    ("new", "corrected", "said"),
    [
        (["12 workouts", "240 sets"], [], "12 workouts and 240 sets brought in from jefit.csv."),
        ([], ["1 workout"], "1 workout corrected from jefit.csv."),
        (["1 workout", "3 sets"], ["2 workouts"],
         "1 workout and 3 sets brought in and 2 workouts corrected from jefit.csv."),
    ],
)  # fmt: skip
def test_one_form_for_all(new: list[str], corrected: list[str], said: str) -> None:
    assert brought_in("jefit.csv", new, corrected) == said


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (replace(NOTHING, days=DAYS, new=3412), "3\u202f412 readings on 3 days brought in from a.csv."),
        (replace(NOTHING, days=DAYS[:1], new=1), "1 reading on 1 day brought in from a.csv."),
        (replace(NOTHING, days=DAYS, new=5, corrected=1),
         "5 readings brought in and 1 reading corrected from a.csv."),
        (replace(NOTHING, food=FoodPlan({DAYS[0].day: {}, DAYS[1].day: {}}, new=8)),
         "8 amounts of food and drink on 2 days brought in from a.csv."),
        (replace(NOTHING, days=DAYS[:1], new=2, food=FoodPlan({DAYS[0].day: {}}, new=1)),
         "2 readings on 1 day and 1 amount of food and drink on 1 day brought in from a.csv."),
        (replace(NOTHING, food=FoodPlan({}, corrected=2)), "2 amounts of food and drink corrected from a.csv."),
    ],
)  # fmt: skip
def test_measurements_and_food(plan: Plan, said: str) -> None:
    assert measured_done("a.csv", plan) == said


def test_an_export_of_our_own() -> None:
    some = frozenset({1, 2})
    changes = Changes(
        {"person": frozenset({1}), "workout": some}, check_ins=frozenset(range(34)), workouts=some, plans=frozenset({7})
    )
    assert document_done("legwork.json", changes) == (
        "1 person, 34 check-ins, 2 workouts and 1 plan brought in from legwork.json."
    )
    only_settings = Changes({"setting": some})
    assert document_done("legwork.json", only_settings) == "What was missing here was brought in from legwork.json."
