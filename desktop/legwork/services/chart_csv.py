"""The data that a chart shows as a CSV file: one row a point, ISO dates, decimal points."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from legwork.formats.safe_cells import harmless

HEADER = ("day", "measure", "side", "unit", "value", "error", "trend", "trend_low", "trend_high")


class ShownRow(NamedTuple):
    """One point: value with its standard error, and the line with its 80 % band on that day; NaN for what is not."""

    day: date
    measure: str
    side: str
    unit: str
    value: float
    error: float
    trend: float
    low: float
    high: float


def as_csv(rows: Iterable[ShownRow]) -> bytes:
    """The rows as RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets read it right.

    Names that a spreadsheet would take for a formula get an apostrophe in front.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for row in rows:
        numbers = (row.value, row.error, row.trend, row.low, row.high)
        writer.writerow(
            [row.day.isoformat(), harmless(row.measure), row.side, row.unit, *(_number(one) for one in numbers)]
        )
    return text.getvalue().encode("utf-8-sig")


def _number(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.4f}".rstrip("0").rstrip(".")
