"""Changing a plan: every edit is a new plan, shares what stayed, keeps ids, and refuses what is too much."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.edits import duplicate, fill_right, insert, move, remove, replace_part, swap_exercise
from legwork.domain.plan.model import (
    Block,
    BlockKind,
    Entry,
    Level,
    Part,
    Plan,
    Session,
    Week,
    check_limits,
    find,
    level_of,
    parts_of,
    path_to,
    weeks_of,
)
from legwork.domain.plan.prescription import load_of, straight
from legwork.domain.plan.rules import Linear, Undulating, parse_rule
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, parse
from legwork.errors import UserError
from legwork.formats.plan_text import read_plan
from plan_cases import doubled_ids
from plan_strategies import PLANS, numbered


def _entry(exercise: str, cell: str = "3x8", rule: str = "fixed") -> Entry:
    return Entry(0, exercise, parse_cell(cell, UnitSystem.METRIC), parse_rule(rule))


def _plan(*kinds: BlockKind, entries: tuple[Entry, ...] = (), sessions: int = 2) -> Plan:
    """A block for each kind, two weeks in each (one in a deload), sessions A, B, ... with the same entries."""
    names = "ABCDEFG"[:sessions]
    week = Week(0, tuple(Session(0, name, None, entries) for name in names))
    return numbered(
        Plan("P", tuple(Block(0, kind, "", (week,) * (1 if kind is BlockKind.DELOAD else 2)) for kind in kinds))
    )


def _ids(plan: Plan, level: Level) -> list[int]:
    found: list[int] = []
    todo: list[Part] = list(plan.blocks)
    while todo:
        part = todo.pop(0)
        if level_of(part) is level:
            found.append(part.id)
        todo = [*parts_of(part), *todo]
    return found


ACCUMULATE, DELOAD = BlockKind.ACCUMULATE, BlockKind.DELOAD
TWO = _plan(ACCUMULATE, ACCUMULATE, entries=(_entry("squat"), _entry("row")))


def test_an_entry_is_inserted_in_its_place() -> None:
    new = Entry(99, "curl", straight(3, 8))
    plan = insert(TWO, new, into=2, at=1)
    session = find(plan, Level.SESSION, 2)
    assert isinstance(session, Session)
    assert [one.exercise for one in session.entries] == ["squat", "curl", "row"]
    assert plan.blocks[1] is TWO.blocks[1]
    assert find(TWO, Level.ENTRY, 99) is None


def test_a_place_beyond_the_end_is_the_last() -> None:
    plan = insert(TWO, Block(9), into=None, at=100)
    assert [one.id for one in plan.blocks] == [1, 2, 9]


@pytest.mark.parametrize("level", Level)
def test_parts_are_moved_with_what_they_hold(level: Level) -> None:
    """The first part of each level goes behind its sister, wherever that is."""
    first, second = _ids(TWO, level)[:2]
    into = {Level.BLOCK: None, Level.WEEK: 2, Level.SESSION: 4, Level.ENTRY: 8}[level]
    plan = move(TWO, level, first, into, 1)
    moved = find(plan, level, first)
    assert moved == find(TWO, level, first)
    path = path_to(plan, level, first)
    holder = path[-2] if len(path) > 1 else plan
    assert parts_of(holder)[1] == moved
    assert into is None or path[-2].id == into
    assert sorted(_ids(plan, level)) == sorted(_ids(TWO, level)) and second in _ids(plan, level)


def test_moving_within_a_session_counts_without_itself() -> None:
    session = find(move(TWO, Level.ENTRY, 1, 1, 1), Level.SESSION, 1)
    assert isinstance(session, Session)
    assert [one.id for one in session.entries] == [2, 1]


@pytest.mark.parametrize("level", Level)
def test_a_copy_stands_behind_with_fresh_ids(level: Level) -> None:
    fresh = count(1000)
    [first, *_] = _ids(TWO, level)
    plan = duplicate(TWO, level, first, lambda: next(fresh))
    ids = _ids(plan, level)
    assert ids[0] == first and ids[1] >= 1000
    assert doubled_ids(plan) == ()
    strip = numbered  # equal but for the ids
    one, two = (find(plan, level, each) for each in ids[:2])
    assert one is not None and two is not None
    as_plan = {
        Level.BLOCK: lambda part: Plan("", (part,)),
        Level.WEEK: lambda part: Plan("", (Block(0, weeks=(part,)),)),
        Level.SESSION: lambda part: Plan("", (Block(0, weeks=(Week(0, (part,)),)),)),
        Level.ENTRY: lambda part: Plan("", (Block(0, weeks=(Week(0, (Session(0, entries=(part,)),)),)),)),
    }[level]
    assert strip(as_plan(one)) == strip(as_plan(two))


def test_a_part_is_put_in_the_place_of_its_former_self() -> None:
    entry = find(TWO, Level.ENTRY, 2)
    assert isinstance(entry, Entry)
    plan = replace_part(TWO, replace(entry, prescription=straight(5, 5)))
    assert _ids(plan, Level.ENTRY) == _ids(TWO, Level.ENTRY)
    changed = find(plan, Level.ENTRY, 2)
    assert isinstance(changed, Entry) and changed.prescription == straight(5, 5)


def test_what_has_gone_is_said() -> None:
    for edit in (
        lambda: remove(TWO, Level.ENTRY, 999),
        lambda: move(TWO, Level.ENTRY, 1, 999, 0),
        lambda: insert(TWO, Entry(99, "x", straight(1, 1)), 999, 0),
        lambda: insert(TWO, Entry(99, "x", straight(1, 1)), None, 0),
        lambda: replace_part(TWO, Week(999)),
        lambda: swap_exercise(TWO, 999, "x"),
        lambda: fill_right(TWO, 999, lambda: 1),
    ):
        with pytest.raises(UserError, match="no longer there"):
            edit()
    with pytest.raises(UserError, match="already"):
        insert(TWO, Entry(1, "x", straight(1, 1)), 2, 0)


def test_limits_are_kept() -> None:
    fresh = count(1000)
    full = _plan(ACCUMULATE, entries=(_entry("squat"),) * 20, sessions=7)
    with pytest.raises(UserError, match="20 exercises"):
        duplicate(full, Level.ENTRY, 1, lambda: next(fresh))
    with pytest.raises(UserError, match="7 sessions"):
        duplicate(full, Level.SESSION, 1, lambda: next(fresh))
    with pytest.raises(UserError, match="7 sessions"):
        move(full, Level.SESSION, 8, 1, 0)
    long = numbered(Plan("", (Block(0, weeks=(Week(0),) * 60),)))
    check_limits(long)
    with pytest.raises(UserError, match="60 weeks"):
        insert(long, Week(99), 1, 0)


def _cells(plan: Plan, exercise: str = "squat") -> list[str]:
    return [
        format_cell(entry.prescription)
        for _, week in weeks_of(plan)
        for entry in week.sessions[0].entries
        if entry.exercise == exercise
    ]


def test_filling_to_the_right_goes_on_by_the_rule_and_rests_in_a_deload() -> None:
    plan = _plan(ACCUMULATE, DELOAD, ACCUMULATE, entries=(_entry("squat", "3x5 100kg @2 RIR", "linear +2.5kg"),))
    filled = fill_right(plan, 1, lambda: 0)
    assert _cells(filled) == [
        "3x5 100kg @2 RIR", "3x5 102.5kg @2 RIR", "2x5 92.5kg @4 RIR", "3x5 105kg @2 RIR", "3x5 107.5kg @2 RIR",
    ]  # fmt: skip
    assert _ids(filled, Level.ENTRY) == _ids(plan, Level.ENTRY)
    others = [week.sessions[1] for _, week in weeks_of(filled)]
    assert others == [week.sessions[1] for _, week in weeks_of(plan)]


def test_filling_leaves_what_lies_before_and_adds_what_is_missing() -> None:
    plan = _plan(ACCUMULATE, ACCUMULATE, entries=(_entry("squat", "3x5 100kg", "linear +5kg"),))
    added = insert(plan, replace(_entry("curl", "3x8-12 20kg", "double 8-12 +1kg"), id=50), 3, 0)
    fresh = count(100)
    filled = fill_right(added, 50, lambda: next(fresh))
    assert _cells(filled, "curl") == ["3x8-12 20kg", "3x9-12 20kg", "3x10-12 20kg"]
    assert [week.sessions[0].entries[0].exercise for _, week in weeks_of(filled)] == ["squat", "curl", "curl", "curl"]
    assert doubled_ids(filled) == ()


def test_filling_finds_a_session_by_its_name() -> None:
    plan = _plan(ACCUMULATE, entries=(_entry("squat", "3x5 100kg", "linear +5kg"),))
    turned = move(plan, Level.SESSION, 3, 2, 1)  # the second week is B, A
    filled = fill_right(turned, 1, lambda: 0)
    second = list(weeks_of(filled))[1][1]
    cells = {one.name: format_cell(one.entries[0].prescription) for one in second.sessions}
    assert cells == {"B": "3x5 100kg", "A": "3x5 105kg"}


def test_filling_into_a_full_session_is_refused() -> None:
    plan = _plan(ACCUMULATE, entries=(_entry("row"),) * 20)
    swapped = swap_exercise(plan, 1, "squat")
    with pytest.raises(UserError, match="later week has 20"):
        fill_right(swapped, 1, lambda: 999)


def test_a_swapped_exercise_keeps_its_place_and_drops_its_kilos() -> None:
    plan = _plan(ACCUMULATE, entries=(_entry("squat", "3x5 100kg @2 RIR", "linear +5kg"), _entry("row", "3x8 80%")))
    here = swap_exercise(plan, 1, "leg_press")
    assert _cells(here, "leg_press") == ["3x5 @2 RIR"] and _cells(here) == ["3x5 100kg @2 RIR"]
    later = swap_exercise(plan, 1, "leg_press", following=True)
    assert _cells(later, "leg_press") == ["3x5 @2 RIR"] * 2
    assert not any(
        entry.exercise == "squat" for _, week in weeks_of(later) for s in week.sessions for entry in s.entries
    )
    assert _cells(swap_exercise(plan, 2, "pulldown"), "pulldown") == ["3x8 80%"]
    assert _ids(later, Level.ENTRY) == _ids(plan, Level.ENTRY)


def test_an_increment_is_kept_to_when_filling() -> None:
    plan = _plan(ACCUMULATE, entries=(_entry("squat", "3x5 100kg", "linear +2%"),))
    assert _cells(fill_right(plan, 1, lambda: 0, load_of(2.5, "kg"))) == ["3x5 100kg", "3x5 102.5kg"]


@given(PLANS, st.data())
def test_edits_keep_a_plan_whole(plan: Plan, data: st.DataObject) -> None:
    fresh = count(10_000)
    level = data.draw(st.sampled_from(Level))
    ids = _ids(plan, level)
    if not ids:
        return
    one = data.draw(st.sampled_from(ids))
    copied = duplicate(plan, level, one, lambda: next(fresh))
    assert doubled_ids(copied) == ()
    assert len(_ids(copied, level)) == len(ids) + 1
    [new] = set(_ids(copied, level)) - set(ids)
    assert remove(copied, level, new) == plan
    path = path_to(plan, level, one)
    place = [each.id for each in parts_of(path[-2] if len(path) > 1 else plan)].index(one)
    assert move(plan, level, one, path[-2].id if len(path) > 1 else None, place) == plan
    assert insert(remove(plan, level, one), path[-1], path[-2].id if len(path) > 1 else None, place) == plan


@given(PLANS, st.data())
def test_filling_changes_later_weeks_only(plan: Plan, data: st.DataObject) -> None:
    ids = _ids(plan, Level.ENTRY)
    if not ids:
        return
    one = data.draw(st.sampled_from(ids))
    fresh = count(10_000)
    filled = fill_right(plan, one, lambda: next(fresh))
    week = path_to(plan, Level.ENTRY, one)[1]
    before, after = [list(weeks_of(each)) for each in (plan, filled)]
    place = [each.id for _, each in before].index(week.id)
    assert [each for _, each in before[:place]] == [each for _, each in after[:place]]
    was, now = before[place][1], after[place][1]
    if not isinstance(path_to(plan, Level.ENTRY, one)[-1].rule, Undulating | Linear):  # which tell its days apart
        assert was == now
    assert find(filled, Level.ENTRY, one) == find(plan, Level.ENTRY, one)
    assert doubled_ids(filled) == ()
    assert set(ids) <= set(_ids(filled, Level.ENTRY))


def _day_cells(plan: Plan, name: str) -> list[str]:
    """The cells of the sessions of that name, week by week."""
    return [
        format_cell(session.entries[0].prescription)
        for _, week in weeks_of(plan)
        for session in week.sessions
        if session.name == name and session.entries
    ]


def _three_days(rule: str, cell: str) -> tuple[Plan, int]:
    """Two weeks of three days with one exercise each time; the rule stands in the first."""
    text = "Plan: x\n" + "".join(
        f"Week {week}\n" + "".join(f"Session: {day}\nsquat: {cell}\n" for day in "ABC") for week in (1, 2)
    )
    plan = read_plan(text, UnitSystem.METRIC)
    first = plan.blocks[0].weeks[0].sessions[0].entries[0]
    return replace_part(plan, replace(first, rule=parse_rule(rule))), first.id


def test_filling_by_an_undulating_rule_tells_the_days_of_a_week_apart():
    """Heavy has 3 reps fewer, light 4 more, 2.5 % of the load for each rep: from a heavy 3x5 at 100 kg, medium is 3x8
    at 92.5 and light 3x12 at 82.5; each week 2.5 kg more on the heavy day."""
    plan, first = _three_days("undulating heavy-light-medium +2.5kg", "3x5 100kg")
    filled = fill_right(plan, first, count(900).__next__, parse("2.5 kg", Kind.MASS, UnitSystem.METRIC))
    assert _day_cells(filled, "A") == ["3x5 100kg", "3x5 102.5kg"]
    assert _day_cells(filled, "B") == ["3x12 82.5kg", "3x12 85kg"]
    assert _day_cells(filled, "C") == ["3x8 92.5kg", "3x8 95kg"]
    assert {session.entries[0].rule for _, week in weeks_of(filled) for session in week.sessions} == {
        parse_rule("undulating heavy-light-medium +2.5kg")
    }


def test_filling_by_a_step_each_session_rises_within_the_week():
    plan, first = _three_days("linear +2.5kg session", "3x5 60kg")
    filled = fill_right(plan, first, count(900).__next__)
    assert [_day_cells(filled, day) for day in "ABC"] == [
        ["3x5 60kg", "3x5 67.5kg"],
        ["3x5 62.5kg", "3x5 70kg"],
        ["3x5 65kg", "3x5 72.5kg"],
    ]


def test_filling_leaves_a_week_alone_that_lacks_the_session():
    text = (
        "Plan: x\nWeek 1\nSession: Upper\nbench_press: 3x8\nSession: Legs\nsquat: 3x8\n"
        "Session: Lower\nhip_thrust: 3x8\n"
        "Week 2\nSession: Upper\nbench_press: 3x8\nSession: Lower\nhip_thrust: 3x8\n"
    )
    plan = read_plan(text, UnitSystem.METRIC)
    squat = plan.blocks[0].weeks[0].sessions[1].entries[0]
    filled = fill_right(plan, squat.id, count(900).__next__)
    assert filled == plan


def test_a_swap_takes_added_body_weight_out_too():
    plan = read_plan("Plan: x\nWeek 1\nSession: A\npull_up: 3x8 BW+20kg\n", UnitSystem.METRIC)
    [entry] = plan.blocks[0].weeks[0].sessions[0].entries
    swapped = swap_exercise(plan, entry.id, "lat_pulldown")
    assert format_cell(swapped.blocks[0].weeks[0].sessions[0].entries[0].prescription) == "3x8"
