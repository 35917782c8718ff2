"""Fewer reps in reserve in coming weeks: of which exercises, by how much, and that nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.patterns import Pattern
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.edits import remove
from legwork.domain.plan.effort_edits import effort_steps, with_effort
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.lighter import lighter_weeks
from legwork.domain.plan.model import Level, Plan, check_limits, weeks_of
from legwork.errors import UserError
from plan_samples import plan_of, week_of
from plan_strategies import LOOKUP

WEEK = {
    "Legs mon": {"back_squat": "3x6-8 @4 RIR", "leg_curl": "3x10 @5 RIR", "calf_raise": "3x10"},
    "Upper tue": {"bench": "3x8 @4 RIR"},
    "Legs thu": {"leg_extension": "2x12 @3 RIR", "rdl": "3x8 @1 RIR"},
}
THIGH = ("quadriceps", "hamstrings")


def cells(plan: Plan) -> list[str]:
    return [
        f"{entry.exercise} {format_cell(entry.prescription)}"
        for _, week in weeks_of(plan)
        for session in week.sessions
        for entry in session.entries
    ]


def test_what_is_far_from_failure_comes_nearer_and_all_else_stays() -> None:
    plan = plan_of(*[week_of(WEEK)] * 2)
    steps = effort_steps(plan, LOOKUP, Wanted(), (1,), THIGH)
    assert [(one.number, one.entry.exercise, one.before.rir, one.after.rir) for one in steps if one.before] == [
        (2, "back_squat", 4.0, 2.0), (2, "leg_curl", 5.0, 3.0)
    ]  # fmt: skip
    before, after = cells(plan), cells(with_effort(plan, steps))
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        ("back_squat 3x6-8 @4 RIR", "back_squat 3x6-8 @2 RIR"), ("leg_curl 3x10 @5 RIR", "leg_curl 3x10 @3 RIR")
    ]  # fmt: skip


def test_a_cell_that_says_nothing_says_it_as_the_others_do() -> None:
    [step] = effort_steps(plan_of(week_of(WEEK)), LOOKUP, Wanted(), (0,), ("calves",))
    assert step.before is None and format_cell(replace(step.entry.prescription, effort=step.after)) == "3x10 @2 RIR"
    rpe = {"Legs mon": {"back_squat": "3x6 @7 RPE", "calf_raise": "3x10", "leg_extension": "2x12 @5 RPE"}}
    plan = plan_of(week_of(rpe))
    changed = with_effort(plan, effort_steps(plan, LOOKUP, Wanted(), (0,), ("calves", "quadriceps")))
    assert cells(changed) == ["back_squat 3x6 @7 RPE", "calf_raise 3x10 @8 RPE", "leg_extension 2x12 @7 RPE"]


def test_what_hurts_what_is_held_and_as_many_as_possible_are_left_alone() -> None:
    plan = plan_of(week_of(WEEK))
    held = Wanted(held=frozenset({Pattern.SQUAT}))
    assert [one.entry.exercise for one in effort_steps(plan, LOOKUP, held, (0,), THIGH)] == ["leg_curl"]
    other = plan_of(week_of({"Legs mon": {"back_squat": "3xAMRAP", "leg_curl": "2x30s", "calf_raise": "2x10 @6 RIR"}}))
    steps = effort_steps(other, LOOKUP, Wanted(), (0,), (*THIGH, "calves"))
    assert [(one.entry.exercise, one.after.rir) for one in steps] == [("calf_raise", 3.0)]


def test_lighter_weeks_and_deloads_stay_light() -> None:
    light = {"Legs mon": {"back_squat": "2x6-8 @4 RIR", "leg_curl": "3x10 @2 RIR"}}
    hard = {"Legs mon": {"back_squat": "4x6-8 @2 RIR", "leg_curl": "3x10 @2 RIR"}}
    plan = plan_of(week_of(hard), week_of(light))
    assert effort_steps(plan, LOOKUP, Wanted(), (0, 1), THIGH) == ()


def test_nothing_is_offered_where_all_is_near_enough() -> None:
    plan = plan_of(week_of({"Legs mon": {"back_squat": "3x8 @3 RIR", "rdl": "3x8 @0 RIR"}}))
    assert effort_steps(plan, LOOKUP, Wanted(), (0,), THIGH) == () and with_effort(plan, ()) == plan
    assert effort_steps(Plan(), LOOKUP, Wanted(), (), THIGH) == ()


def test_a_plan_that_was_changed_since_is_not_written_over() -> None:
    plan = plan_of(week_of(WEEK))
    steps = effort_steps(plan, LOOKUP, Wanted(), (0,), THIGH)
    for other in (remove(plan, Level.ENTRY, steps[0].entry.id), with_effort(plan, steps)):
        with pytest.raises(UserError, match="changed since"):
            with_effort(other, steps)


CELLS = st.sampled_from(
    ["3x8", "3x8 @0 RIR", "3x8 @3 RIR", "3x8 @4 RIR", "2x8-12 @9 RIR", "4x6 80% @6.5 RPE", "3x30s @4 RIR", "3xAMRAP"]
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(sorted(LOOKUP.shares)), CELLS, min_size=1, max_size=5), min_size=1,
             max_size=3),
    st.sets(st.sampled_from(["quadriceps", "hamstrings", "calves", "chest"]), min_size=1),
)  # fmt: skip
def test_taken_once_nothing_is_left_to_take_and_only_effort_changed(
    days: list[dict[str, str]], muscles: set[str]
) -> None:
    plan = plan_of(*(week_of({"Legs mon": one}) for one in days))
    weeks = tuple(range(len(days)))
    changed = with_effort(plan, effort_steps(plan, LOOKUP, Wanted(), weeks, muscles))
    check_limits(changed)
    light = {at + 1 for at in lighter_weeks(plan, LOOKUP)}  # beside weeks that have changed they may be so no more
    assert {one.number for one in effort_steps(changed, LOOKUP, Wanted(), weeks, muscles)} <= light
    for (_, old), (_, new) in zip(weeks_of(plan), weeks_of(changed), strict=True):
        for before, after in zip(old.sessions[0].entries, new.sessions[0].entries, strict=True):
            assert replace(before, prescription=replace(before.prescription, effort=None)) == replace(
                after, prescription=replace(after.prescription, effort=None)
            )
            if before.prescription.effort is not None and after.prescription.effort is not None:
                assert after.prescription.effort.rir <= before.prescription.effort.rir
