"""The words of expected against seen: a card's sentences, what an offer does to the plan, and the quiet line.

Owns these sentences. What they say is worked out in `loop`, `loop_limbs` and `loop_offers`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from legwork import numerals
from legwork.domain.days import WEEKDAYS, near_day
from legwork.domain.forecast.growth import RESPONSE_SD, USUAL_SETS
from legwork.domain.forecast.levers import LEAST_WEEKS, Advice, Lever, Seen, Standing
from legwork.domain.forecast.rates import rate_digits, small_rate
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.normal import SURE, Z80
from legwork.domain.plan.effort_edits import EffortStep
from legwork.domain.plan.model import Session, Weekday
from legwork.domain.plan.prescription import Effort
from legwork.domain.plan.spread_edits import Move
from legwork.domain.sites import Side
from legwork.domain.verdict import DAYS_PER_MONTH
from legwork.errors import UserError
from legwork.i18n import listed, mark, ntr, tr
from legwork.services.loop_limbs import Moved
from legwork.services.volume_words import weeks_words

_HEADS = {
    Standing.SLOWER: mark("{limb} grows slower than expected"),
    Standing.LITTLE: mark("{limb}: little growth was to be expected"),
}

_SIDES = {Side.LEFT: mark("left"), Side.RIGHT: mark("right")}


_LEVERS = {
    Lever.DONE: mark("First: what is planned"),
    Lever.VOLUME: mark("First: more sets"),
    Lever.EFFORT: mark("First: nearer to failure"),
    Lever.FREQUENCY: mark("First: spread over the week"),
    Lever.FOOD: mark("First: food"),
    Lever.MEASURING: mark("First: measuring"),
    Lever.TIME: mark("First: time"),
}


@dataclass(frozen=True)
class Rates:
    """Expected and seen a month in the person's unit, each with the ends of what holds 8 times in 10: for a picture."""

    unit: str
    expected: tuple[float, float, float]
    seen: tuple[float, float, float]


# Rates


def rates_of(seen: Seen, unit: str) -> Rates:
    """Low, middle and high of both."""
    month = DAYS_PER_MONTH / 7
    differ, error = Z80 * RESPONSE_SD * abs(seen.expected), Z80 * seen.seen_sd
    return Rates(
        unit,
        (month * (seen.expected - differ), month * seen.expected, month * (seen.expected + differ)),
        (month * (seen.seen - error), month * seen.seen, month * (seen.seen + error)),
    )


def lever_words(advice: Advice) -> str:
    """The lever in two or three words."""
    return tr("First: fewer sets") if advice.fewer else tr(_LEVERS[advice.lever])


def rate_text(a_week: float, unit: str) -> str:
    """A rate of a week as what it is a month, with its sign: "+0.25", or "less than 0.01"."""
    return small_rate(a_week * DAYS_PER_MONTH / 7, unit) or _end_text(a_week, unit)


def _end_text(a_week: float, unit: str) -> str:
    """The same of an end of an interval, which may be nothing and has then no sign."""
    digits = rate_digits(unit)
    a_month = round(a_week * DAYS_PER_MONTH / 7, digits)
    return numerals.number(a_month, digits, signed=True)


def head_words(limb: str, standing: Standing) -> str:
    """What the card is about."""
    return tr(_HEADS[standing], limb=limb)


def seen_words(seen: Seen, unit: str) -> str:
    """What the tape says, with the interval that it leaves open."""
    reach = Z80 * seen.seen_sd
    return ntr(
        "Seen: {rate} {unit} a month over {count} week ({low} to {high}, 8 times in 10).",
        "Seen: {rate} {unit} a month over {count} weeks ({low} to {high}, 8 times in 10).",
        math.floor(seen.weeks), rate=rate_text(seen.seen, unit), unit=unit,
        low=_end_text(seen.seen - reach, unit), high=_end_text(seen.seen + reach, unit),
    )  # fmt: skip


