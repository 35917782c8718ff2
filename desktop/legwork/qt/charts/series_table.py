"""One line of a chart as a table: each reading with the height of the line, then what may come, a month at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isnan

from legwork.domain.days import full_day
from legwork.domain.measures import number_text
from legwork.i18n import tr
from legwork.qt.charts.drawing import shown_rows
from legwork.qt.charts.prospects import Prospect, looked_at
from legwork.qt.charts.series import Series
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.picture_table import Numbers

_MONTH = 30
_MOST_AHEAD = 24
"""Rows of what may come, at most; where they would be more, they are farther apart."""


def series_numbers(series: Series, name: str, said: str, until: float = float("inf")) -> Numbers:
    """The newest first. name: of the table as an object. said: its translated name. until: the last day (ordinal)."""
    columns = (
        Column(tr("Day")), Column(tr("{name} ({unit})", name=series.label, unit=series.unit), number=True),
        Column(tr("Line"), number=True), Column(tr("low (80 %)"), number=True), Column(tr("high (80 %)"), number=True),
    )  # fmt: skip
    way = looked_at(series.prospects)
    measured = [
        _fact(one.day, (one.value, one.trend, one.low, one.high), series.unit)
        for one in shown_rows([series], float("-inf"), float("inf"))
    ]
    ahead = _ahead(way, series, until) if way is not None else []
    return Numbers(name, said, columns, [*reversed(ahead), *reversed(measured)], few=False)


def _ahead(way: Prospect, series: Series, until: float) -> list[Fact]:
    """From month to month, and the goal's own day."""
    first, last = way.ordinals[0], int(min(way.ordinals[-1], until))
    step = _MONTH * max(1, -(-(last - first) // (_MONTH * _MOST_AHEAD)))
    days = {*range(first + step, last + 1, step)}
    if series.aim is not None and first < series.aim.due <= last:
        days.add(series.aim.due)
    found = ((day, way.at(day)) for day in sorted(days))
    return [
        _fact(date.fromordinal(day), (float("nan"), *heights), series.unit) for day, heights in found if heights
    ]  # fmt: skip


def _fact(day: date, numbers: Sequence[float], unit: str) -> Fact:
    cells = ("" if isnan(one) else number_text(one, unit) for one in numbers)
    return Fact(day.isoformat(), (full_day(day), *cells))
