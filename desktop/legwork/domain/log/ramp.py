"""The warm-up ramp: a few lighter sets that lead up to a working load, from what can really be loaded.

Owns the steps. It must not log them. Source: the steps are a convention of lifting practice: few reps, so that they
cost nothing, and larger steps first; no study says which ramp is best.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from legwork.domain.log.plates import Bar, Plates, load_bar
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.prescription import load_of
from legwork.domain.units import Quantity

STEPS = ((0.5, 5), (0.7, 3), (0.85, 2))
"""Share of the working load, and reps (conventions)."""

SINGLE = (0.93, 1)
"""One more step before few, heavy reps."""

HEAVY_REPS = 3
"""With no more reps than this in the working sets the single is done (a convention)."""

BAR_REPS = 10
"""With the empty bar, first of all (a convention)."""

LEAST_STEP = 0.06
"""Steps closer than this share of the working load are left out (a convention)."""


@dataclass(frozen=True)
class RampSet:
    """A warm-up set: the load, as the exercise counts it, and reps."""

    load: Quantity
    reps: int


def ramp_to(
    work_kg: float, reps: int, unit: str, loadable: Callable[[float], float], lightest_kg: float = 0.0
) -> tuple[RampSet, ...]:
    """The warm-up sets before working sets.

    work_kg: their load. reps: theirs. unit: kg or lb, in which loads are said. loadable: the load in kg nearest to one
    in kg that can be made, the empty bar at least. lightest_kg: the empty bar, 0 where there is none. None are needed
    where the working load is hardly more than the empty bar. Source: STEPS, SINGLE, LEAST_STEP (conventions).
    """
    steps: list[tuple[float, int]] = [(lightest_kg, BAR_REPS)] if lightest_kg > 0 else []
    steps += [(work_kg * share, times) for share, times in (*STEPS, *([SINGLE] if reps <= HEAVY_REPS else []))]
    found: list[RampSet] = []
    before = 0.0
    for wanted, times in steps:
        kg = loadable(wanted)
        if kg <= 0 or kg - before < LEAST_STEP * work_kg or work_kg - kg < LEAST_STEP / 2 * work_kg:
            continue
        before = kg
        found.append(RampSet(load_of(number_in(kg, unit), unit), times))
    return tuple(found)


def ramp_on(work_kg: float, reps: int, unit: str, bar: Bar, plates: Sequence[Plates]) -> tuple[RampSet, ...]:
    """The same with a bar and one's own plates. Source: as `ramp_to`."""
    return ramp_to(work_kg, reps, unit, lambda kg: load_bar(kg, bar, plates).total_kg, bar.kg)


def ramp_in(work_kg: float, reps: int, increment: Quantity) -> tuple[RampSet, ...]:
    """The same in steps of the equipment, as for dumbbells and stacks; in the unit of the increment."""
    size = increment.value
    return ramp_to(work_kg, reps, increment.unit, lambda kg: int(kg / size + 0.5) * size)
