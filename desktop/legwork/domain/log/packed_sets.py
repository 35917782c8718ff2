"""Sets as a store gives them by the hundred thousand: few numbers to a row, several facts in one number.

Owns unpacking them into columns. How they are packed, the caller says; it must not ask a store.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from legwork.domain.log.columns import RawSets, SetColumns, columns_from

if TYPE_CHECKING:
    from legwork.domain.log.columns import Floats, Ints


class Packing(NamedTuple):
    """Where one fact begins above the others in a number.

    How: kind (as `roles` numbers it) + side x its number + help + left x (reps left in halves + 1) + place x its number
    + reps x (reps + 1). Owner: seconds + 1, + owner x the id of the exercise. 0 where there is none of it.
    """

    side: int
    assisted: int
    left: int
    place: int
    reps: int
    owner: int


SET_WIDTH = 4
"""Numbers of one set: its id, its owner and seconds, how it was done, and kg (-1 for none)."""

_EXERCISE_WIDTH = 5


def columns_of_packed(
    exercises: Iterable[Sequence[Any]], sets: Iterable[Sequence[float]], packing: Packing
) -> SetColumns:
    """The columns of packed sets.

    exercises: (id, workout's id, day as 2025-01-14, place in the workout, key), in the order in which they were done.
    sets: rows of SET_WIDTH numbers, in any order; each belongs to one of the exercises.
    """
    import numpy as np

    # Slices of one list are faster than zip for as many rows as this.
    flat: list[Any] = list(chain.from_iterable(exercises))
    ids, workouts, days, places, keys = (flat[place::_EXERCISE_WIDTH] for place in range(_EXERCISE_WIDTH))
    ordinals = {day: date.fromisoformat(day).toordinal() for day in dict.fromkeys(days)}
    codes: dict[str, int] = {}
    exercise = np.array([codes.setdefault(key, len(codes)) for key in keys], dtype=np.int64)
    numbers = np.fromiter(chain.from_iterable(sets), np.float64).reshape(-1, SET_WIDTH)
    owner, how = numbers[:, 1].astype(np.int64), numbers[:, 2].astype(np.int64)
    at = _places(np.array(ids, dtype=np.int64), owner // packing.owner)
    order = at * (packing.reps // packing.place) + how % packing.reps // packing.place
    if np.any(np.diff(order) < 0):
        rows = np.lexsort((numbers[:, 0], order))
        numbers, at, owner, how = numbers[rows], at[rows], owner[rows], how[rows]
    return columns_from(
        RawSets(
            numbers[:, 0].astype(np.int64),
            np.array(workouts, dtype=np.int64)[at],
            np.array([ordinals[day] for day in days], dtype=np.int64)[at],
            np.array(places, dtype=np.int64)[at],
            tuple(codes),
            exercise[at],
            how % packing.side,
            how % packing.assisted // packing.side,
            _known((how // packing.reps - 1).astype(np.float64)),
            _known((owner % packing.owner - 1).astype(np.float64)),
            _known(numbers[:, 3]),
            how % packing.left >= packing.assisted,
            _known((how % packing.place // packing.left - 1) / 2),
        )
    )


def _known(numbers: Floats) -> Floats:
    """The numbers, with NaN for what there is not."""
    import numpy as np

    return np.where(numbers < 0, np.nan, numbers)


def _places(ids: Ints, wanted: Ints) -> Ints:
    """The place among `ids`, which stand in any order, of each of `wanted`."""
    import numpy as np

    order = np.argsort(ids, kind="stable")
    found: Ints = order[np.searchsorted(ids, wanted, sorter=order)]
    return found
