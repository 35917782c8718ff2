"""Changing a plan through its lines: typing, moving, copying, swapping, supersets, rules and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.line_edits import (
    added,
    entry_moved,
    group_letter,
    line_moved,
    line_stepped,
    line_swapped,
    parse_group,
    removed,
    typed,
    with_group,
    with_note,
    with_prescription,
    with_rule,
)
from legwork.domain.plan.lines import LineKey, Spot, lines_of
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.plan.prescription import Prescription
from legwork.domain.plan.rules import format_rule, parse_rule
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from plan_cases import cells_of, doubled_ids, entry_of, fresh_for, plan_of, session_of, small_plan
from plan_strategies import PLANS

SQUAT, CURL, BENCH = LineKey(0, "squat"), LineKey(0, "lying_leg_curl"), LineKey(1, "bench_press")


def _cell(text: str) -> Prescription:
    return parse_cell(text, UnitSystem.METRIC)


def _week(plan: Plan, number: int) -> int:
    return [week.id for _, week in weeks_of(plan)][number - 1]


def _names(plan: Plan, week: int, place: int = 0) -> list[str]:
    return [one.split()[0] for one in cells_of(plan)[week - 1][place]]


def _entry_ids(plan: Plan, key: LineKey) -> list[int]:
    line = lines_of(plan).line_of(key)
    assert line is not None
    return [one.id for one in line.cells if one is not None]


def test_typing_changes_one_cell_and_shares_the_rest() -> None:
    plan = small_plan()
    changed = typed(plan, {Spot(SQUAT, _week(plan, 2)): _cell("5x5")}, fresh_for(plan))
    assert cells_of(changed)[1][0][0] == "squat 5x5"
    before, after = plan.blocks[0].weeks[1].sessions[0].entries[0], changed.blocks[0].weeks[1].sessions[0].entries[0]
    assert after == replace(before, prescription=_cell("5x5"))  # rule, superset and id stay
    assert changed.blocks[1] is plan.blocks[1] and changed.blocks[0].weeks[0] is plan.blocks[0].weeks[0]
    assert changed.blocks[0].weeks[1].sessions[1] is plan.blocks[0].weeks[1].sessions[1]


def test_typing_what_stands_there_gives_the_very_same_plan() -> None:
    plan = small_plan()
    assert typed(plan, {Spot(SQUAT, _week(plan, 1)): _cell("3x6-8 60kg")}, fresh_for(plan)) is plan


def test_typing_into_an_empty_cell_adds_in_the_order_of_the_lines_with_the_nearest_rule() -> None:
    first, last = entry_of("x", rule="linear +2.5kg", group=1), entry_of("x", rule="linear +5kg", group=2)
    rest = (entry_of("y"), entry_of("z"))
    plan = plan_of(
        (session_of("A", first, *rest),), (session_of("A", *rest),), (session_of("A", *rest),),
        (session_of("A", last, *rest),),
    )  # fmt: skip
    cells = {Spot(LineKey(0, "x"), _week(plan, week)): _cell("5x5") for week in (2, 3)}
    changed = typed(plan, cells, fresh_for(plan))
    assert _names(changed, 2) == _names(changed, 3) == ["x", "y", "z"]
    entries = [week.sessions[0].entries[0] for _, week in weeks_of(changed)]
    assert [format_rule(one.rule) for one in entries[1:3]] == ["linear +2.5kg", "linear +5kg"]
    assert [one.group for one in entries] == [1, 1, 2, 2]
    assert doubled_ids(changed) == ()


def test_several_cells_typed_into_a_week_without_the_session_make_one_session() -> None:
    lower, upper = session_of("Lower", entry_of("x"), entry_of("y")), session_of("Upper", entry_of("z"))
    plan = plan_of((lower, upper), (upper,))
    cells = {Spot(LineKey(0, name), _week(plan, 2)): _cell("5x5") for name in ("y", "x")}
    changed = typed(plan, cells, fresh_for(plan))
    sessions = changed.blocks[0].weeks[1].sessions
    assert [one.name for one in sessions] == ["Lower", "Upper"]
    assert [one.exercise for one in sessions[0].entries] == ["x", "y"]


def test_nothing_typed_takes_the_entry_out() -> None:
    plan = small_plan()
    changed = typed(plan, {Spot(SQUAT, _week(plan, 1)): None, Spot(CURL, _week(plan, 1)): None}, fresh_for(plan))
    assert cells_of(changed)[0][0] == [] and len(cells_of(changed)[1][0]) == 2


def test_typing_into_what_has_gone_is_refused() -> None:
    plan = small_plan()
    for spot in (Spot(SQUAT, 999), Spot(LineKey(0, "gone"), _week(plan, 1)), Spot(LineKey(7, "squat"), 1)):
        with pytest.raises(UserError, match="no longer there"):
            typed(plan, {spot: _cell("5x5")}, fresh_for(plan))


def test_a_twenty_first_exercise_is_refused() -> None:
    many = session_of("A", *(entry_of(f"e{at}") for at in range(20)))
    plan = plan_of((many,), (session_of("A", entry_of("other"), *many.entries[:19]),))
    with pytest.raises(UserError, match="20 exercises"):
        typed(plan, {Spot(LineKey(0, "other"), _week(plan, 1)): _cell("5x5")}, fresh_for(plan))


def test_removing_passes_over_what_has_gone() -> None:
    plan = small_plan()
    ids = _entry_ids(plan, SQUAT)
    changed = removed(plan, [ids[0], 999])
    assert _names(changed, 1) == ["lying_leg_curl"] and _names(changed, 2) == ["squat", "lying_leg_curl"]
    assert removed(plan, [999]) is plan


def test_a_line_moves_within_its_session_in_all_weeks() -> None:
    plan = plan_of(*((session_of("A", entry_of("x"), entry_of("y"), entry_of("z")),) for _ in range(2)))
    changed = line_moved(plan, LineKey(0, "x"), 0, 2, fresh_for(plan))
    assert _names(changed, 1) == _names(changed, 2) == ["y", "x", "z"]
    assert line_moved(plan, LineKey(0, "x"), 0, 1, fresh_for(plan)) is plan


def test_a_line_moves_to_another_session_and_leaves_its_superset() -> None:
    plan = small_plan()
    plan = with_group(plan, _entry_ids(plan, SQUAT), 1)
    changed = line_moved(plan, SQUAT, 1, 1, fresh_for(plan))
    assert all(_names(changed, week) == ["lying_leg_curl"] for week in (1, 2, 3, 4))
    assert all(_names(changed, week, 1) == ["bench_press", "squat", "pull_up"] for week in (1, 2, 3, 4))
    assert all(week.sessions[1].entries[1].group is None for _, week in weeks_of(changed))
    assert sorted(_entry_ids(changed, LineKey(1, "squat"))) == sorted(_entry_ids(plan, SQUAT))


def test_a_copied_line_stays_and_has_ids_of_its_own() -> None:
    plan = small_plan()
    changed = line_moved(plan, SQUAT, 1, 0, fresh_for(plan), copy=True)
    assert _names(changed, 4) == ["squat", "lying_leg_curl"] and _names(changed, 4, 1)[0] == "squat"
    assert doubled_ids(changed) == ()


def test_stepping_goes_on_until_it_makes_a_difference_and_into_the_next_session() -> None:
    plan = plan_of((session_of("A", entry_of("x"), entry_of("z")),), (session_of("A", entry_of("y"), entry_of("z")),))
    assert [one.exercise for one in lines_of(plan).places[0].lines] == ["x", "y", "z"]
    down = line_stepped(plan, LineKey(0, "x"), 1, fresh_for(plan))  # past y, which is in no week of x
    assert _names(down, 1) == ["z", "x"]
    small = small_plan()
    assert _names(line_stepped(small, CURL, 1, fresh_for(small)), 1, 1) == ["lying_leg_curl", "bench_press", "pull_up"]
    assert _names(line_stepped(small, BENCH, -1, fresh_for(small)), 1) == ["squat", "lying_leg_curl", "bench_press"]
    assert line_stepped(small, SQUAT, -1, fresh_for(small)) is small


def test_an_added_exercise_runs_on_by_its_rule() -> None:
    plan = small_plan()
    new = entry_of("leg_press", "3x10 100kg", "linear +5kg")
    changed = added(plan, 0, 1, _week(plan, 2), new, fresh_for(plan))
    assert [week[0][1:2] for week in cells_of(changed)] == [
        ["lying_leg_curl 3x10-15 @1 RIR"], ["leg_press 3x10 100kg"], ["leg_press 3x10 105kg"],
        ["leg_press 2x10 94.5kg"],
    ]  # fmt: skip
    alone = added(plan, 0, 9, _week(plan, 2), new, fresh_for(plan), following=False)
    assert [len(week[0]) for week in cells_of(alone)] == [2, 3, 2, 2]
    with pytest.raises(UserError, match="no longer there"):
        added(plan, 5, 0, _week(plan, 2), new, fresh_for(plan))


def test_swapping_a_line_leaves_other_sessions_and_earlier_weeks() -> None:
    both = (session_of("A", entry_of("squat", "3x5 100kg")), session_of("B", entry_of("squat", "3x5 80%")))
    plan = plan_of(both, both, both)
    second = plan.blocks[0].weeks[1].sessions[0].entries[0].id
    changed = line_swapped(plan, second, "hack")
    assert [[day[0] for day in week] for week in cells_of(changed)] == [
        ["squat 3x5 100kg", "squat 3x5 80%"], ["hack 3x5", "squat 3x5 80%"], ["hack 3x5", "squat 3x5 80%"],
    ]  # fmt: skip
    assert changed.blocks[0].weeks[1].sessions[0].entries[0].id == second
    with pytest.raises(UserError, match="no longer there"):
        line_swapped(plan, 999, "hack")


def test_rule_note_superset_and_prescription_are_set_where_asked_alone() -> None:
    plan = small_plan()
    ids = _entry_ids(plan, SQUAT)[1:3]
    changed = with_rule(plan, ids, parse_rule("sum 30 +2.5kg"))
    changed = with_note(changed, ids, "belt")
    changed = with_prescription(with_group(changed, ids, 26), ids[0], _cell("1x1"))
    entries = [week.sessions[0].entries[0] for _, week in weeks_of(changed)]
    assert [one.note for one in entries] == ["", "belt", "belt", ""]
    assert [one.group for one in entries] == [None, 26, 26, None]
    assert [one.prescription.sets for one in entries] == [3, 1, 3, 3]
    assert format_rule(entries[2].rule) == "sum 30 +2.5kg" and format_rule(entries[3].rule) != "sum 30 +2.5kg"
    assert with_prescription(changed, ids[0], _cell("1x1")) is changed
    with pytest.raises(UserError, match="no longer there"):
        with_prescription(plan, 999, _cell("1x1"))
    assert with_note(plan, ids, "") is plan and with_note(plan, [999], "belt") is plan


def test_supersets_have_letters() -> None:
    assert [group_letter(one) for one in (None, 1, 26)] == ["", "A", "Z"]
    assert [parse_group(one) for one in ("", " b ", "Z")] == [None, 2, 26]
    for bad in ("AB", "1", "Ä", "-"):
        with pytest.raises(UserError, match="A to Z"):
            parse_group(bad)
    for number in (0, 27):
        with pytest.raises(UserError, match="A to Z"):
            with_group(small_plan(), [1], number)


def test_an_entry_moves_in_its_week_alone() -> None:
    plan = plan_of(*((session_of("A", entry_of("x"), entry_of("y"), entry_of("z")),) for _ in range(2)))
    session = plan.blocks[0].weeks[1].sessions[0]
    changed = entry_moved(plan, session.id, session.entries[0].id, 3)
    assert _names(changed, 1) == ["x", "y", "z"] and _names(changed, 2) == ["y", "z", "x"]
    assert entry_moved(plan, session.id, session.entries[0].id, 1) is plan
    with pytest.raises(UserError, match="no longer there"):
        entry_moved(plan, session.id, 999, 0)
    with pytest.raises(UserError, match="no longer there"):
        entry_moved(plan, 999, session.entries[0].id, 0)


@given(PLANS, st.data())
def test_moving_a_line_keeps_every_entry_once(plan: Plan, data: st.DataObject) -> None:
    grid = lines_of(plan)
    keys = [key for place in range(len(grid.places)) for key in grid.keys_of(place)]
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    place, at = data.draw(st.integers(0, len(grid.places) - 1)), data.draw(st.integers(0, 5))
    try:
        moved = line_moved(plan, key, place, at, fresh_for(plan))
    except UserError:
        return  # a session or a week is full
    assert doubled_ids(moved) == doubled_ids(plan)

    def ids(one: Plan) -> list[int]:
        return sorted(e.id for _, week in weeks_of(one) for session in week.sessions for e in session.entries)

    assert ids(moved) == ids(plan)
