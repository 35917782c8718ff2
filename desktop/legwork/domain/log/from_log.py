"""The cases of a next session in which the log says more than the rule of the plan: numbers and sentences for each.

Owns first times, returns, the way back, new rep ranges, sessions that were broken off, sticking loads and deloads of
one exercise. It must not choose
between them (that is `next_session`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.log.asked import Asked, Past
from legwork.domain.log.breaks import BACK_SHARE, HALF_SETS_DAYS, RETURN_RIR, last_break, return_share
from legwork.domain.plan.loads import FINEST, number_in, scaled
from legwork.domain.plan.next_time import (
    Change,
    DoneSet,
    Proposal,
    done_words,
    load_of_most,
    load_words,
    next_time,
    used_load,
)
from legwork.domain.plan.prescription import (
    MAX_LOAD_KG,
    BodyWeight,
    Effort,
    Load,
    OfMax,
    Prescription,
    Weight,
    load_of,
)
from legwork.domain.plan.progression import DELOAD_LOAD, between
from legwork.domain.plan.rules import Double, Fixed, Wave
from legwork.domain.strength import one_rep_max
from legwork.domain.units import Quantity
from legwork.i18n import ntr, tr
from legwork.numerals import short_number

NEAR_REPS = 2
"""A session nobody planned counts as one of this rep range when it is no farther off (a convention)."""

LIKE_DAYS = 42
"""The newest session of the same rep range counts when it is no older; days of a week may differ in their reps (a
convention)."""

STUCK_TIMES, STUCK_SHARE = 3, 0.9
"""After so many sessions in a row that did not get on with one load, this share of it (conventions, widely used)."""

STRENGTH_DAYS = 84
"""The best set of this many days tells the load of a new rep range (a convention)."""

USUAL_RIR = 2.0
"""Reps left where the plan says nothing. Source: SCIENCE section 6, 0 to 3; the number is a convention."""


def first(asked: Asked) -> Proposal:
    """Nothing of this exercise is in the log: as the plan says, or with a load that is yet to be found."""
    cell = asked.prescription
    if cell.load is not None or asked.counting is Counting.BODY or asked.increment is None:
        return Proposal(cell, tr("Not done before: as the plan says."), Change.SAME)
    left = USUAL_RIR if cell.effort is None else cell.effort.rir
    reason = ntr(
        "Not done before: begin light, and go up to a load that leaves {left} rep.",
        "Not done before: begin light, and go up to a load that leaves {left} reps.",
        1 if left == 1 else 2, left=short_number(left),
    )  # fmt: skip
    return Proposal(cell, reason, Change.SAME)


def returned(asked: Asked, done: tuple[DoneSet, ...], days: int) -> Proposal:
    """After a break of so many days: lighter, farther from failure, and after a long one with half the sets.

    Source: `breaks`: STEPS, HALF_SETS_DAYS, RETURN_RIR.
    """
    cell = asked.prescription
    used = used_load(cell, done, asked.increment)
    load = _share_of(used, return_share(days), asked)
    rir = max(RETURN_RIR, cell.effort.rir if cell.effort else 0.0)
    sets = math.ceil(cell.sets / 2) if days >= HALF_SETS_DAYS else cell.sets
    found = replace(
        cell,
        targets=cell.targets[:sets],
        load=load,
        effort=Effort(rir, cell.effort.as_rpe if cell.effort else False),
    )
    since = ntr("{count} week since last time", "{count} weeks since last time", days // 7)
    if load is None or load == used:
        reason = tr("{since}: come back easily, with {left} reps left.", since=since, left=short_number(rir))
        return Proposal(found, reason, Change.SAME)
    reason = tr(
        "{since}: {load} instead of {before} to come back, with {left} reps left.",
        since=since, load=load_words(load), before=load_words(used), left=short_number(rir),
    )  # fmt: skip
    return Proposal(found, reason, Change.LESS_LOAD)


def way_back(asked: Asked, past: Sequence[Past], found: Proposal) -> Proposal | None:
    """After a break, halfway up to the load from before; None when there was none, or the usual step is as large.

    found: what the rule proposes, which must have gone well. Source: `breaks`: BACK_DAYS, BACK_SHARE.
    """
    pause = last_break([(one.day, load_of_most(one.done)) for one in past], asked.day)
    now = load_of_most(past[-1].done)
    load = found.prescription.load
    if pause is None or now is None or load is None or isinstance(load, OfMax):
        return None
    higher = _at(load, now + (pause.before_kg - now) * BACK_SHARE, asked.increment)
    if _signed(higher) <= max(_signed(load), now) + 0.05 or _signed(higher) > pause.before_kg + 0.05:
        return None
    targets = asked.prescription.targets
    if isinstance(asked.rule, Double):
        targets = (between(asked.rule.low, asked.rule.high, targets[0]),) * len(targets)
    before = load_words(_at(load, pause.before_kg, None))
    reason = tr(
        "{done}: {load}, on the way back to {before} from before the break.",
        done=_words(asked, past[-1].done), load=load_words(higher), before=before,
    )  # fmt: skip
    return Proposal(replace(asked.prescription, targets=targets, load=higher), reason, Change.MORE_LOAD)


def left_out(judged: Prescription, past: Past) -> int:
    """How many sets of what was asked for were not begun because the session ended before them."""
    done = sum(not one.warm_up for one in past.done)
    return max(0, judged.sets - done) if past.ended and done else 0


def cut_short(asked: Asked, judged: Prescription, past: Past) -> Proposal | None:
    """The session ended with sets of this exercise to go; None where it did not, or the plan keeps it as it is.

    judged: what was asked for then. Sets that were not begun are not done, and not failed: those that were done are
    judged alone, and where they went well it is the same again, as the rest has yet to be seen (a convention).
    """
    missing = left_out(judged, past)
    if not missing or isinstance(asked.rule, Fixed):
        return None
    part = replace(judged, targets=judged.targets[:-missing])
    found = next_time(asked.rule, part, past.done, asked.increment)
    whole = replace(judged, load=found.prescription.load)
    if found.change in (Change.SAME, Change.LESS_LOAD):
        reason = ntr(
            "{reason} The session ended with {count} set to go; that one is not counted as failed.",
            "{reason} The session ended with {count} sets to go; those are not counted as failed.",
            missing, reason=found.reason,
        )  # fmt: skip
        return Proposal(whole, reason, found.change)
    done = [one for one in past.done if not one.warm_up]
    used = used_load(judged, done, asked.increment)
    reason = ntr(
        "{done}, then the session ended with {count} set to go: not done, not failed, so the same again.",
        "{done}, then the session ended with {count} sets to go: not done, not failed, so the same again.",
        missing, done=done_words(replace(part, load=used), done),
    )  # fmt: skip
    return Proposal(replace(judged, load=used), reason, Change.SAME)


def stuck(asked: Asked, past: Sequence[Past]) -> Proposal | None:
    """A tenth lighter where the last STUCK_TIMES sessions did not get on with one load; None otherwise.

    One that ended before all sets were done tells nothing here. Source: STUCK_TIMES, STUCK_SHARE (conventions).
    """
    past = [one for one in past if not left_out(one.asked or asked.prescription, one)]
    if isinstance(asked.rule, Fixed | Wave) or len(past) < STUCK_TIMES:
        return None
    newest = past[-STUCK_TIMES:]
    loads = [load_of_most(one.done) for one in newest]
    if loads[0] is None or any(one is None or abs(one - loads[0]) > 0.05 for one in loads):
        return None
    if any(_got_on(asked, one) for one in newest):
        return None
    used = used_load(asked.prescription, past[-1].done, asked.increment)
    load = _share_of(used, STUCK_SHARE, asked)
    if load is None or load == used:
        return None
    reason = tr(
        "{times} times in a row {before} did not get on: {load}, and up again from there.",
        times=STUCK_TIMES, before=load_words(used), load=load_words(load),
    )  # fmt: skip
    return Proposal(replace(asked.prescription, load=load), reason, Change.LESS_LOAD)


def deloaded_from(asked: Asked, done: tuple[DoneSet, ...]) -> Proposal:
    """In a deload: what the plan asks for, with DELOAD_LOAD of the load that was really used.

    Source: `plan.progression.DELOAD_LOAD` (a convention).
    """
    used = used_load(asked.prescription, done, asked.increment)
    load = _share_of(used, DELOAD_LOAD, asked)
    if load is None or load == used:
        return Proposal(asked.prescription, tr("A deload, as the plan says."), Change.SAME)
    reason = tr("A deload: {load} instead of {before}.", load=load_words(load), before=load_words(used))
    return Proposal(replace(asked.prescription, load=load), reason, Change.LESS_LOAD)


def new_range(asked: Asked, past: Sequence[Past]) -> Proposal:
    """Other reps than before: where the plan leaves the load open, it comes from the best set of STRENGTH_DAYS.

    On the body it is what is added or helps. Rounded down to the increment. Source: `strength.one_rep_max`, asked in
    both directions with the reps left; the middle of a range counts (a convention).
    """
    cell = asked.prescription
    as_planned = Proposal(cell, tr("Other reps than last time: as the plan says."), Change.SAME)
    target = cell.targets[0]
    if cell.in_seconds or target.low == 0 or (cell.load is not None and cell.load != BodyWeight()):
        return as_planned
    body = asked.body_kg if asked.counting in ON_BODY else 0.0
    if body is None or asked.increment is None:
        return as_planned
    best = max(
        (found for one in past if (asked.day - one.day).days <= STRENGTH_DAYS for found in _estimates(one, body)),
        default=None,
    )
    rir = USUAL_RIR if cell.effort is None else cell.effort.rir
    share = one_rep_max(1.0, round(target.middle), rir)
    if best is None or share is None:
        return as_planned
    like = BodyWeight() if asked.counting in ON_BODY else None
    kg = best[0] / share.kg - body
    if like is None and kg <= 0:
        return as_planned
    load = _at(like, kg, asked.increment, down=True)
    if isinstance(load, BodyWeight) and load.assisted and asked.counting is not Counting.BODY_MINUS:
        load = BodyWeight()
    once = _at(like, best[0] - body, None)
    reason = tr(
        "About {once} for one rep by the sets before: {load} for these reps.",
        once=load_words(_rounded(once)), load=load_words(load),
    )  # fmt: skip
    return Proposal(replace(cell, load=load), reason, Change.SAME)


def _estimates(past: Past, body_kg: float) -> list[tuple[float, date]]:
    """The one-rep maxima of a session's sets with the body in them, kg."""
    found = []
    for one in past.done:
        total = body_kg + (one.load_kg or 0.0)
        if not one.warm_up and one.reps >= 1 and total > 0 and (one.load_kg is not None or body_kg):
            estimate = one_rep_max(total, one.reps, one.rir)
            if estimate is not None and estimate.reliable:
                found.append((estimate.kg, past.day))
    return found


