"""Making a load larger or smaller in the unit in which it was typed, in steps that the equipment can be set to.

Owns the arithmetic of loads. It must not decide when a load changes (`progression`,
`next_time`).
"""

from __future__ import annotations

from dataclasses import replace

from legwork.domain.plan.prescription import (
    LEAST_PERCENT,
    MAX_LOAD_KG,
    MOST_PERCENT,
    BodyWeight,
    Load,
    OfMax,
    Prescription,
    Weight,
    load_of,
)
from legwork.domain.plan.rules import Step
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, UnitSystem, in_unit

FINEST = 0.5
"""A load from a percentage is rounded to this when no increment is known, kg or lb (a convention)."""


def number_in(kg: float, unit: str) -> float:
    """kg as a number of kg or lb."""
    return in_unit(kg, Kind.MASS, UnitSystem.IMPERIAL if unit == "lb" else UnitSystem.METRIC)


def weight_of(kg: float, unit: str) -> Weight:
    """A load of some kg, said in kg or lb to two decimals; held within what a cell takes."""
    return Weight(_quantity(number_in(kg, unit), unit))


def stepped(load: Load | None, step: Step, times: int, increment: Quantity | None = None) -> Load | None:
    """The load after so many steps; the same object when a step does not apply to it.

    Kilograms and pounds apply to loads and to body weight (help shrinks, and turns into added load); percent to loads,
    compounding, and as points to a percentage of the maximum. The result is rounded to the increment of the equipment
    where one is given; held within MAX_LOAD_KG and MOST_PERCENT.
    """
    if times == 0:
        return load
    match load:
        case Weight(quantity):
            number = number_in(quantity.value, quantity.unit)
            raised = _rise(number, quantity.unit, step, times, increment) or number
            return Weight(_quantity(raised, quantity.unit))
        case OfMax(percent) if step.unit == "%":
            return of_max(percent + times * step.amount)
        case BodyWeight(added, assisted):
            return _body(added, assisted, step, times, increment)
    return load


def scaled(load: Load | None, factor: float, increment: Quantity | None = None) -> Load | None:
    """The load times `factor` (above zero), rounded as in `stepped`; body weight stays as it is."""
    match load:
        case Weight(quantity):
            number = number_in(quantity.value, quantity.unit) * factor
            return Weight(_quantity(_rounded(number, quantity.unit, increment) or number, quantity.unit))
        case OfMax(percent):
            return of_max(percent * factor)
    return load


def of_max(percent: float) -> OfMax:
    """A percentage of the maximum, rounded to half a point and held within the limits."""
    return OfMax(min(MOST_PERCENT, max(LEAST_PERCENT, round(percent * 2) / 2)))


def with_load(prescription: Prescription, load: Load | None) -> Prescription:
    """The same prescription with another load."""
    return prescription if load == prescription.load else replace(prescription, load=load)


def _body(added: Quantity | None, assisted: bool, step: Step, times: int, increment: Quantity | None) -> Load:
    unit = added.unit if added else "lb" if step.unit == "lb" else "kg"
    signed = number_in(added.value, unit) * (-1 if assisted else 1) if added else 0.0
    if step.unit == "%":
        factor = 1 + (-1 if assisted else 1) * step.amount / 100
        number = _rounded(signed * factor**times, unit, increment)
    else:
        number = _rise(signed, unit, step, times, increment)
    if abs(number) < 0.01:
        return BodyWeight()
    return BodyWeight(_quantity(abs(number), unit), number < 0)


def _rise(number: float, unit: str, step: Step, times: int, increment: Quantity | None) -> float:
    """A number of `unit` after the steps, rounded to the increment."""
    if step.unit == "%":
        return _rounded(number * (1 + step.amount / 100) ** times, unit, increment)
    quantity = step.quantity
    assert quantity is not None
    amount = step.amount if step.unit == unit else number_in(quantity.value, unit)
    return _rounded(number + times * amount, unit, increment, 0.0 if step.unit == unit else FINEST)


def _rounded(number: float, unit: str, increment: Quantity | None, finest: float = FINEST) -> float:
    """To the nearest step of the equipment, without one to `finest`; halves away from zero. 0: not at all."""
    size = number_in(increment.value, unit) if increment else finest
    if not size:
        return number
    return int(abs(number) / size + 0.5 + 1e-9) * size * (1 if number >= 0 else -1)


def _quantity(number: float, unit: str) -> Quantity:
    most = int(number_in(MAX_LOAD_KG, unit))
    return load_of(min(max(number, 0.01), most), unit)
