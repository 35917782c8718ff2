"""The exercise that stands for a movement: what the plan has, else the usual lift."""

from __future__ import annotations

import pytest

from legwork.domain.exercise import Share, own_exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import Plan
from legwork.services.catalogue import catalogue, catalogue_with
from legwork.services.plan_choice import choice_for
from plan_samples import plan_of, week_of


def test_what_the_plan_has_most_often_stands_for_its_movement() -> None:
    days = {"A": {"front_squat": "3x8", "squat": "3x8"}, "B": {"front_squat": "3x8"}}
    choose = choice_for(plan_of(week_of(days)), catalogue())
    assert choose(Pattern.SQUAT) == "front_squat"


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        (Pattern.SQUAT, "squat"),
        (Pattern.HINGE, "romanian_deadlift"),
        (Pattern.LEG_CURL, "seated_leg_curl"),
        (Pattern.HORIZONTAL_PRESS, "bench_press"),
        (Pattern.ROW, "row"),
    ],
)
def test_else_it_is_the_usual_lift(pattern: Pattern, key: str) -> None:
    assert choice_for(Plan(), catalogue())(pattern) == key


def test_every_movement_has_an_exercise_and_an_own_one_is_not_pushed_forward() -> None:
    own = own_exercise("own.sled", "Sled push", Pattern.SLED, [Share(Muscle.QUADRICEPS, 1.0)])
    choose = choice_for(Plan(), catalogue_with([own]))
    for pattern in Pattern:
        found = catalogue().get(choose(pattern))
        assert found is not None and found.pattern is pattern
    with pytest.raises(LookupError):
        choice_for(Plan(), Catalogue([own]))(Pattern.SQUAT)
