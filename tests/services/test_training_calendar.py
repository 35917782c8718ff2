"""The calendar of training: days and weeks of a plan that was partly kept, in numbers and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from done_workouts import AddWorkout
from helpers import day as check_in
from legwork.domain.log.adherence import Fate
from legwork.domain.log.training_days import Trained
from legwork.domain.plan.model import BlockKind
from legwork.domain.units import UnitSystem
from legwork.services.calendar_words import day_words, year_table
from legwork.services.check_ins import RecordReadings
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_calendar import CalendarBase, CalendarYear, How, calendar_base, calendar_year
from legwork.services.workouts import StartWorkout
from training_year_cases import START, TODAY, day, done, fill, keep_plan


@pytest.fixture
def base(profile: Profile, person: Person) -> CalendarBase:
    fill(profile, person)
    return calendar_base(profile, person, TODAY)


@pytest.fixture
def year(profile: Profile, person: Person, base: CalendarBase) -> CalendarYear:
    return calendar_year(profile, person, base, 2025)


def told(year: CalendarYear, after: int) -> str:
    return day_words(day(after), year, UnitSystem.METRIC, TODAY, planned=True).sentence


def test_what_was_done_on_each_day(year: CalendarYear) -> None:
    legs = year.days[START]
    assert [(one.title, one.how, one.minutes) for one in legs.workouts] == [("Legs", How.PLANNED, 40)]
    assert (legs.trained, legs.tone, legs.whole.sets, legs.whole.tonnage_kg) == (Trained.LEGS, 1, 3, 2400)
    assert year.days[day(3)].trained is Trained.UPPER
    assert [year.days[day(after)].workouts[0].how for after in (3, 4, 5, 8)] == [
        How.MOVED, How.PLANNED, How.AGAIN, How.FREE,
    ]  # fmt: skip


def test_what_was_planned_for_each_day(year: CalendarYear) -> None:
    fates = {after: year.days[day(after)].planned[0].fate for after in (0, 2, 7, 9, 14, 16)}
    assert fates == {
        0: Fate.DONE, 2: Fate.MOVED, 7: Fate.MISSED, 9: Fate.MISSED, 14: Fate.OPEN, 16: Fate.OPEN,
    }  # fmt: skip
    assert year.days[day(2)].planned[0].done_on == (day(3),)
    assert year.days[day(7)].missed and not year.days[day(2)].missed and year.days[day(2)].moved_away
    assert year.days[day(3)].moved_here and year.days[day(5)].again and year.days[day(14)].open


def test_the_weeks_of_the_plan(year: CalendarYear) -> None:
    weeks = [year.weeks[day(7 * number)] for number in range(4)]
    assert [(one.number, one.count, one.done, one.missed, one.starts) for one in weeks] == [
        (1, 4, 3, 0, True), (2, 4, 0, 3, False), (3, 4, 0, 0, False), (4, 4, 0, 0, False),
    ]  # fmt: skip
    assert [one.kind for one in weeks] == [BlockKind.ACCUMULATE] * 3 + [BlockKind.DELOAD]
    assert year.week(day(13)) is weeks[1] and year.week(day(-1)) is None
    assert year.banded(START, day(30)) and not year.banded(date(2025, 3, 3), date(2025, 12, 31))


def test_days_in_words(year: CalendarYear) -> None:
    assert told(year, 0) == (
        "Monday, 6 Jan 2025: Legs, 3 sets, 2\u202f400\N{NO-BREAK SPACE}kg, 40 min, as planned; plan Legs first begins; "
        "week 1 of 4, Base: 3 of 3 sessions done."
    )
    assert "Press was planned, and done on Thursday, 9 Jan; programme change: Creatine" in told(year, 2)
    assert "40 min, moved from Wednesday, 8 Jan;" in told(year, 3) and "40 min, once more;" in told(year, 5)
    assert "Legs was planned and not done; week 2 of 4, Base: 0 of 3 sessions done." in told(year, 7)
    assert "Free session, 2 sets, 960\N{NO-BREAK SPACE}kg, 40 min, beside the plan" in told(year, 8)
    assert told(year, 14).startswith("Monday, 20 Jan 2025 (today): Legs is planned; week 3 of 4")
    assert "nothing planned, nothing logged; week 2" in told(year, 10)
    assert "week 4 of 4, Rest (deload): 0 of 3" in told(year, 21)
    assert told(year, -2) == "Saturday, 4 Jan 2025: nothing logged."


def test_a_session_whose_day_has_gone_by_can_still_be_done(profile: Profile, person: Person) -> None:
    fill(profile, person)
    later = replace(calendar_base(profile, person, day(15)))
    words = day_words(
        day(14), calendar_year(profile, person, later, 2025), UnitSystem.METRIC, day(15), planned=True
    )  # fmt: skip
    assert words.lines[0] == "Legs can still be done until Sunday, 26 Jan"


def test_a_year_as_a_table(year: CalendarYear) -> None:
    lines = [line.split("\t") for line in year_table(year, UnitSystem.METRIC).splitlines()]
    assert lines[0] == ["Day", "Workout", "Trained", "Sets", "Hard sets", "Tonnage", "Minutes", "Plan"]
    assert lines[1] == ["2025-01-06", "Legs", "legs", "3", "3", "2400\N{NO-BREAK SPACE}kg", "40", "as planned"]
    assert ["2025-01-13", "Legs", "", "", "", "", "", "not done"] in lines
    assert sum(line[-1] == "open" for line in lines) == 4, "two days of each of the two weeks to come"
    assert all(len(line) == 8 for line in lines)


def test_check_ins_and_a_second_workout_of_a_day(profile: Profile, person: Person) -> None:
    profile.apply(AddWorkout(person.id, done(START, "Morning", "squat", 3, 100, None)))
    profile.apply(AddWorkout(person.id, done(START, "Evening", "bench_press", 4, 60, None)))
    next_day = START + timedelta(days=1)
    profile.apply(RecordReadings(person.id, (check_in(START, waist="84"), check_in(next_day, body_weight="80"))))
    year = calendar_year(profile, person, calendar_base(profile, person, TODAY), 2025)
    assert next_day not in year.days, "the scale alone is no check-in"
    found = year.days[START]
    assert [one.title for one in found.workouts] == ["Morning", "Evening"] and found.check_in
    assert (found.trained, found.whole.sets, found.tone) == (Trained.BOTH, 7, 2)


def test_a_plan_without_a_start_has_no_days(profile: Profile, person: Person) -> None:
    ids = keep_plan(profile, person, None)
    profile.apply(AddWorkout(person.id, done(START, "Legs", "squat", 3, 100, ids[0])))
    base = calendar_base(profile, person, TODAY)
    assert (base.plans, base.dated, base.weeks, base.empty) == (1, 0, (), False)
    assert calendar_year(profile, person, base, 2025).days[START].workouts[0].how is How.FREE


def test_nobody_trained_yet(profile: Profile, person: Person) -> None:
    base = calendar_base(profile, person, TODAY)
    assert base.empty and (base.first, base.last) == (2025, 2025)
    assert calendar_year(profile, person, base, 2025) == CalendarYear(2025)


def test_a_workout_in_progress_says_so(profile: Profile, person: Person) -> None:
    profile.apply(StartWorkout(person.id, done(START, "Legs", "squat", 1, 100, None)))
    found = calendar_year(profile, person, calendar_base(profile, person, TODAY), 2025)
    words = day_words(START, found, UnitSystem.IMPERIAL, TODAY, planned=False)
    assert words.lines == ("Legs, 1 set, 1\u202f764\N{NO-BREAK SPACE}lb, 40 min, in progress",)


def test_the_week_around_new_year_is_whole(profile: Profile, person: Person) -> None:
    """Monday 30 December 2024 lies in the first week of 2025, whose block is drawn from there on."""
    keep_plan(profile, person, date(2024, 12, 30))
    base = calendar_base(profile, person, TODAY)
    assert (base.first, base.last) == (2024, 2025)
    assert date(2024, 12, 30) in calendar_year(profile, person, base, 2025).weeks
    assert date(2024, 12, 30) in calendar_year(profile, person, base, 2024).weeks
