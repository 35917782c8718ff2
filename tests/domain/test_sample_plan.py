"""The invented lifter's plan: eight weeks, legs first, the same each time."""

from __future__ import annotations

from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.model import BlockKind, weeks_of
from legwork.domain.sample_plan import sample_plan
from plan_cases import doubled_ids


def test_it_is_the_same_each_time_and_whole() -> None:
    plan = sample_plan()
    assert plan == sample_plan()
    assert doubled_ids(plan) == ()
    assert [(block.kind, len(block.weeks)) for block in plan.blocks] == [
        (BlockKind.ACCUMULATE, 4),
        (BlockKind.DELOAD, 1),
        (BlockKind.INTENSIFY, 3),
    ]
    exercises = [[[one.exercise for one in day.entries] for day in week.sessions] for _, week in weeks_of(plan)]
    assert all(week == exercises[0] for week in exercises)
    assert len(exercises[0]) == 4


def test_the_squat_goes_on_rests_and_gets_heavier() -> None:
    squats = [format_cell(week.sessions[0].entries[0].prescription) for _, week in weeks_of(sample_plan())]
    assert [one.split(" ramp")[0] for one in squats] == [
        "4x6-8 105kg @2 RIR",
        "4x7-8 105kg @2 RIR",
        "4x8 105kg @2 RIR",
        "4x6-8 107.5kg @2 RIR",
        "2x6-8 97.5kg @4 RIR",
        "4x4-6 115kg @2 RIR",
        "4x5-6 115kg @2 RIR",
        "4x6 115kg @2 RIR",
    ]
