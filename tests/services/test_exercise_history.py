"""The times of an exercise as the rules of a next session look at them: also of sessions that were broken off."""

from __future__ import annotations

from helpers import MONDAY
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.exercise_history import pasts_of, times_of
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_from
from legwork.services.plans import AddPlan, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.train_next import Coming, next_times
from workout_texts import add_workout, typed

PLAN = "Plan: P\nBlock: Base (accumulate)\n" + "".join(
    f"""Week {number}
Session: Legs (Monday)
squat: 3x5 100kg
  rule: linear +2.5kg
[A] leg_extension: 2x12 40kg
  rule: linear +2.5kg
[A] lying_leg_curl: 2x12 40kg
  rule: linear +2.5kg
"""
    for number in (1, 2)
)


def planned(profile: Profile, person: Person) -> Plan:
    profile.apply(AddPlan(person.id, read_plan(PLAN, UnitSystem.METRIC), MONDAY))
    found = plan_of(profile, plans_of(profile, person.id)[-1].id)
    assert found is not None
    return found.plan


def did(profile: Profile, person: Person, plan: Plan, **sets: tuple[str, ...]) -> Workout:
    """The first session, as it stands in the log once it is finished: what was not begun is not in it."""
    session = plan.blocks[0].weeks[0].sessions[0]
    exercises = tuple(
        LoggedExercise(one.exercise, typed(*sets[one.exercise]), one.group, entry_id=one.id)
        for one in session.entries
        if one.exercise in sets
    )
    return add_workout(profile, person, MONDAY, *exercises, session_id=session.id)


def coming(profile: Profile, person: Person, workout: Workout) -> dict[str, Coming]:
    stored = plan_of(profile, plans_of(profile, person.id)[-1].id)
    assert stored is not None
    catalogue = catalogue_of(profile, person.id)
    found = next_times(
        profile, person.id, workout, stored, [workout], catalogue, lookup_from(catalogue), UnitSystem.METRIC
    )
    return {one.entry.exercise: one for one in found}


def test_a_session_that_ends_in_the_first_exercise_says_nothing_of_failing(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    found = coming(profile, person, did(profile, person, plan, squat=("100x5", "100x5")))
    assert list(found) == ["squat"], "what was not begun proposes nothing"
    assert not found["squat"].open, "the same as planned"
    assert "the session ended with 1 set to go" in found["squat"].reason


def test_sets_that_were_left_out_on_the_way_to_the_next_exercise_are_missing(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    workout = did(profile, person, plan, squat=("100x5", "100x5"), leg_extension=("40x12", "40x12"))
    found = coming(profile, person, workout)
    assert found["squat"].open and "5 short of the plan, so 95 kg" in found["squat"].reason
    assert "42.5 kg" in found["leg_extension"].reason


def test_two_in_turns_end_together(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    workout = did(
        profile, person, plan,
        squat=("100x5", "100x5", "100x5"), leg_extension=("40x12",), lying_leg_curl=("40x12",),
    )  # fmt: skip
    found = coming(profile, person, workout)
    assert "102.5 kg" in found["squat"].reason
    for key in ("leg_extension", "lying_leg_curl"):
        assert not found[key].open and "ended with 1 set to go" in found[key].reason


def test_a_full_session_has_no_end_to_speak_of(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    did(profile, person, plan, squat=("100x5", "100x5", "100x5"))
    [past] = pasts_of(profile, times_of(profile, person.id, ["squat"])["squat"])
    assert not past.ended and past.asked is not None
