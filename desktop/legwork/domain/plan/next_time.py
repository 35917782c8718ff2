"""What to do next time, from what was prescribed and what was done: a proposal with its reason in a sentence.

Owns the step from one logged session to the next. It must not read a log or remember anything: the same arguments give
the same proposal, and the person may refuse it.
Source: whether reps or load rise makes no difference to growth (Plotkin et al. 2022, PeerJ 10:e14142); the thresholds
are conventions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from legwork.domain.plan.loads import number_in, scaled, stepped, weight_of, with_load
from legwork.domain.plan.prescription import (
    MAX_LOAD_KG,
    MAX_SECONDS,
    BodyWeight,
    Load,
    OfMax,
    Prescription,
    Weight,
    load_of,
)
from legwork.domain.plan.progression import between, place_in
from legwork.domain.plan.rules import Double, Fixed, Linear, RepsSum, Rule, Step, Undulating, Wave
from legwork.domain.units import Quantity, typed_text
from legwork.i18n import ntr, tr
from legwork.numerals import short_number

SMALL_MISS = 0.2
"""Up to this share of the prescribed reps missing, the same is tried again; beyond it the load goes down."""

BACK_OFF = 0.95
"""What the load goes down to after a large miss."""

TOO_HARD = 1.0
"""This many reps fewer left than asked for, and the load stays (conventions, all three)."""


class Change(StrEnum):
    """What a proposal changes."""

    MORE_LOAD = "more load"
    MORE_REPS = "more reps"
    SAME = "same"
    LESS_LOAD = "less load"
    NEXT_WEEK = "next week"


@dataclass(frozen=True)
class DoneSet:
    """A set as it was done. reps: or seconds of a hold; of two sides the lesser.

    load_kg: as the exercise counts it, with body weight only what was added, below zero for help; None when it was not
    noted. rir: reps left; None when it was not noted. warm_up: it does not count.
    """

    reps: int
    load_kg: float | None = None
    rir: float | None = None
    warm_up: bool = False


@dataclass(frozen=True)
class Proposal:
    """Next time's prescription. reason: one translated sentence or two."""

    prescription: Prescription
    reason: str
    change: Change


def next_time(
    rule: Rule, prescription: Prescription, done: tuple[DoneSet, ...], increment: Quantity | None = None
) -> Proposal:
    """Propose next time's numbers.

    prescription: what was asked for. done: what was done of it, in order; further sets than prescribed are overlooked.
    increment: the smallest step of the equipment: a load rises by it at least, and is rounded to it. The load that was
    really used is the one that goes on: that of most sets, the lower of two.
    A small miss repeats, a large one takes load off; a set much harder than asked for lets the load stand. Where reps
    left were asked for and nobody noted them, the reps alone decide, and the reason says so.
    Source: SMALL_MISS, BACK_OFF, TOO_HARD (conventions).
    """
    work = [one for one in done if not one.warm_up][: prescription.sets]
    if not work:
        return Proposal(prescription, tr("Nothing was logged last time: the same again."), Change.SAME)
    base = with_load(prescription, used_load(prescription, work, increment))
    said = done_words(base, work)
    if isinstance(rule, Fixed):
        return _proposal(said, tr("the same again, as the plan keeps this one as it is"), base, Change.SAME)
    short = _short(prescription, work)
    if _missed_by_far(rule, prescription, work):
        return _backed_off(said, base, short, increment)
    if isinstance(rule, RepsSum):
        found = _summed(rule, base, work, said, increment)
    elif short:
        found = _proposal(said, _short_words(short, tr("the same again")), base, Change.SAME)
    elif _too_hard(prescription, work):
        found = _proposal(said, tr("harder than planned, so the same again"), base, Change.SAME)
    else:
        found = _onward(rule, base, work, said, increment)
    if prescription.effort is not None and all(one.rir is None for one in work):
        reason = tr("{reason} The reps left were not noted, so the reps alone decide.", reason=found.reason)
        return replace(found, reason=reason)
    return found


