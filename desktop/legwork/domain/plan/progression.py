"""A rule thought ahead: what each coming week asks for if all goes well, the days of an undulating week, a deload.

Owns the planning before anything was done. It must not look at what was done (that is `next_time`).
Source: load and rep progression grow muscle equally over 8 weeks (Plotkin et al. 2022, PeerJ 10:e14142), and linear and
undulating plans hardly differ (d = -.02, Grgic et al. 2017): the rules are ways to keep going, none grows more.
"""

from __future__ import annotations

import math
from dataclasses import replace

from legwork.domain.plan.loads import of_max, scaled, stepped, with_load
from legwork.domain.plan.prescription import (
    MAX_REPS,
    MAX_SECONDS,
    MOST_RIR,
    Effort,
    OfMax,
    Prescription,
    SetKind,
    Target,
)
from legwork.domain.plan.rules import Day, Double, Each, Linear, RepsSum, Rule, Step, Undulating, Wave
from legwork.domain.units import Quantity

DAY_REPS = {Day.HEAVY: -3, Day.MEDIUM: 0, Day.LIGHT: 4}
"""Reps more or fewer than written on the days of an undulating week (a convention)."""

PERCENT_PER_REP = 2.5
"""By how many percent the load falls for one more rep (a convention, a little below the 2.9 of SCIENCE section 5)."""

DELOAD_SETS, DELOAD_LOAD, DELOAD_RIR = 0.5, 0.9, 4.0
"""A deload: half the sets, nine tenths of the load, at least this far from failure (conventions). Source: a week off
in the middle costs no size (Coleman et al. 2024), so the exact amounts matter little."""


def planned(
    rule: Rule, prescription: Prescription, weeks: int, increment: Quantity | None = None, sessions: int = 1
) -> tuple[Prescription, ...]:
    """What each of so many weeks asks for when every week goes well, the first one included.

    prescription: of the first week; it comes back unchanged there, but a wave puts its percentage in. weeks: 1 or more.
    increment: the smallest step of the equipment, loads are rounded to it; None leaves them exact. sessions: how often
    a week the exercise comes, for a rule that steps each session. Where nothing is known that the rule could raise (no
    load in the cell) every week asks for the same, and the log decides.
    """
    if weeks < 1:
        raise ValueError("at least one week is planned")
    match rule:
        case Linear(step, each):
            often = sessions if each is Each.SESSION else 1
            return _rising(prescription, step, often, weeks, increment)
        case Undulating(_, step):
            return _rising(prescription, step, 1, weeks, increment)
        case Double():
            return _doubled(rule, prescription, weeks, increment)
        case RepsSum():
            return _summed(rule, prescription, weeks, increment)
        case Wave(percents):
            start = place_in(rule, prescription)
            ways = (percents[(start + week) % len(percents)] for week in range(weeks))
            return tuple(with_load(prescription, OfMax(one)) for one in ways)
    return (prescription,) * weeks


def for_day(
    rule: Undulating,
    prescription: Prescription,
    nth: int,
    increment: Quantity | None = None,
    written: int | None = None,
) -> Prescription:
    """The prescription of the nth session of a week (from 0) in which the exercise comes.

    written: the place of the session that `prescription` is of; None: it is of a medium day.

    A heavy day has fewer reps with more load, a light day the reverse. Source: DAY_REPS, PERCENT_PER_REP (conventions).
    """
    shift = DAY_REPS[rule.days[nth % len(rule.days)]]
    if written is not None:
        shift -= DAY_REPS[rule.days[written % len(rule.days)]]
    if shift == 0 or prescription.in_seconds:
        return prescription
    targets = tuple(_shifted(one, shift) for one in prescription.targets)
    load = prescription.load
    if isinstance(load, OfMax):
        load = of_max(load.percent - shift * PERCENT_PER_REP)
    else:
        load = scaled(load, 1 - shift * PERCENT_PER_REP / 100, increment)
    return replace(prescription, targets=targets, load=load)


def deloaded(prescription: Prescription, increment: Quantity | None = None) -> Prescription:
    """The same exercise in a deload: fewer sets, lighter, further from failure; no drop or myo sets.

    Source: DELOAD_SETS, DELOAD_LOAD, DELOAD_RIR (conventions).
    """
    effort = prescription.effort
    if effort is not None:
        effort = Effort(min(MOST_RIR, max(DELOAD_RIR, effort.rir)), effort.as_rpe)
    return replace(
        prescription,
        targets=prescription.targets[: math.ceil(prescription.sets * DELOAD_SETS)],
        load=scaled(prescription.load, DELOAD_LOAD, increment),
        effort=effort,
        kind=SetKind.NORMAL,
    )


def place_in(rule: Wave, prescription: Prescription) -> int:
    """Where in its wave a prescription stands, from 0; 0 when its load is none of the wave's."""
    load = prescription.load
    return rule.percents.index(load.percent) if isinstance(load, OfMax) and load.percent in rule.percents else 0


def can_step(prescription: Prescription, step: Step) -> bool:
    """Whether the step changes the load of the cell."""
    return stepped(prescription.load, step, 1) != prescription.load


def between(low: int, high: int, like: Target) -> Target:
    """A target of low to high reps, or seconds as `like` has them."""
    most = MAX_SECONDS if like.seconds else MAX_REPS
    return Target(min(low, most), min(high, most), like.seconds)


def _rising(
    prescription: Prescription, step: Step, often: int, weeks: int, increment: Quantity | None
) -> tuple[Prescription, ...]:
    loads = (stepped(prescription.load, step, week * often, increment) for week in range(weeks))
    return tuple(with_load(prescription, load) for load in loads)


def _doubled(
    rule: Double, prescription: Prescription, weeks: int, increment: Quantity | None
) -> tuple[Prescription, ...]:
    if not can_step(prescription, rule.step):
        return (prescription,) * weeks
    found = [prescription]
    low = min(max(min(one.low for one in prescription.targets), rule.low), rule.high)
    rises = 0
    for _ in range(weeks - 1):
        low += 1
        if low > rule.high:
            low, rises = rule.low, rises + 1
        target = between(low, rule.high, prescription.targets[0])
        load = stepped(prescription.load, rule.step, rises, increment)
        found.append(replace(prescription, targets=(target,) * prescription.sets, load=load))
    return tuple(found)


def _summed(
    rule: RepsSum, prescription: Prescription, weeks: int, increment: Quantity | None
) -> tuple[Prescription, ...]:
    if not can_step(prescription, rule.step):
        return (prescription,) * weeks
    found = [prescription]
    more, rises = 0, 0
    for _ in range(weeks - 1):
        reps = sum(one.low + more for one in prescription.targets)
        more, rises = (0, rises + 1) if reps >= rule.total else (more + 1, rises)
        targets = tuple(_shifted(one, more) for one in prescription.targets)
        load = stepped(prescription.load, rule.step, rises, increment)
        found.append(replace(prescription, targets=targets, load=load))
    return tuple(found)


def _shifted(target: Target, reps: int) -> Target:
    """The target with more or fewer reps, at least 1; as many as possible stays that, and seconds stay."""
    if target.seconds or target.low == 0:
        return target
    low, high = (min(MAX_REPS, max(1, one + reps)) for one in (target.low, target.high))
    return Target(low, high, more=target.more)
