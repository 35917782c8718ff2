"""Sharing a plan: a file and a text say all of it, and whoever wrote them wrongly is told where."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from helpers import somebody
from legwork.domain.exercise import Exercise, Share, own_exercise
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import Block, Plan, Week
from legwork.domain.sample_plan import sample_plan
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats import legwork_json
from legwork.formats.plan_text import PlanTextError
from legwork.formats.plan_tree import numbered
from legwork.services.catalogue import catalogue, catalogue_with
from legwork.services.documents import read_document
from legwork.services.own_exercises import own_exercises_of
from legwork.services.people import Person
from legwork.services.plan_files import SharedPlan, plan_as_file, plan_as_text, read_shared
from legwork.services.plans import AddPlan, plan_of, plans_of, with_exercises
from legwork.services.profile import Profile
from plan_strategies import PLANS

QUADS = (Share(Muscle.QUADRICEPS, 1.0),)


def _own(key: str, name: str) -> Exercise:
    return own_exercise(key, name, Pattern.SQUAT, QUADS)


SLED, OTHER = _own("own_sled", "Sled pull"), _own("own_other", "Other")
OURS = catalogue_with((SLED, OTHER))
PLAN = numbered(with_exercises(sample_plan(), {"hack_squat": "own_sled"}))


def _read(data: bytes | str, system: UnitSystem = UnitSystem.METRIC) -> SharedPlan:
    return read_shared(data.encode() if isinstance(data, str) else data, catalogue(), system)


def test_a_file_brings_the_own_exercises_along_that_the_plan_uses() -> None:
    data = plan_as_file(PLAN, OURS)
    assert len(data) < 30_000
    assert _read(data) == SharedPlan(PLAN, (SLED,))
    assert _read(plan_as_file(sample_plan(), OURS)).exercises == ()


def test_a_file_goes_from_one_computer_to_another(profile: Profile, person: Person) -> None:
    shared = _read(plan_as_file(PLAN, OURS))
    profile.apply(AddPlan(person.id, shared.plan, exercises=shared.exercises))
    stored = plan_of(profile, plans_of(profile, person.id)[0].id)
    assert stored is not None and numbered(stored.plan) == PLAN
    assert own_exercises_of(profile, person.id) == (SLED,)


@settings(max_examples=60, deadline=None)
@given(PLANS.filter(lambda plan: plan.blocks))
def test_any_plan_as_a_file(plan: Plan) -> None:
    named = replace(plan, name=plan.name or "Shared plan")
    for system in UnitSystem:
        assert _read(plan_as_file(plan, catalogue()), system).plan == named


def test_a_text_has_the_names_that_people_see_and_is_read_again() -> None:
    text = plan_as_text(PLAN, OURS)
    assert "\nBack squat: 4x6-8 105kg @2 RIR ramp r180\n" in text
    assert "\nSled pull: 3x8-10" in text
    assert read_shared(text.encode(), OURS, UnitSystem.IMPERIAL) == SharedPlan(PLAN, ())


def test_names_that_mean_two_exercises_are_written_so_that_they_mean_one() -> None:
    twins = catalogue_with((_own("own_a", "Back squat"), _own("own_b", "back  squat".replace("  ", " "))))
    plan = with_exercises(PLAN, {"squat": "own_b", "romanian_deadlift": "own_a", "own_sled": "squat"})
    text = plan_as_text(plan, twins)
    assert read_shared(text.encode(), twins, UnitSystem.METRIC).plan == plan
    assert "\nBack squat: 4x6-8 97.5kg" in text, "the first one keeps the name"
    assert "\nown_b: 4x6-8 105kg" in text


@pytest.mark.parametrize("name", ["back squat", "Squat (Barbell)", "squat", "Barbell Squat"])
def test_a_text_may_call_exercises_as_other_programs_do(name: str) -> None:
    shared = _read(f"Plan: x\nWeek\nSession: A\n{name}: 3x8 100\n", UnitSystem.IMPERIAL)
    [entry] = shared.plan.blocks[0].weeks[0].sessions[0].entries
    assert entry.exercise == "squat"
    assert entry.prescription.load is not None and "lb" in str(entry.prescription.load)


def test_a_plan_without_a_name_gets_one() -> None:
    assert _read("Week\nSession: A\nsquat: 3x8\n").plan.name == "Shared plan"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("Plan: x\nWeek\nSession: A\nBack squat: 3x8 @@2\n", 4, 17, "Line 4, column 17"),
        ("Plan: x\nWeek\nSession: A\nTable tennis: 3x8\n", 4, 1, "no exercise that is known"),
    ],
)
def test_a_wrong_text_says_where(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(PlanTextError, match=said) as refused:
        _read(text)
    assert (refused.value.line, refused.value.column) == (line, column)


def test_a_wrong_file_says_where() -> None:
    text = plan_as_file(PLAN, OURS).decode()
    lines = text.split("\n")
    number = next(at for at, line in enumerate(lines) if "bulgarian_split_squat" in line)
    broken = lines[number].replace("3x8-10/side 20kg", "3x8-10/side 20kg 30kg")
    lines[number] = broken
    with pytest.raises(PlanTextError) as refused:
        _read("\n".join(lines))
    assert refused.value.line == number + 1
    assert broken[refused.value.column - 1 :].startswith("30kg")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no week of training"),
        (b"Plan: only a name\n", "no week of training"),
        (b"{}", "not a plan that Legwork shared"),
        (b'{"format": "legwork-plan", "version": 2}', "update Legwork"),
        (b"\x00\x01\x02\x03" * 50, "text"),
        (b"x" * 20_000_000, "large"),
        (b'{"format": "legwork-plan", "version": 1, "version": 1}', "twice"),
        (b'{"format": "legwork-plan", "version": ' + b"[" * 100_000, "damaged"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        _read(data)
    assert "\n" not in str(refused.value)


def test_a_whole_document_is_not_taken_for_a_plan(profile: Profile) -> None:
    somebody(profile)
    with pytest.raises(UserError, match="everything that a Legwork holds"):
        _read(legwork_json.dump(read_document(profile)))


def test_a_file_of_the_largest_plan_is_read() -> None:
    week = PLAN.blocks[0].weeks[0]
    plan = numbered(Plan("Long", (Block(0, weeks=(Week(0, week.sessions),) * 60),)))
    data = plan_as_file(plan, OURS)
    assert _read(data).plan == plan
    tree = json.loads(data)
    tree["blocks"][0]["weeks"].append({"sessions": []})
    with pytest.raises(PlanTextError, match="61 weeks"):
        _read(json.dumps(tree))
