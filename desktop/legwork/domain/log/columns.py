"""A log as columns: all its sets as plain rows, and from them arrays that are counted at once.

Owns the row, the arrays, and making them of workouts. It must not count (that is `counting`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from legwork.domain.log.model import Workout
from legwork.domain.log.roles import DROP, FAILURE, LEFT, MYO, RIGHT, WARM_UP, roles_of
from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import Side

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

    Floats = NDArray[float64]
    Ints = NDArray[int64]
    Flags = NDArray[bool_]


KIND_NUMBERS: dict[object, int] = {
    LoggedKind.WARM_UP.value: WARM_UP,
    LoggedKind.DROP.value: DROP,
    LoggedKind.MYO.value: MYO,
    LoggedKind.FAILURE.value: FAILURE,
}
SIDE_NUMBERS: dict[object, int] = {Side.LEFT.value: LEFT, Side.RIGHT.value: RIGHT}
"""Kinds and sides as `roles` numbers them; 0 for all others."""


class SetRow(NamedTuple):
    """A set as a store gives it. set_id: what it is known by. day: ordinal of the workout's day. place: of its exercise
    in the workout: an exercise that comes twice has two. kind, side: values of LoggedKind and Side. reps, seconds,
    load_kg, rir: None where there is none; a load is above zero, also for help."""

    set_id: int
    workout_id: int
    day: int
    place: int
    exercise: str
    kind: str
    side: str
    reps: int | None
    seconds: int | None
    load_kg: float | None
    assisted: bool
    rir: float | None


@dataclass(frozen=True, eq=False)
class SetColumns:
    """The sets of a log; arrays of shape (n,), in the order in which they were done, n may be 0.

    exercises: the keys that occur; exercise: by row, its place there. warm_up: whether it is one. side: 0 where none
    was named, else LEFT or RIGHT of `roles`. reps, seconds, rir: NaN where there is none; rir is 0 for a set to failure
    of which nobody said more. load_kg: below zero for help that the set itself names; NaN where none was noted. opens:
    whether a set begins with it that counts as one. partner: the row of the other side of its pair, -1 without one.
    """

    set_id: Ints
    workout_id: Ints
    day: Ints
    exercises: tuple[str, ...]
    exercise: Ints
    warm_up: Flags
    side: Ints
    reps: Floats
    seconds: Floats
    load_kg: Floats
    assisted: Flags
    rir: Floats
    opens: Flags
    partner: Ints

    def __len__(self) -> int:
        return len(self.set_id)


def columns_of(rows: Iterable[Sequence[object]]) -> SetColumns:
    """The columns of rows, each as a SetRow or a tuple like it.

    The sets of one exercise of a workout stand together, in the order in which they were done; workouts may come in
    any order. A kind or side that is not known counts as a working set without a side. Raises ValueError for rows that
    are shorter or longer.
    """
    import numpy as np

    width = len(SetRow._fields)
    flat = list(chain.from_iterable(rows))
    if len(flat) % width:
        raise ValueError("a row of a log has twelve fields")
    # Slices of one list are three times as fast as zip for as many rows as this.
    set_ids, workouts, days, places, keys, kinds, sides, *numbers = (flat[place::width] for place in range(width))
    codes: dict[object, int] = {}
    exercise = np.array([codes.setdefault(key, len(codes)) for key in keys], dtype=np.int64)
    reps, seconds, load = (np.array(one, dtype=np.float64) for one in numbers[:3])  # numpy reads None as NaN
    return columns_from(
        RawSets(
            np.array(set_ids, dtype=np.int64),
            np.array(workouts, dtype=np.int64),
            np.array(days, dtype=np.int64),
            np.array(places, dtype=np.int64),
            tuple(str(one) for one in codes),
            exercise,
            np.array([KIND_NUMBERS.get(one, 0) for one in kinds], dtype=np.int64),
            np.array([SIDE_NUMBERS.get(one, 0) for one in sides], dtype=np.int64),
            reps,
            seconds,
            load,
            np.array(numbers[3], dtype=np.bool_),
            np.array(numbers[4], dtype=np.float64),
        )
    )


class RawSets(NamedTuple):
    """Sets as arrays of shape (n,) that are not counted yet; fields as in SetRow and SetColumns.

    kind, side: as KIND_NUMBERS and SIDE_NUMBERS have them. reps, seconds, load_kg, rir: NaN where there is none.
    """

    set_id: Ints
    workout_id: Ints
    day: Ints
    place: Ints
    exercises: tuple[str, ...]
    exercise: Ints
    kind: Ints
    side: Ints
    reps: Floats
    seconds: Floats
    load_kg: Floats
    assisted: Flags
    rir: Floats


def columns_from(raw: RawSets) -> SetColumns:
    """The columns of sets that stand in the order in which they were done, those of one exercise together."""
    import numpy as np

    load = np.where(raw.assisted, -raw.load_kg, raw.load_kg)
    done = np.nan_to_num(np.where(np.isnan(raw.reps), raw.seconds, raw.reps))
    works = (raw.kind != WARM_UP) & (done > 0)
    opens, partner = _roles(_blocks(raw.workout_id, raw.place, raw.exercise), raw.kind, raw.side, works, done, load)
    return SetColumns(
        raw.set_id,
        raw.workout_id,
        raw.day,
        raw.exercises,
        raw.exercise,
        raw.kind == WARM_UP,
        raw.side,
        raw.reps,
        raw.seconds,
        load,
        raw.assisted,
        np.where(np.isnan(raw.rir) & (raw.kind == FAILURE), 0.0, raw.rir),
        opens,
        partner,
    )


def rows_of(workouts: Iterable[Workout]) -> list[SetRow]:
    """The sets of workouts as rows. Their ids are counted from 1, in order: a stored set has an id of its own."""
    found: list[SetRow] = []
    for workout in workouts:
        day = workout.day.toordinal()
        for place, exercise in enumerate(workout.exercises):
            for one in exercise.sets:
                found.append(
                    SetRow(
                        len(found) + 1,
                        workout.id,
                        day,
                        place,
                        exercise.exercise,
                        one.kind.value,
                        one.side.value,
                        one.reps,
                        one.seconds,
                        None if one.load is None else one.load.value,
                        one.assisted,
                        one.rir,
                    )
                )
    return found


def _blocks(workout: Ints, place: Ints, exercise: Ints) -> Ints:
    """The number of each row's exercise of a workout, counted from 0; a place that two exercises claim is two."""
    import numpy as np

    if not len(workout):
        return workout
    changes = (np.diff(workout) != 0) | (np.diff(place) != 0) | (np.diff(exercise) != 0)
    return np.concatenate([[0], np.cumsum(changes)])


def _roles(block: Ints, kind: Ints, side: Ints, works: Flags, done: Floats, load: Floats) -> tuple[Flags, Ints]:
    """Roles are looked for only in exercises with a side, a drop or a myo set: elsewhere every set is one."""
    import numpy as np

    opens = works.copy()
    partner = np.full(len(works), -1, dtype=np.int64)
    special = np.unique(block[(side > 0) | (kind == DROP) | (kind == MYO)])
    if not len(special):
        return opens, partner
    rows = np.flatnonzero(np.isin(block, special))
    lists = (one[rows].tolist() for one in (block, kind, side, works, done, np.nan_to_num(load)))
    found = roles_of(*lists)
    opens[rows] = found.opens
    other = np.array(found.partner, dtype=np.int64)
    partner[rows] = np.where(other >= 0, rows[other], -1)
    return opens, partner
