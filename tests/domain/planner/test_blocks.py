"""The course over the weeks: mesocycles, deloads, and how near to failure each week goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import BlockKind
from legwork.domain.planner.blocks import effort_in, phases_for
from legwork.domain.planner.template import Role, Slot
from legwork.domain.planner.wishes import LEAST_WEEKS, MOST_WEEKS, Experience, Wishes

MAIN = Slot(Pattern.SQUAT, Role.MAIN, (2, 5), (6, 10), 2, 150)
SINGLE = Slot(Pattern.LEG_CURL, Role.ISOLATION, (2, 5), (8, 12), 1, 75)


@given(st.integers(LEAST_WEEKS, MOST_WEEKS), st.sampled_from(Experience))
def test_any_length_is_cut_into_mesocycles_of_four_to_eight_weeks(weeks: int, experience: Experience) -> None:
    phases = phases_for(weeks, experience)
    assert sum(one.weeks for one in phases) == weeks
    sizes: dict[int, int] = {}
    for one in phases:
        sizes[one.mesocycle] = sizes.get(one.mesocycle, 0) + one.weeks
    assert all(4 <= size <= 8 for size in sizes.values())
    assert list(sizes) == list(range(1, len(sizes) + 1))
    assert phases[0].kind is BlockKind.ACCUMULATE
    assert (phases[-1].kind is BlockKind.DELOAD) == (weeks > 6)
    assert all(one.weeks == 1 for one in phases if one.kind is BlockKind.DELOAD)


def test_more_work_and_heavier_work_take_turns_but_not_for_who_is_new() -> None:
    kinds = [one.kind.value for one in phases_for(24, Experience.SOME)]
    assert kinds == ["accumulate", "deload", "intensify", "deload"] * 2
    assert {one.kind.value for one in phases_for(24, Experience.NEW)} == {"accumulate", "deload"}
    assert [one.weeks for one in phases_for(13, Experience.SOME)] == [6, 1, 5, 1]
    assert [one.weeks for one in phases_for(6, Experience.SOME)] == [6]


@pytest.mark.parametrize(
    ("slot", "experience", "efforts"),
    [
        (MAIN, Experience.SOME, [3, 2, 2, 2, 1]),
        (SINGLE, Experience.SOME, [2, 1, 1, 1, 1]),
        (SINGLE, Experience.ADVANCED, [2, 1, 1, 1, 0]),
        (MAIN, Experience.NEW, [3, 3, 3, 3, 2]),
        (MAIN, Experience.BACK, [4, 3, 3, 3, 2]),
    ],
)
def test_a_block_begins_easy_and_ends_hard(slot: Slot, experience: Experience, efforts: list[int]) -> None:
    assert [effort_in(slot, week, 5, experience) for week in range(5)] == efforts


@pytest.mark.parametrize(
    "bad", [{"days": 0}, {"days": 8}, {"minutes": 10}, {"minutes": 500}, {"weeks": 3}, {"weeks": 53}]
)
def test_wishes_out_of_limits_are_refused(bad: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=str(next(iter(bad.values())))):
        Wishes(**bad)  # type: ignore[arg-type]
