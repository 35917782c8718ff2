"""How the invented lifter trained before the plan: a split by body parts first, then upper and lower body in turns.

Owns the sessions, by keys of the shipped exercises, and how strong Sam was in each at both ends. It must not make
workouts (that is `sample_log`), and it is no advice to anybody.
"""

from __future__ import annotations

from typing import NamedTuple

from legwork.domain.plan.model import Weekday
from legwork.i18n import mark

BODY_KG = 82.0
"""What Sam weighs, roughly, for exercises with one's own weight."""


class Line(NamedTuple):
    """An exercise of a session.

    left: reps left in the first set. before, after: the one-rep maximum in kg at the two ends of the time, as the
    exercise counts its load; with one's own weight in it where `body`. step: between two loads, kg. chance: that it is
    done at all. group: as in `LoggedExercise`. ramp: warm-up sets before it. drops: the last set is one with a drop
    set after it. sided: left and right apart. helped: what is loaded is help. seconds: low and high are seconds.
    """

    exercise: str
    sets: int
    low: int
    high: int
    left: float
    before: float
    after: float
    step: float = 2.5
    chance: float = 1.0
    group: int | None = None
    ramp: bool = False
    drops: bool = False
    sided: bool = False
    body: bool = False
    helped: bool = False
    seconds: bool = False


class Day(NamedTuple):
    """A session of the week. chance: that it is not left out."""

    name: str
    weekday: Weekday
    lines: tuple[Line, ...]
    chance: float = 0.94


BY_BODY_PART = (
    Day(
        mark("Chest"),
        Weekday.MONDAY,
        (
            Line("bench_press", 4, 6, 8, 1, 113, 120, ramp=True),
            Line("incline_dumbbell_press", 3, 8, 10, 2, 42, 46, 2),
            Line("machine_fly", 3, 12, 15, 1, 66, 72, drops=True),
            Line("triceps_dip", 2, 8, 12, 1, 104, 110, body=True, chance=0.6),
        ),
    ),
    Day(
        mark("Back"),
        Weekday.TUESDAY,
        (
            Line("pull_up", 3, 6, 10, 1, 100, 107, body=True),
            Line("row", 4, 8, 10, 2, 104, 112, ramp=True),
            Line("lat_pulldown", 3, 10, 12, 1, 84, 91),
            Line("assisted_pull_up", 2, 8, 12, 1, 84, 93, 5, body=True, helped=True),
            Line("face_pull", 3, 12, 15, 2, 42, 46, chance=0.8),
        ),
    ),
    Day(
        mark("Shoulders"),
        Weekday.THURSDAY,
        (
            Line("overhead_press", 4, 6, 8, 1, 67, 71, ramp=True),
            Line("lateral_raise", 4, 12, 15, 1, 14, 15, 1, drops=True),
            Line("reverse_fly_machine", 3, 12, 15, 2, 55, 60),
            Line("barbell_shrug", 3, 10, 12, 2, 130, 140, 5, chance=0.7),
            Line("plank", 2, 40, 60, 0, 70, 90, chance=0.6, seconds=True),
        ),
    ),
    Day(
        mark("Arms"),
        Weekday.FRIDAY,
        (
            Line("barbell_curl", 3, 8, 10, 1, 46, 49, group=1),
            Line("skullcrusher", 3, 8, 12, 1, 45, 48, group=1),
            Line("hammer_curl", 3, 10, 12, 1, 23, 24, 2, group=2),
            Line("triceps_pushdown", 3, 12, 15, 1, 39, 42, group=2, drops=True),
            Line("cable_crunch", 2, 12, 15, 2, 62, 66, chance=0.6),
        ),
    ),
    Day(
        mark("Legs"),
        Weekday.SATURDAY,
        (
            Line("squat", 3, 8, 10, 5.5, 116, 122, ramp=True),
            Line("leg_extension", 2, 12, 15, 5, 60, 64),
            Line("lying_leg_curl", 2, 12, 15, 5, 50, 52),
            Line("standing_calf_raise", 2, 12, 15, 6, 101, 104, 5, chance=0.5),
        ),
        0.6,
    ),
)
"""The first year: legs every week or two, with many reps left."""

