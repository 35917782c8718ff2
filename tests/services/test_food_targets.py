"""Targets of a person: what they are made of, what holds until somebody chooses, and what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from food_cases import TODAY, before, lifter, weigh
from helpers import day, entry, somebody
from legwork.domain.food.energy import Activity
from legwork.domain.food.targets import Wish
from legwork.domain.measures import Measure
from legwork.domain.plan.model import Plan
from legwork.domain.sites import Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.choices import SetChoices, choices_of
from legwork.services.food_targets import (
    FoodPlan,
    choose_activity,
    choose_energy_shown,
    choose_energy_unit,
    choose_wish,
    drop_step,
    food_plan,
)
from legwork.services.food_view import TakeCorrection
from legwork.services.goals import SetGoal
from legwork.services.measures import series_of
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile

PLAN = """\
Plan: Legs first
Week
Session: Legs (Monday)
squat: 4x8 100kg
Session: Upper (Tuesday)
bench_press: 4x8
Session: Legs (Friday)
romanian_deadlift: 4x8
"""


def _plan(text: str = PLAN) -> Plan:
    return read_plan(text, UnitSystem.METRIC)


def _goal(
    profile: Profile, person: Person, measure: str, value: float, unit: str = "cm", due: date | None = None
) -> None:
    quantity = Quantity(value, unit, f"{value:g}")
    profile.apply(SetGoal(person.id, measure, quantity, due or TODAY + timedelta(weeks=30), before(400), "x"))


def _of(profile: Profile, person: Person, today: date = TODAY) -> FoodPlan:
    [found] = [one for one in everybody(profile) if one.id == person.id]
    return food_plan(profile, found, today)


@pytest.fixture
def man(profile: Profile) -> Person:
    """180 cm, 30 years, 80 kg: 1780 kcal at rest by Mifflin's equation (SCIENCE section 7)."""
    person = lifter(profile)
    weigh(profile, person, TODAY, 80)
    return person


def test_a_worked_man_with_the_arithmetic(profile: Profile, man: Person) -> None:
    profile.apply(choose_activity(man.id, Activity.MODERATE, TODAY))
    profile.apply(choose_wish(man.id, Wish.MORE, TODAY))
    plan = _of(profile, man)
    assert plan.targets is not None and plan.rest is not None and plan.spent is not None
    assert (plan.rest.kcal, plan.spent.kcal) == pytest.approx((1780, 2759))
    assert (plan.targets.kcal.low, plan.targets.kcal.high) == pytest.approx((3034.9, 3310.8))
    assert (plan.missing, plan.page, plan.notes) == ("", "", ())
    assert plan.wish_chosen and plan.activity_chosen and plan.energy_shown
    assert plan.sums[0] == "Weight: weighed on 17 Sep = 80.0 kg"
    assert "10 × 80.0 kg + 6.25 × 180.0 cm − 5 × 30 years + 5" in plan.sums[1]


def test_the_weighings_of_a_week_are_averaged_and_older_ones_are_not(profile: Profile, man: Person) -> None:
    weigh(profile, man, before(3), 81)
    weigh(profile, man, before(6), 79.6)
    weigh(profile, man, before(7), 120)
    plan = _of(profile, man)
    assert plan.body is not None and plan.body.weight_kg == pytest.approx((80 + 81 + 79.6) / 3)
    assert "the mean of 3 weighings" in plan.sums[0]


def test_a_known_fat_decides_for_the_other_equation_while_it_is_not_too_old(profile: Profile, man: Person) -> None:
    """Katch-McArdle: 370 + 21.6 x 68 kg = 1838.8 (SCIENCE section 7)."""
    profile.apply(RecordReadings(man.id, (Day(before(20), (entry(Spot("body_fat"), "15"),)),)))
    plan = _of(profile, man)
    assert plan.rest is not None and plan.rest.kcal == pytest.approx(1838.8)
    weigh(profile, man, TODAY + timedelta(weeks=11), 80)
    later = _of(profile, man, TODAY + timedelta(weeks=11))
    assert later.rest is not None and later.rest.kcal == pytest.approx(1780)


def test_a_fat_of_nobody_is_overlooked(profile: Profile, man: Person) -> None:
    profile.apply(RecordReadings(man.id, (Day(TODAY, (entry(Spot("body_fat"), "90"),)),)))
    plan = _of(profile, man)
    assert plan.rest is not None and plan.rest.kcal == pytest.approx(1780)


