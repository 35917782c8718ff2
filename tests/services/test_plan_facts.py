"""What a plan comes to: weeks are counted once, muscles beside their bands, tonnage, days and minutes in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.counting import Lookup, count_plan
from legwork.domain.plan.edits import remove
from legwork.domain.plan.model import Level, Plan, weeks_of
from legwork.domain.plan_brief import PlanBrief, Upper, brief
from legwork.domain.sites import Region
from legwork.domain.standing import Legs
from legwork.domain.units import UnitSystem
from legwork.services.catalogue import catalogue
from legwork.services.plan_facts import PlanCounter, WeekFacts, course_of, load_text, week_facts
from legwork.services.plan_lookup import lookup_from
from legwork.services.plan_volumes import Effect, VolumeRow, effect_of, volume_rows
from plan_samples import plan_of, week_of

LOOKUP = lookup_from(catalogue(), {"squat": 140.0}, 80.0)
BEHIND = brief({}, Legs.BEHIND, ())
DAYS = {
    "Legs A mon": {"squat": "4x6 100kg", "leg_extension": "3x10 @2 RIR", "deadlift": "2x5 120kg"},
    "Upper wed": {"bench_press": "3x8 60kg", "row": "3x8 50kg", "pull_up": "3x5"},
    "Legs B fri": {"leg_press": "3x10 150kg", "seated_leg_curl": "3x10 40kg"},
}


def _facts(plan: Plan, aims: PlanBrief | None = BEHIND, lookup: Lookup = LOOKUP) -> WeekFacts:
    _, week = next(iter(weeks_of(plan)))
    found = week_facts(plan, week.id, count_plan(plan, lookup), lookup, catalogue(), aims, UnitSystem.METRIC)
    assert found is not None
    return found


def _row(facts: WeekFacts, muscle: Muscle) -> VolumeRow:
    [found] = [one for one in facts.rows if one.muscle is muscle]
    return found


def test_a_muscle_says_what_it_gets_from_what_and_what_that_does() -> None:
    row = _row(_facts(plan_of(week_of(DAYS))), Muscle.QUADRICEPS)
    assert (row.direct, row.indirect, row.number, row.band, row.holds_from) == (10, 1, "11", (6, 10), 3)
    assert (row.effect, row.words, row.region) == (Effect.GROWS, "grows", Region.LOWER)
    assert [one.text for one in row.sources] == [
        "Back squat 4", "Leg extension 3", "Leg press 3", "Deadlift 1 (half counted)",
    ]  # fmt: skip
    assert row.spoken == (
        "Front of the thighs: 11 hard sets, grows; 10 direct and 1 indirect. "
        "From: Back squat 4, Leg extension 3, Leg press 3, Deadlift 1 (half counted). Wanted: 6 to 10 hard sets."
    )


def test_what_trains_it_directly_is_named_first() -> None:
    days = {"A": {"squat": "1x8", "deadlift": "6x5"}}
    row = _row(_facts(plan_of(week_of(days))), Muscle.QUADRICEPS)
    assert [one.text for one in row.sources] == ["Back squat 1", "Deadlift 3 (half counted)"]


def test_what_the_legs_do_not_get_is_seen_and_other_muscles_without_sets_are_not() -> None:
    facts = _facts(plan_of(week_of(DAYS)))
    calves = _row(facts, Muscle.CALVES)
    assert (calves.total, calves.effect) == (0.75, Effect.BELOW), "a quarter of the leg curls"
    assert Muscle.NECK not in [one.muscle for one in facts.rows]
    bare = _facts(plan_of(week_of({"Upper": {"bench_press": "3x8"}})))
    legs = [one for one in bare.rows if one.region is Region.LOWER]
    assert [one.muscle for one in legs] == [Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CALVES]
    assert {one.words for one in legs} == {"none"}
    assert legs[0].spoken == "Front of the thighs: no hard sets. Wanted: 6 to 10 hard sets."
    assert [one.region for one in bare.rows] == sorted(
        (one.region for one in bare.rows), key=lambda one: one != "lower"
    )


@pytest.mark.parametrize(
    ("sets", "effect"),
    [
        (0, Effect.NONE),
        (2.75, Effect.BELOW),
        (3, Effect.HOLDS),
        (4, Effect.HOLDS),
        (4.5, Effect.GROWS),
        (20, Effect.GROWS),
        (20.5, Effect.MUCH),
    ],
)
def test_what_sets_do(sets: float, effect: Effect) -> None:
    assert effect_of(sets) is effect


@pytest.mark.parametrize(
    ("upper", "band"), [(Upper.KEEP, (3, 4)), (Upper.AS_NOW, None), (Upper.GROW, (6, 10)), (None, None)]
)
def test_the_band_of_the_upper_body_follows_the_brief(upper: Upper | None, band: tuple[int, int] | None) -> None:
    aims = PlanBrief(BEHIND.sets, upper, BEHIND.lifts, frozenset())
    facts = _facts(plan_of(week_of(DAYS)), aims)
    assert _row(facts, Muscle.CHEST).band == band
    assert _row(facts, Muscle.LOWER_BACK).band is None, "the trunk is neither"


def test_legs_that_lead_are_held_by_fewer_sets_and_a_muscle_that_hurts_has_no_band() -> None:
    lead = _row(_facts(plan_of(week_of({"A": {"squat": "2x6"}})), brief({}, Legs.AHEAD, ())), Muscle.QUADRICEPS)
    assert (lead.band, lead.holds_from, lead.effect) == ((2, 3), 2, Effect.HOLDS)
    hurt = brief({}, Legs.BEHIND, (Pattern.CALF_RAISE,))
    assert _row(_facts(plan_of(week_of(DAYS)), hurt), Muscle.CALVES).band is None


def test_the_week_in_words() -> None:
    facts = _facts(plan_of(week_of(DAYS), week_of({})))
    assert facts.title == "Week 1 of 2, accumulate"
    assert (facts.leg_days, facts.leg_days_text, facts.leg_days_fine) == (2, "2 leg days (2 to 3 wanted)", True)
    squat, leg_press, curl, deadlift = 4 * 6 * 100, 30 * 150, 30 * 40, 2 * 5 * 120
    assert facts.tonnage.lower_kg == squat + leg_press + curl + deadlift
    assert facts.tonnage.upper_kg == 24 * 60 + 24 * 50 + 15 * 80 * BODY_SHARE
    assert facts.tonnage.lower_text == "9\u202f300\u202fkg".replace("\u202fkg", " kg")
    assert facts.tonnage.words == "3 sets have no known load and are not in it."
    assert [(one.name, one.legs) for one in facts.sessions] == [("Legs A", True), ("Upper", False), ("Legs B", True)]
    minutes = (60 + 4 * (24 + 120) + 60 + 3 * (40 + 120) + 60 + 2 * (20 + 120)) / 60
    assert facts.sessions[0].minutes == pytest.approx(minutes)
    assert facts.sessions[0].text == "~25 min"


BODY_SHARE = LOOKUP.body_shares["pull_up"]


def test_sessions_without_a_name_are_called_by_their_day_or_place() -> None:
    facts = _facts(plan_of(week_of({" tue": {"squat": "3x5"}, "": {}})))
    assert [(one.name, one.text) for one in facts.sessions] == [
        ("Tuesday", "~10 min"),
        ("Session 2", "nothing yet"),
    ]


def test_an_exercise_that_nobody_knows_is_named() -> None:
    facts = _facts(plan_of(week_of({"A": {"Moon jumps": "3x5", "squat": "3x5"}})))
    assert facts.unknown == ("Moon jumps",)
    assert facts.unknown_text == "Moon jumps is not in the catalogue: its sets count for no muscle."


def test_pounds_for_those_who_think_in_pounds() -> None:
    assert load_text(1000.0, UnitSystem.IMPERIAL) == "2\u202f205 lb"
    assert load_text(0.0, UnitSystem.METRIC) == "0 kg"


def test_the_course_has_every_week() -> None:
    plan = plan_of(week_of(DAYS), week_of({"A": {"squat": "3x5"}}), deload=1)
    points = course_of(plan, count_plan(plan, LOOKUP))
    assert [(one.number, one.lower, one.upper) for one in points] == [(1, 15, 9), (2, 3, 0), (3, 0, 0)]
    assert points[1].spoken == "Week 2, accumulate: 3 hard sets for the legs, 0 for the upper body."
    assert points[2].spoken.startswith("Week 3, deload")


def test_a_week_that_has_gone_has_no_facts() -> None:
    plan = plan_of(week_of(DAYS))
    assert week_facts(plan, 99, count_plan(plan, LOOKUP), LOOKUP, catalogue(), None, UnitSystem.METRIC) is None


def test_only_weeks_that_changed_are_counted_again() -> None:
    plan = plan_of(*[week_of(DAYS)] * 3)
    counter = PlanCounter()
    before = counter.counts(plan, LOOKUP)
    assert before == count_plan(plan, LOOKUP)
    first_of_second = list(weeks_of(plan))[1][1].sessions[0].entries[0]
    changed = remove(plan, Level.ENTRY, first_of_second.id)
    after = counter.counts(changed, LOOKUP)
    assert after == count_plan(changed, LOOKUP)
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]
    heavier = replace(LOOKUP, max_kg={})
    assert counter.counts(changed, heavier)[0] is not after[0], "another lookup, other sums"
    assert counter.counts(Plan(), heavier) == ()


def test_rows_without_a_brief_have_no_band() -> None:
    count = count_plan(plan_of(week_of(DAYS)), LOOKUP)[0]
    assert all(one.band is None for one in volume_rows(count, LOOKUP, str, None))
