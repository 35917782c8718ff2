"""The sample history: filled once, in a profile of its own, and like a history somebody really kept."""

from __future__ import annotations

from datetime import date, timedelta

from helpers import database_dump
from legwork.domain.causes.evidence import Observed
from legwork.domain.causes.observed import overruled
from legwork.domain.log.suspects import suspicion
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.findings import Grade
from legwork.domain.plan.model import weeks_of
from legwork.domain.sample import ANSWERS
from legwork.services import check_ins, sample
from legwork.services.catalogue import catalogue
from legwork.services.food import food_days, items_of
from legwork.services.food_spending import spent_view
from legwork.services.food_targets import food_plan
from legwork.services.goals import goals_of
from legwork.services.log_habits import leg_habits
from legwork.services.people import everybody
from legwork.services.plan_lookup import lookup_of
from legwork.services.plans import plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.programme import programme_changes
from legwork.services.questionnaires import cause_questions
from legwork.services.sample import FillWithSample
from legwork.services.spot_readings import SpotReadings
from legwork.services.train_week import State, next_row, week_of
from legwork.services.workouts import workouts_of

TODAY = date(2025, 6, 2)


def test_it_fills_an_empty_profile_and_leaves_a_filled_one(profile: Profile) -> None:
    sample.ensure_sample(profile, TODAY)
    before = database_dump(profile)
    sample.ensure_sample(profile, TODAY)
    assert database_dump(profile) == before
    [sam] = everybody(profile)
    assert (sam.name, sam.sex, sam.check_in_weekday) == ("Sam Sample", "male", TODAY.weekday())


def test_all_that_is_tracked_was_measured_and_nothing_else(profile: Profile) -> None:
    sample.ensure_sample(profile, TODAY)
    [sam] = everybody(profile)
    seldom = {spot for key in sample.SELDOM for spot in sam.site(key).spots}
    measured = check_ins.measured_spots(profile, sam.id)
    assert measured == set(sam.spots) | seldom
    readings = SpotReadings(profile, sam)
    assert all(0 < len(readings.of(spot)) < 6 for spot in seldom)
    assert sam.tracked == FillWithSample(TODAY).sites


def test_a_change_of_programme_and_a_goal_are_there_to_be_seen(profile: Profile) -> None:
    sample.ensure_sample(profile, TODAY)
    [sam] = everybody(profile)
    [change] = programme_changes(profile, sam.id)
    assert change.text == "Started two leg days a week"
    assert TODAY - timedelta(weeks=sample.WEEKS) < change.day < TODAY
    assert goals_of(profile, sam.id)["site/upper_thigh"].due > TODAY


def test_food_of_four_months_with_items_and_choices_is_there_and_fits_the_body(profile: Profile) -> None:
    sample.ensure_sample(profile, TODAY)
    [sam] = everybody(profile)
    days = food_days(profile, sam.id, TODAY - timedelta(weeks=20), TODAY - timedelta(days=1))
    eaten = [day for day, one in days.items() if one.amounts]
    assert eaten[0] < TODAY - timedelta(weeks=15) and eaten[-1] == TODAY - timedelta(days=1) and len(eaten) > 95
    assert [one.name for one in items_of(profile, sam.id)] == ["Oats with milk", "Shake"]
    plan = food_plan(profile, sam, TODAY)
    assert plan.targets is not None and plan.wish_chosen and plan.activity_chosen and plan.missing == ""
    view = spent_view(profile, sam, TODAY)
    assert view.low is not None and view.correction is not None


def test_it_ends_today_and_is_two_years_long(profile: Profile) -> None:
    sample.ensure_sample(profile, TODAY)
    [sam] = everybody(profile)
    days = list(check_ins.check_in_days(profile, sam.id).values())
    assert days[-1] == TODAY
    assert (days[-1] - days[0]).days == (sample.WEEKS - 1) * 7
    found = check_ins.on_day(profile, sam.id, TODAY)
    assert all(one.entered and one.source == "typed" for lines in found.readings.values() for one in lines)


def test_one_undo_empties_it(profile: Profile) -> None:
    before = database_dump(profile)
    outcome = profile.apply(FillWithSample(TODAY, weeks=10))
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_the_sample_answers_questions_that_are_there() -> None:
    """An answer that no question knows would count as none."""
    questions = {one.key: {option.key for option in one.options} for one in cause_questions()}
    for topic, picks in ANSWERS:
        assert set(picks) <= questions[topic], topic


def test_a_plan_is_in_its_fourth_week_and_as_a_plan_should_be(profile: Profile) -> None:
    """Whoever opens the sample to look around must not find an example that the checks warn of."""
    sample.ensure_sample(profile, TODAY + timedelta(days=3))
    [sam] = everybody(profile)
    [info] = plans_of(profile, sam.id)
    assert (info.weeks, info.starts_on) == (8, TODAY - timedelta(weeks=3))
    stored = plan_of(profile, info.id)
    assert stored is not None
    names = {entry.exercise for _, week in weeks_of(stored.plan) for day in week.sessions for entry in day.entries}
    assert all(catalogue().get(name) for name in names)
    findings = check_plan(stored.plan, lookup_of(profile, sam, TODAY))
    assert findings and {one.grade for one in findings} == {Grade.FINE}


def test_two_years_of_training_are_there_and_nothing_is_in_progress(profile: Profile) -> None:
    sample.ensure_sample(profile, TODAY)
    [sam] = everybody(profile)
    log = workouts_of(profile, sam.id)
    assert all(one.finished and one.source == "typed" for one in log)
    assert TODAY - timedelta(weeks=sample.WEEKS) < log[0].workout.day < TODAY - timedelta(weeks=sample.WEEKS - 2)
    best: dict[str, float] = {}
    for one in log:
        for exercise, done in one.workout.sets:
            known = catalogue().get(exercise.exercise)
            assert known is not None, exercise.exercise
            assert suspicion(done, known, best.get(known.key)) == ""
            if done.load is not None and done.works and not done.assisted:
                best[known.key] = max(done.load.value, best.get(known.key, 0.0))


def test_the_first_session_of_the_current_week_is_done_and_the_next_one_waits(profile: Profile) -> None:
    today = TODAY + timedelta(days=3)
    sample.ensure_sample(profile, today)
    [sam] = everybody(profile)
    [info] = plans_of(profile, sam.id)
    stored = plan_of(profile, info.id)
    assert stored is not None
    log = [one.workout for one in workouts_of(profile, sam.id)]
    week = week_of(stored.plan, info.starts_on, 4, log, today)
    assert [one.state for one in week.rows] == [State.DONE, State.LATER, State.TODAY, State.TO_COME]
    assert next_row(week) == week.rows[2]


def test_the_answers_fit_the_log_but_for_the_one_that_shows_that_the_log_counts_more(profile: Profile) -> None:
    for weekday in range(7):
        today = TODAY + timedelta(days=weekday)
        outcome = profile.apply(FillWithSample(today))
        [sam] = everybody(profile)
        habits = leg_habits(profile, sam, today)
        assert habits is not None
        seen = Observed(leg_days_logged=habits.leg_days, hard_sets_legs_share=habits.share)
        assert overruled(dict(ANSWERS), seen) == {"leg_share"}
        profile.apply(outcome.inverse)
