"""The sentence under the charts: what is not drawn and why, what a person should know, else what hands can do.

Owns which of these is said, and that there is nothing to see where there is something elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from legwork.domain.days import full_day
from legwork.domain.measures import Family
from legwork.i18n import mark, tr
from legwork.qt.charts.view import Sides
from legwork.services.measure_series import MeasureSeries

_HINT = mark("Wheel zooms, drag moves, Shift+drag reads a stretch, double click goes back.")
_BARS_HINT = mark("Click a bar, or press Enter on one that is read (Ctrl+arrows), to see the sets behind it.")
_PLANNED_HINT = mark("Click a bar, or press Enter on one that is read (Ctrl+arrows), to see the calendar.")
_MIDDLE = 3
"""Days from a week's Monday to its middle."""
_SEVERAL = mark("Whole-limb volumes. How each came about stands beside its numbers below, when you point at them.")
_SEVERAL_ELSE = mark("How the numbers came about stands beside them below, when you point at them.")


def nothing_here(series: Sequence[MeasureSeries], start: float, end: float) -> str:
    """That there is something, but nothing between two days (ordinals), and the way to it; "" where there is.

    A week without any training is nothing.
    """
    days = [
        day + _MIDDLE if one.weeks is not None else day
        for one in series
        for day, value in zip(one.days, one.values, strict=True)
        if value or one.weeks is None
    ]
    if not days or any(start <= day <= end for day in days):
        return ""
    first, last = (full_day(date.fromordinal(pick(days))) for pick in (min, max))
    return tr(
        "Nothing in the time that is shown: choose “All” above to see what there is, from {first} to {last}.",
        first=first, last=last,
    )  # fmt: skip


def sentence(
    series: Sequence[MeasureSeries], without: Sequence[str], left_out: Sequence[str], sides: Sides, *, chosen: bool
) -> str:
    """series: what is shown. without: names of what has no line. left_out: of what does not fit on the chart."""
    told = list(dict.fromkeys(one.note for one in series if one.note))
    if not chosen:
        return tr("Tick what you want to follow in the list on the left.")
    if without and sides is not Sides.BOTH:
        return tr("Nothing on this side for {names}: choose “Left and right”.", names=", ".join(without))
    if without:
        return tr("No line for {names}: no day has all the readings that it needs.", names=", ".join(without))
    if left_out:
        return tr(
            "Two units fit on one chart. Not drawn: {sites}. Choose “Each apart” to see all.", sites=", ".join(left_out)
        )
    if len(told) == 1:
        return told[0]
    if told:
        return tr(_SEVERAL_ELSE if any(one.measure.trained for one in series) else _SEVERAL)
    bars = [one for one in series if one.weeks is not None]
    if not bars:
        return tr(_HINT)
    return tr(_PLANNED_HINT if all(one.measure.family is Family.KEPT for one in bars) else _BARS_HINT)
