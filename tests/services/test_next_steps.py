"""What to do next: few sentences that follow the body, the answers and what hurts."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import day, somebody
from legwork.domain.pain_holds import Pattern
from legwork.domain.plan_brief import Upper
from legwork.domain.units import Quantity
from legwork.services.balance_view import BalanceView, balance_view
from legwork.services.check_ins import RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.people import Person
from legwork.services.profile import Profile

TODAY = date(2026, 11, 25)
BUILD = {"neck": "40", "shoulders": "124", "chest": "112", "waist": "84", "flexed_arm_left": "40"}


@pytest.fixture
def man(profile: Profile) -> Person:
    return somebody(profile, sex="male", stature=Quantity(180, "cm", "180"))


def seen(profile: Profile, person: Person, thigh: str, calf: str, **answers: str) -> BalanceView:
    texts = {**BUILD, "upper_thigh_left": thigh, "calf_left": calf}
    profile.apply(RecordReadings(person.id, (day(TODAY, **texts),)))
    if answers:
        picks = tuple((topic, (pick,)) for topic, pick in answers.items())
        profile.apply(SetChoices(person.id, picks, TODAY, "Answer"))
    return balance_view(profile, person, TODAY)


def test_legs_that_trail(profile: Profile, man: Person) -> None:
    view = seen(profile, man, "57.8", "37", leg_days="rarely", leg_share="under_10")
    said = "\n".join(view.next.steps)
    assert "2 or 3 days a week" in said and "8 to 12" in said
    assert "back squat, Romanian deadlift, Bulgarian split squat" in said
    assert "a third of your present sets" in said
    assert "likeliest cause" in said
    assert "Measure once a week" in said
    assert len(view.next.steps) <= 6


def test_the_wait_follows_the_tape(profile: Profile, man: Person) -> None:
    """SCIENCE section 2: T = (12 (1.96 s / g)^2)^(1/3); 57.8 cm at 1 % err .578, and .12 % a week are .0694 cm."""
    view = seen(profile, man, "57.8", "37")
    assert any("after about 15 weeks" in step for step in view.next.steps), view.next.steps


def test_legs_that_lead_are_said_just_as_plainly(profile: Profile, man: Person) -> None:
    view = seen(profile, man, "68", "43.5")
    assert "ahead" in view.numbers
    assert any(step.startswith("Your legs lead") for step in view.next.steps)
    assert view.next.brief.upper is Upper.GROW
    assert not any("likeliest cause" in step for step in view.next.steps)


def test_what_hurts_comes_first_and_is_not_loaded(profile: Profile, man: Person) -> None:
    view = seen(profile, man, "57.8", "37", pain_now="knee_left")
    assert "knee" in view.next.steps[0] and "physiotherapist or doctor" in view.next.steps[0]
    assert Pattern.SQUAT not in view.next.brief.lifts
    assert not any("back squat" in step for step in view.next.steps)
    assert any("Romanian deadlift" in step for step in view.next.steps)


def test_without_a_comparison_the_list_still_helps(profile: Profile, person: Person) -> None:
    view = seen(profile, person, "57.8", "37")
    assert any("Add what is missing" in step for step in view.next.steps)
    assert any("5 to 8" in step for step in view.next.steps)
