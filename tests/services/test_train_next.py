"""What a finished workout proposes for the coming week, and what becomes of it in the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from legwork.domain.log.asked import Past
from legwork.domain.log.done_sets import done_sets
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.catalogue import catalogue
from legwork.services.plan_lookup import lookup_from
from legwork.services.train_next import Coming, coming_after, taken
from legwork.services.train_sheet import entries_of

MONDAY = date(2026, 3, 2)
METRIC = UnitSystem.METRIC
TEXT = """Plan: P
Block: Base (accumulate)
Week 1
Session: Legs (Monday)
squat: 3x6-8 @2 RIR 100kg
  rule: double 6-8 +2.5kg
leg_extension: 2x12-15
hip_thrust: 2x8 100kg
  rule: linear +5kg
Week 2
Session: Legs (Monday)
squat: 3x6-8 @2 RIR 100kg
  rule: double 6-8 +2.5kg
leg_extension: 2x12-15
hip_thrust: 2x8 100kg
  rule: linear +5kg
Block: Deload (deload)
Week 3
Session: Legs (Monday)
squat: 2x6-8 @4 RIR 100kg
  rule: double 6-8 +2.5kg
"""


def plan() -> Plan:
    return read_plan(TEXT, METRIC)


def typed(*texts: str) -> tuple[LoggedSet, ...]:
    found: list[LoggedSet] = []
    for text in texts:
        found.extend(parse_set(text, METRIC, found[-1] if found else None))
    return tuple(found)


def workout(number: int = 1, day: date = MONDAY, **sets: tuple[str, ...]) -> Workout:
    session = [week for block in plan().blocks for week in block.weeks][number - 1].sessions[0]
    return Workout(
        number, day, title="Legs", session_id=session.id,
        exercises=tuple(LoggedExercise(one.exercise, typed(*sets.get(one.exercise, ())), entry_id=one.id)
                        for one in session.entries),
    )  # fmt: skip


def coming(one: Workout, *before: Workout, refused: dict[str, frozenset[str]] | None = None) -> dict[str, Coming]:
    known, entries = catalogue(), entries_of(plan())
    past: dict[str, list[Past]] = {}
    for each in (*before, one):
        for done in each.exercises:
            entry = entries[done.entry_id]
            past.setdefault(done.exercise, []).append(Past(each.day, done_sets(done.sets), entry.prescription))
    sessions = {each.session_id for each in (*before, one)}
    found = coming_after(one, plan(), MONDAY, past, sessions, known, lookup_from(known), METRIC, refused)
    return {each.entry.exercise: each for each in found}


def asked(one: Coming) -> str:
    return format_cell(one.wanted.prescription)


def test_all_reps_done_is_more_load_and_back_to_the_least() -> None:
    squat = coming(workout(squat=("100x8@2", "8@2", "8@2")))["squat"]
    assert squat.open and asked(squat).startswith("3x6-8 102.5kg")
    assert "102.5 kg" in squat.reason
    assert squat.entry.id == plan().blocks[0].weeks[1].sessions[0].entries[0].id, "the next week, not this one"


def test_only_what_was_done_and_comes_again_is_proposed() -> None:
    found = coming(workout(squat=("100x8", "8", "8")))
    assert list(found) == ["squat"]
    assert coming(workout(3, MONDAY + timedelta(weeks=2), squat=("90x8", "8"))) == {}, "nothing comes after it"


def test_what_changes_nothing_is_no_question() -> None:
    extension = coming(workout(leg_extension=("40x14", "12")))["leg_extension"]
    assert not extension.open and extension.state == "as planned"


def test_a_deload_is_lighter_than_what_was_really_used() -> None:
    one = workout(2, MONDAY + timedelta(weeks=1), squat=("110x8@2", "8@2", "8@2"))
    squat = coming(one, workout(squat=("105x8", "8", "8")))["squat"]
    assert "deload" in squat.reason.casefold() and asked(squat).startswith("2x")


def test_what_was_refused_is_not_asked_again() -> None:
    one = workout(squat=("100x8@2", "8@2", "8@2"))
    key = coming(one)["squat"].next.key
    again = coming(one, refused={"squat": frozenset({key})})["squat"]
    assert not again.open and again.state == "refused"
    assert coming(one, refused={"leg_extension": frozenset({key})})["squat"].open


def test_an_exercise_that_was_swapped_says_nothing_about_the_planned_one() -> None:
    one = workout(squat=("100x8", "8", "8"))
    swapped = replace(one, exercises=(replace(one.exercises[0], exercise="leg_press"), *one.exercises[1:]))
    assert coming(swapped) == {}


def test_a_coming_session_that_was_already_done_is_passed_over() -> None:
    ahead = workout(2, MONDAY, squat=("100x8@2", "8@2", "8@2"))
    squat = coming(workout(squat=("100x8@2", "8@2", "8@2")), ahead)["squat"]
    assert squat.entry.id == plan().blocks[1].weeks[0].sessions[0].entries[0].id


def test_taking_changes_just_these_entries() -> None:
    found = coming(workout(squat=("100x8@2", "8@2", "8@2"), hip_thrust=("100x8", "8")))
    assert found["hip_thrust"].open
    after = taken(plan(), list(found.values()))
    before, now = plan().blocks[0].weeks[1].sessions[0], after.blocks[0].weeks[1].sessions[0]
    assert [format_cell(one.prescription) for one in now.entries][2] == "2x8 105kg"
    assert now.entries[1] == before.entries[1] and after.blocks[1] == plan().blocks[1]
