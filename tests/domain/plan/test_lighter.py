"""Lighter weeks: what they change, that they are found again, and what becomes of the blocks."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.lighter import lighter, lighter_entries, lighter_weeks, made_lighter
from legwork.domain.plan.model import BlockKind, Plan, check_limits, weeks_of
from legwork.domain.plan.prescription import Prescription
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from plan_cases import doubled_ids
from plan_samples import plan_of, week_of
from plan_strategies import LOOKUP, PLANS, PRESCRIPTIONS

WEEK = {
    "Legs mon": {"back_squat": "4x6-8 100kg @2 RIR", "leg_curl": "3x10 40kg @1 RIR"},
    "Upper wed": {"bench": "3x8 80kg"},
    "Legs fri": {"split_squat": "3x10/side 20kg @2 RIR"},
}


def eased(text: str) -> str:
    return format_cell(lighter(parse_cell(text, UnitSystem.METRIC)))


def made(plan: Plan, at: int, muscles: set[str] | None) -> Plan:
    ids = count(1000)
    week = list(weeks_of(plan))[at][1]
    return made_lighter(plan, week.id, muscles, LOOKUP, lambda: next(ids))


def cells(plan: Plan, at: int) -> dict[str, str]:
    week = list(weeks_of(plan))[at][1]
    return {one.exercise: format_cell(one.prescription) for each in week.sessions for one in each.entries}


def test_half_the_sets_with_the_same_load_further_from_failure() -> None:
    assert eased("4x6-8 100kg @2 RIR") == "2x6-8 100kg @4 RIR"
    assert eased("3x8 80kg") == "2x8 80kg @4 RIR"
    assert eased("1x8 80% @6 RIR") == "1x8 80% @6 RIR"
    assert eased("5, 3, 1+ 100kg") == "5,3 100kg @4 RIR"
    assert "drop" not in eased("3x8 40kg drop")


def test_only_what_trains_the_muscles_directly_gets_lighter() -> None:
    plan = plan_of(*[week_of(WEEK)] * 3)
    found = made(plan, 1, {"quadriceps"})
    assert cells(found, 1) == {
        "back_squat": "2x6-8 100kg @4 RIR", "leg_curl": "3x10 40kg @1 RIR", "bench": "3x8 80kg",
        "split_squat": "2x10/side 20kg @4 RIR",
    }  # fmt: skip
    assert cells(found, 0) == cells(found, 2) == cells(plan, 0)
    assert lighter_weeks(found, LOOKUP) == {1: frozenset({"quadriceps", "glutes"})}, "the same exercises train both"


def test_a_lighter_week_for_everything_is_a_deload_and_the_plan_keeps_its_length() -> None:
    for at, kinds in ((0, "da"), (1, "ada"), (2, "ad")):
        found = made(plan_of(*[week_of(WEEK)] * 3), at, None)
        assert "".join(block.kind.value[0] for block in found.blocks) == kinds
        assert len(list(weeks_of(found))) == 3 and doubled_ids(found) == ()
        assert lighter_weeks(found, LOOKUP) == {at: None}
        assert cells(found, at)["bench"] == "2x8 80kg @4 RIR"


def test_a_plan_without_lighter_weeks_has_none() -> None:
    rising = [week_of({"Legs mon": {"back_squat": f"{sets}x6-8 @2 RIR"}}) for sets in (4, 5, 2, 2, 4)]
    assert lighter_weeks(plan_of(*rising), LOOKUP) == {}, "fewer sets alone are none"
    always = [week_of({"Legs mon": {"back_squat": "2x8 @4 RIR"}})] * 3
    assert lighter_weeks(plan_of(*always), LOOKUP) == {}, "what is always light is none"
    assert lighter_weeks(Plan(), LOOKUP) == {}


def test_what_cannot_be_made_lighter_is_refused_in_words() -> None:
    plan = plan_of(week_of({"Legs mon": {"back_squat": "1x8 @4 RIR"}}), deload=1)
    for at, muscles in ((0, {"quadriceps"}), (0, {"chest"}), (1, None)):
        with pytest.raises(UserError, match="nothing to make lighter"):
            made(plan, at, muscles)
    with pytest.raises(UserError, match="no longer there"):
        made_lighter(plan, 99, None, LOOKUP, count(1).__next__)


@given(PRESCRIPTIONS)
def test_lighter_is_never_more(cell: Prescription) -> None:
    found = lighter(cell)
    assert 1 <= found.sets <= -(-cell.sets // 2) and found.load == cell.load
    assert found.effort is not None and found.effort.rir >= 4
    assert cell.effort is None or found.effort.rir >= cell.effort.rir


@settings(max_examples=60)
@given(PLANS, st.data())
def test_any_week_made_lighter_leaves_a_plan(plan: Plan, data: st.DataObject) -> None:
    weeks = list(weeks_of(plan))
    muscles = data.draw(st.none() | st.sets(st.sampled_from(["quadriceps", "glutes", "chest", "lats"])))
    for at, (block, week) in enumerate(weeks):
        if block.kind is BlockKind.DELOAD or not lighter_entries(week, muscles, LOOKUP):
            continue
        found = made(plan, at, muscles)
        check_limits(found)
        assert doubled_ids(found) == () and [one.id for _, one in weeks_of(found)] == [one.id for _, one in weeks]
        for other, (_, same) in enumerate(weeks_of(found)):
            assert other == at or same == weeks[other][1]
