"""Which sets are hard: chosen by each person, and the same for plan, log and causes."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import MONDAY, database_dump, somebody
from legwork.domain.log.sums import week_count
from legwork.domain.plan.counting import HARD_RIR, count_plan
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.choices import choices_of
from legwork.services.hard_effort import HARD_RIRS, choose_hard_rir, effort_words, hard_rir_in, hard_rir_of
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup, lookup_of
from legwork.services.profile import Profile
from workout_texts import add_workout, did


def test_without_a_choice_it_is_the_usual_one(profile: Profile, person: Person) -> None:
    assert hard_rir_of(profile, person.id) == HARD_RIR == lookup_of(profile, person, MONDAY).hard_rir
    assert HARD_RIR in HARD_RIRS


def test_a_choice_holds_for_one_person_in_plan_and_log_alike(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    add_workout(profile, person, MONDAY, did("squat", "100x8@1", "100x8@2", "100x8@3"))
    plan = read_plan("Plan: P\nBlock: B\nWeek 1\nSession: S\nsquat: 3x8 @2 RIR 100kg\n", UnitSystem.METRIC)

    def hard() -> tuple[float, float]:
        lookup = lookup_of(profile, person, MONDAY)
        return count_plan(plan, lookup)[0].lower, week_count(counted_log(profile, person, lookup), MONDAY).lower

    assert hard() == (3.0, 3.0)
    before = database_dump(profile)
    outcome = profile.apply(choose_hard_rir(person.id, 1, date.today()))
    assert hard() == (0.0, 1.0)
    assert counting_lookup(profile, person).hard_rir == 1.0
    assert hard_rir_of(profile, ben.id) == HARD_RIR
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before and hard() == (3.0, 3.0)


def test_what_is_no_choice_is_overlooked(profile: Profile, person: Person) -> None:
    assert hard_rir_in({"hard_rir": ("many", "9")}) == HARD_RIR
    assert hard_rir_in({"hard_rir": ("0",)}) == 0.0
    with pytest.raises(ValueError, match="9"):
        choose_hard_rir(person.id, 9, MONDAY)
    assert choices_of(profile, person.id) == {}


def test_it_is_said_in_words() -> None:
    assert [effort_words(one) for one in (0, 1, 3)] == [
        "to failure", "within 1 rep of failure", "within 3 reps of failure",
    ]  # fmt: skip
