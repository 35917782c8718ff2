"""Calendar days in words, and when a check-in is due."""

from __future__ import annotations

from datetime import date, timedelta

from legwork.i18n import mark, ntr, ptr, tr

MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
"""Months in short, January first, marked for translation."""
WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip

SHORT_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
"""The same in short. Names of days and months are written as they stand inside a sentence: "lunes", "März"."""


def short_day(day: date) -> str:
    """A day without its year: "12 Mar"."""
    return tr("{day} {month}", day=_in_month(day), month=tr(MONTHS[day.month - 1]))


def full_day(day: date) -> str:
    """A day with its year: "12 Mar 2026"."""
    return tr("{day} {month} {year}", day=_in_month(day), month=tr(MONTHS[day.month - 1]), year=day.year)


def long_day(day: date) -> str:
    """A day with its weekday and year: "Thursday, 12 Mar 2026"."""
    return tr("{weekday}, {day}", weekday=tr(WEEKDAYS[day.weekday()]), day=full_day(day))


def month_of(day: date) -> str:
    """The month of a day: "Mar 2026"."""
    return tr("{month} {year}", month=tr(MONTHS[day.month - 1]), year=day.year)


def months(first: date, last: date) -> str:
    """A stretch in months: "Mar 2026", "May to Sep 2026", "Nov 2026 to Feb 2027"."""
    if (first.year, first.month) == (last.year, last.month):
        return month_of(first)
    early = tr(MONTHS[first.month - 1]) if first.year == last.year else month_of(first)
    return ptr("months", "{first} to {last}", first=early, last=month_of(last))


def _in_month(day: date) -> str:
    """Which day of its month: in French the first is "1er"."""
    return ptr("day of a month", "1") if day.day == 1 else str(day.day)


def near_day(day: date, today: date) -> str:
    """As short as it can be said on `today`: with the year only when it is another one."""
    return short_day(day) if day.year == today.year else full_day(day)


def ago(day: date, today: date) -> str:
    """How long before `today` a day lies: "today", "5 days ago", "3 weeks ago", "4 years ago"; future days say so."""
    days = (today - day).days
    if days == 0:
        return tr("today")
    if days < 0:
        return ntr("in {count} day", "in {count} days", -days)
    if days < 14:
        return ntr("{count} day ago", "{count} days ago", days)
    if days < 70:
        return ntr("{count} week ago", "{count} weeks ago", days // 7)
    if days < 2 * 365.25:
        return ntr("{count} month ago", "{count} months ago", round(days / 30.44))
    return ntr("{count} year ago", "{count} years ago", int(days / 365.25))  # whole ones, as of an age


def next_due(weekday: int, last: date | None, today: date) -> date:
    """The next check-in day: the coming `weekday` (0 = Monday), not sooner than four days after `last`.

    Four days: a check-in a day or three early counts for its week (convention). Due today when never measured.
    """
    if last is None:
        return today
    earliest = last + timedelta(days=4)
    return earliest + timedelta(days=(weekday - earliest.weekday()) % 7)
