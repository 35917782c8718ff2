"""The numbers beside bars of weeks: what a week came to on average, what all came to, and what would hold size.

Owns which weeks count, and the words. A week that is not over counts nowhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from legwork.domain.days import full_day
from legwork.domain.measures import as_shown, number_text, signed_text
from legwork.domain.verdict import Call
from legwork.i18n import ntr, tr
from legwork.numerals import number
from legwork.services.measure_facts import MeasureFacts, facts_of
from legwork.services.measure_series import MeasureSeries, Weeks

BLOCK_WEEKS = 4
"""Start and now are means of so many weeks (a convention: about a month)."""

_MIDDLE = 3
"""Days from a week's Monday to its middle."""


def facts_between(series: MeasureSeries, start: float, end: float) -> MeasureFacts:
    """The facts of any series between two days (ordinals, both included)."""
    if series.weeks is None:
        return facts_of(series, start, end)
    return facts_of_weeks(series, series.weeks, start, end)


def facts_of_weeks(series: MeasureSeries, weeks: Weeks, start: float, end: float) -> MeasureFacts:
    """The facts of the weeks of a series that are over and lie between two days (ordinals, both included).

    A week belongs to the stretch that its Thursday lies in. Start and now are the means of the first and the last
    BLOCK_WEEKS; with fewer than twice as many weeks there is neither. The change is that of the numbers that are shown.
    """
    rows = [row for row, day in enumerate(series.days) if start <= day + _MIDDLE <= end and day < weeks.running]
    first = now = change = ""
    if len(rows) >= 2 * BLOCK_WEEKS:
        before, after = (_mean(series, weeks, some) for some in (rows[:BLOCK_WEEKS], rows[-BLOCK_WEEKS:]))
        first, now = number_text(before, series.unit), number_text(after, series.unit)
        change = signed_text(as_shown(after, series.unit) - as_shown(before, series.unit), series.unit)
    return MeasureFacts(
        series.key, series.name, series.unit, first, now, change, "", _words(series, weeks, rows), "", Call.NOTHING,
        _explanation(series, weeks, rows),
    )  # fmt: skip


def _mean(series: MeasureSeries, weeks: Weeks, rows: Sequence[int]) -> float:
    """A week on average; of shares, the share of all that was planned in these weeks."""
    if weeks.sizes:
        whole = sum(weeks.sizes[row] for row in rows)
        return math.fsum(series.values[row] * weeks.sizes[row] for row in rows) / whole
    return math.fsum(series.values[row] for row in rows) / len(rows)


def _words(series: MeasureSeries, weeks: Weeks, rows: Sequence[int]) -> str:
    if not rows:
        return tr("no whole week here")
    mean, unit = _mean(series, weeks, rows), series.unit
    if weeks.sizes:
        whole = sum(weeks.sizes[row] for row in rows)
        done = round(mean / 100 * whole)
        return ntr("{done} of {count} planned session", "{done} of {count} planned sessions", whole, done=done)
    said = tr(
        "{mean} a week, {total} in all",
        mean=number_text(mean, unit), total=number_text(math.fsum(series.values[row] for row in rows), unit),
    )  # fmt: skip
    if weeks.holds is None:
        return said
    held = mean
    if weeks.whole:
        held = math.fsum(weeks.whole[row] for row in rows) / len(rows)
        said = tr("{said}; with indirect {mean}", said=said, mean=number_text(held, unit))
    return tr("{said}; {against}", said=said, against=_against(held, weeks.holds, unit))


def _against(mean: float, holds: float, unit: str) -> str:
    """How a week stands to what should hold size."""
    line = number_text(holds, unit)
    if mean < holds:
        return tr("below the {line} that hold size", line=line)
    return tr("{times} × the {line} that hold size", times=number(mean / holds, 1), line=line)


def _explanation(series: MeasureSeries, weeks: Weeks, rows: Sequence[int]) -> str:
    sentences = []
    if rows:
        first, last = (full_day(date.fromordinal(series.days[row])) for row in (rows[0], rows[-1]))
        sentences.append(
            ntr(
                "Of {count} whole week, from {first}.",
                "Of {count} whole weeks, the first from {first}, the last from {last}.",
                len(rows),
                first=first,
                last=last,
            )
        )
    if len(rows) >= 2 * BLOCK_WEEKS:
        sentences.append(tr("Start and now are the means of the first and the last {count} weeks.", count=BLOCK_WEEKS))
    if weeks.holds is not None:
        sentences.append(
            tr(
                "What holds size: a third of your best eight weeks in a row within the last year. A third held size in "
                "one study; the weeks are a convention."
            )
        )
    if series.note:
        sentences.append(series.note)
    return " ".join(sentences)
