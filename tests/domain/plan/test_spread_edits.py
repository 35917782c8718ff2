"""The sets of a muscle over one more day: what goes where, that a week keeps its sets, that no day gets too many."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.patterns import Pattern
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.counting import count_plan
from legwork.domain.plan.edits import remove
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.model import Level, Plan, Weekday, check_limits, weeks_of
from legwork.domain.plan.spread_edits import Move, is_spread, spread_moves, with_moves
from legwork.errors import UserError
from plan_cases import doubled_ids
from plan_samples import plan_of, week_of
from plan_strategies import LOOKUP

ONE_DAY = {
    "Legs mon": {"back_squat": "4x6-8", "leg_extension": "4x12", "leg_curl": "3x10"},
    "Upper tue": {"bench": "3x8"},
    "Arms thu": {"row": "3x8"},
}


def moved(plan: Plan, muscle: str = "quadriceps", weeks: tuple[int, ...] | None = None,
          wanted: Wanted | None = None) -> tuple[Move, ...]:  # fmt: skip
    which = tuple(range(len(list(weeks_of(plan))))) if weeks is None else weeks
    return spread_moves(plan, LOOKUP, wanted or Wanted(), which, muscle)


def told(found: tuple[Move, ...]) -> list[tuple[int, str, int, bool, str, object]]:
    return [
        (one.number, one.entry.exercise, one.sets, one.whole, one.to.name if one.to else "new", one.day)
        for one in found
    ]


def put_in(plan: Plan, moves: tuple[Move, ...]) -> Plan:
    ids = count(10_000)
    return with_moves(plan, moves, lambda: next(ids))


def sessions(plan: Plan, week: int = 0) -> dict[str, dict[str, str]]:
    return {
        one.name: {each.exercise: format_cell(each.prescription) for each in one.entries}
        for one in list(weeks_of(plan))[week][1].sessions
    }


def test_the_exercise_that_trains_little_else_goes_to_a_day_that_leaves_one_between() -> None:
    plan = plan_of(*[week_of(ONE_DAY)] * 2)
    found = moved(plan)
    assert told(found) == [
        (1, "leg_extension", 4, True, "Arms", Weekday.THURSDAY), (2, "leg_extension", 4, True, "Arms", Weekday.THURSDAY)
    ]  # fmt: skip
    changed = put_in(plan, found)
    assert sessions(changed)["Arms"] == {"row": "3x8", "leg_extension": "4x12"}
    assert "leg_extension" not in sessions(changed)["Legs"]
    kept = [each.id for _, week in weeks_of(changed) for one in week.sessions for each in one.entries]
    assert sorted(kept) == sorted(
        each.id for _, week in weeks_of(plan) for one in week.sessions for each in one.entries
    ), "what goes as a whole stays the same exercise"


def test_without_another_session_a_new_one_on_a_free_day() -> None:
    plan = plan_of(week_of({"Legs mon": ONE_DAY["Legs mon"], "Upper tue": {"bench": "3x8"}}))
    assert told(moved(plan)) == [(1, "leg_extension", 4, True, "new", Weekday.WEDNESDAY)]
    changed = put_in(plan, moved(plan))
    week = next(iter(weeks_of(changed)))[1]
    assert [(one.name, one.weekday) for one in week.sessions] == [
        ("Legs", Weekday.MONDAY), ("Upper", Weekday.TUESDAY), ("More legs", Weekday.WEDNESDAY)
    ]  # fmt: skip
    assert doubled_ids(changed) == ()


def test_a_large_exercise_is_parted_and_what_is_there_already_gets_its_sets() -> None:
    plan = plan_of(week_of({"Legs mon": {"back_squat": "10x8 100kg"}, "More thu": {"rdl": "4x8"}}))
    assert told(moved(plan)) == [(1, "back_squat", 4, False, "More", Weekday.THURSDAY)], "eight of the glutes at most"
    changed = put_in(plan, moved(plan))
    assert sessions(changed) == {
        "Legs": {"back_squat": "6x8 100kg"}, "More": {"rdl": "4x8", "back_squat": "4x8 100kg"}
    }  # fmt: skip
    both = plan_of(week_of({"Legs mon": {"back_squat": "10x8"}, "More thu": {"back_squat": "2x12", "rdl": "1x8"}}))
    after = sessions(put_in(both, moved(both)))
    assert after == {"Legs": {"back_squat": "6x8"}, "More": {"back_squat": "6x12", "rdl": "1x8"}}


def test_two_good_days_are_left_as_they_are() -> None:
    fine = {"Legs mon": {"back_squat": "4x8"}, "More thu": {"leg_extension": "4x12"}}
    plan = plan_of(week_of(fine))
    assert moved(plan) == () and is_spread(next(iter(weeks_of(plan)))[1], LOOKUP, "quadriceps")
    few = plan_of(week_of({"Legs mon": {"back_squat": "3x8"}, "Upper thu": {"bench": "3x8"}}))
    assert moved(few) == (), "three sets need no second day"
    assert moved(plan_of(week_of({"Upper mon": {"bench": "3x8"}}))) == ()


def test_neighbouring_days_full_weeks_and_what_hurts() -> None:
    beside = plan_of(
        week_of({"Legs mon": ONE_DAY["Legs mon"], "Arms tue": {"row": "3x8"}, "Chest sun": {"bench": "3x8"}})
    )
    assert told(moved(beside)) == [(1, "leg_extension", 4, True, "new", Weekday.WEDNESDAY)]
    full = {f"Day {name} {name}": {"row": "3x8"} for name in ("tue", "sun")}
    full |= {"Legs mon": ONE_DAY["Legs mon"]} | {f"Off {name} {name}": {} for name in ("wed", "thu", "fri", "sat")}
    assert moved(plan_of(week_of(full))) == (), "seven sessions, and none that could take it"
    held = Wanted(held=frozenset({Pattern.KNEE_EXTENSION}))
    assert told(moved(plan_of(week_of(ONE_DAY)), wanted=held)) == [
        (1, "back_squat", 4, True, "Arms", Weekday.THURSDAY)
    ]  # fmt: skip


def test_sessions_of_any_day_get_one_of_any_day() -> None:
    plan = plan_of(week_of({"Legs": ONE_DAY["Legs mon"]}))
    assert told(moved(plan)) == [(1, "leg_extension", 4, True, "new", None)]
    assert [one.weekday for one in next(iter(weeks_of(put_in(plan, moved(plan)))))[1].sessions] == [None, None]


def test_a_superset_of_which_one_goes_is_none_any_more() -> None:
    plan = plan_of(week_of(ONE_DAY))
    week = plan.blocks[0].weeks[0]
    pair = tuple(replace(one, group=1) if place else one for place, one in enumerate(week.sessions[0].entries))
    week = replace(week, sessions=(replace(week.sessions[0], entries=pair), *week.sessions[1:]))
    plan = replace(plan, blocks=(replace(plan.blocks[0], weeks=(week,)),))
    changed = put_in(plan, moved(plan))
    assert {each.group for one in changed.blocks[0].weeks[0].sessions for each in one.entries} == {None}


def test_lighter_weeks_stay_and_a_plan_that_changed_since_is_not_written_over() -> None:
    light = {"Legs mon": {"back_squat": "2x6-8 @4 RIR", "leg_extension": "2x12 @4 RIR", "leg_curl": "3x10"}}
    plan = plan_of(week_of(ONE_DAY), week_of(light))
    found = moved(plan)
    assert {one.number for one in found} == {1}
    for other in (remove(plan, Level.ENTRY, found[0].entry.id), put_in(plan, found), Plan()):
        with pytest.raises(UserError, match="changed since"):
            put_in(other, found)
    assert put_in(plan, ()) == plan


CELLS = st.builds(
    lambda sets, rir: f"{sets}x8-12{rir}", st.integers(1, 12), st.sampled_from(["", " @2 RIR", " @6 RIR"])
)
NAMES = st.sampled_from(["Legs mon", "Upper tue", "More thu", "Sat sat", "Free", "Any"])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.dictionaries(NAMES, st.dictionaries(st.sampled_from(sorted(LOOKUP.shares)), CELLS, max_size=5), min_size=1,
                        max_size=5),
        min_size=1, max_size=3,
    ),
    st.sampled_from(["quadriceps", "hamstrings", "glutes", "calves", "chest"]),
)  # fmt: skip
def test_whatever_goes_the_week_keeps_its_sets_and_no_session_gets_more_than_eight(
    days: list[dict[str, dict[str, str]]], muscle: str
) -> None:
    plan = plan_of(*(week_of(one) for one in days), deload=1)
    found = moved(plan, muscle)
    changed = put_in(plan, found)
    check_limits(changed)
    assert doubled_ids(changed) == ()
    for before, after in zip(count_plan(plan, LOOKUP), count_plan(changed, LOOKUP), strict=True):
        assert {key: one.total for key, one in after.muscles.items()} == pytest.approx(
            {key: one.total for key, one in before.muscles.items()}
        )
        assert after.region_sets == before.region_sets
    for move in found:
        assert move.sets >= 1 and (move.to is None or move.to.id != move.session.id)
    for (_, old), (_, new) in zip(weeks_of(plan), weeks_of(changed), strict=True):
        was = {one.id: _sets(one, muscle) for one in old.sessions}
        for one in new.sessions:
            assert _sets(one, muscle) <= max(was.get(one.id, 0.0), 8.0) + 1e-6
            assert all(each.prescription.sets >= 1 for each in one.entries)


def _sets(session: object, muscle: str) -> float:
    return sum(
        one.prescription.sets * LOOKUP.shares[one.exercise].get(muscle, 0)
        for one in session.entries  # type: ignore[attr-defined]
        if one.prescription.effort is None or one.prescription.effort.rir <= 4
    )
