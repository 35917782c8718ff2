"""Dose against response: whether a girth grew faster in stretches with more hard sets, with what is not known about it.

Owns the stretches, the regression and the decision. It must not say why (food, sleep, weight and training age move as
well), and it never promises that more sets would do more: it is one person's own record, not an experiment.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from legwork import numerals
from legwork.domain.log.regression import Line, correlation, regress
from legwork.domain.log.sums import Sums
from legwork.domain.muscles import MUSCLES_OF_SITE
from legwork.domain.verdict import DAYS_PER_MONTH
from legwork.i18n import ntr, tr

if TYPE_CHECKING:
    from legwork.domain.log.columns import Floats

STRETCH_WEEKS = 8
"""A stretch is as long as this: at SCIENCE section 2's error a rate needs about ten weeks to be seen, a mesocycle has
four to eight; shorter stretches tell hardly anything (a convention)."""

FEWEST_READINGS, LEAST_SPAN = 4, 0.6
"""A stretch needs so many readings, and that they span so much of it (conventions)."""

FEWEST_STRETCHES = 5
"""Fewer do not make a line (a convention)."""

LEAST_SPREAD = 3.0
"""Hard sets a week between the stretches with the fewest and the most; less is all the same dose (a convention)."""

WITH_TIME = 0.7
"""From this correlation of the sets with the number of the stretch on, sets and time cannot be told apart: half of what
the sets do is then what time does (a convention)."""

WRONG = 0.05
"""So seldom may any site be called by chance when none answers: shared out among those that are judged. Source:
Bonferroni's inequality; 5 % as everywhere in SCIENCE."""


class Dose(StrEnum):
    """What can be said. MORE, FEWER: a girth grew faster with more sets, or with fewer, beyond the error. WITH_TIME:
    the sets rose or fell with time, so that nothing can be told."""

    TOO_EARLY = "too early"
    TOO_EVEN = "too even"
    WITH_TIME = "with time"
    UNCLEAR = "unclear"
    MORE = "more"
    FEWER = "fewer"


@dataclass(frozen=True)
class Stretch:
    """A stretch of weeks. first, last: ordinals of its days. sets: hard sets a week. cm_month, sd: how the girth moved,
    with the standard error that the tape leaves."""

    first: int
    last: int
    sets: float
    cm_month: float
    sd: float


@dataclass(frozen=True)
class DoseResponse:
    """What the stretches tell together. line: None while too early or too even. weeks_more: of measuring and training,
    until there are enough; 0 when there are. with_time: how the sets went with time, from -1 to 1; 0 without a line."""

    call: Dose
    stretches: tuple[Stretch, ...]
    line: Line | None = None
    weeks_more: int = 0
    with_time: float = 0.0


def site_sets(sums: Sums, site: str) -> Floats:
    """Hard sets a week for a site, shape (periods,): each set once, with its largest share among the site's muscles.

    Zeros for a site of which MUSCLES_OF_SITE knows nothing. Source: shares as in `plan.counting` (Pelland 2024).
    """
    import numpy as np

    muscles = [one.value for one in MUSCLES_OF_SITE.get(site, ())]
    shares = sums.counted.lookup.shares
    largest = [
        max((shares.get(key, {}).get(muscle, 0.0) for muscle in muscles), default=0.0)
        for key in sums.counted.columns.exercises
    ]
    return sums.hard @ np.array(largest, dtype=np.float64)


def dose_response(
    days: Sequence[float],
    girths_cm: Sequence[float],
    errors_cm: Sequence[float],
    week_starts: Sequence[int],
    weekly_sets: Sequence[float],
) -> DoseResponse:
    """Hard sets a week against centimetres a month.

    days: ordinals of the readings, in order, repeats allowed; girths_cm, errors_cm: readings and their standard errors,
    above zero. week_starts, weekly_sets: consecutive weeks of the log and their hard sets. The stretches are counted
    back from the newest day that has both; in each a straight line through the readings gives the rate, and the
    stretches, which share no reading, are then held against their sets. Raises ValueError when lengths differ.
    Source: `regression.regress`; the limits above (conventions).
    """
    if not len(days) == len(girths_cm) == len(errors_cm) or len(week_starts) != len(weekly_sets):
        raise ValueError("readings or weeks differ in length")
    stretches = _stretches(days, girths_cm, errors_cm, week_starts, weekly_sets)
    if len(stretches) < FEWEST_STRETCHES:
        more = STRETCH_WEEKS * (FEWEST_STRETCHES - len(stretches))
        return DoseResponse(Dose.TOO_EARLY, stretches, weeks_more=more)
    sets = [one.sets for one in stretches]
    if max(sets) - min(sets) < LEAST_SPREAD:
        return DoseResponse(Dose.TOO_EVEN, stretches)
    line = regress(sets, [one.cm_month for one in stretches], [one.sd for one in stretches])
    with_time = correlation([float(one.first) for one in stretches], sets)
    return among(DoseResponse(Dose.UNCLEAR, stretches, line, with_time=with_time), 1)


