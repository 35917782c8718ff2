"""Looking things up in a plan, its limits, and ids that stand once."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given

from legwork.domain.plan.model import (
    WEEKDAYS,
    Block,
    Entry,
    Level,
    Plan,
    Session,
    Week,
    Weekday,
    check_limits,
    find,
    path_to,
    weeks_of,
    with_ids,
)
from legwork.domain.plan.prescription import straight
from legwork.errors import UserError
from plan_cases import doubled_ids
from plan_strategies import PLANS, numbered

ENTRY = Entry(4, "squat", straight(3, 8))
PLAN = Plan("", (Block(1, weeks=(Week(2, (Session(3, "A", None, (ENTRY,)),)),)),))


def test_a_part_is_found_with_the_way_to_it() -> None:
    assert [part.id for part in path_to(PLAN, Level.ENTRY, 4)] == [1, 2, 3, 4]
    assert find(PLAN, Level.ENTRY, 4) is ENTRY
    assert find(PLAN, Level.WEEK, 4) is None and path_to(PLAN, Level.WEEK, 4) == ()
    assert [(block.id, week.id) for block, week in weeks_of(PLAN)] == [(1, 2)]


def test_ids_that_stand_twice_are_named_by_their_level() -> None:
    twice = Plan("", (*PLAN.blocks, Block(2, weeks=(Week(3, (Session(3),)),))))
    assert doubled_ids(twice) == ((Level.SESSION, 3),)
    assert doubled_ids(PLAN) == ()


def test_weekdays_are_numbered_as_dates_are() -> None:
    assert (WEEKDAYS[Weekday.SUNDAY], Weekday.SUNDAY, len(WEEKDAYS)) == ("Sunday", 6, 7)


def test_too_much_is_told_with_what_to_do() -> None:
    session = Session(0, entries=(ENTRY,) * 21)
    for weeks, says in (((Week(0),) * 61, "60 weeks"), ((Week(0, (Session(0),) * 8),), "7 sessions"),
                        ((Week(0, (session,)),), "20 exercises")):  # fmt: skip
        with pytest.raises(UserError, match=says):
            check_limits(Plan("", (Block(0, weeks=weeks),)))


@given(PLANS)
def test_new_ids_are_new_everywhere(plan: Plan) -> None:
    assert doubled_ids(plan) == ()
    fresh = count(10_000)
    copies = tuple(with_ids(block, lambda: next(fresh)) for block in plan.blocks)
    both = Plan("", (*plan.blocks, *(one for one in copies if isinstance(one, Block))))
    assert doubled_ids(both) == ()
    assert numbered(Plan(plan.name, copies)) == plan  # type: ignore[arg-type]