def expected_words(seen: Seen, unit: str, standing: Standing) -> str:
    """What was to be expected of the training that was done."""
    reach = Z80 * RESPONSE_SD * abs(seen.expected)
    expected = tr(
        "Expected of this training: {rate} {unit} a month ({low} to {high} for 8 people in 10).",
        rate=rate_text(seen.expected, unit), unit=unit,
        low=_end_text(seen.expected - reach, unit), high=_end_text(seen.expected + reach, unit),
    )  # fmt: skip
    if standing is not Standing.LITTLE or seen.possible is None:
        return expected
    return tr(
        "Expected of this training: {rate} {unit} a month; of about {sets} hard sets a week {possible}.",
        rate=rate_text(seen.expected, unit), unit=unit, sets=numerals.short_number(USUAL_SETS),
        possible=rate_text(seen.possible, unit),
    )  # fmt: skip


def as_expected_words(limb: str, seen: Seen, unit: str) -> str:
    """One limb in the quiet line."""
    facts = {
        "limb": limb, "rate": rate_text(seen.seen, unit), "unit": unit, "expected": rate_text(seen.expected, unit)
    }  # fmt: skip
    if seen.seen > SURE * seen.seen_sd:
        return tr("{limb} grows as expected or better ({rate} {unit} a month seen, {expected} expected).", **facts)
    return tr("{limb}: within what was expected ({rate} {unit} a month seen, {expected} expected); the tape "
              "cannot tell more yet.", **facts)  # fmt: skip


def away_words(limb: str, standing: Standing, until: date, today: date) -> str:
    """A limb whose card was put away."""
    return tr("{what}: put away until {day}.", what=head_words(limb, standing), day=near_day(until, today))


def moved_words(limb: str, standing: Standing, advice: Advice, already: str) -> str:
    """A limb for which the plan has moved already."""
    return tr(
        "{what}. {why} {already} The tape needs about eight weeks to show it.",
        what=head_words(limb, standing), why=advice.why, already=already,
    )  # fmt: skip


def untrained_words(limbs: Sequence[str]) -> str:
    """Limbs that shall grow while nothing is logged of late."""
    return ntr(
        "{limb}: what it should do and what it does can be compared after {count} week of logged training.",
        "{limb}: what it should do and what it does can be compared after {count} weeks of logged training.",
        LEAST_WEEKS, limb=", ".join(limbs),
    )  # fmt: skip


def old_words(limb: str) -> str:
    """A limb that was not measured while it was trained."""
    return tr(
        "{limb}: not measured in the last weeks of training; measure it, and what it does can be told.", limb=limb
    )


def once_words(limb: str) -> str:
    """A limb of which there is one day of readings."""
    return tr("{limb}: measured on one day so far; the next check-ins show how it moves.", limb=limb)


def plan_gone() -> UserError:
    """What is said when the plan of an offer is not there any more."""
    return UserError(tr("This plan is no longer there: choose another one on the Plan page."))


def few_words(seen: Seen, unit: str) -> str:
    """What follows where hardly any growth is to be expected of so little work."""
    return tr(
        "Of what is done now, hardly any growth is to be expected; of about {sets} hard sets a week {possible} {unit} "
        "a month.",
        sets=numerals.short_number(USUAL_SETS), possible=rate_text(seen.possible or 0.0, unit), unit=unit,
    )  # fmt: skip


def early_words(limb: str, patience: str) -> str:
    """A limb of which nothing can be told yet, and what could be seen by now."""
    return tr("{limb}: {patience}", limb=limb, patience=patience)


