"""Lifts that no longer get better, the muscles whose lifts they are, and the deload that is proposed then.

Owns these judgements. It must not change a plan, and nothing here is done unasked: a deload is a proposal.

Source: SCIENCE section 6: deload when two or three weeks stalled, for the muscles that stalled; a week off costs no
size (Coleman 2024). All thresholds are conventions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from legwork.domain.log.breaks import BREAK_DAYS
from legwork.domain.log.estimates import Estimates
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.plan.counting import Lookup
from legwork.i18n import listed, ntr, tr

STALL_WEEKS = 3
"""So many weeks of training without a better set are a stall."""

TIRED_WEEKS = 2
"""Fewer are enough when recovery was said to be poor, or strength falls."""

LOOK_BACK_WEEKS = 12
"""What was better longer ago is not what is to be beaten now."""

CURRENT_DAYS = 14
"""A lift that was not done for longer says nothing of now."""

FALL = 0.05
"""So much below the best in both of the last two weeks, and strength falls."""

SHARE_STALLED = 0.5
"""Of the lifts that train a muscle directly."""

WEEKS_BETWEEN = 3
"""No deload is proposed sooner after the last one."""


class Response(StrEnum):
    """How a lift, or a muscle's lifts, did lately."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class LiftCourse:
    """A lift's last weeks. stalled: weeks with training since the best one. response: see `Response`."""

    exercise: str
    stalled: int
    response: Response


@dataclass(frozen=True)
class Stall:
    """A muscle whose lifts stalled. weeks: the fewest among them. lifts: those that stalled, by key."""

    muscle: str
    weeks: int
    lifts: tuple[str, ...]
    falling: bool


@dataclass(frozen=True)
class DeloadProposal:
    """A lighter week for these muscles; whole: for everything. reason: translated. key: names it when refused."""

    muscles: tuple[str, ...]
    whole: bool
    reason: str
    key: str


def courses_of(
    estimates: Estimates,
    today: date,
    deloads: Collection[int] = (),
    exercises: Iterable[str] | None = None,
    lighter: Mapping[int, Collection[str]] | None = None,
) -> dict[str, LiftCourse]:
    """How each lift that is done now did in the last weeks; lifts not done for CURRENT_DAYS are left out.

    deloads: ordinals of the Mondays of deload weeks: they are no training to get better in, and what stalled before one
    begins anew. lighter: the same for some muscles, by Monday: of the lifts that train one of them directly. After a
    break (BREAK_DAYS) only what came since counts. Both sides of a lift must stall. A best in one of the last two weeks
    is BETTER; fewer than two weeks, also since a deload, are UNKNOWN. Where nobody said how many reps were left, an
    estimate is the least that can be: it can beat another one, but it shows no fall, and no stall after one with the
    reps left said. Source: the thresholds above (conventions).
    """
    keys, shares = estimates.counted.columns.exercises, estimates.counted.lookup.shares
    wanted = keys if exercises is None else tuple(exercises)
    by_lift: dict[tuple[int, int], list[_Best]] = {}
    columns = (estimates.exercise, estimates.side, estimates.day, estimates.kg, estimates.at_least)
    for code, side, day, kg, least in zip(*(one.tolist() for one in columns), strict=True):
        by_lift.setdefault((code, side), []).append(_Best(day, kg, least))
    found: dict[str, LiftCourse] = {}
    for (code, _), days in by_lift.items():
        key = keys[code]
        if key not in wanted:
            continue
        direct = {muscle for muscle, share in shares.get(key, {}).items() if share >= 1}
        own = {monday for monday, muscles in (lighter or {}).items() if not direct.isdisjoint(muscles)}
        course = _course(key, days, today, own.union(deloads))
        if course is None:
            continue
        other = found.get(key)
        found[key] = course if other is None or course.stalled < other.stalled else other
    return found


def muscle_response(muscle: str, courses: Mapping[str, LiftCourse], lookup: Lookup) -> Response:
    """How the lifts that train a muscle directly did: as most of them; BETTER wins over SAME, SAME over WORSE."""
    done = [course.response for course in _direct(muscle, courses, lookup)]
    known: list[Response] = [one for one in done if one is not Response.UNKNOWN]
    order: tuple[Response, ...] = (Response.BETTER, Response.SAME, Response.WORSE)
    return max(order, key=lambda one: (known.count(one), -order.index(one))) if known else Response.UNKNOWN


def stalls_of(courses: Mapping[str, LiftCourse], lookup: Lookup, weeks: int = STALL_WEEKS) -> tuple[Stall, ...]:
    """The muscles of which SHARE_STALLED or more of the lifts that train them directly stalled, in body order."""
    found = []
    for muscle in (one.value for one in Muscle):
        lifts = [one for one in _direct(muscle, courses, lookup) if one.response is not Response.UNKNOWN]
        stalled = [one for one in lifts if one.stalled >= weeks]
        if stalled and len(stalled) >= SHARE_STALLED * len(lifts):
            falling = any(one.response is Response.WORSE for one in stalled)
            keys = tuple(one.exercise for one in stalled)
            found.append(Stall(muscle, min(one.stalled for one in stalled), keys, falling))
    return tuple(found)


