"""What a plan is held to follows the body and what hurts, as the balance page says it too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helpers import day, somebody
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.findings import CheckKey, Finding, Grade
from legwork.domain.plan.model import Plan
from legwork.domain.plan_brief import GROW, KEEP, SUSTAIN, PlanBrief, Upper, brief
from legwork.domain.standing import Legs
from legwork.domain.units import Quantity
from legwork.services.balance_view import balance_view
from legwork.services.catalogue import catalogue
from legwork.services.check_ins import RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.people import Person
from legwork.services.plan_aims import aims_from, aims_of, wanted_of
from legwork.services.plan_lookup import lookup_from
from legwork.services.profile import Profile
from plan_samples import plan_of, week_of

TODAY = date(2026, 11, 25)
BUILD = {"neck": "40", "shoulders": "124", "chest": "112", "waist": "84", "flexed_arm_left": "40"}
LOOKUP = lookup_from(catalogue())
FEW_LEGS = plan_of(
    week_of({"A mon": {"squat": "3x8", "bench_press": "5x8"}, "B thu": {"romanian_deadlift": "2x8", "row": "5x8"}})
)


@pytest.fixture
def man(profile: Profile) -> Person:
    return somebody(profile, sex="male", stature=Quantity(180, "cm", "180"))


def _measure(profile: Profile, person: Person, thigh: str, calf: str) -> None:
    texts = {**BUILD, "upper_thigh_left": thigh, "calf_left": calf}
    profile.apply(RecordReadings(person.id, (day(TODAY, **texts),)))


def _found(plan: Plan, aims: PlanBrief, key: CheckKey) -> list[Finding]:
    return [one for one in check_plan(plan, LOOKUP, wanted_of(aims)) if one.key is key]


def test_legs_that_trail_are_to_grow(profile: Profile, man: Person) -> None:
    _measure(profile, man, "57.8", "37")
    aims = aims_of(profile, man, TODAY)
    assert set(aims.brief.sets.values()) == {GROW} and aims.brief.upper is Upper.KEEP
    assert aims.wanted.more_than(Muscle.QUADRICEPS) == 4
    assert aims.wanted.legs_first and aims.wanted.leg_days == (2, 3)


def test_the_same_as_the_balance_page_says(profile: Profile, man: Person) -> None:
    _measure(profile, man, "57.8", "41")
    profile.apply(SetChoices(man.id, (("pain_now", ("knee_left",)),), TODAY, "Answer"))
    assert aims_of(profile, man, TODAY).brief == balance_view(profile, man, TODAY).next.brief


def test_what_hurts_is_neither_missed_nor_counted_as_missing(profile: Profile, man: Person) -> None:
    _measure(profile, man, "57.8", "37")
    profile.apply(SetChoices(man.id, (("pain_now", ("knee_left",)),), TODAY, "Answer"))
    aims = aims_of(profile, man, TODAY)
    assert Pattern.SQUAT in aims.wanted.held
    assert aims.wanted.more_than(Muscle.QUADRICEPS) is None and aims.wanted.more_than(Muscle.HAMSTRINGS) == 4
    subjects = [one.subject for one in _found(FEW_LEGS, aims.brief, CheckKey.LEG_VOLUME)]
    assert subjects == ["back of the thighs", "glutes", "calves"]


def test_an_arm_alone_tells_nothing_of_single_muscles(profile: Profile, man: Person) -> None:
    texts = {"waist": "84", "flexed_arm_left": "40", "upper_thigh_left": "50", "calf_left": "32"}
    profile.apply(RecordReadings(man.id, (day(TODAY, **texts),)))
    assert set(aims_of(profile, man, TODAY).brief.sets.values()) == {SUSTAIN}


def test_nothing_is_known_of_somebody_new(profile: Profile, man: Person) -> None:
    aims = aims_of(profile, man, TODAY)
    assert aims.brief == brief({}, Legs.UNKNOWN, ())
    assert aims == aims_from(aims.brief)


def test_work_can_be_ended_between_readings(profile: Profile, man: Person) -> None:
    _measure(profile, man, "57.8", "37")

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        aims_of(profile, man, TODAY, stop)


@pytest.mark.parametrize(
    ("legs", "sets", "grade"),
    [
        (Legs.BEHIND, 4, Grade.WARNING),
        (Legs.BEHIND, 5, Grade.FINE),
        (Legs.MIDDLE, 3, Grade.HINT),
        (Legs.MIDDLE, 4, Grade.FINE),
        (Legs.AHEAD, 1, Grade.HINT),
        (Legs.AHEAD, 2, Grade.FINE),
    ],
)
def test_a_muscle_is_held_to_its_own_band(legs: Legs, sets: int, grade: Grade) -> None:
    plan = plan_of(week_of({"A mon": {"standing_calf_raise": f"{sets}x10"}}))
    [found] = [one for one in _found(plan, brief({}, legs, ()), CheckKey.LEG_VOLUME) if one.subject == "calves"]
    assert found.grade is grade
    if legs is Legs.AHEAD and grade is Grade.HINT:
        assert found.sentence == "1 hard sets for the calves in every week: more than 1 hold what is there."


def test_legs_that_lead_need_not_come_first() -> None:
    behind, ahead = brief({}, Legs.BEHIND, ()), brief({}, Legs.AHEAD, ())
    assert set(ahead.sets.values()) == {KEEP}
    [inverted] = _found(FEW_LEGS, behind, CheckKey.NOT_INVERTED)
    assert inverted.grade is Grade.WARNING
    assert _found(FEW_LEGS, ahead, CheckKey.NOT_INVERTED) == _found(FEW_LEGS, ahead, CheckKey.LEG_TREND) == []


def test_one_muscle_of_several_bands() -> None:
    mixed = replace(brief({}, Legs.BEHIND, ()), sets={Muscle.QUADRICEPS: KEEP, Muscle.CALVES: GROW})
    wanted = wanted_of(mixed)
    assert (wanted.more_than(Muscle.QUADRICEPS), wanted.more_than(Muscle.CALVES)) == (1, 4)
    assert wanted.more_than(Muscle.GLUTES) is None