def _onward(rule: Rule, base: Prescription, work: Sequence[DoneSet], said: str, increment: Quantity | None) -> Proposal:
    """All that was asked for was done."""
    match rule:
        case Double(low, high, step):
            reached = min(one.reps for one in work)
            if reached >= high:
                target = between(low, high, base.targets[0])
                back = replace(base, targets=(target,) * base.sets)
                return _heavier(said, back, step, increment, tr("back to {low}", low=low))
            aim = max(low, reached + 1)
            target = between(aim, high, base.targets[0])
            again = replace(base, targets=(target,) * base.sets)
            return _proposal(said, tr("the same load, at least {aim} each", aim=aim), again, Change.MORE_REPS)
        case Wave(percents):
            percent = percents[(place_in(rule, base) + 1) % len(percents)]
            then = tr("on to {percent} %", percent=short_number(percent))
            return _proposal(said, then, with_load(base, OfMax(percent)), Change.NEXT_WEEK)
        case Linear(step=step) | Undulating(step=step):
            return _heavier(said, base, step, increment, "")
    return _proposal(said, tr("the same again"), base, Change.SAME)


def _summed(
    rule: RepsSum, base: Prescription, work: Sequence[DoneSet], said: str, increment: Quantity | None
) -> Proposal:
    reps = sum(one.reps for one in work)
    if reps >= rule.total:
        if _too_hard(base, work):
            return _proposal(said, tr("harder than planned, so the same again"), base, Change.SAME)
        return _heavier(said, base, rule.step, increment, tr("as all sets reached {total}", total=rule.total))
    then = tr("the same load until {total} in all, {left} more", total=rule.total, left=rule.total - reps)
    return _proposal(said, then, base, Change.MORE_REPS)


def _heavier(said: str, base: Prescription, step: Step, increment: Quantity | None, behind: str) -> Proposal:
    load = stepped(base.load, step, 1, increment)
    if increment is not None and not _above(load, base.load):
        load = stepped(base.load, _step_of(increment), 1, increment)
    if not _above(load, base.load):
        then = tr("a little more load")
        if base.load is not None and not isinstance(base.load, OfMax):
            then = tr("the same again, as no more load is possible")
    else:
        then = load_words(load)
    if behind:
        then = tr("{what}, {addition}", what=then, addition=behind)
    return _proposal(said, then, with_load(base, load), Change.MORE_LOAD)


def _backed_off(said: str, base: Prescription, short: int, increment: Quantity | None) -> Proposal:
    load = scaled(base.load, BACK_OFF, increment)
    if load == base.load and increment is not None and isinstance(load, Weight) and load.quantity.value > (
        2 * increment.value
    ):  # fmt: skip
        load = weight_of(load.quantity.value - increment.value, load.quantity.unit)
    if increment is not None and isinstance(load, BodyWeight) and load.added is not None:
        step = _step_of(increment)
        lighter = stepped(load, step, -1, increment)
        # Less is hung on, down to the body alone; where there is help already, there is more of it.
        load = lighter if load.assisted or _size(lighter) >= 0 else BodyWeight()
    if load == base.load or isinstance(load, OfMax):
        then = tr("the same again, or a little lighter")
        return _proposal(said, _short_words(short, then), base, Change.SAME)
    return _proposal(said, _short_words(short, load_words(load)), with_load(base, load), Change.LESS_LOAD)


def _short(prescription: Prescription, work: Sequence[DoneSet], most: int = MAX_SECONDS) -> int:
    """Reps or seconds that are missing to the least that was asked for, of which no set counts for more than `most`;
    a set left out misses all of its own."""
    reps = [one.reps for one in work] + [0] * (prescription.sets - len(work))
    return sum(max(0, min(target.low, most) - one) for target, one in zip(prescription.targets, reps, strict=True))


def _missed_by_far(rule: Rule, prescription: Prescription, work: Sequence[DoneSet]) -> bool:
    """Whether the load was plainly too heavy. Sets within the range of a double progression are never that."""
    most = rule.low if isinstance(rule, Double) else MAX_SECONDS
    asked = sum(min(one.low, most) for one in prescription.targets)
    if isinstance(rule, RepsSum):
        return sum(one.reps for one in work) < (1 - SMALL_MISS) * asked
    return _short(prescription, work, most) > SMALL_MISS * asked


