"""Hypothesis: sets, workouts and logs of every kind that the program takes."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.sites import Side
from plan_strategies import NOTES, QUANTITIES

RIRS = st.none() | st.integers(0, 18).map(lambda half: half / 2)
SIDES = st.sampled_from(Side)
KINDS = st.sampled_from(LoggedKind)
REPS = st.integers(0, 60)


@st.composite
def sets(
    draw: st.DrawFn, sides: st.SearchStrategy[Side] = SIDES, kinds: st.SearchStrategy[LoggedKind] = KINDS
) -> LoggedSet:
    """A set that a person could have typed."""
    shape = draw(st.sampled_from(["reps", "reps", "reps", "seconds", "both"]))
    reps = draw(REPS) if shape != "seconds" else None
    seconds = draw(st.integers(1, 3600)) if shape != "reps" else None
    load = draw(st.none() | QUANTITIES)
    assisted = load is not None and draw(st.booleans())
    return LoggedSet(draw(kinds), draw(sides), reps, seconds, load, assisted, draw(RIRS), draw(NOTES))


EXERCISES = st.sampled_from(
    ["back_squat", "rdl", "split_squat", "leg_curl", "bench", "row", "db_press", "pull_up", "helped_pull_up", "unknown"]
)
FIRST_DAY = date(2024, 1, 1)


@st.composite
def _workout(draw: st.DrawFn) -> Workout:
    exercises = st.lists(
        st.builds(
            LoggedExercise,
            EXERCISES,
            st.lists(sets(), max_size=6).map(tuple),
            st.none() | st.integers(1, 3),
            NOTES,
            st.none() | st.integers(0, 4),
        ),
        max_size=4,
    )
    day = FIRST_DAY + timedelta(days=draw(st.integers(0, 40)))
    minutes = draw(st.none() | st.integers(0, 300))
    return Workout(0, day, minutes=minutes, title=draw(NOTES), exercises=tuple(draw(exercises)))


def _numbered(workouts: list[Workout]) -> tuple[Workout, ...]:
    from dataclasses import replace

    return tuple(replace(one, id=number) for number, one in enumerate(workouts, start=1))


LOGS = st.lists(_workout(), max_size=6).map(_numbered)
