"""Packed sets become the same columns as workouts do, in whatever order a store gives them."""

from __future__ import annotations

import random
from dataclasses import fields

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.columns import KIND_NUMBERS, SIDE_NUMBERS, columns_of, rows_of
from legwork.domain.log.model import Workout
from legwork.domain.log.packed_sets import Packing, columns_of_packed
from log_strategies import LOGS

PACKING = Packing(side=8, assisted=32, left=64, place=2**11, reps=2**26, owner=2**24)


@given(LOGS, st.randoms(use_true_random=False))
def test_any_order_gives_the_order_in_which_they_were_done(log: tuple[Workout, ...], mix: random.Random) -> None:
    exercises, sets = [], []
    ids = mix.sample(range(1, 1000), sum(len(one.exercises) for one in log))
    number = 0
    for workout in log:
        for place, exercise in enumerate(workout.exercises):
            owner = ids.pop()
            exercises.append((owner, workout.id, workout.day.isoformat(), place, exercise.exercise))
            for at, one in enumerate(exercise.sets):
                number += 1
                how = KIND_NUMBERS.get(one.kind.value, 0) + 8 * SIDE_NUMBERS.get(one.side.value, 0) + 32 * one.assisted
                how += 64 * (0 if one.rir is None else round(2 * one.rir) + 1)
                how += 2**11 * at + 2**26 * (0 if one.reps is None else one.reps + 1)
                held = 2**24 * owner + (0 if one.seconds is None else one.seconds + 1)
                sets.append((number, held, how, -1.0 if one.load is None else one.load.value))
    mix.shuffle(sets)
    found, wanted = columns_of_packed(exercises, sets, PACKING), columns_of(rows_of(log))
    names = [wanted.exercises[code] for code in wanted.exercise]
    assert [found.exercises[code] for code in found.exercise] == names
    for field in fields(wanted):
        if field.name not in ("exercises", "exercise"):
            one, other = getattr(found, field.name), getattr(wanted, field.name)
            assert np.array_equal(one, other, equal_nan=one.dtype == np.float64), field.name