def _too_hard(prescription: Prescription, work: Sequence[DoneSet]) -> bool:
    left = [one.rir for one in work if one.rir is not None]
    return (
        prescription.effort is not None
        and bool(left)
        and sum(left) / len(left) <= prescription.effort.rir - TOO_HARD - 0.25
    )


def load_of_most(done: Sequence[DoneSet]) -> float | None:
    """The load of most sets in kg, the lower of two; warm-ups aside. None where none was noted."""
    noted = Counter(round(one.load_kg, 2) for one in done if one.load_kg is not None and not one.warm_up)
    if not noted:
        return None
    most = max(noted.values())
    return min(one for one, count in noted.items() if count == most)


def used_load(prescription: Prescription, done: Sequence[DoneSet], increment: Quantity | None) -> Load | None:
    """The load that was really on, as the cell would give it; that of the cell when none was noted."""
    load = prescription.load
    kg = load_of_most(done)
    if kg is None or isinstance(load, OfMax) or abs(kg) > MAX_LOAD_KG:
        return load
    unit = increment.unit if increment else "kg"
    if isinstance(load, BodyWeight):
        unit = load.added.unit if load.added else unit
        if abs(kg - load.signed_kg) < 0.05:
            return load
        number = number_in(abs(kg), unit)
        return BodyWeight(load_of(number, unit), kg < 0) if number >= 0.01 else BodyWeight()
    if kg < 0.01 or (isinstance(load, Weight) and abs(kg - load.quantity.value) < 0.05):
        return load
    return weight_of(kg, load.quantity.unit if isinstance(load, Weight) else unit)


def _above(load: Load | None, other: Load | None) -> bool:
    return _size(load) > _size(other) + 1e-6


def _size(load: Load | None) -> float:
    match load:
        case Weight(quantity):
            return quantity.value
        case OfMax(percent):
            return percent
        case BodyWeight():
            return load.signed_kg
    return 0.0


def load_words(load: Load | None) -> str:
    """A load within a sentence: "60 kg", "body weight with 20 kg of help"; "" for none."""
    match load:
        case Weight(quantity):
            return typed_text(quantity)
        case OfMax(percent):
            return tr("{percent} % of the maximum", percent=short_number(percent))
        case BodyWeight(Quantity() as added, assisted):
            size = typed_text(added)
            return (
                tr("body weight with {load} of help", load=size)
                if assisted
                else tr("body weight and {load}", load=size)
            )
    return tr("body weight") if isinstance(load, BodyWeight) else ""


def done_words(base: Prescription, work: Sequence[DoneSet]) -> str:
    """What was done: "3x12 at 60 kg done with 2 left"."""
    reps = [one.reps for one in work]
    unit = "s" if base.in_seconds else ""
    sets = f"{len(reps)}x{reps[0]}{unit}" if len(set(reps)) == 1 else ", ".join(f"{one}{unit}" for one in reps)
    load = load_words(base.load)
    left = [one.rir for one in work if one.rir is not None]
    if not left:
        return tr("{sets} at {load} done", sets=sets, load=load) if load else tr("{sets} done", sets=sets)
    least = short_number(min(left))
    if load:
        return tr("{sets} at {load} done with {left} left", sets=sets, load=load, left=least)
    return tr("{sets} done with {left} left", sets=sets, left=least)


def _short_words(short: int, then: str) -> str:
    return ntr("{count} short of the plan, so {then}", "{count} short of the plan, so {then}", short, then=then)


def _proposal(said: str, then: str, prescription: Prescription, change: Change) -> Proposal:
    return Proposal(prescription, tr("{done}: {then}.", done=said, then=then), change)


def _step_of(increment: Quantity) -> Step:
    """The smallest step in its own unit; 2.267962 kg are 5 lb, though a little more by calculation."""
    return Step(round(number_in(increment.value, increment.unit), 2), increment.unit)
