"""Where the days of a year lie in the training calendar: weeks across, weekdays down, in one strip or in several.

Owns that arrangement and where arrow keys lead. It paints nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

from legwork.domain.days import SHORT_WEEKDAYS
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_drawing import Line

SMALLEST, LARGEST = 17, 30
"""Sides of a day with the gap behind it, in unscaled pixels: where a year in one strip would need smaller ones, it
takes two strips or more."""


@dataclass(frozen=True)
class Strip:
    """Some months of the year, side by side. monday: of its first week; weeks: how many; left: of its first day."""

    first: date
    last: date
    monday: date
    weeks: int
    left: float
    top: float
    cell: float
    head: float

    def rect(self, day: date) -> QRectF:
        """Where a day of this strip lies, with the gaps around it."""
        week, weekday = divmod((day - self.monday).days, 7)
        return QRectF(self.left + week * self.cell, self.top + self.head + weekday * self.cell, self.cell, self.cell)

    def column(self, monday: date) -> QRectF:
        """The seven days of a week."""
        box = self.rect(monday)
        return QRectF(box.left(), box.top(), self.cell, 7 * self.cell)

    @property
    def bottom(self) -> float:
        """Below its last row."""
        return self.top + self.head + 7 * self.cell


@dataclass(frozen=True)
class YearPlace:
    """All strips of a year; names: the width of the weekdays' column."""

    year: int
    strips: tuple[Strip, ...]
    names: float

    @property
    def bottom(self) -> float:
        """Below the last strip."""
        return self.strips[-1].bottom

    def strip(self, day: date) -> Strip:
        """The strip in which a day of the year lies."""
        return next(one for one in self.strips if one.first <= day <= one.last)

    def rect(self, day: date) -> QRectF:
        """Where a day of the year lies."""
        return self.strip(day).rect(day)

    def day_at(self, at: QPointF) -> date | None:
        """The day under a point."""
        for strip in self.strips:
            x, y = at.x() - strip.left, at.y() - strip.top - strip.head
            if 0 <= x < strip.weeks * strip.cell and 0 <= y < 7 * strip.cell:
                found = strip.monday + timedelta(days=int(x // strip.cell) * 7 + int(y // strip.cell))
                return found if strip.first <= found <= strip.last else None
        return None


def place_year(
    theme: ThemeManager, rect: QRectF, year: int, banded: Callable[[date, date], bool] = lambda *_: True
) -> YearPlace:
    """Arrange a year from the top of `rect`, as wide as it is. banded: whether something stands above the days from
    one to another, beside the months."""
    names = max(Line(name, pixels=12).width(theme) for name in weekday_names()) + theme.px(6)
    room = rect.width() - names
    for months in (12, 6, 4, 3, 2):
        spans = [_span(year, first, months) for first in range(1, 13, months)]
        cell = room / max(weeks for _, _, _, weeks in spans)
        if cell >= theme.px(SMALLEST):
            break
    cell = float(int(min(cell, theme.px(LARGEST))))
    high = Line("x", pixels=12).height(theme)
    strips, top = [], rect.top()
    for first, last, monday, weeks in spans:
        head = high * 2 + theme.px(14) if banded(first, last) else high + theme.px(4)
        strips.append(Strip(first, last, monday, weeks, rect.left() + names, top, cell, head))
        top = strips[-1].bottom + theme.px(12)
    return YearPlace(year, tuple(strips), names)


def weekday_names() -> tuple[str, ...]:
    """The weekdays in short, Monday first: a column is a week that is counted, the same in every place."""
    return tuple(tr(one) for one in SHORT_WEEKDAYS)


def _span(year: int, month: int, months: int) -> tuple[date, date, date, int]:
    """First day, last day, first Monday and number of weeks of some months."""
    first = date(year, month, 1)
    after = month + months
    last = date(year, 12, 31) if after > 12 else date(year, after, 1) - timedelta(days=1)
    before = min(first.weekday(), first.toordinal() - 1)
    monday = first - timedelta(days=before)
    return first, last, monday, (last - monday).days // 7 + 1


def months_on(day: date, months: int) -> date:
    """The same day some months on or back, the last of its month where that is shorter."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), date.max.year * 12 + 11)
    year, month = divmod(count, 12)
    return next(
        date(year, month + 1, number)
        for number in range(day.day, 0, -1)
        if number <= 28 or _is_day(year, month + 1, number)
    )


def _is_day(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True