def deload_for(
    courses: Mapping[str, LiftCourse],
    lookup: Lookup,
    today: date,
    label_of: Callable[[str], str],
    last_deload: date | None = None,
    tired: Collection[str] = (),
    refused: Collection[str] = (),
    week: date | None = None,
    spared: Collection[str] = (),
) -> DeloadProposal | None:
    """The deload to propose, None when there is no reason for one, or it was refused this week.

    label_of: an exercise's name by its key. last_deload: the first day of the newest one. tired: muscles whose recovery
    was said to be poor. week: the Monday of the week that it is about, for the key; None: that of today. spared:
    muscles that need none, as they get one anyway or shall only keep their size.

    A muscle needs STALL_WEEKS, or TIRED_WEEKS when it is tired or its strength falls. When half of what is trained or
    more needs it, it is for everything. Source: the thresholds above (conventions).
    """
    if last_deload is not None and today - last_deload < timedelta(weeks=WEEKS_BETWEEN):
        return None
    wanted = [
        one
        for one in stalls_of(courses, lookup, TIRED_WEEKS)
        if one.muscle not in spared and (one.weeks >= STALL_WEEKS or one.falling or one.muscle in tired)
    ]
    if not wanted:
        return None
    trained = {muscle for key in courses for muscle, share in lookup.shares.get(key, {}).items() if share >= 1}
    whole = len(wanted) * 2 >= len(trained) and len(wanted) > 2
    muscles = tuple(one.muscle for one in wanted)
    monday = week or today - timedelta(days=today.weekday())
    key = f"deload {monday.isoformat()} {'all' if whole else ' '.join(muscles)}"
    if key in refused:
        return None
    return DeloadProposal(muscles, whole, _reason(wanted, whole, label_of), key)


def _reason(stalls: Sequence[Stall], whole: bool, label_of: Callable[[str], str]) -> str:
    weeks = min(one.weeks for one in stalls)
    lifts = list(dict.fromkeys(label_of(key) for one in stalls for key in one.lifts))
    names = listed(lifts if len(lifts) <= 4 else [*lifts[:3], tr("{count} more", count=len(lifts) - 3)])
    since = ntr(
        "{lifts} did not get better in {count} week of training",
        "{lifts} did not get better in {count} weeks of training",
        weeks,
        lifts=names,
    )  # fmt: skip
    if whole:
        return tr("{since}: a lighter week for everything may free what was built; a week costs no size.", since=since)
    parts = listed([_muscle_name(one.muscle) for one in stalls])
    return tr("{since}: a lighter week for {muscles}, while the rest goes on.", since=since, muscles=parts)


def _muscle_name(muscle: str) -> str:
    return tr(MUSCLES[Muscle(muscle)])


def _direct(muscle: str, courses: Mapping[str, LiftCourse], lookup: Lookup) -> list[LiftCourse]:
    return [one for key, one in courses.items() if lookup.shares.get(key, {}).get(muscle, 0.0) >= 1]


class _Best(NamedTuple):
    """The best of a day, or of a week by its Monday. least: it may be more, as nobody said how many were left."""

    day: int
    kg: float
    least: bool


def _course(key: str, days: Sequence[_Best], today: date, deloads: Collection[int]) -> LiftCourse | None:
    """days: of one side, in order."""
    now = today.toordinal()
    days = [one for one in days if now - 7 * LOOK_BACK_WEEKS <= one.day <= now]
    if not days or now - days[-1].day > CURRENT_DAYS:
        return None
    for place in range(len(days) - 1, 0, -1):
        if days[place].day - days[place - 1].day >= BREAK_DAYS:
            days = days[place:]
            break
    best: dict[int, _Best] = {}
    for one in days:
        monday = one.day - (one.day - 1) % 7  # ordinal 1 was a Monday
        if monday not in deloads and (monday not in best or one.kg > best[monday].kg):
            best[monday] = one._replace(day=monday)
    weeks = [best[monday] for monday in sorted(best)]
    if len(weeks) < 2:
        return LiftCourse(key, 0, Response.UNKNOWN)
    peak = max(weeks, key=lambda one: (round(one.kg, 3), -one.day))
    since = max([peak.day, *(one for one in deloads if one <= now)])
    stalled = sum(one.day > since and (peak.least or not one.least) for one in weeks)
    last_two = weeks[-2:]
    fell = max(one.kg for one in last_two) < (1 - FALL) * peak.kg
    if len(weeks) > 2 and fell and not any(one.least for one in last_two):
        return LiftCourse(key, stalled, Response.WORSE)
    if peak in last_two:
        return LiftCourse(key, stalled, Response.BETTER)
    return LiftCourse(key, stalled, Response.SAME if stalled >= TIRED_WEEKS else Response.UNKNOWN)
