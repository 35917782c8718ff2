"""The next step to a goal: a round value that is a step at all, with when it is likely."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goal_cases import TODAY, measure, plan, train, want
from helpers import somebody
from legwork.domain.units import Quantity
from legwork.services.goal_outlook import goal_views
from legwork.services.goal_steps import milestones, next_value
from legwork.services.goals import SetGoal
from legwork.services.people import Person
from legwork.services.profile import Profile


@pytest.mark.parametrize(
    ("now", "goal", "step", "value"),
    [
        (57.7, 60.0, 0.5, 58.0),
        (57.9, 60.0, 0.5, 58.5),  # a hundredth away is no step
        (57.86, 60.0, 0.5, 58.5),
        (57.84, 60.0, 0.5, 58.0),
        (58.0, 60.0, 0.5, 58.5),
        (59.7, 59.9, 0.5, 59.9),  # the goal comes first
        (59.7, 60.0, 0.5, 60.0),
        (82.3, 78.0, 1.0, 82.0),
        (82.2, 78.0, 1.0, 81.0),
        (82.3, 82.1, 1.0, 82.1),
        (-1.0, -0.3, 0.5, -0.5),
        (1.412, 1.6, 0.01, 1.42),
    ],
)
def test_the_next_round_value(now: float, goal: float, step: float, value: float) -> None:
    assert next_value(now, goal, step, rising=goal > now) == pytest.approx(value)


def test_steps_stand_in_the_order_in_which_they_are_likely(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.0 - 0.02 * week)
    measure(profile, person, "upper_thigh_left", lambda week: 57.4 - 0.06 * week)
    train(profile, person, 10)
    want(profile, person, "site/calf:left", 40.0)
    want(profile, person, "site/upper_thigh:left", 60.0)
    near, far = milestones(goal_views(profile, person, TODAY))
    assert (near.name, near.text) == ("Upper thigh, left", "57.5\N{NO-BREAK SPACE}cm")
    assert (far.name, far.text) == ("Calf, left", "38.5\N{NO-BREAK SPACE}cm")
    assert near.when.startswith("as likely as not by ") and far.when.startswith("most likely ")
    assert near.day is not None and far.day is not None and TODAY.toordinal() < near.day < far.day


def test_a_step_that_only_the_plan_brings_says_so(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.0)
    train(profile, person, 3)
    want(profile, person, "site/calf:left", 40.0)
    [step] = milestones(goal_views(profile, person, TODAY))
    assert step.day is None and not step.when.startswith("by the plan")
    plan(profile, person, 14)
    [step] = milestones(goal_views(profile, person, TODAY))
    assert step.when.startswith("by the plan most likely ") and step.day is not None


def test_no_step_where_nothing_can_be_told_or_it_is_reached(profile: Profile, person: Person) -> None:
    want(profile, person, "site/neck", 42.0)
    measure(profile, person, "calf_left", lambda week: 38.0 - 0.02 * week)
    want(profile, person, "site/calf:left", 37.5, ago=45)
    assert milestones(goal_views(profile, person, TODAY)) == ()


def test_no_step_to_an_underweight_and_none_down_for_who_still_grows(profile: Profile) -> None:
    tall = Quantity(170, "cm", "170")
    adult = somebody(profile, "Ada", stature=tall)
    young = somebody(profile, "Ben", stature=tall, birth_date=TODAY.replace(year=TODAY.year - 16))
    for who, low, high in ((adult, 52.0, 58.0), (young, 58.0, 62.0)):
        measure(profile, who, "body_weight", lambda week: 60 + 0.1 * week)
        for value, steps in ((low, 0), (high, 1)):
            want(profile, who, "site/body_weight", value, unit="kg")
            assert len(milestones(goal_views(profile, who, TODAY))) == steps, (who.name, value)


def test_a_goal_whose_day_is_over_still_has_a_next_step(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.0 - 0.02 * week)
    due = TODAY - timedelta(days=3)
    profile.apply(SetGoal(person.id, "site/calf:left", Quantity(40, "cm", "40"), due, due - timedelta(90), "Calf"))
    assert len(milestones(goal_views(profile, person, TODAY))) == 1
