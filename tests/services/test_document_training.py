"""Plans and own exercises in documents: two computers come together, and nothing is lost on either."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exchange import elsewhere, exported, merge
from helpers import MONDAY, database_dump
from legwork.domain.exercise import Exercise, Share, own_exercise
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan import edits
from legwork.domain.plan.model import Plan
from legwork.domain.plan.prescription import straight
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.formats.plan_tree import numbered
from legwork.services.documents import ImportDocument
from legwork.services.own_exercises import SetOwnExercise, own_exercises_of
from legwork.services.people import Person, everybody
from legwork.services.plans import AddPlan, ChangePlan, DeletePlan, SetPlanStart, plan_of, plans_of
from legwork.services.profile import Profile

QUADS = (Share(Muscle.QUADRICEPS, 1.0),)


def _own(key: str, name: str, *, one_sided: bool = False) -> Exercise:
    return own_exercise(key, name, Pattern.SQUAT, QUADS, one_sided=one_sided)


def _plan(name: str, *exercises: str) -> Plan:
    lines = "".join(f"{one}: 3x8\n" for one in exercises)
    return read_plan(f"Plan: {name}\nWeek\nSession: A\n{lines}", UnitSystem.METRIC)


def _exercises(profile: Profile, person: Person, name: str) -> list[str]:
    [info] = [one for one in plans_of(profile, person.id) if one.name == name]
    found = plan_of(profile, info.id)
    assert found is not None
    return [one.exercise for one in found.plan.blocks[0].weeks[0].sessions[0].entries]


@pytest.fixture
def other(profile: Profile, person: Person, tmp_path: Path) -> Iterator[Profile]:
    """Another computer that knows the same person."""
    one = elsewhere(profile, tmp_path / "other")
    yield one
    one.close()


def test_plans_of_two_computers_come_together(profile: Profile, person: Person, other: Profile) -> None:
    profile.apply(AddPlan(person.id, _plan("Spring", "squat"), MONDAY))
    [ada] = everybody(other)
    other.apply(AddPlan(ada.id, _plan("Spring", "row"), date(2025, 3, 3)))
    other.apply(AddPlan(ada.id, _plan("Autumn", "squat")))
    merge(profile, other)
    for one, who in ((profile, person), (other, ada)):
        found = [(info.name, info.starts_on) for info in plans_of(one, who.id)]
        assert sorted(found, key=str) == [
            ("Autumn", None),
            ("Spring", MONDAY),
            ("Spring", date(2025, 3, 3)),
        ]
    assert {info.uid for info in plans_of(profile, person.id)} == {info.uid for info in plans_of(other, ada.id)}


def test_a_plan_that_is_here_is_left_as_it_is(profile: Profile, person: Person) -> None:
    profile.apply(AddPlan(person.id, _plan("Spring", "squat"), MONDAY))
    document = exported(profile)
    [info] = plans_of(profile, person.id)
    stored = plan_of(profile, info.id)
    assert stored is not None
    entry = stored.plan.blocks[0].weeks[0].sessions[0].entries[0]
    after = replace(edits.replace_part(stored.plan, replace(entry, prescription=straight(5, 5))), name="Mine")
    profile.apply(ChangePlan(info.id, stored.plan, after, "x"))
    profile.apply(SetPlanStart(info.id, None))
    before = database_dump(profile)
    assert profile.apply(ImportDocument(document, "x.json")).changes.rows == {}
    assert database_dump(profile) == before


def test_a_deleted_plan_comes_back_whole_and_is_undone(profile: Profile, person: Person) -> None:
    profile.apply(SetOwnExercise(person.id, _own("own_sled", "Sled")))
    profile.apply(AddPlan(person.id, _plan("Spring", "squat", "own_sled"), MONDAY))
    document = exported(profile)
    [info] = plans_of(profile, person.id)
    profile.apply(DeletePlan(info.id, "Spring"))
    before = database_dump(profile)
    outcome = profile.apply(ImportDocument(document, "x.json"))
    assert set(outcome.changes.rows) == {"plan", "plan_block", "plan_week", "plan_session", "plan_entry"}
    assert outcome.changes.people == {person.id}
    assert exported(profile) == document
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_one_exercise_under_two_keys_is_one(profile: Profile, person: Person, other: Profile) -> None:
    profile.apply(SetOwnExercise(person.id, _own("own_sled", "Sled pull")))
    [ada] = everybody(other)
    other.apply(SetOwnExercise(ada.id, _own("own_pull", "SLED pull", one_sided=True)))
    other.apply(AddPlan(ada.id, _plan("Theirs", "own_pull", "squat")))
    merge(profile, other)
    assert own_exercises_of(profile, person.id) == (_own("own_sled", "Sled pull"),)
    assert _exercises(profile, person, "Theirs") == ["own_sled", "squat"]
    assert own_exercises_of(other, ada.id) == (_own("own_pull", "SLED pull", one_sided=True),)


def test_two_exercises_under_one_key_stay_two(profile: Profile, person: Person, other: Profile) -> None:
    profile.apply(SetOwnExercise(person.id, _own("own_pull", "Sled pull")))
    profile.apply(AddPlan(person.id, _plan("Ours", "own_pull")))
    [ada] = everybody(other)
    other.apply(SetOwnExercise(ada.id, _own("own_pull", "Band pull")))
    other.apply(AddPlan(ada.id, _plan("Theirs", "own_pull")))
    merge(profile, other)
    for one, who in ((profile, person), (other, ada)):
        names = {found.key: found.name for found in own_exercises_of(one, who.id)}
        assert sorted(names.values()) == ["Band pull", "Sled pull"]
        assert [names[key] for key in _exercises(one, who, "Ours")] == ["Sled pull"]
        assert [names[key] for key in _exercises(one, who, "Theirs")] == ["Band pull"]


def test_a_new_key_is_none_that_the_document_has_too(profile: Profile, person: Person, other: Profile) -> None:
    profile.apply(SetOwnExercise(person.id, _own("own_pull", "Sled pull")))
    [ada] = everybody(other)
    other.apply(SetOwnExercise(ada.id, _own("own_pull", "Band pull")))
    other.apply(SetOwnExercise(ada.id, _own("own_band_pull", "Rope pull")))
    other.apply(AddPlan(ada.id, _plan("Theirs", "own_pull", "own_band_pull")))
    merge(profile, other)
    names = {found.key: found.name for found in own_exercises_of(profile, person.id)}
    assert sorted(names.values()) == ["Band pull", "Rope pull", "Sled pull"]
    assert [names[key] for key in _exercises(profile, person, "Theirs")] == ["Band pull", "Rope pull"]


def test_an_exercise_that_was_changed_here_stays_so(profile: Profile, person: Person) -> None:
    profile.apply(SetOwnExercise(person.id, _own("own_sled", "Sled")))
    document = exported(profile)
    profile.apply(SetOwnExercise(person.id, _own("own_sled", "Sled", one_sided=True)))
    assert profile.apply(ImportDocument(document, "x.json")).changes.rows == {}
    assert own_exercises_of(profile, person.id) == (_own("own_sled", "Sled", one_sided=True),)


def test_a_damaged_cell_goes_out_as_what_is_shown(profile: Profile, person: Person) -> None:
    profile.apply(AddPlan(person.id, _plan("Spring", "squat")))
    with closing(sqlite3.connect(profile.paths.database)) as connection:
        connection.execute("UPDATE plan_entry SET cell = 'all of them'")
        connection.commit()
    [record] = exported(profile).people[0].plans
    entry = record.plan.blocks[0].weeks[0].sessions[0].entries[0]
    assert entry.prescription.note == "Could not be read: all of them"
    assert numbered(record.plan) == record.plan
