"""Between Python's days and Qt's."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate


def to_qdate(day: date) -> QDate:
    """A Python day as a Qt day."""
    return QDate(day.year, day.month, day.day)


def to_date(day: QDate) -> date:
    """A Qt day as a Python day."""
    return date(day.year(), day.month(), day.day())
