"""Expected against seen: which lever is named, and what taking it does to the plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import day
from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.forecast.levers import Lever
from legwork.domain.plan.model import weeks_of
from legwork.domain.units import UnitSystem
from legwork.services.check_ins import RecordReadings
from legwork.services.food import RecordFood
from legwork.services.food_targets import food_plan
from legwork.services.loop import LOOP, take
from legwork.services.profile import Profile
from loop_cases import (
    ENOUGH,
    ONE_DAY,
    TODAY,
    Lifter,
    cells,
    few_sets,
    flat,
    lifter,
    measured,
    only,
    shrinking,
    trained,
    view,
)


def eaten(one: Lifter, grams: str, days: int = 14) -> None:
    """So much protein on each of the last days."""
    amount = parse_amount(grams, Nutrient.PROTEIN, FoodUnits())
    for back in range(1, days + 1):
        one.profile.apply(RecordFood(one.person.id, one.today - timedelta(days=back), ((Nutrient.PROTEIN, amount),)))


def test_few_sets_and_no_growth_offers_more_of_them_and_taking_it_is_an_edit_of_the_plan(profile: Profile) -> None:
    """Front of the thighs: 2 sets of squats and 1 of extensions; a set more is the most that follows 3."""
    one = few_sets(profile)
    card = only(one)
    assert (card.topic, card.site, card.name, card.lever) == (LOOP, "upper_thigh", "Upper thigh", Lever.VOLUME)
    assert card.head == "Upper thigh: little growth was to be expected"
    assert card.seen.startswith("Seen: less than 0.01 cm a month over 17 weeks (−0.")
    assert card.expected.endswith("of about 10 hard sets a week +0.16.")
    assert "hold what is there" in card.why and card.first == "First: more sets" and card.page == ""
    assert card.offer == (
        "1 set more a week for front of the thighs. Leg extension on Monday: 1 to 2 sets, weeks 21 to 26."
    )
    before = one.plan.plan
    outcome = profile.apply(take(profile, card))
    assert cells(one.plan.plan, "leg_extension") == ["1x12 50kg @2 RIR"] * 20 + ["2x12 50kg @2 RIR"] * 6
    assert cells(one.plan.plan, "squat") == cells(before, "squat")
    after = view(one)
    assert after.cards == () and after.said.startswith("Upper thigh: little growth was to be expected.")
    assert "The plan adds sets from the next week on. The tape needs about eight weeks to show it." in after.said
    profile.apply(outcome.inverse)
    assert one.plan.plan == before and only(one).offer == card.offer


def test_sets_far_from_failure_are_brought_nearer_before_more_of_them(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, flat)
    trained(one, 20, week=ENOUGH, rir="5")
    card = only(one)
    assert card.lever is Lever.EFFORT and "0 % of the sets came within three reps of failure" in card.why
    assert card.offer == (
        "Fewer reps in reserve: 5 to 3 RIR for Back squat, Leg extension, Romanian deadlift and Lying leg curl, weeks "
        "21 to 26."
    )
    profile.apply(take(profile, card))
    assert cells(one.plan.plan, "squat")[19:21] == ["5x6-8 100kg @5 RIR", "5x6-8 100kg @3 RIR"]
    assert set(cells(one.plan.plan, "standing_calf_raise")) == {
        "5x10 80kg @5 RIR", "4x10 80kg @5 RIR"
    }  # fmt: skip
    assert view(one).cards == () and "end the sets as near as it says" in view(one).said


def test_a_plan_that_says_near_while_the_log_says_far_is_to_be_followed(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, flat)
    trained(one, 20, week=ENOUGH, rir="2", said="6")
    card = only(one)
    assert (card.lever, card.offer, card.page) == (Lever.EFFORT, "", "train")
    assert card.waits.endswith("end the sets as near as it says.")


def test_too_much_on_one_day_goes_to_another_one(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 26, shrinking)
    trained(one, 26, week=ONE_DAY)
    card = only(one)
    assert card.head == "Upper thigh grows slower than expected" and card.lever is Lever.FREQUENCY
    assert "10 hard sets in one session" in card.why
    assert card.offer == (
        "Spread over the week: Leg extension goes from Legs to a new session on Wednesday, weeks 27 to 32."
    )
    profile.apply(take(profile, card))
    weeks = [week for _, week in weeks_of(one.plan.plan)]
    assert [len(week.sessions) for week in weeks] == [2] * 26 + [3] * 6
    again = only(one)
    assert "Lying leg curl goes from Legs to More legs" in again.offer, "the back of the thighs is still on one day"
    profile.apply(take(profile, again))
    profile.apply(take(profile, only(one)))
    assert view(one).cards == () and "spreads them: do it as it stands" in view(one).said, "the glutes were the last"


def test_a_falling_weight_leads_to_the_food_page(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 26, shrinking, body_weight=lambda week: 82 - 0.3 * week)
    trained(one, 26, week=ENOUGH)
    card = only(one)
    assert (card.lever, card.offer, card.page) == (Lever.FOOD, "", "food") and "Body weight falls by 0.4 %" in card.why
    with pytest.raises(ValueError, match="no edit"):
        take(profile, card)


def test_little_protein_leads_there_too_and_few_days_of_it_say_nothing(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 26, shrinking, body_weight=lambda _week: 80.0)
    trained(one, 26, week=ENOUGH)
    eaten(one, "80", days=13)
    assert only(one).lever is not Lever.FOOD
    eaten(one, "80", days=14)
    card = only(one)
    assert card.lever is Lever.FOOD and "1.0 g of protein a kilogram" in card.why


def test_sessions_that_did_not_take_place_come_first(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, flat)
    trained(one, 20, skip=lambda _week, session: session == "Legs B")
    card = only(one)
    assert (card.lever, card.offer, card.page) == (
        Lever.DONE,
        "",
        "plan",
    ) and "50 % of the planned sessions" in card.why


def test_sets_that_were_left_out_come_first_as_well(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, flat)
    trained(one, 20, week=ENOUGH.replace("squat: 5x", "squat: 8x"), changes={"squat": 2, "romanian_deadlift": 1})
    card = only(one)
    assert card.lever is Lever.DONE and "those come before more of them" in card.why


def test_one_side_that_lags_is_named(profile: Profile) -> None:
    one = lifter(profile)
    for week in range(26):
        when = TODAY - timedelta(weeks=25 - week)
        texts = {"upper_thigh_left": f"{55 - 0.06 * week:.1f}", "upper_thigh_right": f"{55 + 0.12 * week:.1f}"}
        profile.apply(RecordReadings(one.person.id, (day(when, **texts, flexed_arm="40", chest="112", waist="84"),)))
    trained(one, 26, week=ENOUGH)
    card = only(one)
    assert card.name == "Upper thigh, left" and card.head == "Upper thigh, left grows slower than expected"
    assert any("The left side moved −0." in line and "one leg at a time" in line for line in card.others)


def test_inches_are_told_in_inches(profile: Profile) -> None:
    one = lifter(profile, units=UnitSystem.IMPERIAL)
    measured(one, 20, lambda _week: 55.0)
    trained(one, 20)
    card = only(one)
    assert " in a month over 17 weeks" in card.seen and card.rates is not None and card.rates.unit == "in"
    assert abs(card.rates.seen[1]) < 0.05


def test_without_a_plan_or_with_one_that_is_over_it_says_what_to_do(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, flat)
    trained(one, 20, ahead=0)
    card = only(one)
    assert card.offer == "" and card.page == "plan" and card.waits == (
        "The plan has no week to come that it could go into."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kg", "grams", "short"), [(130.0, "165", False), (130.0, "150", True), (80.0, "165", False), (80.0, "120", True)]
)
def test_protein_is_counted_as_the_targets_on_food_count_it(
    profile: Profile, kg: float, grams: str, short: bool
) -> None:
    """At 180 cm no more than 30 x 1.8 x 1.8 = 97.2 kg count, so that 1.6 g are 155.5 g; of 80 kg all do: 128 g."""
    one = lifter(profile)
    measured(one, 26, shrinking, body_weight=lambda _week: kg)
    trained(one, 26, week=ENOUGH)
    eaten(one, grams)
    plan = food_plan(profile, one.person, TODAY)
    assert plan.targets is not None
    assert (float(grams) < plan.targets.protein_g.low) is short
    card = only(one)
    assert (card.lever is Lever.FOOD) is short
    assert ("of protein a kilogram" in " ".join((card.why, *card.others))) is short


def test_without_a_height_there_is_no_target_and_no_word_of_protein(profile: Profile) -> None:
    one = lifter(profile, stature=None)
    measured(one, 26, shrinking, body_weight=lambda _week: 130.0)
    trained(one, 26, week=ENOUGH)
    eaten(one, "60")
    assert all("protein" not in f"{card.why} {card.others}" for card in view(one).cards)


@pytest.mark.parametrize(("born", "food"), [(date(2008, 9, 2), True), (date(2008, 9, 3), False)])
def test_under_eighteen_nothing_is_said_of_food_and_weight(profile: Profile, born: date, food: bool) -> None:
    one = lifter(profile, birth_date=born)
    measured(one, 26, shrinking, body_weight=lambda week: 70 - 0.3 * week)
    trained(one, 26, week=ENOUGH)
    eaten(one, "60")
    card = only(one)
    said = " ".join((card.why, *card.others))
    assert ("Body weight falls" in said, "protein" in said, card.page == "food") == (food, food, food)
