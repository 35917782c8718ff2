"""When a workout began and how long it took, as other programs write it.

Owns the time of day, time zones, spans like `1h 41m`, and the order of day and month of a whole log. The days
themselves are read by `dates`. It must not know any file's columns.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from legwork.domain.log.model import MOST_OFFSET
from legwork.errors import UserError
from legwork.formats.dates import DateOrder, believed, infer_order, is_open, parse_day, read_day, read_time
from legwork.i18n import tr

MOST_HOURS = 10_000
"""No span is longer (a convention); beyond it the number is none."""

_PLAIN = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:[.]\d{1,6})?)?)?")
_ZONE = re.compile(
    r"(:\d\d(?:\.\d{1,9})?(?:\s*[ap]\.?m\.?)?)\s*"
    r"(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)|(?:UTC|GMT)([+-])(\d\d?)(?::?(\d\d))?)$",
    re.IGNORECASE,
)
"""What is ahead of UTC: `Z`, `+01:00`, or `GMT+1` as the answers to a form have it."""

_PART = re.compile(r"(\d{1,6})(?:[.,](\d{1,3}))?\s*([^\W\d_]*)\.?")
_CLOCK = re.compile(r"(?:(\d{1,5}):)?(\d{1,5}):(\d{2})(?:[.,]\d+)?")
_UNITS = (
    (3600, ("h", "std", "stund", "sa", "uur", "u", "ore", "tim", "god", "ч")),
    (60, ("m", "dk", "dak", "м", "perc")),
    (1, ("s", "с")),
    (86_400, ("d", "t", "g", "j", "д")),
)
"""How the names of units begin in many languages; the first that fits counts, so `std` is no second."""


class Moment(NamedTuple):
    """A local start. has_time: false where only the day is known. offset: minutes east of UTC, where known."""

    start: datetime
    has_time: bool
    offset: int | None


def read_moment(text: str, today: date, order: DateOrder | None, zone: tzinfo | None) -> Moment:
    """The moment that a text names: `2021-02-10 16:46:13`, `Jun 11, 2026, 1:01 PM`, `19/11/18`, `2026-01-01T10:00:00Z`.

    order: of this file's days in numbers. zone: of the person, for moments in UTC; None is this computer's. A moment
    with another offset keeps its own clock, which is the one that hung in the gym. Raises UserError as `parse_day`.
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            raise UserError(tr("There is no such day in the calendar.")) from None
        believed(found.date(), today)
        return Moment(found.replace(microsecond=0), len(text) > 10, None)
    match = _ZONE.search(text)
    if match is None:
        day, clock = parse_day(text, today, order), read_time(text)
        return Moment(datetime.combine(day, clock or time()), clock is not None, None)
    bare = text[: match.start()] + match[1]
    local = datetime.combine(read_day(bare, order), read_time(bare) or time())
    sign, hours, minutes = match.groups()[2:5] if match[3] else match.groups()[5:8]
    offset = int(hours or 0) * 60 + int(minutes or 0)
    if offset > MOST_OFFSET:
        raise UserError(tr("The date cannot be read."))
    offset = -offset if sign == "-" else offset
    if not offset:
        local, offset = _from_utc(local, zone)
    believed(local.date(), today)
    return Moment(local, True, offset)


def _from_utc(moment: datetime, zone: tzinfo | None) -> tuple[datetime, int]:
    try:
        local = moment.replace(tzinfo=UTC).astimezone(zone)
    except (OverflowError, OSError, ValueError):
        raise UserError(tr("The date cannot be read.")) from None
    ahead = local.utcoffset() or timedelta()
    return local.replace(tzinfo=None), round(ahead.total_seconds() / 60)


def settle_order(texts: Sequence[str], answer: DateOrder | None, today: date) -> tuple[DateOrder | None, bool]:
    """The order of day and month for a whole file, and whether the person must be asked.

    texts: the days of all rows, in the order of the file. An answer is used where the file leaves it open. Guessed is
    the order in which no day lies in the future and the days run most evenly in one direction.
    """
    texts = [text for text in texts if not _PLAIN.fullmatch(text)]
    found = infer_order(texts)
    if found is not None:
        return found, False
    opened = [text for text in texts if is_open(text)]
    if not opened:
        return None, False
    if answer is not None:
        return answer, True
    return min(DateOrder, key=lambda order: _disorder(opened, order, today)), True


def _disorder(texts: Sequence[str], order: DateOrder, today: date) -> tuple[int, int, int]:
    days = []
    unread = 0
    for text in texts:
        try:
            days.append(parse_day(text, today, order))
        except UserError:
            unread += 1
    steps = [(after - before).days for before, after in itertools.pairwise(days) if after != before]
    rising = sum(step > 0 for step in steps)
    return unread, min(rising, len(steps) - rising), sum(abs(step) for step in steps)


@lru_cache(maxsize=4096)
def read_span(text: str, bare: int = 1) -> int | None:
    """Seconds that a span lasts: `1h 41m`, `45min`, `2 Std. 5 Min.`, `0:09:21`, `1:30`, `95`; None when unreadable.

    bare: what a number without a unit counts, in seconds. `1:30` are minutes and seconds.
    """
    text = text.strip().casefold()
    if clock := _CLOCK.fullmatch(text):
        seconds = (int(clock[1] or 0) * 60 + int(clock[2])) * 60 + int(clock[3])
        return seconds if seconds <= MOST_HOURS * 3600 else None
    total, end = 0.0, 0
    for match in _PART.finditer(text):
        if text[end : match.start()].strip(" ,"):
            return None
        end = match.end()
        unit = _seconds_in(match[3], bare)
        if unit is None or (not match[3] and total):
            return None
        total += float(f"{match[1]}.{match[2] or 0}") * unit
    if not end or text[end:].strip() or total > MOST_HOURS * 3600:
        return None
    return round(total)


def _seconds_in(unit: str, bare: int) -> int | None:
    if not unit:
        return bare
    return next((seconds for seconds, starts in _UNITS if unit.startswith(starts)), None)