def _got_on(asked: Asked, past: Past) -> bool:
    found = next_time(asked.rule, past.asked or asked.prescription, past.done, asked.increment)
    return found.change not in (Change.SAME, Change.LESS_LOAD)


def _words(asked: Asked, done: tuple[DoneSet, ...]) -> str:
    work = [one for one in done if not one.warm_up][: asked.prescription.sets]
    return done_words(replace(asked.prescription, load=used_load(asked.prescription, work, asked.increment)), work)


def _share_of(load: Load | None, share: float, asked: Asked) -> Load | None:
    """A share of a load; on the body, of all that moves, where body weight is known."""
    if not isinstance(load, BodyWeight):
        return scaled(load, share, asked.increment)
    if asked.body_kg is None or asked.increment is None:
        return load
    signed = (asked.body_kg + load.signed_kg) * share - asked.body_kg
    if load.signed_kg >= 0 and asked.counting is not Counting.BODY_MINUS:
        signed = max(0.0, signed)  # a pull-up bar gives no help
    return _at(load, signed, asked.increment)


def _at(like: Load | None, kg: float, increment: Quantity | None, down: bool = False) -> Load:
    """A signed load of some kg in steps of the increment, as a weight or on the body like another one."""
    added = like.added if isinstance(like, BodyWeight) else None
    unit = increment.unit if increment else "kg"
    if isinstance(like, Weight):
        unit = like.quantity.unit
    elif added is not None:
        unit = added.unit
    number = number_in(kg, unit)
    size = number_in(increment.value, unit) if increment else 0.0
    if size:
        steps = number / size
        number = (math.floor(steps + 1e-6) if down else math.floor(steps + 0.5 + 1e-9)) * size
    number = math.copysign(min(abs(number), number_in(MAX_LOAD_KG, unit)), number)
    if isinstance(like, BodyWeight):
        return BodyWeight() if abs(number) < 0.01 else BodyWeight(load_of(abs(number), unit), number < 0)
    return Weight(load_of(max(number, size or FINEST), unit))


def _rounded(load: Load) -> Load:
    match load:
        case Weight(quantity):
            return Weight(load_of(max(1, round(number_in(quantity.value, quantity.unit))), quantity.unit))
        case BodyWeight(Quantity() as added, assisted):
            whole = round(number_in(added.value, added.unit))
            return BodyWeight(load_of(whole, added.unit), assisted) if whole else BodyWeight()
    return load


def _signed(load: Load | None) -> float:
    match load:
        case Weight(quantity):
            return quantity.value
        case BodyWeight():
            return load.signed_kg
    return 0.0