UPPER_LOWER = (
    Day(
        mark("Lower body A"),
        Weekday.MONDAY,
        (
            Line("squat", 4, 5, 7, 3.5, 122, 141, ramp=True),
            Line("romanian_deadlift", 3, 6, 8, 3, 112, 131, ramp=True),
            Line("standing_calf_raise", 3, 10, 12, 3, 104, 115, 5, chance=0.6),
            Line("hanging_leg_raise", 2, 8, 12, 2, 100, 108, body=True, chance=0.7),
        ),
    ),
    Day(
        mark("Upper body A"),
        Weekday.TUESDAY,
        (
            Line("bench_press", 4, 5, 7, 1, 120, 126, ramp=True),
            Line("row", 4, 8, 10, 2, 112, 119.5, ramp=True),
            Line("lateral_raise", 3, 12, 15, 1, 15, 15.6, 1, drops=True),
            Line("barbell_curl", 3, 8, 12, 1, 49, 50.5, group=1),
            Line("triceps_pushdown", 3, 10, 12, 1, 42, 43.5, group=1),
        ),
    ),
    Day(
        mark("Lower body B"),
        Weekday.THURSDAY,
        (
            Line("deadlift", 3, 4, 6, 3, 150, 172, ramp=True),
            Line("split_squat", 3, 7, 9, 3, 23, 31.5, 2, sided=True),
            Line("leg_press", 2, 8, 12, 3.5, 235, 262, 5, chance=0.5),
            Line("plank", 2, 45, 75, 0, 90, 100, chance=0.6, seconds=True),
        ),
    ),
    Day(
        mark("Upper body B"),
        Weekday.FRIDAY,
        (
            Line("overhead_press", 4, 5, 7, 1, 71, 76.5, ramp=True),
            Line("pull_up", 3, 6, 10, 1, 107, 112, body=True),
            Line("incline_dumbbell_press", 3, 8, 10, 2, 46, 48, 2),
            Line("lat_pulldown", 2, 8, 12, 2, 91, 95),
            Line("hammer_curl", 2, 10, 12, 1, 24, 25, 2, group=1),
            Line("face_pull", 2, 12, 15, 2, 46, 48, group=1),
        ),
    ),
)
"""From the change of programme on: two leg days, still with a few reps left."""

PLANNED: dict[str, Line] = {
    one.exercise: one
    for one in (
        Line("squat", 4, 6, 8, 2, 141, 145.5, ramp=True),
        Line("bulgarian_split_squat", 3, 8, 10, 2, 29.5, 31.5, 2, sided=True),
        Line("seated_leg_curl", 3, 8, 12, 1, 63, 65),
        Line("leg_extension", 2, 10, 12, 1, 71, 73),
        Line("standing_calf_raise", 4, 8, 12, 1, 115, 117, 5),
        Line("bench_press", 3, 6, 8, 2, 126, 127, ramp=True),
        Line("row", 3, 8, 10, 2, 119, 120.5, ramp=True),
        Line("lateral_raise", 2, 12, 15, 1, 15.5, 15.8, 1, drops=True),
        Line("barbell_curl", 2, 8, 12, 1, 50.5, 51),
        Line("romanian_deadlift", 4, 6, 8, 2, 131, 133.5, ramp=True),
        Line("leg_press", 3, 8, 12, 2, 262, 266, 5),
        Line("hip_thrust", 3, 8, 10, 2, 139, 142, 5),
        Line("lying_leg_curl", 3, 8, 12, 1, 57, 58),
        Line("seated_calf_raise", 3, 10, 15, 1, 76, 78),
        Line("hack_squat", 3, 8, 10, 2, 126, 129, 5),
        Line("hip_adduction", 2, 10, 12, 1, 71, 73),
        Line("overhead_press", 3, 6, 8, 2, 76.5, 77, ramp=True),
        Line("lat_pulldown", 3, 8, 12, 2, 95, 96),
        Line("triceps_pushdown", 2, 10, 12, 1, 43.5, 44),
    )
}
"""How strong Sam is in the exercises of the plan, at its start and after four weeks; the plan itself says the rest."""
