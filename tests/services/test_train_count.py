"""What a period comes to: worked by hand, and every number just what the sets behind it bring."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from done_workouts import AddWorkout
from helpers import MONDAY, TUESDAY, day, opened, somebody
from legwork.domain.log.model import Workout
from legwork.domain.log.sums import week_count
from legwork.domain.measures import Family, Measure
from legwork.domain.muscles import Muscle
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.check_ins import RecordReadings
from legwork.services.log_sums import counted_log
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person, everybody
from legwork.services.plan_lookup import counting_lookup, lookup_of
from legwork.services.plans import AddPlan, StoredPlan, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.sample import ensure_sample
from legwork.services.sets_behind import answer, number_words
from legwork.services.train_count import Holding, MuscleCount, Number, PeriodCount, RegionCount, count_period, holding
from legwork.services.train_periods import Stretch, period_at
from legwork.services.training_measures import TrainingLog
from legwork.services.workouts import workouts_of
from log_strategies import FIRST_DAY, LOGS
from workout_texts import add_workout, did

TODAY = MONDAY + timedelta(days=6)


def numbers(count: PeriodCount) -> Iterator[Number]:
    """Every number of the log that the card shows."""
    for one in count.regions:
        yield from (one.tonnage, one.hard)
    for each in count.muscles:
        yield from (each.direct, each.indirect)
    yield count.leg_days
    yield from (one for one in (count.unknown, count.nameless) if one is not None)


def check(profile: Profile, person: Person, count: PeriodCount) -> int:
    """Every number is what the sets behind it bring, in the same words; answers with how many have some."""
    lookup, some = counting_lookup(profile, person), 0
    for one in numbers(count):
        if one.question is None:
            assert one.value == 0
            continue
        found = answer(profile, person, lookup, one.question)
        assert found.rows and found.number == math.fsum(row.brings for row in found.rows)
        assert found.number == pytest.approx(one.value, rel=1e-12)
        assert found.total == number_words(one.question.what, one.value, person.units)
        assert found.total.startswith(one.text)
        some += 1
    return some


def counted(
    profile: Profile,
    person: Person,
    stretch: Stretch = Stretch.WEEK,
    when: date = MONDAY,
    plan: StoredPlan | None = None,
    known: Holding | None = None,
) -> PeriodCount:
    """The period of a day."""
    catalogue = catalogue_of(profile, person.id)
    lookup = lookup_of(profile, person, TODAY, catalogue)
    period = period_at(stretch, when, plan, TODAY)
    return count_period(profile, person, period, plan, lookup, catalogue, known or Holding())


def region(count: PeriodCount, which: Region | None) -> RegionCount:
    """One of the regions."""
    return next(one for one in count.regions if one.region is which)


def muscle(count: PeriodCount, which: Muscle) -> MuscleCount:
    """One of the muscles."""
    return next(one for one in count.muscles if one.muscle is which)


@settings(max_examples=30, deadline=None)
@given(LOGS, st.sampled_from(Stretch), st.integers(0, 40), st.booleans())
def test_every_number_of_any_log_is_what_the_sets_behind_it_bring(
    log: tuple[Workout, ...], stretch: Stretch, at: int, weighed: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = opened(Path(folder))
        person = somebody(profile, units=UnitSystem.IMPERIAL if at % 2 else UnitSystem.METRIC)
        if weighed:
            profile.apply(RecordReadings(person.id, (day(FIRST_DAY + timedelta(days=9), body_weight="83.3"),)))
        for one in log:
            profile.apply(AddWorkout(person.id, one))
        check(profile, person, counted(profile, person, stretch, FIRST_DAY + timedelta(days=at)))
        profile.close()


def test_every_number_of_the_sample_is_what_the_sets_behind_it_bring(profile: Profile) -> None:
    ensure_sample(profile, TODAY)
    [sam] = everybody(profile)
    [info] = plans_of(profile, sam.id)
    plan = plan_of(profile, info.id)
    some = 0
    for stretch in Stretch:
        for back in (3, 10, 24, 60, 200):
            some += check(profile, sam, counted(profile, sam, stretch, TODAY - timedelta(days=back), plan))
    assert some > 200


def test_a_week_by_hand(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, body_weight="80"),)))
    add_workout(
        profile, person, MONDAY, did("squat", "w 60x8", "100x8@2", "100x8@2", "100x8@2", "100x8@6 RIR"),
        did("split_squat", "L 20x10@1 / R 20x9@2"),
    )  # fmt: skip
    add_workout(profile, person, TUESDAY, did("pull_up", "BWx10@1", "-20x10@1"), did("plank", "60s"))
    found = counted(profile, person)
    legs, upper, everything = (region(found, one) for one in (Region.LOWER, Region.UPPER, None))
    assert legs.tonnage.value == 4 * 800 + 400 + 360 and upper.tonnage.value == 800 + 600
    assert everything.tonnage.value == legs.tonnage.value + upper.tonnage.value
    assert (legs.hard.value, upper.hard.value, everything.hard.value) == (4.0, 2.0, 7.0)
    quads = muscle(found, Muscle.QUADRICEPS)
    assert (quads.direct.text, quads.indirect.text) == ("4", "0") and quads.indirect.question is None
    assert muscle(found, Muscle.ADDUCTORS).indirect.value == pytest.approx(3 * 0.5 + 0.5)
    assert (found.leg_days.value, found.planned, found.empty) == (1, False, False)
    assert found.unknown is not None and found.unknown.text == "1 set"
    assert found.unknown_text.startswith("is not in the tonnage")
    done = week_count(counted_log(profile, person, counting_lookup(profile, person)), MONDAY)
    assert (done.lower, done.upper, done.leg_days) == (4.0, 2.0, 1), "as the plan counts a week"


def test_a_day_counts_its_own_workouts_alone(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("squat", "100x8", "100x8", "100x8"))
    add_workout(profile, person, MONDAY, did("squat", "50x8"))
    add_workout(profile, person, TUESDAY, did("squat", "90x8"))
    found = counted(profile, person, Stretch.DAY, MONDAY)
    assert region(found, Region.LOWER).tonnage.value == 3 * 800 + 400
    assert (found.leg_days.value, muscle(found, Muscle.QUADRICEPS).holds) == (1, None)


def test_two_days_of_two_weeks_are_two_leg_days_of_a_block(profile: Profile, person: Person) -> None:
    for back in (0, 7, 8):
        add_workout(profile, person, MONDAY - timedelta(days=back), did("squat", "100x8", "100x8", "100x8"))
    found = counted(profile, person, Stretch.BLOCK)
    assert (found.leg_days.value, found.period.weeks) == (3, 4)


def test_planned_sets_stand_beside_those_that_were_done(profile: Profile, person: Person) -> None:
    text = (
        "Plan: P\nBlock: Base\nWeek 1\nSession: A (Monday)\nsquat: 3x8 @2 RIR 100kg\nleg_extension: 2x12\n"
        "Session: B (Friday)\nbench_press: 3x8 60kg\n"
    )
    profile.apply(AddPlan(person.id, read_plan(text, UnitSystem.METRIC), MONDAY))
    [info] = plans_of(profile, person.id)
    plan = plan_of(profile, info.id)
    add_workout(profile, person, MONDAY, did("squat", "100x8@2"))
    found = counted(profile, person, plan=plan)
    legs, upper = region(found, Region.LOWER), region(found, Region.UPPER)
    assert found.planned and (legs.planned_sets, upper.planned_sets, legs.planned_kg) == (5.0, 3.0, 2400.0)
    assert (muscle(found, Muscle.QUADRICEPS).planned, muscle(found, Muscle.CHEST).planned_text) == (5.0, "3")
    assert found.unplanned_text.startswith("2 planned sets have no known load")
    assert found.leg_days_text == "1 planned"
    monday = counted(profile, person, Stretch.DAY, MONDAY, plan)
    assert (region(monday, Region.LOWER).planned_sets, region(monday, Region.UPPER).planned_sets) == (5.0, 0.0)
    assert not counted(profile, person, when=MONDAY - timedelta(days=7), plan=plan).planned
    empty = counted(profile, person, Stretch.DAY, MONDAY + timedelta(days=4), plan)
    assert empty.empty and empty.planned


def test_what_holds_is_a_third_of_the_best_eight_weeks_and_grows_with_the_weeks(
    profile: Profile, person: Person
) -> None:
    for back in range(1, 9):
        add_workout(profile, person, MONDAY - timedelta(weeks=back), did("squat", *["100x10@1"] * 6))
    add_workout(profile, person, MONDAY, did("squat", *["100x10@1"] * 30))  # a week that runs raises nothing
    lookup = counting_lookup(profile, person)
    known = holding(profile, person, lookup, TODAY, bool)
    assert known.sets == {Region.LOWER: pytest.approx(2.0)} and known.kg == {Region.LOWER: pytest.approx(2000.0)}
    week, block = (counted(profile, person, one, known=known) for one in (Stretch.WEEK, Stretch.BLOCK))
    assert region(week, Region.LOWER).holds_sets == pytest.approx(2.0)
    assert region(block, Region.LOWER).holds_kg == pytest.approx(8000.0)
    assert region(week, Region.UPPER).holds_sets is None
    assert region(counted(profile, person, Stretch.DAY, known=known), Region.LOWER).holds_sets is None
    [quads, four] = (muscle(one, Muscle.QUADRICEPS) for one in (week, block))
    assert quads.holds == pytest.approx(2.0) and four.holds == pytest.approx(8.0), "by its own weeks, as on Charts"
    assert "From 2 it holds what is there: a third of your best eight weeks" in quads.hint
    charts = TrainingLog(profile, person, TODAY).series(Measure(Family.MUSCLE, "quadriceps"))[0].weeks
    assert charts is not None and charts.holds == pytest.approx(quads.holds)
    calves = muscle(week, Muscle.CALVES)
    assert calves.holds == 3 and "From 3 it holds what is there, by convention." in calves.hint


def test_sets_that_count_for_no_muscle_are_named(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("nobody_knows_it", "50x10", "50x10"))
    found = counted(profile, person)
    assert found.nameless is not None and found.nameless.text == "2 sets"
    assert "nobody_knows_it" in found.nameless_text
    assert check(profile, person, found) == 3, "they are in the sums of everything, and they are named"


def test_nothing_logged_is_nothing_counted(profile: Profile, person: Person) -> None:
    found = counted(profile, person)
    assert found.empty and all(one.question is None and one.value == 0 for one in numbers(found))
    assert [one.muscle for one in found.muscles] == [
        Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CALVES,
    ]  # fmt: skip


def test_the_history_and_the_count_say_the_same_tonnage(profile: Profile, person: Person) -> None:
    from legwork.services.log_sums import weighings
    from legwork.services.spot_readings import SpotReadings
    from legwork.services.train_history import sums_by_workout

    weights = (day(MONDAY, body_weight="80"), day(MONDAY + timedelta(days=5), body_weight="90"))
    profile.apply(RecordReadings(person.id, weights))
    add_workout(profile, person, TUESDAY, did("pull_up", "BWx10"))
    workouts = [one.workout for one in workouts_of(profile, person.id)]
    lookup = lookup_of(profile, person, TODAY)
    [summed] = sums_by_workout(workouts, lookup, weighings(SpotReadings(profile, person))).values()
    assert summed.tonnage_kg == 800.0 == region(counted(profile, person), Region.UPPER).tonnage.value
