"""Workouts in documents: two computers come together, nothing is lost and nothing doubled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exchange import elsewhere, exported, merge
from helpers import MONDAY, TUESDAY, database_dump, opened, remembered_names
from legwork.domain.exercise import Share, own_exercise
from legwork.domain.log.model import Workout
from legwork.domain.log.workout_edits import begun
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan import edits
from legwork.domain.plan.prescription import straight
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.documents import ImportDocument
from legwork.services.own_exercises import SetOwnExercise, own_exercises_of
from legwork.services.people import Person, everybody
from legwork.services.plans import AddPlan, ChangePlan, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.proposals import AllowProposal, RefuseProposal, refused_of
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import ChangeWorkout, DeleteWorkout, StartWorkout, workouts_of
from training_files import read
from workout_texts import add_workout, did, stored

PLAN = """\
Plan: Legs first
Week
Session: Legs (Monday)
squat: 3x8 100kg
own_sled: 3x10
Session: Upper
bench_press: 3x8
"""
STRONG = """\
Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes,Workout Notes
2025-01-06 18:05:00,Legs,Squat (Barbell),1,100,kg,8,,,,,
2025-01-06 18:05:00,Legs,Squat Squish,1,20,kg,15,,,,,
"""
QUADS = (Share(Muscle.QUADRICEPS, 1.0),)


@pytest.fixture
def other(profile: Profile, person: Person, tmp_path: Path) -> Iterator[Profile]:
    """Another computer that knows the same person."""
    one = elsewhere(profile, tmp_path / "other")
    yield one
    one.close()


def _take(profile: Profile, person: Person) -> None:
    table = read(STRONG)
    choices = tuple(proposed(names_in_file(profile, person.id, table)).items())
    profile.apply(ImportTraining(person.id, table, choices, "strong.csv"))


def _planned(profile: Profile, person: Person) -> Workout:
    """A workout that did the first session of a plan with an own exercise."""
    profile.apply(SetOwnExercise(person.id, own_exercise("own_sled", "Sled", Pattern.SQUAT, QUADS)))
    profile.apply(AddPlan(person.id, read_plan("Plan: Other\nWeek\nSession: A\nrow: 3x8\n", UnitSystem.METRIC)))
    profile.apply(AddPlan(person.id, read_plan(PLAN, UnitSystem.METRIC), MONDAY))
    plan = plan_of(profile, plans_of(profile, person.id)[1].id)
    assert plan is not None
    session = plan.plan.blocks[0].weeks[0].sessions[0]
    squat, sled = session.entries
    exercises = did("squat", "100x8@2", "100x7", entry_id=squat.id), did("own_sled", "40x10", entry_id=sled.id)
    return add_workout(profile, person, MONDAY, *exercises, session_id=session.id, title="Legs", note="two\nlines")


def test_workouts_of_two_computers_come_together(profile: Profile, person: Person, other: Profile) -> None:
    [ada] = everybody(other)
    add_workout(profile, person, MONDAY, did("squat", "100x8"), title="Ours")
    add_workout(other, ada, MONDAY, did("row", "60x8", "60x8"), title="Theirs")
    merge(profile, other)
    for one, who in ((profile, person), (other, ada)):
        found = [(each.workout.title, len(list(each.workout.sets))) for each in workouts_of(one, who.id)]
        assert sorted(found) == [("Ours", 1), ("Theirs", 2)]
    uids = [sorted(each.uid for each in workouts_of(one, who.id)) for one, who in ((profile, person), (other, ada))]
    assert uids[0] == uids[1]


def test_a_file_that_both_took_in_is_there_once(profile: Profile, person: Person, other: Profile) -> None:
    [ada] = everybody(other)
    _take(profile, person)
    _take(other, ada)
    merge(profile, other)
    assert len(workouts_of(profile, person.id)) == len(workouts_of(other, ada.id)) == 1
    before = database_dump(profile)
    _take(profile, person)
    assert database_dump(profile) == before
    assert remembered_names(other, ada.id) == {"Squat Squish": "own_squat_squish"}


def test_a_workout_still_names_its_session_on_the_other_computer(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    _planned(profile, person)
    document = exported(profile)
    other = opened(tmp_path / "other")
    other.apply(ImportDocument(document, "x.json"))
    [ada] = everybody(other)
    [found] = workouts_of(other, ada.id)
    plan = plan_of(other, plans_of(other, ada.id)[1].id)
    assert plan is not None
    session = plan.plan.blocks[0].weeks[0].sessions[0]
    assert found.workout.session_id == session.id
    assert [one.entry_id for one in found.workout.exercises] == [entry.id for entry in session.entries]
    assert exported(other) == document
    other.close()


def test_a_plan_that_was_changed_here_is_not_named_by_what_comes_in(profile: Profile, person: Person) -> None:
    done = _planned(profile, person)
    document = exported(profile)
    profile.apply(DeleteWorkout(done.id, MONDAY))
    info = plans_of(profile, person.id)[1]
    plan = plan_of(profile, info.id)
    assert plan is not None
    entry = plan.plan.blocks[0].weeks[0].sessions[0].entries[0]
    after = edits.replace_part(plan.plan, replace(entry, prescription=straight(5, 5)))
    profile.apply(ChangePlan(info.id, plan.plan, after, "x"))
    profile.apply(ImportDocument(document, "x.json"))
    [found] = workouts_of(profile, person.id)
    assert found.workout.session_id is None
    assert [list(one.sets) for one in found.workout.exercises] == [list(one.sets) for one in done.exercises]


def test_an_own_exercise_under_another_key_is_the_same_in_the_log(
    profile: Profile, person: Person, other: Profile
) -> None:
    [ada] = everybody(other)
    profile.apply(SetOwnExercise(person.id, own_exercise("own_sled", "Sled pull", Pattern.SQUAT, QUADS)))
    other.apply(SetOwnExercise(ada.id, own_exercise("own_pull", "SLED pull", Pattern.SQUAT, QUADS)))
    add_workout(other, ada, MONDAY, did("own_pull", "40x10"))
    other.apply(RefuseProposal(ada.id, "own_pull", "2025-01-06 3x10 42.5kg", TUESDAY))
    merge(profile, other)
    [found] = workouts_of(profile, person.id)
    assert [one.exercise for one in found.workout.exercises] == ["own_sled"]
    assert [one.key for one in own_exercises_of(profile, person.id)] == ["own_sled"]
    assert refused_of(profile, person.id, "own_sled") == {"2025-01-06 3x10 42.5kg"}


def test_what_is_here_is_left_as_it_is_and_what_was_deleted_comes_back(profile: Profile, person: Person) -> None:
    done = _planned(profile, person)
    profile.apply(StartWorkout(person.id, begun(None, TUESDAY, 0)))
    document = exported(profile)
    later = replace(done, title="Mine", exercises=done.exercises[:1])
    profile.apply(ChangeWorkout(done, later, "x"))
    before = database_dump(profile)
    assert profile.apply(ImportDocument(document, "x.json")).changes.rows == {}
    assert database_dump(profile) == before
    profile.apply(DeleteWorkout(done.id, MONDAY))
    gone = database_dump(profile)
    outcome = profile.apply(ImportDocument(document, "x.json"))
    assert exported(profile) == document
    assert [one.finished for one in workouts_of(profile, person.id)].count(False) == 1
    profile.apply(outcome.inverse)
    assert database_dump(profile) == gone


def test_refusals_are_kept_and_taken_back(profile: Profile, person: Person) -> None:
    profile.apply(RefuseProposal(person.id, "squat", "a", MONDAY))
    again = profile.apply(RefuseProposal(person.id, "squat", "a", date(2025, 2, 3)))
    assert again.changes.rows == {}
    profile.apply(RefuseProposal(person.id, "deload", "a", MONDAY))
    assert (refused_of(profile, person.id, "squat"), refused_of(profile, person.id, "row")) == ({"a"}, frozenset())
    profile.apply(AllowProposal(person.id, "squat", "a"))
    assert (refused_of(profile, person.id, "squat"), refused_of(profile, person.id, "deload")) == (frozenset(), {"a"})


def test_a_name_that_two_computers_mapped_apart_keeps_its_meaning_on_each(
    profile: Profile, person: Person, other: Profile
) -> None:
    [ada] = everybody(other)
    table = read(STRONG)
    for one, who, key in ((profile, person, "leg_press"), (other, ada, "squat")):
        choices = {"Squat (Barbell)": "squat", "Squat Squish": key}
        one.apply(ImportTraining(who.id, table, tuple(choices.items()), "strong.csv"))
    merge(profile, other)
    assert remembered_names(profile, person.id) == {"Squat Squish": "leg_press"}
    assert remembered_names(other, ada.id) == {"Squat Squish": "squat"}
    [mine] = workouts_of(profile, person.id)
    assert [one.exercise for one in stored(profile, mine.workout.id).exercises] == ["squat", "leg_press"]
