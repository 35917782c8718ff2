"""Fixes carried out: each mends what it was offered for, in every week in which it holds, and breaks nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from fix_cases import LOOKUP, OF, mended
from legwork.domain.patterns import Pattern
from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.counting import count_plan
from legwork.domain.plan.edits import remove
from legwork.domain.plan.findings import CheckKey, Finding, Grade, Wanted
from legwork.domain.plan.fixes import carried_out, with_sets
from legwork.domain.plan.model import MAX_WEEKS, Block, BlockKind, Level, Plan, Week, Weekday, weeks_of
from legwork.domain.plan.prescription import straight
from legwork.domain.plan.rules import Double, Step
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from plan_cases import doubled_ids
from plan_samples import plan_of, week_of
from plan_strategies import numbered

LEGS_A = {"back_squat": "4x6-8", "leg_curl": "3x10", "calf_raise": "3x10"}
LEGS_B = {"rdl": "3x8", "split_squat": "3x8-12/side", "leg_extension": "2x12", "calf_raise": "3x12"}
UPPER = {"bench": "3x8", "row": "3x8", "pulldown": "3x10"}
GOOD = {"Legs A mon": LEGS_A, "Upper tue": UPPER, "Legs B thu": LEGS_B}


def found(plan: Plan, key: CheckKey, subject: str = "", wanted: Wanted | None = None) -> Finding:
    [one] = [
        one
        for one in check_plan(plan, LOOKUP, wanted or Wanted())
        if one.key is key and (not subject or one.subject == subject)
    ]
    return one


def without(days: dict[str, dict[str, str]], *exercises: str) -> dict[str, dict[str, str]]:
    return {name: {key: cell for key, cell in work.items() if key not in exercises} for name, work in days.items()}


def cells(plan: Plan, week: int, exercise: str) -> list[str]:
    """The cells of an exercise in a week, counted from 1."""
    return [
        format_cell(entry.prescription)
        for session in list(weeks_of(plan))[week - 1][1].sessions
        for entry in session.entries
        if entry.exercise == exercise
    ]


def test_an_exercise_that_is_missing_everywhere_comes_into_every_week() -> None:
    plan = plan_of(*[week_of(without(GOOD, "leg_curl"))] * 3, deload=1)
    one = found(plan, CheckKey.LEG_CURL)
    assert one.fix is not None and one.fix.sentence == "Add leg curls in every week"
    new = mended(plan, one.fix)
    assert [cells(new, week, "leg_curl") for week in (1, 2, 3, 4)] == [["3x8-12 @2 RIR"]] * 3 + [[]]
    assert found(new, CheckKey.LEG_CURL).grade is Grade.FINE
    assert doubled_ids(new) == ()
    names = [[one.name for one in week.sessions if one.entries[-1].exercise == "leg_curl"] for _, week in weeks_of(new)]
    assert names == [["Legs A"]] * 3 + [[]], "in the same session each week"


def test_an_exercise_that_other_weeks_have_comes_as_it_is_there() -> None:
    rule = Double(8, 12, Step(2.5))
    plan = plan_of(week_of(GOOD), week_of(without(GOOD, "leg_curl")))
    squat, curl, *rest = plan.blocks[0].weeks[0].sessions[0].entries
    curl = replace(curl, prescription=parse_cell("4x12 40kg @1 RIR", UnitSystem.METRIC), rule=rule)
    first = plan.blocks[0].weeks[0]
    first = replace(first, sessions=(replace(first.sessions[0], entries=(squat, curl, *rest)), *first.sessions[1:]))
    plan = replace(plan, blocks=(replace(plan.blocks[0], weeks=(first, plan.blocks[0].weeks[1])),))
    one = found(plan, CheckKey.LEG_CURL)
    assert one.fix is not None and one.fix.sentence == "Add leg curls in week 2"
    new = mended(plan, one.fix)
    assert cells(new, 2, "leg_curl") == ["4x12 40kg @1 RIR"]
    assert [e.rule for s in list(weeks_of(new))[1][1].sessions for e in s.entries if e.exercise == "leg_curl"] == [rule]


def test_a_leg_day_that_is_missing_goes_on_a_day_with_rest_around_it() -> None:
    plan = plan_of(*[week_of({"Legs mon": {**LEGS_A, **LEGS_B}, "Upper tue": UPPER})] * 2)
    new = mended(plan, found(plan, CheckKey.LEG_DAYS).fix)
    assert found(new, CheckKey.LEG_DAYS).grade is Grade.FINE
    assert found(new, CheckKey.LEG_REST).grade is Grade.FINE
    for _, week in weeks_of(new):
        assert [(one.name, one.weekday) for one in week.sessions] == [
            ("Legs", Weekday.MONDAY), ("Upper", Weekday.TUESDAY), ("Legs", Weekday.WEDNESDAY),
        ]  # fmt: skip


def test_two_leg_days_that_are_missing_come_at_once() -> None:
    plan = plan_of(week_of({"Upper tue": UPPER, "Arms fri": {"press": "3x8"}}))
    new = mended(plan, found(plan, CheckKey.LEG_DAYS).fix)
    assert found(new, CheckKey.LEG_DAYS).grade is Grade.FINE
    assert [cells(new, 1, one) for one in ("back_squat", "rdl")] == [["3x8-12 @2 RIR"]] * 2


def test_leg_days_in_a_row_are_pulled_apart_in_every_week() -> None:
    plan = plan_of(*[week_of({"A mon": LEGS_A, "B tue": LEGS_B, "Upper thu": UPPER})] * 3)
    one = found(plan, CheckKey.LEG_REST)
    assert one.fix is not None and one.fix.sentence == "Move Tuesday to Wednesday in every week"
    new = mended(plan, one.fix)
    assert found(new, CheckKey.LEG_REST).grade is Grade.FINE
    assert {week.sessions[1].weekday for _, week in weeks_of(new)} == {Weekday.WEDNESDAY}


def test_three_leg_days_in_a_row_need_one_move() -> None:
    plan = plan_of(week_of({"A mon": LEGS_A, "B tue": LEGS_B, "C wed": LEGS_A, "Upper thu": UPPER}))
    new = mended(plan, found(plan, CheckKey.LEG_REST).fix)
    assert found(new, CheckKey.LEG_REST).grade is Grade.FINE


def test_too_little_for_a_muscle_gets_as_many_sets_as_it_lacks() -> None:
    plan = plan_of(
        week_of(
            {**GOOD, "Legs A mon": {**LEGS_A, "calf_raise": "1x10"}, "Legs B thu": {**LEGS_B, "calf_raise": "2x12"}}
        )
    )
    one = found(plan, CheckKey.LEG_VOLUME, "calves")
    assert one.fix is not None and one.fix.sentence == "Add 2 sets for the calves in every week"
    new = mended(plan, one.fix)
    assert cells(new, 1, "calf_raise") == ["3x10", "2x12"], "the smaller one first"
    assert found(new, CheckKey.LEG_VOLUME, "calves").grade is Grade.FINE


def test_a_muscle_with_nothing_gets_an_exercise_on_both_leg_days() -> None:
    plan = plan_of(*[week_of(without(GOOD, "calf_raise"))] * 2)
    one = found(plan, CheckKey.LEG_VOLUME, "calves")
    assert one.fix is not None and one.fix.sentence == "Add calf raises in every week"
    new = mended(plan, one.fix)
    assert cells(new, 2, "calf_raise") == ["3x8-12 @2 RIR"] * 2 or cells(new, 2, "calf_raise") == [
        "3x8-12 @2 RIR", "2x8-12 @2 RIR",
    ]  # fmt: skip
    assert found(new, CheckKey.LEG_VOLUME, "calves").grade is Grade.FINE


def test_what_hurts_is_not_offered_for_a_muscle_but_what_else_trains_it_is() -> None:
    held = Wanted(held=frozenset({Pattern.SQUAT, Pattern.HINGE, Pattern.HIP_THRUST}))
    plan = plan_of(week_of({"A mon": {"leg_curl": "3x8", "calf_raise": "5x8"}, "B thu": {"leg_curl": "3x8", **UPPER}}))
    one = found(plan, CheckKey.LEG_VOLUME, "front of the thighs", held)
    assert one.fix is not None and one.fix.pattern is Pattern.LUNGE


def test_reps_change_where_there_are_most_sets_and_a_load_follows() -> None:
    heavy = {
        "A mon": {"back_squat": "5x3 90%", "calf_raise": "2x10"},
        "B thu": {"rdl": "3x3 100kg", "calf_raise": "2x25"},
    }
    plan = plan_of(*[week_of(heavy)] * 2)
    one = found(plan, CheckKey.LEG_REPS)
    assert one.fix is not None and one.fix.sentence == "Change 2 cells to 6 to 12 reps"
    new = mended(plan, one.fix)
    assert cells(new, 1, "back_squat") == cells(new, 2, "back_squat") == ["5x6-12 75%"], "6 reps more, 2.5 % each"
    assert cells(new, 1, "rdl") == ["3x3 100kg"], "most of the sets are inside already"
    assert found(new, CheckKey.LEG_REPS).grade is Grade.FINE


def test_a_load_stays_where_reps_fall_and_double_progression_gets_the_range() -> None:
    plan = plan_of(week_of({"A mon": {"back_squat": "5x25 60kg"}}))
    entry = replace(plan.blocks[0].weeks[0].sessions[0].entries[0], rule=Double(20, 30, Step(2.5)))
    session = replace(plan.blocks[0].weeks[0].sessions[0], entries=(entry,))
    plan = numbered(Plan("", (Block(0, weeks=(Week(0, (session,)),)),)))
    new = mended(plan, found(plan, CheckKey.LEG_REPS).fix)
    [one] = next(iter(weeks_of(new)))[1].sessions[0].entries
    assert (format_cell(one.prescription), one.rule) == ("5x6-12 60kg", Double(6, 12, Step(2.5)))


def test_sets_lost_over_the_weeks_come_back_in_all_of_them() -> None:
    less = {**GOOD, "Legs A mon": {**LEGS_A, "back_squat": "1x6-8"}}
    plan = plan_of(week_of(GOOD), *[week_of(less)] * 2)
    one = found(plan, CheckKey.LEG_TREND)
    assert one.fix is not None and one.fix.sentence == "Add sets for the legs in weeks 2 to 3"
    new = mended(plan, one.fix)
    assert found(new, CheckKey.LEG_TREND).grade is Grade.FINE
    assert cells(new, 3, "back_squat") == ["4x6-8"], "it is the squat that had lost them"


def test_an_upper_body_that_leads_is_taken_back_to_what_holds_it_and_the_legs_get_the_rest() -> None:
    days = {"A mon": {"back_squat": "3x8"}, "Upper tue": {**UPPER, "row": "5x8"}, "B thu": {"rdl": "3x8"}}
    plan = plan_of(*[week_of(days)] * 2)
    one = found(plan, CheckKey.NOT_INVERTED)
    assert one.fix is not None
    assert one.fix.sentence == "Take sets of the upper body away and add some for the legs in every week"
    new = mended(plan, one.fix)
    assert cells(new, 1, "row") == ["3x8"] and found(new, CheckKey.ROW).grade is Grade.FINE
    assert [(one.lower, one.upper) for one in count_plan(new, LOOKUP)] == [(9, 9)] * 2


def test_a_press_that_is_missing_brings_sets_for_the_legs_where_they_would_fall_behind() -> None:
    days = {"A mon": {"back_squat": "4x8"}, "Upper tue": without({"": UPPER}, "bench")[""], "B thu": {"rdl": "3x8"}}
    plan = plan_of(week_of(days))
    one = found(plan, CheckKey.PRESS)
    assert one.fix is not None and one.fix.sentence == "Add chest presses and sets for the legs in every week"
    new = mended(plan, one.fix)
    assert [(one.lower, one.upper) for one in count_plan(new, LOOKUP)] == [(9, 9)]


def test_a_press_comes_with_the_sets_that_hold_it_however_many_other_weeks_have() -> None:
    other = {**GOOD, "Upper tue": {**UPPER, "bench": "8x8"}}
    plan = plan_of(week_of(other), week_of(without(GOOD, "bench")))
    assert cells(mended(plan, found(plan, CheckKey.PRESS).fix), 2, "bench") == ["3x8"]


def test_sets_are_not_added_where_they_would_make_leg_days_in_a_row() -> None:
    days = {
        "Legs mon": {**LEGS_A, "calf_raise": "3x10"}, "Upper tue": {**UPPER, "calf_raise": "1x10"}, "Legs thu": LEGS_B,
    }  # fmt: skip
    days["Legs thu"] = without({"": LEGS_B}, "calf_raise")[""]
    plan = plan_of(week_of(days))
    wanted = Wanted(leg_sets=7.0)
    one = found(plan, CheckKey.LEG_VOLUME, "calves", wanted)
    new = mended(plan, one.fix)
    assert cells(new, 1, "calf_raise") == ["6x10", "2x10"], "a third set on Tuesday would make it a leg day"
    assert found(new, CheckKey.LEG_REST).grade is Grade.FINE
    assert found(new, CheckKey.LEG_VOLUME, "calves", wanted).grade is Grade.FINE


def test_a_rise_is_not_made_smaller_at_the_cost_of_a_muscle() -> None:
    few = {"Legs A mon": {"back_squat": "4x8", "leg_curl": "5x8"}, "Upper tue": UPPER, "Legs B thu": {"rdl": "3x8"}}
    more = {**few, "Legs B thu": {"rdl": "3x8", "calf_raise": "5x8", "leg_extension": "6x8"}}
    plan = plan_of(week_of(few), week_of(more))
    new = mended(plan, found(plan, CheckKey.JUMP).fix)
    assert cells(new, 2, "calf_raise") == ["5x8"], "four only hold the calves"
    assert (
        found(new, CheckKey.LEG_VOLUME, "calves").grade is not Grade.WARNING
        or found(plan, CheckKey.LEG_VOLUME, "calves").weeks == found(new, CheckKey.LEG_VOLUME, "calves").weeks
    )


def test_a_rise_is_made_smaller_through_the_following_weeks() -> None:
    more = {**GOOD, "Legs A mon": {**LEGS_A, "back_squat": "14x6-8"}}
    plan = plan_of(week_of(GOOD), *[week_of(more)] * 3)
    one = found(plan, CheckKey.JUMP)
    new = mended(plan, one.fix)
    assert [one.lower for one in count_plan(new, LOOKUP)] == [21, 27, 31, 31]
    assert found(new, CheckKey.JUMP).grade is Grade.FINE


def test_a_deload_parts_the_block_and_is_lighter() -> None:
    plan = plan_of(*[week_of({**GOOD, "Legs A mon": {"back_squat": "4x6 100kg @2 RIR"}})] * 8)
    new = mended(plan, found(plan, CheckKey.DELOAD).fix)
    assert [(one.kind, len(one.weeks)) for one in new.blocks] == [
        (BlockKind.ACCUMULATE, 6), (BlockKind.DELOAD, 1), (BlockKind.ACCUMULATE, 2),
    ]  # fmt: skip
    assert cells(new, 7, "back_squat") == ["2x6 90kg @4 RIR"]
    assert doubled_ids(new) == ()
    assert found(new, CheckKey.DELOAD).grade is Grade.FINE


def test_a_deload_at_the_end_of_a_block_leaves_no_empty_one() -> None:
    plan = plan_of(*[week_of(GOOD)] * 6)
    longer = numbered(replace(plan, blocks=(*plan.blocks, replace(plan.blocks[0], weeks=plan.blocks[0].weeks[:2]))))
    new = mended(longer, found(longer, CheckKey.DELOAD).fix)
    assert [len(one.weeks) for one in new.blocks] == [6, 1, 2]


def test_the_longest_plan_has_no_room_for_a_deload() -> None:
    assert found(plan_of(*[week_of(GOOD)] * MAX_WEEKS), CheckKey.DELOAD).fix is None


def test_a_part_that_has_gone_is_told() -> None:
    plan = plan_of(week_of(without(GOOD, "leg_curl")))
    fix = found(plan, CheckKey.LEG_CURL).fix
    assert fix is not None and fix.session_id is not None
    with pytest.raises(UserError, match="no longer there"):
        mended(remove(plan, Level.SESSION, fix.session_id), fix)


def test_sets_stay_within_what_a_cell_takes() -> None:
    assert with_sets(straight(3, 8), 30).sets == 20
    assert with_sets(straight(3, 8), -5).sets == 1


def test_a_pattern_is_asked_for_once() -> None:
    plan = plan_of(*[week_of(without(GOOD, "leg_curl"))] * 3)
    fix, asked = found(plan, CheckKey.LEG_CURL).fix, []
    assert fix is not None

    def choose(pattern: Pattern) -> str:
        asked.append(pattern)
        return OF[pattern]

    ids = count(10_000)
    carried_out(plan, fix, lambda: next(ids), choose)
    assert asked == [Pattern.LEG_CURL]