@pytest.mark.parametrize(
    ("facts", "said", "page"),
    [
        ({"stature": None}, "Your height is not known", "people"),
        ({"birth_date": None}, "Your birth date is not known", "people"),
        ({"birth_date": date(2008, 1, 1)}, "to adults only", ""),
        ({"birth_date": date(1905, 1, 1)}, "adults only", "people"),
    ],
)
def test_what_is_missing_and_where_it_is_mended(profile: Profile, facts: dict[str, Any], said: str, page: str) -> None:
    person = lifter(profile, **facts)
    weigh(profile, person, TODAY, 80)
    plan = _of(profile, person)
    assert plan.targets is None and plan.body is None and plan.sums == () and plan.notes == ()
    assert said in plan.missing and plan.page == page


def test_who_never_stood_on_a_scale_or_long_ago(profile: Profile) -> None:
    person = lifter(profile)
    assert "No weight of the last 12 weeks" in _of(profile, person).missing
    weigh(profile, person, before(85), 80)
    assert _of(profile, person).page == "measure"
    weigh(profile, person, before(84), 80)
    assert _of(profile, person).targets is not None


@pytest.mark.parametrize("kg", [3.0, 20.0, 400.0])
def test_a_weight_of_nobody_is_told_and_no_number_comes_of_it(profile: Profile, kg: float) -> None:
    person = lifter(profile)
    weigh(profile, person, TODAY, kg)
    plan = _of(profile, person)
    assert plan.targets is None and "weight" in plan.missing and plan.page == "measure"


def test_no_sex_takes_the_middle(profile: Profile, man: Person) -> None:
    profile.apply(ChangePerson(man.id, "sex", None))
    plan = _of(profile, man)
    assert plan.rest is not None and plan.rest.kcal == pytest.approx(1780 - 83)


def test_another_birth_date_gives_other_numbers_and_nothing_else(profile: Profile, man: Person) -> None:
    young = _of(profile, man)
    profile.apply(ChangePerson(man.id, "birth_date", date(1965, 3, 1)))
    old = _of(profile, man)
    assert young.rest is not None and old.rest is not None
    assert young.rest.kcal - old.rest.kcal == pytest.approx(5 * 30)
    profile.apply(ChangePerson(man.id, "birth_date", date(2010, 3, 1)))
    child = _of(profile, man)
    assert child.targets is None and not child.energy_shown and "kcal" not in child.missing
    profile.apply(ChangePerson(man.id, "birth_date", date(1995, 3, 1)))
    assert _of(profile, man) == young


def test_the_birthday_itself_is_the_day(profile: Profile) -> None:
    person = lifter(profile, birth_date=date(2007, 9, 18))
    weigh(profile, person, TODAY, 70)
    assert _of(profile, person).targets is None
    assert _of(profile, person, TODAY + timedelta(days=1)).targets is not None


def test_nothing_to_go_by_holds_the_weight_and_says_that_nobody_chose(profile: Profile, man: Person) -> None:
    plan = _of(profile, man)
    assert (plan.wish, plan.activity, plan.leg_days) == (Wish.MAINTAIN, Activity.LIGHT, 0)
    assert not plan.wish_chosen and not plan.activity_chosen
    assert any("You did not choose yet: “hold my weight”" in note for note in plan.notes)
    assert any("Nobody said how a usual day looks" in note for note in plan.notes)


@pytest.mark.parametrize(
    ("measure", "value", "unit", "grows"),
    [
        ("site/calf:left", 40.0, "cm", True),
        ("site/calf", 40.0, "cm", True),
        ("site/calf", 36.0, "cm", False),
        ("site/body_weight", 84.0, "kg", True),
        ("site/body_weight", 75.0, "kg", False),
        ("site/waist", 99.0, "cm", False),
        ("site/neck", 45.0, "cm", False),
        ("volume/leg", 9.5, "L", True),
        ("volume/thigh", 5.5, "L", True),
        ("balance/index", 2.0, "%", True),
        ("ratio/thigh_arm", 1.8, "", False),
        ("ratio/shoulders_waist", 1.7, "", False),
        ("difference/calf", 0.0, "cm", False),
        ("strength/squat", 150.0, "kg", False),
        ("site/calf", 38.0, "cm", True),
        ("site/calf", 37.0, "cm", False),
        ("nonsense", 5.0, "cm", False),
    ],
)
def test_a_goal_of_growth_asks_for_a_little_more(
    profile: Profile, man: Person, measure: str, value: float, unit: str, grows: bool
) -> None:
    profile.apply(RecordReadings(man.id, (day(before(7), calf_left="37.8", calf_right="38.2", waist="84"),)))
    _goal(profile, man, measure, value, unit)
    plan = _of(profile, man)
    assert plan.wish is (Wish.LITTLE_MORE if grows else Wish.MAINTAIN)
    assert any("a goal of yours is growth" in note for note in plan.notes) is grows


