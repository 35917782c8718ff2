"""What the read-out says of one day: every line's reading and trend, and what happened. Words only; draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.measures import number_text, value_text
from legwork.i18n import titled, tr
from legwork.qt.charts.prospects import Prospect
from legwork.qt.charts.series import day_in_words
from legwork.qt.charts.sheet import Curve, Sheet


@dataclass(frozen=True)
class Row:
    """One line of the card. value: None when nothing was read that day; then the trend stands alone. row: of a bar.

    way: of the ways in which the curve may go on, the one that is read; between: where 80 of 100 cases lie.
    """

    curve: Curve
    value: float | None
    trend: float | None
    row: int | None = None
    way: Prospect | None = None
    between: tuple[float, float] | None = None

    @property
    def name(self) -> str:
        """What is read."""
        return self.curve.series.short_name if self.way is None else self.way.name

    @property
    def value_text(self) -> str:
        unit = self.curve.series.unit
        if self.between is not None:
            low, high = self.between
            return tr("{low} to {high}", low=number_text(low, unit), high=value_text(high, unit))
        return "–" if self.value is None else self._told(value_text(self.value, self.curve.series.unit))

    @property
    def trend_text(self) -> str:
        return "" if self.trend is None else number_text(self.trend, self.curve.series.unit)

    @property
    def short_text(self) -> str:
        """What was read, else the trend; without the unit."""
        return self.trend_text if self.value is None else self._told(number_text(self.value, self.curve.series.unit))

    def _told(self, text: str) -> str:
        """With what else is to be said of a bar."""
        bars = self.curve.series.bars
        if bars is None or self.row is None:
            return text
        if bars.said:
            text = tr("{value} ({said})", value=text, said=bars.said[self.row])
        return tr("{value} so far", value=text) if bars.unfinished[self.row] else text

    def in_words(self) -> str:
        name = self.curve.series.name
        if self.trend is None:
            return f"{name} {self.value_text}"
        trend = value_text(self.trend, self.curve.series.unit)
        if self.way is not None:
            return tr("{name} likely {value} ({range} 8 times in 10)", name=self.name, value=trend,
                      range=self.value_text)  # fmt: skip
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
            bars = curve.series.bars
            rows.append(Row(curve, *reading, bars.row_on(sheet.read_day) if bars is not None else None))
        elif trend is not None:
            rows.append(Row(curve, None, trend))
        else:
            rows += _ways_on(curve, sheet.read_day)
    return rows


def _ways_on(curve: Curve, day: int) -> list[Row]:
    """Where the ways run in which a curve may go on."""
    found = []
    for way in curve.series.prospects:
        at = way.at(day)
        if at is not None:
            found.append(Row(curve, None, at[0], way=way, between=at[1:]))
    return found


def notes_on(sheet: Sheet) -> list[str]:
    """What happened on the read-out day."""
    return [flag.text for flag in sheet.flags if flag.day == sheet.read_day]


def in_words(sheet: Sheet) -> str:
    """The whole card as one sentence; empty when there is none."""
    if sheet.read_day is None:
        return ""
    parts = [*(row.in_words() for row in rows_on(sheet)), *notes_on(sheet)]
    return titled(heading(sheet), "; ".join(parts)) if parts else ""


def heading(sheet: Sheet) -> str:
    """What is read: the day, or the time that a bar stands for where there is nothing else than bars."""
    day = sheet.read_day or 1
    several = [curve.series.bars for curve in sheet.curves]
    if several and all(one is not None for one in several):
        for one in several:
            row = one.row_on(day) if one is not None else None
            if one is not None and row is not None:
                return one.period(row)
    return day_in_words(day)
