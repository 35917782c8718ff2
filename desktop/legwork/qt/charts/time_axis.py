"""Where the time axis has its ticks, and what they say: days, months or years in words. Pure; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from legwork.domain.days import full_day, short_day
from legwork.i18n import mark, tr

MOST_TICKS = 8

_DAYS, _MONTHS = "days", "months"
_STEPS: tuple[tuple[str, int], ...] = (
    (_DAYS, 1), (_DAYS, 2), (_DAYS, 7), (_DAYS, 14), (_MONTHS, 1), (_MONTHS, 2), (_MONTHS, 3), (_MONTHS, 6),
    (_MONTHS, 12), (_MONTHS, 24), (_MONTHS, 60), (_MONTHS, 120), (_MONTHS, 240), (_MONTHS, 1200),
)  # fmt: skip
_LAST_DAY = date.max.toordinal()
_MONTH_NAMES = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip


@dataclass(frozen=True)
class Tick:
    """A tick at a day or a value, and its text."""

    at: float
    text: str


def time_ticks(start: float, end: float, pixels: float, width_of: Callable[[str], float]) -> list[Tick]:
    """Ticks for start..end over `pixels`: the finest step whose texts do not crowd. `width_of` measures a text."""
    ticks: list[Tick] = []
    for kind, step in _STEPS:
        days = list(_days(kind, step, start, end))
        ticks = [Tick(day, text) for day, text in zip(days, _texts(kind, step, days), strict=True)]
        if len(ticks) <= MOST_TICKS and _fits(ticks, pixels / max(end - start, 1e-9), width_of):
            break
    return ticks


def _days(kind: str, step: int, start: float, end: float) -> Iterator[int]:
    low, high = max(1, int(start // 1)), min(_LAST_DAY, int(end // 1))
    if high - low > MOST_TICKS * step * (32 if kind == _MONTHS else 1) + 64:
        # Far too many: one more than allowed is enough to refuse this step.
        yield from range(low, low + MOST_TICKS + 1)
        return
    if kind == _DAYS:
        # Ordinal 1 is a Monday, so weeks tick on Mondays.
        yield from (day for day in range(low, high + 1) if (day - 1) % step == 0 and day >= start)
        return
    first, last = date.fromordinal(low), date.fromordinal(high)
    month = -(-(first.year * 12 + first.month - 1) // step) * step
    while month <= last.year * 12 + last.month - 1 and month // 12 <= date.max.year:
        day = date(month // 12, month % 12 + 1, 1).toordinal() if month >= 12 else 0
        if start <= day <= end:
            yield day
        month += step


def _texts(kind: str, step: int, days: list[int]) -> Iterator[str]:
    year = None
    for ordinal in days:
        day = date.fromordinal(ordinal)
        if kind == _MONTHS:
            month = tr(_MONTH_NAMES[day.month - 1])
            yield str(day.year) if step >= 12 else tr("{month} {year}", month=month, year=day.year)
        else:
            yield short_day(day) if day.year == year else full_day(day)
        year = day.year


def _fits(ticks: list[Tick], per_day: float, width_of: Callable[[str], float]) -> bool:
    widths = [width_of(tick.text) for tick in ticks]
    air = width_of("00")
    return all(
        (right.at - left.at) * per_day >= (one + other) / 2 + air
        for left, right, one, other in zip(ticks, ticks[1:], widths, widths[1:], strict=False)
    )
