"""The checks: a good plan has nothing to mend, each fault is found, told with its week, and comes with its fix."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from time import perf_counter

import pytest
from hypothesis import given

from legwork.domain.patterns import Pattern
from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.edits import replace_part
from legwork.domain.plan.findings import CheckKey, Finding, FixKind, Grade, Wanted
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, Weekday, check_limits
from legwork.domain.plan.rules import parse_rule
from legwork.domain.units import UnitSystem
from plan_strategies import LOOKUP, PLANS, numbered

MON, TUE, THU, SAT, SUN = Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY, Weekday.SUNDAY
LEGS_A = {"back_squat": "4x6-8", "leg_curl": "3x10", "calf_raise": "3x10"}
LEGS_B = {"rdl": "3x8", "split_squat": "3x8-12/side", "leg_extension": "2x12", "calf_raise": "3x12"}
UPPER = {"bench": "3x8", "row": "3x8", "pulldown": "3x10"}
_Days = list[tuple[Weekday | None, dict[str, str]]]


def _week(days: _Days) -> Week:
    return Week(
        0,
        tuple(
            Session(0, "", day, tuple(Entry(0, key, parse_cell(cell, UnitSystem.METRIC)) for key, cell in work.items()))
            for day, work in days
        ),
    )


def _plan(*weeks: _Days, deload_after: bool = False) -> Plan:
    blocks = [Block(0, BlockKind.ACCUMULATE, "", tuple(_week(one) for one in weeks))]
    if deload_after:
        blocks.append(Block(0, BlockKind.DELOAD, "", (_week([(MON, {"back_squat": "2x6"})]),)))
    return numbered(Plan("", tuple(blocks)))


def _good() -> _Days:
    return [(MON, dict(LEGS_A)), (TUE, dict(UPPER)), (THU, dict(LEGS_B))]


def _found(plan: Plan, key: CheckKey, subject: str = "", wanted: Wanted | None = None) -> Finding:
    found = [one for one in check_plan(plan, LOOKUP, wanted or Wanted()) if one.key is key]
    [one] = [one for one in found if not subject or one.subject == subject]
    return one


def test_a_good_plan_has_nothing_to_mend() -> None:
    found = check_plan(_plan(*[_good()] * 3, deload_after=True), LOOKUP)
    assert {one.key for one in found} == set(CheckKey)
    assert [one.sentence for one in found if one.grade is not Grade.FINE] == []
    assert all(one.fix is None and not one.weeks and one.why for one in found)


def test_nothing_is_said_of_nothing() -> None:
    assert check_plan(Plan(), LOOKUP) == ()
    assert check_plan(_plan([]), LOOKUP) == ()


def test_one_leg_day_is_too_few() -> None:
    days = [(MON, {**LEGS_A, **LEGS_B}), (TUE, UPPER)]
    one = _found(_plan(days, days), CheckKey.LEG_DAYS)
    assert (one.grade, one.weeks) == (Grade.WARNING, (1, 2))
    assert one.sentence == "Legs are trained on 1 day in every week: 2 to 3 are wanted."
    assert one.fix is not None
    assert (one.fix.kind, one.fix.pattern, one.fix.sentence) == (
        FixKind.ADD_EXERCISE, Pattern.SQUAT, "Add a leg day with squats in every week",
    )  # fmt: skip
    assert (one.fix.session_id, one.fix.weekday) == (None, Weekday.WEDNESDAY), "not on the day behind the leg day"
    days = [(MON, {**LEGS_A, **LEGS_B}), (THU, UPPER)]
    other = _found(_plan(days), CheckKey.LEG_DAYS)
    assert other.fix is not None and other.fix.session_id == 2


def test_four_leg_days_are_more_than_enough() -> None:
    days: _Days = [*_good(), (SAT, {"back_squat": "3x8"}), (None, {"rdl": "3x8"})]
    assert _found(_plan(days), CheckKey.LEG_DAYS).grade is Grade.HINT


@pytest.mark.parametrize(("first", "second", "moved_to"), [(MON, TUE, Weekday.WEDNESDAY), (SUN, MON, TUE)])
def test_leg_days_in_a_row_are_pulled_apart(first: Weekday, second: Weekday, moved_to: Weekday) -> None:
    plan = _plan(_good(), [(first, LEGS_A), (second, LEGS_B), (None, UPPER)])
    one = _found(plan, CheckKey.LEG_REST)
    assert (one.grade, one.weeks) == (Grade.WARNING, (2,))
    assert one.fix is not None
    assert (one.fix.kind, one.fix.session_id, one.fix.weekday) == (FixKind.MOVE_SESSION, 5, moved_to)


@pytest.mark.parametrize(
    ("key", "exercise", "pattern", "grade"),
    [
        (CheckKey.SQUAT, "back_squat", Pattern.SQUAT, Grade.WARNING),
        (CheckKey.HINGE, "rdl", Pattern.HINGE, Grade.WARNING),
        (CheckKey.SINGLE_LEG, "split_squat", Pattern.LUNGE, Grade.WARNING),
        (CheckKey.KNEE_EXTENSION, "leg_extension", Pattern.KNEE_EXTENSION, Grade.HINT),
        (CheckKey.LEG_CURL, "leg_curl", Pattern.LEG_CURL, Grade.HINT),
        (CheckKey.PRESS, "bench", Pattern.HORIZONTAL_PRESS, Grade.WARNING),
        (CheckKey.ROW, "row", Pattern.ROW, Grade.WARNING),
        (CheckKey.PULL, "pulldown", Pattern.PULLDOWN, Grade.WARNING),
    ],
)
def test_a_missing_movement_is_missed(key: CheckKey, exercise: str, pattern: Pattern, grade: Grade) -> None:
    without = [(day, {name: cell for name, cell in work.items() if name != exercise}) for day, work in _good()]
    one = _found(_plan(_good(), without), key)
    assert (one.grade, one.weeks) == (grade, (2,))
    assert one.sentence.endswith("in week 2.")
    assert one.fix is not None and (one.fix.kind, one.fix.pattern, one.fix.week_id) == (
        FixKind.ADD_EXERCISE, pattern, 2,
    )  # fmt: skip


def test_what_hurts_is_neither_missed_nor_offered() -> None:
    days = [(MON, {"leg_curl": "3x10", "rdl": "3x8"}), (THU, {"rdl": "3x8"}), (SAT, UPPER)]
    knee = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.LEG_PRESS, Pattern.KNEE_EXTENSION})
    found = check_plan(_plan(days), LOOKUP, Wanted(held=knee))
    assert {CheckKey.SQUAT, CheckKey.SINGLE_LEG, CheckKey.KNEE_EXTENSION}.isdisjoint(one.key for one in found)
    assert all(one.fix is None or one.fix.pattern not in knee for one in found)


def test_reps_far_from_the_practical_range_are_mentioned() -> None:
    days = [
        (day, {name: "4x3" if name in LEGS_A | LEGS_B else cell for name, cell in work.items()})
        for day, work in _good()
    ]
    one = _found(_plan(days), CheckKey.LEG_REPS)
    assert one.grade is Grade.HINT and one.sentence.startswith("Only 0 %")
    assert one.fix is not None and (one.fix.kind, one.fix.reps, one.fix.entry_id) == (FixKind.CHANGE_REPS, (6, 12), 3)


def test_a_muscle_that_is_only_held_is_named() -> None:
    days = [(day, {**work, "calf_raise": "2x10"} if "calf_raise" in work else work) for day, work in _good()]
    one = _found(_plan(days), CheckKey.LEG_VOLUME, "calves")
    assert one.grade is Grade.WARNING and one.sentence.startswith("4 hard sets for the calves in every week")
    assert one.fix is not None and (one.fix.kind, one.fix.sets) == (FixKind.ADD_SETS, 1)
    without = [(day, {name: cell for name, cell in work.items() if name != "calf_raise"}) for day, work in _good()]
    none = _found(_plan(without), CheckKey.LEG_VOLUME, "calves")
    assert none.fix is not None and none.fix.pattern is Pattern.CALF_RAISE
    assert _found(_plan(days), CheckKey.LEG_VOLUME, "glutes").grade is Grade.FINE


def test_leg_volume_that_falls_is_seen() -> None:
    less = _good()
    less[0] = (MON, {**LEGS_A, "back_squat": "1x8"})
    one = _found(_plan(_good(), less), CheckKey.LEG_TREND)
    assert one.sentence == "Leg volume falls from 21 to 18 sets in week 2." and one.weeks == (2,)
    assert one.fix is not None and (one.fix.kind, one.fix.sets) == (FixKind.ADD_SETS, 3)


def test_an_upper_body_with_too_little_gets_more() -> None:
    less = _good()
    less[1] = (TUE, {**UPPER, "row": "2x8"})
    one = _found(_plan(less), CheckKey.ROW)
    assert one.grade is Grade.HINT and one.fix is not None
    assert (one.fix.kind, one.fix.sets) == (FixKind.ADD_SETS, 1)


def test_an_inverted_plan_is_told() -> None:
    days = [(MON, {"back_squat": "3x8"}), (TUE, UPPER), (THU, {"rdl": "3x8"})]
    one = _found(_plan(days), CheckKey.NOT_INVERTED)
    assert one.grade is Grade.WARNING and one.sentence.endswith("every week: 9 against 6.")
    assert one.fix is not None and one.fix.sentence == "Add sets for the legs in every week", "the upper body is held"
    more = [(MON, {"back_squat": "3x8"}), (TUE, {**UPPER, "row": "6x8"}), (THU, {"rdl": "6x8"})]
    other = _found(_plan(more), CheckKey.NOT_INVERTED)
    assert other.fix is not None and (other.fix.kind, other.fix.sets) == (FixKind.REMOVE_SETS, 3)


def test_a_jump_beyond_the_limit_is_told() -> None:
    more = _good()
    more[0] = (MON, {**LEGS_A, "back_squat": "11x8"})
    plan = _plan(_good(), more)
    one = _found(plan, CheckKey.JUMP)
    assert one.sentence == "Sets for the legs rise from 21 to 28 in week 2, more than 30 %."
    assert one.fix is not None and (one.fix.kind, one.fix.sets) == (FixKind.REMOVE_SETS, 1)
    assert _found(plan, CheckKey.JUMP, wanted=Wanted(jump=0.4)).grade is Grade.FINE


def test_after_a_deload_the_week_before_it_counts() -> None:
    plan = _plan(_good(), deload_after=True)
    again = numbered(replace(plan, blocks=(*plan.blocks, plan.blocks[0])))
    assert _found(again, CheckKey.JUMP).grade is Grade.FINE
    assert _found(again, CheckKey.LEG_TREND).grade is Grade.FINE


@pytest.mark.parametrize(("weeks", "grade"), [(6, Grade.FINE), (7, Grade.HINT)])
def test_a_long_plan_has_a_deload(weeks: int, grade: Grade) -> None:
    one = _found(_plan(*[_good()] * weeks), CheckKey.DELOAD)
    assert one.grade is grade
    if one.fix is not None:
        assert (one.fix.kind, one.fix.week_id) == (FixKind.ADD_DELOAD, 6)
    assert _found(_plan(*[_good()] * weeks, deload_after=True), CheckKey.DELOAD).grade is Grade.FINE


def test_one_deload_is_not_enough_for_a_long_plan() -> None:
    one = _found(_plan(*[_good()] * 9, deload_after=True), CheckKey.DELOAD)
    assert one.grade is Grade.HINT and one.sentence.startswith("9 weeks follow each other without a deload")
    assert one.fix is not None and one.fix.week_id == 8


def test_weeks_that_never_ask_for_more_are_named() -> None:
    still = _found(_plan(*[_good()] * 4), CheckKey.LEG_TREND)
    assert still.grade is Grade.HINT and still.sentence.startswith("Nothing makes the leg work rise")
    assert _found(_plan(*[_good()] * 3), CheckKey.LEG_TREND).grade is Grade.FINE, "three weeks are a beginning"
    going = _plan(*[_good()] * 4)
    block = going.blocks[0]
    first = block.weeks[0].sessions[0].entries[0]
    going = replace_part(going, replace(first, rule=parse_rule("double 8-12 +2.5kg")))
    assert _found(going, CheckKey.LEG_TREND).grade is Grade.FINE


@given(PLANS)
def test_every_finding_can_be_read_and_points_into_the_plan(plan: Plan) -> None:
    weeks = {week.id: week for block in plan.blocks for week in block.weeks}
    for one in check_plan(plan, LOOKUP):
        assert one.sentence.endswith(".") and one.why.endswith(".") and "{" not in one.sentence
        assert set(one.weeks) <= weeks.keys()
        assert (one.grade is Grade.FINE) == (not one.weeks)
        if one.fix is not None:
            assert one.fix.week_id in weeks
            sessions = {each.id: each for each in weeks[one.fix.week_id].sessions}
            assert one.fix.session_id is None or one.fix.session_id in sessions
            entries = {each.id for session in sessions.values() for each in session.entries}
            assert one.fix.entry_id is None or one.fix.entry_id in entries


def test_the_largest_plan_is_checked_in_the_time_of_a_few_passes() -> None:
    """40 weeks of 7 days with 15 exercises, against a tenth of it: nothing may be quadratic."""
    cells = [entry for work in (LEGS_A, LEGS_B, UPPER) for entry in work.items()]
    days: _Days = [(day, {}) for day in Weekday]
    fifteen = (cells * 2)[:15]
    ids = count(1)

    def sized(weeks: int) -> Plan:
        whole = _week(days)
        work = tuple(Entry(next(ids), key, parse_cell(cell, UnitSystem.METRIC)) for key, cell in fifteen)
        sessions = tuple(replace(one, entries=work) for one in whole.sessions)
        return numbered(Plan("", (Block(0, weeks=(Week(0, sessions),) * weeks),)))

    def seconds(plan: Plan) -> float:
        times = []
        for _ in range(5):
            start = perf_counter()
            check_plan(plan, LOOKUP)
            times.append(perf_counter() - start)
        return min(times)

    large = sized(40)
    check_limits(large)
    assert sum(len(one.entries) for block in large.blocks for week in block.weeks for one in week.sessions) == 4200
    assert seconds(large) < 25 * seconds(sized(4))
