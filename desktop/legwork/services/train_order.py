"""The order of a workout's exercises: what becomes of it when one is moved, put into a superset, or taken out.

Owns naming these changes and where the exercise stands afterwards. The changes are those of `domain.log.workout_edits`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from legwork.domain.log.model import Workout
from legwork.domain.log.workout_edits import apart, joined, moved, place_after, place_apart, without
from legwork.i18n import tr


@dataclass(frozen=True)
class Rearranged:
    """A pure change with its translated name. place: where the exercise stands afterwards, or what stands there now."""

    change: Callable[[Workout], Workout]
    what: str
    place: int


WISHES = ("up", "down", "join", "apart", "remove")


def rearranged(workout: Workout, place: int, wish: str, name: str) -> Rearranged | None:
    """One of WISHES for an exercise (its translated name); None where nothing would change."""
    match wish:
        case "up" | "down":
            step = -1 if wish == "up" else 1
            change, to = partial(moved, place=place, step=step), place_after(workout, place, step)
            what = tr("Move {exercise} up", exercise=name) if step < 0 else tr("Move {exercise} down", exercise=name)
        case "join":
            change, to = partial(joined, place=place), place
            what = tr("{exercise}: superset with the one above", exercise=name)
        case "apart":
            change, to = partial(apart, place=place), place_apart(workout, place)
            what = tr("{exercise}: out of the superset", exercise=name)
        case _:
            change, to = partial(without, place=place), max(0, min(place, len(workout.exercises) - 2))
            what = tr("Take out {exercise}", exercise=name)
    return Rearranged(change, what, to) if change(workout) != workout else None


def possible(workout: Workout, place: int) -> frozenset[str]:
    """The WISHES that would change something."""
    return frozenset(wish for wish in WISHES if rearranged(workout, place, wish, "") is not None)