def sides_words(left: Moved, right: Moved, unit: str) -> str:
    """That the sides move differently; "" where their difference is within the error."""
    apart = left.rate - right.rate
    if not abs(apart) > SURE * math.hypot(left.sd, right.sd):
        return ""
    slow, fast = (Side.RIGHT, Side.LEFT) if apart > 0 else (Side.LEFT, Side.RIGHT)
    rates = {Side.LEFT: left.rate, Side.RIGHT: right.rate}
    return tr(
        "The {slow} side moved {slow_rate} {unit} a month, the {fast} one {fast_rate}: one leg at a time, the {slow} "
        "one first, evens them out.",
        slow=tr(_SIDES[slow]), fast=tr(_SIDES[fast]), unit=unit,
        slow_rate=rate_text(rates[slow], unit), fast_rate=rate_text(rates[fast], unit),
    )  # fmt: skip


# Offers


def muscle_names(muscles: Sequence[Muscle]) -> str:
    """Muscles in the middle of a sentence."""
    return listed([tr(MUSCLES[one]) for one in muscles])


def sets_words(muscle: Muscle, change: int) -> str:
    """How a muscle's sets change a week."""
    name = tr(MUSCLES[muscle])
    if change > 0:
        return ntr("{count} set more a week for {muscle}", "{count} sets more a week for {muscle}", change, muscle=name)
    return ntr("{count} set fewer a week for {muscle}", "{count} sets fewer a week for {muscle}", -change, muscle=name)


def effort_words(steps: Sequence[EffortStep], label_of: Callable[[str], str]) -> str:
    """What is done nearer to failure: "5 to 3 RIR for Leg press and Back squat, weeks 5 to 8."."""
    ways: dict[tuple[Effort | None, Effort], dict[str, set[int]]] = {}
    for step in steps:
        ways.setdefault((step.before, step.after), {}).setdefault(step.entry.exercise, set()).add(step.number)
    said = []
    for (before, after), exercises in ways.items():
        names = listed([label_of(key) for key in exercises])
        weeks = weeks_words(sorted({number for numbers in exercises.values() for number in numbers}))
        if before is None:
            said.append(tr("{effort} for {exercises}, {weeks}.", effort=_effort(after), exercises=names, weeks=weeks))
        else:
            said.append(
                tr("{before} to {after} for {exercises}, {weeks}.", before=_number(before), after=_effort(after),
                   exercises=names, weeks=weeks)
            )  # fmt: skip
    return " ".join(said)


def _number(effort: Effort) -> str:
    return numerals.short_number(effort.rpe) if effort.as_rpe else numerals.short_number(effort.rir)


def _effort(effort: Effort) -> str:
    if effort.as_rpe:
        return tr("RPE {number}", number=numerals.short_number(effort.rpe))
    return tr("{number} RIR", number=numerals.short_number(effort.rir))


def moves_words(moves: Sequence[Move], label_of: Callable[[str], str]) -> str:
    """What goes where: "Leg press from Legs A to a new session on Thursday, weeks 5 to 8. ..."."""
    lines: dict[tuple[str, int, bool, str, str], list[int]] = {}
    for move in moves:
        key = (move.entry.exercise, move.sets, move.whole, _place(move.session), _target(move))
        lines.setdefault(key, []).append(move.number)
    return " ".join(
        tr("{exercise} goes from {here} to {there}, {weeks}.", exercise=label_of(exercise), here=here, there=there,
           weeks=weeks_words(numbers))
        if whole
        else ntr(
            "{count} set of {exercise} goes from {here} to {there}, {weeks}.",
            "{count} sets of {exercise} go from {here} to {there}, {weeks}.",
            sets, exercise=label_of(exercise), here=here, there=there, weeks=weeks_words(numbers),
        )
        for (exercise, sets, whole, here, there), numbers in lines.items()
    )  # fmt: skip


def _target(move: Move) -> str:
    if move.to is not None:
        return _place(move.to)
    if move.weekday is None:
        return tr("a new session")
    return tr("a new session on {weekday}", weekday=tr(WEEKDAYS[move.weekday]))


def _place(session: Session) -> str:
    day: Weekday | None = session.weekday
    if session.name:
        return session.name
    return tr(WEEKDAYS[day]) if day is not None else tr("a session without a name")
