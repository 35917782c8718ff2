"""Own exercises: kept as they were made, found first, and never taken away from a plan that has them."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from helpers import MONDAY, database_dump, opened, somebody
from legwork.domain.exercise import Counting, Equipment, Exercise, Share, own_exercise
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.plan_text import read_plan
from legwork.services.own_exercises import (
    DeleteOwnExercise,
    SetOwnExercise,
    catalogue_of,
    own_exercises_of,
    own_key,
)
from legwork.services.people import DeletePerson, Person
from legwork.services.plans import AddPlan, DeletePlan, plan_of, plans_of
from legwork.services.profile import Profile
from strategies import own_exercises

QUADS = (Share(Muscle.QUADRICEPS, 1.0),)


def _sled(name: str = "Sled pull", key: str = "own_sled_pull", counting: Counting = Counting.TOTAL) -> Exercise:
    return own_exercise(key, name, Pattern.SQUAT, QUADS, (Equipment.SLED,), counting)


def _plan(name: str, *exercises: str) -> Plan:
    lines = "".join(f"{one}: 3x8\n" for one in exercises)
    return read_plan(f"Plan: {name}\nWeek\nSession: A\n{lines}", UnitSystem.METRIC)


def _exercises_in(profile: Profile, plan_id: int) -> list[str]:
    found = plan_of(profile, plan_id)
    assert found is not None
    return [one.exercise for one in found.plan.blocks[0].weeks[0].sessions[0].entries]


def test_one_is_kept_found_first_changed_and_undone(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    outcome = profile.apply(SetOwnExercise(person.id, _sled()))
    assert own_exercises_of(profile, person.id) == (_sled(),)
    assert (outcome.changes.people, outcome.inverse.label) == ({person.id}, "Exercise Sled pull")
    catalogue = catalogue_of(profile, person.id)
    assert catalogue.exercises[0] == _sled()
    assert catalogue.get("squat") is not None
    assert own_exercises_of(profile, somebody(profile, "Ben").id) == ()
    changed = replace(_sled(" Sled  drag\n"), cues=("  Slow ", ""), aliases=("Drag", "Drag"), reps=(5, 8))
    profile.apply(SetOwnExercise(person.id, changed))
    [now] = own_exercises_of(profile, person.id)
    assert (now.key, now.name, now.cues, now.aliases, now.reps) == (
        "own_sled_pull", "Sled drag", ("Slow",), ("Drag",), (5, 8),
    )  # fmt: skip
    assert profile.apply(SetOwnExercise(person.id, changed)).changes.rows == {}
    profile.apply(DeletePerson(person.id, "Ada"))
    assert database_dump(profile)["own_exercise"] == []
    assert before["own_exercise"] == []


@settings(max_examples=60, deadline=None)
@given(own_exercises("own_a"))
def test_any_one_comes_back_as_it_was(exercise: Exercise) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = opened(Path(folder))
        person = somebody(profile)
        profile.apply(SetOwnExercise(person.id, exercise))
        assert own_exercises_of(profile, person.id) == (exercise,)
        profile.close()


def test_keys_are_readable_and_never_taken_twice(profile: Profile, person: Person) -> None:
    assert own_key("Dřep: na kladce!", ()) == "own_dřep_na_kladce"
    assert own_key("Sled pull", {"own_sled_pull", "own_sled_pull_2"}) == "own_sled_pull_3"
    assert own_key("!!!", ()) == "own_exercise"
    assert len(own_key("x" * 500, ())) < 80
    profile.apply(SetOwnExercise(person.id, replace(_sled(), key=own_key("ß" * 500, ()))))


@pytest.mark.parametrize(
    ("exercise", "said"),
    [
        (_sled("  "), "Give the exercise a name"),
        (_sled("x" * 81), "under 80 letters"),
        (replace(_sled(), cues=("a", "b", "c", "d", "e")), "few and short"),
        (replace(_sled(), cues=("x" * 91,)), "few and short"),
        (replace(_sled(), aliases=("x" * 241,)), "under 240 letters"),
        (_sled("SLED PULL", "own_other"), "named Sled pull already"),
    ],
)
def test_what_a_person_can_mistype_is_said(profile: Profile, person: Person, exercise: Exercise, said: str) -> None:
    profile.apply(SetOwnExercise(person.id, _sled()))
    before = database_dump(profile)
    with pytest.raises(UserError, match=said):
        profile.apply(SetOwnExercise(person.id, exercise))
    assert database_dump(profile) == before


@pytest.mark.parametrize("exercise", [_sled(key="squat"), replace(_sled(), muscles=()), replace(_sled(), reps=(9, 1))])
def test_what_could_not_be_read_again_is_not_kept(profile: Profile, person: Person, exercise: Exercise) -> None:
    before = database_dump(profile)
    with pytest.raises(ValueError, match=r"own|list|range"):
        profile.apply(SetOwnExercise(person.id, exercise))
    assert database_dump(profile) == before


def test_one_that_plans_have_is_not_deleted(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    for who in (person, ben):
        profile.apply(SetOwnExercise(who.id, _sled()))
    profile.apply(AddPlan(person.id, _plan("Spring", "own_sled_pull", "squat", "own_sled_pull")))
    profile.apply(AddPlan(person.id, _plan("Rest", "squat")))
    profile.apply(AddPlan(person.id, _plan("Autumn", "own_sled_pull")))
    before = database_dump(profile)
    with pytest.raises(UserError, match="Sled pull is used in “Spring” and “Autumn”: swap it"):
        profile.apply(DeleteOwnExercise(person.id, "own_sled_pull", "Sled pull"))
    assert database_dump(profile) == before
    profile.apply(DeleteOwnExercise(ben.id, "own_sled_pull", "Sled pull"))  # the plans are not Ben's
    for info in plans_of(profile, person.id):
        profile.apply(DeletePlan(info.id, info.name))
    full = database_dump(profile)
    outcome = profile.apply(DeleteOwnExercise(person.id, "own_sled_pull", "Sled pull"))
    assert own_exercises_of(profile, person.id) == ()
    profile.apply(outcome.inverse)
    assert database_dump(profile) == full
    assert profile.apply(DeleteOwnExercise(person.id, "own_nothing")).changes.rows == {}


def test_one_that_was_damaged_is_left_out_and_kept(profile: Profile, person: Person) -> None:
    profile.apply(SetOwnExercise(person.id, _sled()))
    profile.apply(SetOwnExercise(person.id, _sled("Other", "own_other")))
    for spec in ("{", '{"key": "own_other"}', "[]"):
        with closing(sqlite3.connect(profile.paths.database)) as connection:
            connection.execute("UPDATE own_exercise SET spec = ? WHERE key = 'own_other'", [spec])
            connection.commit()
        assert own_exercises_of(profile, person.id) == (_sled(),)
        assert len(database_dump(profile)["own_exercise"]) == 2


# --- brought along by a shared plan


def test_a_shared_plan_brings_its_exercises_in_one_edit(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    outcome = profile.apply(AddPlan(person.id, _plan("Shared", "own_sled_pull", "squat"), MONDAY, (_sled(),)))
    assert own_exercises_of(profile, person.id) == (_sled(),)
    [info] = plans_of(profile, person.id)
    assert _exercises_in(profile, info.id) == ["own_sled_pull", "squat"]
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_the_same_exercise_is_taken_for_the_one_that_is_here(profile: Profile, person: Person) -> None:
    profile.apply(SetOwnExercise(person.id, _sled(key="own_mine")))
    profile.apply(AddPlan(person.id, _plan("Shared", "own_sled_pull", "squat"), exercises=(_sled(),)))
    assert own_exercises_of(profile, person.id) == (_sled(key="own_mine"),)
    assert _exercises_in(profile, plans_of(profile, person.id)[0].id) == ["own_mine", "squat"]


def test_another_exercise_under_a_key_that_is_taken_gets_a_new_one(profile: Profile, person: Person) -> None:
    mine, theirs = _sled(), replace(_sled(), one_sided=True)
    profile.apply(SetOwnExercise(person.id, mine))
    for _ in range(2):
        profile.apply(AddPlan(person.id, _plan("Shared", "own_sled_pull"), exercises=(theirs,)))
    renamed = replace(theirs, key="own_sled_pull_2", name="Sled pull (2)")
    assert set(own_exercises_of(profile, person.id)) == {mine, renamed}, "the second time it is known already"
    assert [_exercises_in(profile, info.id) for info in plans_of(profile, person.id)] == [["own_sled_pull_2"]] * 2


def test_two_that_come_along_do_not_take_each_others_place(profile: Profile, person: Person) -> None:
    """A new key for the first must not be the key that the second brings."""
    profile.apply(SetOwnExercise(person.id, _sled()))
    first, second = replace(_sled(), one_sided=True), _sled("Other", "own_sled_pull_2", Counting.PER_SIDE)
    plan = _plan("Shared", "own_sled_pull", "own_sled_pull_2")
    profile.apply(AddPlan(person.id, plan, exercises=(first, second)))
    by_key = {one.key: one for one in own_exercises_of(profile, person.id)}
    used = _exercises_in(profile, plans_of(profile, person.id)[0].id)
    assert [by_key[key].one_sided for key in used] == [True, False]
    assert [by_key[key].counting for key in used] == [Counting.TOTAL, Counting.PER_SIDE]
    assert len(by_key) == 3


def test_two_machines_that_differ_by_a_number_stay_two(profile: Profile, person: Person) -> None:
    one, two = _sled("Leg press (1)", "own_leg_press"), _sled("Leg press (2)", "own_leg_press_2")
    plan = _plan("Shared", "own_leg_press", "own_leg_press_2")
    for _ in range(2):
        profile.apply(AddPlan(person.id, plan, exercises=(one, two)))
    assert own_exercises_of(profile, person.id) == (one, two)
    assert _exercises_in(profile, plans_of(profile, person.id)[1].id) == ["own_leg_press", "own_leg_press_2"]
