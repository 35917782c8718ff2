"""Which plan a week of the calendar belongs to, when plans overlap or follow each other."""

from __future__ import annotations

from datetime import date, timedelta

from legwork.domain.log.plan_weeks import DatedPlan, muscles_of_weeks, plan_weeks
from legwork.domain.plan.counting import MuscleSets, WeekCount
from legwork.domain.plan.model import Block, BlockKind, Plan, Session, Week, Weekday

MONDAY = date(2025, 1, 6)


def week(after: int) -> date:
    return MONDAY + timedelta(weeks=after)


def plan(number: int, weeks: int, starts: int) -> DatedPlan:
    """Its sessions are numbered from a hundred times its own number."""
    made = tuple(Week(number * 100 + at, (Session(number * 100 + at, "A", Weekday.MONDAY),)) for at in range(weeks))
    blocks = (Block(number, weeks=made[:-1]), Block(number + 50, BlockKind.DELOAD, weeks=made[-1:]))
    return DatedPlan(number, f"Plan {number}", Plan(f"Plan {number}", blocks), week(starts))


def owners(*plans: DatedPlan, done: set[int] | None = None, chosen: int = 0) -> list[tuple[int, int, bool]]:
    found = plan_weeks(plans, done or set(), chosen)
    assert [one.monday for one in found] == sorted(one.monday for one in found)
    return [(one.plan_id, one.number, one.starts) for one in found]


def test_one_plan_with_its_blocks() -> None:
    found = plan_weeks([plan(1, 3, 0)], set())
    assert [(one.monday, one.number, one.count, one.block.kind) for one in found] == [
        (week(0), 1, 3, BlockKind.ACCUMULATE),
        (week(1), 2, 3, BlockKind.ACCUMULATE),
        (week(2), 3, 3, BlockKind.DELOAD),
    ]
    assert [one.starts for one in found] == [True, False, False]
    assert [one.planned[0].day for one in found] == [week(0), week(1), week(2)]
    assert plan_weeks([plan(1, 3, 0)], set(), last=week(1)) == found[:2]
    assert plan_weeks([], set()) == ()


def test_the_plan_added_last_has_the_weeks_of_both() -> None:
    assert owners(plan(1, 3, 0), plan(2, 2, 2)) == [(1, 1, True), (1, 2, False), (2, 1, True), (2, 2, False)]


def test_the_chosen_one_has_them_while_neither_was_done() -> None:
    assert owners(plan(1, 3, 0), plan(2, 2, 2), chosen=1) == [
        (1, 1, True), (1, 2, False), (1, 3, False), (2, 2, True),
    ]  # fmt: skip


def test_what_was_done_decides_before_what_is_chosen() -> None:
    assert owners(plan(1, 2, 0), plan(2, 2, 0), done={100, 201}, chosen=2) == [(1, 1, True), (2, 2, True)]


def test_a_gap_between_two_plans() -> None:
    assert owners(plan(1, 1, 0), plan(2, 1, 4)) == [(1, 1, True), (2, 1, True)]


def test_muscles_of_several_weeks() -> None:
    one = WeekCount(1, muscles={"calves": MuscleSets(4, 1, {"raise": 5})})
    other = WeekCount(2, muscles={"calves": MuscleSets(2, 0, {"raise": 2}), "chest": MuscleSets(3)})
    found = muscles_of_weeks([one, other]).muscles
    assert (found["calves"].direct, found["calves"].indirect, found["calves"].sources) == (6, 1, {"raise": 7})
    assert found["chest"].total == 3 and one.muscles["calves"].direct == 4, "the weeks stay as they are"
