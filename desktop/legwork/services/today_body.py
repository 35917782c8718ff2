"""The body on the first page: what the last check-in changed and whether that is real, and where the legs stand.

Owns choosing few of many numbers. What changed is `weekly_review_changes`, where the legs stand `balance_words`: the
first page says the same as the review and the Balance page. Runs off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legwork.domain.days import month_of, near_day
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Region, Side
from legwork.domain.verdict import SIGNS, Call
from legwork.i18n import mark, ntr, tr
from legwork.numerals import number
from legwork.services import balance_words as words
from legwork.services.balance import balance_of
from legwork.services.balance_view import BALANCE
from legwork.services.due import last_check_in, tape_days
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.services.weekly_review_changes import ChangeRow, changes_of

MOST_ROWS = 6
"""So many numbers are named: more are not read at a glance (a convention)."""

_QUIET = {Call.NO_CHANGE: mark("within the error"), Call.TOO_EARLY: mark("too early to tell")}
_SIDES = {Side.LEFT: mark("left"), Side.RIGHT: mark("right"), Side.NONE: ""}

SHOWN_DAYS = 2 * 366
"""So far back the small history reaches (a convention)."""


@dataclass(frozen=True)
class ChangeLine:
    """One number, or both sides of one. now: with its unit. step: since the check-in before, signed, without a unit, ""
    for none; beyond: one of the steps is larger than its error.

    sign, trend: what the last weeks say, and by how much where that is real. call: growing or shrinking where it is.
    """

    key: str
    name: str
    region: str
    now: str
    step: str
    beyond: bool
    sign: str
    trend: str
    call: Call
    spoken: str


@dataclass(frozen=True)
class BodyChanges:
    """day, before: the last check-in and the one before it; None where there is none. since: of the column of steps.

    said: the whole in a sentence. more: how many numbers are not named here.
    """

    day: date | None = None
    before: date | None = None
    said: str = ""
    since: str = ""
    over: str = ""
    lines: tuple[ChangeLine, ...] = ()
    more: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class HistoryLine:
    """The index over time, in percent. days: ordinals. level, low, high: shape as days. first, last: in words."""

    days: tuple[int, ...] = ()
    level: tuple[float, ...] = ()
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    first: str = ""
    last: str = ""
    spoken: str = ""


@dataclass(frozen=True)
class BalanceGlance:
    """Where the legs stand. index, span: the one number and its range, empty while it cannot be told; then headline and
    numbers say what is missing, and page where to mend it. history: of the index, None with fewer than two days."""

    headline: str
    numbers: str
    index: str
    span: str
    history: HistoryLine | None
    page: str
    today_known: bool


@dataclass(frozen=True)
class BodyGlance:
    """Both."""

    changes: BodyChanges
    balance: BalanceGlance


def body_glance(profile: Profile, person: Person, today: date, breathe: Callable[[], object] = bool) -> BodyGlance:
    """As things stand. breathe: called between the parts; what it raises ends the work. Raises StoreError."""
    readings = SpotReadings(profile, person, breathe)
    return BodyGlance(_changes(profile, person, today, readings), _balance(profile, person, today, readings))


def _changes(profile: Profile, person: Person, today: date, readings: SpotReadings) -> BodyChanges:
    day = last_check_in(profile, person, today)
    if day is None:
        return BodyChanges()
    before = max((one for one in tape_days(profile, person, last=day).values() if one < day), default=None)
    found = changes_of(profile, person, day, before, readings, readings.breathe)
    rows = [row for row in found.rows if row.measure.family is not Family.BALANCE]
    grouped = list(_grouped(rows).values())
    named = _chosen(grouped)
    since = tr("since {day}", day=near_day(before, today)) if before is not None else ""
    weeks = max((row.weeks for row in rows), default=0)
    over = ntr("trend, {count} week", "trend, {count} weeks", weeks) if weeks else tr("trend")
    lines = tuple(_line(some) for some in named)
    if before is None:  # one day has no trend, and needs no row that says so
        over, lines = "", tuple(replace(one, sign="", trend="") for one in lines)
    more = len(rows) - sum(len(some) for some in named)
    return BodyChanges(day, before, found.said, since, over, lines, more, found.notes)


def _grouped(rows: Sequence[ChangeRow]) -> dict[Measure, list[ChangeRow]]:
    """Both sides of a measure together, in the order of the rows."""
    found: dict[Measure, list[ChangeRow]] = {}
    for row in rows:
        found.setdefault(row.measure.pair, []).append(row)
    return found


def _chosen(grouped: Sequence[list[ChangeRow]]) -> list[list[ChangeRow]]:
    """The most telling MOST_ROWS, in their own order: what is real, then a step beyond the error, then the legs."""

    def rank(place: int) -> tuple[bool, bool, bool, int]:
        some = grouped[place]
        legs = some[0].region == Region.LOWER
        return not any(row.real for row in some), not any(row.beyond for row in some), not legs, place

    return [grouped[place] for place in sorted(sorted(range(len(grouped)), key=rank)[:MOST_ROWS])]


def _line(some: Sequence[ChangeRow]) -> ChangeLine:
    first = some[0]
    sign, trend, call = _trend(some)
    unit = f"\N{NO-BREAK SPACE}{first.unit}" if first.unit else ""
    now = " / ".join(row.now.removesuffix(unit) for row in some) + unit
    steps = " / ".join(row.step or "–" for row in some) if any(row.step for row in some) else ""
    spoken = " ".join(row.spoken for row in some)
    return ChangeLine(
        str(first.measure.pair), first.series.label, first.region, now, steps, any(row.beyond for row in some), sign,
        trend, call, spoken,
    )  # fmt: skip


def _trend(some: Sequence[ChangeRow]) -> tuple[str, str, Call]:
    """The sign, the words and the verdict of one row or of both sides."""
    real = [row for row in some if row.real]
    if not real:
        quiet = next((row for row in some if row.call is Call.NO_CHANGE), some[0])
        return SIGNS[quiet.call], tr(_QUIET[quiet.call]) if quiet.call in _QUIET else "", quiet.call
    if len(some) == 1:
        return real[0].sign, f"{real[0].words}, {real[0].change}", real[0].call
    parts = [tr("{side} {change}", side=tr(_SIDES[row.measure.side]), change=row.change) for row in real]
    calls = {row.call for row in real}
    sign = real[0].sign if len(calls) == 1 else "".join(row.sign for row in real)
    return sign, "; ".join(parts), real[0].call if len(calls) == 1 else Call.NO_CHANGE


def _balance(profile: Profile, person: Person, today: date, readings: SpotReadings) -> BalanceGlance:
    balance = balance_of(profile, person, readings, today)
    headline, numbers = words.headline(balance)
    index, span = words.index_parts(balance)
    page = ""
    if not index:
        page = "people" if person.sex is None or person.stature is None else "measure"
    found = series_of(profile, person, [BALANCE], readings.breathe, readings)[BALANCE] if index else []
    history = _history(found[0], today) if found else None
    return BalanceGlance(headline, numbers, index, span, history, page, balance.day is not None)


def _history(series: MeasureSeries, today: date) -> HistoryLine | None:
    trend = series.trend
    first = today.toordinal() - SHOWN_DAYS
    places = [place for place in range(len(trend)) if first <= trend.days[place] <= today.toordinal()]
    if len(places) < 2:
        return None
    days = tuple(int(trend.days[place]) for place in places)
    level = tuple(float(trend.level[place]) for place in places)
    begin, end = month_of(date.fromordinal(days[0])), month_of(date.fromordinal(days[-1]))
    spoken = tr(
        "The trend of your leg balance: from {first} % in {begin} to {last} % in {end}.",
        first=number(level[0], 1), begin=begin, last=number(level[-1], 1), end=end,
    )  # fmt: skip
    return HistoryLine(
        days,
        level,
        tuple(float(trend.low[place]) for place in places),
        tuple(float(trend.high[place]) for place in places),
        begin,
        end,
        spoken,
    )
