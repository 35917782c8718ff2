"""The hard sets that reach a limb: by week, as now, by the plan, and what nobody knows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goal_cases import TODAY, plan, train
from legwork.domain.forecast.growth import LEAST_EFFECT, effect_of
from legwork.domain.muscles import Muscle
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.people import Person
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile
from legwork.services.site_training import NOW_WEEKS, SiteTraining, built_by, dose_of

CALVES, THIGH = (Muscle.CALVES,), (Muscle.QUADRICEPS, Muscle.HAMSTRINGS)


def at(weeks: float) -> float:
    """So many weeks ago."""
    return TODAY.toordinal() - 7 * weeks


def test_muscles_count_alike_and_a_set_for_one_does_nothing_for_another() -> None:
    found = dose_of([16, 0], [True, True])
    assert found.sets == 8 and found.effect == pytest.approx((effect_of(16) + LEAST_EFFECT) / 2)
    assert found.effect < effect_of(8)
    with pytest.raises(ValueError, match="at least one muscle"):
        dose_of([], [])


def test_something_is_built_after_eight_weeks_of_more_than_what_holds() -> None:
    assert built_by([10] * 10) == [False] * 2 + [True] * 8  # 30 sets are more than 8 x 3
    assert built_by([3] * 30) == [False] * 30
    assert built_by([10] * 8 + [0] * 60)[-1] is True
    assert built_by([]) == []


def test_nothing_logged_is_nothing_known(profile: Profile, person: Person) -> None:
    training = SiteTraining(profile, person, TODAY)
    assert not training.logged and training.now(CALVES) is None and training.planned(CALVES) is None
    assert training.effects(CALVES)(at(3)) == 0.0


def test_now_is_the_mean_of_the_last_six_whole_weeks(profile: Profile, person: Person) -> None:
    train(profile, person, 6, weeks=20, ago=1 + NOW_WEEKS)
    train(profile, person, 12, weeks=NOW_WEEKS)
    train(profile, person, 30, weeks=1, ago=0)  # of the running week, on a day to come
    training = SiteTraining(profile, person, TODAY)
    now = training.now(CALVES)
    assert now is not None and now.sets == 12 and now.effect == pytest.approx(effect_of(12))
    assert training.effects(CALVES)(at(0.5)) == pytest.approx(effect_of(12))
    assert training.effects(CALVES)(at(10)) == pytest.approx(effect_of(6))
    assert training.now(THIGH) is not None and training.now(THIGH).sets == 0  # type: ignore[union-attr]


def test_before_the_log_and_after_it_nothing_is_known(profile: Profile, person: Person) -> None:
    train(profile, person, 10, weeks=20, ago=20)
    training = SiteTraining(profile, person, TODAY)
    assert training.logged and training.now(CALVES) is None, "who stopped logging may train on"
    effects = training.effects(CALVES)
    assert effects(at(45)) == 0.0 and effects(at(5)) == 0.0 and effects(at(25)) == pytest.approx(1.0)


def test_a_break_amid_the_log_is_one(profile: Profile, person: Person) -> None:
    train(profile, person, 10, weeks=20, ago=12)
    train(profile, person, 10, weeks=2, ago=1)
    effects = SiteTraining(profile, person, TODAY).effects(CALVES)
    assert effects(at(8)) == LEAST_EFFECT


def test_legs_that_were_never_trained_lose_nothing(profile: Profile, person: Person) -> None:
    train(profile, person, 12, weeks=30, exercise="bench_press")
    now = SiteTraining(profile, person, TODAY).now(CALVES)
    assert now is not None and now.sets == 0 and now.effect == 0.0


def test_one_week_says_nothing_of_now(profile: Profile, person: Person) -> None:
    train(profile, person, 10, weeks=1)
    assert SiteTraining(profile, person, TODAY).now(CALVES) is None
    train(profile, person, 10, weeks=1, ago=2)
    assert SiteTraining(profile, person, TODAY).now(CALVES) is not None


def test_the_plan_s_coming_weeks(profile: Profile, person: Person) -> None:
    plan(profile, person, 12)
    training = SiteTraining(profile, person, TODAY)
    whole, half = training.planned(CALVES), training.planned(CALVES, 0.5)
    assert whole is not None and half is not None
    assert (whole.sets, half.sets) == (12, 6) and half.effect == pytest.approx(effect_of(6))
    over = SiteTraining(profile, person, TODAY + timedelta(weeks=40)).planned(CALVES)
    assert over is not None and over.sets == 12, "a plan that is over counts as if it began anew"


def test_weeks_of_the_plan_that_are_over_do_not_count(profile: Profile, person: Person) -> None:
    weeks = (4, 4, 4, 10, 14)
    text = "Plan: Rising\nBlock: Base (accumulate)\n" + "".join(
        f"Week {at + 1}\nSession: Legs (Monday)\nstanding_calf_raise: {sets}x8-12\n" for at, sets in enumerate(weeks)
    )
    profile.apply(AddPlan(person.id, read_plan(text, UnitSystem.METRIC), TODAY - timedelta(weeks=3)))
    coming = SiteTraining(profile, person, TODAY).planned(CALVES)
    assert coming is not None and coming.sets == 12


def test_a_plan_without_weeks_is_none(profile: Profile, person: Person) -> None:
    profile.apply(AddPlan(person.id, Plan("Empty"), date(2025, 6, 30)))
    assert SiteTraining(profile, person, TODAY).planned(CALVES) is None
