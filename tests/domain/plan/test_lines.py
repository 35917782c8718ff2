"""The matrix of a plan: which sessions and exercises of different weeks stand in one row, and in what order."""

from __future__ import annotations

from hypothesis import given

from legwork.domain.plan.edits import replace_part
from legwork.domain.plan.lines import Grid, LineKey, Spot, lines_of
from legwork.domain.plan.model import Entry, Plan, weeks_of
from legwork.domain.plan.prescription import straight
from plan_cases import entry_of, plan_of, session_of, small_plan
from plan_strategies import PLANS


def _names(grid: Grid) -> list[tuple[str, list[str]]]:
    return [(one.first.name, [line.exercise for line in one.lines]) for one in grid.places]


def _where(grid: Grid, place: int, line: int) -> list[bool]:
    return [one is not None for one in grid.places[place].lines[line].cells]


def test_sessions_are_matched_by_name_before_place() -> None:
    a, b, c = (session_of(name, entry_of(exercise)) for name, exercise in (("A", "x"), ("B", "y"), ("C", "z")))
    grid = lines_of(plan_of((a, b, c), (c, a), (b,)))
    assert _names(grid) == [("A", ["x"]), ("B", ["y"]), ("C", ["z"])]
    assert [[one is not None for one in each.sessions] for each in grid.places] == [
        [True, True, False], [True, False, True], [True, True, False],
    ]  # fmt: skip


def test_sessions_without_names_are_matched_by_place() -> None:
    grid = lines_of(plan_of((session_of("", entry_of("x")), session_of("", entry_of("y"))), (session_of(""),)))
    assert [[one is not None for one in each.sessions] for each in grid.places] == [[True, True], [True, False]]


def test_a_name_that_stands_twice_in_a_week_tells_nothing() -> None:
    twin = session_of("A", entry_of("x"))
    grid = lines_of(plan_of((twin, twin), (twin, twin)))
    assert len(grid.places) == 2 and all(None not in one.sessions for one in grid.places)


def test_a_session_under_another_name_stays_in_its_place() -> None:
    grid = lines_of(plan_of((session_of("A"), session_of("B")), (session_of("A"), session_of("C"))))
    assert [one.first.name for one in grid.places] == ["A", "B"]
    assert grid.places[1].sessions[1] is not None and grid.places[1].sessions[1].name == "C"


def test_a_further_session_gets_a_place_of_its_own() -> None:
    grid = lines_of(plan_of((session_of("A"),), (session_of("A"), session_of("B"))))
    assert [one.first.name for one in grid.places] == ["A", "B"] and grid.places[1].sessions[0] is None


def test_an_exercise_is_one_line_through_all_weeks_and_gaps_stay_empty() -> None:
    first = session_of("A", entry_of("squat"), entry_of("curl"))
    grid = lines_of(plan_of((first,), (session_of("A", entry_of("curl")),), (first,)))
    assert _names(grid) == [("A", ["squat", "curl"])]
    assert _where(grid, 0, 0) == [True, False, True] and _where(grid, 0, 1) == [True, True, True]


def test_the_same_exercise_twice_is_two_lines() -> None:
    twice = session_of("A", entry_of("squat", "1x5"), entry_of("curl"), entry_of("squat", "3x10"))
    grid = lines_of(plan_of((twice,), (session_of("A", entry_of("squat", "1x3")),)))
    assert [(one.exercise, one.nth) for one in grid.places[0].lines] == [("squat", 0), ("curl", 0), ("squat", 1)]
    assert _where(grid, 0, 2) == [True, False]


def test_a_later_exercise_stands_before_the_one_that_follows_it() -> None:
    grid = lines_of(
        plan_of(
            (session_of("A", entry_of("rdl"), entry_of("squat"), entry_of("calf")),),
            (session_of("A", entry_of("rdl"), entry_of("hack"), entry_of("calf"), entry_of("plank")),),
        )
    )
    assert _names(grid) == [("A", ["rdl", "squat", "hack", "calf", "plank"])]


def test_an_empty_plan_has_no_rows() -> None:
    grid = lines_of(Plan())
    assert grid.columns == () and grid.places == () and grid.spot_of(1) is None


def test_cells_are_found_by_name_and_by_entry() -> None:
    plan = small_plan()
    grid = lines_of(plan)
    week = [one for _, one in weeks_of(plan)][2]
    entry = week.sessions[1].entries[0]
    spot = Spot(LineKey(1, "bench_press"), week.id)
    assert grid.spot_of(entry.id) == spot
    assert grid.column_of(99) is None and grid.columns[3].number == 4


def test_what_did_not_change_is_taken_from_before() -> None:
    plan = small_plan()
    before = lines_of(plan)
    entry = plan.blocks[1].weeks[0].sessions[0].entries[0]
    after = lines_of(replace_part(plan, Entry(entry.id, entry.exercise, straight(5, 5))), before)
    assert after.places[1] is before.places[1]
    assert after.places[0].lines[1] is before.places[0].lines[1]
    assert after.places[0].lines[0] is not before.places[0].lines[0]


@given(PLANS)
def test_every_entry_stands_in_exactly_one_cell(plan: Plan) -> None:
    grid = lines_of(plan)
    shown = [one.id for place in grid.places for line in place.lines for one in line.cells if one is not None]
    there = [one.id for _, week in weeks_of(plan) for session in week.sessions for one in session.entries]
    assert sorted(shown) == sorted(there)
    placed = [one.id for place in grid.places for one in place.sessions if one is not None]
    assert sorted(placed) == sorted(session.id for _, week in weeks_of(plan) for session in week.sessions)
    keys = [key for place in range(len(grid.places)) for key in grid.keys_of(place)]
    assert len(set(keys)) == len(keys)


@given(PLANS, PLANS)
def test_taking_from_before_gives_the_same_rows(plan: Plan, other: Plan) -> None:
    fresh, reused = lines_of(plan), lines_of(plan, lines_of(other))
    assert [[(one.exercise, one.nth, one.cells) for one in place.lines] for place in fresh.places] == [
        [(one.exercise, one.nth, one.cells) for one in place.lines] for place in reused.places
    ]
