"""An invented lifter to look around with: a man of 180 cm whose legs have some catching up to do.

Owns the made-up numbers. It must not write them anywhere, and nothing may be concluded from them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side, Spot
from legwork.i18n import mark, tr

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True)
class SampleCheckIn:
    """One day of the invented history. readings: cm, kg or percent, one to three a spot. note: or empty."""

    day: date
    readings: tuple[tuple[Spot, tuple[float, ...]], ...]
    morning: bool
    trained_legs: bool
    note: str


class _Course(NamedTuple):
    """One site's invented truth in cm, kg or percent.

    gain: what the programme adds in the end. drift: added in the first year by the usual training. right: how
    much larger the right side is. swing: half the seasonal range.
    """

    start: float
    gain: float = 0.0
    drift: float = 0.0
    right: float = 0.0
    swing: float = 0.0


_COURSES: dict[str, _Course] = {
    "body_weight": _Course(82.0, gain=2.4, swing=0.7),
    "body_fat": _Course(17.0, gain=-0.8, swing=0.7),
    "neck": _Course(40.0, drift=0.05),
    "shoulders": _Course(124.0, drift=0.2),
    "chest": _Course(112.0, drift=0.2, swing=0.3),
    "waist": _Course(84.0, gain=-0.5, swing=0.8),
    "hips": _Course(98.0, gain=1.5, swing=0.4),
    "flexed_arm": _Course(40.0, drift=0.1, right=0.4),
    "relaxed_arm": _Course(36.5, drift=0.1, right=0.4),
    "forearm": _Course(32.0, drift=0.05, right=0.5),
    "wrist": _Course(17.5, right=0.1),
    "upper_thigh": _Course(55.0, gain=4.5, right=0.5),
    "mid_thigh": _Course(51.0, gain=4.0, right=0.4),
    "lower_thigh": _Course(41.0, gain=1.8, right=0.3),
    "knee": _Course(38.0, gain=0.2, right=0.1),
    "calf": _Course(36.0, gain=1.6, right=-0.3),
    "ankle": _Course(22.5, right=0.1),
    "gluteal_fold_height": _Course(84.0),
    "knee_height": _Course(50.0),
    "ankle_height": _Course(7.4),
    "shoulder_height": _Course(148.0),
    "elbow_height": _Course(113.5),
    "wrist_height": _Course(86.0),
    "front_thigh_skinfold": _Course(1.4, gain=-0.05, right=0.02),
    "calf_skinfold": _Course(0.9, right=0.02),
    "triceps_skinfold": _Course(1.1, gain=-0.05, right=0.02),
}
"""A site that is not named here stands still in the middle of its range."""

_GROWTH_WEEKS = 60.0
"""Time constant of the gains: a thigh begins with .075 cm a week. Source: SCIENCE section 6, priors."""
_ERROR_PERCENT = {Kind.GIRTH: 0.7, Kind.MASS: 0.4, Kind.PERCENT: 3.0, Kind.LENGTH: 0.7, Kind.SKINFOLD: 4.0}
_TRAINED_SWELLING = 1.006
_SWELLING_SITES = frozenset({"upper_thigh", "mid_thigh", "lower_thigh", "calf"})
_HOLIDAY_WEEKS = 3

HOLIDAY_EVERY, HOLIDAY_FIRST = 52, 22
"""Weeks from one holiday to the next, and the week of the first one."""

LIFTS = (
    ("squat", Side.NONE, 115.0, 6, 2.0),
    ("deadlift", Side.NONE, 140.0, 5, 2.0),
    ("romanian_deadlift", Side.NONE, 100.0, 8, 2.0),
    ("split_squat", Side.LEFT, 44.0, 8, 1.0),
    ("split_squat", Side.RIGHT, 48.0, 8, 1.0),
    ("bench_press", Side.NONE, 105.0, 5, 1.0),
    ("overhead_press", Side.NONE, 62.5, 6, 1.0),
    ("row", Side.NONE, 90.0, 8, 2.0),
)
"""Best sets, a week before the end: lift, side, kg, reps, reps left."""

ANSWERS = (
    ("split", ("upper_lower",)),
    ("split_time", ("1_to_3_years",)),
    ("leg_days", ("two",)),
    ("leg_share", ("25_to_40",)),
    ("leg_lifts", ("squat", "hinge", "lunge")),
    ("effort", ("4_or_more",)),
    ("progress", ("little_up",)),
    ("sitting", ("7_to_10",)),
    ("eating", ("enough",)),
    ("family", ("slim_joints",)),
    ("pain_now", ("none",)),
)
"""What the invented lifter answered, by question, before the plan began. The log of the weeks since then finds a larger
share of leg work, and the program says so."""

STARTED = mark("Started two leg days a week")
"""The note of the day on which the leg programme starts."""
_RETURNED = mark("Back from holiday")
_NOW_AND_THEN = (
    mark("Slept badly"),
    mark("Easy week"),
    mark("Measured in the evening"),
    mark("New best on the squat"),
)


def sample_history(until: date, weeks: int, sites: Sequence[str], seed: int = 7) -> tuple[SampleCheckIn, ...]:
    """An invented history of weekly check-ins, oldest first, that ends on `until`; some weeks are missed.

    sites: keys of built-in sites; sided ones get both sides. A leg programme starts a third of the way in.
    The same arguments give the same history, and a spot's numbers do not depend on the other sites. `weeks`
    below 1 gives none. Raises KeyError for a site that is not built in.
    Source: invented; tape error 0.7 % a reading (convention).
    """
    from random import Random

    spots = [spot for site in sites for spot in BUILT_IN_BY_KEY[site].spots]
    start = weeks // 3
    days = _days(Random(f"{seed}:days"), until, weeks, start)
    chances = {spot: Random(f"{seed}:{spot}") for spot in spots}
    return tuple(
        SampleCheckIn(
            until - timedelta(weeks=weeks - 1 - week),
            tuple((spot, _readings(chances[spot], spot, week, week - start, trained)) for spot in spots),
            morning,
            trained,
            note,
        )
        for week, morning, trained, note in days
    )


def _days(chance: Random, until: date, weeks: int, start: int) -> list[tuple[int, bool, bool, str]]:
    """The weeks that have a check-in: number, measured in the morning, legs trained before, note."""
    found: list[tuple[int, bool, bool, str]] = []
    away = False
    for week in range(weeks):
        missed, evening, trained, talk, which = (chance.random() for _ in range(5))
        holiday = HOLIDAY_FIRST <= week % HOLIDAY_EVERY < HOLIDAY_FIRST + _HOLIDAY_WEEKS
        if week not in (0, start, weeks - 1) and (holiday or missed < 0.07):
            away = away or holiday
            continue
        note = ""
        if week == start:
            note = tr(STARTED)
        elif away:
            note = tr(_RETURNED)
        elif talk < 0.02:
            note = tr(_NOW_AND_THEN[int(which * len(_NOW_AND_THEN))])
        late = evening < 0.06 or note == tr(_NOW_AND_THEN[2])
        found.append((week, not late, week > start and trained < 0.08, note))
        away = False
    return found


def _readings(chance: Random, spot: Spot, week: int, since: int, trained: bool) -> tuple[float, ...]:
    """What the tape says: the true value, the tape's error, sometimes a second and a third reading."""
    site = BUILT_IN_BY_KEY[spot.site]
    course = _COURSES.get(spot.site) or _Course(round(math.sqrt(site.low * site.high), 1))
    true = course.start + course.drift * week / 52 / (1 + week / 260)
    if since > 0:
        true += course.gain * (1 - math.exp(-since / _GROWTH_WEEKS))
    true += course.swing * math.sin(2 * math.pi * (week - 10) / 52)
    true += {Side.LEFT: -course.right / 2, Side.RIGHT: course.right / 2, Side.NONE: 0.0}[spot.side]
    if trained and spot.site in _SWELLING_SITES:
        true *= _TRAINED_SWELLING
    error = true * _ERROR_PERCENT[site.kind] / 100
    luck = chance.random()
    count = 1 if site.kind is not Kind.GIRTH or luck < 0.8 else 2 if luck < 0.9 else 3
    return tuple(round(chance.gauss(true, error), 1) for _ in range(count))
