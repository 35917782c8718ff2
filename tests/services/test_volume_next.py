"""What follows from a week: worked by hand from log, plan and answers, and what would become of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.log.autoregulate import Recovery, Soreness
from legwork.domain.log.week_answers import Answer, Group
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.counting import count_plan
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.model import BlockKind, Plan, check_limits, weeks_of
from legwork.domain.plan_brief import GROW, Upper, brief
from legwork.domain.standing import Legs
from legwork.services.volume_next import WeekProposal, WeekView, judged, taken
from log_cases import workout
from plan_cases import doubled_ids
from volume_cases import ALL_WELL, AT, LOOKUP, RISING, START, STILL_QUADS, WELL, easy_plan, facts, plan_text, trained


def told(view: WeekView) -> list[tuple[str, str, str, str]]:
    return [(one.head, one.what, one.reason, one.where) for one in view.proposals]


def put_in(plan: Plan, one: WeekProposal) -> Plan:
    ids = count(10_000)
    return taken(plan, one, LOOKUP, lambda: next(ids))


def cells(plan: Plan, exercise: str) -> list[str]:
    return [
        format_cell(entry.prescription)
        for _, week in weeks_of(plan)
        for session in week.sessions
        for entry in session.entries
        if entry.exercise == exercise
    ]


def test_no_better_two_weeks_after_a_lighter_one_and_well_recovered_is_two_sets_more() -> None:
    """Quadriceps: 4 + 3 = 7 sets planned, band 6 to 10, 30 % of 7 are 2.1: two more. Others get better."""
    plan = easy_plan()
    view = judged(facts(trained(plan, AT + 1, STILL_QUADS), AT, plan, ALL_WELL))
    assert told(view) == [
        (
            "Front of the thighs", "2 sets more a week", "Its lifts did not get better, and it recovered well.",
            "Leg extension on Thursday: 3 to 5 sets, weeks 11 to 14.",
        ),
    ]  # fmt: skip
    changed = put_in(plan, view.proposals[0])
    assert [one[0] for one in cells(changed, "leg_extension")] == list("33333333335555")
    assert cells(changed, "squat") == cells(plan, "squat")


def test_not_rested_or_not_said_leaves_the_sets() -> None:
    plan = easy_plan()
    done = trained(plan, AT + 1, STILL_QUADS)
    for answer in (Answer(Soreness.NONE, Recovery.FAIR), Answer(Soreness.JUST, Recovery.GOOD), Answer()):
        view = judged(facts(done, AT, plan, {Group.QUADRICEPS: answer, Group.CALVES: WELL}))
        assert [one.head for one in view.proposals] == []
        assert any("not much to spare" in line and "Front of the thighs" in line for line in view.left)


def test_still_sore_and_worn_out_is_two_sets_fewer_and_one_of_them_is_one() -> None:
    plan = plan_text()
    done = trained(plan, 3, RISING)
    both = {**ALL_WELL, Group.HAMSTRINGS: Answer(Soreness.STILL, Recovery.POOR)}
    [one] = judged(facts(done, 2, plan, both)).proposals
    assert (one.head, one.what, one.reason) == (
        "Back of the thighs", "2 sets fewer a week", "It was still sore and you were worn out.",
    )  # fmt: skip
    assert one.where == "Lying leg curl on Thursday: 6 to 4 sets, weeks 4 to 8."
    sore = {**ALL_WELL, Group.HAMSTRINGS: Answer(Soreness.STILL, Recovery.GOOD)}
    [one] = judged(facts(done, 2, plan, sore)).proposals
    assert one.what == "1 set fewer a week"


def test_a_rise_that_was_taken_is_not_proposed_again_in_the_same_week() -> None:
    plan = easy_plan()
    asked = facts(trained(plan, AT + 1, STILL_QUADS), AT, plan, ALL_WELL)
    changed = put_in(plan, judged(asked).proposals[0])
    again = judged(replace(asked, stored=replace(asked.stored, plan=changed)))
    assert again.proposals == () and any("the plan adds sets already" in line for line in again.left)


def test_sets_that_were_left_out_come_before_more_of_them() -> None:
    plan = easy_plan()
    done = trained(plan, AT, STILL_QUADS)
    part = {"squat": ["100x6@2"] * 3, "leg_extension": ["50x8@2"] * 2}
    done.append(workout(START + timedelta(weeks=AT), part, list(weeks_of(plan))[AT][1].sessions[0].id))
    view = judged(facts(done, AT, plan, ALL_WELL))
    assert view.proposals == ()
    assert view.left[0] == "Front of the thighs and glutes: fewer sets were done than planned: those come first."


def test_two_weeks_are_too_early_and_so_is_the_first_week_after_a_break() -> None:
    plan = plan_text(12)
    view = judged(facts(trained(plan, 2, STILL_QUADS), 1, plan, ALL_WELL))
    assert view.proposals == () and view.stalls == ()
    assert view.early == "Too early to propose anything: 2 weeks of training in a row so far, and it takes 3."
    back = judged(facts(trained(plan, 8, STILL_QUADS, frozenset({4, 5, 6})), 7, plan, ALL_WELL))
    assert back.proposals == () and back.early.startswith("Too early to propose anything: 1 week of training")


def test_a_muscle_that_was_begun_two_weeks_ago_is_too_early_alone() -> None:
    plan = plan_text(12)
    done = [
        replace(one, exercises=tuple(each for each in one.exercises if each.exercise != "standing_calf_raise"))
        if one.day < START + timedelta(weeks=4)
        else one
        for one in trained(plan, 6, RISING)
    ]
    sore = {**ALL_WELL, Group.CALVES: Answer(Soreness.STILL), Group.HAMSTRINGS: Answer(Soreness.STILL)}
    view = judged(facts(done, 5, plan, sore))
    assert [one.head for one in view.proposals] == ["Back of the thighs"]
    assert "Calves: too early to tell, so the sets stay." in view.left


def test_a_break_is_no_stall() -> None:
    plan = plan_text(12)
    lower = {**RISING, "squat": ["120x6@2"] * 4 + ["100x6@2", "102x6@2", "104x6@2", "106x6@2", "108x6@2"]}
    done = trained(plan, 10, lower, frozenset({4, 5, 6}))
    assert judged(facts(done, 9, plan, ALL_WELL)).stalls == ()


def test_stalled_lifts_are_a_lighter_week_of_these_muscles_in_the_coming_week() -> None:
    plan = plan_text(14)
    done = trained(plan, AT + 1, STILL_QUADS)
    view = judged(facts(done, AT, plan, ALL_WELL))
    [one] = view.proposals
    assert (one.head, one.what) == ("A lighter week", "week 11, front of the thighs")
    assert one.reason.startswith("Back squat and Leg extension did not get better in 9 weeks of training")
    assert one.where == (
        "About half the sets with the same loads, 4 reps left: Back squat 4 to 2 and Leg extension 3 to 2."
    )
    assert view.stalls == ("front of the thighs (Back squat and Leg extension, 9 weeks)",)
    assert any("first a lighter week" in line for line in view.left)
    changed = put_in(plan, one)
    assert cells(changed, "squat")[9:12] == ["4x6-8 100kg @2 RIR", "2x6-8 100kg @4 RIR", "4x6-8 100kg @2 RIR"]
    assert cells(changed, "lying_leg_curl") == cells(plan, "lying_leg_curl")
    asked = facts(done, AT, plan, ALL_WELL)
    after = judged(replace(asked, stored=replace(asked.stored, plan=changed)))
    assert not any(one.head == "A lighter week" for one in after.proposals), "it has one coming"


def test_after_the_lighter_week_counting_begins_anew() -> None:
    plan = plan_text(14)
    asked = facts(trained(plan, AT + 1, STILL_QUADS), AT, plan, ALL_WELL)
    changed = put_in(plan, judged(asked).proposals[0])
    done = trained(changed, 13, {**STILL_QUADS, "squat": ["100x7@2"] + ["100x6@2"] * 13})
    view = judged(facts(done, 12, changed, ALL_WELL))
    assert [one.head for one in view.proposals if one.topic == "deload"] == []


def test_most_of_it_stalled_is_a_lighter_week_for_everything() -> None:
    plan = plan_text(14)
    flat = {key: ["100x8@2", "100x7@2"] for key in RISING}
    [one] = judged(facts(trained(plan, AT + 1, flat), AT, plan, ALL_WELL)).proposals
    assert one.what == "week 11, everything" and one.muscles is None
    changed = put_in(plan, one)
    assert [block.kind for block in changed.blocks] == [
        BlockKind.ACCUMULATE, BlockKind.DELOAD, BlockKind.ACCUMULATE,
    ]  # fmt: skip
    assert len(list(weeks_of(changed))) == 14 and cells(changed, "bench_press")[10] == "2x8 80kg @4 RIR"


def test_a_deload_that_the_plan_has_coming_needs_no_other() -> None:
    plan = plan_text(14, deload_after=AT + 1)
    flat = {key: ["100x8@2", "100x7@2"] for key in RISING}
    view = judged(facts(trained(plan, AT + 1, flat), AT, plan, ALL_WELL))
    assert [one for one in view.proposals if one.topic == "deload"] == []


def test_the_upper_body_that_shall_only_be_held_is_no_stall() -> None:
    plan = plan_text(14)
    flat = {**RISING, "bench_press": ["80x8@2", "80x7@2"]}
    done = trained(plan, AT + 1, flat)
    held = judged(facts(done, AT, plan, ALL_WELL))
    assert held.stalls == () and held.proposals == ()
    grown = replace(brief({}, Legs.BEHIND, ()), upper=Upper.GROW)
    assert judged(facts(done, AT, plan, ALL_WELL, grown)).stalls == ("chest (Bench press, 9 weeks)",)


def test_a_week_of_deload_tells_nothing() -> None:
    plan = plan_text(8, deload_after=3)
    plan = replace(plan, blocks=(plan.blocks[0], replace(plan.blocks[1], weeks=plan.blocks[1].weeks[:1])))
    sore = {**ALL_WELL, Group.QUADRICEPS: Answer(Soreness.STILL, Recovery.POOR)}
    view = judged(facts(trained(plan, 4, RISING), 3, plan, sore))
    assert view.proposals == () and any("a lighter week tells nothing" in line for line in view.left)


def test_history_without_reps_left_yields_no_fall() -> None:
    plan = plan_text(14)
    tired = {
        **RISING,
        "squat": ["100x10"] * 8 + ["100x6"] * 2,
        "leg_extension": ["50x12"] * 8 + ["50x7"] * 2,
    }
    view = judged(facts(trained(plan, AT + 1, tired), AT, plan, {Group.CALVES: WELL}))
    assert [one.topic for one in view.proposals] == ["deload"] and "weaker" not in " ".join(view.left)
    assert "did not get better in 9 weeks" in view.proposals[0].reason
    known = dict.fromkeys(("squat", "leg_extension"), ["100x10@0"] * 8 + ["100x6@0"] * 2)
    found = judged(facts(trained(plan, AT + 1, {**tired, **known}), AT, plan, {Group.CALVES: WELL}))
    [deload] = found.proposals
    fewer = judged(replace(facts(trained(plan, AT + 1, {**tired, **known}), AT, plan, {Group.CALVES: WELL}),
                           refused={deload.topic: frozenset({deload.key})}))  # fmt: skip
    assert [(one.what, one.reason) for one in fewer.proposals] == [("1 set fewer a week", "Its lifts got weaker.")]


def test_a_log_of_other_days_and_strange_exercises_yields_nothing() -> None:
    odd = [workout(START + timedelta(days=after), {"unheard_of": ["40x10", "1000x1"]}) for after in range(0, 28, 2)]
    view = judged(facts(odd, 3, plan_text(), ALL_WELL))
    assert view.groups == () and view.proposals == () and view.stalls == ()
    nothing = judged(facts([], 3, None, ALL_WELL))
    assert nothing.proposals == () and nothing.early


SETS = st.lists(st.sampled_from(["60x8@2", "62.5x8@2", "60x6@0", "80x5", "w 40x5", "60x8@5"]), min_size=1, max_size=3)
WEEKS = st.lists(st.dictionaries(st.sampled_from(sorted(RISING)), SETS, max_size=5), min_size=1, max_size=9)
ANSWERS = st.builds(Answer, st.none() | st.sampled_from(Soreness), st.none() | st.sampled_from(Recovery))


@settings(max_examples=40, deadline=None)
@given(
    WEEKS, st.dictionaries(st.sampled_from(Group), ANSWERS), st.sampled_from([GROW, (4, 6), (2, 3)]),
    st.sampled_from(Upper), st.sampled_from([0.1, 0.3]),
)  # fmt: skip
def test_any_proposal_taken_leaves_a_plan_within_its_limits(
    weeks: list[dict[str, list[str]]],
    answers: dict[Group, Answer],
    band: tuple[int, int],
    upper: Upper,
    jump: float,
) -> None:
    plan = plan_text(10)
    done = []
    for at, work in enumerate(weeks):
        session = list(weeks_of(plan))[at][1].sessions[0]
        if work:
            done.append(workout(START + timedelta(weeks=at), work, session.id))
    asked = brief({}, Legs.BEHIND, ())
    asked = replace(asked, sets=dict.fromkeys(asked.sets, band), upper=upper)
    found = facts(done, len(weeks) - 1, plan, answers, asked)
    found = replace(found, aims=replace(found.aims, wanted=replace(found.aims.wanted, jump=jump)))
    before = count_plan(plan, LOOKUP)
    for one in judged(found).proposals:
        changed = put_in(plan, one)
        check_limits(changed)
        assert doubled_ids(changed) == () and changed != plan and one.reason.endswith(".")
        for old, new in zip(before, count_plan(changed, LOOKUP), strict=True):
            for key, sums in old.muscles.items():
                was, now = sums.total, new.muscles[key].total if key in new.muscles else 0.0
                highest = {muscle.value: top for muscle, (_, top) in asked.sets.items()}.get(key, 99.0)
                assert now <= max(was, highest) + 1e-6 and now <= max(was + 1, was * (1 + jump)) + 1e-6


def test_the_usual_limit_is_that_of_the_checks() -> None:
    assert Wanted().jump == pytest.approx(0.3)
