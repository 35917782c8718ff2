"""What the log of training tells over time: worked weeks, what they are held against, shares of a plan, strength."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from balance_bodies import BUILD, again, both, man
from done_workouts import AddWorkout
from helpers import day, somebody
from legwork.domain.exercise import Share, own_exercise
from legwork.domain.log.estimates import estimates_of, line_of
from legwork.domain.log.sums import What
from legwork.domain.measures import Family, Measure, sites_of
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sites import Region, Side
from legwork.domain.units import Quantity, UnitSystem
from legwork.domain.verdict import Wording
from legwork.formats.plan_text import read_plan
from legwork.services.bar_facts import facts_of_weeks
from legwork.services.check_ins import RecordReadings
from legwork.services.hard_effort import choose_hard_rir
from legwork.services.lifts import SetLift
from legwork.services.log_sums import counted_log
from legwork.services.measure_facts import MeasureFacts
from legwork.services.measure_series import MeasureSeries, Part
from legwork.services.measures import made_stale, series_of
from legwork.services.own_exercises import SetOwnExercise, own_key
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from legwork.services.sets_behind import Question, answer
from legwork.services.training_measures import TrainingLog, has_log
from legwork.services.workouts import DeleteWorkout, workouts_of
from training_year_cases import done, keep_plan
from workout_texts import add_workout, did

MONDAY = date(2025, 1, 6)
TODAY = date(2025, 3, 12)
"""A Wednesday, nine weeks and two days later."""

TONNAGE, HARD, KEPT = (Measure(family, "week") for family in (Family.TONNAGE, Family.HARD, Family.KEPT))


def muscle(name: str) -> Measure:
    return Measure(Family.MUSCLE, name)


def lift(key: str) -> Measure:
    return Measure(Family.STRENGTH, key)


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def asked(profile: Profile, person: Person, measure: Measure, today: date = TODAY) -> list[MeasureSeries]:
    return TrainingLog(profile, person, today).series(measure)


def by_week(one: MeasureSeries) -> dict[date, float]:
    return {date.fromordinal(at): value for at, value in zip(one.days, one.values, strict=True)}


def facts(one: MeasureSeries, first: date = date.min, last: date = date.max) -> MeasureFacts:
    assert one.weeks is not None
    return facts_of_weeks(one, one.weeks, first.toordinal(), last.toordinal())


@pytest.fixture
def lifter(profile: Profile, person: Person) -> Person:
    """Nine weeks of four squats and three presses, of which the fifth was left out, and one squat this week."""
    for week in (0, 1, 2, 3, 5, 6, 7, 8):
        presses = did("bench_press", *["60x8@2"] * 3)
        add_workout(profile, person, after(7 * week), did("squat", *["100x8@2"] * 4), presses)
    add_workout(profile, person, after(63), did("squat", "100x8@2"))
    return person


def test_weeks_of_legs_and_upper_body(profile: Profile, lifter: Person) -> None:
    legs, upper = asked(profile, lifter, HARD)
    mondays = [after(7 * week) for week in range(10)]
    assert list(by_week(legs)) == list(by_week(upper)) == mondays, "a week without work is a week of nothing"
    assert list(legs.values) == [4, 4, 4, 4, 0, 4, 4, 4, 4, 1]
    assert list(upper.values) == [3, 3, 3, 3, 0, 3, 3, 3, 3, 0]
    assert (legs.name, upper.name, legs.unit) == ("Hard sets, legs", "Hard sets, upper body", "sets a week")
    assert (legs.region, upper.region) == ("lower", "upper")
    assert (legs.key, upper.key) == ("hard/week:legs", "hard/week:upper")
    assert legs.weeks is not None and upper.weeks is not None
    assert date.fromordinal(legs.weeks.running) == after(63), "this week is not over"
    assert upper.weeks.below == legs.values


def test_the_change_is_that_of_the_numbers_that_are_shown(profile: Profile, lifter: Person) -> None:
    legs, _ = asked(profile, lifter, HARD)
    uneven = replace(legs, values=(14.75, 14.75, 14.75, 14.85, 0, 30.25, 30.25, 30.25, 30.2, 1))
    said = facts(uneven)
    assert (said.start, said.now, said.change) == ("14.8", "30.2", "+15.4"), "15.46 is what is not shown"


def test_tonnage_in_the_units_of_the_person(profile: Profile, lifter: Person) -> None:
    legs, upper = asked(profile, lifter, TONNAGE)
    assert (legs.values[0], upper.values[0], legs.unit) == (3200, 1440, "kg a week")
    american = somebody(profile, "Ben", units=UnitSystem.IMPERIAL)
    add_workout(profile, american, MONDAY, did("squat", "100x10"))
    legs, _ = asked(profile, american, TONNAGE)
    assert legs.values[0] == pytest.approx(2204.62, abs=0.01) and legs.unit == "lb a week"


def test_sets_without_a_load_are_told(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("pull_up", "BWx10", "BWx9"))
    legs, upper = asked(profile, person, TONNAGE)
    assert (legs.values, upper.values) == ((0,) * 10, (0,) * 10)
    assert upper.note == "2 sets have no known load and are not in the tonnage."
    profile.apply(RecordReadings(person.id, (day(MONDAY, body_weight="80"),)))
    _, upper = asked(profile, person, TONNAGE)
    assert upper.values[0] == 19 * 80 and not upper.note


def test_a_third_of_the_best_eight_weeks_holds_size(profile: Profile, lifter: Person) -> None:
    legs, upper = asked(profile, lifter, HARD)
    assert legs.weeks is not None and upper.weeks is not None
    assert legs.weeks.holds == pytest.approx(28 / 8 / 3), "28 sets in the best eight weeks; this week is not counted"
    [guide] = legs.weeks.guides
    assert (guide.low, guide.high, guide.text) == (legs.weeks.holds, legs.weeks.holds, "1.2 hold size")
    assert date.fromordinal(guide.since) == after(63) - timedelta(weeks=52)
    tonnage = asked(profile, lifter, TONNAGE)[0].weeks
    assert tonnage is not None and tonnage.holds == pytest.approx(3200 * 7 / 8 / 3)
    assert [one.text for one in tonnage.guides] == ["933 hold size"]
    add_workout(profile, lifter, after(64), did("squat", *["100x8@2"] * 30))
    assert asked(profile, lifter, HARD)[0].weeks.holds == legs.weeks.holds, "a week that runs raises nothing"  # type: ignore[union-attr]
    young = asked(profile, lifter, HARD, after(6))[0]
    assert young.weeks is not None and young.weeks.holds is None and young.weeks.guides == ()


PLANNED = """Plan: Rising
Block: Base (accumulate)
Week 1
Session: Legs (Monday)
squat: 3x8 100kg
bench_press: 2x8 {load}
Week 2
Session: Legs (Monday)
squat: 5x8 100kg
bench_press: 2x8 {load}
Block: Rest (deload)
Week 3
Session: Legs (Monday)
squat: 1x8 100kg
"""


@pytest.mark.parametrize(("load", "tonnage"), [("60kg", ["2\u202f400–4\u202f000 planned", "960 planned"]), ("", [])])
def test_what_the_plan_that_runs_asks_of_a_week_is_a_band(
    profile: Profile, person: Person, load: str, tonnage: list[str]
) -> None:
    def told(measure: Measure, today: date = TODAY) -> list[str]:
        guides = [one for each in asked(profile, person, measure, today) if each.weeks for one in each.weeks.guides]
        return [one.text for one in guides if "planned" in one.text]

    add_workout(profile, person, MONDAY, did("squat", "100x8@2"))
    assert told(HARD) == [], "no plan yet"
    keep_plan(profile, person, TODAY, read_plan(PLANNED.format(load=load), UnitSystem.METRIC))
    assert told(HARD) == ["3–5 planned", "2 planned"], "of the weeks of training, the deload aside"
    assert told(TONNAGE) == tonnage, "where a load is open, nobody knows the tonnage"
    [band] = asked(profile, person, HARD)[0].weeks.guides  # type: ignore[union-attr]
    assert (band.low, band.high, date.fromordinal(band.since)) == (3, 5, date(2025, 3, 10))
    assert "3–5 planned" not in told(HARD, TODAY + timedelta(weeks=3)), "the plan is over"


def test_a_muscle_directly_and_in_part(profile: Profile, lifter: Person) -> None:
    direct, indirect = asked(profile, lifter, muscle("triceps"))
    assert (direct.values[0], indirect.values[0]) == (0, 1.5), "a press counts half for the triceps"
    assert (direct.name, indirect.name) == ("Triceps, direct", "Triceps, indirect")
    assert direct.weeks is not None and indirect.weeks is not None
    assert (direct.weeks.part, indirect.weeks.part) == (Part.DIRECT, Part.INDIRECT)
    assert direct.weeks.holds == pytest.approx(1.5 * 7 / 8 / 3), "both together hold it"
    assert indirect.weeks.holds is None and indirect.weeks.guides == ()
    assert asked(profile, lifter, muscle("neck")) == []


def test_what_is_wanted_is_a_band_where_it_is_known(profile: Profile) -> None:
    thin = man(profile)
    add_workout(profile, thin, MONDAY, did("squat", "100x8@2"), did("bench_press", "60x8@2"))

    def bands(name: str) -> list[tuple[float, float, str]]:
        weeks = asked(profile, again(profile), muscle(name))[0].weeks
        assert weeks is not None
        return [(one.low, one.high, one.text) for one in weeks.guides if one.low < one.high]

    assert bands("quadriceps") == [(4, 6, "4–6 wanted")], "as a plan has it while nobody measured a leg"
    assert bands("chest") == [], "what the upper body shall get depends on where it stands"
    profile.apply(RecordReadings(thin.id, (day(TODAY, **BUILD, **both("upper_thigh", "54"), **both("calf", "35")),)))
    assert bands("quadriceps") == [(6, 10, "6–10 wanted")]
    assert bands("chest") == [(3, 4, "3–4 wanted")]


def test_the_numbers_are_those_of_the_sets_behind_them(profile: Profile, lifter: Person) -> None:
    lookup = counting_lookup(profile, lifter)
    first, last = after(14), after(20)

    def behind(what: What, **chosen: object) -> float:
        question = Question(what, first, last, "", **chosen)  # type: ignore[arg-type]
        return answer(profile, lifter, lookup, question).number

    legs, upper = asked(profile, lifter, HARD)
    assert (legs.values[2], upper.values[2]) == tuple(
        behind(What.HARD, region=region) for region in (Region.LOWER, Region.UPPER)
    )
    assert asked(profile, lifter, TONNAGE)[0].values[2] == behind(What.TONNAGE, region=Region.LOWER)
    direct, indirect = asked(profile, lifter, muscle("glutes"))
    assert (direct.values[2], indirect.values[2]) == tuple(
        behind(What.HARD, muscle="glutes", direct=one) for one in (True, False)
    )


def test_the_choice_of_what_is_hard_counts(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("squat", "100x8@1", "100x8@6 RIR"))
    assert asked(profile, person, HARD)[0].values[0] == 1
    profile.apply(choose_hard_rir(person.id, 0, TODAY))
    assert asked(profile, person, HARD)[0].values[0] == 0


def test_planned_sessions_that_were_done(profile: Profile, person: Person) -> None:
    ids = keep_plan(profile, person, MONDAY)
    for offset, session in ((0, ids[0]), (3, ids[1]), (7, ids[3])):
        profile.apply(AddWorkout(person.id, done(after(offset), "", "squat", 3, 100, session)))
    [kept] = asked(profile, person, KEPT, after(9))
    assert by_week(kept) == {after(0): pytest.approx(200 / 3), after(7): pytest.approx(100 / 3)}
    assert kept.weeks is not None and kept.weeks.said == ("2 of 3", "1 of 3")
    assert date.fromordinal(kept.weeks.running) == after(7), "this week may still be done"
    assert kept.unit == "%" and kept.weeks.sizes == (3, 3)
    assert facts(kept).words == "2 of 3 planned sessions"


def test_nothing_planned_is_no_share(profile: Profile, lifter: Person) -> None:
    assert asked(profile, lifter, KEPT) == []
    missing = {one.measure: one.missing for one in TrainingLog(profile, lifter, TODAY).offers()}
    assert missing[KEPT] == "Needs a plan with a first day: choose one on the Plan page."
    keep_plan(profile, lifter, MONDAY)
    missing = {one.measure: one.missing for one in TrainingLog(profile, lifter, TODAY).offers()}
    assert missing[KEPT] == ""


def test_strength_is_the_line_of_the_estimates(profile: Profile, lifter: Person) -> None:
    [squat] = asked(profile, lifter, lift("squat"))
    estimates = estimates_of(counted_log(profile, lifter, counting_lookup(profile, lifter)))
    line = line_of(estimates, "squat")
    assert squat.values == tuple(estimates.kg[estimates.of("squat")])
    assert squat.errors == tuple(estimates.sd_kg[estimates.of("squat")])
    assert list(squat.trend.level) == list(line.level)
    assert (squat.name, squat.unit, squat.wording) == ("Back squat, e1RM", "kg", Wording.STRENGTH)
    assert squat.note == "Estimated from the best set of each day."


def test_strength_left_and_right_and_in_pounds(profile: Profile) -> None:
    person = somebody(profile, "Ben", units=UnitSystem.IMPERIAL)
    for offset in range(0, 21, 7):
        add_workout(profile, person, after(offset), did("split_squat", "L 20x10@1 / R 24x10@1"))
    left, right = asked(profile, person, lift("split_squat"))
    assert (left.measure.side, right.measure.side) == (Side.LEFT, Side.RIGHT)
    assert right.values[0] / left.values[0] == pytest.approx(24 / 20)
    assert left.unit == "lb" and left.values[0] > 2.2 * 20
    assert left.trend.level[0] == pytest.approx(left.values[0], rel=0.05), "the line is in pounds as well"


def test_what_is_only_at_least_and_what_tells_little(profile: Profile, person: Person) -> None:
    add_workout(profile, person, after(0), did("squat", "100x5"))
    add_workout(profile, person, after(7), did("squat", "60x15@1"))
    [squat] = asked(profile, person, lift("squat"))
    assert "For 1 day of 2 nobody noted how many reps were left: at least so much." in squat.note
    assert squat.rough == {after(7).toordinal()}


def test_what_is_offered_and_in_which_order(profile: Profile, lifter: Person) -> None:
    for offset in range(12):
        add_workout(profile, lifter, after(offset), did("row", "60x8@2"))
    add_workout(profile, lifter, after(2), did("deadlift", "140x5@2"), did("overhead_press", "40x5@2"))
    found = TrainingLog(profile, lifter, TODAY).offers()
    assert [one.label for one in found[:3]] == ["Tonnage", "Hard sets", "Planned sessions done"]
    muscles = [one.measure.name for one in found if one.measure.family is Family.MUSCLE]
    assert muscles[:3] == ["quadriceps", "hamstrings", "glutes"] and "chest" in muscles and "neck" not in muscles
    lifts = [(one.label, one.seldom) for one in found if one.measure.family is Family.STRENGTH]
    assert lifts == [
        ("Back squat", False), ("Deadlift", True), ("Barbell row", False), ("Bench press", False),
        ("Overhead press", True),
    ]  # fmt: skip


def test_an_exercise_of_ones_own_has_its_name(profile: Profile, person: Person) -> None:
    key = own_key("Sled", ())
    own = own_exercise(key, "Sled", Pattern.SQUAT, (Share(Muscle.QUADRICEPS, 1.0),))
    profile.apply(SetOwnExercise(person.id, own))
    add_workout(profile, person, MONDAY, did(key, "100x8@2"))
    assert "Sled" in [one.label for one in TrainingLog(profile, person, TODAY).offers()]
    assert asked(profile, person, lift(key))[0].label == "Sled, e1RM"


def test_nobody_trained(profile: Profile, person: Person) -> None:
    assert not has_log(profile, person)
    assert TrainingLog(profile, person, TODAY).offers() == ()
    for measure in (TONNAGE, HARD, KEPT, muscle("chest"), lift("squat")):
        assert asked(profile, person, measure) == []


def test_a_workout_without_a_set_is_none(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY)
    assert has_log(profile, person) and TrainingLog(profile, person, TODAY).offers() == ()


def test_a_lift_that_nobody_did(profile: Profile, lifter: Person) -> None:
    assert asked(profile, lifter, lift("no_such_lift")) == []


def test_a_day_that_is_still_to_come_counts_with_the_weeks_that_are_not_over(profile: Profile, lifter: Person) -> None:
    add_workout(profile, lifter, after(77), did("squat", "100x8@2"))
    legs = asked(profile, lifter, HARD)[0]
    assert len(legs.days) == 12 and facts(legs).words.startswith("3.6 a week, 32 in all")


def test_the_numbers_of_a_stretch(profile: Profile, lifter: Person) -> None:
    legs, upper = asked(profile, lifter, HARD)
    whole = facts(legs)
    assert whole.words == "3.6 a week, 32 in all; 3.0 × the 1.2 that hold size"
    assert (whole.start, whole.now, whole.change, whole.per_month) == ("4", "4", "0", "")
    assert "Of 9 whole weeks, the first from 6 Jan 2025, the last from 3 Mar 2025." in whole.explanation
    gap = facts(legs, after(24), after(36))
    assert gap.words == "2 a week, 4 in all; 1.7 × the 1.2 that hold size", "weeks with most of their days in it"
    assert (gap.start, gap.now, gap.change) == ("", "", ""), "too few weeks for a start and an end"
    assert facts(upper, after(28), after(34)).words == "0 a week, 0 in all; below the 0.9 that hold size"
    assert facts(legs, after(63)).words == "no whole week here", "what is not over counts nowhere"
    direct, _ = asked(profile, lifter, muscle("triceps"))
    assert facts(direct).words.startswith("0 a week, 0 in all; with indirect 1.3; ")


def test_an_edit_touches_only_what_comes_out_of_it(profile: Profile, lifter: Person) -> None:
    calf = Measure(Family.SITE, "calf")
    every = [calf, TONNAGE, HARD, KEPT, muscle("chest"), lift("squat"), lift("pull_up")]
    [first, *_] = workouts_of(profile, lifter.id)
    logged = profile.apply(DeleteWorkout(first.workout.id, first.workout.day)).changes
    assert made_stale(every, logged) == {*every} - {calf}
    weighed = profile.apply(RecordReadings(lifter.id, (day(MONDAY, body_weight="80"),))).changes
    assert made_stale(every, weighed) == {TONNAGE, lift("squat"), lift("pull_up")}
    girth = profile.apply(RecordReadings(lifter.id, (day(MONDAY, calf_left="38"),))).changes
    assert made_stale(every, girth) == {calf, muscle("chest")}, "where the legs stand says what a muscle should get"
    load = Quantity(150.0, "kg", "150")
    typed_in = profile.apply(SetLift(lifter.id, MONDAY, "squat", Side.NONE, load, 3, 1.0)).changes
    assert made_stale(every, typed_in) == {TONNAGE}, "a planned percentage weighs something else"
    assert sites_of(HARD) == frozenset()


def test_all_ways_of_asking_give_the_same(profile: Profile, lifter: Person) -> None:
    """One reading of the log for several measures, or one each."""
    log = TrainingLog(profile, lifter, TODAY)
    together = series_of(profile, lifter, [HARD, TONNAGE, lift("squat")], log=log)
    for measure, found in together.items():
        alone = asked(profile, lifter, measure)
        assert [(one.key, one.values) for one in found] == [(one.key, one.values) for one in alone]
