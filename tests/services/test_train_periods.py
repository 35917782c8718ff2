"""Days, weeks and blocks that are summed over: where they begin and end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.model import Block, BlockKind, Plan, Session, Week, Weekday
from legwork.services.plans import PlanInfo, StoredPlan
from legwork.services.train_periods import FIRST_DAY, Stretch, after, before, period_at, planned_weeks

TODAY = date(2026, 11, 26)  # a Thursday
START = date(2026, 11, 4)  # a Wednesday: the plan's weeks begin on Monday the 2nd


def week(number: int) -> Week:
    """A week with a session on Monday, and one of any day."""
    return Week(number, (Session(10 * number, "Legs", Weekday.MONDAY), Session(10 * number + 1, "Any")))


def plan(starts_on: date | None = START) -> StoredPlan:
    """Three weeks, then two."""
    blocks = (
        Block(1, BlockKind.ACCUMULATE, "Base", (week(1), week(2), week(3))),
        Block(2, BlockKind.DELOAD, "", (week(4), week(5))),
    )
    return StoredPlan(PlanInfo(1, "uid", "Mine", starts_on, 5), Plan("Mine", blocks))


def test_a_week_begins_on_monday_and_says_its_days() -> None:
    found = period_at(Stretch.WEEK, TODAY, None, TODAY)
    assert (found.first, found.last, found.weeks) == (date(2026, 11, 23), date(2026, 11, 29), 1)
    assert found.title == "23 Nov to 29 Nov 2026"
    turn = period_at(Stretch.WEEK, date(2026, 12, 31), None, TODAY)
    assert turn.title == "28 Dec 2026 to 3 Jan 2027"


def test_a_day_is_one_day_of_which_nothing_weekly_is_said() -> None:
    found = period_at(Stretch.DAY, TODAY, plan(), TODAY)
    assert (found.first, found.last, found.weeks) == (TODAY, TODAY, None)
    assert found.title == "Today, Thursday, 26 Nov 2026" and found.within == "26 Nov 2026"


def test_a_block_is_that_of_the_plan() -> None:
    first = period_at(Stretch.BLOCK, date(2026, 11, 10), plan(), TODAY)
    assert (first.first, first.last, first.title) == (
        date(2026, 11, 2), date(2026, 11, 22), "Base, 2 Nov to 22 Nov 2026",
    )  # fmt: skip
    assert first.note == "Block 1 of 2 of Mine"
    second = after(first, plan(), TODAY)
    assert (second.first, second.last) == (date(2026, 11, 23), date(2026, 12, 6))


@pytest.mark.parametrize("there", [None, plan(None)])
def test_without_a_plan_that_runs_a_block_is_four_weeks_up_to_this_one_and_says_so(there: StoredPlan | None) -> None:
    found = period_at(Stretch.BLOCK, TODAY, there, TODAY)
    assert (found.first, found.last) == (date(2026, 11, 2), date(2026, 11, 29))
    assert found.note == "4 weeks, as no plan runs then."
    assert before(found, there, TODAY).last == date(2026, 11, 1)


def test_beside_the_plan_four_weeks_end_and_begin_with_it() -> None:
    first = period_at(Stretch.BLOCK, date(2026, 11, 2), plan(), TODAY)
    earlier = before(first, plan(), TODAY)
    assert (earlier.first, earlier.last) == (date(2026, 10, 5), date(2026, 11, 1))
    later = period_at(Stretch.BLOCK, date(2026, 12, 7), plan(), TODAY)
    assert (later.first, later.last) == (date(2026, 12, 7), date(2027, 1, 3))


@given(st.sampled_from(Stretch), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.booleans())
def test_periods_follow_one_after_the_other(stretch: Stretch, day: date, planned: bool) -> None:
    there = plan() if planned else None
    here = period_at(stretch, day, there, TODAY)
    assert here.first <= day <= here.last
    assert before(here, there, TODAY).last + timedelta(days=1) == here.first
    assert after(here, there, TODAY).first - timedelta(days=1) == here.last


def test_one_cannot_go_back_for_ever() -> None:
    found = period_at(Stretch.BLOCK, FIRST_DAY, None, TODAY)
    assert before(found, None, TODAY) in (found, before(before(found, None, TODAY), None, TODAY))
    assert before(period_at(Stretch.DAY, FIRST_DAY, None, TODAY), None, TODAY).first == FIRST_DAY


def test_what_was_planned_in_a_period() -> None:
    here = period_at(Stretch.WEEK, date(2026, 11, 12), plan(), TODAY)
    assert [one.id for one in planned_weeks(here, plan())] == [2]
    block = period_at(Stretch.BLOCK, date(2026, 11, 12), plan(), TODAY)
    assert [one.id for one in planned_weeks(block, plan())] == [1, 2, 3]
    assert planned_weeks(period_at(Stretch.WEEK, date(2026, 10, 1), plan(), TODAY), plan()) == ()
    assert planned_weeks(here, None) == planned_weeks(here, plan(None)) == ()


def test_of_a_day_only_its_own_sessions_were_planned() -> None:
    def names(day: date) -> list[str]:
        [found] = planned_weeks(period_at(Stretch.DAY, day, plan(), TODAY), plan())
        return [one.name for one in found.sessions]

    assert names(date(2026, 11, 9)) == ["Legs"] and names(date(2026, 11, 10)) == []
