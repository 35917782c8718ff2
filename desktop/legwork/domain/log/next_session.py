"""Next session's numbers of an exercise, from the log alone, with the reason in a sentence; each may be refused.

Owns which earlier session counts, and the cases beside the rule itself: a first time, a return after a break, the way
back, a new rep range, a swapped or imported exercise, a session that was broken off, the same load again and again, a
deload. The rule's own step is `plan.next_time`. It must not remember anything: the same log gives the same proposal,
and what was refused comes in.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.log import from_log
from legwork.domain.log.asked import Asked, Past
from legwork.domain.log.breaks import return_share
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.next_time import Change, Proposal, next_time
from legwork.domain.plan.prescription import BodyWeight, OfMax, Prescription, Weight
from legwork.domain.plan.rules import Double
from legwork.i18n import tr


class Why(StrEnum):
    """From which case a proposal comes."""

    FIRST = "first"
    GOES_ON = "goes on"
    WAY_BACK = "way back"
    RETURN = "return"
    NEW_RANGE = "new range"
    STUCK = "stuck"
    CUT_SHORT = "cut short"
    DELOAD = "deload"
    REFUSED = "refused"


@dataclass(frozen=True)
class NextTime:
    """What is proposed. key: names this proposal for this exercise; while it is kept as refused, the plan's own numbers
    stand. after: the day of the session from which it comes, None for a first time."""

    proposal: Proposal
    why: Why
    key: str
    after: date | None = None


def propose(asked: Asked, history: Sequence[Past], refused: Collection[str] = ()) -> NextTime:
    """Propose the numbers of `asked.day`.

    history: all times of this exercise, in any order; later ones than the day are overlooked. refused: keys that were
    refused before. What the plan says of sets, tempo, rest and effort stays; loads and reps come from the log. Help is
    written as body weight less some, so that a step makes it less.
    Source: `plan.next_time` and `breaks`; the order of the cases is a convention.
    """
    cell = asked.prescription
    past = sorted(
        (_past_on_body(one, asked.counting) for one in history if one.day <= asked.day and _worked(one)),
        key=lambda one: one.day,
    )
    if not past:
        return NextTime(from_log.first(asked), Why.FIRST, "")
    proposal, why = _cases(replace(asked, prescription=_on_body(cell, asked.counting)), past)
    proposal = _as_written(proposal, cell)
    key = f"{past[-1].day.isoformat()} {format_cell(replace(proposal.prescription, note=''))}"
    if key in refused:
        kept = Proposal(cell, tr("As the plan says; another proposal was refused."), Change.SAME)
        return NextTime(kept, Why.REFUSED, key, past[-1].day)
    return NextTime(proposal, why, key, past[-1].day)


def _cases(asked: Asked, past: Sequence[Past]) -> tuple[Proposal, Why]:
    last = past[-1]
    trained = last.day if asked.kept_up is None else min(asked.day, max(last.day, asked.kept_up))
    days = (asked.day - trained).days
    if return_share(days) < 1:
        return from_log.returned(asked, last.done, days), Why.RETURN
    if asked.deload:
        return from_log.deloaded_from(asked, last.done), Why.DELOAD
    like = next((one for one in reversed(past) if _recent(asked, one) and _fits(asked, one)), None)
    if like is None:
        return from_log.new_range(asked, past), Why.NEW_RANGE
    judged = like.asked or asked.prescription
    if broken_off := from_log.cut_short(asked, judged, like):
        return _merged(asked, broken_off), Why.CUT_SHORT
    found = next_time(asked.rule, judged, like.done, asked.increment)
    if found.change in (Change.MORE_LOAD, Change.MORE_REPS) and (back := from_log.way_back(asked, past, found)):
        return back, Why.WAY_BACK
    if found.change is Change.SAME and (lighter := from_log.stuck(asked, past)):
        return lighter, Why.STUCK
    return _merged(asked, found), Why.GOES_ON


def _merged(asked: Asked, found: Proposal) -> Proposal:
    """The proposal's load and reps in what the plan asks for today."""
    today, then = asked.prescription, found.prescription
    load = then.load
    if isinstance(today.load, OfMax):
        held = isinstance(load, OfMax) and found.change in (Change.SAME, Change.LESS_LOAD)
        load = min(load, today.load, key=lambda one: one.percent) if held and isinstance(load, OfMax) else today.load
    elif load is None or isinstance(load, OfMax):
        load = today.load
    targets = today.targets
    if isinstance(asked.rule, Double) and then.in_seconds == today.in_seconds:
        targets = (then.targets[0],) * today.sets
    return replace(found, prescription=replace(today, targets=targets, load=load))


def _fits(asked: Asked, past: Past) -> bool:
    """Whether a session was about the same reps as today's: what was asked for overlaps, or what was done does."""
    now = asked.prescription.targets[0]
    if now.low == 0:
        return True
    if past.asked is not None:
        then = past.asked.targets[0]
        return then.seconds == now.seconds and (then.low == 0 or (then.low <= now.high and now.low <= then.high))
    if now.seconds:
        return True
    reps = [one.reps for one in past.done if not one.warm_up]
    return max(reps) >= now.low - from_log.NEAR_REPS and min(reps) <= now.high + from_log.NEAR_REPS


def _recent(asked: Asked, past: Past) -> bool:
    return (asked.day - past.day).days <= from_log.LIKE_DAYS


def _worked(past: Past) -> bool:
    return any(not one.warm_up for one in past.done)


def _past_on_body(past: Past, counting: Counting) -> Past:
    return past if past.asked is None else replace(past, asked=_on_body(past.asked, counting))


def _on_body(prescription: Prescription, counting: Counting) -> Prescription:
    """The cell with its load said as body weight and more, or less, where the exercise counts so."""
    if counting not in ON_BODY:
        return prescription
    match prescription.load:
        case None:
            return replace(prescription, load=BodyWeight())
        case Weight(quantity):
            return replace(prescription, load=BodyWeight(quantity, counting is Counting.BODY_MINUS))
    return prescription


def _as_written(proposal: Proposal, cell: Prescription) -> Proposal:
    """Body weight alone stays unsaid where the plan does not say it."""
    if cell.load is None and proposal.prescription.load == BodyWeight():
        return replace(proposal, prescription=replace(proposal.prescription, load=None))
    return proposal
