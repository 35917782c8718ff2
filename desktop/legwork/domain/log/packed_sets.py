"""Sets as a store gives them by the hundred thousand: all of them in a few texts of digits, numbers of equal length.

Owns reading such texts into columns. Which facts stand in them, the caller says; it must not ask a store.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from legwork.domain.log.columns import RawSets, SetColumns, columns_from

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from legwork.domain.log.columns import Floats, Ints

Digits = tuple[tuple[tuple[str, int], ...], ...]
"""For each text the facts that stand in one number of it, with their digits, from the left. One digit more, which says
nothing, stands before them."""

MG = 1_000_000
"""Loads are in so many parts of a kg."""

_HELP = 3


class Layout(NamedTuple):
    """What stands in the texts.

    sets: id, owner (id of the exercise), reps and left (reps left in halves), each one more than it is and 0 for none,
    place (in the exercise), side (as `roles` numbers it, 3 more for help), kind (likewise), load (mg, 0 for none) and
    seconds (0 for none). exercises: id, workout (its id) and place (in the workout).
    """

    sets: Digits
    exercises: Digits


def columns_of_packed(
    workouts: Sequence[tuple[int, str]],
    exercises: Sequence[Sequence[str]],
    sets: Sequence[str],
    layout: Layout,
) -> SetColumns:
    """The columns of packed sets.

    workouts: (id, day as 2025-01-14), in the order in which they were done. exercises: (key, and the texts of the times
    when it was done), each key once. sets: their texts. Times and sets come in any order, those of one row at the same
    place in each text. Raises ValueError for texts that are no whole numbers of these lengths.
    """
    import numpy as np

    ids = np.array([one for one, _ in workouts], dtype=np.int64)
    ordinals = np.array([date.fromisoformat(day).toordinal() for _, day in workouts], dtype=np.int64)
    texts = ["".join(one[1 + number] for one in exercises) for number in range(len(layout.exercises))]
    times = _numbers(texts, layout.exercises)
    lengths = [len(one[1]) // _width(layout.exercises[0]) for one in exercises]
    code = np.repeat(np.arange(len(exercises), dtype=np.int64), lengths)
    rank = _places(ids, times["workout"])
    done = np.lexsort((times["id"], times["place"], rank))
    found = _numbers(sets, layout.sets)
    at = _places(times["id"][done], found["owner"])
    order = at * 10 ** _digits_of(layout.sets, "place") + found["place"]
    if np.any(np.diff(order) < 0):
        rows = np.lexsort((found["id"], order))
        found, at = {name: numbers[rows] for name, numbers in found.items()}, at[rows]
    row = done[at]
    keys, codes = _in_order(code[done])
    return columns_from(
        RawSets(
            found["id"],
            times["workout"][row],
            ordinals[rank[row]],
            times["place"][row],
            tuple(exercises[one][0] for one in keys),
            codes[at],
            found["kind"],
            found["side"] % _HELP,
            _known(found["reps"], found["reps"] - 1),
            _known(found["seconds"], found["seconds"]),
            _known(found["load"], found["load"] / MG),
            found["side"] >= _HELP,
            _known(found["left"], (found["left"] - 1) / 2),
        )
    )


def _numbers(texts: Sequence[str], digits: Digits) -> dict[str, Ints]:
    """The facts by name, each of shape (n,)."""
    import numpy as np

    found: dict[str, Ints] = {}
    for text, facts in zip(texts, digits, strict=True):
        # One row for each digit's place: they are then taken in one after the other, each for all numbers at once.
        places = np.ascontiguousarray(np.frombuffer(text.encode(), dtype=np.uint8).reshape(-1, _width(facts)).T)
        at = 1
        for name, count in facts:
            number = places[at].astype(np.int64)
            for place in places[at + 1 : at + count]:
                number *= 10
                number += place
            number -= ord("0") * ((10**count - 1) // 9)
            found[name] = number
            at += count
    return found


def _width(facts: Sequence[tuple[str, int]]) -> int:
    """How long one number is."""
    return 1 + sum(count for _, count in facts)


def _digits_of(digits: Digits, name: str) -> int:
    return next(count for facts in digits for fact, count in facts if fact == name)


def _known(there: Ints, values: ArrayLike) -> Floats:
    """The values, with NaN where a number is 0."""
    import numpy as np

    return np.where(there > 0, np.asarray(values, dtype=np.float64), np.nan)


def _in_order(codes: Ints) -> tuple[list[int], Ints]:
    """The codes that occur, in the order in which they first do, and for each row the place among them."""
    import numpy as np

    known, first, place = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    renumbered = np.empty(len(known), dtype=np.int64)
    renumbered[order] = np.arange(len(known))
    return known[order].tolist(), renumbered[place]


def _places(ids: Ints, wanted: Ints) -> Ints:
    """The place among `ids`, which stand in any order, of each of `wanted`."""
    import numpy as np

    order = np.argsort(ids, kind="stable")
    found: Ints = order[np.searchsorted(ids, wanted, sorter=order)]
    return found
