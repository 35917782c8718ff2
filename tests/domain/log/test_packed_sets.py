"""Packed sets become the same columns as workouts do, in whatever order a store gives them."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.columns import KIND_NUMBERS, SIDE_NUMBERS, columns_of, rows_of
from legwork.domain.log.model import Workout
from legwork.domain.log.packed_sets import Layout, columns_of_packed
from log_strategies import LOGS

LAYOUT = Layout(
    sets=(
        (("id", 6), ("owner", 4)),
        (("reps", 8), ("place", 3), ("left", 2), ("side", 1), ("kind", 1)),
        (("load", 14), ("seconds", 5)),
    ),
    exercises=((("id", 4),), (("workout", 3), ("place", 2))),
)


def packed(*numbers: tuple[int, int]) -> str:
    """Numbers with their lengths as one of those that stand in a text."""
    return "1" + "".join(f"{number:0{length}}" for number, length in numbers)


@given(LOGS, st.randoms(use_true_random=False))
def test_any_order_gives_the_order_in_which_they_were_done(log: tuple[Workout, ...], mix: random.Random) -> None:
    times: dict[str, list[tuple[str, str]]] = defaultdict(list)
    sets: list[tuple[str, str, str]] = []
    ids = mix.sample(range(1, 1000), sum(len(one.exercises) for one in log))
    for workout in log:
        for place, exercise in enumerate(workout.exercises):
            owner = ids.pop()
            times[exercise.exercise].append((packed((owner, 4)), packed((workout.id, 3), (place, 2))))
            for at, one in enumerate(exercise.sets):
                reps = 0 if one.reps is None else one.reps + 1
                left = 0 if one.rir is None else int(2 * one.rir) + 1
                side = SIDE_NUMBERS.get(one.side.value, 0) + 3 * one.assisted
                kind = KIND_NUMBERS.get(one.kind.value, 0)
                load = 0 if one.load is None else round(1_000_000 * one.load.value)
                sets.append(
                    (
                        packed((len(sets) + 1, 6), (owner, 4)),
                        packed((reps, 8), (at, 3), (left, 2), (side, 1), (kind, 1)),
                        packed((load, 14), (one.seconds or 0, 5)),
                    )
                )
    mix.shuffle(sets)
    for several in times.values():
        mix.shuffle(several)
    exercises = [(key, *map("".join, zip(*several, strict=True))) for key, several in times.items()]
    mix.shuffle(exercises)
    days = [(one.id, one.day.isoformat()) for one in log]
    texts = ["".join(one[number] for one in sets) for number in range(3)]
    found, wanted = columns_of_packed(days, exercises, texts, LAYOUT), columns_of(rows_of(log))
    names = [wanted.exercises[code] for code in wanted.exercise]
    assert [found.exercises[code] for code in found.exercise] == names
    for field in fields(wanted):
        if field.name not in ("exercises", "exercise"):
            one, other = getattr(found, field.name), getattr(wanted, field.name)
            assert np.array_equal(one, other, equal_nan=one.dtype == np.float64), field.name


def test_exercises_are_named_in_the_order_in_which_they_were_first_done() -> None:
    days = [(2, "2025-01-01"), (1, "2025-01-03")]
    exercises = [
        ("bench", packed((1, 4)) + packed((2, 4)), packed((1, 3), (0, 2)) + packed((2, 3), (1, 2))),
        ("squat", packed((3, 4)), packed((2, 3), (0, 2))),
    ]
    sets = [(packed((1, 6), (owner, 4)), packed((6, 8), (0, 7)), packed((0, 14), (0, 5))) for owner in (1, 2, 3)]
    found = columns_of_packed(days, exercises, ["".join(one) for one in zip(*sets, strict=True)], LAYOUT)
    assert found.exercises == ("squat", "bench")
    assert found.exercise.tolist() == [0, 1, 1]
    assert found.workout_id.tolist() == [2, 2, 1]


def test_a_text_that_was_cut_off_is_refused() -> None:
    exercises = [("squat", packed((1, 4)), packed((1, 3), (0, 2)))]
    with pytest.raises(ValueError, match="reshape"):
        columns_of_packed([(1, "2025-01-01")], exercises, [packed((1, 6), (1, 4))[:-1], "", ""], LAYOUT)
