"""Changing sessions in all weeks, weeks across blocks, and blocks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legwork.domain.plan import part_edits
from legwork.domain.plan.lines import lines_of
from legwork.domain.plan.model import Block, BlockKind, Plan, Weekday, weeks_of
from legwork.errors import UserError
from plan_cases import cells_of, doubled_ids, entry_of, fresh_for, plan_of, session_of, small_plan


def _names(plan: Plan) -> list[list[str]]:
    return [[one.name for one in week.sessions] for _, week in weeks_of(plan)]


def _blocks(plan: Plan) -> list[list[int]]:
    return [[week.id for week in block.weeks] for block in plan.blocks]


def _abc() -> Plan:
    a, b, c = (session_of(name, entry_of(name.lower())) for name in "ABC")
    return plan_of((a, b, c), (a, c), (b, c))


def test_an_empty_plan_is_begun_with_weeks_and_a_session() -> None:
    plan = part_edits.begun(Plan("New"), "One", fresh_for(Plan()))
    assert _names(plan) == [["One"]] * 4 and doubled_ids(plan) == ()
    assert part_edits.begun(plan, "Two", fresh_for(plan)) is plan
    bare = Plan("P", (Block(1, weeks=plan_of((), ()).blocks[0].weeks),))
    assert _names(part_edits.begun(bare, "One", fresh_for(bare))) == [["One"], ["One"]]


def test_a_session_is_added_removed_and_named_in_all_weeks() -> None:
    plan = _abc()
    assert _names(part_edits.session_added(plan, 1, "New", fresh_for(plan))) == [
        ["A", "New", "B", "C"], ["A", "New", "C"], ["New", "B", "C"],
    ]  # fmt: skip
    assert _names(part_edits.session_removed(plan, 0)) == [["B", "C"], ["C"], ["B", "C"]]
    assert part_edits.session_removed(plan, 0).blocks[0].weeks[2] is plan.blocks[0].weeks[2]
    assert _names(part_edits.session_named(plan, 1, "Z")) == [["A", "Z", "C"], ["A", "C"], ["Z", "C"]]
    days = part_edits.session_on(plan, 2, Weekday.FRIDAY)
    assert all(week.sessions[-1].weekday is Weekday.FRIDAY for _, week in weeks_of(days))
    assert part_edits.session_on(days, 2, Weekday.FRIDAY) is days


def test_an_eighth_session_is_refused() -> None:
    plan = plan_of(tuple(session_of(f"S{at}") for at in range(7)))
    with pytest.raises(UserError, match="7 sessions"):
        part_edits.session_added(plan, 0, "S", fresh_for(plan))


def test_a_session_moves_in_every_week_that_has_it() -> None:
    plan = _abc()
    assert _names(part_edits.session_moved(plan, 0, 3)) == [["B", "C", "A"], ["C", "A"], ["B", "C"]]
    assert _names(part_edits.session_moved(plan, 2, 0)) == [["C", "A", "B"], ["C", "A"], ["C", "B"]]
    assert part_edits.session_moved(plan, 1, 2) is plan


def test_a_copied_session_has_ids_and_a_name_of_its_own() -> None:
    plan = _abc()
    changed = part_edits.session_copied(plan, 0, 1, "A (2)", fresh_for(plan))
    assert _names(changed) == [["A", "A (2)", "B", "C"], ["A", "A (2)", "C"], ["B", "C"]]
    assert cells_of(changed)[0][1] == ["a 3x8"] and doubled_ids(changed) == ()
    assert [one.first.name for one in lines_of(changed).places] == ["A", "A (2)", "B", "C"]


def test_a_new_week_has_the_sessions_but_no_exercises() -> None:
    plan = small_plan()
    week = plan.blocks[0].weeks[1].id
    changed = part_edits.week_added(plan, week, fresh_for(plan), after=False)
    assert [len(one) for one in _blocks(changed)] == [3, 1, 1]
    assert cells_of(changed)[1] == [[], []] and _names(changed)[1] == ["Lower A", "Upper A"]
    assert doubled_ids(changed) == ()


def test_the_last_week_of_a_block_takes_the_block_along() -> None:
    plan = small_plan()
    assert _blocks(part_edits.week_removed(plan, 3)) == [[1, 2], [4]]
    assert _blocks(part_edits.week_removed(plan, 1)) == [[2], [3], [4]]
    with pytest.raises(UserError, match="no longer there"):
        part_edits.week_removed(plan, 99)


@pytest.mark.parametrize(
    ("week", "beside", "after", "expected"),
    [
        (1, 2, True, [[2, 1], [3], [4]]),
        (1, 2, False, [[1, 2], [3], [4]]),
        (1, 3, False, [[2], [1, 3], [4]]),
        (3, 1, False, [[3, 1, 2], [4]]),
        (4, 3, True, [[1, 2], [3, 4]]),
        (2, 2, True, [[1, 2], [3], [4]]),
    ],
)
def test_weeks_move_beside_others(week: int, beside: int, after: bool, expected: list[list[int]]) -> None:
    assert _blocks(part_edits.week_moved(small_plan(), week, beside, after=after)) == expected


def test_a_copied_week_leaves_its_own_place() -> None:
    plan = small_plan()
    changed = part_edits.week_moved(plan, 1, 3, after=True, fresh=fresh_for(plan))
    assert [len(one) for one in _blocks(changed)] == [2, 2, 1] and doubled_ids(changed) == ()
    assert cells_of(changed)[3] == cells_of(plan)[0]


def test_a_week_steps_over_the_border_of_its_block_and_stops_at_the_ends() -> None:
    plan = small_plan()
    over = part_edits.week_stepped(plan, 2, 1)
    assert _blocks(over) == [[1], [2, 3], [4]]
    assert _blocks(part_edits.week_stepped(over, 2, 1)) == [[1], [3, 2], [4]]
    assert _blocks(part_edits.week_stepped(over, 2, -1)) == [[1, 2], [3], [4]]
    assert part_edits.week_stepped(plan, 1, -1) is plan and part_edits.week_stepped(plan, 4, 1) is plan


def test_weeks_are_doubled_together() -> None:
    plan = small_plan()
    changed = part_edits.weeks_doubled(plan, (1, 2), fresh_for(plan))
    assert _blocks(changed)[0][:2] == [1, 2] and len(_blocks(changed)[0]) == 4 and doubled_ids(changed) == ()
    firsts = [week.sessions[0].entries[0].prescription for _, week in weeks_of(changed)]
    assert firsts[2:4] == firsts[0:2]


def test_a_block_begins_with_any_week() -> None:
    plan = small_plan()
    second = part_edits.block_from(plan, 2, fresh_for(plan), BlockKind.DELOAD)
    assert _blocks(second) == [[1], [2], [3], [4]] and second.blocks[1].kind is BlockKind.DELOAD
    first = part_edits.block_from(plan, 1, fresh_for(plan), BlockKind.INTENSIFY)
    assert [one.kind for one in first.blocks[:2]] == [BlockKind.INTENSIFY, BlockKind.ACCUMULATE]
    assert part_edits.block_from(plan, 3, fresh_for(plan)) is plan


def test_blocks_are_joined_changed_and_moved() -> None:
    plan = small_plan()
    assert _blocks(part_edits.block_joined(plan, 2)) == [[1, 2, 3], [4]]
    assert part_edits.block_joined(plan, 1) is plan
    named = part_edits.block_changed(plan, 2, name="Peak", kind=BlockKind.DELOAD)
    assert (named.blocks[1].name, named.blocks[1].kind) == ("Peak", BlockKind.DELOAD)
    assert part_edits.block_changed(named, 2, name="Peak") is named
    assert _blocks(part_edits.block_moved(plan, 1, 3)) == [[3], [4], [1, 2]]
    assert _blocks(part_edits.block_moved(plan, 3, 0)) == [[4], [1, 2], [3]]
    assert part_edits.block_moved(plan, 2, 2) is plan
    copied = part_edits.block_moved(plan, 3, 1, fresh=fresh_for(plan))
    assert [len(one) for one in _blocks(copied)] == [2, 1, 1, 1] and doubled_ids(copied) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: part_edits.session_removed(plan, 9),
        lambda plan: part_edits.week_stepped(plan, 99, 1),
        lambda plan: part_edits.block_changed(plan, 99, name="x"),
        lambda plan: part_edits.block_moved(plan, 99, 0),
        lambda plan: part_edits.block_from(plan, 99, fresh_for(plan)),
    ],
)
def test_what_has_gone_is_told(change: Callable[[Plan], Plan]) -> None:
    with pytest.raises(UserError, match="no longer there"):
        change(small_plan())