@pytest.mark.parametrize("far", [0.9, 1.1])
@pytest.mark.parametrize("measure", ["volume/lower_leg", "volume/lower_leg:left", "balance/index"])
def test_a_volume_or_a_balance_that_is_reached_asks_for_nothing(
    profile: Profile, man: Person, measure: str, far: float
) -> None:
    girths = {"flexed_arm": "34", "forearm": "28", "wrist": "17", "upper_thigh": "62", "calf": "42", "ankle": "23",
              "knee": "38"}  # fmt: skip
    texts = {f"{site}_{side}": text for site, text in girths.items() for side in ("left", "right")}
    texts |= {"chest": "98", "shoulders": "114", "neck": "37", "waist": "80"}
    profile.apply(RecordReadings(man.id, (day(before(2), **texts),)))
    found = series_of(profile, man, [Measure.parse(measure).pair])[Measure.parse(measure).pair]
    now = float(found[0].trend.level[-1])
    assert now > 0
    _goal(profile, man, measure, now * far, found[0].unit)
    assert any("a goal of yours is growth" in note for note in _of(profile, man).notes) is (far > 1)


def test_a_goal_whose_day_is_over_asks_for_nothing(profile: Profile, man: Person) -> None:
    _goal(profile, man, "volume/leg", 9.5, "L", due=before(1))
    assert _of(profile, man).wish is Wish.MAINTAIN


def test_legs_that_trail_ask_for_a_little_more(profile: Profile, man: Person) -> None:
    girths = {"flexed_arm": "40", "forearm": "32", "wrist": "17.5"}
    sided = {f"{site}_{side}": text for site, text in girths.items() for side in ("left", "right")}
    texts = {**sided, "chest": "112", "shoulders": "124", "neck": "40", "waist": "84", "upper_thigh_left": "55"}
    profile.apply(RecordReadings(man.id, (day(before(2), **texts),)))
    plan = _of(profile, man)
    assert plan.wish is Wish.LITTLE_MORE and any("your legs trail" in note for note in plan.notes)
    profile.apply(choose_wish(man.id, Wish.MAINTAIN, TODAY))
    assert _of(profile, man).wish is Wish.MAINTAIN


def test_more_is_proposed_to_nobody_of_much_weight_unasked(profile: Profile, man: Person) -> None:
    weigh(profile, man, TODAY, 120)
    _goal(profile, man, "volume/leg", 9.5, "L")
    assert _of(profile, man).wish is Wish.MAINTAIN
    profile.apply(choose_wish(man.id, Wish.MORE, TODAY))
    assert _of(profile, man).wish is Wish.MORE


def test_a_deficit_while_growth_is_the_goal_says_what_it_costs(profile: Profile, man: Person) -> None:
    profile.apply(choose_wish(man.id, Wish.LESS, TODAY))
    assert not any("works against growth" in note for note in _of(profile, man).notes)
    _goal(profile, man, "volume/leg", 9.5, "L")
    assert any("works against growth" in note for note in _of(profile, man).notes)


def test_no_deficit_for_the_light_even_when_it_was_chosen(profile: Profile, man: Person) -> None:
    profile.apply(choose_wish(man.id, Wish.LESS, TODAY))
    weigh(profile, man, TODAY, 55)
    plan = _of(profile, man)
    assert plan.wish is Wish.MAINTAIN and plan.targets is not None and plan.spent is not None
    assert plan.targets.kcal.low < plan.spent.kcal < plan.targets.kcal.high
    assert any("offers no deficit" in note for note in plan.notes)


