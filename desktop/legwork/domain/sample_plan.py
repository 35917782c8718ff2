"""The invented lifter's plan: eight weeks that put the legs first, and carry the upper body along.

Owns what stands in it, by keys of the shipped exercises. It must not write it anywhere, and it is no advice to anybody:
whoever wants a plan of their own lets the planner draft one.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import NamedTuple

from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.edits import Fresh, fill_right, insert, replace_part
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, Weekday
from legwork.domain.plan.prescription import one_line
from legwork.domain.plan.rules import Double, parse_rule
from legwork.domain.units import UnitSystem
from legwork.i18n import mark, tr


class _Line(NamedTuple):
    """An exercise of the first week. heavier: cell and rule of the first week of the last block, where they differ."""

    exercise: str
    cell: str
    rule: str
    heavier: tuple[str, str] | None = None
    group: int | None = None
    note: str = ""


NAME = mark("Legs first, eight weeks")
_BLOCKS = (
    (BlockKind.ACCUMULATE, mark("Base"), 4),
    (BlockKind.DELOAD, mark("Easy week"), 1),
    (BlockKind.INTENSIFY, mark("Heavier"), 3),
)
"""Kind, name and weeks."""

_SESSIONS: tuple[tuple[str, Weekday, tuple[_Line, ...]], ...] = (
    (
        mark("Legs A"),
        Weekday.MONDAY,
        (
            _Line(
                "squat", "4x6-8 105kg @2 RIR ramp r180", "double 6-8 +2.5kg",
                ("4x4-6 115kg @2 RIR ramp r180", "double 4-6 +2.5kg"),
            ),
            _Line("bulgarian_split_squat", "3x8-10/side 20kg @2 RIR r120", "double 8-10 +2kg"),
            _Line("seated_leg_curl", "3x8-12 45kg @1 RIR r90", "double 8-12 +2.5kg"),
            _Line("leg_extension", "2x10-12 50kg @1 RIR r60", "double 10-12 +2.5kg", group=1),
            _Line("standing_calf_raise", "4x8-12 80kg @1 RIR r60", "double 8-12 +5kg", group=1),
        ),
    ),
    (
        mark("Upper body A"),
        Weekday.TUESDAY,
        (
            _Line("bench_press", "3x6-8 95kg @2 RIR r150", "double 6-8 +2.5kg"),
            _Line("row", "3x8-10 85kg @2 RIR r120", "double 8-10 +2.5kg"),
            _Line("lateral_raise", "2x12-15 10kg @1 RIR r60", "double 12-15 +1kg", group=1),
            _Line("barbell_curl", "2x8-12 35kg @1 RIR r60", "double 8-12 +2.5kg", group=1),
        ),
    ),
    (
        mark("Legs B"),
        Weekday.THURSDAY,
        (
            _Line(
                "romanian_deadlift", "4x6-8 97.5kg @2 RIR r180", "double 6-8 +2.5kg",
                ("4x5-7 105kg @2 RIR r180", "double 5-7 +2.5kg"),
                note=mark("Slow on the way down"),
            ),
            _Line("leg_press", "3x8-12 180kg @2 RIR r150", "double 8-12 +5kg"),
            _Line("hip_thrust", "3x8-10 100kg @2 RIR r120", "double 8-10 +5kg"),
            _Line("lying_leg_curl", "3x8-12 40kg @1 RIR r90", "double 8-12 +2.5kg", group=1),
            _Line("seated_calf_raise", "3x10-15 50kg @1 RIR r60", "double 10-15 +2.5kg", group=1),
        ),
    ),
    (
        mark("Legs C and upper body B"),
        Weekday.SATURDAY,
        (
            _Line("hack_squat", "3x8-10 90kg @2 RIR r150", "double 8-10 +5kg"),
            _Line("hip_adduction", "2x10-12 50kg @1 RIR r60", "double 10-12 +2.5kg"),
            _Line("overhead_press", "3x6-8 57.5kg @2 RIR r120", "double 6-8 +2.5kg"),
            _Line("lat_pulldown", "3x8-12 65kg @2 RIR r90", "double 8-12 +2.5kg"),
            _Line("triceps_pushdown", "2x10-12 30kg @1 RIR r60", "double 10-12 +2.5kg"),
        ),
    ),
)  # fmt: skip


def sample_plan() -> Plan:
    """The plan, with ids from 1 on each level; the same each time. Source: invented."""
    fresh = count(1).__next__
    plan = Plan(
        tr(NAME),
        tuple(
            Block(fresh(), kind, tr(name), tuple(_empty_week(fresh) for _ in range(weeks)))
            for kind, name, weeks in _BLOCKS
        ),
    )
    for place, (_, _, lines) in enumerate(_SESSIONS):
        for line in lines:
            plan = _carried(plan, 0, place, line, fresh)
            if line.heavier:
                plan = _carried(
                    plan, len(_BLOCKS) - 1, place, line._replace(cell=line.heavier[0], rule=line.heavier[1]), fresh
                )
    return plan


def _empty_week(fresh: Fresh) -> Week:
    return Week(fresh(), tuple(Session(fresh(), tr(name), weekday) for name, weekday, _ in _SESSIONS))


def _carried(plan: Plan, block: int, place: int, line: _Line, fresh: Fresh) -> Plan:
    """The plan with an exercise in a session of the first week of a block, and from there in all weeks that follow."""
    session = plan.blocks[block].weeks[0].sessions[place]
    rule = parse_rule(line.rule)
    entry = Entry(fresh(), line.exercise, parse_cell(line.cell, UnitSystem.METRIC), rule, line.group)
    if line.note:
        entry = replace(entry, note=one_line(tr(line.note)))
    old = next((one for one in session.entries if one.exercise == line.exercise), None)
    if old is None:
        plan = insert(plan, entry, session.id, len(session.entries))
    else:
        entry = replace(entry, id=old.id)
        plan = replace_part(plan, entry)
    return fill_right(plan, entry.id, fresh, rule.step.quantity if isinstance(rule, Double) else None)
