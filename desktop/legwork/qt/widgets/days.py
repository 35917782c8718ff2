"""Between Python's days and Qt's."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QFontMetrics

from legwork.domain.days import full_day

_DAYS = [date(2028, month, 28) for month in range(1, 13)]


def day_width(metrics: QFontMetrics) -> int:
    """How many pixels the longest day takes as it is written in the language that is spoken."""
    return max(metrics.horizontalAdvance(full_day(day)) for day in _DAYS)


def to_qdate(day: date) -> QDate:
    """A Python day as a Qt day."""
    return QDate(day.year, day.month, day.day)


def to_date(day: QDate) -> date:
    """A Qt day as a Python day."""
    return date(day.year(), day.month(), day.day())
