"""Three weeks by a plan, with all that happens: on its day, moved, done again, left out, free; for tests of calendars.

From Monday 6 January 2025; what is looked at is looked at on Monday 20 January.
"""

from __future__ import annotations

from datetime import date, timedelta

from done_workouts import AddWorkout
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.people import Person
from legwork.services.plans import AddPlan, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.programme import AddProgrammeChange

START = date(2025, 1, 6)
TODAY = date(2025, 1, 20)

_WEEK = """Week {number}
Session: Legs (Monday)
squat: 3x8
Session: Press (Wednesday)
bench_press: 3x8
Session: Any legs
hip_thrust: 2x10
"""


def plan(weeks: int = 4) -> Plan:
    """Legs on Monday, a press on Wednesday, hips on any day; the last week is a deload."""
    text = "Plan: Legs first\nBlock: Base (accumulate)\n"
    text += "".join(_WEEK.format(number=at + 1) for at in range(weeks - 1))
    return read_plan(text + "Block: Rest (deload)\n" + _WEEK.format(number=weeks), UnitSystem.METRIC)


def day(after: int) -> date:
    """So many days after the plan begins."""
    return START + timedelta(days=after)


def done(
    when: date, title: str, exercise: str, sets: int, kg: float, session: int | None, minutes: int = 40
) -> Workout:
    """A workout of one exercise, eight reps a set."""
    each = LoggedSet(reps=8, load=Quantity(kg, "kg", f"{kg:g}"))
    return Workout(
        0, when, minutes=minutes, title=title, exercises=(LoggedExercise(exercise, (each,) * sets),), session_id=session
    )


def keep_plan(profile: Profile, person: Person, starts_on: date | None = START, made: Plan | None = None) -> list[int]:
    """Keep the plan; answers with the ids of its sessions, in order."""
    profile.apply(AddPlan(person.id, made or plan(), starts_on))
    stored = plan_of(profile, plans_of(profile, person.id)[-1].id)
    assert stored is not None
    return [session.id for _, week in weeks_of(stored.plan) for session in week.sessions]


def fill(profile: Profile, person: Person) -> list[int]:
    """The plan and the workouts; answers with the ids of its sessions."""
    ids = keep_plan(profile, person)
    for workout in (
        done(day(0), "Legs", "squat", 3, 100, ids[0]),
        done(day(3), "Press", "bench_press", 3, 60, ids[1]),
        done(day(4), "Any legs", "hip_thrust", 2, 80, ids[2]),
        done(day(5), "Legs", "squat", 3, 100, ids[0]),
        done(day(8), "", "bench_press", 2, 60, None),
    ):
        profile.apply(AddWorkout(person.id, workout))
    profile.apply(AddProgrammeChange(person.id, day(2), "Creatine"))
    return ids
