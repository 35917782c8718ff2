"""The sessions of a week with their state, and on which day each would be entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.model import Plan, Weekday
from legwork.services.plans import PlanInfo
from legwork.services.train_week import (
    State,
    TrainWeek,
    entry_day,
    next_row,
    plan_today,
    session_title,
    week_number,
    week_of,
)
from plan_samples import plan_of
from plan_samples import week_of as days

MONDAY = date(2026, 3, 2)
CELLS = {"squat": "3x8 100kg", "leg_curl": "2x12"}


def plan() -> Plan:
    week = days({"Legs A mon": CELLS, "Upper wed": {"row": "3x8 60kg"}, "Any": CELLS})
    return plan_of(week, week, week)


def session(number: int, place: int) -> int:
    return plan().blocks[0].weeks[number - 1].sessions[place].id


def done(session_id: int | None, day: date, workout_id: int = 1) -> Workout:
    sets = (LoggedSet(reps=8),)
    return Workout(workout_id, day, exercises=(LoggedExercise("squat", sets),), session_id=session_id)


def shown(*workouts: Workout, number: int = 1, today: date = MONDAY + timedelta(days=2), open_id: int = 0) -> TrainWeek:
    return week_of(plan(), MONDAY, number, workouts, today, open_id)


def states(week: TrainWeek) -> list[State]:
    return [one.state for one in week.rows]


def test_by_the_day_of_the_week() -> None:
    week = shown()
    assert states(week) == [State.LATER, State.TODAY, State.TO_COME]
    assert [one.day for one in week.rows] == [MONDAY, MONDAY + timedelta(days=2), None]
    assert week.rows[0].facts == "2 exercises, 5 sets"
    assert states(shown(today=MONDAY + timedelta(days=9))) == [State.MISSED] * 3
    assert states(shown(number=2)) == [State.TO_COME] * 3


def test_done_moved_in_progress_and_again() -> None:
    first, second, third = (session(1, place) for place in range(3))
    week = shown(
        done(first, MONDAY), done(second, MONDAY + timedelta(days=1), 2), done(third, MONDAY, 3),
        done(first, MONDAY + timedelta(days=1), 4), open_id=3,
    )  # fmt: skip
    assert states(week) == [State.DONE, State.MOVED, State.IN_PROGRESS]
    assert [one.id for one in week.rows[0].workouts] == [1, 4], "repeated"
    assert shown(done(None, MONDAY)).rows[0].state is State.LATER, "a free session does none of them"


def test_what_comes_next() -> None:
    first, second, third = (session(1, place) for place in range(3))
    assert next_row(shown()).session.id == second, "today's"
    assert next_row(shown(open_id=9)).session.id == second
    assert next_row(shown(done(second, MONDAY))).session.id == first
    assert next_row(shown(done(second, MONDAY)), after=0).session.id == third
    assert next_row(shown(*(done(one, MONDAY, one) for one in (first, second, third)))) is None


def test_a_session_is_entered_for_its_own_day_once_that_has_gone_by() -> None:
    today = MONDAY + timedelta(days=2)
    week = shown()
    assert [entry_day(one, week, today) for one in week.rows] == [MONDAY, today, today]
    assert entry_day(shown(today=MONDAY).rows[1], shown(today=MONDAY), MONDAY) == MONDAY, "before its day: today"
    later = MONDAY + timedelta(days=10)
    week = shown(today=later)
    assert entry_day(week.rows[2], week, later) == MONDAY + timedelta(days=6), "of any day: its week's last"


def test_the_week_that_is_meant() -> None:
    assert week_number(plan(), MONDAY, [], MONDAY - timedelta(days=30)) == 1
    assert week_number(plan(), MONDAY, [], MONDAY + timedelta(days=8)) == 2
    assert week_number(plan(), MONDAY + timedelta(days=3), [], MONDAY + timedelta(days=7)) == 2, "weeks begin on Monday"
    assert week_number(plan(), MONDAY, [], MONDAY + timedelta(days=300)) == 3
    assert week_number(Plan(), MONDAY, [], MONDAY) == 0
    week_one = [done(session(1, place), MONDAY, place + 1) for place in range(3)]
    assert week_number(plan(), None, week_one[:2], MONDAY) == 1
    assert week_number(plan(), None, week_one, MONDAY) == 2


def test_without_a_start_nothing_is_missed() -> None:
    week = week_of(plan(), None, 1, [done(session(1, 0), MONDAY)], MONDAY + timedelta(days=300))
    assert states(week) == [State.DONE, State.TO_COME, State.TO_COME] and week.first is None


def test_the_plan_that_is_trained_by() -> None:
    def info(plan_id: int, starts_on: date | None, weeks: int = 4) -> PlanInfo:
        return PlanInfo(plan_id, "", "", starts_on, weeks)

    running, over, loose = info(1, MONDAY), info(2, MONDAY - timedelta(weeks=20)), info(3, None)
    today = MONDAY + timedelta(days=3)
    assert plan_today([], today) is None
    assert plan_today([running, over, loose], today) == running
    assert plan_today([running, over, loose], today, chosen=2) == over
    assert plan_today([over, loose], today) == loose


def test_a_session_without_a_name_is_called_by_its_day_or_place() -> None:
    named = plan_of(days({"": CELLS})).blocks[0].weeks[0].sessions[0]
    assert session_title(named, 1) == "Session 2"
    assert session_title(replace(named, weekday=Weekday.FRIDAY), 1) == "Friday"
    assert session_title(replace(named, name="Legs"), 1) == "Legs"


def test_a_session_that_is_done_says_how_much_was_done() -> None:
    row = shown(done(session(1, 0), MONDAY)).rows[0]
    assert row.facts == "1 exercise, 1 set (planned: 2 exercises, 5 sets)"
    sets = {"squat": 3, "leg_curl": 2}
    whole = tuple(LoggedExercise(key, (LoggedSet(reps=8),) * many) for key, many in sets.items())
    row = shown(replace(done(session(1, 0), MONDAY), exercises=whole)).rows[0]
    assert row.facts == "2 exercises, 5 sets"
