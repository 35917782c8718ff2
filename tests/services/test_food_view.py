"""A day and a week of food as they are shown, in words that neither praise nor blame."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from food_cases import TODAY, before, eat, lifter, weigh
from helpers import somebody
from legwork.domain.food.amounts import Nutrient
from legwork.domain.food.energy import Activity
from legwork.domain.food.targets import Range, Wish
from legwork.domain.units import UnitSystem
from legwork.services.food_targets import (
    choose_activity,
    choose_drink_unit,
    choose_energy_shown,
    choose_energy_unit,
    choose_wish,
)
from legwork.services.food_view import FoodToday, NutrientRow, food_on, food_week, in_or_near
from legwork.services.people import Person, everybody
from legwork.services.profile import Profile
from workout_texts import add_workout, did

MONDAY = before(2)
SQUATS = did("squat", "100x8@2", "100x8@2", "100x8@1")
THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def man(profile: Profile) -> Person:
    """80 kg, 2759 kcal a day; to hold his weight 2676 to 2842."""
    person = lifter(profile)
    weigh(profile, person, TODAY, 80)
    profile.apply(choose_activity(person.id, Activity.MODERATE, TODAY))
    profile.apply(choose_wish(person.id, Wish.MAINTAIN, TODAY))
    return person


def _on(profile: Profile, person: Person, day: date = TODAY) -> FoodToday:
    return food_on(profile, person, day, TODAY)


def _rows(profile: Profile, person: Person, day: date = TODAY) -> dict[str, NutrientRow]:
    return {one.nutrient.value: one for one in _on(profile, person, day).rows}


def test_a_day_beside_its_targets(profile: Profile, man: Person) -> None:
    eat(profile, man, TODAY, kcal="1800+240", water="500 ml")
    rows = _rows(profile, man)
    assert list(rows) == ["energy", "protein", "carbohydrate", "fat", "water"]
    energy, protein = rows["energy"], rows["protein"]
    assert (energy.amount, energy.low, energy.high, energy.unit) == (2040, 2680, 2840, "kcal")
    assert energy.words == f"2{THIN}040 of 2{THIN}680 to 2{THIN}840 kcal"
    assert energy.spoken == f"Energy: 2{THIN}040 kcal, target 2{THIN}680 to 2{THIN}840 kcal."
    assert (protein.amount, protein.words) == (None, "128 to 176 g")
    assert protein.spoken == "Protein: nothing written down, target 128 to 176 g."
    assert rows["water"].words == "0.5 of 2.4 to 2.8 L"


def test_in_the_units_of_the_person(profile: Profile, man: Person) -> None:
    eat(profile, man, TODAY, kcal="2000", water="0.5")
    profile.apply(choose_energy_unit(man.id, "kJ", TODAY))
    profile.apply(choose_drink_unit(man.id, "fl oz", TODAY))
    rows = _rows(profile, man)
    assert rows["energy"].words == f"8{THIN}368 of 11{THIN}200 to 11{THIN}900 kJ"
    assert rows["energy"].amount == pytest.approx(8368)
    assert rows["water"].words == "17 of 81 to 95 fl oz"


def test_a_leg_day_has_more_carbohydrate(profile: Profile, man: Person) -> None:
    for back in (2, 9, 11, 13, 16, 18, 20):
        add_workout(profile, man, before(back), SQUATS)
    plain, legs = _on(profile, man, before(1)), _on(profile, man, MONDAY)
    assert (plain.leg_day, legs.leg_day) == (False, True)
    lows = [next(row.low for row in one.rows if row.name == "Carbohydrate") for one in (plain, legs)]
    assert lows[0] is not None and lows[1] is not None and lows[1] - lows[0] == pytest.approx(80, abs=1)
    assert plain.said == "" and legs.said == "A leg day: 80 g of carbohydrate more than on others."


def test_without_targets_amounts_are_still_told(profile: Profile, person: Person) -> None:
    eat(profile, person, TODAY, protein="150")
    found = _on(profile, person)
    rows = {one.nutrient.value: one for one in found.rows}
    assert found.plan.missing and found.said == ""
    assert (rows["protein"].words, rows["protein"].spoken) == ("150 g", "Protein: 150 g.")
    assert (rows["fat"].words, rows["fat"].low) == ("", None)
    assert rows["fat"].spoken == "Fat: nothing written down."


def test_a_day_of_a_year_without_data(profile: Profile, man: Person) -> None:
    later = TODAY + timedelta(days=365)
    found = food_on(profile, man, later, later)
    assert all(one.amount is None and one.low is None and one.words == "" for one in found.rows)


def test_a_week_has_averages_of_the_days_that_are_over_and_written_down(profile: Profile, man: Person) -> None:
    eat(profile, man, MONDAY, kcal="2700", protein="150")
    eat(profile, man, before(1), kcal="2100", water="2")
    eat(profile, man, TODAY, kcal="300", protein="10")
    weigh(profile, man, before(1), 80.4)
    week = food_week(profile, man, MONDAY, TODAY)
    rows = {one.nutrient.value: one for one in week.rows}
    assert week.counted == 2 and week.said == "Averages of the 2 days that are written down and over."
    assert rows["energy"].amount == 2400 and rows["protein"].amount == 150 and rows["water"].amount == 2
    assert rows["fat"].amount is None and rows["fat"].low is not None
    assert week.words == (
        "Energy lay in or near its target on 1 of 2 days.", "Protein lay in or near its target on 1 of 1 day.",
    )  # fmt: skip
    assert [one.day.weekday() for one in week.days] == list(range(7))
    assert [one.over for one in week.days] == [True, True, False, False, False, False, False]
    assert [one.amounts.get(Nutrient.ENERGY) for one in week.days] == [2700, 2100, 300, None, None, None, None]
    assert (week.days[1].weight, week.weight_unit) == (80.4, "kg")


def test_a_week_in_pounds(profile: Profile) -> None:
    person = lifter(profile, units=UnitSystem.IMPERIAL)
    weigh(profile, person, MONDAY, 80)
    week = food_week(profile, person, MONDAY, TODAY)
    assert (round(week.days[0].weight or 0, 1), week.weight_unit) == (176.4, "lb")
    assert week.counted == 0  # a day on which only the scale was asked has no food


def test_the_average_target_follows_the_leg_days_that_were_written_down(profile: Profile, man: Person) -> None:
    for back in (2, 9, 11, 13, 16, 18, 20):
        add_workout(profile, man, before(back), SQUATS)
    eat(profile, man, MONDAY, carbs="400")
    legs = food_week(profile, man, MONDAY, TODAY).rows[2].low
    eat(profile, man, before(1), carbs="300")
    both = food_week(profile, man, MONDAY, TODAY).rows[2].low
    assert legs is not None and both is not None and legs - both == pytest.approx(40, abs=1)


@pytest.mark.parametrize(
    ("monday", "said"),
    [
        (MONDAY, "Averages come when a day that is written down is over."),
        (MONDAY - timedelta(weeks=1), "Nothing is written down in this week."),
        (MONDAY + timedelta(weeks=1), "Nothing is written down in this week."),
    ],
)
def test_an_empty_week(profile: Profile, man: Person, monday: date, said: str) -> None:
    week = food_week(profile, man, monday, TODAY)
    assert (week.said, week.words, week.counted) == (said, (), 0)
    assert all(one.amount is None for one in week.rows)


def test_who_leaves_energy_out_sees_no_row_and_no_word_of_it(profile: Profile, man: Person) -> None:
    eat(profile, man, MONDAY, kcal="2700", protein="150")
    profile.apply(choose_energy_shown(man.id, False, TODAY))
    shown = _on(profile, man, MONDAY)
    week = food_week(profile, man, MONDAY, TODAY)
    assert [one.nutrient.value for one in shown.rows] == ["protein", "carbohydrate", "fat", "water"]
    told = " ".join((shown.said, week.said, *week.words, *(one.spoken for one in (*shown.rows, *week.rows))))
    assert "kcal" not in told and "nergy" not in told and week.words
    assert not any(Nutrient.ENERGY in one.amounts for one in week.days)


def test_somebody_under_age_has_amounts_without_targets_or_energy(profile: Profile) -> None:
    today = date.today()
    child = lifter(profile, birth_date=today.replace(year=today.year - 15, day=1))
    weigh(profile, child, today, 60)
    eat(profile, child, today, protein="90", kcal="2000")
    found = food_on(profile, everybody(profile)[0], today, today)
    assert [one.words for one in found.rows] == ["90 g", "", "", ""]


@pytest.mark.parametrize(
    ("amount", "near"), [(89.9, False), (90.0, True), (150.0, True), (220.0, True), (220.1, False)]
)
def test_near_is_a_tenth_beside_the_edge(amount: float, near: bool) -> None:
    assert in_or_near(amount, Range(100.0, 200.0)) is near


def test_two_people_do_not_mix(profile: Profile, man: Person) -> None:
    ben = somebody(profile, "Ben")
    eat(profile, ben, MONDAY, kcal="4000")
    assert food_week(profile, man, MONDAY, TODAY).counted == 0