def among(found: DoseResponse, sites: int) -> DoseResponse:
    """The same, called as one of so many sites that are judged together: with more of them it takes more to be sure.

    What has no line stays. Raises ValueError for less than one site. Source: WRONG, WITH_TIME.
    """
    if sites < 1:
        raise ValueError("a site is one of at least one")
    if found.line is None:
        return found
    if abs(found.with_time) >= WITH_TIME:
        return replace(found, call=Dose.WITH_TIME)
    low, high = found.line.slope_within(1 - WRONG / sites)
    return replace(found, call=Dose.MORE if low > 0 else Dose.FEWER if high < 0 else Dose.UNCLEAR)


def _stretches(
    days: Sequence[float],
    girths: Sequence[float],
    errors: Sequence[float],
    week_starts: Sequence[int],
    weekly_sets: Sequence[float],
) -> tuple[Stretch, ...]:
    if not days or not week_starts:
        return ()
    found: list[Stretch] = []
    end = min(int(days[-1]), week_starts[-1] + 6)
    span = 7 * STRETCH_WEEKS
    while (first := end - span + 1) >= week_starts[0]:
        inside = range(bisect_left(days, first), bisect_right(days, end))
        sets = weekly_sets[bisect_left(week_starts, first - 3) : bisect_right(week_starts, end - 3)]
        known = [days[place] for place in inside]
        if len(inside) >= FEWEST_READINGS and known[-1] - known[0] >= LEAST_SPAN * span and len(sets):
            rate, sd = _rate(known, [girths[place] for place in inside], [errors[place] for place in inside])
            found.append(
                Stretch(first, end, sum(sets) / len(sets), rate * DAYS_PER_MONTH, sd * DAYS_PER_MONTH)
            )  # fmt: skip
        end = first - 1
    return tuple(reversed(found))


def _rate(days: Sequence[float], girths: Sequence[float], errors: Sequence[float]) -> tuple[float, float]:
    """The slope a day of a straight line through readings of known error, and its standard error.

    Source: weighted least squares with known variances.
    """
    weights = [1 / one**2 for one in errors]
    total = math.fsum(weights)
    middle = math.fsum(weight * day for weight, day in zip(weights, days, strict=True)) / total
    mean = math.fsum(weight * girth for weight, girth in zip(weights, girths, strict=True)) / total
    spread = math.fsum(weight * (day - middle) ** 2 for weight, day in zip(weights, days, strict=True))
    both = math.fsum(
        weight * (day - middle) * (girth - mean) for weight, day, girth in zip(weights, days, girths, strict=True)
    )
    return both / spread, math.sqrt(1 / spread)


def stretch_weeks(stretch: Stretch, week_starts: Sequence[int]) -> tuple[int, int]:
    """The first and the last ordinal of the whole weeks whose sets count for a stretch.

    A week counts where its middle lies. Raises ValueError when no week does."""
    begin, stop = bisect_left(week_starts, stretch.first - 3), bisect_right(week_starts, stretch.last - 3)
    if begin >= stop:
        raise ValueError("no week of the log lies in this stretch")
    return week_starts[begin], week_starts[stop - 1] + 6


def dose_words(found: DoseResponse, unit: str = "cm", factor: float = 1.0) -> str:
    """What can be said, in a sentence or two; it names the interval, and that it is no proof.

    unit: of the rates that are said; factor: from centimetres to it."""
    if found.call is Dose.TOO_EARLY or (found.line is None and found.call is not Dose.TOO_EVEN):
        return ntr(
            "Too early: it takes about {count} more week of measuring and training.",
            "Too early: it takes about {count} more weeks of measuring and training.",
            found.weeks_more,
        )
    if found.line is None:
        return tr("Your weekly sets hardly differed so far, so nothing can be told of more or fewer.")
    if found.call is Dose.WITH_TIME:
        if found.with_time > 0:
            return tr("Sets rose steadily with time, so the two cannot be told apart: growth slows in time by itself.")
        return tr("Sets fell steadily with time, so the two cannot be told apart: growth slows in time by itself.")
    line = found.line
    low, high = rate_text(line.slope_low80 * factor, unit), rate_text(line.slope_high80 * factor, unit)
    interval = tr("{low} to {high} {unit} a month, 8 times in 10", low=low, high=high, unit=unit)
    if found.call is Dose.UNCLEAR:
        return tr("No clear link so far: with one set more a week it grew by {interval}.", interval=interval)
    return tr(
        "With one set more a week it grew by {rate} {unit} a month ({interval}). "
        "That is how it went, not yet proof of why.",
        rate=rate_text(line.slope * factor, unit), unit=unit, interval=interval,
    )  # fmt: skip


def rate_text(number: float, unit: str = "cm") -> str:
    """A rate with its sign: centimetres to two digits, inches to three."""
    return numerals.number(number, 3 if unit == "in" else 2, signed=True)
