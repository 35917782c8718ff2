"""What the read-out says of one day: every line's reading and trend, and what happened. Words only; draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.measures import number_text, value_text
from legwork.i18n import tr
from legwork.qt.charts.series import day_in_words
from legwork.qt.charts.sheet import Curve, Sheet


@dataclass(frozen=True)
class Row:
    """One line of the card. value: None when nothing was read that day; then the trend stands alone."""

    curve: Curve
    value: float | None
    trend: float | None

    @property
    def value_text(self) -> str:
        return "–" if self.value is None else value_text(self.value, self.curve.series.unit)

    @property
    def trend_text(self) -> str:
        return "" if self.trend is None else number_text(self.trend, self.curve.series.unit)

    @property
    def short_text(self) -> str:
        """What was read, else the trend; without the unit."""
        return self.trend_text if self.value is None else number_text(self.value, self.curve.series.unit)

    def in_words(self) -> str:
        name = self.curve.series.name
        if self.trend is None:
            return f"{name} {self.value_text}"
        trend = value_text(self.trend, self.curve.series.unit)
        if self.value is None:
            return tr("{name} trend {trend}", name=name, trend=trend)
        return tr("{name} {value} (trend {trend})", name=name, value=self.value_text, trend=trend)


def rows_on(sheet: Sheet) -> list[Row]:
    """What was measured on the sheet's read-out day and where every line runs then, in the order of the series."""
    if sheet.read_day is None:
        return []
    rows = []
    for curve in sheet.curves:
        reading = curve.series.reading_on(sheet.read_day)
        trend = curve.series.line.at(sheet.read_day)
        if reading is not None:
            rows.append(Row(curve, *reading))
        elif trend is not None:
            rows.append(Row(curve, None, trend))
    return rows


def notes_on(sheet: Sheet) -> list[str]:
    """What happened on the read-out day."""
    return [flag.text for flag in sheet.flags if flag.day == sheet.read_day]


def in_words(sheet: Sheet) -> str:
    """The whole card as one sentence; empty when there is none."""
    if sheet.read_day is None:
        return ""
    parts = [*(row.in_words() for row in rows_on(sheet)), *notes_on(sheet)]
    return f"{day_in_words(sheet.read_day)}: " + "; ".join(parts) if parts else ""
