"""What to do next: few sentences that follow the body, the answers and what hurts."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import day, somebody
from legwork.domain.patterns import Pattern
from legwork.domain.plan_brief import Upper
from legwork.domain.standing import Legs
from legwork.domain.units import Quantity
from legwork.services.balance import TARGET
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
    assert "2 or 3 days a week" in said and "6 to 10" in said
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
    assert not any("front of the thighs" in step for step in view.next.steps), "no sets without a lift for them"
    assert any("Romanian deadlift" in step for step in view.next.steps)
    assert "leave out of the advice below what loads it" in view.caution


def test_what_needs_a_doctor_today_is_all_there_is_to_do(profile: Profile, man: Person) -> None:
    view = seen(profile, man, "57.8", "37", pain_now="lower_back", pain_signs="saddle")
    assert [step for step in view.next.steps if "emergency care" not in step] == []
    assert "emergency care" in view.caution


def test_headline_causes_and_steps_agree_inside_the_tapes_error(profile: Profile, man: Person) -> None:
    """62.0 and 39.2 cm lie a hair below the middle: nothing to explain, nothing to give up."""
    view = seen(profile, man, "62.0", "39.2")
    assert "as far as the tape can tell" in view.numbers
    assert view.diagnosis.legs is Legs.MIDDLE
    assert view.next.brief.upper is Upper.AS_NOW


def test_the_arm_alone_decides_nothing(profile: Profile, man: Person) -> None:
    texts = {"waist": "84", "flexed_arm_left": "44", "upper_thigh_left": "57", "calf_left": "36"}
    profile.apply(RecordReadings(man.id, (day(TODAY, **texts),)))
    view = balance_view(profile, man, TODAY)
    assert any("provisional" in sentence for sentence in view.better)
    assert view.diagnosis.legs is Legs.UNKNOWN
    assert view.next.brief.upper is None
    assert any("Add what is missing" in step for step in view.next.steps)


def test_a_higher_target_asks_for_more(profile: Profile, man: Person) -> None:
    assert seen(profile, man, "63.5", "40").next.brief.upper is Upper.AS_NOW
    profile.apply(SetChoices(man.id, ((TARGET, ("90",)),), TODAY, "Target"))
    view = balance_view(profile, man, TODAY)
    assert view.next.brief.upper is Upper.KEEP
    assert view.diagnosis.legs is Legs.MIDDLE, "the causes explain a gap to the middle, not to a wish"


def test_without_a_comparison_the_list_still_helps(profile: Profile, person: Person) -> None:
    view = seen(profile, person, "57.8", "37")
    assert any("Add what is missing" in step for step in view.next.steps)
    assert any("4 to 6" in step for step in view.next.steps)
