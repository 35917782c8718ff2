"""What the first page says at once, in words, from real rows."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

from helpers import MONDAY, day
from legwork.domain.units import Quantity
from legwork.services.check_ins import RecordReadings
from legwork.services.goals import SetGoal
from legwork.services.people import Person
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile
from legwork.services.settings import MONTH, REMIND_COPY, ChangeSetting
from legwork.services.today_now import TodayNow, today_now
from legwork.services.today_step import Step
from plan_samples import plan_of as made
from plan_samples import week_of


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def record(profile: Profile, person: Person, when: date) -> None:
    profile.apply(RecordReadings(person.id, (day(when, calf_left="38", calf_right="38", waist="84"),)))


def said(now: TodayNow) -> tuple[str, str]:
    return now.check_in_said.head, now.check_in_said.more


def test_of_somebody_new(profile: Profile, person: Person) -> None:
    now = today_now(profile, person, MONDAY)
    assert now.step.step is Step.FIRST_CHECK_IN
    assert now.check_in_said.head == "Not measured yet"
    assert (now.session_said.head, now.session_said.more) == ("No plan yet", "A free session needs none.")
    assert now.review is None


def test_the_check_in_through_a_week(profile: Profile, person: Person) -> None:
    record(profile, person, MONDAY)
    assert said(today_now(profile, person, MONDAY)) == (
        "Done today",
        "3 values. Next: Monday, 13\N{NO-BREAK SPACE}Jan.",
    )
    assert said(today_now(profile, person, after(2))) == ("Due on Monday", "Last one: 6 Jan, 3 values.")
    assert said(today_now(profile, person, after(6)))[0] == "Due tomorrow"
    assert said(today_now(profile, person, after(7)))[0] == "Due today"
    assert said(today_now(profile, person, after(9)))[0] == "Due since 13 Jan"
    assert said(today_now(profile, person, after(400))) == ("Due since 13 Jan 2025", "Last one: 6 Jan 2025, 3 values.")


def test_the_session_in_words(profile: Profile, person: Person) -> None:
    days = week_of({"Legs mon": {"squat": "3x8", "leg_press": "3x8"}, "Upper wed": {"bench_press": "3x8"}})
    profile.apply(AddPlan(person.id, made(days, name="Legs first"), MONDAY))
    heads = [
        (one.head, one.more) for days in (0, 1, 2) if (one := today_now(profile, person, after(days)).session_said)
    ]
    assert heads == [
        ("Legs", "Today, 2 exercises. 0 of 2 sessions done this week."),
        ("Legs", "Planned for Monday, still open, 2 exercises. 0 of 2 sessions done this week."),
        ("Upper", "Today, 1 exercise. 0 of 2 sessions done this week."),
    ]
    before = today_now(profile, person, after(-1)).session_said
    assert (before.head, before.more) == ("Legs", "Tomorrow, 2 exercises.")
    assert (
        today_now(profile, person, after(-10)).session_said.more
        == "On Monday, 6\N{NO-BREAK SPACE}Jan\N{NO-BREAK SPACE}2025, 2 exercises."
    )
    assert today_now(profile, person, after(30)).session_said.head == "The plan is over"


def test_a_review_waits_for_a_week_until_it_is_read(profile: Profile, person: Person) -> None:
    record(profile, person, MONDAY)
    goal = SetGoal(person.id, "site/waist", Quantity(80, "cm", "80"), after(200), MONDAY, "Waist")
    profile.apply(goal)
    away = {Step.PLAN: MONDAY}
    assert today_now(profile, person, after(1), put_off=away).step.step is Step.REVIEW
    assert today_now(profile, person, after(1), put_off=away).review == MONDAY
    assert today_now(profile, person, after(1), read=MONDAY, put_off=away).step.step is Step.REST
    assert today_now(profile, person, after(1), read=after(-7), put_off=away).step.step is Step.REVIEW
    late = today_now(profile, person, after(8), put_off={**away, Step.CHECK_IN: after(8)})
    assert late.step.step is Step.REST, "after a week it waits no longer"
    assert late.review == MONDAY, "but can still be read"


def test_what_was_put_off_comes_back(profile: Profile, person: Person) -> None:
    record(profile, person, MONDAY)
    away = {Step.PLAN: MONDAY, Step.GOAL: MONDAY, Step.REVIEW: MONDAY}
    assert today_now(profile, person, MONDAY, put_off=away).step.step is Step.REST
    assert today_now(profile, person, after(1), put_off=away).step.step is Step.REVIEW, "after a day"
    late = {**away, Step.REVIEW: after(28), Step.CHECK_IN: after(28)}
    assert today_now(profile, person, after(28), put_off=late).step.step is Step.PLAN, "after four weeks"
    ahead = {**away, Step.REVIEW: after(300)}
    assert today_now(profile, person, MONDAY, put_off=ahead).step.step is Step.REVIEW, "a clock that was set back"


def test_it_loads_nothing_heavy() -> None:
    """In a process of its own: what the first page says at once needs neither numpy nor SQLAlchemy, nor plans as a
    whole."""
    heavy = (
        "'numpy', 'sqlalchemy', 'alembic', 'legwork.domain.plan', 'legwork.services.train_week', 'legwork.domain.trend'"
    )
    code = f"import sys, legwork.services.today_now; print([one for one in ({heavy}) if one in sys.modules])"
    found = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_copy_elsewhere_is_asked_for_where_one_is_reminded_of_it(profile: Profile, person: Person) -> None:
    record(profile, person, MONDAY)
    away = {Step.PLAN: MONDAY, Step.REVIEW: MONDAY, Step.GOAL: MONDAY}
    assert today_now(profile, person, MONDAY, put_off=away).step.step is Step.REST
    profile.apply(ChangeSetting(REMIND_COPY, MONTH))
    found = today_now(profile, person, MONDAY, put_off=away).step
    assert (found.step, found.why) == (Step.COPY, "None was made yet. A stick will do.")
