"""Lifts that no longer get better, the muscles whose lifts they are, and the deload that is proposed then.

Owns these judgements of muscles; that of a lift is `lift_course`. It must not change a plan, and nothing here is done
unasked: a deload is a proposal.

Source: SCIENCE section 6: deload when two or three weeks stalled, for the muscles that stalled; a week off costs no
size (Coleman 2024). That a lift stalls shows after more weeks than that, as each estimate has its error. All
thresholds are conventions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.log.estimates import Estimates
from legwork.domain.log.lift_course import Best, LiftCourse, Response, course_of
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.plan.counting import Lookup
from legwork.i18n import listed, ntr, tr

STALL_WEEKS = 3
"""So many weeks of training in which a lift got no better are a stall."""

TIRED_WEEKS = 2
"""Fewer are enough when recovery was said to be poor, or strength falls."""

SHARE_STALLED = 0.5
"""Of the lifts that train a muscle directly, also those of which nobody can tell yet."""

WEEKS_BETWEEN = 3
"""No deload is proposed sooner after the last one."""


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
    """How each lift that is done now did in the last weeks, see `lift_course.course_of`; others are left out.

    deloads: ordinals of the Mondays of deload weeks: they are no training to get better in, and what stalled before one
    begins anew. lighter: the same for some muscles, by Monday: of the lifts that train one of them directly. Both sides
    of a lift must stall. Source: `lift_course`.
    """
    keys, shares = estimates.counted.columns.exercises, estimates.counted.lookup.shares
    wanted = keys if exercises is None else tuple(exercises)
    by_lift: dict[tuple[int, int], list[Best]] = {}
    columns = (estimates.exercise, estimates.side, estimates.day, estimates.kg, estimates.sd_kg, estimates.at_least)
    for code, side, day, kg, sd, least in zip(*(one.tolist() for one in columns), strict=True):
        by_lift.setdefault((code, side), []).append(Best(day, kg, sd, least))
    found: dict[str, LiftCourse] = {}
    for (code, _), days in by_lift.items():
        key = keys[code]
        if key not in wanted:
            continue
        direct = {muscle for muscle, share in shares.get(key, {}).items() if share >= 1}
        own = {monday for monday, muscles in (lighter or {}).items() if not direct.isdisjoint(muscles)}
        course = course_of(key, days, today.toordinal(), own.union(deloads))
        if course is None:
            continue
        other = found.get(key)
        found[key] = course if other is None or course.stalled < other.stalled else other
    return found


def muscle_response(muscle: str, courses: Mapping[str, LiftCourse], lookup: Lookup) -> Response:
    """How the lifts that train a muscle directly did: as most of them; BETTER wins over SAME, that over WORSE, and all
    over UNKNOWN."""
    done = [course.response for course in _direct(muscle, courses, lookup)]
    order = tuple(Response)
    return max(order, key=lambda one: (done.count(one), -order.index(one))) if done else Response.UNKNOWN


def stalls_of(courses: Mapping[str, LiftCourse], lookup: Lookup, weeks: int = STALL_WEEKS) -> tuple[Stall, ...]:
    """The muscles of which SHARE_STALLED or more of the lifts that train them directly stalled, in body order."""
    found = []
    for muscle in (one.value for one in Muscle):
        lifts = _direct(muscle, courses, lookup)
        stalled = [one for one in lifts if one.stalled >= weeks and one.response is not Response.UNKNOWN]
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
    week: date | None = None,
    spared: Collection[str] = (),
) -> DeloadProposal | None:
    """The deload to propose, None when there is no reason for one.

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
