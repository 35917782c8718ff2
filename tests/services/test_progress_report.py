"""The progress report: which days can be chosen, what is told of them, and what nonsense is turned away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import day as readings_of
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Side
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.services.check_ins import RecordReadings
from legwork.services.goals import SetGoal
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.profile import Profile
from legwork.services.progress_report import (
    Months,
    ProgressReport,
    beginning_of,
    check_days,
    first_of,
    progress_report,
)
from legwork.services.progress_training import MOST_BARS
from training_year_cases import TODAY, day, fill
from workout_texts import add_workout, did

WEEKS = 26
FIRST = TODAY - timedelta(weeks=WEEKS)


def measured(profile: Profile, person: Person, weeks: int = WEEKS) -> None:
    """Weekly: the left calf grows by 0.1 cm, the right one stands still."""
    days = []
    for back in range(weeks):
        left, right = f"{38 - 0.1 * back:.1f}", f"{37 + 0.1 * (back % 2):.1f}"
        days.append(readings_of(TODAY - timedelta(weeks=back), calf_left=left, calf_right=right))
    profile.apply(RecordReadings(person.id, tuple(days)))


def report(profile: Profile, person: Person, first: date = FIRST, last: date = TODAY) -> ProgressReport:
    return progress_report(profile, person, first, last, TODAY)


@pytest.mark.parametrize(
    ("months", "today", "first"),
    [
        (Months.THREE, date(2025, 5, 31), date(2025, 2, 28)),
        (Months.SIX, date(2025, 3, 31), date(2024, 9, 30)),
        (Months.TWELVE, date(2024, 2, 29), date(2023, 2, 28)),
        (Months.THREE, date(2025, 1, 20), date(2024, 10, 20)),
        (Months.ALL, date(2025, 1, 20), date(2020, 5, 1)),
    ],
)
def test_how_far_back(months: Months, today: date, first: date) -> None:
    assert first_of(months, today, date(2020, 5, 1)) == first


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (TODAY, TODAY - timedelta(days=1), "swap them"),
        (TODAY + timedelta(days=1), TODAY + timedelta(days=90), "still to come"),
        (TODAY - timedelta(days=3), TODAY, "at least 14 days"),
        (TODAY - timedelta(days=3), TODAY + timedelta(days=90), "at least 14 days"),
    ],
)
def test_days_that_make_no_sense(profile: Profile, person: Person, first: date, last: date, said: str) -> None:
    with pytest.raises(UserError, match=said):
        check_days(first, last, TODAY)
    with pytest.raises(UserError, match=said):
        report(profile, person, first, last)


def test_nothing_written_down(profile: Profile, person: Person) -> None:
    assert beginning_of(profile, person) is None
    found = report(profile, person)
    assert found.empty and not found.summary and not found.body.charts


def test_a_year_without_data_is_empty_though_there_is_something_before(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (readings_of(TODAY - timedelta(days=900), waist="84"),)))
    assert beginning_of(profile, person) == TODAY - timedelta(days=900)
    assert report(profile, person, TODAY - timedelta(days=365)).empty


def test_what_grew_is_told_with_its_error_and_what_did_not_is_counted(profile: Profile, person: Person) -> None:
    measured(profile, person)
    found = report(profile, person)
    facts = {one.name: one.text for one in found.facts}
    assert facts["Check-ins"] == "26"
    assert facts["Time"] == "22 Jul 2024 to 20 Jan 2025, 26 weeks"
    left = found.body.row(Measure(Family.SITE, "calf", Side.LEFT))
    assert left is not None and left.real and left.facts.words == "growing"
    [legs] = [one for one in found.summary if one.startswith("Legs")]
    assert legs.startswith("Legs: larger beyond the error: calf, left +2.")
    assert legs.endswith("1 number shows no change beyond its error.")


def test_one_chart_for_both_sides_with_its_goal(profile: Profile, person: Person) -> None:
    measured(profile, person)
    goal = SetGoal(person.id, "site/calf", Quantity(39.0, "cm", "39"), TODAY + timedelta(days=90), TODAY, "Calf")
    profile.apply(goal)
    [chart] = report(profile, person).body.charts
    assert (chart.title, chart.unit, chart.goal) == ("Calf", "cm", 39.0)
    assert [one.measure.side for one in chart.series] == [Side.LEFT, Side.RIGHT]
    assert "Calf, left" in chart.spoken and "growing" in chart.spoken


def test_a_goal_in_inches_stays_in_inches(profile: Profile, person: Person) -> None:
    measured(profile, person)
    profile.apply(ChangePerson(person.id, "units", UnitSystem.IMPERIAL))
    imperial = everybody(profile)[0]
    goal = SetGoal(person.id, "site/calf", Quantity(38.1, "in", "15"), TODAY + timedelta(days=90), TODAY, "Calf")
    profile.apply(goal)
    [chart] = report(profile, imperial).body.charts
    assert chart.unit == "in" and chart.goal == pytest.approx(15.0)


def test_few_readings_are_in_the_table_but_have_no_chart(profile: Profile, person: Person) -> None:
    measured(profile, person, weeks=2)
    found = report(profile, person)
    assert len(found.body.rows) == 2 and not found.body.charts


def test_a_report_does_not_know_what_came_after_its_last_day(profile: Profile, person: Person) -> None:
    measured(profile, person)
    last = TODAY - timedelta(weeks=8)
    before = [one.facts for one in report(profile, person, FIRST, last).body.rows]
    profile.apply(RecordReadings(person.id, (readings_of(TODAY, calf_left="30", calf_right="30"),)))
    assert [one.facts for one in report(profile, person, FIRST, last).body.rows] == before
    assert not [one for one in report(profile, person, FIRST, last).summary if "goal" in one]


def test_training_is_told_beside_the_plan(profile: Profile, person: Person) -> None:
    fill(profile, person)
    found = report(profile, person).training
    assert found.workouts == 5
    assert found.kept_words[0] == "In 2 weeks of your plan, 6 Jan to 19 Jan, 6 sessions were planned."
    assert found.sets is not None
    assert [(one.first, one.legs, one.upper) for one in found.sets.bars] == [(day(0), 8, 3), (day(7), 0, 2)]
    assert found.tonnage is not None and found.tonnage.bars[1].upper == 2 * 8 * 60
    facts = {one.name: one.text for one in report(profile, person).facts}
    assert facts["Planned sessions done"] == "3 of 6, 50 %"
    assert facts["Hard sets a week"] == "legs 4, upper body 3"


def test_the_week_that_runs_is_not_drawn(profile: Profile, person: Person) -> None:
    """On its Saturday most of it has gone by, but what it comes to is not known yet."""
    saturday = TODAY + timedelta(days=5)
    for when in (TODAY - timedelta(days=7), TODAY):
        add_workout(profile, person, when, did("squat", "100x5"))
    sets = progress_report(profile, person, FIRST, saturday, saturday).training.sets
    assert sets is not None and [one.first for one in sets.bars] == [TODAY - timedelta(days=7)]


def test_many_weeks_are_drawn_four_in_one(profile: Profile, person: Person) -> None:
    weeks = MOST_BARS + 4
    for back in range(1, weeks + 1):
        add_workout(profile, person, TODAY - timedelta(weeks=back), did("squat", *["100x5"] * (1 + back % 2)))
    sets = report(profile, person, TODAY - timedelta(weeks=weeks)).training.sets
    assert sets is not None and sets.together == 4 and len(sets.bars) == weeks // 4
    assert {one.legs for one in sets.bars} == {1.5}, "the mean of one and two sets"


def test_lifts_are_told_with_their_error(profile: Profile, person: Person) -> None:
    for back in range(20):
        load = 100 - back
        add_workout(profile, person, TODAY - timedelta(weeks=back), did("squat", f"{load}x5@0"))
    [lift] = report(profile, person).training.lifts
    assert (lift.facts.name, lift.facts.words, lift.legs) == ("Back squat", "stronger", True)
    assert "Strength: 1 of 1 lift went up beyond its error." in report(profile, person).summary