def test_leg_days_come_from_the_plan(profile: Profile, man: Person) -> None:
    profile.apply(AddPlan(man.id, _plan(), before(2)))
    plan = _of(profile, man)
    assert plan.leg_days == 2 and any("On 2 leg days a week" in line for line in plan.sums)
    four = PLAN + "Session: Upper (Saturday)\nrow: 3x8\n"
    profile.apply(AddPlan(man.id, _plan(four), before(2)))
    assert _of(profile, man).activity is Activity.MODERATE


def test_an_accepted_correction_is_in_the_targets_and_can_be_taken_out(profile: Profile, man: Person) -> None:
    plain = _of(profile, man)
    profile.apply(TakeCorrection(man.id, 150.0, before(3)))
    profile.apply(TakeCorrection(man.id, -50.0, before(1)))
    moved = _of(profile, man)
    assert plain.targets is not None and moved.targets is not None
    assert moved.step_kcal == 100 and moved.targets.kcal.low - plain.targets.kcal.low == pytest.approx(100)
    assert any("+100 kcal was taken on" in note for note in moved.notes)
    profile.apply(drop_step(man.id, TODAY))
    assert _of(profile, man) == plain


@pytest.mark.parametrize(("pick", "kcal"), [("+99999", 1500), ("-99999", -1500), ("much", 0), ("+1e3", 0)])
def test_a_correction_that_is_none_moves_nothing_far(profile: Profile, man: Person, pick: str, kcal: float) -> None:
    profile.apply(SetChoices(man.id, (("food/step", (pick,)), ("food/wish", ("starve",))), TODAY, "x"))
    assert _of(profile, man).step_kcal == kcal and _of(profile, man).wish is Wish.MAINTAIN


def test_who_leaves_energy_out_reads_nothing_of_it(profile: Profile, man: Person) -> None:
    for edit in (choose_energy_shown(man.id, False, TODAY), TakeCorrection(man.id, 150.0, TODAY),
                 choose_energy_unit(man.id, "kJ", TODAY), choose_wish(man.id, Wish.LESS, TODAY)):  # fmt: skip
        profile.apply(edit)
    _goal(profile, man, "volume/leg", 9.5, "L")
    plan = _of(profile, man)
    told = " ".join((*plan.sums, *plan.notes, plan.missing))
    assert not plan.energy_shown and plan.targets is not None
    assert "kcal" not in told and "kJ" not in told and "nergy" not in told
    assert plan.targets.protein_g.low == pytest.approx(128) and any("Protein" in line for line in plan.sums)
    profile.apply(choose_energy_shown(man.id, True, TODAY))
    assert any("kcal" in line for line in _of(profile, man).sums)


def test_who_thinks_in_other_units_sees_both(profile: Profile) -> None:
    person = lifter(profile, units=UnitSystem.IMPERIAL)
    weigh(profile, person, TODAY, 80)
    profile.apply(choose_energy_unit(person.id, "kJ", TODAY))
    told = " | ".join(_of(profile, person).sums)
    assert "176.4 lb = 80.0 kg, 5 ft 11 in = 180.0 cm" in told
    assert "At 4.184 kJ a kcal:" in told and "At 29.6 mL a fluid ounce: 81 to 95 fl oz" in told


def test_choices_are_ordinary_ones(profile: Profile, man: Person) -> None:
    outcome = profile.apply(choose_wish(man.id, Wish.MORE, TODAY))
    assert choices_of(profile, man.id)["food/wish"] == ("more",)
    profile.apply(outcome.inverse)
    assert "food/wish" not in choices_of(profile, man.id)
    profile.apply(choose_energy_shown(man.id, False, TODAY))
    assert choices_of(profile, man.id)["food/energy_shown"] == ("no",)


def test_a_year_without_data_gives_no_numbers(profile: Profile, man: Person) -> None:
    profile.apply(TakeCorrection(man.id, 200.0, TODAY))
    plan = _of(profile, man, TODAY + timedelta(days=365))
    assert plan.targets is None and plan.sums == () and plan.page == "measure"


def test_somebody_with_nothing_at_all(profile: Profile) -> None:
    plan = food_plan(profile, somebody(profile), TODAY)
    assert (plan.targets, plan.body, plan.rest, plan.leg_days, plan.step_kcal) == (None, None, None, 0, 0.0)
    assert plan.missing.endswith(".") and plan.page == "measure" and plan.energy_shown
